"""Every file of data: ``{path below docs/: bytes}``."""

from __future__ import annotations

from generator.rendering.exports.package import NAME, package
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.sqlite_file import sqlite_file
from generator.rendering.exports.tables import FOLDER, tables
from generator.rendering.exports.text_files import csv_file, jsonl_file
from generator.rendering.words.speaking import speaking

DATABASE = "ky-yeu.sqlite"


def data_files(portions: Portions) -> dict[str, bytes]:
    """Return each table as CSV and JSON Lines, all of them as SQLite, their description, and the rows of each page of an index as CSV."""
    with speaking(portions.data.settings):
        return _files(portions)


def _files(portions: Portions) -> dict[str, bytes]:
    data, every = portions.data, tables()
    whole = {f"{table.file}.csv": csv_file(table, data.rows[key]) for key, table in every.items()}
    whole |= {f"{table.file}.jsonl": jsonl_file(data.rows[key]) for key, table in every.items()}
    whole[DATABASE] = sqlite_file(every.values(), data.rows)
    whole[NAME] = package(every.values(), whole, data.settings)
    made = {f"{FOLDER}/{name}": content for name, content in whole.items()}
    return made | {path: csv_file(one.table, one.rows) for path, one in portions.files.items()}
