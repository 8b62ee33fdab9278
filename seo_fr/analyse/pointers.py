"""« autre », « même », « ce dernier », « plus tard », « c’est », « ce choix », « y », « en »: when they point out of their sentence and when they do not."""

from __future__ import annotations

import re
from typing import Literal

from seo_fr.analyse.bindings import Referent, Referents
from seo_fr.analyse.referring import ReferringWords
from seo_fr.analyse.syntax import Tree

Verdict = Literal["bound", "inner", "obstacle", "none"]

_DEICTIC_AFTER = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "midi", "après-midi", "soir", "soirée", "nuit", "matinée", "jour-ci", "semaine", "semaines", "mois", "année", "années", "an", "ans", "week-end", "été", "hiver", "printemps", "automne", "saison", "journée", "jours", "heures", "temps-ci", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "siècle", "fois-ci", "minutes", "décennies", "mètres", "kilomètres", "secondes", "temps", "week"]
)  # fmt: skip
_NUMBERS = frozenset(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plusieurs", "aucun", "aucune"])
_LINKS = frozenset(["également", "aussi", "en outre", "en effet", "en revanche", "par ailleurs", "par conséquent", "par contre", "d'ailleurs", "au contraire", "toutefois", "cependant", "néanmoins", "pourtant", "donc", "ainsi", "alors", "non plus", "de plus", "en conséquence", "pour autant", "à son tour", "à leur tour"])
_AFTER_THAT = frozenset(["ensuite", "puis", "par la suite", "plus tard", "plus tôt", "peu après", "peu avant", "auparavant", "aussitôt", "dans la foulée", "entre-temps", "entretemps", "entre temps", "jours après", "ans après", "mois après", "heures après", "minutes après", "le lendemain", "la veille", "le surlendemain", "dès le lendemain", "l'année suivante", "le mois suivant", "la semaine suivante", "l'année précédente", "le mois précédent", "la semaine précédente", "l'année d'avant", "le jour suivant", "jusque-là", "jusqu'alors", "à cette occasion", "à cette date", "au même moment", "à ce moment", "à ce moment-là", "ce jour-là", "cette année-là", "ce soir-là", "simultanément", "pendant ce temps", "dès lors", "à cet effet", "l'avant-veille"])
_SELVES = frozenset(["lui-même", "elle-même", "eux-mêmes", "elles-mêmes"])
_MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])


def judge(tree: Tree, label: str, phrase: tuple[str, ...], i: int, begin: int, end: int, later: bool, there: Referents, known: ReferringWords) -> Verdict:
    """Return what a sequence that may point back does at ``i``: «bound» (it does not), «inner» (to an earlier clause), «obstacle», or «none» (it is another thing)."""
    joined = " ".join(phrase).replace("' ", "'")
    after = i + len(phrase)
    if label == "also":
        return _also(tree, joined, i, after, begin, later, there)
    if label == "time":
        return _time(tree, joined, i, after, begin, later, there)
    if label == "definite":
        return _pair(tree, phrase, i, after, begin, end, there)
    if label == "dependent":
        return "obstacle" if i <= begin + 1 and not later else "bound"
    if label == "other":
        return _other(tree, joined, phrase, i, after, begin, later, there, known)
    return "obstacle"


def _also(tree: Tree, joined: str, i: int, after: int, begin: int, later: bool, there: Referents) -> Verdict:
    if joined in _SELVES:
        return "bound" if there.of_stressed(i) is not None else "obstacle"
    if joined in ("ainsi", "alors") and (tree.word(after) in ("que", "qu'") or tree.word(after) == "même" and tree.word(after + 1) in ("que", "qu'")):
        return "bound"
    if joined == "ainsi" and tree.word(i - 1) in ("pour", "et"):
        return "bound"
    if joined == "aussi":
        following = tree.tokens[after] if after < tree.last else None
        if tree.word(i - 1) in ("mais", "et", "ou", "tout", "d'", "est-ce", "lui", "eux", "elle", "elles"):
            return "bound"
        if following is not None and (following.pos == "ADV" or following.pos == "ADJ" or tree.word(after) in ("bien", "peu", "longtemps")) and any(tree.word(k) in ("que", "qu'") for k in range(after, after + 6)):
            return "bound"
        if following is not None and following.pos == "ADJ" and following.feature("VerbForm") != "Part" and tree.word(i - 1) in ("un", "une", "d'", "contenu"):
            return "bound"
    if joined == "également" and tree.word(i - 1) in ("et", "mais", "ou"):
        return "bound"
    if joined == "de plus" and (tree.word(after) in ("en", "que", "qu'", "de", "d'") or (i > begin and tree.word(i - 1) != ",")):
        return "none"  # « de plus en plus », « trois de plus que »
    if later and joined in _LINKS:
        return "inner"
    if joined == "alors" and _within(tree, i, there):
        return "bound"
    return "obstacle"


def _within(tree: Tree, i: int, there: Referents) -> bool:
    """Whether ``i`` stands in a subordinate clause whose main verb comes before it: what happens in that clause is told from there."""
    groups = there.groups_above(i)
    return len(groups) > 1 and any(g.finite < groups[0].start - 1 for g in groups[1:])


def _time(tree: Tree, joined: str, i: int, after: int, begin: int, later: bool, there: Referents) -> Verdict:
    following = tree.word(after)
    if joined in ("le lendemain", "la veille", "le surlendemain", "l'avant-veille", "dès le lendemain", "à l'époque", "de l'époque", "à cette date"):
        if following in ("de", "d'", "du", "des", "où"):
            return "bound"
    if joined in ("à ce moment", "à cette date") and following == "où":
        return "bound"
    if joined.endswith((" après", " avant")) and (following in ("le", "la", "l'", "les", "un", "une", "des", "du", "que", "qu'", "avoir", "être", "d'", "son", "sa", "ses", "leur", "leurs", "cette", "ce", "cet") or after < tree.last and tree.tokens[after].pos in ("PROPN", "NOUN")):
        return "bound"
    if joined in ("plus tard", "plus tôt") and (following in ("que", "qu'", "dans", "ce", "cet", "cette", "possible") or tree.word(i - 1) in ("au", "le", "trop", "n'importe")):
        return "bound"  # « plus tôt dans la semaine », « au plus tard »
    if joined == "puis" and i > begin:
        return "bound"
    if joined not in _AFTER_THAT:
        return "obstacle"
    if later:
        return "inner"
    if i > begin and (_within(tree, i, there) or any(g.finite < i for g in tree.groups if g is not there.group_above(i) and g not in there.groups_above(i)[:1]) and _dated(tree, begin, i) or _coordinated_before(tree, i)):
        return "bound"
    return "bound" if i > begin + 2 and _dated(tree, begin, i) else "obstacle"


def _dated(tree: Tree, begin: int, i: int) -> bool:
    """Whether a date stands before in the clause."""
    return any(tree.words[k] in _MONTHS or re.fullmatch(r"(?:19|20)\d\d", tree.words[k]) for k in range(begin, i))


def _coordinated_before(tree: Tree, i: int) -> bool:
    """« … a fermé la route, puis ensuite le pont », « avec ensuite l’intention »: what stands before the adverb is the first step."""
    return tree.word(i - 1) in ("et", "puis", "avec")


def _pair(tree: Tree, phrase: tuple[str, ...], i: int, after: int, begin: int, end: int, there: Referents) -> Verdict:
    if phrase[0] not in ("les", "des", "aux") or len(phrase) != 2:
        return "obstacle"
    if tree.word(after) in ("premiers", "premières", "derniers", "dernières", "prochains", "prochaines", "tiers", "dernier", "côtés", "bords", "cotés", "rives", "mi-temps") or tree.word(after) in _DEICTIC_AFTER:
        return "bound"
    noun = after
    while noun < end and tree.tokens[noun].pos in ("ADJ", "ADV", "NUM") and noun - after < 4:
        noun += 1
    if any(tree.word(k) in ("plus", "meilleurs", "meilleures", "principaux", "principales", "pires", "grands", "grandes") for k in range(after, noun + 1)):
        return "bound"
    before = [r for r in there.all if r.end <= i and (r.number == "p" and r.end - r.start > 1 and any(tree.words[k] in ("et", "ou") for k in range(r.start, r.end)))]
    if phrase[1] == "deux" and (before or _opposed(tree, i, there)):
        return "bound"
    following = tree.word(noun + 1)
    if noun + 1 < end and tree.tokens[noun + 1].pos in ("ADJ", "VERB") and tree.tokens[noun + 1].feature("Gender") and tree.tokens[noun].feature("Gender") and tree.tokens[noun + 1].feature("Gender") != tree.tokens[noun].feature("Gender"):
        return "obstacle"
    if noun + 1 < end and noun < end and tree.tokens[noun].pos == "NOUN" and (following in ("de", "d'", "du", "des", "dont", "entre") or tree.tokens[noun + 1].pos in ("PROPN", "ADJ") or following.endswith("ant") or tree.tokens[noun + 1].feature("VerbForm") == "Part"):
        return "bound"
    return "obstacle"


def _opposed(tree: Tree, i: int, there: Referents) -> bool:
    """Whether two names of persons or collectives stand before, one subject: « Lille a battu Metz, les deux clubs… »."""
    names = [r for r in there.all if r.name and r.end <= i and r.sort != "thing"]
    return len({tree.words[r.head] for r in names}) == 2


def _other(tree: Tree, joined: str, phrase: tuple[str, ...], i: int, after: int, begin: int, later: bool, there: Referents, known: ReferringWords) -> Verdict:
    following = tree.word(after)
    token = tree.tokens[after] if after < tree.last else None
    first, last = phrase[0], phrase[-1]
    if first in ("ce", "cet", "cette", "ces", "le", "la", "les") and following in _DEICTIC_AFTER:
        return "none"
    if joined in ("ce dernier", "cette dernière", "ces derniers", "ces dernières"):
        if token is not None and token.pos == "NOUN":
            return _same_noun(tree, i, after)
        agreed = {"dernier": ("m", "s"), "dernière": ("f", "s"), "derniers": ("m", "p"), "dernières": ("f", "p")}[last]
        return _place(there.of_last(i, *agreed), begin, later)
    if last in ("second", "seconde"):
        return "none" if token is not None and (token.pos in ("NOUN", "ADJ", "PROPN") or following in ("et", "de", "d'", "du", "guerre")) else "obstacle"
    if last in ("tel", "telle", "tels", "telles"):
        return "bound" if following in ("que", "qu'", "quel", "quelle") or tree.word(after + 1) in ("que", "qu'") and len(phrase) == 1 else _same_noun(tree, i, after) if len(phrase) > 1 else "obstacle"
    if last in ("même", "mêmes"):
        if any(tree.word(k) in ("que", "qu'") for k in range(after, after + 6)) or following == "si":
            return "bound"
        if any(re.fullmatch(r"(?:19|20)\d\d", tree.word(k)) for k in range(after, after + 4)) or any(tree.word(k) == "l'" and tree.word(k + 1) in ("an", "année") for k in range(after, after + 4)):
            return "bound"  # « au même mois en 2017 »
        if joined in ("du même", "des mêmes") and following in ("nom", "âge", "genre", "type", "ordre", "coup", "sexe"):
            return "bound"
        return _same_noun(tree, i, after)
    if joined == "le reste":
        return "bound" if following in ("de", "du", "des", "d'") else "obstacle"
    if last in ("chacun", "chacune"):
        if following in ("des", "de", "d'", "du"):
            return "bound"
        plural = [r for r in there.all if r.number == "p" and r.end <= i]
        return "bound" if plural and i > begin else "obstacle"
    if joined in ("tous deux", "toutes deux", "tous les deux", "toutes les deux"):
        if following in _DEICTIC_AFTER:
            return "bound"
        return "bound" if any(r.number == "p" and r.subject and r.end <= i for r in there.all) else "obstacle"
    if joined in ("parmi lesquels",):
        return "bound" if i > begin else "obstacle"
    if last in ("eux", "elles", "d'entre", "entre"):
        gender = "f" if "elles" in phrase or tree.word(after) == "elles" else "m"
        found = [r for r in there.all if r.number == "p" and r.end <= i and r.gender in (gender, "")]
        return _place(found[-1], begin, later) if found else "obstacle"
    if last in ("autre", "autres"):
        return _another(tree, joined, phrase, i, after, begin, later, there, known)
    return "obstacle"


def _place(bound: Referent | None, begin: int, later: bool) -> Verdict:
    if bound is None:
        return "obstacle"
    return "inner" if bound.head < begin else "bound"


def _same_noun(tree: Tree, i: int, after: int) -> Verdict:
    noun = next((k for k in range(after, min(tree.last, after + 3)) if tree.tokens[k].pos == "NOUN"), -1)
    if noun < 0:
        return "obstacle"
    return "bound" if any(tree.tokens[k].lemma == tree.tokens[noun].lemma and tree.tokens[k].pos == "NOUN" for k in range(tree.first, i)) else "obstacle"


def _another(tree: Tree, joined: str, phrase: tuple[str, ...], i: int, after: int, begin: int, later: bool, there: Referents, known: ReferringWords) -> Verdict:
    """« un autre incendie » wants a first; « d’autres pays », « X et les autres coureurs », « un autre véhicule » after a vehicle do not."""
    noun = next((k for k in range(after, min(tree.last, after + 3)) if tree.tokens[k].pos in ("NOUN", "PROPN")), -1)
    if noun >= 0 and _same_noun(tree, i, after) == "bound":
        return "bound"
    before = {tree.word(k) for k in range(i - 3, i)}
    if phrase[0] in _NUMBERS and later:
        return "inner"
    if noun >= 0 and i > begin and joined in ("d'autres", "les autres", "un autre", "une autre") and any(tree.word(k) in ("dont", "comme", "notamment", "tels", "telles") for k in range(noun + 1, noun + 4)):
        return "bound"
    if joined == "d'autres" and tree.word(i - 1) in ("dizaines", "centaines", "milliers", "millions") and any(tree.words[k] == tree.word(i - 1) for k in range(tree.first, i - 1)):
        return "bound"
    if noun >= 0 and i > begin and {tree.words[noun], tree.tokens[noun].lemma.lower()} & known.generic and noun not in there.subject_heads and phrase[0] not in _NUMBERS:
        return "bound"
    content = any(tree.tokens[k].pos in ("NOUN", "PROPN") for k in range(begin, i))
    if not content:
        return "inner" if later and noun >= 0 else "obstacle"
    listed = tree.word(i - 1) in ("et", "ou", "comme", "que", "qu'", "ni") or tree.word(i - 1) in ("d'", "de", "des", "à", "aux") and tree.word(i - 2) in ("et", "ou", "que", "comme")
    if listed and noun >= 0 and i > begin + 1:
        return "bound"
    if noun < 0:
        return "bound" if joined in ("les autres", "l'autre") and before & {"l'un", "les", "à", "avec", "contre"} and later else "obstacle"
    forms = {tree.words[noun], tree.tokens[noun].lemma.lower()}
    subject = any(head == noun for head in there.subject_heads)
    if phrase[0] in ("les", "aux", "des") and not subject and forms & known.humans:
        return "bound"
    return "inner" if later and not subject else "obstacle"


def cleft(tree: Tree, i: int, begin: int, end: int) -> bool:
    """Return whether « c’est » at ``i`` only sets off what the sentence itself tells: « C’est Lille qui gagne », « c’est en mai que… », « La surprise, c’est… », « plus de cent cas »."""
    at = i + 1
    while at < end and tree.word(at) in ("n'", "ne", "donc", "bien", "aussi", "véritablement", "surtout", "d'abord", "désormais", "finalement", "ainsi", "justement", "précisément", "notamment", "est", "sont", "était", "étaient", "sera", "serait", "fut", "soit", "encore", "alors", "toujours", "enfin"):
        at += 1
    if at >= end or not any(tree.word(k) in ("est", "sont", "était", "étaient", "sera", "serait", "fut") for k in range(i + 1, at)):
        return False
    if any(tree.word(k) in ("n'", "ne") for k in range(i + 1, at)):
        return False
    # « La meilleure manière de perdre, c’est… »: the comma stands just before, and what stands before it is a phrase and no adjunct
    if tree.word(i - 1) == "," and i - 1 > begin:
        begin = next((k for k in range(begin, i) if not tree.is_punct(k)), begin)
        opening = tree.tokens[begin]
        finite = any(g.finite in range(begin, i) for g in tree.groups)
        if (opening.pos == "DET" and not finite) or tree.words[begin] in ("ce", "celui", "celle", "ceux"):
            return True
    if tree.word(at) == "au" and tree.word(at + 1) == "tour":
        return True
    start = next((k for k in range(begin, i) if not tree.is_punct(k)), begin)
    if tree.words[i] == "c'" and i > start and tree.tokens[start].pos == "DET" and tree.tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ") and not any(g.finite in range(start, i) for g in tree.groups):
        return True  # « La sécurité c’est l’affaire de tous »
    link = next((k for k in range(at + 1, min(end, at + 40)) if tree.word(k) in ("qui", "que", "qu'")), -1)
    if link < 0 or not any(g.finite > link for g in tree.groups):
        return False
    token, word = tree.tokens[at], tree.word(at)
    if any(tree.words[k] in (":", ";", "»", ".") for k in range(at, link)):
        return False
    if any(tree.word(k) == "fois" for k in range(at, link)) and tree.word(link) in ("que", "qu'"):
        return True
    if (token.pos == "PROPN" or token.span.of(tree.text)[0].isupper()) and tree.word(link) == "qui":
        return True
    if (token.pos == "ADP" or word in ("à", "dans", "en", "pour", "avec", "sur", "lors", "grâce", "après", "sous", "par", "au", "aux", "chez", "contre", "depuis", "dès")) and tree.word(link) in ("que", "qu'") and word not in ("de", "d'", "selon"):
        return not any(tree.word(k) in ("cela", "ce", "cette", "ces", "lui", "eux") for k in range(at, link))
    if word in ("un", "une", "des") and i > begin + 2 and tree.word(i - 1) == "," and tree.word(link) == "qui":
        return True  # « Samedi, à Gap, c’est un moniteur qui… »
    if word in ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui"):
        return True
    if token.pos == "NUM" or word[:1].isdigit() or word in ("plus", "près", "environ", "quelque", "moins") and any(tree.tokens[k].pos == "NUM" or tree.words[k][:1].isdigit() or tree.words[k] in ("centaine", "dizaine", "millier", "million", "milliers") for k in range(at, link)):
        return True
    if word in ("le", "la", "l'", "les") and tree.word(link) == "qui" and at + 1 < link:
        said = [tree.words[k] for k in range(at, min(link, at + 5))]
        if {"plus", "seul", "seule", "premier", "première", "meilleur", "meilleure", "dernier", "dernière", "moins", "même", "deuxième", "troisième", "seconde"} & set(said):
            return False
        names = any(tree.tokens[k].pos == "PROPN" for k in range(at, link))
        return names or tree.tokens[at + 1].pos == "NOUN"
    return False


def after_clause(tree: Tree, begin: int, i: int) -> bool:
    """Return whether a whole clause, closed by « , et », « mais », a semicolon or colon, stands before ``i`` in the same piece of text."""
    for k in range(begin + 1, i):
        if (tree.words[k] in (";", ":", "mais") or tree.words[k] == "et" and tree.words[k - 1] == ",") and any(begin <= g.finite < k for g in tree.groups):
            return all(g.finite < k or g.finite >= i for g in tree.groups)
    return False


def demonstrated(tree: Tree, i: int, noun: int, begin: int, later: bool, there: Referents, known: ReferringWords) -> Literal["bound", "inner", "quoted", "obstacle"]:
    """Return where « ce N » finds what it shows: in its clause («bound»), in an earlier one («inner»), in the quotation it stands in («quoted»), nowhere («obstacle»)."""
    lemma = tree.tokens[noun].lemma.lower() if noun < tree.last else ""
    earlier = [k for k in range(tree.first, i) if tree.tokens[k].lemma.lower() == lemma and tree.tokens[k].pos in ("NOUN", "PROPN") and len(lemma) > 3]
    if earlier:
        return "inner" if earlier[-1] < begin else "bound"
    if noun < tree.last and tree.word(noun) in ("genre", "type", "sorte"):
        return "bound"
    if there.regions[i]:
        return "obstacle" if tree.word(noun) in ("contexte", "cadre", "sens", "propos", "titre", "point", "sujet") or noun < tree.last and {lemma, tree.word(noun)} & known.shells else "quoted"
    if noun < tree.last and {lemma, tree.word(noun)} & known.shells:
        if later:
            return "inner"
        if after_clause(tree, begin, i):
            return "bound"
    return "obstacle"


def place_or_part(tree: Tree, i: int, there: Referents) -> Referent | None:
    """Return what « y » (a place named in another clause before) or « en » with a number (things counted before) stands for."""
    own = there.group_above(i)
    if tree.words[i] == "y":
        verb = next((k for k in range(i + 1, min(tree.last, i + 4)) if tree.tokens[k].pos == "VERB"), -1)
        if verb >= 0 and tree.words[verb] in ("voit", "voient", "voyait", "voyaient", "vu") and tree.word(i - 1) == "qui":
            # « La mesure a fait réagir le journal, qui y voit un cadeau »
            return next((r for r in there.all if r.subject and r.end <= i and r.sort == "thing" and there.group_above(r.head) is not own), None)
        if verb >= 0 and tree.tokens[verb].lemma in ("mettre", "répondre", "participer", "assister", "renoncer", "faire", "croire", "penser", "songer", "contribuer", "opposer", "consacrer", "remédier", "prendre"):
            return None
        if verb >= 0 and tree.tokens[verb].feature("VerbForm") == "Inf" and any(tree.word(k) in ("pour", "afin") for k in range(i - 3, i)):
            held = [r for r in there.all if r.end <= i and r.sort in ("thing", "collective") and (r.subject or tree.dep(r.head) in ("obj", "obl:arg")) and not {tree.words[r.head]} & there.words.measures]
            if held:
                return held[-1]
        for referent in reversed(there.all):
            if referent.end <= i and not referent.pronoun and tree.word(referent.start - 1) in ("à", "au", "en", "dans", "aux", "de", "d'", "du", "vers", "sur", "chez", "la", "le", "l'") and referent.name and referent.sort == "collective":
                if there.group_above(referent.head) is not own or (verb >= 0 and tree.tokens[verb].feature("VerbForm") == "Inf"):
                    return referent
        return None
    relative = own is not None and any(tree.words[k] in ("qui", "que", "qu'") for k in range(max(tree.first, own.start - 2), own.start))
    before = [g for g in tree.groups if g.finite < i and g is not own]
    if tree.word(i + 1) in ("profite", "profitent", "fait", "font", "profité") and (relative or before and own is not None and before[-1].finite < i and any(tree.words[k] in (",", ";", "et") for k in range(before[-1].finite, i))):
        return next((r for r in reversed(there.all) if r.end <= i), None)
    number = any(tree.tokens[k].pos == "NUM" or tree.words[k] in ("plus", "près", "environ", "moins") for k in range(i + 2, min(tree.last, i + 6)))
    if not number:
        spoken = [g for g in tree.groups if there.regions[i] and there.regions[g.finite] == there.regions[i] and g.finite < i and g is not own]
        return next((r for r in reversed(there.all) if spoken and r.end <= i and there.regions[r.head] == there.regions[i]), None)
    return next((r for r in reversed(there.all) if r.end <= i and r.number == "p" and there.group_above(r.head) is not own), None)
