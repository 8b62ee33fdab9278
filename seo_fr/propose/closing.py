"""The heading of the conclusion from what its sentences are about: « Grève des éboueurs : le coût du conflit et le remboursement des abonnements ».

A pure step over the chosen sentences. Only noun phrases that the source has there, definite and whole, name a block; where no sentence has one, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seo_fr.french.width import title_width
from seo_fr.french.words import count_words, word_runs
from seo_fr.model import Copied, Edited, Slot, Span
from seo_fr.propose.by_function import by_function, callings, calls_person, labels_nobody
from seo_fr.propose.candidate import Candidate, origin_spans, passage
from seo_fr.propose.events import stutters
from seo_fr.propose.fits import headline_worth, speaks_alone
from seo_fr.propose.frames import _lower_article, fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.heading_words import is_named
from seo_fr.propose.headings import HEADING_CHARACTERS, noun_phrases
from seo_fr.propose.headlines import Headline
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import Source
from seo_fr.rulebook import load

#: Fewer words than this a heading has in common, running, with a line below it.
LONGEST_CLAUSE = 9
#: Below this worth a noun phrase names nothing.
LEAST = 10
#: What a day that fell leaves behind.
_HALF_DAY = re.compile(r" ?(?:prochain|dernier|matin|soir|midi|après-midi)(?!\w)")
#: Tenses that tell how things stood before.
_BACKDROP = ("imperfect", "pluperfect", "simple-past", "past-conditional")


@dataclass(frozen=True, slots=True)
class _Topic:
    """A noun phrase that may name the block, the sentence it stands in, and what it is worth."""

    slot: Slot
    sentence: int
    worth: int
    stems: frozenset[str]
    definite: bool


def closing_heading(source: Source, scores: Scores, key: str, found: tuple[Candidate, ...], used: frozenset[str], rejected: frozenset[str], voices: bool = True) -> Candidate | None:
    """Return a heading made of what the sentences of the conclusion are about, the focus keyphrase before it where it may stand there; None where they name nothing.

    ``used``: the texts of the page's other headings in lower case; ``rejected``: ids of passages that must not be made; ``voices``: whether who says it all may name it.
    """
    topics = _topics(source, scores, found, used)
    book = load()
    keyphrase = scores.keyphrase
    cle = keyphrase_slot(source, "cle", keyphrase)
    voice = _voice(source, found) if voices else None
    prefix = _prefixed(source, scores)
    members = _members(source, found)
    order = {sentence: place for place, sentence in enumerate(members)}
    coming = {source.clause[fact].sentence for candidate in found if "future" in candidate.tags for fact in candidate.facts}
    words = {sentence: frozenset(stems(source.analysis.sentences[sentence].span.of(source.text))) for sentence in members}
    tries: list[tuple[tuple[int, int], str, tuple[Slot, ...]]] = []
    for topic in topics:
        free = prefix and not topic.stems & scores.key_stems
        if free and coming and topic.sentence not in coming and len(set(members) - coming) < 3:
            tries.append(((3, topic.worth + 6), "cle-suite", (cle, topic.slot)))
        held = sum(1 for own in words.values() if 2 * len(topic.stems & own) >= len(topic.stems))
        if len(topic.stems) > 1 and topic.definite and (held == len(members) or len(members) > 2 and held > 1):
            tries += [((1, topic.worth), "cle-sujet", (cle, topic.slot))] if free else []
        for other in topics:
            if order[other.sentence] <= order[topic.sentence] or topic.stems & other.stems or len(topic.stems) + len(other.stems) < 3 or " et " in topic.slot.text + other.slot.text:
                continue
            pair = (topic.slot, _named("autre", other.slot))
            worth = topic.worth + other.worth
            whole = len(members) < 4
            if not _is_full(topic) or not _is_full(other):
                continue
            tries.append(((2, worth), "deux-sujets", pair))
            if free and not other.stems & scores.key_stems:
                tries.append(((3 if whole else 2, worth), "cle-deux", (cle, *pair)))
                for third in topics:
                    if order[third.sentence] > order[other.sentence] and _is_full(third) and not third.stems & (topic.stems | other.stems | scores.key_stems) and " et " not in third.slot.text:
                        tries.append(((4, worth + third.worth), "cle-trois", (cle, *pair, _named("dernier", third.slot))))
    if voice is not None and prefix and not set(stems(voice[0].text)) & scores.key_stems:
        tries.append(((5, 0), "cle-locuteur", (cle, voice[0])))
    for (form, worth), frame, slots in sorted(tries, key=lambda item: (-item[0][0], -item[0][1], tuple(slot.text for slot in item[2]))):
        for filled in fill(book, "h2", frame, slots, key, voice[1] if frame == "cle-locuteur" and voice is not None else ""):
            item = passage("conclusion", "h2", filled.text, filled.origin)
            if len(filled.text) <= HEADING_CHARACTERS and title_width(filled.text) <= 700 and not stutters(filled.text) and item.id not in rejected and filled.text.lower() not in used and not labels_again(filled.text, used):
                return Candidate("h2:conclusion", (item,), (), (form, worth, filled.weight), slots[-1].source[0].start, tags=("named",))
    return None


def labels_again(text: str, used: frozenset[str]) -> bool:
    """Return whether what a heading says behind its colon is what another of the page's (``used``: their texts in lower case) says there, or begins with it: « les déclarations », « les déclarations de X »."""
    _, colon, label = text.lower().rpartition("\u00a0: ")
    others = (other.rpartition("\u00a0: ")[2] for other in used if "\u00a0: " in other)
    return bool(colon) and any(f"{label} ".startswith(f"{other} ") or f"{other} ".startswith(f"{label} ") for other in others)


def _is_full(topic: _Topic) -> bool:
    """Return whether a noun phrase says of what it is: « le coût du conflit », not « les données »."""
    return len(topic.stems) > 1 or re.search(r" d(?:e|u|es) | d['’]", topic.slot.text) is not None


def _voice(source: Source, found: tuple[Candidate, ...]) -> tuple[Slot, str] | None:
    """Return who says all that the conclusion says, and in what sort of speech; None where anybody else speaks in it, or the newspaper does."""
    if any("said" not in candidate.tags or {"accuses", "denies"} & set(candidate.tags) for candidate in found):
        return None
    said = [statement for statement in source.analysis.statements if any(statement.id in source.clause[fact].statements for candidate in found for fact in candidate.facts)]
    told = {fact for candidate in found for fact in candidate.facts}
    if not said or len({statement.speaker for statement in said}) != 1 or said[0].remove != 1 or any(not source.clause[fact].statements for fact in told):
        return None
    slot = next((slot for statement in said if (slot := speaker_slot(source, "locuteur", statement)) is not None), None)
    return (slot, said[0].cls if len({statement.cls for statement in said}) == 1 else "say") if slot is not None else None


def _named(name: str, slot: Slot) -> Slot:
    return replace(slot, name=name)


def _prefixed(source: Source, scores: Scores) -> bool:
    """Return whether the focus keyphrase may stand before a colon: it is of several words or a name, and nobody."""
    keyphrase = scores.keyphrase
    person = any(entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities for span in keyphrase.spans[:3])
    return not person and not calls_person(source, load(), keyphrase) and labels_nobody(source, keyphrase.text) and (len(scores.key_stems) > 1 or keyphrase.text[:1].isupper())


def clause_heading(source: Source, scores: Scores, key: str, found: tuple[Candidate, ...], used: frozenset[str], rejected: frozenset[str], least: int, apart: bool = False) -> Candidate | None:
    """Return the clause of the conclusion, put shortly as a headline, that best says what it is about (« Grève des éboueurs : le conseil se réunit vendredi »); None where none is worth ``least``.

    The focus keyphrase stands before it where the clause has no word of it and both fit.

    With ``apart`` it is much shorter than the sentence that it is made of: that one stands below. It is no heading of the page (``used``: their texts in lower case), nothing that somebody is accused of, and no eight words running of a line below.
    """
    told = {fact: candidate for candidate in found if not {"accuses", "denies"} & set(candidate.tags) for fact in candidate.facts}
    below = frozenset(run for candidate in found for item in candidate.passages for run in _runs(item.text))
    title = source.analysis.article.title
    known = frozenset(stems(title.of(source.text))) | scores.key_stems if title is not None else scores.key_stems
    first = next(iter(_members(source, found)), -1)
    tries: list[tuple[int, str, Headline]] = []
    for line in every_line(source):
        candidate = told.get(line.clause.id)
        if candidate is None or line.clause.statements and "said" not in candidate.tags or line.clause.tense in _BACKDROP or not speaks_alone(source, scores, line):
            continue
        named = by_function(source, line)
        if named is None or not 18 <= len(named.text) <= HEADING_CHARACTERS or title_width(named.text) > 700 or stutters(named.text):
            continue
        if any(edit.kind == "drop" and _HALF_DAY.match(source.text, edit.span.end) for edit in named.edits) or any(named.text.lower() == item.text.rstrip(" .").lower() for each in found for item in each.passages):
            continue  # « samedi » without « prochain »; the line below word for word
        if re.match(r"Une? ", named.text) and not re.match(r"Une? ", line.text):
            continue  # whom the lines below name is not « un premier secrétaire »
        own = frozenset(stems(named.text))
        if any(own <= frozenset(stems(text)) or 3 * len(own & frozenset(stems(text))) > 2 * len(own) for text in used) or not below.isdisjoint(_runs(named.text)):
            continue
        worth = headline_worth(source, scores, named, known) + (12 if {"future", "pending"} & set(candidate.tags) else 0) + (4 if line.clause.sentence == first else 0)
        if (apart or len(found) < 2) and 3 * count_words(named.text) > 2 * candidate.words or _is_sentence_again(named.text, own, found):
            continue
        tries.append((worth, named.text, named))
    cle = keyphrase_slot(source, "cle", scores.keyphrase)
    for worth, _, line in sorted(tries, key=lambda item: (-item[0], item[1])):
        if worth < least:
            break
        filled = fill(load(), "h2", "cle-proposition", (cle, Slot("proposition", line.text, (line.span,), edits=line.edits)), key) if _prefixed(source, scores) and not frozenset(stems(line.text)) & scores.key_stems else ()
        for made in filled:
            item = passage("conclusion", "h2", made.text, made.origin, (line.clause.id,))
            if len(made.text) <= HEADING_CHARACTERS and title_width(made.text) <= 700 and not stutters(made.text) and item.id not in rejected and made.text.lower() not in used:
                return Candidate("h2:conclusion", (item,), (line.clause.id,), (worth,), line.span.start, tags=("named",))
        item = passage("conclusion", "h2", line.text, Copied(line.span, line.edits), (line.clause.id,))
        if item.id not in rejected:
            return Candidate("h2:conclusion", (item,), (line.clause.id,), (worth,), line.span.start, tags=("named",))
    return None


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    return word_runs(re.findall(r"[^\W_]+", text.lower()), LONGEST_CLAUSE - 1)


#: Where a sentence ends inside a line.
_NEXT_SENTENCE = re.compile(r"(?<=[.!?»]) (?=[A-ZÀ-Ý«])")


def _is_sentence_again(heading: str, own: frozenset[str], found: tuple[Candidate, ...]) -> bool:
    """Return whether the heading is hardly shorter than a sentence of the conclusion that has all its words."""
    words = count_words(heading)
    return any(own <= frozenset(stems(piece)) and 3 * words > 2 * count_words(piece) for candidate in found for item in candidate.passages for piece in _NEXT_SENTENCE.split(item.text))


def _members(source: Source, found: tuple[Candidate, ...]) -> tuple[int, ...]:
    """Return the sentences that the conclusion tells, in its order."""
    return tuple(dict.fromkeys(source.clause[fact].sentence for candidate in found for fact in candidate.facts))


def _topics(source: Source, scores: Scores, found: tuple[Candidate, ...], used: frozenset[str]) -> list[_Topic]:
    """Return the noun phrases of the conclusion that can name it: told there, definite, no person, in nothing that somebody is accused of or that did not happen."""
    people = callings(load())
    made: list[_Topic] = []
    headed = [frozenset(stems(text)) for text in used]
    for candidate in found:
        if {"accuses", "denies"} & set(candidate.tags):
            continue
        spans = [span for item in candidate.passages if not isinstance(item.origin, Edited) for span in origin_spans(item.origin)]
        dropped = [edit.span for item in candidate.passages if isinstance(item.origin, Copied) for edit in item.origin.edits if edit.kind in ("drop", "reference")]
        for sentence in dict.fromkeys(source.clause[fact].sentence for fact in candidate.facts):
            for span in noun_phrases(source, [sentence]):
                if not any(told.covers(span) for told in spans) or any(edit.overlaps(span) for edit in dropped):
                    continue
                topic = _topic(source, scores, sentence, span, people)
                if topic is not None and topic.worth >= LEAST and not any(topic.stems == other for other in headed):
                    made.append(replace(topic, worth=topic.worth - 8) if any(topic.stems <= other for other in headed) else topic)
    return made


def _topic(source: Source, scores: Scores, sentence: int, span: Span, people: frozenset[str]) -> _Topic | None:
    slot = span_slot(source, "sujet", span, _lower_article(source, span))
    head = next((token for token in source.tokens_in(span) if token.pos == "NOUN"), None)
    if head is None:
        return None
    definite = re.match(r"l[ea]s? |l['’]", slot.text) is not None
    lemma = head.lemma.lower()
    if lemma in people or head.span.of(source.text).lower() in people or any(is_named(role, lemma) for role in ("kin", "actor", "quantity")):
        return None
    following = source.tokens_in(Span(span.end, min(span.end + 30, len(source.text))))
    if following and (following[0].pos in ("NOUN", "PROPN") or following[0].span.of(source.text).lower() in ("dont", "qui", "que", "où", "n°")) and not source.text[span.end : following[0].span.start].strip(" "):
        return None
    found = frozenset(stems(slot.text))
    clause = next((clause for clause in source.clauses_of.get(sentence, ()) if clause.span.covers(span)), None)
    if not found or clause is None or clause.negated or clause.commitment not in ("asserted", "attributed", "future"):
        return None
    lone = len(found) < 2
    if lone and not definite or any(entity.kind in ("organisation", "person") and any(mention.form != "pronoun" and mention.span.start <= span.start + 4 and mention.span.end >= span.end for mention in entity.mentions) for entity in source.analysis.entities):
        return None
    if lone and is_named("vague", lemma) or is_named("vague", lemma) and len(found) < 3 and " d" not in slot.text:
        return None
    subject = clause.subject is not None and clause.subject.start == span.start
    governor = source.analysis.tokens[head.head]
    if not definite or head.span.of(source.text)[:1].isupper() or not subject and not (head.dep in ("obj", "nsubj:pass", "nsubj") and clause.verb.covers(governor.span)):
        return None  # not the matter of its sentence
    low, high = source.analysis.sentences[sentence].tokens
    if subject and any(token.dep == "obj" and token.head == head.head for token in source.analysis.tokens[low:high]):
        return None  # who does it, not what it is about
    worth = (0 if lone else 14) + (10 if subject else 8 if head.dep in ("obj", "nsubj:pass", "nsubj") else 0) + min(len(slot.text) // 5, 6) - (6 if found & scores.key_stems else 0) - max(0, (len(slot.text) - 34) // 2)
    return _Topic(slot, sentence, worth + (4 if subject and not lone else 0) - (0 if definite else 3), found, definite)
