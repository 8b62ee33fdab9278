"""Headlines of an article without a title line: its opening sentence as a headline, its accusation, what the sentence that only calls the reader leaves to the next."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import combinations

from seo_fr.analyse.focus_lede import news_sentence
from seo_fr.french.conjugation import headline_present
from seo_fr.model import Clause, Edit, Slot, Span, Statement
from seo_fr.propose.frames import _lower_article, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline, _cut_points, _present
from seo_fr.propose.lede_cuts import _bad, _days, _Piece, _pieces, lede_cuts
from seo_fr.propose.opening_ends import asides, dependent_ends, free_lead
from seo_fr.propose.score import stems
from seo_fr.propose.source import Source
from seo_fr.propose.tell import finish, in_quotes
from seo_fr.propose.title_forms import without_auxiliary

#: A sentence below this many characters that opens an article calls the reader; the next tells the news.
TEASER = 60
#: What a headline costs whose clause ends before the sentence's other cuts would end it.
TAIL = 3
MOST_PIECES, MOST_LINES = 8, 16
_LEANING = re.compile(r"(?:Il|Elle|Ils|Elles|On|Celui|Celle|Ceux|Celles|Ce|Cet|Cette|Ces|C['’]|Son|Sa|Ses|Leurs?|Mais|Et|Or|Car|Puis|Ainsi|Résultat|Seule?s?)(?!\w)")
#: « une usine de fabrication de drones »: the works are those of what they make.
_WORKS = re.compile(r"(?<!\w)(?:usines?|ateliers?)( de (?:fabrication|production))(?= d(?:e |['’])(?!l[ae] |l['’]))")
_ACCUSED = re.compile(r"(?:a|ont) (?:\w+ment )?accusé|accusent?")
_PENALTY = re.compile(r"à ((?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|\d+) (?:ans|mois) (?:de prison|d['’]emprisonnement|de réclusion criminelle)(?: ferme| avec sursis|,? dont [^,.;:«»()]{3,40}(?:sursis|ferme))?)(?=[,.]| pour | et à )")
_STUDY = re.compile(r", (?:révèle|montre|suggère|conclut|établit|selon|d['’]après) (une (?:vaste |grande |nouvelle )?(?:étude|enquête|analyse)(?: (?!publiée|parue|menée|réalisée|conduite)[a-zéèêàâîôûç-]+)?)(?= (?:publiée|parue|menée|réalisée|conduite)(?!\w)|[,.])")
_NOBODY = re.compile(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|se|s['’]|l['’]un|une?|des|certains|lui|eux|elles?|ils?)(?!\w)")


def news_index(source: Source) -> int:
    """Return the sentence that tells the news of an article without a title line where the first only sets the scene; else the first."""
    first = source.first_sentence
    news = news_sentence(source.analysis) if source.analysis.article.title is None else None
    found = next((i for i, sentence in enumerate(source.analysis.sentences) if sentence.span == news), first)
    clause = next(iter(source.clauses_of.get(found, ())), None)
    opening = next(iter(source.clauses_of.get(first, ())), None)
    scene = opening is None or opening.subject_kind == "pronoun" or opening.tense in ("imperfect", "pluperfect") or opening.negated or bool(source.analysis.sentences[first].doubtful)
    return found if found > first + 1 and clause is not None and scene else first


def opening_sentences(source: Source) -> tuple[int, ...]:
    """Return the sentences that tell the news: the first, and the second where the first only calls the reader or is no sentence."""
    first, sentences = source.first_sentence, source.analysis.sentences
    telling = news_index(source)
    if telling > first:
        return (telling,)
    words = sentences[first].span.of(source.text).strip()
    return (first, first + 1) if first + 1 < len(sentences) and (len(words) < TEASER or sentences[first].doubtful) else (first,)


def opening_lines(source: Source, most: int, least: int = 30, key: str = "", past: bool = False) -> tuple[Headline, ...]:
    """Return the headlines of ``least`` to ``most`` characters that the opening gives, the best first; their ``cost`` is what their cuts take.

    ``key``: the focus keyphrase; the person whom it names needs no other description. ``past``: as sentences, in the source's tense.
    """
    made: dict[str, Headline] = {}
    opening = opening_sentences(source)
    for index in range(source.first_sentence, min(max(source.first_sentence, opening[-1] - 1) + 3, len(source.analysis.sentences))):
        away = 6 * min(abs(index - telling) for telling in opening[-1:]) + (0 if index in opening else 4)
        for line in (*accusing(source, index, most, past), *(() if past else denying(source, index, most, key)), *(_cut(source, index, most, least, key, past) if index in opening else ())):
            if least <= len(line.text) <= most:
                made.setdefault(line.text, Headline(line.span, line.edits, line.text, line.clause, line.tense, line.cost + away))
            bare = None if past else without_auxiliary(source, line)
            if bare is not None and least <= len(bare.text) <= most and bare.clause.subject is not None and not source.text[bare.span.start : bare.clause.verb.start].rstrip().endswith(","):
                made.setdefault(bare.text, Headline(bare.span, bare.edits, bare.text, bare.clause, bare.tense, line.cost + away - 2))
    return tuple(sorted(made.values(), key=lambda line: (line.cost, -len(line.text), line.text)))[:MOST_LINES]


def _cut(source: Source, index: int, most: int, least: int, key: str, past: bool) -> list[Headline]:
    """Return the sentence cut to a headline: without what stands between commas, without its days, ended where its first clause may end, in the headline present."""
    sentence, text = source.analysis.sentences[index], source.text
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None]
    if sentence.doubtful or sentence.paragraph < 0 or not clauses or clauses[0].negated or clauses[0].commitment not in ("asserted", "attributed", "future") or _LEANING.match(sentence.span.of(text)):
        return []
    first = clauses[0]
    assert first.subject is not None
    if first.tense in ("imperfect", "pluperfect", "conditional", "past-conditional") or first.subject_kind not in ("name", "noun") or any(one.sentence == index and one.remove > 1 for one in source.analysis.statements):
        return []
    if first.subject.start == sentence.span.start and re.match(r"[A-ZÉ]\w*(?:é|ée|és|ées|is) (?:de |d['’]|par |à |depuis )", sentence.span.of(text)):
        return []  # « Mené de deux buts, Belmont a renversé »: the parser took the participle for the subject
    pieces = sorted(sorted(_pieces(source, index, sentence.span), key=lambda piece: (piece.cost, -len(piece.span), piece.span))[:MOST_PIECES], key=lambda piece: piece.span)
    starts = {sentence.span.start, *(piece.span.end for piece in pieces if piece.span.start == sentence.span.start)}
    named = _before_the_name(source, first, key)
    pieces += [named] if named is not None else []
    light = [_Piece(span, cost, rule) for span, cost, rule in asides(source, first, sentence.span)]
    pieces = sorted([*pieces, *(piece for piece in light if not any(piece.span.overlaps(other.span) for other in pieces))], key=lambda piece: piece.span)
    if free_lead(source, first, sentence.span):
        starts.add(first.subject.start)
    found: dict[str, Headline] = {}
    for telling, loss in lede_cuts(source, index, least, most + (len(named.span) if named is not None else 0) + 4, final=False):
        drops = tuple(_Piece(edit.span, 0, edit.rule) for edit in telling.edits if edit.kind == "drop")
        for more in ((), (named,)) if named is not None else ((),):
            chosen = tuple(sorted((*drops, *more), key=lambda piece: piece.span))
            line = _line(source, first, telling.span, chosen, 0, False, past) if not any(one.span.overlaps(other.span) for one, other in combinations(chosen, 2)) else None
            if line is not None:
                found.setdefault(line.text, replace(line, cost=line.cost + loss + (named.cost if more and named is not None else 0)))
    behind = [one for one in source.analysis.statements if one.sentence == index and one.cue.start >= first.verb.end and one.content.covers(first.verb)]
    if any(one.cls != "announce" for one in behind):
        return list(found.values())  # who says it stands behind; who announces it may stay below
    ends = (*_cut_points(source, first), *_tails(source, first), *dependent_ends(source, first))
    days = {day.end: day.start for day in _days(source, index, sentence.span)}
    for end in dict.fromkeys((*ends, *(days[end] for end in ends if end in days))):
        for start in sorted(starts, reverse=True):
            if start > first.subject.start:
                continue
            inner = [piece for piece in pieces if piece.span.end < end and (piece.span.start > first.subject.start or piece is named)]
            for size in range(min(4, len(inner)) + 1):
                for chosen in combinations(inner, size):
                    if any(one.span.overlaps(other.span) for one, other in combinations(chosen, 2)):
                        continue
                    length = end - start - sum(len(piece.span) for piece in chosen)
                    if not least - 8 <= length <= most + 8:
                        continue
                    line = _line(source, first, Span(start, end), chosen, first.span.end - end, start > sentence.span.start, past)
                    if line is not None:
                        found.setdefault(line.text, line)
    return list(found.values())


_BEHIND = re.compile(r",? (?:avant|après) (?:l[ea]s? |l['’]|une? |des )|, (?:(?:une?|deux|trois|quatre|cinq|six|dix|quelques|\d+) (?:heures|jours|semaines|mois|ans|années) )(?:après|avant) |, (?:au terme|à l['’]issue|invoquant|dans le cadre|ce qui) ?")
_BY_WHOM = re.compile(r" (?:par (?:l[ea]s? |l['’]|une? |des )|dans une? )")
_LOST = re.compile(r"(?i)(?<!\w)(?:dont|pas|jamais|aucune?|sans|sursis|présum\w+|accus\w+|contest\w+|dément\w*|ni[ée]\w*|rejet\w+|selon)(?!\w)|n['’]|[«»]")


def _tails(source: Source, clause: Clause) -> list[int]:
    """Return the offsets before what came before or after the event, and of a passive before who did it: the news is told without them."""
    text, found = source.text, []
    for pattern in (_BEHIND, *((_BY_WHOM,) if clause.passive else ())):
        for match in pattern.finditer(text, clause.verb.end, clause.span.end):
            left = text[clause.verb.end : match.start()]
            if not _LOST.search(text[match.start() : clause.span.end]) and (clause.passive or len(left.split()) > 1) and not re.search(r"[,(]\s*$| (?:et|ou|de|d['’])$", left) and left.count("(") == left.count(")"):
                found.append(match.start())
    return sorted(found, reverse=True)


def _line(source: Source, clause: Clause, span: Span, chosen: tuple[_Piece, ...], tail: int, led: bool, past: bool) -> Headline | None:
    """Return the headline of what is left of the sentence, None where it does not read."""
    if clause.subject is not None and chosen and chosen[0].span.start == clause.subject.start == span.start:
        span, chosen = Span(chosen[0].span.end, span.end), chosen[1:]
    drops = [Edit("drop", piece.rule, piece.span, "") for piece in chosen]
    fallen = " ".join([*(drop.span.of(source.text) for drop in drops), source.text[span.end : clause.span.end]])
    if "sursis" in fallen:
        return None  # « quatre ans d’emprisonnement[, dont deux avec sursis] »
    if clause.subject is not None and source.text[clause.subject.start : clause.verb.start].count(",") == 1 and source.text[: clause.verb.start].rstrip().endswith(","):
        return None  # a comma that parts subject and verb
    if not clause.passive and not source.text[clause.verb.end : span.end].strip():
        return None  # « L’Assemblée adopte »: the object fell
    verb = _present(source, clause, span, drops) if not past and span.covers(clause.verb) else None
    edits = [*drops, verb] if verb is not None and not any(drop.span.overlaps(verb.span) for drop in drops) else drops
    done = finish(source, span, sorted(edits, key=lambda edit: edit.span), final=past)
    if done is None or _bad(source, done[2], chosen) or not past and done[2].endswith(".") or re.search(r"[;:?!\[\]]|\d\.\s", re.sub(r"«[^»]*»", " ", done[2])):
        return None
    cost = sum(piece.cost for piece in chosen) + (TAIL + tail // 25 if tail else 0) + (2 if led else 0) + (0 if verb is not None or clause.tense != "perfect" else 1)
    return Headline(*done, clause, verb is not None, cost)


def _before_the_name(source: Source, clause: Clause, key: str) -> _Piece | None:
    """Return what a firm, a body, or the person whom the keyphrase names is called before the name, where both are the subject: « Le fabricant de jouets [Untel] annonce »."""
    subject = clause.subject
    if subject is None:
        return None
    for entity in source.analysis.entities:
        for mention in entity.mentions if entity.kind in ("organisation", "person") else ():
            if mention.form != "full" or mention.span.end != subject.end or mention.span.start < subject.start + 6:
                continue
            before = Span(subject.start, mention.span.start)
            if re.fullmatch(r"(?:[Ll][ea] |[Ll]['’])[a-zéèêàâîôûç][^,;:«»()]{3,45} ", before.of(source.text)):
                if all(token.pos in ("DET", "NOUN", "ADJ", "ADP") for token in source.tokens_in(before)):
                    known = entity.kind == "organisation" or entity.name.of(source.text) == key
                    return _Piece(before, 3 if known else 9, "titre-court")
    return None


def accusing(source: Source, index: int, most: int, past: bool = False) -> list[Headline]:
    """Return who accuses whom of what, in the headline present, where the sentence opens on it: the voice is its subject. ``past``: as sentences, in the source's tense, with nothing taken from what is made."""
    text = source.text
    made: list[Headline] = []
    for one in source.analysis.statements:
        clause = next((clause for clause in source.clauses_of.get(index, ()) if one.id in clause.statements), None)
        if one.sentence != index or one.cls != "accuse" or one.remove != 1 or clause is None or clause.subject is None or clause.negated or clause.tense not in ("perfect", "present") or clause.subject_kind not in ("name", "noun"):
            continue
        if clause.lemma != "accuser" or _ACCUSED.fullmatch(clause.verb.of(text)) is None or in_quotes(source, one.cue) or one.content.start < clause.verb.end or source.analysis.sentences[index].doubtful or clause.lead is not None and clause.lead.start < clause.subject.start:
            continue
        words = one.content.of(text)
        if re.search(r"[;:«»()]|[.]\s", words) or _LEANING.match(clause.subject.of(text)):
            continue
        ends = [one.content.end - (len(words) - len(words.rstrip(" ,.")))]
        comma = words.find(", ")
        ends += [one.content.start + comma] if comma > 0 else []
        ends += [end for end in _cut_points(source, clause) if one.content.start + 12 < end < ends[0]]
        drops = [(day.start, day.end) for day in _days(source, index, clause.span)]
        works = [(one.content.start + match.start(1), one.content.start + match.end(1)) for match in _WORKS.finditer(words)]
        form = headline_present(clause.verb.of(text), clause.lemma, clause.person, clause.number) if clause.tense == "perfect" and not past else None
        for end in dict.fromkeys(ends):
            for shorter in (False, True) if works and not past else (False,):
                span = Span(clause.subject.start, end)
                cuts = [Edit("drop", "jour-du-titre", Span(*at), "") for at in drops if span.covers(Span(*at))]
                cuts += [Edit("drop", "fabrication-de-titre", Span(*at), "") for at in works if shorter and span.covers(Span(*at))]
                edits = [*cuts, Edit("tense", "present-de-titre", clause.verb, form)] if form is not None else cuts
                done = finish(source, span, sorted(edits, key=lambda edit: edit.span), final=past)
                if done is not None and len(done[2]) <= most:
                    made.append(Headline(*done, clause, form is not None, (ends[0] - end) // 12 + (1 if shorter else 0)))
    return made


def denying(source: Source, index: int, most: int, key: str) -> list[Headline]:
    """Return who denies what, in the headline present, where the sentence's own clause says so; when and where it was denied falls."""
    text = source.text
    made: list[Headline] = []
    for clause in source.clauses_of.get(index, ()):
        if clause.lemma != "nier" or clause.tense != "perfect" or clause.subject is None or clause.negated or clause.subject_kind not in ("name", "noun") or in_quotes(source, clause.verb) or source.analysis.sentences[index].doubtful or _LEANING.match(clause.subject.of(text)):
            continue
        lead, rest = text[clause.span.start : clause.subject.start], text[clause.verb.end : clause.span.end]
        said = re.fullmatch(r"((?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?(?:, devant [^,;:«»()]+,)?) ((?:avoir|être|s['’](?:être|y être)) ?[^,;:«»()]+?)[ .]*", rest)
        if said is None or lead and not re.fullmatch(r"(?:Jugée?|Poursuivie?|Entendue?|Interrogée?|Mise? en (?:cause|examen))s? [^;:«»()]+, ", lead):
            continue
        form = headline_present(clause.verb.of(text), clause.lemma, clause.person, clause.number)
        named = _before_the_name(source, clause, key)
        for start in (clause.subject.start, *((named.span.end,) if named is not None else ())):
            edits = [Edit("tense", "present-de-titre", clause.verb, form)] if form is not None else []
            if said.group(1):
                edits.append(Edit("drop", "jour-du-titre", Span(clause.verb.end, clause.verb.end + said.end(1)), ""))
            done = finish(source, Span(start, clause.verb.end + said.end(2)), edits, final=False)
            if done is not None and len(done[2]) <= most:
                made.append(Headline(*done, clause, form is not None, 2 if start > clause.subject.start else 0))
    return made


def reproaches(source: Source, keys: Set[str]) -> list[tuple[Slot, Slot, Statement]]:
    """Return who reproaches whom, as slots « locuteur » and « cible »: the voice accuses in the article's opening, of what the keyphrase is about; the one accused is named there or, by his short name, where it accuses again."""
    text = source.text
    first = source.first_sentence
    every = [one for one in source.analysis.statements if one.cls == "accuse" and one.remove == 1 and one.speaker is not None and not in_quotes(source, one.cue)]
    opening = next((one for one in every if first <= one.sentence <= first + 2 and keys & set(stems(source.analysis.sentences[one.sentence].span.of(text)))), None)
    if opening is None:
        return []
    whom = _capitals(opening.target.of(text)) if opening.target is not None else set()
    made: list[tuple[Slot, Slot, Statement]] = []
    for one in every:
        if one.speaker != opening.speaker or one.target is None or re.search(r"[,«»():;\"]", one.target.of(text)) or _NOBODY.match(one.target.of(text)) or len(one.target) > 45:
            continue
        if one is not opening and not whom & _capitals(one.target.of(text)):
            continue  # accused of something else, or somebody else
        voice = speaker_slot(source, "locuteur", one)
        if voice is not None and not set(stems(voice.text)) & keys:
            made.append((voice, span_slot(source, "cible", one.target, _lower_article(source, one.target), statement=one.id), one))
    return made


def _capitals(words: str) -> set[str]:
    """Return what names and adjectives of names begin with: « l’Iran », « le gouvernement iranien »."""
    return {word[:4].lower() for word in re.findall(r"\w{4,}", words) if word[:4].lower() not in ("gouv", "auto", "prés", "mini", "dire", "soci")}


def imposed(source: Source, key: str) -> Span | None:
    """Return the penalty as the first sentence tells it whole (« quatre ans d’emprisonnement, dont deux avec sursis »), where it is imposed on the one person whom the keyphrase names."""
    sentence = source.analysis.sentences[source.first_sentence]
    clause = next((clause for clause in source.clauses_of.get(source.first_sentence, ()) if clause.lemma == "condamner" and not clause.negated and clause.commitment == "asserted"), None)
    words = sentence.span.of(source.text)
    if clause is None or key not in words or sum(1 for entity in source.analysis.entities if entity.kind == "person" and any(sentence.span.covers(mention.span) for mention in entity.mentions)) != 1:
        return None
    found = _PENALTY.findall(words)
    match = _PENALTY.search(words)
    return Span(sentence.span.start + match.start(1), sentence.span.start + match.end(1)) if match is not None and len(found) == 1 and words.count("sursis") == match.group().count("sursis") else None


def study(source: Source) -> Slot | None:
    """Return, as slot « nom », the study that says what the first sentence tells: « …, révèle une étude franco-allemande »."""
    sentence = source.analysis.sentences[source.first_sentence]
    match = _STUDY.search(sentence.span.of(source.text))
    return span_slot(source, "nom", Span(sentence.span.start + match.start(1), sentence.span.start + match.end(1))) if match is not None else None


def denials(source: Source) -> tuple[int, ...]:
    """Return the sentences in which somebody denies, as the newspaper reports it."""
    return tuple(sorted({one.sentence for one in source.analysis.statements if one.cls == "deny" and one.remove == 1 and one.speaker is not None}))


def calls(source: Source) -> Span | None:
    """Return the first sentence where it has no verb and calls the reader like a headline: « Troisième jour de galère pour les usagers des bus. »; without its full stop."""
    sentence = source.analysis.sentences[source.first_sentence]
    words = sentence.span.of(source.text).rstrip()
    if sentence.doubtful != "no-verb" or not words.endswith(".") or not 30 <= len(words) <= 90 or len(words.split()) < 5 or re.search(r"[,;:?!«»()]|[.].", words) or _LEANING.match(words):
        return None
    return Span(sentence.span.start, sentence.span.start + len(words) - 1)


__all__ = ["accusing", "calls", "denials", "denying", "imposed", "news_index", "opening_lines", "opening_sentences", "reproaches", "study"]
