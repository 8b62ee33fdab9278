"""The conclusion's heading from what its sentences are about, and what the page does not say twice in the same words."""

from __future__ import annotations

from seo_fr.analyse.keyphrases import focus_keyphrase
from seo_fr.choose.repeat import Told
from seo_fr.model import Copied, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.closing import clause_heading, closing_heading
from seo_fr.propose.score import Scores
from seo_fr.propose.source import Source
from tests.articles import understood

STRIKE = (
    "La grève des éboueurs de Vauclerc se poursuit depuis lundi. La grève des éboueurs de Vauclerc bloque le dépôt.",
    "La chambre de commerce a évalué le coût du conflit à deux millions d’euros. Les usagers réclament le remboursement des abonnements.",
    "La préfecture a réquisitionné dix agents. Le maire a accusé le syndicat de mensonge.",
)


def told(source: Source, words: str, *tags: str) -> Candidate:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    facts = tuple(clause.id for clause in source.analysis.clauses if span.covers(clause.span))
    return Candidate("conclusion", (passage("conclusion", "sentence", words, Copied(span), facts),), facts, (0,), start, tags=tags)


def heading(source: Source, *found: Candidate, used: frozenset[str] = frozenset()) -> str | None:
    analysis = source.analysis
    scores = Scores(source, focus_keyphrase(analysis.article, analysis.tokens, analysis.sentences))
    made = closing_heading(source, scores, "essai", found, used, frozenset())
    return made.passages[0].text if made is not None else None


def test_two_sentences_are_headed_by_what_they_are_about() -> None:
    source = understood(*STRIKE)
    made = heading(source, told(source, "La chambre de commerce a évalué le coût du conflit à deux millions d’euros."), told(source, "Les usagers réclament le remboursement des abonnements."))
    assert made is not None and "le coût du conflit et le remboursement des abonnements" in made.lower()


def test_an_accusation_names_no_block() -> None:
    source = understood(*STRIKE)
    assert heading(source, told(source, "Le maire a accusé le syndicat de mensonge.", "accuses")) is None


def test_who_acts_is_not_what_a_block_is_about() -> None:
    source = understood(*STRIKE)
    assert heading(source, told(source, "La préfecture a réquisitionné dix agents.")) is None


def clause(source: Source, *found: Candidate, used: frozenset[str] = frozenset(), least: int = 0) -> str | None:
    analysis = source.analysis
    scores = Scores(source, focus_keyphrase(analysis.article, analysis.tokens, analysis.sentences))
    made = clause_heading(source, scores, "k", found, used, frozenset(), least)
    return made.passages[0].text if made is not None else None


def test_a_clause_heads_the_conclusion_that_tells_it() -> None:
    line = "Le conseil municipal se réunira vendredi soir pour voter le budget."
    source = understood(STRIKE[0], STRIKE[1], line, STRIKE[2])
    found = (told(source, line, "future"), told(source, "Les usagers réclament le remboursement des abonnements."))
    made = clause(source, *found)
    assert made == "Grève des éboueurs\u00a0: le conseil municipal se réunira vendredi soir"
    assert clause(source, *found, used=frozenset({made.lower()})) != made
    assert clause(source, *found, least=200) is None
    assert clause(source, told(source, "Le maire a accusé le syndicat de mensonge.", "accuses")) is None


def test_the_keyphrase_stands_before_a_clause_without_it() -> None:
    source = understood("La grève des éboueurs de Vauclerc se poursuit depuis lundi.", "Le conseil municipal se réunira vendredi soir pour voter le budget.")
    assert clause(source, told(source, "Le conseil municipal se réunira vendredi soir pour voter le budget.", "future")) == "Grève des éboueurs\u00a0: le conseil municipal se réunira vendredi soir"


def test_a_heading_does_not_keep_half_a_day() -> None:
    source = understood("La grève des éboueurs de Vauclerc se poursuit depuis lundi.", "La demi-finale se jouera samedi prochain à 21 heures à Marsanne, où Vauclerc avait perdu en octobre.")
    made = clause(source, told(source, "La demi-finale se jouera samedi prochain à 21 heures à Marsanne, où Vauclerc avait perdu en octobre.", "future"), least=-100)
    assert made is None or "jouera prochain" not in made


def test_a_heading_is_not_the_line_below_word_for_word() -> None:
    source = understood("La grève des éboueurs de Vauclerc se poursuit depuis lundi.", "Une accalmie est prévue jusqu’à mercredi.")
    made = clause(source, told(source, "Une accalmie est prévue jusqu’à mercredi.", "future"), least=-100)
    assert made is None or not made.lower().endswith("une accalmie est prévue jusqu’à mercredi")


def test_what_is_no_matter_of_its_sentence_names_no_block() -> None:
    source = understood("La grève des éboueurs de Vauclerc se poursuit depuis lundi.", "Le piquet de grève empêche la sortie des véhicules du dépôt. Anne Morel a refusé de répondre.")
    assert heading(source, told(source, "Anne Morel a refusé de répondre.")) is None


def test_eight_words_of_a_heading_are_not_said_below() -> None:
    def line(words: str) -> Candidate:
        return Candidate("keypoints", (passage("keypoints", "bullet", words, Copied(Span(0, len(words))), (1,)),), (1,), (0,), 0)

    told_so_far = Told(())
    told_so_far.show(line("La mairie ouvrira deux salles de sport dans le quartier nord").passages)
    assert told_so_far.is_shown(line("Lundi, la mairie ouvrira deux salles de sport dans le quartier nord."))
    assert told_so_far.is_shown(line("La mairie ouvrira deux salles de sport dans le quartier nord."))
    assert not told_so_far.is_shown(line("La mairie ouvrira deux salles de sport."))
    assert told_so_far.share(line("Un gymnase ouvrira."), [line("Un gymnase ouvrira.")])
    assert not told_so_far.share(line("Un gymnase ouvrira."), [line("Un stade fermera.")])
