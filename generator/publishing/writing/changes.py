"""Compare two publications of the data and write the entry of the log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.errors import ChangesError
from generator.messages import message
from generator.model.archive import Change
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace
from generator.reading.files import contents_if_any
from generator.rendering.exports.tables import FOLDER, Table, tables
from generator.resolution.changes import parse_changes

_LISTED = 200  #: ids of removed rows that an entry states


def compared(old: Path, new: Path, *, version: str, on: str, schema: str, note: str | None = None) -> Change:
    """Return how the data in ``new`` differs from that in ``old``: both are sites, or their folders ``du-lieu``.

    A row is the same while its id is; a table that ``old`` does not have is new as a whole. Raises ChangesError for a folder without data,
    and for a file that is not JSON Lines.
    """
    before, after = _data(old), _data(new)
    found: list[tuple[str, tuple[int, int, int]]] = []
    removed: list[str] = []
    for key, table in tables().items():
        if "jsonl" not in table.forms:
            continue
        had, has = _rows(before, table), _rows(after, table)
        gone = sorted(had.keys() - has.keys())
        numbers = (len(has.keys() - had.keys()), len(gone), sum(had[row] != has[row] for row in had.keys() & has.keys()))
        if any(numbers):
            found.append((key, numbers))
            removed += [f"{key}/{row}" for row in gone]
    return Change(version, on, schema, note, tuple(found), tuple(removed[:_LISTED]))


def add_change(folder: ArchiveFolder, change: Change) -> None:
    """Write ``change`` at the end of ``seeds/changes.yml``; what is in the file stays to the byte.

    Raises ChangesError if the file cannot be read, or has the version already.
    """
    before = contents_if_any(folder.changes, ChangesError) or b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    content = before + _entry(change).encode()
    parse_changes(content, folder.changes)
    replace(folder.changes, content, folder.root)


def _entry(change: Change) -> str:
    entry: dict[str, Any] = {"version": change.version, "on": change.on, "schema": change.schema}
    if change.note:
        entry["note"] = change.note
    entry["tables"] = {key: list(numbers) for key, numbers in change.tables}
    if change.removed:
        entry["removed"] = list(change.removed)
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, default_flow_style=None, width=140)


def _data(place: Path) -> Path:
    folder = place / FOLDER if (place / FOLDER).is_dir() else place
    if not any(folder.glob("*.jsonl")):
        raise ChangesError(message("changes.no_data"), path=place, fix=message("changes.fix.no_data"))
    return folder


def _rows(folder: Path, table: Table) -> Mapping[str, str]:
    """Return a digest of each row by its id; the columns that this version has not do not count."""
    path = folder / f"{table.file}.jsonl"
    names = [column.name for column in table.columns]
    rows: dict[str, str] = {}
    if not path.is_file():
        return rows
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                values = json.dumps([row.get(name) for name in names], ensure_ascii=False)
                rows[str(row[names[0]])] = hashlib.sha256(values.encode("utf-8", "surrogatepass")).hexdigest()
            except (ValueError, KeyError, AttributeError) as error:
                raise ChangesError(message("changes.line"), path=path, line=number, fix=message("changes.fix.line")) from error
    return rows
