"""Candidates for the blocks around the body that tell in sentences: introduction, key points, conclusion."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edited
from seo_fr.propose.candidate import Candidate, passage, rendezvous
from seo_fr.propose.frames import fill, telling_slot
from seo_fr.propose.heads import _without_days
from seo_fr.propose.mains import LONG_LEDE, ledes
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import LOOSE, begins_with_subject, number_of, speaker_of, tags_of
from seo_fr.propose.sound import announced, is_provisional, is_sound, looks_ahead, without_announcement
from seo_fr.propose.substance import LEAST_SUBSTANCE, substance
from seo_fr.propose.tell import Source, Telling
from seo_fr.rulebook import Rulebook

#: « aura fait 11 000 victimes » looks back, for all its future.
_DONE_BY_THEN = re.compile(r"\b(?:aura|auront)(?: \w+){0,2} \w+(?:é|ée|és|ées|u|us|ue|i|is|it|t)\b")


def sentences(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return every telling as a candidate sentence of the introduction or the conclusion, bare and behind each opening that suits it."""
    made: list[Candidate] = []
    for given in (*told, *announced(source)):
        telling = without_announcement(source, given)
        if not is_sound(source, telling):
            continue
        tags = tags_of(source, telling) + (() if telling.strict else ("loose",)) + (("thin",) if substance(source, scores, telling) < LEAST_SUBSTANCE else ())
        section = source.section_of_sentence(telling.sentence)
        speaker = speaker_of(source, telling)
        worth = scores.telling(telling) + (0 if telling.strict else LOOSE)
        if _DONE_BY_THEN.search(telling.text) or not looks_ahead(telling, "said" in tags):
            tags = tuple(tag for tag in tags if tag != "future")
        for block in ("introduction", "conclusion"):
            if is_provisional(telling) or block == "introduction" and telling.sentences > 1:
                continue
            item = passage(block, "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            whole = source.is_lede(telling.sentence) and telling.words > 0.75 * count_words(source.analysis.sentences[telling.sentence].span.of(source.text))
            early = telling.sentence - source.first_sentence < 4
            near = 8 * scores.title_share(telling.text) if block == "introduction" else 0
            made.append(Candidate(block, (item,), telling.clauses, (worth + near, 0, rendezvous(key, block, "sans ouverture")), telling.span.start, section, tags, speaker, early, whole))
            if not begins_with_subject(source, telling) or telling.text.startswith("«"):
                continue
            for kind in ("autre-voix",):  # no other opening: the source does not say how its facts hang together
                if speaker is None or "said" not in tags or "accuses" in tags or "denies" in tags:
                    continue
                for filled in fill(book, block, kind, (telling_slot("proposition", telling, number_of(source, telling)),), key):
                    opened = passage(block, "sentence", filled.text, filled.origin, telling.clauses)
                    made.append(
                        Candidate(block, (opened,), telling.clauses, (worth + near, filled.priority, filled.weight), telling.span.start, section, (*tags, f"opening:{kind}"), speaker)
                    )
    return made


#: What each way to tell the main fact is worth: the first sentence, the sentence nearest to the title where the first only sets the scene, a cut one.
_NEAREST, _LEDE, _OTHER = 500, 400, 100
#: How many words of the title make a sentence the news, and how few leave the first sentence a scene.
_NEWS, _SCENE = 3, 1
_FIRST_SENTENCES = 8


def main_facts(source: Source, told: tuple[Telling, ...], near: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return candidate first sentences of the introduction, best first by merit, and at the place «retain» the short forms that may open the conclusion.

    The first sentence of the body, whole in what makes its meaning; where it only sets the scene, the sentence nearest to the title; last what ``near`` cuts shorter.
    """
    made: list[Candidate] = []

    def add(given: Telling, merit: int) -> None:
        telling = without_announcement(source, given)
        if is_provisional(telling):
            return
        item = passage("introduction", "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        made.append(
            Candidate("main", (item,), telling.clauses, (merit, 0, -telling.words), telling.span.start, source.section_of_sentence(telling.sentence), tags_of(source, telling), speaker_of(source, telling))
        )

    forms = ledes(source)
    for lede in forms:
        if lede.whole or is_sound(source, lede.telling):
            worth = _LEDE - lede.cost - (0 if lede.telling.sentence == source.first_sentence else 60)
            add(lede.telling, worth)
            undated = _without_days(source, lede.telling) if all(source.clause[clause].tense in ("perfect", "simple-past") for clause in lede.telling.clauses[:1]) else None  # when it will be is news
            if undated is not None:
                add(undated, worth - 10)
    first = source.first_sentence
    opening = source.analysis.sentences[first].span.of(source.text)
    scene = scores.title_share(opening) <= _SCENE
    for telling in told:
        place = telling.sentence - first
        if not telling.strict or telling.sentences > 1 or not 0 <= place < _FIRST_SENTENCES or not is_sound(source, telling):
            continue
        share = scores.title_share(telling.text)
        if place == 0:
            if count_words(opening) > LONG_LEDE and not telling.dropped and telling.clauses[0] == source.clauses_of[first][0].id:
                add(telling, _LEDE - 30)  # the first of two sentences in one
        elif not telling.dropped and telling.words <= LONG_LEDE:
            add(telling, (_NEAREST if scene and share >= _NEWS else _OTHER) + 12 * share - 6 * place)
    for telling in (*near, *(lede.telling for lede in forms)):
        if telling.sentence - first < 2 and 8 <= telling.words <= 32 and is_sound(source, telling) and telling.strict and not is_provisional(telling):
            item = passage("conclusion", "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            worth = scores.telling(telling) + 12 * scores.title_share(telling.text)
            made.append(Candidate("retain", (item,), telling.clauses, (worth, 0, -telling.words), telling.span.start, source.section_of_sentence(telling.sentence), tags_of(source, telling), speaker_of(source, telling)))
    for telling in near:
        if is_sound(source, telling):
            add(telling, _OTHER - 20 + 12 * scores.title_share(telling.text) + (30 if telling.sentence == first else 0))
    return made


#: The most words of two sentences that are one key point, the second leaning on the first.
LONGEST_PAIR = 36
#: What such a pair is worth less than one sentence.
PAIRED = 25


def keypoints(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return every telling of 6 to 44 words as a candidate key point, and two short sentences together where the second leans on the first."""
    made = []
    for given in (*told, *announced(source)):
        telling = without_announcement(source, given)
        if not 6 <= telling.words <= (44 if telling.sentences == 1 else LONGEST_PAIR) or not is_sound(source, telling) or is_provisional(telling):
            continue
        if telling.sentences > 1 and (telling.sentences > 2 or not any(clause.obstacles for clause in source.clauses_of[telling.sentence + 1])):
            continue
        item = passage("keypoints", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        ideal = -abs(telling.words - 17)
        tags = tags_of(source, telling)
        told_much = substance(source, scores, telling)
        merit = (scores.telling(telling) + (6 if "figure" in tags else 0) + ideal + (0 if telling.strict else LOOSE) + min(told_much, 36) // 4 - (PAIRED if telling.sentences > 1 else 0), 0, 0)
        section = source.section_of_sentence(telling.sentence)
        tags += (() if telling.strict else ("loose",)) + (("thin",) if told_much < LEAST_SUBSTANCE else ())
        made.append(Candidate("keypoints", (item,), telling.clauses, merit, telling.span.start, section, tags, speaker_of(source, telling)))
    return made


def attributed_mains(source: Source, found: list[Candidate]) -> list[Candidate]:
    """Return the statements of the first sentence, their speaker put before them (« Selon la préfecture, … »), as candidate main facts."""
    made = []
    for candidate in found:
        item = candidate.passages[0]
        if candidate.place != "who" or len(candidate.passages) != 1 or not candidate.template.startswith("who/selon/") or not candidate.facts or "loose" in candidate.tags or isinstance(item.origin, Edited):
            continue
        if {source.clause[fact].sentence for fact in candidate.facts} == {source.first_sentence} and 8 <= candidate.words <= LONG_LEDE:
            first = passage("introduction", "sentence", item.text, item.origin, item.facts)
            made.append(Candidate("main", (first,), candidate.facts, (_LEDE - 12, 0, -candidate.words), candidate.source_order, candidate.section, candidate.tags, candidate.speaker))
    return made


#: Forms of « who says what » that may stand as a key point, and as a sentence of the conclusion.
_POINTS = ("who/citation/deux-points", "who/citation/a-declare", "who/citation-fonction/a-declare", "who/citation-fonction/deux-points")
_SENTENCES = ("who/citation/a-declare", "who/citation-fonction/a-declare")


def quote_points(found: list[Candidate]) -> list[Candidate]:
    """Return the quotes of « who says what » as candidate key points and last sentences: where one voice alone speaks there is no such block, and it is heard there."""
    made: list[Candidate] = []
    for candidate in found:
        if candidate.place != "who" or len(candidate.passages) != 1 or "quote" not in candidate.tags:
            continue
        item = candidate.passages[0]
        tags = ("said", "voice") + (("loose",) if "loose" in candidate.tags else ())
        merit = (candidate.merit[0] - 2 * max(0, candidate.words - 28) - 10, *candidate.merit[1:])
        if candidate.template in _POINTS and candidate.words <= 44:
            point = passage("keypoints", "bullet", item.text, item.origin, item.facts)  # type: ignore[arg-type]
            made.append(Candidate("keypoints", (point,), candidate.facts, merit, candidate.source_order, candidate.section, tags, candidate.speaker))
        if candidate.template in _SENTENCES and candidate.words <= 60:
            last = passage("conclusion", "sentence", item.text, item.origin, item.facts)  # type: ignore[arg-type]
            made.append(Candidate("conclusion", (last,), candidate.facts, merit, candidate.source_order, candidate.section, tags, candidate.speaker))
    return made
