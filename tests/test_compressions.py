"""Shorter forms: what falls, what never falls, and that text and edits agree."""

from __future__ import annotations

import pytest

from seo_fr.analyse.examples import clauses_of
from seo_fr.rulebook import load


def shorter(text: str) -> list[str]:
    return [form.text for clause in clauses_of(text, load()) for form in clause.shorter]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claire Morel, maire de Lourmel, a inauguré la médiathèque.", "Claire Morel a inauguré la médiathèque"),
        ("Le pont, qui date de 1930, a été fermé.", "Le pont a été fermé"),
        ("Le pont, construit en 1930, a été fermé.", "Le pont a été fermé"),
        ("Vendredi, la maire a inauguré la médiathèque.", "la maire a inauguré la médiathèque"),
        ("La maire a inauguré la médiathèque, qui compte deux étages.", "La maire a inauguré la médiathèque"),
        ("La maire a inauguré la médiathèque, évoquant un jour de fête.", ""),
        ("La maire a fermé le pont, provoquant un embouteillage.", "La maire a fermé le pont"),
        ("La maire a fermé le pont, dans le cadre d’une opération de contrôle.", "La maire a fermé le pont"),
        ("La maire a également fermé le pont.", "La maire a fermé le pont"),
        ("La région, quant à elle, a financé les travaux.", "La région a financé les travaux"),
        ("La société nationale (SN) a financé les travaux.", "La société nationale a financé les travaux"),
        ("Le préfet a annoncé vendredi la fermeture du pont.", "Le préfet a annoncé la fermeture du pont"),
        ("Le pont a été fermé ce mardi par la mairie.", "Le pont a été fermé par la mairie"),
        ("Le pont a été fermé vendredi.", "Le pont a été fermé"),
        ("En outre, le préfet dirige la police.", "le préfet dirige la police"),
        ("Vers 7 h 20, le préfet a fermé le pont.", "le préfet a fermé le pont"),
        ("Le préfet a ensuite fermé le pont.", "Le préfet a fermé le pont"),
        ("Le préfet dirige aussi la police.", "Le préfet dirige la police"),
        ("Claire Morel, 42 ans, a fermé le pont.", "Claire Morel a fermé le pont"),
        ("Le préfet a fermé un pont à Marseille, dans le sud de la France.", "Le préfet a fermé un pont à Marseille"),
        ("Le préfet a fermé le pont, en présence de la maire.", "Le préfet a fermé le pont"),
        ("Le préfet a réuni les élus, jeudi soir, avec la maire.", "Le préfet a réuni les élus avec la maire"),
    ],
)
def test_what_falls(text: str, expected: str) -> None:
    assert expected in shorter(text) if expected else shorter(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le pont qui date de 1930 a été fermé.",
        "Le pont, selon la mairie, a été fermé.",
        "Le pont a été fermé, selon la mairie.",
        "Le préfet fermera le pont, si la crue monte.",
        "Le préfet a fermé le pont, sauf aux piétons.",
        "Le préfet, la maire et le juge ont fermé le pont.",
        "Le maire, Paul Vasseur, a fermé le pont.",
        "En 2015, le préfet a fermé le pont.",
        "Depuis vendredi, le préfet a fermé le pont.",
        "En Suisse, le gouvernement a fermé le pont.",
        "Le suspect, qui aurait avoué, a été libéré.",
        "Le pont, sans lequel la ville est isolée, a été fermé.",
        "C’est le préfet, nommé en mars, qui a fermé le pont.",
        "Le préfet a fermé le pont, qui a coûté cher, selon la mairie.",
        "La région a connu un accident, qui a tout changé, comme une crue.",
        "Au Sénat, Marie Dupont a reçu les élus.",
        "Lors d’une réunion, le préfet a fermé le pont.",
        "La loi (controversée) a été votée.",
        "Le préfet a fermé le pont, alors que la crue montait.",
        "Le préfet a fermé le pont, lors de la crue.",
        "Le préfet a fermé le pont, ce que la mairie dément.",
        "Le préfet a de nouveau fermé le pont.",
        "Le préfet est aussi grand que la maire.",
        "Le préfet ferme le pont ainsi que la gare.",
        "Le pont a été fermé le 5 mars 1930.",
        "La réunion a été fixée vendredi.",
        "Cependant, le préfet dirige la police.",
        "Dès 7 h 20, le préfet a fermé le pont.",
        "Le préfet réunira les élus, jeudi soir, avec la maire.",
        "Le préfet a fermé le pont, pour la mairie.",
        "Le préfet a annoncé une baisse des ventes, en prenant en compte les achats.",
        "Il faut remonter à la crue de mai, pour retrouver une telle hausse.",
        "Le préfet (en poste à Lens) a fermé le pont.",
        "La préfecture a fermé trois ponts : un pont de pierre, construit en 1900, et deux ponts de bois.",
    ],
)
def test_what_never_falls(text: str) -> None:
    assert shorter(text) == []


def test_text_is_the_slice_without_the_edits() -> None:
    text = "Vendredi, Claire Morel, maire de Lourmel, a également inauguré la médiathèque (MT), qui compte deux étages."
    (clause,) = clauses_of(text, load())
    assert 3 < len(clause.shorter) <= 8
    assert [len(f.text) for f in clause.shorter] == sorted((len(f.text) for f in clause.shorter), reverse=True)
    for form in clause.shorter:
        kept, at = "", clause.span.start
        for edit in form.edits:
            assert edit.kind == "drop" and edit.after == "" and load().rule(edit.rule).kind == "compression" and edit.span.start >= at
            kept += text[at : edit.span.start]
            at = edit.span.end
        assert kept + text[at : clause.span.end] == form.text
    assert clause.shorter[-1].text == "Claire Morel a inauguré la médiathèque"


def test_a_quote_is_never_touched() -> None:
    text = "La maire a évoqué « une fête, qui compte, pour la ville »."
    assert all("« une fête, qui compte, pour la ville »" in form for form in shorter(text))


def test_nothing_is_left_hanging_by_a_cut() -> None:
    from seo_fr.analyse.compressions import _STRANDED

    for text in ("La France a connu la même chose, notamment", "Un homme a été blessé au soir", "Une tribune a été installée, ainsi que l’association"):
        assert _STRANDED.search(text)
    for text in ("Un homme a été blessé hier au soir", "La France, notamment le Nord, est touchée", "Le maire ainsi que l’adjoint sont venus"):
        assert not _STRANDED.search(text)
