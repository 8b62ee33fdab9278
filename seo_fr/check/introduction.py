"""The second reader's view of a person who is introduced: « Anne Morel » → « Anne Morel, présidente de la régie, » or « le galeriste Paul Vidal ».

By the article's words alone: the description must stand beside that very name somewhere in the source, whole, and closed by a mark where a comma parts the two; or stand
there behind a possessive whose owner the check on possessives agrees to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.check.anaphora import anaphor_reasons
from seo_fr.check.compare import Reason
from seo_fr.french.words import plain
from seo_fr.model import Article, Edit, Span
from seo_fr.rulebook import Rulebook

#: The rule of the edits that introduce a person.
INTRODUCED = "personne-presentee"
#: The rule of the edits that put a function in the place of a name.
BY_FUNCTION = "fonction-pour-nom"
_LONGEST = 12  # words
_CLOSING = r"(?=\s?[,.;:)!?»–(]|\s*$|\s+et\s|\s+ainsi qu(?:e |')[A-ZÀ-Ý])"
_TITLE = r"(?:(?:le |la )?(?:M\.|Mme|Mlle|Me|Mgr|Dr|Pr|docteure?|professeure?) )?"
_AGE = r"(?:\d+ ans, |âgée? de \d+ ans, )?"
_DETERMINERS = r"(?:le |la |l'|un |une )"
_NAME = r"[A-ZÀ-ÝŒ][\w'-]*"
_PARTICLES = r"(?:de|du|des|van|von|der|den|ten|ter|di|da|dos|del|la|le|el|al|ben|bin|ibn|y|d')"


def flat(text: str) -> str:
    """Return ``text``, of the same length, with plain apostrophes and spaces."""
    return re.sub(r"\s", " ", plain(text))


def read(edit: Edit) -> tuple[tuple[str, str, str], ...]:
    """Return the ways to read what an introduction writes, as (what it would be without, name, description): the description with its article where it stands before the name."""
    after = flat(edit.after)
    found: list[tuple[str, str, str]] = []
    match = re.fullmatch(rf"(.*?)({_NAME}(?: (?:{_PARTICLES} ?)*{_NAME})+), ([^,]+)(,?)( [^,]*)?", after)
    if match is not None:
        found.append((match.group(1) + match.group(2) + (match.group(5) or ""), match.group(2), match.group(3)))
    match = re.fullmatch(rf"(.*?)({_NAME}(?: (?:{_PARTICLES} ?)*{_NAME})+) (\([^()\d]+\))( [^,]*)?", after)
    if match is not None:
        found.append((match.group(1) + match.group(2) + (match.group(4) or ""), match.group(2), match.group(3)))
    match = re.fullmatch(rf"(\s*(?:(?:d|qu|lorsqu|puisqu|quoiqu)'|(?:de|à|que|lorsque|puisque|quoique) )?)((?:le |la |l'|Le |La |L'|du |au |Du |Au ).+? )({_NAME}(?: (?:{_PARTICLES} ?)*{_NAME})+)", after)
    if match is not None:
        head, lead, name = match.group(1), match.group(2).strip(), match.group(3)
        merged = {"du": "de ", "au": "à "}.get(lead.split(" ")[0].lower())
        if merged is not None:
            head, lead = merged, "le " + lead.split(" ", 1)[1]
        words = lead + " " + name
        names = words.split(" ")
        # « la Belge Anna de Wit »: where the name begins, the source will say
        found += [(head + " ".join(names[at:]), " ".join(names[at:]), " ".join(names[:at])) for at in range(1, len(names) - 1) if names[at][:1].isupper()]
        if lead.lower().startswith("l'"):
            found.append((head + name, name, lead))
    return tuple(found)


def introduction_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[tuple[Reason, ...], Edit | None]:
    """Return why the description is not hers, and the edit that is left without it (None where nothing but her name stood there)."""
    before = flat(edit.span.of(article.text))
    for bare, name, description in read(edit):
        if not _hers(name, description, article, book):
            continue
        if len(re.findall(r"[\w-]+", description)) > _LONGEST + 1:
            return (Reason("presentation", f"La présentation de « {name} » est trop longue.", edit.after),), None
        if _inside_quotes(edit.span, article):
            return (Reason("presentation", f"« {name} » serait présenté à l’intérieur d’une citation.", edit.after),), None
        if _unelided(before) == _unelided(bare):
            return (), None
        return (), replace(edit, rule="", after=bare)
    return (Reason("presentation", f"La source ne présente pas cette personne ainsi : « {edit.after.strip(' ,')} ».", edit.after),), None


def function_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[tuple[Reason, ...], tuple[Edit, ...]]:
    """Return why a function may not stand in the place of what the edit replaces; or, where that is a pronoun, the edits of which one must be right: it means a name that the function stands beside.

    A name must be one that the source puts the function beside, by itself or behind its first names.
    """
    before, after = flat(edit.span.of(article.text)).strip(), flat(edit.after).strip()
    match = re.match(r"(?i)(?:le |la |l'|une? )", after)
    body = after[match.end() :] if match is not None else after
    text = flat(article.text)
    wrong = (Reason("presentation", f"La source n’appelle pas ainsi « {before} » : « {edit.after.strip()} ».", edit.after, before),)
    if match is None or not body or _inside_quotes(edit.span, article):
        return wrong, ()
    if before.lower() in ("il", "elle", "ils", "elles", "celui-ci", "celle-ci"):
        names = dict.fromkeys(found.group() for found in re.finditer(rf"{_NAME}(?: (?:{_PARTICLES} ?)*{_NAME})+", text))
        fits = tuple(replace(edit, rule="", after=name) for name in names if _hers(name, body, article, book))
        return (() if fits else wrong), fits
    names = dict.fromkeys([before, *(found.group() for found in re.finditer(rf"(?<![\w-])(?:{_NAME} (?:{_PARTICLES} ?)*)+{re.escape(before)}(?![\w-])", text))])
    return (() if any(_hers(name, body, article, book) for name in names) else wrong), ()


def _unelided(text: str) -> str:
    return re.sub(r"^(d|qu|lorsqu|puisqu|quoiqu)'", r"\1e ", text.strip(), flags=re.IGNORECASE).lower()


def _hers(name: str, description: str, article: Article, book: Rulebook) -> bool:
    """Whether the source puts the description beside the name."""
    if description.startswith("("):
        return re.search(rf"(?<![\w-]){re.escape(name)} {re.escape(description)}", flat(article.text)) is not None
    text = re.sub(r"(?<=\w) \([^()]{1,24}\)(?= (?:de|du|des|d'))", "", flat(article.text))
    article_, body = "", description
    match = re.match(_DETERMINERS, description, re.IGNORECASE)
    if match is not None:
        article_, body = match.group().lower(), description[match.end() :]
    called, named = re.escape(body), rf"{re.escape(name)}(?![\w-])"
    called = rf"(?i:{called[:1]}){called[1:]}" if body[:1].islower() else called
    determiner = rf"(?i:{re.escape(article_)})" if article_ else rf"(?i:{_DETERMINERS}|(?<![\w'-])du |(?<![\w'-])au )?"
    merged = r"|(?<![\w'-])(?i:du |au )" if article_ == "le " else ""
    # « le galeriste Paul Vidal », « du galeriste Paul Vidal »
    if re.search(rf"(?<![\w'-])(?:{determiner}{merged}){called} {_TITLE}{named}", text) and article_ or _bare(called, named, text):
        return True
    # « le directeur du réseau, Paul Vidal, »
    for found in re.finditer(rf"(?<![\w'-])(?:{determiner if article_ else '(?i:' + _DETERMINERS + ')'}){called}, {_TITLE}{named}{_CLOSING}", text):
        if not re.search(r"(?:(?<![\w'-])(?:de|à|au|aux|et|ou|des|du)|(?<![\w])d') ?$", text[max(0, found.start() - 6) : found.start()]):
            return True
    # « Paul Vidal, 54 ans, directeur du réseau, », « Paul Vidal (directeur du réseau) », « Paul Vidal, qui tient une librairie, »
    own = _DETERMINERS if not article_ else re.escape(article_)
    if re.search(rf"(?<![\w-]){named}(?: \([^)]*\))?, {_AGE}(?i:{own})?{called}{_CLOSING}", text) or re.search(rf"(?<![\w-]){named} \((?i:{own})?{called}\)", text):
        return True
    return _owned(name, body, article, book)


def _bare(called: str, named: str, text: str) -> bool:
    """Whether « directrice générale de la régie Anne Morel » stands in the source, its article before it."""
    return re.search(rf"(?<![\w'-])(?:(?i:{_DETERMINERS})|(?i:du |au )){called} {_TITLE}{named}", text) is not None


def _owned(name: str, body: str, article: Article, book: Rulebook) -> bool:
    """Whether the source says « Sa présidente, Anne Morel, » near after the body whose president she is said to be."""
    text = flat(article.text)
    for match in re.finditer(rf"(?<![\w'-])(son|sa|leur) ([^,.;:«»()]{{3,60}}?),? {_TITLE}{re.escape(name)}(?![\w-])", text, re.IGNORECASE):
        office = match.group(2)
        if not body.startswith(office + " "):
            continue
        span = Span(match.start(1), match.end(2))
        for determiner in ("le ", "la ", "l'"):
            reasons = anaphor_reasons(Edit("reference", "", span, determiner + body), article, book)
            if reasons is not None and not reasons and _just_before(body[len(office) :], span, text):
                return True
    return False


def _just_before(owner: str, span: Span, text: str) -> bool:
    """Whether the owner is named in the two sentences before the possessive, or in its own."""
    word = re.sub(r"^ (?:de la |de l'|de |du |des |d')", "", owner).strip()
    ends = [match.end() for match in re.finditer(r"[.!?…](?: »)? ", text[: span.start])]
    return bool(word) and word.lower() in text[ends[-3] if len(ends) > 2 else 0 : span.start].lower()


def _inside_quotes(span: Span, article: Article) -> bool:
    text = article.text
    return text.rfind("«", 0, span.start) > text.rfind("»", 0, span.start)
