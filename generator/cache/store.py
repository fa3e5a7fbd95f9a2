"""A table of what was made before, by kind and key, in one SQLite file outside the archive: nobody who hands on an archive hands on this.

Nothing in it is trusted: each value has a digest of its own, a file that is damaged, foreign or of another version is begun anew, and where
none can be kept the program goes on without.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from platformdirs import user_cache_path

FORMAT = 2  #: of the file; another is begun anew
_NAME = "made.sqlite"
_ROOT = "root.txt"  #: beside it: the folder of the archive, so that what belongs to none any more can go
#: Keys are in an index of their own: listing them reads none of the values, which are long.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (kind TEXT, key TEXT, digest BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key));
"""


class Store:
    """Values by kind and key; see :func:`opened`."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        self._connection = connection

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self._connection is not None

    def keys(self, kind: str) -> list[str]:
        """Return the keys of ``kind``, sorted; a value may yet be damaged."""
        if self._connection is None:
            return []
        try:
            return [key for (key,) in self._connection.execute("SELECT key FROM made WHERE kind = ? ORDER BY key", (kind,))]
        except sqlite3.Error:
            self.close()
            return []

    def get(self, kind: str, key: str) -> bytes | None:
        """Return the value as it was put, or None where there is none, or it is not what was put."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT digest, value FROM made WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        except sqlite3.Error:
            self.close()
            return None
        return row[1] if row and isinstance(row[1], bytes) and row[0] == _digest(kind, key, row[1]) else None

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep ``value``."""
        if self._connection is not None:
            try:
                row = (kind, key, _digest(kind, key, value), value)
                self._connection.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", row)
            except sqlite3.Error:
                self.close()

    def keep_only(self, kind: str, keys: Iterable[str]) -> None:
        """Remove what is of ``kind`` and not among ``keys``."""
        if self._connection is None:
            return
        try:
            known = {key for (key,) in self._connection.execute("SELECT key FROM made WHERE kind = ?", (kind,))}
            gone = [(kind, key) for key in sorted(known - set(keys))]
            self._connection.executemany("DELETE FROM made WHERE kind = ? AND key = ?", gone)
        except sqlite3.Error:
            self.close()

    def commit(self) -> None:
        """Make what was put last, all of it or nothing."""
        if self._connection is not None:
            try:
                self._connection.commit()
            except sqlite3.Error:
                self.close()

    def close(self) -> None:
        """Keep nothing any more: the run is over, or the file cannot be read or written."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


@contextlib.contextmanager
def opened(root: Path) -> Iterator[Store]:
    """Give the store of the archive in ``root``; an empty one that keeps nothing where the disk refuses."""
    place = folder_of(root)
    store = Store(_connected(place, root))
    try:
        yield store
    finally:
        store.close()


def folder_of(root: Path) -> Path:
    """Return the folder of the store of the archive in ``root``, below the user's folder for what can be made again."""
    return _all() / hashlib.blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()


def _all() -> Path:
    return user_cache_path("kyyeu", appauthor=False) / "archives"


def _connected(place: Path, root: Path) -> sqlite3.Connection | None:
    for begun_anew in (False, True):
        try:
            if begun_anew:
                shutil.rmtree(place, ignore_errors=True)
            if not place.is_dir():
                place.mkdir(parents=True, mode=0o700)
                (place / _ROOT).write_bytes(os.fsencode(root.resolve()))
                _clear(place.parent)
            connection = sqlite3.connect(place / _NAME, timeout=0)
        except (OSError, sqlite3.Error):
            return None
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # what a crash damages is made again
            if (version := connection.execute("PRAGMA user_version").fetchone()[0]) not in {0, FORMAT}:
                raise sqlite3.DatabaseError(version)
            connection.executescript(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.execute("SELECT kind, key, digest FROM made LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            continue
        return connection
    return None


def _clear(stores: Path) -> None:
    """Remove the stores of archives that are gone."""
    for place in stores.iterdir():
        with contextlib.suppress(OSError):
            if not Path(os.fsdecode((place / _ROOT).read_bytes())).is_dir():
                shutil.rmtree(place, ignore_errors=True)


def _digest(kind: str, key: str, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=12, key=hashlib.blake2b(f"{kind}\0{key}".encode(), digest_size=16).digest()).digest()
