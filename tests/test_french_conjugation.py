"""Verbs: forms, the headline’s present, the past infinitive."""

from __future__ import annotations

import pytest

from seo_fr.french import conjugation as c


@pytest.mark.parametrize(
    ("lemma", "person", "number", "expected"),
    [
        ("nier", 3, "s", "nie"), ("nier", 3, "p", "nient"), ("reconnaître", 3, "s", "reconnaît"), ("accuser", 3, "p", "accusent"), ("appeler", 3, "s", "appelle"), ("jeter", 3, "s", "jette"), ("lever", 3, "s", "lève"),
        ("céder", 3, "s", "cède"), ("payer", 3, "s", "paie"), ("envoyer", 3, "p", "envoient"), ("convaincre", 3, "s", "convainc"), ("résoudre", 3, "p", "résolvent"), ("faire", 3, "p", "font"), ("dire", 2, "p", "dites"),
        ("prévoir", 3, "s", "prévoit"), ("exclure", 3, "s", "exclut"), ("mourir", 3, "s", "meurt"), ("naître", 3, "s", "naît"), ("finir", 3, "p", "finissent"), ("peser", 3, "s", "pèse"), ("acheter", 3, "s", "achète"), ("haïr", 3, "s", "hait"),
        ("tweeter", 3, "s", "tweete"), ("télécharger", 1, "p", "téléchargeons"), ("réguler", 3, "s", "régule"), ("coproduire", 3, "s", "coproduit"), ("réouvrir", 3, "s", "réouvre"), ("accroître", 3, "s", "accroît"), ("ficeler", 3, "s", "ficelle"),
        ("créer", 3, "p", "créent"), ("asseoir", 3, "s", "assied"), ("falloir", 3, "p", None), ("schtroumpfer", 3, "s", None), ("avenir", 3, "s", None), ("nier", 4, "s", None), ("nier", 3, "", None),
    ],
)  # fmt: skip
def test_present(lemma: str, person: int, number: str, expected: str | None) -> None:
    assert c.present(lemma, person, number) == expected


@pytest.mark.parametrize(
    ("lemma", "gender", "number", "expected"),
    [
        ("condamner", "f", "p", "condamnées"), ("partir", "m", "p", "partis"), ("révéler", "m", "s", "révélé"), ("peser", "m", "s", "pesé"), ("sécher", "f", "p", "séchées"), ("bouillir", "m", "p", "bouillis"), ("élire", "f", "s", "élue"),
        ("mettre", "m", "p", "mis"), ("ouvrir", "f", "s", "ouverte"), ("devoir", "m", "s", "dû"), ("devoir", "f", "s", "due"), ("inclure", "m", "s", "inclus"), ("résoudre", "f", "s", "résolue"), ("accroître", "f", "s", "accrue"), ("dissoudre", "f", "s", "dissoute"),
        ("pouvoir", "f", "s", None), ("être", "m", "p", None), ("nuire", "m", "s", "nui"), ("nuire", "f", "s", None), ("suffire", "m", "p", None), ("schtroumpfer", "m", "s", None),
    ],
)  # fmt: skip
def test_past_participle(lemma: str, gender: str, number: str, expected: str | None) -> None:
    assert c.past_participle(lemma, gender, number) == expected


def test_other_tenses() -> None:
    assert c.future("protéger") == "protégera"
    assert c.future("envoyer", 3, "p") == "enverront"
    assert c.conditional("pouvoir", 3, "p") == "pourraient"
    assert c.imparfait("manger") == "mangeait"
    assert c.subjunctive("prévaloir") == "prévale"
    assert c.subjunctive("léser", 1, "p") == "lésions"
    assert c.subjunctive("faire") == "fasse"


def test_analysis_goes_back_to_the_lemma() -> None:
    assert c.Form("nier", "present", 3, "s") in c.analyse_form("nie")
    assert c.Form("accuser", "participle", 0, "p", "f") in c.analyse_form("accusées")
    assert {form.lemma for form in c.analyse_form("suis")} >= {"être", "suivre"}
    assert c.analyse_form("gouvernement") == ()
    assert c.lemmas_of_participle("plu") == ("plaire", "pleuvoir")


@pytest.mark.parametrize(
    ("group", "lemma", "number", "expected"),
    [
        ("a nié", "nier", "s", "nie"), ("ont nié", "nier", "p", "nient"), ("n’a pas reconnu", "reconnaître", "s", "ne reconnaît pas"), ("n'a pas accepté", "accepter", "s", "n’accepte pas"), ("s’est rendu", "rendre", "s", "se rend"),
        ("s’est opposée", "opposer", "s", "s’oppose"), ("se sont opposés", "opposer", "p", "s’opposent"), ("s’y est opposé", "opposer", "s", "s’y oppose"), ("ne s’est pas présenté", "présenter", "s", "ne se présente pas"),
        ("a été condamné", "condamner", "s", "est condamné"), ("ont été interpellées", "interpeller", "p", "sont interpellées"), ("n’a pas été retenu", "retenir", "s", "n’est pas retenu"), ("a également été condamnée", "condamner", "s", "est également condamnée"),
        ("a été également condamnée", "être", "s", "est également condamnée"), ("a également accusé", "accuser", "s", "accuse également"), ("a vivement critiqué", "critiquer", "s", "critique vivement"), ("est arrivé", "arriver", "s", "arrive"),
        ("est mort", "mourir", "s", "meurt"), ("sont morts", "mourir", "p", "meurent"), ("est née", "naître", "s", "naît"), ("est sorti", "sortir", "s", "sort"), ("lui a répondu", "répondre", "s", "lui répond"), ("l’a niée", "nier", "s", "la nie"),
        ("l’a nié", "nier", "s", "le nie"), ("l’a accusé", "accuser", "s", "l’accuse"), ("y a participé", "participer", "s", "y participe"), ("en a appelé", "appeler", "s", "en appelle"), ("a fait savoir", "faire", "s", "fait savoir"),
        ("a laissé entendre", "laisser", "s", "laisse entendre"), ("n’a jamais reconnu", "reconnaître", "s", "ne reconnaît jamais"), ("a d’abord refusé", "refuser", "s", "refuse d’abord"), ("a de nouveau refusé", "refuser", "s", "refuse de nouveau"),
        ("n’a cessé", "cesser", "s", "ne cesse"), ("a reçu", "recevoir", "s", "reçoit"), ("n’y a pas participé", "participer", "s", "n’y participe pas"), ("est devenu", "devenir", "s", "devient"), ("a annoncé mardi", "annoncer", "s", None),
        # what must not change
        ("avait nié", "nier", "s", None), ("aurait nié", "nier", "s", None), ("aura nié", "nier", "s", None), ("nie", "nier", "s", None), ("est accusé", "accuser", "s", None), ("sont détenus", "détenir", "p", None), ("a dû reconnaître", "devoir", "s", None),
        ("a pu entrer", "pouvoir", "s", None), ("a voulu", "vouloir", "s", None), ("a toujours nié", "nier", "s", None), ("a déjà nié", "nier", "s", None), ("a récemment nié", "nier", "s", None), ("ont toutes deux rejeté", "rejeter", "p", None),
        ("a vécu", "vivre", "s", None), ("a été", "être", "s", None), ("a duré", "durer", "s", None), ("a nié", "accuser", "s", None), ("a nié", "nier", "p", None), ("n’a nié", "nier", "s", None), ("a pas nié", "nier", "s", None), ("a eu", "avoir", "s", None),
        ("a « nié »", "nier", "s", None), ("va nier", "nier", "s", None), ("vient de nier", "nier", "s", None), ("a longtemps nié", "nier", "s", None), ("s’a rendu", "rendre", "s", None), ("a", "avoir", "s", None), ("", "nier", "s", None),
        ("a failli mourir", "faillir", "s", None), ("ont arrivé", "arriver", "p", None), ("a schtroumpfé", "schtroumpfer", "s", None), ("est venu nier", "venir", "s", None), ("ont été condamné", "condamner", "p", None),
    ],
)  # fmt: skip
def test_headline_present(group: str, lemma: str, number: str, expected: str | None) -> None:
    assert c.headline_present(group, lemma, 3, number) == expected


@pytest.mark.parametrize(
    ("group", "lemma", "expected"),
    [
        ("a nié", "nier", "avoir nié"), ("n’a pas utilisé", "utiliser", "ne pas avoir utilisé"), ("s’est rendue", "rendre", "s’être rendue"), ("a été arrêté", "arrêter", "avoir été arrêté"), ("l’a accusé", "accuser", "l’avoir accusé"),
        ("est venue", "venir", "être venue"), ("a également aidé", "aider", "avoir également aidé"), ("lui a fourni", "fournir", "lui avoir fourni"), ("avait nié", "nier", None), ("est accusé", "accuser", None), ("nie", "nier", None),
    ],
)  # fmt: skip
def test_perfect_infinitive(group: str, lemma: str, expected: str | None) -> None:
    assert c.perfect_infinitive(group, lemma) == expected


def test_infinitive_past() -> None:
    assert c.infinitive_past("nier", "f", "p") == "avoir nié"
    assert c.infinitive_past("venir", "f", "s") == "être venue"
    assert c.infinitive_past("rendre", "m", "p", pronominal=True) == "s’être rendus"
    assert c.infinitive_past("monter") is None
    assert c.infinitive_past("schtroumpfer") is None
