"""One plan under one strategy: which candidates stand where. Everything is taken best first; nothing is told twice in the same words."""

from __future__ import annotations

from seo_fr.choose.conclusion import ConclusionChoice
from seo_fr.choose.context import ContextChoice
from seo_fr.choose.introduction import IntroductionChoice
from seo_fr.choose.points import PointsChoice


class Choice(ConclusionChoice, IntroductionChoice, PointsChoice, ContextChoice):
    """The candidates chosen so far, by place, each block by its own part."""
