"""Names, their kinds, functions, gender and article, on invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.model import Article, Entity, Paragraph, Span
from seo_fr.rulebook import load


def read(text: str) -> dict[str, Entity]:
    source = Article(text, None, (Paragraph(Span(0, len(text))),))
    return {entity.name.of(text): entity for entity in find_entities(parse(source), load())}


@pytest.mark.parametrize(
    ("text", "name", "function", "gender"),
    [
        ("Marie Durand, maire de Lens, a inauguré l’école.", "Marie Durand", "maire de Lens", "f"),
        ("Le porte-parole du Conseil de sécurité nationale, Paul Morel, a démenti.", "Paul Morel", "Le porte-parole du Conseil de sécurité nationale", "m"),
        ("La ministre de la Culture Camille Petit a démissionné.", "Camille Petit", "La ministre de la Culture", "f"),
        ("Il a rencontré le président américain Paul Morel.", "Paul Morel", "le président américain", "m"),
        ("Selon l’ancienne députée Camille Petit, le texte passera.", "Camille Petit", "l’ancienne députée", "f"),
        ("Camille Petit (directrice du musée) a démenti.", "Camille Petit", "directrice du musée", "f"),
    ],
)
def test_functions(text: str, name: str, function: str, gender: str) -> None:
    person = read(text)[name]
    assert person.kind == "person"
    assert [span.of(text) for span in person.functions] == [function]
    assert person.gender == gender


@pytest.mark.parametrize(
    "text",
    [
        "En visite chez le maire, Paul Morel a salué les élèves.",
        "Le fils du maire, ravi, a salué Paul Morel.",
        "Paul Morel, le maire et le préfet ont salué les élèves.",
    ],
)
def test_no_function_of_another(text: str) -> None:
    assert read(text)["Paul Morel"].functions == ()


def test_short_name_joins_the_full_one() -> None:
    text = "Paul Morel a démenti. Morel a ajouté que tout allait bien. M. Morel est parti."
    found = read(text)
    assert list(found) == ["Paul Morel"]
    assert [mention.form for mention in found["Paul Morel"].mentions] == ["full", "short", "short"]


def test_ambiguous_short_name_joins_nobody() -> None:
    text = "Paul Morel et Marie Morel ont démenti. Selon Morel, tout va bien."
    found = read(text)
    assert set(found) == {"Paul Morel", "Marie Morel", "Morel"}
    assert found["Morel"].gender == ""


def test_title_tells_two_of_a_name_apart() -> None:
    text = "Paul Morel et Marie Morel ont démenti. Mme Morel a ajouté que tout allait bien."
    found = read(text)
    assert len(found["Marie Morel"].mentions) == 2
    assert len(found["Paul Morel"].mentions) == 1


def test_acronym_joins_its_expansion() -> None:
    text = "L’Organisation mondiale de la santé (OMS) alerte. L’OMS attend des dons."
    found = read(text)
    assert list(found) == ["Organisation mondiale de la santé"]
    entity = found["Organisation mondiale de la santé"]
    assert (entity.acronym, entity.kind, entity.gender) == ("OMS", "organisation", "f")
    assert [mention.form for mention in entity.mentions] == ["full", "acronym", "acronym"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "gender", "number", "article"),
    [
        ("Un séisme a frappé l’Iran.", "Iran", "country", "m", "s", "l'"),
        ("Les États-Unis protestent.", "États-Unis", "country", "m", "p", "les"),
        ("Un cyclone menace Cuba.", "Cuba", "country", "f", "s", ""),
        ("Le Trésor américain a réagi.", "Trésor américain", "organisation", "m", "s", "le"),
        ("Des pluies sont tombées en Bretagne.", "Bretagne", "place", "f", "s", "la"),
        ("Le tribunal de Nanterre a tranché.", "tribunal de Nanterre", "organisation", "m", "s", "le"),
        ("La Coupe du monde commence.", "Coupe du monde", "event", "f", "s", "la"),
    ],
)
def test_kinds_and_articles(text: str, name: str, kind: str, gender: str, number: str, article: str) -> None:
    entity = read(text)[name]
    assert (entity.kind, entity.gender, entity.number, entity.article) == (kind, gender, number, article)


@pytest.mark.parametrize(
    "text",
    [
        "Vendredi, le conseil a voté.",
        "Interrogé par la presse, le maire se tait.",
        "Les Français votent dimanche.",
        "Le Premier ministre est attendu.",
        "Le ministre de l’Intérieur est attendu.",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == {}


def test_marine_is_a_first_name() -> None:
    assert read("Hier, Marine Petit a gagné la course.")["Marine Petit"].kind == "person"


def test_every_mention_lies_in_its_sentence() -> None:
    text = "Paul Morel habite Lens. Il y a rencontré Marie Durand, maire de Lens."
    source = Article(text, None, (Paragraph(Span(0, len(text))),))
    parsed = parse(source)
    for entity in find_entities(parsed, load()):
        for mention in entity.mentions:
            assert parsed.sentences[mention.sentence].span.covers(mention.span)
