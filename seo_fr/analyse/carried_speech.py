"""What a source named in one clause covers in the others of its sentence, and in the sentences after it: « A était X et semblait Y, selon Z », « Selon Z : A. B. »"""

from __future__ import annotations

from seo_fr.analyse.segments import Segment, subject_of
from seo_fr.analyse.speaker_phrases import lemma_of
from seo_fr.analyse.speech_lexicon import RELATIVES, ReportingLexicon, lexicon
from seo_fr.analyse.syntax import Tree
from seo_fr.model import Commitment, Statement
from seo_fr.rulebook import Rulebook

OPEN: frozenset[Commitment] = frozenset(("asserted", "future", "negated"))  # what the newspaper would vouch for if nobody else did
_GOING_ON = frozenset(("mais", "et", "or", "toutefois", "cependant", "ainsi", "enfin", "néanmoins", "pourtant", "car", "puis", "donc", ",", "«"))
_DRAWN = frozenset(("ainsi", "donc", "notamment", "car"))
_ANAPHORS = frozenset(("il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ce", "c'", "y"))
_REVEALED = frozenset(("qui", "que", "qu'", "dont", "où"))
_STATES = frozenset(("accuse", "deny", "say", "announce", "warn", "deplore", "believe", "admit"))


def leading_source(tree: Tree, segment: Segment, words: ReportingLexicon) -> bool:
    """Whether the clause begins with its source: « Selon X, … », « Mais d'après X, … »."""
    k = segment.start
    while k < segment.end and tree.words[k] in _GOING_ON:
        k += 1
    phrase = words.attributions.first_at(tree, k)
    return phrase is not None and tree.word(k + len(phrase)) not in RELATIVES


def closing_source(tree: Tree, cut: tuple[Segment, ...], index: int, statements: tuple[Statement, ...], words: ReportingLexicon) -> bool:
    """Whether the last clause ends with « , selon X » or « , selon X, qui … »: it may speak of every clause before it up to «;»."""
    last = cut[-1]
    if index == len(cut) - 1:
        return False
    for statement in statements:
        if statement.speaker_span is None:
            continue
        first = next((k for k in range(last.start, last.end) if tree.tokens[k].span.start >= statement.cue.start), None)
        if first is None or words.attributions.first_at(tree, first) is None or first <= last.group.finite or tree.word(first - 1) != "," or tree.word(first - 2) in _REVEALED:
            continue
        if any(tree.words[k] == ";" for k in range(cut[index].end, first)):
            continue
        after = next((k for k in range(first, tree.last) if tree.tokens[k].span.start >= statement.speaker_span.end), tree.last)
        group = next((g for g in tree.groups if g.finite >= after), None)
        if group is None or any(tree.words[k] in _REVEALED and tree.words[k - 1] == "," for k in range(after, group.start)):
            return True
    return False


def _depends(tree: Tree, segment: Segment) -> bool:
    """Whether the clause goes on with what was spoken of: a subject shared or taken up again, or a word that draws from it."""
    subject = subject_of(tree, segment.group)
    if segment.shared is not None or subject is None or tree.words[subject].lstrip("-") in _ANAPHORS:
        return True
    return _draws(tree, segment)


def _draws(tree: Tree, segment: Segment) -> bool:
    head = range(segment.start, min(segment.end, max(segment.group.end + 2, segment.start + 3)))
    return any(tree.words[k] in _DRAWN or (tree.words[k] == "en" and tree.word(k + 1) == "effet") for k in head)


def _speaks(tree: Tree, segment: Segment, statements: tuple[Statement, ...], words: ReportingLexicon) -> bool:
    """Whether the clause is a statement by its own verb."""
    at = tree.tokens[segment.group.verb].span.start
    return lemma_of(tree, segment.group.verb) in words.reporting or any(s.cue.start <= at < s.cue.end for s in statements)


def carried(
    tree: Tree, cut: tuple[Segment, ...], index: int, commitments: tuple[Commitment, ...], statements: tuple[Statement, ...], book: Rulebook
) -> Commitment | None:
    """Return the commitment that another clause's source lays on clause ``index`` of the sentence, None if none does.

    ``commitments`` are those of the clauses before it. Asked only of a clause that nothing within itself makes doubtful.
    """
    words = lexicon(book)
    if closing_source(tree, cut, index, statements, words):
        return "attributed"
    if index == 0:
        return None
    segment, before = cut[index], cut[index - 1]
    parted = any(tree.words[k] == ";" for k in range(before.end, segment.start + 1))
    if segment.shared is not None and not parted:
        first = cut[segment.shared]
        at = tree.tokens[first.group.finite].span.start
        if commitments[segment.shared] == "alleged" and any(s.commitment == "alleged" and s.speaker_span is None and s.cue.start == at for s in statements):
            return "attributed"  # « Ce système concernerait trente élus et a duré dix ans »
        if any(s.content.start <= at < s.content.end and s.cue.end <= s.content.start and tree.span(first.start, first.end).covers(s.cue) for s in statements):
            return "attributed"  # « au ministère, selon lequel l'outil suffit mais a pour but… »
    if _speaks(tree, segment, statements, words):
        return None
    if leading_source(tree, cut[0], words) and commitments[0] not in OPEN and commitments[index - 1] not in OPEN and not _speaks(tree, before, statements, words):
        if not parted or _depends(tree, segment):
            return "attributed"
    end = before.end
    while end > before.group.end and tree.words[end - 1] == ",":
        end -= 1
    place = tree.span(before.start, end)
    for statement in statements:
        if not place.covers(statement.cue) or statement.speaker_span is None or not place.covers(statement.speaker_span):
            continue
        cue = next((k for k in range(before.start, before.end) if tree.tokens[k].span.start >= statement.cue.start), before.end)
        tag = (cue > before.group.finite or statement.content.end <= statement.cue.start) and tree.word(cue - 1) == "," and tree.word(cue - 2) not in _REVEALED and tree.word(end) == ","
        closed = max(statement.speaker_span.end, statement.cue.end) >= tree.tokens[end - 1].span.end
        if tag and closed and not parted and statement.cls in _STATES and statement.content.start <= tree.tokens[before.group.finite].span.start and tree.words[segment.start] in ("et", "mais", "car", "puis"):
            return "attributed"  # « La pluie va durer, prévient le service, et les rivières vont monter »
    if parted and _speaks(tree, before, statements, words) and commitments[index - 1] not in OPEN and _draws(tree, segment):
        return "attributed"  # « L'association met en cause les services ; quatre d'entre eux sont ainsi… »
    return None


def opens_account(tree: Tree, book: Rulebook) -> bool:
    """Whether the sentence begins « Selon X : … », which may go on over the sentences of its paragraph."""
    words = lexicon(book)
    phrase = words.attributions.first_at(tree, tree.first)
    if phrase is None or tree.word(tree.first + len(phrase)) in RELATIVES:
        return False
    colon = next((k for k in range(tree.first + len(phrase), tree.last) if tree.words[k] == ":"), None)
    if colon is None or any(tree.first < g.finite < colon for g in tree.groups) or any(tree.words[k] in ("(", "«", ",", "[") for k in range(tree.first, colon)):
        return False
    return not any(tree.tokens[k].lemma.lower() in words.not_speakers for k in range(tree.first + len(phrase), colon))
