"""How far a name reaches: from a word of organisation, place or event on, and from a first name on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.analyse.name_reader import LINKS, PARTICLES, NamePlace, NameReader, head_at
from seo_fr.analyse.names import Head

_BEFORE_HEAD = frozenset("Nouveau Nouvelle Haut Haute Grand Grande Jeune Jeunes Premier Première Seconde Deuxième Vieux Petit Petite Hauts Saint".split())


def headed_names(reader: NameReader) -> Iterator[NamePlace]:
    """Names that begin with a word of organisation, place or event."""
    index = 0
    while index < len(reader.words):
        found = head_at(reader, index)
        if found is None or reader.tokens[index].pos in {"VERB", "AUX"} or _inside_listed(reader, index):
            index += 1
            continue
        head, after = found
        if reader.lower[index] == "place" and index and re.match(r"(?:\d+(?:e|ème|er|re)?|premi[eè]re?|deuxième|seconde|troisième|quatrième|cinquième|dernière|belle)\Z", reader.lower[index - 1]):
            index += 1  # « la 8e place du favori »
            continue
        if portfolio(reader, index) or (reader.lower[index] == "tour" and index and reader.lower[index - 1] in {"dernier", "premier", "second", "deuxième", "troisième"}):
            index += 1
            continue
        if reader.words[index] in reader.lex.first_names and after < len(reader.words) and reader.capital[after] and reader.lower[index - 1 if index else 0] != "la":
            index += 1  # « Marine Le Pen »
            continue
        end = _extent(reader, head, index, after)
        listed = reader.lex.known_at(reader.text, reader.tokens[index].span.start)
        if listed is not None:
            span = reader.token_range(reader.tokens[index].span.start, reader.tokens[index].span.start + len(listed.name))
            if span is not None and not any(reader.capital[i] for i in range(span[1], end)):
                index = span[1]
                continue
        if end > after and head.kind == "place" and not reader.capital[index] and _of_body(reader, after, end):
            index = after
            continue
        if end > after or (after - index > 1 and reader.capital[index] and not reader.initial[index]):
            start = index
            if (
                index
                and reader.same(index - 1, index)
                and reader.capital[index]
                and reader.words[index - 1] in _BEFORE_HEAD
                and not (reader.initial[index - 1] and reader.lower[index - 1] in {"premier", "première"})
            ):
                start = index - 1
            yield NamePlace(start, end, head.kind, 3, f"tête:{head.word}")
            index = end
        else:
            index += 1


def _inside_listed(reader: NameReader, index: int) -> bool:
    """Whether a word stands within a listed name that begins before it: « Provence-Alpes-Côte d'Azur »."""
    if not index or reader.words[index - 1] != "-":
        return False
    for start in range(index - 1, max(-1, index - 6), -1):
        known = reader.lex.known_at(reader.text, reader.tokens[start].span.start) if reader.capital[start] else None
        if known is not None and reader.tokens[start].span.start + len(known.name) > reader.tokens[index].span.start:
            return True
    return False


_ARTICLES = frozenset("al el an as ad ar ash at".split())  # of Arabic names, before a hyphen


def _of_body(reader: NameReader, after: int, end: int) -> bool:
    """« claquer la porte de l’ONU », « la base de l’OTAN »: whether nothing but « de » and a listed organisation follows a common noun of place."""
    start = after
    while start < end and reader.lower[start] in LINKS | {"l'", "la"}:
        start += 1
    if start == after or start >= end or reader.lower[start - 1] in {"de", "d'"}:
        return False
    known = reader.lex.known_at(reader.text, reader.tokens[start].span.start)
    return known is not None and known.kind == "organisation" and known.name == reader.phrase(start, end)


def _extent(reader: NameReader, head: Head, index: int, after: int) -> int:
    """Where the name that a head opens ends; ``after`` if it opens none."""
    capital = reader.capital[index] and not reader.initial[index]
    if reader.capital[index] and reader.initial[index] and index + 1 < len(reader.words) and reader.lower[index] in reader.lower_seen:
        capital = False
    qualified = head.qualified and reader.same(index, after) and after < len(reader.words) and reader.tokens[after].pos == "ADJ" and not reader.capital[after]
    if not capital and not head.lower and not head.bare and not qualified and not (reader.capital[index] and reader.initial[index]):
        return after
    end = position = after
    if not capital and reader.same(index, after) and reader.capital[after] and head.bare and not reader.capital[index]:
        # « l'hôpital Pasteur de Nice »: the name that touches its head, and no more
        return name_end(reader, after)
    if not capital and head.bare and not head.lower and not qualified and reader.same(index, after) and after < len(reader.words) and reader.lower[after] in LINKS:
        return after  # « l'hôpital de Lens »: the town is the name
    proper = capital
    last_proper = after if capital else -1
    while position < len(reader.words) and reader.same(index, position):
        word, token = reader.lower[position], reader.tokens[position]
        if reader.capital[position] and (token.pos != "PUNCT"):
            if position == after and not capital and not head.bare:
                return after
            if reader.lower[position - 1] not in LINKS | {"la", "l'", "le", "les", "à", "aux", "au", "-", "et"} and position > after and not _adjoins(reader, position - 1):
                break
            if position > after and reader.capital[position - 1] is False and reader.lower[position - 1] not in LINKS | {"la", "l'", "le", "les", "à", "aux", "au", "et"}:
                # « la Fédération française Machin »: the name of someone begins here
                if reader.words[position] in reader.lex.first_names or reader.lex.known_at(reader.text, token.span.start) is None:
                    break
            proper = True
            listed = reader.lex.known_at(reader.text, token.span.start)
            span = reader.token_range(token.span.start, token.span.start + len(listed.name)) if listed is not None else None
            position = span[1] if span is not None else position + 1
            end = last_proper = position
            continue
        if token.pos == "ADJ" or (
            token.pos in {"NOUN", "VERB"} and re.search(r"(?:ale?s?|aux|ien(?:ne)?s?|aise?s?|ique|ive|if|aire|ée?s?|oise?|ain(?:e|s)?)\Z", word) and position == after
        ):
            if not capital and position == after and head.kind == "place":
                return after
            if word in {
                "dernier",
                "dernière",
                "prochain",
                "prochaine",
                "ouvert",
                "ouverte",
                "prévu",
                "prévue",
                "chargé",
                "chargée",
                "située",
                "situé",
                "basé",
                "basée",
                "créée",
                "créé",
            }:
                break
            position += 1
            if capital:
                end = position
            continue
        pair = _paired(reader, after, position) if word == "et" and capital else 0
        if pair and reader.same(index, pair - 1):
            position = end = pair
            continue
        if word == "en" and capital and any(reader.lower[place] in {"pour", "contre"} for place in range(after, position)):
            # « Comité contre la faim en Afrique »
            region = reader.lex.known_at(reader.text, reader.tokens[position + 1].span.start) if position + 1 < len(reader.words) else None
            span = reader.token_range(reader.tokens[position + 1].span.start, reader.tokens[position + 1].span.start + len(region.name)) if region is not None else None
            if region is not None and region.kind in {"country", "place"} and span is not None:
                position = end = last_proper = span[1]
                break
        if word == "et" and capital and position + 2 < len(reader.words) and reader.lower[position + 1] in {"de", "du", "des", "d'"}:
            ahead = position + (3 if reader.lower[position + 2] in {"la", "l'"} else 2)
            if (
                ahead < len(reader.words)
                and reader.same(index, ahead)
                and reader.tokens[ahead].pos == "NOUN"
                and not reader.capital[ahead]
                and _may_continue(reader, ahead)
                and reader.lower[position - 1] not in reader.lex.heads
            ):
                position = end = ahead + 1
                continue
        if word == "-" and position + 1 < len(reader.words) and (reader.capital[position + 1] or capital) and token.span.end == reader.tokens[position + 1].span.start:
            position += 2
            end = last_proper = position
            continue
        step = _link(reader, position)
        if not step or position + step >= len(reader.words) or not reader.same(index, position + step):
            break
        target = position + step
        if reader.capital[target] and reader.tokens[target].pos != "PUNCT":
            if reader.lower[target] in reader.lex.not_names:
                break
            if reader.lower[target] in reader.lex.demonyms and target + 1 < len(reader.words) and reader.capital[target + 1]:
                break  # « les Jeux du Français Jean Martin »
            position = target
            if not capital and head.kind == "organisation" and target + 1 < len(reader.words) and reader.same(index, target + 1):
                # « ministère des Affaires étrangères »
                if reader.tokens[target + 1].pos == "ADJ" and reader.lower[target + 1] not in reader.lex.demonyms and not reader.capital[target + 1]:
                    position, end, last_proper, proper = target + 2, target + 2, target + 2, True
            continue
        if word in {"au", "à"} or (word == "aux" and reader.lower[after - 1] not in {"commissariat", "haut-commissariat"}):
            break
        if reader.tokens[target].pos in {"NOUN", "ADJ", "PROPN"} and (capital or head.kind in {"event", "organisation"}) and _may_continue(reader, target):
            following = target + 1
            if (
                reader.tokens[target].pos == "ADJ"
                and following < len(reader.words)
                and reader.tokens[following].pos == "NOUN"
                and not reader.capital[following]
                and reader.same(index, following)
            ):
                target = following  # « tribunal de grande instance »
            position = target + 1
            if capital:
                end = position
            continue
        break
    if not proper:
        return after
    end = end if capital else max(last_proper, -1)
    if end <= after and not (capital and end > after):
        return after
    return end


def _paired(reader: NameReader, after: int, position: int) -> int:
    """Where « les femmes et les hommes » after « entre », « réfugiés et apatrides » after « des » end; 0 if «et» is not inside a name."""
    ahead = position + 1
    if ahead + 1 >= len(reader.words):
        return 0
    before = {reader.lower[place] for place in range(after, position)}
    if "entre" in before and reader.lower[ahead] in {"le", "la", "les", "l'"}:
        ahead += 1
    elif reader.lower[position - 2] != "des" or reader.tokens[ahead].pos not in {"NOUN", "ADJ"} or not reader.lower[ahead].endswith(("s", "x")):
        return 0
    return ahead + 1 if reader.tokens[ahead].pos in {"NOUN", "ADJ"} and not reader.capital[ahead] and _may_continue(reader, ahead) else 0


def _adjoins(reader: NameReader, index: int) -> bool:
    return reader.capital[index] or reader.tokens[index].pos == "ADJ"


def _may_continue(reader: NameReader, index: int) -> bool:
    return reader.lower[index] not in reader.lex.words["never-inside"] and not reader.words[index][:1].isdigit()


def _link(reader: NameReader, position: int) -> int:
    """How many tokens link a name's first part to the next: «de» 1, «de la» 2, «pour les» 2…; 0 if none."""
    word = reader.lower[position]
    following = reader.lower[position + 1] if position + 1 < len(reader.words) else ""
    if word in {"de", "pour", "à", "contre", "entre"} and following in {"la", "l'", "les", "le"}:
        return 2
    if word in {"de", "du", "des", "d'", "aux", "au", "pour"}:
        return 1
    return 0


def name_end(reader: NameReader, index: int) -> int:
    """Where a personal name that begins at ``index`` ends."""
    end = index + 1
    words = reader.words
    while end < len(words) and reader.same(index, end):
        if words[end - 1].endswith(("'", "’")) and reader.tokens[end].span.start == reader.tokens[end - 1].span.end and words[end][:1].isalpha():
            end += 1  # « Ra'ad »
            continue
        if reader.capital[end] and words[end][:1].isalpha() and words[end] not in {"M.", "Mme"}:
            if reader.tokens[end].span.start > reader.tokens[end - 1].span.end + 1:
                break
            end += 1
            continue
        if (
            words[end] == "-"
            and end + 1 < len(words)
            and reader.tokens[end].span.start == reader.tokens[end - 1].span.end
            and reader.tokens[end + 1].span.start == reader.tokens[end].span.end
        ):
            end += 2
            continue
        if reader.lower[end] in _ARTICLES and end + 2 < len(words) and words[end + 1] == "-" and reader.capital[end + 2] and reader.tokens[end + 2].span.start - reader.tokens[end].span.end == 1:
            end += 3  # « Abou Mohammed al-Joulan »
            continue
        length = 0
        while end + length < len(words) and reader.lower[end + length] in PARTICLES and length < 2:
            length += 1
        if length and end + length < len(words) and reader.capital[end + length] and words[end + length][:1].isalpha() and reader.same(index, end + length):
            particle = reader.lower[end]
            if particle in {"de", "d'", "du", "des", "le", "la", "les"}:
                # « Jean de Raincourt » but not « Jean de Lens » nor « le Jean du Nord »: a first name alone, and no known place
                given = end - index == 2 and particle == "de" and words[index + 1] in reader.lex.first_names and reader.words[end + 1 + (length - 1)] not in reader.lex.first_names
                if (end - index != 1 and not given) or particle in {"des", "les"} or reader.words[index] not in reader.lex.first_names:
                    break
                known = reader.lex.known_at(reader.text, reader.tokens[end + length].span.start)
                if known is not None and known.kind != "organisation" and particle != "de":
                    break
                if known is not None:
                    break
            end += length + 1
            continue
        break
    return end


def portfolio(reader: NameReader, start: int) -> bool:
    """Whether a capitalised word is what a minister is minister of («ministre de l'Intérieur», «secrétaire d'État aux Transports»)."""
    index = start - 1
    while index >= 0 and reader.same(index, start) and reader.lower[index] in {"l'", "la", "les", "le"}:
        index -= 1
    if index < 1 or not reader.same(index, start) or reader.lower[index] not in {"de", "du", "des", "à", "aux", "au", "d'"}:
        return False
    index -= 1
    if index > 0 and not reader.capital[index] and reader.lower[index] not in reader.lex.functions and reader.tokens[index].pos in {"ADJ", "NOUN"}:
        index -= 1
    before = reader.lower[index] if index >= 0 else ""
    if reader.lower[start] == "république" and before in {"procureur", "procureure", "vice-procureur", "vice-procureure", "procureurs"}:
        return True  # « le procureur de la République de Lens »
    if before in {"président", "présidente", "vice-président"} and reader.lower[start] == "conseil":
        return True  # « le président du Conseil italien »
    if reader.lower[start] == "garde" and start + 2 < len(reader.words) and reader.lower[start + 2] == "sceaux":
        return True
    return (
        before in {"ministre", "ministres", "vice-ministre", "ex-ministre", "état", "secrétaire", "garde", "déléguée", "délégué"}
        and reader.lex.known_at(reader.text, reader.tokens[start].span.start) is None
    )
