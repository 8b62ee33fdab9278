"""Whether a telling reads as a sentence of its own: a main verb that is there, no list cut off, no question, no answer without its question."""

from __future__ import annotations

import re

from seo_fr.french.calendar import DAYS
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.alone import stands
from seo_fr.propose.part_reader import PARTICIPLE
from seo_fr.propose.severed import subject_fell
from seo_fr.propose.tell import Source, Telling, finish, in_quotes

#: What a sentence begins with that only goes on from the one before, or is no statement.
_FALSE_START = re.compile(
    r"(?:parce qu|que\b|qu['’]|pourquoi|comment|par exemple|d['’]ailleurs|à (?:l['’]inverse|ce propos|titre de comparaison|noter\b(?! qu))|autrement dit|en d['’]autres termes|c['’]est-à-dire|soit\b|dont\b|d['’]où\b|d['’]autant\b|voilà|voici"
    r"|c['’]est le cas\b|tel (?:est|fut) le cas|le même (?:jour|soir|matin)\b|au même moment|à la même (?:heure|date)|(?:à|de|dans|pour|avec|sur|par|chez) (?:celui|celle|ceux|celles)\b|tandis qu|alors qu|car\b|puisqu|ainsi\b|or\b|mais\b|et\b|ou\b|idem|même (?:chose|son|scénario|constat|topo)|pour (?:terminer|finir|conclure)\b|bref\b|\d[\d\u00a0\u202f ]* (?:ont|sont|avaient|étaient|seront|d['’]entre)\b|de quoi|un comble|reste (?:à|que)|telle?s?\b|d['’](?:un|autre) (?:côté|part)|d['’]une part|d['’]autre part)",
    re.IGNORECASE,
)
_FALSE_END = re.compile(r"\b(?:cit(?:er|é|e)|suivante?s?|comme|notamment|not(?:er|e)|ci-(?:dessous|après)|d['’]une part|à savoir)\W*$", re.IGNORECASE)
#: « Paul Morel est plus mesuré. »: than whom?
_COMPARED = re.compile(r"\b(?:est|sont|reste|restent|se montre|se montrent|était|étaient) (?:bien |beaucoup |nettement |un peu )?(?:plus|moins) \w+[.]$")
_LEANING_NOUN = re.compile(r"(?:Une?|Des|De) [^,.«»]{2,45}, (?:puisqu|car\b|alors qu|d['’]autant)", re.IGNORECASE)
_QUOTED = re.compile(r"«[^»]*»")
_OUR_VOICE = re.compile(r"\b(?:nous|notre|nos)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:ne |n['’]|se |s['’]|en |y )*(?:sont|ont|seront|auront|avaient|étaient|vont|font|furent|eurent|auraient|seraient)\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\bqu(?:e|['’]),? (?:lorsqu|si\b|s['’]|quand|après|avant|dès|une fois)[^,]*[.!?]$", re.IGNORECASE)
_QUOTE_ALONE = re.compile(r"«[^»]*»[\s.!?…]*")
_RELATIVES = ("qui", "que", "qu'", "dont", "où", "puisque", "puisqu'", "lorsque", "lorsqu'", "quand", "parce")
_ONLY = re.compile(r"\bn(?:e\b|['’])[^,;:.]*$", re.IGNORECASE)
_FRAME = re.compile(r"(?:alors que?|tandis que?|puisque?)\b", re.IGNORECASE)
_PROVISIONAL = re.compile(r"\b(?:premiers? bilans?|bilan provisoire|dans un premier temps|initialement|un temps)\b", re.IGNORECASE)

#: « … a d’abord fait état de 3 morts, puis a été porté à 4 »: the sentence corrects itself.
_REVISED = re.compile(r"\b(?:puis|ensuite|désormais|actuellement|révisée?s?|portée?s?|revue?s? à la)\b", re.IGNORECASE)


def is_sound(source: Source, telling: Telling) -> bool:
    """Return whether the telling is a whole sentence by itself."""
    text = telling.text
    if _FALSE_START.match(text) and not _frames(source, telling) or _FALSE_END.search(text.rstrip(" .…\u00a0")) or text.count("«") != text.count("»") or text.count("(") != text.count(")"):
        return False
    if subject_fell(source, telling.span, telling.edits):
        return False
    if _COMPARED.search(text) or _LEANING_NOUN.match(text) or _OUR_VOICE.search(_QUOTED.sub(" ", text)):
        return False  # « Un défi de taille, puisque… »; the newspaper's own « nous »
    if _QUOTE_ALONE.fullmatch(text) or (short := _CUT_SHORT.search(text)) is not None and not _ONLY.search(text[: short.start()]):
        return False  # nobody says it; what is said was cut off
    clause = source.clause[telling.clauses[0]]
    if any(edit.rule == "annonce-initiale" and " – " not in edit.span.of(source.text) for edit in telling.edits):
        return True
    if not telling.span.covers(clause.verb) or any(edit.kind == "drop" and _breaks_verb(source, clause, edit) for edit in telling.edits):
        return False
    if clause.subject is not None and (not any(edit.rule == PARTICIPLE for edit in telling.edits) and _is_misread(source, telling, clause) or clause.subject.of(source.text).replace("'", "’").lower() in _FLOATING):
        return False
    if any(edit.kind == "drop" and re.match(r"[ \u00a0]*[-–—] ", source.text[edit.span.end : edit.span.end + 4]) for edit in telling.edits):
        return False  # what the dash hung on is gone
    if any(edit.kind == "drop" and _HALF_OF_DAY.match(source.text, edit.span.end) and _DAY.search(edit.span.of(source.text)) for edit in telling.edits):
        return False  # « dimanche après-midi » lost its day alone
    if clause.subject is not None and clause.subject.of(source.text).lower() == "qui" and not _main_follows(source, telling, clause.verb.end) and not re.match(r"(?:ce (?:sont|n['’]|fut|sera)|c['’]est|et c['’]est|il y a)", text, re.IGNORECASE) and not in_quotes(source, clause.verb):
        return False  # « Paul Morel le rejoint et accélère devant Vidal, qui ne lâche rien »: the parse has lost the main verb
    if clause.subject is not None and clause.regular:
        between = source.text[clause.subject.start : clause.verb.start].replace("’", "'").lower().split()
        if between and between[-1] in _RELATIVES and "," not in source.text[clause.subject.start : clause.verb.start]:
            return False  # « Une attaque qui survient alors que… »: a noun and its relative, no sentence
    if telling.sentences == 1 and (_has_unnamed_subject(source, telling) or _has_unnamed_object(source, telling)):
        return False
    if _is_nominal(source, telling.sentence):
        return False
    return source.text[telling.span.end : telling.span.end + 2].strip("\u00a0\u202f ")[:1] != ":" and stands(source, telling)


def _breaks_verb(source: Source, clause: Clause, drop: Edit) -> bool:
    """Whether a drop takes a part of the verb itself away, and not an adverb within it (« a [également] donné »)."""
    parts = ("VERB", "AUX", "PART") if drop.rule == "incise-de-liaison" else ("VERB", "AUX", "PART", "PRON")
    return any(token.span.overlaps(clause.verb) and (token.pos in parts or token.feature("Polarity") == "Neg") for token in source.tokens_in(drop.span))


def _frames(source: Source, telling: Telling) -> bool:
    """« Alors que la liste sera connue samedi, Paul Morel tente… »: a main clause with its own subject follows, which needs nothing before it."""
    found = _FRAME.match(telling.text)
    return found is not None and _main_follows(source, telling, telling.span.start + found.end())


def _main_follows(source: Source, telling: Telling, start: int) -> bool:
    """Whether, behind a comma, a clause with a noun or a name for subject follows ``start``."""
    return any(
        clause.subject is not None
        and clause.subject_kind in ("name", "noun")
        and clause.subject.start > start
        and telling.span.covers(clause.verb)
        and clause.verb.start > clause.subject.start
        and re.search(r",(?: l['’]ancien(?:ne)?| l[ea]s?| l['’]|(?: [a-zà-ÿ]+){1,4})? ?$", source.text[start : clause.subject.start]) is not None
        and any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(clause.verb))
        for clause in source.clauses_of.get(telling.sentence, ())
    )


def _is_misread(source: Source, telling: Telling, clause: Clause) -> bool:
    """« Armand Gatti, figure du théâtre »: an apposition taken for a verb. « Google sont devenus »: the last of a list taken for the subject."""
    assert clause.subject is not None
    words = clause.subject.of(source.text)
    before = source.text[telling.span.start : clause.subject.start].rstrip() if telling.span.start < clause.subject.start else ""
    if "," not in words and source.text[clause.subject.end : clause.verb.start].strip() == "," and not _names_it(source, before, clause):
        return True
    entity = source.entity(clause.subject_entity)
    alone = clause.subject_kind == "name" and entity is not None and entity.number == "s" and not re.search(r",| et | ou |^les ", words, re.IGNORECASE) and not re.search(r"\bet$", before) and not re.match(r"\s+et (?:l[ea]s? |l['’])?[A-ZÉÈ]", source.text[clause.subject.end : clause.verb.start])
    return alone and _PLURAL.match(clause.verb.of(source.text)) is not None


def _names_it(source: Source, before: str, clause: Clause) -> bool:
    """« Le Premier ministre, Paul Morel, a milité »: what stands before the commas is a noun with its article, what stands between them names it, a finite verb follows."""
    assert clause.subject is not None
    verb = source.tokens_in(clause.verb)
    opens = re.search(r"(?:^|, )(?:l[ea]s?|l['’]|une?|des|deux|trois|quatre|cinq|plusieurs|son|sa|ses|leurs?)\s?[^,]{2,60},(?:[^,]{2,50} et)?$", before, re.IGNORECASE)
    return opens is not None and bool(verb) and verb[0].pos in ("AUX", "VERB", "PRON", "PART", "ADV") and any(token.feature("VerbForm") == "Fin" for token in verb)


_IMPERSONAL = re.compile(r"il (?:n['’])?(?:y |faut|fallait|faudra|fallut|s['’](?:agi|en faut)|(?:a|avait|aura|aurait) (?:\w+ )?(?:fallu|suffi|plu|neigé|existé)|est (?:\w+ ){1,3}(?:que?\b|qu['’]|d['’]|aux?\b)|sembl|rest|exist|suffi|convien|convena|pleu|neig|import|arriv|aura fallu)", re.IGNORECASE)


def _has_unnamed_subject(source: Source, telling: Telling) -> bool:
    """« Fidèle à la gauche, il était hostile… »: the pronoun is the subject, and what opens the sentence names nobody."""
    clause = source.clause[telling.clauses[0]]
    if clause.subject is None or clause.subject.of(source.text).lower() not in ("il", "elle", "ils", "elles") or not telling.span.covers(clause.subject):
        return False
    if any(edit.span.overlaps(clause.subject) for edit in telling.edits if edit.kind in ("reference", "drop")) or _IMPERSONAL.match(source.text, clause.subject.start):
        return False
    before = Span(telling.span.start, clause.subject.start)
    return not any(before.covers(mention.span) for entity in source.analysis.entities for mention in entity.mentions if mention.form != "pronoun")


_CLITIC = re.compile(r"(?:ne |n['’])?(?:(?:le|la|les|lui|leur) (?=\w+)|l['’](?!on\b))", re.IGNORECASE)


def _has_unnamed_object(source: Source, telling: Telling) -> bool:
    """« Tim Reed le rejoint »: whom, the sentence before says."""
    clause = source.clause[telling.clauses[0]]
    if clause.subject is None or clause.subject.start > clause.verb.start or any(quote.span.overlaps(clause.verb) for quote in source.analysis.quotes):
        return False
    if clause.lead is not None and any(token.pos in ("VERB", "AUX") for token in source.tokens_in(clause.lead)):
        return False  # « Quand le maire est arrivé, la foule l’a hué »
    group = source.text[clause.subject.end : clause.verb.end].strip()
    if any(token.pos == "DET" and token.span.start < clause.subject.end + 4 for token in source.tokens_in(Span(clause.subject.end, clause.verb.end))[:2]):
        return False  # « trois jeunes portant la kippa avaient été agressés », read as « la »
    return _CLITIC.match(group) is not None and not any(edit.span.overlaps(Span(clause.subject.end, clause.verb.end)) for edit in telling.edits if edit.kind == "reference")


_DAY = re.compile(rf"(?:{DAYS}|hier|demain)[ \u00a0]*$", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"[ \u00a0]*(?:au )?(?:matin|après-midi|soir|midi|dernier|prochain)\b")
#: Subjects that are some of those whom the sentence before names.
_FLOATING = frozenset(
    ["tous", "toutes", "tous deux", "toutes deux", "tous trois", "les deux", "les trois", "certains", "certaines", "d’autres", "aucun", "aucune", "chacun", "chacune", "l’un", "l’une", "l’autre", "les autres", "plusieurs", "beaucoup",
     "quelques-uns", "quelques-unes", "la plupart", "la majorité", "une partie", "les uns", "le premier", "la première", "le second", "la seconde", "le dernier", "la dernière", "le reste", "les deux autres", "un autre", "une autre"]
)  # fmt: skip


_NOMINAL = re.compile(r"(?:Une?|Des|Autre|Seule?|Bon(?:ne)?|Quelques|Nouvelle?|Premi(?:er|ère)|Grande?) [^,:«»]{2,60}?(?:, (?:puisque|car|alors que|qui|dont|mais)\b| (?:qui|dont)\b)")


def _is_nominal(source: Source, index: int) -> bool:
    """« Une attaque qui survient alors que… », « Un challenge de taille, puisque… »: a noun with its relative, where the parse has no main verb."""
    sentence = source.analysis.sentences[index]
    first, last = sentence.tokens
    if _NOMINAL.match(sentence.span.of(source.text)) is None and source.analysis.tokens[first].pos != "ADJ":
        return False
    tokens = source.analysis.tokens[first:last]
    roots = [i for i, token in enumerate(tokens, first) if token.head == i]
    return not any(source.analysis.tokens[i].pos in ("VERB", "AUX") or any(token.head == i and token.dep in ("cop", "nsubj:pass", "aux:pass") for token in tokens) for i in roots)


_NEAR_FUTURE = re.compile(r"\b(?:va|vont) (?:\w+ ){0,2}(?:s['’]|se |l['’]|y |en )?\w+(?:er|ir|re|oir)\b")
_SURE_FUTURE = re.compile(
    r"(?-i:\b[a-zà-ÿ]+(?:era|eront|ira|iront|ra|ront)\b)|\bprévu|\bprogrammé|\battendu|\bannonc|\bprochain|\bdemain\b|\bd['’]ici\b|\bbientôt\b|\bdésormais\b|\bà partir d|\bà venir\b|\b(?:doit|doivent|devrait|devraient|pourrait|pourraient)\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b",
    re.IGNORECASE,
)


#: « Les capacités seront mises en évidence par le fait que… », « l’individu B s’attendra à »: how a test works, not what comes next.
_METHOD = re.compile(
    r"\b(?:sera|seront) (?:\w+ ){0,2}(?:mise?s? en évidence|mesurée?s?|calculée?s?|comparée?s?|considérée?s? comme|définie?s?|déterminée?s?|observée?s?|analysée?s?|évaluée?s?|pondérée?s?|réputée?s?|prise?s? en compte)\b"
    r"(?![^.]*\b(?:(?:19|20)\d\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|prochaine?s?|prochainement|bientôt|d['’]ici|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)"
    r"|\bpar le fait qu|(?-i:\b(?:individu|sujet|personne|participant|patient) [A-Z]\b(?!['’.]))",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:Toute (?:personne|infraction|demande)|Tout \w+|Quiconque|Celui qui|Ceux qui|Nul ne)\b[^.]*\b\w+(?:ra|ront)\b", re.IGNORECASE)

#: « On s’attardera sur la salle des carnets »: what a visitor is told to do.
_ADVICE = re.compile(r"On (?:ne |n['’])?(?:s['’]|se |y |en )?\w+ra(?!\w)")


def looks_ahead(telling: Telling, said: bool) -> bool:
    """Return whether a telling taken for the future is one: « vont rapidement prendre la tête », in the story of a race, looks back."""
    bare = _QUOTED.sub(" ", telling.text)
    if _METHOD.search(bare) or _RULE.match(bare) or _ADVICE.match(bare):
        return False
    return said or _NEAR_FUTURE.search(bare) is None or _SURE_FUTURE.search(bare) is not None


def is_provisional(telling: Telling) -> bool:
    """Return whether the telling gives what a later sentence of the same article corrects: « Le premier bilan faisait état de… »."""
    return _PROVISIONAL.search(telling.text) is not None and _REVISED.search(telling.text) is None


_ANNOUNCED = re.compile(
    r"(?:(?:rappelons|notons|précisons|signalons|soulignons|ajoutons)(?: (?:aussi|également|enfin|ici|cependant|toutefois|d['’]ailleurs|par ailleurs|en outre))?|on (?:note|notera|rappelle|rappellera|remarque|remarquera|constate|relève|relèvera)(?: (?:aussi|également|enfin|cependant|toutefois|d['’]ailleurs|par ailleurs|en outre|en effet))?"
    r"|il (?:est à|est bon de|faut|convient de|y a lieu de|est utile de) (?:noter|rappeler|souligner|préciser|signaler|remarquer)|(?:à|a) (?:noter|rappeler|souligner|signaler))[ \u00a0](?:que,?[ \u00a0]|qu['’])",
    re.IGNORECASE,
)


def _announces(obstacle: str) -> bool:
    """Whether the obstacle is the « Rappelons » that falls."""
    return obstacle.startswith("speaker:") and _ANNOUNCED.match(f"{obstacle.removeprefix('speaker:')} que ") is not None


def announced(source: Source) -> tuple[Telling, ...]:
    """Return what the newspaper announces in the first person (« Rappelons que… »), told without the announcement, where nothing in it leans on what came before."""
    made = []
    for index, sentence in enumerate(source.analysis.sentences):
        clauses = source.clauses_of.get(index, ())
        if sentence.doubtful or sentence.paragraph < 0 or not clauses or clauses[0].person == 3 and clauses[0].subject is not None or not source.is_matter(index) or _ANNOUNCED.match(source.text, sentence.span.start) is None:
            continue
        if any(not _announces(obstacle) for clause in clauses for obstacle in clause.obstacles) or any(quote.span.overlaps(sentence.span) and not sentence.span.covers(quote.span) for quote in source.analysis.quotes):
            continue
        words = sentence.span.of(source.text)
        span = Span(sentence.span.start, sentence.span.start + len(words.rstrip()))
        bare = without_announcement(source, Telling(span, (), words, tuple(clause.id for clause in clauses), index))
        if bare.edits:
            made.append(bare)
    return tuple(made)


#: « DORANGE, 12 novembre – », « Paris (AFP) - »: where and when it was written, not what happened.
_DATELINE = re.compile(r"[A-ZÉÈÀÎÔ][\w’' -]{1,40}(?:, (?:le )?\d{1,2}(?:er)? \w+(?: \d{4})?(?: \([A-Z][\w ]*\))?| \([A-Z]{2,}\))[ \u00a0]?[–—-][ \u00a0]+|[A-ZÉÈÀÎÔ][\w’'-]{2,25}[ \u00a0][–—-][ \u00a0]+(?=(?:L[ea]s?|Une?|Des|Deux|Trois) |L['’])")


def without_announcement(source: Source, telling: Telling) -> Telling:
    """Return the telling without the dateline, or the « Rappelons que », « On note aussi que », « Il est à noter que », that opens it; as it is where none does."""
    found = _ANNOUNCED.match(source.text, telling.span.start) or _DATELINE.match(source.text, telling.span.start)
    if found is None or any(edit.kind == "drop" and edit.span.start < found.end() < edit.span.end for edit in telling.edits) or found.end() >= telling.span.end:
        return telling
    drop = Edit("drop", "annonce-initiale", Span(telling.span.start, found.end()), "")
    kept = [edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and edit.span.start >= found.end()]
    done = finish(source, telling.span, [drop, *kept])
    if done is None or done[2][:2].lower() in ("n’", "n'"):
        return telling
    return Telling(*done, telling.clauses, telling.sentence, telling.dropped + len(drop.span), telling.strict, telling.sentences)
