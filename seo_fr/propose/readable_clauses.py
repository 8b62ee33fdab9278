"""Cuts between main clauses: coordinated, joined by a semicolon, a colon or a comma."""

from __future__ import annotations

import itertools

from seo_fr.analyse.obstacles import phrase_grammar
from seo_fr.analyse.segments import subject_of
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.readable_reader import OPENS_DEPENDENT, PRONOUNS, Cut, Reader


class MainClauses(Reader):
    """Finds the cuts between the main clauses of one sentence."""

    def coordinated(self) -> list[Cut]:
        """« …, et il… », « … ; … », « X a fait A et a fait B »."""
        tree, made = self.tree, []
        clauses = sorted((clause for clause in self.analysis.clauses if clause.sentence == self.index), key=lambda clause: clause.span)
        for left, right in itertools.pairwise(clauses):
            begin = next((i for i in range(tree.first, tree.last) if tree.tokens[i].span.start >= right.span.start), None)
            if begin is None or begin in self.inside or right.subject is None or not self.told(left):
                continue
            mark = tree.words[begin] if tree.words[begin] in ("et", "mais", "puis", "or") else ""
            before = begin - 1
            semicolon = tree.words[before] == ";"
            comma = tree.words[before] == ","
            if tree.is_punct(before) and not (semicolon or comma):
                continue
            last = before - 1 if semicolon or comma else before
            first = begin + 1 if mark else begin
            if (not mark and not semicolon) or (last in self.inside and tree.words[last] not in ("»", ")", "”")) or first >= tree.last:
                continue
            reflexive = tree.words[first] == "s'" and tree.word(first + 1) not in ("il", "ils") and tree.tokens[first].pos == "PRON"
            if not reflexive and tree.words[first] in OPENS_DEPENDENT | {"pas", "non", "ne", "n'", "et", "alors", "donc", "surtout", "aussi", "même"} and tree.words[first] not in ("en", "depuis", "ne", "n'", "à", "sous", "pour", "après"):
                continue
            shared = any(obstacle.startswith("shared-subject") for obstacle in right.obstacles)
            if shared:
                cut = self.shared(left, right, last, first, mark)
            else:
                cut = self.own(left, right, last, first, mark)
            if cut is not None:
                made.append(cut)
        return made

    def governed(self) -> list[Cut]:
        """« … et la seconde a été fermée »: a verb that the parse joins to the main one, with its own subject just after the conjunction."""
        tree, made = self.tree, []
        root = tree.roots[0]
        main = tree.group_of.get(root)
        if main is None or main.finite in self.inside or any(tree.dep(k) in ("ccomp", "advcl", "mark") for k in tree.kids(root) if k < main.finite and k in tree.group_of):
            return []
        for head in tree.kids(root, "conj"):
            group = tree.group_of.get(head)
            subject = subject_of(tree, group) if group is not None else None
            if group is None or subject is None or group.finite in self.inside or group.finite < main.finite or group.tense in ("other", "conditional", "past-conditional"):
                continue
            first = tree.extents[subject][0]
            mark = first - 1
            if subject > group.finite or tree.words[mark] not in ("et", "mais") or mark <= main.end or tree.tokens[first].pos not in ("DET", "PROPN", "PRON"):
                continue
            if self.owned(main.start, first):
                continue
            comma = tree.words[mark - 1] == ","
            last = mark - 2 if comma else mark - 1
            between = [g for g in tree.groups if main.finite < g.finite < mark]
            if (between and not comma) or last <= main.end or tree.is_punct(last) or self.inside & {last, mark, first}:
                continue
            if tree.words[first] in ("qui", "que", "qu'", "dont", "ce", "autre", "autres") or any(tree.words[k] in (",", "et", "ou") or k in tree.group_of for k in range(first, group.start)):
                continue
            if self.number_of(group) not in ({"Sing": "s", "Plur": "p"}.get(tree.tokens[subject].feature("Number"), ""), ""):
                continue
            if tree.words[tree.first] in OPENS_DEPENDENT and tree.tokens[tree.first].pos == "SCONJ":
                continue
            if tree.words[mark] == "mais":
                edit = Edit("split", "mais-en-tete", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), ". Mais ")
            else:
                edit = self.capital("coordonnee", last, first)
            made.append(Cut(edit.span.start, (edit,), 1, edit.span.start))
        return made

    def owned(self, verb: int, right: int) -> bool:
        """Whether « elle » after the mark may be the owner in « sa carrière », and would be taken for the career at the head of a sentence."""
        tree = self.tree
        return tree.words[right] in ("il", "elle", "ils", "elles") and any(tree.words[i] in ("son", "sa", "ses", "leur", "leurs") for i in range(tree.first, verb))

    def told(self, clause: Clause) -> bool:
        """Whether the clause opens with nothing that a conjunction makes dependent: « Lorsque A, B et C »."""
        at = next((i for i in range(self.tree.first, self.tree.last) if self.tree.tokens[i].span.start >= clause.span.start), None)
        if at is None:
            return False
        if self.tree.words[at] in ("et", "mais", "puis", "or"):
            at += 1
        end = next((i for i in range(at, self.tree.last) if clause.subject is not None and self.tree.tokens[i].span.start >= clause.subject.start), at)
        lead = range(at, end)
        return not any(self.tree.words[i] in ("si", "s'", "quand", "lorsque", "lorsqu'", "que", "qu'", "comme", "puisque") or i in self.tree.group_of for i in lead)

    def own(self, left: Clause, right: Clause, last: int, first: int, mark: str) -> Cut | None:
        tree = self.tree
        if right.subject is None or right.verb.start < right.subject.start:
            return None
        opening = tree.tokens[first].span.start
        if opening != right.subject.start:
            lead = [i for i in range(first, tree.last) if tree.tokens[i].span.start < right.subject.start]
            if not lead or tree.tokens[first].pos not in ("ADP", "ADV") or tree.words[lead[-1]] != "," or any(tree.words[i] == "," for i in lead[:-1]):
                return None
            # « après avoir sonné, X… »: whose deed that is, only the whole sentence tells
            if any(tree.tokens[i].feature("VerbForm") in ("Inf", "Part") for i in lead):
                return None
        if tree.tokens[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADP", "ADV") or tree.words[first] in ("qui", "que", "qu'", "dont", "autre", "autres") or tree.word(first + 1) in ("qui", "que", "qu'"):
            return None
        head = self.phrase(right)
        if self.owned(self.token_at(left.verb.start), first):
            return None
        if head is None or (tree.tokens[head[2]].pos == "NOUN" and tree.tokens[first].pos == "NOUN"):
            return None
        if not self.complete(left) or not self.plain_verb(right):
            return None
        if mark == "mais":
            edit = Edit("split", "mais-en-tete", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), ". Mais ")
        elif mark == "puis":
            edit = Edit("split", "puis-en-tete", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), ". Puis ")
        elif mark == "or":
            return None
        else:
            edit = self.capital("coordonnee" if mark else "point-virgule", last, first)
        return Cut(edit.span.start, (edit,), 0, edit.span.start)

    def shared(self, left: Clause, right: Clause, last: int, first: int, mark: str) -> Cut | None:
        tree = self.tree
        owner = self.phrase(left)
        if owner is None or tree.tokens[first].span.start != right.verb.start or not self.complete(left):
            return None
        if not self.plain_verb(right) and not (right.tense == left.tense and right.tense in ("conditional", "past-conditional") and right.person == 3):
            return None
        if left.number and right.number and left.number != right.number:
            return None
        subject = tree.words[owner[2]]
        if subject in ("on", "nous", "je", "vous", "cela", "ce", "c'", "qui"):
            pronoun: str | None = "On" if subject == "on" else None
        else:
            grammar = self.grammar(owner)
            if grammar is None or (right.number and grammar[1] != right.number):
                return None
            pronoun = PRONOUNS[grammar]
            if self.disagrees(first, grammar):
                return None
            # what names the subject must not be the only thing that the pronoun could not mean
            if self.rival(tree.first, first, owner, grammar):
                return None
        if pronoun is None:
            return None
        word = {"mais": f". Mais {pronoun.lower()} ", "puis": f". Puis {pronoun.lower()} ", "": f". {pronoun} ", "et": f". {pronoun} "}.get(mark)
        if word is None:
            return None
        edit = Edit("split", "sujet-repris", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), word)
        return Cut(edit.span.start, (edit,), 1, edit.span.start)

    def rival(self, start: int, end: int, owner: tuple[int, int, int], grammar: tuple[str, str]) -> bool:
        """Whether another subject of that gender and number stands between: the pronoun would mean it."""
        tree = self.tree
        for group in tree.groups:
            if not start <= group.finite < end:
                continue
            subject = subject_of(tree, group)
            if subject is None or owner[0] <= subject < owner[1] or tree.tokens[subject].pos not in ("NOUN", "PROPN"):
                continue
            found = phrase_grammar(tree, (tree.extents[subject][0], tree.extents[subject][1], subject), self.entities)
            if found[0] in (grammar[0], "") and found[1] in (grammar[1], ""):
                return True
        return False

    def complete(self, clause: Clause) -> bool:
        """Whether the clause is whole without what follows it: a complement, or a verb that needs none."""
        tree = self.tree
        end = clause.span.end
        last = max(i for i in range(tree.first, tree.last) if tree.tokens[i].span.start < end)
        if tree.tokens[last].pos in ("ADP", "DET", "CCONJ", "SCONJ", "AUX") or tree.words[last] in (",", "de", "à", "que"):
            return False
        return clause.complement is not None or clause.passive or tree.word(last + 1) == ","

    def plain_verb(self, clause: Clause) -> bool:
        """Whether the verb is finite, told as a fact, and not the tag of a quote."""
        return clause.tense not in ("other", "conditional", "past-conditional") and clause.person == 3 and not any(
            statement.cue.overlaps(clause.verb) and statement.content.end <= clause.span.start for statement in self.analysis.statements if statement.sentence == self.index
        )

    def spliced(self) -> list[Cut]:
        """« …, celle-ci s’est propagée… » → « …. Celle-ci s’est propagée… »"""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 2):
            if tree.words[i] not in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci") or tree.words[i - 1] != "," or i in self.inside:
                continue
            before = [g for g in tree.groups if g.finite < i]
            group = next((g for g in tree.groups if g.start == i + 1), None)
            if group is None or not before or group.finite in self.inside or (tree.words[tree.first] in OPENS_DEPENDENT and tree.tokens[tree.first].pos == "SCONJ"):
                continue
            if any(tree.dep(g.head) in ("ccomp", "advcl") for g in before):
                continue
            edit = self.capital("celui-ci", i - 2, i)
            made.append(Cut(edit.span.start, (edit,), 0, edit.span.start))
        return made
