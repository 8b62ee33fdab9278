"""The fidelity of what an editor wrote: there is no slot and no slice to hold it to, so it is read as any page is, against the whole source."""

from __future__ import annotations

from seo_fr.check.verify import verify
from seo_fr.model import Article, Finding, Passage
from seo_fr.rulebook import Rulebook


def check_edited(passage: Passage, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    """Return what is unsupported or changed in commitment in an edited passage, each an error at the passage's id."""
    # A heading is read as one: what it leaves out is not held against it, what it makes certain is.
    form = f"# {passage.text}" if passage.role in ("title_tag", "h1", "h2", "h3", "heading") else passage.text
    found = []
    for sentence in verify(form, "md" if form != passage.text else "text", article, book=book).sentences:
        if sentence.verdict in ("unsupported", "changed-commitment"):
            found += [Finding(f"fidelite-{reason.id}", "error", passage.id, reason.message, reason.actual, reason.expected) for reason in sentence.reasons]
    return tuple(dict.fromkeys(found))
