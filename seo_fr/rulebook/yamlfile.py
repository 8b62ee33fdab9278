"""YAML as data: every scalar is a string, duplicate keys are refused, and each mapping knows the line it stands on.

``safe_load`` would make « on » a boolean and « 12:30 » a number; ``BaseLoader`` does not.
"""

from __future__ import annotations

import difflib
import functools
import re
from typing import Any

import yaml

from seo_fr.errors import InvalidRulebook
from seo_fr.model import Finding

LINE = "__line__"


def suggest(word: str, known: tuple[str, ...]) -> str:
    """Return « Vouliez-vous dire … ? » with the nearest known word, preceded by a space; empty if none is near."""
    close = difflib.get_close_matches(word, known, n=1)
    return f" Vouliez-vous dire « {close[0]} » ?" if close else ""


def key_lines(text: str) -> dict[str, int]:
    """Return the 1-based line of each key of the document's top mapping; empty where it is no mapping. The text must be YAML."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return {key.value: key.start_mark.line + 1 for key, _ in node.value} if isinstance(node, yaml.MappingNode) else {}


class _Loader(yaml.BaseLoader):
    """BaseLoader that refuses duplicate keys and aliases, and notes the line of every mapping."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.constructor.ConstructorError(None, None, "les ancres et alias ne sont pas permis", mark)
        return super().compose_node(parent, index)


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    result: dict[str, Any] = {LINE: node.start_mark.line + 1}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "une clé doit être un mot", key_node.start_mark)
        if key_node.value in result:
            raise yaml.constructor.ConstructorError(None, None, f"clé « {key_node.value} » donnée deux fois", key_node.start_mark)
        result[key_node.value] = loader.construct_object(value_node, deep=True)
    return result


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)

#: What may begin an anchor or an alias: only the loader in Python can refuse them at their line.
_ANCHOR = re.compile(r"[&*]\w")


def _load(text: str) -> Any:
    """Return the document. libyaml reads it, ten times faster; whatever is faulty is read again by the loader whose messages give the line."""
    fast = getattr(yaml, "CBaseLoader", None)
    if fast is not None and not _ANCHOR.search(text):
        try:
            return yaml.load(text, Loader=_fast_loader(fast))
        except yaml.YAMLError:
            pass
    return yaml.load(text, Loader=_Loader)  # a BaseLoader: strings only


@functools.cache
def _fast_loader(base: Any) -> Any:
    loader: Any = type("_FastLoader", (base,), {})
    loader.add_constructor("tag:yaml.org,2002:map", _mapping)
    return loader


def read_yaml_lines(text: str, name: str) -> Any:
    """Return the YAML document as strings, lists and dicts, each dict with its 1-based line under ``LINE``.

    Raises InvalidRulebook with ``name:line`` where the text is not YAML.
    """
    try:
        return _load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        message = f"{name}:{line} : YAML illisible ({problem}). Vérifiez l’indentation, les guillemets et les deux-points de cette ligne."
        raise InvalidRulebook((Finding("yaml-illisible", "error", f"{name}:{line}", message),)) from None


def without_lines(value: Any) -> Any:
    """Return ``value`` without the line notes of :func:`read_yaml_lines`."""
    if isinstance(value, dict):
        return {key: without_lines(item) for key, item in value.items() if key != LINE}
    if isinstance(value, list):
        return [without_lines(item) for item in value]
    return value


def read_yaml(text: str, name: str) -> Any:
    """Return the YAML document as strings, lists and dicts. Raises InvalidRulebook with ``name:line``."""
    return without_lines(read_yaml_lines(text, name))
