"""The headings that the clauses and sentences of an article can give, made once for the division into sections and for the headings themselves."""

from __future__ import annotations

import re

from seo_fr.edits import in_order
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.headlines import Headline, _present
from seo_fr.propose.lede_cuts import lede_cuts
from seo_fr.propose.resolve import resolve
from seo_fr.propose.severed import subject_fell
from seo_fr.propose.source import Source
from seo_fr.propose.tell import finish
from seo_fr.propose.trims import _TAKES_PLACE, LONGEST, SHORTEST, half_clause, section_lines, set_against
from seo_fr.propose.voiced_titles import voiced

#: What a heading cut from a whole sentence costs besides what its cuts do: one cut from its clause goes first.
WHOLE_SENTENCE = 7
MOST_OF_SENTENCE = 3
_LAST: list[tuple[tuple[Clause, ...], tuple[Headline, ...]]] = []
_LEANING = re.compile(r"(?:Il|Elle|Ils|Elles|On|Celui|Celle|Ceux|Celles|Ce|Cet|Cette|Ces|C['’]|Son|Sa|Ses|Leurs?|Mais|Et|Or|Car|Puis|Ainsi|Seule?s?|Certain\w*|Beaucoup|Plusieurs|Tous|Toutes)(?!\w)")


def every_line(source: Source) -> tuple[Headline, ...]:
    """Return the section lines of all clauses in source order, then those of the sentences whose clauses give none; those of the last article asked for are remembered: they do not depend on its sections."""
    clauses = source.analysis.clauses
    for kept, lines in _LAST:
        if kept is clauses:
            return lines
    made = [line for clause in sorted(clauses, key=lambda clause: clause.span) for line in section_lines(source, clause)]
    told = {line.clause.sentence for line in made}
    for index, sentence in enumerate(source.analysis.sentences):
        if index not in told and sentence.paragraph >= 0 and not sentence.doubtful and source.is_matter(index):
            made += sentence_lines(source, index)
    lines = tuple(line for line in made if not subject_fell(source, line.span, line.edits))
    _LAST[:] = [(clauses, lines)]
    return lines


def sentence_lines(source: Source, index: int) -> tuple[Headline, ...]:
    """Return the headings cut from a whole sentence: behind « selon » where it ends on who says it; else its claim in the headline present, where nothing in it leans on what came before."""
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None and clause.person == 3]
    if not clauses or clauses[0].negated or clauses[0].commitment in ("denied", "negated", "alleged") or any(set_against(source, clause) for clause in clauses):
        return ()
    if re.search(r"(?<!\w)(?:mais|or|toutefois|cependant|pourtant|néanmoins|en revanche|tandis qu|alors qu)(?!\w)", source.analysis.sentences[index].span.of(source.text), re.IGNORECASE):
        return ()
    first = clauses[0]
    if first.lemma in _TAKES_PLACE | {"être", "avoir", "rester", "sembler"}:
        return ()
    made: dict[str, Headline] = {}
    for claim in voiced(source, index, SHORTEST):
        if len(claim.text) <= LONGEST and not claim.bare and _by_itself(source, claim.text, claim.span, claim.edits, index):
            made.setdefault(claim.text, Headline(claim.span, claim.edits, claim.text, first, False, WHOLE_SENTENCE + claim.cost))
    if not made and not any(one.sentence == index for one in source.analysis.statements):
        for telling, loss in lede_cuts(source, index, SHORTEST, LONGEST + 12, final=False):
            if telling.span.start > source.analysis.sentences[index].span.start or not _by_itself(source, telling.text, telling.span, telling.edits, index):
                continue
            line = _in_present(source, first, telling.span, telling.edits, telling.text, loss)
            if line is not None and SHORTEST <= len(line.text) <= LONGEST:
                made.setdefault(line.text, line)
    return tuple(sorted(made.values(), key=lambda line: (line.cost, -len(line.text), line.text)))[:MOST_OF_SENTENCE]


def _in_present(source: Source, clause: Clause, span: Span, edits: tuple[Edit, ...], text: str, loss: int) -> Headline | None:
    """Return the headline in the present where the clause allows it, else as it is."""
    drops = [edit for edit in edits if edit.kind == "drop"]
    verb = _present(source, clause, span, drops) if span.covers(clause.verb) else None
    if verb is not None and not any(verb.span.overlaps(edit.span) for edit in edits):
        kept = [*(edit for edit in edits if edit.kind not in ("typography", "case", "period")), verb]
        try:
            in_order(kept)
        except ValueError:
            return None
        done = finish(source, span, kept, final=False)
        return Headline(*done, clause, True, WHOLE_SENTENCE + loss) if done is not None else None
    return Headline(span, edits, text, clause, False, WHOLE_SENTENCE + loss + 2)


def _by_itself(source: Source, text: str, span: Span, edits: tuple[Edit, ...], index: int) -> bool:
    """Return whether what stays of a sentence leans on nothing before it."""
    if _LEANING.match(text) or half_clause(source, span, edits) or re.search(r"[;:?!\[\]]|\.\s", re.sub(r"«[^»]*»", " ", text)) or text.rstrip()[-1:] in ",:;–—-(":
        return False
    gone = tuple(edit for edit in edits if edit.kind in ("drop", "reference"))
    behind = Edit("drop", "fin-de-titre", Span(span.end, source.analysis.sentences[index].span.end), "") if span.end < source.analysis.sentences[index].span.end else None
    for clause in source.clauses_of.get(index, ()):
        if clause.span.start >= span.end or any(edit.span.covers(clause.span) for edit in gone):
            continue
        if resolve(source, clause, clause.span, True, (*gone, *((behind,) if behind is not None else ())), True) != []:
            return False
    return True


__all__ = ["every_line", "sentence_lines"]
