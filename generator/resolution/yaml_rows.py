"""A YAML list of entries read by a schema, with the line of every value; all errors are found, not the first only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from generator.errors import yaml_words
from generator.messages import Listed, Message, message
from generator.resolution.addresses import LONGEST
from generator.yaml_documents import YamlError, compose, line_of

_FEW = 20  #: ids that a fix names all; of more only those that are written alike
_STRING = "tag:yaml.org,2002:str"
_NOTHING = "tag:yaml.org,2002:null"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


class Unfit(Exception):  # noqa: N818 - caught where it is raised: a value that its field cannot take
    """A value that its field cannot take: what is wrong and how to fix it."""

    def __init__(self, what: Message, fix: Message, line: int | None = None) -> None:
        self.message, self.fix, self.line = what, fix, line
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Error:
    """Error in a line (1-based; None: the file as a whole), and the fix."""

    line: int | None
    message: Message
    fix: Message


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an entry. ``read`` gives its value from the node, or raises :class:`Unfit`."""

    read: Callable[[yaml.Node], Any]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its values by key, as far as they could be read, and the line of each key."""

    line: int
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


def read_rows(source: bytes | str, fields: Mapping[str, Field]) -> tuple[list[Row], list[Error]]:
    """Return the entries of the document ``source`` and what is wrong with them, in the file's order. An empty file has no entry."""
    try:
        root = compose(source)
    except YamlError as error:
        what, fix = yaml_words(error)
        return [], [Error(error.line, what, fix)]
    if root is None or (isinstance(root, yaml.ScalarNode) and root.tag == _NOTHING):
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        return [], [Error(line_of(root), message("rows.not_a_list"), message("rows.fix.not_a_list", key=next(iter(fields))))]
    rows: list[Row] = []
    errors: list[Error] = []
    for node in root.value:
        if isinstance(node, yaml.MappingNode):
            rows.append(_row(node, fields, errors))
        else:
            errors.append(Error(line_of(node), message("rows.no_keys"), message("rows.fix.no_keys", key=next(iter(fields)))))
    return rows, errors


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
                errors.append(Error(unfit.line or line_of(value_node), message("yaml.of_key", key=key, what=unfit.message), unfit.fix))
    errors += [
        Error(line_of(node), message("rows.lacking", key=key), message("rows.fix.lacking", key=key))
        for key, one in fields.items()
        if one.required and key not in lines
    ]
    return Row(line_of(node), values, lines)


def words(node: yaml.Node) -> str:
    """Words: a string that is not empty."""
    if not isinstance(node, yaml.ScalarNode):
        raise Unfit(message("rows.words"), message("rows.fix.words"), line_of(node))
    if node.tag == _NOTHING or not node.value.strip():
        raise Unfit(message("rows.empty"), message("rows.fix.empty"), line_of(node))
    if node.tag != _STRING:
        raise Unfit(message("rows.quotes", value=node.value), message("rows.fix.quotes"), line_of(node))
    return str(node.value).strip()


def slug_id(node: yaml.Node) -> str:
    """Return an id: ASCII, small letters, digits, hyphens, no longer than names of files may be."""
    value = words(node)
    if len(value) > LONGEST:
        told = message("ids.too_long", id=f"{value[:40]}…", count=len(value))
        raise Unfit(told, message("ids.fix.shorten", limit=LONGEST), line_of(node))
    if not _SLUG.fullmatch(value):
        raise Unfit(message("rows.slug", value=repr(value)), message("rows.fix.slug"), line_of(node))
    return value


def date(node: yaml.Node) -> str:
    """Return a date: ISO 8601, shortened where less is known (2025, 2025-06, 2025-06-30)."""
    value = node.value if isinstance(node, yaml.ScalarNode) else ""
    match = _DATE.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        raise Unfit(message("values.date", value=repr(value)), message("rows.fix.date"), line_of(node)) from None
    return str(value)


def one_of(known: Collection[str]) -> Callable[[yaml.Node], str]:
    """Read one of the ids in ``known``."""

    def read(node: yaml.Node) -> str:
        value = words(node)
        if value not in known:
            near = get_close_matches(value, known, 3, 0.5) if len(known) > _FEW else known
            fix = message("values.fix.one_of", known=Listed(tuple(near))) if near else message("values.fix.lexicon_id")
            raise Unfit(message("rows.unknown", value=repr(value)), fix, line_of(node))
        return value

    return read


def many(read: Callable[[yaml.Node], str], *, or_one: bool = False) -> Callable[[yaml.Node], tuple[str, ...]]:
    """Read a list, each item by ``read``; ``or_one``: a single value as well."""

    def read_all(node: yaml.Node) -> tuple[str, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(map(read, _items(node)))
        if or_one:
            return (read(node),)
        raise Unfit(message("values.list"), message("rows.fix.list"), line_of(node))

    return read_all


def _items(node: yaml.SequenceNode) -> Sequence[yaml.Node]:
    return list(node.value)
