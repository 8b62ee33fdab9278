"""Whether a telling means by itself what the source means with the rest: nothing cut that makes its sense, nothing left that leans on what is not told.

The last look at a telling, by its words (rules/tenir-seul.yaml) and the parse of its sentence, after the edits that let it stand.
"""

from __future__ import annotations

import re

from seo_fr.analyse.obstacles import lexicon as anaphors
from seo_fr.analyse.referents import words as referents
from seo_fr.model import Entity, Span, Token
from seo_fr.propose.cuts import cut_below, denial_lost, first_sentence, frame_lost
from seo_fr.propose.event_names import told_as_news
from seo_fr.propose.out_of_place import out_of_place
from seo_fr.propose.source import Source, Telling, in_quotes, plain
from seo_fr.propose.standing_words import known, unquoted, words_of_role
from seo_fr.propose.superseded import superseded
from seo_fr.propose.unsupported import unsupported
from seo_fr.rulebook import load

_SAYS_MORE = re.compile(r"\b(?:fustige|dit|déclare|affirme|précise|explique|assure|estime|souligne|note|relève|a(?:-t-(?:il|elle))? (?:dit|déclaré|affirmé|précisé|expliqué|assuré|estimé|souligné|ajouté|indiqué|lancé)|indique|lance|confie|écrit|regrette|déplore)(?:-t)?(?:-il|-elle)?,? encore\b")


def stands(source: Source, telling: Telling) -> bool:
    """Return whether the telling is whole in meaning and leans on nothing that it does not hold."""
    return not (_leans(source, telling) or cut_below(source, telling) or frame_lost(source, telling) or denial_lost(source, telling) or out_of_place(source, telling) or superseded(source, telling) or unsupported(source, telling))


def _leans(source: Source, telling: Telling) -> bool:
    """Whether a word of the first sentence ties it to one that is not told."""
    words = known()
    bare = unquoted(telling.text)
    first = unquoted(first_sentence(source, telling))
    link = words["link"].search(first)
    if words["opening"].match(first) or _SAYS_MORE.search(first) or link is not None and re.search(r"\b(?:mais|alors qu|tandis qu|quand|si)\b|[;:]", first[: link.start()]) is None:
        return True
    if re.search(r"(?<!d')(?<!jusqu')\b[Ii]ci\b(?! (?:à|et là))", bare) or re.search(r"^[^,]*, (?:lui|elle|eux|elles), ", first) or re.match(r"[\s,]*(?:lui|leur) (?:a|ont|avait|lance|dit|répond|répète)\b", bare):
        return True  # « …, lui a dit la présidente »: to whom
    if _NO_NOUN.match(first) or _CONTRASTED.search(bare):
        return True
    if words["bare-figure"].search(first) or _COUNTED_SUBJECT.match(first) or telling.sentences == 1 and _JUST_THEN.search(first) and "," not in first:
        return True
    if _ONE_OF.match(first) or _against_whom(source, telling):
        return True
    if "d'une part" in bare and "d'autre part" not in bare and "de l'autre" not in bare or _of_whom(source, telling) or _made_definite(source, telling) or _taken_up(source, telling) or _quotes_this(source, telling) or _little_left(source, telling):
        return True
    return _goes_on(source, telling)


def _made_definite(source: Source, telling: Telling) -> bool:
    """« Cette décision » told as « La décision », with nothing that says which, where neither the title, the first paragraph nor the telling has named it."""
    title = source.analysis.article.title
    named = plain(title.of(source.text)) if title is not None else ""
    opening, end = source.analysis.paragraphs[source.first_paragraph].span, source.analysis.sentences[telling.sentence].span.end
    for edit in telling.edits:
        if edit.rule != "demonstratif-en-defini":
            continue
        after = source.tokens_in(Span(edit.span.start, min(len(source.text), edit.span.start + 60)))[1:]
        if not after or after[0].pos != "NOUN":
            continue  # « cette nouvelle série »
        following = after[1] if len(after) > 1 else None
        if following is not None and (following.pos in ("ADJ", "PROPN", "NUM") or plain(following.span.of(source.text)) in ("de", "d'", "du", "des", "à", "contre", "sur", "qui", "que", "qu'")):
            continue
        lemma = after[0].lemma.lower()
        known = any(token.lemma.lower() == lemma for token in (*source.tokens_in(opening), *source.tokens_in(Span(telling.span.start, max(telling.span.start, edit.span.start)))))
        clause = source.clause.get(telling.clauses[0])
        if not known and clause is not None and edit.span.start < end and told_as_news(source, clause, after[0]):
            continue
        if edit.span.start < end and not known and plain(after[0].span.of(source.text)) not in named and lemma not in named:
            return True
    return False


def _taken_up(source: Source, telling: Telling) -> bool:
    """« Un quart des effectifs du titre partiront »: a bare noun that takes up what another sentence names, and neither title nor first paragraph."""
    nouns = words_of_role("taken-up")
    inside = source.tokens_in(Span(telling.span.start, min(telling.span.end, source.analysis.sentences[telling.sentence].span.end)))
    opening = source.analysis.paragraphs[source.first_paragraph].span
    title = source.analysis.article.title
    for at, token in enumerate(inside):
        if at == 0 or token.pos != "NOUN" or in_quotes(source, token.span):
            continue
        lemma, form = token.lemma.lower(), token.span.of(source.text).lower()
        article = plain(inside[at - 1].span.of(source.text))
        if not {lemma, form} & set(nouns) or article not in ("le", "la", "l'", "du", "au") and (article not in ("les", "aux") or form not in nouns):
            continue
        after = inside[at + 1] if at + 1 < len(inside) else None
        if after is not None and (after.pos in ("ADJ", "PROPN", "NOUN", "NUM", "X") or after.span.of(source.text)[:1].isupper() or plain(after.span.of(source.text)) in ("de", "d'", "du", "des", "qui", "que", "qu'", "dont", "à", "-", "«", "en", "où", ",") or re.match(r" ?\([A-ZÉÈ]", source.text[token.span.end : token.span.end + 4])):
            continue
        if any(edit.kind == "reference" and edit.span.start <= token.span.end and token.span.start <= edit.span.end for edit in telling.edits) or any(other.lemma == token.lemma for other in inside[:at]):
            continue
        spoken = [other.span for other in source.analysis.tokens if other.lemma == token.lemma and other.pos == "NOUN" and other.feature("Number") == token.feature("Number") and other.span.end < telling.span.start]
        if not opening.overlaps(telling.span) and not any(opening.covers(span) or title is not None and title.covers(span) for span in spoken):
            return True
    return False


def _little_left(source: Source, telling: Telling) -> bool:
    """« Paul Morel est épargné »: a predicate of one word, once what set it against the others fell. « Il faisait partie du groupe et l’attendait »: whom?"""
    if telling.sentences > 1:
        return False
    if any(edit.rule == "connecteur-initial" for edit in telling.edits) and any(edit.rule == "incise-de-liaison" and re.search(r"\b(?:lui|elle|eux|elles)\b", edit.span.of(source.text)) for edit in telling.edits):
        clause = source.clause.get(telling.clauses[0])
        if clause is not None and (clause.complement is None or not source.tokens_in(clause.complement)):
            return True
    for number, clause_id in enumerate(telling.clauses):
        clause = source.clause.get(clause_id)
        if number and clause is not None and telling.span.covers(clause.span) and any(o in ("clitic:l'", "clitic:l’", "clitic:le", "clitic:la", "clitic:les") for o in clause.obstacles):
            shared = any(o.startswith("shared-subject") for o in clause.obstacles)
            if shared and not in_quotes(source, clause.verb):
                return True
    return False


_OPENS_ON_THIS = re.compile(r"[«“\"][\s\u00a0\u202f]*(?:Ce|Cet|Cette|Ces) (\w+)")
_NOW = frozenset("jour matin soir soirée semaine mois année an nuit été hiver printemps automne saison journée week fois type genre qui que".split())


def _quotes_this(source: Source, telling: Telling) -> bool:
    """« Cette énumération traduit… », fustige Paul Morel: the quotation opens on what the speaker had said before, and neither title nor first paragraph tells of it."""
    found = _OPENS_ON_THIS.match(telling.text)
    if found is None or found.group(1).lower() in _NOW:
        return False
    opening = plain(source.analysis.paragraphs[source.first_paragraph].span.of(source.text))
    title = source.analysis.article.title
    word = plain(found.group(1))
    return word not in opening and (title is None or word not in plain(title.of(source.text)))


#: « Quatre ont été transportés à l’hôpital »: four of whom, the sentence before says.
_ONE_OF = re.compile(r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|plusieurs|certaine?s|aucune?|\d+) (?:n'|ne |s'|se |y )?(?:a|ont|est|sont|avai(?:t|en)t?|étai(?:t|en)t?|ser(?:a|ont|ait|aient)|aur(?:a|ont|ait|aient)|reste(?:nt)?)\b")
_AGAINST = re.compile(r"(?<![\w-])(?:à (?:son|leur) (?:encontre|égard|endroit|sujet|propos)|en (?:sa|leur) faveur)(?![\w-])", re.IGNORECASE)


def _against_whom(source: Source, telling: Telling) -> bool:
    """« Une enquête a été ouverte à son encontre »: nobody is named before it in the telling whose it may be."""
    for found in _AGAINST.finditer(source.text, telling.span.start, telling.span.end):
        place = Span(*found.span())
        if in_quotes(source, place) or any(edit.span.overlaps(place) for edit in telling.edits):
            continue
        before = Span(telling.span.start, place.start)
        named = any(entity.kind in ("person", "organisation") and any(before.covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities)
        people = any(token.pos == "NOUN" and token.lemma.lower() in referents(load()).of("person") for token in source.tokens_in(before))
        put_in = any(edit.kind == "reference" and edit.after[:1].strip() and before.covers(edit.span) for edit in telling.edits)
        if not (named or people or put_in):
            return True
    return False


#: « Le troisième a été dégagé »: of which; « mais lui n'y croit guère ».
_NO_NOUN = re.compile(r"l[ea] (?:deuxième|seconde?|troisième|quatrième|cinquième)(?:,| (?:n'|ne |s'|se )?(?:a|est|avait|était|sera|aurait)\b)")
_CONTRASTED = re.compile(r"\b(?:mais|et|or|tandis qu'|alors qu') ?(?:lui|eux) (?:n'|ne |s'|se )|\b(?:le seul|la seule|les seuls|les seules|un seul|une seule) autres?\b")
_COUNTED_SUBJECT = re.compile(r"les (?:\d[\d\s]*|\w+(?:-\w+)+ )[^\W\d]+ (?:n'|ne )?(?:ont|sont|avaient|étaient|seront|auront|ne)\b")
_JUST_THEN = re.compile(r"\bven(?:ait|aient) (?:\w+ )?(?:de |d')\w+(?:er|ir|re)\b")


def _of_whom(source: Source, telling: Telling) -> bool:
    """Whether the subject is somebody whom only the sentence before names: « Le Français finit sixième », « L’entraîneur, Paul Durand, » where two have one, « le condamné » where two are."""
    clause = source.clause.get(telling.clauses[0])
    if clause is None or clause.subject is None or not telling.span.covers(clause.subject) or in_quotes(source, clause.subject):
        return False
    edited = any(edit.kind == "reference" and (edit.span.overlaps(clause.subject) or edit.span.start == clause.subject.end) for edit in telling.edits)
    tokens = source.tokens_in(clause.subject)
    if len(tokens) == 2 and not edited:
        noun = tokens[1].span.of(source.text)
        if noun[:1].isupper() and noun.lower() in referents(load()).demonyms and not _is_place(source, tokens[1].span) and tokens[0].span.of(source.text).lower() in ("le", "la", "l’", "l'"):
            return True
    return not edited and any(_two_bear(source, telling, noun) for noun in _bare_roles(source, telling))


def _is_place(source: Source, span: Span) -> bool:
    """« la Corse enregistre… »: the island, not a woman of it."""
    return any(entity.kind in ("place", "country") and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities)


def _bare_roles(source: Source, telling: Telling) -> list[Token]:
    """Return the nouns of the telling that name somebody by role alone, outside quotes: « le condamné », « l’entraîneur, Paul Durand, »."""
    lists = anaphors(load())
    made = []
    inside = source.tokens_in(telling.span)
    for at, token in enumerate(inside):
        form = token.span.of(source.text)
        if token.pos not in ("NOUN", "ADJ") or not {form, token.lemma.lower()} & (lists.persons | lists.titles) or at == 0 or in_quotes(source, token.span):
            continue
        if inside[at - 1].span.of(source.text).lower() not in ("le", "la", "l’", "l'", "du", "au") or any(edit.span.start <= token.span.end <= edit.span.end for edit in telling.edits if edit.kind == "reference"):
            continue
        after = inside[at + 1] if at + 1 < len(inside) else None
        if after is not None and (after.pos in ("ADJ", "PROPN", "NOUN") or plain(after.span.of(source.text)) in ("de", "d'", "du", "des", "qui", "que", "qu'", "dont", "-", "à", "en")):
            continue
        if any(other.lemma == token.lemma for other in inside[: at - 1] if other.pos == "NOUN"):
            continue
        made.append(token)
    return made


def _two_bear(source: Source, telling: Telling, noun: Token) -> bool:
    """Whether the article has two persons whom it calls so: two with that function, or two who underwent what the noun says (« condamné »)."""
    form, stem = plain(noun.span.of(source.text)), _stem(noun.span.of(source.text))
    bearers: set[int] = set()
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        if any(form in re.findall(r"[\w-]+", plain(span.of(source.text))) for span in entity.functions):
            bearers.add(entity.id)
        for mention in entity.mentions:
            before = plain(source.text[max(0, mention.span.start - 26) : mention.span.start])
            if re.search(rf"\b{re.escape(form)}\b[^.,]*,? $", before):
                bearers.add(entity.id)
        if stem and any(
            clause.subject_entity == entity.id or _within(clause.subject, entity) or clause.complement is not None and _begins(source, clause.complement, entity)
            for clause in source.analysis.clauses
            if stem in plain(clause.verb.of(source.text))
        ):
            bearers.add(entity.id)
    if len(bearers) > 1:
        return True
    for token in source.analysis.tokens:
        if plain(token.span.of(source.text)) == form and token.pos == "NOUN" and _complemented(source, token):
            near = Span(max(0, token.span.start - 60), min(len(source.text), token.span.end + 60))
            if bearers and not any(entity.id in bearers and near.covers(mention.span) for entity in source.analysis.entities for mention in entity.mentions):
                return True  # « l’entraîneur niçois »: another
    return False


def _complemented(source: Source, noun: Token) -> bool:
    """« l’entraîneur montbracois », « l’entraîneur de Lens »: one of several."""
    after = source.tokens_in(Span(noun.span.end, min(len(source.text), noun.span.end + 24)))
    return bool(after) and (after[0].pos == "ADJ" or plain(after[0].span.of(source.text)) in ("de", "du", "d'", "des"))


def _within(subject: Span | None, entity: Entity) -> bool:
    return subject is not None and any(subject.covers(mention.span) for mention in entity.mentions)


def _begins(source: Source, complement: Span, entity: Entity) -> bool:
    """Whether the entity is named in the first words of the complement: « a condamné le galeriste Paul Morel à… »."""
    return any(complement.covers(mention.span) and len(source.text[complement.start : mention.span.start].split()) <= 3 for mention in entity.mentions)


_STEMS = ("condamné", "accusé", "prévenu", "inculpé", "suspect", "détenu", "interpellé", "arrêté", "blessé", "relaxé", "poursuivi")


def _stem(form: str) -> str:
    return next((stem for stem in _STEMS if plain(form).startswith(stem)), "")


def _goes_on(source: Source, telling: Telling) -> bool:
    """« ajoute le maire »: a verb that takes up a speech where none stands before it in the telling."""
    verbs = words_of_role("goes-on")
    for statement in source.analysis.statements:
        if statement.sentence == telling.sentence and statement.cue_lemma in verbs and telling.span.covers(statement.cue) and not in_quotes(source, statement.cue):
            if any(edit.rule == "selon-locuteur" and (edit.span.covers(statement.cue)) for edit in telling.edits):
                continue  # « Selon X, … »
            if not any(other.cue.end <= statement.cue.start and other.sentence == statement.sentence and telling.span.covers(other.cue) and other.cue_lemma not in verbs for other in source.analysis.statements):
                return True
    return False
