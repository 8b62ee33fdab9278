"""The closed list of rule kinds. A new kind is Python: an entry here and the code that obeys it.

``runner`` names ``module:function`` with ``function(rule, book, text) -> bool``: whether the rule fires on an example. It is imported only to run
the examples (``seo-fr validate`` and the tests), never to load the rules.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a rule of this kind must and may hold in ``data``, and what runs its examples."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    runner: str = ""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        # one entry a kind, in alphabetical order of names
        Kind("abbreviations", ("ends", "words"), (), "seo_fr.analyse.sentences:fires"),
        Kind("anaphors", ("role", "words"), ("label",), "seo_fr.analyse.examples:fires_anaphor"),
        Kind("attribution-phrases", ("phrases",), ("not-speakers",), "seo_fr.analyse.examples:fires_statement"),
        Kind("background", ("terms", "text", "source", "approver", "level"), ("except", "country", "fits", "unless", "near", "label"), "seo_fr.rulebook.background:fires"),
        Kind("news-domain", ("domain", "words"), (), "seo_fr.rulebook.background:fires_domain"),
        Kind("country-words", ("country", "words", "elsewhere"), ("departments",), "seo_fr.rulebook.background:fires_setting"),
        Kind("compression", ("pattern",), ("starts", "words", "blocked"), "seo_fr.analyse.examples:fires_compression"),
        Kind("connectives", ("phrases",), (), "seo_fr.analyse.examples:fires_anaphor"),
        Kind("demonyms", ("words",), (), "seo_fr.analyse.names:fires"),
        Kind("event-lexicon", ("event",), ("verbs", "passive", "guarded", "nouns", "light-subject", "light-object"), "seo_fr.analyse.examples:fires_event"),
        Kind("event-questions", ("question", "events", "requires"), ("excludes", "subject", "person", "commitments", "years", "near", "only", "alone", "nouns", "lemmas", "lede", "worth"), "seo_fr.propose.events:fires"),
        Kind("fidelity-opposites", ("pairs",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-synonyms", ("groups",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-tenses", ("forms",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-verbs", ("class", "lemmas"), ("forms",), "seo_fr.check.reading:fires"),
        Kind("block-words", ("role", "words"), (), "seo_fr.propose.block_words:fires"),
        Kind("fidelity-words", ("class", "words"), (), "seo_fr.check.reading:fires"),
        Kind("figure-approximations", ("side", "phrases"), (), "seo_fr.analyse.figures:fires"),
        Kind("figure-labels", ("words",), (), "seo_fr.analyse.figures:fires"),
        Kind("figure-units", ("units",), (), "seo_fr.analyse.figures:fires"),
        Kind("first-names", ("gender", "names"), (), "seo_fr.analyse.names:fires"),
        Kind("function-covers", ("words", "covers"), (), "seo_fr.analyse.fragments:fires"),
        Kind("function-nouns", ("gender", "words"), (), "seo_fr.analyse.names:fires"),
        Kind("group-nouns", ("role", "words"), (), "seo_fr.analyse.focus:fires_group"),
        Kind("heading-words", ("role", "words"), (), "seo_fr.propose.heading_words:fires"),
        Kind("keyphrase-words", ("role", "words"), (), "seo_fr.analyse.noun_phrases:fires"),
        Kind("letter-nouns", ("words",), (), "seo_fr.analyse.sentences:fires"),
        Kind("name-heads", ("entity", "gender", "words"), ("number", "lower", "bare", "qualified"), "seo_fr.analyse.names:fires"),
        Kind("name-words", ("role", "words"), (), "seo_fr.analyse.names:fires"),
        Kind("not-names", ("words",), (), "seo_fr.analyse.names:fires"),
        Kind("organisation-names", ("gender", "number", "names"), (), "seo_fr.analyse.names:fires"),
        Kind("quote-words", ("role", "words"), (), "seo_fr.analyse.fragments:fires"),
        Kind("question-kinds", ("asked", "opens"), ("longest", "tenses", "verbs", "spared", "subjects", "never", "events", "fuller", "worth"), "seo_fr.propose.ask_kinds:fires"),
        Kind("question-verbs", ("question", "verbs"), (), "seo_fr.propose.ask:fires"),
        Kind("question-words", ("role", "words"), (), "seo_fr.propose.ask_told:fires"),
        Kind("speech-words", ("role", "words"), (), "seo_fr.analyse.speech_lexicon:fires"),
        Kind("padding", ("phrases",), (), "seo_fr.check.limits:fires_padding"),
        Kind("person-titles", ("gender", "words"), (), "seo_fr.analyse.names:fires"),
        Kind("country-prepositions", ("verbs", "spared"), (), "seo_fr.check.forms:fires"),
        Kind("gate-excuses", ("rules", "patterns"), (), "seo_fr.check.grammar:fires_excuse"),
        Kind("gate-rules", ("verdict",), ("rules", "categories"), "seo_fr.check.grammar:fires"),
        Kind("balanced-marks", ("pairs",), (), "seo_fr.check.forms:fires"),
        Kind("malformed", ("message", "patterns"), ("unless",), "seo_fr.check.forms:fires"),
        Kind("not-contracted", ("not-infinitives", "infinitives-re"), (), "seo_fr.check.forms:fires"),
        Kind("not-elided", ("mute-h", "aspirated-h", "disjoined", "after-ce"), (), "seo_fr.check.forms:fires"),
        Kind("number-conflict", ("after-plural", "nouns-m", "nouns-f", "ambiguous"), (), "seo_fr.check.forms:fires"),
        Kind("repeated-words", ("allowed",), (), "seo_fr.check.forms:fires"),
        Kind("hedge-words", ("words",), (), "seo_fr.analyse.examples:fires_hedge"),
        Kind("reporting-nouns", ("class", "constructions", "nouns"), ("commitment", "factive"), "seo_fr.analyse.examples:fires_statement"),
        Kind("referring-words", ("role", "words"), (), "seo_fr.analyse.referring:fires"),
        Kind("reporting-verbs", ("class", "constructions", "verbs"), ("commitment", "factive"), "seo_fr.analyse.examples:fires_statement"),
        Kind("section-cues", ("cue", "patterns"), (), "seo_fr.analyse.cohesion:fires"),
        Kind("reference-words", ("role", "words"), (), "seo_fr.analyse.referents:fires"),
        Kind("sentence-openers", ("words",), (), "seo_fr.analyse.sentences:fires"),
        Kind("source-faults", ("message", "patterns"), ("unless",), "seo_fr.analyse.source_french:fires"),
        Kind("standing-words", ("role", "words"), (), "seo_fr.propose.standing_words:fires"),
        Kind("toponyms", ("entity", "gender", "number", "article", "preposition", "names"), (), "seo_fr.analyse.names:fires"),
    )
}
