"""Whether a telling means by itself what the source means with the rest: nothing cut that makes its sense, nothing left that leans on what is not told.

The last look at a telling, by its words (rules/tenir-seul.yaml) and the parse of its sentence, after the edits that let it stand.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.analyse.obstacles import lexicon as anaphors
from seo_fr.analyse.referents import words as referents
from seo_fr.french.conjugation import analyse_form
from seo_fr.model import Entity, Span, Token
from seo_fr.propose.source import Source, Telling, in_quotes, plain
from seo_fr.rulebook import Rule, Rulebook, load

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_COUNTED = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|cent|\d|plus|moins|près|environ|au moins|la (?:moitié|plupart|majorité)|certaine?s|plusieurs|quelques|beaucoup)\b"
_DONT = re.compile(rf"\bdont {_COUNTED}")
#: With no comma before it, what begins so belongs to what stands before.
_BOUND = frozenset("avec pour de d' du des que qu' par contre comme sans entre envers parmi selon jusqu'à jusqu' depuis malgré".split())
_JOINS = frozenset("et ou ni soit mais".split())
_ATTRIBUTION = re.compile(r"\b(?:selon|d'après)\b")
_SAYS_MORE = re.compile(r"\b(?:fustige|dit|déclare|affirme|précise|explique|assure|estime|souligne|note|relève|a(?:-t-(?:il|elle))? (?:dit|déclaré|affirmé|précisé|expliqué|assuré|estimé|souligné|ajouté|indiqué|lancé)|indique|lance|confie|écrit|regrette|déplore)(?:-t)?(?:-il|-elle)?,? encore\b")
_COMMITS = ("accuse", "say", "believe", "warn")


def stands(source: Source, telling: Telling) -> bool:
    """Return whether the telling is whole in meaning and leans on nothing that it does not hold."""
    return not (_leans(source, telling) or _cut_below(source, telling) or _frame_lost(source, telling) or _denial_lost(source, telling))


def _leans(source: Source, telling: Telling) -> bool:
    """Whether a word of the first sentence ties it to one that is not told."""
    words = _known()
    bare = plain(_QUOTED.sub(" ", telling.text))
    first = plain(_QUOTED.sub(" ", _first(source, telling)))
    link = words["link"].search(first)
    if words["opening"].match(first) or _SAYS_MORE.search(first) or link is not None and re.search(r"\b(?:mais|alors qu|tandis qu|quand|si)\b|[;:]", first[: link.start()]) is None:
        return True
    if re.search(r"^[^,]*, (?:lui|elle|eux|elles), ", first):
        return True
    if words["bare-figure"].search(first) or _COUNTED_SUBJECT.match(first) or telling.sentences == 1 and _JUST_THEN.search(first) and "," not in first:
        return True
    if "d'une part" in bare and "d'autre part" not in bare and "de l'autre" not in bare or _of_whom(source, telling) or _made_definite(source, telling) or _taken_up(source, telling) or _quotes_this(source, telling) or _little_left(source, telling):
        return True
    return _goes_on(source, telling)


def _first(source: Source, telling: Telling) -> str:
    """Return the text of the first sentence of the telling."""
    end = source.analysis.sentences[telling.sentence].span.end
    if telling.sentences == 1:
        return telling.text
    return telling.text[: end - telling.span.start - sum(len(edit.span) - len(edit.after) for edit in telling.edits if edit.span.start < end)]


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
        if not {lemma, form} & set(nouns) or plain(inside[at - 1].span.of(source.text)) not in ("le", "la", "l'", "du", "au"):
            continue
        after = inside[at + 1] if at + 1 < len(inside) else None
        if after is not None and (after.pos in ("ADJ", "PROPN", "NOUN", "NUM", "X") or after.span.of(source.text)[:1].isupper() or plain(after.span.of(source.text)) in ("de", "d'", "du", "des", "qui", "que", "qu'", "dont", "à", "-", "«", "en", "où", ",", "(")):
            continue
        if any(edit.kind == "reference" and edit.span.start <= token.span.end and token.span.start <= edit.span.end for edit in telling.edits) or any(other.lemma == token.lemma for other in inside[:at]):
            continue
        spoken = [other.span for other in source.analysis.tokens if other.lemma == token.lemma and other.pos == "NOUN" and other.span.end < telling.span.start]
        if not opening.overlaps(telling.span) and not any(opening.covers(span) or title is not None and title.covers(span) for span in spoken):
            return True
    return False


def _little_left(source: Source, telling: Telling) -> bool:
    """« François Fillon est épargné »: a predicate of one word, once what set it against the others fell. « Il faisait partie du groupe et l’attendait »: whom?"""
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
        if noun[:1].isupper() and noun.lower() in referents(load()).demonyms and tokens[0].span.of(source.text).lower() in ("le", "la", "l’", "l'"):
            return True
    return not edited and any(_two_bear(source, telling, noun) for noun in _bare_roles(source, telling))


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
            if not any(other.cue.end <= statement.cue.start and other.sentence == statement.sentence and telling.span.covers(other.cue) and other.cue_lemma not in verbs for other in source.analysis.statements):
                return True
    return False


def _lost(source: Source, telling: Telling) -> list[Span]:
    """Return what the telling leaves out of its clauses, in order: its drops, and what stands before and after it."""
    made = [edit.span for edit in telling.edits if edit.kind == "drop"]
    clauses = [source.clause[clause] for clause in telling.clauses if clause in source.clause]
    if clauses and telling.sentences == 1:
        end = max(clause.span.end for clause in clauses)
        if end > telling.span.end:
            made.append(Span(telling.span.end, end))
    return made


def _cut_below(source: Source, telling: Telling) -> bool:
    """Whether what fell makes the sense of what is left: « dont deux avec sursis », « en vain », one member of a list, the end of a noun."""
    never = _known()["never-cut"]
    times = [time for time in source.analysis.times if time.sentence == telling.sentence]
    leans_on_day = re.search(r"\b(?:la veille|le lendemain|l'avant-veille)\b", plain(telling.text)) is not None
    if _half_of_subject(source, telling):
        return True
    for span in _lost(source, telling):
        words = plain(span.of(source.text))
        bare = words.strip(" ,;.\u00a0")
        if not bare or any(edit.span == span and edit.rule in ("connecteur-initial", "incise-de-liaison", "annonce-initiale") for edit in telling.edits):
            continue
        if re.fullmatch(r"aussi|également", bare) and re.search(r"\b(?:lui|elle|eux|elles)[\s\u00a0]*$", source.text[telling.span.start : span.start + 1]):
            return True  # « se trouve lui [aussi] en danger »
        if leans_on_day and any(time.span.overlaps(span) for time in times):
            return True
        if never.search(bare) or _DONT.search(bare):
            return True
        if re.match(r"[\s,]*(?:comme|tels?|telles?|notamment|dont|soit|y compris|en particulier|à savoir|c'est-à-dire)\b", plain(source.text[span.end : min(telling.span.end, span.end + 16)])) and len(span) > 14:
            return True  # « un grave accident[, qui libéra des matières], comme le césium »
        if span.start <= telling.span.start or span.start < telling.span.start + 2:
            continue  # what opened the sentence: judged by who dropped it
        tokens = [token for token in source.tokens_in(span) if token.pos != "PUNCT"]
        if not tokens:
            continue
        if _severed(source, telling, span, tokens, words):
            return True
    return False


def _half_of_subject(source: Source, telling: Telling) -> bool:
    """« Les championnats ont eu lieu dimanche et les tenants. »: the verb of a subject that stays is left out behind it."""
    if telling.sentences > 1:
        return False
    tokens = source.analysis.tokens
    end = source.analysis.sentences[telling.sentence].span.end
    for token in source.tokens_in(telling.span):
        head = tokens[token.head]
        if token.dep.startswith("nsubj") and token.pos in ("NOUN", "PROPN") and telling.span.end <= head.span.start < end and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if not any(edit.kind == "drop" and edit.span.covers(token.span) for edit in telling.edits) and not any(clause.subject is not None and clause.subject.covers(token.span) for clause in (source.clause[i] for i in telling.clauses if i in source.clause)):
                return True
    return False


def _severed(source: Source, telling: Telling, span: Span, tokens: list[Token], words: str) -> bool:
    """Whether what fell was tied to what stands before it: no comma parts them, or it was the next member of a list."""
    parted = words.lstrip(" \u00a0")[:1] in (",", "(", "–", "—", ":", ";") or source.text[: span.start].rstrip()[-1:] in (",", "(", "–", "—", ")")
    first = plain(tokens[0].span.of(source.text))
    head = source.analysis.tokens[tokens[0].head]
    if words.lstrip(" \u00a0")[:1] == "(":
        return False
    if re.match(r"[\s,]*(?:ainsi que?\b|ainsi qu'|de même que?\b|comme l[ea]s?\b)", words):
        return True
    if not parted and tokens[0].pos == "ADP" and _counts(source, telling, span):
        return True  # « 121 000 vols ont été enregistrés en 2016 [dans les transports] »: of what is counted
    if first in _JOINS:
        follows = tokens[1] if len(tokens) > 1 else None
        return not (first == "et" and follows is not None and _finite_soon(tokens[1:]))
    if parted and first in ("de", "d'", "du", "des", "à", "en", "soit", "par", "sur", "contre") and _in_list(source, telling, span, first):
        return True
    if any(time.span.overlaps(span) and len(bare_text(words)) <= len(time.span) + 8 for time in source.analysis.times):
        return False
    if not parted:
        if first in _BOUND:
            return True
        if tokens[0].pos in ("VERB", "ADJ") and tokens[0].feature("VerbForm") in ("Part", "") and head.pos in ("NOUN", "PROPN"):
            return True  # « une demande restée lettre morte »
        if tokens[0].dep == "conj":
            return True
    return False


def bare_text(words: str) -> str:
    """Return ``words`` without the marks and spaces around them."""
    return words.strip(" ,;.\u00a0\u202f")


def _counts(source: Source, telling: Telling, span: Span) -> bool:
    """Whether what stays counts something, and what fell is neither a date nor said again elsewhere: it may bound the count."""
    if any(time.span.overlaps(span) for time in source.analysis.times):
        return False
    return any(
        figure.sentence == telling.sentence and telling.span.covers(figure.span) and figure.span.end <= span.start and not in_quotes(source, figure.span) and not any(time.span.overlaps(figure.span) for time in source.analysis.times)
        for figure in source.analysis.figures
    )


def _finite_soon(tokens: list[Token]) -> bool:
    """Whether a second predicate begins here: a finite verb, clitics and negation before it at most."""
    for token in tokens[:4]:
        if token.pos in ("VERB", "AUX"):
            return token.feature("VerbForm") == "Fin"
        if token.pos not in ("PRON", "ADV", "PART"):
            return False
    return False


def _in_list(source: Source, telling: Telling, span: Span, first: str) -> bool:
    """Whether the same preposition opens what stands before the comma too: « accusée de déportation, d’avoir brûlé… »."""
    kin = {"de": ("de", "d'", "du", "des"), "d'": ("de", "d'", "du", "des"), "du": ("de", "d'", "du", "des"), "des": ("de", "d'", "du", "des")}.get(first, (first,))
    low, high = source._range(span)
    tokens = source.analysis.tokens
    roots = [i for i in range(low, high) if not span.covers(tokens[tokens[i].head].span) and tokens[i].pos != "PUNCT"]
    if any(tokens[i].dep == "conj" for i in roots):
        return True
    heads = {tokens[i].head for i in roots}
    for i in range(*source._range(telling.span)):
        if tokens[i].span.end <= span.start and plain(tokens[i].span.of(source.text)) in kin and tokens[tokens[i].head].head in heads and tokens[i].pos == "ADP" and first != "en":
            return any(plain(tokens[k].span.of(source.text)) in ("et", "ou") for k in range(low, high))
    return False


def _frame_lost(source: Source, telling: Telling) -> bool:
    """Whether an attribution in another clause of the sentence holds for the clause told too, or a participle that opens it leans on the clause before."""
    if telling.sentences > 1:
        return False
    sentence = source.analysis.sentences[telling.sentence]
    told = plain(telling.text)
    rest = plain(source.text[sentence.span.start : max(sentence.span.start, telling.span.start)]) + " ¶ " + plain(source.text[min(sentence.span.end, telling.span.end) : sentence.span.end])
    rest += " ".join(plain(edit.span.of(source.text)) for edit in telling.edits if edit.kind == "drop")
    rest = re.sub(r"«[^»]*»", " ", rest)
    if _ATTRIBUTION.search(rest) and not _ATTRIBUTION.search(told) and ";" not in rest:
        return True
    for statement in source.analysis.statements:
        if statement.sentence != telling.sentence or statement.cue.overlaps(telling.span) or in_quotes(source, statement.cue):
            continue
        behind = statement.content.start < statement.cue.start and statement.cue.start >= telling.span.end and ";" not in source.text[telling.span.end : statement.cue.start]
        if behind and statement.cls == "say" or statement.content.overlaps(telling.span) and statement.commitment != "asserted":
            return True  # « Deux ouvriers sont morts et…, a indiqué la préfecture »
    if re.match(r"[\s,;]*(?:mais|sauf|hormis|à condition|à moins|sous réserve|quitte à)\b", plain(source.text[min(sentence.span.end, telling.span.end) : sentence.span.end])):
        return True  # what limits it is cut off
    later = [clause for clause in source.clauses_of.get(telling.sentence, ()) if clause.id in telling.clauses]
    before = [clause for clause in source.clauses_of.get(telling.sentence, ()) if clause.span.end <= telling.span.start]
    if not later or not before:
        return False
    lead = later[0].lead
    if lead is not None and re.match(r"(?:et |puis |mais )?(?:après|avant|pour|en|sans) (?:avoir|être|s'|\w+ant\b)", plain(lead.of(source.text))):
        return True  # « un routier a crevé trois pneus et, après avoir appelé des renforts, un manifestant a été frappé »
    frame = before[0].lead
    timed = frame is not None and any(time.span.overlaps(frame) for time in source.analysis.times)
    own = any(time.span.overlaps(telling.span) for time in source.analysis.times if time.sentence == telling.sentence)
    return timed and not own and later[0].tense in ("perfect", "simple-past", "pluperfect", "imperfect")


def _denial_lost(source: Source, telling: Telling) -> bool:
    """Whether a claim that somebody makes is told without the denial, or the missing confirmation, that stands beside it; or such a denial without what is denied."""
    denial = _known()["denial"]
    last = telling.sentence + telling.sentences - 1
    sentences = source.analysis.sentences
    told = plain(_QUOTED.sub(" ", telling.text))
    head = plain(_QUOTED.sub(" ", _first(source, telling)))
    if _denies_nothing(head) and re.search(r",|\bqu[e']|\bmais\b", head[: found.start() if (found := denial.search(head)) else 0]) is None:
        return True
    sentence = sentences[telling.sentence]
    if telling.sentences == 1:
        rest = plain(_QUOTED.sub(" ", source.text[min(sentence.span.end, telling.span.end) : sentence.span.end]))
        rest += " ".join(plain(edit.span.of(source.text)) for edit in telling.edits if edit.kind == "drop" and len(edit.span) > 8)
        if denial.search(rest) and not denial.search(told):
            return True
    if not _is_claim(source, last) or last + 1 >= len(sentences) or sentences[last + 1].paragraph != sentences[last].paragraph:
        return False
    following = plain(_QUOTED.sub(" ", sentences[last + 1].span.of(source.text)))
    found = denial.search(following)
    return found is not None and found.start() < 70 and (_denies_nothing(following) or re.search(r"\b(?:ces|cette|ce|les|l') ?(?:accusations?|informations?|allégations?|affirmations?|chiffres?|version|faits|hypothèse|reproches?)|\ben bloc\b", following) is not None)


def _denies_nothing(text: str) -> bool:
    """« La direction n’a pas confirmé. », « L’intéressé conteste les faits »: what, the sentence before says."""
    found = _known()["denial"].search(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" .!?\u00a0»")
    return re.match(r"(?:$|,|les faits\b|en bloc\b|tout$|ces\b|cette\b|formellement$|catégoriquement$|réagir\b|s'exprimer\b|commenter$|à nos\b|aux sollicitations\b)", rest) is not None


def _is_claim(source: Source, sentence: int) -> bool:
    """Whether somebody claims something in the sentence, or it stands in the conditional of hearsay."""
    if any(clause.commitment in ("alleged", "attributed", "conditional") for clause in source.clauses_of.get(sentence, ())):
        return True
    return any(statement.sentence == sentence and statement.cls in _COMMITS for statement in source.analysis.statements)


# ------------------------------------------------------------------------------------------------------------------- words


@lru_cache(maxsize=64)
def _role(book: Rulebook, role: str) -> tuple[str, ...]:
    return tuple(plain(str(word)) for rule in book.of_kind("standing-words") if rule.data["role"] == role for word in rule.data["words"])


def words_of_role(role: str) -> tuple[str, ...]:
    """Return the words of the rules of that role («goes-on», «never-cut», «opening», «link», «figure», «denial»)."""
    return _role(load(), role)


def _known() -> dict[str, re.Pattern[str]]:
    return _patterns(load())


@lru_cache(maxsize=8)
def _patterns(book: Rulebook) -> dict[str, re.Pattern[str]]:
    made = {role: re.compile(rf"(?<![\w-])(?:{_either(_role(book, role))})(?![\w-])") for role in ("never-cut", "opening", "link", "denial")}
    made["bare-figure"] = _bare_figure(_role(book, "figure"))
    return made


def _bare_figure(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:l[ea] |un |une |au |du |ce )(?:{_either(nouns)}) de \d[\d\s.,]*(?:%|pour cent)?\s*(?:[.,;!?]|$|contre\b|la veille\b)")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether the rule's words are found in ``text`` as this module looks for them (for the rule's examples)."""
    words = tuple(plain(str(word)) for word in rule.data["words"])
    flat = plain(text)
    role = rule.data["role"]
    if role == "figure":
        return _bare_figure(words).search(flat) is not None
    if role == "goes-on":
        return any(form.lemma in words for word in re.findall(r"\w+", flat) for form in analyse_form(word))
    pattern = re.compile(rf"(?<![\w-])(?:{_either(words)})(?![\w-])")
    return (pattern.match(flat) if role == "opening" else pattern.search(flat)) is not None
