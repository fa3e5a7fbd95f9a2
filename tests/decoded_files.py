"""What the files of a site say, whatever holds them: packed files are unpacked, tables and databases are read."""

from __future__ import annotations

import gzip
import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb

_DATABASE = b"SQLite format 3\0"


def texts(name: str, data: bytes) -> Iterator[str]:
    """Yield the name of a file and every text in it, unpacked as far as it goes."""
    yield name
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for inner in packed.namelist():
                yield from texts(inner, packed.read(inner))
    elif data.startswith(b"\x1f\x8b"):
        yield from texts(name.removesuffix(".gz"), gzip.decompress(data))
    elif data.startswith(_DATABASE):
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            yield from base.iterdump()
    elif data.startswith(b"PAR1"):
        yield from _parquet(data)
    else:
        yield data.decode("utf-8", "replace")


def _parquet(data: bytes) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.parquet"
        path.write_bytes(data)
        with duckdb.connect() as base:
            for row in base.read_parquet(str(path)).fetchall():
                yield from map(str, row)
