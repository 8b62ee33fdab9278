"""One question alone: a block whose heading is the question itself, where no second pair is left and the answer is a sentence."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.choose.pick import Choice
from seo_fr.french.words import count_words
from seo_fr.model import Edited
from seo_fr.propose import Candidate
from seo_fr.propose.candidate import passage

#: Fewest words of the answer, and most characters of the question.
SHORTEST, LONGEST = 8, 70


def lone_question(choice: Choice) -> bool:
    """Let one question be a block by itself, what nothing has told before anything else; return whether there is such a block."""
    used = {item.text.lower() for place, found in choice.chosen.items() if place.startswith("h2:") or place == "h1" for candidate in found for item in candidate.passages}
    fitting = [c for c in choice.open("qa") if len(c.passages) == 2 and not c.template.startswith(("question/declaration/que-dit", "question/declaration-role/que-dit", "question/quest-ce-que-nom", "question/qui-est-nom", "question/qui/", "question/ou/")) and count_words(c.passages[1].text) >= SHORTEST and len(c.passages[0].text) <= LONGEST]
    for candidate in sorted(fitting, key=lambda c: not choice.told.untold(c)):
        question, answer = candidate.passages
        if isinstance(question.origin, Edited) or question.text.lower() in used or not choice.may_stand("qa", candidate) or choice.told.is_shown(candidate):
            continue
        head = passage("qa", "h2", question.text, question.origin)
        if choice.pool.is_rejected(head.id):
            continue
        choice.take("qa", replace(candidate, passages=(answer,)))
        choice.take("h2:qa", Candidate("h2:qa", (head,), (), candidate.merit, candidate.source_order), told=False)
        return True
    return False


__all__ = ["lone_question"]
