"""The fidelity check on passages built by hand: what must be caught, what must be left alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.check.fidelity import check_page, check_passage, count_words
from seo_fr.model import Article, Block, Copied, Edit, Keyphrase, Page, Passage, Role, Slot, Span, Templated
from seo_fr.rulebook import Rulebook, load
from seo_fr.rulebook.load import Template
from tests.articles import titled

TEMPLATES = {
    "sentence/dit-que": "{{ qui }} affirme que {{ quoi }}.",
    "sentence/selon": "Selon {{ qui }}, {{ quoi }}.",
    "sentence/promet": "{{ qui }} promet : {{ quoi }}.",
    "sentence/fait": "{{ quoi | majuscule }}.",
    "sentence/citation": "« {{ citation }} », a déclaré {{ qui }}.",
    "sentence/car": "{{ un }}, car {{ deux }}.",
    "sentence/deux": "{{ qui }} {{ quoi }}.",
    "sentence/compte": "Trois voix : {{ quoi }}.",
    "h2/sujet": "{{ cle | majuscule }} : les faits",
    "h2/fait": "{{ quoi | majuscule }}",
}


@cache
def book() -> Rulebook:
    templates = tuple(Template(name, name.split("/")[0], "", (), (), source, "", "", 0, (), "", "", 1) for name, source in TEMPLATES.items())
    return Rulebook(load().rules, templates, ())


PORT = titled(
    "Port de Kervaden : une grue s’effondre sur un quai",
    "Une grue de quarante mètres s’est effondrée mardi sur un quai du port de Kervaden. Deux dockers ont été blessés, selon les pompiers. "
    "La direction du port n’a pas souhaité commenter l’accident.",
    "Le procureur Alain Ferrec a indiqué qu’une enquête avait été ouverte. D’après lui, un câble aurait cédé. « Nous n’excluons aucune piste », a-t-il déclaré. "
    "Le syndicat des dockers accuse l’entreprise Levage Ouest d’avoir négligé l’entretien de la grue.",
    "Levage Ouest nie toute négligence. Son directeur, Marc Tessier, affirme que la machine avait été contrôlée en mars. "
    "« La grue était en parfait état et nos équipes sont formées », a assuré Marc Tessier. Près de 300 conteneurs sont bloqués.",
    "La présidente de la région, Nadia Belkacem, se rendra à Kervaden vendredi. Si le quai est condamné, le trafic serait dévié vers Lorignan. "
    "Le maire a félicité les secours. Nadia Belkacem a reçu Alain Ferrec à Rennes.",
)
PROCES = titled(
    "Incendie de la grange : un homme mis en examen",
    "Julien Morvan, 34 ans, est soupçonné d’avoir incendié la grange d’un voisin à Saint-Aubry. Il a été mis en examen jeudi et conteste les faits.",
    "Son avocate, Me Claire Aubin, a déclaré que son client dormait chez sa sœur cette nuit-là. Le parquet estime que l’auteur présumé connaissait les lieux. "
    "Le tribunal n’a encore rien décidé. L’homme a seulement été entendu à deux reprises.",
    "Trois pompiers sont intervenus. Ils ont mis deux heures à éteindre le feu.",
)
MATCH = titled(
    "Basket : Tréguier renverse Aubagne",
    "Tréguier a battu Aubagne 82-79 samedi soir. Menée de onze points à la pause, l’équipe de Sofia Le Bris a pris l’avantage dans les deux dernières minutes.",
    "Aubagne, qui restait sur six victoires, conserve la deuxième place du championnat. « On a manqué de fraîcheur », a reconnu l’entraîneur Paul Garrigue. "
    "Inès Kaddour a marqué 27 points. Lors du prochain match, Tréguier jouera à Monteil.",
)

DEGRES = titled("Vélos : les ventes montent", "Les ventes de vélos sont de plus en plus fortes. La ville compte 40 bornes, soit 12 de plus que l’an dernier.")


def span_of(source: Article, text: str) -> Span:
    at = source.text.index(text)
    return Span(at, at + len(text))


def copied(source: Article, text: str, *edits: tuple[str, str, str], role: Role = "sentence", shown: str | None = None) -> Passage:
    """A passage copied from ``text``; each edit is (kind, what stood, what stands)."""
    span = span_of(source, text)
    made = []
    for kind, before, after in edits:
        at = span.start + text.index(before)
        made.append(Edit(kind, "essai", Span(at, at + len(before)), after))  # type: ignore[arg-type]
    result = text
    for edit in sorted(made, key=lambda item: item.span.start, reverse=True):
        low = edit.span.start - span.start
        result = result[:low] + edit.after + result[low + len(edit.span) :]
    return Passage("essai", role, result if shown is None else shown, Copied(span, tuple(made)))


def slot(source: Article, name: str, *texts: str, **other: object) -> Slot:
    return Slot(name, " ".join(texts), tuple(span_of(source, text) for text in texts), **other)  # type: ignore[arg-type]


def templated(template: str, text: str, *slots: Slot, role: Role = "sentence", joined: str = "") -> Passage:
    return Passage("essai", role, text, Templated(template, slots, joined=joined))


def faults(passage: Passage, source: Article) -> set[str]:
    return {finding.rule.removeprefix("fidelite-") for finding in check_passage(passage, source, book()) if finding.severity == "error"}


COPIED_TRUE = [
    (PORT, "Une grue de quarante mètres s’est effondrée mardi sur un quai du port de Kervaden.", (), "sentence"),
    (PORT, "Deux dockers ont été blessés, selon les pompiers.", (), "bullet"),
    (PORT, "Une grue de quarante mètres s’est effondrée mardi sur un quai du port de Kervaden", (("drop", " de quarante mètres", ""), ("drop", " mardi", "")), "h1"),
    (PORT, "Levage Ouest nie toute négligence.", (("period", ".", ""),), "h2"),
    (PORT, "Le syndicat des dockers accuse l’entreprise Levage Ouest d’avoir négligé l’entretien de la grue.", (("drop", "l’entreprise ", ""),), "bullet"),
    (PORT, "Le procureur Alain Ferrec a indiqué qu’une enquête avait été ouverte.", (("tense", "a indiqué", "indique"),), "sentence"),
    (PORT, "La direction du port n’a pas souhaité commenter l’accident.", (("tense", "n’a pas souhaité", "ne souhaite pas"),), "sentence"),
    (PORT, "« Nous n’excluons aucune piste », a-t-il déclaré.", (("reference", "a-t-il déclaré", "a déclaré Alain Ferrec"),), "sentence"),
    (PORT, "Près de 300 conteneurs sont bloqués.", (("typography", "300 conteneurs", "300\u00a0conteneurs"),), "bullet"),
    (PORT, "Son directeur, Marc Tessier, affirme que la machine avait été contrôlée en mars.", (("reference", "Son directeur, Marc Tessier,", "Marc Tessier"),), "sentence"),
    (PROCES, "Julien Morvan, 34 ans, est soupçonné d’avoir incendié la grange d’un voisin à Saint-Aubry.", (("drop", ", 34 ans,", ""), ("period", ".", "")), "h1"),
    (PROCES, "Trois pompiers sont intervenus.", (), "bullet"),
    (PROCES, "Trois pompiers sont intervenus.", (("tense", "sont intervenus", "interviennent"),), "h2"),
    (MATCH, "Tréguier a battu Aubagne 82-79 samedi soir.", (("tense", "a battu", "bat"), ("drop", " samedi soir", "")), "h2"),
    (MATCH, "Inès Kaddour a marqué 27 points.", (("tense", "a marqué", "marque"), ("period", ".", "")), "h2"),
    (MATCH, "Aubagne, qui restait sur six victoires, conserve la deuxième place du championnat.", (("drop", ", qui restait sur six victoires,", ""),), "bullet"),
    (MATCH, "Lors du prochain match, Tréguier jouera à Monteil.", (("drop", "Lors du prochain match, ", ""),), "bullet"),
]


@pytest.mark.parametrize(("source", "text", "edits", "role"), COPIED_TRUE, ids=lambda value: str(value)[:50] if isinstance(value, str) else "")
def test_true_copies_are_left_alone(source: Article, text: str, edits: tuple[tuple[str, str, str], ...], role: Role) -> None:
    assert faults(copied(source, text, *edits, role=role), source) == set()


COPIED_FALSE = [
    # what is lost by an edit
    (PORT, "La direction du port n’a pas souhaité commenter l’accident.", (("drop", "n’", ""), ("drop", " pas", "")), "sentence", "coupe"),
    (PORT, "Deux dockers ont été blessés, selon les pompiers.", (("drop", ", selon les pompiers", ""),), "bullet", "coupe"),
    (PORT, "Près de 300 conteneurs sont bloqués.", (("drop", "Près de ", ""),), "bullet", "coupe"),
    (PORT, "D’après lui, un câble aurait cédé.", (("drop", "D’après lui, ", ""),), "sentence", "coupe"),
    (PORT, "D’après lui, un câble aurait cédé.", (("tense", "aurait cédé", "cède"),), "sentence", "temps"),
    (PORT, "Si le quai est condamné, le trafic serait dévié vers Lorignan.", (("drop", "Si le quai est condamné, ", ""),), "sentence", "coupe"),
    (PROCES, "Le parquet estime que l’auteur présumé connaissait les lieux.", (("drop", " présumé", ""),), "sentence", "coupe"),
    (PROCES, "L’homme a seulement été entendu à deux reprises.", (("drop", " seulement", ""),), "sentence", "coupe"),
    (PORT, "« Nous n’excluons aucune piste », a-t-il déclaré.", (("drop", "« ", ""),), "sentence", "coupe"),
    (DEGRES, "Les ventes de vélos sont de plus en plus fortes.", (("drop", "de plus ", ""),), "sentence", "coupe"),
    (DEGRES, "La ville compte 40 bornes, soit 12 de plus que l’an dernier.", (("drop", "de plus ", ""),), "sentence", "coupe"),
    # what is lost by where the slice begins or ends
    (PORT, "une enquête avait été ouverte", (("case", "une", "Une"),), "bullet", "attribution"),
    (PORT, "la machine avait été contrôlée en mars", (), "h2", "attribution"),
    (PORT, "Deux dockers ont été blessés", (), "h2", "attribution"),
    (PORT, "un câble aurait cédé", (), "bullet", "attribution"),
    (PROCES, "son client dormait chez sa sœur cette nuit-là", (), "bullet", "attribution"),
    (PORT, "le trafic serait dévié vers Lorignan", (("tense", "serait dévié", "est dévié"),), "h2", "temps"),
    (MATCH, "On a manqué de fraîcheur", (), "h2", "citation"),
    (PORT, "nos équipes sont formées », a assuré Marc Tessier", (), "bullet", "coupe"),
    # other words
    (PORT, "Le maire a félicité les secours.", (("typography", "félicité", "remercié"),), "sentence", "edition"),
    (PORT, "Le maire a félicité les secours.", (("tense", "a félicité", "critique"),), "sentence", "temps"),
    (PORT, "Le maire a félicité les secours.", (("tense", "a félicité", "félicitent"),), "sentence", "temps"),
    (PORT, "Le maire a félicité les secours.", (("case", "Le maire", "Le préfet"),), "sentence", "edition"),
    (PORT, "Le maire a félicité les secours.", (("drop", "Le maire", "Le préfet"),), "sentence", "edition"),
    (PORT, "Le maire a félicité les secours.", (("period", ".", " !!"),), "sentence", "edition"),
    (PORT, "Le maire a félicité les secours.", (("reference", "Le maire", "Nadia Dubosc"),), "sentence", "reference"),
    (PORT, "D’après lui, un câble aurait cédé.", (("reference", "lui", "Marc Tessier"),), "sentence", "reference"),
    (PROCES, "Ils ont mis deux heures à éteindre le feu.", (("reference", "Ils", "Le parquet"),), "sentence", "reference"),
    # who is meant
    (PROCES, "Ils ont mis deux heures à éteindre le feu.", (), "bullet", "anaphore"),
    (PROCES, "Il a été mis en examen jeudi et conteste les faits.", (), "h2", "anaphore"),
]


@pytest.mark.parametrize(("source", "text", "edits", "role", "rule"), COPIED_FALSE)
def test_false_copies_are_caught(source: Article, text: str, edits: tuple[tuple[str, str, str], ...], role: Role, rule: str) -> None:
    assert rule in faults(copied(source, text, *edits, role=role), source)


def test_a_copy_with_another_word_is_caught() -> None:
    passage = copied(PORT, "Deux dockers ont été blessés, selon les pompiers.", shown="Trois dockers ont été blessés, selon les pompiers.")
    assert "copie" in faults(passage, PORT)


def test_typography_alone_is_no_fault() -> None:
    passage = copied(PORT, "Levage Ouest nie toute négligence.", shown="Levage\u00a0Ouest nie toute négligence.")
    assert faults(passage, PORT) == set()


def test_a_body_paragraph_may_not_lose_words() -> None:
    text = PORT.paragraphs[0].span.of(PORT.text)
    assert "corps" in faults(copied(PORT, text, ("drop", " mardi", ""), role="paragraph"), PORT)
    assert faults(copied(PORT, text, role="paragraph"), PORT) == set()


TEMPLATED_TRUE = [
    (PORT, "sentence/dit-que", "Marc Tessier affirme que la machine avait été contrôlée en mars.", [("qui", "Marc Tessier"), ("quoi", "la machine avait été contrôlée en mars")], "sentence"),
    (PORT, "sentence/selon", "Selon les pompiers, Deux dockers ont été blessés.", [("qui", "les pompiers"), ("quoi", "Deux dockers ont été blessés")], "sentence"),
    (PORT, "sentence/fait", "Près de 300 conteneurs sont bloqués.", [("quoi", "Près de 300 conteneurs sont bloqués")], "bullet"),
    (PORT, "sentence/citation", "« La grue était en parfait état et nos équipes sont formées », a déclaré Marc Tessier.", [("citation", "La grue était en parfait état et nos équipes sont formées"), ("qui", "Marc Tessier")], "sentence"),
    (PORT, "h2/sujet", "Port de Kervaden : les faits", [("cle", "Port de Kervaden")], "h2"),
    (PORT, "h2/sujet", "Câble : les faits", [("cle", "câble")], "h2"),
    (PORT, "h2/fait", "Levage Ouest nie toute négligence", [("quoi", "Levage Ouest nie toute négligence")], "h2"),
    (PROCES, "h2/sujet", "Julien Morvan : les faits", [("cle", "Julien Morvan")], "h2"),
    (PROCES, "h2/fait", "Julien Morvan, 34 ans, est soupçonné d’avoir incendié la grange d’un voisin", [("quoi", "Julien Morvan, 34 ans, est soupçonné d’avoir incendié la grange d’un voisin")], "h2"),
    (MATCH, "sentence/fait", "Inès Kaddour a marqué 27 points.", [("quoi", "Inès Kaddour a marqué 27 points")], "bullet"),
]


@pytest.mark.parametrize(("source", "template", "text", "slots", "role"), TEMPLATED_TRUE)
def test_true_templated_passages_are_left_alone(source: Article, template: str, text: str, slots: list[tuple[str, str]], role: Role) -> None:
    passage = templated(template, text, *(slot(source, name, value) for name, value in slots), role=role)
    assert faults(passage, source) == set()


TEMPLATED_FALSE = [
    (PORT, "sentence/fait", "La machine avait été contrôlée en mars.", [("quoi", "la machine avait été contrôlée en mars")], "sentence", "attribution"),
    (PORT, "sentence/selon", "Selon Nadia Belkacem, la machine avait été contrôlée en mars.", [("qui", "Nadia Belkacem"), ("quoi", "la machine avait été contrôlée en mars")], "sentence", "attribution-autre"),
    (PORT, "sentence/promet", "Alain Ferrec promet : une enquête avait été ouverte.", [("qui", "Alain Ferrec"), ("quoi", "une enquête avait été ouverte")], "sentence", "engagement"),
    (PORT, "sentence/citation", "« La grue était en parfait état et nos équipes sont formées », a déclaré Alain Ferrec.", [("citation", "La grue était en parfait état et nos équipes sont formées"), ("qui", "Alain Ferrec")], "sentence", "citation-autre"),
    (PORT, "sentence/citation", "« la machine avait été contrôlée », a déclaré Marc Tessier.", [("citation", "la machine avait été contrôlée"), ("qui", "Marc Tessier")], "sentence", "citation"),
    (PORT, "sentence/car", "Le maire a félicité les secours, car Levage Ouest nie toute négligence.", [("un", "Le maire a félicité les secours"), ("deux", "Levage Ouest nie toute négligence")], "sentence", "connecteur"),
    (PORT, "sentence/deux", "Le maire nie toute négligence.", [("qui", "Le maire"), ("quoi", "nie toute négligence")], "sentence", "assemblage"),
    (PORT, "sentence/deux", "Le syndicat des dockers accuse se rendra à Kervaden vendredi.", [("qui", "Le syndicat des dockers accuse"), ("quoi", "se rendra à Kervaden vendredi")], "sentence", "assemblage"),
    (PORT, "sentence/compte", "Trois voix : Levage Ouest nie toute négligence.", [("quoi", "Levage Ouest nie toute négligence")], "sentence", "compte"),
    (PORT, "sentence/fait", "300 conteneurs sont bloqués.", [("quoi", "300 conteneurs sont bloqués")], "bullet", "approximation"),
    (PORT, "sentence/fait", "Le trafic serait dévié vers Lorignan tout de suite.", [("quoi", "le trafic serait dévié vers Lorignan")], "sentence", "gabarit"),
    (PORT, "sentence/fait", "Un câble aurait cédé.", [("quoi", "un câble aurait cédé")], "sentence", "attribution"),
    (PROCES, "h2/fait", "Incendié la grange d’un voisin à Saint-Aubry", [("quoi", "incendié la grange d’un voisin à Saint-Aubry")], "h2", "attribution"),
    (PROCES, "sentence/fait", "L’auteur connaissait les lieux.", [("quoi", "connaissait les lieux")], "sentence", "gabarit"),
    (MATCH, "sentence/deux", "Aubagne a battu Aubagne.", [("qui", "Aubagne"), ("quoi", "a battu")], "sentence", "gabarit"),
]


@pytest.mark.parametrize(("source", "template", "text", "slots", "role", "rule"), TEMPLATED_FALSE)
def test_false_templated_passages_are_caught(source: Article, template: str, text: str, slots: list[tuple[str, str]], role: Role, rule: str) -> None:
    passage = templated(template, text, *(slot(source, name, value) for name, value in slots), role=role)
    assert rule in faults(passage, source)


def test_slots_of_two_statements_need_a_joined_rule() -> None:
    first = slot(PORT, "un", "Le maire a félicité les secours", statement=1)
    second = slot(PORT, "deux", "Levage Ouest nie toute négligence", statement=2)
    text = "Le maire a félicité les secours, car Levage Ouest nie toute négligence."
    assert "assemblage" in faults(templated("sentence/car", text, first, second), PORT)
    assert "assemblage" not in faults(templated("sentence/car", text, first, second, joined="essai"), PORT)


def test_a_slot_is_what_its_slices_give() -> None:
    wrong = replace(slot(PORT, "quoi", "Le maire a félicité les secours"), text="Le maire a critiqué les secours")
    assert "emplacement" in faults(templated("sentence/fait", "Le maire a critiqué les secours.", wrong), PORT)


def test_a_slot_without_a_source_is_refused_unless_it_names_a_reference() -> None:
    bare = Slot("quoi", "Le port emploie du monde")
    assert "emplacement" in faults(templated("sentence/fait", "Le port emploie du monde.", bare), PORT)
    assert "emplacement" not in faults(templated("sentence/fait", "Le port emploie du monde.", replace(bare, reference="glossary:port")), PORT)


def test_a_title_never_makes_a_suspect_the_author() -> None:
    text = "Julien Morvan a incendié la grange d’un voisin"
    passage = Passage("essai", "h1", text, Templated("h2/fait", (slot(PROCES, "quoi", "Julien Morvan"),)))
    assert "presomption" in faults(passage, PROCES)
    convicted = titled("Procès", "Julien Morvan, qui était soupçonné, a été condamné à deux ans de prison. Julien Morvan a incendié la grange d’un voisin.")
    fine = copied(convicted, "Julien Morvan a incendié la grange d’un voisin", role="h1")
    assert "presomption" not in faults(fine, convicted)


# ------------------------------------------------------------------------------------------------------------------- the page


def page_of(source: Article, order: tuple[int, ...] | None = None, extra: tuple[Passage, ...] = (), words: int | None = None) -> Page:
    def whole(number: int) -> Passage:
        span = source.paragraphs[number].span
        return Passage(f"p{number}", "paragraph", span.of(source.text), Copied(span))

    assert source.title is not None
    title = Passage("h1", "h1", source.title.of(source.text), Copied(source.title))
    key = Slot("cle", source.text[:4], (Span(0, 4),))
    tag = Passage("tag", "title_tag", source.text[:4], Templated("", (key,)))
    body = tuple(whole(number) for number in (order if order is not None else range(len(source.paragraphs))))
    blocks = ((Block("keypoints", extra),) if extra else ()) + (Block("section", body, section=0),)
    slug = Passage("slug", "slug", "port", Templated("", ()))
    description = Passage("d", "description", source.title.of(source.text), Copied(source.title))
    page = Page(tag, title, description, slug, Keyphrase("port", 1.0, ()), (), blocks, 0, source)
    return replace(page, word_count=count_words(page) if words is None else words)


def page_faults(page: Page) -> set[str]:
    return {finding.rule.removeprefix("fidelite-") for finding in check_page(page, page.article, book()) if finding.severity == "error"}


def test_a_whole_page_is_left_alone() -> None:
    assert page_faults(page_of(PORT)) == set()


def test_a_lost_paragraph_is_found() -> None:
    assert "corps" in page_faults(page_of(PORT, (0, 1, 3)))


def test_paragraphs_out_of_order_are_found() -> None:
    assert "ordre" in page_faults(page_of(PORT, (0, 2, 1, 3)))


def test_a_paragraph_given_twice_is_found() -> None:
    assert "corps" in page_faults(page_of(PORT, (0, 1, 1, 2, 3)))


def test_a_wrong_word_count_is_found() -> None:
    assert "longueur" in page_faults(page_of(PORT, words=12))


def test_a_fact_told_three_times_is_found() -> None:
    bullet = copied(PORT, "Levage Ouest nie toute négligence.", role="bullet")
    twice = tuple(replace(bullet, id=f"b{number}", facts=(7,)) for number in range(2))
    assert "redite" not in page_faults(page_of(PORT, extra=twice))
    assert "redite" in page_faults(page_of(PORT, extra=(*twice, replace(bullet, id="b3", facts=(7,)))))


NOTED = titled("Vaccin", "Rappelons que le premier cas est apparu à Kervaden en mars. On note aussi que deux écoles sont fermées. Le maire rappelle que la cantine reste ouverte.")


def test_the_newspaper_s_own_announcement_may_go_and_another_s_may_not() -> None:
    said = copied(NOTED, "Rappelons que le premier cas est apparu à Kervaden en mars.", ("drop", "Rappelons que ", ""), ("case", "le", "Le"))
    noted = copied(NOTED, "On note aussi que deux écoles sont fermées.", ("drop", "On note aussi que ", ""))
    mayor = copied(NOTED, "Le maire rappelle que la cantine reste ouverte.", ("drop", "Le maire rappelle que ", ""))
    assert faults(said, NOTED) == set()
    assert faults(noted, NOTED) == set()
    assert faults(mayor, NOTED)


def taken_up(source: Article, first: str, second: str, subject: str, pronoun: str) -> set[str]:
    start = source.text.index(second)
    edit = Edit("reference", "pronom-repris", Span(start, start + len(subject)), pronoun)
    passage = Passage("second", "sentence", pronoun + second[len(subject) :], Copied(Span(start, start + len(second)), (edit,)))
    before = replace(copied(source, first, role="sentence"), id="first")
    page = page_of(source)
    page = replace(page, blocks=(Block("introduction", (before, passage)), *page.blocks))
    page = replace(page, word_count=count_words(page))
    return page_faults(page)


PAIR = titled(
    "Conseil du port",
    "Le maire a inauguré la halle. Paul Morvan a salué Luc Ferrec. Paul Morvan a remercié les dockers.",
    "Le maire a annoncé une fête. Les dockers ont applaudi. Paul Morvan a coupé le ruban.",
)


def test_a_pronoun_takes_up_the_subject_of_the_sentence_before() -> None:
    assert taken_up(PAIR, "Le maire a inauguré la halle.", "Le maire a annoncé une fête.", "Le maire", "Il") == set()


def test_a_pronoun_that_agrees_with_nothing_or_may_be_two_is_refused() -> None:
    assert "reference" in taken_up(PAIR, "Le maire a inauguré la halle.", "Le maire a annoncé une fête.", "Le maire", "Elle")
    assert "anaphore" in taken_up(PAIR, "Les dockers ont applaudi.", "Le maire a annoncé une fête.", "Le maire", "Il")
    assert "anaphore" in taken_up(PAIR, "Paul Morvan a salué Luc Ferrec.", "Paul Morvan a remercié les dockers.", "Paul Morvan", "Il")


@pytest.mark.parametrize(
    ("text", "before", "after", "legal"),
    [
        ("La 44ème journée commence.", "ème", "e", True),
        ("La 1ère journée commence.", "ère", "re", True),
        ("Au XXIème siècle.", "ème", "e", True),
        ("La 41ère journée commence.", "ère", "re", False),
        ("La 44ème journée commence.", "ème", "", False),
        ("Un problème commence.", "ème", "e", False),
        ("Le 5 Janvier 2019, il part.", "J", "j", True),
        ("Le 5 Janvier, il part.", "J", "j", False),
        ("Le maire Janvier 2019 part.", "J", "j", False),
        ("Le 5 Janvier 2019, il part.", "J", "m", False),
    ],
)
def test_the_letters_that_typography_may_change(text: str, before: str, after: str, legal: bool) -> None:
    start = text.index(before)
    article = titled("Un titre", text)
    at = article.text.index(text) + start
    assert (edit_reasons(Edit("typography", "ordinal", Span(at, at + len(before)), after), article, book()) == ()) is legal
