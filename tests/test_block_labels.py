"""Labels of blocks stand after the focus keyphrase only where it is what they are about; a function stands with its body or not at all. Invented text."""

from __future__ import annotations

import pytest

from seo_fr.choose import choose
from seo_fr.options import Options
from seo_fr.propose import focus, propose
from seo_fr.propose.block_labels import is_label_of, tells_of, voices_heading
from seo_fr.propose.by_function import labels_nobody
from seo_fr.propose.closing import labels_again
from seo_fr.propose.describe import descriptions
from seo_fr.propose.score import Scores
from seo_fr.propose.who import quote_bullets
from seo_fr.rulebook import load
from tests.articles import pairs, understood


def called(name: str, *paragraphs: str) -> list[str]:
    source = understood(*paragraphs)
    entity = next(entity for entity in source.analysis.entities if entity.name.of(source.text) == name)
    return [found.text for found in descriptions(source, entity)]


@pytest.mark.parametrize(
    ("function", "kept"),
    [
        ("secrétaire du syndicat à l’usine", False),
        ("directrice départementale", False),
        ("secrétaire du syndicat des dockers", True),
        ("directrice départementale de la Croix-Bleue", True),
        ("présidente du comité de défense", True),
    ],
)
def test_a_function_keeps_its_body_or_falls(function: str, kept: bool) -> None:
    found = called("Odile Kervadec", f"Les ateliers ont fermé lundi à Brize. La {function}, Odile Kervadec, a parlé aux ouvriers mardi.")
    assert any(function in text for text in found) is kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("manifestants contre la fermeture", False),
        ("rebelles du Nord", False),
        ("élèves du collège", False),
        ("ex-PDG de Brizelec", False),
        ("Toulouse", False),
        ("fermeture de la maternité", True),
        ("grève des éboueurs", True),
    ],
)
def test_nobody_and_no_lone_place_stands_before_a_label(words: str, kept: bool) -> None:
    source = understood("Les ateliers ont fermé lundi à Toulouse. Toulouse attend la suite.")
    assert labels_nobody(source, words) is kept


_SAID = ("Le maire : « La digue du port devait tenir dix ans. »", "La préfète : « La digue du port a cédé à l’aube. »")


@pytest.mark.parametrize(
    ("kind", "subject", "focus", "lines", "kept"),
    [
        ("who", "foin de l’hiver", "foin de l’hiver", _SAID, False),  # in the title perhaps, and nobody speaks of it
        ("who", "digue du port", "foin de l’hiver", _SAID, True),  # all lines have it
        ("who", "gymnase Léon-Vasseur", "gymnase Léon-Vasseur", _SAID, False),
        ("who", "banques piratées", "banques piratées", _SAID, False),
        ("who", "rupture de la digue", "rupture de la digue", _SAID, True),  # the event of the page: it is what they speak of
        ("who", "rupture de la digue", "foin de l’hiver", ("Le maire : « Rien à dire. »", "La préfète : « Non. »"), False),  # an event, not that of the page
        ("who", "manifestants contre la rupture", "manifestants contre la rupture", ("Les manifestants contre la rupture : « Non. »",), False),
        ("figures", "grève des éboueurs", "grève des éboueurs", ("Trente élus étaient là.", "Trois cars sont complets."), False),
        ("figures", "grève des éboueurs", "grève des éboueurs", ("La grève a duré 12 jours.", "Trois cars sont complets."), True),
        ("figures", "chômage stable", "chômage stable", ("Le chômage des jeunes monte de 3 %.", "Le chômage atteint 9 %."), False),
        ("conclusion", "attentat du marché", "attentat du marché", ("Les députés élisent le président mardi.",), False),
        ("qa", "Anne Morel", "Anne Morel", ("Combien gagne Anne Morel ?",), False),
    ],
)
def test_a_label_bears_the_keyphrase_only_where_all_lines_are_on_it(kind: str, subject: str, focus: str, lines: tuple[str, ...], kept: bool) -> None:
    source = understood("La digue a cédé lundi au port. Anne Morel, maire de la commune, a parlé mardi.")
    assert is_label_of(source, kind, subject, lines, focus) is kept


def test_an_event_heads_figures_that_are_of_it() -> None:
    assert tells_of("la grève", ("La grève a duré 12 jours.", "Trois cars sont complets."))
    assert not tells_of("la grève", ("Trente élus étaient là.", "Trois cars sont complets."))


def test_a_block_of_two_voices_says_whose() -> None:
    source = understood(
        "L’usine de Varne a fermé lundi.",
        "Anne Morel, maire de Varne, a déclaré : « La commune rachètera les machines dès cet automne. »",
        "Paul Vidal, délégué du syndicat des métallurgistes, a répondu : « Les ouvriers ne demandaient que leur salaire de juin. »",
    )
    book = load()
    found = quote_bullets(source, book, Scores(source, focus(source.analysis, Options())), "essai")
    both = [next(each for each in found if each.speaker == voice) for voice in sorted({each.speaker for each in found if each.speaker is not None})]
    heading = voices_heading(source, book, both, "essai", frozenset(), frozenset())
    alone = voices_heading(source, book, both[:1], "essai", frozenset(), frozenset())
    assert heading is not None and heading.passages[0].text.endswith(("Anne Morel et Paul Vidal", "d’Anne Morel et de Paul Vidal"))
    assert alone is not None and alone.passages[0].text.endswith("Anne Morel") and "disent" not in alone.passages[0].text


@pytest.mark.parametrize(
    ("text", "used", "again"),
    [
        ("Banques piratées\u00a0: les déclarations", "moyen de paiement\u00a0: les déclarations de l’agence varne", True),
        ("Banques piratées\u00a0: les déclarations de l’Agence Varne", "moyen de paiement\u00a0: les déclarations", True),
        ("Banques piratées\u00a0: les déclarations de l’Agence Varne", "moyen de paiement\u00a0: les déclarations de l’agence varne", True),
        ("Banques piratées\u00a0: qui dit quoi", "moyen de paiement\u00a0: les déclarations", False),
        ("Banques piratées\u00a0: la suite", "banques piratées\u00a0: la suitede", False),
        ("L’agence ferme", "moyen de paiement\u00a0: l’agence ferme", False),
    ],
)
def test_no_two_headings_bear_one_label(text: str, used: str, again: bool) -> None:
    assert labels_again(text, frozenset([used])) is again


_VOICE = (
    "L’usine de Varne a fermé lundi.",
    "Anne Morel, maire de Varne, a déclaré : « La commune rachètera les machines de l’atelier dès cet automne et gardera les trente salariés du port. »",
    "Le tribunal de Brize a nommé un administrateur mardi. La direction paiera les salaires de juin avant la fin du mois.",
    "Trois cents habitants ont défilé mercredi devant la préfecture. La gare de Varne a fermé ses guichets l’an dernier.",
    "La région versera deux millions d’euros aux ateliers du port. Le lycée professionnel ouvrira une classe de soudeurs en septembre.",
)


def test_a_lone_voice_has_a_block_only_where_words_are_wanting() -> None:
    source = understood(*_VOICE)
    candidates = propose(source.analysis, load(), Options(), "essai")
    assert "who" in choose(candidates, frozenset(), Options(without=("keypoints", "qa")), 300).chosen
    assert "who" not in choose(candidates, frozenset(), Options(words=0, without=("keypoints", "qa")), 300).chosen
    plan = choose(candidates, frozenset(), Options(without=("keypoints", "qa")), 300)
    assert plan.chosen["h2:who"][0].passages[0].text.endswith("Anne Morel")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Le conseil de la province de Varne a décrété trois jours de deuil et l’état d’urgence pour quatre-vingt-dix jours.", False),
        ("Anne Morel, maire de Varne, espère que les trains rouleront de nouveau au mois de juin.", False),
        ("Anne Morel, maire de Varne, a assuré que les trains rouleront de nouveau au mois de juin.", True),
    ],
)
def test_a_decree_or_a_hope_is_no_words_said(sentence: str, said: bool) -> None:
    source = understood("La ligne de Varne a fermé lundi.", sentence)
    assert any(sentence[:12] in candidate.passages[0].text for candidate in propose(source.analysis, load(), Options(), "essai").at("who")) is said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Ce n’était pas un bon endroit pour se placer, on devait être une dizaine.", False),
        ("C’est une fermeture brutale, et trente familles ne savent plus quoi faire.", True),
        ("C’est la région qui paie les trente salaires du mois de juin.", True),
    ],
)
def test_a_quote_that_begins_with_that_says_of_what(words: str, said: bool) -> None:
    source = understood("La fermeture de l’usine de Varne a surpris lundi.", f"Anne Morel, maire de Varne, a déclaré : « {words} »")
    assert bool(quote_bullets(source, load(), Scores(source, focus(source.analysis, Options())), "essai")) is said


@pytest.mark.parametrize(
    ("apposed", "called_so"),
    [("analyste chez Brize Titres", "analyste chez Brize Titres"), ("44 ans, qui tient un stand de fromages", "qui tient un stand de fromages"), ("une journaliste qui animait l’émission", "journaliste"), ("de l’université de Brize", "de l’université de Brize")],
)
def test_a_witness_is_called_by_his_trade_or_his_stand(apposed: str, called_so: str) -> None:
    assert called_so in called("Odile Kervadec", f"Les ateliers ont fermé lundi. La mairie a reçu Odile Kervadec, {apposed}, mardi.")


def test_nobody_asks_what_a_newspaper_says() -> None:
    found = pairs("Le directeur de l’usine de Varne a démissionné lundi.", "Selon le quotidien La Voix de Varne, le directeur avait averti ses adjoints dès le mois de mars.")
    assert not any("quotidien" in question for question, _ in found)
