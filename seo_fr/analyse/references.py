"""What « il », « elle », « son avocat », « cette mesure », « ce dernier » certainly mean, across sentences.

A few sieves, the surest first, in the manner of Lee et al. (2013): agreement, reach, who can do what (rules/references.yaml), subject before the rest.
Each gives an answer only where nothing of that gender and number that could do the same stands as near; anything unknown counts as a rival. What is resolved becomes a mention
itself, so that a chain of « il » goes on through its paragraph; what is not resolved is a rival to what follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from seo_fr.analyse.obstacles import _impersonal
from seo_fr.analyse.referents import (
    _DEFINITE,
    _DEMONSTRATIVE,
    _LINKS,
    Key,
    Referent,
    Words,
    definite_text,
    mentions_of,
    modified_end,
    noun_kind,
    phrase_range,
    words,
)
from seo_fr.analyse.syntax import Tree, VerbGroup
from seo_fr.model import AnaphorKind, Clause, Entity, Gender, Number, Paragraph, Quote, Reference, Sentence, Span, Statement, Time, Token
from seo_fr.rulebook import Rulebook

REACH = 3  # sentences back

_PRONOUNS: dict[str, tuple[Gender, Number]] = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
_INVERTED = {f"-{t}{pronoun}": grammar for pronoun, grammar in _PRONOUNS.items() for t in ("", "t-")}
_LATTER: dict[str, tuple[Gender, Number]] = {"celui-ci": ("m", "s"), "celle-ci": ("f", "s"), "ceux-ci": ("m", "p"), "celles-ci": ("f", "p")}
_LATTER_NOUN: dict[tuple[str, str], tuple[Gender, Number]] = {
    ("ce", "dernier"): ("m", "s"), ("cette", "dernière"): ("f", "s"), ("ces", "derniers"): ("m", "p"), ("ces", "dernières"): ("f", "p"),
}
_SUBORDINATORS = frozenset(["alors", "lorsque", "lorsqu'", "quand", "si", "s'", "bien", "comme", "puisque", "puisqu'", "quoique", "quoiqu'", "tandis", "après", "avant", "depuis", "dès", "même", "parce", "afin", "pour", "pendant"])
_MODALS = frozenset(["pouvoir", "devoir", "venir", "aller", "sembler", "paraître", "commencer", "continuer", "finir"])
_ANIMATE_ADJECTIVES = frozenset(["fier", "fièr", "content", "optimiste", "pessimiste", "favorabl", "opposé", "satisfait", "inqui", "prêt", "convaincu", "capabl", "persuadé", "déçu", "heureux", "heureu", "confiant", "soulagé", "candidat"])
_PERSON_PREDICATES = frozenset(["né", "née", "nés", "nées", "mort", "morte", "morts", "mortes", "décédé", "décédée", "décédés", "décédées", "âgé", "âgée", "âgés", "âgées", "marié", "mariée", "célibataire", "originaire", "hospitalisé", "hospitalisée"])


@dataclass(frozen=True, eq=False)
class _Text:
    """All that resolving reads."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    clauses: dict[int, tuple[Clause, ...]]
    quoted: frozenset[int]
    dated: frozenset[int]
    functions: dict[str, int]
    genders: dict[int, str]
    known: Words
    trees: dict[int, Tree] = field(default_factory=dict)
    mentions: dict[int, list[Referent]] = field(default_factory=dict)

    def tree(self, number: int) -> Tree:
        if number not in self.trees:
            self.trees[number] = Tree.read(self.text, self.tokens, self.sentences[number])
        return self.trees[number]


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
    quoted = frozenset(i for i, token in enumerate(tokens) if any(quote.span.overlaps(token.span) for quote in quotes))
    dated = frozenset(i for i, token in enumerate(tokens) if any(time.span.covers(token.span) for time in times))
    here = _Text(
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


def _with_subjects(here: _Text, number: int, mentions: list[Referent]) -> list[Referent]:
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


def _window(here: _Text, number: int) -> list[int]:
    """Return the sentences in reach of sentence ``number``, nearest first: its paragraph's, then the end of the one before.

    A sentence that is all quotation is somebody's words within the telling, and is looked through.
    """
    found: list[int] = []
    at = here.sentences[number].paragraph
    for back in range(number - 1, max(-1, number - 1 - 2 * REACH), -1):
        if len(found) == REACH:
            break
        paragraph = here.sentences[back].paragraph
        if paragraph >= 0 and all(i in here.quoted or here.tokens[i].pos == "PUNCT" for i in range(*here.sentences[back].tokens)):
            continue
        if paragraph < 0 or at - paragraph > 1:
            break
        if paragraph != at and (here.paragraphs[at].kind != "prose" or here.paragraphs[paragraph].kind != "prose"):
            break
        found.append(back)
    return found


def _may(kind: str, need: str) -> bool:
    """Return whether something of this kind may be what is needed. « en Alaska » is never what « il » means."""
    if kind == "location":
        return False
    if need in ("any", "likely-actor") or not kind:
        return True
    if need == "person":
        return kind == "person"
    if need == "speaker":
        return kind in ("person", "group", "work")
    if need == "actor":
        return kind in ("person", "group", "work", "plan")
    return kind != "person"


def _answer(here: _Text, number: int, gender: Gender, number_: Number, need: str) -> tuple[Referent, str] | None:
    """Return what stands before sentence ``number`` that alone can be meant, and the sieve that tells."""
    window = _window(here, number)
    if not window:
        return None
    place = here.sentences[number].paragraph
    near = next((back for back in window[:2] if back == window[0] and place != here.sentences[back].paragraph or any(m.fits(gender, number_) and _may(m.kind, need) for m in here.mentions[back])), window[0])
    nearest = here.mentions[near]
    rivals = _distinct([m for m in nearest if m.fits(gender, number_) and _may(m.kind, need)])
    good = [m for m in rivals.values() if m.agrees(gender, number_)]
    subjects = {m.key for m in nearest if m.subject}
    # the subject of the sentence before, and nothing else there
    if len(rivals) == 1 and len(good) == 1 and good[0].kind and not good[0].quoted and good[0].key in subjects:
        one = good[0]
        if not (one.kind != "person" and need in ("any", "likely-actor") and _persons(here, window, gender, number_) - {one.key}):
            return one, "sujet-précédent"
    # a person who is that subject, where what else stands there is no person and no agent, and the verb wants one who acts
    heads = [m for m in good if m.key in subjects and m.kind == "person" and not m.quoted]
    if len(heads) == 1 and need in ("person", "speaker", "actor", "likely-actor"):
        one = heads[0]
        others = [m for m in nearest if m.key != one.key and m.fits(gender, number_) and _may(m.kind, need)]
        if all(m.kind in ("group", "thing", "plan") and (m.kind != "plan" or need != "actor") and m.key not in subjects and not _agent(here, near, m) for m in others):
            return one, "sujet-personne"
    if need in ("person", "speaker", "actor"):
        pool = _distinct([m for back in window for m in here.mentions[back] if m.fits(gender, number_) and _may(m.kind, need)])
        if len(pool) == 1 and not any(_unseen(here, back, number_) for back in window) and (number_ == "s" or rivals):
            one = next(iter(pool.values()))
            if one.agrees(gender, number_) and (one.kind == "person" or one.kind == "group" and number_ == "s") and not one.quoted:
                return one, "seul-possible"
    if need in ("person", "speaker") and number_ == "s" and here.sentences[window[0]].paragraph == place and not any(_unseen(here, back, number_) for back in window):
        # the one person of that gender in the paragraph, named there; or the article's main person, alone in the sentence before
        inside = _distinct([m for back in window if here.sentences[back].paragraph == place for m in here.mentions[back] if m.fits(gender, number_) and _may(m.kind, need)])
        if len(inside) == 1:
            one = next(iter(inside.values()))
            if one.agrees(gender, number_) and one.kind == "person" and not one.quoted and any(m.key == one.key and m.subject for back in window for m in here.mentions[back]):
                return one, "fil-du-paragraphe"
        if len(good) == 1 and len(rivals) == 1 and good[0].entity is not None and good[0].kind == "person" and good[0].entity == _main_person(here, gender) and not good[0].quoted:
            return good[0], "personne-du-sujet"
    return None


def _main_person(here: _Text, gender: Gender) -> int | None:
    """Return the person of that gender whom the article names at least three times and twice as often as any other, if there is one."""
    counts = sorted(((len(e.mentions), -e.id) for e in here.entities if e.kind == "person" and (e.gender or here.genders.get(e.id, "")) in (gender, "")), reverse=True)
    if not counts or counts[0][0] < 3 or len(counts) > 1 and counts[0][0] < 2 * counts[1][0]:
        return None
    return -counts[0][1]


def _unseen(here: _Text, number: int, plural: Number) -> bool:
    """Return whether a clause of the sentence has a subject of that number that is no mention."""
    for clause in here.clauses.get(number, ()):
        if clause.subject is None or clause.subject_kind not in ("name", "noun") or clause.number not in (plural, ""):
            continue
        if not any(clause.subject.covers(here.tokens[m.head].span) for m in here.mentions[number]):
            return True
    return False


def _agent(here: _Text, number: int, mention: Referent) -> bool:
    """Return whether a mention is whom or what something is done by, or according to whom."""
    tree = here.tree(number)
    return tree.word(mention.start - 1) in ("par", "selon") or tree.word(mention.start - 2) in ("par", "selon") or tree.words[mention.start] in ("par", "selon")


def _persons(here: _Text, window: list[int], gender: Gender, number: Number) -> set[Key]:
    return {m.key for back in window for m in here.mentions[back] if m.fits(gender, number) and m.kind in ("person", "")}


def _distinct(mentions: list[Referent]) -> dict[Key, Referent]:
    """Return one mention a referent, the first given; a phrase that stands within another's counts by itself."""
    found: dict[Key, Referent] = {}
    for mention in mentions:
        old = found.get(mention.key)
        if old is None or mention.subject and not old.subject:
            found[mention.key] = mention
    return found


# ------------------------------------------------------------------------------------------------------------------ reading


def _need(here: _Text, number: int, tree: Tree, group: VerbGroup | None) -> str:
    """Return what the subject of a verbal group must be: «person», «actor», «thing» or «any»."""
    if group is None:
        return "any"
    known = here.known
    verb = tree.tokens[group.verb]
    lemma = verb.lemma.lower()
    words_in = {tree.words[k] for k in range(group.start, min(tree.last, group.end + 1))}
    if any(s.sentence == number and s.cue.overlaps(tree.span(group.finite, group.end)) for s in here.statements):
        if lemma in known.of("speaker-verb"):
            return "speaker"
        return "any" if lemma in known.of("open-verb") - known.of("actor-verb") else "actor"
    if words_in & _PERSON_PREDICATES and (group.copular or group.passive or lemma in ("naître", "mourir", "décéder", "être")):
        return "person"
    if group.copular:
        head = tree.tokens[group.head]
        if group.head > group.finite and head.pos == "NOUN" and (head.lemma.lower() in known.of("person") | known.functions or tree.words[group.head] in known.functions):
            return "person"
        return "likely-actor" if tree.words[group.head].rstrip("es") in _ANIMATE_ADJECTIVES else "any"
    if group.passive:
        return "person" if lemma in known.of("person-passive") else "actor" if lemma in known.of("actor-passive") else "thing" if lemma in known.of("thing-passive") else "any"
    if lemma == "avoir" and any(tree.word(k) in ("ans", "an") and tree.tokens[k - 1].pos == "NUM" and k - group.end <= 2 for k in range(group.end, min(tree.last, group.end + 3))):
        return "likely-actor"
    if lemma in _MODALS:
        after = next((k for k in range(group.end, min(tree.last, group.end + 4)) if tree.tokens[k].feature("VerbForm") == "Inf"), None)
        if after is None:
            return "any"
        lemma = tree.tokens[after].lemma.lower()
    reflexive = [f"se {lemma}", f"s'{lemma}"] if {"se", "s'"} & {tree.words[k] for k in range(group.start, group.verb + 1)} else []
    names = reflexive or [lemma]
    for role, need in (("person-verb", "person"), ("speaker-verb", "speaker"), ("actor-verb", "actor"), ("thing-verb", "thing")):
        if any(name in known.of(role) for name in names):
            return need
    return "any" if reflexive or lemma in known.of("open-verb") else "likely-actor"


def _group_after(tree: Tree, i: int) -> VerbGroup | None:
    return next((group for group in tree.groups if i < group.start <= i + 2 and all(tree.words[k] in ("ne", "n'", "y", "en") or k >= group.start for k in range(i + 1, group.start))), None)


def _sentence(here: _Text, number: int) -> list[Reference]:
    """Return the references of one sentence, left to right; what is resolved joins its mentions."""
    tree = here.tree(number)
    found: list[Reference] = []
    mentions = here.mentions[number]
    for i in range(tree.first, tree.last):
        word = tree.words[i]
        if i in here.quoted:
            continue
        made: Reference | None = None
        if word in _PRONOUNS and tree.tokens[i].pos == "PRON" and _is_subject(tree, i) and not _impersonal(tree, i) and not _weather(tree, i):
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
            made = _possessive(here, number, tree, i, found)
        elif word in _DEMONSTRATIVE and tree.tokens[i].pos == "DET":
            made = _demonstrative(here, number, tree, i)
        elif word in ("le", "la", "l'") and tree.tokens[i].pos == "DET" and tree.word(i + 1) in here.functions:
            made = _title(here, number, tree, i)
        elif word in ("le", "la", "l'") and tree.tokens[i].pos == "DET" and tree.word(i + 1) in _HOUSES and (i == tree.first or tree.tokens[i + 1].dep.startswith("nsubj")):
            made = _house(here, number, tree, i)
        if made is not None:
            found.append(made)
    return found


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


def _join(here: _Text, mentions: list[Referent], made: Reference | None, number: int, start: int, end: int, grammar: tuple[Gender, Number], subject: bool, need: str) -> None:
    """Add the pronoun to the mentions. One that something before it in its sentence may explain adds nothing new."""
    if made is None:
        local = _distinct([m for m in mentions if m.head < start and m.fits(*grammar) and _may(m.kind, need) and not m.quoted])
        if len(local) == 1:
            mentions.append(replace(next(iter(local.values())), head=start, start=start, end=end, subject=subject))
        if local:
            return
    mentions.append(_mention_of(made, here, number, start, end, grammar, subject))


def _mention_of(made: Reference | None, here: _Text, number: int, start: int, end: int, grammar: tuple[Gender, Number], subject: bool) -> Referent:
    """Return the pronoun as a mention: of what it means, or of something unknown."""
    if made is None:
        return Referent(("?", start), start, start, end, number, grammar[0], grammar[1], "", None, False, subject)
    key: Key = made_key(made, here)
    kind = next((m.kind for back in range(number, max(-1, number - REACH - 6), -1) for m in here.mentions.get(back, []) if m.key == key and m.kind), "thing")
    return Referent(key, start, start, end, number, grammar[0], grammar[1], kind, made.entity, False, subject)


def made_key(made: Reference, here: _Text) -> Key:
    """Return the key of what a reference means."""
    if made.entity is not None:
        return ("e", made.entity)
    for mentions in here.mentions.values():
        for mention in mentions:
            if here.tokens[mention.head].span.start >= made.antecedent.start and here.tokens[mention.head].span.end <= made.antecedent.end and mention.key[0] == "n":
                return mention.key
    return ("?", made.span.start)


def _pronoun(here: _Text, number: int, tree: Tree, start: int, end: int, grammar: tuple[Gender, Number], need: str, kind: AnaphorKind, earlier: list[Reference]) -> Reference | None:
    gender, plural = grammar
    opening = _opening(here, number, start)
    before = [
        m
        for m in here.mentions[number]
        if m.head < start and m.fits(gender, plural) and _may(m.kind, "any" if kind == "latter" else need) and not (m.quoted and kind == "inverted") and not (need == "likely-actor" and m.kind == "thing" and m.head < opening)
    ]
    span = tree.span(start, end)
    if before:
        keys = _distinct(before)
        if len(keys) == 1:
            key = next(iter(keys))
            bound = next((r for r in earlier if made_key(r, here) == key and not r.bound and r.kind in ("subject", "latter", "inverted")), None)
            if bound is not None:
                return replace(bound, span=span, kind=kind, bound=bound.span, sieve="même-phrase")
        return None
    if kind == "inverted" and any(m.head > start and m.subject and not m.quoted for m in here.mentions[number]):
        return None  # « Le maire a-t-il menti ? »
    found = _latest(here, number, gender, plural) if kind == "latter" else _answer(here, number, gender, plural, need)
    return _reference(here, number, span, kind, found, grammar) if found is not None else None


def _opening(here: _Text, number: int, start: int) -> int:
    """Return the token after the adjuncts before the subject at ``start``: « Sans difficulté, » names nothing that « elle » takes up."""
    span = here.tokens[start].span
    for clause in here.clauses.get(number, ()):
        if clause.subject is not None and clause.subject.covers(span) and clause.lead is not None and clause.lead.end <= span.start:
            return start
    return -1


def _latest(here: _Text, number: int, gender: Gender, plural: Number) -> tuple[Referent, str] | None:
    """Return the one person or group of the sentence before that « ce dernier » can mean, or the one thing if nobody is there."""
    window = _window(here, number)
    if not window:
        return None
    there = [m for m in here.mentions[window[0]] if m.fits(gender, plural)]
    rivals = _distinct([m for m in there if m.kind in ("person", "group", "")]) or _distinct(there)
    if len(rivals) == 1:
        one = next(iter(rivals.values()))
        if one.kind != "person" and there[-1].key != one.key:
            return None
        if one.agrees(gender, plural) and one.kind not in ("", "location") and not one.quoted:
            return one, "dernier-nommé"
    return None


def _reference(here: _Text, number: int, span: Span, kind: AnaphorKind, found: tuple[Referent, str], grammar: tuple[Gender, Number]) -> Reference | None:
    referent, sieve = found
    named = said(here, referent)
    if named is None:
        return None
    text, antecedent, bare = named
    return Reference(span, kind, number, antecedent, text, referent.entity, grammar[0], grammar[1], sieve, None, bare)


def said(here: _Text, referent: Referent) -> tuple[str, Span, bool] | None:
    """Return how a referent is said by itself, where that stands, and whether it is a noun without complement. None where it cannot be said."""
    if referent.entity is not None:
        entity = next(e for e in here.entities if e.id == referent.entity)
        name = " ".join(entity.name.of(here.text).split())
        places = [m for m in entity.mentions if m.span.end <= here.tokens[referent.head].span.end] or list(entity.mentions)
        where = places[-1].span
        if entity.kind == "person":
            shared = " " not in name and any(other.id != entity.id and name in other.name.of(here.text).split() for other in here.entities)
            return None if shared else (name, where, False)
        article = entity.article or _article_of(here, entity)
        if article is None:
            return None
        if article in ("l’", "l'"):
            return f"l’{name}", where, False
        return (f"{article} {name}" if article else name), where, False
    best: tuple[str, Span, bool] | None = None
    for number in sorted(here.mentions, reverse=True):
        if number > referent.sentence or here.sentences[number].paragraph < 0 and best is not None:
            continue
        for mention in here.mentions[number]:
            if mention.key != referent.key or mention.quoted:
                continue
            tree = here.tree(number)
            if tree.tokens[mention.head].pos not in ("NOUN", "PROPN"):
                continue
            end = modified_end(tree, mention.head, here.quoted)
            if end is None:
                if mention.head == referent.head:
                    return None
                continue
            start = phrase_range(tree, mention.head)[0]
            text = definite_text(tree, mention.head, start, end)
            if text is None:
                if mention.head == referent.head:
                    return None
                continue
            bare = end - mention.head == 1 and not any(tree.tokens[k].pos == "ADJ" for k in range(start, mention.head))
            lone = tree.tokens[mention.head].lemma.lower() in here.known.institutions
            if best is None or best[2] and not bare:
                best = (text, tree.span(start, end), bare and not lone)
            if not best[2]:
                return best
        if referent.key[0] == "n" and len(referent.key) > 3 and best is not None:
            return best
    return best


def _article_of(here: _Text, entity: Entity) -> str | None:
    """Return the article that the text puts before a name, «» if none, None if that cannot be told."""
    seen: set[str] = set()
    bare = False
    for mention in entity.mentions:
        tree = here.tree(mention.sentence)
        at = next((i for i in range(tree.first, tree.last) if tree.tokens[i].span.start == mention.span.start), None)
        if at is None:
            continue
        word = tree.word(at - 1) if at > tree.first else ""
        if word in _DEFINITE:
            seen.add("l’" if word == "l'" else word)
        elif word in ("du", "au"):
            seen.add("le")
        elif word in ("des", "aux"):
            seen.add("les")
        else:
            bare = True
    name = entity.name.of(here.text).split()[0].lower()
    if name in ("le", "la", "les") or name.startswith(("l'", "l’")):
        return None
    if len(seen) == 1:
        return next(iter(seen))
    return "" if bare and not seen else None


# -------------------------------------------------------------------------------------------------------------- determiners


def _possessive(here: _Text, number: int, tree: Tree, i: int, earlier: list[Reference]) -> Reference | None:
    """Return whose « son avocat » is: of the pronoun before it in the sentence that is resolved, or of the one person in reach."""
    noun = next((k for k in range(i + 1, min(tree.last, i + 4)) if tree.tokens[k].pos == "NOUN"), None)
    if noun is None or any(tree.tokens[k].pos not in ("ADJ", "NUM", "NOUN") for k in range(i + 1, noun)):
        return None
    plural: Number = "p" if tree.words[i] in ("leur", "leurs") else "s"
    lemma = tree.tokens[noun].lemma.lower()
    personal = lemma in here.known.of("personal") or lemma in here.known.functions and lemma not in ("membre", "chef")
    span = tree.span(i, noun + 1)
    before = [m for m in here.mentions[number] if m.head < i and m.number in (plural, "") and (m.kind in ("person", "group", "work", "") or not personal)]
    bound = next((r for r in earlier if r.number == plural and r.kind in ("subject", "latter", "inverted")), None)
    if bound is not None:
        key = made_key(bound, here)
        if lemma in here.known.of("undergone"):
            others = {m.key for back in [number, *_window(here, number)[:2]] for m in here.mentions[back] if m.kind in ("person", "") and m.number in (plural, "") and m.key != key}
            if others:
                return None
        return replace(bound, span=span, kind="possessive", bound=bound.bound or bound.span, sieve="sujet-de-la-phrase")
    if plural == "s" and not before and lemma in here.known.of("office") and (owner := _office_of(here, number)) is not None:
        gender_: Gender = "m" if owner.gender == "m" else "f"
        return _reference(here, number, span, "possessive", (owner, "groupe-sujet"), (gender_, "s"))
    if before or plural == "p" or not personal:
        return None
    # Nothing before it in its sentence: the one person in reach, whatever the gender.
    after = [m for m in here.mentions[number] if m.head > noun and m.kind == "person" and m.subject]
    if after:
        return None
    window = _window(here, number)
    people = _distinct([m for back in window[:2] for m in here.mentions[back] if m.kind in ("person", "") and m.number in ("s", "")])
    if len(people) != 1 or not window:
        return None
    one = next(iter(people.values()))
    if one.kind != "person" or one.number != "s" or not one.gender or not any(m.key == one.key for m in here.mentions[window[0]]):
        return None
    gender: Gender = "m" if one.gender == "m" else "f"
    return _reference(here, number, span, "possessive", (one, "seule-personne"), (gender, "s"))


def _office_of(here: _Text, number: int) -> Referent | None:
    """Return the group that is the subject of the sentence before, where no other group and nobody in charge stands there."""
    window = _window(here, number)
    if not window or window[0] != number - 1:
        return None
    there = here.mentions[window[0]]
    groups = _distinct([m for m in there if m.kind in ("group", "") and m.number in ("s", "") and not m.quoted])
    if len(groups) != 1 or any(m.kind == "person" and m.number == "s" for m in there):
        return None
    one = next(iter(groups.values()))
    return one if one.subject and one.kind == "group" and one.number == "s" and one.gender else None


_HOUSES = frozenset(["groupe", "entreprise", "société", "compagnie", "firme", "banque", "association", "organisation", "journal", "quotidien", "magazine", "chaîne", "constructeur", "fabricant", "éditeur", "opérateur", "agence", "collectif", "enseigne", "marque"])


def _house(here: _Text, number: int, tree: Tree, i: int) -> Reference | None:
    """Return which « le groupe » it is: the one that the article calls so beside its name, the only one named in the sentence before."""
    noun = i + 1
    following = tree.word(noun + 1)
    if tree.tokens[noun].pos != "NOUN" or following in _LINKS | {"-", "«", "dont"} or noun + 1 < tree.last and tree.tokens[noun + 1].pos in ("ADJ", "PROPN", "NOUN", "NUM"):
        return None
    if noun + 1 < tree.last and tree.tokens[noun + 1].feature("VerbForm") == "Part" and tree.tokens[noun + 1].dep.split(":")[0] in ("acl", "amod"):
        return None
    window = _window(here, number)
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


def _title(here: _Text, number: int, tree: Tree, i: int) -> Reference | None:
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
    window = _window(here, number)
    named = [m.span for m in entity.mentions if m.sentence in window]
    others = any(other.id != entity.id and any(form in span.of(here.text).lower().split() for span in other.functions) for other in here.entities)
    elsewhere = sum(1 for token in here.tokens if token.span.of(here.text).lower() == form and not any(f.covers(token.span) for f in entity.functions))
    if not named or others or elsewhere > 3:
        return None
    found: Gender = "m" if gender == "m" else "f"
    return Reference(tree.span(i, noun + 1), "title", number, named[-1], name, entity.id, found, "s", "seule-fonction")


def _demonstrative(here: _Text, number: int, tree: Tree, i: int) -> Reference | None:
    """Return what « ce projet » repeats: the one fuller phrase with the same noun, near before."""
    noun = i + 1
    while noun < tree.last and tree.tokens[noun].pos in ("ADJ", "NUM") and noun - i < 3:
        noun += 1
    if noun >= tree.last or tree.tokens[noun].pos != "NOUN" or noun - i > 1 or tree.word(noun + 1) in ("-là", "-ci", "là", "-"):
        return None
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in here.known.of("idle") or _latter(tree, i) is not None or noun_kind(lemma, tree.words[noun], here.known) == "person":
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
            stop = modified_end(other, k, here.quoted)
            if stop is None:
                return None
            if stop == k + 1:
                continue
            text = definite_text(other, k, mention.start, stop)
            if text is None:
                return None
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
    if number - max(found[2] for found in fuller.values()) > (2 if heads > 1 else 1) or not re.search(r"(?:^| )(?:de|d|du|des|d'|à|au|aux|contre|sur|pour|entre)(?: |$)|[A-ZÉÈ]", " ".join(antecedent.of(here.text).split()[1:])):
        return None
    return Reference(tree.span(i, end), "demonstrative", number, antecedent, text, None, gender, plural, "même-nom")


def _grammar(tree: Tree, det: int, noun: int) -> tuple[Gender, Number]:
    word = tree.words[det]
    if word == "ces":
        gender = {"Masc": "m", "Fem": "f"}.get(tree.tokens[noun].feature("Gender"), "")
        return ("m" if gender == "m" else "f" if gender == "f" else ""), "p"
    return ("f" if word == "cette" else "m"), "s"
