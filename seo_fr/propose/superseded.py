"""Whether the article itself goes on to tell a newer state of what a telling says: a toll counted again, a version given up, a search that has since ended.

The older state is no news: it is told with the newer one (a run, a sentence that holds both) or not at all. Rules: rules/tenir-seul.yaml, roles «newer», «newer-opening», «avowal».
"""

from __future__ import annotations

import re

from seo_fr.french.numbers import parse_number
from seo_fr.model import Clause
from seo_fr.propose.source import Source, Telling, plain
from seo_fr.propose.standing_words import known, unquoted

_NUMBER = r"\d[\d\u00a0\u202f .,]*\d|\d|(?:une |un |deux |trois |quatre |cinq |six |sept |huit |neuf |dix |onze |douze |treize |quatorze |quinze |seize |vingt |trente |quarante |cinquante |soixante |cent |mille )"
_STEMS = ("mort", "tue", "decede", "bless", "disparu", "victime", "deces", "interpell", "arret", "rescap", "surviv", "hospitalis", "evacu", "contamin", "infect", "cas", "otage", "sinistre", "sans-abri", "cadavre", "corps")
_NOUN = "|".join(("morts?", "tués?", "tuées?", "décédée?s?", "blessée?s?", "disparue?s?", "victimes?", "décès", "interpellations?", "interpellée?s?", "arrestations?", "arrêtée?s?", "rescapée?s?", "survivante?s?", "hospitalisée?s?", "évacuée?s?", "contaminée?s?", "infectée?s?", "cas", "otages?", "sinistrée?s?", "sans-abri", "cadavres?"))
_COUNT = re.compile(rf"({_NUMBER})\s?(?:(?:personnes?|hommes?|femmes?|enfants?|civils?|policiers?|soldats?|gendarmes?|autres|nouveaux|nouvelles|de|ont été|sont|étaient|avaient été|seraient|auraient été)\s){{0,4}}({_NOUN})\b")
_NUMBER_OF = re.compile(rf"\b(?:nombre|bilan|total) (?:de |des |d')(?:personnes )?({_NOUN})\b[^;:]*?\b(?:à|de) ({_NUMBER})")
_BILAN = re.compile(r"\b(?:le|ce) bilan\b")
_FIRST_TOLL = re.compile(r"\b(?:premier|provisoire|précédent|ancien)\b|\bavait\b")
_WHOLE = re.compile(rf"({_NUMBER})\s?(?:personnes\s)?(?:(?:ont été|sont|étaient|seraient|auraient été)\s)?({_NOUN})\b")
_PART = re.compile(r"\b(?:dont|parmi|autres?|premiers?|premières?|précédent|un temps|français\w*|porte|portant|alourdi\w*|enfin|supplémentaires?|de plus|d'abord|ensuite|puis|l'autre|à savoir)\b")
_FIRST_ONE = re.compile(r"\b(?:un|le|les|de|des)? ?premiers? (?:bilans?|décomptes?)\b[^.;]*\b(?:faisai(?:t|ent)|évoquai(?:t|ent)|étai(?:t|ent)|annonçai(?:t|ent)|avai(?:t|ent))\b")
_PUT_RIGHT = re.compile(r"\b(?:mais|puis|avant|ensuite|désormais|finalement|depuis|alors que)\b")
_FINAL = re.compile(r"\bbilan (?:définitif|final)\b|\bn'a(?:urait)? (?:finalement )?fait que\b|\brevue?s? à la baisse\b")
#: What else the newer count may be of: another event, another time, another place.
_ELSEWHERE = re.compile(r"\b(?:en|de|depuis|fin|début) (?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) )?(?:19|20)\d\d\b|\bl'an dernier\b|\bl'année (?:dernière|précédente)\b|\bdepuis (?:le début|(?:le|l')(?:conflit|guerre))\b|\bdont\b")
_FINDS = frozenset("retrouver trouver découvrir identifier arrêter interpeller repêcher libérer évacuer secourir saisir repérer localiser".split())
_CLAIMS = frozenset("nier affirmer raconter déclarer assurer dire prétendre soutenir contester démentir expliquer jurer clamer".split())
_FIRST = re.compile(r"\b(?:d'abord|dans un premier temps|initialement|au départ|au début|tout d'abord|jusqu'alors|jusqu'ici|jusque-là)\b")
_OTHER_STORY = re.compile(r"\b(?:une (?:histoire|version|explication) différente|une autre (?:version|histoire|explication))\b")
_SUSPECTED = re.compile(r"\bétai(?:t|ent) (?:\w+ ){0,3}(?:suspecte?s?|soupçonnée?s?)\b")
_BUT = re.compile(r"(?:mais|or|cependant|toutefois|pourtant|en réalité)\b")
_IN_FACT = re.compile(r"\b(?:finalement|en réalité|aucun lien|rien à voir|il n'en (?:est|était|fut) rien|(?:est|était|s'est) (?:avérée?|révélée?) (?:faux|fausse|erronée?|infondée?|inexacte?)|a (?:vite |rapidement |depuis |ensuite )?été (?:écartée?|démentie?|infirmée?|abandonnée?))\b")
_IN_VAIN = re.compile(r"\b(?:en vain|vainement|sans succès|sans y parvenir|n'(?:a|ont|est|y est) pas (?:réussi|parvenu)\w*|a échoué|ont échoué)\b")
_AT_LAST = re.compile(r"\b(?:cette fois|finalement|a (?:ensuite |enfin )?réussi|réussissant|parvenant enfin|est (?:ensuite |enfin )?parvenue?)\b")
_STILL = re.compile(r"\b(?:encore|toujours)\b")


def superseded(source: Source, telling: Telling) -> bool:
    """Return whether a later sentence of the article, not of the telling, gives a newer state of what the telling tells."""
    words = unquoted(telling.text)
    return _counted_again(source, telling, words) or _given_up(source, telling, words) or _over(source, telling, words) or _more_found(source, telling) or _overturned(source, telling, words) or _belied(source, telling, words) or _first_toll(source, telling, words)


def counts(words: str) -> dict[str, set[str]]:
    """Return the numbers told of each sort of victim, by the stem of its noun: ``words`` plain and without quotes."""
    made: dict[str, set[str]] = {}
    for number, noun in [(match.group(1), match.group(2)) for match in _COUNT.finditer(words)] + [(match.group(2), match.group(1)) for match in _NUMBER_OF.finditer(words)]:
        made.setdefault(_stem(noun), set()).add(re.sub(r"[\s.,]", "", number))
    return made


def _stem(noun: str) -> str:
    bare = noun.translate(str.maketrans("éè", "ee"))
    found = next((stem for stem in _STEMS if bare.startswith(stem)), bare)
    return {"tue": "mort", "decede": "mort", "deces": "mort", "cadavre": "corps"}.get(found, found)


def _counted_again(source: Source, telling: Telling, words: str) -> bool:
    """« 262 blessés lundi soir », where the article counts 332 further on."""
    return bool(counts(words)) and any(
        recounts(words, _said(source, index))
        for index in range(telling.sentence + telling.sentences, len(source.analysis.sentences))
        if source.analysis.sentences[index].paragraph >= 0 and source.is_matter(index)
    )


def recounts(told: str, later: str) -> bool:
    """Return whether ``later``, a further sentence of the same article, gives another number of the same victims as ``told`` for the newer one. Both plain and without quotes."""
    own = counts(told)
    if not own or _ELSEWHERE.search(told) or known()["newer"].search(later) is None and (_BILAN.search(later) is None or _FIRST_TOLL.search(later) is not None) or _ELSEWHERE.search(later):
        return False
    newer = counts(later)
    return any(stem in newer and not newer[stem] & numbers for stem, numbers in own.items())


def _belied(source: Source, telling: Telling, words: str) -> bool:
    """« Deux personnes ont été tuées », under the title « Attentat : trois morts »: some of them only, or an older count."""
    title = source.analysis.article.title
    known = counts(plain(title.of(source.text))) if title is not None else {}
    opening = source.analysis.paragraphs[source.first_paragraph].span
    if not known and not opening.overlaps(telling.span):
        known = counts(unquoted(opening.of(source.text)))
    if not known or _ELSEWHERE.search(words) or _PART.search(words) or any(source.clause[i].tense in ("pluperfect", "imperfect", "simple-past") for i in telling.clauses if i in source.clause):
        return False
    own = {_stem(match.group(2)): _value(match.group(1)) for match in _WHOLE.finditer(words)}
    return any(value > 0 and value < min(map(_value, known[noun])) for noun, value in own.items() if noun in known)


def _first_toll(source: Source, telling: Telling, words: str) -> bool:
    """« Un premier bilan faisait état de neuf victimes », « le bilan est monté à huit morts » where the last one is lower: an error since put right."""
    if _FIRST_ONE.search(words) is not None and _PUT_RIGHT.search(words) is None:
        return True
    if _BILAN.search(words) is None or _FINAL.search(words) is not None:
        return False
    sentences = range(telling.sentence + telling.sentences, len(source.analysis.sentences))
    return any(_FINAL.search(plain(source.analysis.sentences[index].span.of(source.text))) is not None for index in sentences if source.is_matter(index))


def _value(number: str) -> int:
    bare = re.sub(r"[\s.,]", "", number)
    read = parse_number(bare)
    return int(read.value) if read is not None and read.value.isdigit() else 0


def _given_up(source: Source, telling: Telling, words: str) -> bool:
    """« En septembre, il avait raconté une histoire différente », « il avait d’abord nié »: of one who has since owned to it."""
    if known()["avowal"].search(words):
        return False
    for clause in (source.clause[i] for i in telling.clauses if i in source.clause):
        if clause.tense == "imperfect" and clause.subject_entity is not None and _SUSPECTED.search(words) and _avows(source, clause):
            return True
        if clause.lemma not in _CLAIMS or clause.tense != "pluperfect" and _FIRST.search(words) is None:
            continue
        if _OTHER_STORY.search(words) or clause.subject_entity is not None and _avows(source, clause):
            return True
    return False


def _avows(source: Source, claim: Clause) -> bool:
    pattern = known()["avowal"]
    return any(
        clause.subject_entity == claim.subject_entity and clause.id != claim.id and clause.sentence != claim.sentence and clause.tense in ("present", "perfect", "simple-past") and not clause.negated and pattern.search(plain(clause.span.of(source.text))) is not None
        for clause in source.analysis.clauses
    )


def _over(source: Source, telling: Telling, words: str) -> bool:
    """« Les gendarmes cherchaient encore ce matin. Entre-temps, le corps a été retrouvé »: what was still going on is over."""
    last = telling.sentence + telling.sentences - 1
    if _STILL.search(words) is None or not any(source.clause[i].tense == "imperfect" for i in telling.clauses if i in source.clause):
        return False
    return _follows(source, last) and known()["newer-opening"].match(_said(source, last + 1)) is not None


def _overturned(source: Source, telling: Telling, words: str) -> bool:
    """« Un signalement faisait état d’un suspect. Mais il n’y aurait finalement aucun lien », « il a tiré, en vain. Il a tiré à nouveau, réussissant cette fois »: the next sentence turns it round."""
    last = telling.sentence + telling.sentences - 1
    if not _follows(source, last):
        return False
    following = _said(source, last + 1)
    if _BUT.match(following) and (found := _IN_FACT.search(following)) is not None and found.start() < 70:
        return True
    return _IN_VAIN.search(words) is not None and _AT_LAST.search(following) is not None


def _more_found(source: Source, telling: Telling) -> bool:
    """« Un os a été retrouvé. […] Entre-temps, presque tout le squelette a été retrouvé. »: one find of two, and the lesser."""
    own = {source.clause[i].lemma for i in telling.clauses if i in source.clause and not source.clause[i].negated} & _FINDS
    last = telling.sentence + telling.sentences - 1
    if not own:
        return False
    for index in range(last + 1, min(last + 4, len(source.analysis.sentences))):
        if not _follows(source, index - 1):
            return False
        if known()["newer-opening"].match(_said(source, index)) and any(clause.lemma in own and not clause.negated for clause in source.clauses_of.get(index, ())):
            return True
    return False


def _follows(source: Source, index: int) -> bool:
    """Return whether the next sentence is of the same paragraph."""
    sentences = source.analysis.sentences
    return index + 1 < len(sentences) and sentences[index + 1].paragraph == sentences[index].paragraph


def _said(source: Source, index: int) -> str:
    return unquoted(source.analysis.sentences[index].span.of(source.text))
