"""The whole run: sources are read, batches worked on by an engine, parts written, tables made of them.

What is done is what exists: a run that was interrupted, whoever was killed, goes on where it was, and gives the same tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from generator.corpus.engines.engine import Batch, Engine
from generator.corpus.processing.fingerprint import Settings, fingerprint
from generator.corpus.sources.given import Damaged, Given
from generator.corpus.sources.reading import Sources
from generator.corpus.store.base import base, files_of
from generator.corpus.store.folder import CorpusFolder, alone, refusing
from generator.corpus.store.schema import ARTICLES, FACTS, SET_ASIDE, quoted_text
from generator.corpus.store.seen import Seen, seen_in
from generator.corpus.store.writing import write_tables
from generator.publishing.safe_changes.staging import remove

BATCH = 200  #: articles
_BYTES = 4_000_000  #: of a batch, at most; one article may be larger


@dataclass(slots=True)
class Progress:
    """How far a run is: articles that the sources ``gave``, those ``known`` before (in the folder, or met in this run already), ``read`` by
    the engine, places that are ``damaged``."""

    gave: int = 0
    known: int = 0
    read: int = 0
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left: ``progress`` at its end, and the ``articles``, ``facts`` and articles ``set_aside`` of the whole corpus."""

    progress: Progress
    articles: int
    facts: int
    set_aside: int


def run(
    sources: Sources,
    root: Path,
    engine: Engine,
    settings: Settings,
    show: Callable[[Progress], None] = lambda _: None,
    *,
    anew: bool = False,
    batch: int = BATCH,
) -> Result:
    """Read ``sources`` into the corpus in ``root``, which is made or goes on; ``show`` is called after each batch.

    Raises CorpusError for a folder that cannot be used (:meth:`~generator.corpus.store.folder.CorpusFolder.made`), when the disk refuses,
    and when the engine's workers cannot be reached; what was read by then stays.
    """
    with refusing(root):
        root.mkdir(parents=True, exist_ok=True)
    with alone(root) as room, refusing(root):
        folder = CorpusFolder.made(root, fingerprint(settings), settings.units, settings.language, anew=anew)
        with seen_in(room) as seen:
            _take_known(folder, room, seen)
            progress = Progress()
            reading = _Reading(sources, folder, seen, progress, batch)
            for done in engine.results(reading, settings.to_json()):
                for rows in done.rows:
                    folder.add_part(rows)
                progress.read += done.articles
                show(progress)
            write_tables(folder, room, seen)
        _remove_former(folder)
        return _finished(folder, room, progress)


def _take_known(folder: CorpusFolder, room: Path, seen: Seen) -> None:
    """Take the articles of the parts that exist."""
    if not folder.all_parts():
        return
    with base(room) as connection:
        result = connection.execute(f"SELECT id, place FROM read_parquet({quoted_text(folder.parts / '*' / '*.parquet')})")
        while portion := result.fetchmany(10_000):
            seen.add(portion)


@dataclass
class _Reading:
    """The batches of what is new in the sources."""

    sources: Sources
    folder: CorpusFolder
    seen: Seen
    progress: Progress
    batch: int
    _waiting: list[Given] = field(default_factory=list)
    _bytes: int = 0

    def __iter__(self) -> Iterator[Batch]:
        for name, contents in self.sources:
            damaged: list[dict[str, Any]] = []
            for item in contents:
                if isinstance(item, Damaged):
                    self.progress.damaged += 1
                    damaged.append(_line(item))
                    continue
                if self._is_full(item):
                    yield self._taken()
                self.progress.gave += 1
                if self.seen.add([(item.id, item.place)])[0]:
                    self._waiting.append(item)
                    self._bytes += len(item.data)
                else:
                    self.progress.known += 1
            self.folder.set_damaged(name, damaged)
        if self._waiting:
            yield self._taken()

    def _is_full(self, item: Given) -> bool:
        full = len(self._waiting) >= self.batch or self._bytes + len(item.data) > _BYTES
        return bool(self._waiting) and full

    def _taken(self) -> Batch:
        taken, self._waiting, self._bytes = tuple(self._waiting), [], 0
        return taken


def _line(damaged: Damaged) -> dict[str, Any]:
    fix = None if damaged.fix is None else str(damaged.fix)
    return {"place": damaged.place, "id": None, "reason": damaged.reason.key, "message": str(damaged.reason), "fix": fix, "line": None}


def _remove_former(folder: CorpusFolder) -> None:
    """Remove parts that were read by other rules: their articles were given again."""
    for other in folder.parts.parent.iterdir():
        if other != folder.parts and other.is_dir():
            remove(other)


def _finished(folder: CorpusFolder, room: Path, progress: Progress) -> Result:
    """Write the manifest, derived from the tables."""
    with base(room) as connection:
        counts = {table: _by_year(connection, files_of(folder.tables, table)) for table in (ARTICLES, *FACTS)}
        ((aside,),) = connection.execute(f"SELECT count(*) FROM {files_of(folder.tables, SET_ASIDE)}").fetchall()
        ((facts,),) = connection.execute(f"SELECT coalesce(sum(facts), 0) FROM {files_of(folder.tables, ARTICLES)}").fetchall()
    manifest = {**folder.described(), "tables": counts, "set_aside": aside}
    folder.write(folder.manifest, json.dumps(manifest, indent=2).encode() + b"\n")
    return Result(progress, sum(counts[ARTICLES].values()), int(facts), aside)


def _by_year(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, int]:
    rows = connection.execute(f"SELECT year, count(*) FROM {table} GROUP BY year ORDER BY year NULLS LAST").fetchall()
    return {"unknown" if year is None else str(year): count for year, count in rows}
