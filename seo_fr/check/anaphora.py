"""The second reader's view of a pronoun, possessive or demonstrative that gave way to what it means.

It reads the article's words alone: agreement, that what is put stands in the source near before, and that nobody else of that gender is named from there on. It can refuse
what the resolver was sure of; it proposes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.check.compare import Reason
from seo_fr.check.reading import ArticleReading, Lexicon, Word, flat, fold, lexicon, read_article, read_words
from seo_fr.model import Article, Edit
from seo_fr.rulebook import Rulebook

REACH = 6  # sentences

_PRONOUNS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p"), "celui-ci": ("m", "s"), "celle-ci": ("f", "s"), "ceux-ci": ("m", "p"), "celles-ci": ("f", "p"),
             **{fold(words): grammar for words, grammar in (("ce dernier", ("m", "s")), ("cette dernière", ("f", "s")), ("ces derniers", ("m", "p")), ("ces dernières", ("f", "p")))}}  # fmt: skip
_POSSESSIVES = {"son": ("le", "l", "la"), "sa": ("la", "l"), "ses": ("les",), "leur": ("le", "la", "l"), "leurs": ("les",)}
_DEMONSTRATIVES = {"ce": ("le", "l"), "cet": ("l",), "cette": ("la", "l"), "ces": ("les",)}
_ELIDED = {"qu": "que", "lorsqu": "lorsque", "puisqu": "puisque", "quoiqu": "quoique", "s": "si", "d": "de"}
_MERGED = {"du": ("de", "le "), "des": ("de", "les "), "au": ("à", "le "), "aux": ("à", "les ")}


def _refused(message: str, edit: Edit, before: str) -> tuple[Reason, ...]:
    return (Reason("reference", message, edit.after, before),)


def anaphor_reasons(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...] | None:
    """Return why the edit does not say what is meant, nothing where it does; None where the edit is of another sort."""
    known, reading = lexicon(book), read_article(article, book)
    before, after = edit.span.of(article.text), edit.after
    if not before.strip():
        name = after.strip()
        spoken = re.search(r"[-‑](?:t[-‑])?(il|elle|ils|elles)\s+(?:[\w’'-]+\s*){0,4}$", article.text[max(0, edit.span.start - 60) : edit.span.start])
        office = re.search(r"(?<![\w-])(?:(le|la) |l['’])(\w[\w-]*)$", article.text[max(0, edit.span.start - 40) : edit.span.start], re.IGNORECASE)
        if name and spoken is None and office is not None and after.startswith(" "):
            return _office(edit, article, book, known, reading, (office.group(1) or "").lower(), office.group(2), name)
        if not name or spoken is None or not after.startswith(" "):
            return None
        return _pronoun(edit, article, book, known, reading, spoken.group(1), name, spoken.group(1))
    inverted = re.fullmatch(r"[-‑](?:t[-‑])?(il|elle|ils|elles)", before)
    if inverted is not None:
        if not after:
            return ()  # the name that comes after the participle is an edit of its own
        return _pronoun(edit, article, book, known, reading, inverted.group(1), after.strip(), before)
    stripped = without_preposition(before, after)
    if stripped is None:
        return None
    short, full = stripped
    words = [word.key for word in read_words(short) if word.kind != "p"]
    key = " ".join(fold(part) for part in short.split())
    if key in _PRONOUNS or len(words) == 1 and words[0] in _PRONOUNS:
        return _pronoun(edit, article, book, known, reading, key if key in _PRONOUNS else words[0], full, before)
    if re.fullmatch(rf"(?:son|sa|leur) (?:[a-zà-ÿ-]+ ){{1,3}}{re.escape(full)}", short, re.IGNORECASE) and " " in full and all(part[:1].isupper() for part in full.split()):
        return ()  # « Son compère Paul Morel » → « Paul Morel »
    if len(words) > 1 and words[0] in _POSSESSIVES and "," not in short:
        return _possessive(edit, article, book, known, reading, words, short, full, before)
    if len(words) > 1 and words[0] in _DEMONSTRATIVES:
        return _demonstrative(edit, article, book, reading, words, full, before)
    return None


def _office(edit: Edit, article: Article, book: Rulebook, known: Lexicon, reading: ArticleReading, det: str, noun: str, name: str) -> tuple[Reason, ...]:
    """« la maire » → « la maire Jeanne Morel »: the article gives her that office beside her name, and nobody else."""
    beside = r"(?:(?![A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý])[^.;:«»\n]){0,70}?"  # with nobody else's name between
    last, called = re.escape(name), rf"(?<![\w-])(?i:{re.escape(noun)})(?![\w-])"
    if not re.search(rf"{called}{beside}{last}(?![\w-])|{last}, {beside}{called}", article.text):
        if not _spoken_by(edit, article, book, noun):
            return _refused(f"La source ne dit pas « {noun} » de « {name} ».", edit, f"{det} {noun}")
        sex = {"le": "m", "la": "f"}.get(det, "")
        return _near(edit, article, book, known, reading, name, sex, f"{det} {noun}", person_rivals=True)
    firsts = {other[1].split()[0]: gender for other, gender in _people(article, book)}
    if det and firsts.get(name.split()[0], "") not in ("", {"le": "m", "la": "f"}[det]):
        return _refused(f"« {name} » ne s’accorde pas avec « {det} {noun} ».", edit, f"{det} {noun}")
    return _near(edit, article, book, known, reading, name, "", f"{det} {noun}", person_rivals=False)


def _spoken_by(edit: Edit, article: Article, book: Rulebook, noun: str) -> bool:
    """Whether the noun names a person by trade or role, behind a quotation and its verb: « …», a insisté la magistrate »."""
    persons = {str(word) for rule in book.of_kind("reference-words") if rule.data["role"] == "person" for word in rule.data["words"]}
    return noun.lower() in persons and re.search(r"[»”\"],? [^.;:«»\n]{2,40}$", article.text[max(0, edit.span.start - 70) : edit.span.start]) is not None


def without_preposition(before: str, after: str) -> tuple[str, str] | None:
    """Return both texts without the « que », « de » or « à » they begin with, in whatever form; as they are where there is none; None where only one has it."""
    found = re.match(r"(?:(qu|lorsqu|puisqu|quoiqu|s|d)['’]|(de|à|que|lorsque|puisque|quoique)\s+)(?=\w)", before, re.IGNORECASE)
    if found is None:
        return before, after
    word = _ELIDED[found.group(1).lower()] if found.group(1) else found.group(2).lower()
    rest = before[found.end() :]
    other = re.match(r"(\w+)(?:['’]|\s+)(?=\S)", after)
    if other is None:
        return None
    head, tail = other.group(1).lower(), after[other.end() :]
    if _ELIDED.get(head, head) == word:
        return rest, tail
    if head in _MERGED and _MERGED[head][0] == word:
        return rest, _MERGED[head][1] + tail
    return None


def _content(words: tuple[Word, ...], known: Lexicon) -> list[Word]:
    return [word for word in words if word.kind == "w" and known.content(word)]


def _contains(article: Article, phrase: str, stop: int | None = None) -> bool:
    text = _flat(article.text if stop is None else article.text[:stop])
    return re.search(rf"(?<![\w-]){re.escape(_flat(phrase))}(?![\w-])", text) is not None


def _flat(text: str) -> str:
    return flat(text).lower()


def _bare(phrase: str) -> str:
    return re.sub(r"^(?:(?:le|la|les) |l['’])", "", phrase.strip(), flags=re.IGNORECASE)


def _pronoun(edit: Edit, article: Article, book: Rulebook, known: Lexicon, reading: ArticleReading, pronoun: str, full: str, before: str) -> tuple[Reason, ...]:
    gender, number = _PRONOUNS[pronoun]
    first = fold(full.split()[0].split("’")[0].split("'")[0]) if full.split() else ""
    elided = re.match(r"l['’]", full, re.IGNORECASE) is not None
    for word in read_words(full):
        if word.kind == "w" and known.content(word) and word.fold not in reading.folds:
            return _refused(f"« {full} » n’est pas dans la source.", edit, before)
    if not _contains(article, _bare(full)):
        return _refused(f"« {full} » n’est pas un nom que la source donne sous cette forme.", edit, before)
    article_ = "l" if elided else first if first in ("le", "la", "les") and full[:1].islower() or first in ("le", "la", "les") and (not full.split()[-1][:1].isupper() or full.split()[1][:1].islower()) else ""
    wrong = (article_ == "le" and (gender, number) != ("m", "s")) or (article_ == "la" and (gender, number) != ("f", "s")) or (article_ == "les" and number != "p") or (article_ in ("l", "") and number == "p")
    if wrong:
        return _refused(f"« {full} » ne s’accorde pas avec « {before} ».", edit, before)
    return _near(edit, article, book, known, reading, full, gender if number == "s" else "", before, person_rivals=number == "s" and _is_person(full, book))


def _near(edit: Edit, article: Article, book: Rulebook, known: Lexicon, reading: ArticleReading, full: str, gender: str, before: str, *, person_rivals: bool) -> tuple[Reason, ...]:
    """What is put must be named near before, and where it is a person nobody else of that gender from there on."""
    here = next((s for s in reading.sentences if s.span.start <= edit.span.start < s.span.end or s.span.end == edit.span.start), None)
    if here is None:
        return _refused("Édition hors des phrases.", edit, before)
    words = read_words(_bare(full))
    names = [word.fold for word in words if word.kind == "w" and word.capital]
    common = _bare(full)[:1].islower()  # « le groupe norlandais Alpha »: its noun tells
    pool = names[-1:] if person_rivals and names else [] if common else names
    pool = pool or [word.fold for word in _content(words, known)][:1]
    last = None
    for sentence in reversed(reading.sentences):
        if sentence.index > here.index or here.index - sentence.index > REACH or sentence.paragraph < 0:
            continue
        folds = {part for word in sentence.words if word.end <= edit.span.start for part in (word.fold, *word.fold.split("-"))}
        if any(item in folds or any(part in folds for part in item.split("-") if len(part) > 3) for item in pool) or (common or not names) and any(_alike(item, other) for item in pool for other in folds):
            last = sentence
            break
    if last is None:
        return _refused(f"Rien près de là ne nomme « {full} ».", edit, before)
    if not person_rivals:
        return ()
    own = _first_gender(full, book)
    if own and gender and own != gender:
        return _refused(f"« {full} » ne s’accorde pas avec « {before} ».", edit, before)
    mine = {fold(part) for part in re.split(r"[\s-]+", full)}
    for name, sex in _people(article, book):
        if not last.span.start <= name[0] < edit.span.start or gender and sex and sex != gender:
            continue
        if fold(name[1].split()[-1]) in mine or fold(name[1].split()[-1].split("-")[0]) in mine or _quoted(article.text, name[0]):
            continue
        return _refused(f"« {before} » peut aussi être « {name[1]} ».", edit, before)
    return ()


def _alike(one: str, other: str) -> bool:
    return one.rstrip("sx") == other.rstrip("sx")


def _quoted(text: str, at: int) -> bool:
    opened, closed = text.rfind("«", 0, at), text.rfind("»", 0, at)
    return opened > closed


@lru_cache(maxsize=8)
def _first_names(book: Rulebook) -> dict[str, str]:
    found: dict[str, str] = {}
    for rule in book.of_kind("first-names"):
        for name in rule.data["names"]:
            found[str(name)] = str(rule.data["gender"]) if found.get(str(name), str(rule.data["gender"])) == str(rule.data["gender"]) else ""
    return found


def _first_gender(full: str, book: Rulebook) -> str:
    return _first_names(book).get(full.split()[0], "") if full.split() else ""


def _is_person(full: str, book: Rulebook) -> bool:
    parts = full.split()
    return len(parts) > 1 and (parts[0] in _first_names(book) or all(part[:1].isupper() or part in ("de", "du", "van", "von", "der", "den", "al", "el", "ben", "bin") for part in parts))


@lru_cache(maxsize=4)
def _people(article: Article, book: Rulebook) -> tuple[tuple[tuple[int, str], str], ...]:
    """The full names of the article that begin with a known first name, where they stand, with its gender."""
    firsts = _first_names(book)
    found = []
    for match in re.finditer(r"\b([A-ZÀ-Ý][\w’'-]+)((?: (?:de |du |van |von |der |den |al-|el-|ben |bin |Le |La )*[A-ZÀ-Ý][\w’'-]+)+)", article.text):
        if match.group(1) in firsts:
            found.append(((match.start(), match.group()), firsts[match.group(1)]))
    for match in re.finditer(r"\b(M\.|Mme|MM\.|Mmes|Mlle) ([A-ZÀ-Ý][\w’'-]+)", article.text):
        found.append(((match.start(), match.group()), "m" if match.group(1).startswith(("M.", "MM")) else "f"))
    return tuple(found)


def _possessive(edit: Edit, article: Article, book: Rulebook, known: Lexicon, reading: ArticleReading, words: list[str], short: str, full: str, before: str) -> tuple[Reason, ...]:
    """« son avocat » → « l’avocat de Jean Morel »: the same noun, the article that goes with it, and a possessor who alone is near."""
    body = re.sub(r"^\w+\s+", "", short)
    found = re.fullmatch(rf"(le |la |les |l['’]){re.escape(body)} (?:(de |du |des |d['’])(l['’]|la )?)(.+)", full, re.IGNORECASE)
    if found is None:
        return _refused(f"« {full} » n’est pas « {before} » avec son possesseur.", edit, before)
    if found.group(1).strip(" ’'").lower() not in _POSSESSIVES[words[0]]:
        return _refused(f"« {full} » ne s’accorde pas avec « {before} ».", edit, before)
    owner = found.group(4)
    if not _contains(article, _bare(owner)):
        return _refused(f"« {owner} » n’est pas un nom que la source donne sous cette forme.", edit, before)
    return _near(edit, article, book, known, reading, owner, "", before, person_rivals=_is_person(owner, book))


def _said_before(article: Article, words: list[str], stop: int) -> bool:
    return all(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", _flat(article.text[:stop])) is not None for word in words)


_AT_ANOTHER_TIME = re.compile(r"\b(?:19|20)\d\d\b|\bl['’]an(?:née)? (?:derni|pass|précéd)|\bprécédente?s?\b|\b(?:un|une) autre\b", re.IGNORECASE)


def _told_as_news(article: Article, reading: ArticleReading, noun: str, at: int, book: Rulebook) -> bool:
    """Whether the title or the first sentence has a word of the noun's own sort of event (« drame »: « mort », « collision »), and the sentence before tells of no other time."""
    groups = [frozenset(fold(str(word)) for word in rule.data["words"]) for rule in book.of_kind("standing-words") if rule.data["role"] == "same-event"]
    kin = frozenset(word for group in groups if fold(noun) in group for word in group)
    body = [s for s in reading.sentences if s.paragraph >= 0]
    here = next((i for i, s in enumerate(body) if s.span.start <= at < s.span.end), 0)
    if not kin or not here or any(_AT_ANOTHER_TIME.search(s.span.of(article.text)) for s in body[max(1, here - 1) : here + 1]):
        return False
    title = article.title.of(article.text) if article.title is not None else ""
    return any(word.fold in kin for text in (title, body[0].span.of(article.text)) for word in read_words(text))


def _demonstrative(edit: Edit, article: Article, book: Rulebook, reading: ArticleReading, words: list[str], full: str, before: str) -> tuple[Reason, ...] | None:
    """« cette mesure » → « la mesure du conseil »: the same noun with a complement that it alone has before, near."""
    new = [word.key for word in read_words(full) if word.kind != "p"]
    if new[1:] == words[1:] and new and new[0] in _DEMONSTRATIVES[words[0]] and _said_before(article, new[1:], edit.span.start):
        return ()  # « ce phénomène » → « le phénomène », of which the article has spoken
    if len(words) == 2 and new[1:] == words[1:] and new[0] in _DEMONSTRATIVES[words[0]] and _told_as_news(article, reading, words[1], edit.span.start, book):
        return ()  # « ce drame » → « le drame », which the title or the first sentence tells of
    if len(new) < 3 or new[1] != words[1]:
        return None if len(words) > 2 or len(new) < 3 else _refused(f"« {full} » n’est pas « {before} ».", edit, before)
    if new[0] not in _DEMONSTRATIVES[words[0]]:
        return _refused(f"« {full} » ne s’accorde pas avec « {before} ».", edit, before)
    if new[1 : len(words)] != words[1:]:
        return _refused(f"« {full} » n’est pas « {before} ».", edit, before)
    phrase = _bare(full)
    if not _contains(article, phrase, edit.span.start):
        return _refused(f"« {full} » n’est pas dans la source avant « {before} ».", edit, before)
    text = _flat(article.text[: edit.span.start])
    at = text.rfind(_flat(phrase))
    if sum(1 for s in reading.sentences if at < s.span.end <= edit.span.start) > 4:
        return _refused(f"« {full} » est trop loin avant « {before} ».", edit, before)
    for match in re.finditer(rf"(?<![\w-])(?:un|une|le|la|l'|les|des|du|aux?) ?{re.escape(words[1])} ((?:de |du |des |d')\S+)", text):
        if not _flat(phrase).startswith(f"{words[1]} {match.group(1)}"[: len(_flat(phrase))]):
            return _refused(f"« {before} » peut aussi être « {match.group()} ».", edit, before)
    return ()
