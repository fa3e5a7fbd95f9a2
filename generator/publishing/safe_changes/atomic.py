"""Files replaced in one step: a reader, and whoever comes after a crash, finds the old content or the new, never half of it."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.safe_changes.durability import sync_file, sync_folders, sync_tree
from generator.publishing.safe_changes.recovery import FILES
from generator.publishing.safe_changes.staging import cleared, remove, working


def replace_all(contents: Mapping[Path, bytes], root: Path) -> None:
    """Put each content in the place of its file: written whole and on the disk before the first old file goes, so that a full disk
    changes none. Folders are made as needed; ``root`` is the folder whose lock is held.

    Raises PublishingError, naming the file, when the disk refuses.
    """
    if not contents:
        return
    with working(root) as ours:
        here = ours / FILES
        current = next(iter(contents))
        try:
            cleared(here)
            for number, current in enumerate(contents):
                _write(here / str(number), contents[current])
            sync_tree(here)
            made: set[Path] = set()
            for number, current in enumerate(contents):
                made |= _made(current.parent)
                _moved(here / str(number), current)
            sync_folders(made | {path.parent for path in contents})
        except OSError as error:
            why = message("disk.unwritable", reason=refusal(error))
            raise PublishingError(why, path=current, fix=message("disk.fix.unwritable")) from error
        finally:
            remove(here)


def replace(path: Path, content: bytes, root: Path) -> None:
    """Do as :func:`replace_all` with one file."""
    replace_all({path: content}, root)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
    path.chmod(0o644)  # whatever the umask: a web server may serve docs/ itself


def _made(folder: Path) -> set[Path]:
    """Make ``folder`` and gives the folders in which there is a new name by that."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return {path.parent for path in missing}


def _moved(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copied(temporary, path)


def _copied(temporary: Path, path: Path) -> None:
    """``path`` lies on another disk than the archive: the last step begins beside it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(temporary.read_bytes())
        beside.chmod(0o644)
        sync_file(beside)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
