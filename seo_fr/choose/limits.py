"""The limits of the written blocks: words, sentences, entries."""

from __future__ import annotations

INTRODUCTION = (25, 90)
CONCLUSION = (6, 80)
KEYPOINTS = (2, 5)
#: Fewer key points are enough only where no more are to be had.
FEW_POINTS = 3
MOST_HEADINGS = 8
#: The most words of one sentence, of one key point and of one conclusion's piece.
LONGEST_SENTENCE = 30
LONGEST_POINT = 26
#: The most words of a key point behind the first two.
MOST_POINT = 32
LONGEST_PIECE = 36
#: The most words of a piece that goes on from a short one.
LONGEST_GROWN = 48
#: Behind a first sentence, an introduction has so many at most, one more while it is short; it is long enough, and a conclusion is, with so many words.
MOST_BEHIND, ENOUGH = 2, 45
#: Below so many words an introduction, and a conclusion, is short; then the introduction takes sentences of so many words, and what was before the news if it is dated.
SHORT_INTRODUCTION, SHORT_CONCLUSION, LONGER_SENTENCE = 40, 30, 36
#: How many words make a sentence without figure, name or date enough where an introduction would be short.
LEAST_SAID = 12
#: Of fewer words a conclusion says for certain what comes; of fewer still, also when.
FEW_CLOSING = 12
#: What a clause must be worth to head a conclusion of what has no next step; the fewest words of its sentence; how many are tried.
FACT_CLAUSE, SHORTEST_FACT, MOST_TRIED = 8, 9, 10
#: How many sentences of what comes are so few that no section's heading takes one; how many more words than a heading make a line of what comes tell more than it.
FEW_ONWARD, MORE_THAN_HEADING = 3, 2
#: The kinds of fact that a label can name, best first as last words; how many words of one kind stand under a label alone.
FACT_KINDS, LABELLED = ("changed", "reaction", "state", "before"), 15
#: The most sentences of a conclusion; from how many words running on it copies what stands just above.
MOST_CLOSING, COPIED = 3, 12
#: What a wish, a demand, an aim or a fear is worth more as a last word than another fact.
ONWARD = 40
#: The last words of a body that stand just above a conclusion, where a quarter of it is fewer.
LAST_WORDS = 60
#: The most words of the main fact if it has a form of no more, and how much worse such a form may be.
LONGEST_MAIN, WORSE = 35, 40
#: How many words the main fact should have; what it costs to be the sentence that stands just below, to begin as it does, and what not to name the keyphrase.
SHORT_MAIN, SAME_AS_BELOW, SAME_BEGINNING, WITHOUT_KEY = 18, 12, 8, 8
#: So many words running in common make a sentence of much the same words say the same again.
SAME_RUN = 4
#: What it costs to be the h1 again.
AS_H1 = 30
#: So many words more than a heading of the same words has make a line tell more than it, where few lines are to be had.
LONGER_THAN_HEADING = 5
#: The most words of a sentence that alone may stand behind the main fact where nothing shorter does.
LONGEST_OF_ALL = 40
#: How many words of the title make a sentence the news, where that of the first sentence cannot be told.
NEWS_SHARE = 3
#: How many words of the title that the main fact has not make another sentence the rest of the news.
TITLE_LEFT = 2
#: Main facts of less merit are not made of the first sentence.
LEDE_MERIT = 200
#: Where so many words are wanting, questions with whole answers come before those that a word answers.
MANY_WANTING, SHORT_ANSWER = 120, 7
#: Most second tellings in words told before.
MOST_COPIES = 3
#: How many words an answer must tell that no key point can, to be asked first.
LEAST_GAIN = 8
#: How much shorter or longer a second telling in the same words must be.
OTHER_FORM = (0.75, 1.33)
