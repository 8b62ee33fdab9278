"""Where the rules and the templates lie: in the wheel inside the package, in a checkout or an editable install beside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_dir(name: str) -> Path:
    """Return the folder ``name`` («rules», «templates», «corpus») of this installation. Raises FileNotFoundError."""
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"dossier « {name} » introuvable à côté de {_PACKAGE}")
