"""Title tags before a hollow one."""

from __future__ import annotations

import pytest

from seo_fr.propose.title_last import last_cuts
from tests.articles import understood

BODY = "Le maire a promis une réunion. Les habitants attendent des réponses. La préfecture suit le dossier."


def _forms(title: str, key: str) -> list[str]:
    return [text.replace("\u00a0", " ") for text, _ in last_cuts(understood(BODY, title=title), key)]


@pytest.mark.parametrize(
    ("title", "key", "wanted"),
    [
        ("Escalade : mondiaux de bloc de Valmont, les surprises Anna Morel et Zoé Devos", "Anna Morel", "Les surprises Anna Morel et Zoé Devos"),
        ("Valdoré : les fouilles de sacs recadrées par le Conseil constitutionnel du royaume", "fouilles de sacs", "Les fouilles de sacs recadrées"),
        ("Le musée des Arts du bois de Valmont rouvre après quatre années de travaux", "musée des Arts du bois", "Le musée des Arts du bois de Valmont rouvre"),
    ],
)
def test_what_is_left(title: str, key: str, wanted: str) -> None:
    assert wanted in _forms(title, key)


def test_reserves_and_short_titles_stay() -> None:
    assert not _forms("Le maire de Valmont accusé de fraude, selon le procureur de la République de Brelle", "maire de Valmont")
    assert not _forms("Les fouilles de sacs recadrées par le Conseil", "fouilles de sacs")


@pytest.mark.parametrize(
    ("title", "key", "wanted"),
    [
        ("Une remorque agricole heurte un camion sur un passage à niveau près de Marchais : deux blessés graves", "remorque agricole", "Une remorque agricole heurte un camion : deux blessés graves"),
        ("Pêche : la Morvélie et le Taldor signent un accord sur le partage du banc de Brelle", "partage du banc de Brelle", "Un accord sur le partage du banc de Brelle"),
        ("Marchais : le point sur la sanction financière de la fédération contre le club de la ville", "sanction financière", "La sanction financière de la fédération contre le club de la ville"),
    ],
)
def test_a_title_without_its_place_or_its_act_before_a_hollow_one(title: str, key: str, wanted: str) -> None:
    source = understood("Le conseil municipal s’est réuni lundi soir à la mairie.", title=title)
    assert wanted in [text.replace("\u00a0", " ") for text, _ in last_cuts(source, key)]
