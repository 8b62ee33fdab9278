"""Times: spans, kinds, ISO values, order; and what is no time."""

from __future__ import annotations

import pytest

from seo_fr.analyse.times import extract_times
from seo_fr.model import Clause, Sentence, Span, Tense

_WEDNESDAY = "2024-05-15"


def _times(text: str, published: str | None = None, tense: Tense | None = None) -> list[tuple[str, str, str]]:
    sentences = (Sentence(Span(0, len(text)), 0, (0, 0)),)
    clauses = ()
    if tense is not None:
        span = Span(0, len(text))
        clauses = (Clause(4, 0, span, None, None, span, None, "", tense, False, False, 3, "s", "", "none", None, "asserted", (), False, True),)  # type: ignore[assignment]
    found = extract_times(text, (), sentences, clauses, (("date", published),) if published else ())
    assert all(t.clause == (4 if tense else None) for t in found)
    return [(t.span.of(text), t.kind, t.value) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 12 mars 2024, il part.", ("12 mars 2024", "absolute", "2024-03-12")), ("Mardi 12 mars 2024, il part.", ("Mardi 12 mars 2024", "absolute", "2024-03-12")), ("Le 1er mai 2020 passe.", ("1er mai 2020", "absolute", "2020-05-01")),
        ("En février 2022, il part.", ("février 2022", "absolute", "2022-02")), ("En 2022, il part.", ("En 2022", "absolute", "2022")), ("Du 3 au 5 mai 2021, il part.", ("Du 3 au 5 mai 2021", "absolute", "2021-05-03/2021-05-05")),
        ("De 2010 à 2012, il part.", ("De 2010 à 2012", "absolute", "2010/2012")), ("La saison 2015-2016 finit.", ("La saison 2015-2016", "absolute", "2015/2016")), ("Dans les années 1990, il part.", ("les années 1990", "absolute", "")),
        ("Fin mai, il part.", ("Fin mai", "absolute", "")), ("Vendredi, il part.", ("Vendredi", "relative", "")), ("Il part mercredi soir.", ("mercredi soir", "relative", "")), ("Le mois dernier, il part.", ("Le mois dernier", "relative", "")),
        ("Il y a deux ans, il part.", ("Il y a deux ans", "relative", "")), ("Au début de l’année prochaine, il part.", ("Au début de l’année prochaine", "relative", "")), ("Il attend depuis lundi.", ("depuis lundi", "relative", "")),
        ("Il part à 20 h 30.", ("à 20 h 30", "hour", "T20:30")), ("Il part vers midi.", ("vers midi", "hour", "T12:00")), ("Il attend pendant trois mois.", ("pendant trois mois", "duration", "P3M")), ("Il attend depuis dix jours.", ("depuis dix jours", "duration", "P10D")),
        ("Il part à la mi-mai 2020.", ("à la mi-mai 2020", "absolute", "2020-05")), ("Il attend pendant plusieurs jours.", ("pendant plusieurs jours", "duration", "")), ("Le lendemain, il part.", ("Le lendemain", "relative", "")),
        ("Il part hier au soir.", ("hier au soir", "relative", "")), ("Il part demain dans la matinée.", ("demain dans la matinée", "relative", "")), ("Il part lundi au petit matin.", ("lundi au petit matin", "relative", "")),
        ("Le 2024-03-12 passe.", ("2024-03-12", "absolute", "2024-03-12")), ("Dans la nuit de jeudi à vendredi, il part.", ("Dans la nuit de jeudi à vendredi", "relative", "")),
    ],
)  # fmt: skip
def test_without_a_publication_date(text: str, expected: tuple[str, str, str]) -> None:
    assert _times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("Il est parti vendredi.", "perfect", "2024-05-10"), ("Il partira vendredi.", "future", "2024-05-17"), ("Il est parti mercredi.", "perfect", "2024-05-15"), ("Il part mardi prochain.", "present", "2024-05-21"), ("Il est parti vendredi 10, en train.", "perfect", "2024-05-10"), ("Il est parti vendredi 11, en train.", "perfect", ""), ("Il est venu lundi dernier.", "perfect", "2024-05-13"),
        ("Hier, il part.", "perfect", "2024-05-14"), ("Il part demain.", "future", "2024-05-16"), ("Le mois dernier, il part.", "perfect", "2024-04"), ("La semaine prochaine, il part.", "future", "2024-W21"), ("L’an dernier, il part.", "perfect", "2023"),
        ("Il y a deux ans, il part.", "perfect", "2022"), ("Dans trois mois, il part.", "future", "2024-08"), ("Le 12 mars, il part.", "perfect", "2024-03-12"), ("Le 20 décembre dernier, il part.", "perfect", "2023-12-20"), ("Fin mai, il part.", "future", "2024-05"),
        ("Cette semaine, il part.", "present", "2024-W20"), ("Il est venu ce matin.", "perfect", "2024-05-15"),
        # what the date cannot resolve for certain
        ("Il part vendredi.", "present", ""), ("Le lundi, il chante.", "perfect", ""), ("Aujourd’hui, il part.", "present", ""), ("Le dimanche 12 mars, il part.", "perfect", ""), ("Le lendemain, il part.", "perfect", ""), ("Il y a quelques jours, il part.", "perfect", ""),
        ("Le 24 août de l’année dernière, il part.", "perfect", "2023-08-24"), ("Depuis le 11 Septembre, il part.", "perfect", ""), ("Ces derniers jours, il part.", "perfect", ""), ("Il a dit : « Je pars demain ».", "perfect", ""), ("Il a dit : \"Je pars hier\".", "perfect", ""), ("En mars, il part.", "present", ""),
    ],
)  # fmt: skip
def test_with_a_publication_date(text: str, tense: Tense, value: str) -> None:
    assert [t[2] for t in _times(text, _WEDNESDAY, tense)] == [value]


@pytest.mark.parametrize(
    "text",
    ["Il a vendu 2000 livres.", "Le 31 février passe.", "Il a 2 heures de retard.", "Il marche.", "La marche a mars pour nom-x".replace("mars", "Mars"), "Les 2022 personnes partent.", "Mai 68 fut bruyant.", "Le vol 1944 décolle.", "Score : 3-1."],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert _times(text) == []


def test_order() -> None:
    text = "En 2022 puis le 3 mai 2021, avant le 3 mai 2021 et vendredi."
    found = extract_times(text, (), (Sentence(Span(0, len(text)), 0, (0, 0)),), (), ())
    assert [(t.span.of(text), t.order) for t in found] == [("En 2022", 1), ("3 mai 2021", 0), ("3 mai 2021", 0), ("vendredi", None)]
    text = "Le 12 mars, puis le 3 avril et le 2 mars."
    found = extract_times(text, (), (Sentence(Span(0, len(text)), 0, (0, 0)),), (), ())
    assert [t.order for t in found] == [1, 2, 0]
    text = "Le 12 janvier, puis le 3 décembre."
    found = extract_times(text, (), (Sentence(Span(0, len(text)), 0, (0, 0)),), (), ())
    assert [t.order for t in found] == [None, None]
