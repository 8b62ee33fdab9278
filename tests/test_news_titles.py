"""Title tags of an article without a title whose main clause is too long: tolls behind the keyphrase, short subjects, the keyphrase with its complements; and what the checks say of their cuts."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.check.reading import read_sentence
from seo_fr.check.whole import cut_reasons
from seo_fr.model import Copied, Keyphrase, Slot, Span
from seo_fr.propose.candidate import passage
from seo_fr.propose.frames import keyphrase_slot
from seo_fr.propose.lede_titles import lede_titles, tag_lines
from seo_fr.propose.news_titles import grown, tolls
from seo_fr.propose.source import Source
from seo_fr.rulebook import load
from tests.articles import understood

NEXT = "Les élus se réuniront jeudi prochain à la mairie."


def _cle(source: Source, words: str) -> Slot:
    at = source.text.index(words)
    return keyphrase_slot(source, "cle", Keyphrase(words, 1.0, (Span(at, at + len(words)),)))


def _flat(text: str) -> str:
    return text.replace("\u00a0", " ").replace("’", "'")


def _sound(source: Source, most: int = 60, key: str = "") -> list[str]:
    """Return the headlines that both checks let pass."""
    made = []
    for line in (*lede_titles(source, key, most), *tag_lines(source, key, most)):
        item = passage("head", "title_tag", line.text, Copied(line.span, line.edits), (line.clause.id,))
        article, book = source.analysis.article, load()
        if not cut_reasons(item, article, book) and not [finding for finding in check_passage(item, article, book) if finding.severity == "error"]:
            made.append(_flat(line.text))
    return made


@pytest.mark.parametrize(
    ("paragraphs", "key", "objet"),
    [
        (("Un incendie de hangar a fait au moins deux morts et cinq blessés dans la nuit près de Belmont.", NEXT), "incendie de hangar", "au moins deux morts et cinq blessés"),
        (("Un incendie de hangar a fait au moins deux morts dans la nuit près de Belmont.", "Un homme est décédé mardi, ce qui porte le bilan à trois morts."), "incendie de hangar", "trois morts"),
        (("Deux ouvriers ont été blessés jeudi 4 mai, selon la mairie, lors d’un éboulement survenu dans la carrière de Belmont.", NEXT), "éboulement", "deux ouvriers blessés"),
        (("Quatre femmes ont été mises en examen samedi à Belmont dans l’enquête sur un trafic de tableaux.", NEXT), "trafic de tableaux", "quatre femmes mises en examen"),
    ],
)
def test_the_toll_stands_behind_the_keyphrase(paragraphs: tuple[str, ...], key: str, objet: str) -> None:
    source = understood(*paragraphs)
    assert [slot.text for slot, _ in tolls(source, _cle(source, key))] == [objet]


@pytest.mark.parametrize(
    ("lede", "key"),
    [
        ("Deux ouvriers auraient été blessés jeudi lors d’un éboulement survenu dans la carrière de Belmont.", "éboulement"),
        ("Deux ouvriers ont été condamnés jeudi à la suite d’un éboulement survenu dans la carrière de Belmont.", "éboulement"),
        ("Deux ouvriers qui campaient ont été blessés jeudi par un chien, loin de la carrière où un éboulement menace.", "éboulement"),
        ("Un incendie de hangar a fait des dégâts dans la nuit près de Belmont, où deux morts sont enterrés.", "incendie de hangar"),
    ],
)
def test_no_toll_where_it_is_doubted_or_of_something_else(lede: str, key: str) -> None:
    source = understood(lede, NEXT)
    assert not list(tolls(source, _cle(source, key)))


@pytest.mark.parametrize(
    ("lede", "title"),
    [
        ("L’institut Belmetric de la Fédération nationale des métiers dévoile ce lundi 9 janvier les chiffres de la pêche.", "L'institut Belmetric dévoile les chiffres de la pêche"),
        ("La crise de la pêche côtière que connaît le Valdoré depuis une dizaine d’années se poursuit et s’aggrave, dans un contexte de baisse des prises.", "La crise de la pêche côtière se poursuit et s'aggrave"),
        ("L’équipementier nautique Voilmont a annoncé jeudi un projet de réorganisation prévoyant la suppression de 80 postes au Valdoré.", "Voilmont annonce un projet de réorganisation"),
        ("La Fédération indépendante des luthiers et des archetiers (FILA) a lancé hier 15 novembre une campagne nationale d’alerte quant à un risque de pénurie.", "La FILA lance une campagne nationale d'alerte"),
        ("Pour le cinquième jour d’affilée, les conducteurs du réseau Valtram, qui dessert l’agglomération de Belmont, ont cessé le travail hier.", "Les conducteurs du réseau Valtram cessent le travail"),
        ("L’ancienne ministre Anna Morel a proposé hier la suppression de l’article 12 alinéa 3 de la Constitution valdane.", "Anna Morel propose la suppression de l'article 12 alinéa 3"),
    ],
)
def test_the_subject_falls_short_and_the_checks_agree(lede: str, title: str) -> None:
    assert title in _sound(understood(lede, NEXT), key="Anna Morel" if "Morel" in lede else "")


@pytest.mark.parametrize(
    ("lede", "never"),
    [
        ("Les élus que la préfète a désignés refusent de siéger, dans un contexte de vives tensions au conseil de Belmont.", "Les élus refusent de siéger"),
        ("L’équipementier nautique Voilmont a annoncé jeudi un projet prévoyant la suppression de 80 postes au Valdoré.", "Voilmont annonce un projet"),
        ("L’équipementier nautique Voilmont a annoncé jeudi un projet de réorganisation prévoyant la suppression de 80 postes.", "Voilmont annonce jeudi un projet de réorganisation"),
    ],
)
def test_what_says_which_stays(lede: str, never: str) -> None:
    assert never not in _sound(understood(lede, NEXT))


@pytest.mark.parametrize(
    ("lede", "key", "wanted"),
    [
        ("Par 15 voix contre 13, le conseil de Belmont a adopté le plan de financement de la future piscine communale.", "plan de financement", "Plan de financement de la future piscine communale"),
        ("Anna Morel annonce sa candidature pour la primaire de la droite et du centre, qui aura lieu en mai au Valdoré.", "candidature pour la primaire", "Candidature pour la primaire de la droite et du centre"),
        ("Le club de Belmont a battu mardi le club de Valmer sur le score de 3 à 1 devant deux mille personnes.", "club de Valmer", None),
    ],
)
def test_the_keyphrase_takes_its_complements(lede: str, key: str, wanted: str | None) -> None:
    source = understood(lede, NEXT)
    slot = grown(source, _cle(source, key))
    assert (slot.text if slot is not None else None) == wanted


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("La mairie lance une campagne d’alerte.", False),
        ("La presse écrite va mal.", False),
        ("La troupe Alfa (Alba selon son acronyme) joue.", False),
        ("La mairie alerte les habitants.", True),
        ("« C’est une honte », lance une habitante.", True),
        ("La troupe joue, selon son directeur.", True),
    ],
)
def test_a_noun_is_no_word_of_saying(sentence: str, says: bool) -> None:
    markers = [marker for marker in read_sentence(sentence, load(), 0, 0, 0).markers if marker.cls in ("say", "warn", "according")]
    assert bool(markers) is says
