"""Title tags that keep the country which the source’s title has before its colon: inside the clause, where the rest says « le pays » or an office with nobody’s name to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french.toponyms import toponym
from seo_fr.french.words import plain
from seo_fr.model import Edit, Slot, Span
from seo_fr.propose.tell import Source
from seo_fr.propose.title_cuts import core_of
from seo_fr.propose.title_forms import _joined

_OFFICE = r"(?:président|présidente|premier ministre|première ministre|vice-président|chef de l'état|roi|reine|gouvernement|parlement|opposition|armée|assemblée nationale|sénat|capitale|pays|police|ministre de l'intérieur|ministre des affaires étrangères)"
#: What asks of which country it is.
_ASKS = re.compile(rf"(?i)(?<![\w-])(?:l[ae] |l'|du |au |de la |à la |de l'|à l'|élue?s? |nommée? |d'|dans le |tout le ){_OFFICE}(?![\w-])(?! (?:de |du |des |d'|(?-i:[A-ZÉ])))")
_THE_LAND = re.compile(r"(?<![\w-])(?:(?P<of>du)|(?P<to>au|dans le)|(?P<bare>le)) pays(?=$| [a-zéèêàâ])(?! (?:de|du|des|qui|où|dont|voisins?|hôte) )")
_OFFICE_BARE = re.compile(rf"(?i)(?<![\w-])(?:l[ae] |l'|élue? |nommée? )(?P<office>{_OFFICE.replace('|pays', '')})(?=$| (?:est|a|ont|sont|va|[a-zéèê]{{3,}}(?:e|it|nt|d|ra|ront)) )")


def country(source: Source) -> str:
    """Return the country that the title has before its colon, «» where it has none."""
    title = source.bare_title
    if title is None:
        return ""
    match = re.match(r"([^:,«»]{3,32}?)\s?:\s", title.of(source.text))
    return match.group(1) if match is not None and toponym(match.group(1)) is not None else ""


def leaves_out(source: Source, text: str) -> bool:
    """Return whether a title tag says « le pays », « le président » with no country, where the source’s title opens on it."""
    name = country(source)
    flat = plain(text)
    if not name or _ASKS.search(flat) is None:
        return False
    stem = plain(name).lower().split()[-1][:4]
    if any(word.lower().startswith(stem) for word in re.findall(r"\w+", flat)):
        return False
    known = [mention.span.of(source.text) for entity in source.analysis.entities if entity.kind in ("country", "place") for mention in entity.mentions if mention.form != "pronoun"]
    return not any(plain(place) in flat for place in known if len(place) > 3)


def countries(source: Source) -> Iterator[tuple[Slot, int]]:
    """Yield, as slot « proposition », the title with its country in the place of « le pays », or behind an office that stands bare, in a form that the source writes; with the characters that fell."""
    title, name = source.bare_title, country(source)
    if title is None or not name:
        return
    core, text = core_of(source), source.text
    flat = plain(text)
    words = flat[core : title.end]
    forms = {
        "of": rf"(?<![\w-])(?:du |de la |de l'|des |d'|de ){re.escape(plain(name))}(?![\w-])",
        "to": rf"(?<![\w-])(?:au |aux |en |à ){re.escape(plain(name))}(?![\w-])",
        "bare": rf"(?<![\w-])(?:le |la |l'|les ){re.escape(plain(name))}(?![\w-])",
    }

    def written(form: str) -> Span | None:
        found = next((match for match in re.finditer(forms[form], flat) if match.start() >= title.end and not re.match(r" (?:du|de la) (?:[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest)|[ -][A-ZÉ]", flat[match.end() : match.end() + 12])), None)
        return Span(found.start(), found.end()) if found is not None else None

    initial = (Edit("case", "majuscule-initiale", Span(core, core + 1), text[core].upper()),) if text[core].islower() else ()
    land = _THE_LAND.search(words)
    if land is not None and land.start() > 0:
        place = written(next(kind for kind, value in land.groupdict().items() if value is not None))
        if place is not None:
            rest = (Span(core + land.end() + 1, title.end),) if core + land.end() + 1 < title.end else ()
            yield _joined(source, (Span(core, core + land.start() - 1), place, *rest), initial), core - title.start
    office = _OFFICE_BARE.search(words)
    if office is not None:
        place = written("of")
        if place is not None:
            at = core + office.end()
            rest = (Span(at + 1, title.end),) if at + 1 < title.end else ()
            yield _joined(source, (Span(core, at), place, *rest), initial), core - title.start


__all__ = ["countries", "country", "leaves_out"]
