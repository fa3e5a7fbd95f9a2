"""Working folder of a run: ``.kyyeu/`` in the folder that it changes, its own while it holds the lock.

Files there when the lock is acquired were left by a run that died: recover and clear them first.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.interruption import deferred
from generator.publishing.safe_changes.lock import FOLDER, locked
from generator.publishing.safe_changes.recovery import recover

P = ParamSpec("P")
T = TypeVar("T")


class _Held(threading.local):
    """The folders whose lock this thread holds."""

    def __init__(self) -> None:
        self.folders: set[Path] = set()


_held = _Held()
_whole_build = ExitStack()


@contextmanager
def working(root: Path) -> Iterator[Path]:
    """Hold the lock of ``root`` within the block and give the folder for what is temporary, which need not be there yet.

    Within such a block of the same thread it is the same folder. Raises PublishingError when the disk refuses.
    """
    root = root.resolve()
    if root in _held.folders:
        yield root / FOLDER
        return
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(root))
            _held.folders.add(root)
            stack.callback(_held.folders.discard, root)
            recover(root)
        except OSError as error:
            raise refused(error, root) from error
        yield root / FOLDER


def exclusively(work: Callable[Concatenate[ArchiveFolder, P], T]) -> Callable[Concatenate[ArchiveFolder, P], T]:
    """Run ``work`` on an archive while no other run changes that archive."""

    @functools.wraps(work)
    def alone(folder: ArchiveFolder, /, *arguments: P.args, **named: P.kwargs) -> T:
        with working(folder.root):
            return work(folder, *arguments, **named)

    return alone


def begin(root: Path) -> None:
    """Hold the lock of ``root`` until :func:`end`: for MkDocs, which calls us at the beginning and at the end of a build."""
    end()
    _whole_build.enter_context(working(root))


@atexit.register
def end() -> None:
    """Give up the lock that :func:`begin` took, if any."""
    _whole_build.close()


def cleared(folder: Path) -> Path:
    """Make ``folder``, below the folder of a run, and give it, empty."""
    remove(folder)
    folder.mkdir(parents=True)
    return folder


def remove(folder: Path) -> None:
    """Remove a folder below that of a run with all in it; what the disk does not let go, the next run tries again."""
    with deferred():
        shutil.rmtree(folder, ignore_errors=True)


def refused(error: OSError, path: Path) -> PublishingError:
    """Make the error that says that the disk refused, with the file it names, or ``path``."""
    where = Path(error.filename) if isinstance(error.filename, str) else path
    return PublishingError(message("building.refused", why=refusal(error)), path=where, fix=message("building.fix.refused"))
