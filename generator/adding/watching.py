"""Watching a folder: what it receives is added, once it is there whole.

The folder is looked through every two seconds, not asked for events: these do not come from network drives, and would report a file of
which half is copied.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.adding.run import Adding, Outcome
from generator.errors import AddingError
from generator.reading.folders import files_below

PAUSE = 2.0  #: seconds between two looks
_State = tuple[int, int]


def watched(adding: Adding, folder: Path, sleep: Callable[[float], object] = time.sleep) -> Iterator[Outcome]:
    """Yield what becomes of each file that is or comes to lie in ``folder``, without end.

    A file is taken when its size and time were the same at two looks, and again when it changes. Raises AddingError where the folder itself
    cannot be looked into.
    """
    before: dict[Path, _State] = {}
    done: dict[Path, _State] = {}
    while True:
        now: dict[Path, _State] = {}
        found, closed = files_below(folder)
        for shut in closed:
            if shut.path == folder:
                raise AddingError(shut.reason, path=shut.path, fix=shut.fix)
        for path in found:
            try:
                state = path.stat()
            except OSError:  # gone again
                continue
            now[path] = (state.st_size, state.st_mtime_ns)
        for path, at in now.items():
            if before.get(path) == at and done.get(path) != at:
                done[path] = at
                yield from adding.outcomes([str(path)], folder)
        before = now
        sleep(PAUSE)
