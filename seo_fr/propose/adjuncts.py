"""An adjunct set apart: « Vendredi, la mairie a fermé le pont » becomes the label « Vendredi » and « la mairie a fermé le pont ».

What opens a sentence can always be its label: a comma becomes a colon. What stands after the verb is taken out only where it surely belongs to that verb
and nothing is left hanging.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Slot, Span
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.frames import span_slot
from seo_fr.propose.headlines import _present
from seo_fr.propose.shared import capital
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, Telling, finish, in_quotes

#: What may not stand just before an adjunct that is taken out: it bears on the adjunct.
_BEARS = re.compile(
    r"(?:\b(?:et|ou|puis|ni|mais|que|qu'|seulement|uniquement|notamment|surtout|aussi|même|dès|depuis|jusqu'|avant|après|vers|d'ici|entre|sauf|soit|pas|plus|jamais|encore|de|du|des|d'|la|les|au|aux|pour|contre|par|avec|lors|sur|dans|chez|sous)"
    r"|[(«\[“\"-])\s*$"
)
#: What may not stand just after it: it goes on.
_GOES_ON = re.compile(r"\s*(?:(?:et|ou|puis|comme|dernier|prochain|où|qui|que|dont|quand|lorsque|au|soit)\b|qu'|\)|»|[-–/])")
#: Verbs that need to be told when or where, or whose time is what they say.
_HAPPENS = re.compile(r"(?:a|ont|aura|auront|avait|avaient|eut|eurent) (?:bien )?(?:eu )?lieu$|(?:s'(?:est|était)|se sont) (?:tenue?s?|déroulée?s?)$|se (?:tient|tiennent|tiendra|tiendront|déroule|déroulent|déroulera|dérouleront)$")


@dataclass(frozen=True, slots=True)
class Apart:
    """A label and what is said under it: the clause without the label's words, with capital and final mark. ``moved``: it did not open the sentence."""

    etiquette: Slot
    proposition: Slot
    moved: bool

    @property
    def words(self) -> int:
        """Words of both."""
        return count_words(self.etiquette.text) + count_words(self.proposition.text)


def set_apart(source: Source, telling: Telling, adjunct: Span, label: Span, rule: str, present: bool = False) -> Apart | None:
    """Return ``telling`` with ``adjunct`` taken out and ``label`` (a part of it) before it; None where that is not certain.

    ``rule`` names the edit. ``adjunct`` includes its preposition; both are spans of the source inside the telling. ``present``: in the present of chronologies
    (« a fermé » → « ferme »), None where the clause needs its past.
    """
    if not telling.span.covers(adjunct) or in_quotes(source, adjunct) or any(edit.span.overlaps(adjunct) and edit.after != adjunct.of(source.text) and not _typographic(edit) for edit in telling.edits):
        return None
    opens = _opening(source, telling, adjunct)
    drop = opens or _inner(source, telling, adjunct)
    if drop is None:
        return None
    edits = [Edit("drop", rule, drop, "")]
    for edit in telling.edits:
        if _typographic(edit) or edit.kind == "case" and edit.rule == "majuscule-initiale" or edit.kind == "period":
            continue
        if edit.span.overlaps(drop) or edit.span.start == edit.span.end == drop.start:
            if edit.kind == "drop" and drop.covers(edit.span):
                continue
            return None
        edits.append(edit)
    if present:
        tense = _present(source, source.clause[telling.clauses[0]], telling.span, edits) if len(telling.clauses) == 1 and telling.sentences == 1 else None
        if tense is None or any(edit.span.overlaps(tense.span) for edit in edits):
            return None
        edits.append(tense)
    done = finish(source, telling.span, edits)
    if done is None:
        return None
    text = done[2]
    if re.search(r"\b(?:le|la|les|de|du|des|à|au|aux|en|et|que|qui|dans|pour|par|sur)\s*[.!?]$", text) or re.match(r"(?i)[^\w«(\[“\"]", text) or re.search(r"\s,|,\s*[.,]", text):
        return None
    return Apart(span_slot(source, "etiquette", label, capital(source, label)), Slot("proposition", text, (done[0],), edits=done[1]), opens is None)


def _typographic(edit: Edit) -> bool:
    return edit.kind == "typography"


def _begin(telling: Telling) -> int:
    """Return where the telling's words begin, after what it drops at its start."""
    start = telling.span.start
    for edit in sorted(telling.edits, key=lambda edit: edit.span):
        if edit.kind == "drop" and edit.span.start == start:
            start = edit.span.end
    return start


def _opening(source: Source, telling: Telling, adjunct: Span) -> Span | None:
    """Return what falls with an adjunct that opens the telling: itself and its comma; None where it does not open it."""
    if _begin(telling) != adjunct.start:
        return None
    clause = source.clause[telling.clauses[0]]
    after = re.match(r"\s*,\s*", source.text[adjunct.end : telling.span.end])
    if after is not None:
        end = adjunct.end + after.end()
        return Span(telling.span.start, end) if re.match(r"[\wÀ-ÿ«(\[]", source.text[end : end + 1]) else None
    space = re.match(r"\s+", source.text[adjunct.end : telling.span.end])
    if space is not None and clause.subject is not None and adjunct.end + space.end() == clause.subject.start:
        return Span(telling.span.start, clause.subject.start)
    return None


def _inner(source: Source, telling: Telling, adjunct: Span) -> Span | None:
    """Return what falls with an adjunct that stands after the verb of a plain clause; None where it is not certain that it belongs to the verb alone."""
    if len(telling.clauses) != 1 or telling.sentences != 1:
        return None
    clause = source.clause[telling.clauses[0]]
    if not clause.regular or clause.subject is None or clause.negated or clause.lemma in listed_as("needs-adjunct") and not clause.passive or adjunct.start < clause.verb.end:
        return None
    if clause.lead is not None and re.search(r"\w", clause.lead.of(source.text)) and any(time.clause == clause.id and clause.lead.covers(time.span) for time in source.analysis.times):
        return None  # it has a time of its own in front
    text = source.text
    before, after = text[clause.span.start : adjunct.start], text[adjunct.end : clause.span.end]
    if _BEARS.search(plain(before)) or _GOES_ON.match(plain(after)):
        return None
    between = Span(clause.verb.end, adjunct.start)
    directly = not re.search(r"\w", between.of(text))
    if not governed(source, clause, adjunct):
        return None
    if not directly:
        if clause.statements or re.search(r"[;:()«»–]", between.of(text)):
            return None
        if "," in between.of(text) and not (before.rstrip().endswith(",") and not re.search(r"\w", after)):
            return None
        for token in source.tokens_in(between):
            if token.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") or token.feature("VerbForm") == "Part":
                if re.search(r"\ben tant qu(?:e|')$", plain(text[clause.verb.end : token.span.end])):
                    continue
                return None
    elif re.match(r"\s*,", after):
        return None
    if re.match(r"\s*,", after):
        if before.rstrip().endswith(","):
            start = adjunct.start - (len(before) - len(before.rstrip().removesuffix(",").rstrip()))
            end = adjunct.end + len(re.match(r"\s*,", after).group())  # type: ignore[union-attr]
            return Span(start, end)
        start = adjunct.start - (len(before) - len(before.rstrip()))
        return Span(start, adjunct.end)
    if before.rstrip().endswith(","):
        return None if re.search(r"\w", after) else Span(adjunct.start - (len(before) - len(before.rstrip().removesuffix(",").rstrip())), adjunct.end)
    rest = clause.span.of(text).replace(adjunct.of(text), "")
    if count_words(rest) < 4:
        return None
    if not re.search(r"\w", (between.of(text) + after)) and not clause.passive and not _complete(clause):
        return None
    if directly and re.match(r"\s*\w", after):
        return Span(adjunct.start, adjunct.end + len(after) - len(after.lstrip()))
    return Span(adjunct.start - (len(before) - len(before.rstrip())), adjunct.end)




def _complete(clause: Clause) -> bool:
    """Return whether the verb says enough with nothing after it."""
    return clause.lemma in listed_as("complete")


def governed(source: Source, clause: Clause, adjunct: Span) -> bool:
    """Return whether the parse hangs the adjunct on the clause's own verb."""
    inside = source.tokens_in(adjunct)
    heads = [source.analysis.tokens[token.head] for token in inside if not adjunct.covers(source.analysis.tokens[token.head].span)]
    return bool(heads) and all(clause.verb.covers(head.span) for head in heads) and all(token.dep.startswith(("obl:mod", "advmod", "obl", "case", "det", "punct", "amod", "nummod", "nmod", "flat", "appos")) for token in inside)


def happening(source: Source, clause: Clause, adjunct: Span) -> Span | None:
    """Return the subject of a clause that says only that something takes place at ``adjunct`` (« La finale aura lieu vendredi »); None for any other."""
    if clause.subject is None or clause.negated or not clause.regular or clause.subject_kind != "noun" or clause.commitment not in ("asserted", "future"):
        return None
    verb = plain(source.text[clause.verb.start : adjunct.start]).strip()
    if not _HAPPENS.fullmatch(verb) or not governed(source, clause, adjunct):
        return None
    if re.search(r"\w", source.text[adjunct.end : clause.span.end]) or clause.lead is not None:
        return None
    return clause.subject


def longest_run(text: str, source_text: str, names: tuple[str, ...] = ()) -> int:
    """Return the words of the longest run that ``text`` shares with ``source_text``, outside quotation marks, a name counting as one word."""
    pattern = re.compile("|".join(re.escape(plain(name)) for name in sorted(names, key=lambda name: (-len(name), name)) if name) or r"(?!)")

    def words(raw: str) -> list[str]:
        bare = pattern.sub(" nom ", plain(re.sub(r"«[^»]*»", " guillemets ", raw)))
        return re.findall(r"[^\W_]+|[.!?:;]", bare)

    ours, theirs = words(text), words(source_text)
    best = 0
    row = [0] * (len(theirs) + 1)
    for word in ours:
        new = [0] * (len(theirs) + 1)
        for j, other in enumerate(theirs):
            if word == other and word not in ".!?:;":
                new[j + 1] = row[j] + 1
                best = max(best, new[j + 1])
        row = new
    return best


def again(source: Source, text: str, sentence: int) -> tuple[str, ...]:
    """Return the tag «again» for an entry that shares no eight words running with its sentence outside quotes and names: it may tell the fact a second time."""
    names = tuple(entity.name.of(source.text) for entity in source.analysis.entities)
    return ("again",) if longest_run(text, source.analysis.sentences[sentence].span.of(source.text), names) < 8 else ()
