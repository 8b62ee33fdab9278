"""Who says, accuses, denies, asks… what.

Statements are read from the verbs, nouns and locutions of speech of ``rules/`` and from the conditional of hearsay. Content spans leave out «que», «de» and «à».
"""

from __future__ import annotations

from dataclasses import replace

from seo_fr.analyse.speaker_phrases import Reported, entities_kind, entity_at, lemma_of
from seo_fr.analyse.speakers import Speakers
from seo_fr.analyse.speech_lexicon import LOCUTIONS
from seo_fr.analyse.speech_sources import StatementReader
from seo_fr.analyse.syntax import Tree, singular_in_nt
from seo_fr.analyse.trees import tree_of
from seo_fr.model import Entity, Quote, Sentence, Span, Statement, Token
from seo_fr.rulebook import Rulebook


def extract_statements(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotes: tuple[Quote, ...], entities: tuple[Entity, ...], book: Rulebook
) -> tuple[Statement, ...]:
    """Return the statements of the article in the order of their cues, numbered from 0. Offsets are those of ``text``."""
    made: list[Statement] = []
    for number, sentence in enumerate(sentences):
        if sentence.tokens[0] >= sentence.tokens[1]:
            continue
        tree = tree_of(text, tokens, sentence)
        reader = StatementReader(tree, quotes, entities, book)
        for found in reader.read():
            named = reader.named_after(found.speaker) if found.speaker is not None and not found.parted else None
            made.append(_statement(len(made), number, found, tree, quotes, entities, named))
    made = _merged(made, quotes)
    tagged = {s.quote for s in made if s.quote is not None and s.cue_lemma != "«"}
    tagged.update(q.id for q in quotes for s in made if s.cue_lemma in LOCUTIONS and s.content.overlaps(q.span) and not q.span.covers(s.cue))
    spans = [(s.sentence, s.speaker_span) for s in made if s.cue_lemma != "«" and s.speaker_span is not None]
    made = [s for s in made if s.cue_lemma != "«" or s.speaker_span is None or not any(number == s.sentence and span.overlaps(s.speaker_span) for number, span in spans)]
    voices = {(s.sentence, s.speaker) for s in made if s.cue_lemma != "«" and s.speaker is not None}
    kept = [s for s in made if s.cue_lemma != "«" or ((s.sentence, s.speaker) not in voices and s.quote not in tagged and (s.speaker is not None or s.speaker_span is not None))]
    told = {(s.sentence, s.speaker) for s in kept if s.speaker is not None}
    kept = [s for s in kept if s.cue_lemma != "«" or s.speaker is None or not {(s.sentence - 1, s.speaker), (s.sentence + 1, s.speaker)} & told]  # the quote before goes on
    return _nested([replace(s, id=i) for i, s in enumerate(kept)])


def told_by(quotes: tuple[Quote, ...], statements: tuple[Statement, ...], heard: Speakers) -> tuple[Quote, ...]:
    """Return the quotes, those without a speaker with that of the innermost statement that holds them: « X justifie, dans un communiqué, que « … » »."""
    result = []
    for quote in quotes:
        holders = [
            one
            for one in statements
            if one.speaker_span is not None and not quote.span.covers(one.cue) and (one.quote == quote.id or (one.cue_lemma != "«" and one.content.start <= quote.span.start and quote.span.end <= one.content.end + 2))
        ]
        words = quote.content[0].of(heard.text).split() if quote.content else []
        clear = quote.whole or (len(words) >= 4 and words[0][:1].islower())
        holder = min(holders, key=lambda one: (len(one.content), one.id)) if holders else None
        if quote.speaker is None and quote.speaker_span is None and holder is not None and clear:
            quote = _held(quote, holder, heard)  # noqa: PLW2901
        elif quote.speaker is None and quote.speaker_span is not None and holder is not None and holder.speaker is not None and holder.speaker_span is not None:
            after = holder.speaker_span.start - quote.speaker_span.end
            if holder.speaker_span.overlaps(quote.speaker_span) or 0 <= after <= 3 or 0 <= quote.speaker_span.start - holder.speaker_span.end <= 3:
                quote = replace(quote, speaker=holder.speaker, speaker_span=holder.speaker_span)  # noqa: PLW2901
        result.append(quote)
    return tuple(result)


def _held(quote: Quote, holder: Statement, heard: Speakers) -> Quote:
    """The quote with the speaker of the statement that holds it, « lui » and « l'association » resolved; unchanged where that is a thing."""
    span = holder.speaker_span
    if span is None:
        return quote
    speaker = holder.speaker
    index = next((i for i, token in enumerate(heard.tokens) if span.start <= token.span.start < span.end and token.pos in ("NOUN", "PROPN", "PRON")), None)
    if speaker is None and index is not None:
        lower = heard.lower[index]
        speaker = heard.pronoun(index, "m" if lower == "lui" else "f") if lower in ("lui", "elle") else heard.resolve(index).entity
    if speaker is None and index is not None and heard.tokens[index].pos == "NOUN" and not heard.known_voice(span):
        return quote
    if speaker is not None and heard.entities[speaker].kind not in ("person", "organisation", "country", "place"):
        return quote
    if speaker is not None and heard.entities[speaker].kind != "person" and heard.text[: span.start].rstrip().rpartition(" ")[2].lower() in ("un", "une"):
        return quote  # « une Berlina blanche »
    return replace(quote, speaker=speaker, speaker_span=span)


def _merged(made: list[Statement], quotes: tuple[Quote, ...]) -> list[Statement]:
    """A quote over several sentences without a verb of its own is one statement, at its first sentence."""
    seen: set[int] = set()
    kept: list[Statement] = []
    for statement in made:
        if statement.cue_lemma == "«" and statement.quote is not None:
            if statement.quote in seen:
                continue
            seen.add(statement.quote)
            quote = next(q for q in quotes if q.id == statement.quote)
            kept.append(replace(statement, content=Span(quote.content[0].start, quote.content[-1].end)))
            continue
        kept.append(statement)
    return kept


def _statement(
    identity: int, number: int, found: Reported, tree: Tree, quotes: tuple[Quote, ...], entities: tuple[Entity, ...], named: tuple[int, int] | None
) -> Statement:
    speaker = found.speaker_id
    speaker_span = found.speaker_span
    if found.speaker is not None:
        start, end, head = found.speaker
        cut = next((m.span.end for e in entities for m in e.mentions if m.form != "pronoun" and m.span.start < tree.tokens[end - 1].span.end < m.span.end), None)
        if cut is not None:  # « l'entraîneur Paul » of « l'entraîneur Paul Martin »
            end = next((k for k in range(end, tree.last) if tree.tokens[k].span.start >= cut), tree.last)
        reached = (start, end, head)
        speaker_span = tree.span(start, end)
        if speaker_span.of(tree.text).startswith("-"):
            speaker_span = Span(speaker_span.start + 1, speaker_span.end)
        speaker = entity_at(tree, reached, entities)
        if named is not None and (speaker is None or entities_kind(entities, speaker) != "person" or speaker == named[1]):
            speaker, speaker_span = named[1], tree.span(start, max(end, named[0]))
        if speaker is not None and entities_kind(entities, speaker) == "person":
            finite = next((k for k in range(*found.cue) if k in tree.group_of and tree.group_of[k].finite == k), None)
            if finite is not None and tree.words[finite].endswith("nt") and not singular_in_nt(tree.words[finite], lemma_of(tree, finite)):
                speaker = None  # several speak, and one is not all of them
    if speaker is None and speaker_span is not None and found.speaker is not None:
        speaker = next((q.speaker for q in quotes if q.speaker is not None and q.speaker_span == speaker_span), None)  # « il » whom a quote has told
    if speaker is None and speaker_span is None and found.cls in ("say", "believe", "announce", "admit") and found.commitment == "attributed":
        own = next((q for q in quotes if q.speaker is not None and q.speaker_span is not None and abs(q.span.start - found.content.start) <= 2 and tree.sentence.span.covers(q.speaker_span)), None)
        if own is not None and own.speaker_span is not None and own.speaker_span.end <= tree.tokens[found.cue[0]].span.start:
            speaker, speaker_span = own.speaker, own.speaker_span  # « … et Paul Martin a confié, depuis…, que « … » »
    if found.quote is not None and speaker is None:
        quote = next((q for q in quotes if q.id == found.quote), None)
        if quote is not None and quote.speaker is not None:
            speaker = quote.speaker
            speaker_span = speaker_span or quote.speaker_span
    quote_id = found.quote
    if speaker is None and speaker_span is not None and found.commitment == "attributed":
        inner = next((q for q in quotes if q.speaker is not None and q.speaker_span is not None and found.content.covers(q.span) and q.speaker_span.covers(speaker_span)), None)
        if inner is not None and inner.speaker_span is not None and tree.sentence.span.covers(inner.speaker_span):
            speaker, speaker_span = inner.speaker, inner.speaker_span  # « Un des chercheurs, Paul Martin, précise qu'en « … » »
    if quote_id is None:
        quote_id = next((q.id for q in quotes if found.content.covers(q.span)), None)
    return Statement(
        identity,
        number,
        found.cls,
        found.commitment,
        tree.span(*found.cue),
        found.lemma,
        found.content,
        speaker,
        speaker_span,
        quote_id,
        tree.span(*found.target) if found.target and found.target[0] < found.target[1] else None,
        tree.span(*found.time) if found.time else None,
    )


def _nested(made: list[Statement]) -> tuple[Statement, ...]:
    """Fill ``parent`` and ``remove``: a statement stands in the smallest other one whose content holds its cue."""
    parents: dict[int, int | None] = {}
    for statement in made:
        best: Statement | None = None
        for other in made:
            if other.id == statement.id or not other.content.covers(statement.cue) or other.content == statement.content:
                continue
            if statement.content.covers(other.cue) and len(statement.content) >= len(other.content):
                continue
            if best is None or (len(other.content), other.id) < (len(best.content), best.id):
                best = other
        parents[statement.id] = best.id if best else None
    result = []
    for statement in made:
        remove, at, seen = 1, parents[statement.id], {statement.id}
        while at is not None and at not in seen:
            seen.add(at)
            remove += 1
            at = parents[at]
        result.append(replace(statement, parent=parents[statement.id], remove=remove))
    return tuple(result)
