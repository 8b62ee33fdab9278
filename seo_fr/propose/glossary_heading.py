"""The heading of the glossary on a page: the notions that it defines."""

from __future__ import annotations

from seo_fr.french.width import title_width
from seo_fr.model import GlossaryEntry, Slot
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.propose.headings import HEADING_CHARACTERS
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import label_of


def plain_headings(book: Rulebook, key: str) -> list[Candidate]:
    """Return the headings of a glossary whose notions no heading can name."""
    made = []
    for filled in fill(book, "h2", "bloc-glossary", (), key):
        item = passage("glossary", "h2", filled.text, filled.origin)
        made.append(Candidate("h2:glossary", (item,), (), (filled.priority, filled.weight), 0))
    return made


def glossary_heading(book: Rulebook, found: tuple[Candidate, ...], entries: tuple[GlossaryEntry, ...], text: str, key: str, used: frozenset[str], rejected: frozenset[str]) -> Candidate | None:
    """Return the heading of the chosen entries of ``found``: their first two notions, or the only one; None where they are too long or no noun phrases.

    ``entries``: all that the page may use; ``text``: the article's; ``used``: the texts of the page's other headings in lower case; ``rejected``: ids of passages that must not be made.
    """
    labels = {f"glossary:{entry.id}": label_of(entry, text) for entry in entries}
    notions = [(tag, labels[tag]) for candidate in found for tag in candidate.tags if labels.get(tag)]
    slots = [Slot("second" if rank else "terme", text, reference=tag) for rank, (tag, text) in enumerate(notions[:2])]
    if not slots or len(slots) == 1 and len(found) > 1:
        return None
    for filled in fill(book, "h2", "bloc-glossary-terme" if len(slots) == 1 else "bloc-glossary-termes", tuple(slots), key):
        item = passage("glossary", "h2", filled.text, filled.origin)
        if len(filled.text) <= HEADING_CHARACTERS and title_width(filled.text) <= 700 and item.id not in rejected and filled.text.lower() not in used:
            return Candidate("h2:glossary", (item,), (), (filled.priority, filled.weight), 0, tags=("named",))
    return None
