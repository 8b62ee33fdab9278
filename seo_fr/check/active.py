"""The second reader's view of a passive told as the active: « A été V par B » → « B a V A ».

By the article's words alone: the passage begins with what underwent it, then the compound past of « être » with a participle, right behind it « par » and who did it; the page puts each in the other's
place, the auxiliary agrees with who did it, the participle is the same verb's.
"""

from __future__ import annotations

import re

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat
from seo_fr.model import Article, Copied

#: The rule of these edits.
ACTIVE = "actif-rendu"
_PASSIVE = re.compile(r"(?:a|ont) ((?:\w+ )?)été ((?:\w+ment )?)(\w+?)(e?s?)")


def _flat(text: str) -> str:
    return flat(text).strip()


def active_reasons(origin: Copied, article: Article) -> tuple[Reason, ...]:
    """Return why the three edits do not say of the same two the same deed; nothing where there are none."""
    mine = sorted((edit for edit in origin.edits if edit.rule == ACTIVE), key=lambda edit: edit.span)
    if not mine:
        return ()
    text = article.text
    wrong = (Reason("edition", f"« {' '.join(_flat(edit.after) for edit in mine)} » n’est pas ce que dit la source.", mine[0].after, mine[0].span.of(text)),)
    if [edit.kind for edit in mine] != ["reference", "tense", "reference"] or mine[0].span.start != origin.span.start:
        return wrong
    patient, verb, agent = mine
    if _flat(text[patient.span.end : verb.span.start]) or _flat(text[verb.span.end : agent.span.start]) or not _flat(agent.span.of(text)).startswith("par "):
        return wrong
    who, what = _flat(agent.span.of(text)).removeprefix("par "), _flat(patient.span.of(text))
    if _flat(patient.after).lower() != who.lower() or _flat(agent.after).lower() != what.lower() or re.search(r"[,;:«»()]", who + what):
        return wrong
    said = _PASSIVE.fullmatch(_flat(verb.span.of(text)))
    plural = re.match(r"(?:les|des|deux|trois)\b", who, re.IGNORECASE) is not None
    if said is None:
        return wrong
    aux = "ont" if plural else "a"
    made = re.fullmatch(rf"{aux} {re.escape(said.group(1) + said.group(2))}(\w+)", _flat(verb.after))
    return () if made is not None and made.group(1) in (said.group(3), said.group(3) + "s", said.group(3) + "e") and made.group(1)[-1:] not in ("e",) else wrong
