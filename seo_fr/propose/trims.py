"""Headings of sections by compression: what a clause says, without what a headline leaves out, seventy characters at most.

What may fall hangs on what stays as a free modifier: an adjunct of the verb (place, day, circumstance) that is not its only complement, an insertion
between commas or brackets, the function before a person's name, a second predicate behind « et ». What is left is entailed by the clause; under a negation,
a restriction or a quantifier only insertions fall. After the sentence compression of headlines of Dorr, Zajic & Schwartz (« Hedge Trimmer », 2003), with
the constituents that French sets apart by marks (Grevisse & Goosse, Le bon usage, §§ 127, 351).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations

from seo_fr.edits import in_order
from seo_fr.french.elision import elides
from seo_fr.model import Clause, Edit, Span, Token
from seo_fr.propose.headlines import _ENDS_BADLY, _LOOSE_PREPOSITIONS, _NEGATIVE, _NEVER_DROP, Headline, _attributes, _cut_points, _lead_falls, _may_go, _present
from seo_fr.propose.tell import Source, Telling, _resolve, finish, in_quotes, is_whole

SHORTEST, LONGEST = 20, 70
MOST_PIECES, MOST_LINES = 10, 5
#: Above this cost too much was cut for the heading to read well.
DEAREST = 18
_ADJUNCTS = {"obl:mod", "advmod", "advcl", "obl:agent"}
_CORE = {"obj", "obl:arg", "xcomp", "ccomp", "iobj", "attr", "expl:comp", "obl:agent"}
#: Verbs that say little without their complements, whatever the parser calls these.
_LIGHT = frozenset(
    "placer mettre prendre porter tenir laisser rendre traiter transformer amener conduire faire donner passer mener soumettre inscrire qualifier juger considérer condamner accuser inculper poursuivre situer "
    "trouver venir aller rester devenir servir obtenir avoir être vivre résider installer engager transférer envoyer emmener conduire nommer classer remporter opposer affronter partir arriver entrer sortir".split()
)
#: Verbs of amount: where, when and by how much are the claim.
_AMOUNT = frozenset("augmenter baisser reculer progresser diminuer chuter monter passer atteindre représenter compter doubler tripler croître grimper tomber élever estimer évaluer chiffrer coûter valoir".split())
#: Verbs under which less is more: « nier avoir menti à Paris » is not « nier avoir menti ».
CLOSING = frozenset("nier démentir refuser rejeter contester douter craindre interdire empêcher éviter exclure ignorer réfuter condamner regretter renoncer".split())
#: Verbs whose passive or bare form says enough.
_ENOUGH = frozenset(
    "annuler arrêter interpeller tuer blesser ouvrir suspendre fermer reporter adopter rejeter élire libérer expulser évacuer mourir décéder démissionner interrompre supprimer abroger démanteler interdire naître "
    "hospitaliser licencier détruire incendier retrouver capturer acquitter relaxer déployer mobiliser".split()
)
_COORDINATED = {"et", "puis"}
_PREFIX = {"DET", "NOUN", "ADJ", "ADP", "PROPN"}


_ASIDE_ALWAYS = re.compile(
    r",\s(?:(?:qui|que|dont|où|d['’]où|ce (?:qui|que|dont)|qu['’]|auquel|à laquelle|auxquels|lequel|laquelle|tandis que|alors que|alors qu['’]|bien que|bien qu['’]|même si|quand|lorsque|tout en)(?!\w)"
    r"|(?:n['’]|se |s['’]|en |ne )?[a-zéèêâîôûç]+ant\s(?!\w+ (?:que|qu))|[a-zéèêâîôûç]+(?:é|ée|és|ées|ise?s?|ite?s?|ue?s?)\s(?:par|de|d['’]|du|des|à|au|aux|en|dans|sur|pour|comme|avec|le|depuis|il y a)(?!\w))"
)
_ASIDE_CIRCUMSTANCE = re.compile(r",\s(?:après|avant d|au moment|lors|au cours|au terme|à l['’]issue|à la suite|suite à|dans le cadre|afin|pour|devant|au lendemain|avec|au milieu|en présence|près de|non loin)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What may fall: its characters, what its fall costs, whether it reaches the end of the clause."""

    span: Span
    rule: str
    cost: int
    argument: int = -1  # the token that hangs on the verb, for an adjunct
    after: str = ""  # what stands there instead: an acronym for its name


class _Trimmer:
    def __init__(self, source: Source, clause: Clause) -> None:
        self.source, self.clause = source, clause
        self.text, self.tokens = source.text, source.analysis.tokens
        self.low, self.high = source._range(clause.span)
        self.below: dict[int, list[int]] = {}
        for j in range(self.low, self.high):
            at, seen = j, 0
            while seen < 60:
                self.below.setdefault(at, []).append(j)
                if self.tokens[at].head == at or not self.low <= self.tokens[at].head < self.high:
                    break
                at, seen = self.tokens[at].head, seen + 1
        self.verbs = {i for i in range(self.low, self.high) if clause.verb.covers(self.tokens[i].span)}
        self.root = next((i for i in range(self.low, self.high) if self.tokens[i].head == i or not self.low <= self.tokens[i].head < self.high), self.low)
        heads = self.verbs | ({self.root} if self.tokens[self.root].pos in ("ADJ", "NOUN", "PRON") else set())
        self.heads = heads
        self.copula = self.root not in self.verbs
        self.narrow = (
            clause.negated
            or clause.commitment in ("denied", "negated")
            or any(self.word(i) in _NEGATIVE and not self.subordinate(i) for i in range(self.low, self.high))
            or clause.lemma in _AMOUNT
        )
        self.bound = any(self.word(i) in _NEGATIVE for i in range(self.low, self.high))

    def word(self, i: int) -> str:
        return self.tokens[i].span.of(self.text).lower() if self.low <= i < self.high else ""

    def subordinate(self, i: int) -> bool:
        """Return whether the word stands in a completive, a relative or an adverbial clause: there it limits that clause alone."""
        for _ in range(30):
            token = self.tokens[i]
            if token.dep in ("ccomp", "acl:relcl", "acl", "advcl", "parataxis"):
                return True
            if i == self.root or i in self.verbs or token.head == i or not self.low <= token.head < self.high:
                return False
            i = token.head
        return False

    def whole(self, i: int) -> tuple[int, int] | None:
        """Return the range of the subtree at ``i`` without the marks at its ends; None where it is not in one piece."""
        inside = sorted(self.below.get(i, [i]))
        while inside and self.tokens[inside[-1]].pos == "PUNCT" and self.word(inside[-1]) not in ("»", ")", '"'):
            inside.pop()
        while inside and self.tokens[inside[0]].pos == "PUNCT" and self.word(inside[0]) not in ("«", "(", '"'):
            inside.pop(0)
        return (inside[0], inside[-1] + 1) if inside and inside[-1] - inside[0] + 1 == len(inside) else None

    def in_list(self, span: Span) -> bool:
        """Return whether what falls stands in the middle of a list behind the verb, and would leave its last members to another word."""
        rest = Span(span.end, self.clause.span.end)
        return len(rest) > 0 and span.start >= self.clause.verb.end and re.search(r"\b(?:et|ou)\b", rest.of(self.text)) is not None and not any(token.pos in ("VERB", "AUX") for token in self.source.tokens_in(rest))

    def drop_span(self, first: int, last: int) -> Span | None:
        """Return the characters that fall with the tokens ``first`` to ``last``: a pair of commas, or the space before; None where the commas do not pair."""
        before, after = self.word(first - 1), self.word(last)
        if last >= self.high:
            start = first - 1
            while start > self.low and self.word(start) in (",", "–", "-", "—"):
                start -= 1
            return Span(self.tokens[start].span.end, self.clause.span.end)
        if before == "," and after == ",":
            return Span(self.tokens[first - 2].span.end, self.tokens[last].span.end) if first - 2 >= self.low else None
        if last < self.high and after in ("de", "du", "des", "d'", "d’", "que", "qu'", "qu’", "qui", "dont", "où", "et", "ou"):
            return None  # what follows may hang on what would fall
        if before == "," or after == "," and self.tokens[first].pos != "ADV":
            return None
        return Span(self.tokens[first - 1].span.end, self.tokens[last - 1].span.end)

    def may_fall(self, first: int, last: int) -> bool:
        """Return whether nothing that qualifies the rest, no part of a quote, no attribution of the rest and no half of a phrase is in the range."""
        if self.tokens[last - 1].pos in ("ADP", "DET", "CCONJ", "SCONJ") or self.tokens[first].pos == "ADP" and self.tokens[last - 1].pos == "ADV":
            return False
        span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
        if {self.word(i) for i in range(first, last)} & _NEVER_DROP or in_quotes(self.source, self.tokens[first].span) or in_quotes(self.source, self.tokens[last - 1].span):
            return False
        if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in self.source.analysis.quotes):
            return False
        for statement in self.source.analysis.statements:
            if statement.sentence == self.clause.sentence and span.covers(statement.cue) and not span.covers(statement.content):
                return False
        return True

    def adjuncts(self) -> list[_Piece]:
        """Return the adjuncts of the verb that may fall, behind it."""
        clause, tokens = self.clause, self.tokens
        if self.narrow or self.copula:
            return []
        found: list[_Piece] = []
        heads = self.heads | self.reported()
        behind = [i for i in range(self.low, self.high) if tokens[i].head in heads and i not in self.verbs and tokens[i].span.start >= clause.verb.end and tokens[i].pos != "PUNCT"]
        oblique = 0
        for i in behind:
            if tokens[i].dep.startswith("obl"):
                oblique += 1
            if tokens[i].dep not in _ADJUNCTS or (clause.lemma in _LIGHT and oblique <= 1 and tokens[i].dep != "advcl" and not self.is_day(i)):
                continue
            place = self.whole(i)
            if place is None or not self.may_fall(*place):
                continue
            if tokens[i].head not in self.heads and not any(tokens[j].head == tokens[i].head and j != i and j > tokens[i].head and (tokens[j].dep in _CORE or tokens[j].dep.startswith("obl") and j < i) for j in range(self.low, self.high)):
                continue  # the only complement of what is reported
            first, last = place
            opening = self.word(first)
            comma = self.word(first - 1) == ","
            if tokens[i].dep == "advmod" and not (comma or self.is_day(i)):
                continue
            if not (comma or opening in _LOOSE_PREPOSITIONS or opening in ("pour", "afin", "ce", "alors") and tokens[i].dep == "advcl" or self.is_day(i) or self.opens_with_day(first)):
                continue
            tail = Span(tokens[first - 1 if comma else first].span.start, tokens[last - 1].span.end)
            if not (self.is_day(i) or self.sequel(first, last) or _may_go(self.source, clause, tail)):
                continue
            span = self.drop_span(first, last)
            if span is not None:
                found.append(_Piece(span, "circonstance-de-titre", 0 if self.is_day(i) else 2, i))
        return found

    def sequel(self, first: int, last: int) -> bool:
        """Return whether the range tells what came next or before, with an infinitive: « avant de suivre une cure », « après avoir purgé sa peine »."""
        return self.word(first) in ("avant", "après") and self.word(first + 1) in ("de", "d'", "d’", "avoir", "être", "s'être", "s’être") and self.clause.tense in ("perfect", "simple-past", "present")

    def tails(self) -> list[_Piece]:
        """Return examples at the end (« , dont… », « notamment… ») and what stands behind a colon, where what stays is whole."""
        found: list[_Piece] = []
        for i in range(self.low + 1, self.high):
            word, comma = self.word(i), self.word(i - 1) == ","
            if self.tokens[i].span.start <= self.clause.verb.end or self.narrow and word != ":" or in_quotes(self.source, self.tokens[i].span):
                continue
            example = word == "notamment" or comma and word in ("dont", "comme", "telles", "tels", "surtout", "principalement")
            if not example and word != ":":
                continue
            start = i - 1 if comma else i
            right = set(range(start, self.high))
            if any(self.tokens[j].head in right and not (word == ":" and j in self.verbs) for j in range(self.low, start)) or any(self.tokens[j].head in self.heads and self.tokens[j].dep in _CORE for j in right):
                continue
            if word == ":" and not any(self.tokens[j].head in self.heads and self.tokens[j].dep in _CORE and self.tokens[j].span.start >= self.clause.verb.end for j in range(self.low, start)):
                continue
            if word == ":" and re.search(r"\b(?:suivante?s?|ainsi|ceci|cela|comme suit)\W*$", self.text[self.clause.span.start : self.tokens[i].span.start]):
                continue
            if example and not self.may_fall(i, self.high):
                continue
            found.append(_Piece(Span(self.tokens[start - 1].span.end, self.clause.span.end), "fin-de-titre", 2))
        return found

    def all_pieces(self) -> list[_Piece]:
        """Return everything that may fall, the surest kinds first."""
        return (
            self.certified() + self.acronyms() + self.behind_name() + self.compared() + self.insertions() + self.functions() + self.asides() + self.adjuncts() + self.predicates() + self.tails() + self.phrases()
        )

    def asides(self) -> list[_Piece]:
        """Return what runs from a comma behind the verb to the end and is set apart by its first words: a relative, a participle, a circumstance, an apposition."""
        found: list[_Piece] = []
        clause = self.clause
        for i in range(self.low + 2, self.high - 1):
            if self.word(i) != "," or self.tokens[i].span.start < clause.verb.end or in_quotes(self.source, self.tokens[i].span):
                continue
            tail = self.text[self.tokens[i].span.start : clause.span.end]
            free = bool(_ASIDE_ALWAYS.match(tail))
            circumstance = not self.narrow and bool(_ASIDE_CIRCUMSTANCE.match(tail))
            named = self.tokens[i - 1].pos == "PROPN" and bool(re.match(r",\s(?:l[ea] |l['’]|un |une )[a-zéèàâêîôûç]", tail)) and "," not in tail[1:] and " et " not in tail
            if not (free or circumstance or named) or re.search(r"\b(?:selon|d['’]après)\b", tail, re.IGNORECASE) or tail.count("«") != tail.count("»") or tail.count("(") != tail.count(")"):
                continue
            if not any(token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in self.source.tokens_in(Span(clause.verb.end, self.tokens[i].span.start))):
                continue
            left, right = range(self.low, i), range(i, self.high)
            if any(self.tokens[j].head in left and self.tokens[j].dep in _CORE | {"aux", "aux:pass", "aux:tense", "cop", "fixed"} for j in right) or any(self.tokens[j].head in right and j not in self.heads for j in left):
                continue  # a verb before the comma has its complement behind it
            span = Span(self.tokens[i - 1].span.end, clause.span.end)
            if any(s.sentence == clause.sentence and span.covers(s.cue) and not span.covers(s.content) for s in self.source.analysis.statements):
                continue
            if circumstance and not free and {self.word(j) for j in range(i, self.high)} & _NEVER_DROP:
                continue
            found.append(_Piece(span, "incise-de-titre", 2))
        return found[:3]

    def reported(self) -> set[int]:
        """Return the verbs of what is said or wanted to be done, where the verb that holds them is no denial and no doubt: what they say may lose an adjunct."""
        if self.bound or self.clause.lemma in CLOSING or any(s.cls in ("deny", "refuse", "warn") for s in self.source.analysis.statements if s.sentence == self.clause.sentence):
            return set()
        return {i for i in range(self.low, self.high) if self.tokens[i].dep in ("ccomp", "xcomp") and self.tokens[i].head in self.heads and self.tokens[i].pos == "VERB" and i not in self.verbs}

    def phrases(self) -> list[_Piece]:
        """Return what hangs without comma on an indefinite noun (« un accord signé à Genève », « une fusillade dans un bar »): without it the claim is wider, and true."""
        if self.narrow:
            return []
        found: list[_Piece] = []
        for i in range(self.low, self.high):
            if self.tokens[i].dep not in ("acl", "nmod") or not self.indefinite(self.tokens[i].head) or self.tokens[i].span.start < self.clause.verb.end:
                continue
            place = self.whole(i)
            if place is None or not self.may_fall(*place) or self.word(place[0] - 1) == ",":
                continue
            if self.tokens[i].dep == "acl" and self.tokens[i].feature("VerbForm") != "Part":
                continue  # « Academy Award » is one name
            if self.tokens[i].dep == "nmod" and self.word(place[0]) not in ("dans", "lors", "sur", "après", "en", "à", "au", "aux", "devant", "chez", "près"):
                continue
            tail = Span(self.tokens[place[0]].span.start, self.tokens[place[1] - 1].span.end)
            span = self.drop_span(*place)
            if span is not None and _may_go(self.source, self.clause, tail):
                found.append(_Piece(span, "complement-de-titre", 5))
        return found

    def opens_with_day(self, first: int) -> bool:
        start = self.tokens[first].span.start
        return any(time.span.start == start and self.source.is_date(time.span) for time in self.source.analysis.times if time.sentence == self.clause.sentence)

    def is_day(self, i: int) -> bool:
        place = self.whole(i)
        return place is not None and self.source.is_date(Span(self.tokens[place[0]].span.start, self.tokens[place[1] - 1].span.end))

    def insertions(self) -> list[_Piece]:
        """Return relatives, participles and appositions between commas, and brackets."""
        found: list[_Piece] = []
        tokens = self.tokens
        for i in range(self.low, self.high):
            if self.word(i) == "(":
                close = next((j for j in range(i + 1, self.high) if self.word(j) in ("(", ")")), None)
                if close is not None and self.word(close) == ")" and not in_quotes(self.source, tokens[i].span) and i > self.low:
                    found.append(_Piece(Span(tokens[i - 1].span.end, tokens[close].span.end), "parenthese-de-titre", 0))
                continue
            if tokens[i].dep not in ("appos", "acl", "acl:relcl", "parataxis") or i in self.heads or tokens[i].head in self.verbs and tokens[i].dep == "parataxis":
                continue
            place = self.whole(i)
            if place is None or not self.may_fall(*place) or place[0] <= self.low:
                continue
            first, last = place
            if self.word(first - 1) != ",":
                if tokens[i].dep == "acl:relcl" and not self.narrow and self.word(first) in ("qui", "que", "qu’", "qu'", "dont", "où") and self.indefinite(tokens[i].head) and last >= self.high:
                    found.append(_Piece(Span(tokens[first - 1].span.end, self.clause.span.end), "relative-de-titre", 4))
                continue
            if tokens[i].dep == "appos" and (self.word(last) == "," and self.word(last + 1) in ("et", "ou", "ainsi") or any(self.word(j) in ("et", "ou") for j in range(first - 1, last)) and tokens[tokens[i].head].pos == "PROPN"):
                continue
            if any(tokens[j].dep == "conj" and tokens[j].head < first for j in range(first, self.high) if j not in self.below.get(i, ())) and tokens[i].dep == "appos":
                continue
            span = self.drop_span(first, last)
            if span is not None:
                person = any(e.kind == "person" and any(m.form == "full" and span.covers(m.span) for m in e.mentions) for e in self.source.analysis.entities)
                found.append(_Piece(span, "incise-de-titre", 9 if person else 1))
        return found

    def indefinite(self, noun: int) -> bool:
        """Return whether the noun has « un », « une », « des », or completes bare such a noun (« un pic de pollution »)."""
        for _ in range(3):
            own = [token.span.of(self.text).lower() for token in self.tokens[max(self.low, noun - 4) : noun] if token.head == noun and token.pos == "DET"]
            if own or self.tokens[noun].dep != "nmod" or not self.low <= self.tokens[noun].head < noun:
                return bool(own) and (own[0] in ("un", "une") or own[0] == "des" and not self.tokens[noun].dep.startswith(("obl", "nmod")))
            noun = self.tokens[noun].head
        return False

    def functions(self) -> list[_Piece]:
        """Return the functions that stand before a person's full name: « le ministre de l’Intérieur Untel » is told as « Untel »."""
        found: list[_Piece] = []
        subject = self.clause.subject
        for entity in self.source.analysis.entities:
            if entity.kind != "person":
                continue
            for mention in entity.mentions:
                if mention.form != "full" or mention.sentence != self.clause.sentence or not self.clause.span.covers(mention.span) or in_quotes(self.source, mention.span):
                    continue
                if len(mention.span.of(self.text).split()) < 2:
                    continue
                starts = [span.start for span in entity.functions if self.clause.span.start <= span.start < mention.span.start and self.text[span.end : mention.span.start] in (" ", ", ") or span.covers(mention.span) and span.start < mention.span.start]
                if subject is not None and subject.covers(mention.span) and subject.start < mention.span.start:
                    starts.append(subject.start)
                for start in sorted(set(starts))[:1]:
                    before = Span(start, mention.span.start)
                    prefix = self.source.tokens_in(before)
                    if not prefix or not self.calls(prefix, before, entity.functions) or not self.is_function(prefix, before) or start > self.clause.span.start and self.joined(start, mention.span):
                        continue
                    comma = before.of(self.text).rstrip().endswith(",")
                    after = self.text[mention.span.end : mention.span.end + 1]
                    if comma and after != ",":
                        continue
                    found.append(_Piece(before, "fonction-de-titre", 3))
                    if comma:
                        found.append(_Piece(Span(mention.span.end, mention.span.end + 1), "fonction-de-titre", -100))
        return found

    def calls(self, prefix: tuple[Token, ...], before: Span, functions: tuple[Span, ...]) -> bool:
        """Return whether the words before the name say what the person is: a function that the analysis knows, or a nationality (« l’Espagnol »); « l’affaire », « la mère de » do not."""
        words = [token for token in prefix if token.span.of(self.text) != ","]
        if words[-1].pos == "ADP" or re.search(r"(?:\b(?:de|du|des|à|au|aux|par|pour|avec|contre|sur|chez)\s|[Dd]['’])$", before.of(self.text)):
            return False
        if any(span.overlaps(before) and before.end - span.end < 4 for span in functions):
            return True
        return len(words) == 2 and words[1].span.of(self.text)[:1].isupper()

    def is_function(self, prefix: tuple[Token, ...], span: Span) -> bool:
        words = span.of(self.text)
        if not re.match(r"(?:[LlLl][ea] |[Ll]['’])", words) or len(words) > 70 or re.search(r"[«»():;]|,.*,|, .", words.rstrip(", ")) or any(token.pos == "CCONJ" for token in prefix):
            return False
        if any(token.pos not in _PREFIX and token.span.of(self.text) != "," for token in prefix) or not any(token.pos in ("NOUN", "ADJ") for token in prefix):
            return False
        return not any(entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions if mention.form != "description") for entity in self.source.analysis.entities)

    def joined(self, start: int, name: Span) -> bool:
        """Return whether the word before would have to elide, or the name would hang on nothing."""
        before = self.text[max(0, start - 4) : start].lower()
        return before[-1:] != " " or bool(re.search(r"\b(?:de|que|et|ou)\s$", before)) and name.of(self.text)[0] in "AEIOUYHÉÈÊÀÂÎÔ" or bool(re.search(r"\b(?:et|ou)\s$", before))

    def predicates(self) -> list[_Piece]:
        """Return the second predicate behind « et », to the end of the clause."""
        found: list[_Piece] = []
        tokens = self.tokens
        for i in range(self.low, self.high):
            if tokens[i].dep not in ("conj", "advcl", "parataxis") or tokens[i].head not in self.heads or not (tokens[i].pos in ("VERB", "AUX") or any(tokens[j].dep.startswith(("aux", "cop")) and tokens[j].head == i for j in range(self.low, i))):
                continue
            inside = self.below.get(i, [i])
            first = min(inside)
            start = first if self.word(first) in _COORDINATED else first - 1
            if self.word(start) not in _COORDINATED or start <= self.low or tokens[start].span.start < self.clause.verb.end:
                continue
            right = set(range(start, self.high))
            if any(tokens[j].head in right for j in range(self.low, start)) or not self.may_fall(start, self.high):
                continue
            if any(j not in inside and tokens[j].head in self.heads and tokens[j].dep in _CORE for j in right):
                continue  # « condamne et rejette la loi »: both have the object
            while self.word(start - 1) == ",":
                start -= 1
            found.append(_Piece(Span(tokens[start - 1].span.end, self.clause.span.end), "second-predicat-de-titre", 3))
        return found

    def acronyms(self) -> list[_Piece]:
        """Return the names that an acronym in brackets follows, where the source writes the acronym with the same article elsewhere: « la CGT » for both."""
        found: list[_Piece] = []
        words = self.clause.span.of(self.text)
        for match in re.finditer(r"\(([A-ZÉ][A-ZÉ-]{1,7})\)", words):
            close = self.clause.span.start + match.end()
            start = next((m.span.start for e in self.source.analysis.entities for m in e.mentions if m.span.end == self.clause.span.start + match.start() - 1 and m.span.start >= self.clause.span.start), None)
            if start is None or in_quotes(self.source, Span(start, close)):
                continue
            article = re.search(r"(?:\b(?:[Ll][ea]s?|[Dd][ue]s?|[Aa]ux?) |[LlDd]['’])$", self.text[max(0, start - 4) : start])
            if article is not None and re.search(rf"(?i:{re.escape(article.group())}){match.group(1)}(?!\w)", self.text[: self.clause.span.start] + self.text[self.clause.span.end :]):
                found.append(_Piece(Span(start, close), "sigle-de-titre", 1, after=match.group(1)))
        return found

    def behind_name(self) -> list[_Piece]:
        """Return what stands between commas right behind a person's name that is the subject, up to the verb: a function, an age, a place."""
        subject = self.clause.subject
        if subject is None:
            return []
        for entity in self.source.analysis.entities:
            for mention in entity.mentions if entity.kind == "person" else ():
                if mention.form != "full" or not subject.start <= mention.span.start <= subject.start + 60 or mention.span.end >= self.clause.verb.start:
                    continue
                aside = self.text[mention.span.end : self.clause.verb.start]
                inside = self.source.tokens_in(Span(mention.span.end, self.clause.verb.start))
                if not re.fullmatch(r", [^«»():;]{3,90}, ?", aside) or any(token.feature("VerbForm") == "Fin" or token.pos == "CCONJ" for token in inside):
                    continue
                if any(other.kind == "person" and other.id != entity.id and any(m.form == "full" and Span(mention.span.end, self.clause.verb.start).covers(m.span) for m in other.mentions) for other in self.source.analysis.entities):
                    continue
                if {token.span.of(self.text).lower() for token in inside} & _NEVER_DROP:
                    continue
                return [_Piece(Span(mention.span.end, mention.span.end + len(aside.rstrip())), "incise-de-titre", 1)]
        return []

    def compared(self) -> list[_Piece]:
        """Return what an amount is set against, behind a comma at the end: « , contre 45 000 en mai »."""
        match = re.search(r",\s(?:contre|soit|au lieu de|moins que|plus que|loin derrière|devant)\s[^,«»():;]*\d[^,«»():;]*$", self.clause.span.of(self.text))
        if match is None or self.clause.negated or self.clause.span.start + match.start() <= self.clause.verb.end:
            return []
        return [_Piece(Span(self.clause.span.start + match.start(), self.clause.span.end), "comparaison-de-titre", 2)]

    def certified(self) -> list[_Piece]:
        """Return what the certified shorter forms drop one at a time, and the ends at which the clause may be cut."""
        found = [
            _Piece(compression.edits[0].span, "abrege-de-titre", 1)
            for compression in self.clause.shorter
            if len(compression.edits) == 1
            and (compression.edits[0].span.end >= self.clause.span.end or not re.match(r"\W*(?:dont|notamment|comme|tels?|telles?|ainsi|y compris)\b", compression.edits[0].span.of(self.text)))
        ]
        if not self.narrow:
            found += [_Piece(Span(end, self.clause.span.end), "fin-de-titre", 3) for end in _cut_points(self.source, self.clause) if end < self.clause.span.end and self.clause.regular]
        return found

    def complete(self, gone: tuple[_Piece, ...]) -> bool:
        """Return whether the verb keeps what it needs behind it."""
        clause = self.clause
        dropped = {piece.argument for piece in gone}
        if not dropped - {-1}:
            return True
        left = [
            i for i in range(self.low, self.high)
            if self.tokens[i].head in self.heads and i not in self.verbs and i not in dropped and self.tokens[i].span.start >= clause.verb.end
            and self.tokens[i].pos not in ("PUNCT", "ADV") and not self.is_day(i) and not any(piece.span.covers(self.tokens[i].span) for piece in gone)
        ]
        if clause.lemma in _ENOUGH or clause.passive and clause.lemma not in _LIGHT and clause.tense in ("perfect", "simple-past"):
            return True
        if not left:
            return False
        behind = [i for i in range(self.low, self.high) if self.tokens[i].head in self.heads and i not in self.verbs and self.tokens[i].span.start >= clause.verb.end and self.tokens[i].pos not in ("PUNCT", "ADV") and not self.is_day(i)]
        return any(self.tokens[i].dep in _CORE for i in left) or behind[0] in left


def _starts(source: Source, clause: Clause) -> list[tuple[int, int]]:
    """Return where the heading may begin, with what it costs: at the lead, at the subject."""
    assert clause.subject is not None
    if not len(clause.subject):
        return [(clause.subject.start, 4)]  # said again: nothing before it is taken along
    if clause.lead is None and clause.subject.start > clause.span.start:
        return [(clause.subject.start, 6)] if _dates(source, Span(clause.span.start, clause.subject.start)) else []
    if clause.lead is None or clause.lead.start >= clause.subject.start:
        return [(clause.subject.start, 0)]
    if _attributes(source, clause.lead):
        return [(clause.lead.start, 0)]
    found: list[tuple[int, int]] = []
    words = clause.lead.of(source.text)
    if re.fullmatch(r"(?:Vers|À|A|Peu (?:avant|après)|Dès) \d{1,2} ?(?:h|heures)[ \d]*, (?:(?:à|au|aux|en|sur) [^,«»]{2,40}, )?", words.replace("\u00a0", " ").replace("\u202f", " ")):
        return [(clause.subject.start, 3)]
    plain = words.strip(" ,").replace("’", "'").lower()
    tokens = source.tokens_in(clause.lead)
    if _lead_falls(source, clause):
        return [(clause.subject.start, 0)]
    if words.rstrip().endswith(",") and words.count(",") == 1 and len(words) <= 36 and not any(token.pos in ("PRON", "VERB") for token in tokens):
        found.append((clause.lead.start, 3))
    happened = (clause.tense in ("perfect", "simple-past") or clause.tense == "present" and clause.passive) and clause.lemma not in _AMOUNT | {"être", "avoir"} and not clause.negated
    opens = re.match(r"(?:à|au|aux|en|dans|lors|après|durant|pendant|vers|ce|cette|près|non loin|suite|devant|face|chez|le|peu après|dès|sur|avec|pour des raisons|pour la première fois|à l'issue|à la suite)\b", plain)
    framed = clause.tense == "present" and not clause.negated and clause.lemma not in _AMOUNT | {"être", "avoir"} and re.match(r"(?:après|lors|à l'issue|à la suite|au terme|face à|suite|devant|dans la nuit|durant|au lendemain)\b", plain)
    if (happened and opens or framed) and words.rstrip().endswith(",") and not re.search(r"\b(?:1\d|20)\d\d\b|%", plain) and not {token.span.of(source.text).lower() for token in tokens} & _NEVER_DROP:
        found.append((clause.subject.start, 5))
    return found


def _shared(source: Source, clause: Clause) -> tuple[Clause, Edit] | None:
    """Return a clause whose subject stands in the clause before (« et monte sur la deuxième marche ») with the edit that says it again; None where that subject is not short and plain."""
    subject = clause.subject
    if subject is None or clause.subject_kind not in ("name", "noun") or not any(obstacle.startswith("shared-subject:") for obstacle in clause.obstacles):
        return None
    entity = source.entity(clause.subject_entity)
    text = " ".join(entity.name.of(source.text).split()) if entity is not None and entity.kind == "person" else subject.of(source.text)
    start = clause.verb.start
    if len(text) > 34 or re.search(r"[,«»():;\"]", text) or source.text[clause.span.start : start].strip(" ,").lower() not in ("", "et", "puis", "et a", "mais"):
        return None
    if re.match(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on|certains|chacun)\b", text) or clause.tense not in ("perfect", "simple-past", "present", "future", "near-future"):
        return None
    if start == clause.span.start:
        return None
    edit = Edit("reference", "sujet-repris", Span(clause.span.start, start), text[0].upper() + text[1:].replace("'", "’") + " ")
    left = tuple(obstacle for obstacle in clause.obstacles if not obstacle.startswith(("shared-subject:", "connective:")))
    return replace(clause, obstacles=left, lead=None, subject=Span(clause.span.start, clause.span.start)), edit


def _dates(source: Source, span: Span) -> bool:
    """Return whether the span is days, hours and bare places with their commas: what frames a single event."""
    parts = [part.strip() for part in span.of(source.text).replace("\u00a0", " ").split(",")]
    if parts[-1]:
        return False
    return all(not part or source.is_date_text(part.lower().replace("’", "'")) or re.fullmatch(r"(?:[àÀ]|[vV]ers) \d{1,2} ?(?:h|heures)[ \d]*|(?:[àÀ]|[eE]n) [A-ZÉ][\w-]+", part) for part in parts)


def section_lines(source: Source, clause: Clause, longest: int = LONGEST, past: bool = False) -> tuple[Headline, ...]:
    """Return the headings that one clause can give, of twenty to ``longest`` characters, the least cut first; empty where it gives none for certain.

    ``past``: in the clause's own tense, as in a sentence.
    """
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or not source.is_matter(clause.sentence) or clause.subject is None or clause.person != 3 or in_quotes(source, clause.verb):
        return ()
    if set_against(source, clause) or _of_a_suspect(source, clause):
        return ()
    repeated = None
    if (shared := _shared(source, clause)) is not None:
        clause, repeated = shared
    assert clause.subject is not None
    if not is_whole(source, clause) or clause.subject.start > clause.verb.start or not clause.regular and not _plain_order(source, clause):
        return ()
    if clause.subject_kind not in ("name", "noun", "pronoun"):
        return ()
    trimmer = _Trimmer(source, clause)
    pieces = list({piece.span: piece for piece in trimmer.all_pieces() if piece.after or piece.cost == -100 or not trimmer.in_list(piece.span)}.values())[:MOST_PIECES]
    made: dict[str, Headline] = {}
    for start, dear in _starts(source, clause):
        usable = [piece for piece in pieces if piece.span.start >= clause.subject.start and piece.cost > -100]
        choices: list[tuple[int, int, tuple[_Piece, ...]]] = []
        for size in range(min(5, len(usable)) + 1):
            for chosen in combinations(usable, size):
                if any(a.span.overlaps(b.span) for a, b in combinations(chosen, 2)):
                    continue
                if trimmer.copula and any(piece.span.covers(trimmer.tokens[trimmer.root].span) for piece in chosen):
                    continue  # what the subject is said to be would fall
                length = clause.span.end - start - sum(len(piece.span) - len(piece.after) for piece in chosen)
                if length <= longest + 12 and trimmer.complete(chosen):
                    choices.append((dear + sum(piece.cost for piece in chosen), -length, chosen))
        choices.sort(key=lambda choice: (choice[0], choice[1], tuple(piece.span for piece in choice[2])))
        found = 0
        for cost, _, chosen in choices[:16]:
            line = _line(source, clause, start, chosen, tuple(piece for piece in pieces if piece.cost == -100), cost, longest, past, repeated)
            if line is not None and line.text not in made:
                made[line.text] = line
                found += 1
                if found >= MOST_LINES:
                    break
    return tuple(made.values())


_SUSPECTS = re.compile(r"\b(?:suspecte?s?|prévenue?s?|accusée?s?|inculpée?s?|mise?s? en (?:cause|examen)|présumée?s?|meurtriers?|tueurs?|assassins?)\b", re.IGNORECASE)
_HARMLESS = frozenset(
    "nier contester reconnaître avouer comparaître être rester avoir plaider risquer encourir déclarer dire affirmer demander attendre admettre démentir répondre garder refuser expliquer mourir décéder bénéficier".split()
)


def _of_a_suspect(source: Source, clause: Clause) -> bool:
    """Return whether the newspaper says of a suspect what he did: that heads nothing."""
    subject = clause.subject.of(source.text) if clause.subject is not None else ""
    return bool(_SUSPECTS.search(subject)) and not clause.passive and clause.commitment in ("asserted", "future") and clause.lemma not in _HARMLESS


def set_against(source: Source, clause: Clause) -> bool:
    """Return whether the next clause of the sentence limits this one: « réussit son pari, mais sort fragilisée » is not « réussit son pari »."""
    return any(
        other.span.start >= clause.span.end and re.match(r"\W*(?:mais|or|toutefois|cependant|pourtant|néanmoins)\b", other.span.of(source.text).lower())
        for other in source.clauses_of.get(clause.sentence, ())
    )


def _plain_order(source: Source, clause: Clause) -> bool:
    """Return whether a clause that is not regular still reads subject, verb, complement: one subject right before its verb, no second sentence in it."""
    assert clause.subject is not None
    between = source.text[clause.subject.end : clause.verb.start]
    if between.strip(" ,\u00a0") or ":" in source.text[clause.span.start : clause.verb.end] or ";" in clause.span.of(source.text):
        return False
    if re.search(r"[«»\"“”]", clause.subject.of(source.text)) or clause.number == "" or clause.lemma == "être" and clause.subject_kind == "pronoun":
        return False
    words = clause.subject.of(source.text)
    plural = bool(re.match(r"(?i)(?:les|des|ces|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|certains|de nombreu)", words)) or " et " in words
    singular = bool(re.match(r"(?i)(?:le |la |l['’]|un |une |ce |cette |cet )", words)) and not re.search(r" et |, ", words)
    return not (plural and clause.number == "s" and " et " not in words or singular and clause.number == "p")


def _line(source: Source, clause: Clause, start: int, chosen: tuple[_Piece, ...], marks: tuple[_Piece, ...], cost: int, longest: int, past: bool, repeated: Edit | None) -> Headline | None:
    """Return the heading without the ``chosen`` pieces; None where a reference stays open, an edit clashes or it ends badly."""
    assert clause.subject is not None
    end = clause.span.end
    for piece in sorted(chosen, key=lambda piece: -piece.span.end):
        if piece.span.end == end:
            end = piece.span.start
    span = Span(start, end)
    drops = [Edit("reference" if piece.after else "drop", piece.rule, piece.span, piece.after) for piece in chosen if piece.span.end <= end]
    names = [piece for piece in chosen if piece.rule == "fonction-de-titre" and source.text[piece.span.start : piece.span.end].rstrip().endswith(",")]
    if names:
        drops += [Edit("drop", piece.rule, piece.span, "") for piece in marks if any(0 < piece.span.start - name.span.end < 60 for name in names)]
    gone = (*drops, Edit("drop", "fin-de-titre", Span(end, clause.span.end), ""))
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
        return None
    loose = False
    lead = Edit("drop", "tete-de-titre", Span(clause.span.start, start), "") if start > clause.span.start else None
    light = _light(source, clause, span, gone)
    drops, gone = [*drops, *light], (*gone, *light)
    given = (*gone, *((lead,) if lead else ()))
    eased, own, dear = _eased(source, clause, span, given)
    cost += dear
    edits = _resolve(source, eased, clause.span, True, (*given, *own))
    if edits is None:
        edits, loose = _resolve(source, eased, clause.span, True, (*given, *own), True), True
    if edits is None:
        return None
    edits = [*edits, *(edit for edit in own if not any(edit.span.overlaps(other.span) for other in edits))]
    named = any(edit.kind == "reference" and edit.span == clause.subject for edit in edits)
    if clause.subject_kind == "pronoun" and not named:
        return None
    inner = [edit for edit in edits if span.covers(edit.span) and not any(drop.span.overlaps(edit.span) for drop in drops)]
    attributed = clause.lead is not None and start < clause.subject.start and _attributes(source, clause.lead)
    inner = [replace(edit, after=edit.after.replace("'", "’")) if edit.kind == "reference" else edit for edit in inner]
    inner = [replace(edit, after=edit.after[:1].upper() + edit.after[1:]) if edit.kind == "reference" and not source.text[start : edit.span.start].strip() else edit for edit in inner]
    verb = None if attributed or past else _present(source, clause, span, drops)
    kept = [*drops, *inner]
    if repeated is not None:
        verb = None  # the name stands right before it
        kept.append(repeated)
    if verb is not None:
        kept = [edit for edit in kept if not verb.span.covers(edit.span)]
        if not any(edit.span.overlaps(verb.span) for edit in kept):
            kept.append(verb)
    try:
        in_order(kept)
    except ValueError:
        return None
    done = finish(source, span, kept, final=False)
    if done is None or not SHORTEST <= len(done[2]) <= longest or _ends_badly(source, clause, span, drops) or done[2][-1] in ",:;–—-(":
        return None
    if _parted(source, clause, start, drops) or _cut_off(source, clause, span, drops):
        return None
    if (dangling := re.search(r", (?:et|ou|mais|puis|ni) [^,]*$", done[2])) and not any(token.feature("VerbForm") in ("Fin", "Part") and token.span.of(source.text) in dangling.group() for token in source.tokens_in(span)):
        return None
    if re.search(r"[,(] *$|, ,|\(\)|  |[?!] ", done[2]) or done[2].count("«") != done[2].count("»"):
        return None
    more = (6 if loose else 0) + (5 if named else 0) + (6 if clause.tense in ("pluperfect", "imperfect") else 0) + (4 if not clause.regular else 0) + (0 if verb is not None or clause.tense in ("present", "future", "near-future") else 2)
    if cost + more > DEAREST:
        return None
    return Headline(*done, clause, verb is not None, cost + more)


def _parted(source: Source, clause: Clause, start: int, drops: list[Edit]) -> bool:
    """Return whether one comma alone would stand between subject and verb."""
    assert clause.subject is not None
    between = [token for token in source.tokens_in(Span(max(start, clause.subject.start), clause.verb.start)) if not any(drop.span.covers(token.span) for drop in drops)]
    commas = sum(1 for token in between if token.span.of(source.text) == ",")
    return commas == 1 or bool(between) and between[-1].span.of(source.text) == "," and commas % 2 == 1


def _light(source: Source, clause: Clause, span: Span, gone: tuple[Edit, ...]) -> list[Edit]:
    """Return the edits that drop « aussi », « également », « même », « notamment » in the verb or right behind it: above a section they tie to nothing."""
    found: list[Edit] = []
    window = source.text[clause.verb.start : min(span.end, clause.verb.end + 14)]
    for match in re.finditer(r" (?:aussi|également|même|notamment|toutefois|cependant|en effet|alors|donc|ainsi|eux|elles)(?= (?!si\b|bien\b|que\b|qu['’]|(?:aussi|même)\b))| aussi(?= qu)", window):
        place = Span(clause.verb.start + match.start(), clause.verb.start + match.end())
        following = next(iter(source.tokens_in(Span(place.end + 1, span.end))), None) if place.end + 1 < span.end else None
        before = source.tokens_in(Span(max(0, place.start - 24), place.start))
        if match.group() in (" eux", " elles") and not (before and before[-1].pos in ("AUX", "VERB")):
            continue
        if following is None or following.pos in ("ADJ", "ADV") and re.search(r"\bque?\b|\bqu['’]", source.text[place.end : span.end]) or in_quotes(source, place):
            continue
        if any(edit.span.overlaps(place) for edit in (*gone, *found)):
            continue
        found.append(Edit("drop", "lien-de-titre", place, ""))
    return found


_LINKS = ("ensuite", "par la suite", "désormais", "auparavant", "entre-temps", "dans le même temps", "à son tour", "à leur tour", "de nouveau", "en effet", "également", "ainsi", "donc", "alors")
_THIS = {"ce": "le", "cet": "l’", "cette": "la", "ces": "les"}


def _eased(source: Source, clause: Clause, span: Span, gone: tuple[Edit, ...]) -> tuple[Clause, list[Edit], int]:
    """Return the clause without the obstacles that hinder no heading, the edits that lift some, and what that costs.

    « les autres candidats » says enough above a section; « ensuite » falls; « cette tuerie » is « la tuerie ».
    """
    left: list[str] = []
    edits: list[Edit] = []
    cost = 0
    for obstacle in clause.obstacles:
        name, _, word = obstacle.partition(":")
        plain = word.lower().replace("’", "'")
        if name == "other" and re.match(r"(?:d'autres|les autres|un autre|une autre|l'autre|la seconde|le second|chacune?)(?: [a-zé]|$)", plain):
            cost += 4
            continue
        if name in ("time", "also") and plain in _LINKS:
            at = [m for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", clause.span.of(source.text)) if clause.span.start + m.start() > span.start]
            if len(at) == 1 and not re.match(r"\s+(?:que\b|qu['’])", source.text[clause.span.start + at[0].end() :][:6]):
                place = Span(clause.span.start + at[0].start(), clause.span.start + at[0].end())
                if not any(edit.span.overlaps(place) for edit in gone) and source.text[place.start - 1] == " " and source.text[place.end : place.end + 1] in (" ", ""):
                    edits.append(Edit("drop", "lien-de-titre", Span(place.start - 1, place.end), ""))
                    cost += 1
                    continue
        if name == "demonstrative" and plain.split(" ")[0] in _THIS:
            edit = _defined(source, clause, span, word, gone)
            if edit is not None:
                edits.append(edit)
                cost += 7
                continue
        left.append(obstacle)
    return (replace(clause, obstacles=tuple(left)) if len(left) < len(clause.obstacles) else clause), edits, cost


def _defined(source: Source, clause: Clause, span: Span, word: str, gone: tuple[Edit, ...]) -> Edit | None:
    """Return the edit that makes « cette tuerie » « la tuerie » in a heading; None where it is no noun, stands twice, or an article would have to contract."""
    at = [m.start() + clause.span.start for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", clause.span.of(source.text))]
    if len(at) != 1 or in_quotes(source, Span(at[0], at[0] + 1)) or any(edit.span.start <= at[0] < edit.span.end for edit in gone):
        return None
    tokens = source.tokens_in(Span(at[0], clause.span.end))
    if len(tokens) < 2 or tokens[1].pos not in ("NOUN", "ADJ", "NUM") or re.match(r"-(?:là|ci)\b", source.text[tokens[1].span.end : tokens[1].span.end + 4]) or source.is_date(tokens[1].span):
        return None
    if any(time.span.start == at[0] for time in source.analysis.times if time.sentence == clause.sentence):
        return None
    article, following = _THIS[tokens[0].span.of(source.text).lower()], tokens[1].span.of(source.text)
    if article in ("le", "la") and elides(following):
        article = "l’"
    before = source.text[max(0, at[0] - 4) : at[0]].lower().split()
    if before and before[-1] in ("de", "à") and article in ("le", "les"):
        return None
    place = Span(tokens[0].span.start, tokens[1].span.start) if article == "l’" else tokens[0].span
    return Edit("reference", "demonstratif-en-defini", place, article)


def _cut_off(source: Source, clause: Clause, span: Span, drops: list[Edit]) -> bool:
    """Return whether what stands behind the verb, or behind an auxiliary, is a lone aside behind a comma: « est, selon les volontaires », « qui devrait, dans quelques jours »."""
    left = [token for token in source.tokens_in(Span(clause.verb.start, span.end)) if not any(drop.span.covers(token.span) for drop in drops)]
    commas = [k for k, token in enumerate(left) if token.span.of(source.text) == ","]
    if not commas:
        return False
    last = commas[-1]
    before = left[last - 1] if last else None
    if before is None or not (before.pos == "AUX" or before.lemma in ("devoir", "pouvoir", "aller", "avoir", "être", "vouloir", "falloir") or clause.verb.covers(before.span)):
        return False
    return len(commas) % 2 == 1


def _ends_badly(source: Source, clause: Clause, span: Span, drops: list[Edit]) -> bool:
    """Return whether the heading would end on a word that announces another."""
    left = [token for token in source.tokens_in(span) if not any(drop.span.covers(token.span) for drop in drops)]
    last = left[-1] if left else None
    if last is not None and last.pos == "VERB" and span.end < clause.span.end and (last.feature("VerbForm") == "Inf" or last.span.of(source.text).endswith("ant")):
        return True  # « pourrait affecter », « s’emparant »: its complement fell
    return last is None or last.pos in _ENDS_BADLY and last.span.of(source.text) not in ("»", "”", '"', ")")


def trimmed_tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the clause told as a sentence of at most 150 characters in its own tense, cut as headings are, nothing in it named by description alone: for descriptions."""
    made: list[Telling] = []
    for line in section_lines(source, clause, 150, past=True):
        if line.cost > 5 or clause.tense == "pluperfect":
            continue
        done = finish(source, line.span, [edit for edit in line.edits if edit.kind not in ("typography", "case")])
        if done is not None:
            made.append(Telling(*done, (clause.id,), clause.sentence, len(clause.span) - len(line.span)))
    return tuple(made)
