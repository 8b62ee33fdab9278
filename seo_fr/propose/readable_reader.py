"""One sentence of the source, read for ``--body readable``: whether it may be cut, what its subjects agree with, and the edits that a cut takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from seo_fr.analyse.obstacles import phrase_grammar
from seo_fr.analyse.segments import quoted
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.french.lexicon import noun_entry
from seo_fr.model import Analysis, Clause, Edit, Entity, Sentence, Span

PRONOUNS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}
DEICTICS = {("m", "s"): "Celui-ci", ("f", "s"): "Celle-ci", ("m", "p"): "Ceux-ci", ("f", "p"): "Celles-ci"}
#: What governs all that follows it in its sentence, or ties the sentence's parts to each other: such a sentence stays whole.
HOLDS = re.compile(
    r"(?<![\w-])(?:si|s['’]il|s['’]ils|selon|d['’]après|à en croire|pour peu que|à condition|à moins que|pourvu que|à supposer|sauf si|même si|en cas|soit|ni|tant que|non seulement|d['’]une part|d['’]un côté|"
    r"plus [^,;]*, (?:plus|moins)|tellement|à tel point|apparemment|semble-t-il|paraît-il|dit-on)(?![\w-])",
    re.IGNORECASE,
)
OPENS_DEPENDENT = frozenset(
    ["si", "s'", "quand", "lorsque", "lorsqu'", "bien", "malgré", "comme", "alors", "puisque", "puisqu'", "tandis", "afin", "pour", "parce", "après", "avant", "dès", "depuis", "en", "sans", "quoique", "dont", "où", "que", "qu'", "qui", "selon", "d'après", "faute", "grâce", "à", "suite", "sous"]
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A certain cut: where the sentence breaks, and the edits it takes. Lower ``order`` is tried first."""

    at: int
    edits: tuple[Edit, ...]
    order: int
    start: int  # where what is cut begins: a relative in the middle has its edit there


class Reader:
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
        if words.count('"') % 2 or "\n" in words.strip() or re.search(r"[–—]|\s-\s", words) or self.outside.count(":") > 1:
            return False
        return HOLDS.search(self.outside) is None

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

    def disagrees(self, first: int, grammar: tuple[str, str]) -> bool:
        """Whether the verb from token ``first`` has a participle with « être » that does not agree: the source's own fault, or a subject misread."""
        group = next((g for g in self.tree.groups if g.start <= first < g.end), None)
        if group is None or not (group.passive or self.tree.tokens[group.finite].lemma == "être"):
            return False
        participle = self.tree.tokens[group.end - 1]
        if participle.feature("VerbForm") != "Part":
            return False
        word = self.tree.words[group.end - 1]
        return word.endswith(("ée", "ées", "ie", "ies", "ue", "ues", "ite", "ites")) != (grammar[0] == "f") and word.endswith(("é", "és", "ée", "ées", "ie", "ies", "ue", "ues", "i", "u", "us", "ite", "ites"))

    def number_of(self, group: VerbGroup) -> str:
        return {"Sing": "s", "Plur": "p"}.get(self.tree.tokens[group.finite].feature("Number"), "")

    def edit(self, rule: str, start: int, end: int, after: str) -> Edit:
        """The edit from the end of token ``start`` to the start of token ``end``."""
        return Edit("split", rule, Span(self.tree.tokens[start].span.end, self.tree.tokens[end].span.start), after)

    def capital(self, rule: str, before: int, word: int, lead: str = ". ") -> Edit:
        """The edit that puts a full stop before the token ``word`` and gives it its capital."""
        start = self.tree.tokens[word].span.start
        first = self.text[start]
        return Edit("split", rule, Span(self.tree.tokens[before].span.end, start + 1), f"{lead}{first.upper()}")

    def reported(self, at: int) -> bool:
        """Whether a conjunction « que » stands before the offset: what follows may belong to what it opens."""
        tree = self.tree
        return any(
            tree.words[i] in ("que", "qu'") and i not in self.inside and not {"ne", "n'"} & {tree.word(i - 2), tree.word(i - 3)} and (tree.tokens[i].pos != "PRON" or tree.dep(i) == "mark")
            for i in range(tree.first, tree.last)
            if tree.tokens[i].span.start < at
        )

    def one_root_before(self, at: int) -> bool:
        """Whether the main verb stands before token ``at`` and none after it."""
        roots = [g.finite for g in self.tree.groups if self.tree.head(g.head) == g.head]
        return bool(roots) and all(finite < at for finite in roots) and not any(i in self.inside for i in roots)
