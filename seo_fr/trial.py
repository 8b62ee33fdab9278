"""``seo-fr try``: all that one template would write on an article, and why it does or does not apply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seo_fr.errors import InvalidRulebook
from seo_fr.ledger import places
from seo_fr.model import Article, Finding, Passage, Slot, Templated
from seo_fr.options import Options
from seo_fr.propose import Candidates
from seo_fr.propose.frames import Attempt, watching
from seo_fr.rulebook import Rulebook, Template, load, using
from seo_fr.rulebook.background import approved
from seo_fr.rulebook.frames import frame_fault, frame_of

#: How many attempts that came to the same are shown.
SHOWN = 5
_PARTS = {"fidelite": "fidélité", "forme": "forme", "languagetool": "LanguageTool"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that the template would write (``text``), or why it writes nothing; ``verdict`` is French; ``used`` tells that it is on the page."""

    text: str
    slots: tuple[Slot, ...]
    verdict: str
    used: bool = False


def find_template(name: str, book: Rulebook) -> tuple[Template, Rulebook]:
    """Return the template with this id, or that of a file, and the rulebook that holds it. Raises InvalidRulebook with a suggestion."""
    known = tuple(template.id for template in book.templates)
    wanted = name.removesuffix(".j2").removeprefix("templates/")
    if name.endswith(".j2") and Path(name).is_file():
        from seo_fr.rulebook.load import read_template_file

        template = read_template_file(Path(name))
        others = tuple(other for other in book.templates if other.id != template.id)
        return template, Rulebook(book.rules, tuple(sorted((*others, template), key=lambda item: item.id)), book.files)
    if wanted in known:
        return book.template(wanted), book
    from seo_fr.rulebook.yamlfile import suggest

    message = f"{name} : aucun gabarit de ce nom." + (suggest(wanted, known) or " Donnez son chemin sous templates/, comme « h2/cle/… », ou un fichier .j2 rangé sous un dossier templates/.")
    raise InvalidRulebook((Finding("gabarit-inconnu", "error", name, message),))


def try_template(name: str, article: Article, options: Options, gate: Any = None) -> tuple[Template, tuple[Trial, ...]]:
    """Return the template and its trials on ``article``, those on the page first, then in the order in which they were made. Raises SeoFrError."""
    from seo_fr.rewrite import check_passages, write_page

    template, book = find_template(name, load())
    if fault := frame_fault(template.role, template.frame, template.needs, template.kinds):
        raise InvalidRulebook((Finding("cadre", "error", template.path, f"{template.path}:1 : {fault}"),))
    attempts: list[Attempt] = []
    seen: dict[str, Any] = {}

    def note(attempt: Attempt) -> None:
        if attempt.template == template.id and attempt not in attempts:
            attempts.append(attempt)

    with using(book), watching(note):
        page = write_page(article, options, gate, seen.__setitem__)
    candidates: Candidates = seen["candidates"]
    proposed: dict[str, tuple[Passage, ...]] = {}
    for passage in _passages_of(candidates, template.id):
        proposed[passage.text] = (*proposed.get(passage.text, ()), passage)
    verdicts: dict[str, tuple[Finding, ...]] = dict(seen["rejected"])
    fresh = tuple(passage for found in proposed.values() for passage in found if passage.id not in verdicts)
    verdicts.update(check_passages(fresh, article, book, gate, {}, candidates, approved(book, options)))
    on_page = {passage.id for _, passage in places(page)}
    trials = [_trial(attempt, proposed, verdicts, on_page) for attempt in attempts]
    return template, tuple(sorted(trials, key=lambda trial: not trial.used))


def _passages_of(candidates: Candidates, template: str) -> Iterable[Passage]:
    for place in sorted(candidates.by_place):
        for candidate in candidates.by_place[place]:
            for passage in candidate.passages:
                if isinstance(passage.origin, Templated) and passage.origin.template == template:
                    yield passage


def _trial(attempt: Attempt, proposed: dict[str, tuple[Passage, ...]], verdicts: dict[str, tuple[Finding, ...]], on_page: set[str]) -> Trial:
    if not attempt.text:
        return Trial("", attempt.slots, attempt.why)
    found = proposed.get(attempt.text, ())
    if not found:
        return Trial(attempt.text, attempt.slots, "écarté avant le choix : trop long pour cette place, ou redit ce qui l’entoure")
    if any(passage.id in on_page for passage in found):
        return Trial(attempt.text, attempt.slots, "sur la page", True)
    faults = min((verdicts.get(passage.id, ()) for passage in found), key=len)
    if faults:
        return Trial(attempt.text, attempt.slots, "; ".join(f"{_part(finding)} : {finding.message}" for finding in faults))
    return Trial(attempt.text, attempt.slots, "convient ; un autre candidat a été choisi à cette place")


def _part(finding: Finding) -> str:
    return next((french for start, french in _PARTS.items() if finding.rule.startswith(start)), finding.rule)


def shown(template: Template, trials: tuple[Trial, ...]) -> str:
    """Return the trials as text for people, ending with a newline."""
    frame = frame_of(template.role, template.frame)
    lines = [f"{template.id} : {template.source}", f"Cadre « {template.frame} » du rôle « {template.role} » : {frame.what if frame is not None else ''}"]
    if not trials:
        lines.append("Cadre absent : l’article n’a pas de faits dont ce cadre puisse être fait.")
    for trial in (trial for trial in trials if trial.text):
        lines += ["", f"{'✓' if trial.used else '·' if trial.verdict.startswith('convient') else '✗'} {trial.text}", f"    {trial.verdict}"]
        lines += [f"    {slot.name} = « {slot.text} » ({', '.join(f'{span.start}–{span.end}' for span in slot.source) or slot.reference})" for slot in trial.slots]
    silent: dict[str, list[Trial]] = {}
    for trial in trials:
        if not trial.text:
            silent.setdefault(trial.verdict, []).append(trial)
    for why, found in silent.items():
        lines += ["", f"✗ {why} ({len(found)} fois)"]
        for trial in found[:SHOWN]:
            lines.append("    " + (" ; ".join(f"{slot.name} = « {slot.text} »" for slot in trial.slots) or "aucun emplacement"))
        if len(found) > SHOWN:
            lines.append(f"    et {len(found) - SHOWN} autres")
    written = [trial for trial in trials if trial.text]
    used = sum(trial.used for trial in trials)
    lines += ["", f"{len(trials)} essais : {len(written)} textes, {used} sur la page."]
    return "\n".join(lines) + "\n"


def try_source(name: str, source: str, options: Options, limit: int | None) -> str:
    """Return what ``seo-fr try`` shows of a template on a source. Raises SeoFrError."""
    from seo_fr.batch import read_source

    template_known, _ = find_template(name, load())  # a wrong name is told before anything is read
    del template_known
    article = read_source(source, options.title, limit)
    if not options.grammar:
        return shown(*try_template(name, article, options))
    from seo_fr.check.grammar import open_gate

    gate = open_gate(options.languagetool, options.java).__enter__()
    try:
        return shown(*try_template(name, article, options, gate))
    finally:
        gate.close(remember=False)


