"""Reads any page against its source, sentence by sentence: copied, derived, unsupported, or changed in commitment.

The page may be ours, edited since, or written by anyone (a colleague, a chatbot). Nothing but the two texts is needed; a ledger, where there is
one, only tells which words are a template's own.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from typing import Literal

from seo_fr.check import compare
from seo_fr.check.compare import COMMITMENT, Evidence, Reason
from seo_fr.check.fidelity import _anaphors, _literal, _presumption, _quote_speaker
from seo_fr.check.free import standing
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence, Word, lexicon, read_article, read_sentence, split_sentences
from seo_fr.model import Article
from seo_fr.rulebook import Rulebook

Verdict = Literal["copied", "derived", "unsupported", "changed-commitment"]
LABELS: dict[Verdict, str] = {"copied": "copiée", "derived": "dérivée", "unsupported": "sans appui", "changed-commitment": "engagement changé"}
# Below this share of its matter found in the source, a sentence has no support. Set on rewritings of our own, not on the corpus.
SUPPORT = 0.4
_HEADING_SUPPORT = 0.34
_NEAR = 0.72
_SAME = 0.7  # above it, a sentence is the source’s own with a word changed; below, a rewriting in other words


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a page: a heading, a paragraph, a list item."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of the page with its verdict, the reasons, and the source sentences that come nearest (offsets into the source)."""

    text: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    sources: tuple[tuple[int, int], ...]
    support: float
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What verify found, in the order of the page."""

    sentences: tuple[Judged, ...]
    article: Article

    def count(self, verdict: Verdict) -> int:
        """Return how many sentences have this verdict."""
        return sum(1 for sentence in self.sentences if sentence.verdict == verdict)

    @property
    def faithful(self) -> bool:
        """Whether no sentence is unsupported or changed in commitment."""
        return not any(sentence.verdict in ("unsupported", "changed-commitment") for sentence in self.sentences)


# ---------------------------------------------------------------------------------------------------------- the page’s text

_BLOCKS = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "section", "article", "td", "th", "dt", "dd", "figcaption", "caption", "tr", "ul", "ol", "main", "header", "aside", "summary", "pre"])
_SKIPPED = frozenset(["script", "style", "head", "nav", "footer", "template", "noscript", "svg", "form", "button", "title"])


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.units: list[Unit] = []
        self.text: list[str] = []
        self.heading = False
        self.skipped: list[str] = []

    def _flush(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.text).replace("\u00a0", "\x01").replace("\u202f", "\x02")).strip().replace("\x01", "\u00a0").replace("\x02", "\u202f")
        if text:
            self.units.append(Unit(text, self.heading))
        self.text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped.append(tag)
        if tag in _BLOCKS or tag == "br":
            self._flush()
            if tag != "br":
                self.heading = tag in ("h1", "h2", "h3", "h4", "h5", "h6")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            while self.skipped and self.skipped.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._flush()
            self.heading = False

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.text.append(data)


def _units_of_html(text: str) -> tuple[Unit, ...]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    reader._flush()
    return tuple(reader.units)


def _inline(text: str) -> str:
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)(\*\*|__|`)(.+?)(?<!\\)\1", r"\2", text)
    text = re.sub(r"(?<![\w\\*])[*_](?=\S)(.+?)(?<=\S)[*_](?!\w)", r"\1", text)
    text = re.sub(r"\\([\\`*_\[\]<>~|#+=:.\-!&)])", r"\1", text)
    return html.unescape(text).strip()


def _units_of_markdown(text: str) -> tuple[Unit, ...]:
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "\n\n", text, flags=re.DOTALL)
    units: list[Unit] = []
    lines: list[str] = []

    def flush() -> None:
        piece = _inline(" ".join(lines))
        if piece:
            units.append(Unit(piece))
        lines.clear()

    for line in text.split("\n"):
        heading = re.match(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", line)
        item = re.match(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)", line)
        if heading:
            flush()
            units.append(Unit(_inline(heading.group(1)), True))
        elif re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line) or not line.strip():
            flush()
        elif re.fullmatch(r"\s*\|?[\s:|-]+\|[\s:|-]*", line):
            continue
        elif line.lstrip().startswith("|"):
            flush()
            units.extend(Unit(_inline(cell)) for cell in line.strip().strip("|").split("|") if cell.strip())
        elif item:
            flush()
            lines.append(item.group(1))
        else:
            lines.append(re.sub(r"^\s*>\s?", "", line).strip())
    flush()
    return tuple(units)


def _units_of_text(text: str) -> tuple[Unit, ...]:
    units = []
    for piece in re.split(r"\n\s*\n|\n(?=\s*[-•*]\s)", text):
        plain = re.sub(r"^\s*[-•*]\s+", "", " ".join(piece.split("\n"))).strip()
        if plain:
            units.append(Unit(plain, len(plain) < 120 and re.search(r"[.!?…»]$", plain) is None))
    return tuple(units)


def read_page(page_text: str, form: Literal["md", "html", "text"]) -> tuple[Unit, ...]:
    """Return the headings, paragraphs and items of a page, markup taken off."""
    return {"md": _units_of_markdown, "html": _units_of_html, "text": _units_of_text}[form](page_text)


# ----------------------------------------------------------------------------------------------------------------- matching


class _Matcher:
    """The source as one run of words, to find copies in, and its sentences, to find the nearest in."""

    def __init__(self, reading: ArticleReading, known: Lexicon) -> None:
        self.reading, self.known = reading, known
        self.run: list[str] = []
        self.where: list[tuple[int, int]] = []
        self.places: dict[str, list[int]] = {}
        self.opens: set[int] = set()
        self.closes: set[int] = set()
        for sentence in reading.sentences:
            self.opens.add(len(self.run))
            for i, word in enumerate(sentence.words):
                if word.kind == "p":
                    continue
                self.places.setdefault(word.fold, []).append(len(self.run))
                self.run.append(word.fold)
                self.where.append((sentence.index, i))
            self.closes.add(len(self.run))
            self.run.append("\n" if sentence.paragraph == -1 else "")
            self.where.append((sentence.index, -1))

    def copy(self, page: Sentence) -> tuple[int, int] | None:
        """Where the page sentence stands word for word, ends of sentences left out, as a range of the run."""
        folds = [word.fold for word in page.words if word.kind != "p"]
        if not folds:
            return None
        for start in self.places.get(folds[0], ()):
            at = start
            for item in folds:
                if self.run[at : at + 1] == [""]:
                    at += 1
                if self.run[at : at + 1] != [item]:
                    break
                at += 1
            else:
                return start, at
        return None

    def nearest(self, page: Sentence) -> tuple[tuple[Sentence, ...], float, bool]:
        """Return up to three source sentences that together best cover the page sentence, the share of its matter they cover, and whether
        it is a near copy of the first."""
        frame = self.known.classes.get("frame", frozenset())
        neutral = _neutral(page)
        words = [word for i, word in enumerate(page.words) if i not in neutral and self.known.content(word) and (word.key not in frame or word.stem in self.reading.stems)]
        if not words:
            return (), 1.0, False
        # A name is found, or its absence is said: what is unknown weighs like the rarest of words.
        weights = [compare.weight_of(self.reading, word, self.known) or 2.5 for word in words]
        total = sum(weights)
        table: list[list[bool]] = []
        for sentence in self.reading.sentences:
            table.append([any(self.same(word, other) for other in sentence.words) for word in words])
        left = [True] * len(words)
        chosen: list[int] = []
        covered = 0.0
        first_pairs: dict[int, int] = {}
        near = False
        while len(chosen) < 3:
            gains = [
                (round(sum(w for w, hit, free in zip(weights, row, left, strict=True) if hit and free), 6), -index) for index, row in enumerate(table) if index not in chosen
            ]
            if not gains:
                break
            gain, negative = max(gains)
            if not chosen:
                # Among sentences that cover as much, the one whose order fits best.
                close = [-i for g, i in gains if g >= gain * 0.9 and g > 0][:4]
                scored = [(len(compare.align(page.words, self.reading.sentences[i].words)), -i) for i in close]
                if scored:
                    negative = max(scored)[1]
                    gain = next(g for g, i in gains if i == negative)
            if gain <= 0 or (chosen and (gain / total < 0.12 or near)):
                break
            chosen.append(-negative)
            covered += gain
            left = [free and not hit for free, hit in zip(left, table[-negative], strict=True)]
            if len(chosen) == 1:
                source = self.reading.sentences[chosen[0]]
                first_pairs = compare.align(page.words, source.words)
                ordered = sum(1 for i in first_pairs if self.known.content(page.words[i]))
                plain = [i for i, word in enumerate(page.words) if self.known.content(word) and not compare.is_name(word, self.reading, self.known)]
                kept = sum(1 for i in plain if i in first_pairs)
                near = (len(words) >= 4 and ordered / len(words) >= _NEAR) or (len(plain) >= 3 and kept / len(plain) >= 0.85)
        return tuple(self.reading.sentences[i] for i in chosen), round(covered / total, 4), near

    def same(self, one: Word, other: Word) -> bool:
        """Whether two words may tell the same thing: one stem, or one group of the near words."""
        if other.kind == "p":
            return False
        if compare.alike(one, other):
            return True
        if "-" in one.fold and other.fold in one.fold.split("-"):
            return len(other.fold) > 2
        if "-" in other.fold and one.fold in other.fold.split("-"):
            return len(one.fold) > 2
        groups = self.known.synonyms.get(one.stem)
        return groups is not None and not groups.isdisjoint(self.known.synonyms.get(other.stem, frozenset()))


def _extended(page: Sentence, found: tuple[Sentence, ...], reading: ArticleReading, known: Lexicon) -> tuple[Sentence, ...]:
    """Add the sentences that hold a number or name the first ones do not have, where they share more than that with the page."""
    extended = list(found)
    values = {q.value for s in extended for q in s.numbers}
    folds = {w.fold for s in extended for w in s.words}
    content = {word.stem for word in page.words if known.content(word)}
    wanted = [("number", q.value) for q in page.numbers if q.value not in values]
    wanted += [("name", w.fold) for w in page.words if compare.is_name(w, reading, known) and w.fold not in folds]
    for kind, value in wanted:
        best: tuple[int, int] | None = None
        for sentence in reading.sentences:
            has = any(q.value == value for q in sentence.numbers) if kind == "number" else any(w.fold == value for w in sentence.words)
            if not has:
                continue
            shared = len(content & {w.stem for w in sentence.words if known.content(w)})
            if shared >= (2 if kind == "number" else 3) and (best is None or shared > best[0]):
                best = (shared, sentence.index)
        if best is not None and reading.sentences[best[1]] not in extended:
            extended.append(reading.sentences[best[1]])
    return tuple(extended)


def _judge(text: str, heading: bool, matcher: _Matcher, book: Rulebook, extra: frozenset[str]) -> Judged:
    reading, known = matcher.reading, matcher.known
    page = read_sentence(text, book)
    if not any(known.content(word) for word in page.words):
        return Judged(text, "derived", (), (), 1.0, heading)
    copy = matcher.copy(page)
    if copy is not None:
        start, end = copy
        indexes = sorted({matcher.where[i][0] for i in range(start, end)})
        sentences = tuple(reading.sentences[i] for i in indexes)
        spans = tuple((s.span.start, s.span.end) for s in sentences)
        whole = (start in matcher.opens) and (end in matcher.closes or matcher.run[end : end + 1] in (["\n"], [""]))
        if whole:
            return Judged(text, "copied", (), spans, 1.0, heading)
        used: dict[int, frozenset[int]] = {}
        for i in range(start, end):
            index, at = matcher.where[i]
            if at >= 0:
                used[index] = used.get(index, frozenset()) | {at}
        reasons = list(compare.commitment(page, Evidence(sentences, used, True, _bare(page, used, known)), reading, book))
        altered = [*compare.quotes_altered(page, Evidence(sentences, used), reading, known)]
        if heading:
            altered += _presumption(page, sentences, reading, known)
        verdict: Verdict = "unsupported" if altered else "copied" if not reasons else "changed-commitment"
        reasons += altered
        return Judged(text, verdict, tuple(dict.fromkeys(reasons)), spans, 1.0, heading)
    found, support, near = matcher.nearest(page)
    if not near:
        found = _extended(page, found, reading, known)
    reasons = []
    used = {}
    pairs: dict[int, tuple[int, int]] = {}
    for number, sentence in enumerate(found):
        aligned = _aligned(page, sentence, matcher)
        fresh = {i: j for i, j in aligned.items() if i not in pairs or number == 0}
        used[sentence.index] = frozenset(fresh.values())
        for i, j in fresh.items():
            pairs.setdefault(i, (sentence.index, j))
    evidence = Evidence(found, used, near, _bare(page, used, known))
    dates = compare.resolved_dates(evidence, reading)
    allowed = extra | dates
    reasons += compare.numbers_added(page, evidence, reading, allowed)
    reasons += compare.names_added(page, evidence, reading, book, allowed, heading=heading and not near)
    reasons += compare.quotes_altered(page, evidence, reading, known)
    reasons += _quote_speaker(page, evidence, reading, known)
    reasons += [reason for reason in compare.words_added(page, evidence, reading, book, allowed) if near or reason.id != "quantite" or support < 0.8]
    reasons += compare.opposites(page, evidence, known, pairs)
    reasons += compare.commitment(page, evidence, reading, book)
    if found:
        reasons += compare.roles(page, found[0], reading, known)
    bare = heading and bool(evidence.topics)
    if near and found and not bare:
        if _surface(page, found[0]) >= _SAME:
            reasons += _altered(page, found[0], matcher, allowed, heading)
        reasons += _swapped_names(page, found[0], matcher)
        if not evidence.topics:
            reasons += compare.in_place(page, found[0], reading, known)
    if found:
        reasons += compare.future_done(page, found[0], compare.align(page.words, found[0].words))
    if not bare:
        reasons += _detail(page, found, matcher, allowed, support, near or heading)
    if not near and found and not heading:
        reasons += _assembled(page, found, matcher)
    if heading:
        reasons += _presumption(page, found, reading, known)
    if heading:
        reasons += _anaphors(page, known)
    content = [word for word in page.words if known.content(word) and word.fold not in allowed]
    if support < (_HEADING_SUPPORT if heading else SUPPORT) and len(content) >= 3:
        reasons.append(Reason("appui", f"La source ne dit guère de cette phrase ({round(100 * support)} % de sa matière).", text[:120]))
    if found and not near and not heading:
        reasons = standing(reasons, page, evidence, reading, known)
    if _identity(page, known):
        reasons = [reason for reason in reasons if reason.id not in ("attribution", "quantite")]
    unique = tuple(dict.fromkeys(reasons))
    verdict = "derived"
    if any(reason.id in COMMITMENT for reason in unique):
        verdict = "changed-commitment"
    if any(reason.id not in COMMITMENT for reason in unique):
        verdict = "unsupported"
    return Judged(text, verdict, unique, tuple((s.span.start, s.span.end) for s in found), support, heading)


def _aligned(page: Sentence, source: Sentence, matcher: _Matcher) -> dict[int, int]:
    """The alignment, and what is left matched to a near word that is left."""
    pairs = compare.align(page.words, source.words)
    taken = set(pairs.values())
    for i, word in enumerate(page.words):
        if i in pairs or not matcher.known.content(word):
            continue
        for j, other in enumerate(source.words):
            if j not in taken and matcher.known.content(other) and matcher.same(word, other):
                pairs[i] = j
                taken.add(j)
                break
    return pairs


def _surface(page: Sentence, source: Sentence) -> float:
    """The share of the page sentence’s words, small ones too, that stand in the source’s order."""
    words = [word.stem for word in page.words if word.kind != "p"]
    pairs = compare.align(page.words, source.words)
    order = [pairs[i] for i in sorted(pairs)]
    kept = sum(1 for one, two in pairwise(order) if 0 < two - one <= 2) + 1
    return kept / max(1, len(words))


def _bare(page: Sentence, used: dict[int, frozenset[int]], known: Lexicon) -> frozenset[tuple[int, int]]:
    """A page line without verb or number claims nothing of what it names."""
    if page.numbers or len([word for word in page.words if known.content(word)]) > 8:
        return frozenset()
    question = page.words[-1].text == "?"
    if not question and page.words[-1].kind == "p":
        return frozenset()
    if any(((word.key in known.classes["have"] or word.key in known.classes["be"]) and not question) or known.is_conditional(word.key) for word in page.words):
        return frozenset()
    told = [marker for marker in page.markers if marker.verb and page.words[max(0, marker.start - 1)].key not in ("que", "qu")]
    if told or any(marker.cls in ("negation", "modality", "quantifier") for marker in page.markers):
        return frozenset()
    if any(marker.cls == "deed" for marker in page.markers) and any(word.capital and not word.initial for word in page.words):
        return frozenset()
    return frozenset((index, i) for index, words in used.items() for i in words)


def _neutral(page: Sentence) -> frozenset[int]:
    return frozenset(i for marker in page.markers if marker.cls == "neutral" for i in range(marker.start, marker.end))


def _identity(page: Sentence, known: Lexicon) -> bool:
    """« X est directeur de Y »: who someone is, which is nobody’s claim though the source says it beside « selon X »."""
    at = next((i for i, word in enumerate(page.words) if word.key == "est"), None)
    if at is None or not 0 < at <= 5 or not all(word.capital or word.key in ("de", "du", "la", "le") for word in page.words[:at]):
        return False
    if page.words[0].key in known.stop or any(m.cls in ("deed", "suspect", "negation", "modality") or (m.verb and m.cls != "conditional") for m in page.markers):
        return False
    rest = [word for word in page.words[at + 1 :] if known.content(word)]
    return bool(rest) and len(rest) <= 7 and all(q.value.endswith("e") for q in page.numbers) and re.search(r"(?:[éiu]|it|is|ert)e?s?$", rest[0].key) is None


def _altered(page: Sentence, source: Sentence, matcher: _Matcher, allowed: frozenset[str], heading: bool) -> tuple[Reason, ...]:
    """In a near copy, a word of matter that stands nowhere near: a word was put in place of another."""
    reasons = []
    neutral = _neutral(page)
    for at, word in enumerate(page.words):
        if not matcher.known.content(word) or word.kind != "w" or word.fold in allowed or at in neutral:
            continue
        if heading and (word.stem in matcher.reading.stems or word.key in matcher.known.classes["frame"]):
            continue
        if any(matcher.same(word, other) for other in source.words):
            continue
        if any(marker.start <= at < marker.end and (marker.verb or marker.cls in ("according", "time")) for marker in page.markers):
            continue
        if compare.is_name(word, matcher.reading, matcher.known):
            continue  # said by the names’ check
        near = matcher.reading.sentences[max(0, source.index - 2) : source.index + 1]
        if any(matcher.same(word, other) for sentence in near for other in sentence.words) and any(w.key in ("il", "elle", "ils", "elles", "ce", "cette", "ces", "cet", "celui", "celle") for w in source.words):
            continue
        reasons.append(Reason("mot", f"« {word.text} » n’est pas dans la phrase de la source.", word.text))
    return tuple(reasons)


def _detail(page: Sentence, found: tuple[Sentence, ...], matcher: _Matcher, allowed: frozenset[str], support: float, close: bool) -> tuple[Reason, ...]:
    """A run of three words of matter, none of which the source has anywhere, in a sentence that otherwise is the source’s (two, at its end; four in other words)."""
    run: list[str] = []
    neutral = _neutral(page)
    last = max((i for i, word in enumerate(page.words) if word.kind != "p"), default=0)
    for at, word in enumerate(page.words):
        if word.kind == "p" or not matcher.known.content(word):
            if word.text in ";:":
                run = []
            continue
        known = word.fold in allowed or at in neutral or (page.words[-1].kind != "p" and word.key in matcher.known.classes["frame"]) or word.stem in matcher.reading.stems or any(matcher.same(word, other) for s in found for other in s.words)
        run = [] if known else [*run, word.text]
        if len(run) >= ((2 if at == last and support >= 0.7 else 3) if close else 4) and support >= SUPPORT:
            return (Reason("detail", f"« {' … '.join(run)} » : la source n’en dit rien.", " ".join(run)),)
    return ()


def _swapped_names(page: Sentence, source: Sentence, matcher: _Matcher) -> tuple[Reason, ...]:
    """In a near copy, another name of the article where the source has one: the link by pronoun that a free sentence may claim needs a pronoun."""
    reading, known = matcher.reading, matcher.known
    folds = {part for word in source.words for part in (word.fold, *word.fold.split("-"))}
    ours = {word.fold for word in page.words}
    missing = [w for w in source.words if w.kind == "w" and w.capital and len(w.fold) > 1 and w.key not in known.stop and (not w.initial or w.fold in reading.names) and w.fold not in ours]
    pronoun = [w for w in source.words if w.key in ("il", "elle", "ils", "elles", "celui", "celle", "lui", "dernier", "dernière") and w.fold not in ours]
    for at, word in enumerate(page.words):
        if compare.is_name(word, reading, known) and word.fold not in folds and missing and not pronoun and word.fold in reading.folds:
            beside = {w.fold for w in page.words[max(0, at - 2) : at + 3]}
            if not compare.partners(reading, word.fold) & reading.names & beside & folds:
                return (Reason("nom-ailleurs", f"« {word.text} » est mis pour « {missing[0].text} ».", word.text, missing[0].text),)
    return ()


def _assembled(page: Sentence, found: tuple[Sentence, ...], matcher: _Matcher) -> tuple[Reason, ...]:
    """A subject of one sentence before the verb and complement of another, neither of which means it."""
    known, reading = matcher.known, matcher.reading
    names = [i for i, word in enumerate(page.words) if compare.is_name(word, reading, known)]
    if not names:
        return ()
    at = names[0]
    if any(page.words[i].text in (",", ";", ":", "«") for i in range(at, min(len(page.words), at + 3))):
        return ()
    run = at
    while run + 1 < len(page.words) and (page.words[run + 1].capital or page.words[run + 1].key in ("de", "du", "d", "la", "le")) and page.words[run + 1].kind == "w":
        run += 1
    stop = next((i for i in range(run + 1, len(page.words)) if page.words[i].text in (",", ";", ":", ".", "«") or page.words[i].key in ("et", "qui", "mais", "que", "qu")), len(page.words))
    matter = [page.words[i] for i in range(run + 1, stop) if known.content(page.words[i])]
    name = page.words[run]
    copula = run + 1 < len(page.words) and page.words[run + 1].key in ("est", "était", "sera", "devient")
    if copula and at <= 4 and matter and len(matter) <= 6 and not any(word.key.endswith(("é", "ée", "és", "ées")) for word in matter[:1]):
        # « X est directeur de Y »: the function must be X’s where it stands.
        called = {other.fold for other in page.words[at : run + 1]} | (compare.partners(reading, name.fold) & reading.names)
        for sentence in reading.sentences:
            if not all(any(matcher.same(word, other) for other in sentence.words) for word in matter):
                continue
            if called & {w.fold for w in sentence.words} or any(
                one.key in ("il", "elle", "celui-ci", "celle-ci") and two.key in ("est", "était", "sera", "devient") for one, two in pairwise(sentence.words)
            ):
                return ()
        return (Reason("assemblage", f"La source ne dit pas cela de « {name.text} ».", name.text),)
    if len(matter) < 3 or at > 4:
        return ()
    full = [s for s in reading.sentences if all(any(matcher.same(word, other) for other in s.words) for word in matter)]
    if not full:
        return ()
    for sentence in full:
        near = reading.sentences[max(0, sentence.index - 4) : sentence.index + 1]
        if any(w.fold == name.fold for w in sentence.words) or compare.partners(reading, name.fold) & reading.names & {w.fold for w in sentence.words}:
            return ()
        if any(w.fold == name.fold for s in near for w in s.words) or sentence.index <= 2:
            return ()
    return (Reason("assemblage", f"La source ne dit pas cela de « {name.text} ».", name.text),)


def verify(
    page_text: str,
    form: Literal["md", "html", "text"],
    article: Article,
    ledger: Iterable[dict[str, object]] | None = None,
    book: Rulebook | None = None,
) -> Verification:
    """Return a verdict on each sentence of a page, Markdown, HTML or plain text, against ``article``.

    ``ledger`` holds the entries of a page's ledger (one mapping a passage): what stands in a passage that they know may use its template's own words.
    """
    if book is None:
        from seo_fr.rulebook import load

        book = load()
    known = lexicon(book)
    reading = read_article(article, book)
    matcher = _Matcher(reading, known)
    literals: dict[str, frozenset[str]] = {}
    for entry in ledger or ():
        template = entry.get("template")
        if isinstance(template, str) and template:
            try:
                literals[_flat(str(entry.get("text", "")))] = _literal(book.template(template).source)[0]
            except KeyError:
                continue
    judged: list[Judged] = []
    for unit in read_page(page_text, form):
        extra = literals.get(_flat(unit.text), frozenset())
        pieces = [(0, len(unit.text))] if unit.heading else list(split_sentences(unit.text, 0, len(unit.text)))
        judged.extend(_judge(unit.text[start:end], unit.heading, matcher, book, extra) for start, end in pieces)
    return Verification(tuple(judged), article)


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


# ------------------------------------------------------------------------------------------------------------------- forms


def to_table(result: Verification) -> str:
    """Return the verdicts as lines of text for a terminal, the doubtful ones with their reasons and nearest source sentence."""
    lines = []
    for number, item in enumerate(result.sentences, 1):
        lines.append(f"{number:>3}  {LABELS[item.verdict]:<18} {item.text if len(item.text) <= 110 else item.text[:107] + '…'}")
        if item.verdict in ("unsupported", "changed-commitment"):
            lines.extend(f"     {'':<18} · {reason.message}" for reason in item.reasons)
            for start, end in item.sources[:1]:
                source = " ".join(result.article.text[start:end].split())
                lines.append(f"     {'':<18} source : {source if len(source) <= 160 else source[:157] + '…'}")
    counts = ", ".join(f"{result.count(verdict)} {label}{'s' if result.count(verdict) > 1 and verdict in ('copied', 'derived') else ''}" for verdict, label in LABELS.items())
    return "\n".join([*lines, f"{len(result.sentences)} phrases : {counts}."]) + "\n"


def to_json(result: Verification) -> str:
    """Return the verdicts as one JSON object, keys sorted, offsets into the source's text."""
    data = {
        "counts": {verdict: result.count(verdict) for verdict in LABELS},
        "faithful": result.faithful,
        "sentences": [
            {
                "text": item.text,
                "verdict": item.verdict,
                "heading": item.heading,
                "support": item.support,
                "reasons": [{"id": r.id, "message": r.message, "actual": r.actual, "expected": r.expected} for r in item.reasons],
                "sources": [{"start": start, "end": end, "text": result.article.text[start:end]} for start, end in item.sources],
            }
            for item in result.sentences
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #ccc;padding:.5rem;vertical-align:top;text-align:left}td{width:45%}td:first-child{width:10%}"
    ".unsupported td:first-child{background:#f8d0d0}.changed-commitment td:first-child{background:#fbe3bd}"
    ".copied td:first-child{background:#d9efd9}.derived td:first-child{background:#e3ecf8}ul{margin:.4rem 0 0;padding-left:1.2rem}.h{font-weight:bold}"
)


def to_html(result: Verification) -> str:
    """Return one self-contained HTML page with both texts side by side, everything escaped."""
    rows = []
    for item in result.sentences:
        reasons = "".join(f"<li>{html.escape(reason.message)}</li>" for reason in item.reasons)
        sources = "".join(f"<p>{html.escape(result.article.text[start:end])}</p>" for start, end in item.sources)
        text = f'<span class="h">{html.escape(item.text)}</span>' if item.heading else html.escape(item.text)
        rows.append(
            f'<tr class="{item.verdict}"><td>{html.escape(LABELS[item.verdict])}</td><td>{text}{f"<ul>{reasons}</ul>" if reasons else ""}</td><td>{sources}</td></tr>'
        )
    summary = ", ".join(f"{result.count(verdict)} {label}" for verdict, label in LABELS.items())
    return (
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Vérification</title><style>{_STYLE}</style></head><body><h1>Vérification</h1><p>{html.escape(summary)}.</p>"
        '<table><thead><tr><th scope="col">Verdict</th><th scope="col">Page</th><th scope="col">Source</th></tr></thead><tbody>\n'
        + "\n".join(rows)
        + "\n</tbody></table></body></html>\n"
    )
