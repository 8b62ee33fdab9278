"""The edits that let a clause stand alone: connectives and asides that fall, names for pronouns, whole phrases for « ce projet » and « son avocat »."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.analyse.referents import words
from seo_fr.french.elision import elides
from seo_fr.model import Clause, Edit, Sentence, Span, Token
from seo_fr.propose.cuts import ADDS, adds_to_a_toll
from seo_fr.propose.event_names import OF_ITS_TIME, because, thanks_to, told_as_news
from seo_fr.propose.refer import lifted, named_after, named_before, put
from seo_fr.propose.source import Source, in_quotes, plain
from seo_fr.rulebook import load


def _connective_drop(source: Source, clause: Clause, word: str) -> Edit | None:
    """Return the edit that drops the connective ``word`` at the start of the clause, with its comma."""
    text, start = source.text, clause.span.start
    if text[start : start + len(word)].replace("’", "'").lower() != word.replace("’", "'").lower():
        return None
    end = start + len(word)
    if text[end : end + 1].isalpha():
        return None
    while end < clause.span.end and text[end] in " ,\u00a0\u202f":
        end += 1
    return Edit("drop", "connecteur-initial", Span(start, end), "")


#: Obstacles that are adverbs and asides which only tie the sentence to the one before: they fall.
_ASIDES = ("also", "aside", "time")
_DROPPABLE = frozenset(
    {
    "également", "en effet", "en outre", "par ailleurs", "d'ailleurs", "quant à lui", "quant à elle", "quant à eux", "quant à elles", "de son côté", "de leur côté", "pour sa part",
    "pour leur part", "aussi",
    }
)  # fmt: skip


#: Dropped only where nothing better is left: the fact stays, what it was set against is lost.
_LOOSELY_DROPPABLE = frozenset({"toutefois", "cependant", "néanmoins", "pourtant", "en revanche", "de plus", "donc", "par conséquent", "ainsi", "ensuite", "par la suite", "enfin", "alors", "aussitôt", "dans la foulée", "malgré tout"})
#: « alors », « ensuite » fall only where the tense alone shows that something happened or will, once: « épaulent alors » would become a lasting state.
_SEQUENCE = frozenset(["alors", "ensuite", "par la suite", "aussitôt", "dans la foulée"])
#: « Elle avait précédemment été ministre »: the pluperfect says it.
_EARLIER = frozenset(["précédemment", "auparavant"])
_COUNTED = re.compile(r"\b(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|siècles?|soirs?|nuits?|peu|longtemps|fois|juste) $", re.IGNORECASE)
_DATED = ("perfect", "pluperfect", "simple-past", "future", "near-future")
_CONTRASTS = frozenset(
    ["mais", "or", "cependant", "toutefois", "néanmoins", "pourtant", "en revanche", "au contraire", "à l'inverse", "par contre", "donc", "par conséquent", "c'est pourquoi", "dès lors", "pour autant",
     "malgré tout", "malgré cela", "en conséquence", "aussi", "ainsi", "reste que", "car", "alors", "du coup", "de ce fait", "résultat", "inversement", "pire", "mieux"]
)  # fmt: skip


def _speaks(source: Source, clause: Clause) -> bool:
    """Return whether the clause is a named voice's: « Mais la Russie a nié » opposes two voices, and each may be heard alone."""
    return any(s.speaker is not None and s.speaker == clause.subject_entity for s in source.analysis.statements if s.id in clause.statements)


def _places(source: Source, span: Span, phrase: str) -> list[Span]:
    """Return where ``phrase`` stands as whole words in ``span``, outside quotes."""
    flat = plain(span.of(source.text))
    found = []
    before = r"(?<=\w)" if phrase[:1] == "-" else r"(?<![\w-])"  # « a-t-il »: the pronoun clings to its verb
    for match in re.finditer(rf"{before}{re.escape(plain(phrase))}(?![\w-])" if phrase[-1:].isalnum() else re.escape(plain(phrase)), flat):
        place = Span(span.start + match.start(), span.start + match.end())
        if not in_quotes(source, place):
            found.append(place)
    return found


def _aside_drop(source: Source, unit: Span, place: Span) -> Edit:
    """Return the edit that drops an aside with the comma or space that goes with it."""
    text, start, end = source.text, place.start, place.end
    while end < unit.end and text[end] in " \u00a0\u202f":
        end += 1
    before = start
    while before > unit.start and text[before - 1] in " \u00a0\u202f":
        before -= 1
    if before > unit.start and text[before - 1] == "," and end < unit.end and text[end] == ",":
        return Edit("drop", "incise-de-liaison", Span(before - 1, end + 1), "")
    if before == unit.start and text[end : end + 1] == ",":
        end += 1
        while end < unit.end and text[end] in " \u00a0\u202f":
            end += 1
        return Edit("drop", "incise-de-liaison", Span(start, end), "")
    if end < unit.end and text[end] == "," and before > unit.start and text[before - 1] in ":;«(–—":
        return Edit("drop", "incise-de-liaison", Span(before, end + 1), "")  # « difficile : en effet, les élus… »
    if end >= unit.end or text[end] in ".,;:!?)»":
        return Edit("drop", "incise-de-liaison", Span(before, place.end), "")
    return Edit("drop", "incise-de-liaison", Span(start, end), "")


def resolve(source: Source, clause: Clause, unit: Span, first: bool, drops: tuple[Edit, ...] = (), loose: bool = False, joined: bool = False, before: tuple[Edit, ...] = ()) -> list[Edit] | None:
    """Return the edits that lift the clause's obstacles, or None where one cannot be lifted.

    ``drops``: what a compression takes away, with the obstacles in it. ``loose``: « le suspect », « la victime » may stand, the page having told of whom.
    ``before``: the edits of the clauses before it in the same telling.
    """
    edits: list[Edit] = []
    obstacles = clause.obstacles
    for obstacle in sorted(obstacles, key=lambda obstacle: not obstacle.startswith("connective:")):
        name, _, word = obstacle.partition(":")
        if name == "connective":
            if first:
                if plain(word) in ("d'une part", "ou"):
                    return None  # the other part follows; one of two is not the only one (« comme Alpha ou Bêta sont devenus… »)
                if plain(word) in _CONTRASTS and not loose and not _speaks(source, clause):
                    return None  # what it opposes should stand beside it
                edit = _connective_drop(source, clause, word)
                if edit is None:
                    return None
                edits.append(edit)
            continue
        if name == "short-name":
            edits += _full_names(source, clause, word)
            continue
        places = _places(source, clause.span, word)
        left = [place for place in places if not any(drop.span.covers(place) for drop in (*drops, *edits))]
        if plain(word) in ("ainsi", "alors"):
            # « ainsi que », « alors que » tie nothing to the sentence before
            left = [place for place in left if not re.match(r"\s+(?:que\b|qu['’])", source.text[place.end : place.end + 6])]
        if plain(word) == "aussi":
            if any(_compares(source, place) or re.match(r"\s+(?:bien|peu|longtemps|et)\b", source.text[place.end : place.end + 10]) for place in left):
                return None  # « n’était allé aussi loin »: as far as this time; « visait aussi et surtout »
            if clause.lemma not in _SAYING and any(re.search(r"(?<!ainsi )\b(?:que|qu['’])", source.text[place.end : clause.span.end]) for place in left):
                return None
        if first and plain(word) in ADDS and left and adds_to_a_toll(source, clause):
            return None  # « Trois paroissiens sont blessés »: they alone, where the source has a dead man too
        if name == "time" and plain(word).endswith(("après", "avant")):
            # « 54 minutes après le décollage » says after what
            left = [place for place in left if not re.match(r"\s+(?:l[ea]s?|l['’]|un|une|des|du|son|sa|ses|leurs?|cet?|cette|ces|avoir|d['’]avoir|que|qu['’])(?!\w)", source.text[place.end : place.end + 9])]
        if places and not left:
            continue
        if name in _LEANING and left and (more := _lift(source, clause, unit, name, word, left, loose, [*before, *edits])) is not None:
            edits += [edit for edit in more if edit not in edits]
        elif name == "definite" and first and clause.subject is not None and word == clause.subject.of(source.text) and (more := _repeated(source, clause, unit, loose, [*before, *edits])) is not None:
            edits += [edit for edit in more if edit not in edits]
        elif name in ("possessive", "short-title") and first and (flip := _name_for_function(source, clause)) is not None and all(flip.span.covers(place) for place in left):
            edits += [flip] if flip not in edits else []
        elif name == "pronoun" and plain(word) in ("lui", "elle", "eux", "elles") and left and all(_between_commas(source, place) for place in left):
            edits += [_aside_drop(source, unit, place) for place in left]
        elif name == "demonstrative" and first and left and (edit := thanks_to(source, clause)) is not None and all(edit.span.covers(place) for place in left):
            edits.append(edit)
        elif name == "demonstrative" and loose and len(left) == 1 and (edit := _definite(source, clause, left[0])) is not None:
            edits.append(edit)
        elif name == "time" and loose and plain(word) in _EARLIER and clause.tense == "pluperfect" and left and not any(_COUNTED.search(source.text[clause.span.start : place.start]) for place in left):
            edits += [_aside_drop(source, unit, place) for place in left]  # « deux ans auparavant » keeps its count
        elif name == "demonstrative" and loose and first and left and (edit := _leaning_lead(source, clause, left)) is not None:
            edits.append(edit)
        elif name == "demonstrative" and len(left) == 1 and (edit := because(source, clause, left[0])) is not None:
            edits.append(edit)
        elif name in _ASIDES and (plain(word) in _DROPPABLE or loose and plain(word) in _LOOSELY_DROPPABLE and (plain(word) not in _SEQUENCE or clause.tense in _DATED and not (clause.tense == "pluperfect" and plain(word) == "alors"))) and left:
            edits += [_aside_drop(source, unit, place) for place in left]
        elif name == "pronoun" and word.startswith("-"):
            named = _named_speaker(source, clause, word, unit, (*before, *edits))
            if named is None:
                return None
            edits += named
        elif name == "pronoun" and first and clause.subject is not None and word.lower() == clause.subject.of(source.text).lower():
            edit = _named_subject(source, clause)
            if edit is None:
                return None
            edits.append(edit)
        elif not first and name in ("inner", "pronoun", "possessive", "clitic", "shared-subject"):
            continue  # understood from the clause before, in the same sentence
        elif name == "contrast-after" and (joined or loose or _speaks(source, clause)):
            continue
        elif name == "short-title" or name == "definite" and not re.search(r"\b(?:deux|trois|quatre|cinq|six)\b", word.lower()):
            if not loose:
                return None  # below the body the reader knows which one is meant; above it he does not
            continue
        else:
            return None
    if first:
        edits += [edit for edit in _once_more(source, clause, unit) if not any(edit.span.overlaps(other.span) for other in (*drops, *edits))]
        edits += [edit for edit in _contrasts(source, clause, unit) if not any(edit.span.overlaps(other.span) for other in (*drops, *edits))]
    if first and clause.subject is not None and not in_quotes(source, clause.subject):
        title = source.reference_at.get(clause.subject.start)
        if title is not None and title.kind == "title" and not any(edit.span.overlaps(title.span) or edit.span.start == title.span.end for edit in (*drops, *edits)):
            edits += lifted(source, unit, title.span, loose, edits) or []
    return edits


_SAYING = frozenset("affirmer dire déclarer préciser expliquer souligner indiquer estimer annoncer assurer ajouter rappeler noter relever demander réclamer dénoncer critiquer reprocher prévoir juger considérer regretter promettre reconnaître évoquer".split())


_ONCE_MORE = ("encore", "enfin", "par ailleurs", "en outre", "aussi", "également", "ensuite")


def _once_more(source: Source, clause: Clause, unit: Span) -> list[Edit]:
    """Return the edits that drop the « encore » of « précise encore le ministre », the « enfin » of « a-t-il enfin confié »: he said something before."""
    cues = [statement.cue for statement in source.analysis.statements if statement.sentence == clause.sentence and clause.span.covers(statement.cue) and not in_quotes(source, statement.cue)]
    made: list[Edit] = []
    for word in _ONCE_MORE:
        for place in _places(source, clause.span, word):
            behind = any(re.fullmatch(r"(?:-t)?(?:-(?:il|elle))? ", source.text[cue.end : place.start]) for cue in cues)
            within = any(re.search(r"(?:^|[ ’'])(?:a|ont)(?:-t)?(?:-(?:il|elle|ils|elles))? $", source.text[cue.start : place.start]) for cue in cues if cue.covers(place))
            stop = re.match(r" (?:que|qu['’]|l[ea]s? |l['’]|[A-Z«])|[,.]", source.text[place.end : place.end + 4])
            if behind and stop and word in ("encore", "enfin") or within and re.search(r"-(?:il|elle|ils|elles) $", source.text[clause.span.start : place.start]):
                made.append(_aside_drop(source, unit, place))
    for place in _places(source, clause.span, "de plus"):
        # « propose de plus le développement du métro »: besides what, the sentence before says
        before = source.tokens_in(Span(clause.span.start, place.start))
        if before and before[-1].pos == "VERB" and clause.verb.covers(before[-1].span) and re.match(r" (?:l[ea]s? |l['’]|une? |des )", source.text[place.end : place.end + 5]):
            made.append(_aside_drop(source, unit, place))
    return made


_STRESSED = frozenset(["lui", "elle", "eux", "elles"])


def _contrasts(source: Source, clause: Clause, unit: Span) -> list[Edit]:
    """Return the edits that drop « lui », « elle », « lui aussi » where they only set the subject against another: « La direction, elle, propose… », « annonce lui, le 3 janvier, que… »."""
    made: list[Edit] = []
    tokens = source.tokens_in(clause.span)
    for at, token in enumerate(tokens):
        if token.span.of(source.text) not in _STRESSED or at == 0 or in_quotes(source, token.span) or made:
            continue
        before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
        word = after.span.of(source.text).lower() if after is not None else ""
        place = token.span
        if word in ("aussi", "également") and after is not None and before.pos != "ADP" and before.span.of(source.text).lower() not in ("que", "qu’", "qu'", "et", "comme"):
            if adds_to_a_toll(source, clause):
                continue
            place = Span(token.span.start, after.span.end)
        elif not (_between_commas(source, place) and clause.subject is not None and (clause.subject.start < place.start < clause.verb.start or clause.verb.covers(place) or at > 1 and clause.verb.covers(tokens[at - 2].span))):
            verb = before.pos in ("VERB", "AUX") and before.feature("VerbForm") != "Inf" and source.text[place.start - 1 : place.start] == " " and not before.span.of(source.text).lower().endswith("ant")
            own = clause.verb.covers(before.span)
            if not verb or not own:
                continue
            clitic = token.span.of(source.text) == "lui" and after is not None and after.pos in ("VERB", "AUX", "PRON") and not (before.pos == "AUX" and after.feature("VerbForm") == "Part")
            if clitic or word in ("et", "ou", "qui", "que", "qu'", "qu’", "seul", "seule", "seuls", "seules", "tout", "toute", "tous", "toutes", "dont") or word in ("-même", "-mêmes"):
                continue
        made.append(_aside_drop(source, unit, place))
    return made


def _repeated(source: Source, clause: Clause, unit: Span, loose: bool, made: list[Edit]) -> list[Edit] | None:
    """« L’association réclame… » is told as « L’association de consommateurs réclame… », where the article calls one thing so."""
    assert clause.subject is not None
    reference = source.reference_at.get(clause.subject.start)
    if reference is None or reference.kind != "demonstrative" or reference.span != clause.subject or any(edit.span.overlaps(reference.span) for edit in made):
        return None
    return lifted(source, unit, clause.subject, loose, made)


_LEANING = frozenset(["pronoun", "possessive", "demonstrative", "other", "short-title"])


def _lift(source: Source, clause: Clause, unit: Span, name: str, word: str, left: list[Span], loose: bool, made: list[Edit]) -> list[Edit] | None:
    """Return the edits that name what is meant at each place where ``word`` stands, None where one of them is not certain."""
    if word.startswith("-"):
        left = [Span(place.start - 2, place.end) if source.text[place.start - 2 : place.start] == "-t" else place for place in left]
    elif name == "pronoun":
        left = [place for place in left if place.of(source.text) == word]
    edits: list[Edit] = []
    for place in left:
        more = lifted(source, unit, place, loose, [*made, *edits])
        if more is None:
            return None
        edits += more
    return edits if left else None


def leaning(source: Source, clauses: tuple[Clause, ...], run: Span, start: int, made: list[Edit]) -> list[Edit] | None:
    """Return the edits that a sentence wants when it is told after those before it in ``run``, at ``start``: names for what stands before the run. None where it cannot be told so."""
    edits: list[Edit] = []
    for clause in clauses:
        for obstacle in clause.obstacles:
            name, _, word = obstacle.partition(":")
            if name == "short-name":
                if not any(edit.after.endswith(word) for edit in (*made, *edits)) and not _named_in(source, Span(run.start, start), word):
                    edits += [edit for edit in _full_names(source, clause, word) if edit not in edits]
                continue
            if name not in _LEANING:
                continue
            for place in _places(source, clause.span, word):
                if place.of(source.text) != word and name == "pronoun":
                    continue
                reference = source.reference_at.get(place.start) or source.reference_at.get(place.start - 2)
                if reference is None or not reference.span.overlaps(place):
                    if name == "pronoun" and (clause.subject == place or place.start == start) and not _explained(source, run, start, place):
                        return None
                    if name == "other" and re.search(r"\bmêmes?$", word.lower()) and not _same_as_within(source, run, start, place):
                        return None
                    if name == "demonstrative" and _taken_from_before(source, run, start, place):
                        return None
                    continue
                if run.covers(reference.antecedent) or any(edit.rule in _NAMING and edit.after.endswith(reference.text) for edit in made):
                    continue
                more = lifted(source, run, reference.span, False, [*made, *edits])
                if more is None:
                    return None
                edits += [edit for edit in more if edit not in edits]
    return edits


def _same_as_within(source: Source, run: Span, start: int, place: Span) -> bool:
    """Return whether the noun of « au même journal » stands in the run before it."""
    noun = next((token for token in source.tokens_in(Span(place.end, min(place.end + 40, run.end))) if token.pos in ("NOUN", "PROPN")), None)
    return noun is not None and any(token.lemma == noun.lemma for token in source.tokens_in(Span(run.start, place.start)))


def _taken_from_before(source: Source, run: Span, start: int, place: Span) -> bool:
    """Return whether « cette déclaration » takes up a noun told before the run, and not in it; « cette contradiction » takes up the sentence before, which is in it."""
    noun = next((token for token in source.tokens_in(place) if token.pos == "NOUN"), None)
    if noun is None:
        return False
    lemma = noun.lemma.lower()
    if any(token.pos == "NOUN" and token.lemma.lower() == lemma for token in source.tokens_in(Span(run.start, start))):
        return False
    return any(token.pos == "NOUN" and token.lemma.lower() == lemma for token in source.tokens_in(Span(0, run.start)))


_NAMING = frozenset(["reprise-nommee", "nom-du-sujet", "nom-du-locuteur", "fonction-et-nom"])


def _named_in(source: Source, span: Span, word: str) -> bool:
    return any(span.covers(mention.span) and word in mention.span.of(source.text) and mention.form == "full" for entity in source.analysis.entities for mention in entity.mentions)


def _explained(source: Source, run: Span, start: int, place: Span) -> bool:
    """Return whether the sentence just before has a subject that the pronoun at ``place`` agrees with."""
    grammar = _SUBJECTS.get(place.of(source.text).lower())
    if grammar is None:
        return True
    for clause in source.analysis.clauses:
        if clause.subject is None or not run.start <= clause.subject.start < start:
            continue
        entity = source.entity(clause.subject_entity)
        gender, number = (entity.gender, entity.number) if entity is not None and entity.gender else (clause.gender, clause.number)
        own = _SUBJECTS.get(clause.subject.of(source.text).lower())
        if (gender or (own[0] if own is not None else "")) in (grammar[0], "") and number in (grammar[1], ""):
            return True
    return False


def _compares(source: Source, place: Span) -> bool:
    """Return whether the « aussi » at ``place`` weighs the adjective or adverb after it, and adds nothing to the sentence before."""
    after = source.tokens_in(Span(place.end, min(place.end + 40, len(source.text))))
    return bool(after) and after[0].pos in ("ADJ", "ADV") and after[0].span.of(source.text).lower() not in ("bien", "été")


def _name_for_function(source: Source, clause: Clause) -> Edit | None:
    """« Sa présidente, Odile Perrache, a remis… » is told as « Odile Perrache a remis… »: the apposed name stays, what it was apposed to falls."""
    if clause.subject is None:
        return None
    words = clause.subject.of(source.text)
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            if mention.form != "full" or not clause.subject.covers(mention.span) or mention.span.start == clause.subject.start:
                continue
            before = source.text[clause.subject.start : mention.span.start]
            after = source.text[mention.span.end : clause.verb.start]
            if re.fullmatch(r"[^,«»()]{3,90}, ", before) and re.fullmatch(r",\s+", after) and len(words) < 140:
                return Edit("reference", "nom-appose", Span(clause.subject.start, clause.verb.start), f"{mention.span.of(source.text)} ")
            # « Son compère Paul Morel doublait la mise »: the name says it
            if re.fullmatch(r"(?:son|sa|leur) [^,«»()]{3,40} ", before, re.IGNORECASE) and mention.span.end == clause.subject.end and not re.search(r"\b(?:de|du|des)\b|\bd['’]", before):
                return Edit("reference", "nom-appose", clause.subject, mention.span.of(source.text))
    return None


def _between_commas(source: Source, place: Span) -> bool:
    before, after = source.text[: place.start].rstrip(), source.text[place.end :].lstrip()
    return before.endswith(",") and after.startswith(",")


#: Adjuncts that only say what came before the fact: « À la suite de cette découverte, les chercheurs se demandent si… ».
_AFTER_THIS = re.compile(r"(?:(?:à la suite|a la suite|à l'issue|à la lumière) de|suite à|face à|malgré|en réaction à|en réponse à|dans) (cet?|cette|ces) (\w+),?\s*$", re.IGNORECASE)
_IN_THIS = frozenset("contexte cadre optique perspective".split())


def _leaning_lead(source: Source, clause: Clause, left: list[Span]) -> Edit | None:
    """Return the edit that drops an opening adjunct that only takes up the sentence before; None where it tells more, or where the fact is a toll or hangs on « le test » of before."""
    lead = clause.lead
    if lead is None or clause.kind in OF_ITS_TIME or not all(lead.covers(place) for place in left) or in_quotes(source, lead):
        return None
    found = _AFTER_THIS.match(plain(lead.of(source.text)))
    if found is None or plain(lead.of(source.text)).startswith("dans ") != (found.group(2) in _IN_THIS) or clause.subject is None or clause.subject_kind not in ("name", "noun"):
        return None
    end = lead.end
    while end < clause.span.end and source.text[end] in " ,\u00a0\u202f":
        end += 1
    return Edit("drop", "incise-de-liaison", Span(lead.start, end), "")


_DEFINITE = {"ce": "le", "cet": "l’", "cette": "la", "ces": "les"}


def _definite(source: Source, clause: Clause, place: Span) -> Edit | None:
    """Return the edit that makes « ce projet » « le projet », where the same noun stands in an earlier sentence: the page has told of it. None for any other « ce »."""
    tokens = source.tokens_in(Span(place.start, clause.span.end))
    if len(tokens) < 2 or tokens[0].span.of(source.text).lower() not in _DEFINITE:
        return None
    noun = next((token for token in tokens[1:4] if token.pos == "NOUN"), None)
    if noun is None or re.match(r"-(?:là|ci)\b", source.text[noun.span.end : noun.span.end + 4]):
        return None
    if re.search(r"(?<!\w)(?:avec|grâce à) $", source.text[max(0, place.start - 9) : place.start], re.IGNORECASE):
        return None  # « Avec cette victoire »: not « avec la victoire »
    news = tokens.index(noun) == 1 and told_as_news(source, clause, noun)
    if not news and not _stays_particular(source, clause, tokens, noun):
        return None
    start = source.analysis.sentences[clause.sentence].tokens[0]
    if not news and not any(token.lemma == noun.lemma and token.pos == "NOUN" for token in source.analysis.tokens[:start]):
        return None
    word, following, span = tokens[0].span.of(source.text), tokens[1].span.of(source.text), tokens[0].span
    article = _DEFINITE[word.lower()]
    if article in ("le", "la") and elides(following):
        article = "l’"
    if article == "l’":
        span = Span(tokens[0].span.start, tokens[1].span.start)
    before = source.text[: span.start].rstrip()[-4:].lower().split()
    if before and before[-1] in ("de", "à") and article in ("le", "les"):
        if tokens[1].pos == "NUM":
            return None  # « de ces 128 pays »: which
        joined = put(source, Span(span.start, noun.span.end), f"{article} {source.text[tokens[1].span.start : noun.span.end]}")  # « de ce phénomène » → « du phénomène »
        return replace(joined, rule="demonstratif-en-defini") if joined is not None else None
    return Edit("reference", "demonstratif-en-defini", span, article[0].upper() + article[1:] if word[0].isupper() else article)


def _governors(source: Source, token: Token) -> tuple[Token, Token]:
    head = source.analysis.tokens[token.head]
    return head, source.analysis.tokens[head.head]


def _stays_particular(source: Source, clause: Clause, tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether « le » says as much as « ce »: the noun is told by a complement, or is one of those that « le » takes up (« ces papillons » are not « les papillons »)."""
    at = tokens.index(noun)
    if at > 1:
        return True  # « cette nouvelle série », « ces deux titres »
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (after.pos in ("ADJ", "PROPN") or after.pos == "ADP" and after.span.of(source.text).lower() in ("de", "d'", "d’", "du", "des", "à", "contre", "sur")) and noun in _governors(source, after):
        return True
    known = words(load()).of("resumed")
    word = noun.span.of(source.text).lower()
    return word in known or noun.feature("Number") == "Sing" and noun.lemma.lower() in known or _in_title(source, noun)


def _in_title(source: Source, noun: Token) -> bool:
    """Return whether the title has the noun, one thing and without complement: what the whole article is about."""
    title = source.analysis.article.title
    if title is None or noun.feature("Number") != "Sing" or any(time.span.overlaps(noun.span) for time in source.analysis.times):
        return False
    words_in = source.tokens_in(title)
    for at, token in enumerate(words_in):
        if token.pos == "NOUN" and token.lemma == noun.lemma and token.feature("Number") == "Sing":
            after = words_in[at + 1] if at + 1 < len(words_in) else None
            return after is None or after.pos not in ("ADJ", "PROPN", "NOUN") and plain(after.span.of(source.text)) not in ("de", "d'", "du", "des", "à", "au", "aux", "contre", "sur", "entre")
    return False


def _named_speaker(source: Source, clause: Clause, word: str, unit: Span, made: tuple[Edit, ...]) -> list[Edit] | None:
    """Return the edits that name who spoke: « …», a-t-il déclaré » becomes « …», a déclaré X », where the quote's speaker is certain."""
    flat = plain(source.text[clause.span.start : clause.span.end])
    found = list(re.finditer(rf"(?:-t)?{re.escape(word.lower())}(?![\w-])", flat))
    if len(found) != 1:
        return None
    place = Span(clause.span.start + found[0].start(), clause.span.start + found[0].end())
    quotes = [quote for quote in source.analysis.quotes if clause.sentence in quote.sentences and quote.speaker is not None]
    entity = source.entity(quotes[0].speaker) if quotes else None
    if entity is None or len({quote.speaker for quote in quotes}) != 1 or entity.kind != "person" or in_quotes(source, place):
        return None
    if entity.gender and {"-il": "m", "-elle": "f"}.get(word.lower()) != entity.gender:
        return None
    if not any(place.overlaps(quote.speaker_span) for quote in quotes if quote.speaker_span is not None) and not clause.verb.overlaps(place):
        return None
    name = " ".join(entity.name.of(source.text).split())
    if named_before(source, entity.id, unit, place.start) or any(edit.kind == "reference" and edit.after.endswith(name) for edit in made):
        return []
    return named_after(source, place, clause.span.end, name)


_SUBJECTS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}


def _named_subject(source: Source, clause: Clause) -> Edit | None:
    """Return the edit that names what « il » or « elle » stands for: the subject of the sentence before, where nothing else there can be meant.

    Nothing else: no other noun of that gender and number in that sentence; or, before a verb of saying (a thing does not say), no other person or
    organisation of that gender.
    """
    assert clause.subject is not None
    grammar = _SUBJECTS.get(clause.subject.of(source.text).lower())
    here = source.analysis.sentences[clause.sentence]
    if grammar is None or clause.sentence == 0:
        return None
    previous = source.analysis.sentences[clause.sentence - 1]
    before = source.clauses_of.get(clause.sentence - 1, ())
    if here.paragraph - previous.paragraph not in (0, 1) or previous.paragraph < 0 or previous.doubtful or not before:
        return None
    if previous.paragraph != here.paragraph and source.analysis.paragraphs[here.paragraph - 1].kind != "prose":
        return None
    antecedent = before[0]
    if antecedent.subject is None or antecedent.subject_kind not in ("name", "noun") or not antecedent.regular:
        return None
    if len({(part.subject.start if part.subject else None) for part in before if part.subject is not None and part.subject_kind in ("name", "noun")}) != 1:
        return None
    entity = source.entity(antecedent.subject_entity)
    gender, number = (entity.gender, entity.number) if entity is not None and entity.gender else (antecedent.gender, antecedent.number)
    if (gender, number) != grammar:
        return None
    says = any(s.cue.overlaps(clause.verb) for s in source.analysis.statements if s.id in clause.statements)
    said = entity is not None and entity.kind in ("person", "organisation")
    rivals = _rivals(source, previous, antecedent.subject, grammar, entity.id if entity else None)
    if rivals["nouns"] and not (says and said and not rivals["actors"]):
        return None
    if entity is not None and entity.kind == "person":
        text = " ".join(entity.name.of(source.text).split())
    else:
        text = antecedent.subject.of(source.text)
        if len(text) > 60 or "," in text or in_quotes(source, antecedent.subject) or re.match(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|un|une|des|certains|plusieurs|(?:l[ea]s? |l['’])?(?:autres?|derni[eè]re?s?|premi[eè]re?s?|seconde?s?|prochaine?s?|seule?s?))\b|l['’]un", text):
            return None
        if clause.subject.of(source.text)[0].isupper():
            text = text[0].upper() + text[1:]
        elif text.split(" ")[0] in ("Le", "La", "Les") or text[:2] in ("L’", "L'"):
            text = text[0].lower() + text[1:]
    return Edit("reference", "nom-du-sujet", clause.subject, text)


def _rivals(source: Source, sentence: Sentence, subject: Span, grammar: tuple[str, str], entity_id: int | None) -> dict[str, int]:
    """Return how many nouns outside the subject could be what the pronoun means, and how many persons and organisations."""
    wanted = {"m": "Masc", "f": "Fem"}[grammar[0]], {"s": "Sing", "p": "Plur"}[grammar[1]]
    tokens = source.analysis.tokens[sentence.tokens[0] : sentence.tokens[1]]
    nouns = sum(
        1
        for token in tokens
        if token.pos in ("NOUN", "PROPN")
        and not subject.covers(token.span)
        and token.feature("Gender") in (wanted[0], "")
        and token.feature("Number") in (wanted[1], "")
        and not (token.pos == "NOUN" and any(time.span.covers(token.span) for time in source.analysis.times))
    )
    actors = sum(
        1
        for other in source.analysis.entities
        if other.kind in ("person", "organisation", "other")
        and other.id != entity_id
        and other.gender in (grammar[0], "")
        and any(sentence.span.covers(mention.span) and not subject.covers(mention.span) for mention in other.mentions)
    )
    return {"nouns": nouns, "actors": actors}


def _full_names(source: Source, clause: Clause, word: str) -> list[Edit]:
    """Return the edit that gives the first short mention of a person in the clause its full name."""
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        full = entity.name.of(source.text)
        for mention in entity.mentions:
            if mention.form != "short" or not clause.span.covers(mention.span) or mention.span.of(source.text) != word:
                continue
            if in_quotes(source, mention.span) or full == word:
                continue
            if _after_common_noun(source, mention.span):
                continue
            if any(other.form == "full" and clause.span.covers(other.span) for other in entity.mentions):
                return []
            name = " ".join(full.split())
            before = source.text[max(0, mention.span.start - 12) : mention.span.start]
            if re.search(r"(?:\b(?:que|lorsque|puisque|quoique|de)\s+|['’])$", before, re.IGNORECASE):
                joined = put(source, mention.span, name, "person")  # « qu’Hébert » → « que Jean Hébert »
                return [replace(joined, rule="nom-complet")] if joined is not None else []
            return [Edit("reference", "nom-complet", mention.span, name)]
    return []


def _after_common_noun(source: Source, span: Span) -> bool:
    """Return whether the name completes a noun (« l’administration Biden ») and so must stay as it is."""
    before = source.tokens_in(Span(max(0, span.start - 40), span.start)) if span.start else ()
    return bool(before) and before[-1].pos == "NOUN" and before[-1].span.end + 1 >= span.start and before[-1].lemma.lower() not in _TITLES


_TITLES = frozenset("président présidente ministre maire député députée sénateur sénatrice roi reine prince princesse pape général colonel capitaine docteur professeur juge procureur procureure".split())
