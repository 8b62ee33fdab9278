"""Reads any page against its source, sentence by sentence: copied, derived, unsupported, or changed in commitment; or a definition of the standard glossary, approved.

The page may be ours, edited since, or written by anyone (a colleague, a chatbot). Nothing but the two texts is needed; a ledger, where there is
one, only tells which words are a template's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from seo_fr.check import added, compare, exchanged
from seo_fr.check.compare import COMMITMENT, Evidence, Reason
from seo_fr.check.free import opinions, standing
from seo_fr.check.heading_words import orphan_reasons, presumption_reasons
from seo_fr.check.page_text import read_page
from seo_fr.check.reading import Lexicon, Sentence, lexicon, read_article, read_sentence, read_words, split_sentences
from seo_fr.check.source_match import Matcher, aligned, extended, neutral_words
from seo_fr.check.templated import literal_words, quote_speaker_reasons
from seo_fr.model import Article
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import label_of, named, standard_entries

Verdict = Literal["copied", "derived", "approved", "unsupported", "changed-commitment"]
LABELS: dict[Verdict, str] = {"copied": "copiée", "derived": "dérivée", "approved": "approuvée", "unsupported": "sans appui", "changed-commitment": "engagement changé"}
# Below this share of its matter found in the source, a sentence has no support. Set on rewritings of our own, not on the corpus.
SUPPORT = 0.4
_HEADING_SUPPORT = 0.34
_SAME = 0.7  # above it, a sentence is the source’s own with a word changed; below, a rewriting in other words


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


def _judge(text: str, heading: bool, matcher: Matcher, book: Rulebook, extra: frozenset[str]) -> Judged:
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
        altered = [*added.quotes_altered(page, Evidence(sentences, used), reading, known)]
        if heading:
            altered += presumption_reasons(page, sentences, reading, known)
        verdict: Verdict = "unsupported" if altered else "copied" if not reasons else "changed-commitment"
        reasons += altered
        return Judged(text, verdict, tuple(dict.fromkeys(reasons)), spans, 1.0, heading)
    found, support, near = matcher.nearest(page)
    if not near:
        found = extended(page, found, reading, known)
    reasons = []
    used = {}
    pairs: dict[int, tuple[int, int]] = {}
    for number, sentence in enumerate(found):
        pairing = aligned(page, sentence, matcher)
        fresh = {i: j for i, j in pairing.items() if i not in pairs or number == 0}
        used[sentence.index] = frozenset(fresh.values())
        for i, j in fresh.items():
            pairs.setdefault(i, (sentence.index, j))
    evidence = Evidence(found, used, near, _bare(page, used, known))
    dates = added.resolved_dates(evidence, reading)
    allowed = extra | dates
    reasons += added.numbers_added(page, evidence, reading, allowed)
    reasons += added.names_added(page, evidence, reading, book, allowed, heading=heading and not near)
    reasons += added.quotes_altered(page, evidence, reading, known)
    reasons += quote_speaker_reasons(page, evidence, reading, known)
    reasons += [reason for reason in added.words_added(page, evidence, reading, book, allowed) if near or reason.id != "quantite" or support < 0.8]
    reasons += exchanged.opposites(page, evidence, known, pairs)
    reasons += compare.commitment(page, evidence, reading, book)
    if found:
        reasons += exchanged.roles(page, found[0], reading, known)
    bare = heading and bool(evidence.topics)
    if near and found and not bare:
        if surface(page, found[0]) >= _SAME:
            reasons += _altered(page, found[0], matcher, allowed, heading)
        reasons += _swapped_names(page, found[0], matcher)
        if not evidence.topics:
            reasons += exchanged.in_place(page, found[0], reading, known)
    if found:
        reasons += exchanged.future_done(page, found[0], compare.align(page.words, found[0].words))
    if not bare:
        reasons += _detail(page, found, matcher, allowed, support, near or heading)
    if not near and found and not heading:
        reasons += _assembled(page, found, matcher)
    if heading:
        reasons += presumption_reasons(page, found, reading, known)
    if heading:
        reasons += orphan_reasons(page, known)
    content = [word for word in page.words if known.content(word) and word.fold not in allowed]
    if support < (_HEADING_SUPPORT if heading else SUPPORT) and len(content) >= 3:
        reasons.append(Reason("appui", f"La source ne dit guère de cette phrase ({round(100 * support)} % de sa matière).", text[:120]))
    if not heading:
        reasons += opinions(page, evidence, known)
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


def surface(page: Sentence, source: Sentence) -> float:
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


def _identity(page: Sentence, known: Lexicon) -> bool:
    """« X est directeur de Y »: who someone is, which is nobody’s claim though the source says it beside « selon X »."""
    at = next((i for i, word in enumerate(page.words) if word.key == "est"), None)
    if at is None or not 0 < at <= 5 or not all(word.capital or word.key in ("de", "du", "la", "le") for word in page.words[:at]):
        return False
    if page.words[0].key in known.stop or any(m.cls in ("deed", "suspect", "negation", "modality") or (m.verb and m.cls != "conditional") for m in page.markers):
        return False
    rest = [word for word in page.words[at + 1 :] if known.content(word)]
    return bool(rest) and len(rest) <= 7 and all(q.value.endswith("e") for q in page.numbers) and re.search(r"(?:[éiu]|it|is|ert)e?s?$", rest[0].key) is None


def _altered(page: Sentence, source: Sentence, matcher: Matcher, allowed: frozenset[str], heading: bool) -> tuple[Reason, ...]:
    """In a near copy, a word of matter that stands nowhere near: a word was put in place of another."""
    reasons = []
    neutral = neutral_words(page)
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


def _detail(page: Sentence, found: tuple[Sentence, ...], matcher: Matcher, allowed: frozenset[str], support: float, close: bool) -> tuple[Reason, ...]:
    """A run of three words of matter, none of which the source has anywhere, in a sentence that otherwise is the source’s (two, at its end; four in other words)."""
    run: list[str] = []
    neutral = neutral_words(page)
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


def _swapped_names(page: Sentence, source: Sentence, matcher: Matcher) -> tuple[Reason, ...]:
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


def _assembled(page: Sentence, found: tuple[Sentence, ...], matcher: Matcher) -> tuple[Reason, ...]:
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
    matcher = Matcher(reading, known)
    literals: dict[str, frozenset[str]] = {}
    for entry in ledger or ():
        template = entry.get("template")
        if isinstance(template, str) and template:
            try:
                literals[_flat(str(entry.get("text", "")))] = literal_words(book.template(template).source)[0]
            except KeyError:
                continue
    judged: list[Judged] = []
    definitions = _definitions(article, book)
    for unit in read_page(page_text, form):
        if _flat(unit.text) in definitions or unit.heading and _names_notions(unit.text, article, book):
            judged.append(Judged(unit.text, "approved", (), (), 1.0, unit.heading))
            continue
        extra = literals.get(_flat(unit.text), frozenset())
        pieces = [(0, len(unit.text))] if unit.heading else list(split_sentences(unit.text, 0, len(unit.text)))
        judged.extend(_judge(unit.text[start:end], unit.heading, matcher, book, extra) for start, end in pieces)
    return Verification(tuple(judged), article)


def _definitions(article: Article, book: Rulebook) -> frozenset[str]:
    """Return the definitions of the standard glossary that the article calls for, each with its source as the page gives them: they are nobody's claim about the news."""
    entries = [entry for entry in standard_entries(book) if named(entry, article.text, 0, len(article.text))]
    return frozenset(_flat(f"{entry.text} (Source : {entry.source}.)") for entry in entries)


def _names_notions(heading: str, article: Article, book: Rulebook) -> bool:
    """Whether a heading names notions of the standard glossary that the article calls for (« Séisme, magnitude : quelques repères »), with no word besides but those of such a heading's templates."""
    own: frozenset[str] = frozenset().union(*(literal_words(template.source)[0] for template in book.for_role("h2") if template.id.startswith("h2/bloc-glossary")))
    left, found = f" {_flat(heading)} ", False
    for entry in standard_entries(book):
        label = _flat(label_of(entry, article.text))
        if label and f" {label} " in left and named(entry, article.text, 0, len(article.text)):
            left, found = left.replace(f" {label} ", " "), True
    return found and all(word.fold in own for word in read_words(left))


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
