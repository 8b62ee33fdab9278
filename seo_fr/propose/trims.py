"""Headings of sections by compression: what a clause says, without what a headline leaves out, seventy characters at most.

What may fall hangs on what stays as a free modifier: an adjunct of the verb (place, day, circumstance) that is not its only complement, an insertion
between commas or brackets, the function before a person's name, a second predicate behind « et ». What is left is entailed by the clause; under a negation,
a restriction or a quantifier only insertions fall. After the sentence compression of headlines of Dorr, Zajic & Schwartz (« Hedge Trimmer », 2003), with
the constituents that French sets apart by marks (Grevisse & Goosse, Le bon usage, §§ 127, 351).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from seo_fr.edits import in_order
from seo_fr.french.elision import elides
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.alone import stands
from seo_fr.propose.ask_subject import with_own_possessive
from seo_fr.propose.heading_cuts import NARROWER, heading_cuts, lead_frames_not
from seo_fr.propose.heading_ends import amputated, inserted
from seo_fr.propose.heading_more import counted_then, counts, more_cuts, placed_start
from seo_fr.propose.headlines import _ENDS_BADLY, _NEVER_DROP, Headline, _attributes, _lead_falls, _present
from seo_fr.propose.resolve import resolve
from seo_fr.propose.score import stems
from seo_fr.propose.tell import Source, Telling, finish, in_quotes, is_whole
from seo_fr.propose.title_forms import dropped_auxiliary
from seo_fr.propose.trimmer import AMOUNT, CLOSING, Piece, Trimmer

SHORTEST, LONGEST = 20, 70
MOST_PIECES, MOST_LINES = 14, 5
#: Above this cost too much was cut for the heading to read well.
DEAREST = 18


def _starts(source: Source, clause: Clause) -> list[tuple[int, int]]:
    """Return where the heading may begin, with what it costs: at the lead, at the subject."""
    assert clause.subject is not None
    if not len(clause.subject):
        return [(clause.subject.start, 4)]  # said again: nothing before it is taken along
    if clause.lead is None and clause.subject.start > clause.span.start:
        return [(clause.subject.start, 6)] if _dates(source, Span(clause.span.start, clause.subject.start)) else []
    if clause.lead is None or clause.lead.start >= clause.subject.start:
        return [(clause.subject.start, 0)]
    if _attributes(source, clause.lead):
        return [(clause.lead.start, 0)]
    found: list[tuple[int, int]] = []
    words = clause.lead.of(source.text)
    if (placed := placed_start(source, clause)) is not None:
        found.append((placed, 3))
    if counted_then(source, clause):
        return [*found, (clause.subject.start, 5)]
    if re.fullmatch(r"(?:Vers|À|A|Peu (?:avant|après)|Dès) \d{1,2} ?(?:h|heures)[ \d]*,(?: (?:à|au|aux|en|sur|devant|dans) [^,;:«»()]{2,50},)?", words.replace("\u00a0", " ").replace("\u202f", " ").strip()):
        return [*found, (clause.subject.start, 3)]
    plain = words.strip(" ,").replace("’", "'").lower()
    tokens = source.tokens_in(clause.lead)
    if _lead_falls(source, clause):
        return [*found, (clause.subject.start, 0)]
    if words.rstrip().endswith(",") and words.count(",") == 1 and len(words) <= 36 and not any(token.pos in ("PRON", "VERB") for token in tokens):
        found.append((clause.lead.start, 3))
    happened = (clause.tense in ("perfect", "simple-past") or clause.tense == "present" and clause.passive) and clause.lemma not in AMOUNT | {"être", "avoir"} and not clause.negated
    opens = re.match(r"(?:à|au|aux|en|dans|lors|après|durant|pendant|vers|ce|cette|près|non loin|suite|devant|face|chez|le|peu après|dès|sur|avec|pour des raisons|pour la première fois|à l'issue|à la suite)\b", plain)
    framed = clause.tense == "present" and not clause.negated and clause.lemma not in AMOUNT | {"être", "avoir"} and re.match(r"(?:après|lors|à l'issue|à la suite|au terme|face à|suite|devant|dans la nuit|durant|au lendemain)\b", plain)
    if (happened and opens or framed) and words.rstrip().endswith(",") and not re.search(r"\b(?:1\d|20)\d\d\b|%", plain) and not {token.span.of(source.text).lower() for token in tokens} & _NEVER_DROP:
        found.append((clause.subject.start, 5))
    elif (dear := lead_frames_not(source, clause)) is not None:
        found.append((clause.subject.start, dear))
    return found


def _shared(source: Source, clause: Clause) -> tuple[Clause, Edit] | None:
    """Return a clause whose subject stands in the clause before (« et monte sur la deuxième marche ») with the edit that says it again; None where that subject is not short and plain."""
    subject = clause.subject
    if subject is None or clause.subject_kind not in ("name", "noun") or not any(obstacle.startswith("shared-subject:") for obstacle in clause.obstacles):
        return None
    entity = source.entity(clause.subject_entity)
    text = " ".join(entity.name.of(source.text).split()) if entity is not None and entity.kind == "person" else subject.of(source.text)
    start = clause.verb.start
    if len(text) > 34 or re.search(r"[,«»():;\"]", text) or source.text[clause.span.start : start].strip(" ,").lower() not in ("", "et", "puis", "et a", "mais"):
        return None
    if re.match(r"(?i)(?:ce|cet|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on|certains|chacun)\b", text) or clause.tense not in ("perfect", "simple-past", "present", "future", "near-future"):
        return None
    if start == clause.span.start:
        return None
    edit = Edit("reference", "sujet-repris", Span(clause.span.start, start), text[0].upper() + text[1:].replace("'", "’") + " ")
    left = tuple(obstacle for obstacle in clause.obstacles if not obstacle.startswith(("shared-subject:", "connective:")))
    return replace(clause, obstacles=left, lead=None, subject=Span(clause.span.start, clause.span.start)), edit


def _dates(source: Source, span: Span) -> bool:
    """Return whether the span is days, hours and bare places with their commas: what frames a single event."""
    parts = [part.strip() for part in span.of(source.text).replace("\u00a0", " ").split(",")]
    if parts[-1]:
        return False
    return all(not part or source.is_date_text(part.lower().replace("’", "'")) or re.fullmatch(r"(?:[àÀ]|[vV]ers) \d{1,2} ?(?:h|heures)[ \d]*|(?:[àÀ]|[eE]n) [A-ZÉ][\w-]+", part) for part in parts)


def section_lines(source: Source, clause: Clause, longest: int = LONGEST, past: bool = False) -> tuple[Headline, ...]:
    """Return the headings that one clause can give, of twenty to ``longest`` characters, the least cut first; empty where it gives none for certain.

    ``past``: in the clause's own tense, as in a sentence.
    """
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or not source.is_matter(clause.sentence) or clause.subject is None or clause.person != 3 or in_quotes(source, clause.verb):
        return ()
    if set_against(source, clause) or _of_a_suspect(source, clause):
        return ()
    repeated = None
    if (shared := _shared(source, clause)) is not None:
        clause, repeated = shared
    assert clause.subject is not None
    if counts(source, clause):
        clause = replace(clause, subject_kind="noun")
    assert clause.subject is not None
    if not is_whole(source, clause) or clause.subject.start > clause.verb.start or not clause.regular and not _plain_order(source, clause):
        return ()
    if clause.subject_kind not in ("name", "noun", "pronoun"):
        return ()
    trimmer = Trimmer(source, clause)
    pieces = list({piece.span: piece for piece in [*trimmer.all_pieces(), *(() if past else (*heading_cuts(source, clause, trimmer), *inserted(source, clause), *more_cuts(source, clause, trimmer)))] if piece.after or piece.cost == -100 or not trimmer.in_list(piece.span) and _at_word_end(source, clause, piece)}.values())[:MOST_PIECES]
    made: dict[str, Headline] = {}
    for start, dear in _starts(source, clause):
        usable = [piece for piece in pieces if piece.span.start >= min(start, clause.subject.start) and piece.cost > -100]
        choices: list[tuple[int, int, tuple[Piece, ...]]] = []
        for size in range(min(5, len(usable)) + 1):
            for chosen in combinations(usable, size):
                if any(a.span.overlaps(b.span) for a, b in combinations(chosen, 2)):
                    continue
                if trimmer.copula and any(piece.span.covers(trimmer.tokens[trimmer.root].span) for piece in chosen):
                    continue  # what the subject is said to be would fall
                length = clause.span.end - start - sum(len(piece.span) - len(piece.after) for piece in chosen)
                if length <= longest + 12 and trimmer.complete(chosen):
                    choices.append((dear + sum(piece.cost for piece in chosen), -length, chosen))
        choices.sort(key=lambda choice: (choice[0], choice[1], tuple(piece.span for piece in choice[2])))
        found = 0
        for cost, _, chosen in choices[:24]:
            line = _line(source, clause, start, chosen, tuple(piece for piece in pieces if piece.cost == -100), cost, longest, past, repeated)
            if line is not None and line.text not in made:
                made[line.text] = line
                found += 1
                if found >= MOST_LINES:
                    break
    return tuple(made.values())


def _at_word_end(source: Source, clause: Clause, piece: Piece) -> bool:
    """Return whether what falls ends where a word, and a date, does: « dans les Pyrénées|-Orientales », « ce mardi| 14 mai »."""
    if re.match(r" (?:1er|\d{1,2}) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b", source.text[piece.span.end : piece.span.end + 16]):
        return False
    return piece.span.end >= clause.span.end or re.match(r"[\s,;:.)»]", source.text[piece.span.end :][:1]) is not None or source.text[piece.span.end - 1 : piece.span.end].isspace() or source.text[piece.span.end - 1] in "’'"


_SUSPECTS = re.compile(r"\b(?:suspecte?s?|prévenue?s?|accusée?s?|inculpée?s?|mise?s? en (?:cause|examen)|présumée?s?|meurtriers?|tueurs?|assassins?)\b", re.IGNORECASE)
_HARMLESS = frozenset(
    "nier contester reconnaître avouer comparaître être rester avoir plaider risquer encourir déclarer dire affirmer demander attendre admettre démentir répondre garder refuser expliquer mourir décéder bénéficier".split()
)


def _of_a_suspect(source: Source, clause: Clause) -> bool:
    """Return whether the newspaper says of a suspect what he did: that heads nothing."""
    subject = clause.subject.of(source.text) if clause.subject is not None else ""
    return bool(_SUSPECTS.search(subject)) and not clause.passive and clause.commitment in ("asserted", "future") and clause.lemma not in _HARMLESS


def set_against(source: Source, clause: Clause) -> bool:
    """Return whether the next clause of the sentence limits this one: « réussit son pari, mais sort fragilisée » is not « réussit son pari »."""
    return any(
        other.span.start >= clause.span.end and re.match(r"\W*(?:mais|or|toutefois|cependant|pourtant|néanmoins)\b", other.span.of(source.text).lower())
        for other in source.clauses_of.get(clause.sentence, ())
    )


def _plain_order(source: Source, clause: Clause) -> bool:
    """Return whether a clause that is not regular still reads subject, verb, complement: one subject right before its verb, no second sentence in it."""
    assert clause.subject is not None
    between = re.sub(r"^ \d[\d ]*(?= )", "", source.text[clause.subject.end : clause.verb.start])  # « la ligne 17 »
    aside = re.fullmatch(r", [^,;:«»()]{4,90},\s", between) is not None and not any(token.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") for token in source.tokens_in(Span(clause.subject.end, clause.verb.start)))
    if between.strip(" ,\u00a0") and not aside or ":" in source.text[clause.span.start : clause.verb.end] or ";" in clause.span.of(source.text):
        return False
    if re.search(r"[«»\"“”]", clause.subject.of(source.text)) or clause.number == "" or clause.lemma == "être" and clause.subject_kind == "pronoun":
        return False
    words = clause.subject.of(source.text)
    plural = bool(re.match(r"(?i)(?:les|des|ces|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|certains|de nombreu)", words)) or " et " in words
    singular = bool(re.match(r"(?i)(?:le |la |l['’]|un |une |ce |cette |cet )", words)) and not re.search(r" et |, ", words)
    return not (plural and clause.number == "s" and " et " not in words or singular and clause.number == "p")


def _line(source: Source, clause: Clause, start: int, chosen: tuple[Piece, ...], marks: tuple[Piece, ...], cost: int, longest: int, past: bool, repeated: Edit | None) -> Headline | None:
    """Return the heading without the ``chosen`` pieces; None where a reference stays open, an edit clashes or it ends badly."""
    assert clause.subject is not None
    end = clause.span.end
    for piece in sorted(chosen, key=lambda piece: -piece.span.end):
        if piece.span.end == end:
            end = piece.span.start
    if end < clause.verb.end or any(s.sentence == clause.sentence and s.cue.overlaps(clause.verb) and s.content.start >= end for s in source.analysis.statements):
        return None  # « a nié mardi »: what
    if any(source.text[piece.span.end : piece.span.end + 2] == " (" and piece.span.end < end and not any(other.span.start <= piece.span.end < other.span.end for other in chosen) for piece in chosen):
        return None  # the brackets belong to what would fall
    if any(_SAYS_SO.search(piece.span.of(source.text)) for piece in chosen) or _of_what(source, clause, end) or amputated(source, clause, end):
        return None
    span = Span(start, end)
    drops = [Edit("reference" if piece.after else "drop", piece.rule, piece.span, piece.after) for piece in chosen if piece.span.end <= end]
    names = [piece for piece in chosen if piece.rule == "fonction-de-titre" and source.text[piece.span.start : piece.span.end].rstrip().endswith(",")]
    if names:
        drops += [Edit("drop", piece.rule, piece.span, "") for piece in marks if any(0 < piece.span.start - name.span.end < 60 for name in names)]
    gone = (*drops, Edit("drop", "fin-de-titre", Span(end, clause.span.end), ""))
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
        return None
    loose = False
    lead = Edit("drop", "tete-de-titre", Span(clause.span.start, start), "") if start > clause.span.start else None
    light = _light(source, clause, span, gone)
    drops, gone = [*drops, *light], (*gone, *light)
    given = (*gone, *((lead,) if lead else ()))
    eased, own, dear = _eased(source, clause, span, given)
    cost += dear
    edits = resolve(source, eased, clause.span, True, (*given, *own))
    if edits is None:
        edits, loose = resolve(source, eased, clause.span, True, (*given, *own), True), True
    if edits is None and (plain := _of_the_news(source, eased)) is not None:
        edits, cost = resolve(source, plain, clause.span, True, (*given, *own), True), cost + 3
    if edits is None:
        return None
    edits = [*edits, *(edit for edit in own if not any(edit.span.overlaps(other.span) for other in edits))]
    named = any(edit.kind == "reference" and edit.span == clause.subject for edit in edits)
    if clause.subject_kind == "pronoun" and not named:
        return None
    inner = [edit for edit in edits if span.covers(edit.span) and not any(drop.span.overlaps(edit.span) for drop in drops)]
    attributed = clause.lead is not None and start < clause.subject.start and _attributes(source, clause.lead)
    inner = [replace(edit, after=edit.after.replace("'", "’")) if edit.kind == "reference" else edit for edit in inner]
    inner = [replace(edit, after=edit.after[:1].upper() + edit.after[1:]) if edit.kind == "reference" and not source.text[start : edit.span.start].strip() else edit for edit in inner]
    then = lead is not None and counted_then(source, clause)
    verb = None if attributed or past or then else _present(source, clause, span, drops)
    kept = [*drops, *inner]
    if repeated is not None:
        verb = None  # the name stands right before it
        kept.append(repeated)
    if verb is not None:
        kept = [edit for edit in kept if not verb.span.covers(edit.span)]
        if not any(edit.span.overlaps(verb.span) for edit in kept):
            kept.append(verb)
    bare = dropped_auxiliary(source, clause, span) if not past and not then and repeated is None and not attributed and _reads_bare(source, clause, end) else None
    if bare is not None and not any(edit.kind == "drop" and edit.span.overlaps(clause.verb) for edit in kept):
        kept = [*(edit for edit in kept if not edit.span.overlaps(clause.verb)), bare]
        verb = bare
    try:
        in_order(kept)
    except ValueError:
        return None
    done = finish(source, span, kept, final=False)
    if done is None or not SHORTEST <= len(done[2]) <= longest or _ends_badly(source, clause, span, drops) or done[2][-1] in ",:;–—-(":
        return None
    if clause.lemma in _TAKES_PLACE | CLOSING and not any(token.pos in ("NOUN", "PROPN", "NUM", *(("VERB", "ADJ", "AUX", "PRON") if clause.lemma in CLOSING else ())) and token.span.of(source.text).lower() not in ("aujourd'hui", "aujourd’hui", "week", "end", "week-end") and not source.is_date(token.span) and not any(drop.span.covers(token.span) for drop in drops) for token in source.tokens_in(Span(clause.verb.end, max(span.end, clause.verb.end)))):
        return None
    if _parted(source, clause, start, drops) or _cut_off(source, clause, span, drops) or half_clause(source, span, drops):
        return None
    if (dangling := re.search(r", (?:et|ou|mais|puis|ni) [^,]*$", done[2])) and not any(token.feature("VerbForm") in ("Fin", "Part") and token.span.of(source.text) in dangling.group() for token in source.tokens_in(span)):
        return None
    if re.search(r"[,(] *$|, ,|\(\)|  |[?!] |\[", done[2]) or done[2].count("«") != done[2].count("»"):
        return None
    more = (6 if loose else 0) + (5 if named else 0) + (6 if clause.tense in ("pluperfect", "imperfect") else 0) + (4 if not clause.regular else 0) + (0 if verb is not None or clause.tense in ("present", "future", "near-future") else 2)
    more += 3 if "(" in done[2] else 0
    if cost + more > DEAREST:
        return None
    judged = max((piece.span.end for piece in chosen if piece.rule in NARROWER and piece.span.start == end), default=0)
    return Headline(*done, clause, verb is not None, cost + more, judged)


#: « Les personnages, dit-elle, sont inventés »: whose word it is never falls.
_SAYS_SO = re.compile(r"(?<![\w-])(?:a|ont)?-?(?:dit|affirme|assure|explique|estime|juge|précise|raconte|confie|promet|jure|selon|d['’]après|t)\w*-(?:t-)?(?:ils?|elles?|on)(?!\w)|(?<!\w)(?:selon|d['’]après|à en croire|de son propre aveu)(?!\w)", re.IGNORECASE)
_WHAT = re.compile(r"(?:,[^,«»]{3,60},)? (?:d[eu] |des |d['’]|sur |en (?!\d|[A-ZÉ]|\w+ant(?!\w)|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|début|fin|présence|vue|marge|raison)|entre |contre |pour (?!l[ea] première|(?:la |l['’]|le )?(?:rentrée|saison|année|exercice|semaine|mois|week-end)(?!\w))|visant |destinée?s? |portant )")


#: Nouns of what a colon then tells: « un nouveau défi : … ».
_TOLD_BEHIND = frozenset("défi élément point chose problème question décision mesure annonce raison objectif condition constat message exemple solution nouveauté surprise idée règle principe conséquence motif obstacle piste scénario facteur détail fait changement difficulté étape option critère explication enjeu but tâche conclusion précision réponse".split())


def _of_what(source: Source, clause: Clause, end: int) -> bool:
    """Return whether the heading would end on an object without what it is of, or what it is: « annonce la fermeture[, d’ici à juin, de son usine] », « bénéficie d’un apport régulier [en devises] », « fait face à un défi [: la montée] »."""
    rest = source.text[end : clause.span.end]
    kept = source.tokens_in(Span(clause.verb.end, end)) if end > clause.verb.end else ()
    if not rest.strip() or not kept:
        return False
    if re.match(r", (?:d[eu] |des |d['’])(?!ici)", rest):
        return True
    nouns = [k for k, token in enumerate(kept) if token.pos == "NOUN" and not source.is_date(token.span)]
    if not nouns or any(token.pos in ("ADP", "SCONJ", "PRON", "VERB") for token in kept[nouns[-1] :]):
        return False
    last = kept[nouns[-1]]
    before = kept[max(0, nouns[-1] - 3) : nouns[-1]]
    articles = [token.span.of(source.text).lower() for token in before if token.pos in ("DET", "ADP", "NUM")]
    if not articles or source.is_date(last.span) or any(time.span.covers(last.span) for time in source.analysis.times if time.sentence == clause.sentence):
        return False
    if re.match(r"\s?:", rest):
        return articles[-1] in ("un", "une", "des", "deux", "trois", "quatre") and last.lemma.lower() in _TOLD_BEHIND
    return _WHAT.match(rest) is not None and articles[-1] in ("un", "une", "le", "la", "l’", "l'", "les", "du") and last.dep in ("obj", "obl:arg", "nmod", "obl:mod", "conj", "xcomp") and len([k for k in nouns if k < nouns[-1]]) < 1


#: Verbs that say that something took place: without where, when or how they say nothing.
_TAKES_PLACE = frozenset("dérouler tenir produire situer passer jouer survenir".split())
_COUNTED = re.compile(r"(?:(?:plus|près) d[e’'] ?|au moins |environ )?(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|plusieurs|une? (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|millier)s? )", re.IGNORECASE)


def _reads_bare(source: Source, clause: Clause, end: int) -> bool:
    """Return whether the event reads as one without its auxiliary: « Quatre hommes interpellés à Lens », « Anna Morel élue »; « l’opération lancée jeudi » would be no sentence."""
    subject = clause.subject
    if subject is None or clause.tense != "perfect" or clause.commitment != "asserted" or clause.lemma in ("permettre", "être"):
        return False
    words = subject.of(source.text)
    if _COUNTED.match(words):
        return True
    more = any(token.pos in ("NOUN", "PROPN", "NUM") for token in source.tokens_in(Span(clause.verb.end, end))) if end > clause.verb.end else False
    entity = source.entity(clause.subject_entity)
    named = entity is not None and clause.subject_kind == "name" and entity.kind in ("person", "place", "organisation")
    return more and (named or re.match(r"(?i)une? ", words) is not None or any(token.pos == "PROPN" for token in source.tokens_in(subject)))


def _parted(source: Source, clause: Clause, start: int, drops: list[Edit]) -> bool:
    """Return whether one comma alone would stand between subject and verb."""
    assert clause.subject is not None
    between = [token for token in source.tokens_in(Span(max(start, clause.subject.start), clause.verb.start)) if not any(drop.span.covers(token.span) for drop in drops)]
    commas = sum(1 for token in between if token.span.of(source.text) == ",")
    return commas == 1 or bool(between) and between[-1].span.of(source.text) == "," and commas % 2 == 1


def _light(source: Source, clause: Clause, span: Span, gone: tuple[Edit, ...]) -> list[Edit]:
    """Return the edits that drop « aussi », « également », « même », « notamment » in the verb or right behind it: above a section they tie to nothing."""
    found: list[Edit] = []
    window = source.text[clause.verb.start : min(span.end, clause.verb.end + 14)]
    for match in re.finditer(r" (?:aussi|également|même|notamment|toutefois|cependant|en effet|alors|donc|ainsi|eux|elles)(?= (?!si\b|bien\b|que\b|qu['’]|(?:aussi|même)\b))| aussi(?= qu)", window):
        place = Span(clause.verb.start + match.start(), clause.verb.start + match.end())
        following = next(iter(source.tokens_in(Span(place.end + 1, span.end))), None) if place.end + 1 < span.end else None
        before = source.tokens_in(Span(max(0, place.start - 24), place.start))
        if match.group() in (" eux", " elles") and not (before and before[-1].pos in ("AUX", "VERB")):
            continue
        if following is None or following.pos in ("ADJ", "ADV") and re.search(r"\bque?\b|\bqu['’]", source.text[place.end : span.end]) or in_quotes(source, place):
            continue
        if any(edit.span.overlaps(place) for edit in (*gone, *found)):
            continue
        found.append(Edit("drop", "lien-de-titre", place, ""))
    return found


_LINKS = ("ensuite", "par la suite", "désormais", "auparavant", "entre-temps", "dans le même temps", "à son tour", "à leur tour", "de nouveau", "en effet", "également", "ainsi", "donc", "alors")
_THIS = {"ce": "le", "cet": "l’", "cette": "la", "ces": "les"}


def _eased(source: Source, clause: Clause, span: Span, gone: tuple[Edit, ...]) -> tuple[Clause, list[Edit], int]:
    """Return the clause without the obstacles that hinder no heading, the edits that lift some, and what that costs.

    « les autres candidats » says enough above a section; « ensuite » falls; « cette tuerie » is « la tuerie ».
    """
    left: list[str] = []
    edits: list[Edit] = []
    cost = 0
    for obstacle in with_own_possessive(source, clause).obstacles:
        name, _, word = obstacle.partition(":")
        plain = word.lower().replace("’", "'")
        if name == "other" and re.match(r"(?:d'autres|les autres|un autre|une autre|l'autre|la seconde|le second|chacune?)(?: [a-zé]|$)", plain):
            cost += 4
            continue
        if name in ("time", "also") and plain in _LINKS:
            at = [m for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", clause.span.of(source.text)) if clause.span.start + m.start() > span.start]
            if len(at) == 1 and not re.match(r"\s+(?:que\b|qu['’])", source.text[clause.span.start + at[0].end() :][:6]):
                place = Span(clause.span.start + at[0].start(), clause.span.start + at[0].end())
                if not any(edit.span.overlaps(place) for edit in gone) and source.text[place.start - 1] == " " and source.text[place.end : place.end + 1] in (" ", ""):
                    edits.append(Edit("drop", "lien-de-titre", Span(place.start - 1, place.end), ""))
                    cost += 1
                    continue
        if name == "demonstrative" and plain.split(" ")[0] in _THIS:
            edit = _defined(source, clause, span, word, gone)
            if edit is not None:
                edits.append(edit)
                cost += 7
                continue
        left.append(obstacle)
    return (replace(clause, obstacles=tuple(left)) if len(left) < len(clause.obstacles) else clause), edits, cost


def _of_the_news(source: Source, clause: Clause) -> Clause | None:
    """Return the clause without the obstacles of definite nouns that the title or the first sentence has: above a section « les victimes » are those of the accident; None where there is none."""
    title = source.analysis.article.title
    known = {stem for span in (title, source.analysis.sentences[source.first_sentence].span) if span is not None for stem in stems(span.of(source.text))}
    left = []
    for obstacle in clause.obstacles:
        name, _, words = obstacle.partition(":")
        noun = stems(words.split(" ", 1)[-1].replace("'", " "))
        if name != "definite" or not (noun and noun[-1] in known or words.lower().startswith(("les deux ", "les trois ", "les quatre "))):
            left.append(obstacle)
    return replace(clause, obstacles=tuple(left)) if len(left) < len(clause.obstacles) else None


def _defined(source: Source, clause: Clause, span: Span, word: str, gone: tuple[Edit, ...]) -> Edit | None:
    """Return the edit that makes « cette tuerie » « la tuerie » in a heading; None where it is no noun, stands twice, or an article would have to contract."""
    at = [m.start() + clause.span.start for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", clause.span.of(source.text))]
    if len(at) != 1 or in_quotes(source, Span(at[0], at[0] + 1)) or any(edit.span.start <= at[0] < edit.span.end for edit in gone):
        return None
    tokens = source.tokens_in(Span(at[0], clause.span.end))
    if len(tokens) < 2 or tokens[1].pos not in ("NOUN", "ADJ", "NUM") or re.match(r"-(?:là|ci)\b", source.text[tokens[1].span.end : tokens[1].span.end + 4]) or source.is_date(tokens[1].span):
        return None
    if any(time.span.start == at[0] for time in source.analysis.times if time.sentence == clause.sentence):
        return None
    article, following = _THIS[tokens[0].span.of(source.text).lower()], tokens[1].span.of(source.text)
    if article in ("le", "la") and elides(following):
        article = "l’"
    before = source.text[max(0, at[0] - 4) : at[0]].lower().split()
    if before and before[-1] in ("de", "à") and article in ("le", "les"):
        return None
    place = Span(tokens[0].span.start, tokens[1].span.start) if article == "l’" else tokens[0].span
    return Edit("reference", "demonstratif-en-defini", place, article)


def half_clause(source: Source, span: Span, drops: Iterable[Edit]) -> bool:
    """Return whether a subordinate clause that stays has lost its verb: « marchait lorsqu’une plaque [l’a emporté] »."""
    gone = [edit.span for edit in drops if edit.kind == "drop"]
    left = [token for token in source.tokens_in(span) if not any(cut.covers(token.span) for cut in gone)]
    for k, token in enumerate(left):
        if token.span.of(source.text).lower().rstrip("'’") in ("lorsqu", "lorsque", "quand", "puisqu", "puisque", "qui", "dont", "où", "si") and not any(other.feature("VerbForm") in ("Fin", "Inf") for other in left[k + 1 :]):
            return True
    return False


def _cut_off(source: Source, clause: Clause, span: Span, drops: list[Edit]) -> bool:
    """Return whether what stands behind the verb, or behind an auxiliary, is a lone aside behind a comma: « est, selon les volontaires », « qui devrait, dans quelques jours »."""
    left = [token for token in source.tokens_in(Span(clause.verb.start, span.end)) if not any(drop.span.covers(token.span) for drop in drops)]
    commas = [k for k, token in enumerate(left) if token.span.of(source.text) == ","]
    if not commas:
        return False
    last = commas[-1]
    before = left[last - 1] if last else None
    if before is None or not (before.pos == "AUX" or before.lemma in ("devoir", "pouvoir", "aller", "avoir", "être", "vouloir", "falloir") or clause.verb.covers(before.span)):
        return False
    return len(commas) % 2 == 1


def _ends_badly(source: Source, clause: Clause, span: Span, drops: list[Edit]) -> bool:
    """Return whether the heading would end on a word that announces another."""
    left = [token for token in source.tokens_in(span) if not any(drop.span.covers(token.span) for drop in drops)]
    last = left[-1] if left else None
    if last is not None and last.pos == "VERB" and span.end < clause.span.end and (last.feature("VerbForm") == "Inf" or last.span.of(source.text).endswith("ant")):
        return True  # « pourrait affecter », « s’emparant »: its complement fell
    if last is not None and clause.lemma == "voter" and last.span.of(source.text) in ("pour", "contre"):
        return False
    return last is None or last.pos in _ENDS_BADLY and last.span.of(source.text) not in ("»", "”", '"', ")")


def trimmed_tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the clause told as a sentence of at most 150 characters in its own tense, cut as headings are, nothing in it named by description alone: for descriptions."""
    made: list[Telling] = []
    for line in section_lines(source, clause, 150, past=True):
        if line.cost > 5 or clause.tense == "pluperfect":
            continue
        done = finish(source, line.span, [edit for edit in line.edits if edit.kind not in ("typography", "case")])
        if done is not None:
            telling = Telling(*done, (clause.id,), clause.sentence, len(clause.span) - len(line.span))
            made += [telling] if stands(source, telling) else []
    return tuple(made)


__all__ = ["CLOSING", "section_lines", "set_against", "trimmed_tellings"]
