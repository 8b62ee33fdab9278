"""What can go wrong in a way that a user can mend. Every error carries one French finding: what, where, what to do."""

from __future__ import annotations

from seo_fr.model import Finding


class SeoFrError(Exception):
    """An error to show to the user. ``finding.message`` is French and complete by itself."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Refused(SeoFrError):
    """The source is refused: nothing can be written from it."""


class InvalidRulebook(SeoFrError):
    """A rule or a template is broken; ``findings`` lists every fault found, the first one being ``finding``."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0])
        self.findings = findings


class Unwritable(SeoFrError):
    """An output could not be written; what stood there before is untouched."""


class Unavailable(SeoFrError):
    """A component (pipeline, Java, LanguageTool) is missing or does not answer."""
