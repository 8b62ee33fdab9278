"""Which nouns make a heading: the lists of rules/intertitres.yaml, read in one place."""

from __future__ import annotations

import pytest

from seo_fr.propose.heading_words import is_event, is_named, opens_with_body


@pytest.mark.parametrize("noun", ["grève", "licenciement", "sauvetage", "collision"])
def test_what_happens_is_an_event(noun: str) -> None:
    assert is_event(noun)


@pytest.mark.parametrize("noun", ["bâtiment", "village", "pont"])
def test_a_thing_is_none_though_it_ends_like_one(noun: str) -> None:
    assert not is_event(noun)


def test_roles_and_plurals() -> None:
    assert is_named("actor", "syndicat") and is_named("place", "quartiers") and is_named("kin", "mère") and is_named("quantity", "dizaines")
    assert not is_named("actor", "grève") and not is_named("vague", "collision")


def test_a_body_opens_the_phrase() -> None:
    assert opens_with_body("l’association des riverains") and opens_with_body("la régie des eaux")
    assert not opens_with_body("le chantier du pont") and not opens_with_body("portail du parc")
