"""All tables in one SQLite file, the same bytes for the same rows: made at once, in one order, without a moment in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

from generator.rendering.exports.tables import Cell, Column, Row, Table, Type

_PAGE = 4096
_TYPES = {Type.INTEGER: "INTEGER", Type.NUMBER: "REAL", Type.BOOLEAN: "INTEGER"}


def sqlite_file(tables: Iterable[Table], rows: Mapping[str, Sequence[Row]]) -> bytes:
    """``tables`` under their files' names with ``_`` for ``-``; several values of a cell are a JSON array."""
    tables = tuple(tables)
    names = {table.key: _name(table) for table in tables}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA page_size = {_PAGE}")
        base.execute("PRAGMA auto_vacuum = NONE")  # some builds of SQLite have another default
        base.execute("BEGIN")
        for table in tables:
            columns = ", ".join(_column(column, names, first=column == table.columns[0]) for column in table.columns)
            base.execute(f"CREATE TABLE {_name(table)} ({columns})")
        for table in tables:
            places = ", ".join("?" * len(table.columns))
            values = ([_value(row[column.name]) for column in table.columns] for row in rows[table.key])
            base.executemany(f"INSERT INTO {_name(table)} VALUES ({places})", values)  # noqa: S608 (names are ours)
        base.execute("COMMIT")
        return base.serialize()  # of a database in memory: it has no version of SQLite and no count of changes


def _name(table: Table) -> str:
    return table.file.replace("-", "_")


def _column(column: Column, names: Mapping[str, str], *, first: bool) -> str:
    key = " PRIMARY KEY NOT NULL" if first else ""
    refers = f" REFERENCES {names[column.refers]} (id)" if column.refers else ""
    return f'"{column.name}" {_TYPES.get(column.type, "TEXT")}{key}{refers}'


def _value(value: Cell) -> str | int | float | None:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
