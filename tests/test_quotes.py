"""Quotes and their speakers, on invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.analyse.quotes import find_quotes
from seo_fr.model import Finding, Quote
from seo_fr.rulebook import load
from tests.articles import article


def quotes(*paragraphs: str) -> tuple[str, list[tuple[str, str | None, str | None]], tuple[Quote, ...], tuple[Finding, ...]]:
    source = article(*paragraphs)
    parsed = parse(source)
    entities = find_entities(parsed, load())
    found, findings = find_quotes(parsed, entities, load())
    rows = [
        (
            " … ".join(part.of(source.text) for part in quote.content),
            entities[quote.speaker].name.of(source.text) if quote.speaker is not None else None,
            quote.speaker_span.of(source.text) if quote.speaker_span is not None else None,
        )
        for quote in found
    ]
    return source.text, rows, found, findings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Nous ouvrirons la piscine en mai », a déclaré Marie Durand.", "Marie Durand"),
        ("Le maire de Lens, Paul Martin, a déclaré : « Nous ouvrirons la piscine en mai. »", "Paul Martin"),
        ("Paul Martin a affirmé que « la piscine ouvrira en mai ».", "Paul Martin"),
        ("« La piscine ouvrira en mai », selon Paul Martin.", "Paul Martin"),
        ("Selon Paul Martin, « la piscine ouvrira en mai ».", "Paul Martin"),
        ("« La piscine ouvrira en mai », a pour sa part indiqué à l’AFP Paul Martin.", "Paul Martin"),
        ("« La piscine ouvrira en mai », fait savoir Paul Martin dans un communiqué.", "Paul Martin"),
        ("« La piscine ouvrira en mai », s’est réjouie la présidente du club, Marie Durand.", "Marie Durand"),
        ("« La piscine ouvrira en mai » explique Paul Martin, directeur des sports.", "Paul Martin"),
        ('"La piscine ouvrira en mai", a déclaré Paul Martin.', "Paul Martin"),
        ("« La piscine ouvrira en mai, a déclaré Paul Martin, et le stade suivra. »", "Paul Martin"),
        ("Paul Martin a salué « un effort collectif remarquable ».", "Paul Martin"),
        ("Comme le précise le directeur, Paul Martin : « La piscine ouvrira en mai. »", "Paul Martin"),
        ("« Nous irons tous au conseil », a promis Paul Martin. « Nous n’avons pas peur. »", "Paul Martin"),
    ],
)
def test_speaker_is_found(text: str, name: str) -> None:
    _, rows, _, _ = quotes(text)
    assert rows
    assert {speaker for _, speaker, _ in rows} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Le film « La nuit des rois » sort en salle mercredi.",
        "Les « gilets verts » ont manifesté dans la ville.",
        "« La piscine ouvrira en mai », a déclaré une habitante.",
        "Paul Martin et Marie Durand ont affirmé que « la piscine ouvrira en mai ».",
        "« La piscine ouvrira en mai », précise la porte-parole de la mairie de Lens.",
        "Paul Martin croise Jean Petit. « La piscine ouvrira en mai », a-t-il ajouté.",
        "Paul Martin a reçu le cabinet de Jean Petit. Le directeur assure que « la piscine ouvrira en mai ».",
    ],
)
def test_speaker_is_not_guessed(text: str) -> None:
    _, rows, _, _ = quotes(text)
    assert rows
    named = {speaker for _, speaker, _ in rows}
    if "croise" in text:
        assert named <= {None, "Paul Martin"}
    else:
        assert named == {None}


def test_pronoun_takes_up_the_last_speaker() -> None:
    _, rows, _, _ = quotes("« La piscine ouvrira en mai », a déclaré Paul Martin. « Le stade suivra en juin », a-t-il ajouté.")
    assert rows == [("La piscine ouvrira en mai", "Paul Martin", "Paul Martin"), ("Le stade suivra en juin", "Paul Martin", "il")]


def test_quote_over_paragraphs_is_one() -> None:
    _, rows, found, findings = quotes("Paul Martin a déclaré : « La piscine ouvrira en mai.", "Le stade suivra en juin. »", "La séance est levée.")
    assert len(found) == 1
    assert rows[0][1] == "Paul Martin"
    assert found[0].sentences == (0, 1)
    assert not findings


def test_quote_of_several_sentences_is_whole() -> None:
    _, rows, found, _ = quotes("« La piscine ouvrira en mai. Le stade suivra en juin. Tout sera prêt », a déclaré Paul Martin.")
    assert rows == [("La piscine ouvrira en mai. Le stade suivra en juin. Tout sera prêt", "Paul Martin", "Paul Martin")]
    assert found[0].whole
    assert found[0].sentences == (0, 1, 2)


def test_interruption_is_cut_out() -> None:
    _, rows, _, _ = quotes("« La piscine ouvrira en mai, a déclaré Paul Martin, et le stade suivra. »")
    assert rows == [("La piscine ouvrira en mai … et le stade suivra.", "Paul Martin", "Paul Martin")]


def test_unbalanced_mark_is_a_finding() -> None:
    _, rows, found, findings = quotes("Paul Martin a déclaré : « La piscine ouvrira en mai.", "La séance est levée.")
    assert [finding.rule for finding in findings] == ["guillemet-orphelin"]
    assert not found[0].balanced
    assert len(rows) == 1


def test_nested_quote() -> None:
    _, rows, _, _ = quotes("« Il nous a dit : « Partez ! » et nous sommes partis », raconte Paul Martin.")
    assert rows[0] == ("Il nous a dit : « Partez ! » et nous sommes partis", "Paul Martin", "Paul Martin")
    assert rows[1][:2] == ("Partez !", None)


@pytest.mark.parametrize(
    ("words", "whole"),
    [("traqués", False), ("une attaque inadmissible", False), ("lever toute suspicion", False), ("ne répondra plus à la presse", False), ("nous sommes prêts à partir", True)],
)
def test_fragment_or_clause(words: str, whole: bool) -> None:
    _, _, found, _ = quotes(f"Paul Martin a évoqué « {words} » devant la presse.")
    assert found[0].whole is whole


def test_doubled_marks_are_one_and_empty_marks_no_quote() -> None:
    _, rows, _, findings = quotes('Paul Martin a déclaré : ""La piscine ouvrira en mai"", devant le conseil.')
    assert rows == [("La piscine ouvrira en mai", "Paul Martin", "Paul Martin")] and findings == ()
    _, rows, found, _ = quotes("Paul Martin a déclaré : « » devant le conseil.")
    assert rows == [] and found == ()
