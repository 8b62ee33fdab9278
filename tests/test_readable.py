"""--body readable: what is cut and how, what is never cut, and that the fidelity check holds the cuts."""

from __future__ import annotations

import re
from functools import cache

import pytest

from seo_fr.analyse import analyse
from seo_fr.check.edits import edit_reasons
from seo_fr.check.fidelity import check_copied
from seo_fr.choose.page import body_passages, body_words
from seo_fr.edits import apply_edits
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Article, Copied, Edit, Paragraph, Span
from seo_fr.propose.readable import split_edits
from seo_fr.rulebook import load

CUT = {
    "La construction du nouveau pont de Lourmel a duré dix-huit mois et elle a coûté au département près de douze millions d’euros.": "mois. Elle a coûté",
    "L’opération de secours a duré une dizaine de jours et a été menée par les pompiers de trois départements voisins, sous une pluie battante.": "jours. Elle a été menée",
    "Le premier bilan faisait état de vingt blessés dans la gare, mais le maire de la ville a donné ensuite un nouveau bilan de trente personnes.": "gare. Mais le maire de la ville",
    "Les deux communes ont signé la convention le mois dernier après de longs débats ; la région versera la moitié de la somme avant l’été.": "débats. La région versera",
    "La nouvelle usine, qui a nécessité quatre ans de travaux et deux milliards d’euros, a produit des vaccins pour une vingtaine de pays africains.": "La nouvelle usine a nécessité quatre ans de travaux et deux milliards d’euros. Elle a produit",
    "Deux grandes grues de la société Levage Ouest ont été écrasées par le pont, qui a été fermé à la circulation pendant quatre jours.": "pont. Celui-ci a été fermé",
    "La police a évacué les deux cents habitants de la tour nord et les pompiers ont maîtrisé le feu en trois heures avec une grande échelle.": "tour nord. Les pompiers ont",
    "Le service de secours a reçu hier plus de cent appels, mais seuls quelques arbres ont été arrachés par le vent dans le nord du département.": "appels. Mais seuls quelques arbres",
    "La championne du monde prend tôt la tête de la course, elle parcourt ensuite les dix derniers kilomètres en moins de trente minutes sous la pluie.": "course. Elle parcourt",
    "L’enquête a révélé hier un élément troublant : les quatre téléphones de la famille se sont éteints l’un après l’autre dans la nuit de mardi.": "troublant. Les quatre téléphones",
    "Les règles interdisent toute aide pendant la course de nuit ; cependant, les concurrents peuvent dormir deux heures dans un refuge chauffé au col.": "nuit. Cependant, les concurrents",
    "Le conseil a suspendu la vente du terrain communal jusqu’au printemps prochain, et s’est inquiété du prix que demande la société d’aménagement.": "prochain. Il s’est inquiété",
    "Le texte de loi avait été retiré à la dernière minute face à l’opposition de la Chambre, ce qui a constitué le premier revers du président.": "Chambre. Cela a constitué",
}
WHOLE = (
    "Le directeur de la société de Varne a renoncé à sa visite du chantier mercredi, et pour cause le conseil a refusé la veille le budget du port.",
    "Le pont a été fermé et elle est partie.",  # short
    "Selon la préfecture de la région, le pont a été fermé mardi matin vers huit heures et la circulation a été déviée par la rocade ouest.",
    "Si le conseil municipal vote le budget avant la fin du mois, le chantier commencera en juin et la piscine ouvrira ses portes à Noël.",
    "La maire a déclaré lundi devant la presse que le chantier commencerait en juin prochain, et que la piscine ouvrirait ses portes avant Noël.",
    "« Le chantier commencera au mois de juin prochain, et la piscine ouvrira ses portes à tous les enfants de la ville avant les fêtes de Noël », a déclaré la maire.",
    "Les habitants du quartier qui ont été évacués dans la nuit de lundi à mardi ont pu rentrer chez eux vers midi avec leurs enfants.",
    "Le président du conseil a choisi un homme de confiance à ce poste, qui a notamment eu à affronter les trois grandes crises de l’année dernière.",
    "Le directeur du port juge que le résultat de la semaine doit servir de leçon à la société Levage Ouest, qui n’a pas respecté ses engagements.",
    "Sa carrière de chanteuse ne décolle pas après la sortie de son premier disque et elle écrit un long roman inspiré de son enfance à la ferme.",
    "Le maire a choisi trois priorités pour la rentrée : une cantine neuve, des classes de vingt élèves et un gymnase pour les deux collèges de la ville.",
    "La guerre entre les deux royaumes du nord et leurs alliés a coûté la vie à près de dix mille soldats en moins de deux ans et demi.",
    "Les habitants que la police et les pompiers ont évacués dans la nuit de lundi à mardi ont pu rentrer chez eux vers midi avec leurs enfants.",
    "Alors que le préfet avait fermé la route du col à cause de la neige tombée dans la nuit, il a autorisé le passage des secours.",
    "Le routier a crevé trois pneus et après avoir appelé des renforts par radio, un manifestant a été frappé et emmené aux urgences de la ville.",
    "Le pont a été fermé hier soir à cause de la crue, il y a dix ans, quand le fleuve avait déjà emporté la digue du port.",
    "Ni le maire de la commune ni le préfet du département n’ont voulu répondre aux questions des journalistes, et personne n’a vu le rapport.",
    "La maire a inauguré la médiathèque et la salle des fêtes de Lourmel, un vaste bâtiment de bois et de verre, au milieu de la place.",
)


@cache
def read() -> Analysis:
    text, spans = "Un titre de page\n\n", []
    for sentence in (*CUT, *WHOLE):
        spans.append(Paragraph(Span(len(text), len(text) + len(sentence))))
        text += sentence + "\n\n"
    return analyse(Article(text, Span(0, 16), tuple(spans)))


def cut(sentence: str) -> tuple[str, tuple[Edit, ...]]:
    analysis = read()
    text = analysis.article.text
    index = next(i for i, found in enumerate(analysis.sentences) if found.paragraph >= 0 and found.span.of(text).strip() == sentence)
    edits = split_edits(analysis, index)
    return apply_edits(text, analysis.sentences[index].span, edits), edits


@pytest.mark.parametrize("sentence", CUT)
def test_cut(sentence: str) -> None:
    text, edits = cut(sentence)
    assert CUT[sentence] in text
    assert {edit.kind for edit in edits} == {"split"}
    assert [reason for edit in edits for reason in edit_reasons(edit, read().article, load(), body=True)] == []
    longest = max(count_words(piece) for piece in re.split(r"(?<=[.]) ", text))
    assert longest < count_words(sentence)


@pytest.mark.parametrize("sentence", WHOLE)
def test_left_whole(sentence: str) -> None:
    assert cut(sentence) == (sentence, ())


def test_body_has_the_cuts_and_counts_their_words() -> None:
    analysis = read()
    splits = tuple(edit for index in range(len(analysis.sentences)) for edit in split_edits(analysis, index))
    passages = [item for paragraph in body_passages(analysis, splits) for item in paragraph]
    assert any("jours. Elle a été menée" in item.text for item in passages)
    assert body_words(analysis, splits) == sum(count_words(item.text) for item in passages) != body_words(analysis)
    for item in passages:
        assert isinstance(item.origin, Copied)
        assert check_copied(item, item.origin, analysis.article, load()) == ()


@pytest.mark.parametrize(
    ("old", "after"),
    [
        (" et elle", ". Donc elle"),  # a word of ours
        (" et elle", ". Il"),  # not the one that stood there
        (" mois", ". Il "),  # a word of the source lost
        (" au département", ". Elle "),
        (" une dizaine", ". Il s’agit d’une dizaine"),
    ],
)
def test_fidelity_refuses_other_cuts(old: str, after: str) -> None:
    article = read().article
    start = article.text.index(old)
    assert edit_reasons(Edit("split", "essai", Span(start, start + len(old)), after), article, load(), body=True)


def test_fidelity_refuses_a_cut_out_of_the_body_in_a_quote_or_from_under_an_attribution() -> None:
    article = read().article
    sentence = next(iter(CUT))
    start = article.text.index(" et elle a coûté")
    fine = Edit("split", "essai", Span(start, start + 5), ". E")
    assert edit_reasons(fine, article, load(), body=True) == ()
    assert edit_reasons(fine, article, load())
    for where in (", et la piscine ouvrira ses portes à tous", " et la circulation", ", et que"):
        start = article.text.index(where)
        end = start + where.index("et ") + 4
        assert edit_reasons(Edit("split", "essai", Span(start, end), ". " + article.text[end - 1].upper()), article, load(), body=True), where
    del sentence


def test_fidelity_takes_a_colon_for_a_full_stop_and_nothing_else() -> None:
    article = read().article
    start = article.text.index(" : les quatre téléphones")
    assert edit_reasons(Edit("split", "essai", Span(start, start + 4), ". L"), article, load(), body=True) == ()
    assert edit_reasons(Edit("split", "essai", Span(start, start + 4), ". Donc l"), article, load(), body=True)
    assert edit_reasons(Edit("split", "essai", Span(start, start + 4), ". M"), article, load(), body=True)
