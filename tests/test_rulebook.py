"""Loading of rules and templates: every fault of form is found, named with its place, and mendable."""

from __future__ import annotations

from pathlib import Path

import pytest

from seo_fr.errors import InvalidRulebook
from seo_fr.rulebook import read_yaml
from seo_fr.rulebook.load import load, read_rulebook

RULE = """\
- id: {id}
  kind: {kind}
  why: Parce que.
  data: {{phrases: ["force est de constater"]}}
  examples:
    fires: ["Force est de constater."]
    spares: ["Il pleut."]
"""
TEMPLATE = """\
frame: clause
needs: [sujet]
examples:
  - given: {{sujet: le maire}}
    text: Le maire
---
{body}
"""


def folders(root: Path, rules: str = "", template: str = "") -> tuple[Path, Path]:
    (root / "rules").mkdir()
    (root / "templates" / "h2").mkdir(parents=True)
    if rules:
        (root / "rules" / "a.yaml").write_text(rules, encoding="utf-8")
    if template:
        (root / "templates" / "h2" / "a.j2").write_text(template, encoding="utf-8")
    return root / "rules", root / "templates"


def test_yaml_scalars_stay_strings() -> None:
    assert read_yaml("a: on\nb: no\nc: 12:30\nd: 1.10", "x") == {"a": "on", "b": "no", "c": "12:30", "d": "1.10"}


@pytest.mark.parametrize("text", ["a: 1\na: 2", "a: [1", "a: &x 1\nb: *x", "\ta: 1"])
def test_bad_yaml_names_its_line(text: str) -> None:
    with pytest.raises(InvalidRulebook, match=r"x\.yaml:\d+ : "):
        read_yaml(text, "x.yaml")


def test_good_rule_and_template(tmp_path: Path) -> None:
    book, findings = read_rulebook(*folders(tmp_path, RULE.format(id="un", kind="padding"), TEMPLATE.format(body="{{ sujet | majuscule }}")))
    assert findings == ()
    assert [rule.id for rule in book.rules] == ["un"]
    assert book.template("h2/a").needs == ("sujet",)
    assert book.for_role("h2") == (book.template("h2/a"),)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (RULE.format(id="Un", kind="padding"), "minuscules"),
        (RULE.format(id="un", kind="paddin"), "Vouliez-vous dire « padding »"),
        (RULE.format(id="un", kind="padding") * 2, "déjà pris"),
        (RULE.format(id="un", kind="padding").replace("why: Parce que.", "whi: x"), "Vouliez-vous dire « why »"),
        (RULE.format(id="un", kind="padding").replace("phrases", "phrase"), "a besoin de « phrases »"),
        (RULE.format(id="un", kind="padding").replace('fires: ["Force est de constater."]', "fires: []"), "au moins un exemple"),
        ("a: 1", "est une liste"),
        ("- a\n- b", "clé: valeur"),
    ],
)
def test_bad_rule(tmp_path: Path, rules: str, expected: str) -> None:
    findings = read_rulebook(*folders(tmp_path, rules))[1]
    assert any(expected in finding.message for finding in findings), findings
    assert all(finding.place.startswith("rules/a.yaml:") for finding in findings)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (TEMPLATE.format(body="{{ sujet | majuscul }}"), "filtre « majuscul » inconnu"),
        (TEMPLATE.format(body="{{ verbe }}"), "annonce sujet ; le texte emploie verbe"),
        (TEMPLATE.format(body="{% for x in sujet %}{{ x }}{% endfor %}"), "« For » n’est pas permis"),
        (TEMPLATE.format(body="{% set x = sujet %}{{ x }}"), "« Assign » n’est pas permis"),
        (TEMPLATE.format(body="{{ sujet.__class__ }}"), "« Getattr » n’est pas permis"),
        (TEMPLATE.format(body="{{ sujet"), "syntaxe Jinja"),
        (TEMPLATE.format(body="{{ sujet }}\nune autre"), "une seule phrase"),
        ("frame: clause\nneeds: [sujet]\n", "une ligne « --- »"),
        (TEMPLATE.format(body="{{ sujet }}").replace("frame", "fram"), "Vouliez-vous dire « frame »"),
        (TEMPLATE.format(body="{{ sujet }}").replace("needs: [sujet]", "needs: sujet"), "écrivez « needs: [sujet] »"),
        (TEMPLATE.format(body="{{ sujet }}").replace("frame: clause", "frame: [clause]"), "« frame » est un texte"),
        (TEMPLATE.format(body="{{ sujet }}").replace("frame: clause", "frame: clause\nkinds: say"), "écrivez « kinds: [say] »"),
        (TEMPLATE.format(body="{{ sujet }}").replace("needs: [sujet]", "needs: [[sujet]]"), "une liste de mots"),
        (TEMPLATE.format(body="{{ sujet }}").replace("text: Le maire", "text: [Le maire]"), "un exemple a deux clés"),
    ],
)
def test_bad_template(tmp_path: Path, template: str, expected: str) -> None:
    findings = read_rulebook(*folders(tmp_path, template=template))[1]
    assert any(expected in finding.message for finding in findings), findings


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    rules, templates = folders(tmp_path, RULE.format(id="Un", kind="padding"), TEMPLATE.format(body="{{ verbe }}"))
    with pytest.raises(InvalidRulebook) as caught:
        load(rules, templates)
    assert len(caught.value.findings) == 2
