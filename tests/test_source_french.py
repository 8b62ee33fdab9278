"""The source's own faults of French: found where they are certain, told to the editor, and in no written line."""

from __future__ import annotations

import pytest

from seo_fr.model import Copied, Edit, Fault, Span
from seo_fr.options import Options
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.faulty import carries, without_faults
from seo_fr.rewrite import rewrite, write_page
from tests.articles import article, understood

FAULTY = [
    ("La dernière étape du tour s’est tenu dimanche à Montbrac.", "participe"),
    ("La halle de Montbrac, fermée en mars, a été démoli jeudi.", "participe"),
    ("Les départs ont continué mais 200 actions ont été recensés à Lens.", "participe"),
    ("La course, qui part de la mairie, n’ont pas permis de départager les favoris.", "verbe"),
    ("Le club a réussit son entrée dans la compétition.", "participe"),
    ("Les habitants ont manifestés jeudi devant la mairie.", "participe"),
    ("Le conseil a demandée une expertise.", "participe"),
    ("Le niveau de surveillance devra resté élevé.", "infinitif"),
    ("Les élus se disputent la subvention qu’ils avaient demandé en mai.", "objet"),
    ("Les joueurs de Lens rencontrerons une autre équipe.", "verbe"),
    ("Karine Vidal, remporte la course de Lens.", "virgule"),
    ("Karine Vidal absente des deux premières étapes effectue son retour à Lens.", "virgule"),
    ("Le maire ferme les ligne 1 et 2 du tramway.", "nombre"),
    ("Il faut dire le stade était plein.", "manquant"),
    ("Les joueurs du club s’étaient réuni jeudi à Lens.", "nombre"),
    ("Le jeune coureur français, Paul Morel remporte la course de Lens.", "virgule"),
    ("Les experts ont une nouvelle fois prélevés des échantillons.", "participe"),
    ("Le comité organise une épreuve qui est connu de tous.", "participe"),
    ("Le nombre de contrats devraient baisser.", "verbe"),
    ("Le ministre de la Mer, Paul Morel a visité le port de Lens.", "virgule"),
    ("Le vainqueur de l’étape est Marc Vidal il devance Paul Morel.", "lien"),
    ("La pluie a accrue la difficulté de la course.", "participe"),
    ("La course réunit les élites de la planètes.", "nombre"),
    ("Anne Morel, la porte-parole des dockers du port de Lens affirme que la grève continue.", "virgule"),
    ("La course est revenue aprés la pluie.", "accent"),
]

SOUND = [
    "Un homme a été arrêté à Lens, une ville dont les élus sont sans nouvelles depuis lundi, a annoncé le procureur.",
    "La dernière étape du tour s’est tenue dimanche à Montbrac.",
    "Les élus se sont succédé à la tribune.",
    "La mairie s’est rendu compte de son erreur.",
    "La plupart des habitants sont partis jeudi.",
    "Une dizaine de voitures ont été incendiées.",
    "Le maire et son adjointe ont été reçus jeudi.",
    "Les lettres qu’il a reçues ont été publiées.",
    "La maire de Lens est opposée au projet.",
    "Karine Vidal, absente des deux premières étapes, effectue son retour à Lens.",
    "La halle, précise le maire, fermera en mars.",
    "Pour le procureur, trois millions d’euros ont été volés.",
    "À Lens, Montbrac et Sarran, des commerces ont été fermés.",
    "Le vigile a prévenu une médecin de garde.",
    "Au mois de mars, Paul Morel remporte la course de Lens.",
    "Les habitants se sont dit inquiets jeudi.",
    "Le groupe ferme vingt et un magasins.",
    "Selon le ministre de la Mer, Paul Morel a visité le port.",
    "Anne Morel, la porte-parole des dockers, affirme que la grève continue.",
    "La somme qu’il a dû rembourser dépasse mille euros.",
]


@pytest.mark.parametrize(("sentence", "word"), FAULTY)
def test_certain_faults_are_found(sentence: str, word: str) -> None:
    faults = understood("La mairie de Lens a fermé le parc.", sentence).analysis.faults
    assert any(word in fault.message for fault in faults), faults


@pytest.mark.parametrize("sentence", SOUND)
def test_sound_french_is_let_through(sentence: str) -> None:
    assert understood("La mairie de Lens a fermé le parc.", sentence).analysis.faults == ()


def test_only_what_keeps_both_ends_carries_the_fault() -> None:
    text = "La halle, fermée en mars, a été démoli jeudi."
    fault = Fault(Span(3, text.index(" jeudi")), "accord")
    whole = passage("keypoints", "bullet", text, Copied(Span(0, len(text))))
    noun = passage("keypoints", "bullet", "La halle", Copied(Span(0, 8)))
    cut = passage("keypoints", "bullet", "La halle", Copied(Span(0, len(text)), (Edit("drop", "fin", Span(8, len(text)), ""),)))
    assert carries(whole, (fault,))
    assert not carries(noun, (fault,))
    assert not carries(cut, (fault,))


def test_a_title_with_a_fault_is_better_than_none() -> None:
    fault = (Fault(Span(0, 8), "accord"),)
    made = [Candidate(place, (passage(place, "bullet", "La halle", Copied(Span(0, 8))),), (), (), 0) for place in ("h1", "keypoint")]
    assert [candidate.place for candidate in without_faults(made, fault)] == ["h1"]


def test_the_editor_is_told_and_nothing_written_says_it_again() -> None:
    wrong = "La grande halle de Montbrac, fermée depuis mars, a été démoli jeudi par une entreprise de Lens."
    page = write_page(
        article(
            "Le conseil municipal de Montbrac a voté jeudi la construction d’une piscine de 25 mètres, pour un montant de 4 millions d’euros.",
            wrong,
            "Selon la maire, Karine Vidal, les travaux de la piscine commenceront en septembre et dureront deux ans.",
            "Le syndicat des commerçants de Montbrac a annoncé qu’il contesterait le projet devant le tribunal administratif.",
            title="Montbrac construit une piscine",
        ),
        Options(grammar=False),
    )
    assert any(finding.rule == "francais-de-la-source" and "démoli" in finding.message for finding in page.findings)
    written = [p.text for block in page.blocks for p in block.passages if p.role != "paragraph"]
    assert not any("démoli" in text for text in written)


OWN_TITLES = (
    "Handball (Proligue) : Montclar renverse Belcastel au bout du suspense",
    "Triathlon : étape de Montclar, aprés la finale retour au championnat",
)


@pytest.mark.parametrize("title", OWN_TITLES)
def test_the_h1_is_the_newsrooms_own_title_whatever_is_thought_of_its_french(title: str) -> None:
    body = "Les joueurs de Montclar ont battu Belcastel 29 à 28, samedi soir, devant 900 personnes. Menés de six buts à la pause, ils ont marqué le dernier but à quatre secondes de la fin."
    page = rewrite(f"{title}\n\n{body}\n\nL’équipe est quatrième du classement. Elle recevra Lescale samedi prochain.")
    assert page.h1.text.replace("\u00a0", " ") == title
