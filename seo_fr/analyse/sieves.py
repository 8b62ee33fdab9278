"""The sieves: what alone, in reach before a sentence, can be meant, and how that is said again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from seo_fr.analyse.referents import (
    _DEFINITE,
    Key,
    Referent,
    Words,
    definite_text,
    modified_end,
    phrase_range,
)
from seo_fr.analyse.syntax import Tree
from seo_fr.analyse.trees import tree_of
from seo_fr.model import AnaphorKind, Clause, Entity, Gender, Number, Paragraph, Reference, Sentence, Span, Statement, Token

REACH = 3  # sentences back


@dataclass(frozen=True, eq=False)
class Reading:
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
            self.trees[number] = tree_of(self.text, self.tokens, self.sentences[number])
        return self.trees[number]


def in_reach(here: Reading, number: int) -> list[int]:
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


def may(kind: str, need: str) -> bool:
    """Return whether something of this kind may be what is needed. « en Alaska » is never what « il » means."""
    if kind == "location":
        return False
    if need in ("any", "likely-actor") or not kind:
        return True
    if need == "person":
        return kind == "person"
    if need == "speaker":
        return kind in ("person", "group", "work")
    if need == "will":
        return kind in ("person", "group")
    if need == "actor":
        return kind in ("person", "group", "work", "plan")
    return kind != "person"


def sole_answer(here: Reading, number: int, gender: Gender, number_: Number, need: str) -> tuple[Referent, str] | None:
    """Return what stands before sentence ``number`` that alone can be meant, and the sieve that tells."""
    window = in_reach(here, number)
    if not window:
        return None
    place = here.sentences[number].paragraph
    near = next((back for back in window[:2] if back == window[0] and place != here.sentences[back].paragraph or any(m.fits(gender, number_) and may(m.kind, need) for m in named_in(here, back))), window[0])
    nearest = named_in(here, near)
    rivals = distinct([m for m in nearest if m.fits(gender, number_) and may(m.kind, need)])
    good = [m for m in rivals.values() if m.agrees(gender, number_)]
    subjects = {m.key for m in nearest if m.subject} or _unread_subject(here, near, nearest)
    # the subject of the sentence before, and nothing else there
    if len(rivals) == 1 and len(good) == 1 and good[0].kind and not good[0].quoted and good[0].key in subjects:
        one = good[0]
        if not (one.kind != "person" and need in ("any", "likely-actor") and _persons(here, window, gender, number_) - {one.key}) and not _where(here, near, one):
            return one, "sujet-précédent"
    # a person who is that subject, where what else stands there is no person and no agent, and the verb wants one who acts
    heads = [m for m in good if m.key in subjects and m.kind == "person" and not m.quoted]
    if len(heads) == 1 and need in ("person", "speaker", "will", "actor", "likely-actor"):
        one = heads[0]
        others = [m for m in nearest if m.key != one.key and m.fits(gender, number_) and may(m.kind, need)]
        goes_on = near == window[0] and any(m.key == one.key and m.subject and here.tokens[m.head].pos == "PRON" for m in nearest)  # « Il… Il… »
        passive = ("group", "thing", "plan", "work") if goes_on else ("group", "thing", "plan")
        if all(
            (m.kind in passive and (m.kind != "plan" or goes_on or need != "actor") or not m.kind and m.entity is None and _within_subject(here, near, one, m))
            and m.key not in subjects and not _agent(here, near, m)
            for m in others
        ):
            return one, "sujet-personne"
    if need == "any" and number_ == "s" and near == number - 1 and (one_named := _named_head(here, near, good, nearest, gender)) is not None:
        return one_named, "sujet-nommé"
    # the one voice of the sentence before goes on: « …, selon le ministre X. Il ajoute que… »
    if need in ("speaker", "will") and near == window[0] and number_ == "s":
        voices = _voices(here, near)
        one_voice = [m for m in good if m.kind == "person" and not m.quoted and voices == {m.key}]
        if len(one_voice) == 1 and all(m.key == one_voice[0].key or m.kind != "person" and m.kind and m.key not in subjects for m in rivals.values()):
            return one_voice[0], "même-voix"
    if need in ("person", "speaker", "will", "actor"):
        pool = distinct([m for back in window for m in named_in(here, back) if m.fits(gender, number_) and may(m.kind, need)])
        if len(pool) == 1 and not any(_unseen(here, back, number_) for back in window) and (number_ == "s" or rivals):
            one = next(iter(pool.values()))
            if one.agrees(gender, number_) and (one.kind == "person" or one.kind == "group" and number_ == "s") and not one.quoted:
                return one, "seul-possible"
    if need in ("person", "speaker", "will") and number_ == "s" and here.sentences[window[0]].paragraph == place and not any(_unseen(here, back, number_) for back in window):
        # the one person of that gender in the paragraph, named there; or the article's main person, alone in the sentence before
        inside = distinct([m for back in window if here.sentences[back].paragraph == place for m in named_in(here, back) if m.fits(gender, number_) and may(m.kind, need)])
        if len(inside) == 1:
            one = next(iter(inside.values()))
            if one.agrees(gender, number_) and one.kind == "person" and not one.quoted and any(m.key == one.key and m.subject for back in window for m in here.mentions[back]):
                return one, "fil-du-paragraphe"
        if len(good) == 1 and len(rivals) == 1 and good[0].entity is not None and good[0].kind == "person" and good[0].entity == _main_person(here, gender) and not good[0].quoted:
            return good[0], "personne-du-sujet"
    if need in ("person", "speaker", "will", "actor") and len(rivals) == 1 and len(good) == 1 and good[0].kind in ("person", "group") and not good[0].quoted and near == window[0]:
        # the only one in the sentence before that can act so, where no other subject in reach can
        one = good[0]
        other_subjects = any(m.key != one.key and m.subject and m.fits(gender, number_) and may(m.kind, need) for back in window[1:] for m in named_in(here, back))
        voice = one.kind == "person" and _voices(here, near) == {one.key}
        if not other_subjects and not any(_unseen(here, back, number_) for back in (window[:1] if voice else window)) and (one.kind == "person" or number_ == "s") and _leads(here, near, one):
            return one, "seul-de-la-phrase"
    if number_ == "s" and need in ("person", "speaker", "will", "actor", "likely-actor"):
        one_thread = _thread(here, window, gender, need)
        if one_thread is not None:
            return one_thread, "personne-de-l-article"
    if number_ == "s" and need != "thing":
        one_life = _life(here, number, gender, need)
        if one_life is not None:
            return one_life, "fil-de-l-article"
    return None


#: What only counts: « le rapprochement d’une vingtaine de plaintes » holds nothing that « elle » takes up.
_COUNTS = frozenset("dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier million milliard poignée moitié tiers quart".split())


def named_in(here: Reading, number: int) -> list[Referent]:
    """Return the mentions of a sentence that may be taken up: not what somebody named is (« Paul Morel, retraité, secrétaire du syndicat »), nor a count that is no subject."""
    tree = here.tree(number)
    return [m for m in here.mentions[number] if not (_attribute(tree, m) or not m.subject and m.entity is None and tree.tokens[m.head].lemma.lower() in _COUNTS)]


def _attribute(tree: Tree, mention: Referent) -> bool:
    """Return whether a mention is a person's noun without article, apposed: « résume Paul Morel, onze ans de maison, secrétaire de la section »."""
    if mention.kind != "person" or mention.entity is not None or mention.subject or mention.start != mention.head or tree.tokens[mention.head].pos != "NOUN":
        return False
    return tree.dep(mention.head).split(":")[0] in ("appos", "conj") and tree.word(mention.head - 1) in (",", "et") and tree.tokens[mention.head].feature("Number") != "Plur"


def _named_head(here: Reading, number: int, good: list[Referent], there: list[Referent], gender: Gender) -> Referent | None:
    """Return somebody named who is the subject of the sentence's first clause, where all else that the pronoun fits there is a thing met in passing: « Paul Morel a quitté son poste de directeur. Il est remplacé par… »."""
    clauses = here.clauses.get(number, ())
    tree = here.tree(number)
    if not clauses or clauses[0].subject is None:
        return None
    heads = [m for m in good if m.subject and m.kind == "person" and m.entity is not None and not m.quoted and clauses[0].subject.covers(here.tokens[m.head].span)]
    if len({m.key for m in heads}) != 1:
        return None
    one = heads[0]
    others = [m for m in there if m.key != one.key and m.fits(gender, "s")]
    passing = all(m.kind == "thing" and m.entity is None and tree.dep(m.head).split(":")[0] in ("obl", "nmod") and not _agent(here, number, m) for m in others)
    return one if passing else None


def _unread_subject(here: Reading, number: int, mentions: list[Referent]) -> set[Key]:
    """Return the person who is the subject of the sentence's main verb for the parser, where no clause of the reading has a noun or a name for subject."""
    tree = here.tree(number)
    if any(clause.subject is not None and clause.subject_kind in ("name", "noun") for clause in here.clauses.get(number, ())):
        return set()
    voices = _voices(here, number)
    heads = {m.key for m in mentions if m.kind == "person" and tree.dep(m.head).startswith("nsubj") and (tree.dep(tree.head(m.head)) == "ROOT" or voices == {m.key})}
    return heads if len(heads) == 1 else set()


_FAR = 5  # sentences: a little less than the second reader looks back
#: Where in its sentence somebody may stand without being the next « il »: « le cabinet de Paul Morel ».
_ASIDE = ("nmod", "appos", "flat", "conj", "xcomp", "amod", "acl")


def _life(here: Reading, number: int, gender: Gender, need: str) -> Referent | None:
    """Return the one person of the title, where nobody and nothing else that the pronoun fits has been spoken of since she was named: « Paul Morel est mort. Il avait 82 ans. Il a dirigé… »."""
    main = _title_person(here, gender)
    if main is None:
        return None
    for back in range(number - 1, max(-1, number - 1 - _FAR), -1):
        if here.sentences[back].paragraph < 0 or _unseen(here, back, "s"):
            return None
        there = [m for m in here.mentions[back] if m.fits(gender, "s") and not m.quoted]
        told = [m for m in there if m.key == ("e", main)]
        tree = here.tree(back)
        titles = {k for m in told for k in tree.ancestors(m.head) if tree.dep(m.head).split(":")[0] in ("appos", "flat", "nmod") and k < m.start and not any(tree.is_punct(j) for j in range(k, m.start)) or k == m.head}
        subject = any(m.subject for m in told) or any(m.subject and m.head in titles for m in there)
        if back == number - 1 and need == "any" and not subject:
            return None
        for m in there:
            if m.key == ("e", main) or m.kind == "location" or m.head in titles and m.entity is None or m.key[0] == "?" and here.tokens[m.head].pos == "PRON":
                continue
            role = tree.dep(m.head).split(":")[0]
            if role == "conj" and titles & set(tree.ancestors(m.head)):
                continue  # « le journaliste et animateur Paul Morel »
            if m.key[0] == "?" or m.subject or role == "nsubj" or _agent(here, back, m):
                return None  # somebody or something else is spoken of
            if m.kind in ("person", ""):
                if m.entity is not None and m.kind == "person" or role not in _ASIDE and m.start != m.head:
                    return None
            elif back == number - 1 and need in ("any", "likely-actor") and not (m.entity is not None and m.kind == "group" and role in ("nmod", "obl")) and (need == "any" or m.kind != "thing"):
                return None
        if told:
            one = max(told, key=lambda m: (m.subject, -m.head))
            return replace(one, kind="person", gender=gender) if subject or back == number - 1 and one.kind == "person" else None
    return None


def _leads(here: Reading, number: int, mention: Referent) -> bool:
    """Return whether the mention is the subject of its sentence's verb for the parser, though no clause of the reading has it, or the one voice of the sentence."""
    return mention.subject or here.tree(number).dep(mention.head).startswith("nsubj") or mention.kind == "person" and _voices(here, number) == {mention.key}


def _thread(here: Reading, window: list[int], gender: Gender, need: str) -> Referent | None:
    """Return the person whom the article is about, where nobody else whom the pronoun fits is named in the two sentences before but behind her in her own."""
    main = _title_person(here, gender)
    if main is None or _unseen(here, window[0], "s"):
        return None
    key, near = ("e", main), window[0]
    told = [m for back in window for m in here.mentions[back] if m.key == key and not m.quoted]
    if not told or told[0].kind != "person" or not told[0].agrees(gender, "s"):
        return None
    subject = any(m.key == key and m.subject for m in here.mentions[near])
    for back in window[:2]:
        for m in here.mentions[back]:
            if m.key == key or m.quoted or m.key[0] == "?" or not m.fits(gender, "s"):
                continue
            if m.kind in ("person", ""):
                if m.entity is None and m.start == m.head:
                    continue  # « devenir secrétaire d’État »: what somebody is
                if not m.kind and not m.subject and here.tree(back).dep(m.head).split(":")[0] in ("nmod", "obl", "appos", "flat"):
                    continue  # « après la fin de Guerre et Paix »
                if not subject or back == near and (m.subject or not _deep(here, near, m)):
                    return None
            elif back == near and may(m.kind, need) and (m.subject or m.kind != "thing" and _agent(here, near, m)):
                return None
    return told[0]


def _deep(here: Reading, number: int, mention: Referent) -> bool:
    """Return whether a mention only completes another noun: « le cabinet du président X »."""
    return here.tree(number).dep(mention.head).split(":")[0] in ("nmod", "appos", "flat") and not _agent(here, number, mention)


def _title_person(here: Reading, gender: Gender) -> int | None:
    """Return the one person named in the title, or in the first sentence of an article without title, where the gender is hers."""
    titled = any(sentence.paragraph < 0 for sentence in here.sentences)
    named = [e for e in here.entities if e.kind == "person" and any(here.sentences[m.sentence].paragraph < 0 or not titled and m.sentence == 0 for m in e.mentions)]
    if len(named) != 1 or len(named[0].mentions) < 2 or (named[0].gender or here.genders.get(named[0].id, "")) != gender:
        return None
    return named[0].id


def _within_subject(here: Reading, number: int, head: Referent, other: Referent) -> bool:
    """Return whether ``other`` completes the subject that ``head`` is: « la ministre des Outre-mer »."""
    spans = [clause.subject for clause in here.clauses.get(number, ()) if clause.subject is not None and clause.subject.covers(here.tokens[head.head].span)]
    return any(span.covers(here.tokens[other.head].span) for span in spans)


def _voices(here: Reading, number: int) -> set[Key]:
    """Return who speaks in a sentence; ``("?", -1)`` is somebody who is no mention."""
    found: set[Key] = set()
    for statement in here.statements:
        if statement.sentence != number or statement.speaker_span is None:
            continue
        keys = [m.key for m in here.mentions[number] if statement.speaker_span.covers(here.tokens[m.head].span)]
        found.add(keys[0] if keys else ("?", -1))
    return found


def _main_person(here: Reading, gender: Gender) -> int | None:
    """Return the person of that gender whom the article names at least three times and twice as often as any other, if there is one."""
    counts = sorted(((len(e.mentions), -e.id) for e in here.entities if e.kind == "person" and (e.gender or here.genders.get(e.id, "")) in (gender, "")), reverse=True)
    if not counts or counts[0][0] < 3 or len(counts) > 1 and counts[0][0] < 2 * counts[1][0]:
        return None
    return -counts[0][1]


def _unseen(here: Reading, number: int, plural: Number) -> bool:
    """Return whether a clause of the sentence has a subject of that number that is no mention."""
    for clause in here.clauses.get(number, ()):
        if clause.subject is None or clause.subject_kind not in ("name", "noun") or clause.number not in (plural, ""):
            continue
        inside = [i for i in range(*here.sentences[number].tokens) if clause.subject.covers(here.tokens[i].span)]
        if len(inside) == 1 and here.tokens[inside[0]].pos in ("VERB", "ADJ") and inside[0] == here.sentences[number].tokens[0]:
            continue  # « Réunis au dépôt, les conducteurs… »: no subject
        if not any(clause.subject.covers(here.tokens[m.head].span) for m in here.mentions[number]):
            return True
    return False


def _where(here: Reading, number: int, mention: Referent) -> bool:
    """Return whether a thing is only where something was: « À l’export, il a progressé » is not said of exports."""
    tree = here.tree(number)
    named = [m for m in here.mentions[number] if m.key == mention.key and here.tokens[m.head].pos != "PRON"]
    return mention.kind != "person" and bool(named) and all(tree.word(m.start - 1) in ("à", "en", "dans", "sur", "chez", "vers") or tree.word(m.start) in ("au", "aux") for m in named)


def _agent(here: Reading, number: int, mention: Referent) -> bool:
    """Return whether a mention is whom or what something is done by, or according to whom."""
    tree = here.tree(number)
    return tree.word(mention.start - 1) in ("par", "selon") or tree.word(mention.start - 2) in ("par", "selon") or tree.words[mention.start] in ("par", "selon")


def _persons(here: Reading, window: list[int], gender: Gender, number: Number) -> set[Key]:
    return {m.key for back in window for m in here.mentions[back] if m.fits(gender, number) and m.kind in ("person", "")}


def distinct(mentions: list[Referent]) -> dict[Key, Referent]:
    """Return one mention a referent, the first given; a phrase that stands within another's counts by itself."""
    found: dict[Key, Referent] = {}
    for mention in mentions:
        old = found.get(mention.key)
        if old is None or mention.subject and not old.subject:
            found[mention.key] = mention
    return found


def made_key(made: Reference, here: Reading) -> Key:
    """Return the key of what a reference means."""
    if made.entity is not None:
        return ("e", made.entity)
    for mentions in here.mentions.values():
        for mention in mentions:
            if here.tokens[mention.head].span.start >= made.antecedent.start and here.tokens[mention.head].span.end <= made.antecedent.end and mention.key[0] == "n":
                return mention.key
    return ("?", made.span.start)


def reference_to(here: Reading, number: int, span: Span, kind: AnaphorKind, found: tuple[Referent, str], grammar: tuple[Gender, Number]) -> Reference | None:
    referent, sieve = found
    named = said(here, referent)
    if named is None:
        return None
    text, antecedent, bare = named
    return Reference(span, kind, number, antecedent, text, referent.entity, grammar[0], grammar[1], sieve, None, bare)


def said(here: Reading, referent: Referent) -> tuple[str, Span, bool] | None:
    """Return how a referent is said by itself, where that stands, and whether it is a noun without complement. None where it cannot be said."""
    if referent.entity is not None:
        entity = next(e for e in here.entities if e.id == referent.entity)
        name = " ".join(entity.name.of(here.text).split())
        places = [m for m in entity.mentions if m.span.start <= here.tokens[referent.head].span.start] or list(entity.mentions)
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


def _article_of(here: Reading, entity: Entity) -> str | None:
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
