"""Durability: content is on the disk before a name leads to it, so that a power failure leaves the old or the new content."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import fcntl

_FEW = 16  #: files that are written out one by one: a whole file system may have much else to write
#: What a file system answers that knows no F_FULLFSYNC, as network drives do not.
_UNKNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOTTY, errno.EOPNOTSUPP, errno.ENODEV})


@dataclass(frozen=True, slots=True)
class Disk:
    """How a system writes out: ``file`` one open file; ``all`` the file system of an open folder (None: it cannot be asked to), giving 0
    or leaving an error number; ``opens_folders`` whether a folder can be opened, and its names written out."""

    file: Callable[[int], object]
    all: Callable[[int], int] | None = None
    opens_folders: bool = True


def disk(platform: str = sys.platform, library: Any = None, control: Any = None) -> Disk:
    """Return the disk of ``platform``, a value of ``sys.platform``; ``library`` is its C library and ``control`` the module fcntl, if not
    those of this system."""
    if platform == "win32":
        return Disk(os.fsync, opens_folders=False)
    if platform == "darwin":
        return Disk(_to_the_platter(control or fcntl))
    if platform == "linux":
        return Disk(os.fsync, getattr(library or ctypes.CDLL(None, use_errno=True), "syncfs", None))
    return Disk(os.fsync)


def _to_the_platter(control: Any) -> Callable[[int], object]:
    """Return macOS' way: its fsync stops at the drive's own memory. Source: fsync(2) of macOS, on F_FULLFSYNC."""

    def full(descriptor: int) -> None:
        try:
            control.fcntl(descriptor, control.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
            os.fsync(descriptor)

    return full


THIS = disk()


def sync_tree(folder: Path, disk: Disk = THIS) -> None:
    """Have all that is below ``folder`` written to the disk: many files in one step where the system can, else one by one.

    Raises OSError when the disk refuses, which may be the first one hears of a full one.
    """
    walked = [(Path(here), names) for here, _, names in os.walk(folder)]
    if sum(len(names) for _, names in walked) > _FEW and _synced_at_once(folder, disk):
        return
    for here, names in walked:
        for name in names:
            sync_file(here / name, disk)
        sync_folder(here, disk)


def sync_file(path: Path, disk: Disk = THIS) -> None:
    """Have the file at ``path`` written to the disk. Raises OSError when it refuses."""
    with path.open("rb+") as file:
        disk.file(file.fileno())


def sync_folder(folder: Path, disk: Disk = THIS) -> None:
    """Have the names in ``folder`` written to the disk; where folders cannot be opened, as on Windows, the system sees to it."""
    if not disk.opens_folders:
        return
    with contextlib.suppress(OSError):  # some network drives know no such thing, some folders may be written and not read
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            disk.file(descriptor)
        finally:
            os.close(descriptor)


def sync_folders(folders: Iterable[Path], disk: Disk = THIS) -> None:
    """Do as :func:`sync_folder` with each, once."""
    for folder in sorted(set(folders)):
        sync_folder(folder, disk)


def _synced_at_once(folder: Path, disk: Disk) -> bool:
    """Return whether the system could be asked to write out the whole file system, which costs far less than a file at a time."""
    if disk.all is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if disk.all(descriptor) == 0:
            return True
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
