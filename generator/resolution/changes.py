"""Reads ``seeds/changes.yml``: how the published data changed, one entry a publication, the latest last.

- version: 2026-11-30
  on: 2026-11-30
  schema: '1.0'
  note: Thêm các bài quý IV
  tables: {awards: [12, 0, 3], units: [2, 0, 0]}   # rows added, removed, changed
  removed: [awards/le-khen--giay-khen-ca-nhan-1]

``kyyeu changes OLD NEW`` writes an entry; a person may complete the note.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.errors import ChangesError
from generator.messages import message
from generator.model.archive import Change
from generator.reading.files import contents_if_any
from generator.resolution.yaml_rows import Error, Row, read_rows, refusal
from generator.resolution.yaml_values import Field, Unfit, date, many, words

_NUMBERS = 3  #: of a table: rows added, removed, changed


def read_changes(path: Path) -> tuple[Change, ...]:
    """Return the entries of the file at ``path``, the latest first; none where there is no such file.

    Raises ChangesError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, ChangesError)
    return () if data is None else parse_changes(data, path)


def parse_changes(data: bytes, path: Path) -> tuple[Change, ...]:
    """Return the entries in ``data``, the content of the file at ``path``. Raises what :func:`read_changes` raises."""
    rows, errors = read_rows(data, _FIELDS)
    errors = errors or list(_twice(rows))
    if errors:
        errors.sort(key=lambda error: error.line or 0)
        raise refusal(errors, path, ChangesError)
    return tuple(_change(row) for row in reversed(rows))


def _change(row: Row) -> Change:
    values = row.values
    return Change(
        values["version"], values["on"], values["schema"], values.get("note"), values.get("tables", ()), tuple(values.get("removed", ()))
    )


def _twice(rows: Sequence[Row]) -> Sequence[Error]:
    lines: dict[str, int] = {}
    errors = []
    for row in rows:
        known = row.values["version"]
        if known in lines:
            what, fix = message("changes.twice", version=repr(known)), message("rows.fix.twice", line=lines[known])
            errors.append(Error(row.line_of("version"), what, fix))
        lines.setdefault(known, row.line_of("version"))
    return errors


def _plain(node: yaml.Node) -> str:
    """Return words; a version such as 2026-11-30 or 1.0 needs no quotes."""
    if isinstance(node, yaml.ScalarNode) and node.value.strip():
        return str(node.value).strip()
    return words(node)


def _tables(node: yaml.Node) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    if not isinstance(node, yaml.MappingNode):
        raise Unfit(node, message("changes.tables"), message("changes.fix.tables"))
    return tuple((words(key), _numbers(value)) for key, value in node.value)


def _numbers(node: yaml.Node) -> tuple[int, int, int]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    if len(items) != _NUMBERS or not all(isinstance(item, yaml.ScalarNode) and item.value.isdecimal() for item in items):
        raise Unfit(node, message("changes.tables"), message("changes.fix.tables"))
    added, removed, changed = (int(item.value) for item in items)
    return added, removed, changed


_FIELDS = {
    "version": Field(_plain, required=True),
    "on": Field(date, required=True),
    "schema": Field(_plain, required=True),
    "note": Field(words),
    "tables": Field(_tables),
    "removed": Field(many(_plain)),
}
