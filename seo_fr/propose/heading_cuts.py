"""What may fall from a clause above its own section, and nowhere else: the day, a relative that says which, the last complement of a noun that has one already.

What stays is entailed by the clause or names the same thing less closely, and the section's first lines say it in full. Nothing falls that bounds a claim: under a negation,
a restriction, a quantifier, a verb of amount or of denial, beside a figure.
"""

from __future__ import annotations

import re

from seo_fr.french.lexicon import participle_readings
from seo_fr.french.typography import typeset
from seo_fr.model import Clause, Span
from seo_fr.propose.headlines import _NEGATIVE, _NEVER_DROP, _other_time
from seo_fr.propose.score import stem, stems
from seo_fr.propose.source import Source, in_quotes
from seo_fr.propose.trimmer import _ENOUGH, AMOUNT, CLOSING, Piece, Trimmer

#: The rules of these cuts: a heading is judged as a telling without them.
NARROWER = ("relative-definie-de-titre", "complement-second-de-titre", "incise-de-sujet", "complement-connu-de-titre", "second-participe-de-titre", "complement-compte-de-titre", "moyen-de-titre")
_BINDS = re.compile(r" (?:(?:à|au) (?:\d|midi|minuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)|(?:et|ou|dernier|dernière|prochain|prochaine|suivant|jusqu|au matin|au soir|matin|midi|après-midi|soir|vers|entre|que|qu)(?!\w))")
_MEASURES = re.compile(r"\b(?:nombre|taux|part|montant|total|moitié|tiers|quart|majorité|hausse|baisse|chiffre|dizaine|centaine|millier|million|milliard|niveau|coût|prix|risque|absence|manque|fin|début|lieu|cas|droit|refus|interdiction|responsable|auteur|directeur|directrice|président|présidente|ministre|chef|maire|porte-parole|membre|secrétaire|procureur|avocat)s?\b", re.IGNORECASE)


def heading_cuts(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the pieces that may fall from the clause in a heading of its section."""
    return [*dates(source, clause, trimmer), *places(source, clause, trimmer), *subject_asides(source, clause), *without(source, clause, trimmer), *manners(source, clause, trimmer), *later(source, clause), *relatives(source, clause, trimmer), *last_complements(source, clause, trimmer), *endings(source, clause, trimmer), *before_that(source, clause, trimmer), *before_infinitive(source, clause), *second_that(source, clause, trimmer), *known_complements(source, clause, trimmer), *second_participles(source, clause, trimmer), *moments(source, clause), *house_functions(source, clause)]


_MANNERS = re.compile(r" (?:fermement|vivement|rapidement|sévèrement|longuement|immédiatement|officiellement|désormais|aujourd['’]hui|actuellement|clairement|publiquement|solennellement|unanimement|brièvement|chaleureusement|littéralement|finalement|progressivement|hier(?: soir| matin)?|récemment|ensuite|par l['’]arrière|de plein fouet|de front|par surprise)(?=[ ,.]|$)")


def manners(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the adverbs that say how or when behind the verb (« a condamné [fermement] »), outside quotations, nothing that compares with them."""
    found: list[Piece] = []
    if trimmer.bound or clause.negated:
        return found
    for match in _MANNERS.finditer(source.text, clause.verb.start, min(clause.span.end, clause.verb.end + 40)):
        span = Span(match.start(), match.end())
        if span.end < clause.verb.end and clause.verb.covers(span) and clause.tense == "perfect" and source.text[clause.verb.start : span.start].count(" ") > 1:
            continue
        after = source.text[span.end : span.end + 8]
        before = source.tokens_in(Span(clause.verb.start, span.start))
        if in_quotes(source, span) or re.match(r" (?:que|qu|et|ou)\b|,", after) or before and before[-1].pos in ("ADV", "ADP", "DET", "CCONJ"):
            continue
        found.append(Piece(span, "circonstance-de-titre", 1))
    return found[:2]


_PLACES = re.compile(
    r"(?:,\s(?:(?:(?:à|au|aux|en|dans (?:le|la|les)|près (?:de|du)|sur (?:le|la|les))\s|(?:dans|sur) l['’]|près d['’])[^,«»();:]{2,40}(?: \([^()]*\))?"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|l['’]année dernière|la semaine dernière|le mois dernier)(?: [^,«»();:]{2,24})?))+$"
)


def places(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the places and days set apart by commas at the end: « est accusé d’avoir détruit un pont[, dans le comté de Brelle, l’année dernière] »."""
    if _closed(clause, trimmer):
        return []
    match = _PLACES.search(source.text, clause.verb.end, clause.span.end)
    if match is None:
        return []
    for part in re.finditer(r",\s[^,]+", match.group()):
        inside = source.tokens_in(Span(match.start() + part.start(), match.start() + part.end()))
        dated = any(time.span.overlaps(Span(match.start() + part.start(), match.start() + part.end())) for time in source.analysis.times if time.sentence == clause.sentence)
        if any(token.pos in ("VERB", "AUX", "CCONJ", "PRON", "SCONJ") for token in inside) or not (dated or re.search(r"[\s'’][A-ZÉÈ]", part.group()) or re.search(r"derni(?:er|ère)$", part.group())):
            return []
        if any(figure.span.start >= match.start() and not any(time.span.overlaps(figure.span) for time in source.analysis.times) for figure in source.analysis.figures if figure.sentence == clause.sentence and figure.span.end <= match.end()):
            return []
    before = source.tokens_in(Span(clause.verb.end, match.start()))
    if not any(token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in before) or re.search(r",\s(?:à|au|aux|en|dans|sur)\s[^,]*$", source.text[clause.verb.end : match.start()]):
        return []
    return [Piece(Span(match.start(), clause.span.end), "circonstance-de-titre", 2)]


_LATER = re.compile(r",? (?:un peu |(?:moins|plus|près) de |environ |à peine |quelque )?(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques) (?:heures?|jours?|minutes?|semaines?|mois|ans) (?:après|plus tard)(?=[ ,.]|$)")


def later(source: Source, clause: Clause) -> list[Piece]:
    """Return how long after something else it was, where nothing says after what: « a revendiqué l’attentat [moins de deux heures après] »."""
    if clause.negated or clause.tense not in ("perfect", "simple-past", "present"):
        return []
    match = _LATER.search(source.text, clause.verb.end, clause.span.end)
    if match is None or re.match(r" (?:(?:l[ea]s?|son|sa|ses|leurs?|une?|avoir|être|que|cet?|cette|ces)(?!\w)|[lLq]u?['’])", source.text[match.end() :]) or in_quotes(source, Span(match.start(), match.end())):
        return []
    if match.group().startswith(",") and source.text[match.end() : match.end() + 1] != ",":
        return []
    return [Piece(Span(match.start(), match.end() + (1 if match.group().startswith(",") else 0)), "circonstance-de-titre", 1)]


def without(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return what was not done beside it, at the end behind a comma: « a condamné l’attaque[, sans attendre la fin de l’enquête] »."""
    match = re.search(r",\s(?:sans|tout en|en)\s(?:même |toutefois |pour autant |d['’]ailleurs )?(?:s['’]|se |y |en )?\w+(?:er|ir|re|oir|ant)\s[^,;:«»()]*$", clause.span.of(source.text))
    if match is None or clause.negated or clause.span.start + match.start() <= clause.verb.end + 2 or clause.lemma in CLOSING:
        return []
    span = Span(clause.span.start + match.start(), clause.span.end)
    if any(s.sentence == clause.sentence and span.overlaps(s.cue) and not span.covers(s.content) for s in source.analysis.statements):
        return []
    return [Piece(span, "incise-de-titre", 2)]


def subject_asides(source: Source, clause: Clause) -> list[Piece]:
    """Return what stands between two commas behind the subject's noun or name, up to the verb, brackets included: « Paul Vidal[, en campagne pour le premier tour (…),] vient d’être élu »."""
    subject = clause.subject
    if subject is None or subject.end > clause.verb.start:
        return []
    head = source.text[subject.start : clause.verb.start]
    match = re.search(r",\s", head)
    if match is None or not head.rstrip(" \u00a0").endswith(","):
        return []
    span = Span(subject.start + match.start(), subject.start + len(head.rstrip(" \u00a0")))
    inside = source.tokens_in(span)
    words = span.of(source.text)
    kept = source.tokens_in(Span(subject.start, span.start))
    if words.count("(") != words.count(")") or re.search(r"[«»;:]|,\s(?:et|ou)\s|\b(?:selon|d['’]après|comme|sauf|seule?s?|si)\b", words) or not kept or kept[-1].pos in ("ADP", "DET", "CCONJ", "NUM"):
        return []
    opening = re.match(r",\s(?:qui|dont|où|que|qu['’]|en|âgée?s?|ancien|ancienne|né|née|(?:double|triple|quadruple|champion|championne|vainqueur|tenante?|députée?|maire|présidente?|leader|auteure?|autrice|fils|fille|chef|cheffe|membre|ministre|directeur|directrice|porte-parole|dernier|dernière|premier|première|favori|favorite)\s|l[ea]s?\s|l['’]|une?\s|des\s|à\s|au\s|dans\s|[a-zéè]+(?:é|ée|és|ées|ant)\s)", words)
    plain = [token for token in inside[1:] if token.dep == "conj" and token.head < source._range(span)[0]]
    if opening is None or any(token.pos in ("NOUN", "PROPN") for token in plain) and not re.match(r",\s(?:en|âgé|qui|dont|où|double|triple)", words):
        return []
    if any(entity.kind == "person" and any(mention.form == "full" and span.covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities):
        return []
    return [Piece(span, "incise-de-sujet", 1)]


def dates(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the days that stand bare behind the verb of an event: « vient d’être giflé [ce mardi 17 janvier] à Lambec »."""
    if trimmer.narrow or trimmer.copula or clause.tense not in ("perfect", "simple-past", "present", "near-past"):
        return []
    latest = max(re.findall(r"\b(?:19|20)\d\d\b", source.text), default="")
    found: list[Piece] = []
    for time in source.analysis.times:
        span = time.span
        if time.sentence != clause.sentence or span.start <= clause.verb.end or span.end > clause.span.end or not source.is_date(span) or _other_time(span.of(source.text), latest) or in_quotes(source, span):
            continue
        after = source.text[span.end : span.end + 12]
        if re.match(r" (?:\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)", after) or any(other.span.start <= span.end + 1 < other.span.end and other.span != span for other in source.analysis.times):
            continue  # half of a date
        if source.text[span.start - 1] != " " or not re.match(r"[ ,.]|$", after) or _BINDS.match(after):
            continue
        if source.text[max(0, span.start - 4) : span.start] == " ce ":
            span = Span(span.start - 3, span.end)
        before = source.tokens_in(Span(clause.verb.end, span.start))
        if before and (before[-1].pos in ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ", "NUM") or any(token.pos in ("SCONJ", "PRON") or token.pos in ("AUX", "VERB") and token.feature("VerbForm") == "Fin" for token in before)):
            continue
        comma = after.startswith(",") and source.text[span.start - 2] == ","
        found.append(Piece(Span(span.start - 1, span.end + (1 if comma else 0)), "circonstance-de-titre", 0))
    return found


def _cut(trimmer: Trimmer, first: int, last: int) -> Span | None:
    """Return the characters of the tokens ``first`` to ``last`` with the space before; None where a comma stands at one side alone."""
    if trimmer.word(first - 1) == "," or last < trimmer.high and trimmer.word(last) in ("de", "du", "des", "d'", "d’", "que", "qu'", "qu’", "qui", "dont", "où", "et", "ou"):
        return None
    return Span(trimmer.tokens[first - 1].span.end, trimmer.clause.span.end if last >= trimmer.high else trimmer.tokens[last - 1].span.end)


def _bounded(source: Source, clause: Clause, trimmer: Trimmer, span: Span) -> bool:
    """Return whether what would fall bounds the claim: a figure, a duration, a word of reserve, an attribution, a quotation begun or ended in it."""
    words = span.of(source.text)
    if {token.span.of(source.text).lower() for token in source.tokens_in(span)} & _NEVER_DROP or re.search(r"\b(?:selon|d['’]après|depuis|avant|jusqu|pendant|sauf|hors|moins|plus|seule?s?|présumée?s?|autres?)\b|[«»\"();:]", words, re.IGNORECASE):
        return True
    if any(figure.span.overlaps(span) for figure in source.analysis.figures if figure.sentence == clause.sentence) or any(time.kind == "duration" and time.span.overlaps(span) for time in source.analysis.times if time.sentence == clause.sentence):
        return True
    return any(s.sentence == clause.sentence and span.overlaps(s.cue) for s in source.analysis.statements)


def _closed(clause: Clause, trimmer: Trimmer) -> bool:
    return trimmer.narrow or trimmer.bound or clause.lemma in CLOSING | AMOUNT or clause.commitment in ("denied", "negated")


def _says_enough(source: Source, trimmer: Trimmer, noun: int, first: int) -> bool:
    """Return whether the noun up to the token ``first`` says what is meant: an adjective or a complement with it, or a noun that the title has."""
    tokens = trimmer.tokens
    kept = [k for k in trimmer.below.get(noun, [noun]) if k < first and tokens[k].pos in ("NOUN", "PROPN", "ADJ")]
    title = source.analysis.article.title
    if title is not None and stem(tokens[noun].lemma) in set(stems(title.of(source.text))):
        return True
    return len(kept) >= 2


def relatives(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the relatives and participles without comma behind a definite noun that says enough without: « La bataille juridique [qui durait depuis quatre ans] vient de se terminer »."""
    if _closed(clause, trimmer):
        return []
    found: list[Piece] = []
    tokens = trimmer.tokens
    for i in range(trimmer.low, trimmer.high):
        if tokens[i].dep not in ("acl:relcl", "acl") or i in trimmer.heads:
            continue
        noun = tokens[i].head
        place = trimmer.whole(i)
        if place is None or not trimmer.low <= noun < place[0] or tokens[noun].pos not in ("NOUN", "PROPN") or place[0] != _end_of(trimmer, noun, i) or not trimmer.may_fall(*place):
            continue
        opening = trimmer.word(place[0])
        if opening.startswith("prévu"):
            continue  # « l’horaire [prévu d’atterrissage] »
        if tokens[i].dep == "acl:relcl" and opening not in ("qui", "que", "qu'", "qu’", "dont", "où") or tokens[i].dep == "acl" and (tokens[i].feature("VerbForm") != "Part" or place[1] - place[0] < 3):
            continue
        determiner = next((trimmer.word(k) for k in range(max(trimmer.low, noun - 4), noun) if tokens[k].head == noun and tokens[k].pos == "DET"), "")
        if determiner not in ("le", "la", "les", "l'", "l’", "un", "une", "des") or not _says_enough(source, trimmer, noun, place[0]):
            continue
        span = _cut(trimmer, *place)
        if span is None or determiner == "les" and tokens[i].dep == "acl:relcl" and not tokens[noun].dep.startswith(("obj", "obl")) or _MEASURES.fullmatch(tokens[noun].lemma) or _restricts(source, clause, trimmer, span):
            continue
        found.append(Piece(span, NARROWER[0], 4))
    return found


def _restricts(source: Source, clause: Clause, trimmer: Trimmer, span: Span) -> bool:
    """Return whether the fall of a relative would widen a claim: it holds a quantifier or a reserve; a period in it says when that was, and bounds nothing."""
    words = span.of(source.text)
    return re.search(r"\b(?:seule?s?|présumée?s?|sauf|hors|selon|d['’]après|uniquement|seulement)\b|[«»\"();:]", words, re.IGNORECASE) is not None or any(s.sentence == clause.sentence and span.overlaps(s.cue) and not span.covers(s.content) for s in source.analysis.statements)


def _end_of(trimmer: Trimmer, noun: int, below: int) -> int:
    """Return the token behind the noun's phrase without the subtree at ``below``."""
    gone = set(trimmer.below.get(below, [below]))
    first = min(gone)
    return first if all(k < first or k in gone for k in trimmer.below.get(noun, [noun])) else -1


def last_complements(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the last complement of a noun behind the verb that has one already: « les effets de la sortie du pays [sur la conjoncture] », « la réforme du régime [des intermittents du spectacle] » stays whole."""
    if _closed(clause, trimmer):
        return []
    found: list[Piece] = []
    tokens = trimmer.tokens
    for i in range(trimmer.low, trimmer.high):
        noun = tokens[i].head
        if tokens[i].dep not in ("nmod", "obl:mod", "obl:arg") or not trimmer.low <= noun < i or tokens[noun].pos not in ("NOUN", "PROPN") or tokens[i].pos not in ("NOUN", "PROPN") or tokens[i].span.start < clause.verb.end:
            continue
        place = trimmer.whole(i)
        if place is None or not trimmer.may_fall(*place):
            continue
        kept = [k for k in trimmer.below.get(noun, [noun]) if k < place[0] and tokens[k].pos in ("NOUN", "PROPN", "ADJ") and k != noun]
        inner = tokens[noun].dep == "nmod"
        opening = trimmer.word(place[0])
        if not kept and not (inner and tokens[tokens[noun].head].pos == "NOUN"):
            continue
        if opening in ("de", "d'", "d’", "du", "des"):
            continue  # « la sortie du pays [de l’union] »: what follows « de » is what the noun is of
        if opening in ("par", "contre", "comme", "sans", "entre", "que") or opening in ("à", "au", "aux", "en") and tokens[i].pos != "PROPN":
            continue  # « une halle aux grains »
        if _MEASURES.search(" ".join(tokens[k].lemma for k in (noun, tokens[noun].head))) or tokens[noun].dep == "conj":
            continue
        span = _cut(trimmer, *place)
        if span is None or trimmer.lists(span) or _bounded(source, clause, trimmer, span) or any(figure.span.start >= tokens[max(trimmer.low, noun - 6)].span.start and figure.span.end <= span.start for figure in source.analysis.figures if figure.sentence == clause.sentence):
            continue
        if span.end < clause.span.end and not re.match(r"[ ,]", source.text[span.end : span.end + 1]):
            continue
        found.append(Piece(span, NARROWER[1], 5))
    return found


_OPENS_ENDING = re.compile(
    r"(?:à (?:bord|la suite|l['’]issue|l['’]occasion|partir|travers|l['’]intérieur|proximité|quelques|(?:\d|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)[\w ]* (?:heures?|km|kilomètres?))|au (?:large|sein|cours|lendemain|milieu|début|terme|nord|sud)|dans|lors|après|avant|pendant|durant|devant|près|non loin"
    r"|suite|face|grâce|alors|lorsqu|tandis|puis|ce (?:matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)|comme prévu|en (?:raison|marge|présence|vue|pleine?|début|fin|compagnie|soutien|direction|échange|signe|hommage|attendant)|sur (?:fond|place)|depuis|pour|afin|avec|chez|vers|sous|entre|[a-zéèêîôç]{3,}ant(?! que)|où|qui|dont|dès|jusqu)(?![\w])",
    re.IGNORECASE,
)
#: Openings of circumstances, whatever the parse says they hang on.
_SURE = re.compile(
    r"(?:à (?:bord|la suite|l['’]issue|l['’]occasion|proximité)|au (?:large|sein|cours|lendemain|terme)|lors|alors qu|lorsqu|tandis qu|après|pendant|durant|non loin|près d|en (?:marge|présence|soutien|hommage|signe|attendant)|avant d[e’']|à (?:\d+|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ?(?:h|heures?)|comme prévu)(?![\w])",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?:se |s['’]|en )?[a-zéèêîôç]{3,}ant (?!qu)(?!.{0,40}\b(?:selon|pas|jamais)\b)")
_EXAMPLES = re.compile(r"(?:comme|tels? que|telles? que|dont|notamment)(?![\w])", re.IGNORECASE)
_ENDS_ON = re.compile(r"\b(?:(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?)(?=$)|relati(?:f|ve)s?|lié(?:e|s|es)?|due?s?|propres?|plus|moins|très|aussi|si|tant|tel|telle|tels|telles|fois|cours|cas|cadre|part|suite|sujet|titre|ainsi|notamment|également|tout|toute|tous|toutes)$", re.IGNORECASE)
_NOT_LOOSE = ("obj", "iobj", "ccomp", "xcomp", "obl:arg", "obl:agent", "cop", "nsubj", "nsubj:pass", "expl:subj", "aux", "aux:pass", "aux:tense", "fixed", "flat", "flat:name", "case", "mark", "nummod", "det")


def endings(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the ends of an affirmative clause behind its verb and object: from where only circumstances, relatives and participles of nouns that say enough, and further predicates stand.

    « les douanes saisissent 13 tonnes de farine [à bord d’un bateau près des côtes] ».
    """
    if trimmer.narrow or clause.lemma in CLOSING | AMOUNT or clause.commitment in ("denied", "negated") or clause.commitment == "alleged" and clause.tense not in ("conditional", "past-conditional"):
        return []
    tokens = trimmer.tokens
    found: list[Piece] = []
    aside = min((piece.span.start for piece in trimmer.certified() if piece.span.end == clause.span.end and source.text[piece.span.start] == ","), default=clause.span.end)
    for k in range(trimmer.low + 2, trimmer.high - 1):
        if tokens[k].span.start <= clause.verb.end or in_quotes(source, tokens[k].span):
            continue
        comma = trimmer.word(k) == ","
        first = k + 1 if comma else k
        of = not comma and re.match(r"(?:du |de la |des |de l['’])", source.text[tokens[k].span.start :]) is not None and trimmer.word(k - 1) != "," and tokens[k - 1].pos == "NOUN" and trimmer.indefinite(k - 1)
        if not comma and not of and (trimmer.word(k - 1) == "," or _OPENS_ENDING.match(source.text, tokens[k].span.start) is None):
            continue
        if comma and trimmer.copula and not re.match(r"(?:(?:qui|que|qu['’]|dont|où|lorsqu|alors qu|après|avant de|tandis qu)(?!\w)|(?:se |s['’]|en )?[a-zéèêî]+ant (?!qu))", source.text[tokens[first].span.start :]):
            continue
        if trimmer.copula and not comma and not _counted_relative(trimmer, k) and not re.match(r"(?:lorsqu|alors qu|tandis qu|après (?:que|avoir))", source.text[tokens[first].span.start :]):
            continue
        left, right = range(trimmer.low, k), range(k, trimmer.high)
        last = tokens[k - 1]
        kept = Span(clause.span.start, last.span.end)
        if last.pos in ("ADP", "DET", "AUX", "CCONJ", "SCONJ", "PUNCT", "PRON", "NUM") or last.pos == "VERB" and last.span.end > clause.verb.end or last.span.end < clause.verb.end or last.span.start > clause.verb.end and (last.dep.startswith("acl") or last.feature("VerbForm") in ("Part", "Inf") or last.dep == "amod" and last.pos != "ADJ" and bool(participle_readings(last.span.of(source.text).lower()))) or _ENDS_ON.search(kept.of(source.text)):
            continue
        ing = comma and _PARTICIPLE.match(source.text, tokens[first].span.start) is not None and any(tokens[j].pos in ("NOUN", "ADJ", "PROPN") and tokens[j].span.start > clause.verb.end for j in left)
        if any(tokens[j].head in right for j in left) and not ing or any(trimmer.word(j) in _NEGATIVE for j in left):
            continue
        roots = [j for j in right if tokens[j].head not in right and tokens[j].pos != "PUNCT" and (tokens[j].span.start < aside or tokens[k].span.start >= aside)]
        sure = _SURE.match(source.text, tokens[first].span.start) is not None and not re.search(r"\b(?:et|ou)\b", source.text[last.span.start : tokens[first].span.start])
        examples = comma and _EXAMPLES.match(source.text, tokens[first].span.start) is not None
        if not ing and (not roots or not (sure or examples) and not all(_loose(source, clause, trimmer, j, first, comma) for j in roots)):
            continue
        span = Span(last.span.end, clause.span.end)
        words = span.of(source.text)
        if words.count("(") != words.count(")") or words.count("«") != words.count("»") or re.match(r",?\s?(?:mais|sauf|hormis|sans|selon|d['’]après|à condition|si |ou |et |ainsi qu|contre|comme (?!prévu))", words.strip()) or ";" in words:
            continue
        if not ing and not _object_left(source, clause, trimmer, k, sure or examples, aside):
            continue
        if comma and (examples or ing) or comma and tokens[roots[0]].dep in ("acl", "acl:relcl", "appos", "parataxis", "advcl", "conj"):
            if any(s.sentence == clause.sentence and span.overlaps(s.cue) and not span.covers(s.content) for s in source.analysis.statements) or re.search(r"\b(?:selon|d['’]après)\b", words):
                continue
        elif _bounded_ending(source, clause, trimmer, span):
            continue
        found.append(Piece(span, "fin-de-titre", 4))
    return found[:4]


def _counted_relative(trimmer: Trimmer, k: int) -> bool:
    """Return whether a relative begins at ``k`` of a noun right before it that is counted or indefinite: « sont trois pêcheurs [qui rentraient] »."""
    noun = k - 1
    while noun > trimmer.low and trimmer.tokens[noun].pos in ("ADJ", "PROPN"):
        noun -= 1
    return trimmer.word(k) in ("qui", "dont", "où") and trimmer.tokens[noun].pos == "NOUN" and (trimmer.tokens[noun - 1].pos == "NUM" or trimmer.word(noun - 1) in ("un", "une", "deux", "trois", "quatre", "cinq", "six"))


def before_that(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return to whom, where and when something was said, between the verb and what it said: « a confié [à une radio lundi matin] qu’il partait »."""
    if clause.negated or clause.lemma in CLOSING or trimmer.copula:
        return []
    match = re.match(r"(?:,? (?:à|au|aux|dans|lors|sur|devant|ce|cette|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le \d)(?![\w-])[^«»:;()]{2,90}?),? (?=(?:que |qu['’])(?!à |au |aux ))", source.text[clause.verb.end : clause.span.end])
    if match is None:
        return []
    span = Span(clause.verb.end, clause.verb.end + match.end() - 1)
    inside = source.tokens_in(span)
    if any(token.pos in ("VERB", "AUX", "PRON", "SCONJ") for token in inside) or {token.span.of(source.text).lower() for token in inside} & _NEVER_DROP or span.of(source.text).count(",") not in (0, 2):
        return []
    said = any(s.sentence == clause.sentence and s.cue.overlaps(clause.verb) and s.content.start >= span.end for s in source.analysis.statements)
    return [Piece(span, "circonstance-de-titre", 2)] if said else []


_WHEN_WHERE = re.compile(r"(?:(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: matin| soir| après-midi)?)?,? (?:devant|lors d|au cours d|à la barre|à l['’]audience|dans un|en conférence)[^«»:;(),]{0,60},| (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: matin| soir| après-midi)?,?)(?= (?:avoir|être|s['’]être|d['’]avoir|d['’]être|de \w+(?:er|ir|re)(?!\w)))")


def before_infinitive(source: Source, clause: Clause) -> list[Piece]:
    """Return when and where something was said or denied, between the verb and its infinitive: « a nié [mercredi, devant le tribunal,] s’être enrichi »."""
    if clause.negated:
        return []
    match = _WHEN_WHERE.match(source.text, clause.verb.end, clause.span.end)
    if match is None:
        return []
    span = Span(match.start(), match.end())
    inside = source.tokens_in(span)
    if any(token.pos in ("VERB", "AUX", "PRON", "SCONJ") for token in inside) or {token.span.of(source.text).lower() for token in inside} & _NEVER_DROP:
        return []
    return [Piece(span, "circonstance-de-titre", 0)]


def second_that(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the second of two things said with one verb: « estime que la question n’est pas prioritaire [et qu’un référendum attendrait] »."""
    if clause.negated or clause.lemma in CLOSING or not any(s.sentence == clause.sentence and s.cue.overlaps(clause.verb) for s in source.analysis.statements):
        return []
    matches = list(re.finditer(r",? et (?:que |qu['’])", source.text[clause.verb.end : clause.span.end]))
    if len(matches) != 1 or re.match(r"[^«»]{0,60}\b(?:que |qu['’])", source.text[clause.verb.end : clause.verb.end + matches[0].start()]) is None:
        return []
    at = clause.verb.end + matches[0].start()
    if in_quotes(source, Span(at, at + 1)) or source.text[clause.verb.end : at].count("«") != source.text[clause.verb.end : at].count("»"):
        return []
    return [Piece(Span(at, clause.span.end), "second-predicat-de-titre", 2)]


def known_complements(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return what the subject's noun is of, where the title has just said it: « La semaine d’hommage [aux victimes de l’incendie] » under « Hommage aux victimes »; a measure, a part, a person keeps it."""
    subject, title = clause.subject, source.analysis.article.title
    if subject is None or title is None or clause.negated or subject.end > clause.verb.start:
        return []
    known = set(stems(title.of(source.text)))
    tokens = trimmer.tokens
    nouns = [i for i in range(trimmer.low, trimmer.high) if subject.covers(tokens[i].span) and tokens[i].pos == "NOUN" and tokens[i].dep in ("nsubj", "nsubj:pass")]
    found: list[Piece] = []
    for noun in nouns[:1]:
        determiner = trimmer.word(trimmer.first_of(noun))
        if determiner not in ("le", "la", "l'", "l’", "un", "une") or _MEASURES.fullmatch(tokens[noun].lemma):
            continue
        kept = [k for k in range(noun, trimmer.high) if tokens[k].span.start < clause.verb.start]
        for k in kept:
            if tokens[k].pos != "ADP" and trimmer.word(k) not in ("du", "des", "aux", "au") or trimmer.word(k - 1) in (",", "(") or k == noun:
                continue
            left = [j for j in range(noun, k) if tokens[j].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
            span = Span(tokens[k - 1].span.end, tokens[kept[-1]].span.end)
            words = set(stems(span.of(source.text)))
            if len(left) < 2 or tokens[k - 1].pos not in ("NOUN", "ADJ", "VERB") or not words <= known or re.search(r"[«»\d,;:()]|\bet\b", span.of(source.text)):
                continue
            found.append(Piece(span, "complement-connu-de-titre", 4))
            break
    return found


def house_functions(source: Source, clause: Clause) -> list[Piece]:
    """Return what a firm or a body is, before its name, where the title names it: « [Le fabricant de jouets ]Bellamarre annonce »."""
    subject, title = clause.subject, source.analysis.article.title
    if subject is None or title is None or subject.end > clause.verb.start:
        return []
    for entity in source.analysis.entities:
        if entity.kind != "organisation" or entity.name.of(source.text) not in title.of(source.text):
            continue
        for mention in entity.mentions:
            before = Span(subject.start, mention.span.start) if subject.start < mention.span.start and mention.span.end == subject.end else None
            if before is None or mention.span.of(source.text) != entity.name.of(source.text) or not mention.span.of(source.text)[:1].isupper() or not re.match(r"(?:[Ll][ae]|[Uu]ne?) |[Ll]['’]", before.of(source.text)):
                continue
            inside = source.tokens_in(before)
            if inside[-1].pos in ("NOUN", "ADJ") and all(token.pos in ("DET", "NOUN", "ADJ", "ADP") for token in inside) and len(inside) > 2:
                return [Piece(before, "fonction-de-titre", 2)]
    return []


def moments(source: Source, clause: Clause) -> list[Piece]:
    """Return when it will be or was, between two commas inside the object: « a annoncé la fermeture[, d’ici à juin 2027,] de son usine »."""
    if clause.negated or clause.lemma in CLOSING:
        return []
    found = []
    for match in re.finditer(r", (?:d['’]ici|à partir|à compter|dès|en|au|le|à la|fin|début|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[^,;:«»()]{2,40},(?= (?:d[eu] |des |d['’]|à |au |aux |l[ea]s? |une? ))", source.text[clause.verb.end : clause.span.end]):
        span = Span(clause.verb.end + match.start(), clause.verb.end + match.end())
        if any(time.span.overlaps(span) for time in source.analysis.times if time.sentence == clause.sentence) and not any(token.pos in ("VERB", "AUX", "PRON", "SCONJ") for token in source.tokens_in(span) if token.span.of(source.text).lower() not in ("partir", "compter")):
            found.append(Piece(span, "circonstance-de-titre", 1))
    return found[:1]


def second_participles(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return a second participle with its own object, behind « et »: « a reconnu « des erreurs » [et mis en cause son associée] »; each was done."""
    if clause.tense != "perfect" or clause.passive or clause.negated or clause.lemma in CLOSING | AMOUNT or trimmer.copula:
        return []
    tokens = trimmer.tokens
    for i in range(trimmer.low, trimmer.high):
        if tokens[i].dep != "conj" or tokens[i].head not in trimmer.heads or tokens[i].feature("VerbForm") != "Part" or trimmer.word(i - 1) != "et":
            continue
        own = any(tokens[j].head == i and tokens[j].dep in ("obj", "obl:arg", "xcomp", "ccomp") and j > i for j in range(i, trimmer.high))
        first = any(tokens[j].head in trimmer.heads and tokens[j].dep in ("obj", "obl:arg", "xcomp", "ccomp") and clause.verb.end <= tokens[j].span.start < tokens[i].span.start for j in range(trimmer.low, i))
        span = Span(tokens[i - 2].span.end, clause.span.end)
        if not own or not first or any(tokens[j].head >= i for j in range(trimmer.low, i - 1)) or re.search(r"(?i)(?<!\w)(?:pas|jamais|aucune?|sans|seulement|finalement|ensuite)(?!\w)|n['’]", span.of(source.text)):
            continue
        return [Piece(span, "second-participe-de-titre", 3)]
    return []


def _loose(source: Source, clause: Clause, trimmer: Trimmer, root: int, first: int, comma: bool) -> bool:
    """Return whether the subtree at ``root`` is no argument of the verb and no member of a list: a circumstance, a second predicate, what hangs on a noun that says enough."""
    token = trimmer.tokens[root]
    head = token.head
    if token.dep in _NOT_LOOSE:
        return False
    verbal = head in trimmer.heads or trimmer.tokens[head].pos in ("VERB", "AUX") and trimmer.tokens[head].dep in ("xcomp", "ccomp")
    if token.dep in ("conj", "parataxis"):
        return verbal and comma and token.pos in ("VERB", "AUX")
    if verbal:
        return token.dep.startswith(("obl", "adv")) or token.dep in ("nmod", "dep", "cc")
    if trimmer.tokens[head].pos not in ("NOUN", "PROPN") or token.dep not in ("nmod", "acl", "acl:relcl", "appos", "advcl", "obl:mod"):
        return False
    if not comma and _MEASURES.search(" ".join(trimmer.tokens[k].lemma for k in (head, trimmer.tokens[head].head))):
        return False  # what is counted keeps what says which
    if not comma and token.dep == "nmod" and trimmer.word(first) in ("pour", "avec", "sous", "entre", "contre", "en", "sur"):
        return False
    return comma or trimmer.indefinite(head) or _says_enough(source, trimmer, head, first)


def _object_left(source: Source, clause: Clause, trimmer: Trimmer, end: int, sure: bool, aside: int) -> bool:
    """Return whether the verb keeps its object, its attribute or its first complement before the token ``end``."""
    behind = [j for j in range(trimmer.low, trimmer.high) if trimmer.tokens[j].head in trimmer.heads and j not in trimmer.verbs and j != trimmer.root and clause.verb.end <= trimmer.tokens[j].span.start < aside and trimmer.tokens[j].pos not in ("PUNCT", "ADV", "CCONJ")]
    core = [j for j in behind if trimmer.tokens[j].dep in ("obj", "obl:arg", "xcomp", "ccomp", "obl:agent", "iobj", "attr")]
    if core:
        return all(j < end for j in core) or sure and (core[0] < end or clause.passive and clause.tense == "perfect" and clause.lemma in HAPPENED)
    if trimmer.copula:
        return trimmer.root < end
    if clause.passive and clause.tense in ("perfect", "simple-past", "present", "near-past") and clause.lemma not in _NEEDS_MORE:
        return bool(behind) and (behind[0] < end or clause.tense == "perfect" and clause.lemma in HAPPENED)
    return bool(behind) and behind[0] < end


#: Verbs whose passive says enough without circumstance: « deux espèces ont été découvertes ».
HAPPENED = _ENOUGH | frozenset("découvrir recenser signaler identifier sauver secourir infecter vandaliser piller braquer agresser enlever dissoudre approuver voter menacer perturber endommager contaminer expulser publier".split())
_NEEDS_MORE = frozenset("mettre placer tenir prendre faire rendre porter situer poser considérer accuser soupçonner viser appeler qualifier destiner charger".split())


def _bounded_ending(source: Source, clause: Clause, trimmer: Trimmer, span: Span) -> bool:
    """Return whether what would fall at the end bounds the claim: a reserve, a quantity beside a quantity, a measure of what changes; a day, a place, a length of time bound no single event."""
    words = span.of(source.text)
    within = re.search(r"\b(?:qui|que|qu['’]|dont|où|alors|tandis|lorsqu)(?=\W)", words)
    if within is not None and within.start() > 1:
        words, span = words[: within.start()], Span(span.start, span.start + within.start())  # what a clause in it holds goes with it
    if {token.span.of(source.text).lower() for token in source.tokens_in(span)} & _NEVER_DROP or re.search(r"\b(?:selon|d['’]après|sauf|hors|plus|moins|seule?s?|présumée?s?|en cas|à condition|jusqu)\b|[«»\"]", words, re.IGNORECASE):
        return True
    event = clause.tense in ("perfect", "simple-past", "near-past") and clause.lemma not in ("être", "avoir")
    if not event and re.search(r"\b(?:depuis|avant|après|pendant|durant|dès|à partir)\b", words, re.IGNORECASE):
        return True
    if any(figure.span.overlaps(span) and not any(time.span.overlaps(figure.span) for time in source.analysis.times) for figure in source.analysis.figures if figure.sentence == clause.sentence):
        return True
    return any(s.sentence == clause.sentence and span.overlaps(s.cue) for s in source.analysis.statements)


_FROM_THEN = re.compile(r"(?:À (?:compter|partir) (?:de|du|d['’])|Dès|À l['’](?:automne|été|hiver|issue)|Au (?:printemps|cours|début|mois)|En |Le |Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|L['’](?:an|année) prochaine?|La semaine prochaine|Le mois prochain|D['’]ici)[^,;:«»()]{0,40},")
_APPOSED = re.compile(r"[A-ZÉÈÀ][\w’'-]*(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|t|te|ts|tes|s|se)\s(?:par|de|d['’]|du|des|à|au|aux|en|dans|sur|pour|comme|avec|le|depuis|il y a|lors|après)(?!\w)")
_SOURCES = re.compile(r"(?:dans|par|via|en|lors d['’]|à l['’]occasion d['’])\s?(?:un|une|son|sa|ses|le|la|l['’]|des|leur|ce|cette)?\s?(?:\w+ )?(?:communiqué|rapport|étude|note|discours|entretien|interview|lettre|allocution|conférence|prévisions|perspectives|déclaration|message|tweet|vidéo|tribune|enquête|avis|décision|arrêt|jugement|point|réunion|séance|meeting|rencontre|édition)", re.IGNORECASE)
#: What is granted, what happened meanwhile, what something was done for: without it the rest is as true, and the section says it just below.
_GRANTED = re.compile(r"(?:(?:Bien|Alors|Tandis) qu(?:e |['’])|Même si (?!l['’]on )|(?:Pour|Afin d(?:e |['’]))\s?(?!(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|l['’])(?!\w))\w+(?:er|ir|re|oir)(?!\w))")
#: A participle with what belongs to it, an adverb before it or none: « Largement soutenus par la région, les éleveurs… ».
_PARTICIPIAL = re.compile(r"(?:S['’]|Se |En )?(?:[A-ZÀ-Ý]?[\w’'-]+ment )?[\w’'-]+(?:ant|és?|ées?|is|ises?|us?|ues?|its?|ites?)(?: et (?:[\w’'-]+ment )?[\w’'-]+(?:ant|és?|ées?|is|ises?|us?|ues?))? [^;:«»()]{4,90},")
_FRAMES = re.compile(r"(?:si |sans |selon |d['’]après |malgré |contrairement|outre |sauf |hormis |faute |parmi |pour |depuis |jusqu|d['’]ici |à partir |comme |même |bien qu|quoiqu|à défaut|au lieu|loin d|avant |en cas |chez |à condition|seul)", re.IGNORECASE)


def lead_frames_not(source: Source, clause: Clause) -> int | None:
    """Return what the fall of the words before the subject costs where they only say who the subject is, or when and where an event was; None where they may bound the claim."""
    assert clause.lead is not None
    words = typeset(clause.lead.of(source.text)).strip()
    tokens = source.tokens_in(clause.lead)
    if tokens and words.endswith(",") and tokens[0].feature("VerbForm") == "Part" and not re.match(r"\w+ant(?!\w)", words) and _APPOSED.match(words) and words.count("(") == words.count(")") and not re.search(r"[«»\";:]", words):
        return 3  # « Jugé depuis lundi pour escroquerie, le notaire a nié… »: what the subject is, whatever is said of him
    if words.endswith(",") and clause.tense in ("future", "near-future") and not clause.negated and clause.lemma not in AMOUNT | {"être", "avoir"} and _FROM_THEN.fullmatch(words):
        return 4  # « À compter de mai, les billets seront mis en circulation »: they will be
    if clause.tense == "present" and clause.lemma not in AMOUNT and not clause.negated and re.match(r"Depuis [^,;:«»()]{3,60},$", words) and not clause.passive:
        return 4  # what has been so since then is so
    if words.endswith(",") and not clause.negated and clause.lemma not in AMOUNT and clause.tense in ("present", "perfect", "simple-past", "near-past") and not re.search(r"[«»\";:()%]", words):
        granted = clause.regular and _GRANTED.match(words) is not None and words.count(",") == 1 and (clause.tense != "present" or not words.startswith(("Pour", "Afin")))
        first = next((token for token in tokens if token.pos != "ADV"), None)
        hung = first is not None and first.feature("VerbForm") == "Part" and first.dep in ("acl", "advcl", "amod", "ROOT") and _PARTICIPIAL.fullmatch(words) is not None and words.count(",") == 1 and not words.startswith("En ")
        if (granted or hung) and not any(statement.sentence == clause.sentence and clause.lead.overlaps(statement.cue) for statement in source.analysis.statements):
            return 6
    if not words.endswith(",") or _FRAMES.match(words) or words.count("(") != words.count(")") or re.search(r"[«»\";:%]", words) or clause.negated or {token.span.of(source.text).lower() for token in tokens} & _NEVER_DROP:
        return None
    if any(statement.sentence == clause.sentence and clause.lead.overlaps(statement.cue) for statement in source.analysis.statements):
        return None
    if tokens and tokens[0].pos in ("VERB", "ADJ", "NOUN") and (tokens[0].dep in ("acl", "advcl", "amod", "appos", "nmod") or _APPOSED.match(words)) and tokens[0].feature("VerbForm") in ("Part", ""):
        return 3
    if _SOURCES.match(words) and clause.tense in ("perfect", "simple-past", "present", "future"):
        return 3
    if clause.tense in ("perfect", "simple-past", "near-past") and clause.lemma not in AMOUNT | {"être", "avoir"}:
        latest = max(re.findall(r"\b(?:19|20)\d\d\b", source.text), default="")
        dated = re.match(r"Alors qu", words) is None and any(_other_time(time.span.of(source.text), latest) for time in source.analysis.times if time.sentence == clause.sentence and clause.lead.overlaps(time.span))
        return None if dated else 5
    return None


__all__ = ["HAPPENED", "NARROWER", "heading_cuts", "lead_frames_not"]
