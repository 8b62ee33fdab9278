"""Choosing the page's heads and headings."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.choose.chosen import Chosen
from seo_fr.choose.reading import closing_kind, content, echoes, heading_texts
from seo_fr.french.typography import typeset
from seo_fr.model import Templated
from seo_fr.propose import Candidate, heads
from seo_fr.propose.block_labels import is_label_of, tells_of
from seo_fr.propose.closing import labels_again
from seo_fr.propose.headings import PAIR, QUOTE, VOICE

#: What a heading of what comes next is worth at most, where the page has little else to close with: less than another clause or quote, more than a voice or a question.
SPARED = (QUOTE + VOICE) / 2


class HeadingChoice(Chosen):
    """Title tag, h1, description, and the headings of sections and blocks."""

    def heads(self) -> None:
        """Choose h1, title tag and description."""
        for place in ("h1", "title_tag", "description"):
            used = {passage.text.lower() for candidate in self.chosen.get("h1", ()) for passage in candidate.passages}
            best = next((c for c in self.open(place) if c.passages[0].text.lower() not in used), None)
            if place == "description":  # the title over again tells nothing beside it, unless nothing else is of any use
                above = tuple(_bare(text) for text in self._titles())
                best = next((c for c in self.open(place) if (c.merit[0] > 1 or c.merit[0] >= 0 and c.merit[1] > -20) and len(c.passages[0].text) <= heads.DESCRIPTION[1] and not _bare(c.passages[0].text).startswith(above)), best)
            if place == "title_tag":  # the news in the source's own words, though the h1 has them too, before a title tag without it
                best = next((c for c in self.open(place) if c.merit[0] >= heads.OTHER), best)
            if best is None:
                self.missing.append(place)
            else:
                self.take(place, best, told=False)
        for candidate in self.chosen.get("h1", ()):
            self.told.add(replace(candidate, facts=()))
            self.told.show(candidate.passages)

    def describe(self) -> None:
        """Take another description where the best says eight words of the introduction behind its first sentence, a key point, an answer, the conclusion or a heading, and one as good does not."""
        place = "description"
        best = next(iter(self.chosen.get(place, ())), None)
        if best is None:
            return
        lines = [c for other, found in self.chosen.items() if other in ("keypoints", "qa", "conclusion") or other.startswith("h2:section") for c in found] + self.chosen.get("introduction", [])[1:]
        if not self.told.share(best, lines):
            return
        low, high = heads.DESCRIPTION
        size = len(best.passages[0].text)
        least = low if size >= low else size  # none shorter for it
        answer = {fact for c in self.open("introduction") if "denies" in c.tags for fact in c.facts} & set(best.facts)  # an accusation keeps what is said to it
        fitting = (c for c in self.open(place) if c.merit[0] >= best.merit[0] and least <= len(c.passages[0].text) <= max(high, size) and answer <= set(c.facts))
        better = next((c for c in fitting if c.passages[0].text.lower() not in self._titles() and not self.told.share(c, lines)), None)
        if better is not None:
            self.chosen[place] = [better]

    def _titles(self) -> frozenset[str]:
        return frozenset(item.text.lower() for place in ("h1", "title_tag") for candidate in self.chosen.get(place, ()) for item in candidate.passages)

    def section_headings(self) -> None:
        """Choose the sections' headings as a set: no two alike, neither title again, no fact of the h1, no template twice where another is as good."""
        used_texts = set(self._titles())
        tags = {item.text.lower() for candidate in self.chosen.get("title_tag", ()) for item in candidate.passages}
        used_facts = self.facts_at("h1")
        templates: dict[str, int] = {}
        told = [content(item.text) for place in ("h1", "title_tag") for candidate in self.chosen.get(place, ()) for item in candidate.passages]
        voices: set[int] = set()
        analysis = self.candidates.source.analysis
        for index, section in enumerate(analysis.sections):
            if analysis.paragraphs[section.start].kind == "heading":
                continue
            place = f"h2:section:{index}"
            free = [c for c in self.open(place) if c.passages[0].text.lower() not in used_texts and not set(c.facts) & used_facts]
            begun = {" ".join(text.split()[:2]) for text in used_texts - tags}
            # the form first, what the title or a heading above tells already among the labels; then what begins like no other heading, then the template least used; stable: merit decides among equals
            spared = self.pool.closing_facts
            free.sort(key=lambda c: (-(min(c.merit[0], PAIR) if echoes(c.passages[0].text, told) or _voice_of(c) in voices else min(c.merit[0], SPARED) if spared & set(c.facts) else c.merit[0]), " ".join(c.passages[0].text.lower().split()[:2]) in begun, templates.get(c.template, 0) if c.template else 0))
            if not free:
                self.missing.append(place)
                continue
            best = free[0]
            self.take(place, best, told=False)
            self.told.show(best.passages)
            if best.passages[0].text.endswith("?"):
                self.told.add(best)  # not asked again below
            used_texts.add(best.passages[0].text.lower())
            used_facts |= set(best.facts)
            told.append(content(best.passages[0].text))
            voices |= {_voice_of(best)} - {-1}
            if best.template:
                templates[best.template] = templates.get(best.template, 0) + 1

    def heading_of(self, kind: str) -> None:
        """Choose the heading of a block, different from all others."""
        place = f"h2:{kind}"
        if any("fact" in candidate.tags for candidate in self.chosen.get(kind, ())):
            return  # its heading says it
        self.chosen.pop(place, None)
        self._sizes.pop(place, None)
        used = heading_texts(self.chosen)
        label = closing_kind(self.chosen.get(kind, ())) if kind == "conclusion" else ""
        fitting = [c for c in self.open(place) if c.passages[0].text.lower() not in used and (not label or label in c.tags)]
        if label.startswith("inquiry"):  # « Anne Morel : l’enquête en cours » would make a suspect of her
            fitting = [c for c in fitting if not self._calls_person(c)] or fitting
        if kind == "who" and len({c.speaker for c in self.chosen.get(kind, ())}) < 2:  # nobody else says anything
            fitting = [c for c in fitting if c.passages[0].text.lower().endswith("les déclarations")] or fitting
        fitting = [c for c in fitting if self._is_about(kind, c)] or fitting
        fitting = [c for c in fitting if not labels_again(c.passages[0].text, used)] or fitting
        own = f"{self.candidates.keyphrase.text}\u00a0:".lower()
        best = next((c for c in fitting if not label or self._heads_all(kind, c)), next((c for c in fitting if c.passages[0].text.lower().startswith(own)), next(iter(fitting), None)))
        if best is None:
            self.missing.append(place)
        else:
            self.take(place, best, told=False)

    def _calls_person(self, heading: Candidate) -> bool:
        source = self.candidates.source
        subject = heading.passages[0].text.partition("\u00a0:")[0].lower()
        return any(entity.kind == "person" and typeset(mention.span.of(source.text)).lower() == subject for entity in source.analysis.entities for mention in entity.mentions)

    def _is_about(self, kind: str, heading: Candidate) -> bool:
        """Return whether the keyphrase that a label bears is for certain what the block is about (:func:`is_label_of`)."""
        subject, colon, _ = heading.passages[0].text.partition("\u00a0:")
        origin = heading.passages[0].origin
        slots = {slot.name: slot.text for slot in origin.slots} if isinstance(origin, Templated) else {}
        headed, event = slots.get("cle", subject if colon else ""), slots.get("nom", "")
        lines = [item.text for candidate in self.chosen.get(kind, ()) for item in candidate.passages]
        if event and not tells_of(event, lines):
            return False
        if not headed:
            return True
        return is_label_of(self.candidates.source, kind, headed, lines, self.candidates.keyphrase.text)

    def _heads_all(self, kind: str, heading: Candidate) -> bool:
        """Return whether what a label names is the article's subject, no person or body, or is named by a line of the block: « Anne Morel : la suite » is no heading of what another will do."""
        subject = heading.passages[0].text.partition("\u00a0:")[0]
        lines = " ".join(item.text for candidate in self.chosen.get(kind, ()) for item in candidate.passages)
        source = self.candidates.source
        named = any(entity.kind in ("person", "organisation") and typeset(entity.name.of(source.text)) == subject for entity in source.analysis.entities)
        title = " ".join(item.text for candidate in self.chosen.get("h1", ()) for item in candidate.passages)
        of_title = subject.lower() in title.lower() and (" " in subject or f" {subject}" in title)  # « balles », of a title, names nothing
        return subject.lower() in lines.lower() or not named and (subject.lower() == self.candidates.keyphrase.text.lower() or of_title)


def _voice_of(candidate: Candidate) -> int:
    """Return the id of whom a heading says to speak (« Ce que déclare X »); -1 for another heading."""
    origin = candidate.passages[0].origin
    if not isinstance(origin, Templated) or not origin.template.startswith(("h2/locuteur", "h2/cle-locuteur")):
        return -1
    return next((slot.entity for slot in origin.slots if slot.name == "locuteur" and slot.entity is not None), -1)


def _bare(text: str) -> str:
    """Return the text in small letters, without its full stops and no-break spaces: a title and the same title as a sentence are one."""
    return re.sub(r"[\s.]+", " ", text.lower()).strip()
