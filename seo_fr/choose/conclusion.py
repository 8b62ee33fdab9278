"""Choosing the conclusion: what comes next, what is open or contested; else another fact under a heading that says it."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.choose.heading_choice import HeadingChoice
from seo_fr.choose.limits import (
    CONCLUSION,
    COPIED,
    ENOUGH,
    FACT_KINDS,
    FEW_CLOSING,
    LABELLED,
    LONGEST_GROWN,
    LONGEST_PIECE,
    MORE_THAN_HEADING,
    MOST_CLOSING,
    MOST_TRIED,
    ONWARD,
    SHORT_CONCLUSION,
    SHORTEST_FACT,
)
from seo_fr.choose.reading import content, heading_texts, kind_rank, mostly_quoted, opening, run_of, story
from seo_fr.model import BlockKind
from seo_fr.propose import Candidate

_MAY_COME = re.compile(r"\b(?:pourrait|pourraient|devrait|devraient) (?:être |se |s['’])?\w+")
#: How sure the source is of what no one has settled.
_UNSURE = ("denied", "conditional", "alleged")
#: What is said to have happened: « aurait appelé ».
_DONE = re.compile(r"\b(?:aurait|auraient|serait|seraient) (?:\w+ )?\w+(?:é|i|u|is|it)e?s?\b")


#: What closes a page: what comes, is open, asked for, wished, denied, answered or said; a mere fact of the past does not.
_LOOKS_ON = frozenset({"said", "future", "pending", "onward", "demands", "asked", "wished", "open", "denies", "reaction", "changed", "state"})


class ConclusionChoice(HeadingChoice):
    """The conclusion."""

    def conclusion(self) -> None:
        """What comes next, what is not over, what is contested or asked: one to three sentences, short ones before such as the last two paragraphs have word for word. Nothing where there is none."""
        place = "conclusion"
        found = [c for c in self.open(place) if self._closes(c)]
        ranked = sorted(found, key=lambda c: ("aside" in c.tags, kind_rank(c) > 0, self._is_copied(c), "thin" in c.tags, kind_rank(c), -self._weight(c), c.source_order, c.passages[0].id))
        self._close_with(ranked)
        if place not in self.chosen:  # a section's heading tells it, not so fully
            self._close_with([c for c in ranked if {"future", "pending"} & set(c.tags)], MORE_THAN_HEADING)
        self._grow(place)
        self.chosen.get(place, []).sort(key=story)

    def _close_with(self, ranked: list[Candidate], more: int = 0) -> None:
        """Take the best of the candidates; with ``more`` also such as go on for so many words more than a heading that tells them."""
        place = "conclusion"
        for candidate in ranked:
            if "aside" in candidate.tags and (kind_rank(candidate) or self.size(place) >= SHORT_CONCLUSION):
                break
            if len(self.chosen.get(place, ())) >= MOST_CLOSING or self.size(place) >= ENOUGH:
                break
            if self._is_copied(candidate) and not self._may_copy(place, candidate):
                continue
            if self.size(place) + candidate.words > CONCLUSION[1] or self._clashes(place, candidate) or self._quotes_again(candidate) or self.told.is_shown(candidate, more):
                continue
            if self._introduced(candidate, "h1", "introduction", place, below=True) and self.told.allows(candidate, 1) and self._is_fair(place, candidate, CONCLUSION[1]):
                self.take(place, candidate)
                self._answer(place, candidate, CONCLUSION[1])

    def _grow(self, place: str) -> None:
        """While the conclusion is short, let a sentence of it give way to a longer form that goes on from it with what comes or is not over as well."""
        for short in list(self.chosen.get(place, ())):
            if self.size(place) >= SHORT_CONCLUSION:
                return
            room = CONCLUSION[1] - self.size(place) + short.words
            longer = [c for c in self.open(place) if c.words > short.words and set(short.facts) < set(c.facts) and c.words <= min(room, LONGEST_GROWN) and {"future", "pending"} & set(c.tags) and not opening(c) and not {"stranger", "thin"} & set(c.tags)]
            self._put_back(place, short)
            taken = short
            for candidate in sorted(longer, key=lambda c: (c.words, c.passages[0].id)):
                if not self._is_copied(candidate) and not self._clashes(place, candidate) and not self.told.is_shown(candidate) and self.told.allows(candidate, 1) and self._is_fair(place, candidate, CONCLUSION[1]):
                    taken = candidate
                    break
            self.take(place, taken)

    def close_again(self) -> None:
        """Where the conclusion is missing or short, tell a second time, in other words, what comes or is not over and stands in introduction or key points."""
        place: BlockKind = "conclusion"
        found = [c for c in self.open(place) if self._closes(c) and "aside" not in c.tags and kind_rank(c) < 3 and "pair" not in c.tags]
        for candidate in sorted(found, key=lambda c: (kind_rank(c), -self._weight(c), c.source_order, c.passages[0].id)):
            size = self.size(place)
            if size >= SHORT_CONCLUSION or len(self.chosen.get(place, ())) >= MOST_CLOSING or not self.told.times(candidate):
                continue
            if self._copies_run(candidate) or size + candidate.words > CONCLUSION[1] or self.told.is_shown(candidate) or self._quotes_again(candidate) or not self.told.allows(candidate, 2) or not self._in_other_words(candidate):
                continue
            if self._introduced(candidate, "h1", "introduction", place, below=True) and self._is_fair(place, candidate, CONCLUSION[1]):
                self.take(place, replace(candidate, tags=(*candidate.tags, "again")))
        self.chosen.get(place, []).sort(key=story)

    def _in_other_words(self, candidate: Candidate) -> bool:
        """Return whether every line that tells the candidate's facts shares less than two thirds of its words with it, and none of the conclusion's tells them."""
        mine, facts = content(candidate.passages[0].text), set(candidate.facts)
        for place, found in self.chosen.items():
            if place.startswith(("h1", "h2", "title_tag", "slug")):
                continue
            for other in found:
                if facts.isdisjoint(other.facts):
                    continue
                theirs = content(other.passages[-1].text)
                if place == "conclusion" or 3 * len(mine & theirs) >= 2 * len(mine | theirs):
                    return False
        return True

    def closes_shortly(self) -> bool:
        """Return whether the conclusion is long enough: of few words, only where it says itself what comes or is not over, or when."""
        found = self.chosen.get("conclusion", ())
        if self.size("conclusion") >= FEW_CLOSING:
            return True
        if any({"future", "dated"} <= set(c.tags) or {"pending"} & set(c.tags) and self.size("conclusion") >= SHORTEST_FACT for c in found):
            return self.size("conclusion") >= CONCLUSION[0]
        sure = any(not {"thin", "loose"} <= set(c.tags) and ("future" in c.tags or _MAY_COME.search(c.passages[0].text)) for c in found)
        return sure and self.size("conclusion") >= SHORTEST_FACT

    def _closes(self, candidate: Candidate) -> bool:
        """Return whether a sentence says what is to come or not over when the article ends; not the news itself, no long piece, no story of before, no guess at what happened."""
        source = self.candidates.source
        tags = set(candidate.tags)
        clauses = [source.clause[fact] for fact in candidate.facts if fact in source.clause]
        if opening(candidate) or "stranger" in tags and "aside" not in tags or candidate.words > LONGEST_PIECE or candidate.words < 5 or any(clause.sentence == source.first_sentence for clause in clauses) or self._is_backdrop(candidate):
            return False
        if mostly_quoted(candidate) and not {"future", "pending"} & tags:
            return False
        if {"future", "pending", "denies"} & tags:
            return True
        if "accuses" in tags:
            return False  # a charge alone
        if {"wished", "asked"} & tags and candidate.words >= SHORTEST_FACT and ("thin" not in tags or "asked" in tags and "loose" not in tags):
            return True
        if "demands" in tags:
            return candidate.speaker is not None and candidate.source_order >= self.pool.middle and "thin" not in tags
        return "open" in tags and any(clause.commitment in _UNSURE for clause in clauses) and _DONE.search(candidate.passages[0].text) is None and not any(clause.tense == "past-conditional" for clause in clauses) and "thin" not in tags

    def _is_copied(self, candidate: Candidate) -> bool:
        """Return whether the candidate says :data:`COPIED` words running of the last two paragraphs, or all of a shorter sentence of theirs."""
        return self._copies_run(candidate) or any(item.text.rstrip(" .").lower() in self.pool.last_text for item in candidate.passages)

    def _may_copy(self, place: str, candidate: Candidate) -> bool:
        """Return whether a line that the end of the body has too may still close the page, for want of another: what comes, is not over, is denied or asked for; but for a few words, not the body's very last sentence."""
        tags = set(candidate.tags)
        onward = bool({"future", "pending"} & tags)
        if self.size(place) < FEW_CLOSING and onward:
            return True
        if self._says_last(candidate) or {"thin", "loose"} <= tags:
            return False
        return self.size(place) < (SHORT_CONCLUSION if onward else FEW_CLOSING) and (onward or bool({"asked", "wished", "denies", "demands"} & tags))

    def _says_last(self, candidate: Candidate) -> bool:
        """Return whether the candidate tells the last sentence of the body."""
        source = self.candidates.source
        last = max((index for index, sentence in enumerate(source.analysis.sentences) if sentence.paragraph >= 0), default=-1)
        return any(source.clause[fact].sentence == last for fact in candidate.facts if fact in source.clause)

    def _copies_run(self, candidate: Candidate) -> bool:
        """Return whether the candidate says :data:`COPIED` words running of the last two paragraphs."""
        return any(run_of(item.text, COPIED) & self.pool.last_runs for item in candidate.passages)

    def closing_fact(self) -> None:
        """Where nothing comes next and nothing is open: a consequence, a reaction or another fact that stands nowhere else around the body, with one or two that are about the same, under a heading that says them."""
        place: BlockKind = "conclusion"
        main = next(iter(self.chosen.get("introduction", ())), None)
        free = self._ranked_facts([c for c in self.open(place) if self._may_close(c, main)], main)
        used = heading_texts(self.chosen)
        firsts = [c for c in free if _LOOKS_ON & set(c.tags) and not self._is_backdrop(c) and c.words >= SHORTEST_FACT and self._introduced(c, "h1", "introduction", place, below=True) and self._is_fair(place, c, CONCLUSION[1])]
        for candidate in firsts[:MOST_TRIED]:
            self.take(place, replace(candidate, tags=(*candidate.tags, "fact")))
            self._answer(place, candidate, CONCLUSION[1])
            self._more_of(place, candidate, free)
            heading = self.pool.fact_heading(tuple(self.chosen[place]), used)
            if heading is None and len(self.chosen[place]) > 1 and "accuses" not in candidate.tags:
                for other in [each for each in self.chosen[place] if each.facts != candidate.facts]:
                    self._put_back(place, other)
                heading = self.pool.fact_heading(tuple(self.chosen[place]), used)
            if heading is not None:
                self.take(f"h2:{place}", heading, told=False)
                self.told.show(heading.passages)
                return
            if self._labelled(place):
                return
            self.give_back(place)
        for kind in FACT_KINDS:
            if self._labelled_facts(place, kind, free):
                return

    def _labelled_facts(self, place: BlockKind, kind: str, free: list[Candidate]) -> bool:
        """Fill the conclusion with facts of one kind alone (what changes, reactions, figures, how it stands, what was before), under a label that is true of each; return whether they are enough."""
        for candidate in free:
            if self.size(place) >= SHORT_CONCLUSION or len(self.chosen.get(place, ())) >= MOST_CLOSING:
                break
            if kind not in self._fact_kinds(candidate) or candidate.words < SHORTEST_FACT or self.size(place) + candidate.words > CONCLUSION[1] or not self.told.allows(candidate, 1) or self._clashes(place, candidate):
                continue
            if self._introduced(candidate, "h1", "introduction", place, background=True, below=True) and self._is_fair(place, candidate, CONCLUSION[1]):
                self.take(place, replace(candidate, tags=(*candidate.tags, f"as:{kind}")))
        found = self.chosen.get(place, [])
        headed = any(kind in heading.tags for heading in self.open(f"h2:{place}"))
        if not headed or self.size(place) < LABELLED or kind == "reaction" and len({each.speaker for each in found}) < 2:
            self.give_back(place)
            return False
        found.sort(key=story)
        self.heading_of(place)
        return True

    def _fact_kinds(self, candidate: Candidate) -> frozenset[str]:
        """Return what kinds of fact a sentence is for certain, as labels name them."""
        tags = set(candidate.tags)
        if {"accuses", "denies", "thin", "course", "leg", "voice"} & tags:
            return frozenset()
        if self._is_backdrop(candidate):
            return frozenset(("before",)) if self._is_background(candidate) and not {"said", "open"} & tags else frozenset()
        return frozenset(tags & {"changed", "reaction", "state"})

    def _labelled(self, place: BlockKind) -> bool:
        """Let a label head the conclusion where every sentence of it is to come or is not over, and it is long enough; return whether one does."""
        found = self.chosen[place]
        if not all({"future", "pending"} & set(each.tags) for each in found) or self.size(place) < FEW_CLOSING:
            return False
        found[:] = [replace(each, tags=tuple(tag for tag in each.tags if tag != "fact")) for each in found]
        self.heading_of(place)
        return True

    def lengthen(self) -> None:
        """Where a conclusion is short, add to what comes next what is about the same and stands nowhere else around the body, under a heading that says it; nothing where no heading can."""
        place: BlockKind = "conclusion"
        found = self.chosen.get(place)
        if not found or self.size(place) >= SHORT_CONCLUSION or len(found) >= MOST_CLOSING:
            return
        main = next(iter(self.chosen.get("introduction", ())), None)
        before, headed = list(found), self.chosen.get(f"h2:{place}", [])
        free = self._ranked_facts([c for c in self.open(place) if self._may_close(c, main)], main)
        for first in before:
            self._more_of(place, first, free)
        added = [each for each in self.chosen[place] if each not in before]
        if not added:
            return
        heading = self.pool.fact_heading(tuple(self.chosen[place]), heading_texts(self.chosen, f"h2:{place}"))
        if heading is not None:
            for old in list(headed):
                self.chosen[f"h2:{place}"].remove(old)
                self._sizes[f"h2:{place}"] -= old.words
            self.take(f"h2:{place}", heading, told=False)
            self.told.show(heading.passages)
            return
        if self._labelled(place):
            return
        for each in added:
            self._put_back(place, each)

    def _ranked_facts(self, free: list[Candidate], main: Candidate | None) -> list[Candidate]:
        headed = self.facts_at(*(p for p in self.chosen if p.startswith("h2:section")))
        return sorted(free, key=lambda c: (self._is_copied(c), not {"future", "pending"} & set(c.tags), bool(set(c.facts) & headed), "thin" in c.tags, -self._weight(c, main) - ONWARD * bool({"onward", "demands"} & set(c.tags)) - (12 if "said" in c.tags and c.speaker is not None else 0), c.source_order, c.passages[0].id))

    def _more_of(self, place: BlockKind, first: Candidate, free: list[Candidate]) -> None:
        """Add what is about the same as the first sentence of the conclusion, of its section or with its words, while it is short."""
        about = content(first.passages[0].text) - self.candidates.scores.key_stems
        for other in free:
            if self.size(place) >= SHORT_CONCLUSION or len(self.chosen[place]) >= MOST_CLOSING:
                break
            near = other.section == first.section or len(content(other.passages[0].text) & about) > 1
            if not near or not self.told.allows(other, 1) or self.size(place) + other.words > CONCLUSION[1] or self._clashes(place, other) or self._is_backdrop(other) and not self._is_background(other):
                continue
            if self._introduced(other, "h1", "introduction", place, background=True, below=True) and self._is_fair(place, other, CONCLUSION[1]):
                self.take(place, replace(other, tags=(*other.tags, "fact")))
        self.chosen[place].sort(key=story)

    def _is_first(self, candidate: Candidate) -> bool:
        """Return whether the candidate tells the article's first sentence."""
        source = self.candidates.source
        return any(source.clause[fact].sentence == source.first_sentence for fact in candidate.facts if fact in source.clause)

    def _may_close(self, candidate: Candidate, main: Candidate | None) -> bool:
        """Return whether a fact may stand below the body: of a later paragraph, whole, nobody unknown in it, told nowhere else, in no words of the last two paragraphs."""
        tags = set(candidate.tags)
        if opening(candidate) or {"stranger", "leg", "course"} & tags or self._is_first(candidate) or candidate.words > LONGEST_PIECE or candidate.words < 6 or candidate.passages[0].text.startswith("«") or mostly_quoted(candidate) and self.pool.two_voices:
            return False
        if "thin" in tags and (candidate.words < SHORTEST_FACT or not {"said", "open", "future", "pending"} & tags):
            return False
        if self._copies_run(candidate) or self.told.is_shown(candidate) or not self.told.allows(candidate, 1) or self._quotes_again(candidate) or self._says_heading(candidate):
            return False
        return (main is None or not self._restates(candidate, main)) and not self._echoes(candidate, "introduction", "keypoints")
