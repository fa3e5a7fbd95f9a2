"""In which of several files a record is found, by its key: the same on every machine and in the browser."""

from __future__ import annotations

_OFFSET, _PRIME, _MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def bucket(key: str, buckets: int) -> int:
    """Return the number of the file that holds ``key``: FNV-1a of its UTF-8, as ``search/index.js`` counts it."""
    digest = _OFFSET
    for byte in key.encode():
        digest = ((digest ^ byte) * _PRIME) & _MASK
    return digest % buckets
