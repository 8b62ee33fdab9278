"""seo-fr: a French news article in, a page ready for the web out. Deterministic, traceable, without a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seo_fr.options import Options as Options
    from seo_fr.rewrite import rewrite as rewrite

__all__ = ["Options", "rewrite"]


def __getattr__(name: str) -> object:
    # Nothing heavy at import: the names are fetched when first used.
    if name == "rewrite":
        from seo_fr.rewrite import rewrite

        return rewrite
    if name == "Options":
        from seo_fr.options import Options

        return Options
    raise AttributeError(name)
