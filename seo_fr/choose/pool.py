"""What a plan is made of: one way to go about it, and what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from seo_fr.choose.limits import COPIED, FACT_CLAUSE, FEW_ONWARD, LAST_WORDS, LEAST_GAIN
from seo_fr.choose.reading import mostly_quoted, run_of
from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words
from seo_fr.options import Options
from seo_fr.propose import Candidate, Candidates
from seo_fr.propose.closing import clause_heading, closing_heading


@dataclass(frozen=True, slots=True)
class Strategy:
    """One way to go about the required blocks.

    ``order``: in which they are filled. ``sparing``: a sentence that the next one leans on is left for where both are told. ``brief``: key points take their shortest forms, and leave the fuller to what follows.
    ``again``: how far a fact may be told twice: 0, not at all; 1, by key points in other words than a block of context; 2, also by a
    shorter form of the same words, :data:`MOST_COPIES` times, where a required block would be missing; 3, also where words are wanting, and by a whole answer. ``asked``: so many questions
    whose answers tell what no single sentence can are taken before key points and conclusion. ``closing``: where nothing comes next, a fact is kept for the conclusion before key points take all: 2, before the introduction too.
    ``block``: the block of context that suits the article is filled before introduction and key points.
    """

    order: tuple[str, ...] = ("conclusion", "introduction", "keypoints")
    sparing: bool = False
    brief: bool = False
    again: int = 0
    asked: int = 0
    closing: int = 0
    block: bool = False



class Pool:
    """What may be chosen: the candidates without the rejected ones, by place, best first. Made once for all strategies."""

    def __init__(self, candidates: Candidates, rejected: frozenset[str], options: Options, body_words: int) -> None:
        self.candidates = candidates
        self.options = options
        self.body_words = body_words
        self._rejected = rejected
        self._open: dict[str, tuple[Candidate, ...]] = {}
        self._fact_headings: dict[tuple[tuple[str, ...], frozenset[str]], Candidate | None] = {}
        analysis = candidates.source.analysis
        text = analysis.article.text
        names = [entity.name.of(text) for entity in analysis.entities]
        functions = [span.of(text) for entity in analysis.entities for span in entity.functions]
        self.names = (candidates.keyphrase.text, *names, *functions)
        self._voices: bool | None = None
        self.own_headings = sum(1 for section in analysis.sections if analysis.paragraphs[section.start].kind == "heading")
        self.middle = candidates.source.middle
        sentences = analysis.sentences
        self.opening_line = typeset(sentences[candidates.source.first_sentence].span.of(text).strip()) if sentences else ""

    @cached_property
    def last_text(self) -> str:
        """What stands just above a conclusion as the page has it, in lower case: the last two paragraphs of the body, of a short or undivided one the last sentences, its last quarter."""
        analysis = self.candidates.source.analysis
        prose = [index for index, paragraph in enumerate(analysis.paragraphs) if paragraph.kind != "heading"]
        sentences = [sentence for sentence in analysis.sentences if sentence.paragraph in prose]
        most = max(LAST_WORDS, sum(count_words(sentence.span.of(analysis.article.text)) for sentence in sentences) // 4)
        taken: list[str] = []
        size = 0
        for sentence in reversed([each for each in sentences if each.paragraph in prose[1:][-2:]]):
            words = sentence.span.of(analysis.article.text).strip()
            size += count_words(words)
            if taken and size > most:
                break
            taken.insert(0, typeset(words))
        return " ".join(taken).lower()

    @cached_property
    def last_runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of :data:`COPIED` words of what stands just above."""
        return run_of(self.last_text, COPIED)

    @cached_property
    def closing_facts(self) -> frozenset[int]:
        """Return the facts that say what comes or is not over, whole and clear, where they are of :data:`FEW_ONWARD` sentences at most: the conclusion's before any heading's."""
        found = {fact: self.candidates.source.clause[fact].sentence for c in self.open("conclusion") if {"future", "pending"} & set(c.tags) and not {"stranger", "loose"} & set(c.tags) for fact in c.facts if fact in self.candidates.source.clause}
        return frozenset(found) if len(set(found.values())) <= FEW_ONWARD else frozenset()

    def fact_heading(self, found: tuple[Candidate, ...], used: frozenset[str]) -> Candidate | None:
        """Return the heading that says what a conclusion without a next step tells, none that the page has (``used``: in lower case); None where there is none."""
        key = (tuple(candidate.passages[0].id for candidate in found), used)
        if key not in self._fact_headings:
            given = self.candidates
            made = clause_heading(given.source, given.scores, given.article_key, found, used, self._rejected, FACT_CLAUSE, apart=True)
            made = made or closing_heading(given.source, given.scores, given.article_key, found, used, self._rejected, voices=False)
            self._fact_headings[key] = made or closing_heading(given.source, given.scores, given.article_key, found, used, self._rejected)
        return self._fact_headings[key]

    @property
    def two_voices(self) -> bool:
        """Whether there may be a block «who says what», where quotes are at home."""
        if self._voices is None:
            self._voices = "who" not in self.options.without and len({c.speaker for c in self.open("who")}) > 1
        return self._voices

    def open(self, place: str) -> tuple[Candidate, ...]:
        """Return the candidates of a place that nothing has rejected, best first."""
        if place not in self._open:
            self._open[place] = tuple(c for c in self.candidates.at(place) if not any(passage.id in self._rejected for passage in c.passages))
        return self._open[place]

    @cached_property
    def runs(self) -> tuple[Candidate, ...]:
        """Return the questions whose answers tell facts that no key point can, most such words first."""
        clause = self.candidates.source.clause
        text = self.candidates.source.text
        alone = {fact for candidate in self.open("keypoints") if "loose" not in candidate.tags for fact in candidate.facts}
        gains = {}
        for index, candidate in enumerate(self.open("qa")):
            gain = sum(count_words(clause[fact].span.of(text)) for fact in sorted(set(candidate.facts) - alone))
            if gain >= LEAST_GAIN:
                gains[index] = gain
        return tuple(self.open("qa")[index] for index in sorted(gains, key=lambda index: (-gains[index], index)))

    def told(self, place: str) -> tuple[Candidate, ...]:
        """Return the same, what quotes somebody at length last and no bare voices, where there may be a block for them."""
        if not self.two_voices or place not in ("introduction", "keypoints", "conclusion"):
            return self.open(place)
        if f"told:{place}" not in self._open:
            self._open[f"told:{place}"] = tuple(sorted((c for c in self.open(place) if "voice" not in c.tags), key=mostly_quoted))
        return self._open[f"told:{place}"]
