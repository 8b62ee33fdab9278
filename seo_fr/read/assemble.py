"""Pieces to an Article: title, byline, dateline and subheadings by rule; one text in which each is a span; and what is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seo_fr.french.calendar import DAYS
from seo_fr.model import Article, Finding, Paragraph, Span
from seo_fr.read.decode import refuse
from seo_fr.read.language import detect
from seo_fr.read.pieces import Draft, Piece
from seo_fr.read.plain import FINAL

TITLE_LENGTH = 150
HEADING_LENGTH = 100
FEWEST_WORDS = 8

_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_MONTH = "(?:" + "|".join((*_MONTHS, "fevrier", "aout", "decembre", r"janv\.", r"févr?\.", r"avr\.", r"juil\.", r"sept\.", r"oct\.", r"nov\.", r"déc\.")) + ")"
_DAY = f"(?i:{DAYS})"
_DATE = rf"(?:(?:{_DAY}\s+)?(?:\d{{1,2}}(?:\s?er)?\s+{_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d))"
_HOUR = r"(?:,?\s*(?:à\s*)?\d{1,2}\s*(?:h|:)\s*\d{0,2})"
_UPPER = r"[A-ZÀ-ÖØ-ÞŒ]"
# Possessive quantifiers: a line of capitals and hyphens must not be tried in every way.
_PLACE = rf"{_UPPER}[\w’'.-]*+(?:[ -](?:(?:de|du|des|la|le|les|sur|sous|en|et|aux?)[ -]|[dl][’'])*+{_UPPER}[\w’'.-]*+){{0,4}}+"
_AGENCY = r"\((?:[A-ZÀ-Ý][\w.&/, -]{1,40})\)"
_DASH = r"\s*[-–—]{1,2}\s+"
# « PARIS, 12 mars (AFP) – », « Lille (Nord), le 3 mai – », « (AFP) – », « MONTRÉAL – »
_DATELINE = re.compile(
    rf"^(?:(?:{_PLACE}(?:\s\([^()]{{2,40}}\))?,\s+(?:le\s+)?{_DATE}(?:\s+{_AGENCY})?|{_PLACE}\s+{_AGENCY}|{_UPPER}{{2}}[A-ZÀ-ÖØ-ÞŒ’' -]{{0,40}}(?:\s\([^()]{{2,40}}\))?|{_AGENCY}|AFP|Reuters){_DASH})(?=\S)"
)
_DATELINE_ALONE = re.compile(
    rf"^(?:{_PLACE}(?:\s\([^()]{{2,40}}\))?,?\s+(?:le\s+)?{_DATE}(?:\s+{_AGENCY})?|(?:[Ll]e\s+)?{_DATE}|{_PLACE}\s+\((?:AFP|Reuters|AP|ATS|APS|MAP|Belga|DPA|ANSA|EFE)\)"
    rf"|(?i:publiée?|mise? à jour|modifiée?|posté|écrit)\s.{{0,80}}?{_DATE}.{{0,60}}){_HOUR}?\s*[-–—|.]?$"
)
_PUBLISHED = re.compile(rf"^publiée?\s+(?:le\s+)?(?P<date>{_DATE})", re.IGNORECASE)
_NAME = rf"{_UPPER}[\w’'-]*+\.?(?:[ -](?:(?:de|du|des|la|le|d[’'])[ -]?)*+{_UPPER}[\w’'-]*+\.?){{0,4}}+"
_BYLINE = re.compile(
    rf"^(?:(?:Par|Propos recueillis par|Texte\s?:|Texte de|Reportage de|Recueilli par|Un article de|Écrit par|Rédigé par)\s+{_NAME}(?:(?:,| et| avec| &)\s+[^.!?]{{1,90}})?"
    r"|(?:Par|De|Avec)\s+(?:notre|nos|l[’']un de nos)\s+(?:envoyée?s?|correspondante?s?|rédaction|journaliste|reporter|agence|bureau)[^.!?]{0,90}"
    r"|(?:Par\s+)?[Ll]a\s+[Rr]édaction(?:\s+(?:avec|de)\s+[^.!?]{1,60})?|(?:Avec|avec|Par|Source\s?:|©)\s*(?:l[’'])?(?:AFP|Reuters|AP|ATS|Belga)(?:\s+(?:et|avec)\s+[^.!?]{1,40})?"
    r"|\(?(?:AFP|Reuters)\)?)\s*[.|–-]?$"
)
_INNER_STOP = re.compile(r"[.!?…][\s\u00a0\u202f]*[»”\"]?\s+(?=[A-ZÀ-ÖØ-ÞŒ«“\"])")
_DETERMINED = re.compile(r"(?:l[’']|(?:le|la|les|un|une|des|ce|cet|cette|ces|il|elle|ils|elles|on|nous|vous|je|c[’']|j[’'])\b)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:a|ont|est|sont|fut|furent|soit|va|vont|fait|font|peut|peuvent|doit|doivent|veut|veulent|dit|disent|sait|met|prend|vient|tient"
    r"|reste|manque|sera|seront|ai|as|avons|avez|suis|êtes)\b"
    r"|\b(?:ne|n[’']|se|s[’']|qui|il|elle|on|ils|elles|c[’']|j[’']|je|nous|vous|y)\s?\w+",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[^\W\d_]{2,}(?:ait|aient|ent|ons|ez|ra|ront|it|ut|irent|urent|èrent|ée?s?|ie?s?|ue?s?)")
_OBJECT = re.compile("le|la|les|l|un|une|des|aux|son|sa|ses|leur|leurs|cette|ce|ces|que|qu|à")
_DETERMINER = re.compile("le|la|les|l|un|une|des|du|de|d|ce|cet|cette|ces|son|sa|ses|leur|leurs|au|aux|à|en")


def assemble(draft: Draft, name: str, *, title: str | None, limit: int) -> Article:
    """Return the Article made of ``draft``. ``title`` replaces the source's own. ``limit`` is in words.

    Its text is the title, byline and dateline lines and paragraphs, in the source's order, a blank line between them; every other span is a slice of it. Raises
    Refused where it is empty, too long, not French, or has no sentence.
    """
    findings = list(draft.findings)
    metadata, noticed = judge_metadata(draft.metadata, name)
    findings += noticed
    pieces = list(draft.pieces)
    own = _title_by_form(pieces)
    given, source = (title, "--title") if (title or "").strip() else (None, "") if own is not None else (metadata.get("title"), "l’en-tête")
    if own is None and (source == "--title" or not given):
        own = _title_by_rule(pieces)
    if own is not None:
        pieces[own] = replace(pieces[own], kind="title")
    if given:
        given = " ".join(given.split())
        place = _same_line(pieces, given)
        if place is not None:
            pieces = [replace(piece, kind="unknown") if piece.kind == "title" and index != place else piece for index, piece in enumerate(pieces)]
            pieces[place] = replace(pieces[place], kind="title")
        else:
            if own is not None:
                message = f"{name} : le titre de la source, « {pieces[own].text} », est remplacé par celui que donne {source}."
                findings.append(Finding("titre-remplace", "info", name, message, pieces[own].text, given))
                del pieces[own]
            pieces.insert(0, Piece(given, "title"))
    pieces = _recognise(pieces)
    article, length = _lay_out(pieces, name)
    if not length:
        raise refuse("source-vide", name, "la source ne contient aucun paragraphe. Donnez le texte d’un article.")
    _refuse_unfit(article, length, name, limit)
    findings += _foreign(article, name)
    if "date" not in metadata and article.dateline is not None:
        published = _PUBLISHED.match(article.dateline.of(article.text))
        date = iso_date(published.group("date")) if published is not None else ""
        if date:
            metadata["date"] = date
    return replace(article, metadata=tuple(sorted(metadata.items())), findings=tuple(findings))


# ------------------------------------------------------------------------------------------------------------- recognition


def _title_by_form(pieces: Sequence[Piece]) -> int | None:
    """Return the index of the piece that the source's form makes its title, if there is one."""
    for index, piece in enumerate(pieces):
        if piece.kind == "title":
            return index
    for index, piece in enumerate(pieces):
        if piece.kind == "heading" and piece.level == 1:
            return index
        if not is_byline(piece.text) and not is_dateline_alone(piece.text):
            return None
    return None


def _title_by_rule(pieces: Sequence[Piece]) -> int | None:
    """Return the index of the line that reads as a title, if there is one.

    It is the first that is not a dateline or byline, has no final full stop, at most 150 characters and one phrase, and is followed by a blank line or by a clearly
    longer line.
    """
    for index, piece in enumerate(pieces[:4]):
        if piece.kind not in ("unknown", "heading"):
            return None
        if is_byline(piece.text) or is_dateline_alone(piece.text):
            continue
        after = [later for later in pieces[index + 1 :] if not is_byline(later.text) and not is_dateline_alone(later.text)]
        if piece.kind == "heading" or not after or not looks_like_title(piece.text):
            return None
        follower = after[0]
        if follower.apart or pieces[index + 1].apart:
            return index
        clearly_longer = len(follower.text) >= 1.5 * len(piece.text) or (len(follower.text) > 60 and FINAL.search(follower.text) is not None)
        return index if clearly_longer else None
    return None


def looks_like_title(text: str) -> bool:
    """Return whether a line standing first reads as a title: short, no final full stop, not several sentences, not a dateline."""
    if len(text) > TITLE_LENGTH or not any(character.isalpha() for character in text):
        return False
    bare = text.rstrip(" »”\"'’)\u00a0\u202f")
    if bare.endswith((".", ",", ";", ":")) and not bare.endswith("..."):
        return False
    opening = _DATELINE.match(text)
    # « POLITIQUE – Le maire s’en va » is a title with its topic: only a date or an agency makes it a dateline for certain.
    if text[0] in "–—-(" or text[0].islower() or (opening is not None and re.search(r"[\d(]|AFP|Reuters", opening.group())):
        return False
    stop = _INNER_STOP.search(text)
    # « Coupe de France de handball. Trégor s’impose », as regional dailies write: a short topic, one stop, and none at the end.
    return stop is None or text[stop.start()] in "?!" or (_is_topic(text[: stop.start()]) and _INNER_STOP.search(text, stop.end()) is None)


def _is_topic(text: str) -> bool:
    words = text.split()
    return len(words) <= 3 or (len(words) <= 6 and _DETERMINED.match(text) is None and _VERB.search(text) is None)


def looks_like_heading(text: str) -> bool:
    """Return whether a line between paragraphs reads as a subheading: at most 100 characters, no final mark but «?», not a bare quotation."""
    if len(text) > HEADING_LENGTH or len(text.split()) > 16 or not any(character.isalpha() for character in text):
        return False
    if text[0] in "–—-(*[" or text[0].islower() or text.startswith("http"):
        return False
    bare = text.rstrip(" »”\"'’)\u00a0\u202f")
    if bare.endswith("?"):
        return len(text) <= 70 and _INNER_STOP.search(text) is None and text[0] not in '«“"'
    return not bare.endswith((".", "!", "…", ":", ";", ",")) and _INNER_STOP.search(text) is None


def is_byline(text: str) -> bool:
    """Return whether the whole line is a byline («Par Jeanne Martin», «De notre correspondant à Lyon»)."""
    return len(text) <= 140 and _BYLINE.match(text) is not None


def is_dateline_alone(text: str) -> bool:
    """Return whether the whole line is a dateline or publication line («Paris, le 12 mars 2024», «Publié le 3 mai à 10 h»)."""
    return len(text) <= 140 and _DATELINE_ALONE.match(text) is not None and not (FINAL.search(text) and len(text) > 60)


def _same_line(pieces: Sequence[Piece], title: str) -> int | None:
    for index, piece in enumerate(pieces[:4]):
        if _key(piece.text) == _key(title) and piece.kind != "item":
            return index
    return None


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split()).rstrip(" .")


def _recognise(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with subheadings recognised where the form does not tell them."""
    marked = any(piece.kind == "heading" for piece in pieces)
    body = [index for index, piece in enumerate(pieces) if piece.kind != "title" and not is_byline(piece.text) and not is_dateline_alone(piece.text)]
    candidate = {index: pieces[index].kind == "unknown" and (pieces[index].bold or not marked) and looks_like_heading(pieces[index].text) for index in body}
    result = list(pieces)
    for position, index in enumerate(body):
        if not candidate[index] or position + 1 == len(body):
            continue
        follower, before = body[position + 1], body[position - 1] if position else None
        lonely = not candidate[follower] and (before is None or not candidate[before])
        followed = pieces[follower].kind == "item" or (
            pieces[follower].kind != "heading" and (len(pieces[follower].text) >= 1.5 * len(pieces[index].text) or FINAL.search(pieces[follower].text) is not None)
        )
        if lonely and followed and (position > 0 or pieces[index].bold or pieces[index].apart):
            result[index] = replace(pieces[index], kind="heading", level=2)
    return result


# ------------------------------------------------------------------------------------------------------------------- layout


def _lay_out(pieces: Sequence[Piece], name: str) -> tuple[Article, int]:
    levels = [piece.level for piece in pieces if piece.kind == "heading"]
    top = min(levels, default=2)
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    title = byline = dateline = None
    offset = 0
    last_line = ""
    near_top = True
    for index, piece in enumerate(pieces):
        if not piece.text:
            continue
        at_end = index == len(pieces) - 1
        span = Span(offset, offset + len(piece.text))
        line = ""
        if piece.kind == "title" and title is None:
            title = span
        elif piece.kind in ("unknown", "prose") and (near_top or at_end) and byline is None and is_byline(piece.text):
            byline, line = span, "byline"
        elif piece.kind in ("unknown", "prose") and (near_top or (at_end and dateline is None)) and is_dateline_alone(piece.text) and (dateline is None or last_line == "dateline"):
            dateline, line = Span(dateline.start if dateline is not None else span.start, span.end), "dateline"
        elif piece.kind == "heading":
            paragraphs.append(Paragraph(span, "heading", 2 if piece.level <= top else 3))
        elif piece.kind == "item":
            paragraphs.append(Paragraph(span, "item", marker=piece.marker))
        else:
            opening = _DATELINE.match(piece.text) if near_top and dateline is None else None
            if opening is not None:
                dateline = Span(offset, offset + len(opening.group().rstrip()))
            paragraphs.append(Paragraph(span))
            near_top = False
        last_line = line
        parts.append(piece.text)
        offset = span.end + 2
    text = "\n\n".join(parts)
    return Article(text, title, tuple(paragraphs), byline=byline, dateline=dateline, name=name), sum(len(paragraph.span) for paragraph in paragraphs)


# ----------------------------------------------------------------------------------------------------------------- refusals


def _refuse_unfit(article: Article, length: int, name: str, limit: int) -> None:
    from seo_fr.french.words import count_words

    body = [paragraph.span.of(article.text) for paragraph in article.paragraphs]
    words = sum(count_words(text) for text in body)
    if words > limit or length > 20 * limit:
        raise refuse(
            "source-trop-longue",
            name,
            f"la source est trop longue ({words} mots ; limite : {limit}). Donnez un seul article, ou relevez la limite.",
            str(words),
            str(limit),
        )
    verdict = detect("\n".join(body))
    if not verdict.is_french and verdict.words >= 3:
        what = f"le texte semble être en {verdict.label}, pas en français" if verdict.language != "?" else "le texte n’est pas reconnu comme du français"
        raise refuse("pas-du-francais", name, f"{what}. Donnez un article en français.", verdict.label, "français")
    if words < FEWEST_WORDS:
        raise refuse(
            "source-trop-courte",
            name,
            f"la source est trop courte ({words} mots). Donnez un article d’au moins quelques phrases.",
            str(words),
        )
    prose = [text for text, paragraph in zip(body, article.paragraphs, strict=True) if paragraph.kind != "heading"]
    ended = [part for text in prose for part in re.split(r"[.!?…](?=[\s»”\"')]|$)", text)[:-1] if count_words(part) >= 4]
    if not ended or (words < 60 and not any(_has_verb(part) for part in ended)):
        raise refuse("aucune-phrase", name, "la source ne contient aucune phrase (ni verbe, ni point final). Donnez un article rédigé.")


def _has_verb(sentence: str) -> bool:
    """Return whether something in the sentence may be a finite verb: in doubt it is, for a short article must not be refused."""
    if _VERB.search(sentence):
        return True
    words = re.findall(r"\w+", sentence)
    if any(_ENDING.fullmatch(word) and not _DETERMINER.fullmatch(before.lower()) for before, word in pairwise(words)):
        return True
    # « remporte une », « dénonce l’ »: a present in -e, told by the object after it.
    return any(
        word.endswith("e") and len(word) > 3 and word.islower() and not _DETERMINER.fullmatch(before.lower()) and _OBJECT.fullmatch(after)
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _foreign(article: Article, name: str) -> list[Finding]:
    """Return a warning for each long paragraph that is in another language."""
    found = []
    for number, paragraph in enumerate(article.paragraphs, start=1):
        text = paragraph.span.of(article.text)
        if paragraph.kind == "heading" or len(text.split()) < 20:
            continue
        verdict = detect(text)
        if verdict.language not in ("fr", "?"):
            message = f"{name} : le paragraphe {number} semble être en {verdict.label} (« {text[:40].rstrip()}… »). Traduisez-le ou vérifiez-le."
            found.append(Finding("paragraphe-etranger", "warning", f"{name}, paragraphe {number}", message, verdict.label, "français"))
    return found


# ----------------------------------------------------------------------------------------------------------------- metadata

_KEYS = {
    "titre": "title",
    "auteur": "author",
    "authors": "author",
    "auteurs": "author",
    "langue": "lang",
    "language": "lang",
    "canonical": "url",
    "canonical_url": "url",
    "permalink": "url",
    "datepublished": "date",
    "published": "date",
    "publication_date": "date",
    "identifiant": "id",
}


def judge_metadata(pairs: Sequence[tuple[str, str]], name: str) -> tuple[dict[str, str], list[Finding]]:
    """Return the metadata under the names that seo_fr knows, the first value of each, and a warning for each value that is of no use.

    ``date`` becomes «YYYY-MM-DD»; ``url`` is kept if it is http(s) or a path.
    """
    result: dict[str, str] = {}
    findings: list[Finding] = []
    for raw_key, raw_value in pairs:
        key = _KEYS.get(raw_key.strip().lower(), raw_key.strip().lower())
        value = " ".join(raw_value.split())
        if not key or not value or key in result:
            continue
        if key == "date":
            value = iso_date(value)
            if not value:
                message = f"{name} : la date « {raw_value} » n’est pas comprise ; elle est laissée de côté. Écrivez-la AAAA-MM-JJ."
                findings.append(Finding("date-illisible", "warning", name, message, raw_value, "AAAA-MM-JJ"))
                continue
        if key == "url" and not re.fullmatch(r"https?://[^\s<>\"]+", value):
            message = f"{name} : l’adresse « {raw_value} » n’est pas complète (https://…) ; elle est laissée de côté."
            findings.append(Finding("adresse-illisible", "warning", name, message, raw_value, "https://…"))
            continue
        result[key] = value
    return result, findings


def iso_date(text: str) -> str:
    """Return a date given in ISO 8601, «12/03/2024» or «12 mars 2024» as «YYYY-MM-DD»; an empty string if it is not one, or not complete."""
    from datetime import date

    lowered = text.strip().lower()
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)(?=$|[t\s])", lowered)
    slashed = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", lowered)
    written = re.search(r"\b(\d{1,2})(?:\s?er)?\s+([a-zéûô]+)\.?\s+(\d{4})\b", lowered)
    if iso is not None:
        parts = (int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    elif slashed is not None:
        parts = (int(slashed.group(3)), int(slashed.group(2)), int(slashed.group(1)))
    elif written is not None:
        plain = written.group(2).translate(str.maketrans("éûô", "euo"))
        months = [month.translate(str.maketrans("éûô", "euo")) for month in _MONTHS]
        near = [number for number, month in enumerate(months, start=1) if month == plain or (len(plain) >= 3 and plain not in ("jui",) and month.startswith(plain))]
        if len(near) != 1:
            return ""
        parts = (int(written.group(3)), near[0], int(written.group(1)))
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""
