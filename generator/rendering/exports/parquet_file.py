"""A table as Parquet, the same bytes for the same rows: one thread, one order, no moment in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from generator.rendering.exports.tables import Row, Table, Type
from generator.rendering.exports.text_files import jsonl_lines

_TYPES = {
    Type.TEXT: "VARCHAR",
    Type.DATE: "VARCHAR",  # cut short where less is known
    Type.INTEGER: "BIGINT",
    Type.NUMBER: "DOUBLE",
    Type.BOOLEAN: "BOOLEAN",
    Type.TEXTS: "VARCHAR[]",
    Type.INTEGERS: "BIGINT[]",
}
_ROW_GROUP = 100_000  #: rows that are in memory at once
_OF_TEXTS = 2_048  #: of those that have an article's text each
_LARGEST = 64 * 1024 * 1024  #: bytes of a row: an article's text is at most 8 MB


def parquet_file(table: Table, rows: Sequence[Row]) -> bytes:
    """Return ``rows`` in their order; dates are texts, several values are lists, and what is not stated is null."""
    columns = ", ".join(f"'{column.name}': '{_TYPES[column.type]}'" for column in table.columns)
    group = _OF_TEXTS if any(column.lines for column in table.columns) else _ROW_GROUP
    nothing = ", ".join(f'NULL::{_TYPES[column.type]} AS "{column.name}"' for column in table.columns)
    with tempfile.TemporaryDirectory(prefix="kyyeu-") as folder, _base(os.getpid()).cursor() as base:
        given, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with given.open("wb") as file:
            file.writelines(jsonl_lines(rows))
        reading = f"read_json('{_quoted(given)}', format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = {_LARGEST})"
        if not rows:
            reading = f"(SELECT {nothing} LIMIT 0)"
        base.execute(f"COPY (FROM {reading}) TO '{_quoted(made)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group})")
        return made.read_bytes()


@cache
def _base(process: int) -> duckdb.DuckDBPyConnection:  # noqa: ARG001 - a forked process makes its own
    """Return a database in memory, whose start costs more than most tables do; nothing is kept in it."""
    return duckdb.connect(config={"threads": 1})


def _quoted(path: Path) -> str:
    return path.as_posix().replace("'", "''")
