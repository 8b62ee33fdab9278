"""Candidates for « L’essentiel en bref »: who, what, when, where, the toll, the sentence… each as one fragment of one clause, under its label.

Every entry is read off the clause that tells the main event, or stands in the first paragraphs in a form that can mean nothing else (« quatre ans d’emprisonnement, dont deux avec sursis »).
What is not certain has no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Grammar, Slot, Span, Token
from seo_fr.propose.adjuncts import governed, happening
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import event_nouns
from seo_fr.propose.figure_entries import label_span
from seo_fr.propose.frames import fill, span_slot, speaker_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import capital
from seo_fr.propose.source import Source, Telling, finish, in_quotes, plain
from seo_fr.rulebook import Rulebook

#: Most words of a fragment.
LONGEST = 14
#: The labels in the order in which they stand.
LABELS = ("quoi", "qui", "condamne", "juridiction", "quand", "ou", "bilan", "age", "chiffre", "peine", "score", "vote", "montant", "pourquoi", "enquete", "suite", "annonce")
#: Labels of which a box has one.
_TAGS = {"annonce": "suite", "bilan-selon": "bilan", "bilan-dont": "bilan", "peine-dont": "peine"}
_DONT = re.compile(r",? dont (?=\w)")
_PAST = ("present", "perfect", "simple-past")
_WHERE = re.compile(r"(?:à|au|aux|en|dans|sur|sous|près|entre|non loin|au large|à proximité|au (?:nord|sud)|à l['’](?:est|ouest))\b", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"(?:(?:dans la nuit d[eu]|vers|le|ce|en|à|au mois de?|début|fin|mi-) ?)?$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:depuis |jusqu['’](?:à|au|en) )?(?:(?:le|ce|cette|dans la|vers|à|en|fin|début|mi-?) ?)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{1,2}(?:er)?|nuit|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|hier|aujourd['’]hui|\d{4})\b", re.IGNORECASE
)
_TERM = r"(?:(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|vingt-cinq|trente|\d+) (?:ans?|mois|années?))"
_PENALTY = re.compile(
    rf"(?<=\bà )(?:{_TERM} (?:d['’]emprisonnement|de prison|de réclusion criminelle|de détention)(?: (?:ferme|avec sursis|à perpétuité))?(?:,? dont {_TERM.replace(' (?:ans?|mois|années?)', '(?: (?:ans?|mois))?')}(?: de prison)?(?: (?:ferme|fermes|avec sursis))?)?"
    rf"|la réclusion criminelle à perpétuité|la prison à vie|la peine de mort)(?=\s*(?:$|[.;]|pour\b|par\b|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|,(?! (?:dont|et|assorti|avec|ainsi|mais)\b)))",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w./-])\d{1,3} ?[-–] ?\d{1,3}(?![\w./-])")
_BALLOT = re.compile(
    r"(?:(?<=\bpar )|(?<=\bà ))\d[\d \u00a0\u202f.]* voix (?:pour et \d[\d \u00a0\u202f]* contre|(?:pour )?contre \d(?:[\d \u00a0\u202f]*\d)?)(?: voix)?(?:(?:,? avec|,| et) \d+ abstentions?)?"
    r"|(?<=\bavec )\d[\d,]*[ \u00a0\u202f]?% des (?:voix|suffrages)(?: exprimés)?"
)
_TOLL_NOUN = r"(?:morts?|blessés?|disparus?|décès|sinistrés?)"
_TOLL_MORE = re.compile(rf"(?:,? (?:et|dont) (?:au moins |environ |près de )?[\w-]+(?: autres)? (?:personnes? )?{_TOLL_NOUN}(?: (?:graves?|légers?|grièvement|légèrement))?|,? dont (?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) (?:grièvement|gravement|dans un état (?:grave|critique|sérieux)))+")
_DOES = re.compile(r"(?:(?<![\w-])(?:faisant|a fait|ont fait|fait|causant|a causé|ont causé|provoquant)) $")
_HARMED = re.compile(r"(?:tu|bless|hospitalis|évacu|interpell|décéd|noy|intoxiqu)(?:és|ées)$|mort(?:s|es)$|disparu(?:s|es)$")
_INSTITUTION = re.compile(r"(?:le |la |les |l['’])(?:ancien(?:ne)? )?(?:musée|théâtre|école|lycée|collège|hôpital|clinique|usine|aéroport|gare|pont|passerelle|stade|piscine|bibliothèque|médiathèque|festival|salon|cathédrale|centrale|ligne|route|tunnel|procès|concert|exposition)\b")
_REASON = re.compile(
    r"(?:pour des raisons? [\w’' -]+|en raison (?:de|du|des|d['’])[\w’' -]+|à cause (?:de|du|des|d['’])[\w’' -]+|faute (?:de |d['’])[\w’' -]+"
    r"|pour (?:réclamer|demander|exiger|protester contre|dénoncer|défendre|obtenir|soutenir|célébrer|fêter) [\w’' ,-]+)$"
)
_CRIME = re.compile(r"(?<=[ ,])pour (?!(?:la|le|une?) (?:première|deuxième|troisième)|\w+ (?:ans?|mois|jours?)\b)[\w’' -]+$")
_OPENED = re.compile(r"(?:une|l['’]) ?(?:enquête|information judiciaire)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry: its label, its slots, the clause it is of."""

    label: str
    slots: tuple[Slot, ...]
    clause: Clause
    worth: int = 0


def brief(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the entries of the fact box that are certain, at most a few per label, in the order of the labels."""
    made: list[Candidate] = []
    main = main_clause(source, scores)
    for fact in _facts(source, book, main, told):
        words = sum(count_words(slot.text) for slot in fact.slots)
        if words > LONGEST or any(not _sound(slot.text) for slot in fact.slots):
            continue
        for filled in fill(book, "brief", fact.label, fact.slots, key):
            item = passage("brief", "bullet", filled.text, filled.origin, (fact.clause.id,))
            made.append(Candidate("brief", (item,), (fact.clause.id,), (fact.worth, filled.priority, filled.weight), LABELS.index(fact.label.removesuffix("-selon").removesuffix("-dont")), None, (f"brief:{_TAGS.get(fact.label, fact.label)}", "again")))
    return made


def main_clause(source: Source, scores: Scores) -> Clause | None:
    """Return the clause that tells the main event: the first of the body that says something of the title; without a title the very first. None where it is doubtful."""
    first = source.first_sentence
    for index in range(first, min(first + 3, len(source.analysis.sentences))):
        sentence = source.analysis.sentences[index]
        if sentence.doubtful or sentence.paragraph < 0 or not source.is_matter(index):
            continue
        for clause in source.clauses_of.get(index, ()):
            if source.analysis.article.title is not None and scores.title_share(clause.span.of(source.text)) < 2:
                continue
            return clause if not clause.negated and clause.commitment != "denied" else None
    sentence = source.analysis.sentences[first]
    opening = next(iter(source.clauses_of.get(first, ())), None)
    if opening is None or sentence.doubtful or opening.negated or opening.commitment != "asserted" or scores.title_share(opening.span.of(source.text)) < 1 or not source.is_matter(first):
        return None
    return opening


def _sound(text: str) -> bool:
    """Return whether a fragment says something by itself: marks in pairs, no pronoun, nothing that points back, nothing left open at its end."""
    flat = plain(text)
    if any(text.count(a) != text.count(b) for a, b in ("()", "«»")) or re.search(r"[:;…]|,$", text):
        return False
    if re.search(r"(?<![\w-])(?:il|elle|ils|elles|lui|eux|celui|celle|ceux|celles|son|sa|ses|leur|leurs|ce|cet|cette|ces|notre|nos|dernier jour|même|autres?|précédente?s?|suivante?s?|lendemain|veille)(?![\w-])", re.sub(r"ce (?=lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week)", "", flat)):
        return False
    return re.search(r"(?:\b(?:le|la|les|de|du|des|à|au|aux|en|et|ou|que|qui|dans|pour|par|sur|dont)|['’])$", flat) is None


def _facts(source: Source, book: Rulebook, main: Clause | None, told: tuple[Telling, ...]) -> Iterator[Fact]:
    if main is not None:
        yield from _what(source, book, main)
        yield from _who(source, book, main)
    if main is not None and main.commitment in ("asserted", "attributed", "future"):
        yield from _when(source, main)
        yield from _where(source, book, main)
        yield from _why(source, main)
        yield from _number(source, main)
        yield from _reported_toll(source, main)
    early = [clause for clause in source.analysis.clauses if 0 <= clause.sentence - source.first_sentence < 4]
    for rank, clause in enumerate(early):
        if clause.negated or clause.commitment != "asserted" or clause.tense not in _PAST or clause.statements:
            continue
        for fact in (*_toll(source, clause), *_told_in(source, main, clause)):
            yield Fact(fact.label, fact.slots, clause, -rank)
    yield from _inquiry(source)
    yield from _next(source)
    yield from _announced(source, told)


# ------------------------------------------------------------------------------------------------------ the main event


def _phrase(source: Source, span: Span) -> Span | None:
    """Return a noun phrase as far as it names: without what follows its first comma; None where a clause stands in it before that."""
    text = source.text
    words = span.of(text)
    comma = re.search(r",(?!\d)", words)
    cut = Span(span.start, span.start + len(words[: comma.start()].rstrip())) if comma is not None else span
    tail = words[comma.end() :] if comma is not None else ""
    if re.search(r"(?<![\w-])(?:qui|que|dont|où|lequel|laquelle)(?![\w-])|qu['’]|[«»:;]", cut.of(text)) or re.match(r"\s*(?:et|ou|mais)\b|\s*(?!.*\b(?:qui|dont|où)\b)[^,]*\bet\b", tail) and not re.match(r"\s*[a-zàâéèêëîïôûùç]", tail):
        return None
    if any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(cut)) or in_quotes(source, cut):
        return None
    if comma is not None and (re.search(r"\b(?:et|ou)\b", tail) and "," in tail or re.match(r"\s*(?:le|la|les|l['’]|un|une|des|deux|trois|\d)", tail) and not re.match(r"\s*(?:le|la|l['’]|un|une)\s?[\w-]+ (?:de|du|des|d['’])", tail)):
        return None  # a list
    return cut


def _head(source: Source, span: Span) -> Token | None:
    """Return the noun or name that a phrase is about."""
    for token in source.tokens_in(span):
        if token.pos in ("NOUN", "PROPN") and not span.covers(source.analysis.tokens[token.head].span):
            return token
    return next((token for token in source.tokens_in(span) if token.pos in ("NOUN", "PROPN")), None)


def _what(source: Source, book: Rulebook, clause: Clause) -> Iterator[Fact]:
    """An event that is the subject (« Une violente explosion »), or what is announced, adopted, signed."""
    events = event_nouns(book)
    if clause.subject is not None and clause.subject_kind in ("noun", "name") and len(clause.subject):
        span = _phrase(source, clause.subject)
        head = _head(source, span) if span is not None else None
        if span is not None and head is not None and head.lemma.lower() in events and count_words(span.of(source.text)) > 1 and (" " in span.of(source.text).split(" ", 1)[-1]):
            yield Fact("quoi", (span_slot(source, "fragment", span, capital(source, span)),), clause, 10)
        elif span is not None and head is not None and _is_thing(source, clause, head, span):
            yield Fact("quoi", (span_slot(source, "fragment", span, capital(source, span)),), clause, 8)
    if clause.passive or clause.statements and clause.lemma != "annoncer" or clause.lemma not in listed_as("brief-object") or clause.tense not in (*_PAST, "future"):
        return
    tokens = source.analysis.tokens
    for index, token in enumerate(tokens):
        if token.dep == "obj" and clause.verb.covers(tokens[token.head].span) and clause.span.covers(token.span) and token.pos == "NOUN":
            whole = _subtree(source, index)
            if whole is None or any(time.span.overlaps(whole) and time.span.start <= whole.start for time in source.analysis.times) or not re.match(r"(?:le|la|les|un|une|des|deux|trois|quatre|\d+)\s|l['’]", plain(whole.of(source.text))) or whole.start < clause.verb.end:
                continue
            span = _phrase(source, whole)
            if span is not None and count_words(span.of(source.text)) > 2:
                yield Fact("quoi", (span_slot(source, "fragment", span, capital(source, span)),), clause, 6)


_PERSONS = re.compile(r"(?:eurs?|euses?|trices?|istes?|iens?|iennes?|iers|ières|ants|antes|ards?|ots)$")


def _is_thing(source: Source, clause: Clause, head: Token, span: Span) -> bool:
    """Return whether a subject is a thing that its own words tell apart: « La passerelle des Tisserands », no person nor body that acts, no pronoun, no bare noun."""
    words = plain(span.of(source.text))
    if _PERSONS.search(head.span.of(source.text).lower()) is not None:
        return False  # « Les handballeuses de Lens » are who, not what
    if _INSTITUTION.match(words) is not None and count_words(words) > 2:
        return True
    entity = source.entity(clause.subject_entity)
    if entity is not None and entity.kind in ("person", "organisation", "country") or head.pos != "NOUN" or head.lemma.lower() in listed_as("actor"):
        return False
    return re.match(r"(?:le|la|les)\s|l['’]", words) is not None and (count_words(words) > 3 and re.search(r"(?<!\w)(?:de|du|des|d['’])", words) is not None or any(token.pos == "PROPN" for token in source.tokens_in(span)) or any(span.covers(mention.span) for found in source.analysis.entities for mention in found.mentions))


def _subtree(source: Source, root: int) -> Span | None:
    """Return what hangs on a token, if it is all of one piece; None if not."""
    tokens = source.analysis.tokens
    inside = {root}
    low, high = max(0, root - 40), min(len(tokens), root + 40)
    for _ in range(6):
        inside |= {i for i in range(low, high) if tokens[i].head in inside}
    ordered = sorted(inside)
    if ordered != list(range(ordered[0], ordered[-1] + 1)):
        return None
    while ordered and tokens[ordered[-1]].pos == "PUNCT" and tokens[ordered[-1]].span.of(source.text) not in ")»":
        ordered.pop()
    return Span(tokens[ordered[0]].span.start, tokens[ordered[-1]].span.end) if ordered else None


def _who(source: Source, book: Rulebook, clause: Clause) -> Iterator[Fact]:
    """The main clause's subject where it is somebody, or a body of people."""
    if clause.subject is None or clause.subject_kind not in ("name", "noun") or not len(clause.subject):
        return
    span = _phrase(source, clause.subject)
    if span is None or re.match(r"(?:aucun|nul|personne|ce|cet|cette|ces|son|sa|ses|leurs?|on|certain|celui|celle|ceux)\b", plain(span.of(source.text))):
        return
    head, entity = _head(source, span), source.entity(clause.subject_entity)
    named = entity is not None and entity.kind in ("person", "organisation", "country") and (span.covers(entity.name) or any(span.covers(mention.span) for mention in entity.mentions if mention.form in ("full", "short")))
    people = head is not None and head.pos == "NOUN" and head.lemma.lower() in listed_as("actor")
    if head is None or not named and not people or head.lemma.lower() in event_nouns(book) or _INSTITUTION.match(plain(span.of(source.text))):
        return
    if clause.lemma == "condamner" and not clause.passive:
        if re.match(r"(?:tribunal|cour)", head.lemma.lower()):
            yield Fact("juridiction", (span_slot(source, "fragment", span, capital(source, span)),), clause)
            yield from _convicted(source, clause)
        return
    if entity is not None and entity.kind == "person":
        if not any(span.covers(mention.span) for mention in entity.mentions if mention.form == "full"):
            slot = span_slot(source, "fragment", entity.name, entity=entity.id)
        else:
            slot = span_slot(source, "fragment", span, capital(source, span), entity=entity.id)
    elif not named and re.match(r"(?:le|la|l['’]) ?[\w-]+$", plain(span.of(source.text))):
        return  # « le conducteur »: of whom nothing is said
    else:
        slot = span_slot(source, "fragment", span, capital(source, span))
    yield Fact("qui", (slot,), clause)


def _convicted(source: Source, clause: Clause) -> Iterator[Fact]:
    """Whom a court sentences: the one person who is the object of its verb."""
    tokens = source.analysis.tokens
    for index, token in enumerate(tokens):
        if token.dep != "obj" or not clause.verb.covers(tokens[token.head].span) or not clause.span.covers(token.span):
            continue
        whole = _subtree(source, index)
        if whole is None:
            continue
        entity = next((found for found in source.analysis.entities if found.kind == "person" and found.gender and any(whole.covers(mention.span) for mention in found.mentions if mention.form == "full")), None)
        mention = next((mention.span for mention in entity.mentions if whole.covers(mention.span) and mention.form == "full"), None) if entity is not None else None
        if entity is None or mention is None or source.text[clause.verb.end : whole.start].strip() and not re.fullmatch(r"\s*(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: \w+)?\s*", source.text[clause.verb.end : whole.start]):
            continue
        part = Span(whole.start, mention.end)
        yield Fact("condamne", (span_slot(source, "fragment", part, capital(source, part), Grammar(entity.gender, "s"), entity.id),), clause)


def _why(source: Source, clause: Clause) -> Iterator[Fact]:
    """The reason that the main clause gives at its end: « pour abus de confiance », « en raison du vent », « pour réclamer une hausse des salaires »."""
    if clause.complement is None or clause.negated or clause.statements:
        return
    found = _REASON.search(clause.span.of(source.text)) or (_CRIME.search(clause.span.of(source.text)) if clause.lemma == "condamner" else None)
    if found is None:
        return
    span = Span(clause.span.start + found.start(), clause.span.end)
    if span.start < clause.verb.end or in_quotes(source, span) or count_words(span.of(source.text)) > LONGEST:
        return
    yield Fact("pourquoi", (span_slot(source, "fragment", span, capital(source, span)),), clause)


def _when(source: Source, clause: Clause) -> Iterator[Fact]:
    """The day of the main event as the source writes it, with the hour that stands beside it."""
    for time in source.analysis.times:
        if time.clause != clause.id or time.kind == "duration" or not clause.span.covers(time.span) or in_quotes(source, time.span):
            continue
        led = clause.lead is not None and clause.lead.covers(time.span)
        if not led and time.span.start < clause.verb.start:
            continue  # in the subject, or in what hangs on it
        before = _BEFORE_TIME.search(source.text[max(clause.span.start, time.span.start - 18) : time.span.start])
        span = Span(time.span.start - (len(before.group()) if before is not None else 0), time.span.end)
        if re.match(r"\s*[–—-]", source.text[span.end :]) or not _DATED.match(span.of(source.text)) or re.fullmatch(r"(?i)(?:hier|aujourd['’]hui|demain)", span.of(source.text)) or not (clause.lead is not None and clause.lead.covers(span) or governed(source, clause, span) or _beside(source, clause, span)):
            continue
        if clause.lead is not None and clause.lead.covers(span) and re.search(r"(?i)\b(?:avant|après|d['’]ici|jusqu|dès|lors)", clause.lead.of(source.text)):
            continue
        if re.search(r"(?i)(?<![\w'’-])(?:avant|après|d['’]ici|dès|à partir d[eu]|pour|de|du|des|entre|et|à)\s*$", source.text[max(0, span.start - 14) : span.start]):
            continue
        tail = re.match(r" inclus\b", source.text[span.end :])
        span = Span(span.start, span.end + (tail.end() if tail is not None else 0))
        yield Fact("quand", (span_slot(source, "fragment", span, capital(source, span)),), clause, 5 if time.kind == "absolute" else 3 if time.kind == "relative" else 0)


def _beside(source: Source, clause: Clause, span: Span) -> bool:
    """Return whether a day surely dates the clause's verb though the parse hangs it elsewhere: nothing else there can be dated."""
    if clause.statements or clause.lemma in listed_as("brief-object") or span.start < clause.verb.end:
        return False
    if not re.match(r"(?:le )?\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", plain(span.of(source.text))):
        return False
    between = Span(clause.verb.end, span.start)
    if re.search(r"[,;:()«»]|\b(?:qui|que|dont|où|et|ou)\b|qu['’]", between.of(source.text)) or re.match(r"\s*(?:dernier|prochain|et|ou|à (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b", source.text[span.end :]):
        return False
    return not any(token.pos in ("VERB", "AUX") or token.feature("VerbForm") for token in source.tokens_in(between))


def _where(source: Source, book: Rulebook, clause: Clause) -> Iterator[Fact]:
    """Where the main event takes place: an adjunct of its verb, or of the event that is its subject, in which a place is named."""
    if clause.statements or clause.lemma in ("demander", "appeler", "donner", "répondre", "reprocher", "proposer", "imposer", "opposer", "condamner", "interdire", "vendre", "céder", "livrer"):
        return
    tokens = source.analysis.tokens
    events = event_nouns(book)
    days = {slot.source[0].end for fact in _when(source, clause) for slot in fact.slots}
    for entity in source.analysis.entities:
        if entity.kind not in ("place", "country"):
            continue
        for mention in entity.mentions:
            near = re.search(r"\s(?:à|au|aux|en|près d[eu]|près d['’]|dans le|dans la|dans les|dans l['’])\s?$", source.text[clause.span.start : mention.span.start])
            if near is not None and clause.span.covers(mention.span) and mention.form == "full" and not in_quotes(source, mention.span) and clause.span.start + near.start() in days and not re.match(r"[\w-]| d[eu]\b| et\b|['’]", source.text[mention.span.end :]):
                span = Span(clause.span.start + near.start() + 1, mention.span.end)
                yield Fact("ou", (span_slot(source, "fragment", span, capital(source, span)),), clause, 3)
                continue
            if not clause.span.covers(mention.span) or mention.form not in ("full", "short") or in_quotes(source, mention.span):
                continue
            index = next((i for i, token in enumerate(tokens) if token.span.start >= mention.span.start), None)
            top = None
            for _ in range(6):
                if index is None or tokens[index].head == index:
                    break
                head = tokens[index].head
                event = clause.subject is not None and clause.subject.covers(tokens[head].span) and tokens[head].lemma.lower() in events and tokens[index].dep.startswith(("nmod", "obl"))
                if clause.verb.covers(tokens[head].span) and (tokens[index].dep in ("obl:mod", "obl") or entity.kind == "place" and tokens[index].dep == "obl:arg") or event:
                    top = index
                    break
                if not clause.span.covers(tokens[head].span) or tokens[head].pos in ("VERB", "AUX", "ADJ"):
                    break
                index = head
            whole = _subtree(source, top) if top is not None else None
            if whole is None or not whole.covers(mention.span) or not clause.span.covers(whole) or not _WHERE.match(whole.of(source.text)):
                continue
            place = _phrase(source, whole)
            if place is None or not place.covers(mention.span) or re.match(r"(?:à|aux?) ", plain(place.of(source.text))) and entity.kind == "country" and tokens[top or 0].dep != "obl:mod":
                continue
            part = re.match(r" \([A-ZÀ-Ý][^()«»\d]{2,40}\)", source.text[place.end :])
            span = Span(place.start, place.end + (part.end() if part is not None else 0))
            yield Fact("ou", (span_slot(source, "fragment", span, capital(source, span)),), clause, 4 if entity.kind == "place" else 2)


# ------------------------------------------------------------------------------------------------------ what is counted


def _toll(source: Source, clause: Clause) -> Iterator[Fact]:
    """« Deux morts et six blessés » of what killed and hurt; « Deux personnes tuées » of what befell them."""
    text = source.text
    for figure in source.analysis.figures:
        if not clause.span.covers(figure.span) or figure.statement is not None or in_quotes(source, figure.span):
            continue
        label = label_span(figure)
        end = clause.span.end
        if figure.unit in listed_as("toll") and _DOES.search(text[max(clause.span.start, label.start - 14) : label.start]):
            more = _TOLL_MORE.match(text[label.end : end])
            span = Span(label.start, label.end + (more.end() if more is not None else 0))
            if re.match(r"\s*(?:$|,(?! (?:dont|et|mais))|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|à|en|dans|selon|près)\b)", text[span.end : end]):
                yield Fact("bilan", (span_slot(source, "fragment", span, capital(source, span)),), clause, 1)
                yield from _with_part(source, "bilan", span, clause)
        if clause.subject is not None and label.start == clause.subject.start and label.end == clause.subject.end:
            verbs = [token for token in source.tokens_in(clause.verb) if token.pos != "PUNCT"]
            if verbs and verbs[-1].pos in ("VERB", "ADJ") and _HARMED.match(plain(verbs[-1].span.of(text))) and all(token.lemma in ("être", "avoir") or token is verbs[-1] for token in verbs):
                drop = Edit("drop", "auxiliaire-tu", Span(label.end, verbs[-1].span.start), " ")
                span = Span(label.start, verbs[-1].span.end)
                yield Fact("bilan", (span_slot(source, "fragment", span, (*capital(source, span), drop)),), clause)


def _reported_toll(source: Source, clause: Clause) -> Iterator[Fact]:
    """« Deux ouvriers sont morts, a indiqué la préfecture » → « Deux ouvriers morts, selon la préfecture »: the toll with who gives it."""
    statements = [statement for statement in source.analysis.statements if statement.id in clause.statements]
    if len(statements) != 1 or statements[0].cls not in ("say", "announce") or statements[0].remove != 1 or statements[0].commitment != "attributed" or clause.subject is None or clause.negated:
        return
    speaker = speaker_slot(source, "locuteur", statements[0])
    label = next((label_span(figure) for figure in source.analysis.figures if label_span(figure) == clause.subject), None)
    verbs = [token for token in source.tokens_in(clause.verb) if token.pos != "PUNCT"]
    if speaker is None or label is None or not verbs or not _HARMED.match(plain(verbs[-1].span.of(source.text))) or not all(token.lemma in ("être", "avoir") or token is verbs[-1] for token in verbs):
        return
    span = Span(label.start, verbs[-1].span.end)
    drop = Edit("drop", "auxiliaire-tu", Span(label.end, verbs[-1].span.start), " ")
    yield Fact("bilan-selon", (span_slot(source, "fragment", span, (*capital(source, span), drop)), speaker), clause)


def _number(source: Source, clause: Clause) -> Iterator[Fact]:
    """The one number of the main clause, with what it counts; and how old somebody was who died."""
    text = source.text
    if clause.lemma in ("mourir", "décéder", "éteindre", "disparaître"):
        found = re.search(r"(?<=à l['’]âge de )\d{1,3}[ \u00a0]ans", clause.span.of(text))
        if found is not None:
            span = Span(clause.span.start + found.start(), clause.span.start + found.end())
            yield Fact("age", (span_slot(source, "fragment", span),), clause)
    counted = [figure for figure in source.analysis.figures if clause.span.covers(figure.span) and re.search(r"\d", figure.number.of(text))]
    if len(counted) != 1 or counted[0].counted is None or counted[0].statement is not None or clause.statements or clause.commitment != "asserted" or in_quotes(source, counted[0].span):
        return
    span = label_span(counted[0])
    if counted[0].unit in ("an", "année", "mois", "jour", "heure", "minute", "semaine", "%") or span.start < clause.verb.end or re.search(r"\b(?:de|du|des|que|plus|moins|sur|à)\s*$|d['’]$", text[max(0, span.start - 6) : span.start]):
        return
    if re.match(r"\s*(?:sur|dont|par|et|ou|de|d['’]|du|des)\b", text[span.end :]) or count_words(span.of(text)) < 2 or re.match(r"\d{4}\b", span.of(text)):
        return
    yield Fact("chiffre", (span_slot(source, "fragment", span, capital(source, span)),), clause)


def _with_part(source: Source, label: str, span: Span, clause: Clause) -> Iterator[Fact]:
    """« Trois ans de prison (deux avec sursis) », « Deux morts et dix blessés (quatre grièvement) »: what « dont » sets apart, in brackets."""
    found = _DONT.search(span.of(source.text))
    if found is None or len(_DONT.findall(span.of(source.text))) > 1:
        return
    whole, part = Span(span.start, span.start + found.start()), Span(span.start + found.end(), span.end)
    yield Fact(f"{label}-dont", (span_slot(source, "fragment", whole, capital(source, whole)), span_slot(source, "part", part)), clause)


def _told_in(source: Source, main: Clause | None, clause: Clause) -> Iterator[Fact]:
    """A sentence passed, a score, a vote, a price, where the clause gives one and no other."""
    text, words = source.text, clause.span.of(source.text)
    for label, pattern, wanted in (
        ("peine", _PENALTY, clause.lemma in ("condamner", "écoper", "infliger") and main is not None and clause.sentence == main.sentence),
        ("score", _SCORE, main is not None and clause.sentence == main.sentence and clause.lemma in listed_as("wins")),
        ("vote", _BALLOT, main is not None and clause.sentence == main.sentence),
    ):
        found = list(pattern.finditer(words)) if wanted else []
        if len(found) == 1:
            span = Span(clause.span.start + found[0].start(), clause.span.start + found[0].end())
            if not in_quotes(source, span) and count_words(span.of(text)) <= LONGEST:
                yield Fact(label, (span_slot(source, "fragment", span, capital(source, span)),), clause, 1)
                if label == "peine":
                    yield from _with_part(source, label, span, clause)
    if main is not None and clause.id == main.id and clause.lemma in listed_as("buys"):
        money = [figure for figure in source.analysis.figures if clause.span.covers(figure.span) and figure.unit in ("euro", "dollar")]
        if len(money) == 1 and re.search(r"\bpour\s$", text[max(0, money[0].span.start - 6) : money[0].span.start]):
            yield Fact("montant", (span_slot(source, "fragment", money[0].span, capital(source, money[0].span)),), clause)


# ------------------------------------------------------------------------------------------------------ what follows


def _inquiry(source: Source) -> Iterator[Fact]:
    """« Une enquête a été ouverte pour homicides involontaires » → « Ouverte pour homicides involontaires »."""
    for clause in source.analysis.clauses:
        if clause.negated or not clause.passive or clause.tense != "perfect" or clause.commitment != "asserted" or clause.subject is None or clause.lemma not in ("ouvrir", "confier"):
            continue
        if not _OPENED.match(clause.subject.of(source.text)) or count_words(clause.subject.of(source.text)) > 3 or clause.complement is None:
            continue
        verb = next((token for token in source.tokens_in(clause.verb) if token.pos == "VERB" or token.feature("VerbForm") == "Part" and token.pos != "AUX"), None)
        if verb is None or not re.match(r"(?:ouverte|confiée)s?$", plain(verb.span.of(source.text))):
            continue
        comma = re.search(r",", clause.complement.of(source.text))
        end = clause.complement.start + comma.start() if comma is not None else clause.complement.end
        span = Span(verb.span.start, end)
        if count_words(span.of(source.text)) > 2 and (comma is None or not re.match(r", (?:et|ou|\w+ et)\b", source.text[end:])):
            yield Fact("enquete", (span_slot(source, "fragment", span, capital(source, span)),), clause)


def _next(source: Source) -> Iterator[Fact]:
    """« Les demi-finales auront lieu les 1er et 2 avril » → « Les demi-finales, les 1er et 2 avril »."""
    for clause in source.analysis.clauses:
        if clause.tense not in ("future", "near-future") or clause.statements or clause.subject is None:
            continue
        for time in source.analysis.times:
            if time.clause != clause.id or time.kind == "duration" or not clause.span.covers(time.span):
                continue
            before = re.search(r"(?:le|les|en|du|à) $", source.text[max(clause.span.start, time.span.start - 4) : time.span.start])
            adjunct = Span(time.span.start - (len(before.group()) if before is not None else 0), time.span.end)
            subject = happening(source, clause, adjunct)
            if subject is None or _phrase(source, subject) != subject:
                continue
            yield Fact("suite", (span_slot(source, "fragment", subject, capital(source, subject)), span_slot(source, "date", adjunct)), clause)


def _announced(source: Source, told: tuple[Telling, ...]) -> Iterator[Fact]:
    """A short sentence that tells what will happen on a day (« Le conseil votera le budget mardi »), whole."""
    for telling in told:
        if not telling.strict or len(telling.clauses) != 1 or telling.sentences != 1 or telling.words > LONGEST:
            continue
        clause = source.clause[telling.clauses[0]]
        if clause.tense != "future" or clause.statements or clause.negated or clause.commitment not in ("asserted", "future") or clause.subject is None or clause.subject_kind == "none":
            continue
        if not any(time.clause == clause.id and time.kind != "duration" and telling.span.covers(time.span) and (governed(source, clause, time.span) or time.span.start > clause.verb.end and not re.search(r"\w", source.text[time.span.end : clause.span.end]) or clause.lead is not None and clause.lead.covers(time.span)) for time in source.analysis.times):
            continue
        end = telling.span.end
        while end > telling.span.start and source.text[end - 1] in ". \u00a0\u202f":
            end -= 1
        edits = [edit for edit in telling.edits if edit.kind not in ("typography", "period") and edit.rule != "majuscule-initiale" and edit.span.end <= end]
        done = finish(source, Span(telling.span.start, end), edits, final=False)
        if done is not None:
            yield Fact("annonce", (Slot("fragment", done[2], (done[0],), edits=done[1]),), clause)
