"""Loads and validates ``rules/`` and ``templates/``. Rules decide, templates speak."""

from __future__ import annotations

from seo_fr.rulebook.data import data_dir
from seo_fr.rulebook.load import Rule, Rulebook, Template, load, using
from seo_fr.rulebook.yamlfile import read_yaml

__all__ = ["Rule", "Rulebook", "Template", "data_dir", "load", "read_yaml", "using"]
