"""Keyphrases that the sentence of news gives where the phrases of the article give none: the competition, what is demonstrated against, the alert, the name without its nationality.

A venue, a crowd and a scene are what the news happened at, to, or in front of: nobody types them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from seo_fr.analyse.focus_lede import news_sentence
from seo_fr.analyse.keyphrases import FocusCandidate
from seo_fr.analyse.names import lexicon
from seo_fr.french.words import plain
from seo_fr.model import Analysis, Keyphrase, Span, Token
from seo_fr.rulebook import Rulebook

_LONGEST, _MOST_WORDS = 42, 4
_COMPETITIONS = frozenset("championnat championnats coupe tour challenge rallye festival tournoi marathon open trophée critérium mondial mondiaux prix classique ligue triathlon salon".split())
_CROWD = re.compile(r"(?i)(?<!\w)(?:manifestante?s?|opposante?s?|cortège|rassemblements?|manifestations?|mobilisations?|défilés?|pétitions?|marches?|grèves?|personnes|habitants|salariés|fronde|colère|combat|lutte) (?:contre|pour) (?:l[ea]s? |l')?$")
_ALERT = re.compile(r"(?i)(?<![\w-])(?:vigilance|alerte) (?:rouge|orange|jaune)(?![\w-])")
_FRAMED = re.compile(r"(?i)(?:^|[.!?»] )(?:après|depuis|suite à|à la suite d|en marge d|dans le cadre d|au lendemain d|à la veille d)[^,]*$")
_GENERAL = re.compile(r"(?:plan|projet|dossier|budget|chantier|texte|programme|proposition) (?:de [a-zéèêô]+ )?(?:de la |de l'|du |des |de |d')(?:future?s? |nouve(?:l|au|aux|lles?) )?$")
_QUARTER = re.compile(r"(?i)(?:nord|sud|est|ouest)(?:-(?:est|ouest))?|départements?|communes?|hauteurs?|abords?|alentours|environs")


def news_worth(analysis: Analysis, book: Rulebook, candidate: FocusCandidate, event: bool) -> float:
    """Return what a phrase loses as a venue, a quarter of the map or a past affair that only frames the news, and as part of a scene before the news.

    ``event``: its head names an event.
    """
    text, keyphrase = analysis.article.text, candidate.keyphrase
    words = plain(keyphrase.text).split()
    value = 0.0
    venues = {str(word) for rule in book.of_kind("keyphrase-words") if rule.data["role"] == "venue" for word in rule.data["words"]}
    head = words[0].lower().split("'")[-1]
    if head in venues | {f"{word}s" for word in venues} and len(words) > 1:
        value -= 4.0
    if analysis.article.title is not None:
        return value
    if _QUARTER.fullmatch(head) and not event:
        value -= 4.0
    news = news_sentence(analysis)
    if news is None:
        return value
    scene = [span for span in keyphrase.spans if span.start < news.start]
    if scene and not event and not any(news.covers(span) for span in keyphrase.spans):
        value -= 3.0
    if head == "affaire" and all(framed(plain(text), news, span) for span in keyphrase.spans):  # told again later, it is what the news is about
        value -= 6.0
    return value


def framed(flat: str, news: Span | None, span: Span) -> bool:
    """Return whether the sentence of news opens with « après », « depuis » and what stands at ``span`` of the plain text."""
    return news is not None and news.covers(span) and _FRAMED.search(flat[news.start : span.start]) is not None


def news_keyphrases(analysis: Analysis, book: Rulebook, candidates: Sequence[FocusCandidate], kinds: Sequence[str], nouns: Mapping[str, str]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield keyphrases with what they are worth on the scale of the focus; ``kinds``: the kind of event of each candidate's head; ``nouns``: that of each noun."""
    yield from _without_people(analysis, book, candidates)
    yield from _against(analysis, candidates)
    if analysis.article.title is not None:
        yield from _kicker(analysis, candidates, kinds)
        return
    news = news_sentence(analysis)
    if news is None:
        return
    yield from _competitions(analysis, news)
    yield from _alerts(analysis, news)
    yield from _matters(analysis, news, candidates)
    yield from _same_event(analysis, news, candidates, kinds, nouns)
    yield from _firm(analysis, news)


def _without_people(analysis: Analysis, book: Rulebook, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield « Anna Morel » for « Valdane Anna Morel »: the nationality before a whole name of the title, or of the beginning of the news, falls."""
    text = analysis.article.text
    news = analysis.article.title or news_sentence(analysis)
    for candidate in candidates:
        first, _, rest = candidate.keyphrase.text.partition(" ")
        named = set(candidate.kinds) == {"P"} and len(rest.split()) > 1 and all(word[:1].isupper() for word in rest.split())
        if not named or first.lower() not in lexicon(book).demonyms or news is None:
            continue
        spans = tuple(Span(span.start + len(first) + 1, span.end) for span in candidate.keyphrase.spans if plain(span.of(text)) == plain(candidate.keyphrase.text))
        if any(news.covers(span) and span.start < news.start + 110 for span in spans):
            yield candidate.value + 3.0, Keyphrase(rest, candidate.keyphrase.score, spans)


def _against(analysis: Analysis, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield what the title's crowd is for or against: « fermeture de la maternité » of « 1 800 manifestants contre la fermeture de la maternité »."""
    title, flat = analysis.article.title, plain(analysis.article.text)
    for candidate in candidates:
        if title is None or len(candidate.kinds) < 2 or candidate.keyphrase.text[:1].isupper():
            continue
        if any(title.covers(span) and _CROWD.search(flat[title.start : span.start]) for span in candidate.keyphrase.spans):
            yield candidate.value + 2.0, candidate.keyphrase


_AFFAIRS = frozenset(["accident", "attack", "disaster", "strike", "weather", "rescue", "demonstration"])


def _kicker(analysis: Analysis, candidates: Sequence[FocusCandidate], kinds: Sequence[str]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield the noun of an affair that stands alone before the title's colon: « Sécheresse : dans le Haut-Valmont, les éleveurs… »."""
    title = analysis.article.title
    opening = plain(title.of(analysis.article.text)).partition(" :")[0].lower() if title is not None else ""
    for candidate, kind in zip(candidates, kinds, strict=True):
        if plain(candidate.keyphrase.text).lower() == opening and kind in _AFFAIRS:
            yield candidate.value + 4.0, candidate.keyphrase


def _noun_phrase(tokens: Sequence[Token], start: int, end: int, text: str) -> int:
    """Return the index of the last token of the noun phrase at ``start``: nouns, names, adjectives and what « de » links to them."""
    last = start
    for i in range(start + 1, end):
        word = tokens[i].span.of(text).lower().replace("’", "'")
        if tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            last = i
        elif word not in ("de", "du", "des", "d'", "la", "l'", "le", "les"):
            break
        if tokens[i].span.end - tokens[start].span.start > 70:
            break
    return last


def _competitions(analysis: Analysis, news: Span) -> Iterator[tuple[float, Keyphrase]]:
    """Yield the competition or festival that the sentence of news names, an adjective behind its noun dropped where it has more than four words: « tour des Monts de Valmont »."""
    tokens, text = analysis.tokens, analysis.article.text
    inside = [i for i, token in enumerate(tokens) if news.covers(token.span)]
    for i in inside:
        word = tokens[i].span.of(text)
        if word.lower() not in _COMPETITIONS or tokens[i].pos not in ("NOUN", "PROPN"):
            continue
        if word.lower() in ("tour", "open", "challenge", "prix", "classique", "ligue") and not word[0].isupper():
            continue
        last = _noun_phrase(tokens, i, inside[-1] + 1, text)
        span = Span(tokens[i].span.start, tokens[last].span.end)
        words = span.of(text)
        named = any(part[:1].isupper() for part in words.split()[1:])
        if last == i or not named and not re.search(r" d(?:e |['’])[a-zéè]{4,}$", words) or "\n" in words:
            continue
        spans: tuple[Span, ...] = (span,)
        of = next((k for k in range(i + 1, last) if tokens[k].span.of(text).lower() in ("de", "du", "des", "d'", "d’")), None)
        content = [k for k in range(i, last + 1) if tokens[k].pos in ("NOUN", "PROPN", "ADJ", "NUM")]
        if (len(content) > _MOST_WORDS or len(words) > _LONGEST) and of is not None and of > i + 1:
            spans = (tokens[i].span, Span(tokens[of].span.start, span.end))
            words = " ".join(one.of(text) for one in spans)
            content = [k for k in content if k == i or k > of]
        if len(content) > _MOST_WORDS or len(words) > _LONGEST + 4:
            continue
        if word[0].isupper() and not re.match(r"(?:Tour|Grand Prix|Challenge|Coupe) ", words):
            words = words[0].lower() + words[1:]
        yield 5.5, Keyphrase(words, 1.0, spans)


def _alerts(analysis: Analysis, news: Span) -> Iterator[tuple[float, Keyphrase]]:
    """Yield « vigilance rouge » where the sentence of news declares it."""
    match = _ALERT.search(analysis.article.text, news.start, news.end)
    if match is not None:
        yield 6.0, Keyphrase(match.group().lower(), 1.0, (Span(*match.span()),))


def _matters(analysis: Analysis, news: Span, candidates: Sequence[FocusCandidate]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield the thing that a plan or a project of the sentence of news is of: « piscine intercommunale » of « le plan de financement de la future piscine intercommunale »."""
    flat = plain(analysis.article.text)
    for candidate in candidates:
        words = re.sub(r"^(?:future?s?|nouve(?:l|au|aux|lles?)) ", "", candidate.keyphrase.text)
        if len(words.split()) < 2 or words[:1].isupper() or " de " in words or " d'" in plain(words):
            continue
        for span in candidate.keyphrase.spans:
            start = span.start + len(candidate.keyphrase.text) - len(words)
            if news.covers(span) and _GENERAL.search(flat[news.start : start]) and not re.match(r" (?:de|du|des|d')(?! ici)(?!\w)", flat[span.end : span.end + 6]):
                yield 6.0, Keyphrase(words, candidate.keyphrase.score, (Span(start, span.end),))
                break


def _same_event(analysis: Analysis, news: Span, candidates: Sequence[FocusCandidate], kinds: Sequence[str], nouns: Mapping[str, str]) -> Iterator[tuple[float, Keyphrase]]:
    """Yield what names the event that the sentence of news tells by its verb: « grève » of « les conducteurs ont cessé le travail », « collision » of « sont entrés en collision »."""
    happened = {clause.kind for clause in analysis.clauses if news.covers(clause.verb)} & (_AFFAIRS | {"closure", "trial", "study"})
    flat = plain(analysis.article.text)
    entered = {nouns.get(token.lemma.lower(), "") for token in analysis.tokens if news.covers(token.span) and re.search(r"(?:entr\w+|tomb\w+|mis\w*) en $", flat[news.start : token.span.start])} - {""}
    happened |= entered
    found = told = False
    for candidate, kind in zip(candidates, kinds, strict=True):
        if kind in happened and not candidate.keyphrase.text[:1].isupper():
            inside = any(news.covers(span) for span in candidate.keyphrase.spans)
            told = told or inside
            if inside and kind in entered:
                yield 4.5, candidate.keyphrase
            if any(span.start < news.end + 1200 for span in candidate.keyphrase.spans) and not inside:
                found = True
                yield 4.5 + min(candidate.value, 3.0) / 2, candidate.keyphrase
    text = analysis.article.text
    for token in sorted(analysis.tokens, key=lambda token: (not news.covers(token.span), any(quote.span.overlaps(token.span) for quote in analysis.quotes))) if not told else ():
        if found and not news.covers(token.span):
            return
        word = token.span.of(text)
        if token.pos == "NOUN" and word == word.lower() and len(word) > 3 and nouns.get(token.lemma.lower(), "") in happened & _AFFAIRS:
            yield 4.5, Keyphrase(word, 1.0, (token.span,))
            return


#: What a firm announces of itself.
_OF_ITSELF = re.compile(r"(?i)(?<!\w)(?:projet|plan|suppressions?|fermeture|rachat|acquisition|bénéfice|pertes?|chiffre d'affaires|objectif|licenciements?|restructuration|réorganisation|offre|dividende|introduction en bourse)(?!\w)")


def _firm(analysis: Analysis, news: Span) -> Iterator[tuple[float, Keyphrase]]:
    """Yield the firm that announces its own plan, figures or closures: « Valdane » of « L’équipementier Valdane a annoncé la suppression de 40 postes »."""
    clause = next((clause for clause in analysis.clauses if news.covers(clause.verb)), None)
    text = analysis.article.text
    if clause is None or clause.subject is None or clause.complement is None or clause.lemma not in ("annoncer", "prévoir", "relever", "abaisser", "publier", "supprimer", "fermer", "racheter", "vouloir"):
        return
    if _OF_ITSELF.search(plain(clause.complement.of(text))[:70]) is None or re.match(r"(?i)(?:le |la |l'|les )?(?:gouvernement|ministère|ministre|préfet|préfecture|mairie|maire|parquet|syndicat|région|département|état)", plain(clause.subject.of(text))):
        return
    for entity in analysis.entities:
        for mention in entity.mentions if entity.kind == "organisation" else ():
            if clause.subject.covers(mention.span) and mention.span.end == clause.subject.end and len(mention.span.of(text).split()) < 4:
                yield 4.5, Keyphrase(mention.span.of(text), 1.0, (mention.span,))
                return


__all__ = ["framed", "news_keyphrases", "news_worth"]
