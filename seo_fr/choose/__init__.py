"""The plan of the page: pure decisions over candidates. Same candidates and same rejections, same plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from seo_fr.choose.repeat import Told
from seo_fr.french.words import count_words
from seo_fr.model import Block, BlockKind, Passage
from seo_fr.options import Options
from seo_fr.propose import Candidate, Candidates

INTRODUCTION = (40, 90)
CONCLUSION = (30, 110)
KEYPOINTS = (3, 5)
LONGEST_QA = 10
MOST_HEADINGS = 8
#: Fewest and most sentences of the glossary on a page.
GLOSSARY = (1, 4)
#: Optional blocks in order of what they give the reader, with the fewest and the most entries each may have.
OPTIONAL: tuple[tuple[BlockKind, int, int], ...] = (("who", 2, 6), ("qa", 2, 5), ("figures", 3, 6), ("timeline", 3, 8), ("places", 3, 8))


@dataclass(slots=True)
class Plan:
    """The chosen candidates by place, and what could not be filled."""

    chosen: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    words: int = 0

    def passages(self) -> tuple[Passage, ...]:
        """Return all chosen passages in a fixed order."""
        return tuple(passage for place in sorted(self.chosen) for candidate in self.chosen[place] for passage in candidate.passages)


class _Choice:
    def __init__(self, candidates: Candidates, rejected: frozenset[str], options: Options, body_words: int, sparing: bool) -> None:
        self.candidates = candidates
        self.rejected = rejected
        self.options = options
        self.body_words = body_words
        self.sparing = sparing
        analysis = candidates.source.analysis
        names = tuple(entity.name.of(analysis.article.text) for entity in analysis.entities)
        functions = tuple(span.of(analysis.article.text) for entity in analysis.entities for span in entity.functions)
        self.told = Told((candidates.keyphrase.text, *names, *functions))
        self.chosen: dict[str, list[Candidate]] = {}
        self.missing: list[str] = []

    def open(self, place: str) -> Iterable[Candidate]:
        """Yield the candidates of a place that nothing has rejected, best first."""
        found = [c for c in self.candidates.at(place) if not any(passage.id in self.rejected for passage in c.passages)]
        if self.sparing and place in ("keypoints", "introduction"):
            # a sentence that the next one leans on tells more later, with it
            found.sort(key=lambda candidate: bool(set(candidate.facts) & self.candidates.leaders))
        yield from found

    def take(self, place: str, candidate: Candidate, told: bool = True) -> None:
        self.chosen.setdefault(place, []).append(candidate)
        if told:
            self.told.add(candidate)

    def size(self, place: str) -> int:
        return sum(candidate.words for candidate in self.chosen.get(place, ()))

    def total(self) -> int:
        counted = (place for place in self.chosen if place not in ("title_tag", "description", "slug"))
        return self.body_words + sum(self.size(place) for place in counted)

    def headings(self) -> int:
        """Return how many h2 the page has so far, the source's own included."""
        analysis = self.candidates.source.analysis
        own = sum(1 for section in analysis.sections if analysis.paragraphs[section.start].kind == "heading")
        return own + sum(1 for place in self.chosen if place.startswith("h2:"))

    # ------------------------------------------------------------------------------------------------------------ heads

    def heads(self) -> None:
        for place in ("h1", "title_tag", "description"):
            used = {passage.text.lower() for candidate in self.chosen.get("h1", ()) for passage in candidate.passages}
            best = next((c for c in self.open(place) if c.passages[0].text.lower() not in used), None)
            if best is None:
                self.missing.append(place)
            else:
                self.take(place, best, told=False)
        for candidate in self.chosen.get("h1", ()):
            self.told.add(replace(candidate, facts=()))

    def section_headings(self) -> None:
        used_texts = {passage.text.lower() for candidate in self.chosen.get("h1", ()) for passage in candidate.passages}
        used_facts = {fact for candidate in self.chosen.get("h1", ()) for fact in candidate.facts}
        templates: dict[str, int] = {}
        for index, section in enumerate(self.candidates.source.analysis.sections):
            if self.candidates.source.analysis.paragraphs[section.start].kind == "heading":
                continue
            place = f"h2:section:{index}"
            free = [c for c in self.open(place) if c.passages[0].text.lower() not in used_texts and not set(c.facts) & used_facts]
            free.sort(key=lambda c: (templates.get(c.template, 0) if c.template else 0))  # stable: merit decides among equals
            if not free:
                self.missing.append(place)
                continue
            best = free[0]
            self.take(place, best, told=False)
            used_texts.add(best.passages[0].text.lower())
            used_facts |= set(best.facts)
            if best.template and best.template != "h2/cle/seule":
                templates[best.template] = templates.get(best.template, 0) + 1

    # ----------------------------------------------------------------------------------------------------- introduction

    def introduction(self) -> None:
        least, most = INTRODUCTION
        place = "introduction"
        main = next((c for c in self.open("main")), None)
        if main is None:
            early = [c for c in self.open(place) if c.early and not _opening(c)]
            main = min(early, key=lambda c: (c.verbatim_lede, -_main_merit(c, self.candidates), c.source_order, c.passages[0].id), default=None)
        if main is not None:
            self.take(place, main)
        voices = {main.speaker} if main is not None else set()
        order = main.source_order if main is not None else -1
        for want in ("open", "future", "said", "") if self.options.words else ("open", "future"):
            if self.size(place) >= least and len(self.chosen.get(place, ())) >= 3:
                break
            for candidate in self.open(place):
                if want and want not in candidate.tags or "lede" in candidate.tags and candidate.source_order <= order or candidate.words > 38:
                    continue
                if "loose" in candidate.tags:
                    continue
                if self._may_follow(place, candidate, voices, most):
                    self.take(place, candidate)
                    voices.add(candidate.speaker)
                    self._answer(place, candidate, most + 25)
                    break
        if self.size(place) < least:
            self.fill(place, least, most, 6)
        found = self.chosen.get(place, [])
        found[1:] = sorted(found[1:], key=lambda candidate: candidate.source_order)
        if not found:
            self.missing.append(place)

    def _may_follow(self, place: str, candidate: Candidate, voices: set[int | None], most: int) -> bool:
        opening = _opening(candidate)
        if opening and (not voices - {None} or candidate.speaker in voices):
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
            if "denies" in other.tags and other.facts != accusation.facts and not _opening(other) and self.told.allows(other, 1):
                if self.size(place) + accusation.words + other.words <= most:
                    return other
        return None

    def _answer(self, place: str, accusation: Candidate, most: int) -> None:
        """Let the denial stand after the accusation just taken."""
        if "accuses" in accusation.tags and "denies" not in accusation.tags and self.candidates.denials:
            other = self._denial(place, accusation, most)
            if other is not None:
                self.take(place, other)

    def _clashes(self, place: str, candidate: Candidate) -> bool:
        """Return whether the place already has the candidate's opening, or two sentences running would begin with the same words."""
        mine = _first_words(candidate)
        return any(_opening(other) and _opening(other) == _opening(candidate) or _first_words(other) == mine for other in self.chosen.get(place, ()))

    def fill(self, place: str, least: int, most: int, entries: int) -> None:
        for candidate in self.open(place):
            if self.size(place) >= least or len(self.chosen.get(place, ())) >= entries:
                return
            if _opening(candidate) or self.size(place) + candidate.words > most:
                continue
            if place == "conclusion" and candidate.source_order < self.candidates.source.middle:
                continue
            if self.told.allows(candidate, 1) and not self._clashes(place, candidate) and self._is_fair(place, candidate, most):
                self.take(place, candidate)
                self._answer(place, candidate, most)

    # ------------------------------------------------------------------------------------------------------- conclusion

    def conclusion(self, least: int) -> None:
        most = CONCLUSION[1]
        place = "conclusion"
        for want in ("future", "asks", "open", ""):
            for candidate in self.open(place):
                if self.size(place) >= least:
                    break
                if want and want not in candidate.tags or "lede" in candidate.tags or candidate.words > 68 or _opening(candidate):
                    continue
                if want in ("asks", "") and candidate.source_order < self.candidates.source.middle:
                    continue
                if "loose" in candidate.tags and want != "":
                    continue
                if self.size(place) + candidate.words > most or not self.told.allows(candidate, 1) or self._clashes(place, candidate):
                    continue
                if not self._is_fair(place, candidate, most):
                    continue
                self.take(place, candidate)
                self._answer(place, candidate, most)
        found = self.chosen.get(place, [])
        found.sort(key=lambda candidate: candidate.source_order)

    def give_back(self, place: str) -> None:
        """Take a block off the page; what it told may be told elsewhere."""
        for candidate in self.chosen.pop(place, []):
            self.told.remove(candidate)

    # ------------------------------------------------------------------------------------------------------- key points

    def keypoints(self, most: int) -> None:
        place = "keypoints"
        sections = {candidate.section for candidate in self.open(place)}
        headed = {fact for p, found in self.chosen.items() if p.startswith("h2:section") for c in found for fact in c.facts}
        counts: dict[int | None, int] = dict.fromkeys(sorted(sections, key=lambda s: -1 if s is None else s), 0)
        while len(self.chosen.get(place, ())) < most:
            best = None
            for candidate in self.open(place):
                if not self.told.allows(candidate, 1) or _first_words(candidate) in {_first_words(c) for c in self.chosen.get(place, ())}:
                    continue
                if not self._is_fair(place, candidate, 400):
                    continue
                rank = (bool(set(candidate.facts) & headed), "loose" in candidate.tags, counts.get(candidate.section, 0), "lede" in candidate.tags)
                if best is None or rank < best[0]:
                    best = (rank, candidate)
            if best is None:
                break
            counts[best[1].section] = counts.get(best[1].section, 0) + 1
            self.take(place, best[1])
            self._answer(place, best[1], 400)
        self.chosen.get(place, []).sort(key=lambda candidate: candidate.source_order)

    # -------------------------------------------------------------------------------------------------- optional blocks

    def block(self, kind: BlockKind, least: int, most: int, again: bool = False) -> bool:
        """Add or extend an optional block as far as words are wanting; return whether it stands.

        ``again``: a sentence of the introduction or the key points may answer a question, word for word: the second telling that each fact is allowed.
        """
        recent = {fact for place in ("conclusion", "who", "figures", "timeline", "qa") if place != kind for c in self.chosen.get(place, ()) for fact in c.facts}
        place = kind
        trial: list[Candidate] = list(self.chosen.get(place, ()))
        added: list[Candidate] = []
        tags = {tag for candidate in trial for tag in candidate.tags if ":" in tag}
        for candidate in self.open(place):
            if len(trial) >= most or (len(trial) >= least and self.total() + sum(c.words for c in added) >= self.options.words):
                break
            if {tag for tag in candidate.tags if ":" in tag} & tags:
                continue
            if not self.told.allows(candidate, words=not again) or any(_overlap(candidate, other) for other in added):
                continue
            if again and (set(candidate.facts) & recent or not candidate.facts or candidate.words < 8):
                continue
            if kind in ("figures", "qa") and candidate.facts and self.told.times(candidate) >= 2:
                continue
            trial.append(candidate)
            added.append(candidate)
            tags |= {tag for tag in candidate.tags if ":" in tag}
        if kind == "who" and len({candidate.speaker for candidate in trial}) < 2:
            return False
        if len(trial) < least:
            return False
        for candidate in added:
            if self.told.allows(candidate, words=not again):
                self.take(place, candidate)
        items = self.chosen.get(place, [])
        items.sort(key=lambda candidate: candidate.source_order)
        return bool(items)

    def glossary(self, least: int, most: int) -> bool:
        """Add the glossary's sentences, whatever the words: the newsroom asked for them. Return whether the block stands."""
        found = [candidate for candidate in self.open("glossary") if self.told.allows(candidate)]
        first: dict[tuple[str, ...], Candidate] = {}
        for candidate in found:
            first.setdefault(candidate.tags, candidate)
        if not first or len(first) < least or most < 1:
            return False
        for candidate in list(first.values())[:most]:
            self.take("glossary", candidate)
        return True

    def heading_of(self, kind: str) -> None:
        used = {passage.text.lower() for place, found in self.chosen.items() if place.startswith("h2:") or place == "h1" for c in found for passage in c.passages}
        place = f"h2:{kind}"
        wanted = ""
        if kind == "conclusion":
            tags = [candidate.tags for candidate in self.chosen.get(kind, ())]
            wanted = "future" if tags and "future" in tags[0] else "contested" if any({"accuses", "denies"} & set(found) for found in tags) else "open" if any("open" in found for found in tags) else "other"
        best = next((c for c in self.open(place) if c.passages[0].text.lower() not in used and (not wanted or wanted in c.tags)), None)
        if best is None:
            self.missing.append(place)
        else:
            self.take(place, best, told=False)


def _entries(options: Options, kind: BlockKind, usual: tuple[int, int]) -> tuple[int, int]:
    return next(((least, most) for name, least, most in options.entries if name == kind), usual)


def optional(options: Options) -> tuple[tuple[BlockKind, int, int], ...]:
    """Return the optional blocks with their fewest and most entries, in the order in which they are added: the user's first, then the usual."""
    usual = {kind: (least, most) for kind, least, most in OPTIONAL}
    wanted = tuple(kind for kind in options.order if kind in usual)
    return tuple((kind, *_entries(options, kind, usual[kind])) for kind in (*wanted, *(kind for kind in usual if kind not in wanted)))


def _opening(candidate: Candidate) -> str:
    return next((tag.partition(":")[2] for tag in candidate.tags if tag.startswith("opening:")), "")


def _first_words(candidate: Candidate) -> tuple[str, ...]:
    return tuple(candidate.passages[0].text.lower().split()[:2])


def _overlap(left: Candidate, right: Candidate) -> bool:
    return bool(set(left.facts) & set(right.facts))


def _main_merit(candidate: Candidate, candidates: Candidates) -> int:
    """The main fact, short: the keyphrase in it, the first clause, about fifteen words."""
    text = candidate.passages[0].text
    return 30 * min(1, candidates.scores.keyphrase_count(text)) + candidate.merit[0] - 3 * max(0, candidate.words - 18) - 4 * max(0, 8 - candidate.words)


#: The orders in which the required blocks may be filled; the plan that misses least and reaches most is taken.
STRATEGIES = (("keypoints", "conclusion", False), ("keypoints", "conclusion", True), ("conclusion", "keypoints", False), ("conclusion", "keypoints", True))


def choose(candidates: Candidates, rejected: frozenset[str], options: Options, body_words: int) -> Plan:
    """Return the best plan of the page without the passages whose ids are in ``rejected``. ``body_words``: words of the copied body."""
    best: tuple[tuple[int, int], Plan] | None = None
    for first, second, sparing in STRATEGIES:
        plan = _plan(_Choice(candidates, rejected, options, body_words, sparing), options, (first, second))
        rank = (len(plan.missing), max(0, options.words - plan.words))
        if best is None or rank < best[0]:
            best = (rank, plan)
        if rank == (0, 0):
            break
    assert best is not None
    return best[1]


def _plan(choice: _Choice, options: Options, required: tuple[str, str]) -> Plan:
    choice.heads()
    choice.section_headings()
    if "introduction" not in options.without:
        choice.introduction()
    for place in required:
        if place in options.without:
            continue
        if place == "keypoints":
            choice.keypoints(KEYPOINTS[0])
            if len(choice.chosen.get("keypoints", ())) < KEYPOINTS[0]:
                choice.give_back("keypoints")
                choice.missing.append("keypoints")
            continue
        choice.conclusion(CONCLUSION[0])
        if choice.size("conclusion") >= CONCLUSION[0]:
            choice.heading_of("conclusion")
        else:
            choice.give_back("conclusion")
            choice.missing.append("conclusion")
    if "glossary" not in options.without and choice.glossary(*_entries(options, "glossary", GLOSSARY)):
        choice.heading_of("glossary")
    for kind, least, most in optional(options):
        if choice.total() >= options.words or kind in options.without or choice.headings() >= MOST_HEADINGS:
            continue
        if choice.block(kind, least, most):
            choice.heading_of(kind)
    if choice.total() < options.words and "keypoints" in choice.chosen:
        choice.keypoints(KEYPOINTS[1])
    if choice.total() < options.words and "conclusion" in choice.chosen:
        choice.conclusion(min(CONCLUSION[1], choice.size("conclusion") + options.words - choice.total()))
    if choice.total() < options.words and "introduction" in choice.chosen:
        choice.fill("introduction", min(INTRODUCTION[1], choice.size("introduction") + options.words - choice.total()), INTRODUCTION[1], 6)
    if choice.total() < options.words and "qa" in choice.chosen:
        choice.block("qa", 2, _entries(options, "qa", (2, LONGEST_QA))[1])
    chosen = {place: tuple(found) for place, found in choice.chosen.items() if found}
    return Plan(chosen, tuple(choice.missing), choice.total())


__all__ = ["Block", "Plan", "choose", "count_words"]
