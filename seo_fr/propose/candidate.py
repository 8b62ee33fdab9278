"""A candidate: one or two passages that may stand in a block, with what choosing needs to know."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache

from seo_fr.french.words import count_words
from seo_fr.ids import base_id
from seo_fr.model import BlockKind, Copied, Origin, Passage, Role, Span

_count = lru_cache(maxsize=16384)(count_words)


@dataclass(frozen=True, slots=True)
class Candidate:
    """``place`` says where it may stand; ``merit`` orders equals (higher first, compared as a tuple); ``source_order`` is its offset in the source."""

    place: str
    passages: tuple[Passage, ...]
    facts: tuple[int, ...]
    merit: tuple[int, ...]
    source_order: int
    section: int | None = None
    tags: tuple[str, ...] = ()
    speaker: int | None = None
    early: bool = False  # tells something of the first sentences
    verbatim_lede: bool = False  # says the first paragraph's own sentence again, whole

    @property
    def words(self) -> int:
        """Words of all its passages."""
        return _count(self.passages[0].text) if len(self.passages) == 1 else sum(_count(passage.text) for passage in self.passages)

    @property
    def template(self) -> str:
        """The id of its first template, «» if it is all copied."""
        for passage in self.passages:
            if not isinstance(passage.origin, Copied):
                return passage.origin.template
        return ""


def origin_spans(origin: Origin) -> tuple[Span, ...]:
    """Return the spans of the source that an origin draws on."""
    if isinstance(origin, Copied):
        return (origin.span,)
    return tuple(span for slot in origin.slots for span in slot.source)


def passage(block: BlockKind | str, role: Role, text: str, origin: Origin, facts: tuple[int, ...] = ()) -> Passage:
    """Return the passage with its stable id: made of block, role and origin, so that moving it changes nothing."""
    if isinstance(origin, Copied):
        what = "copied|" + ",".join(f"{edit.kind}:{edit.span.start}-{edit.span.end}:{edit.after}" for edit in origin.edits)
    else:
        what = "template|" + origin.template + "|" + "|".join(f"{slot.name}={slot.text}" for slot in origin.slots)
    spans = ";".join(f"{span.start}-{span.end}" for span in origin_spans(origin))
    digest = hashlib.sha256(f"{block}|{role}|{what}|{spans}".encode()).hexdigest()[:12]
    return Passage(f"{block}-{role}-{digest}", role, text, origin, facts)


def variant(item: Passage, text: str, origin: Origin) -> Passage:
    """Return ``item`` said otherwise (a person introduced, a pronoun for a name). Its id is the item's, «+» and a mark of its own: an editor who pins, rejects or replaces one means the other too."""
    made = passage(item.id.split("-")[0], item.role, text, origin, item.facts)
    return replace(made, id=f"{base_id(item.id)}+{made.id[-4:]}")


def rendezvous(key: str, role: str, name: str) -> int:
    """Return the weight of ``name`` for an article and a role: rendezvous (highest random weight) hashing, Thaler & Ravishankar 1998.

    A new template wins some articles and leaves all others as they were.
    """
    return int.from_bytes(hashlib.sha256(f"{key}\0{role}\0{name}".encode()).digest()[:6], "big")
