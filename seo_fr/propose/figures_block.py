"""Candidates for the key figures: numbers that the source gives, with what they count."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Copied, Figure
from seo_fr.propose.adjuncts import again
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.candidate import Candidate, passage, rendezvous
from seo_fr.propose.figure_entries import cut_behind, entries, label_span
from seo_fr.propose.frames import fill
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import LOOSE
from seo_fr.propose.tell import Source, Telling, in_quotes
from seo_fr.rulebook import Rulebook

#: Most words of an entry told figure first, and of a sentence told for its figure.
LONGEST = 32
LONGEST_SENTENCE = 28
#: A score or a time, and what tells that it is one.
_RESULT = re.compile(r"(?<![\d/.-])\d{1,3} ?[-–] ?\d{1,3}(?![\d/.-])|\b\d{1,3} à \d{1,3}\b|\b\d{1,2}\s?(?:h|heures?)\s?\d{1,2}\s?(?:min|minutes?)|\b\d{1,3}\s?(?:min|minutes?)\s?(?:et )?\d{1,2}(?:\s?(?:s|secondes?)\b)?|\b\d{1,2}['’]\d{2}(?:['’]{2}|\")")
_PLAYED = re.compile(r"(?i)\b(?:score|victoires?|batt\w+|bat|imposée?s?|impose(?:nt)?|gagn\w+|remport\w+|défait\w*|match nul|record|chrono|titre|finale|sets?|buts?|mi-temps|course|étape|arriv\w+|couru\w*|temps de)\b")
#: What the forms are worth beside one another: the more they say of the figure itself, the better.
_WORTH = {"etat": 24, "etat-dit": 24, "mesure": 26, "evolution": 26, "bilan": 24, "passif": 20, "passif-suite": 18, "ce-que": 22, "existe": 18, "sujet": 10}
#: What is told in passing, or by the clock of a running report, is no key figure: « Vers 10h40, on apprend que… », « On ne voyait pas à vingt mètres », « avoir piqué du nez, douze colis à l’arrière ».
_ASIDE = re.compile(r"^(?:Vers|À|Dès) \d{1,2}\s?[hH](?:eures?)?\s?\d{0,2},|^On ne |\b(?:assure|raconte|confie|se souvient|se rappelle)\b")
_CLOCK = re.compile(r"(?i)\b(?:à|vers|dès|avant|après|jusqu'à|depuis) $")
_AGE = re.compile(r"(?i)(?:âgée?s? d[e']\s*$|à l'âge d[e']\s*$|\b(?:homme|femme|fille|garçon|jeune|enfant|adolescente?|étudiante?|\w+) de $|, $|\($|\b(?:des|ses|les|leurs) $)")


def figures(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the numbers of the tellings with what the source says of them, figure first where that is certain, else as the telling gives them."""
    made: list[Candidate] = []
    style = max(("deux-points", "tiret"), key=lambda name: rendezvous(key, "figures", name))  # one mark for the whole block
    for telling in (*told, *_shorter(source, told)):
        inside = [figure for figure in source.analysis.figures if figure.sentence == telling.sentence and telling.span.covers(figure.span) and (figure.counted is not None or figure.unit)]
        if _ASIDE.search(telling.text):
            continue
        inside = [figure for figure in inside if not any(edit.kind == "drop" and edit.span.covers(figure.span) for edit in telling.edits) and matters(source, figure) and _with_giver(source, telling, figure)]
        result = telling.words <= LONGEST_SENTENCE and not telling.text.startswith("«") and _RESULT.search(telling.text) is not None and _PLAYED.search(telling.text) is not None
        if not inside and not result:
            continue
        section = source.section_of_sentence(telling.sentence)
        worth = scores.telling(telling) + (0 if telling.strict else LOOSE)
        loose = () if telling.strict else ("loose",)
        for figure in inside:
            weight = worth + _weight(source, figure)
            for entry in entries(source, telling, figure):
                ways = fill(book, "figures", entry.frame, entry.slots, key, entry.kind)
                for filled in [way for way in ways if style in way.origin.template] or ways:
                    if count_words(filled.text) > LONGEST:
                        continue
                    item = passage("figures", "bullet", filled.text, filled.origin, telling.clauses)
                    merit = (weight + _WORTH.get(entry.frame.removesuffix("-cadre").removesuffix("-selon"), 0), filled.priority, filled.weight)
                    tags = ("figure", *again(source, filled.text, telling.sentence), *loose)
                    made.append(Candidate("figures", (item,), telling.clauses, merit, telling.span.start, section, tags))
        counted = [figure for figure in inside if (not _small(source, figure) or figure.unit in listed_as("toll")) and not _in_passing(source, telling, figure)]
        if result and not counted:
            item = passage("figures", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            made.append(Candidate("figures", (item,), telling.clauses, (worth + 6 - telling.words, 0, 0), telling.span.start, section, ("figure", *again(source, telling.text, telling.sentence), *loose), verbatim_lede=telling.sentence == source.first_sentence))
        if counted and telling.words <= LONGEST_SENTENCE and not telling.text.startswith(("«", "Ce sont ", "C’est ")):
            item = passage("figures", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            best = max(_weight(source, figure) for figure in counted)
            merit = (worth + best + 3 * len(inside) - telling.words, 0, 0)
            made.append(Candidate("figures", (item,), telling.clauses, merit, telling.span.start, section, ("figure", *again(source, telling.text, telling.sentence), *loose), verbatim_lede=telling.sentence == source.first_sentence))
    return made


def _shorter(source: Source, told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Return the tellings cut behind their figures, without doubles."""
    known = {telling.text for telling in told}
    made: dict[str, Telling] = {}
    for telling in told:
        for figure in source.analysis.figures:
            if figure.sentence == telling.sentence and telling.span.covers(figure.span):
                cut = cut_behind(source, telling, figure)
                if cut is not None and cut.text not in known:
                    made.setdefault(cut.text, cut)
    return tuple(made.values())


def matters(source: Source, figure: Figure) -> bool:
    """Return whether a figure is one to be told: not somebody's age in passing, not « deux » of something without number."""
    before = source.text[max(0, figure.span.start - 24) : figure.span.start].replace("’", "'")
    if figure.unit in ("heure", "h", "minute") and _CLOCK.search(before) or any(time.kind == "hour" and time.span.overlaps(figure.span) for time in source.analysis.times):
        return False
    if in_quotes(source, figure.span) and figure.unit in ("an", "année", "mois", "jour", "heure", "minute"):
        return False
    return not (figure.unit in ("an", "année") and figure.counted is None and _AGE.search(before))


def _with_giver(source: Source, telling: Telling, figure: Figure) -> bool:
    """Return whether who gives the figure is told with it."""
    given = next((statement for statement in source.analysis.statements if statement.id == figure.statement), None)
    if given is None:
        return True
    return telling.span.covers(given.cue) and not any(edit.kind == "drop" and edit.span.overlaps(given.cue) for edit in telling.edits)


def _small(source: Source, figure: Figure) -> bool:
    """Return whether a number is below ten and written in letters: « deux raisons » is no key figure."""
    return not re.search(r"\d", label_span(figure).of(source.text)) and figure.value != "" and float(figure.value) < 10


_INHABITED = re.compile(r"\b(?:communes?|villes?|villages?|bourgs?|bourgades?|localités?|îles?|stations?|pays|capitale) (?:d'environ |de près de |de plus de |de |d')$")


def _in_passing(source: Source, telling: Telling, figure: Figure) -> bool:
    """Return whether the sentence is not about the figure: it says how many live in « la commune de 1 900 habitants », or stands in what opens the sentence, before its subject."""
    if _INHABITED.search(source.text[max(0, figure.span.start - 40) : figure.span.start].replace("’", "'").replace("\u00a0", " ")):
        return True
    subject = source.clause[telling.clauses[0]].subject
    return subject is not None and label_span(figure).end <= subject.start


def _weight(source: Source, figure: Figure) -> int:
    """Return what a number is worth among others: small ones in letters less, money and shares more."""
    return (-14 if _small(source, figure) else 0) + (4 if figure.unit in ("%", "euro", "dollar", "mort", "blessé") else 0)
