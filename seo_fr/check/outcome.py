"""What the article itself takes back later: a suspect at large who is arrested, a leader who withdraws, a meeting that is called off.

The second reader's view: a passage that tells the first state alone, where the source tells the last one of the same person or thing further on, is no news but an error,
unless the block or the introduction tells the last state too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.check.anaphora import _people
from seo_fr.check.reading import BODY, Sentence, fold, read_article, read_words
from seo_fr.french.words import low as lowered
from seo_fr.model import Article, Copied, Finding, Page, Passage, Span, Templated
from seo_fr.propose.superseded import recounts
from seo_fr.rulebook import Rulebook

#: (role of the first state, role of the last one)
_PAIRS = (("before-the-race", "after-the-race"), ("leading", "out-of-it"), ("at-large", "caught"), ("held", "freed"), ("planned", "called-off"))
#: Who may be the same without a name.
_SOMEBODY = frozenset(fold(word) for word in "suspect suspecte homme femme individu conducteur conductrice tireur assaillant agresseur fugitif adolescent adolescente otage".split())
_SOMETHING = frozenset(fold(word) for word in "match rencontre concert festival réunion sommet défilé manifestation marche vol mission lancement spectacle exposition vente course étape procès audience visite débat congrès".split())
_FUTURE_OF = re.compile(r"\b(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)\b", re.IGNORECASE)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_DENIED = re.compile(r"\b(?:ne|n['’])\s?(?:\w+\s){0,2}(?:pas|plus|jamais)\b|\b(?:si|sans|éviter|demand\w+|appel\w+ à|menac\w+|pourrait|pourraient|serait|seraient)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _states(book: Rulebook) -> dict[str, re.Pattern[str]]:
    made: dict[str, list[str]] = {}
    for rule in book.of_kind("standing-words"):
        made.setdefault(str(rule.data["role"]), []).extend(str(word) for word in rule.data["words"])
    return {role: re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})(?![\w-])", re.IGNORECASE) for role, words in made.items()}


def outcome_findings(page: Page, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    """Return the passages that tell a state which the article ends further on, where neither their block nor the introduction tells how."""
    reading, states = read_article(article, book), _states(book)
    sentences = [sentence for sentence in reading.sentences if sentence.paragraph >= 0]
    opening = [span for block in page.blocks if block.kind == "introduction" for passage in block.passages for span in _spans(passage)]
    if article.title is not None:
        opening.append(article.title)
    found: list[Finding] = []
    for block in page.blocks:
        if block.kind in ("glossary", "section"):
            continue
        here = [span for passage in block.passages for span in _spans(passage)]
        asked = ""
        for passage in block.passages:
            asked = passage.text if passage.role == "question" else asked
            if passage.role in BODY or passage.role == "question":
                continue
            told = [sentence for sentence in sentences if any(sentence.span.overlaps(span) for span in _spans(passage))]
            if told:
                words = lowered(_QUOTED.sub(" ", f"{asked} {passage.text}" if passage.role == "answer" else passage.text))
                newer = [sentence for sentence in sentences if sentence.index > max(other.index for other in told) and recounts(words, lowered(_QUOTED.sub(" ", sentence.span.of(article.text))))]
                if newer and not any(sentence.span.overlaps(span) for sentence in newer for span in (*here, *opening)):
                    found.append(Finding("fidelite-suite", "error", passage.id, f"La source donne plus loin un autre nombre : « {newer[0].span.of(article.text)[:120]} »", passage.text[:200]))
                    continue
            for sentence in told:
                later = _taken_back(sentence, passage, sentences, article, book, states)
                if later and not any(end.span.overlaps(span) for end in later for span in (*here, *opening)):
                    found.append(Finding("fidelite-suite", "error", passage.id, f"La source dit plus loin la suite : « {later[0].span.of(article.text)[:120]} »", passage.text[:200]))
                    break
    return tuple(found)


def _spans(passage: Passage) -> tuple[Span, ...]:
    if isinstance(passage.origin, Copied):
        return (passage.origin.span,)
    return tuple(span for slot in passage.origin.slots for span in slot.source) if isinstance(passage.origin, Templated) else ()


def _taken_back(sentence: Sentence, passage: Passage, sentences: list[Sentence], article: Article, book: Rulebook, states: dict[str, re.Pattern[str]]) -> list[Sentence]:
    """The later sentences that end for the same one what this passage tells."""
    made: list[Sentence] = []
    for first, last in _PAIRS:
        if first not in states or last not in states:
            continue
        state = states[first].search(passage.text)
        if state is None or states[last].search(passage.text) or _DENIED.search(passage.text[max(0, state.start() - 30) : state.end() + 12]):
            continue
        own = {"*"} if first == "before-the-race" else _who(passage.text, article, book, first, state.start())
        if not own:
            continue
        for other in sentences:
            if other.index <= sentence.index:
                continue
            text = other.span.of(article.text)
            ended = states[last].search(text)
            if ended is None or _DENIED.search(text[max(0, ended.start() - 30) : ended.end() + 12]) or any(low <= at < high for low, high in other.quoted for at, word in enumerate(other.words) if word.start - other.span.start == ended.start()):
                continue
            subject = text[: ended.start()]
            if own == {"*"}:
                made.append(other)
                continue
            same = own & _who(subject, article, book, first)
            before = next((s for s in sentences if s.index == other.index - 1), None)
            if not same and before is not None and _FUTURE_OF.match(subject.lstrip()):
                same = own & _who(before.span.of(article.text), article, book, first)
            if same:
                made.append(other)
    return made


def _who(text: str, article: Article, book: Rulebook, state: str, near: int | None = None) -> set[str]:
    """The person of the article named in ``text`` nearest to ``near`` (its end), by surname, or, where there is none, who or what it is about by its noun."""
    surnames = {fold(name.split()[-1]) for (_, name), _ in _people(article, book)}
    words = [word.fold for word in read_words(text)]
    named = [word for word in read_words(text) if word.fold in surnames]
    if named and state != "planned":
        at = len(text) if near is None else near
        return {min(named, key=lambda word: (abs(word.start - at), word.start)).fold}
    return set(words) & (_SOMETHING if state == "planned" else _SOMEBODY)
