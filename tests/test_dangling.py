"""A line that leans on what no line above it says does not stand there."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.check.dangling import dangling_findings
from seo_fr.model import Article, Block, Copied, Edit, Keyphrase, Page, Passage, Span
from seo_fr.rulebook import load
from tests.articles import titled


def line(article: Article, words: str, role: str = "bullet", edits: tuple[Edit, ...] = ()) -> Passage:
    at = article.text.index(words)
    return Passage(f"p{at}", role, words, Copied(Span(at, at + len(words)), edits))  # type: ignore[arg-type]


def refused(article: Article, *lines: Passage, kind: str = "keypoints", heading: Passage | None = None) -> list[str]:
    assert article.title is not None
    title = Passage("titre", "h1", article.title.of(article.text), Copied(article.title))
    page = Page(title, title, title, title, Keyphrase("clé", 1.0, ()), (), (Block(kind, lines, heading=heading),), 0, article)  # type: ignore[arg-type]
    return [finding.expected for finding in dangling_findings(page, article, load())]


TEST = titled(
    "Les singes comprennent les autres",
    "Une équipe de Lens l’a montré lundi. On cache un objet dans une boîte. Deux comédiens ont dû déplacer l’objet.",
    "Le barrage d’Altamer a été fini en mai. Elle a lu les archives de la société chargée du chantier.",
    "Anne Morel mène la course. Paul Durand la rejoint au sommet.",
    "Une association accuse la ville de mentir. La ville rejette ces accusations.",
    "Le livre avait plu. Les ventes avaient alors doublé.",
)


def test_a_thing_brought_in_before_needs_its_line() -> None:
    brought, taken = line(TEST, "On cache un objet dans une boîte."), line(TEST, "Deux comédiens ont dû déplacer l’objet.")
    assert refused(TEST, taken) == ["l’objet"]
    assert not refused(TEST, brought, taken)


def test_a_scene_needs_what_it_is_of() -> None:
    works = line(TEST, "Elle a lu les archives de la société chargée du chantier.")
    assert "du chantier" in refused(TEST, works)
    assert not refused(TEST, line(TEST, "Le barrage d’Altamer a été fini en mai."), works)


def test_whom_the_pronoun_means_is_said_above() -> None:
    joins = line(TEST, "Paul Durand la rejoint au sommet.")
    assert refused(TEST, joins)
    assert not refused(TEST, line(TEST, "Anne Morel mène la course."), joins)


def test_a_denial_needs_what_is_denied() -> None:
    denies = line(TEST, "La ville rejette ces accusations.")
    assert refused(TEST, denies)
    assert not refused(TEST, line(TEST, "Une association accuse la ville de mentir."), denies)
    whole = titled("La ville répond", "Une association parle. La ville rejette les accusations de fraude.")
    assert not refused(whole, line(whole, "La ville rejette les accusations de fraude."))


def test_then_needs_its_when() -> None:
    then = line(TEST, "Les ventes avaient alors doublé.")
    assert refused(TEST, then) == ["alors"]
    assert not refused(TEST, line(TEST, "Le livre avait plu."), then)


def test_this_fall_told_as_the_fall() -> None:
    article = titled("Altamer supprime des emplois", "Altamer supprime 800 emplois. La baisse des achats est nette. Cette baisse des achats a surpris.")
    at = article.text.index("Cette")
    edit = Edit("reference", "demonstratif-en-defini", Span(at, at + 5), "La")
    fall = replace(line(article, "Cette baisse des achats a surpris.", edits=(edit,)), text="La baisse des achats a surpris.")
    assert refused(article, fall)
    assert not refused(article, line(article, "La baisse des achats est nette."), fall)


def test_a_heading_is_no_passing_detail() -> None:
    article = titled("Les singes comprennent les autres", "Une équipe l’a montré lundi.", "L’individu A quitte la pièce. Le singe regarde une vidéo.")
    body = Passage("b", "paragraph", article.paragraphs[1].span.of(article.text), Copied(article.paragraphs[1].span))
    for words, ok in (("L’individu A quitte la pièce", False), ("Le singe regarde une vidéo", True)):
        assert bool(refused(article, body, kind="section", heading=line(article, words, "h2"))) is not ok


CRASH = titled("Un tracteur dévale un talus", "Le tracteur a heurté des promeneurs. Un enfant de 9 ans est mort. Il y a eu des cris. Son oncle a été blessé.")


def test_whom_a_possessive_gives_way_to_is_brought_in_above() -> None:
    at = CRASH.text.index("Son oncle")
    hurt = line(CRASH, "Son oncle a été blessé.", edits=(Edit("reference", "possessif", Span(at, at + len("Son oncle")), "L’oncle de l’enfant de 9 ans"),))
    assert refused(CRASH, hurt) == ["l’enfant"]
    assert not refused(CRASH, line(CRASH, "Un enfant de 9 ans est mort."), hurt)
