"""What makes no heading of a section though it is a clause of it."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.model import Passage
from seo_fr.propose.fits import Part
from seo_fr.propose.heading_faults import gainsaid, of_a_life, only_took_place, says_below
from seo_fr.propose.headlines import Headline
from seo_fr.propose.layout import lay_out
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores
from seo_fr.propose.tell import Source
from seo_fr.propose.trims import section_lines
from seo_fr.read import read_text
from tests.articles import understood

TITLE = "Belmont : le caissier de la mairie condamné"


def _source(text: str) -> tuple[Source, Part]:
    source = Source(analyse(read_text(text, title=TITLE)))
    return source, Part(source, Scores(source, source.analysis.keyphrases[0]), 0, 99)


def _line(text: str, words: str) -> tuple[Source, Part, Headline]:
    source, part = _source(text)
    found = next((line for line in every_line(source) if words in line.text), None)
    assert found is not None, [line.text for line in every_line(source)]
    return source, part, found


@pytest.mark.parametrize(
    ("heading", "rest", "contrary"),
    [
        ("Aucune amende n’est prononcée", "La banque paiera une amende de 5 000 euros.", True),
        ("Aucune amende n’est prononcée", "Le procureur avait demandé deux ans de prison.", False),
        ("Seul le caissier est jugé", "Le caissier a fait appel du jugement.", True),
        ("Tous les agents ont été entendus", "Les agents ont parlé, à l’exception du plus jeune.", True),
        ("Tous les agents ont été entendus", "Les agents ont parlé longtemps.", False),
    ],
)
def test_a_heading_is_not_gainsaid_by_its_section(heading: str, rest: str, contrary: bool) -> None:
    source, part = _source(f"Le tribunal de Belmont a condamné le caissier de la mairie à un an de prison. {rest}")
    assert gainsaid(source, part, heading) is contrary


def test_what_only_took_place_is_a_label_at_most() -> None:
    _, _, line = _line("Le caissier de la mairie de Belmont a été condamné. L’épreuve s’est jouée sur la distance courte. La mairie fera appel.", "jou")
    assert only_took_place(line)


def test_a_life_is_a_label_at_most() -> None:
    _, _, line = _line("La mairie de Belmont a choisi une directrice. Anne Morel, directrice de la mairie, vit à Nolay depuis 1988. La mairie fera appel.", "vit à Nolay")
    assert of_a_life(line)


def test_the_line_just_below_is_no_heading() -> None:
    source, part, line = _line("La directrice dirigera la bibliothèque de Belmont, avec douze agents de la commune et trois bénévoles du quartier. La mairie fera appel.", "dirigera la bibliothèque")
    assert says_below(source, part, line)
    source, part, line = _line("La directrice a quitté mercredi la bibliothèque de Belmont. La mairie fera appel.", "quitte la bibliothèque")
    assert not says_below(source, part, line)


def test_a_heading_that_the_checks_refuse_makes_no_section() -> None:
    filler = "Il y était encore lundi, et personne ne lui avait dit pourquoi elle l’avait fait, ni ce qu’ils en pensaient, ni comment cela finirait pour eux deux, ce dont il se plaignait souvent. " * 2
    text = f"La mairie de Belmont rachète mercredi l’ancienne halle aux grains du quartier. {filler}\n\n{filler}\n\nLe préfet de la région suspend les travaux du barrage de Nolay. {filler}\n\n{filler}"
    analysis = analyse(read_text(text, title="Belmont : la piscine en sursis"))
    asked: list[str] = []

    def faithful(item: Passage) -> bool:
        asked.append(item.text)
        return "barrage" not in item.text

    assert len(lay_out(analysis, lambda item: True).sections) == 2
    assert len(lay_out(analysis, faithful).sections) == 1
    assert any("barrage" in heading for heading in asked)


def _lines(sentence: str) -> list[str]:
    source = understood(sentence)
    return [line.text for clause in source.analysis.clauses for line in section_lines(source, clause)]


def test_what_was_done_to_an_indefinite_thing_falls() -> None:
    assert "Les malades sont installés sous des tentes" in _lines("Les malades ont été installés sous des tentes dressées sur le terrain de football par les pompiers de la ville voisine.")
    assert not any(line.endswith("une loi") for line in _lines("Le parlement de Marchais a adopté mercredi de manière définitive une loi visant à réduire les délais de prescription des infractions."))


def test_a_birth_stays_in_the_past() -> None:
    assert not any("naît" in line for line in _lines("Âgée de 47 ans, la directrice Anne Morel est née à Nolay, où vivent ses parents."))
