"""Candidates for the blocks around the body: introduction, key points, who says what, figures, timeline, questions, conclusion."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Copied, Edit, Entity, Grammar, Quote, Slot, Span, Statement
from seo_fr.propose.ask import ahead, questions_of
from seo_fr.propose.candidate import Candidate, passage, rendezvous
from seo_fr.propose.events import event_questions
from seo_fr.propose.frames import Filled, _lower_article, entity_grammar, fill, span_slot, speaker_slot, telling_slot
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source, Telling, finish, in_quotes
from seo_fr.rulebook import Rulebook

_OPEN = ("denied", "conditional", "alleged")
_FUTURE = ("future",)


def _tags(source: Source, telling: Telling) -> tuple[str, ...]:
    """Return what a telling is good for: «lede», «future», «open», «said», «figure»."""
    clauses = [source.clause[clause] for clause in telling.clauses]
    found = []
    if source.is_lede(telling.sentence):
        found.append("lede")
    ahead = [clause for clause in clauses if clause.tense in ("future", "near-future") or clause.commitment in _FUTURE or _announces(source, [clause])]
    if ahead and 2 * len(ahead) >= len(clauses):
        found.append("future")
    if any(clause.commitment in _OPEN for clause in clauses) or any(s.cls in ("deny", "accuse", "refuse") for s in _statements(source, clauses)):
        found.append("open")
    if any(clause.statements for clause in clauses):
        found.append("said")
    classes = {s.cls for s in _statements(source, clauses)}
    if "accuse" in classes:
        found.append("accuses")
    if "deny" in classes:
        found.append("denies")
    if classes & {"ask", "propose", "promise", "announce", "warn", "decide"}:
        found.append("asks")
    if any(telling.span.covers(figure.span) for figure in source.analysis.figures):
        found.append("figure")
    return tuple(found)


def _statements(source: Source, clauses: list[Clause]) -> list[Statement]:
    ids = {statement for clause in clauses for statement in clause.statements}
    return [statement for statement in source.analysis.statements if statement.id in ids]


_TO_COME = re.compile(
    r"\b(?:(?:est|sont) (?:prévue?s?|programmée?s?|attendue?s?|annoncée?s?|fixée?s?)|(?:doit|doivent|devrait|devraient|va|vont) (?:être |se |s['’])?\w+(?:er|ir|re|oir)\b|prochaine?s?\b|à venir\b"
    r"|(?:a|ont) (?:annoncé|promis|prévenu|prévu|assuré) qu(?:e|['’])[^.]*\w+(?:rait|raient)\b|prévoit|prévoient|envisage|envisagent)",
    re.IGNORECASE,
)


def _announces(source: Source, clauses: list[Clause]) -> bool:
    """Return whether the clauses say what is to come: a future verb (« a déclaré que le match aura lieu »), « est prévu », « doit se tenir », « a annoncé qu’il reviendrait »."""
    if any(_TO_COME.search(re.sub(r"«[^»]*»", " ", clause.span.of(source.text))) for clause in clauses if clause.tense != "pluperfect"):
        return True
    return any(
        not in_quotes(source, token.span) and token.feature("Tense") == "Fut" and token.feature("Mood") != "Cnd" for clause in clauses for token in source.tokens_in(clause.span) if token.pos in ("VERB", "AUX")
    )


def _speaker(source: Source, telling: Telling) -> int | None:
    for statement in _statements(source, [source.clause[clause] for clause in telling.clauses]):
        if statement.speaker is not None:
            return statement.speaker
    return None


def sentences(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return every telling as a candidate sentence of the introduction or the conclusion, bare and behind each opening that suits it."""
    made: list[Candidate] = []
    for telling in told:
        tags = _tags(source, telling) + (() if telling.strict else ("loose",))
        section = source.section_of_sentence(telling.sentence)
        speaker = _speaker(source, telling)
        worth = scores.telling(telling) + (0 if telling.strict else LOOSE)
        for block in ("introduction", "conclusion"):
            if block == "introduction" and telling.sentences > 1:
                continue
            item = passage(block, "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            whole = source.is_lede(telling.sentence) and telling.words > 0.75 * count_words(source.analysis.sentences[telling.sentence].span.of(source.text))
            early = telling.sentence - source.first_sentence < 4
            made.append(Candidate(block, (item,), telling.clauses, (worth, 0, rendezvous(key, block, "sans ouverture")), telling.span.start, section, tags, speaker, early, whole))
            if not _begins_with_subject(source, telling):
                continue
            for kind in ("autre-voix",):  # no other opening: the source does not say how its facts hang together
                if speaker is None or "said" not in tags or "accuses" in tags or "denies" in tags:
                    continue
                for filled in fill(book, block, kind, (telling_slot("proposition", telling, _number_of(source, telling)),), key):
                    opened = passage(block, "sentence", filled.text, filled.origin, telling.clauses)
                    made.append(
                        Candidate(block, (opened,), telling.clauses, (worth, filled.priority, filled.weight), telling.span.start, section, (*tags, f"opening:{kind}"), speaker)
                    )
    return made


def main_facts(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return the main fact, told shortly, as candidate first sentences of the introduction."""
    made = []
    for telling in told:
        item = passage("introduction", "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        lede = telling.sentence == source.first_sentence
        titled = scores.title_share(telling.text)
        merit = (
            25 * min(1, scores.keyphrase_count(telling.text)) + 8 * scores.shares_keyphrase(telling.text) + (30 if lede else 0) + 12 * titled + scores.telling(telling) - 2 * max(0, telling.words - 20) - (10 if telling.text.startswith("«") else 0),
            0,
            -telling.words,
        )
        made.append(Candidate("main", (item,), telling.clauses, merit, telling.span.start, source.section_of_sentence(telling.sentence), _tags(source, telling), _speaker(source, telling)))
    return made


def _begins_with_subject(source: Source, telling: Telling) -> bool:
    """Return whether the telling's first word is its subject's: only then can an opening stand before it."""
    clause = source.clause[telling.clauses[0]]
    if clause.subject is None:
        return False
    start = telling.span.start
    for edit in telling.edits:
        if edit.kind == "drop" and edit.span.start == start:
            start = edit.span.end
    return start == clause.subject.start and clause.subject_kind in ("name", "noun")


def keypoints(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return every telling of 6 to 30 words as a candidate key point."""
    made = []
    for telling in told:
        if not 6 <= telling.words <= 44:
            continue
        item = passage("keypoints", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        ideal = -abs(telling.words - 17)
        tags = _tags(source, telling)
        merit = (scores.telling(telling) + (6 if "figure" in tags else 0) + ideal + (0 if telling.strict else LOOSE), 0, 0)
        section = source.section_of_sentence(telling.sentence)
        tags += () if telling.strict else ("loose",)
        made.append(Candidate("keypoints", (item,), telling.clauses, merit, telling.span.start, section, tags, _speaker(source, telling)))
    return made


def who(source: Source, book: Rulebook, scores: Scores, key: str) -> list[Candidate]:
    """Return candidate bullets of « who says what »: a named speaker, and words or a statement that are certainly theirs."""
    made: list[Candidate] = []
    for quote in source.analysis.quotes:
        made += _quote_bullets(source, book, quote, scores, key)
    return made


def _function_slot(source: Source, entity: Entity) -> Slot | None:
    """Return what the source calls an entity, as an apposition without its article; None where it is not a plain one."""
    for span in entity.functions:
        words = span.of(source.text)
        if len(words) > 110 or entity.name.overlaps(span) or any(mark in words for mark in ",;:«»()\"") or words.lower().startswith(("ancien ", "ex-")):
            continue
        edits: tuple[Edit, ...] = ()
        for article in ("le ", "la ", "l’", "l'", "Le ", "La ", "L’", "L'"):
            if words.startswith(article):
                edits = (Edit("drop", "apposition-sans-article", Span(span.start, span.start + len(article)), ""),)
        bare = words[len(edits[0].span) :] if edits else words
        if bare[:1].isupper() or bare.lower().startswith(("un ", "une ", "des ", "son ", "sa ", "leur ", "ce ", "cette ", "notre ")):
            continue
        if not edits and not bare[:1].islower():
            continue
        return span_slot(source, "fonction", span, edits, entity=entity.id)
    return None


def _quote_bullets(source: Source, book: Rulebook, quote: Quote, scores: Scores, key: str) -> list[Candidate]:
    entity = source.entity(quote.speaker)
    if entity is None or not quote.whole or not quote.balanced or len(quote.content) != 1 or entity.kind not in ("person", "organisation"):
        return []
    if any(source.analysis.sentences[s].paragraph < 0 for s in quote.sentences):
        return []
    content = quote.content[0]
    words = content.of(source.text)
    if len(words) < 30 or len(words) > 420 or "«" in words or "»" in words:
        return []
    name = span_slot(source, "etiquette", entity.name, grammar=entity_grammar(entity), entity=entity.id)
    edits = _citation_edits(source, content)
    if edits is None:
        return []
    citation = span_slot(source, "citation", content, edits)
    fonction = _function_slot(source, entity)
    slots = (name, citation) if fonction is None else (name, fonction, citation)
    frame = "citation-fonction" if fonction is not None else "citation"
    facts = tuple(clause.id for sentence in quote.sentences for clause in source.clauses_of.get(sentence, ()) if clause.span.overlaps(quote.span))
    made = []
    for filled in fill(book, "who", frame, slots, key, _class_of(source, quote)):
        item = passage("who", "bullet", filled.text, filled.origin, facts)
        made.append(
            Candidate(
                "who", (item,), facts, (scores.text(words), filled.priority, filled.weight), quote.span.start, source.section_of_sentence(quote.sentences[0]), ("quote",), entity.id
            )
        )
    return made


def _class_of(source: Source, quote: Quote) -> str:
    """Return the class of the statement that gives the quote («say», «ask»…), «» if none does."""
    return next((statement.cls for statement in source.analysis.statements if statement.quote == quote.id and statement.speaker == quote.speaker), "")


def _number_of(source: Source, telling: Telling) -> Grammar:
    """Return the grammar of a telling's first subject: « de son côté » or « de leur côté »."""
    clause = source.clause[telling.clauses[0]]
    return Grammar(clause.gender, clause.number)


def _citation_edits(source: Source, content: Span) -> tuple[Edit, ...] | None:
    """Return the edits that make a quote a sentence after a colon: a capital is kept or not as the source has it; its final comma goes."""
    text = content.of(source.text)
    stripped = text.rstrip(" \u00a0\u202f")
    if stripped.endswith(","):
        return (Edit("period", "citation-sans-virgule", Span(content.start + len(stripped) - 1, content.end), ""),)
    if stripped != text:
        return (Edit("typography", "espace-finale", Span(content.start + len(stripped), content.end), ""),)
    return ()


def statement_bullets(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return the tellings whose subject is a named speaker: « X a déclaré que… », as bullets of « who says what »."""
    made = []
    for telling in told:
        clause = source.clause[telling.clauses[0]]
        if telling.sentences == 1 and len(telling.clauses) != 1 or telling.words > 60 or clause.subject_entity is None or not clause.statements or not _begins_with_subject(source, telling):
            continue
        if not any(statement.speaker == clause.subject_entity for statement in _statements(source, [clause])):
            continue
        item = passage("who", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        merit = (max(scores.telling(telling), 0) + 10 * (telling.sentences - 1), 1, -telling.words)
        section = source.section_of_sentence(telling.sentence)
        made.append(Candidate("who", (item,), telling.clauses, merit, telling.span.start, section, ("statement",), clause.subject_entity))
    return made


def figures(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return the tellings that give a number and what it counts, as bullets of « figures »."""
    made = []
    for telling in told:
        inside = [f for f in source.analysis.figures if f.sentence == telling.sentence and telling.span.covers(f.span) and (f.counted is not None or f.unit)]
        inside = [f for f in inside if not any(edit.kind == "drop" and edit.span.covers(f.span) for edit in telling.edits)]
        if not inside or telling.words > 44:
            continue
        item = passage("figures", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        merit = (scores.telling(telling) + 3 * len(inside) - telling.words, 0, 0)
        made.append(Candidate("figures", (item,), telling.clauses, merit, telling.span.start, source.section_of_sentence(telling.sentence), ("figure",)))
    return made


def timeline(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return dated clauses as entries of a timeline: the date, which opened the clause, becomes its label."""
    made: list[Candidate] = []
    for telling in told:
        if len(telling.clauses) != 1:
            continue
        clause = source.clause[telling.clauses[0]]
        if clause.lead is None or clause.subject is None:
            continue
        for time in source.analysis.times:
            if time.clause != clause.id or time.order is None or not clause.lead.covers(time.span) or time.kind == "hour":
                continue
            lead_words = source.text[clause.lead.start : clause.subject.start].strip(" ,\u00a0")
            if lead_words.replace("’", "'") != time.span.of(source.text).replace("’", "'") or telling.span.start > clause.lead.start:
                continue
            drop = Edit("drop", "date-en-etiquette", Span(clause.lead.start, clause.subject.start), "")
            rest = [edit for edit in telling.edits if edit.kind in ("drop", "reference") and not edit.span.overlaps(drop.span)]
            done = finish(source, telling.span, [drop, *rest])
            if done is None:
                continue
            etiquette = span_slot(source, "etiquette", time.span, _capital(source, time.span))
            proposition = Slot("proposition", done[2], (done[0],), edits=done[1])
            for filled in fill(book, "timeline", "date", (etiquette, proposition), key):
                item = passage("timeline", "bullet", filled.text, filled.origin, telling.clauses)
                merit = (scores.telling(telling), filled.priority, filled.weight)
                made.append(Candidate("timeline", (item,), telling.clauses, merit, time.order, None, ("time",)))
    return made


def _capital(source: Source, span: Span) -> tuple[Edit, ...]:
    first = source.text[span.start]
    return (Edit("case", "majuscule-initiale", Span(span.start, span.start + 1), first.upper()),) if first.islower() else ()


def questions(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return pairs of a question and the telling that answers it."""
    made: list[Candidate] = []

    def add(asked: Filled, telling: Telling, worth: int, tag: str) -> None:
        question = passage("qa", "question", asked.text, asked.origin)
        answer = passage("qa", "answer", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        section = source.section_of_sentence(telling.sentence)
        merit = (scores.telling(telling) + worth, asked.priority, asked.weight)
        made.append(Candidate("qa", (question, answer), telling.clauses, merit, telling.span.start, section, (tag,), _speaker(source, telling)))

    for telling in told:
        if telling.words < 6 or telling.words > 70:
            continue
        clause = source.clause[telling.clauses[0]]
        if clause.regular and clause.subject is not None and not clause.negated:
            if telling.sentences == 1 and telling.dropped == 0:
                for asked in _how_many(source, book, clause, key):
                    count = finish(source, clause.subject, [])
                    if count is not None:
                        question = passage("qa", "question", asked.text, asked.origin)
                        answer = passage("qa", "answer", count[2], Copied(count[0], count[1]), (clause.id,))
                        merit = (scores.clause(clause) + 6, asked.priority, asked.weight)
                        made.append(Candidate("qa", (question, answer), (clause.id,), merit, clause.span.start, source.section_of_sentence(clause.sentence), (f"clause:{clause.id}",)))
            for asked in _who_did(source, book, clause, key):
                add(asked, telling, 2, "qui")
    for telling in told:
        clause = source.clause[telling.clauses[0]]
        for asked in _known_of(source, book, clause, scores, key) if 11 <= telling.words <= 70 else ():
            add(asked, telling, LAST_RESORT + 4 * telling.sentences, f"sujet:{asked.origin.slots[0].text}")
        for statement in _statements(source, [clause]):
            if statement.remove != 1 or statement.parent is not None or statement.speaker is None or statement.speaker != clause.subject_entity or telling.words < 9:
                continue
            locuteur = speaker_slot(source, "locuteur", statement)
            for asked in fill(book, "question", "declaration", (locuteur,), key, "say") if locuteur is not None else ():
                add(asked, telling, LAST_RESORT + 30 + 4 * telling.sentences, f"dit:{statement.speaker}")
    for clause in source.analysis.clauses:
        for found in questions_of(source, book, clause, key):
            question = passage("qa", "question", found.question.text, found.question.origin)
            answer = passage("qa", "answer", found.answer_text, found.answer, (clause.id,))
            worth = scores.clause(clause) + {"que": 8, "pourquoi": 12}.get(found.kind, 2 if ahead(clause) else LAST_RESORT)
            section = source.section_of_sentence(clause.sentence)
            made.append(
                Candidate("qa", (question, answer), (clause.id,), (worth, found.question.priority, found.question.weight), clause.span.start, section, (f"clause:{clause.id}",))
            )
    made += event_questions(source, book, told, scores, key)
    return made


#: What such a question loses against one of substance: it is asked only where words are still wanting.
LAST_RESORT = -200
#: What a telling loses that leans on what the page told before.
LOOSE = -150


def _known_of(source: Source, book: Rulebook, clause: Clause, scores: Scores, key: str) -> tuple[Filled, ...]:
    """« Le chantier coûtera… » answers « Que sait-on du chantier ? », where the subject is named in full, or is what the article is about."""
    if clause.subject is None or clause.subject_kind not in ("name", "noun") or clause.negated or not clause.regular:
        return ()
    entity = source.entity(clause.subject_entity)
    words = clause.subject.of(source.text)
    if entity is not None and entity.kind == "person" and entity.name.of(source.text) == words and " " in words:
        return fill(book, "question", "sujet", (span_slot(source, "sujet", entity.name, grammar=entity_grammar(entity)),), key)
    if clause.statements or entity is not None and entity.kind == "person" or len(words) > 52 or re.search(r"[,«»():]", words):
        return ()
    if not re.match(r"(?:[Ll]e|[Ll]a|[Ll]es) |[Ll][’']", words) or re.match(r"(?:[Ll]es )(?:deux|trois|quatre|cinq)\b", words):
        return ()
    if len(stems(words)) < 2 and not scores.text(words):
        return ()  # « la mesure », « le groupe »: known only from the sentence before
    return fill(book, "question", "sujet", (span_slot(source, "sujet", clause.subject, _lower_article(source, clause.subject)),), key)


def _how_many(source: Source, book: Rulebook, clause: Clause, key: str) -> tuple[Filled, ...]:
    """« Trois personnes ont été blessées… » asks « Combien de personnes ont été blessées… ? »: the number, its subject's first word, gives way to « Combien de »."""
    assert clause.subject is not None
    if clause.number != "p" or clause.complement is not None and len(clause.complement) > 60:
        return ()
    for figure in source.analysis.figures:
        if figure.counted is None or figure.approximation is not None and figure.approximation.start < clause.subject.start:
            continue
        if figure.sentence != clause.sentence or not clause.subject.covers(figure.counted) or figure.span.start != clause.subject.start:
            continue
        start = figure.number.end if figure.counted.start < figure.number.end else figure.counted.start
        rest = Span(start, clause.subject.end)
        noun = rest.of(source.text).strip()
        if not noun or noun[:1].isdigit() or noun[:3].lower() == "de " or noun[:2].lower() in ("d'", "d’") or noun.split(" ")[0].lower() in ("des", "du", "pour", "%") or " sur " in f" {noun} ":
            continue
        while source.text[rest.start].isspace():
            rest = Span(rest.start + 1, rest.end)
        predicate = Span(clause.verb.start, _first_end(source, clause))
        slots = (span_slot(source, "compte", rest, grammar=Grammar(clause.gender, "p")), span_slot(source, "predicat", predicate))
        return fill(book, "question", "combien", slots, key)
    return ()


def _first_end(source: Source, clause: Clause) -> int:
    """Return the end of the clause's predicate up to its first comma: a question is short."""
    text = clause.span.of(source.text)
    comma = text.find(",", clause.verb.end - clause.span.start)
    return clause.span.start + comma if comma >= 0 else clause.span.end


def _who_did(source: Source, book: Rulebook, clause: Clause, key: str) -> tuple[Filled, ...]:
    """« X a remporté la course » asks « Qui a remporté la course ? » where X is one person and the rest names nobody by pronoun."""
    entity = source.entity(clause.subject_entity)
    if entity is None or entity.kind != "person" or clause.number != "s" or clause.person != 3 or clause.statements or clause.commitment != "asserted":
        return ()
    if clause.passive and clause.gender == "f" or not clause.kind or clause.kind in ("arrest", "trial", "attack", "investigation", "death", "verdict", "accident"):
        return ()
    predicate = Span(clause.verb.start, _first_end(source, clause))
    if len(predicate) > 90 or any(token.pos == "PRON" and token.lemma in ("son", "lui", "elle", "il") for token in source.tokens_in(predicate)):
        return ()
    return fill(book, "question", "qui", (span_slot(source, "predicat", predicate),), key, clause.kind)
