"""One form for the characters of a source, before any offset exists."""

from __future__ import annotations

import re
import unicodedata

from seo_fr.model import Finding
from seo_fr.read.decode import refuse

_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028]")
_BREAKS = re.compile("[\x0c\u2029]")
# Soft hyphens, zero-width spaces, joiners outside emoji, and direction marks: invisible, and they break words or reorder the text.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_JOINER = re.compile("(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\u2640\u2642\U0001f000-\U0001faff])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff\U0010fffe\U0010ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SPACES = re.compile("[ \t]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def normalise(text: str, name: str, *, spaces: bool = True) -> tuple[str, tuple[Finding, ...]]:
    """Return ``text`` in NFC with ``\\n`` line ends, single spaces, no invisible or control character; and what was dropped.

    Where ``spaces`` is False runs of spaces and tabs stay (in Markdown they have a meaning). A form feed or U+2029 ends a paragraph. No-break and thin spaces stay. Applying it twice changes nothing more. Raises Refused for lone surrogates and for
    text in which control characters tell binary data.
    """
    surrogate = re.search("[\ud800-\udfff]", text)
    if surrogate is not None:
        raise refuse(
            "surrogat-isole",
            name,
            f"le texte contient un demi-caractère (U+{ord(surrogate.group()):04X}) à la position {surrogate.start()} : il a été coupé ou mal converti. "
            "Reprenez le fichier d’origine et enregistrez-le en UTF-8.",
        )
    if "\x00" in text:
        raise refuse(
            "source-binaire",
            name,
            "la source contient des caractères nuls : ce n’est pas un texte. Enregistrez l’article en texte brut (UTF-8).",
        )
    findings: list[Finding] = []
    control = len(_CONTROL.findall(text))
    if control > 5 and control > len(text) / 100:
        raise refuse(
            "source-binaire",
            name,
            f"la source contient {control} caractères de contrôle : ce n’est pas un texte. Enregistrez l’article en texte brut (UTF-8).",
        )
    for found, rule, what in (
        (control, "caracteres-de-controle", "caractère(s) de contrôle ôté(s)"),
        (
            len(_PRIVATE.findall(text)),
            "caracteres-prives",
            "caractère(s) à usage privé (police spéciale) ôté(s) : vérifiez qu’il ne manque rien",
        ),
        (text.count("\ufffd"), "caracteres-illisibles", "caractère(s) illisible(s) (« \ufffd ») dans la source : corrigez-les"),
    ):
        if found:
            findings.append(Finding(rule, "warning", name, f"{name} : {found} {what}.", str(found)))
    text = _LINE_ENDS.sub("\n", text)
    text = _BREAKS.sub("\n\n", text)
    text = _CONTROL.sub("", text)
    text = _PRIVATE.sub("", text)
    text = _INVISIBLE.sub("", text)
    text = _JOINER.sub("", text)
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    if spaces:
        text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return text, tuple(findings)
