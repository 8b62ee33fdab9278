"""The second reader's view of one sentence of a quotation told alone: « “P. Q. R”, a déclaré X » → « “Q”, a déclaré X ».

By the article's words alone: what falls are whole sentences between one pair of marks, what is left is one sentence of them, from its capital to its mark, that leans on none that fell and that the
next does not take back. All that stands outside the marks, and so whose words they are, stays as it was.
"""

from __future__ import annotations

import re

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat
from seo_fr.model import Article, Copied, Edit, Span

#: The rule of the cuts that take the other sentences of a quotation.
PART = "phrase-de-citation"
_SPACE = " \n\t\u00a0\u202f\u2009"
_STOPS = ".!?…"
_BACK = re.compile(r"(?:mais|cependant|toutefois|pourtant|néanmoins|or|sauf|en revanche|au contraire|malgré (?:tout|cela)|seulement|sinon|non)(?![\w-])", re.IGNORECASE)
#: Words at the head of a sentence that join it to the one before it.
_JOINED = re.compile(
    r"(?:et|mais|ou|donc|or|car|ni|puis|ensuite|enfin|alors|ainsi|voilà|certes|cela|ça|celui|celle|ceux|celles|cependant|toutefois|pourtant|néanmoins|sauf|en effet|en revanche|au contraire|par ailleurs|de plus|d'ailleurs|du coup|par conséquent"
    r"|c'est|c'était|ce n'|ce ser|ce sont|ils |elles |elle |lui |eux |leur |son |sa |ses |leurs )(?!\w)",
    re.IGNORECASE,
)
#: Words that lean wherever they stand: on what was said, or on who hears it.
_LEANS = re.compile(r"(?<![\w'-])(?:cela|ça|ceci|celui-ci|celle-ci|ceux-ci|vous|votre|vos|toi|ton|tes|ce dernier|cette dernière|ces derniers|en effet|de ce fait|dans ce (?:cas|cadre|contexte))(?![\w-])|^(?:ne |n')?(?!chez\b|assez\b)\w+ez\b|\b(?:nous|je|on|ne) (?:la|le|les) \w+(?:ons|ai|as?|ez|ont)\b", re.IGNORECASE)
_SHORTEST = 6


def quotation_at(text: str, span: Span) -> Span | None:
    """Return what stands between the marks around ``span``, marks apart; None where it is not within one pair of them."""
    opened, closed = text.rfind("«", 0, span.start + 1), text.find("»", span.end)
    if opened < 0 or closed < 0 or text.find("»", opened, span.end) >= 0 or text.find("«", span.start, closed) >= 0 or "\n\n" in text[opened:closed]:
        return None
    return Span(opened + 1, closed)


def part_drop_reasons(edit: Edit, article: Article) -> tuple[Reason, ...]:
    """Return why the cut is not of whole sentences of one quotation."""
    text, before = article.text, edit.span.of(article.text)
    wrong = (Reason("coupe", f"La coupe « {before[:60]} » n’est pas de phrases entières d’une citation.", before[:60]),)
    around = quotation_at(text, edit.span)
    if edit.kind != "drop" or edit.after or around is None:
        return wrong
    start, end = text[around.start : edit.span.start].rstrip(_SPACE), text[edit.span.end : around.end].strip(_SPACE)
    opens = not start or start[-1] in _STOPS or before[:1] in "." and start[-1:].isalnum()
    closes = not end.strip(_STOPS) or before.rstrip(_SPACE)[-1:] in _STOPS and end[:1].isupper() or before.rstrip(_SPACE)[-1:] in _STOPS and end[:1] in "[("
    return () if opens and closes and (start or end) else wrong


def part_reasons(origin: Copied, article: Article) -> tuple[Reason, ...]:
    """Return why the passage, if it tells one sentence of a quotation, does not tell it as it was said."""
    text, mine = article.text, [edit for edit in origin.edits if edit.rule == PART]
    if not mine:
        return ()
    around = quotation_at(text, mine[0].span)
    if around is None or not all(quotation_at(text, edit.span) == around for edit in mine) or not (origin.span.start <= around.start - 1 and around.end + 1 <= origin.span.end):
        return (Reason("citation", "Les coupes ne sont pas d’une même citation, entière dans le passage."),)
    kept, at = [], around.start
    for edit in sorted(mine, key=lambda edit: edit.span):
        kept.append(Span(at, edit.span.start))
        at = edit.span.end
    kept.append(Span(at, around.end))
    left = [span for span in kept if re.search(r"\w", span.of(text))]
    if len(left) != 1:
        return (Reason("citation", "Il ne reste pas une phrase, et une seule, de la citation."),)
    words = flat(left[0].of(text)).strip()
    inside = [edit for edit in origin.edits if edit.span.overlaps(left[0]) and edit.kind not in ("typography", "case", "period")]
    shown = words[:60]
    if inside:
        return (Reason("citation", f"Une parole citée est changée : « {shown} ».", shown),)
    if re.search(r"[.!?…]\s+\S*[A-ZÉÈÀ]\w*\s+\w+", words) and re.search(r"[a-zé)]{3}[.!?…]\s+[A-ZÉÈÀ«]", words) or len(words.split()) < _SHORTEST:
        return (Reason("citation", f"Plus d’une phrase, ou moins d’une, reste de la citation : « {shown} ».", shown),)
    if _JOINED.match(words) and left[0].start != around.start or _LEANS.search(words):
        return (Reason("anaphore", f"« {shown} » s’appuie sur ce que le locuteur vient de dire.", shown),)
    following = flat(text[left[0].end : around.end]).lstrip(" .!?…")
    if _BACK.match(following):
        return (Reason("citation", f"La phrase d’après reprend « {shown} ».", shown),)
    return ()


def one_sentence(origin: Copied, article: Article) -> str | None:
    """Return what the source has of the passage without the sentences of the quotation that fell; None where none did."""
    text, at, made = article.text, origin.span.start, ""
    mine = sorted(edit.span for edit in origin.edits if edit.rule == PART)
    for span in mine:
        made, at = made + text[at : span.start], span.end
    return made + text[at : origin.span.end] if mine else None
