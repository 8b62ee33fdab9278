"""``--body readable``: long sentences of the source cut in two where the cut is certain. No word of the facts is added, dropped or moved.

A cut is one or two edits of kind «split»: a conjunction or relative pronoun gives way to a full stop and, where the subject is not said again, a pronoun that agrees with it. The
patterns: a semicolon; « …, et il… », « …, mais elle… »; « X a fait A et a fait B »; « X, qui a fait A, a fait B »; « …, ce qui a causé C »; « … Y, qui a fait B. » where Y is a name or a noun that stands alone.

Nothing is cut inside quotes or parentheses, nor where a cut would take the second part from under a « si », a « selon », a verb of speech, a conditional of hearsay or a negation.
The least and greatest lengths follow plain-language practice (sentences of about 20 words; European Commission, Rédiger clairement, 2015).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from seo_fr.analyse.obstacles import phrase_grammar
from seo_fr.analyse.syntax import Tree, VerbGroup, quoted, subject_of
from seo_fr.french.lexicon import noun_entry
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Clause, Edit, Entity, Sentence, Span

#: A sentence of more words than this is cut where it can be; a part of fewer than the second is never made.
LONG, SHORTEST = 20, 5

_PRONOUNS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}
_DEICTICS = {("m", "s"): "Celui-ci", ("f", "s"): "Celle-ci", ("m", "p"): "Ceux-ci", ("f", "p"): "Celles-ci"}
#: What governs all that follows it in its sentence, or ties the sentence's parts to each other: such a sentence stays whole.
_HOLDS = re.compile(
    r"(?<![\w-])(?:si|s['’]il|s['’]ils|selon|d['’]après|à en croire|pour peu que|à condition|à moins que|pourvu que|à supposer|sauf si|même si|en cas|soit|ni|tant que|non seulement|d['’]une part|d['’]un côté|"
    r"plus [^,;]*, (?:plus|moins)|tellement|à tel point|apparemment|semble-t-il|paraît-il|dit-on)(?![\w-])",
    re.IGNORECASE,
)
_OPENS_DEPENDENT = frozenset(
    ["si", "s'", "quand", "lorsque", "lorsqu'", "bien", "malgré", "comme", "alors", "puisque", "puisqu'", "tandis", "afin", "pour", "parce", "après", "avant", "dès", "depuis", "en", "sans", "quoique", "dont", "où", "que", "qu'", "qui", "selon", "d'après", "faute", "grâce", "à", "suite", "sous"]
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A certain cut: where the sentence breaks, and the edits it takes. Lower ``order`` is tried first."""

    at: int
    edits: tuple[Edit, ...]
    order: int
    start: int  # where what is cut begins: a relative in the middle has its edit there


class _Reader:
    """One sentence, read for its cuts."""

    def __init__(self, analysis: Analysis, index: int) -> None:
        self.analysis = analysis
        self.index = index
        self.sentence: Sentence = analysis.sentences[index]
        self.text = analysis.article.text
        self.tree = Tree.read(self.text, analysis.tokens, self.sentence)
        self.entities = analysis.entities

    @cached_property
    def inside(self) -> frozenset[int]:
        """Tokens inside quotes, parentheses or brackets, marks included."""
        found = set(quoted(self.tree, tuple(quote.span for quote in self.analysis.quotes)))
        depth = 0
        for i in range(self.tree.first, self.tree.last):
            word = self.tree.words[i]
            if word in "([":
                depth += 1
            if depth:
                found.add(i)
            if word in ")]":
                depth -= 1
        return frozenset(found)

    def sound(self) -> bool:
        """Whether the sentence may be cut at all."""
        words = self.sentence.span.of(self.text)
        if self.sentence.doubtful or self.sentence.paragraph < 0 or len(self.tree.roots) != 1 or not words.rstrip().endswith((".", "…", "»", "”", '"')):
            return False
        for opening, closing in ("«»", "“”", "()", "[]"):
            if words.count(opening) != words.count(closing):
                return False
        if words.count('"') % 2 or "\n" in words.strip() or ":" in self.outside or re.search(r"[–—]| - ", self.outside):
            return False
        return _HOLDS.search(self.outside) is None

    @cached_property
    def outside(self) -> str:
        """The sentence with what stands inside quotes left out."""
        kept = [self.text[self.tree.tokens[i].span.start : self.tree.tokens[i].span.end] for i in range(self.tree.first, self.tree.last) if i not in self.inside]
        return " ".join(kept).replace("' ", "'").replace("’ ", "’")

    def said(self, at: int) -> bool:
        """Whether the offset stands within what somebody says, thinks or asks, or the speech verb comes after it."""
        for statement in self.analysis.statements:
            if statement.sentence != self.index:
                continue
            if statement.content.start < at < statement.content.end:
                return True
            # « A, et B, a dit X » : the tag governs what stands before it
            if statement.content.start < at and statement.cue.start >= statement.content.end and statement.content.end > at:
                return True
        return False

    # ------------------------------------------------------------------------------------------------------------ grammar

    def grammar(self, phrase: tuple[int, int, int]) -> tuple[str, str] | None:
        """Return gender and number of a noun phrase where everything known agrees; else None."""
        tree, head = self.tree, phrase[2]
        word = tree.words[head]
        if word in ("il", "elle", "ils", "elles") and phrase[1] - phrase[0] == 1:
            return {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}[word]
        token = tree.tokens[head]
        if token.pos in ("NOUN", "PROPN", "ADJ") and phrase[0] < head <= phrase[0] + 2 and not any(tree.words[i] in ("et", "ou", "ni") for i in range(*phrase[:2])):
            given = {"le": "m", "un": "m", "ce": "m", "cet": "m", "la": "f", "une": "f", "cette": "f"}.get(tree.words[phrase[0]])
            owner = self.entity_of(phrase)
            known = {"Masc": "m", "Fem": "f"}.get(token.feature("Gender"), given) if token.pos == "NOUN" else given
            person = next((e.gender for e in self.entities for m in e.mentions if e.kind == "person" and phrase[0] <= self.token_at(m.span.start) < phrase[1]), "")
            if given is not None and known == given and (owner is None or owner.kind != "person" or owner.gender in ("", given)) and person in ("", given):
                return given, "s"
        joined = self.joined(phrase)
        if joined is not None:
            return joined
        if token.pos not in ("NOUN", "PROPN") or any(tree.words[i] in ("et", "ou", "ni", "comme", "ainsi", "&") for i in range(phrase[0], phrase[1])):
            return None
        entity = self.entity_of(phrase)
        if entity is not None and token.pos == "PROPN":
            determiner = tree.words[phrase[0]] if phrase[0] != head else ""
            if entity.kind == "person" and entity.gender and entity.number == "s":
                return entity.gender, "s"
            if entity.kind in ("country", "place", "organisation") and entity.gender and entity.article:
                listed = {"le": ("m", "s"), "la": ("f", "s"), "les": (entity.gender, "p"), "l’": (entity.gender, "s"), "l'": (entity.gender, "s")}.get(entity.article)
                return listed if listed is not None and listed[0] == entity.gender and (not determiner or determiner.replace("’", "'") == entity.article.replace("’", "'")) else None
            return None
        if token.pos != "NOUN":
            return None
        found = phrase_grammar(tree, phrase, self.entities)
        entry = noun_entry(token.lemma.lower()) or noun_entry(word)
        if not found[0] and entry is not None and entry[0] in ("m", "f"):
            found = (entry[0], found[1])
        if entity is not None and entity.kind == "person" and entity.gender and entity.gender != found[0]:
            return None
        if entry is not None and entry[0] in ("m", "f") and entry[0] != found[0]:
            return None
        determined = tree.words[phrase[0]] in ("le", "la", "un", "une", "ce", "cet", "cette", "sa")
        if (entry is None and not determined) or "" in found:
            return None
        return found

    def joined(self, phrase: tuple[int, int, int]) -> tuple[str, str] | None:
        """Return the grammar of « A et B », two nouns with their determiners; None for any other phrase. One masculine makes it masculine."""
        tree = self.tree
        marks = [i for i in range(phrase[0], phrase[1]) if tree.words[i] == "et"]
        if len(marks) != 1 or any(tree.words[i] in (",", "ou", "ni") for i in range(phrase[0], phrase[1])):
            return None
        genders = []
        for start, end in ((phrase[0], marks[0]), (marks[0] + 1, phrase[1])):
            noun = next((i for i in range(start, end) if tree.tokens[i].pos == "NOUN"), None)
            if noun is None or tree.tokens[start].pos != "DET" or any(tree.tokens[i].pos not in ("DET", "ADJ", "NUM") for i in range(start, noun)):
                return None
            entry = noun_entry(tree.tokens[noun].lemma.lower())
            if entry is None or entry[0] not in ("m", "f"):
                return None
            genders.append(entry[0])
        return ("m" if "m" in genders else "f"), "p"

    def token_at(self, offset: int) -> int:
        return next((i for i in range(self.tree.first, self.tree.last) if self.tree.tokens[i].span.end > offset), self.tree.last)

    def entity_of(self, phrase: tuple[int, int, int]) -> Entity | None:
        at = self.tree.tokens[phrase[2]].span.start
        return next((entity for entity in self.entities for mention in entity.mentions if mention.form != "pronoun" and mention.span.start <= at < mention.span.end), None)

    def phrase(self, clause: Clause) -> tuple[int, int, int] | None:
        """Return the subject of a clause as first token, end, head."""
        if clause.subject is None:
            return None
        inside = [i for i in range(self.tree.first, self.tree.last) if clause.subject.start <= self.tree.tokens[i].span.start < clause.subject.end]
        if not inside:
            return None
        tops = [i for i in inside if self.tree.head(i) not in inside or self.tree.head(i) == i]
        heads = [i for i in tops if self.tree.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
        return (inside[0], inside[-1] + 1, heads[0]) if len(heads) == 1 else None

    def number_of(self, group: VerbGroup) -> str:
        return {"Sing": "s", "Plur": "p"}.get(self.tree.tokens[group.finite].feature("Number"), "")

    # --------------------------------------------------------------------------------------------------------------- cuts

    def cuts(self) -> list[_Cut]:
        found = self.coordinated() + self.governed() + self.spliced() + self.relative_of_subject() + self.final_relative() + self.which() + self.because() + self.where() + self.whose() + self.apposition()
        return [cut for cut in found if not self.said(cut.at) and not self.said(cut.start) and not self.reported(cut.start)]

    def reported(self, at: int) -> bool:
        """Whether a conjunction « que » stands before the offset: what follows may belong to what it opens."""
        tree = self.tree
        return any(
            tree.words[i] in ("que", "qu'") and i not in self.inside and (tree.tokens[i].pos != "PRON" or tree.dep(i) == "mark")
            for i in range(tree.first, tree.last)
            if tree.tokens[i].span.start < at
        )

    def edit(self, rule: str, start: int, end: int, after: str) -> Edit:
        """The edit from the end of token ``start`` to the start of token ``end``."""
        return Edit("split", rule, Span(self.tree.tokens[start].span.end, self.tree.tokens[end].span.start), after)

    def capital(self, rule: str, before: int, word: int, lead: str = ". ") -> Edit:
        """The edit that puts a full stop before the token ``word`` and gives it its capital."""
        start = self.tree.tokens[word].span.start
        first = self.text[start]
        return Edit("split", rule, Span(self.tree.tokens[before].span.end, start + 1), f"{lead}{first.upper()}")

    def coordinated(self) -> list[_Cut]:
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
            if tree.words[first] in _OPENS_DEPENDENT | {"pas", "non", "ne", "n'", "et", "alors", "donc", "surtout", "aussi", "même"} and tree.words[first] not in ("en", "depuis", "ne", "n'", "à", "sous", "pour", "après"):
                continue
            shared = any(obstacle.startswith("shared-subject") for obstacle in right.obstacles)
            if shared:
                cut = self.shared(left, right, last, first, mark)
            else:
                cut = self.own(left, right, last, first, mark)
            if cut is not None:
                made.append(cut)
        return made

    def governed(self) -> list[_Cut]:
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
            comma = tree.words[mark - 1] == ","
            last = mark - 2 if comma else mark - 1
            between = [g for g in tree.groups if main.finite < g.finite < mark]
            if (between and not comma) or last <= main.end or tree.is_punct(last) or self.inside & {last, mark, first}:
                continue
            if tree.words[first] in ("qui", "que", "qu'", "dont", "ce", "autre", "autres") or any(tree.words[k] in (",", "et", "ou") or k in tree.group_of for k in range(first, group.start)):
                continue
            if self.number_of(group) not in ({"Sing": "s", "Plur": "p"}.get(tree.tokens[subject].feature("Number"), ""), ""):
                continue
            if tree.words[tree.first] in _OPENS_DEPENDENT and tree.tokens[tree.first].pos == "SCONJ":
                continue
            if tree.words[mark] == "mais":
                edit = Edit("split", "mais-en-tete", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), ". Mais ")
            else:
                edit = self.capital("coordonnee", last, first)
            made.append(_Cut(edit.span.start, (edit,), 1, edit.span.start))
        return made

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

    def own(self, left: Clause, right: Clause, last: int, first: int, mark: str) -> _Cut | None:
        tree = self.tree
        if right.subject is None or right.verb.start < right.subject.start:
            return None
        opening = tree.tokens[first].span.start
        if opening != right.subject.start:
            lead = [i for i in range(first, tree.last) if tree.tokens[i].span.start < right.subject.start]
            if not lead or tree.tokens[first].pos not in ("ADP", "ADV") or tree.words[lead[-1]] != "," or any(tree.words[i] == "," for i in lead[:-1]):
                return None
        if tree.tokens[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADP", "ADV") or tree.words[first] in ("qui", "que", "qu'", "dont", "autre", "autres") or tree.word(first + 1) in ("qui", "que", "qu'"):
            return None
        head = self.phrase(right)
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
        return _Cut(edit.span.start, (edit,), 0, edit.span.start)

    def shared(self, left: Clause, right: Clause, last: int, first: int, mark: str) -> _Cut | None:
        tree = self.tree
        owner = self.phrase(left)
        if owner is None or tree.tokens[first].span.start != right.verb.start or not self.complete(left) or not self.plain_verb(right):
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
            pronoun = _PRONOUNS[grammar]
            # what names the subject must not be the only thing that the pronoun could not mean
            if self.rival(tree.first, first, owner, grammar):
                return None
        if pronoun is None:
            return None
        word = {"mais": f". Mais {pronoun.lower()} ", "puis": f". Puis {pronoun.lower()} ", "": f". {pronoun} ", "et": f". {pronoun} "}.get(mark)
        if word is None:
            return None
        edit = Edit("split", "sujet-repris", Span(tree.tokens[last].span.end, tree.tokens[first].span.start), word)
        return _Cut(edit.span.start, (edit,), 1, edit.span.start)

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

    def relative_of_subject(self) -> list[_Cut]:
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
            opening = self.edit("relative-du-sujet", comma - 1, who + 1, " ")
            breaking = self.edit("relative-du-sujet", stop - 1, stop + 1, f". {_PRONOUNS[grammar]} ")
            made.append(_Cut(breaking.span.start, (opening, breaking), 2, opening.span.start))
        return made

    def same_name(self, i: int, j: int) -> bool:
        one, other = self.entity_at(i), self.entity_at(j)
        return one is not None and one is other

    def entity_at(self, i: int) -> Entity | None:
        return self.entity_of((i, i + 1, i))

    def could_be(self, i: int, grammar: tuple[str, str]) -> bool:
        token = self.tree.tokens[i]
        return token.feature("Gender") in ({"m": "Masc", "f": "Fem"}[grammar[0]], "") and token.feature("Number") in ({"s": "Sing", "p": "Plur"}[grammar[1]], "")

    def final_relative(self) -> list[_Cut]:
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
            if grammar is None or number not in (grammar[1], "") or not any(g.finite < comma and tree.head(g.head) == g.head for g in tree.groups):
                continue
            if any(tree.dep(g.head) in ("advcl", "ccomp") and g.finite < comma for g in tree.groups):
                continue
            root = next(g for g in tree.groups if tree.head(g.head) == g.head)
            if tree.tokens[phrase[2]].pos != "PROPN" and any(
                tree.tokens[i].pos in ("NOUN", "PROPN") and self.could_be(i, grammar) for i in range(root.end, phrase[0]) if i not in self.inside
            ):
                continue
            edit = self.edit("relative-finale", antecedent, who + 1, f". {_DEICTICS[grammar]} ")
            made.append(_Cut(edit.span.start, (edit,), 3, edit.span.start))
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
        words = [self.analysis.tokens[i].span.of(self.text).lower().replace("’", "'") for i in range(first, min(last, first + 14))]
        return any(word in ("il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "lui", "leur", "leurs", "son", "sa", "ses", "dernier", "dernière", "premier", "première", "-t-il", "-il", "-elle") for word in words)

    def which(self) -> list[_Cut]:
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
            made.append(_Cut(edit.span.start, (edit,), 2, edit.span.start))
        return made


    def one_root_before(self, at: int) -> bool:
        """Whether the main verb stands before token ``at`` and none after it."""
        roots = [g.finite for g in self.tree.groups if self.tree.head(g.head) == g.head]
        return bool(roots) and all(finite < at for finite in roots) and not any(i in self.inside for i in roots)

    def spliced(self) -> list[_Cut]:
        """« …, celle-ci s’est propagée… » → « …. Celle-ci s’est propagée… »"""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 2):
            if tree.words[i] not in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci") or tree.words[i - 1] != "," or i in self.inside:
                continue
            before = [g for g in tree.groups if g.finite < i]
            group = next((g for g in tree.groups if g.start == i + 1), None)
            if group is None or not before or group.finite in self.inside or (tree.words[tree.first] in _OPENS_DEPENDENT and tree.tokens[tree.first].pos == "SCONJ"):
                continue
            if any(tree.dep(g.head) in ("ccomp", "advcl") for g in before):
                continue
            edit = self.capital("celui-ci", i - 2, i)
            made.append(_Cut(edit.span.start, (edit,), 0, edit.span.start))
        return made

    def because(self) -> list[_Cut]:
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
            made.append(_Cut(edit.span.start, (edit,), 2, edit.span.start))
        return made

    def where(self) -> list[_Cut]:
        """« … à Lyon, où il a étudié. » → « … à Lyon. Là, il a étudié. »: a place stands just before."""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 3):
            if tree.words[i] != "où" or tree.words[i - 1] != "," or i in self.inside or not self.one_root_before(i):
                continue
            entity = self.entity_at(i - 2)
            if entity is None or entity.kind not in ("place", "country") or tree.word(self.token_at(self.mention_start(entity, i - 2)) - 1) not in ("à", "en", "au", "aux", "dans", "vers", "pour"):
                continue
            if tree.head(i - 2) not in [g.head for g in tree.groups if tree.head(g.head) == g.head]:
                continue
            group = next((g for g in tree.groups if g.finite > i), None)
            subject = subject_of(tree, group) if group is not None else None
            if group is None or subject is None or tree.extents[subject][0] != i + 1 or subject > group.finite or group.finite in self.inside or group.tense in ("other", "conditional", "past-conditional"):
                continue
            edit = self.edit("ou", i - 2, i + 1, ". Là, ")
            made.append(_Cut(edit.span.start, (edit,), 3, edit.span.start))
        return made

    def mention_start(self, entity: Entity, i: int) -> int:
        at = self.tree.tokens[i].span.start
        return next(mention.span.start for mention in entity.mentions if mention.span.start <= at < mention.span.end)

    def whose(self) -> list[_Cut]:
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
            made.append(_Cut(edit.span.start, (edit,), 3, edit.span.start))
        return made

    def apposition(self) -> list[_Cut]:
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
        pronoun = _PRONOUNS[(entity.gender, "s")]
        opening = self.edit("apposition", first - 1, first + 1, " est ")
        breaking = self.edit("apposition", second - 1, second + 1, f". {pronoun} ")
        made.append(_Cut(breaking.span.start, (opening, breaking), 4, opening.span.start))
        return made


def split_edits(analysis: Analysis, index: int) -> tuple[Edit, ...]:
    """Return the edits that cut sentence ``index`` into shorter ones, in order; none where it is not over 20 words or no cut is certain."""
    text = analysis.article.text
    sentence = analysis.sentences[index]
    if sentence.paragraph < 0 or analysis.paragraphs[sentence.paragraph].kind != "prose" or count_words(sentence.span.of(text)) <= LONG:
        return ()
    reader = _Reader(analysis, index)
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
