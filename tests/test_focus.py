"""The focus keyphrase and the title tags it makes: the affair with its place, the name, the title in another form; on invented sentences."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus import focus_of
from seo_fr.check.fidelity import check_passage
from seo_fr.propose import all_tellings
from seo_fr.propose.frames import keyphrase_slot
from seo_fr.propose.heads import descriptions, title_tags
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores
from seo_fr.propose.trims import trimmed_tellings
from seo_fr.rulebook import load
from tests.articles import understood

_TRUCK = ("Suède : un camion fonce sur des passants à Malmö", "Un attentat au camion-bélier a eu lieu vendredi à Malmö, en Suède. Un homme a foncé sur la foule dans la rue principale.")
_JOBS = ("Espagne : le chômage repart à la hausse en août", "Le chômage a augmenté en août en Espagne, selon le ministère. Le chômage touche surtout les jeunes. La hausse du chômage inquiète. Le chômage avait baissé en juin.")
_TRAIN = ("Portugal : un accident de train fait un mort", "Un accident de train a fait un mort mardi au Portugal. Le conducteur du train est décédé.")


def _found(title: str, *paragraphs: str) -> tuple[str, list[str]]:
    source = understood(*paragraphs, title=title)
    keyphrase = focus_of(source.analysis)
    tags = title_tags(source, load(), keyphrase, (), Scores(source, keyphrase), "essai")
    best = sorted(tags, key=lambda tag: tuple(-value for value in tag.merit))
    best = [tag for tag in best if not any(finding.severity == "error" for finding in check_passage(tag.passages[0], source.analysis.article, load()))]
    return keyphrase.text, [tag.passages[0].text.replace("\u00a0", " ").replace("’", "'") for tag in best]


@pytest.mark.parametrize(
    ("article", "key", "tag"),
    [
        (_TRUCK, "attentat à Malmö", "Attentat à Malmö : un camion fonce sur des passants"),
        (_JOBS, "chômage en Espagne", "Le chômage en Espagne repart à la hausse en août"),
        (("Nantes : le bilan de l’incendie s’alourdit à trois morts", "Le bilan de l’incendie survenu à Nantes s’est alourdi lundi. Trois personnes sont mortes dans l’incendie."), "incendie à Nantes", "Incendie à Nantes : le bilan s'alourdit à trois morts"),
    ],
)
def test_the_affair_takes_its_place_and_opens_the_title_tag(article: tuple[str, str], key: str, tag: str) -> None:
    found, tags = _found(*article)
    assert (found, tags[0]) == (key, tag)


def test_a_number_stands_behind_the_affair() -> None:
    key, tags = _found(*_TRAIN)
    assert key == "accident de train au Portugal" and "Accident de train au Portugal : un mort" in tags


def test_a_composed_keyphrase_is_two_slices_of_the_source() -> None:
    source = understood(*_TRUCK[1:], title=_TRUCK[0])
    slot = keyphrase_slot(source, "cle", focus_of(source.analysis))
    assert [span.of(source.text) for span in slot.source] == ["attentat", "à Malmö"] and slot.text == "attentat à Malmö"


def test_what_was_only_planned_or_took_place_elsewhere_is_no_affair_here() -> None:
    planned, _ = _found("Italie : un projet d’attentat déjoué à Gênes", "Un projet d’attentat a été déjoué jeudi à Gênes, en Italie. Trois personnes ont été arrêtées à Gênes.")
    assert planned != "attentat à Gênes"
    other, _ = _found("Belgique : un homme arrêté à Namur", "Après l’attentat de Mons, un homme a été arrêté à Namur. Le parquet de Namur a ouvert une enquête.")
    assert "attentat" not in other


def test_no_passer_by_and_no_body_that_only_speaks() -> None:
    key, _ = _found("Pérou : l’association Terre Claire dénonce les actes de torture", "L’association Terre Claire a publié un rapport sur la torture au Pérou. La torture est courante, selon le rapport. La torture recule peu.")
    assert key == "torture au Pérou"


def test_the_passive_loses_its_auxiliary_only_where_it_is_plain() -> None:
    _, tags = _found("Québec : Anna Morel est élue chef de la Ligue du fleuve", "Anna Morel a été élue dimanche à la tête de la Ligue du fleuve. Anna Morel affrontera le maire sortant.")
    assert "Anna Morel élue chef de la Ligue du fleuve" in tags
    _, tags = _found("Québec : Anna Morel n’est pas élue chef de la Ligue du fleuve", "Anna Morel n’a pas été élue dimanche à la tête de la Ligue du fleuve.")
    assert not any("pas élue" in tag and "est" not in tag for tag in tags)


def test_the_title_over_again_comes_after_another_form() -> None:
    _, tags = _found("France : disparition de Paul Ferrand", "Le commentateur Paul Ferrand s’est éteint dans la nuit de vendredi à samedi.")
    assert tags[0] == "Disparition de Paul Ferrand"


def test_a_description_is_found_though_no_sentence_is_long_enough() -> None:
    source = understood("Le vieux pont de Marchais a été fermé vendredi. Les camions passent par la route de la vallée. La mairie attend les résultats des sondages.", title="Loire : le vieux pont de Marchais fermé aux voitures")
    keyphrase = focus_of(source.analysis)

    made = descriptions(source, tuple(telling for telling in all_tellings(source) if telling.strict), Scores(source, keyphrase))
    assert made and 90 <= len(made[0].passages[0].text) <= 156


def test_the_lines_of_an_article_are_made_once() -> None:
    source = understood(*_TRAIN[1:], title=_TRAIN[0])
    assert every_line(source) is every_line(source)


def test_who_speaks_first_is_not_what_an_untitled_article_is_about() -> None:
    source = understood(
        "Les responsables du renseignement portuaire affirment que deux cargos continuent de livrer du matériel.",
        "Le capitaine a été accusé d’avoir livré des moteurs interdits à une usine.",
        "Les responsables du renseignement portuaire pensent que des moteurs interdits partent encore. Le port nie avoir reçu des moteurs interdits.",
    )
    assert focus_of(source.analysis).text == "moteurs interdits"


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("Aviron : championnat d’Europe, les rameurs français s’inclinent", "Les championnats d’Europe d’aviron se sont tenus dimanche à Valmont. Les rameurs français ont perdu leur titre.", "championnats d'Europe d'aviron"),
        ("Morvélie : nouvel épisode de gel dans les vergers", "Le gel a touché mardi les vergers de la vallée. Les arboriculteurs craignent pour leur récolte.", "épisode de gel"),
        ("Morvélie : l’État accorde l’asile politique à Jeanne Morvan", "Le ministre a annoncé jeudi que l’asile politique était accordé à la militante Jeanne Morvan. Le ministre juge sa vie menacée.", "asile politique à Jeanne Morvan"),
        ("Morvélie : un homme accusé de l’effondrement d’un pont suspendu sur une rivière", "Un homme est accusé d’avoir causé l’effondrement d’un pont suspendu sur la Vernelle. Le pont avait été fermé.", "effondrement d'un pont suspendu"),
    ],
)
def test_the_phrase_is_as_full_as_a_person_types_it(title: str, body: str, key: str) -> None:
    assert focus_of(understood(body, title=title).analysis).text.replace("’", "'") == key


def test_half_of_a_measure_or_of_a_name_is_not_typed() -> None:
    quake = understood("Un séisme de magnitude 6,2 a frappé la côte dans la nuit. Le séisme a fait douze blessés.", title="Un séisme de magnitude 6,2 fait douze blessés sur la côte")
    assert not focus_of(quake.analysis).text.endswith("magnitude")
    firm = understood("Le fabricant Valtube a racheté l’italien Ferrosud pour six millions. Ferrosud emploie mille personnes.", title="Valtube rachète son concurrent italien Ferrosud")
    assert not focus_of(firm.analysis).text.startswith("italien")


def test_a_description_does_not_say_its_first_half_again() -> None:
    source = understood(
        "Un tracteur a dévalé un talus d’une vingtaine de mètres à Lirac et a heurté plusieurs promeneurs.",
        "L’engin venait de livrer du bois au refuge. La brigade de Lirac mène une enquête sur les freins du tracteur.",
        title="Lirac : un tracteur dévale un talus, un mort et deux blessés graves",
    )
    keyphrase = focus_of(source.analysis)
    told = all_tellings(source) + tuple(telling for clause in source.analysis.clauses for telling in trimmed_tellings(source, clause))
    found = [candidate.passages[0].text for candidate in descriptions(source, told, Scores(source, keyphrase))]
    assert any("tracteur dévale un talus" in text for text in found)
    assert not [text for text in found if "dévale un talus" in text and "a dévalé un talus" in text]


def test_somebodys_words_alone_are_no_title_tag() -> None:
    _, tags = _found(
        "Boulangeries varnoises cambriolées : « La mairie exagère les chiffres »",
        "La mairie de Varne annonce que des voleurs ont pris 3 millions d’euros dans des boulangeries. Selon la fédération, « le montant est plutôt de 700 000 euros ». Les boulangeries restent ouvertes.",
    )
    assert tags and not any(tag.startswith("«") and tag.endswith("»") for tag in tags)
