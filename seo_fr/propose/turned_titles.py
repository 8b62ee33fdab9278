"""Title tags that turn the news about: who was judged, what was decided, before the verb, by whom left to the h1.

« Le tribunal de Valmont relaxe l’ancien notaire Paul Vidal » → « L’ancien notaire Paul Vidal relaxé », « La cour d’appel a validé lundi la suspension du décret » → « La suspension du décret validée ».
The participle agrees with the noun as the lexicon of inflected forms has it; where gender or number is not certain there is no such title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from seo_fr.french.agreement import noun_gender
from seo_fr.french.conjugation import analyse_form, past_participle
from seo_fr.model import Edit, Slot, Span, Token
from seo_fr.propose.headlines import Headline
from seo_fr.propose.source import Source
from seo_fr.propose.tell import finish
from seo_fr.propose.title_cuts import TITLE_CHARACTERS, core_of
from seo_fr.propose.title_forms import _joined
from seo_fr.propose.title_news import _news_clause

#: Verbs whose participle says the whole news of their object, whoever acted.
_TURNED = frozenset(
    "condamner relaxer acquitter libérer interpeller arrêter écrouer limoger suspendre adopter approuver voter valider ratifier annuler interdire autoriser inaugurer abroger prolonger reporter".split()
)
_ALONE = frozenset("relaxer acquitter libérer interpeller arrêter écrouer limoger adopter approuver voter valider ratifier annuler suspendre inaugurer abroger reporter autoriser interdire".split())
_RESERVED = re.compile(r"(?i)(?<!\w)(?:ne|n['’]|pas|jamais|aucune?|sans|présum\w+|selon|d['’]après|sauf|hors|contre|si|partiellement|provisoirement|en partie|plusieurs|certain\w*|autres?|même\w*|son|sa|ses|leurs?|cet?|cette|ces|qui|que|qu['’]|dont|où)(?!\w)|[«»;:()!?]")
_SENTENCE = re.compile(r" à (?:(?:une|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-\w+|vingt|vingt-\w+|trente|\d+) (?:ans?|mois|jours) (?:de (?:prison|réclusion)(?: ferme| avec sursis| criminelle)?|ferme)|la (?:réclusion criminelle à )?perpétuité)(?![\w-])")
_DETERMINED = {"le": ("m", "s"), "un": ("m", "s"), "la": ("f", "s"), "une": ("f", "s"), "l'": ("", "s"), "les": ("", "p"), "des": ("", "p"), "deux": ("", "p"), "trois": ("", "p"), "quatre": ("", "p"), "cinq": ("", "p"), "six": ("", "p")}
#: What completes a noun; « en première lecture » completes the verb.
_OF = frozenset(["de", "d'", "d’", "du", "des", "à", "au", "aux", "sur", "entre"])
#: What may fall behind the object: who did it, after what. Where, for whom and how long say how far it goes: « autorise la chasse [dans dix départements] ».
_FALLS = frozenset(["par", "après"])
_LIMITS = re.compile(r"(?i)(?<!\w)(?:mais|sauf|sous|condition|malgré|contre|sans|partie|partiellement|provisoirement|jusqu\w*|dont|seul\w*|uniquement|exception|hormis|dans|pour (?!avoir|abus|meurtre|viol|vol|fraude|détournement))(?!\w)")
_ENDS = frozenset(["ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PUNCT"])


def turned(source: Source) -> Iterator[tuple[Slot, tuple[int, ...]]]:
    """Yield slots « proposition » of at most 60 characters, longest first, with the clauses that they tell (none for a title's)."""
    title, text = source.bare_title, source.text
    if title is not None:
        core = Span(core_of(source), title.end)
        finite = [token for token in source.tokens_in(core) if token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin"]
        if len(title) <= TITLE_CHARACTERS or len(finite) != 1 or finite[0].pos != "VERB" or finite[0].feature("Tense") not in ("Pres", "") or finite[0].span.start == core.start:
            return
        facts: tuple[int, ...] = ()
        if re.search(r"[,?]|(?i:selon|d['’]après|sauf|sans) ", text[core.start : finite[0].span.start]) or "?" in core.of(text):
            return  # whose claim, whose question it is
        read = {form.lemma for form in analyse_form(finite[0].span.of(text).lower()) if form.lemma in _TURNED}
        if len(read) != 1:
            return
        verb, lemma, end = finite[0].span, read.pop(), core.end
    else:
        clause = _news_clause(source)
        if clause is None or clause.passive or clause.commitment != "asserted" or clause.tense not in ("perfect", "present") or clause.subject is None or clause.subject.end > clause.verb.start:
            return
        verb, lemma, end, facts = clause.verb, clause.lemma, clause.span.end, (clause.id,)
    if lemma not in _TURNED or "«" in text[verb.start : end] or re.search(r"(?i)(?<!\w)(?:se |s['’]|n['’]|ne |pas|l['’]|les? )", verb.of(text)):
        return
    behind = [token for token in source.tokens_in(Span(verb.end, end)) if token.span.start >= verb.end]
    times = [time.span for time in source.analysis.times]
    while behind and any(time.overlaps(behind[0].span) for time in times):
        behind.pop(0)
    grammar = _grammar(source, behind)
    done = past_participle(lemma, *grammar) if grammar is not None else None
    if done is None:
        return
    made: list[Slot] = []
    inflected = Edit("tense", "passif-de-titre", verb, done)
    for start in _starts(source, behind):
        for stop in _stops(source, behind, start, end):
            thing = Span(start, stop)
            inside = [token for token in behind if thing.covers(token.span)]
            if _RESERVED.search(thing.of(text)) or "," in thing.of(text) or any(token.pos == "ADP" and token.span.of(text).lower() not in _OF or token.pos == "VERB" for token in inside):
                continue
            rest = _SENTENCE.match(text, stop, end)
            if rest is None and _LIMITS.search(text[stop:end]) is not None and lemma not in ("relaxer", "acquitter"):
                continue
            if rest is not None and re.match(r",? (?:dont|avec|assorti)", text[rest.end() : rest.end() + 12]):
                continue
            if rest is None and (lemma not in _ALONE or re.match(r" (?:à|de|d['’]|comme|pour|président\w*|maire|ministre) ?", text[stop : stop + 12]) is not None and lemma not in ("relaxer", "acquitter")):
                continue
            spans = (thing, verb) if rest is None else (thing, verb, Span(stop + 1, rest.end()))
            initial = (Edit("case", "majuscule-initiale", Span(start, start + 1), text[start].upper()),) if text[start].islower() else ()
            slot = _joined(source, spans, (*initial, inflected))
            if 24 <= len(slot.text) <= TITLE_CHARACTERS:
                made.append(slot)
    for slot in sorted(made, key=lambda slot: -len(slot.text)):
        yield slot, facts


def _grammar(source: Source, tokens: list[Token]) -> tuple[str, str] | None:
    """Gender and number of the noun phrase that ``tokens`` begin with, None where they are not certain."""
    if not tokens:
        return None
    text = source.text
    entity = next((entity for entity in source.analysis.entities for mention in entity.mentions if mention.form != "pronoun" and mention.span.start == tokens[0].span.start), None)
    if tokens[0].pos == "PROPN" and entity is not None and entity.kind == "person" and entity.gender in ("m", "f") and entity.number != "p":
        return entity.gender, "s"
    shown = _DETERMINED.get(tokens[0].span.of(text).lower().replace("’", "'"))
    noun = next((token for token in tokens[1:4] if token.pos in ("NOUN", "PROPN")), None)
    if shown is None or noun is None or noun.pos != "NOUN":
        return None
    known = noun_gender(noun.span.of(text).lower())
    named = next((entity.gender for entity in source.analysis.entities for mention in entity.mentions if entity.kind == "person" and noun.span.end < mention.span.start <= noun.span.end + 1), "")
    gender = shown[0] or known or named
    return (gender, shown[1]) if gender in ("m", "f") and known in (None, gender) and named in ("", gender) else None


def _starts(source: Source, tokens: list[Token]) -> list[int]:
    """Where the phrase may begin: with its article; with the name of one person whom a definite noun presents."""
    starts = [tokens[0].span.start]
    if tokens[0].span.of(source.text).lower().replace("’", "'") in ("le", "la", "l'"):
        for entity in source.analysis.entities:
            for mention in entity.mentions if entity.kind == "person" and entity.gender in ("m", "f") else ():
                before = [token for token in tokens if token.span.end <= mention.span.start]
                if mention.form == "full" and " " in mention.span.of(source.text) and 2 <= len(before) <= 4 and all(token.pos in ("DET", "NOUN", "ADJ") for token in before):
                    starts += [token.span.start for token in tokens if token.pos == "PROPN" and mention.span.covers(token.span)][:1]
    return starts


def _stops(source: Source, tokens: list[Token], start: int, end: int) -> list[int]:
    """Where the phrase may end: at the clause's end, before the sentence that a court gave, before a comma, behind a name."""
    text = source.text
    stops = {end}
    comma = re.search(r",", text[start:end])
    stops |= {start + comma.start()} if comma is not None else set()
    given = _SENTENCE.search(text, start, end)
    stops |= {given.start()} if given is not None else set()
    for entity in source.analysis.entities:
        stops |= {mention.span.end for mention in entity.mentions if entity.kind == "person" and mention.form == "full" and start <= mention.span.start and mention.span.end <= min(stops)}
    for token in tokens:
        if start < token.span.start < min(stops) and (token.span.of(text).lower() in _FALLS or token.pos == "VERB" and token.feature("VerbForm") == "Part"):
            stops.add(token.span.start - 1)
            break
    placed = [token for token in tokens if token.span.start >= start]
    return sorted(stop for stop in stops if stop > start and (left := [token for token in placed if token.span.end <= stop]) and left[-1].pos not in _ENDS)


_ORDINALS = "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième".split()
_ORDINAL = re.compile(rf"(?<![\w-])(?P<word>{'|'.join(_ORDINALS)})(?= (?:étape|journée|édition|manche|tour|place|titre|victoire|sacre|mandat|anniversaire|but|semaine|trimestre|saison)s?(?!\w))")


#: How it went, which a title of 60 characters does without.
_HOW = re.compile(r" (?:en solitaire|au sprint|en direct|en avant-première|en grande pompe)(?= (?:l[ae]s? |l['’]|une? |sa |son |ses ))")


def by_the_name(source: Source, lines: Iterable[Headline]) -> Iterator[Headline]:
    """Yield headlines of the first sentence of an untitled article that fit a title tag by a name for « Le Slovène Ivan Morel » and « 4e » for « quatrième »."""
    text, first = source.text, source.first_sentence
    for line in lines:
        if line.clause.sentence != first or len(line.text) <= TITLE_CHARACTERS or line.span.start - source.analysis.sentences[first].span.start > 40:
            continue
        kept = [edit for edit in line.edits if edit.kind not in ("typography", "case")]
        fewer = [Edit("typography", "ordinal-en-chiffres", Span(*found.span("word")), f"{_ORDINALS.index(found.group('word').lower()) + 2}e") for found in _ORDINAL.finditer(text, line.span.start, line.span.end)]
        fewer = [edit for edit in fewer if not any(edit.span.overlaps(other.span) for other in kept)]
        fewer += [Edit("drop", "circonstance-de-titre", Span(*found.span()), "") for found in _HOW.finditer(text, line.span.start, line.span.end) if not any(edit.span.overlaps(Span(*found.span())) for edit in kept)]
        tokens = source.tokens_in(line.span)
        name = _starts(source, list(tokens))[-1] if tokens else line.span.start
        role = [Edit("drop", "nom-sans-qualite", Span(line.span.start, name), "")] if name > line.span.start and not any(edit.span.start < name for edit in kept) else []
        for drops in ([*role, *fewer], role, fewer):
            done = finish(source, line.span, [*kept, *drops], final=False) if drops else None
            if done is not None and len(done[2]) <= TITLE_CHARACTERS:
                yield replace(line, span=done[0], edits=done[1], text=done[2])


__all__ = ["by_the_name", "turned"]
