"""The main fact as the first sentence of the introduction, from the body's first sentence: cut only where its meaning stays whole, or whole where nothing shorter is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Sentence, Span
from seo_fr.propose.tell import Source, Telling, finish

#: A first sentence of so many words is told as it stands; a longer one is cut where that is sure, down to this length at most.
EASY = 30
LONG_LEDE = 45
LONGEST_WHOLE = 60
_FRAME = re.compile(
    r"(?:ce|cet|cette|hier|aujourd['’]hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|au|aux|en|dans|sur|près d[eu']|non loin d[eu]|peu (?:avant|après)|vers|entre"
    r"|lors d[eu']|le \d{1,2}(?:er)? \w+|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|la (?:semaine|nuit) dernière|la nuit|le (?:matin|soir|mois) dernier)\b",
    re.IGNORECASE,
)
#: What needs the time or place that was dropped.
_LEANS = re.compile(r"\b(?:le (?:lendemain|surlendemain)|la veille|ce (?:jour|soir|matin)-là|plus t(?:ôt|ard)|d['’]ici là|sur place|y)\b", re.IGNORECASE)
_NO_FRAME = re.compile(
    r"\b(?:selon|d['’]après|si|sauf|sans|malgré|contre|cas|réponse|raison|cause|faute|théorie|principe|revanche|outre|fait|réalité|effet|moins|plus|partie|guise|vertu|attendant|échange|hommage|soutien|faveur|signe|application)\b",
    re.IGNORECASE,
)
#: What a relative clause may not lose: a part of the sentence passed, a number, a restriction, who says it, what is left open.
_MEANT = re.compile(
    r"\b(?:dont|sursis|sans|sauf|ne|pas|jamais|aucune?|si|selon|d['’]après|mais|toutefois|cependant|seule?|seulement|encore|non|accus\w+|soupçonn\w+|suspect\w+|présum\w+|contest\w+|dément\w*|ni[ée]\w*|condamn\w+|tué\w*|morts?|mortes?|blessé\w*)\b|n['’]|\d|«",
    re.IGNORECASE,
)
_OUR_VOICE = re.compile(r"\b(?:nous|notre|nos)\b", re.IGNORECASE)
_QUOTED = re.compile(r"«[^»]*»")
_TAIL = re.compile(r", (?:qui|où|lequel|laquelle|lesquels|lesquelles) [^,«»()]{8,160}(?=[.!?]?\s*$)")
_ASIDE = re.compile(r"[ \u00a0]\([^()«»]{2,80}\)")


@dataclass(frozen=True, slots=True)
class Lede:
    """A form of the main fact; ``cost`` is what its cuts lose (0: nothing but the time and place that open it), ``whole`` whether nothing is cut."""

    telling: Telling
    cost: int
    whole: bool


def lede_forms(source: Source) -> tuple[Telling, ...]:
    """Return the forms of :func:`ledes`, best first."""
    return tuple(lede.telling for lede in ledes(source))


def ledes(source: Source) -> tuple[Lede, ...]:
    """Return the ways to tell the body's first sentence, best first: without the time and place that open it; as it stands; and, of more than :data:`EASY` words, without what only describes.

    Nothing that is part of the claim is cut: no object, number, condition, restriction, attribution. At most :data:`LONGEST_WHOLE` words.
    Where the first sentence cannot be told, the second if it leans on nothing.
    """
    first = source.first_sentence
    return (*_forms(source, first, first), *_forms(source, first + 1, first))


def _forms(source: Source, index: int, first: int) -> tuple[Lede, ...]:
    if index >= len(source.analysis.sentences):
        return ()
    sentence = source.analysis.sentences[index]
    if index > first and (not source.is_lede(index) or any(clause.obstacles for clause in source.clauses_of.get(index, ()))):
        return ()
    clauses = source.clauses_of.get(index, ())
    if sentence.doubtful or sentence.paragraph < 0 or not clauses or _asks_or_is_ours(source, sentence):
        return ()
    span = _trimmed(source, sentence.span)
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
        return ()
    ids = tuple(clause.id for clause in clauses)
    told = clauses[0].subject is not None and clauses[0].person == 3
    frame = _without_frame(source, clauses[0], span) if told else ()
    cuts = _descriptive(source, clauses[0], span) if told else ()
    made: dict[str, Lede] = {}
    for opening in dict.fromkeys((frame, ())):
        for count in range(len(cuts) + 1):  # the lightest cuts first
            drops = [*opening, *(edit for _, edit in cuts[:count])]
            done = finish(source, span, sorted(drops, key=lambda edit: edit.span))
            if done is None or drops and _LEANS.search(done[2]) or not 7 <= count_words(done[2]) <= LONGEST_WHOLE:
                continue
            cost = sum(loss for loss, _ in cuts[:count]) + (0 if opening or not frame else 6) + 2 * max(0, count_words(done[2]) - EASY)
            made.setdefault(done[2], Lede(Telling(*done, ids, index, sum(len(edit.span) for edit in drops)), cost, not drops))
    return tuple(sorted(made.values(), key=lambda lede: (lede.cost, lede.telling.words)))


def _asks_or_is_ours(source: Source, sentence: Sentence) -> bool:
    """Return whether the sentence is a question, or speaks in the newspaper's own « nous »."""
    words = _QUOTED.sub(" ", sentence.span.of(source.text))
    return words.rstrip().endswith("?") or _OUR_VOICE.search(words) is not None


def _descriptive(source: Source, clause: Clause, span: Span) -> tuple[tuple[int, Edit], ...]:
    """Return the edits that drop what only describes, each with what it costs, lightest first: parentheses, the relative between commas behind the subject, the relative that ends the sentence."""
    found: list[tuple[int, Edit]] = []
    inside = _without_insertion(source, clause) or _without_apposition(source, clause)
    found += [(6, edit) for edit in inside]
    for hit in _ASIDE.finditer(source.text, span.start, span.end):
        aside = Span(hit.start(), hit.end())
        if not any(edit.span.overlaps(aside) for edit in inside) and _MEANT.search(aside.of(source.text)) is None:
            found.append((1, Edit("drop", "parenthese", aside, "")))
    tail = _TAIL.search(source.text, span.start, span.end)
    if tail is not None and _MEANT.search(tail.group()) is None and tail.start() > clause.verb.end:
        found.append((8, Edit("drop", "relative-finale", Span(tail.start(), tail.end()), "")))
    return tuple(sorted(found, key=lambda item: (item[0], item[1].span)))


def _without_insertion(source: Source, clause: Clause) -> tuple[Edit, ...]:
    """Return the edit that drops the relative clause between commas that ends the subject, with a parenthesis before it; nothing where there is none, or where it says more than describes."""
    if clause.subject is None or clause.verb.start < clause.subject.start:
        return ()
    between = source.text[clause.subject.start : clause.verb.start]
    found = re.search(r"(?: \([^()]*\))?, (?:qui|où|lequel|laquelle|lesquels|lesquelles) .*,(?=\s+$)", between, re.DOTALL)
    if found is None or "«" in found.group() or _MEANT.search(re.sub(r"\d", "", found.group())):
        return ()
    return (Edit("drop", "relative-du-sujet", Span(clause.subject.start + found.start(), clause.subject.start + found.end()), ""),)


def _without_apposition(source: Source, clause: Clause) -> tuple[Edit, ...]:
    """Return the edit that drops what stands between commas beside the proper name of a thing that is the subject (« La Croisée des lacs, une course de traîneaux, a… »); a person keeps it: it introduces her."""
    if clause.subject is None or clause.verb.start < clause.subject.start:
        return ()
    between = source.text[clause.subject.start : clause.verb.start]
    found = re.fullmatch(r"((?:[Ll][ea] |[Ll]['’])?(?:[A-ZÉÈÀ\d][\w'’-]*)(?: (?:d[eu] |des |la |l['’])?[A-ZÉÈÀ\d][\w'’-]*)*)(, (?:une?|le|la|l['’]) ?[^,«»()]+,)\s+", between)
    if found is None or _MEANT.search(re.sub(r"\d", "", found.group(2))):
        return ()
    name = Span(clause.subject.start, clause.subject.start + found.end(1))
    if any(entity.kind in ("person", "country") and any(mention.span.overlaps(name) for mention in entity.mentions) for entity in source.analysis.entities):
        return ()
    return (Edit("drop", "apposition-du-sujet", Span(clause.subject.start + found.start(2), clause.subject.start + found.end(2)), ""),)


def _without_frame(source: Source, clause: Clause, span: Span) -> tuple[Edit, ...]:
    """Return the edit that drops the opening adjuncts of time and place of an event that happened; nothing where there are none, where one may limit the claim, or names what nothing else names."""
    if clause.lead is None or clause.subject is None or clause.negated or clause.tense not in ("perfect", "simple-past") or clause.commitment not in ("asserted", "attributed"):
        return ()
    lead = source.text[clause.lead.start : clause.subject.start]
    if not lead.rstrip(" \u00a0").endswith(",") or "«" in lead or "(" in lead or clause.subject.of(source.text).lower() in ("il", "elle", "ils", "elles", "ce", "c'", "on"):
        return ()
    for piece in lead.strip(" ,\u00a0").split(","):
        words = piece.strip()
        if not words or _FRAME.match(words) is None or _NO_FRAME.search(words):
            return ()
    if any(token.pos in ("VERB", "AUX", "SCONJ") for token in source.tokens_in(Span(clause.lead.start, clause.subject.start))):
        return ()
    title = source.analysis.article.title
    elsewhere = source.text[clause.subject.start : span.end] + " " + (title.of(source.text) if title is not None else "")
    start = end = clause.lead.start
    for piece in re.findall(r"[^,]*,?\s*", lead):
        names = re.findall(r"(?<=[ '’-])[A-ZÉÈÀÎÔ][\w-]+", piece)
        if names and not any(name in elsewhere for name in names):
            break  # the place stands nowhere else in the news
        end += len(piece)
    return (Edit("drop", "cadre-initial", Span(start, end), ""),) if end > start else ()


_NOBODY = frozenset(["quelqu'un", "on", "personne", "tout le monde", "rien", "qui", "quelqu'"])


#: « Il était près de minuit quand… »: the hour before the news.
_IT_WAS = re.compile(r"Il (?:était|est) (?:près de |environ |à peine |presque |un peu plus de |exactement |tout juste )?(?:\d|minuit|midi|une heure|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)[^.;:]{0,60}? (?:quand|lorsqu)")


def sets_scene(source: Source, telling: Telling) -> bool:
    """Return whether a first sentence shows a scene before the news: no main verb (« Trois secondes à jouer, et un ballon qui traîne. »), nobody in particular, or somebody at what she was doing whom nothing presents."""
    if _IT_WAS.match(source.analysis.sentences[telling.sentence].span.of(source.text)) is not None:
        return True
    clauses = source.clauses_of.get(telling.sentence, ())
    subjects = [clause.subject.of(source.text).lower().replace("’", "'") if clause.subject is not None else "" for clause in clauses]
    if not clauses or not subjects[0]:
        return False
    if all(subject == "qui" for subject in subjects) or subjects[0] in _NOBODY:
        return True
    entity = source.entity(clauses[0].subject_entity)
    title = source.analysis.article.title
    named = title is not None and any(title.covers(mention.span) for mention in entity.mentions) if entity is not None else True
    shown = clauses[0].subject is not None and "," in clauses[0].subject.of(source.text)
    return entity is not None and entity.kind == "person" and not named and not shown and clauses[0].tense in ("present", "imperfect") and not clauses[0].statements


def _trimmed(source: Source, span: Span) -> Span:
    end = span.end
    while end > span.start and source.text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)
