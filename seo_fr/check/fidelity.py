"""The fidelity check: nothing on the page that the source does not say, nothing said more surely than the source says it.

Works from the article, the page and the text of the templates alone (no spaCy, nothing of the proposers). Every finding of severity
«error» is a reason not to publish the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from seo_fr.check import added, compare, exchanged
from seo_fr.check.according import ACCORDING, according_reasons, unvoiced
from seo_fr.check.anaphora import anaphor_reasons, without_preposition
from seo_fr.check.brief import brief_reasons
from seo_fr.check.compare import Evidence, Reason
from seo_fr.check.dangling import dangling_findings
from seo_fr.check.fronted import FRONTED, fronted_reasons, twice
from seo_fr.check.introduction import BY_FUNCTION, INTRODUCED, function_reasons, introduction_reasons
from seo_fr.check.orthography import orthographic
from seo_fr.check.outcome import outcome_findings
from seo_fr.check.reading import BODY, ArticleReading, Lexicon, Sentence, Word, fold, lexicon, read_article, read_numbers, read_sentence, read_words, stem
from seo_fr.check.scopes import scopes_of
from seo_fr.check.standing import fillers, standing_findings, standing_reasons
from seo_fr.check.whole import cut_reasons
from seo_fr.model import Article, Copied, Edit, Edited, Finding, GlossaryEntry, Page, Passage, Slot, Span, Templated
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import label_of

HEADINGS = frozenset(["title_tag", "h1", "h2", "h3", "question"])
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_ALONE = frozenset(["title_tag", "h1", "h2", "h3", "bullet", "description", "question"])
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


def _finding(reason: Reason, passage: Passage) -> Finding:
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


# ----------------------------------------------------------------------------------------------------------------- edits


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
    if re.search(rf"(?:\b(?:de|du|d[’']|entre)) (?:le |la )?(?:{_DAYS}|\d{{1,2}}(?:er)?)[ \u00a0]*$", before, re.IGNORECASE) and re.match(rf"(?:à|au|et) (?:le )?(?:{_DAYS}|\d)", after_it):
        reasons.append(Reason("coupe", f"La coupe « {before.strip()[:60]} » emporte la moitié d’un espace de temps.", before[:60]))  # « de jeudi à vendredi »
    for opening, closing in ("«»", "“”", "()"):
        if before.count(opening) != before.count(closing):
            reasons.append(Reason("coupe", f"La coupe « {before[:60]} » laisse un guillemet ou une parenthèse seuls.", before[:60]))
    return tuple(reasons)


_RELATIVES = frozenset(["qui", "que", "qu", "dont", "où"])


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
    """A pronoun for a subject that opens its sentence: it agrees with the article it takes the place of. Whom it means is seen on the page (:func:`_taken_up`)."""
    before, after = edit.span.of(article.text), fold(edit.after).strip()
    given = _ARTICLES.get(fold(before).split(" ")[0])
    agrees = after in ("il", "ele", "elle", "ils", "eles", "elles") and (given is None or given[0] in ("", "f" if after.startswith("el") else "m") and given[1] == ("p" if after.endswith("s") else "s"))
    if not agrees or re.search(r"[,;:«»()]", before):
        return (Reason("reference", f"« {edit.after} » ne peut pas tenir la place de « {before} ».", edit.after, before),)
    return ()


def _taken_up(passages: tuple[Passage, ...], article: Article, book: Rulebook) -> tuple[Finding, ...]:
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
                found.append(_finding(Reason("anaphore", f"« {edit.after} » : la phrase d’avant ne s’ouvre pas sur « {shown} ».", edit.after, shown), passage))
            elif others and wanted[-1].capital:
                found.append(_finding(Reason("anaphore", f"« {edit.after} » peut désigner « {others[0]} ».", edit.after, shown), passage))
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
        if _tense_ok(before, edit.after, lexicon(book)):
            return ()
        return (Reason("temps", f"« {before} » → « {edit.after} » n’est pas le même verbe au présent.", edit.after, before),)
    return _reference_reasons(edit, article, book)


# --------------------------------------------------------------------------------------------------------------- passages


def _used(spans: Iterable[Span], edits: Iterable[Edit], sentences: Iterable[Sentence]) -> dict[int, frozenset[int]]:
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


def _balanced(text: str) -> bool:
    return text.count("«") == text.count("»") and text.count("“") == text.count("”") and text.count("(") == text.count(")")


def check_copied(passage: Passage, origin: Copied, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return the faults of a copied passage: its slice, its edits, and what the slice leaves behind."""
    reasons: list[Reason] = []
    body = passage.role in BODY
    if origin.span.end > len(article.text):
        return (Reason("copie", "Le passage vient d’au-delà de la fin du texte."),)
    expected = apply_edits(article.text, origin.span, origin.edits)
    if expected is None or (expected != passage.text and plain(expected) != plain(passage.text)):
        shown = expected if expected is not None else origin.span.of(article.text)
        reasons.append(Reason("copie", "Le passage n’est pas ce que donnent la source et ses éditions.", passage.text[:200], shown[:200]))
    for edit in origin.edits:
        reasons.extend(edit_reasons(edit, article, book, body=body))
    reasons.extend(unvoiced(origin.edits))
    reasons.extend(twice(origin.edits, article))
    if body:
        return tuple(reasons)
    source_slice = origin.span.of(article.text)
    if _balanced(source_slice) and not _balanced(passage.text):
        reasons.append(Reason("coupe", "Un guillemet ou une parenthèse reste seul.", passage.text[:120]))
    elif not _balanced(source_slice) and not any(s.span.start == origin.span.start and s.span.end == origin.span.end for s in read_article(article, book).sentences):
        reasons.append(Reason("coupe", "Le passage commence ou finit au milieu d’une citation ou d’une parenthèse.", passage.text[:120]))
    reading = read_article(article, book)
    sentences = reading.sentences_of(origin.span)
    used = _used((origin.span,), origin.edits, sentences)
    page = read_sentence(passage.text, book)
    evidence = Evidence(sentences, used, exact=True)
    reasons.extend(compare.commitment(page, evidence, reading, book))
    reasons.extend(_quote_frames(page, origin.span, sentences))
    if passage.role in HEADINGS:
        reasons.extend(_presumption(page, sentences, reading, lexicon(book)))
    if passage.role in _ALONE:
        reasons.extend(_anaphors(page, lexicon(book)))
    return tuple(reasons)


def _quote_frames(page: Sentence, span: Span, sentences: tuple[Sentence, ...]) -> tuple[Reason, ...]:
    """Words taken from within a quotation must stay within quotation marks."""
    for sentence in sentences:
        for low, high in sentence.quoted:
            if high <= low:
                continue
            first, last = sentence.words[low].start, sentence.words[high - 1].end
            if first <= span.start and span.end <= last and high - low > 2 and not page.quoted:
                return (Reason("citation", "Des mots cités par la source sont donnés sans guillemets.", page.words[0].text if page.words else ""),)
    return ()


@lru_cache(maxsize=4096)
def _literal(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded words and stems of a template's own text: what stands outside braces, and the quoted strings inside."""
    outside = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", source)
    inside = " ".join(re.findall(r"['\"]([^'\"]*)['\"]", " ".join(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", source))))
    words = [word for word in (*read_words(outside), *read_words(inside)) if word.kind != "p"]
    return frozenset(word.fold for word in words), frozenset(word.stem for word in words)


def _template_source(template: str, book: Rulebook) -> str | None:
    try:
        return book.template(template).source
    except KeyError:
        return None


def _rendered(passage: Passage, origin: Templated, book: Rulebook) -> str | None:
    from seo_fr.rulebook.render import Uncertain, render

    try:
        return render(book.template(origin.template), origin.slots)
    except (KeyError, Uncertain):
        return None


def _glossary_reasons(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...]) -> tuple[Reason, ...]:
    """A passage of the glossary is the approved text and its source, of one entry that is valid and that the article calls for, in a template that adds no word of matter."""
    if passage.role == "h2":
        return _notions(passage, origin, article, book, glossary)
    ids = {slot.reference for slot in origin.slots}
    entry = next((entry for entry in glossary if ids == {f"glossary:{entry.id}"}), None)
    if entry is None:
        return (Reason("glossaire", "Ce passage n’est pas d’une seule entrée du glossaire donné.", passage.text[:120]),)
    for slot in origin.slots:
        wanted = {"definition": entry.text, "origine": entry.source}.get(slot.name)
        if wanted is None or slot.text != wanted or slot.source or slot.edits:
            return (Reason("glossaire", f"L’emplacement « {slot.name} » n’est pas le texte approuvé de « {entry.id} ».", slot.text, wanted or ""),)
    if {slot.name for slot in origin.slots} != {"definition", "origine"}:
        return (Reason("glossaire", "Un passage du glossaire donne son texte et sa source.", passage.text[:120]),)
    source = _template_source(origin.template, book) or ""
    rendered = _rendered(passage, origin, book)
    if rendered is None or plain(rendered) != plain(passage.text) or not _literal(source)[0] <= {"source", "selon"}:
        return (Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]),)
    spelled = [plain(term) for term in (entry.term, *entry.variants)]
    text = plain(article.text)
    for phrase in entry.exceptions:
        text = re.sub(rf"(?<![\w-]){re.escape(plain(phrase))}(?![\w-])", " ", text, flags=0 if phrase.isupper() else re.IGNORECASE)
    if not any(re.search(rf"(?<![\w-]){re.escape(term)}(?![\w-])", text, 0 if term.isupper() else re.IGNORECASE) for term in spelled):
        return (Reason("glossaire", f"L’article ne nomme pas « {entry.term} ».", entry.term),)
    date = (article.get("date") or "")[:10]
    if (entry.valid_from and not date >= entry.valid_from) or (entry.valid_until and not "0" < date <= entry.valid_until):
        return (Reason("glossaire", f"L’entrée « {entry.id} » n’est pas valable à la date de l’article.", date),)
    return ()


def _notions(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...]) -> tuple[Reason, ...]:
    """The heading of a glossary names notions of entries that may be on the page, as the entry has them, in a template that adds words of its own alone."""
    for slot in origin.slots:
        entry = next((entry for entry in glossary if slot.reference == f"glossary:{entry.id}"), None)
        if entry is None or slot.name not in ("terme", "second") or slot.text != label_of(entry, article.text) or slot.source or slot.edits:
            return (Reason("glossaire", f"L’emplacement « {slot.name} » n’est pas le terme d’une entrée du glossaire donné.", slot.text),)
    rendered = _rendered(passage, origin, book)
    if rendered is None or plain(rendered) != plain(passage.text):
        return (Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]),)
    return ()


def check_templated(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Reason, ...]:
    """Return the faults of a templated passage. ``glossary``: the approved entries that may be on the page."""
    if any(slot.reference.startswith("glossary:") for slot in origin.slots):
        return _glossary_reasons(passage, origin, article, book, glossary)
    known, reading = lexicon(book), read_article(article, book)
    reasons: list[Reason] = []
    source_text = _template_source(origin.template, book)
    literals, literal_stems = _literal(source_text) if source_text is not None else (frozenset[str](), frozenset[str]())
    if source_text is not None:
        rendered = _rendered(passage, origin, book)
        if rendered is None or (rendered != passage.text and plain(rendered) != plain(passage.text)):
            reasons.append(Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]))
    else:
        reasons.extend(_slots_in_order(passage, origin))
    spans: list[Span] = []
    edits: list[Edit] = []
    for slot in origin.slots:
        if not slot.source:
            if not slot.reference and slot.text.strip():
                reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » n’a pas de source.", slot.text))
            continue
        if any(span.end > len(article.text) for span in slot.source):
            reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » vient d’au-delà de la fin du texte.", slot.text))
            continue
        given = slot_text(slot, article.text)
        if given is None or (given != slot.text and plain(given) != plain(slot.text)):
            reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » n’est pas ce que donnent ses extraits.", slot.text, given or ""))
        for edit in slot.edits:
            if passage.role == "question" and (_made_definite(edit, article) or _unnegated(edit, article, origin)):
                continue
            reasons.extend(edit_reasons(edit, article, book))
        reasons.extend(unvoiced(slot.edits))
        reasons.extend(twice(slot.edits, article))
        spans.extend(slot.source)
        edits.extend(slot.edits)
    reasons.extend(_one_statement(origin, reading, passage.text))
    reasons.extend(_label_of_its_own(origin, reading))
    reasons.extend(brief_reasons(passage, origin, article.text, reading))
    by_span = sorted({sentence.index: sentence for span in spans for sentence in reading.sentences_of(span)}.items())
    sentences = tuple(sentence for _, sentence in by_span)
    used = _used(spans, edits, sentences)
    # A slot that is a bare name ties its sentence to nothing: only what is said of it counts.
    topics = _used([span for slot in origin.slots if _topic(slot, known) or origin.template.startswith("answer/objet/") and _object_alone(slot, known) for span in slot.source], (), sentences)
    evidence = Evidence(sentences, used, True, frozenset((index, i) for index, words in topics.items() for i in words))
    page = read_sentence(passage.text, book)
    slots_read = _slot_words(origin)
    own = frozenset(word.fold for word in slots_read) | literals
    referenced = frozenset(word.fold for slot in origin.slots if slot.reference for word in read_words(slot.text))
    extra = literals | referenced | added.resolved_dates(evidence, reading)
    slot_numbers = {q.value for slot in origin.slots for q in read_numbers(read_words(slot.text))}
    for quantity in page.numbers:
        if quantity.value not in slot_numbers and quantity.value != "1e" and not all(page.words[i].fold in literals for i in range(quantity.start, quantity.end)):
            shown = " ".join(page.words[i].text for i in range(quantity.start, quantity.end))
            reasons.append(Reason("nombre", f"Le nombre « {shown} » ne vient pas des emplacements du gabarit.", shown))
    reasons.extend(_literal_counts(page, source_text))
    own_stems = {word.stem for word in slots_read} | literal_stems
    for word in page.words:
        if word.kind != "w" or not known.content(word) or word.fold in own or word.stem in own_stems:
            continue
        if any(part in own for part in word.fold.split("-")) or any(compare.alike(word, other) for other in slots_read):
            continue
        reasons.append(Reason("mot", f"« {word.text} » ne vient ni des emplacements ni du gabarit.", word.text))
    reasons.extend(added.quotes_altered(page, evidence, reading, known))
    reasons.extend(_quotes_within(origin, article, page, sentences, passage.role in HEADINGS))
    reasons.extend(_quote_speaker(page, evidence, reading, known))
    reasons.extend(added.names_added(page, evidence, reading, book, extra))
    bare = all(_topic(slot, known) or (slot.name == "cle" and len(slot.text.split()) <= 6) for slot in origin.slots)
    # « Turquie : ce qui n’est pas tranché »: the frame denies nothing of what it names.
    # « La ligne est-elle ouverte ? » asserts nothing: the answer, « Non, … », holds the negation, and is checked for it.
    asking = passage.role == "question" and origin.template.startswith("question/oui-non/") and passage.text.rstrip().endswith("?")
    reasons.extend(
        reason
        for reason in compare.commitment(page, evidence, reading, book)
        if not (bare and reason.id == "negation-ajoutee") and not (asking and reason.id in ("negation", "negation-ajoutee"))
    )
    reasons.extend(_answer_pronoun(passage, origin, article))
    reasons.extend(
        reason
        for reason in added.words_added(page, evidence, reading, book, added.resolved_dates(evidence, reading) | referenced)
        if reason.id in ("connecteur", "jugement") or reason.actual.lower() not in literals
    )
    if len(sentences) == 1:
        # « dix heures : la durée de la panne »: the template's own noun is no verb whose roles could be exchanged.
        reasons.extend(reason for reason in exchanged.roles(page, sentences[0], reading, known) if not any(fold(word) in literals for word in reason.actual.split(" … ")[1:-1]))
    if not _balanced(passage.text):
        reasons.append(Reason("coupe", "Un guillemet ou une parenthèse reste seul.", passage.text[:120]))
    if passage.role in HEADINGS:
        reasons.extend(_presumption(page, sentences, reading, known))
    if passage.role in _ALONE:
        reasons.extend(_anaphors(page, known))
    return tuple(dict.fromkeys(reasons))


def _unnegated(edit: Edit, article: Article, origin: Templated) -> bool:
    """Whether a yes-or-no question only leaves out the words of a plain negation: its answer is checked for them."""
    words = edit.span.of(article.text).replace("’", "'").strip().lower()
    return edit.kind == "drop" and not edit.after and origin.template.startswith("question/oui-non/") and words in ("ne", "n'", "pas", "jamais")


def _made_definite(edit: Edit, article: Article) -> bool:
    """Whether a question only makes « un attentat » of its source « l’attentat »: gender and elision kept."""
    before, after = edit.span.of(article.text).lower(), edit.after.replace("’", "'")
    following = fold(article.text[edit.span.end : edit.span.end + 1])
    vowel = following in ("a", "e", "i", "o", "u", "y", "h")
    return edit.kind == "reference" and ((before, after) in (("un ", "le "), ("une ", "la ")) and following not in ("a", "e", "i", "o", "u") or before in ("un ", "une ") and after == "l'" and vowel)


_PRONOUN_OF = {"le": "il", "un": "il", "la": "elle", "une": "elle", "les": "ils elles", "des": "ils elles", "du": "il", "cet": "il", "cette": "elle"}


def _answer_pronoun(passage: Passage, origin: Templated, article: Article) -> tuple[Reason, ...]:
    """The pronoun that an answer begins with must agree with the subject it stands for, as far as that subject's article tells, and with the verb."""
    if passage.role != "answer":
        return ()
    match = re.match(r"(?:(?:Oui|Non), )?([Ii]l|[Ee]lle)(s?) ", passage.text)
    subject = next((slot for slot in origin.slots if slot.name == "sujet"), None)
    if match is None or subject is None or subject.text.split(" ")[0] == match.group(0).split(" ")[0]:
        return ()
    pronoun = match.group(1).lower() + match.group(2)
    first = next((word.key for word in read_words(subject.text) if word.kind == "w"), "")
    words = _PRONOUN_OF.get(first, "")
    if words and pronoun not in words.split() or first in ("il", "elle", "ils", "elles") and pronoun != first:
        return (Reason("reference", f"« {pronoun} » ne s’accorde pas avec « {subject.text} ».", pronoun, subject.text),)
    predicate = next((slot for slot in origin.slots if slot.name in ("predicat", "verbe")), None)
    verb = [word.key for word in read_words(predicate.text) if word.kind == "w"][:3] if predicate is not None else []
    plural = next((key in ("sont", "ont", "étaient", "avaient", "seront", "auront", "furent") for key in verb if key in ("est", "sont", "a", "ont", "était", "étaient", "avait", "avaient", "sera", "seront", "aura", "auront", "fut", "furent")), None)
    if plural is not None and plural != pronoun.endswith("s"):
        return (Reason("reference", f"« {pronoun} » ne s’accorde pas avec son verbe.", passage.text[:60]),)
    return ()


def _topic(slot: Slot, known: Lexicon) -> bool:
    """Whether a slot is a bare name or noun phrase: no number, no finite verb, few words."""
    words = [word for word in read_words(slot.text) if word.kind != "p"]
    if slot.entity is not None and len(words) <= 6:
        return True
    if read_numbers(tuple(words)) or any(word.key in known.classes["have"] or word.key in known.classes["be"] for word in words):
        return False
    if any(known.is_conditional(word.key) or re.search(r"(?:aient|èrent|eront|era)$", word.key) for word in words):
        return False
    return sum(1 for word in words if known.content(word)) <= 4 and len(words) <= 7


def _object_alone(slot: Slot, known: Lexicon) -> bool:
    """Whether a slot that answers alone is a noun phrase or an infinitive: it claims nothing; who asks, fears or says it must be in the question (:func:`_asked_of`)."""
    words = [word for word in read_words(slot.text) if word.kind != "p"]
    if any(word.key in known.classes["have"] or word.key in known.classes["be"] or known.is_conditional(word.key) or re.search(r"(?:aient|èrent|eront|era)$", word.key) for word in words):
        return False
    return len(words) <= 24 and not any(word.key in ("qui", "que", "qu", "dont", "où") for word in words)


def _slot_words(origin: Templated) -> tuple[Word, ...]:
    return tuple(word for slot in origin.slots for word in read_words(slot.text) if word.kind != "p")


def _slots_in_order(passage: Passage, origin: Templated) -> tuple[Reason, ...]:
    folds = {word.fold for word in read_words(passage.text)}
    for slot in origin.slots:
        missing = [word.text for word in read_words(slot.text) if word.kind != "p" and word.fold not in folds and len(word.fold) > 3]
        if missing and slot.text:
            return (Reason("gabarit", f"L’emplacement « {slot.name} » n’est pas dans le passage.", passage.text[:120], slot.text),)
    return ()


def _literal_counts(page: Sentence, source_text: str | None) -> tuple[Reason, ...]:
    """A template that counts by itself (« trois voix ») counts what nobody counted."""
    if source_text is None:
        return ()
    outside = read_words(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", source_text))
    return tuple(Reason("compte", f"Le gabarit compte lui-même (« {outside[q.start].text} »).", outside[q.start].text) for q in read_numbers(outside) if not q.value.endswith("e"))


def _one_statement(origin: Templated, reading: ArticleReading, text: str) -> tuple[Reason, ...]:
    if origin.joined:
        return ()
    statements = sorted({slot.statement for slot in origin.slots if slot.statement is not None})
    if len(statements) > 1:
        return (Reason("assemblage", "Une même proposition est faite de plusieurs énoncés de la source."),)
    groups: list[tuple[str, frozenset[int]]] = []
    short: list[Slot] = []
    for slot in origin.slots:
        content = slot.source
        if not content:
            continue
        # A name may be taken from where it stands in full: only what makes the claim must be of one sentence.
        words = read_words(slot.text)
        if slot.entity is not None or all(word.capital or word.kind == "p" or word.key in ("de", "du", "d", "la", "le", "les", "l", "des", "et", "au", "aux", "en", "à") for word in words):
            continue
        if len(words) <= 4 and not read_numbers(words):
            short.append(slot)
            continue
        if re.search(re.escape(plain(slot.text).lower()) + r" ?:", plain(text).lower()) is not None:
            continue  # « Incendie du pont Mathilde : … » names the subject before the claim
        # One slot may run on over sentences that follow one another; two slots may not be of two places.
        groups.append((slot.name, frozenset(sentence.index for span in content for sentence in reading.sentences_of(span))))
    for subject, predicate in pairwise(origin.slots):
        if subject in short and predicate.source and subject.source and _reads_on(text, subject, predicate):
            subject_at = {sentence.index for span in subject.source for sentence in reading.sentences_of(span)}
            told = [sentence for span in predicate.source for sentence in reading.sentences_of(span)]
            stems = {word.stem for sentence in told for word in sentence.words}
            if not subject_at & {sentence.index for sentence in told} and not all(word.stem in stems for word in read_words(subject.text)):
                return (Reason("assemblage", f"« {subject.text} » n’est pas dans la phrase qui dit « {predicate.text[:60]} ».", subject.name),)
    for (one, ours), (other, theirs) in pairwise(groups):
        if not ours & theirs:
            return (Reason("assemblage", "Une même proposition est faite de mots de plusieurs phrases de la source.", f"{one}, {other}"),)
    return ()


def _label_of_its_own(origin: Templated, reading: ArticleReading) -> tuple[Reason, ...]:
    """The date, place or number that heads an entry must be of the sentence that the entry tells."""
    if origin.template.split("/")[0] not in ("timeline", "places", "figures"):
        return ()
    label = next((slot for slot in origin.slots if slot.name == "etiquette"), None)
    told = [slot for slot in origin.slots if slot.name not in ("etiquette", "locuteur")]
    if label is None or not label.source or not told:
        return ()
    own = {sentence.index for span in label.source for sentence in reading.sentences_of(span)}
    if all(own & {sentence.index for span in slot.source for sentence in reading.sentences_of(span)} for slot in told if slot.source):
        return ()
    return (Reason("assemblage", f"« {label.text} » n’est pas de la phrase qu’il annonce.", label.text),)


def _reads_on(text: str, subject: Slot, predicate: Slot) -> bool:
    """Whether one slot follows the other as subject and verb do: nothing between but a space, and a verb to begin with."""
    if re.search(re.escape(plain(subject.text).lower()) + r" ?" + re.escape(plain(predicate.text).lower()), plain(text).lower()) is None:
        return False
    first = next((word for word in read_words(predicate.text) if word.kind == "w"), None)
    return first is not None and first.key not in ("de", "du", "d", "des", "à", "au", "aux", "en", "et", "ou", "dans", "par", "pour", "sur", "contre", "avec", "chez")


def _quotes_within(origin: Templated, article: Article, page: Sentence, sentences: tuple[Sentence, ...], topical: bool) -> tuple[Reason, ...]:
    """A slot whose words stand inside the source’s quotation marks must stand inside them on the page."""
    for slot in origin.slots:
        keys = tuple(word.key for word in read_words(slot.text) if word.kind != "p")
        if (topical and len(keys) <= 5) or slot.entity is not None or all(word.capital or word.key in ("de", "du", "d", "la", "le", "des") for word in read_words(slot.text) if word.kind != "p"):
            continue
        if len(keys) < 4 or (len(keys) <= 7 and not read_numbers(read_words(slot.text)) and page.words and len(page.words) < 12 and not page.markers):
            continue
        for span in slot.source:
            for sentence in sentences:
                for low, high in sentence.quoted:
                    if high <= low:
                        continue
                    inside = sentence.words[low].start <= span.start and span.end <= sentence.words[high - 1].end
                    if inside and not any(added.contains(tuple(w.key for w in page.words[a:b] if w.kind != "p"), keys) for a, b in page.quoted):
                        return (Reason("citation", "Des mots cités par la source sont donnés sans guillemets.", slot.text),)
    return ()


def _quote_speaker(page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """The name that speaks a quotation on the page must be the one that speaks it in the source."""
    if not page.quoted:
        return ()
    outside = [i for i in range(len(page.words)) if not any(low <= i < high for low, high in page.quoted)]
    for low, high in page.quoted:
        first = max((i + 1 for i in outside if i < low and page.words[i].text in (".", "!", "?")), default=0)
        last = min((i for i in outside if i > high and page.words[i].text in (".", "!", "?", ";")), default=len(page.words))
        spoken = [i for i in outside if first <= i < last]
        if not any(page.words[i].text == ":" or any(m.start == i and (m.verb or m.cls == "according") for m in page.markers) for i in spoken):
            continue
        ours = [page.words[i] for i in spoken if compare.is_name(page.words[i], reading, known)]
        if not ours:
            continue
        keys = tuple(word.key for word in page.words[low:high] if word.kind != "p")
        places = [index for index, quote in reading.quotes if index >= 0 and added.contains(quote, keys)]
        if not places:
            continue
        for index in places:
            source = reading.sentences[index]
            theirs = {
                word.fold for i, word in enumerate(source.words) if word.capital and word.kind == "w" and not any(a <= i < b for a, b in source.quoted)
            }
            if any(word.fold in theirs for word in ours):
                break
            speaking = {f for word in ours for f in compare.partners(reading, word.fold)}
            if theirs & speaking & reading.names:
                break
            if not (theirs & reading.names):
                near = {word.fold for s in reading.sentences[max(0, index - 4) : index + 2] for word in s.words}
                if any(word.fold in near for word in ours):
                    break
                described = {word.stem for i, word in enumerate(source.words) if known.content(word) and not any(a <= i < b for a, b in source.quoted)}
                if any(any(w.fold in {x.fold for x in s.words} for w in ours) and len(described & {x.stem for x in s.words}) >= 2 for s in reading.sentences):
                    break
        else:
            shown = " ".join(word.text for word in ours[:4])
            return (Reason("citation-autre", f"La citation n’est pas de « {shown} » dans la source.", shown),)
    return ()


# --------------------------------------------------------------------------------------------------------------- headings


def _presumption(page: Sentence, sentences: tuple[Sentence, ...], reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """The presumption of innocence: a heading that names someone with the deed while the source speaks of suspicion, and keeps no reserve."""
    deeds = [marker for marker in page.markers if marker.cls == "deed" and not any(low <= marker.start < high for low, high in page.quoted)]
    if not deeds:
        return ()
    reserve = any(
        marker.cls in ("suspect", "accuse", "deny", "conditional", "modality", "according", "convicted", "believe") for marker in page.markers
    )
    if reserve:
        return ()
    people = [i for i, word in enumerate(page.words) if compare.is_name(word, reading, known)]
    for deed in deeds:
        before = [i for i in people if i < deed.start]
        label = page.words[deed.start].key in _AUTHORS
        if not before and not (label and people):
            continue
        named = page.words[before[-1] if before else people[0]]
        about = [s for s in reading.sentences if any(w.fold == named.fold for w in s.words)]
        suspected = any(m.cls == "suspect" for s in (*sentences, *about) for m in s.markers)
        convicted = any(m.cls == "convicted" for s in (*sentences, *about) for m in s.markers)
        participle = re.search(r"(?:é|ée|és|ées|u|us|ue|is|ie|i)$", page.words[deed.start].key) is not None
        passive = not label and participle and not any(page.words[i].key in known.classes["have"] for i in range(max(0, deed.start - 3), deed.start))
        if suspected and not convicted and not passive:
            return (Reason("presomption", f"Le titre fait de « {named.text} » l’auteur d’un acte dont la source le dit seulement soupçonné.", page.words[deed.start].text),)
    return ()


_AUTHORS = frozenset(["auteur", "auteure", "coupable", "meurtrier", "meurtrière", "assassin", "tueur", "tueuse", "violeur", "voleur", "voleuse", "escroc", "terroriste", "ravisseur", "incendiaire", "pyromane", "criminel", "agresseur", "corrompu", "fraudeur"])


def _anaphors(page: Sentence, known: Lexicon, names_before: bool = False) -> tuple[Reason, ...]:
    """A pronoun that stands before anything it could mean."""
    for marker in page.markers:
        if marker.cls != "anaphor" or any(low <= marker.start < high for low, high in page.quoted):
            continue
        if any(m.cls == "impersonal" and m.start == marker.start for m in page.markers):
            continue
        key = page.words[marker.start].key
        if key == "il" and _impersonal(page, marker.start):
            continue
        # A title « X : il … » has its antecedent before the colon.
        before = [i for i in range(marker.start) if known.content(page.words[i]) and page.words[i].kind == "w"]
        if before or names_before or _looks_ahead(page, marker.start, known):
            continue
        return (Reason("anaphore", f"« {page.words[marker.start].text} » n’a rien avant lui qu’il puisse désigner.", page.words[marker.start].text),)
    first = next((word for word in page.words if word.kind == "w"), None)
    if first is not None and not names_before and first.key in ("son", "sa", "ses", "celui", "celle", "ceux", "celles", "leur", "leurs", "cela"):
        following = page.words[page.words.index(first) + 1].key if len(page.words) > page.words.index(first) + 1 else ""
        if following not in ("qui", "que", "qu", "de", "d", "du", "des", "dont"):
            return (Reason("anaphore", f"« {first.text} » n’a rien avant lui qu’il puisse désigner.", first.text),)
    return ()


_SUBORDINATORS = frozenset(["lorsque", "lorsqu", "quand", "si", "s", "alors", "bien", "après", "avant", "tandis", "puisque", "puisqu", "comme", "quoique", "quoiqu"])


def _looks_ahead(page: Sentence, at: int, known: Lexicon) -> bool:
    """« Lorsqu’il a racheté le journal, Paul Morel… »: a subordinate clause opens, and a name follows its comma at once."""
    words = page.words
    opening = next((word.key for word in words if word.kind == "w"), "")
    comma = next((i for i in range(at, len(words)) if words[i].text == ","), -1)
    if opening not in _SUBORDINATORS or comma < 0 or any(words[i].text in (":", ";", "«") for i in range(comma)):
        return False
    named = next((i for i in range(comma + 1, min(comma + 7, len(words))) if words[i].kind == "w" and words[i].capital and known.content(words[i])), -1)
    return named > 0 and all(words[i].kind == "w" and words[i].key not in ("il", "elle", "ils", "elles", "qui", "que", "qu", "de", "d", "à", "selon") for i in range(comma + 1, named))


def _impersonal(page: Sentence, at: int) -> bool:
    following = [word.key for word in page.words[at + 1 : at + 8] if word.key not in ("n", "ne", "pas", "plus")][:5]
    previous = [word.key for word in page.words[max(0, at - 2) : at]]
    if following[:1] in (["passé"], ["produit"]) and previous[:1] in (["s"], ["est"]) or previous[-1:] in (["est"],) and following[:1] == ["passé"]:
        return True  # « Que s’est-il passé ? »
    if previous in (["en", "est"], ["y", "a"], ["y", "avait"]) or previous[-1:] in (["faut"], ["existe"], ["reste"], ["agit"]):
        return True
    if not following:
        return False
    if following[0] in ("semble", "semblait", "semblerait", "paraît", "apparaît", "arrive", "suffit", "convient") and any(key in ("que", "qu", "de", "d") for key in following[1:3]):
        return True
    if following[0] in ("existe", "existait", "reste", "restait", "manque") and following[1:2] and following[1] in ("un", "une", "des", "de", "d", "à", "encore", "plusieurs", "trois", "deux", "quatre", "cinq"):
        return True
    if following[0] in ("y", "faut", "s", "pleut", "neige"):
        return following[0] != "s" or any(key.startswith("agi") for key in following)
    return following[0] in ("est", "était", "sera", "serait") and any(key in ("que", "qu", "de", "d") for key in following[1:4])


# ------------------------------------------------------------------------------------------------------------------ page


def check_passage(passage: Passage, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Finding, ...]:
    """Return what is unfaithful in ``passage`` (slugs aside: they are keywords), each an error at the passage's id. Pure; needs no model."""
    if passage.role == "slug":
        return _slug(passage, article, book)
    if isinstance(passage.origin, Copied):
        reasons = check_copied(passage, passage.origin, article, book)
    elif isinstance(passage.origin, Edited):
        from seo_fr.check.edited import check_edited

        return check_edited(passage, article, book)
    else:
        reasons = check_templated(passage, passage.origin, article, book, glossary)
    reasons = (*reasons, *standing_reasons(passage, article, book), *cut_reasons(passage, article, book))
    return tuple(_finding(reason, passage) for reason in dict.fromkeys(reasons))


def _slug(passage: Passage, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    reading = read_article(article, book)
    parts = {part for item in reading.folds for part in re.split(r"[-']", item)} | {fold(item) for item in reading.folds}
    return tuple(
        _finding(Reason("mot", f"« {word} » n’est pas dans la source.", word), passage)
        for word in passage.text.split("-")
        if word and fold(word) not in parts and stem(word) not in reading.stems
    )


def _body_findings(page: Page, article: Article) -> tuple[Finding, ...]:
    found: list[Finding] = []
    spans: list[tuple[Span, Passage]] = []
    for block in page.blocks:
        for passage in block.passages:
            if passage.role in BODY and isinstance(passage.origin, Copied):
                spans.append((passage.origin.span, passage))
        if block.heading is not None and isinstance(block.heading.origin, Copied) and any(p.kind == "heading" and p.span == block.heading.origin.span for p in article.paragraphs):
            spans.append((block.heading.origin.span, block.heading))
    ordered = sorted(spans, key=lambda item: (item[0].start, item[0].end))
    body = [item for item in spans if item[1].role in BODY]
    last = -1
    for span, passage in body:
        if span.start < last:
            found.append(Finding("fidelite-ordre", "error", passage.id, "Le corps n’est pas dans l’ordre de la source.", passage.text[:80]))
        last = max(last, span.start)
    for number, paragraph in enumerate(article.paragraphs):
        at = paragraph.span.start
        for span, _ in ordered:
            if span.start <= at < span.end or (span.start <= paragraph.span.end and span.start >= at and not re.search(r"\w", article.text[at : span.start])):
                at = max(at, min(span.end, paragraph.span.end))
        missing = article.text[at : paragraph.span.end]
        if re.search(r"\w", missing):
            found.append(Finding("fidelite-corps", "error", f"paragraphe {number + 1}", "Un passage de la source manque dans le corps de la page.", "", missing[:120]))
    for (one, passage), (other, _) in pairwise(ordered):
        if one.overlaps(other):
            found.append(Finding("fidelite-corps", "error", passage.id, "Le corps donne deux fois le même passage de la source.", passage.text[:80]))
    return tuple(found)


def count_words(page: Page) -> int:
    """Return the words of the page, headings included, metadata not: a word is a run of non-space with a letter or a digit."""
    texts = [page.h1.text]
    for block in page.blocks:
        if block.heading is not None:
            texts.append(block.heading.text)
        texts.extend(passage.text for passage in block.passages)
    return sum(1 for text in texts for item in text.split() if any(char.isalnum() for char in item))


def _passages(page: Page) -> tuple[Passage, ...]:
    found = [page.title_tag, page.h1, page.description, page.slug]
    for block in page.blocks:
        if block.heading is not None:
            found.append(block.heading)
        found.extend(block.passages)
    return tuple(found)


def check_page(page: Page, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Finding, ...]:
    """Return what is unfaithful in ``page``: every passage's findings, then those of the whole.

    The whole: body complete, in order, once; word count true; no fact more than twice around the body; nobody meant in a block who is not named in it.
    """
    found: list[Finding] = []
    known = lexicon(book)
    for passage in _passages(page):
        if passage.role == "slug":
            titles = frozenset(fold(part) for text in (page.title_tag.text, page.h1.text) for part in re.split(r"[\W_]+", text))
            found.extend(finding for finding in _slug(passage, article, book) if fold(finding.actual) not in titles)
        else:
            found.extend(check_passage(passage, article, book, glossary))
    found.extend(_body_findings(page, article))
    count = count_words(page)
    if page.word_count not in (count, count - sum(1 for item in page.h1.text.split() if any(char.isalnum() for char in item))):
        found.append(Finding("fidelite-longueur", "error", "page", "Le nombre de mots annoncé n’est pas le vrai.", str(page.word_count), str(count)))
    told: dict[int, int] = {}
    for block in page.blocks:
        boxed: set[int] = set()
        for passage in block.passages:
            if passage.role in BODY or passage.role in HEADINGS:
                continue
            for fact in passage.facts:
                if fact in boxed:
                    continue  # the entries of a fact box tell a clause once more together
                if block.kind == "brief":
                    boxed.add(fact)
                told[fact] = told.get(fact, 0) + 1
                if told[fact] == 3:
                    found.append(Finding("fidelite-redite", "error", passage.id, "Ce fait est dit plus de deux fois autour du corps.", passage.text[:120]))
    found.extend(standing_findings(page, article, book))
    found.extend(outcome_findings(page, article, book))
    found.extend(dangling_findings(page, article, book))
    for block in page.blocks:
        lone = block.heading if block.kind == "qa" and block.heading is not None and block.heading.text.endswith("?") else None
        found.extend(_block_anaphors(block.passages, known, book, lone))
        found.extend(_taken_up(block.passages, article, book))
    return tuple(found)


def _block_anaphors(passages: tuple[Passage, ...], known: Lexicon, book: Rulebook, lone: Passage | None = None) -> tuple[Finding, ...]:
    """``lone``: the question that heads the block, where it has but one."""
    found: list[Finding] = []
    before = lone is not None
    asked = lone
    for passage in passages:
        if passage.role in BODY:
            before = True
            continue
        if passage.role == "question":
            asked, before = passage, True
            continue
        if passage.role in _ALONE:
            continue
        if passage.role == "answer" and isinstance(passage.origin, Templated):
            found.extend(_finding(reason, passage) for reason in _asked_of(passage.origin, asked))
        if not before:
            page = read_sentence(passage.text, book)
            found.extend(_finding(reason, passage) for reason in _anaphors(page, known))
        before = True
    return tuple(found)


def _asked_of(origin: Templated, question: Passage | None) -> tuple[Reason, ...]:
    """The subject that an answer's pronoun stands for must be named in its question."""
    if origin.template.startswith("answer/objet/"):
        asks = plain(question.text) if question is not None else ""
        named = next((slot for slot in question.origin.slots if slot.name in ("sujet", "proposition")), None) if question is not None and isinstance(question.origin, Templated) else None
        if named is None or not asks.endswith("?"):
            return (Reason("attribution", "La réponse n’est faite que d’un objet ; la question doit dire qui le demande, le craint ou le dit.", asks[:60]),)
        if named.name == "proposition" and not any(a.source and b.source and abs(a.source[0].start - b.source[0].start) < 400 for a in (named,) for b in origin.slots):
            return (Reason("attribution", "La réponse n’est pas de la proposition que la question demande.", asks[:60]),)
        return ()
    subject = next((slot for slot in origin.slots if slot.name == "sujet"), None)
    if subject is None or not origin.template.startswith(("answer/pronom", "answer/oui", "answer/non", "answer/citation")):
        return ()
    if question is None or plain(subject.text).lower() not in plain(question.text).lower():
        return (Reason("anaphore", f"La question ne nomme pas « {subject.text} », que reprend le pronom de la réponse.", subject.text),)
    return ()
