"""Questions that one form of sentence answers, and the pairs that stand on a page: two or none, before the rest where the article gives no other block."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.model import Page
from seo_fr.options import Options
from seo_fr.propose.ask_more import _FOR, _MISSION, _POSSIBLE
from seo_fr.propose.ask_objects import _COPULA_NOT
from seo_fr.propose.asked_for import _REPORTED
from seo_fr.propose.questions_block import _OF_ANOTHER
from seo_fr.propose.who import _NOW
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from tests.articles import pairs

BRIDGE = """Varne : le pont des Meuniers fermé après la crue

La ville de Varne a fermé lundi le pont des Meuniers, fissuré par la crue de la Dorle. Les piétons sont déviés vers la passerelle du Moulin.

La passerelle du Moulin est surveillée jour et nuit. Le service des eaux mesure le niveau de la Dorle toutes les deux heures. La crue a noyé les jardins du quai Saint-Roch et les caves de la rue des Tanneurs.

Soixante familles ont été relogées au lycée Pasteur depuis dimanche soir. Les cars scolaires font un détour de 14 kilomètres par Louvec. Les commerçants du quai réclament une aide d’urgence de 300 000 euros à la région.

Le conseil municipal a approuvé une dépense de 90 000 euros pour l’étude des piles. La préfecture a confirmé l’envoi de deux compagnies de pompiers. Le pont a été construit en 1911 pour relier la gare au marché aux bestiaux.

Les travaux dureront huit mois. Ils coûteront 1,2 million d’euros. Le marché du samedi se tiendra sur la place Haute. Les péniches sont amarrées au port de Louvec depuis la semaine dernière. Les deux écluses de la ville restent ouvertes.
"""


@cache
def bridge() -> Page:
    return write_page(read_text(BRIDGE), Options(grammar=False, words=0))


def test_where_no_other_block_stands_questions_come_in_pairs() -> None:
    # Which lines the plan leaves to questions depends on the conclusion; what it may never do is ask one alone.
    for block in bridge().blocks:
        if block.kind == "qa":
            assert len([item for item in block.passages if item.role == "question"]) >= 2
            assert block.heading is not None and not block.heading.text.endswith("?")
    assert len(pairs(*(text for text in BRIDGE.split("\n\n")[1:]))) >= 2


def test_a_question_says_what_was_decided_and_not_how_long_it_holds() -> None:
    found = [question for question, _ in pairs("La ville de Varne a fermé lundi le pont des Meuniers.", "Le conseil municipal de Varne a approuvé mardi une dépense de 90 000 euros pour l’étude des piles.", "Le dispositif de Varne a toujours permis de retrouver les barques perdues sur la Dorle.")]
    assert any(question.startswith("Qu’a approuvé le conseil municipal") for question in found)
    assert not [question for question in found if "toujours" in question]


def test_the_clock_of_a_report_opens_no_answer() -> None:
    assert _REPORTED.match("Vers 10h40, on apprend que le prix a augmenté") and _REPORTED.match("vers 9 h 30, la place est vide")
    assert _REPORTED.match("À Varne, la place est vide") is None


def test_a_moment_that_the_quote_tells_is_its_own() -> None:
    assert _NOW.match("ce moment-là") and _NOW.match("ce jour-là") and _NOW.match("ce sujet-là") is None


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


def test_a_law_may_be_asked_after_though_its_name_is_short() -> None:
    found = pairs("Le parlement de Varne a adopté lundi une loi qui ferme les pêcheries de la Dorle.", "Le conseil de Dorlay prépare un recours. La loi n’est pas rétroactive et ne s’appliquera donc pas aux pêcheries ouvertes avant la saison des crues.")
    assert any(question.startswith("La loi est-elle rétroactive") for question, _ in found)


def test_whom_a_thing_goes_to_stays_with_the_thing() -> None:
    found = pairs("La commune de Varne a réuni son conseil municipal lundi soir.", "Par 19 voix contre 13, le conseil municipal a autorisé la cession de l’ancien hôpital Sainte-Colombe au promoteur Altéa Horizons, pour 3,2 millions d’euros.")
    asked = [question.replace("\u202f", " ") for question, _ in found]
    assert "Qu’a autorisé le conseil municipal ?" in asked
    assert not [question for question in asked if "au promoteur" in question]
