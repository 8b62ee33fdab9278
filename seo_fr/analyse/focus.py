"""The focus keyphrase: the affair by its noun phrase with its place, or the name of the person or organisation that the news is about.

The candidates are those of :mod:`seo_fr.analyse.keyphrases`, which order phrases by their form and place in the text; here they are asked what they are: the noun of an event
(« attentat »), a name, a noun for an unnamed person (« passants »), a body that only speaks. A noun of one word may take the place of the news with the preposition
that the source writes before it: « attentat à Valmont », in two slices of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seo_fr.analyse.focus_lede import completes, halved, misshapen, news_sentence, role_worth
from seo_fr.analyse.focus_news import framed, news_keyphrases, news_worth
from seo_fr.analyse.keyphrases import FocusCandidate, focus_candidates, focus_keyphrase
from seo_fr.analyse.names import lexicon
from seo_fr.french.toponyms import toponym
from seo_fr.french.words import plain
from seo_fr.model import Analysis, Keyphrase, Span, Token
from seo_fr.rulebook import Rule, Rulebook, load

#: Kinds of event that a person types with the place.
_AFFAIRS = frozenset(["accident", "attack", "demonstration", "disaster", "election", "festival", "strike", "weather", "rescue", "trial"])
_LONGEST = 42
#: Those that count though the title does not name them.
_SUDDEN = frozenset(["accident", "attack", "disaster"])
#: Verbs by which a body of the title only speaks.
_SPEAKS = frozenset(
    "dénoncer alerter appeler demander critiquer saluer condamner annoncer déclarer affirmer dire accuser prévenir révéler estimer juger réclamer exiger avertir publier confirmer rappeler".split()
)
_OF_WHOM = re.compile(r"(?:^|[:,–—]\s*|(?:décès|mort|disparition|démission|obsèques|arrestation|élection|réélection|nomination|condamnation|victoire|assassinat|procès) d(?:e |'))(?:l[ea] |l')?(?:[a-zéèêâîôûç'-]+ ){0,3}$", re.IGNORECASE)
#: What is planned or feared has not happened: « un projet d’attentat » is no « attentat ».
_ATTEMPT = re.compile(r"(?:projets?|tentatives?|menaces?|risques?|préparation|préparatifs?|crainte|alerte|soupçons?|hypothèse|possibilité|piste) (?:de l'|de la |des |de |du |d'|à l'|à la )(?:une? )?$", re.IGNORECASE)
_DOUBTED = re.compile(r" ?(?:présumée?s?|éventuel(?:le)?s?|possibles?|déjouée?s?|manquée?s?|raté|évité|similaires?|précédente?s?|antérieure?s?)(?!\w)", re.IGNORECASE)
_OTHERS = re.compile(r"(?i)(?:similaires?|précédente?s?|antérieure?s?|autres?|mêmes?|dernière?s?|nouve(?:l|au|aux|lles?))$")
#: « séisme de magnitude [6,2] », « italien Ferrosud »: nobody types half of it.
UNMEASURED = re.compile(r"(?i) de (?:magnitude|niveau|catégorie|classe|degrés?|force|type|rang)$")
_OF_A_PEOPLE = re.compile(r"[a-zàâéèêëîïôûç-]+ [A-ZÀ-Ý]")
_RANKED = re.compile(r"(?i)(?:ultime|récente?s?|nouve(?:l|au|aux|lles?)|derni(?:er|ère)s?|premi(?:er|ère)s?|fort|forte|nombreu(?:x|ses)|multiples|divers|diverses|grande?s?) ")
_TRIED = frozenset(["projet", "projets", "tentative", "tentatives", "menace", "menaces", "risque", "risques"])


def focus_of(analysis: Analysis) -> Keyphrase:
    """Return what a person would type to find the article: of one to four content words, in the source's words.

    Its ``spans`` are the places of the phrase; of one with its place taken from elsewhere, the noun's and the place's, which joined by a space give it.
    The last analysis asked for is remembered. Raises ValueError for an article without a word.
    """
    for tokens, kept in _LAST:
        if tokens is analysis.tokens:
            return kept
    found = ranked_focus(analysis, load())[0][1]
    _LAST[:] = [(analysis.tokens, found)]
    return found


_LAST: list[tuple[Sequence[Token], Keyphrase]] = []


def ranked_focus(analysis: Analysis, book: Rulebook) -> tuple[tuple[float, Keyphrase], ...]:
    """Return the phrases that could be the focus keyphrase with their value, best first, each once; one of value 0 for an article without a noun.

    Raises ValueError for an article without a word.
    """
    candidates = focus_candidates(analysis.article, analysis.tokens, analysis.sentences)
    if not candidates:
        return ((0.0, focus_keyphrase(analysis.article, analysis.tokens, analysis.sentences)),)
    view = _View(analysis, book)
    options = [(candidate.value + view.worth(candidate), candidate.keyphrase) for candidate in candidates]
    options += list(view.placed(candidates))
    options += list(view.without_verb(candidates))
    options += list(view.without_rank(candidates))
    options += list(view.fuller(candidates))
    options += list(view.opening(candidates))
    options += list(view.of_the_name(candidates))
    options += list(view.with_sport(candidates))
    options += list(news_keyphrases(analysis, book, candidates, [view.kind(candidate.keyphrase) for candidate in candidates], event_nouns(book)))
    options += list(view.weak_for_a_place(max(value for value, _ in options)))
    best: dict[str, tuple[float, Keyphrase]] = {}
    for option in sorted(options, key=lambda option: (-round(option[0], 6), option[1].spans[0].start)):
        best.setdefault(option[1].text.lower(), option)
    return tuple(best.values())


@lru_cache(maxsize=8)
def _words(book: Rulebook, role: str) -> frozenset[str]:
    """Return the words of the rules of a role, singular and plural."""
    found = {word for rule in book.of_kind("keyphrase-words") if rule.data["role"] == role for word in rule.data["words"]}
    return frozenset(found | {word + "s" for word in found})


@lru_cache(maxsize=8)
def _bodies(book: Rulebook) -> re.Pattern[str]:
    """Return what matches a phrase that begins with the noun of a body that acts or speaks."""
    found = sorted((word for rule in book.of_kind("group-nouns") for word in rule.data["words"] if rule.data["role"] == "focus"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?i)(?:{'|'.join(map(re.escape, found))})(?!\w)")


def fires_group(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a noun of the rule stands in ``text`` (for the rule's examples)."""
    del book
    return any(re.search(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", text) for word in rule.data["words"])


@lru_cache(maxsize=8)
def event_nouns(book: Rulebook) -> dict[str, str]:
    """Return the kind of event that each noun of the event lexicon names, by lemma."""
    found: dict[str, str] = {}
    for rule in book.of_kind("event-lexicon"):
        for noun in rule.data.get("nouns", ()):
            found.setdefault(noun, rule.data["event"])
    return found


class _View:
    """What the title, the first sentence, the names and the events of an article say of a phrase."""

    def __init__(self, analysis: Analysis, book: Rulebook) -> None:
        self.analysis = analysis
        self.book = book
        self.text = analysis.article.text
        self.flat = plain(self.text)
        self.title = analysis.article.title
        self.first = next((sentence.span for sentence in analysis.sentences if sentence.paragraph >= 0), None) if self.title is not None else news_sentence(analysis)
        self.before = ""  # the place before the colon of the title
        self.places = self._places()

    def _tokens(self, span: Span) -> list[Token]:
        return [token for token in self.analysis.tokens if span.covers(token.span)]

    def _head(self, keyphrase: Keyphrase) -> Token | None:
        """Return the first noun or name of the phrase."""
        tokens = self._tokens(keyphrase.spans[0]) if keyphrase.spans else []
        return next((token for token in tokens if token.pos in ("NOUN", "PROPN")), tokens[0] if tokens else None)

    def kind(self, keyphrase: Keyphrase) -> str:
        """Return the kind of event that the head of the phrase names, « » where it names none."""
        head = self._head(keyphrase)
        events = event_nouns(self.book)
        if head is None:
            return ""
        if head.span.of(self.text).lower() in _TRIED:
            head = next((token for token in self._tokens(keyphrase.spans[0]) if token.pos == "NOUN" and token.span.start > head.span.end), head)
        return events.get(head.lemma.lower(), "") or events.get(re.sub("s$", "", head.span.of(self.text).lower()), "")

    def worth(self, candidate: FocusCandidate) -> float:
        """Return what a candidate gains or loses by what it is."""
        keyphrase, value = candidate.keyphrase, 0.0
        head = self._head(keyphrase)
        word = head.span.of(self.text).lower() if head is not None else ""
        kind = self.kind(keyphrase)
        placed = re.search(r" (?:à|au|aux|en|dans) (?:la |l['’]|les? )?[A-ZÉÈÎ]", keyphrase.text) is not None
        person = word in _words(self.book, "person") and not keyphrase.text[:1].isupper()
        if person and ("P" not in candidate.kinds or placed):
            struck = any(token.lemma.lower() in event_nouns(self.book) for token in self._tokens(keyphrase.spans[0]))  # « victimes des attentats »
            value -= 2.5 if candidate.title and ("a" in candidate.kinds or struck) else 4.0
        elif person:
            value -= 3.0  # « animateur de la chaîne »: the name says more
        if word in _words(self.book, "slight") and not keyphrase.text[:1].isupper():
            value -= 3.5 if len(candidate.kinds) < 3 or not candidate.title else 1.5
        if word in _words(self.book, "measure") and not keyphrase.text[:1].isupper() and not re.match(r"tours? d[eu']|suites? ", plain(keyphrase.text)) or re.search(r" (?:nord|sud|est|ouest|large|centre) d[ue]s? ", f" {keyphrase.text}") or self._idiom(keyphrase):
            value -= 9.0
        elif any(re.search(r"(?:tonnes|kilos|kilogrammes|milliers|millions|litres|grammes|kg) d(?:e |')$", self.flat[max(0, span.start - 16) : span.start]) and self.title is not None and self.title.covers(span) for span in keyphrase.spans):
            value += 4.0  # « 13 tonnes de marijuana »
        if person and candidate.body == 0 and "A" in candidate.kinds and "P" not in candidate.kinds:
            value -= 4.0  # « un homme attaque »: it may be the verb
        titled = [span for span in keyphrase.spans if self.title is not None and self.title.covers(span)]
        if titled and all(re.search(r"(?:malgré|sans|sauf|hors|contre) (?:l[ea]s? |l'|une? )?$", self.flat[max(0, span.start - 14) : span.start], re.IGNORECASE) for span in titled):
            value -= 3.0  # « malgré la pluie »
        if self.title is None:
            value += self._untitled(candidate, kind)
        if "P" in candidate.kinds and len(candidate.kinds) == 1 and " " in keyphrase.text and self.title is not None and candidate.title and self._late_name(keyphrase):
            value -= 4.0  # the founder’s name where the title has the firm
        if re.search(r" d(?:e |['’])une? ", keyphrase.text) and len(candidate.kinds) < 5 and any(
            self.title is not None and self.title.covers(span) and self._continues(span) and not self.flat.startswith(" sur ", span.end) for span in keyphrase.spans
        ):
            value -= 3.0  # « découverte d’une nouvelle espèce [de requin] »
        if keyphrase.spans and all(self._bracketed(span) for span in keyphrase.spans):
            value -= 6.0  # « (Daech, de son acronyme arabe) »
        if self._ill_agreed(keyphrase):
            value -= 9.0  # « [forces de] sécurité afghanes »
        if _OTHERS.search(keyphrase.text) or _RANKED.match(keyphrase.text):
            value -= 3.0
        if not candidate.title and not self._leads(keyphrase) and self.title is not None:
            value -= 4.0
        if "a" in candidate.kinds and not person and candidate.title and candidate.body == 0 and not self._opens(keyphrase):
            value -= 2.5  # it may be the verb of the headline
        if kind in _AFFAIRS and not self._doubted(keyphrase) and (candidate.title or kind in _SUDDEN and self._happens(keyphrase)):
            value += 2.0 + (2.0 if placed and len(candidate.kinds) <= 4 else 0.0)
        elif kind in _SUDDEN and not candidate.title and not self._happens(keyphrase):
            value -= 3.0  # another affair, told as known
        if set(candidate.kinds) == {"P"}:
            value += self._named(candidate)
        if toponym(keyphrase.text) is not None or any(plain(place).lower() == plain(keyphrase.text).lower() for place in self.places):
            value -= 4.0
        if keyphrase.text[:1].isupper() and "P" in candidate.kinds and set(candidate.kinds) != {"P"} and not candidate.title and self.title is not None:
            value -= 2.0
        if not candidate.title and re.search(r" d(?:e |['’])une? ", keyphrase.text):
            value -= 2.0
        if candidate.title and candidate.kinds == "N" and candidate.body > 3 and not person and self._subject(keyphrase):
            value += 1.5  # what it is all about
        if candidate.kinds == "N" and any(self._continues(span) for span in keyphrase.spans if self.title is not None and self.title.covers(span)):
            value -= 2.0
        if len(keyphrase.text) > _LONGEST or len(candidate.kinds) > 4:
            value -= 3.0
        if UNMEASURED.search(keyphrase.text) or _OF_A_PEOPLE.match(keyphrase.text) and keyphrase.text.split()[0] in lexicon(self.book).demonyms:
            value -= 11.0
        if keyphrase.spans and all(halved(self.flat, span) for span in keyphrase.spans):
            value -= 11.0
        return value + news_worth(self.analysis, self.book, candidate, bool(kind))

    def _untitled(self, candidate: FocusCandidate, kind: str) -> float:
        """Return what a phrase gains in an article without a title where its first sentence has it, and loses where it is only a name further down, a witness or who says it."""
        keyphrase = candidate.keyphrase
        near = [span for span in keyphrase.spans if self.first is not None and self.first.covers(span)] or list(keyphrase.spans[:1])
        if any(misshapen(keyphrase.text, self.text[max(0, span.start - 40) : span.start], candidate.kinds) for span in near[:1]):
            return -9.0
        if not self._leads(keyphrase):
            return -5.0 if set(candidate.kinds) == {"P"} else -1.5
        if self._doubted(keyphrase):
            return 0.0
        says = self._says(keyphrase)
        if says or _bodies(self.book).match(keyphrase.text):
            return -5.0 if says else -3.0  # who acts, not what the news is about
        assert self.first is not None
        affair = kind in _AFFAIRS
        role = role_worth(self.analysis, self.first, keyphrase, affair)
        if set(candidate.kinds) == {"P"}:
            early = any(span.start - self.first.start < 110 for span in near)
            return (2.0 if early or role > 1.0 else -3.0) + role - (3.0 if " " not in keyphrase.text and completes(self.text[max(0, near[0].start - 40) : near[0].start]) else 0.0)
        whole = affair or not any(completes(self.text[max(0, span.start - 40) : span.start]) for span in near)
        return (4.0 if affair else 0.0) + (1.0 if len(candidate.kinds) > 1 else 0.0) + role - (0.0 if whole else 1.5)

    def _says(self, keyphrase: Keyphrase) -> bool:
        """Return whether in the first sentence the phrase is, or completes, the subject of a verb of speech: « les responsables de la santé publique affirment que »."""
        tokens = self.analysis.tokens
        inside = [i for i, token in enumerate(tokens) if self.first is not None and self.first.covers(token.span) and any(span.covers(token.span) for span in keyphrase.spans)]
        for start in inside:
            i = start
            for _ in range(8):
                if tokens[i].dep == "nsubj":
                    return tokens[tokens[i].head].lemma in _SPEAKS
                if tokens[i].head == i or tokens[i].dep not in ("nmod", "amod", "flat:name", "flat:foreign", "appos", "conj", "case"):
                    break
                i = tokens[i].head
        return False

    def _late_name(self, keyphrase: Keyphrase) -> bool:
        """Return whether the title has only the last word of a name that the first two paragraphs do not give whole: it may be a firm's, or a family's."""
        last, near = keyphrase.text.split()[-1], self.analysis.paragraphs[:2]
        if self.title is None or plain(keyphrase.text) in plain(self.title.of(self.text)) or last not in self.title.of(self.text):
            return False
        return not any(plain(keyphrase.text) in plain(paragraph.span.of(self.text)) for paragraph in near)

    def _idiom(self, keyphrase: Keyphrase) -> bool:
        """Return whether the phrase begins inside a set phrase everywhere: « c’est [au] tour de la ville », « au large de », « à la suite de »."""
        return re.match(r"(?:tour|large|suite|cours|sein|profit|nom|lendemain|terme|issue|cause|lieu) d", plain(keyphrase.text)) is not None and all(
            re.search(r"(?:\bau|à la|à l'|en) ?$", self.flat[max(0, span.start - 6) : span.start]) for span in keyphrase.spans
        )

    def opening(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield what stands before the colon of the title, where it is an affair with its place or its thing: « incendies de Valmont », « affaire des faux tableaux »."""
        if self.title is None:
            return
        match = re.match(r"(?:L[ea]s? |L')?([^:,;«»()?!]{6,42}?)\s?: ", plain(self.title.of(self.text)))
        if match is None:
            return
        span = Span(self.title.start + match.start(1), self.title.start + match.end(1))
        tokens = self._tokens(span)
        if len(tokens) < 2 or tokens[0].pos not in ("NOUN", "ADJ", "PROPN") or any(token.pos in ("VERB", "AUX", "PRON", "CCONJ", "NUM") for token in tokens) or toponym(match.group(1)) is not None or self.before == match.group(1):
            return
        words = span.of(self.text)
        first = re.sub("s$", "", words.split()[0].lower().replace("’", "'").split("'")[-1])
        affair = event_nouns(self.book).get(first, "") in _AFFAIRS or first in ("affaire", "procès", "crise")
        if not affair or any(candidate.keyphrase.text.lower() == words.lower() for candidate in candidates) or not re.search(r" (?:de|du|des|à|au|en|dans) | d['’]", words):
            return
        text = words[0].lower() + words[1:]
        best = max((candidate.value for candidate in candidates if candidate.title), default=0.0)
        yield max(9.0, best + 0.5), Keyphrase(text, 1.0, (span,))

    def weak_for_a_place(self, best: float) -> Iterator[tuple[float, Keyphrase]]:
        """Yield the nearest place of the title where nothing better than ``best`` says the affair: « Valmont »."""
        if self.title is None or best > 0.5:
            return
        for place in self.places:
            at = self.text.find(place, self.title.start, self.title.end)
            if at >= 0 and len(place) > 3 and place != self.before:
                yield best + 0.1, Keyphrase(place, 0.1, (Span(at, at + len(place)),))
                return

    def _opens(self, keyphrase: Keyphrase) -> bool:
        """Return whether the phrase is all that stands before a colon of the title."""
        if self.title is None:
            return False
        opening = plain(self.title.of(self.text)).partition(" :")[0]
        return opening.lower() == plain(keyphrase.text).lower()

    def _doubted(self, keyphrase: Keyphrase) -> bool:
        """Return whether the title or the first sentence only plans, fears or supposes what the phrase names."""
        near = [span for span in keyphrase.spans if self.title is not None and self.title.covers(span) or self.first is not None and self.first.covers(span)]
        return any(_ATTEMPT.search(self.flat[max(0, span.start - 40) : span.start]) or _DOUBTED.match(self.flat[span.end : span.end + 14]) for span in near)

    def _happens(self, keyphrase: Keyphrase) -> bool:
        """Return whether the first sentence tells the event as new: « un attentat », not « après l’attentat de mai »."""
        if self.first is None:
            return False
        if self.title is None and any(self.first.covers(span) and (" d'un" in plain(keyphrase.text) or re.match(r" d'une? ", self.flat[span.end : span.end + 7])) for span in keyphrase.spans):
            return True  # « dans l’explosion d’un silo »
        return any(self.first.covers(span) and re.search(r"(?:\b(?:une?|plusieurs|des|deux|trois|\d+) )(?:[a-zé]+ )?$", self.flat[max(0, span.start - 24) : span.start], re.IGNORECASE) for span in keyphrase.spans)

    def _leads(self, keyphrase: Keyphrase) -> bool:
        if self.first is None:
            return False
        said = self.title is None and re.search(rf"(?<![\w-]){re.escape(plain(keyphrase.text))}(?![\w-])", self.flat[self.first.start : self.first.end]) is not None
        return said or any(self.first.covers(span) for span in keyphrase.spans)

    def _named(self, candidate: FocusCandidate) -> float:
        """Return what a name gains where the title puts it before a colon as what the news is about, and loses where it is only who says it."""
        keyphrase = candidate.keyphrase
        spans = [span for span in keyphrase.spans if self.title is not None and self.title.covers(span)]
        entity = next((e for e in self.analysis.entities if any(mention.span.overlaps(span) for mention in e.mentions for span in spans)), None)
        value = 0.0
        if self._opens(keyphrase) and candidate.body > 1 and toponym(keyphrase.text) is None and keyphrase.text not in self.places:
            value += 0.0 if self.title is not None and plain(self.title.of(self.text)).partition(" :")[0].isupper() else 6.0 if keyphrase.text[:1].isupper() and len(candidate.kinds) == 1 else 3.0 if len(candidate.kinds) > 1 else 0.0
        if entity is not None and entity.kind == "organisation":
            title = {i for i, sentence in enumerate(self.analysis.sentences) if sentence.paragraph < 0}
            if any(statement.speaker == entity.id and statement.sentence in title for statement in self.analysis.statements):
                value -= 4.0
            elif any(clause.subject_entity == entity.id and clause.lemma in _SPEAKS and clause.sentence in title for clause in self.analysis.clauses) or any(
                token.lemma in _SPEAKS and 0 < token.span.start - span.end < 3 for span in spans for token in self.analysis.tokens
            ):
                value -= 4.5
        if entity is None and not candidate.title and any(e.kind == "organisation" and any(m.span.overlaps(s) for m in e.mentions for s in keyphrase.spans[:2]) for e in self.analysis.entities):
            value -= 2.0
        if self.title is not None and not candidate.title and keyphrase.text.split()[-1] not in self.title.of(self.text):
            value -= 2.0
        if entity is not None and entity.kind == "person" and spans:
            of_whom = any(_OF_WHOM.search(self.flat[self.title.start : span.start]) for span in spans if self.title is not None)
            value += (1.5 if of_whom else 0.0) if " " in keyphrase.text else -3.0 if " " in entity.name.of(self.text).strip() else 0.0  # the whole name is typed
        return value

    def _places(self) -> tuple[str, ...]:
        """Return the places of the title, the narrowest first, then those of the first sentence."""
        every: list[str] = []
        for span in (self.title, self.first):
            if span is None:
                continue
            found = [mention.span for entity in self.analysis.entities if entity.kind in ("place", "country") for mention in entity.mentions if span.covers(mention.span)]
            names = [re.sub(r"^(?:[Ll][ea]s? |[Ll]['’])", "", place.of(self.text)) for place in sorted(found)]
            opening = re.match(r"([^:]{3,30}?)\s?:\s", span.of(self.text)) if span is self.title else None
            if opening is not None and (toponym(opening.group(1)) is not None or opening.group(1) in names):
                self.before = opening.group(1)
                names.append(opening.group(1))
            every += sorted(dict.fromkeys(names), key=lambda name: (name == self.before, toponym(name) is not None, names.index(name)))
        return tuple(dict.fromkeys(every))

    def _where(self, place: str) -> Span | None:
        """Return the first « à Valmont », « au Portugal » of the source, outside its title's quotes."""
        pattern = rf"(?<![\w-])(?:à|au|aux|en|dans l[ea]s?|dans l'|sur l[ea]s?|sur l') ?(?:l[ea]s? |l')?{re.escape(plain(place))}(?![\w-])"
        quotes = [quote.span for quote in self.analysis.quotes]
        for match in re.finditer(pattern, self.flat):
            span = Span(match.start(), match.end())
            after = self.flat[match.end() : match.end() + 3]
            if re.match(r" [A-ZÉ]|-", after) or any(quote.overlaps(span) for quote in quotes):
                continue
            return span
        return None

    def placed(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield nouns of one word, and events, with the place of the news."""
        wheres = [(rank, place, where) for rank, place in enumerate(self.places[:4]) if (where := self._where(place)) is not None]
        for candidate in candidates:
            keyphrase = candidate.keyphrase
            affair = self.kind(keyphrase) in _AFFAIRS
            head = self._head(keyphrase)
            if head is None or set(candidate.kinds) & set("PC") or "a" in candidate.kinds or not (candidate.title or affair and self._happens(keyphrase)):
                continue
            word = head.span.of(self.text)
            if len(candidate.kinds) > (2 if affair else 1) or keyphrase.text[:1].isupper() or word.lower() in _words(self.book, "person") | _words(self.book, "slight") | _words(self.book, "alone") | _words(self.book, "vague"):
                continue
            if any(self._continues(span) and not self.flat.startswith(" contre ", span.end) for span in keyphrase.spans if self.title is not None and self.title.covers(span)) or self._doubted(keyphrase):
                continue
            if not affair and any(other.title and len(other.kinds) > 1 and "a" not in other.kinds and other.keyphrase.text.startswith(keyphrase.text + " ") for other in candidates):
                continue
            noun = next((span for span in keyphrase.spans if span.of(self.text) == keyphrase.text), None)
            text, value = keyphrase.text, candidate.value + self.worth(candidate) + (2.5 if len(candidate.kinds) == 1 else 0.0) + (2.0 if affair else 0.0)
            if noun is not None and affair and not candidate.title and len(candidate.kinds) > 1 and head.span.start == noun.start:
                text, noun = word, head.span  # « attentat terroriste »: the noun alone is typed
            if not candidate.title:
                value -= 1.0
            for rank, place, where in wheres:
                if not affair and (place != self.before or any(other.body > 1 and other.keyphrase.text.startswith(f"{text} {place[:4].lower()}") for other in candidates)):
                    continue
                if noun is not None and candidate.title and place != self.before and self._complement(keyphrase):
                    continue  # « les victimes des attentats place Bel-Air »: the place is not theirs
                placed = f"{text} {where.of(self.text)}"
                if noun is not None and len(placed) <= _LONGEST and len(re.findall(r"[\w-]{3,}", placed)) <= 5 and self._together(noun, place):
                    yield value - 0.5 * rank - (2.0 if len(placed) > 34 else 0.0), Keyphrase(placed, keyphrase.score, (noun, where))

    def without_verb(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield phrases of the title without the participle that is the verb of the headline: « plan gouvernemental » of « le plan gouvernemental rejeté par »."""
        for candidate in candidates:
            keyphrase = candidate.keyphrase
            if not (candidate.title or self.title is None and self._leads(keyphrase)) or candidate.body and self.title is not None or not candidate.kinds.endswith("a") or len(candidate.kinds) < 3 or len(keyphrase.spans) != 1:
                continue
            span = keyphrase.spans[0]
            kept = keyphrase.text.rpartition(" ")[0]
            if len(kept.split()) > 1 and not self._opens(keyphrase):
                bare = FocusCandidate(Keyphrase(kept, keyphrase.score, (Span(span.start, span.start + len(kept)),)), candidate.value, candidate.kinds[:-1], True, 0)
                yield bare.value + self.worth(bare) + 1.0, bare.keyphrase

    def without_rank(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield phrases of the title without « nouvel », « premier », « dernier » before them: « épisode de pollution »."""
        for candidate in candidates:
            keyphrase = candidate.keyphrase
            match = _RANKED.match(keyphrase.text)
            if match is None or match.group()[:3].lower() not in ("nou", "der", "pre", "ult") or not candidate.title or len(candidate.kinds) < 3 or keyphrase.text[:1].isupper():
                continue
            spans = tuple(Span(span.start + match.end(), span.end) for span in keyphrase.spans if span.of(self.text) == keyphrase.text)
            ends = {span.end + 1 for span in spans}
            if spans and not any(token.span.start in ends and token.pos == "ADJ" for token in self.analysis.tokens):  # « nouvelle espèce de requin [préhistorique] »
                yield candidate.value + self.worth(candidate) + 3.0, Keyphrase(keyphrase.text[match.end() :], keyphrase.score, spans)

    def fuller(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield a phrase of the title with what the source adds to it: the sport of a competition that the title has before its colon, the person whom a measure is for or against."""
        if self.title is None:
            return
        kicker = plain(self.title.of(self.text)).partition(" :")[0].lower()
        for candidate in candidates:
            longer = candidate.keyphrase
            match = re.fullmatch(r"(.+?) (?:de |du |d['’])(\S+)", longer.text)
            if match is not None and match.group(2) == kicker and not longer.text[:1].isupper():
                short = [other for other in candidates if other.title and re.sub("s(?= |$)", "", other.keyphrase.text) == re.sub("s(?= |$)", "", match.group(1)) and len(other.kinds) > 1]
                for other in short[:1]:
                    yield other.value + self.worth(other) + 1.0, longer
            elif candidate.title and candidate.kinds == "NA":
                for span in longer.spans:
                    person = re.match(r" (?:à|contre) ", self.flat[span.end :]) if self.title.covers(span) else None
                    start = span.end + (person.end() if person is not None else 0)
                    whom = [other for other in candidates if other.kinds == "PP" and self.title.covers(span) and any(name.start == start for name in other.keyphrase.spans)] if person is not None else []
                    whole = Span(span.start, start + len(whom[0].keyphrase.text)) if whom else None
                    if whole is not None and len(whole) <= _LONGEST and self.title.covers(whole):
                        yield candidate.value + self.worth(candidate) + 1.0, Keyphrase(whole.of(self.text), longer.score, (whole,))

    def of_the_name(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield « affaire Morel » for a name that title and first sentence have only behind « affaire »."""
        for candidate in candidates:
            spans = candidate.keyphrase.spans
            near = [span for span in spans if self.title is not None and self.title.covers(span) or self.first is not None and self.first.covers(span)]
            called = [span for span in spans if self.flat[max(0, span.start - 8) : span.start].lower() == "affaire "]
            past = self.title is None and all(framed(self.flat, self.first, span) for span in called)  # told again later, it is what the news is about
            if set(candidate.kinds) == {"P"} and near and set(near) <= set(called) and not past:
                whole = Span(near[0].start - 8, near[0].end)
                yield candidate.value + self.worth(candidate) + 2.0, Keyphrase(whole.of(self.text).lower()[:8] + candidate.keyphrase.text, candidate.keyphrase.score, (whole,))

    def with_sport(self, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
        """Yield a competition with its sport, where title or first sentence says it right behind: « championnats de Valdoré d’aviron »."""
        if self.first is None:
            return
        for candidate in candidates:
            text = candidate.keyphrase.text
            if not re.match(r"(?:championnats?|coupes?|mondia(?:l|ux)|tournois?|ligues?) ", text) or not (candidate.title or self._leads(candidate.keyphrase)):
                continue
            match = re.search(rf"{re.escape(plain(text))} (?:de |d')(?P<sport>[a-zéèê-]{{4,16}})(?![\w'-])", self.flat[self.first.start : self.first.end])
            if match is None:
                continue
            span = Span(self.first.start + match.start(), self.first.start + match.end())
            last = self._tokens(span)[-1]
            if last.pos in ("NOUN", "PROPN", "ADJ") and len(span) <= _LONGEST:
                yield candidate.value + self.worth(candidate) + 1.5, Keyphrase(span.of(self.text), candidate.keyphrase.score, (span,))

    def _bracketed(self, span: Span) -> bool:
        """Return whether the phrase stands in brackets."""
        before = self.flat[max(0, span.start - 90) : span.start]
        return before.rfind("(") > before.rfind(")") and ")" in self.flat[span.end : span.end + 90]

    def _ill_agreed(self, keyphrase: Keyphrase) -> bool:
        """Return whether the phrase is a noun of one number and an adjective of the other: the end of a longer phrase."""
        tokens = self._tokens(keyphrase.spans[0]) if keyphrase.spans else []
        if len(tokens) != 2 or tokens[0].pos != "NOUN" or tokens[1].pos != "ADJ":
            return False
        first, second = (token.feature("Number") for token in tokens)
        return {first, second} == {"Sing", "Plur"} and tokens[0].span.of(self.text)[-1] not in "sxz"

    def _continues(self, span: Span) -> bool:
        """Return whether the title goes on with what completes the noun: « l’attentat de Valmont », « la crise politique »."""
        return re.match(r" (?:de |du |des |d'|à la |aux? |contre |sur )", self.flat[span.end : span.end + 8]) is not None and self.title is not None and span.end < self.title.end

    def _subject(self, keyphrase: Keyphrase) -> bool:
        """Return whether the title says something of a noun, its subject, with nothing that completes it."""
        for span in keyphrase.spans:
            if self.title is not None and self.title.covers(span) and not self._continues(span) and re.match(r" [A-ZÉ]| [a-zé]+e?s? d", self.flat[span.end : span.end + 14]) is None:
                return any(token.dep in ("nsubj", "nsubj:pass") for token in self._tokens(span))
        return False

    def _complement(self, keyphrase: Keyphrase) -> bool:
        """Return whether a noun only completes another in the title."""
        found = [span for span in keyphrase.spans if self.title is not None and self.title.covers(span)]
        return all(re.search(r"(?:\b(?:de|des|du)|d'|de la|de l'|aux?) ?$", self.flat[max(0, span.start - 8) : span.start]) for span in found)

    def _together(self, noun: Span, place: str) -> bool:
        """Return whether what the noun names happened at the place: it opens the title, or hangs on the noun or on its verb in the title or the first paragraph."""
        if place == self.before and not any(name != place and self.title is not None and name in self.title.of(self.text) for name in self.places):
            return True
        tokens = self.analysis.tokens
        if re.search(rf"{re.escape(plain(noun.of(self.text)))} (?:à|en|au|aux) {re.escape(plain(place))}(?![\w-])", self.flat) is not None:
            return True
        stems = {token.lemma.lower() for token in self._tokens(noun) if token.pos == "NOUN"}
        for sentence in self.analysis.sentences:
            if sentence.paragraph > 0:
                continue
            low, high = sentence.tokens
            nouns = [i for i in range(low, high) if tokens[i].lemma.lower() in stems and tokens[i].pos == "NOUN"][:3]
            towns = [i for i in range(low, high) if any(mention.span.covers(tokens[i].span) and place in mention.span.of(self.text) for e in self.analysis.entities if e.kind in ("place", "country") for mention in e.mentions)]
            for town in towns:
                over = tokens[town].head
                for i in nouns:
                    if over == i or tokens[over].head == i and tokens[over].pos in ("VERB", "ADJ", "NOUN") or over == tokens[i].head and tokens[i].dep in ("nsubj", "nsubj:pass", "obj"):
                        return True
        return False


__all__ = ["focus_of", "ranked_focus"]
