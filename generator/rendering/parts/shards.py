"""Records kept many to a file, so that an archive has few files: a script fetches the one file that holds a record, by the record's key.

``index.json`` of the folder states the number of files; ``N.json.gz`` is file N, as JSON, gzipped: no server unpacks it on the way, and the
browser does. The browser's side is ``docs/assets/javascripts/shards.js``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.text.shards import bucket

MOST_FILES = 1 << 12


def shards(sizes: Mapping[str, int], most: int) -> list[list[str]]:
    """Return the keys of ``sizes`` (each with its record's size in bytes) file by file, in order: the fewest files, a power of two, of
    which none is larger than ``most`` bytes unless one record is."""
    count = 1
    while True:
        files: list[list[str]] = [[] for _ in range(count)]
        for key in sorted(sizes):
            files[bucket(key, count)].append(key)
        if count >= MOST_FILES or all(len(file) < 2 or sum(sizes[key] for key in file) <= most for file in files):
            return files
        count *= 2


def sharded(folder: str, records: Mapping[str, Any], most: int) -> dict[str, bytes]:
    """Return the files of ``records`` (key → data of JSON) in ``folder`` below docs/, none larger than ``most`` bytes before it is
    packed unless one record is."""
    files = _divided(records, most)
    packed = {f"{folder}/{number}.json.gz": packed_json({key: records[key] for key in keys}) for number, keys in enumerate(files)}
    return {f"{folder}/index.json": f"{json.dumps({'shards': len(files)})}\n".encode(), **packed}


def places(folder: str, records: Mapping[str, Any], most: int) -> dict[str, str]:
    """Return where :func:`sharded` puts each of ``records``: a file's path and a JSON pointer, as a fragment."""
    files = _divided(records, most)
    return {key: f"{folder}/{number}.json.gz#/{key}" for number, keys in enumerate(files) for key in keys}


def packed_json(record: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return ``record`` as gzipped JSON, the same bytes on every day."""
    return gzip.compress(_json(record).encode(), compresslevel=9, mtime=0)


def _divided(records: Mapping[str, Any], most: int) -> list[list[str]]:
    return shards({key: len(_json(record).encode()) for key, record in records.items()}, most)


def _json(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
