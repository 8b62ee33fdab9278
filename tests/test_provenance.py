"""The ledger and its exports: whole, in the shape their owners define, same bytes twice; and ``verify`` as a command."""

from __future__ import annotations

import hashlib
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import html5lib
import jsonschema
import pytest

from seo_fr.batch import read_source
from seo_fr.errors import Refused
from seo_fr.ledger import ledger_lines, places
from seo_fr.model import Article, Block, Copied, Edited, Keyphrase, Page, Paragraph, Passage, Slot, Span, Templated
from seo_fr.options import Options
from seo_fr.provenance import operation, passages, read_page, to_prov, to_schema
from seo_fr.publish import SCHEMA_PATH, to_json, to_markdown
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load
from seo_fr.verification import form_of, verify_files
from tests.processes import CORPUS, run

SOURCE = CORPUS / "accusation-espionnage" / "article.txt"
RELATIONS = {
    "wasGeneratedBy": {"prov:entity": "entity", "prov:activity": "activity"},
    "used": {"prov:activity": "activity", "prov:entity": "entity"},
    "wasDerivedFrom": {"prov:generatedEntity": "entity", "prov:usedEntity": "entity"},
    "wasAttributedTo": {"prov:entity": "entity", "prov:agent": "agent"},
    "wasAssociatedWith": {"prov:activity": "activity", "prov:agent": "agent"},
    "wasInfluencedBy": {"prov:influencee": "entity", "prov:influencer": "entity"},
    "hadMember": {"prov:collection": "entity", "prov:entity": "entity"},
}


@pytest.fixture(scope="module")
def page() -> Page:
    return write_page(read_source(str(SOURCE), None, None), Options(grammar=False))


@pytest.fixture(scope="module")
def data(page: Page) -> dict[str, Any]:
    return dict(json.loads(to_json(page)))


def test_the_ledger_accounts_for_every_passage(page: Page) -> None:
    entries = [json.loads(line) for line in ledger_lines(page)]
    assert [(entry["place"], entry["id"]) for entry in entries] == [(place, passage.id) for place, passage in places(page)]
    text = page.article.text
    for entry in entries:
        assert entry["operation"] in ("copied", "edited", "templated", "editor") and entry["sha256"] == hashlib.sha256(entry["text"].encode()).hexdigest()
        spans = entry.get("source") or [span for slot in entry.get("slots", ()) for span in slot["source"]]
        wordless = bool(entry.get("template")) and not load().template(entry["template"]).needs  # « Quelle peine a été prononcée ? »: all its words are the template's
        approved = [slot["glossary"] for slot in entry.get("slots", ()) if slot["glossary"]]  # a definition has no words of the article: its entry vouches for it
        assert spans or entry["role"] == "slug" or wordless or approved
        assert {name for name in approved if name.startswith("repere-")} <= {rule["id"] for rule in entry["rules"] if rule["sha256"]}
        for span in spans:
            assert span["sha256"] == hashlib.sha256(text[span["start"] : span["end"]].encode()).hexdigest()
        if entry.get("template"):
            template = load().template(entry["template"])
            assert (entry["template_sha256"], entry["approver"]) == (template.sha256, template.approver)
        known = {rule.id for rule in load().rules}
        assert all((len(rule["sha256"]) == 64) == (rule["id"] in known) for rule in entry["rules"])
    assert any(entry.get("template") for entry in entries) and any(entry["operation"] == "copied" or entry["operation"] == "edited" for entry in entries)


def test_the_json_has_it_too(data: dict[str, Any]) -> None:
    jsonschema.validate(data, json.loads(SCHEMA_PATH.read_text(encoding="utf-8")))
    used = {item["origin"]["template"] for _, item in passages(data) if item["origin"].get("template")}
    assert used == set(data["ledger"]["templates"]) and all(len(made["sha256"]) == 64 for made in data["ledger"]["templates"].values())


def test_another_template_another_hash(page: Page) -> None:
    """The hash told is that of the rulebook in use, not of the first one seen."""
    from dataclasses import replace

    from seo_fr.rulebook import using

    book = load()
    other = replace(book, templates=tuple(replace(template, sha256="0" * 64) for template in book.templates))
    before = json.loads(to_json(page))["ledger"]["templates"]
    with using(other):
        assert {made["sha256"] for made in json.loads(to_json(page))["ledger"]["templates"].values()} == {"0" * 64}
    assert json.loads(to_json(page))["ledger"]["templates"] == before


def test_prov_json_has_the_shape_of_the_submission(data: dict[str, Any]) -> None:
    found = json.loads(to_prov(data))
    assert to_prov(data) == to_prov(json.loads(json.dumps(data)))
    assert set(found) <= {"prefix", "entity", "activity", "agent", *RELATIONS}
    prefixes = set(found["prefix"]) | {"prov"}
    for table in ("entity", "activity", "agent"):
        for name, attributes in found[table].items():
            assert name.partition(":")[0] in prefixes and " " not in name
            assert all(key.partition(":")[0] in prefixes for key in attributes)
            assert attributes["prov:type"]["type"] == "prov:QUALIFIED_NAME"
    for relation, ends in RELATIONS.items():
        for name, attributes in found.get(relation, {}).items():
            assert name.startswith("_:") and set(attributes) == set(ends)
            for end, table in ends.items():
                assert attributes[end] in found[table], (relation, attributes)
    texts = {attributes.get("prov:value") for name, attributes in found["entity"].items() if name.startswith("passage:")}
    assert texts == {item["text"] for _, item in passages(data)}


def test_prov_json_is_read_by_the_prov_library(data: dict[str, Any]) -> None:
    model = pytest.importorskip("prov.model")
    document = model.ProvDocument.deserialize(StringIO(to_prov(data)), format="json")
    again = json.loads(document.serialize(format="json"))
    assert len(again["entity"]) == len(json.loads(to_prov(data))["entity"])


def _edited() -> Page:
    text = "Titre\n\nUn fait a été établi lundi."
    article = Article(text, Span(0, 5), (Paragraph(Span(7, len(text))),), (("url", "https://exemple.fr/a"),))
    copied = Passage("body-paragraph-1", "paragraph", text[7:], Copied(Span(7, len(text))))
    head = Passage("head-h1-1", "h1", "Titre", Copied(Span(0, 5)))
    slot = Slot("cle", "fait", (Span(10, 14),))
    made = Passage("introduction-sentence-1", "sentence", "Le fait.", Templated("essai/absent", (slot,)))
    mine = Passage("keypoints-bullet-1", "bullet", "Un fait établi.", Edited("Ana Petit", "2024-05-17", "Un fait."))
    blocks = (Block("introduction", (made,)), Block("keypoints", (mine,)), Block("section", (copied,), None, 0))
    return Page(head, head, head, Passage("head-slug-1", "slug", "titre", Templated("", (), "slug")), Keyphrase("fait", 1.0, ()), (), blocks, 9, article)


def test_schema_org_and_iptc() -> None:
    data = json.loads(to_json(_edited()))
    found = json.loads(to_schema(data))
    assert found["digitalSourceType"] == "https://schema.org/CompositeDigitalSource"
    assert found["isBasedOn"] == {"@type": "CreativeWork", "identifier": f"sha256:{data['source']['sha256']}", "url": "https://exemple.fr/a"}
    types = {part["identifier"]: (part.get("digitalSourceType"), part.get("Iptc4xmpExt:DigitalSourceType")) for part in found["hasPart"]}
    iptc = "http://cv.iptc.org/newscodes/digitalsourcetype/"
    assert types["introduction-sentence-1"] == ("https://schema.org/DataDrivenMediaDigitalSource", {"@id": iptc + "dataDrivenMedia"})
    assert types["keypoints-bullet-1"] == ("https://schema.org/MinorHumanEditsDigitalSource", {"@id": iptc + "humanEdits"})
    assert types["body-paragraph-1"] == (None, None)
    (mine,) = [part for part in found["hasPart"] if part["identifier"] == "keypoints-bullet-1"]
    assert (mine["editor"], mine["dateModified"]) == ({"@type": "Person", "name": "Ana Petit"}, "2024-05-17")
    prov = json.loads(to_prov(data))
    assert prov["agent"]["agent:Ana-Petit"]["prov:label"] == "Ana Petit"
    assert operation({"kind": "copied", "edits": [{"kind": "drop"}]}) == "edited" and operation({"kind": "copied", "edits": [{"kind": "typography"}]}) == "copied"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"source": {}}', "null"])
def test_what_is_no_page(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.json").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="n’est pas une page"):
        read_page(str(tmp_path / "p.json"))
    with pytest.raises(Refused, match="ne peut pas être lu"):
        read_page(str(tmp_path / "absent.json"))


# -------------------------------------------------------------------------------------------------------------------- verify


def test_our_own_page_is_faithful_and_a_planted_fault_is_not(page: Page, tmp_path: Path) -> None:
    text = to_markdown(page)
    (tmp_path / "p.md").write_text(text, encoding="utf-8")
    (tmp_path / "l.jsonl").write_text("".join(line + "\n" for line in ledger_lines(page)), encoding="utf-8")
    assert verify_files(str(tmp_path / "p.md"), str(SOURCE), str(tmp_path / "l.jsonl")).faithful
    number = re.search(r"9 avril", text)
    assert number is not None
    (tmp_path / "p.md").write_text(text.replace("9 avril", "8 avril"), encoding="utf-8")
    assert not verify_files(str(tmp_path / "p.md"), str(SOURCE)).faithful


def test_forms_of_pages() -> None:
    assert [form_of(*pair) for pair in (("a.md", ""), ("a.HTML", ""), ("a.txt", ""), ("a", " <p>"), ("a", "# T"))] == ["md", "html", "text", "html", "md"]


@pytest.mark.parametrize(("name", "text", "said"), [("vide.md", " \n", "est vide"), ("absent.md", None, "ne peut pas être lu")])
def test_what_cannot_be_verified(tmp_path: Path, name: str, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=said):
        verify_files(str(tmp_path / name), str(SOURCE))


def test_commands(page: Page, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(to_json(page), encoding="utf-8")
    for form in ("prov", "schema"):
        done = run("ledger", tmp_path / "p.json", "--as", form)
        assert done.returncode == 0 and json.loads(done.stdout)
    (tmp_path / "p.txt").write_text("Le ministre Jean Durand a démissionné mardi à Rome.\n", encoding="utf-8")
    done = run("verify", tmp_path / "p.txt", "--source", SOURCE, "--html", tmp_path / "v.html")
    assert done.returncode == 1 and "sans appui" in done.stdout.decode()
    html5lib.HTMLParser(strict=True).parse((tmp_path / "v.html").read_text(encoding="utf-8"))
    again = run("verify", tmp_path / "p.txt", "--source", SOURCE, "--json")
    assert again.returncode == 1 and json.loads(again.stdout)["faithful"] is False
    (tmp_path / "l.jsonl").write_text("pas du JSON\n", encoding="utf-8")
    refused = run("verify", tmp_path / "p.txt", "--source", SOURCE, "--ledger", tmp_path / "l.jsonl")
    assert refused.returncode == 2 and "l.jsonl:1" in refused.stderr.decode()
