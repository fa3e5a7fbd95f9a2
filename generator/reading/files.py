"""The bytes of a file that a person gives, however odd it is: nothing waits, nothing is read without end, nothing is taken for absent
that is there.
"""

from __future__ import annotations

import errno
from pathlib import Path

from generator.errors import KyYeuError, ReadingError
from generator.messages import Message, message
from generator.messages.system import refusal
from generator.reading.limits import LARGEST, MB
from generator.yaml_documents.files import NotRegularError, TooLargeError, regular_bytes

_REASONS = {
    errno.ENOENT: "absent",
    errno.ENOTDIR: "absent",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "long_path",
}


def contents(path: Path, error: type[KyYeuError] = ReadingError, most: int | None = None) -> bytes:
    """Read the regular file at ``path``.

    Raises ``error`` if it does not exist, cannot be read, is not a regular file (a pipe, a device), or is larger than
    ``most`` bytes (:data:`~generator.reading.limits.LARGEST` unless given).
    """
    most = LARGEST if most is None else most
    try:
        return regular_bytes(path, most)
    except OSError as refused:
        reason, fix = why(refused)
        raise error(reason, path=path, fix=fix) from refused
    except NotRegularError as other:
        what = message(f"left_out.kind.{other.kind}")
        raise error(message("left_out.special", what=what), path=path, fix=message("left_out.fix.special")) from None
    except TooLargeError:
        fix = message("left_out.fix.too_large")
        raise error(message("left_out.too_large", limit=most // MB), path=path, fix=fix) from None


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
