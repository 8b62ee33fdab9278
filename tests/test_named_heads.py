"""Whom a section is about, by name, where nothing else heads it; and headings that say the title again."""

from __future__ import annotations

from seo_fr.analyse.keyphrases import focus_keyphrase
from seo_fr.choose.reading import content, echoes
from seo_fr.model import Keyphrase, Span
from seo_fr.propose.fits import Part
from seo_fr.propose.headings import _unspoken
from seo_fr.propose.named_heads import named_subjects
from seo_fr.propose.score import Scores
from tests.articles import understood


def named(*paragraphs: str, title: str = "La crise du papier s’aggrave") -> list[str]:
    source = understood(*paragraphs, title=title)
    analysis = source.analysis
    scores = Scores(source, focus_keyphrase(analysis.article, analysis.tokens, analysis.sentences))
    return [slot.text for _, slot in named_subjects(source, scores, Part(source, scores, 0, len(analysis.paragraphs)))]


def test_the_body_a_section_goes_on_about() -> None:
    assert "la SNCF" in named("Le dépôt de bilan est proche. Les cheminots de la SNCF le redoutent depuis mars.", "Chaque mois, la SNCF perd des lecteurs. Un audit de la SNCF est attendu.")


def test_a_body_named_once_heads_nothing() -> None:
    assert "la SNCF" not in named("Le dépôt de bilan est proche.", "Chaque mois, la SNCF perd des lecteurs. Un audit est attendu.")


def test_nobody_charged_is_named() -> None:
    texts = named("Le libraire Paul Morel a été mis en examen lundi. Le libraire Paul Morel nie les faits.", title="Un libraire devant le juge à Nolay")
    assert not any("Morel" in text for text in texts)


def test_a_heading_that_says_the_title_again() -> None:
    told = [content("Quatre élues entrent au conseil de la région")]
    assert echoes("Quatre élues entrent au conseil", told)
    assert echoes("Quatre élues (renommées conseillères territoriales) entrent au conseil", told) and echoes("Le conseil", told)
    assert not echoes("Le conseil de la région vote son budget", told)


def test_a_place_says_where_not_what() -> None:
    assert not named("La panne a duré à Nolay. Les rues de Nolay sont restées noires. La mairie de Nolay a ouvert un gymnase.")


def test_a_label_begins_with_words_that_the_source_has() -> None:
    source = understood("Un homme est jugé pour abus de confiance. Le pilote italien Morelli a quitté la course. Deux tonnes de sable ont été versées.")

    def key(text: str) -> Keyphrase:
        return Keyphrase(text, 0.1, (Span(0, len(text)),))

    assert all(_unspoken(source, key(text)) for text in ("abus confiance", "italien Morelli", "tonnes de sable"))
    assert not any(_unspoken(source, key(text)) for text in ("abus de confiance", "pilote italien"))
