"""Kinds and bounds of invented names, by the words around them."""

from __future__ import annotations

import pytest

from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.pipeline import parse
from seo_fr.model import Article, Paragraph, Span
from seo_fr.rulebook import load


def names(text: str) -> dict[str, str]:
    parsed = parse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    return {entity.name.of(text): entity.kind for entity in find_entities(parsed, load())}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le président du conseil régional de Provence-Alpes-Côte d'Azur a réagi.", "Provence-Alpes-Côte d'Azur", "place"),
        ("Le parti a tenu le congrès du Mans.", "Mans", "place"),
        ("Abou Mohammed al-Morelani annonce la rupture.", "Abou Mohammed al-Morelani", "person"),
        ("María Dolores de Cospela, secrétaire générale du parti, a réagi.", "María Dolores de Cospela", "person"),
        ("Le principal mouvement insurgé est le Terik-e-Brelan, qui compte cent hommes.", "Terik-e-Brelan", "organisation"),
        ("« Cela ne va pas », dit Luc Morel, qui représente le Snag au collège.", "Snag", "organisation"),
        ("La ville promet une antenne du Smul et une sage-femme.", "Smul", "organisation"),
        ("La Ve République a soixante ans.", "Ve République", "other"),
        ("Brelle : Massamba 24, Abgrall 15, Diarra 14, Lefranc 11, Pruvost 9, Kone 6.", "Lefranc", "person"),
    ],
)
def test_kinds_by_context(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


def test_numbers_at_the_head_of_a_sentence_are_no_names() -> None:
    assert not {"Quarante", "Douze"} & set(names("« Quarante lancers, c’est trop », dit Jean Morel. Douze morts sont à déplorer dans la ville."))
