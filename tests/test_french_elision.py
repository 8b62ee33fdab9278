"""Elision, contraction and small words: the tables of what must not change are as long as those of what must."""

from __future__ import annotations

import pytest

from seo_fr.french.elision import contract, elides, join
from seo_fr.french.phrase import a, capitalise_first, de, decapitalise_first, demonstrative, en_pays, listing, par, possessive, que, si, with_article, without_article
from seo_fr.french.words import listed

ELIDED = listed("""homme heure hôpital histoire herbe hiver hier huile honneur horizon hommage humanité hésitation hébergement hélicoptère héroïne héroïque héroïsme héritage hypothèse hostilité habitant haleine hallucination haltère harmonie hameçon
hebdomadaire huissier humour hydravion hygiène hymne Hélène Henri Hugo Haïti Hérault Helsinki Histoire ONU OTAN UMP UE AFP Unesco Iran Ukraine Uruguay Emmanuel Écosse Île œuvre yeux Yonne Yvelines Yves Ypres y à ouest ouragan oiseau Ouganda
huître homicide""")
WHOLE = listed("""héros hasard haine haut haute hauteur hausse halte hamac hameau hanche handicap handicapé hangar hanter harcèlement harceler hardi haricot hâte hérisson hernie heurt hibou hiérarchie hockey homard honte hongrois hollandais
hors huée huguenot huit huitième huitaine hurlement hutte houle housse hublot hooligan hacker hashtag hippie hall halle Hollande Hongrie Honduras Hambourg Haye Havre Hamas Hezbollah Hutus Hong onze onzième oui ouistiti uhlan
yaourt yacht yen yoga Yémen Yougoslavie Yannick SNU FBI SNCF FMI HLM RTL MSA NSA 11 8 1,5 80 Russie week-end whisky Wallonie Kremlin l’Iran d’un""")


@pytest.mark.parametrize("word", ELIDED)
def test_elides(word: str) -> None:
    assert elides(word)


@pytest.mark.parametrize("word", WHOLE)
def test_does_not_elide(word: str) -> None:
    assert not elides(word)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("de", "Iran", "d’Iran"), ("le", "homme", "l’homme"), ("la", "ONU", "l’ONU"), ("que", "ils", "qu’ils"), ("parce que", "on", "parce qu’on"), ("si", "il", "s’il"),
        ("si", "ils", "s’ils"), ("jusque", "ici", "jusqu’ici"), ("lorsque", "elle", "lorsqu’elle"), ("ne", "a", "n’a"), ("se", "est", "s’est"), ("je", "ai", "j’ai"), ("Le", "avion", "L’avion"),
        ("afin que", "Emmanuel", "afin qu’Emmanuel"), ("de", "« élus »", "d’« élus »"), ("l’", "Iran", "l’Iran"),
        ("le", "héros", "le héros"), ("la", "SNCF", "la SNCF"), ("le", "FBI", "le FBI"), ("si", "elle", "si elle"), ("si", "on", "si on"), ("de", "onze", "de onze"), ("de", "11 heures", "de 11 heures"),
        ("presque", "aussi", "presque aussi"), ("quelque", "autre", "quelque autre"), ("le", "oui", "le oui"), ("que", "la Russie", "que la Russie"), ("de", "l’Iran", "de l’Iran"), ("avec", "elle", "avec elle"),
        ("entre", "eux", "entre eux"), ("le", "yaourt", "le yaourt"), ("la", "Une", "la Une"), ("la", "Hongrie", "la Hongrie"),
    ],
)  # fmt: skip
def test_join(left: str, right: str, expected: str) -> None:
    assert join(left, right) == expected


@pytest.mark.parametrize(
    ("prep", "phrase", "expected"),
    [
        ("de", "le Mali", "du Mali"), ("de", "les États-Unis", "des États-Unis"), ("à", "le héros", "au héros"), ("à", "les élus", "aux élus"), ("de", "l’Iran", "de l’Iran"), ("de", "Iran", "d’Iran"),
        ("à", "Le Havre", "au Havre"), ("de", "Le Creusot", "du Creusot"), ("de", "Les Mureaux", "des Mureaux"), ("de", "Le Monde", "du Monde"), ("à", "Les Échos", "aux Échos"), ("de", "Les Républicains", "des Républicains"),
        ("De", "le Mali", "Du Mali"), ("de", "le devoir", "du devoir"), ("à", "le dîner", "au dîner"), ("de", "le maire", "du maire"), ("de", "les affaires étrangères", "des affaires étrangères"),
        ("de", "les voir", "de les voir"), ("à", "le faire", "à le faire"), ("de", "le lui dire", "de le lui dire"), ("à", "les rejoindre", "à les rejoindre"), ("de", "Le Pen", "de Le Pen"), ("à", "Le Drian", "à Le Drian"),
        ("de", "La Rochelle", "de La Rochelle"), ("à", "La Haye", "à La Haye"), ("de", "la Russie", "de la Russie"), ("à", "l’Assemblée", "à l’Assemblée"), ("de", "onze joueurs", "de onze joueurs"),
        ("avec", "le Mali", "avec le Mali"), ("de", "Hambourg", "de Hambourg"), ("de", "Lens", "de Lens"), ("de", "Le Tartempion", None), ("de", "", None),
    ],
)  # fmt: skip
def test_contract(prep: str, phrase: str, expected: str | None) -> None:
    assert contract(prep, phrase) == expected


def test_contract_with_kind() -> None:
    assert contract("de", "Le Tartempion", "person") == "de Le Tartempion"
    assert contract("à", "Le Tartempion", "place") == "au Tartempion"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Iran", "en Iran"), ("l’Irak", "en Irak"), ("France", "en France"), ("Mali", "au Mali"), ("le Mali", "au Mali"), ("États-Unis", "aux États-Unis"), ("Les Philippines", "aux Philippines"), ("Cuba", "à Cuba"),
        ("Chypre", "à Chypre"), ("Malte", "à Malte"), ("Israël", "en Israël"), ("Monaco", "à Monaco"), ("Singapour", "à Singapour"), ("Taïwan", "à Taïwan"), ("Angola", "en Angola"), ("Cambodge", "au Cambodge"),
        ("Royaume-Uni", "au Royaume-Uni"), ("Côte d’Ivoire", "en Côte d’Ivoire"), ("Côte d'Ivoire", "en Côte d’Ivoire"), ("Pays-Bas", "aux Pays-Bas"), ("Émirats arabes unis", "aux Émirats arabes unis"), ("Québec", "au Québec"),
        ("Corse", "en Corse"), ("Bretagne", "en Bretagne"), ("Hauts-de-France", "dans les Hauts-de-France"), ("Grand Est", "dans le Grand Est"), ("Nord", "dans le Nord"), ("Gironde", "en Gironde"), ("Ain", "dans l’Ain"),
        ("Drôme", "dans la Drôme"), ("Seine-et-Marne", "en Seine-et-Marne"), ("Bouches-du-Rhône", "dans les Bouches-du-Rhône"), ("La Réunion", "à La Réunion"), ("Mayotte", "à Mayotte"), ("Le Havre", "au Havre"),
        ("Les Mureaux", "aux Mureaux"), ("La Rochelle", "à La Rochelle"), ("Californie", "en Californie"), ("Texas", "au Texas"), ("Haïti", "à Haïti"), ("Bahreïn", "à Bahreïn"), ("Europe", "en Europe"), ("Proche-Orient", "au Proche-Orient"),
        ("Lyon", None), ("Syldavie", None), ("Marie", None), ("gouvernement", None), ("Le Pen", None), ("", None),
    ],
)  # fmt: skip
def test_en_pays(name: str, expected: str | None) -> None:
    assert en_pays(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le gouvernement a nié", "le gouvernement a nié"), ("L’Iran", "l’Iran"), ("L'Iran", "l'Iran"), ("La Russie", "la Russie"), ("Les États-Unis", "les États-Unis"), ("Une attaque", "une attaque"), ("Vendredi, il", "vendredi, il"),
        ("Selon lui", "selon lui"), ("D’après lui", "d’après lui"), ("La SNCF", "la SNCF"), ("Le Sénat", "le Sénat"), ("Il a dit", "il a dit"), ("Manifestation contre la guerre", "manifestation contre la guerre"), ("Trois hommes", "trois hommes"),
        ("Lors du vote, il", "lors du vote, il"), ("Tandis que les élus", "tandis que les élus"), ("Les Kurdes ont nié", "les Kurdes ont nié"), ("Interrogé sur ce point, il", "interrogé sur ce point, il"), ("Concrètement, il nie", "concrètement, il nie"),
        ("Fréquentant la salle, il", "fréquentant la salle, il"), ("Trente-trois élus", "trente-trois élus"), ("Aimé a nié", None), ("Né Paul Durand", None), ("Clément a nié", None),
        ("La Rochelle", "La Rochelle"), ("Le Monde", "Le Monde"), ("Le Havre", "Le Havre"), ("Emmanuel Macron", "Emmanuel Macron"), ("ONU", "ONU"), ("France", "France"), ("États-Unis", "États-Unis"), ("Pierre Durand", "Pierre Durand"),
        ("l’Iran", "l’Iran"), ("« Le monde » change", "« Le monde » change"), ("Kiev est", "Kiev est"), ("L’Équipe", "L’Équipe"), ("14 morts", "14 morts"),
        ("Pierre a parlé", None), ("Le Tartempion", None), ("De Gaulle", None), ("D’Artagnan", None),
    ],
)  # fmt: skip
def test_decapitalise_first(text: str, expected: str | None) -> None:
    assert decapitalise_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("état", "État"), ("l’Iran", "L’Iran"), ("« oui »", "« Oui »"), ("œuvre", "Œuvre"), ("à Paris", "À Paris"), ("iPhone", "iPhone"), ("14 morts", "14 morts"), ("", ""), ("Paris", "Paris"), ("eBay", "eBay")],
)
def test_capitalise_first(text: str, expected: str) -> None:
    assert capitalise_first(text) == expected


def test_prepositions() -> None:
    assert de("Le gouvernement") == "du gouvernement"
    assert de("des élus locaux") == "d’élus locaux"
    assert de("de la neige") == "de neige"
    assert de("Les Échos") == "des Échos"
    assert de("Le Foo", kind="person") == "de Le Foo"
    assert de("Le Foo") is None
    assert a("Les élus") == "aux élus"
    assert a("Marseille") == "à Marseille"
    assert a("La Rochelle") == "à La Rochelle"
    assert par("L’Iran") == "par l’Iran"
    assert que("Il viendra") == "qu’il viendra"
    assert que("La Russie a nié") == "que la Russie a nié"
    assert que("Emmanuel Macron") == "qu’Emmanuel Macron"
    assert si("Ils viennent") == "s’ils viennent"


def test_articles_and_determiners() -> None:
    assert without_article("l’Iran") == "Iran"
    assert without_article("une attaque") == "attaque"
    assert without_article("La Rochelle") == "La Rochelle"
    assert without_article("lessive") == "lessive"
    assert with_article("Iran") == "l’Iran"
    assert with_article("Cuba") == "Cuba"
    assert with_article("Syldavie") is None
    assert possessive("arme", "f", "s") == "son arme"
    assert possessive("hache", "f", "s") == "sa hache"
    assert possessive("élus", "m", "p", "p") == "leurs élus"
    assert possessive("table", "", "s") is None
    assert demonstrative("homme", "m", "s") == "cet homme"
    assert demonstrative("héros", "m", "s") == "ce héros"
    assert demonstrative("onze", "m", "s") == "ce onze"
    assert demonstrative("élues", "f", "p") == "ces élues"
    assert demonstrative("table", "", "s") is None


@pytest.mark.parametrize(
    ("items", "conj", "expected"),
    [
        ((), "et", ""), (("A",), "et", "A"), (("A", "B"), "et", "A et B"), (("A", "B", "C"), "et", "A, B et C"), (("A", "B"), "ou", "A ou B"), (("A", "B"), "ni", "ni A ni B"),
        (("A et B", "C"), "et", "A et B ainsi que C"), (("Été", "C"), "et", "Été et C"),
    ],
)  # fmt: skip
def test_listing(items: tuple[str, ...], conj: str, expected: str) -> None:
    assert listing(items, conj) == expected
