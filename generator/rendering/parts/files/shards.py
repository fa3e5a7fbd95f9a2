"""Records kept many to a file, so that an archive has few files: a script fetches the one file that holds a record, by the record's key.

``index.json`` of the folder states the number of files; ``N.json.gz`` is file N, as JSON, gzipped: no server unpacks it on the way, and the
browser does. The browser's side is ``docs/assets/javascripts/shards.js``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from generator.cache.keeping import NOTHING_KEPT, Keeping, digest
from generator.processes import fan_out
from generator.text.shards import bucket

_Piece = TypeVar("_Piece")
MOST_FILES = 1 << 12
_FEWEST = 16  #: files for which a process is worth its start


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


def sharded(folder: str, records: Mapping[str, Any], most: int, keeping: Keeping = NOTHING_KEPT) -> dict[str, bytes]:
    """Return the files of ``records`` (key → data of JSON) in ``folder`` below docs/, none larger than ``most`` bytes before it is
    packed unless one record is."""
    return sharded_json(folder, {key: compact_json(record) for key, record in records.items()}, most, keeping)


def sharded_json(
    folder: str,
    records: Mapping[str, str],
    most: int,
    keeping: Keeping = NOTHING_KEPT,
    depends: Callable[[str], object] | None = None,
) -> dict[str, bytes]:
    """Do as :func:`sharded` with ``records`` that are JSON already (:func:`compact_json`). ``depends`` states on what the record of a key
    depends, where that is had for less than the record."""
    files = _divided(records, most)

    def whole(keys: Sequence[str]) -> str:
        return f"{{{','.join(f'{compact_json(key)}:{records[key]}' for key in keys)}}}"

    def of_all(keys: Sequence[str]) -> object:
        assert depends is not None
        return [(key, depends(key)) for key in keys]

    texts = packed_texts(files, whole, keeping, depends and of_all)
    packed = {f"{folder}/{number}.json.gz": content for number, content in enumerate(texts)}
    return {f"{folder}/index.json": f"{json.dumps({'shards': len(files)})}\n".encode(), **packed}


def places(folder: str, records: Mapping[str, str], most: int) -> dict[str, str]:
    """Return where :func:`sharded_json` puts each of ``records``: a file's path and a JSON pointer, as a fragment."""
    return {key: f"{folder}/{number}.json.gz#/{key}" for number, keys in enumerate(_divided(records, most)) for key in keys}


def packed_texts(
    pieces: Sequence[_Piece],
    text_of: Callable[[_Piece], str],
    keeping: Keeping = NOTHING_KEPT,
    depends: Callable[[_Piece], object] | None = None,
) -> Iterator[bytes]:
    """Yield the text of each of ``pieces`` gzipped, the same bytes on every day; no more texts than processes are in memory. ``depends``
    states on what a text depends, with all that ``keeping`` has in common; without it the text is made to see whether it is the same."""
    by = partial(fan_out, fewest=_FEWEST)
    return keeping.made("packed text", partial(_packed, text_of), pieces, depends or (lambda piece: digest(text_of(piece))), by)


class OnDemand(Mapping[str, str]):
    """Texts by ``keys``, each made when it is asked for; of one that was made its size is known."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], str], sizes: Mapping[str, int] | None = None) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._sizes = dict(sizes or {})

    def size(self, key: str) -> int:
        """Return the bytes of the text of ``key``."""
        found = self._sizes.get(key)
        if found is None:
            found = self._sizes[key] = len(self[key].encode())
        return found

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def compact_json(record: Any) -> str:
    """Return ``record`` as JSON without spaces."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _packed(text_of: Callable[[_Piece], str], piece: _Piece) -> bytes:
    return gzip.compress(text_of(piece).encode(), compresslevel=9, mtime=0)


def _divided(records: Mapping[str, str], most: int) -> list[list[str]]:
    if isinstance(records, OnDemand):
        return shards({key: records.size(key) for key in records}, most)
    return shards({key: len(record.encode()) for key, record in records.items()}, most)
