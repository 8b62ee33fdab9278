"""Statements without a verb of speech: «selon X», «pour X», the conditional of hearsay, nouns of speech, quotes."""

from __future__ import annotations

from typing import cast

from seo_fr.analyse.names import lexicon as name_lexicon
from seo_fr.analyse.segments import Segment, subject_of, trim
from seo_fr.analyse.speaker_phrases import Reported, lemma_of, opinion_holder, phrase_of
from seo_fr.analyse.speech_lexicon import LOCUTIONS, RELATIVES, Cue, looks_spoken
from seo_fr.analyse.speech_verbs import VerbReader
from seo_fr.analyse.syntax import VerbGroup, verb_lemma
from seo_fr.model import Quote, Span

_PUBLISHED = frozenset("résultat résultats chiffre chiffres bilan liste nom noms score scores verdict classement date calendrier".split())


class StatementReader(VerbReader):
    """Reads the statements of one sentence."""

    def read_locutions(self) -> None:
        tree = self.tree
        k = tree.first
        while k < tree.last:
            phrase = self.lexicon.attributions.first_at(tree, k)
            if phrase is None:
                k += 1
                continue
            at = k + len(phrase)
            if tree.word(at) in RELATIVES:
                self.read_relative(k, at, phrase)
            if not (tree.word(at) in RELATIVES or tree.word(at) in ("que", "qu'") or at >= tree.last):
                self.read_locution(k, at, phrase)
            k = at

    def read_relative(self, k: int, at: int, phrase: tuple[str, ...]) -> None:
        """« le même constat au ministère, selon lequel le dispositif… »: what somebody says of whom the relative speaks; a noun of speech (« la thèse selon laquelle ») is read elsewhere."""
        tree = self.tree
        said = self.name_before(k)
        if said is None:
            top = k - 2 if tree.word(k - 1) == "," else k - 1
            while tree.first <= top:
                capital = tree.tokens[top].span.of(tree.text)[0].isupper()
                if tree.tokens[top].pos in ("NOUN", "PROPN") and (said is None or not capital) and self.animate((top, top + 1, top)):
                    said = phrase_of(tree, top)
                    if not capital:
                        break
                if tree.dep(top) not in ("nmod", "flat:name", "appos") or not tree.first <= tree.head(top) < top:
                    break
                top = tree.head(top)
        if said is not None and tree.words[said[0]] in ("à", "au", "aux", "de", "du", "des") and said[0] < said[2]:
            said = (said[0] + 1, said[1], said[2])
        if said is None or not self.animate(said) or any(tree.tokens[m].lemma.lower() in self.lexicon.nouns for m in range(max(tree.first, k - 12), k) if tree.tokens[m].pos == "NOUN"):
            return
        group = next((g for g in tree.groups if g.finite > at), None)
        content = self.content(at + 1, self.segment_at(k)[1]) if group is not None else None
        if content is not None and tree.word(k - 1) == ",":
            self.add(Reported((k, k + len(phrase)), " ".join(phrase).replace("' ", "'"), "say", "attributed", content, said))

    def read_locution(self, k: int, at: int, phrase: tuple[str, ...]) -> None:
        tree = self.tree
        head = self.nominal_head(at)
        if head is None:
            return
        if phrase[-1] in ("du", "des", "source", "sources"):
            at = k if phrase[0] == "de" else at - 1
        if phrase[0] in ("de",) and phrase[-1] in ("source", "sources"):
            head = at + len(phrase) - 1 if at == k else head
            at = k + 1
        named = any(m.span.start <= tree.tokens[head].span.start < m.span.end for e in self.entities for m in e.mentions)
        if tree.tokens[head].lemma.lower() in self.lexicon.not_speakers and not named:
            return
        if tree.word(at) in ("leur", "leurs", "son", "sa", "ses", "chaque") and not named and not self.animate((at, head + 1, head)) and tree.tokens[head].lemma.lower() not in self.lexicon.nouns:
            return  # « selon leur orientation »
        a, b, _ = phrase_of(tree, head)
        a = max(a, min(at, head))
        longer = b
        while tree.tokens[head].pos == "PROPN" and longer < tree.last and tree.tokens[longer].pos == "PROPN" and not any(
            m.span.start == tree.tokens[head].span.start and m.span.end >= tree.tokens[longer].span.end for e in self.entities for m in e.mentions
        ):
            longer += 1
        cut = longer > b
        b = longer
        start, end = self.segment_at(k)
        closed = next((m for m in range(head + 1, b) if tree.words[m] == "," and k > start and any(e.kind == "person" and n.span.start <= tree.tokens[head].span.start and n.span.end == tree.tokens[m - 1].span.end for e in self.entities for n in e.mentions)), None)
        if closed is not None and tree.word(k - 1) == "," and tree.word(k - 2) in ("et", "ou", "mais"):
            b = closed  # « et, selon Paul Martin, la difficulté »
        inner = [m for m in range(a, b) if tree.words[m] == ","]
        foreign = False
        if inner and inner[0] > head and k - start < 4 and self.thing_after(inner[0]):
            b, inner = inner[0], []  # « Selon les premiers éléments, l'autocar, qui… »
        apposed = self.named_after((a, b, head)) if inner == [] or inner[0] > head else None
        if apposed is not None and not self.new_subject(apposed[0]):
            apposed, b, foreign = None, next((m for m in range(head + 1, b) if tree.words[m] == ","), b), True
        if apposed is not None:
            b = apposed[0]  # « selon le ministre, Paul Martin, »
        elif inner and inner[0] > head and k - start < 4 and (len(inner) == 1 and tree.word(b) != ","):
            b = inner[0]
        quote = None
        stop = b
        close = next((m for m in range(b, min(end, b + 25)) if tree.words[m] == ","), None)
        if k == start or all(tree.words[m] in ("mais", "et", "or", ",", "«", "toutefois", "cependant", "ainsi", "en", "effet", "ailleurs", "par", "enfin", "néanmoins", "pourtant") for m in range(start, k)):
            begin = (close + 1) if close is not None and close - b <= 22 else b
            nextcomma = next((m for m in range(begin, min(end, begin + 20)) if tree.words[m] == ","), None)
            first_verb = next((g for g in tree.groups if g.finite >= begin), None)
            if nextcomma is not None and close == b and begin < end and tree.tokens[begin].pos in ("NOUN", "ADJ") and first_verb is not None and first_verb.start > nextcomma:
                begin = nextcomma + 1
            if close is None and not any(g.finite >= b for g in tree.groups):
                return
            end = self.carried(end)
            content = self.content(begin, end)
        else:
            content = self.content(start, end)
            if tree.word(k - 1) == "," and tree.word(k - 2) in ("si", "que", "qu'", "car", "puisque", "et", "mais") and tree.word(b) == ",":
                content = self.content(b + 1, end)  # « même si, selon lui, « cela sera long » »
            before = tree.word(k - 1)
            if (before == "," or before == "»") and (stop >= end - 1 or trim(tree, stop, end)[0] >= trim(tree, stop, end)[1]):
                quoted_here = self.quote_before(k)
                if quoted_here is not None and quoted_here.whole:
                    quote, content = quoted_here.id, Span(quoted_here.content[0].start, quoted_here.content[-1].end)
                else:
                    content = self.content(self.scope_start(k, head, start), k)
        if content is None:
            return
        made = Reported((k, k + len(phrase)), " ".join(phrase).replace("' ", "'"), "say", "attributed", content, (a, b, head), quote=quote, parted=foreign)
        if cut:  # the name goes on beyond what was taken for it: shown, but nobody known
            made.speaker, made.speaker_span = None, tree.span(a, b)
        group = next((g for g in tree.groups if content.start <= tree.tokens[g.finite].span.start < content.end), None)
        if group is not None and group.tense == "past-conditional" and self.hearsay(group):
            made.commitment = "alleged"
        self.add(made)

    def thing_after(self, comma: int) -> bool:
        """Whether a common noun with its article, that of a thing, follows the comma: it opens the clause, and is nobody's description."""
        tree = self.tree
        noun = next((m for m in range(comma + 1, min(tree.last, comma + 4)) if tree.tokens[m].pos == "NOUN"), None)
        if noun is None or tree.word(comma + 1) not in ("le", "la", "l'", "les", "un", "une", "ce", "cette"):
            return False
        return all(tree.tokens[m].pos in ("DET", "ADJ", "NUM") for m in range(comma + 1, noun)) and not self.animate((comma + 1, noun + 1, noun))

    def new_subject(self, end: int) -> bool:
        """Whether a clause with its own subject begins after the comma at ``end``, or nothing more: else « selon le procureur, X » leaves open who X is."""
        tree = self.tree
        if tree.word(end) != ",":
            return True
        if tree.word(end + 1) == "«" and any(q.whole and q.speaker is not None and q.speaker_span is not None and q.speaker_span.end == tree.tokens[end - 1].span.end for q in self.quotes):
            return True  # « Selon le président du comité, Paul Martin, « nous serons trois cents » »
        if end + 1 >= tree.last or tree.tokens[end + 1].pos not in ("DET", "PRON", "PROPN", "ADP", "NUM") or tree.word(end + 1) in ("qui", "dont", "que", "qu'"):
            return False
        group = next((g for g in tree.groups if g.finite > end), None)
        subject = subject_of(tree, group) if group is not None else None
        return group is not None and subject is not None and subject > end

    def carried(self, end: int) -> int:
        """How far « Selon X, A, mais B » reaches: over the coordinated clauses that follow, unless one has a verb of speech of its own or stands after «;»."""
        tree = self.tree
        for segment in self.segments:
            if segment.start < end:
                continue
            if any(tree.words[k] == ";" for k in range(end, segment.start + 1)) or segment.start - end > 2 or lemma_of(tree, segment.group.verb) in self.spoken:
                break
            end = segment.end
        return end

    def read_opinions(self) -> None:
        """« Pour X, … »."""
        tree = self.tree
        for segment in self.segments:
            starts = [segment.start, *(k for k in range(segment.start + 3, segment.end - 3) if tree.words[k] == "pour" and tree.words[k - 1] in ("mais", "et", ";", ":", "or") and k not in self.inside)]
            for start in starts:
                self.read_opinion(start, segment)
            late = next((k for k in range(segment.start + 2, min(segment.start + 8, segment.end - 3)) if tree.words[k] == "pour" and tree.words[k - 1] == "," and k not in self.inside), None)
            if late is not None and tree.tokens[late + 1].pos == "PROPN":
                self.read_opinion(late, segment)  # « Hier, pour Claire Morel, … »

    def read_opinion(self, start: int, segment: Segment) -> None:
        tree = self.tree
        holder = opinion_holder(tree, start, segment.end, self.entities, self.book)
        if holder is None:
            return
        begin = self.past_apposition(holder[1] + 1, segment.end, holder[2]) if tree.words[holder[1]] == "," else holder[1]
        group = next((g for g in tree.groups if g.finite >= begin and not tree.dep(g.head).startswith("acl")), None)
        subject = subject_of(tree, group) if group is not None else None
        if group is not None:
            # « Pour X, présidente du comité, … »: what stands in apposition is not said
            edge = min(group.start, subject if subject is not None else group.start)
            commas = [k for k in range(begin, edge) if tree.words[k] == ","]
            first = tree.words[begin] if begin < segment.end else ""
            if commas and (tree.tokens[begin].pos in ("NOUN", "ADJ", "VERB") or first in ("qui", "dont", "le", "la", "l'")) and edge not in range(begin, commas[0]):
                begin = commas[0] + 1
        content = self.content(begin, segment.end)
        if content is not None and group is not None:
            cue = holder[0] - 1
            self.add(Reported((cue, cue + 1), "pour", "say", "attributed", content, (holder[0], holder[1], holder[2])))

    def past_apposition(self, begin: int, end: int, head: int) -> int:
        """The index after what is said of the holder: « Pour Paul Martin, le directeur du cabinet, … », « …, faisant allusion à l'affaire, … »; ``begin`` where nothing is."""
        tree = self.tree
        at = tree.tokens[head].span.start
        if not any(e.kind == "person" and m.span.start <= at < m.span.end for e in self.entities for m in e.mentions):
            return begin
        while (comma := next((k for k in range(begin, min(end, begin + 16)) if tree.words[k].endswith(",")), None)) is not None and comma + 1 < end:
            verb = any(begin <= g.finite < comma for g in tree.groups) or not any(g.finite > comma for g in tree.groups)
            noun = next((k for k in range(begin, comma) if tree.tokens[k].pos == "NOUN"), None)
            function = noun is not None and tree.words[begin] in ("le", "la", "l'", "un", "une") and noun - begin <= 2 and self.called_by(noun)
            acting = tree.tokens[begin].pos == "VERB" and tree.words[begin].endswith("ant")
            if verb or not (function or acting) or tree.word(comma + 1) in ("et", "ou", "mais", "qui", "dont"):
                return begin
            begin = comma + 1
        return begin

    def called_by(self, noun: int) -> bool:
        """Whether a noun is that of a person's function."""
        return self.tree.words[noun] in name_lexicon(self.book).functions or self.tree.words[noun].removesuffix("s") in name_lexicon(self.book).functions

    def scope_start(self, k: int, head: int, start: int) -> int:
        """Where what a final « , selon X » speaks of begins: a relative between commas if the parser hangs it there, else the clause, without its connective."""
        tree = self.tree
        governor = tree.head(head)
        main = next((s.group for s in self.segments if s.start <= k < s.end), None)
        group = tree.group_of.get(governor)
        while group is None and tree.head(governor) != governor:
            governor = tree.head(governor)
            group = tree.group_of.get(governor)
        if group is not None and main is not None and group.finite != main.finite:
            for m in range(group.start, start, -1):
                if tree.words[m] in ("qui", "dont", "où", "que", "qu'") and tree.words[m - 1] == ",":
                    return m
                if tree.words[m] == ",":
                    break
        while tree.words[start] in ("mais", "et", "or", "néanmoins", "cependant", "toutefois", "ainsi", ",") and start < k - 2:
            start += 1
        return start

    def read_hearsay(self) -> None:
        tree = self.tree
        conditionals: set[int] = set()  # cues of hearsay found here
        for group in tree.groups:
            if group.tense not in ("past-conditional", "conditional") or group.modal:
                continue
            if group.finite in self.inside or not self.hearsay(group):
                continue
            at = tree.tokens[group.finite].span.start
            if any(f.content.start <= at < f.content.end and not (f.speaker is None and f.cls == "say" and f.commitment == "alleged" and f.cue[0] in conditionals) for f in self.found):
                continue
            if any(f.cue[0] <= group.finite < f.cue[1] for f in self.found):
                continue
            lemma = lemma_of(tree, group.verb)
            joined = any(g.finite in conditionals and g.head == tree.head(group.head) for g in tree.groups) and tree.dep(group.head).startswith("conj")
            joined = joined or any(
                g.tense == "conditional" and (g.copular or g.passive or lemma_of(tree, g.verb) in self.lexicon.words["states"]) and tree.head(g.head) == group.head and tree.dep(g.head).startswith("conj") for g in tree.groups
            )
            counted = any(tree.tokens[k].pos == "NUM" or tree.words[k].isdigit() for k in range(group.end, min(group.end + 4, tree.last))) and any(s.group.finite == group.finite for s in self.segments)
            if group.tense == "conditional" and not (group.copular or group.passive or lemma in self.lexicon.words["states"] or joined or counted):
                continue  # « mobiliserait 3 000 hommes » is hearsay
            if group.tense == "conditional" and subject_of(tree, group) is not None and tree.words[cast(int, subject_of(tree, group))] in ("ce", "c'", "il") and group.copular and not group.passive:
                continue
            if group.tense == "conditional" and self.future_of_past(group):
                continue
            start, end = self.segment_at(group.finite)
            top = group.head
            main = any(s.group.finite == group.finite for s in self.segments)
            if not main:
                start, end = max(start, tree.extents[top][0]), min(end, tree.extents[top][1])
                while start < group.start and tree.words[start] in (",", "que", "qu'"):
                    start += 1
            content = self.content(start, end)
            if content is None:
                continue
            cue_end = group.finite + 1
            conditionals.add(group.finite)
            self.add(Reported((group.finite, cue_end), lemma, "say", "alleged", content))

    def future_of_past(self, group: VerbGroup) -> bool:
        """« X avait précisé que A et qu’il importait peu…, car il agirait »: within what was said in the past, the conditional is its future."""
        tree = self.tree
        for found in self.found:
            cue = tree.group_of.get(found.cue[0]) or next((g for g in tree.groups if found.cue[0] <= g.finite < found.cue[1]), None)
            if cue is None or cue.finite > group.finite or cue.tense not in ("perfect", "pluperfect", "imperfect", "simple-past") or found.cls not in ("say", "believe", "announce", "admit"):
                continue
            between = range(found.cue[1], group.start)
            if any(tree.words[k] == "et" and tree.word(k + 1) in ("que", "qu'") for k in between) and not any(tree.words[k] == ";" for k in between):
                return True
        return False

    def read_nouns(self) -> None:
        tree = self.tree
        for i in range(tree.first, tree.last):
            token = tree.tokens[i]
            if token.pos != "NOUN" or i in self.inside:
                continue
            for cue in self.lexicon.nouns.get(token.lemma.lower(), ()):
                made = self.build_noun(i, cue)
                if made is not None:
                    self.add(made)
                    break

    def build_noun(self, i: int, cue: Cue) -> Reported | None:
        tree = self.tree
        if any(f.lemma in LOCUTIONS and f.speaker is not None and f.speaker[2] == i for f in self.found):
            return None
        limit = self.bounded(i, tree.last)
        built = cue.constructions
        made = Reported((i, i + 1), tree.tokens[i].lemma.lower(), cue.cls, cue.commitment, Span(0, 0))
        for k in range(i + 1, min(limit, i + 14)):
            word = tree.words[k]
            if tree.tokens[k].lemma.lower() in self.lexicon.nouns and "selon" in [tree.word(m) for m in range(k, k + 4)]:
                break
            if word == "selon" and tree.word(k + 1) in RELATIVES and "selon-lequel" in built:
                clause = tree.head(k + 1)
                stop = tree.extents[clause][1] if clause > k else limit
                content = self.content(k + 2, min(max(stop, k + 3), limit))
                if content is None:
                    return None
                made.content = content
                made.speaker = self.complement_of(i, k)
                for group in tree.groups:
                    if content.start <= tree.tokens[group.finite].span.start < content.end:
                        if cue.commitment == "attributed" and group.tense in ("past-conditional", "conditional") and self.hearsay(group):
                            made.commitment = "alleged"
                        break
                return made
            crossed = k in tree.group_of and tree.group_of[k].finite == k and subject_of(tree, tree.group_of[k]) != i  # « des rumeurs circulent selon lesquelles »
            if word in (",", ";", ":") or crossed:
                break
        nxt = tree.word(i + 1)
        if nxt in ("que", "qu'") and "que" in built and tree.tokens[i + 1].pos == "SCONJ" and tree.word(i - 1) in ("le", "la", "l'", "les", "du", "des", "de", "d'", "au"):
            clause = tree.head(i + 1)
            if clause <= i + 1 or tree.tokens[clause].dep.startswith("acl:relcl"):
                return None
            content = self.content(i + 2, min(tree.extents[clause][1], limit))
            if content is None:
                return None
            made.content = content
            made.speaker = self.possessor(i)
            return made
        if (nxt in ("de", "d'") and i + 2 < limit and "de-inf" in built and self.infinitive_at(i + 2)) or (nxt == "à" and "a-inf" in built and i + 2 < limit and self.infinitive_at(i + 2)):
            if tree.word(i + 2) == "obtempérer":
                return None  # an offence
            content = self.content(i + 2, self.infinitive_end(i + 2, limit))
        elif nxt in ("de", "d'", "du", "des") and "de-nom" in built:
            head = self.nominal_head(i + 2 if nxt in ("de", "d'") else i + 1)
            if nxt in ("du", "des"):
                head = self.nominal_head(i + 2)
            if head is None or tree.tokens[head].pos == "PROPN":
                return None
            if any(m.span.start <= tree.tokens[head].span.start < m.span.end for e in self.entities for m in e.mentions):
                return None
            lemma = tree.tokens[head].lemma.lower()
            if cue.cls == "ask" and made.lemma != "demande":
                return None
            if cue.cls in ("accuse", "say", "ask", "deny", "promise", "admit") and nxt not in ("de", "d'"):
                return None
            if cue.cls in ("accuse", "say", "ask", "deny", "promise", "admit") and tree.word(i + 2) in ("la", "le", "l'", "les", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "plusieurs", "deux"):
                return None
            if lemma in ("ministre", "président", "gouvernement", "police", "justice", "presse", "candidat", "opposition"):
                return None
            if cue.cls == "announce" and lemma in _PUBLISHED:
                return None  # « l'annonce des résultats »: a publication
            if cue.cls == "announce" and tree.word(i + 2 if nxt in ("de", "d'") else i + 1) in ("l'", "la", "le", "du") and self.animate((head, head + 1, head)):
                return None  # « cette annonce de l'agence »
            a, b, _ = phrase_of(tree, head)
            content = self.content(max(a, i + 2 if nxt in ("de", "d'") else i + 1), min(b, limit))
        else:
            return None
        if content is None or tree.word(i - 1) in ("son", "sa", "leur") and any(f.content.start == tree.tokens[i - 1].span.start for f in self.found):
            return None  # « annoncer son intention de »: announced already
        made.content = content
        made.speaker = self.possessor(i)
        return made

    def complement_of(self, i: int, end: int) -> tuple[int, int, int] | None:
        """« les affirmations de X selon lesquelles »: X."""
        tree = self.tree
        for child in tree.kids(i, "nmod"):
            if i < child < end and tree.word(tree.extents[child][0]) in ("de", "d'", "du", "des"):
                a, b, head = phrase_of(tree, child)
                if tree.words[a] in ("de", "d'"):
                    a += 1
                return a, min(b, end), head
        return self.possessor(i)

    def possessor(self, i: int) -> tuple[int, int, int] | None:
        """« le gouvernement a pris la décision de… »: nobody is named for certain, so none."""
        return None

    def read_quotes(self) -> None:
        """Whole quotes that no verb here introduces: the quote's own speaker, if its analysis found one."""
        tree = self.tree
        for quote in self.whole:
            if any(f.quote == quote.id for f in self.found):
                continue
            part = next((c for c in quote.content if c.overlaps(tree.sentence.span)), None)
            if part is None:
                continue
            content = Span(max(part.start, tree.sentence.span.start), min(part.end, tree.sentence.span.end))
            if any(f.content.covers(content) or (f.lemma in LOCUTIONS and f.content.overlaps(content)) for f in self.found):
                continue
            first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= content.start), None)
            if first is None:
                continue
            mark = first - 1 if first > tree.first and tree.is_punct(first - 1) else first
            led = self.leading(mark, quote) or self.tagging(quote) or self.parting(quote) or self.according(first, quote)
            if led is not None:
                self.add(led)
                continue
            self.add(Reported((mark, mark + 1), "«", "say", "attributed", content, quote=quote.id, speaker_id=quote.speaker, speaker_span=quote.speaker_span))

    def tagging(self, quote: Quote) -> Reported | None:
        """« … », juge X · « … », raconte-t-elle, where the tagger does not see the verb: the quote's own speaker stands just after it."""
        tree = self.tree
        if quote.speaker_span is not None and quote.speaker_span.end <= quote.span.start and (turned := self.turned(quote)) is not None:
            return turned
        if quote.speaker_span is None or quote.speaker_span.start < quote.span.end or quote.speaker_span.start >= tree.sentence.span.end:
            return None
        first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= quote.span.end and not tree.is_punct(k)), None)
        if first is None or tree.tokens[first].span.start >= quote.speaker_span.start:
            return None
        end = first
        while end < tree.last and not tree.is_punct(end) and (tree.tokens[end].span.end <= quote.speaker_span.start or tree.words[end].startswith("-")):
            end += 1
        while end < tree.last and tree.tokens[end].pos in ("VERB", "AUX") and end - first < 6:
            end += 1
        spoken = next((k for k in range(first, end) if looks_spoken(tree.words[k], self.lexicon)), None)
        if spoken is None and not any(tree.words[k] in ("fait", "font") for k in range(first, end)):
            near = quote.whole and quote.speaker_span.start - tree.tokens[first].span.start < 30 and end - first <= 4 and tree.words[first] not in ("selon", "d'", "d'après", "dixit", "pour", "à", "de", "et", "mais")
            marked = tree.word(first - 1) in (",", "»", "!", "?", "”", '"')
            verbal = any(tree.tokens[k].pos in ("VERB", "AUX") for k in range(first, end)) or any(tree.words[k].startswith("-") for k in range(first, end))
            verbal = verbal or (marked and (tree.words[first] in ("s'", "se") or (tree.tokens[first].pos in ("NOUN", "ADJ") and tree.words[first].endswith("e"))))
            if not near or not verbal:
                return None
            spoken = next((k for k in range(first, end) if tree.tokens[k].pos in ("VERB", "AUX")), first)
        lemma = verb_lemma(tree.words[spoken], tree.tokens[spoken]) if spoken is not None else "faire"
        if lemma not in self.lexicon.verbs and spoken is not None and tree.words[spoken] + "r" in self.lexicon.verbs:
            lemma = tree.words[spoken] + "r"
        cue = next((c for c in self.lexicon.verbs.get(lemma, ()) if "incise" in c.constructions), None)
        stop = end
        return Reported(
            (first, max(stop, first + 1)),
            lemma,
            cue.cls if cue is not None else "say",
            cue.commitment if cue is not None else "attributed",
            Span(quote.content[0].start, quote.content[-1].end),
            quote=quote.id,
            speaker_id=quote.speaker,
            speaker_span=quote.speaker_span,
        )

    def turned(self, quote: Quote) -> Reported | None:
        """« … », se justifie-t-elle: the verb with its pronoun just after a quote, where that pronoun means somebody shown by other words."""
        tree = self.tree
        first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= quote.span.end and not tree.is_punct(k)), None)
        if first is None:
            return None
        verb = first + 1 if tree.words[first] in ("s'", "se") else first
        end = verb + 1
        while end < tree.last and tree.words[end].startswith("-"):
            end += 1
        if end == verb + 1:
            return None
        lemma = lemma_of(tree, verb)
        cue = next((c for c in self.lexicon.verbs.get(("se " if verb > first else "") + lemma, ()) if "incise" in c.constructions), None)
        whole = Span(quote.content[0].start, quote.content[-1].end)
        return Reported((first, end), lemma, cue.cls if cue is not None else "say", "attributed", whole, quote=quote.id, speaker_id=quote.speaker, speaker_span=quote.speaker_span)

    def according(self, first: int, quote: Quote) -> Reported | None:
        """« Selon « Le Matin », « A » », « à l'inverse, pour X, « A » »: the preposition before the quote's speaker as the cue."""
        tree = self.tree
        if quote.speaker_span is None:
            return None
        at = next((k for k in range(tree.first, min(first, tree.last)) if tree.tokens[k].span.start >= quote.speaker_span.start), None)
        while at is not None and at > tree.first and (tree.is_punct(at - 1) or tree.tokens[at - 1].pos == "DET"):
            at -= 1
        if at is None or at == tree.first or tree.words[at - 1] not in ("selon", "d'après", "pour"):
            return None
        content = Span(quote.content[0].start, quote.content[-1].end)
        return Reported((at - 1, at), tree.words[at - 1], "say", "attributed", content, quote=quote.id, speaker_id=quote.speaker, speaker_span=quote.speaker_span)

    def parting(self, quote: Quote) -> Reported | None:
        """« A, dit-elle. B »: the verb of the tag that parts the pieces of a quote as the cue."""
        tree = self.tree
        if len(quote.content) < 2 or quote.speaker_span is None:
            return None
        gap = Span(quote.content[0].end, quote.content[1].start)
        inside = [k for k in range(tree.first, tree.last) if gap.covers(tree.tokens[k].span) and not tree.is_punct(k)]
        verb = next((k for k in inside if tree.tokens[k].pos in ("VERB", "AUX") or tree.word(k + 1).startswith("-")), None)
        if verb is None or not (gap.covers(quote.speaker_span) or tree.word(verb + 1).startswith("-")):
            return None
        end = verb + 1
        while end < tree.last and (tree.words[end].startswith("-") or (tree.tokens[end].pos == "VERB" and tree.tokens[end].feature("VerbForm") == "Part")):
            end += 1
        lemma = lemma_of(tree, end - 1 if tree.tokens[end - 1].pos == "VERB" else verb)
        cue = next((c for c in self.lexicon.verbs.get(lemma, ()) if "incise" in c.constructions), None)
        begin = inside[0] if inside[0] <= verb else verb
        whole = Span(quote.content[0].start, quote.content[-1].end)
        made = "say" if cue is None else cue.cls
        return Reported((begin, end), lemma, made, "attributed", whole, quote=quote.id, speaker_id=quote.speaker, speaker_span=quote.speaker_span)

    def leading(self, mark: int, quote: Quote) -> Reported | None:
        """« X s'était expliqué : « … » »: the verb before the colon as the cue, where the quote's speaker is its subject."""
        tree = self.tree
        colon = mark if tree.word(mark) == ":" else mark - 1
        if quote.speaker_span is None or tree.word(colon) != ":":
            return None
        outside = [g for g in reversed(tree.groups) if g.finite < colon and g.finite not in self.inside]
        group = next((g for g in outside if tree.word(g.start - 1) not in ("qui", "que", "qu'", "dont", "où") and not tree.dep(g.head).startswith("acl")), None)
        subject = subject_of(tree, group) if group is not None else None
        at = tree.tokens[subject].span.start if subject is not None else -1
        known = quote.speaker_span.start <= at < quote.speaker_span.end
        if group is not None and not known and group.end == colon and quote.speaker_span.end <= tree.tokens[group.start].span.start:
            known = at < 0 or quote.speaker_span.end <= at  # « Paul Martin, journaliste, a écrit : »
        if group is None or not known:
            relatives = [g for g in tree.groups if tree.word(g.start - 1) in ("qui", "que", "qu'", "dont", "où")]
            aside = next((g.start - 1 for g in reversed(relatives) if g.finite < colon), colon)  # « a répondu à X, qui avait commenté sa lettre : »
            spoken = next((k for k in range(aside - 1, tree.first, -1) if looks_spoken(tree.words[k], self.lexicon) and k not in self.inside and tree.tokens[k].pos != "NOUN"), None)
            if spoken is not None and aside - spoken > (3 if aside == colon else 7):
                spoken = None
            last = colon - 1
            if spoken is None and tree.word(last - 1) == "," and last > tree.first and tree.words[last].endswith("e") and tree.tokens[last].pos != "ADV" and quote.speaker_span.end <= tree.tokens[last].span.start <= quote.speaker_span.end + 3:
                spoken = last  # « Le président, Paul Martin, assume : »
            if spoken is None or quote.speaker_span.end > tree.tokens[spoken].span.start:
                return None
            cue, lemma = (spoken, spoken + 1), verb_lemma(tree.words[spoken], tree.tokens[spoken])
        else:
            cue, lemma = (group.start, group.end), lemma_of(tree, group.verb)
        return Reported(
            cue,
            lemma,
            "say",
            "attributed",
            Span(quote.content[0].start, quote.content[-1].end),
            quote=quote.id,
            speaker_id=quote.speaker,
            speaker_span=quote.speaker_span,
        )

    def read(self) -> list[Reported]:
        self.read_locutions()
        self.read_opinions()
        self.read_verbs()
        self.read_nouns()
        self.read_hearsay()
        self.read_quotes()
        self.found.sort(key=lambda f: (f.cue, f.content.start, f.content.end, f.cls))
        return self.found
