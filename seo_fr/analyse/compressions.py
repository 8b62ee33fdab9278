"""Shorter forms of a clause, by certified patterns: what commas, parentheses or dashes set apart, a lead adjunct, an adverb that only adds.

No pattern follows the parse alone: each is bounded by marks that French uses for what does not restrict (Grevisse and Goosse, Le bon usage, §§ 127, 351, 1111). A passage with a
negation, a modality, a restriction, an attribution, a word of speech or a quotation mark in it never falls, nor does what stands just before « selon ».
"""

from __future__ import annotations

import itertools
import re

from seo_fr.analyse.compression_guards import Piece
from seo_fr.analyse.compression_pieces import Finder
from seo_fr.analyse.syntax import Tree
from seo_fr.model import Clause, Compression, Edit, Entity, Quote, Span, Statement
from seo_fr.rulebook import Rulebook

MOST = 8

#: What a cut may leave hanging: « notamment » without what it introduced, « au soir » without its « hier », « ainsi que » joined to the wrong noun.
_STRANDED = re.compile(r"\b(?:notamment|surtout|principalement|y compris|ainsi que|dont)\s*[,.;]?$|(?<!hier )(?<!demain )\bau (?:soir|matin)\b|, ainsi que\b", re.IGNORECASE)


def compress(
    clause: Clause, tree: Tree, quotes: tuple[Quote, ...], statements: tuple[Statement, ...], entities: tuple[Entity, ...], book: Rulebook
) -> tuple[Compression, ...]:
    """Return the well-formed shorter forms of ``clause``, at most eight, the shortest last; none where its sentence is doubtful.

    A clause that is not regular loses at most a parenthesis or an adverb of its verb.

    ``tree`` is that of the clause's sentence, ``statements`` those of the sentence. Each form's ``text`` is the clause's slice without the spans of its edits.
    """
    if tree.sentence.doubtful or clause.span.end - clause.span.start < 20:
        return ()
    text = tree.text
    whole = clause.span.of(text)
    if whole.count("«") != whole.count("»") or whole.count("(") != whole.count(")") or whole.count('"') % 2 or whole.count("“") != whole.count("”"):
        return ()
    words = [tree.words[i] for i in range(tree.first, tree.last) if clause.span.start <= tree.tokens[i].span.start < clause.span.end]
    if any(a in ("c'", "ce") and b in ("est", "sont", "était", "étaient", "fut", "sera") for a, b in itertools.pairwise(words)):
        return ()
    pieces = Finder(clause, tree, quotes, statements, entities, book).find()
    if not pieces:
        return ()
    choices: list[tuple[int, ...]] = []
    everything = tuple(range(len(pieces)))

    def closed(chosen: tuple[int, ...]) -> tuple[int, ...]:
        wanted = set(chosen)
        for i in sorted(wanted, reverse=True):
            at = pieces[i].needs
            while at is not None:
                wanted.add(at)
                at = pieces[at].needs
        return tuple(sorted(wanted))

    for i in everything:
        choices.append(closed((i,)))
    choices.append(everything)
    for i in everything:
        rest = tuple(k for k in everything if k != i)
        if rest:
            choices.append(closed(rest))
    made: dict[str, Compression] = {}
    for chosen in choices:
        form = _apply(clause.span, text, [pieces[i] for i in chosen])
        if form is not None and form.text not in made and not _STRANDED.search(form.text):
            made[form.text] = form
    ordered = sorted(made.values(), key=lambda c: (-len(c.text), c.text))
    if len(ordered) > MOST:
        ordered = ordered[:3] + ordered[-(MOST - 3) :]
    return tuple(ordered)


def _apply(span: Span, text: str, pieces: list[Piece]) -> Compression | None:
    """Drop the pieces; one that lies in another falls with it. None if two cross or what is left is not clean."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.span.start, -p.span.end)):
        if kept and piece.span.start < kept[-1].span.end:
            if piece.span.end <= kept[-1].span.end:
                continue
            return None
        kept.append(piece)
    parts: list[str] = []
    at = span.start
    for piece in kept:
        if piece.span.start < span.start or piece.span.end > span.end:
            return None
        parts.append(text[at : piece.span.start])
        at = piece.span.end
    parts.append(text[at : span.end])
    result = "".join(parts)
    if re.search(r",\s*,|\s,|  |,\s*$|^\s|\(\s*\)|\s$", result) or len(result) < 12:
        return None
    return Compression(tuple(Edit("drop", p.rule, p.span, "") for p in kept), result)
