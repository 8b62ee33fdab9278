"""Whether a telling, away from its place, would be read of something else: a legend of a picture, a time counted from what is not told, an « his » whose owner is elsewhere, an answer to a year."""

from __future__ import annotations

import re

from seo_fr.analyse.obstacles import lexicon as anaphors
from seo_fr.model import Span, Token
from seo_fr.propose.source import Source, Telling, in_quotes, plain
from seo_fr.propose.standing_words import QUOTED, known, unquoted, words_of_role
from seo_fr.rulebook import load

_UPDATED = re.compile(r"(?:mise à jour|mis à jour|actualisé|dernière minute|crédits?|légende|sources?)\b ?(?:photo )?(?:[:—–-]|à \d|le \d)")
_COUNTED_TIME = re.compile(r"\b(?:ans|années|mois|semaines|jours|heures|minutes) (?:plus tard|plus tôt|auparavant)\b")
_LIKE_YEAR = re.compile(r"comme (?:déjà )?en ((?:19|20)\d\d)\b")
_OPENS_PAST = re.compile(r"\b(?:le|la|l') ?future? (\w+)")
_MOST = re.compile(r"(?:le|la|les) (?:plus|moins) \w+ (?:est|sont|était|étaient|serait|seraient|reste|restent|a été|ont été)\b")
_CUT_AT_EAST = re.compile(r"\s*(?:\([^()]*\))?\s*,?\s*(?:et|ou|ni) l['’]est (?:de|du|des|d['’])", re.IGNORECASE)
_EAST = re.compile(r"^(?:\w+ ){1,2}l'est (?:de la|de l'|du|des) ")
_CONCERNED = re.compile(r"\b(?:les|des|aux) (?:\w+ ){1,2}(?:concernée?s|précitée?s|susmentionnée?s|en question)\b(?! (?:par|aux?)\b)|\b(?:sont|étaient|seraient|seront) (?:ainsi |directement )?concernée?s\s*[.;,]?\s*$")
_PERSONAL = frozenset("il elle ils elles qui dont on".split())
_FEMININE = re.compile(r"(?:ienne|oise|aise|ote|gnole)$")
_MASCULINE = re.compile(r"(?:ien|ois|ais|gnol)$")


def out_of_place(source: Source, telling: Telling) -> bool:
    """Return whether the telling would mean something else, or nothing, where nothing stands before it."""
    words = unquoted(telling.text)
    if _UPDATED.match(words) or _MOST.match(words) or _CUT_AT_EAST.match(source.text, telling.span.end) or _EAST.search(words) or _CONCERNED.search(words) or known()["apparatus"].search(words) or _is_legend(source, telling):
        return True
    if _counts_from_elsewhere(source, telling) or _answers_a_year(source, telling, words) or _owner_is_elsewhere(source, telling):
        return True
    return _of_a_region(source, telling) or _yet_to_come(source, telling, words)


def _is_legend(source: Source, telling: Telling) -> bool:
    """« Rassemblement place Carnot à Lens, le soir du drame. »: a paragraph that begins with a bare noun and has no verb but one that the parse made of a noun."""
    sentence = source.analysis.sentences[telling.sentence]
    first = source.analysis.tokens[sentence.tokens[0]]
    alone = sum(1 for other in source.analysis.sentences if other.paragraph == sentence.paragraph) == 1
    if not alone or first.pos not in ("NOUN", "VERB", "ADJ", "PROPN") or telling.span.start != sentence.span.start:
        return False
    clause = source.clause.get(telling.clauses[0])
    if clause is None or clause.subject is None or clause.subject_kind == "name" or clause.subject.start != sentence.span.start:
        return False
    tokens = source.tokens_in(clause.subject)
    return bool(tokens) and not any(token.pos in ("DET", "NUM", "PRON") for token in tokens[:2]) and first.pos == "NOUN" and "," not in clause.subject.of(source.text)


def _counts_from_elsewhere(source: Source, telling: Telling) -> bool:
    """« mais celui, trente ans plus tard, de Paul Morel est estimé… »: nothing told before it says from when."""
    sentence = source.analysis.sentences[telling.sentence].span
    for match in _COUNTED_TIME.finditer(plain(sentence.of(source.text))):
        place = Span(sentence.start + match.start(), sentence.start + match.end())
        if not telling.span.covers(place) or in_quotes(source, place) or any(edit.kind == "drop" and edit.span.overlaps(place) for edit in telling.edits):
            continue
        if any(time.sentence == telling.sentence and telling.span.start <= time.span.start and time.span.end <= place.start and not time.span.overlaps(place) and time.kind != "duration" for time in source.analysis.times):
            continue
        told = [source.clause[c] for c in telling.clauses if c in source.clause]
        if any(clause.verb.end <= place.start and not clause.negated for clause in told):
            continue
        if any(token.pos == "VERB" and token.feature("VerbForm") in ("Fin", "Part") and not _negated(source, token, telling) for token in source.tokens_in(Span(telling.span.start, place.start))):
            continue
        return True
    return False


def _negated(source: Source, token: Token, telling: Telling) -> bool:
    before = plain(source.text[max(telling.span.start, token.span.start - 8) : token.span.start])
    return re.search(r"\b(?:ne|n')\s*$", before) is not None


def _answers_a_year(source: Source, telling: Telling, words: str) -> bool:
    """« Comme en 2013, Paul Morel est nommé alors que… »: what happened in 2013 was told before, of somebody else."""
    found = _LIKE_YEAR.match(words)
    return found is not None and re.search(rf"\b{found.group(1)}\b", source.text[source.analysis.paragraphs[source.first_paragraph].span.start : source.analysis.sentences[telling.sentence].span.start]) is not None


def _owner_is_elsewhere(source: Source, telling: Telling) -> bool:
    """« … l’attaque du siège de son rival »: a rival, a widow, a successor is somebody’s, and nobody is named before."""
    kin = words_of_role("kin")
    lists = anaphors(load())
    inside = source.tokens_in(Span(telling.span.start, min(telling.span.end, source.analysis.sentences[telling.sentence].span.end)))
    for at, token in enumerate(inside):
        if plain(token.span.of(source.text)) not in ("son", "sa", "ses", "leur", "leurs") or at + 1 >= len(inside) or in_quotes(source, token.span):
            continue
        noun = inside[at + 2] if inside[at + 1].pos == "ADJ" and at + 2 < len(inside) else inside[at + 1]
        if plain(noun.span.of(source.text)) not in kin and noun.lemma.lower() not in kin or any(edit.span.overlaps(token.span) for edit in telling.edits if edit.kind in ("reference", "drop")):
            continue
        before = inside[:at]
        span = Span(telling.span.start, token.span.start)
        if any(plain(other.span.of(source.text)) in _PERSONAL or other.pos == "NOUN" and {other.lemma.lower(), plain(other.span.of(source.text))} & (lists.persons | lists.titles) or other.pos == "PROPN" and other.dep.startswith("nsubj") for other in before):
            continue
        named = [(entity, mention.span) for entity in source.analysis.entities for mention in entity.mentions if span.covers(mention.span)]
        clause = next((c for c in (source.clause.get(i) for i in telling.clauses) if c is not None and c.span.covers(token.span)), None)
        if any(entity.kind == "person" or clause is not None and clause.subject is not None and clause.subject.covers(place) and clause.subject.start >= place.start - 12 for entity, place in named):
            continue
        if clause is not None and clause.subject is not None and clause.subject.start > token.span.start:
            continue  # « Devant son rival, Paul Morel a… »: the owner comes after
        if before and any(edit.kind == "reference" and edit.span.start < token.span.start and edit.after[:1].isupper() for edit in telling.edits):
            continue
        return True
    return False


def _of_a_region(source: Source, telling: Telling) -> bool:
    """« la Vosgienne souffrait du poignet »: somebody of somewhere, whom another sentence names."""
    clause = source.clause.get(telling.clauses[0])
    if clause is None or clause.subject is None or not telling.span.covers(clause.subject) or in_quotes(source, clause.subject):
        return False
    words = source.tokens_in(clause.subject)
    if len(words) != 2 or any(edit.kind == "reference" and (edit.span.overlaps(clause.subject) or edit.span.start == clause.subject.end) for edit in telling.edits):
        return False
    article, name = plain(words[0].span.of(source.text)), words[1].span.of(source.text)
    ends = _FEMININE if article == "la" else _MASCULINE if article == "le" else None
    if ends is None or not name[:1].isupper() or not ends.search(name):
        return False
    return not any(entity.kind in ("organisation", "place", "country", "event", "other") and mention.span.overlaps(words[1].span) for entity in source.analysis.entities for mention in entity.mentions)


def _yet_to_come(source: Source, telling: Telling, words: str) -> bool:
    """« le futur vainqueur ne creuse pas d’écart »: who that was, another sentence tells."""
    lists = anaphors(load())
    found = _OPENS_PAST.search(words)
    if found is None or found.group(1) not in lists.persons | lists.titles | set(words_of_role("winner")):
        return False
    rest = words[found.end() :].lstrip()
    return not re.match(r"(?:de |d'|du |des |[,(])", rest) and not re.match(r"\s*(?:[A-ZÉÈÀ])", QUOTED.sub(" ", telling.text)[found.end() :])
