"""One sentence of a quotation told alone with its speaker, and the second reader's view of it."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_copied
from seo_fr.check.quote_part import part_reasons
from seo_fr.model import Copied, Edit, Passage, Span
from seo_fr.propose.quote_part import PART, quote_parts
from seo_fr.rulebook import load
from tests.articles import article, understood

OPENING = "La scierie de Lormont ferme ses portes vendredi.\n\n"


def told(text: str) -> list[str]:
    source = understood(OPENING + text)
    found = quote_parts(source)
    for telling in found:
        origin = Copied(telling.span, telling.edits)
        assert check_copied(Passage("p", "sentence", telling.text, origin), origin, source.analysis.article, load()) == (), telling.text
    return [telling.text.replace("\u00a0", " ").replace("\u202f", " ") for telling in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous allons faire appel de la décision du tribunal. Nos salariés attendent une réponse depuis six mois », a déclaré Claire Vasseur, présidente de la scierie.",
         "« Nos salariés attendent une réponse depuis six mois », a déclaré Claire Vasseur, présidente de la scierie."),
        ("« Nous allons faire appel de la décision du tribunal. Nos salariés attendent une réponse depuis six mois », a déclaré Claire Vasseur, présidente de la scierie.",
         "« Nous allons faire appel de la décision du tribunal », a déclaré Claire Vasseur, présidente de la scierie."),
        ("Claire Vasseur, présidente de la scierie, a déclaré : « Nous allons faire appel de la décision du tribunal. Nos salariés attendent une réponse depuis six mois. »",
         "Claire Vasseur, présidente de la scierie, a déclaré : « Nos salariés attendent une réponse depuis six mois. »"),
    ],
)  # fmt: skip
def test_a_sentence_of_a_quotation_is_told_with_its_speaker(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("« Nous allons faire appel de la décision du tribunal. Mais nos salariés attendent une réponse depuis six mois », a déclaré Claire Vasseur.", "appel"),
        ("« Nous allons faire appel de la décision du tribunal. Mais nos salariés attendent une réponse depuis six mois », a déclaré Claire Vasseur.", "salariés"),
        ("« Le préfet a fermé la route de la vallée lundi. Il avait pourtant promis une autre solution aux riverains », a déclaré Claire Vasseur.", "promis"),
        ("« Le préfet a fermé la route de la vallée lundi. Vous le savez tous depuis la réunion de mardi », a déclaré Claire Vasseur.", "savez"),
        ("« Le préfet a fermé la route de la vallée lundi. Cela coûte deux heures par jour aux riverains », a déclaré Claire Vasseur.", "coûte"),
        ("« Le préfet a fermé la route de la vallée lundi. Beaucoup ont perdu deux heures par jour depuis », a déclaré Claire Vasseur.", "Beaucoup"),
    ],
)
def test_what_leans_on_the_rest_of_the_quotation_is_not_told(text: str, never: str) -> None:
    assert not any(never in line for line in told(text))


def test_the_second_reader_refuses_half_a_sentence_and_what_is_taken_back() -> None:
    given = article("« Nous ferons appel de la décision du tribunal. Mais les salariés seront payés jusqu’en juin », a déclaré Claire Vasseur.")
    text = given.text
    point = text.index(". Mais")
    end = text.index(" », a")
    back = Copied(Span(0, len(text)), (Edit("drop", PART, Span(point, end), ""),))
    assert part_reasons(back, given)
    half = Copied(Span(0, len(text)), (Edit("drop", PART, Span(text.index(" de la décision"), end), ""),))
    assert check_copied(Passage("p", "sentence", "« Nous ferons appel », a déclaré Claire Vasseur.", half), half, given, load())
    other = Copied(Span(0, len(text)), (Edit("drop", PART, Span(text.index("Nous"), text.index("Mais")), ""),))
    assert part_reasons(other, given)
