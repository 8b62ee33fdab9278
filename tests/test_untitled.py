"""Heads of an article without a title line: who accuses whom, who denies, the news cut to a headline."""

from __future__ import annotations

from functools import lru_cache

from seo_fr.analyse import focus as _focus
from seo_fr.propose import all_tellings
from seo_fr.propose.heads import descriptions, h1s, title_tags
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import Source
from seo_fr.propose.untitled import imposed, opening_lines, reproaches, study
from seo_fr.rulebook import load
from tests.articles import understood

_ACCUSED = (
    "Les services de la Valdanie affirment que la Morlaquie et le Norland renforcent leur coopération.",
    "La Valdanie a accusé vendredi la Morlaquie d’avoir aidé le Norland à construire une usine de fabrication de drones près de Port-Aubin, dans le cadre d’un accord.",
    "Le Norland a nié avoir utilisé des drones de fabrication morlaque.",
)


@lru_cache(maxsize=4)
def _source(*sentences: str) -> Source:
    return understood(*sentences)


def _lines(*sentences: str, most: int = 110, key: str = "") -> list[str]:
    return [line.text for line in opening_lines(_source(*sentences), most, 24, key)]


def test_an_accusation_of_the_opening_keeps_what_is_reproached() -> None:
    assert "La Valdanie accuse la Morlaquie d’avoir aidé le Norland à construire une usine de drones" in " ".join(_lines(*_ACCUSED))


def test_who_reproaches_whom_is_a_title_tag() -> None:
    found = reproaches(_source(*_ACCUSED), set(stems("drones")))
    assert [(voice.text, whom.text) for voice, whom, _ in found] == [("la Valdanie", "la Morlaquie")]
    assert reproaches(_source(*_ACCUSED), set(stems("élections"))) == []


def test_a_denial_is_told_without_its_court() -> None:
    lines = _lines("Jugé depuis lundi à Belmont, l’ancien notaire Paul Vidal a nié mercredi, devant le tribunal correctionnel, s’être enrichi personnellement.", "Il risque dix ans.", key="Paul Vidal")
    assert "Paul Vidal nie s’être enrichi personnellement" in lines


def test_no_headline_loses_its_object_or_its_suspension() -> None:
    lines = _lines("Le tribunal de Belmont a condamné jeudi le galeriste Paul Vidal à quatre ans d’emprisonnement, dont deux avec sursis.", "Il fera appel.", most=90)
    assert not any("quatre ans" in line and "sursis" not in line for line in lines)
    assert not any(line.endswith(("adopte", "a adopté")) for line in _lines("Le conseil de Belmont a adopté mardi soir, à l’issue de longs débats, le budget de la ville.", "Le vote a été serré."))


def test_the_penalty_is_told_whole() -> None:
    source = _source("Le tribunal de Belmont a condamné jeudi le galeriste Paul Vidal à quatre ans d’emprisonnement, dont deux avec sursis.", "Il fera appel.")
    span = imposed(source, "Paul Vidal")
    assert span is not None and span.of(source.text) == "quatre ans d’emprisonnement, dont deux avec sursis"


def test_the_study_that_says_it() -> None:
    slot = study(_source("Les jeunes merles des villes chantent plus tard que ceux des champs, révèle une étude valdane publiée jeudi.", "Elle a duré quatre ans."))
    assert slot is not None and slot.text == "une étude valdane"
    assert study(_source("Les jeunes merles des villes chantent plus tard.", "Une étude le montre.")) is None


def test_heads_of_an_accusation_without_a_title() -> None:
    source = _source(*_ACCUSED)
    scores = Scores(source, _focus.focus_of(source.analysis))
    told = tuple(telling for telling in all_tellings(source) if telling.strict)
    texts = [candidate.passages[0].text for candidate in descriptions(source, told, scores)]
    assert any("a accusé" in text and "a nié" in text for text in texts)
    assert any("à construire une usine" in candidate.passages[0].text for candidate in h1s(source, load(), scores.keyphrase, (), scores, ""))
    assert title_tags(source, load(), scores.keyphrase, (), scores, "")
