"""A workbook as plain data, before it is written: sheets of typed columns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FIRST = dt.date(1900, 3, 1)  #: before it the days of spreadsheets are not those of the calendar


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; without an address they are only words."""

    words: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Jump:
    """A number that leads to a ``line`` (1-based) of another ``sheet`` of the workbook."""

    number: int
    sheet: str
    line: int


class Unanswered(Enum):
    """A cell that the archive cannot answer: empty, and marked."""

    EMPTY = "empty"


EMPTY = Unanswered.EMPTY

#: What a cell may hold; None is an empty one.
Cell = str | int | float | dt.date | Link | Jump | Unanswered | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, whether its numbers are added up below the table."""

    head: str
    width: int
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, lines above the table, the table, notes below it; ``filtered``: its head has a filter."""

    name: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    notes: tuple[str, ...] = ()
    filtered: bool = True


def day(iso: object) -> Cell:
    """Return a full date as a day; one of which less is known as its words, as it is written by machines (``2024-05``)."""
    if not isinstance(iso, str) or not iso:
        return None
    match = _DAY.match(iso)
    made = dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    return made if made and made >= _FIRST else iso
