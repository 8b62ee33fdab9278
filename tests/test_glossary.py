"""The glossary: approved text word for word, where the article names the thing and the date allows it; every fault of the file at path:line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.errors import InvalidRulebook
from seo_fr.fingerprint import fingerprint
from seo_fr.model import Analysis, Article, GlossaryEntry, Paragraph, Passage, Slot, Span, Templated
from seo_fr.options import Options
from seo_fr.propose.glossary import glossary, unused
from seo_fr.rulebook import load
from seo_fr.rulebook.glossary import read_glossary

OTAN = GlossaryEntry("otan", "OTAN", ("Alliance atlantique",), "L’OTAN compte trente-deux membres.", "OTAN", "Claire Martin", path="g/glossaire.yaml", line=4)
GOOD = """\
- id: otan
  term: OTAN
  variants: [Alliance atlantique]
  text: L’OTAN compte trente-deux membres.
  source: OTAN.
  approver: Claire Martin
  valid_from: 2024-03-07
  valid_until: 2026-12-31
"""


def article(body: str = "Le sommet de l'Alliance atlantique s’ouvre mardi.", date: str = "") -> Article:
    text = "Un titre\n\n" + body
    return Article(text, Span(0, 8), (Paragraph(Span(10, len(text))),), (("date", date),) if date else ())


def made(source: Article, entry: GlossaryEntry = OTAN) -> list[Passage]:
    return [item for candidate in glossary(Analysis(source, source.paragraphs, (), ()), load(), (entry,), "cle") for item in candidate.passages]


def test_a_named_term_gives_its_text_and_source() -> None:
    (item,) = made(article())
    assert item.text == "L’OTAN compte trente-deux membres. (Source : OTAN.)".replace(" :", "\u00a0:")
    assert isinstance(item.origin, Templated)
    assert {slot.reference for slot in item.origin.slots} == {"glossary:otan"}
    assert check_passage(item, article(), load(), (OTAN,)) == ()


@pytest.mark.parametrize("body", ["Le sommet s’ouvre.", "Les otans sont là.", "Il a dit otan.", "Le pré-OTAN."])
def test_a_term_not_named_gives_nothing(body: str) -> None:
    assert made(article(body)) == []


@pytest.mark.parametrize(
    ("since", "until", "date", "used"),
    [
        ("", "", "", True),
        ("2024-01-01", "", "", False),
        ("2024-01-01", "2024-12-31", "2024-01-01", True),
        ("2024-01-01", "2024-12-31", "2024-12-31", True),
        ("2024-01-01", "2024-12-31", "2023-12-31", False),
        ("2024-01-01", "2024-12-31", "2025-01-01", False),
        ("", "2024-12-31", "2025-01-01T08:00", False),
    ],
)
def test_validity(since: str, until: str, date: str, used: bool) -> None:
    entry, source = replace(OTAN, valid_from=since, valid_until=until), article(date=date)
    assert bool(made(source, entry)) is used
    found = unused(source, (entry,))
    assert [finding.severity for finding in found] == ([] if used else ["info"])
    if not used:
        assert "glossaire.yaml:4" in found[0].message
        fine = made(article(), OTAN)[0]
        assert check_passage(fine, source, load(), (entry,))


def slot(name: str, text: str, entry: str = "otan") -> Slot:
    return Slot(name, text, reference=f"glossary:{entry}")


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("L’OTAN compte trente-trois membres. (Source : OTAN.)", (slot("definition", "L’OTAN compte trente-trois membres."), slot("origine", "OTAN"))),
        ("L’OTAN compte trente-deux membres. (Source : ONU.)", (slot("definition", OTAN.text), slot("origine", "ONU"))),
        ("L’OTAN compte trente-deux membres. (Source : OTAN.)", (slot("definition", OTAN.text), slot("origine", "OTAN", "onu"))),
        ("L’OTAN compte trente-trois membres. (Source : OTAN.)", (slot("definition", OTAN.text), slot("origine", "OTAN"))),
    ],
)
def test_fidelity_refuses_any_other_word(text: str, slots: tuple[Slot, ...]) -> None:
    assert check_passage(Passage("p", "bullet", text, Templated("glossary/source", slots)), article(), load(), (OTAN,))


def test_fidelity_refuses_what_no_glossary_was_given_for() -> None:
    (item,) = made(article())
    assert check_passage(item, article(), load())
    assert check_passage(item, article("Le sommet s’ouvre mardi."), load(), (OTAN,))


def test_reading(tmp_path: Path) -> None:
    file = tmp_path / "glossaire.yaml"
    file.write_text("\ufeff" + GOOD, encoding="utf-8")
    (entry,) = read_glossary(file)
    assert (entry.id, entry.variants, entry.source, entry.valid_until, entry.line) == ("otan", ("Alliance atlantique",), "OTAN", "2026-12-31", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("approver: Claire Martin\n", "aprover: Claire Martin\n"), "Vouliez-vous dire « approver » ?"),
        (GOOD.replace("  source: OTAN.\n", ""), "« source » manque"),
        (GOOD.replace("2024-03-07", "7 mars 2024"), "une date comme"),
        (GOOD.replace("2024-03-07", "2024-02-30"), "une date comme"),
        (GOOD.replace("2024-03-07", "2027-03-07"), "vient avant"),
        (GOOD.replace("id: otan", "id: O.T.A.N"), "minuscules"),
        (GOOD + GOOD, "déjà pris"),
        (GOOD.replace("membres.", "membres"), "une phrase entière"),
        (GOOD.replace("L’OTAN compte", "« L’OTAN compte"), "«"),
        (GOOD.replace("[Alliance atlantique]", "Alliance"), "une liste de termes"),
        (GOOD.replace("membres.", "membres. " + "mot " * 90 + "."), "plus de 80 mots"),
        ("otan: x", "est une liste"),
        ("- otan", "clé: valeur"),
        ("- id: [", "YAML illisible"),
    ],
)
def test_faults_name_their_line(tmp_path: Path, text: str, expected: str) -> None:
    file = tmp_path / "glossaire.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRulebook, match=r"glossaire\.yaml:\d+ : ") as caught:
        read_glossary(file)
    assert any(expected in finding.message for finding in caught.value.findings)


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulebook, match="ne peut pas être lu"):
        read_glossary(tmp_path / "absent.yaml")


def test_the_glossary_is_in_the_fingerprint() -> None:
    def digest(entries: tuple[GlossaryEntry, ...]) -> str:
        return dict(fingerprint(load(), Options(glossary=entries), ""))["glossary"]

    assert digest(()) == "aucun"
    assert len({digest((OTAN,)), digest((replace(OTAN, text="Autre."),)), digest((replace(OTAN, approver="X"),)), digest(())}) == 4
    assert digest((OTAN,)) == digest((replace(OTAN, path="ailleurs.yaml", line=9),))


def test_the_example_of_the_document_is_read(tmp_path: Path) -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "glossaire.md").read_text(encoding="utf-8")
    file = tmp_path / "glossary.yaml"
    file.write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert [entry.id for entry in read_glossary(file)] == ["parquet", "otan-membres"]
    assert all(f"`{key}`" in text for key in ("id", "term", "variants", "text", "source", "approver", "valid_from", "valid_until"))
