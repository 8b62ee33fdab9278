"""People, organisations, countries, places and events that an article names, with their functions, gender and number.

The pipeline's names are only a beginning: their bounds and kinds are corrected by rules that are data (``rules/pays.yaml``, ``lieux.yaml``,
``organisations.yaml``, ``personnes.yaml``, ``noms-corriges.yaml``), a name found once is looked for everywhere, and what stays doubtful gets the kind
«other» and no gender.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from seo_fr.analyse.name_bounds import headed_names
from seo_fr.analyse.name_candidates import listed_names, person_names, piped_names, spelled_names, typed_names, work_titles
from seo_fr.analyse.name_functions import functions_of
from seo_fr.analyse.name_joins import join_names
from seo_fr.analyse.name_kinds import propagate_names, resolve_places, vote_kinds
from seo_fr.analyse.name_reader import NameGroup, NamePlace, NameReader, head_at
from seo_fr.analyse.names import lexicon
from seo_fr.model import Entity, Gender, Mention, Number, Span, Token

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


def find_entities(parsed: Parsed, book: Rulebook) -> tuple[Entity, ...]:
    """Return what the article names, in the order of first mention; ids are positions in the tuple."""
    reader = NameReader(parsed, lexicon(book))
    places = resolve_places([*listed_names(reader), *headed_names(reader), *person_names(reader), *work_titles(reader), *spelled_names(reader), *typed_names(reader), *piped_names(reader, parsed)], reader)
    places = propagate_names(places, reader)
    groups = join_names(vote_kinds(places, reader), reader)
    for group in groups:
        if group.kind == "person":
            reader.persons.update(index for place in group.places for index in range(place.start, place.end))
    return _entities(groups, reader)


def _entities(groups: list[NameGroup], reader: NameReader) -> tuple[Entity, ...]:
    result: list[Entity] = []
    for number, group in enumerate(groups):
        places = sorted(group.places, key=lambda place: place.start)
        forms = group.forms or {}
        fullest = max((place for place in places if place.start not in forms), default=places[0], key=lambda place: (len(reader.phrase(place.start, place.end)), -place.start))
        mentions = tuple(
            Mention(
                _span(reader, place),
                forms.get(place.start, "acronym" if group.acronym and reader.phrase(place.start, place.end) == group.acronym else "full"),
                reader.sentence[place.start],
            )
            for place in places
        )
        functions = tuple(functions_of(reader, places)) if group.kind == "person" else ()
        gender, number_, article, evidence = _grammar(group, places, functions, reader)
        result.append(Entity(number, group.kind, _span(reader, fullest), mentions, tuple(span for span, _ in functions), group.acronym, gender, number_, article, evidence))
    return tuple(result)


def _span(reader: NameReader, place: NamePlace) -> Span:
    return Span(reader.tokens[place.start].span.start, reader.tokens[place.end - 1].span.end)


def _grammar(group: NameGroup, places: list[NamePlace], functions: tuple[tuple[Span, Gender], ...], reader: NameReader) -> tuple[Gender, Number, str, str]:
    """Gender, number, article, and where they come from."""
    if group.known is not None:
        known = group.known
        article = known.article
        gender = known.gender
        if not article and known.kind == "organisation" and (gender or known.number == "p"):
            article = "les" if known.number == "p" else _elide("le" if gender == "m" else "la", group.text)
            if not gender and known.number == "s":
                article = ""
        evidence = f"règle:{known.rule}"
        if not gender:
            shown, _, seen = _determined(reader, places)
            if shown:
                gender, article, evidence = shown, seen, "déterminant"
        return gender, known.number, article, evidence
    if group.kind == "person":
        gender, evidence = _person_gender(group, places, functions, reader)
        return gender, "s", "", evidence
    gender, number, article = _determined(reader, places)
    evidence = "déterminant" if article or gender else ""
    first = places[0]
    head = head_at(reader, first.start)
    if head is not None and head[1] <= first.end:
        word = head[0]
        if not gender and word.number != "p":
            gender, evidence = word.gender, f"tête:{word.word}"
        if word.number == "p" and number != "s":
            number, article, gender = "p", "les", word.gender
        if not article and gender and word.number != "p" and number != "p":
            article = _elide("le" if gender == "m" else "la", group.text)
    elif reader.tokens[first.start].pos == "NOUN" and reader.tokens[first.start].feature("Gender") and not gender and article == "l'":
        gender = "m" if reader.tokens[first.start].feature("Gender") == "Masc" else "f"
        evidence = "modèle"
    return gender, number or "s", article, evidence


def _elide(article: str, name: str) -> str:
    first = name[:1].lower()
    return "l'" if first in "aeiouyàâäéèêëîïôöûüœæ" or (first == "h" and name.lower().startswith(("hôpital", "hôtel", "habitat", "humanité", "histoire"))) else article


def _determined(reader: NameReader, places: list[NamePlace]) -> tuple[Gender, Number, str]:
    """Gender, number and article as the determiners before the name show them; empty where they disagree or there is none."""
    shown: Counter[str] = Counter()
    for place in places:
        before = place.start - 1
        if before < 0 or not reader.same(before, place.start):
            continue
        word = reader.lower[before]
        if word in {"le", "du", "au"}:
            shown["le"] += 1
        elif word == "la":
            shown["la"] += 1
        elif word in {"les", "aux"} or (word == "des" and reader.words[place.end - 1].endswith(("s", "x"))):
            shown["les"] += 1
        elif word == "l'":
            shown["l'"] += 1
        else:
            shown[""] += 1
    articles = sorted(((count, word) for word, count in shown.items() if word), reverse=True)
    if not articles or (len(articles) > 1 and articles[0][0] == articles[1][0]):
        return "", "", ""
    article = articles[0][1]
    if shown[""] > shown[article]:
        return "", "", ""
    genders: dict[str, Gender] = {"le": "m", "la": "f"}
    return genders.get(article, ""), "p" if article == "les" else "s", article


def _person_gender(group: NameGroup, places: list[NamePlace], functions: tuple[tuple[Span, Gender], ...], reader: NameReader) -> tuple[Gender, str]:
    """The gender of a person, from the surest evidence; none where two kinds of evidence disagree."""
    titles: set[Gender] = set()
    for place in places:
        title = reader.words[place.start - 1] if place.start and reader.same(place.start - 1, place.start) else ""
        gender = reader.lex.titles.get(title, "")
        if gender:
            titles.add(gender)
    longest = max((reader.phrase(place.start, place.end) for place in places), key=lambda text: (len(text), text))
    own = reader.lex.first_names.get(longest.split()[0], "") if " " in longest else ""
    if not own and "-" in longest.split()[0] and " " in longest:
        own = reader.lex.first_names.get(longest.split()[0].split("-")[0], "")
    shown: set[Gender] = {gender for _, gender in functions if gender}
    agreed: set[Gender] = {gender for place in places for gender in _agreement(reader, place)}
    first_name: set[Gender] = {own} if own else set()
    evidence: list[tuple[str, set[Gender]]] = [("civilité", titles), ("prénom", first_name), ("fonction", shown), ("accord", agreed)]
    if len(titles) == 1:
        return next(iter(titles)), "civilité"
    votes = {gender for _, genders in evidence for gender in genders}
    if len(votes) == 1:
        return next(iter(votes)), next(name for name, genders in evidence if genders)
    if own and shown == {own}:
        return own, "prénom"
    return "", ""


def _agreement(reader: NameReader, place: NamePlace) -> Iterator[Gender]:
    """The gender that «X est élue», «X, née à…» shows."""
    root = max(range(place.start, place.end), key=lambda index: (reader.tokens[index].head not in range(place.start, place.end), -index))
    token: Token = reader.tokens[root]
    if token.dep in {"nsubj", "nsubj:pass"} and token.head != root:
        head = reader.tokens[token.head]
        word = reader.lower[token.head]
        auxiliaries = {reader.tokens[index].lemma for index in range(root, token.head) if reader.tokens[index].head == token.head and reader.tokens[index].pos == "AUX"}
        if auxiliaries and auxiliaries <= {"être"} and head.feature("VerbForm") == "Part" and head.feature("Number") != "Plur":
            yield "f" if word.endswith("e") else "m"
    if place.end + 1 < len(reader.words) and reader.words[place.end] in {",", "("} and reader.same(place.end, place.start):
        word = reader.lower[place.end + 1]
        if word in {"né", "âgé"}:
            yield "m"
        elif word in {"née", "âgée"}:
            yield "f"
