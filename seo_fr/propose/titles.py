"""Title tags out of the source's own title: what follows the keyphrase, or the keyphrase first and the rest behind a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.edits import apply_edits
from seo_fr.french.typography import typography_edits
from seo_fr.model import Copied, Edit, Slot, Span, Token
from seo_fr.propose.frames import span_slot
from seo_fr.propose.headlines import _ENDS_BADLY, _NEVER_DROP
from seo_fr.propose.tell import Source

_BETWEEN = re.compile(r"^(.*?)[\s,]+(?:(?:contre|de|du|des|d['’]|sur|pour|à|au|aux|chez|dans|par|en|lors|après|avec|concernant)\s*)+(?:l[ea]s? |l['’]|une? |des |son |sa |ses )?$", re.IGNORECASE | re.DOTALL)
_CUTS = ("dans", "sur", "à", "au", "aux", "en", "lors", "après", "chez", "près", "pour", "devant", "durant", "pendant", "vers", "depuis", "avec", "par", "de", "du", "des", "d'", "d’")
#: Prepositions whose complement may be argument of a noun that stays: cut only behind a verb's own complement.
_TIGHT = ("de", "du", "des", "d'", "d’", "à", "au", "aux", "pour", "par", "avec")


@dataclass(frozen=True, slots=True)
class TitlePart:
    """A title tag made of the source's title: copied, or as slots « cle » and « objet » of the frame « cle-objet »."""

    text: str
    copied: Copied | None
    slots: tuple[Slot, ...] = ()
    cut: int = 0  # characters of the title's part that are left out


def _same(text: str) -> str:
    return text.replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ")


def _tokens(source: Source, span: Span) -> tuple[Token, ...]:
    return source.tokens_in(span)


def _places(source: Source, key: str) -> list[Span]:
    """Return where the keyphrase stands in the title as whole words, capitals apart."""
    title = source.analysis.article.title
    if title is None or len(key) < 3:
        return []
    flat = _same(title.of(source.text)).lower()
    return [Span(title.start + m.start(), title.start + m.end()) for m in re.finditer(rf"(?<![\w-]){re.escape(_same(key).lower())}(?![\w-])", flat)]


def _finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin"


def _wants_article(source: Source, rest: Span) -> bool:
    """Return whether what follows the keyphrase makes a clause of it, so far as its first word tells: no preposition, no participle."""
    tokens = _tokens(source, rest)
    if not tokens or tokens[0].pos in ("ADP", "CCONJ", "PUNCT", "SYM"):
        return False
    if tokens[0].span.of(source.text).lower() in ("victime", "victimes", "candidat", "candidate", "absent", "absente"):
        return False
    return not re.search(r"(?:é|és|ée|ées|us?|ues?|is|ie|ies)$", tokens[0].span.of(source.text).lower()) or tokens[0].span.of(source.text).lower() in ("a", "est", "suit", "fuit")


def _copied(source: Source, part: Span, named: Edit | None = None) -> tuple[str, Copied] | None:
    words = part.of(source.text)
    edits = [edit for edit in typography_edits(words, part.start) if named is None or not edit.span.overlaps(named.span)]
    if named is not None:
        edits.append(named)
    if words[:1].islower() and not any(edit.span.start == part.start for edit in edits):
        edits.append(Edit("case", "majuscule-initiale", Span(part.start, part.start + 1), words[0].upper()))
    ordered = tuple(sorted(edits, key=lambda edit: edit.span))
    try:
        return apply_edits(source.text, part, ordered), Copied(part, ordered)
    except ValueError:
        return None


def _shortened(source: Source, part: Span, least: int) -> list[Span]:
    """Return the part and its beginnings cut before a preposition or a comma, longest first; no reserve, no attribution, no half of a pair of marks falls."""
    tokens = _tokens(source, part)
    found = [part]
    for k in range(len(tokens) - 1, 1, -1):
        token = tokens[k]
        word = token.span.of(source.text).lower()
        if token.span.start - part.start < least:
            break
        if word not in _CUTS and word not in (",", ":", "–", "—", "("):
            continue
        left, right = tokens[:k], tokens[k:]
        while left and left[-1].pos == "PUNCT" and left[-1].span.of(source.text) not in ("»", ")"):
            left = left[:-1]
        if not left or left[-1].pos in _ENDS_BADLY and left[-1].span.of(source.text) != "»" or left[-1].pos in ("VERB", "AUX") and left[-1].feature("VerbForm") != "Part":
            continue
        place = word in ("à", "au", "aux", "en") and left[-1].pos in ("NOUN", "ADJ") and len(right) <= 3 and any(entity.kind in ("place", "country") and any(mention.span.end == right[-1].span.end for mention in entity.mentions) for entity in source.analysis.entities)
        if word in _TIGHT and left[-1].pos in ("NOUN", "VERB", "ADJ") and not place or {other.span.of(source.text).lower() for other in right} & (_NEVER_DROP | {"nie", "nient", "dément", "accusé", "accusée", "selon", "?"}):
            continue
        if any(_finite(other) for other in right) and not any(_finite(other) for other in left):
            continue  # the news itself would fall
        shown = source.text[part.start : left[-1].span.end]
        if shown.count("«") != shown.count("»") or shown.count("(") != shown.count(")"):
            continue
        found.append(Span(part.start, left[-1].span.end))
    return found


def title_parts(source: Source, key: str) -> list[TitlePart]:
    """Return the title tags that the source's title gives for the keyphrase, in no order: from the keyphrase on, with its article before a verb; or the keyphrase, a colon, what stood before it."""
    title = source.bare_title
    if title is None:
        return []
    end = title.end
    found: list[TitlePart] = []
    surname = key.split(" ")[-1]
    if not _places(source, key) and " " in key and surname[:1].isupper() and any(e.kind == "person" and _same(e.name.of(source.text)) == key for e in source.analysis.entities):
        for place in _places(source, surname):  # « Italie : Untel démissionne » gives « Jean Untel démissionne »
            before = source.text[title.start : place.start]
            if re.split(r"\s[:–—]\s|:\s", before)[-1].strip() or end - place.end < 6:
                continue
            for part in _shortened(source, Span(place.start, end), len(surname) + 10):
                done = _copied(source, part, Edit("reference", "nom-complet", place, key))
                if done is not None:
                    found.append(TitlePart(done[0], done[1], cut=end - part.end))
    for place in _places(source, key):
        before = source.text[title.start : place.start]
        head = re.split(r"\s[:–—]\s|:\s|,\s", before)[-1]
        start = place.start
        function = source.text[place.start].isupper() and bool(re.fullmatch(r"\s*(?:[Ll][ea]s? |[Ll]['’])[a-zéèêâîôûç' -]+ ", head)) and all(token.pos in ("DET", "NOUN", "ADJ", "PUNCT") for token in _tokens(source, Span(place.start - len(head), place.start)))
        opens = not head.strip() or function or bool(re.fullmatch(r"\s*(?:[Ll][ea]s?|[Uu]ne?|[Dd]es|[Ll]['’])\s?", head))
        starts = [start]
        if opens and head.strip() and not function and _wants_article(source, Span(place.end, end)):
            starts = [place.start - len(head.lstrip())]  # « un accident de train fait un mort »: the clause needs its article
        if opens and end - place.end > 6:
            for rank, first in enumerate(starts):
                for part in _shortened(source, Span(first, end), len(key) + 10):
                    done = _copied(source, part)
                    if done is not None:
                        found.append(TitlePart(done[0], done[1], cut=end - part.end + 40 * rank))
        elif not opens:
            found += _turned(source, place, head if key[:1].isupper() else re.split(r"\s[:–—]\s|:\s", before)[-1], end)
    return found


def _turned(source: Source, place: Span, head: str, end: int) -> list[TitlePart]:
    """Return « fusillade à Orlando : 50 morts et 53 blessés » for « 50 morts et 53 blessés dans une fusillade à Orlando »: what stood before goes behind a colon."""
    match = _BETWEEN.match(head) or (re.match(r"^(.*[a-zé]{4,}) $", head) if source.text[place.start].isupper() else None)
    start = place.start - len(head)
    if match is None or len(match.group(1).split()) < 2 and not re.search(r"\d", match.group(1)):
        return []
    first = Span(start + len(head) - len(head.lstrip()), start + len(match.group(1).rstrip(" ,")))
    tokens = _tokens(source, first)
    if not tokens or any(_finite(token) for token in tokens) or tokens[-1].pos in _ENDS_BADLY or re.search(r"[«»():;?!]", first.of(source.text)) or any(token.pos == "PRON" for token in tokens):
        return []
    if re.search(r"\b(?:relati(?:f|ve)s?|lié(?:e|s|es)?|due?s?|propres?|face|grâce|suite|quant|le point|autour|près|loin|proche|lors|au sein|en vue|hors)$", first.of(source.text)) or tokens[0].pos in ("ADP", "CCONJ", "VERB", "AUX"):
        return []
    if re.match(r"(?i)(?:l[ea]s? |l['’])", first.of(source.text)) and re.match(r"\s*(?:de|du|des|d['’])", source.text[first.end : place.start]):
        return []  # « le nombre d’emplois »: neither half says anything alone
    edits: tuple[Edit, ...] = ()
    initial = first.of(source.text)[0]
    if initial.isupper() and tokens[0].pos not in ("PROPN",) and not first.of(source.text).split(" ")[0].isupper():
        edits = (Edit("case", "minuscule-apres-deux-points", Span(first.start, first.start + 1), initial.lower()),)
    objet = span_slot(source, "objet", first, edits)
    keys = [Span(place.start, place.end)]
    rest = _tokens(source, Span(place.end, end))
    if rest and rest[0].pos not in ("ADP", "PUNCT") and rest[0].span.of(source.text).lower() not in _CUTS:
        return []  # « la députée Untel blessée par balles »: the news stands behind the name
    if rest and rest[0].span.of(source.text).lower() in _CUTS and not any(_finite(token) for token in rest) and not re.search(r"[«»():;,]", source.text[place.end : end]):
        keys.insert(0, Span(place.start, end))
    return [TitlePart(f"{slot.text} : {objet.text}", None, (slot, objet), end - span.end) for span in keys for slot in (span_slot(source, "cle", span),)]


__all__ = ["TitlePart", "title_parts"]
