"""The command line from outside: what an editor types, what she reads, what stands on the disk afterwards.

What is the same in one process is asked of :func:`seo_fr.cli.main`; where signals, streams, limits or children matter, real processes are.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import psutil
import pytest

from seo_fr.cli import BLOCKS, FORMATS, cli, main
from seo_fr.model import Finding
from tests.processes import CORPUS, ROOT, environment, run

ARTICLE = CORPUS / "passerelle-fermee" / "article.txt"
LONG = CORPUS / "nappe-plaine-ardoise" / "article.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")
FRENCH = "Le conseil municipal a voté hier soir la fermeture de la piscine, après trois heures de débat tendu entre les élus."


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    code: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Run the command line in this process, in an empty folder."""
    for name in ("SEO_FR_LANGUAGETOOL", "SEO_FR_JAVA", "SEO_FR_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def do(*arguments: str | Path, stdin: bytes | None = None) -> Done:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err and "[interne]" not in err, err
        return Done(int(leaving.value.code or 0), out, err)

    return do


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# ------------------------------------------------------------------------------------------------------------------ writing


def test_one_source_goes_to_standard_output(call: Call, tmp_path: Path) -> None:
    done = call("write", "--no-grammar", ARTICLE)
    assert done.code in (0, 1)
    assert done.out.startswith("---\ntitle: ")
    assert "# La passerelle des Tisserands fermée jusqu’à l’été à Beaumesnil\n" in done.out
    assert "[grammaire-non-verifiee]" in done.err
    assert listed(tmp_path) == set()


def test_standard_input_is_read_whole(call: Call) -> None:
    assert call("write", "--no-grammar", "-", stdin=ARTICLE.read_bytes()).out == call("write", "--no-grammar", ARTICLE).out
    long = (CORPUS / "rachat-fabricant-velos" / "article.txt").read_text(encoding="utf-8")
    more = long + "".join(f"\n{FRENCH[:-1]}, séance {number}.\n" for number in range(160))
    assert len(more.encode()) > 25_000
    assert "séance 159." in json.loads(call("analyse", "-", stdin=more.encode()).out)["text"]


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_on_standard_output(call: Call, form: str) -> None:
    done = call("write", "--no-grammar", "--format", form, ARTICLE)
    assert done.code in (0, 1)
    if form == "json":
        page = json.loads(done.out)
        assert page["word_count"] > 200
        assert page["title_tag"] and page["blocks"]
    else:
        start = {"md": "---\n", "html": "<!DOCTYPE html>", "fragment": "<"}[form]
        assert done.out.lower().startswith(start.lower())
        assert ("<html" in done.out) is (form == "html")


def test_several_sources_in_every_form(call: Call, tmp_path: Path) -> None:
    for name in ("un", "deux"):
        shutil.copy(ARTICLE, tmp_path / f"{name}.txt")
    asked = [word for form in FORMATS for word in ("--format", form)]
    done = call("write", "--no-grammar", "un.txt", "deux.txt", "-o", "pages", *asked)
    assert done.code in (0, 1)
    assert done.out == ""
    assert listed(tmp_path / "pages") == {f"{name}{ending}" for name in ("un", "deux") for ending in (".md", ".html", ".fragment.html", ".json")}
    assert (tmp_path / "pages" / "un.md").read_bytes() == (tmp_path / "pages" / "deux.md").read_bytes()


def test_the_output_folder_is_made_with_its_parents(call: Call, tmp_path: Path) -> None:
    assert call("write", "--no-grammar", ARTICLE, "-o", "a/b/c").code in (0, 1)
    assert listed(tmp_path / "a" / "b" / "c") == {"article.md"}


def test_some_of_several_fail(call: Call, tmp_path: Path) -> None:
    shutil.copy(ARTICLE, tmp_path / "bon.txt")
    (tmp_path / "vide.txt").write_text("", encoding="utf-8")
    done = call("write", "--no-grammar", "vide.txt", "bon.txt", "absent.txt", "-o", "pages", "--findings", "constats.json")
    assert done.code == 3
    assert listed(tmp_path / "pages") == {"bon.md"}
    assert "vide.txt : erreur [source-vide]" in done.err
    assert "absent.txt : erreur [source-introuvable]" in done.err
    report = json.loads((tmp_path / "constats.json").read_text(encoding="utf-8"))
    assert [(entry["source"], entry["written"]) for entry in report] == [("vide.txt", False), ("bon.txt", True), ("absent.txt", False)]
    assert report[0]["findings"][0]["severity"] == "error"


def test_title_and_keyphrase(call: Call) -> None:
    done = call("write", "--no-grammar", "--title", "Un pont fermé à Beaumesnil", "--keyphrase", "passerelle des Tisserands", ARTICLE)
    assert done.code in (0, 1)
    assert "\n# Un pont fermé à Beaumesnil\n" in done.out
    assert 'keyphrase: "passerelle des Tisserands"' in done.out


def test_words(call: Call) -> None:
    assert "[mots]" in call("write", "--no-grammar", "--words", "2000", ARTICLE).err
    done = call("write", "--no-grammar", "--words", "0", ARTICLE)
    assert (done.code, "[mots]" in done.err) == (0, False)


@pytest.mark.parametrize("block", BLOCKS)
def test_without(call: Call, block: str) -> None:
    page = json.loads(call("write", "--no-grammar", "--format", "json", "--without", block, LONG).out)
    assert block not in [entry["kind"] for entry in page["blocks"]]


def test_fail_on_and_quiet(call: Call) -> None:
    short = ("write", "--no-grammar", "--quiet", "--words", "2000", ARTICLE)
    assert [call(*short, "--fail-on", threshold).code for threshold in ("never", "error", "warning", "info")] == [0, 1, 1, 1]
    soft = ("write", "--no-grammar", "--quiet", "--words", "0", ARTICLE)
    done = [call(*soft, "--fail-on", threshold) for threshold in ("error", "warning")]
    assert [one.code for one in done] == [0, 1]
    assert done[0].err == ""


def test_findings_and_ledger(call: Call, tmp_path: Path) -> None:
    done = call("write", "--no-grammar", "--findings", "constats.json", "--ledger", "registre.jsonl", ARTICLE)
    assert done.code in (0, 1)
    (report,) = json.loads((tmp_path / "constats.json").read_text(encoding="utf-8"))
    assert {"rule", "severity", "place", "message"} <= set(report["findings"][0])
    lines = [json.loads(line) for line in (tmp_path / "registre.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["operation"] for line in lines} == {"copied", "edited", "templated"} or {line["operation"] for line in lines} == {"copied", "templated"}
    for line in lines:
        if line["operation"] == "copied":
            assert all(TEXT[span["start"] : span["end"]] for span in line["source"])


# ------------------------------------------------------------------------------------------------------------- other commands


def test_analyse(call: Call) -> None:
    done = call("analyse", LONG, ARTICLE)
    assert done.code == 0
    first, second = map(json.loads, done.out.splitlines())
    assert first["title"].startswith("Dans la plaine d’Ardoise")
    assert len(first["keyphrases"]) >= 10
    assert [keyphrase["score"] for keyphrase in first["keyphrases"]] == sorted((keyphrase["score"] for keyphrase in first["keyphrases"]), reverse=True)
    for keyphrase in first["keyphrases"]:
        assert keyphrase["text"] and keyphrase["spans"]
    ends = [section["end"] for section in first["sections"]]
    assert [section["start"] for section in first["sections"]] == [0, *ends[:-1]]
    assert ends[-1] == len(first["paragraphs"])
    assert second["source"] == "article.txt"


def test_analyse_says_which_failed(call: Call, tmp_path: Path) -> None:
    (tmp_path / "vide.txt").touch()
    done = call("analyse", "vide.txt", ARTICLE)
    assert done.code == 3
    assert len(done.out.splitlines()) == 1
    assert call("analyse", "vide.txt").code == 2


def test_explain(call: Call) -> None:
    done = call("explain", "--no-grammar", ARTICLE)
    assert done.code == 0
    assert "title_tag  [" in done.out
    assert "← gabarit " in done.out
    assert "← source " in done.out
    document = json.loads(call("explain", "--no-grammar", "--json", ARTICLE).out)
    assert {"passages", "losers", "findings"} <= set(document)


def test_validate(call: Call) -> None:
    done = call("validate")
    assert done.code == 0, done.out
    assert re.search(r"\d+ règles, \d+ gabarits, \d+ exemples, 0 faute\.", done.err)


def test_lock_and_locked(call: Call, tmp_path: Path) -> None:
    missing = call("write", "--no-grammar", "--locked", ARTICLE)
    assert (missing.code, missing.out) == (2, "")
    assert "seo-fr.lock" in missing.err
    assert call("lock", "--no-grammar").code == 0
    assert listed(tmp_path) == {"seo-fr.lock"}
    free = call("write", "--no-grammar", ARTICLE)
    assert call("write", "--no-grammar", "--locked", ARTICLE) == free
    assert call("write", "--no-grammar", "--lock", "seo-fr.lock", ARTICLE) == free
    other = call("write", "--no-grammar", "--lock", "seo-fr.lock", "--words", "650", ARTICLE)
    assert (other.code, other.out) == (2, "")
    assert "650" in other.err and "700" in other.err


def test_a_hand_beside_the_source(call: Call, tmp_path: Path) -> None:
    (tmp_path / "main.yaml").write_text("keyphrase: passerelle des Tisserands\n", encoding="utf-8")
    done = call("write", "--no-grammar", "--words", "0", "--overrides", "main.yaml", ARTICLE)
    assert done.code == 0
    assert 'keyphrase: "passerelle des Tisserands"' in done.out
    assert call("write", "--no-grammar", "--overrides", "absent.yaml", ARTICLE).code == 2


def test_approved_pages_from_first_to_last(call: Call, tmp_path: Path, rulebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)  # where nothing is ever recorded
    (tmp_path / "pont").mkdir()
    article = tmp_path / "pont" / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    signed = ("--by", "Rédaction", "--date", "2026-01-05")
    assert call("snapshot", "pages", article, "--no-grammar", "--words", "0", "--reason", "Première page", *signed).code == 0
    assert call("regress", "pages", "--rules", rulebook, "--quiet").code == 0
    article.write_text(TEXT.replace("quatre mois", "cinq mois"), encoding="utf-8")
    accept = ("accept", "pages", "--all", "--source", article, "--reason", "Durée corrigée", *signed)
    assert call(*accept, "--count", "2").code == 2, "not the number of pages that differ"
    assert call(*accept, "--count", "1").code == 0
    assert call("log", "pages", "--check").code == 0
    assert call("log", "pages", "--head", "0" * 64).code == 1
    assert call("accept", "pages", "pont", "--retire", "--reason", "Dépublié", *signed).code == 0
    lines = call("log", "pages").out.splitlines()
    assert [line.split()[1] for line in lines] == ["snapshot", "accept", "retire"]
    assert "Durée corrigée" in lines[1] and "2026-01-05" in lines[1]


def test_version_and_help(call: Call) -> None:
    assert re.fullmatch(r"seo-fr \d+\.\d+\.\d+\S*\n", call("--version").out)
    assert call("--help").out.startswith("Utilisation : seo-fr ")
    for name in cli.commands:
        done = call(name, "--help")
        assert done.code == 0
        assert f"Utilisation : seo-fr {name}" in done.out
        for english in ("Options:", "Usage", "default:", "Show this", "ARGS"):
            assert english not in done.out


def test_no_command_shows_the_help_and_fails(call: Call) -> None:
    done = call()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Utilisation")


def test_the_standard_glossary_is_asked_for_and_refused(call: Call) -> None:
    given, refused = (json.loads(call("write", "--no-grammar", "--format", "json", option, CORPUS / "accusation-espionnage" / "article.txt").out) for option in ("--standard-glossary", "--no-standard-glossary"))
    assert "repere-" in json.dumps(given["blocks"]) and "repere-" not in json.dumps(refused["blocks"])


def test_python_m() -> None:
    assert run("--version").stdout.startswith(b"seo-fr ")


def test_every_option_is_used_here() -> None:
    """An option nobody types in a test is an option that may not work."""
    here = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py")))
    options = {option for command in cli.commands.values() for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts}
    assert {option for option in options if f'"{option}"' not in here} == set()
    assert {name for name in cli.commands if f'"{name}"' not in here} == set()


# ----------------------------------------------------------------------------------------------------------------- bad input

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "la source est vide"),
    "white space": ("a.txt", b" \n\t\n ", "la source est vide"),
    "binary": ("a.txt", bytes(range(256)) * 8, "octets nuls"),
    "pdf": ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "document PDF"),
    "docx": ("a.docx", b"PK\x03\x04\x14\x00\x06\x00", "traitement de texte"),
    "English": ("a.txt", b"The city council voted last night to close the swimming pool after three hours of debate.", "français"),
    "one word": ("a.txt", b"Bonjour", "mot"),
    "no sentence": ("a.txt", b"le la les de du des un une et ou dans sur avec pour par", "phrase"),
    "five megabytes": ("a.txt", FRENCH.encode() * 45_000, "dépasse 4000 ko"),
    "nulls": ("a.txt", FRENCH.encode().replace(b" ", b" \x00"), "octets nuls"),
    "lone surrogates": ("a.txt", (FRENCH * 2).encode() + "\ud800".encode("utf-8", "surrogatepass"), "abîmé"),
    "broken UTF-8": ("a.txt", FRENCH.encode()[:20] + b"\xff" + FRENCH.encode()[20:], "abîmé"),
    "broken UTF-16": ("a.txt", FRENCH.encode("utf-16") + b"x", "abîmé"),
    "UTF-8 read as Windows-1252": ("a.txt", FRENCH.encode().decode("cp1252").encode(), "accents sont abîmés"),
    "unknown encoding": ("a.txt", FRENCH.encode("cp850"), "encodage"),
    "HTML with only scripts": ("a.html", b"<html><body><script>var a = 'le la les';</script><style>p{}</style></body></html>", "aucun paragraphe"),
    "HTML nested beyond reason": ("a.html", b"<div>" * 50_000 + FRENCH.encode(), "imbriqu"),
    "JSON": ("a.txt", b'{"titre": "La piscine", "texte": "Le maire a dit que la piscine fermerait."}', "JSON"),
    "broken front matter": ("a.md", f"---\ntitre: [a\nb: c\n---\n\n{FRENCH}".encode(), "a.md"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_source_is_refused(call: Call, tmp_path: Path, kind: str) -> None:
    name, data, said = REFUSED[kind]
    (tmp_path / name).write_bytes(data)
    for command in (("write", "--no-grammar"), ("analyse",), ("explain", "--no-grammar")):
        done = call(*command, name)
        assert (done.code, done.out) == (2, ""), done
        assert said in done.err
        assert name in done.err
    done = call("write", "--no-grammar", name, "-o", "pages")
    assert done.code == 2
    assert listed(tmp_path / "pages") == set()


def test_unbalanced_quotes_are_written_with_a_warning(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("« Nos clients", "« Nos « clients").replace("passerelle »", "passerelle"), encoding="utf-8")
    done = call("write", "--no-grammar", "--words", "0", "a.txt")
    assert done.code == 0
    assert "avertissement" in done.err


BAD_ASKING: dict[str, tuple[tuple[str, ...], str]] = {
    "no such command": (("ecrire", "a.txt"), "commande inconnue : 'ecrire'"),
    "no source": (("write",), "il manque : SOURCE"),
    "no such option": (("write", "--word", "3", "a.txt"), "option inconnue : --word. Vouliez-vous dire"),
    "words that are no number": (("write", "--words", "beaucoup", "a.txt"), "--words : un nombre entier de 0 à 2000"),
    "too many words": (("write", "--words", "2001", "a.txt"), "--words : un nombre entier de 0 à 2000"),
    "negative words": (("write", "--words", "-1", "a.txt"), "--words : un nombre entier de 0 à 2000"),
    "no such form": (("write", "--format", "pdf", "a.txt"), "--format : valeur inconnue. Valeurs permises : md, html, fragment, json"),
    "no such block": (("write", "--without", "photo", "a.txt"), "--without : valeur inconnue"),
    "no such threshold": (("write", "--fail-on", "jamais", "a.txt"), "--fail-on : valeur inconnue"),
    "no jobs": (("write", "--jobs", "0", "a.txt"), "--jobs : un nombre entier"),
    "limit of nothing": (("write", "--limit", "0", "a.txt"), "--limit : un nombre entier"),
    "limit below the source": (("write", "--no-grammar", "--limit", "20", "a.txt"), "limite"),
    "option without its value": (("write", "a.txt", "--output"), "--output' attend une valeur"),
    "flag with a value": (("write", "--quiet=oui", "a.txt"), "--quiet' ne prend pas de valeur"),
    "empty keyphrase": (("write", "--keyphrase", " ", "a.txt"), "--keyphrase est vide"),
    "several sources on standard output": (("write", "a.txt", "b.txt"), "ajoutez -o DOSSIER"),
    "several forms on standard output": (("write", "--format", "md", "--format", "html", "a.txt"), "ajoutez -o DOSSIER"),
    "the same page twice": (("write", "a.txt", "sous/a.txt", "-o", "pages"), "donneraient la même page « a »"),
    "the same page but for case": (("write", "a.txt", "A.txt", "-o", "pages"), "donneraient la même page"),
    "the same source twice": (("write", "a.txt", "a.txt", "-o", "pages"), "donneraient la même page"),
    "a page over its source": (("write", "m.md", "-o", "."), "écraserait sa source"),
    "findings over the source": (("write", "--no-grammar", "a.txt", "--findings", "a.txt"), "est déjà la source a.txt"),
    "ledger over the findings": (("write", "--no-grammar", "a.txt", "--findings", "x", "--ledger", "x"), "est déjà celui de --findings"),
    "findings over the page": (("write", "--no-grammar", "a.txt", "-o", ".", "--findings", "a.md"), "est déjà la page"),
    "findings in no folder": (("write", "--no-grammar", "a.txt", "--findings", "nulle/part.json"), "le dossier n’existe pas"),
    "ledger on a folder": (("write", "--no-grammar", "a.txt", "--ledger", "sous"), "c’est un dossier"),
    "output is a file": (("write", "--no-grammar", "a.txt", "-o", "b.txt"), "b.txt n’est pas un dossier"),
    "output inside a file": (("write", "--no-grammar", "a.txt", "-o", "b.txt/pages"), "n’est pas un dossier"),
    "source is absent": (("write", "--no-grammar", "absent.txt"), "ce fichier n’existe pas"),
    "source is a folder": (("write", "--no-grammar", "sous"), "c’est un dossier"),
    "pipeline that is not installed": (("write", "--no-grammar", "--pipeline", "xx_absent_sm", "a.txt"), "xx_absent_sm"),
    "pipeline that is no pipeline": (("write", "--no-grammar", "--pipeline", "click", "a.txt"), "click"),
    "pipeline without a name": (("write", "--no-grammar", "--pipeline", "", "a.txt"), "modèle"),
    "pipeline that is a folder": (("analyse", "--pipeline", "sous", "a.txt"), "sous"),
    "server that is no address": (("write", "--languagetool", "pas une adresse", "a.txt"), "n’est pas l’adresse d’un serveur LanguageTool"),
    "server that does not answer": (("write", "--languagetool", "http://127.0.0.1:1", "a.txt"), "connexion impossible"),
    "explain of nothing": (("explain",), "il manque : SOURCE"),
    "explain of two": (("explain", "a.txt", "b.txt"), "argument en trop"),
    "rules that are not there": (("validate", "absent"), "ni dossier rules/ ni dossier templates/"),
    "set-up from nowhere": (("setup", "--from", "absent"), "n’est pas un dossier"),
}


@pytest.mark.parametrize("kind", BAD_ASKING)
def test_what_cannot_be_done_is_refused(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    arguments, said = BAD_ASKING[kind]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("a.txt", "b.txt", "A.txt", "m.md", "sous/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = call(*arguments)
    assert (done.code, done.out) == (2, ""), done
    assert said in done.err
    assert not re.search(r"\b(Error|No such|Invalid|Permission|denied|unexpected)\b", done.err), "not in French"
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and "cache" not in path.parts}
    assert after == before


def test_a_source_that_may_not_be_read(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    real = Path.open

    def refuse(path: Path, *rest: object, **named: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    done = call("write", "--no-grammar", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert "le droit de lecture manque" in done.err


def test_an_output_folder_that_may_not_be_written(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: False if Path(path).name == "pages" and mode & os.W_OK else real(path, mode))
    done = call("write", "--no-grammar", ARTICLE, "-o", "pages")
    assert (done.code, done.out) == (2, "")
    assert "le droit d’écriture manque" in done.err
    assert listed(tmp_path / "pages") == set()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root écrit partout")
def test_real_permissions(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "le droit de lecture manque" in call("write", "--no-grammar", "a.txt").err
    (tmp_path / "pages").mkdir(mode=0o555)
    assert "le droit d’écriture manque" in call("write", "--no-grammar", ARTICLE, "-o", "pages").err


def test_a_disk_that_fills_up_leaves_what_was_there(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.html").write_text("ancienne page", encoding="utf-8")

    def full(_descriptor: int) -> None:
        if any(path.stat().st_size > 0 and b"<html" in path.read_bytes() for path in tmp_path.glob(".seo-fr-*")):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = call("write", "--no-grammar", ARTICLE, "-o", ".", "--format", "md", "--format", "html")
    assert done.code == 2
    assert "le disque est plein" in done.err
    assert listed(tmp_path) == {"article.html"}, "neither the other form nor a temporary file"
    assert (tmp_path / "article.html").read_text(encoding="utf-8") == "ancienne page"


def test_reports_that_cannot_be_written_do_not_cost_the_page(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        if any(b'"written"' in path.read_bytes() for path in tmp_path.glob(".seo-fr-*")):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = call("write", "--no-grammar", ARTICLE, "-o", "pages", "--findings", "constats.json")
    assert done.code == 3
    assert "constats.json : le disque est plein" in done.err
    assert listed(tmp_path) == {"pages"}


def test_a_fault_of_ours_is_shown_without_a_traceback(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import seo_fr.rewrite

    def broken(*_arguments: object) -> None:
        raise KeyError("rien")

    monkeypatch.setattr(seo_fr.rewrite, "write_page", broken)
    monkeypatch.delenv("SEO_FR_DEBUG", raising=False)
    with pytest.raises(SystemExit) as leaving:
        main(["write", "--no-grammar", str(ARTICLE), "-o", str(tmp_path)])
    assert leaving.value.code == 2
    said = capfd.readouterr().err
    assert "Défaut de seo-fr (KeyError" in said and "Traceback" not in said
    monkeypatch.setenv("SEO_FR_DEBUG", "1")
    with pytest.raises(KeyError):
        main(["write", "--no-grammar", str(ARTICLE), "-o", str(tmp_path)])


# ------------------------------------------------------------------------------------------------------ broken rules and templates

RULE = """- id: regle-essai
  kind: {kind}
  why: Pour essayer.
  data: {data}
  examples:
    fires: ["Rien."]
    spares: ["Tout."]
"""
BROKEN: dict[str, tuple[str, str]] = {
    "YAML that is none": ("rules/essai.yaml", "- id: [\n"),
    "a rule without a kind": ("rules/essai.yaml", "- id: regle-essai\n  why: Rien.\n"),
    "a kind that is not": ("rules/essai.yaml", RULE.format(kind="sorcellerie", data="{}")),
    "a key given twice": ("rules/essai.yaml", "- id: regle-essai\n  id: autre\n"),
    "a rule that is a text": ("rules/essai.yaml", "bonjour\n"),
    "bytes that are no text": ("rules/essai.yaml", "\udcff\udcfe"),
    "a template without front matter": ("templates/lead/essai.j2", "{{ sujet }} parle."),
    "a template that does not close": ("templates/lead/essai.j2", "---\nframe: lead\nneeds: [sujet]\n---\n{{ sujet parle."),
    "a template that uses what it does not declare": ("templates/lead/essai.j2", "---\nframe: lead\nneeds: [sujet]\n---\n{{ sujet }} {{ verbe }}."),
}


@pytest.fixture
def rulebook(tmp_path: Path) -> Path:
    for name in ("rules", "templates"):
        shutil.copytree(ROOT / name, tmp_path / "livre" / name)
    return tmp_path / "livre"


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_rulebook_is_told_by_file(call: Call, rulebook: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    name, text = BROKEN[kind]
    (rulebook / name).parent.mkdir(parents=True, exist_ok=True)
    (rulebook / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    done = call("validate", rulebook)
    assert done.code == 2
    assert name in done.out.replace(os.sep, "/") or Path(name).name in done.out
    assert re.search(r"[1-9]\d* fautes?\.", done.err)

    from seo_fr.rulebook import load as loader

    sources = sys.modules["seo_fr.rulebook.load"]
    monkeypatch.setattr(sources, "data_dir", lambda which: rulebook / which)
    getattr(loader, "cache_clear", lambda: None)()
    with contextlib.suppress(AttributeError):
        sources._load.cache_clear()  # type: ignore[attr-defined]
    done = call("write", "--no-grammar", ARTICLE)
    monkeypatch.undo()
    with contextlib.suppress(AttributeError):
        sources._load.cache_clear()  # type: ignore[attr-defined]
    assert (done.code, done.out) == (2, ""), done.err
    assert Path(name).name in done.err


def test_a_wrong_example_is_told(call: Call, rulebook: Path) -> None:
    path = next(path for path in sorted((rulebook / "templates").rglob("*.j2")) if "text:" in path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"text: .*", "text: Ce n’est pas cela.", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    done = call("validate", rulebook)
    assert done.code == 2
    assert path.stem in done.out


# ------------------------------------------------------------------------------------------------------------ streams and signals


def started(*arguments: str | Path, cwd: Path, changes: dict[str, str] | None = None, **named: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "seo_fr", *map(str, arguments)]
    return subprocess.Popen(command, cwd=cwd, env=environment(changes), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **named)  # type: ignore[call-overload, no-any-return]


def waited(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Wait until ``condition`` holds; return whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def children(pid: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).children(recursive=True)
    return []


def javas(pid: int) -> list[psutil.Process]:
    found = []
    for child in children(pid):
        with contextlib.suppress(psutil.Error):
            if child.name() == "java":
                found.append(child)
    return found


def gone(processes: list[psutil.Process]) -> bool:
    return all(not process.is_running() or process.status() == psutil.STATUS_ZOMBIE for process in processes)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full manque")
def test_full_disk_on_standard_output(tmp_path: Path) -> None:
    for form in ("md", "html"):  # less and more than a buffer
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "seo_fr", "write", "--no-grammar", "--quiet", "--format", form, LONG]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path, check=False)
        said = done.stderr.decode()
        assert done.returncode == 2, said
        assert "Exception" not in said and "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full manque")
def test_help_and_version_on_a_full_disk() -> None:
    for arguments in (["--help"], ["--version"], ["validate", "absent"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([sys.executable, "-m", "seo_fr", *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, check=False)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """As on a full disk, by the system itself: no file of the process may exceed 2 kB."""
    process = started("write", "--no-grammar", ARTICLE, "-o", "pages", cwd=tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    _out, err = process.communicate(timeout=120)
    assert process.returncode == 2, err.decode()
    assert b"article.md :" in err and b"Traceback" not in err
    assert listed(tmp_path / "pages") == set()


def test_closed_streams(tmp_path: Path) -> None:
    base = f"{sys.executable} -m seo_fr write --no-grammar"
    for command, code, said in (
        (f"{base} - <&-", 2, "L’entrée standard ne peut pas être lue"),
        (f"{base} {ARTICLE} >&-", 2, "sortie standard"),
    ):
        done = subprocess.run(["sh", "-c", command], capture_output=True, env=environment(), cwd=tmp_path, check=False)
        assert done.returncode == code, done.stderr.decode()
        assert said in done.stderr.decode()
        assert b"Traceback" not in done.stderr
    done = subprocess.run(["sh", "-c", f"{base} --words 0 {ARTICLE} 2>&-"], capture_output=True, env=environment(), cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"---\ntitle")


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    command = f"{sys.executable} -m seo_fr write --no-grammar --quiet --format html {LONG} | head -c 5"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=environment(), cwd=tmp_path, check=False)
    assert done.stdout == b"<!DOC"
    assert done.stderr == b""


def test_names_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as stream:
        stream.write(ARTICLE.read_bytes())
    command = [sys.executable, "-m", "seo_fr", "write", "--no-grammar", "--words", "0", "--findings", "constats.json", "--title", b"Un pont \xff", name, "-o", "pages"]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=tmp_path, check=False)
    assert b"Traceback" not in done.stderr and b"[interne]" not in done.stderr, done.stderr
    assert done.returncode == 2, "the title holds half a character"
    done = subprocess.run([*command[:9], name, "-o", "pages"], capture_output=True, env=environment(), cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert os.listdir(os.fsencode(tmp_path / "pages")) == [b"caf\xe9.md"]
    assert json.loads((tmp_path / "constats.json").read_text(encoding="utf-8"))[0]["source"].endswith("caf\\xe9.txt")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_run_and_its_workers(tmp_path: Path, number: int, code: int) -> None:
    names = [f"{index}.txt" for index in range(8)]
    for name in names:
        shutil.copy(LONG, tmp_path / name)
    process = started("write", "--no-grammar", *names, "-o", "pages", "--jobs", "2", cwd=tmp_path)
    assert waited(lambda: len(children(process.pid)) >= 3), "two workers and the tracker"
    workers = children(process.pid)
    process.send_signal(number)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == code, err.decode()
    assert b"Traceback" not in err
    assert waited(lambda: gone(workers), 10)
    assert not [name for name in listed(tmp_path / "pages") if not name.endswith(".md")], "no temporary file"


BETWEEN = """
import multiprocessing.util as util, os, signal, sys
spawn = util.spawnv_passfds
def spawned(path, arguments, passed):
    pid = spawn(path, arguments, passed)
    if any("spawn_main" in str(argument) for argument in arguments):
        os.{kill}(os.getpid() if "{kill}" == "kill" else os.getpgid(0), signal.Signals({number}))
    return pid
util.spawnv_passfds = spawned
from seo_fr.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(("kill", "number", "code"), [("kill", signal.SIGTERM, 143), ("kill", signal.SIGHUP, 129), ("kill", signal.SIGINT, 130), ("killpg", signal.SIGINT, 130)])
def test_a_signal_between_the_start_of_a_worker_and_its_work_is_silent(tmp_path: Path, kill: str, number: int, code: int) -> None:
    names = [f"{index}.txt" for index in range(6)]
    for name in names:
        shutil.copy(LONG, tmp_path / name)
    command = [sys.executable, "-c", BETWEEN.format(kill=kill, number=int(number)), "write", "--no-grammar", *names, "-o", "pages", "--jobs", "2"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, start_new_session=True)
    assert done.returncode == code, done.stderr.decode()
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr.decode()  # «Arrêté : …», nothing of a worker's


def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    names = [f"{index}.txt" for index in range(6)]
    for name in names:
        shutil.copy(LONG, tmp_path / name)
    process = started("write", "--no-grammar", *names, "-o", "pages", "--jobs", "2", cwd=tmp_path)
    assert waited(lambda: len(children(process.pid)) >= 3)
    workers = children(process.pid)
    process.kill()
    process.communicate(timeout=30)
    assert waited(lambda: gone(workers), 20)


# ------------------------------------------------------------------------------------------------------------------ LanguageTool


@pytest.fixture(scope="session")
def jars() -> Path:
    """The provisioned LanguageTool of this machine (fetched on first use)."""
    from seo_fr.check.provision import provision

    return provision()


@pytest.fixture
def cache(jars: Path, tmp_path: Path) -> Path:
    """An XDG_CACHE_HOME with LanguageTool in it and no verdict remembered."""
    place = tmp_path / "cache"
    (place / "seo-fr").mkdir(parents=True)
    (place / "seo-fr" / "languagetool").symlink_to(jars.parent)
    return place


@pytest.fixture(scope="module")
def checked(jars: Path) -> Iterator[bytes]:
    """The page of LONG as LanguageTool lets it pass."""
    done = run("write", LONG)
    assert done.returncode in (0, 1), done.stderr.decode()
    yield done.stdout


@pytest.mark.languagetool
@pytest.mark.slow
def test_a_server_killed_in_mid_run_is_started_again(cache: Path, checked: bytes, tmp_path: Path) -> None:
    process = started("write", LONG, cwd=tmp_path, changes={"XDG_CACHE_HOME": str(cache)})
    assert waited(lambda: bool(javas(process.pid)))
    javas(process.pid)[0].kill()
    out, err = process.communicate(timeout=240)
    assert process.returncode in (0, 1), err.decode()
    assert out == checked


@pytest.mark.languagetool
@pytest.mark.slow
def test_a_server_killed_again_and_again_is_told(cache: Path, tmp_path: Path) -> None:
    process = started("write", LONG, "-o", "pages", cwd=tmp_path, changes={"XDG_CACHE_HOME": str(cache)})
    killed: set[int] = set()
    while process.poll() is None:
        for java in javas(process.pid):
            with contextlib.suppress(psutil.NoSuchProcess):
                java.kill()
                killed.add(java.pid)
        time.sleep(0.01)
    _out, err = process.communicate(timeout=60)
    assert len(killed) == 2
    assert process.returncode == 2, err.decode()
    assert b"LanguageTool" in err and b"Traceback" not in err
    assert listed(tmp_path / "pages") == set()


@pytest.mark.languagetool
@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_no_java_is_left_behind(cache: Path, tmp_path: Path, number: int, code: int) -> None:
    process = started("write", LONG, "-o", "pages", cwd=tmp_path, changes={"XDG_CACHE_HOME": str(cache)})
    assert waited(lambda: bool(javas(process.pid)))
    java = javas(process.pid)
    process.send_signal(number)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == code, err.decode()
    assert waited(lambda: gone(java), 10)
    assert listed(tmp_path / "pages") == set()
    assert b"Traceback" not in err


def test_ctrl_c_inside_code_made_from_a_string(tmp_path: Path) -> None:
    """CPython would end the process by the signal, whatever exit code we give, for a KeyboardInterrupt that went through ``exec`` of a string."""
    script = (
        "import seo_fr.cli as cli, os, signal\n"
        "@cli.cli.command('interrompue')\n"
        "def _interrupted():\n"
        "    exec('os.kill(os.getpid(), signal.SIGINT)\\nfor _ in range(10**6): pass', globals())\n"
        "cli.main(['interrompue'])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment({}), capture_output=True, timeout=60)
    assert done.returncode == 130, done.stderr.decode()
    assert done.stderr.decode() == "Interrompu : rien de plus n’est écrit.\n"


@pytest.mark.languagetool
@pytest.mark.slow
def test_a_java_that_cannot_run(cache: Path, tmp_path: Path) -> None:
    false = shutil.which("false")
    assert false is not None
    for java, said in ((false, "n’a pas pu démarrer"), (str(tmp_path / "absent"), "n’est pas un Java exécutable")):
        done = run("write", "--java", java, LONG, changes={"XDG_CACHE_HOME": str(cache)})
        assert (done.returncode, done.stdout) == (2, b""), done.stderr.decode()
        assert said in done.stderr.decode()


@pytest.mark.languagetool
def test_set_up_from_a_folder_and_doctor(call: Call, jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "neuf"))
    done = call("doctor")
    assert done.code == 1
    assert "✗ LanguageTool" in done.out and "seo-fr setup" in done.out
    assert call("setup", "--quiet", "--from", jars).code == 0
    done = call("doctor")
    assert done.code == 0, done.out
    assert "✓ LanguageTool" in done.out
    assert call("doctor", "--java", tmp_path / "absent").code == 1
    assert call("doctor", "--languagetool", "http://127.0.0.1:1").code == 1


def test_no_network_and_nothing_installed(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import seo_fr.check.provision as provision

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "neuf"))

    def get(jar: object) -> Path:
        raise provision._unavailable("telechargement", "Impossible de télécharger LanguageTool. Sans réseau : « seo-fr setup --from DOSSIER ».")

    monkeypatch.setattr(provision, "_from_network", lambda _staging: get)
    for command in (("setup", "--quiet"), ("write", ARTICLE)):
        done = call(*command)
        assert (done.code, done.out) == (2, "")
        assert "seo-fr setup --from DOSSIER" in done.err


def test_a_cache_that_cannot_be_made(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fichier").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "fichier"))
    done = call("setup", "--quiet")
    assert done.code == 2
    assert "XDG_CACHE_HOME" in done.err


def test_findings_are_lines_for_people() -> None:
    from seo_fr.cli import shown

    assert shown(Finding("mots", "error", "page", "Trop court."), "a.txt") == "a.txt : erreur [mots] Trop court."
