"""Who says what, key figures, timeline, places: what each entry says is what its sentence says, its label first."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.model import Passage
from seo_fr.options import Options
from seo_fr.propose import all_tellings, focus
from seo_fr.propose.adjuncts import longest_run
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.figures_block import figures
from seo_fr.propose.places_block import places
from seo_fr.propose.score import Scores
from seo_fr.propose.timeline_block import timeline
from seo_fr.propose.who import quote_bullets, statement_bullets
from seo_fr.rulebook import load
from tests.articles import understood


def candidates(kind: str, *paragraphs: str) -> list[Candidate]:
    source, book = understood(*paragraphs), load()
    told, scores = all_tellings(source), Scores(source, focus(source.analysis, Options()))
    if kind == "figures":
        return figures(source, book, told, scores, "essai")
    if kind == "timeline":
        return timeline(source, book, told, scores, "essai")
    if kind == "places":
        return places(source, book, told, scores, "essai")
    return quote_bullets(source, book, scores, "essai") + statement_bullets(source, book, told, scores, "essai")


def entries(kind: str, *paragraphs: str) -> list[str]:
    """Every entry that the fidelity check lets through, no-break spaces plain."""
    found = candidates(kind, *paragraphs)
    article = understood(*paragraphs).analysis.article
    kept = [item.passages[0] for item in found if not any(f.severity == "error" for f in check_passage(item.passages[0], article, load()))]
    return [plain(passage) for passage in kept]


def plain(passage: Passage) -> str:
    return passage.text.replace("\u00a0", " ").replace("\u202f", " ").replace(" – ", " : ")  # the article chooses the mark


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Douze camions ont été écrasés par la grue du chantier.", "Douze camions écrasés par la grue du chantier."),
        ("Depuis lundi, 340 personnes ont été évacuées du quartier.", "340 personnes évacuées du quartier depuis lundi."),
        ("Le taux de chômage est de 9,7 % en Bretagne.", "9,7 % : le taux de chômage en Bretagne."),
        ("Les ventes du magasin ont baissé de 38 % en un an.", "38 % : la baisse des ventes du magasin en un an."),
        ("Selon la mairie, les loyers ont augmenté de 12 %.", "12 % : la hausse des loyers, selon la mairie."),
        ("La surface de la forêt a diminué de 12 % depuis 1979, d’après les relevés de l’agence.", "12 % : la baisse de la surface de la forêt depuis 1979, d’après les relevés de l’agence."),
        ("La participation a atteint 71 %, soit six points de plus qu’en 2020.", "71 % : la participation."),
        ("La panne de courant a duré dix-sept heures.", "Dix-sept heures : la durée de la panne de courant."),
        ("L’incendie de l’entrepôt a fait trois morts.", "Trois morts : le bilan de l’incendie de l’entrepôt."),
        ("On dénombrait 1 300 votants à midi dans les bureaux de Lens.", "1 300 votants à midi dans les bureaux de Lens."),
        ("Un laboratoire de Lens a étudié 57 échantillons.", "57 échantillons étudiés par un laboratoire de Lens."),
        ("L’entrée du musée coûtera 20 euros.", "20 euros : ce que coûtera l’entrée du musée."),
        ("Près de 40 000 foyers restent privés de courant.", "Près de 40 000 foyers restent privés de courant."),
    ],
)
def test_a_figure_comes_first(sentence: str, expected: str) -> None:
    assert expected in entries("figures", "Le conseil municipal s’est réuni à Lens.", sentence)


@pytest.mark.parametrize(
    ("sentence", "forbidden"),
    [
        ("Douze camions n’ont pas été écrasés par la grue du chantier.", "Douze camions écrasés"),
        ("Douze camions auraient été écrasés par la grue du chantier.", "Douze camions écrasés"),
        ("Le maire, Paul Durand, 54 ans, a quitté la salle.", "54 ans"),
        ("Le maire a démissionné pour deux raisons principales.", "deux raisons"),
        ("Douze camions ont été saisis hier, les autres en comptaient deux.", "Douze camions : saisis hier, les autres"),
        ("Les ventes n’ont pas baissé de 38 % en un an.", "la baisse"),
        ("Par zone, le Nord (54 % des ventes) croît de 7 %, l’Ouest de 10,5 % et la Côte, où le groupe a racheté en 2021 deux usines, de 22 %.", "et la Côte."),
    ],
)
def test_a_figure_that_is_not_certain_is_not_told_first(sentence: str, forbidden: str) -> None:
    assert not any(forbidden in entry for entry in entries("figures", "Le conseil municipal s’est réuni à Lens.", sentence))


def test_who_gives_a_figure_is_told_with_it() -> None:
    source = understood("Le préfet de la Somme a annoncé que 340 personnes avaient été évacuées.")
    assert source.analysis.figures[0].statement is not None
    found = entries("figures", "Le préfet de la Somme a annoncé que 340 personnes avaient été évacuées.")
    assert found
    assert all("préfet" in entry for entry in found)


def test_a_wrong_participle_is_refused() -> None:
    from dataclasses import replace

    found = next(item for item in candidates("figures", "Un laboratoire de Lens a étudié 57 échantillons.") if "étudiés par" in item.passages[0].text)
    wrong = replace(found.passages[0], text=found.passages[0].text.replace("étudiés", "détruits"))
    assert any(f.severity == "error" for f in check_passage(wrong, understood("Un laboratoire de Lens a étudié 57 échantillons.").analysis.article, load()))


def test_a_label_of_another_sentence_is_refused() -> None:
    from dataclasses import replace

    from seo_fr.model import Templated

    days = ("Lundi, la mairie a fermé le pont.", "Mardi, la préfecture a rouvert le tunnel.", "Jeudi, la police a levé le barrage.")
    first, second = (next(c.passages[0] for c in candidates("timeline", *days) if name in c.passages[0].text) for name in ("Lundi", "Mardi"))
    assert isinstance(first.origin, Templated)
    assert isinstance(second.origin, Templated)
    swapped = replace(second, text=second.text.replace("Mardi", "Lundi"), origin=replace(second.origin, slots=(first.origin.slots[0], *second.origin.slots[1:])))
    assert any(f.severity == "error" for f in check_passage(swapped, understood(*days).analysis.article, load()))
    assert not any(f.severity == "error" for f in check_passage(second, understood(*days).analysis.article, load()))


DATED = (
    "Le 3 mars 2012, la ville a ouvert la piscine des Tilleuls.",
    "La piscine des Tilleuls a été fermée en 2015.",
    "La région Bretagne a voté le 9 mai 2018 un crédit de deux millions d’euros.",
)


def test_dates_become_labels_wherever_they_stand() -> None:
    found = entries("timeline", *DATED)
    for expected in (
        "3 mars 2012 : la ville a ouvert la piscine des Tilleuls.",
        "2015 : la piscine des Tilleuls a été fermée.",
        "9 mai 2018 : la région Bretagne a voté un crédit de deux millions d’euros.",
    ):
        assert expected in found
    assert min(candidate.source_order for candidate in candidates("timeline", *DATED)) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Le maire a annoncé que la piscine fermera le 3 mars 2012.",
        "L’incendie du 3 mars 2012 a détruit la halle.",
        "La piscine n’a pas rouvert le 3 mars 2012.",
        "La réunion a été reportée au 3 mars 2012.",
        "La ville a ouvert la piscine et le stade avant le 3 mars 2012.",
    ],
)
def test_a_date_that_belongs_to_something_else_stays(sentence: str) -> None:
    assert not any(entry.startswith(("3 mars 2012", "Le 3 mars 2012")) for entry in entries("timeline", sentence, *DATED[1:]))


def test_weekdays_are_told_in_order_or_not_at_all() -> None:
    days = ("Lundi, la mairie a fermé le pont.", "Mardi, la préfecture a rouvert le tunnel.", "Jeudi, la police a levé le barrage.")
    assert len({c.source_order for c in candidates("timeline", *days)}) == 3
    assert candidates("timeline", days[2], days[0], days[1]) == []


def test_places_become_labels() -> None:
    found = entries("places", "À Bordeaux, le tramway a été arrêté par la neige.", "En Ardèche, deux routes ont été coupées.", "Le marché couvert a été évacué à Toulouse.")
    assert "À Bordeaux : le tramway a été arrêté par la neige." in found
    assert "En Ardèche : deux routes ont été coupées." in found
    assert "À Toulouse : le marché couvert a été évacué." in found


@pytest.mark.parametrize("sentence", ["Le ministre a condamné les attentats à Toulouse.", "Les réfugiés sont arrivés à Toulouse.", "À Toulouse, dans le quartier des Minimes, le gaz a été coupé."])
def test_a_place_that_belongs_to_something_else_stays(sentence: str) -> None:
    assert not any(entry.startswith("À Toulouse") for entry in entries("places", sentence))


def test_quotes_stand_under_who_says_them() -> None:
    text = "La directrice du théâtre, Jeanne Morel, a pris la parole. « Nous jouerons la saison entière malgré les travaux », a déclaré Jeanne Morel."
    found = entries("who", text)
    assert any(entry.startswith("Jeanne Morel") and "« Nous jouerons la saison entière malgré les travaux. »" in entry for entry in found)


def test_a_quote_is_given_once() -> None:
    text = "Jeanne Morel a pris la parole : « Nous jouerons la saison entière malgré les travaux ». Jeanne Morel a ajouté : « Les abonnés garderont leurs places ». "
    found = [item for item in candidates("who", text) if item.tags[0] == "quote"]
    assert found
    assert all(any(tag.startswith("quote:") for tag in item.tags) for item in found)
    joined = [item for item in found if sum(tag.startswith("quote:") for tag in item.tags) == 2]
    assert joined
    assert all(item.passages[0].text.count("«") == 2 for item in joined)


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Morel était présente. « Il ne jouera pas la saison entière malgré les travaux », a déclaré Jeanne Morel.",
        "Jeanne Morel a dénoncé des « liens avec la ville qui continuent de peser sur la saison ».",
    ],
)
def test_quotes_that_lean_on_what_was_said_before_are_left(text: str) -> None:
    assert not any(item.tags[0] == "quote" for item in candidates("who", text))


def test_what_a_quote_points_at_is_in_it_or_is_the_news() -> None:
    about = ["Le maire de Lirac, Anne Morel, a présenté mardi le budget de la commune et la vente de la piscine."]
    lost = "« Nous avons une réserve importante, ce qui fait que ce sujet ne se pose pas avant longtemps », a déclaré Anne Morel."
    kept = "« Nous avons racheté deux cars parce que ces cars nous coûtaient trop cher en location chaque année », a déclaré Anne Morel."
    news = "« Nous avons voulu ce budget plus prudent que celui des trois dernières années », a déclaré Anne Morel."
    assert not [text for text in entries("who", *about, lost) if "réserve" in text]
    assert [text for text in entries("who", *about, kept) if "racheté" in text]
    assert [text for text in entries("who", *about, news) if "prudent" in text]


def test_a_voice_has_what_she_is_behind_her_name() -> None:
    found = entries("who", "Un car a heurté un arbre mardi à Lirac.", "« Il y a eu un bruit énorme, puis plus rien, le silence », raconte Anne Devos, une lycéenne de 17 ans qui était assise à l’arrière.")
    assert any("Anne Devos" in text and "lycéenne de 17 ans" in text for text in found)


def test_a_claim_can_follow_its_voice() -> None:
    text = "Les travaux du pont Mathilde sont terminés, a indiqué la préfecture de Seine-Maritime."
    found = entries("who", text)
    assert any(entry.startswith("Selon la préfecture de Seine-Maritime") and "les travaux du pont Mathilde sont terminés" in entry for entry in found)


def test_nobody_speaks_who_is_no_voice() -> None:
    assert not any(item.tags[0] == "statement" for item in candidates("who", "Une étude récente montre que le trafic a reculé de moitié."))


def test_the_longest_run_counts_names_once_and_no_quotes() -> None:
    assert longest_run("À Lens : la mairie a fermé le pont.", "La mairie a fermé le pont à Lens.") == 6
    assert longest_run("Jeanne Morel a dit « un deux trois quatre cinq ».", "Jeanne Morel a dit « un deux trois quatre cinq ».", ("Jeanne Morel",)) == 4
