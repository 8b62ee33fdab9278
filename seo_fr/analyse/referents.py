"""What can be referred to: noun phrases and names with gender, number, whether they act, and how they are said again.

Referents are keyed: a name by its entity, a noun by its lemma and number, so that « le projet … le projet » is one thing and « un homme … un autre homme » is two.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from dataclasses import dataclass

from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.obstacles import phrase_grammar
from seo_fr.analyse.syntax import Tree
from seo_fr.french.elision import elides
from seo_fr.model import Entity, Span
from seo_fr.rulebook import Rule, Rulebook

#: «person»; «group» (decides and speaks as one); «work» (a text says, a film wins); «thing»; «» not known: a rival for anything, an answer to nothing.
Kind = str
Key = tuple[str | int, ...]

_DEFINITE = frozenset(["le", "la", "l'", "les"])
_INDEFINITE = frozenset(["un", "une", "des", "plusieurs", "quelques", "certains", "certaines", "chaque", "aucun", "aucune"])
_LINKS = frozenset(["de", "d'", "du", "des", "à", "au", "aux", "en", "dans", "sur", "contre", "pour", "entre"])
_DEMONSTRATIVE = frozenset(["ce", "cet", "cette", "ces"])
_POSSESSIVE = frozenset(["son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"])
_NUMERALS = frozenset(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt"])
_PERSON_LIKE = re.compile(r"(?:eur|euse|rice|ien|ienne|iste|ier|ière|ant|ante|logue|crate|arque|éen|éenne)\Z")
_FEMININE = re.compile(r"(?:ienne|euse|rice|ière|ante|ée|femme|fille|mère|sœur|victime|personne|vedette|recrue|élue|voisine|cousine|copine|patronne|lionne|reine|princesse|enne|onne)\Z")


@dataclass(frozen=True, eq=False)
class Words:
    """The lists of ``rules/references.yaml`` by role, with the functions and institutions of the other rules."""

    roles: dict[str, frozenset[str]]
    functions: frozenset[str]
    institutions: frozenset[str]
    demonyms: frozenset[str]
    titles: frozenset[str]

    def of(self, role: str) -> frozenset[str]:
        """Return the words of a role."""
        return self.roles.get(role, frozenset())


@functools.lru_cache(maxsize=8)
def words(book: Rulebook) -> Words:
    """Return the compiled lists of ``book``."""
    from seo_fr.analyse.names import lexicon as names

    roles: dict[str, set[str]] = {}
    for rule in book.of_kind("reference-words"):
        roles.setdefault(str(rule.data["role"]), set()).update(str(word) for word in rule.data["words"])
    anaphors = anaphor_lexicon(book)
    functions = {word for word in names(book).functions if " " not in word} | set(anaphors.persons) | set(anaphors.titles)
    return Words({role: frozenset(found) for role, found in roles.items()}, frozenset(functions), anaphors.institutions, frozenset(word.lower() for word in names(book).demonyms), anaphors.titles)


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a word of the rule stands in ``text`` (for the rule's examples)."""
    del book
    flat = " " + re.sub(r"[.,]", " ", text.replace("’", "'").lower()) + " "
    return any(f" {word} " in flat or f"'{word} " in flat for word in rule.data["words"])


@dataclass(frozen=True, slots=True)
class Referent:
    """One mention of something: ``head`` its token, ``start`` and ``end`` the tokens of its phrase, determiner included."""

    key: Key
    head: int
    start: int
    end: int
    sentence: int
    gender: str
    number: str
    kind: Kind
    entity: int | None = None
    quoted: bool = False
    subject: bool = False

    def fits(self, gender: str, number: str) -> bool:
        """Whether agreement does not rule it out."""
        return self.gender in (gender, "") and self.number in (number, "")

    def agrees(self, gender: str, number: str) -> bool:
        """Whether its gender and number are known and the same."""
        return self.number == number and (self.gender == gender or not self.gender and self.kind == "person" and self.entity is None and (gender, number) == ("m", "p"))


def noun_kind(lemma: str, form: str, known: Words) -> Kind:
    """Return what a common noun names."""
    forms = {lemma.lower(), form.lower()}
    if not (known.of("person").isdisjoint(forms) and known.functions.isdisjoint(forms)):
        return "person"
    if not (known.of("group").isdisjoint(forms) and known.institutions.isdisjoint(forms)):
        return "group"
    if not known.of("work").isdisjoint(forms):
        return "work"
    if not known.of("plan").isdisjoint(forms):
        return "plan"
    if not known.of("not-person").isdisjoint(forms):
        return "thing"
    return "" if _PERSON_LIKE.search(lemma.lower()) else "thing"


_ENTITY_KINDS = {"person": "person", "organisation": "group", "country": "group", "place": "group", "event": "thing", "other": ""}


def mentions_of(tree: Tree, number: int, entities: tuple[Entity, ...], functions: dict[str, int], genders: dict[int, str], quoted: frozenset[int], dated: frozenset[int], known: Words) -> list[Referent]:
    """Return the mentions of a sentence, names and noun phrases, in order.

    ``functions`` maps what one person alone is called («maire») to the person; ``quoted`` and ``dated`` are tokens within quotes and dates.
    """
    tokens = tree.tokens
    named: dict[int, tuple[Entity, Span]] = {}
    here = tree.sentence.span
    starts = [tokens[i].span.start for i in range(tree.first, tree.last)]

    def covered(span: Span) -> list[int]:
        first = tree.first + bisect_left(starts, span.start)
        return [i for i in range(first, tree.first + bisect_left(starts, span.end)) if tokens[i].span.end <= span.end]

    for entity in entities:
        for mention in entity.mentions:
            if mention.sentence == number:
                for i in covered(mention.span):
                    named[i] = (entity, mention.span)
    functions_here = [(entity, span) for entity in entities for span in entity.functions if span.start < here.end and here.start < span.end]
    apposed = {i: entity for entity, span in functions_here for i in covered(span)}
    found: list[Referent] = []
    done: set[tuple[int, int]] = set()
    for i in range(tree.first, tree.last):
        if i in named:
            entity, span = named[i]
            if (entity.id, span.start) in done:
                continue
            done.add((entity.id, span.start))
            end = i + 1
            while end < tree.last and end in named and named[end][1] == span:
                end += 1
            start = i - 1 if i > tree.first and tree.words[i - 1] in _DEFINITE else i
            gender: str = entity.gender or genders.get(entity.id, "")
            plural: str = entity.number
            if not gender and entity.kind != "person":
                gender, seen = phrase_grammar(tree, (start, end, i), ())
                gender = {"la": "f", "le": "m"}.get(tree.words[start], gender if tokens[i].pos != "PROPN" else "")
                plural = "p" if tree.words[start] == "les" or seen == "p" else plural
            kind = _ENTITY_KINDS[entity.kind]
            if entity.kind in ("place", "country") and tree.word(start - 1) in _LOCATIVE | {"'"} or tree.word(i - 1) in ("en", "au", "aux", "dans") and entity.kind in ("place", "country"):
                kind = "location"
            if kind == "person" and _apposed_to_thing(tree, i, known):
                kind = ""  # « le télescope Jean Morel »
            if entity.kind != "person" and start == i and i > tree.first and tokens[i - 1].pos == "NOUN":  # « le vaccin Alpha », « l’association Rives vertes »
                gender, plural = phrase_grammar(tree, (*phrase_range(tree, i - 1), i - 1), ())
                kind = kind or noun_kind(tokens[i - 1].lemma, tree.words[i - 1], known)
            found.append(Referent(("e", entity.id), i, start, end, number, gender, plural, kind, entity.id, i in quoted))
            continue
        token = tokens[i]
        native = token.span.of(tree.text)[0].isupper() and tree.words[i] in known.demonyms and tree.word(i - 1) in ("le", "la", "l'", "un", "une", "les", "des", "cette", "ce", "cet")
        if tree.words[i] in _NOT_NOUNS:
            continue
        if token.pos == "ADJ" and token.dep.split(":")[0] in ("nsubj", "obj", "obl", "nmod") and tree.kids(i, "det"):
            native = True  # « les ultra-libéraux »
        if token.pos not in ("NOUN", "PROPN") and not native or not any(c.isalpha() for c in tree.words[i]) or len(tree.words[i]) < 2:
            continue
        lemma, form = token.lemma.lower(), tree.words[i]
        if i in apposed and (token.pos == "NOUN" and _near_name(apposed[i], tree, i) or _sole(functions, form, apposed[i])):
            entity = apposed[i]
            found.append(Referent(("e", entity.id), i, i, i + 1, number, entity.gender or genders.get(entity.id, ""), entity.number, _ENTITY_KINDS[entity.kind], entity.id, i in quoted))
            continue
        if form in _UNITS and tree.tokens[i - 1].pos == "NUM":
            continue
        if i in dated or lemma in known.of("idle") or tree.word(i - 1) in ("il", "elle", "ils", "elles", "on", "ne", "n'", "se", "s'"):
            continue
        if tree.word(phrase_range(tree, i)[0] - 1) in ("comme", "qu'", "que") and (tree.word(phrase_range(tree, i)[0] - 1) == "comme" or tree.word(phrase_range(tree, i)[0] - 2) == "tant"):
            continue  # « comme un élu », « en tant qu’assistante »: what somebody is
        first = phrase_range(tree, i)[0]
        if token.pos == "NOUN" and first == i and tree.word(i - 1) in _BARE_AFTER and token.span.of(tree.text)[0].islower():
            continue  # « en otage », « à pied », « taux de chômage »: nothing a pronoun takes up
        if _apposed_bare(tree, i, first, named) or _predicate_first(tree, i, first):
            continue
        sort = "person" if native and form in known.demonyms else noun_kind(lemma, form, known)
        if _names_same(tree, i, named, sort) or sort == "person" and _described_again(tree, i, found):
            continue
        if tree.kids(i, "cop") and any(c < i for c in tree.kids(i, "cop")):
            continue  # « X est le maire »: the same as the subject
        start, end = phrase_range(tree, i)
        gender, plural = phrase_grammar(tree, (start, end, i), entities)
        if plural == "p" and re.search(r"es?\Z", form) and not _FEMININE.search(lemma) and noun_kind(lemma, form, known) in ("person", ""):
            gender = ""  # « les astronomes »: nothing tells
        kind = noun_kind(lemma, form, known) if token.pos == "NOUN" else ("thing" if form in known.of("not-person") else "person") if token.pos == "ADJ" else ""
        if token.span.of(tree.text)[0].isupper() and i > tree.first:
            kind = "person" if form in known.demonyms else "thing" if token.span.of(tree.text).isupper() else kind if kind == "person" else ""
        elif token.pos == "PROPN" and token.span.of(tree.text)[0].islower():
            continue  # a piece of a name or of a compound: « turquo-syrienne », « al-Bab »
        determiner = tree.words[start]
        if kind == "person" and plural == "s" and form in functions and determiner in (*_DEFINITE, *_DEMONSTRATIVE, "du", "au"):
            entity = next(e for e in entities if e.id == functions[form])
            found.append(Referent(("e", entity.id), i, start, end, number, entity.gender or genders.get(entity.id, "") or gender, "s", "person", entity.id, i in quoted))
            continue
        key: Key = ("n", lemma, plural) if determiner not in ("un", "une") else ("n", lemma, plural, i)
        found.append(Referent(key, i, start, end, number, gender, plural, kind, None, i in quoted))
    return found


_UNITS = frozenset(["cm", "mm", "m", "km", "kg", "g", "t", "l", "h", "min", "s", "km/h", "kw", "mw", "gw", "ha", "euro", "euros", "dollar", "dollars", "mètre", "mètres", "kilomètre", "kilomètres", "tonne", "tonnes", "kilo", "kilos"])
_LOCATIVE = frozenset(["en", "à", "au", "aux", "dans", "vers", "près", "depuis", "sur", "de", "d'", "du", "des", "a"])


def _apposed_bare(tree: Tree, i: int, first: int, named: dict[int, tuple[Entity, Span]]) -> bool:
    """Return whether the noun without article says what the person just before it is: « Jean Morel, conseiller de Valmont », « Anne Kerbrat, première Française à… »."""
    if tree.word(first - 1) != "," or first - 2 not in named or named[first - 2][0].kind != "person":
        return False
    return first == i or tree.words[first] in ("premier", "première", "ancien", "ancienne", "seul", "seule", "futur", "future", "jeune") and tree.tokens[first].pos == "ADJ"


def _predicate_first(tree: Tree, i: int, first: int) -> bool:
    """Return whether the noun without article that opens the sentence says what its subject is: « Fille d’un patron pêcheur, elle… », « Prêtre depuis 1958, il… »."""
    if not first == i == tree.first or tree.tokens[i].pos not in ("NOUN", "ADJ") or i + 1 >= tree.last:
        return False
    comma = next((k for k in range(i + 1, min(tree.last, i + 16)) if tree.words[k] == ","), None)
    return comma is not None and tree.word(comma + 1) in ("il", "elle", "ils", "elles") and not any(group.finite < comma for group in tree.groups)


def _names_same(tree: Tree, i: int, named: dict[int, tuple[Entity, Span]], kind: Kind) -> bool:
    """Return whether the noun only says what the name beside it is: « le coureur Jean Morel », « l’entraîneur, Jean Morel, », « Jean Morel, maire de Lens », « le vaccin Alpha »."""
    k = i + 1
    while k < tree.last and tree.tokens[k].pos == "ADJ" and k not in named:
        k += 1
    if kind == "person" and tree.word(k) == "et" and k + 1 < tree.last and tree.tokens[k + 1].pos == "NOUN" and k + 2 in named and named[k + 2][0].kind == "person" and k + 1 not in named:
        return True  # « la navigatrice et écrivaine Anne Kerbrat »
    if k in named and (k == i + 1 or kind == "person") and (kind == "" or (named[k][0].kind == "person") == (kind == "person")):
        return True
    if kind == "person" and _closed_apposition(tree, i, named):
        return True
    if kind == "person" and tree.word(k) == "," and k + 1 in named and named[k + 1][0].kind == "person":
        return True
    start = phrase_range(tree, i)[0]
    return kind in ("person", "") and tree.word(start - 1) == "," and start - 2 in named and named[start - 2][0].kind == "person"


_BARE_AFTER = frozenset(["en", "à", "par", "sans", "de", "d'", "comme", "sous", "pour"])
_NOT_NOUNS = frozenset(
    "dernier dernière derniers dernières premier première premiers premières second seconde autre autres même mêmes seul seule seuls seules cette ce cet ces mme mmes mlle m. mm. me dr pr tel telle tels telles un une tout toute tous toutes plusieurs certains certaines".split()
)


def _closed_apposition(tree: Tree, i: int, named: dict[int, tuple[Entity, Span]]) -> bool:
    """Return whether the noun is named between commas: « la spécialiste des sols, l’Allemande Anna Beck, a… »."""
    k = i + 1
    while k < tree.last and k - i < 8 and k not in named and tree.tokens[k].pos in ("ADJ", "ADP", "DET", "NOUN", "PROPN") and tree.words[k] not in ("et", "ou"):
        k += 1
    if tree.word(k) != ",":
        return False
    k += 1
    stop = k + 5
    while k < min(stop, tree.last) and k not in named and tree.tokens[k].pos in ("ADJ", "DET", "NOUN", "PROPN"):
        k += 1
    if k not in named or named[k][0].kind != "person":
        return False
    while k < tree.last and k in named:
        k += 1
    return tree.word(k) == "," and (k + 1 >= tree.last or tree.tokens[k + 1].pos in ("VERB", "AUX", "PRON", "ADV") or tree.words[k + 1] in ("a", "est", "ne", "n'", "se", "s'"))


def _described_again(tree: Tree, i: int, found: list[Referent]) -> bool:
    """Return whether the noun says what the person just before it is: « le suspect, un élève de 17 ans, »."""
    start = phrase_range(tree, i)[0]
    if tree.word(start - 1) != "," or tree.words[start] not in ("un", "une") or not found:
        return False
    before = found[-1]
    return before.kind == "person" and before.number == "s" and start - 2 - before.head <= 4 and (start - 2 == before.head or tree.under(start - 2, before.head))


def _apposed_to_thing(tree: Tree, i: int, known: Words) -> bool:
    k = i - 1
    while k > tree.first and tree.tokens[k].pos == "ADJ":
        k -= 1
    return k >= tree.first and tree.tokens[k].pos == "NOUN" and noun_kind(tree.tokens[k].lemma, tree.words[k], known) in ("thing", "work", "plan", "group") and tree.tokens[k].span.of(tree.text)[0].islower()


def _near_name(entity: Entity, tree: Tree, i: int) -> bool:
    """Whether the function at ``i`` stands beside the name it goes with."""
    place = tree.tokens[i].span
    return any(abs(m.span.start - place.end) < 90 or abs(place.start - m.span.end) < 6 for m in entity.mentions)


def _sole(functions: dict[str, int], form: str, entity: Entity) -> bool:
    return functions.get(form) == entity.id


def phrase_range(tree: Tree, head: int) -> tuple[int, int]:
    """Return the tokens from determiner to noun: what stands before the noun and belongs to it."""
    start = head
    while start - 1 >= tree.first:
        word, token = tree.words[start - 1], tree.tokens[start - 1]
        if token.pos in ("ADJ", "NUM") and not tree.is_punct(start - 1) and tree.under(start - 1, head):
            start -= 1
        elif token.pos == "DET" or word in _DEFINITE | _INDEFINITE | _DEMONSTRATIVE | _POSSESSIVE | {"du", "des", "au", "aux"}:
            return start - 1, head + 1
        else:
            break
    return start, head + 1


def modified_end(tree: Tree, head: int, quoted: frozenset[int], limit: int = 9) -> int | None:
    """Return the end of the noun with the adjectives, names and « de … » that follow it, None where the phrase goes on in a way that cannot be cut (coordination, quotation).

    A relative clause or participle that follows is left out.
    """
    end = head + 1
    while end < tree.last and end - head <= limit:
        word, token = tree.words[end], tree.tokens[end]
        if end in quoted and head not in quoted or word in ("«", '"', "-", "("):
            return None
        if token.pos in ("ADJ", "PROPN") and not tree.is_punct(end) and tree.under(end, head) and token.feature("VerbForm") != "Part":
            if token.pos == "ADJ" and tree.word(end + 1) in _LINKS and any(k > end + 1 and tree.tokens[k].pos != "ADJ" for k in tree.children[end]):
                break  # « forte de ses qualités »
            end += 1
            continue
        if word in _LINKS and tree.under(end, head):
            stop = _complement(tree, end)
            if stop is None:
                return None if tree.tokens[end - 1].pos != "ADJ" and end - 1 != head and word in ("de", "d'", "du", "des") else end
            if not tree.under(stop - 1, head) and tree.tokens[stop - 1].pos not in ("ADJ", "PROPN"):
                break
            if stop < tree.last and tree.tokens[stop].feature("VerbForm") == "Part" and (tree.head(stop) == stop - 1 or stop == end + 2):
                return None  # « à durée déterminée »
            end = stop
            if word in ("de", "d'") and tree.word(end) == "et" and tree.word(end + 1) in ("de", "d'") and (more := _complement(tree, end + 1)) is not None and tree.under(more - 1, head):
                end = more  # « les conducteurs de bus et de tramway »
            continue
        break
    if end < tree.last and tree.words[end] in ("et", "ou", ",", "ainsi", "/") and any(head < c and tree.tokens[c].pos in ("NOUN", "PROPN", "ADJ") for i in range(head, end) for c in tree.kids(i, "conj")):
        return None
    if end < tree.last and tree.words[end] == "-":
        return None
    return end


def _complement(tree: Tree, at: int) -> int | None:
    """Return the end of the complement that the preposition ``at`` begins, None where it is not a plain noun phrase."""
    k = at + 1
    if k < tree.last and tree.words[k] in _POSSESSIVE | _DEMONSTRATIVE:
        return None
    if k < tree.last and (tree.words[k] in _DEFINITE or tree.words[k] in ("un", "une")):
        k += 1
    while k < tree.last and tree.tokens[k].pos in ("ADJ", "NUM") and not tree.is_punct(k):
        k += 1
    if k >= tree.last or tree.tokens[k].pos not in ("NOUN", "PROPN") or tree.is_punct(k):
        return None
    k += 1
    while k < tree.last and tree.tokens[k].pos == "PROPN" and not tree.is_punct(k):
        k += 1
    return k


def definite_text(tree: Tree, head: int, start: int, end: int) -> str | None:
    """Return the tokens ``start:end`` as a definite phrase in the middle of a sentence: « un projet de tramway » → « le projet de tramway ». None where it cannot be."""
    first, begin = tree.words[start], start
    token = tree.tokens[head]
    gender, number = phrase_grammar(tree, (start, end, head), ())
    if first in _POSSESSIVE or first in ("plusieurs", "quelques", "certains", "certaines", "chaque", "aucun", "aucune", "tout", "toute", "tous", "toutes", "quelque"):
        return None
    if first in _DEFINITE | _INDEFINITE | _DEMONSTRATIVE | {"du", "des", "au", "aux"}:
        begin = start + 1
    elif tree.tokens[start].pos == "NUM" and first not in _NUMERALS:
        return None
    elif start == head and token.pos == "NOUN" and tree.word(start - 1) not in ("de", "d'", "à", "en"):
        return None
    if begin > head or not number or number == "s" and not gender:
        return None
    if any(tree.words[k] in _POSSESSIVE | _DEMONSTRATIVE or tree.tokens[k].pos == "PRON" for k in range(begin, end)):
        return None
    if any(tree.words[k] in ("autre", "autres", "nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles", "second", "seconde", "deuxième", "premier", "première", "tel", "telle", "même", "double", "véritable", "dernier", "dernière", "derniers", "dernières", "prochain", "prochaine", "prochains", "prochaines", "seul", "seule", "unique", "certain", "certaine") for k in range(begin, head)):
        return None
    body = " ".join(tree.span(begin, end).of(tree.text).split())
    if len(body) > 70:
        return None
    if tree.tokens[begin].pos in ("NUM", "ADJ"):
        body = body[0].lower() + body[1:]  # « Quatre hommes… » that opened its sentence
    article = "les" if number == "p" else "le" if gender == "m" else "la"
    if article != "les" and elides(body):
        return f"l’{body}"
    return f"{article} {body}"
