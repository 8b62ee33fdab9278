"""Choosing the introduction: the main fact, then what later paragraphs add."""

from __future__ import annotations

import re

from seo_fr.choose.chosen import Chosen
from seo_fr.choose.limits import (
    AS_H1,
    ENOUGH,
    INTRODUCTION,
    LEAST_SAID,
    LEDE_MERIT,
    LONGER_SENTENCE,
    LONGER_THAN_HEADING,
    LONGEST_MAIN,
    LONGEST_OF_ALL,
    LONGEST_SENTENCE,
    MOST_BEHIND,
    NEWS_SHARE,
    SAME_AS_BELOW,
    SAME_BEGINNING,
    SHORT_INTRODUCTION,
    SHORT_MAIN,
    TITLE_LEFT,
    WITHOUT_KEY,
    WORSE,
)
from seo_fr.choose.reading import content, main_merit, mostly_quoted, opening, story
from seo_fr.propose import Candidate
from seo_fr.propose.blocks import HELD

_DEATH = re.compile(r"\b(?:morts?|mortes?|tuée?s?|décédée?s?|décès)\b")
_HARM = re.compile(rf"{_DEATH.pattern}|\b(?:blessée?s?|disparue?s?)\b")


class IntroductionChoice(Chosen):
    """The introduction."""

    def introduction(self) -> None:
        """The main fact; then one or two facts of later paragraphs: who disputes it, what follows, what comes next, each whole by itself. Nothing more of the first paragraph, which stands just below."""
        _, most = INTRODUCTION
        place = "introduction"
        self.main_fact()
        main = next(iter(self.chosen.get(place, ())), None)
        if main is None:
            self.missing.append(place)
            return
        self._answer(place, main, most + 25)  # an accusation is not the news without what is said to it
        voices = {main.speaker}
        source = self.candidates.source
        alone = all(sentence.paragraph <= source.first_paragraph for sentence in source.analysis.sentences)  # of one paragraph all is the first
        ranked = sorted((c for c in self.open(place) if "lede" not in c.tags or alone and not c.early), key=lambda c: (-self._weight(c, main), c.source_order, c.passages[0].id))
        for longer, last in ((False, False), (True, False), (True, True)):
            for candidate in ranked:
                size, behind = self.size(place), len(self.chosen[place])
                if not longer and "pair" in candidate.tags:
                    continue
                if behind > MOST_BEHIND + longer or longer and size >= SHORT_INTRODUCTION or behind > 1 and (size >= ENOUGH or not self.options.words):
                    break
                if self.told.is_shown(candidate, LONGER_THAN_HEADING if last else 0) or self._tells_little(candidate, last) or candidate.words > (LONGEST_OF_ALL if last and behind == 1 else LONGER_SENTENCE if longer else LONGEST_SENTENCE) or mostly_quoted(candidate) and not (last and candidate.speaker is not None):
                    continue
                if "course" in candidate.tags and "outcome" not in candidate.tags and not (last and "figure" in candidate.tags):
                    continue  # how it went is no news
                if self._is_backdrop(candidate) and not (longer and self._is_background(candidate) or last and "loose" not in candidate.tags) or self._restates(candidate, main) or candidate.passages[0].text.startswith("«"):
                    continue
                if self._introduced(candidate, "h1", place, background=longer) and self._may_follow(place, candidate, voices, most):
                    self.take(place, candidate)
                    voices.add(candidate.speaker)
                    self._answer(place, candidate, most + 25)
        found = self.chosen[place]
        found[1:] = sorted(found[1:], key=story)

    def _tells_little(self, candidate: Candidate, last: bool) -> bool:
        """Return whether a sentence tells too little, or of somebody whom nothing presents; where an introduction would be short (``last``), a name may end what is said of somebody known, and a whole sentence of some length tells enough."""
        tags = set(candidate.tags)
        slight = "thin" in tags and not (last and not {"loose", "course"} & tags and candidate.words >= LEAST_SAID)
        return slight or "stranger" in tags and not (last and "aside" in tags)

    def main_fact(self) -> None:
        """Take the main fact, before any other block can."""
        if "introduction" not in self.chosen:
            main = self._main()
            if main is not None:
                rest = self._rest_of_the_news(main)
                if rest is None or not self._is_h1(main):  # what stands just above need not be said again where the rest opens as well
                    self.take("introduction", main)
                if rest is not None:
                    self.take("introduction", rest)

    def _rest_of_the_news(self, main: Candidate) -> Candidate | None:
        """Return what the main fact must not be told without: the dead of whom it says nothing, who won a contest that it says was held, what the title says and it does not; None where it says all or nothing else may stand beside it."""
        text = main.passages[0].text
        title = {stem for other in self.chosen.get("h1", ()) for stem in content(other.passages[0].text)} - content(text)
        held, deadly = HELD.search(text) is not None, _DEATH.search(text) is not None

        def kind(candidate: Candidate) -> int:
            tags, said = set(candidate.tags), candidate.passages[0].text
            if not deadly and {"toll", "figure"} <= tags and _DEATH.search(said) is not None and candidate.early:
                return 1
            if held and "outcome" in tags:
                return 2
            return 3 if len(title & content(said)) >= TITLE_LEFT and "lede" not in tags else 0

        found = [
            (kind(c), c)
            for c in self.open("introduction")
            if kind(c)
            and not {"loose", "thin", "pair", "course", "future"} & set(c.tags)
            and ("stranger" not in c.tags or "aside" in c.tags)
            and c.words <= LONGEST_SENTENCE
            and not (opening(c) or mostly_quoted(c) or self._is_backdrop(c) or c.passages[0].text.startswith("«") or self._restates(c, main) or self.told.is_shown(c))
            and self.told.allows(c, 1)
            and not self._clashes("introduction", c)
            and self._is_fair("introduction", c, INTRODUCTION[1])
        ]
        return min(found, key=lambda item: (item[0], -len(title & content(item[1].passages[0].text)), max(0, item[1].words - 22), item[1].source_order, item[1].passages[0].id))[1] if found else None

    def _main(self) -> Candidate | None:
        mains = tuple(c for c in self.open("main") if self._is_news(c))
        if mains:  # in other words than the h1's and than the sentence that stands just below, shortly, where it has such
            best = mains[0]
            told = [c for c in mains if set(c.facts) & set(best.facts) and c.merit[0] >= best.merit[0] - WORSE]
            return min(enumerate(told), key=lambda item: (not self.told.allows(item[1], 1), self._main_cost(item[1], best), item[0]))[1]
        early = [c for c in self.open("introduction") if c.early and not self._is_backdrop(c) and not opening(c) and self.told.allows(c, 1) and self._is_news(c)]
        first = min(early, key=lambda c: ("loose" in c.tags, SAME_AS_BELOW * c.verbatim_lede - 12 * self.candidates.scores.title_share(c.passages[0].text) - main_merit(c, self.candidates), c.source_order, c.passages[0].id), default=None)
        return first if first is not None else self._toll_or_result()

    def _toll_or_result(self) -> Candidate | None:
        """Return the dead or the hurt as the source gives them last, where its first sentence tells of such and cannot be told: a later one corrects it."""
        best = next(iter(self.candidates.at("main")), None)
        if best is None or _HARM.search(best.passages[0].text) is None:
            return None
        found = [c for c in self.open("introduction") if _HARM.search(c.passages[0].text) and "toll" in c.tags and not {"loose", "thin", "stranger", "pair", "course"} & set(c.tags) and not opening(c) and c.words <= LONGEST_MAIN and self.told.allows(c, 1)]
        return max(found, key=lambda c: (_DEATH.search(c.passages[0].text) is not None, self._weight(c), c.source_order, c.passages[0].id), default=None)

    def _main_cost(self, candidate: Candidate, best: Candidate) -> int:
        """Return what speaks against a form of the main fact: what its cuts lose, its length, that it is the line just below, that the keyphrase is not in it."""
        text = candidate.passages[0].text
        cost = AS_H1 * self._is_h1(candidate) + min(best.merit[0] - candidate.merit[0], 2 * WORSE) + max(0, candidate.words - SHORT_MAIN) + max(0, 3 * (candidate.words - LONGEST_MAIN))
        alike = text.split()[:3] == self.pool.opening_line.split()[:3]
        return cost + SAME_AS_BELOW * (text == self.pool.opening_line) + SAME_BEGINNING * alike + WITHOUT_KEY * (not self.candidates.scores.keyphrase_count(text))

    def _is_h1(self, candidate: Candidate) -> bool:
        """Return whether the candidate says the h1 again, word for word."""
        mine = candidate.passages[0].text.rstrip(" .").lower()
        return any(mine == other.passages[0].text.rstrip(" .").lower() for other in self.chosen.get("h1", ()))

    def _is_news(self, candidate: Candidate) -> bool:
        """Return whether the candidate tells the news: what the best form of it tells, rejected or not, or as much of the title. Nothing else opens an introduction."""
        best = next(iter(self.candidates.at("main")), None)
        if best is None or best.merit[0] < LEDE_MERIT or candidate.merit[0] >= LEDE_MERIT or set(candidate.facts) & set(best.facts):
            return True
        share = self.candidates.scores.title_share
        return share(candidate.passages[0].text) >= min(NEWS_SHARE, max(1, share(best.passages[0].text)))

    def _may_follow(self, place: str, candidate: Candidate, voices: set[int | None], most: int) -> bool:
        if opening(candidate) and (not voices - {None} or candidate.speaker in voices):
            return False
        if self.size(place) + candidate.words > most or not self.told.allows(candidate, 1) or self._clashes(place, candidate):
            return False
        return self._is_fair(place, candidate, most + 25)
