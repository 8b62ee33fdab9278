"""Questions that a clause answers: one constituent is asked for, the rest is the question, the constituent is the answer.

Both are the source's words: the question keeps the clause's subject, verb (with the inversion that French asks for) and as much of its complement as is needed;
the answer is the constituent itself. Only regular, affirmative clauses of the newspaper or with their speaker as subject; only free constituents, told by the
parse *and* by their form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.model import Clause, Copied, Edit, Grammar, Slot, Span, Token
from seo_fr.propose.frames import Filled, fill, span_slot
from seo_fr.propose.tell import Source, _resolve, finish, in_quotes, is_whole, tellings
from seo_fr.rulebook import Rule, Rulebook

_VOWEL_END = re.compile(r"[aec]$")
_PRONOUNS = {("m", "s"): "il", ("f", "s"): "elle", ("m", "p"): "ils", ("f", "p"): "elles"}
_CLITICS = {"ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "me", "m'"}
_CAUSES = ("en raison de", "en raison d'", "en raison du", "en raison des", "à cause de", "à cause d'", "à cause du", "à cause des", "faute de", "faute d'", "pour des raisons", "afin de", "afin d'")
_TIME_START = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|demain|après-demain|aujourd'hui|le \d|le 1er|en \d{4}|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    r"|le (?:mois|week-end|printemps|trimestre|semestre) |la (?:semaine|nuit) |l'(?:an|année|été|hiver|automne) |ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week-end|mois)|cette (?:semaine|année|nuit)"
    r"|fin |début |mi-|dans la nuit |au début |à la fin |à la mi-|au printemps|à l'automne|en fin |en début )",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 95


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer, both from one clause."""

    question: Filled
    answer_text: str
    answer: Copied
    clause: Clause
    kind: str


def inverted(source: Source, clause: Clause) -> tuple[str, tuple[Edit, ...]] | None:
    """Return the verbal group with its pronoun (« a-t-elle adopté ») and the edits that make it; None where gender or number is not certain."""
    gender = _participle_gender(source, clause) or clause.gender
    pronoun = _PRONOUNS.get((gender, clause.number)) if gender and clause.number else None
    if pronoun is None or clause.person != 3:
        return None
    for token in source.tokens_in(clause.verb):
        word = token.span.of(source.text)
        if word.replace("’", "'").lower() in _CLITICS:
            continue
        if token.pos not in ("VERB", "AUX") or token.feature("VerbForm") not in ("Fin", ""):
            return None
        link = "-t-" if _VOWEL_END.search(word) else "-"
        edit = Edit("reference", "inversion-du-sujet", Span(token.span.end, token.span.end), f"{link}{pronoun}")
        before = Span(clause.verb.start, token.span.end).of(source.text)
        after = Span(token.span.end, clause.verb.end).of(source.text)
        return f"{before}{link}{pronoun}{after}", (edit,)
    return None


def _participle_gender(source: Source, clause: Clause) -> str:
    """Return the gender that a participle with « être » shows, «» where there is none: what agrees in the source is surer than what was guessed."""
    words = [token.span.of(source.text).lower() for token in source.tokens_in(clause.verb) if token.pos in ("VERB", "AUX")]
    if len(words) < 2 or words[-1] == "été" or not any(word in _BEING for word in words[:-1]):
        return ""
    if re.search(r"(?:é|i|u|s|t)es?$", words[-1]) and words[-1].endswith(("ée", "ées", "ie", "ies", "ue", "ues", "te", "tes")):
        return "f"
    return "m" if re.search(r"(?:é|i|u|t)s?$", words[-1]) else ""


_BEING = frozenset("est sont était étaient sera seront serait seraient été fut furent soit soient".split())


@lru_cache(maxsize=8)
def question_verbs(book: Rulebook) -> dict[str, str]:
    """Return the question that each verb's complement answers, by lemma."""
    return {verb: rule.data["question"] for rule in book.of_kind("question-verbs") for verb in rule.data["verbs"]}


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether one of the rule's verbs stands in a question of ``text``."""
    from seo_fr.french.conjugation import analyse_form

    words = re.findall(r"[\w-]+", text.replace("’", " "))
    lemmas = {form.lemma for word in words for form in analyse_form(word)}
    return text.endswith("?") and bool(lemmas & set(rule.data["verbs"]))


def questions_of(source: Source, book: Rulebook, clause: Clause, key: str) -> list[Asked]:
    """Return every question the clause answers."""
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or not clause.regular or clause.negated or clause.subject is None or clause.subject_kind not in ("name", "noun"):
        return []
    if not is_whole(source, clause) or clause.commitment in ("negated", "conditional") or clause.person != 3 or len(clause.subject) > 70 or "," in clause.subject.of(source.text):
        return []
    resolved = _resolve(source, clause, clause.span, True, (), True)
    if resolved is None:
        return []
    made: list[Asked] = []
    free = _constituents(source, clause)
    own = not clause.statements and clause.commitment in ("asserted", "future")
    if own:
        for span in free:
            kind = _kind(source, span)
            if kind == "ou" and not ahead(clause) and len(free) > 1:
                continue  # « Où l’incendie s’est-il déclaré vers 2 heures ? »: one thing is asked at a time
            if kind and _valid_rest(source, clause, span):
                made += _asked(source, book, clause, resolved, span, kind, key)
    question = question_verbs(book).get(clause.lemma, "")
    if question:
        made += _object(source, book, clause, resolved, question, key)
    return made


def ahead(clause: Clause) -> bool:
    """Return whether the clause tells of what is to come."""
    return clause.tense in ("future", "near-future") or clause.tense == "present" and clause.passive


def _constituents(source: Source, clause: Clause) -> list[Span]:
    """Return the constituents that hang directly on the clause's verb: the lead adjunct without its comma, and those after the verb."""
    tokens = source.analysis.tokens
    low, high = source._range(clause.span)
    heads = {i for i in range(low, high) if clause.verb.covers(tokens[i].span)}
    found: list[Span] = []
    if clause.lead is not None:
        lead = clause.lead.of(source.text).rstrip(" ,\u00a0")
        if lead and "," not in lead:
            found.append(Span(clause.lead.start, clause.lead.start + len(lead)))
    if clause.complement is None:
        return found
    for i in range(low, high):
        token = tokens[i]
        if token.head not in heads or i in heads or token.span.start < clause.complement.start or token.pos == "PUNCT":
            continue
        if token.dep not in ("obl:mod", "advmod", "obl", "advcl", "obl:arg"):
            continue
        tree = subtree(tokens, i, low, high)
        span = Span(tokens[tree[0]].span.start, tokens[tree[-1]].span.end)
        if len(tree) == tree[-1] - tree[0] + 1:
            found.append(span)
    return found


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


def _kind(source: Source, span: Span) -> str:
    """Return what the constituent answers: «quand», «ou», «pourquoi», or «» if that is not certain."""
    words = span.of(source.text).replace("’", "'").lower()
    if any(words.startswith(cause) for cause in _CAUSES):
        return "pourquoi" if len(words.split()) <= 22 and not re.search(r"\b(son|sa|ses|leur|leurs|cette|ce|ces|cet)\b", words) else ""
    if any(time.span.start >= span.start and time.span.end <= span.end and time.kind in ("absolute", "relative") for time in source.analysis.times):
        if _TIME_START.match(words) and len(words) <= 40 and not re.search(r"[,;]", words):
            return "quand"
        return ""
    placed = re.match(r"(?:à la|à l'|à|au|aux|en|dans le|dans la|dans l'|dans les|dans|sur la|sur le|sur l'|sur) ?", words)
    if placed and len(words.split()) <= 9:
        start = span.start + placed.end()
        if any(e.kind in ("place", "country") and any(m.span.start == start for m in e.mentions) for e in source.analysis.entities):
            return "ou"
        head = re.match(r"[\w-]+", words[placed.end() :])
        if head and head.group() in _SITES:
            return "ou"
    return ""


_SITES = frozenset(
    """mairie gare ville village commune région département quartier rue place centre centre-ville port zone col pointe hôpital stade aéroport école collège lycée université cathédrale église mosquée
    synagogue musée palais salle tribunal siège usine préfecture ministère parc jardin pont plage vallée île forêt montagne côte bibliothèque théâtre cinéma hôtel gymnase prison commissariat gendarmerie ambassade""".split()
)


def _valid_rest(source: Source, clause: Clause, span: Span) -> bool:
    """Return whether the clause without ``span`` is still one to ask about: a lead that is another adjunct, or a quote cut, is not."""
    if in_quotes(source, span):
        return False
    return not (clause.lead is not None and not clause.lead.covers(span) and "," in clause.lead.of(source.text).strip(", "))


def _end(source: Source, clause: Clause, removed: Span) -> int:
    """Return where the question may stop: before the constituent if it ends the clause, at the first comma after the verb, or at the clause's end."""
    text = source.text
    comma = text.find(",", clause.verb.end, clause.span.end)
    while comma >= 0 and comma + 1 < clause.span.end and text[comma + 1].isdigit():
        comma = text.find(",", comma + 1, clause.span.end)
    end = comma if comma >= 0 else clause.span.end
    if removed.start > clause.verb.end and removed.end >= end:
        end = removed.start
    while end > clause.verb.end and text[end - 1] in " ,\u00a0\u202f":
        end -= 1
    return end


def _asked(source: Source, book: Rulebook, clause: Clause, resolved: list[Edit], span: Span, kind: str, key: str) -> list[Asked]:
    turned = inverted(source, clause)
    if turned is None or clause.subject is None:
        return []
    end = _end(source, clause, span)
    unit = Span(clause.subject.start, end)
    drop: tuple[Edit, ...] = ()
    if unit.covers(span):
        stop = span.end
        while stop < end and source.text[stop] == " ":
            stop += 1
        drop = (Edit("drop", "constituant-demande", Span(span.start, stop), ""),)
    elif unit.overlaps(span):
        return []
    if kind == "ou" and re.search(r"\bà (?:plus |moins |environ |quelque )?(?:de )?[\d,.]+ ?(?:km|kilomètres|mètres)", unit.of(source.text)):
        return []
    if end == clause.verb.end and kind == "ou" and not clause.passive and clause.lemma in ("être", "aller", "venir", "mettre"):
        return []
    edits = [edit for edit in resolved if unit.covers(edit.span)]
    edits += [edit for edit in (*turned[1], *drop) if not any(edit.span.overlaps(other.span) for other in edits)]
    edits += _lowered(source, clause)
    phrase = _slot(source, "proposition", unit, edits, clause)
    if phrase is None or len(phrase.text) > _LONGEST_QUESTION or phrase.text.count("»") != phrase.text.count("«"):
        return []
    answer = finish(source, span, [])
    if answer is None or answer[2].count("(") != answer[2].count(")"):
        return []
    filled = fill(book, "question", kind, (phrase,), key)
    return [Asked(item, answer[2], Copied(answer[0], answer[1]), clause, kind) for item in filled]


def _lowered(source: Source, clause: Clause) -> list[Edit]:
    """Return the edit that lowers the subject's article at the head of its sentence: a question word now stands before it."""
    assert clause.subject is not None
    words = clause.subject.of(source.text)
    if re.match(r"(?:(?:Le|La|Les|Un|Une|Des|Ce|Cet|Cette|Ces|Son|Sa|Ses|Leur|Leurs|Plusieurs|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix) |L[’'])", words) and (
        clause.subject_kind == "noun" or not words.startswith(("Le ", "La ", "Les ", "L’", "L'")) or _known_article(source, clause)
    ):
        start = clause.subject.start
        return [Edit("case", "article-minuscule", Span(start, start + 1), words[0].lower())]
    return []


def _known_article(source: Source, clause: Clause) -> bool:
    entity = source.entity(clause.subject_entity)
    return entity is not None and bool(entity.article)


def _slot(source: Source, name: str, span: Span, edits: list[Edit], clause: Clause) -> Slot | None:
    try:
        made = span_slot(source, name, span, tuple(sorted(edits, key=lambda edit: edit.span)), Grammar(clause.gender, clause.number))
    except ValueError:
        return None
    text = made.text.rstrip()
    if text.count("(") != text.count(")") or text.count("«") != text.count("»"):
        return None
    return made if text == made.text and not re.search(r"  |[,:;(–-]$", text) else None


def _object(source: Source, book: Rulebook, clause: Clause, resolved: list[Edit], question: str, key: str) -> list[Asked]:
    """« Que prévoit le budget ? La fermeture de la piscine. »: the whole complement answers, where it begins with the verb's object."""
    if clause.complement is None or clause.passive or clause.subject is None or len(clause.subject) > 60 or clause.lemma in ("être", "avoir", "faire", "rester", "devenir"):
        return []
    if clause.tense not in ("present", "perfect", "future") or clause.kind in ("denial",):
        return []
    tokens = source.analysis.tokens
    low, high = source._range(clause.complement)
    if high <= low:
        return []
    first = tokens[low]
    heads = {i for i in range(*source._range(clause.span)) if clause.verb.covers(tokens[i].span)}
    obj = next((i for i in range(low, high) if tokens[i].dep == "obj" and tokens[i].head in heads), None)
    infinitive = first.span.of(source.text).lower() in ("de", "d’", "d'") and any(
        tokens[i].dep in ("xcomp", "ccomp") and tokens[i].head in heads and tokens[i].feature("VerbForm") == "Inf" for i in range(low, min(low + 4, high))
    )
    if question.startswith("combien"):
        if first.pos not in ("NUM", "ADV", "DET", "ADP") or not any(f.span.start == clause.complement.start for f in source.analysis.figures):
            return []
    elif obj is not None and not infinitive:
        tree = subtree(tokens, obj, low, high)
        if any(tokens[i].dep == "conj" and tokens[i].pos in ("VERB", "AUX") for i in range(low, high) if tokens[i].head in (obj, *heads)):
            return []
        if tree[0] != low or tokens[obj].pos not in ("NOUN", "PROPN", "NUM") or first.pos not in ("DET", "NUM", "ADP"):
            return []
        if first.span.of(source.text).lower() in ("part", "lieu", "fin", "appel"):
            return []
        if any(e.kind == "person" and any(m.span.overlaps(Span(tokens[tree[0]].span.start, tokens[tree[-1]].span.end)) for m in e.mentions) for e in source.analysis.entities):
            return []  # one asks « qui » of a person
        if any(tokens[i].dep in ("xcomp", "ccomp") and tokens[i].head in heads for i in range(low, high)):
            return []  # « accuse la majorité d’avoir… »: the object is not the whole answer
        animate = tokens[obj].lemma.lower() in _PEOPLE
        if animate:
            return []
    elif not infinitive and not (question == "objet" and _that(source, clause, heads, low, high)):
        return []
    elif not infinitive:
        infinitive = True  # « Qu’a annoncé la mairie ? »: the whole clause answers
    words = clause.verb.of(source.text).replace("’", "'").lower().split()
    if words[0] in _CLITICS or words[0].startswith(("s'", "n'", "l'", "y ", "se")) and words[0] not in ("sera", "seront"):
        return []
    end = clause.complement.end
    answer_span = Span(clause.complement.start, end)
    if len(answer_span) > 260 or in_partial_quote(source, answer_span):
        return []
    edits = [edit for edit in resolved if answer_span.covers(edit.span)]
    answer = finish(source, answer_span, edits)
    if infinitive:  # « D’étudier… » alone would lose who promised: the whole clause answers
        whole = tellings(source, clause)
        answer = (whole[0].span, whole[0].edits, whole[0].text) if whole else None
    if answer is None or answer[2].count("(") != answer[2].count(")"):
        return []
    verb_edits = [edit for edit in resolved if clause.verb.covers(edit.span)]
    sujet_edits = [edit for edit in resolved if clause.subject.covers(edit.span)] + _lowered(source, clause)
    verb = _slot(source, "verbe", clause.verb, verb_edits, clause)
    sujet = _slot(source, "sujet", clause.subject, sujet_edits, clause)
    if verb is None or sujet is None:
        return []
    return [Asked(item, answer[2], Copied(answer[0], answer[1]), clause, "que") for item in fill(book, "question", question, (verb, sujet), key)]


_PEOPLE = frozenset(
    """personne homme femme enfant habitant élève étudiant salarié ministre président maire député joueur coureur soldat pompier policier gendarme suspect victime blessé malade patient client voyageur passager
    équipe adversaire candidat médecin juge avocat citoyen électeur membre responsable militant manifestant touriste migrant réfugié otage""".split()
)


def _that(source: Source, clause: Clause, heads: set[int], low: int, high: int) -> bool:
    """Return whether the complement is « que » and a clause."""
    tokens = source.analysis.tokens
    return tokens[low].span.of(source.text).lower() in ("que", "qu’", "qu'") and any(tokens[i].dep == "ccomp" and tokens[i].head in heads for i in range(low, high))


def in_partial_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly inside ``span``."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)
