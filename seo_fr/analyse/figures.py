"""Numbers with their unit, what they count and how exactly: « près de 300 personnes », « 1,2 million d’euros », « 51 % des électeurs ».

Dates, years, hours, scores, ranks and numbers that are names (« article 49 », « Boeing 737 », « G20 ») are no figures. ``counted`` is given only where the
words after the number are, by part of speech and number, a noun phrase that it can count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from seo_fr.analyse.times import time_spans
from seo_fr.french.agreement import noun_number
from seo_fr.french.lexicon import participle_readings, plural_nouns
from seo_fr.french.numbers import parse_number
from seo_fr.french.words import listed, plain
from seo_fr.model import Figure, Sentence, Span, Statement, Token
from seo_fr.rulebook import Rule, Rulebook, load

_SMALL = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
_WORD = rf"(?:un|une|{_SMALL}|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille)"
_WORDS = rf"(?:{_WORD}(?:(?:-| et |-et-| ){_WORD})*)"
_DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?"
_SCALE = r"(?:millions?|milliards?|milliers?)"
_COLLECTIVE = r"(?:huitaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier)"
_NUMBER = re.compile(
    rf"(?P<range>(?<![\w.,/:°-])(?:{_DIGITS})(?: {_SCALE})? (?:à|ou) (?:{_DIGITS})(?: {_SCALE}(?! d'années))?(?![\w/:-]|[.,]\d)"
    rf"|(?<![\w-])entre (?:{_DIGITS}|{_WORDS})(?: {_SCALE})? et (?:{_DIGITS}|{_WORDS})(?: {_SCALE})?(?![\w/:-]|[.,]\d)"
    rf"|(?<![\w'-])(?:{_SMALL}) (?:à|ou) (?:{_SMALL})(?![\w-]))"
    rf"|(?P<vague>(?<![\w-])(?:des|plusieurs|quelques|par|de) (?:{_COLLECTIVE}s|milliers|millions|milliards)(?: de (?:milliers|millions|milliards))?(?![\w-]))"
    rf"|(?P<about>(?<![\w-])(?:une |la |cette |un |le |(?<=petite )|(?<=bonne )|(?<=demi-))?(?P<collective>{_COLLECTIVE})(?![\w-]))"
    rf"|(?P<scaled>(?<![\w.,/:-])(?:{_DIGITS}|{_WORDS}) (?:et demi )?{_SCALE}(?![\w-])(?: {_WORDS}(?![\w-]))?)"
    rf"|(?P<mille>(?<![\w.,/:-])\d+ mille(?![\w-]))"
    rf"|(?P<digits>(?<![\w.,/:°'-])(?:{_DIGITS})(?![\w:/]|[.,]\d|-\d))"
    rf"|(?P<words>(?<![\w'-])(?:{_WORDS})(?![\w'-]))"
    rf"|(?P<part>(?<![\w-])(?:la moitié|un tiers|les deux tiers|deux tiers|un quart|les trois quarts|trois quarts|un dixième|un cinquième)(?= d(?:es?|u|'| )))",
    re.IGNORECASE,
)
_FALSE = re.compile(r"(?i)^(?:un|une|mille et un|neuf)$")
_ORDINAL_AFTER = re.compile(r"(?:ers?|ères?|res?|e|es|è|ᵉ|ème|èmes|eme|nd|nde|de)\b")
_MEASURE_ADJECTIVES = frozenset(("américain", "américains", "canadien", "canadiens", "australien", "australiens", "suisses", "cfa", "sterling"))


_AFTER_A = frozenset(listed("pied feu plâtre cheval vapeur voile main haut bas"))
_WITH_COMPLEMENT = frozenset(listed("originaires originaire issus issues âgé âgée âgés âgées membres situés situées liés liées relatifs relatives proches présents présentes capables favorables destinés destinées soupçonnés soupçonnées accusés accusées dont tous"))
_TIME_UNITS = frozenset(("an", "année", "mois", "semaine", "jour", "heure", "minute", "seconde", "siècle"))


@dataclass(frozen=True)
class _Lexicon:
    before: re.Pattern[str]
    after: re.Pattern[str]
    units: tuple[tuple[str, str], ...]  # form → unit, longest form first
    labels: frozenset[str]


@lru_cache(maxsize=8)
def _lexicon(book: Rulebook) -> _Lexicon:
    sides: dict[str, list[str]] = {"before": [], "after": []}
    for rule in book.of_kind("figure-approximations"):
        sides[str(rule.data["side"])] += [plain(str(phrase)) for phrase in rule.data["phrases"]]
    units = [(plain(str(form)), str(unit)) for rule in book.of_kind("figure-units") for unit, forms in sorted(rule.data["units"].items()) for form in forms]
    labels = {plain(str(word)).lower() for rule in book.of_kind("figure-labels") for word in rule.data["words"]}

    def choice(phrases: list[str]) -> str:
        return "|".join(re.escape(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))

    before = re.compile(rf"(?<![\w'-])(?:{choice(sides['before'])})(?:(?<=')| )(?:(?:les|ces|des|ses|leurs|une|un) )?$", re.IGNORECASE)
    after = re.compile(rf" (?:{choice(sides['after'])})(?![\w'-])", re.IGNORECASE)
    return _Lexicon(before, after, tuple(sorted(units, key=lambda u: (-len(u[0]), u))), frozenset(labels))


@dataclass(frozen=True)
class _Number:
    start: int
    end: int
    value: str
    approximate: bool
    kind: str


def _excluded(text: str, start: int, end: int, labels: frozenset[str]) -> bool:
    """Return whether the digits at ``start:end`` are a name, rank, score, phone number or the like."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if _ORDINAL_AFTER.match(after) or re.match(r" (?:e|ème|è|er|ère)\b", after) or re.match(r"(?:/|\u2044|:|-)\d|[a-zA-Zà-ÿ]", after):
        return True
    if re.match(r"[ ]?[-–à][ ]?\d+(?!\d| ?(?:%|[a-zà-ÿ]))", after) or re.search(r"\d ?[-–/] ?$", before):
        return True  # scores: « 3-1 », « 21 à 19 »
    if re.match(r"(?: \d\d){2,}", after) or re.search(r"(?:\d\d ){2,}$", before):
        return True
    if re.search(r"\bsur $", before) and re.search(r"(?:\d+|\w+) (?:\w+ )?sur $", before):
        return True  # « 6 sur 10 »
    if re.search(r"[A-ZÀ-Ý][\w'-]* \($", before) and re.match(r"\)", after) and end - start in (2, 3):
        return True  # a département: « Saint-Denis (93) »
    word = re.search(r"([\w°.'-]+) $", before)
    if word:
        previous = re.sub(r"(?i)^(?:[ld]|qu)'", "", word.group(1))
        if previous.lower() in labels or previous.lower().rstrip(".") in labels:
            return True
        if text[start].isdigit() and previous[0].isupper() and not re.search(r"(?:^|[.!?»«:\n] ?)[\w'-]+ $", before):
            return True  # a name: « Boeing 737 », « Apollo 11 »
        if text[start].isdigit() and re.fullmatch(r"[A-Z]{2,}", previous):
            return True
    return bool(re.search(r"(?:[A-Za-z]-|[#@n]°? ?|&)$", before[-3:]) and re.search(r"(?:-|#|@|n°|&) ?$", before))


def _numbers(text: str, times: Sequence[tuple[int, int]], labels: frozenset[str]) -> list[_Number]:
    found: list[_Number] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(a < end and start < b for a, b in times):
            continue
        kind = match.lastgroup or ""
        kind = next((k for k in ("range", "vague", "about", "scaled", "mille", "digits", "words", "part") if match.group(k) is not None), "")
        words = match.group()
        if kind in ("digits", "scaled", "mille", "range") and _excluded(text, start, end, labels):
            continue
        if kind == "words":
            if _FALSE.match(words) or (re.search(r"(?:^|[ -])une?$", words) and not re.search(r"(?i)(?:et|-) ?une?$", words)):
                continue
            if re.search(r"(?i)\b(?:les|tous|toutes|ces|des) $", text[max(0, start - 8) : start]) and re.match(r"\W", text[end : end + 1] or ".") and not re.match(r" [a-zà-ÿ]", text[end : end + 2]):
                continue
            if re.search(r"(?i)\btou(?:s|tes) $", text[max(0, start - 8) : start]):
                continue  # « tous deux »
            if _excluded(text, start, end, labels):
                continue
        if kind == "digits" and re.fullmatch(r"\d+\.\d{1,2}", words) and not re.match(r" ?(?:%|€|\$|millions?|milliards?|k?m\b|points?\b|euros?\b|dollars?\b)", text[end:]):
            continue  # a name (« 49.3 ») or a score: French decimals have a comma
        if kind == "range" and re.fullmatch(r"(?i)(?:entre )?(?:1[5-9]|20)\d\d (?:à|ou|et) (?:1[5-9]|20)\d\d", words):
            continue
        if kind in ("range", "vague", "part"):
            found.append(_Number(start, end, "", kind == "vague", kind))
            continue
        source = re.sub(r"(?i)^(?:la|cette|le) ", "une ", words) if kind == "about" else words
        if kind == "about" and not re.match(r"(?i)une? ", source):
            source = f"une {source}" if not source.lower().startswith("millier") else f"un {source}"
        source = re.sub(r"(?i)^une millier", "un millier", source)
        if re.search(r"et demi ", source):
            number = None
        else:
            number = parse_number(re.sub(r"(?<=\d)\.(?=\d{3}\b)", " ", source))
        if number is None:
            continue
        found.append(_Number(start, end, number.value, number.approximate or kind == "about", kind))
    return found


def _unit(text: str, end: int, units: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """Return the measure that follows ``end`` and where it ends, or («», end)."""
    rest = text[end : end + 40]
    gap = re.match(r" ?(?:d'|de )?", rest)
    skip = gap.end() if gap else 0
    body = rest[skip:]
    for form, unit in units:
        exact = len(form) <= 2 or not form.islower()
        if (body.startswith(form) if exact else body.lower().startswith(form)) and not re.match(r"[\w²³'-]", body[len(form) : len(form) + 1] if form[-1].isalnum() else " "):
            if form in ("m", "g", "l", "t", "h", "W", "°") and gap is not None and gap.group().strip():
                continue
            stop = end + skip + len(form)
            more = re.match(r" ([a-zà-ÿ]+)", text[stop : stop + 15])
            if more and more.group(1) in _MEASURE_ADJECTIVES:
                stop += more.end()
            return unit, stop
    return "", end


_ADJECTIVE_BEFORE = frozenset(
    listed("""autres nouveaux nouvelles jeunes premiers premières derniers dernières prochains prochaines grands grandes petits petites gros grosses anciens anciennes seuls seules principaux principales longs longues bons bonnes mauvais
    mauvaises vieux vieilles hauts hautes différents différentes beaux belles autre nouvel nouvelle nouveau jeune seul seule grand grande petit petite ancien ancienne simples faux fausses futurs futures éventuels célèbres pires meilleurs meilleures meilleur meilleure récents récentes""")
)
_NOT_COUNTED = frozenset(listed("fois reprises parts part bien plus moins milliers millions milliards pour entre tiers quarts quart côtés")) | frozenset(
    listed("diamètre hauteur longueur largeur profondeur altitude haut long large rayon pourcentage moyenne circonférence distance superficie surface envergure âge mieux")
)


def _token_at(starts: Sequence[int], position: int) -> int:
    return bisect_left(starts, position)


def _counted(text: str, tokens: Sequence[Token], starts: Sequence[int], position: int, limit: int, plural: bool | None, prep: bool) -> tuple[Span, str] | None:
    """Return the noun phrase that begins at ``position`` and the singular of its head, or None. ``prep``: it must follow « de », « d’ », « des », « du »."""
    i = _token_at(starts, position)
    if i >= len(tokens) or tokens[i].span.start >= limit:
        return None

    def word(at: int) -> str:
        return plain(tokens[at].span.of(text)).lower()

    def inside(at: int) -> bool:
        return at < len(tokens) and tokens[at].span.end <= limit

    if prep:
        if word(i) not in ("de", "d'", "des", "du") or re.search(r"\S", text[position : tokens[i].span.start]):
            return None
        i += 1
        if inside(i) and word(i) in ("la", "l'", "les", "ses", "ces", "leurs", "cette", "son", "nos"):
            i += 1
    elif re.search(r"[^\s]", text[position : tokens[i].span.start]):
        return None
    first = i
    while inside(i) and (word(i) in _ADJECTIVE_BEFORE or (tokens[i].pos == "ADJ" and inside(i + 1) and tokens[i + 1].pos == "NOUN" and word(i) not in plural_nouns())):
        i += 1
    if i > first and (not inside(i) or tokens[i].pos != "NOUN") and word(i - 1) in plural_nouns() and (plural is not True or word(i - 1)[-1] in "sxz"):
        i -= 1  # « une dizaine de jeunes sont… »
    if not inside(i):
        return None
    head = tokens[i]
    surface = head.span.of(text)
    lemmas = plural_nouns().get(plain(surface).lower(), ())
    named = surface[:1].isupper()
    if word(i) in _NOT_COUNTED or head.pos not in ("NOUN", "PROPN", "ADJ") or (head.pos != "NOUN" and not lemmas and not (named and surface.endswith("s"))):
        return None
    if named and head.pos == "PROPN" and not surface.endswith("s"):
        return None
    number = head.feature("Number")
    if plural is True and number != "Plur" and (surface[-1:] not in "sxz" or noun_number(plain(surface)) == "s"):
        return None
    if not lemmas and (participle_readings(surface.lower()) or (plural is True and surface[-1:] not in "sxz")):
        return None  # « dont 80 bloqués »: a participle of what was named before
    if plural is False and number == "Plur":
        return None
    if i > first and tokens[i - 1].span.end == head.span.start and text[head.span.start - 1] == "-":
        return None
    end = i
    # trailing adjectives and « de » with a bare noun belong to what is counted: « cas confirmés », « coups de feu »
    at = i + 1
    while inside(at):
        gap = text[tokens[at - 1].span.end : tokens[at].span.start]
        if gap.strip():
            break
        if text[tokens[at].span.start - 1] == "-" or text[tokens[at].span.start] == "-":
            if tokens[at].pos in ("NOUN", "ADJ", "PROPN") or tokens[at].span.of(text) == "-":
                end = at
                at += 1
                continue
            break
        if word(at) in _WITH_COMPLEMENT:
            break
        if word(at) == "à" and inside(at + 1) and word(at + 1) in _AFTER_A:
            end = at + 1
            at += 2
            continue
        if tokens[at].pos == "ADJ" and tokens[at].span.of(text)[:1].islower() and tokens[at].head in range(first, at) and tokens[at].dep in ("amod", "acl") and tokens[at].feature("Number") in ("", tokens[tokens[at].head].feature("Number")) and word(at) not in ("plus", "tous", "dont"):
            end = at
            at += 1
            continue
        if word(at) in ("de", "d'") and inside(at + 1) and tokens[at + 1].pos == "NOUN" and tokens[at + 1].span.of(text)[:1].islower() and tokens[at + 1].feature("Number") and not text[tokens[at].span.end : tokens[at + 1].span.start].strip():
            if tokens[at + 1].feature("NumType") or parse_number(word(at + 1)) is not None or word(at + 1) in _NOT_COUNTED:
                break
            end = at + 1
            at += 2
            continue
        break
    # « 3 500 piétons et cyclistes » are not 3 500 piétons: a bare noun joined on belongs to the count, and a list of them is not told
    at = end + 1
    if inside(at + 1) and word(at) in ("et", "ou", ",", "/") and tokens[at + 1].pos in ("NOUN", "ADJ") and tokens[at + 1].span.of(text)[:1].islower() and tokens[at + 1].feature("Number") != "Sing":
        joined = tokens[at + 1]
        bare = not text[tokens[at].span.end : joined.span.start].strip() and parse_number(word(at + 1)) is None
        if bare and joined.pos == "NOUN":
            if word(at) not in ("et", "ou"):
                return None
            end = at + 1
            if inside(end + 1) and tokens[end + 1].pos == "ADJ" and tokens[end + 1].head == end and not text[tokens[end].span.end : tokens[end + 1].span.start].strip():
                end += 1
    if prep and inside(at + 1) and word(at) in ("et", "ou") and word(at + 1) in ("de", "d'", "des", "du"):
        return None  # « 3 % des ouvriers et des employés »
    own = plain(surface).lower()
    lemma = own if any(own == known for known, _ in lemmas) else lemmas[0][0] if lemmas else head.lemma
    return Span(tokens[first].span.start, tokens[end].span.end), lemma


def _labelled(text: str, tokens: Sequence[Token], starts: Sequence[int], position: int) -> bool:
    """Return whether a common noun stands just before the number: « bâtiment 18 », « réacteur 1 »."""
    at = _token_at(starts, position) - 1
    return at >= 0 and tokens[at].pos == "NOUN" and text[tokens[at].span.end : position] == " " and tokens[at].span.of(text)[:1].islower() and tokens[at].feature("Number") != "Plur"


def _is_plural(value: str) -> bool | None:
    if not value:
        return True
    return float(value) >= 2


def extract_figures(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], book: Rulebook | None = None) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order, spans in the article’s offsets.

    ``value`` is the number in decimal ASCII digits, «» for « des dizaines », « 5 à 10 », « la moitié ». ``unit`` is a measure of the rules («%», «euro», «km»), else the singular of the head noun of
    what is counted, else «». With a measure, ``counted`` is what « de » brings after it (« 13 tonnes de marijuana »). ``book`` defaults to the installed rules.
    """
    lexicon = _lexicon(book if book is not None else load())
    flat = plain(text)
    starts = [token.span.start for token in tokens]
    sentence_starts = [sentence.span.start for sentence in sentences]
    result: list[Figure] = []
    for sentence in sentences:
        begin, stop = sentence.span.start, sentence.span.end
        part = flat[begin:stop]
        times = time_spans(part)
        for number in _numbers(part, times, lexicon.labels):
            if number.kind == "digits" and _labelled(flat, tokens, starts, begin + number.start):
                continue
            figure = _figure(flat, part, begin, stop, number, tokens, starts, lexicon, bisect_right(sentence_starts, begin) - 1)
            if figure.unit or figure.counted or not re.fullmatch(r"1[5-9]\d\d|20\d\d", figure.number.of(flat)):
                result.append(figure)  # four bare digits that count nothing are a year
    return tuple(result)


def given_by(figures: Sequence[Figure], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return the figures, each with the statement that gives it: the narrowest of its sentence whose content holds it; none where the newspaper itself counts."""
    result: list[Figure] = []
    for figure in figures:
        holding = [statement for statement in statements if statement.content.covers(figure.span) and not statement.cue.overlaps(figure.span)]
        giver = min(holding, key=lambda statement: (len(statement.content), statement.id), default=None)
        result.append(figure if giver is None else replace(figure, statement=giver.id))
    return tuple(result)


def _figure(flat: str, part: str, begin: int, stop: int, number: _Number, tokens: Sequence[Token], starts: Sequence[int], lexicon: _Lexicon, sentence: int) -> Figure:
    start, end = begin + number.start, begin + number.end
    unit, unit_end = _unit(part, number.end, lexicon.units)
    unit_end += begin
    counted: tuple[Span, str] | None = None
    linked = number.kind in ("vague", "about", "part") or (number.kind == "scaled" and not re.search(r"\d(?: \d{3})* mille$", flat[start:end]) and bool(re.search(r"(?i)(?:millions?|milliards?|milliers?)$", flat[start:end])))
    if unit:
        aged = unit in ("an", "année") and not re.match(r" d[e']", flat[unit_end : unit_end + 3]) and re.search(r"(?i)\b(?:âgée?s? d[e']|à|de) ?$", flat[max(0, start - 12) : start])
        if not aged:
            counted = _counted(flat, tokens, starts, unit_end, stop, None, True)
            if counted and unit not in ("%", "‰") and not re.match(r" ?d(?:e |')(?!l[a'e]|leur|son |sa |ses |ce|nouveau|suite|plus|moins|mieux)", flat[unit_end : unit_end + 12]):
                counted = None  # « six mois de la validité », « 65 millions d’années-lumière de la Terre »
    else:
        counted = _counted(flat, tokens, starts, end, stop, _is_plural(number.value), linked)
        if counted and counted[1] in _TIME_UNITS:
            unit, counted = counted[1], None  # « trois prochaines années »
    last = max(end, unit_end)
    found = lexicon.before.search(part[: number.start])
    approximation: Span | None = None
    first = start
    if found:
        phrase = re.sub(r"(?: (?:les|ces|des|ses|leurs|une|un))? ?$", "", found.group()) or found.group().strip()
        approximation = Span(begin + found.start(), begin + found.start() + len(phrase.rstrip()))
        first = approximation.start
    else:
        after = lexicon.after.match(part[last - begin :])
        if after:
            approximation = Span(last + 1, last + after.end())
            last = approximation.end
        elif number.kind in ("about", "vague"):
            approximation = Span(start, end)
    if approximation is not None and approximation.start >= last:
        last = approximation.end
    return Figure(Span(first, last), Span(start, end), number.value, unit or (counted[1] if counted else ""), sentence, counted[0] if counted else None, approximation)


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a rule of figures does what it says in ``text`` (for the rule’s examples)."""
    lexicon = _lexicon(book)
    flat = plain(text)
    times = time_spans(flat)
    if rule.kind == "figure-labels":
        return any(re.search(rf"(?i)(?<!\w){re.escape(plain(str(word)))} \d", flat) for word in rule.data["words"]) and not _numbers(flat, times, lexicon.labels)
    numbers = _numbers(flat, times, lexicon.labels)
    if rule.kind == "figure-units":
        return any(_unit(flat, number.end, lexicon.units)[0] in rule.data["units"] for number in numbers)
    if rule.data["side"] == "before":
        return any(lexicon.before.search(flat[: number.start]) for number in numbers)
    return any(lexicon.after.match(flat[_unit(flat, number.end, lexicon.units)[1] :]) for number in numbers)
