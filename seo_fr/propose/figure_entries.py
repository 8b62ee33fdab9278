"""A figure told first: « Deux camions ont été écrasés par la grue » becomes « Deux camions : écrasés par la grue ».

Each form is made only of a plain clause whose parts are certain, keeps what the source says of how sure the figure is, and who gave it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.edits import apply_edits
from seo_fr.french.agreement import noun_gender
from seo_fr.french.lexicon import participle_readings
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Figure, Gender, Grammar, Slot, Span, Token
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.frames import speaker_slot
from seo_fr.propose.shared import capital
from seo_fr.propose.tell import Source, Telling, finish, in_quotes

PAST = ("present", "perfect", "imperfect", "simple-past", "pluperfect")
LONGEST_LABEL = 10
#: Nouns that name what a number measures.
_GIVES = {"être": "de|d'", "élever": "à", "établir": "à", "monter": "à", "chiffrer": "à", "atteindre": "", "avoisiner": "", "totaliser": ""}
#: Verbs whose object is a duration, and what they give.
_LASTS = {"durer": "durée"}
_AFTER_NP = re.compile(r"(?:$|[\s]*,|\s+(?:à|au|aux|en|dans|pour|sur|lors|depuis|pendant|durant|selon|après|avant|par|contre|entre|chez|via|vers|devant|près|cette|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|l['’]an|l['’]année|la semaine|le mois)\b)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame of the role «figures» with its slots."""

    frame: str
    slots: tuple[Slot, ...]
    kind: str = ""


#: What may be cut after a comma behind a figure: it goes on about it, or tells something beside it.
_BESIDE = re.compile(r"(?:qui|ce qui|ce que|soit|contre|tandis qu|alors qu|mais|à savoir|où|après|notamment|comme|grâce à|en raison d|faute d|malgré|suivie?s?|devant|derrière|et ce)\b|[a-zà-ÿ]+ant\b")
_RESERVE = re.compile(r"\b(?:selon|d'après|si|s'ils?|à condition|sauf|hors|excepté|peut-être)\b|\b(?:hypothèse|pourrai|estim|indiqu|affirm|précis|annonc|déclar|expliqu|ajout|rapport)|a-t-|ont-")


def cut_behind(source: Source, telling: Telling, figure: Figure) -> Telling | None:
    """Return a telling of one clause cut at the first comma behind the figure; None where something there bears on the claim."""
    if len(telling.clauses) != 1 or telling.sentences != 1:
        return None
    clause, text = source.clause[telling.clauses[0]], source.text
    start = max(label_span(figure).end, clause.verb.end)
    comma = text.find(",", start, telling.span.end)
    while comma >= 0 and (text[comma + 1 : comma + 2].isdigit() or in_quotes(source, Span(comma, comma + 1))):
        comma = text.find(",", comma + 1, telling.span.end)
    if comma < 0 or clause.negated or text.count("(", telling.span.start, comma) != text.count(")", telling.span.start, comma):
        return None
    tail = text[comma + 1 : telling.span.end].replace("’", "'").lower()
    if re.search(r"(?<![\w-])(?:que|qui|dont|où|si|lorsque|quand|condition|à moins|pourvu|sauf)(?![\w-])|qu'|(?<![\w-])s'il", text[start:comma].replace("’", "'").lower()):
        return None  # « à condition qu’un comité, …, l’ait approuvée »: the comma stands inside another clause
    if re.search(r", (?:de|d'|à|par|pour|contre) ?\d", tail):
        return None  # « et l’usine du Nord, où…, de 22 % »: what is behind the relative belongs to what stood before it
    if not _BESIDE.match(tail.lstrip(" \u00a0")) or _RESERVE.search(tail) or any(statement.cue.start > comma for statement in source.analysis.statements if statement.id in clause.statements):
        return None
    if any(edit.span.end > comma and edit.span.start <= comma and edit.kind != "typography" for edit in telling.edits):
        return None
    done = finish(source, Span(telling.span.start, comma), [edit for edit in telling.edits if edit.span.end <= comma and edit.kind not in ("typography", "period") and edit.rule != "majuscule-initiale"])
    return Telling(*done, telling.clauses, telling.sentence, telling.dropped + telling.span.end - comma, telling.strict) if done is not None and count_words(done[2]) >= 5 else None


def label_span(figure: Figure) -> Span:
    """Return number, approximation, unit and what is counted, as they stand."""
    counted = figure.counted
    return figure.span if counted is None else Span(min(figure.span.start, counted.start), max(figure.span.end, counted.end))


def entries(source: Source, telling: Telling, figure: Figure) -> tuple[Entry, ...]:
    """Return the ways to tell a figure of the telling's one clause figure first; none where nothing is certain."""
    if len(telling.clauses) != 1 or telling.sentences != 1:
        return ()
    clause = source.clause[telling.clauses[0]]
    label = label_span(figure)
    if clause.subject is None or in_quotes(source, label):
        return ()
    found = _Maker(source, telling, clause, figure, label)
    if clause.statements and not found.opened_by_source():
        return tuple(found.reported())
    if not clause.regular or clause.negated or clause.commitment not in ("asserted", "attributed", "future") or clause.tense not in (*PAST, "future", "other"):
        return ()
    return tuple(entry for make in (found.state, found.measure, found.change, found.toll, found.passive, found.what, found.exists, found.subject) for entry in make())


class _Maker:
    def __init__(self, source: Source, telling: Telling, clause: Clause, figure: Figure, label: Span) -> None:
        assert clause.subject is not None
        self.source, self.telling, self.clause, self.figure, self.label = source, telling, clause, figure, label
        self.text = source.text
        self.subject_span: Span = clause.subject
        self.end = min(clause.span.end, telling.span.end)
        for edit in sorted(telling.edits, key=lambda edit: edit.span, reverse=True):
            if edit.kind == "drop" and not edit.after and edit.span.start >= label.end and not re.search(r"\w", self.text[edit.span.end : self.end]):
                self.end = edit.span.start  # cut at its end: what fell bears on nothing
        begin = telling.span.start
        for edit in sorted(telling.edits, key=lambda edit: edit.span):
            if edit.kind == "drop" and edit.span.start == begin:
                begin = edit.span.end
        self.lead = Span(begin, self.subject_span.start) if begin < self.subject_span.start else None
        # « …, selon la police » at the end is told at the end
        closing = re.search(r",?\s((?:selon|d['’]après)\s[^,;:«»()]{3,80})$", self.text[label.end : self.end]) if label.end < self.end else None
        self.closing: Span | None = None
        if closing is not None and self.lead is None:
            self.closing = Span(label.end + closing.start(1), self.end)
            self.end = label.end + closing.start()

    # ------------------------------------------------------------------------------------------------------------ slots

    def slot(self, name: str, spans: tuple[Span, ...], extra: tuple[Edit, ...] = (), grammar: Grammar = Grammar()) -> Slot | None:
        """Return slices of the clause as a slot, with the telling's edits inside them; None where an edit lies across an end."""
        edits: list[Edit] = list(extra)
        for edit in self.telling.edits:
            if edit.kind in ("typography", "period") or edit.rule == "majuscule-initiale" or any(edit.span.overlaps(other.span) for other in extra):
                continue
            if any(span.covers(edit.span) and (len(edit.span) > 0 or span.start < edit.span.start) for span in spans):
                edits.append(edit)
            elif any(span.overlaps(edit.span) for span in spans):
                return None
        pieces = []
        for span in spans:
            for edit in typography_edits(span.of(self.text), span.start):
                if not any(edit.span.overlaps(other.span) for other in edits):
                    edits.append(edit)
            inside = sorted((edit for edit in edits if span.covers(edit.span)), key=lambda edit: edit.span)
            try:
                pieces.append(apply_edits(self.text, span, tuple(inside)).strip())
            except ValueError:
                return None
        joined = " ".join(pieces)
        if any(span.of(self.text) != span.of(self.text).strip() for span in spans):
            return None
        return Slot(name, joined, spans, grammar, tuple(sorted(edits, key=lambda edit: edit.span)))

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return the span without spaces and commas at its ends; None where no word is left."""
        while start < end and self.text[start] in " ,\u00a0\u202f\n":
            start += 1
        while end > start and self.text[end - 1] in " ,;\u00a0\u202f\n":
            end -= 1
        return Span(start, end) if re.search(r"\w", self.text[start:end]) else None

    def head(self, span: Span) -> Slot | None:
        """Return the label: a noun phrase with a capital."""
        if count_words(span.of(self.text)) > LONGEST_LABEL or re.search(r"[;:()«»]|,(?!\d)", span.of(self.text)):
            return None
        return self.slot("etiquette", (span,), capital(self.source, span))

    def frame_of(self) -> tuple[str, Slot | None] | None:
        """Return how what opens the clause is told at the entry's end: («», None) if nothing opens it; None where it cannot be."""
        if self.closing is not None:
            told = self.slot("cadre", (self.closing,))
            return ("-selon", told) if told is not None else None
        if self.lead is None:
            return "", None
        words = self.text[self.lead.start : self.lead.end].replace("’", "'")
        span = self.trimmed(self.lead.start, self.lead.end)
        if span is None or count_words(words) > 9 or "," in span.of(self.text) or re.search(r"[:;«»()]", words):
            return None
        tokens = self.source.tokens_in(span)
        if any(token.pos in ("VERB", "AUX", "SCONJ") for token in tokens) or not tokens or tokens[0].pos not in ("ADP", "ADV", "NOUN", "DET", "PROPN"):
            return None
        slot = self.slot("cadre", (span,))
        if slot is None:
            return None
        if re.match(r"(?i)(?:selon|d'après) ", words):
            return "-selon", slot
        return ("-cadre", slot) if re.match(r"(?i)(?:depuis|en|au|aux|à|dans|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette|hier|pendant|durant|lors|entre|fin|début|sur) ", words) else None

    def made(self, frame: str, slots: tuple[Slot | None, ...], kind: str = "") -> Iterator[Entry]:
        """Yield the entry, with what opened the clause at its end."""
        how = self.frame_of()
        if how is None or any(slot is None for slot in slots):
            return
        suffix, cadre = how
        if suffix == "-cadre" and (count_words(slots[-1].text if slots[-1] else "") > 9 or "," in (slots[-1].text if slots[-1] else "")):
            return
        every = tuple(slot for slot in slots if slot is not None) + ((cadre,) if cadre is not None else ())
        yield Entry(frame + suffix, every, kind)

    def verb_tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the verbal group."""
        return self.source.tokens_in(self.clause.verb)

    # ------------------------------------------------------------------------------------------------------------ forms

    def counts_subject(self) -> bool:
        """Return whether the figure begins the subject."""
        return self.subject_span.covers(self.label) and self.subject_span.start == self.label.start

    def state(self) -> Iterator[Entry]:
        """« Deux camions ont été écrasés par la grue » → « Deux camions : écrasés par la grue »."""
        clause = self.clause
        if not self.counts_subject() or clause.tense not in PAST:
            return
        tokens = self.verb_tokens()
        if any(token.pos == "PRON" for token in tokens) or not tokens:
            return
        auxiliaries = [token for token in tokens if token.pos == "AUX"]
        lemmas = {token.lemma for token in auxiliaries}
        last = tokens[-1]
        words = [token.span.of(self.text).lower() for token in auxiliaries]
        if last.pos in ("VERB", "ADJ") and last.feature("VerbForm") in ("Part", "") and participle_readings(last.span.of(self.text).lower()):
            if not auxiliaries or not lemmas <= {"être", "avoir"} or "avoir" in lemmas and "été" not in words or not (clause.passive or lemmas == {"être"}):
                return
        elif clause.lemma == "être" and clause.complement is not None and len(auxiliaries) == len(tokens) == 1:
            first = next(iter(self.source.tokens_in(clause.complement)), None)
            if first is None or not (first.pos == "ADJ" or first.feature("VerbForm") == "Part") or first.feature("Number") != "Plur":
                return
            if first.lemma in ("nécessaire", "possible", "supérieur", "inférieur", "suffisant", "égal"):
                return
        else:
            return
        drops = tuple(Edit("drop", "auxiliaire-tu", Span(token.span.start, self._past_space(token.span.end)), "") for token in auxiliaries)
        start = clause.verb.start
        for drop in drops:
            if drop.span.start == start:
                start = drop.span.end
        drops = tuple(drop for drop in drops if drop.span.start >= start)
        body = self.trimmed(start, self.end)
        if body is None or count_words(body.of(self.text)) < 2 or ":" in body.of(self.text) or self._goes_on(body):
            return
        yield from self.made("etat", (self.head(self.subject_span), self.slot("predicat", (body,), drops)))

    def opened_by_source(self) -> bool:
        """Return whether the clause's only statement is a « Selon X, » before the subject or at the end, which the entry keeps at its end."""
        found = [statement for statement in self.source.analysis.statements if statement.id in self.clause.statements]
        lead = self.lead
        if self.closing is not None:
            return len(found) == 1 and self.closing.covers(found[0].cue)
        return len(found) == 1 and lead is not None and lead.covers(found[0].cue) and re.match(r"(?i)(?:selon|d['’]après) ", lead.of(self.text)) is not None

    def reported(self) -> Iterator[Entry]:
        """« Le préfet a annoncé que deux camions avaient été saisis » → « Deux camions : saisis, selon le préfet »: what one speaker says without reserve."""
        clause = self.clause
        statements = [statement for statement in self.source.analysis.statements if statement.id in clause.statements]
        if len(statements) != 1 or statements[0].cls not in ("say", "announce") or statements[0].speaker is None or statements[0].remove != 1 or statements[0].quote is not None:
            return
        statement = statements[0]
        content = statement.content
        speaker = speaker_slot(self.source, "locuteur", statement)
        if speaker is None or content.start != self.label.start or statement.commitment not in ("attributed", "asserted"):
            return
        if not any(edit.kind == "drop" and edit.span.overlaps(content) for edit in self.telling.edits) and self.telling.span.covers(content):
            tokens = list(self.source.tokens_in(Span(self.label.end, content.end)))
            group = []
            for token in tokens:
                if token.pos not in ("AUX", "VERB", "ADJ", "ADV"):
                    break
                group.append(token)
                if token.pos in ("VERB", "ADJ"):
                    break
            auxiliaries = [token for token in group if token.pos == "AUX"]
            words = [token.span.of(self.text).lower() for token in auxiliaries]
            if not group or group[0].span.start != self.label.end + 1 or not auxiliaries or not participle_readings(group[-1].span.of(self.text).lower()) or any(token.feature("Tense") == "Fut" or token.feature("Mood") == "Cnd" for token in auxiliaries):
                return
            if {token.lemma for token in auxiliaries} != {"être"} and not ("été" in words and {token.lemma for token in auxiliaries} <= {"être", "avoir"}):
                return
            rest = tokens[len(group) :]
            if any(token.feature("VerbForm") == "Fin" or token.pos == "PRON" for token in rest) or re.search(r"[«»:;]", content.of(self.text)):
                return
            body = self.trimmed(next(token for token in group if token.pos != "AUX").span.start, content.end)
            if body is None or count_words(body.of(self.text)) < 2:
                return
            slots = (self.head(self.label), self.slot("predicat", (body,)), speaker)
            if all(slot is not None for slot in slots):
                yield Entry("etat-dit", tuple(slot for slot in slots if slot is not None))

    def _goes_on(self, body: Span) -> bool:
        """Return whether another clause follows in ``body``: « …, les autres en comptaient deux »."""
        tokens = self.source.tokens_in(body)
        subjects = {token.head for token in tokens if token.dep.startswith("nsubj") and token.pos != "PRON"}
        finite = [token for token in tokens if token.feature("VerbForm") == "Fin"]
        if any(not token.dep.startswith(("acl", "advcl", "ccomp", "aux", "cop")) for token in finite):
            return True
        return any(token in finite and index in subjects and not re.search(r"\b(?:que|qu['’]|dont|où|quand|lorsqu|si|s['’])", self.text[body.start : token.span.start]) for index, token in self._indexed(body))

    def _indexed(self, body: Span) -> list[tuple[int, Token]]:
        first = next((i for i, token in enumerate(self.source.analysis.tokens) if token.span.start >= body.start), 0)
        return [(first + i, token) for i, token in enumerate(self.source.tokens_in(body))]

    def _past_space(self, end: int) -> int:
        while self.text[end] in " \u00a0\u202f":
            end += 1
        return end

    def subject(self) -> Iterator[Entry]:
        """« Deux millions de foyers n’auront rien » : the figure opens the clause and is its label."""
        if not self.counts_subject() or self.lead is not None:
            return
        body = self.trimmed(self.subject_span.end, self.end)
        if body is None or self.text[self.subject_span.end : body.start].strip():
            return
        yield from self.made("sujet", (self.head(self.subject_span), self.slot("predicat", (body,))))

    def _object_rest(self) -> Span | bool | None:
        """Return what follows a figure that is the whole object: a span, None if nothing, False where the phrase goes on.

        What follows a comma tells something beside the figure and is left, or bears on it: False.
        """
        after = self.text[self.label.end : self.end]
        if not _AFTER_NP.match(after):
            return False
        comma = next((match.start() for match in re.finditer(r",(?!\d)", after)), None)
        if comma is not None:
            tail = after[comma + 1 :].replace("’", "'").lower()
            if not _BESIDE.match(tail.lstrip(" \u00a0")) and not re.match(r"\s*(?:à|un|une) ", tail) or _RESERVE.search(tail):
                return False
            return self.trimmed(self.label.end, self.label.end + comma)
        return self.trimmed(self.label.end, self.end)

    def _told_subject(self, name: str, rest: Span | None = None) -> Slot | None:
        words = self.subject_span.of(self.text)
        named = any(edit.kind == "reference" and edit.span == self.subject_span for edit in self.telling.edits)
        if self.clause.subject_kind not in ("name", "noun") and not named or count_words(words) > 9 or re.search(r"[,;:()«»]", words) or re.search(r"\b(?:qui|que|dont|où)\b", words):
            return None
        if self.subject_span.covers(self.label) or any(other.span.start != self.figure.span.start and self.subject_span.covers(other.span) for other in self.source.analysis.figures):
            return None
        spans = (self.subject_span,) if rest is None else (self.subject_span, rest)
        return self.slot(name, spans)

    def measure(self) -> Iterator[Entry]:
        """« Le taux de chômage est de 9,7 % en France » → « 9,7 % : le taux de chômage en France »."""
        clause = self.clause
        link = _GIVES.get(clause.lemma) if not clause.passive else "à" if clause.lemma in listed_as("set") else None
        if link is None or clause.tense not in PAST:
            return
        tokens = self.source.tokens_in(self.subject_span)
        head = next((token for token in tokens if token.pos == "NOUN"), None)
        if head is None or head.lemma.lower() not in listed_as("measure"):
            return
        if not re.fullmatch(link, self.text[clause.verb.end : self.label.start].replace("’", "'").strip()):
            return
        rest = self._object_rest()
        if rest is False:
            return
        assert rest is None or isinstance(rest, Span)
        if rest is not None and re.search(r"[«»]", rest.of(self.text)):
            return
        yield from self.made("mesure", (self.head(self.label), self._told_subject("mesure", rest)))

    def change(self) -> Iterator[Entry]:
        """« Les ventes ont baissé de 38 % » → « 38 % : la baisse des ventes »."""
        clause = self.clause
        kind = "hausse" if clause.lemma in listed_as("rise") else "baisse" if clause.lemma in listed_as("fall") else _LASTS.get(clause.lemma, "")
        if clause.lemma == "durer" and clause.tense == "future":
            kind = "durée prévue"
        elif clause.lemma == "employer" and clause.tense == "present" and self.figure.unit in ("personne", "salarié", "employé", "ouvrier", "agent"):
            kind = "effectif"
        elif clause.lemma == "perdre" and clause.tense == "perfect" and self.figure.unit in ("euro", "dollar"):
            kind = "perte"
        if not kind or clause.tense not in ("perfect", "present", "simple-past", "pluperfect") and kind != "durée prévue" or clause.passive:
            return
        lasts, direct = kind.startswith("durée"), kind not in ("hausse", "baisse")
        if not re.fullmatch(r"" if direct else r"(?:de|d')(?: ?\+)?", self.text[clause.verb.end : self.label.start].replace("’", "'").strip()):
            return
        rest = self._object_rest()
        if rest is False or lasts and (rest is not None or self.figure.unit not in ("an", "année", "mois", "semaine", "jour", "heure", "minute", "seconde")):
            return
        assert rest is None or isinstance(rest, Span)
        yield from self.made("evolution", (self.head(self.label), self._told_subject("mesure", rest)), kind)

    def _is_object(self) -> bool:
        """Return whether the figure stands right after the verb as its direct object."""
        if self.text[self.clause.verb.end : self.label.start].strip() or self.clause.passive:
            return False
        return any(token.dep == "obj" and self.clause.verb.covers(self.source.analysis.tokens[token.head].span) for token in self.source.tokens_in(self.label))

    def toll(self) -> Iterator[Entry]:
        """« L’incendie a fait deux morts » → « Deux morts : le bilan de l’incendie »."""
        clause = self.clause
        if clause.lemma != "faire" or self.figure.unit not in listed_as("toll") or self.text[clause.verb.end : self.label.start].strip():
            return
        if clause.tense not in ("perfect", "present", "simple-past") and not re.fullmatch(r"aur(?:a|ont) fait", clause.verb.of(self.text)):
            return
        more = re.match(r" (?:et|dont) [\w -]+? (?:morts?|blessés?|disparus?|victimes|sinistrés)(?: (?:graves?|légers?|grièvement|légèrement))?(?=$|[ ,])", self.text[self.label.end : self.end])
        label = Span(self.label.start, self.label.end + (more.end() if more is not None else 0))
        after = self.text[label.end : self.end]
        if not _AFTER_NP.match(after):
            return
        rest = self.trimmed(label.end, self.end)
        yield from self.made("bilan", (self.head(label), self._told_subject("mesure", rest)))

    def passive(self) -> Iterator[Entry]:
        """« Un chercheur a étudié 57 certificats » → « 57 certificats : étudiés par un chercheur »."""
        clause = self.clause
        if clause.lemma in listed_as("not-passive") or not self._is_object() or clause.statements:
            return
        tokens = self.verb_tokens()
        if clause.tense != "perfect" or len(tokens) != 2 or tokens[0].lemma != "avoir":
            return
        participle = tokens[1]
        form = participle.span.of(self.text).lower()
        if not any((gender, number) == ("m", "s") for _, gender, number in participle_readings(form)):
            return
        gender = self._gender()
        rest = self._object_rest()
        agent = self._told_subject("agent")
        if gender is None or rest is False or agent is None:
            return
        assert rest is None or isinstance(rest, Span)
        if rest is not None and (re.search(r"\b(?:qui|que|dont|où|qu['’])", rest.of(self.text)) or re.match(r"(?:son|sa|ses|leurs?)\b", rest.of(self.text)) or re.search(r"\b(?:son|sa|ses|leurs?|se|lui)\b", rest.of(self.text))):
            return
        verb = self.slot("participe", (participle.span,), grammar=Grammar(gender, "p"))
        if rest is not None:
            yield from self.made("passif-suite", (self.head(self.label), verb, agent, self.slot("suite", (rest,))))
        else:
            yield from self.made("passif", (self.head(self.label), verb, agent))

    def _gender(self) -> Gender | None:
        number = self.figure.number.of(self.text).lower()
        if re.search(r"millions?|milliards?|milliers?", number):
            return "m" if self.figure.value not in ("1000000", "1000000000") else None
        if self.figure.value in ("", "1", "0") or float(self.figure.value) < 2 or re.search(r"aine\b|moitié|tiers|quart", number) or self.figure.unit == "%":
            return None
        noun = self.figure.counted.of(self.text).split()[0] if self.figure.counted is not None and self.figure.counted.start > self.figure.number.start else self.figure.unit
        return noun_gender(noun.lower()) if noun else None

    def what(self) -> Iterator[Entry]:
        """« L’entrée coûtera 20 euros » → « 20 euros : ce que coûtera l’entrée »."""
        clause = self.clause
        if clause.lemma not in listed_as("price") or self.figure.unit not in listed_as("amount") or self.text[clause.verb.end : self.label.start].strip() or clause.tense not in (*PAST, "future"):
            return
        if len(self.verb_tokens()) > 2:
            return
        rest = self._object_rest()
        if rest is False:
            return
        assert rest is None or isinstance(rest, Span)
        yield from self.made("ce-que", (self.head(self.label), self.slot("verbe", (clause.verb,)), self._told_subject("mesure", rest)))

    def exists(self) -> Iterator[Entry]:
        """« On dénombrait 1 306 votants à midi » → « 1 306 votants à midi »."""
        clause = self.clause
        words = (self.subject_span.of(self.text) + " " + clause.verb.of(self.text)).lower().replace("’", "'")
        on = self.subject_span.of(self.text).lower() in ("on", "l'on", "l’on") and clause.lemma in listed_as("count")
        if not (on or re.fullmatch(r"il y (?:a|avait|a eu)", words)) or clause.tense not in PAST or self.text[clause.verb.end : self.label.start].strip():
            return
        body = self.trimmed(self.label.end, self.end)
        if body is None or count_words(body.of(self.text)) < 3 or re.match(r"\s*(?:qui|que|qu['’]|,)", self.text[self.label.end : self.end]):
            return
        yield from self.made("existe", (self.head(self.label), self.slot("predicat", (body,))))
