"""Moving user files out of the way: into ``before-update/`` of the archive, never over existing files."""

from __future__ import annotations

from pathlib import Path

FOLDER = "before-update"
#: Below it: generated pages and files of a version that kept no digests of them, so that nobody knows whether they were changed.
GENERATED = "generated"


def aside(root: Path, name: str, content: bytes) -> Path | None:
    """Return a free place below ``before-update/`` of the archive in ``root`` for the file ``name`` (with / between folders) that holds
    ``content``: ``name`` itself, else ``name.2`` and so on. None where the same content lies there already.

    Raises OSError for what lies there and cannot be read.
    """
    first = root / FOLDER / name
    place, number = first, 1
    while place.exists() or place.is_symlink():
        if place.is_file() and place.read_bytes() == content:
            return None
        number += 1
        place = first.with_name(f"{first.name}.{number}")
    return place
