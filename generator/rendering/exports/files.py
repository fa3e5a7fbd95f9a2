"""Every file of data: ``{path below docs/: bytes}``."""

from __future__ import annotations

from collections.abc import Sequence

from generator.rendering.exports.linked_data import linked_data
from generator.rendering.exports.package import NAME, package
from generator.rendering.exports.parquet_file import parquet_file
from generator.rendering.exports.portions import RECORDS, Portions
from generator.rendering.exports.sqlite_file import sqlite_file
from generator.rendering.exports.tables import FOLDER, Row, Table, tables
from generator.rendering.exports.text_files import csv_file, jsonl_file
from generator.rendering.parts.shards import sharded
from generator.rendering.words.speaking import speaking

DATABASE = "ky-yeu.sqlite"
_MOST = 400_000  #: bytes of one file of records, before it is packed to about a tenth


def data_files(portions: Portions) -> dict[str, bytes]:
    """Return each table as CSV and JSON Lines, all of them as SQLite, their description, and the rows of each page of an index as CSV, if
    few as records."""
    with speaking(portions.data.settings):
        return _files(portions)


def _files(portions: Portions) -> dict[str, bytes]:
    data, every = portions.data, tables()
    whole: dict[str, bytes] = {}
    for form, made in (("csv", _csv), ("jsonl", _jsonl), ("parquet", parquet_file)):
        whole |= {f"{table.file}.{form}": made(table, data.rows[key]) for key, table in every.items() if form in table.forms}
    whole[DATABASE] = sqlite_file([table for table in every.values() if "sqlite" in table.forms], data.rows)
    whole[NAME] = package(every.values(), whole, data)
    made_of = {f"{FOLDER}/{name}": content for name, content in (whole | linked_data(data)).items()}
    parts = {one.page: one for one in portions.files.values()}
    records = {one.key: csv_file(one.table, one.rows).decode("utf-8-sig") for one in parts.values() if one.key}
    files = {one.path: csv_file(one.table, one.rows) for one in parts.values() if not one.key}
    return made_of | files | sharded(RECORDS, records, _MOST)


def _csv(table: Table, rows: Sequence[Row]) -> bytes:
    return csv_file(table, rows)


def _jsonl(_: Table, rows: Sequence[Row]) -> bytes:
    return jsonl_file(rows)
