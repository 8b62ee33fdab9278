"""What a reader would ask, and what the page has told already: thin questions, details, empty words and repeated answers fall away."""

from __future__ import annotations

import pytest

from seo_fr.choose.known import is_known
from seo_fr.model import Copied, Passage, Span
from seo_fr.options import Options
from seo_fr.propose import propose
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.heard import says_something
from seo_fr.propose.tell import Source
from seo_fr.rulebook import load
from tests.articles import asked, pairs, understood

PARAGRAPHS = (
    "Le tribunal de Varne a condamné mardi la société Ardel à une amende de 40 000 euros pour la pollution de la Dorle.",
    "La directrice du syndicat de pêche, Odile Sarrat, a salué le jugement. Le technicien Paul Brun a été transporté à l’hôpital de Dorlay. La fanfare a joué vendredi à Louvec pour collecter des jouets.",
    "« On a pris cette rivière à la légère pendant dix ans et les pêcheurs l’ont payé », a lâché Hervé Moulin. « Nous verrons bien », a répondu le maire de Varne, Luc Arnoux.",
    "L’audience d’appel se tiendra le 3 mai à Dorlay. Elle durera deux jours. Le maire a promis de « gouverner pour tous ».",
)


@pytest.mark.parametrize("opening", ["Qui est Odile", "Où le technicien", "Quand la fanfare", "Dans quel but la fanfare", "Pourquoi la fanfare", "Que dit Hervé", "Que dit Luc", "Qu’a promis"])
def test_what_nobody_asks_has_no_question(opening: str) -> None:
    assert not [pair for pair in pairs(*PARAGRAPHS) if pair[0].startswith(opening)]


def test_a_date_is_asked_of_what_is_to_come_and_answered_in_one_sentence() -> None:
    found = [answer for question, answer in pairs(*PARAGRAPHS) if question.startswith(("Quand l’audience", "À quelle date l’audience", "Où et quand l’audience"))]
    assert found and all("3 mai" in answer and "deux jours" not in answer for answer in found)


def test_one_page_asks_once_what_somebody_says() -> None:
    article = (*PARAGRAPHS[:1], "« La Dorle mettra vingt ans à retrouver ses truites et ses écrevisses », a déclaré Odile Sarrat, directrice du syndicat de pêche.")
    said = [candidate for candidate in asked(*article)[1] if candidate.template == "question/declaration-role/que-dit"]
    assert said and all("parole:dit" in candidate.tags for candidate in said)


@pytest.mark.parametrize("words", ["Nous verrons bien", "Il faut agir", "On nous a répondu que cela coûtait trop cher", "Dans ce contexte, la victoire de ce soir a un goût que personne ici n’oubliera avant longtemps"])
def test_empty_words_are_no_row(words: str) -> None:
    assert not says_something(words)


@pytest.mark.parametrize("words", ["Trois écoles ferment en juin", "Nous disposons de preuves techniques que nos alliés ont vérifiées"])
def test_words_that_tell_are_one(words: str) -> None:
    assert says_something(words)


def _entry(place: str, *texts: str) -> Candidate:
    return Candidate(place, tuple(passage(place, "answer", text, Copied(Span(0, 1))) for text in texts), (), (0,), 0)


def test_what_a_line_says_is_not_asked_again() -> None:
    line = "La quatrième étape partira dimanche de Brézac, à 14 heures."
    assert is_known("qa", _entry("qa", "Quand la quatrième étape partira-t-elle ?", "Elle partira dimanche de Brézac."), [line])
    assert not is_known("qa", _entry("qa", "Combien de kilomètres compte la quatrième étape ?", "Elle compte 142 kilomètres."), [line])
    assert not is_known("qa", _entry("qa", "Quand le procès s’ouvrira-t-il ?", "Dimanche."), [line])


def test_a_row_of_the_box_that_a_line_says_is_known() -> None:
    assert is_known("brief", _entry("brief", "Qui : La coureuse Lise Aubry"), ["La coureuse Lise Aubry a remporté l’étape."])
    assert not is_known("brief", _entry("brief", "Vote : 27 voix contre 14"), ["Le conseil a adopté le budget."])


def test_a_row_of_several_sentences_is_all_the_speakers() -> None:
    source = understood(
        "Le tribunal de Varne a condamné mardi la société Ardel à une amende de 40 000 euros.",
        "Le préfet de la Dorle, Luc Arnoux, estime les dégâts à 3 millions d’euros. Les pêcheurs ont vidé deux étangs. Selon un médecin cité par la radio, Hervé Moulin, le sang manque à l’hôpital.",
    )
    rows = [item.text for item in who_of(source)]
    assert any("Luc Arnoux" in row and "3\u00a0millions" in row for row in rows)
    assert not any("étangs" in row for row in rows)
    assert not any(row.startswith("Selon Hervé Moulin,") for row in rows)


def who_of(source: Source) -> tuple[Passage, ...]:
    return tuple(candidate.passages[0] for candidate in propose(source.analysis, load(), Options(), "clé").at("who"))


def test_a_figure_in_passing_is_no_row() -> None:
    source = understood("Dans la commune de 1 900 habitants, la nouvelle a surpris.", "Le préjudice est évalué à 890 000 euros.")
    rows = [candidate.passages[0].text for candidate in propose(source.analysis, load(), Options(), "clé").at("figures")]
    assert not any("surpris" in row for row in rows) and any("890" in row for row in rows)


def test_the_number_that_a_row_gives_is_not_asked_for() -> None:
    assert is_known("qa", _entry("qa", "À combien la participation s’est-elle élevée ?", "Elle s’est élevée à 71 %, soit six points de plus qu’en 2020."), ["71 % : la participation."])
    assert not is_known("qa", _entry("qa", "Combien coûtera le chantier ?", "Il coûtera 71 millions d’euros."), ["71 % : la participation."])


def test_nobody_asks_what_is_answered_by_yes_nor_what_a_government_among_two_has_done() -> None:
    article = (
        "La Morvélie et le Taldor ont signé vendredi à Louvec un accord sur la pêche au cabillaud.",
        "Les obsèques du négociateur seront célébrées lundi à Varne.",
        "La Morvélie perd deux ports. Le Taldor en perd trois. Le gouvernement a promis 75 millions d’euros d’aides aux pêcheurs.",
    )
    found = pairs(*article)
    assert not [answer for _, answer in found if answer.startswith("Oui")]
    assert not [question for question, _ in found if question.startswith("Qu’a promis le gouvernement")]


def test_a_statement_that_a_heading_tells_is_no_row() -> None:
    assert is_known("who", _entry("who", "Les syndicats appellent à la grève dès mercredi."), ["Les syndicats appellent à la grève dès mercredi"])
    assert not is_known("who", _entry("who", "Le maire redoute des conséquences pour les sous-traitants."), ["Les syndicats appellent à la grève dès mercredi"])
