"""Candidates for the questions and answers: a question, and the telling that answers it."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.questions import inverted as turned_group
from seo_fr.french.words import count_words, word_runs
from seo_fr.model import Clause, Copied, Edit, Grammar, Origin, Span
from seo_fr.propose.ask import questions_of
from seo_fr.propose.ask_kinds import brings, lacks_denial, worth_of
from seo_fr.propose.ask_names import name_questions
from seo_fr.propose.ask_told import DATELINE, Answers, fuller, longer_events, told_questions
from seo_fr.propose.asked_for import wanted
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import event_questions
from seo_fr.propose.frames import entity_grammar, fill, span_slot, speaker_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, Telling
from seo_fr.propose.who import _citation_edits
from seo_fr.rulebook import Rulebook

_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")
#: A phrase of so many words may not come twice among what is written (EDITORIAL, « French »).
RUN = 8
#: What whole sentences answer better though a part of one would do.
_TOLD_WHOLE = frozenset(["oui-non", "pourquoi", "comment"])


class Again:
    """Tells whether a passage may stand beside any other telling of its fact: no run of eight source words outside quotes, names and the keyphrase."""

    def __init__(self, source: Source, keyphrase: str) -> None:
        text = source.text
        names = {keyphrase, *(entity.name.of(text) for entity in source.analysis.entities), *(span.of(text) for entity in source.analysis.entities for span in entity.functions)}
        self._names = re.compile("|".join(re.escape(name.lower().replace("'", "’")) for name in sorted(names, key=lambda name: (-len(name), name)) if name) or r"(?!)")
        self._source = {run for sentence in source.analysis.sentences for run in self.runs(sentence.span.of(text))}

    def runs(self, text: str) -> set[tuple[str, ...]]:
        """Return the runs of eight words of ``text``."""
        bare = self._names.sub(" nom ", _QUOTED.sub(" . ", text.replace("'", "’")).lower())
        found: set[tuple[str, ...]] = set()
        for piece in re.split(r"[.!?:;]", bare):
            found |= word_runs(_WORD.findall(piece), RUN)
        return found

    def safe(self, text: str) -> bool:
        """Return whether no run of ``text`` is the source's."""
        return not self.runs(text) & self._source

    def shared(self, one: str, other: str) -> bool:
        """Return whether two texts share a run."""
        return bool(self.runs(one) & self.runs(other))


def questions(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return pairs of a question and the telling that answers it."""
    made: list[Candidate] = []

    made += _quotes(source, book, scores, key)
    answers = Answers(source, told)
    made += told_questions(source, book, answers, scores, key)
    made += name_questions(source, book, scores, key)
    again = Again(source, scores.keyphrase.text)
    for clause in source.analysis.clauses:
        longer: set[str] = set()
        for found in questions_of(source, book, clause, key):
            more = worth_of(book, found)
            if more is None:
                continue
            worth = scores.clause(clause) + found.worth + more
            short = bool(found.answer_text) and brings(source, book, found, found.answer_text) and not lacks_denial(source, [clause])
            if short and again.shared(found.question.text, found.answer_text):
                short = False
            if found.question.text not in longer and not (short and found.kind not in _TOLD_WHOLE):
                longer.add(found.question.text)
                made += [each for each in fuller(source, answers, found, worth, key) if not again.shared(found.question.text, each.passages[1].text)]
            if not short:
                continue
            question = passage("qa", "question", found.question.text, found.question.origin)
            facts = _told_by(source, clause, found.answer)
            answer = passage("qa", "answer", found.answer_text, found.answer, facts)
            section = source.section_of_sentence(clause.sentence)
            tags = (*(f"clause:{fact}" for fact in facts), *(("again",) if again.safe(question.text) and again.safe(answer.text) else ()))
            made.append(Candidate("qa", (question, answer), facts, (worth, found.question.priority, found.question.weight), clause.span.start, section, tags))
    events = [each for each in event_questions(source, book, told, scores, key) if not DATELINE.match(each.passages[1].text)]
    made += events + longer_events(source, answers, events)
    return wanted(source, book, scores, made, key)


def _told_by(source: Source, clause: Clause, answer: Origin) -> tuple[int, ...]:
    """Return the clause asked and those after it in its sentence whose verb the answer gives too."""
    spans = (answer.span,) if isinstance(answer, Copied) else tuple(span for slot in answer.slots for span in slot.source)
    return (clause.id, *(other.id for other in source.clauses_of.get(clause.sentence, ()) if other.id > clause.id and any(span.covers(other.verb) for span in spans)))


#: Verbs that a quotation follows as it is, and the class that asks for it.
_QUOTING = frozenset("dire déclarer affirmer assurer expliquer estimer répondre écrire confier raconter témoigner regretter annoncer promettre résumer déplorer lancer lâcher insister marteler souligner préciser reconnaître admettre noter indiquer prévenir confirmer".split())
#: « Après sa découverte, il a contacté… »: of whom?
_OF_ANOTHER = re.compile(r"(?:(?!je |j'|nous |on )[\w'-]+,? ){0,5}(?:il|elle|ils|elles|celui-ci|celle-ci) (?!faut|y a|s'agit|est (?:temps|important|possible|nécessaire)|convient|ne faut|n'y a)")
#: Words of a quote at most.
LONGEST_QUOTE = 72
_ASKED_AS = {"promise": "promise", "deplore": "deplore", "welcome": "welcome", "announce": "announce"}


def _quotes(source: Source, book: Rulebook, scores: Scores, key: str) -> list[Candidate]:
    """Return « Qu’a déclaré X ? » with X's own words, whole, as the answer: the question says the source's own verb."""
    made: list[Candidate] = []
    for quote in source.analysis.quotes:
        entity = source.entity(quote.speaker)
        if entity is None or not quote.whole or not quote.balanced or len(quote.content) != 1 or entity.kind not in ("person", "organisation"):
            continue
        if any(source.analysis.sentences[s].paragraph < 0 or not source.is_matter(s) for s in quote.sentences):
            continue
        words = quote.content[0].of(source.text)
        if not 8 <= count_words(words) <= LONGEST_QUOTE or "«" in words or "»" in words or re.match(r"(?:[Ii]l|[Ee]lle|[Ii]ls|[Ee]lles|[Cc]e dernier|[Cc]eux-ci|[Cc]ela|[Çç]a|[Cc][’']est|[Ll]ui|qui|que|et|Et|Mais|Donc|Car|Or|Ainsi|Puis|Aussi|Alors|Non|Oui)\b", words) or _OF_ANOTHER.match(plain(words)):
            continue
        before = source.text[max(0, quote.span.start - 8) : quote.span.start].rstrip()
        if words[:1].islower() and before[-1:] not in (":", "") and not re.search(r"\b(?:que|qu['’])$", before):
            continue  # « assure avoir « mis sur la table… » »: half of a clause
        statement = next((s for s in source.analysis.statements if s.quote == quote.id and s.speaker == quote.speaker and s.speaker_span is not None and s.remove == 1), None)
        if statement is None or statement.cls in ("accuse", "deny", "ask"):
            continue
        locuteur = speaker_slot(source, "sujet", statement)
        cue = statement.cue.of(source.text)
        turned = re.search(r"-(?:t-)?(?:il|elle)\b", cue)  # « a-t-il affirmé » is said as « il a affirmé »
        straight: tuple[Edit, ...] = ()
        if turned is not None:
            straight = (Edit("reference", "nom-du-locuteur", Span(statement.cue.start + turned.start(), statement.cue.start + turned.end()), ""),)
            cue = cue[: turned.start()] + cue[turned.end() :]
        if re.match(r"(?i)(?:avai(?:t|ent)|eut)\b", cue):
            continue  # « Que dit X ? » is not of what he had said another time
        if statement.cue_lemma not in _QUOTING or len(re.findall(r"[\w-]+", cue)) > 2:
            continue
        if locuteur is None or turned_group(cue, Grammar("m", "s")) is None or re.search(r"[,«»:]", cue) or re.match(r"(?i)(?:se|s['’]|ne|n['’]|l['’]|lui|leur|y|en)\b", cue):
            continue
        grammar = entity_grammar(entity)
        edits = _citation_edits(source, quote.content[0])
        if not grammar.gender or edits is None:
            continue
        at = quote.content[0].start
        if words[:1].islower() and not any(edit.span.start <= at for edit in edits):
            edits = (Edit("case", "majuscule-initiale", Span(at, at + 1), words[0].upper()), *edits)
        citation = span_slot(source, "citation", quote.content[0], edits)
        said = fill(book, "answer", "citation", (replace(locuteur, grammar=grammar), span_slot(source, "verbe", statement.cue, straight), citation), key)
        if not said:
            continue
        facts = tuple(clause.id for sentence in quote.sentences for clause in source.clauses_of.get(sentence, ()) if clause.span.overlaps(quote.span))
        section = source.section_of_sentence(quote.sentences[0])
        for asked in fill(book, "question", "declaration", (replace(locuteur, name="locuteur", grammar=grammar),), key, _ASKED_AS.get(statement.cls, "say")):
            question = passage("qa", "question", asked.text, asked.origin)
            answer = passage("qa", "answer", said[0].text, said[0].origin, facts)
            merit = (min(30, scores.text(words)) + 4, asked.priority, asked.weight)
            made.append(Candidate("qa", (question, answer), facts, merit, quote.span.start, section, (f"dit:{quote.speaker}", "quote", "again"), quote.speaker))
    return made
