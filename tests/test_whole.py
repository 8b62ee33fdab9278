"""A cut that takes away what makes the sense of what it leaves is refused, by the second reader, wherever the line stands."""

from __future__ import annotations

import pytest

from seo_fr.check.whole import cut_reasons
from seo_fr.model import Article, Copied, Edit, Passage, Span
from seo_fr.rulebook import load
from tests.articles import titled


def told(article: Article, words: str, cut: str = "", role: str = "bullet", rule: str = "circonstance-de-titre") -> bool:
    """Whether the line is let through."""
    at = article.text.index(words)
    place = article.text.index(cut, at) if cut else 0
    edits = (Edit("drop", rule, Span(place, place + len(cut)), ""),) if cut else ()
    passage = Passage("p", role, words.replace(cut, "") if cut else words, Copied(Span(at, at + len(words)), edits))  # type: ignore[arg-type]
    return not cut_reasons(passage, article, load())


NEWS = titled(
    "Le prix Altamer revient à une institutrice",
    "Le prix Altamer a été attribué lundi à Anne Morel pour son livre. Le jury a remis le chèque à 18 heures. La ville a aidé la société à construire une usine.",
    "Les deux ports renforcent leur assistance en matière d’armement. La marche répond à la mort de Paul Durand, un père de famille, ainsi qu’à une série de vols. Le maire a visité l’école et salué les élèves.",
    "Les trains, arrêtés entre Lens et Arras, ne rouleront pas lundi. Les personnages, dit-elle, sont inventés. Il fait alors jeu égal avec son rival. Au second tour, le candidat est battu.",
    "Elle a salué la foule à Lens ce samedi. Un communiqué de vendredi annonce la fin des travaux. Le prix va à Anne Morel pour Les Eaux, un roman sur un village.",
    "La foule crie. La garde a alors ouvert la porte.",
)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Le prix Altamer a été attribué lundi à Anne Morel pour son livre.", " à Anne Morel"),
        ("La ville a aidé la société", ""),
        ("Les deux ports renforcent leur assistance", ""),
        ("La marche répond à la mort de Paul Durand", ""),
        ("Les trains, arrêtés entre Lens et Arras, ne rouleront pas lundi.", ", arrêtés entre Lens et Arras,"),
        ("Les personnages, dit-elle, sont inventés.", ", dit-elle,"),
        ("Il fait alors jeu égal avec son rival.", " alors"),
        ("Au second tour, le candidat est battu.", "Au second tour, "),
        ("annonce la fin", ""),
        ("Le prix va à Anne Morel pour Les Eaux, un roman sur un village.", " pour Les Eaux"),
    ],
)
def test_an_amputation_is_refused(words: str, cut: str) -> None:
    assert not told(NEWS, words, cut)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Le prix Altamer a été attribué lundi à Anne Morel pour son livre.", " lundi"),
        ("Le jury a remis le chèque à 18 heures.", " à 18 heures"),
        ("Le maire a visité l’école", ""),
        ("Elle a salué la foule à Lens ce samedi.", " à Lens"),
        ("Un communiqué de vendredi annonce la fin des travaux.", " de vendredi"),
        ("La garde a alors ouvert la porte.", " alors"),
        ("Les trains, arrêtés entre Lens et Arras, ne rouleront pas lundi.", ""),
    ],
)
def test_an_adjunct_may_go(words: str, cut: str) -> None:
    assert told(NEWS, words, cut)


def test_a_title_keeps_the_country_that_it_speaks_of() -> None:
    north = titled("Mali : des habitants veulent libérer le nord du pays", "Des habitants ont marché lundi.")
    assert not told(north, "des habitants veulent libérer le nord du pays", role="title_tag")
    town = titled("Burundi : tensions entre Alpha et Bêta à Berlin", "Des groupes se sont battus lundi.")
    assert not told(town, "tensions entre Alpha et Bêta à Berlin", role="title_tag")
    firm = titled("France : Altamer va supprimer 800 emplois", "Altamer a parlé lundi.")
    assert told(firm, "Altamer va supprimer 800 emplois", role="title_tag")
    named = titled("Mali : le président malien part en voyage", "Il est parti lundi.")
    assert told(named, "le président malien part en voyage", role="title_tag")
    own = titled("Mali : tensions entre Alpha et Bêta", "Des groupes se sont battus lundi.")
    assert not told(own, "tensions entre Alpha et Bêta", role="title_tag")
    army = titled("Mali : l’armée française quitte après un an de mission la ville de Gao", "Elle est partie lundi.")
    assert told(army, "l’armée française quitte après un an de mission la ville de Gao", role="title_tag")


BROKEN = titled(
    "Le conseil adopte un projet de loi sur les dunes",
    "Les élus ont rejeté mercredi, par 11 voix contre 9, le projet de port. Le champion gagne la seconde étape et conforte sa place de premier.",
    "Une réunion est prévue jeudi sous l’égide de la ville, qui finance le réseau. Le groupe rachète son rival pour six millions, une opération qui double sa taille.",
    "Selon un bilan provisoire, la secousse a frappé le nord, faisant douze morts. Le maire, qui part, a salué la foule.",
)


@pytest.mark.parametrize(
    ("words", "cut", "role", "kept"),
    [
        ("Les élus ont rejeté mercredi, par 11 voix contre 9", "", "h2", False),
        ("Les élus ont rejeté mercredi, par 11 voix contre 9, le projet de port", ", par 11 voix contre 9,", "h2", True),
        ("Le champion gagne la seconde étape et conforte", "", "h2", False),
        ("Le champion gagne la seconde étape et conforte sa place", "", "bullet", False),
        ("Une réunion est prévue jeudi sous l’égide de la ville, qui finance le réseau", " sous l’égide de la ville, qui finance", "h2", False),
        ("Une réunion est prévue jeudi", "", "h2", True),
        ("Le groupe rachète son rival pour six millions, une opération", "", "description", False),
        ("Le groupe rachète son rival pour six millions", "", "h2", True),
        ("Selon un bilan provisoire, la secousse a frappé le nord, faisant douze morts.", ", faisant douze morts", "sentence", False),
        ("Le conseil adopte un projet", "", "title_tag", False),
        ("Le conseil adopte un projet de loi sur les dunes", "", "title_tag", True),
        ("Le maire, qui part, a salué la foule.", ", qui part,", "bullet", True),
    ],
)
def test_a_cut_leaves_a_whole_clause(words: str, cut: str, role: str, kept: bool) -> None:
    assert told(BROKEN, words, cut, role) is kept
