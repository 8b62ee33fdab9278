"""The one place that makes a Jinja environment, and what a template may hold.

A template is one French clause or sentence: text, ``{{ slot | filter }}``, and at most one ``{% if %}``. No loops, no assignments, no macros, no
attribute access: a template cannot reach anything but its slots.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from seo_fr.model import Grammar, Slot
from seo_fr.rulebook.data import data_dir
from seo_fr.rulebook.filters import FILTERS, SlotText, Uncertain

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2 import Template as Compiled

    from seo_fr.rulebook.load import Template

__all__ = ["Uncertain", "environment", "layout_environment", "needed_names", "render"]


@cache
def environment() -> Environment:
    """Return the environment of the passages' templates: strict, without globals."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)
    made.globals.clear()
    made.filters.clear()
    made.filters.update(FILTERS)
    made.tests.clear()
    return made


@cache
def layout_environment() -> Environment:
    """Return the environment of ``templates/layout/``: HTML-escaped, strict."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(data_dir("templates") / "layout"), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def needed_names(source: str) -> tuple[tuple[str, ...], tuple[int, str] | None]:
    """Return the sorted names a pattern uses, and (line, French message) of its first fault of form, if any."""
    from jinja2 import TemplateSyntaxError, meta, nodes

    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        return (), (error.lineno, f"syntaxe Jinja : {error.message}")
    allowed = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.If, nodes.Not, nodes.Const, nodes.And, nodes.Or)
    ifs = 0
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, allowed):
            return (), (node.lineno, f"« {type(node).__name__} » n’est pas permis : un gabarit a du texte, des emplacements, des filtres et un seul « if ».")
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            return (), (node.lineno, f"filtre « {node.name} » inconnu. Filtres : {', '.join(sorted(FILTERS))}.")
        ifs += isinstance(node, nodes.If)
    if ifs > 1:
        return (), (1, "un gabarit a un seul « if » : faites-en deux gabarits.")
    return tuple(sorted(meta.find_undeclared_variables(tree))), None


@cache
def _compiled(source: str) -> Compiled:
    return environment().from_string(source)


def render_text(source: str, values: dict[str, SlotText]) -> str:
    """Return the pattern filled with ``values``. Raises Uncertain where a form cannot be made for certain."""
    return _compiled(source).render(values)


def render(template: Template, slots: tuple[Slot, ...]) -> str:
    """Return what ``template`` says with ``slots``. Raises Uncertain where a form cannot be made for certain, KeyError if a slot is missing."""
    values = {slot.name: SlotText(slot.text, slot.grammar) for slot in slots}
    missing = [name for name in template.needs if name not in values]
    if missing:
        raise KeyError(missing[0])
    return render_text(template.source, values)


def render_example(template: Template, given: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> str:
    """Return what ``template`` says with the slots of one of its examples."""
    values: dict[str, Any] = {}
    for name, pairs in given:
        known = dict(pairs)
        gender, number = known.get("gender", ""), known.get("number", "")
        values[name] = SlotText(known["text"], Grammar(gender, number, int(known.get("person", "3")), known.get("head", "")))  # type: ignore[arg-type]
    return render_text(template.source, values)
