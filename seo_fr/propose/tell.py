"""Tellings: clauses of the source, copied with the few edits that let them stand alone.

A telling is source text: its words, in its order, less what a certified pattern drops, with a name in place of a short one. Nothing else
gets on a page without a template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.elision import elides
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Clause, Edit, Entity, Sentence, Span, Token

FINAL_MARKS = ".!?…"
_CLOSERS = "»”\")]"


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause or sentence made to stand alone. ``text`` begins with a capital; it ends with its final mark unless ``open_ended``."""

    span: Span
    edits: tuple[Edit, ...]
    text: str
    clauses: tuple[int, ...]
    sentence: int
    dropped: int = 0  # characters that compressions took away
    strict: bool = True  # whether it can open a page: nobody in it is named by description alone
    sentences: int = 1

    @property
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)


class Source:
    """An analysis with the look-ups that proposing needs, computed once."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.article.text

    @cached_property
    def clauses_of(self) -> dict[int, tuple[Clause, ...]]:
        """Clauses by sentence, in order."""
        found: dict[int, list[Clause]] = {}
        for clause in sorted(self.analysis.clauses, key=lambda clause: clause.span):
            found.setdefault(clause.sentence, []).append(clause)
        return {sentence: tuple(clauses) for sentence, clauses in found.items()}

    @cached_property
    def clause(self) -> dict[int, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.analysis.clauses}

    @cached_property
    def section_of(self) -> dict[int, int]:
        """Section index by paragraph index."""
        return {p: i for i, section in enumerate(self.analysis.sections) for p in range(section.start, section.end)}

    def section_of_sentence(self, sentence: int) -> int | None:
        """Return the section a sentence stands in; None for the title."""
        return self.section_of.get(self.analysis.sentences[sentence].paragraph)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the source, as written: what the gate must not take for a misspelling."""
        return frozenset(token.span.of(self.text) for token in self.analysis.tokens)

    def is_date(self, span: Span) -> bool:
        """Return whether the span is a day and nothing more: « Vendredi, », « Mardi 12 mars, »: what may go from a claim without changing it."""
        return bool(_DAY.fullmatch(_plain(span.of(self.text)).strip(" ,")))

    def is_date_text(self, words: str) -> bool:
        """The same, of words already plain."""
        return bool(_DAY.fullmatch(words))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie inside ``span``."""
        return tuple(token for token in self.analysis.tokens[slice(*self._range(span))] if span.covers(token.span))

    def _range(self, span: Span) -> tuple[int, int]:
        from bisect import bisect_left

        starts = self._starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.analysis.tokens]

    def entity(self, entity_id: int | None) -> Entity | None:
        """Return the entity with this id, or None."""
        return self._entities.get(entity_id) if entity_id is not None else None

    @cached_property
    def _entities(self) -> dict[int, Entity]:
        return {entity.id: entity for entity in self.analysis.entities}

    def is_lede(self, sentence: int) -> bool:
        """Return whether the sentence stands in the first prose paragraph."""
        return self.analysis.sentences[sentence].paragraph == self.first_paragraph

    @cached_property
    def middle(self) -> int:
        """The offset half-way through the body."""
        paragraphs = self.analysis.paragraphs
        return (paragraphs[0].span.start + paragraphs[-1].span.end) // 2

    @cached_property
    def first_sentence(self) -> int:
        """Index of the body's first sentence."""
        return next((i for i, sentence in enumerate(self.analysis.sentences) if sentence.paragraph >= self.first_paragraph), 0)

    def is_matter(self, sentence: int) -> bool:
        """Return whether a sentence may be told: not a caption before the dateline, not a notice about the article itself."""
        found = self.analysis.sentences[sentence]
        return found.paragraph < 0 or found.paragraph >= self.first_paragraph and not _NOTICE.search(found.span.of(self.text))

    @cached_property
    def first_paragraph(self) -> int:
        """Index of the first paragraph that is prose: the one with the dateline, if there is one near the top (captions may stand before it)."""
        dateline = self.analysis.article.dateline
        for i, paragraph in enumerate(self.analysis.paragraphs[:4]):
            if dateline is not None and paragraph.span.covers(dateline) or _DATED.match(paragraph.span.of(self.text)):
                return i
        return next((i for i, paragraph in enumerate(self.analysis.paragraphs) if paragraph.kind != "heading"), 0)


_DAY = re.compile(
    r"(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui)(?: dernier| matin| soir| après-midi| midi)?(?: \d{1,2}(?:er)? [a-zûé]+(?: \d{4})?)?"
    r"|le \d{1,2}(?:er)? [a-zûé]+(?: \d{4})?|ce (?:matin|soir|midi)|(?:mais|et|puis)"
)
_NOTICE = re.compile(r"\b(?:cet article|cette page|notre article|lire aussi|voir aussi|crédit photo|mentions légales|notez que wiki|wikinews|abonnez-vous|newsletter)\b", re.IGNORECASE)
_DATED = re.compile(r"(?:\d{1,2}(?:er)? \w+ \d{4}|[A-ZÉÈÀ][\w' -]{2,40}, (?:le )?\d{1,2}(?:er)? \w+(?: \d{4})?)\W{1,4}[–—-]")


def in_quotes(source: Source, span: Span) -> bool:
    """Return whether ``span`` lies in somebody's quoted words."""
    return any(quote.span.overlaps(span) for quote in source.analysis.quotes)


def _connective_drop(source: Source, clause: Clause, word: str) -> Edit | None:
    """Return the edit that drops the connective ``word`` at the start of the clause, with its comma."""
    text, start = source.text, clause.span.start
    if text[start : start + len(word)].replace("’", "'").lower() != word.replace("’", "'").lower():
        return None
    end = start + len(word)
    if text[end : end + 1].isalpha():
        return None
    while end < clause.span.end and text[end] in " ,\u00a0\u202f":
        end += 1
    return Edit("drop", "connecteur-initial", Span(start, end), "")


#: Obstacles that are adverbs and asides which only tie the sentence to the one before: they fall.
_ASIDES = ("also", "aside")
_DROPPABLE = frozenset(
    {
    "également", "en effet", "en outre", "par ailleurs", "d'ailleurs", "quant à lui", "quant à elle", "quant à eux", "quant à elles", "de son côté", "de leur côté", "pour sa part",
    "pour leur part", "aussi",
    }
)  # fmt: skip


#: Dropped only where nothing better is left: the fact stays, what it was set against is lost.
_LOOSELY_DROPPABLE = frozenset({"toutefois", "cependant", "néanmoins", "pourtant", "en revanche", "de plus", "donc", "par conséquent", "ainsi", "ensuite", "par la suite", "enfin"})
_CONTRASTS = frozenset(
    ["mais", "or", "cependant", "toutefois", "néanmoins", "pourtant", "en revanche", "au contraire", "à l'inverse", "par contre", "donc", "par conséquent", "c'est pourquoi", "dès lors", "pour autant",
     "malgré tout", "malgré cela", "en conséquence", "aussi", "ainsi", "reste que", "car", "alors", "du coup", "de ce fait", "résultat", "inversement", "pire", "mieux"]
)  # fmt: skip


def _speaks(source: Source, clause: Clause) -> bool:
    """Return whether the clause is a named voice's: « Mais la Russie a nié » opposes two voices, and each may be heard alone."""
    return any(s.speaker is not None and s.speaker == clause.subject_entity for s in source.analysis.statements if s.id in clause.statements)


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").lower()


def _places(source: Source, span: Span, phrase: str) -> list[Span]:
    """Return where ``phrase`` stands as whole words in ``span``, outside quotes."""
    flat = _plain(span.of(source.text))
    found = []
    for match in re.finditer(rf"(?<![\w-]){re.escape(_plain(phrase))}(?![\w-])" if phrase[-1:].isalnum() else re.escape(_plain(phrase)), flat):
        place = Span(span.start + match.start(), span.start + match.end())
        if not in_quotes(source, place):
            found.append(place)
    return found


def _aside_drop(source: Source, unit: Span, place: Span) -> Edit:
    """Return the edit that drops an aside with the comma or space that goes with it."""
    text, start, end = source.text, place.start, place.end
    while end < unit.end and text[end] in " \u00a0\u202f":
        end += 1
    before = start
    while before > unit.start and text[before - 1] in " \u00a0\u202f":
        before -= 1
    if before > unit.start and text[before - 1] == "," and end < unit.end and text[end] == ",":
        return Edit("drop", "incise-de-liaison", Span(before - 1, end + 1), "")
    if end >= unit.end or text[end] in ".,;:!?)»":
        return Edit("drop", "incise-de-liaison", Span(before, place.end), "")
    return Edit("drop", "incise-de-liaison", Span(start, end), "")


def _resolve(source: Source, clause: Clause, unit: Span, first: bool, drops: tuple[Edit, ...] = (), loose: bool = False, joined: bool = False) -> list[Edit] | None:
    """Return the edits that lift the clause's obstacles, or None where one cannot be lifted.

    ``drops``: what a compression takes away, with the obstacles in it. ``loose``: « le suspect », « la victime » may stand, the page having told of whom.
    """
    edits: list[Edit] = []
    obstacles = clause.obstacles
    if first and clause.subject is not None and _leans(source, clause):
        obstacles = (*obstacles, f"pronoun:{clause.subject.of(source.text)}")
    for obstacle in sorted(obstacles, key=lambda obstacle: not obstacle.startswith("connective:")):
        name, _, word = obstacle.partition(":")
        if name == "connective":
            if first:
                if _plain(word) in _CONTRASTS and not loose and not _speaks(source, clause):
                    return None  # what it opposes should stand beside it
                edit = _connective_drop(source, clause, word)
                if edit is None:
                    return None
                edits.append(edit)
            continue
        if name == "short-name":
            edits += _full_names(source, clause, word)
            continue
        places = _places(source, clause.span, word)
        left = [place for place in places if not any(drop.span.covers(place) for drop in (*drops, *edits))]
        if _plain(word) in ("ainsi", "alors", "aussi"):
            # « ainsi que », « alors que », « aussi grand que » tie nothing to the sentence before
            left = [place for place in left if not re.match(r"\s+(?:que\b|qu['’])", source.text[place.end : place.end + 6])]
            if _plain(word) == "aussi" and re.search(r"\b(?:que|qu['’]|bien)\b", source.text[left[0].end : clause.span.end] if left else ""):
                return None
        if name == "time" and _plain(word).endswith(("après", "avant")):
            # « 54 minutes après le décollage » says after what
            left = [place for place in left if not re.match(r"\s+(?:l[ea]s?|l['’]|un|une|des|du|son|sa|ses|leurs?|cet?|cette|ces|avoir|d['’]avoir|que|qu['’])(?!\w)", source.text[place.end : place.end + 9])]
        if places and not left:
            continue
        if name in ("possessive", "short-title") and first and (flip := _name_for_function(source, clause)) is not None and all(flip.span.covers(place) for place in left):
            edits += [flip] if flip not in edits else []
        elif name == "pronoun" and _plain(word) in ("lui", "elle", "eux", "elles") and left and all(_between_commas(source, place) for place in left):
            edits += [_aside_drop(source, unit, place) for place in left]
        elif name == "demonstrative" and loose and len(left) == 1 and (edit := _definite(source, clause, left[0])) is not None:
            edits.append(edit)
        elif name in _ASIDES and (_plain(word) in _DROPPABLE or loose and _plain(word) in _LOOSELY_DROPPABLE) and left:
            edits += [_aside_drop(source, unit, place) for place in left]
        elif name == "pronoun" and word.startswith("-"):
            named = _named_speaker(source, clause, word)
            if named is None:
                return None
            edits += named
        elif name == "pronoun" and first and clause.subject is not None and word.lower() == clause.subject.of(source.text).lower():
            edit = _named_subject(source, clause)
            if edit is None:
                return None
            edits.append(edit)
        elif not first and name in ("pronoun", "possessive", "clitic", "shared-subject"):
            continue  # understood from the clause before, in the same sentence
        elif name == "contrast-after" and (joined or loose or _speaks(source, clause)):
            continue
        elif name == "short-title" or name == "definite" and not re.search(r"\b(?:deux|trois|quatre|cinq|six)\b", word.lower()):
            if not loose:
                return None  # below the body the reader knows which one is meant; above it he does not
            continue
        else:
            return None
    return edits


def _name_for_function(source: Source, clause: Clause) -> Edit | None:
    """« Sa présidente, Odile Perrache, a remis… » is told as « Odile Perrache a remis… »: the apposed name stays, what it was apposed to falls."""
    if clause.subject is None:
        return None
    words = clause.subject.of(source.text)
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            if mention.form != "full" or not clause.subject.covers(mention.span) or mention.span.start == clause.subject.start:
                continue
            before = source.text[clause.subject.start : mention.span.start]
            after = source.text[mention.span.end : clause.verb.start]
            if re.fullmatch(r"[^,«»()]{3,90}, ", before) and re.fullmatch(r",\s+", after) and len(words) < 140:
                return Edit("reference", "nom-appose", Span(clause.subject.start, clause.verb.start), f"{mention.span.of(source.text)} ")
    return None


def _between_commas(source: Source, place: Span) -> bool:
    before, after = source.text[: place.start].rstrip(), source.text[place.end :].lstrip()
    return before.endswith(",") and after.startswith(",")


_IMPERSONAL = frozenset("falloir pleuvoir neiger sembler rester exister suffire advenir convenir importer".split())


def _leans(source: Source, clause: Clause) -> bool:
    """Return whether the subject is a personal pronoun that no obstacle names: « Il a indiqué », not « Il faut », « il y a », « il est prévu que »."""
    if clause.subject is None or clause.subject_kind != "pronoun" or clause.subject.of(source.text).lower() not in _SUBJECTS or in_quotes(source, clause.subject):
        return False
    if any(obstacle.startswith("pronoun:") for obstacle in clause.obstacles) or clause.lemma in _IMPERSONAL:
        return False
    return clause.subject.of(source.text).lower() != "il" or not re.search(r"\by (?:a|avait|aura|aurait|eut)\b|\best (?:prévu|possible|probable|question|interdit|demandé|conseillé|recommandé)\b|s['’]agi", clause.verb.of(source.text) + source.text[clause.verb.end : clause.verb.end + 14])


_DEFINITE = {"ce": "le", "cet": "l’", "cette": "la", "ces": "les"}


def _definite(source: Source, clause: Clause, place: Span) -> Edit | None:
    """Return the edit that makes « ce projet » « le projet », where the same noun stands in an earlier sentence: the page has told of it. None for any other « ce »."""
    tokens = source.tokens_in(Span(place.start, clause.span.end))
    if len(tokens) < 2 or tokens[0].span.of(source.text).lower() not in _DEFINITE:
        return None
    noun = next((token for token in tokens[1:4] if token.pos == "NOUN"), None)
    if noun is None or re.match(r"-(?:là|ci)\b", source.text[noun.span.end : noun.span.end + 4]):
        return None
    start = source.analysis.sentences[clause.sentence].tokens[0]
    if not any(token.lemma == noun.lemma and token.pos == "NOUN" for token in source.analysis.tokens[:start]):
        return None
    word, following, span = tokens[0].span.of(source.text), tokens[1].span.of(source.text), tokens[0].span
    article = _DEFINITE[word.lower()]
    if article in ("le", "la") and elides(following):
        article = "l’"
    if article == "l’":
        span = Span(tokens[0].span.start, tokens[1].span.start)
    before = source.text[: span.start].rstrip()[-4:].lower().split()
    if before and before[-1] in ("de", "à") and article in ("le", "les"):
        return None  # would have to contract
    return Edit("reference", "demonstratif-en-defini", span, article[0].upper() + article[1:] if word[0].isupper() else article)


def _named_speaker(source: Source, clause: Clause, word: str) -> list[Edit] | None:
    """Return the edits that name who spoke: « …», a-t-il déclaré » becomes « …», a déclaré X », where the quote's speaker is certain."""
    flat = _plain(source.text[clause.span.start : clause.span.end])
    found = list(re.finditer(rf"(?:-t)?{re.escape(word.lower())}(?![\w-])", flat))
    if len(found) != 1:
        return None
    place = Span(clause.span.start + found[0].start(), clause.span.start + found[0].end())
    quotes = [quote for quote in source.analysis.quotes if clause.sentence in quote.sentences and quote.speaker is not None]
    entity = source.entity(quotes[0].speaker) if quotes else None
    if entity is None or len({quote.speaker for quote in quotes}) != 1 or entity.kind != "person" or in_quotes(source, place):
        return None
    if entity.gender and {"-il": "m", "-elle": "f"}.get(word.lower()) != entity.gender:
        return None
    if not any(place.overlaps(quote.speaker_span) for quote in quotes if quote.speaker_span is not None) and not clause.verb.overlaps(place):
        return None
    tokens = list(source.tokens_in(Span(place.end, clause.span.end)))
    end = place.end
    for token in tokens:  # the participle, adverbs before it included: « a-t-il ensuite ajouté »
        if token.pos in ("VERB", "AUX", "ADV") and token.span.start <= end + 1:
            end = token.span.end
        else:
            break
    name = " ".join(entity.name.of(source.text).split())
    return [Edit("reference", "nom-du-locuteur", place, ""), Edit("reference", "nom-du-locuteur", Span(end, end), f" {name}")] if end > place.end else [
        Edit("reference", "nom-du-locuteur", place, f" {name}")
    ]


_SUBJECTS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}


def _named_subject(source: Source, clause: Clause) -> Edit | None:
    """Return the edit that names what « il » or « elle » stands for: the subject of the sentence before, where nothing else there can be meant.

    Nothing else: no other noun of that gender and number in that sentence; or, before a verb of saying (a thing does not say), no other person or
    organisation of that gender.
    """
    assert clause.subject is not None
    grammar = _SUBJECTS.get(clause.subject.of(source.text).lower())
    here = source.analysis.sentences[clause.sentence]
    if grammar is None or clause.sentence == 0:
        return None
    previous = source.analysis.sentences[clause.sentence - 1]
    before = source.clauses_of.get(clause.sentence - 1, ())
    if here.paragraph - previous.paragraph not in (0, 1) or previous.paragraph < 0 or previous.doubtful or not before:
        return None
    if previous.paragraph != here.paragraph and source.analysis.paragraphs[here.paragraph - 1].kind != "prose":
        return None
    antecedent = before[0]
    if antecedent.subject is None or antecedent.subject_kind not in ("name", "noun") or not antecedent.regular:
        return None
    if len({(part.subject.start if part.subject else None) for part in before if part.subject is not None and part.subject_kind in ("name", "noun")}) != 1:
        return None
    entity = source.entity(antecedent.subject_entity)
    gender, number = (entity.gender, entity.number) if entity is not None and entity.gender else (antecedent.gender, antecedent.number)
    if (gender, number) != grammar:
        return None
    says = any(s.cue.overlaps(clause.verb) for s in source.analysis.statements if s.id in clause.statements)
    said = entity is not None and entity.kind in ("person", "organisation")
    rivals = _rivals(source, previous, antecedent.subject, grammar, entity.id if entity else None)
    if rivals["nouns"] and not (says and said and not rivals["actors"]):
        return None
    if entity is not None and entity.kind == "person":
        text = " ".join(entity.name.of(source.text).split())
    else:
        text = antecedent.subject.of(source.text)
        if len(text) > 60 or "," in text or in_quotes(source, antecedent.subject) or re.match(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|un|une|des|certains|plusieurs)\b|l['’]un", text):
            return None
        if clause.subject.of(source.text)[0].isupper():
            text = text[0].upper() + text[1:]
        elif text.split(" ")[0] in ("Le", "La", "Les") or text[:2] in ("L’", "L'"):
            text = text[0].lower() + text[1:]
    return Edit("reference", "nom-du-sujet", clause.subject, text)


def _rivals(source: Source, sentence: Sentence, subject: Span, grammar: tuple[str, str], entity_id: int | None) -> dict[str, int]:
    """Return how many nouns outside the subject could be what the pronoun means, and how many persons and organisations."""
    wanted = {"m": "Masc", "f": "Fem"}[grammar[0]], {"s": "Sing", "p": "Plur"}[grammar[1]]
    tokens = source.analysis.tokens[sentence.tokens[0] : sentence.tokens[1]]
    nouns = sum(
        1
        for token in tokens
        if token.pos in ("NOUN", "PROPN")
        and not subject.covers(token.span)
        and token.feature("Gender") in (wanted[0], "")
        and token.feature("Number") in (wanted[1], "")
        and not (token.pos == "NOUN" and any(time.span.covers(token.span) for time in source.analysis.times))
    )
    actors = sum(
        1
        for other in source.analysis.entities
        if other.kind in ("person", "organisation", "other")
        and other.id != entity_id
        and other.gender in (grammar[0], "")
        and any(sentence.span.covers(mention.span) and not subject.covers(mention.span) for mention in other.mentions)
    )
    return {"nouns": nouns, "actors": actors}


def _full_names(source: Source, clause: Clause, word: str) -> list[Edit]:
    """Return the edit that gives the first short mention of a person in the clause its full name."""
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        full = entity.name.of(source.text)
        for mention in entity.mentions:
            if mention.form != "short" or not clause.span.covers(mention.span) or mention.span.of(source.text) != word:
                continue
            if in_quotes(source, mention.span) or full == word:
                continue
            if _after_common_noun(source, mention.span):
                continue
            if any(other.form == "full" and clause.span.covers(other.span) for other in entity.mentions):
                return []
            return [Edit("reference", "nom-complet", mention.span, " ".join(full.split()))]
    return []


def _after_common_noun(source: Source, span: Span) -> bool:
    """Return whether the name completes a noun (« l’administration Biden ») and so must stay as it is."""
    before = source.tokens_in(Span(max(0, span.start - 40), span.start)) if span.start else ()
    return bool(before) and before[-1].pos == "NOUN" and before[-1].span.end + 1 >= span.start and before[-1].lemma.lower() not in _TITLES


_TITLES = frozenset("président présidente ministre maire député députée sénateur sénatrice roi reine prince princesse pape général colonel capitaine docteur professeur juge procureur procureure".split())


def finish(source: Source, span: Span, edits: list[Edit], *, final: bool = True) -> tuple[Span, tuple[Edit, ...], str] | None:
    """Return span, edits and text after typography, capital and final mark; None where the edits clash.

    ``final``: end with a full stop where the slice has no final mark.
    """
    text = source.text
    try:
        ordered = in_order(edits)
    except ValueError:
        return None
    kept = list(ordered)
    for edit in typography_edits(span.of(text), span.start):
        if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in ordered):
            kept.append(edit)
    start = span.start
    for edit in ordered:
        if edit.span.start == start and not edit.after:
            start = edit.span.end
    first = text[start : start + 1]
    if first.islower() and not any(edit.span.start <= start < edit.span.end for edit in kept):
        kept.append(Edit("case", "majuscule-initiale", Span(start, start + 1), first.upper()))
    try:
        result = apply_edits(text, span, kept)
    except ValueError:
        return None
    stripped = result.rstrip()
    if final and stripped.rstrip(_CLOSERS + "\u00a0\u202f ")[-1:] not in FINAL_MARKS:
        kept.append(Edit("period", "point-final", Span(span.end, span.end), "."))
    elif final and stripped[-1:] in "»”\"" and not _ends_whole_quote(stripped):
        kept.append(Edit("period", "point-final", Span(span.end, span.end), "."))
    try:
        made = in_order(kept)
        return span, made, apply_edits(text, span, made)
    except ValueError:
        return None


def _ends_whole_quote(text: str) -> bool:
    return text.rstrip(_CLOSERS + "\u00a0\u202f ")[-1:] in FINAL_MARKS


def tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the ways to tell one clause alone, whole form first, then shorter ones. Empty where it cannot stand alone."""
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return ()
    if not source.is_matter(clause.sentence):
        return ()
    if clause.subject is None or clause.person != 3 and not in_quotes(source, clause.verb) or _splits_quote(source, clause.span):
        return ()
    if not _cut_is_sure(source, clause) or not is_whole(source, clause):
        return ()
    made: list[Telling] = []
    for drops in ((), *(compression.edits for compression in clause.shorter if _may_drop(source, clause, compression.edits))):
        strict = True
        edits = _resolve(source, clause, clause.span, True, drops)
        if edits is None:
            edits, strict = _resolve(source, clause, clause.span, True, drops, True), False
        if edits is None:
            continue
        merged = list(drops) + [edit for edit in edits if not any(edit.span.overlaps(drop.span) for drop in drops)]
        done = finish(source, clause.span, merged)
        if done is not None:
            strict = strict and clause.tense != "pluperfect"
            made.append(Telling(*done, (clause.id,), clause.sentence, sum(len(drop.span) for drop in drops), strict))
    return tuple(made)


def sentence_telling(source: Source, index: int, joined: bool = False) -> Telling | None:
    """Return the whole sentence told alone, or None where it cannot stand alone. ``joined``: the next sentence will stand beside it."""
    sentence = source.analysis.sentences[index]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return None
    clauses = source.clauses_of.get(index, ())
    if not source.is_matter(index):
        return None
    if not clauses or clauses[0].subject is None and source.analysis.tokens[sentence.tokens[0]].pos not in ("DET", "PROPN", "NOUN", "NUM", "ADP"):
        return None
    if clauses[0].person != 3 and not in_quotes(source, clauses[0].verb):
        return None  # « Rappelons que… », « nous » of the newspaper
    edits: list[Edit] = []
    strict = clauses[0].tense != "pluperfect"
    for position, clause in enumerate(clauses):
        more = _resolve(source, clause, sentence.span, position == 0, (), False, joined)
        if more is None:
            more, strict = _resolve(source, clause, sentence.span, position == 0, (), True, joined), False
        if more is None:
            return None
        edits += more
    if _splits_quote(source, sentence.span):
        return None
    done = finish(source, _trimmed(source, sentence), edits)
    return Telling(*done, tuple(clause.id for clause in clauses), index, 0, strict) if done else None


_JOINTS = frozenset("et mais ou or puis car ni donc tandis que alors".split())


def _may_drop(source: Source, clause: Clause, drops: tuple[Edit, ...]) -> bool:
    """Return whether nothing that frames or qualifies the claim is dropped: an opening adjunct but a date, a parenthesis, a figure, part of a list after a colon."""
    for drop in drops:
        words = drop.span.of(source.text)
        if clause.lead is not None and drop.span.overlaps(clause.lead) and not source.is_date(clause.lead):
            return False
        if "(" in words or re.search(r"\d", words) or ":" in source.text[clause.span.start : drop.span.start]:
            return False
    return True


def is_whole(source: Source, clause: Clause) -> bool:
    """Return whether nothing of the sentence is left out around the clause but marks and joints: no « Quelque » before it, no « , selon lui » after it."""
    sentence = source.analysis.sentences[clause.sentence].span
    clauses = source.clauses_of.get(clause.sentence, ())
    before = max((other.span.end for other in clauses if other.span.end <= clause.span.start), default=sentence.start)
    after = min((other.span.start for other in clauses if other.span.start >= clause.span.end), default=sentence.end)
    for gap in (source.text[before : clause.span.start], source.text[clause.span.end : after]):
        if any(word.lower() not in _JOINTS for word in re.findall(r"\w+", gap)):
            return False
    return True


def _cut_is_sure(source: Source, clause: Clause) -> bool:
    """Return whether what follows the clause in its sentence is surely a clause of its own, and not a noun the parser took for a verb (« et l’est de la Drôme »)."""
    for other in source.clauses_of.get(clause.sentence, ()):
        if other.span.start <= clause.span.start:
            continue
        if any(obstacle.startswith("shared-subject") for obstacle in other.obstacles) or other.subject is None:
            word = other.verb.of(source.text).replace("’", "'").lower()
            if re.fullmatch(r"(?:l'|s'|n'|en |y )?(?:est|a|as|sont|ont|porte|marche|offre|rue|place|mars|compte|tour|prise|mise)", word):
                return False
    return True


def lede_telling(source: Source) -> Telling | None:
    """Return the body's first sentence, whole, where it is not too long: nothing stands before it that it could lean on. None where it is doubtful."""
    index = source.first_sentence
    sentence = source.analysis.sentences[index]
    if sentence.doubtful or sentence.paragraph < 0 or _splits_quote(source, sentence.span):
        return None
    clauses = source.clauses_of.get(index, ())
    done = finish(source, _trimmed(source, sentence), [])
    if done is None or not clauses or not 8 <= count_words(done[2]) <= 42:
        return None
    return Telling(*done, tuple(clause.id for clause in clauses), index)


_ANAPHORIC = frozenset("pronoun possessive demonstrative definite other also aside clitic time connective short-name short-title shared-subject".split())
LONGEST_RUN = 68


def run_telling(source: Source, first: Telling) -> tuple[Telling, ...]:
    """Return a sentence told with the one or two that follow it and lean on it (« Il a ajouté… »): together they stand alone. Shortest first."""
    made: list[Telling] = []
    sentences = source.analysis.sentences
    before = sentences[first.sentence]
    if first.span != _trimmed(source, before):
        return ()
    clauses = list(first.clauses)
    for index in (first.sentence + 1, first.sentence + 2):
        if index >= len(sentences) or sentences[index].paragraph != before.paragraph or sentences[index].doubtful:
            break
        here = source.clauses_of.get(index, ())
        obstacles = {obstacle.partition(":")[0] for clause in here for obstacle in clause.obstacles}
        if not here or not obstacles or not obstacles <= _ANAPHORIC:
            break
        clauses += [clause.id for clause in here]
        span = Span(first.span.start, _trimmed(source, sentences[index]).end)
        if _splits_quote(source, span):
            continue
        done = finish(source, span, [edit for edit in first.edits if edit.kind not in ("typography", "case", "period")])
        if done is None or count_words(done[2]) > LONGEST_RUN:
            break
        made.append(Telling(*done, tuple(clauses), first.sentence, 0, first.strict, index - first.sentence + 1))
    return tuple(made)


def _trimmed(source: Source, sentence: Sentence) -> Span:
    start, end = sentence.span.start, sentence.span.end
    while end > start and source.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _splits_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly inside and partly outside ``span``: it would be cut."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)
