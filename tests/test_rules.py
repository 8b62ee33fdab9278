"""The examples of every rule and every template: one test each."""

from __future__ import annotations

import pytest

from seo_fr.rulebook import Rule, Template, load
from seo_fr.rulebook.examples import check_rule, check_template


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.id)
def test_examples_of_rule(rule: Rule) -> None:
    assert check_rule(rule, load()) == ()


@pytest.mark.parametrize("template", load().templates, ids=lambda template: template.id)
def test_examples_of_template(template: Template) -> None:
    assert check_template(template) == ()
