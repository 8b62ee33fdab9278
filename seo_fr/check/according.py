"""The second reader's view of a claim told « selon » its voice: « X ajoute que P » → « Selon X, P », « P, ajoute X » → « P, selon X ».

By the article's words alone: what gives way is a verb of plain saying, not denied, with « que » or beside its subject; behind a verb in the past nothing said may be in a tense that
depends on it. That the claim is still somebody's, and the same one's, the comparison of commitments tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat, read_article
from seo_fr.model import Article, Edit, Span
from seo_fr.rulebook import Rulebook

#: The rule of the edits that tell a claim « selon » its voice.
ACCORDING = "selon-locuteur"
_ARTICLES = ("le", "la", "les", "l", "un", "une", "des", "plusieurs", "certains", "certaines", "deux", "trois")
_PRONOUN = re.compile(r"[-‑](?:t[-‑])?(?:il|elle|ils|elles)\b")
_SAID = (
    r"(?:(?:ajout|annonc|déclar|affirm|indiqu|précis|expliqu|estim|assur|rapport|confi|jug)(?:e|ent|é|a|èrent)|dit|disent|poursui(?:t|vent|vi)|souti(?:ent|ennent)|soutenu)"
)
_ADVERBS = r"(?:encore|enfin|également|aussi|par ailleurs|en outre|ensuite)"
_VERB = re.compile(rf"(?:(?P<past>a|ont) )?(?:{_ADVERBS} )?{_SAID}")
_TENSED = re.compile(r"\b(?!(?:fait|trait|lait|parfait|retrait|souhait|portrait|extrait|attrait|bienfait|méfait|forfait|abstrait)\b)\w+(?:ait|aient)\b")


def according_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[tuple[Reason, ...], Edit | None]:
    """Return why the edit does not keep what the source says, and the edit of the name alone that is left to check (None where none is)."""
    before, after = flat(edit.span.of(article.text)), flat(edit.after)
    wrong = (Reason("reference", f"« {before.strip()} » n’est pas « {after.strip()} ».", edit.after, before),), None
    voice = re.fullmatch(r"(?:Selon |D'après )(.+), |, (?:selon |d'après )(.+)", after)
    if not before and voice is not None:
        return ((), None) if _moves(article, book, edit.span.start, after.strip(" ,")) else wrong
    if not after and re.fullmatch(r"(?:Selon |D'après )[^:;«»]+, |, (?:selon |d'après )[^:;«»]+", before):
        return (), None  # that it stands elsewhere, the comparison of commitments tells
    if after.startswith("Selon "):
        rest = after.removeprefix("Selon ")
        if not before.strip():
            return ((), None) if not rest else wrong
        if before.strip("' ").lower() in _ARTICLES:
            return ((), None) if rest.strip("' ") == before.strip("' ").lower() else wrong
        return (), replace(edit, rule="", after=edit.after.split(" ", 1)[1])
    verb = before.strip()
    if after == ", ":
        found = re.fullmatch(rf",? ?(.+?) (?:{_ADVERBS},? )?(?:que|qu')", verb)
        said = _VERB.fullmatch(found.group(1)) if found is not None else None
        if said is None or _past(said, found.group(1) if found is not None else "") and _depends(article, book, edit.span.end, None):
            return wrong
        return (), None
    if not after.startswith("selon "):
        return wrong
    name = after.removeprefix("selon ").strip()
    pronoun = _PRONOUN.search(verb)
    bare = re.sub(" +", " ", _PRONOUN.sub("", verb))
    said = _VERB.fullmatch(re.sub(rf" {_ADVERBS}$", "", bare))
    if said is None or _past(said, bare) and _depends(article, book, None, edit.span.start) or (pronoun is None) != (not name):
        return wrong
    if pronoun is None:
        return (), None
    raw = _PRONOUN.search(edit.span.of(article.text))
    assert raw is not None
    return (), replace(edit, rule="", span=Span(edit.span.start + raw.start(), edit.span.start + raw.end()), after=f" {name}")


def unvoiced(edits: Iterable[Edit]) -> tuple[Reason, ...]:
    """Return why a passage has lost a voice: each one that an edit takes away another must write."""
    mine = [flat(edit.after).strip(" ,") for edit in edits if edit.rule == ACCORDING]
    gone, written = sum(1 for after in mine if not after), sum(1 for after in mine if re.match(r"(?:[Ss]elon|[Dd]'après)\b", after))
    return (Reason("attribution", "Une attribution est ôtée qui n’est pas écrite ailleurs."),) if gone > written else ()


def _moves(article: Article, book: Rulebook, at: int, voice: str) -> bool:
    """Whether the sentence at ``at`` gives its claim to that very voice, at its beginning or its end."""
    for sentence in read_article(article, book).sentences_of(Span(max(0, at - 1), at + 1)):
        words = flat(sentence.span.of(article.text)).strip(" .…").lower()
        if words.startswith(f"{voice.lower()}, ") or words.endswith(f", {voice.lower()}"):
            return True
    return False


def _past(said: re.Match[str], words: str) -> bool:
    return said.group("past") is not None or re.search(r"(?:èrent|(?<!t)a)$", words) is not None or words == "dit"


def _depends(article: Article, book: Rulebook, start: int | None, stop: int | None) -> bool:
    """Whether what is said, outside quotation marks, has a tense that may depend on a verb of saying in the past."""
    at = start if start is not None else stop or 0
    for sentence in read_article(article, book).sentences_of(Span(max(0, at - 1), at)):
        low, high = (start, sentence.span.end) if start is not None else (sentence.span.start, stop or sentence.span.end)
        if _TENSED.search(re.sub(r"«[^»]*»", " ", article.text[low:high])):
            return True
    return False
