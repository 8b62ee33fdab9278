"""Bytes to text: which encoding a source is in, or why it cannot be read as text."""

from __future__ import annotations

import codecs
import re

from seo_fr.errors import Refused
from seo_fr.model import Finding

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "un document PDF", "copiez-en le texte dans un fichier .txt"),
    (b"PK\x03\x04", "un document de traitement de texte (docx, odt) ou une archive zip", "enregistrez-le en texte brut (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "un document Word ancien (.doc)", "enregistrez-le en texte brut (UTF-8)"),
    (b"{\\rtf", "un document RTF", "enregistrez-le en texte brut (UTF-8)"),
    (b"\x89PNG", "une image PNG", "donnez le texte de l’article"),
    (b"\xff\xd8\xff", "une image JPEG", "donnez le texte de l’article"),
    (b"GIF8", "une image GIF", "donnez le texte de l’article"),
    (b"\x1f\x8b", "une archive gzip", "décompressez-la d’abord"),
    (b"\x7fELF", "un programme", "donnez le texte de l’article"),
    (b"SQLite format 3", "une base de données", "donnez le texte de l’article"),
)

_FRENCH_LETTERS = frozenset("éèêëàâäîïôöûùüçœæÿÉÈÊËÀÂÄÎÏÔÖÛÙÜÇŒÆŸñÑáíóúãõåøß")
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u2122\u0153\u009d\u0153\u00a6\u02dc\u201c\u201d]"
)
_INSIDE_WORD = re.compile("(?<=[a-z])[^\\x00-\\x7f](?=[a-z])")


def refuse(rule: str, name: str, message: str, actual: str = "", expected: str = "") -> Refused:
    """Return (for raising) a refusal whose message begins with the source's name."""
    return Refused(Finding(rule, "error", name, f"{name} : {message}", actual, expected))


def decode(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of ``data`` without a byte-order mark, and a warning where the encoding had to be supposed.

    UTF-8 is tried first; a byte-order mark decides; UTF-16 without one is taken where every second byte of most characters is null; else
    Windows-1252, Latin-9 or Latin-1, provided that the letters this gives are those of French. Raises Refused for an empty or binary source and for broken text.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise refuse("source-vide", name, "la source est vide. Donnez le texte d’un article.")
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise refuse("source-binaire", name, f"c’est {what}, pas un texte : {remedy}.", what)
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec, name), ()
    if b"\x00" in data:
        codec = _bare_utf16(data)
        if not codec:
            raise refuse(
                "source-binaire",
                name,
                "la source contient des octets nuls : ce n’est pas un texte. Enregistrez l’article en texte brut (UTF-8).",
            )
        return _strictly(data, codec, name), (_supposed(name, codec.upper()),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _single_byte(data, error, name)


def refuse_mojibake(text: str, name: str) -> None:
    """Raise Refused where ``text`` is UTF-8 that some program took for Windows-1252 («Ã©» for «é»)."""
    found = _MOJIBAKE.findall(text)
    if len(found) >= 3 and len(found) > sum(letter in _FRENCH_LETTERS for letter in text) / 4:
        raise refuse(
            "encodage-double",
            name,
            f"les accents sont abîmés (« {found[0]} » au lieu d’une lettre accentuée) : un logiciel a lu de l’UTF-8 comme du Windows-1252. "
            "Reprenez le fichier d’origine et enregistrez-le en UTF-8.",
            found[0],
        )


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise refuse(
            "encodage-brise",
            name,
            f"le texte {codec.upper()} est abîmé à l’octet {error.start}. Reprenez le fichier d’origine et enregistrez-le en UTF-8.",
            codec,
        ) from None


def _bare_utf16(data: bytes) -> str:
    if len(data) % 2 or len(data) < 8:
        return ""
    even, odd, half = data[0::2].count(0), data[1::2].count(0), len(data) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _supposed(name: str, encoding: str) -> Finding:
    message = f"{name} : le texte n’est pas en UTF-8 ; il a été lu comme du {encoding}. Vérifiez les accents, ou enregistrez-le en UTF-8."
    return Finding("encodage-suppose", "warning", name, message, encoding, "UTF-8")


def _single_byte(data: bytes, error: UnicodeDecodeError, name: str) -> tuple[str, tuple[Finding, ...]]:
    lenient = data.decode("utf-8", errors="surrogateescape")
    broken = sum("\ud800" <= character <= "\udfff" for character in lenient)
    whole = sum(character > "\x7f" for character in lenient) - broken
    if whole > broken:
        line = data[: error.start].count(b"\n") + 1
        raise refuse(
            "encodage-brise",
            name,
            f"le texte UTF-8 est abîmé à la ligne {line} (octet {error.start}). Reprenez le fichier d’origine et enregistrez-le en UTF-8.",
            "UTF-8",
        )
    if re.search(rb"(?<=[a-zA-Z])\xbd|\xbd(?=[a-z])", data) and not any(0x80 <= byte <= 0x9F for byte in data):
        codec, label = "iso8859-15", "ISO-8859-15 (Latin-9)"
    elif any(0x80 <= byte <= 0x9F for byte in data):
        codec, label = "cp1252", "Windows-1252"
    else:
        codec, label = "latin-1", "ISO-8859-1 (Latin-1)"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise _unknown(name) from None
    letters = [character for character in text if character > "\x7f" and character.isalpha()]
    french = sum(character in _FRENCH_LETTERS for character in letters)
    strange = sum(not match.group().isalpha() and match.group() not in "’·\xa0\xad°" for match in _INSIDE_WORD.finditer(text))
    if 2 * french < len(letters) or strange > french:
        raise _unknown(name)
    return text, (_supposed(name, label),)


def _unknown(name: str) -> Refused:
    return refuse("encodage-inconnu", name, "l’encodage du texte n’est pas reconnu (ni UTF-8, ni UTF-16, ni Windows-1252). Enregistrez-le en UTF-8.")
