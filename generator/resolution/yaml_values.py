"""Values of what a person writes in YAML, each read from its node; an error keeps the node, and so its line.

The readers of all files are built of these: units, people, redirects, what is hidden, corrections, checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

import yaml

from generator.messages import Listed, Message, message
from generator.text.normalization import archived
from generator.yaml_documents import line_of

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_FEW = 20  #: ids that a fix names all; of more only those that are written alike
_TAG = "tag:yaml.org,2002:"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")


class Unfit(Exception):  # noqa: N818 - reported to the user as an error of its file
    """A value at ``node`` that its field cannot take: what is wrong and how to fix it."""

    def __init__(self, node: yaml.Node, what: Message, fix: Message) -> None:
        super().__init__(what)
        self.node, self.message, self.fix = node, what, fix

    @property
    def line(self) -> int:
        """Line of the value, 1-based."""
        return line_of(self.node)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an entry. ``read`` gives its value from the node, or raises :class:`Unfit`. An entry must have a ``required`` one; of
    another the value is ``empty`` where a new fact leaves it out."""

    read: Callable[[yaml.Node], Any]
    required: bool = False
    empty: Any = None


def is_null(node: yaml.Node) -> bool:
    """Return whether ``node`` is null, or nothing."""
    return bool(node.tag == f"{_TAG}null")


def words(node: yaml.Node) -> str:
    """Return a string that is not empty; what YAML takes for a number, a date or a yes needs quotes."""
    if not isinstance(node, yaml.ScalarNode):
        raise Unfit(node, message("rows.words"), message("rows.fix.words"))
    if is_null(node) or not node.value.strip():
        raise Unfit(node, message("rows.empty"), message("rows.fix.empty"))
    if node.tag != f"{_TAG}str":
        raise Unfit(node, message("rows.quotes", value=node.value), message("rows.fix.quotes"))
    return str(node.value).strip()


def text(node: yaml.Node) -> str:
    """Return text as an article has it, white space as one space each; a number or a date is taken as text too."""
    found = " ".join(archived(node.value).split()) if isinstance(node, yaml.ScalarNode) and not is_null(node) else ""
    if not found:
        raise Unfit(node, message("values.words"), message("values.fix.words"))
    return found


def whole(node: yaml.Node) -> int:
    """Return a whole number, 0 or more."""
    if not (isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}int" and re.fullmatch(r"\d{1,15}", node.value)):
        raise Unfit(node, message("values.whole"), message("values.fix.whole"))
    return int(node.value)


def number(node: yaml.Node) -> float | int:
    """Return a number, 0 or more."""
    if not (isinstance(node, yaml.ScalarNode) and node.tag in {f"{_TAG}int", f"{_TAG}float"} and _NUMBER.fullmatch(node.value)):
        raise Unfit(node, message("values.number"), message("values.fix.number"))
    return float(node.value) if "." in node.value else int(node.value)


def year(node: yaml.Node) -> int:
    """Return a year of four digits."""
    value = whole(node)
    if not 1900 <= value <= 2199:
        raise Unfit(node, message("values.year", value=value), message("values.fix.year"))
    return value


def date(node: yaml.Node) -> str:
    """Return a date: ISO 8601, shortened where less is known (2025, 2025-06, 2025-06-30)."""
    value = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    match = _DATE.fullmatch(value)
    if match is None or not _is_date(*(int(part) if part else 1 for part in match.groups())):
        raise Unfit(node, message("values.date", value=repr(value)), message("values.fix.date"))
    return value


def full_date(node: yaml.Node) -> str:
    """Return a date with its month and day."""
    if len(value := date(node)) == len("2025-06-30"):
        return value
    raise Unfit(node, message("values.full_date", value=value), message("values.fix.full_date"))


def moment(node: yaml.Node) -> str:
    """Return a date as :func:`date`, or with its time."""
    match = _MOMENT.fullmatch(node.value) if isinstance(node, yaml.ScalarNode) else None
    if match and _is_date(*map(int, match[1].split("-"))):
        return str(node.value)
    try:
        return date(node)
    except Unfit as error:
        raise Unfit(node, error.message, message("values.fix.moment")) from error


def flag(node: yaml.Node) -> bool:
    """Return yes or no, written true or false."""
    if isinstance(node, yaml.ScalarNode) and node.value in {"true", "false"} and node.tag == f"{_TAG}bool":
        return bool(node.value == "true")
    raise Unfit(node, message("values.flag"), message("values.fix.flag"))


def may_be_null(read: Callable[[yaml.Node], T]) -> Callable[[yaml.Node], T | None]:
    """Read by ``read``, and null as None."""
    return lambda node: None if is_null(node) else read(node)


def many(read: Callable[[yaml.Node], T], *, or_one: bool = False) -> Callable[[yaml.Node], tuple[T, ...]]:
    """Read a list, each item by ``read``; ``or_one``: a single value as well."""

    def read_all(node: yaml.Node) -> tuple[T, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(map(read, node.value))
        if or_one:
            return (read(node),)
        raise Unfit(node, message("values.list"), message("values.fix.list"))

    return read_all


def one_of(ids: Callable[[], Collection[str]]) -> Callable[[yaml.Node], str]:
    """Read one of ``ids``, which are looked up when a value is read."""

    def read(node: yaml.Node) -> str:
        value, known = text(node), ids()
        if value in known:
            return value
        near = get_close_matches(value, known, 3, 0.5) if len(known) > _FEW else known
        fix = message("values.fix.one_of", known=Listed(tuple(near))) if near else message("values.fix.lexicon_id")
        raise Unfit(node, message("values.unknown", value=repr(value)), fix)

    return read


def member(kind: type[E]) -> Callable[[yaml.Node], E]:
    """Read a member of a closed set."""
    read = one_of(lambda: tuple(kind))
    return lambda node: kind(read(node))


def _is_date(of_year: int, month: int, day: int) -> bool:
    try:
        dt.date(of_year, month, day)
    except ValueError:
        return False
    return 1800 <= of_year <= 2199
