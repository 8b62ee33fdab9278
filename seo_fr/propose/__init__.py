"""Facts × rules × templates → candidates: everything that might stand on the page, each with its words, facts and origin."""

from __future__ import annotations

from dataclasses import dataclass

from seo_fr.model import Analysis, Keyphrase
from seo_fr.options import Options
from seo_fr.propose import blocks, brief_block, figures_block, glossary, headings, heads, places_block, questions_block, timeline_block, who
from seo_fr.propose.active import active
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.faulty import without_faults
from seo_fr.propose.focus_choice import focus
from seo_fr.propose.glossary_heading import plain_headings
from seo_fr.propose.headlines import Headline, cut_tellings, headlines
from seo_fr.propose.lines import every_line
from seo_fr.propose.promoted import is_aside, promoted, with_facts
from seo_fr.propose.quote_part import quote_parts
from seo_fr.propose.quoted import quoted_runs
from seo_fr.propose.score import Scores
from seo_fr.propose.tell import Source, Telling, other_tellings, run_telling, sentence_telling, tellings
from seo_fr.propose.trims import trimmed_tellings
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import approved

__all__ = ["Candidate", "Candidates", "focus", "propose"]

BLOCKS_WITH_HEADING = ("who", "figures", "timeline", "places", "brief", "qa", "conclusion")


@dataclass(frozen=True, slots=True)
class Candidates:
    """All candidates by place, in a total order; ``source`` and ``scores`` are what choosing needs beside them."""

    by_place: dict[str, tuple[Candidate, ...]]
    keyphrase: Keyphrase
    source: Source
    scores: Scores
    article_key: str
    leaders: frozenset[int] = frozenset()  # clauses that the next sentence leans on: told with it, they tell more

    @property
    def denials(self) -> bool:
        """Whether the source has a denial: an accusation is then not told without it."""
        return any(statement.cls == "deny" and statement.commitment != "negated" for statement in self.source.analysis.statements)

    def at(self, place: str) -> tuple[Candidate, ...]:
        """Return the candidates for a place, best first."""
        return self.by_place.get(place, ())


def all_tellings(source: Source) -> tuple[Telling, ...]:
    """Return every way to tell every clause and sentence alone, without doubles, in source order, fullest first."""
    made: dict[str, Telling] = {}
    for index in range(len(source.analysis.sentences)):
        whole = sentence_telling(source, index)
        found = [whole, *other_tellings(source, whole)] if whole is not None else []
        for clause in source.clauses_of.get(index, ()):
            found += tellings(source, clause)
            found += cut_tellings(source, clause)
        for telling in found:
            made.setdefault(telling.text, telling)
    return tuple(made.values())


def all_headlines(source: Source) -> tuple[Headline, ...]:
    """Return the headlines of all clauses, in source order."""
    return tuple(line for clause in sorted(source.analysis.clauses, key=lambda clause: clause.span) for line in headlines(source, clause))


def propose(analysis: Analysis, book: Rulebook, options: Options, article_key: str) -> Candidates:
    """Return all candidates for a page of ``analysis``."""
    source = Source(analysis)
    keyphrase = focus(analysis, options)
    scores = Scores(source, keyphrase)
    told = all_tellings(source)
    lines = all_headlines(source)
    seeds = (sentence_telling(source, index, joined=True) for index in range(len(analysis.sentences)))
    runs = tuple(run for seed in seeds if seed is not None for run in run_telling(source, seed)) + quoted_runs(source)
    leaders = frozenset(run.clauses[0] for run in runs)
    strict = tuple(telling for telling in told if telling.strict)
    every = every_line(source)
    asked = tuple(questions_block.questions(source, book, told + runs, scores, article_key))
    found: list[Candidate] = []
    found += heads.title_tags(source, book, keyphrase, (*lines, *(line for line in every if line.cost < 6)), scores, article_key)
    found += heads.h1s(source, book, keyphrase, lines, scores, article_key)
    trimmed = tuple(telling for clause in analysis.clauses for telling in trimmed_tellings(source, clause))
    found += heads.descriptions(source, strict + trimmed, scores)
    for index in range(len(analysis.sections)):
        found += headings.section_headings(source, book, index, every, scores, article_key, asked)
    for block in BLOCKS_WITH_HEADING:
        found += headings.block_headings(source, book, block, (keyphrase, *analysis.keyphrases), scores, article_key)
    short = tuple(telling for telling in (*blocks.shorter(source), *trimmed) if telling.sentence > source.first_sentence)
    parts = tuple(part for part in promoted(source, book) if all(part.text != telling.text for telling in told))
    parts += tuple(part for part in quote_parts(source) if all(part.text != telling.text for telling in told))
    parts += tuple(other for telling in told if (other := active(source, telling)) is not None)
    found += blocks.sentences(source, book, (*dict.fromkeys((*told, *runs, *short, *parts)),), scores, article_key)
    near = tuple(telling for telling in trimmed if 0 <= telling.sentence - source.first_sentence < 2)
    found += blocks.main_facts(source, told, near, scores)
    found += blocks.keypoints(source, told + trimmed + blocks.shorter(source) + tuple(run for run in runs if run.sentences == 2) + tuple(part for part in parts if not is_aside(part)), scores)
    found += who.quote_bullets(source, book, scores, article_key)
    found += who.statement_bullets(source, book, told + runs, scores, article_key)
    found += blocks.quote_points(source, found)
    found += blocks.attributed_mains(source, found)
    found += figures_block.figures(source, book, told, scores, article_key)
    found += timeline_block.timeline(source, book, told, scores, article_key)
    found += places_block.places(source, book, told, scores, article_key)
    found += brief_block.brief(source, book, told, scores, article_key)
    found += asked
    entries = approved(book, options)
    if entries and "glossary" not in options.without:
        found += glossary.glossary(analysis, book, entries, article_key)
        found += plain_headings(book, article_key)
    by_place: dict[str, list[Candidate]] = {}
    for candidate in without_faults(with_facts(source, found), analysis.faults, analysis.article.title):
        by_place.setdefault(candidate.place, []).append(candidate)
    ordered = {
        place: tuple(sorted(items, key=lambda item: (tuple(-value for value in item.merit), item.source_order, item.passages[0].id))) for place, items in by_place.items()
    }
    return Candidates(ordered, keyphrase, source, scores, article_key, leaders)
