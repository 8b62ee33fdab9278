"""The editor's hand: it wins, survives, is checked like any other text, and says what it no longer finds."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from seo_fr.batch import read_source
from seo_fr.errors import Refused
from seo_fr.ids import base_id
from seo_fr.ledger import ledger_lines, places
from seo_fr.model import Block, Copied, Edit, Edited, Finding, Page, Passage, Span
from seo_fr.options import Options
from seo_fr.overrides import Overrides, apply, beside, prepared, read_overrides
from seo_fr.propose.candidate import variant
from seo_fr.publish import SCHEMA_PATH, to_html, to_json, to_markdown
from seo_fr.rewrite import write_page
from tests.processes import CORPUS, run

SOURCE = str(CORPUS / "tempete-littoral" / "article.txt")
OPTIONS = Options(grammar=False)


def hand(tmp_path: Path, text: str) -> Overrides:
    path = tmp_path / "article.overrides.yaml"
    path.write_text(text, encoding="utf-8")
    return read_overrides(path)


def page_of(found: Overrides | None = None, watch: Any = None) -> Page:
    options = replace(OPTIONS, overrides=found, keyphrase=found.keyphrase if found else None, title=found.title if found else None)
    return write_page(read_source(SOURCE, options.title, None), options, None, watch)


@pytest.fixture(scope="module")
def untouched() -> tuple[Page, Any]:
    seen: dict[str, Any] = {}
    return page_of(watch=seen.__setitem__), seen["candidates"]


def block(page: Page, kind: str) -> tuple[Passage, ...]:
    return next((found.passages for found in page.blocks if found.kind == kind), ())


def rules(page: Page) -> dict[str, Finding]:
    return {finding.rule: finding for finding in page.findings}


def test_reject_gives_way_to_the_next(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    page, _ = untouched
    gone = {page.title_tag.id, block(page, "introduction")[0].id, block(page, "keypoints")[0].id}
    new = page_of(hand(tmp_path, "reject: [" + ", ".join(sorted(gone)) + "]\n"))
    assert not gone & {passage.id for _, passage in places(new)}
    assert new.title_tag.text and len(block(new, "keypoints")) >= 3
    assert "retouche-sans-passage" not in rules(new)


def test_pin_wins(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    page, candidates = untouched
    chosen = {passage.id for _, passage in places(page)}
    pins = []
    for place in ("title_tag", "h2:section:0", "keypoints", "introduction"):
        losers = [candidate for candidate in candidates.at(place) if not {passage.id for passage in candidate.passages} & chosen]
        pins += [losers[len(losers) // 2].passages[0].id] if losers else []
    assert len(pins) >= 2
    new = page_of(hand(tmp_path, f"pin: [{', '.join(pins)}]\n"))
    on_page = {passage.id for _, passage in places(new)}
    told = {finding.place: finding.message for finding in new.findings if finding.rule == "epingle-non-tenue"}
    for pin in pins:  # on the page, or refused by the checks, which is said
        assert pin in on_page or "contrôles" in told[pin], told
    assert set(pins) & on_page


def test_replaced_text_is_the_editors_and_survives(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    page, _ = untouched
    old = block(page, "introduction")[0]
    text = "Des rafales de 137 km/h ont ete enregistrees : voir plus bas"
    found = hand(tmp_path, f'by: Ana Petit\ndate: 2024-05-17\nreplace:\n  - id: {old.id}\n    text: "{text}"\n')
    new = page_of(found)
    mine = block(new, "introduction")[0]
    assert mine.id == old.id and mine.text.startswith("Des rafales de 137\u00a0km/h") and "\u00a0: voir" in mine.text
    assert mine.origin == Edited("Ana Petit", "2024-05-17", old.text, getattr(old.origin, "template", ""))
    assert page_of(found) == new
    from seo_fr.check.fidelity import count_words

    assert new.word_count == count_words(new) and "fidelite-longueur" not in rules(new)
    entry = next(json.loads(line) for line in ledger_lines(new) if json.loads(line)["id"] == old.id)
    assert (entry["operation"], entry["by"], entry["date"], entry["replaces"]) == ("editor", "Ana Petit", "2024-05-17", old.text)
    data = json.loads(to_json(new))
    jsonschema.validate(data, json.loads(SCHEMA_PATH.read_text(encoding="utf-8")))
    assert data["fingerprint"]["option:overrides"] == found.sha256
    assert mine.text in to_markdown(new) and "137" in to_html(new)


@pytest.mark.parametrize(
    ("text", "violation"),
    [
        ("Des rafales de 138 km/h ont été enregistrées.", True),
        ("Le ministre Jean Durand a démissionné mardi à Paris.", True),
        ("La moitié des foyers ont été réalimentés dans la nuit.", True),
        ("Des rafales de 137 km/h ont été enregistrées.", False),
    ],
)
def test_replaced_text_is_checked_like_any_other(tmp_path: Path, untouched: tuple[Page, Any], text: str, violation: bool) -> None:
    page, _ = untouched
    old = block(page, "introduction")[0]
    new = page_of(hand(tmp_path, f'by: Ana\nreplace:\n  - {{id: {old.id}, text: "{text}"}}\n'))
    mine = [finding for finding in new.findings if finding.place == old.id and finding.rule.startswith("fidelite-") and finding.severity == "error"]
    assert bool(mine) is violation, mine


def test_heads_and_headings(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    page, _ = untouched
    second = [found for found in page.blocks if found.kind == "section"][-1]
    found = hand(
        tmp_path,
        "by: Ana\nkeyphrase: rafales\nh1: Ma une\ntitle_tag: Ma balise\ndescription: Ma description.\n"
        f"headings:\n  - {{before: {second.passages[0].id}, text: Mon intertitre}}\n  - {{before: body-paragraph-000000000000, text: Perdu}}\n",
    )
    new = page_of(found)
    assert (new.keyphrase.text, new.h1.text, new.title_tag.text, new.description.text) == ("rafales", "Ma une", "Ma balise", "Ma description.")
    headings = [one.heading.text for one in new.blocks if one.kind == "section" and one.heading is not None]
    assert "Mon intertitre" in headings
    assert "Perdu" in rules(new)["retouche-sans-passage"].message


def test_what_is_no_longer_there_is_told(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    page, candidates = untouched
    chosen = {passage.id for _, passage in places(page)}
    loser = next(candidate for candidate in candidates.at("keypoints")[::-1] if not {passage.id for passage in candidate.passages} & chosen)
    body = block(page, "section")[0].id
    new = page_of(
        hand(tmp_path, f"by: Ana\npin: [a-b-000000000001]\nreject: [a-b-000000000002, {body}]\nreplace:\n  - {{id: a-b-000000000003, text: X}}\n  - {{id: {loser.passages[0].id}, text: Y}}\n")
    )
    told = [(finding.rule, finding.place, finding.severity) for finding in new.findings if finding.rule in ("retouche-sans-passage", "epingle-non-tenue", "rejet-impossible")]
    assert sorted(told) == sorted(
        [
            ("epingle-non-tenue", "a-b-000000000001", "warning"),
            ("rejet-impossible", body, "warning"),
            ("retouche-sans-passage", "a-b-000000000002", "warning"),
            ("retouche-sans-passage", "a-b-000000000003", "warning"),
            ("retouche-sans-passage", loser.passages[0].id, "warning"),
        ]
    )
    messages = {finding.place: finding.message for finding in new.findings}
    assert "n’existe plus" in messages["a-b-000000000003"] and "n’est plus choisi" in messages[loser.passages[0].id]


def test_an_empty_file_changes_nothing(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    new = page_of(hand(tmp_path, "# rien encore\n"))
    assert replace(new, fingerprint=()) == replace(untouched[0], fingerprint=())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rejet: [a]", "clé « rejet » inconnue"),
        ("- a", "une suite de « clé: valeur »"),
        ("pin: a", "« pin » est une liste"),
        ("pin: [{a: b}]", "liste d’identifiants"),
        ("pin: [a]\nreject: [a]", "à la fois épinglé et rejeté"),
        ("replace:\n  - {id: a, text: b}", "« by » dit qui"),
        ("by: A\nreplace:\n  - {id: a}", "un remplacement a « id » et « text »"),
        ("by: A\nreplace:\n  - {id: a, text: ' '}", "est vide"),
        ("by: A\nreplace:\n  - {id: a, text: b}\n  - {id: a, text: c}", "remplacé deux fois"),
        ("by: [A]", "« by » est un texte"),
        ("pin: [a\n", "YAML illisible"),
        ("pin: [a]\npin: [b]", "donnée deux fois"),
    ],
)
def test_faulty_files_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        hand(tmp_path, text)
    assert said in refusal.value.finding.message and "article.overrides.yaml" in refusal.value.finding.message


def test_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "vote.overrides.yaml").write_text("keyphrase: du fichier\ntitle: T\n", encoding="utf-8")
    assert beside(str(tmp_path / "vote.txt")) == tmp_path / "vote.overrides.yaml"
    assert beside(str(tmp_path / "autre.txt")) is None and beside("-") is None
    given = prepared(str(tmp_path / "vote.txt"), replace(OPTIONS, keyphrase="de la commande"))
    assert (given.keyphrase, given.title) == ("de la commande", "T")
    with pytest.raises(Refused, match="ne peut pas être lu"):
        prepared(SOURCE, OPTIONS, str(tmp_path / "absent.yaml"))


def test_snapshots_keep_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from seo_fr.snapshot import Store, Writer, accept, data_of, regress, snapshot

    monkeypatch.delenv("CI", raising=False)
    source = tmp_path / "tempete.txt"
    shutil.copy(SOURCE, source)
    file = tmp_path / "tempete.overrides.yaml"
    file.write_text("by: Ana\nkeyphrase: rafales\n", encoding="utf-8")
    store = Store(tmp_path / "pages")
    with Writer(data_of(None)) as writer:
        snapshot(store, (str(source),), OPTIONS, writer)
        assert regress(store, writer, (str(source),)).code == 0
        file.write_text("by: Ana\nkeyphrase: tempête\n", encoding="utf-8")
        found = regress(store, writer, (str(source),))
        assert found.code == 1 and {cause.kind for item in found.pages[0].differences for cause in item.causes} == {"source"}
        accept(store, writer, ("tempete",), "autre expression", "Ana", sources=(str(source),))
        assert regress(store, writer, (str(source),)).code == 0


def test_strict_refuses_an_unfaithful_hand(tmp_path: Path) -> None:
    source = tmp_path / "article.txt"
    shutil.copy(SOURCE, source)
    (tmp_path / "article.overrides.yaml").write_text("by: Ana\nh1: Des rafales de 250 km/h ont été enregistrées\n", encoding="utf-8")
    plain = run("write", source, "--no-grammar")
    assert plain.returncode == 1 and "250" in plain.stdout.decode() and "fidelite-" in plain.stderr.decode()
    strict = run("write", source, "--no-grammar", "--strict")
    assert strict.returncode == 2 and strict.stdout == b"" and "--strict" in strict.stderr.decode()


def test_a_passage_said_otherwise_is_the_same_passage(tmp_path: Path, untouched: tuple[Page, Any]) -> None:
    """A person introduced or a pronoun put makes another id, «…+1a2b»: what the editor says of either holds for both."""
    plain = Passage("keypoints-bullet-0123456789ab", "bullet", "Anne Morel a refusé.", Copied(Span(0, 20), ()))
    said = variant(plain, "Anne Morel, présidente de la régie, a refusé.", Copied(Span(0, 20), (Edit("reference", "personne-presentee", Span(10, 10), ", présidente de la régie,"),)))
    again = variant(said, "Elle a refusé.", Copied(Span(0, 20), (Edit("reference", "reprise", Span(0, 10), "Elle"),)))
    assert said.id.startswith(plain.id + "+") and again.id.startswith(plain.id + "+") and said.id != again.id
    assert {base_id(said.id), base_id(again.id), base_id(plain.id)} == {plain.id}
    page = replace(untouched[0], blocks=(Block("keypoints", (said,)),))
    for name in (plain.id, again.id):
        found = apply(page, hand(tmp_path, f"by: Léa\nreplace:\n  - {{id: {name}, text: Anne Morel refuse.}}\n"))
        assert [passage.text for passage in block(found, "keypoints")] == ["Anne Morel refuse."]
