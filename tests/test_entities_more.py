"""Names of bodies, codes, lists and titles of works, on invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.model import Article, Paragraph, Span
from seo_fr.rulebook import load


def names(text: str) -> dict[str, str]:
    """Return the mentions of an article of one paragraph, with their kinds."""
    found = find_entities(parse(Article(text, None, (Paragraph(Span(0, len(text))),))), load())
    return {mention.span.of(text): entity.kind for entity in found for mention in entity.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le dossier est au tribunal de grande instance de Lens.", "tribunal de grande instance de Lens"),
        ("Le vote du conseil départemental de l’Isère est reporté.", "conseil départemental de l’Isère"),
        ("L’inspection générale des carrières (IGC) a été saisie.", "inspection générale des carrières"),
        ("Le rapport du Haut Conseil pour l’égalité entre les femmes et les hommes est paru.", "Haut Conseil pour l’égalité entre les femmes et les hommes"),
        ("Le Comité contre la faim en Afrique se réunit lundi.", "Comité contre la faim en Afrique"),
        ("L’Office français de protection des réfugiés et apatrides a répondu.", "Office français de protection des réfugiés et apatrides"),
        ("La Direction de l’étude, des données et des prévisions (Dedp) publie ces chiffres.", "Direction de l’étude, des données et des prévisions"),
        ("Il a cité la Communauté économique des États d’Afrique de l’Ouest.", "Communauté économique des États d’Afrique de l’Ouest"),
        ("Il travaille pour la banque Oddo depuis 2012.", "Oddo"),
    ],
)
def test_a_body_has_its_whole_name(text: str, name: str) -> None:
    assert names(text).get(name) == "organisation"


def test_the_prosecutor_of_the_republic_leaves_the_town() -> None:
    found = names("Le procureur de la République de Lens, Paul Durand, a ouvert une enquête.")
    assert found["Lens"] == "place" and not any("République" in name for name in found)


@pytest.mark.parametrize("code", ["A86", "U23", "RN12"])
def test_codes_are_no_names(code: str) -> None:
    assert code not in names(f"Les agents ont vu le {code} lundi matin à Lens.")


def test_a_first_name_that_is_a_place_too() -> None:
    assert names("Le préfet Dominique Lebrun est venu à Lens.")["Dominique Lebrun"] == "person"


def test_a_title_after_a_noun_of_work_is_one_name() -> None:
    assert names("Le livre « Une vie à Lens » paraît lundi.") == {"Une vie à Lens": "other"}


def test_a_pope_is_not_the_president_of_the_same_name() -> None:
    text = "François Hollande était à Paris. Le pape François a prié lundi."
    found = find_entities(parse(Article(text, None, (Paragraph(Span(0, len(text))),))), load())
    assert len([entity for entity in found if entity.kind == "person"]) == 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le car de Linden Cars a quitté la route.", "Linden Cars", "organisation"),
        ("Selon le sondage Brelvor, le candidat progresse.", "Brelvor", "organisation"),
        ("La revue scientifique américaine Brelvor a publié l’étude.", "Brelvor", "organisation"),
        ("Ils ont couru dans la ville autrichienne de Brelvor.", "Brelvor", "place"),
        ("Les crues de l’Orvelle ont forcé des familles à partir.", "Orvelle", "place"),
        ("Une association de patients, Vélindre Égale, demande des excuses.", "Vélindre Égale", "organisation"),
        ("Selon Anne Morel, de la société de bourse Orvelle, le titre baisse.", "Orvelle", "organisation"),
        ("L’américaine Vera Brook a gagné la course.", "Vera Brook", "person"),
        ("La galaxie NGC 613 est loin de nous.", "NGC 613", "other"),
    ],
)
def test_kind_by_what_stands_around(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


def test_where_somebody_is_from_is_no_name() -> None:
    text = "Les médailles sont allées à la Bermudienne Clara Duncan et à deux autres."
    assert list(names(text)) == ["Clara Duncan"]


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Paul Morel, premier vice-président du conseil régional a réagi dans la soirée.", "premier vice-président du conseil régional"),
        ("Paul Morel, maire de Lens a réagi dans la soirée.", "maire de Lens"),
        ("Paul Morel, maire ont réagi dans la soirée.", None),
    ],
)
def test_a_function_whose_closing_comma_is_missing(text: str, function: str | None) -> None:
    found = find_entities(parse(Article(text, None, (Paragraph(Span(0, len(text))),))), load())
    shown = [span.of(text) for entity in found if entity.kind == "person" for span in entity.functions]
    assert shown == ([function] if function else [])
