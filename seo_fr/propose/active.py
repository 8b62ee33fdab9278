"""The passive told as the active: « Une enquête a été ouverte par le parquet de Lens » told as « Le parquet de Lens a ouvert une enquête ».

The same claim in another shape than the sentence that stands just below. Only the compound past, the agent named right behind the verb: who acts is a person or a body that the article names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.analyse.trees import tree_of
from seo_fr.french.conjugation import past_participle
from seo_fr.french.lexicon import auxiliary, participle_readings
from seo_fr.model import Edit, Span
from seo_fr.propose.source import Source, Telling, finish, in_quotes, plain

#: The rule of these edits; the fidelity check knows it by this name.
ACTIVE = "actif-rendu"
_VERB = re.compile(r"(?:a|ont) (?P<before>(?:également |encore |aussi |ensuite |déjà )?)été (?P<adverb>(?:\w+ment )?)(?P<participle>[a-zà-ÿ]+)")
_BODIES = frozenset("police gendarmerie gendarme policier pompier parquet procureur tribunal juge jury justice gouvernement ministère ministre préfecture préfet mairie maire conseil assemblée sénat député parlement commission comité association syndicat armée cour".split())
_LEANING = re.compile(r"(?<![\w-])(?:son|sa|ses|leurs?|ils?|elles?|eux|lui|ce|cet|cette|ces|celui|celle|ceux|qui|que|qu'|dont|où|même|mêmes|autres?)(?![\w-])|[,;:«»()–—]")
#: « a été nommé par le roi ministre des Armées »: what stands behind the agent is said of who underwent it.
_WITH_ATTRIBUTE = frozenset("nommer élire désigner déclarer juger proclamer sacrer considérer reconnaître appeler baptiser rendre réélire qualifier estimer croire choisir".split())
_LONGEST = 12


def active(source: Source, telling: Telling) -> Telling | None:
    """Return the telling of one clause in the active, None where who acts, or what agrees with what, is not certain."""
    clause = source.clause[telling.clauses[0]]
    if telling.sentences != 1 or len(telling.clauses) != 1 or not clause.passive or clause.tense != "perfect" or clause.negated or clause.subject is None or clause.subject_kind not in ("noun", "name"):
        return None
    text, subject, verb = source.text, clause.subject, clause.verb
    if subject.start != telling.span.start or text[subject.end : verb.start] != " " or clause.statements or in_quotes(source, verb) or not telling.span.covers(verb):
        return None
    found = _VERB.fullmatch(verb.of(text))
    read = participle_readings(found.group("participle")) if found is not None else ()
    lemmas = {lemma for lemma, _, _ in read}
    if found is None or len(lemmas) != 1 or lemmas & _WITH_ATTRIBUTE or auxiliary(next(iter(lemmas))) != "avoir":
        return None
    done = past_participle(next(iter(lemmas)))
    agent = _agent(source, telling, verb)
    if done is None or agent is None or any(edit.span.overlaps(Span(subject.start, agent[0].end)) for edit in telling.edits if edit.kind not in ("typography", "case")):
        return None
    behind, plural = agent
    named = text[behind.start : behind.end].split(" ", 1)[1]
    patient = subject.of(text)
    if len(patient.split()) > _LONGEST or _LEANING.search(plain(patient)) or _LEANING.search(plain(named)):
        return None
    first = source.tokens_in(subject)[0]
    if first.pos in ("DET", "NUM") and not any(mention.span.start == subject.start for entity in source.analysis.entities for mention in entity.mentions):
        patient = patient[0].lower() + patient[1:]
    elif first.pos != "PROPN":
        return None
    edits = [
        *(edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and edit.span.start >= behind.end),
        Edit("reference", ACTIVE, subject, (named[0].upper() + named[1:]).replace("'", "’")),
        Edit("tense", ACTIVE, verb, f"{'ont' if plural else 'a'} {found.group('before')}{found.group('adverb')}{done}"),
        Edit("reference", ACTIVE, behind, patient.replace("'", "’")),
    ]
    made = finish(source, telling.span, edits)
    return replace(telling, span=made[0], edits=made[1], text=made[2]) if made is not None else None


def _agent(source: Source, telling: Telling, verb: Span) -> tuple[Span, bool] | None:
    """The span of « par le parquet de Lens », right behind the verb, and whether it is plural."""
    text, sentence = source.text, source.analysis.sentences[telling.sentence]
    tree = tree_of(text, source.analysis.tokens, sentence)
    at = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= verb.end), tree.last)
    if tree.word(at) != "par" or at + 2 >= tree.last or text[verb.end : tree.tokens[at].span.start] != " ":
        return None
    start = at + 1
    article = tree.words[start]
    if article not in ("le", "la", "les", "l'", "un", "une", "des") and tree.tokens[start].pos != "PROPN":
        return None
    end = start + 1
    while end < tree.last and (tree.tokens[end].pos in ("NOUN", "PROPN", "ADJ") or tree.words[end] in ("de", "d'", "du", "des", "-") or tree.words[end] in ("la", "l'", "le", "les") and tree.words[end - 1] == "de"):
        end += 1
    while end > start and tree.words[end - 1] in ("de", "d'", "du", "des", "la", "l'", "le", "les", "-"):
        end -= 1
    if end - start > _LONGEST or end <= start or end < tree.last and not (tree.is_punct(end) and tree.words[end] in (".", ",") or tree.tokens[end].pos in ("ADP", "DET", "NUM") and tree.words[end] not in ("et", "ou")):
        return None
    if tree.word(end) == "," and end + 1 < tree.last and tree.tokens[end + 1].pos != "ADP":
        return None  # an apposition, or others who acted
    said = tree.span(start, end)
    known = any(said.covers(mention.span) and mention.span.start < said.start + 30 and entity.kind in ("person", "organisation") for entity in source.analysis.entities for mention in entity.mentions)
    if any(said.covers(mention.span) and mention.span.end != said.end for entity in source.analysis.entities if entity.kind == "person" for mention in entity.mentions):
        return None
    head = next((tree.tokens[k].lemma.lower() for k in range(start, end) if tree.tokens[k].pos in ("NOUN", "PROPN")), "")
    if head not in _BODIES and not (known and tree.tokens[start].pos in ("PROPN", "DET")):
        return None
    return Span(tree.tokens[at].span.start, said.end), article in ("les", "des")


__all__ = ["ACTIVE", "active"]
