"""What is no fact, or means something else away from its place, is not told: each check fires on an invented sentence and spares its neighbour."""

from __future__ import annotations

from tests.test_alone import everything, told

LEDE = "Le club de Montbrac a présenté sa nouvelle équipe mercredi devant mille personnes."


def test_a_legend_is_no_fact() -> None:
    assert told(1, LEDE, "Rassemblement place Carnot à Montbrac, le soir du drame.") == ""
    assert told(1, LEDE, "Paul Morel, à gauche sur l’image, salue la foule de Montbrac.") == ""
    assert told(1, LEDE, "Le rassemblement de la place Carnot a réuni mille personnes à Montbrac.") != ""


def test_a_time_counted_from_what_is_not_told() -> None:
    assert told(1, LEDE, "Le club ne connaît pas le prix de ce stade, mais celui, trente ans plus tard, du stade de Lens est estimé à 120 millions d’euros.") == ""
    assert told(1, LEDE, "Le stade de Lens a ouvert en 1986, mais celui de Montbrac a ouvert trente ans plus tard.") != ""


def test_a_comparison_with_a_year_told_before() -> None:
    before = "Paul Morel a été nommé entraîneur de Montbrac en 2013."
    assert told(2, LEDE, before, "Comme en 2013, Jean Vidal est nommé alors que deux entraîneurs étaient plus connus.") == ""
    assert told(1, LEDE, "Comme en 2013, le conseil de Montbrac a voté le budget du stade.") != ""


def test_a_rival_is_somebodys() -> None:
    assert told(1, LEDE, "Le début des heurts a eu lieu avec l’attaque du siège de son rival Jean Vidal.") == ""
    assert told(1, LEDE, "Paul Morel a reconnu la victoire de son rival Jean Vidal.") != ""


def test_somebody_of_somewhere() -> None:
    assert told(1, LEDE, "Victime d’une chute samedi, la Vosgienne souffrait du poignet gauche.") == ""


def test_the_winner_to_be_is_nobody_yet() -> None:
    assert told(1, LEDE, "Après le départ du marathon, le futur vainqueur a mené la course de Montbrac.") == ""


def test_a_fine_keeps_its_year() -> None:
    fine = "Le club de Lens a été condamné à une amende en 2014 par la fédération."
    assert not any("amende" in text and "2014" not in text for text in everything(LEDE, fine))


def test_a_thesis_and_the_one_set_against_it() -> None:
    claim = "Une révolte a éclaté à Lens, vraisemblablement à la suite de la mort d’un marchand."
    assert told(1, LEDE, claim + " D’autres sources évoquent plutôt le manque de pain.") == ""
    assert told(1, LEDE, claim + " Plusieurs boutiques ont fermé.") != ""
    critics = "Des critiques faisaient état d’un service d’ordre insuffisant à Lens."
    assert told(1, LEDE, critics + " Un rapport de la ville assurait au contraire que le service d’ordre était assez nombreux.") == ""


def test_fillers_fall() -> None:
    assert told(1, LEDE, "Ces résultats de Montbrac montrent bien entendu la force du club.") == ""  # « ces » leans
    assert told(1, LEDE, "Bien évidemment, le maire de Montbrac a voté le budget.") == "Le maire de Montbrac a voté le budget."
    assert told(1, LEDE, "Le maire de Montbrac, bien entendu, a voté le budget.") == "Le maire de Montbrac a voté le budget."
    assert told(1, LEDE, "La police de Montbrac compte quinze blessés à l’heure actuelle, dont neuf enfants.") == "La police de Montbrac compte quinze blessés, dont neuf enfants."
    assert told(1, LEDE, "Les armes trouvées à Montbrac appartenaient bel et bien à la famille Morel.") == "Les armes trouvées à Montbrac appartenaient à la famille Morel."
    assert told(1, LEDE, "L’absence du maire ne manque bien entendu pas de surprendre les élus de Montbrac.") == "L’absence du maire ne manque pas de surprendre les élus de Montbrac."
    assert "bien sûr" in told(1, LEDE, "« Le budget est bien sûr trop bas », a déclaré Paul Morel, maire de Montbrac.")


def test_the_most_important_of_what() -> None:
    assert told(1, LEDE, "Le plus important est sans doute le soutien du maire de Montbrac.") == ""
    assert told(1, LEDE, "Le plus important club de Montbrac est le soutien du maire.") != ""


def test_a_notice_is_not_the_first_paragraph() -> None:
    from tests.articles import understood

    assert understood("Cet article est archivé et ne doit plus être modifié.", LEDE).first_paragraph == 1


def test_the_ones_concerned_are_named_before() -> None:
    assert told(1, LEDE, "Des rafales ont été relevées dans les trois départements concernés.") == ""
    assert told(1, LEDE, "Le maire de Montbrac recevra les familles concernées par la fermeture du stade.") != ""
