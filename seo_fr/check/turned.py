"""The second reader's view of an active clause told as a passive title: « A a relaxé B » → « B relaxé ».

By the article's words alone: what the title begins with stands behind the verb, in its sentence, with nothing between them but a time or what the name is called; the verb is active, not reflexive, not negated;
the participle is the same verb's.
"""

from __future__ import annotations

import re

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat
from seo_fr.french.lexicon import finite_readings, participle_readings
from seo_fr.model import Article, Slot

#: The rule of the edit that puts the participle in the verb's place.
TURNED = "passif-de-titre"
_VERB = re.compile(r"(?:(?P<aux>a|ont) )?(?P<form>[^\W\d_]+)")
#: What stands before a verb that is not simply active.
_NOT_ACTIVE = re.compile(r"(?i)(?<!\w)(?:ne |n'|se |s'|l'|les? |la |lui |leur |me |m'|vous |nous |pas |jamais )$")
#: Between the verb and its object: nothing, a time, an article and what the person is called.
_BETWEEN = re.compile(
    r" (?:(?:(?:hier|aujourd'hui|ce|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|nuit|après-midi|en fin de|en début de|dans la|matinée|journée|soirée|le \d\d?(?:er)?|[a-zéû]+ \d{4}) ?)+ )?"
    r"(?:(?:le |la |l')(?:[a-zéèêàâîôûç-]+ ){1,4})?"
)


def turned_reasons(slot: Slot, article: Article) -> tuple[Reason, ...]:
    """Return why a title's passive does not tell what the source's verb tells of the same object; nothing where the slot has none."""
    mine = [edit for edit in slot.edits if edit.rule == TURNED]
    if not mine:
        return ()
    text, edit = article.text, mine[0]
    wrong = (Reason("edition", f"« {slot.text} » n’est pas ce que dit la source.", slot.text, edit.span.of(text)),)
    if len(mine) > 1 or len(slot.source) not in (2, 3) or edit.span != slot.source[1] or edit.kind != "tense":
        return wrong
    thing, verb = slot.source[0], _VERB.fullmatch(flat(edit.span.of(text)).lower())
    if verb is None or thing.start < edit.span.end or _NOT_ACTIVE.search(flat(text[: edit.span.start])[-8:]) is not None:
        return wrong
    between = flat(text[edit.span.end : thing.start])
    if _BETWEEN.fullmatch(between) is None:
        return wrong
    form = verb.group("form")
    lemmas = {lemma for lemma, _, _ in participle_readings(form)} if verb.group("aux") else {lemma for lemma, tense, person, _ in finite_readings(form) if person == 3}
    if not lemmas & {lemma for lemma, _, _ in participle_readings(edit.after)}:
        return wrong
    if len(slot.source) == 3 and flat(text[thing.end : slot.source[2].start]).strip():
        return wrong  # « à trois ans de prison » stands right behind
    return ()
