"""One plan under one strategy: which candidates stand where. Everything is taken best first; nothing is told twice in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from seo_fr.choose import known
from seo_fr.choose.repeat import Told
from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words, word_runs
from seo_fr.model import BlockKind
from seo_fr.options import Options
from seo_fr.propose import Candidate, Candidates, heads
from seo_fr.propose.closing import clause_heading, closing_heading
from seo_fr.propose.glossary import SPARE, STANDARD
from seo_fr.propose.score import stems

INTRODUCTION = (25, 90)
CONCLUSION = (9, 80)
KEYPOINTS = (2, 5)
#: Fewer key points are enough only where no more are to be had.
FEW_POINTS = 3
MOST_HEADINGS = 8
#: The most words of one sentence, of one key point and of one conclusion's piece.
LONGEST_SENTENCE = 30
LONGEST_POINT = 26
#: The most words of a key point behind the first two.
MOST_POINT = 32
LONGEST_PIECE = 36
#: Behind a first sentence, an introduction has so many at most, one more while it is short; it is long enough, and a conclusion is, with so many words.
MOST_BEHIND, ENOUGH = 2, 45
#: Below so many words an introduction, and a conclusion, is short; then the introduction takes sentences of so many words, and what was before the news if it is dated.
SHORT_INTRODUCTION, SHORT_CONCLUSION, LONGER_SENTENCE = 40, 30, 36
#: Of fewer words a conclusion says for certain what comes.
FEW_CLOSING = 12
#: What a clause must be worth to head a conclusion of what has no next step; the fewest words of its sentence; how many are tried.
FACT_CLAUSE, SHORTEST_FACT, MOST_TRIED = 8, 9, 10
#: The most sentences of a conclusion; from how many words running on it copies what stands just above.
MOST_CLOSING, COPIED = 3, 12
#: The most words of the main fact if it has a form of no more, and how much worse such a form may be.
LONGEST_MAIN, WORSE = 35, 40
#: How many words the main fact should have; what it costs to be the sentence that stands just below, to begin as it does, and what not to name the keyphrase.
SHORT_MAIN, SAME_AS_BELOW, SAME_BEGINNING, WITHOUT_KEY = 18, 12, 8, 8
#: How many words of the title make a sentence the news, where that of the first sentence cannot be told.
NEWS_SHARE = 3
#: Main facts of less merit are not made of the first sentence.
LEDE_MERIT = 200
#: Where so many words are wanting, questions with whole answers come before those that a word answers.
MANY_WANTING, SHORT_ANSWER = 120, 7
#: Most second tellings in words told before.
MOST_COPIES = 3
#: How many words an answer must tell that no key point can, to be asked first.
LEAST_GAIN = 8
#: How much shorter or longer a second telling in the same words must be.
OTHER_FORM = (0.75, 1.33)


@dataclass(frozen=True, slots=True)
class Strategy:
    """One way to go about the required blocks.

    ``order``: in which they are filled. ``sparing``: a sentence that the next one leans on is left for where both are told. ``brief``: key points take their shortest forms, and leave the fuller to what follows.
    ``again``: how far a fact may be told twice: 0, not at all; 1, by key points in other words than a block of context; 2, also by a
    shorter form of the same words, :data:`MOST_COPIES` times, where a required block would be missing; 3, also where words are wanting, and by a whole answer. ``asked``: so many questions
    whose answers tell what no single sentence can are taken before key points and conclusion. ``closing``: where nothing comes next, a fact is kept for the conclusion before key points take all: 2, before the introduction too.
    """

    order: tuple[str, ...] = ("conclusion", "introduction", "keypoints")
    sparing: bool = False
    brief: bool = False
    again: int = 0
    asked: int = 0
    closing: int = 0


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
        """The last two paragraphs of the body as the page has them, in lower case."""
        analysis = self.candidates.source.analysis
        prose = [paragraph for paragraph in analysis.paragraphs if paragraph.kind != "heading"]
        return " ¶ ".join(typeset(paragraph.span.of(analysis.article.text).strip()) for paragraph in prose[1:][-2:]).lower()

    @cached_property
    def last_runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of :data:`COPIED` words of the last two paragraphs."""
        return _run_of(self.last_text, COPIED)

    def fact_heading(self, found: tuple[Candidate, ...], used: frozenset[str]) -> Candidate | None:
        """Return the heading that says what a conclusion without a next step tells, none that the page has (``used``: in lower case); None where there is none."""
        key = (tuple(candidate.passages[0].id for candidate in found), used)
        if key not in self._fact_headings:
            given = self.candidates
            made = clause_heading(given.source, given.scores, given.article_key, found, used, self._rejected, FACT_CLAUSE, apart=True)
            self._fact_headings[key] = made or closing_heading(given.source, given.scores, given.article_key, found, used, self._rejected, voices=False)
        return self._fact_headings[key]

    @property
    def two_voices(self) -> bool:
        """Whether there may be a block «who says what», where quotes are at home."""
        if self._voices is None:
            self._voices = "who" not in self.options.without and len({c.speaker for c in self.open("who")}) > 1
        return self._voices

    def is_rejected(self, name: str) -> bool:
        """Return whether something has rejected the passage of that id."""
        return name in self._rejected

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


class Choice:
    """The candidates chosen so far, by place."""

    def __init__(self, pool: Pool, strategy: Strategy) -> None:
        self.pool = pool
        self.candidates = pool.candidates
        self.options = pool.options
        self.strategy = strategy
        self.told = Told(pool.names)
        self.chosen: dict[str, list[Candidate]] = {}
        self.missing: list[str] = []
        self._sizes: dict[str, int] = {}
        self._copies = 0
        self.needed = True  # required blocks are being filled

    # ------------------------------------------------------------------------------------------------------------ common

    def open(self, place: str) -> Iterable[Candidate]:
        """Return the candidates of a place in the strategy's order."""
        found = self.pool.open(place) if self.strategy.again > (place == "keypoints") else self.pool.told(place)
        if self.strategy.sparing and place in ("keypoints", "introduction"):
            return sorted(found, key=lambda candidate: bool(set(candidate.facts) & self.candidates.leaders))
        return found

    def take(self, place: str, candidate: Candidate, told: bool = True) -> None:
        """Let the candidate stand at the place."""
        self.chosen.setdefault(place, []).append(candidate)
        self._sizes[place] = self._sizes.get(place, 0) + candidate.words
        if told:
            self._copies += self.told.copies(candidate)
            self.told.add(candidate)

    def _put_back(self, place: str, candidate: Candidate) -> None:
        self.chosen[place].remove(candidate)
        self._sizes[place] -= candidate.words
        self.told.remove(candidate)
        self._copies -= self.told.copies(candidate)

    def give_back(self, place: str) -> None:
        """Take a block off the page; what it told may be told elsewhere."""
        for candidate in self.chosen.pop(place, []):
            self.told.remove(candidate)
            self._copies -= self.told.copies(candidate)
        for gone in (place, f"h2:{place}"):
            self.chosen.pop(gone, None)
            self._sizes.pop(gone, None)

    def size(self, place: str) -> int:
        """Return the words chosen for the place."""
        return self._sizes.get(place, 0)

    def total(self) -> int:
        """Return the words of the page so far, headings included."""
        return self.pool.body_words + sum(size for place, size in self._sizes.items() if place not in ("title_tag", "description", "slug"))

    @property
    def wanting(self) -> int:
        """How many words are still wanting."""
        return max(0, self.options.words - self.total())

    def headings(self) -> int:
        """Return how many h2 the page has so far, the source's own included."""
        return self.pool.own_headings + sum(1 for place in self.chosen if place.startswith("h2:"))

    def _retells(self, candidate: Candidate, part: bool = False) -> bool:
        """Return whether the candidate says in about the same words what a passage chosen before says; with ``part``, or a part of it, or more."""
        if not self.told.times(candidate):
            return False
        facts = set(candidate.facts)
        mine, said = _content(candidate.passages[-1].text), quoted_words(candidate)
        for place, found in self.chosen.items():
            for other in found if not place.startswith(("h1", "h2", "title_tag", "description")) else ():
                if not facts.isdisjoint(other.facts):
                    if said & quoted_words(other):
                        return True
                    theirs = _content(other.passages[-1].text)
                    whole = min(len(mine), len(theirs)) if part and place != "qa" else len(mine | theirs)
                    if 3 * len(mine & theirs) > 2 * whole:
                        return True
        return False

    def _echoes(self, candidate: Candidate, *places: str) -> bool:
        """Return whether a sentence of the places says most of what the candidate says, of whatever clause it is made: the source says it twice too."""
        mine = _content(candidate.passages[-1].text)
        for place in places:
            for other in self.chosen.get(place, ()):
                theirs = _content(other.passages[-1].text)
                shared = len(mine & theirs)
                if shared >= 5 and 4 * shared >= 3 * min(len(mine), len(theirs)):
                    return True
        return False

    def _introduced(self, candidate: Candidate, *places: str, background: bool = False) -> bool:
        """Return whether what a sentence speaks of by a bare noun (« Le suspect ») is named in the h1 or in the places before it; with ``background``, also what was before the news, where it has its date and leans on nothing."""
        if "loose" not in candidate.tags:
            return True
        source = self.candidates.source
        clauses = [source.clause[fact] for fact in candidate.facts if fact in source.clause]
        obstacles = {obstacle.partition(":")[0] for clause in clauses for obstacle in clause.obstacles}
        if not clauses or any(clause.tense == "pluperfect" for clause in clauses):
            return bool(clauses) and background and "dated" in candidate.tags and not obstacles  # what was before, whole with its date
        pointing = [word for clause in clauses for name, _, word in (obstacle.partition(":") for obstacle in clause.obstacles) if name in ("definite", "demonstrative")]
        if not pointing and clauses[0].subject_kind == "name" and obstacles <= _DROPPED:
            return True  # a name, and what leaned on the sentence before has fallen
        if not pointing:
            head = next((token for token in source.tokens_in(clauses[0].subject) if token.pos == "NOUN"), None) if clauses[0].subject is not None else None
            pointing = [head.span.of(source.text)] if head is not None else []
        known = [_content(item.text) | (_content("victimes") if _HARMED.search(item.text) else frozenset()) for place in places for other in self.chosen.get(place, ()) for item in other.passages]
        return bool(pointing) and all(any((wanted := _content(word)) and wanted <= content for content in known) for word in pointing)

    def facts_at(self, *places: str) -> set[int]:
        """Return the facts that the places tell."""
        return {fact for place in places for candidate in self.chosen.get(place, ()) for fact in candidate.facts}

    # ------------------------------------------------------------------------------------------------------------- heads

    def heads(self) -> None:
        """Choose h1, title tag and description."""
        for place in ("h1", "title_tag", "description"):
            used = {passage.text.lower() for candidate in self.chosen.get("h1", ()) for passage in candidate.passages}
            best = next((c for c in self.open(place) if c.passages[0].text.lower() not in used), None)
            if place == "title_tag":  # the news in the source's own words, though the h1 has them too, before a title tag without it
                best = next((c for c in self.open(place) if c.merit[0] >= heads.OTHER), best)
            if best is None:
                self.missing.append(place)
            else:
                self.take(place, best, told=False)
        for candidate in self.chosen.get("h1", ()):
            self.told.add(replace(candidate, facts=()))
            self.told.show(candidate.passages)

    def describe(self) -> None:
        """Take another description where the best says eight words of the introduction behind its first sentence, a key point, an answer, the conclusion or a heading, and one as good does not."""
        place = "description"
        best = next(iter(self.chosen.get(place, ())), None)
        if best is None:
            return
        lines = [c for other, found in self.chosen.items() if other in ("keypoints", "qa", "conclusion") or other.startswith("h2:section") for c in found] + self.chosen.get("introduction", [])[1:]
        if not self.told.share(best, lines):
            return
        low, high = heads.DESCRIPTION
        size = len(best.passages[0].text)
        least = low if size >= low else size  # none shorter for it
        answer = {fact for c in self.open("introduction") if "denies" in c.tags for fact in c.facts} & set(best.facts)  # an accusation keeps what is said to it
        fitting = (c for c in self.open(place) if c.merit[0] >= best.merit[0] and least <= len(c.passages[0].text) <= max(high, size) and answer <= set(c.facts))
        better = next((c for c in fitting if c.passages[0].text.lower() not in self._titles() and not self.told.share(c, lines)), None)
        if better is not None:
            self.chosen[place] = [better]

    def _titles(self) -> frozenset[str]:
        return frozenset(item.text.lower() for place in ("h1", "title_tag") for candidate in self.chosen.get(place, ()) for item in candidate.passages)

    def section_headings(self) -> None:
        """Choose the sections' headings as a set: no two alike, no fact of the h1 again, no template twice where another is as good."""
        used_texts = {passage.text.lower() for candidate in self.chosen.get("h1", ()) for passage in candidate.passages}
        used_facts = self.facts_at("h1")
        templates: dict[str, int] = {}
        analysis = self.candidates.source.analysis
        for index, section in enumerate(analysis.sections):
            if analysis.paragraphs[section.start].kind == "heading":
                continue
            place = f"h2:section:{index}"
            free = [c for c in self.open(place) if c.passages[0].text.lower() not in used_texts and not set(c.facts) & used_facts]
            begun = {" ".join(text.split()[:2]) for text in used_texts}
            # the form first, then what begins like no other heading, then the template least used; stable: merit decides among equals
            free.sort(key=lambda c: (-c.merit[0], " ".join(c.passages[0].text.lower().split()[:2]) in begun, templates.get(c.template, 0) if c.template else 0))
            if not free:
                self.missing.append(place)
                continue
            best = free[0]
            self.take(place, best, told=False)
            self.told.show(best.passages)
            if best.passages[0].text.endswith("?"):
                self.told.add(best)  # not asked again below
            used_texts.add(best.passages[0].text.lower())
            used_facts |= set(best.facts)
            if best.template:
                templates[best.template] = templates.get(best.template, 0) + 1

    def heading_of(self, kind: str) -> None:
        """Choose the heading of a block, different from all others."""
        place = f"h2:{kind}"
        if any("fact" in candidate.tags for candidate in self.chosen.get(kind, ())):
            return  # its heading says it
        self.chosen.pop(place, None)
        self._sizes.pop(place, None)
        used = heading_texts(self.chosen)
        label = closing_kind(self.chosen.get(kind, ())) if kind == "conclusion" else ""
        fitting = [c for c in self.open(place) if c.passages[0].text.lower() not in used and (not label or label in c.tags)]
        own = f"{self.candidates.keyphrase.text}\u00a0:".lower()
        best = next((c for c in fitting if not label or self._heads_all(kind, c)), next((c for c in fitting if c.passages[0].text.lower().startswith(own)), next(iter(fitting), None)))
        if best is None:
            self.missing.append(place)
        else:
            self.take(place, best, told=False)

    def _heads_all(self, kind: str, heading: Candidate) -> bool:
        """Return whether what a label names is the article's subject, no person or body, or is named by a line of the block: « Anne Morel : la suite » is no heading of what another will do."""
        subject = heading.passages[0].text.partition("\u00a0:")[0]
        lines = " ".join(item.text for candidate in self.chosen.get(kind, ()) for item in candidate.passages)
        source = self.candidates.source
        named = any(entity.kind in ("person", "organisation") and typeset(entity.name.of(source.text)) == subject for entity in source.analysis.entities)
        title = " ".join(item.text for candidate in self.chosen.get("h1", ()) for item in candidate.passages)
        of_title = subject.lower() in title.lower() and (" " in subject or f" {subject}" in title)  # « balles », of a title, names nothing
        return subject.lower() in lines.lower() or not named and (subject.lower() == self.candidates.keyphrase.text.lower() or of_title)

    # ------------------------------------------------------------------------------------------------------ introduction

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
        for longer in (False, True):
            for candidate in ranked:
                size, behind = self.size(place), len(self.chosen[place])
                if behind > MOST_BEHIND + longer or longer and size >= SHORT_INTRODUCTION or behind > 1 and (size >= ENOUGH or not self.options.words):
                    break
                if self.told.is_shown(candidate) or {"thin", "stranger"} & set(candidate.tags) or candidate.words > (LONGER_SENTENCE if longer else LONGEST_SENTENCE) or mostly_quoted(candidate):
                    continue
                if self._is_backdrop(candidate) and not (longer and self._is_background(candidate)) or self._restates(candidate, main) or candidate.passages[0].text.startswith("«"):
                    continue
                if self._introduced(candidate, "h1", place, background=longer) and self._may_follow(place, candidate, voices, most):
                    self.take(place, candidate)
                    voices.add(candidate.speaker)
                    self._answer(place, candidate, most + 25)
        found = self.chosen[place]
        found[1:] = sorted(found[1:], key=_story)

    def _restates(self, candidate: Candidate, main: Candidate) -> bool:
        """Return whether most of what a sentence says is in the main fact or in the h1."""
        mine = _content(candidate.passages[0].text)
        known = _content(main.passages[0].text)
        title = {stem for other in self.chosen.get("h1", ()) for stem in _content(other.passages[0].text)}
        known |= title if len(title & known) >= NEWS_SHARE else frozenset()  # else the h1's news is still to be told
        return 5 * len(mine & known) >= 3 * len(mine)

    def _weight(self, candidate: Candidate, main: Candidate | None = None) -> int:
        """Return how much a sentence matters to a reader who knows the main fact: what comes, what is disputed or asked, figures, short, another voice than that of ``main``."""
        tags = candidate.tags
        weight = candidate.merit[0] + 15 * ("future" in tags) + 12 * ("open" in tags) + 12 * ("pending" in tags) + 10 * ("asks" in tags) + 8 * ("figure" in tags) + 10 * ({"future", "dated"} <= set(tags))
        if main is not None:
            title = {stem for other in self.chosen.get("h1", ()) for stem in _content(other.passages[0].text)}
            weight += 6 * min(4, len((title & _content(candidate.passages[0].text)) - _content(main.passages[0].text)))
        weight += 12 * ({"toll", "figure"} <= set(tags)) + 10 * ("denies" in tags) + (8 if main is not None and candidate.speaker is not None and candidate.speaker != main.speaker else 0)
        weight -= 3 * max(0, candidate.words - 22) + 3 * max(0, 9 - candidate.words) + 35 * mostly_quoted(candidate) + 30 * ("loose" in tags)
        return weight - 25 * candidate.source_order // max(1, len(self.candidates.source.text))

    def main_fact(self) -> None:
        """Take the main fact, before any other block can."""
        if "introduction" not in self.chosen:
            main = self._main()
            if main is not None:
                self.take("introduction", main)

    def _main(self) -> Candidate | None:
        mains = tuple(c for c in self.open("main") if self._is_news(c))
        if mains:  # in other words than the h1's and than the sentence that stands just below, shortly, where it has such
            best = mains[0]
            told = [c for c in mains if set(c.facts) & set(best.facts) and c.merit[0] >= best.merit[0] - WORSE]
            return min(enumerate(told), key=lambda item: (not self.told.allows(item[1], 1), self._main_cost(item[1], best), item[0]))[1]
        early = [c for c in self.open("introduction") if c.early and not opening(c) and self.told.allows(c, 1) and self._is_news(c)]
        return min(early, key=lambda c: ("loose" in c.tags, c.verbatim_lede, -12 * self.candidates.scores.title_share(c.passages[0].text) - _main_merit(c, self.candidates), c.source_order, c.passages[0].id), default=None)

    def _main_cost(self, candidate: Candidate, best: Candidate) -> int:
        """Return what speaks against a form of the main fact: what its cuts lose, its length, that it is the line just below, that the keyphrase is not in it."""
        text = candidate.passages[0].text
        cost = min(best.merit[0] - candidate.merit[0], 2 * WORSE) + max(0, candidate.words - SHORT_MAIN) + max(0, 3 * (candidate.words - LONGEST_MAIN))
        alike = text.split()[:3] == self.pool.opening_line.split()[:3]
        return cost + SAME_AS_BELOW * (text == self.pool.opening_line) + SAME_BEGINNING * alike + WITHOUT_KEY * (not self.candidates.scores.keyphrase_count(text))

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

    def _is_fair(self, place: str, candidate: Candidate, most: int) -> bool:
        """Return whether the block would not give an accusation without the denial that the source has, nor a denial of nothing told."""
        here = self.chosen.get(place, [])
        if "denies" in candidate.tags and "accuses" not in candidate.tags:
            return any("accuses" in other.tags for other in here)
        if "accuses" in candidate.tags and "denies" not in candidate.tags and self.candidates.denials:
            return self._denial(place, candidate, most) is not None
        return True

    def _denial(self, place: str, accusation: Candidate, most: int) -> Candidate | None:
        """Return the candidate that denies, best first, that still fits the place."""
        for other in self.open(place):
            # though a heading tells it: what answers an accusation stands beside it
            if "denies" in other.tags and other.facts != accusation.facts and not opening(other) and self.told.allows(other, words=False):
                if self.size(place) + accusation.words + other.words <= most:
                    return other
        return None

    def _answer(self, place: str, accusation: Candidate, most: int) -> None:
        """Let the denial stand after the accusation just taken."""
        if "accuses" in accusation.tags and "denies" not in accusation.tags and self.candidates.denials:
            other = self._denial(place, accusation, most)
            if other is not None:
                self.take(place, other)

    def _clashes(self, place: str, candidate: Candidate, needed: bool = False) -> bool:
        """Return whether the place already has the candidate's opening, or a sentence that begins with the same words: two such where the sentence is ``needed``."""
        mine = first_words(candidate)
        if not self.strategy.again and sum(first_words(other)[:1] == mine[:1] for other in self.chosen.get(place, ())) > 1:
            return True  # a third « Le… »
        if self._echoes(candidate, "introduction", place):
            return True
        here = self.chosen.get(place, [])
        return any(opening(other) and opening(other) == opening(candidate) for other in here) or sum(first_words(other) == mine for other in here) > needed

    # -------------------------------------------------------------------------------------------------------- conclusion

    def conclusion(self) -> None:
        """What comes next, what is not over, what is contested or asked: one to three sentences, short ones before such as the last two paragraphs have word for word. Nothing where there is none."""
        place = "conclusion"
        found = [c for c in self.open(place) if self._closes(c)]
        ranked = sorted(found, key=lambda c: (self._is_copied(c), _kind_rank(c), -self._weight(c), c.source_order, c.passages[0].id))
        for candidate in ranked:
            if len(self.chosen.get(place, ())) >= MOST_CLOSING or self.size(place) >= ENOUGH:
                break
            if self._is_copied(candidate) and (self.size(place) >= CONCLUSION[0] or not {"future", "pending"} & set(candidate.tags)):
                continue
            if self.size(place) + candidate.words > CONCLUSION[1] or self._clashes(place, candidate) or self._quotes_again(candidate) or self.told.is_shown(candidate):
                continue
            if self._introduced(candidate, "h1", "introduction", place) and self.told.allows(candidate, 1) and self._is_fair(place, candidate, CONCLUSION[1]):
                self.take(place, candidate)
                self._answer(place, candidate, CONCLUSION[1])
        self.chosen.get(place, []).sort(key=_story)

    def closes_shortly(self) -> bool:
        """Return whether the conclusion is long enough: of few words, only where it says itself what comes or is not over."""
        found = self.chosen.get("conclusion", ())
        if self.size("conclusion") >= FEW_CLOSING:
            return True
        sure = any("pending" in c.tags or "thin" not in c.tags and ("future" in c.tags or _MAY_COME.search(c.passages[0].text)) for c in found)
        return sure and self.size("conclusion") >= CONCLUSION[0]

    def _closes(self, candidate: Candidate) -> bool:
        """Return whether a sentence says what is to come or not over when the article ends; not the news itself, no long piece, no story of before, no guess at what happened."""
        source = self.candidates.source
        tags = set(candidate.tags)
        clauses = [source.clause[fact] for fact in candidate.facts if fact in source.clause]
        if opening(candidate) or "stranger" in tags or candidate.words > LONGEST_PIECE or candidate.words < 5 or any(clause.sentence == source.first_sentence for clause in clauses) or self._is_backdrop(candidate):
            return False
        if mostly_quoted(candidate) and not {"future", "pending"} & tags:
            return False
        if {"future", "pending", "denies"} & tags:
            return True
        if "accuses" in tags:
            return False  # a charge alone
        if "demands" in tags:
            return candidate.source_order >= self.pool.middle and "thin" not in tags
        return "open" in tags and _DONE.search(candidate.passages[0].text) is None and not any(clause.tense == "past-conditional" for clause in clauses) and "thin" not in tags

    def _is_copied(self, candidate: Candidate) -> bool:
        """Return whether the candidate says :data:`COPIED` words running of the last two paragraphs, or all of a shorter sentence of theirs."""
        return self._copies_run(candidate) or any(item.text.rstrip(" .").lower() in self.pool.last_text for item in candidate.passages)

    def _copies_run(self, candidate: Candidate) -> bool:
        """Return whether the candidate says :data:`COPIED` words running of the last two paragraphs."""
        return any(_run_of(item.text, COPIED) & self.pool.last_runs for item in candidate.passages)

    def _is_backdrop(self, candidate: Candidate) -> bool:
        """Return whether the candidate tells how things stood before the news, in the imperfect or the pluperfect: no last word."""
        clause = self.candidates.source.clause
        return bool(candidate.facts) and clause[candidate.facts[0]].tense in ("imperfect", "pluperfect")

    def _is_background(self, candidate: Candidate) -> bool:
        """Return whether what was before the news is told whole: with its date, leaning on nothing."""
        clause = self.candidates.source.clause
        return "dated" in candidate.tags and ("loose" not in candidate.tags or not any(clause[fact].obstacles for fact in candidate.facts))

    def closing_fact(self) -> None:
        """Where nothing comes next and nothing is open: a consequence, a reaction or another fact that stands nowhere else around the body, with one or two that are about the same, under a heading that says them."""
        place: BlockKind = "conclusion"
        main = next(iter(self.chosen.get("introduction", ())), None)
        headed = self.facts_at(*(p for p in self.chosen if p.startswith("h2:section")))
        free = [c for c in self.open(place) if self._may_close(c, main)]
        free.sort(key=lambda c: (self._is_copied(c), bool(set(c.facts) & headed), "thin" in c.tags, -self._weight(c, main) - (12 if "said" in c.tags and c.speaker is not None else 0), c.source_order, c.passages[0].id))
        used = heading_texts(self.chosen)
        firsts = [c for c in free if not self._is_backdrop(c) and c.words >= SHORTEST_FACT and self._introduced(c, "h1", "introduction", place) and self._is_fair(place, c, CONCLUSION[1])]
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
            self.give_back(place)

    def _more_of(self, place: BlockKind, first: Candidate, free: list[Candidate]) -> None:
        """Add what is about the same as the first sentence of the conclusion, of its section or with its words, while it is short."""
        about = _content(first.passages[0].text) - self.candidates.scores.key_stems
        for other in free:
            if self.size(place) >= SHORT_CONCLUSION or len(self.chosen[place]) >= MOST_CLOSING:
                break
            near = other.section == first.section or len(_content(other.passages[0].text) & about) > 1
            if not near or not self.told.allows(other, 1) or self.size(place) + other.words > CONCLUSION[1] or self._clashes(place, other) or self._is_backdrop(other) and not self._is_background(other):
                continue
            if self._introduced(other, "h1", "introduction", place, background=True) and self._is_fair(place, other, CONCLUSION[1]):
                self.take(place, replace(other, tags=(*other.tags, "fact")))
        self.chosen[place].sort(key=_story)

    def _may_close(self, candidate: Candidate, main: Candidate | None) -> bool:
        """Return whether a fact may stand below the body: of a later paragraph, whole, nobody unknown in it, told nowhere else, in no words of the last two paragraphs."""
        tags = set(candidate.tags)
        if opening(candidate) or {"stranger", "lede"} & tags or candidate.words > LONGEST_PIECE or candidate.words < 6 or candidate.passages[0].text.startswith("«") or mostly_quoted(candidate) and self.pool.two_voices:
            return False
        if "thin" in tags and (candidate.words < SHORTEST_FACT or not {"said", "open", "future", "pending"} & tags):
            return False
        if self._copies_run(candidate) or self.told.is_shown(candidate) or not self.told.allows(candidate, 1) or self._quotes_again(candidate) or self._says_heading(candidate):
            return False
        return (main is None or not self._restates(candidate, main)) and not self._echoes(candidate, "introduction", "keypoints")

    def _quotes_again(self, candidate: Candidate) -> bool:
        """Return whether the candidate gives a quote that the page gives already outside the body."""
        said = quoted_words(candidate)
        return bool(said) and any(said & quoted_words(other) for place, found in self.chosen.items() if not place.startswith(_HEADS) for other in found)

    # --------------------------------------------------------------------------------------------------- second tellings

    def _may_tell(self, candidate: Candidate, again: bool, part: bool = False) -> bool:
        """Return whether the candidate tells nothing that was told, or, ``again``, tells it in other words or in another form, few times."""
        if not again:
            return self.told.allows(candidate, 1)
        if self.told.allows(candidate, 2) and not self._retells(candidate, part=part):
            return True
        if self.strategy.again < 2 or self.strategy.again == 2 and not self.needed or self._copies >= MOST_COPIES:
            return False
        if not self.told.allows(candidate, 2, words=False):
            return False
        return self._other_form(candidate) or self.strategy.again > 2 and part and 2 * self.told.untold(candidate) >= len(set(candidate.facts))

    def may_stand(self, kind: BlockKind, candidate: Candidate) -> bool:
        """Return whether an entry of a block of context tells nothing told twice or in the same words; a question may give a whole answer again where words are wanting, few times."""
        if self._quotes_again(candidate) or self.is_known(kind, candidate):
            return False
        if self.told.allows(candidate) and (kind == "who" or "again" in candidate.tags or not self._retells(candidate)):
            return True
        return kind == "qa" and self.strategy.again > 1 and self._copies < MOST_COPIES and self._answers_again(candidate)

    def is_known(self, kind: BlockKind, candidate: Candidate) -> bool:
        """Return whether a line of the page says what the entry tells."""
        if kind not in known.YIELDING or kind == "who" and "quote" in candidate.tags:
            return False  # whose words stand elsewhere is looked at word for word
        lines = [other for place, found in self.chosen.items() if place != kind and (place in known.LINES or place.startswith("h2:section")) for other in found]
        return known.is_known(kind, candidate, (item.text for other in lines for item in other.passages))

    def sweep(self, kind: BlockKind, least: int) -> None:
        """Take off the entries of a block that lines written after it say too, and the block where too few stay."""
        if kind not in self.chosen:
            return
        for candidate in [each for each in self.chosen[kind] if self.is_known(kind, each)]:
            self._put_back(kind, candidate)
        if len(self.chosen[kind]) < least:
            self.give_back(kind)

    def _answers_again(self, candidate: Candidate) -> bool:
        """Return whether a whole answer may say again what one other line says: for what it adds, or, as the last resort, alone; never the introduction alone, nor the description."""
        answer = candidate.passages[-1].text
        if not self.told.allows(candidate, words=False) or count_words(answer) < SHORT_ANSWER or _sentences(answer) & self._described() or self.told.share(candidate, self._lines("conclusion")):
            return False
        if self.told.untold(candidate):
            return True
        return self.strategy.again > 2 and not set(candidate.facts) & self.facts_at("introduction")

    def _other_form(self, candidate: Candidate) -> bool:
        """Return whether every other telling of the candidate's facts is much longer or much shorter, and has no whole sentence in common with it."""
        facts = set(candidate.facts)
        least, most = OTHER_FORM
        for place, found in self.chosen.items():
            if place.startswith(_HEADS):
                continue
            for other in found:
                if facts.isdisjoint(other.facts):
                    continue
                if least * other.words < candidate.words < most * other.words or any(_sentences(mine.text) & _sentences(theirs.text) for mine in candidate.passages for theirs in other.passages):
                    return False
        return True

    # -------------------------------------------------------------------------------------------------------- key points

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
            for index, candidate in enumerate(self.open(place)):
                if candidate.words > MOST_POINT and len(begun) >= KEYPOINTS[0] or set(candidate.facts) & barred or self.told.is_shown(candidate) or self._says_heading(candidate) or begun.count(first_words(candidate)) > 1 or self._echoes(candidate, "introduction", place) or not self._may_tell(candidate, again):
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
                    bool(_sentences(candidate.passages[0].text) & described),
                    "loose" in tags,
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
        self.chosen.get(place, []).sort(key=lambda candidate: candidate.source_order)

    def _makes_three(self, candidate: Candidate) -> bool:
        """Return whether a line that tells little may be the third key point: a sentence of some length that leans on nothing, no story of before."""
        return "loose" not in candidate.tags and SHORTEST_FACT <= candidate.words <= LONGEST_POINT and not self._is_backdrop(candidate)

    def shed(self) -> None:
        """Take off the key points that tell nothing, as far as enough stay."""
        place = "keypoints"
        for candidate in [c for c in self.chosen.get(place, ()) if "thin" in c.tags]:
            if len(self.chosen[place]) > FEW_POINTS or not self._makes_three(candidate) and len(self.chosen[place]) > KEYPOINTS[0]:
                self._put_back(place, candidate)

    def _says_heading(self, candidate: Candidate) -> bool:
        """Return whether the candidate says all that a section's heading says of the same clause, and hardly more."""
        facts = set(candidate.facts)
        mine = _content(candidate.passages[0].text)
        for place, found in self.chosen.items():
            for other in found if place.startswith("h2:section") else ():
                theirs = _content(other.passages[0].text)
                if not facts.isdisjoint(other.facts) and 5 * len(mine & theirs) >= 4 * len(mine | theirs):
                    return True
        return False

    def _lines(self, *places: str) -> tuple[Candidate, ...]:
        return tuple(candidate for place in places for candidate in self.chosen.get(place, ()))

    def _described(self) -> frozenset[str]:
        """Return the sentences of the description: no other line says them if it can help it, but the introduction's first."""
        return frozenset(text for candidate in self.chosen.get("description", ()) for item in candidate.passages for text in _sentences(item.text))

    # --------------------------------------------------------------------------------------------------- optional blocks

    def block(self, kind: BlockKind, least: int, most: int) -> bool:
        """Add or extend an optional block as far as words are wanting; return whether it stands."""
        trial: list[Candidate] = list(self.chosen.get(kind, ()))
        added: list[Candidate] = []
        tags = {tag for candidate in trial for tag in candidate.tags if ":" in tag}
        used = self.facts_at(kind)
        shown, described = self.facts_at(*(p for p in self.chosen if p.startswith("h2:section"))), self._described()

        def echoes(candidate: Candidate) -> bool:  # asks what a heading or the description tells
            return kind == "qa" and (bool(set(candidate.facts) & shown) or bool(_sentences(candidate.passages[-1].text) & described))

        for offered in sorted(self.open(kind), key=lambda c: (kind == "qa" and self.strategy.again > 1 and not self.told.untold(c), self._retells(c), echoes(c), kind == "qa" and self.wanting > MANY_WANTING and count_words(c.passages[-1].text) < SHORT_ANSWER)):
            if len(trial) >= most or (len(trial) >= least and not self.wanting):
                break
            # several entries of «brief» that one clause gives tell it once more together
            candidate = replace(offered, facts=tuple(fact for fact in offered.facts if fact not in used)) if kind == "brief" else offered
            if {tag for tag in candidate.tags if ":" in tag} & tags or set(candidate.facts) & used or not self.may_stand(kind, candidate) or kind == "qa" and self.told.is_shown(candidate):
                continue
            trial.append(candidate)
            added.append(candidate)
            used.update(candidate.facts)
            self.take(kind, candidate)
            tags |= {tag for tag in candidate.tags if ":" in tag}
        if len(trial) < least or kind == "who" and len({candidate.speaker for candidate in trial}) < 2:
            for candidate in added:
                self._put_back(kind, candidate)
            if not self.chosen.get(kind):
                self.chosen.pop(kind, None)
            return bool(self.chosen.get(kind))
        self.chosen[kind].sort(key=lambda candidate: candidate.source_order)
        return True

    def ask_first(self, most: int) -> None:
        """Take up to ``most`` questions whose answers, of several sentences, tell what no sentence alone can, the most telling first."""
        tags: set[str] = set()
        for candidate in self.pool.runs:
            if len(self.chosen.get("qa", ())) >= most:
                return
            own = {tag for tag in candidate.tags if ":" in tag}
            if not own & tags and not self.told.is_shown(candidate) and not self.is_known("qa", candidate) and self.told.allows(candidate, 1) and not self._quotes_again(candidate) and not self._retells(candidate):
                self.take("qa", candidate)
                tags |= own

    def glossary(self, least: int, most: int) -> bool:
        """Add the glossary's sentences, whatever the words: the newsroom asked for them. Return whether the block stands."""
        found = [candidate for candidate in self.open("glossary") if STANDARD not in candidate.tags and self.told.allows(candidate)]
        first: dict[tuple[str, ...], Candidate] = {}
        for candidate in found:
            first.setdefault(candidate.tags, candidate)
        if not first or len(first) < least or most < 1:
            return False
        for candidate in list(first.values())[:most]:
            self.take("glossary", candidate)
        return True

    def define(self, most: int, spare: bool = False) -> bool:
        """Add definitions of the standard glossary, the most needed first, until the words are reached, those that are only ``spare`` too if asked. Return whether the block stands."""
        for candidate in self.open("glossary"):
            if not self.wanting or len(self.chosen.get("glossary", ())) >= most:
                break
            if STANDARD in candidate.tags and (spare or SPARE not in candidate.tags) and all(candidate.tags != other.tags for other in self.chosen.get("glossary", ())) and self.told.allows(candidate):
                self.take("glossary", candidate)
        return "glossary" in self.chosen

    def define_to_the_end(self, most: int) -> None:
        """Add definitions up to ``most`` where the page reaches its words with them, and none where it does not."""
        before = len(self.chosen.get("glossary", ()))
        if self.wanting and self.define(most, spare=True) and self.wanting:
            for candidate in self.chosen["glossary"][before:]:
                self._put_back("glossary", candidate)


_MAY_COME = re.compile(r"\b(?:pourrait|pourraient|devrait|devraient) (?:être |se |s['’])?\w+")
#: Who dies or is hurt is a victim; what falls with the word that leans on the sentence before.
_HARMED = re.compile(r"\b(?:morts?|mortes?|tuée?s?|blessée?s?|tués?|décédée?s?|assassinée?s?)\b")
_DROPPED = frozenset(("also", "connective", "short-name", "short-title", "aside"))
#: What is said to have happened: « aurait appelé ».
_DONE = re.compile(r"\b(?:aurait|auraient|serait|seraient) (?:\w+ )?\w+(?:é|i|u|is|it)e?s?\b")
_HEADS = ("h1", "h2", "title_tag", "description", "slug")
_SENTENCE = re.compile(r"[^.!?…]{20,}[.!?…]?")
_QUOTED = re.compile(r"«([^»]*)»")


@lru_cache(maxsize=8192)
def _content(text: str) -> frozenset[str]:
    return frozenset(stems(text))


@lru_cache(maxsize=8192)
def _quotes(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((words.strip(" \u00a0\u202f.,").lower(), count_words(words)) for words in _QUOTED.findall(text))


def heading_texts(chosen: Mapping[str, Sequence[Candidate]], apart: str = "") -> frozenset[str]:
    """Return the texts of the page's headings in lower case, those at ``apart`` left out."""
    return frozenset(item.text.lower() for place, found in chosen.items() if place == "h1" or place.startswith("h2:") and place != apart for candidate in found for item in candidate.passages)


@lru_cache(maxsize=8192)
def _run_of(text: str, length: int) -> frozenset[tuple[str, ...]]:
    return word_runs(re.findall(r"[^\W_]+", text.lower()), length)


def _kind_rank(candidate: Candidate) -> int:
    """What a conclusion says, best first: what comes or is not over; what is denied; what is asked; what is not sure."""
    tags = set(candidate.tags)
    return 0 if {"future", "pending"} & tags else 1 if "denies" in tags else 2 if "demands" in tags else 3


def quoted_words(candidate: Candidate) -> frozenset[str]:
    """Return the quotes of five words or more in a candidate."""
    return frozenset(words for item in candidate.passages for words, count in _quotes(item.text) if count >= 5)


def mostly_quoted(candidate: Candidate) -> bool:
    """Return whether the candidate quotes somebody at length: that is at home in «who says what»."""
    said = sum(count for item in candidate.passages for _, count in _quotes(item.text))
    return said >= 8 or 2 * said >= candidate.words


def closing_kind(found: Iterable[Candidate]) -> str:
    """Return what every sentence of a conclusion says: «future», «contested», «open», «inquiry» (an enquiry goes on); where they differ «inquiry-onward» if one tells of an enquiry, else «onward»."""
    candidates = tuple(found)
    tags = [set(candidate.tags) for candidate in candidates]
    if tags and all("future" in own and "denies" not in own for own in tags):
        return "future"
    if tags and all({"accuses", "denies"} & own for own in tags) and any("denies" in own for own in tags):  # a charge alone is not contested
        return "contested"
    if any("inquiry" in own for own in tags):
        return "inquiry" if all("inquiry" in own for own in tags) else "inquiry-onward"
    return "open" if tags and all("open" in own for own in tags) else "onward"


def opening(candidate: Candidate) -> str:
    """Return the opening that a template put before the candidate («autre-voix»), «» if none."""
    return next((tag.partition(":")[2] for tag in candidate.tags if tag.startswith("opening:")), "")


def first_words(candidate: Candidate) -> tuple[str, ...]:
    """Return the first two words, in lower case."""
    return _first_words(candidate.passages[0].text)


@lru_cache(maxsize=16384)
def _first_words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split(maxsplit=2)[:2])


@lru_cache(maxsize=8192)
def _sentences(text: str) -> frozenset[str]:
    return frozenset(piece.strip(" .!?…»«\u00a0\u202f").lower() for piece in _SENTENCE.findall(text))


def _story(candidate: Candidate) -> tuple[bool, int]:
    """What is to come stands last, the rest as the source has it."""
    return "future" in candidate.tags and "accuses" not in candidate.tags, candidate.source_order


def _main_merit(candidate: Candidate, candidates: Candidates) -> int:
    """The main fact, short: the keyphrase in it, the first clause, about fifteen words."""
    text = candidate.passages[0].text
    return 30 * min(1, candidates.scores.keyphrase_count(text)) + candidate.merit[0] - 3 * max(0, candidate.words - 18) - 4 * max(0, 8 - candidate.words)
