"""The plan of the page: pure decisions over candidates. Same candidates and same rejections, same plan.

What a page may tell is a packing under a budget: each fact twice at most, no words twice, each block between its limits, a number of words to reach. A few
strategies are tried in a fixed order, each greedy; the plan is taken that misses fewest blocks, then fewest words, then comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from seo_fr.choose.flow import flowing, varied
from seo_fr.choose.limits import CONCLUSION, FEW_POINTS, INTRODUCTION, KEYPOINTS, MOST_HEADINGS, SHORT_CONCLUSION, SHORT_INTRODUCTION
from seo_fr.choose.pick import Choice
from seo_fr.choose.pool import Pool, Strategy
from seo_fr.choose.reading import heading_texts
from seo_fr.choose.suited import place_first, suited
from seo_fr.french.words import count_words
from seo_fr.model import Block, BlockKind, Passage
from seo_fr.options import Options
from seo_fr.propose import Candidate, Candidates
from seo_fr.propose.block_labels import slots_in, voices_heading
from seo_fr.propose.closing import clause_heading, closing_heading
from seo_fr.propose.glossary_heading import glossary_heading
from seo_fr.propose.introduce import introduced, introduced_heading
from seo_fr.propose.which_one import completed
from seo_fr.rulebook import load
from seo_fr.rulebook.background import approved

LONGEST_QA = 8
#: Most characters of a description.
LONGEST_DESCRIPTION = 156
#: Words of one step of falling short.
STEP = 25
#: Fewest and most sentences of the glossary on a page.
GLOSSARY = (1, 4)
#: Most sentences of the glossary on a page that is short of words, the standard ones included, and where with them it reaches its words.
DEFINITIONS, MOST_DEFINITIONS = 6, 8
#: Optional blocks in order of what they give the reader, with the fewest and the most entries each may have.
OPTIONAL: tuple[tuple[BlockKind, int, int], ...] = (("who", 2, 6), ("figures", 3, 6), ("timeline", 3, 8), ("places", 3, 8), ("brief", 3, 8), ("qa", 2, 5))


#: Fewest entries of a block where words are wanting to the last: one voice that says enough, two figures, dates or places.
FEWEST: dict[BlockKind, int] = {"who": 1, "figures": 2, "timeline": 2, "places": 2}


@dataclass(slots=True)
class Plan:
    """The chosen candidates by place, and what could not be filled."""

    chosen: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    words: int = 0

    def passages(self) -> tuple[Passage, ...]:
        """Return all chosen passages in a fixed order."""
        return tuple(passage for place in sorted(self.chosen) for candidate in self.chosen[place] for passage in candidate.passages)


def _entries(options: Options, kind: BlockKind, usual: tuple[int, int]) -> tuple[int, int]:
    return next(((least, most) for name, least, most in options.entries if name == kind), usual)


def optional(options: Options) -> tuple[tuple[BlockKind, int, int], ...]:
    """Return the optional blocks with their fewest and most entries, in the order in which they are added: the user's first, then the usual."""
    usual = {kind: (least, most) for kind, least, most in OPTIONAL}
    wanted = tuple(kind for kind in options.order if kind in usual)
    return tuple((kind, *_entries(options, kind, usual[kind])) for kind in (*wanted, *(kind for kind in usual if kind not in wanted)))


#: What comes next is the conclusion's before it is the introduction's or a key point.
_INTRODUCED = ("conclusion", "introduction", "keypoints")
_POINTED = ("conclusion", "keypoints", "introduction")
#: Tried in this order: first those that take nothing from anybody, then those that make do. Of all that could be combined, those that ever made the best page of some article.
STRATEGIES = (
    *(Strategy(order, block=True) for order in (_INTRODUCED, _POINTED)),
    Strategy(_INTRODUCED, brief=True, block=True),
    *(Strategy(_INTRODUCED, closing=closing, block=True) for closing in (1, 2)),
    *(Strategy(order, again=1, block=True) for order in (_INTRODUCED, _POINTED)),
    *(Strategy(order) for order in (_INTRODUCED, _POINTED)),
    *(Strategy(order, sparing=True) for order in (_INTRODUCED, _POINTED)),
    *(Strategy(order, brief=True) for order in (_INTRODUCED, _POINTED)),
    *(Strategy(_INTRODUCED, closing=closing) for closing in (1, 2)),
    Strategy(_INTRODUCED, asked=3),
    *(Strategy(order, again=1) for order in (_INTRODUCED, _POINTED)),
    Strategy(_POINTED, brief=True, again=1),
    Strategy(_POINTED, sparing=True, again=1),
    *(Strategy(_INTRODUCED, again=again) for again in (2, 3)),
)
#: What a page loses by a block that is missing: an introduction more than anything else, then key points.
_WEIGHTS = {"introduction": 10, "keypoints": 8, "conclusion": 3}


def choose(candidates: Candidates, rejected: frozenset[str], options: Options, body_words: int) -> Plan:
    """Return the best plan of the page without the passages whose ids are in ``rejected``. ``body_words``: words of the copied body."""
    best: tuple[tuple[int, int], Plan] | None = None
    pool = Pool(candidates, rejected, options, body_words)
    kinds = suited(pool, optional(options))
    for strategy in STRATEGIES:
        if strategy.block and not kinds or strategy.sparing and not candidates.leaders or strategy.asked and (not pool.runs or "qa" in options.without):
            continue
        plan = _plan(Choice(pool, strategy), options)
        short = 2 * int("introduction" in plan.chosen and sum(candidate.words for candidate in plan.chosen["introduction"]) < SHORT_INTRODUCTION)
        short += int("conclusion" in plan.chosen and sum(candidate.words for candidate in plan.chosen["conclusion"]) < SHORT_CONCLUSION)
        short += 3 * ("keypoints" in plan.chosen and len(plan.chosen["keypoints"]) < FEW_POINTS)
        short += 2 * (bool(kinds) and not any(kind in plan.chosen for kind, _, _ in kinds))
        rank = (sum(_WEIGHTS.get(place, 1) for place in plan.missing) + short, _coarse(options.words - plan.words))
        if best is not None and strategy.again > 1 and rank[0] == best[0][0] and rank[1]:
            continue  # nothing is told twice where the page falls short all the same
        if best is None or rank < best[0]:
            best = (rank, plan)
        if rank == (0, 0):
            break
    assert best is not None
    return _joined(best[1], candidates, rejected, options)


def _coarse(wanting: int) -> int:
    """Return how far a plan falls short, in steps: for a few words no better order is given up."""
    return 0 if wanting <= 0 else 1 + wanting // STEP


def _joined(plan: Plan, candidates: Candidates, rejected: frozenset[str], options: Options) -> Plan:
    """Return the plan with its written blocks made one text each: pronouns, varied openings, people introduced."""
    chosen = dict(plan.chosen)
    if "keypoints" in chosen:
        chosen["keypoints"] = varied(chosen["keypoints"])
    for block in ("introduction", "conclusion"):
        if block in chosen:
            chosen[block] = flowing(candidates.source, chosen[block], block, rejected)
    above = " ".join(item.text for candidate in chosen.get("h1", ()) for item in candidate.passages)
    for block in ("introduction", "keypoints"):
        if block in chosen:
            chosen[block] = completed(candidates.source, chosen[block], above, rejected, INTRODUCTION[1] if block == "introduction" else 0)
            above += " " + " ".join(item.text for candidate in chosen[block] for item in candidate.passages)
    for block in sorted(_WRITTEN & set(chosen)):
        chosen[block] = introduced(candidates.source, chosen[block], rejected, {"introduction": INTRODUCTION[1], "conclusion": CONCLUSION[1]}.get(block, 0))
    for place in sorted(chosen):
        if place == "description":
            better = introduced(candidates.source, chosen[place], rejected)
            chosen[place] = better if all(len(candidate.passages[0].text) <= LONGEST_DESCRIPTION for candidate in better) else chosen[place]
        if place.startswith("h2:section:"):
            chosen[place] = tuple(introduced_heading(candidates.source, candidate, rejected) for candidate in chosen[place])
    if "conclusion" in chosen and "h2:conclusion" in chosen:
        chosen["h2:conclusion"] = (_named(chosen, candidates, rejected),)
    if "who" in chosen and "h2:who" in chosen and (len({each.speaker for each in chosen["who"]}) < 2 or not slots_in(chosen["h2:who"][0])):
        voices = voices_heading(candidates.source, load(), chosen["who"], candidates.article_key, heading_texts(chosen, "h2:who"), rejected)
        chosen["h2:who"] = (voices,) if voices is not None else chosen["h2:who"]
    if "glossary" in chosen and "h2:glossary" in chosen:
        named = glossary_heading(book := load(), chosen["glossary"], approved(book, options), candidates.source.text, candidates.article_key, heading_texts(chosen, "h2:glossary"), rejected)
        chosen["h2:glossary"] = (named,) if named is not None else chosen["h2:glossary"]
    taken = sum(candidate.words for found in plan.chosen.values() for candidate in found) - sum(candidate.words for found in chosen.values() for candidate in found)
    return Plan(chosen, plan.missing, plan.words - taken)


#: What a clause must be worth to head a conclusion before its label.
GOOD_CLAUSE, FAIR_CLAUSE = 30, 14


def _named(chosen: dict[str, tuple[Candidate, ...]], candidates: Candidates, rejected: frozenset[str]) -> Candidate:
    """Return the heading of the conclusion: what it tells, shortly, the keyphrase before it where it fits; else its label."""
    label = chosen["h2:conclusion"][0]
    if {"contested", "named"} & set(label.tags):
        return label
    found = chosen["conclusion"]
    used = heading_texts(chosen, "h2:conclusion")
    least = FAIR_CLAUSE if {"onward", "inquiry-onward"} & set(label.tags) else GOOD_CLAUSE
    clause = clause_heading(candidates.source, candidates.scores, candidates.article_key, found, used, rejected, least)
    if clause is None and {"onward", "inquiry-onward"} & set(label.tags):
        clause = closing_heading(candidates.source, candidates.scores, candidates.article_key, found, used, rejected)
    return clause or label


#: Blocks in which a person is introduced at her first mention.
_WRITTEN = frozenset({"introduction", "keypoints", "who", "figures", "timeline", "places", "brief", "qa", "conclusion"})


def _plan(choice: Choice, options: Options) -> Plan:
    choice.heads()
    choice.section_headings()
    _required(choice, options)
    if "glossary" not in options.without and choice.glossary(*_entries(options, "glossary", GLOSSARY)):
        choice.heading_of("glossary")
    fitting = {kind for kind, _, _ in suited(choice.pool, optional(options))}
    for kind, least, most in optional(options):
        needless = not choice.wanting and (kind not in fitting or bool(fitting & set(choice.chosen)))
        if kind in options.without or kind not in choice.chosen and (needless or choice.headings() >= MOST_HEADINGS):
            continue
        if choice.block(kind, least, most):
            choice.heading_of(kind)
        if len(choice.chosen.get(kind, ())) < least:
            choice.give_back(kind)
    if options.standard_glossary and "glossary" not in options.without and (choice.headings() < MOST_HEADINGS or "glossary" in choice.chosen):
        most = _entries(options, "glossary", (1, DEFINITIONS))[1]
        if choice.define(most) and "h2:glossary" not in choice.chosen:
            choice.heading_of("glossary")
    _extend(choice, options)
    few = _add_few(choice, options)
    for kind, least, _most in optional(options):
        choice.sweep(kind, FEWEST[kind] if kind in few else least)
        if f"h2:{kind}" in choice.chosen:
            choice.heading_of(kind)  # of all that stands there now
    if "conclusion" in choice.chosen:
        choice.heading_of("conclusion")
    if options.standard_glossary and "glossary" in choice.chosen and not any(kind == "glossary" for kind, _, _ in options.entries):
        choice.define_to_the_end(MOST_DEFINITIONS)
    choice.describe()
    chosen = {place: tuple(found) for place, found in choice.chosen.items() if found}
    return Plan(chosen, tuple(choice.missing), choice.total())


def _required(choice: Choice, options: Options) -> None:
    """Fill introduction, key points and conclusion as far as each must be; what cannot be is missing, and what it held is free again."""
    if "introduction" not in options.without:
        choice.main_fact()
    choice.ask_first(choice.strategy.asked)
    fitting = suited(choice.pool, optional(options)) if choice.strategy.block else None
    block = None
    for place in choice.strategy.order:
        if place != "conclusion" and fitting is not None:
            block, fitting = place_first(choice, fitting), None  # behind what comes next, which the conclusion tells
        if place in options.without:
            continue
        if place == "keypoints" and choice.strategy.closing or place == "introduction" and choice.strategy.closing > 1:
            _close(choice, options)
        if place == "introduction":
            choice.introduction()
        elif place == "keypoints":
            choice.keypoints(FEW_POINTS)
            if len(choice.chosen.get(place, ())) < KEYPOINTS[0]:
                choice.give_back(place)
        else:
            choice.conclusion()
            if not choice.closes_shortly():
                choice.give_back(place)
            else:
                choice.heading_of(place)
    if "conclusion" not in options.without and choice.size("conclusion") < SHORT_CONCLUSION:
        _close_again(choice)
    _close(choice, options)
    choice.lengthen()
    if block is not None:
        choice.block(*block, first=True)
    if "conclusion" not in options.without and "conclusion" not in choice.chosen:
        choice.missing.append("conclusion")


def _close_again(choice: Choice) -> None:
    """Lengthen the conclusion, or make one, with what introduction or key points tell in other words, where what comes is too little."""
    before = len(choice.chosen.get("conclusion", ()))
    choice.close_again()
    if len(choice.chosen.get("conclusion", ())) == before:
        return
    if not choice.closes_shortly():
        choice.give_back("conclusion")
    else:
        choice.heading_of("conclusion")


def _close(choice: Choice, options: Options) -> None:
    """Fill the conclusion, where nothing comes next, with another fact."""
    if "conclusion" not in options.without and "conclusion" not in choice.chosen:
        choice.closing_fact()
        if choice.size("conclusion") < CONCLUSION[0]:
            choice.give_back("conclusion")


def _extend(choice: Choice, options: Options) -> None:
    """Lengthen what stands as far as words are wanting, and add what is missing with what the blocks of context told in other words."""
    place: BlockKind = "keypoints"
    if place not in options.without and place not in choice.chosen:
        if choice.strategy.again:
            choice.keypoints(FEW_POINTS, again=True)
        if len(choice.chosen.get(place, ())) < KEYPOINTS[0]:
            choice.give_back(place)
            choice.missing.append(place)
    choice.needed = False
    again = bool(choice.strategy.again)
    if choice.wanting and "keypoints" in choice.chosen:
        choice.keypoints(KEYPOINTS[1], again)
        choice.shed()
    for kind, least, most in optional(options):
        if choice.wanting and kind in choice.chosen:
            choice.block(kind, least, max(most, _entries(options, "qa", (2, LONGEST_QA))[1]) if kind == "qa" else most)


def _add_few(choice: Choice, options: Options) -> tuple[BlockKind, ...]:
    """Add blocks of :data:`FEWEST` entries while words are wanting, of entries that lean on nothing; return their kinds."""
    added: list[BlockKind] = []
    given = {kind for kind, _, _ in options.entries}
    for kind, _least, most in optional(options):
        if kind not in FEWEST or kind in given or kind in options.without or kind in choice.chosen or not choice.wanting or choice.headings() >= MOST_HEADINGS:
            continue
        if choice.block(kind, FEWEST[kind], most, firm=True):
            choice.heading_of(kind)
            added.append(kind)
    return tuple(added)


__all__ = ["OPTIONAL", "Block", "Plan", "choose", "count_words", "optional"]
