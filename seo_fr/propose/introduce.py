"""A person at her first mention in a block: « Anne Morel, présidente de la régie, a refusé… », « le galeriste Paul Vidal ».

A pure step over the chosen candidates of one block: the first full name of somebody whom the source describes takes that description with it, unless the sentence
already says who she is; what the block says of her after that stays plain. Whatever is not certain stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.elision import contract, join
from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Entity, Passage, Slot, Span, Templated
from seo_fr.propose.candidate import Candidate, variant
from seo_fr.propose.describe import Description, descriptions
from seo_fr.propose.source import Source

#: The rule of the edits that introduce a person; the fidelity check knows it by this name.
INTRODUCED = "personne-presentee"
#: Most characters of a heading that introduces somebody.
LONGEST_HEADING = 70
#: Most people introduced in one passage.
MOST = 2
_TITLES = re.compile(r"(?:^|[\s(«’'])(?:M\.|Mme|Mlle|Me|Mgr|Dr|Pr)\s$")
_LIGHT = frozenset(
    "de d à par avec selon contre pour et ou que qu chez sur entre comme dont où qui ainsi lorsque quand si puis mais car dans vers envers devant après avant sans sous est sont a ont était avait outre ni dit déclare affirme annonce"
    " indique explique estime assure précise souligne ajoute rappelle répond promet juge accuse reproche demande réclame pense regrette déplore raconte dénonce nie conteste reconnaît veut espère craint propose réagi lui"
    " combien quand pourquoi comment fait faire t-il t-elle cite voit entend reçoit rencontre battre battu bat devance vise".split()
)
_PERFECT = re.compile(r"(?:\b(?:a|ont|avait|avaient|est|était|aurait|ayant|être|avoir|fut)|['’](?:a|ont|est|avait|était|aurait))(?: (?:également|aussi|notamment|ensuite|été|même|encore|d['’]abord|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|hier|déjà|alors|enfin|longuement))* \w+(?:é|ée|és|ées|i|is|it|u|us|ue|ert|int)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: (?:soir|matin))?)?\s$")
_OPENING_VOICE = re.compile(r"(?:^|[.!?:»] |\n)(?:Selon|Pour|D['’]après|Avec|Contre|Comme|Par|selon|pour|d['’]après)\s$|(?:,\s(?:selon|d['’]après|pour)\s)$")
_SAID = re.compile(r"[»,]\s?(?:a|ont|avait|s['’]est|se|explique|affirme|déclare|estime|assure|précise|souligne|raconte|confie|regrette|juge|résume|plaide|lance|dénonce)\b[^,.;:«»]{0,40}\s$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a run of written text comes from: the source's ``start`` if it is copied as it stands, else the edit that wrote it."""

    low: int
    high: int
    start: int
    edit: Edit | None


def introduced(source: Source, found: Iterable[Candidate], rejected: frozenset[str], most_words: int = 0) -> tuple[Candidate, ...]:
    """Return the candidates of one block, in their order on the page, people introduced where the block first names them.

    ``rejected``: ids of passages that must not be made; ``most_words``: words that the block may have in all, 0 for no limit.
    """
    candidates = tuple(found)
    people = _people(source)
    seen: set[int] = set()
    size = sum(candidate.words for candidate in candidates)
    made: list[Candidate] = []
    for candidate in candidates:
        items: list[Passage] = []
        for number, item in enumerate(candidate.passages):
            better = _introduce(source, item, people, seen, " ".join(other.text for other in candidate.passages[number + 1 :]))
            more = count_words(better.text) - count_words(item.text)
            if better.id in rejected or most_words and more > 0 and size + more > most_words:
                better = item
            size += more if better is not item else 0
            items.append(better)
            seen |= {entity.id for entity, name in people if name in item.text}
        made.append(candidate if tuple(items) == candidate.passages else replace(candidate, passages=tuple(items)))
    return tuple(made)


def introduced_heading(source: Source, candidate: Candidate, rejected: frozenset[str]) -> Candidate:
    """Return a section's heading with the person in it introduced, where she is not named in the source's own title and the heading stays within :data:`LONGEST_HEADING`."""
    title = source.analysis.article.title
    if len(candidate.passages) != 1 or " :" in candidate.passages[0].text.replace("\u00a0", " "):
        return candidate
    named = typeset(title.of(source.text)) if title is not None else ""
    people = tuple((entity, name) for entity, name in _people(source) if name.split()[-1] not in named)
    item = candidate.passages[0]
    better = _introduce(source, item, people, set())
    if better is item or better.id in rejected or len(better.text) > LONGEST_HEADING:
        return candidate
    return replace(candidate, passages=(better,))


def _people(source: Source) -> tuple[tuple[Entity, str], ...]:
    """Return the people, and the bodies that the source presents, whom it names by two words or more, with that name as it is written on the page."""
    found = []
    for entity in source.analysis.entities:
        name = entity.name.of(source.text)
        if " " in name.strip() and (entity.kind == "person" or entity.kind in ("organisation", "other") and descriptions(source, entity)):
            found.append((entity, typeset(name)))
    return tuple(found)


def _introduce(source: Source, item: Passage, people: tuple[tuple[Entity, str], ...], seen: set[int], following: str = "") -> Passage:
    """Return the passage with those of ``people`` that are not in ``seen`` introduced, as it was where nothing is certain. ``following``: the answer below a question."""
    if item.role not in ("sentence", "bullet", "answer", "question", "description", "lead", "h2", "h3"):
        return item
    item = _plainer(_restored(source, item, people, seen), seen)
    wanted = sorted((item.text.find(name), entity.id, name) for entity, name in people if entity.id not in seen and name in item.text)
    done = 0
    for _, number, name in wanted:
        entity = source.entity(number)
        if entity is None or done == MOST or item.role == "question" and done:
            break
        for description in descriptions(source, entity)[:3]:
            if following and _head_noun(description.text) in following.lower():
                break  # the answer says it
            better = _with(source, item, entity, name, description)
            if better is not None:
                item, done = better, done + 1
                break
    return item


def _restored(source: Source, item: Passage, people: tuple[tuple[Entity, str], ...], seen: set[int]) -> Passage:
    """Return the passage with a name again that a cut took from behind its function: « Le directeur[, Paul Morel,] a refusé »."""
    if not isinstance(item.origin, Copied):
        return item
    edits = list(item.origin.edits)
    for edit in item.origin.edits:
        if edit.kind != "drop":
            continue
        words = edit.span.of(source.text).strip(" ,\u00a0")
        entity = next((entity for entity, name in people if typeset(words) == name and entity.id not in seen and name not in item.text), None)
        if entity is None or not any(0 <= edit.span.start - span.end <= 2 for span in entity.functions):
            continue
        edits.remove(edit)
    return _rewritten(source, item, edits) or item if len(edits) < len(item.origin.edits) else item


def _plainer(item: Passage, seen: set[int]) -> Passage:
    """Return « Anne Morel : « … » » for « Anne Morel, directrice du réseau : « … » » where the block has said already who she is, by the template of the same name without function."""
    from seo_fr.rulebook import load
    from seo_fr.rulebook.render import Uncertain, render

    origin = item.origin
    if not isinstance(origin, Templated) or "-fonction/" not in origin.template or not any(slot.entity in seen for slot in origin.slots if slot.entity is not None):
        return item
    name = origin.template.replace("-fonction/", "/")
    slots = tuple(slot for slot in origin.slots if slot.name != "fonction")
    try:
        template = load().template(name)
        if set(template.needs) != {slot.name for slot in slots}:
            return item
        told = typeset(render(template, slots))
    except (KeyError, Uncertain):
        return item
    return variant(item, told, replace(origin, template=name, slots=slots))


def _rewritten(source: Source, item: Passage, edits: list[Edit]) -> Passage | None:
    assert isinstance(item.origin, Copied)
    try:
        ordered = in_order(edits)
        text = apply_edits(source.text, item.origin.span, ordered)
    except ValueError:
        return None
    return variant(item, text, Copied(item.origin.span, ordered))


def _with(source: Source, item: Passage, entity: Entity, name: str, description: Description) -> Passage | None:
    """Return the passage with one person introduced; None where she is already, or where nothing may stand beside her name."""
    at = item.text.find(name)
    before, after = item.text[:at], item.text[at + len(name) :]
    if not _may_stand(source, entity, before, after, item.text, description) or description.before and _TITLES.search(before):
        return None
    if isinstance(item.origin, Copied):
        edits = _edits(source, item.origin.span, item.origin.edits, at, name, before, after, description)
        made = _rewritten(source, item, edits) if edits is not None else None
        return made if made is not None and _sound(made.text, item.text, name) else None
    if not isinstance(item.origin, Templated):
        return None
    return _in_template(source, item, item.origin, name, before, after, description)


def _in_template(source: Source, item: Passage, origin: Templated, name: str, before: str, after: str, description: Description) -> Passage | None:
    from seo_fr.rulebook import load
    from seo_fr.rulebook.render import Uncertain, render

    for number, slot in enumerate(origin.slots):
        if name not in slot.text or not slot.source or slot.reference or slot.name == "fonction" or slot.name == "etiquette" and description.before and not item.text.startswith(slot.text):
            continue
        written = _in_slot(source, slot, name, before, after, description)
        if written is None:
            return None
        slots = (*origin.slots[:number], written, *origin.slots[number + 1 :])
        try:
            told = typeset(render(load().template(origin.template), slots))
        except (KeyError, Uncertain):
            return None
        if not _sound(told, item.text, name):
            return None
        return variant(item, told, replace(origin, slots=slots))
    return None


def _in_slot(source: Source, slot: Slot, name: str, before: str, after: str, description: Description) -> Slot | None:
    """Return the slot with the person introduced in that of its slices that names her; None where none does for certain."""
    done: list[str] = []
    edits: list[Edit] = []
    found = False
    try:
        for span in slot.source:
            mine = tuple(edit for edit in slot.edits if span.covers(edit.span) and edit not in edits)
            text = apply_edits(source.text, span, mine)
            at = text.find(name)
            if at >= 0 and not found:
                more = _edits(source, span, mine, at, name, text[:at] or " ".join(done) or before, text[at + len(name) :] or after, description, at == 0 and not done and before == "")
                if more is None:
                    return None
                mine, found = in_order(more), True
                text = apply_edits(source.text, span, mine)
            edits += mine
            done.append(text)
    except ValueError:
        return None
    return replace(slot, text=" ".join(done), edits=tuple(edits)) if found else None


def _sound(made: str, plain: str, name: str) -> bool:
    """Return whether nothing but the introduction changed: as long, what follows the name the same, no two marks together."""
    tail = plain[plain.find(name) + len(name) :].lstrip(" ,")
    return made != plain and len(made) > len(plain) and made.endswith(tail) and re.search(r",\s*[,.;:?!)]", made) is None and made[:1].isupper() == plain[:1].isupper()


def _laid_out(source: Source, span: Span, edits: Iterable[Edit]) -> list[_Piece]:
    """Return what each run of the written text of ``span`` comes from, in order."""
    pieces: list[_Piece] = []
    low, at = 0, span.start
    for edit in in_order(edits):
        if edit.span.start > at:
            pieces.append(_Piece(low, low + edit.span.start - at, at, None))
            low += edit.span.start - at
        pieces.append(_Piece(low, low + len(edit.after), edit.span.start, edit))
        low, at = low + len(edit.after), edit.span.end
    pieces.append(_Piece(low, low + span.end - at, at, None))
    return pieces


def _edits(
    source: Source, span: Span, edits: tuple[Edit, ...], at: int, name: str, before: str, after: str, description: Description, opens: bool | None = None
) -> list[Edit] | None:
    """Return the edits of a slice with that of the introduction among them; None where the name at ``at`` is not of one piece."""
    opening = re.fullmatch(r"(?:.*[.!?…](?:\s?»)?\s)?", before, re.DOTALL) is not None if opens is None else opens
    comma = "," if re.match(r"\s*[\w«“]", after) else ""
    try:
        piece = next((piece for piece in _laid_out(source, span, edits) if piece.low <= at and at + len(name) <= piece.high), None)
    except ValueError:
        return None
    if piece is None:
        return None
    if piece.edit is not None:
        edit = piece.edit
        if edit.kind != "reference" or edit.rule == "fonction-et-nom" or edit.after.count(name) != 1:
            return None
        head, tail = edit.after.split(name)
        if tail.strip():
            comma = "," if re.match(r"\s*\w", tail) else ""
        if not description.before:
            new = f"{head}{name}{_beside(description, comma)}{tail}"
        elif not head.strip():
            if re.search(r"(?:\b(?:de|à|que|lorsque|puisque|quoique)\s|['’])$", before):
                return None
            new = f"{head}{_capital(description.text, opening)} {name}{tail}"
        else:
            return None
        return [*(other for other in edits if other is not edit), Edit("reference", INTRODUCED, edit.span, new)]
    start = piece.start + at - piece.low
    place = Span(start, start + len(name))
    if not description.before:
        return [*edits, Edit("reference", INTRODUCED, place, f"{name}{_beside(description, comma)}")]
    lead = f"{description.text} {name}"
    found = re.search(r"(?:(?<![\w’'-])(d|qu|lorsqu|puisqu|quoiqu)['’]|(?<![\w’'-])(de|à|que|lorsque|puisque|quoique)\s)$", before, re.IGNORECASE)
    if found is None:
        if re.search(r"['’]$", before):
            return None
        return [*edits, Edit("reference", INTRODUCED, place, f"{_capital(description.text, opening)} {name}")]
    if at - piece.low < len(found.group()):
        return None  # the word before is not the source's own
    word = (found.group(1) + "e" if found.group(1) else found.group(2)).lower()
    joined = contract(word, lead, "person") if word in ("de", "à") else join(word, lead)
    if joined is None:
        return None
    if found.group()[0].isupper():
        joined = joined[0].upper() + joined[1:]
    return [*edits, Edit("reference", INTRODUCED, Span(start - len(found.group()), place.end), joined)]


def _beside(description: Description, comma: str) -> str:
    """Return what follows the name: between commas, or in its own parentheses."""
    return f" {description.text}" if description.text.startswith("(") else f", {description.text}{comma}"


def _capital(text: str, opening: bool) -> str:
    return text[0].upper() + text[1:] if opening else text


def _may_stand(source: Source, entity: Entity, before: str, after: str, text: str, description: Description) -> bool:
    """Return whether the name between ``before`` and ``after`` says nobody yet and may take an apposition: outside quotes, after a verb or a preposition, at the start."""
    if before.count("«") > before.count("»") or re.match(r"[\w’'-]|\s?\(|\s[A-ZÀ-Ý]|\s\d|,?\s(?:née?|âgée?)\b|,\s\d+\s+ans", after):
        return False
    lower, around = text.replace("’", "'").lower(), (before[-90:] + " | " + after[:90]).replace("’", "'").lower()
    for span in entity.functions:
        words = [word for word in re.findall(r"[\w-]+", span.of(source.text).lower()) if word not in ("le", "la", "l", "un", "une", "son", "sa", "leur", "ancien", "ancienne", "ex")]
        if words and re.search(rf"(?<![\w-]){re.escape(words[0])}(?![\w-])", around):
            return False  # said here already
    noun = _head_noun(description.text)
    if not noun or re.search(rf"(?<![\w-]){re.escape(noun)}s?(?![\w-])", lower):
        return False
    if re.match(r",\s", after) and not re.match(r",\s(?:qui|dont)\b", after):
        following = after[1:].strip()
        if re.match(r"[A-ZÀ-Ý]|(?:le|la|les|un|une|son|sa)\s|l['’]", following) and not (_OPENING_VOICE.search(before) or _SAID.search(before)):
            return False  # a list, or an apposition of another kind
        if re.match(r"\w+\s(?:de|du|des|d['’])", following) and not _OPENING_VOICE.search(before):
            return False
    if description.text.startswith("qui ") and re.match(r",?\s(?:qui|dont)\b", after):
        return False
    plain = _TITLES.sub(" ", before) if _TITLES.search(before) else before
    stripped = plain.rstrip(" \u00a0\u202f")
    if not stripped or stripped[-1] in ".!?:;–—»":
        return True
    if stripped[-1] == ",":
        return not _names_nobody(stripped)
    if stripped[-1] in "(«":
        return False
    if text.endswith("?") and re.match(r"\s(?:n['’])?(?:s['’])?(?:\w+ )?\w+-(?:t-)?(?:il|elle)\b", after):
        return True  # « À quelle occasion Anne Morel a-t-elle… »
    word = re.findall(r"[\w-]+(?:[’'](?=\s*$))?", stripped)
    last = word[-1].rstrip("’'").lower() if word else ""
    if word and word[-1][:1].isupper() and not re.fullmatch(r"(?:Selon|Pour|De|D|À|Par|Avec|Contre|Chez|Et|Mais|Quand|Lorsque|Comme|Si|Que|Qu|Dont|Sur|Outre)['’]?", word[-1]):
        return False
    return last in _LIGHT or _PERFECT.search(plain) is not None or _verb(source, last)


def _head_noun(text: str) -> str:
    """Return the first word of a description that is neither an article nor « ancien »."""
    return next((word for word in re.findall(r"[\w-]+", text.lower()) if not word.isdigit() and word not in ("le", "la", "l", "qui", "ancien", "ancienne")), "")


def _verb(source: Source, word: str) -> bool:
    """Return whether a word is a verb wherever the source has it."""
    tags = {token.pos for token in source.analysis.tokens if token.span.of(source.text).lower() == word}
    return bool(tags) and tags <= {"VERB", "AUX"}


def _names_nobody(before: str) -> bool:
    """Return whether the words up to the comma are a noun phrase that may already say who the name is: « Le directeur du réseau, » — and no « Jeudi, », « Selon la police, »."""
    segment = re.split(r"[.!?;:«»,]", before[:-1])[-1].strip()
    return re.match(r"(?:[Ll][ae] |[Ll]['’]|[Uu]ne? |[Ss]on |[Ss]a |[Ll]eur )", segment) is not None and not re.match(r"(?:[Ll]e (?:\d|lendemain|soir|matin|jour|même|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|[Ll]a (?:veille|nuit))", segment)
