"""Candidate headings: of sections by compression first, of blocks by template."""

from __future__ import annotations

import re

from seo_fr.french.width import title_width
from seo_fr.model import Copied, Keyphrase, Quote, Slot, Span, Templated, Token
from seo_fr.propose.ask import subtree
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.frames import _lower_article, fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source, in_quotes
from seo_fr.propose.trims import CLOSING, set_against
from seo_fr.rulebook import Rulebook

HEADING_CHARACTERS = 70


#: Forms of a section's heading, best first.
CLAUSE, QUESTION, QUOTE, ASKED, VOICE, NOUN, SLIGHT, TOPIC, LAST = 8, 7, 6, 5, 4, 3, 2, 1, 0
#: Frames of questions that an editor puts above a section; the others ask for a part of a sentence.
_NATURAL = ("evenement", "combien", "combien-cout", "combien-duree", "pourquoi", "comment", "quand", "ou", "qui", "duree", "depuis")
#: Frames of questions that do not say what the section is about: « qu’en est-il de… », « que dit… », « qui est… », and those of yes or no.
_EMPTY_QUESTIONS = ("sujet", "personne", "declaration", "qui-est", "oui-non")
_EMPTY_WORDS = re.compile(
    r"^Par quoi|quelle décision|quelles annulations|Qu’en est-il|Que sait-on|^Qu[e’].*\b(?:di[ts]|disent|précis|ajout|indiqu|déclar|estim|affirm|expliqu|soulign|rappel|annonc|assur|demand|pens|confirm|not[eé])"
    r"|(?:fait|font|\ba|ont)-(?:t-)?(?:elle|il)s?\s\?$"
)
_TIME_LEAD = re.compile(r"(?:Vers \d|À \d|Le \d|Ce (?:matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))")


def section_headings(
    source: Source, book: Rulebook, index: int, lines: tuple[Headline, ...], scores: Scores, key: str, asked: tuple[Candidate, ...] = ()
) -> list[Candidate]:
    """Return the candidate h2 of section ``index``, from what this section says. ``lines``: the headings its clauses can give; ``asked``: the questions that
    the article answers, of which those answered here may head the section.
    """
    section = source.analysis.sections[index]
    place = f"h2:section:{index}"
    made: list[Candidate] = []

    def add(text: str, origin: object, form: int, worth: int, weight: int, facts: tuple[int, ...], order: int) -> None:
        if len(text) <= HEADING_CHARACTERS:
            holds = 10 if scores.section_text(text, section.keyphrases) > 0 or scores.shares_keyphrase(text) else 0
            item = passage("section", "h2", text, origin, facts)  # type: ignore[arg-type]
            made.append(Candidate(place, (item,), facts, (form, worth + holds, weight), order, index))

    members = _members(source, section.start, section.end)
    for line, worth in clause_heads(source, scores, lines, members):
        bonus = scores.section_text(line.text, section.keyphrases)
        form = CLAUSE if worth >= WORTH_HEADING else SLIGHT
        add(line.text, Copied(line.span, line.edits), form, worth + bonus, 0, (line.clause.id,), line.span.start)
    for candidate in asked:
        question = candidate.passages[0]
        if candidate.section == index and isinstance(question.origin, Templated) and question.origin.template.split("/")[1] not in _EMPTY_QUESTIONS and not _EMPTY_WORDS.search(question.text) and 16 <= len(question.text) <= HEADING_CHARACTERS and question.origin.slots:
            add(question.text, question.origin, QUESTION if question.origin.template.split("/")[1] in _NATURAL else ASKED, candidate.merit[0] + scores.section_text(question.text, section.keyphrases), candidate.merit[-1], (), candidate.source_order)
    voice = _voice(source, members)
    for quote in source.analysis.quotes:
        if source.section_of_sentence(quote.sentences[0]) != index:
            continue
        for slots in quoted(source, quote):
            for filled in fill(book, "h2", "citation", slots, key):
                if quote.whole or "selon" in filled.origin.template:
                    add(filled.text, filled.origin, QUOTE, scores.text(filled.text) + (10 if quote.speaker == voice else 0), filled.weight, (), quote.span.start)
    for statement in source.analysis.statements:
        if source.section_of_sentence(statement.sentence) != index:
            continue
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None or statement.remove != 1:
            continue
        said = set(stems(statement.content.of(source.text)))
        for keyphrase in section.keyphrases[:6]:
            if not keyphrase.spans or set(stems(locuteur.text)) & set(stems(keyphrase.text)) or not set(stems(keyphrase.text)) <= said or len(set(stems(keyphrase.text))) < 2:
                continue
            if _names_person(source, keyphrase) or all(in_quotes(source, span) for span in keyphrase.spans):
                continue
            slots = (keyphrase_slot(source, "cle", keyphrase), locuteur)
            for filled in fill(book, "h2", "cle-locuteur", slots, key, statement.cls):
                add(filled.text, filled.origin, VOICE, 20 + scores.section_text(filled.text, section.keyphrases), filled.weight, (), statement.cue.start)
        for filled in fill(book, "h2", "locuteur", (locuteur,), key, statement.cls) if statement.speaker == voice else ():
            if filled.text.startswith("Ce "):
                add(filled.text, filled.origin, VOICE, 10, filled.weight, (), statement.cue.start)
    texts = {i: set(stems(source.analysis.sentences[i].span.of(source.text))) for i in members}
    for span in noun_phrases(source, members):
        sujet = span_slot(source, "sujet", span, _lower_article(source, span))
        found = set(stems(sujet.text))
        held = sum(1 for words_of in texts.values() if len(found & words_of - scores.key_stems) >= min(2, len(found)))
        first = 4 if members and source.analysis.sentences[members[0]].span.covers(span) else 0
        worth = 4 * scores.section_text(sujet.text, section.keyphrases) + 2 * held + first + min(len(sujet.text) // 5, 8)
        form = LAST if len(found) < 2 or len(sujet.text) < 12 else NOUN if held >= 2 or first else TOPIC
        for filled in fill(book, "h2", "sujet", (sujet,), key):
            add(filled.text, filled.origin, form, worth - (0 if re.match(r"(?i)l[ea]s? |l['’]", sujet.text) else 8), filled.weight, (), span.start)
        if not scores.shares_keyphrase(sujet.text) and len(scores.key_stems) > 1 and re.match(r"l[ea]s? |l['’]", sujet.text) and not _names_person(source, scores.keyphrase):
            cle = keyphrase_slot(source, "cle", scores.keyphrase)
            for filled in fill(book, "h2", "cle-sujet", (cle, sujet), key):
                add(filled.text, filled.origin, form, worth - 3, filled.weight, (), span.start)
    phrases = section.keyphrases[:8] or source.analysis.keyphrases[:8]
    for rank, keyphrase in enumerate(phrases):
        if not keyphrase.spans or _names_person(source, keyphrase) or _negated(source, keyphrase):
            continue
        wanted = set(stems(keyphrase.text))
        held = sum(1 for words_of in texts.values() if wanted <= words_of)
        several = len(wanted) > 1 and not re.search(r"\d", keyphrase.text)
        for filled in fill(book, "h2", "cle", (keyphrase_slot(source, "cle", keyphrase),), key):
            add(filled.text, filled.origin, TOPIC if several else LAST, 4 * held - rank - (0 if several or keyphrase.text[:1].isupper() else 20), filled.weight, (), keyphrase.spans[0].start)
    return made


_DETERMINERS = ("le", "la", "les", "l'", "l’", "un", "une", "des")


def _core(tokens: tuple[Token, ...], noun: int, low: int, high: int) -> list[int]:
    """Return the tokens of a noun phrase without what is coordinated with it, apposed to it, or a clause: article, adjectives, complement with « de »."""
    inside = set(subtree(tokens, noun, low, high))
    for k in sorted(inside):
        if k != noun and tokens[k].dep in ("conj", "cc", "acl", "acl:relcl", "appos", "parataxis", "advcl", "punct", "case:conj") and tokens[k].head in inside | {k}:
            inside -= set(subtree(tokens, k, low, high)) | {k}
    first = last = noun
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > noun and tokens[last].pos in ("ADP", "DET", "CCONJ", "PUNCT"):
        last -= 1
    return list(range(first, last + 1))


def _asserted(source: Source, sentence: int, noun: int) -> bool:
    """Return whether the noun is subject or object of what the newspaper asserts: « des violences » of « pour prévenir des violences » did not happen."""
    token = source.analysis.tokens[noun]
    for clause in source.clauses_of.get(sentence, ()):
        if clause.verb.covers(source.analysis.tokens[token.head].span):
            return token.dep in ("nsubj", "nsubj:pass", "obj") and clause.commitment in ("asserted", "future") and not clause.negated and clause.lemma not in CLOSING and not clause.statements
    return False


def quoted(source: Source, quote: Quote) -> list[tuple[Slot, ...]]:
    """Return speaker and words of a quote short enough to head a section: a whole clause, or the noun phrase that the source quotes as such; empty if it is not."""
    entity = source.entity(quote.speaker)
    if entity is None or len(quote.content) != 1:
        return []
    words = quote.content[0].of(source.text).strip()
    if not 14 <= len(words) <= 50 or re.search(r"[\[(…«»\"]|^\W*(?:et|mais|donc|car|il|elle|ils|elles|ça|cela|c['’]|y|en|je|j['’]|nous|qu['’]|que)(?!\w)|\b(?:cela|ça|celui|celle)\b", words.lower()):
        return []
    if not quote.whole and (len(words.split()) < 3 or not re.match(r"(?:une?|l[ea]s?|des|de|aucune?) |l['’]", words.lower()) or re.search(r"\b(?:qui|que|à|de|du|des|et|par|pour)$", words.lower())):
        return []
    if entity.kind == "person":
        locuteur: Slot | None = span_slot(source, "locuteur", entity.name, entity=entity.id)
    else:
        spoken = next((statement for statement in source.analysis.statements if statement.quote == quote.id and statement.speaker == quote.speaker), None)
        locuteur = speaker_slot(source, "locuteur", spoken) if spoken is not None else None
    return [(locuteur, span_slot(source, "citation", quote.content[0]))] if locuteur is not None else []


def noun_phrases(source: Source, members: list[int]) -> list[Span]:
    """Return the noun phrases of the sentences ``members`` that can name a section: a definite noun with its complement, whole, no person, nothing that leans on the text before."""
    tokens = source.analysis.tokens
    found: dict[str, Span] = {}
    for i in members:
        sentence = source.analysis.sentences[i]
        low, high = sentence.tokens
        for j in range(low, high):
            token = tokens[j]
            if token.pos != "NOUN" or not any(tokens[k].head == j and tokens[k].pos == "DET" and tokens[k].span.of(source.text).lower() in _DETERMINERS for k in range(max(low, j - 3), j)):
                continue
            inside = _core(tokens, j, low, high)
            span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
            words = span.of(source.text)
            if not 7 <= len(words) <= 60 or not stems(words) or not words.lower().startswith(("le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ")):
                continue
            if re.search(r"[,«»():;\"\n\d]", words) or in_quotes(source, span) or any(tokens[k].pos in ("PRON", "VERB", "AUX", "ADV", "CCONJ", "SCONJ") for k in inside):
                continue
            if re.search(r"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces|même|autres?|dernière?s?|deux|trois|suivante?s?|précédente?s?|fait|fois|part|cours|cas|cadre|sein|suite|lieu|entre|reste|ensemble|président|présidente|ministre|chef|trésorier|trésorière|député|députée|maire|porte-parole|directeur|directrice|candidat|candidate|ancien|ancienne|secrétaire)\b", words.lower()):
                continue
            if any(time.span.overlaps(span) for time in source.analysis.times if time.sentence == i) or any(
                entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities
            ):
                continue
            if not words.lower().startswith(("le ", "la ", "les ", "l'", "l’")) and not _asserted(source, i, j):
                continue
            following = source.text[span.end : span.end + 4].lower()
            if re.match(r" (?:d[eu]s?\b|d['’])", following):
                continue  # the parser cut it short
            found.setdefault(words.lower(), span)
    return list(found.values())


def _members(source: Source, start: int, end: int) -> list[int]:
    """Return the sentences of the paragraphs ``start`` to ``end`` that may be told."""
    return [i for i, sentence in enumerate(source.analysis.sentences) if start <= sentence.paragraph < end and source.is_matter(i)]


#: Below this worth a clause is too slight, or too much cut, to be preferred to a question or a noun phrase.
WORTH_HEADING = 24
_SLIGHT = frozenset(["être", "avoir", "sembler", "faire", "rester", "devenir", "pouvoir", "devoir", "aller", "attirer", "trouver", "connaître", "permettre"])


def clause_heads(source: Source, scores: Scores, lines: tuple[Headline, ...], members: list[int]) -> list[tuple[Headline, int]]:
    """Return the headlines that can head the sentences ``members``, each with what it is worth there: how central it is, where it stands, what it costs."""
    found = []
    for line in lines:
        if line.clause.sentence not in members or not 18 <= len(line.text) <= HEADING_CHARACTERS or not _heads(source, line):
            continue
        found.append((line, _worth(source, scores, line, members)))
    return found


def _worth(source: Source, scores: Scores, line: Headline, members: list[int]) -> int:
    """Return the worth of a headline over ``members``: central to them, early, about what happened, named, of a good length, little cut, not the title again."""
    clause, text = line.clause, line.text
    worth = 24 + _centrality(source, scores, text, clause.sentence, members) // 5
    position = members.index(clause.sentence)
    worth += 10 if position == 0 else 5 if position <= 2 else 0
    worth += 6 if clause.kind else 0
    worth += 5 if clause.subject_entity is not None else 0
    worth += min(scores.text(text) // 3, 8) + min(len(text) // 6, 10)
    worth -= 2 * line.cost
    worth -= 8 if clause.lemma in _SLIGHT and not clause.kind and not clause.passive else 0
    subject = clause.subject.of(source.text) if clause.subject is not None else ""
    worth -= 6 if len(stems(subject)) < 2 and clause.subject_kind == "noun" else 0
    worth -= 6 if _TIME_LEAD.match(text) else 0
    worth -= 12 if len(stems(text)) < 4 else 0
    title = set(stems(source.analysis.article.title.of(source.text))) if source.analysis.article.title is not None else set()
    own = set(stems(text))
    if title and own and 100 * len(own & title) >= 60 * len(own):
        worth -= 18  # the reader has just read it
    return worth


def has_head(source: Source, scores: Scores, lines: tuple[Headline, ...], start: int, end: int) -> bool:
    """Return whether a clause can well head the paragraphs ``start`` to ``end``."""
    members = _members(source, start, end)
    return bool(members) and any(worth >= WORTH_HEADING for _, worth in clause_heads(source, scores, lines, members))


def block_headings(source: Source, book: Rulebook, block: str, keyphrases: tuple[Keyphrase, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h2 of a block («who», «qa»…): its subject, and what it gives."""
    made: list[Candidate] = []
    main, named = subject_of(source, book)
    for rank, keyphrase in enumerate(keyphrases[:6]):
        slot: Slot = keyphrase_slot(source, "cle", keyphrase)
        for kind in ("future", "contested", "open", "other") if block == "conclusion" else (main,):
            for filled in fill(book, "h2", f"bloc-{block}", (slot, *named), key, kind):
                if len(filled.text) <= HEADING_CHARACTERS and title_width(filled.text) <= 700 and not stutters(filled.text):
                    item = passage(block, "h2", filled.text, filled.origin)
                    made.append(Candidate(f"h2:{block}", (item,), (), (-rank, filled.priority, filled.weight), 0, tags=(kind,)))
    return made


def _names_person(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is (part of) a person's name: « John Kirby : ce que dit l’Iran » would not be understood."""
    return any(entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities for span in keyphrase.spans[:3])


def _negated(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase stands behind « sans », « aucun », « pas de » wherever it stands: alone it would say the contrary."""
    return all(re.search(r"\b(?:sans|aucune?|ni|pas (?:de|d['’])|plus (?:de|d['’])|non)\s*$", source.text[max(0, span.start - 12) : span.start].lower()) for span in keyphrase.spans)


def _heads(source: Source, line: Headline) -> bool:
    """Return whether a headline can head a section: an asserted clause that the next sentence does not go on to limit (« toutefois… »)."""
    if set_against(source, line.clause):
        return False
    if line.clause.commitment in ("asserted", "future") and line.clause.sentence + 1 < len(source.analysis.sentences):
        following = source.analysis.sentences[line.clause.sentence + 1]
        opening = following.span.of(source.text)[:60].lower()
        if following.paragraph == source.analysis.sentences[line.clause.sentence].paragraph and re.search(r"\b(?:mais|toutefois|cependant|néanmoins|pourtant|en revanche)\b", opening):
            return False
    return True


def _centrality(source: Source, scores: Scores, text: str, sentence: int, members: list[int]) -> int:
    """Return in percent how many of the section's other sentences share a content word with ``text``, the focus keyphrase's own words not counted."""
    own = set(stems(text)) - scores.key_stems
    others = [set(stems(source.analysis.sentences[i].span.of(source.text))) for i in members if i != sentence]
    return 100 if not others else 100 * sum(1 for other in others if own & other) // len(others)


def _voice(source: Source, members: list[int]) -> int | None:
    """Return who speaks in half or more of the section's sentences, at least two; None where nobody does."""
    counts: dict[int, set[int]] = {}
    for statement in source.analysis.statements:
        if statement.sentence in members and statement.speaker is not None:
            counts.setdefault(statement.speaker, set()).add(statement.sentence)
    best = max(counts, key=lambda speaker: (len(counts[speaker]), -speaker), default=None)
    return best if best is not None and len(counts[best]) >= 2 and 5 * len(counts[best]) >= 2 * len(members) else None
