"""Which pairs of a question and its answer stay: those that a reader of this news would ask, answered in the first words.

:func:`wanted` looks at finished pairs, whoever made them: the subject of a question about a time, a place, a reason is one of the article's own; « Qui est X ? » tells more than his function;
a quoted answer says something; an answer is no paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Entity, Grammar, Slot, Span
from seo_fr.propose.ask_told import words_of
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.describe import descriptions
from seo_fr.propose.events import event_nouns
from seo_fr.propose.frames import fill, span_slot
from seo_fr.propose.heard import is_presented, says_something
from seo_fr.propose.score import Scores, stem, stems
from seo_fr.propose.source import Source, plain
from seo_fr.rulebook import Rulebook

#: Words of « Qui est X ? — … » and of « Qu’est-ce que X ? — … » at least: a bare function is told with the name.
LEAST_WHO, LEAST_WHAT = 8, 6
#: Words of an answer of one sentence, of several, and of a quotation at most.
LONGEST_SENTENCE, LONGEST_RUN, LONGEST_QUOTE = 38, 52, 48
#: Words of an answer that is a place, a date, a number or a name at most.
FEW_WORDS = 26
#: Questions of which one page has one.
_SINGLE = {f"question/{frame}/{verb}": "parole:dit" for frame in ("declaration", "declaration-role") for verb in ("que-dit", "que-pense")}
#: Kinds that ask for something beside the news: their subject is the article's.
_BESIDE = frozenset(["quand", "ou", "quand-ou", "heure", "but", "comment", "pourquoi", "pour-quoi", "que-faire", "que-de-faire", "oui-non", "duree", "combien-duree", "par-qui", "avec-qui", "a-qui", "qui-objet", "depuis", "jusque", "des", "qui", "age"])
#: What a place, a date or a number answers.
_IN_FEW_WORDS = frozenset(["quand", "ou", "quand-ou", "heure", "depuis", "jusque", "des", "duree", "combien-duree", "combien", "combien-objet", "combien-cout", "combien-argent", "a-combien", "de-combien", "qui", "qui-est", "age", "delai"])
#: What one sentence answers.
_ONE_SENTENCE = frozenset(["composition", "qui-sont", "quest-ce-que-nom", "qui-est-nom", "qui-etait-nom", "etude-dit", "consequences"])
#: How something went, told from its middle, is no answer.
_NEVER = frozenset(["deroulement", "faits", "parcours", "situation"])
#: What title and heading tell of any article of which it can be asked, and what says nothing of what it asks for.
_MAIN_NEWS = frozenset(
    "faits depart nomination vainqueur course election garde-a-vue accusation lancement lancement-fait ouverture-prevue fermeture-prevue recompense record accord sanction preavis greve vigilance qualification deroulement deroulement-course chiffres decision".split()
)
#: Bodies that each country has.
_BODY = re.compile(r"\b(?:le gouvernement|l'armée|le parlement|la présidence|le président|le premier ministre|la capitale)(?! (?:d|[a-zà-ÿ]+(?:ais|aise|ien|ienne|ois|oise|ain|aine|and|ande|e)\b)|,? [A-Z])")
#: Short words that name the news all the same: « La loi est-elle rétroactive ? »
_SHORT_NEWS = frozenset(["loi", "prix", "feu", "bus", "car", "vol"])
_YEAR = re.compile(r"\ben (?:19|20)\d\d\b")
_WHEN = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|demain|après-demain|prochaine?s?|prochainement|d'ici|dès|bientôt|semaines?|mois|trimestre|semestre|automne|hiver|printemps|été|rentrée|appel)\b"
)
_QUOTED = re.compile(r"«([^»]*)»")
#: « Vers 10h40, on apprend que… »: an answer begins with what is asked, not with the clock of a running report.
_REPORTED = re.compile(r"(?i)(?:vers|à) \d{1,2} ?h")


def wanted(source: Source, book: Rulebook, scores: Scores, found: list[Candidate], key: str = "") -> list[Candidate]:
    """Return the pairs that a reader would ask, those of which a page has one tagged with it."""
    own = _own_words(source, book, scores)
    kept = [by_role for candidate in found if _wanted(source, own, candidate) for by_role in _of_known(source, book, key, candidate)]
    persons = [(entity.id, entity.name.of(source.text).split()[-1]) for entity in source.analysis.entities if entity.kind == "person" and len(entity.name) > 3]
    persons = [(number, name) for number, name in persons if name not in _shown(source)]  # of whom the page is about, more than one thing is asked
    end = source.analysis.sentences[source.first_sentence].span.end
    return [replace(candidate, tags=(*candidate.tags, *_once(candidate, persons)), verbatim_lede=_of_main_news(candidate, end)) for candidate in kept]


def _of_known(source: Source, book: Rulebook, key: str, candidate: Candidate) -> list[Candidate]:
    """Return the pair as it is where the reader knows whom it names; what a person unknown to him says is asked by her function (« Que dit la porte-parole du parquet ? »), and not asked where she has none."""
    if not candidate.template.startswith("question/declaration/"):
        return [candidate]
    shown = _shown(source)
    people = [entity for entity in (source.analysis.entities[number] for number in _voices(candidate)) if entity.kind == "person" and entity.name.of(source.text).split()[-1] not in shown]
    if not people:
        return [candidate]
    role = _role(source, people[0]) if len(people) == 1 else None
    if role is None:
        return []
    kind = next((kind for template in book.for_role("question") if template.id == candidate.template for kind in template.kinds), "")
    question = candidate.passages[0]
    return [replace(candidate, passages=(passage("qa", "question", asked.text, asked.origin), *candidate.passages[1:])) for asked in fill(book, "question", "declaration-role", (role,), key, kind) if asked.text != question.text]


def _shown(source: Source) -> str:
    """Return the title, or the first sentence of an article that has none: who is named there is known to the reader of the page."""
    title = source.analysis.article.title
    return title.of(source.text) if title is not None else source.analysis.sentences[source.first_sentence].span.of(source.text)


def _role(source: Source, person: Entity) -> Slot | None:
    """Return the office that the source gives somebody, without its article and with its complement; None for who has none: a witness is not asked after."""
    for described in descriptions(source, person):
        words = described.span.of(source.text)
        article = re.match(r"(?:[Ll]e |[Ll]a |[Ll]['’])", words)
        bare = words[article.end() :] if article is not None else words
        head = re.match(r"[\w-]+", bare)
        if head is None or head.group() not in listed_as("of-whom") or described.rank[0] < 1 or "\n" in words or len(bare) > 60:
            continue
        return span_slot(source, "role", Span(described.span.end - len(bare), described.span.end), grammar=Grammar(person.gender, "s"), entity=person.id)
    return None


def _of_main_news(candidate: Candidate, end: int) -> bool:
    """Return whether it is asked what the page's title and introduction tell: such a question may head a section, but is no pair of the block."""
    event = {tag.partition(":")[2] for tag in candidate.tags if tag.startswith("evenement:")}
    return bool(event & _MAIN_NEWS) or bool(event) and candidate.source_order < end


def _once(candidate: Candidate, persons: list[tuple[int, str]]) -> tuple[str, ...]:
    """Return the tags of what a page asks once: what somebody says, and about each person."""
    question = candidate.passages[0].text
    single = (_SINGLE[candidate.template],) if candidate.template in _SINGLE else ()
    return (*single, *(f"personne:{number}" for number, name in persons if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question)))


def _own_words(source: Source, book: Rulebook, scores: Scores) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the title and the keyphrase with the nouns of events and appointments, and those of the first two sentences."""
    title = source.analysis.article.title
    first = source.first_sentence
    opening = " ".join(sentence.span.of(source.text) for sentence in source.analysis.sentences[first : first + 2])
    named = {stem(word) for word in (*event_nouns(book), *words_of(book, "rendez-vous"))}
    return frozenset({*scores.key_stems, *(stems(title.of(source.text)) if title is not None else ()), *named}), frozenset(word for word in stems(opening) if len(word) > 3)


def _in_title(source: Source, candidate: Candidate) -> bool:
    """Return whether the title, or the first paragraph where there is none, names whom the question asks about."""
    title = source.analysis.article.title
    shown = title.of(source.text) if title is not None else source.analysis.paragraphs[source.first_paragraph].span.of(source.text)
    named = [source.analysis.entities[int(tag[4:])].name.of(source.text).split()[-1] for tag in candidate.tags if re.fullmatch(r"qui:\d+", tag)]
    return bool(named) and all(name in shown for name in named)


def _voices(candidate: Candidate) -> tuple[int, ...]:
    """Return the numbers of the entities of whom the question asks what they say."""
    return tuple(int(tag[4:]) for tag in candidate.tags if re.fullmatch(r"dit:\d+", tag))


_MEDIA = re.compile(r"qu(?:e |')[\w' -]{2,16}? (?:le |la |l'|les )(?:quotidien|journal|hebdomadaire|magazine|mensuel|agence de presse|cha[iî]ne|radio|t[eé]l[eé]vision|site|presse|m[eé]dias?)\b", re.IGNORECASE)


def _wanted(source: Source, own: tuple[frozenset[str], frozenset[str]], candidate: Candidate) -> bool:
    question, answer = candidate.passages[0].text, candidate.passages[-1].text
    frame = candidate.template.split("/")[1] if candidate.template.count("/") > 1 else ""
    if frame in _NEVER:
        return False
    if frame == "suite" and (_YEAR.search(answer) or not _WHEN.search(plain(answer))):
        return False  # a date some years ahead, or none, is no next step
    if _MEDIA.match(plain(question)):
        return False  # what a newspaper reports is the source's matter, nobody asks what it says
    if _REPORTED.match(plain(answer)):
        return False
    words = count_words(answer)
    if words > (LONGEST_RUN if "run" in candidate.tags else LONGEST_SENTENCE) and "quote" not in candidate.tags:
        return False
    if frame in _IN_FEW_WORDS and words > FEW_WORDS or frame == "quest-ce-que-nom" and " mais " in answer or re.match(r"Ce sont |C’est ", answer):
        return False
    if frame in _ONE_SENTENCE and "run" in candidate.tags:
        return False
    if frame in ("qui-est-nom", "qui-etait-nom") and not _in_title(source, candidate):
        return False  # nobody asks who somebody is of whom only the body speaks
    if frame in ("qui-est-nom", "qui-etait-nom") and words < LEAST_WHO or frame == "quest-ce-que-nom" and words < LEAST_WHAT:
        return False
    if frame == "declaration" and not all(is_presented(source, source.analysis.entities[number], f"{question} {answer}") for number in _voices(candidate)):
        return False
    if frame == "oui-non" and answer.startswith("Oui"):
        return False  # asked only to be answered so
    if _BODY.search(plain(question)) and len({entity.id for entity in source.analysis.entities if entity.kind == "country" or entity.kind == "place" and entity.article}) > 1:
        return False  # the government of which of them?
    quotes = _QUOTED.findall(answer)
    if frame == "declaration" and quotes:
        outside = {word for word in stems(_QUOTED.sub(" ", answer)) if len(word) > 3} - set(stems(question))
        if not any(says_something(quote) for quote in quotes) and len(outside) < 5 or max(map(count_words, quotes)) > LONGEST_QUOTE or any("?" in quote for quote in quotes):
            return False
    if frame.startswith("que") and quotes and len({word for word in stems(_QUOTED.sub(" ", answer)) if len(word) > 3} - set(stems(question))) < 3 and not any(says_something(quote) for quote in quotes):
        return False  # « Elle a promis de « gouverner pour tous ». »
    if frame in _BESIDE:
        asked = {word for word in stems(re.sub(r"-(?:t-)?(?:ils?|elles?)\b", " ", plain(question))) if len(word) > 3 or word in _SHORT_NEWS}
        return bool(asked & own[0]) or len(asked & own[1]) > 1
    return True


__all__ = ["wanted"]
