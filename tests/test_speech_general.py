"""Classes of fault found by reading articles without a gold standard: tags over several clauses, names after a function, lost subjects. Invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.model import Analysis
from tests.articles import article


def read(*paragraphs: str) -> Analysis:
    """The analysis of an article of these paragraphs."""
    return analyse(article(*paragraphs))


def said(text: str) -> list[tuple[str, str, str]]:
    """Class, words of the speaker, name of the speaker of each statement."""
    found = read(text)
    words = found.article.text
    return [
        (
            one.cls,
            one.speaker_span.of(words) if one.speaker_span is not None else "",
            found.entities[one.speaker].name.of(words) if one.speaker is not None else "",
        )
        for one in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Deux ouvriers sont morts et quatre autres ont été blessés dans l’explosion d’un silo, ont indiqué les secours.", "les secours"),
        ("La victime est le conducteur du train de voyageurs, luxembourgeois et employé de la gare, a annoncé la police vers midi.", "la police"),
        ("Le brouillard a fait un premier mort et continue de s’étendre sur la plaine, a annoncé mardi la préfecture.", "la préfecture"),
    ],
)
def test_a_closing_tag_speaks_of_every_clause_before_it(text: str, speaker: str) -> None:
    found = read(text)
    assert all(clause.commitment == "attributed" for clause in found.clauses)
    assert [one.speaker_span.of(text) for one in found.statements if one.speaker_span is not None] == [speaker]
    assert found.statements[0].content.start == 0


def test_a_closing_tag_stops_at_a_semicolon() -> None:
    found = read("La route a été fermée lundi ; le trafic reprendra bientôt, a précisé la préfecture.")
    assert [clause.commitment for clause in found.clauses] == ["asserted", "attributed"]


def test_what_is_announced_after_an_insertion_is_no_speaker() -> None:
    assert said("Le maire, interrogé lundi, a annoncé la fermeture de la piscine.") == [("announce", "Le maire", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il n’y a pas de risque de pollution, assure le préfet, Paul Martin, qui s’est rendu sur place.", ("say", "le préfet, Paul Martin", "Paul Martin")),
        ("Son nouvel entraîneur, Paul Martin, estime qu’il peut progresser.", ("believe", "Son nouvel entraîneur, Paul Martin", "Paul Martin")),
        ("Selon le ministre de la Défense, Paul Martin, les deux appareils ont franchi la frontière dans la nuit.", ("say", "le ministre de la Défense, Paul Martin", "Paul Martin")),
        ("Selon le procureur, Paul Martin a été arrêté lundi soir.", ("say", "le procureur", "")),
        ("Selon la mère de la victime, Paul Martin, qui habite Lille, est innocent.", ("say", "la mère de la victime", "")),
        ("Vers huit heures, Paul Martin, professeur de droit à Lille, affirme que le quartier a changé.", ("say", "Paul Martin", "Paul Martin")),
        ("Enfin, 54 % des Français estiment que le mouvement doit se poursuivre.", ("believe", "54 % des Français", "")),
        ("Ce mercredi, 113 stations-service ont indiqué être fermées depuis la veille.", ("say", "113 stations-service", "")),
        ("Le secrétaire général, encore en fonction, demande au gouvernement des mesures contre le chômage.", ("ask", "Le secrétaire général", "")),
        ("L’agence recommande par ailleurs d’avancer la première injection à neuf mois.", ("ask", "L’agence", "")),
        ("Le Brésil et l’Argentine ont appelé les deux pays à la retenue.", ("ask", "Le Brésil et l’Argentine", "")),
        ("La direction a de son côté annoncé la fermeture de son usine de Lens.", ("announce", "La direction", "")),
    ],
)
def test_who_says_it(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Il a montré des photographies aux journalistes, sans accepter de préciser le modèle de l’appareil.",
        "Les prisonniers sont contraints de dénoncer d’autres membres de leur groupe.",
        "Les enquêteurs les ont ainsi entendus se réjouir de la panne.",
        "Le club a accusé un retard de dix points à la mi-temps du match.",
        "Chacun sera servi selon son ordre et selon leur orientation au départ.",
    ],
)
def test_no_act_of_speech(text: str) -> None:
    assert said(text) == []


def speakers(*paragraphs: str) -> list[tuple[str, str]]:
    """Name and words of each quote's speaker."""
    found = read(*paragraphs)
    words = found.article.text
    return [
        (
            found.entities[one.speaker].name.of(words) if one.speaker is not None else "",
            one.speaker_span.of(words) if one.speaker_span is not None else "",
        )
        for one in found.quotes
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Une source diplomatique appelle à la prudence.", "« Rien ne prouve que le pays soit en cause », a-t-elle dit à la presse."), ("", "Une source diplomatique")),
        (("Les pompiers sont arrivés très vite. « Nous avons fait au mieux avec nos moyens », ont-ils expliqué.",), ("", "Les pompiers")),
        (("Paul Martin, un pilote présent sur les lieux, avait tenté de le prévenir.", "« Je lui avais dit que ce n’était pas un bon endroit. »"), ("Paul Martin", "Paul Martin")),
        (("L’attaquant du club, Paul Martin, a consacré un message à Luc Girard : « Mon ami, je te souhaite le meilleur pour la suite ! Merci encore. »",), ("Paul Martin", "L’attaquant du club, Paul Martin")),
        (("Les manifestants, mille selon les organisateurs, portaient un maillot où était inscrit « Sécurité pour tous ».",), ("", "")),
    ],
)
def test_speakers_by_what_stands_before(paragraphs: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert speakers(*paragraphs)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il en a aussi profité pour révéler qu’il avait employé deux de ses enfants à la mairie.", ("say", "Il", "")),
        ("Paul Martin, candidat du centre, après avoir rencontré ceux que la loi touche, évoque la possibilité de « révoquer les élus ».", ("say", "Paul Martin", "Paul Martin")),
        ("La médaillée d’argent des jeux de Valmont se plaint de la politique dite du deux poids deux mesures.", ("deplore", "La médaillée d’argent des jeux de Valmont", "")),
        ("Un cadre du collectif, Paul Martin, fustige pour sa part l’utilisation de gaz lacrymogènes.", ("deplore", "Un cadre du collectif, Paul Martin", "Paul Martin")),
        ("Cette information est confirmée par la suite par les autorités de la ville.", ("say", "les autorités de la ville", "")),
        ("Paul Martin décrit sa fille, Anne Morel, comme « une bourgeoise » de province.", ("say", "Paul Martin", "Paul Martin")),
    ],
)
def test_who_says_it_where_the_parse_is_lost(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


def test_an_accusation_in_a_second_clause_is_not_asserted() -> None:
    found = read("Depuis lundi, la parole se libère et des chanteurs populaires sont accusés de harcèlement et d’avances.")
    assert "asserted" not in [clause.commitment for clause in found.clauses if clause.span.of(found.article.text).endswith("avances")]


def test_hearsay_in_a_relative_is_not_asserted() -> None:
    found = read("Il s’agit d’un homme de 26 ans qui aurait déclaré agir au nom du groupe.")
    assert [clause.commitment for clause in found.clauses] == ["alleged"]


def test_a_quote_takes_the_speaker_of_the_statement_that_holds_it() -> None:
    assert speakers("La municipalité, quant à elle, justifie, dans un communiqué, que « notre volonté est d’aboutir à un véritable parcours ».")[-1] == ("", "La municipalité")
