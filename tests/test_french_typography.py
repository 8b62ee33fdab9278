"""Typography, numbers, width, slugs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_fr.check.orthography import orthographic
from seo_fr.edits import apply_edits
from seo_fr.french.numbers import Quantity, group_digits, parse_number, spell
from seo_fr.french.slug import slugify
from seo_fr.french.typography import NBSP, THIN, typeset, typography_edits
from seo_fr.french.width import fits_title, title_width
from seo_fr.model import Edit, Span


def _shown(text: str) -> str:
    return text.replace(NBSP, "~").replace(THIN, "^")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Iran a dit: \"oui\"!", "L’Iran a dit~: «~oui~»^!"), ("“Oui”, dit-il.", "«~Oui~», dit-il."), ("«Non» ?", "«~Non~»^?"), ("« oui »", "«~oui~»"), ("14 000 morts", "14~000~morts"), ("30% de 5 €", "30~% de 5~€"),
        ("M. Dupont", "M.~Dupont"), ("Mme Durand", "Mme~Durand"), ("n° 3", "n°~3"), ("n°3", "n°~3"), ("Attends...", "Attends…"), ("Les Etats-Unis et l'Etat", "Les États-Unis et l’État"), ("A l'issue", "À l’issue"), ("A Paris, il", "À Paris, il"),
        ("1 234 567 km", "1~234~567~km"), ("Quoi ?!", "Quoi^?!"), ("Fin. A Paris", "Fin. À Paris"), ("qu'\"il\"", "qu’«~il~»"), ("oui -- non", "oui – non"), ("Un - deux - trois", "Un – deux – trois"), ("l'Eglise", "l’Église"), ("10 %", "10~%"),
        ("il vient;", "il vient^;"), ("la 44ème journée", "la 44e journée"), ("les 3èmes assises", "les 3es assises"), ("la 1ère fois", "la 1re fois"), ("la 2ieme place", "la 2e place"), ("au XXIème siècle", "au XXIe siècle"),
        ("30 e et 35 e places", "30e et 35e places"), ("la 50 e édition", "la 50e édition"), ("au XX e siècle", "au XXe siècle"), ("le 1 er mai", "le 1er mai"), ("à 80km/h", "à 80~km/h"), ("un 100m, puis", "un 100~m, puis"), ("10,5kg de riz", "10,5~kg de riz"),
        ("le 5 Janvier 2019.", "le 5 janvier 2019."), ("A 9h49, il", "À 9h49, il"), ("A cinq kilomètres de là", "À cinq kilomètres de là"), ("A Rivemont, il dort", "À Rivemont, il dort"),
    ],
)  # fmt: skip
def test_typeset_changes(text: str, expected: str) -> None:
    assert _shown(typeset(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "http://exemple.fr/a?b=1;c", "contact@exemple.fr", "www.exemple.fr/l'ile", "à 20:30", "(12:30)", "3-1", "M Dupont", "5' 6\"", "un \"mot et", "A dit cela", "A. Dupont", "Elle a", "le 12 mars 2024", "Il a dit.", "R5",
        "`a = \"b\"`", "Elias", "Edouard", "rien", "", "…", "20:30:15", "exemple.fr", "tél. 01 02 03 04 05", "Jean-Pierre", "week-end", "1990-1995", "le 11 Septembre", "4x100m", "1m80", "F-16m", "5m€", "44e", "20 e", "15 et 16", "problème", "A dégager.", "A Beautiful Mind, il", "mai 2019", "le 1er mai", "vitamine B12ème", "« Il dit “oui” »".replace(" ", NBSP), "F-16", "2,5", "A330", "@compte",
    ],
)  # fmt: skip
def test_typeset_spares(text: str) -> None:
    assert typeset(text) == text


_FRAGMENTS = st.lists(
    st.sampled_from(["L'Iran", "14 000", "30%", "\"", "“", "”", "«", "»", " ", "\u00a0", "\u202f", ":", ";", "!", "?", "...", "Etat", "A Paris", "M.", "Dupont", "n°", "3", "20:30", "http://x.fr/a", "-", "--", "km", "\n", "(", ")", "é", "'", "&", ".", ",", "a@b.fr"]),
    max_size=14,
)  # fmt: skip


@given(st.one_of(_FRAGMENTS.map("".join), st.text(max_size=40)))
@settings(max_examples=600, deadline=None)
def test_edits_are_the_typesetting_and_a_second_pass_changes_nothing(text: str) -> None:
    edits = typography_edits(text, 7)
    done = text
    for edit in reversed(edits):
        done = done[: edit.span.start - 7] + edit.after + done[edit.span.end - 7 :]
    assert done == typeset(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(edits))
    assert typeset(done) == done


@pytest.mark.parametrize(
    ("text", "value", "approximate"),
    [
        ("14 000", "14000", False), ("14\u202f000", "14000", False), ("14\u00a0000", "14000", False), ("1,2 million", "1200000", False), ("quatre-vingts", "80", False), ("une dizaine", "10", True), ("quatre-vingt-dix-sept", "97", False),
        ("deux cent mille", "200000", False), ("mille deux cent trente-quatre", "1234", False), ("vingt et un", "21", False), ("soixante et onze", "71", False), ("3 milliards", "3000000000", False), ("deux millions trois cent mille", "2300000", False),
        ("un millier", "1000", True), ("300 mille", "300000", False), ("1,5", "1.5", False), ("Une centaine", "100", True), ("septante-deux", "72", False), ("un", "1", False), ("deux milliers", "2000", True), ("trois-cent-mille", "300000", False),
    ],
)  # fmt: skip
def test_parse_number(text: str, value: str, approximate: bool) -> None:
    assert parse_number(text) == Quantity(value, approximate)


@pytest.mark.parametrize("text", ["des dizaines", "quelques milliers", "quarante vingt", "drone", "", "million", "cent un mille mille", "un demi", "deux virgule cinq", "12 h", "vingt vingt", "dix-un", "milliers", "3-1"])
def test_parse_number_refuses(text: str) -> None:
    assert parse_number(text) is None


def test_numbers_are_spelt_as_they_are_read() -> None:
    for n in [*range(2000), *range(2000, 1_000_000, 4999), 80_000, 80_080, 200_000, 1_000_000, 2_300_080]:
        words = spell(n)
        assert words is not None and parse_number(words) == Quantity(str(n))
    assert spell(80) == "quatre-vingts" and spell(80_000) == "quatre-vingt mille" and spell(281) == "deux cent quatre-vingt-un" and spell(200) == "deux cents"
    assert spell(21, feminine=True) == "vingt et une" and spell(71) == "soixante et onze" and spell(-1) is None
    assert group_digits(14000) == f"14{NBSP}000" and group_digits(2024) == "2024"


def test_width() -> None:
    assert title_width("") == 0
    assert title_width("i") == 4.44 and title_width("W") == 18.88
    assert title_width("é") == title_width("e")
    assert title_width("漢") == 20.0
    assert fits_title("Drones iraniens : ce que les États-Unis reprochent à l’Iran")
    assert not fits_title("W" * 40)
    assert not fits_title("i" * 61)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Drones iraniens", "les États-Unis accusent l’Iran"), "drones-iraniens-etats-unis-accusent-iran"), (("L’œuvre d’Erdoğan",), "oeuvre-erdogan"), (("14 000 morts",), "14000-morts"), (("Зеленский",), "zelenskiy"), (("de la",), ""),
        (("Łódź, ça va !",), "lodz-va"), (("grève grève",), "greve"),
    ],
)  # fmt: skip
def test_slugify(words: tuple[str, ...], expected: str) -> None:
    assert slugify(*words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les maliens ont voté.", "Les Maliens ont voté."),
        ("La britannique Anne Morel a gagné.", "La Britannique Anne Morel a gagné."),
        ("Un belge Paul Devos.", "Un Belge Paul Devos."),
        ("Les électeurs maliens ont voté.", "Les électeurs maliens ont voté."),
        ("Le français est parlé.", "Le français est parlé."),
        ("L’entraîneur belge Paul Devos.", "L’entraîneur belge Paul Devos."),
    ],
)
def test_a_people_has_its_capital_where_it_is_a_noun(text: str, expected: str) -> None:
    assert typeset(text) == expected
    assert all(orthographic(edit, text) for edit in typography_edits(text) if edit.rule == "capitale-gentile")


def test_a_capital_on_another_word_is_no_mend() -> None:
    assert not orthographic(Edit("typography", "capitale-gentile", Span(4, 5), "M"), "Les maires ont voté.")
    assert not orthographic(Edit("typography", "capitale-gentile", Span(14, 15), "M"), "Les électeurs maliens ont voté.")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("une oeuvre au coeur de Lens", "une œuvre au cœur de Lens"), ("l’oeil et la main-d'oeuvre", "l’œil et la main-d’œuvre"), ("le coefficient de la moelle, Noé Oeuvrard", "le coefficient de la moelle, Noé Oeuvrard")],
)
def test_two_letters_are_one_where_french_has_one(written: str, wanted: str) -> None:
    assert apply_edits(written, Span(0, len(written)), typography_edits(written, 0)) == wanted
