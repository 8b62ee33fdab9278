"""What opens an introduction, what may follow where it would be short, and what a line that points back means."""

from __future__ import annotations

from seo_fr.analyse.keyphrases import focus_keyphrase
from seo_fr.choose.called import also_called
from seo_fr.choose.chosen import _NAMED, _pointed
from seo_fr.choose.pick import Choice
from seo_fr.choose.repeat import Told
from seo_fr.model import Copied, Span, Templated
from seo_fr.options import Options
from seo_fr.propose import all_tellings
from seo_fr.propose.blocks import _ONE_OF_THEM, _is_pair, _strangers, main_facts, quote_points, sentences
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.mains import sets_scene
from seo_fr.propose.score import Scores
from seo_fr.propose.source import Source
from seo_fr.propose.tell import run_telling, sentence_telling
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load
from tests.articles import understood

COURSE = (
    "La 12e édition de la course de la vallée s’est tenue dimanche à Montbrac.",
    "Le départ a été donné sous la pluie devant 2 000 spectateurs. Paul Kervadec remporte la course en 2 heures 14 minutes. Le record de l’épreuve datait de 2011.",
)


def mains(*paragraphs: str, title: str) -> list[str]:
    source = understood(*paragraphs, title=title)
    found = main_facts(source, all_tellings(source), (), scores(source))
    return [candidate.passages[0].text for candidate in sorted(found, key=lambda candidate: -candidate.merit[0])]


def scores(source: Source) -> Scores:
    return Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))


def tags(source: Source, words: str) -> tuple[str, ...]:
    found = sentences(source, load(), all_tellings(source), scores(source), "clé")
    return next(candidate.tags for candidate in found if candidate.passages[0].text.startswith(words))


def test_who_won_comes_before_that_the_contest_was_held() -> None:
    assert mains(*COURSE, title="Course de la vallée : Paul Kervadec bat tous ses rivaux")[0].startswith("Paul Kervadec remporte la course")


def test_a_contest_with_two_winners_whom_the_title_does_not_name_opens_as_the_source_does() -> None:
    women = "Chez les femmes, la victoire est longtemps restée incertaine. Anne Lestour remporte la course en 2 heures 31 minutes."
    assert mains(*COURSE, women, title="Course de la vallée : une édition sous la pluie")[0].startswith("La 12e édition")


def test_a_first_sentence_that_is_the_news_stays_first() -> None:
    news = ("Le club de Montbrac a battu dimanche le Stade rivois.", *COURSE[1:])
    assert mains(*news, title="Montbrac bat le Stade rivois")[0].startswith("Le club de Montbrac")


def test_a_demonstrative_is_named_by_its_noun_alone() -> None:
    assert _pointed("ces petites galaxies") == _pointed("les galaxies")
    assert _pointed("cet accouchement") == _pointed("l’accouchement")
    assert not _pointed("la nouvelle loi") <= _pointed("la loi")  # of a definite phrase, every word


def test_a_list_says_together_who_its_people_are() -> None:
    source = understood("Le conseil de la ville a été renouvelé lundi à Montbrac.", "Anne Lestour, Paul Kervadec et Luce Vidal sont les nouveaux membres du conseil. Marc Aubrac rencontre Luce Vidal.")
    assert not _strangers(source, "Anne Lestour, Paul Kervadec et Luce Vidal sont les nouveaux membres du conseil.")
    assert {entity.name.of(source.text) for entity in _strangers(source, "Marc Aubrac rencontre Luce Vidal.")} == {"Marc Aubrac", "Luce Vidal"}


def test_a_bare_name_that_only_ends_a_sentence_is_an_aside() -> None:
    source = understood("Le conseil de la ville a voté lundi le budget des écoles.", "La ville de Montbrac a été rachetée par Marc Aubrac en 2011. Luce Vidal a construit la gare de Montbrac en 1902.")
    assert "aside" in tags(source, "La ville de Montbrac a été rachetée par Marc Aubrac")
    assert "aside" not in tags(source, "Luce Vidal a construit")


def test_two_sentences_are_a_pair_only_where_the_first_is_of_somebody() -> None:
    source = understood("Le conseil a voté lundi.", "Le budget des écoles a baissé de 12 % en un an. Il avait doublé en 2011.", "L’un des pompiers est à l’hôpital. Il souffre d’une entorse.")
    seeds = [sentence_telling(source, index, True) for index in range(len(source.analysis.sentences))]
    runs = {run.text: _is_pair(source, run) for seed in seeds if seed is not None for run in run_telling(source, seed)}
    assert runs["Le budget des écoles a baissé de 12\u00a0% en un an. Il avait doublé en 2011."]
    assert not any(pair for text, pair in runs.items() if text.startswith("L’un"))


def said(text: str, *marks: str) -> Candidate:
    return Candidate("introduction", (passage("introduction", "sentence", text, Copied(Span(0, len(text))), (0,)),), (0,), (0,), 0, tags=marks)


def test_where_an_introduction_would_be_short_a_whole_sentence_is_enough() -> None:
    long = "Les commerçants de la place redoutent désormais une baisse durable de la fréquentation du quartier."

    def little(words: str, *marks: str, last: bool = True) -> bool:
        return Choice._tells_little(Choice.__new__(Choice), said(words, *marks), last)

    assert not little(long, "thin")
    assert little(long, "thin", last=False)
    assert little(long, "thin", "course")
    assert little("Le stade était plein.", "thin")
    assert not little(long, "stranger", "aside")
    assert little(long, "stranger")


def test_a_first_sentence_without_a_fact_gives_way_to_the_second() -> None:
    opening = "La vieille dame n’a pas bougé. Luce Vidal, 67 ans, comparaît depuis lundi devant le tribunal de Montbrac pour le vol de 12 tableaux."
    found = mains(opening, "Le procès doit durer trois jours.", title="Tribunal : trois jours pour comprendre")
    assert found[0].startswith("Luce Vidal")


def test_what_two_share_is_not_told_of_one() -> None:
    source = understood("Le jury du festival a rendu son palmarès.", "Le prix spécial a été attribué ex æquo à La Vallée et à La Montagne. Le prix du public est allé à La Plaine.")
    said_of = [candidate.passages[0].text for candidate in sentences(source, load(), all_tellings(source), scores(source), "clé")]
    assert not any("ex æquo" in text and " et " not in text for text in said_of)


def test_the_reader_of_a_bill_knows_which_text_is_meant() -> None:
    assert _pointed("le texte") <= also_called("Les députés ont approuvé un projet de loi sur les écoles.")
    assert _pointed("l’agresseur") <= also_called("Un homme a attaqué deux passants à Montbrac.")
    assert _pointed("la victime") <= also_called("Un spectateur décède lors d’une course à Montbrac.")
    assert _pointed("le verdict") <= also_called("Luce Vidal comparaît depuis lundi à Montbrac.")
    assert not _pointed("le texte") <= also_called("Les députés ont visité une école.")


def test_a_toll_that_was_corrected_opens_as_it_was_corrected() -> None:
    text = """Autocar : ce que l’on sait

Un accident entre un autocar et un camion a fait six morts et douze blessés lundi 22 août près de Montbrac.

Environ 110 pompiers ont été mobilisés. Le préfet de la région s’est rendu à Montbrac dans la matinée de lundi.

Mise à jour du 24 août : un passager de 58 ans est décédé dans la nuit, ce qui porte le bilan à sept morts.
"""
    page = write_page(read_text(text), Options(grammar=False))
    told = [item.text for found in page.blocks if found.kind == "introduction" for item in found.passages]
    assert not any("six morts" in line for line in told)
    assert "sept morts" in told[0]


def test_the_dead_stand_in_the_introduction_and_not_only_among_the_key_points() -> None:
    text = (
        "Sarvigny : une explosion secoue la papeterie\n\nUne explosion a secoué lundi matin la papeterie de Sarvigny. L’explosion a fait trois morts et douze blessés. La route départementale a été fermée pendant quatre heures.\n\n"
        "La direction de la papeterie a annoncé l’arrêt de la production pendant deux semaines. Le syndicat des papetiers a réclamé un contrôle de toutes les chaudières du département. Le préfet a ouvert un centre d’accueil pour les familles dans le gymnase de Sarvigny.\n\n"
        "La papeterie emploie 240 personnes depuis 1987. Un incendie avait détruit l’atelier de coupe de la papeterie en 2009."
    )
    made = write_page(read_text(text), Options(grammar=False))
    told = " ".join(item.text for block in made.blocks if block.kind == "introduction" for item in block.passages)
    assert "trois morts et douze blessés" in told


def test_a_line_that_goes_on_for_five_words_more_than_a_heading_may_be_a_key_point() -> None:
    told = Told(())
    heading = Candidate("h2", (passage("section", "h2", "Une enquête a été ouverte et confiée à la brigade de Valmont", Copied(Span(0, 5), ())),), (), (0,), 0)
    same, longer = (
        Candidate("keypoints", (passage("keypoints", "bullet", words, Copied(Span(0, 9), ())),), (), (0,), 0)
        for words in ("Une enquête a été ouverte et confiée à la brigade de Valmont.", "Une enquête a été ouverte et confiée à la brigade de Valmont, qui a entendu douze témoins lundi.")
    )
    told.show(heading.passages)
    assert told.is_shown(same, 5) and not told.is_shown(longer, 5) and told.is_shown(longer)


def test_whoever_is_presented_before_the_name_among_several_is_no_stranger() -> None:
    source = understood("Le front des taxis se réunit lundi à Montbrac.", "Les porte-parole du front commun, Paul Kervadec et Anne Lestour, ont dénoncé une injustice.", "Paul Kervadec et Anne Lestour ont dénoncé une injustice.", title="Montbrac : les taxis se réunissent")
    assert not _strangers(source, "Les porte-parole du front commun, Paul Kervadec et Anne Lestour, ont dénoncé une injustice.")
    assert _strangers(source, "Hier, Paul Kervadec et Anne Lestour ont dénoncé une injustice.")


def test_one_sentence_of_up_to_forty_words_may_stand_behind_the_main_fact_where_nothing_shorter_does() -> None:
    long = "Le ministère des Transports a publié mardi un rapport de 120 pages qui recommande la fermeture de douze gares, la suppression de trois lignes de nuit et la vente de quarante hectares de terrains dans la vallée de la Rive."
    assert 36 < len(long.split()) <= 40
    made = write_page(read_text(f"Sarvigny : la gare fermera\n\nLa région a voté lundi la fermeture de la gare de Sarvigny.\n\n{long}\n\nElle a ajouté cela. Il en avait parlé."), Options(grammar=False))
    told = [item.text for block in made.blocks if block.kind == "introduction" for item in block.passages]
    assert len(told) == 2 and told[1].startswith("Le ministère des Transports a publié")


def test_one_of_them_is_no_key_point_and_one_of_the_named_is() -> None:
    assert _ONE_OF_THEM.match("L’un à la tête, pris en charge par les secours. L’autre souffre d’une entorse.")
    assert not _ONE_OF_THEM.match("L’un des deux conducteurs a été blessé.") and not _ONE_OF_THEM.match("L’une d’elles a témoigné.")


def test_a_count_is_not_told_without_the_other_that_is_set_against_it_in_quoted_words() -> None:
    first = "Selon les organisateurs, 1 800 personnes ont défilé samedi à Montbrac contre la fermeture du lavoir."
    source = understood(first + " « Nous étions plutôt autour de 900 », corrige la préfète Anne Lestour. Le défilé a duré deux heures.", title="Lavoir : défilé samedi à Montbrac")
    made = [candidate.passages[0].text for candidate in main_facts(source, all_tellings(source), (), scores(source))]
    assert made and all("plutôt" in text for text in made if "1\u202f800" in text)
    assert not any(text.startswith("Selon les organisateurs") and "plutôt" not in text for text in (telling.text for telling in all_tellings(source)))


SCENE = ("Trois secondes à jouer, 71-71, et un ballon qui roule. Le public retient son souffle. Dimanche soir, le meneur de Montbrac a inscrit le panier décisif et offert au club une finale, 73-71 contre Valdrac, devant 2 000 spectateurs.",)


def test_a_scene_without_a_main_verb_gives_way_to_how_it_ended() -> None:
    assert mains(*SCENE, title="Basket : Montbrac en finale")[0].startswith("Dimanche soir, le meneur de Montbrac a inscrit")


def test_quoted_words_that_nobody_says_are_no_main_fact() -> None:
    made = mains("« Avant, l’herbe montait ici jusqu’au genou. » La source de Montbrac s’est tarie samedi pour la première fois depuis 1931, selon la mairie.", title="Sécheresse : les prés de Montbrac à nu")
    assert made and not any(text.startswith("«") for text in made)


def test_a_first_sentence_of_somebody_who_decides_is_no_scene() -> None:
    source = understood("La mairie ferme le lavoir. Le lavoir de Montbrac a reçu 2 000 visiteurs en 2019, selon le musée de la vallée.", title="Lavoir fermé à Montbrac")
    assert not sets_scene(source, next(telling for telling in all_tellings(source) if telling.sentence == source.first_sentence))


def test_a_sentence_with_the_same_four_words_and_the_same_fact_is_the_main_fact_again() -> None:
    text = (
        "Sarvigny : le chômage monte\n\nLe nombre des demandeurs inscrits à Sarvigny en juillet 2017 vient d’atteindre un nouveau record historique.\n\n"
        "Avec la publication mensuelle, les données du bassin pour juillet 2017 montrent qu’un nouveau record historique a été franchi à Sarvigny.\n\nLa mairie ouvrira un bureau d’aide de douze personnes au mois de mars."
    )
    made = write_page(read_text(text), Options(grammar=False))
    told = [item.text for block in made.blocks if block.kind == "introduction" for item in block.passages]
    assert told and sum("record historique" in line for line in told) == 1


def test_the_quote_of_somebody_whom_nothing_presents_is_a_strangers() -> None:
    source = understood("Le front des taxis se réunit lundi à Montbrac.", "« Nous tiendrons le rond-point jusqu’au bout de la semaine », a déclaré Paul Kervadec.", title="Montbrac : les taxis se réunissent")
    said = "Paul Kervadec : « Nous tiendrons le rond-point jusqu’au bout de la semaine. »"
    span = Span(source.text.index("« Nous"), source.text.index(", a déclaré"))
    voice = Candidate("who", (passage("who", "entry", said, Templated("who/citation/deux-points", ()), (1,)),), (1,), (10, 0, 0), span.start, None, ("quote",), 0)
    assert [made.tags for made in quote_points(source, [voice])] == [("said", "voice", "stranger")]


def test_a_noun_that_its_name_completes_is_as_clear_as_a_name() -> None:
    assert _NAMED.search("Le régime de Valdrac") and _NAMED.search("L’ancien gouverneur George Adam") and _NAMED.search("Le Tribunal Supérieur Électoral")
    assert not _NAMED.search("Le régime du pays") and not _NAMED.search("L’animateur")
