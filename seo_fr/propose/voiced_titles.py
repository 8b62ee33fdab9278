"""Headlines of an article without a title line whose first sentence ends on who says it: « Deux ouvriers morts, selon la préfecture ».

What befell somebody stays with its number, the auxiliary and the circumstances fall, the attribution stays as « selon » and the voice's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.model import Edit, Span, Statement
from seo_fr.propose.according import ACCORDING
from seo_fr.propose.lede_cuts import lede_cuts
from seo_fr.propose.tell import Source, finish, in_quotes
from seo_fr.propose.title_forms import WITHOUT_AUXILIARY

_BEFELL = re.compile(
    r"(?P<aux>(?:est|sont|a été|ont été) )(?P<part>portée?s? disparue?s?|placée?s? en garde à vue|(?:mort|décédé|tué|blessé|disparu|évacué|interpellé|arrêté|hospitalisé|intoxiqué|noyé|relogé|secouru)e?s?)(?= (?:et|dans|à|au|aux|après|lors|en|sur|près|par|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?!\w)|,)"
)
_SOMEBODY = re.compile(r"(?i)(?:(?:au moins|plus de|près de|environ|quelque) )?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt|trente|plusieurs|des|\d[\d .\u00a0\u202f]*) ?(?!\w*(?:tiers|quart|moitié))")
_TOLL = re.compile(r"(?:a|ont) (?:fait|provoqué|causé) (?P<toll>(?:(?:au moins|plus de|près de) )?(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d \u00a0]*)(?: [a-zéè]+)? (?:morte?s?|blessée?s?|victimes?|disparue?s?)(?: et [\w ]{2,20} blessée?s?)?)(?=,)")
_SAID = re.compile(r"(?:a|ont) (?:indiqué|annoncé|déclaré|affirmé|précisé|rapporté|expliqué|assuré)|(?:indique|annonce|déclare|affirme|précise|rapporte|assure)(?:nt)?")
_AFTER = re.compile(r"\s*(?:[.,]|\(|dans un|lors|à l['’]AFP|à la presse|sur |$)")
#: Bodies that are understood without whose they are.
_CLEAR = re.compile(r"(?i)(?:le parquet|la préfecture|la police|la gendarmerie|la mairie|la direction|les pompiers|les secours|les autorités)(?= d(?:e |u |es |['’]))")
_WITHIN = re.compile(r"(?i)(?<!\w)(?:(?:dans|après|lors|à la suite)(?!\w)[^,;:]{0,14}|(?:provoqué|causé)(?!\w)[^,;:]{0,60})$")


@dataclass(frozen=True, slots=True)
class Voiced:
    """A headline cut out of the first sentence; ``cost`` grows with what it leaves out; ``bare``: it names its event only behind the keyphrase."""

    text: str
    span: Span
    edits: tuple[Edit, ...]
    clauses: tuple[int, ...]
    cost: int
    bare: bool = False


def voiced(source: Source, sentence_index: int | None = None, low: int = 40) -> tuple[Voiced, ...]:
    """Return the headlines, the fullest first; empty where the sentence (the first unless another is given) does not end on who says it, or says anything in a tense that hangs on the verb of saying.

    ``low``: the least characters of what is said.
    """
    index = source.first_sentence if sentence_index is None else sentence_index
    sentence = source.analysis.sentences[index]
    found = [one for one in source.analysis.statements if one.sentence == index]
    if sentence.doubtful or len(found) != 1 or in_quotes(source, found[0].cue):
        return ()
    one, text = found[0], source.text
    if one.remove != 1 or one.cls not in ("say", "announce") or one.speaker_span is None or one.content.start > sentence.span.start or one.speaker_span.start < one.cue.end or not re.fullmatch(r",? ?", text[one.content.end : one.cue.start]):
        return ()
    cue = Span(text.rfind(",", 0, one.cue.end) + 2, one.cue.end)
    if _SAID.fullmatch(text[cue.start : cue.end]) is None or not re.fullmatch(r" (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: matin| soir| après-midi)? |(?:ce )?le \d{1,2}(?:er)? [a-zéû]{3,9} )?", text[cue.end : one.speaker_span.start]):
        return ()
    made: dict[str, Voiced] = {}
    for voice, drops in _voices(source, one):
        said = [Edit("reference", ACCORDING, Span(cue.start, cue.end + 1), "selon "), *drops]
        if one.speaker_span.start > cue.end + 1:
            said.append(Edit("drop", "jour-de-la-description", Span(cue.end + 1, one.speaker_span.start), ""))
        for start, end, cuts, cost, bare in _claims(source, index, cue.start - 2, low):
            gone = [Edit("drop", "circonstance-de-titre", Span(end, cue.start - 2), "")] if end < cue.start - 2 else []
            done = finish(source, Span(start, voice), sorted([*cuts, *gone, *said], key=lambda edit: edit.span), final=False)
            if done is not None:
                made.setdefault(done[2], Voiced(done[2], done[0], done[1], tuple(clause.id for clause in source.clauses_of.get(index, ())), cost + len(drops), bare))
    return tuple(sorted(made.values(), key=lambda item: (item.cost, -len(item.text), item.text)))


def within(source: Source, key: str) -> bool:
    """Return whether the first sentence says in what it came to it by the keyphrase's own words: « dans l’explosion d’un silo »."""
    words = source.analysis.sentences[source.first_sentence].span.of(source.text).replace("’", "'").lower()
    at = words.find(key.replace("’", "'").lower())
    return at > 0 and _WITHIN.search(words[max(0, at - 80) : at]) is not None


def _voices(source: Source, one: Statement) -> Iterator[tuple[int, list[Edit]]]:
    """Yield where the headline ends and what falls of the voice: all of it, the second of two, a body without its place."""
    text, span = source.text, one.speaker_span
    assert span is not None
    words = span.of(text)
    if _AFTER.match(text[span.end :]) is None or any(mark in words for mark in "«»:;") or words.split(" ")[0].lower() in ("il", "elle", "ils", "elles", "on", "son", "sa", "ses", "leur", "leurs"):
        return
    yield span.end, []
    two = re.fullmatch(r"((?:l[ae]s? |l['’])[^,]+?) et ((?:l[ae]s? |l['’])[^,]+)", words)
    if two is not None:
        yield span.end, [Edit("drop", "titre-court", Span(span.start, span.start + two.start(2)), "")]
        yield span.start + two.end(1), []
    clear = _CLEAR.match(words)
    if clear is not None and two is None:
        yield span.start + clear.end(), []


def _claims(source: Source, index: int, close: int, low: int = 40) -> Iterator[tuple[int, int, list[Edit], int, bool]]:
    """Yield start, end and cuts of what is said, what it costs, and whether it wants its event before it."""
    text = source.text
    start = source.analysis.sentences[index].span.start
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None]
    if not clauses or clauses[0].negated:
        return
    first = clauses[0]
    assert first.subject is not None
    told = _befell(source, start, close) if first.subject.start == start else None
    if told is not None:
        end, cuts = told
        more = _befell(source, end + 4, close) if text[end : end + 4] == " et " else None
        if more is not None:
            yield start, more[0], [*cuts, *more[1]], 0, True
        if more is None or re.search(r"(?:mort|tué|décédé|disparu)e?s?$", text[:end]):
            yield start, end, cuts, 6 if more is not None else 3, True
    toll = _TOLL.search(text, first.verb.start, close) if first.verb.end < close else None
    if toll is not None and toll.start() <= first.verb.start + 1:
        named = re.match(r", une? [a-zéè]+ de [\w ]{3,20}(?=,)", text[toll.end() : close])
        if named is not None:
            yield toll.start("toll"), toll.end() + named.end(), [], 0, True
        yield toll.start("toll"), toll.end(), [], 2, True
    for telling, loss in lede_cuts(source, index, low, 110, final=False, attributed=False):
        kept = [edit for edit in telling.edits if edit.kind == "drop"]
        if telling.span.start != start:
            continue
        yield start, telling.span.end, kept, 2 + loss, False
        verb = _BEFELL.match(text, first.verb.start)
        if verb is not None and len(clauses) == 1 and not any(edit.span.overlaps(Span(*verb.span("aux"))) for edit in kept):
            yield start, telling.span.end, [*kept, Edit("drop", WITHOUT_AUXILIARY, Span(*verb.span("aux")), "")], 3 + loss, False


def _befell(source: Source, start: int, close: int) -> tuple[int, list[Edit]] | None:
    """Return the end and the cuts of « Deux ouvriers [sont] morts » from ``start``; None where it is not of this form."""
    verb = _BEFELL.search(source.text, start, close)
    if verb is None or _SOMEBODY.match(source.text, start) is None:
        return None
    who = source.text[start : verb.start()]
    head = re.match(r"[^,;:«»()]+?(?=,| $)", who)
    if head is None or len(head.group()) > 44 or re.search(r"(?<!\w)(?:qui|que|dont|ne|a|ont|est|sont)(?!\w)|[;:«»()]", who) or "," in who and not re.fullmatch(r"[^,]+, [a-zéèêàâîôûç ]{4,40}, ", who):
        return None
    cuts = [Edit("drop", WITHOUT_AUXILIARY, Span(*verb.span("aux")), "")]
    if "," in who:
        cuts.insert(0, Edit("drop", "apposition-du-sujet", Span(start + head.end(), verb.start() - 1), ""))
    return verb.end(), cuts


__all__ = ["Voiced", "voiced", "within"]
