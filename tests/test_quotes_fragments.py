"""Fragments in quotation marks, pronouns and common nouns that speak, on invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.analyse.quotes import find_quotes
from seo_fr.model import Article, Paragraph, Span
from seo_fr.rulebook import load


def speakers(*paragraphs: str, title: bool = False) -> list[str | None]:
    """Return the name of each quote's speaker, the words there where he has none, None where nobody is told."""
    text = "\n\n".join(paragraphs)
    spans, start = [], 0
    for words in paragraphs:
        spans.append(Span(start, start + len(words)))
        start += len(words) + 2
    article = Article(text, spans[0] if title else None, tuple(Paragraph(span) for span in spans[1 if title else 0 :]))
    parsed = parse(article)
    entities = find_entities(parsed, load())
    found, _ = find_quotes(parsed, entities, load())
    return [entities[one.speaker].name.of(text) if one.speaker is not None else one.speaker_span.of(text) if one.speaker_span is not None else None for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Aubry a exprimé « la solidarité de la région » et salué l’« extrême mobilisation des secours ».",
        "Jeanne Aubry a dénoncé un budget « de renoncement » qui sera voté lundi.",
        "Jeanne Aubry a annoncé que des mesures seraient prises pour ceux qui ont été « victimes de la sécheresse ».",
        "Jeanne Aubry, maire de la ville, est « effarée par ce drame ».",
        "Jeanne Aubry « s’associe à la douleur des familles ».",
        "Jeanne Aubry a porté plainte pour « ne pas laisser passer cet acte de violence ».",
        "Le rapport a été qualifié d’« inutile » par Jeanne Aubry.",
        "La salle était vide « peu avant le départ » et fermée à clé, selon Jeanne Aubry.",
        "« Ces travaux sont nécessaires à la ville », a tenu à rappeler Jeanne Aubry.",
        "Cela a permis à la ministre Jeanne Aubry de déclarer que « la courbe est inversée ».",
        "Jeanne Aubry juge le projet « coûteux » et « mal préparé ».",
    ],
)
def test_fragment_is_its_subjects(text: str) -> None:
    assert set(speakers(text)) == {"Jeanne Aubry"}


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Aubry a lancé l’opération « Ville propre » dans la commune.",
        "La loi dite « Montagne » sera votée lundi par les députés.",
        "Le rapport a été qualifié d’« inutile » avant la séance.",
        "Ses réformes, visant à « flexibiliser » le marché, ont été adoptées.",
        "La barrière dénonce « un vacarme » dans la rue.",
    ],
)
def test_names_and_unsaid_words_have_no_speaker(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Le maire de Lens, Paul Durand, a visité le pont.", "« Nous le rouvrirons bientôt », a promis l’élu.", "Paul Durand"),
        ("La biologiste Marie Durand a étudié ces chauves-souris.", "« Elles reviennent chaque été », explique la chercheuse.", "Marie Durand"),
        ("Le graphiste portugais Paul Durand a inventé ce code.", "Le graphiste a écrit : « Nous avons choisi trois formes. »", "Paul Durand"),
        ("Marie Durand a visité le pont mardi.", "« Nous le rouvrirons bientôt », a-t-elle promis.", "Marie Durand"),
        ("Marie Durand a déclaré : « Le pont est vieux. »", "Elle a ajouté qu’il était « dangereux ».", "Marie Durand"),
        ("Marie Durand a visité le pont mardi.", "Elle affirma : « Nous le rouvrirons bientôt. »", "Marie Durand"),
    ],
)
def test_pronouns_and_common_nouns_mean_the_one_person(first: str, second: str, name: str) -> None:
    assert speakers(first + " " + second)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le maire Paul Durand et le maire Jean Leroy ont visité le pont. « Nous le rouvrirons bientôt », a promis le maire.", "le maire"),
        ("La mère de l’enfant a parlé. « Il a eu peur », a-t-elle dit. Marie Durand était absente.", "La mère de l’enfant"),
        ("Le ministre de l’Intérieur, Paul Durand, est venu. « Le budget tiendra », a dit le ministre de l’Économie.", "le ministre de l’Économie"),
    ],
)
def test_two_possible_people_mean_nobody(text: str, name: str) -> None:
    assert speakers(text)[0] == name


def test_what_one_says_that_another_asked_is_the_first_ones() -> None:
    assert speakers("Paul Durand a révélé que Jean Leroy a demandé « l’autorisation d’observer ».") == ["Paul Durand"]


def test_title_takes_the_speaker_of_the_body() -> None:
    said = speakers("Budget : un texte « de renoncement »", "Marie Durand a dénoncé un budget « de renoncement » lundi soir.", title=True)
    assert said == ["Marie Durand", "Marie Durand"]


def test_first_person_after_the_sentence_about_one_person() -> None:
    assert speakers("Romain Leroy, un pilote belge, avait tenté de le prévenir. « Je lui ai dit de partir de là. »") == ["Romain Leroy"]


def test_first_person_after_somebody_without_a_name_is_nobodys() -> None:
    text = "L’ancien gardien, Marcel Vidal, cherchait quelqu’un pour le remplacer. Il n’est jamais revenu. Elle avait 26 ans et un enfant. « Les premiers jours, je pleurais sans que personne me voie. »"
    assert speakers(text) == [None]
