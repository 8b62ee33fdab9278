"""seo-fr try, the frames and the catalogue: what an editor of templates is told."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from seo_fr.cli import cli
from seo_fr.errors import InvalidRulebook
from seo_fr.model import Article, Grammar, Paragraph, Slot, Span
from seo_fr.options import Options
from seo_fr.propose.frames import Attempt, fill, watching
from seo_fr.rulebook import Rulebook, catalogue, load
from seo_fr.rulebook.examples import check_template
from seo_fr.rulebook.filters import FILTERS
from seo_fr.rulebook.frames import FRAMES, frame_fault
from seo_fr.rulebook.kinds import KINDS
from seo_fr.rulebook.load import Template, read_template_file
from seo_fr.trial import find_template, shown, try_template
from tests.articles import article as written

ROOT = Path(__file__).resolve().parent.parent
HEADER = 'frame: {frame}\nneeds: [{needs}]\nexamples:\n  - given:\n      {needs}: {{text: les élus, gender: m, number: p}}\n    text: "{text}"\n---\n{body}\n'
BODY = (
    "La mairie de Lourmel a annoncé mardi la fermeture de la piscine pour six mois. Les travaux coûteront 300 000 euros, selon la mairie.\n\n"
    "« Nous ne céderons pas sur la réouverture en septembre », a déclaré Anne Morel, présidente du club de natation. Elle a demandé une réunion publique avant la fin du mois.\n\n"
    "La mairie a répondu que la réunion se tiendrait le 12 juin dans la salle des fêtes. Les habitants pourront poser leurs questions au maire et aux architectes."
)


def article() -> Article:
    title = "La piscine de Lourmel fermée pour six mois"
    return written(*BODY.split("\n\n"), title=title)


def template(folder: Path, role: str, frame: str, needs: str, body: str, text: str = "x") -> Path:
    file = folder / "templates" / role / "essai.j2"
    file.parent.mkdir(parents=True)
    file.write_text(HEADER.format(frame=frame, needs=needs, body=body, text=text), encoding="utf-8")
    return file


# --------------------------------------------------------------------------------------------------------------- attempts


def book_of(*items: Template) -> Rulebook:
    return Rulebook((), items, ())


def made(name: str, source: str, needs: tuple[str, ...], kinds: tuple[str, ...] = ()) -> Template:
    return Template(name, "h2", "locuteur", kinds, needs, source, "", "", 0, (), "", "", 1)


@pytest.mark.parametrize(
    ("item", "kind", "expected"),
    [
        (made("h2/a", "Ce que dit {{ locuteur }}", ("locuteur",)), "", "Ce que dit le maire"),
        (made("h2/a", "Ce que dit {{ locuteur }}", ("locuteur",), ("deny",)), "say", "autre genre : ces faits sont « say », le gabarit ne sert que pour deny"),
        (made("h2/a", "{{ locuteur }} et {{ autre }}", ("locuteur", "autre")), "", "emplacement manquant : autre"),
        (made("h2/a", "{{ locuteur | accord('dit', 'disent') }}", ("locuteur",)), "", "forme incertaine : genre, nombre ou forme de « le maire »"),
    ],
)
def test_every_attempt_is_told(item: Template, kind: str, expected: str) -> None:
    seen: list[Attempt] = []
    slots = (Slot("locuteur", "le maire", (Span(0, 8),), Grammar()),)
    with watching(seen.append):
        filled = fill(book_of(item), "h2", "locuteur", slots, "cle", kind)
    assert [attempt.text or attempt.why for attempt in seen] == [expected]
    assert len(filled) == bool(seen[0].text)
    fill(book_of(item), "h2", "locuteur", slots, "cle", kind)
    assert len(seen) == 1, "nobody watches any more"


def test_a_template_is_found_by_id_path_or_file(tmp_path: Path) -> None:
    book = load()
    known = book.templates[0]
    for name in (known.id, f"{known.id}.j2", f"templates/{known.id}", f"templates/{known.id}.j2"):
        assert find_template(name, book)[0].id == known.id
    file = template(tmp_path, "h2", "bloc-qa", "cle", "{{ cle | majuscule }} : vos questions", "Les élus : vos questions")
    found, more = find_template(str(file), book)
    assert found.id == "h2/essai"
    assert len(more.templates) == len(book.templates) + 1
    with pytest.raises(InvalidRulebook, match="Vouliez-vous dire"):
        find_template(known.id[:-1], book)
    with pytest.raises(InvalidRulebook, match="sous un dossier templates/"):
        file.rename(tmp_path / "essai.j2")
        read_template_file(tmp_path / "essai.j2")


def test_what_a_template_would_write(tmp_path: Path) -> None:
    file = template(tmp_path, "h2", "bloc-qa", "cle", "{{ cle | majuscule }} : vos questions", "Les élus : vos questions")
    found, trials = try_template(str(file), article(), Options(grammar=False))
    text = shown(found, trials)
    assert trials and all(trial.text.endswith("\u00a0: vos questions") for trial in trials)
    assert "convient" in text or "sur la page" in text
    assert f"{len(trials)} essais : {len(trials)} textes" in text


def test_an_unfaithful_template_is_told_so(tmp_path: Path) -> None:
    file = template(tmp_path, "h2", "bloc-qa", "cle", "{{ cle | majuscule }} : la polémique en trois questions", "Les élus : la polémique en trois questions")
    _, trials = try_template(str(file), article(), Options(grammar=False))
    assert trials and all(trial.verdict.startswith("fidélité : ") for trial in trials)


def test_an_absent_frame_is_told(tmp_path: Path) -> None:
    file = template(tmp_path, "question", "combien-cout", "sujet", "Combien, {{ sujet }} ?", "Combien, les élus ?")
    found, trials = try_template(str(file), replace_body(article()), Options(grammar=False))
    assert trials == ()
    assert "Cadre absent" in shown(found, trials)


def replace_body(source: Article) -> Article:
    body = "Le club de natation a fêté ses vingt ans dimanche. La présidente a remercié les bénévoles et les parents. Une photo a été prise devant le bassin."
    text = source.text[: source.paragraphs[0].span.start] + body
    return Article(text, source.title, (Paragraph(Span(source.paragraphs[0].span.start, len(text))),))


# ----------------------------------------------------------------------------------------------------------------- frames


@pytest.mark.parametrize(
    ("role", "frame", "needs", "expected"),
    [
        ("h2", "bloc-qa", ("cle",), ""),
        ("h3", "bloc-qa", ("cle",), "n’est pas un rôle"),
        ("h2", "blok-qa", ("cle",), "Vouliez-vous dire « bloc-qa » ?"),
        ("h2", "bloc-qa", ("clef",), "Vouliez-vous dire « cle » ?"),
        ("answer", "non", ("sujet", "kind:say"), "n’a pas de genres"),
        ("h2", "locuteur", ("locuteur", "kind:sai"), "Vouliez-vous dire « say » ?"),
        ("h2", "locuteur", ("locuteur", "kind:say"), ""),
    ],
)
def test_a_wrong_frame_is_told(role: str, frame: str, needs: tuple[str, ...], expected: str) -> None:
    kinds = tuple(need.removeprefix("kind:") for need in needs if need.startswith("kind:"))
    fault = frame_fault(role, frame, tuple(need for need in needs if not need.startswith("kind:")), kinds)
    assert expected in fault
    assert bool(fault) == bool(expected)


def test_validate_tells_a_wrong_frame(tmp_path: Path) -> None:
    found = check_template(read_template_file(template(tmp_path, "h2", "bloc-q", "cle", "{{ cle | majuscule }}", "Les élus")))
    assert [finding.rule for finding in found] == ["cadre"]
    assert ":1 : " in found[0].message


def test_every_template_is_of_a_known_frame() -> None:
    faults = {item.id: fault for item in load().templates if (fault := frame_fault(item.role, item.frame, item.needs, item.kinds))}
    assert faults == {}, "complétez seo_fr/rulebook/frames.py"


def test_every_frame_that_the_program_fills_is_in_the_catalogue() -> None:
    known = {(frame.role, frame.frame) for frame in FRAMES}
    for file in sorted((ROOT / "seo_fr" / "propose").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fill" and len(node.args) > 2:
                role, frame = node.args[1], node.args[2]
                if isinstance(role, ast.Constant) and isinstance(frame, ast.Constant):
                    assert (role.value, frame.value) in known, f"complétez seo_fr/rulebook/frames.py : {file.name}:{node.lineno}"


# -------------------------------------------------------------------------------------------------------------- documents


def test_the_catalogue_is_up_to_date() -> None:
    for path, text in catalogue.documents(ROOT / "docs"):
        assert path.read_text(encoding="utf-8") == text, "lancez : python -m seo_fr.rulebook.catalogue"


def test_everything_is_in_the_documents() -> None:
    rules, templates = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("rules.md", "templates.md"))
    for kind in KINDS.values():
        assert f"### {kind.name}\n" in rules
        assert all(f"`{key}`" in rules for key in (*kind.required, *kind.optional))
    for name in FILTERS:
        assert f"| `{name}` |" in templates
    for frame in FRAMES:
        section = templates.partition(f"#### {frame.role} · {frame.frame}\n")[2].partition("\n#### ")[0]
        assert section
        assert all(f"| `{name}` |" in section for name in frame.names)


def test_markers_are_wanted_once() -> None:
    assert catalogue.with_catalogue(f"a\n{catalogue.START}\nvieux\n{catalogue.END}\nb", "neuf") == f"a\n{catalogue.START}\n\nneuf\n\n{catalogue.END}\nb"
    with pytest.raises(ValueError, match="une fois"):
        catalogue.with_catalogue("rien", "neuf")


def test_the_command_is_there() -> None:
    assert "try" in cli.commands
