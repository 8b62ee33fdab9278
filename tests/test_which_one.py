"""A noun told by its article alone is completed with what the source has said of it before, where that is certain; and the check reads it again."""

from __future__ import annotations

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.model import Copied, Edit, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.source import Source
from seo_fr.propose.which_one import COMPLETED, completed
from seo_fr.rulebook import load
from tests.articles import article, understood


def line(source: Source, words: str, known: str = "") -> str:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    item = passage("keypoints", "bullet", words, Copied(span), (0,))
    return completed(source, [Candidate("keypoints", (item,), (0,), (0,), start)], known, frozenset())[0].passages[0].text


ACCORD = "Le gouvernement a signé lundi un traité de coopération avec les deux provinces. Les députés voteront en mars."


def test_a_noun_is_completed_with_the_one_form_that_the_source_has_of_it() -> None:
    told = "La préfète a défendu le traité devant les maires du littoral."
    assert line(understood(ACCORD, told), told).startswith("La préfète a défendu le traité de coopération ")


@pytest.mark.parametrize(
    "told",
    [
        ("Le gouvernement a signé lundi un traité de coopération avec le Nord. Un traité de commerce avec le Sud est prêt.", "La préfète a défendu le traité devant les maires du littoral."),
        ("Le gouvernement a signé lundi un traité.", "La préfète a défendu le traité devant les maires du littoral."),
        ("Le gouvernement a signé lundi un traité de coopération. Un autre traité est prêt.", "La préfète a défendu le traité devant les maires du littoral."),
    ],
)
def test_nothing_is_put_behind_a_noun_that_may_mean_two_things(told: tuple[str, str]) -> None:
    assert line(understood(*told), told[1]) == told[1]


def test_a_freedom_that_is_somebodys_is_not_the_freedom_told_of_before() -> None:
    told = "Paul Kervadec est le premier poète dont la liberté est menacée par une régie."
    assert line(understood("La liberté de la presse est au programme du congrès. " + told), told) == told


def test_a_noun_that_stands_above_stays_alone() -> None:
    told = "La préfète a défendu le traité devant les maires du littoral."
    assert line(understood(ACCORD, told), told, "Le traité de coopération est signé") == told


def test_a_woman_told_by_her_country_is_named_where_she_alone_can_be_meant() -> None:
    told = "Ce résultat met fin à la longue série de victoires de l’Italienne."
    alone = understood("L’Italienne Livia Morandi courait dimanche à Montbrac. " + told)
    assert line(alone, told) == "Ce résultat met fin à la longue série de victoires de l’Italienne Livia Morandi."
    two = understood("L’Italienne Livia Morandi et l’Italienne Carla Rinucci couraient dimanche à Montbrac. " + told)
    assert line(two, told) == told


@pytest.mark.parametrize(
    ("text", "noun", "after", "fits"),
    [
        ("La ville de Morlanges est sous l’eau. Le maire a fermé la ville jeudi.", "la ville", " de Morlanges", True),
        ("La ville de Morlanges est sous l’eau. Le maire a fermé la ville jeudi.", "la ville", " de Brévance", False),
        ("La ville de Morlanges est sous l’eau. La ville de Brévance aussi. Le maire a fermé la ville jeudi.", "la ville", " de Morlanges", False),
        ("La ville de Morlanges est sous l’eau. Une autre ville brûle. Le maire a fermé la ville jeudi.", "la ville", " de Morlanges", False),
        ("Le maire a fermé la ville jeudi. La ville de Morlanges est sous l’eau.", "la ville", " de Morlanges", False),
        ("La ville de Morlanges est sous l’eau. Valdrac, dont la ville jeudi fêtait le saint, aide.", "la ville", " de Morlanges", False),
        ("L’Italienne Livia Morandi a gagné. Les juges ont félicité l’Italienne jeudi.", "l’Italienne", " Livia Morandi", True),
        ("L’Italienne Livia Morandi a gagné. L’Italienne Carla Rinucci suit. Les juges ont félicité l’Italienne jeudi.", "l’Italienne", " Livia Morandi", False),
    ],
)
def test_the_second_reader_takes_only_what_the_article_says_of_that_noun_alone(text: str, noun: str, after: str, fits: bool) -> None:
    source = article(text)
    end = source.text.rindex(noun + " jeudi") + len(noun)
    edit = Edit("reference", COMPLETED, Span(end, end), after)
    assert (not edit_reasons(edit, source, load())) is fits
