"""Questions and answers made of one clause: what is asked, what answers, and what is never asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from seo_fr.check.fidelity import check_page, check_passage
from seo_fr.model import Article, Block, Copied, Keyphrase, Page, Passage, Slot, Span, Templated
from seo_fr.propose.ask import Asked, questions_of
from seo_fr.propose.candidate import passage
from seo_fr.propose.questions_block import Again
from seo_fr.rulebook import load
from tests.articles import understood

SENTENCES = (
    "Le premier cas connu est apparu en Guinée en décembre 2013.",
    "Dix-sept personnes ont été blessées dans l’accident, dont trois grièvement.",
    "La circulation a été interrompue en raison de la neige.",
    "Le ministère a annoncé la fermeture de deux maternités.",
    "Le Brésil s’oppose à la signature du traité.",
    "Selon la police, le suspect a tué son voisin.",
    "Paul Durand aurait détourné 200 000 euros.",
    "Le prix du gaz a augmenté de 3 % en mars.",
    "La loi a été adoptée par 289 voix contre 231.",
    "L’objectif du plan est de réduire la pollution de l’air.",
    "La ligne n’est pas ouverte aux voyageurs.",
    "Le stade emploie 40 salariés.",
    "Le vainqueur de l’étape est Marc Dubois.",
    "Le tunnel sera fermé à partir de lundi pour permettre des travaux.",
    "Le festival se tiendra du 3 au 8 juillet à Nantes.",
    "La police a interpellé trois hommes dans la nuit de mardi à mercredi.",
    "Le maire a été condamné à deux ans de prison pour détournement de fonds publics.",
    "Le chantier coûtera 890 000 euros.",
    "Les syndicats craignent une baisse des salaires.",
    "La région a lancée une campagne.",
    "Il pleut depuis lundi dans le nord du pays.",
    "Le chantier n’a coûté que 3 millions d’euros.",
    "Le gouvernement, qui a consulté les syndicats en mars, présentera le texte mardi.",
)


def asked_of(sentence: str) -> list[Asked]:
    source = understood(*SENTENCES)
    start = source.text.index(sentence)
    return [item for clause in source.analysis.clauses if start <= clause.span.start < start + len(sentence) for item in questions_of(source, load(), clause, "clé")]


def pairs(sentence: str) -> set[tuple[str, str]]:
    return {(re.sub(r"[\u00a0\u202f]", " ", item.question.text), re.sub(r"[\u00a0\u202f]", " ", item.answer_text)) for item in asked_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (SENTENCES[0], "Quand et où le premier cas connu est-il apparu ?", "Il est apparu en Guinée en décembre 2013."),
        (SENTENCES[0], "Où est apparu le premier cas connu ?", "En Guinée."),
        (SENTENCES[1], "Combien de personnes ont été blessées ?", "Dix-sept personnes, dans l’accident."),
        (SENTENCES[2], "Pourquoi la circulation a-t-elle été interrompue ?", "En raison de la neige."),
        (SENTENCES[3], "Qu’a annoncé le ministère ?", "Il a annoncé la fermeture de deux maternités."),
        (SENTENCES[4], "À quoi s’oppose le Brésil ?", "Il s’oppose à la signature du traité."),
        (SENTENCES[7], "De combien le prix du gaz a-t-il augmenté ?", "Il a augmenté de 3 % en mars."),
        (SENTENCES[8], "Par combien de voix la loi a-t-elle été adoptée ?", "Par 289 voix contre 231."),
        (SENTENCES[9], "Quel est l’objectif du plan ?", "Réduire la pollution de l’air."),
        (SENTENCES[10], "La ligne est-elle ouverte ?", "Non, elle n’est pas ouverte aux voyageurs."),
        (SENTENCES[11], "Combien de salariés le stade emploie-t-il ?", "Il emploie 40 salariés."),
        (SENTENCES[12], "Qui est le vainqueur de l’étape ?", "Marc Dubois."),
        (SENTENCES[13], "À partir de quand le tunnel sera-t-il fermé ?", "À partir de lundi."),
        (SENTENCES[14], "Quand et où se tiendra le festival ?", "Il se tiendra du 3 au 8 juillet à Nantes."),
        (SENTENCES[15], "Quand la police a-t-elle interpellé trois hommes ?", "Dans la nuit de mardi à mercredi."),
        (SENTENCES[16], "À quelle peine le maire a-t-il été condamné ?", "À deux ans de prison pour détournement de fonds publics."),
        (SENTENCES[17], "Combien coûtera le chantier ?", "Il coûtera 890 000 euros."),
        (SENTENCES[18], "Que craignent les syndicats ?", "Ils craignent une baisse des salaires."),
        (SENTENCES[22], "Quand le gouvernement présentera-t-il le texte ?", "Mardi."),
    ],
)
def test_a_constituent_is_asked_and_answers(sentence: str, question: str, answer: str) -> None:
    assert (question, answer) in pairs(sentence)


@pytest.mark.parametrize("sentence", [SENTENCES[5], SENTENCES[6], SENTENCES[19], SENTENCES[20], SENTENCES[21]])
def test_what_is_reported_conditional_faulty_restricted_or_impersonal_is_not_asked(sentence: str) -> None:
    assert pairs(sentence) == set()


def test_no_night_is_cut_in_two() -> None:
    assert not any(answer.endswith("mardi.") for _, answer in pairs(SENTENCES[15]))


def test_every_pair_is_faithful() -> None:
    source = understood(*SENTENCES)
    for sentence in SENTENCES:
        for item in asked_of(sentence):
            for role, text, origin in (("question", item.question.text, item.question.origin), ("answer", item.answer_text, item.answer)):
                made = passage("qa", role, text, origin)  # type: ignore[arg-type]
                assert check_passage(made, source.analysis.article, load()) == (), text


def test_an_answer_whose_pronoun_is_of_the_other_gender_is_refused() -> None:
    source = understood(*SENTENCES)
    item = next(item for item in asked_of(SENTENCES[2]) if isinstance(item.answer, Templated))
    assert isinstance(item.answer, Templated)
    wrong = tuple(replace(slot, grammar=replace(slot.grammar, gender="m")) if slot.name == "sujet" else slot for slot in item.answer.slots)
    made = passage("qa", "answer", "Il" + item.answer_text[4:], Templated(item.answer.template, wrong))
    assert any(finding.rule == "fidelite-reference" for finding in check_passage(made, source.analysis.article, load()))


def _page(article: Article, *passages: Passage) -> Page:
    title = Passage("t", "title_tag", "", Copied(Span(0, 0)))
    return Page(title, title, title, title, Keyphrase("clé", 1.0, ()), (), (Block("qa", passages),), 0, article)


def test_an_answer_whose_subject_its_question_does_not_name_is_refused() -> None:
    source = understood(*SENTENCES)
    article = source.analysis.article
    law = next(item for item in asked_of(SENTENCES[2]) if isinstance(item.answer, Templated))
    price = next(item for item in asked_of(SENTENCES[7]) if isinstance(item.answer, Templated))
    right = _page(article, passage("qa", "question", law.question.text, law.question.origin), passage("qa", "answer", law.answer_text, law.answer))
    wrong = _page(article, passage("qa", "question", price.question.text, price.question.origin), passage("qa", "answer", law.answer_text, law.answer))
    assert not any(finding.rule == "fidelite-anaphore" for finding in check_page(right, article, load()))
    assert any(finding.rule == "fidelite-anaphore" for finding in check_page(wrong, article, load()))


def test_only_a_yes_or_no_question_may_leave_the_negation_to_its_answer() -> None:
    source = understood(*SENTENCES)
    asked = next(item for item in asked_of(SENTENCES[10]))
    origin = asked.question.origin
    assert check_passage(passage("qa", "question", asked.question.text, origin), source.analysis.article, load()) == ()
    (slot,) = origin.slots
    why = Templated("question/pourquoi/pourquoi", (slot,))
    made = passage("qa", "question", f"Pourquoi {slot.text}\u202f?", why)
    assert any(finding.rule == "fidelite-negation" for finding in check_passage(made, source.analysis.article, load()))


def test_a_long_run_of_the_source_is_not_safe_to_tell_again() -> None:
    source = understood(*SENTENCES)
    again = Again(source, "clé")
    assert not again.safe("Le maire a été condamné à deux ans de prison pour détournement.")
    assert again.safe("Il a été condamné à deux ans.")
    assert again.shared("un deux trois quatre cinq six sept huit", "zéro un deux trois quatre cinq six sept huit")


def test_an_event_of_the_first_paragraph_is_asked_about_with_its_definite_article() -> None:
    source = understood("Un séisme s’est produit mardi à Rodez.")
    made = [item for clause in source.analysis.clauses for item in questions_of(source, load(), clause, "clé")]
    assert any(item.question.text.startswith(("Quand", "Où")) and "le séisme s’est-il produit" in item.question.text for item in made)
    for item in made:
        assert check_passage(passage("qa", "question", item.question.text, item.question.origin), source.analysis.article, load()) == ()


def test_a_slot_that_is_nowhere_in_the_source_is_refused() -> None:
    source = understood(*SENTENCES)
    slot = Slot("proposition", "le pont a-t-il été fermé", ())
    made = passage("qa", "question", "Quand le pont a-t-il été fermé\u202f?", Templated("question/quand/quand", (slot,)))
    assert check_passage(made, source.analysis.article, load())
