"""Forms that are never good French in a written passage: what LanguageTool lets through and a template may still make.

Cheap, deterministic, with no server: a list of patterns and a few word lists (``rules/formes-impossibles.yaml``). It is a second opinion on
:mod:`seo_fr.french` and shares no code with it: words whose elision or number is not known for certain are let through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from seo_fr.check.grammar import Match
from seo_fr.french.words import plain
from seo_fr.rulebook import Rule, Rulebook

Finder = Callable[[str], Iterator[tuple[int, int, str]]]

_VOWEL = "aeiouàâäéèêëîïôöùûüœæAEIOUÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ"
CATEGORY = "FORMES"


def malformed(text: str, book: Rulebook | None = None) -> tuple[Match, ...]:
    """Return what is impossible in ``text``, by offset (code points); ``Match.rule`` is the id of the rule that says so."""
    if book is None:
        from seo_fr.rulebook import load

        book = load()
    flat = plain(text)  # one character for one: offsets hold
    found = [
        Match(start, end - start, rule_id, CATEGORY, f"« {text[start:end].strip()} » : {message}.")
        for rule_id, find in _finders(book)
        for start, end, message in find(flat)
    ]
    return tuple(sorted(set(found)))


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether ``rule`` finds something in ``text``: runs the rule's examples."""
    return any(match.rule == rule.id for match in malformed(text, book))


@lru_cache(maxsize=8)
def _finders(book: Rulebook) -> tuple[tuple[str, Finder], ...]:
    found = [(rule.id, make(rule)) for kind, make in _MAKERS for rule in book.of_kind(kind)]
    found += [(rule.id, _country_prepositions(rule)(book)) for rule in book.of_kind("country-prepositions")]
    return tuple(found)


def _words(rule: Rule, key: str) -> frozenset[str]:
    value = rule.data[key]
    return frozenset(value.split() if isinstance(value, str) else value)


# --------------------------------------------------------------------------------------------------------------------- patterns and marks


def _malformed(rule: Rule) -> Finder:
    patterns = tuple(re.compile(pattern) for pattern in rule.data["patterns"])
    unless = tuple(re.compile(pattern) for pattern in rule.data.get("unless", ()))
    message = rule.data["message"]

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for pattern in patterns:
            for hit in pattern.finditer(text):
                if not any(spared.match(text, hit.start()) for spared in unless):
                    yield hit.start(), hit.end(), message

    return find


def _repeated_words(rule: Rule) -> Finder:
    allowed = _words(rule, "allowed")
    pattern = re.compile(r"(?<![\w'-])([^\W\d_]+) (\1)(?![\w'-])", re.IGNORECASE)

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for hit in pattern.finditer(text):
            first, second = hit.group(1), hit.group(2)
            name = second[0].isupper() and len(second) > 3
            if first == "de" and re.match(r" [A-ZÀÂÉÈÊÎÔÛÇ]", text[hit.end() :]):
                continue  # « ministre de de Gaulle »
            if first.lower() not in allowed and not name:
                yield hit.start(), hit.end(), "mot répété"

    return find


def _balanced_marks(rule: Rule) -> Finder:
    pairs = tuple(pair.split() for pair in rule.data["pairs"])
    closing = {close: open_ for open_, close in pairs}
    opening = frozenset(open_ for open_, _close in pairs)

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        stack: list[tuple[str, int]] = []
        for position, character in enumerate(text):
            if character in opening:
                stack.append((character, position))
            elif character in closing:
                if stack and stack[-1][0] == closing[character]:
                    stack.pop()
                elif character != ")" or not re.search(r"(?:^|\s)\w{1,2}$", text[:position]):  # « 1) d’abord »
                    yield position, position + 1, "signe fermé sans avoir été ouvert"
        for _character, position in stack:
            yield position, position + 1, "signe ouvert et jamais fermé"
        if text.count('"') % 2:
            position = text.rindex('"')
            yield position, position + 1, "guillemet sans son pareil"

    return find


# --------------------------------------------------------------------------------------------------------------------- elision


def _not_elided(rule: Rule) -> Finder:
    mute, aspirated, disjoined, after_ce = (_words(rule, key) for key in ("mute-h", "aspirated-h", "disjoined", "after-ce"))
    before = re.compile(
        r"(?<![\w'-])(?P<left>[LlDd]e|[Ll]a|[Qq]ue|[Jj]e|[mts]e|[SN]e|ne|[Jj]usque|[Ll]orsque|[Pp]uisque|[Qq]uoique|[Cc]e|(?:[Pp]arce|[Aa]lors|[Tt]andis|[Aa]fin) que) (?P<word>[^\W\d_]+)(?P<rest>['-]?)"
    )
    si = re.compile(r"(?<![\w'-])[Ss]i ils?(?![\w'-])")
    elided = re.compile(r"(?<![\w'-])(?P<left>[LlDdJjMmTtSsNn]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Cc])'(?P<word>[^\W\d_]+)(?P<hyphen>-?)")

    def must_elide(word: str) -> bool:
        if (len(word) == 1 and word not in "yà") or word in disjoined or word.lower() in disjoined:
            return False
        if word[0] in "hH":
            return word in mute or (word[0] == "H" and word.isupper() is False and word.lower() in mute)
        if re.match(r"[Ii][aeouéï]|[Oo]u[aeiïéè]", word) and word.lower() not in ("ouest", "iode"):
            return False  # semi-vowels: usage hesitates (« de Ouagadougou », « de Ioulia »)
        return word[0] in _VOWEL or word == "y"

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for hit in before.finditer(text):
            left, word = hit.group("left"), hit.group("word")
            low = left.lower()
            if not must_elide(word) and not (low in ("je", "ne", "se", "me", "te") and word in ("a", "à")):
                continue
            if low == "ce" and (word in after_ce or word in ("à", "y") or hit.group("rest") == "'"):
                continue
            if low in ("la", "le") and word == "à":
                continue
            capital_inside = left[0].isupper() and word[0].isupper() and hit.start() > 0 and not re.search(r"(?:[.!?:…»«\"] ?|^)$", text[: hit.start()])
            if low == "de" and word[0].isupper() and re.search(r"(?<=.)[^\W\d_a-zàâäéèêëîïôöùûüçœæ][^\W\d_]+ $", text[: hit.start()]):
                continue  # « Supercopa de España », « Real Unión de Irún »
            if capital_inside:
                continue  # a foreign name: « Robert De Angelis », « Rio La Imperial »
            yield hit.start(), hit.end("word"), "élision oubliée" if low != "ce" else "« cet » ou « c’ » devant voyelle"
        for hit in si.finditer(text):
            yield hit.start(), hit.end(), "« si » s’élide devant « il »"
        for hit in elided.finditer(text):
            left, word = hit.group("left"), hit.group("word")
            if word[0] in _VOWEL or word[0] in "yYœŒ" or word in mute:
                if word.lower() in ("onze", "onzième", "ouistiti", "yaourt") and left.lower() in ("l", "d", "qu"):
                    yield hit.start(), hit.end("word"), "pas d’élision devant ce mot"
                continue
            if word[0] in "hH":
                if word in aspirated or word.lower() in aspirated:
                    yield hit.start(), hit.end("word"), "pas d’élision devant un h aspiré"
                continue
            acronym = word.isupper() or (len(word) > 1 and word[1].isupper())
            if not acronym and not (left[0].isupper() and word[0].isupper()) and not (word[0].isupper() and left in ("d", "n", "m")):
                yield hit.start(), hit.end("word"), "élision devant une consonne"

    return find


# --------------------------------------------------------------------------------------------------------------------- countries


def _country_prepositions(rule: Rule) -> Callable[[Rulebook], Finder]:
    """« en Japon », « au France », « à États-Unis », « Iran a nié »: the article of a country decides."""
    verbs = "|".join(sorted(_words(rule, "verbs")))

    def bind(book: Rulebook) -> Finder:
        articles: dict[str, tuple[str, str]] = {}
        doubtful: set[str] = set()
        for place in book.of_kind("toponyms"):
            if place.data["entity"] == "country" and place.data["article"]:
                for name in place.data["names"]:
                    entry = (place.data["article"].replace("’", "'"), place.data["preposition"])
                    if articles.setdefault(name, entry) != entry:
                        doubtful.add(name)
        names = {name: entry for name, entry in articles.items() if name not in doubtful and name not in rule.data["spared"]}
        one_of = "|".join(re.escape(name.replace("’", "'")) for name in sorted(names, key=lambda name: (-len(name), name)))
        placed = re.compile(rf"(?<![\w'-])(?P<prep>[Ee]n|[Aa]ux?|[Àà]) (?P<name>{one_of})(?![\w'-]| [A-ZÀÂÉÈÊÎÔÛÇ\d])")
        bare = re.compile(rf"(?:^|(?<=[.!?:] )|(?<=« ))(?P<name>{one_of}) (?:n'|ne |se |s')?(?:{verbs})(?![\w'-])")

        def find(text: str) -> Iterator[tuple[int, int, str]]:
            for hit in placed.finditer(text):
                expected = names[hit.group("name")][1]
                if hit.group("prep").lower() != expected:
                    yield hit.start(), hit.end(), f"on dit « {expected} {hit.group('name')} »"
            for hit in bare.finditer(text):
                yield hit.start(), hit.end(), "article attendu devant ce nom de pays"

        return find

    return bind


# --------------------------------------------------------------------------------------------------------------------- contraction


def _not_contracted(rule: Rule) -> Finder:
    nouns = _words(rule, "not-infinitives")
    endings = re.compile(rule.data["infinitives-re"])
    pattern = re.compile(r"(?<![\w'-])(?:[Dd]e|[Àà]) les? (?P<next>[^\W\d_]+|\d)")

    def infinitive(word: str) -> bool:
        return word not in nouns and (word.endswith(("er", "ir", "oir")) or bool(endings.search(word)))

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for hit in pattern.finditer(text):
            word = hit.group("next")
            if word in ("lui", "leur", "y", "en") or infinitive(word) or word in ("bien", "mal", "mieux", "trop", "plus", "moins", "tout", "tous", "toutes", "rien"):
                follows = re.match(r" ([^\W\d_]+)", text[hit.end() :])
                adverb = word in ("bien", "mal", "mieux", "trop", "plus", "moins", "tout", "tous", "toutes", "rien")
                if not adverb or (follows and infinitive(follows.group(1))):
                    continue
            yield hit.start(), hit.end("next"), "« de » et « à » se contractent avec « le, les »"

    return find


# --------------------------------------------------------------------------------------------------------------------- number and gender

_PLURAL = re.compile(r"(?<![\w'-])(?P<det>[Dd]es|[Cc]es|[Mm]es|[Tt]es|[Ss]es|[Nn]os|[Vv]os|[Ll]eurs|[Aa]ux|[Qq]uelques|(?P<alone>[Pp]lusieurs|[Cc]ertaine?s)) (?P<noun>[a-zàâäéèêëîïôöùûüçœæ]+)(?![\w'-])")
_COUNT = re.compile(
    r"(?<![\w',.-])(?:[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix|[Oo]nze|[Dd]ouze|[Qq]uinze|[Vv]ingt|[Tt]rente|[Cc]inquante|[Cc]ent|[Mm]ille"
    r"|(?!0\b|1\b)\d{1,3}(?: \d{3})*|\d{2,}) (?P<noun>[a-zàâéèêîôûçœ]+)(?![\w'-])"
)
_SINGULAR = re.compile(
    r"(?<![\w'-])(?P<det>[Uu]n|[Uu]ne|[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Cc]e|[Cc]et|[Cc]ette|[Ss]on|[Ss]a|[Ll]eur|[Cc]haque|[Aa]ucune?|[Nn]otre|[Vv]otre) (?P<noun>[a-zàâéèêîôûçœ]+)(?![\w'-])"
)
_MASCULINE = frozenset(["un", "le", "du", "au", "ce", "cet", "aucun"])
_FEMININE = frozenset(["une", "la", "cette", "sa", "aucune"])
_AFTER_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZÀÂÉÈÊÎÔÛÇ][^\W\d_]+ $")  # « France 24 victime d’une panne »
_COUNTED_FROM = re.compile(r"(?:[Ll]e|[Ll]a|[Nn]°|[Nn]uméro|[Aa]rticle|[Cc]hapitre|[Pp]age|[Rr]oute|[Gg]roupe|[Vv]ersion|[Ll]igne) $")


def _number_conflict(rule: Rule) -> Finder:
    spared = _words(rule, "after-plural")
    masculine, feminine, ambiguous = (frozenset(_lemmas(_words(rule, key))) for key in ("nouns-m", "nouns-f", "ambiguous"))
    known = masculine | feminine
    counted = frozenset(noun for noun in known if not noun.endswith(("s", "x", "z")))
    plurals = frozenset(_plural(noun) for noun in counted)

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for hit in _PLURAL.finditer(text):
            noun = hit.group("noun")
            if hit.group("alone") and (noun not in counted or noun in ambiguous):
                continue  # « certains essaient »
            if len(noun) > 1 and noun[-1] not in "sxz" and noun not in spared and not (noun.endswith("ment") and noun not in known):
                yield hit.start(), hit.end(), "pluriel attendu après ce déterminant"
        for hit in _COUNT.finditer(text):
            if hit.group("noun") in counted and not _AFTER_NAME.search(text[: hit.start()]) and not _COUNTED_FROM.search(text[: hit.start()]):
                yield hit.start(), hit.end(), "pluriel attendu après ce nombre"
        for hit in _SINGULAR.finditer(text):
            determiner, noun = hit.group("det").lower(), hit.group("noun")
            pronoun = determiner in ("le", "la", "leur")  # « il la mesure », « il leur rapporte »
            if noun in plurals and not (pronoun and noun in ambiguous):
                yield hit.start(), hit.end(), "singulier attendu après ce déterminant"
            if noun in known and not (pronoun and noun in ambiguous):
                if determiner in _MASCULINE and noun in feminine and noun not in masculine:
                    yield hit.start(), hit.end(), "féminin attendu devant ce nom"
                if determiner in _FEMININE and noun in masculine and noun not in feminine and noun not in ambiguous:
                    yield hit.start(), hit.end(), "masculin attendu devant ce nom"

    return find


def _lemmas(words: frozenset[str]) -> Iterator[str]:
    return (word for word in sorted(words) if not word.endswith("-x"))


def _plural(noun: str) -> str:
    return noun[:-2] + "aux" if noun.endswith("al") else noun + ("x" if noun.endswith(("eau", "au", "eu")) else "s")


_MAKERS: tuple[tuple[str, Callable[[Rule], Finder]], ...] = (
    ("malformed", _malformed),
    ("repeated-words", _repeated_words),
    ("balanced-marks", _balanced_marks),
    ("not-elided", _not_elided),
    ("not-contracted", _not_contracted),
    ("number-conflict", _number_conflict),
)
