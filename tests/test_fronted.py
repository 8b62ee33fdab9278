"""The day of the news put first: the same claim in another shape, and the second reader's view of it."""

from __future__ import annotations

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.check.fidelity import check_copied
from seo_fr.check.fronted import FRONTED
from seo_fr.model import Copied, Edit, Passage, Span
from seo_fr.propose.fronted import day_first
from seo_fr.rulebook import load
from tests.articles import article, retold


def fronted(sentence: str) -> str | None:
    return retold(sentence, day_first)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deux ouvriers ont été blessés jeudi matin dans l’incendie d’un entrepôt.", "Jeudi matin, deux ouvriers ont été blessés dans l’incendie d’un entrepôt."),
        ("Le tribunal de Lens a condamné lundi un notaire à deux ans de prison.", "Lundi, le tribunal de Lens a condamné un notaire à deux ans de prison."),
        ("Paul Morvan a remporté dimanche la course de Lens.", "Dimanche, Paul Morvan a remporté la course de Lens."),
    ],
)
def test_the_day_opens_the_sentence(sentence: str, expected: str) -> None:
    assert fronted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Selon la mairie, deux ouvriers ont été blessés jeudi dans un incendie.",  # no subject first
        "La mairie assure que deux ouvriers ont été blessés jeudi dans un incendie.",  # the day of what is said
        "Deux ouvriers n’ont pas été blessés jeudi dans l’incendie.",  # denied
        "Le pont restera fermé depuis jeudi jusqu’à samedi.",
    ],
)
def test_what_keeps_its_day_where_it_stands(sentence: str) -> None:
    assert fronted(sentence) is None


@pytest.mark.parametrize("day", ["Mardi, ", "Jeudi dernier, ", "Selon la mairie, "])
def test_another_day_is_refused(day: str) -> None:
    text = "Deux ouvriers ont été blessés jeudi dans un incendie. La mairie a rouvert la rue mardi."
    assert edit_reasons(Edit("reference", FRONTED, Span(0, 0), day), article(text), load())


def test_a_day_of_a_dependent_clause_is_refused() -> None:
    text = "La mairie assure que deux ouvriers ont été blessés jeudi dans un incendie."
    assert edit_reasons(Edit("reference", FRONTED, Span(0, 0), "Jeudi, "), article(text), load())


def test_a_day_is_not_said_twice() -> None:
    source = article("Deux ouvriers ont été blessés jeudi dans un incendie.")
    edits = (Edit("reference", FRONTED, Span(0, 0), "Jeudi, "), Edit("case", "minuscule-initiale", Span(0, 1), "d"))
    origin = Copied(Span(0, len(source.text)), edits)
    text = "Jeudi, deux ouvriers ont été blessés jeudi dans un incendie."
    assert any("jour" in reason.message for reason in check_copied(Passage("p", "sentence", text, origin), origin, source, load()))
