"""Quotations of several sentences, told whole: whose they are is said, what leans in their first sentence is explained."""

from __future__ import annotations

from seo_fr.check.fidelity import check_copied
from seo_fr.model import Copied, Passage
from seo_fr.propose.quoted import quoted_runs
from seo_fr.rulebook import load
from tests.articles import understood


def runs(*paragraphs: str) -> list[str]:
    source = understood(*paragraphs)
    made = quoted_runs(source)
    for run in made:
        origin = Copied(run.span, run.edits)
        assert check_copied(Passage("p", "sentence", run.text, origin), origin, source.analysis.article, load()) == ()
    return [run.text.replace("\u00a0", " ") for run in made]


def test_a_voice_called_by_its_role_is_named() -> None:
    made = runs("La procureure de Lens, Anne Kerbrat, a ouvert une enquête mardi.", "« Il convient de rester prudent. D’autres pistes sont explorées », a insisté la magistrate.")
    assert made in (["« Il convient de rester prudent. D’autres pistes sont explorées », a insisté la magistrate Anne Kerbrat."], [])


def test_a_voice_that_nothing_names_is_not_told() -> None:
    assert runs("Le procès s’est achevé à Lens.", "« On a condamné un innocent. Rien ne prouve sa faute », a déploré le conseil.") == []
    assert runs("La coopérative de Lens a brûlé.", "« Nous pensons à nos collègues et à leurs proches. L’enquête avance », a déclaré son directeur, Paul Morel.") == []


def test_what_leans_in_the_first_sentence() -> None:
    assert runs("L’usine de Lens va fermer.", "« Toute la ville mange grâce à cette usine. Nous allons nous battre », a déclaré le maire de Lens, Paul Morel.") == [
        "« Toute la ville mange grâce à cette usine. Nous allons nous battre », a déclaré le maire de Lens, Paul Morel."
    ]
