"""What a telling leaves out and cannot do without: each check fires on an invented sentence and spares its neighbour."""

from __future__ import annotations

from seo_fr.check.edits import edit_reasons
from seo_fr.model import Edit, Span
from seo_fr.propose import all_tellings
from seo_fr.propose.headings import noun_phrases
from seo_fr.propose.unsupported import RAW
from seo_fr.rulebook import load
from tests.articles import understood
from tests.test_superseded import told

LEDE = "Un homme de Lens a foncé lundi sur une terrasse."


def test_raw_marks_are_not_written() -> None:
    assert told(1, LEDE, "La route de Lens a été fermée dans le sens France -> Belgique.") == ""
    assert told(1, LEDE, "La route de Lens a été fermée dans le sens France-Belgique.") != ""
    assert RAW.search("Le n° 3 du club a 25 % des voix (contre 12 %) à Lens - Arras.") is None


def test_a_note_of_the_editor_s_is_not_written() -> None:
    assert told(1, LEDE, "La radio du port (NDLR : proche du pouvoir) affirme que la route de Lens est fermée.") == ""
    assert told(1, LEDE, "La radio du port (proche du pouvoir) affirme que la route de Lens est fermée.") != ""


def test_already_then_leans_on_what_came_after() -> None:
    assert told(1, LEDE, "Déjà en mars, la mairie de Lens avait fermé la terrasse.") == ""
    assert told(1, LEDE, "En mars, la mairie de Lens a fermé la terrasse.") != ""


def test_more_details_than_which() -> None:
    assert told(1, LEDE, "La mairie de Lens n’a pas donné plus de détails.") == ""
    assert told(1, LEDE, "La mairie de Lens n’a pas donné plus de détails sur le chantier.") != ""


def test_that_evening_needs_its_evening() -> None:
    assert told(1, LEDE, "L’avocat de la famille a décrit le calme du conducteur durant cette soirée.") == ""
    assert told(1, LEDE, "L’avocat de la famille a décrit le calme du conducteur durant la soirée du 3 mars.") != ""


def test_besides() -> None:
    assert told(1, LEDE, "Claire Vidal, maire de Lens, propose de plus le développement des bus.") == "Claire Vidal, maire de Lens, propose le développement des bus."
    assert told(1, LEDE, "Claire Vidal, maire de Lens, a obtenu deux voix de plus la semaine dernière.") != ""


def test_one_party_s_count_of_two() -> None:
    assert told(1, LEDE, "Mercredi, la direction recensait 61 % de grévistes à Lens. Les syndicats avancent le chiffre de 78 %.") == ""
    assert told(1, LEDE, "Mercredi, la direction recensait 61 % de grévistes à Lens. Les bus circulent à 40 % sur le réseau.") != ""


def test_held_for_what() -> None:
    assert told(2, LEDE, "Paul Morel a été inculpé pour tentative d’assassinat. Paul Morel a été placé en détention provisoire.") == ""
    assert told(2, LEDE, "Paul Morel a été entendu par le juge. Paul Morel a été placé en détention provisoire.") != ""


def test_quoted_words_without_their_voice() -> None:
    text = "« Des armes blanches ont été découvertes dans le coffre », selon le parquet. Paul Morel portait aussi une « tenue de camouflage »."
    assert told(2, LEDE, text) == ""
    assert told(2, LEDE, "La police a fouillé le coffre. Paul Morel portait une « tenue de camouflage ».") != ""


def test_a_suspicion_is_no_count() -> None:
    assert told(1, LEDE, "La police compte 300 manifestants à Lens, selon un premier comptage. La police a fermé trois rues.") != ""


def test_what_gainsays_the_sentence_before() -> None:
    assert told(2, LEDE, "Cinq enfants de Lens sont morts de la grippe. Pourtant, la maladie n’est pas mortelle.") == ""
    assert told(2, LEDE, "Cinq enfants de Lens ont eu la grippe. Pourtant, la maladie recule à Lens.") != ""


def test_a_noun_that_wants_its_clause_heads_nothing() -> None:
    source = understood("La manière exacte dont le pont de Lens a été construit reste un mystère. La première surprise est venue du maire. La rénovation du musée est attendue.")
    found = {span.of(source.text) for span in noun_phrases(source, [0, 1, 2])}
    assert not found & {"La manière exacte", "La première surprise"}
    assert "La rénovation du musée" in found


def test_one_of_two_causes() -> None:
    assert told(1, LEDE, "L’institut de Lens pointe aussi la fin des aides à l’emploi.") == ""
    assert told(1, LEDE, "L’institut de Lens publie aussi la liste des aides à l’emploi.") != ""


def test_another_than_which() -> None:
    assert told(1, LEDE, "Une autre affaire vise encore Paul Morel.") == ""
    assert told(1, LEDE, "Une nouvelle affaire vise Paul Morel.") != ""


def test_what_happened_meanwhile_heads_nothing() -> None:
    source = understood("Un gendarme a été blessé à Lens, alors que se déroulait le débat télévisé. Les suspects se réjouissaient d’un attentat qui avait causé la mort de trois passants. La rénovation du musée est attendue.")
    found = {span.of(source.text) for span in noun_phrases(source, [0, 1, 2])}
    assert not found & {"le débat télévisé", "la mort de trois passants"}
    assert "La rénovation du musée" in found


def test_what_befell_on_another_day() -> None:
    lede = "Quatre détenus ont été tués dans une prison de Lens, dimanche 8 janvier."
    assert told(2, lede, "Dans la nuit du 1er au 2 janvier, une mutinerie a éclaté à Lille. Douze gardiens ont été pris en otage.") == ""
    assert told(2, lede, "Dimanche 8 janvier, une mutinerie a éclaté à Lens. Douze gardiens ont été pris en otage.") != ""


def test_which_group_and_since_when() -> None:
    assert told(1, LEDE, "Le groupe, affaibli depuis 2007, a juré la perte du maire de Lens.") == ""
    assert told(1, LEDE, "Le groupe Morel, affaibli depuis 2007, a juré la perte du maire de Lens.") != ""
    assert told(1, LEDE, "La mairie de Lens a depuis repris plusieurs bâtiments.") == ""
    assert told(1, LEDE, "La mairie de Lens a repris plusieurs bâtiments depuis lundi.") != ""


def test_what_befell_elsewhere_on_another_weekday() -> None:
    lede = "Une avalanche a fait quatre morts lundi à Lens."
    assert told(3, lede, "La piste est fermée depuis hier.", "Samedi, une avalanche avait tué un moniteur à Lille. Une quarantaine de secouristes avaient été mobilisés.") == ""
    assert told(3, lede, "La piste est fermée depuis hier.", "Lundi, le maire de Lens est venu sur place. Une quarantaine de secouristes ont été mobilisés.") != ""


def test_a_share_says_of_whom() -> None:
    assert told(1, LEDE, "48 % veulent que la terrasse de Lens ferme.") == ""
    assert told(1, LEDE, "48 % des riverains veulent que la terrasse de Lens ferme.") != ""


def test_what_is_needed_is_needed_for_something() -> None:
    assert told(2, LEDE, "La pose de la digue reste difficile. En effet, il faut des plongeurs très entraînés.") == ""
    assert told(2, LEDE, "La pose de la digue reste difficile. En effet, il faut des plongeurs entraînés pour poser une digue.") != ""


def test_what_is_set_against_the_sentence_before_is_not_told_without_it() -> None:
    assert told(2, LEDE, "Le vaccin réduit le risque de fièvre de 65 %. Les cas graves de Lens sont, eux, réduits de 93 %.") == ""
    assert told(2, LEDE, "La mairie reste ouverte. Les bureaux de Lens sont, eux, fermés pour la semaine.") != ""


def test_since_what() -> None:
    assert told(2, LEDE, "La mairie a fermé en mars. Les rebelles se seraient depuis repliés vers la vallée de Lens.") == ""


def test_no_half_of_a_span_of_time() -> None:
    source = understood("Le chanteur Paul Morel est décédé dans la nuit de jeudi à vendredi à Lens.")
    assert all("décédé à vendredi" not in telling.text.replace("\u00a0", " ") for telling in all_tellings(source))
    cut = "Le chanteur Paul Morel est décédé "
    drop = Edit("drop", "coupe", Span(len(cut), len(cut) + len("dans la nuit de jeudi ")), "")
    assert edit_reasons(drop, source.analysis.article, load())
