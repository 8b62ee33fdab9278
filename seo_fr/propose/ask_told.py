"""Questions that whole sentences answer: what somebody says, what a text provides, what comes next, what is known of somebody or something; and the fuller answers to a clause's question.

A fuller answer is the telling of the clause's sentence, or the run of two or three sentences that it opens: what real pages of questions answer with.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Copied, Edit, Grammar, Slot, Span, Statement
from seo_fr.propose.ask_frame import Asked
from seo_fr.propose.ask_kinds import lacks_denial
from seo_fr.propose.ask_runs import goes_on, goes_on_plainly, run_questions
from seo_fr.propose.ask_subject import is_vague
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.constituents import animate
from seo_fr.propose.events import event_nouns
from seo_fr.propose.frames import Filled, _lower_article, entity_grammar, fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.shared import statements_of, tags_of
from seo_fr.propose.sound import is_provisional, is_sound, looks_ahead
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, Telling, in_quotes
from seo_fr.propose.who import _part, _unnamed_speaker
from seo_fr.rulebook import Rule, Rulebook

#: Words of an answer at least and at most.
SHORTEST, LONGEST = 8, 70
#: A source of fewer words wants its questions to tell more.
SHORT_SOURCE = 450
#: « DORANGE, 12 novembre – » opens an article, not an answer.
DATELINE = re.compile(r"[A-ZÉÈÀ][\w'’ -]{2,40}(?:, | \()[^–—]{0,40}[–—] ")
#: « au Royaume-Uni. i dégagé un bénéfice »: a sentence of the source that lost its beginning.
_BROKEN = re.compile(r"(?<=[a-zà-ÿ]{3})\. [a-zà-ÿ]")


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether one of the rule's words stands in ``text``."""
    found = set(re.findall(r"[\w-]+", plain(text).replace("'", " ")))
    from seo_fr.french.conjugation import analyse_form

    lemmas = found | {form.lemma for word in found for form in analyse_form(word)} | {word.rstrip("s") for word in found}
    return bool(lemmas & set(rule.data["words"]))


@lru_cache(maxsize=32)
def words_of(book: Rulebook, role: str) -> frozenset[str]:
    """Return the words that rules of kind ``question-words`` list for a role."""
    return frozenset(word for rule in book.of_kind("question-words") if rule.data["role"] == role for word in rule.data["words"])


class Answers:
    """The tellings of an article that can answer, by the sentence that they open with."""

    def __init__(self, source: Source, told: tuple[Telling, ...]) -> None:
        self.source = source
        self.short = sum(count_words(p.span.of(source.text)) for p in source.analysis.paragraphs) < SHORT_SOURCE
        self.at: dict[int, list[Telling]] = {}
        seen: set[str] = set()
        for telling in told:
            if telling.text in seen or telling.dropped or DATELINE.match(telling.text) or not SHORTEST <= telling.words <= LONGEST or telling.sentences == 1 and telling.words > 52:
                continue
            if not is_sound(source, telling) or is_provisional(telling) or lacks_denial(source, [source.clause[c] for c in telling.clauses]):
                continue
            if telling.text.count("«") != telling.text.count("»") or telling.text.rstrip().endswith("?") or _BROKEN.search(telling.text):
                continue
            seen.add(telling.text)
            self.at.setdefault(telling.sentence, []).append(telling)

    def of(self, clause: Clause) -> list[Telling]:
        """Return what tells the clause's sentence, and what goes on from it: the fullest telling of the sentence, then the runs."""
        found = [telling for telling in self.at.get(clause.sentence, ()) if telling.span.covers(clause.span) or clause.id in telling.clauses]
        whole = [telling for telling in found if telling.sentences == 1]
        best = max((telling.words for telling in whole), default=0)
        return [*(telling for telling in whole if telling.words == best)][:1] + [telling for telling in found if telling.sentences > 1]

    def worth(self, telling: Telling) -> int:
        """Return what a fuller answer is worth beside a short one: more where the source is short."""
        length = min(telling.words, 45) // 5
        return (length if self.short else length // 2 - 2) - (4 if not telling.strict else 0)


#: What more than one sentence may answer, beside what is said of an open question; a date or a number is said in one.
_WITH_MORE = frozenset(["pourquoi", "comment", "but", "que", "que-faire"])


def fuller(source: Source, answers: Answers, asked: Asked, worth: int, key: str) -> list[Candidate]:
    """Return the question with the telling of its sentence and with each run as its answer."""
    made: list[Candidate] = []
    clause = source.clause[asked.clause.id]
    for telling in answers.of(clause):
        if asked.kind == "oui-non" and telling.sentences == 1 and _new_words(asked.question.text, telling.text) < 5 or telling.words < 9:
            continue
        if telling.sentences == 1 and asked.answer_text and _new_words(asked.question.text, telling.text) < 4:
            continue  # the question said over again, for one word
        if asked.kind.startswith("que") and len({s.speaker for s in statements_of(source, [source.clause[c] for c in telling.clauses])}) > 1:
            continue  # another voice in the answer to what one proposes
        if telling.sentences > 1 and asked.kind != "oui-non" and (asked.kind not in _WITH_MORE or not goes_on_plainly(source, telling)):
            continue  # what is said of an open question goes on about it
        made.append(pair(source, asked.question, telling, worth + answers.worth(telling), (f"question:{clause.id}",)))
    return made


def _new_words(question: str, answer: str) -> int:
    """Return how many words of content the answer says that the question did not."""
    known = set(stems(re.sub(r"-(?:t-)?(?:ils?|elles?)\b", " ", question)))
    return len({word for word in stems(answer) if word not in known and len(word) > 2})


def pair(source: Source, question: Filled, telling: Telling, worth: int, tags: tuple[str, ...] = ()) -> Candidate:
    """Return a question with a telling as its answer; «whole» or «run» tells how much of the source it is, «accuses» and «denies» what it holds."""
    asks = passage("qa", "question", question.text, question.origin)
    answer = passage("qa", "answer", telling.text, Copied(telling.span, telling.edits), telling.clauses)
    own = tuple(tag for tag in tags_of(source, telling) if tag in ("accuses", "denies"))
    more = ("run" if telling.sentences > 1 else "whole", *(f"clause:{clause}" for clause in telling.clauses), *own, *tags)
    return Candidate("qa", (asks, answer), telling.clauses, (worth, question.priority, question.weight), telling.span.start, source.section_of_sentence(telling.sentence), more)


def longer_events(source: Source, answers: Answers, found: list[Candidate]) -> list[Candidate]:
    """Return the questions of what happened that a whole sentence answers, with each run that goes on from it."""
    made: list[Candidate] = []
    for candidate in found:
        first = source.clause[candidate.facts[0]]
        for telling in answers.at.get(first.sentence, ()):
            if telling.sentences < 2 or not set(candidate.facts) <= set(telling.clauses) or not goes_on_plainly(source, telling):
                continue
            answer = passage("qa", "answer", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            own = tuple(tag for tag in tags_of(source, telling) if tag in ("accuses", "denies"))
            tags = ("run", candidate.tags[0], *(f"clause:{clause}" for clause in telling.clauses), *own)
            merit = (candidate.merit[0] + answers.worth(telling), *candidate.merit[1:])
            made.append(Candidate("qa", (candidate.passages[0], answer), telling.clauses, merit, telling.span.start, candidate.section, tags))
    return made


def told_questions(source: Source, book: Rulebook, answers: Answers, scores: Scores, key: str) -> list[Candidate]:
    """Return the questions that whole sentences and runs answer, by what their first clause tells."""
    made: list[Candidate] = []
    cle = keyphrase_slot(source, "cle", scores.keyphrase)
    for index in sorted(answers.at):
        for telling in answers.at[index]:
            clauses = [source.clause[c] for c in telling.clauses]
            base = max(scores.clause(clause) for clause in clauses) + answers.worth(telling)
            for kind, slots, worth, tag, fine in _asked(source, book, telling, clauses, scores):
                if telling.sentences > 1 and kind not in _NARRATED and not goes_on(source, telling):
                    continue
                for filled in fill(book, "question", kind, (*slots, cle) if kind == "suite" else slots, key, fine):
                    if len(filled.text) <= 104 and not _repeats(filled.text):
                        if "prochaines étapes" in filled.text and sum(_to_come(source, clause) for clause in clauses) < 2:
                            continue  # one step is no steps
                        made.append(pair(source, filled, telling, base + worth, (tag,)))
    return made


def _repeats(text: str) -> bool:
    words = re.findall(r"\w{5,}", text.lower())
    return len(words) != len(set(words))


#: What a sequence of sentences answers, whatever each is about.
_NARRATED = frozenset(["evenement", "suite", "deroulement", "faits", "situation", "situation-lieu", "apres"])


def _asked(source: Source, book: Rulebook, telling: Telling, clauses: list[Clause], scores: Scores) -> list[tuple[str, tuple[Slot, ...], int, str, str]]:
    """Return the questions that the telling answers: frame, slots, worth, tag, kind of facts."""
    first = clauses[0]
    found = _declared(source, book, telling, clauses)
    own = not telling_statements(source, telling) and all(clause.commitment in ("asserted", "future") for clause in clauses[:1])
    subject = _subject(source, telling, first)
    if own and subject is not None:
        found += _of_subject(source, book, telling, first, subject)
    found += run_questions(source, book, telling, clauses, scores, subject, own)
    tags = tags_of(source, telling)
    opening = clauses[0].subject.of(source.text) if clauses[0].subject is not None else ""
    if own and telling.sentence - source.first_sentence < 2 and re.match(r"(?i)(?:une? (?!des |de |d'|seul)|des |deux |trois |quatre |cinq |plusieurs )", opening) and first.tense in ("perfect", "simple-past") and not first.negated:
        found.append(("evenement", (), 8, "evenement:faits", "faits"))
    if telling.sentence > source.first_sentence and "future" in tags and looks_ahead(telling, "said" in tags) and _to_come(source, first) and "accuses" not in tags:
        found.append(("suite", (), 2, "suite:0", ""))
    return found


_PLANNED = re.compile(r"(?:est|sont) (?:\w+ment )?(?:prévue?s?|programmée?s?|attendue?s?|fixée?s?|annoncée?s?|prévue?s?)\b|(?:doit|doivent|devra|devront|devrait|devraient|va|vont|prévoit|prévoient|envisage|envisagent|compte|comptent) (?:(?:se |s'|y )?(?:être )?\w+(?:er|ir|re|oir)\b|désormais|prochainement)")
_SAID_TO_COME = re.compile(r"\bqu(?:e |'|')(?:[^.,;]{2,60} )?\w+(?:era|eront|ira|iront|dra|dront|ra|ront|rait|raient)\b")


def _to_come(source: Source, clause: Clause) -> bool:
    """Return whether the clause's own verb tells what is planned: a future, « est prévu », « doit se tenir », « a annoncé qu’il viendra »."""
    if clause.negated or _NO_PLAN.search(plain(clause.span.of(source.text))) or re.search(r"\b(?:risque|risquent|menace|pourrait|pourraient|finalement)\b", plain(clause.span.of(source.text))):
        return False
    if clause.tense in ("future", "near-future"):
        return not (clause.lemma in ("être", "avoir", "pouvoir", "rester", "falloir") and not clause.passive) or clause.complement is not None and plain(clause.complement.of(source.text)).startswith("lieu")
    words = plain(Span(clause.verb.start, clause.span.end).of(source.text))
    return _PLANNED.match(words) is not None or clause.lemma in ("annoncer", "promettre", "prévoir", "indiquer", "confirmer") and _SAID_TO_COME.search(words[:160]) is not None


#: What follows from what stood before.
_FOLLOWS = re.compile(r"\b(?:ainsi(?! que (?:le|la|les|des|du|l')\b)|également|aussi (?=qu|à)|en outre|de son côté|par ailleurs|d'ailleurs|donc)\b")
_HOLLOW = re.compile(r"\bconcéd\w+ (?:la victoire|sa défaite)\b|\b(?:annonc\w+|dévoil\w+|donn\w+|fait connaître) (?:son|sa|leur) (?:choix|décision|intention|avis|verdict)\b(?! (?:de|d'|du|quant))|\b(?:dévoil|publi|présent)\w+ (?!que )[^.;:«]{0,40}\b(?:les chiffres|les résultats|son rapport|un rapport|une étude|son étude|les données)\b")
#: What somebody thinks or will not do is no next step: « juge que le résultat doit servir de réveil », « annonce qu’il ne cherchera pas ».
_NO_PLAN = re.compile(r"\b(?:juge|jugent|estime|estiment|pense|pensent|espère|espèrent|souhaite|souhaitent|croit|craint|craignent)\b|\b(?:qu'|que )[^.,;]{0,40}\b(?:ne |n')\w+(?:ra|ront|rait|raient) (?:pas|plus|jamais)\b")


def telling_statements(source: Source, telling: Telling) -> list[Statement]:
    """Return the statements of the telling's first clause that somebody makes."""
    return [s for s in statements_of(source, [source.clause[telling.clauses[0]]]) if telling.span.covers(s.cue)]


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: What is not asked of a speaker by its own name («Que nie… ?» and «Que dénonce… ?» would take the claim for granted).
_GOING_ON = frozenset(["ajouter", "préciser", "poursuivre", "conclure", "rappeler", "enchaîner", "renchérir"])
_PLAIN = {"warn": "say", "accuse": "say", "believe": "say"}


def _declared(source: Source, book: Rulebook, telling: Telling, clauses: list[Clause]) -> list[tuple[str, tuple[Slot, ...], int, str, str]]:
    """« Que dit le maire ? », « Que demandent les syndicats ? »: the telling holds one voice, from its first clause on."""
    first = clauses[0]
    said = [s for s in statements_of(source, clauses) if s.parent is None and s.remove == 1 and telling.span.covers(s.cue)]
    voices = {str(s.speaker) if s.speaker is not None else plain(s.speaker_span.of(source.text)) if s.speaker_span is not None else "" for s in said}
    quoted = telling.text.startswith("«")
    said = [s for s in said if quoted or s.cue_lemma not in _GOING_ON]
    statement = next((s for s in said if (quoted or s.id in first.statements) and s.speaker_span is not None), None)
    if statement is None or len(voices) != 1 or not quoted and first.negated and statement.cue.overlaps(first.verb) and statement.cls not in ("deny", "refuse"):
        return []
    if not quoted and statement.cue.overlaps(first.verb) and first.tense in ("conditional", "past-conditional", "future", "near-future") or statement.cue_lemma in ("savoir", "voir", "ignorer", "comprendre", "montrer", "sembler"):
        return []
    if not quoted and not _framed(source, telling, first, statement):
        return []
    if not quoted and not statement.cue.overlaps(first.verb) and (any(token.feature("VerbForm") == "Inf" for token in source.tokens_in(statement.cue)) or first.lead is not None and first.lead.overlaps(statement.cue) and statement.cue_lemma not in ("selon", "après", "d'après", "pour")):
        return []  # « devrait annoncer », « Même si le maire a annoncé… »
    if _HOLLOW.search(plain(telling.text)) or _FOLLOWS.search(plain(telling.text)):
        return []  # « a annoncé son choix », « craint ainsi que »
    if not quoted and statement.cue.of(source.text).split()[-1].endswith("ant"):
        return []  # « souhaite bonne chance, reconnaissant sa défaite »
    entity = source.entity(statement.speaker)
    if entity is None and statement.speaker_span is not None and not animate(source, statement.speaker_span) and _voice_word(source, statement.speaker_span) not in words_of(book, "voix"):
        return []  # « selon la mythologie »
    who = speaker_slot(source, "locuteur", statement) if entity is not None else _voice(source, book, statement.speaker_span) if statement.speaker_span is not None else None
    if statement.speaker_span is not None and entity is None and (word := _voice_word(source, statement.speaker_span)) and word not in words_of(book, "voix"):
        return []  # « les députés », « l’élu »: which ones?
    if who is not None and (re.search(r" et ", who.text) or statement.speaker_span is not None and re.match(r"L[ae]s? ", statement.speaker_span.of(source.text)) and re.match(r"l[ae]s? ", who.text) and statement.speaker_span.start > source.analysis.sentences[statement.sentence].span.start + 1):
        return []  # « Le Parisien », whose article is its own
    if who is None or re.search(r"[,;:«»()]", who.text) or count_words(who.text) > 9:
        return []
    if entity is None or not who.grammar.number:
        plural = re.match(r"(?:les|des|plusieurs|deux|trois) ", plain(who.text)) is not None
        who = Slot(who.name, who.text, who.source, Grammar(who.grammar.gender, "p" if plural else "s"), who.edits, who.rule, who.reference, who.statement, who.entity)
    known = entity is not None and (len(entity.mentions) >= 4 or any(source.analysis.sentences[m.sentence].paragraph < 0 for m in entity.mentions))
    if entity is not None and entity.kind == "person" and not known and not _presented(source, telling, entity.functions, who.text):
        return []
    if statement.cue_lemma == "promettre" and first.tense == "pluperfect":
        return []  # « Qu’avait promis le maire ? », of which run_questions
    cls = _PLAIN.get(statement.cls, statement.cls)
    if cls == "deny" and not any(s.cls == "accuse" and s.speaker != statement.speaker and s.sentence <= statement.sentence for s in source.analysis.statements):
        cls = "say"  # nobody has charged: nothing is answered
    voice = statement.speaker if statement.speaker is not None else -1 - sum(ord(letter) * (at + 1) for at, letter in enumerate(who.text.lower()))
    return [("declaration", (who,), 4, f"dit:{voice}", cls)]


def _framed(source: Source, telling: Telling, first: Clause, statement: Statement) -> bool:
    """Return whether the whole telling is the speaker's: it is the subject of the main verb that says so, or named by what opens or closes the sentence."""
    span = statement.speaker_span
    if span is None:
        return False
    if statement.cue.overlaps(first.verb):
        return first.subject_entity == statement.speaker if statement.speaker is not None else first.subject == span
    text = source.text
    end = max(span.end, statement.cue.end)
    opens = first.subject is not None and statement.cue.start < first.subject.start and statement.cue.start - first.span.start < 25
    sentence = source.analysis.sentences[statement.sentence].span
    before = text[max(sentence.start, min(statement.cue.start, span.start) - 6) : min(statement.cue.start, span.start)].rstrip()
    own = statement.speaker is not None and first.subject_entity == statement.speaker and statement.cue.start - first.verb.end < 12
    closes = ("," in before or "»" in before) and (count_words(text[end : sentence.end]) <= 14 or text[end : end + 2].startswith(","))
    return opens or closes and statement.cue_lemma not in ("selon",) or closes and count_words(text[end : sentence.end]) <= 2 or own


def _voice_word(source: Source, span: Span) -> str:
    """Return the one noun of « la direction », « Les syndicats », in lower case; «» for anything else."""
    match = re.fullmatch(r"(?:les? |la |l')([\w-]+)", plain(span.of(source.text)))
    return match.group(1) if match is not None else ""


def _voice(source: Source, book: Rulebook, span: Span) -> Slot | None:
    """Return a voice without a name: « le procureur de Lens », or « la direction » where the noun is of those that stand for one voice."""
    if _voice_word(source, span) in words_of(book, "voix"):
        return span_slot(source, "locuteur", span, _lower_article(source, span))
    return _unnamed_speaker(source, span)


def _presented(source: Source, telling: Telling, functions: tuple[Span, ...], name: str) -> bool:
    """Return whether the source says anywhere who the person is, or the telling itself does."""
    if any(span.of(source.text).strip() for span in functions):
        return True
    at = telling.text.find(name)
    return at >= 0 and (re.match(r",? (?:(?:un|une|le|la|l’|qui|dont|âgée?|\d+ ans))", telling.text[at + len(name) :]) is not None or re.search(r"(?:[Ll][ea] |[Ll]’|[Uu]ne? )[\w’' -]+,? $", telling.text[:at]) is not None)


def _subject(source: Source, telling: Telling, clause: Clause) -> Slot | None:
    """Return the first clause's subject as the telling names it, definite and short, in lower case; None for what names nothing."""
    if clause.subject is None or clause.person != 3 or not clause.number or clause.subject_kind not in ("name", "noun", "pronoun") or in_quotes(source, clause.subject):
        return None
    entity = source.entity(clause.subject_entity)
    words = clause.subject.of(source.text)
    named_there = next((m.span for m in entity.mentions if m.form == "full" and clause.subject.covers(m.span)), None) if entity is not None and "," in words else None
    if entity is not None and named_there is not None and entity.kind == "person":
        return span_slot(source, "sujet", entity.name, grammar=entity_grammar(entity), entity=entity.id)
    span, comma = clause.subject, re.search(r", (?:qui|dont|où|que|née?|âgée?|\w+ée?s? (?:par|à|en|dans|de)\b)", words)
    if comma is not None and source.text[clause.subject.end : clause.verb.start].strip() in ("", ","):
        span = Span(clause.subject.start, clause.subject.start + comma.start())
    slot = _part(source, telling, span, "sujet")
    if slot is None or not 2 <= len(slot.text) <= 55 or re.search(r"[,;:«»()\"]", slot.text) or is_vague(plain(slot.text)):
        return None
    named = entity is not None and any(clause.subject.covers(m.span) and m.form != "pronoun" for m in entity.mentions)
    if not named and not re.match(r"(?:le|la|les) |l'", plain(slot.text)) or re.match(r"(?:son|sa|ses|leurs?|ce|cet|cette|ces|il|elle|ils|elles)\b", plain(slot.text)):
        return None
    gender, number = clause.gender, clause.number
    grammar = entity_grammar(entity) if entity is not None and entity.kind == "person" else Grammar(gender, number)
    edits = slot.edits
    if re.match(r"(?:Le|La|Les) |L[’']", slot.text) and not (entity is not None and entity.name.of(source.text)[:3] == slot.text[:3]):
        first = next((edit for edit in edits if edit.span.start == span.start), None)
        if first is not None and first.after[:1].isupper():
            lowered = Edit(first.kind, first.rule, first.span, first.after[0].lower() + first.after[1:])
            edits = tuple(lowered if edit is first else edit for edit in edits)
        elif first is None and words[:1].isupper():
            edits = tuple(sorted((*edits, *_lower_article(source, span)), key=lambda edit: edit.span))
        else:
            return None
        return Slot("sujet", slot.text[0].lower() + slot.text[1:], slot.source, grammar, edits, entity=clause.subject_entity)
    return Slot("sujet", slot.text, slot.source, grammar, tuple(edits), entity=clause.subject_entity)


def _head(source: Source, clause: Clause) -> str:
    """Return the lemma of the subject's noun."""
    if clause.subject is None:
        return ""
    return next((token.lemma.lower() for token in source.tokens_in(clause.subject) if token.pos == "NOUN"), "")


def _of_subject(source: Source, book: Rulebook, telling: Telling, first: Clause, subject: Slot) -> list[tuple[str, tuple[Slot, ...], int, str, str]]:
    """Questions about the subject: what a text provides, what a study says, what an event led to, who somebody is, what is known of something."""
    head = _head(source, first)
    entity = source.entity(first.subject_entity)
    person = entity is not None and entity.kind == "person"
    after = plain(first.complement.of(source.text)) if first.complement is not None else ""
    bare = not re.search(r"\b(?:ne|n')\b", plain(first.verb.of(source.text)))
    found: list[tuple[str, tuple[Slot, ...], int, str, str]] = []
    simple = count_words(subject.text.replace("’", " ")) <= 7
    if head in words_of(book, "texte") and first.lemma in words_of(book, "verbe-de-texte") and not first.passive and bare and not (first.lemma == "permettre" and first.tense not in ("present", "future")):
        found.append(("texte-prevoit", (subject,), 14, f"texte:{head}", ""))
    if head in words_of(book, "etude") and first.lemma in words_of(book, "verbe-d-etude") and not first.passive and bare:
        found.append(("etude-dit", (subject,), 14, f"texte:{head}", ""))
    if head in event_nouns(book) and first.lemma in words_of(book, "verbe-de-consequence") and not first.passive and bare and simple:
        found.append(("consequences", (subject,), 12, "consequences:0", ""))
    if (entity is not None and entity.kind in ("person", "organisation", "country") or head in words_of(book, "voix")) and simple and bare and first.lemma in words_of(book, "verbe-de-position") and first.tense in ("present", "perfect") and not first.passive:
        found.append(("position", (subject,), 4, f"dit:{first.subject_entity if entity is not None else head}", ""))
    if first.lemma == "expliquer" and re.match(r"(?:s'|se )", plain(first.verb.of(source.text))) or first.lemma in ("devoir", "dû") and first.passive and after.startswith(("à ", "au ", "aux ")):
        found.append(("explication", (subject,), 12, "explication:0", ""))
    if person and entity is not None and len(entity.name.of(source.text).split()) > 1 and simple and first.number == "s" and _tells_life(source, book, first, after):
        found.append(("qui-etait-nom" if _is_dead(source, first.subject_entity) or first.tense == "imperfect" and any(clause.kind in ("death", "toll", "attack") for clause in source.analysis.clauses) else "qui-est-nom", (_whole_name(source, subject, first),), 6, f"qui:{first.subject_entity}", ""))
    if person and entity is not None and len(entity.mentions) >= 3 and " " in entity.name.of(source.text) and first.tense in ("perfect", "simple-past") and (not first.passive or first.lemma in words_of(book, "verbe-de-vie") or first.kind in ("award", "appointment", "election")) and _YEAR.search(telling.text) and not telling_statements(source, telling) and bare:
        found.append(("parcours", (_whole_name(source, subject, first),), 2, f"parcours:{first.subject_entity}", ""))
    if entity is not None and entity.kind in ("organisation", "other", "event") and first.lemma == "être" and first.tense == "present" and re.match(r"(?:une?|le|la|l'|les|des) ?\w", after) and simple and bare:
        found.append(("quest-ce-que-nom", (subject,), 6, f"qui:{first.subject_entity}", ""))
    return found


def _is_dead(source: Source, number: int | None) -> bool:
    """Return whether the article tells the person's death."""
    return any(
        clause.subject_entity == number and clause.subject_entity is not None and (clause.lemma in ("mourir", "décéder", "succomber", "éteindre") or clause.passive and clause.lemma in ("tuer", "assassiner", "égorger", "abattre"))
        for clause in source.analysis.clauses
    )


def _tells_life(source: Source, book: Rulebook, clause: Clause, after: str) -> bool:
    """Return whether the clause says who a person is: what she is, was born, has become, did in her career."""
    if clause.negated or clause.statements:
        return False
    if clause.lemma == "être" and not clause.passive:
        return re.match(r"(?:une? (?!peu)|l'un|l'une|le |la |l')", after) is not None and clause.tense in ("present", "imperfect", "perfect")
    if clause.lemma == "avoir" and re.match(r"\d+ (?:ou \d+ )?ans\b", after):
        return True
    if clause.lemma in _DEEDS and clause.tense != "imperfect" and not clause.passive:
        return False  # « remporte une troisième place » says what she did, not who she is
    return clause.lemma in words_of(book, "verbe-de-vie") and clause.tense in ("present", "perfect", "simple-past", "imperfect")


_DEEDS = frozenset(["remporter", "rejoindre", "recevoir", "publier", "entrer", "jouer", "débuter", "travailler", "servir"])


def _whole_name(source: Source, subject: Slot, clause: Clause) -> Slot:
    """Return the person by her full name: « Qui est Bud Luckey ? »"""
    entity = source.entity(clause.subject_entity)
    assert entity is not None
    return span_slot(source, "sujet", entity.name, grammar=entity_grammar(entity), entity=entity.id)


__all__ = ["DATELINE", "Answers", "fires", "fuller", "longer_events", "pair", "told_questions", "words_of"]
