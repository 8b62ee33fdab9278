"""Headlines by compression: a clause of the source in the headline present, cut at the end of a constituent.

Only an affirmative clause is cut: what is left of « n’a pas voté vendredi » without its date is another claim. What is cut hangs on what stays as a
free modifier (place, time, manner, comma-bounded relative or participle), so that the longer clause entails the shorter one. After the
sentence compression of headlines of Dorr, Zajic & Schwartz (« Hedge Trimmer », 2003), restricted to what keeps the claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.edits import in_order
from seo_fr.french.conjugation import headline_present
from seo_fr.model import Clause, Edit, Span, Token
from seo_fr.propose.alone import stands
from seo_fr.propose.resolve import resolve
from seo_fr.propose.tell import Source, Telling, finish, in_quotes, is_whole

_FREE = {"obl:mod", "advmod", "advcl", "nmod", "acl:relcl", "acl", "parataxis", "appos", "obl:agent"}
_NEGATIVE = {"ne", "n'", "n’", "pas", "aucun", "aucune", "jamais", "sans", "si", "seul", "seule", "seuls", "seules", "ni", "tous", "toutes", "chaque"}
_NEVER_DROP = {
    "ne", "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "sauf", "hormis", "excepté", "seulement", "uniquement", "si", "selon",
    "peut-être", "probablement", "sinon", "faute", "malgré", "contrairement", "non", "ni", "guère", "quasi", "vraisemblablement", "apparemment", "prétendument",
    "présumé", "présumée", "présumés", "présumées", "éventuel", "éventuelle", "éventuels", "éventuelles", "possible", "possibles", "candidat", "tentative", "suspecté", "soupçonné",
}  # fmt: skip
_LOOSE_PREPOSITIONS = {
    "à", "au", "aux", "dans", "en", "sur", "lors", "après", "avant", "depuis", "pendant", "durant", "devant", "près", "vers", "par", "chez", "sous", "entre", "avec", "dès",
    "jusque", "jusqu'", "jusqu’", "suite", "grâce", "face", "parmi", "autour", "le", "la", "ce", "cette", "hier",
}  # fmt: skip
_ENDS_BADLY = {"DET", "ADP", "AUX", "CCONJ", "SCONJ", "PUNCT", "PRON"}


@dataclass(frozen=True, slots=True)
class Headline:
    """A clause as a headline, without final mark: a copied span and its edits."""

    span: Span
    edits: tuple[Edit, ...]
    text: str
    clause: Clause
    tense: bool  # whether the verb was put in the present
    cost: int = 0  # what its cuts and resolved references cost, for a heading
    judged: int = 0  # where the telling ends by which it is judged, if not where it does: what falls above a section alone counts as told


def _cut_points(source: Source, clause: Clause) -> list[int]:
    """Return the offsets at which the clause may end, longest first; the clause's own end comes first."""
    ends = [clause.span.end]
    if clause.complement is None or clause.negated or clause.commitment in ("denied", "negated", "conditional"):
        return ends
    subject = clause.subject.of(source.text).lower() if clause.subject else ""
    if subject.split(" ")[0] in ("aucun", "aucune", "nul", "seul", "seule", "seuls", "tous", "toutes", "chaque", "tout", "toute", "rien", "personne"):
        return ends
    tokens = source.analysis.tokens
    inside = [i for i in range(*source._range(clause.span)) if clause.span.covers(tokens[i].span)]
    if not inside:
        return ends
    if any(tokens[i].span.of(source.text).lower() in _NEGATIVE for i in inside):
        return ends
    last = inside[-1]
    position = set(inside)
    for k in range(len(inside) - 1, 0, -1):
        i = inside[k]
        if tokens[i].span.start <= clause.verb.end:
            break
        left, right = inside[:k], inside[k:]
        right_set = set(right)
        if any(tokens[j].head in right_set for j in left):
            continue
        if any(tokens[j].span.of(source.text) == ":" for j in left):
            continue
        tail = Span(tokens[right[0]].span.start, clause.span.end)
        aside = _is_aside(source, right)
        if not (aside or _may_go(source, clause, tail)) or not _keeps_core(source, clause, left):
            continue
        roots = [j for j in right if tokens[j].head not in right_set and tokens[j].pos != "PUNCT"]
        if not roots or not all(_free(source, j, i, tokens) for j in roots):
            continue
        if any(tokens[j].head not in position and tokens[j].head != j for j in roots):
            continue
        if _enumerates(source, left, right, roots):
            continue
        words = {tokens[j].span.of(source.text).lower() for j in right}
        if words & _NEVER_DROP or any(in_quotes(source, tokens[j].span) for j in (i, last)):
            continue
        end_token = tokens[left[-1]]
        while end_token.pos == "PUNCT" and end_token.span.of(source.text) in (",", "–", "-", "—", "(") and len(left) > 1:
            left = left[:-1]
            end_token = tokens[left[-1]]
        if end_token.pos in _ENDS_BADLY and end_token.span.of(source.text) not in ("»", "”", '"'):
            continue
        if end_token.span.start <= clause.verb.start or end_token.pos == "VERB" and end_token.span.end > clause.verb.end:
            continue
        ends.append(end_token.span.end)
    return sorted(set(ends), reverse=True)


def _enumerates(source: Source, left: list[int], right: list[int], roots: list[int]) -> bool:
    """Return whether the cut falls inside a list (« en Afrique, | en Asie et en Amérique »): half a list is another claim."""
    tokens = source.analysis.tokens
    first = next((j for j in right if tokens[j].pos != "PUNCT"), right[0])
    if tokens[first].pos in ("CCONJ",):
        return True
    comma = tokens[right[0]].span.of(source.text) == "," or tokens[left[-1]].span.of(source.text) == ","
    same = tokens[first].pos == "ADP" and any(
        tokens[j].span.of(source.text).lower() == tokens[first].span.of(source.text).lower() and tokens[tokens[j].head].head == tokens[roots[0]].head for j in left
    )
    joins = any(tokens[j].pos == "CCONJ" and tokens[j].span.of(source.text).lower() in ("et", "ou") for j in right)
    return comma and (same or tokens[roots[0]].dep == "conj") and joins


def _is_aside(source: Source, right: list[int]) -> bool:
    """Return whether the tail is a relative or a participle behind a comma, and nothing else: an aside on what was named, whatever figures it holds."""
    tokens = source.analysis.tokens
    inside = set(right)
    roots = [j for j in right if tokens[j].head not in inside and tokens[j].pos != "PUNCT"]
    before = tokens[right[0]].span.of(source.text) == "," or right[0] > 0 and tokens[right[0] - 1].span.of(source.text) == ","
    return before and len(roots) == 1 and tokens[roots[0]].dep in ("acl:relcl", "acl", "advcl") and tokens[roots[0]].pos in ("VERB", "AUX", "ADJ")


_RESTRICTS = re.compile(r"\b(?:avant|depuis|jusqu|toutefois|également|notamment|à condition|dans le cas|en cas|au moins|au plus|d[’']ici|à partir|pendant|durant|par rapport|contre|au lieu|selon|d[’']après)\b", re.IGNORECASE)


def _may_go(source: Source, clause: Clause, tail: Span) -> bool:
    """Return whether the tail restricts nothing: no period, no « avant », « depuis », no figure where the claim is one of figures."""
    clause_within = re.search(r"\b(?:qui|que|qu['’]|dont|où|alors que|tandis que)(?=\W)", tail.of(source.text))
    if clause_within is not None and clause_within.start() > 0:
        tail = Span(tail.start, tail.start + clause_within.start())  # what a relative holds goes with what it hangs on
    words = tail.of(source.text)
    if _RESTRICTS.search(words) or re.search(r"\(", words):
        return False
    if any(time.span.overlaps(tail) and (time.kind == "duration" or not source.is_date(time.span)) for time in source.analysis.times if time.sentence == clause.sentence):
        return False
    kept = Span(clause.span.start, tail.start)
    if words.lstrip().startswith(",") and not re.search(r"\b(?:en|par|sur|contre|soit) ", words):
        return True
    if any(figure.span.overlaps(kept) for figure in source.analysis.figures if figure.sentence == clause.sentence) and any(
        figure.span.overlaps(tail) for figure in source.analysis.figures if figure.sentence == clause.sentence
    ):
        return False
    return True


def _keeps_core(source: Source, clause: Clause, left: list[int]) -> bool:
    """Return whether what stays after the verb is more than a date or a place: its object, its complement, its agent; and whether it does not end on « l’enquête » without its « sur »."""
    tokens = source.analysis.tokens
    heads = {i for i in range(*source._range(clause.span)) if clause.verb.covers(tokens[i].span)}
    core = {"obj", "obl:arg", "xcomp", "ccomp", "obl:agent", "iobj", "attr", "expl:comp", "nsubj", "nsubj:pass", "amod", "nmod"}
    return any(tokens[j].head in heads and tokens[j].dep in core and tokens[j].span.start >= clause.verb.end for j in left)


def _free(source: Source, root: int, first: int, tokens: tuple[Token, ...]) -> bool:
    """Return whether the subtree at ``root``, which begins the cut at ``first``, is a modifier that the rest does not need."""
    token = tokens[root]
    if token.dep == "xcomp" and tokens[token.head].lemma in ("aider", "accuser"):
        return tokens[first].span.of(source.text) in ("à", "de", "d’", "d'")  # « avoir aidé la Russie (à construire…) », « accusent l’Iran (d’avoir…) »
    if token.dep not in _FREE:
        return False
    head = tokens[token.head]
    if head.pos == "NOUN" and token.dep in ("nmod", "acl", "acl:relcl"):
        definite = any(other.head == token.head and other.pos == "DET" and other.span.of(source.text).lower() in ("le", "la", "les", "l’", "l'") for other in tokens[max(0, token.head - 3) : token.head])
        if definite:
            return False  # « dans l’enquête (sur l’incendie) »: the article needs its complement
    opening = tokens[first]
    word = opening.span.of(source.text).lower()
    before = tokens[first - 1].span.of(source.text) if first else ""
    comma = before == "," or word in (",", "(", "–", "—")
    if token.dep in ("acl:relcl", "acl", "appos", "parataxis", "nmod"):
        if comma:
            return True
        return token.dep == "nmod" and word in ("dans", "lors", "sur", "depuis", "après", "avant", "pendant", "près", "en")
    if token.dep == "advcl":
        return comma or word in ("après", "avant", "alors", "lors", "lorsque")
    return comma or word in _LOOSE_PREPOSITIONS or token.dep == "advmod"


def headlines(source: Source, clause: Clause, most: int = 110, past: bool = False) -> tuple[Headline, ...]:
    """Return the headlines of a clause of at most ``most`` characters, the fullest first. ``past``: in the clause's own tense."""
    sentence = source.analysis.sentences[clause.sentence]
    if not is_whole(source, clause) or sentence.doubtful or not clause.regular or clause.subject is None or clause.subject_kind not in ("name", "noun"):
        return ()
    if any(not obstacle.startswith(("connective:", "short-name:", "also:", "aside:")) for obstacle in clause.obstacles):
        return ()
    start = clause.subject.start
    attributed = clause.lead is not None and _attributes(source, clause.lead)
    if clause.lead is not None and attributed:
        start = clause.lead.start  # « Selon la mairie, les dotations ont reculé »: the attribution stays at the head
    elif clause.lead is not None and not _lead_falls(source, clause):
        return ()
    if clause.tense == "pluperfect":
        return ()
    resolved = resolve(source, clause, clause.span, True)
    if resolved is None:
        return ()
    base = [edit for edit in resolved if edit.span.start >= start]
    made: dict[str, Headline] = {}
    insertions: list[tuple[Edit, ...]] = [()] + [
        compression.edits for compression in clause.shorter if all(edit.span.start > start for edit in compression.edits)
    ]
    day = _inner_day(source, clause)
    if day is not None:
        insertions += [(*drops, day) for drops in insertions if not any(drop.span.overlaps(day.span) for drop in drops)]
    for end in _cut_points(source, clause):
        span = Span(start, end)
        if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
            continue
        for drops in insertions:
            inner = [drop for drop in drops if span.covers(drop.span) and drop.span.end < end]
            if len(inner) < len(drops) and not inner:
                continue
            for verb in (None if past or attributed else _present(source, clause, span, inner),):
                edits = [edit for edit in (*base, *inner) if span.covers(edit.span)]
                if verb is not None:
                    edits = [edit for edit in edits if not verb.span.covers(edit.span)]
                    if any(edit.span.overlaps(verb.span) for edit in edits):
                        continue
                    edits.append(verb)
                try:
                    in_order(edits)
                except ValueError:
                    continue
                done = finish(source, span, edits, final=False)
                if done is None or len(done[2]) > most or done[2] in made:
                    continue
                if done[2].rstrip()[-1:] in ",:;–—-(":
                    continue
                made[done[2]] = Headline(*done, clause, verb is not None)
    return tuple(made.values())


def _inner_day(source: Source, clause: Clause) -> Edit | None:
    """Return the edit that drops a bare day hanging on the verb in the middle of the clause (« a été placé en garde à vue vendredi à Nantes »)."""
    tokens = source.analysis.tokens
    for time in source.analysis.times:
        if time.sentence != clause.sentence or not source.is_date(time.span) or clause.complement is None or not clause.complement.covers(time.span):
            continue
        low, high = source._range(time.span)
        heads = [tokens[i] for i in range(low, high) if not time.span.covers(tokens[tokens[i].head].span)]
        if len(heads) != 1 or not clause.verb.covers(tokens[heads[0].head].span) or time.span.end >= clause.span.end or source.text[time.span.end : time.span.end + 1] != " ":
            continue
        if source.text[time.span.start - 1 : time.span.start] != " " or re.match(r" (?:à|au|et|ou) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)", source.text[time.span.end : time.span.end + 14]):
            continue  # « dans la nuit de jeudi [à vendredi] »
        return Edit("drop", "jour-du-titre", Span(time.span.start, time.span.end + 1), "")
    return None


def _attributes(source: Source, lead: Span) -> bool:
    """Return whether the lead is an attribution and nothing else: « Selon la mairie, »."""
    words = lead.of(source.text).replace("’", "'").lower()
    return words.startswith(("selon ", "d'après ")) and words.count(",") <= 1 and len(words) <= 45 and not any(token.pos in ("PRON", "VERB") for token in source.tokens_in(lead))


def _lead_falls(source: Source, clause: Clause) -> bool:
    """Return whether what stands before the subject may go: a day, or a connective that its obstacle already lifts. A place, a period, a category frame the claim."""
    assert clause.lead is not None
    words = clause.lead.of(source.text).replace("’", "'").strip(" ,").lower()
    for obstacle in clause.obstacles:
        name, _, word = obstacle.partition(":")
        if name == "connective" and words.startswith(word.replace("’", "'").lower()):
            words = words[len(word) :].strip(" ,")
    return not words or source.is_date_text(words)


def _present(source: Source, clause: Clause, span: Span, drops: list[Edit]) -> Edit | None:
    """Return the edit that puts the verb in the headline present, or None where the clause needs its past."""
    if clause.tense != "perfect" or clause.person != 3 or clause.number == "" or clause.negated:
        return None
    if clause.lemma == "naître":
        return None  # « Âgée de 47 ans, Anne Morel naît à Nolay »
    if clause.lemma == "passer" and re.match(r"s['’]|se ", clause.verb.of(source.text)):
        return None  # « un accident se passe »
    if _PAST_ONLY.search(clause.span.of(source.text)) or re.search(r"\b(?:1[5-9]|20)\d\d\b", source.text[clause.span.start : clause.verb.start]):
        return None
    dropped = [time for time in source.analysis.times if time.sentence == clause.sentence and any(drop.span.covers(time.span) for drop in drops)]
    latest = max(re.findall(r"\b(?:19|20)\d\d\b", source.text), default="")
    if any(time.kind == "duration" or _other_time(time.span.of(source.text), latest) for time in dropped):
        return None  # of another time: « en 1992 » fell
    for token in source.tokens_in(Span(clause.verb.end, span.end) if clause.verb.end < span.end else Span(span.end, span.end)):
        if any(drop.span.covers(token.span) for drop in drops):
            continue
        if token.pos in ("VERB", "AUX") and (token.feature("Tense") == "Imp" or token.feature("Mood") == "Cnd"):
            return None
        if token.pos == "AUX" and token.lemma in ("avoir", "être") and token.feature("VerbForm") == "Fin":
            return None
        if token.dep == "conj" and token.feature("VerbForm") == "Part" and clause.verb.covers(source.analysis.tokens[token.head].span):
            return None  # « a fermé le site et annulé les cours »: the second hangs on the auxiliary too
    if any(time.span.overlaps(span) and time.sentence == clause.sentence and not any(drop.span.covers(time.span) for drop in drops) for time in source.analysis.times):
        return None
    words = clause.verb.of(source.text)
    for aside in (" également", " en effet", " aussi"):  # what ties to the sentence before falls with the tense
        words = words.replace(aside, "")
    form = headline_present(words, clause.lemma, clause.person, clause.number)
    return Edit("tense", "present-de-titre", clause.verb, form) if form is not None else None


#: What only a past tense bears: « n’ont jamais été retrouvées ».
_PAST_ONLY = re.compile(r"\b(?:jamais|encore|déjà|depuis|toujours|longtemps|jusqu['’](?:ici|à présent|alors)|auparavant|naguère|autrefois|à l['’]époque|récemment|il y a)\b", re.IGNORECASE)


def _other_time(words: str, latest: str) -> bool:
    """Return whether a time is not that of the news: a year alone or of the past, a month, an age; a whole date of the ``latest`` year is."""
    whole = re.search(r"\d{1,2}(?:er)? [a-zéû]+ ((?:1[5-9]|20)\d\d)\b", words)
    if whole is not None:
        return whole.group(1) != latest
    return re.search(r"\b(?:1[5-9]|20)\d\d\b|\b(?:ans?|ann[ée]es?|mois|si[eè]cles?)\b", words) is not None


def _plain_cut(source: Source, clause: Clause, end: int) -> bool:
    """Return whether what is cut after ``end`` can also go from a sentence: after a comma, or a mere date or place at the end of the newspaper's own clause."""
    if end == clause.span.end:
        return True
    rest = source.text[end : clause.span.end].lstrip(" \u00a0\u202f")
    if rest.startswith((",", "(", "–", "—")):
        return True
    if clause.statements:
        return False
    tail = Span(end, clause.span.end)
    return any(time.span.overlaps(tail) and len(tail) < len(time.span) + 8 for time in source.analysis.times)


def _of_title(source: Source, clause: Clause) -> bool:
    return source.analysis.sentences[clause.sentence].paragraph < 0


def cut_tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the clause told alone in its own tense, cut at the end of a constituent, subject first: the shorter forms that commas do not give."""
    made: list[Telling] = []
    for line in () if _of_title(source, clause) else headlines(source, clause, 220, past=True):
        if line.span.end == clause.span.end and clause.lead is None or not _plain_cut(source, clause, line.span.end):
            continue
        edits = [edit for edit in line.edits if edit.kind != "typography"]
        done = finish(source, line.span, edits)
        if done is not None:
            telling = Telling(*done, (clause.id,), clause.sentence, len(clause.span) - len(line.span))
            made += [telling] if stands(source, telling) else []
    return tuple(made)
