"""The verbs, nouns and locutions of speech of ``rules/``, compiled, and the closed lists of words that go with them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from seo_fr.analyse.phrases import Phrases, words_of
from seo_fr.analyse.syntax import verb_lemma
from seo_fr.model import Commitment, StatementClass
from seo_fr.rulebook import Rule, Rulebook


@dataclass(frozen=True)
class Cue:
    """What a verb or noun of speech announces, and how it is built."""

    cls: StatementClass
    commitment: Commitment
    constructions: frozenset[str]
    rule: str


@dataclass(frozen=True)
class ReportingLexicon:
    """Compiled from the rules. Pronominal verbs are under « se … », verbs of several words under their first, with the rest."""

    verbs: dict[str, tuple[Cue, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    nouns: dict[str, tuple[Cue, ...]]
    attributions: Phrases
    not_speakers: frozenset[str]
    hedges: Phrases
    reporting: frozenset[str]  # verbs that take «que»
    words: dict[str, frozenset[str]]  # by role, of ``rules/mots-de-parole.yaml``


_DEFAULT: dict[str, Commitment] = {"accuse": "alleged", "deny": "denied"}


@functools.lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> ReportingLexicon:
    """Return the compiled lexicon of ``book``."""
    verbs: dict[str, list[Cue]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    nouns: dict[str, list[Cue]] = {}
    attributions: list[tuple[str, ...]] = []
    hedges: list[tuple[str, ...]] = []
    not_speakers: set[str] = set()
    for rule in book.of_kind("reporting-verbs"):
        cue = _cue(rule.data, rule.id)
        for verb in rule.data["verbs"]:
            word = verb.replace("’", "'")
            if word.startswith(("s'", "se ")):
                tail = word[2:] if word.startswith("s'") else word[3:]
                first, *rest = tail.split()
                if rest:
                    phrases.setdefault("se " + first, []).append((tuple(rest), cue))
                else:
                    verbs.setdefault("se " + first, []).append(cue)
            else:
                first, *rest = word.split()
                if rest:
                    phrases.setdefault(first, []).append((tuple(rest), cue))
                else:
                    verbs.setdefault(first, []).append(cue)
    for rule in book.of_kind("reporting-nouns"):
        cue = _cue(rule.data, rule.id)
        for noun in rule.data["nouns"]:
            nouns.setdefault(noun, []).append(cue)
    for rule in book.of_kind("attribution-phrases"):
        attributions += [words_of(p) for p in rule.data["phrases"]]
        not_speakers.update(rule.data.get("not-speakers", ()))
    for rule in book.of_kind("hedge-words"):
        hedges += [words_of(p) for p in rule.data["words"]]
    attributions.sort(key=lambda w: (-len(w), w))
    hedges.sort(key=lambda w: (-len(w), w))
    return ReportingLexicon(
        {v: tuple(c) for v, c in verbs.items()},
        {v: tuple(c) for v, c in phrases.items()},
        {n: tuple(c) for n, c in nouns.items()},
        Phrases(attributions),
        frozenset(not_speakers),
        Phrases(hedges),
        frozenset(verb for verb, cues in verbs.items() if any("que" in cue.constructions for cue in cues)),
        {rule.data["role"]: frozenset(rule.data["words"]) for rule in book.of_kind("speech-words")},
    )


def _cue(data: dict[str, object], rule: str) -> Cue:
    cls = cast(StatementClass, data["class"])
    commitment = cast(Commitment, data.get("commitment", _DEFAULT.get(cls, "attributed")))
    return Cue(cls, commitment, frozenset(cast("list[str]", data["constructions"])), rule)


TIME_LEMMAS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "matin", "soir", "après-midi", "midi"])
MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])
ALWAYS_SPEECH = frozenset(("accuse", "deny", "admit", "warn", "promise", "deplore", "welcome", "ask", "announce", "believe", "propose"))
LOCUTIONS = frozenset(["selon", "d'après", "pour", "aux yeux de", "à en croire", "aux dires de", "de l'avis de"])
RELATIVES = frozenset(("lequel", "laquelle", "lesquels", "lesquelles"))
PREPOSITIONS = frozenset(["à", "au", "aux", "de", "du", "d'", "en", "dans", "par", "pour", "sur", "lors"])
ADJUNCTS = frozenset(["à", "au", "aux", "dans", "lors", "sur", "devant", "auprès", "pendant", "pour", "en", "par", "via", "depuis", "avec"])

INSERTIONS = Phrases(
    sorted(
        (
            words_of(phrase)
            for phrase in (
                "par ailleurs", "entre autres", "en outre", "en revanche", "de plus", "en effet", "d'ailleurs", "d'autre part", "par contre", "en particulier", "en même temps", "à nouveau", "de nouveau", "de son côté",
                "de leur côté", "pour sa part", "pour leur part", "quant à lui", "quant à elle", "quant à eux", "quant à elles", "à son tour", "à leur tour", "au contraire", "au passage", "à juste titre",
                "dans la foulée", "dans un communiqué", "en conséquence", "à cette occasion", "en conclusion", "une nouvelle fois", "une fois de plus", "à plusieurs reprises", "sur Twitter", "sur Facebook",
            )
        ),
        key=lambda words: (-len(words), words),
    )
)  # what may stand between a verb of speech and what it says
# Infinitives under these say nothing: « contraint de dénoncer », « consiste à demander »; those under the second are another's words than the subject's.
UNSPOKEN = frozenset(["contraindre", "obliger", "forcer", "tenir", "condamner", "empêcher", "consister", "servir", "refuser", "éviter", "renoncer", "abstenir", "cesser"])
PERCEIVED = frozenset(["entendre", "voir", "écouter", "regarder", "laisser"])


@functools.lru_cache(maxsize=8)
def _spoken_forms(reporting: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for verb in sorted(reporting):
        if verb.endswith("er") and " " not in verb:
            stem = verb[:-2]
            open_stem = re.sub(r"é(\w{1,2})\Z", r"è\1", stem)
            found.update((open_stem + "e", open_stem + "ent"))  # « révèle », « suggèrent »
            if stem.endswith(("g", "c")):
                soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç"
                found.update(soft + tail for tail in ("a", "ait", "aient", "ant"))  # « jugeait », « annonça »
            found.update(stem + tail for tail in ("e", "ent", "ait", "aient", "é", "ée", "és", "ées", "a", "èrent", "ant", "era", "eront", "er"))
    found.update(["dit", "disent", "disait", "disaient", "dirent", "dites", "dire", "disant", "croit", "croient", "croyait", "croyant", "sait", "savent", "écrit", "écrivent", "écrivait", "reconnaît", "reconnaît", "reconnaissent", "reconnu", "admet", "admettent", "admis", "promet", "promettent", "promis", "dément", "démentent", "démenti", "soutient", "soutiennent", "soutenu", "craint", "craignent", "maintient", "prétend", "prétendent", "répond", "répondent", "répondu", "prévient", "avertit", "avertissent"])
    found.update(["rappelle", "rappellent", "répondit", "répondirent", "répondait", "promit", "promettait", "admit", "admettait", "reconnut", "reconnaissait", "soutint", "soutenait", "maintint", "prétendait", "prévenait", "démentit", "démentait", "crut", "écrivit", "écrivirent", "craignait", "craignaient", "savait", "savaient"])
    return frozenset(found)


def looks_spoken(word: str, words: ReportingLexicon) -> bool:
    """Whether a word looks like a form of a verb of speech, whatever the tagger made of it."""
    return word in _spoken_forms(words.reporting)




def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a word of a rule of ``speech-words`` stands in ``text``, in any form (for the rule's examples)."""
    from seo_fr.analyse.pipeline import parse
    from seo_fr.model import Article, Paragraph, Span

    parsed = parse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    words = set(rule.data["words"])
    return any({token.lemma.lower(), verb_lemma(token.span.of(text).lower(), token), token.span.of(text).lower()} & words for token in parsed.tokens)
