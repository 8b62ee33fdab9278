"""``--body readable``: long sentences of the source cut in two where the cut is certain. No word of the facts is added, dropped or moved.

Cuts are read in three ways: from clauses and parse (:mod:`readable_clauses`), from the order of words alone (:mod:`readable_joined`), and before what leans on the main clause
(:mod:`readable_relatives`). A cut is one or two edits of kind «split»: a conjunction or relative pronoun gives way to a full stop and, where the subject is not said again, a pronoun that agrees with it. The
patterns: a semicolon, a colon before a clause that no one is said to say; « …, il… »; « … et la maire a… »; « …, et il… », « …, mais elle… »; « X a fait A et a fait B »; « X, qui a fait A, a fait B »; « …, ce qui a causé C »; « … Y, qui a fait B. » where Y is a name or a noun that stands alone.

Nothing is cut inside quotes or parentheses, nor where a cut would take the second part from under a « si », a « selon », a verb of speech, a conditional of hearsay or a negation.
The least and greatest lengths follow plain-language practice (sentences of about 20 words; European Commission, Rédiger clairement, 2015).
"""

from __future__ import annotations

from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Edit
from seo_fr.propose.readable_relatives import Cutter

#: A sentence of more words than this is cut where it can be; a part of fewer than the second is never made.
LONG, SHORTEST = 20, 5


def split_edits(analysis: Analysis, index: int) -> tuple[Edit, ...]:
    """Return the edits that cut sentence ``index`` into shorter ones, in order; none where it is not over 20 words or no cut is certain."""
    text = analysis.article.text
    sentence = analysis.sentences[index]
    if sentence.paragraph < 0 or analysis.paragraphs[sentence.paragraph].kind != "prose" or count_words(sentence.span.of(text)) <= LONG:
        return ()
    reader = Cutter(analysis, index)
    if not reader.sound():
        return ()
    breaks: list[int] = []
    chosen: list[Edit] = []
    for cut in sorted(reader.cuts(), key=lambda cut: (cut.order, cut.at)):
        bounds = [sentence.span.start, *sorted(breaks), sentence.span.end]
        low = max(bound for bound in bounds if bound <= cut.at)
        high = min(bound for bound in bounds if bound > cut.at)
        if cut.start < low or any(edit.span.overlaps(other.span) or edit.span.start == other.span.start for edit in cut.edits for other in chosen):
            continue
        left, right = count_words(text[low : cut.at]), count_words(text[cut.at : high])
        if left + right > LONG and left >= SHORTEST and right >= SHORTEST:
            breaks.append(cut.at)
            chosen += cut.edits
    return tuple(sorted(chosen, key=lambda edit: edit.span))
