"""People, organisations, countries, places and events that an article names, with their functions, gender and number.

The pipeline's names are only a beginning: their bounds and kinds are corrected by rules that are data (``rules/pays.yaml``, ``lieux.yaml``,
``organisations.yaml``, ``personnes.yaml``, ``noms-corriges.yaml``), a name found once is looked for everywhere, and what stays doubtful gets the kind
«other» and no gender.
"""

# Lists of words read better as text, and nested conditions as the reasoning goes.

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.analyse.names import Head, KnownName, Lexicon, lexicon
from seo_fr.model import Entity, EntityKind, Gender, Mention, MentionForm, Number, Span, Token

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook

_LINKS = frozenset(("de", "du", "des", "d'", "d’"))
_ARTICLES = frozenset("le la les l' un une au aux du des cet ce cette ces son sa ses leur leurs".split())
_PARTICLES = frozenset("de du des d' van von der den ter bin ben ibn al el la le les di da do dos del della abou ould y".split())
_LABELS: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
_ROMAN = re.compile(r"[IVX]{1,5}(?:er|e)?\Z")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-ZÀ-Ý][A-ZÀ-Ý&.\d-]*[A-ZÀ-Ý\d]s?\Z")
_BEFORE_HEAD = frozenset("Nouveau Nouvelle Haut Haute Grand Grande Jeune Jeunes Premier Première Seconde Deuxième Vieux Petit Petite Hauts Saint".split())
_FORMER = frozenset("ancien ancienne ex nouveau nouvelle nouvel futur future actuel actuelle jeune premier première même célèbre seul seule propre".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at one place: a token range, its kind, how sure the kind is (3: a rule, 2: context, 1: the pipeline), and where that comes from."""

    start: int
    end: int
    kind: EntityKind
    sure: int
    source: str


@dataclass(eq=False)
class _Group:
    """The places that name one thing, while they are being joined."""

    text: str
    places: list[_Found]
    kind: EntityKind
    known: KnownName | None = None
    acronym: str = ""
    forms: dict[int, MentionForm] | None = None


class _Reader:
    """One article's tokens as the rules look at them."""

    def __init__(self, parsed: Parsed, lex: Lexicon) -> None:
        self.text = parsed.text
        self.tokens = parsed.tokens
        self.lex = lex
        self.words = [token.span.of(parsed.text) for token in parsed.tokens]
        self.lower = [word.lower() for word in self.words]
        self.capital = [word[:1].isupper() for word in self.words]
        self.sentence = [0] * len(self.words)
        self.initial = [False] * len(self.words)
        self.paragraph = [0] * len(self.words)
        for number, sentence in enumerate(parsed.sentences):
            for index in range(*sentence.tokens):
                self.sentence[index] = number
                self.paragraph[index] = sentence.paragraph
            first = sentence.tokens[0]
            while first < sentence.tokens[1] - 1 and not self.words[first][:1].isalnum():
                self.initial[first] = True
                first += 1
            self.initial[first] = True
        for index in range(1, len(self.words)):
            if self.words[index - 1] in {"«", ":", '"', "–", "—"} and self.sentence[index - 1] == self.sentence[index]:
                self.initial[index] = True
        self.persons: set[int] = set()  # tokens that name someone, known once the names are joined
        self.starts = [token.span.start for token in self.tokens]
        self.lower_seen = {word for word, capital in zip(self.words, self.capital, strict=True) if not capital}

    def phrase(self, start: int, end: int) -> str:
        """Return the text of a token range."""
        return self.text[self.tokens[start].span.start : self.tokens[end - 1].span.end]

    def token_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the tokens that cover exactly the characters from ``start`` to ``end``, or None."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end - 1) - 1
        if first <= last < len(self.tokens) and self.tokens[first].span.start == start and self.tokens[last].span.end == end:
            return first, last + 1
        return None

    def same(self, left: int, right: int) -> bool:
        """Return whether two tokens stand in the same sentence."""
        return 0 <= left < len(self.words) and 0 <= right < len(self.words) and self.sentence[left] == self.sentence[right]


def find_entities(parsed: Parsed, book: Rulebook) -> tuple[Entity, ...]:
    """Return what the article names, in the order of first mention; ids are positions in the tuple."""
    reader = _Reader(parsed, lexicon(book))
    places = _resolve([*_known(reader), *_headed(reader), *_persons(reader), *_works(reader), *_spelled(reader), *_typed(reader), *_piped(reader, parsed)], reader)
    places = _propagate(places, reader)
    groups = _join(_vote(places, reader), reader)
    for group in groups:
        if group.kind == "person":
            reader.persons.update(index for place in group.places for index in range(place.start, place.end))
    return _entities(groups, reader)


# ------------------------------------------------------------------------------------------------------------------ finding


def _known(reader: _Reader) -> Iterator[_Found]:
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
        if name.name.startswith(("Le ", "La ", "Les ")) and reader.initial[start] and name.kind == "organisation":
            continue  # « Le Monde » at the head of a sentence may be « le monde »
        position = match.start() + len(name.name)
        yield _Found(start, end, name.kind, 3, name.rule)


def _head_at(reader: _Reader, index: int) -> tuple[Head, int] | None:
    """The longest head word or words that begin at ``index``."""
    for length in (3, 2, 1):
        if index + length <= len(reader.words) and reader.same(index, index + length - 1):
            heads = reader.lex.heads.get(reader.phrase(index, index + length).lower(), ())
            if heads:
                before = reader.lower[index - 1] if reader.same(index - 1, index) else ""
                shown = "m" if before in {"le", "du", "au", "un", "ce"} else "f" if before in {"la", "une", "cette"} else ""
                return next((head for head in heads if head.gender == shown), heads[0]), index + length
    return None


def _headed(reader: _Reader) -> Iterator[_Found]:
    """Names that begin with a word of organisation, place or event."""
    index = 0
    while index < len(reader.words):
        found = _head_at(reader, index)
        if found is None or reader.tokens[index].pos in {"VERB", "AUX"}:
            index += 1
            continue
        head, after = found
        if _portfolio(reader, index) or (reader.lower[index] == "tour" and index and reader.lower[index - 1] in {"dernier", "premier", "second", "deuxième", "troisième"}):
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
            yield _Found(start, end, head.kind, 3, f"tête:{head.word}")
            index = end
        else:
            index += 1


def _extent(reader: _Reader, head: Head, index: int, after: int) -> int:
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
        return _name_end(reader, after)
    proper = capital
    last_proper = after if capital else -1
    while position < len(reader.words) and reader.same(index, position):
        word, token = reader.lower[position], reader.tokens[position]
        if reader.capital[position] and (token.pos != "PUNCT"):
            if position == after and not capital and not head.bare:
                return after
            if reader.lower[position - 1] not in _LINKS | {"la", "l'", "le", "les", "à", "aux", "au", "-", "et"} and position > after and not _adjoins(reader, position - 1):
                break
            if position > after and reader.capital[position - 1] is False and reader.lower[position - 1] not in _LINKS | {"la", "l'", "le", "les", "à", "aux", "au", "et"}:
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


def _paired(reader: _Reader, after: int, position: int) -> int:
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


def _adjoins(reader: _Reader, index: int) -> bool:
    return reader.capital[index] or reader.tokens[index].pos == "ADJ"


_NEVER_INSIDE = frozenset(
    (
        "mois jour jours semaine année ans soir matin nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août "
        "septembre octobre novembre décembre ville pays région fois part suite cause place demain hier fait raison presse moins plus personnes millions milliers "
        "centaines dizaines euros dollars façon manière nouveau nouvelle cours"
    ).split()
)


def _may_continue(reader: _Reader, index: int) -> bool:
    return reader.lower[index] not in _NEVER_INSIDE and not reader.words[index][:1].isdigit()


def _link(reader: _Reader, position: int) -> int:
    """How many tokens link a name's first part to the next: «de» 1, «de la» 2, «pour les» 2…; 0 if none."""
    word = reader.lower[position]
    following = reader.lower[position + 1] if position + 1 < len(reader.words) else ""
    if word in {"de", "pour", "à", "contre", "entre"} and following in {"la", "l'", "les", "le"}:
        return 2
    if word in {"de", "du", "des", "d'", "aux", "au", "pour"}:
        return 1
    return 0


_WORK_NOUNS = frozenset(
    (
        "film livre roman album chanson série émission spectacle opéra pièce documentaire essai recueil tableau exposition téléfilm reportage blog clip poème magazine morceau titre récit "
        "ouvrage disque single comédie dessin jeu manga"
    ).split()
)


def _works(reader: _Reader) -> Iterator[_Found]:
    """« le livre « Une vie là-bas » »: what stands between marks after a noun of work is its title, articles included."""
    for index, word in enumerate(reader.words):
        if word not in {"«", '"'} or not index or index + 2 >= len(reader.words) or not reader.capital[index + 1]:
            continue
        before = index - 1
        if reader.tokens[before].pos == "ADJ" or reader.lower[before] in {"intitulé", "intitulée", "de"}:
            before -= 1
        if reader.lower[before] not in _WORK_NOUNS or not reader.same(before, index):
            continue
        closing = next((place for place in range(index + 2, min(index + 12, len(reader.words))) if reader.words[place] in {"»", '"'}), None)
        if closing is not None and reader.same(index, closing) and not any(reader.words[place] in {".", ";", "«"} for place in range(index + 1, closing)):
            yield _Found(index + 1, closing, "other", 3, "œuvre")


def _spelled(reader: _Reader) -> Iterator[_Found]:
    """« l'inspection générale de la police nationale (IGPN) »: the name of a body, whose initials the acronym after it has.

    Where the initials are exactly the letters, the name may hold commas (« Direction de l'animation de la recherche, des études et des statistiques (Dares) »).
    """
    for index, word in enumerate(reader.words):
        if word != "(" or index + 2 >= len(reader.words) or reader.words[index + 2] != ")" or not 3 <= len(reader.words[index + 1]) <= 9:
            continue
        short = reader.words[index + 1]
        acronym = _ACRONYM.match(short) is not None
        letters = re.sub(r"[^A-ZÀ-Ý]", "", short if acronym else short.upper())
        if not short[:1].isupper() or not letters:
            continue
        start, seen, commas = index - 1, 0, False
        while start >= 0 and reader.same(start, index) and reader.words[start] not in {";", "(", ")", "«", "»", ":"} and seen < len(letters) + 2:
            commas = commas or reader.words[start] == ","
            if reader.lower[start] not in _SMALL and reader.words[start][:1].isalpha():
                seen += 1
                if seen >= len(letters) - 1 and unaccented(reader.words[start][0].upper()) == unaccented(letters[0]):
                    head = _head_at(reader, start)
                    initials = unaccented(_initials(reader.phrase(start, index)))
                    exact = initials == unaccented(letters)
                    near = acronym and not commas and set(unaccented(letters)) <= set(initials + letters[-1])
                    if head is not None and head[0].kind == "organisation" and (exact or near):
                        yield _Found(start, index, "organisation", 3, "tête:sigle")
                        break
            start -= 1


def unaccented(text: str) -> str:
    """Return ``text`` without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


_SMALL = frozenset("de du des d' la le les l' et pour à aux au en sur contre".split())


def _typed(reader: _Reader) -> Iterator[_Found]:
    """« la banque Oddo », « le mouvement Alternatives »: the name that touches a noun of organisation, which the pipeline may not see."""
    for index in range(1, len(reader.words)):
        if not reader.capital[index] or reader.initial[index] or reader.lower[index - 1] not in _OF_ORGANISATION or not reader.same(index - 1, index):
            continue
        word = reader.words[index]
        if reader.capital[index - 1] or word in reader.lex.first_names or word in reader.lex.titles or reader.lower[index] in reader.lex.demonyms | reader.lex.not_names:
            continue
        if reader.lex.known_at(reader.text, reader.tokens[index].span.start) is not None or not word[:1].isalpha() or _ROMAN.match(word) or len(word) < 2:
            continue
        if reader.lower[index] in reader.lex.functions:
            continue
        yield _Found(index, index + 1, "organisation", 2, "type")


def _persons(reader: _Reader) -> Iterator[_Found]:
    """A first name followed by capitalised words, and what follows a title."""
    words = reader.words
    index = 0
    while index < len(words):
        if reader.capital[index] and words[index] in reader.lex.first_names and not (index and words[index - 1] in reader.lex.first_names and reader.same(index - 1, index)):
            end = _name_end(reader, index)
            listed = reader.lex.known_at(reader.text, reader.tokens[index].span.start)
            alone = (
                listed is not None
                and listed.name == words[index]
                and (not index or reader.lower[index - 1] not in {"la", "le", "l'", "en", "du", "au", "de"} or not reader.same(index - 1, index))
            )
            if end > index + 1 and (listed is None or (alone and reader.lex.known_at(reader.text, reader.tokens[index + 1].span.start) is None)):
                yield _Found(index, end, "person", 3, "prénom")
                index = end
                continue
        title = words[index]
        if title in reader.lex.titles and index + 1 < len(words) and reader.same(index, index + 1) and reader.capital[index + 1] and words[index + 1][:1].isalpha():
            if title[:1].isupper() or reader.lex.known_at(reader.text, reader.tokens[index + 1].span.start) is None:
                start = index + 1
                while start < len(words) - 1 and words[start] in reader.lex.titles:
                    start += 1
                end = _name_end(reader, start)
                if title in {"saint", "sainte"} or reader.lower[start] in reader.lex.demonyms or _head_at(reader, start) is not None:
                    index += 1
                    continue
                if end > start and len(reader.phrase(start, end)) > 1:
                    yield _Found(start, end, "person", 3 if title[:1].isupper() or reader.lex.titles[title] == "" else 2, "titre")
                    index = end
                    continue
        index += 1


def _name_end(reader: _Reader, index: int) -> int:
    """Where a personal name that begins at ``index`` ends."""
    end = index + 1
    words = reader.words
    while end < len(words) and reader.same(index, end):
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
        length = 0
        while end + length < len(words) and reader.lower[end + length] in _PARTICLES and length < 2:
            length += 1
        if length and end + length < len(words) and reader.capital[end + length] and words[end + length][:1].isalpha() and reader.same(index, end + length):
            particle = reader.lower[end]
            if particle in {"de", "d'", "du", "des", "le", "la", "les"}:
                # « Jean de Raincourt » but not « Jean de Lens » nor « le Jean du Nord »: a first name alone, and no known place
                if end - index != 1 or particle in {"des", "les"} or reader.words[index] not in reader.lex.first_names:
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


def _piped(reader: _Reader, parsed: Parsed) -> Iterator[_Found]:
    """The pipeline's names with their bounds mended; what is left of them may be several names, or none."""
    for name in parsed.names:
        for piece in _split(reader, name.start, name.end):
            trimmed = _trim(reader, *piece)
            if trimmed is None or _no_name(reader, *trimmed):
                continue
            yield _Found(*trimmed, _LABELS.get(name.label, "other"), 1, "modèle")


def _split(reader: _Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _coordinated_name(reader: _Reader, first: int, index: int, end: int) -> bool:
    """Whether «et» stands inside a name («Trinité et Tobago»), rather than between two."""
    return index + 1 < end and (not reader.capital[index + 1] or reader.words[index + 1] in {"Cie", "Associés", "Fils"})


def _trim(reader: _Reader, start: int, end: int) -> tuple[int, int] | None:
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
            lower in _ARTICLES
            or lower in _LINKS
            or word in reader.lex.titles
            or not word[:1].isalnum()
            or lower in {"en", "à", "dans", "par", "pour", "sur", "que", "qu'", "si", "mais", "et", "selon", "chez", "contre"}
        ):
            start += 1
            continue
        if not reader.capital[start] and not word[:1].isdigit():
            head = _head_at(reader, start)
            if head is not None and (head[0].lower or head[0].bare) and head[0].word not in reader.lex.functions:
                break
            if re.match(r"[a-z]+[A-Z]|e[A-Z]", word):
                break
            start += 1
            continue
        if end - start > 1 and reader.capital[start] and lower in reader.lex.functions and lower not in reader.lex.heads:
            start += 1
            continue
        if end - start > 2 and reader.capital[start] and reader.phrase(start, start + 2).lower() in reader.lex.functions:
            start += 2  # « Premier ministre d'Australie »
            continue
        if end - start > 2 and lower in reader.lex.demonyms and reader.lower[start + 1] in _LINKS:
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
    while end > start:
        word = reader.words[end - 1]
        if (
            not word[:1].isalnum()
            or reader.lower[end - 1] in _ARTICLES | _LINKS | {"à", "en", "et"}
            or (not reader.capital[end - 1] and reader.tokens[end - 1].pos in {"VERB", "AUX", "ADP", "PRON", "ADV"})
        ):
            end -= 1
            continue
        break
    return (start, end) if end > start else None


_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Za-z]?\Z")


def _no_name(reader: _Reader, start: int, end: int) -> bool:
    """Whether a range is no name at all: a common word, a day, people by nationality, a letter, a number."""
    lower = [reader.lower[index] for index in range(start, end)]
    if not any(reader.words[index][:1].isupper() or re.match(r"[a-z]+[A-Z]", reader.words[index]) for index in range(start, end)):
        return True
    phrase = reader.phrase(start, end)
    if _portfolio(reader, start):
        return True
    if _ROMAN.match(phrase) or phrase.lower() in reader.lex.functions:
        return True
    if phrase in {"États", "Etats"}:
        return True
    if len(phrase) < 2 or re.fullmatch(r"[\d.,:h%°-]+", phrase) or _CODE.match(phrase):
        return True
    if (
        start
        and reader.same(start - 1, start)
        and end - start == 1
        and reader.lower[start - 1] in {"les", "des", "aux"}
        and not phrase.endswith(("s", "x", "S"))
        and not _ACRONYM.match(phrase)
    ):
        return True  # « les Touareg »: a people
    if all(word in reader.lex.demonyms or word in reader.lex.not_names for word in lower if word[:1].isalpha()):
        return True
    if lower[0] in reader.lex.demonyms and all(not reader.capital[index] for index in range(start + 1, end)):
        return True
    if end - start == 1 and start and reader.same(start - 1, start) and reader.lower[start - 1] in {"les", "des", "aux", "un", "une", "ces", "deux", "trois", "quatre"}:
        if re.search(r"(?:ois|oises?|ais|aises?|iens?|iennes?|éens?|éennes?|ains?|aines|eaux|ards?)\Z", lower[0]):
            return True
    if end - start == 1:
        if lower[0] in reader.lex.functions or lower[0] in reader.lex.titles or phrase in reader.lex.titles:
            return True
        if reader.initial[start] and (lower[0] in reader.lower_seen or reader.tokens[start].pos in {"ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "AUX"}):
            return True
        if reader.initial[start] and reader.tokens[start].pos in {"VERB", "ADJ", "NOUN"} and not _ACRONYM.match(phrase) and lower[0] not in reader.lex.heads:
            return not any(index != start and reader.words[index] == reader.words[start] and not reader.initial[index] for index in range(len(reader.words)))
    return False


def _portfolio(reader: _Reader, start: int) -> bool:
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


# --------------------------------------------------------------------------------------------------------------- resolving


def _resolve(found: Iterable[_Found], reader: _Reader) -> list[_Found]:
    """Return the best names that do not overlap, in the order of the text."""
    ranked = sorted(set(found), key=lambda place: (-_weight(place, reader), -(place.end - place.start), place.start, place.kind, place.source))
    taken = [False] * len(reader.words)
    kept: list[_Found] = []
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
            trimmed = _trim(reader, start, end)
            if trimmed is None or _no_name(reader, *trimmed):
                continue
            start, end = trimmed
            kind: EntityKind = place.kind if place.kind in {"place", "organisation"} else "other"
            kept.append(_Found(start, end, kind, 1, "reste"))
        else:
            kept.append(place)
        taken[start:end] = [True] * (end - start)
    return sorted(kept, key=lambda place: place.start)


def _weight(place: _Found, reader: _Reader) -> int:
    if place.source.startswith("tête:"):
        return 5
    if place.source in {"prénom", "titre"}:
        return 4
    if place.source == "modèle":
        # A longer name of the pipeline's beats a listed one inside it («Paris Saint-Germain»), if all its words are capitalised or small links.
        solid = all(reader.capital[index] or reader.lower[index] in _PARTICLES | {"-", "&", "'"} for index in range(place.start, place.end))
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


def _propagate(places: list[_Found], reader: _Reader) -> list[_Found]:
    """Return the names with those found by looking for each name, and each family name, in the rest of the text."""
    taken = [False] * len(reader.words)
    for place in places:
        taken[place.start : place.end] = [True] * (place.end - place.start)
    wanted: dict[tuple[str, ...], _Found] = {}
    for place in places:
        words = tuple(reader.words[place.start : place.end])
        wanted.setdefault(words, place)
        if place.kind == "person" and place.sure >= 2 and len(words) > 1 and words[0] in reader.lex.first_names:
            wanted.setdefault(words[1:], place)
    extra: list[_Found] = []
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
                if len(words) == 1 and _no_name(reader, index, end):
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
                extra.append(_Found(index, end, model.kind, min(model.sure, 2), "reprise"))
                taken[index:end] = [True] * len(words)
                break
    return sorted([*places, *extra], key=lambda place: place.start)


def _vote(places: list[_Found], reader: _Reader) -> list[_Found]:
    """Return the places with one kind for every spelling: a rule's, else what the context says, else the pipeline's clear majority."""
    families = {_last_name(reader.phrase(place.start, place.end), reader) for place in places if place.kind == "person" and place.end - place.start > 1}
    by_text: dict[str, list[_Found]] = {}
    for place in places:
        by_text.setdefault(_key(reader.phrase(place.start, place.end)), []).append(place)
    result: list[_Found] = []
    for same in by_text.values():
        kind, sure = _kind_of(same, reader)
        if sure == 1 and kind != "place" and _placed(same, families, reader):
            kind, sure = "place", 2
        if sure == 1 and kind != "person" and _personal(same, reader):
            kind, sure = "person", 2
        result += [_Found(place.start, place.end, kind, sure, place.source) for place in same]
    return _like_neighbours(sorted(result, key=lambda place: place.start), reader)


def _personal(same: list[_Found], reader: _Reader) -> bool:
    """Whether a name of two or three words stands where a person does: before its age or its function, after « a déclaré »."""
    first = same[0]
    if not 2 <= first.end - first.start <= 4 or not all(reader.capital[i] or reader.words[i] == "-" or reader.lower[i] in _PARTICLES for i in range(first.start, first.end)):
        return False
    if _head_at(reader, first.start) is not None or any(_ACRONYM.match(reader.words[i]) for i in range(first.start, first.end)):
        return False
    for place in same:
        after, before = place.end, place.start - 1
        if after + 2 < len(reader.words) and reader.same(after, place.start) and reader.words[after] in {",", "("}:
            if reader.words[after + 1].isdigit() and reader.lower[after + 2] in {"ans", "an"}:
                return True
            if reader.lower[after + 1] in {"né", "née", "âgé", "âgée"}:
                return True
            if _function_after(reader, place) is not None:
                return True
        if before > 0 and reader.same(before, place.start) and reader.tokens[before].lemma in _NEAR_PERSON and reader.tokens[before].pos == "VERB":
            return True
        if reader.same(before, place.start) and before > 1 and reader.tokens[place.start].dep != "obj":
            if reader.lower[before] in reader.lex.functions and not reader.capital[before]:
                return True
            if reader.tokens[before].pos in {"NOUN", "PROPN"} and reader.lower[before - 1] in {"l'", "de"} and reader.lower[before] == "organisation":
                return True  # « le chef de l'organisation Amir al-Zubari »
    return False


def _like_neighbours(places: list[_Found], reader: _Reader) -> list[_Found]:
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
        if len(run) < 3:
            continue
        ranked = Counter(places[index].kind for index in run).most_common(1)[0]
        surest = {places[index].kind for index in run if places[index].sure >= 2}
        if 2 * ranked[1] <= len(run) or surest - {ranked[0]} or ranked[0] not in {"person", "place", "organisation"}:
            continue
        for index in run:
            if places[index].sure == 1 and (ranked[0] == "organisation" or not _ACRONYM.match(reader.phrase(places[index].start, places[index].end))):
                votes.setdefault(_key(reader.phrase(places[index].start, places[index].end)), []).append(ranked[0])
    for index, place in enumerate(places):
        listed = votes.get(_key(reader.phrase(place.start, place.end)), [])
        if place.sure == 1 and listed and len(set(listed)) == 1 and place.kind != listed[0]:
            result[index] = _Found(place.start, place.end, listed[0], 1, place.source)
    return result


def _enumerated(reader: _Reader, left: int, right: int) -> bool:
    """Whether nothing but « , », « et » and what stands in parentheses is between two names."""
    if not reader.same(left - 1, right) or right - left > 12 or right <= left:
        return False
    depth = 0
    for index in range(left, right):
        word = reader.words[index]
        depth += (word == "(") - (word == ")")
        if depth == 0 and word not in {",", "et", ")", "puis", "ou", "/", "-"}:
            return False
    return True


_WHERE = frozenset(
    "situer naître mourir arriver habiter résider vivre dérouler installer implanter baser hospitaliser interpeller arrêter organiser retrouver conduire transférer siéger débarquer atterrir né née situé située basé basée".split()
)


def _beside_a_place(reader: _Reader, place: _Found) -> bool:
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


def _placed(same: list[_Found], families: set[str], reader: _Reader) -> bool:
    """Whether a lone word that only the pipeline knows stands where a place does: «à X», «maire de X», «la ville de X»."""
    first = same[0]
    text = reader.phrase(first.start, first.end)
    if (first.end - first.start > 1 and not ("-" in text and " " not in text)) or text in families or text in reader.lex.first_names or _ACRONYM.match(text):
        return False
    for place in same:
        before = place.start - 1
        if before < 1 or not reader.same(before - 1, place.start):
            continue
        word, earlier = reader.lower[before], reader.lower[before - 1]
        if word == "à" and (reader.tokens[before - 1].pos in {"NOUN", "PUNCT", "ADJ", "ADV"} or reader.initial[before]):
            return True
        if word == "à" and reader.tokens[before - 1].lemma in _WHERE:
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


def _key(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text).strip()


def _kind_of(same: list[_Found], reader: _Reader) -> tuple[EntityKind, int]:
    rules = [place for place in same if place.sure == 3]
    first = same[0]
    text = reader.phrase(first.start, first.end)
    if not rules and text in reader.lex.first_names and any(place.kind in {"person", "other"} for place in same):
        return "person", 2
    plural = [place for place in same if place.start and reader.lower[place.start - 1] in {"les", "des", "aux", "ces"} and reader.same(place.start - 1, place.start)]
    if not rules and plural and any(place.kind == "person" for place in same) and text.split()[0].endswith("s"):
        return "other", 2
    if rules and rules[0].kind == "organisation" and any(_context_kind(reader, place) == "place" for place in same):
        return "place", 2
    if rules:
        return Counter(place.kind for place in rules).most_common(1)[0][0], 3
    for place in same:
        kind = _context_kind(reader, place)
        if kind is not None:
            return kind, 2
    counts = Counter(place.kind for place in same)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        named = [kind for kind, _ in ranked if kind != "other"]
        return (named[0], 1) if len(named) == 1 else ("other", 1)
    kind = ranked[0][0]
    if kind in {"person", "place"} and first.end - first.start == 1 and re.fullmatch(r"[A-Z]{2,7}", text):
        return "organisation", 1
    return kind, 1


_NEAR_PERSON = frozenset("déclarer affirmer indiquer estimer ajouter expliquer préciser assurer confier raconter naître mourir épouser".split())
_OF_PLACE = frozenset(
    (
        "ville commune village localité hameau région province département quartier capitale district municipalité canton comté gouvernorat île bourg arrondissement métropole port"
    ).split()
)
_OF_ORGANISATION = frozenset(
    (
        "société entreprise groupe parti agence banque association ong compagnie chaîne quotidien journal magazine hebdomadaire constructeur fabricant opérateur "
        "éditeur site syndicat club collectif mouvement fondation start-up filiale marque enseigne institut radio géant distributeur assureur avionneur banquier "
        "transporteur équipementier revue milice télévision hebdo quotidiens holding think-tank formation équipe organisation mouvance studio laboratoire cabinet laboratoires sociétés ligue plateforme réseau quatuor orchestre trio duo troupe ensemble centrale"
    ).split()
)
_OF_STAFF = frozenset("patron pdg dg salarié salariés salariée employés employé filiale actionnaire actionnaires clients locaux".split())
_OF_EVENT = frozenset(("tempête", "ouragan", "cyclone", "typhon", "festival", "opération", "tournoi", "course"))
_OF_WORK = frozenset(
    (
        "film roman livre album chanson série fusée sonde satellite navire bateau cargo paquebot télescope jeu opéra pièce virus logiciel robot rover avion "
        "drone ferry pétrolier voilier"
    ).split()
)


def _context_kind(reader: _Reader, place: _Found) -> EntityKind | None:
    """What the words just before a name say it is, or None."""
    before = place.start - 1
    if before < 0 or not reader.same(before, place.start):
        return None
    word = reader.lower[before]
    if word in _LINKS and before and reader.lower[before - 1] in _OF_PLACE:
        return "place"
    if word in {"«", '"'} and before:
        word = reader.lower[before - 1]
    if word == "assurance" and before > 1:
        word = reader.lower[before - 2]
    if reader.tokens[before].pos == "ADJ" and before and reader.lower[before - 1] in _OF_ORGANISATION | _OF_WORK:
        word = reader.lower[before - 1]
    if word in _OF_ORGANISATION or (word in _LINKS and before and reader.lower[before - 1] in _OF_STAFF and place.kind != "place"):
        return "organisation"
    if word in _OF_WORK:
        return "other"
    if word in _OF_EVENT:
        return "event"
    multi = place.end - place.start > 1
    if multi and reader.capital[before] and word in reader.lex.demonyms and before and reader.lower[before - 1] in {"le", "la", "l'", "un", "une", "du", "au"}:
        return "person"
    if word in reader.lex.functions and (multi or place.kind == "person"):
        return "person"
    return None


# ----------------------------------------------------------------------------------------------------------------- joining


def _join(places: list[_Found], reader: _Reader) -> list[_Group]:
    """Return the groups of places that name the same thing."""
    groups: dict[str, _Group] = {}
    for place in places:
        text = reader.phrase(place.start, place.end)
        key = f"{_key(text)}"
        known = reader.lex.known.get(text)
        group = groups.get(key)
        if group is None:
            groups[key] = _Group(text, [place], place.kind, known if place.kind == getattr(known, "kind", None) else None, forms={})
        else:
            group.places.append(place)
    ordered = sorted(groups.values(), key=lambda group: group.places[0].start)
    _join_acronyms(ordered, reader)
    _join_persons(ordered, reader)
    _join_prefixes(ordered)
    return sorted((group for group in ordered if group.places), key=lambda group: min(place.start for place in group.places))


def _merge(into: _Group, short: _Group, form: MentionForm) -> None:
    assert into.forms is not None and short.forms is not None
    for place in short.places:
        into.forms[place.start] = form
    into.places += short.places
    into.forms.update({start: kept for start, kept in short.forms.items() if start not in into.forms})
    into.known = into.known or (short.known if form != "short" else None)
    short.places = []


def _initials(text: str) -> str:
    return "".join(
        word[0]
        for word in re.findall(r"[^\W\d_]+", text)
        if word.lower() not in {"de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "à", "aux", "au", "en", "sur", "contre"}
    ).upper()


def _join_acronyms(groups: list[_Group], reader: _Reader) -> None:
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
                if not _ACRONYM.match(short):
                    continue
                initials = _initials(group.text)
                plain = re.sub(r"[^A-ZÀ-Ý]", "", short)
                if group.kind in {"person", "country"} or (group.kind == "place" and plain != initials):
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


def _join_persons(groups: list[_Group], reader: _Reader) -> None:
    """Join a family name, or a first name alone, to the one full name it can mean."""
    full = [group for group in groups if group.places and group.kind == "person" and " " in _key(group.text)]
    for longer in full:
        for other in full:
            if longer is not other and longer.places and other.places and _short_of(_key(other.text), _key(longer.text)) and " " in _key(other.text):
                matching = [group for group in full if group.places and group is not other and _short_of(_key(other.text), _key(group.text))]
                if len(matching) == 1:
                    _merge(longer, other, "short")
    for group in list(groups):
        if not group.places or " " in group.text.strip() or group.kind not in {"person", "other", "organisation", "place"}:
            continue
        if group.kind != "person" and any(place.sure == 3 for place in group.places):
            continue
        matching = [other for other in full if other.places and other is not group and _last_name(other.text, reader) == group.text]
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


def _last_name(text: str, reader: _Reader) -> str:
    words = text.split()
    while len(words) > 1 and (_ROMAN.match(words[-1]) or words[-1] in {"Jr.", "Jr", "Sr."}):
        words.pop()
    return words[-1]


def _by_title(group: _Group, matching: list[_Group], reader: _Reader) -> None:
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


def _join_prefixes(groups: list[_Group]) -> None:
    """Join «Conseil de sécurité» to the one «Conseil de sécurité des Nations unies»."""
    for group in groups:
        if not group.places or group.kind not in {"organisation", "event"} or group.known is not None or len(group.text.split()) < 2:
            continue
        longer = [other for other in groups if other.places and other is not group and other.kind == group.kind and other.text.startswith(group.text + " ")]
        if len(longer) == 1:
            _merge(longer[0], group, "short")


# ----------------------------------------------------------------------------------------------------------------- describing


def _entities(groups: list[_Group], reader: _Reader) -> tuple[Entity, ...]:
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
        functions = tuple(_functions(reader, places)) if group.kind == "person" else ()
        gender, number_, article, evidence = _grammar(group, places, functions, reader)
        result.append(Entity(number, group.kind, _span(reader, fullest), mentions, tuple(span for span, _ in functions), group.acronym, gender, number_, article, evidence))
    return tuple(result)


def _span(reader: _Reader, place: _Found) -> Span:
    return Span(reader.tokens[place.start].span.start, reader.tokens[place.end - 1].span.end)


def _functions(reader: _Reader, places: list[_Found]) -> Iterator[tuple[Span, Gender]]:
    """The noun phrases that say what a person is, with the gender they show, without repeats."""
    seen: set[str] = set()
    for place in places:
        for found in (_function_before(reader, place), _function_apposed_before(reader, place), _function_after(reader, place)):
            if found is None:
                continue
            start, end, gender = found
            text = reader.phrase(start, end)
            if text.lower() not in seen:
                seen.add(text.lower())
                yield Span(reader.tokens[start].span.start, reader.tokens[end - 1].span.end), gender


def _function_at(reader: _Reader, index: int) -> tuple[int, Gender] | None:
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


def _chain_start(reader: _Reader, last: int) -> int:
    """Where the run of noun-phrase words that ends at ``last`` begins."""
    index = last
    while index >= 0 and reader.same(index, last):
        token, lower = reader.tokens[index], reader.lower[index]
        nominal = token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} or lower in _CHAIN or lower in _ARTICLES
        joined = lower in {"et", "-"} and index > 0 and reader.tokens[index - 1].pos in {"NOUN", "ADJ", "PROPN"}
        if not (nominal or joined or _function_at(reader, index)) or reader.words[index] in {",", "(", ")", "«", "»", ":"}:
            break
        index -= 1
    return index + 1


def _with_determiner(reader: _Reader, noun: int, floor: int) -> tuple[int, Gender]:
    """Where the phrase of the function at ``noun`` begins, its article included, and the gender that the words before it show."""
    start = noun
    gender: Gender = ""
    while start > floor and reader.lower[start - 1] in _FORMER | {"vice", "-"}:
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


def _function_before(reader: _Reader, place: _Found) -> tuple[int, int, Gender] | None:
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
    if any(reader.lower[index] in {"un", "une"} for index in between) or reader.lower[last] in _LINKS | _ARTICLES:
        return None
    if any(reader.words[index] == "et" for index in between) and reader.capital[last] is False and reader.tokens[last].pos != "ADJ" and reader.lower[last] in reader.lex.functions:
        return None
    start, shown = _with_determiner(reader, noun, floor)
    if reader.tokens[noun].pos in {"VERB", "AUX"} or any(_names_someone(reader, index) for index in range(start, last + 1)):
        return None
    while last > noun and (reader.lower[last] in {"l'", "le", "la"} or (reader.capital[last] and reader.lower[last] in reader.lex.demonyms)):
        last -= 1
    return start, last + 1, shown or own


def _inside_function(reader: _Reader, index: int) -> bool:
    """Whether a word is the second of a function of several («premier ministre»)."""
    before = _function_at(reader, index - 1)
    return before is not None and before[0] > 1


def _names_someone(reader: _Reader, index: int) -> bool:
    return index in reader.persons or (reader.capital[index] and reader.words[index] in reader.lex.first_names)


def _function_apposed_before(reader: _Reader, place: _Found) -> tuple[int, int, Gender] | None:
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
        if start > floor and reader.lower[start - 1] in _LINKS:
            pass
        if any(_names_someone(reader, index) for index in range(start, comma)):
            return None
        return start, comma, shown or found[1]
    return None


def _function_after(reader: _Reader, place: _Found) -> tuple[int, int, Gender] | None:
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
    while index < len(words) and reader.lower[index] in _FORMER:
        shown = shown or (
            "f" if reader.lower[index] in {"ancienne", "nouvelle", "première", "actuelle"} else "m" if reader.lower[index] in {"ancien", "nouveau", "premier", "actuel"} else ""
        )
        index += 1
    found = _function_at(reader, index) if index < len(words) and reader.same(index, place.start) else None
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
    if closing not in {",", ".", ")", ";", "»", "–", ":", "!", "?", "("} or (opening == "(" and closing != ")"):
        return None
    if definite and opening == "," and closing == "," and end + 1 < len(words) and reader.lower[end + 1] in {"et", "ainsi"}:
        return None
    while reader.lower[end - 1] in _CHAIN | {"et", "un", "une"}:
        end -= 1
    if any(_names_someone(reader, position) for position in range(start, end)):
        return None
    return (start, end, shown or found[1]) if end > index else None


def _grammar(group: _Group, places: list[_Found], functions: tuple[tuple[Span, Gender], ...], reader: _Reader) -> tuple[Gender, Number, str, str]:
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
    head = _head_at(reader, first.start)
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


def _determined(reader: _Reader, places: list[_Found]) -> tuple[Gender, Number, str]:
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


def _person_gender(group: _Group, places: list[_Found], functions: tuple[tuple[Span, Gender], ...], reader: _Reader) -> tuple[Gender, str]:
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


def _agreement(reader: _Reader, place: _Found) -> Iterator[Gender]:
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
