"""What is told alone is whole in meaning and leans on nothing that is not told: each check fires on an invented sentence and spares its neighbour."""

from __future__ import annotations

from seo_fr.propose import all_tellings
from seo_fr.propose.alone import stands
from seo_fr.propose.lede_cuts import lede_cuts
from seo_fr.propose.tell import run_telling, sentence_telling
from tests.articles import understood


def told(index: int, *paragraphs: str) -> str:
    telling = sentence_telling(understood(*paragraphs), index)
    return telling.text.replace("\u00a0", " ") if telling is not None else ""


def everything(*paragraphs: str) -> list[str]:
    return [telling.text.replace("\u00a0", " ") for telling in all_tellings(understood(*paragraphs))]


def runs(*paragraphs: str) -> list[str]:
    source = understood(*paragraphs)
    seeds = (sentence_telling(source, index, joined=True) for index in range(len(source.analysis.sentences)))
    return [run.text.replace("\u00a0", " ") for seed in seeds if seed is not None for run in run_telling(source, seed)]


def test_a_contrast_pronoun_falls() -> None:
    assert told(1, "Les syndicats réclament 120 euros. La direction, elle, propose 55 euros et une prime de 400 euros.") == "La direction propose 55 euros et une prime de 400 euros."
    assert (
        told(1, "Le journal du Nord va supprimer des postes. Le propriétaire du Courrier de l’Est annonce lui, le 3 janvier, qu’il déposera prochainement le bilan.")
        == "Le propriétaire du Courrier de l’Est annonce, le 3 janvier, qu’il déposera prochainement le bilan."
    )
    assert told(1, "La forêt recule. Le changement climatique pourrait lui aussi affecter les populations de singes.") == "Le changement climatique pourrait affecter les populations de singes."
    assert told(1, "Le vote a eu lieu. Yannick Durand, candidat des Verts, a, lui, affirmé que chaque incident est une leçon.") == "Yannick Durand, candidat des Verts, a affirmé que chaque incident est une leçon."


def test_besides_falls_behind_its_verb() -> None:
    assert told(1, "La mairie de Lens ferme le parc. Anne Kerbrat propose de plus le développement d’une ligne de métro.") == "Anne Kerbrat propose le développement d’une ligne de métro."


def test_a_pronoun_that_is_a_complement_stays() -> None:
    assert "lui" in told(0, "Paul Morel dit que le maire de Lens peut lui donner la parole.")


def test_also_before_a_toll_hides_the_others() -> None:
    assert told(1, "Un prêtre a été tué dans l’église. Trois paroissiens sont également blessés.") == ""
    assert told(1, "L’attaque de Lens a fait quatre morts. On dénombre également quinze blessés.") == ""
    assert told(1, "La mairie a fermé le parc. Le conseil de Lens a également voté le budget.") == "Le conseil de Lens a voté le budget."


def test_as_far_is_not_far() -> None:
    assert told(1, "La ville a fermé le pont. Jamais le club de Lens n’était allé aussi loin.") == ""
    assert told(1, "La ville a fermé le pont. L’agence de Lens affirme aussi que le niveau restera élevé.") == "L’agence de Lens affirme que le niveau restera élevé."


def test_in_fact_falls_where_it_ties_to_the_sentence_before() -> None:
    assert told(1, "La presse souffre. La plupart des titres sont en effet déficitaires sous l’effet de la baisse des ventes.") == "La plupart des titres sont déficitaires sous l’effet de la baisse des ventes."


def test_openings_that_lean_are_not_told() -> None:
    assert told(1, "Une voyageuse attend à l’arrêt. À ses côtés, un lycéen hausse les épaules.") == ""
    assert told(1, "Une assemblée est prévue vendredi. D’ici là, un médiateur pourrait être nommé, selon la préfecture.") == ""
    assert told(1, "Une voyageuse attend à l’arrêt. Dans le hall de la gare, un lycéen hausse les épaules.") != ""


def test_what_is_set_against_nobody_is_not_told() -> None:
    assert told(1, "La tête de course a filé. Derrière, une coureuse de Varne a chuté au dernier virage.") == ""
    assert told(1, "La tête de course a filé. Derrière le peloton, une coureuse de Varne a chuté au dernier virage.") != ""
    assert told(1, "Deux employés sont sortis. Le troisième a été dégagé vivant des gravats mardi matin.") == ""
    assert told(1, "Jean Durand a écouté. Les agents de la mairie seront reclassés, mais lui n’y croit guère.") == ""
    assert told(1, "Jean Durand a écouté. Les agents de la mairie seront reclassés, mais lui donner raison coûterait cher.") != ""
    assert told(1, "La mairie ferme un service. Seize postes de la mairie sont concernés.") == ""


def test_a_bare_figure_is_not_told() -> None:
    assert told(1, "La direction recense 61 % de grévistes. Les syndicats avancent le chiffre de 78 %.") == ""
    assert told(1, "La direction recense 61 % de grévistes. Les syndicats avancent le chiffre de 78 % de grévistes.") != ""


def test_who_adds_has_spoken_before() -> None:
    assert told(1, "Le président Paul Morel a parlé. « Nous avons bien joué », ajoute Jean Durand.") == ""
    assert told(1, "Le président Paul Morel a parlé. « Nous avons bien joué », assure Jean Durand.") != ""
    assert told(1, "Le président Paul Morel a parlé. « Les otages sont libres », précise encore le ministre Jean Durand.") == "« Les otages sont libres », précise le ministre Jean Durand."


def test_a_suspension_is_not_cut_from_its_sentence() -> None:
    texts = everything("Le tribunal a condamné Paul Morel à quatre ans d’emprisonnement, dont deux avec sursis, pour escroquerie. La ville a fait appel du jugement.")
    assert texts and all("sursis" in text for text in texts if "emprisonnement" in text)


def test_a_claim_is_told_with_its_denial() -> None:
    body = "Un silo a explosé lundi à Lens. Selon un représentant syndical, des travaux de soudure auraient été réalisés sur la machine. La direction n’a pas confirmé."
    assert not any("soudure" in text or "confirmé" in text for text in everything(body))
    assert any("soudure" in text and "confirmé" in text for text in runs(body))
    assert not any("soudure" in text and "confirmé" not in text for text in runs(body))
    assert "dément" in told(0, "La société Durand est accusée de fraude par son ancien comptable, ce qu’elle dément.")


def test_a_claim_without_a_denial_is_told() -> None:
    body = "Un silo a explosé lundi à Lens. Selon un représentant syndical, des travaux de soudure auraient été réalisés sur la machine. La route a été coupée."
    assert any("soudure" in text for text in everything(body))


def test_an_attribution_of_the_whole_sentence_is_not_lost() -> None:
    texts = everything("Un hélicoptère a percuté une tour de télévision et un second appareil s’est écrasé sur une autoroute, selon la police.")
    assert all("selon la police" in text.lower() for text in texts)


def test_a_demonstrative_of_what_stands_before_the_run_ends_it() -> None:
    body = "Sept maires ont signé une déclaration. Selon Andrée Morel, le lien avec la couronne date d’une autre époque. Seul le maire de Lens, Colin Durand, n’a pas signé cette déclaration."
    assert not any(text.startswith("Selon Andrée") and "déclaration" in text for text in runs(body))


def test_a_paragraph_is_told_whole() -> None:
    body = "Le musée a rouvert samedi à Lens. Le billet coûte onze euros. La visite dure deux heures."
    assert "Le musée a rouvert samedi à Lens. Le billet coûte onze euros. La visite dure deux heures." in runs(body)


def test_a_role_that_two_bear_names_nobody() -> None:
    body = "Le club de Lens reçoit Nice. L’entraîneur niçois, Karim Roux, a parlé. Lens a gagné. L’entraîneur, Fabrice Durand, a dénoncé une faute."
    assert told(3, body) == ""
    assert told(1, body) != ""
    body = "Le tribunal a condamné Paul Morel à quatre ans de prison. Jean Durand a été condamné à deux ans. Le tribunal n’a pas décerné de mandat : le condamné pourra demander un bracelet."
    assert told(2, body) == ""
    assert told(1, "Le maire de Lens, Paul Morel, a parlé. Le directeur du réseau, Jean Roux, se dit prêt.") == "Le directeur du réseau, Jean Roux, se dit prêt."


def test_a_nationality_or_a_number_alone_names_nobody() -> None:
    assert told(1, "Paul Morel est parti de Lens. Le Français finit à une belle place.") == ""
    assert told(1, "Un bilan a été publié lundi. Les 200 morts ont été dépassés.") == ""
    assert told(1, "Un bilan a été publié lundi. Les 200 salariés de la mine ont été reçus.") != ""


def test_what_limits_a_claim_is_not_cut() -> None:
    texts = everything("La championne de France a gagné la course de Lens, mais devra passer un contrôle médical.")
    assert all("mais" in text for text in texts)


def test_an_attribution_behind_holds_for_all() -> None:
    texts = everything("Deux ouvriers sont morts et quatre autres ont été blessés mercredi dans une explosion à Lens, a indiqué la préfecture.")
    assert all("préfecture" in text for text in texts)


def test_a_bare_noun_that_takes_up_a_name_is_not_told() -> None:
    body = "La crise de la presse continue en France."
    assert told(1, body, "Près d’un quart des effectifs du titre devraient être licenciés.") == ""
    assert told(1, body, "Près d’un quart des effectifs du titre de presse devraient être licenciés.") != ""


def test_works_and_a_club_that_another_sentence_names_do_not_stand_alone() -> None:
    body = "La salle de Montbrac sera mise aux normes."
    assert told(1, body, "D’après une estimation, les travaux coûteraient 3 millions d’euros.") == ""
    assert told(1, body, "D’après une estimation, les travaux de la salle coûteraient 3 millions d’euros.") != ""
    assert told(1, body, "La ville attend le club (budget 1,1 million d’euros) en janvier.") == ""
    assert told(1, body, "La ville attend le club (AS Montbrac) en janvier.") != ""


def test_half_of_a_comparison_is_not_told() -> None:
    body = "Le car a été coupé en deux à Lens. D’une part, la conductrice Anne Roux affirme que la barrière était levée. D’autre part, deux témoins disent le contraire."
    assert not any("D’une part" in text and "D’autre part" not in text for text in (*everything(body), *runs(body)))


def test_the_same_newspaper_has_been_named() -> None:
    body = "Les prisonniers de Lens ont entre 16 et 50 ans. Trois jours après, deux victimes témoignent au même journal."
    assert not any("même journal" in text for text in runs(body))


def test_a_quote_that_opens_on_what_was_said_before_is_not_told() -> None:
    assert told(1, "Le ministre Jean Roux a parlé à Lens.", "« Cette énumération traduit une évidence », estime Paul Morel.") == ""
    assert told(1, "Le ministre Jean Roux a parlé à Lens.", "« Cette année sera difficile », estime Paul Morel.") != ""


def test_a_member_of_a_list_behind_a_comma_is_not_cut() -> None:
    assert all("braconnage" in text for text in everything("La pauvreté des villages constitue un facteur du déclin des singes, ainsi que le braconnage."))


def test_a_contrast_without_its_terms_leaves_nothing() -> None:
    assert told(1, "Trois sénateurs de Lens ont été mis en examen lundi. Ainsi, Paul Morel, lui, est épargné.") == ""
    assert told(1, "Le car a été coupé en deux à Lens. D’une part, la conductrice Anne Roux affirme que la barrière était levée.") == ""


def test_who_is_spoken_to_is_told() -> None:
    assert told(1, "Le maire Paul Morel est condamné à Lens. « Vous avez menti à la ville », lui a dit la présidente du tribunal, Anne Roux.") == ""
    assert told(1, "Le maire Paul Morel est condamné à Lens. « Le maire a menti à la ville », a dit la présidente du tribunal, Anne Roux.") != ""


def test_no_day_falls_from_before_its_date_nor_the_verb_of_whom_ainsi_que_joins() -> None:
    made = [form.text for form, _ in lede_cuts(understood("La ligue des parents de Montbrac a lancé hier 15 novembre une campagne d’alerte dans tous les lycées du département."), 0, 20, 200)]
    assert not any("lancé 15 novembre" in text for text in made)
    hurt = understood("Le conducteur du fourgon est tué par la riposte des policiers, après avoir eu le temps de blesser deux agents, ainsi qu’une passante de Montbrac.")
    assert not any("policiers, ainsi" in text for text in [*(form.text for form, _ in lede_cuts(hurt, 0, 20, 200) if stands(hurt, form)), *(telling.text for telling in all_tellings(hurt))])


def test_here_is_nowhere_away_from_its_place() -> None:
    assert told(0, "Le maire de Valmont veut ouvrir ici un nouveau marché.") == ""
    assert told(0, "Le maire de Valmont veut ouvrir un marché d’ici deux ans.") == "Le maire de Valmont veut ouvrir un marché d’ici deux ans."


def test_against_him_is_not_against_the_enquiry() -> None:
    assert "à son encontre" not in told(1, "Paul Morel a été entendu lundi. Une enquête a été ouverte à son encontre par le parquet de Lens.")


def test_the_only_other_one_is_told_of_no_first() -> None:
    body = "Anne Lestour est entrée au conseil de Montbrac."
    assert told(1, body, "Luce Vidal était la seule autre femme du conseil jusqu’en 2013.") == ""
    assert told(1, body, "Luce Vidal était la seule femme du conseil jusqu’en 2013.") != ""


def test_somebody_else_of_the_other_gender_is_not_told_after_a_man() -> None:
    told = runs("Le gardien Marcel Vidal est tombé malade. Il n’est jamais revenu. Elle avait 26 ans, un garçon de trois ans qu’elle attachait au banc par une corde et des mains qui saignaient.")
    assert not any("Elle avait" in text for text in told), told
