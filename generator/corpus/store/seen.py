"""Which articles there are already, on the disk: a corpus may have more of them than the memory holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class Seen:
    """Content hashes, each with the first of the places (in their order as texts) at which the article lies."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        base.execute("PRAGMA journal_mode = OFF")  # made anew by each run
        base.execute("PRAGMA synchronous = OFF")
        base.execute("CREATE TABLE seen (id BLOB PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID")

    def add(self, articles: Iterable[tuple[str, str]]) -> list[bool]:
        """Take ids with their places; return for each whether it is new."""
        new = []
        for identifier, place in articles:
            key = (bytes.fromhex(identifier),)
            row = self._base.execute("SELECT place FROM seen WHERE id = ?", key).fetchone()
            new.append(row is None)
            if row is None:
                self._base.execute("INSERT INTO seen VALUES (?, ?)", (*key, place))
            elif place < row[0]:
                self._base.execute("UPDATE seen SET place = ? WHERE id = ?", (place, *key))
        return new

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for identifier, place in self._base.execute("SELECT id, place FROM seen ORDER BY id"):
            yield identifier.hex(), place

    def __len__(self) -> int:
        return int(self._base.execute("SELECT count(*) FROM seen").fetchone()[0])


@contextmanager
def seen_in(room: Path) -> Iterator[Seen]:
    """Give an empty store in the folder ``room``, which goes with the block."""
    path = room / "seen.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as base:
            yield Seen(base)
    finally:
        path.unlink(missing_ok=True)
