"""Where names may stand: those that a rule lists or a title, a mark or an acronym shows, and the pipeline's, with their bounds mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from seo_fr.analyse.name_bounds import name_end, portfolio
from seo_fr.analyse.name_reader import ACRONYM, ARTICLES, LINKS, ROMAN, SMALL_WORDS, NamePlace, NameReader, head_at, initials_of
from seo_fr.french.lexicon import is_adjective, participle_readings
from seo_fr.french.words import unaccented
from seo_fr.model import EntityKind

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed


_LABELS: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


def listed_names(reader: NameReader) -> Iterator[NamePlace]:
    """Names that a rule lists."""
    position = 0
    for match in re.finditer(r"(?<![\w-])[^\W\d_][\w]*", reader.text):
        if match.start() < position or (not match.group()[0].isupper() and match.group() not in {"eBay"}):
            continue
        name = reader.lex.known_at(reader.text, match.start())
        if name is None:
            continue
        span = reader.token_range(match.start(), match.start() + len(name.name))
        if span is None:
            continue
        start, end = span
        if name.kind == "country" and name.gender == "f" and start and reader.lower[start - 1] in {"le", "un", "du", "au", "ce"} and name.name.lower() in reader.lex.demonyms:
            continue  # « le Suisse Jean Martin »
        if name.name.startswith(("Le ", "La ", "Les ")) and reader.initial[start] and name.kind == "organisation":
            continue  # « Le Monde » at the head of a sentence may be « le monde »
        position = match.start() + len(name.name)
        yield NamePlace(start, end, name.kind, 3, name.rule)


def work_titles(reader: NameReader) -> Iterator[NamePlace]:
    """« le livre « Une vie là-bas » »: what stands between marks after a noun of work is its title, articles included."""
    for index, word in enumerate(reader.words):
        if word not in {"«", '"'} or not index or index + 2 >= len(reader.words) or not reader.capital[index + 1]:
            continue
        before = index - 1
        if reader.tokens[before].pos == "ADJ" or reader.lower[before] in {"intitulé", "intitulée", "de"}:
            before -= 1
        if reader.lower[before] not in reader.lex.words["works"] or not reader.same(before, index):
            continue
        closing = next((place for place in range(index + 2, min(index + 12, len(reader.words))) if reader.words[place] in {"»", '"'}), None)
        if closing is not None and reader.same(index, closing) and not any(reader.words[place] in {".", ";", "«"} for place in range(index + 1, closing)):
            yield NamePlace(index + 1, closing, "other", 3, "œuvre")


def spelled_names(reader: NameReader) -> Iterator[NamePlace]:
    """« l'inspection générale de la police nationale (IGPN) »: the name of a body, whose initials the acronym after it has.

    Where the initials are exactly the letters, the name may hold commas (« Direction de l'animation de la recherche, des études et des statistiques (Dares) »).
    """
    for index, word in enumerate(reader.words):
        if word != "(" or index + 2 >= len(reader.words) or reader.words[index + 2] != ")" or not 3 <= len(reader.words[index + 1]) <= 9:
            continue
        short = reader.words[index + 1]
        acronym = ACRONYM.match(short) is not None
        letters = re.sub(r"[^A-ZÀ-Ý]", "", short if acronym else short.upper())
        if not short[:1].isupper() or not letters:
            continue
        start, seen, commas = index - 1, 0, False
        while start >= 0 and reader.same(start, index) and reader.words[start] not in {";", "(", ")", "«", "»", ":"} and seen < len(letters) + 2:
            commas = commas or reader.words[start] == ","
            if reader.lower[start] not in SMALL_WORDS and reader.words[start][:1].isalpha():
                seen += 1
                if seen >= len(letters) - 1 and unaccented(reader.words[start][0].upper()) == unaccented(letters[0]):
                    head = head_at(reader, start)
                    initials = unaccented(initials_of(reader.phrase(start, index)))
                    exact = initials == unaccented(letters)
                    near = acronym and not commas and set(unaccented(letters)) <= set(initials + letters[-1])
                    if head is not None and head[0].kind == "organisation" and (exact or near):
                        yield NamePlace(start, index, "organisation", 3, "tête:sigle")
                        break
            start -= 1


def typed_names(reader: NameReader) -> Iterator[NamePlace]:
    """« la banque Oddo », « le mouvement Alternatives »: the name that touches a noun of organisation, which the pipeline may not see."""
    for index in range(1, len(reader.words)):
        if reader.words[index - 1] in {"RN", "RD"} and re.fullmatch(r"\d{1,4}", reader.words[index]) and reader.same(index - 1, index):
            yield NamePlace(index - 1, index + 1, "place", 3, "route")  # « la RN 21 »: a road, not a party
        elif re.fullmatch(r"[A-Z]{2,5}", reader.words[index - 1]) and re.fullmatch(r"\d{3,}[a-z]+|(?!(?:19|20)\d\d)\d{3,5}", reader.words[index]) and reader.same(index - 1, index):
            if reader.lex.known_at(reader.text, reader.tokens[index - 1].span.start) is None and reader.tokens[index - 1].span.end + 1 == reader.tokens[index].span.start:
                yield NamePlace(index - 1, index + 1, "other", 2, "code")  # « SN 2016gkg »
        if not reader.capital[index] or reader.initial[index] or reader.lower[index - 1] not in reader.lex.words["of-organisation"] or not reader.same(index - 1, index):
            continue
        word = reader.words[index]
        if reader.capital[index - 1] or word in reader.lex.first_names or word in reader.lex.titles or reader.lower[index] in reader.lex.demonyms | reader.lex.not_names:
            continue
        if reader.lex.known_at(reader.text, reader.tokens[index].span.start) is not None or not word[:1].isalpha() or ROMAN.match(word) or len(word) < 2:
            continue
        if reader.lower[index] in reader.lex.functions:
            continue
        yield NamePlace(index, index + 1, "organisation", 2, "type")


def person_names(reader: NameReader) -> Iterator[NamePlace]:
    """A first name followed by capitalised words, and what follows a title."""
    words = reader.words
    index = 0
    while index < len(words):
        if reader.capital[index] and words[index] in reader.lex.first_names and not (index and words[index - 1] in reader.lex.first_names and reader.same(index - 1, index)):
            end = name_end(reader, index)
            listed = reader.lex.known_at(reader.text, reader.tokens[index].span.start)
            alone = (
                listed is not None
                and listed.name == words[index]
                and (not index or reader.lower[index - 1] not in {"la", "le", "l'", "en", "du", "au", "de"} or not reader.same(index - 1, index))
            )
            before = index - 1
            if end > index + 1 and "-" in words[index:end] and before >= 0 and reader.same(before, index) and reader.capital[before] and words[before][:1].isalpha() and words[before] not in reader.lex.titles and reader.lower[before] not in reader.lex.functions:
                index = end  # « Sheikha Ahmed al-Mahoud »: the pipeline has the whole name
                continue
            if end > index + 1 and (listed is None or (alone and reader.lex.known_at(reader.text, reader.tokens[index + 1].span.start) is None)):
                yield NamePlace(index, end, "person", 3, "prénom")
                index = end
                continue
        title = words[index]
        if title in reader.lex.titles and index + 1 < len(words) and reader.same(index, index + 1) and reader.capital[index + 1] and words[index + 1][:1].isalpha():
            if title[:1].isupper() or reader.lex.known_at(reader.text, reader.tokens[index + 1].span.start) is None:
                start = index + 1
                while start < len(words) - 1 and words[start] in reader.lex.titles:
                    start += 1
                end = name_end(reader, start)
                if title in {"saint", "sainte"} or reader.lower[start] in reader.lex.demonyms or head_at(reader, start) is not None:
                    index += 1
                    continue
                if end > start and len(reader.phrase(start, end)) > 1:
                    yield NamePlace(start, end, "person", 3 if title[:1].isupper() or reader.lex.titles[title] == "" else 2, "titre")
                    index = end
                    continue
        index += 1


def piped_names(reader: NameReader, parsed: Parsed) -> Iterator[NamePlace]:
    """The pipeline's names with their bounds mended; what is left of them may be several names, or none."""
    for name in parsed.names:
        for piece in _split(reader, name.start, name.end):
            trimmed = trim_name(reader, *piece)
            if trimmed is None or no_name(reader, *trimmed):
                continue
            yield NamePlace(*_whole(reader, *trimmed), _LABELS.get(name.label, "other"), 1, "modèle")


def _whole(reader: NameReader, start: int, end: int) -> tuple[int, int]:
    """The name with the «al-» before it and what an apostrophe joins to it («Ra'ad», «Ja'bar»)."""
    words, tokens = reader.words, reader.tokens
    if start > 1 and words[start - 1] == "-" and reader.lower[start - 2] in {"al", "el", "an", "as", "ad", "ar"} and tokens[start - 2].span.end == tokens[start - 1].span.start and tokens[start - 1].span.end == tokens[start].span.start:
        start -= 2
    while end < len(words) and words[end - 1].endswith(("'", "’")) and tokens[end].span.start == tokens[end - 1].span.end and words[end][:1].isalpha():
        end += 1
        while end < len(words) and reader.same(start, end) and reader.capital[end] and words[end][:1].isalpha():
            end += 1
    return start, end


def _split(reader: NameReader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a range at coordinations, commas, parentheses and colons."""
    first = start
    for index in range(start, end):
        word = reader.words[index]
        if word in {",", ";", ":", "(", ")", "«", "»", '"', "/", "–", "—", "...", "…", "[", "]"} or (
            word in {"et", "ou", "&"} and word != "&" and index > first and not _coordinated_name(reader, first, index, end)
        ):
            if index > first:
                yield first, index
            first = index + 1
    if end > first:
        yield first, end


def _coordinated_name(reader: NameReader, first: int, index: int, end: int) -> bool:
    """Whether «et» stands inside a name («Trinité et Tobago»), rather than between two."""
    ahead = index + 1
    while ahead < end and (reader.lower[ahead] in LINKS or reader.lower[ahead] in {"l'", "la", "le", "les"}):
        ahead += 1
    if index - first == 1 and ahead > index + 1 and ahead < end and reader.capital[ahead]:
        return False  # « du Point et de l'Express »
    return index + 1 < end and (not reader.capital[index + 1] or reader.words[index + 1] in {"Cie", "Associés", "Fils"})


def trim_name(reader: NameReader, start: int, end: int) -> tuple[int, int] | None:
    """Drop articles, titles, functions and small words around a name."""
    while start < end:
        word = reader.words[start]
        lower = reader.lower[start]
        if (
            reader.capital[start]
            and lower in {"le", "la", "les", "l'"}
            and end - start > 1
            and (not reader.initial[start] or (reader.words[start - 1 if start else 0] == "«" and reader.words[end if end < len(reader.words) else start] == "»"))
            and reader.capital[start + 1]
        ):
            break  # « Le Pen », « La Rochelle »
        if (
            lower in ARTICLES
            or lower in LINKS
            or word in reader.lex.titles
            or not word[:1].isalnum()
            or lower in {"en", "à", "dans", "par", "pour", "sur", "que", "qu'", "si", "mais", "et", "selon", "chez", "contre", "vers", "lors", "depuis", "avant", "après"}
        ):
            start += 1
            continue
        if not reader.capital[start] and not word[:1].isdigit():
            head = head_at(reader, start)
            town = head is not None and not head[0].lower and head[1] < end and reader.lower[head[1]] in LINKS  # « l'hôpital de Lens »
            if head is not None and not town and (head[0].lower or head[0].bare) and head[0].word not in reader.lex.functions:
                break
            if re.match(r"[a-z]+[A-Z]|e[A-Z]", word):
                break
            start += 1
            continue
        if end - start > 1 and reader.capital[start] and lower.removeprefix("ex-") in reader.lex.functions and lower not in reader.lex.heads:
            start += 1
            continue
        if end - start > 2 and reader.capital[start] and reader.phrase(start, start + 2).lower() in reader.lex.functions:
            start += 2  # « Premier ministre d'Australie »
            continue
        if end - start > 2 and lower in reader.lex.demonyms and reader.lower[start + 1] in LINKS:
            start += 2  # « Kurdes d'Irak »
            continue
        if end - start > 1 and reader.initial[start] and (lower in reader.lex.not_names):
            start += 1
            continue
        if (
            end - start > 1
            and lower in reader.lex.demonyms
            and reader.capital[start + 1]
            and reader.lower[start - 1 if start else 0] in {"le", "la", "l'", "un", "une", "les", "du", "au"}
        ):
            start += 1
            continue
        break
    for index in range(start + 1, end - 1):
        if reader.lower[index] in {"du", "de", "le"} and reader.lower[index + 1] in _DAYS:
            end = index  # « L'Émission politique du jeudi 23 mars »
            break
    if end - start == 2 and tallied(reader, start):
        end -= 1
    while end > start:
        word = reader.words[end - 1]
        if (
            not word[:1].isalnum()
            or reader.lower[end - 1] in ARTICLES | LINKS | {"à", "en", "et"}
            or (not reader.capital[end - 1] and reader.tokens[end - 1].pos in {"VERB", "AUX", "ADP", "PRON", "ADV"})
        ):
            end -= 1
            continue
        break
    return (start, end) if end > start else None


_NUMBERS = frozenset("un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille".split())
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Za-z]?\Z")


def tallied(reader: NameReader, index: int) -> bool:
    """Whether a word stands before its number in a table of players: « Morlan 24, Brelle 15, Vasseur 14 »."""

    def entry(place: int) -> bool:
        follows = place + 2 >= len(reader.words) or reader.words[place + 2] in {",", ".", ";"} or not reader.same(place, place + 2)
        return reader.capital[place] and place + 1 < len(reader.words) and re.fullmatch(r"\d{1,2}", reader.words[place + 1]) is not None and follows

    if not entry(index):
        return False
    near = [place for place in range(max(0, index - 12), min(len(reader.words) - 1, index + 13)) if reader.same(place, index) and entry(place)]
    return len(near) >= 3


def no_name(reader: NameReader, start: int, end: int) -> bool:
    """Whether a range is no name at all: a common word, a day, people by nationality, a letter, a number."""
    lower = [reader.lower[index] for index in range(start, end)]
    if not any(reader.words[index][:1].isupper() or re.match(r"[a-z]+[A-Z]", reader.words[index]) for index in range(start, end)):
        return True
    phrase = reader.phrase(start, end)
    if portfolio(reader, start):
        return True
    if ROMAN.match(phrase) or phrase.lower() in reader.lex.functions:
        return True
    if phrase in {"États", "Etats"}:
        return True
    if re.fullmatch(r"Top (?:3|5|10|20|50|100)", phrase):
        return True
    if len(phrase) < 2 or re.fullmatch(r"[\d.,:h%°-]+", phrase) or _CODE.match(phrase):
        return True
    if (
        start
        and reader.same(start - 1, start)
        and end - start == 1
        and reader.lower[start - 1] in {"les", "des", "aux"}
        and not phrase.endswith(("s", "x", "S"))
        and not ACRONYM.match(phrase)
    ):
        return True  # « les Touareg »: a people
    if all(word in reader.lex.demonyms or word in reader.lex.not_names for word in lower if word[:1].isalpha()):
        return True
    if lower[0] in reader.lex.demonyms and all(not reader.capital[index] for index in range(start + 1, end)):
        return True
    if end - start == 1 and start and reader.same(start - 1, start) and reader.lower[start - 1] in {"les", "des", "aux", "un", "une", "ces", "deux", "trois", "quatre"}:
        if re.search(r"(?:ois|oises?|ais|aises?|iens?|iennes?|éens?|éennes?|ains?|aines|eaux|ards?)\Z", lower[0]):
            return True
    if end - start == 1 and start and reader.same(start - 1, start) and reader.lower[start - 1] in {"le", "la", "du", "au"} and re.search(r"(?:iens?|iennes?|éens?|éennes?)\Z", lower[0]):
        return True  # « le Brellien de l'équipe »
    if end - start == 1 and reader.initial[start] and reader.words[start - 1 if start else 0] not in {"«", '"'} and phrase not in reader.lex.first_names and not ACRONYM.match(phrase) and (participle_readings(lower[0]) or is_adjective(lower[0])):
        if not any(reader.words[index] == phrase and not reader.initial[index] for index in range(len(reader.words))):
            return True  # « Pacsé, sans enfant, il… », « Rare, pour une séance. »
    if end - start == 1 and reader.initial[start] and lower[0] in _NUMBERS:
        return True  # « Quarante lancers »
    if end - start == 1:
        if lower[0] in reader.lex.functions or lower[0] in reader.lex.titles or phrase in reader.lex.titles:
            return True
        if reader.initial[start] and (lower[0] in reader.lower_seen or reader.tokens[start].pos in {"ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "AUX"}):
            return True
        if reader.initial[start] and reader.tokens[start].pos in {"VERB", "ADJ", "NOUN"} and not ACRONYM.match(phrase) and lower[0] not in reader.lex.heads:
            return not any(index != start and reader.words[index] == reader.words[start] and not reader.initial[index] for index in range(len(reader.words)))
    return False
