"""Provisioning: from a folder of stand-in jars, against a lock made for the test; no network."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from seo_fr.check import provision as jars
from seo_fr.errors import Unavailable

ROOT = Path(__file__).resolve().parent.parent
CONTENTS = {"languagetool-server": b"serveur", "language-fr": b"francais" * 1000, "guava": b"bibliotheque"}


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> jars.Lock:
    items = [
        {"group": "org.exemple", "artifact": name, "version": "1.0", "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in CONTENTS.items()
    ]
    file = tmp_path / "verrou.json"
    file.write_text(json.dumps({"version": "6.8", "jars": items}))
    made = jars.locked(file)
    monkeypatch.setattr(jars, "locked", lambda: made)
    return made


def flat(folder: Path) -> None:
    for name, data in CONTENTS.items():
        (folder / f"{name}-1.0.jar").write_bytes(data)


def maven(folder: Path) -> None:
    for name, data in CONTENTS.items():
        place = folder / "org" / "exemple" / name / "1.0"
        place.mkdir(parents=True)
        (place / f"{name}-1.0.jar").write_bytes(data)


def another_cache(folder: Path) -> None:
    place = folder / "languagetool" / "0123" / "LanguageTool-6.8"
    (place / "libs").mkdir(parents=True)
    for name, data in CONTENTS.items():
        (place / (f"{name}.jar" if name == jars.SERVER else f"libs/{name}.jar")).write_bytes(data)


@pytest.mark.parametrize("layout", [flat, maven, another_cache])
def test_from_a_folder(layout: Callable[[Path], None], lock: jars.Lock, tmp_path: Path) -> None:
    source, root = tmp_path / "source", tmp_path / "cache"
    source.mkdir()
    layout(source)
    assert not jars.provisioned(root) and len(jars.damaged(root)) == 3
    home = jars.provision(source, quiet=True, cache_root=root)
    assert home == jars.home(lock, root)
    assert (home / "LanguageTool-6.8" / "languagetool-server.jar").read_bytes() == b"serveur"
    assert (home / "LanguageTool-6.8" / "libs" / "guava.jar").read_bytes() == b"bibliotheque"
    assert jars.provisioned(root) and jars.damaged(root) == ()
    assert not list(home.rglob("partiel-*")), "nothing half-made is left"


def test_it_goes_on_from_what_is_there(lock: jars.Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, root = tmp_path / "source", tmp_path / "cache"
    source.mkdir()
    flat(source)
    (source / "guava-1.0.jar").unlink()
    with pytest.raises(Unavailable, match=r"guava-1\.0\.jar manque"):
        jars.provision(source, quiet=True, cache_root=root)
    assert jars.damaged(root) == ("libs/guava.jar",)
    kept = jars.home(lock, root) / "LanguageTool-6.8" / "languagetool-server.jar"
    before = kept.stat().st_mtime_ns
    flat(source)
    (source / "languagetool-server-1.0.jar").unlink()
    (kept.parent / "partiel-x").mkdir()  # by a run that was killed
    (kept.parent / "partiel-x" / "guava-1.0.pret").write_bytes(b"bibl")
    jars.provision(source, quiet=True, cache_root=root)
    assert jars.provisioned(root) and kept.stat().st_mtime_ns == before and not (kept.parent / "partiel-x").exists()


def test_a_partial_file_is_not_taken_for_whole(lock: jars.Lock, tmp_path: Path) -> None:
    source, root = tmp_path / "source", tmp_path / "cache"
    source.mkdir()
    flat(source)
    jars.provision(source, quiet=True, cache_root=root)
    cut = jars.home(lock, root) / "LanguageTool-6.8" / "libs" / "language-fr.jar"
    cut.write_bytes(CONTENTS["language-fr"][:100])
    assert not jars.provisioned(root)
    jars.provision(source, quiet=True, cache_root=root)
    assert cut.read_bytes() == CONTENTS["language-fr"]


def test_same_size_other_bytes_is_damage(lock: jars.Lock, tmp_path: Path) -> None:
    source, root = tmp_path / "source", tmp_path / "cache"
    source.mkdir()
    flat(source)
    jars.provision(source, quiet=True, cache_root=root)
    (jars.home(lock, root) / "LanguageTool-6.8" / "libs" / "guava.jar").write_bytes(b"B" * len(CONTENTS["guava"]))
    assert jars.damaged(root) == ("libs/guava.jar",)


def test_a_wrong_file_is_refused_in_french(lock: jars.Lock, tmp_path: Path) -> None:
    source, root = tmp_path / "source", tmp_path / "cache"
    source.mkdir()
    flat(source)
    (source / "guava-1.0.jar").write_bytes(b"autre chose")
    with pytest.raises(Unavailable, match="n’est pas le fichier attendu") as caught:
        jars.provision(source, quiet=True, cache_root=root)
    assert caught.value.finding.expected == hashlib.sha256(CONTENTS["guava"]).hexdigest()
    assert "libs/guava.jar" in jars.damaged(root)


def test_a_folder_that_is_none(lock: jars.Lock, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="n’est pas un dossier"):
        jars.provision(tmp_path / "nulle-part", quiet=True, cache_root=tmp_path / "cache")


def test_a_cache_that_cannot_be_made(lock: jars.Lock, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("un fichier")
    with pytest.raises(Unavailable, match="Impossible d’écrire"):
        jars.provision(tmp_path, quiet=True, cache_root=tmp_path / "cache")


def test_no_network_is_told_with_the_remedy(lock: jars.Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(Unavailable, match=r"Impossible de télécharger.*setup --from"):
        jars.provision(quiet=True, cache_root=tmp_path / "cache")


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Both copy the user's own jars into one empty cache: both end well, and each file is whole."""
    jars.provision(quiet=True)
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from seo_fr.check.provision import provision, damaged
        provision(Path(sys.argv[1]), quiet=True, cache_root=Path(sys.argv[2]))
        print(damaged(Path(sys.argv[2])))
        """
    )
    arguments = [sys.executable, "-c", code, str(jars.home()), str(tmp_path / "cache")]
    running = [subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=120)[0].strip() for process in running] == ["()", "()"]
    assert [process.returncode for process in running] == [0, 0]


def test_nothing_is_fetched_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    jars.provision(quiet=True)
    monkeypatch.setattr(jars, "_complete", lambda *_: pytest.fail("fetched again"))
    assert jars.provision(quiet=True) == jars.home()


def test_the_lock_that_ships() -> None:
    lock = jars.locked()
    assert lock.version == "6.8"
    places = [jar.place for jar in lock.jars]
    assert len(set(places)) == len(places) and "languagetool-server.jar" in places and "libs/language-fr.jar" in places
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in lock.jars)
    assert 50e6 < lock.size < 70e6
    assert sorted(jar.artifact for jar in lock.jars if jar.artifact != jars.SERVER) == sorted(jars._NEEDED)


def test_the_cache_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert jars.cache_dir() == tmp_path / "seo-fr"
    assert jars.home().is_relative_to(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relatif")
    assert jars.cache_dir().is_absolute()


def test_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SEO_FR_JAVA", raising=False)
    own = jars.java_executable(None)
    assert own.is_file() and jars.java_version(own).split(".")[0].isdigit()
    assert jars.java_executable(str(own.parent.parent)) == own, "a JAVA_HOME will do"
    monkeypatch.setenv("SEO_FR_JAVA", str(tmp_path / "absent"))
    with pytest.raises(Unavailable, match="n’est pas un Java"):
        jars.java_executable(None)
    assert jars.java_executable(str(own)) == own
    assert jars.java_version(tmp_path / "absent") == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_without_rights(lock: jars.Lock, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o500)
    with pytest.raises(Unavailable, match="Impossible d’écrire"):
        jars.provision(tmp_path, quiet=True, cache_root=tmp_path / "cache")
