"""What a source named in one place covers elsewhere: no clause that somebody else vouches for is the newspaper's own."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.model import Article, Commitment, Paragraph, Span


def commitments(text: str) -> list[Commitment]:
    return [clause.commitment for clause in analyse(Article(text, None, (Paragraph(Span(0, len(text))),))).clauses]


@pytest.mark.parametrize(
    "text",
    [
        # a closing source, whatever it goes on to say
        "Le conducteur a été placé en cellule et semblait ivre, selon la gendarmerie, qui ajoute que sa voiture était volée.",
        "La route est coupée, mais un train roule, selon la régie, qui attend un feu vert.",
        "L’homme vivait seul et sortait peu, au dire des voisins.",
        # a leading source
        "Selon ce que rapportent des médias suisses, les policiers ont retrouvé le suspect, et son état n’a pas permis de l’interroger.",
        "Selon la gendarmerie, le conducteur était ivre ; il roulait sans permis.",
        "Selon le procureur : le suspect a pris la fuite. Il a laissé son arme. La voiture est brûlée.",
        "Pour les adversaires du texte, il porte atteinte au droit de propriété.",
        # a source in the midst
        "La pluie va durer, prévient le service météorologique, et les rivières vont monter.",
        "Le suspect a fui, selon la police, et sa voiture a été retrouvée vide.",
        # what goes on
        "Ce système concernerait une soixantaine d’élus et a duré dix ans.",
        "L’association met en cause les services secrets ; quatre de ces services sont ainsi à la tête des prisons.",
        # the speaker's own words in the newspaper's clause
        "Il avait à ce propos raconté pendant des années qu’il avait été déporté dans un camp.",
        "Les magistrats y relevaient « un pilotage défaillant » et « des contrats signés sans concurrence ».",
        "Mardi soir, Claire Vaudrin se disait « confiante, mais pas naïve ».",
        "Paul Vardin trouve le délai « insuffisant ».",
        "Les effectifs vont augmenter de 2 500 postes pour un total de 10 000 d’ici à 2022 assure Marc Taldieu.",
        "Pour justifier la fermeture, la direction invoque des pertes : l’usine a perdu deux millions.",
        "Le dossier est vide et le juge s’est trompé, plaide la défense.",
        "L’étude montre que les glaciers fondent. Et que la mer monte.",
        "La situation de l’école risque donc d’être compliquée.",
    ],
)
def test_no_clause_of_it_is_the_newspapers_own(text: str) -> None:
    assert not set(commitments(text)) & {"asserted", "future", "negated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’homme a été interpellé lundi et, selon la police, il a reconnu les faits.", ["asserted", "attributed"]),
        ("Deux hommes sont morts lundi. Trois autres sont blessés, selon la préfecture.", ["asserted", "attributed"]),
        ("Selon un témoin, le train roulait vite ; le parquet a ouvert une enquête.", ["attributed", "asserted"]),
        ("Selon la police, l’homme a fui. Il a été arrêté mardi.", ["attributed", "asserted"]),
        ("La route a été fermée lundi ; le trafic reprendra bientôt, a précisé la préfecture.", ["asserted", "attributed"]),
        ("La maire a ouvert « la boîte noire ».", ["asserted"]),
        ("Elle a remplacé à ce poste Claire Vaudrin.", ["asserted"]),
        ("Bilan : le pont a rouvert.", ["asserted"]),
        ("Que le pont soit fermé agace la maire de Lurvenne. Le pont a rouvert.", ["asserted", "asserted"]),
        ("La sonde accompagne Orvane.", ["asserted"]),
    ],
)
def test_what_the_newspaper_tells_stays_its_own(text: str, expected: list[str]) -> None:
    assert commitments(text) == expected


def test_the_praise_of_others_does_not_reach_back_from_a_relative() -> None:
    assert commitments("La maire a ouvert le pont et a salué les ouvriers qui, selon elle, ont travaillé de nuit.")[0] == "asserted"
