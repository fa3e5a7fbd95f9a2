"""All that belongs together in a corpus: copies, then events, then persons; each a table of its own, replaced together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from generator.corpus.merging.copies import copies
from generator.corpus.merging.events import events
from generator.corpus.merging.persons import persons
from generator.corpus.questions.asking import MERGED
from generator.corpus.store.base import base, with_views
from generator.corpus.store.folder import CorpusFolder, alone, refusing
from generator.corpus.store.schema import quoted_text
from generator.publishing.safe_changes.durability import sync_tree
from generator.publishing.safe_changes.exchange import take_place
from generator.publishing.safe_changes.staging import cleared, remove


@dataclass(frozen=True, slots=True)
class Merged:
    """How many articles are ``copies``, how many ``events`` several articles report, how many ``reports`` of awards are of one that is
    counted elsewhere, and how many ``persons`` several articles name."""

    copies: int
    events: int
    reports: int
    persons: int


def merge(root: Path, show: Callable[[str], None] = lambda _: None) -> Merged:
    """Find what belongs together in the corpus in ``root``; ``show`` is called with each step (copies, events, persons).

    Raises CorpusError where there is no corpus, and when the disk refuses; then what was merged before stays.
    """
    folder = CorpusFolder.at(root)
    with alone(root) as room, refusing(root):
        here = room / "corpus-merging"
        try:
            new = cleared(here) / "new"
            new.mkdir()
            with base(here) as connection:
                with_views(connection, folder.tables)
                show("copies")
                _write(connection, here, new, "copies", ({"article": copy, "copy_of": of} for copy, of in copies(connection)))
                show("events")
                found = events(connection)
                _write_events(connection, here, new, found)
                show("persons")
                rows = ({"person": who, "name": name, "article": at, "number": number} for who, name, at, number in persons(connection))
                _write(connection, here, new, "persons", rows)
                done = Merged(
                    _count(connection, new, "copies", "*"), _count(connection, new, "events", "DISTINCT event"),
                    _count(connection, new, "reports", "*"), _count(connection, new, "persons", "DISTINCT person"),
                )  # fmt: skip
            sync_tree(new)
            take_place(new, folder.merged, here / "old")
            return done
        finally:
            remove(here)


def _write_events(connection: duckdb.DuckDBPyConnection, here: Path, new: Path, found: Iterable[Any]) -> None:
    reports = (here / "reports.jsonl").open("w", encoding="utf-8")

    def rows() -> Iterator[Mapping[str, Any]]:
        for group, of_group in found:
            for report in of_group:
                line = {name: getattr(report, name) for name in MERGED["reports"]}
                reports.write(f"{json.dumps(line)}\n")
            for slug in group.slugs:
                yield {"event": group.id, "article": slug, "name": group.name, "date": group.date, "host": group.unit}

    with reports:
        _write(connection, here, new, "events", rows())
    _copied(connection, here / "reports.jsonl", new, "reports")


def _write(connection: duckdb.DuckDBPyConnection, here: Path, new: Path, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a table, in the order of its columns; ``rows`` may ask the same connection, so they go through a file."""
    path = here / f"{table}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(f"{json.dumps(row, ensure_ascii=False)}\n")
    _copied(connection, path, new, table)


def _copied(connection: duckdb.DuckDBPyConnection, path: Path, new: Path, table: str) -> None:
    types = ", ".join(f"{quoted_text(name)}: {quoted_text(type_)}" for name, type_ in MERGED[table].items())
    reading = f"read_json({quoted_text(path)}, format = 'newline_delimited', columns = {{{types}}})"
    target = quoted_text(new / f"{table}.parquet")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS FROM {reading}")
    connection.execute(f"COPY (FROM {table} ORDER BY ALL) TO {target} (FORMAT parquet, COMPRESSION zstd)")


def _count(connection: duckdb.DuckDBPyConnection, new: Path, table: str, what: str) -> int:
    ((count,),) = connection.execute(f"SELECT count({what}) FROM read_parquet({quoted_text(new / f'{table}.parquet')})").fetchall()
    return int(count)
