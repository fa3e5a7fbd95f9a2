"""Puts a new index into a site's ``search/`` and takes the last one out; what else lies there is left alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.errors import PublishingError
from generator.messages import message

MANIFEST = "manifest.json"
_KEYS = frozenset({"format", "folder", "files", "pages", "letters"})  #: of a manifest
_INDEX = re.compile(r"[0-9a-f]{12}")
_WORKING = ".new-"  #: begins the name of a folder of files for an index that is being made
_FILE = re.compile(r"(?:facets|short)\.bin|[tdvn]/[^/]+\.bin")  #: below the folder of an index


def working_folder(target: Path) -> Path:
    """Make an empty folder in ``target``, the site's ``search/``, for the files of a new index.

    Raises PublishingError where ``target`` or a manifest in it is not ours to replace.
    """
    manifest = target / MANIFEST
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublishingError(message("search.no_folder"), path=target, fix=message("search.fix.move"))
    if manifest.is_symlink() or (manifest.exists() and _manifest(manifest) is None):
        raise PublishingError(message("search.not_ours"), path=manifest, fix=message("search.fix.move"))
    target.mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(dir=target, prefix=_WORKING))


def put_in_place(working: Path, manifest: dict[str, Any]) -> None:
    """Make the files in ``working`` the index that ``manifest`` is of, and remove those before it.

    Raises PublishingError where something of another's has its name.
    """
    target, folder = working.parent, working.parent / str(manifest["folder"])
    working.chmod(0o755)  # mkdtemp gives 0700, which a web server may not enter
    if _is_index(folder):
        shutil.rmtree(folder)
    elif folder.exists() or folder.is_symlink():
        raise PublishingError(message("search.not_ours"), path=folder, fix=message("search.fix.move"))
    working.rename(folder)
    fresh = target / f"{_WORKING}{MANIFEST}"
    fresh.write_text(json.dumps(manifest) + "\n", encoding="utf-8", newline="\n")
    fresh.replace(target / MANIFEST)
    for index in _indexes(target):
        if index != folder:
            shutil.rmtree(index)


def _indexes(target: Path) -> Iterator[Path]:
    """Return the folders in ``target`` that hold an index, or the beginning of one, and nothing else."""
    return (path for path in sorted(target.iterdir()) if _is_index(path))


def _is_index(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir() or not (_INDEX.fullmatch(folder.name) or folder.name.startswith(_WORKING)):
        return False
    for here, below, names in os.walk(folder):
        place = Path(here)
        links = [name for name in below if (place / name).is_symlink()]
        if links or any(
            (place / name).is_symlink() or not _FILE.fullmatch((place / name).relative_to(folder).as_posix()) for name in names
        ):
            return False
    return True


def _manifest(path: Path) -> dict[str, Any] | None:
    """Return the manifest at ``path`` where it is one of ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.keys() >= _KEYS else None
