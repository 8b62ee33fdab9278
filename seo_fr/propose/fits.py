"""Whether a clause can head a section: told in its opening, central to it, understood by itself, and not the line that stands just below."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.words import count_words
from seo_fr.model import Quote, Span, Statement
from seo_fr.propose.alone import stands
from seo_fr.propose.by_function import by_function, callings
from seo_fr.propose.heading_cuts import NARROWER
from seo_fr.propose.heading_words import is_named
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import Scores, stem, stems
from seo_fr.propose.source import Source, Telling
from seo_fr.propose.trims import LONGEST, set_against
from seo_fr.rulebook import load

#: Below this worth a clause is too slight, or too much cut, to be preferred to a noun phrase.
WORTH_HEADING = 26
#: Below this worth a clause tells less than the noun phrase that names the section.
LEAST_WORTH = 10
#: Below this worth a clause of the section's middle is no better than a label.
WORTH_ASIDE = 18
#: The worth of a clause of the section's middle about which the rest does not go on: before a label that tells nothing only.
ASIDE = -100
#: Tenses of which a newspaper makes no headline: above a section they are better than a mere label.
OLD_TENSES = ("imperfect", "simple-past", "pluperfect", "past-conditional")
#: In percent of the section's words: where its opening ends, where its end begins; how many of its sentences what stands between must share a word with, to head it and to be put before a topic.
OPENING, END, SHARED, SOME = 42, 64, 60, 34
_SLIGHT = frozenset("être avoir sembler faire rester devenir pouvoir devoir aller attirer trouver connaître permettre porter tenir concerner figurer".split())
#: Verbs that say that something was said or done, not what.
_HOLLOW = frozenset("organiser réagir poursuivre évoquer commenter intervenir exprimer dérouler aborder parler témoigner profiter constituer laisser consister entendre rendre multiplier pleuvoir convenir".split())
#: Verbs that say that what the title names took place.
_HAPPENED = frozenset("survenir produire dérouler perpétrer tenir jouer commettre débuter".split())
_TAKES_UP = frozenset("ajouter préciser poursuivre conclure rappeler renchérir répéter compléter reprendre insister".split())
_CONTRAST = re.compile(
    r"(?:\b(?:lui|elle|elles|eux|également|aussi|autant|quant|ensuite|ailleurs|même|mêmes|notamment|ainsi|alors|celui|celle|ceux|celles|dernier|dernière|autres?|cependant|toutefois|pourtant|néanmoins|ci-dessus|suivante?s?|précédente?s?|là|similaires?|semblables?|comparables?|analogues?|identiques?)\b(?! (?:que|à|au|aux)\b)|\bde (?:son|leur) côté|\bpar contre|\ben effet|\ben revanche|\bau contraire)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"L[ea]s? (?:seconde?s?|premi(?:er|ère)s?|(?:deux|trois|quatr|cinqu)ièmes?|autres?|deux|trois) ")
_DANGLES = re.compile(r"\b(?:avant|après|plus tard|plus tôt|auparavant|aussi|ensuite|dont|ici|là|plus|moins|encore|déjà|fois|jour|cours|cadre|suite|sujet|part|titre|cas|ce (?:matin|soir|jour)|quelques jours (?:avant|après)|en (?:raison|cas|cours|fin))$", re.IGNORECASE)
_BARE_FIGURE = re.compile(r"\b(?:chiffre|montant|nombre|total|somme|taux|score|seuil) (?:total |global |définitif |provisoire )?d[e’'] ?\d[\d \u00a0\u202f.,]*(?:%|euros?|millions?(?: d’euros)?|milliards?(?: d’euros)?)?(?=$|[,.;])", re.IGNORECASE)
_PERCENT = re.compile(r"\d[\u00a0\u202f ]?%(?!\s*(?:de |des |du |d['’]|en ))")
_MOVES = re.compile(r"\b(?:hausse|baisse|recul|augment|baiss|recul|progress|diminu|chut|réduction|rédui|croissance|inflation|grimp|bond|attei|dépass|repr[ée]sent|pass|tomb|obtien|recueill|remport|crédit|élu|réélu|limit|financ|rabais|majorité|soutien|opinions)", re.IGNORECASE)
_SENTENCED = re.compile(r"\b(?:dont|sursis|ferme|\d+ (?:ans?|mois)|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente) (?:ans?|mois)|perpétuité|amende|réclusion|emprisonnement|prison)\b", re.IGNORECASE)
_TIME_LEAD = re.compile(r"(?:Vers \d|À \d|Le \d|Ce (?:matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|Au \d|En (?:19|20)\d\d|Dès|Puis)")
_DEFINED = re.compile(r"(?:[Ll][ae]s? |[Ll]['’])(\w[\w-]*)")


class Part:
    """The sentences of a section, by where they stand in it."""

    def __init__(self, source: Source, scores: Scores, start: int, end: int) -> None:
        self.source, self.scores = source, scores
        self.members = [i for i, sentence in enumerate(source.analysis.sentences) if start <= sentence.paragraph < end and source.is_matter(i)]
        sizes = [count_words(source.analysis.sentences[i].span.of(source.text)) for i in self.members]
        self.total = max(1, sum(sizes))
        self.before = {i: 100 * sum(sizes[:k]) // self.total for k, i in enumerate(self.members)}
        self.words = {i: frozenset(stems(source.analysis.sentences[i].span.of(source.text))) for i in self.members}

    def opens(self, sentence: int) -> bool:
        """Return whether the sentence stands in the section's opening: its first, or one that begins in the first two fifths."""
        return sentence in self.before and (self.before[sentence] < OPENING or len(self.members) >= 4 and sentence == self.members[1] and self.before[sentence] < END)

    def ends(self, sentence: int) -> bool:
        """Return whether the sentence begins in the section's last third."""
        return self.before.get(sentence, 100) >= END

    def shared(self, text: str, sentence: int) -> int:
        """Return in percent how many of the section's other sentences share a content word with ``text``, the focus keyphrase's own words not counted."""
        own = set(stems(text)) - self.scores.key_stems
        others = [words for i, words in self.words.items() if i != sentence]
        return 100 if not others else 100 * sum(1 for words in others if own & words) // len(others)

    def told(self, sentence: int, text: str) -> bool:
        """Return whether a heading made of the sentence tells what the section is about: from its opening, or from its middle where half of the section goes on about it."""
        return self.opens(sentence) or not self.ends(sentence) and self.shared(text, sentence) >= SHARED

    def repeats(self, line: Headline) -> bool:
        """Return whether the heading would be the line just below again: no third shorter, and in the same tense or nearly all of its words."""
        if not self.members or line.clause.sentence != self.members[0]:
            return False
        sentence = self.source.analysis.sentences[self.members[0]].span.of(self.source.text)
        if 3 * len(line.text) <= 2 * len(sentence):
            return False
        own, below = set(stems(line.text)), self.words[self.members[0]]
        return not line.tense or 100 * len(own & below) > 85 * max(1, len(below))


def clause_heads(source: Source, scores: Scores, lines: tuple[Headline, ...], part: Part) -> list[tuple[Headline, int]]:
    """Return the headlines that can head the section, people in them known or called by what they are, each with what it is worth there."""
    found = []
    inside = set(part.members)
    for line in lines:
        if line.clause.sentence not in inside or (named := headable(source, scores, line)) is None:
            continue
        worth = _worth(source, scores, named, part)
        if part.repeats(named) or line.clause.tense in OLD_TENSES:
            worth = min(worth, LEAST_WORTH) - 1  # before a label only
        if part.ends(named.clause.sentence):
            if part.shared(named.text, named.clause.sentence) >= SHARED and worth >= WORTH_HEADING and not part.repeats(named) and len(part.members) < 8:
                found.append((named, ASIDE - 100 - max(0, 99 - worth)))  # of its end, but what all of it goes on about: before a label that tells nothing only
            continue
        if not part.told(named.clause.sentence, named.text):
            if part.shared(named.text, named.clause.sentence) < SOME:
                if worth >= WORTH_ASIDE:
                    found.append((named, ASIDE - max(0, 99 - worth)))
                continue
            worth = min(worth, LEAST_WORTH) - 1  # true of the section, though not its opening: before a mere topic only
        found.append((named, worth))
    return found


@lru_cache(maxsize=1024)
def headable(source: Source, scores: Scores, line: Headline) -> Headline | None:
    """Return the headline where it is understood by itself, people in it known or called by what they are; else None. Remembered: it is asked for every division into sections."""
    if line.clause.lemma == "requérir" and line.clause.tense == "pluperfect":
        return None  # what was asked for, above what the court decided
    if not speaks_alone(source, scores, line, OLD_TENSES):
        return None
    named = by_function(source, line)
    return named if named is not None and 18 <= len(named.text) <= LONGEST else None


#: Who or what is counted stands before: « Toutes sont saines et sauves », « Certains ont renoncé ».
_QUANTIFIED = re.compile(r"(?:Tous|Toutes|Certaine?s|Beaucoup|Plusieurs|La plupart|Chacune?|Aucune?|Nulle?|Quelques-une?s|D['’]autres|La moitié|L['’]une?|Peu|(?:Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix))(?: d['’]entre (?:eux|elles))? (?:ne |n['’]|s['’]|se |en |y )?(?:est|sont|a|ont|était|étaient|avait|avaient|sera|seront|aura|auront|doit|doivent|peut|peuvent|va|vont|[a-zéèêîôû]+(?:ent|ait|aient|ront|ra))(?!\w)")


#: Somebody's own words, though no marks are around them.
_SPOKEN = re.compile(r"(?i)(?<![\w-])(?:on|je|nous|vous|tu|moi|toi|merci|bravo|bonjour)(?![\w-])|(?<!\w)[jtm]['’](?=\w)")
_BARE_ORDINAL = re.compile(r"(?i)l[ea]s? (?:seconde?s?|premi(?:er|ère)s?|derni(?:er|ère)s?|(?:deux|trois|quatr|cinqu)ièmes?|autres?)")


def _bare_person(source: Source, scores: Scores, line: Headline) -> bool:
    """Return whether the subject is somebody, or a body, by a noun alone (« Le chauffeur prend sa retraite », « Le groupe tient la vallée ») whom neither the title nor the first sentence has."""
    subject = line.clause.subject
    if subject is None or any(edit.kind == "reference" and edit.span.overlaps(subject) for edit in line.edits):
        return False
    tokens = [token for token in source.tokens_in(subject) if not any(edit.kind == "drop" and edit.span.covers(token.span) for edit in line.edits)]
    if len(tokens) != 2 or tokens[1].pos != "NOUN" or tokens[0].span.of(source.text).lower() not in ("le", "la", "l’", "l'"):
        return False
    if tokens[1].lemma.lower() not in callings(load()) and tokens[1].span.of(source.text).lower() not in callings(load()) and not is_named("whose", tokens[1].lemma.lower()):
        return False
    title, lede = source.analysis.article.title, source.analysis.sentences[source.first_sentence].span
    known = {word for span in (title, lede) if span is not None for word in stems(span.of(source.text))}
    return not set(stems(tokens[1].span.of(source.text))) & known and line.clause.subject_entity is None


def speaks_alone(source: Source, scores: Scores, line: Headline, besides: tuple[str, ...] = ()) -> bool:
    """Return whether the headline is understood by itself, above the text: nothing cut that makes its sense, no contrast, no figure without its noun, nothing that the next sentence limits.

    ``besides``: old tenses that it may have all the same.
    """
    clause, text = line.clause, line.text
    if set_against(source, clause) or clause.tense in OLD_TENSES and (clause.tense not in besides or clause.tense == "past-conditional" and clause.subject_entity is not None):
        return False
    if clause.lemma in _TAKES_UP and not clause.passive or _CONTRAST.search(_unquoted(text)) or _DANGLES.search(text) or _ORDINAL.match(text) and clause.subject is not None and len(source.tokens_in(clause.subject)) == 2:
        return False
    if _SPOKEN.search(_unquoted(text)) or _QUANTIFIED.match(text) or any(edit.kind == "reference" and _BARE_ORDINAL.fullmatch(edit.after.strip()) for edit in line.edits) or _bare_person(source, scores, line):
        return False
    if clause.number == "p" and re.match(r"Le nombre d(?:e |es |['’])", text):
        return False  # « Le nombre de contrats devraient »: the source's own slip
    if _BARE_FIGURE.search(text) or _PERCENT.search(text) and not _MOVES.search(text):
        return False
    if clause.lemma == "condamner" and _SENTENCED.search(clause.span.of(source.text)) and len(_SENTENCED.findall(clause.span.of(source.text))) > len(_SENTENCED.findall(text)):
        return False
    edits = tuple(edit for edit in line.edits if edit.rule not in NARROWER)
    if not any(stands(source, Telling(span, edits, text, (clause.id,), clause.sentence)) for span in _spans(source, line)):
        return False
    if any(edit.rule == "demonstratif-en-defini" and not _known(source, scores, text, edit.after) for edit in line.edits):
        return False
    if _another_owns(source, line):
        return False
    if clause.commitment in ("asserted", "future") and clause.sentence + 1 < len(source.analysis.sentences):
        following = source.analysis.sentences[clause.sentence + 1]
        opening = following.span.of(source.text)[:60].lower()
        if following.paragraph == source.analysis.sentences[clause.sentence].paragraph and re.search(r"\b(?:mais|toutefois|cependant|néanmoins|pourtant|en revanche)\b", opening):
            return False
    return True


def _another_owns(source: Source, line: Headline) -> bool:
    """Return whether a possessive of the heading may be somebody's whom the sentence before names: « Le musée réunit 120 de ses œuvres »."""
    clause = line.clause
    owned = [token for token in source.tokens_in(line.span) if token.span.of(source.text).lower() in ("son", "sa", "ses", "leur", "leurs") and not any(edit.span.covers(token.span) for edit in line.edits)]
    if not owned or any(quote.span.overlaps(owned[0].span) for quote in source.analysis.quotes):
        return False
    for token in owned:
        reference = source.reference_at.get(token.span.start)
        if reference is not None and reference.entity is not None and reference.entity != clause.subject_entity:
            return True
    subject = source.entity(clause.subject_entity)
    if subject is not None and subject.kind == "person":
        return False
    paragraph = source.analysis.sentences[clause.sentence].paragraph
    return any(
        entity.kind == "person" and any(mention.sentence in (clause.sentence - 1, clause.sentence) and source.analysis.sentences[mention.sentence].paragraph == paragraph for mention in entity.mentions)
        for entity in source.analysis.entities
    )


_AIM = re.compile(r"\s?,?\s?(?:(?:pour|afin d[e’']|en vue d[e’'])\s?\w+(?:er|ir|re|oir)\b|dans le cadre|lors d|au cours d|à l[’']issue|sur (?:ce|cet|cette) )", re.IGNORECASE)


_TOLL = re.compile(r"\s?, (?:faisant|causant|provoquant) ([^,.;:]*\b(?:morts?|blessés?|victimes?)\b[^,.;:]*)", re.IGNORECASE)


def _spans(source: Source, line: Headline) -> tuple[Span, ...]:
    """Return the span of a headline and, where only an aim or an occasion fell behind it (« pour tenter de gagner »), the whole clause from there: less said is not another thing said."""
    if line.judged > line.span.end:
        return (Span(line.span.start, line.judged),)
    tail = source.text[line.span.end : line.clause.span.end]
    toll = _TOLL.match(tail)
    title = source.analysis.article.title
    if toll is not None and title is not None and not line.clause.negated and set(stems(toll.group(1))) <= set(stems(title.of(source.text))):
        return (line.span, Span(line.span.start, line.clause.span.end))  # the reader has just read the toll in the title
    if line.span.end < line.clause.span.end and _AIM.match(tail) and not line.clause.negated:
        return (line.span, Span(line.span.start, line.clause.span.end))
    return (line.span,)


def _unquoted(text: str) -> str:
    return re.sub(r"«[^»]*»", " ", text)


def _known(source: Source, scores: Scores, text: str, article: str) -> bool:
    """Return whether what « cette mesure » was is plain as « la mesure »: the noun is of the title or the keyphrase."""
    title = source.analysis.article.title
    known = set(scores.key_stems) | (set(stems(title.of(source.text))) if title is not None else set())
    at = text.lower().find(article.lower())
    match = re.match(r"\s?([\w-]+)", text[at + len(article) :]) if at >= 0 else None
    return match is not None and stem(match.group(1)) in known


def _worth(source: Source, scores: Scores, line: Headline, part: Part) -> int:
    """Return the worth of a headline over the section: early, central to it, about what happened, named, of a good length, little cut, not the title again."""
    clause, text = line.clause, line.text
    title = set(stems(source.analysis.article.title.of(source.text))) if source.analysis.article.title is not None else set()
    worth = part.shared(text, clause.sentence) // 5 + headline_worth(source, scores, line, frozenset(title) | scores.key_stems)
    first = clause.sentence == part.members[0]
    lede = source.first_sentence == clause.sentence
    worth += (4 if lede else 12) if first else 8 if part.opens(clause.sentence) else -10
    return worth - (0 if part.before.get(clause.sentence, 100) > 25 else 3)


def headline_worth(source: Source, scores: Scores, line: Headline, known: frozenset[str]) -> int:
    """Return what a headline tells, wherever it stands: what happened, of whom, the article's words, a good length, little cut, not the title again.

    ``known``: the stems of title and focus keyphrase.
    """
    clause, text = line.clause, line.text
    own = set(stems(text))
    title = set(stems(source.analysis.article.title.of(source.text))) if source.analysis.article.title is not None else set()
    worth = 22 + (6 if clause.kind else 0) + (5 if clause.subject_entity is not None else 0)
    worth += min(scores.text(text) // 3, 8) + min(len(text) // 6, 10)
    worth -= 2 * line.cost + (4 if "(" in text else 0)
    worth -= 8 if clause.lemma in _SLIGHT and not clause.kind and not clause.passive else 0
    worth -= 16 if clause.lemma in _HOLLOW else 0
    if clause.lemma in _HAPPENED and clause.subject is not None and title and len(set(stems(clause.subject.of(source.text))) & (title | known)) * 2 >= len(set(stems(clause.subject.of(source.text)))):
        worth -= 14  # « Un accident de car est survenu »: the title says so
    worth -= _vague_subject(source, line, set(known))
    worth -= 6 if _TIME_LEAD.match(text) else 0
    worth -= 12 if len(own) < 4 else 0
    if title and own and 100 * len(own & title) >= 67 * len(own):
        worth -= 24  # the reader has just read it
    return worth


def _vague_subject(source: Source, line: Headline, known: set[str]) -> int:
    """Return what a subject costs that does not say of itself what it means: « le groupe », « le texte »; less for a plural, nothing for what the title names."""
    match = _DEFINED.match(line.text)
    subject = line.clause.subject
    if match is None or subject is None or line.clause.subject_kind != "noun" or stem(match.group(1)) in known:
        return 0
    kept = " ".join(token.span.of(source.text) for token in source.tokens_in(subject) if not any(edit.span.covers(token.span) for edit in line.edits if edit.kind == "drop"))
    if len(stems(kept)) > 1 or any(edit.kind == "reference" and edit.span.overlaps(subject) for edit in line.edits):
        return 0
    return 5 if line.text.lower().startswith("les ") else 14


def voice(source: Source, members: list[int]) -> int | None:
    """Return who speaks in more than half of the section's sentences, at least two; None where nobody does."""
    counts: dict[int, set[int]] = {}
    for statement in source.analysis.statements:
        if statement.sentence in members and statement.speaker is not None:
            counts.setdefault(statement.speaker, set()).add(statement.sentence)
    for quote in source.analysis.quotes:
        if quote.speaker is not None:
            counts.setdefault(quote.speaker, set()).update(sentence for sentence in quote.sentences if sentence in members)
    best = max(counts, key=lambda speaker: (len(counts[speaker]), -speaker), default=None)
    return best if best is not None and len(counts[best]) >= 2 and 2 * len(counts[best]) >= len(members) else None


def said_in(source: Source, part: Part, item: Quote | Statement) -> bool:
    """Return whether the quote or statement stands in the section, and not at its end."""
    sentence = item.sentences[0] if isinstance(item, Quote) else item.sentence
    return sentence in part.before and not part.ends(sentence)
