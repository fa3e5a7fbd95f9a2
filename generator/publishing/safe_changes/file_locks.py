"""How the systems lock an open file: the lock goes with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

_HELD = frozenset({errno.EACCES, errno.EDEADLK})  # what Windows answers while another has the lock


class FileLocks(Protocol):
    """The locks of one system."""

    @property
    def of_folders(self) -> bool:
        """Whether a folder can be opened and locked."""

    @property
    def removable(self) -> bool:
        """Whether a file can be removed, or take another's name, while it is open."""

    def taken(self, descriptor: int, *, wait: bool) -> bool:
        """Return whether the lock of the open file is ours now; ``wait`` while another has it. Raises OSError when there can be none."""


@dataclass(frozen=True, slots=True)
class Flock:
    """The locks of Linux, macOS and their like, by the module ``fcntl``."""

    system: Any
    of_folders: bool = True
    removable: bool = True

    def taken(self, descriptor: int, *, wait: bool) -> bool:
        """See :meth:`FileLocks.taken`."""
        try:
            self.system.flock(descriptor, self.system.LOCK_EX | (0 if wait else self.system.LOCK_NB))
        except BlockingIOError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class RegionLock:
    """The locks of Windows, by the module ``msvcrt``: of the first byte, asked for again and again, since its own wait ends after ten
    seconds."""

    system: Any
    pause: Callable[[float], object] = time.sleep
    of_folders: bool = False
    removable: bool = False

    def taken(self, descriptor: int, *, wait: bool) -> bool:
        """See :meth:`FileLocks.taken`."""
        while True:
            try:
                self.system.locking(descriptor, self.system.LK_NBLCK, 1)
            except OSError as error:
                if error.errno not in _HELD:
                    raise
                if not wait:
                    return False
                self.pause(0.1)
            else:
                return True


def is_open_file(descriptor: int, path: Path) -> bool:
    """Return whether ``path`` still is the file that is open."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    THIS: FileLocks = RegionLock(msvcrt)
else:
    import fcntl

    THIS: FileLocks = Flock(fcntl)
