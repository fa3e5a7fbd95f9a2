"""One run at a time in a folder: a lock of the operating system, which goes with the process that holds it, however it ends.

The lock is ``.kyyeu/lock`` in the folder; it is removed when it is released, so nothing is left beside the archive. A file system
that has no locks, such as some network drives, is worked on without one.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.messages import message
from generator.publishing.safe_changes.interruption import deferred

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FOLDER = ".kyyeu"  #: of what is ours in an archive for the time of a run; never committed, never published
_NAME = "lock"
_MAY_NOT_WRITE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF})
log = logging.getLogger("kyyeu")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder`` within the block; while another process holds it, say so once and wait.

    Raises OSError when the disk refuses. Where the folder may not be written, the folder itself is locked.
    """
    lock = _Lock(folder)
    try:
        lock.acquire()
        yield
    finally:
        with deferred():
            lock.release()


class _Lock:
    """The lock of ``folder``: ``descriptor`` is the open file that bears it, ``ours`` whether we hold it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / FOLDER / _NAME
        self.descriptor: int | None = None
        self.ours = False

    def acquire(self) -> None:
        """Take the lock. Only the wait for another process can be interrupted."""
        told = False
        while True:
            with deferred():
                self._open()
                self.ours = self.descriptor is None or self._taken(wait=False)
            if not self.ours:
                told = told or _tell(self.folder)
                self.ours = self._taken(wait=True)
            if self.ours:
                return
            self.release()

    def release(self) -> None:
        """Remove the lock and give it up: in this order where an open file can be removed, so that nobody else's is."""
        descriptor, self.descriptor = self.descriptor, None
        if descriptor is None:
            return
        if not self.ours or sys.platform == "win32":
            os.close(descriptor)
            if self.ours:
                self._remove()
            return
        try:
            if _stands(descriptor, self.path):
                self._remove()
        finally:
            os.close(descriptor)

    def _open(self) -> None:
        while self.descriptor is None:
            try:
                if self.path.parent.is_symlink():
                    raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.path.parent))
                self.path.parent.mkdir(exist_ok=True)
                self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
            except FileNotFoundError:
                if not self.folder.is_dir():
                    raise
                # whoever held the lock has just removed its folder: once more
            except OSError as error:
                if error.errno not in _MAY_NOT_WRITE:
                    raise
                if sys.platform == "win32":  # it locks no folders
                    return
                self.path = self.folder
                self.descriptor = os.open(self.folder, os.O_RDONLY)

    def _taken(self, *, wait: bool) -> bool:
        """Return whether the lock is ours now: not held by another, and not removed by the one we waited for."""
        assert self.descriptor is not None
        try:
            return _lock(self.descriptor, wait=wait) and _stands(self.descriptor, self.path)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return True
            raise

    def _remove(self) -> None:
        if self.path == self.folder:
            return
        with contextlib.suppress(OSError):  # another has opened it, or the folder holds more: theirs to remove then
            self.path.unlink()
            self.path.parent.rmdir()


if sys.platform == "win32":

    def _lock(descriptor: int, *, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError as error:
                if error.errno not in {errno.EACCES, errno.EDEADLK}:
                    raise
                if not wait:
                    return False
                time.sleep(0.1)
            else:
                return True

    def _stands(descriptor: int, path: Path) -> bool:  # noqa: ARG001 (no open file can be removed there)
        return True

else:

    def _lock(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def _stands(descriptor: int, path: Path) -> bool:
        """Return whether ``path`` still is the file that is open."""
        try:
            return os.path.samestat(os.fstat(descriptor), path.stat())
        except FileNotFoundError:
            return False


def _tell(folder: Path) -> bool:
    log.warning("%s", message("building.waiting", folder=folder))
    return True
