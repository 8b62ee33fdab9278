"""Who speaks where the text says « elle », « le cabinet », « l’experte », or the parser has lost the subject. Invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.model import Analysis
from tests.articles import article


def read(*paragraphs: str) -> Analysis:
    """The analysis of an article of these paragraphs."""
    return analyse(article(*paragraphs))


def quoted(*paragraphs: str) -> list[tuple[str, str]]:
    """Words of the speaker and name of the speaker of each quote."""
    found = read(*paragraphs)
    words = found.article.text
    return [
        (
            one.speaker_span.of(words) if one.speaker_span is not None else "",
            found.entities[one.speaker].name.of(words) if one.speaker is not None else "",
        )
        for one in found.quotes
    ]


def said(*paragraphs: str) -> list[tuple[str, str, str]]:
    """Cue, words of the speaker, name of the speaker of each statement."""
    found = read(*paragraphs)
    words = found.article.text
    return [
        (
            one.cue.of(words),
            one.speaker_span.of(words) if one.speaker_span is not None else "",
            found.entities[one.speaker].name.of(words) if one.speaker is not None else "",
        )
        for one in found.statements
    ]


def test_a_pronoun_takes_the_words_that_named_somebody_without_a_name() -> None:
    found = quoted(
        "La voisine de la victime a confirmé que la porte était ouverte. « Je suis sortie tout de suite », ajoute-t-elle.",
        "Le garage était « fermé depuis longtemps », selon elle. Paul Martin serait alors parti. « Il avait peur, il tremblait », précise-t-elle.",
    )
    assert found == [("La voisine de la victime", "")] * 3


def test_selon_lui_takes_them_too() -> None:
    assert quoted("Le chauffeur a pris sa retraite. Il déclare que tout allait bien. Selon lui, « les gens payaient leur place ».") == [("Le chauffeur", "")]


def test_il_in_the_sentence_of_a_body_that_speaks_is_that_body() -> None:
    text = "« La mission a été menée à bien », se défend le cabinet de M. Martin, tandis qu’il justifie que « les contrats étaient ponctuels »."
    assert [words for words, _ in quoted("Le journal « Le Matin » a révélé les contrats de Paul Martin.", text)][-2:] == ["le cabinet de M. Martin"] * 2


def test_the_shouting_is_by_the_subject_that_the_parser_lost() -> None:
    text = "Paul Martin sortait de la mairie et saluait des habitants quand un jeune homme de 18 ans a fait semblant de lui serrer la main avant de tenter de le gifler en criant « ici, c’est chez nous »."
    assert quoted(text) == [("un jeune homme de 18 ans", "")]
    assert said(text) == [("criant", "un jeune homme de 18 ans", "")]


def test_the_one_named_between_commas_before_the_verb_speaks() -> None:
    found = quoted("Interrogé vendredi à Lens, Paul Martin, éliminé au deuxième tour en novembre, a affirmé qu’il ne serait pas « une solution de repêchage ». « Non, c’est clairement non », a-t-il ajouté.")
    assert [name for _, name in found] == ["Paul Martin", "Paul Martin"]


def test_one_of_the_spokesmen_has_the_name_that_follows() -> None:
    found = quoted("L’un des deux porte-parole des équipes ayant participé à la recherche, Paul Martin, a annoncé : « Le résultat est provisoire, mais il est très solide. »")
    assert [name for _, name in found] == ["Paul Martin"]


def test_a_general_of_a_place_name_is_himself() -> None:
    assert quoted("La pièce fut censurée par le général de Lestrac, qui qualifie l’auteur de « poète surchauffé ».")[0][0] in {"le général de Lestrac", "Lestrac"}


def test_the_expert_who_goes_on_is_the_last_speaker() -> None:
    found = quoted("« Rien ne peut être sûr dans ce domaine », a indiqué Claire Morel.", "« Nous n’avons que peu de matériaux à analyser », a poursuivi l’experte.")
    assert [name for _, name in found] == ["Claire Morel", "Claire Morel"]


@pytest.mark.parametrize(
    "text",
    [
        "Cette mesure « transitoire » a été décidée hier, et ces capacités, aussi appelées « théorie de l’esprit », désignent le fait de deviner des intentions.",
        "Le suspect, un élève de 16 ans, a été arrêté, sa moto n’ayant jamais repris la route depuis, « aucun lien avec l’affaire ne peut être fait ».",
    ],
)
def test_a_thing_does_not_speak(text: str) -> None:
    assert all(words == "" for words, _ in quoted(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il reconnait que le pont est fermé.", ("reconnait", "Il", "")),
        ("Le maire, Paul Martin, est venu. Martin juge que cette levée n’est pas un échec.", ("juge", "Martin", "Paul Martin")),
        ("Les réactions étaient partagées, certains se demandant si la loi serait appliquée.", ("demandant", "certains", "")),
        ("Le réseau a été rétabli à 20 heures par Météo-France, qui déclare que le vent a faibli.", ("déclare", "Météo-France", "Météo-France")),
        ("La mère du suspect avait, il y a quelques jours, qualifié cette hypothèse de « légende ».", ("qualifié", "La mère du suspect", "")),
        ("Paul Martin a confié en milieu d’après-midi, depuis la ville où il se trouvait en déplacement, que « tout cela conduit à fermer le pont ».", ("a confié", "Paul Martin", "Paul Martin")),
    ],
)
def test_statements_that_were_missed(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


def test_selon_lequel_takes_up_a_body() -> None:
    (only,) = said("Même son de cloche au ministère de la Justice, selon lequel le dispositif n’est pas une solution.")
    assert only[0] == "selon" and only[1].endswith("ministère de la Justice")


def test_a_passive_without_agent_has_no_speaker() -> None:
    found = said("On déplore de nombreux arbres couchés sur les routes et les automobilistes ont été invités à la prudence.")
    assert ("ont été invités", "On", "") not in found


def test_the_conditional_of_what_was_said_in_the_past_is_no_hearsay() -> None:
    found = said("Paul Martin avait précisé que « le pont est fermé » et qu’il importait peu de le rouvrir, car il serait toujours dangereux.")
    assert all(speaker for _, speaker, _ in found)


def test_refusing_to_stop_is_an_offence() -> None:
    assert said("Il a été condamné pour vol, refus d’obtempérer et recel.") == []


def test_a_precision_given_by_somebody_is_his() -> None:
    found = quoted("« Il s’est précipité sur les gardes, qui l’ont repoussé », selon les précisions apportées par Paul Martin.")
    assert [name for _, name in found] == ["Paul Martin"]


def test_the_words_of_a_director_named_after_a_comma_are_his() -> None:
    found = quoted("« Le dégagement de fumée est maîtrisé », selon les propos du directeur de la centrale, Paul Martin, rapportés par la mairie.")
    assert [name for _, name in found] == ["Paul Martin"]


def test_one_day_says_nothing() -> None:
    found = quoted("« Il était le cinquième employé engagé ici », a noté un jour le chef dessinateur de la firme, Paul Martin.")
    assert [name for _, name in found] == ["Paul Martin"]


def test_the_association_that_goes_on_is_the_last_body() -> None:
    found = quoted("Selon Greenpeace, « il s’agit du troisième incendie en dix jours ». « Tout cela s’inscrit dans un contexte inquiétant », fustige encore l’association.")
    assert [name for _, name in found] == ["Greenpeace", "Greenpeace"]


def test_who_is_asked_to_explain_words_has_not_said_them() -> None:
    found = quoted("L’association Levain a protesté. L’autorité avait demandé à l’association de préciser les « études venant à l’appui de ces dires ».")
    assert all(name != "Levain" for _, name in found)


def test_two_papers_are_not_one_of_them() -> None:
    found = said("D’après le Journal du Dimanche et Mediapart, le maire aurait reçu sept chèques.")
    assert all(name == "" for _, _, name in found)


def test_the_reply_is_by_who_replies_not_by_who_is_answered() -> None:
    found = said("Claire Morel, présidente du club, a répondu à Paul Martin, qui avait commenté sa pétition en ligne : « Je regrette votre réponse, elle est bien tardive. »")
    assert all(name != "Paul Martin" or cue == "avait commenté" for cue, _, name in found) and ("Claire Morel" in [name for _, _, name in found])


def test_a_function_between_a_comma_and_the_verb_is_the_named_one() -> None:
    found = quoted("Vers midi, Karim Hadid, journaliste a twitté : « Les manifestants sont-ils venus à pied ou en train ? »")
    assert [name for _, name in found] == ["Karim Hadid"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marion Desfosses sera candidate. La députée de 44 ans réclame un audit. « C’est un système qui est en cause », a-t-elle affirmé.", "Marion Desfosses"),
        ("L’ancien notaire Armand Vasseur comparaît depuis lundi. « Je n’ai pas pris un centime », a déclaré à la barre l’homme de 64 ans.", "Armand Vasseur"),
        ("« Le rapport dit exactement ce qu’on disait », triomphe Denis Legall, président du comité des pêches.", "Denis Legall"),
        ("Claire Morel comparaît également. « On me disait que c’était pour un chantier », a-t-elle bredouillé.", "Claire Morel"),
    ],
)
def test_who_is_called_by_his_age_was_just_named(text: str, name: str) -> None:
    assert [found for _, found in quoted(text)] == [name]


def test_the_age_of_somebody_else_names_nobody() -> None:
    assert quoted("Paul Martin a salué Jean Durand. « Je pars », a déclaré l’homme de 64 ans.") == [("l’homme de 64 ans", "")]


def test_a_lawyer_is_named_after_his_title() -> None:
    assert ("assure", "Son avocate, Me Judith Barral", "Judith Barral") in said("Son avocate, Me Judith Barral, assure qu’il répondra à toutes les questions.")


def test_a_deed_says_nothing_but_a_text_with_an_infinitive_does() -> None:
    assert all(speaker == "" for _, speaker, _ in said("Le refus de lui accorder les congés confirme que la direction a changé d’avis."))
    assert any(speaker.startswith("L’évaluation") for _, speaker, _ in said("L’évaluation appelée à guider les élus affirme que la digue va céder."))


@pytest.mark.parametrize(
    "text",
    [
        "À la suite de l’annonce des résultats, la foule a envahi la place.",
        "Cet événement tragique appelle à ne rien accepter.",
        "Ces faits sont punis d’une amende ou, selon les juridictions, de la prison.",
        "Les règles sont revues afin de garantir que chacun reçoit sa part.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert said(text) == []


def test_who_calls_for_something_still_asks() -> None:
    assert [cue for cue, _, _ in said("La préfète appelle à ne pas prendre la route.")] == ["appelle"]


def test_il_after_a_ministry_is_no_man_named_before() -> None:
    found = quoted(
        "Le ministre de l’Intérieur, Paul Morel, a déclaré que le vote était une bonne chose pour le pays.",
        "Mardi, le ministère des finances a proposé une taxe de 25 %. Dans un communiqué, il a indiqué que « la défense du littoral impose un lourd fardeau sur le budget de la région ».",
    )
    assert [name for _, name in found] != ["Paul Morel"]


def test_a_rank_is_no_square_and_who_holds_it_speaks_behind_his_quotation() -> None:
    found = quoted(
        "Le président de l’épreuve, Alain Roudier, assume : « Les commissaires ont reconnu le parcours à 7 heures et la route était praticable. »",
        "Côté régional, belle satisfaction avec la 8e place du Brussacois Enzo Marquant, qui courait devant sa famille. « Ma tante était au pied du col avec un thermos. Elle a failli me faire tomber », rigole-t-il.",
    )
    assert found[-1][1] == "Enzo Marquant"
