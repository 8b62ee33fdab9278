"""The gate: real server, real processes; and, with a small stand-in that speaks LanguageTool's HTTP, everything that needs no Java."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import psutil
import pytest

from seo_fr.check.grammar import Gate, Match, Policy, _allowed, open_gate
from seo_fr.check.provision import cache_dir, locked, provision
from seo_fr.check.server import LocalServer, address
from seo_fr.check.verdicts import Verdicts, key_of
from seo_fr.errors import Unavailable

ROOT = Path(__file__).resolve().parent.parent
FAULT = "Le chat mangent les souris."
SOUND = "Le chat mange les souris."


# --------------------------------------------------------------------------------------------------------------------- a stand-in


class Standin:
    """Answers like a LanguageTool server: every «FAUTE» is a grammar match, every «xq…» word an unknown word."""

    def __init__(self, version: str) -> None:
        self.asked: list[str] = []
        self.status = 200
        standin = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_args: object) -> None:
                return

            def _send(self, data: object) -> None:
                body = json.dumps(data).encode()
                self.send_response(standin.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                self._send([{"name": "French", "code": "fr", "longCode": "fr"}])

            def do_POST(self) -> None:
                text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["text"][0]
                standin.asked.extend(text.split("\n\n"))
                self._send({"software": {"name": "LanguageTool", "version": version}, "matches": list(matches_of(text))})

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def matches_of(text: str) -> Iterator[dict[str, object]]:
    for word, rule, category in (("FAUTE", "ACCORD_SUJET_VERBE", "CAT_GRAMMAIRE"), ("xqvert", "FR_SPELLING_RULE", "TYPOS"), ("stylé", "X", "STYLE")):
        for hit in re.finditer(word, text):
            yield {
                "message": "?",
                "shortMessage": "",
                "replacements": [],
                "offset": len(text[: hit.start()].encode("utf-16-le")) // 2,
                "length": len(word),
                "context": {"text": text, "offset": 0, "length": 1},
                "sentence": text,
                "type": {"typeName": "Other"},
                "rule": {"id": rule, "description": "", "issueType": "", "category": {"id": category, "name": ""}},
            }


@pytest.fixture
def standin() -> Iterator[Standin]:
    made = Standin(locked().version)
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_each_text_has_its_own_verdict_at_its_own_offsets(standin: Standin, tmp_path: Path) -> None:
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        first, second, third = gate.check(["🙂 une FAUTE", "rien", "stylé"])
    assert first == (Match(6, 5, "ACCORD_SUJET_VERBE", "CAT_GRAMMAIRE", "?"),)
    assert first[0].of("🙂 une FAUTE") == "FAUTE"
    assert second == ()
    assert [match.rule for match in third] == ["X"]


def test_a_text_is_asked_once_in_a_life(standin: Standin, tmp_path: Path) -> None:
    for _run in (1, 2):
        with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
            assert gate.check(["une FAUTE", "rien", "une FAUTE"]) == gate.check(["une FAUTE", "rien", "une FAUTE"])
    assert sorted(text for text in standin.asked if text != "Bonjour.") == ["rien", "une FAUTE"]


def test_the_policy_decides_and_the_sources_words_are_never_unknown(standin: Standin, tmp_path: Path) -> None:
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        texts = ["une FAUTE", "un l’xqvert", "stylé"]
        assert [[m.rule for m in found] for found in gate.reject(texts)] == [["ACCORD_SUJET_VERBE"], ["FR_SPELLING_RULE"], []]
        assert [len(found) for found in gate.reject(texts, ["xqvert"])] == [1, 0, 0]
        assert [len(found) for found in gate.reject(texts, ["FAUTE", "d’xqvert"])] == [1, 0, 0]


@pytest.mark.parametrize(
    ("word", "allowed", "expected"),
    [
        ("Kirby", {"Kirby"}, True),
        ("l’Alabuga", {"Alabuga"}, True),
        ("Tang-Kirby", {"Tang", "Kirby"}, True),
        ("kirby", {"Kirby"}, False),
        ("Kirbi", {"Kirby"}, False),
        ("", {"Kirby"}, False),
    ],
)
def test_allowed_words(word: str, allowed: set[str], expected: bool) -> None:
    assert _allowed(word, allowed) is expected


@pytest.mark.parametrize(
    ("text", "excused"),
    [("Selon le Journal du Dimanche, il part.", True), ("Il part du village Dimanche.", False), ("Le marché du Dimanche ferme.", False), ("Selon le Journal du Samedi, il part.", False)],
)
def test_the_name_of_a_newspaper_keeps_its_capital(text: str, excused: bool, tmp_path: Path) -> None:
    day = "Samedi" if "Samedi" in text else "Dimanche"
    match = Match(text.index(day), len(day), "JOURS", "CAT_MAJUSCULES", "")
    from seo_fr.rulebook import load

    assert Gate(load(), None, None, tmp_path)._excused(match, text, {"Dimanche"}) is excused


def test_a_rules_own_entry_goes_before_its_category() -> None:
    policy = Policy(frozenset({"A"}), frozenset({"C"}), frozenset({"B"}), frozenset({"U"}))
    assert [policy.rejects(Match(0, 1, rule, category, "")) for rule, category in [("A", "X"), ("B", "C"), ("Z", "C"), ("Z", "X"), ("U", "X")]] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_another_version_is_recorded_and_warned_about(tmp_path: Path) -> None:
    old = Standin("6.3")
    with open_gate(url=old.url, cache_dir=tmp_path) as gate:
        assert gate.version == "6.3"
        (finding,) = gate.findings
    assert finding.severity == "warning" and finding.actual == "6.3" and finding.expected == locked().version
    old.server.shutdown()
    new = Standin(locked().version)
    with open_gate(url=new.url, cache_dir=tmp_path) as gate:
        gate.check(["rien"])
        assert gate.findings == () and gate.version == locked().version
    new.server.shutdown()


def test_a_server_that_answers_wrongly_or_not_at_all_is_told_in_french(standin: Standin, tmp_path: Path) -> None:
    standin.status = 500
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate, pytest.raises(Unavailable, match="ne répond pas comme il faut"):
        gate.check(["rien"])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open_gate(url=f"localhost:{port}", cache_dir=tmp_path) as gate, pytest.raises(Unavailable, match="connexion impossible"):
        gate.check(["rien"])


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ("localhost:8081", "http://localhost:8081/"),
        ("http://lt.redaction.fr/v2", "http://lt.redaction.fr/"),
        ("https://lt.redaction.fr/api/v2/check", "https://lt.redaction.fr/api/"),
        ("http://[::1]:8081/", "http://[::1]:8081/"),
    ],
)
def test_address(given: str, base: str) -> None:
    assert address(given) == base


@pytest.mark.parametrize("given", ["ftp://localhost", "http://", "localhost:99999", "un serveur", "http://localhost:abc"])
def test_what_is_no_address(given: str) -> None:
    with pytest.raises(Unavailable, match="n’est pas l’adresse"):
        address(given)


# --------------------------------------------------------------------------------------------------------------------- the memory


@pytest.mark.parametrize("damage", [b"", b"pas une base", b"SQLite format 3\0" + b"\xff" * 4096, None])
def test_a_damaged_memory_is_made_anew(damage: bytes | None, standin: Standin, tmp_path: Path) -> None:
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        before = gate.check(["une FAUTE"])
    file = tmp_path / "verdicts.sqlite3"
    if damage is None:
        data = bytearray(file.read_bytes())
        data[100:-1] = b"\x5a" * (len(data) - 101)
        damage = bytes(data)
    file.write_bytes(damage)
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        assert gate.check(["une FAUTE"]) == before
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        asked = len(standin.asked)
        assert gate.check(["une FAUTE"]) == before
        assert [text for text in standin.asked[asked:] if text != "Bonjour."] == []


def test_values_of_another_form_are_not_known(standin: Standin, tmp_path: Path) -> None:
    with open_gate(url=standin.url, cache_dir=tmp_path) as gate:
        before = gate.check(["une FAUTE"])
        memory = gate._memory()
        assert memory._connection is not None
        memory._connection.execute("UPDATE verdict SET value = '[[1]]'")
        assert gate.check(["une FAUTE"]) == before
        memory._connection.execute("UPDATE verdict SET value = 'rien'")
        assert gate.check(["une FAUTE"]) == before


def test_an_unwritable_memory_is_done_without(standin: Standin, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    with open_gate(url=standin.url, cache_dir=tmp_path / "fichier") as gate:
        assert [len(found) for found in gate.check(["une FAUTE", "rien"])] == [1, 0]


def test_several_processes_share_one_memory(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from seo_fr.check.verdicts import Verdicts
        memory = Verdicts(Path(sys.argv[1]))
        for n in range(60):
            memory.put([(f"{sys.argv[2]}-{n}", [n])])
        """
    )
    file = tmp_path / "verdicts.sqlite3"
    running = [subprocess.Popen([sys.executable, "-c", code, str(file), str(k)], cwd=ROOT) for k in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    memory = Verdicts(file)
    assert memory.get([f"{k}-{n}" for k in range(3) for n in range(60)]) == {f"{k}-{n}": [n] for k in range(3) for n in range(60)}


def test_keys_do_not_run_into_one_another() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("", "abc"), key_of("a\0", "bc")}) == 5


# --------------------------------------------------------------------------------------------------------------------- the real server


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A cache with the jars of the user's own and an empty memory."""
    provision(quiet=True)
    (tmp_path / "languagetool").symlink_to(cache_dir() / "languagetool", target_is_directory=True)
    return tmp_path


def java_of(gate: Gate) -> psutil.Process:
    assert isinstance(gate._server, LocalServer) and gate._server._server is not None
    watchdog = psutil.Process(gate._server._server.pid)
    (java,) = watchdog.children()
    return java


def ended(pid: int, seconds: float = 15.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.languagetool
def test_real_server(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One start for all that a sound server must do: judge, alone and in company alike, through no proxy, remember, restart once, end."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    texts = [SOUND, FAULT, "Voilà 🙂. Le chat mangent les souris.", "L’Iran a nié.", SOUND]
    with open_gate(cache_dir=root) as gate:
        assert gate.version == "6.8" and gate._server is None
        gate.prestart("article")
        together = gate.check(texts)
        assert [len(found) for found in together] == [0, 1, 1, 1, 0]
        assert together[2][0].of(texts[2]) == "mangent"
        assert gate.reject(texts)[3] == (), "« L’Iran a nié. » is good French"
        company = [FAULT, FAULT + " Bien.", "Il part « loin.", "Il part. Il part. Il part.", "Il part » loin.", "2 hommes", "Le ministre\na parlé.", "L’OMS affirme que…", "Il affirme aussi.", "", " "]
        assert isinstance(gate._server, LocalServer)
        alone = [tuple(sorted(Match(m.offset, m.error_length, m.rule_id, m.category, m.message) for m in gate._server.check(text))) for text in company]
        assert list(gate.check(company)) == alone, "a sentence’s matches are its own, whatever stands beside it"

        java = java_of(gate)
        assert {c.laddr.ip for c in java.net_connections() if c.status == psutil.CONN_LISTEN} <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
        assert all(c.raddr.ip in ("127.0.0.1", "::1", "::ffff:127.0.0.1") for c in java.net_connections() if c.raddr)

        java.kill()  # once: restarted
        assert ended(java.pid)
        assert [len(found) for found in gate.check(["Ils a mangé.", SOUND])] == [1, 0]
        again = java_of(gate)
        assert again.pid != java.pid
        again.kill()  # twice: told
        assert ended(again.pid)
        with pytest.raises(Unavailable, match="s’est arrêté deux fois"):
            gate.check(["Une phrase encore jamais vue."])
    with open_gate(cache_dir=root) as gate:
        assert gate.check(texts) == together
        assert gate._server is None and gate.asked == 0, "all is remembered: no Java"


@pytest.mark.languagetool
@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("end", ["exit", "crash", "_exit", "SIGTERM", "SIGKILL", "SIGINT"])
def test_no_server_is_left_behind(end: str, root: Path) -> None:
    code = textwrap.dedent(
        """
        import os, sys, time
        from pathlib import Path
        from seo_fr.check import server
        from seo_fr.check.grammar import open_gate
        import psutil
        gate = open_gate(cache_dir=Path(sys.argv[1]))
        running = gate._running()
        watchdog = psutil.Process(running._server.pid)
        print(watchdog.pid, watchdog.children()[0].pid, flush=True)
        if sys.argv[2] == "crash":
            raise RuntimeError
        if sys.argv[2] == "_exit":
            os._exit(3)
        if sys.argv[2].startswith("SIG"):
            time.sleep(60)
        """
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(root), end], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    watchdog, java = (int(word) for word in process.stdout.readline().split())
    if end.startswith("SIG"):
        process.send_signal(getattr(signal, end))
    process.wait(30)
    process.stdout.close()
    assert ended(java) and ended(watchdog)


@pytest.mark.languagetool
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PR_SET_PDEATHSIG")
def test_java_dies_with_the_watchdog(root: Path) -> None:
    with open_gate(cache_dir=root) as gate:
        gate._running()
        java = java_of(gate)
        assert isinstance(gate._server, LocalServer) and gate._server._server is not None
        os.kill(gate._server._server.pid, signal.SIGKILL)
        assert ended(java.pid)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for Java")
def test_a_server_that_cannot_start_says_why(root: Path) -> None:
    java = root / "java"
    java.write_text("#!/bin/sh\necho 'Error: could not reserve enough space for object heap' >&2\nexit 1\n")
    java.chmod(0o755)
    with open_gate(cache_dir=root, java=str(java)) as gate:
        gate.prestart()
        with pytest.raises(Unavailable, match=r"n’a pas pu démarrer.*could not reserve enough space"):
            gate.check([SOUND])
        with pytest.raises(Unavailable, match="could not reserve"):
            gate.check([SOUND])


def test_a_java_that_is_none(root: Path) -> None:
    with open_gate(cache_dir=root, java=str(root / "nulle-part")) as gate, pytest.raises(Unavailable, match="n’est pas un Java"):
        gate.check([SOUND])


def test_a_file_that_is_no_program(root: Path) -> None:
    (root / "java").write_text("pas un programme")
    (root / "java").chmod(0o755)
    with open_gate(cache_dir=root, java=str(root / "java")) as gate, pytest.raises(Unavailable, match="n’a pas pu démarrer"):
        gate.check([SOUND])


def test_a_full_or_closed_temporary_folder_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("seo_fr.check.server.tempfile.TemporaryFile", full)
    with open_gate(cache_dir=root) as gate, pytest.raises(Unavailable, match="dossier temporaire"):
        gate.check([SOUND])


def test_what_ended_well_once_starts_nothing_ahead(standin: Standin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(Gate, "_start_ahead", lambda self: started.append("x"))
    monkeypatch.setattr("seo_fr.check.grammar.provisioned", lambda _root: True)
    for subject, expected in (("a", 1), ("a", 1), ("b", 2)):
        with open_gate(cache_dir=tmp_path) as gate:
            gate.prestart(subject)
        assert len(started) == expected
    with pytest.raises(RuntimeError), open_gate(cache_dir=tmp_path) as gate:
        gate.prestart("c")
        raise RuntimeError
    with open_gate(cache_dir=tmp_path) as gate:
        gate.prestart("c")
    assert len(started) == 4


@pytest.mark.parametrize(
    ("rule", "text", "matched", "excused"),
    [
        ("A_ACCENT_A", "La grève est reconduite jusqu’à vendredi inclus.", "à vendredi inclus", True),
        ("A_ACCENT_A", "La compétition à cependant tourné court.", "à", False),
        ("ELISION", "Pour l’avocate, Me Inès Delmotte, c’est clair.", "Me Inès", True),
        ("ELISION", "L’avocate Me Inès Delmotte parle de alerte.", "de alerte", False),
        ("ACCORD_SUJET_VERBE", "Le groupe dit viser 45 millions.", "viser", True),
        ("ACCORD_SUJET_VERBE", "Le groupe dit viser 45 millions et reviens.", "reviens", False),
        ("D_N", "Il a requis six ans de prison, dont trois ferme.", "trois ferme", True),
        ("D_N", "Le Turquie a répondu.", "Le Turquie", False),
        ("J_N", "Le candidat à la présidentielle Benoît Morel est venu.", "présidentielle Benoît", True),
        ("J_N", "Elle a repris de vaste zones.", "vaste zones", False),
        ("A_A_ACCENT2", "Il dit que « [s]a femme » est venue.", "a", True),
        ("ETRE_VPPA_OU_ADJ", "Par combien de voix a été approuvé le texte ?", "approuvé", True),
        ("ETRE_VPPA_OU_ADJ", "Par combien de voix a été approuvé la loi ?", "approuvé", False),
        ("X", "Il dit que « [s]a femme à été » vue.", "à été", False),
        ("X", "La grève est reconduite jusqu’à vendredi inclus.", "à vendredi inclus", False),
    ],
)
def test_a_turn_that_misleads_languagetool_is_excused_and_nothing_beside_it(rule: str, text: str, matched: str, excused: bool, tmp_path: Path) -> None:
    from seo_fr.rulebook import load

    start = text.rindex(matched) if rule != "A_A_ACCENT2" else text.index("]a") + 1
    assert Gate(load(), None, None, tmp_path)._excused(Match(start, len(matched), rule, "", ""), text, ()) is excused
