"""Choosing the key points."""

from __future__ import annotations

from seo_fr.choose.chosen import Chosen
from seo_fr.choose.limits import FEW_POINTS, KEYPOINTS, LONGER_THAN_HEADING, LONGEST_POINT, MOST_POINT, SHORTEST_FACT
from seo_fr.choose.reading import first_words, mostly_quoted, sentences_of
from seo_fr.propose import Candidate


class PointsChoice(Chosen):
    """The key points."""

    def keypoints(self, most: int, again: bool = False) -> None:
        """One fact each, from as many sections as there are, none of the introduction's, none that a heading tells while another is free."""
        place = "keypoints"
        headed = self.facts_at("description", *(p for p in self.chosen if p.startswith("h2:section")))
        described = self._described()
        voices = self.pool.two_voices
        counts: dict[int | None, int] = {}
        for candidate in self.chosen.get(place, ()):
            counts[candidate.section] = counts.get(candidate.section, 0) + 1
        while len(self.chosen.get(place, ())) < most:
            best = None
            begun = [first_words(c) for c in self.chosen.get(place, ())]
            barred = self.facts_at("introduction", place) if again else set()
            closing = self.facts_at("conclusion") if again else set()
            for index, candidate in enumerate(self.open(place)):
                if candidate.words > MOST_POINT and len(begun) >= KEYPOINTS[0] or set(candidate.facts) & barred or set(candidate.facts) & closing and not self.told.allows(candidate) or self.told.is_shown(candidate, LONGER_THAN_HEADING if len(begun) < FEW_POINTS else 0) or self._says_heading(candidate) or begun.count(first_words(candidate)) > 1 or self._echoes(candidate, "introduction", place) or not self._may_tell(candidate, again):
                    continue
                if not self._is_fair(place, candidate, 400) or voices and self.strategy.again < 2 and mostly_quoted(candidate) or again and self._quotes_again(candidate):
                    continue
                tags = candidate.tags
                rank = (
                    "thin" in tags,
                    "stranger" in tags,
                    not self._introduced(candidate, "h1", "introduction", place, background=True),
                    self.strategy.sparing and bool(set(candidate.facts) & self.candidates.leaders),
                    first_words(candidate) in begun,
                    candidate.words > LONGEST_POINT,
                    bool(set(candidate.facts) & headed),
                    bool(sentences_of(candidate.passages[0].text) & described),
                    "loose" in tags or "course" in tags,
                    not {"toll", "outcome"} & set(tags),
                    voices and mostly_quoted(candidate),
                    counts.get(candidate.section, 0),
                    "lede" in tags,
                    candidate.words if self.strategy.brief else 0,
                    index,
                )
                if best is None or rank < best[0]:
                    best = (rank, candidate)
            if best is None or any(best[0][:3]) and len(begun) >= KEYPOINTS[0] and not again and not (self._makes_three(best[1]) and len(begun) < FEW_POINTS and not any(best[0][1:3])):
                break
            counts[best[1].section] = counts.get(best[1].section, 0) + 1
            self.take(place, best[1])
            self._answer(place, best[1], 400)
        self.chosen.get(place, []).sort(key=lambda candidate: (not _is_grave(candidate), candidate.source_order))

    def _makes_three(self, candidate: Candidate) -> bool:
        """Return whether a line that tells little may be the third key point: a sentence of some length that leans on nothing, no story of before."""
        return "loose" not in candidate.tags and SHORTEST_FACT <= candidate.words <= LONGEST_POINT and not self._is_backdrop(candidate)

    def shed(self) -> None:
        """Take off the key points that tell nothing, as far as enough stay."""
        place = "keypoints"
        for candidate in [c for c in self.chosen.get(place, ()) if "thin" in c.tags]:
            if len(self.chosen[place]) > FEW_POINTS or not self._makes_three(candidate) and len(self.chosen[place]) > KEYPOINTS[0]:
                self._put_back(place, candidate)


def _is_grave(candidate: Candidate) -> bool:
    """Return whether a key point gives the dead and the hurt, or how it ended, leaning on nothing: it stands before the others."""
    tags = set(candidate.tags)
    return not {"loose", "thin", "stranger", "course"} & tags and ({"toll", "figure"} <= tags or "outcome" in tags)
