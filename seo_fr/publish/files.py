"""Output files: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterable
from pathlib import Path

from seo_fr.errors import Unwritable
from seo_fr.model import Finding

_counter = itertools.count()

_REMEDIES = {
    errno.ENOSPC: "le disque est plein. Libérez de la place",
    errno.EDQUOT: "votre quota de disque est atteint. Libérez de la place",
    errno.EACCES: "le droit d’écriture manque. Choisissez un autre dossier",
    errno.EPERM: "le droit d’écriture manque. Choisissez un autre dossier",
    errno.EROFS: "le disque est en lecture seule. Choisissez un autre dossier",
    errno.ENOENT: "le dossier n’existe pas. Créez-le d’abord",
    errno.ENOTDIR: "un élément du chemin n’est pas un dossier. Vérifiez le chemin",
    errno.EISDIR: "c’est un dossier. Donnez un nom de fichier",
    errno.ENAMETOOLONG: "le nom est trop long. Choisissez-en un plus court",
}


def write_atomically(path: str | Path, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8: the file is either what it was or the whole new text, even if the disk fills up or the program dies.

    A symbolic link is followed; a device or pipe is simply written to. Raises Unwritable.
    """
    write_together(((path, text),))


def write_together(items: Iterable[tuple[str | Path, str]]) -> None:
    """Write each text to its path as :func:`write_atomically` does, and no file at all when one of them cannot be prepared. Raises Unwritable."""
    staged: list[tuple[Path, Path]] = []
    devices: list[tuple[Path, bytes]] = []
    path: str | Path = ""
    try:
        for path, text in items:
            _stage(Path(path), text.encode("utf-8"), staged, devices)
        for path, data in devices:
            with path.open("wb", buffering=0) as stream:
                stream.write(data)
        while staged:
            temporary, path = staged[0]
            os.replace(temporary, path)
            staged.pop(0)
    except (OSError, ValueError) as error:
        raise unwritable(str(path), error, "Rien n’a été écrit dans ce fichier.") from None
    finally:
        for temporary, _target in staged:
            with contextlib.suppress(OSError):
                temporary.unlink()


def unwritable(place: str, error: OSError | ValueError, consequence: str) -> Unwritable:
    """Return (for raising) the error that says in French why ``place`` cannot be written to, and what to do."""
    number = (error.errno if isinstance(error, OSError) else None) or 0
    remedy = _REMEDIES.get(number, f"écriture impossible ({error})")
    return Unwritable(Finding("ecriture-impossible", "error", place, f"{place} : {remedy}. {consequence}", errno.errorcode.get(number, "")))


def _stage(target: Path, data: bytes, staged: list[tuple[Path, Path]], devices: list[tuple[Path, bytes]]) -> None:
    """Prepare ``data`` in a file beside ``target``, or note it where ``target`` is a device or a pipe."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        devices.append((target, data))
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
    temporary = target.with_name(f".seo-fr-{os.getpid()}-{next(_counter)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    staged.append((temporary, target))
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
