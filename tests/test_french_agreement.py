"""Agreement, questions and reported speech."""

from __future__ import annotations

import pytest

from seo_fr.french import agreement as g
from seo_fr.french import questions as q
from seo_fr.french import reported as r
from seo_fr.model import Grammar

F, M, FP, MP = Grammar("f", "s"), Grammar("m", "s"), Grammar("f", "p"), Grammar("m", "p")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("victime", "f"), ("victimes", "f"), ("gouvernement", "m"), ("drone", "m"), ("drones", "m"), ("œuvre", "f"), ("guerre", "f"), ("partenariat", "m"), ("cyberattaque", "f"), ("chevaux", "m"), ("manifestation", "f"),
        ("élève", None), ("schtroumpf", None), ("", None), ("djihadiste", None),
    ],
)  # fmt: skip
def test_noun_gender(noun: str, expected: str | None) -> None:
    assert g.noun_gender(noun) == expected


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("cheval", "chevaux"), ("drone", "drones"), ("journal", "journaux"), ("bal", "bals"), ("feu", "feux"), ("pneu", "pneus"), ("pays", "pays"), ("rond-point", "ronds-points"), ("cessez-le-feu", "cessez-le-feu"), ("travail", "travaux"), ("schtroumpf", None)],
)
def test_plural(singular: str, plural: str | None) -> None:
    assert g.plural_of(singular) == plural
    if plural is not None:
        assert g.singular_of(plural) == singular


@pytest.mark.parametrize(
    ("lemma", "gender", "number", "expected"),
    [
        ("international", "f", "p", "internationales"), ("national", "m", "p", "nationaux"), ("beau", "f", "s", "belle"), ("public", "f", "s", "publique"), ("nouveau", "f", "p", "nouvelles"), ("blessé", "f", "p", "blessées"), ("accusé", "f", "s", "accusée"),
        ("européen", "f", "s", "européenne"), ("schtroumpfé", "f", "s", None), ("national", "", "p", None),
    ],
)  # fmt: skip
def test_adjective(lemma: str, gender: str, number: str, expected: str | None) -> None:
    assert g.inflect_adjective(lemma, gender, number) == expected


def test_participles() -> None:
    assert g.participle_with_avoir("utiliser", "m", "p") == "utilisé"
    assert g.participle_with_avoir("utiliser", "m", "p", object_before=True) == "utilisés"
    assert g.participle_with_avoir("utiliser", "", "p", object_before=True) is None
    assert g.participle_with_etre("condamner", FP) == "condamnées"
    assert g.participle_with_etre("condamner", Grammar("", "s")) is None
    assert g.joined((F, F)) == FP
    assert g.joined((F, M)) == MP
    assert g.joined((F, Grammar("", "s"))) == Grammar("", "p")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("La Russie", "s"), ("Les États-Unis", "p"), ("L’Iran", "s"), ("États-Unis", "p"), ("Cuba", "s"), ("la plupart des élus", "p"), ("La plupart du temps", "s"), ("1,2 million de personnes", "p"), ("Deux hommes", "p"), ("14 000 manifestants", "p"),
        ("Près de 300 personnes", "p"), ("Une dizaine de voitures", "p"), ("Le maire et son adjoint", "p"), ("plus d’un élu", "s"), ("plusieurs pays", "p"), ("beaucoup de gens", "p"), ("beaucoup d’habitants", "p"), ("51 % des électeurs", "p"),
        ("Chaque élu", "s"), ("Aucun élu", "s"), ("Un homme", "s"), ("Une femme", "s"), ("moins de deux élus", "p"), ("3 millions d’euros", "p"), ("La France et l’Italie", "p"), ("Ce pays", "s"), ("Les 28 pays de l’Union", "p"),
        ("Une majorité d’élus", None), ("le maire ou son adjoint", None), ("un groupe d’élus", None), ("Ni le maire ni son adjoint", None), ("51 % de la population", None), ("Emmanuel Tartempion", None), ("une partie des élus", None), ("", None),
        ("Le ministre de l’Intérieur et des Cultes", None), ("le président ainsi que le ministre", None),
    ],
)  # fmt: skip
def test_subject_number(subject: str, expected: str | None) -> None:
    assert g.subject_number(subject) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (q.yes_no("La Russie", "a utilisé", "des drones", F), "La Russie a-t-elle utilisé des drones\u202f?"), (q.yes_no("les États-Unis", "sont intervenus", "", MP), "Les États-Unis sont-ils intervenus\u202f?"),
        (q.yes_no("La Russie", "n’a pas reconnu", "les faits", F), "La Russie n’a-t-elle pas reconnu les faits\u202f?"), (q.yes_no("Le maire", "s’est rendu", "à Lens", M), "Le maire s’est-il rendu à Lens\u202f?"), (q.yes_no("Il", "a nié", "", M), "A-t-il nié\u202f?"),
        (q.yes_no("Le maire", "pourrait partir", "", M), "Le maire pourrait-il partir\u202f?"), (q.yes_no("Les élues", "votent", "la loi", FP), "Les élues votent-elles la loi\u202f?"), (q.yes_no("Le maire", "accuse", "l’État", M), "Le maire accuse-t-il l’État\u202f?"),
        (q.adverbial("pourquoi", "La Russie", "nie", "les faits", F), "Pourquoi la Russie nie-t-elle les faits\u202f?"), (q.est_ce_que("Il viendra."), "Est-ce qu’il viendra\u202f?"), (q.est_ce_que("La Russie a nié", "pourquoi"), "Pourquoi est-ce que la Russie a nié\u202f?"),
        (q.who("accuse", "l’Iran"), "Qui accuse l’Iran\u202f?"), (q.which("sanctions", "f", "p", "contre l’Iran"), "Quelles sanctions contre l’Iran\u202f?"), (q.how_many("personnes", "ont été tuées"), "Combien de personnes ont été tuées\u202f?"),
        (q.how_many("élus", "ont voté", "la loi"), "Combien d’élus ont voté la loi\u202f?"),
        # not certain
        (q.yes_no("La Russie", "a utilisé", "", Grammar("", "s")), None), (q.yes_no("La Russie", "ont utilisé", "", F), None), (q.yes_no("je", "suis", "", M), None), (q.yes_no("La Russie", "utilisant", "", F), None), (q.yes_no("La Russie", "« nie »", "", F), None),
        (q.who("accusent", "l’Iran"), None), (q.which("les sanctions", "f", "p"), None), (q.which("sanctions", "", "p"), None), (q.how_many("personnes", "a été tué"), None), (q.adverbial("pourquoi", "Le Tartempion", "nie", "", M), None), (q.adverbial("lequel", "La Russie", "nie", "", F), None),
        (q.est_ce_que("Pierre a nié"), None),
    ],
)  # fmt: skip
def test_questions(made: str | None, expected: str | None) -> None:
    assert made == expected


def test_reported_speech() -> None:
    assert r.reported("L’Iran affirme", "Il a raison.") == "L’Iran affirme qu’il a raison"
    assert r.reported("L’Iran affirme", "La Russie a raison") == "L’Iran affirme que la Russie a raison"
    assert r.reported("L’Iran affirme", "Pierre a raison") is None
    assert r.asked("Le maire demande", "Il viendra ?") == "Le maire demande s’il viendra"
    assert r.stays_under_present("perfect") and not r.stays_under_present("imperfect") and not r.stays_under_present("conditional")


@pytest.mark.parametrize(
    ("group", "lemma", "expected"),
    [
        ("nie", "nier", "niait"), ("a nié", "nier", "avait nié"), ("niera", "nier", "nierait"), ("n’a pas nié", "nier", "n’avait pas nié"), ("est accusé", "accuser", "était accusé"), ("s’est rendu", "rendre", "s’était rendu"), ("ne nie pas", "nier", "ne niait pas"),
        ("niait", "nier", "niait"), ("va partir", "partir", "allait partir"), ("sont venus", "venir", "étaient venus"), ("aurait nié", "nier", "aurait nié"),
        ("n’ira pas", "aller", "n’irait pas"), ("n’est pas", "être", "n’était pas"), ("drone", "", None), ("", "", None), ("n’y va pas", "aller", "n’y allait pas"), ("s’oppose", "opposer", "s’opposait"),
    ],
)  # fmt: skip
def test_backshifted(group: str, lemma: str, expected: str | None) -> None:
    assert r.backshifted(group, lemma) == expected
