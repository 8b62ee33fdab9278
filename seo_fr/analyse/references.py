"""What « il », « elle », « son avocat », « cette mesure », « ce dernier » certainly mean, across sentences.

A few sieves, the surest first, in the manner of Lee et al. (2013): agreement, reach, who can do what (rules/references.yaml), subject before the rest.
Each gives an answer only where nothing of that gender and number that could do the same stands as near; anything unknown counts as a rival. What is resolved becomes a mention
itself, so that a chain of « il » goes on through its paragraph; what is not resolved is a rival to what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from seo_fr.analyse.determined import HOUSES, demonstrative, house, possessive, repeated, title
from seo_fr.analyse.obstacles import _impersonal
from seo_fr.analyse.referents import (
    _DEMONSTRATIVE,
    Key,
    Referent,
    mentions_of,
    words,
)
from seo_fr.analyse.sieves import REACH, Reading, distinct, in_reach, made_key, may, reference_to, sole_answer
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.model import AnaphorKind, Clause, Entity, Gender, Number, Paragraph, Quote, Reference, Sentence, Statement, Time, Token
from seo_fr.rulebook import Rulebook

_PRONOUNS: dict[str, tuple[Gender, Number]] = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
_INVERTED = {f"-{t}{pronoun}": grammar for pronoun, grammar in _PRONOUNS.items() for t in ("", "t-")}
_LATTER: dict[str, tuple[Gender, Number]] = {"celui-ci": ("m", "s"), "celle-ci": ("f", "s"), "ceux-ci": ("m", "p"), "celles-ci": ("f", "p")}
_LATTER_NOUN: dict[tuple[str, str], tuple[Gender, Number]] = {
    ("ce", "dernier"): ("m", "s"), ("cette", "dernière"): ("f", "s"), ("ces", "derniers"): ("m", "p"), ("ces", "dernières"): ("f", "p"),
}
_SUBORDINATORS = frozenset(["alors", "lorsque", "lorsqu'", "quand", "si", "s'", "bien", "comme", "puisque", "puisqu'", "quoique", "quoiqu'", "tandis", "après", "avant", "depuis", "dès", "même", "parce", "afin", "pour", "pendant"])
_MODALS = frozenset(["pouvoir", "devoir", "venir", "aller", "sembler", "paraître", "commencer", "continuer", "finir"])
#: « il souhaite »: somebody or a body does, a text does not.
_WILLING = frozenset(["souhaiter", "vouloir", "espérer", "refuser", "accepter", "promettre", "penser", "croire", "craindre", "regretter", "tenter", "essayer", "renoncer", "savoir", "ignorer", "se réjouir", "s'inquiéter", "se féliciter"])
_CUSTODY = frozenset(["garde", "détention", "examen", "cellule", "liberté"])
_ANIMATE_ADJECTIVES = frozenset(["fier", "fièr", "content", "optimiste", "pessimiste", "favorabl", "opposé", "satisfait", "inqui", "prêt", "convaincu", "capabl", "persuadé", "déçu", "heureux", "heureu", "confiant", "soulagé", "candidat"])
_PERSON_PREDICATES = frozenset(["né", "née", "nés", "nées", "mort", "morte", "morts", "mortes", "décédé", "décédée", "décédés", "décédées", "âgé", "âgée", "âgés", "âgées", "marié", "mariée", "célibataire", "originaire", "hospitalisé", "hospitalisée"])


def resolve_references(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    paragraphs: tuple[Paragraph, ...],
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
    statements: tuple[Statement, ...],
    clauses: tuple[Clause, ...],
    times: tuple[Time, ...],
    book: Rulebook,
) -> tuple[Reference, ...]:
    """Return the references that are certain, in the order of the text. Those within quotes are never resolved."""
    by_sentence: dict[int, list[Clause]] = {}
    for clause in sorted(clauses, key=lambda clause: clause.span):
        by_sentence.setdefault(clause.sentence, []).append(clause)
    starts, ends = [token.span.start for token in tokens], [token.span.end for token in tokens]
    quoted = frozenset(i for quote in quotes for i in range(bisect_right(ends, quote.span.start), bisect_left(starts, quote.span.end)))
    dated = frozenset(i for time in times for i in range(bisect_left(starts, time.span.start), bisect_right(ends, time.span.end)))
    here = Reading(
        text, tokens, sentences, paragraphs, entities, statements, {number: tuple(found) for number, found in by_sentence.items()}, quoted, dated,
        _sole_functions(text, tokens, entities), _titled(text, entities), words(book),
    )
    found: list[Reference] = []
    for number, sentence in enumerate(sentences):
        if sentence.tokens[0] >= sentence.tokens[1]:
            here.mentions[number] = []
            continue
        tree = here.tree(number)
        here.mentions[number] = _with_subjects(here, number, mentions_of(tree, number, entities, here.functions, here.genders, quoted, dated, here.known))
        if sentence.paragraph < 0:
            continue
        found += _sentence(here, number)
    return tuple(sorted(found, key=lambda reference: (reference.span, reference.kind)))


def _sole_functions(text: str, tokens: tuple[Token, ...], entities: tuple[Entity, ...]) -> dict[str, int]:
    """Return what the article calls one person alone («maire») by the function's head word."""
    owners: dict[str, set[int]] = {}
    for entity in entities:
        if entity.kind != "person":
            continue
        for span in entity.functions:
            parts = span.of(text).lower().replace("’", "'").split()
            if parts and parts[0] in ("le", "la", "un", "une", "l'", "les"):
                parts = parts[1:]
            if parts:
                owners.setdefault(parts[0].removeprefix("l'").removeprefix("d'"), set()).add(entity.id)
    del tokens
    return {word: next(iter(ids)) for word, ids in sorted(owners.items()) if len(ids) == 1}


_TITLED = re.compile(r"(?:^|[\s(«])(le|la|un|une) (?:[a-zà-ÿ-]+ ){1,2}\Z", re.IGNORECASE)


def _titled(text: str, entities: tuple[Entity, ...]) -> dict[int, str]:
    """Return the gender of persons whose names tell none, from « le chanteur X » or « la skieuse X », where all such places agree."""
    found: dict[int, str] = {}
    for entity in entities:
        if entity.kind != "person" or entity.gender:
            continue
        seen = set()
        for mention in entity.mentions:
            match = _TITLED.search(text[max(0, mention.span.start - 50) : mention.span.start])
            if match is not None:
                seen.add("m" if match.group(1).lower() in ("le", "un") else "f")
        if len(seen) == 1:
            found[entity.id] = seen.pop()
    return found


def _with_subjects(here: Reading, number: int, mentions: list[Referent]) -> list[Referent]:
    """Return the mentions, those that are the subject of a clause marked so."""
    tokens = here.tokens
    made = []
    for mention in mentions:
        subject = False
        for clause in here.clauses.get(number, ()):
            if clause.subject is None or not clause.subject.covers(tokens[mention.head].span) or clause.subject_kind not in ("name", "noun"):
                continue
            inside = [i for i in range(*here.sentences[number].tokens) if clause.subject.covers(tokens[i].span)]
            top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
            if top is not None and (mention.start <= top < mention.end or clause.subject_entity is not None and mention.entity == clause.subject_entity):
                subject = True
        made.append(replace(mention, subject=True) if subject else mention)
    return made


# ------------------------------------------------------------------------------------------------------------------- sieves


def _need(here: Reading, number: int, tree: Tree, group: VerbGroup | None) -> str:
    """Return what the subject of a verbal group must be: «person», «actor», «thing» or «any»."""
    if group is None:
        return "any"
    known = here.known
    verb = tree.tokens[group.verb]
    lemma = verb.lemma.lower()
    words_in = {tree.words[k] for k in range(group.start, min(tree.last, group.end + 1))}
    if any(s.sentence == number and s.cue.overlaps(tree.span(group.finite, group.end)) for s in here.statements):
        if lemma in known.of("speaker-verb"):
            return "will" if lemma in _WILLING else "speaker"
        if lemma in known.of("person-verb"):
            return "person"  # « il avait avoué que… »
        return "any" if lemma in known.of("open-verb") - known.of("actor-verb") else "actor"
    if words_in & _PERSON_PREDICATES and (group.copular or group.passive or lemma in ("naître", "mourir", "décéder", "être")):
        return "person"
    if group.copular:
        head = tree.tokens[group.head]
        if tree.word(group.end) in ("un", "une") and tree.word(group.end + 1) == "des" or tree.words[group.head] in ("un", "une") and tree.word(group.head + 1) == "des":
            after = next((k for k in range(group.end, min(tree.last, group.end + 6)) if tree.tokens[k].pos == "NOUN"), None)
            if after is not None and tree.tokens[after].lemma.lower() in known.of("person"):
                return "person"  # « elle sera l’une des favorites »
        if group.head > group.finite and head.pos == "NOUN" and (head.lemma.lower() in known.of("person") | known.functions or tree.words[group.head] in known.functions):
            return "person"
        return "likely-actor" if tree.words[group.head].rstrip("es") in _ANIMATE_ADJECTIVES else "any"
    if group.passive:
        if {"coupable", "coupables"} & {tree.word(group.end), tree.word(group.end + 1)}:
            return "person"
        if lemma in ("placer", "mettre", "maintenir") and {tree.word(group.end), tree.word(group.end + 1)} >= {"en"} and {tree.word(group.end + 1), tree.word(group.end + 2)} & _CUSTODY:
            return "person"
        return "person" if lemma in known.of("person-passive") else "actor" if lemma in known.of("actor-passive") else "thing" if lemma in known.of("thing-passive") else "any"
    if lemma == "avoir" and any(tree.word(k) in ("ans", "an") and tree.tokens[k - 1].pos == "NUM" and k - group.end <= 2 for k in range(group.end, min(tree.last, group.end + 3))):
        return "likely-actor"
    if lemma in _MODALS:
        after = next((k for k in range(group.end, min(tree.last, group.end + 4)) if tree.tokens[k].feature("VerbForm") == "Inf"), None)
        if after is None:
            # « il a commencé sa campagne » is somebody's doing, « il a commencé à midi » may be a match's
            return "likely-actor" if tree.word(group.end) in ("sa", "son", "ses") else "any"
        lemma = tree.tokens[after].lemma.lower()
    reflexive = [f"se {lemma}", f"s'{lemma}"] if {"se", "s'"} & {tree.words[k] for k in range(group.start, group.verb + 1)} else []
    names = reflexive or [lemma]
    for role, need in (("person-verb", "person"), ("speaker-verb", "speaker"), ("actor-verb", "actor"), ("thing-verb", "thing")):
        if any(name in known.of(role) for name in names):
            return need
    return "any" if reflexive or lemma in known.of("open-verb") else "likely-actor"


def _group_after(tree: Tree, i: int) -> VerbGroup | None:
    return next((group for group in tree.groups if i < group.start <= i + 2 and all(tree.words[k] in ("ne", "n'", "y", "en") or k >= group.start for k in range(i + 1, group.start))), None)


def _sentence(here: Reading, number: int) -> list[Reference]:
    """Return the references of one sentence, left to right; what is resolved joins its mentions."""
    tree = here.tree(number)
    found: list[Reference] = []
    mentions = here.mentions[number]
    for i in range(tree.first, tree.last):
        word = tree.words[i]
        if i in here.quoted:
            continue
        made: Reference | None = None
        if word in _PRONOUNS and (made := _in_brackets(here, number, tree, i)) is not None:
            mentions.append(_mention_of(made, here, number, i, i + 1, _PRONOUNS[word], True))
        elif word in _PRONOUNS and tree.tokens[i].pos == "PRON" and _is_subject(tree, i) and not _impersonal(tree, i) and not _weather(tree, i):
            grammar = _PRONOUNS[word]
            need = _need(here, number, tree, _group_after(tree, i))
            made = _pronoun(here, number, tree, i, i + 1, grammar, need, "subject", found)
            _join(here, mentions, made, number, i, i + 1, grammar, True, need)
        elif word in _INVERTED or word in ("-t",) and tree.word(i + 1) in _INVERTED:
            if word == "-t":
                continue
            grammar = _INVERTED[word]
            start = i - 1 if tree.word(i - 1) == "-t" else i
            group = next((g for g in tree.groups if g.start <= start - 1 < g.end), None)
            need = _need(here, number, tree, group)
            made = _pronoun(here, number, tree, start, i + 1, grammar, need, "inverted", found)
            _join(here, mentions, made, number, start, i + 1, grammar, True, need)
        elif (latter := _latter(tree, i)) is not None:
            stop, grammar = latter
            group = _group_after(tree, stop - 1)
            subject = group is not None and tree.tokens[stop - 1].dep.startswith("nsubj")
            need = _need(here, number, tree, group) if subject else "actor"
            made = _pronoun(here, number, tree, i, stop, grammar, need, "latter", found)
            _join(here, mentions, made, number, i, stop, grammar, subject, need)
        elif word in ("son", "sa", "ses", "leur", "leurs") and tree.tokens[i].pos == "DET":
            made = possessive(here, number, tree, i, found)
        elif word in _DEMONSTRATIVE and tree.tokens[i].pos == "DET":
            made = demonstrative(here, number, tree, i)
        elif word in ("le", "la", "l'") and tree.tokens[i].pos == "DET" and tree.word(i + 1) in here.functions:
            made = title(here, number, tree, i)
        elif word in ("le", "la", "l'") and tree.tokens[i].pos == "DET" and tree.word(i + 1) in HOUSES and (i == tree.first or tree.tokens[i + 1].dep.startswith("nsubj")):
            made = house(here, number, tree, i)
        if made is None and word in ("le", "la", "l'", "les") and tree.tokens[i].pos == "DET":
            made = repeated(here, number, tree, i)
        if made is not None:
            found.append(made)
    return [] if _of_another(tree, found) else found


def _in_brackets(here: Reading, number: int, tree: Tree, i: int) -> Reference | None:
    """« Elle [l’Union] vient d’annoncer… »: the newspaper itself says in brackets who is meant. None where what they hold does not agree, or is no name and no noun with its article."""
    if tree.word(i + 1) not in ("[", "("):
        return None
    close = next((k for k in range(i + 2, min(tree.last, i + 10)) if tree.words[k] in ("]", ")")), None)
    if close is None or close == i + 2 or close + 1 >= tree.last or tree.tokens[close + 1].pos not in ("VERB", "AUX", "PRON", "ADV"):
        return None
    gender, plural = _PRONOUNS[tree.words[i]]
    inside = tree.span(i + 2, close)
    text = inside.of(here.text)
    if not text[:1].isalpha() or re.search(r"[,;:«»\n]|\d", text):
        return None
    article = tree.words[i + 2]
    entity = next((e for e in here.entities if any(inside.covers(m.span) and m.span.end == inside.end for m in e.mentions)), None)
    if article not in ("le", "la", "l'", "les") and (entity is None or entity.kind != "person" or not text[:1].isupper()):
        return None
    if {"le": ("m", "s"), "la": ("f", "s"), "les": (gender, "p")}.get(article, (gender, plural)) != (gender, plural) or entity is not None and entity.kind == "person" and entity.gender not in ("", gender):
        return None
    return Reference(tree.span(i, close + 1), "latter", number, inside, " ".join(text.split()), entity.id if entity is not None else None, gender, plural, "crochets", None, False)


def _of_another(tree: Tree, found: list[Reference]) -> bool:
    """Return whether somebody else, an object without a name, may own what the sentence calls « son … »: « Il dresse un bilan sévère de son mandat et l’accuse de… »."""
    opening = next((r for r in found if r.kind == "subject" and r.bound is None), None)
    if opening is None:
        return False
    after = [k for k in range(tree.first, tree.last) if tree.tokens[k].span.start > opening.span.start]
    owned = any(tree.words[k] in ("son", "sa", "ses") and tree.tokens[k].pos == "DET" for k in after)
    return owned and any(tree.words[k] in ("l'", "la", "le", "lui") and tree.tokens[k].pos == "PRON" and tree.tokens[k].dep.split(":")[0] in ("obj", "iobj", "obl") for k in after)


def _is_subject(tree: Tree, i: int) -> bool:
    if tree.tokens[i].dep.startswith("nsubj"):
        return True
    return tree.words[i] in ("il", "ils") or _group_after(tree, i) is not None


def _weather(tree: Tree, i: int) -> bool:
    """Return whether « il » may stand for nothing: « il semble que », « il a été décidé de », « il reste », « il s’agit », « il est vrai »."""
    if tree.words[i] != "il":
        return False
    group = _group_after(tree, i)
    if group is None:
        return True
    lemma = tree.tokens[group.verb].lemma
    said = {tree.words[k] for k in range(group.start, group.end)}
    if lemma in ("falloir", "agir", "pleuvoir", "neiger", "advenir", "suffire", "convenir", "importer", "exister") and (lemma != "agir" or said & {"s'", "se"}):
        return True
    after = [tree.word(k) for k in range(group.end, group.end + 5)]
    if {"coupable", "responsable"} & {tree.word(group.end), tree.word(group.end + 1), *said}:
        return False  # « il a été reconnu coupable d’escroquerie »
    if lemma == "arriver" and group.end - group.finite > 1 and not set(after) & {"que", "qu'", "de", "d'", "un", "une", "des"}:
        return False  # « il était arrivé à Paris »
    if "y" in said and (said & {"a", "avait", "eu", "aura", "aurait", "ait", "eut"}):
        return True
    if lemma in ("sembler", "paraître", "rester", "arriver", "apparaître", "se", "manquer") and (set(after[:3]) & {"que", "qu'", "à", "un", "une", "des", "encore", "toujours"} or "leur" in said or "lui" in said):
        return True
    return (group.passive or group.copular) and bool(set(after[:4]) & {"que", "qu'", "de", "d'"}) and tree.tokens[group.head].pos != "NOUN" and not (said & {"né", "mort", "accusé", "soupçonné", "décédé", "menacé", "suspecté", "âgé", "chargé", "suivi", "composé", "privé", "victime", "membre"})


def _latter(tree: Tree, i: int) -> tuple[int, tuple[Gender, Number]] | None:
    word = tree.words[i]
    if word in _LATTER:
        return i + 1, _LATTER[word]
    pair = (word, tree.word(i + 1))
    if pair in _LATTER_NOUN:
        following = i + 2
        if following < tree.last and tree.tokens[following].pos in ("NOUN", "NUM", "PROPN") and not tree.is_punct(following):
            return None  # « ces derniers jours »
        return i + 2, _LATTER_NOUN[pair]
    if word in ("celui", "celle", "ceux", "celles") and tree.word(i + 1) == "-ci" and f"{word}-ci" in _LATTER:
        return i + 2, _LATTER[f"{word}-ci"]
    if word in ("celui", "celle", "ceux", "celles") and tree.word(i + 1) == "-" and tree.word(i + 2) == "ci":
        return i + 3, _LATTER[f"{word}-ci"]
    return None


def _join(here: Reading, mentions: list[Referent], made: Reference | None, number: int, start: int, end: int, grammar: tuple[Gender, Number], subject: bool, need: str) -> None:
    """Add the pronoun to the mentions. One that something before it in its sentence may explain adds nothing new."""
    if made is None:
        local = distinct([m for m in mentions if m.head < start and m.fits(*grammar) and may(m.kind, need) and not m.quoted])
        if len(local) == 1:
            mentions.append(replace(next(iter(local.values())), head=start, start=start, end=end, subject=subject))
        if local:
            return
    mentions.append(_mention_of(made, here, number, start, end, grammar, subject))


def _mention_of(made: Reference | None, here: Reading, number: int, start: int, end: int, grammar: tuple[Gender, Number], subject: bool) -> Referent:
    """Return the pronoun as a mention: of what it means, or of something unknown."""
    if made is None:
        return Referent(("?", start), start, start, end, number, grammar[0], grammar[1], "", None, False, subject)
    key: Key = made_key(made, here)
    kind = next((m.kind for back in range(number, max(-1, number - REACH - 6), -1) for m in here.mentions.get(back, []) if m.key == key and m.kind), "thing")
    return Referent(key, start, start, end, number, grammar[0], grammar[1], kind, made.entity, False, subject)


def _pronoun(here: Reading, number: int, tree: Tree, start: int, end: int, grammar: tuple[Gender, Number], need: str, kind: AnaphorKind, earlier: list[Reference]) -> Reference | None:
    gender, plural = grammar
    opening = _opening(here, number, start)
    before = [
        m
        for m in here.mentions[number]
        if m.head < start and m.fits(gender, plural) and may(m.kind, "any" if kind == "latter" else need) and not (m.quoted and kind == "inverted") and not (m.head < opening and (need == "likely-actor" and m.kind == "thing" or m.kind in ("thing", "plan", "work", "group") and _in_adjunct(tree, m.head, opening) or tree.words[m.start] in ("son", "sa", "ses", "leur", "leurs")))
    ]
    span = tree.span(start, end)
    if before:
        keys = distinct(before)
        if len(keys) == 1:
            key = next(iter(keys))
            bound = next((r for r in earlier if made_key(r, here) == key and not r.bound and r.kind in ("subject", "latter", "inverted")), None)
            if bound is not None:
                return replace(bound, span=span, kind=kind, bound=bound.span, sieve="même-phrase")
        return None
    if kind == "subject" and _said_after(here, number, tree, start, gender, plural):
        return None  # « Alors qu’il testait un télescope, Victor Morel remarque… »
    if kind == "inverted" and any(m.head > start and m.subject and not m.quoted for m in here.mentions[number]):
        return None  # « Le maire a-t-il menti ? »
    found = _latest(here, number, gender, plural) if kind == "latter" else sole_answer(here, number, gender, plural, need)
    return reference_to(here, number, span, kind, found, grammar) if found is not None else None


def _said_after(here: Reading, number: int, tree: Tree, start: int, gender: Gender, plural: Number) -> bool:
    """Return whether the sentence opens on a subordinate clause that holds the pronoun, and its main subject, behind the comma, is somebody whom the pronoun fits."""
    first = next((k for k in range(tree.first, tree.last) if not tree.is_punct(k)), tree.first)
    comma = next((k for k in range(start, tree.last) if tree.words[k] == ","), -1)
    if tree.words[first] not in _SUBORDINATORS or comma < 0 or any(tree.words[k] == "," for k in range(tree.first, start)):
        return False
    return any(m.head > comma and m.subject and m.kind == "person" and m.fits(gender, plural) and not m.quoted for m in here.mentions[number])


def _in_adjunct(tree: Tree, head: int, opening: int) -> bool:
    """Return whether the noun is that of an adjunct without a verb of its own, which the subject after it cannot take up: « Lors de l’élection, elle… »; of « Depuis l’ouverture de la ligne, elle… » only « ouverture »."""
    if any(group.finite < opening for group in tree.groups):
        return False
    return tree.dep(head).split(":")[0] in ("obl", "obj", "advcl", "advmod") and tree.word(tree.first) not in ("pour", "selon", "quant")


def _opening(here: Reading, number: int, start: int) -> int:
    """Return the token after the adjuncts before the subject at ``start``: « Sans difficulté, » names nothing that « elle » takes up."""
    span = here.tokens[start].span
    for clause in here.clauses.get(number, ()):
        if clause.subject is not None and clause.subject.covers(span) and clause.lead is not None and clause.lead.end <= span.start:
            return start
    return -1


def _latest(here: Reading, number: int, gender: Gender, plural: Number) -> tuple[Referent, str] | None:
    """Return the one person or group of the sentence before that « ce dernier » can mean, or the one thing if nobody is there."""
    window = in_reach(here, number)
    if not window:
        return None
    there = [m for m in here.mentions[window[0]] if m.fits(gender, plural)]
    rivals = distinct([m for m in there if m.kind in ("person", "group", "")]) or distinct(there)
    if len(rivals) == 1:
        one = next(iter(rivals.values()))
        if one.kind != "person" and there[-1].key != one.key:
            return None
        if one.agrees(gender, plural) and one.kind not in ("", "location") and not one.quoted:
            return one, "dernier-nommé"
    return None
