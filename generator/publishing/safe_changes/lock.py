"""One run at a time in a folder: a lock of the operating system, which goes with the process that holds it, however it ends.

The lock is ``.kyyeu/lock`` in the folder; it is removed when it is released, so nothing is left beside the archive. A file system
that has no locks, such as some network drives, is worked on without one.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.messages import message
from generator.publishing.safe_changes.file_locks import THIS, FileLocks, is_open_file
from generator.publishing.safe_changes.interruption import deferred

FOLDER = ".kyyeu"  #: of what is ours in an archive for the time of a run; never committed, never published
_NAME = "lock"
_MAY_NOT_WRITE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF})
log = logging.getLogger("kyyeu")


@contextmanager
def locked(folder: Path, locks: FileLocks = THIS) -> Iterator[None]:
    """Hold the lock of ``folder`` within the block; while another process holds it, say so once and wait.

    Raises OSError when the disk refuses. Where the folder may not be written, the folder itself is locked, if the system can.
    """
    lock = _Lock(folder, locks)
    try:
        lock.acquire()
        yield
    finally:
        with deferred():
            lock.release()


class _Lock:
    """The lock of ``folder``: ``descriptor`` is the open file that carries it, ``ours`` whether we hold it."""

    def __init__(self, folder: Path, locks: FileLocks) -> None:
        self.folder, self.path, self.locks = folder, folder / FOLDER / _NAME, locks
        self.descriptor: int | None = None
        self.ours = False

    def acquire(self) -> None:
        """Take the lock. Only the wait for another process can be interrupted."""
        announced = False
        while True:
            with deferred():
                self._open()
                self.ours = self.descriptor is None or self._taken(wait=False)
            if not self.ours:
                announced = announced or _tell(self.folder)
                self.ours = self._taken(wait=True)
            if self.ours:
                return
            self.release()

    def release(self) -> None:
        """Remove the lock and give it up: in this order where an open file can be removed, so that nobody else's is."""
        descriptor, self.descriptor = self.descriptor, None
        if descriptor is None:
            return
        if not self.ours or not self.locks.removable:
            os.close(descriptor)
            if self.ours:
                self._remove()
            return
        try:
            if is_open_file(descriptor, self.path):
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
                if not self.locks.of_folders:
                    return
                self.path = self.folder
                self.descriptor = os.open(self.folder, os.O_RDONLY)

    def _taken(self, *, wait: bool) -> bool:
        """Return whether the lock is ours now: not held by another, and not removed by the one we waited for."""
        assert self.descriptor is not None
        try:
            return self.locks.taken(self.descriptor, wait=wait) and (not self.locks.removable or is_open_file(self.descriptor, self.path))
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


def _tell(folder: Path) -> bool:
    log.warning("%s", message("building.waiting", folder=folder))
    return True
