"""What noun phrases that lean on the text before mean: « son avocat », « cette mesure », « le maire », « le groupe »."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.analyse.referents import (
    _DEMONSTRATIVE,
    _LINKS,
    Referent,
    definite_text,
    modified_end,
    noun_kind,
)
from seo_fr.analyse.sieves import REACH, Reading, _article_of, distinct, in_reach, made_key, reference_to
from seo_fr.analyse.syntax import Tree
from seo_fr.model import Gender, Number, Reference, Span


def possessive(here: Reading, number: int, tree: Tree, i: int, earlier: list[Reference]) -> Reference | None:
    """Return whose « son avocat » is: of the pronoun before it in the sentence that is resolved, or of the one person in reach."""
    noun = next((k for k in range(i + 1, min(tree.last, i + 4)) if tree.tokens[k].pos == "NOUN"), None)
    if noun is None or any(tree.tokens[k].pos not in ("ADJ", "NUM", "NOUN") for k in range(i + 1, noun)):
        return None
    plural: Number = "p" if tree.words[i] in ("leur", "leurs") else "s"
    lemma = tree.tokens[noun].lemma.lower()
    personal = lemma in here.known.of("personal") or lemma in here.known.functions and lemma not in ("membre", "chef")
    span = tree.span(i, noun + 1)
    owners = ("person", "group", "") if lemma == "encontre" else ("person", "group", "work", "")  # « une enquête est ouverte à son encontre »: not the enquiry's
    before = [m for m in here.mentions[number] if m.head < i and m.number in (plural, "") and (m.kind in owners or not personal)]
    bound = next((r for r in earlier if r.number == plural and r.kind in ("subject", "latter", "inverted")), None)
    if bound is not None:
        key = made_key(bound, here)
        if lemma in here.known.of("undergone"):
            others = {m.key for back in [number, *in_reach(here, number)[:2]] for m in here.mentions[back] if m.kind in ("person", "") and m.number in (plural, "") and m.key != key}
            if others:
                return None
        return replace(bound, span=span, kind="possessive", bound=bound.bound or bound.span, sieve="sujet-de-la-phrase")
    if plural == "s" and not before and lemma in here.known.of("office") and (owner := _office_of(here, number)) is not None:
        gender_: Gender = "m" if owner.gender == "m" else "f"
        return reference_to(here, number, span, "possessive", (owner, "groupe-sujet"), (gender_, "s"))
    if before or plural == "p" or not personal:
        return None
    # Nothing before it in its sentence: the one person in reach, whatever the gender.
    after = [m for m in here.mentions[number] if m.head > noun and m.kind == "person" and m.subject]
    if after:
        return None
    window = in_reach(here, number)
    people = distinct([m for back in window[:2] for m in here.mentions[back] if m.kind in ("person", "") and m.number in ("s", "")])
    if len(people) != 1 or not window:
        return None
    one = next(iter(people.values()))
    if one.kind != "person" or one.number != "s" or not one.gender or not any(m.key == one.key for m in here.mentions[window[0]]):
        return None
    gender: Gender = "m" if one.gender == "m" else "f"
    return reference_to(here, number, span, "possessive", (one, "seule-personne"), (gender, "s"))


def _office_of(here: Reading, number: int) -> Referent | None:
    """Return the group that is the subject of the sentence before, where no other group and nobody in charge stands there."""
    window = in_reach(here, number)
    if not window or window[0] != number - 1:
        return None
    there = here.mentions[window[0]]
    groups = distinct([m for m in there if m.kind in ("group", "") and m.number in ("s", "") and not m.quoted])
    if len(groups) != 1 or any(m.kind == "person" and m.number == "s" for m in there):
        return None
    one = next(iter(groups.values()))
    return one if one.subject and one.kind == "group" and one.number == "s" and one.gender else None


HOUSES = frozenset(["groupe", "entreprise", "société", "compagnie", "firme", "banque", "association", "organisation", "journal", "quotidien", "magazine", "chaîne", "constructeur", "fabricant", "éditeur", "opérateur", "agence", "collectif", "enseigne", "marque"])


def house(here: Reading, number: int, tree: Tree, i: int) -> Reference | None:
    """Return which « le groupe » it is: the one that the article calls so beside its name, the only one named in the sentence before."""
    noun = i + 1
    following = tree.word(noun + 1)
    if tree.tokens[noun].pos != "NOUN" or following in _LINKS | {"-", "«", "dont"} or noun + 1 < tree.last and tree.tokens[noun + 1].pos in ("ADJ", "PROPN", "NOUN", "NUM"):
        return None
    if noun + 1 < tree.last and tree.tokens[noun + 1].feature("VerbForm") == "Part" and tree.tokens[noun + 1].dep.split(":")[0] in ("acl", "amod"):
        return None
    window = in_reach(here, number)
    if not window or window[0] != number - 1 or here.sentences[window[0]].paragraph != here.sentences[number].paragraph:
        return None
    named = {e.id for e in here.entities if e.kind in ("organisation", "other") and any(m.sentence == window[0] for m in e.mentions)}
    called = {e.id for e in here.entities if e.kind == "organisation" and re.search(rf"(?<![\w-]){tree.words[noun]}(?: [a-zà-ÿ-]+)? {re.escape(e.name.of(here.text))}(?![\w-])", here.text, re.IGNORECASE)}
    if len(named) != 1 or named != called:
        return None
    entity = next(e for e in here.entities if e.id in named)
    name = " ".join(entity.name.of(here.text).split())
    if entity.article or _article_of(here, entity) != "" or any(m.sentence == number for m in entity.mentions):
        return None
    gender = {"le": "m", "la": "f"}.get(tree.words[i], {"Masc": "m", "Fem": "f"}.get(tree.tokens[noun].feature("Gender"), ""))
    last = [m.span for m in entity.mentions if m.sentence == window[0]][-1]
    return Reference(tree.span(i, noun + 1), "title", number, last, name, entity.id, "f" if gender == "f" else "m", "s", "nom-du-groupe")


def title(here: Reading, number: int, tree: Tree, i: int) -> Reference | None:
    """Return who « le maire » is: the one person the article calls so, named in the paragraph just before."""
    noun = i + 1
    form = tree.words[noun]
    if tree.tokens[noun].pos != "NOUN" or form not in here.known.of("office") | here.known.titles or tree.word(noun + 1) in _LINKS | {"-", "qui", "que", "qu'", "dont", "«"}:
        return None
    if noun + 1 < tree.last and tree.tokens[noun + 1].pos in ("ADJ", "PROPN", "NOUN", "NUM") or tree.tokens[noun + 1 if noun + 1 < tree.last else noun].feature("VerbForm") == "Part" or tree.kids(noun, "cop", "appos"):
        return None
    entity = next(e for e in here.entities if e.id == here.functions[form])
    gender = entity.gender or here.genders.get(entity.id, "")
    name = " ".join(entity.name.of(here.text).split())
    wanted = {"le": "m", "la": "f"}.get(tree.words[i], gender)
    if not gender or gender != wanted or " " not in name or any(m.sentence == number for m in entity.mentions):
        return None
    window = in_reach(here, number)
    named = [m.span for m in entity.mentions if m.sentence in window]
    others = any(other.id != entity.id and any(form in span.of(here.text).lower().split() for span in other.functions) for other in here.entities)
    elsewhere = sum(1 for token in here.tokens if token.span.of(here.text).lower() == form and not any(f.covers(token.span) for f in entity.functions))
    if not named and _alone_in_office(here, form, entity.functions):
        named = [m.span for m in entity.mentions if number - _FAR <= m.sentence < number and here.sentences[m.sentence].paragraph >= 0]
    if not named or others or elsewhere > 3:
        return None
    found: Gender = "m" if gender == "m" else "f"
    return Reference(tree.span(i, noun + 1), "title", number, named[-1], name, entity.id, found, "s", "seule-fonction")


_FAR = 6  # sentences: as far as the fidelity check looks


def _alone_in_office(here: Reading, form: str, functions: tuple[Span, ...]) -> bool:
    """Return whether the article says « ministre » of nobody else: each one is in that person's own function, or « le ministre » and nothing that completes it."""
    for at, token in enumerate(here.tokens):
        if token.span.of(here.text).lower().rstrip("s") != form.rstrip("s") or any(span.covers(token.span) for span in functions):
            continue
        before = here.tokens[at - 1].span.of(here.text).lower() if at else ""
        after = here.tokens[at + 1] if at + 1 < len(here.tokens) else None
        if before not in ("le", "la") or after is not None and (after.pos in ("ADJ", "NOUN", "PROPN", "NUM") or after.span.of(here.text).lower() in _LINKS | {"-", "«"}):
            return False
    return True


def demonstrative(here: Reading, number: int, tree: Tree, i: int) -> Reference | None:
    """Return what « ce projet » repeats: the one fuller phrase with the same noun, near before."""
    noun = i + 1
    while noun < tree.last and tree.tokens[noun].pos in ("ADJ", "NUM") and noun - i < 3:
        noun += 1
    if noun >= tree.last or tree.tokens[noun].pos != "NOUN" or noun - i > 1 or tree.word(noun + 1) in ("-là", "-ci", "là", "-"):
        return None
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in here.known.of("idle") or tree.words[noun] in ("dernier", "dernière", "derniers", "dernières") or noun_kind(lemma, tree.words[noun], here.known) == "person":
        return None
    end = modified_end(tree, noun, here.quoted)
    if end is None or tree.word(end) in _LINKS and tree.under(end, noun) and any(tree.head(k) in range(noun, end) for k in tree.children[end] or (end,)):
        return None
    own = " ".join(tree.words[k] for k in range(noun, end))
    gender, plural = _grammar(tree, i, noun)
    if not gender or not plural:
        return None
    fuller: dict[str, tuple[str, Span, int]] = {}
    heads = 0
    for back in range(number, -1, -1):
        other = here.tree(back)
        for mention in here.mentions[back]:
            k = mention.head
            if back == number and k >= i or mention.quoted or other.tokens[k].pos != "NOUN" or other.tokens[k].lemma.lower() != lemma:
                continue
            if mention.number != plural or mention.gender not in (gender, ""):
                return None
            if other.words[mention.start] in _DEMONSTRATIVE:
                continue
            heads += 1
            whole = _whole(here, other, mention)
            if whole is None:
                return None
            text, stop = whole
            if not text:
                continue
            key = " ".join(other.words[j] for j in range(k, stop))
            if not key.startswith(own):
                if own == other.words[k] or own.split()[0] != other.words[k]:
                    return None
                return None
            fuller.setdefault(key, (text, other.span(mention.start, stop), back))
    if not fuller:
        return None
    longest = max(fuller, key=lambda key: (len(key), key))
    if any(not longest.startswith(key) for key in fuller) or len(longest) <= len(own):
        return None
    text, antecedent, back = fuller[longest]
    if number - max(found[2] for found in fuller.values()) > (4 if here.sentences[number].paragraph == here.sentences[max(found[2] for found in fuller.values())].paragraph else 2 if heads > 1 else 1) or not re.search(r"(?:^| )(?:de|d|du|des|d'|à|au|aux|contre|sur|pour|entre)(?: |$)|[A-ZÉÈ]", " ".join(antecedent.of(here.text).split()[1:])):
        return None
    return Reference(tree.span(i, end), "demonstrative", number, antecedent, text, None, gender, plural, "même-nom")


def repeated(here: Reading, number: int, tree: Tree, i: int) -> Reference | None:
    """Return what « L’association » repeats as a bare subject: the one fuller phrase with the same noun in reach, « une association de consommateurs », nothing before calling another so."""
    noun = i + 1
    if noun + 1 >= tree.last or tree.tokens[noun].pos != "NOUN" or not tree.tokens[noun].dep.startswith("nsubj") or tree.word(noun + 1) in _LINKS | {"-", "«", "qui", "que", "qu'", "dont", "où", ",", "et", "ou", "("}:
        return None
    if tree.tokens[noun + 1].pos in ("ADJ", "PROPN", "NOUN", "NUM", "X") or tree.tokens[noun + 1].dep.split(":")[0] in ("acl", "amod", "appos", "conj"):
        return None
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in here.known.of("idle") or noun_kind(lemma, tree.words[noun], here.known) == "person":
        return None
    gender = {"le": "m", "la": "f"}.get(tree.words[i], {"Masc": "m", "Fem": "f"}.get(tree.tokens[noun].feature("Gender"), ""))
    plural: Number = "p" if tree.words[i] == "les" else "s"
    if not gender:
        return None
    found: tuple[str, Span, int, str] | None = None
    for back in range(number - 1, -1, -1):
        other = here.tree(back)
        for mention in here.mentions[back]:
            k = mention.head
            if other.tokens[k].pos != "NOUN" or other.tokens[k].lemma.lower() != lemma:
                continue
            if mention.quoted or mention.number != plural or mention.gender not in (gender, "") or mention.entity is not None:
                return None
            whole = _whole(here, other, mention)
            if whole is None or other.words[mention.start] in _DEMONSTRATIVE:
                return None
            text, stop = whole
            if not text:
                continue
            if {"un", "une"} & {other.words[j] for j in range(k + 1, stop)} or stop < other.last and other.tokens[stop].pos in ("PROPN", "NOUN", "X") and not other.is_punct(stop):
                return None  # « l’explosion d’un silo »: to be said once
            key = " ".join(other.words[j] for j in range(k, stop))
            if found is not None and not found[3].startswith(key):
                return None
            if other.dep(k).split(":")[0] in ("nmod", "appos") or other.words[k + 1] not in ("de", "d'", "du", "des"):
                return None  # « la branche du groupe rebelle », « la course au titre »: perhaps another
            if here.sentences[back].paragraph >= 0:
                found = found or (text, other.span(mention.start, stop), back, key)
    if found is None or number - found[2] > REACH or len(found[0].split()) > 8:
        return None
    return Reference(tree.span(i, noun + 1), "demonstrative", number, found[1], found[0], None, "m" if gender == "m" else "f", plural, "même-nom")


def _whole(here: Reading, other: Tree, mention: Referent) -> tuple[str, int] | None:
    """Return the words of a mention with a definite article, none where the noun stands alone, and the token that ends them; None where it cannot be told where they end."""
    stop = modified_end(other, mention.head, here.quoted)
    if stop is None or stop == mention.head + 1:
        return None if stop is None else ("", stop)
    text = definite_text(other, mention.head, mention.start, stop)
    return None if text is None else (text, stop)


def _grammar(tree: Tree, det: int, noun: int) -> tuple[Gender, Number]:
    word = tree.words[det]
    if word == "ces":
        gender = {"Masc": "m", "Fem": "f"}.get(tree.tokens[noun].feature("Gender"), "")
        return ("m" if gender == "m" else "f" if gender == "f" else ""), "p"
    return ("f" if word == "cette" else "m"), "s"
