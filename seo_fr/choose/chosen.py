"""The candidates chosen so far, by place: what is told, told again, said in the same words, fair to who is accused."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seo_fr.analyse.obstacles import lexicon
from seo_fr.choose.called import also_called
from seo_fr.choose.limits import MOST_COPIES, NEWS_SHARE, OTHER_FORM, SAME_RUN
from seo_fr.choose.pool import Pool, Strategy
from seo_fr.choose.reading import content, first_words, mostly_quoted, opening, quoted_words, same_words, sentences_of
from seo_fr.choose.repeat import Told
from seo_fr.propose import Candidate
from seo_fr.propose.block_words import listed_as
from seo_fr.rulebook import load

_POINTING = re.compile(r"(?:ce|cet|cette|ces)(?:\s|$)", re.IGNORECASE)
_DETERMINERS = frozenset(("ce", "cet", "cett", "ces", "chaqu"))


def _pointed(words: str) -> frozenset[str]:
    """Return the stems by which a phrase that points back names what it means: of « ces petites galaxies » the noun, of « la nouvelle loi » all its words."""
    found = content(words) - _DETERMINERS
    return content(words.split()[-1]) if _POINTING.match(words) and found else found


_NAMED = re.compile(r"(?:[ ’'](?:de|du|des|la|le)? ?|d[’'])[A-ZÉÈÀ][\w-]{2,}")
_DROPPED = frozenset(("also", "connective", "short-name", "short-title", "aside"))
_COUNTED = re.compile(r"(?:les|ces) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\b|\b(?:autres?|premi\w+|derni\w+|second\w*|même)\b")
_HEADS = ("h1", "h2", "title_tag", "description", "slug")


class Chosen:
    """The candidates chosen so far, by place."""

    def __init__(self, pool: Pool, strategy: Strategy) -> None:
        self.pool = pool
        self.candidates = pool.candidates
        self.options = pool.options
        self.strategy = strategy
        self.told = Told(pool.names)
        self.chosen: dict[str, list[Candidate]] = {}
        self.missing: list[str] = []
        self._sizes: dict[str, int] = {}
        self._copies = 0
        self.needed = True  # required blocks are being filled

    def open(self, place: str) -> Iterable[Candidate]:
        """Return the candidates of a place in the strategy's order."""
        found = self.pool.open(place) if self.strategy.again > (place == "keypoints") else self.pool.told(place)
        if self.strategy.sparing and place in ("keypoints", "introduction"):
            return sorted(found, key=lambda candidate: bool(set(candidate.facts) & self.candidates.leaders))
        return found

    def take(self, place: str, candidate: Candidate, told: bool = True) -> None:
        """Let the candidate stand at the place."""
        self.chosen.setdefault(place, []).append(candidate)
        self._sizes[place] = self._sizes.get(place, 0) + candidate.words
        if told:
            self._copies += self.told.copies(candidate)
            self.told.add(candidate)

    def _put_back(self, place: str, candidate: Candidate) -> None:
        self.chosen[place].remove(candidate)
        self._sizes[place] -= candidate.words
        self.told.remove(candidate)
        self._copies -= self.told.copies(candidate)

    def give_back(self, place: str) -> None:
        """Take a block off the page; what it told may be told elsewhere."""
        for candidate in self.chosen.pop(place, []):
            self.told.remove(candidate)
            self._copies -= self.told.copies(candidate)
        for gone in (place, f"h2:{place}"):
            self.chosen.pop(gone, None)
            self._sizes.pop(gone, None)

    def size(self, place: str) -> int:
        """Return the words chosen for the place."""
        return self._sizes.get(place, 0)

    def total(self) -> int:
        """Return the words of the page so far, headings included."""
        return self.pool.body_words + sum(size for place, size in self._sizes.items() if place not in ("title_tag", "description", "slug"))

    @property
    def wanting(self) -> int:
        """How many words are still wanting."""
        return max(0, self.options.words - self.total())

    def headings(self) -> int:
        """Return how many h2 the page has so far, the source's own included."""
        return self.pool.own_headings + sum(1 for place in self.chosen if place.startswith("h2:"))

    def _retells(self, candidate: Candidate, part: bool = False) -> bool:
        """Return whether the candidate says in about the same words what a passage chosen before says; with ``part``, or a part of it, or more."""
        if not self.told.times(candidate):
            return False
        facts = set(candidate.facts)
        mine, said = content(candidate.passages[-1].text), quoted_words(candidate)
        for place, found in self.chosen.items():
            for other in found if not place.startswith(("h1", "h2", "title_tag", "description")) else ():
                if not facts.isdisjoint(other.facts):
                    if said & quoted_words(other):
                        return True
                    theirs = content(other.passages[-1].text)
                    whole = min(len(mine), len(theirs)) if part and place != "qa" else len(mine | theirs)
                    if 3 * len(mine & theirs) > 2 * whole:
                        return True
        return False

    def _echoes(self, candidate: Candidate, *places: str) -> bool:
        """Return whether a sentence of the places says most of what the candidate says, of whatever clause it is made: the source says it twice too."""
        mine = content(candidate.passages[-1].text)
        for place in places:
            for other in self.chosen.get(place, ()):
                theirs = content(other.passages[-1].text)
                shared = len(mine & theirs)
                if shared >= 5 and (4 * shared >= 3 * min(len(mine), len(theirs)) or same_words(candidate.passages[-1].text, other.passages[-1].text, SAME_RUN)):
                    return True
        return False

    def _introduced(self, candidate: Candidate, *places: str, background: bool = False, below: bool = False) -> bool:
        """Return whether what a sentence speaks of by a bare noun (« Le suspect ») is named in the h1 or in the places before it; with ``background``, also what was before the news, where it has its date and leans on nothing; with ``below``, behind the body, also what its own sentence is the first to speak of."""
        if "loose" not in candidate.tags:
            return True
        source = self.candidates.source
        clauses = [source.clause[fact] for fact in candidate.facts if fact in source.clause]
        obstacles = {obstacle.partition(":")[0] for clause in clauses for obstacle in clause.obstacles}
        if not clauses or any(clause.tense == "pluperfect" for clause in clauses):
            return bool(clauses) and background and "dated" in candidate.tags and not obstacles  # what was before, whole with its date
        pointing = [word for clause in clauses for name, _, word in (obstacle.partition(":") for obstacle in clause.obstacles) if name in ("definite", "demonstrative")]
        subject = clauses[0].subject.of(source.text) if clauses[0].subject is not None else ""
        if not pointing and obstacles <= _DROPPED and (clauses[0].subject_kind == "name" or _NAMED.search(subject) is not None):
            return True  # a name, or a noun that its name completes (« Le régime de Valdrac »), and what leaned on the sentence before has fallen
        if not pointing:
            head = next((token for token in source.tokens_in(clauses[0].subject) if token.pos == "NOUN"), None) if clauses[0].subject is not None else None
            pointing = [head.span.of(source.text)] if head is not None else []
        if below and obstacles <= {"definite", *_DROPPED} and all(self._is_first_named(word, clauses[0].sentence) for word in pointing):
            return True
        known = [content(item.text) | also_called(item.text) for place in places for other in self.chosen.get(place, ()) for item in other.passages]
        return bool(pointing) and all(any((wanted := _pointed(word)) and wanted <= theirs for theirs in known) for word in pointing)

    def _is_first_named(self, words: str, sentence: int) -> bool:
        """Return whether a definite noun (« Le chantier », « Les riverains ») is said in no sentence before: it is as clear behind the body as in it. No place, no one person, no count."""
        source = self.candidates.source
        nouns = content(words)
        text = words.lower().replace("’", "'")
        if not nouns or _COUNTED.search(text) or any(word in listed_as("site") or word in listed_as("act") for word in text.replace("l'", "").split()):
            return False
        persons = lexicon(load())
        if not text.startswith("les ") and any(word in persons.persons | persons.titles for word in text.replace("l'", "").split()):
            return False
        title = source.analysis.article.title
        before = source.text[title.start if title is not None else 0 : source.analysis.sentences[sentence].span.start]
        return nouns.isdisjoint(content(before))

    def facts_at(self, *places: str) -> set[int]:
        """Return the facts that the places tell."""
        return {fact for place in places for candidate in self.chosen.get(place, ()) for fact in candidate.facts}

    def _lines(self, *places: str) -> tuple[Candidate, ...]:
        return tuple(candidate for place in places for candidate in self.chosen.get(place, ()))

    def _described(self) -> frozenset[str]:
        """Return the sentences of the description: no other line says them if it can help it, but the introduction's first."""
        return frozenset(text for candidate in self.chosen.get("description", ()) for item in candidate.passages for text in sentences_of(item.text))

    def _restates(self, candidate: Candidate, main: Candidate) -> bool:
        """Return whether most of what a sentence says is in the main fact or in the h1."""
        mine = content(candidate.passages[0].text)
        known = content(main.passages[0].text)
        title = {stem for other in self.chosen.get("h1", ()) for stem in content(other.passages[0].text)}
        known |= title if len(title & known) >= NEWS_SHARE else frozenset()  # else the h1's news is still to be told
        return 5 * len(mine & known) >= 3 * len(mine)

    def _weight(self, candidate: Candidate, main: Candidate | None = None) -> int:
        """Return how much a sentence matters to a reader who knows the main fact: what comes, what is disputed or asked, figures, short, another voice than that of ``main``."""
        tags = candidate.tags
        weight = candidate.merit[0] + 15 * ("future" in tags) + 12 * ("open" in tags) + 12 * ("pending" in tags) + 10 * ("asks" in tags) + 8 * ("figure" in tags) + 10 * ({"future", "dated"} <= set(tags))
        if main is not None:
            title = {stem for other in self.chosen.get("h1", ()) for stem in content(other.passages[0].text)}
            weight += 6 * min(4, len((title & content(candidate.passages[0].text)) - content(main.passages[0].text)))
        weight += 12 * ({"toll", "figure"} <= set(tags)) + 12 * ("outcome" in tags) - 12 * ("course" in tags) + 10 * ("denies" in tags) + (8 if main is not None and candidate.speaker is not None and candidate.speaker != main.speaker else 0)
        weight -= 3 * max(0, candidate.words - 22) + 3 * max(0, 9 - candidate.words) + 35 * mostly_quoted(candidate) + 30 * ("loose" in tags)
        return weight - 25 * candidate.source_order // max(1, len(self.candidates.source.text))

    def _is_fair(self, place: str, candidate: Candidate, most: int) -> bool:
        """Return whether the block would not give an accusation without the denial that the source has, nor a denial of nothing told."""
        here = self.chosen.get(place, [])
        if "denies" in candidate.tags and "accuses" not in candidate.tags:
            return any("accuses" in other.tags for other in here)
        if "accuses" in candidate.tags and "denies" not in candidate.tags and self.candidates.denials:
            return self._denial(place, candidate, most) is not None
        return True

    def _denial(self, place: str, accusation: Candidate, most: int) -> Candidate | None:
        """Return the candidate that denies, best first, that still fits the place."""
        for other in self.open(place):
            # though a heading tells it: what answers an accusation stands beside it
            if "denies" in other.tags and other.facts != accusation.facts and not opening(other) and self.told.allows(other, words=False):
                if self.size(place) + accusation.words + other.words <= most:
                    return other
        return None

    def _answer(self, place: str, accusation: Candidate, most: int) -> None:
        """Let the denial stand after the accusation just taken."""
        if "accuses" in accusation.tags and "denies" not in accusation.tags and self.candidates.denials:
            other = self._denial(place, accusation, most)
            if other is not None:
                self.take(place, other)

    def _clashes(self, place: str, candidate: Candidate, needed: bool = False) -> bool:
        """Return whether the place already has the candidate's opening, or a sentence that begins with the same words: two such where the sentence is ``needed``."""
        mine = first_words(candidate)
        if not self.strategy.again and sum(first_words(other)[:1] == mine[:1] for other in self.chosen.get(place, ())) > 1:
            return True  # a third « Le… »
        if self._echoes(candidate, "introduction", place):
            return True
        here = self.chosen.get(place, [])
        return any(opening(other) and opening(other) == opening(candidate) for other in here) or sum(first_words(other) == mine for other in here) > needed

    def _is_backdrop(self, candidate: Candidate) -> bool:
        """Return whether the candidate tells how things stood before the news, in the imperfect or the pluperfect: no last word."""
        clause = self.candidates.source.clause
        return bool(candidate.facts) and clause[candidate.facts[0]].tense in ("imperfect", "pluperfect")

    def _is_background(self, candidate: Candidate) -> bool:
        """Return whether what was before the news is told whole: with its date, leaning on nothing."""
        clause = self.candidates.source.clause
        return "dated" in candidate.tags and ("loose" not in candidate.tags or not any(clause[fact].obstacles for fact in candidate.facts))

    def _quotes_again(self, candidate: Candidate) -> bool:
        """Return whether the candidate gives a quote that the page gives already outside the body."""
        said = quoted_words(candidate)
        return bool(said) and any(said & quoted_words(other) for place, found in self.chosen.items() if not place.startswith(_HEADS) for other in found)

    def _may_tell(self, candidate: Candidate, again: bool, part: bool = False) -> bool:
        """Return whether the candidate tells nothing that was told, or, ``again``, tells it in other words or in another form, few times."""
        if not again:
            return self.told.allows(candidate, 1)
        if self.told.allows(candidate, 2) and not self._retells(candidate, part=part):
            return True
        if self.strategy.again < 2 or self.strategy.again == 2 and not self.needed or self._copies >= MOST_COPIES:
            return False
        if not self.told.allows(candidate, 2, words=False):
            return False
        return self._other_form(candidate) or self.strategy.again > 2 and part and 2 * self.told.untold(candidate) >= len(set(candidate.facts))

    def _other_form(self, candidate: Candidate) -> bool:
        """Return whether every other telling of the candidate's facts is much longer or much shorter, and has no whole sentence in common with it."""
        facts = set(candidate.facts)
        least, most = OTHER_FORM
        for place, found in self.chosen.items():
            if place.startswith(_HEADS):
                continue
            for other in found:
                if facts.isdisjoint(other.facts):
                    continue
                if least * other.words < candidate.words < most * other.words or any(sentences_of(mine.text) & sentences_of(theirs.text) for mine in candidate.passages for theirs in other.passages):
                    return False
        return True

    def _says_heading(self, candidate: Candidate) -> bool:
        """Return whether the candidate says all that a section's heading says of the same clause, and hardly more."""
        facts = set(candidate.facts)
        mine = content(candidate.passages[0].text)
        for place, found in self.chosen.items():
            for other in found if place.startswith("h2:section") else ():
                theirs = content(other.passages[0].text)
                if not facts.isdisjoint(other.facts) and 5 * len(mine & theirs) >= 4 * len(mine | theirs):
                    return True
        return False
