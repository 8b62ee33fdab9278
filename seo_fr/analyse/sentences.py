"""Sentence boundaries by rules of our own, over plain text.

The rules look only at characters, so that they can run before the parser and be tested without a pipeline. A sentence ends at a final mark with the
closing marks that follow it, if what comes next can begin a sentence and the mark is not that of an abbreviation, an initial or a number.
"""

# Lists of words read better as text.

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.model import Sentence, Token

if TYPE_CHECKING:
    from seo_fr.rulebook import Rule, Rulebook

_FINAL = re.compile(r"(?:\.{2,}|…|[.!?]+)(?:[!?.…]*)")
_WORD_BEFORE = re.compile(r"[\w°'’-]+(?:\.-?\w+)*$")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’])?")
_UNITS = frozenset("h m s g l t km kg cm mm ha min mn km² kWh ko mo".split())
_OPENERS = '«“"„([—–-'


@dataclass(frozen=True, eq=False)
class SentenceWords:
    """The words that decide whether a point ends a sentence, in lower case."""

    never: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    before_letter: frozenset[str]


@functools.lru_cache(maxsize=8)
def sentence_words(book: Rulebook) -> SentenceWords:
    """Return the words of ``book``'s rules on sentences, made once."""

    def words(kind: str, ends: str = "") -> frozenset[str]:
        rules = book.of_kind(kind)
        return frozenset(word.replace("’", "'") for rule in rules for word in rule.data["words"] if not ends or rule.data["ends"] == ends)

    return SentenceWords(words("abbreviations", "jamais"), words("abbreviations", "parfois"), words("sentence-openers"), words("letter-nouns"))


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a rule on sentences meets one of its words where it decides (for the rule's examples)."""
    plain = text.replace("’", "'")
    for word in rule.data["words"]:
        pattern = {
            "abbreviations": rf"(?<![\w.]){re.escape(word)}\.",
            "sentence-openers": rf"(?:^|[.!?] ){re.escape(word.capitalize())}\b",
            "letter-nouns": rf"\b{re.escape(word)} [A-Z]\.",
        }[rule.kind]
        if re.search(pattern, plain, 0 if rule.kind == "sentence-openers" else re.IGNORECASE):
            return True
    return False


def sentence_starts(text: str, words: SentenceWords) -> tuple[int, ...]:
    """Return where the sentences of one paragraph begin: ascending offsets into ``text``, the first word's own included; () if blank.

    Quotes that hold several sentences are cut inside; one that holds a single sentence is cut neither before nor, where « a déclaré X »
    follows, after. Parentheses opened in mid-sentence are never cut.
    """
    begin = len(text) - len(text.lstrip())
    if begin == len(text):
        return ()
    starts = [begin]
    for match in _FINAL.finditer(text):
        if match.start() < starts[-1]:
            continue
        quotes = text.count('"', starts[0], match.end())
        close = _closers_end(text, match.end(), quotes % 2 == 1)
        following = _first_after(text, close)
        if following is None:
            break
        if _ends_sentence(text, match, close, following, starts[-1], words):
            starts.append(following)
    return tuple(starts)


def _closers_end(text: str, position: int, straight_open: bool) -> int:
    while True:
        ahead = position
        while ahead < len(text) and text[ahead].isspace():
            ahead += 1
        if ahead < len(text) and text[ahead] in "»”":
            position = ahead + 1
        elif ahead < len(text) and text[ahead] == '"' and straight_open:
            position, straight_open = ahead + 1, False
        elif position < len(text) and text[position] in ")]":
            position += 1
        elif note := re.compile(r"\[\d+\]").match(text, position):
            position = note.end()
        elif ahead < len(text) and text[ahead] in ".!?…" and position > 0 and text[position - 1] in '»”")]':
            position = ahead + 1
        else:
            return position


def _first_after(text: str, position: int) -> int | None:
    while position < len(text) and text[position].isspace():
        position += 1
    return position if position < len(text) else None


def _ends_sentence(text: str, match: re.Match[str], close: int, following: int, start: int, words: SentenceWords) -> bool:
    spaced = following > close
    closed = close > match.end()
    word = _next_word(text, following)
    if not _can_begin(text, following):
        return False
    if not spaced and not closed:
        before = text[match.start() - 1 : match.start()]
        return match.group() == "." and before.islower() and word.lower().rstrip("'’") in words.openers and word[:1].isupper()
    if not spaced and text[following] not in '«“"':
        return False
    if _inside_parenthesis(text, start, close):
        return False
    if match.group() == ".":
        return _point_ends(text, match.start(), following, word, closed, start, words)
    return True


def _next_word(text: str, position: int) -> str:
    while position < len(text) and (text[position] in _OPENERS or text[position].isspace()):
        position += 1
    found = _NEXT_WORD.match(text, position)
    return found.group() if found else ""


def _can_begin(text: str, position: int) -> bool:
    dash = text[position] in "—–-"
    while position < len(text) and (text[position] in _OPENERS + "¿¡…." or text[position].isspace()):
        position += 1
    if position >= len(text):
        return False
    return text[position].isupper() or (text[position].isdigit() and not dash)


def _inside_parenthesis(text: str, start: int, position: int) -> bool:
    opened = text.rfind("(", start, position)
    if opened <= start or text.find(")", opened, position) != -1:
        return False
    # A parenthesis that begins a sentence may hold whole sentences; one that is never closed is a slip.
    return text.find(")", position) != -1


def _point_ends(text: str, point: int, following: int, word: str, closed: bool, start: int, words: SentenceWords) -> bool:
    found = _WORD_BEFORE.search(text, max(0, point - 40), point)
    before = found.group().lower() if found else ""
    last = re.split(r"['’]", before)[-1]
    starter = word.lower().rstrip("'’") in words.openers and word[:1].isupper()
    opens = text[following] in '«“"—–'
    if closed:
        return True
    if last in _UNITS and re.search(r"(?:\d\s*|/)$", text[: point - len(last)]):
        return True
    if last in words.never:
        return False
    if last in words.sometimes:
        return starter or opens
    if re.fullmatch(r"\d+", before) and not text[start:point].strip(" " + before):
        return False  # « 1. Le premier point »: the number of a list
    if re.fullmatch(r"[^\W\d_](?:\.?-?[^\W\d_])*", last) and ("." in last or len(last) == 1):
        if len(last) > 1:
            return starter or opens
        previous = re.search(r"([\w'’-]+)\s+$", text[: point - 1])
        prior = previous.group(1) if previous else ""
        if not text[point - 1].isupper():
            return True
        return (starter or opens) and bool(prior) and (prior.lower() in words.before_letter or (prior.islower() and prior not in {"à", "de", "par", "et", "avec", "que"}))
    return True


def mark_open_quotes(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences, those that share a quote with a neighbour marked «inside-quote».

    A sentence whose quotation marks do not balance is faulty only if those of its whole paragraph do not either; otherwise it begins, continues or ends a
    quote of several sentences, and cannot be told without the others.
    """
    marked: list[Sentence] = []
    depth = straight = 0
    for number, sentence in enumerate(sentences):
        if not number or sentences[number - 1].paragraph != sentence.paragraph:
            depth = straight = 0
            same = [other.span.of(text) for other in sentences if other.paragraph == sentence.paragraph]
            whole = " ".join(same)
            sound = whole.count("«") == whole.count("»") and whole.count('"') % 2 == 0
        words = sentence.span.of(text)
        before = depth + straight
        depth += words.count("«") - words.count("»")
        straight = (straight + words.count('"')) % 2
        if sound and (before or depth + straight):
            reason = "inside-quote"
        else:
            reason = sentence.doubtful
        marked.append(dataclasses.replace(sentence, doubtful=reason))
    return marked


def doubt(text: str, tokens: Sequence[Token], first: int, title: bool) -> str:
    """Return why a sentence is not to be built upon, or an empty string.

    ``text`` is the sentence (plain marks), ``tokens`` its tokens, ``first`` the index of the first of them in the analysis. The reasons, first found:
    «unbalanced-quote», «unbalanced-parenthesis», «several-roots», «no-verb», «no-final-mark» (the last is not asked of a title).
    """
    if text.count("«") + text.count("“") != text.count("»") + text.count("”") or text.count('"') % 2:
        return "unbalanced-quote"
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return "unbalanced-parenthesis"
    if sum(1 for index, token in enumerate(tokens, first) if token.head == index and token.pos != "PUNCT") > 1:
        return "several-roots"
    if not any(token.pos in {"VERB", "AUX"} and token.feature("VerbForm") in {"Fin", ""} for token in tokens):
        return "no-verb"
    if not title and not re.search(r"[.!?…:;][\s»”\")\]']*$", text):
        return "no-final-mark"
    return ""
