"""The second reader's view of a noun that is completed: « la ville » → « la ville de Morlanges », « l’Américaine » → « l’Américaine Ann Mullen ».

By the article's words alone: the noun with what completes it stands before, outside quotes; nothing before completes the same noun otherwise, and nothing speaks of another one.
"""

from __future__ import annotations

import re

from seo_fr.check.compare import Reason
from seo_fr.check.introduction import flat
from seo_fr.check.reading import read_article
from seo_fr.model import Article, Edit
from seo_fr.rulebook import Rulebook

#: The rule of the edits that complete a noun.
COMPLETED = "nom-en-entier"
_NOUN = re.compile(r"(?<![\w'-])(?:(?:le|la|les|du|des|au|aux) |l')(\w[\w-]*)$", re.IGNORECASE)
_OTHER = r"(?:autres?|deux|trois|quatre|cinq|plusieurs|chaque|seconde?|deuxième|nouve(?:au|l|lle)|ancien(?:ne)?|première?|dernière?|dernier|précédente?|tels?|telles?)"
_JOINS = r"(?:de|du|des|d')"
_REACH = 2  # sentences, of a person told by her country


def completion_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why the words that complete a noun are not certainly its own; nothing where they are."""
    text = flat(article.text)
    after = flat(edit.after)
    found = _NOUN.search(text[: edit.span.start])
    if edit.span.start != edit.span.end or found is None or not re.match(r" \S", after) or _quoted(article.text, edit.span.start):
        return _refused("Seul un nom précédé de son article peut être complété.", edit)
    noun, capital = found.group(1), found.group(1)[:1].isupper()
    if re.match(r"[\w'-]", text[edit.span.end : edit.span.end + 1]) or re.match(rf" (?:{_JOINS}[ '\w]|[A-ZÀ-Ý])", text[edit.span.end : edit.span.end + 6]):
        return _refused(f"« {noun} » est déjà complété.", edit)
    if text[: found.start()].endswith("dont "):
        return _refused(f"« {noun} » est à ce que « dont » reprend.", edit)
    reading = read_article(article, book)
    here = next((s for s in reading.sentences if s.span.start <= edit.span.start <= s.span.end), None)
    if here is None:
        return _refused("Édition hors des phrases.", edit)
    before = text[: here.span.start]
    whole = re.compile(rf"(?<![\w-]){re.escape(noun)}{re.escape(after)}(?![\w-])", 0 if capital else re.IGNORECASE)
    places = [place for place in whole.finditer(text if capital else before) if not _quoted(article.text, place.start())]
    if not places:
        return _refused(f"La source n’a pas dit avant « {noun}{after} ».", edit)
    if re.search(rf"(?<![\w-]){_OTHER} (?:\w+ )?{re.escape(noun)}s?(?![\w-])", before, re.IGNORECASE):
        return _refused(f"La source parle d’un autre « {noun} ».", edit)
    if capital:
        return _one_person(edit, article, text, noun, after.strip(), here.index, book)
    for place in re.finditer(rf"(?<![\w-]){re.escape(noun)}(?= (?:de|du|des) | d')", before, re.IGNORECASE):
        if re.match(r" (?:de|du|des) | d'", after) is not None and not before[place.end() :].lower().startswith(after.lower()):
            return _refused(f"« {noun} » peut aussi être « {before[place.start() : place.end() + 30]} ».", edit)
    return ()


def _one_person(edit: Edit, article: Article, text: str, noun: str, name: str, here: int, book: Rulebook) -> tuple[Reason, ...]:
    """Of a person told by her country: the source calls nobody else so, and names her in the sentences just before."""
    if re.search(rf"(?<![\w-])(?:une? |l'une des |les |des |deux ){re.escape(noun)}s?(?![\w-])", text):
        return _refused(f"La source parle d’un autre « {noun} ».", edit)
    for place in re.finditer(rf"(?<![\w-]){re.escape(noun)} (?=[A-ZÀ-Ý])", text):
        if not text.startswith(name, place.end()):
            return _refused(f"« {noun} » peut aussi être « {text[place.start() : place.end() + 30]} ».", edit)
    family = name.split()[-1]
    near = [s for s in read_article(article, book).sentences if here - _REACH <= s.index <= here]
    said = text[near[0].span.start : edit.span.start] if near else ""
    return () if re.search(rf"(?<![\w-]){re.escape(family)}(?![\w-])", said) else _refused(f"Rien près de là ne nomme « {name} ».", edit)


def _refused(message: str, edit: Edit) -> tuple[Reason, ...]:
    return (Reason("reference", message, edit.after),)


def _quoted(text: str, at: int) -> bool:
    return text.rfind("«", 0, at) > text.rfind("»", 0, at)
