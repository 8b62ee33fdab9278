"""A quotation of several sentences, told whole with the words that say whose it is: none of its sentences can be told without the others."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.alone import stands
from seo_fr.propose.resolve import resolve
from seo_fr.propose.source import Source, in_quotes, plain
from seo_fr.propose.standing_words import QUOTED, words_of_role
from seo_fr.propose.tell import LONGEST_RUN, Telling, finish
from seo_fr.propose.voiced import named_voices

_MOST = 4


def quoted_runs(source: Source) -> tuple[Telling, ...]:
    """Return the quotations of two to four sentences that can be told, in source order; a telling's ``sentence`` is its first."""
    sentences = source.analysis.sentences
    made: list[Telling] = []
    first: int | None = None
    depth = 0
    for index, sentence in enumerate(sentences):
        if sentence.doubtful != "inside-quote" or sentence.paragraph < 0:
            first = None
            continue
        if first is not None and sentences[first].paragraph != sentence.paragraph:
            first = None
        if first is None:
            first, depth = index, 0
        words = sentence.span.of(source.text)
        depth += words.count("«") + words.count("“") - words.count("»") - words.count("”")
        if depth <= 0 and words.count('"') % 2 == 0:
            if index > first:
                telling = _run(source, first, index)
                if telling is not None:
                    made.append(telling)
            first = None
    return tuple(made)


def _run(source: Source, first: int, last: int) -> Telling | None:
    """The sentences ``first`` to ``last`` as one telling, None where what is outside the quotation leans on the text before or nobody is named as its speaker."""
    sentences = source.analysis.sentences
    if last - first >= _MOST or not all(source.is_matter(index) and source.clauses_of.get(index) for index in range(first, last + 1)):
        return None
    end = sentences[last].span.end
    while end > sentences[first].span.start and source.text[end - 1].isspace():
        end -= 1
    span = Span(sentences[first].span.start, end)
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes) or not _spoken(source, span):
        return None
    for loose in (False, True):
        edits = _edits(source, first, last, span, loose)
        if edits is None or not all(near(source, first, span, edit) for edit in edits):
            continue
        done = finish(source, span, edits)
        if done is None or count_words(done[2]) > LONGEST_RUN:
            return None
        clauses = tuple(clause.id for index in range(first, last + 1) for clause in source.clauses_of[index])
        telling = Telling(*done, clauses, first, 0, not loose, last - first + 1)
        return telling if says_who(telling.text) and stands(source, telling) else None
    return None


def _spoken(source: Source, span: Span) -> bool:
    """Whether words outside the quotation, within ``span``, say whose it is."""
    spans = [quote.speaker_span for quote in source.analysis.quotes if span.covers(quote.span)]
    spans += [statement.speaker_span for statement in source.analysis.statements if span.covers(statement.cue) and not in_quotes(source, statement.cue)]
    return any(found is not None and span.covers(found) and not in_quotes(source, found) for found in spans)


def says_who(text: str) -> bool:
    """Whether the words outside the quotation say by themselves whose it is: not « a déploré le conseil », « a déclaré son directeur, Paul Morel »."""
    if text[:1] not in "«“":
        return True
    outside = QUOTED.sub(" ", text).strip(" ,.\u00a0")
    if re.search(r"[A-ZÉÈÀ]|\b(?:du|de la|des|d['’]une?)\b|\bde l['’]", outside) is None:
        return False
    owned = re.match(r"[^A-ZÉÈ]*?\b(?:son|sa|ses|leurs?) (\w+)", outside)
    return owned is None or owned.group(1).lower() in words_of_role("kin")


def near(source: Source, first: int, span: Span, edit: Edit) -> bool:
    """Whether whoever an edit names stands in the passage or in the sentence just before: « a-t-il dit » is nobody's who was named earlier."""
    if edit.kind != "reference":
        return True
    reference = source.reference_at.get(edit.span.start)
    far = 4 if edit.rule in ("fonction-et-nom", "reprise-nommee") and reference is not None or edit.rule == "fonction-et-nom" else 1
    before = Span(source.analysis.sentences[max(0, first - far)].span.start, source.analysis.sentences[max(0, first - 1)].span.end)
    names = [word for word in re.findall(r"[\w’'-]+", edit.after) if word[:1].isupper()]
    return bool(names) and all(word in before.of(source.text) or word in span.of(source.text) for word in names[-1:])


def _edits(source: Source, first: int, last: int, span: Span, loose: bool) -> list[Edit] | None:
    edits: list[Edit] = []
    for index in range(first, last + 1):
        for position, clause in enumerate(source.clauses_of[index]):
            if clause.person != 3 and not in_quotes(source, clause.verb):
                return None
            kept = tuple(obstacle for obstacle in clause.obstacles if not explained(source, clause, obstacle, index > first))
            more = resolve(source, replace(clause, obstacles=kept), span, position == 0, (), loose, True, tuple(edits))
            if more is None:
                return None
            edits += [edit for edit in more if edit not in edits]
    return [*edits, *named_voices(source, span, edits)]


def explained(source: Source, clause: Clause, obstacle: str, later: bool) -> bool:
    """Whether an obstacle stands in the quotation only, where the speaker is « je » and what goes before in his own words explains the rest."""
    kind, _, word = obstacle.partition(":")
    if not later and kind not in ("speaker", "connective", "contrast-after", "possessive", "definite", "demonstrative", "pronoun"):
        return False
    if kind in ("short-name", "connective") and not later:
        return False
    text = plain(clause.span.of(source.text))
    at, places = text.find(plain(word)), []
    while at >= 0:
        places.append(Span(clause.span.start + at, clause.span.start + at + len(word)))
        at = text.find(plain(word), at + 1)
    whole = [place for place in places if (word[:1] == "-" or not source.text[place.start - 1 : place.start].isalnum()) and (word[-1:] in "'’" or not source.text[place.end : place.end + 1].isalnum())]
    if not whole or not all(in_quotes(source, place) for place in whole):
        return False
    return later or kind in ("speaker", "connective", "contrast-after") or all(told_of(source, clause, kind, place) for place in whole)


_NOTHING = re.compile(r"il (?:(?:m|t)['’]|(?:nous|vous) )?(?:a |avait |aurait )?(?:fallu|manqué|manque|faut|faudra|fallait|suffit|suffirait|reste|convient)\b|il y a\b", re.IGNORECASE)


def told_of(source: Source, clause: Clause, kind: str, place: Span) -> bool:
    """Whether what leans in the quotation's first sentence is explained: « nos collègues et leurs proches » by what stands before it there, « cette usine » by the title or the first paragraph."""
    before = [token for token in source.tokens_in(Span(clause.span.start, place.start)) if in_quotes(source, token.span)]
    if kind == "pronoun":
        word = plain(place.of(source.text)).split()[0]
        grammar = {"il": ("Masc", "Sing"), "elle": ("Fem", "Sing"), "ils": ("Masc", "Plur"), "elles": ("Fem", "Plur")}.get(word)
        agreeing = grammar is not None and any(token.pos == "NOUN" and (token.feature("Gender"), token.feature("Number")) == grammar for token in before)
        return agreeing or _NOTHING.match(source.text, place.start) is not None
    if kind == "possessive":
        number = "Plur" if plain(place.of(source.text)).startswith("leur") else "Sing"
        return any(token.pos == "NOUN" and token.feature("Number") == number or token.pos == "PROPN" and number == "Sing" for token in before)
    noun = next((token for token in source.tokens_in(Span(place.start, min(len(source.text), place.end + 30))) if token.pos == "NOUN"), None)
    if noun is None:
        return False
    title = source.analysis.article.title
    opening = source.analysis.paragraphs[source.first_paragraph].span
    told = (*source.tokens_in(opening), *(source.tokens_in(title) if title is not None else ()))
    return any(token.pos == "NOUN" and token.lemma.lower() == noun.lemma.lower() and token.feature("Number") == noun.feature("Number") for token in told if token.span.end < place.start)
