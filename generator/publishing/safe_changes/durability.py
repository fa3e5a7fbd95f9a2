"""Durability: content is on the disk before a name leads to it, so that a power failure leaves the old or the new content."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_FEW = 16  #: files that are written out one by one: a whole file system may have much else to write


def sync_tree(folder: Path) -> None:
    """Have all that is below ``folder`` written to the disk: many files in one step where the system can, else one by one.

    Raises OSError when the disk refuses, which may be the first one hears of a full one.
    """
    walked = [(Path(here), names) for here, _, names in os.walk(folder)]
    if sum(len(names) for _, names in walked) > _FEW and _synced_at_once(folder):
        return
    for here, names in walked:
        for name in names:
            with (here / name).open("rb+") as file:
                os.fsync(file.fileno())
        sync_folder(here)


def sync_folder(folder: Path) -> None:
    """Have the names in ``folder`` written to the disk; where folders cannot be opened, as on Windows, the system sees to it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives know no such thing
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(folders: Iterable[Path]) -> None:
    """Do as :func:`sync_folder` with each, once."""
    for folder in sorted(set(folders)):
        sync_folder(folder)


def _synced_at_once(folder: Path) -> bool:
    """Return whether Linux could be asked to write out the whole file system, which costs far less than a file at a time."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) == 0:
            return True
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
