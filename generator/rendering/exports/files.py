"""Every file of data: ``{path below docs/: bytes}``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.processes import apart_each
from generator.rendering.exports.linked_data import linked_data
from generator.rendering.exports.package import NAME, Described, package
from generator.rendering.exports.parquet_file import parquet_file
from generator.rendering.exports.portions import RECORDS, Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.sqlite_file import sqlite_file
from generator.rendering.exports.tables import FOLDER, FORMS, tables
from generator.rendering.exports.text_files import csv_file, jsonl_lines
from generator.rendering.parts.shards import sharded
from generator.rendering.words.speaking import speaking

DATABASE = "ky-yeu.sqlite"
_MOST = 400_000  #: bytes of one file of records, before it is packed to about a tenth


def data_files(portions: Portions) -> dict[str, bytes]:
    """Return every file of :func:`each_data_file`."""
    return dict(each_data_file(portions))


def each_data_file(portions: Portions) -> Iterator[tuple[str, bytes]]:
    """Yield each table as CSV, JSON Lines and Parquet, all of them as SQLite, their description, and the rows of each page of an index as
    CSV, if few as records; by path below docs/."""
    with speaking(portions.data.settings):
        for name, content in chain(_wholes(portions.data), linked_data(portions.data).items()):
            yield f"{FOLDER}/{name}", content
        parts = {one.page: one for one in portions.files.values()}
        yield from ((one.path, csv_file(one.table, one.rows)) for one in parts.values() if not one.key)
        records = {one.key: csv_file(one.table, one.rows).decode("utf-8-sig") for one in parts.values() if one.key}
        yield from sharded(RECORDS, records, _MOST).items()


def _wholes(data: Data) -> Iterator[tuple[str, bytes]]:
    every, made = tables(), dict[str, Described]()
    for name, content in _of_tables(data):
        made[name] = Described.of(content)
        yield name, content
    yield NAME, package(every.values(), made, data)


def _of_tables(data: Data) -> Iterator[tuple[str, bytes]]:
    every = tables()
    of_form = {form: [(key, table) for key, table in every.items() if form in table.forms] for form in FORMS}
    yield from ((f"{table.file}.csv", csv_file(table, data.rows[key])) for key, table in of_form["csv"])
    yield from ((f"{table.file}.jsonl", b"".join(jsonl_lines(data.rows[key]))) for key, table in of_form["jsonl"])
    of_parquet = of_form["parquet"]
    made = apart_each(lambda of: parquet_file(of[1], data.rows[of[0]]), of_parquet)  # a database takes much memory, and keeps it
    yield from ((f"{table.file}.parquet", content) for (_, table), content in zip(of_parquet, made, strict=True))
    yield DATABASE, sqlite_file([table for _, table in of_form["sqlite"]], data.rows)
