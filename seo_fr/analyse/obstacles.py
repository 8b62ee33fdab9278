"""What in a clause can only be understood with the text before it: pronouns, possessives, demonstratives, connectives and the like.

An obstacle is written «kind:words as they stand». ``inner`` is what an earlier clause of the same sentence explains. ``connective`` and ``short-name`` do not hinder a clause from standing alone once the writer has dropped
the first or replaced the second; all others do.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from seo_fr.analyse.bindings import SUBJECTS, Referent, Referents
from seo_fr.analyse.impersonal import impersonal
from seo_fr.analyse.phrases import Phrases, words_of
from seo_fr.analyse.pointers import after_clause, cleft, demonstrated, judge, place_or_part
from seo_fr.analyse.referring import referring_words
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.model import Entity
from seo_fr.rulebook import Rulebook

SOFT = ("connective:", "short-name:", "short-title:")

_SPEAKER = frozenset(["je", "j'", "nous", "vous", "tu", "t'", "moi", "me", "m'", "mon", "ma", "mes", "notre", "nos", "votre", "vos"])
POSSESSIVES = frozenset(["son", "sa", "ses", "leur", "leurs"])
_DEICTIC = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "midi", "après-midi", "soir", "soirée", "nuit", "matinée", "jour-ci", "semaine", "semaines", "mois", "année", "années", "an", "ans", "week-end", "été", "hiver", "printemps", "automne", "saison", "journée", "jours", "heures", "temps-ci", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "siècle", "fois-ci", "week", "week-ends", "temps"]
)


@dataclass(frozen=True)
class AnaphorLexicon:
    """Word lists compiled from the rules: connectives (by length, longest first), sequences that point back, and neutral insertions."""

    connectives: Phrases
    anaphors: Phrases
    labels: dict[tuple[str, ...], str]  # of the anaphors
    insertions: tuple[tuple[str, ...], ...]
    persons: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]


@functools.lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> AnaphorLexicon:
    """Return the compiled lists of ``book``."""
    connectives: list[tuple[str, ...]] = []
    anaphors: list[tuple[tuple[str, ...], str]] = []
    insertions: list[tuple[str, ...]] = []
    lists: dict[str, set[str]] = {"persons": set(), "titles": set(), "institutions": set()}
    for rule in book.of_kind("connectives"):
        connectives += [words_of(p) for p in rule.data["phrases"]]
    for rule in book.of_kind("anaphors"):
        if rule.data["role"] == "phrase":
            anaphors += [(words_of(p), rule.data.get("label", "anaphor")) for p in rule.data["words"]]
        elif rule.data["role"] == "insertion":
            insertions += [words_of(p) for p in rule.data["words"]]
        else:
            lists[rule.data["role"]].update(w.lower() for w in rule.data["words"])
    connectives.sort(key=lambda w: (-len(w), w))
    anaphors.sort(key=lambda w: (-len(w[0]), w))
    insertions.sort(key=lambda w: (-len(w), w))
    labels: dict[tuple[str, ...], str] = {}
    for phrase, label in anaphors:
        labels.setdefault(phrase, label)
    return AnaphorLexicon(
        Phrases(connectives),
        Phrases(labels),
        labels,
        tuple(insertions),
        frozenset(lists["persons"]),
        frozenset(lists["titles"]),
        frozenset(lists["institutions"]),
    )


def connective_at(tree: Tree, start: int, end: int, book: Rulebook) -> int:
    """Return the end of the connective (with its comma) that begins at ``start``, ``start`` if there is none."""
    for phrase in lexicon(book).connectives.at(tree, start):
        if start + len(phrase) <= end:
            after = start + len(phrase)
            if tree.word(after) == ",":
                return after + 1
            if len(phrase) == 1 and phrase[0] in ("mais", "et", "or", "car", "donc", "puis", "enfin", "ainsi", "cependant", "toutefois", "ou"):
                return after
    return start


def find_obstacles(
    tree: Tree, start: int, end: int, subject: tuple[int, int, int] | None, group: VerbGroup, entities: tuple[Entity, ...], book: Rulebook, quoted: frozenset[int],
    title: frozenset[str] = frozenset(), referents: Referents | None = None,
) -> tuple[str, ...]:
    """Return the obstacles of the tokens ``start:end``, in text order, whose main subject is ``subject`` (first, end, head).

    ``title`` holds the nouns of the article's title, as words and lemmas: « la mesure » is known where the title names it. What an earlier clause of the same
    sentence explains is an obstacle «inner:…»: it hinders the clause alone, not the sentence.
    """
    words = lexicon(book)
    known = referring_words(book)
    there = referents if referents is not None else Referents(tree, entities, known)
    text, tokens = tree.text, tree.tokens
    found: list[str] = []
    opening = next((k for k in range(tree.first, tree.last) if not tree.is_punct(k)), tree.first)
    later = start > opening  # an earlier clause stands before, in the sentence

    def add(kind: str, a: int, b: int) -> None:
        found.append(f"{kind}:{tree.span(a, b).of(text)}")

    def settle(kind: str, a: int, b: int, bound: Referent | None) -> None:
        """Nothing where the clause itself holds what is meant, «inner» where an earlier one of the sentence does."""
        if bound is None or (bound.head >= end and tree.words[a] not in ("il", "elle", "ils", "elles")):
            add(kind, a, b)
        elif bound.head < start:
            add("inner", a, b)
        else:
            there.links[a] = bound.head

    begin = connective_at(tree, start, end, book)
    if begin > start:
        stop = begin - 1 if tree.word(begin - 1) == "," else begin
        add("connective", start, stop)
    covered: set[int] = set()
    if tree.word(begin) in ("depuis", "avant", "après", "ailleurs", "là-bas") and tree.word(begin + 1) == "," and not later:
        add("time", begin, begin + 1)
    said = [k for k in range(start, end) if not tree.is_punct(k)]
    if said and all(k in quoted or there.regions[k] for k in said) and all(k in quoted or there.regions[k] for k in range(tree.first, tree.last) if not tree.is_punct(k)):
        add("speaker", said[0], said[min(len(said) - 1, 3)] + 1)  # nobody says in the sentence whose words these are
    if said and said[0] == opening and tree.words[opening].endswith("ons") and _exhorts(tree, opening):
        add("speaker", opening, opening + 1)
    if subject is not None and _bare(tree, subject, title, words):
        add("definite", subject[0], subject[1])
    for i in range(begin, end):
        if i in covered:
            continue
        idiom = known.idioms.first_within(tree, i, end)
        phrase = words.anaphors.first_within(tree, i, end)
        if idiom is not None and (phrase is None or len(phrase) < len(idiom) or words.labels[phrase] != "also"):
            covered.update(range(i, i + len(idiom)))
            continue
        if phrase is not None:
            label = words.labels[phrase]
            after = i + len(phrase)
            if tree.word(after) in ("-là", "là") and after < end:
                covered.add(after)
            verdict = judge(tree, label, phrase, i, begin, end, later, there, known)
            if verdict == "bound":
                covered.update(range(i, after))
                continue
            if verdict == "inner":
                add("inner", i, after)
                covered.update(range(i, after))
                continue
            if verdict == "obstacle" and not (label == "definite" and phrase[-1] not in _NUMERALS and _qualified(tree, i + len(phrase) - 1, end)):
                add(label, i, after)
                covered.update(range(i, after))
                continue
        word, token = tree.words[i], tokens[i]
        if word in SUBJECTS and (token.pos == "PRON" or i == begin) and (i in there.subject_heads or not _after_preposition(tree, i)):
            if word == "il" and any(tree.word(k) in ("s'", "se") and tree.word(k + 1).startswith("agi") for k in range(i + 1, i + 4)):
                if later or any(tree.words[k] == ":" for k in range(begin, i)):
                    if later:
                        add("inner", i, min(end, i + 3))
                else:
                    add("pronoun", i, min(end, i + 3))
                continue
            if impersonal(tree, i, known):
                continue
            settle("pronoun", i, i + 1, there.of_subject_pronoun(i))
        elif word in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles"):
            add("pronoun", i, i + 1)
        elif word in _SPEAKER and token.pos in ("PRON", "DET") and not _part_of_name(tree, i):
            if i not in quoted and not there.regions[i]:
                add("speaker", i, i + 1)
        elif word in ("le", "la", "l'", "les") and tree.word(i + 1) != "on" and (_object_clitic(tree, i, end) or _hidden_clitic(tree, i)):
            if not _sentential(tree, i):
                settle("clitic", i, i + 1, there.of_clitic(i))
        elif (word in ("lui", "eux") and token.pos in ("PRON", "DET", "ADV", "VERB", "PROPN", "NOUN", "ADJ")) or (word in ("elle", "elles") and i > begin):
            settle("pronoun", i, i + 1, there.of_stressed(i))
        elif word == "leur" and i + 1 < end and (tokens[i + 1].pos in ("AUX",) or tokens[i + 1].feature("VerbForm") in ("Fin", "Inf")) and tokens[i].pos == "PRON":
            settle("clitic", i, i + 1, there.of_stressed(i))
        elif (word == "y" and not (tree.word(i - 1) in ("il", "n'", "-t-il") and tree.word(i + 1) in ("a", "avait", "eut", "aura", "aurait", "ait", "avoir", "un", "en", "a-t-il")) and token.pos in ("PRON", "ADV", "NOUN")) or (word == "en" and (token.pos == "PRON" or any(g.start <= i < g.finite for g in tree.groups))):
            settle("clitic", i, i + 1, place_or_part(tree, i, there))
        elif word in POSSESSIVES and token.pos == "DET":
            settle("possessive", i, min(end, i + 2), there.of_possessive(i, group))
        elif word in ("ce", "cet", "cette", "ces") and token.pos in ("DET", "PRON", "ADJ"):
            noun = i + 1
            while noun < end and (tokens[noun].pos in ("ADJ", "NUM") or tree.words[noun] in ("«", "plus", "tout")) and noun - i < 4:
                noun += 1
            if tree.word(i + 1) in ("qui", "que", "qu'", "dont", "à", "sont", "soit", "n'", "sera", "serait", "fut"):
                if tree.word(i + 1) in ("sont", "soit", "n'", "sera", "serait", "fut") and not cleft(tree, i, begin, end):
                    add("pronoun", i, i + 1)
                continue
            if tree.word(i + 1) == "fois" and i > begin and tree.word(i + 2) not in ("-là", "là"):
                continue  # « au Mans cette fois »: another time than before, whichever it was
            if any(tree.word(k) in _DEICTIC for k in range(i + 1, min(end, noun + 1))):
                if tree.word(noun) in ("jour", "jour-là") or tree.word(noun + 1) in ("-là", "là"):
                    add("demonstrative", i, min(end, noun + 1))
                continue
            state = demonstrated(tree, i, noun, begin, later, there, known)
            if state != "bound":
                add({"quoted": "definite", "inner": "inner"}.get(state, "demonstrative"), i, min(end, noun + 1))
        elif word in ("c'", "ça", "cela", "ceci"):
            if re.match(r"c['’]est-à-dire", text[token.span.start : token.span.start + 12].lower()) or (word == "c'" and tree.word(i + 1) == "est-à-dire"):
                continue
            if word == "c'" and cleft(tree, i, begin, end):
                continue
            if there.regions[i] and tree.word(i - 1) in ("que", "qu'", "et", "mais", "si", "car") and any(g.finite < i and there.regions[g.finite] == there.regions[i] for g in tree.groups):
                continue  # « Il faut agir pour que cela cesse »: the quotation, copied whole, holds what it takes up
            if not there.regions[i] and (later or after_clause(tree, begin, i)):
                if later:
                    add("inner", i, i + 1)
                continue
            add("pronoun", i, i + 1)
        elif word in ("celui", "celle", "ceux", "celles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "ceux-là", "celles-là"):
            agreed = {"celui": ("m", "s"), "celle": ("f", "s"), "ceux": ("m", "p"), "celles": ("f", "p")}[word.split("-")[0]]
            if word.endswith(("-ci", "-là")) or tree.word(i + 1) in ("-ci", "-là"):
                settle("pronoun", i, i + 1, there.of_last(i, *agreed))
            elif tree.word(i + 1) == "-" and tree.word(i + 2) in ("ci", "là"):
                settle("pronoun", i, i + 3, there.of_last(i, *agreed))
            elif i == begin and not (tree.word(i + 1) in ("qui", "qu'", "que", "dont") and word in ("celui", "celle", "ceux", "celles") and _general(tree, i)):
                add("pronoun", i, i + 1)
        elif word in _RANKS and tree.word(i - 1) in ("le", "la", "les", "au", "aux", "du", "des") and i > begin and not _ranked(tree, i, end):
            add("other", i - 1, i + 1)
        elif word in ("là", "-là"):
            add("anaphor", i, i + 1)
        elif word in words.persons and i > begin and tree.word(i - 1) in ("le", "la", "l'", "les") and not _qualified(tree, i, end):
            if not _named_before(tree, i):
                add("definite", i - 1, i + 1)
        elif word in words.titles and i > begin and tree.word(i - 1) in ("le", "la", "l'") and not _qualified(tree, i, end) and not (tree.tokens[i].dep == "amod" and i + 1 < end and tree.tokens[i + 1].pos == "NOUN"):
            add("short-title", i - 1, i + 1)
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "short" and entity.kind == "person" and tokens[start].span.start <= mention.span.start < tokens[end - 1].span.end:
                found.append(f"short-name:{mention.span.of(text)}")
    return tuple(dict.fromkeys(found))


def _after_preposition(tree: Tree, i: int) -> bool:
    return i > tree.first and (tree.tokens[i - 1].pos == "ADP" or tree.words[i - 1] in ("de", "d'", "que", "qu'", "et") and tree.word(i + 1) in (",", ".", "", "»"))


def _sentential(tree: Tree, i: int) -> bool:
    """« comme le montrent les chiffres », « ainsi que l’a dit le maire », « il le faut »: « le » stands for the clause beside it, or no pronoun at all (« l’été »)."""
    before = [tree.word(k) for k in range(i - 4, i)]
    if "comme" in before or before[-2:] in (["ainsi", "que"], ["ainsi", "qu'"]) or before[-3:-1] in (["ainsi", "que"],):
        return True
    if tree.word(i + 1) in ("est", "était", "étaient", "sont", "sera", "seront", "fut") and tree.words[i] in ("l'", "le") and tree.word(i - 1) in ("ne", "n'") and any(tree.word(k) in ("que", "qu'") for k in range(i - 5, i)):
        return True  # « plus loin qu’elle ne l’est »
    if tree.words[i] == "l'" and re.match(r"emport(?:e|ent|a|ait|er|era|erait|é|ant|aient|èrent|eraient|eront)\Z", tree.word(i + 1)) and (tree.word(i + 2) in ("avec", "sur", "face", "par", "contre", "largement", "de", "d'", "à", "au", "en", "", ".") or tree.is_punct(min(i + 2, tree.last - 1))):
        return True  # « l’emporter »
    if tree.words[i] == "l'" and tree.word(i + 1) == "a" and re.match(r"emport", tree.word(i + 2)) and tree.word(i + 3) in ("avec", "sur", "face", "contre", "", "."):
        return True
    if tree.words[i] == "l'" and tree.word(i + 1) == "est" and tree.word(i + 2) in ("de", "du", "des", "d'") and before[-1] not in ("ne", "n'", "qu'", "que", "qui", "il", "elle"):
        return True  # « reprendre l’est de la ville »
    if tree.words[i] == "le" and tree.word(i + 1) in ("faire", "fait") and any(group.finite < i - 3 and any(tree.words[k] in (",", "alors", "comme", "quand", "puis", "mais") for k in range(group.finite, i)) for group in tree.groups):
        return True  # « elle a voté, alors qu’elle avait déjà pu le faire »
    return tree.words[i] == "l'" and tree.word(i + 1) == "été" and before[-1] in ("de", "à", "pour", "pendant", "dès", "durant", "depuis", "d'", "en", ",", "") or tree.word(i + 1) == "est" and tree.words[i] == "l'" and before[-1] in ("de", "à", "dans", "vers", "d'")


def _exhorts(tree: Tree, i: int) -> bool:
    """« Rappelons que… », « Citons… »: the newspaper's own « we »."""
    from seo_fr.french.conjugation import analyse_form

    return any(form.person == 1 and form.number == "p" for form in analyse_form(tree.words[i]))


def _hidden_clitic(tree: Tree, i: int) -> bool:
    """« Paul Morel le double à la fin »: between a name and a form that is a verb's too there is no room for an article."""
    if i <= tree.first or i + 2 >= tree.last or tree.tokens[i - 1].pos != "PROPN" or tree.words[i - 1][-1:] in (",", ";") or tree.words[i] == "l'":
        return False
    from seo_fr.french.conjugation import analyse_form

    plain = tree.tokens[i + 1].pos in ("NOUN", "ADJ", "ADV", "VERB") and tree.tokens[i + 1].span.of(tree.text)[0].islower()
    return plain and tree.tokens[i + 2].pos in ("ADP", "DET", "CCONJ", "SCONJ", "ADV") and tree.words[i + 2] not in ("de", "du", "des", "d'") and any(f.person == 3 and f.tense != "participle" for f in analyse_form(tree.words[i + 1]))


def _general(tree: Tree, i: int) -> bool:
    """« Ceux qui souhaitent venir… »: the relative alone says who, where it is in the present or future and a main verb follows."""
    groups = [g for g in tree.groups if g.finite > i]
    return len(groups) >= 2 and groups[0].tense in ("present", "future", "conditional") and tree.words[i] in ("ceux", "celles")


def _named_before(tree: Tree, i: int) -> bool:
    """Whether the same noun stands earlier in the sentence, or the article gives its name just after (« le gardien, Paul Morel »)."""
    lemma = tree.tokens[i].lemma.lower()
    return any(tree.tokens[k].lemma.lower() == lemma and tree.tokens[k].pos == "NOUN" for k in range(tree.first, i - 1))


_NUMERALS = frozenset(["deux", "trois", "quatre", "cinq", "six"])
_RANKS = frozenset(["prochain", "prochaine", "prochains", "prochaines", "dernier", "dernière", "derniers", "dernières", "précédent", "précédente", "précédents", "précédentes", "suivant", "suivante", "suivants", "suivantes"])


def _ranked(tree: Tree, i: int, end: int) -> bool:
    """Whether something after « le prochain » tells what it is the next of: a noun, an adjective before it, a number, a complement."""
    if i + 1 >= end:
        return False
    return tree.tokens[i + 1].pos in ("NOUN", "PROPN", "ADJ", "NUM", "X") or tree.words[i + 1] in ("de", "d'", "du", "des", "à", "-", "et", "«", "qui", "que", "qu'")


def _bare(tree: Tree, subject: tuple[int, int, int], title: frozenset[str], words: AnaphorLexicon) -> bool:
    """Whether the subject is a definite article and one common noun that is no institution and stands not in the title: « La mesure », « Chaque groupe »."""
    start, end, head = subject
    if end - start != 2 or head != start + 1 or tree.words[start] not in ("le", "la", "l'", "les", "chaque") or tree.tokens[head].pos != "NOUN":
        return False
    if not tree.tokens[head].span.of(tree.text)[0].islower() or _qualified(tree, head, head + 2):
        return False
    forms = {tree.words[head], tree.tokens[head].lemma.lower()}
    return not forms & (words.institutions | words.titles | title)


def _part_of_name(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos == "PROPN" or (i > tree.first and tree.tokens[i].span.of(tree.text)[0].isupper() and not tree.is_punct(i - 1))


def _impersonal(tree: Tree, i: int) -> bool:
    from seo_fr.rulebook import load

    return impersonal(tree, i, referring_words(load()))


def phrase_grammar(tree: Tree, phrase: tuple[int, int, int], entities: tuple[Entity, ...]) -> tuple[str, str]:
    """Return gender and number of a noun phrase (first, end, head), «» where not known."""
    start, end, head = phrase
    token = tree.tokens[head]
    conj = [c for c in tree.kids(head, "conj") if start <= c < end and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
    genders = []
    for h in [head, *conj]:
        gender = {"Masc": "m", "Fem": "f"}.get(tree.tokens[h].feature("Gender"), "")
        det = next((d for d in tree.kids(h, "det") if d < h), None)
        if det is not None:
            if tree.words[det] in ("la", "une", "cette", "sa", "ma", "notre") and tree.words[det] not in ("notre",):
                gender = "f"
            elif tree.words[det] in ("le", "un", "ce", "cet"):
                gender = "m"
        if tree.tokens[h].pos == "PROPN" and det is None:
            gender = ""
            for entity in entities:
                if any(m.span.start <= tree.tokens[h].span.start < m.span.end for m in entity.mentions):
                    gender = entity.gender
                    break
        genders.append(gender)
    gender = "" if "" in genders else "m" if "m" in genders else "f"
    if conj:
        return gender, "p"
    number = {"Sing": "s", "Plur": "p"}.get(token.feature("Number"), "")
    det = next((d for d in tree.kids(head, "det") if d < head), None)
    if det is not None:
        if tree.words[det] in ("le", "la", "un", "une", "ce", "cet", "cette", "son", "sa"):
            number = "s"
        elif tree.words[det] in ("les", "des", "ces", "ses", "leurs", "plusieurs", "quelques"):
            number = "p"
    return gender, number


def _object_clitic(tree: Tree, i: int, end: int) -> bool:
    """Whether le/la/l'/les is a pronoun: a verb that is not a noun follows it."""
    token = tree.tokens[i]
    if i + 1 >= end:
        return False
    nxt = tree.tokens[i + 1]
    if token.pos == "PRON" and token.dep not in ("det",):
        return True
    if token.dep in ("obj", "iobj") and nxt.pos in ("VERB", "AUX"):
        return True
    following = tree.word(i + 1)
    if nxt.pos == "AUX" and following not in ("être", "avoir") and nxt.dep != "nmod":
        return True
    return nxt.pos in ("VERB", "AUX") and nxt.feature("VerbForm") == "Inf" and tree.word(i - 1) not in ("à", "de") and nxt.dep not in ("nsubj", "obj", "nmod", "obl:mod")


def _qualified(tree: Tree, noun: int, end: int) -> bool:
    """Whether something after the noun tells which one is meant: a complement, a relative, an adjective, a name."""
    if noun + 1 >= end:
        return False
    word, token = tree.word(noun + 1), tree.tokens[noun + 1]
    if word in ("de", "d'", "du", "des", "qui", "que", "qu'", "dont", "à", "au", "aux", "en", "où"):
        return True
    if token.pos in ("ADJ", "PROPN") or (token.feature("VerbForm") == "Part" and token.dep in ("acl", "amod")):
        return True
    return word == "," and noun + 2 < end and tree.tokens[noun + 2].pos == "PROPN"
