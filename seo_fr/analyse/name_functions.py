"""What the article calls a person: «le président américain», «, maire de Lens,»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.analyse.name_reader import ARTICLES, FORMER, LINKS, NamePlace, NameReader
from seo_fr.model import Gender, Span


def functions_of(reader: NameReader, places: list[NamePlace]) -> Iterator[tuple[Span, Gender]]:
    """The noun phrases that say what a person is, with the gender they show, without repeats."""
    seen: set[str] = set()
    for place in places:
        apposed = function_apposed_before(reader, place) or _calling_apposed(reader, place)
        for found in (_function_before(reader, place) or _calling_before(reader, place), apposed, function_after(reader, place)):
            if found is None:
                continue
            start, end, gender = found
            text = reader.phrase(start, end)
            if text.lower() not in seen:
                seen.add(text.lower())
                yield Span(reader.tokens[start].span.start, reader.tokens[end - 1].span.end), gender


def _function_at(reader: NameReader, index: int) -> tuple[int, Gender] | None:
    """How many tokens the function that begins at ``index`` has, and its gender."""
    for length in (4, 3, 2, 1):
        if index + length <= len(reader.words) and reader.same(index, index + length - 1):
            words = reader.phrase(index, index + length).lower()
            if words in reader.lex.functions:
                return length, reader.lex.functions[words]
            if length == 1 and words.startswith("ex-") and words[3:] in reader.lex.functions:
                return 1, reader.lex.functions[words[3:]]
    return None


_CHAIN = frozenset("de du des d' à au aux en pour chargé chargée l' la le les sur ex".split())


def _chain_start(reader: NameReader, last: int) -> int:
    """Where the run of noun-phrase words that ends at ``last`` begins."""
    index = last
    while index >= 0 and reader.same(index, last):
        token, lower = reader.tokens[index], reader.lower[index]
        nominal = token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} or lower in _CHAIN or lower in ARTICLES
        joined = lower in {"et", "-"} and index > 0 and reader.tokens[index - 1].pos in {"NOUN", "ADJ", "PROPN"}
        if not (nominal or joined or _function_at(reader, index)) or reader.words[index] in {",", "(", ")", "«", "»", ":"}:
            break
        index -= 1
    return index + 1


def _with_determiner(reader: NameReader, noun: int, floor: int) -> tuple[int, Gender]:
    """Where the phrase of the function at ``noun`` begins, its article included, and the gender that the words before it show."""
    start = noun
    gender: Gender = ""
    while start > floor and reader.lower[start - 1] in FORMER | {"vice", "-"}:
        start -= 1
        if reader.lower[start] in {"ancien", "nouveau", "nouvel", "premier", "actuel"}:
            gender = "m"
        elif reader.lower[start] in {"ancienne", "nouvelle", "première", "actuelle"}:
            gender = "f"
    if start > floor:
        determiner = reader.lower[start - 1]
        if determiner in {"le", "un", "du", "au"}:
            gender = "m"
        elif determiner in {"la", "une"}:
            gender = "f"
        if determiner in {"le", "la", "l'", "un", "une", "son", "sa", "leur", "notre"}:
            start -= 1
    return start, gender


def _function_before(reader: NameReader, place: NamePlace) -> tuple[int, int, Gender] | None:
    """«le président américain Joe Biden»: a function that touches the name."""
    last = place.start - 1
    while last >= 0 and reader.words[last] in reader.lex.titles and reader.lower[last] not in reader.lex.functions:
        last -= 1
    if last < 0 or not reader.same(last, place.start) or reader.words[last] in {",", "»"}:
        return None
    floor = _chain_start(reader, last)
    nouns = [index for index in range(floor, last + 1) if _function_at(reader, index) and not (index > floor and _inside_function(reader, index))]
    if not nouns:
        return None
    noun = nouns[-1]
    found = _function_at(reader, noun)
    assert found is not None
    length, own = found
    between = range(noun + length, last + 1)
    adjacent = all(reader.tokens[index].pos == "ADJ" or reader.lower[index] in reader.lex.demonyms for index in between)
    if not adjacent and len(nouns) > 1:
        return None
    if any(reader.lower[index] in {"un", "une"} for index in between) or reader.lower[last] in LINKS | ARTICLES:
        return None
    if any(reader.words[index] == "et" for index in between) and reader.capital[last] is False and reader.tokens[last].pos != "ADJ" and reader.lower[last] in reader.lex.functions:
        return None
    start, shown = _with_determiner(reader, noun, floor)
    if start == noun and noun > 1 and reader.words[noun - 1] == "," and reader.words[noun - 2] == "»":
        return None  # « … », juge Marie Durand
    if reader.tokens[noun].pos in {"VERB", "AUX"} or any(_names_someone(reader, index) for index in range(start, last + 1)):
        return None
    while last > noun and (reader.lower[last] in {"l'", "le", "la"} or (reader.capital[last] and reader.lower[last] in reader.lex.demonyms)):
        last -= 1
    return start, last + 1, shown or own


def _inside_function(reader: NameReader, index: int) -> bool:
    """Whether a word is the second of a function of several («premier ministre»)."""
    before = _function_at(reader, index - 1)
    return before is not None and before[0] > 1


_CALLING = re.compile(r"\w{2,}(?:istes?|logue|graphe|[td]?eur|euse|trice|ien|ienne|ier|ière|éen|éenne|mane|nome|urge|atre|pathe|aire|ant|ante)\Z")
_NO_PERSON = re.compile(r"(?:ement|ment|aire)\Z")


def _calls(reader: NameReader, index: int) -> bool:
    """Whether the common noun at ``index`` says what one person is: « l’hydrologue », « la dentellière »."""
    lower = reader.lower[index]
    if reader.capital[index] or reader.tokens[index].pos not in {"NOUN", "ADJ", "PROPN"} or lower in reader.lex.words["not-callings"]:
        return False
    return lower in reader.lex.words["callings"] or _CALLING.match(lower) is not None and _NO_PERSON.search(lower) is None and reader.tokens[index].feature("Number") != "Plur"


def _shown(word: str) -> Gender:
    return "m" if word in {"le", "un"} else "f" if word in {"la", "une"} else ""


def _calling_before(reader: NameReader, place: NamePlace) -> tuple[int, int, Gender] | None:
    """« l’hydrologue Jeanne Morel », « la Néerlandaise Anna de Wit », « le cinéaste iranien Ali Karimi »: article, one noun for a person, adjectives, a name of two words or more."""
    last = place.start - 1
    while last >= 0 and reader.words[last] in reader.lex.titles and reader.lower[last] not in reader.lex.functions:
        last -= 1
    if last < 1 or place.end - place.start < 2 or not reader.same(last, place.start):
        return None
    noun = last
    while noun > 0 and last - noun < 2 and reader.tokens[noun].pos == "ADJ" and not _calls(reader, noun) and not (reader.capital[noun] and reader.lower[noun] in reader.lex.demonyms) and reader.lower[noun - 1] not in ARTICLES:
        noun -= 1
    determiner = reader.lower[noun - 1] if noun else ""
    if determiner not in {"le", "la", "l'"} and reader.capital[last] and last > 2:
        # « au fondateur de Nuage Julian Morel »: the complement is a name, so that no noun comes between
        noun = next((index for index in range(last - 1, max(0, last - 5), -1) if reader.tokens[index].pos == "NOUN" and not reader.capital[index]), last)
        linked = reader.lower[noun + 1] in LINKS and all(reader.capital[index] or reader.lower[index] in LINKS | {"la", "l'"} for index in range(noun + 1, last + 1))
        if not linked or reader.lower[last] in reader.lex.demonyms or reader.lower[noun - 1] not in {"le", "la", "l'", "du", "au"} or any(_names_someone(reader, index) for index in range(noun, last + 1)):
            return None
        found = _function_at(reader, noun)
        if not reader.same(noun - 1, place.start) or found is None and not _calls(reader, noun):
            return None
        start = noun if reader.lower[noun - 1] in {"du", "au"} else noun - 1
        return start, last + 1, "m" if reader.lower[noun - 1] in {"du", "au"} else _shown(reader.lower[noun - 1])
    if determiner not in {"le", "la", "l'"} or not reader.same(noun - 1, place.start):
        return None
    national = reader.lower[noun] in reader.lex.demonyms and noun == last and not reader.lower[noun].endswith(("s", "x")) or reader.lower[noun] in reader.lex.demonyms and reader.capital[noun] and noun == last
    if not national and not _calls(reader, noun):
        return None
    return noun - 1, last + 1, _shown(determiner)


def _calling_apposed(reader: NameReader, place: NamePlace) -> tuple[int, int, Gender] | None:
    """« un collectionneur de Namur, Luc Morel, »: a noun for a person with its complement between its article and a comma, the name closed by another mark."""
    comma = place.start - 1
    while comma >= 0 and reader.words[comma] in reader.lex.titles:
        comma -= 1
    if comma <= 1 or reader.words[comma] != "," or not reader.same(comma, place.start) or place.end - place.start < 2:
        return None
    if place.end < len(reader.words) and reader.same(place.end, place.start) and reader.words[place.end] not in {",", ".", ")", ";", "»"}:
        return None
    floor = _chain_start(reader, comma - 1)
    for noun in range(max(floor, 1), comma):
        if reader.lower[noun - 1] not in {"le", "la", "l'", "un", "une"}:
            continue
        # the first noun with its article, after nothing it could complete
        before = reader.lower[noun - 2] if noun > 1 and reader.same(noun - 2, noun) else ""
        if before in LINKS | {"à", "et", "ou"} or not _calls(reader, noun) and _function_at(reader, noun) is None:
            return None
        if any(reader.lower[index] in {"et", "ou"} for index in range(noun, comma)):
            return None
        if any(_names_someone(reader, index) for index in range(noun, min(noun + 2, comma))):
            return None
        return noun - 1, comma, _shown(reader.lower[noun - 1])
    return None


def _names_someone(reader: NameReader, index: int) -> bool:
    return index in reader.persons or (reader.capital[index] and reader.words[index] in reader.lex.first_names)


def function_apposed_before(reader: NameReader, place: NamePlace) -> tuple[int, int, Gender] | None:
    """«le porte-parole du gouvernement, Jean Dupont, »: a function before a comma, the name closed by another mark."""
    comma = place.start - 1
    while comma >= 0 and reader.words[comma] in reader.lex.titles:
        comma -= 1
    if comma <= 0 or reader.words[comma] != "," or not reader.same(comma, place.start):
        return None
    if place.end < len(reader.words) and reader.same(place.end, place.start) and reader.words[place.end] not in {",", ".", ")", ";", "»", "–", ":", "(", "!", "?"}:
        return None
    floor = _chain_start(reader, comma - 1)
    for noun in range(floor, comma):
        found = _function_at(reader, noun)
        if not found:
            continue
        start, shown = _with_determiner(reader, noun, floor)
        if start == noun and not (noun and reader.lower[noun - 1] in {"du", "au"}) and not (start == floor and (start == 0 or reader.words[start - 1] in {",", "«", ":"})):
            return None
        if start > floor and reader.lower[start - 1] in LINKS:
            pass
        if any(_names_someone(reader, index) for index in range(start, comma)):
            return None
        return start, comma, shown or found[1]
    return None


def function_after(reader: NameReader, place: NamePlace) -> tuple[int, int, Gender] | None:
    """«Marie Durand, maire de Lens, »: a function after a comma or in parentheses, closed by a mark."""
    index = place.end
    words = reader.words
    if index + 1 >= len(words) or words[index] not in {",", "("} or not reader.same(index, place.start):
        return None
    opening = words[index]
    index += 1
    # « 42 ans, » and « âgé de 42 ans, » may stand between
    age = index
    while age < len(words) and reader.same(age, place.start) and (reader.lower[age] in {"âgé", "âgée", "de", "ans", "an"} or words[age].isdigit()):
        age += 1
    if age > index and age < len(words) and words[age] == ",":
        index = age + 1
    start = index
    definite = False
    shown: Gender = ""
    if index < len(words) and reader.lower[index] in {"le", "la", "l'", "un", "une", "son", "sa"}:
        definite = reader.lower[index] in {"le", "la", "l'"}
        shown = "m" if reader.lower[index] in {"le", "un"} else "f" if reader.lower[index] in {"la", "une"} else ""
        index += 1
    while index < len(words) and reader.lower[index] in FORMER:
        shown = shown or (
            "f" if reader.lower[index] in {"ancienne", "nouvelle", "première", "actuelle"} else "m" if reader.lower[index] in {"ancien", "nouveau", "premier", "actuel"} else ""
        )
        index += 1
    found = _function_at(reader, index) if index < len(words) and reader.same(index, place.start) else None
    if not found and index < len(words) and reader.same(index, place.start) and reader.tokens[index].pos == "NOUN" and _calls(reader, index):
        found = (1, shown)
    if not found:
        return None
    end = index + found[0]
    while end < len(words) and reader.same(end, place.start):
        token, lower = reader.tokens[end], reader.lower[end]
        if (
            token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}
            or lower in _CHAIN
            or lower in {"dans", "contre"}
            or (lower == "et" and reader.tokens[end + 1].pos in {"NOUN", "ADJ", "DET", "PROPN"} if end + 1 < len(words) else False)
        ):
            end += 1
            continue
        break
    closing = words[end] if end < len(words) and reader.same(end, place.start) else ""
    settled = closing == "qui" and opening == "," and end - index < 3 and reader.lower[end + 1 : end + 2] in (["habite"], ["vit"], ["tient"], ["travaille"], ["dirige"], ["préside"])
    # « Paul Morel, premier vice-président du conseil a réagi »: the comma that should close it is missing
    unclosed = opening == "," and end - index > found[0] and end < len(words) and reader.same(end, place.start) and reader.tokens[end].pos in {"VERB", "AUX"} and reader.tokens[end].feature("VerbForm") == "Fin" and reader.tokens[end].feature("Number") != "Plur"
    if closing not in {",", ".", ")", ";", "»", "–", ":", "!", "?", "("} and not settled and not unclosed or (opening == "(" and closing != ")"):
        return None
    if definite and opening == "," and closing == "," and end + 1 < len(words) and reader.lower[end + 1] in {"et", "ainsi"}:
        return None
    while reader.lower[end - 1] in _CHAIN | {"et", "un", "une"}:
        end -= 1
    if any(_names_someone(reader, position) and not _completes(reader, position, index) for position in range(start, end)):
        return None
    return (start, end, shown or found[1]) if end > index else None


def _completes(reader: NameReader, position: int, floor: int) -> bool:
    """Whether the name at ``position`` completes a noun before it: « avocat d’Anne Morel », « comptable du club de Brize »."""
    while position > floor and reader.capital[position - 1]:
        position -= 1
    return position - 1 > floor and reader.lower[position - 1] in LINKS
