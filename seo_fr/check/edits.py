"""The edits of a copied or templated passage: each is of a kind that is allowed, and takes away nothing that the source’s meaning rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from seo_fr.check import compare
from seo_fr.check.according import ACCORDING, according_reasons
from seo_fr.check.active import ACTIVE
from seo_fr.check.anaphora import anaphor_reasons, without_preposition
from seo_fr.check.compare import Reason
from seo_fr.check.completed import COMPLETED, completion_reasons
from seo_fr.check.fronted import FRONTED, fronted_reasons
from seo_fr.check.introduction import BY_FUNCTION, INTRODUCED, function_reasons, introduction_reasons
from seo_fr.check.orthography import orthographic
from seo_fr.check.promoted import PROMOTED, part_reasons
from seo_fr.check.quote_part import PART, part_drop_reasons
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence, Word, fold, lexicon, read_article, read_words
from seo_fr.check.scopes import scopes_of
from seo_fr.check.standing import fillers
from seo_fr.check.turned import TURNED
from seo_fr.french.calendar import DAYS
from seo_fr.model import Article, Copied, Edit, Finding, Passage, Slot, Span
from seo_fr.rulebook import Rulebook

_KINDS = frozenset(["typography", "break", "drop", "tense", "reference", "case", "period", "split"])
# What a shortening may never take away, by class of the lexicons.
_PROTECTED = {
    "negation": "une négation",
    "modality": "une réserve",
    "conditional": "un conditionnel",
    "according": "une attribution",
    "restriction": "une restriction",
    "approximation": "une approximation",
    "hypothesis": "une condition",
}


def as_finding(reason: Reason, passage: Passage) -> Finding:
    return Finding(f"fidelite-{reason.id}", "error", passage.id, reason.message, reason.actual, reason.expected)


def plain(text: str) -> str:
    """Return ``text`` without what typography alone may change: apostrophes, quotation marks, spaces, dashes, accents on capitals."""
    text = re.sub(r"[’ʼ`´]", "'", text)
    text = re.sub(r"[«»“”„]", '"', text)
    text = re.sub(r"[–—‑−]", "-", text).replace("…", "...")
    text = re.sub(r"[ÀÂÄ]", "A", text)
    text = re.sub(r"[ÉÈÊË]", "E", text)
    text = text.replace("Ç", "C").replace("Î", "I").replace("Ï", "I").replace("Ô", "O").replace("Ù", "U").replace("Û", "U").replace("Œ", "OE").replace("œ", "oe")
    text = re.sub(r"[\s\u00a0\u202f\u2009]+", " ", text)
    text = re.sub(r"(\d) (?=\d{3}(?!\d))", r"\1", text)
    text = re.sub(r" ?([\"!?;:,.%()\-]) ?", r"\1", text)
    return text.strip()


def apply_edits(text: str, span: Span, edits: Iterable[Edit]) -> str | None:
    """Return the slice after its edits; None where an edit lies outside the slice or over another."""
    at, pieces = span.start, []
    for edit in sorted(edits, key=lambda item: (item.span.start, item.span.end)):
        if edit.span.start < at or edit.span.end > span.end:
            return None
        pieces.append(text[at : edit.span.start])
        pieces.append(edit.after)
        at = edit.span.end
    pieces.append(text[at : span.end])
    return "".join(pieces)


def slot_text(slot: Slot, text: str) -> str | None:
    """Return what a slot's slices give after its edits, joined by one space; None where its edits do not fit."""
    pieces: list[str] = []
    left = list(slot.edits)
    for span in slot.source:
        mine = [edit for edit in left if span.start <= edit.span.start and edit.span.end <= span.end]
        left = [edit for edit in left if edit not in mine]
        piece = apply_edits(text, span, mine)
        if piece is None:
            return None
        pieces.append(piece)
    return None if left else " ".join(pieces)


def _conjugation_of(participle: str, present: str, known: Lexicon) -> bool:
    forms = known.tenses.get(participle)
    for ending in ("es", "s", "e"):
        if forms is None and participle.endswith(ending):
            forms = known.tenses.get(participle[: -len(ending)])
    if forms is not None:
        return present in forms
    base = re.sub(r"(?:é|ée|és|ées)$", "", participle)
    if base != participle:
        root = re.sub(r"(?:e|es|ent)$", "", present)
        return root != present and (fold(root) == fold(base) or fold(root).rstrip("e") == fold(base).rstrip("e") or re.sub("i$", "y", fold(root)) == fold(base))
    base = re.sub(r"(?:u|ue|us|ues)$", "", participle)
    if base != participle and base.endswith("d"):  # « perdu », « rendu », « répondu »
        return present in (base, base + "ent")
    base = re.sub(r"(?:i|ie|is|ies)$", "", participle)
    return base != participle and re.fullmatch(re.escape(base) + r"(?:it|issent)", present) is not None


def _tense_ok(before: str, after: str, known: Lexicon) -> bool:
    """« a nié » → « nie », « n’ont pas voté » → « ne votent pas », « s’est rendu » → « se rend », « est arrivé » → « arrive »."""
    old = [word.key for word in read_words(before) if word.kind != "p"]
    new = [word.key for word in read_words(after) if word.kind != "p"]
    small = {"ne": "n", "se": "s", "le": "l", "la": "l"}
    # These add to what was said before; without them the verb says the same.
    for light in (["en", "effet"], ["également"], ["aussi"], ["ainsi"], ["par", "ailleurs"], ["à", "son", "tour"]):
        at = next((i for i in range(len(old)) if old[i : i + len(light)] == light), None)
        if at is not None and light[0] not in new:
            del old[at : at + len(light)]
    aux = next((i for i, key in enumerate(old) if key in ("a", "ont", "est", "sont")), None)
    if aux is None or len(old) < 2:
        return False
    rest = old[:aux] + old[aux + 1 :]
    for at, participle in enumerate(rest):
        others = [small.get(key, key) for i, key in enumerate(rest) if i != at]
        for to, present in enumerate(new):
            remaining = [small.get(key, key) for i, key in enumerate(new) if i != to]
            if sorted(others) == sorted(remaining) and _conjugation_of(participle, present, known):
                forms = next((known.tenses[p] for p in (participle, participle.rstrip("s"), re.sub("e?s?$", "", participle)) if p in known.tenses), None)
                plural = present.endswith("ent")
                if forms is not None:
                    return (forms[1] if old[aux] in ("ont", "sont") else forms[0]) == present
                return plural == (old[aux] in ("ont", "sont"))
    return False

_ANNOUNCEMENT = re.compile(
    r"(?:(?:rappel|not|précis|signal|soulign|ajout)ons|on (?:not|rappell|remarqu|constat|relèv)(?:e|era)|il (?:est à|est bon de|faut|convient de|y a lieu de|est utile de) \w+er|[àa] (?:noter|rappeler|souligner|signaler))(?: (?:aussi|également|enfin|ici|cependant|toutefois|d'ailleurs|par ailleurs|en outre|en effet))? qu(?:e,? |')",
    re.IGNORECASE,
)


def _drop_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    text = article.text
    before = edit.span.of(text)
    if edit.rule == PART:
        return part_drop_reasons(edit, article)
    if re.fullmatch(r"[\s,\u00a0\u202f]*pour (?:sa|leur) part[\s,\u00a0\u202f]*", before, re.IGNORECASE) is not None and not edit.after.strip(" ,"):
        return ()  # « pour sa part » attributes nothing
    if re.fullmatch(r"[\s\u00a0\u202f]*[,.;:]?[\s\u00a0\u202f]*", edit.after) is None:
        return (Reason("edition", f"Une coupe ne peut pas écrire « {edit.after} ».", edit.after),)
    if fold(re.sub(r"[\s\u00a0\u202f]+", " ", before).strip(" ,")) in fillers(book):
        return ()  # « bien entendu » adds nothing
    if _ANNOUNCEMENT.fullmatch(before.replace("’", "'").replace("\u00a0", " ")):
        return ()  # the newspaper says that it says: without it, it says the same
    reading = read_article(article, book)
    reasons: list[Reason] = []
    if _OTHER_NAME.fullmatch(before.replace("’", "'").replace("\u00a0", " ")):
        return ()  # « (Alfa selon son acronyme) »: what it is called besides is no claim
    for sentence in reading.sentences_of(edit.span):
        inside = [i for i, word in enumerate(sentence.words) if edit.span.start <= word.start and word.end <= edit.span.end]
        for marker in sentence.markers:
            if not (marker.start in inside and marker.end - 1 in inside):
                continue
            shown = before if len(before) < 60 else before[:57] + "…"
            if _own_reserve(sentence, edit, marker.start):
                continue
            if marker.cls in _PROTECTED and not (marker.cls == "negation" and sentence.words[marker.start].key in ("plus", "personne", "rien", "point", "pas", "non")):
                if marker.cls in ("approximation",) and not _number_left(sentence, marker.end, inside):
                    continue
                reasons.append(Reason("coupe", f"La coupe « {shown} » emporte {_PROTECTED[marker.cls]}.", shown))
                break
            if marker.verb and marker.cls != "conditional":
                scope = next(
                    (s for s in scopes_of(sentence, lexicon(book)) if s.kind == "attribution" and s.marker.start == marker.start), None
                )
                if scope is not None and any(i not in inside for i in scope.words):
                    reasons.append(Reason("coupe", f"La coupe « {shown} » emporte une attribution.", shown))
                    break
    after_it, before_it = article.text[edit.span.end : edit.span.end + 12].lstrip().lower(), article.text[max(0, edit.span.start - 6) : edit.span.start].rstrip()
    if re.search(r"\b(?:plus|moins)\W*$", before) and (re.match(r"(?:que\b|qu[’']|en (?:plus|moins)\b)", after_it) or re.search(r"\d$", before_it)):
        reasons.append(Reason("coupe", f"La coupe « {before.strip()} » défait une comparaison.", before))
    if before.lstrip()[:1] not in ",(;:–—" and re.match(r"[\s\u00a0\u202f]*(?:[,.;:!?…)»]|$)", article.text[edit.span.end :]) and re.search(r"\b(?:et|ou|mais|surtout|notamment|entre|dès|depuis|jusqu[’']à|jusqu[’']au)\s*$", article.text[max(0, edit.span.start - 16) : edit.span.start]):
        reasons.append(Reason("coupe", f"La coupe « {before.strip()[:60]} » laisse une liaison sans suite.", before[:60]))
    if re.search(r"\d\s*$", before) and re.match(r"\s?(?:e|er|re|ère|ème|%|°)(?![\w’'])", article.text[edit.span.end : edit.span.end + 5]):
        reasons.append(Reason("coupe", f"La coupe « {before.strip()} » emporte un chiffre et laisse ce qu’il compte.", before))
    if re.search(rf"(?:\b(?:de|du|d[’']|entre)) (?:le |la )?(?:{DAYS}|\d{{1,2}}(?:er)?)[ \u00a0]*$", before, re.IGNORECASE) and re.match(rf"(?:à|au|et) (?:le )?(?:{DAYS}|\d)", after_it):
        reasons.append(Reason("coupe", f"La coupe « {before.strip()[:60]} » emporte la moitié d’un espace de temps.", before[:60]))  # « de jeudi à vendredi »
    for opening, closing in ("«»", "“”", "()"):
        if before.count(opening) != before.count(closing):
            if opening == "(" and (before.endswith("(") and before.count("(") == before.count(")") + 1 and re.match(r"[A-Z]{2,7}\)", article.text[edit.span.end :]) or before == ")" and re.search(r"\([A-Z]{2,7}$", article.text[max(0, edit.span.start - 9) : edit.span.start])):
                continue  # « La Fédération du lin (FVL) » as « La FVL »: both marks fall
            reasons.append(Reason("coupe", f"La coupe « {before[:60]} » laisse un guillemet ou une parenthèse seuls.", before[:60]))
    return tuple(reasons)

_RELATIVES = frozenset(["qui", "que", "qu", "dont", "où"])


_OTHER_NAME = re.compile(r"\s*\([A-ZÉÈ][\w'-]{1,24}(?: [A-ZÉÈ][\w'-]+)?,? (?:selon|d'après) (?:son|leur|l') ?(?:acronyme|sigle|nom|appellation)(?: [a-zéèêàâ]+)?\)")


def _own_reserve(sentence: Sentence, edit: Edit, at: int) -> bool:
    """Whether a reserve, the word ``at``, says something of what falls alone: it stands in a relative clause, or behind a participle, that commas part from the rest on both sides."""
    inside = [i for i, word in enumerate(sentence.words) if edit.span.start <= word.start and word.end <= edit.span.end]
    words = [i for i in inside if sentence.words[i].kind == "w"]
    if len(words) < 4 or sentence.words[inside[0]].text != "," or at <= words[0]:
        return False
    after = sentence.words[inside[-1] + 1] if inside[-1] + 1 < len(sentence.words) else None
    closed = sentence.words[inside[-1]].text == "," or after is None or after.kind == "p"
    opening = [sentence.words[i] for i in words[:2]]
    participle = at > words[1] and any(re.search(r"(?:é|ée|és|ées)$", word.key) and not word.capital for word in opening)
    return closed and (opening[0].key in _RELATIVES or participle)


def _number_left(sentence: Sentence, at: int, inside: list[int]) -> bool:
    return any(at <= q.start <= at + 2 and q.start not in inside and not any(word.kind == "p" or word.capital for word in sentence.words[at : q.start]) for q in sentence.numbers)

_GENDERED = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p"), "celui-ci": ("m", "s"), "celle-ci": ("f", "s")}


def _reference_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    known, reading = lexicon(book), read_article(article, book)
    before, after = edit.span.of(article.text), edit.after
    if not before and re.fullmatch(r"[-‑](?:t[-‑])?(?:il|elle|ils|elles|on)", after):
        return ()  # the pronoun of a question: « la course s’est-elle tenue »
    if edit.rule == INTRODUCED:
        reasons, named = introduction_reasons(edit, article, book)
        return reasons if named is None else _reference_reasons(named, article, book)
    if edit.rule == BY_FUNCTION:
        reasons, meant = function_reasons(edit, article, book)
        return reasons if reasons or not meant or any(not _reference_reasons(one, article, book) for one in meant) else (Reason("reference", f"Rien près de là ne dit que « {before} » est « {after} ».", after, before),)
    if edit.rule == COMPLETED:
        return completion_reasons(edit, article, book)
    if edit.rule == FRONTED:
        return fronted_reasons(edit, article, book)
    if edit.rule == ACCORDING:
        reasons, named = according_reasons(edit, article, book)
        return reasons if named is None else _reference_reasons(named, article, book)
    anaphor = anaphor_reasons(edit, article, book)
    if anaphor is not None:
        return anaphor
    if edit.rule == TAKEN_UP:
        return _taken_up_reasons(edit, article)
    if edit.rule == "nom-complet":
        before, after = without_preposition(before, after) or (before, after)  # « qu’Hébert » → « que Jean Hébert »
    shown = fold(before).strip()
    if shown in ("ce", "cet", "cete", "ces") and fold(after).strip("' ") in ("le", "la", "l", "les"):
        wanted = {"ce": ("le", "l"), "cet": ("l",), "cete": ("la", "l"), "ces": ("les",)}[shown]
        fits = fold(after).strip("' ") in wanted
        return () if fits else (Reason("reference", f"« {after} » ne s’accorde pas avec « {before} ».", after, before),)
    if shown in ("ses", "leurs") and fold(after).strip("' ") == "les" and re.match(r"(?:obsèques|funérailles)\b", article.text[edit.span.end : edit.span.end + 12]):
        return ()  # the question says « les obsèques » of the page's dead
    old = read_words(before)
    kept = {word.fold for word in old if word.kind == "w" and not word.capital}
    new = tuple(word for word in read_words(after) if word.fold not in kept) or read_words(after)
    names = [word for word in new if word.capital and word.kind == "w" and word.fold not in ("le", "la", "les", "l", "un", "une")]
    for word in new:
        if word.kind == "w" and known.content(word) and word.fold not in reading.folds:
            return (Reason("reference", f"« {after} » n’est pas dans la source.", after, before),)
    if not _stands(" ".join(word.text for word in new), reading):
        return (Reason("reference", f"« {after} » n’est pas un nom que la source donne sous cette forme.", after, before),)
    old_names = [word for word in old if word.capital and word.kind == "w" and word.key not in known.stop]
    if old_names:
        given = {part for other in read_words(after) for part in (other.fold, *other.fold.split("-"))}
        if not any(part in given for word in old_names for part in (word.fold, *word.fold.split("-"))):
            return (Reason("reference", f"« {before} » n’est pas « {after} ».", after, before),)
        return ()
    here = next((s.index for s in reading.sentences if s.span.overlaps(edit.span)), 0)
    pool = names or [word for word in new if known.content(word)]
    near = [s for s in reading.sentences if here - 3 <= s.index <= here and s.paragraph >= -1]
    if not any(word.fold in {w.fold for s in near for w in s.words} for word in pool):
        return (Reason("reference", f"Rien près de là ne nomme « {after} ».", after, before),)
    key = next((word.key for word in old if word.kind == "w"), "")
    if len(old) > 1 and old[0].kind == "w" and fold(before) in ("celui-ci", "celle-ci"):
        key = fold(before)
    if key in _GENDERED:
        gender, number = _GENDERED[key]
        first = new[0].key if new else ""
        wrong = (
            (first in ("le", "un", "m.", "monsieur", "m") and (gender, number) != ("m", "s"))
            or (first in ("la", "une", "mme", "madame") and (gender, number) != ("f", "s"))
            or (first in ("les", "des") and number != "p")
            or (first not in ("les", "des") and number == "p" and not any(w.key in ("et", "les", "des") for w in new))
        )
        if wrong:
            return (Reason("reference", f"« {after} » ne s’accorde pas avec « {before} ».", after, before),)
        if number == "s":
            titled = {"mme": "f", "madame": "f", "m.": "m", "monsieur": "m", "la": "f", "le": "m"}
            seen = {titled[left] for left, right in reading.follows if left in titled and names and right == names[-1].fold}
            if seen and gender not in seen:
                return (Reason("reference", f"« {after} » ne s’accorde pas avec « {before} ».", after, before),)
    return ()

#: The rule of the edit that puts a pronoun where the sentence before, on the page, has the name.
TAKEN_UP = "pronom-repris"
_ARTICLES = {"le": ("m", "s"), "la": ("f", "s"), "les": ("", "p"), "m.": ("m", "s"), "mme": ("f", "s")}


def _taken_up_reasons(edit: Edit, article: Article) -> tuple[Reason, ...]:
    """A pronoun for a subject that opens its sentence: it agrees with the article it takes the place of. Whom it means is seen on the page (:func:`names_taken_up`)."""
    before, after = edit.span.of(article.text), fold(edit.after).strip()
    given = _ARTICLES.get(fold(before).split(" ")[0])
    agrees = after in ("il", "ele", "elle", "ils", "eles", "elles") and (given is None or given[0] in ("", "f" if after.startswith("el") else "m") and given[1] == ("p" if after.endswith("s") else "s"))
    if not agrees or re.search(r"[,;:«»()]", before):
        return (Reason("reference", f"« {edit.after} » ne peut pas tenir la place de « {before} ».", edit.after, before),)
    return ()


def names_taken_up(passages: tuple[Passage, ...], article: Article, book: Rulebook) -> tuple[Finding, ...]:
    """Pronouns that stand for a name: the sentence before, in the block, opens with that name and has no other that could be meant."""
    known, reading = lexicon(book), read_article(article, book)
    found: list[Finding] = []
    for previous, passage in zip((None, *passages), passages, strict=False):
        if not isinstance(passage.origin, Copied):
            continue
        for edit in passage.origin.edits:
            if edit.rule != TAKEN_UP:
                continue
            shown = edit.span.of(article.text)
            wanted = [word for word in read_words(shown) if word.kind == "w" and (word.capital or known.content(word))]
            before = read_words(previous.text) if previous is not None else ()
            heads = {word.fold for word in before[:14]}
            others = [
                word.text
                for at, word in enumerate(before)
                if at and word.capital and compare.is_name(word, reading, known) and word.fold not in {w.fold for w in wanted} | set(compare.partners(reading, wanted[-1].fold) if wanted else ())
                and not _after_preposition(before, at)
            ]
            if previous is None or not wanted or wanted[-1].fold not in heads:
                found.append(as_finding(Reason("anaphore", f"« {edit.after} » : la phrase d’avant ne s’ouvre pas sur « {shown} ».", edit.after, shown), passage))
            elif others and wanted[-1].capital:
                found.append(as_finding(Reason("anaphore", f"« {edit.after} » peut désigner « {others[0]} ».", edit.after, shown), passage))
    return tuple(found)


def _after_preposition(words: tuple[Word, ...], at: int) -> bool:
    """Whether the name at ``at`` completes something: « à Lille », « de la Ligue », « du FC Lens »."""
    while at > 0 and words[at - 1].capital and words[at - 1].kind == "w":
        at -= 1
    before = [word.key for word in words[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in ("à", "au", "aux", "en", "de", "d", "du", "des", "dans", "sur", "pour", "chez", "vers") or before[-1] in ("la", "le", "l", "les") and before[0] in ("à", "de", "dans", "sur", "pour", "en", "chez", "vers"))


def _stands(name: str, reading: ArticleReading) -> bool:
    """Whether the words of a name stand side by side in the source, in that order, elided or contracted articles apart."""
    folds = [word.fold for word in read_words(name) if word.kind != "p"]
    folds = folds[1:] if folds and folds[0] in ("le", "la", "les", "l", "du", "de", "d", "des", "au", "aux", "un", "une", "a") else folds
    return all(
        pair in reading.follows or pair[1] in ("de", "du", "d", "la", "le", "l", "les", "des") or pair[0] in ("de", "du", "d", "la", "le", "l", "les", "des")
        for pair in pairwise(folds)
    ) and all(item in reading.folds for item in folds)

_THEY = "Il|Elle|Ils|Elles|On"
_THESE = "Celui-ci|Celle-ci|Ceux-ci|Celles-ci"
#: What a cut between two sentences may replace, and by what. \\w: the capital of the word that follows.
_SPLITS = (
    (r" ?[,;]? ?(?:et )?", rf"\. (?:{_THEY}) "),
    (r" ?[,;:]? (?:et )?(\w)", r"\. (\w)"),
    (r" ?[,;]? ?mais,? ", rf"\. Mais (?:(?:{_THEY.lower()}) )?"),
    (r",? ?puis ", rf"\. Puis (?:(?:{_THEY.lower()}) )?"),
    (r", qui ", rf"(?: |\. (?:{_THESE}) )"),
    (r", ce qui ", r"\. Cela "),
    (r",? car ", r"\. En effet, "),
    (r", où ", r"\. Là, "),
    (r", dont (?:le |la |les |l')", r"\. (?:Son|Sa|Ses|Leur|Leurs) "),
    (r", ", rf"(?: est |\. (?:{_THEY}) )"),
)


def _split_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """A cut between sentences takes one little word for another, stands in no quotation, and takes nothing from under what governs it."""
    before, after = re.sub(r"[\s\u00a0\u202f]+", " ", edit.span.of(article.text).replace("’", "'")), edit.after
    for old, new in _SPLITS:
        one, other = re.fullmatch(old, before, re.IGNORECASE), re.fullmatch(new, after)
        if one is not None and other is not None and (not one.groups() or one.group(1).upper() == other.group(1)):
            break
    else:
        return (Reason("edition", f"« {before} » → « {after} » n’est pas une coupe de phrase.", after, before),)
    reading = read_article(article, book)
    for sentence in reading.sentences_of(edit.span):
        at = next((i for i, word in enumerate(sentence.words) if word.start >= edit.span.end - 1), len(sentence.words))
        if any(low < at < high for low, high in sentence.quoted):
            return (Reason("coupe", "Une citation serait coupée.", before),)
        for scope in scopes_of(sentence, lexicon(book)):
            if scope.kind not in ("attribution", "hypothesis", "conditional") and scope.marker.cls != "according":
                continue
            if scope.kind == "attribution" and scope.marker.verb and not any(word.key in ("que", "qu", "si") or word.text == ":" for word in sentence.words[scope.marker.end : at]):
                continue  # « X a reconnu l’importance du texte et a… »: what is reported is a thing, not a clause
            if scope.words and min(scope.words) < at <= max(scope.words) and scope.marker.start < at and scope.marker.cls != "conditional":
                return (Reason("coupe", f"La coupe défait ce que gouverne « {sentence.words[scope.marker.start].text} ».", before),)
    return ()


def edit_reasons(edit: Edit, article: Article, book: Rulebook, *, body: bool = False) -> tuple[Reason, ...]:
    """Return why an edit is not legal for its kind, if it is not."""
    text = article.text
    if edit.span.end > len(text):
        return (Reason("edition", "Une édition déborde du texte."),)
    before = edit.span.of(text)
    if edit.kind not in _KINDS:
        return (Reason("edition", f"Genre d’édition inconnu : « {edit.kind} »."),)
    if edit.rule == ACTIVE and not body:
        return ()  # the three edits are read together
    if edit.rule in PROMOTED and not body:
        return part_reasons(edit, article, book)
    if edit.kind == "typography":
        if plain(before) != plain(edit.after) and plain(before).strip("\"'-") != plain(edit.after).strip("\"'-") and not orthographic(edit, text):
            return (Reason("edition", f"« {before} » → « {edit.after} » n’est pas de la typographie.", edit.after, before),)
        return ()
    if edit.kind == "break":
        return () if not before.strip() and not edit.after.strip() else (Reason("edition", "Une coupure de paragraphe ne change pas de mot.", edit.after, before),)
    if edit.kind == "case":
        return () if fold(before) == fold(edit.after) else (Reason("edition", f"« {before} » → « {edit.after} » change plus que la casse.", edit.after, before),)
    if edit.kind == "period":
        legal = re.fullmatch(r"[\s.,;:!…–—\-]*", before) is not None and edit.after.strip() in ("", ".", "…")
        return () if legal else (Reason("edition", f"« {before} » → « {edit.after} » n’est pas un point final.", edit.after, before),)
    if edit.kind == "split":
        return _split_reasons(edit, article, book) if body else (Reason("edition", "Seul le corps a ses phrases coupées.", edit.after, before),)
    if edit.kind == "drop":
        if body and any(lexicon(book).content(word) for word in read_words(before)):
            return (Reason("corps", f"Le corps perd « {before[:60]} ».", "", before[:60]),)
        return _drop_reasons(edit, article, book)
    if edit.kind == "tense":
        if edit.rule == TURNED and not body:
            return ()  # read with its slot
        if _tense_ok(before, edit.after, lexicon(book)):
            return ()
        return (Reason("temps", f"« {before} » → « {edit.after} » n’est pas le même verbe au présent.", edit.after, before),)
    return _reference_reasons(edit, article, book)


def used_words(spans: Iterable[Span], edits: Iterable[Edit], sentences: Iterable[Sentence]) -> dict[int, frozenset[int]]:
    drops = [edit.span for edit in edits if edit.kind == "drop"]
    kept = tuple(spans)
    used: dict[int, frozenset[int]] = {}
    for sentence in sentences:
        used[sentence.index] = frozenset(
            i
            for i, word in enumerate(sentence.words)
            if any(span.start <= word.start and word.end <= span.end for span in kept) and not any(drop.start <= word.start and word.end <= drop.end for drop in drops)
        )
    return used


def balanced(text: str) -> bool:
    return text.count("«") == text.count("»") and text.count("“") == text.count("”") and text.count("(") == text.count(")")
