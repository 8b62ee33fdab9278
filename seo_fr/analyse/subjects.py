"""The subject of a verb: of gerunds, of coordinated and parted verbs, of those whose subject the parse has lost."""

from __future__ import annotations

from seo_fr.analyse.spoken_tokens import CLITICS, OF, SpokenTokens


class SubjectReader(SpokenTokens):
    """Finds the subject of a verb where the parse shows it, and where it does not."""

    def subject_of(self, verb: int) -> int | None:
        """Return the head token of the subject of ``verb``, looking up from infinitives, participles and coordinated verbs."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            subjects = [child for child in self.children[verb] if self.tokens[child].dep in {"nsubj", "nsubj:pass", "nsubj:caus"} and not self._impersonal(child)]
            subjects = [child for child in subjects if self.lower[child] not in {"-t", "lui", "leur", "se", "s'"}]
            if subjects and (near := self._pronoun_before(verb)) is not None and subjects[0] < near:
                return near  # « Ému, il déclare »
            if subjects and (beside := self._name_after_comma(verb, subjects[0])) is not None:
                return beside
            if subjects:
                return subjects[-1] if self.lower[subjects[0]] in {"que", "qu'"} else subjects[0]
            token = self.tokens[verb]
            if not subjects and (near := self._pronoun_before(verb)) is not None:
                return near
            if token.feature("VerbForm") == "Inf" and self.lower[verb - 1] in OF:
                allowed = self._allowed(verb)
                if allowed is not None:
                    return allowed
            if self._gerund(verb):
                return self._nearest_subject(verb)
            auxiliary = self.parted(verb)
            if auxiliary is not None:
                verb = auxiliary
                continue
            if token.dep in {"conj", "advcl", "parataxis"} and token.feature("VerbForm") in {"Fin", "Part"} and not self.lower[verb].endswith("ant") and (beside := self._name_beside(verb)) is not None:
                return beside
            if token.dep in {"conj", "xcomp", "advcl", "parataxis"} and token.head != verb:
                verb = token.head
                continue
            if token.dep == "acl" and token.head != verb:
                present = token.feature("VerbForm") == "Part" and self.lower[verb].endswith("ant")
                if present and self.words[verb - 1] == ",":
                    # « X a rencontré Y, confiant que… »: after a comma, the participle is the main clause's
                    root = self._root(verb)
                    return self.subject_of(root) if root is not None and root != verb else None
                return token.head
            break
        return self._apposed(verb)

    def _apposed(self, verb: int) -> int | None:
        """« Interrogé à Lens, Paul Martin, éliminé au premier tour, a affirmé »: the one named between commas before a finite verb whose subject the parse has lost."""
        index = verb - 1
        while index > 0 and self.sentence[index] == self.sentence[verb] and (self.tokens[index].pos in {"AUX", "ADV"} or self.lower[index] in CLITICS):
            index -= 1
        if index < 2 or self.words[index] != "," or self.sentence[index] != self.sentence[verb] or self.inside[verb] or not any(self.tokens[i].feature("VerbForm") == "Fin" for i in range(index + 1, verb + 1)):
            return None
        relative = False
        for place in range(index - 1, self.parsed.sentences[self.sentence[verb]].tokens[0] - 1, -1):
            if self.words[place] in {";", ":", "»", "«", '"'}:
                return None
            if self.tokens[place].feature("VerbForm") == "Fin":
                relative = True
            elif self.lower[place] in {"qui", "dont", "où"}:
                relative = False
            entity = self.mention[place]
            if entity is None or self.entities[entity].kind not in {"person", "organisation"} or relative:
                continue
            start, end = self._mention_start(place), place + 1
            opens = self.words[start - 1] == "," or start == self.parsed.sentences[self.sentence[verb]].tokens[0]
            if opens and self.words[end] in {",", "("}:
                return start
        return None

    def _allowed(self, verb: int) -> int | None:
        """The person in « cela a permis à la ministre de déclarer »."""
        for index in range(verb - 2, max(0, verb - 14), -1):
            if self.sentence[index] != self.sentence[verb] or self.tokens[index].pos in {"PUNCT", "SCONJ"}:
                return None
            if self.tokens[index].lemma == "permettre":
                after = index + (3 if self.lower[index + 2] in {"le", "la", "l'"} else 2)
                return after if self.lower[index + 1] in {"à", "au", "aux"} and after < verb else None
        return None

    def _gerund(self, verb: int) -> bool:
        """Whether « en », with clitics between or not, stands before a present participle."""
        before = verb - 1
        while before > 0 and self.lower[before] in CLITICS - {"en"}:
            before -= 1
        return self.lower[verb].endswith("ant") and before >= 0 and self.lower[before] == "en"

    def _nearest_subject(self, verb: int) -> int | None:
        """The subject of the nearest verb to the left that has one, for a gerund («a tenté de le gifler en criant»); the sentence's where it opens it."""
        first, last = self.parsed.sentences[self.sentence[verb]].tokens
        for index in [*range(verb - 1, first - 1, -1), *range(verb + 1, last)]:
            if index < verb and self.tokens[index].feature("VerbForm") == "Fin" and not self.inside[index] and (lost := self._lost_subject(index)) is not None:
                return lost
            subjects = [child for child in self.children[index] if self.tokens[child].dep in {"nsubj", "nsubj:pass", "nsubj:caus"}]
            if subjects and not self.inside[index] and subjects[0] < index:
                return None if self.lower[subjects[0]] in {"qui", "que", "qu'", "dont"} else subjects[0]
        return None

    def _lost_subject(self, finite: int) -> int | None:
        """The noun of « quand un homme a fait semblant de… », where the parse gives the verb no subject: the phrase between the conjunction and the verb."""
        governed = self.tokens[finite].head if self.tokens[finite].dep.startswith("aux") else finite
        if any(self.tokens[child].dep.startswith(("nsubj", "expl:subj")) for top in (finite, governed) for child in self.children[top]):
            return None
        begin = finite
        while begin > 0 and self.sentence[begin - 1] == self.sentence[finite] and self.words[begin - 1] not in {",", ";", ":", "«", "»"} and self.tokens[begin - 1].feature("VerbForm") != "Fin":
            begin -= 1
            if self.lower[begin] in {"quand", "lorsque", "lorsqu'", "alors", "que", "qu'"}:
                head = next((i for i in range(begin + 1, finite) if self.tokens[i].pos in {"NOUN", "PROPN"}), None)
                fits = head is not None and self.tokens[begin + 1].pos in {"DET", "PROPN"} and all(self.tokens[i].pos in {"DET", "ADJ", "NUM"} for i in range(begin + 1, head))
                return head if fits else None
        return None

    def _pronoun_before(self, verb: int) -> int | None:
        """The «il» or «elle» that stands before the verb with nothing but clitics and auxiliaries between, where the parse has lost it."""
        index = verb - 1
        while index > 0 and self.sentence[index] == self.sentence[verb] and verb - index < 6 and (
            self.tokens[index].pos == "AUX" or self.lower[index] in CLITICS or self.lower[index] in {"ne", "pas", "plus"} or (self.tokens[index].pos == "ADV" and verb - index < 3)
        ):
            index -= 1
        return index if index >= 0 and self.sentence[index] == self.sentence[verb] and self.lower[index] in {"il", "elle"} and self.tokens[verb].feature("VerbForm") != "Inf" else None

    def _name_after_comma(self, verb: int, subject: int) -> int | None:
        """« Ému, Paul Martin a dit »: the person named between a comma and the verb, where the parser's subject is a single word before that comma."""
        index = verb - 1
        while index > subject and (self.tokens[index].pos in {"AUX", "ADV"} or self.lower[index] in CLITICS or self.lower[index] in {"ne", "pas"}):
            index -= 1
        entity = self.mention[index] if index > subject else None
        if entity is None or self.entities[entity].kind != "person" or self.mention[subject] is not None:
            return None
        start = self._mention_start(index)
        return start if start == subject + 2 and self.words[subject + 1] == "," and (subject == 0 or self.sentence[subject - 1] != self.sentence[subject]) else None

    def _name_beside(self, verb: int) -> int | None:
        """The person named just before a coordinated verb and its auxiliary, after «et» or a comma: « et Paul Martin a dit »."""
        index = verb - 1
        while index > 0 and self.sentence[index] == self.sentence[verb] and (self.tokens[index].pos in {"AUX", "ADV"} or self.lower[index] in CLITICS - {"le", "la", "les", "l'"}):
            index -= 1
        entity = self.mention[index] if index >= 0 and self.sentence[index] == self.sentence[verb] else None
        if entity is None or self.entities[entity].kind != "person" or self.inside[index]:
            return None
        start = self._mention_start(index)
        return start if start and self.lower[start - 1] in {"et", ",", "mais", "que", "qu'"} else None

    def parted(self, verb: int) -> int | None:
        """The auxiliary of « X a, lors du débat, accusé Y », for the participle at ``verb``; None for any other verb."""
        if verb < 3 or self.words[verb - 1] != "," or self.tokens[verb].feature("VerbForm") != "Part" or self.lower[verb].endswith("ant"):
            return None
        first = self.parsed.sentences[self.sentence[verb]].tokens[0]
        for index in range(verb - 2, first, -1):
            if self.lower[index] in {"a", "ont", "avait", "avaient"} and self.words[index + 1] == ",":
                return index if self.tokens[index].head == index or self.tokens[index].pos == "AUX" else None
            if self.tokens[index].feature("VerbForm") == "Fin":
                return None
        return None
