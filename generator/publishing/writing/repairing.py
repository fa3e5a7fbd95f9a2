"""Saves the repaired text of an article's file; what was there stays beside it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.safe_changes.durability import sync_file, sync_folder
from generator.publishing.safe_changes.interruption import deferred
from generator.reading.damage.repair import Repair, repaired
from generator.reading.files import contents


def repair_of(path: Path) -> Repair | None:
    """Return the repaired text of the file ``path``, or None if nothing can be repaired.

    Raises ReadingError when it cannot be read, or is no file that one reads.
    """
    return repaired(contents(path))


def kept(path: Path) -> Path:
    """Return the path to which :func:`save` copies the original of ``path``: editors use such names for copies, so it is not an article."""
    return path.with_name(f"{path.name}~")


def save(path: Path, repair: Repair) -> None:
    """Write the repaired text to ``path`` in UTF-8, in one step; what was there is left in :func:`kept`.

    Raises PublishingError when such a copy is there already, or when the disk refuses; then nothing has changed.
    """
    copy = kept(path)
    try:
        with deferred():  # never without either of the two
            before, mode = contents(path), path.stat().st_mode
            with copy.open("xb") as file:
                file.write(before)
            try:
                sync_file(copy)
                _replace(path, repair.after.encode(), mode & 0o777)
            except BaseException:
                copy.unlink(missing_ok=True)
                raise
            sync_folder(path.parent)
    except FileExistsError as error:
        raise PublishingError(message("damage.copy_there"), path=copy, fix=message("damage.fix.copy_there")) from error
    except OSError as error:
        said = message("damage.unwritable", reason=refusal(error))
        raise PublishingError(said, path=path, fix=message("damage.fix.permissions")) from error


def _replace(path: Path, content: bytes, mode: int) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        sync_file(temporary)
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
