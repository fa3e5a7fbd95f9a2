"""Every file of data: ``{path below docs/: bytes}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.rendering.exports.linked_data import linked_data
from generator.rendering.exports.package import NAME, package
from generator.rendering.exports.parquet_file import parquet_file
from generator.rendering.exports.portions import RECORDS, Portion, Portions
from generator.rendering.exports.sqlite_file import sqlite_file
from generator.rendering.exports.tables import FOLDER, Row, Table, tables
from generator.rendering.exports.text_files import csv_file, jsonl_file
from generator.rendering.parts.shards import compact_json, sharded_json
from generator.rendering.words.speaking import speaking

DATABASE = "ky-yeu.sqlite"
_MOST = 400_000  #: bytes of one file of records, before it is packed to about a tenth


def data_files(portions: Portions, keeping: Keeping = NOTHING_KEPT) -> dict[str, bytes]:
    """Return each table as CSV and JSON Lines, all of them as SQLite, their description, and the rows of each page of an index as CSV, if
    few as records; ``keeping`` has what the last run made of the same rows."""
    with speaking(portions.data.settings):
        return _files(portions, keeping)


def _files(portions: Portions, keeping: Keeping) -> dict[str, bytes]:
    data, every = portions.data, tables()
    pieces: list[tuple[str, str, tuple[Table, ...]]] = [
        (f"{table.file}.{form}", form, (table,)) for form in _MADE for table in every.values() if form in table.forms
    ]
    pieces.append((DATABASE, "sqlite", tuple(table for table in every.values() if "sqlite" in table.forms)))

    def digests(of: Sequence[Table]) -> list[list[str]]:
        return [[keeping.once(row) for row in data.rows[table.key]] for table in of]

    made = keeping.made("table", partial(_table, data.rows), pieces, lambda piece: (piece[1:], digests(piece[2])), fewest=1)
    whole = dict(zip((name for name, *_ in pieces), made, strict=True))
    whole[NAME] = package(every.values(), whole, data)
    made_of = {f"{FOLDER}/{name}": content for name, content in (whole | linked_data(data)).items()}
    parts = list({one.page: one for one in portions.files.values()}.values())
    texts = keeping.made("rows of a page", _csv, parts, lambda part: (part.table, [keeping.once(row) for row in part.rows]))
    files, records = dict[str, bytes](), dict[str, str]()
    for part, text in zip(parts, texts, strict=True):
        if part.key:
            records[part.key] = compact_json(text.decode("utf-8-sig"))
        else:
            files[part.path] = text
    return made_of | files | sharded_json(RECORDS, records, _MOST, keeping)


def _table(rows: Mapping[str, Sequence[Row]], piece: tuple[str, str, tuple[Table, ...]]) -> bytes:
    _, form, of = piece
    return sqlite_file(of, rows) if form == "sqlite" else _MADE[form](of[0], rows[of[0].key])


def _csv(part: Portion) -> bytes:
    return csv_file(part.table, part.rows)


def _jsonl(_: Table, rows: Sequence[Row]) -> bytes:
    return jsonl_file(rows)


#: How a file of a table is made, by its form.
_MADE: Mapping[str, Callable[[Table, Sequence[Row]], bytes]] = {"csv": csv_file, "jsonl": _jsonl, "parquet": parquet_file}
