"""French typography as edits at offsets: apostrophes, quotation marks, no-break spaces, capitals’ accents, ellipses.

Source: Lexique des règles typographiques en usage à l’Imprimerie nationale; U+202F before ; ! ? and U+00A0 before : and inside « », as EDITORIAL rules.
One scan over the text makes every edit, so that a text and its edits cannot differ; nothing is touched inside URLs, addresses, hours and scores.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.peoples import SMALL_PEOPLE
from seo_fr.model import Edit, Span

NBSP = "\u00a0"
THIN = "\u202f"
_S = "[ \u00a0\u202f\u2009]"

_PROTECTED = re.compile(
    r"https?://[^\s«»]+|www\.[^\s«»]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w.])@\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|info|eu|gouv|be|ch|ca|io|tv)(?:/[^\s«»]*)?\b|`[^`\n]*`|<[a-zA-Z/][^<>\n]*>|&\w+;"
    r"|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\b\d+-\d+\b",
)

_UNITS = (
    r"%|‰|€|\$|£|¥|°C?|°F|km/h|km²|km|m²|m³|m/s|cm|mm|kg|mg|km2|ha|kWh|MWh|GWh|TWh|kW|MW|GW|TW|Go|Mo|To|Hz|kHz|MHz|GHz|dB|g|m|l|t|h|s|€/|euros?|dollars?|millions?|milliards?|habitants?|personnes?|morts?|blessés?|kilomètres?|mètres?"
    r"|tonnes?|ans?|mois|jours?|heures?|minutes?|points?|voix|degrés?|hectares?|litres?"
)

_CAPITALS = (
    ("Etats", "États"), ("Etat", "État"), ("Eglises", "Églises"), ("Eglise", "Église"), ("Elysée", "Élysée"), ("Ecole", "École"), ("Ecoles", "Écoles"), ("Ecosse", "Écosse"), ("Egypte", "Égypte"), ("Emirats", "Émirats"), ("Equateur", "Équateur"),
    ("Erythrée", "Érythrée"), ("Ethiopie", "Éthiopie"), ("Education", "Éducation"), ("Evangile", "Évangile"), ("Ile", "Île"), ("Iles", "Îles"), ("Etudes", "Études"), ("Evêque", "Évêque"), ("Egalement", "Également"), ("Etaient", "Étaient"),
    ("Etant", "Étant"), ("Etudiants", "Étudiants"), ("Egyptiens", "Égyptiens"), ("Egyptien", "Égyptien"), ("Egyptienne", "Égyptienne"), ("Ecossais", "Écossais"), ("Ecossaise", "Écossaise"),
    ("Energie", "Énergie"), ("Economie", "Économie"), ("Ecologie", "Écologie"), ("Ecologistes", "Écologistes"), ("Equipe", "Équipe"), ("Evénement", "Événement"), ("Etablissement", "Établissement"), ("Emeutes", "Émeutes"), ("Editions", "Éditions"),
    ("Emission", "Émission"), ("Episode", "Épisode"), ("Epidémie", "Épidémie"), ("Evacuation", "Évacuation"), ("Evreux", "Évreux"), ("Epinal", "Épinal"), ("Evian", "Évian"), ("Edimbourg", "Édimbourg"), ("Emilie", "Émilie"),
)  # fmt: skip
_CAPITAL_FORMS = dict(_CAPITALS)
# « A » that can only be the preposition: before a closed list of words.
_A_BEFORE = (
    "l['’]|la |partir |cause |propos |travers |l’|Paris\\b|Lyon\\b|Marseille\\b|Lille\\b|Bordeaux\\b|Nantes\\b|Toulouse\\b|Strasbourg\\b|Bruxelles\\b|Londres\\b|Berlin\\b|Rome\\b|Moscou\\b|Genève\\b|Montréal\\b|New York\\b|Washington\\b"
    "|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|quelques|\\d{1,3}) (?:kilomètres|mètres|km|minutes|secondes|jours|semaines|mois|ans|points|reprises)\\b"
    "|[A-Z][a-zà-ÿ]{2,}(?:-[A-Za-zà-ÿ]+)*, (?:il|elle|ils|elles|on|le|la|les|un|une|des|ce|cette|ces|plusieurs|près|plus|son|sa|ses)\\b"
    "|noter |ce titre|ce jour|cet effet|cette occasion|nouveau|peine |moins |défaut |force |titre |terme|long terme|court terme|son tour|ses côtés|leur tour|l'inverse|gauche|droite|\\d{1,2} ?(?:h|heures|h ?\\d{2})\\b"
)

_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ÖØ-öø-ÿœŒ])['ʼ](?=[A-Za-zÀ-ÖØ-öø-ÿœŒ0-9«“\"])")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_OPENING_QUOTE = re.compile(f"«({_S}*)(?=[^\\s{_S[1:-1]}»])")
_CLOSING_QUOTE = re.compile(f"(?<=[^\\s«{_S[1:-1]}])({_S}*)»")
_HIGH_MARK = re.compile(f"(?<=[^\\s{_S[1:-1]}.?!;:,(«])({_S}*)([;!?]+)(?=$|[\\s»”\")\\]…,.])")
_COLON = re.compile(f"(?<=[^\\s{_S[1:-1]}:;,.!?(«])({_S}*):(?=$|[\\s«»“\"])")
_THOUSANDS = re.compile(r"(?<![\d,.  \u202f])\d{1,3}(?:[  \u202f\u2009]\d{3})+(?!\d)(?![  \u202f\u2009]\d)")
_GAP = re.compile(r"[ \u2009]")
_BEFORE_UNIT = re.compile(f"(?<=\\d)({_S})(?=(?:{_UNITS})(?![\\w²³]))")
_BEFORE_SIGN = re.compile(r"(?<=\d)(?=[%€](?![\w]))")
_TITLE = re.compile(f"\\b(?:M|MM|Mme|Mmes|Mlle|Mlles|Dr|Pr|Me|Mgr)\\b\\.?({_S})(?=[A-ZÀ-Ý])")
_NUMERO = re.compile(f"\\bn°({_S}?)(?=\\d)")
_BARE_CAPITAL = re.compile(r"\b([EI][a-zà-ÿ]+)\b")
_A_PREPOSITION = re.compile(f"(?:^|(?<=\\n)|(?<=[.!?…] )|(?<=[.!?…]\u00a0)|(?<=«{NBSP})|(?<=« ))A(?= (?:{_A_BEFORE}))")
# « 44ème », « 1ère », « 30 e place », « XX e siècle »: the ordinal is its number and « e », « er » or « re » beside it.
_LONG_ORDINAL = re.compile(r"(?<![\w,.])(?:(?:\d{1,3}|[XVI]{1,5})(i?[èe]me)(s?)|1(i?[èe]re)(s?))(?![\w-])")
_GAP_IN_ORDINAL = re.compile(r"(?<![\w,.])(?:1( )(?:er|re)|(?:\d{1,3}|[XVI]{2,5})( )e)(?=(?: et \d{1,3} e)? [a-zà-ÿ]{3,})")
# « 80km/h »: a unit of two letters or more, or metres after two figures, that touches its number.
_TOUCHING_UNIT = re.compile(r"(?<![\w,./-])\d+(?:,\d+)?()(?:km/h|km²?|kg|cm|mm|kWh|MW|GW|ha|(?<=\d\d)m)(?![\w²³/€$-])")
_CAPITAL_MONTH = re.compile(r"(?<![\w])(?:[12]?\d|3[01]|1er) (Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)(?= (?:19|20)\d\d\b)")
# « une oeuvre », « le choeur »: words whose two letters are one in French, whatever keyboard wrote them.
_TWO_LETTERS = re.compile(r"(?<![\w-])(?:[a-zé]+-)?(?:man|dés|ch|s|c|b|éc|m|n|v)?(oe)(?=uvr(?:es?|er|ent|é|ée|ant|ait)\b|urs?\b|ur(?:é|ant)|ud|ufs?\b|ux?\b|il\b|illades?\b|urette|udipe)", re.IGNORECASE)
_LIGATURES = {"oe": "œ", "Oe": "Œ", "OE": "Œ"}
_DASH = re.compile(r"(?<= )(--?)(?= )")


def _kept(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in _PROTECTED.finditer(text)]


def _rules(text: str) -> list[tuple[str, int, int, str]]:
    """Return every change as (rule, start, end, after), in no order, possibly overlapping."""
    found: list[tuple[str, int, int, str]] = []

    def add(rule: str, start: int, end: int, after: str) -> None:
        if text[start:end] != after:
            found.append((rule, start, end, after))

    for m in _APOSTROPHE.finditer(text):
        add("apostrophe", m.start(), m.end(), "’")
    for m in _ELLIPSIS.finditer(text):
        add("points-de-suspension", m.start(), m.end(), "…")
    for start, end, after in _quotes(text):
        add("guillemets", start, end, after)
    for m in _OPENING_QUOTE.finditer(text):
        add("espace-guillemets", m.start(1), m.end(1), NBSP)
    for m in _CLOSING_QUOTE.finditer(text):
        add("espace-guillemets", m.start(1), m.end(1), NBSP)
    for m in _HIGH_MARK.finditer(text):
        if m.group(2)[0] == ";" and re.search(r"&\w+$", text[: m.start(2)]):
            continue
        add("espace-ponctuation", m.start(1), m.end(1), THIN)
    for m in _COLON.finditer(text):
        add("espace-deux-points", m.start(1), m.end(1), NBSP)
    for m in _THOUSANDS.finditer(text):
        for gap in _GAP.finditer(m.group()):  # a no-break space of either width stays
            add("espace-milliers", m.start() + gap.start(), m.start() + gap.end(), NBSP)
    for m in _BEFORE_UNIT.finditer(text):
        add("espace-unite", m.start(1), m.end(1), NBSP)
    for m in _BEFORE_SIGN.finditer(text):
        add("espace-unite", m.start(), m.end(), NBSP)
    for m in _TITLE.finditer(text):
        if m.group().rstrip(" \u00a0\u202f\u2009") in ("M", "MM"):
            continue  # an initial (« Tony M Parker ») as likely as a title
        add("espace-titre", m.start(1), m.end(1), NBSP)
    for m in _NUMERO.finditer(text):
        add("espace-numero", m.start(1), m.end(1), NBSP)
    for m in _BARE_CAPITAL.finditer(text):
        if m.group(1) in _CAPITAL_FORMS:
            add("accents-capitales", m.start(1), m.start(1) + 1, _CAPITAL_FORMS[m.group(1)][0])
    for m in _A_PREPOSITION.finditer(text):
        add("accents-capitales", m.start(), m.end(), "À")
    for m in _LONG_ORDINAL.finditer(text):
        first = m.group(3) is not None
        add("ordinal", m.start(3 if first else 1), m.end(3 if first else 1), "re" if first else "e")
    for m in _GAP_IN_ORDINAL.finditer(text):
        at = 1 if m.group(1) is not None else 2
        add("ordinal", m.start(at), m.end(at), "")
    for m in _TOUCHING_UNIT.finditer(text):
        add("espace-unite", m.start(1), m.end(1), NBSP)
    for m in _CAPITAL_MONTH.finditer(text):
        add("minuscule-mois", m.start(1), m.start(1) + 1, m.group(1)[0].lower())
    for m in SMALL_PEOPLE.finditer(text):
        at = m.start(m.lastindex or 0)
        add("capitale-gentile", at, at + 1, text[at].upper())
    for m in _TWO_LETTERS.finditer(text):
        if m.group(1) in _LIGATURES:
            add("ligature", m.start(1), m.end(1), _LIGATURES[m.group(1)])
    for m in _DASH.finditer(text):
        if m.group() == "--" or (text.count(" - ") % 2 == 0 and "\n" not in text and not re.search(r"\d $", text[: m.start()])):
            add("tiret", m.start(), m.end(), "–")
    return found


def _quotes(text: str) -> list[tuple[int, int, str]]:
    """Return the changes of “ ” and of paired straight quotes into « », with their inner spaces; nothing where the marks of a paragraph are not in pairs, or where they stand inside « »."""
    changes: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        changes += [(start + a, start + b, after) for a, b, after in _line_quotes(line)]
        start += len(line) + 1
    return changes


def _line_quotes(line: str) -> list[tuple[int, int, str]]:
    if not re.search(r"[\"“”]", line):
        return []
    depth = 0
    marks: list[tuple[int, str]] = []
    for i, char in enumerate(line):
        if char == "«":
            depth += 1
        elif char == "»":
            depth = max(0, depth - 1)
        elif char in "\"“”":
            if char == '"' and i and line[i - 1].isdigit() and (len(marks) % 2 == 0):
                return []  # inches or seconds
            if depth:
                continue  # a quotation inside « » keeps “ ”
            marks.append((i, char))
    if len(marks) % 2:
        return []
    changes: list[tuple[int, int, str]] = []
    for (i, opening), (j, closing) in zip(marks[::2], marks[1::2], strict=True):
        if (opening, closing) not in (('"', '"'), ("“", "”")):
            return []
        inner = line[i + 1 : j]
        if not inner.strip() or (opening == '"' and (inner != inner.lstrip() and i and line[i - 1].isalnum())):
            return []
        if "«" in inner or "»" in inner:
            return []
        lead = len(inner) - len(inner.lstrip(" \u00a0\u202f\u2009"))
        trail = len(inner) - len(inner.rstrip(" \u00a0\u202f\u2009"))
        changes.append((i, i + 1 + lead, f"«{NBSP}"))
        changes.append((j - trail, j + 1, f"{NBSP}»"))
    return changes


def _pass(text: str) -> list[tuple[str, int, int, str]]:
    """Return the changes of one pass, left to right, not overlapping."""
    found = _rules(text)
    kept = _kept(text) if found else []
    chosen: list[tuple[str, int, int, str]] = []
    for change in sorted(found, key=lambda c: (c[1], -(c[2] - c[1]), c[0], c[3])):
        _, start, end, _ = change
        if any((start < b and a < end) or (start == end and a < start < b) for a, b in kept):
            continue
        if chosen:
            previous = chosen[-1]
            if start < previous[2] or (start == previous[1] and end == previous[2]) or (start == end == previous[2] and previous[3][-1:] in (NBSP, THIN)):
                continue
        chosen.append(change)
    return chosen


_PASSES = 5


@lru_cache(maxsize=8192)
def _changes(text: str) -> tuple[tuple[str, int, int, str], ...]:
    """Return the changes that bring ``text`` to where a further pass changes nothing; none at all where no such state is reached."""
    changes = _pass(text)
    if not changes:
        return ()
    # Each character keeps the place it has in the source (-1: ours) and the rule that set it.
    cells: list[tuple[str, int, str]] = [(char, i, "") for i, char in enumerate(text)]
    current = text
    for _ in range(_PASSES - 1):
        for rule, start, end, after in reversed(changes):
            cells[start:end] = [(char, -1, rule) for char in after]
        current = "".join(cell[0] for cell in cells)
        changes = _pass(current)
        if not changes:
            break
    else:
        return ()
    result: list[tuple[str, int, int, str]] = []
    at = 0
    inserted: list[tuple[str, int, str]] = []
    for cell in [*cells, ("", len(text), "")]:
        if cell[1] < 0:
            inserted.append(cell)
            continue
        after = "".join(c[0] for c in inserted)
        if cell[1] > at or inserted:
            rule = inserted[0][2] if inserted else "espace"
            if text[at : cell[1]] != after:
                result.append((rule, at, cell[1], after))
        inserted = []
        at = cell[1] + 1
    return tuple(result)


def typography_edits(text: str, start: int = 0) -> tuple[Edit, ...]:
    """Return the typographic edits of ``text``, a slice that begins at ``start`` in the article; left to right, never overlapping, spans in the article’s offsets."""
    return tuple(Edit("typography", rule, Span(start + a, start + b), after) for rule, a, b, after in _changes(text))


def typeset(text: str) -> str:
    """Return ``text`` in French typography; the same as applying :func:`typography_edits`, and unchanged by a second pass."""
    parts: list[str] = []
    at = 0
    for _, start, end, after in _changes(text):
        parts += [text[at:start], after]
        at = end
    return "".join([*parts, text[at:]])
