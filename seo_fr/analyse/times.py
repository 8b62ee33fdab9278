"""Dates, relative times, durations and hours, with an ISO 8601 value where it is known.

A closed grammar of French time expressions, after the types of TimeML (Pustejovsky et al. 2003): DATE, DURATION, TIME. Only the publication date of the metadata resolves what is relative; the machine’s clock is never read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from seo_fr.french.calendar import DAYS
from seo_fr.french.numbers import parse_number
from seo_fr.french.words import fold, plain
from seo_fr.model import Clause, Sentence, Span, Time, Token
from seo_fr.rulebook import Rulebook

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre")
_D = rf"(?:{DAYS})"
_M = r"(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)"
_N = r"(?:1er|\d{1,2})"
_Y = r"(?:1[0-9]\d\d|20\d\d)"
_PART = r"(?: (?:au (?:petit )?matin|au soir|matin|midi|après-midi|soir|soirée|nuit|dans (?:la (?:nuit|matinée|soirée|journée)|l'après-midi)|à l'aube|en fin de journée|en début de soirée|en fin de matinée|en milieu de journée))?"
_COUNT = r"(?:\d+(?:,\d+)?|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|trente|quarante|cinquante|soixante|cent|quelques|plusieurs|une dizaine d[e']|une quinzaine de|une vingtaine d[e']|une trentaine d[e'])"
_UNIT = r"(?:ans?|années?|mois|semaines?|jours?|journées?|heures?|minutes?|secondes?|décennies?|siècles?)"
_COUNTED = rf"{_COUNT} ?{_UNIT}\b(?: et demie?|(?:,| et)? \d{{1,2}} (?:minutes?|secondes?)(?:(?:,| et)? \d{{1,2}} secondes?)?)?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("range", rf"\b(?:du|entre le) (?:{_D} )?(?P<r1>{_N})(?: (?P<m1>{_M}))?(?: (?P<y1>{_Y}))? (?:au|et le|et) (?:{_D} )?(?P<r2>{_N}) (?P<m2>{_M})(?: (?P<y2>{_Y}))?\b"),
    ("range", rf"\bles (?:{_D} )?(?P<r1>{_N}) (?:et|au) (?:{_D} )?(?P<r2>{_N}) (?P<m2>{_M})(?: (?P<y2>{_Y}))?\b"),
    ("night", rf"\b(?:dans )?la nuit d[eu] (?:{_D}|{_N}(?: {_M})?) (?:à|au) (?:(?:{_D}|{_N})(?: {_M})?(?: {_Y})?)\b"),
    ("date", rf"\b(?:ce )?(?P<day>{_D})(?: dernier| prochain)?,? (?P<d>{_N}) (?P<m>{_M})(?P<adj> dernier| prochain)?(?: (?P<y>{_Y}))?\b"),
    ("date", rf"\b(?P<d>{_N}) (?P<m>{_M})(?P<adj> dernier| prochain)?(?: (?P<y>{_Y})| de (?P<rel>cette année|l'année dernière|l'an dernier|l'année prochaine))?\b(?! (?:personnes|morts|blessés|euros))"),
    ("date", r"(?<![\d/.-])(?P<d>\d{1,2})[/.](?P<mn>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?![\d/])"),
    ("iso", r"(?<![\d-])(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])"),
    ("month", rf"\b(?P<edge>(?:(?:au|le|en|à la|la|dès le|vers la|vers le) )?(?:début|fin|milieu|courant|mi-)(?: du mois)?(?: de | d'| du | )?)(?:mois )?(?:de |d')?(?P<m>{_M})(?: (?P<y>{_Y}))?\b"),
    ("month", rf"\b(?:(?:le|du|au|ce) )?(?:mois (?:de |d'))?(?P<m>{_M}) (?P<y>{_Y})\b"),
    ("month", rf"\b(?:en|depuis|dès|jusqu'en|d'ici|avant|après|fin|début|pour|de|au mois d[e']|mois d[e']) ?(?P<m>{_M})(?P<adj> dernier| prochain)?\b(?! \d)"),
    ("yearrange", rf"\b(?:entre|de) (?P<y1>{_Y}) (?:et|à) (?P<y2>{_Y})\b"),
    ("yearrange", rf"(?<![\d-])(?:(?:la |cette )?saison |(?:en |depuis ))?(?P<y1>{_Y})[-–/](?P<y2>{_Y}|\d\d)\b(?![-/\d])"),
    ("decade", r"\b(?:les |des |aux |années )?années (?:1[89]\d0|20[0-2]0|soixante(?:-dix)?|quatre-vingts?(?:-dix)?|cinquante|trente|vingt|quarante|\d0)\b"),
    ("century", r"\b[IVX]+(?:e|ème|ᵉ)s? siècles?(?: (?:av\.|avant) J(?:ésus|\.)-C(?:hrist|\.))?"),
    ("season", rf"\b(?:(?:l'|à l'|au |le |cet |en |ce |d'ici l')?(?:été|automne|hiver|printemps))(?: (?P<y>{_Y})| dernier| prochain)\b"),
    ("year", rf"\b(?:au |à la |à |la |le |en |vers la |vers le )?(?:début|fin|milieu|mi-)(?: de| d'| de l'année| de l'an)? ?(?P<y>{_Y})\b"),
    ("year", rf"\b(?:en|l'année|année|l'an|depuis|dès|jusqu'en|jusqu'à|courant|fin|début|d'ici|avant|après|d'avant|saison|exercice|édition|élection|présidentielle|législatives|été|hiver|automne|printemps) (?P<y>{_Y})\b(?! ?(?:€|%|euros|personnes|hommes|femmes|morts|habitants|km|mètres))"),
    ("year", rf"(?<= (?:1\d|20)\d\d et )(?P<y>{_Y})\b(?! ?(?:€|%|euros))"),
    ("year", rf"(?<=\()(?P<y>{_Y})(?=[),])"),
    ("weekday", rf"\b(?:(?P<this>ce|le|depuis|dès|jusqu'à|avant|après|de|du|d'ici|d'ici à|dans la journée de|pour) )?(?P<day>{_D})(?: (?P<num>1er|[12]?\d|3[01])(?=$|[,.;)]| (?:et|à|au|dans|sur|en|lors|devant|vers|dès|dernier|prochain)\b))?(?P<adj> dernier| prochain| passé)?{_PART}(?P<adj2> dernier| prochain| passé)?\b"),
    ("named", rf"\b(?P<named>avant-hier|hier|après-demain|demain|aujourd'hui){_PART}\b"),
    ("now", r"\b(?:(?P<today>ce matin|ce midi|cet après-midi|ce soir)|cette nuit|ce jour|à ce jour|ce week-end|la nuit dernière|la nuit prochaine|le week-end (?:dernier|prochain|passé)|week-end (?:dernier|prochain))\b"),
    (
        "period",
        r"\b(?:(?:au|à la|la|le|en|dès le|vers la|d'ici à la|d'ici la|avant la|courant) ?(?:début|fin|milieu|mi|cours)(?:-| de | du | d')?(?: de )?)?(?:l'|la |le |cette |ce |un )?"
        r"(?P<unit>an|année|mois|semaine|semestre|trimestre|saison|décennie|siècle)(?:-ci)? (?P<adj>dernier|dernière|prochaine?|passée?|suivante?|précédente?|à venir|en cours)\b",
    ),
    ("period", r"\b(?:(?:au|à la|la|le|dès le|d'ici à la|d'ici la|avant la) (?:début|fin|milieu|cours) d[eu] (?:l'|la )?)?(?P<this>cette|ce) (?P<unit>année|mois|semaine|semestre|trimestre|saison)(?:-ci)?\b"),
    ("period", r"\b(?:au|à la|dès le|d'ici à la|d'ici la|avant la|vers la) (?:début|fin|milieu) d(?:e l'|u |e la )(?P<unit>année|an|mois|semaine|semestre|trimestre)\b"),
    ("season", r"\b(?:en|d'ici|avant) (?:la )?(?:début|fin|milieu) d'année\b"),
    ("recent", r"\b(?:(?:au cours|lors|ces|dans|pendant|depuis) )?(?:ces|des|les) (?:(?:\w+|\d+) )?(?:derniers|dernières|prochains|prochaines) (?:jours|semaines|mois|années|heures|ans|décennies)\b"),
    ("ago", rf"\bil y a (?:(?:un peu )?(?:plus|moins) d[e']|près d[e']|environ|quelque|à peine|au moins|maintenant|déjà)? ?(?P<count>{_COUNTED})"),
    ("ahead", rf"\bdans (?:(?:un peu )?(?:plus|moins) d[e']|environ|quelque|au moins)? ?(?P<count>{_COUNTED})(?! d[eu']| suivant| qui)"),
    ("later", rf"\b{_COUNTED} (?:plus tard|après|avant|auparavant|plus tôt)\b"),
    ("narrative", r"\b(?:le lendemain|la veille|l'avant-veille|le surlendemain|le même jour|le jour même|ce jour-là|cette année-là|le même mois|la même année|à l'époque|la semaine suivante|le mois suivant|l'année suivante|l'année précédente)\b"),
    ("since", rf"\bdepuis (?:(?:un peu )?(?:plus|moins) d[e']|près d[e']|environ|quelque|au moins|maintenant|déjà)? ?(?P<count>{_COUNTED})"),
    ("duration", rf"\b(?:pendant|durant|en|pour|sur) (?:(?:un peu )?(?:plus|moins) d[e']|près d[e']|environ|quelque|au moins|à peine|seulement)? ?(?P<count>{_COUNTED})(?! d'(?:intervalle|affilée))"),
    ("hour", r"\b(?:à|vers|dès|avant|après|jusqu'à|depuis|de|entre|et|peu avant|peu après|aux alentours de) (?P<h>[01]?\d|2[0-4]) ?(?:h|heures?)(?: ?(?P<min>[0-5]\d))?(?: (?:du matin|du soir|de l'après-midi|précises|GMT|UTC|TU|locales?))?\b(?! (?:de (?!l'après)|d'|plus|par|pour|après|avant))"),
    ("hour", r"(?<![\d:,-])(?P<h>[01]?\d|2[0-3]) heures (?:UTC|GMT|TU|locales?|\(heure)\b"),
    ("hour", r"(?<![\d:,-])(?P<h>[01]?\d|2[0-3]) ?[h:] ?(?P<min>[0-5]\d)\b(?![:\d])"),
    ("hour", r"\b(?:à|vers|avant|après|jusqu'à|dès) (?P<hw>une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze) heures? (?:et demie |et quart )?(?:du matin|du soir|de l'après-midi)\b"),
    ("night", r"\ble \d{1,2} (?:au (?:soir|matin)|dernier|prochain|courant)\b"),
    ("hour", r"\b(?:à|vers|avant|après|jusqu'à) (?P<noon>midi|minuit)\b"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PATTERNS)
_FUTURE = ("future", "near-future")
_PAST = ("perfect", "imperfect", "pluperfect", "simple-past", "past-conditional")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    name: str
    groups: tuple[tuple[str, str], ...]

    def get(self, key: str) -> str:
        return dict(self.groups).get(key, "")


@lru_cache(maxsize=512)
def _scan(text: str) -> tuple[_Found, ...]:
    """Return the expressions found, the longest of overlapping ones (the earlier pattern among equals), left to right."""
    found: list[tuple[int, int, int, _Found]] = []
    for rank, (name, pattern) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            groups = tuple(sorted((k, v) for k, v in match.groupdict().items() if v))
            start, end = match.span()
            while end > start and text[end - 1] in " ,":
                end -= 1
            found.append((start - end, start, rank, _Found(start, end, name, groups)))
    chosen: list[_Found] = []
    for _, _, _, item in sorted(found, key=lambda f: (f[0], f[1], f[2])):
        if all(item.end <= other.start or other.end <= item.start for other in chosen):
            chosen.append(item)
    return tuple(sorted(chosen, key=lambda f: f.start))


def time_spans(text: str) -> list[tuple[int, int]]:
    """Return where ``text`` (apostrophes and spaces plain) speaks of dates and hours: what is no figure. Durations are not among them, for they are figures too."""
    return [
        (item.start, item.end)
        for item in _scan(text)
        if item.name not in ("duration", "since", "ago", "ahead", "later", "recent") and (item.name != "hour" or _value(item, None, "") is not None)
    ]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(fold(name)) + 1


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _nearest(month: int, day: int, published: date | None, direction: int = 0) -> date | None:
    """Return the day of that month nearest to the publication (before it: -1, after it: 1)."""
    if published is None:
        return None
    candidates = [d for year in (published.year - 1, published.year, published.year + 1) if (d := _valid(year, month, day)) is not None]
    if direction:
        candidates = [d for d in candidates if (d - published).days * direction >= 0]
    return min(candidates, key=lambda d: (abs((d - published).days), d), default=None)


def _count(text: str) -> tuple[int, str] | None:
    """Return (number, unit letter) of « trois jours », or None for « quelques jours » and the like."""
    found = re.match(rf"(.+?) ?({_UNIT})( et demie?)?$", text, re.IGNORECASE)
    if not found or found.group(3) or re.search(r"\d.*[a-z].*\d", text):
        return None
    number = parse_number(found.group(1))
    if number is None or number.approximate or "." in number.value:
        return None
    unit = fold(found.group(2)).rstrip("s")
    letter = {"an": "Y", "annee": "Y", "moi": "M", "semaine": "W", "jour": "D", "journee": "D", "heure": "TH", "minute": "TM", "seconde": "TS"}.get(unit)
    return None if letter is None else (int(number.value), letter)


def _shift_months(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _shifted(count: tuple[int, str] | None, sign: int, published: date | None) -> str:
    if count is None or published is None:
        return ""
    number, unit = count
    if unit == "Y":
        return f"{published.year + sign * number:04d}"
    if unit == "M":
        return _shift_months(published, sign * number)
    if unit == "W":
        return _week(published + timedelta(weeks=sign * number))
    return (published + timedelta(days=sign * number)).isoformat() if unit == "D" else ""


def _weekday(found: _Found, published: date | None, tense: str) -> str:
    """Return the day meant, «» where that is not certain; « samedi 20 » only where that Saturday is a twentieth."""
    value = _nearest_weekday(found, published, tense)
    return "" if found.get("num") and value and int(value[8:]) != _day(found.get("num")) else value


def _nearest_weekday(found: _Found, published: date | None, tense: str) -> str:
    if published is None:
        return ""
    target = _DAYS.index(found.get("day").lower())
    back = (published.weekday() - target) % 7
    ahead = (target - published.weekday()) % 7
    adjective = (found.get("adj") or found.get("adj2")).strip()
    if adjective == "prochain":
        return (published + timedelta(days=ahead or 7)).isoformat()
    if adjective in ("dernier", "passé"):
        return (published - timedelta(days=back or 7)).isoformat()
    introduced = found.get("this").lower()
    if introduced in ("le", "de", "du"):
        return ""  # « le lundi »: every Monday, as likely
    if introduced == "depuis" or tense in _PAST:
        return (published - timedelta(days=back)).isoformat()
    if introduced in ("jusqu'à", "d'ici", "d'ici à") or tense in _FUTURE:
        return (published + timedelta(days=ahead)).isoformat()
    return ""


def _value(found: _Found, published: date | None, tense: str) -> tuple[Literal["absolute", "relative", "duration", "hour"], str] | None:
    """Return kind and ISO value of an expression; None where it proves to be no time."""
    name = found.name
    if name == "iso":
        iso = found.get("iso")
        return ("absolute", iso) if _valid(int(iso[:4]), int(iso[5:7]), int(iso[8:])) else None
    if name == "date":
        month = int(found.get("mn")) if found.get("mn") else _month(found.get("m"))
        day = _day(found.get("d"))
        adjective = found.get("adj").strip()
        if found.get("y"):
            known = _valid(int(found.get("y")), month, day)
            return None if known is None else ("absolute", known.isoformat())
        if _valid(2024, month, day) is None:
            return None
        if found.get("m").istitle() and found.get("m") != "Mai":
            return "absolute", ""  # an event by its date: « le 11 Septembre »
        if found.get("rel") and published is not None:
            shift = {"cette année": 0, "l'année prochaine": 1}.get(found.get("rel").lower(), -1)
            known = _valid(published.year + shift, month, day)
            return "relative", known.isoformat() if known else ""
        near = _nearest(month, day, published, {"dernier": -1, "prochain": 1}.get(adjective, 0))
        if near is not None and found.get("day") and near.weekday() != _DAYS.index(found.get("day").lower()):
            near = None
        return ("relative" if adjective else "absolute"), near.isoformat() if near else ""
    if name == "range":
        return "absolute", _range(found, published)
    if name == "month":
        month = _month(found.get("m"))
        if found.get("y"):
            return "absolute", f"{int(found.get('y')):04d}-{month:02d}"
        adjective = found.get("adj").strip()
        if adjective and published is not None:
            direction = -1 if adjective == "dernier" else 1
            for step in range(1, 13):
                value = _shift_months(published, direction * step)
                if int(value[5:]) == month:
                    return "relative", value
        near = _nearest(month, 15, published)
        direction_known = tense in _PAST or tense in _FUTURE
        return ("relative" if adjective else "absolute"), near.isoformat()[:7] if near and direction_known else ""
    if name == "year":
        return "absolute", f"{int(found.get('y')):04d}"
    if name == "yearrange":
        first, last = found.get("y1"), found.get("y2")
        last = first[:2] + last if len(last) == 2 else last
        return ("absolute", f"{first}/{last}") if int(first) <= int(last) else None
    if name == "season":
        return ("absolute", found.get("y")) if found.get("y") else ("relative", "")
    if name in ("decade", "century"):
        return "absolute", ""
    if name == "weekday":
        return "relative", _weekday(found, published, tense)
    if name == "named":
        named = found.get("named").lower()
        offset = {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}.get(named)
        # « aujourd’hui » as often means « nowadays »: it stays unresolved
        return "relative", (published + timedelta(days=offset)).isoformat() if published is not None and offset is not None else ""
    if name == "period":
        return "relative", _period(found, published)
    if name == "ago":
        return "relative", _shifted(_count(found.get("count")), -1, published)
    if name == "ahead":
        return "relative", _shifted(_count(found.get("count")), 1, published)
    if name == "now" and found.get("today") and published is not None:
        return "relative", published.isoformat()
    if name in ("now", "recent", "later", "narrative", "night"):
        return "relative", ""
    if name in ("duration", "since"):
        counted = _count(found.get("count"))
        if counted is None:
            return "duration", ""
        number, unit = counted
        return "duration", f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"
    if name == "hour":
        if found.get("noon"):
            return "hour", "T12:00" if found.get("noon").lower() == "midi" else "T00:00"
        if found.get("hw"):
            return "hour", ""
        return "hour", f"T{int(found.get('h')):02d}:{int(found.get('min') or 0):02d}"
    return None


def _range(found: _Found, published: date | None) -> str:
    last_month = _month(found.get("m2"))
    first_month = _month(found.get("m1")) if found.get("m1") else last_month
    if found.get("y2"):
        last_year = int(found.get("y2"))
        first_year = int(found.get("y1")) if found.get("y1") else last_year - (first_month > last_month)
    else:
        near = _nearest(last_month, 15, published)
        if near is None:
            return ""
        last_year = near.year
        first_year = last_year - (first_month > last_month)
    first = _valid(first_year, first_month, _day(found.get("r1")))
    last = _valid(last_year, last_month, _day(found.get("r2")))
    return f"{first.isoformat()}/{last.isoformat()}" if first and last and first <= last else ""


def _period(found: _Found, published: date | None) -> str:
    if published is None:
        return ""
    unit = fold(found.get("unit"))
    adjective = fold(found.get("adj")).rstrip("e")
    if adjective in ("suivant", "precedent"):
        return ""
    step = -1 if adjective.startswith(("derni", "pass")) else 1 if adjective in ("prochain", "a venir") else 0
    if unit in ("an", "annee"):
        return f"{published.year + step:04d}"
    if unit == "mois":
        return _shift_months(published, step)
    if unit == "semaine":
        return _week(published + timedelta(weeks=step))
    return ""


def _published(metadata: Sequence[tuple[str, str]]) -> date | None:
    for key, value in metadata:
        if key == "date":
            found = re.match(r"(\d{4})-(\d{2})-(\d{2})", value)
            if found:
                return _valid(*(int(part) for part in found.groups()))
    return None


def _begins(value: str) -> str:
    """Return a sortable key for the beginning of an ISO value."""
    first = value.split("/", maxsplit=1)[0]
    week = re.fullmatch(r"(\d{4})-W(\d{2})", first)
    if week:
        return date.fromisocalendar(int(week.group(1)), int(week.group(2)), 1).isoformat()
    return first + "-00-00"[len(first) - 4 :] if len(first) < 10 else first


def _one_tense(clause: Clause, text: str, tokens: Sequence[Token], token_starts: Sequence[int]) -> bool:
    """Return whether no verb inside ``clause`` is of the other side of the present than the clause’s own: a weekday in a relative clause follows that clause’s tense."""
    first, last = bisect_left(token_starts, clause.span.start), bisect_left(token_starts, clause.span.end)
    futures = any(token.feature("Tense") == "Fut" for token in tokens[first:last])
    pasts = any(token.feature("Tense") in ("Past", "Imp") and token.feature("VerbForm") == "Fin" for token in tokens[first:last])
    return not ((clause.tense in _PAST and futures) or (clause.tense in _FUTURE and pasts))


def _quoted(text: str, position: int) -> bool:
    """Return whether ``position`` stands inside quotation marks of its paragraph."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _calendar_order(times: Sequence[Time], text: str) -> list[Time]:
    """Rank dates without a year by the calendar, where they all lie within six months of one year: then no other order is likely."""
    keys: dict[int, tuple[int, int]] = {}
    for index, time in enumerate(times):
        found = re.search(rf"(?:^| )({_N}) ({_M})$", time.span.of(text), re.IGNORECASE)
        if time.kind == "absolute" and found:
            keys[index] = (_month(found.group(2)), _day(found.group(1)))
    months = [month for month, _ in keys.values()]
    if len(keys) < 2 or max(months) - min(months) > 5:
        return list(times)
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys.values())))}
    return [Time(t.span, t.kind, t.value, t.sentence, t.clause, ranks[keys[i]]) if i in keys else t for i, t in enumerate(times)]


def extract_times(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], clauses: Sequence[Clause], metadata: Sequence[tuple[str, str]], book: Rulebook | None = None
) -> tuple[Time, ...]:
    """Return the times of ``text`` in order, each with its sentence and the clause that holds it.

    ``metadata`` is ``Article.metadata``: its ``date`` resolves what is relative. ``order`` ranks (from 0) the times whose value is known to the
    day, month or year; equal beginnings rank alike; hours, durations and unresolved times have none.
    """
    published = _published(metadata)
    flat = plain(text)
    starts = [sentence.span.start for sentence in sentences]
    token_starts = [token.span.start for token in tokens]
    result: list[Time] = []
    for index, sentence in enumerate(sentences):
        for found in _scan(flat[sentence.span.start : sentence.span.end]):
            span = Span(sentence.span.start + found.start, sentence.span.start + found.end)
            holding = [c for c in clauses if c.sentence == index and c.span.covers(span)]
            clause = min(holding, key=lambda c: (len(c.span), c.id), default=None)
            tense = clause.tense if clause is not None and _one_tense(clause, text, tokens, token_starts) else ""
            quoted = _quoted(flat, span.start)
            known = _value(found, None if quoted else published, tense)  # a quotation has its own « hier », « demain »
            if known is not None:
                result.append(Time(span, known[0], known[1], bisect_right(starts, span.start) - 1, None if clause is None else clause.id))
    if published is None and not any(t.value for t in result if t.kind in ("absolute", "relative")):
        return tuple(_calendar_order(result, flat))
    keys = sorted({_begins(t.value) for t in result if t.value and t.kind in ("absolute", "relative")})
    ranks = {key: rank for rank, key in enumerate(keys)}
    return tuple(
        Time(t.span, t.kind, t.value, t.sentence, t.clause, ranks[_begins(t.value)]) if t.value and t.kind in ("absolute", "relative") else t for t in result
    )
