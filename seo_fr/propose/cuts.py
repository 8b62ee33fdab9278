"""Whether what a telling leaves out of its sentence makes the sense of what is left: a suspension, a member of a list, an attribution, a denial."""

from __future__ import annotations

import re

from seo_fr.model import Clause, Span, Token
from seo_fr.propose.source import Source, Telling, in_quotes, plain
from seo_fr.propose.standing_words import known, unquoted

_COUNTED = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|cent|\d|plus|moins|près|environ|au moins|la (?:moitié|plupart|majorité)|certaine?s|plusieurs|quelques|beaucoup)\b"
_DONT = re.compile(rf"\bdont {_COUNTED}")
#: With no comma before it, what begins so belongs to what stands before.
_BOUND = frozenset("avec pour de d' du des que qu' par contre comme sans entre envers parmi selon jusqu'à jusqu' depuis malgré".split())
_JOINS = frozenset("et ou ni soit mais".split())
_ATTRIBUTION = re.compile(r"\b(?:selon|d'après)\b")
_COMMITS = ("accuse", "say", "believe", "warn")

#: Adverbs that add what is told to what was told.
ADDS = frozenset(["également", "aussi"])
_OF_A_TOLL = frozenset("blesser tuer mourir décéder périr disparaître arrêter interpeller inculper condamner hospitaliser évacuer détruire endommager toucher licencier supprimer perdre saisir incendier écrouer mettre placer faire dénombrer compter recenser déplorer décompter".split())


def adds_to_a_toll(source: Source, clause: Clause) -> bool:
    """Return whether the clause counts victims, arrests or losses: without its « également » it would count them all."""
    counts = any(clause.span.covers(figure.span) and not in_quotes(source, figure.span) and figure.unit not in ("%", "euro") for figure in source.analysis.figures if figure.sentence == clause.sentence)
    return clause.kind in ("toll", "arrest", "death", "injury") or counts and clause.lemma in _OF_A_TOLL


def _lost(source: Source, telling: Telling) -> list[Span]:
    """Return what the telling leaves out of its clauses, in order: its drops, and what stands before and after it."""
    made = [edit.span for edit in telling.edits if edit.kind == "drop"]
    clauses = [source.clause[clause] for clause in telling.clauses if clause in source.clause]
    if clauses and telling.sentences == 1:
        end = max(clause.span.end for clause in clauses)
        if end > telling.span.end:
            made.append(Span(telling.span.end, end))
    return made


def cut_below(source: Source, telling: Telling) -> bool:
    """Whether what fell makes the sense of what is left: « dont deux avec sursis », « en vain », one member of a list, the end of a noun."""
    never = known()["never-cut"]
    times = [time for time in source.analysis.times if time.sentence == telling.sentence]
    leans_on_day = re.search(r"\b(?:la veille|le lendemain|l'avant-veille)\b", plain(telling.text)) is not None
    if _half_of_subject(source, telling) or re.match(r"[-‑][a-zà-ÿ]", source.text[telling.span.end : telling.span.end + 2]):
        return True  # « les règles du fair[-play financier] »
    for span in _lost(source, telling):
        words = plain(span.of(source.text))
        bare = words.strip(" ,;.\u00a0")
        if bare in ADDS and any(clause.span.covers(span) and adds_to_a_toll(source, clause) for clause in source.clauses_of.get(telling.sentence, ())):
            return True  # « On dénombre [également] quinze blessés »: they alone, where the source has dead people too
        if not bare or any(edit.span == span and edit.rule in ("connecteur-initial", "incise-de-liaison", "annonce-initiale", "cheville", "phrase-de-citation") for edit in telling.edits):
            continue
        if re.fullmatch(r"aussi|également", bare) and re.search(r"\b(?:lui|elle|eux|elles)[\s\u00a0]*$", source.text[telling.span.start : span.start + 1]):
            return True  # « se trouve lui [aussi] en danger »
        if hangs(source.text, span, telling.span):
            return True
        if _NUMBERED_DAY.fullmatch(bare) and re.match(r"[\s\u00a0]?\d{1,2}(?:er)? [a-zé]", source.text[span.end : span.end + 8]):
            return True  # « a lancé [hier] 15 novembre »
        if _year_lost(source, telling, span) or re.search(r"\d\s*$", words) and re.match(r"\s?(?:e|er|re|ère|ème|%|°)(?![\w’'])", source.text[span.end : span.end + 5]):
            return True  # « termine [en 4 ]e position »
        if leans_on_day and any(time.span.overlaps(span) for time in times):
            return True
        if never.search(bare) or _DONT.search(bare):
            return True
        if re.match(r"[\s,]*(?:comme|tels?|telles?|notamment|dont|soit|y compris|en particulier|à savoir|c'est-à-dire|ainsi que?)\b", plain(source.text[span.end : min(telling.span.end, span.end + 16)])) and len(span) > 14:
            return True  # « un grave accident[, qui libéra des matières], comme le césium »
        if _EXPLAINED.match(source.text, span.end) and (len(span) > 14 or source.text[span.end : span.end + 1] == ",") and span.end < telling.span.end and span.start > telling.span.start + 1:
            return True  # « l’avancer [à vendredi], jour anniversaire… »; « réduire le Sénat [alors que deux chambres votent] : l’une et l’autre… »
        if span.start <= telling.span.start or span.start < telling.span.start + 2:
            continue  # what opened the sentence: judged by who dropped it
        tokens = [token for token in source.tokens_in(span) if token.pos != "PUNCT"]
        if not tokens:
            continue
        if _severed(source, telling, span, tokens, words):
            return True
    return False


#: A day that may stand before its date.
_NUMBERED_DAY = re.compile(r"hier|demain|avant-hier|aujourd'hui|(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)")
#: What says more of the words just before it.
_EXPLAINED = re.compile(r",[ \u00a0](?:jour|date|soirée|veille|lendemain|anniversaire|année|mois|moment)\b|[ \u00a0\u202f]?:[ \u00a0](?![«“\"])")
_HANGING = re.compile(r"\b(?:et|ou|mais|surtout|notamment|puis|entre|de|du|dès|jusqu'à|jusqu'au|depuis|dans|par|pour|sur|avec)\s*$")


def hangs(text: str, cut: Span, unit: Span) -> bool:
    """Whether a joint stays behind with nothing to join: « mercredi et surtout [jeudi 23 février]. »"""
    if plain(cut.of(text)).lstrip()[:1] in (",", "(", ";", ":", "–", "—"):
        return False
    after = text[cut.end : unit.end].strip(" \u00a0\u202f")
    return (not after or after[:1] in ",.;:!?…)») ") and _HANGING.search(plain(text[max(unit.start, cut.start - 16) : cut.start])) is not None


_DAY_OF_YEAR = re.compile(r"\b\d{1,2}(?:er)? \w+ (?:19|20)\d\d\b")


def _year_lost(source: Source, telling: Telling, span: Span) -> bool:
    """« Le club a été condamné à une amende [en 2014] »: without its year it happened now. The day of the news may go from the first paragraph."""
    words = source.text[span.start : span.end]
    years = re.findall(r"\b((?:19|20)\d\d)\b", words)
    if not years or not any(time.sentence == telling.sentence and time.span.overlaps(span) and re.search(r"\b(?:19|20)\d\d\b", time.span.of(source.text)) for time in source.analysis.times):
        return False
    if any(token.pos == "VERB" for token in source.tokens_in(span)):
        return False  # a clause of its own, that the year dates
    if _DAY_OF_YEAR.search(words) and source.is_lede(telling.sentence):
        return False
    return not any(year in telling.text for year in years)


def _half_of_subject(source: Source, telling: Telling) -> bool:
    """« Les championnats ont eu lieu dimanche et les tenants. »: the verb of a subject that stays is left out behind it."""
    if telling.sentences > 1:
        return False
    tokens = source.analysis.tokens
    end = source.analysis.sentences[telling.sentence].span.end
    for token in source.tokens_in(telling.span):
        head = tokens[token.head]
        if token.dep.startswith("nsubj") and token.pos in ("NOUN", "PROPN") and telling.span.end <= head.span.start < end and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if not any(edit.kind == "drop" and edit.span.covers(token.span) for edit in telling.edits) and not any(clause.subject is not None and clause.subject.covers(token.span) for clause in (source.clause[i] for i in telling.clauses if i in source.clause)):
                return True
    return False


def _severed(source: Source, telling: Telling, span: Span, tokens: list[Token], words: str) -> bool:
    """Whether what fell was tied to what stands before it: no comma parts them, or it was the next member of a list."""
    parted = words.lstrip(" \u00a0")[:1] in (",", "(", "–", "—", ":", ";") or source.text[: span.start].rstrip()[-1:] in (",", "(", "–", "—", ")")
    first = plain(tokens[0].span.of(source.text))
    head = source.analysis.tokens[tokens[0].head]
    if words.lstrip(" \u00a0")[:1] == "(":
        return False
    if re.match(r"[\s,]*(?:ainsi que?\b|ainsi qu'|de même que?\b|comme l[ea]s?\b)", words):
        return True
    if not parted and tokens[0].pos == "ADP" and _counts(source, telling, span):
        return True  # « 121 000 vols ont été enregistrés en 2016 [dans les transports] »: of what is counted
    if first in _JOINS:
        follows = tokens[1] if len(tokens) > 1 else None
        return not (first == "et" and follows is not None and _finite_soon(tokens[1:]))
    if parted and first in ("de", "d'", "du", "des", "à", "en", "soit", "par", "sur", "contre") and _in_list(source, telling, span, first):
        return True
    if any(time.span.overlaps(span) and len(bare_text(words)) <= len(time.span) + 8 for time in source.analysis.times):
        return False
    if not parted:
        if first in _BOUND:
            return True
        if tokens[0].pos in ("VERB", "ADJ") and tokens[0].feature("VerbForm") in ("Part", "") and head.pos in ("NOUN", "PROPN"):
            return True  # « une demande restée lettre morte »
        if tokens[0].dep == "conj":
            return True
    return False


def bare_text(words: str) -> str:
    """Return ``words`` without the marks and spaces around them."""
    return words.strip(" ,;.\u00a0\u202f")


def _counts(source: Source, telling: Telling, span: Span) -> bool:
    """Whether what stays counts something, and what fell is neither a date nor said again elsewhere: it may bound the count."""
    if any(time.span.overlaps(span) for time in source.analysis.times):
        return False
    return any(
        figure.sentence == telling.sentence and telling.span.covers(figure.span) and figure.span.end <= span.start and not in_quotes(source, figure.span) and not any(time.span.overlaps(figure.span) for time in source.analysis.times)
        for figure in source.analysis.figures
    )


def _finite_soon(tokens: list[Token]) -> bool:
    """Whether a second predicate begins here: a finite verb, clitics and negation before it at most."""
    for token in tokens[:4]:
        if token.pos in ("VERB", "AUX"):
            return token.feature("VerbForm") == "Fin"
        if token.pos not in ("PRON", "ADV", "PART"):
            return False
    return False


def _in_list(source: Source, telling: Telling, span: Span, first: str) -> bool:
    """Whether the same preposition opens what stands before the comma too: « accusée de déportation, d’avoir brûlé… »."""
    kin = {"de": ("de", "d'", "du", "des"), "d'": ("de", "d'", "du", "des"), "du": ("de", "d'", "du", "des"), "des": ("de", "d'", "du", "des")}.get(first, (first,))
    low, high = source._range(span)
    tokens = source.analysis.tokens
    roots = [i for i in range(low, high) if not span.covers(tokens[tokens[i].head].span) and tokens[i].pos != "PUNCT"]
    if any(tokens[i].dep == "conj" for i in roots):
        return True
    heads = {tokens[i].head for i in roots}
    for i in range(*source._range(telling.span)):
        if tokens[i].span.end <= span.start and plain(tokens[i].span.of(source.text)) in kin and tokens[tokens[i].head].head in heads and tokens[i].pos == "ADP" and first != "en":
            return any(plain(tokens[k].span.of(source.text)) in ("et", "ou") for k in range(low, high))
    return False


def frame_lost(source: Source, telling: Telling) -> bool:
    """Whether an attribution in another clause of the sentence holds for the clause told too, or a participle that opens it leans on the clause before."""
    if telling.sentences > 1:
        return False
    sentence = source.analysis.sentences[telling.sentence]
    told = plain(telling.text)
    rest = plain(source.text[sentence.span.start : max(sentence.span.start, telling.span.start)]) + " ¶ " + plain(source.text[min(sentence.span.end, telling.span.end) : sentence.span.end])
    rest += " ".join(plain(edit.span.of(source.text)) for edit in telling.edits if edit.kind == "drop")
    rest = re.sub(r"«[^»]*»", " ", rest)
    if _ATTRIBUTION.search(rest) and not _ATTRIBUTION.search(told) and ";" not in rest:
        return True
    for statement in source.analysis.statements:
        if statement.sentence != telling.sentence or statement.cue.overlaps(telling.span) or in_quotes(source, statement.cue):
            continue
        if any(edit.rule == "voix-du-rapport" for edit in telling.edits) and "selon" in told:
            continue  # who says it stands behind it
        behind = statement.content.start < statement.cue.start and statement.cue.start >= telling.span.end and ";" not in source.text[telling.span.end : statement.cue.start]
        if behind and statement.cls == "say" or statement.content.overlaps(telling.span) and statement.commitment != "asserted":
            return True  # « Deux ouvriers sont morts et…, a indiqué la préfecture »
    if re.match(r"[\s,;]*(?:mais|sauf|hormis|à condition|à moins|sous réserve|quitte à)\b", plain(source.text[min(sentence.span.end, telling.span.end) : sentence.span.end])):
        return True  # what limits it is cut off
    later = [clause for clause in source.clauses_of.get(telling.sentence, ()) if clause.id in telling.clauses]
    before = [clause for clause in source.clauses_of.get(telling.sentence, ()) if clause.span.end <= telling.span.start]
    if not later or not before:
        return False
    lead = later[0].lead
    if lead is not None and re.match(r"(?:et |puis |mais )?(?:après|avant|pour|en|sans) (?:avoir|être|s'|\w+ant\b)", plain(lead.of(source.text))):
        return True  # « un routier a crevé trois pneus et, après avoir appelé des renforts, un manifestant a été frappé »
    frame = before[0].lead
    timed = frame is not None and any(time.span.overlaps(frame) for time in source.analysis.times)
    own = any(time.span.overlaps(telling.span) for time in source.analysis.times if time.sentence == telling.sentence)
    return timed and not own and later[0].tense in ("perfect", "simple-past", "pluperfect", "imperfect")


def denial_lost(source: Source, telling: Telling) -> bool:
    """Whether a claim that somebody makes is told without the denial, or the missing confirmation, that stands beside it; or such a denial without what is denied."""
    denial = known()["denial"]
    last = telling.sentence + telling.sentences - 1
    sentences = source.analysis.sentences
    told = unquoted(telling.text)
    head = unquoted(first_sentence(source, telling))
    if _denies_nothing(head) and re.search(r",|\bqu[e']|\bmais\b", head[: found.start() if (found := denial.search(head)) else 0]) is None:
        return True
    sentence = sentences[telling.sentence]
    if telling.sentences == 1:
        rest = unquoted(source.text[min(sentence.span.end, telling.span.end) : sentence.span.end])
        rest += " ".join(plain(edit.span.of(source.text)) for edit in telling.edits if edit.kind == "drop" and len(edit.span) > 8)
        if denial.search(rest) and not denial.search(told):
            return True
    if _countered(source, last, told):
        return True
    if not _is_claim(source, last) or last + 1 >= len(sentences) or sentences[last + 1].paragraph != sentences[last].paragraph:
        return False
    following = unquoted(sentences[last + 1].span.of(source.text))
    found = denial.search(following)
    return found is not None and found.start() < 70 and (_denies_nothing(following) or re.search(r"\b(?:ces|cette|ce|les|l') ?(?:accusations?|informations?|allégations?|affirmations?|chiffres?|version|faits|hypothèse|reproches?)|\ben bloc\b", following) is not None)


_CLAIMED = re.compile(r"\b(?:vraisemblablement|probablement|sans doute|selon|d'après|critiques?|reproch\w+|soupçon\w+|accus\w+|serai(?:t|ent)|aurai(?:t|ent)|attribu\w+|impute\w*)\b")


#: « le chiffre est plutôt de 400 », also in somebody's quoted words: another count than the one just told.
_RATHER = re.compile(r"\bplutôt\b[^.!?]{0,25}\d|\d[^.!?,;]{0,20}\bplutôt\b|\bplus proche (?:de|des) [^.!?]{0,12}\d")


def _countered(source: Source, last: int, told: str) -> bool:
    """Whether the one or two sentences after a claim set another against it, which the telling leaves out."""
    sentences = source.analysis.sentences
    if not _is_claim(source, last) and _CLAIMED.search(told) is None:
        return False
    for index in (last + 1, last + 2):
        if index >= len(sentences) or sentences[index].paragraph != sentences[last].paragraph:
            return False
        following = unquoted(sentences[index].span.of(source.text))
        found = known()["counter"].search(following)
        if found is not None and found.start() < 90 or re.search(r"\d", told) and _RATHER.search(plain(sentences[index].span.of(source.text))):
            return True
        if index > last + 1 or not _is_claim(source, index) and _CLAIMED.search(following) is None:
            return False
    return False


def _denies_nothing(text: str) -> bool:
    """« La direction n’a pas confirmé. », « L’intéressé conteste les faits »: what, the sentence before says."""
    found = known()["denial"].search(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" .!?\u00a0»")
    return re.match(r"(?:$|,|les faits\b|en bloc\b|tout$|ces\b|cette\b|formellement$|catégoriquement$|réagir\b|s'exprimer\b|commenter$|à nos\b|aux sollicitations\b)", rest) is not None


def _is_claim(source: Source, sentence: int) -> bool:
    """Whether somebody claims something in the sentence, or it stands in the conditional of hearsay."""
    if any(clause.commitment in ("alleged", "attributed", "conditional") for clause in source.clauses_of.get(sentence, ())):
        return True
    return any(statement.sentence == sentence and statement.cls in _COMMITS for statement in source.analysis.statements)


def first_sentence(source: Source, telling: Telling) -> str:
    """Return the text of the first sentence of the telling."""
    end = source.analysis.sentences[telling.sentence].span.end
    if telling.sentences == 1:
        return telling.text
    return telling.text[: end - telling.span.start - sum(len(edit.span) - len(edit.after) for edit in telling.edits if edit.span.start < end)]
