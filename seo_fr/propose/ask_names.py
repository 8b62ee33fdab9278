"""Who somebody is, what something is: questions about the names of an article that the source explains in passing, by a function, an apposition or a bracket.

« Qui est Anne Morel ? — La directrice du réseau d’eau. », « Qu’est-ce que la Transvarne ? — Une course de chiens de traîneau d’environ 300 kilomètres. »: the answer is a slice of the source
that no sentence of its own tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Entity, Mention, Origin, Slot, Span
from seo_fr.propose.ask_answers import noun_answer
from seo_fr.propose.ask_told import _is_dead, words_of
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.constituents import in_quote
from seo_fr.propose.describe import descriptions
from seo_fr.propose.frames import _lower_article, entity_grammar, fill, span_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, finish
from seo_fr.rulebook import Rulebook

#: Most questions of this kind that a page has.
MOST = 2
#: Fewest and most words of an answer.
SHORTEST, LONGEST = 4, 26
#: Words that need what stands around them.
_LEANS = re.compile(r"\b(?:il|elle|ils|elles|lui|eux|se|s'|son|sa|ses|leurs?|ce|cet|cette|ces|celui|celle|ceux|celles|y|même|autres?|dernière?|précédente?|suivante?|ici|là|hier|aujourd'hui|demain|notre|nos|victime|suspecte?|auteur|tueur|meurtrier|violeur|terroriste|coupable|époque|alors)\b")
#: « , une course de chiens de traîneau de 300 kilomètres, »
_APPOSED = re.compile(r", ((?:une?) [^,;:.()«»–—\n]{12,150}?)(?=[,.;])")
#: « l’Ocha (le Bureau pour la coordination des affaires humanitaires) »
_EXPLAINED = re.compile(r" \(((?:le |la |l['’]|les |une? )[^,;:.()«»\n]{10,110})\)")
_BEFORE = re.compile(r"(?:^|(?<=[\s(«’'\u00a0]))([Ll]e |[Ll]a |[Ll]es |[Ll]['’])$")
_KNOWN = re.compile(r"(?:le |la |l')?(?:ancien(?:ne)? |double |triple )?(?:vice-)?champion(?:ne)? (?:de|d'|du) ?(?:monde|france|europe|\w+)$|(?:(?:le |la |l')?(?:ancien(?:ne)? )?(?:président|présidente|premier ministre|première ministre|vice-président|chef|cheffe) (?:de la république|des états-unis|de l'état|du gouvernement|français|française|américain|américaine|russe|d'état)|(?:le |la )?(?:premier|première) ministre)\b")


_OFFICE = re.compile(r"(?:le |la |l'|les )?(?:ancien(?:ne)? |ex-)?(?:ministre|secrétaire d'état|garde des sceaux)\b")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that the source explains: the slot of the question, the span of the answer, what it is worth."""

    slot: Slot
    span: Span
    frame: str
    entity: int
    worth: int


def name_questions(source: Source, book: Rulebook, scores: Scores, key: str) -> list[Candidate]:
    """Return a question about each name that the source explains aside, the weightiest first, at most :data:`MOST` of them on one page."""
    found = [name for entity in source.analysis.entities for name in (_person(source, book, entity) if entity.kind == "person" else _thing(source, entity)) if name is not None]
    found.sort(key=lambda name: (-name.worth, name.span))
    made: list[Candidate] = []
    for name in found:
        told = _answer(source, book, name.span, key)
        if told is None or source.is_lede(_sentence(source, name.span)):
            continue  # the introduction says it
        for asked in fill(book, "question", name.frame, (name.slot,), key):
            question = passage("qa", "question", asked.text, asked.origin)
            answer = passage("qa", "answer", told[1], told[0])
            section = source.section_of_sentence(_sentence(source, name.span))
            rank = len({candidate.tags[0] for candidate in made}) % MOST
            made.append(Candidate("qa", (question, answer), (), (name.worth, asked.priority, asked.weight), name.span.start, section, (f"qui:{name.entity}", f"dit:{name.entity}", f"nom:{rank}", "again")))
    return made


def _sentence(source: Source, span: Span) -> int:
    return next((index for index, sentence in enumerate(source.analysis.sentences) if sentence.span.covers(span)), source.first_sentence)


def _stands_well(source: Source, span: Span) -> bool:
    index = _sentence(source, span)
    sentence = source.analysis.sentences[index]
    if any(clause.commitment in ("alleged", "conditional", "denied") and clause.span.overlaps(span) for clause in source.clauses_of.get(index, ())):
        return False  # « le suspect se nommerait X, un Américain »
    return sentence.paragraph >= 0 and sentence.span.covers(span) and source.is_matter(index) and not in_quote(source, span) and not any(quote.span.overlaps(span) for quote in source.analysis.quotes)


def _answer(source: Source, book: Rulebook, span: Span, key: str) -> tuple[Origin, str] | None:
    """Return the slice alone, with a capital and a full stop, as a noun of which nothing is claimed where somebody speaks there; None where it leans on what stands around it."""
    words = plain(span.of(source.text))
    if not SHORTEST <= count_words(words) <= LONGEST or _LEANS.search(words) or re.search(r"\b(?:et|ou|de|du|des|à|qui|que|dont|en|par|pour)$", words) or "\n" in words:
        return None
    if any(statement.sentence == _sentence(source, span) for statement in source.analysis.statements):
        short = noun_answer(book, source, span, (), key)
        return (short[1], short[0]) if short is not None else None
    done = finish(source, span, [])
    return (Copied(done[0], done[1]), done[2]) if done is not None else None


def _person(source: Source, book: Rulebook, entity: Entity) -> list[_Name]:
    """Return what the source calls a person beside her name; nothing for whom every reader knows."""
    name = entity.name.of(source.text)
    if len(name.split()) < 2 or not entity.gender:
        return []
    known = words_of(book, "fonction-connue")
    before = (source.text[max(0, mention.span.start - 24) : mention.span.start] for mention in entity.mentions)
    if any(known & set(re.findall(r"[\w-]+", words.lower())[-1:]) for words in before):
        return []  # « le pape Anselme »
    frame = "qui-etait-nom" if _is_dead(source, entity.id) else "qui-est-nom"
    slot = span_slot(source, "sujet", entity.name, grammar=entity_grammar(entity), entity=entity.id)
    speaks = any(statement.speaker == entity.id for statement in source.analysis.statements)
    acts = any(clause.subject_entity == entity.id for clause in source.analysis.clauses)
    worth = (8 if speaks or acts or len(entity.mentions) > 1 else 2) + min(len(entity.mentions), 5) * 2 + 4 * speaks
    spans = [described.span for described in descriptions(source, entity) if described.span in entity.functions]
    spans += [apposed for mention in entity.mentions if mention.form == "full" and (apposed := _apposed(source, mention)) is not None]
    for span in sorted(spans, key=lambda span: (-count_words(span.of(source.text)), span)):
        words = plain(span.of(source.text)).lower()
        if not re.search(r"[A-ZÉÈÀ]", words_as_written := span.of(source.text)[1:]) and not _OFFICE.match(words) and len(words_as_written) < 45:
            continue  # « l’imam de la ville », « la tenante du titre »: which?
        if _stands_well(source, span) and not _KNOWN.match(words) and not set(re.findall(r"[\w-]+", words)[:2]) & known:
            return [_Name(slot, span, frame, entity.id, worth)]
    return []


def _apposed(source: Source, mention: Mention) -> Span | None:
    match = _APPOSED.match(source.text, mention.span.end)
    if match is None or re.search(r"\b(?:ou|et)$|\bet une?\b", match.group(1)):
        return None
    before = source.text[max(0, mention.span.start - 30) : mention.span.start]
    if re.search(r"(?:,|\bet|\bou) (?:(?:le |la |l['’]|les |d[e'’] ?)\w* ?)?$", before) or re.match(r",? (?:et|ou) ", source.text[match.end() : match.end() + 5]):
        return None  # one of a list
    return Span(*match.span(1))


def _thing(source: Source, entity: Entity) -> list[_Name]:
    """Return what the source says that a body, an event or a work is."""
    if entity.kind not in ("organisation", "event", "other") or entity.number == "p":
        return []
    for mention in entity.mentions:
        article = _BEFORE.search(source.text[max(0, mention.span.start - 4) : mention.span.start])
        if mention.form != "full" or article is None:
            continue
        match = _EXPLAINED.match(source.text, mention.span.end)
        span = Span(*match.span(1)) if match is not None else _apposed(source, mention)
        if span is None or not _stands_well(source, span):
            continue
        start = mention.span.start - len(article.group(1))
        named = Span(start, mention.span.end)
        edits: tuple[Edit, ...] = _lower_article(source, named)
        slot = span_slot(source, "sujet", named, edits, entity_grammar(entity), entity.id)
        return [_Name(slot, span, "quest-ce-que-nom", entity.id, 10 + 2 * min(len(entity.mentions), 5))]
    return []


__all__ = ["name_questions"]
