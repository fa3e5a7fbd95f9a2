"""JSON Lines, also compressed: one record a line, read as a stream."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from generator.corpus.sources.fields import given_of
from generator.corpus.sources.given import Damaged, Given
from generator.messages import message
from generator.reading.limits import LARGEST_DOCUMENT

_LONGEST = 2 * LARGEST_DOCUMENT  #: bytes of a line


def read(path: Path, name: str, own: Mapping[str, str]) -> Iterator[Given | Damaged]:
    """Yield the article of each line of ``path``, whose place is ``name#LINE``; a line that is no record is an error of its own.

    Raises OSError when the file cannot be opened. Where compression is damaged, the rest of the file is one error.
    """
    line = 0
    with opened(path) as file:
        while True:
            place = f"{name}#{line + 1}"
            try:
                data = file.readline(_LONGEST)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                yield Damaged(name, place, message("corpus.damaged_gzip", reason=error), message("corpus.fix.damaged_gzip"))
                return
            if not data:
                return
            line += 1
            if data.strip():
                yield _record(data, name, place, own)


def _record(data: bytes, name: str, place: str, own: Mapping[str, str]) -> Given | Damaged:
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        return Damaged(name, place, message("corpus.no_json", reason=error), message("corpus.fix.no_json"))
    if not isinstance(record, dict):
        return Damaged(name, place, message("corpus.no_object"), message("corpus.fix.no_json"))
    return given_of(record, name, place, own)


def opened(path: Path) -> IO[bytes]:
    """Open ``path``, decompressed if it begins as gzip does, whatever its name."""
    with path.open("rb") as file:
        compressed = file.read(2) == b"\x1f\x8b"
    return cast("IO[bytes]", gzip.open(path, "rb")) if compressed else path.open("rb")
