"""What is a whole sentence by itself, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seo_fr.model import Edit, Span
from seo_fr.propose.cuts import cut_below
from seo_fr.propose.headlines import cut_tellings
from seo_fr.propose.sound import announced, is_sound, looks_ahead
from seo_fr.propose.source import Telling
from seo_fr.propose.tell import sentence_telling, tellings
from seo_fr.propose.trims import trimmed_tellings
from tests.articles import understood


def sound(index: int, *paragraphs: str) -> bool:
    source = understood(*paragraphs)
    telling = sentence_telling(source, index)
    return telling is not None and is_sound(source, telling)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le maire de Lens a également donné un bilan provisoire de douze blessés.",
        "Le syndicat des dockers a, lui, décidé de maintenir la grève.",
        "Le premier ministre, Paul Morel, a milité pour le projet.",
        "Lens et Montbrac ont obtenu leur billet pour la finale.",
        "Alors que la liste sera connue samedi, Paul Morel tente de convaincre les électeurs.",
        "La mobilisation n’a vraiment débuté que lorsque des habitants ont été atteints.",
        "En 2013, il avait fallu trois mois de négociations pour conclure un accord.",
    ],
)
def test_whole_sentences(sentence: str) -> None:
    assert sound(1, "La mairie de Lens a fermé le parc.", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Qui s’avérera insuffisante.",
        "Alors que le parc était fermé.",
        "Une attaque qui survient alors que le pays est en proie à la famine.",
        "Paul Morel, figure du théâtre français.",
    ],
)
def test_what_only_looks_like_one(sentence: str) -> None:
    assert not sound(1, "La mairie de Lens a fermé le parc.", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Paul Morel, professeur de physique à Lens, est plus mesuré.",  # than whom?
        "C’est le cas de Paul Morel, aide-soignant à Lens.",
        "Le même jour, le tribunal de Lens examinera la plainte.",
        "À celui de Lens, la majorité ne dispose que de deux sièges.",
    ],
)
def test_what_leans_on_the_sentence_before(sentence: str) -> None:
    assert not sound(1, "La mairie de Lens a fermé le parc.", sentence)


def test_what_the_newspaper_announces_is_told_without_its_announcement() -> None:
    source = understood(
        "La Norlande a signé un accord lundi.", "Rappelons que la Norlande avait signé un premier accord en 2013 à Lens. Rappelons que ce texte avait été signé par elle."
    )
    assert [telling.text for telling in announced(source)] == ["La Norlande avait signé un premier accord en 2013 à Lens."]


@pytest.mark.parametrize(
    ("sentence", "ahead"),
    [
        ("Les capacités seront mises en évidence par le fait que le singe cherche la balle.", False),
        ("Les échantillons seront comparés par deux lecteurs.", False),
        ("L’individu B cherchera la balle.", False),
        ("Toute personne absente sera comptée deux fois.", False),
        ("Les échantillons seront analysés lundi à Lens.", True),
        ("Le pont sera fermé par la mairie.", True),
    ],
)
def test_how_a_test_works_is_not_what_comes_next(sentence: str, ahead: bool) -> None:
    assert looks_ahead(Telling(Span(0, len(sentence)), (), sentence, (0,), 0), False) is ahead


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Le club de Lens a été condamné à une amende en 2014 pour violation des règles du fair-play financier.", "fair."),
    ],
)
def test_what_is_explained_does_not_fall_from_before_its_explanation(sentence: str, never: str) -> None:
    source = understood("La mairie de Lens a fermé le parc.", sentence)
    told = [telling.text.replace("\u00a0", " ") for clause in source.analysis.clauses for telling in (*tellings(source, clause), *trimmed_tellings(source, clause), *cut_tellings(source, clause))]
    assert told
    assert not [text for text in told if never in text]


@pytest.mark.parametrize(
    ("sentence", "fallen"),
    [
        ("Le syndicat appelle à avancer la grève à vendredi, jour anniversaire des 40 ans de l’usine de Lens.", " à vendredi"),
        ("La réforme visait à réduire le conseil alors que la région a deux chambres : l’une et l’autre votent les lois.", " alors que la région a deux chambres"),
    ],
)
def test_what_an_explanation_is_about_stays(sentence: str, fallen: str) -> None:
    source = understood("La mairie de Lens a fermé le parc.", sentence)
    whole = sentence_telling(source, 1)
    assert whole is not None
    start = source.text.index(fallen)
    assert not cut_below(source, whole)
    assert cut_below(source, replace(whole, edits=(Edit("drop", "circonstance-de-titre", Span(start, start + len(fallen)), ""),)))


@pytest.mark.parametrize(("line", "ahead"), [("On s’attardera sur la salle des carnets.", False), ("On retiendra la série des paysages.", False), ("Le musée ouvrira une salle de plus.", True), ("Le musée va ouvrir une salle en mars prochain.", True)])
def test_what_a_visitor_should_see_is_no_next_step(line: str, ahead: bool) -> None:
    assert looks_ahead(Telling(Span(0, len(line)), (), line, (0,), 0, 0), said=False) is ahead
