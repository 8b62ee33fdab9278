"""Tellings: clauses of the source, copied with the few edits that let them stand alone.

A telling is source text: its words, in its order, less what a certified pattern drops, with a name in place of a short one. Nothing else
gets on a page without a template.
"""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Sentence, Span
from seo_fr.propose.according import according, moved
from seo_fr.propose.alone import stands
from seo_fr.propose.resolve import leaning, resolve
from seo_fr.propose.source import FINAL_MARKS, Source, Telling, finish, in_quotes
from seo_fr.propose.voiced import named_voices

__all__ = ["FINAL_MARKS", "LONGEST_RUN", "Source", "Telling", "finish", "in_quotes", "is_whole", "other_tellings", "run_telling", "sentence_telling", "tellings"]


def tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the ways to tell one clause alone, whole form first, then shorter ones. Empty where it cannot stand alone."""
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return ()
    if not source.is_matter(clause.sentence):
        return ()
    if clause.subject is None or clause.person != 3 and not in_quotes(source, clause.verb) or _splits_quote(source, clause.span):
        return ()
    if not _cut_is_sure(source, clause) or not is_whole(source, clause) or source.text[clause.span.end :].lstrip().startswith(":"):
        return ()
    made: list[Telling] = []
    for drops in ((), *(compression.edits for compression in clause.shorter if _may_drop(source, clause, compression.edits))):
        strict = True
        edits = resolve(source, clause, clause.span, True, drops)
        if edits is None:
            edits, strict = resolve(source, clause, clause.span, True, drops, True), False
        if edits is None:
            continue
        merged = list(drops) + [edit for edit in edits if not any(edit.span.overlaps(drop.span) for drop in drops)]
        done = finish(source, clause.span, merged)
        if done is not None:
            strict = strict and clause.tense != "pluperfect"
            telling = Telling(*done, (clause.id,), clause.sentence, sum(len(drop.span) for drop in drops), strict)
            made += [telling] if stands(source, telling) else []
    return tuple(made)


def sentence_telling(source: Source, index: int, joined: bool = False) -> Telling | None:
    """Return the whole sentence told alone, or None where it cannot stand alone. ``joined``: the next sentence will stand beside it."""
    sentence = source.analysis.sentences[index]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return None
    clauses = source.clauses_of.get(index, ())
    if not source.is_matter(index):
        return None
    if not clauses or clauses[0].subject is None and source.analysis.tokens[sentence.tokens[0]].pos not in ("DET", "PROPN", "NOUN", "NUM", "ADP", "ADV", "PUNCT", "X"):
        return None
    if clauses[0].person != 3 and not in_quotes(source, clauses[0].verb):
        return None  # « Rappelons que… », « nous » of the newspaper
    edits: list[Edit] = []
    strict = clauses[0].tense != "pluperfect"
    for position, clause in enumerate(clauses):
        more = resolve(source, clause, sentence.span, position == 0, (), False, joined, tuple(edits))
        if more is None:
            more, strict = resolve(source, clause, sentence.span, position == 0, (), True, joined, tuple(edits)), False
        if more is None:
            return None
        edits += [edit for edit in more if edit not in edits]
    if _splits_quote(source, sentence.span):
        return None
    edits += named_voices(source, sentence.span, edits)
    done = finish(source, _trimmed(source, sentence), edits)
    telling = Telling(*done, tuple(clause.id for clause in clauses), index, 0, strict) if done else None
    if telling is None or joined or stands(source, telling):
        return telling
    other = according(source, telling)
    return other if other is not None and stands(source, other) else None


def other_tellings(source: Source, whole: Telling) -> tuple[Telling, ...]:
    """Return further forms of a sentence told whole: its claim « selon » its voice, the voice before or behind the claim."""
    made = (according(source, whole), moved(source, whole))
    return tuple(other for other in made if other is not None and other.text != whole.text and stands(source, other))


_JOINTS = frozenset("et mais ou or puis car ni donc tandis que alors".split())


def _may_drop(source: Source, clause: Clause, drops: tuple[Edit, ...]) -> bool:
    """Return whether nothing that frames or qualifies the claim is dropped: an opening adjunct but a date, a parenthesis, a figure, part of a list after a colon."""
    for drop in drops:
        words = drop.span.of(source.text)
        if clause.lead is not None and drop.span.overlaps(clause.lead) and not source.is_date(clause.lead):
            return False
        if "(" in words or re.search(r"\d", words) or ":" in source.text[clause.span.start : drop.span.start]:
            return False
    return True


def is_whole(source: Source, clause: Clause) -> bool:
    """Return whether nothing of the sentence is left out around the clause but marks and joints: no « Quelque » before it, no « , selon lui » after it."""
    sentence = source.analysis.sentences[clause.sentence].span
    clauses = source.clauses_of.get(clause.sentence, ())
    before = max((other.span.end for other in clauses if other.span.end <= clause.span.start), default=sentence.start)
    after = min((other.span.start for other in clauses if other.span.start >= clause.span.end), default=sentence.end)
    for gap in (source.text[before : clause.span.start], source.text[clause.span.end : after]):
        if any(word.lower() not in _JOINTS for word in re.findall(r"\w+", gap)):
            return False
    return True


def _cut_is_sure(source: Source, clause: Clause) -> bool:
    """Return whether what follows the clause in its sentence is surely a clause of its own, and not a noun the parser took for a verb (« et l’est de la Drôme »)."""
    for other in source.clauses_of.get(clause.sentence, ()):
        if other.span.start <= clause.span.start:
            continue
        if any(obstacle.startswith("shared-subject") for obstacle in other.obstacles) or other.subject is None:
            word = other.verb.of(source.text).replace("’", "'").lower()
            if re.fullmatch(r"(?:l'|s'|n'|en |y )?(?:est|a|as|sont|ont|porte|marche|offre|rue|place|mars|compte|tour|prise|mise)", word):
                return False
    return True


_ANAPHORIC = frozenset("inner dependent pronoun possessive demonstrative definite other also aside clitic time connective short-name short-title shared-subject anaphor contrast-after".split())
LONGEST_RUN = 70


def run_telling(source: Source, first: Telling) -> tuple[Telling, ...]:
    """Return a sentence told with the one or two that follow it in its paragraph and lean on it (« Il a ajouté… »): together they stand alone. Shortest first.

    What leans further back than the run is named; a pronoun that nothing in the run explains ends it. A run that begins its paragraph goes on with sentences that lean
    on nothing too: a paragraph told whole is what the source tells in one breath.
    """
    made: list[Telling] = []
    sentences = source.analysis.sentences
    before = sentences[first.sentence]
    if first.span != _trimmed(source, before):
        return ()
    opens = first.sentence == 0 or sentences[first.sentence - 1].paragraph != before.paragraph
    clauses = list(first.clauses)
    edits = [edit for edit in first.edits if edit.kind not in ("typography", "case", "period")]
    for index in (first.sentence + 1, first.sentence + 2):
        if index >= len(sentences) or sentences[index].doubtful or not source.is_matter(index):
            break
        here = source.clauses_of.get(index, ())
        obstacles = {obstacle.partition(":")[0] for clause in here for obstacle in clause.obstacles}
        if not here or not obstacles <= _ANAPHORIC or here[0].person != 3 and not in_quotes(source, here[0].verb):
            break
        if sentences[index].paragraph != sentences[index - 1].paragraph:
            gap = Span(_trimmed(source, sentences[index - 1]).end, sentences[index].span.start)
            if not opens or not _goes_on_below(source, index, here):
                break
            edits.append(Edit("break", "suite-de-paragraphe", gap, " "))
        elif not (obstacles or opens):
            break
        clauses += [clause.id for clause in here]
        span = Span(first.span.start, _trimmed(source, sentences[index]).end)
        more = leaning(source, here, span, sentences[index].span.start, edits)
        if more is None:
            break
        edits += more
        if _splits_quote(source, span):
            continue
        done = finish(source, span, edits)
        if done is None or count_words(done[2]) > LONGEST_RUN:
            break
        run = Telling(*done, tuple(clauses), first.sentence, 0, first.strict, index - first.sentence + 1)
        made += [run] if stands(source, run) else []
    return tuple(made)


def _goes_on_below(source: Source, index: int, here: tuple[Clause, ...]) -> bool:
    """Return whether a paragraph begins by taking up the one before: « Elle prévoit… », « Cette décision… », in the same section."""
    paragraphs, at = source.analysis.paragraphs, source.analysis.sentences[index].paragraph
    if at < 1 or paragraphs[at].kind != "prose" or paragraphs[at - 1].kind != "prose" or source.section_of.get(at) != source.section_of.get(at - 1):
        return False
    subject = here[0].subject
    if subject is None or source.text[paragraphs[at - 1].span.end : paragraphs[at].span.start].strip():
        return False
    words = subject.of(source.text)
    taken = any(name in ("pronoun", "demonstrative") and words.startswith(word[: len(words)]) for name, _, word in (obstacle.partition(":") for obstacle in here[0].obstacles))
    return taken and re.match(r"(?:Il|Elle|Ils|Elles|Ce|Cet|Cette)\b", words) is not None and subject.start - source.analysis.sentences[index].span.start < 2


def _trimmed(source: Source, sentence: Sentence) -> Span:
    start, end = sentence.span.start, sentence.span.end
    while end > start and source.text[end - 1].isspace():
        end -= 1
    while end > start and source.text[start] in "–—-" and not source.text[start + 1 : start + 2].isalnum() or source.text[start : start + 1].isspace():
        start += 1  # the dash of a dateline or of a list
    return Span(start, end)


def _splits_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly inside and partly outside ``span``: it would be cut."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)
