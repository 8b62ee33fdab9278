"""A claim told « selon » its voice: the same claim by the same voice, at the same remove; left as it was where a tense, a word or a quotation leans on the verb of saying."""

from __future__ import annotations

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.check.fidelity import check_copied
from seo_fr.model import Article, Copied, Edit, Passage, Span
from seo_fr.propose.tell import other_tellings, sentence_telling
from seo_fr.rulebook import load
from tests.articles import article, understood


def forms(index: int, *paragraphs: str) -> list[str]:
    """Every form of the sentence told alone, with the second reader's consent."""
    source = understood(*paragraphs)
    whole = sentence_telling(source, index)
    if whole is None:
        return []
    made = [whole, *other_tellings(source, whole)]
    for telling in made:
        passage = Passage("p", "sentence", telling.text, Copied(telling.span, telling.edits))
        assert check_copied(passage, Copied(telling.span, telling.edits), source.analysis.article, load()) == (), telling.text
    return [telling.text.replace("\u00a0", " ") for telling in made]


FIRST = "Les rescapés sont surtout des enfants, selon Paul Morvan, préfet du Doubs."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Il ajoute que l’opération a coûté deux millions d’euros.", "Selon Paul Morvan, l’opération a coûté deux millions d’euros."),
        ("Deux routes pourraient rester fermées, a-t-il enfin confié.", "Deux routes pourraient rester fermées, a confié Paul Morvan."),
    ],
)
def test_a_speech_that_goes_on_is_told_alone(sentence: str, expected: str) -> None:
    assert expected in forms(1, f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La mairie de Lens affirme que le pont sera fermé en juin.", "Selon la mairie de Lens, le pont sera fermé en juin."),
        ("« Le pont est fermé depuis une semaine », précise Paul Morvan.", "« Le pont est fermé depuis une semaine », selon Paul Morvan."),
        ("Le pont a été fermé à cause du gel, selon la préfecture du Doubs.", "Selon la préfecture du Doubs, le pont a été fermé à cause du gel."),
        ("Selon la préfecture du Doubs, le pont a été fermé à cause du gel.", "Le pont a été fermé à cause du gel, selon la préfecture du Doubs."),
    ],
)
def test_another_form_of_the_same_claim(sentence: str, expected: str) -> None:
    assert expected in forms(0, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "La mairie de Lens a affirmé que le pont serait fermé en juin.",  # « serait » is the future of what was said
        "La mairie de Lens affirme que le pont ferme et que la route rouvre.",  # a second « que »
        "La mairie de Lens affirme que son budget est à l’équilibre.",  # « son »: hers
        "La mairie de Lens n’affirme pas que le pont est fermé.",
        "La mairie de Lens reconnaît que le pont est fermé.",  # an admission is more than a saying
        "« Je ferme le pont », précise Paul Morvan.",
        "Selon le directeur du port, interrogé mardi, le quai est fermé.",  # its apposition would be left
    ],
)
def test_what_leans_on_the_verb_stays(sentence: str) -> None:
    assert len(forms(0, sentence)) <= 1


SAID = "Paul Morvan a affirmé que le pont était fermé. Le port rouvre, selon Anne Kerbrat."


@pytest.mark.parametrize(
    ("words", "after", "refused"),
    [
        (" a affirmé que ", ", ", True),  # the imperfect leans on the past
        (", selon Anne Kerbrat", "", False),
        ("", "Selon Paul Morvan, ", True),  # not the voice of that sentence
    ],
)
def test_the_second_reader_looks_for_himself(words: str, after: str, refused: bool) -> None:
    source: Article = article(SAID)
    at = source.text.index(words) if words else source.text.index("Le port")
    edit = Edit("reference", "selon-locuteur", Span(at, at + len(words)), after)
    assert bool(edit_reasons(edit, source, load())) is refused


def test_a_claim_that_lost_its_voice_is_refused() -> None:
    source = article(SAID)
    span = Span(source.text.index("Le port"), len(source.text))
    at = source.text.index(", selon Anne")
    edit = Edit("reference", "selon-locuteur", Span(at, at + len(", selon Anne Kerbrat")), "")
    passage = Passage("p", "sentence", "Le port rouvre.", Copied(span, (edit,)))
    assert any(reason.id == "attribution" for reason in check_copied(passage, Copied(span, (edit,)), source, load()))
