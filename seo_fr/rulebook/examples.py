"""Runs the examples of rules and templates: the examples are the tests."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from seo_fr.model import Finding
from seo_fr.rulebook.frames import frame_fault
from seo_fr.rulebook.kinds import KINDS
from seo_fr.rulebook.load import Rule, Rulebook, Template

Runner = Callable[[Rule, Rulebook, str], bool]


def runner_of(kind: str) -> Runner:
    """Return the function that runs the examples of a kind of rule."""
    module, _, name = KINDS[kind].runner.partition(":")
    function: Runner = getattr(importlib.import_module(module), name)
    return function


def check_rule(rule: Rule, book: Rulebook) -> tuple[Finding, ...]:
    """Return a finding for each example on which ``rule`` does not do what it should."""
    run = runner_of(rule.kind)
    faults = [(text, "devrait s’appliquer à") for text in rule.fires if not run(rule, book, text)]
    faults += [(text, "ne devrait pas s’appliquer à") for text in rule.spares if run(rule, book, text)]
    place = f"{rule.path}:{rule.line}"
    return tuple(Finding("exemple-de-regle", "error", place, f"{place} : la règle « {rule.id} » {verb} « {text} ».") for text, verb in faults)


def check_template(template: Template) -> tuple[Finding, ...]:
    """Return a finding for each example whose text is not what ``template`` gives."""
    from seo_fr.rulebook.render import Uncertain, render_example

    place = f"{template.path}:{template.line}"
    faults = []
    if fault := frame_fault(template.role, template.frame, template.needs, template.kinds):
        head = f"{template.path}:1"
        faults.append(Finding("cadre", "error", head, f"{head} : {fault}"))
    for example in template.examples:
        try:
            text = render_example(template, example.given)
        except Uncertain as error:
            text = f"(forme incertaine : {error})"
        except Exception as error:  # a template is user input: whatever Jinja raises is its author's to mend
            text = f"({error})"
        if text != example.text:
            message = f"{place} : le gabarit « {template.id} » donne « {text} » au lieu de « {example.text} »."
            faults.append(Finding("exemple-de-gabarit", "error", place, message, text, example.text))
    return tuple(faults)


def check_examples(book: Rulebook) -> tuple[Finding, ...]:
    """Return a finding for each example of each rule and template that does not hold."""
    found: list[Finding] = []
    for rule in book.rules:
        found.extend(check_rule(rule, book))
    for template in book.templates:
        found.extend(check_template(template))
    return tuple(found)
