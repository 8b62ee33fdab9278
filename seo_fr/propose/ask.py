"""Questions that a clause answers: one constituent is asked for, the rest is the question, the constituent is the answer.

Both are the source's words: the question keeps the clause's subject, verb (with the inversion that French asks for) and as much of its complement as is needed;
the answer is the constituent alone, or a sentence whose subject is a pronoun for the question's. Only regular clauses of the newspaper, or with their speaker as subject;
only constituents that the parse *and* their form tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from seo_fr.edits import apply_edits
from seo_fr.french.conjugation import parse_group
from seo_fr.french.elision import elides
from seo_fr.french.phrase import decapitalise_first
from seo_fr.french.questions import inverted as turned_group
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words
from seo_fr.model import Clause, Copied, Edit, Grammar, Origin, Slot, Span, Token
from seo_fr.propose.constituents import ADVERBIALS, LINKS, Constituent, animate, constituents, in_quote, plain, shifted, subject_grammar
from seo_fr.propose.events import event_nouns
from seo_fr.propose.frames import Filled, fill
from seo_fr.propose.relatives import relatives
from seo_fr.propose.tell import Source, _resolve, finish, in_quotes, is_whole
from seo_fr.rulebook import Rule, Rulebook

_CLITICS = {"ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "me", "m'"}
_LONGEST_QUESTION = 100
_LONGEST_ANSWER = 46
_WORTH = {
    "que": 10, "combien": 14, "combien-objet": 12, "pourquoi": 14, "but": 10, "comment": 8, "quand-ou": 10, "quand": 0, "depuis": 4, "jusque": 8, "des": 8, "duree": 6, "ou": 4, "par-qui": 6, "par-quoi": 4,
    "qui": 10, "qui-objet": 8, "quest-ce-qui": 10, "quel": 12, "qui-est": 12, "occasion": 5, "age": 14, "heure": 6, "cadre": 5, "delai": 12, "voix": 14, "grace": 8, "oui-non": -25,
}  # fmt: skip


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


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether one of the rule's verbs stands in a question of ``text``."""
    from seo_fr.french.conjugation import analyse_form

    words = re.findall(r"[\w-]+", text.replace("’", " "))
    lemmas = {form.lemma for word in words for form in analyse_form(re.sub(r"-(?:t-)?(?:ils?|elles?)$", "", word))}
    return text.endswith("?") and bool(lemmas & set(rule.data["verbs"]))


def ahead(clause: Clause) -> bool:
    """Return whether the clause tells of what is to come."""
    return clause.tense in ("future", "near-future") or clause.tense == "present" and clause.passive


@dataclass(frozen=True, slots=True)
class _Frame:
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
        found = _resolve(self.source, clause, clause.span, True, tuple(sorted((*wide, *links), key=lambda edit: edit.span)), True)
        if found is None:
            return None
        if clause.subject is not None and clause.subject_kind == "pronoun" and any(span.covers(clause.subject) for span in used):
            if not any(edit.kind == "reference" and edit.span.overlaps(clause.subject) for edit in found):
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


def questions_of(source: Source, book: Rulebook, clause: Clause, key: str) -> list[Asked]:
    """Return every question that the clause answers, or a relative clause in it, with each of its answers."""
    made = _questions_of(source, book, clause, key)
    if not clause.statements and clause.commitment in ("asserted", "future") and not clause.negated:
        for relative in relatives(source, clause):
            made += [replace(asked, worth=asked.worth - 6, clause=clause) for asked in _questions_of(source, book, relative, key, inner=True) if asked.kind not in ("oui-non",)]
    return made


def _questions_of(source: Source, book: Rulebook, clause: Clause, key: str, inner: bool = False) -> list[Asked]:
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or not (clause.regular or _firm(source, clause)) or clause.subject is None or clause.person != 3 or not source.is_matter(clause.sentence):
        return []
    if source.analysis.paragraphs[sentence.paragraph].kind == "heading" or in_quotes(source, clause.verb) or in_quote(source, clause.span):
        return []
    if not inner and not is_whole(source, clause) or clause.commitment in ("conditional", "alleged", "denied") or clause.tense in ("conditional", "past-conditional", "other"):
        return []
    clause = _shared(source, _owned(source, clause))
    subject = _subject(source, clause)
    if subject is None:
        return []
    found = constituents(source, clause)
    leads = tuple(piece for piece in found if piece.lead and piece.kind)
    unknown = [plain(piece.span.of(source.text)) for piece in found if piece.lead and not piece.kind]
    if clause.lead is not None and not any(piece.lead for piece in found):
        unknown = [plain(clause.lead.of(source.text))]
    if any(_FRAMING.match(words) for words in unknown) and not _connective(clause, source):
        return []  # « Selon lui, », « Si le texte passe, »: without it the rest says more
    frame = _Frame(source, book, clause, subject, subject_grammar(source, clause), leads, tuple(piece for piece in found if not piece.lead), key)
    if not _agrees(frame):
        return []
    said = [s for s in source.analysis.statements if s.id in clause.statements]
    relative = [piece.span for piece in frame.pieces if _comma_before(frame, piece) and re.match(r"(?:qui|dont|où) ", plain(piece.span.of(source.text)))]
    outside = [s for s in said if not any(span.covers(s.cue) for span in relative)]
    own = not outside and clause.commitment in (("asserted", "future") if not said else ("asserted", "future", "attributed"))
    speaks = any(s.speaker is not None and s.speaker == clause.subject_entity and s.cue.overlaps(clause.verb) and s.remove == 1 for s in source.analysis.statements if s.id in clause.statements)
    noun_speaks = clause.commitment in ("attributed", "asserted") and any(s.cue.overlaps(clause.verb) for s in said) and all(s.cue.overlaps(clause.verb) or s.cue.start >= clause.verb.end and s.cls not in ("according",) and "selon" not in plain(s.cue.of(source.text)) and "d'après" not in plain(s.cue.of(source.text)) for s in said)
    made: list[Asked] = []
    if clause.negated or clause.commitment == "negated":
        return _no(frame) if not clause.statements else []
    if own:
        made += _subject_questions(frame)
    if own:
        made += _how_many(frame)
    if _indefinite(frame):
        if own and _is_event(frame):
            definite = replace(frame, event=True)
            return made + [asked for asked in _circumstances(definite) if asked.kind in ("quand", "ou", "quand-ou", "pourquoi", "heure")]
        if own and clause.number == "s" and re.match(r"une? ", plain(subject.of(source.text))) or own and re.match(r"des ", plain(subject.of(source.text))):
            made += [asked for asked in _circumstances(frame) if asked.kind in ("pourquoi", "but", "comment") or asked.kind in ("quand", "ou", "quand-ou") and (clause.passive or clause.tense == "future")]
            if clause.passive and clause.kind in ("investigation", "arrest", "closure", "cancellation", "agreement", "decision", "strike"):
                made += _yes(frame)
        return made
    if own:
        made += _circumstances(frame)
        made += _agent(frame)
        made += _attribute(frame)
        made += _figure_object(frame)
        made += _dating(frame)
        made += _yes(frame)
        made += _to_do(frame)
    if own or speaks or noun_speaks:
        made += _object(frame)
        made += _prepositions(frame)
        if not own:
            made += _to_do(frame)
            made += _figure_object(frame)
    return made


def _firm(source: Source, clause: Clause) -> bool:
    """Return whether subject and verb are certain though the rest of the clause is not: they stand together at its head, bound by the parse, and agree."""
    if clause.subject is None or clause.subject_kind not in ("name", "noun", "pronoun") or clause.statements or clause.commitment not in ("asserted", "future"):
        return False
    text = source.text
    sentence = source.analysis.sentences[clause.sentence].span
    if text[clause.subject.end : clause.verb.start].strip() or clause.complement is None or text[clause.verb.end : clause.complement.start].strip():
        return False
    start = clause.lead.start if clause.lead is not None else clause.subject.start
    if start != sentence.start or clause.lead is not None and not text[clause.lead.start : clause.subject.start].rstrip().endswith(","):
        return False
    if clause.lead is not None and (":" in clause.lead.of(text) or "«" in clause.lead.of(text)):
        return False
    tokens = source.analysis.tokens
    verb = set(range(*source._range(clause.verb)))
    heads = [i for i in range(*source._range(clause.subject)) if tokens[i].head in verb and tokens[i].dep in ("nsubj", "nsubj:pass")]
    group = clause.verb.of(text)
    return len(heads) == 1 and tokens[heads[0]].pos in ("NOUN", "PROPN", "PRON") and (parse_group(group) is not None or bool(re.fullmatch(r"(?:s['’]|se )?\w+", group))) and not re.search(r"[,;:«»()]", clause.subject.of(text))


_NOT_VERBS = re.compile(r"(?:l'|s'|n'|en |y )?(?:est|a|as|sont|ont|porte|marche|offre|rue|place|mars|compte|tour|prise|mise|cours|course|part|passe)")


def _shared(source: Source, clause: Clause) -> Clause:
    """Return the clause without the obstacle that its subject stands before another verb of its sentence: in a question it is named. Unchanged where that is not certain."""
    if not any(obstacle.startswith("shared-subject") for obstacle in clause.obstacles) or clause.subject is None or clause.subject.end > clause.span.start:
        return clause
    first = next((other for other in source.clauses_of.get(clause.sentence, ()) if other.subject == clause.subject and other.id != clause.id), None)
    if re.match(r"(?:ce|cet|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on)\b", plain(clause.subject.of(source.text))):
        return clause
    if first is None or not first.regular or first.number != clause.number or first.commitment not in ("asserted", "future") or first.statements or _NOT_VERBS.fullmatch(plain(clause.verb.of(source.text))):
        return clause
    kept = tuple(obstacle for obstacle in clause.obstacles if not obstacle.startswith("shared-subject"))
    return replace(clause, obstacles=kept, gender=clause.gender or first.gender, passive=clause.passive)


#: What one has of one's own: « a fêté son anniversaire », « a annoncé sa démission ».
_OWN = re.compile(
    r"(?:son|sa|ses|leur|leurs) (?:\w+ )?(?:anniversaire|carrière|titre|titres|succès|podium|démission|campagne|mandat|mandats|candidature|parcours|retour|départ|poste|engagement|engagements|intention|intentions|couronne|domination|rythme|opposition"
    r"|bilan|fonctions|inquiétude|soutien|accord|désaccord|regret|regrets|joie|volonté|souhait|confiance|avance|retraite|victoire|défaite|participation|place|record|offre|demande|projet|programme|stratégie|activité|activités|production|effectifs|médaille"
    r"|« stupeur »|album|roman|livre|film|premier|deuxième|troisième)\b"
)


def _owned(source: Source, clause: Clause) -> Clause:
    """Return the clause without the obstacle of a possessive right after its verb that is its subject's own, number told by its form."""
    if clause.complement is None or clause.subject is None or clause.subject_kind == "pronoun":
        return clause
    words = plain(clause.complement.of(source.text))
    if not _OWN.match(words) or words.startswith("leur") != (clause.number == "p"):
        return clause
    mine = words.split(" ")[0]
    left = [obstacle for obstacle in clause.obstacles if obstacle.startswith("possessive:")]
    if len([1 for obstacle in left if plain(obstacle.partition(":")[2]).startswith(mine)]) != 1:
        return clause
    return replace(clause, obstacles=tuple(o for o in clause.obstacles if not (o.startswith("possessive:") and plain(o.partition(":")[2]).startswith(mine))))


def _connective(clause: Clause, source: Source) -> bool:
    assert clause.lead is not None
    words = plain(clause.lead.of(source.text)).strip(" ,")
    return any(obstacle.startswith(("connective:", "also:", "aside:", "time:")) and plain(obstacle.partition(":")[2]) == words for obstacle in clause.obstacles)


_FRAMING = re.compile(
    r"(?:mais |et |or )?(?:selon|d'après|pour |si |s'|sauf|sans |à condition|en cas|dans le cas|faute|contrairement|peut-être|probablement|sans doute|apparemment|officiellement|théoriquement|aux yeux|de l'avis|à en croire|au dire|en l'absence"
    r"|même si|bien que|quoique|à défaut|hormis|excepté|parmi|comme|tout comme|à l'exception|au lieu|si bien|plutôt|non |ni |pas |loin|en principe|en théorie|suivant|lorsqu|quand |une fois|soit |par exemple|a priori)",
)
_VAGUE = re.compile(
    r"(?:on|ce|c'|cela|ça|ceci|tout|tous|toutes|rien|personne|nul|certains|certaines|d'autres?|chacune?|celui.*|celle.*|ceux.*|l'une?|les une?s|beaucoup|la plupart|une partie.*|seule?s? .*|plusieurs|quelques|autres?|qui"
    r"|lequel|laquelle|un tel|un autre.*|une autre.*|l'autre.*|les autres.*|la suite|le tout|les mêmes.*|le même.*|la même.*|le premier|la première|le second|la seconde|le dernier|la dernière|les deux|la moitié|le tiers|un tiers|le quart|un quart|le reste|l'essentiel|la majorité|la plus grande partie|tous deux|aucune? .*|.*\b(?:dont|qui|que|qu')\b.*|(?:parmi|entre|chez|dans|en|à|au|aux|sur|pour|avec|selon|depuis|près|sous|après|avant|comme) .*|une? grande partie.*|certaine?s? .*)"
)


def _subject(source: Source, clause: Clause) -> Span | None:
    """Return what names the subject in a question: the whole noun phrase, or the person's name in a long one; None where it is vague."""
    assert clause.subject is not None
    words = plain(clause.subject.of(source.text)).strip()
    entity = source.entity(clause.subject_entity)
    if clause.subject_kind == "pronoun":
        return clause.subject if words in ("il", "elle", "ils", "elles") else None
    if clause.subject_kind not in ("name", "noun") or _VAGUE.fullmatch(words) or in_quotes(source, clause.subject) and "«" not in words:
        return None
    if entity is not None and entity.kind == "person" and ("," in words or len(words) > 44 or re.match(r"(?:son|sa|ses|leurs?|ce|cette)\b", words)):
        named = [m.span for m in entity.mentions if m.form == "full" and clause.subject.covers(m.span)]
        if named:
            return named[0]
    if "," in words or "(" in words or ":" in words or len(words) > 72:
        comma = re.search(r"[,(]", words)
        head = words[: comma.start()].rstrip() if comma else ""
        closed = words.rstrip().endswith(")") or source.text[clause.subject.end :].lstrip().startswith(",")
        if comma and closed and (re.match(r"(?:le|la|les|l'|cette?|ce|ces)\b", head) or clause.subject_kind == "name") and 1 <= len(head.split()) <= 12 and not re.search(r",.*\bet\b", words[comma.start():] if words.count(",") > 1 else ""):
            return Span(clause.subject.start, clause.subject.start + len(head))
        return None
    return clause.subject


def _agrees(frame: _Frame) -> bool:
    """Return whether the source's verb is a known form of the subject's number: a fault of the source is not asked about."""
    group = frame.clause.verb.of(frame.source.text)
    number = frame.clause.number
    whole = plain(frame.clause.subject.of(frame.source.text)) if frame.clause.subject is not None else ""
    if number == "s" and re.match(r"(?:les|des|ces|plusieurs|deux|trois|quatre|cinq|six) ", whole) or number == "p" and re.match(r"(?:le|la|un|une|ce|cette) (?!\w+ (?:de|d'|des) ?)", plain(frame.subject.of(frame.source.text))) and not re.search(r"\bet\b", plain(frame.subject.of(frame.source.text))):
        return False
    if not number or turned_group(group, Grammar("m", number)) is None:
        return False
    if re.search(r"\b(?:a|ont|avait|avaient|aura|auront)(?: \w+ment| déjà| aussi| également)* \w+(?:ée|ées|és|ues|ies)$", plain(group)) and not re.match(r"(?:l'|les |la |en )", plain(group)):
        return False  # « a lancée une campagne »
    participle = re.search(r"\b(?:est|sont|été|était|étaient|sera|seront)(?: \w+ment| déjà| aussi| encore)? (\w+(?:é|ée|és|ées|is|ise|ises|it|ite|its|ites|u|ue|us|ues))$", plain(group))
    if participle is None or re.search(r"\bs[e'’]", plain(group)):
        return True
    return not (number == "p" and re.search(r"(?:é|ée|u|ue|it|ite)$", participle.group(1)) or number == "s" and re.search(r"(?:és|ées|us|ues|its|ites)$", participle.group(1)))


def _indefinite(frame: _Frame) -> bool:
    """Return whether the subject is not yet known to the reader: « un homme », « trois personnes »; one asks « qui » or « combien » of it."""
    if frame.clause.subject_kind != "noun":
        return False
    first = next(iter(frame.source.tokens_in(frame.subject)), None)
    word = plain(frame.subject.of(frame.source.text)).split(" ")[0]
    return first is None or first.pos == "NUM" or bool(re.fullmatch(r"une?|des|de|d'.*|plusieurs|quelques|certain.*|divers.*|aucune?|chaque|\d.*|près|plus|environ|quelque|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|mille", word)) or first.pos in ("NOUN", "ADJ") and clause_bare(frame)


_OCCUR = frozenset("survenir produire dérouler tenir perpétrer commettre éclater déclarer déclencher ouvrir organiser frapper secouer enregistrer ressentir".split())


def _is_event(frame: _Frame) -> bool:
    """Return whether the clause tells that an event took place (« un attentat a eu lieu », « un incendie s’est déclaré »), in the first paragraph: the page knows it as « l’attentat »."""
    clause, source = frame.clause, frame.source
    if not source.is_lede(clause.sentence) or clause.number != "s" or not re.match(r"une? \w", plain(frame.subject.of(source.text))):
        return False
    nouns = event_nouns(frame.book)
    head = next((token for token in source.tokens_in(frame.subject) if token.pos == "NOUN"), None)
    happens = clause.lemma in _OCCUR or clause.lemma == "avoir" and clause.complement is not None and plain(clause.complement.of(source.text)).startswith("lieu")
    return head is not None and head.lemma.lower() in nouns and happens and len(frame.subject.of(source.text).split()) <= 7


def clause_bare(frame: _Frame) -> bool:
    """Return whether a common noun stands without determiner as subject."""
    return frame.clause.subject_kind == "noun"


# ------------------------------------------------------------------------------------------------------------- pieces of a question


def _subject_edits(frame: _Frame, edits: list[Edit]) -> list[Edit]:
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


def _definite(frame: _Frame, edits: list[Edit]) -> list[Edit]:
    """Return the edits with « un », « une » made « le », « la », « l’ »."""
    text, start = frame.source.text, frame.subject.start
    article = re.match(r"(?i)(une?) ", text[start : frame.subject.end])
    if article is None:
        return edits
    rest = text[start + article.end() : frame.subject.end]
    after = "l’" if elides(rest) else "la " if article.group(1).lower() == "une" else "le "
    return [*(edit for edit in edits if edit.span.start != start), Edit("reference", "article-defini", Span(start, start + article.end()), after)]


def _turned(frame: _Frame) -> list[Edit] | None:
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
        if plain(word) in _CLITICS and token.pos not in ("VERB", "AUX"):
            continue
        link = "-t-" if re.search(r"[aec]$", word) and grammar.number == "s" else "-"
        edit = Edit("reference", "inversion-du-sujet", Span(token.span.end, token.span.end), f"{link}{pronoun}")
        if apply_edits(source.text, clause.verb, [edit]) != wanted:
            return None
        return [edit]
    return None


def _kept(frame: _Frame, asked: tuple[Constituent, ...]) -> tuple[Constituent, ...] | None:
    """Return the pieces that the question needs beside the asked ones: what completes the verb, up to its first circumstance or comma. None where that is not certain."""
    found: list[Constituent] = []
    free = False
    pieces = frame.pieces
    if pieces and pieces[0] not in asked and pieces[0].kind == "" and _comma_before(frame, pieces[0]) and frame.clause.lemma in _BARE_VERBS:
        return None
    for piece in pieces:
        if piece in asked:
            free = True
            continue
        if piece.kind == "lien" or re.fullmatch(r"\w+ment", piece.span.of(frame.source.text)):
            continue
        comma = _comma_before(frame, piece)
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


def _comma_before(frame: _Frame, piece: Constituent) -> bool:
    before = frame.source.text[frame.clause.verb.end : piece.span.start].rstrip()
    return before.endswith((",", ";", ":", "–", "—", "("))


def _comma_after(frame: _Frame, piece: Constituent) -> bool:
    return frame.source.text[piece.span.end : frame.clause.span.end].lstrip().startswith((",", ";", "–", "—"))


def _needs_object(frame: _Frame, kept: tuple[Constituent, ...]) -> bool:
    """Return whether the verb would stand without what it needs: nothing of its complement is left, though there was an object."""
    return any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite") for piece in frame.pieces) and not any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite") for piece in kept)


_BARE_VERBS = frozenset("être avoir aller venir mettre faire pouvoir devoir vouloir prendre rendre tenir porter compter viser devenir rester sembler paraître demeurer entrer passer accéder consister figurer appartenir descendre monter tomber compter relever dépendre provenir".split())


def _propositions(frame: _Frame, kept: tuple[Constituent, ...], *, plain_order: bool = True, drops: list[Edit] | None = None) -> Iterator[Slot]:
    """Yield the question's clause after its question word: « le décret a-t-il été publié », and, where nothing follows the verb, « a été publié le décret »."""
    clause = frame.clause
    spans = tuple(piece.span for piece in kept)
    edits = frame.resolved((frame.subject, clause.verb, *spans))
    if edits is None:
        return
    edits = _subject_edits(frame, edits)
    if frame.event:
        edits = _definite(frame, edits)
    turned = _turned(frame)
    if turned is not None:
        made = frame.slot("proposition", (frame.subject, clause.verb, *spans), [*edits, *turned, *(drops or ())], frame.grammar)
        if made is not None and len(made.text) <= _LONGEST_QUESTION - 12:
            yield made
    noun = (clause.subject_kind == "noun" or clause.subject_kind == "name") and not _indefinite(frame)
    if plain_order and not spans and noun and len(re.findall(r"[\w-]+", clause.verb.of(frame.source.text))) <= 3 and "à nouveau" not in clause.verb.of(frame.source.text) and (clause.lemma not in _BARE_VERBS or re.match(r"(?:se |s')", plain(clause.verb.of(frame.source.text)))) and not re.search(r"\b(?:ne|n')", plain(clause.verb.of(frame.source.text))):
        made = frame.slot("proposition", (clause.verb, frame.subject), edits, frame.grammar)
        if made is not None and len(made.text) <= _LONGEST_QUESTION - 12 and not made.text.startswith(("la ", "le ", "les ", "l’")):
            yield made


# ------------------------------------------------------------------------------------------------------------------------ answers


def _bare(frame: _Frame, spans: tuple[Span, ...]) -> tuple[str, Origin] | None:
    """Return the constituent alone as an answer; None where it cannot stand alone."""
    span = Span(spans[0].start, spans[-1].end)
    if re.match(r"(?:car|puisqu)", plain(span.of(frame.source.text))):
        return None
    edits = frame.resolved((span,))
    if edits is None or in_quote(frame.source, span) or _IN_TOW.search(span.of(frame.source.text)):
        return None
    done = finish(frame.source, span, edits)
    if done is None or done[2].count("(") != done[2].count(")"):
        return None
    return done[2], Copied(done[0], done[1])


_IN_TOW = re.compile(r"\bet (?:il|elle|ils|elles|son|sa|ses|leurs?|a|ont|est|sont|avait|était|s[’']est|se sont|n[’']\w+)\b")
_DANGLING = re.compile(r"(?:^| )(?:jusque|à|de|dans|en|sur|par|pour|avec|et|ou|que|qui|entre|le|la|les|un|une|des|du|au|aux|ne|mais|sans|chez|dont|où|leur|son|sa|ses|plus|moins|très|d’environ|comme|dès|depuis)$")


def _sentence(frame: _Frame, spans: tuple[Span, ...], kind: str = "pronom") -> tuple[str, Origin] | None:
    """Return « Elle a été publiée en mars. »: a pronoun for the subject, then the slices; None where gender is not certain or an obstacle stays."""
    if not frame.grammar.gender or not frame.grammar.number:
        return None
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return None
    lowered = list(edits)
    for span in spans[1:]:
        word = span.of(frame.source.text)
        if word[:1].isupper() and frame.clause.lead is not None and span.start < frame.subject.start:
            low = decapitalise_first(word)
            if low is None:
                return None
            if low != word:
                lowered.append(Edit("case", "article-minuscule", Span(span.start, span.start + 1), low[0]))
    sujet = frame.slot("sujet", (frame.subject,), _subject_edits(frame, edits), frame.grammar)
    predicat = frame.slot("predicat", spans, lowered)
    if predicat is not None and (_DANGLING.search(predicat.text) or re.search(r"\s,|«\s*»", predicat.text)):
        return None
    if predicat is not None and _IN_TOW.search(predicat.text):
        return None  # a second clause in tow
    if sujet is None or predicat is None or predicat.text[-1:] in ".!?…" or count_words(predicat.text) > _LONGEST_ANSWER:
        return None
    for filled in fill(frame.book, "answer", kind, (sujet, predicat), frame.key):
        return filled.text, filled.origin
    return None


def _cuts_list(frame: _Frame, end: int) -> bool:
    """Return whether a list may go on after ``end`` (« d’un exobiologiste, une physicienne et un pilote »): an answer that stopped there would tell a part for the whole."""
    rest = frame.source.text[end : frame.clause.span.end]
    if re.match(r"\s*(?:et|ou|ni)\b", rest):
        return True
    return re.match(r",\s*(?:(?:une?|des|les?|la|du|de|à|au|aux|en|par|sur|contre|avec|dans|ainsi que|mais aussi|\d+) |l[’']|d[’']|[A-ZÉÈÎ])[^;:.]*?(?:\bet\b|\bou\b|ainsi que|mais aussi)", rest) is not None


def _answers(frame: _Frame, asked: tuple[Constituent, ...], kept: tuple[Constituent, ...], *, sentences: bool = True, kind: str = "pronom") -> list[tuple[str, Origin]]:
    """Return the answers to a question about ``asked``, fullest first, without doubles."""
    clause = frame.clause
    made: list[tuple[str, Origin] | None] = []
    for piece in asked:
        if not piece.lead and _cuts_list(frame, piece.span.end):
            whole = _sentence(frame, (Span(clause.verb.start, clause.span.end),), kind) if sentences and clause.regular and not any(item.lead for item in asked) else None
            return [whole] if whole is not None else []
    last = asked[-1].span
    late = [piece.span for piece in frame.pieces if piece.span.start >= last.start] if not asked[-1].lead else []
    leads = tuple(piece.span for piece in asked if piece.lead)
    rest = tuple(piece.span for piece in asked if not piece.lead)
    if sentences:
        if late or leads:
            ends = [*([clause.span.end] if clause.regular else []), *sorted({piece.span.end for piece in frame.pieces if piece.span.end >= last.end and _comma_after(frame, piece)}, reverse=True)]
            loose = next((piece.span.start for piece in frame.pieces if piece.token < 0), clause.span.end)
            ends = [end for end in ends if end <= loose or loose >= clause.span.end]
            if leads and any(piece not in kept and piece not in asked and piece.kind != "lien" for piece in frame.pieces):
                ends = []  # the time or place would seem to belong to what stands before it
            for end in ends:
                if end < clause.span.end and _cuts_list(frame, end):
                    continue
                whole = _sentence(frame, (Span(clause.verb.start, end), *leads), kind)
                if whole is not None:
                    made.append(whole)
                    break
        if not any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite", "") for piece in kept) or not leads:
            upto = Span(clause.verb.start, max((piece.span.end for piece in (*asked, *kept) if not piece.lead), default=clause.verb.end))
            made.append(_sentence(frame, (upto, *leads), kind))
        if not kept:
            made.append(_sentence(frame, (clause.verb, *rest, *leads), kind))
    if kind == "pronom":
        if late and frame.source.text[last.end : clause.span.end].startswith(",") and all(piece.token >= 0 for piece in frame.pieces if piece.span.start >= last.start):
            made.append(_bare(frame, (*rest[:1], late[-1])))
        if len(asked) == 1 or asked[0].span.end + 2 >= asked[1].span.start:
            made.append(_bare(frame, tuple(piece.span for piece in asked)))
    found: dict[str, Origin] = {}
    for item in made:
        if item is not None and count_words(item[0]) <= _LONGEST_ANSWER:
            found.setdefault(item[0], item[1])
    return list(found.items())


def _put(frame: _Frame, kind: str, slots: tuple[Slot, ...], answers: list[tuple[str, Origin]], fine: str = "", worth: int | None = None) -> list[Asked]:
    """Return the question in each wording with each answer."""
    base = _WORTH.get(kind, 6) if worth is None else worth
    made = []
    for filled in fill(frame.book, "question", kind, slots, frame.key, fine):
        if re.search(r"\b(?:son|sa|ses|leurs?|lui|eux)\b", plain(filled.text)) and (_indefinite(frame) or frame.clause.passive):
            continue  # « une enquête a-t-elle été ouverte à son encontre »
        if len(filled.text) > _LONGEST_QUESTION + 4 or _says_twice(filled.text) or re.search(r"\b(?:celui|celle|ceux|celles)\b", filled.text):
            continue
        made += [Asked(filled, text, origin, frame.clause, kind, base - 3 * rank) for rank, (text, origin) in enumerate(answers)]
    return made


def _says_twice(text: str) -> bool:
    """Return whether a long word comes twice in the question."""
    words = re.findall(r"\w{5,}", text.lower())
    return len(words) != len(set(words))


# ----------------------------------------------------------------------------------------------------------------------- questions


def _circumstances(frame: _Frame) -> list[Asked]:
    """When, since when, where, why, to what end, how."""
    made: list[Asked] = []
    given = [piece for piece in (*frame.leads, *frame.pieces) if piece.kind in ADVERBIALS]
    times = [piece for piece in given if piece.kind == "quand"]
    places = [piece for piece in given if piece.kind == "ou"]
    combos: list[tuple[str, tuple[Constituent, ...]]] = [(piece.kind, (piece,)) for piece in given]
    if len(times) == 1 and len(places) == 1:
        both = tuple(sorted((times[0], places[0]), key=lambda piece: piece.span))
        combos.insert(0, ("quand-ou", both))
    for kind, asked in combos:
        if len([piece for piece in given if piece.kind == kind]) > 1:
            continue
        kept = _kept(frame, asked)
        if not asked[-1].lead and re.match(r"\s*(?:et|ou|ni)\b", frame.source.text[asked[-1].span.end : frame.clause.span.end]):
            continue  # « multiplie les voyages dans le monde et les déclarations »
        if kept is None or _needs_object(frame, kept) or any(piece.kind == "que" for piece in kept):
            continue
        if kind in ("quand", "ou", "quand-ou") and not kept and frame.clause.lemma in _BARE_VERBS and not re.match(r"(?:se |s')", plain(frame.clause.verb.of(frame.source.text))):
            continue
        if kind == "ou" and frame.clause.lemma in ("être", "croire", "viser", "intéresser", "attaquer", "opposer"):
            continue
        answers = _answers(frame, asked, kept)
        if not answers:
            continue
        for slot in _propositions(frame, kept, plain_order=kind not in ("pourquoi", "but", "comment", "grace", "des")):
            made += _put(frame, kind, (slot,), answers, _precision(frame, asked), _WORTH[kind] + (8 if ahead(frame.clause) else 0))
    return made


def _precision(frame: _Frame, asked: tuple[Constituent, ...]) -> str:
    """Return how fine the time asked for is: «jour», «annee» or «autre»."""
    words = plain(asked[0].span.of(frame.source.text))
    if re.fullmatch(r"en \d{4}", words):
        return "annee"
    return "jour" if re.fullmatch(r"(?:le )?(?:\w+di )?\d{1,2}(?:er)? \w+(?: \d{4})?", words) else "autre"


def _agent(frame: _Frame) -> list[Asked]:
    """« Par qui le décret a-t-il été publié ? »"""
    made: list[Asked] = []
    for piece in frame.pieces:
        if piece.kind != "agent":
            continue
        body = _after_word(frame, piece)
        living = animate(frame.source, body)
        if living is None:
            continue
        kept = _kept(frame, (piece,))
        if kept is None:
            continue
        answers = _answers(frame, (piece,), kept)
        for slot in _propositions(frame, kept):
            made += _put(frame, "par-qui" if living else "par-quoi", (slot,), answers)
    return made


def _after_word(frame: _Frame, piece: Constituent) -> Span:
    words = piece.span.of(frame.source.text)
    match = re.match(r"\S+? |d[’']", words)
    return Span(piece.span.start + (match.end() if match else 0), piece.span.end)


def _subject_questions(frame: _Frame) -> list[Asked]:
    """« Qui a remporté l’épreuve ? », « Qu’est-ce qui a provoqué l’accident ? »: the subject is the answer."""
    clause, source = frame.clause, frame.source
    assert clause.subject is not None
    if clause.number != "s" or not frame.pieces or clause.subject_kind == "pronoun" or clause.lemma in ("être", "avoir", "pouvoir", "devoir", "aller") and not clause.kind:
        return []
    living = animate(source, clause.subject)
    if living is None:
        return []
    if living and (clause.passive and (frame.grammar.gender != "m" or clause.kind not in ("election", "appointment", "award")) or frame.grammar.gender == "f" and re.search(r"\b(?:est|s'est|était|sera)\b", plain(clause.verb.of(source.text)))):
        return []  # « Qui a été nommée »: « qui » is masculine
    if living and clause.kind in ("attack", "death", "accident", "arrest", "trial", "verdict", "investigation"):
        return []  # the author of a deed
    if not living and "cause" not in frame.verbs:
        return []
    words = plain(clause.subject.of(source.text))
    named = any(m.form != "pronoun" and clause.subject.covers(m.span) for e in source.analysis.entities for m in e.mentions)
    if re.match(r"(?:ce|cet|cette|ces|son|sa|ses|leurs?)\b", words) or not named and len(words.split()) < 4:
        return []  # « L’association. », « La mesure. »: which one?
    kept = _kept(frame, ())
    if not kept or not any(piece.kind in ("objet", "prep") or clause.passive for piece in kept[:1]) or living and kept[0].kind != "objet" and not clause.passive:
        return []
    spans = (clause.verb, *(piece.span for piece in kept))
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return []
    predicat = frame.slot("predicat", spans, edits)
    if predicat is None or len(predicat.text) > 84 or re.search(r"\b(?:son|sa|ses|leur|leurs|se|s’|lui|cette|ce|ces)\b", plain(predicat.text)) or count_words(predicat.text) >= 12:
        return []
    answers: list[tuple[str, Origin]] = []
    lead = clause.lead.of(source.text).rstrip(" ,") if clause.lead is not None else ""
    extra: list[tuple[Span, ...]] = []
    if lead and not _connective(clause, source) and not re.search(r"[:;«»]", lead) and clause.lead is not None:
        extra.append((Span(clause.lead.start, clause.lead.start + len(lead)),))
    for more in extra:
        answer = _with_more(frame, clause.subject, more)
        if answer is not None:
            answers.append(answer)
    done = finish(source, clause.subject, shifted(edits, clause.subject))
    if done is not None and count_words(done[2]) <= 24:
        answers.append((done[2], Copied(done[0], done[1])))
    return _put(frame, "qui" if living else "quest-ce-qui", (predicat,), answers, clause.kind)


def _with_more(frame: _Frame, subject: Span, more: tuple[Span, ...]) -> tuple[str, Origin] | None:
    """Return « Marcel Durand, à l’issue du sprint. »: the subject, then what else the clause tells."""
    edits = frame.resolved((subject, *more))
    if edits is None:
        return None
    words = more[0].of(frame.source.text)
    if re.match(r"(?i)(?:qui|que|dont|où|et|ou|mais|alors|tandis)\b", words):
        return None
    if words[:1].isupper():
        low = decapitalise_first(words)
        if low is None:
            return None
        if low != words:
            edits = [*edits, Edit("case", "article-minuscule", Span(more[0].start, more[0].start + 1), low[0])]
    sujet = frame.slot("sujet", (subject,), edits, frame.grammar)
    suite = frame.slot("suite", more, edits)
    if sujet is None or suite is None or suite.text[-1:] in ".!?…" or count_words(suite.text) > 30:
        return None
    for filled in fill(frame.book, "answer", "suite", (sujet, suite), frame.key):
        return filled.text, filled.origin
    return None


def _attribute(frame: _Frame) -> list[Asked]:
    """« Quel est l’objectif de la mission ? », « Qui est le vainqueur de l’étape ? »"""
    clause, source = frame.clause, frame.source
    if clause.lemma != "être" or clause.passive or not frame.pieces or clause.subject_kind == "pronoun" or clause.tense not in ("present", "imperfect", "future"):
        return []
    piece = frame.pieces[0]
    words = plain(frame.subject.of(source.text))
    head = re.match(r"(?:le |la |les |l')([\w-]+)", words)
    if head is None or _comma_before(frame, piece):
        return []
    edits = frame.resolved((frame.subject, clause.verb))
    if edits is None:
        return []
    edits = _subject_edits(frame, edits)
    verbe = frame.slot("verbe", (clause.verb,), edits)
    sujet = frame.slot("sujet", (frame.subject,), edits, frame.grammar)
    if verbe is None or sujet is None:
        return []
    if head.group(1) in _QUALITIES and (piece.kind in ("infinitif", "attribut") or re.match(r"(?:de|d'|le|la|les|l'|une?|\d)", plain(piece.span.of(source.text)))):
        return _put(frame, "quel", (verbe, sujet), _plainly(frame, piece))
    person = next((e for e in source.analysis.entities if e.kind == "person" and any(m.span.start == piece.span.start and m.form != "pronoun" for m in e.mentions)), None)
    if person is not None and animate(source, frame.subject) and clause.number == "s":
        name = next(m.span for m in person.mentions if m.span.start == piece.span.start)
        alone = _bare(frame, (name,))
        return _put(frame, "qui-est", (verbe, sujet), [alone]) if alone is not None else []
    return []


def _plainly(frame: _Frame, piece: Constituent) -> list[tuple[str, Origin]]:
    """Return « Recueillir des données. » for « est de recueillir des données », « La vitesse. » for « est la vitesse », up to the clause's end and up to its first comma."""
    source = frame.source
    made: list[tuple[str, Origin]] = []
    for end in (frame.clause.span.end, piece.span.end):
        if end < frame.clause.span.end and _cuts_list(frame, end):
            continue
        span = Span(piece.span.start, end)
        words = span.of(source.text)
        edits = frame.resolved((span,))
        if edits is None:
            continue
        match = re.match(r"(?:de |d[’'])(?=\w+(?:er|ir|re|oir)\b)", words)
        if match is not None:
            edits = [*edits, Edit("drop", "infinitif-sans-de", Span(span.start, span.start + match.end()), "")]
        done = finish(source, span, edits)
        if done is not None and not _DANGLING.search(done[2].rstrip(".")) and done[2] not in [text for text, _ in made] and count_words(done[2]) <= _LONGEST_ANSWER:
            made.append((done[2], Copied(done[0], done[1])))
    return made


_QUALITIES = frozenset(
    """objectif but bilan coût montant prix thème score résultat cause origine nom durée âge taux nombre budget superficie altitude longueur capacité sujet slogan titre rôle mission raison condition risque enjeu
    priorité ambition capitale siège délai date lieu chiffre total record vitesse distance tarif salaire loyer peine amende population taille poids hauteur température niveau principe objet contenu programme""".split()
)


def _object(frame: _Frame) -> list[Asked]:
    """« Que prévoit le budget ? », « Que recommandent les autorités aux femmes enceintes ? », « Qui le champion a-t-il battu ? »"""
    clause, source = frame.clause, frame.source
    if clause.passive or not frame.pieces or clause.lemma in ("être", "avoir", "faire", "rester", "devenir") or clause.kind == "denial":
        return []
    if clause.tense not in ("present", "perfect", "future", "imperfect", "near-future", "pluperfect", "simple-past"):
        return []
    piece = next((p for p in frame.pieces if p.kind in ("objet", "infinitif", "que", "cite")), None)
    if piece is None:
        return []
    at = frame.pieces.index(piece)
    before = frame.pieces[:at]
    if any(_comma_before(frame, p) or p.kind not in ("prep", "lien", *ADVERBIALS) for p in before) or _comma_before(frame, piece) and not before and piece.kind != "cite":
        return []
    verbs = frame.verbs
    text = plain(clause.verb.of(source.text))
    if re.match(r"(?:se |s'|ne |n'|l'|les |y |lui |leur |en )", text) or re.match(r"(?:est|sont|était|étaient|sera|seront|fut|furent|a été|ont été)\b", text):
        return []
    living = animate(source, piece.span) if piece.kind == "objet" else False
    if piece.kind == "objet" and (living is None or any(time.span.overlaps(piece.span) and time.span.start <= piece.span.start + 3 for time in source.analysis.times)):
        return []
    if piece.kind == "objet" and clause.lemma in ("estimer", "chiffrer", "évaluer", "fixer"):
        return []  # « À combien »
    if piece.kind == "objet" and _bound(source, clause, piece):
        return []
    if piece.kind == "objet" and re.fullmatch(r"(?:le |la |les |l'|cette |ce |ces )[\w-]+", plain(piece.span.of(source.text))):
        return []  # « Il a conçu le code. »: known already
    if piece.kind == "objet" and re.match(r"(?:ses|leurs) portes\b", plain(piece.span.of(source.text))):
        return []
    after = frame.pieces[at + 1 : at + 2]
    glued = [p for p in after if not _comma_before(frame, p) and p.kind == ""]
    if glued and piece.kind == "objet" and not re.match(r"(?:à|au|aux|de|du|des|d'|en|sur|dans|contre|avec|pour|par|lors|chez|vers|qui|dont|où|entre|depuis)\b", plain(glued[0].span.of(source.text))):
        return []
    kept = tuple(p for p in (*before, *frame.pieces[at + 1 : at + 2]) if p.kind == "prep" and re.match(r"(?:à|au|aux) ", plain(p.span.of(source.text))) and animate(source, _after_word(frame, p)))
    answers = _answers(frame, (piece,), kept)
    if piece.kind != "objet" or any(s.cue.overlaps(clause.verb) for s in source.analysis.statements if s.id in clause.statements):
        answers = [item for item in answers if not isinstance(item[1], Copied)]  # « De lancer… » alone would lose who promised
    if not answers:
        return []
    if living:
        if "qui" not in verbs:
            return []
        made: list[Asked] = []
        for slot in _propositions(frame, kept, plain_order=False):
            made += _put(frame, "qui-objet", (slot,), answers)
        return made
    if clause.lemma in _UNASKED or piece.kind != "objet" and "objet" not in verbs:
        return []
    spans = (clause.verb, frame.subject, *(p.span for p in kept))
    edits = frame.resolved(spans)
    if edits is None or len(frame.subject) > 62:
        return []
    whole = frame.slot("proposition", spans, _subject_edits(frame, edits), frame.grammar)
    return _put(frame, "que", (whole,), answers, worth=_WORTH["que"] if "objet" in verbs else 0) if whole is not None else []


_NOT = re.compile(r"^(?:ne |n')(.+?) (?:pas|plus|jamais)\b(.*)$")


def _no(frame: _Frame) -> list[Asked]:
    """« La maladie est-elle mortelle ? — Non, elle n’est pas mortelle. »: the negation falls from the question and stands in the answer."""
    clause, source = frame.clause, frame.source
    group = clause.verb.of(source.text)
    if _indefinite(frame):
        return []
    match = re.match(r"(?:[Nn]e |[Nn][’'])(?=[\w’'])", group)
    second = re.search(r" (pas|plus|jamais|pas encore|toujours pas)\b", group)
    if match is None or second is None or re.search(r"(?i)\b(?:que|qu[’']|ni|aucun|aucune|rien|personne|seulement)\b", clause.span.of(source.text)):
        return []
    if second.group(1) == "plus" or re.search(r"\b(?:non plus|encore)\b", plain(clause.span.of(source.text))):
        return []
    kept = _kept(frame, ())
    if kept is None or not kept and clause.lemma in _BARE_VERBS:
        return []
    kept = tuple(piece for piece in kept if piece.kind in ("objet", "infinitif", "attribut", "prep", "") and not _comma_before(frame, piece))
    if len(kept) > 2 or any(re.match(r"(?:de|d')\b", plain(piece.span.of(source.text))) and piece.kind in ("objet", "") for piece in kept):
        return []  # « n’a pas de piscine » is not « a de piscine »
    drops = [
        Edit("drop", "negation-en-question", Span(clause.verb.start, clause.verb.start + match.end()), ""),
        Edit("drop", "negation-en-question", Span(clause.verb.start + second.start(), clause.verb.start + second.end()), ""),
    ]
    whole = Span(clause.verb.start, clause.span.end)
    leads = tuple(piece.span for piece in frame.leads[:1])
    answers: list[tuple[str, Origin]] = []
    for end in (whole.end, max((piece.span.end for piece in kept), default=clause.verb.end)):
        answer = _sentence(frame, (Span(whole.start, end), *leads), "non")
        if answer is not None and answer not in answers:
            answers.append(answer)
    made: list[Asked] = []
    if answers:
        for slot in _propositions(frame, kept, plain_order=False, drops=drops):
            made += _put(frame, "oui-non", (slot,), answers, worth=4)
    return made


#: « Qu’a quitté l’autocar ? »: nobody asks.
_UNASKED = frozenset(
    """figurer réussir durer mesurer peser coûter mettre quitter traverser franchir rejoindre avoir prendre donner faire tirer tenir porter jouer compter trouver connaître laisser rendre passer suivre poursuivre atteindre rencontrer garder occuper parcourir former
    entamer commencer terminer achever débuter gravir longer servir vivre marquer inscrire lever poser pousser jeter pouvoir devoir vouloir savoir falloir aller venir considérer juger désigner qualifier constituer couvrir""".split()
)


_MODALS = {"devoir": "que-faire", "pouvoir": "que-faire", "vouloir": "que-faire", "tenter": "que-de-faire", "essayer": "que-de-faire", "envisager": "que-de-faire", "refuser": "que-de-faire", "chercher": "que-a-faire", "souhaiter": "que-faire", "espérer": "que-faire", "compter": "que-faire"}


def _to_do(frame: _Frame) -> list[Asked]:
    """« Que devront faire les chauffeurs ? — Ils devront passer un examen. »"""
    clause, source = frame.clause, frame.source
    kind = _MODALS.get(clause.lemma, "")
    if not kind or clause.passive or clause.tense not in ("present", "future", "perfect", "imperfect") or clause.complement is None or clause.subject_kind == "pronoun" or len(frame.subject) > 60:
        return []
    pieces = [piece for piece in frame.pieces if piece.kind != "lien" and not re.fullmatch(r"\w+ment|désormais|maintenant|aussi", piece.span.of(source.text))]
    if not pieces:
        return []
    words = plain(pieces[0].span.of(source.text))
    link = {"que-faire": "", "que-de-faire": r"(?:de |d')", "que-a-faire": "à "}[kind]
    infinitive = re.match(rf"{link}(?:ne pas )?(?:se |s'|l'|le |la |les |y |en )?(?!être\b|avoir\b)([a-zéèêûîâô]+(?:er|ir|oir|re))\b", words)
    if re.match(rf"{link}(?:ne pas )?(?:l'|le |la |les |y |en |lui |leur )\w", words):
        return []  # whom or what it means is outside
    if infinitive is None or re.match(r"(?:désormais |maintenant )?(?:pouvoir|devoir|rester)\b", infinitive.group(1)):
        return []
    if re.match(r"(?:se |s'|ne |n'|l'|les |y |lui |leur |en )", plain(clause.verb.of(source.text))):
        return []
    if not animate(source, clause.subject if clause.subject is not None else frame.subject):
        return []
    edits = frame.resolved((clause.verb, frame.subject))
    if edits is None:
        return []
    edits = _subject_edits(frame, edits)
    verbe, sujet = frame.slot("verbe", (clause.verb,), edits), frame.slot("sujet", (frame.subject,), edits, frame.grammar)
    answers: list[tuple[str, Origin]] = []
    ends = [clause.span.end, *sorted({piece.span.end for piece in pieces if _comma_after(frame, piece)}, reverse=True)]
    for end in ends:
        if end < clause.span.end and _cuts_list(frame, end):
            continue
        answer = _sentence(frame, (Span(clause.verb.start, end),))
        if answer is not None and answer not in answers:
            answers.append(answer)
    return _put(frame, kind, (verbe, sujet), answers[:2], worth=8) if verbe is not None and sujet is not None else []


def _how_many(frame: _Frame) -> list[Asked]:
    """« Combien de personnes ont été blessées ? — Trois personnes, dans l’accident de mardi. »"""
    clause, source = frame.clause, frame.source
    assert clause.subject is not None
    if clause.number != "p" or clause.subject_kind == "pronoun":
        return []
    figure = next((f for f in source.analysis.figures if f.sentence == clause.sentence and f.counted is not None and f.span.start == clause.subject.start and clause.subject.covers(f.counted)), None)
    if figure is None or figure.counted is None or figure.unit in ("%", "euro", "dollar"):
        return []
    start = figure.number.end if figure.counted.start < figure.number.end else figure.counted.start
    while source.text[start : start + 1].isspace():
        start += 1
    counted = Span(start, min(clause.subject.end, max(figure.counted.end, start + 1)))
    noun = counted.of(source.text)
    if not re.match(r"[a-zéèêàâîôû]", noun) or re.match(r"(?:de|des|du|d[’']|pour|sur|et|à|premi\w+|autres?|dernier\w*)\b", noun) or re.search(r"[,;:()«»]", clause.subject.of(source.text)):
        return []
    kept = _kept(frame, ())
    if kept is None:
        return []
    spans = (clause.verb, *(piece.span for piece in kept))
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return []
    compte = frame.slot("compte", (counted,), [], Grammar(frame.grammar.gender, "p"))
    predicat = frame.slot("predicat", spans, edits)
    if compte is None or predicat is None or len(predicat.text) > 76 or _DANGLING.search(predicat.text):
        return []
    answers: list[tuple[str, Origin]] = []
    late = [piece for piece in frame.pieces if piece not in kept and piece.kind in ADVERBIALS]
    more: list[tuple[Span, ...]] = [(piece.span,) for piece in frame.leads[:1]]
    more = [(piece.span,) for piece in late[:1]] + more
    for one in more:
        answer = _with_more(frame, clause.subject, one)
        if answer is not None:
            answers.append(answer)
    alone = finish(source, clause.subject, shifted(edits, clause.subject))
    if alone is not None and len(alone[2]) > len(noun) - 2:
        answers.append((alone[2], Copied(alone[0], alone[1])))
    return _put(frame, "combien", (compte, predicat), answers)


def _bound(source: Source, clause: Clause, piece: Constituent) -> bool:
    """Return whether the object makes one expression with its verb (« prendre part », « donner lieu »): it has no determiner."""
    first = next(iter(source.tokens_in(piece.span)), None)
    return first is None or first.pos not in ("DET", "NUM", "ADP") or any(
        token.dep in ("xcomp", "ccomp") and clause.verb.covers(source.analysis.tokens[token.head].span) for token in source.tokens_in(Span(piece.span.start, clause.span.end))
    )


def _prepositions(frame: _Frame) -> list[Asked]:
    """« À quoi s’oppose le syndicat ? », « Contre qui l’équipe jouera-t-elle ? »: what the verb governs by a preposition."""
    made: list[Asked] = []
    for piece in frame.pieces[:3]:
        if piece.kind != "prep":
            continue
        words = plain(piece.span.of(frame.source.text))
        match = re.match(r"(à la |à l'|à |au |aux |de la |de l'|de |du |des |d'|contre |avec |sur |par |devant |pour |face à la |face à l'|face à |face au |face aux )", words)
        if match is None:
            continue
        first = match.group(1).strip().rstrip("'").split(" ")[0]
        preposition = {"au": "a", "aux": "a", "à": "a", "du": "de", "des": "de", "d": "de", "face": "face-a"}.get(first, first)
        wanted = f"prep-{preposition}"
        if wanted not in frame.verbs and preposition not in ("contre", "face-a"):
            continue
        body = Span(piece.span.start + match.end(), piece.span.end)
        if re.search(r"\b(?:de |d')(?:ne pas )?(?:se |s')?\w+(?:er|ir|oir)\b", words) and clause_asks(frame):
            continue
        if frame.clause.lemma != "condamner" and re.match(r"\d|plus de|moins de|environ", words[match.end() :]) and preposition in ("a", "de"):
            continue
        living = animate(frame.source, body)
        if frame.clause.lemma == "condamner" and preposition == "a":
            living = False
        if living is None and preposition != "pour":
            continue
        if preposition == "devant" and not living:
            continue
        kept = _kept(frame, (piece,))
        if kept is None or _needs_object(frame, kept):
            continue
        answers = _answers(frame, (piece,), kept)
        if frame.clause.statements or frame.clause.lemma in ("opposer", "féliciter", "réjouir", "inquiéter", "plaindre", "prononcer", "protester"):
            answers = [item for item in answers if not isinstance(item[1], Copied)]
        for slot in _propositions(frame, kept):
            if frame.clause.lemma == "condamner" and preposition == "a":
                made += _put(frame, "peine", (slot,), answers, worth=12)
                continue
            made += _put(frame, f"{preposition}-{'qui' if living and preposition != 'pour' else 'quoi'}", (slot,), answers)
    return made


def _dating(frame: _Frame) -> list[Asked]:
    """« De quand datent les premières rumeurs ? »"""
    clause, source = frame.clause, frame.source
    if clause.lemma not in ("dater", "remonter") or not frame.pieces:
        return []
    piece = frame.pieces[0]
    words = plain(piece.span.of(source.text))
    if not re.match(r"(?:de |d'|du |à |au )", words) or not any(piece.span.covers(time.span) and time.kind in ("absolute", "relative") for time in source.analysis.times):
        return []
    answers = _answers(frame, (piece,), ())
    made: list[Asked] = []
    for slot in _propositions(frame, ()):
        made += _put(frame, "de-quand" if clause.lemma == "dater" else "a-quand", (slot,), answers, worth=10)
    return made


_MEASURES = frozenset("% euro dollar franc livre km kilomètre mètre centimètre kilo kilogramme tonne degré heure minute seconde jour mois an année semaine million milliard hectare".split())


def clause_asks(frame: _Frame) -> bool:
    """Return whether the clause's verb takes « à quelqu’un de faire »."""
    return frame.clause.lemma in ("demander", "conseiller", "recommander", "permettre", "interdire", "ordonner", "proposer", "imposer", "suggérer", "reprocher", "promettre")


def _figure_object(frame: _Frame) -> list[Asked]:
    """« Combien de médailles l’équipe compte-t-elle ? », « De combien le prix a-t-il augmenté ? », « À combien s’élève le budget ? »"""
    clause, source = frame.clause, frame.source
    made: list[Asked] = []
    for piece in frame.pieces[:2]:
        figure = next((f for f in source.analysis.figures if piece.span.covers(f.span)), None)
        if figure is None:
            continue
        words = plain(piece.span.of(source.text))
        first = re.match(r"(?:de |d'|à )", words)
        if first is not None:
            offset = piece.span.start + first.end()
            frame_name = "a-combien" if first.group().startswith("à") else "de-combien"
            if (figure.approximation or figure.span).start > offset + 9 or frame_name not in frame.verbs:
                continue
            kept = _kept(frame, (piece,))
            if kept is None or any(other.kind != "objet" for other in kept):
                continue
            answers = _answers(frame, (piece,), kept)
            for slot in _propositions(frame, kept):
                made += _put(frame, frame_name, (slot,), answers, worth=14)
        elif piece is frame.pieces[0] and clause.lemma in ("coûter", "durer") and not words.startswith(("depuis", "jusqu")) and (figure.approximation or figure.span).start <= piece.span.start + 9:
            edits = frame.resolved((clause.verb, frame.subject))
            if edits is None:
                continue
            edits = _subject_edits(frame, edits)
            verbe, sujet = frame.slot("verbe", (clause.verb,), edits), frame.slot("sujet", (frame.subject,), edits, frame.grammar)
            if verbe is not None and sujet is not None:
                made += _put(frame, "combien-cout" if clause.lemma == "coûter" else "combien-duree", (verbe, sujet), _answers(frame, (piece,), ()), worth=16)
        elif piece is frame.pieces[0] and clause.lemma in _PAYING and figure.unit in ("euro", "dollar", "franc", "livre") and (figure.approximation or figure.span).start <= piece.span.start + 9:
            kept = tuple(other for other in _kept(frame, (piece,)) or () if other.kind == "prep")
            answers = _answers(frame, (piece,), kept)
            for slot in _propositions(frame, kept, plain_order=False):
                made += _put(frame, "combien-argent", (slot,), answers, worth=16)
        elif piece.kind == "objet" and figure.counted is not None and clause.tense in ("present", "future", "imperfect", "near-future") and figure.number.start == piece.span.start:
            if figure.unit in _MEASURES or figure.counted.start < figure.number.end or re.match(r"(?:un|une)\b", words):
                continue
            counted = figure.counted
            noun = counted.of(source.text)
            if not re.fullmatch(r"(?:[\w’'-]+)(?: (?:[\w’'-]+)){0,4}", noun) or clause.lemma in ("avoir", "faire") and not clause.kind:
                continue
            compte = frame.slot("compte", (counted,), [])
            answers = _answers(frame, (piece,), ())
            for slot in _propositions(frame, (), plain_order=False):
                made += _put(frame, "combien-objet", (compte, slot), answers) if compte is not None else []
    return made


_PAYING = frozenset("perdre gagner rapporter verser investir recevoir payer dépenser emprunter devoir débourser réclamer débloquer économiser".split())


def _yes(frame: _Frame) -> list[Asked]:
    """« La ville avait-elle déjà été touchée ? — Oui, elle avait déjà été touchée par une crue en 2010. »: of what one may doubt, « déjà », « encore », what is to come."""
    clause, source = frame.clause, frame.source
    group = plain(clause.verb.of(source.text))
    doubted = re.search(r"\b(?:déjà|encore|toujours|définitivement|officiellement|finalement)\b", group) or clause.tense in ("future", "near-future") or clause.kind in ("arrest", "closure", "opening", "cancellation", "agreement") and clause.tense in ("present", "perfect")
    if not doubted or not frame.pieces or clause.lemma == "avoir":
        return []
    kept = _kept(frame, ())
    if kept is None:
        return []
    kept = tuple(piece for piece in kept if piece.kind in ("objet", "infinitif", "attribut") or piece.kind == "prep" and not clause.passive)
    if _needs_object(frame, kept) or not kept and clause.lemma in _BARE_VERBS:
        return []
    first = frame.pieces[0]
    if any(piece.span.covers(figure.span) for piece in kept for figure in source.analysis.figures):
        return []  # one asks how much
    if first not in kept and first.kind not in ADVERBIALS and first.kind not in ("agent", "lien") and not _comma_before(frame, first):
        return []
    whole = Span(clause.verb.start, clause.span.end)
    leads = tuple(piece.span for piece in frame.leads[:1])
    answers = [answer for answer in (_sentence(frame, (whole, *leads), "oui"),) if answer is not None]
    if not answers or len(whole) <= sum(len(piece.span) for piece in kept) + len(clause.verb) + 6:
        return []  # nothing that the question did not say
    made: list[Asked] = []
    for slot in _propositions(frame, kept, plain_order=False):
        made += _put(frame, "oui-non", (slot,), answers)
    return made


def subtree(tokens: tuple[Token, ...], root: int, low: int, high: int) -> list[int]:
    """Return the tokens between ``low`` and ``high`` that hang on ``root``, in order, without the marks at the ends."""
    inside = {root}
    changed = True
    while changed:
        changed = False
        for j in range(low, high):
            if j not in inside and tokens[j].head in inside:
                inside.add(j)
                changed = True
    ordered = sorted(inside)
    while ordered and tokens[ordered[-1]].pos == "PUNCT" and tokens[ordered[-1]].lemma not in ("»", '"'):
        ordered.pop()
    while ordered and tokens[ordered[0]].pos == "PUNCT" and tokens[ordered[0]].lemma not in ("«", '"'):
        ordered.pop(0)
    return ordered or [root]


__all__ = ["Asked", "ahead", "fires", "question_verbs", "questions_of", "subtree"]
