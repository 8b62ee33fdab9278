"""The first sentence of the news cut to the length of a description or of a headline: its claim, its attribution and its reserves stay.

Where :mod:`seo_fr.propose.mains` leaves out one kind of thing after another, every set of cuts is tried here: days, brackets, what stands between commas beside the subject, asides and circumstances
at the end or before the attribution that ends the sentence, places set apart by commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.heading_cuts import heading_cuts
from seo_fr.propose.mains import _LEANS, _MEANT, _without_frame
from seo_fr.propose.tell import Source, Telling, finish, in_quotes
from seo_fr.propose.trimmer import Trimmer

#: Cuts that a heading may make and a sentence that stands alone may not: who a person is, half a toll, which one of several.
_HEADINGS_ONLY = frozenset(["fonction-de-titre", "nom-de-titre", "second-predicat-de-titre", "relative-definie-de-titre", "complement-de-titre", "sigle-de-titre", "comparaison-de-titre", "fin-de-titre"])
MOST_PIECES, MOST_FORMS = 12, 24
_ENDS = re.compile(r"[,;]?\s*[.!?]?\s*$")
#: « , ont indiqué la préfecture et les secours. »: who says it, behind what is said.
_SAID_BY = re.compile(
    r", (?:(?:a|ont) (?:\w+ment )?(?:annoncé|indiqué|déclaré|affirmé|précisé|rapporté|expliqué|confirmé|révélé|fait savoir|appris|dit|estimé|assuré)|(?:annonce|indique|déclare|affirme|rapporte|révèle|confirme|montre|conclut|estime|précise)(?:nt)?|selon|d['’]après|a-t-on appris) (?:[^«»]|«[^«»]{1,40}»){3,110}$"
)
_ASIDE = re.compile(
    r", (?:(?:qui|où|d['’]où|ce qui|au terme|à l['’]issue|au cours|à la suite|lors|en présence|dans le cadre|après|devant (?:l|une?|des|quelque|plus|près|\d)|à l['’]occasion|près de|non loin|au large|sous)(?!\w)|[a-zé]+ant (?!que|donc|ainsi))"
)
_PLACE = re.compile(r", (?:à|au|aux|en|près d[eu'’]|dans l[ea]s?|dans l['’]) ?[^,;:«»]{2,60}?(?: \([^()]{2,40}\))?(?=,| ?[.]?\s*$)")
_CIRCUMSTANCE = re.compile(
    r", (?:à l['’]issue|à la suite|au terme|au cours|lors|après|à l['’]occasion|dans la (?:nuit|matinée|soirée|journée)|en (?:fin|début|milieu) de|au-dessus|au large|près|non loin|devant)(?!\w)[^,;:«»()]{3,110},(?= )"
)
#: What follows half of a date.
HALF_DATE = re.compile(r" (?:\d{1,2}(?:er)? )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})(?!\w)")
#: A participle that says what is shown, said, asked or changed: the news of « a publié une vidéo, montrant… ».
_TELLS_WHAT = re.compile(r", (?:montrant|affirmant|annonçant|révélant|dévoilant|indiquant|dénonçant|demandant|réclamant|exigeant|prévoyant|interdisant|autorisant|obligeant|prouvant|attestant|tuant|blessant)(?!\w)")
_BESIDE = re.compile(r", [^,;:«»]{4,150},(?= )")
_INSIDE = re.compile(r"(?i)(?:qui|dont|où|une?|l[ea]|l['’]|ancien|ancienne|premi(?:er|ère)|fils|fille|figure|auteure?|autrice|pensionnaire|leader|spécialiste|numéro|vice|président|présidente|directeur|directrice|[a-zé]+(?:é|ée|és|ées|u|ue|is|ise)|âgée?|candidate?|vedette|star|membre|fondat\w+|cofondat\w+)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    cost: int
    rule: str


def lede_cuts(source: Source, index: int, low: int, high: int, *, final: bool = True, attributed: bool = True) -> tuple[tuple[Telling, int], ...]:
    """Return the forms of the sentence ``index`` of ``low`` to ``high`` characters, each with what its cuts cost, cheapest first; ``final``: with a full stop;
    ``attributed``: with who says it where that ends the sentence (a headline may leave it to the text below).

    Empty where it is doubtful, a question, in the first person or partly a quotation.
    """
    sentence = source.analysis.sentences[index]
    clauses = source.clauses_of.get(index, ())
    words = sentence.span.of(source.text)
    if sentence.doubtful or sentence.paragraph < 0 or not clauses or words.rstrip().endswith("?"):
        return ()
    span = Span(sentence.span.start, sentence.span.start + len(words.rstrip()))
    said = _SAID_BY.search(span.of(source.text)) if not attributed else None
    if said is not None:
        span = Span(span.start, span.start + said.start())
        if not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(span)):
            return ()  # « Anna Morel, la directrice, [a annoncé que…] »
    if not final and span.of(source.text).endswith("."):
        span = Span(span.start, span.end - 1)
    if re.match(r"(?:Il|Elle|Ils|Elles|Celui|Celle|Ce(?! (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi)(?!\w))|Cet|Cette|Ces|C['’])(?!\w)", words) or any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
        return ()
    pieces = _pieces(source, index, span)
    made: dict[str, tuple[Telling, int]] = {}
    ids = tuple(clause.id for clause in clauses)
    choices: list[tuple[int, int, tuple[_Piece, ...]]] = []
    for size in range(min(5, len(pieces)) + 1):
        for chosen in combinations(pieces, size):
            if any(one.span.overlaps(other.span) for one, other in combinations(chosen, 2)):
                continue
            length = len(span) - sum(len(piece.span) for piece in chosen)
            if any(source.text[piece.span.end : piece.span.end + 2] == " (" and not any(other.span.start == piece.span.end for other in chosen) for piece in chosen):
                continue  # « à son domicile de Valmont[ (Gard)] »
            if low - 8 <= length <= high + 8:
                choices.append((sum(piece.cost for piece in chosen), -length, chosen))
    choices.sort(key=lambda choice: (choice[0], choice[1], tuple(piece.span for piece in choice[2])))
    for cost, _, chosen in choices[:120]:
        end = span.end
        for piece in sorted(chosen, key=lambda piece: -piece.span.end):
            if _ENDS.fullmatch(source.text[piece.span.end : end]) and piece.span.end >= end - 1:
                end = piece.span.start
        drops = [Edit("drop", piece.rule, piece.span, "") for piece in chosen if piece.span.end <= end]
        done = finish(source, Span(span.start, end), sorted(drops, key=lambda edit: edit.span), final=final)
        if done is None or not low <= len(done[2]) <= high or done[2] in made or _bad(source, done[2], chosen):
            continue
        if not final and done[2].endswith("."):
            continue
        made[done[2]] = (Telling(*done, ids, index, len(span) - len(done[2])), cost)
        if len(made) >= MOST_FORMS:
            break
    return tuple(made.values())


def _bad(source: Source, text: str, chosen: tuple[_Piece, ...]) -> bool:
    """Return whether a form reads badly: a time that leans on what fell, a mark without its pair, an end that announces more."""
    if re.search(r"(?i)\b(?:nous|notre|nos|je|vous)\b|\bj['’]", re.sub(r"«[^»]*»", " ", text)) or chosen and _LEANS.search(text) or re.search(r",\s*,|\s,|\(\s*\)|,\s*[.]|^\W", text.replace("« ", "").replace("«\u00a0", "")):
        return True
    if text.count("«") != text.count("»") or text.count("(") != text.count(")"):
        return True
    if re.search(r"(?<!\w)(?:a|ont) (?:\w+(?:é|i|u|s|t)) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: soir| matin)?[.]?$", text):
        return True  # the object fell
    if re.search(r"(?<!\w)(?:a|ont) (?:\w+ment )?\w+(?:é|i|u|s|t)[.]?$", text):
        return True
    return re.search(r" (?:de|du|des|la|le|les|à|au|en|et|ou|que|qui|dont|pour|par|sur|dans|avec|un|une|est|sont|a|ont|été)[.]?$", text) is not None


def _pieces(source: Source, index: int, span: Span) -> list[_Piece]:
    """Return what may fall from the sentence, in its order, at most :data:`MOST_PIECES`, the cheapest kept."""
    text = source.text
    words = span.of(text)
    said = _SAID_BY.search(words)
    close = span.start + (said.start() if said is not None else len(words.rstrip(" .\u00a0")))  # where what is said ends
    found: dict[Span, _Piece] = {}

    def put(place: Span, cost: int, rule: str) -> None:
        if place.start <= span.start or place.end > span.end or said is not None and place.end > close and place.start < span.end and not (place.start >= close and rule in ("parenthese", "jour-de-la-description")):
            return
        if HALF_DATE.match(text[place.end : place.end + 12]):
            return  # half of a date
        if re.fullmatch(r", [A-ZÉÈ][\w’'-]*(?: [A-ZÉÈ][\w’'-]*)*,?", place.of(text)) and re.match(r",? (?:et |ou )?[A-ZÉÈ]", text[place.end : place.end + 5]):
            return  # a member of a list
        if re.match(r", (?:l[ea]s?|l['’]|une?|des) ?", place.of(text)) and not re.search(r" (?:qui|que|qu|dont|où)(?!\w)", place.of(text)) and any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(place)):
            return  # a second sentence behind a comma
        if re.match(r", (?:à|au|aux|en|dans) .* et (?:l[ea]s?|l['’]|une?|des) ?", place.of(text)):
            return  # the place, and the subject of what follows
        if in_quotes(source, Span(place.start + 1, place.start + 2)) or place.of(text).count("«") != place.of(text).count("»"):
            return
        if place not in found or found[place].cost > cost:
            found[place] = _Piece(place, cost, rule)

    for match in re.finditer(r"[ \u00a0]\([^()«»]{2,60}\)", words):
        if _MEANT.search(match.group()) is None or re.fullmatch(r"[ \u00a0]\((?:\d{2,3}|[A-ZÉÈ][\w'’-]{1,24},? (?:selon|d['’]après) (?:son|leur|l['’]) ?(?:acronyme|sigle|appellation)(?: [a-zéèêàâ]+)?)\)", match.group()):
            put(Span(span.start + match.start(), span.start + match.end()), 0, "parenthese")
    for day in _days(source, index, span):
        put(day, 1, "jour-de-la-description")
    clauses = source.clauses_of.get(index, ())
    for clause in clauses:
        if clause.subject is None:
            continue
        trimmer = Trimmer(source, clause)
        for piece in (*trimmer.all_pieces(), *heading_cuts(source, clause, trimmer)):
            if piece.after or piece.cost < 0 or piece.rule in _HEADINGS_ONLY or piece.cost > 5 or clause.negated:
                continue
            fallen = piece.span.of(text)
            if piece.rule == "complement-second-de-titre" and not re.search(r"(?<!\w)(?:une? |d['’]une? )[a-zéèêàâîôûç-]+$", text[: piece.span.start]):
                continue  # « la troisième édition du Tour [des Monts d’Orval] »
            if re.search(r"[,:]?\s(?:dont|contre|sans)(?!\w)", fallen[:8]) or re.search(r"(?i)sursis|présumée?|soupçonn|accus|dément|rejet|contest|selon|d['’]après", fallen):
                continue
            put(piece.span, piece.cost + (2 if piece.rule == "circonstance-de-titre" and piece.cost else 0), piece.rule)
    _beside_the_subject(source, span, put)
    for match in _CIRCUMSTANCE.finditer(words):
        place = Span(span.start + match.start(), span.start + match.end())
        if place.start > (clauses[0].verb.end - 1 if clauses else span.start) and _MEANT.search(match.group()) is None and not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(place)) and re.match(r" (?:et|ou|puis) ", text[place.end :]) is None:
            put(_with_marks(source, place, clauses[0].verb.end if clauses else span.start), 2, "circonstance-en-incise")
    for match in re.finditer(r" à (?:son|leur) domicile(?: (?:de |d['’]|du |à )[A-ZÉ][\w-]+)?(?= )", words):
        put(Span(span.start + match.start(), span.start + match.end()), 2, "circonstance-en-incise")
    for match in re.finditer(r" «[\u00a0 ]?[a-zéèê]+ment[\u00a0 ]?»", words):
        place = Span(span.start + match.start(), span.start + match.end())
        if any(quote.span.start >= place.start and quote.span.end <= place.end for quote in source.analysis.quotes) or match.group().strip() in words:
            found.setdefault(place, _Piece(place, 4, "adverbe-cite"))
    for match in re.finditer(r" (?:publiée?s?|parue?s?|diffusée?s?|rendue? publique) [^,«»]{4,90}$", words.rstrip(" .\u00a0")) if said is not None and re.search(r"(?:une|un|des|dans un) ", words[said.start() :]) else ():
        if span.start + match.start() > close + 10:
            place = Span(span.start + match.start(), span.start + match.end())
            found[place] = _Piece(place, 2, "relative-de-l-etude")
    tail = Span(span.start, close)
    inside = tail.of(text)
    for match in re.finditer(",", inside):
        rest = inside[match.start() :]
        verb = clauses[0].verb.end if clauses and clauses[0].verb.end < tail.end else span.start + 20
        if span.start + match.start() < verb or _ASIDE.match(rest) is None or re.search(r"(?i)(?<!\w)(?:sursis|sans|ne|pas|jamais|aucune?|selon|mais|accus\w+|soupçonn\w+|présum\w+|contest\w+|dément\w*|ni[ée]\w*|rejet\w+)(?!\w)|n['’]|[«»]", rest):
            continue
        if _TELLS_WHAT.match(rest) or rest.count("(") != rest.count(")") or re.search(r", (?:et|ou|puis) [^,]*$", rest):
            continue
        put(Span(span.start + match.start(), close), 3 + (3 if re.search(r"\d|(?:tué|mort|blessé)", rest) else 0), "incise-finale")
    for match in re.finditer(r"(?<!\w)(?:une?|des|d['’]une?|une (?:série|vague|suite) d(?:e |['’])) ?[a-zéèêàâîôûç-]+( qui (?!ne )[^,;:«»()]{8,120})$", inside):
        if not re.search(r"(?i)(?<!\w)(?:pas|jamais|aucune?|présum\w+|accus\w+)(?!\w)|n['’]", match.group(1)):
            put(Span(span.start + match.start(1), close), 4, "relative-finale")
    for match in re.finditer(r"(?<!\w)(?:d['’]|dans )une? [a-zéèêàâîôûç-]+( (?:de l[ae] |de l['’]|du |des )[^,;:«»()]{3,50})(?=[,.]|$)", inside):
        complement = Span(span.start + match.start(1), span.start + match.end(1))
        if not any(token.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") for token in source.tokens_in(complement)):
            put(complement, 5, "complement-d-un-nom")
    late = re.search(r" alors qu(?:e |['’])[^,;:«»()]{8,120}$", inside)
    if late is not None and not re.search(r"(?i)(?<!\w)(?:pas|jamais|aucune?)(?!\w)|n['’]", late.group()):
        put(Span(span.start + late.start(), close), 5, "circonstance-finale")
    made_of = re.match(r"(?:Une?|Des|Deux|Trois|Quatre|Cinq|Six|\d+) [^,;:«»()]{3,40}?( (?:fabriqué|produit|vendu|situé|installé|construit|basé|organisé|commercialisé|conditionné)e?s? (?:à|au|aux|en|dans|près|par|chez) [^,;:«»()]{3,40}?)(?= (?:est|sont|a|ont|va|vont|sera|seront) )", inside)
    if made_of is not None and clauses and clauses[0].subject is not None and clauses[0].subject.end >= span.start + made_of.end(1):
        put(Span(span.start + made_of.start(1), span.start + made_of.end(1)), 5, "relative-finale")
    after = re.search(r" après (?:l[ea]s? |l['’]|une? |des )[^;:«»()]{8,120}$", inside)
    if after is not None and clauses and clauses[0].tense in ("present", "perfect", "simple-past") and clauses[0].passive and not re.search(r"(?i)(?<!\w)(?:pas|jamais|aucune?|ans?|mois|jours?|heures?)(?!\w)|n['’]", after.group()[7:]) and not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(Span(span.start + after.start(), close))):
        put(Span(span.start + after.start(), close), 5, "circonstance-finale")
    for match in _PLACE.finditer(inside):
        place = Span(span.start + match.start(), span.start + match.end())
        inner = source.tokens_in(place)
        if place.start > (clauses[0].verb.end if clauses else span.start) and re.search(r"[A-ZÉÈ]", match.group()) and not any(token.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") for token in inner) and not re.search(r"\d", match.group()):
            listed = re.match(r",? (?:et |ou )?[A-ZÉÈ]", text[place.end :]) is not None
            if place.end < close and not listed and text[place.end : place.end + 1] == "," and not re.match(r", (?:où|qui|dont)(?!\w)", text[place.end :]):
                put(_with_marks(source, Span(place.start, place.end + 1), clauses[0].verb.end if clauses else span.start), 3, "lieu-en-incise")
            if place.end >= close:
                put(Span(place.start, close), 2, "lieu-en-incise")
    if clauses:
        for edit in _without_frame(source, clauses[0], span):
            found[edit.span] = _Piece(edit.span, 1, edit.rule)
        lead = _sequel(source, clauses[0], span)
        if lead is not None and not any(piece.span.start == lead.start for piece in found.values()):
            found[lead] = _Piece(lead, 5, "cadre-initial")
    kept = sorted(found.values(), key=lambda piece: (piece.cost, -len(piece.span), piece.span))[:MOST_PIECES]
    return sorted(kept, key=lambda piece: piece.span)


_SEQUEL = re.compile(r"(?:Après|Lors d|À l['’]issue d|A l['’]issue d|Au terme d|Dans le cadre d|Au lendemain d|À la suite d|Suite (?:à|au)|Près d|Réuni|Quelques|Plusieurs (?:jours|mois|semaines|années) après)")


def _sequel(source: Source, clause: Clause, span: Span) -> Span | None:
    """Return what opens the sentence of an event by what came before it, or by where it was said: « Après trois ans de débats, »; None where it may bound the claim."""
    if clause.subject is None or clause.subject.start <= span.start or clause.negated or clause.tense not in ("perfect", "simple-past", "near-past") or clause.commitment not in ("asserted", "attributed", "alleged"):
        return None
    lead = Span(span.start, clause.subject.start)
    words = lead.of(source.text)
    opening = next(iter(source.tokens_in(lead)), None)
    participle = opening is not None and opening.feature("VerbForm") == "Part" and re.match(r"[A-ZÉ]\w*(?:é|ée|és|ées|is|ise|ises|ie|ies|u|us|ue|ues)(?!\w)", words) is not None
    if _SEQUEL.match(words) is None and not participle or not words.rstrip(" \u00a0").endswith(",") or re.search(r"[«»();:]", words) or any(token.feature("VerbForm") == "Fin" or token.pos == "SCONJ" for token in source.tokens_in(lead)):
        return None
    return lead if re.match(r"(?i)(?:il|elle|ils|elles|ce|cet|cette|ces|celui|celle|on)(?!\w)", clause.subject.of(source.text)) is None else None


def _with_marks(source: Source, place: Span, verb: int) -> Span:
    """Return what stands between two commas with both, where the verb and what it bears on then meet; else without the second, which parts what follows."""
    between = source.tokens_in(Span(verb, place.start))
    bare = all(token.pos in ("ADV", "PUNCT") or any(time.span.covers(token.span) for time in source.analysis.times) for token in between)
    linked = re.match(r" (?:à|au|aux|de|d['’]|du|en|dans|sur|contre|pour|par|avec|chez|vers|est|a|ont|sont)(?!\w)", source.text[place.end : place.end + 8])
    return place if bare or linked is not None else Span(place.start, place.end - 1)


def _beside_the_subject(source: Source, span: Span, put: Callable[[Span, int, str], None]) -> None:
    """Offer what stands between two commas behind the name or noun that opens the sentence, the verb following: « La navigatrice Anna Morel[, première femme à…,] est morte »."""
    text = source.text
    match = _BESIDE.search(text, span.start, span.end)
    if match is None or match.start() - span.start > 90 or _INSIDE.match(match.group()[2:]) is None:
        return
    before, after = source.tokens_in(Span(span.start, match.start())), source.tokens_in(Span(match.end(), min(span.end, match.end() + 30)))
    if not before or re.match(r"[A-ZÉ]\w*(?:é|ée|és|ées|is|us) ", source.text[span.start : match.start()]) and before[0].pos != "DET":
        return  # « Menée à la pause[, Belmont, troisième du groupe,] a renversé »: the subject
    if before[-1].pos not in ("PROPN", "NOUN", "ADJ", "X") or any(token.feature("VerbForm") == "Fin" for token in before) or not after:
        return
    if not (after[0].feature("VerbForm") == "Fin" or after[0].pos == "PRON" and len(after) > 1 and after[1].feature("VerbForm") == "Fin"):
        return
    inside = match.group()
    if re.search(r"(?i)(?<!\w)(?:sans|sauf|ne|pas|jamais|aucune?|selon|accus\w+|soupçonn\w+|présum\w+|contest\w+|condamn\w+)(?!\w)|n['’]", inside) or re.match(r"[^,]*(?<!\w)et ", source.text[span.start : match.start()]) and "," in source.text[span.start : match.start()]:
        return
    put(Span(match.start(), match.end()), 2, "apposition-du-sujet")


def _days(source: Source, index: int, span: Span) -> list[Span]:
    """Return the bare days of the sentence with the part of the day behind them, the space before included."""
    found: list[Span] = []
    text = source.text
    for time in source.analysis.times:
        if time.sentence != index or not span.covers(time.span) or not source.is_date(time.span) or time.span.start <= span.start + 1 or text[time.span.start - 1] != " ":
            continue
        end = time.span.end
        part = re.match(r" (?:matin|midi|après-midi|soir)(?![\w-])", text[end : end + 12])
        end += part.end() if part is not None else 0
        if text[end : end + 1] not in (" ", ",", ".", ";") or re.match(r" (?:et|ou|au|dernier|prochain|\d|vers \d|à \d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w)", text[end : end + 12]):
            continue
        lead = time.span.start - (4 if re.search(r" (?:le|ce) $", text[time.span.start - 4 : time.span.start]) else 1)
        verb = next((token for token in reversed(source.tokens_in(Span(span.start, lead)))), None)
        if re.match(r",\s+(?:une?|l[ea]s?|d[eu]s?|l['’]|plusieurs|\d)(?!\w)", text[end : end + 12]) and verb is not None and verb.feature("VerbForm") == "Part" and verb.span.end == lead:
            found.append(Span(lead, end + 1))  # « ont approuvé[ ce mercredi,] un projet »
            continue
        if re.search(r"(?:\b(?:de|du|depuis|jusqu['’]à|à partir|avant|après|dès|entre|au|à|et|ou|pour|nuit|le|ce|en)|d['’]) ?(?:le )?$", text[max(0, time.span.start - 14) : time.span.start]):
            if not re.search(r" (?:le|ce) $", text[time.span.start - 5 : time.span.start]) or re.search(r"\b(?:de|depuis|jusqu|avant|après|dès|entre|et|ou|pour|nuit) (?:le|ce) $", text[max(0, time.span.start - 14) : time.span.start]):
                continue
            found.append(Span(time.span.start - 4, end))
            continue
        if text[time.span.start - 2] == "," and text[end : end + 1] == ",":
            found.append(Span(time.span.start - 2, end))
            continue
        if text[end : end + 1] == "," and re.match(r",\s+(?:une?|l[ea]s?|d[eu]s?|l['’]|d['’]|plusieurs|\d)(?!\w)", text[end : end + 12]):
            continue  # « ont approuvé mercredi, un projet »
        found.append(Span(time.span.start - 1, end))
    return found


__all__ = ["HALF_DATE", "lede_cuts"]
