"""The bytes of a file that a person gives, however odd it is: nothing waits, nothing is read without end, nothing is taken for absent
that is there.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from generator.errors import KyYeuError, ReadingError
from generator.messages import Message, message
from generator.messages.system import refusal
from generator.reading.limits import LARGEST, MB

#: So that opening a pipe does not wait for its other end, and a terminal does not become ours. Windows has neither, but text mode.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_KINDS = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)
_REASONS = {
    errno.ENOENT: "absent",
    errno.ENOTDIR: "absent",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "long_path",
}


def contents(path: Path, error: type[KyYeuError] = ReadingError) -> bytes:
    """Read the regular file at ``path``.

    Raises ``error`` when it is not there, may not be read, is no regular file (a pipe, a device), or is larger than
    :data:`~generator.reading.limits.LARGEST`.
    """
    try:
        _check_kind(path.stat().st_mode, path, error)  # before it is opened: opening some devices has an effect
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _check_kind(os.fstat(file.fileno()).st_mode, path, error)
            data = file.read(LARGEST + 1)
    except OSError as refused:
        reason, fix = why(refused)
        raise error(reason, path=path, fix=fix) from refused
    if len(data) > LARGEST:
        fix = message("left_out.fix.too_large")
        raise error(message("left_out.too_large", limit=LARGEST // MB), path=path, fix=fix)
    return data


def contents_if_any(path: Path, error: type[KyYeuError] = ReadingError) -> bytes | None:
    """Read the file at ``path`` as :func:`contents` does; None only where there is nothing of that name, not even a link."""
    try:
        path.lstat()
    except FileNotFoundError:
        return None
    except OSError as refused:
        reason, fix = why(refused)
        raise error(reason, path=path, fix=fix) from refused
    return contents(path, error)


def why(refused: OSError) -> tuple[Message, Message]:
    """Word what the system refused, and the fix, without the path."""
    known = _REASONS.get(refused.errno or 0)
    if known is not None:
        return message(f"left_out.{known}"), message(f"left_out.fix.{known}")
    return message("left_out.system", reason=refusal(refused)), message("left_out.fix.system")


def _check_kind(mode: int, path: Path, error: type[KyYeuError]) -> None:
    if not stat.S_ISREG(mode):
        kind = next((name for test, name in _KINDS if test(mode)), "device")
        raise error(message("left_out.special", what=message(f"left_out.kind.{kind}")), path=path, fix=message("left_out.fix.special"))
