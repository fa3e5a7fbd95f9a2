"""Error texts of the operating system, in the language of the messages."""

from __future__ import annotations

import errno

from generator.messages import Message, message

_KNOWN = frozenset({
    "EACCES", "EADDRINUSE", "EADDRNOTAVAIL", "EBUSY", "EEXIST", "EINVAL", "EIO", "EISDIR", "ELOOP",
    "EMFILE", "ENAMETOOLONG", "ENOENT", "ENOSPC", "ENOTDIR", "ENOTEMPTY", "EPERM", "EROFS", "EXDEV",
})  # fmt: skip


def refusal(error: OSError) -> Message:
    """Return the reason of an OSError, without the path; in the system's own words if there is no message for it."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name in _KNOWN:
        return message(f"system.{name}")
    return message("system.other", reason=error.strerror or str(error) or type(error).__name__)
