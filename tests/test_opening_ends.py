"""Headlines of an article without a title line, cut by its dependencies; the country of the title kept."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus import focus_of
from seo_fr.model import Clause
from seo_fr.propose.opening_ends import asides, dependent_ends, free_lead, of_the_key
from seo_fr.propose.tell import Source
from seo_fr.propose.title_country import countries, leaves_out
from seo_fr.propose.title_last import last_cuts
from seo_fr.propose.untitled import opening_lines
from seo_fr.propose.voiced_titles import voiced
from tests.articles import understood

_MORE = "Les habitants attendent des réponses. La mairie suit le dossier."


def _first(source: Source) -> Clause:
    return next(clause for clause in source.clauses_of[source.first_sentence] if clause.subject is not None)


def _ends(sentence: str) -> list[str]:
    source = understood(sentence, _MORE)
    return [source.text[: end] for end in dependent_ends(source, _first(source))]


def test_a_passive_is_told_without_by_how_many() -> None:
    source = understood("L’ancien juge Paul Morvan a été élu président de la Morvélie avec 13 millions de voix devant son rival Jean Castel.", _MORE)
    texts = [line.text for line in opening_lines(source, 60, 30)]
    assert any("Paul Morvan élu président de la Morvélie" in text and text.endswith("Morvélie") for text in texts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le conseil a limité la vitesse à 30 km/h dans le centre.",
        "Un car a percuté un arbre dans la vallée, faisant deux morts.",
        "La ville de Brelle a été frappée dans la nuit de vendredi à samedi.",
        "La cour a condamné le notaire à trois ans de prison avec sursis.",
    ],
)
def test_what_makes_it_true_stays(sentence: str) -> None:
    assert not any(end.endswith(("la vitesse", "un arbre", "le notaire", "de vendredi", "trois ans de prison")) for end in _ends(sentence))


def test_what_may_fall_inside_and_before() -> None:
    source = understood("Ce jeudi, la garde royale vient de transférer officiellement le contrôle de la province, dernier territoire dont elle avait la charge, aux forces de la vallée.", _MORE)
    clause, sentence = _first(source), source.analysis.sentences[0].span
    assert free_lead(source, clause, sentence)
    assert {" officiellement", ", dernier territoire dont elle avait la charge,"} <= {span.of(source.text) for span, _, _ in asides(source, clause, sentence)}


def test_an_event_is_told_with_its_place_and_without_its_hour() -> None:
    source = understood("Une fusillade a éclaté hier dans le lycée Anna Morvan de la vallée à Valmont, devant deux cents élèves.", _MORE)
    assert any(line.text.startswith("Une fusillade éclate dans le lycée") for line in opening_lines(source, 75, 30))
    night = understood("Un accident d’autocar est survenu peu avant minuit dans la nuit de vendredi à samedi en Morvélie.", _MORE)
    assert any("minuit" in span.of(night.text) for span, _, _ in asides(night, _first(night), night.analysis.sentences[0].span))


def test_what_stands_in_brackets_is_no_keyphrase() -> None:
    source = understood("La Ligue des vallées (Livales selon son acronyme officiel) a perdu trois communes. L’acronyme est connu. La Ligue des vallées recule.", _MORE)
    assert focus_of(source.analysis).text != "acronyme officiel"


def test_a_voice_with_its_date_is_a_voice() -> None:
    source = understood("Six guides de montagne ont été tués dans une avalanche à Valmont, ont annoncé le 26 mars les autorités de la vallée.", _MORE)
    assert "Six guides de montagne tués, selon les autorités de la vallée" in [one.text for one in voiced(source)]


def test_the_noun_that_the_keyphrase_completes() -> None:
    source = understood("Un nouveau bilan de la coulée de boue a été établi lundi à Valmont.", _MORE)
    span = of_the_key(source, "coulée de boue")
    assert span is not None and span.of(source.text) == "Un nouveau bilan"
    member = understood("Un membre de la Ligue du Nord a été arrêté lundi à Valmont.", _MORE)
    assert of_the_key(member, "Ligue du Nord") is None


def _placed(title: str, body: str) -> list[str]:
    return [slot.text.replace("\u00a0", " ") for slot, _ in countries(understood(body, title=title))]


def test_the_country_takes_the_place_of_the_land_or_completes_the_office() -> None:
    assert "Des citoyens appellent à libérer le nord du Mali" in _placed("Mali : des citoyens appellent à libérer le nord du pays", "Ils demandent la libération du nord du Mali. Le président du Mali a répondu.")
    assert "Paul Morvan élu président de l’Égypte" in _placed("Égypte : Paul Morvan élu président", "Paul Morvan a été élu président de l’Égypte dimanche.")
    assert not _placed("Égypte : Paul Morvan élu président du club", "Paul Morvan a été élu président du club de l’Égypte dimanche.")


def test_a_title_that_says_the_president_of_nowhere() -> None:
    source = understood("Le président du Mali a quitté ses fonctions lundi.", title="Mali : le président démissionne")
    assert leaves_out(source, "Le président démissionne")
    assert not leaves_out(source, "Le président du Mali démissionne")


def test_last_forms_keep_what_is_given_and_who_speaks() -> None:
    given = understood("La garde royale a transféré le contrôle de la vallée.", title="Morvélie : la garde royale transfère le contrôle de la vallée à la milice des habitants")
    assert "La garde royale transfère le contrôle de la vallée" in [text for text, _ in last_cuts(given, "garde royale")]
    spoken = understood("Anna Morvan a parlé lundi à Valmont. Anna Morvan a été applaudie.", title="Anna Morvan : « nous rouvrirons le musée dès le mois de mai prochain »")
    assert any(text.startswith("Morvan") and text.rstrip().endswith("»") for text, _ in last_cuts(spoken, "Anna Morvan"))


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("Triathlon : championnats de France longue distance à Valmont", "Les championnats de France de triathlon se sont tenus à Valmont. Les championnats de France ont réuni cent athlètes.", "championnats de France de triathlon"),
        ("", "Après l’affaire Morvan, plusieurs cars ont subi des projectiles. Les chauffeurs demandent une protection. L’affaire Morvan divise la vallée.", "affaire Morvan"),
    ],
)
def test_the_keyphrase_has_its_sport_and_its_affair(title: str, body: str, key: str) -> None:
    assert focus_of(understood(body, title=title).analysis).text.replace("’", "'") == key
