"""Where no written line may end: inside what the source coordinates, before the only complement of a verb that needs one, before the figure of a measure, behind a member of a list that has lost its participle.

« Les deux blessés sont le boulanger, âgé de 40 ans, et une cliente » is not « Les deux blessés sont le boulanger »; « une magnitude de 5 » is not « une magnitude ».
"""

from __future__ import annotations

import re

from seo_fr.french.calendar import DAYS
from seo_fr.model import Copied, Edit, Span, Templated, Token
from seo_fr.propose.heading_words import is_named
from seo_fr.propose.tell import Source

_AND = re.compile(r"(?:,[^,;:«»()]{2,60},|,| \([^()]{2,40}\),?)? (?:et|ou|ainsi qu(?:e|['’])) ?(?=(?:l[ae]s?|une?|des|deux|trois|quatre|cinq|plusieurs|son|sa|ses|leurs?) |l['’])", re.IGNORECASE)
_FIGURE = re.compile(r" (?:(?:provisoire|totale?|moyenne|maximale?|estimée?|évaluée?|record) )?(?:de|d['’]|à|supérieure? à|inférieure? à|comprise? entre) ?(?:près (?:de|d['’]) ?|plus (?:de|d['’]) ?|moins (?:de|d['’]) ?|environ |quelque )?(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|un million|un milliard)")
_WHEN = re.compile(r"(?i)(?:" + DAYS + r"|matin|midi|soir|après-midi|hier|moyenne|total|effet|outre|\d+)")
#: « la pièce maîtresse gît [à deux mètres de profondeur] »: verbs that say nothing without where or how much.
_WHERE_ONLY = re.compile(r"(?<![\w-])(?:gît|gisent|gisait|gisaient|réside|résident|se (?:situe|trouve)(?:nt)?|consiste|consistent|s['’]élève(?:nt)?|s['’]établi(?:t|ssent))$")
#: « boucle ses plannings [à coups d’intérimaires] »: how it is done is what is said.
_BY_WHAT = re.compile(r" (?:à coups? d|à grands? (?:renforts?|coups) d|au prix d|à force d|au moyen d|à défaut d|aux dépens d|au détriment d)")
_LEFT_OVER = re.compile(r", (?:l[ae]s? |l['’]|une? |deux |trois |quatre |plusieurs |des )(?:autres? )?[\w-]+$")
_STATE = re.compile(r" (?:en|à|au|aux|dans|entre|hors|sous|\w+(?:é|ée|és|ées|is|ise|ises|u|ue|us|ues))(?!\w)")


def severed(source: Source, end: int, start: int = 0) -> bool:
    """Return whether a line that begins at ``start`` and ends at the character ``end`` of the source loses what makes its last words true or whole; ``start`` 0: the sentence's own."""
    text = source.text
    sentence = next((one.span for one in source.analysis.sentences if one.span.start < end <= one.span.end), None)
    if sentence is None or not text[end : sentence.end].strip(" .\u00a0"):
        return False
    start = max(start, sentence.start)
    kept, gone = text[start:end], text[end : sentence.end]
    tokens = source.tokens_in(Span(start, end))
    if not tokens:
        return False
    if _BY_WHAT.match(gone) or _WHERE_ONLY.search(kept) and re.match(r" \w", gone):
        return True
    if re.search(r"(?<!\w)(?:est|sont|était|étaient) parti(?:e|s|es)?$", kept) and re.match(r" \w", gone):
        return True  # « sont partis [dimanche matin] », which the parser takes for a noun
    noun = next((token for token in reversed(tokens) if token.pos in ("NOUN", "PROPN")), None)
    if noun is not None and noun is tokens[-1] and is_named("measured", noun.span.of(text).lower()) and _FIGURE.match(gone):
        return True
    if _LEFT_OVER.search(kept) and _STATE.match(gone) and any(token.feature("VerbForm") == "Part" or token.pos == "VERB" for token in tokens[:-3]):
        return True
    verbs = [token for token in tokens if token.pos in ("VERB", "AUX") and token.feature("VerbForm") in ("Fin", "Part", "Inf")]
    return _starved(source, tokens, sentence) or bool(verbs) and _halved(source, tokens, sentence, end)


def _state_fell(source: Source, origin: Copied) -> bool:
    """Return whether the end of the title that fell is all that is said of the noun behind the colon: the state it is in, no place, where no verb says more."""
    title = source.analysis.article.title
    if title is None or not title.start <= origin.span.start or not origin.span.end < title.end:
        return False
    text = source.text
    colon = text.rfind(":", title.start, origin.span.end)
    if colon < 0 or re.match(r" (?:en|à|au|aux|sous|hors)(?![\w-])", text[origin.span.end : title.end]) is None:
        return False
    if any(token.pos in ("VERB", "AUX") or token.feature("VerbForm") for token in source.tokens_in(Span(colon, origin.span.end))):
        return False
    fell = Span(origin.span.end, title.end)
    return not any(entity.kind in ("place", "country", "organisation") and any(fell.covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities)


#: « Fille d’un pharmacien, la jeune femme expose »: what describes the subject, before it.
_DESCRIBES = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+ (?:(?:de la |de |du |des |d['’])[^,;:«»]{2,60}|(?:à|au|en|par|depuis) [^,;:«»]{2,60}), (?=(?:l[ea] |l['’]|cet |cette |ce |[A-ZÀ-Ý]))")


def subject_fell(source: Source, span: Span, edits: tuple[Edit, ...]) -> bool:
    """Return whether a line lost the subject that a description before it belongs to, and gives the description in its place."""
    found = _DESCRIBES.match(source.text, span.start)
    return found is not None and any(edit.kind == "drop" and not edit.after and span.start < edit.span.start < found.end() < edit.span.end for edit in edits)


def ends_severed(source: Source, origin: object) -> bool:
    """Return whether a title or heading copied or filled from the source ends where :func:`severed` forbids; what is cut at its end counts with it."""
    if isinstance(origin, Copied):
        if _state_fell(source, origin):
            return True
        spans: tuple[Span, ...] = (origin.span,)
        edits = origin.edits
    elif isinstance(origin, Templated) and origin.slots:
        spans, edits = origin.slots[-1].source, origin.slots[-1].edits
    else:
        return False
    if not spans or not spans[-1]:
        return False
    last = spans[-1]
    end = min([last.end, *(edit.span.start for edit in edits if edit.kind == "drop" and edit.span.end == last.end)])
    return severed(source, end, last.start)


def _starved(source: Source, tokens: tuple[Token, ...], sentence: Span) -> bool:
    """Return whether nothing but a day or a manner stays behind a verb that says nothing without its complement."""
    text = source.text
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].pos == "VERB"), None)
    if at is None or not is_named("needs-its-complement", tokens[at].lemma.lower()) or tokens[at].dep in ("acl", "amod"):
        return False
    verb = tokens[at]
    every = source.tokens_in(sentence)
    if any(token.dep in ("aux:pass", "nsubj:pass") and source.analysis.tokens[token.head] is verb for token in every):
        return False
    if any(token.pos == "PRON" and token.dep in ("obj", "iobj", "expl:comp") and source.analysis.tokens[token.head] is verb for token in tokens[:at]):
        return False
    return not any(token.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and not _WHEN.fullmatch(token.span.of(text)) for token in tokens[at + 1 :])


def _halved(source: Source, tokens: tuple[Token, ...], sentence: Span, end: int) -> bool:
    """Return whether what falls begins with the other member of an attribute or an object: « et une cliente », no second verb."""
    match = _AND.match(source.text, end, sentence.end)
    if match is None:
        return False
    every = source.analysis.tokens
    member = next((i for i, token in enumerate(every) if token.span.start >= match.end() and token.pos in ("NOUN", "PROPN")), None)
    if member is None or every[member].dep != "conj":
        return False
    first = every[every[member].head]
    if not first.span.end <= end or first.pos not in ("NOUN", "PROPN"):
        return False
    copula = any(token.dep == "cop" and every[token.head] is first for token in tokens)
    return copula or first.dep in ("obj", "attr") and first.span.start > tokens[0].span.start

__all__ = ["ends_severed", "severed"]
