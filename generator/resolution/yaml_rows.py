"""A YAML list of entries read by a schema, with the line of every value; all errors are found, not the first only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator.errors import KyYeuError, together, yaml_words
from generator.messages import Listed, Message, message
from generator.resolution.addresses import LONGEST
from generator.resolution.yaml_values import Field, Unfit, is_null, words
from generator.yaml_documents import YamlError, compose, entries, line_of

E = TypeVar("E", bound=KyYeuError)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Error:
    """Error in a line (1-based; None: the file as a whole), and the fix."""

    line: int | None
    message: Message
    fix: Message


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its values by key, as far as they could be read, and the line of each key."""

    line: int
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


def read_rows(source: bytes | str, fields: Mapping[str, Field], *, again: bool = False) -> tuple[list[Row], list[Error]]:
    """Return the entries of the document ``source`` and what is wrong with them, in the file's order. An empty file has no entry.

    With ``again`` what is composed is remembered, for a file that is read after each of many small changes.
    """
    rows = _rows_again(source, fields) if again else None
    if rows is not None:
        return rows, []
    try:
        root = compose(source)
    except YamlError as error:
        what, fix = yaml_words(error)
        return [], [Error(error.line, what, fix)]
    if root is None or (is_null(root)):
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        return [], [Error(line_of(root), message("rows.not_a_list"), message("rows.fix.not_a_list", key=next(iter(fields))))]
    rows = []
    errors: list[Error] = []
    for node in root.value:
        if isinstance(node, yaml.MappingNode):
            rows.append(_row(node, fields, errors))
        else:
            errors.append(Error(line_of(node), message("rows.no_keys"), message("rows.fix.no_keys", key=next(iter(fields)))))
    return rows, errors


def _rows_again(source: bytes | str, fields: Mapping[str, Field]) -> list[Row] | None:
    """Return the entries of a list in which all is right and each stands for itself; None for any other document."""
    errors: list[Error] = []
    rows: list[Row] = []
    for entry in entries(source) or ():
        if not isinstance(entry.node, yaml.MappingNode):
            return None
        row = _row(entry.node, fields, errors)
        rows.append(Row(row.line + entry.above, row.values, {key: line + entry.above for key, line in row.lines.items()}))
    return rows if rows and not errors else None


def refusal(errors: Iterable[Error], path: Path, kind: type[E]) -> E:
    """Return the ``errors`` of the file at ``path`` as one error of ``kind``, to be raised; they keep their order."""
    return together([kind(error.message, path=path, line=error.line, fix=error.fix) for error in errors])


def _row(node: yaml.MappingNode, fields: Mapping[str, Field], errors: list[Error]) -> Row:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), line_of(key_node)
        if key not in fields:
            errors.append(
                Error(line, message("rows.unknown_key", key=repr(key)), message("rows.fix.unknown_key", keys=Listed(tuple(fields))))
            )
        elif key in lines:
            errors.append(Error(line, message("rows.twice", key=repr(key)), message("rows.fix.twice", line=lines[key])))
        else:
            lines[key] = line
            try:
                values[key] = fields[key].read(value_node)
            except Unfit as unfit:
                errors.append(Error(unfit.line, message("yaml.of_key", key=key, what=unfit.message), unfit.fix))
    errors += [
        Error(line_of(node), message("rows.lacking", key=key), message("rows.fix.lacking", key=key))
        for key, field in fields.items()
        if field.required and key not in lines
    ]
    return Row(line_of(node), values, lines)


def slug_id(node: yaml.Node) -> str:
    """Return an id: ASCII, small letters, digits, hyphens, no longer than names of files may be."""
    value = words(node)
    if len(value) > LONGEST:
        what = message("ids.too_long", id=f"{value[:40]}…", count=len(value))
        raise Unfit(node, what, message("ids.fix.shorten", limit=LONGEST))
    if not _SLUG.fullmatch(value):
        raise Unfit(node, message("rows.slug", value=repr(value)), message("rows.fix.slug"))
    return value
