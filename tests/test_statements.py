"""Statements: who says what, at which remove, on sentences written for the tests."""

from __future__ import annotations

import pytest

from seo_fr.analyse.examples import statements_of
from seo_fr.model import Span, Statement
from seo_fr.rulebook import load


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Class, commitment, speaker and content of each statement."""

    def of(span: Span | None) -> str:
        return "" if span is None else span.of(text)

    return [(s.cls, s.commitment, of(s.speaker_span), of(s.content)) for s in statements(text)]


def statements(text: str) -> tuple[Statement, ...]:
    return statements_of(text, load())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le préfet a déclaré que la route était coupée.", ("say", "attributed", "Le préfet", "la route était coupée")),
        ("La société nie avoir pollué la rivière.", ("deny", "denied", "La société", "avoir pollué la rivière")),
        ("La société a reconnu avoir pollué la rivière.", ("admit", "attributed", "La société", "avoir pollué la rivière")),
        ("Le syndicat accuse la direction de mensonge.", ("accuse", "alleged", "Le syndicat", "mensonge")),
        ("Le syndicat a accusé la direction d’avoir menti.", ("accuse", "alleged", "Le syndicat", "avoir menti")),
        ("Le maire est soupçonné d’avoir détourné des fonds.", ("accuse", "alleged", "", "avoir détourné des fonds")),
        ("Selon la préfecture, trois maisons ont brûlé.", ("say", "attributed", "la préfecture", "trois maisons ont brûlé")),
        ("Trois maisons ont brûlé, d’après les pompiers.", ("say", "attributed", "les pompiers", "Trois maisons ont brûlé")),
        ("Le suspect aurait quitté le pays.", ("say", "alleged", "", "Le suspect aurait quitté le pays")),
        ("La mairie a promis de rouvrir la piscine.", ("promise", "attributed", "La mairie", "rouvrir la piscine")),
        ("La mairie refuse de rouvrir la piscine.", ("refuse", "attributed", "La mairie", "rouvrir la piscine")),
        ("Le conseil a décidé de fermer la piscine.", ("decide", "attributed", "Le conseil", "fermer la piscine")),
        ("La mairie a annoncé la fermeture de la piscine.", ("announce", "attributed", "La mairie", "la fermeture de la piscine")),
        ("Pour Paul Vasseur, la ville est trop chère.", ("say", "attributed", "Paul Vasseur", "la ville est trop chère")),
        ("Six ouvriers ont été tués, ont annoncé le 26 mars les secours.", ("announce", "attributed", "les secours", "Six ouvriers ont été tués")),
        ("Le juge n’a pas confirmé que le suspect était mort.", ("say", "negated", "Le juge", "le suspect était mort")),
    ],
)
def test_constructions(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


def test_inverted_tag() -> None:
    text = "« La route restera coupée toute la semaine », a indiqué le préfet."
    (found,) = statements(text)
    assert found.content.of(text) == "La route restera coupée toute la semaine"
    assert found.speaker_span is not None and found.speaker_span.of(text) == "le préfet" and found.quote == 0


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("« La route restera coupée toute la semaine », ajoute-t-elle.", "ajouter", "elle"),
        ("« La route restera coupée toute la semaine », a-t-elle encore ajouté.", "ajouter", "elle"),
        ("La route restera coupée, estime-t-il.", "estimer", "il"),
        ("« Tout cela est grave pour la région », fustige encore l’association.", "fustiger", "l’association"),
    ],
)
def test_tag_with_a_pronoun(text: str, cue: str, speaker: str) -> None:
    (found,) = statements(text)
    assert found.cue_lemma == cue and found.speaker_span is not None and found.speaker_span.of(text) == speaker


def test_noun_with_selon_lequel() -> None:
    text = "Le ministre dément les rumeurs selon lesquelles il aurait quitté la France."
    assert ("say", "alleged", "", "il aurait quitté la France") in read(text)


def test_participle_speaks_for_its_noun() -> None:
    text = "La préfecture a publié un communiqué indiquant que la route est coupée."
    assert ("say", "attributed", "un communiqué", "la route est coupée") in read(text)


def test_two_removes() -> None:
    outer, inner = statements("La ministre a déclaré que les experts pensaient que la digue tiendrait.")
    assert (outer.cls, outer.remove, outer.parent) == ("say", 1, None)
    assert (inner.cls, inner.remove, inner.parent) == ("believe", 2, outer.id)


def test_target_and_time() -> None:
    text = "Le syndicat a accusé vendredi la direction d’avoir menti."
    (found,) = [s for s in statements(text) if s.cls == "accuse"]
    assert found.target is not None and found.target.of(text) == "la direction"
    assert found.time is not None and found.time.of(text) == "vendredi"


@pytest.mark.parametrize(
    "text",
    [
        "Le pont aurait dû être fermé.",
        "Si la digue avait cédé, la ville aurait disparu.",
        "Les joueurs défilent selon un calendrier précis.",
        "Le tribunal a condamné le voleur à un an de prison.",
        "Le train part plus tôt que prévu.",
        "La société n’exporte que du vin.",
        "Le club compte trois cents membres.",
        "La maire s’est rendue à Rome.",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text) == ()


def test_the_objects_names_are_no_accusation() -> None:
    assert all("ville" not in content for _, _, _, content in read("Le syndicat accuse le maire de la ville de mensonge."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # opinions are beliefs, whoever the parser takes «il» for
        ("Le préfet estime que la digue tiendra.", [("believe", "attributed", "Le préfet", "la digue tiendra")]),
        ("Il estime que la question n’est pas prioritaire.", [("believe", "attributed", "Il", "la question n’est pas prioritaire")]),
        # a second cue without a subject of its own
        (
            "Le maire a dit que la route fermerait et a ajouté que les travaux dureraient un mois.",
            [("say", "attributed", "Le maire", "la route fermerait"), ("say", "attributed", "Le maire", "les travaux dureraient un mois")],
        ),
        ("Le maire a exprimé sa solidarité et salué les secours.", [("say", "attributed", "Le maire", "sa solidarité"), ("welcome", "attributed", "Le maire", "les secours")]),
        # participles speak for the subject of the clause, or of the tag
        (
            "Le préfet juge que la digue tiendra, tout en expliquant surveiller le fleuve.",
            [("believe", "attributed", "Le préfet", "la digue tiendra"), ("say", "attributed", "Le préfet", "surveiller le fleuve")],
        ),
        (
            "Le directeur a rappelé que le site serait vendu, précisant que cent emplois seraient menacés.",
            [("say", "attributed", "Le directeur", "le site serait vendu"), ("say", "attributed", "Le directeur", "cent emplois seraient menacés")],
        ),
        # tags
        ("Le texte serait caduc, ont fait savoir les députés.", [("say", "attributed", "les députés", "Le texte serait caduc")]),
        ("La ville est privée d’eau a indiqué hier la préfecture.", [("say", "attributed", "la préfecture", "La ville est privée d’eau")]),
        ("La route est coupée, comme l’a indiqué la préfecture.", [("say", "attributed", "la préfecture", "La route est coupée")]),
        # naming and seeing as
        ("L’opposition considère le budget comme une provocation.", [("believe", "attributed", "L’opposition", "une provocation")]),
        ("Le syndicat voit dans cette réforme un recul social.", [("believe", "attributed", "Le syndicat", "un recul social")]),
        ("Le ministre a qualifié la grève d’irresponsable.", [("say", "attributed", "Le ministre", "irresponsable")]),
        ("Le maire s’est déclaré favorable au projet.", [("say", "attributed", "Le maire", "favorable au projet")]),
        # passives with their agent
        ("Le plan a été jugé trop coûteux par le Sénat.", [("believe", "attributed", "le Sénat", "trop coûteux")]),
        ("Le maire est accusé par un élu d’avoir détourné des fonds.", [("accuse", "alleged", "un élu", "avoir détourné des fonds")]),
        ("La réforme était dénoncée par les syndicats.", [("deplore", "attributed", "les syndicats", "La réforme")]),
        # viewpoints
        ("Pour Marie Dupont, présidente du comité, la réforme est nécessaire.", [("say", "attributed", "Marie Dupont", "la réforme est nécessaire")]),
        ("Le député a voté contre, mais pour la ministre, la loi est bonne.", [("say", "attributed", "la ministre", "la loi est bonne")]),
        # «que» after an adjunct
        ("La conductrice a affirmé à son patron que la barrière était levée.", [("say", "attributed", "La conductrice", "la barrière était levée")]),
        ("Le député a demandé aux autorités d’enquêter sur la société.", [("ask", "attributed", "Le député", "enquêter sur la société")]),
        # forecasts and warnings of a noun
        ("L’institut prévoit une hausse du chômage.", [("announce", "attributed", "L’institut", "une hausse du chômage")]),
        ("L’institut met en garde contre une pénurie d’eau.", [("warn", "attributed", "L’institut", "une pénurie d’eau")]),
        # « selon X » over what is coordinated
        ("Selon la police, deux hommes ont été tués, mais le prêtre est blessé.", [("say", "attributed", "la police", "deux hommes ont été tués, mais le prêtre est blessé")]),
    ],
)
def test_voices(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le suspect a été jugé hier à Lille.",
        "Un incendie s’est déclaré hier soir.",
        "La plainte est jugée recevable.",
        "Le texte a été rejeté par le Sénat.",
        "Pour les familles, la facture augmentera de dix euros.",
        "Pour les autres communes, les travaux commencent.",
        "On note que la route est coupée.",
        "La seconde période a confirmé la domination du club.",
        "Un voyageur refusant de payer a quitté le train.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert read(text) == []


def test_two_hearsay_conditionals_are_two_statements() -> None:
    assert [(s.commitment, s.cue_lemma) for s in statements("Le voyageur aurait regardé le chauffeur et aurait mimé un geste.")] == [("alleged", "regarder"), ("alleged", "mimer")]


def test_first_person_within_a_quote_adds_no_voice() -> None:
    text = "« Nous pensons que la ville doit changer de règle », a déclaré le maire."
    (found,) = statements(text)
    assert found.speaker_span is not None and found.speaker_span.of(text) == "le maire"
