"""The finite verb of a sentence in which the tagger found none, where the lexicon of French forms leaves one word that can be it (« Le public de la salle explose. »)."""

from __future__ import annotations

from seo_fr.analyse.syntax import Tree
from seo_fr.french.conjugation import analyse_form
from seo_fr.model import Sentence, Token

_BEFORE_NOUN = frozenset(
    ["le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "à", "au", "aux", "en", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "et", "ou", "très", "plus", "par", "pour", "sans", "sur", "avec", "dans", "chez", "entre", "sous", "vers", "comme", "qui", "que", "qu'", "dont", "où", "si", "aussi", "moins", "quelques", "plusieurs", "chaque", "deux", "trois", "«", "(", "-"]
)
_TENSES = {"present": "Pres", "imparfait": "Imp", "future": "Fut", "passé simple": "Past", "conditional": "Pres"}
_NEVER = frozenset(["soit", "dont", "plus", "sous", "pas", "ce", "comme", "contre", "entre", "outre", "hors", "sauf", "sur", "est", "a", "as", "vers", "près", "tout", "toutefois", "selon", "durant", "pendant", "voici", "voilà", "vive", "avant", "car"])


def mended(text: str, tokens: tuple[Token, ...], sentence: Sentence) -> dict[int, Token]:
    """Return the tokens to put in place so that the sentence has its verb, {} unless exactly one word can be it and a subject stands before it."""
    tree = Tree(text, tokens, sentence)
    if len(tree.roots) != 1 or tree.groups:
        return {}
    found = [(i, lemma, number, tense) for i in range(tree.first + 1, tree.last) for lemma, number, tense in [_reading(tree, i)] if lemma]
    if len(found) != 1:
        return {}
    verb, lemma, number, tense = found[0]
    subject = _subject(tree, verb, number)
    if subject is None:
        return {}
    old = tokens[verb]
    morph = (("Mood", "Ind"), ("Number", "Plur" if number == "p" else "Sing"), ("Person", "3"), ("Tense", tense), ("VerbForm", "Fin"))
    changed = {verb: Token(old.span, lemma, "VERB", "ROOT", verb, morph)}
    root = tree.roots[0]
    if subject > tree.first and tokens[subject - 1].head != subject and tree.words[subject - 1] in ("ce", "cette", "ces", "le", "la", "l'", "les"):
        before = tokens[subject - 1]
        changed[subject - 1] = Token(before.span, before.lemma, "DET", "det", subject, before.morph)
    above = tokens[subject]
    changed[subject] = Token(above.span, above.lemma, above.pos, "nsubj", verb, above.morph)
    if root not in (subject, verb):
        top = tokens[root]
        changed[root] = Token(top.span, top.lemma, top.pos, "obl:mod" if tree.kids(root, "case") else "obj" if root > verb else "dislocated", verb, top.morph)
    first = True
    for child in sorted({*tree.children[root], *tree.children[verb], *tree.children[subject]}):
        if child <= verb or child in changed:
            continue
        token = tokens[child]
        dep = token.dep
        bare = token.pos in ("NOUN", "PROPN", "PRON") and not tree.kids(child, "case")
        if bare and first:
            dep = "obj"
        elif dep in ("nmod", "obj", "acl", "amod", "acl:relcl", "appos", "conj") and not tree.is_punct(child):
            dep = "xcomp" if token.feature("VerbForm") == "Inf" else "obl:mod" if token.pos in ("NOUN", "PROPN") else dep
        if not tree.is_punct(child):
            first = False
        changed[child] = Token(token.span, token.lemma, token.pos, dep, verb, token.morph)
    return changed


def _reading(tree: Tree, i: int) -> tuple[str, str, str]:
    """Lemma, number and tense of the word as a finite verb of the third person, empty where it cannot be one here."""
    nothing = ("", "", "")
    token, word = tree.tokens[i], tree.words[i]
    if token.pos not in ("ADJ", "NOUN", "ADV", "VERB", "X", "PROPN", "ADP", "AUX") or word in _NEVER or not token.span.of(tree.text)[0].islower() or tree.words[i - 1] in _BEFORE_NOUN:
        return nothing
    if tree.tokens[i - 1].pos in ("ADP", "DET", "NUM", "SCONJ") or word.endswith(("ant", "é", "ée", "és", "ées")):
        return nothing
    if tree.word(i + 1) in ("de", "d'", "du", "des") and token.pos in ("NOUN", "ADJ"):
        return nothing
    following = tree.tokens[i + 1] if i + 1 < tree.last else None
    if following is not None and following.pos not in ("DET", "ADP", "SCONJ", "PRON", "NUM", "ADV", "PUNCT") and following.feature("VerbForm") != "Inf" and not (word == "fait" and tree.word(i + 1) in ("partie", "figure", "suite", "face")):
        return nothing
    if following is not None and following.pos == "PUNCT" and tree.word(i + 1) not in (".", ",", ":", "!"):
        return nothing
    left = i - 1
    while left >= tree.first and tree.tokens[left].pos == "ADJ":
        left -= 1
    if left < i - 1 and token.pos in ("NOUN", "ADJ", "X") and (left < tree.first or tree.tokens[left].pos not in ("NOUN", "PROPN")):
        return nothing  # « en pleine affaire », « Nouvelle offre »
    if token.pos == "NOUN" and tree.word(i + 1) in ("entre", ".", "!"):
        return nothing
    readings = [form for form in analyse_form(word) if form.person == 3 and form.tense in _TENSES]
    if not readings:
        return nothing
    return readings[0].lemma, readings[0].number, _TENSES[readings[0].tense]


def _subject(tree: Tree, verb: int, number: str) -> int | None:
    """The noun before the verb that has the verb's number, an article or a name's capital, and no preposition; None if there is not one such first."""
    for i in range(tree.first, verb):
        token = tree.tokens[i]
        demonstrated = tree.words[i] in ("dernier", "dernière", "derniers", "dernières") and tree.word(i - 1) in ("ce", "cette", "ces")
        if token.pos not in ("NOUN", "PROPN") and not demonstrated or tree.words[i].endswith(("é", "ée", "és", "ées", "ue", "us", "ues")) and token.pos == "PROPN" and i == tree.first:
            continue
        if tree.kids(i, "case") or tree.word(i - 1) in ("de", "d'", "du", "à", "au", "aux", "en", "dans", "par", "sur", "pour", "chez", "avec", "entre", "sans") or i > tree.first and tree.tokens[i - 1].pos == "ADP":
            continue
        if any(tree.tokens[k].pos == "ADP" or tree.tokens[k].pos == "VERB" and tree.words[k].endswith("ant") for k in range(max(tree.first, i - 3), i)):
            continue
        articled = any(tree.words[k] in ("le", "la", "l'", "les", "un", "une", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "des", "plusieurs", "quelques") or tree.tokens[k].pos in ("DET", "NUM") for k in range(max(tree.first, i - 3), i))
        if not articled and token.pos != "PROPN":
            continue
        shown = {"Sing": "s", "Plur": "p"}.get(token.feature("Number"), "s" if token.pos == "PROPN" else "")
        return i if not shown or shown == number else None
    return None
