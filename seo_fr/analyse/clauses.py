"""Independent clauses: what can be told, in lead, subject, verb and complement.

A clause is kept simple only where the order of its words leaves no doubt: lead adjuncts closed by a comma, subject, verbal group, complement. Everything
else is given whole and marked ``regular=False``.

``commitment`` is «asserted» only where the newspaper itself vouches for the main verb *and* that verb is no word of speech: « Le ministre a annoncé… » is
«attributed», and a statement with its cue in ``Clause.verb`` tells to whom. Such a clause may be copied whole, for it carries its attribution; one whose statement's cue
lies outside ``Clause.span`` may not. A coordinated clause without a subject of its own has the obstacle «shared-subject:…», and ``subject`` lies before its span.
"""

from __future__ import annotations

from dataclasses import replace

from seo_fr.analyse.bindings import Referents, previous_actors
from seo_fr.analyse.carried_speech import OPEN, carried, opens_account
from seo_fr.analyse.commitments import clause_commitment, tagged
from seo_fr.analyse.compressions import compress
from seo_fr.analyse.events import event_kind
from seo_fr.analyse.obstacles import SOFT, connective_at, find_obstacles, phrase_grammar
from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.phrases import matches
from seo_fr.analyse.referring import referring_words
from seo_fr.analyse.segments import Segment, quoted, segments, subject_of
from seo_fr.analyse.speaker_phrases import entity_at
from seo_fr.analyse.speech_lexicon import lexicon
from seo_fr.analyse.statements import extract_statements
from seo_fr.analyse.syntax import Tree, singular_in_nt, verb_lemma
from seo_fr.analyse.trees import tree_of
from seo_fr.model import Clause, Compression, Entity, Gender, Number, Quote, ReferentKind, Sentence, Span, Statement, Token
from seo_fr.rulebook import Rulebook

_LEAD_WORDS = frozenset(["hier", "aujourd'hui", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir", "après-midi", "midi", "minuit", "ce", "cet", "cette"])
_TIMES = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "demain", "matin", "soir", "midi", "nuit", "jour", "semaine", "mois", "année", "an", "siècle", "heure", "minute", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "printemps", "été", "automne", "hiver", "week-end", "matinée", "soirée", "après-midi", "lendemain", "veille", "fois", "instant", "moment", "saison", "temps", "journée"]
)
_COLLECTIVE = frozenset(["plupart", "dizaine", "vingtaine", "trentaine", "centaine", "millier", "majorité", "douzaine", "quinzaine", "cinquantaine", "nombre", "moitié", "tiers", "quart", "minorité", "ensemble", "million", "milliard", "%", "pourcent", "couple", "groupe", "total", "série", "partie", "beaucoup", "plus", "moins"])


def extract_clauses(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    quotes: tuple[Quote, ...],
    entities: tuple[Entity, ...],
    book: Rulebook,
    statements: tuple[Statement, ...] | None = None,
) -> tuple[Clause, ...]:
    """Return the independent clauses of the article, in the order of the text, numbered from 0, each with its shorter forms.

    ``statements`` are those of :func:`~seo_fr.analyse.statements.extract_statements` for the same arguments; they are made here if not given.
    """
    if statements is None:
        statements = extract_statements(text, tokens, sentences, quotes, entities, book)
    reporting = lexicon(book).reporting
    whole = tuple(q.span for q in quotes if q.whole)
    title = frozenset(
        form for sentence in sentences if sentence.paragraph < 0 for token in tokens[slice(*sentence.tokens)] if token.pos in ("NOUN", "ADJ", "PROPN") for form in (token.span.of(text).lower(), token.lemma.lower())
    )
    made: list[Clause] = []
    account: int | None = None  # the paragraph in which « Selon X : … » goes on
    for number, sentence in enumerate(sentences):
        if sentence.tokens[0] >= sentence.tokens[1]:
            continue
        tree = tree_of(text, tokens, sentence)
        going_on = sentence.paragraph >= 0 and account == sentence.paragraph and not any(s.sentence == number for s in statements)
        account = sentence.paragraph if going_on or (sentence.paragraph >= 0 and opens_account(tree, book)) else None
        here = tuple(s for s in statements if s.sentence == number)
        cut = segments(tree, whole, reporting)
        base = len(made)
        before = tuple(tree_of(text, tokens, s) for s in sentences[max(0, number - 2) : number] if s.paragraph >= 0 and s.tokens[0] < s.tokens[1])
        there = Referents(tree, entities, referring_words(book), previous_actors(before, entities, referring_words(book)))
        for index, _segment in enumerate(cut):
            clause = _clause(tree, number, cut, index, here, quotes, entities, book, whole, title, there)
            clause = replace(clause, id=base + index)
            if clause.commitment in OPEN:
                voice = carried(tree, cut, index, tuple(one.commitment for one in made[base:]), here, book)
                clause = replace(clause, commitment="attributed" if going_on else voice or clause.commitment)
            contrast = _contrast(text, tokens, sentences, number)
            if contrast and not any(s.speaker_span is not None and clause.span.covers(s.speaker_span) and clause.span.covers(s.cue) for s in here):
                clause = replace(clause, obstacles=(*clause.obstacles, f"contrast-after:{contrast}"), standalone=False)
            shorter = compress(clause, tree, quotes, here, entities, book)
            made.append(replace(clause, shorter=tuple(form for form in shorter if not _loses(tree, form, there.links))))
    return tuple(made)


def _loses(tree: Tree, form: Compression, links: dict[int, int]) -> bool:
    """Whether a shorter form drops what a pronoun or possessive that it keeps stands for."""

    def dropped(token: int) -> bool:
        return any(edit.kind == "drop" and edit.span.covers(tree.tokens[token].span) for edit in form.edits)

    return any(dropped(meant) and not dropped(pronoun) for pronoun, meant in links.items())


_CONTRASTS = frozenset(["mais", "toutefois", "cependant", "néanmoins", "pourtant"])


def _contrast(text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], number: int) -> str:
    """The word of contrast among the first six words of the sentence that follows in the paragraph, «» if none: what it follows is only half of what is told."""
    if number + 1 >= len(sentences) or sentences[number + 1].paragraph != sentences[number].paragraph or sentences[number].paragraph < 0:
        return ""
    words = [t.span.of(text).lower() for t in tokens[slice(*sentences[number + 1].tokens)][:9] if t.pos != "PUNCT"][:6]
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word in _CONTRASTS:
            return word
        if word == "en" and following == "revanche":
            return "en revanche"
    return ""


def _clause(
    tree: Tree,
    number: int,
    cut: tuple[Segment, ...],
    index: int,
    statements: tuple[Statement, ...],
    quotes: tuple[Quote, ...],
    entities: tuple[Entity, ...],
    book: Rulebook,
    whole: tuple[Span, ...],
    title: frozenset[str],
    there: Referents,
) -> Clause:
    segment = cut[index]
    group = segment.group
    span = tree.span(segment.start, segment.end)
    inside = quoted(tree, whole)
    regular = segment.split and group.whole and len(tree.roots) == 1 and not tree.sentence.doubtful
    start = segment.start
    own = segment.shared is None
    subject_head = subject_of(tree, group) if own else subject_of(tree, cut[segment.shared].group) if segment.shared is not None else None
    subject: tuple[int, int, int] | None = None
    lead: Span | None = None
    if subject_head is not None and own:
        subject = _subject_phrase(tree, segment, subject_head, book)
        if subject is None:
            regular = False
        else:
            if not _gap_ok(tree, subject[1], group.start, book):
                regular = False
            if subject[0] > start:
                lead = tree.span(start, subject[0])
                if not _lead_ok(tree, start, subject[0], book):
                    regular = False
            if subject_head > group.finite or (tree.tokens[subject[0]].pos in ("ADP", "SCONJ", "CCONJ", "VERB", "PUNCT") and tree.words[subject[0]] not in ("de", "d'", "des", "près", "plus")):
                regular = False
            if any(g.finite in range(subject[0], subject[1]) and tree.words[subject[0]] not in ("ce", "celui", "celle", "ceux", "celles") and not _relative_inside(tree, g.start, subject) for g in tree.groups):
                regular = False
    elif subject_head is not None and segment.shared is not None:
        first = _subject_phrase(tree, cut[segment.shared], subject_head, book)
        subject = first
        if first is None:
            regular = False
        begin = group.start
        if begin > start:
            lead = tree.span(start, begin)
            if not _lead_ok(tree, start, begin, book):
                regular = False
    else:
        regular = False
    if not regular and own and (subject is None or subject[0] > group.start):
        lead = None
        tag = next((s for s in statements if s.speaker_span is not None and s.cue.start <= tree.tokens[group.verb].span.start < s.cue.end), None)
        if tag is not None and tag.speaker_span is not None and span.covers(tag.speaker_span):
            said = [k for k in range(segment.start, segment.end) if tag.speaker_span.start <= tree.tokens[k].span.start < tag.speaker_span.end]
            top = next((k for k in said if tree.head(k) not in said), said[0] if said else None)
            if top is not None:
                subject = (said[0], said[-1] + 1, top)
    if subject is None and own:
        subject = _name_before(tree, segment, there)
    number_of = _verb_number(tree, group.finite)
    kind: ReferentKind = "none"
    entity: int | None = None
    gender: Gender = ""
    if subject is not None:
        token = tree.tokens[subject[2]]
        kind = "pronoun" if token.pos == "PRON" else "name" if token.pos == "PROPN" else "noun"
        if tree.words[subject[2]] in ("il", "elle", "ils", "elles", "on", "ce", "c'", "cela", "ça", "je", "nous", "vous", "qui", "celui", "celle", "ceux", "celles"):
            kind = "pronoun"
        if kind != "pronoun":
            entity = entity_at(tree, subject, entities)
            if kind == "noun" and entity is not None and any(
                m.span.start <= token.span.start < m.span.end for e in entities if e.id == entity for m in e.mentions
            ):
                kind = "name"
            g, n = phrase_grammar(tree, subject, entities)
            gender = g  # type: ignore[assignment]
            if entity is not None and kind == "name":
                named = next((e for e in entities if e.id == entity), None)
                if named is not None and (not gender or named.kind == "organisation" and named.gender):  # « L’Office fédéral des archives »: its first word's
                    gender = named.gender
            if n and number_of and n != number_of and not ({tree.tokens[k].lemma.lower() for k in range(subject[0], subject[1])} & _COLLECTIVE) and tree.tokens[subject[2]].pos == "NOUN":
                regular = False
        else:
            gender = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}.get(tree.words[subject[2]], "")  # type: ignore[assignment]
    if not gender and (group.passive or tree.tokens[group.verb].feature("Gender")) and group.passive:
        word = tree.words[group.verb]
        gender = "f" if word.endswith(("ée", "ées", "ie", "ies", "ue", "ues", "te", "tes", "se", "ses")) else ""
    subject_range = subject if own else None
    obstacles = find_obstacles(tree, segment.start, segment.end, subject_range, group, entities, book, inside, title, there)
    if not own:
        shown = tree.span(subject[0], subject[1]).of(tree.text) if subject is not None else ""
        obstacles = (f"shared-subject:{shown}", *obstacles)
    complement: Span | None = None
    after = group.end
    if after < segment.end:
        a, b = after, segment.end
        while a < b and tree.words[a] == ",":
            a += 1
        if a < b:
            complement = tree.span(a, b)
    word = tree.words[group.verb]
    holding = tuple(s.id for s in statements if s.content.overlaps(span) or s.cue.overlaps(span))
    verb_end = max(group.end, group.finite + 1)
    commitment = clause_commitment(tree, segment, statements, quotes, book)
    if tagged(tree, segment.start, segment.end, group, lexicon(book)):
        regular = False
    standalone = all(o.startswith(SOFT) for o in obstacles)
    return Clause(
        id=0,
        sentence=number,
        span=span,
        lead=lead,
        subject=tree.span(subject[0], subject[1]) if subject is not None else None,
        verb=tree.span(group.start, verb_end),
        complement=complement,
        lemma=verb_lemma(word, tree.tokens[group.verb]),
        tense=group.tense,
        passive=group.passive,
        negated=group.negated,
        person=_person(tree, group.finite, subject),
        number=number_of,
        gender=gender,
        subject_kind=kind,
        subject_entity=entity,
        commitment=commitment,
        statements=holding,
        regular=regular,
        standalone=standalone,
        obstacles=obstacles,
        kind=event_kind(tree, group, subject[2] if subject is not None else None, segment.start, segment.end, book),
    )


def _name_before(tree: Tree, segment: Segment, there: Referents) -> tuple[int, int, int] | None:
    """The name right before a verb for which the parser gives no subject: « Interrogé lundi, Paul Morel, battu en mai, a dit… »."""
    for referent in there.all:
        if referent.subject and there.subject_heads.get(referent.head) is segment.group and segment.start <= referent.start and referent.end <= segment.group.start:
            start = referent.start
            while start > segment.start and tree.tokens[start - 1].pos in ("DET", "ADJ", "NOUN"):
                start -= 1
            return start, referent.end, referent.head
    return None


def _subject_phrase(tree: Tree, segment: Segment, head: int, book: Rulebook) -> tuple[int, int, int] | None:
    """Return the first and last token (exclusive) of the subject and its head; None where they are not certain, or where a misparse leaves nothing between them."""
    found = _phrase_of_subject(tree, segment, head, book)
    return found if found is not None and found[0] < found[1] else None


def _phrase_of_subject(tree: Tree, segment: Segment, head: int, book: Rulebook) -> tuple[int, int, int] | None:
    """First, end and head of the subject within the clause, commas' insertions included; None if it does not stand in one piece before the verb."""
    start, end = tree.extents[head]
    start = max(start, segment.start)
    group = segment.group
    if head >= group.start:
        end = min(end, segment.end)
        return (max(start, group.end), end, head) if head >= group.end else None
    end = min(end, group.start)
    # what the parser hangs on the subject before its article is lead
    for i in range(head - 1, start - 1, -1):
        if tree.words[i] in (",", ";", ":") and (_temporal_or_prepositional(tree, start, i) or tree.words[i] != ","):
            start = i + 1
            break
    while start < head and ((tree.tokens[start].pos in ("CCONJ", "ADV") and tree.head(start) != head) or tree.words[start] in ("mais", "et", "or", "car", "que")):
        if tree.tokens[start].pos == "ADV" and tree.head(start) in range(start, head + 1):
            break
        start += 1
    while end > head + 1 and tree.words[end - 1] == ",":
        end -= 1
    for phrase in anaphor_lexicon(book).insertions:
        at = end - len(phrase)
        if at > head + 1 and tree.words[at - 1] == "," and matches(tree, at, phrase):
            end = at - 1
            break
    # « quelque 45 000 habitants »: the approximation belongs to the number
    while start > segment.start and tree.words[start - 1] in ("quelque", "environ", "presque") and tree.tokens[start].pos in ("NUM", "DET", "ADJ"):
        start -= 1
    # everything up to the verb that is enclosed by commas belongs to the subject
    if end < group.start and tree.word(end) == "," and tree.word(group.start - 1) == "," and group.start - 1 > end:
        return start, end, head
    return start, end, head


def _temporal_or_prepositional(tree: Tree, start: int, end: int) -> bool:
    """Whether a phrase before a comma is an adjunct rather than a noun phrase that the subject goes on with."""
    if tree.tokens[start].pos not in ("DET", "NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"):
        return True
    return any(tree.tokens[k].lemma.lower() in _TIMES or tree.words[k] in _TIMES for k in range(start, min(end, start + 5)))


def _relative_inside(tree: Tree, verb: int, subject: tuple[int, int, int]) -> bool:
    """Whether a finite verb within the subject stands in a relative or completive of it."""
    return any(tree.words[k] in ("qui", "que", "qu'", "dont", "où", "laquelle", "lequel", "lesquels", "lesquelles", "auquel", "quand", "lorsque") for k in range(subject[0], verb))


def _gap_ok(tree: Tree, end: int, verb: int, book: Rulebook) -> bool:
    """Whether only commas, or a neutral insertion between commas, stand between subject and verb."""
    words = [k for k in range(end, verb) if tree.words[k] != ","]
    if not words:
        return True
    return any(len(p) == len(words) and matches(tree, words[0], p) for p in anaphor_lexicon(book).insertions)


def _lead_ok(tree: Tree, start: int, end: int, book: Rulebook) -> bool:
    """Whether what stands before the subject is a connective or an adjunct closed by a comma."""
    begin = connective_at(tree, start, end, book)
    if begin >= end:
        return True
    if begin == start and tree.words[start] in ("et", "mais", "ou", "puis", "or", "car"):
        begin += 1
        if begin >= end:
            return True
    if any(tree.words[k] in (":", ";", "?", "!") for k in range(begin, end)):
        return False
    if tree.words[end - 1] == ",":
        if not _temporal_or_prepositional(tree, begin, end):
            return False
        return tree.tokens[begin].pos != "VERB" or tree.words[begin].endswith(("ant", "é", "ée", "és", "ées", "i", "is", "ie", "u", "us", "ue"))
    return all(tree.words[k] in _LEAD_WORDS or tree.tokens[k].pos == "ADV" for k in range(begin, end))


def _verb_number(tree: Tree, finite: int) -> Number:
    word = tree.words[finite]
    if word in ("a", "est", "va", "fait", "avait", "était", "sera", "aura", "fut", "eut", "aurait", "serait"):
        return "s"
    if word.endswith("nt"):
        return "s" if singular_in_nt(word, verb_lemma(word, tree.tokens[finite])) else "p"
    value = tree.tokens[finite].feature("Number")
    if word.endswith(("ons", "ez", "mes", "tes")) and tree.tokens[finite].feature("Person") in ("1", "2"):
        return "p"
    return "p" if value == "Plur" else "s"


def _person(tree: Tree, finite: int, subject: tuple[int, int, int] | None) -> int:
    if subject is not None:
        word = tree.words[subject[2]]
        if word in ("je", "j'", "nous"):
            return 1
        if word in ("tu", "vous"):
            return 2
        return 3
    value = tree.tokens[finite].feature("Person")
    return int(value) if value in ("1", "2", "3") else 3
