"""Cuts before what leans on the main clause: relatives, « ce qui », « car », an apposition."""

from __future__ import annotations

import re

from seo_fr.analyse.segments import subject_of
from seo_fr.analyse.syntax import VerbGroup
from seo_fr.model import Entity, Span
from seo_fr.propose.readable_joined import JoinedClauses
from seo_fr.propose.readable_reader import DEICTICS, PRONOUNS, Cut


class Cutter(JoinedClauses):
    """Finds all the cuts of one sentence."""

    def cuts(self) -> list[Cut]:
        if ":" in self.outside:
            found = self.joined_cuts()  # what a colon announces may reach to the end: only the colon itself is cut
            found = [cut for cut in found if cut.edits[0].rule == "deux-points"]
        else:
            found = self.joined_cuts() + self.coordinated() + self.governed() + self.spliced() + self.relative_of_subject() + self.final_relative()
            found += self.which() + self.because() + self.where() + self.whose() + self.apposition()
        return [cut for cut in found if not self.said(cut.at) and not self.said(cut.start) and not self.reported(cut.start)]

    # ---------------------------------------------------------------------------------------------------------- relatives

    def relatives(self) -> list[tuple[int, int, VerbGroup]]:
        """Return each « , qui » outside quotes as its comma, its « qui » and its verb group."""
        tree, found = self.tree, []
        for i in range(tree.first + 1, tree.last - 1):
            if tree.words[i] != "qui" or tree.words[i - 1] != "," or i in self.inside:
                continue
            group = next((g for g in tree.groups if g.start == i + 1), None)
            if group is not None and group.finite not in self.inside and group.tense not in ("other", "conditional", "past-conditional"):
                found.append((i - 1, i, group))
        return found

    def relative_of_subject(self) -> list[Cut]:
        """« X, qui a fait A, a fait B » → « X a fait A. Il a fait B »: X is the first thing in the sentence."""
        tree, made = self.tree, []
        for comma, who, group in self.relatives():
            closing = [i for i in range(who, tree.last) if tree.words[i] == "," and i not in self.inside]
            if not closing:
                continue
            stop = closing[0]
            main = next((g for g in tree.groups if g.start == stop + 1), None)
            if main is None or main.finite in self.inside or main.tense in ("other", "conditional", "past-conditional"):
                continue
            # « X, qui chante, danse et joue, … »: another verb right after a comma, and which is the main one is not certain
            if any(g is not main and g.finite > stop and tree.words[g.start - 1] == "," for g in tree.groups):
                continue
            start = tree.first
            subject = next((i for i in range(start, comma) if tree.tokens[i].pos in ("NOUN", "PROPN")), None)
            if subject is None or any(tree.words[i] in (",", ":", ";") or i in tree.group_of for i in range(start, comma)) or tree.words[start] in ("à", "en", "au"):
                continue
            if tree.tokens[start].pos not in ("DET", "PROPN") or any(tree.tokens[i].pos not in ("DET", "ADJ", "NUM") for i in range(start, subject)):
                continue
            grammar = self.grammar((start, comma, subject))
            if grammar is None or self.number_of(group) not in (grammar[1], "") or self.number_of(main) not in (grammar[1], ""):
                continue
            # the first noun after the subject's own must not be what « qui » could mean alone
            if any(tree.tokens[i].pos in ("NOUN", "PROPN") and i != subject and not self.same_name(i, subject) and self.could_be(i, grammar) for i in range(start, comma)) and self.entity_at(subject) is None:
                continue
            if self.disagrees(main.start, grammar) or self.disagrees(group.start, grammar) or (group.tense == "future" and main.tense != "future"):
                continue
            opening = self.edit("relative-du-sujet", comma - 1, who + 1, " ")
            breaking = self.edit("relative-du-sujet", stop - 1, stop + 1, f". {PRONOUNS[grammar]} ")
            made.append(Cut(breaking.span.start, (opening, breaking), 2, opening.span.start))
        return made

    def same_name(self, i: int, j: int) -> bool:
        one, other = self.entity_at(i), self.entity_at(j)
        return one is not None and one is other

    def entity_at(self, i: int) -> Entity | None:
        return self.entity_of((i, i + 1, i))

    def could_be(self, i: int, grammar: tuple[str, str]) -> bool:
        token = self.tree.tokens[i]
        return token.feature("Gender") in ({"m": "Masc", "f": "Fem"}[grammar[0]], "") and token.feature("Number") in ({"s": "Sing", "p": "Plur"}[grammar[1]], "")

    def final_relative(self) -> list[Cut]:
        """« … Y, qui a fait B. » → « … Y. Celui-ci a fait B. »: Y, a name or a lone noun, stands just before the comma, and the relative ends the sentence."""
        tree, made = self.tree, []
        if self.leaned_upon():
            return []
        for comma, who, group in self.relatives():
            if any(tree.words[i] in (",", ";") and i not in self.inside for i in range(who, tree.last)) and not self.ends_with_relative(who):
                continue
            if any(tree.words[i] == "qui" and tree.word(i - 1) in ("et", "ou", "mais") for i in range(who + 1, tree.last)):
                continue
            antecedent = comma - 1
            phrase = self.antecedent(antecedent)
            if phrase is None:
                continue
            grammar = self.grammar(phrase)
            number = self.number_of(group)
            if grammar is None or self.disagrees(group.start, grammar) or number not in (grammar[1], "") or not any(g.finite < comma and tree.head(g.head) == g.head for g in tree.groups):
                continue
            if any(tree.dep(g.head) in ("advcl", "ccomp") and g.finite < comma for g in tree.groups):
                continue
            root = next(g for g in tree.groups if tree.head(g.head) == g.head)
            # « celui-ci » is the nearest: after « par Y », « avec Y » no other noun can be meant
            if tree.tokens[phrase[2]].pos != "PROPN" and tree.word(phrase[0] - 1) not in ("par", "avec", "chez", "contre", "devant") and any(
                tree.tokens[i].pos in ("NOUN", "PROPN") and self.could_be(i, grammar) for i in range(root.end, phrase[0]) if i not in self.inside
            ):
                continue
            edit = self.edit("relative-finale", antecedent, who + 1, f". {DEICTICS[grammar]} ")
            made.append(Cut(edit.span.start, (edit,), 3, edit.span.start))
        return made

    def ends_with_relative(self, who: int) -> bool:
        """Whether no later comma closes the relative: all main verbs stand before it."""
        tree = self.tree
        return not any(g.finite > who and tree.head(g.head) == g.head for g in tree.groups) and sum(1 for i in range(who, tree.last) if tree.words[i] == ",") <= 1

    def antecedent(self, last: int) -> tuple[int, int, int] | None:
        """Return the noun phrase that ends at token ``last`` where it can only be what « qui » means: a name, or a noun with its determiner and adjectives."""
        tree = self.tree
        start = last
        while start > tree.first and tree.tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "NUM") and start - 1 not in self.inside:
            start -= 1
        if start > tree.first and tree.tokens[start - 1].pos == "DET":
            start -= 1
        elif tree.tokens[start].pos != "PROPN":
            return None
        named = next((m for e in self.entities if e.kind == "person" for m in e.mentions if m.form in ("full", "short") and m.span.end == tree.tokens[last].span.end and m.span.start >= tree.tokens[tree.first].span.start), None)
        if named is not None:
            at = self.token_at(named.span.start)
            if tree.word(at - 1) not in ("de", "d'", "et", "ou", "du") and not (tree.tokens[at - 1].pos == "NOUN" and tree.tokens[at - 1].lemma.lower() in ("affaire", "gouvernement", "administration", "loi", "plan", "prix", "fondation", "clan", "camp", "rue", "place", "stade")):
                return (at, last + 1, at)
        nouns = [i for i in range(start, last + 1) if tree.tokens[i].pos == "NOUN"]
        names = [i for i in range(start, last + 1) if tree.tokens[i].pos == "PROPN"]
        before = tree.word(start - 1)
        if before in ("de", "d'", "du", "des", "et", "ou", "à", "en", "par", "chez", "avec", "comme", "entre") and not (before in ("par", "à", "avec", "chez") and (names or nouns)):
            return None
        if len(nouns) == 1 and not names:
            return (start, last + 1, nouns[0])
        if names and not nouns:
            return (start, last + 1, names[0])
        return None

    def leaned_upon(self) -> bool:
        """Whether the next sentence of the paragraph begins with a word that means something of this one."""
        following = self.index + 1
        sentences = self.analysis.sentences
        if following >= len(sentences) or sentences[following].paragraph != self.sentence.paragraph:
            return False
        first, last = sentences[following].tokens
        words = [self.analysis.tokens[i].span.of(self.text).lower().replace("’", "'") for i in range(first, min(last, first + 7))]
        pronouns = ("il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "lui", "dernier", "dernière", "premier", "première", "-t-il", "-il", "-elle")
        return any(word in pronouns for word in words) or any(word in ("son", "sa", "ses", "leur", "leurs") for word in words[:3])

    def which(self) -> list[Cut]:
        """« …, ce qui a provoqué C. » → « …. Cela a provoqué C. »"""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 2):
            if tree.words[i] != "ce" or tree.words[i + 1] != "qui" or tree.words[i - 1] != "," or i in self.inside:
                continue
            group = next((g for g in tree.groups if g.start == i + 2), None)
            if group is None or group.finite in self.inside or group.tense in ("other", "conditional", "past-conditional"):
                continue
            if any(tree.head(g.head) == g.head and g.finite > i for g in tree.groups) or not any(tree.head(g.head) == g.head and g.finite < i for g in tree.groups):
                continue
            if any(tree.words[k] == "ce" and tree.word(k + 1) in ("qui", "que", "qu'") and tree.word(k - 1) in ("et", ",") for k in range(i + 2, tree.last)):
                continue
            if any(tree.words[k] == "," and k not in self.inside and any(g.start == k + 1 for g in tree.groups) for k in range(i + 2, tree.last)):
                continue
            edit = self.edit("ce-qui", i - 2, i + 2, ". Cela ")
            made.append(Cut(edit.span.start, (edit,), 2, edit.span.start))
        return made


    def because(self) -> list[Cut]:
        """« …, car il… » → « …. En effet, il… »: both tell the reason of what stands before (Grevisse and Goosse, § 1140)."""
        tree, made = self.tree, []
        for i in range(tree.first + 4, tree.last - 3):
            if tree.words[i] != "car" or i in self.inside or tree.tokens[i].pos not in ("CCONJ", "SCONJ", "ADV") or re.search(r"\ben effet\b", self.outside, re.IGNORECASE):
                continue
            last = i - 2 if tree.words[i - 1] == "," else i - 1
            after = [g for g in tree.groups if g.finite > i]
            before = [g for g in tree.groups if g.finite < i]
            if not after or not before or tree.is_punct(last) or tree.tokens[i + 1].pos not in ("DET", "PRON", "PROPN", "NOUN") or any(s.sentence == self.index for s in self.analysis.statements):
                continue
            if any(g.tense in ("conditional", "past-conditional") for g in after):
                continue
            subject = subject_of(tree, after[0])
            if subject is None or tree.extents[subject][0] != i + 1 or any(tree.words[k] in ("et", "mais", ",") for k in range(i + 1, after[0].start)) or before[0].negated:
                continue
            edit = self.edit("car", last, i + 1, ". En effet, ")
            made.append(Cut(edit.span.start, (edit,), 2, edit.span.start))
        return made

    def where(self) -> list[Cut]:
        """« … à Lyon, où il a étudié. » → « … à Lyon. Là, il a étudié. »: a place stands just before."""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 3):
            if tree.words[i] != "où" or tree.words[i - 1] != "," or i in self.inside or not self.one_root_before(i):
                continue
            entity = self.entity_at(i - 2)
            if entity is None or entity.kind not in ("place", "country") or tree.word(self.token_at(self.mention_start(entity, i - 2)) - 1) not in ("à", "en", "au", "aux", "dans", "vers", "pour", "le", "la", "l'"):
                continue
            if tree.head(i - 2) not in [g.head for g in tree.groups if tree.head(g.head) == g.head]:
                continue
            group = next((g for g in tree.groups if g.finite > i), None)
            subject = subject_of(tree, group) if group is not None else None
            if group is None or subject is None or tree.extents[subject][0] != i + 1 or subject > group.finite or group.finite in self.inside or group.tense in ("other", "conditional", "past-conditional"):
                continue
            edit = self.edit("ou", i - 2, i + 1, ". Là, ")
            made.append(Cut(edit.span.start, (edit,), 3, edit.span.start))
        return made

    def mention_start(self, entity: Entity, i: int) -> int:
        at = self.tree.tokens[i].span.start
        return next(mention.span.start for mention in entity.mentions if mention.span.start <= at < mention.span.end)

    def whose(self) -> list[Cut]:
        """« … Y, dont le siège est à Lyon. » → « … Y. Son siège est à Lyon. »: « dont » completes a noun that is the subject of « être »."""
        tree, made = self.tree, []
        if self.leaned_upon():
            return []
        for i in range(tree.first + 2, tree.last - 4):
            if tree.words[i] != "dont" or tree.words[i - 1] != "," or i in self.inside or not self.one_root_before(i):
                continue
            phrase = self.antecedent(i - 2)
            group = next((g for g in tree.groups if g.finite > i), None)
            if phrase is None or any(tree.tokens[k].pos in ("NOUN", "PROPN") for k in range(max(g.end for g in tree.groups if g.finite < i), phrase[0])):
                continue
            if group is None or not group.copular or group.passive or tree.words[group.finite] not in ("est", "sont", "était", "étaient"):
                continue
            article = tree.words[i + 1]
            if article not in ("le", "la", "les", "l'") or tree.tokens[i + 2].pos != "NOUN" or group.start != i + 3:
                continue
            grammar = self.grammar(phrase)
            if grammar is None:
                continue
            feminine = article == "la" and tree.words[i + 2][0] not in "aeiouyéèêâîôûh"
            if article == "l'":
                if tree.words[i + 2][0] == "h":
                    continue
                word = {"s": "Son", "p": "Leur"}[grammar[1]]
            else:
                word = {("s", "les"): "Ses", ("p", "les"): "Leurs"}.get((grammar[1], article)) or ("Leur" if grammar[1] == "p" else "Sa" if feminine else "Son")
            edit = self.edit("dont", i - 2, i + 2, f". {word} ")
            made.append(Cut(edit.span.start, (edit,), 3, edit.span.start))
        return made

    def apposition(self) -> list[Cut]:
        """« X, maire de Lens, a déclaré que… » → « X est maire de Lens. Il a déclaré que… »: only before a verb of speech, for who speaks holds the office."""
        tree, made = self.tree, []
        commas = [i for i in range(tree.first, tree.last) if tree.words[i] == "," and i not in self.inside]
        if len(commas) < 2:
            return []
        first, second = commas[0], commas[1]
        main = next((g for g in tree.groups if g.start == second + 1), None)
        if main is None or main is not tree.groups[0] or main.tense not in ("perfect", "present") or main.finite in self.inside or second - first < 4:
            return []
        cue = tree.tokens[main.verb].span
        if not any(statement.sentence == self.index and statement.cue.overlaps(cue) and statement.content.start > cue.end for statement in self.analysis.statements):
            return []
        entity = self.entity_at(tree.first)
        start = tree.tokens[tree.first].span.start
        if entity is None or entity.kind != "person" or not entity.gender or not any(m.span.start == start and m.span.end == tree.tokens[first - 1].span.end and m.form == "full" for m in entity.mentions):
            return []
        span = Span(tree.tokens[first + 1].span.start, tree.tokens[second - 1].span.end)
        words = span.of(self.text)
        noun = tree.tokens[first + 1]
        if span not in entity.functions and not (noun.pos == "NOUN" and any(function.start == span.start for function in entity.functions)):
            return []
        if re.match(r"(?i)(?:l['’]?|le |la |un |une )?(?:ancien|ex-|ex |feu|alors|futur|son|sa|leur|ce|notre)", words) or re.search(r"\b(?:alors|puis|depuis|jusqu|et|ou)\b|\d", words):
            return []
        pronoun = PRONOUNS[(entity.gender, "s")]
        opening = self.edit("apposition", first - 1, first + 1, " est ")
        breaking = self.edit("apposition", second - 1, second + 1, f". {pronoun} ")
        made.append(Cut(breaking.span.start, (opening, breaking), 4, opening.span.start))
        return made
