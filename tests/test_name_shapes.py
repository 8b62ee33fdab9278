"""Kinds that the words of a name, or those around it, show; on invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.model import Article, Paragraph, Span
from seo_fr.rulebook import load


def kinds(text: str) -> dict[str, str]:
    source = Article(text, None, (Paragraph(Span(0, len(text))),))
    return {entity.name.of(text): entity.kind for entity in find_entities(parse(source), load())}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Les renforts de la République populaire de Brelle sont arrivés hier.", "République populaire de Brelle", "country"),
        ("Les camions bloquent la RN 417 depuis lundi matin.", "RN 417", "place"),
        ("Il lit certains journaux comme La Brelle et Le Figaro.", "La Brelle", "organisation"),
        ("Le porte-parole du collectif la Brelle du Port se félicite du vote.", "Brelle du Port", "organisation"),
        ("Selon un sondage Insee-Brelle paru lundi, la moitié des élus hésite.", "Insee-Brelle", "organisation"),
        ("Le feu d’artifice de la Saint-Gontran a été annulé par la mairie.", "Saint-Gontran", "event"),
        ("Les députés ont débattu de l’abrogation de l’Orvalcare mardi soir.", "Orvalcare", "other"),
        ("Il réside depuis dix ans aux Émirats-Arabes-Unis avec sa famille.", "Émirats-Arabes-Unis", "country"),
        ("Elle a observé la supernova SN 2031abc pendant un mois.", "SN 2031abc", "other"),
        ("Montbrac : Bonilorec (2/2), Fabrelle (1/3) et Karadec (4 buts) ont marqué.", "Fabrelle", "person"),
        ("Il est venu avec sa fille Chelsea dans la soirée.", "Chelsea", "person"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le royaume avait claqué la porte de l’ONU voilà trente ans.", "porte de l’ONU"),
        ("La réunion a commencé à 16 h 50 (UTC) dans la salle.", "UTC"),
        ("La skieuse entre dans le Top 10 du classement mondial.", "Top 10"),
    ],
)
def test_no_names(text: str, name: str) -> None:
    assert name not in kinds(text)


def test_a_former_office_is_no_part_of_a_name() -> None:
    found = kinds("Ex-PDG de Brelvane : la peine est alourdie en appel. Fondé en 1958, Brelvane a compté 2 300 salariés.")
    assert "Brelvane" in found and not any(name.startswith("Ex-") for name in found)
