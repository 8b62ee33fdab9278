"""Title tags out of the main clause of an article without a title: what may fall from it, and what may not; on invented sentences."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.model import Copied
from seo_fr.propose.candidate import passage
from seo_fr.propose.lede_titles import lede_titles
from seo_fr.rulebook import load
from tests.articles import understood


def _titles(*paragraphs: str, key: str = "", most: int = 60) -> list[str]:
    source = understood(*paragraphs)
    lines = lede_titles(source, key, most)
    for line in lines:
        made = passage("head", "title_tag", line.text, Copied(line.span, line.edits), ())
        assert not [finding for finding in check_passage(made, source.analysis.article, load()) if finding.rule == "invention"]
    return [line.text.replace("\u00a0", " ").replace("’", "'") for line in lines]


@pytest.mark.parametrize(
    ("lede", "title"),
    [
        ("La ministre Anna Morel, comme ses deux prédécesseurs avant elle, a visité le camp de réfugiés de Belmont ce matin.", "La ministre Anna Morel visite le camp de réfugiés de Belmont"),
        ("L’ancienne maire de Belmont Anna Morel a proposé la suppression de l’article 12 de la charte communale.", "Anna Morel propose la suppression de l'article 12"),
        ("La fanfare de Belmont (FDB) a subi d’importants revers ces derniers jours dans les salles où elle joue.", "La fanfare de Belmont subit d'importants revers"),
        ("La Traversée du Lac, une course de canots de trente kilomètres, a été remportée par le rameur Paul Devos.", "La Traversée du Lac remportée par le rameur Paul Devos"),
    ],
)
def test_the_clause_is_told_without_what_stands_beside_it(lede: str, title: str) -> None:
    assert title in _titles(lede, "La suite est attendue demain.")


@pytest.mark.parametrize(
    ("lede", "never"),
    [
        ("Le parlement valdan a adopté un projet de loi qui interdit la pêche au chalut dans les lacs du nord du pays dès janvier.", "un projet"),
        ("Anna Morel décrit son frère, Paul Morel, comme un « petit notable de province » dans les colonnes du Courrier valdan.", "son frère"),
        ("Un policier a été tué jeudi, moins de trois jours avant le premier tour du scrutin municipal organisé dans tout le Valdoré.", "trois jours"),
        ("La fédération a lancé hier 15 novembre une campagne internationale d’alerte sur les lacs du Valdoré.", "lancé 15 novembre"),
    ],
)
def test_no_headline_ends_on_half_of_what_it_says(lede: str, never: str) -> None:
    assert not [line for line in _titles(lede, "La suite est attendue demain.", most=110) if line.endswith(never) or "lancé 15" in line]


def test_who_it_is_stays_beside_the_office() -> None:
    lines = _titles("La ministre de l’eau, Anna Morel, devrait annoncer sa démission du gouvernement ce mardi vers 15 heures.", most=110)
    assert lines and all("Anna Morel" in line and "devrait" in line for line in lines)


def test_a_denial_or_a_scene_gives_no_headline() -> None:
    assert not _titles("Le maire n’a pas voté le budget de la piscine lundi soir à Belmont.") and not _titles("On ne voyait pas à vingt mètres hier au sommet du col.")


def test_the_party_falls_behind_a_full_name_in_the_title() -> None:
    lede = "Le candidat de la droite Paul Devos du Parti social valdan (PSV), a été élu nouveau président du Valdoré avec 55 % des voix."
    source = understood(lede, "La suite est attendue demain.")
    line = next(line for line in lede_titles(source, "Paul Devos", 60) if line.text == "Paul Devos élu nouveau président du Valdoré")
    made = passage("head", "title_tag", line.text, Copied(line.span, line.edits), ())
    assert not [finding for finding in check_passage(made, source.analysis.article, load()) if finding.rule == "fidelite-amputation"]
    office = understood("La directrice Anna Morel a présenté le plan de rachat du groupe Navalis lundi à Belmont.")
    assert all("groupe Navalis" in line.text or "plan" not in line.text for line in lede_titles(office, "", 110))
