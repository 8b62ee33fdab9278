"""People introduced at their first mention: what the source calls them, where it may stand, and what the check refuses."""

from __future__ import annotations

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.check.introduction import INTRODUCED
from seo_fr.model import Copied, Edit, Span, Templated
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.describe import descriptions
from seo_fr.propose.frames import span_slot
from seo_fr.propose.introduce import introduced
from seo_fr.propose.source import Source
from seo_fr.rulebook import load
from tests.articles import article, understood


def called(name: str, *paragraphs: str) -> list[str]:
    """What the source calls ``name``, « … » before the name, « , … » after it."""
    source = understood(*paragraphs)
    entity = next(entity for entity in source.analysis.entities if entity.name.of(source.text) == name)
    return [found.text if found.before or found.text[0] == "(" else f", {found.text}" for found in descriptions(source, entity)]


def copied(source: Source, words: str, role: str = "sentence") -> Candidate:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    item = passage("introduction", role, words, Copied(span), (0,))  # type: ignore[arg-type]
    return Candidate("introduction", (item,), (0,), (0,), start)


def block(source: Source, *told: str) -> list[str]:
    return [candidate.passages[0].text for candidate in introduced(source, [copied(source, words) for words in told], frozenset())]


RESEAU = "Le directeur du réseau, Pierre Kervadec, a reçu les syndicats lundi. Les bus ont repris mardi."
APRES = "Pierre Kervadec a promis une prime aux conducteurs. Pierre Kervadec partira en juin."


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Pierre Kervadec", "Le directeur du réseau, Pierre Kervadec, a reçu les syndicats lundi.", [", directeur du réseau"]),
        ("Paul Kervadec", "Paul Kervadec, directeur du bureau de la ligue des bassins ainsi que Luce Vidal ont précisé leurs craintes. Selon Paul Kervadec, la nappe baisse.", [", directeur du bureau de la ligue des bassins"]),
        ("Édouard Valmont", "Le tribunal a condamné jeudi le galeriste Édouard Valmont à deux ans de prison.", ["le galeriste"]),
        ("Anne Lestour", "La ville a honoré l’hydrologue Anne Lestour pour ses travaux sur la nappe.", ["l’hydrologue"]),
        ("Femke Devos", "La Belge Femke Devos a gagné dimanche la course de la vallée.", ["la Belge"]),
        ("Luc Hasquin", "Un collectionneur de Namur, Luc Hasquin, avait fait analyser le tableau.", [", collectionneur de Namur"]),
        ("Jeanne Raguin", "« J’ai cru à un séisme », témoigne Jeanne Raguin, une retraitée qui habite à 300 mètres du site.", [", retraitée qui habite à 300\u00a0mètres du site"]),
        ("Inès Delmas", "Pour l’avocate de sept victimes, Me Inès Delmas, ce jugement est clair.", [", avocate de sept victimes"]),
        ("Pascal Julian", "Des élus, comme Pascal Julian (Les Verts) et Yves Pozzi (UDC), craignent une forteresse.", ["(Les Verts)"]),
        ("Maëlle Tanguin", "« Je suis épuisée », confie Maëlle Tanguin, croisée à l’arrêt Liberté.", [", croisée à l’arrêt Liberté"]),
        ("Anne Lestour", "Le préfet a reçu la commission. Il parle aussi de l’agglomération. Celle-ci verse un million d’euros. Sa présidente, Anne Lestour, se tait.", [", présidente de l’agglomération"]),
        ("Paul Vasseur", "L’opposition bretonne réclame une enquête. Son chef, Paul Vasseur, accuse le maire de Lorient.", [", chef de l’opposition bretonne"]),
    ],
)
def test_what_the_source_calls_a_person(name: str, text: str, wanted: list[str]) -> None:
    assert called(name, text) == wanted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Romain Delpech", "Le milieu offrait ensuite l’égalisation à son capitaine, Romain Delpech."),
        ("Béatrice Valmont", "L’épouse du galeriste, Béatrice Valmont, a été relaxée jeudi."),
        ("Paul Morel", "L’avocat du directeur, Paul Morel, a quitté la salle."),
        ("Andreas Rael", "Il bat le record établi en 2011 par son compatriote Andreas Rael."),
        ("Tomas Lindner", "L’entreprise ne désigne aucun État. Son directeur technique, Tomas Lindner, reste prudent."),
        ("Claude Martin", "L’affaire Claude Martin a duré dix ans au tribunal de Lyon."),
    ],
)
def test_what_leans_on_another_or_is_unsure_is_no_description(name: str, text: str) -> None:
    assert called(name, text) == []


def test_a_person_is_introduced_once_in_a_block() -> None:
    source = understood(RESEAU, APRES)
    assert block(source, "Pierre Kervadec a promis une prime aux conducteurs.", "Pierre Kervadec partira en juin.") == [
        "Pierre Kervadec, directeur du réseau, a promis une prime aux conducteurs.",
        "Pierre Kervadec partira en juin.",
    ]


def test_nobody_is_introduced_twice_in_a_sentence() -> None:
    source = understood(RESEAU, APRES)
    assert block(source, "Le directeur du réseau, Pierre Kervadec, a reçu les syndicats lundi.", "Pierre Kervadec partira en juin.")[1] == "Pierre Kervadec partira en juin."


def test_the_comma_is_the_sentences_own_where_it_has_one() -> None:
    source = understood(RESEAU, "La grève est finie, a indiqué Pierre Kervadec. Selon Pierre Kervadec, tout roule.")
    assert block(source, "La grève est finie, a indiqué Pierre Kervadec.") == ["La grève est finie, a indiqué Pierre Kervadec, directeur du réseau."]
    assert block(source, "Selon Pierre Kervadec, tout roule.") == ["Selon Pierre Kervadec, directeur du réseau, tout roule."]


def test_a_calling_takes_its_article_and_the_preposition_its_form() -> None:
    source = understood("Le galeriste Édouard Valmont a été condamné jeudi à Lyon.", "Les experts ont examiné le carnet d’Édouard Valmont. Édouard Valmont fera appel.")
    assert block(source, "Les experts ont examiné le carnet d’Édouard Valmont.") == ["Les experts ont examiné le carnet du galeriste Édouard Valmont."]
    assert block(source, "Édouard Valmont fera appel.") == ["Le galeriste Édouard Valmont fera appel."]


def test_a_party_stays_in_its_parentheses() -> None:
    source = understood("Des élus, comme Pascal Julian (Les Verts), craignent une forteresse.", "Pascal Julian votera contre le projet.")
    assert block(source, "Pascal Julian votera contre le projet.") == ["Pascal Julian (Les Verts) votera contre le projet."]


def test_a_sentence_in_the_middle_keeps_its_capital() -> None:
    source = understood("Le galeriste Édouard Valmont a été condamné jeudi à Lyon.", "La peine est lourde. Édouard Valmont fera appel.")
    assert block(source, "La peine est lourde. Édouard Valmont fera appel.") == ["La peine est lourde. Le galeriste Édouard Valmont fera appel."]


def test_nobody_is_introduced_inside_a_quotation_or_in_a_list() -> None:
    source = understood(RESEAU, "« Pierre Kervadec ment depuis lundi », affirme le syndicat. Étaient présents Pierre Kervadec, Anne Lestour et le maire.")
    for words in ("« Pierre Kervadec ment depuis lundi », affirme le syndicat.", "Étaient présents Pierre Kervadec, Anne Lestour et le maire."):
        assert block(source, words) == [words]


def test_a_rejected_introduction_leaves_the_sentence_plain() -> None:
    source = understood(RESEAU, APRES)
    plain = copied(source, "Pierre Kervadec partira en juin.")
    made = introduced(source, [plain], frozenset())[0]
    assert introduced(source, [plain], frozenset({made.passages[0].id})) == (plain,)
    assert introduced(source, [plain], frozenset(), plain.words) == (plain,)


def test_a_voice_loses_the_function_that_the_row_before_gave() -> None:
    source = understood("« Nous tiendrons bon », a dit la directrice du réseau, Anne Lestour. Anne Lestour partira en juin.")
    entity = next(entity for entity in source.analysis.entities if entity.name.of(source.text) == "Anne Lestour")
    quote, function = source.text.index("Nous tiendrons"), source.text.index("directrice")
    slots = (
        span_slot(source, "etiquette", entity.name, entity=entity.id),
        span_slot(source, "fonction", Span(function, function + len("directrice du réseau")), entity=entity.id),
        span_slot(source, "citation", Span(quote, quote + len("Nous tiendrons bon"))),
    )
    row = passage("who", "bullet", "Anne Lestour, directrice du réseau : « Nous tiendrons bon. »", Templated("who/citation-fonction/deux-points", slots), (0,))
    voice = Candidate("who", (row,), (0,), (0,), 0)
    first = copied(source, "Anne Lestour partira en juin.")
    texts = [candidate.passages[0].text for candidate in introduced(source, [first, voice], frozenset())]
    assert texts[0] == "Anne Lestour, directrice du réseau, partira en juin."
    assert "directrice" not in texts[1]
    assert introduced(source, [voice], frozenset()) == (voice,)


def reasons(text: str, words: str, after: str) -> list[str]:
    read = article(text)
    start = text.rindex(words)
    return [reason.id for reason in edit_reasons(Edit("reference", INTRODUCED, Span(start, start + len(words)), after), read, load())]


ASTRUC = "L’avocat du galeriste, Me Julien Astrac, a parlé à Paul Vidal. Le préfet, Yves Kerbrat, a répondu à Anne Morel, 54 ans, maire de Brize. Julien Astrac est parti avec Yves Kerbrat et Anne Morel."


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Julien Astrac", "Julien Astrac, avocat du galeriste,"),
        ("Yves Kerbrat", "le préfet Yves Kerbrat"),
        ("Anne Morel", "Anne Morel, maire de Brize"),
    ],
)
def test_the_check_finds_the_description_beside_the_name(words: str, after: str) -> None:
    assert reasons(ASTRUC, words, after) == []


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Julien Astrac", "le galeriste Julien Astrac"),
        ("Julien Astrac", "Julien Astrac, galeriste,"),
        ("Yves Kerbrat", "Yves Kerbrat, maire de Brize,"),
        ("Yves Kerbrat", "le sous-préfet Yves Kerbrat"),
        ("Yves Kerbrat", "la préfet Yves Kerbrat"),
        ("Anne Morel", "Anne Morel, maire de Lens"),
        ("Anne Morel", "Anne Morel, maire"),
        ("Anne Morel", "Jeanne Morel, maire de Brize"),
        ("Anne Morel", "Anne Morel (Les Verts)"),
    ],
)
def test_the_check_refuses_the_description_of_another_or_half_of_one(words: str, after: str) -> None:
    assert reasons(ASTRUC, words, after) != []


def test_the_check_refuses_an_owner_that_is_not_near() -> None:
    text = "La commission a siégé lundi. Le club de Brize a perdu. Les joueurs sont rentrés. Le public a sifflé. Sa présidente, Rosa Mahé, a démissionné. Rosa Mahé est partie."
    assert reasons(text, "Rosa Mahé", "Rosa Mahé, présidente de la commission,") != []
    near = "La commission électorale a nié toute fraude. Sa présidente, Rosa Mahé, a démissionné. Rosa Mahé est partie."
    assert reasons(near, "Rosa Mahé", "Rosa Mahé, présidente de la commission électorale,") == []
