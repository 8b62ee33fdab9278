"""The headings that the clauses of an article can give, made once for the division into sections and for the headings themselves."""

from __future__ import annotations

from seo_fr.model import Clause
from seo_fr.propose.headlines import Headline
from seo_fr.propose.tell import Source
from seo_fr.propose.trims import section_lines

_LAST: list[tuple[tuple[Clause, ...], tuple[Headline, ...]]] = []


def every_line(source: Source) -> tuple[Headline, ...]:
    """Return the section lines of all clauses in source order; those of the last article asked for are remembered: they do not depend on its sections."""
    clauses = source.analysis.clauses
    for kept, lines in _LAST:
        if kept is clauses:
            return lines
    made = tuple(line for clause in sorted(clauses, key=lambda clause: clause.span) for line in section_lines(source, clause))
    _LAST[:] = [(clauses, made)]
    return made


__all__ = ["every_line"]
