"""How each generated file lay on the disk after the last run: one that lies there the same, and would get the same content, is not read.

A system's clock is coarse, so a file that was changed just before the run ended is not remembered: it may be changed again unseen.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import time
from pathlib import Path

from generator.cache.program import program
from generator.cache.store import Store
from generator.publishing.writing.ownership import digest

_KIND, _KEY = "written", "docs"
_COARSEST = 50_000_000  #: nanoseconds by which a file's time may be behind the clock (Linux: a tick, at most 10 ms)
_Lying = tuple[int, int, int, int]


class WrittenBefore:
    """What ``store`` has of the files below ``docs``. Nothing of it is trusted where a file's size, times or place on the disk differ."""

    def __init__(self, store: Store, docs: Path) -> None:
        self._store, self._docs = store, docs
        packed = store.get(_KIND, _KEY)
        version, before = pickle.loads(packed) if packed else ("", {})  # noqa: S301 - the user's own
        self._before: dict[str, tuple[bytes, str, _Lying]] = before if version == program() else {}
        self._now: dict[str, tuple[bytes, str]] = {}

    def owned(self, path: str, content: bytes) -> tuple[str, bool]:
        """Return the digest by which the writer owns ``content`` at ``path``, and whether it is known to lie there to the byte."""
        exact = hashlib.blake2b(content, digest_size=16).digest()
        before = self._before.get(path)
        same = before is not None and before[0] == exact
        own = before[1] if before is not None and same else digest(content)
        self._now[path] = exact, own
        return own, before is not None and same and before[2] == self._lying(path)

    def remember(self) -> None:
        """Keep for the next run how the files lie now that all are written."""
        if not self._store.keeps:
            return
        settled = time.time_ns() - _COARSEST
        lying = {path: (known, self._lying(path)) for path, known in self._now.items()}
        kept = {path: (*known, lies) for path, (known, lies) in lying.items() if lies is not None and max(lies[1:3]) < settled}
        self._store.put(_KIND, _KEY, pickle.dumps((program(), kept), pickle.HIGHEST_PROTOCOL))
        self._store.commit()

    def _lying(self, path: str) -> _Lying | None:
        """Return the size, times and place of the file at ``path``; None for what is no file."""
        try:
            found = os.lstat(f"{self._docs}/{path}")
        except OSError:
            return None
        return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def nothing_before(docs: Path) -> WrittenBefore:
    """Return what is known where nothing is kept."""
    return WrittenBefore(Store(), docs)
