"""A block of one question: the question is its heading, the answer its text; and questions that one form of sentence answers."""

from __future__ import annotations

import re

from seo_fr.propose.ask_more import _FOR, _MISSION, _POSSIBLE
from seo_fr.propose.ask_objects import _COPULA_NOT
from seo_fr.propose.questions_block import _OF_ANOTHER


def test_what_is_not_so_is_asked_without_its_link() -> None:
    match = _COPULA_NOT.match(" toutefois pas rétroactive et ne s'appliquera pas")
    assert match is not None and match.group("what") == "rétroactive"
    assert _COPULA_NOT.match(" pas la première fois") is None
    assert _COPULA_NOT.match(" pas que cela") is None


def test_a_mission_is_an_infinitive() -> None:
    assert _MISSION.match(" pour mission d'extraire de l'eau du sol")
    assert _MISSION.match(" également pour but de réunir les habitants")
    assert _MISSION.match(" pour mission la défense du littoral") is None


def test_how_one_may_do_something() -> None:
    match = _POSSIBLE.match("est cependant toujours possible d'apporter de nouveaux témoignages en appelant la gendarmerie")
    assert match is not None and match.group("how") == "en appelant la gendarmerie"
    assert _POSSIBLE.match("est possible que la neige revienne en plaine") is None


def test_what_one_is_punished_for_is_no_length_of_time() -> None:
    assert _FOR.match("pour une faute de conduite") and _FOR.match("pour avoir vendu de faux tableaux")
    assert _FOR.match("pour la première fois") is None and _FOR.match("pour trois matchs") is None


def test_a_quote_that_speaks_of_another_is_not_asked_for() -> None:
    assert _OF_ANOTHER.match("après sa découverte, il a contacté")
    assert _OF_ANOTHER.match("je crois qu'il viendra") is None
    assert not re.match(_OF_ANOTHER, "en cas de doute, on appelle")
