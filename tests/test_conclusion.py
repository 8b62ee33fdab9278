"""What closes a page: what comes, is open or is asked for, before other facts; under a heading that is not its only line again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from seo_fr.choose.pick import Choice
from seo_fr.choose.pool import Pool, Strategy
from seo_fr.choose.reading import closing_kind
from seo_fr.choose.repeat import Told
from seo_fr.model import Page
from seo_fr.options import Options
from seo_fr.propose import propose
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.closing import clause_heading
from seo_fr.propose.onward import only_said_to_be_due
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load
from tests.articles import understood

PONT = (
    "Le pont de Saint-Aubry s’est effondré lundi sur la route départementale. Deux camions ont été écrasés.",
    "Le syndicat des routiers réclame un itinéraire de secours pour les poids lourds. La mairie a fermé deux écoles voisines du chantier.",
    "L’ouvrage a été construit en 1962 par la société Morvan. Il a été repeint en 2004 pour 300 000 euros.",
    "Les recherches se poursuivent dans la rivière avec trente plongeurs. Une femme de 40 ans est soignée à l’hôpital de Brévan.",
    "Les pompiers de Brévan ont mobilisé quarante hommes. Le préfet Paul Morvan a remercié les secours mardi matin devant la presse.",
)


def candidates(*paragraphs: str, title: str = "") -> tuple[Candidate, ...]:
    source = understood(*paragraphs, title=title)
    return propose(source.analysis, load(), Options(), "clé").at("conclusion")


def tags(words: str) -> set[str]:
    return {tag for candidate in candidates(*PONT, title="Le pont de Saint-Aubry s’effondre") if candidate.passages[0].text.startswith(words) for tag in candidate.tags}


def test_what_is_asked_for_is_known_as_what_follows() -> None:
    assert "onward" in tags("Le syndicat des routiers réclame")
    assert "onward" not in tags("La mairie a fermé")


def test_a_search_that_goes_on_is_not_over() -> None:
    assert "pending" in tags("Les recherches se poursuivent")
    assert "pending" not in tags("Les pompiers de Brévan ont mobilisé")


@cache
def pool() -> Pool:
    source = understood(*PONT, title="Le pont de Saint-Aubry s’effondre")
    return Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0)


def test_what_stands_just_above_is_the_end_of_the_body() -> None:
    assert "remercié les secours" in pool().last_text
    assert "construit en 1962" not in pool().last_text


def test_of_a_body_in_one_paragraph_only_the_end_stands_just_above() -> None:
    lines = [f"Le village numéro {index} de la vallée a reçu cette année trois nouvelles familles venues de la ville voisine." for index in range(2, 14)]
    source = understood("Le canton de Brévan se repeuple.", " ".join(lines), title="Le canton de Brévan se repeuple")
    text = Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0).last_text
    assert "numéro 13 " in text
    assert "numéro 2 " not in text


STADE = """Brévan : le stade couvert sera construit en 2027

Le conseil municipal de Brévan a adopté lundi le projet de stade couvert par 21 voix contre 8. Le vote a duré trois heures.

Le stade de Brévan accueillera 3 000 spectateurs. La maire Claire Morvan a présenté le budget de 12 millions d’euros à la presse locale.

L’ancien gymnase a été construit en 1971 par le département. Les sportifs du club d’escrime se plaignent du froid depuis dix ans.

Le chantier commencera en mars sur le terrain des Tilleuls. Les riverains réclament un mur contre le bruit le long de la rue des Forges.

La région a versé une aide de 2 millions d’euros. Le club d’escrime compte 140 licenciés et deux entraîneurs diplômés.
"""


@cache
def stade() -> Page:
    return write_page(read_text(STADE), Options(grammar=False))


def test_a_page_with_a_coming_fact_has_a_conclusion_that_tells_it() -> None:
    found = next(block for block in stade().blocks if block.kind == "conclusion")
    assert any("commencera" in item.text or "accueillera" in item.text or "réclament" in item.text for item in found.passages)


def test_a_heading_is_not_the_only_line_of_the_conclusion_again() -> None:
    source = understood("Le maire de Brévan a présenté le projet lundi.", "Un hommage public est prévu en juin à la salle des Tilleuls.", title="Brévan : le projet du maire")
    made = propose(source.analysis, load(), Options(), "clé")
    line = next(candidate for candidate in made.at("conclusion") if candidate.passages[0].text.startswith("Un hommage"))
    heading = clause_heading(source, made.scores, "clé", (line,), frozenset(), frozenset(), -100)
    assert heading is None or 3 * len(heading.passages[0].text.rpartition("\u00a0: ")[2].split()) <= 2 * line.words


RACE = (
    "L’épreuve de Brévan s’est courue samedi sur 12 km. La course a réuni 90 coureurs et le classement reste ouvert.",
    "Le peloton reste groupé jusqu’à la dernière étape. Karim Oudjani accélère dans la côte des Tilleuls. Le podium a été remis par le maire de Brévan, Paul Morvan.",
    "La victoire rapporte 300 euros. La ligne d’arrivée a été tracée devant la gare de Brévan.",
)


def test_a_moment_of_a_race_closes_no_page() -> None:
    found = {candidate.passages[0].text: candidate.tags for candidate in candidates(*RACE, title="Course de Brévan")}
    assert all("leg" in own for text, own in found.items() if text.startswith("Karim Oudjani accélère"))
    assert all("leg" not in own for text, own in found.items() if text.startswith("Le podium a été remis"))


@pytest.mark.parametrize(("text", "person"), [("Anne Morvan\u00a0: l’enquête en cours", True), ("Incendie de la halle\u00a0: l’enquête en cours", False)])
def test_no_enquiry_is_headed_by_a_person(text: str, person: bool) -> None:
    source = understood("Anne Morvan, la maire de Brévan, a ouvert la séance lundi.", "Anne Morvan a quitté la salle. Une enquête a été ouverte.", title="Brévan : Anne Morvan quitte la salle")
    choice = Choice(Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0), Strategy())
    item = choice.open("conclusion")
    heading = next(iter(item))
    from dataclasses import replace

    assert choice._calls_person(replace(heading, passages=(replace(heading.passages[0], text=text),))) is person


def test_behind_the_body_a_noun_that_its_own_sentence_is_the_first_to_say_is_clear() -> None:
    source = understood(*PONT, "Le chantier sera ouvert en mai. Les travaux dureront un an. La mairie sera fermée jeudi.", title="Le pont de Saint-Aubry s’effondre")
    choice = Choice(Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0), Strategy())
    last = len(source.analysis.sentences) - 1
    assert choice._is_first_named("Les travaux", last - 1)
    assert not choice._is_first_named("Le chantier", last - 2)  # « voisines du chantier » before
    assert not choice._is_first_named("La ville", last)  # which one?
    assert not choice._is_first_named("Les deux ouvriers", last)
    assert not choice._is_first_named("Le suspect", last)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("«\u00a0Le réseau doit s’adapter à la demande\u00a0», plaide la directrice.", True),
        ("«\u00a0Le chantier commencera en mars\u00a0», a déclaré le maire.", False),
        ("Un attelage doit rejoindre le poste le plus proche.", True),
        ("Le conseil doit voter le budget lundi.", False),
    ],
)
def test_what_should_be_is_not_what_comes(text: str, due: bool) -> None:
    assert only_said_to_be_due(text) is due


def test_what_was_due_on_a_day_of_which_the_end_is_told_is_over() -> None:
    found = candidates(
        "La course de Brévan est partie le 8 mars.", "Les derniers équipages devraient terminer le 12 mars. Une fête est prévue le 20 mars à Brévan.", "Paul Morvan a terminé le dernier le 12 mars.", title="Course de Brévan : le départ"
    )
    assert all("future" not in each.tags for each in found if each.passages[0].text.startswith("Les derniers équipages devraient terminer le 12 mars."))
    assert any("future" in each.tags for each in found if "fête" in each.passages[0].text)


@pytest.mark.parametrize(
    ("line", "coming"),
    [
        ("En 1998, Anne Morel dirigera la bibliothèque de Lorme.", False),
        ("Anne Morel dirigera la bibliothèque jusqu’à sa mort.", False),
        ("Anne Morel enseignera le chant à Lorme avant de mourir en 2003.", False),
        ("Le chemin Anne-Morel sera inauguré à Brévan en 2031.", True),
        ("Le chemin Anne-Morel sera inauguré à Brévan le mois prochain.", True),
    ],
)
def test_the_future_in_which_a_life_is_told_is_no_next_step(line: str, coming: bool) -> None:
    found = candidates("La commune de Brévan a rendu hommage le 12 mars 2024 à Anne Morel.", f"Anne Morel est née à Lorme en 1931. {line}", "Le maire de Brévan a salué sa mémoire devant deux cents personnes.", title="Brévan : hommage à Anne Morel")
    mine = [each for each in found if each.passages[0].text.startswith(line[:24])]
    assert mine
    assert any("future" in each.tags for each in mine) is coming


@pytest.mark.parametrize("words", ["Le déficit se creuse encore", "Sans le canton de Lorme, où le résultat n’était pas encore connu"])
def test_what_grows_or_was_not_known_then_is_not_open(words: str) -> None:
    found = candidates("La commune de Brévan a publié ses comptes lundi.", "Le déficit se creuse encore de 3 points dans la commune.", "Sans le canton de Lorme, où le résultat n’était pas encore connu mardi soir, Paul Morvan a recueilli 303 voix.", title="Les comptes de Brévan")
    mine = [each for each in found if each.passages[0].text.startswith(words)]
    assert mine
    assert all("pending" not in each.tags for each in mine)


SUITE = (
    "La papeterie de Brévan a présenté ses comptes lundi. Elle emploie 300 personnes.",
    "Un quart des effectifs de la papeterie devraient être licenciés. Le directeur Paul Morvan compte garder les trente apprentis de l’usine.",
    "Les riverains réclament un mur contre le bruit le long de la rivière. La mairie de Brévan a refusé la vente du terrain voisin. Le conseil compte quatre nouveaux membres de l’usine.",
    "Une enquête a été ouverte par le parquet de Lorme sur les rejets dans la rivière. La préfecture a également été saisie par deux associations de pêcheurs, et elle étudie encore leur dossier.",
    "L’usine a été fondée en 1921. Elle a changé trois fois de nom. La toiture a été refaite en 2004 par une entreprise de la région.",
    "Les visiteurs ont admiré les machines. La cantine sert 200 repas. Le personnel a reçu une prime en juin.",
)


@pytest.mark.parametrize(
    ("words", "tag", "there"),
    [
        ("Un quart des effectifs", "future", True),
        ("Le directeur Paul Morvan compte garder", "future", True),
        ("Le conseil compte quatre", "future", False),
        ("Les riverains réclament", "asked", True),
        ("Les riverains réclament", "wished", True),
        ("La mairie de Brévan a refusé", "wished", False),
        ("La mairie de Brévan a refusé", "asked", False),
    ],
)
def test_what_comes_and_what_is_asked_for(words: str, tag: str, there: bool) -> None:
    mine = [each for each in candidates(*SUITE, title="La papeterie de Brévan présente ses comptes") if each.passages[0].text.startswith(words) and len(each.facts) == 1]
    assert mine
    assert all((tag in each.tags) is there for each in mine)


def test_demands_alone_are_headed_as_such() -> None:
    asked = next(each for each in candidates(*SUITE) if "asked" in each.tags and "future" not in each.tags and each.passages[0].text.startswith("Les riverains"))
    coming = next(each for each in candidates(*SUITE) if "future" in each.tags)
    assert closing_kind((asked,)) == "asked"
    assert closing_kind((asked, coming)) == "onward"


def chosen() -> Choice:
    source = understood(*SUITE, title="La papeterie de Brévan présente ses comptes")
    return Choice(Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0), Strategy())


def test_a_short_conclusion_takes_the_form_that_goes_on() -> None:
    choice = chosen()
    short = next(each for each in choice.open("conclusion") if each.passages[0].text.startswith("Une enquête") and len(each.facts) == 1)
    longer = [each for each in choice.open("conclusion") if set(short.facts) < set(each.facts) and "pending" in each.tags]
    choice.take("conclusion", short)
    choice._grow("conclusion")
    assert [each.facts for each in choice.chosen["conclusion"]] == [longer[0].facts if longer else short.facts]


def test_what_comes_is_told_again_only_in_other_words() -> None:
    choice = chosen()
    line = next(each for each in choice.open("conclusion") if each.passages[0].text.startswith("Un quart des effectifs"))
    choice.take("introduction", line)
    choice.close_again()
    assert all(line.facts != each.facts or line.passages[0].text != each.passages[0].text for each in choice.chosen.get("conclusion", ()))
    assert not choice._in_other_words(line)
    choice.give_back("introduction")
    assert choice._in_other_words(line)


def test_what_nobody_has_found_yet_is_open() -> None:
    found = [each for each in candidates("La grotte de Brévan a été ouverte lundi.", "Une équipe de Lorme a fouillé la grotte. Personne n’a encore trouvé l’entrée de la seconde salle.", title="La grotte de Brévan est ouverte") if each.passages[0].text.startswith("Personne")]
    assert found
    assert all({"pending", "unknown"} <= set(each.tags) for each in found)
    assert closing_kind(found[:1]) == "open"


def test_a_heading_is_no_second_sentence_of_a_line_again() -> None:
    source = understood("Le pont de Saint-Aubry s’est effondré lundi.", "Deux camions ont été écrasés par le tablier dans la nuit. La police de Brévan continue à enquêter.", title="Le pont de Saint-Aubry s’effondre")
    made = propose(source.analysis, load(), Options(), "clé")
    pair = next(each for each in made.at("conclusion") if each.passages[0].text.endswith("continue à enquêter.") and len(each.facts) > 1)
    heading = clause_heading(source, made.scores, "clé", (pair,), frozenset(), frozenset(), -100)
    assert heading is None or "continue à enquêter" not in heading.passages[0].text


GREVE = (
    "Les conducteurs de bus de Brévan sont en grève depuis lundi. La moitié des lignes de la ville est fermée.",
    "L’association des usagers de la rive droite demande le remboursement d’une semaine d’abonnement. Le bilan s’est encore alourdi.",
    "Les travaux du dépôt devraient finir le 12 mai. Les ouvriers devraient avoir fini le toit le 3 avril.",
    "Désormais, les abonnés de Brévan achètent leur carte en ligne. La maire de Lorme, Claire Morvan, a salué la réouverture du pont de la Vègre.",
    "Un nouveau rassemblement est prévu le 15 février, à Lorme cette fois. Cette fois, la mairie a fermé le parc.",
)


@pytest.mark.parametrize(
    ("words", "tag", "there"),
    [
        ("Le bilan s’est encore", "pending", False),
        ("Les travaux du dépôt", "future", True),
        ("Les ouvriers devraient avoir", "future", False),
        ("Désormais, les abonnés", "changed", True),
        ("La maire de Lorme", "reaction", True),
        ("Un nouveau rassemblement", "future", True),
    ],
)
def test_what_a_last_line_is_for_certain(words: str, tag: str, there: bool) -> None:
    mine = [each for each in candidates(*GREVE, title="Grève des bus à Brévan") if each.passages[0].text.startswith(words) and len(each.facts) == 1]
    assert mine or not there
    assert all((tag in each.tags) is there for each in mine)


def strike() -> Choice:
    source = understood(*GREVE, title="Grève des bus à Brévan")
    return Choice(Pool(propose(source.analysis, load(), Options(), "clé"), frozenset(), Options(), 0), Strategy())


def line(choice: Choice, words: str) -> Candidate:
    return next(each for each in choice.open("conclusion") if each.passages[0].text.startswith(words) and len(each.facts) == 1)


def test_a_demand_whole_closes_a_page_though_it_has_no_figure() -> None:
    choice = strike()
    assert choice._closes(line(choice, "L’association des usagers"))


def test_a_day_makes_a_short_conclusion_enough() -> None:
    choice = strike()
    choice.take("conclusion", line(choice, "Les travaux du dépôt"))
    assert choice.size("conclusion") < 12
    assert choice.closes_shortly()


def test_a_label_names_the_kind_that_all_facts_were_chosen_as() -> None:
    found = tuple(replace(each, tags=(*each.tags, "as:reaction")) for each in strike().open("conclusion")[:2])
    assert closing_kind(found) == "reaction"
    assert closing_kind((found[0], strike().open("conclusion")[1])) != "reaction"


def test_what_comes_is_no_heading_where_another_clause_heads_the_section() -> None:
    choice = strike()
    coming = choice.pool.closing_facts
    assert not coming or len({choice.candidates.source.clause[fact].sentence for fact in coming}) <= 3


def test_a_relative_told_alone_leaves_its_clause_to_be_told() -> None:
    source = understood("Le pont de Brévan a été fermé lundi.", "La société Morvan, qui doit réparer le tablier en mai, a envoyé dix ouvriers sur le chantier.", title="Le pont de Brévan est fermé")
    made = propose(source.analysis, load(), Options(), "clé").at("conclusion")
    part = next(each for each in made if "doit réparer" in each.passages[0].text and "envoyé" not in each.passages[0].text)
    main = next(each for each in made if "envoyé" in each.passages[0].text and "réparer" not in each.passages[0].text)
    whole = next(each for each in made if "envoyé" in each.passages[0].text and "réparer" in each.passages[0].text)
    told = Told(())
    told.add(main)
    assert told.allows(part, 1)
    assert not told.allows(whole, 1)
    told.remove(main)
    assert told.allows(whole, 1)
