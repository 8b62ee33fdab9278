"""The limits of EDITORIAL: lengths, widths, counts. Each is a finding; none changes the page."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.width import title_width
from seo_fr.french.words import count_words, low
from seo_fr.model import Block, Finding, Page, Passage, Templated
from seo_fr.rulebook import Rule, Rulebook


@lru_cache(maxsize=8)
def _phrases(book: Rulebook) -> tuple[str, ...]:
    return tuple(low(phrase) for rule in book.of_kind("padding") for phrase in rule.data["phrases"])


def fires_padding(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a hollow phrase of the rule stands in ``text``."""
    return any(low(phrase) in low(text) for phrase in rule.data["phrases"])


def _limit(rule: str, place: str, message: str, actual: object, expected: str, severity: str = "warning") -> Finding:
    return Finding(rule, severity, place, message, str(actual), expected)  # type: ignore[arg-type]


def check_limits(page: Page, book: Rulebook, words: int) -> tuple[Finding, ...]:
    """Return a finding for each limit the page breaks. Fewer words than asked (``words``, 0 for no minimum) is an error."""
    found: list[Finding] = []
    title, h1, description = page.title_tag.text, page.h1.text, page.description.text
    if len(title) > 60 or title_width(title) > 600:
        found.append(_limit("titre-trop-long", "title_tag", "La balise titre dépasse 60 caractères ou 600 px.", f"{len(title)} car., {title_width(title):.0f} px", "≤ 60, ≤ 600 px"))
    if low(page.keyphrase.text) not in low(title):
        found.append(_limit("titre-sans-cle", "title_tag", "La balise titre n’a pas l’expression clé.", title, page.keyphrase.text))
    if len(h1) > 110:
        found.append(_limit("h1-trop-long", "h1", "Le titre de la page dépasse 110 caractères.", len(h1), "≤ 110"))
    if h1.lower() == title.lower():
        found.append(_limit("h1-egal-titre", "h1", "Le titre de la page répète la balise titre.", h1, "deux textes"))
    if not 121 <= len(description) <= 156:
        found.append(_limit("description-longueur", "description", "La description n’a pas de 121 à 156 caractères : aucune phrase de la source ne s’y prête.", len(description), "121–156"))
    headings = [block.heading for block in page.blocks if block.heading is not None]
    levels = [heading for heading in headings if heading.role == "h2"]
    if not 3 <= len(levels) <= 8:
        found.append(_limit("nombre-de-h2", "page", f"La page a {len(levels)} intertitres de niveau 2.", len(levels), "3–8"))
    seen: set[str] = set()
    for heading in headings:
        if heading.text.lower() in seen:
            found.append(_limit("intertitre-double", heading.id, f"L’intertitre « {heading.text} » se répète.", heading.text, "des intertitres différents"))
        seen.add(heading.text.lower())
        if isinstance(heading.origin, Templated) and len(heading.text) > 70:
            found.append(_limit("intertitre-trop-long", heading.id, f"L’intertitre « {heading.text} » dépasse 70 caractères.", len(heading.text), "≤ 70"))
    for block in page.blocks:
        if block.kind == "section" and block.heading is None:
            found.append(_limit("intertitre-absent", f"section {block.section}", "Une section n’a pas d’intertitre : aucun candidat n’a passé les contrôles.", "", "un intertitre", "error"))
        for item in block.passages:
            found += _padding(item, book)
        size = sum(count_words(item.text) for item in block.passages)
        if block.kind == "introduction" and not 40 <= size <= 90:
            found.append(_limit("introduction-longueur", "introduction", f"L’introduction a {size} mots.", size, "40–90"))
        if block.kind == "introduction" and (count := _copied(page, block)):
            found.append(_limit("introduction-copie", "introduction", f"L’introduction répète {count} mots du premier paragraphe, qui se trouve juste en dessous : racontez le fait principal autrement.", count, "une autre forme"))
        if block.kind == "keypoints" and len(block.passages) < 3:
            found.append(_limit("points-cles-nombre", "keypoints", "Deux points clés seulement : la source ne porte pas plus de faits qui tiennent seuls.", len(block.passages), "3–5"))
        if block.kind == "conclusion" and not 30 <= size <= 110:
            found.append(_limit("conclusion-longueur", "conclusion", f"La conclusion a {size} mots.", size, "30–110"))
    if words and page.word_count < words:
        missing = words - page.word_count
        message = (
            f"La page a {page.word_count} mots, {missing} de moins que les {words} demandés : la source ne porte pas plus sans redites ni remplissage. "
            "Pour les atteindre : ajoutez à la source des faits, des citations ou des chiffres, ou demandez moins de mots (--words)."
        )
        found.append(Finding("mots", "error", "page", message, str(page.word_count), f"≥ {words}"))
    return tuple(found)


#: An introduction that says so many words of the first paragraph, most of its own, says it twice.
_SAME_WORDS, _RUN = 30, 8


def _copied(page: Page, introduction: Block) -> int:
    """Return how many words of the introduction stand in runs of :data:`_RUN` in the body's first paragraph, 0 where they are few or another part is as long."""
    body = next((item.text for block in page.blocks if block.kind == "section" for item in block.passages if item.role == "paragraph"), "")
    below = _words(body)
    runs = {tuple(below[i : i + _RUN]) for i in range(len(below) - _RUN + 1)}
    own = _words(" ".join(item.text for item in introduction.passages))
    same: set[int] = set()
    for i in range(len(own) - _RUN + 1):
        if tuple(own[i : i + _RUN]) in runs:
            same.update(range(i, i + _RUN))
    return len(same) if len(same) >= _SAME_WORDS and 3 * len(same) > 2 * len(own) else 0


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", low(text))


def _padding(item: Passage, book: Rulebook) -> list[Finding]:
    if not isinstance(item.origin, Templated):
        return []
    return [_limit("remplissage", item.id, f"Formule creuse : « {phrase} ».", item.text, "") for phrase in _phrases(book) if phrase in low(item.text)]
