"""Title tags that say the fact behind the keyphrase: the first of two facts of a long title, its clause without the place that opens it, what was decided of a thing, what is placed on alert.

« Attaque d’un marché à Valmont : deux suspects arrêtés[, un troisième en fuite] », « Sécheresse : [dans le Haut-Valmont, ]les éleveurs entament le foin », « Accord de paix signé à Valmont ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.analyse.focus_lede import news_sentence
from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typography_edits
from seo_fr.model import Clause, Copied, Edit, Slot, Span
from seo_fr.propose.headlines import _ENDS_BADLY
from seo_fr.propose.score import stems
from seo_fr.propose.source import Source, plain
from seo_fr.propose.tell import finish, in_quotes
from seo_fr.propose.title_cuts import _KEPT, TITLE_CHARACTERS
from seo_fr.propose.title_forms import _joined

#: Verbs whose past participle says what was done with their object.
_DONE = frozenset("adopter approuver voter valider signer ratifier rejeter suspendre interdire annuler inaugurer dévoiler publier lancer reporter prolonger abroger conclure fermer rouvrir ouvrir retirer".split())
_RESERVED = re.compile(r"(?i)(?<!\w)(?:pas|jamais|aucune?|sans|présum\w+|selon|d['’]après|sauf|hors|contre|si|projet|partiellement|provisoirement)(?!\w)|n['’]|[«»;:()]")
_OPENING_PLACE = re.compile(r"(?:dans|à|au|aux|en|sur|près d[eu]s?) [^,:;«»()]{2,40}, (?=(?:l[ea]s? |l['’]|une? |des |deux |trois |\d|[A-ZÉ]))")
_STATE = re.compile(r"(?P<verb> (?:reste|restent|restait|restaient|demeure|demeurent|sont|est|était|étaient))(?= (?:placé|maintenu|classé)e?s?(?!\w))")
_ALERT = re.compile(r"(?:placé|maintenu|classé)e?s?(?P<day> [^,;:«»()]{3,24})? en (?:vigilance|alerte) (?:rouge|orange|jaune)")
#: Nouns whose first complement alone says another thing.
_PART_OF = re.compile(r"(?i)(?:hausse|baisse|nombre|part|fin|début|tête|cause|prix|taux|reste|suite|moitié|tiers|quart|partie|projet|tentative|menace|risque|absence|manque|refus|peine|an|ans|mois|millions?|milliards?|milliers?|tonnes?|euros?|dizaines?|centaines?)$")


#: « Collision[ entre un autocar et un camion] près de Valmont : »: between what and what, before where.
_BETWEEN = re.compile(r"(?:l[ae] |l['’]|une? )?(?:[\w’'-]+ ){0,2}[\w’'-]+(?P<who> entre [^,:;«»()]+? et (?:l[ae]s? |l['’]|une? |deux |trois )?[\w’' -]+?)(?= (?:près d[eu]s? |près d['’]|à |au |aux |en |dans (?:l[ae]s? |l['’]))[A-ZÉÈ])")
_FALLS_BETWEEN = re.compile(r"\d|[A-ZÀ-Ý]")  # « entre 3 et 5 », « entre Lens et Lille », two who have names


def facts_of_title(source: Source, key: str) -> Iterator[tuple[str, Copied]]:
    """Yield the forms of a title of more than 60 characters that begin with what stands before its colon and end with its first fact, or go on without the place that opens its clause."""
    title = source.bare_title
    if title is None or len(title) <= TITLE_CHARACTERS:
        return
    text = source.text
    between = _BETWEEN.match(text, title.start, title.end)
    if between is not None and _FALLS_BETWEEN.search(between.group("who")) is None and " :" in plain(text[between.end() : title.end]) and set(stems(key)) <= set(stems(text[title.start : between.start("who")])):
        fallen = Span(*between.span("who"))
        edits = [Edit("drop", "circonstance-de-titre", fallen, ""), *(edit for edit in typography_edits(title.of(text), title.start) if not edit.span.overlaps(fallen))]
        made = _text(source, title, edits)
        if made is not None and len(made[0]) <= TITLE_CHARACTERS:
            yield made
    colon = re.match(r"(?P<head>[^:«»?!]{3,50}?)\s?:\s+", title.of(text))
    if colon is None or not set(stems(key)) <= set(stems(colon.group("head"))):
        return
    core = title.start + colon.end()
    place = _OPENING_PLACE.match(text, core, title.end)
    drops = [()] if place is None else [(Edit("drop", "lieu-de-titre", Span(core, place.end()), ""),), ()]
    ends = [title.end]
    for comma in re.finditer(r", (?=[^,]{6,})", text[core : title.end]):
        end = core + comma.start()
        left = source.tokens_in(Span(place.end() if place is not None else core, end)) if place is None or end > place.end() else ()
        told = any(token.pos == "VERB" or token.feature("VerbForm") in ("Part", "Fin") or token.pos == "ADJ" and re.search(r"[a-z]{3}(?:é|i|u)e?s?$", token.span.of(text)) for token in left)
        fell = set(re.findall(r"[\w'’-]+", text[end : title.end].lower()))
        if told and len(left) > 2 and left[-1].pos not in _ENDS_BADLY and not fell & _KEPT and not re.search(r"[«»?!]", text[end : title.end]):
            ends.append(end)
    for end in ends:
        for drop in drops:
            edits = [*drop, *(edit for edit in typography_edits(text[title.start : end], title.start) if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in drop))]
            made = _text(source, Span(title.start, end), edits)
            if (drop or end < title.end) and made is not None and len(made[0]) <= TITLE_CHARACTERS:
                yield made


def _text(source: Source, span: Span, edits: list[Edit]) -> tuple[str, Copied] | None:
    try:
        ordered = in_order(edits)
        return apply_edits(source.text, span, ordered), Copied(span, ordered)
    except ValueError:
        return None


#: What a title may not lose behind its last comma: who says so, who denies it, what limits it, the dead and the hurt.
_NOT_LOST = re.compile(r"(?i)(?<!\w)(?:selon|d['’]après|ni(?:e|ent)|dément\w*|contest\w+|réfut\w+|rejett\w+|innocen\w+|mais|sauf|sans|pas|ne|n['’]|non|aucune?|si|dont|accus\w+|soupçonn\w+|affirm\w+|assur\w+|d(?:it|isent)|annonc\w+|mort\w*|blessé\w*|tué\w*|disparu\w*|victimes?|survivants?)(?!\w)")


def first_news(source: Source) -> Iterator[tuple[str, Copied]]:
    """Yield the first of two pieces of news of a title of more than 60 characters, parted by its last comma: « Fonderies Morel : 214 postes menacés[, les syndicats promettent un bras de fer] ».

    What falls has a subject and a verb or participle of its own and no reserve, what stays says more than a name.
    """
    title = source.bare_title
    if title is None or len(title) <= TITLE_CHARACTERS:
        return
    text = source.text
    comma = text.rfind(", ", title.start, title.end)
    if comma < 0:
        return
    kept, fell = Span(title.start, comma), Span(comma + 2, title.end)
    stays, falls = source.tokens_in(kept), source.tokens_in(fell)
    said = kept.of(text)
    if not stays or not falls or not 24 <= len(kept) <= TITLE_CHARACTERS or said.count("«") != said.count("»") or said.count("(") != said.count(")") or ", " in re.split(r"\s?:\s", said)[-1] or _NOT_LOST.search(fell.of(text)):
        return
    own = falls[0].pos in ("DET", "NUM") and any(token.pos == "VERB" and token.feature("VerbForm") in ("Fin", "Part") or token.pos == "AUX" for token in falls[1:])
    if not own or stays[-1].pos in ("ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX") or re.match(r"(?i)(?:après|avant|si|quand|lorsque|malgré|pour|avec|alors|comme|depuis|dans|en|à|au|aux) ", said):
        return  # « Après la tempête, les routes rouvrent »
    if sum(token.pos in ("NOUN", "VERB", "ADJ", "NUM") for token in stays) < 3:
        return
    made = _text(source, kept, list(typography_edits(said, kept.start)))
    if made is not None:
        yield made


def half_titles(source: Source, key: str) -> Iterator[tuple[str, Copied]]:
    """Yield, before a hollow tag, what a title of more than 60 characters says behind its question, and the title without the second complement of its last noun: « le record du monde[ du lancer de sabot] »."""
    title = source.bare_title
    if title is None or len(title) <= TITLE_CHARACTERS:
        return
    text = source.text
    spans: list[Span] = []
    asked = re.search(r"\? (?=[A-ZÉ])", text[title.start : title.end])
    if asked is not None:
        spans.append(Span(title.start + asked.end(), title.end))
    starts = [title.start, *(title.start + match.end() for match in re.finditer(r"[^:]\s?:\s+(?:l[ea] [A-ZÉ][a-zé]+e?s? (?=[A-ZÉ]))?", text[title.start : title.end]))]
    tokens = source.tokens_in(title)
    for k in range(3, len(tokens) - 1):
        words = tokens[k].span.of(text).lower().replace("’", "'")
        first = max((j for j in range(k) if tokens[j].span.of(text).lower().replace("’", "'") in ("de", "du", "d'", "des")), default=-1)
        if words not in ("de", "du", "des", "d'") or first < 1 or tokens[k - 1].pos not in ("NOUN", "PROPN", "ADJ") or any(tokens[j].pos not in ("NOUN", "PROPN", "ADJ", "DET") for j in range(first + 1, k)) or tokens[first - 1].pos not in ("NOUN", "PROPN"):
            continue
        if _PART_OF.search(tokens[first - 1].span.of(text)) and not re.search(r"(?:à la|en) $", text[title.start : tokens[first - 1].span.start]) or _PART_OF.search(tokens[k - 1].span.of(text)):
            continue
        fell = text[tokens[k].span.start : title.end]
        if set(re.findall(r"[\w'’-]+", fell.lower())) & _KEPT or re.search(r"[,:?!«»]", fell) or any(token.feature("VerbForm") == "Fin" for token in tokens[k:]):
            continue
        spans += [Span(start, tokens[k - 1].span.end) for start in starts if start < tokens[first].span.start]
    for span in spans:
        words = span.of(text)
        if not set(stems(key)) <= set(stems(words)) or not set(stems(words)) - set(stems(key)) or words.count("«") != words.count("»"):
            continue
        edits = list(typography_edits(words, span.start))
        if words[0].islower():
            edits.append(Edit("case", "majuscule-initiale", Span(span.start, span.start + 1), words[0].upper()))
        made = _text(source, span, edits)
        if made is not None and len(made[0]) <= TITLE_CHARACTERS:
            yield made


def _news_clause(source: Source) -> Clause | None:
    news = news_sentence(source.analysis)
    index = next((i for i, sentence in enumerate(source.analysis.sentences) if sentence.span == news), -1)
    clause = next((clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None), None)
    if clause is None or clause.negated or source.analysis.sentences[index].doubtful or in_quotes(source, clause.verb) or any(one.sentence == index and one.remove > 1 for one in source.analysis.statements):
        return None
    return clause


def decided(source: Source, cle: Slot) -> Iterator[tuple[Slot, Slot | None, tuple[int, ...]]]:
    """Yield what was done with the thing that the keyphrase names, out of the active clause of the news.

    A slot « proposition » alone (« Accord de paix signé », with the place where the source has it behind the verb or the object), or the keyphrase as slot « cle » with « objet » (« le plan de financement adopté »).
    Only where the participle agrees as the source writes it: a masculine singular object.
    """
    clause = _news_clause(source)
    if clause is None or clause.lemma not in _DONE or clause.tense != "perfect" or clause.passive or clause.commitment != "asserted" or clause.complement is None or len(cle.source) != 1:
        return
    text, tokens = source.text, source.analysis.tokens
    low, high = source._range(clause.complement)
    verbs = {i for i in range(*source._range(clause.span)) if clause.verb.covers(tokens[i].span)}
    noun = next((i for i in range(low, high) if tokens[i].dep == "obj" and tokens[i].head in verbs and tokens[i].pos == "NOUN" and not any(time.span.covers(tokens[i].span) for time in source.analysis.times)), None)
    participle = max((i for i in verbs if tokens[i].feature("VerbForm") == "Part"), default=None)
    if noun is None or participle is None or tokens[noun].feature("Number") != "Sing" or tokens[noun].feature("Gender") != "Masc" or noun < 1 or tokens[noun - 1].span.of(text).lower() not in ("le", "un", "l'", "l’"):
        return
    done = tokens[participle].span
    if not re.search(r"(?:é|i|it|is|u|ert)$", done.of(text)) or _RESERVED.search(text[clause.verb.start : tokens[noun].span.start]):
        return
    key = plain(cle.source[0].of(text)).lower()
    at = plain(text).lower().find(key, tokens[noun].span.start, clause.span.end)
    if at < 0:
        return
    if at == tokens[noun].span.start:
        head = Span(at, at + len(key))
        initial = (Edit("case", "majuscule-initiale", Span(at, at + 1), text[at].upper()),)
        for where in (*_where(source, clause), None):
            yield _joined(source, (head, done, where) if where is not None else (head, done), initial), None, (clause.id,)
        return
    between = plain(text[tokens[noun].span.start : at])
    found = re.fullmatch(r"(?P<head>[a-zéèêâîôûç]+(?: d(?:e |')[a-zéèêâîôûç]+)?) d(?:e la |e l'|u |es |e |')(?:future?s? |nouve(?:l|au|aux|lles?) )?", between)
    if found is not None and not set(stems(found.group("head"))) & set(stems(cle.text)):
        start = tokens[noun - 1].span.start
        yield cle, _objet(source, (Span(start, tokens[noun].span.start + found.end("head")), done)), (clause.id,)


def _objet(source: Source, spans: tuple[Span, ...]) -> Slot:
    slot = _joined(source, spans, ())
    return Slot("objet", slot.text, slot.source, edits=slot.edits)


def _where(source: Source, clause: Clause) -> Iterator[Span]:
    """Yield « à Valmont » of the clause."""
    for entity in source.analysis.entities:
        for mention in entity.mentions if entity.kind in ("place", "country") else ():
            where = re.search(r"(?<!\w)(?:à|au|en) $", source.text[clause.verb.end : mention.span.start]) if clause.span.covers(mention.span) and mention.span.start > clause.verb.end else None
            if where is not None and not _RESERVED.search(source.text[clause.verb.end : mention.span.start]) and len(source.text[clause.verb.end : mention.span.start]) < 40:
                yield Span(clause.verb.end + where.start(), mention.span.end)
                return


def on_alert(source: Source) -> Iterator[tuple[str, Copied, tuple[int, ...]]]:
    """Yield « Quatre départements placés en vigilance rouge » for « Quatre départements restaient placés mardi soir en vigilance rouge »."""
    clause = _news_clause(source)
    if clause is None or clause.subject is None or clause.commitment != "asserted" or _RESERVED.search(clause.subject.of(source.text)) or "," in clause.subject.of(source.text):
        return
    text = source.text
    verb = _STATE.match(text, clause.subject.end, clause.span.end)
    alert = _ALERT.match(text, verb.end() + 1, clause.span.end) if verb is not None else None
    if verb is None or alert is None:
        return
    edits = [Edit("drop", "sans-auxiliaire", Span(verb.start("verb"), verb.end("verb")), "")]
    if alert.group("day"):
        day = Span(*alert.span("day"))
        if not any(time.span.overlaps(day) for time in source.analysis.times):
            return
        edits.append(Edit("drop", "jour-du-titre", day, ""))
    done = finish(source, Span(clause.subject.start, alert.end()), edits, final=False)
    if done is not None and len(done[2]) <= TITLE_CHARACTERS:
        yield done[2], Copied(done[0], done[1]), (clause.id,)


__all__ = ["decided", "facts_of_title", "half_titles", "on_alert"]
