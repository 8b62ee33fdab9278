"""Verbs of speech: direct speech and its tags, and which construction a verb has here."""

from __future__ import annotations

from seo_fr.analyse.segments import subject_of, trim
from seo_fr.analyse.speaker_phrases import Reported, lemma_of, phrase_of
from seo_fr.analyse.speech_contents import ContentReader
from seo_fr.analyse.speech_lexicon import MONTHS, PERCEIVED, TIME_LEMMAS, UNSPOKEN, Cue
from seo_fr.analyse.syntax import CLITICS, VerbGroup
from seo_fr.model import Commitment, Quote, Span

_NO_TAG_AFTER = frozenset(["que", "qu'", "qui", "dont", "où", "comme", "et", "mais", "ou", "ce", "si", "quand", "lorsque", "ne", "n'", ":"])
_NOT_MAIN = frozenset(["qui", "que", "qu'", "dont", "où", "lorsque", "quand", "si", "comme", "puisque"])


class DirectReader(ContentReader):
    """Finds what a verb beside a quote, or in a tag, says."""

    def inverted_subject(self, i: int, group: VerbGroup | None, after: int = 0) -> tuple[int, int, int] | None:
        tree = self.tree
        if group is not None:
            last = tree.word(group.end - 1)
            if last.lstrip("-t").lstrip("-") in ("il", "elle", "ils", "elles", "on") and last.startswith("-"):
                return group.end - 1, group.end, group.end - 1
            for k in range(group.start, group.end):
                if tree.words[k] in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-on"):
                    return k, k + 1, k
        for child in tree.kids(i, "nsubj"):
            if child > i:
                return self.checked(child)
        after = max(after, group.end if group else i + 1)
        while after < tree.last and tree.tokens[after].pos == "ADV" and tree.words[after] not in ("que", "plus"):
            after += 1
        after = self.past_addressee(self.past_time(after))
        for child in tree.kids(i, "obj", "xcomp", "appos", "dep"):
            if child >= after and tree.extents[child][0] == after and tree.tokens[child].pos in ("NOUN", "PROPN"):
                return phrase_of(tree, child)
        if tree.word(after) in ("il", "elle", "ils", "elles") and after < tree.last:
            return after, after + 1, after
        k = after
        while k < tree.last and tree.tokens[k].pos in ("DET", "ADJ"):
            k += 1
        if k < tree.last and k - after <= 3 and tree.tokens[k].pos in ("NOUN", "PROPN"):
            return phrase_of(tree, k)
        return None

    def direct(self, i: int, group: VerbGroup | None, after: int) -> tuple[Span, int | None, bool] | None:
        """Content, quote and whether the subject is inverted, where the verb at ``i`` tags or opens direct speech."""
        tree = self.tree
        if i in self.inside and not any(m.start <= tree.tokens[i].span.start < m.end for q in self.whole for m in self.gaps(q)):
            return None
        begin = group.start if group else i
        while begin - 1 >= tree.first and tree.words[begin - 1] in ("ne", "n'"):
            begin -= 1
        before = tree.word(begin - 1)
        inverted_pronoun = group is not None and any(tree.words[k].startswith("-") and tree.words[k].lstrip("-t").strip("-") in ("il", "elle", "ils", "elles", "on", "l", "lle") for k in range(group.start, group.end))
        if before == "," and group is not None and (said := self.closing_tag(i, group, after)) is not None:
            content = self.content(self.tagged_from(begin), begin)
            if content is not None:
                self.tag_subjects[i] = said
                return content, None, True
        # the tag after (or inside) the quote
        after_mark = before in (",", "»", "”", '"', "!", "?", "-", "–") and begin > tree.first
        if after_mark and (inverted_pronoun or (self.inverted_subject(i, group, after) is not None and self.right_subject(i, after))):
            quote = self.quote_before(begin)
            if quote is not None:
                return Span(quote.content[0].start, quote.content[-1].end), quote.id, True
            if before == "," and group is not None and not any(tree.words[k] in ("que", "qu'") for k in range(after, min(after + 4, tree.last))):
                start = self.segment_at(i)[0]
                said = self.inverted_subject(i, group, after)
                if any(start <= g.finite < begin and tree.word(g.start - 1) not in ("qui", "dont", "où") for g in tree.groups) and said is not None and (inverted_pronoun or self.animate(said)):
                    content = self.content(min(start, self.tagged_from(begin)), begin)
                    if content is not None:
                        return content, None, True
        if not after_mark and group is not None and self.bare_tag(i, group, after):
            content = self.content(min(self.segment_at(i)[0], self.tagged_from(begin)), begin)
            if content is not None:
                return content, None, True
        # « X déclare : « … » »
        for quote in self.quotes:
            first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= quote.span.start), None)
            if first is None or first <= after - 1 or (not quote.whole and tree.word(first - 1) != ":"):
                continue
            colon = tree.word(first - 1) in (":", ",", "que", "qu'") or (tree.word(first - 1) == "'" and tree.word(first - 2) == "qu")
            gap = range(after, first)
            if any(self.other_voice(k) for k in gap):
                continue  # « le critiquent, ce dernier expliquant que « … » »
            if (colon or first == after) and len(gap) < 30 and not any(k in tree.group_of and tree.group_of[k].finite == k for k in gap) and ";" not in [tree.words[k] for k in gap]:
                if group is not None and tree.word(group.start - 1) == "qui" and tree.word(first - 1) == ":" and quote.speaker_span is not None and self.another_named(i, quote):
                    continue  # « X a répondu à Y, qui avait commenté sa pétition : « … » »
                if tree.word(first - 1) == "," and group is None and not tree.words[i].endswith("ant"):
                    continue  # « la production n’ayant pas repris, « … » »
                return Span(quote.content[0].start, quote.content[-1].end), quote.id, False
        return None

    def another_named(self, i: int, quote: Quote) -> bool:
        """Whether the subject of the verb at ``i`` is a name, and the quote before it has been given to somebody else named earlier in the sentence."""
        tree = self.tree
        said = self.speaker_of(i)
        if said is None or quote.speaker is None or quote.speaker_span is None or quote.speaker_span.end > tree.tokens[said[0]].span.start:
            return False
        at = tree.tokens[said[2]].span.start
        return any(e.id != quote.speaker and m.span.start <= at < m.span.end for e in self.entities for m in e.mentions)

    def tagged_from(self, tag: int) -> int:
        """Where what the tag at ``tag`` closes begins: at the sentence's start, whatever clauses « et » joins; after a semicolon or a closed quote."""
        tree = self.tree
        return next((k + 1 for k in range(tag - 1, self.start - 1, -1) if (tree.words[k] == ";" and k not in self.inside) or (tree.words[k] in ("»", "”") and k - 1 in self.inside)), self.start)

    def closing_tag(self, i: int, group: VerbGroup, after: int) -> tuple[int, int, int] | None:
        """Who speaks in « La victime est le conducteur, a annoncé la police vers midi », whatever the parser makes of it; None where no such tag stands at ``i``."""
        tree = self.tree
        if i in self.inside or group.passive or group.tense not in ("perfect", "present", "simple-past", "pluperfect", "imperfect") or tree.dep(group.finite).startswith("acl"):
            return None
        if not any(self.start <= g.finite < group.start and g.finite not in self.inside and tree.word(g.start - 1) not in _NOT_MAIN and tree.word(g.start - 2) not in _NOT_MAIN for g in tree.groups):
            return None
        if not any({"incise", "que"} <= cue.constructions for cue in self.lexicon.verbs.get(lemma_of(tree, i), ())):
            return None
        at = after
        while at < tree.last and tree.tokens[at].pos == "ADV" and tree.words[at] not in ("que", "plus"):
            at += 1
        at = self.past_addressee(self.past_time(at))
        if at >= tree.last or tree.tokens[at].pos not in ("DET", "PROPN", "NOUN"):
            return None
        head = next((k for k in range(at, min(at + 4, tree.last)) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is None or any(tree.tokens[k].pos not in ("DET", "ADJ", "NUM") for k in range(at, head)):
            return None
        start, end, _ = phrase_of(tree, head)
        said = (at, end, head)
        following = next((g for g in tree.groups if g.finite > i and g.finite not in self.inside), None)
        if start < at or not self.animate(said) or not self.agrees(group, said) or (following is not None and tree.word(following.start - 1) not in _NOT_MAIN):
            return None
        return said

    def other_voice(self, k: int) -> bool:
        """Whether a verb of speech stands at ``k`` that leads to a «que» or a quote of its own."""
        tree = self.tree
        return tree.tokens[k].pos == "VERB" and lemma_of(tree, k) in self.lexicon.reporting and (tree.words[k].endswith("ant") or k in tree.group_of)

    def bare_tag(self, i: int, group: VerbGroup, after: int) -> bool:
        """Whether the verb closes the sentence with its subject, without a comma before it: « Le pont est fermé a indiqué la mairie. »"""
        tree = self.tree
        before = group.start - 1
        if before <= tree.first or group.start != group.finite or group.tense not in ("perfect", "present", "simple-past") or group.passive or group.negated:
            return False
        if tree.words[before] in _NO_TAG_AFTER or tree.tokens[before].pos in ("DET", "ADP", "SCONJ", "CCONJ", "PRON") or any(c < i for c in tree.kids(i, "nsubj")):
            return False
        start, _end = self.segment_at(i)
        if not any(start <= g.finite < before and subject_of(tree, g) is not None for g in tree.groups):
            return False
        said = self.inverted_subject(i, group, after)
        if said is None or said[0] < after or not self.right_subject(i, after) or tree.dep(i).startswith(("acl", "advcl")):
            return False
        stop = trim(tree, said[0], tree.last)[1]
        return said[0] - after <= 5 and not self.verb_between(said[0], stop) and tree.tokens[said[2]].pos in ("NOUN", "PROPN") and stop - said[1] <= 8

    def past_time(self, at: int) -> int:
        """The index after a date or day that stands at ``at``: « le 26 mars », « ce lundi », « vendredi soir »."""
        tree = self.tree
        k = at
        if tree.word(k) in ("le", "ce") or (tree.word(k) == "un" and tree.word(k + 1) in ("jour", "soir", "matin")):
            k += 1
        if k < tree.last and tree.tokens[k].lemma.lower() in TIME_LEMMAS:
            k += 1
        elif tree.word(k).rstrip("er").isdigit() and tree.word(k + 1) in MONTHS:
            k += 2
        else:
            return at
        while k < tree.last and (tree.word(k) in ("matin", "soir", "midi", "après-midi") or tree.word(k).isdigit() or tree.word(k) in MONTHS):
            k += 1
        return k

    def past_addressee(self, at: int) -> int:
        """The index after « à l’AFP », « au Monde », « pour sa part » that stands at ``at``, if a noun phrase follows it; else ``at``."""
        tree = self.tree
        if at >= tree.last or tree.words[at] not in ("à", "au", "aux", "pour", "dans", "lors", "de", "sur", "devant"):
            return at
        k = at + 1
        while k < tree.last and tree.tokens[k].pos in ("DET", "NUM"):
            k += 1
        if k >= tree.last or tree.tokens[k].pos not in ("NOUN", "PROPN", "PRON"):
            return at
        k += 1
        while k < tree.last and tree.tokens[k].pos in ("ADJ", "PROPN"):
            if (end := self.person_at(k)) is not None and k > at + 2 and tree.word(end) in (",", ".", "", "!", "?", "…"):
                break  # « à l’agence Presse Info Paul Martin, de l’université »
            k += 1
        return k if k < tree.last and (tree.tokens[k].pos == "DET" or tree.tokens[k].pos == "PROPN") else at

    def person_at(self, k: int) -> int | None:
        """The end of a person's name that begins at ``k``; None where none does."""
        tree = self.tree
        at = tree.tokens[k].span.start
        mention = next((m for e in self.entities if e.kind == "person" for m in e.mentions if m.span.start == at and m.form in ("full", "short")), None)
        return None if mention is None else next((m for m in range(k, tree.last) if tree.tokens[m].span.start >= mention.span.end), tree.last)

    def right_subject(self, i: int, after: int) -> bool:
        tree = self.tree
        if any(c > i for c in tree.kids(i, "nsubj")):
            return True
        if any(c < i and not any(tree.words[k] in ("»", "”") for k in range(c, i)) for c in tree.kids(i, "nsubj")):
            return False
        while after < tree.last and tree.tokens[after].pos == "ADV":
            after += 1
        after = self.past_addressee(self.past_time(after))
        return after < tree.last and (tree.tokens[after].pos in ("PROPN", "DET", "NOUN", "PRON"))

    def gaps(self, quote: Quote) -> tuple[Span, ...]:
        return tuple(Span(a.end, b.start) for a, b in zip(quote.content, quote.content[1:], strict=False) if a.end <= b.start)

    def quote_before(self, begin: int) -> Quote | None:
        tree = self.tree
        at = tree.tokens[begin].span.start
        best: Quote | None = None
        for quote in self.quotes:
            if quote.span.start < at and (quote.whole or quote.span.end <= at):
                if quote.span.end <= at:
                    between = tree.text[quote.span.end : at]
                    if len(between.strip(" ,.\u00a0\u202f»!?")) == 0:
                        best = quote
                elif any(g.start <= at < g.end for g in self.gaps(quote)):
                    best = quote
        return best


class VerbReader(DirectReader):
    """Reads the verbs of speech of one sentence."""

    def cues_of(self, i: int) -> tuple[tuple[Cue, ...], int]:
        """The cues of the verb at ``i`` and the end of the words that make it."""
        tree = self.tree
        lemma = lemma_of(tree, i)
        group = tree.group_of.get(i)
        start = group.start if group else i
        reflexive = any(tree.words[k] in ("se", "s'") for k in range(max(tree.first, start), i)) or tree.word(i - 1) in ("se", "s'")
        key = "se " + lemma if reflexive else lemma
        for rest, _cue in self.lexicon.phrases.get(key, ()):
            at = group.end if group else i + 1
            if tree.word(at) in self.lexicon.words["adverbs"]:
                at += 1
            if all(at + k < tree.last and rest[k] in (tree.words[at + k], tree.tokens[at + k].lemma) for k in range(len(rest))):
                return tuple(c for r, c in self.lexicon.phrases[key] if r == rest), at + len(rest)
        return self.lexicon.verbs.get(key, ()), (group.end if group else i + 1)

    def called(self, after: int) -> int | None:
        """The «à» of « appelle ses administrés au calme »: after an object of people, before a bare noun or one with «la» or «l’»."""
        tree = self.tree
        if after >= tree.last or tree.tokens[after].pos not in ("DET", "PROPN"):
            return None
        head = self.nominal_head(after)
        if head is None or head - after > 3:
            return None
        for k in range(head + 1, min(head + 8, tree.last)):
            if tree.words[k] in ("à", "au", "aux"):
                noun = self.nominal_head(k + 1)
                fits = noun is not None and noun - k <= 2 and tree.tokens[noun].pos == "NOUN" and tree.tokens[noun].lemma.lower() not in TIME_LEMMAS and tree.tokens[noun].lemma.lower() not in self.lexicon.words["places"]
                return k if fits else None
            if tree.words[k] in (",", ";", ":", ".", "«", "que", "qu'", "qui") or k in tree.group_of:
                return None
        return None

    def read_verbs(self) -> None:
        tree = self.tree
        for i in range(tree.first, tree.last):
            token = tree.tokens[i]
            if token.pos not in ("VERB", "AUX") and not self.mistaken(i) and not (token.pos in ("ADJ", "NOUN") and tree.words[i].endswith("ant") and token.dep in ("advcl", "acl")):
                continue
            if token.pos == "AUX" and token.dep.startswith("aux"):
                continue
            if self.idle(i):
                continue
            if i not in tree.group_of and tree.words[i].endswith("ant") and not token.lemma.endswith(("er", "ir", "re")):
                continue
            group = tree.group_of.get(i)
            if group is not None and group.verb != i:
                continue
            if tree.tokens[i - 1].lemma == "faire" and token.feature("VerbForm") == "Inf" and i > tree.first:
                continue  # « fait craindre des crues »
            cues, after = self.cues_of(i)
            if not cues or tree.word(i - 1) == "-à-" or (tree.words[i] == "dire" and (tree.word(i - 2) == "c'" or tree.tokens[i - 1].lemma == "vouloir")) or (tree.words[i] == "dit" and tree.word(i - 1) in ("cela", "ceci", "autrement")):
                continue
            if any(f.cue[0] <= i < f.cue[1] for f in self.found[-3:]):
                continue  # «savoir» of « faire savoir »
            if token.feature("VerbForm") == "Inf" and self.unspoken(i):
                continue
            if tree.words[i] == "dire" and any(tree.tokens[k].lemma == "falloir" for k in range(max(tree.first, i - 2), i)) and tree.word(after) in ("que", "qu'"):
                continue  # « il faut dire que »: the newspaper's own remark
            if lemma_of(tree, i) == "entendre" and (group is None or group.tense not in ("present", "imperfect", "conditional", "future")):
                continue  # « les ont entendus se réjouir »
            if group is not None and self.as_told(i, group, after, cues):
                continue
            self.read_verb(i, group, cues, after)

    def unspoken(self, i: int) -> bool:
        """Whether the infinitive at ``i`` is no act of speech of its own: « sans préciser », « contraintes de dénoncer », « consiste à demander », « les a entendus se réjouir »."""
        tree = self.tree
        before = i - 1
        while before > tree.first and (tree.words[before] in CLITICS or tree.words[before] in ("ne", "n'", "pas", "en", "y", "se", "s'")):
            before -= 1
        if tree.word(before) == "sans" or tree.word(before - 1).startswith(("contraint", "obligé", "forcé")):
            return True
        at = i
        for _ in range(4):
            if not tree.dep(at).startswith(("xcomp", "conj", "advcl", "obl", "ccomp", "acl", "obj")) or tree.head(at) == at:
                return False
            linked, at = tree.dep(at), tree.head(at)
            if tree.tokens[at].feature("VerbForm") == "Inf" and tree.word(at - 1) == "sans":
                return True  # « sans accepter de préciser »
            if tree.tokens[at].pos in ("VERB", "AUX", "ADJ") and not linked.startswith("conj"):
                lemma = lemma_of(tree, at)
                bound = tree.words[at].startswith(("contraint", "obligé", "forcé", "tenu"))
                return bound or lemma in PERCEIVED or (lemma in UNSPOKEN and (lemma not in ("tenir", "condamner") or (at in tree.group_of and tree.group_of[at].passive)))
        return False

    def mistaken(self, i: int) -> bool:
        """Whether a noun for the tagger is a verb of speech: « elle juge que »."""
        tree = self.tree
        if i <= tree.first or tree.tokens[i].pos not in ("NOUN", "ADJ") or tree.words[i] + "r" not in self.lexicon.verbs:
            return False
        return tree.words[i - 1] in ("il", "elle") or (tree.word(i + 1) in ("que", "qu'") and self.named_before(i) is not None)

    def named_before(self, i: int) -> tuple[int, int, int] | None:
        """The name of somebody that ends just before ``i`` and opens its clause."""
        tree = self.tree
        before = tree.tokens[i - 1].span if i > tree.first else None
        mention = next((m for e in self.entities if e.kind in ("person", "organisation") for m in e.mentions if m.form in ("full", "short", "acronym") and before is not None and m.span.end == before.end), None)
        if mention is None:
            return None
        begin = next(k for k in range(tree.first, i) if tree.tokens[k].span.end > mention.span.start)
        return (begin, i, begin) if begin == self.start or tree.words[begin - 1] in (",", ":", "et", "mais") else None

    def as_told(self, i: int, group: VerbGroup, after: int, cues: tuple[Cue, ...]) -> bool:
        """« …, comme l’a indiqué X », « Comme le rappelle X, … »: what X says is the rest of the clause."""
        tree = self.tree
        if tree.words[group.start] not in ("l'", "le") or tree.word(group.start - 1) != "comme" or i in self.inside or not {"que", "incise"} & cues[0].constructions:
            return False
        begin = group.start - 1
        speaker = self.inverted_subject(i, group, after) or self.speaker_of(i)
        start, end = self.segment_at(i)
        if speaker is None:
            return False
        told = next((q for q in self.quotes if q.whole and speaker is not None and tree.tokens[speaker[1] - 1].span.end < q.span.start <= tree.tokens[speaker[1] - 1].span.end + 3), None)
        if told is not None and begin > start + 1:
            content: Span | None = Span(told.content[0].start, told.content[-1].end)  # « bien que, comme le rappelle X, « … » »
        elif begin <= start + 1:
            comma = next((k for k in range(max(after, speaker[1]), end) if tree.words[k] == ","), None)
            content = None if comma is None else self.content(comma + 1, end)
        else:
            content = self.content(start, begin)
        if content is None or not any(content.start <= tree.tokens[g.finite].span.start < content.end for g in tree.groups):
            return False
        made = Reported((group.start, max(after, i + 1)), lemma_of(tree, i), cues[0].cls, cues[0].commitment, content, speaker)
        made.time = self.time_of(group, i)
        self.add(made)
        return True

    def read_verb(self, i: int, group: VerbGroup | None, cues: tuple[Cue, ...], after: int) -> None:
        tree = self.tree
        passive = group.passive if group else (tree.tokens[i].feature("VerbForm") == "Part" and not tree.words[i].endswith("ant"))
        if group is not None and passive and any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite)) and "se " + lemma_of(tree, i) in self.lexicon.verbs:
            passive = False  # « se plaint de », a passive for the parser
        active = any(tree.words[k] in ("avoir", "ayant") for k in range(max(tree.first, i - 3), i)) or any(
            tree.tokens[c].lemma == "avoir" and tree.dep(c).startswith("aux") for c in tree.children[i]
        )
        if passive and group is None and active and tree.word(i - 1) != "été" and not any(tree.words[c] == "été" for c in tree.children[i]):
            passive = False  # « après avoir accusé le club de tricher »
        parted = self.parted(i) if group is None and passive else None
        passive = passive and parted is None
        former = tree.group_of.get(tree.head(i)) if group is None and passive and tree.dep(i).startswith("conj") else None
        if former is not None and not former.passive and former.finite != former.verb and (
            tree.words[former.finite] in ("a", "ont", "avait", "avaient", "aurait", "auraient", "aura", "auront") or any(tree.words[k] in ("se", "s'") for k in range(former.start, former.finite))
        ):
            passive = False  # « a exprimé sa solidarité et salué les secours »
        told = self.past_insertions(after)
        token_inf = group is None and tree.tokens[i].feature("VerbForm") == "Inf"
        for cue in cues:
            made = self.build(i, group, cue, told, passive)
            if made is None:
                continue
            if parted is not None:
                subject = subject_of(tree, parted)
                made.speaker = self.checked(subject) if subject is not None else self.before(parted) or made.speaker
            start = group.start if group else i
            made.cue = (start, max(after, i + 1))
            made.time = self.time_of(group, i)
            made.commitment = self.commitment_of(cue, group, i, made)
            if cue.cls == "refuse" and made.commitment == "attributed" and lemma_of(tree, i) in ("rejeter", "écarter", "repousser", "balayer") and any(
                tree.tokens[k].lemma.lower() in self.lexicon.words["reproaches"] for k in range(after, min(after + 4, tree.last))
            ):
                made.cls, made.commitment = "deny", "denied"
            upper = tree.group_of.get(tree.head(i)) if group is None else None
            if upper is not None and tree.dep(i).startswith("xcomp") and lemma_of(tree, upper.verb) in ("sembler", "paraître", "permettre", "faire"):
                allowed = self.indirect(upper.verb) if lemma_of(tree, upper.verb) == "permettre" and cue.cls == "say" else None
                if allowed is None or tree.word(after) not in ("que", "qu'"):
                    return
                made.speaker = (allowed[0], min(allowed[1], i), next((k for k in range(*allowed) if tree.tokens[k].pos in ("NOUN", "PROPN")), allowed[0]))
            if group is None and cue.cls in ("refuse", "decide", "propose") and any(
                lemma_of(tree, g.verb) in ("permettre", "pouvoir") for g in (tree.group_of.get(k) for k in tree.ancestors(i)[:3]) if g is not None
            ):
                return  # what somebody may do is no act of speech
            if made.speaker is None and made.lemma in self.lexicon.words["newspaper"] and (tree.tokens[i].feature("VerbForm") == "Inf" or i == self.start):
                return  # « force est de constater », « notez que »
            if made.speaker is None and group is not None and not passive and all(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite)):
                made.speaker = self.before(group)
            if made.speaker is None and group is not None and not passive:
                made.speaker = self.parted_subject(group)
            if made.speaker is None and group is not None and not passive:
                made.speaker = self.apposed_subject(group)
            if made.speaker is None and group is not None and not passive:
                made.speaker = self.marked_name(group)
            if made.speaker is None and group is None and tree.word(i - 1) in ("il", "elle"):
                made.speaker = (i - 1, i, i - 1)
            if group is None and tree.tokens[i].pos in ("NOUN", "ADJ") and self.mistaken(i) and (named := self.named_before(i)) is not None:
                made.speaker = named
            if group is not None and not passive and (made.speaker is None or made.speaker[1] <= group.start) and i not in self.inside and (pair := self.both(group)) is not None:
                made.speaker = pair
            elif group is not None and not passive and made.speaker is not None and made.speaker[0] < group.start:
                made.speaker = self.agreeing(group, made.speaker)
            elif group is not None and not passive and made.speaker is not None and made.speaker[0] >= group.end and i not in self.inside and tree.tokens[i].span.start < made.content.end and not self.mended(group, made):
                return
            if made.speaker is not None and self.deed(made.speaker):
                made.speaker = None  # « refus de lui accorder les congés »: no one who speaks
            if made.lemma == "appeler" and cue.cls == "ask" and made.speaker is not None and tree.tokens[made.speaker[2]].pos == "NOUN" and not self.animate(made.speaker):
                return  # « cet événement appelle à la prudence »: what happens asks nothing
            if cue.cls == "promise" and made.speaker is None and tree.tokens[i].feature("VerbForm") == "Inf" and "afin" in (tree.word(i - 1), tree.word(i - 2)):
                return  # « afin de garantir que »: an aim
            if made.lemma == "parler" and group is None and tree.words[i] == "parlant" and tree.word(i - 1) == "en":
                return  # « dit-il en parlant de ses loisirs »: what he speaks about is told already
            if token_inf and made.speaker is not None and any(q.span.start <= tree.tokens[i].span.start < q.span.end and not q.span.start <= tree.tokens[made.speaker[2]].span.start < q.span.end for q in self.quotes):
                return  # « X affirme qu'« appeler à la grève est une faute » »: nobody is told to have called
            if group is None and tree.words[i].endswith("ant") and made.speaker is not None and made.content.covers(tree.tokens[made.speaker[2]].span):
                made.speaker = self.turned_before(i)  # who speaks is nobody of whom it is said
            if i in self.inside and (made.speaker is None or tree.words[made.speaker[2]] in ("je", "j'", "nous", "on", "vous", "tu", "-je", "-nous", "-vous")):
                return  # who is quoted speaks already: « nous pensons que » adds no voice
            if not (made.speaker is not None and tree.words[made.speaker[2]] == "on" and made.lemma in self.lexicon.words["newspaper"]) and not (
                group is None and cue.cls in ("refuse", "decide") and tree.words[i].endswith("ant")
            ) and not (group is None and "attribut" in cue.constructions and passive and made.speaker is None):
                self.add(made)
            return

    def marked_name(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """« « Le Matin » a affirmé »: a name in quotation marks that opens the clause, just before the verb."""
        tree = self.tree
        close = group.start - 1
        if tree.word(close) not in ("»", "”"):
            return None
        opening = next((k for k in range(close - 1, max(tree.first - 1, close - 6), -1) if tree.words[k] in ("«", "“")), None)
        if opening is None or (opening > tree.first and tree.words[opening - 1] not in (",", ":", "et", "mais")) or opening + 1 >= close:
            return None
        at = tree.tokens[opening + 1].span.start
        return (opening + 1, close, opening + 1) if any(m.span.start == at for e in self.entities for m in e.mentions) else None

    def mended(self, group: VerbGroup, made: Reported) -> bool:
        """Whether a subject after its verb may stand there; where it may not, it is what is said, and who says it the phrase before the verb, if there is one."""
        tree = self.tree
        said = made.speaker
        if said is None or made.content.end <= tree.tokens[group.start].span.start or any(tree.words[k].startswith("-") for k in range(group.start, group.end)):
            return True
        if tree.words[said[2]] in ("qui", "il", "elle", "ils", "elles", "on") or made.quote is not None:
            return True
        start = self.segment_at(group.finite)[0]
        if any(tree.words[k] in ("que", "qu'", "dont", "où", "comme", "ainsi", "aussi", "»", ":", "selon", "lequel", "laquelle") for k in range(max(tree.first, group.start - 6), group.start)):
            return True
        left = self.before(group)
        if left is None or not self.animate(left):
            return start >= group.start - 1
        made.speaker = left
        if tree.tokens[said[0]].span.start >= tree.tokens[group.end - 1].span.end and made.content.end <= tree.tokens[said[1] - 1].span.end:
            made.content = self.content(said[0], said[1]) or made.content
        return True

    def commitment_of(self, cue: Cue, group: VerbGroup | None, i: int, made: Reported) -> Commitment:
        tree = self.tree
        negated = group.negated if group else tree.word(i - 1) in ("pas", "jamais", "plus") and tree.word(i - 2) in ("ne", "n'")
        if negated:
            return "negated"
        tense = group.tense if group else ""
        joined = tree.group_of.get(tree.head(i)) if group is None and tree.dep(i).startswith("conj") and tree.head(i) < i else None
        if joined is not None and joined.tense == "past-conditional" and tree.tokens[i].feature("VerbForm") == "Part":
            return "alleged"  # « aurait crié et réclamé une rançon »
        if group is None:
            for top in tree.ancestors(i)[:2]:
                upper = tree.group_of.get(top)
                if upper is not None and tree.dep(i) in ("xcomp",) and lemma_of(tree, upper.verb) in ("devoir", "pouvoir", "aller"):
                    if lemma_of(tree, upper.verb) == "pouvoir" and upper.tense in ("perfect", "past") and cue.cls in ("say", "announce", "admit"):
                        break  # « ils ont pu confirmer que »: they did
                    return "conditional" if upper.tense == "conditional" or lemma_of(tree, upper.verb) != "aller" else "future"
        if tense == "past-conditional":
            return "alleged"
        if tense == "conditional":
            return "conditional"
        if tense in ("future", "near-future"):
            return "future"
        if cue.cls in ("say", "announce", "admit") and cue.commitment == "attributed":
            for other in tree.groups:
                if made.content.start <= tree.tokens[other.finite].span.start < made.content.end:
                    if other.tense == "past-conditional" and self.hearsay(other):
                        return "alleged"
                    break
        return cue.commitment

    def build(self, i: int, group: VerbGroup | None, cue: Cue, after: int, passive: bool) -> Reported | None:
        tree = self.tree
        built = cue.constructions
        made = Reported((i, i + 1), lemma_of(tree, i), cue.cls, cue.commitment, Span(0, 0))
        if passive and "obj" in built and cue.cls not in ("ask", "decide") and made.lemma not in ("condamner", "dévoiler", "officialiser", "notifier", "prévoir", "anticiper", "pointer"):
            agent = self.agent_of(i)
            told = self.object(i, group, True)
            hired = made.lemma == "louer" and told is not None and any(tree.tokens[k].lemma.lower() in self.lexicon.words["hired"] for k in range(*told))
            if agent is not None and told is not None and not hired and self.animate(agent) and not (cue.cls in ("deplore", "welcome") and any(tree.tokens[k].pos == "PROPN" and k == told[1] - 1 for k in range(*told))):
                said = self.content(*told)
                lemmas = {tree.tokens[k].lemma.lower() for k in range(agent[0], agent[1])}
                if said is not None and not (cue.cls == "refuse" and lemmas & self.lexicon.words["assemblies"]):
                    made.content, made.speaker = said, agent
                    return made
        if passive and not ({"obj-de", "obj-a-inf", "obj-de-inf", "pour", "attribut", "comme", "adjectif"} & built):
            impersonal = group is not None and any(tree.word(k) == "il" for k in range(max(tree.first, group.start - 1), group.start))
            if impersonal and ("que" in built or "de-inf" in built):
                said = self.que(i, group, after) or self.infinitive(i, after, ("de", "d'"))
                if said is not None:
                    made.content = said
                    return made
            return None
        if "incise" in built and not passive:
            spoken = self.direct(i, group, after)
            if spoken is not None:
                made.content, made.quote, inverted = spoken
                made.speaker = self.tag_subjects.get(i) or (self.inverted_subject(i, group, after) if inverted else self.speaker_of(i))
                if made.speaker is None and not inverted:
                    made.speaker = self.speaker_of(i)
                return made
        content: Span | None = None
        if "si" in built:
            content = self.si(i, after)
        if content is None and "que" in built:
            content = self.que(i, group, after)
        if content is None and "inf" in built:
            content = self.infinitive(i, after, ())
        if content is None and "de-inf" in built:
            content = self.infinitive(i, after, ("de", "d'"))
        if content is None and "a-inf" in built:
            content = self.infinitive(i, after, ("à",))
        if content is not None:
            made.content = content
            made.speaker = self.agent_of(i) if passive else self.speaker_of(i)
            if cue.cls == "ask":
                made.target = self.indirect(i)
            return made
        if "a-obj-de-inf" in built:
            target = self.indirect(i)
            if target is not None:
                content = self.infinitive(i, after, ("de", "d'"), target[1]) or self.que(i, group, target[1])
                if content is not None:
                    made.content, made.target, made.speaker = content, target, self.speaker_of(i)
                    return made
        for name, marks in (("obj-a-inf", ("à",)), ("obj-de-inf", ("de", "d'"))):
            if name in built:
                target = self.object(i, group, passive)
                content = self.infinitive(i, after, marks, target[1] if target and not passive else after)
                if content is not None:
                    made.content, made.target = content, target
                    made.speaker = self.agent_of(i) if passive else self.speaker_of(i)
                    return made
        if "obj-de" in built:
            return self.accusation(i, group, after, passive, made)
        if "pour" in built and passive:
            return self.prosecution(i, group, after, made)
        if "attribut" in built:
            return self.attribute(i, group, after, passive, made)
        if "comme" in built or "adjectif" in built or "dans-un" in built:
            seen = self.seen_as(i, group, built, after, passive, made)
            if seen is not None:
                return seen
        if "a-nom" in built and tree.word(after) in ("à", "au", "aux"):
            return self.noun_content(i, group, after + (1 if tree.word(after) == "à" else 0), made)
        if "a-nom" in built and "obj-a-inf" in built and not passive and (called := self.called(after)) is not None:
            made.target = (after, called)
            return self.noun_content(i, group, called + (1 if tree.word(called) == "à" else 0), made)
        if "contre" in built and tree.word(after) == "contre":
            return self.noun_content(i, group, after + 1, made)
        if "de-nom" in built and tree.word(after) in ("de", "du", "des", "d'"):
            return self.noun_content(i, group, after + (1 if tree.word(after) in ("de", "d'") else 0), made)
        if "de-nom" in built and tree.word(after) in ("à", "au", "aux") and (told := self.indirect(i)) is not None and tree.word(told[1]) in ("de", "d'", "du", "des"):
            made.target = told
            return self.noun_content(i, group, told[1] + (1 if tree.word(told[1]) in ("de", "d'") else 0), made)  # « a fait part à ses proches de sa peur »
        if "obj" in built and not passive:
            return self.object_content(i, group, cue, made)
        return None
