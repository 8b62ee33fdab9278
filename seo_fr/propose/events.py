"""Questions by what happened: « Quel est le bilan de l’explosion ? », answered by the telling of a clause whose kind of event is known.

A rule of kind ``event-questions`` says which words the answer must hold for the question to be answered by it, and which it must not; the templates of
frame « evenement » whose ``kinds`` name the rule's ``question`` say it in several ways.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from seo_fr.analyse.focus import event_nouns
from seo_fr.french.words import plain
from seo_fr.model import Clause, Copied, Grammar, Slot, Span, Statement
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import _lower_article, entity_grammar, fill, keyphrase_slot, span_slot
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.shared import tags_of
from seo_fr.propose.tell import Source, Telling
from seo_fr.rulebook import Rule, Rulebook

_COUNT = (
    r"(?:\d[\d \u00a0\u202f.,]*|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|quatre-vingts?|cent|cents|mille|milliers?|millions?|milliards?"
    r"|dizaines?|douzaines?|vingtaines?|trentaines?|quarantaines?|cinquantaines?|soixantaines?|centaines?|une|un|aucune?|plusieurs)\b)"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DEFINITE = ("le", "la", "les", "l'")
#: What somebody says or decides about an event gives way to the event itself.
_SPOKEN = frozenset(["accusation", "denial", "announcement", "warning", "decision", "meeting"])


#: A word in passing (« attaquer la côte à vélo ») gives one or two votes.
PLAINLY = 3


@lru_cache(maxsize=512)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("{nombre}", _COUNT), re.IGNORECASE)


def _answers(rule: Rule, text: str) -> bool:
    flat = plain(text)
    return all(_pattern(words).search(flat) for words in rule.data["requires"]) and not any(_pattern(words).search(flat) for words in rule.data.get("excludes", ()))


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` answers the rule's question."""
    return _answers(rule, text)


def kind_votes(source: Source, book: Rulebook) -> dict[str, int]:
    """Return how strongly the title and the first paragraph speak of each kind of event, in the order in which they do.

    The title counts three times, the first sentence twice; what is said of an event counts less than the event.
    """
    votes: dict[str, int] = {}
    nouns = event_nouns(book)
    for index, sentence in enumerate(source.analysis.sentences):
        if sentence.paragraph >= 0 and not source.is_lede(index):
            continue
        weight = 6 if sentence.paragraph < 0 else 4 if index == source.first_sentence else 2
        for clause in source.clauses_of.get(index, ()):
            if clause.kind and not clause.negated:
                votes[clause.kind] = votes.get(clause.kind, 0) + (weight // 2 if clause.kind in _SPOKEN else weight)
        for token in source.analysis.tokens[slice(*sentence.tokens)]:
            kind = nouns.get(token.lemma.lower(), "") if token.pos == "NOUN" else ""
            if kind and kind not in _SPOKEN:
                votes[kind] = votes.get(kind, 0) + weight // 2
    return votes


def dominant_kind(source: Source, book: Rulebook) -> str:
    """Return the kind of event that the article is about, «» where none is told plainly. Ties go to the first met."""
    votes = kind_votes(source, book)
    best = max(votes, key=lambda kind: votes[kind], default="")
    return best if votes.get(best, 0) >= PLAINLY else ""


class EventNames:
    """The events that an article names with a definite article: « le séisme », « l’enquête »."""

    def __init__(self, source: Source, book: Rulebook) -> None:
        self.source = source
        self.book = book

    @cached_property
    def _found(self) -> tuple[tuple[str, str, Span], ...]:
        """(kind, lemma, span of article and noun), in source order, outside quotes."""
        nouns = event_nouns(self.book)
        tokens = self.source.analysis.tokens
        quotes = [quote.span for quote in self.source.analysis.quotes]
        made = []
        for i in range(1, len(tokens)):
            kind = nouns.get(tokens[i].lemma.lower(), "") if tokens[i].pos == "NOUN" else ""
            article = plain(tokens[i - 1].span.of(self.source.text)).lower()
            if not kind or article not in _DEFINITE or tokens[i].span.of(self.source.text)[0].isupper():
                continue
            span = Span(tokens[i - 1].span.start, tokens[i].span.end)
            if not any(quote.overlaps(span) for quote in quotes) and len(span) - len(tokens[i].span) - len(article) <= 1:
                made.append((kind, tokens[i].lemma.lower(), span))
        return tuple(made)

    def slot(self, kinds: tuple[str, ...], within: Span | None = None) -> Slot | None:
        """Return the name most used among events of ``kinds``, the first met among equals, as slot «nom»; only inside ``within`` if given."""
        found = [(lemma, span) for kind, lemma, span in self._found if kind in kinds and (within is None or within.covers(span))]
        if not found:
            return None
        counts: dict[str, int] = {}
        for lemma, _ in found:
            counts[lemma] = counts.get(lemma, 0) + 1
        best = max(counts, key=lambda lemma: counts[lemma])
        span = next(span for lemma, span in found if lemma == best)
        number = "p" if span.of(self.source.text).lower().startswith("les ") else "s"
        return span_slot(self.source, "nom", span, _lower_article(self.source, span), Grammar("", number))  # type: ignore[arg-type]


def _subject_slot(source: Source, clause: Clause, wanted: str) -> Slot | None:
    """Return the clause's subject as slot «sujet» where it is short, definite, names what it means and matches ``wanted``; None elsewhere."""
    if clause.subject is None or clause.subject_kind not in ("name", "noun") or clause.number == "" or clause.person != 3 or clause.passive:
        return None
    words = clause.subject.of(source.text)
    if len(words) > 55 or re.search(r"[,«»():;\"]", words) or not _pattern(wanted).search(plain(words)):
        return None
    if any(not obstacle.startswith(("connective", "also", "aside", "time", "short-name")) for obstacle in clause.obstacles):
        return None
    entity = source.entity(clause.subject_entity)
    if entity is not None and entity.kind == "person":
        return span_slot(source, "sujet", entity.name, grammar=entity_grammar(entity), entity=entity.id)
    if entity is None and (len(stems(words)) < 2 or _ANY_BODY.fullmatch(plain(words).lower())) and wanted.startswith("."):
        return None  # « l’association » alone: which one?
    if not re.match(r"(?:l[ea]s? |l')", plain(words), re.IGNORECASE) and clause.subject_kind != "name":
        return None
    return span_slot(source, "sujet", clause.subject, _lower_article(source, clause.subject), Grammar(clause.gender, clause.number))


def _person_slot(source: Source, clause: Clause) -> Slot | None:
    entity = source.entity(clause.subject_entity)
    if entity is None or entity.kind != "person" or clause.subject is None or clause.number != "s" or clause.subject_kind not in ("name", "noun"):
        return None
    return span_slot(source, "personne", entity.name, grammar=entity_grammar(entity), entity=entity.id)


def _target_slot(source: Source, clause: Clause) -> Slot | None:
    """Return whom the clause's own accusation is made against, as slot «cible»."""
    for statement in _own_statements(source, clause):
        if statement.cls == "accuse" and statement.target is not None and statement.speaker == clause.subject_entity and clause.subject_entity is not None:
            words = statement.target.of(source.text)
            if len(words) <= 45 and not re.search(r"[,«»():;\"]", words) and not re.match(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|se|s['’]|l['’]un|un|une|des|certains|lui|eux|elles?)\b", words):
                return span_slot(source, "cible", statement.target, statement=statement.id)
    return None


def _own_statements(source: Source, clause: Clause) -> list[Statement]:
    return [statement for statement in source.analysis.statements if statement.id in clause.statements and clause.span.covers(statement.cue)]


def _answered_elsewhere(source: Source, rule: Rule, telling: Telling) -> bool:
    """Return whether another sentence answers too, so that the question would have to say of whom: « Quelle condamnation a été prononcée ? », where three are condemned.

    The sentence of the news itself may be asked so, whatever follows.
    """
    if source.is_lede(telling.sentence):
        return False
    return any(index != telling.sentence and sentence.paragraph >= 0 and _answers(rule, sentence.span.of(source.text)) for index, sentence in enumerate(source.analysis.sentences))


def event_questions(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return pairs of a question about what happened and the telling that answers it, at most one wording a rule, event and telling."""
    rules = book.of_kind("event-questions")
    main = dominant_kind(source, book)
    names = EventNames(source, book)
    cle = keyphrase_slot(source, "cle", scores.keyphrase)
    made: list[Candidate] = []
    for telling in told:
        if not 6 <= telling.words <= 60 or telling.sentences > 1:
            continue
        clauses = [source.clause[clause] for clause in telling.clauses]
        for rule in rules:
            data = rule.data
            clause = next((clause for clause in clauses if _suits(clause, rule)), None)
            if clause is None or not _told_for_certain(clause, rule) or not _answers(rule, telling.text):
                continue
            lede = source.is_lede(telling.sentence)
            if data.get("only", "") == "yes" and main not in data.get("near", ()):
                continue
            if data.get("lede", "") == "yes" and not lede:
                continue
            if not lede and data.get("years", "") != "allowed" and _YEAR.search(telling.text):
                continue  # of another time, perhaps
            person = _person_slot(source, clause)
            if data.get("person", "") == "yes" and person is None:
                continue
            near = lede or (clause.kind == main and bool(main)) or main in data.get("near", ()) or scores.shares_keyphrase(telling.text) > 0
            slots = [slot for slot in (person, _target_slot(source, clause)) if slot is not None]
            if near and not _sub(cle.text, main, book):
                slots.append(cle)
            if "subject" in data and (subject := _subject_slot(source, clause, data["subject"])) is not None:
                slots.append(subject)
            kinds = tuple(data.get("nouns", ()))
            nom = names.slot(kinds, telling.span) if kinds else None
            if nom is not None:
                slots.append(nom)
            for asked in fill(book, "question", "evenement", tuple(slots), key, data["question"]):
                bare = not any(slot.name in ("sujet", "nom", "personne") for slot in asked.origin.slots)
                if (bare and not near) or stutters(asked.text) or bare and data.get("alone", "") == "yes" and _answered_elsewhere(source, rule, telling):
                    continue
                if asked.text.startswith("Combien") and data["question"] != "bilan" and _ONE.search(plain(telling.text)) and not _MANY.search(plain(telling.text)):
                    continue  # « Combien de personnes… ? — Un homme »
                question = passage("qa", "question", asked.text, asked.origin)
                answer = passage("qa", "answer", telling.text, Copied(telling.span, telling.edits), telling.clauses)
                merit = (scores.telling(telling) + 10 + int(data.get("worth", "0")), asked.priority - (1 if any(slot.name == "cle" for slot in asked.origin.slots) else 0), asked.weight)
                section = source.section_of_sentence(telling.sentence)
                made.append(Candidate("qa", (question, answer), telling.clauses, merit, telling.span.start, section, (f"evenement:{data['question']}", *_clause_tag(telling), *(tag for tag in tags_of(source, telling) if tag in ("accuses", "denies")))))
    return made


_ANY_BODY = re.compile(r"(?:l'|la |le |les )(?:organisation|association|entreprise|société|institution|fédération)s?(?: (?:non[- ]gouvernementales?|internationales?|américaines?|françaises?|humanitaires?))?")
_ONE = re.compile(r"(?:^|, )une? [\w' -]+ (?:a|est) ", re.IGNORECASE)
_MANY = re.compile(r"\b(?:\d{1,3}(?![\d%])|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|plusieurs|dizaines?|centaines?) [\w' -]*\b(?:ont|sont)\b", re.IGNORECASE)


def _clause_tag(telling: Telling) -> tuple[str, ...]:
    return tuple(f"clause:{clause}" for clause in telling.clauses)


def _sub(cle: str, main: str, book: Rulebook) -> bool:
    """Return whether the keyphrase is no subject to put before a colon: a single word that names no event."""
    words = stems(cle)
    return len(words) < 2 and not any(words and noun.startswith(words[0]) for noun in event_nouns(book)) and not cle[:1].isupper() and bool(main)


def _suits(clause: Clause, rule: Rule) -> bool:
    """Return whether the clause's kind of event and its verb are of those the rule wants."""
    data = rule.data
    return (clause.kind in data["events"] or "any" in data["events"]) and ("lemmas" not in data or clause.lemma in data["lemmas"])


def _told_for_certain(clause: Clause, rule: Rule) -> bool:
    if clause.negated or (clause.tense in ("pluperfect", "past-conditional", "conditional") and clause.commitment not in rule.data.get("commitments", ())):
        return False
    return clause.commitment in ("asserted", "attributed") or clause.commitment in rule.data.get("commitments", ())


def stutters(text: str) -> bool:
    """Return whether a content word of the heading comes twice: « Grève des éboueurs : qui fait grève ? »."""
    found = [word for word in stems(text) if len(word) > 3]
    return len(found) != len(set(found))


def subject_of(source: Source, book: Rulebook) -> tuple[str, tuple[Slot, ...]]:
    """Return the article's kind of event («» if none is known) and, as slot «nom», the event of that kind as the source names it, if it does."""
    main = dominant_kind(source, book)
    named = EventNames(source, book).slot((main,)) if main else None
    return main, () if named is None else (named,)


__all__ = ["EventNames", "dominant_kind", "event_nouns", "event_questions", "fires", "stutters", "subject_of"]
