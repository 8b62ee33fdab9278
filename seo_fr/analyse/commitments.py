"""What the newspaper itself vouches for: whatever is doubtful is never «asserted»."""

from __future__ import annotations

from seo_fr.analyse.segments import Segment, subject_of
from seo_fr.analyse.speaker_phrases import lemma_of, opinion_holder
from seo_fr.analyse.speech_lexicon import ALWAYS_SPEECH, LOCUTIONS, RELATIVES, ReportingLexicon, lexicon, looks_spoken
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.model import Commitment, Quote, Statement
from seo_fr.rulebook import Rulebook


def tagged(tree: Tree, start: int, end: int, main: VerbGroup, words: ReportingLexicon) -> bool:
    """Whether a verb of speech stands after a mark as a tag: « , ont annoncé les secours », « , fait savoir le club », « , explique-t-il »."""
    for group in tree.groups:
        if not start <= group.finite < end or group.finite == main.finite:
            continue
        lemma = lemma_of(tree, group.verb)
        spoken = lemma in words.reporting or (lemma == "faire" and tree.word(group.end) in words.words["saying"])
        if spoken and (not group.whole or (tree.word(group.start - 1) in _TAG_MARKS and tree.word(group.end) not in ("que", "qu'"))):
            return True
    for k in range(start + 1, end):
        if tree.words[k - 1] in _TAG_MARKS and tree.words[k].endswith(("e", "ent", "it", "d", "t")) and looks_spoken(tree.words[k], words):
            following = tree.tokens[k + 1] if k + 1 < tree.last else None
            if following is not None and (following.pos in ("DET", "PROPN", "PRON") or tree.words[k + 1].startswith("-")) and tree.tokens[k].pos != "DET":
                return True
    return False


_SAID_AFTER = frozenset(("que", "qu'", "la", "le", "l'", "les", "des", "un", "une", "son", "sa", "ses", ":", "avoir", "être", "ne"))
_OPENING = ("«", "“", '"')
_FRAMING = frozenset(("avancer", "émettre", "formuler", "évoquer", "soulever", "défendre"))
_FRAMED = frozenset(("hypothèse", "thèse", "piste", "explication", "scénario", "idée"))
_TAG_MARKS = frozenset((",", "»", "”", "–", "—", "(", "!", "?"))


def _closing_source(tree: Tree, end: int, statements: tuple[Statement, ...]) -> bool:
    """Whether the sentence ends, after the clause's end, with « selon X »: it may speak of all that stands before it."""
    for statement in statements:
        if statement.cue_lemma not in LOCUTIONS or statement.cue_lemma == "pour" or statement.speaker_span is None:
            continue
        first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= statement.cue.start), tree.last)
        if first < end or any(tree.words[k] == ";" for k in range(end, first)):
            continue
        if not any(statement.speaker_span.end <= tree.tokens[g.finite].span.start for g in tree.groups):
            return True
    return False


def _told_later(tree: Tree, participle: int, end: int) -> bool:
    """Whether « que » opens what is said after an adjunct of the participle."""
    for k in range(participle + 1, min(participle + 9, end)):
        if tree.words[k] in ("que", "qu'"):
            return tree.dep(k) == "mark" or tree.tokens[participle + 1].pos in ("ADP", "ADV")
        if k in tree.group_of or tree.words[k] in (",", ":", ";", "qui", "dont", "où"):
            return False
    return False


def _quotes_its_object(tree: Tree, end: int, group: VerbGroup, words: ReportingLexicon) -> bool:
    """Whether somebody's words stand just after a verb of speech: « Les juges y relevaient « un pilotage défaillant » »."""
    lemma = lemma_of(tree, group.verb)
    if lemma in words.words["minds"] and not group.passive and any(tree.words[k] in _OPENING for k in range(group.end, end)):
        return True  # « trouve le délai « insuffisant » »
    reflexive = any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite)) and "se " + lemma in words.verbs
    return (lemma in words.reporting or reflexive) and not group.passive and tree.word(group.end) in _OPENING


def _told_under(tree: Tree, start: int, end: int, group: VerbGroup, statements: tuple[Statement, ...]) -> bool:
    """Whether the verb taken for the clause's own is that of a relative, and a verb of speech with its own subject governs the clause: « Devant des élus qui attendaient, le maire a déclaré que… »."""
    if not tree.dep(group.head).startswith("acl"):
        return False
    for other in tree.groups:
        if not (group.finite < other.finite and start <= other.start and other.end <= end and any(s.cue.start <= tree.tokens[other.verb].span.start < s.cue.end for s in statements)):
            continue
        subject = subject_of(tree, other)
        if subject is not None and group.end < subject < other.start and tree.tokens[subject].pos in ("NOUN", "PROPN") and tree.word(tree.extents[subject][0] - 1) == ",":
            return True
    return False


def _signed(tree: Tree, end: int, group: VerbGroup, words: ReportingLexicon) -> bool:
    """Whether the sentence ends with its speaker without a comma: « Les effectifs vont augmenter assure Paul Martin »."""
    k = end - 1
    while k > group.end and tree.tokens[k].pos == "PROPN":
        k -= 1
    return group.end < k < end - 1 and end - k <= 5 and looks_spoken(tree.words[k], words) and tree.words[k - 1] not in ("qui", "et", "ou", ",", "le", "la", "l'", "se", "s'", "ne", "n'", "par", "de", "d'") and tree.tokens[k].pos != "ADJ" and tree.tokens[k - 1].pos not in ("DET", "ADP", "PRON") and tree.words[k].endswith(("e", "ent", "it", "ait"))


def _hearsay_beside(tree: Tree, start: int, end: int, main: VerbGroup) -> bool:
    """Whether another verb of the clause, in no relative and in no « que » clause, is in the conditional of hearsay: « Il avait loué une voiture et aurait acheté une arme », « c'est lui qui aurait tiré »."""
    before = start
    for group in sorted(tree.groups, key=lambda one: one.finite):
        if not start <= group.finite < end:
            continue
        if group.finite != main.finite and group.tense in ("conditional", "past-conditional"):
            between = [tree.words[k] for k in range(before, group.start)]
            cleft = "qui" in between and any(tree.words[k] in ("c'", "ce") and tree.tokens[k + 1].lemma == "être" for k in range(max(start, group.finite - 9), group.finite))
            if cleft or not any(word in ("qui", "que", "qu'", "dont", "où", "si", "s'", "lequel", "laquelle", "«") for word in between):
                return True
        before = group.end
    return False


_REMARKED = frozenset(("dire", "noter", "savoir", "rappeler", "souligner", "préciser", "ajouter", "signaler", "constater", "remarquer", "relever"))
_REMARKING = frozenset(("falloir", "convenir", "être", "rester"))


def _remark(tree: Tree, start: int, end: int) -> int:
    """The index after « Il faut dire que », « il est à noter que », by which the newspaper speaks for itself, where no doubt follows; ``start`` if none stands there."""
    at = next((k for k in range(start, min(start + 4, end)) if tree.words[k] == "il"), None)
    if at is None or any(tree.tokens[k].pos not in ("CCONJ", "ADV", "PUNCT") for k in range(start, at)) or at + 2 >= end or tree.tokens[at + 1].lemma not in _REMARKING:
        return start
    said = next((k for k in range(at + 2, min(at + 6, end)) if tree.tokens[k].feature("VerbForm") == "Inf"), None)
    if said is None or tree.tokens[said].lemma not in _REMARKED or tree.word(said + 1) not in ("que", "qu'") or any(tree.words[k] in ("ne", "n'", "lui", "leur") for k in range(at, said)):
        return start
    if any(g.tense in ("conditional", "past-conditional", "future") for g in tree.groups if said < g.finite < end) or any(tree.words[k] in ("«", "“", '"', "selon") for k in range(said, end)):
        return start
    return said + 2


def _by_repute(tree: Tree, end: int, group: VerbGroup) -> bool:
    """« Les élus sont dits hostiles », « il passe pour un homme prudent »: what is said of somebody, by nobody who is named."""
    after = tree.word(group.end)
    if tree.tokens[group.verb].lemma == "passer" and group.finite == group.verb:
        return after == "pour" and group.end + 1 < end and (tree.tokens[group.end + 1].pos == "ADJ" or tree.word(group.end + 1) in ("être", "avoir", "le", "la", "l'", "un", "une", "des"))
    if tree.words[group.verb] not in ("dit", "dite", "dits", "dites") or not (group.passive or group.copular):
        return False
    return group.end < end and (tree.tokens[group.end].pos == "ADJ" or after in ("être", "avoir", "proche", "proches", "prêt", "prête", "prêts", "prêtes"))


def _unveils(tree: Tree, group: VerbGroup) -> bool:
    """« Une plaque a été dévoilée », « le maire dévoile une statue »: what is uncovered is a thing, and nobody says it."""
    if tree.tokens[group.verb].lemma != "dévoiler":
        return False
    subject = subject_of(tree, group)
    things = [subject] if group.passive else [k for k in tree.kids(group.verb, "obj") if k >= group.end]
    return any(k is not None and tree.tokens[k].lemma.lower() in _UNCOVERED for k in things)


_UNCOVERED = frozenset("plaque stèle statue buste monument fresque sculpture tableau toile portrait mémorial".split())


def _main_seems(tree: Tree, start: int, end: int, main: VerbGroup) -> bool:
    """Whether the clause is the subject of « semble » or « paraît »: « Que la ville ait saisi le juge semble prouver le projet »."""
    if tree.words[start] not in ("que", "qu'"):
        return False
    return any(g.finite > main.finite and g.finite < end and tree.tokens[g.finite].lemma in ("sembler", "paraître") and tree.word(g.start - 1) not in ("qui", "que", "qu'", "dont", "où") for g in tree.groups)


def _foretold(tree: Tree, start: int, end: int, main: VerbGroup, words: ReportingLexicon) -> Commitment | None:
    """What a clause after the colon commits to: « L'agence a affiné le calcul : la rentrée aura sans doute lieu en mai » asserts no date."""
    colon = next((k for k in range(main.end, end) if tree.words[k] == ":"), None)
    group = next((g for g in tree.groups if colon is not None and colon < g.finite < end), None)
    if colon is None or group is None or subject_of(tree, group) is None or any(tree.words[k] in ("qui", "que", "qu'", "dont", "où", "«") for k in range(colon, group.start)):
        return None
    if any(phrase for k in range(colon, min(group.end + 3, end)) for phrase in words.hedges.at(tree, k)):
        return "conditional"
    return None


def _opinion_told(tree: Tree, start: int, end: int, words: ReportingLexicon) -> bool:
    """« C'est aussi ce que pense le père d'un élève »: what is told is somebody's view."""
    start += tree.words[start] in ("et", "mais", "or")
    if tree.word(start) not in ("c'", "ce"):
        return False
    k = next((k for k in range(start + 1, min(start + 6, end - 2)) if tree.words[k] == "ce" and tree.words[k + 1] in ("que", "qu'")), None)
    return k is not None and any(looks_spoken(tree.words[m], words) or tree.tokens[m].lemma in ("penser", "croire", "dire", "juger", "redouter", "craindre", "espérer") for m in range(k + 2, min(k + 5, end)))


def _long_quote(tree: Tree, start: int, end: int, quotes: tuple[Quote, ...]) -> bool:
    """Whether somebody's words, eight or more with a verb among them, stand in the clause: « Le club met « tout en œuvre pour assurer la sécurité de son public » »."""
    place = tree.span(start, end)
    for quote in quotes:
        if place.covers(quote.span) and len(quote.span.of(tree.text).split()) >= 10:
            if any(tree.tokens[k].pos in ("VERB", "AUX") for k in range(start, end) if quote.span.covers(tree.tokens[k].span)):
                return True
    return False


def _told_from(statement: Statement) -> int:
    """Where what the newspaper does not vouch for begins: with the verb, where that itself is hearsay (« un homme qui aurait crié »)."""
    return min(statement.cue.start, statement.content.start) if statement.commitment == "alleged" else statement.content.start


def clause_commitment(tree: Tree, segment: Segment, statements: tuple[Statement, ...], quotes: tuple[Quote, ...], book: Rulebook) -> Commitment:
    """Return what the newspaper commits itself to in the clause: «asserted» only where nothing in it leaves a doubt."""
    group = segment.group
    words = lexicon(book)
    at = tree.tokens[group.finite].span.start
    head = tree.tokens[group.head].span.start
    covering = [s for s in statements if s.content.start <= at < s.content.end or s.content.start <= head < s.content.end]
    if covering:
        smallest = min(covering, key=lambda s: (len(s.content), s.id))
        return smallest.commitment if smallest.commitment != "asserted" else "attributed"
    cues = [s for s in statements if s.cue.start <= tree.tokens[group.verb].span.start < s.cue.end or s.cue.start <= at < s.cue.end]
    if cues:
        return cues[0].commitment
    if any(q.span.start <= at < q.span.end for q in quotes):
        return "attributed"
    if tree.sentence.doubtful and tree.sentence.doubtful != "title":
        return "attributed"
    start, end = segment.start, segment.end
    for k in range(start, end):
        phrase = words.attributions.first_at(tree, k)
        if phrase is not None and tree.word(k + 1) not in RELATIVES:
            noun = next((m for m in range(k + len(phrase), min(end, k + len(phrase) + 4)) if tree.tokens[m].pos in ("NOUN", "PROPN")), None)
            if noun is None or tree.tokens[noun].lemma.lower() not in words.not_speakers:
                return "attributed"
    remark = _remark(tree, start, end)
    if _by_repute(tree, end, group) or any(_by_repute(tree, end, g) for g in tree.groups if start <= g.finite < end and tree.dep(g.head).startswith("conj") and tree.head(g.head) == group.head):
        return "attributed"
    if any(tree.words[k] in ("«", "»", "“", "”", '"') for k in range(start, end)) and any(q.whole and q.span.overlaps(tree.span(start, end)) for q in quotes):
        return "attributed"
    lemma = lemma_of(tree, group.verb)
    if lemma in words.reporting and any(tree.words[k] in ("que", "qu'") for k in range(group.end, min(end, group.end + 6))):
        return "attributed"
    reflexive = any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
    for cue in words.verbs.get("se " + lemma if reflexive else lemma, ()):
        if cue.cls in ALWAYS_SPEECH and lemma not in words.words["also-acts"] and not _unveils(tree, group):
            return cue.commitment
    if lemma in _FRAMING and not group.passive and any(tree.tokens[k].lemma.lower() in _FRAMED for k in range(group.end, min(end, group.end + 4))):
        return "attributed"  # « Les chercheurs avancent l'hypothèse d'une inflammation »
    if (lemma in words.words["said"] and not group.passive) or _quotes_its_object(tree, end, group, words) or _signed(tree, end, group, words) or _told_under(tree, start, end, group, statements):
        return "attributed"
    if group.finite == group.verb and tree.words[group.finite] in ("a", "ont", "avait", "avaient", "aura", "auront") and tree.word(group.finite + 1) == ",":
        parted = next((s for s in statements if s.cue.start > at and s.cue.end <= tree.tokens[end - 1].span.end and tree.text[s.cue.start - 2 : s.cue.start] == ", "), None)
        if parted is not None:
            return parted.commitment if parted.commitment != "asserted" else "attributed"  # « X a, lors du débat, accusé Y »
    if group.finite == group.verb and tree.words[group.finite] in ("a", "ont", "avait", "avaient") and tree.word(group.end).endswith("é") and tree.word(group.end + 1) in ("que", "qu'"):
        return "attributed"
    if group.finite == group.verb and tree.words[group.finite] in ("a", "ont", "avait", "avaient", "est", "sont", "était", "étaient"):
        for k in range(group.end, min(group.end + 8, end)):
            if k in tree.group_of or tree.words[k] in ("qui", "que", "qu'", "dont", "où"):
                break
            if tree.words[k].endswith("é") and tree.tokens[k].pos == "VERB" and looks_spoken(tree.words[k], words) and (tree.word(k + 1) in _SAID_AFTER or _told_later(tree, k, end)):
                return "attributed"  # « a de source sûre annoncé que », « avait à ce propos raconté pendant des années que »
    marks = tree.span(start, end).of(tree.text)
    if marks.count("«") != marks.count("»") or marks.count("“") != marks.count("”"):
        return "attributed"
    if tagged(tree, start, end, group, words) or opinion_holder(tree, start, end, (), book) is not None:
        return "attributed"
    for k in range(start + 1, end):
        if tree.words[k] not in ("que", "qu'") or k < remark:
            continue
        told = k >= group.end and all(tree.tokens[m].pos == "ADV" for m in range(group.end, k)) and tree.dep(k) == "mark"
        if told and not group.copular and lemma not in words.words["factual"] and not any(tree.words[m] in ("ne", "n'") for m in range(start, group.finite)):
            return "attributed"
        clause_head = tree.head(k)
        if tree.dep(k) == "mark" and tree.dep(clause_head) == "ccomp" and tree.head(clause_head) in (group.head, group.verb) and lemma not in words.words["factual"] and not group.copular:
            return "attributed"
        saying = tree.words[k - 1] in words.words["saying"] and tree.word(k - 2) in ("fait", "font", "faire", "faisant", "fit")
        participle = saying or looks_spoken(tree.words[k - 1], words) and tree.tokens[k - 1].pos in ("VERB", "ADJ", "NOUN") and tree.words[k - 1].endswith(("é", "ée", "ant", "it", "is", "er", "ir", "re"))
        if participle and 5 * (end - k) >= 2 * (end - start):
            return "attributed"  # « , ayant été estimé que… »
        if k <= group.start and (looks_spoken(tree.words[k - 1], words) or looks_spoken(tree.words[k - 2] if k - 2 >= start else "", words)):
            return "attributed"
    if any(tree.words[k] == "à" and tree.word(k + 1) in ("ses", "leurs", "son", "leur") and tree.word(k + 2) in ("yeux", "avis", "sens") for k in range(start, end)):
        return "attributed"  # « La mesure constitue à ses yeux un progrès »
    if any(tree.words[k] in ("je", "j'", "mon", "ma", "mes") or tree.words[k] in ("me", "m'", "moi") for k in range(start, end)):
        return "attributed"  # the newspaper has no first person
    colon = next((k for k in range(start + 1, end) if tree.words[k] == ":"), None)
    if colon is not None and 5 * (end - colon) >= 2 * (end - start) and any(tree.tokens[k].pos == "NOUN" and tree.tokens[k].lemma.lower() in words.nouns for k in range(start, colon)):
        return "attributed"  # « La conclusion est claire pour les chercheurs : … »
    if start == tree.first and tree.words[start] in ("et", "mais") and tree.word(start + 1) in ("que", "qu'") and group.start - start <= 9:
        return "attributed"  # « Et que la mer monte. »: what the sentence before reports goes on
    mark = next((k for k in range(group.start - 1, start, -1) if tree.words[k] == ":"), None)
    if mark is not None:
        for other in tree.groups:
            cued = any(s.cue.start <= tree.tokens[other.verb].span.start < s.cue.end for s in statements)
            if start <= other.start and other.end <= mark and cued and subject_of(tree, other) is not None and not any(tree.words[k] in ("qui", "que", "qu'", "dont", "où") for k in range(start, other.start)):
                return "attributed"  # « Pour justifier la fermeture, la direction invoque des pertes : l'usine a perdu deux millions »
    place = tree.span(start, end)
    for statement in statements:
        if statement.commitment in ("alleged", "denied") and place.covers(statement.cue) and statement.cue.start > at:
            verb = next((g for g in tree.groups if statement.cue.start <= tree.tokens[g.verb].span.start < statement.cue.end), None)
            opened = max((g.end for g in tree.groups if g.finite < verb.start), default=start) if verb is not None else start
            if verb is not None and not any(tree.words[k] in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle") for k in range(max(start, opened, verb.start - 8), verb.start)):
                return statement.commitment  # « la parole se libère et des élus sont accusés de harcèlement »
    inside = max(
        ((min(s.content.end, place.end) - max(_told_from(s), place.start), -s.id, s.commitment) for s in statements if s.content.overlaps(place)), default=None
    )
    if inside is not None and 5 * inside[0] >= 2 * len(place):
        return inside[2] if inside[2] != "asserted" else "attributed"
    held = any(s.cue_lemma in LOCUTIONS and s.speaker_span is not None and place.covers(s.cue) and place.end - s.content.end <= 2 and 3 * len(s.content) >= len(place) for s in statements)
    if held:
        return "attributed"  # « Le maire fait campagne, mais pour le préfet il ne s'agit que de manœuvres »
    if tree.words[start] in ("c'", "ce") and any(s.commitment == "alleged" and s.speaker_span is None and s.content.overlaps(place) for s in statements):
        return "alleged"
    if _closing_source(tree, end, statements):
        return "attributed"
    if _opinion_told(tree, start, end, words):
        return "attributed"
    if (foretold := _foretold(tree, start, end, group, words)) is not None:
        return foretold
    if _main_seems(tree, start, end, group):
        return "conditional"
    if _hearsay_beside(tree, start, end, group):
        return "alleged"
    if group.tense in ("conditional", "past-conditional") or (lemma == "risquer" and any(tree.word(m) in ("de", "d'") for m in range(group.end, group.end + 2))):
        return "conditional"
    if tree.word(tree.last - 1) == "?" or any(tree.words[k] == "?" for k in range(end, tree.last)):
        return "conditional"
    if tree.words[start] in ("si", "s'") and tree.tokens[start].pos in ("SCONJ", "CCONJ", "ADV"):
        return "conditional"
    for k in range(start, end):
        for phrase in words.hedges.at(tree, k):
            if k < group.end + 8 or phrase[0] in ("présumé", "présumée"):
                subordinate = any(g.finite > group.finite and g.finite <= k for g in tree.groups)
                if not subordinate:
                    return "conditional"
    if group.tense in ("future", "near-future"):
        return "future"
    if group.negated:
        return "negated"
    if _long_quote(tree, start, end, quotes):
        return "attributed"
    if not segment.split and any(tree.words[k] in ("«", "“", '"') and tree.word(k + 1) not in ("oui", "non") for k in range(start, end)):
        return "attributed"
    return "asserted"
