"""Output files: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
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
    target = Path(path)
    data = text.encode("utf-8")
    temporary: Path | None = None
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        target = Path(os.path.realpath(target))
        if target.exists() and not target.is_file():
            with target.open("wb", buffering=0) as stream:
                stream.write(data)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
        temporary = target.with_name(f".seo-fr-{os.getpid()}-{next(_counter)}.tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
        temporary = None
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        remedy = _REMEDIES.get(number or 0, f"écriture impossible ({error})")
        message = f"{path} : {remedy}. Rien n’a été écrit dans ce fichier."
        raise Unwritable(Finding("ecriture-impossible", "error", str(path), message, errno.errorcode.get(number or 0, ""))) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
