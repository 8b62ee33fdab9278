"""Which questions are asked: a closed list of kinds, each with its conditions (rules of kind ``question-kinds``). What a reader would not ask is not asked."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.conjugation import analyse_form
from seo_fr.french.words import count_words
from seo_fr.model import Clause, Copied
from seo_fr.propose.ask_frame import Asked, ahead
from seo_fr.propose.score import stems
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source
from seo_fr.rulebook import Rule, Rulebook

USUAL_TENSES = ("present", "perfect", "simple-past", "future", "near-future")
#: Words that need the day they count from.
_LEANING_TIME = re.compile(r"\b(?:la veille|le lendemain|le surlendemain|ce jour-là|ce soir-là|le même jour|à cette date|d'ici là|à ce moment-là)\b")
_DAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})\b")
_NUMBER = re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent|mille|millions?|milliards?|dizaine|vingtaine|trentaine|centaine|moitié|tiers)\b")


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` is a question that the rule lets be asked, as far as its words tell."""
    return bool(re.match(rule.data["opens"], text)) and text.endswith("?") and _short(rule, text) and (not rule.data.get("verbs") or bool(_lemmas(text) & set(rule.data["verbs"]))) and not _lemmas(text) & (set(rule.data.get("spared", ())) - {"être", "avoir"})


def _lemmas(text: str) -> set[str]:
    words = re.findall(r"[\w-]+", text.replace("’", " "))
    return {form.lemma for word in words for form in analyse_form(re.sub(r"-(?:t-)?(?:ils?|elles?)$", "", word))}


def _short(rule: Rule, text: str) -> bool:
    return count_words(text.rstrip(" ?\u00a0\u202f")) <= int(rule.data.get("longest", "13")) and not any(re.search(words, text) for words in rule.data.get("never", ()))


@lru_cache(maxsize=8)
def _rules(book: Rulebook) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in book.of_kind("question-kinds"):
        for kind in rule.data["asked"]:
            found[kind] = (*found.get(kind, ()), rule)
    return found


def worth_of(book: Rulebook, asked: Asked) -> int | None:
    """Return what the list of kinds adds to a question's worth; None where it is not to be asked."""
    clause, words = asked.clause, asked.question.text
    for rule in _rules(book).get(asked.kind, ()):
        data = rule.data
        if clause.tense not in data.get("tenses", USUAL_TENSES) or not _short(rule, words):
            continue
        if "verbs" in data and clause.lemma not in data["verbs"] or clause.lemma in data.get("spared", ()):
            continue
        if "subjects" in data and not _subject_fits(asked, data["subjects"]):
            continue
        if data.get("events", "") == "yes" and not clause.kind and not ahead(clause) and clause.lemma not in _HAPPENING and not _RETIRES.search(words):
            continue
        return int(data.get("worth", "0"))
    return None


#: Verbs that tell an event or a life's date though the event lexicon has no kind for them.
_HAPPENING = frozenset(["naître", "mourir", "décéder", "produire", "survenir", "dérouler", "tenir", "déclarer", "éclater", "ouvrir", "commencer", "débuter", "achever", "terminer", "créer", "fonder", "construire", "lancer", "adopter", "publier", "nommer", "élire", "entrer", "fermer", "inaugurer", "arrêter", "signer", "maîtriser", "libérer", "évacuer", "retrouver", "découvrir", "reprendre", "rouvrir", "disparaître"])


#: « a pris sa retraite », « a pris ses fonctions ».
_RETIRES = re.compile(r"\bpris (?:sa retraite|ses fonctions|sa succession)\b")


def _subject_fits(asked: Asked, wanted: str) -> bool:
    return any(re.search(wanted, plain(slot.text)) for slot in asked.question.origin.slots)


_ALSO = re.compile(r"\b(?:également|aussi|en outre|notamment|par ailleurs|de plus|en plus)\b")
_NEED_NO_MORE = frozenset(["quand", "ou", "quand-ou", "heure", "depuis", "jusque", "des", "age", "combien-cout", "combien-duree", "duree", "delai"])


def brings(source: Source, book: Rulebook, asked: Asked, answer: str) -> bool:
    """Return whether the answer says enough that the question did not say: a number, a date, a name, or some words of content; and keeps the day that its words count from."""
    flat = plain(answer)
    if _LEANING_TIME.search(flat) and not _DAY.search(flat):
        return False
    known = set(stems(re.sub(r"-(?:t-)?(?:ils?|elles?)\b", " ", asked.question.text)))
    if asked.kind not in _NEED_NO_MORE and _ALSO.search(plain(asked.clause.span.of(source.text))) and not _ALSO.search(flat):
        return False  # without « également » the part would seem to be all
    new = [word for word in stems(answer) if word not in known and len(word) > 2 and word not in ("oui", "non")]
    least = max((int(rule.data.get("fuller", "0")) for rule in _rules(book).get(asked.kind, ())), default=0)
    if least:
        return len(new) >= least
    if isinstance(asked.answer, Copied) and count_words(answer) < 3 and asked.kind not in ("qui", "qui-est"):
        return False  # « Sept candidats. » alone is no answer of a page
    enough = 2 if not isinstance(asked.answer, Copied) and asked.answer.template.startswith("answer/objet/") else 4
    return len(new) >= enough or len(new) >= 1 and (bool(_NUMBER.search(flat)) or bool(_DAY.search(flat)) or any(word[:1].isupper() for word in answer.split()[1:]))


#: Who says that a claim is not so, or does not say that it is.
_DENIED = re.compile(r"\b(?:démen\w+|nie(?:nt)?|nié|conteste\w*|contesté|réfute\w*|réfuté|rejette\w*|n'(?:a|ont) pas (?:confirmé|souhaité|voulu)|se refuse|clame\w* son innocence|plaide non coupable)\b")


def lacks_denial(source: Source, clauses: list[Clause]) -> bool:
    """Return whether the clauses hold an accusation, or hearsay, that one of the two sentences after them denies or does not confirm: it is not told without."""
    ids = {statement for clause in clauses for statement in clause.statements}
    accuses = any(s.id in ids and s.cls == "accuse" for s in source.analysis.statements) or any(clause.commitment in ("alleged", "conditional") for clause in clauses)
    if not accuses:
        return False
    last = max(clause.sentence for clause in clauses)
    paragraph = source.analysis.sentences[last].paragraph
    for index in (last + 1, last + 2):
        if index >= len(source.analysis.sentences):
            break
        near = source.analysis.sentences[index].paragraph == paragraph or index == last + 1
        denies = any(s.sentence == index and s.cls == "deny" for s in source.analysis.statements) or _DENIED.search(plain(source.analysis.sentences[index].span.of(source.text)))
        if near and denies:
            return True
    return False
