"""The bytes of a regular file: a pipe or a device is not waited for, and nothing is read without end.

It lies at the bottom, since all that a person gives is read so: articles, lists and settings.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

#: So that opening a pipe does not wait for its other end, and a terminal does not become ours. Windows has neither, but text mode.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_KINDS = ((stat.S_ISDIR, "folder"), (stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))


class NotRegularError(Exception):
    """Not a regular file: ``kind`` is ``folder``, ``pipe``, ``socket`` or ``device``."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind)


class TooLargeError(Exception):
    """A file that is larger than it may be."""


def regular_bytes(path: Path, most: int) -> bytes:
    """Read the regular file at ``path``, of at most ``most`` bytes.

    Raises OSError when it cannot be read, NotRegularError if it is not a regular file, and TooLargeError.
    """
    _check_kind(path.stat().st_mode)  # before it is opened: opening some devices has an effect
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        _check_kind(os.fstat(file.fileno()).st_mode)
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLargeError
    return data


def _check_kind(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotRegularError(next((name for test, name in _KINDS if test(mode)), "device"))
