"""Who speaks where the name stands elsewhere: roles, bodies, documents, tags of any verb, quotes left alone in a paragraph."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.read import read_text


def heard(body: str, title: str = "Le titre de cet article") -> list[tuple[str, str]]:
    """The name and the words of the speaker of each quote."""
    found = analyse(read_text(title + "\n\n" + body + "\n\nIl a plu toute la matinée sur la ville.\n"))
    text = found.article.text
    names = {entity.id: entity.name.of(text) for entity in found.entities}
    return [(names.get(quote.speaker, "") if quote.speaker is not None else "", quote.speaker_span.of(text) if quote.speaker_span else "") for quote in found.quotes]


def cues(body: str) -> list[str]:
    """The cues of the statements."""
    found = analyse(read_text("Le titre de cet article\n\n" + body + "\n"))
    return [one.cue.of(found.article.text) for one in found.statements]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Enzo Marchal courait devant sa famille. « Ma grand-mère était là avec un thermos », rigole-t-il.", "Enzo Marchal"),
        ("« Et moi, je fais quoi ? » s’énerve Claire Morel, agente d’entretien.", "Claire Morel"),
        ("« Nous avons voulu faire simple, résume le professeur Paul Martin, neurologue à Lens. Il y a deux cents praticiens. »", "Paul Martin"),
        ("Claire Morel n’attend pas la suite. À 23 heures, personne n’était parti. « C’est notre problème, dit-elle. On n’est jamais pressés. »", "Claire Morel"),
        ("Le favori, Paul Martin, a payé ses efforts. « J’ai eu froid. Je n’arrivais plus à freiner », regrette ce dernier.", "Paul Martin"),
        ("Me Claire Morel laisse passer un silence. L’avocate s’attaque ensuite à l’expertise : « Mon client a prêté cette fourche en juin. »", "Claire Morel"),
        ("« C’est un abus », a réagi Paul Martin, délégué syndical. Selon lui, deux machines auraient été transférées en Hongrie, « sous couvert de travaux ».", "Paul Martin"),
        ("Pour Paul Martin, « ce vote est une victoire ». Le porte-parole du collectif se félicite que « le texte ait ouvert un débat ».", "Paul Martin"),
        ("Claire Morel a fait part de sa « vive émotion ».", "Claire Morel"),
    ],
)
def test_a_role_or_a_tag_leads_to_the_name(body: str, name: str) -> None:
    assert heard(body)[-1][0] == name


def test_a_quote_alone_is_of_the_one_the_paragraph_is_about() -> None:
    body = "La cardiologue Claire Morel a lu l’étude. La médecin redoute un abus. Le critère est faible. « On mesure ce que les gens racontent. »"
    assert heard(body)[-1][0] == "Claire Morel"
    assert heard("La cardiologue Claire Morel a lu l’étude avec Paul Martin. Le critère est faible. « On mesure ce que les gens racontent. »")[-1] == ("", "")


def test_a_text_speaks_for_the_one_who_publishes_it() -> None:
    assert heard("La Croix-Rouge a publié un rapport dénonçant « des conditions indignes ».")[-1][0] == "Croix-Rouge"
    assert heard("Le gouvernement a diffusé un communiqué qui « condamne fermement ces violences ».")[-1][1].lower() == "le gouvernement"
    assert heard("Selon l’annonce du gouvernement, l’opération est « un succès ».")[-1][1].endswith("gouvernement")


def test_a_body_is_the_one_just_named() -> None:
    assert heard("Greenpeace a publié une étude. « C’est trop », a dit Greenpeace. L’association précise que « trois sites sont touchés ».")[-1][0] == "Greenpeace"
    assert heard("Greenpeace et Oxfam ont publié une étude. L’association précise que « trois sites sont touchés ».")[-1][0] == ""


def test_a_thing_says_nothing() -> None:
    assert heard("Le maire a présenté le plan. L’usage du béton prouve que « la ville étouffe sous la chaleur ».")[-1] == ("", "")
    assert heard("Un témoin affirme avoir vu une Peugeot grise s’éloigner « à vive allure ».")[-1][0] != "Peugeot"
    assert heard("Le ministre Paul Martin a assuré au « 13 Heures » être prêt.")[0] == ("", "")


def test_the_tag_is_the_cue_whatever_its_verb() -> None:
    assert cues("« On en parle depuis vingt ans », souffle la maire, élue en juin.") == ["souffle"]
    assert any(cue.startswith("dit") for cue in cues("Claire Morel attend. « C’est notre problème, dit-elle. On n’est jamais pressés. »"))


def test_what_follows_selon_is_not_its_complement() -> None:
    found = analyse(read_text("Titre de l’article\n\nSelon les premiers éléments de la gendarmerie, l’autocar, qui venait de Pologne, se serait déporté dans une courbe.\n"))
    text = found.article.text
    one = found.statements[0]
    assert one.speaker_span is not None and "autocar" not in one.speaker_span.of(text) and one.content.of(text).startswith("l’autocar")
    assert not analyse(read_text("Titre de l’article\n\nLe coût est réparti entre les communes selon une clé à négocier.\n")).statements


def names(body: str) -> dict[str, str]:
    """The names with their kinds."""
    found = analyse(read_text("Le titre de cet article\n\n" + body + "\n\nIl a plu toute la matinée sur la ville.\n"))
    return {entity.name.of(found.article.text): entity.kind for entity in found.entities}


def test_a_first_name_after_a_paper_or_a_storm_is_no_person() -> None:
    assert names("Le magazine Juliette dépose le bilan. Juliette avait cent salariés.")["Juliette"] == "organisation"
    found = names("Les tempêtes Paul, Léon et Marcel ont frappé la côte en janvier.")
    assert {found[one] for one in ("Paul", "Léon", "Marcel")} == {"event"}
    assert names("Le magazine rencontre Juliette Moreau à Lens.")["Juliette Moreau"] == "person"


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    assert not {"Pacsé", "Parti", "Rare"} & set(names("Pacsé, sans enfant, il vivait ici. Rare, pour une séance. Parti avec du retard, il a gagné."))
    assert names("À la 8e place du Lensois Enzo Marchal, la surprise est belle.").get("Enzo Marchal") == "person"


def test_hearsay_after_a_relative_is_not_asserted() -> None:
    found = analyse(read_text("Le titre de cet article\n\nOutre la fermeture, où travaillent 271 personnes, 134 postes seraient supprimés sur le site de Lens et 81 au siège et dans les fonctions de recherche du groupe.\n"))
    assert all(clause.commitment != "asserted" for clause in found.clauses if "seraient" in clause.span.of(found.article.text))
    found = analyse(read_text("Le titre de cet article\n\nLa mesure directe constitue à ses yeux la principale force de ce travail.\n"))
    assert {clause.commitment for clause in found.clauses} == {"attributed"}


def test_the_verb_before_a_colon_or_after_the_words_is_the_cue() -> None:
    assert "assume" in cues("Le président de la course, Paul Martin, assume : « Nous avons vu la route. Elle était praticable. »")
    assert any(cue.endswith("répondu") for cue in cues("Claire Morel, figure du mouvement, a répondu à Paul Martin, qui avait commenté sa lettre : « J’attends une vraie réponse. »"))
    assert "Selon" in cues("Selon « Le Matin », « les travaux n’ont pas été payés par la ville ».")


@pytest.mark.parametrize(
    ("body", "content", "commitment"),
    [
        ("Le directeur a assuré au journal télévisé, ce jeudi 26 janvier, être prêt à partir.", "être prêt à partir", "attributed"),
        ("Le ministère a dit « prendre acte avec regret » de l’annonce faite hier.", "prendre acte", "attributed"),
        ("Les savants ont pu confirmer que le regroupement de galaxies était proche de la Terre.", "le regroupement", "attributed"),
    ],
)
def test_what_a_verb_of_speech_governs_at_a_distance(body: str, content: str, commitment: str) -> None:
    found = analyse(read_text("Le titre de cet article\n\n" + body + "\n\nIl a plu toute la matinée sur la ville.\n"))
    text = found.article.text
    assert any(content in one.content.of(text)[: len(content) + 3] and one.commitment == commitment for one in found.statements)


def test_words_that_only_explain_are_no_statement() -> None:
    found = analyse(read_text("Le titre de cet article\n\nCette découverte permet de tester la théorie, c’est-à-dire que la galaxie est vieille de treize milliards d’années.\n"))
    assert not found.statements
    found = analyse(read_text("Le titre de cet article\n\nLes chercheurs avancent l’hypothèse d’une inflammation de la paroi des vaisseaux chez ces patients.\n"))
    assert {clause.commitment for clause in found.clauses} == {"attributed"}


@pytest.mark.parametrize(
    "body",
    [
        "Il était arrivé à Lens le 26 janvier, avait loué une voiture pour une semaine et aurait acheté les deux couteaux dans la foulée.",
        "La prochaine édition est menacée puisque le conseil général envisagerait de réduire sa subvention de moitié.",
        "Au cours des trois années qui viennent, ce sont mille étudiants qui devraient s’ajouter aux inscrits.",
    ],
)
def test_a_conditional_beside_the_main_verb_is_not_asserted(body: str) -> None:
    found = analyse(read_text("Le titre de cet article\n\n" + body + "\n\nIl a plu toute la matinée sur la ville.\n"))
    assert all(clause.commitment != "asserted" for clause in found.clauses if "rait" in clause.span.of(found.article.text) or "raient" in clause.span.of(found.article.text))


def test_what_somebody_stops_doing_is_no_decision() -> None:
    found = analyse(read_text("Le titre de cet article\n\nCe sont des quartiers qui n’ont pas arrêté de se transformer depuis trente ans, avec leurs usines et leurs ports.\n"))
    assert not found.statements


def test_a_name_after_a_people_or_two_functions_is_the_speaker() -> None:
    assert heard("« Nous avons mis fin à une guerre où il n’y avait rien à gagner », s’est réjouie la ministre morvélienne de la Pêche, Claire Halden.")[-1][0] == "Claire Halden"
    assert heard("« On a réglé la question des filets », résume le médiateur, le diplomate suisse Paul Amsler, qui a conduit les discussions.")[-1][0] == "Paul Amsler"


def test_a_simple_past_that_the_tagger_loses_is_not_asserted() -> None:
    found = analyse(read_text("Le titre de cet article\n\nPaul Laqhila se leva et leur répondit que « le bruit leur demandait de sortir ». La réunion a cessé peu après.\n"))
    told = [clause for clause in found.clauses if "répondit" in clause.span.of(found.article.text)]
    assert told and all(clause.commitment != "asserted" for clause in told)
