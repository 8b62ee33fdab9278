"""« L’essentiel en bref »: fragments of one clause under their labels; quotation marks and stops as French has them."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.model import Article, Paragraph, Passage, Slot, Span, Templated
from seo_fr.options import Options
from seo_fr.propose import all_tellings, focus
from seo_fr.propose.brief_block import brief
from seo_fr.propose.marks import mark_edits
from seo_fr.propose.score import Scores
from seo_fr.propose.source import finish
from seo_fr.propose.who import quote_bullets
from seo_fr.rulebook import load
from tests.articles import understood


def box(title: str, *paragraphs: str) -> list[str]:
    source, book = understood(*paragraphs, title=title), load()
    scores = Scores(source, focus(source.analysis, Options()))
    found = brief(source, book, all_tellings(source), scores, "essai")
    kept = [c.passages[0] for c in found if not any(f.severity == "error" for f in check_passage(c.passages[0], source.analysis.article, book))]
    return [passage.text.replace("\u00a0", " ") for passage in kept]


def test_a_vote_has_who_when_and_the_votes() -> None:
    found = box("Le conseil de Vimont adopte le budget", "Le conseil municipal de Vimont a adopté mardi soir un budget de 12 millions d’euros, par 21 voix contre 9.")
    assert {"Qui : Le conseil municipal de Vimont", "Quand : Mardi soir", "Vote : 21 voix contre 9"} <= set(found)


def test_a_sentence_passed_is_given_whole() -> None:
    found = box("Trois ans de prison pour l’ancien comptable", "Le tribunal correctionnel de Vimont a condamné jeudi Paul Marchand à trois ans de prison, dont deux avec sursis, pour abus de confiance.")
    assert "Peine : Trois ans de prison, dont deux avec sursis" in found
    assert "Condamné : Paul Marchand" in found
    assert not any(entry.startswith("Qui") for entry in found)


def test_a_toll_keeps_all_it_counts() -> None:
    found = box("Un autocar quitte la route", "Un autocar a quitté la route dimanche près de Vimont, faisant deux morts et dix-sept blessés, dont quatre dans un état grave.")
    assert "Bilan : Deux morts et dix-sept blessés, dont quatre dans un état grave" in found


def test_a_reported_toll_says_who_gives_it() -> None:
    found = box("Deux ouvriers tués à Vimont", "Deux ouvriers ont été tués à Vimont, a indiqué la préfecture de la Somme.")
    assert not any(entry.startswith("Bilan") and "selon" not in entry for entry in found)


def test_what_is_to_come() -> None:
    found = box("La passerelle de Vimont est fermée", "La passerelle de Vimont est fermée depuis lundi pour des raisons de sécurité.", "La réunion publique aura lieu le 12 mars.")
    assert "Quand : Depuis lundi" in found
    assert "Pourquoi : Pour des raisons de sécurité" in found
    assert any(entry.startswith("À venir : La réunion publique") for entry in found)


@pytest.mark.parametrize("sentence", ["Il a quitté la ville.", "Le maire n’a pas adopté le budget mardi.", "Selon Paul Marchand, le budget a été adopté mardi."])
def test_what_is_not_certain_has_no_entry(sentence: str) -> None:
    assert not any(entry.startswith(("Qui", "Quand", "Quoi")) for entry in box("Le maire et le budget", sentence))


def _boxed(text: str, label: str, words: str) -> bool:
    article = Article(text, None, (Paragraph(Span(0, len(text))),))
    start = text.lower().index(words.lower())
    shown = words[0].upper() + words[1:]
    from seo_fr.model import Edit

    edits = () if text[start] == shown[0] else (Edit("case", "majuscule-initiale", Span(start, start + 1), shown[0]),)
    name = {"peine": "Peine", "quand": "Quand", "bilan": "Bilan", "vote": "Vote"}[label]
    passage = Passage("brief-bullet-x", "bullet", f"{name}\u00a0: {shown}", Templated(f"brief/{label}/{label}", (Slot("fragment", shown, (Span(start, start + len(words)),), edits=edits),)))
    return not any(finding.severity == "error" for finding in check_passage(passage, article, load()))


def test_the_check_refuses_a_fragment_cut_short_or_under_another_label() -> None:
    text = "Le tribunal de Vimont a condamné jeudi Paul Marchand à trois ans de prison, dont deux avec sursis."
    assert _boxed(text, "peine", "trois ans de prison, dont deux avec sursis")
    assert not _boxed(text, "peine", "trois ans de prison")
    assert not _boxed(text, "quand", "Paul Marchand")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jeanne Morel a déclaré : « Nous jouerons la saison ».", "Jeanne Morel a déclaré : « Nous jouerons la saison. »"),
        ("Jeanne Morel a déclaré : « nous jouerons la saison ».", "Jeanne Morel a déclaré : « Nous jouerons la saison. »"),
        ("Jeanne Morel a déclaré : « Nous jouerons la saison. »", "Jeanne Morel a déclaré : « Nous jouerons la saison. »"),
        ("Jeanne Morel juge la décision « trop tardive ».", "Jeanne Morel juge la décision « trop tardive »."),
        ("Jeanne Morel a dit que « nous jouerons la saison ».", "Jeanne Morel a dit que « nous jouerons la saison »."),
    ],
)
def test_the_stop_of_a_quoted_sentence_is_inside(text: str, wanted: str) -> None:
    source = understood(text)
    done = finish(source, Span(0, len(text)), [])
    assert done is not None and done[2].replace("\u00a0", " ") == wanted


def test_marks_of_a_text_without_quotes_stay() -> None:
    source = understood("La mairie a fermé le pont.")
    assert mark_edits(source.analysis, Span(0, 26), []) == []


def test_words_to_somebody_unnamed_are_left() -> None:
    source, book = understood("Jeanne Morel a pris la parole. « Vous avez fait de votre théâtre un lieu ouvert à tous », a déclaré Jeanne Morel."), load()
    assert quote_bullets(source, book, Scores(source, focus(source.analysis, Options())), "essai") == []


def test_one_function_for_two_people_is_nobodys() -> None:
    text = "L’entraîneur, Paul Marchand, a pris la parole. « Nous avons pris ce match à la légère », a déclaré Paul Marchand. L’entraîneur de Vimont a souri."
    source, book = understood(text), load()
    assert quote_bullets(source, book, Scores(source, focus(source.analysis, Options())), "essai") == []
