"""What the newspaper vouches for, and who speaks, on invented sentences of later days."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.model import Article, Paragraph, Span


def read(text: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The commitment of each clause, and of each statement the cue, the speaker's words and what is said."""
    analysis = analyse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    said = [(s.cue.of(text), s.speaker_span.of(text) if s.speaker_span else "", s.content.of(text)) for s in analysis.statements]
    return [clause.commitment for clause in analysis.clauses], said


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("La nouvelle génération est dite favorable au dialogue.", "attributed"),
        ("Ce chercheur passe pour le meilleur de sa génération.", "attributed"),
        ("Le cortège est passé pour la première fois par le pont.", "asserted"),
        ("L’agence a affiné ses calculs : la chute de l’engin aura probablement lieu en avril.", "conditional"),
        ("Que la ville ait saisi le juge semble prouver l’existence du projet.", "conditional"),
        ("C’est aussi ce que pense le père d’un des élèves.", "attributed"),
        ("La chaîne met « tout en œuvre, avec le soutien de l’ambassade, pour assurer la sécurité de ses équipes ».", "attributed"),
        ("Le maire fait sa campagne, mais pour le gouvernement il ne s’agit que de manipulations.", "attributed"),
        ("À la fin, Paul Vasseur se vantait « d’avoir tout gagné ».", "alleged"),
        ("Il faut dire que le sujet est sensible dans la région.", "asserted"),
        ("Il est à noter que le pont est fermé depuis mardi.", "asserted"),
        ("Et c’est ce que redoutent les habitants des villes voisines.", "attributed"),
        ("Il faut dire que les travaux auraient coûté cher.", "attributed"),
        ("Une plaque a été dévoilée par le maire de la ville.", "asserted"),
        ("Le projet a été dévoilé par le maire de la ville.", "attributed"),
    ],
)
def test_what_the_newspaper_vouches_for(text: str, commitment: str) -> None:
    assert read(text)[0] == [commitment]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le prix monte trop », déplore-t-il, estimant que chaque élu devrait payer.", ("estimant", "il", "chaque élu devrait payer")),
        ("Ému, Vasseur a rendu hommage à son ami depuis Brelle, confiant qu’il était très dur d’en parler.", ("confiant", "Vasseur", "il était très dur d’en parler")),
        ("Pour Jean Vasseur, le directeur de cabinet du préfet, le collectif a perdu toute crédibilité.", ("Pour", "Jean Vasseur", "le collectif a perdu toute crédibilité")),
        ("Les élus sont critiques, et pour le maire c’est une faute grave.", ("pour", "le maire", "c’est une faute grave")),
        ("Le maire et son adjoint ont annoncé une hausse des loyers.", ("ont annoncé", "Le maire et son adjoint", "une hausse des loyers")),
        ("Les dirigeants du club et leur avocat ont nié toute faute.", ("ont nié", "Les dirigeants du club et leur avocat", "toute faute")),
        ("Le maire a ouvert le parc et les élus ont annoncé une fête.", ("ont annoncé", "les élus", "une fête")),
        ("Alain Vasseur a affirmé qu’il ne serait pas « une solution de rechange » si le maire partait.", ("a affirmé", "Alain Vasseur", "il ne serait pas « une solution de rechange » si le maire partait")),
        ("Brelland : Human Help Watch dénonce les actes de torture", ("dénonce", "Human Help Watch", "les actes de torture")),
        ("La ville a agi, bien que, comme le rappelle la Ligue bleue, « la région a bloqué les efforts du conseil ».", ("le rappelle", "la Ligue bleue", "la région a bloqué les efforts du conseil")),
        ("Paul Vasseur a expliqué qu’il allait partir, même si, selon lui, « cela va être long ».", ("selon", "lui", "cela va être long")),
        ("Avec son parti, il a constaté son échec et, selon Paul Vasseur, la difficulté d’« agir à plusieurs ».", ("selon", "Paul Vasseur", "la difficulté d’« agir à plusieurs »")),
        ("Le préfet appelle les commerçants du centre « à fermer plus tôt » samedi.", ("appelle", "Le préfet", "fermer plus tôt » samedi")),
    ],
)
def test_who_says_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)[1]


def test_remarks_and_quoted_infinitives_are_nobodys_words() -> None:
    assert read("Il faut dire que le sujet est sensible dans la région.")[1] == []
    said = read("Marie Vasseur, ministre des Sports, affirme qu’« appeler à brûler le stade, ce n’est plus du sport, ce n’est pas la fête ».")[1]
    assert [cue for cue, _, _ in said] == ["affirme"]


def test_the_name_after_the_function_of_a_source() -> None:
    said = read("Selon le président du comité, Paul Vasseur, « nous serons cinq cents à la clôture », tandis que le premier jour avait réuni trois cents personnes.")[1]
    assert said[0][:2] == ("Selon", "le président du comité, Paul Vasseur")


@pytest.mark.parametrize("text", ["Le suspect a été arrêté, n’ayant opposé « aucune résistance ».", "Jeanne Morin demande que le collectif des « veilleurs libres » soit reçu vendredi."])
def test_deeds_and_names_in_marks_have_no_speaker(text: str) -> None:
    analysis = analyse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    assert [quote.speaker_span for quote in analysis.quotes] == [None]


def quoted(text: str) -> list[str]:
    analysis = analyse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    return ["" if q.speaker is None else next(e for e in analysis.entities if e.id == q.speaker).name.of(text) for q in analysis.quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Mettre des pansements tous les trois ans, ça va un moment », juge son porte-parole, Luc Tardif, lui-même éleveur.", "Luc Tardif"),
        ("Le maire (sans étiquette), Bernard Vasseur, ne décolère pas. « On m’a prévenu trop tard », s’emporte-t-il.", "Bernard Vasseur"),
        ("Ému, Vasseur lui a donc rendu hommage, confiant qu’il était « très dur d’en parler ».", "Vasseur"),
        ("La faute est pour son coach, Alain Zerbin. Le technicien brellois n’a pas digéré. « Il faut être sérieux à ce niveau », pestait-il.", "Alain Zerbin"),
    ],
)
def test_whose_words(text: str, speaker: str) -> None:
    assert quoted(text) == [speaker]


def test_a_coach_of_the_other_side_is_nobody_for_certain() -> None:
    first = "« On jouait avec le frein à main », convenait l’entraîneur Stéphane Vasseur."
    text = first + "\n\nUne faute est pour son coach, Alain Zerbin. Le technicien brellois n’a pas digéré. « Il faut être sérieux à ce niveau », pestait-il."
    article = Article(text, None, (Paragraph(Span(0, len(first))), Paragraph(Span(len(first) + 2, len(text)))))
    analysis = analyse(article)
    assert analysis.quotes[1].speaker != analysis.quotes[0].speaker
