"""Digests of the program itself: what one version made, another does not trust."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_ENDINGS = frozenset({".py", ".yml", ".yaml", ".jinja", ".json", ".tsv", ".txt", ".css", ".js"})


@lru_cache
def program(*rooms: str) -> str:
    """Return a digest of the files in ``rooms`` (folders or modules of the package; without any, all of it), of the interpreter and of all
    that is installed beside it."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{sys.version}\n{sys.platform}\n{installed()}\n".encode())
    for path in _files([_PACKAGE / room for room in rooms] or [_PACKAGE]):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.hexdigest()


@lru_cache
def installed() -> str:
    """Return the names and versions of what is installed, a line each, as the folders of their metadata state them: reading the metadata
    itself takes longer than all else here."""
    found: set[str] = set()
    for place in sys.path:
        with contextlib.suppress(OSError):  # no folder: an archive of modules has none of the installed
            found.update(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    return "\n".join(sorted(found))


def _files(places: Iterable[Path]) -> list[Path]:
    found: set[Path] = set()
    for place in places:
        found |= {place} if place.is_file() else {path for path in place.rglob("*") if path.suffix in _ENDINGS and path.is_file()}
    return sorted(found)
