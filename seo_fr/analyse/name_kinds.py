"""Which of several overlapping names stands, where else it stands, and of what kind it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from seo_fr.analyse.name_candidates import no_name, tallied, trim_name
from seo_fr.analyse.name_functions import function_after, function_apposed_before
from seo_fr.analyse.name_reader import ACRONYM, LINKS, PARTICLES, NamePlace, NameReader, head_at, last_name, name_key
from seo_fr.analyse.names import spelling
from seo_fr.model import EntityKind


def resolve_places(found: Iterable[NamePlace], reader: NameReader) -> list[NamePlace]:
    """Return the best names that do not overlap, in the order of the text."""
    ranked = sorted(set(found), key=lambda place: (-_weight(place, reader), -(place.end - place.start), place.start, place.kind, place.source))
    taken = [False] * len(reader.words)
    kept: list[NamePlace] = []
    for place in ranked:
        start, end = place.start, place.end
        if any(taken[start:end]):
            # What is left of a pipeline's name after a surer one has taken its end («WikiLeaks Julian Assange»)
            if place.source != "modèle":
                continue
            while start < end and taken[start]:
                start += 1
            while end > start and taken[end - 1]:
                end -= 1
            if start >= end or any(taken[start:end]):
                continue
            trimmed = trim_name(reader, start, end)
            if trimmed is None or no_name(reader, *trimmed):
                continue
            start, end = trimmed
            kind: EntityKind = place.kind if place.kind in {"place", "organisation"} else "other"
            kept.append(NamePlace(start, end, kind, 1, "reste"))
        else:
            kept.append(place)
        taken[start:end] = [True] * (end - start)
    return sorted(kept, key=lambda place: place.start)


def _weight(place: NamePlace, reader: NameReader) -> int:
    if place.source.startswith("tête:"):
        return 5
    if place.source in {"prénom", "titre"}:
        return 4
    if place.source == "modèle":
        # A longer name of the pipeline's beats a listed one inside it («Paris Saint-Germain»), if all its words are capitalised or small links.
        solid = all(reader.capital[index] or reader.lower[index] in PARTICLES | {"-", "&", "'"} for index in range(place.start, place.end))
        listed = reader.lex.known_at(reader.text, reader.tokens[place.start].span.start)
        if (
            place.kind in {"organisation", "event"}
            and place.end - place.start > 2
            and reader.capital[place.start]
            and listed is None
            and reader.capital[place.end - 1]
            and not reader.initial[place.start]
        ):
            return 3
        return 3 if solid and place.end - place.start > 1 and (listed is None or listed.kind != "country") else 1
    if place.source == "œuvre":
        return 6
    if place.source == "type":
        return 0
    return 4 if place.end - place.start > 1 else 2  # a listed name of several words is not cut


def propagate_names(places: list[NamePlace], reader: NameReader) -> list[NamePlace]:
    """Return the names with those found by looking for each name, and each family name, in the rest of the text."""
    taken = [False] * len(reader.words)
    for place in places:
        taken[place.start : place.end] = [True] * (place.end - place.start)
    wanted: dict[tuple[str, ...], NamePlace] = {}
    for place in places:
        words = tuple(reader.words[place.start : place.end])
        wanted.setdefault(words, place)
        if place.kind == "person" and place.sure >= 2 and len(words) > 1 and words[0] in reader.lex.first_names:
            wanted.setdefault(words[1:], place)
    extra: list[NamePlace] = []
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in wanted:
        by_first.setdefault(words[0], []).append(words)
    for options in by_first.values():
        options.sort(key=lambda words: (-len(words), words))
    for index, word in enumerate(reader.words):
        if taken[index] or word not in by_first or not reader.capital[index]:
            continue
        for words in by_first[word]:
            end = index + len(words)
            if tuple(reader.words[index:end]) == words and not any(taken[index:end]) and reader.same(index, end - 1):
                if len(words) == 1 and no_name(reader, index, end):
                    continue
                model = wanted[words]
                if (
                    model.kind == "person"
                    and len(words) == 1
                    and index
                    and reader.capital[index - 1]
                    and not reader.initial[index - 1]
                    and reader.same(index - 1, index)
                    and not taken[index - 1]
                    and reader.words[index - 1] not in reader.lex.titles
                ):
                    continue  # another first name stands before it
                extra.append(NamePlace(index, end, model.kind, min(model.sure, 2), "reprise"))
                taken[index:end] = [True] * len(words)
                break
    return sorted([*places, *extra], key=lambda place: place.start)


def vote_kinds(places: list[NamePlace], reader: NameReader) -> list[NamePlace]:
    """Return the places with one kind for every spelling: a rule's, else what the context says, else the pipeline's clear majority."""
    families = {last_name(reader.phrase(place.start, place.end), reader) for place in places if place.kind == "person" and place.end - place.start > 1}
    by_text: dict[str, list[NamePlace]] = {}
    for place in places:
        by_text.setdefault(name_key(reader.phrase(place.start, place.end)), []).append(place)
    result: list[NamePlace] = []
    for same in by_text.values():
        kind, sure = _kind_of(same, reader)
        if sure == 1 and kind != "place" and _placed(same, families, reader):
            kind, sure = "place", 2
        if sure == 1 and kind != "person" and _personal(same, reader):
            kind, sure = "person", 2
        result += [NamePlace(place.start, place.end, kind, sure, place.source) for place in same]
    ordered = sorted(result, key=lambda place: place.start)
    people = {place.start for place in ordered if place.kind == "person"}
    return _like_neighbours([place for place in ordered if not (place.end in people and _of_home(reader, place))], reader)


def _of_home(reader: NameReader, place: NamePlace) -> bool:
    """Whether a word that the pipeline takes for a name only tells where somebody is from: « la Brellienne Anna Cole »."""
    before = place.start - 1
    lone = place.end - place.start == 1 and place.sure < 3 and before >= 0 and reader.same(before, place.end)
    return lone and reader.lower[before] in {"le", "la", "l'", "du", "au"} and _HOME.match(reader.lower[place.start]) is not None


def _personal(same: list[NamePlace], reader: NameReader) -> bool:
    """Whether a name of two or three words stands where a person does: before its age or its function, after « a déclaré »."""
    first = same[0]
    if not 2 <= first.end - first.start <= 4 or not all(reader.capital[i] or reader.words[i] == "-" or reader.lower[i] in PARTICLES for i in range(first.start, first.end)):
        return False
    if head_at(reader, first.start) is not None or any(ACRONYM.match(reader.words[i]) for i in range(first.start, first.end)):
        return False
    for place in same:
        after, before = place.end, place.start - 1
        if after + 2 < len(reader.words) and reader.same(after, place.start) and reader.words[after] in {",", "("}:
            if reader.words[after + 1].isdigit() and reader.lower[after + 2] in {"ans", "an"}:
                return True
            if reader.lower[after + 1] in {"né", "née", "âgé", "âgée"}:
                return True
            if function_after(reader, place) is not None or function_apposed_before(reader, place) is not None:
                return True
        if place.kind in {"place", "other"} and before > 1 and reader.same(before, place.start) and reader.lower[before] in {"de", "d'"} and " " in reader.phrase(first.start, first.end):
            noun = before - 2 if reader.tokens[before - 1].pos == "ADJ" else before - 1
            if reader.lower[noun] in _HELD:
                return True  # « le régime brellien d’Orlan Brelle »
        if place.kind in {"place", "other"} and (before < 0 or reader.tokens[before].pos != "DET" or not reader.same(before, place.start)) and _speaks(reader, place):
            if reader.phrase(place.end - 1, place.end) not in reader.lex.words["company-tails"] and "-" not in reader.words[first.start : first.end]:
                return True  # « Orlan Brelle a tweeté »
        if before > 0 and reader.same(before, place.start) and reader.tokens[before].lemma in reader.lex.words["near-person"] and reader.tokens[before].pos == "VERB":
            return True
        if reader.same(before, place.start) and before > 1 and reader.tokens[place.start].dep != "obj":
            if reader.lower[before] in reader.lex.functions and not reader.capital[before]:
                return True
            if reader.tokens[before].pos in {"NOUN", "PROPN"} and reader.lower[before - 1] in {"l'", "de"} and reader.lower[before] == "organisation":
                return True  # « le chef de l'organisation Amir al-Zubari »
    return False


def _like_neighbours(places: list[NamePlace], reader: NameReader) -> list[NamePlace]:
    """Return the places, those that only the pipeline knows with the kind that most others have in the same list (« A, B (2 buts), C et D »)."""
    runs: list[list[int]] = []
    for index, place in enumerate(places):
        if runs and _enumerated(reader, places[runs[-1][-1]].end, place.start):
            runs[-1].append(index)
        else:
            runs.append([index])
    result = list(places)
    votes: dict[str, list[EntityKind]] = {}
    for run in runs:
        letters = [index for index in run if ACRONYM.match(reader.phrase(places[index].start, places[index].end))]
        if len(run) == 2 and len(letters) == 2:
            # « les YPG et YPJ »: an acronym beside that of an organisation
            for index, other in ((run[0], run[1]), (run[1], run[0])):
                if places[index].sure == 1 and places[index].kind == "other" and places[other].kind == "organisation":
                    votes.setdefault(name_key(reader.phrase(places[index].start, places[index].end)), []).append("organisation")
        if len(run) < 3:
            continue
        ranked = Counter(places[index].kind for index in run).most_common(1)[0]
        surest = {places[index].kind for index in run if places[index].sure >= 2}
        if surest == {"person"} and all(places[index].kind in {"person", "other"} for index in run) and not any(ACRONYM.match(reader.phrase(places[index].start, places[index].end)) for index in run):
            ranked = ("person", len(run))  # « ses compatriotes A, B et C »
        if 2 * ranked[1] <= len(run) or surest - {ranked[0]} or ranked[0] not in {"person", "place", "organisation"}:
            continue
        for index in run:
            if places[index].sure == 1 and (ranked[0] == "organisation" or not ACRONYM.match(reader.phrase(places[index].start, places[index].end))):
                votes.setdefault(name_key(reader.phrase(places[index].start, places[index].end)), []).append(ranked[0])
    for index, place in enumerate(places):
        listed = votes.get(name_key(reader.phrase(place.start, place.end)), [])
        if place.sure == 1 and listed and len(set(listed)) == 1 and place.kind != listed[0]:
            result[index] = NamePlace(place.start, place.end, listed[0], 1, place.source)
    return result


_REPEATED = frozenset("de du des d' à au aux la le l' les en".split())  # « de A, de B et de C »


def _enumerated(reader: NameReader, left: int, right: int) -> bool:
    """Whether nothing but « , », « et » and what stands in parentheses is between two names."""
    if not reader.same(left - 1, right) or right - left > 12 or right <= left:
        return False
    depth = 0
    for index in range(left, right):
        word = reader.words[index]
        depth += (word == "(") - (word == ")")
        linked = index > left and reader.words[index - 1] in {",", "et", "ou"} and right - index <= 2 and reader.lower[index] in _REPEATED
        linked = linked or (index > left + 1 and index == right - 1 and reader.lower[index] in {"la", "l'"} and reader.lower[index - 1] in {"de", "à"})
        if depth == 0 and not linked and word not in {",", "et", ")", "puis", "ou", "/", "-"}:
            return False
    return True


def _beside_a_place(reader: NameReader, place: NamePlace) -> bool:
    """« Birlac (Lozère) », « Birlac, en Lozère », « Birlac (près de Mende) »: what follows a name says that it is a place."""
    after = place.end
    if after + 2 >= len(reader.words) or not reader.same(after, place.start) or reader.words[after] not in {",", "("}:
        return False
    inner = after + 1
    near = reader.lower[inner] in {"près", "au", "à", "dans", "en"}
    if reader.lower[inner] == "près" or (reader.lower[inner] in {"au", "à"} and reader.lower[inner + 1] in {"nord", "sud", "est", "ouest", "l'est", "l'ouest", "l'"}):
        return True
    while inner < len(reader.words) and (reader.lower[inner] in {"en", "dans", "le", "la", "l'", "les"} and reader.same(inner, place.start)):
        inner += 1
    if inner >= len(reader.words) or (reader.words[after] == "," and not near):
        return False
    known = reader.lex.known_at(reader.text, reader.tokens[inner].span.start)
    if known is None or known.kind != "place":
        return False
    closing = reader.token_range(reader.tokens[inner].span.start, reader.tokens[inner].span.start + len(known.name))
    return closing is not None and closing[1] < len(reader.words) and reader.words[closing[1]] in {")", ","}


def _placed(same: list[NamePlace], families: set[str], reader: NameReader) -> bool:
    """Whether a lone word that only the pipeline knows stands where a place does: «à X», «maire de X», «la ville de X»."""
    first = same[0]
    text = reader.phrase(first.start, first.end)
    if (first.end - first.start > 1 and not ("-" in text and " " not in text)) or text in families or text in reader.lex.first_names or ACRONYM.match(text):
        return False
    if text.startswith(("Saint-", "Sainte-")) and first.kind != "person":
        return True
    for index in range(2, len(reader.words)):
        if reader.words[index] == text and reader.lower[index - 1] in {"de", "d'"} and reader.lower[index - 2] in {"club", "stade", "union", "entente"} and "-" in text:
            return True  # « le Rugby club de Port-Brelle »
    for place in same:
        before = place.start - 1
        if before < 1 or not reader.same(before - 1, place.start):
            continue
        word, earlier = reader.lower[before], reader.lower[before - 1]
        if word == "à" and (reader.tokens[before - 1].pos in {"NOUN", "PUNCT", "ADJ", "ADV", "CCONJ"} or reader.initial[before]):
            return True
        if word == "à" and reader.tokens[before - 1].lemma in reader.lex.words["where"]:
            return True
        if _beside_a_place(reader, place):
            return True
        if word in {"de", "d'"} and earlier in {
            "maire",
            "préfet",
            "préfète",
            "procureur",
            "procureure",
            "habitants",
            "habitant",
            "ville",
            "commune",
            "près",
            "nord",
            "sud",
            "est",
            "ouest",
            "banlieue",
            "centre",
        }:
            return True
    return False


def _kind_of(same: list[NamePlace], reader: NameReader) -> tuple[EntityKind, int]:
    rules = [place for place in same if place.sure == 3]
    first = same[0]
    text = reader.phrase(first.start, first.end)
    if len(text.split()) == 1 and not ACRONYM.match(text) and any(place.start and reader.same(place.start - 1, place.start) and reader.lower[place.start - 1] in reader.lex.words["of-kin"] for place in same):
        return "person", 2  # « sa fille Brelle », though a club bears this name
    if not rules and first.end - first.start == 1 and (listed := _after_its_noun(same, reader)) is not None:
        return listed, 2
    if not rules and text in reader.lex.first_names and any(place.kind in {"person", "other"} for place in same):
        return "person", 2
    plural = [place for place in same if place.start and reader.lower[place.start - 1] in {"les", "des", "aux", "ces"} and reader.same(place.start - 1, place.start)]
    if not rules and plural and any(place.kind == "person" for place in same) and text.split()[0].endswith("s"):
        return "other", 2
    if not rules and len(plural) == len(same) and first.end - first.start == 1 and text.endswith("s") and any(_acts(reader, place) for place in same):
        return "other", 2  # « les Brellas prennent la ville »: people, not a place
    if rules and rules[0].kind == "person" and text.split()[-1] in reader.lex.words["company-tails"] and any(
        place.start and reader.lower[place.start - 1] in {"la", "le", "l'"} and reader.same(place.start - 1, place.start) for place in same
    ):
        return "organisation", 2  # « la Brelle Airlines »
    headed = any(place.source.startswith("tête:") and place.end - place.start > 2 for place in rules)
    if rules and not headed and rules[0].kind == "organisation" and not ACRONYM.match(text) and 2 * sum(_context_kind(reader, place) == "place" for place in same) > len(same):
        return "place", 2
    if rules:
        return Counter(place.kind for place in rules).most_common(1)[0][0], 3
    for place in same:
        kind = _context_kind(reader, place)
        if kind is not None:
            return kind, 2
    if any(place.kind == "person" for place in same) and any(
        not reader.capital[i] and reader.words[i][:1].isalpha() and reader.lower[i] not in PARTICLES and not reader.words[i - 1].endswith(("'", "’")) for i in range(first.start + 1, first.end)
    ):
        return "other", 1  # « Ursus arctos »
    if _coded(reader, first):
        return "other", 2
    shaped = _shaped(same, reader)
    if shaped is not None:
        return shaped, 2
    counts = Counter(place.kind for place in same)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        named = [kind for kind, _ in ranked if kind != "other"]
        return (named[0], 1) if len(named) == 1 else ("other", 1)
    kind = ranked[0][0]
    if kind in {"person", "place"} and first.end - first.start == 1 and re.fullmatch(r"[A-Z]{2,7}", text):
        return "organisation", 1
    return kind, 1


def _after_its_noun(same: list[NamePlace], reader: NameReader) -> EntityKind | None:
    """What a name that may be a first name is by the noun before it: « le magazine Brella », « les tempêtes Paul, Léon et Marcel »."""
    events = reader.lex.words["of-event"]
    for place in same:
        noun = place.start - 1
        if noun < 0 or not reader.same(noun, place.start):
            continue
        if reader.lower[noun] in _MEDIA and reader.tokens[noun].pos == "NOUN":
            return "organisation"
        while noun > 0 and place.start - noun < 12 and reader.same(noun, place.start) and (reader.words[noun] in {",", "et", "puis"} or reader.capital[noun]):
            noun -= 1
        plural = place.start - noun > 1
        if reader.same(noun, place.start) and reader.lower[noun].removesuffix("s") in _STORMS & events and (not plural or reader.lower[noun].endswith("s")):
            return "event"
    return None


_MEDIA = frozenset("magazine quotidien hebdomadaire mensuel journal revue tabloïd chaîne webzine".split())
_STORMS = frozenset("tempête ouragan cyclone typhon".split())
_NAMED = frozenset("baptisé baptisée baptisés baptisées dénommé dénommée".split())
_WAYS = frozenset("cours pont parvis esplanade station square place rue avenue boulevard quai allée arrêt".split())
_BODIES = frozenset("journaux quotidiens médias sites chaînes entreprises sociétés groupes banques partis syndicats associations ong clubs enseignes marques radios".split())
_HELD = frozenset("régime présidence mandat entourage partisans partisan avocat avocate assassinat procès réélection candidature meurtre gouvernement destitution".split())
_STATES = ("République ", "Royaume ", "Sultanat ", "Émirat ", "Empire ")


def _shaped(same: list[NamePlace], reader: NameReader) -> EntityKind | None:
    """The kind that the words of a name themselves show, or None."""
    first = same[0]
    text = reader.phrase(first.start, first.end)
    words = text.split()
    tail = words[-1]
    if (alike := reader.lex.spelled.get(spelling(text))) is not None:
        return alike  # « Émirats-Arabes-Unis », « Addis Abeba »
    before = [reader.lower[place.start - 1] if place.start and reader.same(place.start - 1, place.start) else "" for place in same]
    if text.startswith(_STATES) and len(words) > 1 and all(word in {"la", "le", "l'", "du", "de", "d'"} for word in before):
        inner = (reader.lex.known_at(reader.text, reader.tokens[index].span.start) for index in range(first.start + 1, first.end))
        return "place" if any(known is not None and known.kind == "place" for known in inner) else "country"  # « la République populaire de Brelle »
    if re.fullmatch(r"(?:I{1,3}|I?V|VI{0,3}|IX|X)e République", text):
        return "other"
    if len(words) == 1 and before and all(word in {"du", "au", "aux"} for word in before) and (listing := reader.lex.known.get("Le " + text)) is not None and listing.kind in {"place", "country"}:
        return listing.kind  # « le congrès du Havre »
    if text.startswith(("Saint-", "Sainte-")) and all(word == "la" for word in before):
        return "event"  # « le réveillon de la Saint-Gontran »
    heads = reader.lex.heads.get(text.lower(), ())
    if heads and all(head.kind == "organisation" for head in heads) and all(word in {"la", "le", "l'", "du", "au", "cette", "ce"} for word in before):
        return "organisation"  # « la Cour a répondu »
    if len(words) > 1 and words[0] not in reader.lex.first_names:
        if tail in reader.lex.words["event-tails"] or (words[0].lower() in reader.lex.words["of-event"] and not ACRONYM.match(words[0])):
            return "event"
        if tail in reader.lex.words["work-tails"]:
            return "other"
    listed = reader.lex.known.get(re.split("[-–]", text)[0])
    if len(words) == 1 and "-" in text and listed is not None and listed.kind == "organisation":
        return "organisation"  # the name of a listed institute and of whom it works for
    if any(_scored(reader, place) for place in same):
        return "person"  # « Brelle (3/4), Morlan (2 buts) »
    if len(words) > 1 or ACRONYM.match(text):
        return None
    article = all(word in {"le", "la", "l'", "du", "au"} for word in before)
    if article and any(place.kind == "person" for place in same) and text not in reader.lex.first_names and not any(place.sure > 1 for place in same):
        return "organisation" if any(_speaks(reader, place) for place in same) else "other"  # « une cousine du Mégabrelle »
    if article and any(place.kind == "other" for place in same) and any(_speaks(reader, place) for place in same):
        return "organisation"
    return None


def _scored(reader: NameReader, place: NamePlace) -> bool:
    """Whether a player's score stands in brackets after a name, or in a table."""
    after = place.end
    if place.end - place.start == 1 and tallied(reader, place.start):
        return True
    if after + 2 >= len(reader.words) or reader.words[after] != "(":
        return False
    number = re.fullmatch(r"\d{1,2}/\d{1,2}", reader.words[after + 1]) is not None or (
        reader.words[after + 1].isdigit() and reader.words[after + 2] == "/" and after + 3 < len(reader.words) and reader.words[after + 3].isdigit()
    )
    return number or (reader.words[after + 1].isdigit() and reader.lower[after + 2] in {"arrêt", "arrêts", "but", "buts", "essai", "essais", "passe", "passes"})


def _speaks(reader: NameReader, place: NamePlace) -> bool:
    """Whether a name is the subject of a verb of speech, or its agent: « selon les chiffres donnés par la Brelle »."""
    token = reader.tokens[place.start]
    verb = reader.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma in reader.lex.words["speaking"] and reader.same(place.start, token.head)


_LED = frozenset(("président", "présidente", "directeur", "directrice", "dirigeant", "dirigeante", "dirigeants", "actionnaire", "actionnaires", "cofondateur", "fondateur"))
_RIVER = frozenset(("crue", "crues", "source", "rive", "rives", "berge", "berges", "quai", "quais", "bassin", "affluent", "lit", "embouchure", "estuaire", "eaux"))


def _body_before(reader: NameReader, comma: int, within: bool = False) -> bool:
    """Whether the phrase before a comma is that of a body: « une association de patients, Brelle santé, »."""
    index = comma - 1
    while index >= 0 and comma - index < 8 and reader.same(index, comma):
        token = reader.tokens[index]
        if token.pos == "DET" and reader.lower[index] in {"le", "la", "l'", "un", "une", "son", "sa"}:
            noun = index + 1
            while noun < comma and reader.tokens[noun].pos in {"ADJ", "NUM"}:
                noun += 1
            return reader.lower[noun] in reader.lex.words["of-organisation"] and not any(reader.lower[i] in reader.lex.functions for i in range(noun, comma))
        if token.pos in {"VERB", "AUX", "PUNCT", "PRON"} or (token.pos == "PROPN" and not within):
            return False
        index -= 1
    return False


def _coded(reader: NameReader, place: NamePlace) -> bool:
    """« NGC 613 », « SN 2016gkg »: letters and a number, which name a thing."""
    words = reader.words[place.start : place.end]
    return len(words) == 2 and re.fullmatch(r"[A-Z]{2,5}", words[0]) is not None and re.fullmatch(r"\d+[a-zA-Z]*", words[1]) is not None or (
        len(words) == 1 and re.fullmatch(r"[A-Z][a-zé]+-\d", words[0]) is not None
    )


def _acts(reader: NameReader, place: NamePlace) -> bool:
    """Whether a name is the subject of a verb in the active."""
    token = reader.tokens[place.start]
    verb = reader.tokens[token.head]
    return token.dep == "nsubj" and verb.pos == "VERB" and verb.feature("Number") != "Sing"


_HOME = re.compile(r"\w{3,}(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ain|aine|and|ande)\Z")


def _called_after_home(reader: NameReader, place: NamePlace, word: str, multi: bool) -> bool:
    """« L’américaine Anna Cole », « le lorientais Brelle »: whether the word before the name tells where somebody is from, and the name can be somebody's."""
    if ACRONYM.match(reader.phrase(place.start, place.end)) or not (word in reader.lex.demonyms or _HOME.match(word)):
        return False
    if word in reader.lex.demonyms:
        return multi and (place.kind in {"person", "other", "place"} or word.endswith("e"))
    return _HOME.match(word) is not None and reader.tokens[place.start - 1].pos in {"NOUN", "ADJ", "PROPN", "VERB"} and word not in reader.lex.words["of-organisation"] and word.endswith(("ais", "aise", "ois", "oise"))


def _among_works(reader: NameReader, place: NamePlace) -> bool:
    """« plusieurs films, dont A, B et C »: whether a name stands in a list of titles."""
    index = place.start - 1
    while index > 0 and place.start - index < 25 and reader.same(index, place.start) and (reader.capital[index] or reader.words[index] in {",", "et", "'", "’", "«", "»", "."} or reader.lower[index] in PARTICLES):
        index -= 1
    if index < 1 or reader.lower[index] not in {"dont", "comme"}:
        return False
    noun = index - (2 if reader.words[index - 1] == "," else 1)
    return noun >= 0 and reader.same(noun, index) and reader.lower[noun] in reader.lex.words["of-work-lists"]


_MEMBERS = frozenset("secrétaire délégué déléguée représentant représentante représentants adhérents militants militant militante porte-parole antenne".split())


def _of_a_body(reader: NameReader, before: int) -> EntityKind | None:
    """« le secrétaire du Snag », « PDG de la Grande Toupie », « représente le Snag », « le mouvement rebelle est le Terik-e-Brelan »: an organisation, by the words before a name that nobody lists."""
    word = reader.lower[before]
    noun = before - 1 if word in {"du", "des"} else before - 2 if word in {"la", "l'"} and reader.lower[before - 1] == "de" else -1
    if noun >= 0 and reader.same(noun, before) and (reader.lower[noun] in _MEMBERS and word == "du" or reader.lower[noun] in reader.lex.words["of-staff"] | _LED):
        return "organisation"
    if word in {"le", "l'"} and before > 1 and reader.tokens[before - 1].lemma == "représenter" and reader.tokens[before - 1].pos == "VERB":
        return "organisation"
    if word in {"le", "la", "l'"} and before > 2 and reader.tokens[before - 1].lemma == "être" and reader.lower[before - 1] in {"est", "était"}:
        subject = next((k for k in range(before - 2, max(-1, before - 6), -1) if reader.tokens[k].pos == "NOUN" or not reader.same(k, before)), -1)
        if subject >= 0 and reader.same(subject, before) and reader.lower[subject] in reader.lex.words["of-organisation"]:
            return "organisation"
    return None


def _context_kind(reader: NameReader, place: NamePlace) -> EntityKind | None:
    """What the words just before a name say it is, or None."""
    before = place.start - 1
    if before < 0 or not reader.same(before, place.start):
        return None
    word = reader.lower[before]
    if word in LINKS and before:
        town = before - 1
        while town > 0 and before - town < 3 and reader.tokens[town].pos == "ADJ" and reader.lower[town] not in reader.lex.words["of-place"]:
            town -= 1
        if reader.lower[town] in reader.lex.words["of-place"]:
            return "place"  # « la ville autrichienne de X »
    if word in {"comme", "dont"} and before and (reader.lower[before - 1] in _BODIES or (reader.words[before - 1] == "," and reader.lower[before - 2] in _BODIES)) and place.kind in {"other", "place"}:
        return "organisation"  # « certains journaux comme la Brelle »
    if word in {"la", "le", "les", "l'"} and before and reader.lower[before - 1] in reader.lex.words["of-organisation"] and reader.tokens[before - 1].pos == "NOUN":
        return "organisation"  # « le collectif la Brelle du Net »
    loose = place.kind in {"other", "place"} and place.sure == 1 and reader.lex.known.get(reader.phrase(place.start, place.end)) is None
    if loose and (word == "selon" or (word == "après" and reader.lower[before - 1] == "d'")):
        return "organisation"  # « selon Le Brellois »
    if loose and (who := _of_a_body(reader, before)) is not None:
        return who
    event = before - 1 if word in LINKS else before - 2 if word in {"la", "l'"} and reader.lower[before - 1] == "de" else -1
    if event >= 0 and place.kind == "other" and reader.lower[event] in reader.lex.words["of-event"] - {"opération", "festival"}:
        return "event"  # « la course du Brelle 50 »
    law = before - 2 if word == "l'" and reader.lower[before - 1] == "de" else before - 1 if word in LINKS else -1
    if law >= 0 and place.end - place.start == 1 and reader.lower[law] in {"abrogation", "ratification"}:
        return "other"
    if _among_works(reader, place):
        return "other"
    if word in _NAMED and place.kind == "person" and place.end - place.start == 1 and reader.phrase(place.start, place.end) not in reader.lex.first_names:
        return "other"  # « une étude baptisée Brella »
    if word in _WAYS and not reader.capital[before] and "-" in reader.words[place.start] and place.kind == "person":
        return "place"  # « cours Paul-Martin »
    if word in LINKS and before and place.kind == "person" and place.end - place.start == 1 and reader.lower[before - 1] in _LED:
        return "organisation"  # « le président de Brelle »: nobody presides over somebody
    if word in {"la", "l'"} | LINKS and before > 1 and reader.lower[before - (1 if word in LINKS else 2)] in _RIVER and (word in {"du", "d'"} or reader.lower[before - 1] == "de"):
        return "place"  # « les crues de l’Orve »
    if word in LINKS and reader.lower[before - 1] in {"club", "originaire", "natif", "native", "provenance"} and place.end - place.start == 1 and not ACRONYM.match(reader.words[place.start]):
        return "place"
    if word in {",", "("} and place.end < len(reader.words) and reader.words[place.end] in {",", ")"} and _body_before(reader, before, place.kind == "other"):
        return "organisation"
    if not reader.capital[before] and reader.tokens[before].pos == "NOUN" and before > 1 and reader.lower[before - 1] in LINKS and reader.lower[before - 2] in reader.lex.words["of-organisation"]:
        return "organisation"  # « la société de bourse Brelle »
    if word in {"«", '"'} and before:
        word = reader.lower[before - 1]
    if word == "assurance" and before > 1:
        word = reader.lower[before - 2]
    noun = before
    while noun > 0 and before - noun < 3 and reader.tokens[noun].pos == "ADJ":
        noun -= 1
    if noun < before and reader.lower[noun] in reader.lex.words["of-organisation"] | reader.lex.words["of-work"]:
        word = reader.lower[noun]  # « la revue scientifique américaine X »
    if word in reader.lex.words["of-organisation"] or (word in LINKS and before and reader.lower[before - 1] in reader.lex.words["of-staff"] and place.kind != "place"):
        return "organisation"
    if word in reader.lex.words["of-work"]:
        return "other"
    if word in reader.lex.words["of-event"]:
        return "event"
    multi = place.end - place.start > 1
    if multi and reader.words[place.end - 1] in reader.lex.words["company-tails"] and reader.words[place.start] not in reader.lex.first_names:
        return "organisation"
    if word in reader.lex.words["of-person"] and not ACRONYM.match(reader.phrase(place.start, place.end)):
        return "person"
    if not reader.capital[before] and before and reader.lower[before - 1] in {"le", "la", "l'"} and reader.tokens[before - 1].pos == "DET" and _called_after_home(reader, place, word, multi):
        return "person"
    if multi and reader.capital[before] and word in reader.lex.demonyms and before and reader.lower[before - 1] in {"le", "la", "l'", "un", "une", "du", "au"}:
        return "person"
    if word in reader.lex.functions and (multi or place.kind == "person"):
        return "person"
    return None
