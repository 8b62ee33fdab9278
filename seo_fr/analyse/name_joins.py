"""Which places name the same thing: full and short names, acronyms and what they stand for."""

from __future__ import annotations

import re

from seo_fr.analyse.name_reader import ACRONYM, NameGroup, NamePlace, NameReader, initials_of, last_name, name_key
from seo_fr.model import MentionForm


def join_names(places: list[NamePlace], reader: NameReader) -> list[NameGroup]:
    """Return the groups of places that name the same thing."""
    groups: dict[str, NameGroup] = {}
    for place in places:
        text = reader.phrase(place.start, place.end)
        key = f"{name_key(text)}"
        known = reader.lex.known.get(text)
        group = groups.get(key)
        if group is None:
            groups[key] = NameGroup(text, [place], place.kind, known if place.kind == getattr(known, "kind", None) else None, forms={})
        else:
            group.places.append(place)
    ordered = sorted(groups.values(), key=lambda group: group.places[0].start)
    _join_acronyms(ordered, reader)
    _join_persons(ordered, reader)
    _join_prefixes(ordered, reader)
    return sorted((group for group in ordered if group.places), key=lambda group: min(place.start for place in group.places))


def _merge(into: NameGroup, short: NameGroup, form: MentionForm) -> None:
    assert into.forms is not None and short.forms is not None
    for place in short.places:
        into.forms[place.start] = form
    into.places += short.places
    into.forms.update({start: kept for start, kept in short.forms.items() if start not in into.forms})
    into.known = into.known or (short.known if form != "short" else None)
    short.places = []


def _join_acronyms(groups: list[NameGroup], reader: NameReader) -> None:
    """Join «Organisation mondiale de la santé (OMS)» and «OMS», and the pairs that a rule lists."""
    at = {place.start: group for group in groups for place in group.places}
    by_text = {group.text: group for group in groups}
    for group in list(groups):
        if not group.places:
            continue
        for place in list(group.places):
            opening = place.end
            if opening + 2 < len(reader.words) and reader.words[opening] == "(" and reader.words[opening + 2] == ")":
                short = reader.words[opening + 1]
                if not ACRONYM.match(short):
                    continue
                initials = initials_of(group.text)
                plain = re.sub(r"[^A-ZÀ-Ý]", "", short)
                if group.kind == "person" or (group.kind in {"place", "country"} and plain != initials):
                    continue
                if plain[:1] != initials[:1] and not set(plain) <= set(group.text.upper()):
                    continue
                group.acronym = short
                other = at.get(opening + 1) or by_text.get(short)
                if other is not None and other is not group and other.places:
                    if group.kind in {"other", "place"} and other.kind == "organisation":
                        group.kind = "organisation"
                    _merge(group, other, "acronym")
    for group in list(groups):
        if group.places and group.known is not None and group.known.expansion:
            group.acronym = group.text
            long = by_text.get(group.known.expansion)
            if long is not None and long.places and long is not group:
                long.acronym = group.text
                _merge(long, group, "acronym")


def _join_persons(groups: list[NameGroup], reader: NameReader) -> None:
    """Join a family name, or a first name alone, to the one full name it can mean."""
    full = [group for group in groups if group.places and group.kind == "person" and " " in name_key(group.text)]
    for longer in full:
        for other in full:
            if longer is not other and longer.places and other.places and _short_of(name_key(other.text), name_key(longer.text)) and " " in name_key(other.text):
                matching = [group for group in full if group.places and group is not other and _short_of(name_key(other.text), name_key(group.text))]
                if len(matching) == 1:
                    _merge(longer, other, "short")
    for group in list(groups):
        if not group.places or " " in group.text.strip() or group.kind not in {"person", "other", "organisation", "place"}:
            continue
        if group.kind != "person" and any(place.sure == 3 for place in group.places):
            continue
        matching = [other for other in full if other.places and other is not group and last_name(other.text, reader) == group.text]
        if not matching and not any(place.start and reader.lower[place.start - 1] in {"pape", "roi", "reine", "prince", "princesse", "saint", "sainte"} for place in group.places):
            matching = [other for other in full if other.places and other.text.split()[0] == group.text and group.kind == "person" and group.text in reader.lex.first_names]
        if len(matching) == 1:
            _merge(matching[0], group, "short")
        elif len(matching) > 1:
            _by_title(group, matching, reader)


def _short_of(short: str, long: str) -> bool:
    initial = re.match(r"([^\W\d_])\. ?(.+)", short)
    if initial and long.startswith(initial.group(1)) and long.endswith(" " + initial.group(2)):
        return True
    return long != short and (
        long.endswith(" " + short) or (long.split(maxsplit=1)[0] == short.split(maxsplit=1)[0] and long.rsplit(maxsplit=1)[-1] == short.rsplit(maxsplit=1)[-1])
    )


def _by_title(group: NameGroup, matching: list[NameGroup], reader: NameReader) -> None:
    """Give «M. Durand» to the only man of that name, if there is one; leave the rest to nobody."""
    for place in list(group.places):
        title = reader.words[place.start - 1] if place.start else ""
        gender = reader.lex.titles.get(title, "")
        if gender:
            fitting = [other for other in matching if reader.lex.first_names.get(other.text.split()[0], "") == gender]
            if len(fitting) == 1:
                group.places.remove(place)
                fitting[0].places.append(place)
                assert fitting[0].forms is not None
                fitting[0].forms[place.start] = "short"


def _headed(group: NameGroup, reader: NameReader) -> bool:
    """Whether a name of one word is a word that opens names («le Conseil» for «le Conseil constitutionnel»)."""
    return group.text.lower() in reader.lex.heads and reader.words[group.places[0].start][:1].isupper()


def _join_prefixes(groups: list[NameGroup], reader: NameReader) -> None:
    """Join «Conseil de sécurité» to the one «Conseil de sécurité des Nations unies»."""
    for group in groups:
        lone = len(group.text.split()) < 2
        if not group.places or group.kind not in {"organisation", "event"} or group.known is not None or (lone and not _headed(group, reader)):
            continue
        longer = [other for other in groups if other.places and other is not group and other.kind == group.kind and other.text.startswith(group.text + " ")]
        if len(longer) == 1:
            _merge(longer[0], group, "short")
