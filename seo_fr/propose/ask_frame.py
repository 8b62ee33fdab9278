"""A clause taken apart for asking: its parts as slots, the question’s clause after its question word, the inversion that French asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.edits import apply_edits
from seo_fr.french.elision import elides
from seo_fr.french.phrase import decapitalise_first
from seo_fr.french.questions import inverted as turned_group
from seo_fr.french.typography import typography_edits
from seo_fr.model import Clause, Edit, Grammar, Origin, Slot, Span
from seo_fr.propose.constituents import (
    ADVERBIALS,
    LINKS,
    Constituent,
    shifted,
)
from seo_fr.propose.events import event_nouns
from seo_fr.propose.frames import Filled
from seo_fr.propose.resolve import resolve
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source
from seo_fr.rulebook import Rulebook

CLITICS = {"ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "me", "m'"}


LONGEST_QUESTION = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer, both from one clause. ``worth`` is what its kind and the fullness of its answer add to the clause's."""

    question: Filled
    answer_text: str
    answer: Origin
    clause: Clause
    kind: str
    worth: int


@lru_cache(maxsize=8)
def question_verbs(book: Rulebook) -> dict[str, tuple[str, ...]]:
    """Return the questions that each verb's complement answers, by lemma."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in book.of_kind("question-verbs"):
        for verb in rule.data["verbs"]:
            found[verb] = (*found.get(verb, ()), rule.data["question"])
    return found


def ahead(clause: Clause) -> bool:
    """Return whether the clause tells of what is to come."""
    return clause.tense in ("future", "near-future") or clause.tense == "present" and clause.passive


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause taken apart for asking."""

    source: Source
    book: Rulebook
    clause: Clause
    subject: Span
    grammar: Grammar
    leads: tuple[Constituent, ...]
    pieces: tuple[Constituent, ...]
    key: str
    event: bool = False  # « un attentat a eu lieu » is asked about as « l’attentat »

    @property
    def verbs(self) -> tuple[str, ...]:
        """The questions that the verb of the clause may answer."""
        return question_verbs(self.book).get(self.clause.lemma, ())

    def resolved(self, used: tuple[Span, ...]) -> list[Edit] | None:
        """Return the edits that let the ``used`` parts of the clause stand alone, None where they cannot; what is left out takes its obstacles along."""
        clause = self.clause
        drops: list[Edit] = []
        at = clause.span.start
        for span in sorted(span for span in used if span.start >= at):
            if span.start > at:
                drops.append(Edit("drop", "hors-de-la-question", Span(at, span.start), ""))
            at = max(at, span.end)
        if at < clause.span.end:
            drops.append(Edit("drop", "hors-de-la-question", Span(at, clause.span.end), ""))
        wide = [drop for drop in drops if re.search(r"\w", drop.span.of(self.source.text))]
        links = [Edit("drop", "incise-de-liaison", place, "") for place in self._links(used)]
        found = resolve(self.source, clause, clause.span, True, tuple(sorted((*wide, *links), key=lambda edit: edit.span)), True)
        if found is None:
            return None
        subject = clause.subject if clause.subject_kind == "pronoun" else None
        if subject is not None and any(span.covers(subject) for span in used) and not any(edit.kind == "reference" and edit.span.overlaps(subject) for edit in found):
            return None  # « il existe », or an « il » whose name is not known
        kept = [edit for edit in found if any(span.covers(edit.span) for span in used) and not any(edit.span.overlaps(link.span) for link in links)]
        return [*kept, *links]

    def _links(self, used: tuple[Span, ...]) -> list[Span]:
        """Return the linking adverbs inside the verbal group and between the pieces that are used, each with the space after it."""
        text, clause = self.source.text, self.clause
        found: list[Span] = []
        for match in re.finditer(rf" (?:{LINKS.pattern})(?= )", plain(clause.verb.of(text))):
            found.append(Span(clause.verb.start + match.start(), clause.verb.start + match.end()))
        for piece in self.pieces:
            if piece.kind == "lien":
                end = piece.span.end
                while end < len(text) and text[end] in " \u00a0\u202f":
                    end += 1
                found.append(Span(piece.span.start, end))
        return [span for span in found if any(use.covers(span) for use in used)]

    def slot(self, name: str, spans: tuple[Span, ...], edits: list[Edit], grammar: Grammar = Grammar()) -> Slot | None:
        """Return the slices, each after its edits, joined by spaces, as a slot; None where an edit does not fit or a mark is left alone."""
        text = self.source.text
        kept: list[Edit] = []
        parts: list[str] = []
        trimmed: list[Span] = []
        joined: list[Span] = []
        for span in spans:
            if joined and joined[-1].end <= span.start <= joined[-1].end + 1 and not text[joined[-1].end : span.start].strip():
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        for span in joined:
            own = shifted(edits, span)
            start, end = span.start, span.end
            for edit in own:  # what falls at an end takes its space along
                if edit.kind == "drop" and edit.span.end == end:
                    end = edit.span.start
                elif edit.kind == "drop" and edit.span.start == start:
                    start = edit.span.end
            while end > start and text[end - 1] in " \u00a0\u202f":
                end -= 1
            while start < end and text[start] in " \u00a0\u202f":
                start += 1
            if start >= end:
                continue
            kept_span = Span(start, end)
            own = [edit for edit in own if kept_span.covers(edit.span)]
            own += [edit for edit in typography_edits(kept_span.of(text), start) if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in own)]
            own.sort(key=lambda edit: (edit.span, edit.after))
            try:
                parts.append(apply_edits(text, kept_span, own))
            except ValueError:
                return None
            kept += own
            trimmed.append(kept_span)
        made = " ".join(parts)
        if not made or "\0" in made or made.count("(") != made.count(")") or made.count("«") != made.count("»") or re.search(r"  |[,:;(–-]$|^[,:;]|,,", made):
            return None
        return Slot(name, made, tuple(trimmed), grammar, tuple(kept))


BARE_VERBS = frozenset(["être", "avoir", "aller", "venir", "mettre", "faire", "pouvoir", "devoir", "vouloir", "prendre", "rendre", "tenir", "porter", "compter", "viser", "devenir", "rester", "sembler", "paraître", "demeurer", "entrer", "passer", "accéder", "consister", "figurer", "appartenir", "descendre", "monter", "tomber", "compter", "relever", "dépendre", "provenir"])


def is_indefinite(frame: Frame) -> bool:
    """Return whether the subject is not yet known to the reader: « un homme », « trois personnes »; one asks « qui » or « combien » of it."""
    if frame.clause.subject_kind != "noun":
        return False
    first = next(iter(frame.source.tokens_in(frame.subject)), None)
    word = plain(frame.subject.of(frame.source.text)).split(" ")[0]
    return first is None or first.pos == "NUM" or bool(re.fullmatch(r"une?|des|de|d'.*|plusieurs|quelques|certain.*|divers.*|aucune?|chaque|\d.*|près|plus|environ|quelque|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|mille", word)) or first.pos in ("NOUN", "ADJ")


_OCCUR = frozenset(["survenir", "produire", "dérouler", "tenir", "perpétrer", "commettre", "éclater", "déclarer", "déclencher", "ouvrir", "organiser", "frapper", "secouer", "enregistrer", "ressentir"])


def tells_event(frame: Frame) -> bool:
    """Return whether the clause tells that an event took place (« un attentat a eu lieu », « un incendie s’est déclaré »), in the first paragraph: the page knows it as « l’attentat »."""
    clause, source = frame.clause, frame.source
    if not source.is_lede(clause.sentence) or clause.number != "s" or not re.match(r"une? \w", plain(frame.subject.of(source.text))):
        return False
    nouns = event_nouns(frame.book)
    head = next((token for token in source.tokens_in(frame.subject) if token.pos == "NOUN"), None)
    happens = clause.lemma in _OCCUR or clause.lemma == "avoir" and clause.complement is not None and plain(clause.complement.of(source.text)).startswith("lieu")
    return head is not None and head.lemma.lower() in nouns and happens and len(frame.subject.of(source.text).split()) <= 7


def subject_edits(frame: Frame, edits: list[Edit]) -> list[Edit]:
    """Return the edits with the subject's article lowered: a question word stands before it now."""
    found: list[Edit] = []
    source, subject = frame.source, frame.subject
    lowered = False
    for edit in edits:
        if edit.span.start == subject.start and edit.after and edit.kind == "reference":
            after = edit.after
            if re.match(r"(?:(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces)\b|L[’'])", after):
                after = after[0].lower() + after[1:] if " " not in after.strip() else decapitalise_first(after) or after
            found.append(Edit(edit.kind, edit.rule, edit.span, after))
            lowered = True
        else:
            found.append(edit)
    words = subject.of(source.text)
    if not lowered and re.match(r"(?:Le|La|Les) |L[’']", words) and (
        (entity := source.entity(frame.clause.subject_entity)) is not None and entity.article or words[0].lower() + words[1:] in source.text
    ):
        found.append(Edit("case", "article-minuscule", Span(subject.start, subject.start + 1), words[0].lower()))
        lowered = True
    first = next(iter(source.tokens_in(subject)), None)
    named = first is not None and first.pos == "PROPN" or any(m.span.start == subject.start for e in source.analysis.entities for m in e.mentions if m.form != "pronoun")
    if not lowered and words[:1].isupper() and not named:
        low = decapitalise_first(words, name=frame.clause.subject_kind == "name" and not re.match(r"(?:Le|La|Les|L)\b", words))
        if low is None:
            return [*found, Edit("case", "incertain", Span(subject.start, subject.start), "\0")]  # no question can be made of it
        if low != words:
            found.append(Edit("case", "article-minuscule", Span(subject.start, subject.start + 1), low[0]))
    return found


def definite_edits(frame: Frame, edits: list[Edit]) -> list[Edit]:
    """Return the edits with « un », « une » made « le », « la », « l’ »."""
    text, start = frame.source.text, frame.subject.start
    article = re.match(r"(?i)(une?) ", text[start : frame.subject.end])
    if article is None:
        own = re.match(r"(?i)(?:ses|leurs) ", text[start : frame.subject.end])  # « ses obsèques »
        return edits if own is None else [*(edit for edit in edits if edit.span.start != start), Edit("reference", "article-defini", Span(start, start + own.end()), "les ")]
    rest = text[start + article.end() : frame.subject.end]
    after = "l’" if elides(rest) else "la " if article.group(1).lower() == "une" else "le "
    return [*(edit for edit in edits if edit.span.start != start), Edit("reference", "article-defini", Span(start, start + article.end()), after)]


def turned_edits(frame: Frame) -> list[Edit] | None:
    """Return the edit that puts the pronoun after the finite verb (« a-t-elle adopté »), None where it is not certain."""
    source, clause, grammar = frame.source, frame.clause, frame.grammar
    if not grammar.gender or not grammar.number:
        return None
    group = clause.verb.of(source.text)
    wanted = turned_group(group, grammar)
    if wanted is None:
        return None
    pronoun = ("elle" if grammar.gender == "f" else "il") + ("s" if grammar.number == "p" else "")
    for token in source.tokens_in(clause.verb):
        word = token.span.of(source.text)
        if plain(word) in CLITICS and token.pos not in ("VERB", "AUX"):
            continue
        link = "-t-" if re.search(r"[aec]$", word) and grammar.number == "s" else "-"
        edit = Edit("reference", "inversion-du-sujet", Span(token.span.end, token.span.end), f"{link}{pronoun}")
        if apply_edits(source.text, clause.verb, [edit]) != wanted:
            return None
        return [edit]
    return None


def kept_pieces(frame: Frame, asked: tuple[Constituent, ...]) -> tuple[Constituent, ...] | None:
    """Return the pieces that the question needs beside the asked ones: what completes the verb, up to its first circumstance or comma. None where that is not certain."""
    found: list[Constituent] = []
    free = False
    pieces = frame.pieces
    if pieces and pieces[0] not in asked and pieces[0].kind == "" and comma_before(frame, pieces[0]) and frame.clause.lemma in BARE_VERBS:
        return None
    for piece in pieces:
        if piece in asked:
            free = True
            continue
        if piece.kind == "lien" or re.fullmatch(r"\w+ment", piece.span.of(frame.source.text)):
            continue
        comma = comma_before(frame, piece)
        if free and frame.clause.lemma == "faire" and re.match(r"(?:à|au|aux|de|du|des)\b", plain(piece.span.of(frame.source.text))):
            return None  # « fait face, depuis 2004, à… »
        if comma and piece.kind in ("", "objet") and not found and re.match(r"(?:les? |la |l'|une? |des |d'autres |plusieurs |\d)", plain(piece.span.of(frame.source.text))) and frame.pieces[0].kind in ADVERBIALS and not frame.clause.passive:
            return None  # « a relevé, grâce à…, l’existence… »: the object comes late
        if comma or piece.kind in ADVERBIALS:
            free = True
            continue
        first = plain(piece.span.of(frame.source.text)).split(" ")[0]
        if free and piece.kind in ("infinitif", "que", "objet", "attribut", "cite"):
            return None
        if free and re.match(r"(?:à|de|d'|d’) ?\w+(?:er|ir|re|oir)\b", plain(piece.span.of(frame.source.text))):
            return None  # « a demandé aux autorités d’enquêter »
        if free and piece.kind == "" and not re.match(r"(?:à|au|aux|de|du|des|d'|en|sur|dans|contre|avec|pour|par|lors|chez|vers|face|grâce|suite|sous)\b", first):
            if re.match(r"(?:qui|que|qu'|dont|où|soit|et|ou|mais|tandis|alors|après|avant|ainsi)\b", first):
                break
            return None
        if free:
            continue
        if piece.kind == "" and re.match(r"(?:tandis|alors|après|avant|mais|soit|puis|bien|sans|où|qui|dont)\b", first):
            free = True
            continue
        found.append(piece)
    return tuple(found)


def comma_before(frame: Frame, piece: Constituent) -> bool:
    before = frame.source.text[frame.clause.verb.end : piece.span.start].rstrip()
    return before.endswith((",", ";", ":", "–", "—", "("))


def comma_after(frame: Frame, piece: Constituent) -> bool:
    return frame.source.text[piece.span.end : frame.clause.span.end].lstrip().startswith((",", ";", "–", "—"))


def needs_object(frame: Frame, kept: tuple[Constituent, ...]) -> bool:
    """Return whether the verb would stand without what it needs: nothing of its complement is left, though there was an object."""
    return any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite") for piece in frame.pieces) and not any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite") for piece in kept)


def propositions(frame: Frame, kept: tuple[Constituent, ...], *, plain_order: bool = True, drops: list[Edit] | None = None) -> Iterator[Slot]:
    """Yield the question's clause after its question word: « le décret a-t-il été publié », and, where nothing follows the verb, « a été publié le décret »."""
    clause = frame.clause
    spans = tuple(piece.span for piece in kept)
    edits = frame.resolved((frame.subject, clause.verb, *spans))
    if edits is None:
        return
    edits = subject_edits(frame, edits)
    if frame.event:
        edits = definite_edits(frame, edits)
    turned = turned_edits(frame)
    if turned is not None:
        made = frame.slot("proposition", (frame.subject, clause.verb, *spans), [*edits, *turned, *(drops or ())], frame.grammar)
        if made is not None and len(made.text) <= LONGEST_QUESTION - 12:
            yield made
    noun = (clause.subject_kind == "noun" or clause.subject_kind == "name") and not is_indefinite(frame)
    if plain_order and not spans and noun and len(re.findall(r"[\w-]+", clause.verb.of(frame.source.text))) <= 3 and "à nouveau" not in clause.verb.of(frame.source.text) and (clause.lemma not in BARE_VERBS or clause.lemma == "tenir" and re.match(r"(?:se |s')", plain(clause.verb.of(frame.source.text)))) and not re.search(r"\b(?:ne|n')", plain(clause.verb.of(frame.source.text))):
        made = frame.slot("proposition", (clause.verb, frame.subject), edits, frame.grammar)
        if made is not None and len(made.text) <= LONGEST_QUESTION - 12 and not made.text.startswith(("la ", "le ", "les ", "l’")):
            yield made
