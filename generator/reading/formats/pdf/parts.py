"""Paragraphs, headings, lists and tables from the lines of a PDF, across columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from generator.model.document import Part, PartKind
from generator.reading.captions import is_list_item
from generator.reading.formats.pdf.lines import Line, on_one_row

_LARGER = 1.15  #: times the size of the text; a heading's letters are larger
_CLOSE = 1.45  #: times the usual distance of two lines; farther ones are of two paragraphs
_LEADING = 1.5  #: times the size of large letters; lines of one heading are nearer
_FULL = 0.85  #: share of the column's width that a line fills which goes on
_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_ENOUGH = 4  #: lines that show how wide their column is
_ALIKE = 10.0  #: points by which the left edges of one column differ at most
_COLUMNS = 3  #: cells beside one another that make a row of a table


@dataclass
class _Paragraph:
    lines: list[Line] = field(default_factory=list)
    left: float = 0.0  # of the column in which it ends
    right: float = 0.0

    def text(self) -> str:
        """Return the lines joined: a soft hyphen at an end goes, another hyphen or a slash stays without a space after it."""
        whole = ""
        for line in self.lines:
            if whole.endswith("\u00ad"):
                whole = whole[:-1] + line.text
            elif re.search(r"\w[-/]$", whole) and line.text[:1].isalnum():
                whole += line.text
            else:
                whole = f"{whole} {line.text}" if whole else line.text
        return whole.replace("\u00ad", "")


def parts_of(pages: Sequence[Sequence[Sequence[Line]]]) -> list[Part]:
    """Return the parts of the ``pages``, each a list of columns of lines in reading order."""
    every = [line for page in pages for column in page for line in column]
    if not every:
        return []
    size = _usual_size(every)
    columns = [column for page in pages for column in page if column]
    parts: list[Part] = []
    running: _Paragraph | None = None
    for page in pages:
        for column in page:
            left, right = _edges(column, columns)
            for piece in _pieces(column):
                if isinstance(piece, Part):
                    parts += _closed(running, size)
                    running = None
                    parts.append(piece)
                    continue
                for paragraph in _paragraphs(piece, left, right):
                    if running is not None and _goes_on(running, paragraph, piece):
                        running.lines += paragraph.lines
                        running.left, running.right = paragraph.left, paragraph.right
                        continue
                    parts += _closed(running, size)
                    running = paragraph
    return [*parts, *_closed(running, size)]


def _closed(paragraph: _Paragraph | None, size: float) -> Iterator[Part]:
    if paragraph is None or not (text := paragraph.text()):
        return
    largest = max(line.size for line in paragraph.lines)
    if largest > _LARGER * size and len(text) < 400:
        yield Part(PartKind.HEADING, text, 1 if largest > 1.4 * size else 2)
    else:
        yield Part(PartKind.LIST_ITEM if is_list_item(text) else PartKind.PARAGRAPH, text)


def _usual_size(lines: Sequence[Line]) -> float:
    weights: dict[float, int] = {}
    for line in lines:
        weights[round(line.size, 1)] = weights.get(round(line.size, 1), 0) + len(line.text)
    return max(weights, key=lambda size: weights[size])


def _edges(column: Sequence[Line], columns: Sequence[Sequence[Line]]) -> tuple[float, float]:
    """Return where a column begins and ends; one of a few short lines ends where the narrowest does that begins where it does."""
    left, right = min((line.left for line in column), default=0.0), max((line.right for line in column), default=0.0)
    if len(column) >= _ENOUGH:
        return left, right
    others = [other for other in columns if len(other) >= _ENOUGH and abs(min(line.left for line in other) - left) < _ALIKE]
    return left, min((end for other in others if (end := max(line.right for line in other)) >= right), default=right)


def _pieces(column: Sequence[Line]) -> Iterator[Part | list[Line]]:
    """Yield the tables of a column, and the lines between them."""
    rows: list[list[Line]] = []
    for line in column:
        if rows and on_one_row(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    text: list[Line] = []
    table: list[list[Line]] = []
    for row in rows:
        cells = sorted(row, key=lambda line: line.left)
        goes_on = bool(table) and len(cells) > 1 and _fits(cells, table[0])
        wrapped = bool(table) and len(cells) == 1 and _fits(cells, table[0]) and table[-1][0].bottom - cells[0].top < cells[0].size
        if len(cells) >= _COLUMNS or goes_on or wrapped:
            if table and not (goes_on or wrapped or len(cells) >= _COLUMNS):
                text += _in_rows(table)
                table = []
            table.append(cells)
            continue
        yield from _ended(text, table)
        if table:
            text, table = [], []
        text += cells
    yield from _ended(text, table)
    if not table and text:
        yield text


def _in_rows(table: list[list[Line]]) -> list[Line]:
    return [line for row in table for line in row]


def _ended(text: list[Line], table: list[list[Line]]) -> Iterator[Part | list[Line]]:
    """Yield the text before a table that has ended, and the table; nothing while there is none."""
    if not table:
        return
    if len([row for row in table if len(row) >= _COLUMNS]) < 2:
        text += _in_rows(table)
        yield list(text)
        return
    if text:
        yield list(text)
    widest = max(table, key=len)
    edges = [cell.left for cell in widest]
    rows: list[list[str]] = []
    for row in table:
        cells = [""] * len(edges)
        for cell in row:
            at = min(range(len(edges)), key=lambda number, cell=cell: _apart(cell, widest[number]))  # type: ignore[misc] # its default
            cells[at] = f"{cells[at]} {cell.text}".strip()
        if rows and not cells[0] and len(row) < len(edges) and len(row) <= len(edges) // 2:
            rows[-1] = [f"{before} {more}".strip() for before, more in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    yield Part(PartKind.TABLE, rows=tuple(map(tuple, rows)))


def _apart(cell: Line, other: Line) -> float:
    if cell.left <= other.right and other.left <= cell.right:
        return 0.0
    return min(abs(cell.left - other.right), abs(other.left - cell.right))


def _fits(cells: Sequence[Line], head: Sequence[Line]) -> bool:
    inside = head[0].left - 2 * head[0].size <= cells[0].left and all(cell.width < 0.6 * (head[-1].right - head[0].left) for cell in cells)
    return inside and all(any(_apart(cell, other) == 0 for other in head) for cell in cells)


def _paragraphs(lines: Sequence[Line], left: float, right: float) -> Iterator[_Paragraph]:
    distances = [above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom > below.bottom]
    usual = median(distances) if distances else 0.0
    paragraph = _Paragraph(left=left, right=right)
    for line in lines:
        if paragraph.lines and _begins(paragraph.lines[-1], line, usual, left, right, first=len(paragraph.lines) == 1):
            yield paragraph
            paragraph = _Paragraph(left=left, right=right)
        paragraph.lines.append(line)
    if paragraph.lines:
        yield paragraph


def _begins(above: Line, line: Line, usual: float, left: float, right: float, *, first: bool) -> bool:
    """Return whether ``line`` begins a paragraph and does not go on from the line ``above`` it, which is the ``first`` of its own."""
    if on_one_row(above, line):
        return False
    if abs(above.size - line.size) > 0.08 * max(above.size, line.size):
        return True
    if usual and above.bottom - line.bottom > max(_CLOSE * usual, usual + 2, _LEADING * line.size * (line.size > usual)):
        return True
    if is_list_item(line.text) and (_END.search(above.text) or line.left <= left + line.size):
        return True
    full = above.right >= left + _FULL * (right - left)
    if not full and is_list_item(line.text):
        return True
    if not full:
        return _END.search(above.text) is not None or not line.text[:1].islower()
    indented = line.left > left + 0.8 * line.size and line.left > above.left + 0.8 * line.size * (not first)
    return indented and _END.search(above.text) is not None


def _goes_on(before: _Paragraph, paragraph: _Paragraph, column: Sequence[Line]) -> bool:
    """Return whether a paragraph that was cut by the end of a column or page goes on in the first of the next."""
    last, line = before.lines[-1], paragraph.lines[0]
    if line is not column[0] or abs(last.size - line.size) > 0.08 * line.size or _END.search(last.text) or is_list_item(line.text):
        return False
    if last.right < before.left + _FULL * (before.right - before.left) and not line.text[:1].islower():
        return False
    flush = line.left < min(other.left for other in column) + 0.8 * line.size
    return flush or line.text[:1].islower() or last.text.endswith((",", "\u00ad"))
