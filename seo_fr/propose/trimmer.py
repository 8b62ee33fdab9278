"""What may fall from a clause for a heading: adjuncts, insertions, functions before a name, second predicates, asides, examples.

Each piece leaves a claim that the clause entails; under a negation, a restriction or a quantifier only insertions fall.
"""


from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.model import Clause, Span, Token
from seo_fr.propose.headlines import _LOOSE_PREPOSITIONS, _NEGATIVE, _NEVER_DROP, _cut_points, _may_go
from seo_fr.propose.tell import Source, in_quotes

_ADJUNCTS = {"obl:mod", "advmod", "advcl", "obl:agent"}
_CORE = {"obj", "obl:arg", "xcomp", "ccomp", "iobj", "attr", "expl:comp", "obl:agent"}
#: Verbs that say little without their complements, whatever the parser calls these.
_LIGHT = frozenset(
    "placer mettre prendre porter tenir laisser rendre traiter transformer amener conduire faire donner passer mener soumettre inscrire qualifier juger considérer condamner accuser inculper poursuivre situer "
    "trouver venir aller rester devenir servir obtenir avoir être vivre résider installer engager transférer envoyer emmener conduire nommer classer remporter opposer affronter partir arriver entrer sortir étendre transporter".split()
)
#: Verbs of amount: where, when and by how much are the claim.
AMOUNT = frozenset("augmenter baisser reculer progresser diminuer chuter monter passer atteindre représenter compter doubler tripler croître grimper tomber élever estimer évaluer chiffrer coûter valoir".split())
#: Those of them that tell an event as well: « un accident s’est passé jeudi ».
_MOVING = frozenset(["passer", "tomber", "monter"])
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


_DAY = re.compile(r" (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:matin|midi|après-midi|soir)(?![\w-])")


@dataclass(frozen=True, slots=True)
class Piece:
    """What may fall: its characters, what its fall costs, whether it reaches the end of the clause."""

    span: Span
    rule: str
    cost: int
    argument: int = -1  # the token that hangs on the verb, for an adjunct
    after: str = ""  # what stands there instead: an acronym for its name


_GIVING = frozenset(["attribuer", "décerner", "remettre", "confier", "accorder", "léguer", "octroyer", "revenir"])
_GIVEN_FOR = re.compile(r"[^,;:«»()]{0,40} (?:à|au|aux) (?:l[ea] |l['’])?[^,;:«»()]{0,50}?[A-ZÀ-Ý][\w’'-]+( pour [^,;:()]{3,70}(?:, (?:une?|l[ea]|son|sa) [^;:()]*)?)$")


class Trimmer:
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
            or clause.lemma in AMOUNT and (clause.lemma not in _MOVING or any(figure.sentence == clause.sentence and clause.span.covers(figure.span) for figure in source.analysis.figures))
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

    def lists(self, span: Span) -> bool:
        """Return whether what falls at the end goes on with a list: « les causes sont la chute des ventes, la fin des aides et la hausse des prix » has three."""
        if span.end < self.clause.span.end or any(token.feature("VerbForm") == "Fin" for token in self.source.tokens_in(span)):
            return False
        tail = span.of(self.text)
        return re.search(r",\s(?:l[ea] |les |l['’]|une? |des |du |d['’]|de |aux? |[àé]s? |en |par |\d)[^,]*\s(?:et|ou|ainsi que|comme)\s", tail) is not None

    def held_by_verb(self, noun: int) -> bool:
        """Return whether a noun is an argument of the verb: « un homme qui… a été arrêté »; of « le nombre de bébés qui… » what is counted would be another thing."""
        return self.tokens[noun].dep in ("obj", "nsubj", "nsubj:pass", "obl:agent", "obl:arg") and self.tokens[noun].head in self.heads

    def first_of(self, i: int) -> int:
        """Return the first token of the subtree at ``i``."""
        return min(self.below.get(i, [i]))

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
            tail = Span(self.tokens[start].span.end, self.clause.span.end)
            return None if self.lists(tail) else tail
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
        if last < self.high and any(self.tokens[i].pos == "CCONJ" for i in range(first, last)) and (self.tokens[last].pos in ("PRON", "AUX") or self.tokens[last].feature("VerbForm") == "Fin"):
            return False  # « a démissionné [à la suite de l’affaire et Paul Morel] lui a succédé »
        for statement in self.source.analysis.statements:
            if statement.sentence == self.clause.sentence and span.covers(statement.cue) and not span.covers(statement.content):
                return False
        return True

    def adjuncts(self) -> list[Piece]:
        """Return the adjuncts of the verb that may fall, behind it."""
        clause, tokens = self.clause, self.tokens
        if self.narrow or self.copula:
            return []
        found: list[Piece] = []
        heads = self.heads | self.reported()
        behind = [i for i in range(self.low, self.high) if tokens[i].head in heads and i not in self.verbs and tokens[i].span.start >= clause.verb.end and tokens[i].pos != "PUNCT"]
        oblique = 0
        for i in behind:
            if tokens[i].dep.startswith("obl") and not self.is_day(i):
                oblique += 1
            if tokens[i].dep not in _ADJUNCTS or (clause.lemma in _LIGHT and oblique <= 1 and tokens[i].dep != "advcl" and not self.is_day(i)):
                continue
            place = self.whole(i)
            if place is None or not self.may_fall(*place):
                continue
            if tokens[i].head not in self.heads and self.word(self.first_of(i) - 1) != "," and not self.is_day(i):
                continue  # « recommandent d’installer les parcs à plus d’un kilomètre des haies »
            if tokens[i].head not in self.heads and not any(tokens[j].head == tokens[i].head and j != i and j > tokens[i].head and (tokens[j].dep in _CORE or tokens[j].dep.startswith("obl") and j < i) for j in range(self.low, self.high)):
                continue  # the only complement of what is reported
            first, last = place
            opening = self.word(first)
            comma = self.word(first - 1) == ","
            if tokens[i].dep == "advmod" and not (comma or self.is_day(i)):
                continue
            if clause.lemma in _GIVING and opening in ("à", "au", "aux") and not self.is_day(i):
                continue  # « Le prix a été attribué [à Anne Morel] pour son livre »
            if not (comma or opening in _LOOSE_PREPOSITIONS or opening in ("pour", "afin", "ce", "alors") and tokens[i].dep == "advcl" or self.is_day(i) or self.opens_with_day(first)):
                continue
            tail = Span(tokens[first - 1 if comma else first].span.start, tokens[last - 1].span.end)
            if not (self.is_day(i) or self.is_moment(tail) or self.sequel(first, last) or _may_go(self.source, clause, tail)):
                continue
            span = self.drop_span(first, last)
            if span is not None and not re.match(r" (?:matin|midi|après-midi|soir)(?![\w-])", self.text[span.end : clause.span.end]):
                found.append(Piece(span, "circonstance-de-titre", 0 if self.is_day(i) else 2, i))
        return found

    def days(self) -> list[Piece]:
        """Return the days with their part of day behind the verb of an event (« a quitté la route dimanche après-midi »), no other verb between."""
        clause = self.clause
        if self.narrow or self.copula or clause.tense not in ("perfect", "simple-past") or not clause.regular:
            return []
        found: list[Piece] = []
        for match in _DAY.finditer(self.text, clause.verb.end, clause.span.end):
            span, before = Span(match.start(), match.end()), self.source.tokens_in(Span(clause.verb.end, match.start() + 1))
            if self.text[match.end() : match.end() + 1] not in (" ", ",", ".", "") or re.match(r" (?:et|ou|à|au|dernier|prochain|suivant|jusqu)", self.text[match.end() :]) or in_quotes(self.source, span):
                continue
            if before and (before[-1].pos in ("ADP", "DET", "CCONJ", "PUNCT") or any(token.pos in ("AUX", "SCONJ", "PRON") or token.pos == "VERB" for token in before)):
                continue
            found.append(Piece(span, "circonstance-de-titre", 0))
        return found

    def awards(self) -> list[Piece]:
        """Return what a prize or a post was given for, where the title has to whom: « Le prix est attribué à Anne Morel[ pour son livre] »."""
        clause = self.clause
        if self.narrow or clause.negated or clause.lemma not in _GIVING:
            return []
        match = _GIVEN_FOR.match(self.text, clause.verb.end, clause.span.end)
        if match is None or any(token.pos in ("AUX", "PRON", "SCONJ") for token in self.source.tokens_in(Span(match.start(1), match.end(1)))):
            return []
        return [Piece(Span(match.start(1), match.end(1)), "circonstance-de-titre", 1)]

    def is_moment(self, tail: Span) -> bool:
        """Return whether the range is when an event happened and nothing else: « dans la nuit de mardi à mercredi », « à 4 h 12 »."""
        if self.clause.tense not in ("perfect", "simple-past") or self.clause.lemma in ("être", "avoir") or re.search(r"\b(?:depuis|avant|après|jusqu|pendant|durant|plus)\b", tail.of(self.text)):
            return False
        return any(time.kind != "duration" and time.span.start - 9 <= tail.start and time.span.start < tail.end <= time.span.end for time in self.source.analysis.times if time.sentence == self.clause.sentence)

    def sequel(self, first: int, last: int) -> bool:
        """Return whether the range tells what came next or before, with an infinitive: « avant de suivre une cure », « après avoir purgé sa peine »."""
        return self.word(first) in ("avant", "après") and self.word(first + 1) in ("de", "d'", "d’", "avoir", "être", "s'être", "s’être") and self.clause.tense in ("perfect", "simple-past", "present")

    def tails(self) -> list[Piece]:
        """Return examples at the end (« , dont… », « notamment… ») and what stands behind a colon, where what stays is whole."""
        found: list[Piece] = []
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
            found.append(Piece(Span(self.tokens[start - 1].span.end, self.clause.span.end), "fin-de-titre", 2))
        return found

    def all_pieces(self) -> list[Piece]:
        """Return everything that may fall, the surest kinds first."""
        return (
            self.days() + self.awards() + self.certified() + self.acronyms() + self.behind_name() + self.compared() + self.insertions() + self.names() + self.functions() + self.asides() + self.adjuncts() + self.predicates() + self.tails() + self.phrases()
        )

    def asides(self) -> list[Piece]:
        """Return what runs from a comma behind the verb to the end and is set apart by its first words: a relative, a participle, a circumstance, an apposition."""
        found: list[Piece] = []
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
            if not free and self.lists(span):
                continue
            if any(s.sentence == clause.sentence and span.covers(s.cue) and not span.covers(s.content) for s in self.source.analysis.statements):
                continue
            if circumstance and not free and {self.word(j) for j in range(i, self.high)} & _NEVER_DROP:
                continue
            if circumstance and self.objectless(i) and re.search(r", (?:l[ea]s?|l['’]|une?|des|du|d['’]une?|ce|cette|ces|son|sa|ses|leurs?|plus|\d) ?\w", tail[2:]):
                continue  # « a adopté mardi, à l’issue de longs débats, le projet de loi »
            found.append(Piece(span, "incise-de-titre", 2))
        return found[:3]

    def objectless(self, end: int) -> bool:
        """Return whether nothing but days and adverbs stands between the verb and the token ``end``."""
        between = self.source.tokens_in(Span(self.clause.verb.end, self.tokens[end].span.start))
        return all(token.pos in ("ADV", "PUNCT") or any(time.span.covers(token.span) for time in self.source.analysis.times) or token.span.of(self.text).lower() in ("matin", "soir", "midi", "après-midi") for token in between)

    def reported(self) -> set[int]:
        """Return the verbs of what is said or wanted to be done, where the verb that holds them is no denial and no doubt: what they say may lose an adjunct."""
        if self.bound or self.clause.lemma in CLOSING or any(s.cls in ("deny", "refuse", "warn") for s in self.source.analysis.statements if s.sentence == self.clause.sentence):
            return set()
        return {i for i in range(self.low, self.high) if self.tokens[i].dep in ("ccomp", "xcomp") and self.tokens[i].head in self.heads and self.tokens[i].pos == "VERB" and i not in self.verbs}

    def phrases(self) -> list[Piece]:
        """Return what hangs without comma on an indefinite noun (« un accord signé à Genève », « une fusillade dans un bar »): without it the claim is wider, and true."""
        if self.narrow:
            return []
        found: list[Piece] = []
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
                found.append(Piece(span, "complement-de-titre", 5))
        return found

    def opens_with_day(self, first: int) -> bool:
        start = self.tokens[first].span.start
        return any(time.span.start == start and self.source.is_date(time.span) for time in self.source.analysis.times if time.sentence == self.clause.sentence)

    def is_day(self, i: int) -> bool:
        place = self.whole(i)
        return place is not None and self.source.is_date(Span(self.tokens[place[0]].span.start, self.tokens[place[1] - 1].span.end))

    def insertions(self) -> list[Piece]:
        """Return relatives, participles and appositions between commas, and brackets."""
        found: list[Piece] = []
        tokens = self.tokens
        for i in range(self.low, self.high):
            if self.word(i) == "(":
                close = next((j for j in range(i + 1, self.high) if self.word(j) in ("(", ")")), None)
                if close is not None and self.word(close) == ")" and not in_quotes(self.source, tokens[i].span) and i > self.low:
                    found.append(Piece(Span(tokens[i - 1].span.end, tokens[close].span.end), "parenthese-de-titre", 0))
                continue
            if tokens[i].dep not in ("appos", "acl", "acl:relcl", "parataxis") or i in self.heads or tokens[i].head in self.verbs and tokens[i].dep == "parataxis":
                continue
            place = self.whole(i)
            if place is None or not self.may_fall(*place) or place[0] <= self.low:
                continue
            first, last = place
            if self.word(first - 1) != ",":
                if tokens[i].dep == "acl:relcl" and not self.narrow and self.word(first) in ("qui", "que", "qu’", "qu'", "dont", "où") and self.indefinite(tokens[i].head) and self.held_by_verb(tokens[i].head) and last >= self.high:
                    found.append(Piece(Span(tokens[first - 1].span.end, self.clause.span.end), "relative-de-titre", 4))
                continue
            if tokens[i].dep == "appos" and (self.word(last) == "," and self.word(last + 1) in ("et", "ou", "ainsi") or any(self.word(j) in ("et", "ou") for j in range(first - 1, last)) and tokens[tokens[i].head].pos == "PROPN"):
                continue
            if any(tokens[j].dep == "conj" and tokens[j].head < first for j in range(first, self.high) if j not in self.below.get(i, ())) and tokens[i].dep == "appos":
                continue
            span = self.drop_span(first, last)
            if span is not None:
                if self.clause.subject is not None and span.end <= self.clause.subject.start and self.text[span.end - 1] == ",":
                    span = Span(span.start, span.end - 1)  # « À Nolay[, fief de la gauche], le maire… »: the comma parts the place from the subject
                person = any(e.kind == "person" and any(m.form == "full" and span.covers(m.span) for m in e.mentions) for e in self.source.analysis.entities)
                bare = person and not (tokens[i].dep == "appos" and self.full_noun(tokens[i].head, first))
                found.append(Piece(span, "incise-de-titre", 9 if bare else 1))
        return found

    def full_noun(self, noun: int, end: int) -> bool:
        """Return whether the noun phrase up to the token ``end`` says by itself who is meant: a noun with what completes it."""
        words = [i for i in range(max(self.low, noun), end) if self.tokens[i].pos in ("NOUN", "PROPN", "ADJ")]
        return self.tokens[noun].pos == "NOUN" and len(words) >= 2

    def names(self) -> list[Piece]:
        """Return the names that follow a function at once: « le ministre de l’Intérieur Untel » is told as « le ministre de l’Intérieur »."""
        found: list[Piece] = []
        for entity in self.source.analysis.entities:
            for mention in entity.mentions if entity.kind == "person" else ():
                if mention.form != "full" or mention.sentence != self.clause.sentence or not self.clause.span.covers(mention.span) or in_quotes(self.source, mention.span):
                    continue
                before = next((span for span in entity.functions if span.end + 1 == mention.span.start and self.clause.span.covers(span)), None)
                if before is None or not re.match(r"(?:[Ll][ae] |[Ll]['’])", before.of(self.text)) or not re.match(r"\s\w|$", self.text[mention.span.end : mention.span.end + 2]):
                    continue
                if len([token for token in self.source.tokens_in(before) if token.pos in ("NOUN", "PROPN", "ADJ")]) >= 2 and re.search(r"\b(?:de|du|des)\s|[Dd]['’]", before.of(self.text)[3:]):
                    found.append(Piece(Span(before.end, mention.span.end), "nom-de-titre", 2))
        return found

    def indefinite(self, noun: int) -> bool:
        """Return whether the noun has « un », « une », « des », or completes bare such a noun (« un pic de pollution »)."""
        for _ in range(3):
            own = [token.span.of(self.text).lower() for token in self.tokens[max(self.low, noun - 4) : noun] if token.head == noun and token.pos == "DET"]
            if own or self.tokens[noun].dep != "nmod" or not self.low <= self.tokens[noun].head < noun:
                return bool(own) and (own[0] in ("un", "une") or own[0] == "des" and not self.tokens[noun].dep.startswith(("obl", "nmod")))
            noun = self.tokens[noun].head
        return False

    def functions(self) -> list[Piece]:
        """Return the functions that stand before a person's full name: « le ministre de l’Intérieur Untel » is told as « Untel »."""
        found: list[Piece] = []
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
                    found.append(Piece(before, "fonction-de-titre", 3))
                    if comma:
                        found.append(Piece(Span(mention.span.end, mention.span.end + 1), "fonction-de-titre", -100))
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

    def predicates(self) -> list[Piece]:
        """Return the second predicate behind « et », to the end of the clause."""
        found: list[Piece] = []
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
            found.append(Piece(Span(tokens[start - 1].span.end, self.clause.span.end), "second-predicat-de-titre", 3))
        return found

    def acronyms(self) -> list[Piece]:
        """Return the names that an acronym in brackets follows, where the source writes the acronym with the same article elsewhere: « la CGT » for both."""
        found: list[Piece] = []
        words = self.clause.span.of(self.text)
        for match in re.finditer(r"\(([A-ZÉ][A-ZÉ-]{1,7})\)", words):
            close = self.clause.span.start + match.end()
            start = next((m.span.start for e in self.source.analysis.entities for m in e.mentions if m.span.end == self.clause.span.start + match.start() - 1 and m.span.start >= self.clause.span.start), None)
            if start is None or in_quotes(self.source, Span(start, close)):
                continue
            article = re.search(r"(?:\b(?:[Ll][ea]s?|[Dd][ue]s?|[Aa]ux?) |[LlDd]['’])$", self.text[max(0, start - 4) : start])
            if article is not None and re.search(rf"(?i:{re.escape(article.group())}){match.group(1)}(?!\w)", self.text[: self.clause.span.start] + self.text[self.clause.span.end :]):
                found.append(Piece(Span(start, close), "sigle-de-titre", 1, after=match.group(1)))
        return found

    def behind_name(self) -> list[Piece]:
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
                return [Piece(Span(mention.span.end, mention.span.end + len(aside.rstrip())), "incise-de-titre", 1)]
        return []

    def compared(self) -> list[Piece]:
        """Return what an amount is set against, behind a comma at the end: « , contre 45 000 en mai »."""
        match = re.search(r",\s(?:contre|soit|au lieu de|moins que|plus que|loin derrière|devant)\s[^,«»():;]*\d[^,«»():;]*$", self.clause.span.of(self.text))
        if match is None or self.clause.negated or self.clause.span.start + match.start() <= self.clause.verb.end:
            return []
        return [Piece(Span(self.clause.span.start + match.start(), self.clause.span.end), "comparaison-de-titre", 2)]

    def certified(self) -> list[Piece]:
        """Return what the certified shorter forms drop one at a time, and the ends at which the clause may be cut."""
        found = [
            Piece(compression.edits[0].span, "abrege-de-titre", 1)
            for compression in self.clause.shorter
            if len(compression.edits) == 1
            and (compression.edits[0].span.end >= self.clause.span.end or not re.match(r"\W*(?:dont|notamment|comme|tels?|telles?|ainsi|y compris)\b", compression.edits[0].span.of(self.text)))
        ]
        if not self.narrow:
            found += [Piece(Span(end, self.clause.span.end), "fin-de-titre", 3) for end in _cut_points(self.source, self.clause) if end < self.clause.span.end and self.clause.regular and not self.of_infinitive(end)]
        return found

    def of_infinitive(self, end: int) -> bool:
        """Return whether what stands behind ``end``, with no comma, hangs on an infinitive that stays: « recommandent d’installer les parcs à l’écart »."""
        if self.text[end : end + 2].strip().startswith((",", "(", "–")):
            return False
        right = [i for i in range(self.low, self.high) if self.tokens[i].span.start >= end]
        return any(self.tokens[i].head not in right and self.tokens[i].head not in self.heads and self.tokens[self.tokens[i].head].feature("VerbForm") == "Inf" and not self.is_day(i) for i in right)

    def ends_on_light_verb(self, gone: tuple[Piece, ...]) -> bool:
        """Return whether the last verb that stays says little by itself and all that stood behind it falls: « est entrée [dans sa deuxième semaine] », « vient d’être placé jeudi [en vigilance orange] »."""
        times = [time.span for time in self.source.analysis.times if time.sentence == self.clause.sentence]
        inside = [token for token in self.source.tokens_in(Span(self.clause.verb.start, self.clause.span.end)) if token.pos not in ("PUNCT", "ADV") and not any(time.covers(token.span) for time in times)]
        held = [token for token in inside if not any(piece.span.covers(token.span) for piece in gone)]
        last = held[-1] if held else None
        if last is None or last.pos not in ("VERB", "AUX") or last.lemma in ("condamner", "accuser", "inculper", "poursuivre"):
            return False
        return last.lemma in _LIGHT and any(token.span.start >= last.span.end for token in inside)

    def complete(self, gone: tuple[Piece, ...]) -> bool:
        """Return whether the verb keeps what it needs behind it."""
        clause = self.clause
        dropped = {piece.argument for piece in gone}
        if gone and self.ends_on_light_verb(gone):
            return False
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
