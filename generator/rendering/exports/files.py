"""Every file of data: ``{path below docs/: bytes}``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from generator.cache.keeping import NOTHING_KEPT, Keeping, digest
from generator.processes import apart_each
from generator.rendering.exports.linked_data import linked_data
from generator.rendering.exports.package import NAME, Described, package
from generator.rendering.exports.parquet_file import parquet_file
from generator.rendering.exports.plain_rows import Remade
from generator.rendering.exports.portions import RECORDS, Portion, Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.sqlite_file import sqlite_file
from generator.rendering.exports.tables import FOLDER, Row, Table, tables
from generator.rendering.exports.text_files import csv_file, jsonl_lines
from generator.rendering.parts.files.shards import compact_json, sharded_json
from generator.rendering.words.speaking import speaking

DATABASE = "ky-yeu.sqlite"
_MOST = 400_000  #: bytes of one file of records, before it is packed to about a tenth


def data_files(portions: Portions) -> dict[str, bytes]:
    """Return every file of :func:`each_data_file`."""
    return dict(each_data_file(portions))


def each_data_file(portions: Portions, keeping: Keeping = NOTHING_KEPT) -> Iterator[tuple[str, bytes]]:
    """Yield each table as CSV, JSON Lines and Parquet, all of them as SQLite, their description, and the rows of each page of an index as
    CSV, if few as records; by path below docs/. ``keeping`` has what the last run made of the same rows."""
    with speaking(portions.data.settings):
        for name, content in chain(_wholes(portions.data, keeping), linked_data(portions.data).items()):
            yield f"{FOLDER}/{name}", content
        parts = list({portion.page: portion for portion in portions.files.values()}.values())
        texts = keeping.made("rows of a page", _csv, parts, lambda part: (part.table, [keeping.once(row) for row in part.rows]))
        records: dict[str, str] = {}
        for part, text in zip(parts, texts, strict=True):
            if part.key:
                records[part.key] = compact_json(text.decode("utf-8-sig"))
            else:
                yield part.path, text
        yield from sharded_json(RECORDS, records, _MOST, keeping).items()


def _csv(part: Portion) -> bytes:
    return csv_file(part.table, part.rows)


def _wholes(data: Data, keeping: Keeping) -> Iterator[tuple[str, bytes]]:
    every, described = tables(), dict[str, Described]()
    pieces: list[_Piece] = [(f"{table.file}.{form}", form, (table,)) for form in _MADE for table in every.values() if form in table.forms]
    pieces.append((DATABASE, "sqlite", tuple(table for table in every.values() if "sqlite" in table.forms)))
    rows: Mapping[str, Sequence[Row]] = data.rows

    def digests(of: Sequence[Row]) -> list[str]:
        return [digest(row) if isinstance(of, Remade) else keeping.once(row) for row in of]

    def depends(piece: _Piece) -> object:
        return piece, [digests(rows[table.key]) for table in piece[2]]

    # A database takes much memory, and keeps it: it is in another process.
    for (name, *_), content in zip(pieces, keeping.made("table", partial(_made, rows), pieces, depends, apart_each), strict=True):
        described[name] = Described.of(content)
        yield name, content
    yield NAME, package(every.values(), described, data)


def _made(rows: Mapping[str, Sequence[Row]], piece: _Piece) -> bytes:
    _, form, of = piece
    return sqlite_file(of, rows) if form == "sqlite" else _MADE[form](of[0], rows[of[0].key])


def _jsonl(_: Table, rows: Sequence[Row]) -> bytes:
    return b"".join(jsonl_lines(rows))


_Piece = tuple[str, str, tuple[Table, ...]]  # the file's name, its form, the tables in it
#: How a file of a table is made, by its form.
_MADE: Mapping[str, Callable[[Table, Sequence[Row]], bytes]] = {"csv": csv_file, "jsonl": _jsonl, "parquet": parquet_file}
