"""language-tool-python's server, started from our own jars and Java, bounded in time, never left behind, and asked without a network.

What of ``language_tool_python.LanguageTool`` 3.4.0 is replaced, and why: its launcher takes the Java on the PATH, may download LanguageTool, throws the server's
error text away and tries 900 ports when Java cannot start; its requests follow ``HTTP_PROXY`` even to this machine; its default settings
build a checking pipeline for each request.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Literal

import requests
from language_tool_python import LanguageTool
from language_tool_python import server as ltp_server
from language_tool_python.config_file import LanguageToolConfig
from language_tool_python.download_lt import ReleaseLocalLanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.match import Match as LtpMatch

from seo_fr.errors import Unavailable
from seo_fr.model import Finding

JVM_FLAGS = ("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8")
SETTINGS: dict[str, Any] = {
    "pipelineCaching": True,
    "maxPipelinePoolSize": 4,
    "pipelineExpireTimeInSeconds": 86_400,
    "suggestionsEnabled": False,  # its suggestions are never applied: computing them is the dearest part of a spelling match
}
START_SECONDS = 90.0  # a start takes 2 s; this bounds one that hangs, on a machine that is busy
REQUEST_SECONDS = 120.0
# Rules that look from one sentence at another: without them a sentence has the same matches alone and among others.
CROSS_SENTENCE = {
    "disabledCategories": "REPETITIONS_STYLE",
    "disabledRules": "FRENCH_WORD_REPEAT_BEGINNING_RULE,FR_UNPAIRED_BRACKETS,TOO_LONG_PARAGRAPH,UNPAIRED_BRACKETS",
}
WATCHDOG = Path(__file__).with_name("watchdog.py")


def unavailable(rule: str, message: str, actual: str = "") -> Unavailable:
    """An error about LanguageTool, ready to show."""
    return Unavailable(Finding(rule, "error", "LanguageTool", message, actual))


class _Jars(ReleaseLocalLanguageTool):
    """The provisioned folder, with our Java. Never downloads."""

    def __init__(self, home: Path, version: str, java: Path) -> None:
        super().__init__(version)
        self._home = home
        self._java = java

    def download(self) -> None:
        """Everything is there already."""

    def get_directory_path(self) -> Path:
        return self._home / f"LanguageTool-{self.version_name}"

    def get_server_cmd(self, port: int | None = None, config: LanguageToolConfig | None = None) -> list[str]:
        command = [str(self._java), *JVM_FLAGS, "-cp", str(self.get_jar_path()), "org.languagetool.server.HTTPServer", "-p", str(port)]
        return command + (["--config", config.path] if config is not None else [])


class _Asked(LanguageTool):
    """A server that is asked through one session, and whose version is kept. ``software`` is «» until it has answered."""

    software: str = ""

    def __init__(self, **given: Any) -> None:
        self._session = requests.Session()
        self._server = None
        self.stopping = threading.Event()
        super().__init__(language="fr", **given)

    def check(self, text: str) -> list[LtpMatch]:
        """Return the matches of ``text``. Raises Unavailable."""
        answer = self._query_server(urllib.parse.urljoin(self._url, "check"), {**self._create_params(text), **CROSS_SENTENCE}, method="post")
        self.software = str(answer["software"]["version"])
        return [LtpMatch(match, text) for match in answer["matches"]]

    def _ask(self, url: str, params: dict[str, str] | None, method: str, seconds: float) -> Any:
        with self._session.request(
            method, url, data=params if method == "post" else None, params=params if method == "get" else None, timeout=(5, seconds)
        ) as answer:
            if answer.status_code != 200:
                raise LanguageToolError(f"{answer.status_code} {answer.text.strip()[:500]}")
            return answer.json()

    def close(self) -> None:
        self.stopping.set()
        super().close()
        self._session.close()


class RemoteServer(_Asked):
    """A server that somebody else runs."""

    def __init__(self, url: str) -> None:
        self.address = address(url)
        super().__init__(remote_server=self.address)

    def _query_server(
        self, url: str, params: dict[str, str] | None = None, num_tries: int = 2, method: Literal["get", "post"] = "get"
    ) -> Any:
        try:
            return self._ask(url, params, method, REQUEST_SECONDS)
        except (OSError, ValueError, LanguageToolError) as error:
            raise unavailable(
                "serveur-distant",
                f"Le serveur LanguageTool « {self.address} » ne répond pas comme il faut : {_reason(error)}. "
                "Vérifiez l’adresse (--languagetool, SEO_FR_LANGUAGETOOL), ou retirez-la pour employer le LanguageTool local.",
                str(error),
            ) from error


def address(url: str) -> str:
    """Return the base address of a server, with its scheme, without «/v2», with a final slash. Raises Unavailable for what is no address."""
    text = url.strip() if "://" in url else "http://" + url.strip()
    parts = urllib.parse.urlsplit(text)
    try:
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or " " in text:
        raise unavailable("adresse", f"« {url} » n’est pas l’adresse d’un serveur LanguageTool. Exemple : http://localhost:8081", url)
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def _reason(error: BaseException) -> str:
    if isinstance(error, requests.Timeout):
        return "pas de réponse à temps"
    if isinstance(error, requests.ConnectionError):
        return "connexion impossible"
    if isinstance(error, ValueError):
        return "sa réponse n’est pas du JSON"
    return str(error).strip().rstrip(".") or type(error).__name__


class LocalServer(_Asked):
    """Our own server. Restarted once if it dies; then Unavailable is raised."""

    def __init__(self, home: Path, version: str, java: Path, on_start: Callable[[LocalServer], None] | None = None) -> None:
        """``on_start`` is given the server before it is ready, so that another thread can end it."""
        self._on_start = on_start
        self._jars = _Jars(home, version, java)
        self._log: IO[bytes] | None = None
        self._restarts = 0
        self._killed = False
        self._ending = threading.RLock()
        super().__init__(host="127.0.0.1", language_tool_download_version=version)

    def _start_server_on_free_port(self) -> None:
        if self._on_start is not None:
            self._on_start(self)
        self._session.trust_env = False  # no proxy, no .netrc: this machine only
        for left in (2, 1, 0):
            with socket.socket() as free:
                free.bind((self._host, 0))
                self._port = free.getsockname()[1]
            self._url = f"http://{self._host}:{self._port}/v2/"
            try:
                self._start_local_server()
                return
            except Unavailable as error:
                if self._killed and not self._restarts and not self.stopping.is_set():
                    self._restarts += 1  # while it was starting: as in mid-run, once
                    continue
                # Another process may take the port between our look and the server's start.
                if not left or ("BindException" not in error.finding.actual and "already in use" not in error.finding.actual):
                    raise
        """Everything is there already."""

    def _start_local_server(self) -> None:
        self._drop_log()
        try:
            self._log = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the server)
            config = LanguageToolConfig(SETTINGS)
        except OSError as error:
            raise unavailable(
                "dossier-temporaire",
                f"LanguageTool ne peut démarrer : le dossier temporaire n’est pas inscriptible ({error.strerror or error}). Libérez de la place ou donnez-en un autre par TMPDIR.",
                str(error),
            ) from error
        try:
            command = self._jars.get_server_cmd(self._port, config)
            if sys.executable:
                command = [sys.executable, "-I", "-S", str(WATCHDOG), *command]
            # A session of its own: Ctrl-C reaches us first, and the pipe ends it.
            self._server = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=self._log, stderr=subprocess.STDOUT, text=True, start_new_session=os.name == "posix"
            )
            ltp_server.RUNNING_SERVER_PROCESSES.append(self._server)
            self._wait_for_server_ready()
        except FileNotFoundError as error:
            raise unavailable(
                "languagetool-absent", f"LanguageTool ou Java manque : {error}. Lancez « seo-fr setup », puis « seo-fr doctor ».", str(error)
            ) from error
        except BaseException:
            self._terminate_server()
            raise
        finally:
            with contextlib.suppress(OSError):
                Path(config.path).unlink()

    def _wait_for_server_ready(self, timeout: int = int(START_SECONDS)) -> None:
        server = self._server  # another thread may close us meanwhile
        assert server is not None
        end = time.monotonic() + timeout
        pause = 0.02
        while time.monotonic() < end and not self.stopping.is_set():
            code = server.poll()
            if code is not None:
                self._killed = code < 0 or code > 128  # the watchdog passes on 128 and the signal
                raise self._failed("n’a pas pu démarrer")
            with contextlib.suppress(requests.RequestException):
                if self._session.get(f"{self._url}healthcheck", timeout=2).ok:
                    return
            time.sleep(pause)
            pause = min(pause * 1.5, 0.25)
        raise self._failed("ne s’est pas ouvert à temps")

    def _query_server(
        self, url: str, params: dict[str, str] | None = None, num_tries: int = 2, method: Literal["get", "post"] = "get"
    ) -> Any:
        while True:
            try:
                return self._ask(url, params, method, REQUEST_SECONDS)
            except LanguageToolError as error:
                raise unavailable("languagetool", f"LanguageTool a refusé un texte : {_reason(error)}.", str(error)) from error
            except (OSError, ValueError) as error:
                if self.stopping.is_set() or self._restarts:
                    raise self._failed("s’est arrêté deux fois en cours de route") from error
                self._restarts += 1
                before = self._url
                self._terminate_server()
                self._start_server_on_free_port()
                url = url.replace(before, self._url, 1)

    def told(self) -> str:
        """What the server wrote, its end (2,000 characters): the warning about root and the banner left out."""
        if self._log is None:
            return ""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").splitlines()
        kept = [line.strip() for line in lines if line.strip() and "***" not in line and " INFO " not in line and not line.lstrip().startswith("at ")]
        return "\n".join(kept)[-2000:]

    def _failed(self, what: str) -> Unavailable:
        told = self.told()
        return unavailable(
            "serveur-local",
            f"Le serveur LanguageTool {what}. Il dit : « {told or 'rien'} ». Lancez « seo-fr doctor » ; « --no-grammar » écrit la page sans ce contrôle.",
            told,
        )

    def _terminate_server(self) -> None:
        with self._ending:  # the thread that starts and the one that closes may both come here
            if self._server is not None and self._server not in ltp_server.RUNNING_SERVER_PROCESSES:
                ltp_server.RUNNING_SERVER_PROCESSES.append(self._server)
            super()._terminate_server()

    def _drop_log(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def close(self) -> None:
        self.stopping.set()
        self._terminate_server()
        super().close()
        self._drop_log()
