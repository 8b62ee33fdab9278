"""What a verb of speech says, by its construction: «que», infinitive, accusation, attribute, noun."""

from __future__ import annotations

from seo_fr.analyse.segments import subject_of
from seo_fr.analyse.speaker_phrases import Reported, phrase_of
from seo_fr.analyse.speech_lexicon import ADJUNCTS, INSERTIONS, PREPOSITIONS, TIME_LEMMAS, Cue
from seo_fr.analyse.speech_phrases import SentenceReader
from seo_fr.analyse.syntax import CLITICS, VerbGroup
from seo_fr.model import Span


class ContentReader(SentenceReader):
    """Finds what a verb of speech says, by its construction."""

    def que(self, i: int, group: VerbGroup | None, after: int) -> Span | None:
        """Content of the «que» clause of the verb at ``i``."""
        tree = self.tree
        tops = {i} | ({group.head, group.verb, group.finite} if group else set())
        limit = self.bounded(i, tree.last)
        k = after
        commas = 0
        while k < limit and k - after < 28:
            word = tree.words[k]
            if word in ("que", "qu'") and group is not None and any(tree.words[m] in ("ne", "n'") for m in range(group.start, group.finite)) and tree.word(k + 1) in PREPOSITIONS:
                return None
            if word in ("que", "qu'", "qu"):
                clause = tree.head(k)
                direct = k == after or self.adjuncts_only(after, k) or all(tree.tokens[m].pos == "ADV" or tree.tokens[m].lemma.lower() in TIME_LEMMAS for m in range(after, k))
                if (tree.word(k - 1), tree.word(k - 2)) != ("même", "de") and tree.word(k - 1) in ("plus", "moins", "autant", "aussi", "tel", "telle", "même", "autre", "autres", "autrement", "plutôt", "alors", "tandis", "ainsi", "bien", "après", "avant", "afin", "pour", "parce", "dès", "depuis", "lors") and (not direct or tree.word(k - 1) not in ("aussi", "ainsi", "bien", "plus", "même")):
                    k += 1
                    continue
                governed = (tree.head(clause) in tops and tree.tokens[k].dep == "mark") or tree.head(k) in tops or (group is not None and clause > k and self.inserted(after, k))
                if direct or governed or (tree.tokens[k].dep == "mark" and tree.tokens[clause].dep == "ccomp" and not any(tree.tokens[m].pos in ("VERB", "AUX") for m in range(after, k))):
                    stop = tree.extents[clause][1] if clause > k and clause in tree.extents else limit
                    if clause <= k:
                        nxt = next((g.head for g in tree.groups if g.finite > k), None)
                        if nxt is None and not (k == after and tree.word(k + 1) not in PREPOSITIONS):
                            return None
                        lost = nxt is None or {tree.words[nxt], tree.words[tree.head(nxt)]} & {"«", "“", '"'}  # « qu'il ne serait pas « une solution » », hung on the mark
                        stop = limit if lost or nxt is None else tree.extents[nxt][1]  # the tagger has lost the verb of « affirme que le mouvement part de… »
                    elif not any(g.finite > k and g.finite < stop for g in tree.groups) and (
                        nxt := next((g.head for g in tree.groups if k < g.finite < limit and tree.under(clause, g.head) and g.head > k), None)
                    ) is not None:
                        stop = tree.extents[nxt][1]
                    elif not any(g.finite > k and g.finite < stop for g in tree.groups) and not (k == after and tree.dep(clause) == "ccomp" and tree.kids(clause, "nsubj")):
                        if not ((direct or governed) and any(tree.word(m) in ("«", "[") for m in range(k + 1, k + 4))):
                            return None
                        stop = limit  # « estime qu’il « [existait] d’autres moyens » »
                    again = stop + 1 if tree.word(stop) == "," else stop
                    if tree.word(again) in ("et", "ou", "mais") and tree.word(again + 1) in ("que", "qu'"):
                        stop = max(stop, tree.extents[tree.head(again + 1)][1], again + 3)
                    begin = k + 2 if word == "qu" and tree.word(k + 1) == "'" else k + 1
                    return self.content(begin, self.cap(begin, min(max(stop, k + 2), limit), i))
                if not governed and tree.tokens[k].pos != "SCONJ":
                    k += 1
                    continue
            if word == ";" or word == ":" or word == "«":
                return None
            if word == ",":
                commas += 1
            if k in tree.group_of and tree.group_of[k].finite == k and commas < 2 and not any(
                tree.words[m] in ("où", "qui", "dont") for m in range(max(after, tree.group_of[k].start - 6), k)
            ):
                return None
            k += 1
        return None

    def inserted(self, start: int, end: int) -> bool:
        """Whether only adjuncts between commas part a verb from its «que»: « a confié en fin de matinée, depuis la ville où il se trouvait, que »."""
        tree = self.tree
        commas = [k for k in range(start, end) if tree.words[k] == ","]
        if end - start > 24 or len(commas) < 2 or commas[-1] != end - 1 or (commas[0] != start and tree.words[start] not in ADJUNCTS):
            return False
        if tree.words[commas[0] + 1] not in ADJUNCTS:
            return False
        return not any(
            k in tree.group_of and tree.group_of[k].finite == k and not any(tree.words[m] in ("où", "qui", "dont") for m in range(max(start, tree.group_of[k].start - 3), k)) for k in range(start, end)
        ) and not any(tree.words[k] in (";", ":", "«", "»") for k in range(start, end))

    def adjuncts_only(self, start: int, end: int) -> bool:
        """Whether only adverbs and phrases with a preposition stand between a verb and its «que»: « a affirmé à son patron que »."""
        tree = self.tree
        k = start
        while k < end and tree.tokens[k].pos == "ADV":
            k += 1
        nearest = next((g for g in tree.groups if g.finite > end), None)
        sure = tree.tokens[end].pos == "SCONJ" and tree.dep(end) == "mark"
        if not sure and (nearest is None or not (nearest.passive or nearest.copular)):
            return False  # a relative «que» is an object, which no passive has
        if k >= end or tree.words[k] not in ADJUNCTS or end - k > 14 or tree.words[end - 1] in ("afin", "avant", "après", "plus", "moins", "alors", "tandis", "autant"):
            return False
        return not any(m in tree.group_of or tree.words[m] in (",", ":", ";", "«", "qui", "dont", "où") or tree.tokens[m].pos == "VERB" for m in range(k, end))

    def past_insertions(self, at: int) -> int:
        """The index after « par ailleurs », « , de son côté, » that stands at ``at``; ``at`` if none does."""
        tree = self.tree
        comma = tree.word(at) == ","
        phrase = INSERTIONS.first_at(tree, at + comma) if at + comma < tree.last else None
        if phrase is None:
            return at
        end = at + comma + len(phrase)
        if comma:
            return end + 1 if tree.word(end) == "," else at
        return end

    def cap(self, start: int, end: int, cue: int) -> int:
        """Cut the content before an addition that is another voice's: « , a-t-il ajouté », « , selon X », « , ajoutant que »."""
        tree = self.tree
        for k in range(start + 1, end):
            group = tree.group_of.get(k)
            if group is not None and group.finite == k and k in self.resumed and cue < k:
                return max(start + 1, group.start - 1)
            if tree.words[k].endswith("ant") and tree.tokens[k].lemma in self.lexicon.verbs and k not in tree.group_of and k > start + 2 and tree.word(k - 1) in ("en", "et") and cue < start:
                return k - 2 if tree.word(k - 2) in ("tout", "et") else k - 1
            if tree.words[k - 1] not in (",", "»", "–"):
                continue
            if tree.words[k].endswith("ant") and tree.tokens[k].dep in ("advcl", "acl") and tree.tokens[k].lemma in self.lexicon.verbs and k > start + 3:
                return k
        return end

    def si(self, i: int, after: int) -> Span | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 12)):
            if (tree.words[k] == "s'" and tree.word(k + 1) in ("il", "ils")) or (tree.words[k] == "si" and tree.tokens[k].pos in ("SCONJ", "ADV", "CCONJ")):
                return self.content(k, limit)
            if k in tree.group_of or tree.words[k] in (",", ";", ":"):
                return None
        return None

    def infinitive(self, i: int, after: int, marks: tuple[str, ...], begin: int | None = None) -> Span | None:
        """Content of an infinitive governed by the verb at ``i``, introduced by one of ``marks`` (none: directly)."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        k = begin if begin is not None else after
        steps = 0
        while k < limit and steps < 8:
            word, token = tree.words[k], tree.tokens[k]
            if word in marks:
                k += 1
                break
            if word == "d" and "d'" in marks and tree.word(k + 1) == "'":
                k += 2
                break
            if not marks and word == "«" and tree.tokens[k + 1].feature("VerbForm") == "Inf":
                break  # « a dit « prendre acte » »
            if not marks and (word in ADJUNCTS or word in ("au", "aux", "à", "sur")) and (closed := self._after_comma(k, limit)) is not None:
                k = begin = closed
                break
            if not marks and word in ADJUNCTS:
                # « annonce en novembre avoir été exclue »
                ahead = next((m for m in range(k + 1, min(limit, k + 8)) if tree.tokens[m].feature("VerbForm") == "Inf"), None)
                if ahead is None or tree.tokens[ahead - 1].pos == "ADP" or any(tree.words[m] in (",", ";", "qui", "que", "qu'", "de", "d'") or m in tree.group_of for m in range(k, ahead)):
                    return None
                k = ahead
                break
            if not marks and (token.feature("VerbForm") == "Inf"):
                break
            ok = token.pos == "ADV" or token.lemma.lower() in TIME_LEMMAS or word in ("ne", "n'", "pas", "ce", "cet") or (not marks and word in CLITICS)
            ok = ok or (word == "«" and tree.word(k + 1) in marks)  # « appelle les commerçants « à fermer » »
            if not ok and word in ("pour", "dans", "à") and tree.word(k + 2) in ("instant", "moment", "immédiat", "heure"):
                k += 3  # « exclut pour l'instant de »
                continue
            if not ok:
                if word == "," and marks == () :
                    return None
                if word == ",":
                    # an insertion closed by a second comma
                    close = next((m for m in range(k + 1, min(limit, k + 9)) if tree.words[m] == ","), None)
                    if close is None:
                        return None
                    k = close
                else:
                    return None
            k += 1
            steps += 1
        start = k
        while k < limit and (tree.words[k] in CLITICS or tree.words[k] in ("ne", "n'", "pas", "plus", "«", "[") or tree.tokens[k].pos == "ADV"):
            k += 1
        if k >= limit or (tree.tokens[k].feature("VerbForm") != "Inf" and tree.words[k] not in ("avoir", "être")):
            return None
        if not marks and begin is None:
            start = after
            while start < k and (tree.tokens[start].lemma.lower() in TIME_LEMMAS or tree.words[start] in self.lexicon.words["adverbs"]):
                start += 1
        head = k
        if tree.tokens[k].dep.startswith(("aux", "cop")):
            head = tree.head(k)
        if not (tree.under(head, i) or (tree.group_of.get(i) and tree.under(head, tree.group_of[i].head))) and begin is None and k - after > 3:
            return None
        stop = max(tree.extents[head][1], k + 1)
        return self.content(start, self.cap(start, min(stop, limit), i))

    def _after_comma(self, start: int, limit: int) -> int | None:
        """Where « être » or « avoir » stands after the comma that closes an insertion: « a assuré au journal, ce jeudi, être prêt »."""
        tree = self.tree
        for k in range(start + 2, min(limit, start + 18)):
            if tree.words[k] == "s'" and tree.words[k - 1] == "," and tree.word(k + 1) == "être":
                return k  # « a nié lundi, devant le juge, s'être enrichi »
            if tree.words[k] in ("être", "avoir", "n'avoir", "ne") and tree.words[k - 1] == ",":
                return k if tree.words[k] != "ne" or tree.word(k + 1) in ("pas", "plus", "rien") else None
            if k in tree.group_of or tree.words[k] in (";", ":", "qui", "que", "qu'", "dont", "où"):
                return None
        return None

    def indirect(self, i: int) -> tuple[int, int] | None:
        tree = self.tree
        for child in tree.kids(i, "obl", "iobj", "nmod"):
            if child > i and tree.word(tree.extents[child][0]) in ("à", "au", "aux"):
                start, _end = tree.extents[child]
                a, b, _ = phrase_of(tree, child)
                b = next((k for k in range(child + 1, b - 1) if tree.words[k] in ("de", "d'") and self.infinitive_at(k + 1)), b)
                return (start, b) if tree.words[start] in ("au", "aux") else (max(a, start + 1), b)
        return None

    def object(self, i: int, group: VerbGroup | None, passive: bool) -> tuple[int, int] | None:
        tree = self.tree
        if passive:
            if group is not None:
                subject = subject_of(tree, group)
                if subject is not None:
                    a, b, _ = phrase_of(tree, subject)
                    return a, b
            elif tree.dep(i) in ("acl", "amod"):
                top = tree.head(i)
                while tree.dep(top) == "conj" and tree.tokens[tree.head(top)].pos in ("NOUN", "PROPN") and tree.head(top) < top:
                    top = tree.head(top)
                a, b, _ = phrase_of(tree, top)
                return a, min(b, i) if a < i else b
            return None
        for child in tree.kids(i, "obj"):
            a, b, _ = phrase_of(tree, child)
            # what the verb says of the object («de …») hangs on the noun for the parser
            for k in range(child + 1, b):
                if tree.words[k] in ("de", "d'", "du", "des", "à") and (tree.tokens[k].dep == "mark" or (tree.words[k] in ("de", "d'") and self.infinitive_at(k + 1))):
                    b = k
                    break
            return a, b
        return None

    def accusation(self, i: int, group: VerbGroup | None, after: int, passive: bool, made: Reported) -> Reported | None:
        """« accuser X de N », « accuser X d’avoir », « être accusé de »."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        start: int | None = None
        if passive:
            k = after
            while k < limit and k < after + 12 and tree.words[k] not in ("de", "d'", "du", "des"):
                if tree.words[k] in (",", ";", ":") or k in tree.group_of:
                    return None
                k += 1
            if k >= limit or tree.words[k] not in ("de", "d'", "du", "des"):
                return None
            start = k + 1 if tree.words[k] in ("de", "d'") else k
            made.target = self.object(i, group, True)
            made.speaker = self.agent_of(i)
        else:
            subject = self.speaker_of(i)
            made.speaker = subject
            objects = [c for c in tree.kids(i, "obj") if tree.tokens[c].lemma.lower() not in TIME_LEMMAS]
            if any(tree.tokens[c].lemma.lower() in self.lexicon.words["suffered"] for c in objects):
                return None  # « accuser un retard »
            obj = objects[0] if objects else next(
                (c for c in tree.kids(i, "obl", "xcomp", "nmod") if c >= after and tree.tokens[c].pos in ("NOUN", "PROPN") and not tree.kids(c, "case") and tree.tokens[c].lemma.lower() not in TIME_LEMMAS),
                None,
            )
            clitic = group is not None and any(tree.words[k] in ("l'", "les", "le", "la") for k in range(group.start, i))
            if obj is None and not clitic:
                mark = next((k for k in range(after, min(limit, after + 14)) if tree.words[k] in ("de", "d'") and tree.dep(k) == "mark" and tree.head(tree.head(k)) == i), None)
                noun = next((k for k in range(after, mark or after) if tree.tokens[k].pos == "DET"), None)
                if mark is None or noun is None:
                    return None
                made.target, start = (noun, mark), mark + 1
            begin = obj + 1 if obj is not None and obj >= after else after
            # an infinitive with «de», else the last «de» that the parser hangs on the verb, else the first after the object's own complements
            for k in range(begin, min(limit, begin + 25) if start is None else begin):
                if tree.words[k] in ("de", "d'") and tree.tokens[k].dep == "mark":
                    start = k + 1
                    break
                if k in tree.group_of and tree.group_of[k].finite == k and tree.word(k - 1) not in ("qui",):
                    break
            if start is None:
                for child in tree.kids(i, "obl"):
                    left = tree.extents[child][0]
                    if child > begin and tree.words[left] in ("de", "d'", "du", "des"):
                        start = left + 1 if tree.words[left] in ("de", "d'") else left
                        break
            if start is None:
                candidates = [k for k in range(begin, min(limit, begin + 14)) if tree.words[k] in ("de", "d'", "du", "des")]
                if (obj is not None and tree.tokens[obj].pos == "PROPN" and candidates) or (clitic and candidates and candidates[0] <= after + 1):
                    k = candidates[0]
                elif candidates:
                    k = candidates[-1]
                    bare = k + 1 < limit and tree.words[k] in ("de", "d'") and tree.tokens[k + 1].pos == "NOUN"
                    if len(candidates) == 1 and not bare:
                        k = -1
                    elif len(candidates) > 1:
                        k = next((c for c in candidates if c + 1 < limit and tree.word(c + 1) not in ("la", "l'", "le", "les") and tree.tokens[c + 1].pos != "PROPN" and tree.words[c] in ("de", "d'") and c != candidates[0]), -1)
                else:
                    k = -1
                if k < 0:
                    return None
                start = k + 1 if tree.words[k] in ("de", "d'") else k
            if obj is not None and obj >= after:
                a, _, _ = phrase_of(tree, obj)
                stop = start - 1 if tree.words[start - 1] in ("de", "d'") else start
                made.target = (a, stop)
        end = self.bounded(i, self.segment_at(i)[1])
        stop = self.phrase_end(start, end)
        if passive and made.speaker is None and tree.tokens[start].feature("VerbForm") != "Inf":
            agent = next((k for k in range(start + 1, stop) if tree.words[k] == "par"), stop)
            named = self.nominal_head(agent + 1) if agent < stop else None
            if named is not None and (tree.tokens[named].pos == "PROPN" or tree.word(agent + 1) in ("le", "la", "l'", "les", "des", "un", "une", "son", "sa", "ses")):
                made.speaker, stop = phrase_of(tree, named), agent
        if tree.tokens[start].feature("VerbForm") == "Inf" and stop < (reach := min(end, tree.extents[start][1])):
            if not any(self.lexicon.attributions.first_at(tree, k) for k in range(stop, reach)) and not any(g.finite >= stop and g.finite < reach for g in tree.groups):
                stop = reach  # « soupçonné de participer, avec d’autres, à des violences »
        for child in sorted(tree.children[i]):
            # « soupçonné de participer, seul ou non, à des violences », where the parser hangs the rest on the accusation
            if child > stop and tree.dep(child).startswith("obl") and tree.extents[child][0] == stop + 1 and tree.words[stop] == "," and tree.words[stop + 1] in ("à", "au", "aux", "de", "d'", "du", "des"):
                stop = min(end, tree.extents[child][1])
        content = self.content(start, self.cap(start, stop, i))
        if content is None:
            return None
        made.content = content
        return made

    def prosecution(self, i: int, group: VerbGroup | None, after: int, made: Reported) -> Reported | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 12)):
            if tree.words[k] == "pour" and tree.word(k + 1) not in ("la", "le", "les", "l'", "une", "deux", "trois", "cette", "ce"):
                content = self.content(k + 1, self.phrase_end(k + 1, limit))
                if content is None or tree.tokens[k + 1].pos == "NUM" or (tree.tokens[k + 1].feature("VerbForm") == "Inf" and tree.words[k + 1] not in ("avoir", "être")):
                    return None
                made.content, made.target = content, self.object(i, group, True)
                return made
            if tree.words[k] in (",", ";") or k in tree.group_of:
                return None
        return None

    def attribute(self, i: int, group: VerbGroup | None, after: int, passive: bool, made: Reported) -> Reported | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 18)):
            if tree.words[k] in ("de", "d'", "d", "comme") and (
                k == after or tree.head(tree.head(k)) == i or tree.word(k + 1) == "«" or (tree.tokens[k + 1].pos in ("ADJ", "NOUN") and k > after + 1 and tree.words[k] != "du")
            ):
                agent = next((m for m in range(k + 2, limit) if tree.words[m] == "par"), limit) if passive else limit
                begin = k + 2 if tree.words[k] == "d" and tree.word(k + 1) == "'" else k + 1
                content = self.content(begin, self.phrase_end(begin, agent))
                if content is None:
                    return None
                made.content = content
                made.target = self.object(i, group, passive)
                made.speaker = (self.agent_of(i) or self.agent_after(agent, limit)) if passive else self.speaker_of(i)
                return made
            if k in tree.group_of and tree.group_of[k].finite == k:
                return None
        return None

    def seen_as(self, i: int, group: VerbGroup | None, built: frozenset[str], after: int, passive: bool, made: Reported) -> Reported | None:
        """« considérer X comme Y », « juger X trop Y », « être jugé Y par X », « se dire Y », « voir dans X un Y »: content is Y."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        begin: int | None = None
        first = next((k for k in range(after, min(limit, after + 4)) if tree.tokens[k].pos != "ADV" and tree.words[k] not in ("«", "“", '"')), limit)
        if "comme" in built:
            begin = next((k + 1 for k in range(after, min(limit, after + 14)) if tree.words[k] == "comme"), None)
            if begin is not None and (self.verb_between(after, begin) or any(tree.words[k] in ("que", "qu'", "«", ";") for k in range(after, begin)) or self.loose_comma(after, begin)):
                begin = None
            if begin is not None and (begin >= limit or tree.tokens[begin].pos in ("PRON", "SCONJ", "ADP") or (passive and begin - 1 > after + 2 and tree.word(after) != "par")):
                begin = None
        if begin is None and "adjectif" in built:
            reflexive = group is not None and any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
            if passive or reflexive or (group is None and tree.word(i - 1) in ("se", "s'")):
                described = first < limit and (tree.tokens[first].pos == "ADJ" or (tree.tokens[first].feature("VerbForm") == "Part" and tree.words[first] != "par")) and tree.words[first] not in self.lexicon.words["not-views"]
                begin = after if described else None
            elif group is None or not group.negated:
                child = next((c for c in tree.kids(i, "xcomp", "amod") if c > after and tree.tokens[c].pos == "ADJ" and not tree.kids(c, "case", "mark")), None)
                objects = [c for c in tree.kids(i, "obj") if after <= c < (child or 0)]
                if child is not None and objects and child < limit and tree.extents[child][0] >= objects[0]:
                    begin = max(tree.extents[child][0], objects[0] + 1)
                else:
                    begin = self.judged(after, limit)
        if begin is None and "dans-un" in built and not passive and group is not None and any(tree.words[k] == "y" for k in range(group.start, group.finite)) and tree.word(after) in ("un", "une"):
            begin = after
        if begin is None and "dans-un" in built and not passive and tree.word(after) in ("dans", "en"):
            top = next((c for c in tree.kids(i, "obj") if c > after), None)
            det = next((k for k in range(after + 2, min(limit, after + 14)) if tree.words[k] in ("un", "une", "le", "la", "l'", "des")), None) if top is not None else None
            if top is not None and det is not None:
                left = min((c for c in tree.kids(top, "det") if c < top), default=top)
                begin = left if tree.words[left] in ("un", "une", "le", "la", "l'") and left > after + 1 else None
        if begin is None or begin >= limit:
            return None
        agent = next((k for k in range(begin + 1, limit) if tree.words[k] == "par"), limit) if passive else limit
        content = self.content(begin, self.phrase_end(begin, agent))
        if content is None:
            return None
        made.content, made.target = content, self.object(i, group, passive)
        made.speaker = (self.agent_of(i) or self.agent_after(agent, limit)) if passive else self.speaker_of(i)
        if (passive and group is None and made.speaker is None) or (made.speaker is not None and not self.animate(made.speaker)):
            return None
        return made

    def loose_comma(self, start: int, end: int) -> bool:
        """Whether a comma between ``start`` and ``end`` is other than those around a person's name: « décrit sa fille, Anne Morel, comme »."""
        tree = self.tree
        commas = [k for k in range(start, end) if tree.words[k] == ","]
        if len(commas) != 2:
            return bool(commas)
        at, stop = tree.tokens[commas[0] + 1].span.start, tree.tokens[commas[1] - 1].span.end
        return not any(entity.kind == "person" and any(m.span.start == at and m.span.end == stop for m in entity.mentions) for entity in self.entities)

    def judged(self, after: int, limit: int) -> int | None:
        """Where the judgement begins in « juge cette garantie trop courte », « trouve le prix insuffisant », whatever the parser makes of it."""
        tree = self.tree
        if after >= limit or tree.tokens[after].pos != "DET":
            return None
        noun = next((k for k in range(after + 1, min(after + 4, limit)) if tree.tokens[k].pos == "NOUN"), None)
        if noun is None:
            return None
        for k in range(noun + 1, min(noun + 6, limit)):
            if tree.words[k] in ("trop", "très", "peu", "plutôt", "assez", "bien", "«") and k + 1 < limit and (tree.tokens[k + 1].pos in ("ADJ", "ADV", "VERB") or tree.words[k] == "«"):
                return k
            if tree.tokens[k].pos == "ADJ" and (k + 1 >= limit or tree.words[k + 1] in (",", ".", ";", "»", "et", ")")):
                return k
            if tree.tokens[k].pos not in ("ADJ", "NOUN", "ADP", "DET"):
                return None
        return None

    def noun_content(self, i: int, group: VerbGroup | None, start: int, made: Reported) -> Reported | None:
        tree = self.tree
        if start >= tree.last or tree.tokens[start].feature("VerbForm") == "Inf":
            return None
        heads = [c for c in self.tree.children[i] if tree.extents[c][0] in (start, start - 1) and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
        end = tree.extents[heads[0]][1] if heads else self.phrase_end(start, self.bounded(i, tree.last))
        content = self.content(start, min(self.phrase_end(start, end), self.bounded(i, end)))
        if content is None or not any(tree.tokens[k].pos == "NOUN" for k in range(start, end)):
            return None
        if heads and tree.tokens[heads[0]].pos == "PROPN":
            return None
        passive = group is not None and group.passive and not any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
        made.content, made.speaker = content, self.agent_of(i) if passive else self.speaker_of(i)
        return made

    def asked(self, at: int) -> int | None:
        """Where the object begins in « demande au gouvernement des mesures »: after the one who is asked."""
        tree = self.tree
        if tree.word(at) not in ("à", "au", "aux"):
            return None
        head = self.nominal_head(at + 1)
        if head is None or head - at > 3:
            return None
        k = head + 1
        while k < tree.last and (tree.tokens[k].pos in ("ADJ", "PROPN") or tree.dep(k).startswith("flat")):
            k += 1
        opens = tree.word(k) in ("des", "un", "une", "le", "la", "les", "l'", "plus", "davantage", "cette", "ce", "son", "sa", "ses", "leur", "leurs")
        return k if opens and any(tree.tokens[m].pos == "NOUN" for m in range(k + 1, min(k + 4, tree.last))) else None

    def object_content(self, i: int, group: VerbGroup | None, cue: Cue, made: Reported) -> Reported | None:
        tree = self.tree
        if group is None and tree.dep(i) in ("acl", "amod") and not tree.words[i].endswith("ant"):
            return None
        objects = [c for c in tree.kids(i, "obj") if c > i and (tree.tokens[c].pos == "NOUN" or (tree.tokens[c].pos == "PROPN" and tree.tokens[c].span.of(tree.text)[0].islower()))]
        if not objects:
            first = group.end if group is not None else i + 1
            while first < tree.last and (tree.tokens[first].pos == "ADV" or tree.words[first] in ("en", "revanche")):
                first += 1
            parted = first
            first = self.past_insertions(first)
            # « nie en revanche tout « élément organisé » », where the parser takes the object for a complement
            noun = next((k for k in range(first, min(first + 4, tree.last)) if tree.tokens[k].pos == "NOUN"), None) if first < tree.last and tree.tokens[first].pos == "DET" else None
            if noun is not None and tree.tokens[noun].lemma.lower() not in TIME_LEMMAS and (first > parted or (tree.dep(noun).startswith("obl") and tree.head(noun) == i)):
                objects = [noun]
        if not objects and cue.cls == "ask" and group is not None and (asked := self.asked(group.end)) is not None:
            content = self.content(asked, self.cap(asked, self.phrase_end(asked, self.bounded(i, tree.last)), i))
            if content is not None:
                made.content, made.speaker, made.target = content, self.speaker_of(i), (group.end, asked)
                return made
        if not objects:
            return None
        head = objects[0]
        start, end = tree.extents[head]
        if tree.dep(head).startswith("obl"):
            start = max(start, group.end if group is not None else i + 1)
            while start < head and tree.tokens[start].pos in ("ADP", "ADV"):
                start += 1
        if start < i:
            return None
        if tree.words[start] in ("à", "au", "aux", "sur", "pour", "en", "dans", "par", "contre", "avec", "de"):
            return None
        if tree.tokens[i].lemma == "condamner":
            lemmas = {tree.tokens[k].lemma for k in range(*self.segment_at(i))}
            if lemmas & self.lexicon.words["court"] or any(tree.words[k] == "à" and tree.head(tree.head(k)) == i for k in range(i + 1, tree.last)):
                return None
        if cue.cls == "deplore" and any(tree.tokens[k].pos == "NUM" for k in range(start, head)):
            return None
        if cue.cls in ("deplore", "say", "believe", "welcome") and any(
            entity.kind == "person" and any(m.span.start <= tree.tokens[head].span.start < m.span.end for m in entity.mentions) for entity in self.entities
        ):
            return None
        if cue.cls == "refuse" and tree.tokens[head].lemma.lower() in self.lexicon.words["voted"]:
            return None  # a law is rejected by a vote
        if tree.words[head] == "doigt" or (tree.tokens[i].lemma == "louer" and tree.tokens[head].lemma.lower() in self.lexicon.words["hired"]):
            return None
        det = min([c for c in tree.kids(head, "det") if c < head], default=head)
        if any(tree.tokens[k].lemma.lower() in TIME_LEMMAS for k in range(start, det)):
            start = det
        content = self.content(start, self.cap(start, self.bounded(i, end), i))
        if content is None:
            return None
        made.content, made.speaker = content, self.speaker_of(i)
        if made.speaker is not None and not self.animate(made.speaker):
            return None  # « l'absence du favori promet une course ouverte »
        if cue.cls in ("ask", "accuse"):
            target = self.indirect(i)
            if target is not None and target[0] >= end - 1:
                made.target = target
        return made
