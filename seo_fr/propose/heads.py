"""Candidates for what stands above the body: title tag, h1, description, slug."""

from __future__ import annotations

import re

from seo_fr.edits import apply_edits
from seo_fr.french.slug import slugify
from seo_fr.french.typography import typography_edits
from seo_fr.french.width import fits_title
from seo_fr.model import Copied, Edit, Keyphrase, Slot, Span, Templated
from seo_fr.propose.ask import subtree
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.frames import fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source, Telling
from seo_fr.propose.titles import title_parts
from seo_fr.propose.trims import set_against
from seo_fr.rulebook import Rulebook

TITLE_CHARACTERS, TITLE_PIXELS = 60, 600
H1_CHARACTERS = 110
DESCRIPTION = (121, 156)


def title_tags(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate title tags, all beginning with the keyphrase and within the limits."""
    cle = keyphrase_slot(source, "cle", keyphrase)
    made: list[Candidate] = []

    def add(filled_text: str, origin: Templated, merit: tuple[int, ...], facts: tuple[int, ...]) -> None:
        if fits_title(filled_text, TITLE_CHARACTERS, TITLE_PIXELS):
            made.append(Candidate("title_tag", (passage("head", "title_tag", filled_text, origin, facts),), facts, merit, 0))

    def add_copied(text: str, origin: Copied, merit: tuple[int, ...]) -> None:
        if fits_title(text, TITLE_CHARACTERS, TITLE_PIXELS):
            made.append(Candidate("title_tag", (passage("head", "title_tag", text, origin),), (), merit, 0))

    for line in lines:
        if set_against(source, line.clause):
            continue
        if _begins(line.text, cle.text) and len(line.text) >= 30 and fits_title(line.text, TITLE_CHARACTERS, TITLE_PIXELS):
            item = passage("head", "title_tag", line.text, Copied(line.span, line.edits), (line.clause.id,))
            made.append(Candidate("title_tag", (item,), (line.clause.id,), (3, scores.clause(line.clause), 0), 0))
        if len(line.text) > TITLE_CHARACTERS - len(cle.text):
            continue
        proposition = Slot("proposition", line.text, (line.span,), edits=line.edits)
        for filled in fill(book, "title_tag", "cle-proposition", (cle, proposition), key):
            repeats = scores.shares_keyphrase(line.text)
            if repeats and repeats == len(scores.key_stems):
                continue  # « Jo Cox : la députée Jo Cox… »
            told = scores.title_share(line.text) - repeats
            near = told > 0 or source.is_lede(line.clause.sentence)  # else true, but not the news
            worth = 12 * told + scores.clause(line.clause) - 20 * repeats + (25 if source.is_lede(line.clause.sentence) else 0) - (25 if _vague(source, line) else 0) + min(len(filled.text), 58) // 2
            add(filled.text, filled.origin, (2 if near else 1, worth - 3 * line.cost - line.clause.sentence, filled.weight), (line.clause.id,))
    for objet, clause_id in _objects(source, cle, scores):
        for filled in fill(book, "title_tag", "cle-objet", (cle, objet), key):
            add(filled.text, filled.origin, (2, 40 + len(filled.text) // 2, filled.weight), (clause_id,))
    for part in title_parts(source, cle.text):
        if part.copied is not None:
            add_copied(part.text, part.copied, (4, len(part.text) - part.cut // 2, 0))
        else:
            for filled in fill(book, "title_tag", "cle-objet", part.slots, key):
                add(filled.text, filled.origin, (4, len(filled.text) - part.cut // 2 - 2, filled.weight), ())
    for statement in source.analysis.statements:
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None or statement.remove != 1 or set(stems(locuteur.text)) & scores.key_stems:
            continue
        if not scores.key_stems <= set(stems(statement.content.of(source.text))):
            continue
        for filled in fill(book, "title_tag", "cle-locuteur", (cle, locuteur), key, statement.cls):
            add(filled.text, filled.origin, (1, -statement.sentence, filled.weight), ())
    main, named = subject_of(source, book)
    for filled in fill(book, "title_tag", "cle", (cle, *named), key, main):
        if stutters(filled.text):
            continue
        add(filled.text, filled.origin, (0, filled.priority, filled.weight), ())
    if fits_title(cle.text, TITLE_CHARACTERS, TITLE_PIXELS):
        capital = cle.text[:1].upper() + cle.text[1:]
        add(capital, Templated("", (cle,), "cle-seule"), (-1, 0, 0), ())
    return made


def _objects(source: Source, cle: Slot, scores: Scores) -> list[tuple[Slot, int]]:
    """Return what the title's or the first sentence's verb bears on (« un budget amputé de 4,2 millions »), whole, where it is no person and shares no word with the keyphrase."""
    tokens = source.analysis.tokens
    found: list[tuple[Slot, int]] = []
    for clause in source.analysis.clauses:
        if clause.sentence > source.first_sentence or clause.negated or clause.commitment not in ("asserted", "future") or clause.complement is None or clause.passive:
            continue
        low, high = source._range(clause.complement)
        heads = {i for i in range(*source._range(clause.span)) if clause.verb.covers(tokens[i].span)}
        for i in range(low, high):
            if tokens[i].dep != "obj" or tokens[i].head not in heads or tokens[i].pos != "NOUN":
                continue
            inside = subtree(tokens, i, low, high)
            span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
            words = span.of(source.text)
            if len(inside) != inside[-1] - inside[0] + 1 or re.search(r"[,;:«»()]", words) or scores.shares_keyphrase(words) or not re.match(r"(?:une?|des|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d .,]*)\s", words.lower()):
                continue
            if re.match(r"(?:son|sa|ses|leurs?|ce|cet|cette|ces|l['’]un)\b", words.lower()):
                continue
            found.append((span_slot(source, "objet", span), clause.id))
    return found


def _begins(text: str, key: str) -> bool:
    """Return whether ``text`` begins with the keyphrase, an article before it allowed."""
    return re.match(rf"(?:l[ea]s? |l’|une? |des )?{re.escape(key.lower())}(?![\w-])", text.lower()) is not None


def _vague(source: Source, line: Headline) -> bool:
    """Return whether the headline's subject is a bare definite noun (« le texte », « la mesure »): understood in the article, not in a list of results."""
    subject = line.clause.subject
    words = subject.of(source.text).replace("’", "' ").replace("'", "' ").split() if subject is not None else []
    return len(words) <= 2 and line.clause.subject_kind == "noun"


def source_title(source: Source) -> tuple[str, Copied] | None:
    """Return the source's own title, typeset, without a final full stop; None where it has none of at most 110 characters."""
    span = source.analysis.article.title
    if span is None:
        return None
    slice_ = span.of(source.text)
    edits = list(typography_edits(slice_, span.start))
    if slice_.endswith(".") and not slice_.endswith("..") and not slice_[:-1].rsplit(" ", 1)[-1].isupper():
        edits.append(Edit("period", "titre-sans-point", Span(span.end - 1, span.end), ""))
    text = apply_edits(source.text, span, edits)
    return (text, Copied(span, tuple(edits))) if 0 < len(text) <= H1_CHARACTERS else None


def h1s(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h1: the source's title first, then the fuller headlines, then the keyphrase in a template."""
    made: list[Candidate] = []
    own = source_title(source)
    if own is not None:
        made.append(Candidate("h1", (passage("head", "h1", own[0], own[1]),), (), (9, 0, 0), 0))
    for line in lines:
        if 40 <= len(line.text) <= H1_CHARACTERS:
            if line.clause.sentence - source.first_sentence > 2:
                continue
            lede = 2 if source.is_lede(line.clause.sentence) else 1
            item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
            made.append(Candidate("h1", (item,), (line.clause.id,), (lede, scores.clause(line.clause), len(line.text)), line.span.start))
    cle = keyphrase_slot(source, "cle", keyphrase)
    main, named = subject_of(source, book)
    for filled in fill(book, "h1", "cle", (cle, *named), key, main):
        if stutters(filled.text):
            continue
        made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin),), (), (0, filled.priority, filled.weight), 0))
    return made


def descriptions(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return candidate descriptions of 121 to 156 characters: one telling, or two of the article's in a row, whole sentences."""
    made: list[Candidate] = []
    low, high = DESCRIPTION
    opening = [telling for telling in told if source.is_lede(telling.sentence)]
    ranked = sorted(told, key=lambda telling: (-scores.telling(telling), telling.span.start, len(telling.text)))
    strong = list(dict.fromkeys((*ranked[:60], *opening[:20])))
    for first in strong:
        if low <= len(first.text) <= high:
            item = passage("head", "description", first.text, Copied(first.span, first.edits), first.clauses)
            merit = (_key_count(scores, first.text), scores.telling(first) + 10 * scores.title_share(first.text) + (20 if source.is_lede(first.sentence) else 0) - min(first.sentence, 20), -first.dropped)
            made.append(Candidate("description", (item,), first.clauses, merit, first.span.start))
    for first in strong:
        for second in strong:
            if first.span.start >= second.span.start or first.sentence == second.sentence:
                continue
            text = f"{first.text} {second.text}"
            if low <= len(text) <= high:
                slots = (
                    Slot("proposition", first.text, (first.span,), edits=first.edits),
                    Slot("suite", second.text, (second.span,), edits=second.edits),
                )
                origin = Templated("description/deux-phrases", slots, joined="deux-phrases")
                item = passage("head", "description", text, origin, first.clauses + second.clauses)
                lede = 20 if source.is_lede(first.sentence) else 0
                apart = min(first.sentence, 20) + min(second.sentence - first.sentence, 10)
                merit = (_key_count(scores, text), (scores.telling(first) + scores.telling(second)) // 2 - 5 + 10 * scores.title_share(first.text) + lede - apart, 0)
                made.append(Candidate("description", (item,), first.clauses + second.clauses, merit, first.span.start))
    title = _title_sentence(source)
    for second in strong if title is not None else ():
        assert title is not None
        if low <= len(title.text) + 1 + len(second.text) <= high:
            text = f"{title.text} {second.text}"
            slots = (title, Slot("suite", second.text, (second.span,), edits=second.edits))
            item = passage("head", "description", text, Templated("description/deux-phrases", slots, joined="deux-phrases"), second.clauses)
            made.append(Candidate("description", (item,), second.clauses, (-1, scores.telling(second) - min(second.sentence, 20), 0), second.span.start))
    for first in strong:  # too short, or a little too long: still whole, still true
        if 80 <= len(first.text) < low or high < len(first.text) <= 170:
            item = passage("head", "description", first.text, Copied(first.span, first.edits), first.clauses)
            merit = (-2, scores.telling(first) + 10 * scores.title_share(first.text) + (20 if source.is_lede(first.sentence) else 0), -first.dropped)
            made.append(Candidate("description", (item,), first.clauses, merit, first.span.start))
    return sorted(made, key=lambda candidate: (tuple(-value for value in candidate.merit), candidate.passages[0].id))[:40]


def _title_sentence(source: Source) -> Slot | None:
    """Return the source's title with a full stop, as slot « proposition »: it opens a description where no sentence of the source is of the right length."""
    own = source_title(source)
    if own is None or own[0][-1:] in "?!…»." or any(edit.kind == "period" for edit in own[1].edits):
        return None
    span = own[1].span
    edits = (*own[1].edits, Edit("period", "point-final", Span(span.end, span.end), "."))
    return Slot("proposition", f"{own[0]}.", (span,), edits=edits)


def _key_count(scores: Scores, text: str) -> int:
    """1 where the keyphrase's words stand once or twice in the text, as a description should have them."""
    return 1 if 1 <= scores.keyphrase_count(text) <= 2 else 0


def slug_of(source: Source, keyphrase: Keyphrase, title: str) -> Candidate:
    """Return the slug: the keyphrase's words and at most four more of the title's, without stop words, ASCII."""
    known = slugify(keyphrase.text).split("-")
    more = [word for word in slugify(title).split("-") if word not in known]
    text = "-".join([*known, *dict.fromkeys(more[:4])])
    slots = (keyphrase_slot(source, "cle", keyphrase),)
    return Candidate("slug", (passage("head", "slug", text, Templated("", slots, "slug")),), (), (0,), 0)


__all__ = ["descriptions", "h1s", "slug_of", "source_title", "title_tags"]
