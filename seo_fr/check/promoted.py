"""The second reader's view of a part of a sentence told as one of its own: « l’usine, qui doit ouvrir » → « L’usine doit ouvrir », « X a fait A et a fait B » → « X a fait B ».

By the article's words alone: what stands before the cut is a noun phrase without a verb, what stands behind it a finite verb that agrees with it; what falls of a first predicate holds no word that
would govern the second. That a claim is still somebody's, the comparison of commitments tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from seo_fr.check.compare import Reason
from seo_fr.check.reading import flat, read_article, read_words
from seo_fr.model import Article, Copied, Edit
from seo_fr.rulebook import Rulebook

RELATIVE, PREDICATE, VOICE, PARTICIPLE = "relative-promue", "predicat-repris", "voix-du-rapport", "participe-promu"
PROMOTED = frozenset([RELATIVE, PREDICATE, VOICE, PARTICIPLE])
_FUSED = {"du": "Le", "au": "Le", "aux": "Les"}
#: What in a first predicate may govern the second.
_GOVERNS = re.compile(r"(?<![\w-])(?:que|qu'|qui|dont|où|si|s'il|selon|d'après|ni|soit|comme|lorsque|quand)(?![\w-])|[;:(«»]")
_JOINT = re.compile(r"(?:^|[\s,])(?:et|mais|puis) ?$")
_PHRASE = re.compile(
    r"(?:(?:l[ea]s?|une?|du|aux?|trois|deux|quatre|m\.|mme) |l')?(?:(?!(?:et|ou|qui|que|dont|où|par|a|ont|est|sont|avait|était)\b)[\w'’.‑-]+ ?){1,14}", re.IGNORECASE
)
_SINGULAR = re.compile(r"(?:n'|ne |s'|se )?(?:a|est|avait|était|sera|aura|va|fut|doit|peut|pourrait|devrait|fait)\b")
_PLURAL = re.compile(r"(?:n'|ne |s'|se )?(?:ont|sont|avaient|étaient|seront|auront|vont|furent|doivent|peuvent|pourraient|devraient|font)\b")


def part_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why an edit does not make a sentence of a part of one, if it does not."""
    before, after = flat(edit.span.of(article.text)), flat(edit.after)
    wrong = (Reason("edition", f"« {before.strip()} » → « {after.strip()} » ne fait pas une phrase d’une partie de phrase.", edit.after, before),)
    if edit.rule == VOICE:
        words = [word.fold for word in read_words(after.removeprefix(", selon ")) if word.kind != "p"]
        here = [word.fold for sentence in read_article(article, book).sentences for word in sentence.words if word.kind != "p"]
        tail = words[1:] if words and words[0] in ("le", "la", "les", "l") else words
        stands = tail and any(here[i : i + len(tail)] == tail for i in range(len(here) - len(tail) + 1))
        return () if after.startswith(", selon ") and before in ("", ",") and stands else wrong
    if edit.rule == RELATIVE:
        if edit.kind == "reference":
            return () if _FUSED.get(before.lower()) == after else wrong
        return () if edit.kind == "drop" and before == ", qui " and after == " " else wrong
    if edit.rule == PREDICATE:
        return () if edit.kind == "drop" and after == " " and _JOINT.search(before) and not _GOVERNS.search(before.lower()) else wrong
    if edit.rule == PARTICIPLE:
        behind = flat(article.text[edit.span.end : edit.span.end + 60])
        agreed = _PARTICIPLE.match(behind)
        if edit.kind != "tense" or before != ", " or agreed is None or after not in (" est ", " sont ", " a été ", " ont été "):
            return wrong
        several = agreed.group(1).endswith("s") and not agreed.group(1).endswith(("is ", "mis", "pris", "acquis", "conquis", "admis"))
        return () if several == (after in (" sont ", " ont été ")) or agreed.group(1).endswith("is") else wrong
    return wrong


_PARTICIPLE = re.compile(r"([a-zà-ÿ]+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|its|ites|ise|ises|ert|erte|erts|ertes|eint|einte))\b")


def whole_reasons(origin: Copied, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why a passage with such edits is no sentence with a subject and its verb, if it is not."""
    mine = [edit for edit in origin.edits if edit.rule in (RELATIVE, PREDICATE, PARTICIPLE) and edit.kind in ("drop", "tense")]
    voices = [edit for edit in origin.edits if edit.rule == VOICE]
    if not mine:
        return (Reason("edition", "Une voix est écrite où rien n’est tiré de ce qu’elle dit."),) if voices else ()
    text = article.text
    cut = mine[0].span
    phrase, rest = flat(text[origin.span.start : cut.start]), flat(text[cut.end : origin.span.end])
    wrong = (Reason("coupe", f"« {phrase} » n’est pas le sujet de « {rest[:60]} ».", phrase, rest[:60]),)
    if len(mine) > 1 or _PHRASE.fullmatch(phrase) is None and not re.fullmatch(r"[^,;:«»()]{2,90}", phrase):
        return wrong
    if mine[0].rule == RELATIVE and _PHRASE.fullmatch(phrase) is None:
        return wrong
    for sentence in read_article(article, book).sentences_of(cut):
        at = next((i for i, word in enumerate(sentence.words) if word.start >= cut.end), len(sentence.words))
        if any(low <= at < high for low, high in sentence.quoted):
            return wrong
        if not sentence.span.start <= origin.span.start or origin.span.end > sentence.span.end + 1:
            return wrong
    plural = re.match(r"(?:les|aux|des|deux|trois|quatre|cinq|certains|plusieurs)\b", phrase, re.IGNORECASE) is not None
    singular = re.match(r"(?:l[ea] |l'|une? |du |au )", phrase, re.IGNORECASE) is not None and not re.search(r" et ", phrase)
    if plural and _SINGULAR.match(rest) or singular and _PLURAL.match(rest):
        return wrong
    stop = text[origin.span.end - 1 : origin.span.end + 1]
    return () if any(mark in ".…,;»" for mark in stop) or text[origin.span.end : origin.span.end + 2].strip()[:1] in (",", ";", ".", "…") or re.match(r",? (?:et|mais|puis)\b", text[origin.span.end : origin.span.end + 6]) else wrong


def still_governed(reasons: Iterable[Reason], origin: Copied, article: Article) -> tuple[Reason, ...]:
    """Return the reasons but those that ask for a voice of a first predicate that fell: « X affirme avoir payé et n’a pas souhaité commenter ». It has no « que », and no infinitive governs a finite verb."""
    fallen = " ".join(flat(edit.span.of(article.text)).lower() for edit in origin.edits if edit.rule == PREDICATE)
    return tuple(reason for reason in reasons if not (fallen and reason.id == "attribution" and reason.expected and flat(reason.expected).lower() in fallen and not _GOVERNS.search(fallen)))
