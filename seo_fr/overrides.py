"""The editor's hand: what she pins, rejects, replaces and forces on one page, in a file beside the source. It survives every run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_fr.errors import Refused
from seo_fr.ids import base_id
from seo_fr.model import Block, Edited, Finding, Page, Passage

if TYPE_CHECKING:
    from seo_fr.check.grammar import Gate
    from seo_fr.choose import Plan
    from seo_fr.options import Options
    from seo_fr.propose import Candidate, Candidates

SUFFIX = ".overrides.yaml"
HEADS = ("title_tag", "h1", "description")
_KEYS = ("by", "date", "keyphrase", "title", *HEADS, "pin", "reject", "replace", "headings")
#: A pinned candidate goes before all others of its place.
_PINNED = 10**9


@dataclass(frozen=True, slots=True)
class Replacement:
    """``text`` in the place of the passage ``id`` (or of a head: «title_tag», «h1», «description»; or above the body passage ``id``: a heading)."""

    id: str
    text: str
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """All that one file asks. ``sha256`` is the file's; ``path`` serves in messages only."""

    path: str
    sha256: str
    keyphrase: str | None = None
    title: str | None = None
    pins: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    headings: tuple[Replacement, ...] = ()


# ------------------------------------------------------------------------------------------------------------------ reading


def beside(source: str) -> Path | None:
    """Return the file of the editor's hand on a source, if there is one: ``<stem>.overrides.yaml`` in its folder."""
    if source == "-":
        return None
    try:
        path = Path(source).with_name(Path(source).stem + SUFFIX)
        return path if path.is_file() else None
    except (ValueError, OSError):
        return None


def prepared(source: str, options: Options, file: str | None = None) -> Options:
    """Return ``options`` with the editor's hand on ``source``: ``file``, else what lies beside it. What the command line says goes before what the file says.

    Raises Refused for a file that is absent or faulty.
    """
    path = Path(file) if file is not None else beside(source)
    if path is None:
        return options
    hand = read_overrides(path)
    return replace(options, overrides=hand, keyphrase=options.keyphrase or hand.keyphrase, title=options.title or hand.title)


def read_overrides(path: Path) -> Overrides:
    """Return what a file asks. Raises Refused, at path:line, for what it cannot ask."""
    from seo_fr.errors import InvalidRulebook
    from seo_fr.rulebook import read_yaml

    name = path.name
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise _refuse(name, f"{path} ne peut pas être lu ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise _refuse(name, f"{name} n’est pas en UTF-8. Enregistrez-le en UTF-8.") from None
    try:
        document = read_yaml(text, name)
    except InvalidRulebook as error:
        raise Refused(error.finding) from None
    if document in (None, ""):
        document = {}
    if not isinstance(document, dict):
        raise _refuse(name, f"{name} : une suite de « clé: valeur » est attendue ({', '.join(_KEYS)}).")
    for key in document:
        if key not in _KEYS:
            raise _refuse(name, f"{name} : clé « {key} » inconnue. Clés permises : {', '.join(_KEYS)}.")
    by, date = _text(document, "by", name), _text(document, "date", name)
    replaced = [_replacement(item, "id", by, date, name) for item in _list(document, "replace", name)]
    replaced += [_replacement({"id": key, "text": document[key]}, "id", by, date, name) for key in HEADS if key in document]
    twice = [item.id for index, item in enumerate(replaced) if item.id in {other.id for other in replaced[:index]}]
    if twice:
        raise _refuse(name, f"{name} : « {twice[0]} » est remplacé deux fois.")
    pins, rejects = (_ids(document, key, name) for key in ("pin", "reject"))
    both = sorted(set(pins) & set(rejects))
    if both:
        raise _refuse(name, f"{name} : « {both[0]} » est à la fois épinglé et rejeté.")
    return Overrides(
        str(path),
        hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest(),
        _text(document, "keyphrase", name) or None,
        _text(document, "title", name) or None,
        pins,
        rejects,
        tuple(replaced),
        tuple(_replacement(item, "before", by, date, name) for item in _list(document, "headings", name)),
    )


def _refuse(name: str, message: str) -> Refused:
    return Refused(Finding("retouches", "error", name, message))


def _text(document: dict[str, Any], key: str, name: str) -> str:
    value = document.get(key, "")
    if not isinstance(value, str):
        raise _refuse(name, f"{name} : « {key} » est un texte.")
    return " ".join(value.split())


def _list(document: dict[str, Any], key: str, name: str) -> list[Any]:
    value = document.get(key, [])
    if not isinstance(value, list):
        raise _refuse(name, f"{name} : « {key} » est une liste.")
    return value


def _ids(document: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    value = _list(document, key, name)
    if not all(isinstance(item, str) for item in value):
        raise _refuse(name, f"{name} : « {key} » est une liste d’identifiants de passages (ceux que montre « seo-fr explain »).")
    return tuple(dict.fromkeys(value))


def _replacement(item: Any, key: str, by: str, date: str, name: str) -> Replacement:
    if not isinstance(item, dict) or not {key, "text"} <= set(item) <= {key, "text", "by", "date"} or not all(isinstance(value, str) for value in item.values()):
        raise _refuse(name, f"{name} : un remplacement a « {key} » et « text », et s’il le faut « by » et « date ».")
    text = " ".join(item["text"].split())
    if not text:
        raise _refuse(name, f"{name} : le texte qui remplace « {item[key]} » est vide. Pour ôter un passage : « reject ».")
    who = item.get("by", "").strip() or by
    if not who:
        raise _refuse(name, f"{name} : « by » dit qui a écrit le texte qui remplace « {item[key]} ».")
    return Replacement(item[key], text, who, item.get("date", "").strip() or date)


# ------------------------------------------------------------------------------------------------------------------ choosing


def prefer(candidates: Candidates, hand: Overrides) -> Candidates:
    """Return the candidates such that the pinned ones win their places: before all others, alone where a place holds one, and nobody else tells their facts."""
    pins = {base_id(name) for name in hand.pins}

    def pinned(candidate: Candidate) -> bool:
        return any(passage.id in pins for passage in candidate.passages)

    told = {fact for items in candidates.by_place.values() for item in items if pinned(item) for fact in item.facts}
    by_place = {}
    for place, items in candidates.by_place.items():
        wanted = tuple(replace(item, merit=(_PINNED, *item.merit[1:])) for item in items if pinned(item))
        if wanted and (place in HEADS or place.startswith("h2:")):
            by_place[place] = wanted
        else:
            free = place in HEADS or place.startswith("h2:")
            by_place[place] = wanted + tuple(item for item in items if not pinned(item) and (free or not told & set(item.facts)))
    return replace(candidates, by_place=by_place)


def hold(plan: Plan, candidates: Candidates, hand: Overrides, rejected: frozenset[str]) -> Plan:
    """Return the plan with every pinned candidate that the checks allow: what the rules of a block left out comes last in it, or opens it under a heading of its own."""
    pins = {base_id(name) for name in hand.pins} - rejected
    chosen = dict(plan.chosen)
    there = {base_id(passage.id) for items in chosen.values() for candidate in items for passage in candidate.passages}
    for place in sorted(candidates.by_place):
        for candidate in candidates.at(place):
            ids = {passage.id for passage in candidate.passages}
            if not ids & pins - there or ids & rejected:
                continue
            if place not in chosen and f"h2:{place}" in candidates.by_place:
                heading = next((item for item in candidates.at(f"h2:{place}") if not {passage.id for passage in item.passages} & rejected), None)
                if heading is None:
                    continue
                chosen[f"h2:{place}"] = (heading,)
            single = place in HEADS or place.startswith("h2:")
            kept = () if single else tuple(item for item in chosen.get(place, ()) if not set(item.facts) & set(candidate.facts))
            chosen[place] = (*kept, candidate)
            there |= ids
    return replace(plan, chosen=chosen)


# ------------------------------------------------------------------------------------------------------------------ applying


def apply(page: Page, hand: Overrides) -> Page:
    """Return the page with the replaced passages and headings, its words counted anew."""
    from seo_fr.french.typography import typeset
    from seo_fr.french.words import count_words

    texts = {base_id(item.id): item for item in hand.replacements}

    def put(passage: Passage, item: Replacement | None) -> Passage:
        if item is None:
            return passage
        template = getattr(passage.origin, "template", "")
        return replace(passage, text=typeset(item.text), origin=Edited(item.by, item.date, passage.text, template))

    def block(old: Block) -> Block:
        heading = put(old.heading, texts.get(base_id(old.heading.id))) if old.heading is not None else None
        for item in hand.headings:
            if old.kind == "section" and any(passage.id == item.id for passage in old.passages):
                empty = Passage(f"section-h2-{item.id}", "h2", "", Edited(item.by, item.date, ""))
                heading = put(old.heading or empty, item)
        return replace(old, heading=heading, passages=tuple(put(passage, texts.get(base_id(passage.id))) for passage in old.passages))

    def head(name: str, passage: Passage) -> Passage:
        return put(passage, texts.get(name) or texts.get(base_id(passage.id)))

    changed = replace(
        page,
        title_tag=head("title_tag", page.title_tag),
        h1=head("h1", page.h1),
        description=head("description", page.description),
        slug=head("", page.slug),
        blocks=tuple(block(old) for old in page.blocks),
    )
    words = count_words(changed.h1.text) + sum(
        count_words(item.text) for old in changed.blocks for item in ((old.heading,) if old.heading is not None else ()) + old.passages
    )
    return replace(changed, word_count=words)


def remarks(before: Page, after: Page, hand: Overrides, candidates: Candidates, reasons: dict[str, tuple[Finding, ...]], gate: Gate | None) -> tuple[Finding, ...]:
    """Return what the editor must know of her hand: what found no passage any more, which pins could not be kept, what the checks say of her French."""
    on_page = {base_id(passage.id) for passage in _passages(before)}
    known = {passage.id for items in candidates.by_place.values() for item in items for passage in item.passages}
    body = {passage.id for block in before.blocks if block.kind == "section" for passage in block.passages}
    found: list[Finding] = []

    def tell(rule: str, place: str, message: str, text: str = "") -> None:
        found.append(Finding(rule, "warning", place, message, text))

    for item in hand.replacements:
        if base_id(item.id) not in on_page and item.id not in HEADS:
            why = "n’est plus choisi pour la page" if base_id(item.id) in known else "n’existe plus : sa source, son gabarit ou sa règle a changé"
            tell("retouche-sans-passage", item.id, f"Retouche sans objet : le passage {item.id} {why}. Texte proposé : « {item.text} »", item.text)
    for item in hand.headings:
        if item.id not in body:
            tell("retouche-sans-passage", item.id, f"Intertitre sans objet : aucune section ne contient le paragraphe {item.id}. Texte proposé : « {item.text} »", item.text)
    for name in hand.pins:
        if base_id(name) not in on_page:
            refused = "; ".join(finding.message for finding in reasons.get(name, ()))
            why = f"il est refusé par les contrôles ({refused})" if refused else "son bloc n’a pas d’intertitre possible" if base_id(name) in known else "il n’existe plus"
            tell("epingle-non-tenue", name, f"Le passage épinglé {name} n’est pas sur la page : {why}.")
    for name in hand.rejects:
        if name in body:
            tell("rejet-impossible", name, f"Le passage {name} est un paragraphe de la source : le corps est publié entier. Corrigez la source, ou remplacez le passage.")
        elif base_id(name) in on_page:
            tell("rejet-impossible", name, f"Le passage {name} est le dernier recours à sa place : il ne peut être que remplacé.")
        elif base_id(name) not in known:
            tell("retouche-sans-passage", name, f"Rejet sans objet : le passage {name} n’existe plus.")
    edited = [passage for passage in _passages(after) if isinstance(passage.origin, Edited) and passage.role != "slug"]
    from seo_fr.check.forms import malformed

    for passage in edited:
        for match in malformed(passage.text):
            tell(f"forme:{match.rule}", passage.id, match.message, passage.text)
    if gate is not None and edited:
        for passage, matches in zip(edited, gate.reject([passage.text for passage in edited], candidates.source.words), strict=True):
            for match in matches:
                tell(f"languagetool:{match.rule}", passage.id, match.message, passage.text)
    return tuple(found)


def _passages(page: Page) -> tuple[Passage, ...]:
    heads = (page.title_tag, page.h1, page.description, page.slug)
    return heads + tuple(item for block in page.blocks for item in ((block.heading,) if block.heading is not None else ()) + block.passages)
