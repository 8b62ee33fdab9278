"""Title tags that turn the news about, write an ordinal in figures, and the keyphrase chosen with them; on invented titles and sentences."""

from __future__ import annotations

import pytest

from seo_fr.check.turned import turned_reasons
from seo_fr.model import Edit, Slot, Span
from seo_fr.options import Options
from seo_fr.propose import Candidate, focus, propose
from seo_fr.propose.turned_titles import by_the_name, turned
from seo_fr.propose.untitled import opening_lines
from seo_fr.rulebook import load
from tests.articles import understood

BODY = "La décision a été rendue lundi à Valmont. Le préfet a salué la décision, mardi. Les habitants attendent des réponses."


def _titled(title: str) -> list[str]:
    return [slot.text for slot, _ in turned(understood(BODY, title=title))]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Valdoré : la Cour d’appel de San Morel valide la suspension du décret sur l’immigration", "La suspension du décret sur l’immigration validée"),
        ("Le tribunal correctionnel de Valmont condamne l’ancien maire Paul Vidal à trois ans de prison ferme", "Paul Vidal condamné à trois ans de prison ferme"),
        ("Le conseil municipal de Valmont-sur-Loire adopte la vente de l’ancien hôpital des Augustins", "La vente de l’ancien hôpital des Augustins adoptée"),
    ],
)
def test_a_long_active_title_in_the_passive(title: str, wanted: str) -> None:
    assert wanted in _titled(title)


@pytest.mark.parametrize(
    "title",
    [
        "Le tribunal correctionnel de Valmont condamne Paul Vidal à quatre ans de prison, dont deux avec sursis",
        "Le conseil municipal de Valmont-sur-Loire n’adopte pas la vente de l’ancien hôpital des Augustins",
        "Le Parlement du Valdoré adopte en première lecture la réforme de la justice des mineurs isolés",
        "Le maire de Valmont-sur-Loire condamne l’incendie de la mairie et demande des renforts de police",
        "La préfecture de Valmont autorise la chasse au loup dans dix départements du sud du pays",
        "Le Parlement du Valdoré adopte la réforme de la justice des mineurs, mais sans son article premier",
        "Selon le parquet de Valmont, le tribunal suspend la vente de l’ancien hôpital des Augustins",
    ],
)
def test_what_a_passive_would_lose_or_change(title: str) -> None:
    assert _titled(title) == []


def test_an_untitled_verdict() -> None:
    source = understood("La cour d’assises du Rhône a condamné jeudi Anne Morel à douze ans de réclusion criminelle pour le meurtre de son mari.", BODY)
    assert [slot.text for slot, _ in turned(source)] == ["Anne Morel condamnée à douze ans de réclusion criminelle"]


def test_the_second_reader_holds_who_did_what_to_whom() -> None:
    text = "Le juge Paul Vidal a relaxé lundi Anne Morel à Valmont. " + BODY
    source = understood(text)
    article = source.analysis.article

    def slot(thing: str, verb: str, done: str) -> Slot:
        spans = tuple(Span(article.text.index(words), article.text.index(words) + len(words)) for words in (thing, verb))
        return Slot("proposition", f"{thing} {done}", spans, edits=(Edit("tense", "passif-de-titre", spans[1], done),))

    assert turned_reasons(slot("Anne Morel", "a relaxé", "relaxée"), article) == ()
    assert turned_reasons(slot("Paul Vidal", "a relaxé", "relaxé"), article)
    assert turned_reasons(slot("Anne Morel", "a relaxé", "condamnée"), article)


def test_an_ordinal_in_figures_and_a_name_without_what_it_is_called() -> None:
    source = understood("Le coureur Ivan Morel a remporté jeudi en solitaire la quatrième étape du Tour des Trois Vallées, longue de 178 kilomètres.", BODY)
    lines = opening_lines(source, 110, 24, "Ivan Morel")
    assert "Ivan Morel remporte la 4e étape du Tour des Trois Vallées" in [line.text for line in by_the_name(source, lines)]


def _tags(title: str) -> tuple[Candidate, ...]:
    return propose(understood(BODY, title=title).analysis, load(), Options(), "article").at("title_tag")


def test_no_tag_ends_on_half_a_participle_or_joins_a_bare_noun() -> None:
    crisis = [tag.passages[0].text for tag in _tags("Sécheresse : soixante-huit communes de la Haute-Verre placées en « crise »")]
    assert crisis
    assert not any(text.endswith("placées") for text in crisis)
    tomb = [tag.passages[0].text for tag in _tags("Une nécropole gauloise et un char d’apparat mis au jour à Valmont-sous-Bois")]
    assert "Une nécropole gauloise et un char d’apparat mis au jour" in tomb
    assert not any(text.startswith("Nécropole gauloise et un") for text in tomb)


def test_the_keyphrase_is_one_with_which_a_tag_tells_the_news() -> None:
    body = (
        "Le groupe agroalimentaire Van Morel a annoncé lundi l’acquisition de Maison Vidal, fabricant breton de galettes. Le fabricant breton de galettes emploie 200 personnes. "
        "Le rachat de Maison Vidal doit être signé en mars. Le fabricant breton de galettes garde son siège."
    )
    source = understood(body, title="Le vénérable biscuitier Maison Vidal passe sous pavillon néerlandais")
    assert focus(source.analysis, Options()).text == "Maison Vidal"
    assert focus(source.analysis, Options(keyphrase="pavillon néerlandais")).text == "pavillon néerlandais"
