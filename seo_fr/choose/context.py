"""Choosing the entries of the blocks of context, questions and definitions among them."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.choose import known
from seo_fr.choose.chosen import Chosen
from seo_fr.choose.limits import MANY_WANTING, MOST_COPIES, SHORT_ANSWER
from seo_fr.choose.reading import sentences_of
from seo_fr.french.words import count_words
from seo_fr.model import BlockKind
from seo_fr.propose import Candidate
from seo_fr.propose.glossary import STANDARD

#: Fewest words of the entries of a voice that has a block to itself.
LONE_VOICE = 16


class ContextChoice(Chosen):
    """The blocks of context."""

    def block(self, kind: BlockKind, least: int, most: int, first: bool = False, firm: bool = False) -> bool:
        """Add or extend an optional block as far as words are wanting; return whether it stands. ``first``: up to ``most`` whatever the words, of entries that lean on nothing; ``firm``: of these only.

        Who says what has two voices; where ``least`` is one, one that says :data:`LONE_VOICE` words may do."""
        trial: list[Candidate] = list(self.chosen.get(kind, ()))
        added: list[Candidate] = []
        tags = {tag for candidate in trial for tag in candidate.tags if ":" in tag}
        used = self.facts_at(kind)
        shown, described = self.facts_at(*(p for p in self.chosen if p.startswith("h2:section"))), self._described()

        def echoes(candidate: Candidate) -> bool:  # asks what a heading or the description tells
            return kind == "qa" and (bool(set(candidate.facts) & shown) or bool(sentences_of(candidate.passages[-1].text) & described))

        for offered in sorted(self.open(kind), key=lambda c: (kind == "qa" and self.strategy.again > 1 and not self.told.untold(c), self._retells(c), echoes(c), kind == "qa" and self.wanting > MANY_WANTING and count_words(c.passages[-1].text) < SHORT_ANSWER)):
            if len(trial) >= most or (len(trial) >= least and not self.wanting and not first):
                break
            if (first or firm) and "loose" in offered.tags:
                continue
            # several entries of «brief» that one clause gives tell it once more together
            candidate = replace(offered, facts=tuple(fact for fact in offered.facts if fact not in used)) if kind == "brief" else offered
            if {tag for tag in candidate.tags if ":" in tag} & tags or set(candidate.facts) & used or not self.may_stand(kind, candidate) or kind == "qa" and self.told.is_shown(candidate):
                continue
            trial.append(candidate)
            added.append(candidate)
            used.update(candidate.facts)
            self.take(kind, candidate)
            tags |= {tag for tag in candidate.tags if ":" in tag}
        alone = kind == "who" and len({candidate.speaker for candidate in trial}) < 2
        if len(trial) < least or alone and (least > 1 or sum(candidate.words for candidate in trial) < LONE_VOICE):
            for candidate in added:
                self._put_back(kind, candidate)
            if not self.chosen.get(kind):
                self.chosen.pop(kind, None)
            return bool(self.chosen.get(kind))
        self.chosen[kind].sort(key=lambda candidate: candidate.source_order)
        return True

    def ask_first(self, most: int) -> None:
        """Take up to ``most`` questions whose answers, of several sentences, tell what no sentence alone can, the most telling first."""
        tags: set[str] = set()
        for candidate in self.pool.runs:
            if len(self.chosen.get("qa", ())) >= most:
                return
            own = {tag for tag in candidate.tags if ":" in tag}
            if not own & tags and not self.told.is_shown(candidate) and not self.is_known("qa", candidate) and self.told.allows(candidate, 1) and not self._quotes_again(candidate) and not self._retells(candidate):
                self.take("qa", candidate)
                tags |= own

    def may_stand(self, kind: BlockKind, candidate: Candidate) -> bool:
        """Return whether an entry of a block of context tells nothing told twice or in the same words; a question may give a whole answer again where words are wanting, few times."""
        if self._quotes_again(candidate) or self.is_known(kind, candidate):
            return False
        if self.told.allows(candidate) and (kind == "who" or "again" in candidate.tags or not self._retells(candidate)):
            return True
        return kind == "qa" and self.strategy.again > 1 and self._copies < MOST_COPIES and self._answers_again(candidate)

    def is_known(self, kind: BlockKind, candidate: Candidate) -> bool:
        """Return whether a line of the page says what the entry tells."""
        if kind not in known.YIELDING or kind == "who" and "quote" in candidate.tags:
            return False  # whose words stand elsewhere is looked at word for word
        lines = [other for place, found in self.chosen.items() if place != kind and (place in known.LINES or place.startswith("h2:section")) for other in found]
        return known.is_known(kind, candidate, (item.text for other in lines for item in other.passages))

    def sweep(self, kind: BlockKind, least: int) -> None:
        """Take off the entries of a block that lines written after it say too, and the block where too few stay."""
        if kind not in self.chosen:
            return
        for candidate in [each for each in self.chosen[kind] if self.is_known(kind, each)]:
            self._put_back(kind, candidate)
        if len(self.chosen[kind]) < least:
            self.give_back(kind)

    def _answers_again(self, candidate: Candidate) -> bool:
        """Return whether a whole answer may say again what one other line says: for what it adds, or, as the last resort, alone; never the introduction alone, nor the description."""
        answer = candidate.passages[-1].text
        if not self.told.allows(candidate, words=False) or count_words(answer) < SHORT_ANSWER or sentences_of(answer) & self._described() or self.told.share(candidate, self._lines("conclusion")):
            return False
        if self.told.untold(candidate):
            return True
        return self.strategy.again > 2 and not set(candidate.facts) & self.facts_at("introduction")

    def glossary(self, least: int, most: int) -> bool:
        """Add the glossary's sentences, whatever the words: the newsroom asked for them. Return whether the block stands."""
        found = [candidate for candidate in self.open("glossary") if STANDARD not in candidate.tags and self.told.allows(candidate)]
        first: dict[tuple[str, ...], Candidate] = {}
        for candidate in found:
            first.setdefault(candidate.tags, candidate)
        if not first or len(first) < least or most < 1:
            return False
        for candidate in list(first.values())[:most]:
            self.take("glossary", candidate)
        return True

    def define(self, most: int) -> bool:
        """Add definitions of the standard glossary, the most needed first, until the words are reached. Return whether the block stands."""
        for candidate in self.open("glossary"):
            if not self.wanting or len(self.chosen.get("glossary", ())) >= most:
                break
            if STANDARD in candidate.tags and all(candidate.tags != other.tags for other in self.chosen.get("glossary", ())) and self.told.allows(candidate):
                self.take("glossary", candidate)
        return "glossary" in self.chosen

    def define_to_the_end(self, most: int) -> None:
        """Add definitions up to ``most`` where the page reaches its words with them, and none where it does not."""
        before = len(self.chosen.get("glossary", ()))
        if self.wanting and self.define(most) and self.wanting:
            for candidate in self.chosen["glossary"][before:]:
                self._put_back("glossary", candidate)
