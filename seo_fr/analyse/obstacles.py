"""What in a clause can only be understood with the text before it: pronouns, possessives, demonstratives, connectives and the like.

An obstacle is written «kind:words as they stand». ``connective`` and ``short-name`` do not hinder a clause from standing alone once the writer has dropped
the first or replaced the second; all others do.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from seo_fr.analyse.phrases import Phrases, words_of
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.model import Entity
from seo_fr.rulebook import Rulebook

SOFT = ("connective:", "short-name:", "short-title:")

_SUBJECT_PRONOUNS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
_SPEAKER = frozenset(["je", "j'", "nous", "vous", "tu", "t'", "moi", "me", "m'", "mon", "ma", "mes", "notre", "nos", "votre", "vos"])
_POSSESSIVES = {"son": "s", "sa": "s", "ses": "s", "leur": "p", "leurs": "p"}
_DEICTIC = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "midi", "après-midi", "soir", "soirée", "nuit", "matinée", "jour-ci", "semaine", "semaines", "mois", "année", "années", "an", "ans", "week-end", "été", "hiver", "printemps", "automne", "saison", "journée", "jours", "heures", "temps-ci", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "siècle", "fois-ci"]
)
_IMPERSONAL = frozenset(["falloir", "agir", "pleuvoir", "neiger", "venter", "sembler", "paraître", "suffire", "convenir", "importer", "exister", "rester", "arriver", "valoir"])

_IMPERSONAL_WORDS = frozenset(
    ["interdit", "possible", "impossible", "probable", "important", "nécessaire", "difficile", "facile", "prévu", "question", "clair", "vrai", "recommandé", "conseillé", "rare", "fréquent", "temps", "décidé", "convenu", "demandé", "apparu", "essentiel", "évident", "certain", "inutile"]
)


@dataclass(frozen=True)
class AnaphorLexicon:
    """Word lists compiled from the rules: connectives (by length, longest first), sequences that point back, and neutral insertions."""

    connectives: Phrases
    anaphors: Phrases
    labels: dict[tuple[str, ...], str]  # of the anaphors
    insertions: tuple[tuple[str, ...], ...]
    persons: frozenset[str]
    relational: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]


@functools.lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> AnaphorLexicon:
    """Return the compiled lists of ``book``."""
    connectives: list[tuple[str, ...]] = []
    anaphors: list[tuple[tuple[str, ...], str]] = []
    insertions: list[tuple[str, ...]] = []
    lists: dict[str, set[str]] = {"persons": set(), "relational": set(), "titles": set(), "institutions": set()}
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
        frozenset(lists["relational"]),
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
    title: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return the obstacles of the tokens ``start:end``, in text order, whose main subject is ``subject`` (first, end, head).

    ``title`` holds the nouns of the article's title, as words and lemmas: « la mesure » is known where the title names it.
    """
    words = lexicon(book)
    text, tokens = tree.text, tree.tokens
    found: list[str] = []

    def add(kind: str, a: int, b: int) -> None:
        found.append(f"{kind}:{tree.span(a, b).of(text)}")

    begin = connective_at(tree, start, end, book)
    if begin > start:
        stop = begin - 1 if tree.word(begin - 1) == "," else begin
        add("connective", start, stop)
    covered: set[int] = set()
    owner = None
    if subject is not None and tokens[subject[2]].pos in ("NOUN", "PROPN"):
        owner = subject
    if subject is not None and _bare(tree, subject, title, words):
        add("definite", subject[0], subject[1])
    for i in range(begin, end):
        if i in covered:
            continue
        phrase = next((p for p in words.anaphors.at(tree, i) if i + len(p) <= end), None)
        if phrase is not None:
            label = words.labels[phrase]
            after = i + len(phrase)
            deictic = label == "other" and phrase[0] in ("ce", "cette", "ces", "le", "la", "les") and (tree.word(after) in _DEICTIC)
            if phrase == ("de", "plus") and (tree.word(after) in ("en", "que", "qu'", "de", "d'") or (i > begin and tree.word(i - 1) != ",")):
                deictic = True  # « de plus en plus », « trois de plus que »
            if not deictic and not (label == "definite" and _qualified(tree, i + len(phrase) - 1, end)):
                add(label, i, after)
                covered.update(range(i, after))
                continue
        word, token = tree.words[i], tokens[i]
        if word in _SUBJECT_PRONOUNS and token.pos == "PRON":
            if word == "il" and any(tree.word(k) in ("s'", "se") and tree.word(k + 1).startswith("agi") for k in range(i + 1, i + 4)):
                add("pronoun", i, min(end, i + 3))
                continue
            if _impersonal(tree, i):
                continue
            if owner is not None and i > owner[2] and _agrees(tree, owner, _SUBJECT_PRONOUNS[word], entities) and not (i in quoted and owner[2] not in quoted):
                continue
            add("pronoun", i, i + 1)
        elif word in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles"):
            add("pronoun", i, i + 1)
        elif word in _SPEAKER and token.pos in ("PRON", "DET") and not _part_of_name(tree, i):
            if i not in quoted:
                add("speaker", i, i + 1)
        elif word in ("le", "la", "l'", "les") and tree.word(i + 1) != "on" and _object_clitic(tree, i, end):
            add("clitic", i, i + 1)
        elif (word in ("lui", "eux") and token.pos in ("PRON", "DET", "ADV", "VERB")) or (word in ("elle", "elles") and i > begin and tokens[i - 1].pos == "ADP"):
            add("pronoun", i, i + 1)
        elif (word == "leur" and i + 1 < end and (tokens[i + 1].pos in ("AUX",) or tokens[i + 1].feature("VerbForm") in ("Fin", "Inf")) and tokens[i].pos == "PRON") or (word == "y" and not (tree.word(i - 1) in ("il", "n'", "-t-il") and tree.word(i + 1) in ("a", "avait", "eut", "aura", "aurait", "ait", "avoir")) and tree.word(i + 1) != "compris" and token.pos in ("PRON", "ADV", "NOUN")) or (word == "en" and token.pos == "PRON"):
            add("clitic", i, i + 1)
        elif word in _POSSESSIVES and token.pos == "DET":
            if not _owned(tree, i, owner, words, entities):
                add("possessive", i, min(end, i + 2))
        elif word in ("ce", "cet", "cette", "ces") and token.pos in ("DET", "PRON"):
            noun = i + 1
            while noun < end and tokens[noun].pos in ("ADJ", "NUM") and noun - i < 4:
                noun += 1
            if tree.word(i + 1) in ("qui", "que", "qu'", "dont", "à", "sont", "soit"):
                if tree.word(i + 1) in ("sont", "soit"):
                    add("pronoun", i, i + 1)
                continue
            if any(tree.word(k) in _DEICTIC for k in range(i + 1, min(end, noun + 1))):
                if tree.word(noun) in ("jour", "jour-là") or tree.word(noun + 1) in ("-là", "là"):
                    add("demonstrative", i, min(end, noun + 1))
                continue
            add("demonstrative", i, min(end, noun + 1))
        elif word in ("c'", "ça", "cela", "ceci") and tree.word(i + 1) != "-à-dire":
            if not (word == "c'" and tree.word(i + 1) in ("est-à-dire",)):
                add("pronoun", i, i + 1)
        elif word in ("celui", "celle", "ceux", "celles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "ceux-là", "celles-là"):
            if word.endswith(("-ci", "-là")) or tree.word(i + 1) in ("-ci", "-là"):
                add("pronoun", i, i + 1)
            elif tree.word(i + 1) == "-" and tree.word(i + 2) in ("ci", "là"):
                add("pronoun", i, i + 3)
            elif i == begin:
                add("pronoun", i, i + 1)
        elif word in _RANKS and tree.word(i - 1) in ("le", "la", "les", "au", "aux", "du", "des") and i > begin and not _ranked(tree, i, end):
            add("other", i - 1, i + 1)
        elif word in ("là", "-là"):
            add("anaphor", i, i + 1)
        elif word in words.persons and i > begin and tree.word(i - 1) in ("le", "la", "l'", "les") and not _qualified(tree, i, end):
            add("definite", i - 1, i + 1)
        elif word in words.titles and i > begin and tree.word(i - 1) in ("le", "la", "l'") and not _qualified(tree, i, end):
            add("short-title", i - 1, i + 1)
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "short" and entity.kind == "person" and tokens[start].span.start <= mention.span.start < tokens[end - 1].span.end:
                found.append(f"short-name:{mention.span.of(text)}")
    return tuple(dict.fromkeys(found))


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
    if tree.words[i] != "il":
        return False
    token = tree.tokens[i]
    if token.dep.startswith("expl"):
        return True
    nxt = [tree.word(k) for k in range(i + 1, i + 5)]
    if (nxt[0] == "y" and nxt[1] in ("a", "avait", "eut", "aura", "aurait", "ait")) or (nxt[0] in ("n'",) and nxt[1] == "y"):
        return True
    for group in tree.groups:
        if group.start == i + 1 and (group.copular or group.passive or tree.words[group.finite] in ("est", "était", "sera", "serait")):
            said = {tree.words[k] for k in range(group.finite, min(tree.last, group.end + 2))}
            if said & _IMPERSONAL_WORDS and any(tree.word(k) in ("de", "d'", "que", "qu'", "aux", "à") for k in range(group.end, group.end + 3)):
                return True
    for k in range(i + 1, min(tree.last, i + 5)):
        if tree.tokens[k].pos == "VERB":
            lemma = tree.tokens[k].lemma
            return lemma in _IMPERSONAL and (lemma != "agir" or "s'" in nxt or "se" in nxt) and (lemma not in ("sembler", "rester", "arriver", "exister", "convenir", "paraître"))
    return False


def _agrees(tree: Tree, owner: tuple[int, int, int], wanted: tuple[str, str], entities: tuple[Entity, ...]) -> bool:
    gender, number = phrase_grammar(tree, owner, entities)
    return number == wanted[1] and gender == wanted[0]


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


def _owned(tree: Tree, i: int, owner: tuple[int, int, int] | None, words: AnaphorLexicon, entities: tuple[Entity, ...]) -> bool:
    """Whether the main subject, named in the clause, can be the possessor, and nothing else of that number stands between."""
    if owner is None:
        return False
    wanted = _POSSESSIVES[tree.words[i]]
    start, end, head = owner
    if start <= i < end:
        return False
    _, number = phrase_grammar(tree, owner, entities)
    if number != wanted:
        return False
    noun = next((k for k in range(i + 1, min(tree.last, i + 4)) if tree.tokens[k].pos == "NOUN"), None)
    if noun is not None and tree.tokens[noun].lemma in words.relational:
        return _animate(tree, head, entities, words)
    return True


def _animate(tree: Tree, head: int, entities: tuple[Entity, ...], words: AnaphorLexicon) -> bool:
    token = tree.tokens[head]
    if token.lemma.lower() in words.persons or token.lemma.lower() in words.titles:
        return True
    return any(entity.kind == "person" and any(m.span.start <= token.span.start < m.span.end for m in entity.mentions) for entity in entities)
