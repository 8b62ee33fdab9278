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
