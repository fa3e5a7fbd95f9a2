"""The new site in the place of the old one, in one step where the system can exchange two names."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

from generator.publishing.safe_changes.durability import sync_folders
from generator.publishing.safe_changes.interruption import deferred

_AT_FDCWD = -100  # Linux: a path as the process sees it
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2, RENAME_SWAP of macOS' renamex_np
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})  # not this kernel, not this file system


def take_place(new: Path, site: Path, old: Path) -> None:
    """Make the folder ``new`` be ``site``; what was there lies in ``new`` or ``old`` then. No signal comes between.

    Where names cannot be exchanged, ``site`` is away for a moment; should the second step fail, it is put back, and after a crash
    between them by :func:`~generator.publishing.safe_changes.recovery.recover`. Raises OSError when the disk refuses; ``site`` is as it
    was then.
    """
    with deferred():
        if not os.path.lexists(site):
            new.rename(site)
        elif not exchanged(new, site):
            site.rename(old)
            try:
                new.rename(site)
            except OSError:
                old.rename(site)
                raise
        sync_folders({new.parent, site.parent})


def exchanged(path: Path, other: Path) -> bool:
    """Return whether the system could exchange the two names, and has. Raises OSError when it could and the disk refuses."""
    return exchanged_on(sys.platform, path, other)


def exchanged_on(platform: str, path: Path, other: Path, library: Any = None) -> bool:
    """Do as :func:`exchanged` on ``platform``, a value of ``sys.platform``, by its C library, ``library`` if not that of this system."""
    before, name = {"linux": ((_AT_FDCWD,), "renameat2"), "darwin": ((), "renamex_np")}.get(platform, ((), ""))
    call = getattr(library or ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    if call(*before, os.fsencode(path), *before, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def open_to_readers(new: Path, site: Path) -> None:
    """Let everyone read what is in ``new``, as a web server must, whatever the umask; the folder itself has the mode and the group that
    its owner gave to ``site``, so that a site can be closed to others and stays so."""
    new.chmod(0o755)
    for here, below, names in os.walk(new):
        for name, needed in (*((folder, 0o755) for folder in below), *((name, 0o644) for name in names)):
            path = f"{here}/{name}"  # thousands of files: no object for each
            mode = os.stat(path).st_mode & 0o7777  # noqa: PTH116
            if mode & needed != needed:
                os.chmod(path, mode | needed)  # noqa: PTH101
    if site.is_dir():
        found = site.stat()
        if hasattr(os, "chown") and found.st_gid != new.stat().st_gid:
            with contextlib.suppress(OSError):  # a group that we are not in
                os.chown(new, -1, found.st_gid)
        new.chmod(found.st_mode & 0o7777)
