"""verify on free rewritings written for these tests: what is supported, and what is not, and why."""

from __future__ import annotations

import json
from functools import cache

import pytest

from seo_fr.check.page_text import read_page
from seo_fr.check.verify import Judged, verify
from seo_fr.check.verify_forms import to_html, to_json, to_table
from seo_fr.model import Article
from seo_fr.rulebook import Rulebook, load
from seo_fr.rulebook.background import standard_entries
from tests.articles import titled


@cache
def book() -> Rulebook:
    return load()


def judge(text: str, source: Article) -> Judged:
    return verify(text, "text", source, book=book()).sentences[0]


CRUE = titled(
    "Crue de l’Orvanne : deux villages évacués",
    "Les habitants de Sainte-Ronce et de Villebrune ont été évacués dans la nuit de jeudi à vendredi en raison de la crue de l’Orvanne. "
    "Près de 450 personnes ont passé la nuit dans un gymnase, selon la préfecture.",
    "La préfète, Hélène Marsan, a déclaré que le niveau de la rivière pourrait encore monter de vingt centimètres. "
    "« Nous demandons à chacun de rester chez soi », a-t-elle insisté. Aucun blessé n’est à déplorer.",
    "Le maire de Villebrune, Didier Roussel, accuse le syndicat de rivière de n’avoir pas curé le lit depuis 2015. Le syndicat dément. "
    "Son président, Karim Haddad, affirme que des travaux ont été menés en 2021.",
    "Météo-France prévoit une accalmie dimanche. Les écoles resteront fermées lundi.",
    date="2024-03-01",
)
LABO = titled(
    "Un vaccin contre la fièvre des marais à l’essai",
    "L’institut Boréal a commencé mardi un essai de vaccin contre la fièvre des marais sur 120 volontaires à Louvigny. "
    "Le laboratoire espère des résultats avant la fin de l’année.",
    "Selon la professeure Anne Keller, le vaccin aurait protégé huit souris sur dix. « Il est trop tôt pour crier victoire », a-t-elle prévenu. "
    "L’Agence du médicament n’a pas encore autorisé la vente du produit.",
    "La fièvre des marais a tué 64 personnes l’an dernier. Plusieurs associations réclament un dépistage gratuit.",
)
ELECTION = titled(
    "Mairie de Bréval : Lucie Armand élue",
    "Lucie Armand a été élue maire de Bréval dimanche avec 53,2 % des voix. Elle a devancé Thierry Coste, le maire sortant, de 412 voix.",
    "Thierry Coste a félicité Lucie Armand. Il a toutefois annoncé qu’il déposerait un recours devant le tribunal administratif. "
    "« Des irrégularités ont été constatées dans deux bureaux », a-t-il dit.",
    "La participation a atteint 61 %. Lucie Armand a promis de rouvrir la piscine.",
)

SUPPORTED = [
    (CRUE, "Les habitants de Sainte-Ronce et de Villebrune ont été évacués dans la nuit de jeudi à vendredi en raison de la crue de l’Orvanne."),
    (CRUE, "D’après la préfecture, près de 450 personnes ont dormi dans un gymnase."),
    (CRUE, "Selon Hélène Marsan, la préfète, le niveau de la rivière pourrait encore monter de 20 centimètres."),
    (CRUE, "Didier Roussel, maire de Villebrune, accuse le syndicat de rivière de ne pas avoir curé le lit depuis 2015."),
    (CRUE, "Karim Haddad assure que des travaux ont été menés en 2021."),
    (CRUE, "« Nous demandons à chacun de rester chez soi », a insisté Hélène Marsan."),
    (CRUE, "Aucun blessé n’est à déplorer."),
    (CRUE, "Les écoles resteront fermées lundi 4 mars 2024."),
    (CRUE, "Une accalmie est prévue dimanche par Météo-France."),
    (LABO, "L’essai de vaccin de l’institut Boréal, commencé mardi à Louvigny, porte sur 120 volontaires."),
    (LABO, "Le vaccin aurait protégé huit souris sur dix, selon Anne Keller."),
    (LABO, "La vente du produit n’a pas encore été autorisée par l’Agence du médicament."),
    (LABO, "« Il est trop tôt pour crier victoire », prévient Anne Keller."),
    (ELECTION, "Lucie Armand a été élue maire de Bréval avec 53,2 % des voix."),
    (ELECTION, "Elle a devancé Thierry Coste, maire sortant, de 412 voix."),
    (ELECTION, "Thierry Coste a annoncé qu’il déposerait un recours devant le tribunal administratif."),
    (ELECTION, "Lucie Armand promet de rouvrir la piscine."),
    (ELECTION, "La participation a été de 61 %, et Lucie Armand a été élue maire."),
]


@pytest.mark.parametrize(("source", "text"), SUPPORTED, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_what_the_source_says_is_supported(source: Article, text: str) -> None:
    found = judge(text, source)
    assert found.verdict in ("copied", "derived"), found.reasons


FAULTY = [
    (CRUE, "Près de 480 personnes ont passé la nuit dans un gymnase, selon la préfecture.", "nombre"),
    (CRUE, "450 personnes ont passé la nuit dans un gymnase, selon la préfecture.", "approximation"),
    (CRUE, "Près de 450 personnes ont passé la nuit dans un gymnase.", "attribution"),
    (CRUE, "La préfète, Hélène Marsan, a déclaré que le niveau de la rivière va encore monter de vingt centimètres.", "modalite"),
    (CRUE, "La préfète, Hélène Martin, a déclaré que le niveau de la rivière pourrait encore monter de vingt centimètres.", "nom"),
    (CRUE, "Le maire de Villebrune, Karim Haddad, accuse le syndicat de rivière de n’avoir pas curé le lit depuis 2015.", "roles"),
    (CRUE, "Le syndicat de rivière n’a pas curé le lit depuis 2015.", "attribution"),
    (CRUE, "Le maire de Villebrune, Didier Roussel, accuse le syndicat de rivière d’avoir curé le lit depuis 2015.", "negation"),
    (CRUE, "« Nous ordonnons à chacun de rester chez soi », a-t-elle insisté.", "citation"),
    (CRUE, "« Nous demandons à chacun de rester chez soi », a insisté Didier Roussel.", "citation-autre"),
    (CRUE, "Météo-France prévoit une accalmie mardi.", "date"),
    (CRUE, "Le syndicat dément, car des travaux ont été menés en 2021.", "connecteur"),
    (CRUE, "Heureusement, aucun blessé n’est à déplorer.", "jugement"),
    (CRUE, "Un chien a sauvé trois enfants du hameau voisin, provoquant l’admiration générale.", "appui"),
    (CRUE, "Des blessés sont à déplorer.", "negation"),
    (LABO, "Selon la professeure Anne Keller, le vaccin a protégé huit souris sur dix.", "conditionnel"),
    (LABO, "Le vaccin aurait protégé huit souris sur dix, selon l’Agence du médicament.", "attribution-autre"),
    (LABO, "L’Agence du médicament a autorisé la vente du produit.", "negation"),
    (LABO, "L’institut Boréal a commencé mardi un essai de vaccin contre la fièvre des marais sur 120 volontaires à Strasbourg.", "nom"),
    (LABO, "La fièvre des marais a tué 64 personnes l’an prochain.", "date"),
    (LABO, "Toutes les associations réclament un dépistage gratuit.", "quantite"),
    (ELECTION, "Thierry Coste a été élu maire de Bréval dimanche avec 53,2 % des voix.", "nom-ailleurs"),
    (ELECTION, "Lucie Armand a félicité Thierry Coste.", "roles"),
    (ELECTION, "Thierry Coste a déposé un recours devant le tribunal administratif.", "conditionnel"),
    (ELECTION, "Lucie Armand a été élue maire de Bréval dimanche avec 53,2 points des voix.", "compte"),
    (CRUE, "Le niveau de la rivière pourrait encore monter de vingt mètres, selon Hélène Marsan.", "compte"),
    (ELECTION, "Des irrégularités ont été constatées dans deux bureaux.", "attribution"),
    (ELECTION, "Lucie Armand a rouvert la piscine.", "attribution"),
]


@pytest.mark.parametrize(("source", "text", "reason"), FAULTY, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_what_the_source_does_not_say_is_found(source: Article, text: str, reason: str) -> None:
    found = judge(text, source)
    assert found.verdict in ("unsupported", "changed-commitment")
    assert reason in {item.id for item in found.reasons}


def test_a_lost_hedge_is_a_change_of_commitment_and_not_an_unsupported_sentence() -> None:
    assert judge("Selon la professeure Anne Keller, le vaccin a protégé huit souris sur dix.", LABO).verdict == "changed-commitment"
    assert judge("Le vaccin a protégé neuf chats sur dix à Lyon.", LABO).verdict == "unsupported"


def test_a_copy_is_told_from_a_rewriting() -> None:
    assert judge("Le syndicat dément.", CRUE).verdict == "copied"
    assert judge("Le syndicat l’a démenti.", CRUE).verdict == "derived"


def test_the_nearest_source_sentence_is_given() -> None:
    found = judge("Karim Haddad assure que des travaux ont été menés en 2021.", CRUE)
    start, end = found.sources[0]
    assert CRUE.text[start:end].startswith("Son président, Karim Haddad")


MARKDOWN = """---
title: Crue
---

# Crue de l’Orvanne : *deux villages* évacués

<!-- intro -->
- Aucun blessé n’est à déplorer.
- Le syndicat **dément**.

| Qui | Quoi |
| --- | --- |
| Didier Roussel | maire de Villebrune |

Météo-France prévoit une accalmie [dimanche](https://example.org).
"""


def test_markdown_is_read_without_its_marks() -> None:
    units = [unit.text for unit in read_page(MARKDOWN, "md")]
    assert units == [
        "Crue de l’Orvanne : deux villages évacués",
        "Aucun blessé n’est à déplorer.",
        "Le syndicat dément.",
        "Qui",
        "Quoi",
        "Didier Roussel",
        "maire de Villebrune",
        "Météo-France prévoit une accalmie dimanche.",
    ]


def test_html_is_read_without_scripts_and_head() -> None:
    page = "<html><head><title>x</title><script>var a = '<p>faux</p>';</script></head><body><h1>Un &amp; deux</h1><p>Le <b>syndicat</b> dément.<br>Fin.</p></body></html>"
    assert [(unit.text, unit.heading) for unit in read_page(page, "html")] == [("Un & deux", True), ("Le syndicat dément.", False), ("Fin.", False)]


def test_the_three_forms_of_the_result() -> None:
    result = verify("# Crue : <b>l’Orvanne</b>\n\nLe syndicat dément. Cent <chats> sont morts à Lyon.", "md", CRUE, book=book())
    assert not result.faithful
    assert json.loads(to_json(result))["counts"]["copied"] == 1
    assert "sans appui" in to_table(result)
    page = to_html(result)
    assert "<chats>" not in page
    assert "&lt;chats&gt;" in page


def test_a_ledger_lets_a_template_speak() -> None:
    text = "Le point sur la crue : Didier Roussel."
    entry: dict[str, object] = {"text": text, "template": "inconnu"}
    assert verify(text, "text", CRUE, ledger=[entry], book=book()).sentences


def test_verify_gives_the_same_twice() -> None:
    page = "\n\n".join(text for source, text in SUPPORTED if source is CRUE)
    assert to_json(verify(page, "text", CRUE, book=book())) == to_json(verify(page, "text", CRUE, book=book()))


REGIE = titled(
    "Bus de Morlac : la régie augmente ses tarifs",
    "Le conseil de la régie des transports de Morlac a voté lundi, par 18 voix contre 9, un budget de 7 millions d’euros. Le ticket passera à 2 euros en mars.",
    "Les comptes sont contrôlés chaque année par un cabinet. La ligne 4 est à l’arrêt depuis une semaine.",
    "La directrice, Jeanne Vial, a indiqué que les travaux du dépôt étaient terminés. Le syndicat affirme que trois bus n’ont plus de freins. "
    "Le plan prévoit la fermeture de deux arrêts en avril. Il s’agit de la quatrième hausse en six ans.",
    "Élise Roy préside les Usagers de Morlac. Son association réclame à la régie le remboursement de 40 euros. Un conducteur juge les nouveaux abris trop étroits.",
)


@pytest.mark.parametrize(
    "text",
    [
        "Avec 18 voix contre 9 un budget de 7 millions a été validé lundi par les élus de la régie à Morlac.",
        "Tous les ans, un cabinet se charge de vérifier les comptes de la régie.",
        "Rien ne roule plus sur la ligne 4 depuis une semaine.",
        "Deux arrêts disparaîtront en avril et le ticket de bus coûtera désormais 2 euros.",
        "Quatre hausses se sont succédé en six ans.",
        "Élise Roy, des Usagers de Morlac, voudrait que la régie rende les 40 euros.",
        "Les travaux du dépôt sont finis, mais trois bus roulent sans freins, affirment Jeanne Vial et le syndicat.",
    ],
)
def test_other_words_for_the_same_thing_are_supported(text: str) -> None:
    judged = judge(text, REGIE)
    assert judged.verdict in ("derived", "copied"), judged.reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Trois bus de la régie circulent bel et bien dépourvus de freins.", "attribution"),
        ("Toutes les lignes de la ville de Morlac se trouvent immobilisées depuis une semaine.", "quantite"),
        ("À cause du ticket à 2 euros, la ligne 4 se retrouve à l’arrêt.", "connecteur"),
        ("Les comptes de la régie, eux, échappent : un cabinet ne les contrôle pas.", "negation-ajoutee"),
        ("Cinq hausses se sont succédé en six ans.", "nombre"),
        ("Le cabinet qui contrôle tous les ans les comptes est entièrement payé par la régie.", "quantite"),
        ("Les nouveaux abris sont bien trop étroits.", "attribution"),
        ("L’arrêt de la ligne 4 depuis une semaine est dû au mauvais entretien de la régie.", "connecteur"),
    ],
)
def test_other_words_for_another_thing_are_not(text: str, reason: str) -> None:
    judged = judge(text, REGIE)
    assert judged.verdict in ("unsupported", "changed-commitment")
    assert reason in {one.id for one in judged.reasons}, judged.reasons


def test_a_definition_of_the_standard_glossary_is_approved_word_for_word_where_the_article_names_it() -> None:
    definition = next(entry for entry in standard_entries(book()) if entry.id == "repere-cyberattaque")
    line = f"{definition.text} (Source : {definition.source}.)"
    struck = titled("Le port paralysé", "Une cyberattaque a paralysé mardi le port de Lormeil, selon son directeur, Paul Varenne.")
    found = verify(line, "text", struck, book=book())
    assert [item.verdict for item in found.sentences] == ["approved"] and found.faithful
    assert "1 approuvée," in to_table(found)
    assert not verify(line.replace("difficiles", "faciles"), "text", struck, book=book()).faithful
    assert not verify(definition.text, "text", struck, book=book()).faithful, "without its source"
    assert not verify(line, "text", CRUE, book=book()).faithful, "not named there"
    assert verify("## Cyberattaque : quelques repères", "md", struck, book=book()).faithful
    assert not verify("## Cyberattaque russe : quelques repères du parquet antiterroriste", "md", struck, book=book()).faithful
