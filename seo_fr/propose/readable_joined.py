"""Cuts between main clauses read from the order of words, where the parse is not needed: a clause with its own subject after « et », « mais », a comma, a semicolon or a colon.

Two finite verbs, each with its own subject just before it, and no word between that could put the second under the first: such clauses are independent whatever the parse says
(Grevisse and Goosse, Le bon usage, §§ 212, 262).
"""

from __future__ import annotations

from seo_fr.analyse.compression_guards import DATE_WORDS
from seo_fr.analyse.syntax import VerbGroup
from seo_fr.model import Edit, Span
from seo_fr.propose.readable_clauses import MainClauses
from seo_fr.propose.readable_reader import Cut

#: What puts a clause under another one, or makes one hang on a noun.
_SUBORDINATORS = frozenset(
    ["que", "qu'", "qui", "dont", "où", "quand", "lorsque", "lorsqu'", "si", "s'il", "comme", "puisque", "puisqu'", "alors", "tandis", "car", "parce", "quoique", "quoiqu'", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel", "quoi", "quel", "quelle", "quels", "quelles", "combien", "comment", "pourquoi", "afin", "pourvu", "tant"]
)
_SUBJECTS = frozenset(["il", "elle", "ils", "elles", "on", "cela"])
_ABOUT = (("près", "de"), ("plus", "de"), ("moins", "de"), ("environ",), ("quelque",), ("au", "moins"))
_LAST = frozenset(["dernier", "dernière", "derniers", "dernières"])
_CONNECTIVES = frozenset(["enfin", "ainsi", "cependant", "toutefois", "néanmoins", "pourtant", "finalement", "ensuite", "puis", "aussi", "également", "de", "plus", "en", "outre", "par", "ailleurs", "d'", "effet", "mais", "et", "or", ","])
#: Before a colon, what announces a list, an example or somebody's words.
_ANNOUNCES = frozenset(["suivant", "suivante", "suivants", "suivantes", "voici", "voilà", "exemple", "notamment", "ainsi", "savoir", "ceci", "cause", "résultat", "question", "mot", "mots", "termes", "message", "slogan", "titre", "déclaration", "réponse", "phrase", "citation", "explication"])


class JoinedClauses(MainClauses):
    """Finds the cuts that the order of words makes certain."""

    def joined_cuts(self) -> list[Cut]:
        """« … et la mairie a… », « …, mais 200 pompiers ont… », « …, il a… », « … ; la mairie a… », « … : la mairie a… »."""
        main = self.plain_main()
        if main is None:
            return []
        return self.with_conjunction(main) + self.with_comma(main) + self.with_mark(main)

    def plain_main(self) -> VerbGroup | None:
        """The first verb of the sentence where its subject opens the sentence, after nothing but a connective or a day, and nothing governs it."""
        tree = self.tree
        groups = sorted(tree.groups, key=lambda g: g.finite)
        if not groups or groups[0].finite in self.inside:
            return None
        main = groups[0]
        before = range(tree.first, main.start)
        if any(tree.words[i] in _SUBORDINATORS or i in self.inside for i in before) or main.tense == "other" or not before:
            return None
        start = tree.first
        commas = [i for i in before if tree.words[i] == ","]
        if commas:
            lead = range(tree.first, commas[0])
            timed = all(tree.words[i] in DATE_WORDS or tree.words[i].isdigit() for i in lead)
            if timed or all(tree.words[i] in _CONNECTIVES for i in lead):
                start = commas[0] + 1
        return main if self.opens_with_subject(start, main) else None

    def opens_with_subject(self, start: int, group: VerbGroup) -> bool:
        """Whether the tokens from ``start`` to the verb are its subject: a pronoun, or a noun phrase of the verb's number, with at most what two commas set apart."""
        tree = self.tree
        for about in _ABOUT:
            after = start + len(about)
            if all(tree.word(start + k) == word for k, word in enumerate(about)) and (tree.word(after)[:1].isdigit() or tree.tokens[after].pos == "NUM"):
                start = after
                break
        span = range(start, group.start)
        if not span or any(i in self.inside and tree.words[i] in ("«", "»", "“", "”", '"') for i in span):
            return False
        words = [tree.words[i] for i in span]
        if len(span) == 1 and words[0] in _SUBJECTS:
            return words[0] != "il" or tree.word(group.finite - 1) != "y"
        if any(word in _SUBORDINATORS or word in (";", ":", "et", "ou", "mais", "ni") for word in words) or words.count(",") not in (0, 2):
            return False
        if words[-1] != "," and words.count(","):
            return False
        token = tree.tokens[start]
        if (token.pos not in ("DET", "PROPN", "NUM", "NOUN", "PRON") and words[0] not in ("seul", "seule", "seuls", "seules")) or words[0] in ("tout", "tous", "toute", "toutes", "autre", "autres", "y", "en", "le", "la", "les", "l'") and token.pos == "PRON":
            return False
        if token.pos == "PRON" and words[0] not in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci", "certains", "certaines", "plusieurs", "beaucoup", "aucun", "aucune", "personne", "chacun", "chacune"):
            return False
        head = next((i for i in span if tree.tokens[i].pos in ("NOUN", "PROPN")), start if words[0].isdigit() or token.pos in ("NUM", "PRON") else None)
        if head is None or any(tree.tokens[i].pos not in ("DET", "ADJ", "NUM", "ADV") for i in range(start, head)) or (token.pos == "NOUN" and head == start):
            return False
        number = {"Sing": "s", "Plur": "p"}.get(tree.tokens[head].feature("Number"), "")
        if words[0] in ("les", "des", "ces", "ses", "leurs", "deux", "trois", "plusieurs", "quelques", "certains", "certaines", "seuls", "seules"):
            number = "p"
        elif words[0] in ("le", "la", "un", "une", "ce", "cet", "cette", "son", "sa"):
            number = "s"
        elif words[0].isdigit() and words[0] not in ("0", "1"):
            number = "p"
        verb = self.number_of(group)
        return number == "" or verb in ("", number)

    def next_group(self, at: int) -> VerbGroup | None:
        """The first finite verb at or after token ``at``, told as a fact."""
        group = min((g for g in self.tree.groups if g.finite >= at), key=lambda g: g.finite, default=None)
        if group is None or group.finite in self.inside or group.tense in ("other", "past-conditional"):
            return None
        if group.tense == "conditional" and self.tree.tokens[group.finite].lemma not in ("pouvoir", "devoir"):
            return None  # « pourrait » holds its doubt itself; a hearsay may hang on what stands before
        return None if self.tree.tokens[group.finite].feature("VerbForm") == "Part" or self.tree.words[group.finite].endswith("ant") else group

    def free_between(self, start: int, end: int) -> bool:
        """Whether no verb and no subordinating word stands between two tokens, outside quotes and parentheses."""
        tree = self.tree
        return not any(i not in self.inside and tree.words[i] in _SUBORDINATORS for i in range(start, end)) and not any(start <= g.finite < end and g.finite not in self.inside for g in tree.groups)

    def full(self, group: VerbGroup, last: int) -> bool:
        """Whether words that complete the verb stand between it and token ``last``, and that one can end a sentence."""
        tree = self.tree
        if tree.is_punct(last) and not (last in self.inside and tree.words[last] in ("»", ")", "”")):
            return False
        return (last > group.end or (group.passive and last + 1 >= group.end)) and tree.tokens[last].pos not in ("ADP", "DET", "CCONJ", "SCONJ", "AUX") and tree.words[last] not in ("entre", "de", "à", "ne", "non", "pas")

    def with_conjunction(self, main: VerbGroup) -> list[Cut]:
        tree, made = self.tree, []
        for i in range(main.end + 1, tree.last - 3):
            if tree.words[i] not in ("et", "mais") or i in self.inside or tree.words[i - 1] in ("et", "ou", "mais"):
                continue
            last = i - 2 if tree.words[i - 1] == "," else i - 1
            group = self.next_group(i + 1)
            if group is None or not self.full(main, last) or not self.free_between(main.end, i) or not self.opens_with_subject(i + 1, group):
                continue
            # « entre A et B », « A et B ont » : the first member of a pair must not be waiting for the second
            if tree.words[i] == "et" and any(tree.words[k] == "entre" and k not in self.inside for k in range(main.end, i)):
                continue
            if tree.word(i + 1)[:1].isdigit() or (tree.words[i + 1] == "pour" and tree.words[i + 2] == "cause") or self.owned(main.start, i + 1):
                continue
            if tree.words[i] == "mais":
                edit = Edit("split", "mais-en-tete", Span(tree.tokens[last].span.end, tree.tokens[i + 1].span.start), ". Mais ")
            else:
                edit = self.capital("coordonnee", last, i + 1)
            made.append(Cut(edit.span.start, (edit,), 1, edit.span.start))
        return made

    def with_comma(self, main: VerbGroup) -> list[Cut]:
        """« A, il B »: two clauses that only a comma parts."""
        tree, made = self.tree, []
        for i in range(main.end + 2, tree.last - 4):
            if tree.words[i - 1] != "," or i in self.inside:
                continue
            start = i
            if tree.words[i] in ("ce", "cette", "ces") and tree.word(i + 1) in _LAST:
                start = i + 1
            elif tree.words[i] not in _SUBJECTS:
                continue
            group = self.next_group(start + 1)
            if group is None or group.start != start + 1 or not self.full(main, i - 2) or not self.free_between(main.end, i - 1):
                continue
            if tree.word(start + 1) == "y" or any(tree.words[k] == "," for k in range(start + 1, min(group.end + 3, tree.last))):
                continue
            if any(tree.words[k] == "," and k not in self.inside for k in range(main.start, i - 1)):
                continue
            edit = self.capital("virgule", i - 2, i)
            made.append(Cut(edit.span.start, (edit,), 1, edit.span.start))
        return made

    def with_mark(self, main: VerbGroup) -> list[Cut]:
        """« A ; B » and « A : B », one such mark in the sentence, where B is a clause that opens with its subject, or with a connective, a day or an adjunct and a comma."""
        tree, made = self.tree, []
        marks = [i for i in range(tree.first, tree.last) if tree.words[i] in (";", ":") and i not in self.inside]
        if len(marks) != 1:
            return []
        (at,) = marks
        if at + 3 >= tree.last or at + 1 in self.inside or not self.full(main, at - 1) or at - 1 in self.inside:
            return []
        group = self.next_group(at + 1)
        if group is None:
            return []
        start = at + 1
        commas = [i for i in range(start, group.start) if tree.words[i] == ","]
        if not self.opens_with_subject(start, group):
            if not commas or tree.tokens[start].pos not in ("ADP", "ADV") or any(tree.words[i] in _SUBORDINATORS for i in range(start, group.start)):
                return []
            if not any(self.opens_with_subject(comma + 1, group) for comma in commas):
                return []
        if tree.words[at] == ":":
            spoken = any(s.sentence == self.index for s in self.analysis.statements)
            if spoken or any(tree.words[i] in _ANNOUNCES for i in range(tree.first, at)) or not tree.tokens[start].span.of(self.text)[:1].isalpha():
                return []
        edit = self.capital("point-virgule" if tree.words[at] == ";" else "deux-points", at - 1, start)
        made.append(Cut(edit.span.start, (edit,), 0, edit.span.start))
        return made
