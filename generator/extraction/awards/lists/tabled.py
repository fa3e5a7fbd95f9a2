"""Tables of honours: rows of cells between tabs or bars, or with a cell on each line, below the heads of their columns.

A row has a recipient and the honour (``2 | Trần Thị Mơ | Xưởng 1 | Giấy khen``), an honour and the number of its holders (``Lao
động tiên tiến | 45``), also by kinds (``Giấy khen | 3 tập thể | 12 cá nhân``), or a recipient alone, if a heading above the
table names the award type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.entries import RowEntry, entries
from generator.extraction.awards.lists.layout import LayoutLine
from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.names.references.register import Register
from generator.extraction.tables import Cell, cell, cells, row_of
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS

_LONGEST_CELL = 120
_MOST_COLUMNS = 9
_NAMES = {"person": True, "body": False}


@dataclass(frozen=True, slots=True)
class HonourRow:
    """A row's honour, if it has a cell for it, and the recipients that it names or counts."""

    honour: Passage | None
    entries: tuple[RowEntry, ...]


@dataclass(frozen=True, slots=True)
class HonourTable:
    """The rows of a table that begins with line ``first``; ``after`` is the line behind it."""

    rows: tuple[HonourRow, ...]
    first: int
    after: int
    honours: Passage | None = None  # the head of the honours' column


@dataclass(frozen=True, slots=True)
class _Column:
    """The content of a column: a use of lexicon ``list-words``, or the kind whose members it counts or names."""

    holds: str
    kind: str | None = None


@cache
def _columns() -> dict[str, str]:
    return {
        variant: str(entry.get("holds"))
        for entry in lexicon("list-words").entries
        if entry.get("use") == "column"
        for variant in entry.variants
    }


@cache
def _opening() -> re.Pattern[str]:
    """Match the beginning of a longer column head: ``Danh hiệu đề nghị``, ``Họ và tên đảng viên``."""
    return re.compile(alternatives(column for column in _columns() if len(column.split()) > 1))


def _column(head: Cell) -> _Column | None:
    words = head.words.strip(" .:")
    if (holds := _columns().get(words)) is not None:
        return _Column(holds)
    if (opening := _opening().match(words)) is not None:
        return _Column(_columns()[opening.group()])
    kinds = lexicon("recipients").by_variant
    bare = words.removeprefix("số ").removeprefix("các ")
    return _Column("kind", kinds[bare].id) if bare in kinds else None


def table_at(text: ArticleText, lines: Sequence[LayoutLine], at: int, register: Register) -> HonourTable | None:
    """Read the table whose heads begin with line ``at``; None if there is none, or if no row can be read."""
    line = lines[at]
    if line.end - line.start > _LONGEST_CELL * 4:
        return None
    head = cells(text, line.opens, line.end)
    if len(head) > 1:
        columns = [_column(entry) for entry in head]
        heads: Sequence[Cell | None] = head
        grid, after = _delimited(text, lines, at + 1, len(columns))
    else:
        columns, first = _heads(text, lines, at)
        heads = [_cell(text, head_line) for head_line in lines[at:first]]
        grid, after = _one_a_line(text, lines, first, columns)
    if not _is_head(columns):
        return None
    rows = [row for grid_row in grid if (row := _row(text, grid_row, columns, register)) is not None]
    honours = next(
        (head_cell for head_cell, column in zip(heads, columns, strict=True) if head_cell and column and column.holds == "honour"), None
    )
    return HonourTable(tuple(rows), at, after, None if honours is None else _passage(text, honours)) if rows else None


def _is_head(columns: Sequence[_Column | None]) -> bool:
    """Return whether the heads of columns are those of a table of honours or of people honoured."""
    holds = {known_column.holds for known_column in columns if known_column is not None}
    known = sum(head is not None for head in columns)
    return known >= 2 and 2 * known >= len(columns) and bool(holds & {"person", "body", "honour"} or (holds == {"number", "kind"}))


def _delimited(text: ArticleText, lines: Sequence[LayoutLine], at: int, width: int) -> tuple[list[Sequence[Cell | None]], int]:
    grid: list[Sequence[Cell | None]] = []
    while at < len(lines) and (row := cells(text, lines[at].opens, lines[at].end)):
        spaced = row_of(text, lines[at].opens, lines[at].end)
        grid.append(spaced if len(row) != width and len(spaced) == width else row)
        at += 1
    return grid, at


def _heads(text: ArticleText, lines: Sequence[LayoutLine], at: int) -> tuple[list[_Column | None], int]:
    """Return the column heads that are on lines of their own, and the line behind them."""
    columns: list[_Column | None] = []
    while at < len(lines) and len(columns) < _MOST_COLUMNS and (head := _cell(text, lines[at])) is not None:
        column = _column(head)
        if column is None:
            break
        columns.append(column)
        at += 1
    return columns, at


def _one_a_line(
    text: ArticleText, lines: Sequence[LayoutLine], at: int, columns: Sequence[_Column | None]
) -> tuple[list[Sequence[Cell | None]], int]:
    grid: list[Sequence[Cell | None]] = []
    width = len(columns)
    if width < 2:
        return [], at
    numbered = columns[0] is not None and columns[0].holds == "number"
    while at + width <= len(lines):
        row = [read for line in lines[at : at + width] if (read := _cell(text, line)) is not None]
        if len(row) < width or (numbered and row[0].words != str(len(grid) + 1) and row[0].words != f"0{len(grid) + 1}"):
            break
        if not numbered and not any(_is_number(read) for read in row) and not forms_in(_passage(text, row[-1])):
            break
        grid.append(row)
        at += width
    return grid, at


def _cell(text: ArticleText, line: LayoutLine) -> Cell | None:
    if line.end - line.opens > _LONGEST_CELL:
        return None
    return cell(text.views.canonical, line.opens, line.end)


def _passage(text: ArticleText, entry: Cell) -> Passage:
    return Passage(text.views, entry.start, entry.end, text)


def _is_number(entry: Cell) -> bool:
    return entry.words.replace(".", "").isdigit()


def _row(text: ArticleText, row: Sequence[Cell | None], columns: Sequence[_Column | None], register: Register) -> HonourRow | None:
    if len(row) != len(columns):
        return None  # cells are joined: their columns are unclear
    honour: Passage | None = None
    found: list[RowEntry] = []
    for entry_cell, column in zip(row, columns, strict=True):
        if entry_cell is None or column is None or column.holds in {"number", "other"}:
            continue
        passage = _passage(text, entry_cell)
        if column.holds == "honour":
            honour = passage if len(forms_in(passage)) == 1 else None
            if honour is None:
                return None
        else:
            found.extend(_recipients(passage, entry_cell, column, register))
    if any(entry.personal for entry in found if entry.names):
        found = [entry for entry in found if entry.names and entry.personal]  # the unit beside a person is the person's
    elif any(entry.kind is not None for entry in found):
        found = [entry for entry in found if entry.names or entry.kind is not None]  # a total beside the kinds
    return HonourRow(honour, tuple(found)) if found else None


def _recipients(passage: Passage, cell_read: Cell, column: _Column, register: Register) -> Iterator[RowEntry]:
    """Yield the recipients that a cell names or counts."""
    if column.holds == "count" or (column.holds == "kind" and _is_number(cell_read)):
        if _is_number(cell_read) and int(cell_read.words.replace(".", "")) > 0:
            personal = None if column.kind is None else column.kind in PERSONS
            yield RowEntry(column.kind, personal, int(cell_read.words.replace(".", "")), (), cell_read.start, cell_read.end, cell_read.end)
        return
    personal = _NAMES.get(column.holds, column.kind in PERSONS if column.kind is not None else None)
    for entry in entries(passage, register, personal=personal, single=True) or entries(passage, register, personal=None, single=True):
        if entry.names:
            yield entry
