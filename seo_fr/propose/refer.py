"""Names and whole phrases in place of « il », « elle », « ce dernier », « son avocat », « cette mesure »: what ``Analysis.references`` is certain of, written into the sentence."""

from __future__ import annotations

import re

from seo_fr.french.elision import contract, elides, join
from seo_fr.model import Edit, Reference, Span
from seo_fr.propose.source import Source

_ELIDED = {"qu": "que", "lorsqu": "lorsque", "puisqu": "puisque", "quoiqu": "quoique", "s": "si", "d": "de", "jusqu": "jusque"}
_OPEN = frozenset(["que", "lorsque", "puisque", "quoique", "de", "jusque"])
_AUXILIARY = re.compile(r"(?<![\w-])(?:a|ont|est|sont|avait|avaient|était|étaient|aura|auront)$", re.IGNORECASE)
_LONGEST = 6  # words of a possessor


def lifted(source: Source, unit: Span, place: Span, loose: bool, made: list[Edit]) -> list[Edit] | None:
    """Return the edits that say at ``place`` what is meant there, none where it is understood from what ``unit`` holds. None where that is not certain.

    ``loose``: « le texte » will do for « il ». ``made``: the edits of the sentence so far.
    """
    reference = source.reference_at.get(place.start)
    if reference is None or not reference.span.overlaps(place) and reference.span != place:
        return None
    if reference.bound is not None and unit.covers(reference.bound) and any(edit.span.overlaps(reference.bound) for edit in made):
        return []
    if reference.bare and not loose:
        return None
    if reference.kind == "subject" and _outdone(source, reference):
        return None
    if reference.kind == "inverted" and named_before(source, reference.entity, unit, reference.span.start):
        return []
    if reference.kind == "possessive":
        edit = _possessive(source, reference)
    elif reference.kind == "title":
        edit = Edit("reference", "fonction-et-nom", Span(reference.span.end, reference.span.end), f" {reference.text}")
    elif reference.kind == "inverted":
        return inverted(source, unit, reference)
    else:
        edit = put(source, reference.span, reference.text, "person" if reference.entity is not None and " " in reference.text else "")
    return [edit] if edit is not None and unit.covers(edit.span) else None


def _outdone(source: Source, reference: Reference) -> bool:
    """Return whether the sentence before has a subject that the pronoun agrees with as well as with what stands further back: nobody would look past it."""
    number = reference.sentence - 1
    sentence = source.analysis.sentences[number]
    if reference.sentence == 0 or sentence.span.covers(reference.antecedent) or sentence.paragraph != source.analysis.sentences[reference.sentence].paragraph:
        return False
    for clause in source.clauses_of.get(number, ()):
        if clause.subject is None or clause.subject_kind not in ("name", "noun") or clause.subject_entity is not None and clause.subject_entity == reference.entity:
            continue
        if clause.number == reference.number and clause.gender in (reference.gender, "") and (reference.number == "p" or clause.gender):
            return not (reference.entity is not None and clause.subject_entity is None and reference.number == "s")
    return False


def named_before(source: Source, entity: int | None, unit: Span, stop: int) -> bool:
    """Return whether someone is named in ``unit`` before ``stop``: « Jean Morel reconnaît… : « … », a-t-il confié »."""
    found = source.entity(entity)
    return found is not None and any(unit.start <= mention.span.start and mention.span.end <= stop for mention in found.mentions)


def put(source: Source, span: Span, text: str, kind: str = "") -> Edit | None:
    """Return the edit that writes ``text`` at ``span``, with the elision or contraction that the word before then wants."""
    text = text.replace("'", "’")
    before = re.search(r"(\w+)(['’]|\s+)$", source.text[max(0, span.start - 14) : span.start])
    original = span.of(source.text)
    if before is not None:
        word, gap = before.group(1), before.group(2)
        start = span.start - len(before.group(0))
        full = _ELIDED.get(word.lower()) if gap in "'’" else word.lower() if word.lower() in _OPEN or word.lower() == "à" else None
        if gap in "'’" and full is None:
            return None
        if full is not None:
            if full in ("de", "à"):
                joined = contract(full, text, kind)
            elif full == "jusque":
                return None
            else:
                joined = join(full, text)
            if joined is None:
                return None
            if word[0].isupper():
                joined = joined[0].upper() + joined[1:]
            return Edit("reference", "reprise-nommee", Span(start, span.end), joined)
    if original[:1].isupper():
        text = text[0].upper() + text[1:]
    return Edit("reference", "reprise-nommee", span, text)


def inverted(source: Source, unit: Span, reference: Reference) -> list[Edit] | None:
    """Return the edits that name who spoke: « a-t-il déclaré » becomes « a déclaré Jean Morel »."""
    return named_after(source, reference.span, unit.end, reference.text)


def named_after(source: Source, place: Span, stop: int, name: str) -> list[Edit]:
    """Return the edits that take ``place`` (« -t-il ») away and put ``name`` after the participle that follows, adverbs before it included."""
    end = place.end
    for token in source.tokens_in(Span(place.end, max(stop, place.end))):
        # « s’est-elle indignée »; « a-t-elle bredouillé », whatever the tagger takes it for behind an auxiliary
        participle = (token.pos == "ADJ" or token.pos == "NOUN" and _AUXILIARY.search(source.text[max(0, place.start - 8) : place.start]) is not None) and re.search(r"(?:é|i|u)e?s?$", token.span.of(source.text)) is not None
        if (token.pos in ("VERB", "AUX", "ADV") or participle) and token.span.start <= end + 1:
            end = token.span.end
        else:
            break
    if end > place.end:
        return [Edit("reference", "nom-du-locuteur", place, ""), Edit("reference", "nom-du-locuteur", Span(end, end), f" {name}")]
    return [Edit("reference", "nom-du-locuteur", place, f" {name}")]


def _possessive(source: Source, reference: Reference) -> Edit | None:
    """Return « l’avocat de Jean Morel » for « son avocat », where nothing after the noun would come between or seem to be his."""
    tokens = source.tokens_in(reference.span)
    if len(tokens) < 2 or len(reference.text.split()) > _LONGEST:
        return None
    stop = reference.span.end
    after = list(source.tokens_in(Span(stop, min(len(source.text), stop + 80))))
    while after and after[0].pos == "ADJ" and after[0].span.start == stop + 1 and after[0].feature("Number") == tokens[-1].feature("Number"):
        stop = after.pop(0).span.end
    following = source.text[stop : stop + 24]
    if re.match(r"\s*(?:de|d['’]|du|des|à|au|aux|en|qui|que|dont|et|ou|-)(?![\w])|\s*d['’]", following) or (
        after and after[0].pos in ("ADJ", "PROPN", "NOUN", "NUM") and not any(time.span.covers(after[0].span) for time in source.analysis.times)
    ):
        return None
    noun = tokens[-1]
    body = source.text[tokens[1].span.start : stop]
    word = tokens[0].span.of(source.text).lower()
    if word in ("ses", "leurs"):
        article = "les"
    elif elides(body):
        article = "l’"
    else:
        gender = "f" if word == "sa" else {"Masc": "m", "Fem": "f"}.get(noun.feature("Gender"), "") if word == "leur" else "m"
        if not gender:
            return None
        article = "la" if gender == "f" else "le"
    owner = contract("de", reference.text, "person")
    if owner is None:
        return None
    return put(source, Span(reference.span.start, stop), f"{article}{'' if article == 'l’' else ' '}{body} {owner}")
