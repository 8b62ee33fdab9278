"""Title tags keep where the news is, or of what competition; on invented sentences."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.choose.heading_choice import _bare
from seo_fr.model import Templated
from seo_fr.propose.candidate import passage
from seo_fr.propose.title_cuts import title_cuts
from seo_fr.propose.title_place import homeless, label, located
from seo_fr.rulebook import load
from tests.articles import understood


def _located(title: str, *paragraphs: str) -> list[str]:
    source = understood(*paragraphs, title=title)
    made = [slot for slot, _ in located(source, title_cuts(source, ""))]
    for slot in made:
        item = passage("head", "title_tag", slot.text, Templated("", (slot,), "lieu-dans-le-titre"), ())
        assert not [finding for finding in check_passage(item, source.analysis.article, load()) if finding.severity == "error"]
    return [slot.text.replace("’", "'") for slot in made]


def test_the_place_before_the_colon_ends_the_clause() -> None:
    assert _located("Portugal : la crise de la presse s’approfondit", "La presse va mal au Portugal, selon les éditeurs. Deux journaux ont fermé au Portugal.")[0] == "La crise de la presse s'approfondit au Portugal"


@pytest.mark.parametrize(
    "title",
    [
        "Portugal : la crise de la presse s’approfondit à Madrid",
        "Portugal : le ministre annonce une réforme de la presse",
        "Portugal : la presse va mal, les éditeurs s’inquiètent",
        "Portugal : l’armée espagnole ferme deux journaux",
    ],
)
def test_no_place_behind_another_place_another_people_a_comma_or_what_somebody_says(title: str) -> None:
    assert not _located(title, "La presse va mal au Portugal, selon les éditeurs. Deux journaux ont fermé à Madrid et au Portugal.")


def test_a_victory_without_its_race_and_a_series_without_its_sport_have_lost_their_sense() -> None:
    race = understood("La course a réuni trente attelages. Anna Morel remporte la course.", title="Belmont Basin 300 : Anna Morel remporte la victoire")
    sport = understood("La série mondiale s’est ouverte à Belmont.", title="Triathlon : Belmont en ouverture de la série mondiale")
    column = understood("Anna Morel est morte mardi à Belmont.", title="Cinéma : Anna Morel meurt à 60 ans")
    assert label(race) == "Belmont Basin 300" and homeless(race, "Anna Morel remporte la victoire") and not homeless(race, "Belmont Basin 300 : Anna Morel remporte la victoire")
    assert homeless(sport, "Belmont en ouverture de la série mondiale") and not homeless(column, "Anna Morel meurt à 60 ans")


def test_the_title_as_a_sentence_is_the_title_over_again() -> None:
    assert _bare("Belmont\u00a0: la piscine ferme. Elle rouvrira.").startswith(_bare("Belmont : la piscine ferme"))
