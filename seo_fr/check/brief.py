"""The second reader's view of a fact box: an entry is a few words of one sentence, of the sort that its label promises."""

from __future__ import annotations

import re

from seo_fr.check.compare import Reason
from seo_fr.check.reading import ArticleReading, read_words
from seo_fr.model import Passage, Templated

LONGEST = 14
_DAY = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|nuit|\d{4}|semaine|mois|heures?|\d ?h"
#: What a fragment must hold, by the label of its template.
_HOLDS = {
    "quand": rf"(?i)\b(?:{_DAY})\b",
    "ou": r"(?i)^(?:à|au|aux|en|dans|sur|sous|près|entre|non loin)\b.*[A-ZÀ-Ý]",
    "bilan": r"(?i)^(?:[\w’' -]*\d|(?:au moins |près de |plus de |environ |une? )?\w+).*\b(?:morts?|mortes|blessée?s?|disparue?s?|décès|sinistrés|tué(?:e?s)|hospitalisée?s|évacuée?s|interpellée?s|décédée?s|noyée?s|intoxiquée?s)\b",
    "peine": r"(?i)\b(?:ans?|mois|perpétuité|mort|vie)\b",
    "age": r"^\d{1,3}[\s\u00a0]ans$",
    "chiffre": r"\d.*[a-zà-ÿ]",
    "score": r"^\d{1,3}[\s\u00a0]?[-–][\s\u00a0]?\d{1,3}$",
    "vote": r"\bvoix\b|\bsuffrages\b",
    "montant": r"\d|\b(?:million|milliard)",
    "pourquoi": r"(?i)^(?:pour|en raison|à cause|faute)\b",
    "enquete": r"(?i)^(?:ouverte|confiée)\b",
}
#: What a fragment of the label may not be cut before: « quatre ans d’emprisonnement[, dont deux avec sursis] ».
_GOES_ON = {
    "peine": r"\s*,?\s*(?:dont|assortie?s?|avec|et (?:à|d['’])|ainsi)\b",
    "bilan": r"\s*,?\s*(?:dont|et (?:au moins |environ )?[\w-]+ (?:autres )?(?:personnes? )?(?:bless|mort|dispar))",
    "vote": r"\s*,?\s*(?:et|avec) \d+ (?:abstentions?|contre)",
    "qui": r"\s+(?:et|ou)\s+(?:le|la|les|l['’]|[A-ZÀ-Ý])",
}


def brief_reasons(passage: Passage, origin: Templated, text: str, reading: ArticleReading) -> tuple[Reason, ...]:
    """Return why an entry of the fact box is not a short slice of one sentence that fits its label; nothing for a passage of another block."""
    if not origin.template.startswith("brief/"):
        return ()
    label = origin.template.split("/")[1].removesuffix("-selon").removesuffix("-dont")
    found: list[Reason] = []
    spans = [span for slot in origin.slots for span in slot.source]
    if len({sentence.index for span in spans for sentence in reading.sentences_of(span)}) != 1:
        found.append(Reason("assemblage", "Une entrée de l’essentiel n’est pas d’une seule phrase de la source.", passage.text))
    fragment = next((slot for slot in origin.slots if slot.name == "fragment"), None)
    if fragment is None or not fragment.source:
        return (*found, Reason("emplacement", "Une entrée de l’essentiel n’a pas de fragment de la source.", passage.text))
    words = [word for slot in origin.slots for word in read_words(slot.text) if word.kind != "p"]
    if len(words) > LONGEST + 6:
        found.append(Reason("gabarit", "Une entrée de l’essentiel est trop longue.", passage.text))
    flat = fragment.text.replace("\u00a0", " ").replace("\u202f", " ")
    if label in _HOLDS and not re.search(_HOLDS[label], flat):
        found.append(Reason("gabarit", f"« {fragment.text} » ne répond pas à son libellé.", passage.text))
    part = next((slot for slot in origin.slots if slot.name == "part"), None)
    if part is not None:
        between = text[fragment.source[-1].end : part.source[0].start] if part.source else ""
        if not re.fullmatch(r",? dont ", between) or not part.source or re.match(r"\s*,?\s*(?:et|dont|ou) ", text[part.source[-1].end :]):
            found.append(Reason("coupe", "Ce qui est entre parenthèses ne suit pas « dont » dans la source, ou y continue.", passage.text))
    elif label in _GOES_ON and re.match(_GOES_ON[label], text[fragment.source[-1].end :]):
        found.append(Reason("coupe", f"« {fragment.text} » est coupé avant sa fin.", passage.text))
    return tuple(found)
