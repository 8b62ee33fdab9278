"""The whole flow, readable at a glance: read, analyse, propose, choose, check, until nothing chosen is rejected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from seo_fr.model import Analysis, Article, Edit, Finding, GlossaryEntry, Page, Passage, Templated
from seo_fr.options import Options

if TYPE_CHECKING:
    from seo_fr.check.grammar import Gate
    from seo_fr.choose import Plan
    from seo_fr.propose import Candidates
    from seo_fr.rulebook import Rulebook

MOST_ROUNDS = 40


def rewrite(text: str, *, title: str | None = None, options: Options | None = None, gate: Gate | None = None) -> Page:
    """Return the page made of the article ``text``.

    ``gate`` checks the French of what is written (:func:`seo_fr.check.grammar.open_gate`); without one the page is marked unchecked.
    Raises Refused for a text that is not a French article, InvalidRulebook for broken rules or templates.
    """
    from seo_fr.read import read_text

    return write_page(read_text(text, title=title), options or Options(), gate)


def write_page(article: Article, options: Options, gate: Gate | None = None, watch: Callable[[str, object], None] | None = None) -> Page:
    """Return the page of an article that was read. ``watch`` is told of each stage, for ``explain``."""
    from seo_fr.analyse import analyse
    from seo_fr.check.fidelity import check_passage
    from seo_fr.choose.page import article_key, assemble, body_words
    from seo_fr.fingerprint import fingerprint
    from seo_fr.ids import base_id
    from seo_fr.overrides import apply, prefer, remarks
    from seo_fr.propose import focus, propose
    from seo_fr.propose.layout import lay_out
    from seo_fr.rulebook import load
    from seo_fr.rulebook.background import approved

    book = load()
    if gate is not None:
        gate.prestart(article.text)
    analysis = lay_out(analyse(article, options.pipeline), lambda heading: not check_passage(heading, article, book))
    candidates = propose(analysis, book, options, article_key(analysis, focus(analysis, options)))
    hand = options.overrides
    if hand is not None:
        candidates = prefer(candidates, hand)
    rejected = frozenset(base_id(name) for name in hand.rejects) if hand is not None else frozenset()
    reasons: dict[str, tuple[Finding, ...]] = {}
    verdicts: dict[str, tuple[Finding, ...]] = {}
    splits = certified_splits(analysis, book, gate) if options.body == "readable" else ()
    body = body_words(analysis, splits)
    plan = planned(candidates, rejected, options, body)
    held = frozenset(base_id(name) for name in hand.pins) if hand is not None else frozenset()
    for _ in range(MOST_ROUNDS):
        faults = check_passages(plan.passages(), article, book, gate, verdicts, candidates, approved(book, options))
        if not faults:
            faults = misplaced(assemble(plan, candidates, splits, options.order), plan, article, book, options, held)
        if not faults:
            break
        reasons.update(faults)
        rejected |= frozenset(faults)
        plan = planned(candidates, rejected, options, body)
    page = assemble(plan, candidates, splits, options.order)
    said: tuple[Finding, ...] = ()
    if hand is not None:
        chosen, page = page, apply(page, hand)
        said = remarks(chosen, page, hand, candidates, reasons, gate)
    if watch is not None:
        watch("candidates", candidates)
        watch("rejected", reasons)
    findings = (*article.findings, *analysis.findings, *said, *page_findings(page, plan.missing, analysis, book, options, gate), *(gate.findings if gate is not None else ()))
    if gate is not None:
        gate.remember()
    return replace(
        page,
        findings=tuple(sorted(set(findings), key=lambda f: (("error", "warning", "info").index(f.severity), f.rule, f.place, f.message))),
        fingerprint=fingerprint(book, options, gate.version if gate is not None else ""),
        grammar_checked=gate is not None,
    )


def misplaced(page: Page, plan: Plan, article: Article, book: Rulebook, options: Options, held: frozenset[str]) -> dict[str, tuple[Finding, ...]]:
    """Return the findings by passage id of chosen passages that are faithful alone and not where they stand (« Il » whose name is on no line before it).

    ``held``: passages that the editor pinned; they stay, with their finding.
    """
    from seo_fr.check.fidelity import check_page
    from seo_fr.rulebook.background import approved

    chosen = {passage.id for passage in plan.passages()} - held
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in check_page(page, article, book, approved(book, options)):
        if finding.severity == "error" and finding.place in chosen:
            found[finding.place] = (*found.get(finding.place, ()), finding)
    return found


def planned(candidates: Candidates, rejected: frozenset[str], options: Options, body_words: int) -> Plan:
    """Return the best plan without what is ``rejected``, with what the editor pinned."""
    from seo_fr.choose import choose
    from seo_fr.overrides import hold

    plan = choose(candidates, rejected, options, body_words)
    return plan if options.overrides is None else hold(plan, candidates, options.overrides, rejected)


def check_passages(
    passages: tuple[Passage, ...],
    article: Article,
    book: Rulebook,
    gate: Gate | None,
    verdicts: dict[str, tuple[Finding, ...]],
    candidates: Candidates,
    glossary: tuple[GlossaryEntry, ...] = (),
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings by passage id of those chosen passages that must not be published. ``verdicts`` remembers each passage's."""
    from seo_fr.check.fidelity import check_passage
    from seo_fr.check.forms import malformed
    from seo_fr.propose.faulty import is_own_title

    def ours(passage: Passage) -> bool:  # neither the glossary's nor the newsroom's own title: what we answer for
        return not _approved(passage) and not is_own_title(passage, article.title)

    fresh = [passage for passage in passages if passage.id not in verdicts and passage.role != "slug"]
    for passage in fresh:
        found = list(check_passage(passage, article, book, glossary))
        found += [Finding(f"forme:{m.rule}", "error", passage.id, m.message, passage.text) for m in (malformed(passage.text) if ours(passage) else ())]
        verdicts[passage.id] = tuple(finding for finding in found if finding.severity == "error")
    if gate is not None:
        wanted = [passage for passage in fresh if not verdicts[passage.id] and ours(passage)]
        allowed = candidates.source.words
        for passage, matches in zip(wanted, gate.reject([passage.text for passage in wanted], allowed), strict=True):
            if matches:
                verdicts[passage.id] = tuple(Finding(f"languagetool:{m.rule}", "error", passage.id, m.message, passage.text) for m in matches)
    return {passage.id: verdicts[passage.id] for passage in passages if verdicts.get(passage.id)}


def _approved(passage: Passage) -> bool:
    """Whether the passage is the glossary's: a person answers for its French, and its words are not ours to judge."""
    return isinstance(passage.origin, Templated) and any(slot.reference.startswith("glossary:") for slot in passage.origin.slots)


def certified_splits(analysis: Analysis, book: Rulebook, gate: Gate | None) -> tuple[Edit, ...]:
    """Return the edits that cut the body's long sentences, in order. A sentence stays whole where the fidelity check or the gate finds anything in it cut that was not there whole."""
    from seo_fr.check.edits import edit_reasons
    from seo_fr.edits import apply_edits
    from seo_fr.propose.readable import split_edits

    article = analysis.article
    cut: list[tuple[str, str, tuple[Edit, ...]]] = []
    for index, sentence in enumerate(analysis.sentences):
        edits = split_edits(analysis, index)
        if edits and not any(edit_reasons(edit, article, book, body=True) for edit in edits):
            cut.append((sentence.span.of(article.text), apply_edits(article.text, sentence.span, edits), edits))
    if gate is not None and cut:
        words = frozenset(token.span.of(article.text) for token in analysis.tokens)
        before, after = gate.reject([item[0] for item in cut], words), gate.reject([item[1] for item in cut], words)
        cut = [item for item, old, new in zip(cut, before, after, strict=True) if {match.rule for match in new} <= {match.rule for match in old}]
    return tuple(edit for _, _, edits in cut for edit in edits)


def page_findings(page: Page, missing: tuple[str, ...], analysis: Analysis, book: Rulebook, options: Options, gate: Gate | None) -> tuple[Finding, ...]:
    """Return what the editor must know of the finished page: limits, missing blocks, fidelity of the whole."""
    from seo_fr.check.fidelity import check_page
    from seo_fr.check.limits import check_limits
    from seo_fr.check.short_names import short_names
    from seo_fr.propose.glossary import unused
    from seo_fr.rulebook.background import approved

    entries = approved(book, options)
    found = list(check_limits(page, book, options.words)) + list(check_page(page, analysis.article, book, entries)) + list(short_names(page, analysis, book)) + list(unused(analysis.article, entries))
    named = {"introduction": "d’introduction", "conclusion": "de conclusion", "keypoints": "de points clés", "description": "de description", "title_tag": "de balise titre", "h1": "de titre"}
    for place in missing:
        if place in named:
            severity = "error" if place in ("introduction", "keypoints") else "warning"
            message = f"Pas {named[place]} : aucune phrase de la source ne tient seule à cet endroit sans risque."
            if place == "conclusion":
                message = "Pas de conclusion : la source ne dit rien de ce qui vient, reste ouvert ou est contesté que la page n’ait pas déjà."
            found.append(Finding(f"sans-{place}", severity, place, message))  # type: ignore[arg-type]
    if gate is None:
        found.append(Finding("grammaire-non-verifiee", "warning", "page", "Le français des passages ajoutés n’a pas été vérifié par LanguageTool (--no-grammar)."))
    return tuple(found)
