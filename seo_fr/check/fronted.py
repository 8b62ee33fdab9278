"""The second reader's view of a day put first: « … ont été blessés jeudi matin… » → « Jeudi matin, … ont été blessés… ».

By the article's words alone: the sentence begins there, and says that very day once, of its main clause: no mark and no word that opens another clause stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat, read_article
from seo_fr.model import Article, Edit, Span
from seo_fr.rulebook import Rulebook

#: The rule of the edits that put the day first.
FRONTED = "jour-en-tete"
_DAY = re.compile(
    r"(?:(?:le|ce) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui)(?: (?:dernier|matin|soir|après-midi|midi))?(?: \d{1,2}(?:er)? \w+(?: \d{4})?)?|le \d{1,2}(?:er)? \w+(?: \d{4})?|ce (?:matin|soir|midi)"
)
_OTHER_CLAUSE = re.compile(r"[,;:«»()]|\b(?:que|qui|dont|où|si|lorsque|quand|puisque|comme|parce|afin|et il|et elle)\b|\bqu'")


def fronted_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why the edit does not say when the source says it happened: not a day, not at the beginning of its sentence, not that of the main clause."""
    after = flat(edit.after)
    wrong = (Reason("reference", f"« {after.strip(' ,')} » n’est pas le jour que la source donne à ce fait.", edit.after),)
    day = after.removesuffix(", ").lower()
    if len(edit.span) or not after.endswith(", ") or _DAY.fullmatch(day) is None:
        return wrong
    for sentence in read_article(article, book).sentences_of(Span(max(0, edit.span.start), edit.span.start + 1)):
        words = flat(article.text[edit.span.start : sentence.span.end]).lower()
        if article.text[sentence.span.start : edit.span.start].strip():
            return wrong
        found = list(re.finditer(rf"(?<![\w'-]){re.escape(day)}(?![\w'-])", words))
        if len(found) == 1 and _OTHER_CLAUSE.search(words[: found[0].start()]) is None:
            return ()
    return wrong


def twice(edits: Iterable[Edit], article: Article) -> tuple[Reason, ...]:
    """Return why a passage says its day twice: what is put first is taken from where it stood."""
    mine = [edit for edit in edits if edit.rule == FRONTED]
    written = [flat(edit.after).strip(" ,").lower() for edit in mine if edit.after]
    gone = [flat(edit.span.of(article.text)).strip(" ,").lower() for edit in mine if not edit.after]
    return () if sorted(written) == sorted(gone) else (Reason("edition", "Le jour mis en tête n’est pas celui qui est ôté."),)
