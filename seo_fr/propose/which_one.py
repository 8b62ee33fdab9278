"""Which one is meant by « la ville », « l’accord », « l’Américaine »: a noun with its article alone, of which the source has said before which it is.

In its place the reader knows; in a line that stands by itself he does not. Where everything before calls it by one fuller form (« la ville de Morlanges », « un accord de paix avec les
insurgés »), what completes the noun there is put behind it at its first place in the block. Where two forms are, or none, the line stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from weakref import WeakKeyDictionary

from seo_fr.analyse.obstacles import lexicon
from seo_fr.analyse.referents import Words, definite_text, modified_end, noun_kind, phrase_range, words
from seo_fr.analyse.syntax import Tree
from seo_fr.analyse.trees import tree_of
from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Passage, Span, Token
from seo_fr.propose.candidate import Candidate, variant
from seo_fr.propose.score import stems
from seo_fr.propose.source import Source, in_quotes, plain
from seo_fr.rulebook import load

#: The rule of the edits that complete a noun; the second reader knows it by this name.
COMPLETED = "nom-en-entier"
_ARTICLES = frozenset(["le", "la", "l'", "les", "du", "au", "aux"])
_OPEN = frozenset("de d' du des qui que qu' dont où - « ( à en contre sur pour entre avec par chez face".split())
_MERE = frozenset("un une des deux trois quatre cinq plusieurs chaque son sa ses leur leurs aucun aucune".split())
_ANOTHER = frozenset("autre autres deux trois quatre plusieurs chaque second seconde deuxième ancien ancienne nouveau nouvelle nouvel premier première dernier dernière précédent précédente même".split())
#: Most words of what completes a noun; how far back at most, in sentences, a person is named who is told by her country alone, and a noun is completed.
_LONGEST, _NEAR, _FAR = 7, 2, 8
_SAYS_WHICH = re.compile(r"(?: (?:de|du|des) | d['’]|.*[ ’'][A-ZÉÈÀ])")
_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w’-]+)(?: (?:de |du |van |von |der |ben |el-|al-)?[A-ZÀ-Ý][\w’-]+)+")
_SPOKEN: WeakKeyDictionary[Source, dict[str, tuple[tuple[int, int], ...]]] = WeakKeyDictionary()


def completed(source: Source, found: Iterable[Candidate], known: str, rejected: frozenset[str], most_words: int = 0) -> tuple[Candidate, ...]:
    """Return the candidates of one block, in their order on the page, each noun that the source has told more of before completed where neither ``known`` (what stands above the block) nor the block has told of it.

    ``rejected``: ids of passages that must not be made; ``most_words``: words that the block may have in all, 0 for no limit.
    """
    candidates = tuple(found)
    told = set(stems(known))
    size = sum(candidate.words for candidate in candidates)
    made: list[Candidate] = []
    for candidate in candidates:
        items: list[Passage] = []
        for item in candidate.passages:
            better = _complete(source, item, told)
            more = count_words(better.text) - count_words(item.text)
            if better.id in rejected or most_words and size + more > most_words:
                better, more = item, 0
            size += more
            items.append(better)
            told |= set(stems(better.text))
        made.append(candidate if tuple(items) == candidate.passages else replace(candidate, passages=tuple(items)))
    return tuple(made)


def _complete(source: Source, item: Passage, told: set[str]) -> Passage:
    if not isinstance(item.origin, Copied) or item.role not in ("sentence", "bullet", "lead"):
        return item
    origin = item.origin
    more = [edit for edit in missing(source, origin) if not set(stems(source.text[_word_start(source, edit.span.start) : edit.span.start])) & told and not set(stems(edit.after)) & set(stems(item.text))]
    if not more:
        return item
    try:
        edits = in_order((*origin.edits, *more))
        return variant(item, apply_edits(source.text, origin.span, edits), Copied(origin.span, edits))
    except ValueError:
        return item


def _word_start(source: Source, end: int) -> int:
    found = re.search(r"[\w-]+$", source.text[:end])
    return found.start() if found is not None else end


def missing(source: Source, origin: Copied) -> tuple[Edit, ...]:
    """Return the edits that complete the nouns which ``origin`` tells by their article alone and of which the source has said before which they are; the first place of each."""
    span, edits, analysis = origin.span, origin.edits, source.analysis
    book = load()
    known = words(book)
    idle = known.of("idle") | lexicon(book).institutions
    made: list[Edit] = []
    seen: set[str] = set()
    for number, sentence in enumerate(analysis.sentences):
        if not sentence.span.overlaps(span):
            continue
        tree = tree_of(source.text, analysis.tokens, sentence)
        for i in range(tree.first, tree.last):
            token = tree.tokens[i]
            if not span.covers(token.span) or any(edit.span.overlaps(token.span) for edit in edits if edit.kind not in ("typography", "case")) or in_quotes(source, token.span):
                continue
            native = _is_native(source, token, known.demonyms)
            lemma = plain(token.span.of(source.text)) if native else token.lemma.lower()
            if token.pos not in ("NOUN", "PROPN", "ADJ") or lemma in seen:
                continue
            seen.add(lemma)
            if i == tree.first or tree.word(i - 1) not in _ARTICLES or tree.word(i - 2) == "dont" or _says_more(tree, i) or any(token.span.end <= edit.span.start <= token.span.end + 1 and edit.after.strip() for edit in edits) or any(time.span.covers(token.span) for time in analysis.times):
                continue
            words_ = _bearer(source, number, lemma, i) if native else _complement(source, number, span.start, lemma, token) if token.pos == "NOUN" and lemma not in idle and _is_one(tree, i, known) else ""
            if words_:
                made.append(Edit("reference", COMPLETED, Span(token.span.end, token.span.end), typeset(words_)))
    return tuple(made)


def _is_native(source: Source, token: Token, demonyms: frozenset[str]) -> bool:
    """« l’Américaine »: a person told by her country, town or region, no country itself."""
    form = token.span.of(source.text)
    return form[:1].isupper() and form.lower() in demonyms and token.feature("Number") != "Plur" and not any(entity.kind in ("place", "country") and any(mention.span.overlaps(token.span) for mention in entity.mentions) for entity in source.analysis.entities)


def _is_one(tree: Tree, i: int, known: Words) -> bool:
    """Return whether the noun is a body, a text or a plan, or what the sentence is about: no « prendre la parole », no « sous la direction »."""
    return noun_kind(tree.tokens[i].lemma.lower(), tree.words[i], known) in ("group", "work", "plan", "location") or tree.dep(i).startswith("nsubj")


def _says_more(tree: Tree, i: int) -> bool:
    """Return whether something completes the noun, by its place or by the parse."""
    following = tree.tokens[i + 1] if i + 1 < tree.last else None
    if following is not None and (tree.word(i + 1) in _OPEN or following.pos in ("ADJ", "PROPN", "NOUN", "NUM", "X") or following.span.of(tree.text)[:1].isupper()):
        return True
    return any(tree.dep(k).split(":")[0] in ("acl", "amod", "appos", "flat", "nummod") for k in tree.children[i])


def _places(source: Source, lemma: str) -> tuple[tuple[int, int], ...]:
    """Return where the source has the noun, as (sentence, token)."""
    found = _SPOKEN.get(source)
    if found is None:
        places: dict[str, list[tuple[int, int]]] = {}
        for number, sentence in enumerate(source.analysis.sentences):
            for i in range(*sentence.tokens):
                token = source.analysis.tokens[i]
                if token.pos == "NOUN":
                    places.setdefault(token.lemma.lower(), []).append((number, i))
        found = _SPOKEN[source] = {word: tuple(at) for word, at in places.items()}
    return found.get(lemma, ())


def _complement(source: Source, number: int, start: int, lemma: str, noun: Token) -> str:
    """Return what completes the noun wherever the source has completed it before ``start``, its space before it; «» where it never has, in two ways, or speaks of another."""
    forms: list[str] = []
    last = -1
    for back, i in _places(source, lemma):
        token = source.analysis.tokens[i]
        if back >= number or token.span.start >= start:
            break
        if in_quotes(source, token.span) or token.feature("Number") != noun.feature("Number"):
            return ""
        tree = tree_of(source.text, source.analysis.tokens, source.analysis.sentences[back])
        end, first = modified_end(tree, i, frozenset()), phrase_range(tree, i)[0]
        before = {tree.words[k] for k in range(first, i)}
        if end is None or before & _ANOTHER or end == i + 1 and forms and before & _MERE or tree.tokens[i].span.of(source.text) != noun.span.of(source.text):
            return ""
        if end == i + 1:
            continue
        told = source.text[token.span.end : tree.tokens[end - 1].span.end]
        if definite_text(tree, i, first, end) is None or len(told.split()) > _LONGEST or "\n" in told or _SAYS_WHICH.match(told) is None:
            return ""
        forms.append(told)
        last = back
    if not forms or number - last > _FAR:
        return ""
    shortest = min(forms, key=len)
    return shortest if all(plain(form).startswith(plain(shortest)) for form in forms) else ""


def _bearer(source: Source, number: int, form: str, at: int) -> str:
    """Return the name, its space before it, of the one person whom the source calls so, named shortly before; «» where two are, or none."""
    tokens, text = source.analysis.tokens, source.text
    names: set[str] = set()
    for i, token in enumerate(tokens):
        if plain(token.span.of(text)).rstrip("s") != form:
            continue
        if plain(token.span.of(text)) != form:
            return ""  # « les Américaines »
        following = _NAME.match(text, token.span.end + 1)
        if following is not None:
            names.add(following.group())
        elif i > 0 and plain(tokens[i - 1].span.of(text)) not in _ARTICLES:
            return ""  # « une Américaine »
    if len(names) != 1:
        return ""
    name = next(iter(names))
    entity = next((entity for entity in source.analysis.entities if entity.kind == "person" and entity.name.of(text) == name), None)
    near = entity is not None and any(number - _NEAR <= mention.sentence <= number and mention.span.end < tokens[at].span.start for mention in entity.mentions)
    return f" {name}" if near else ""
