"""Numbers in rows and columns, the darker the greater: forms by year, ratings by year, what a unit received and granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from generator.rendering.charts.drawing import Drawing, Frame, cell, drawing, label, words
from generator.rendering.words import speaking
from generator.rendering.words.wordbook import Wordbook

MOST_COLUMNS = 16  #: of more the last are shown
MOST_ROWS = 24
_COLUMN, _ROW, _GAP = 38, 22, 2
_HEADS, _LABELS = 20, 205
_PALEST, _DARKEST = 0.1, 0.42  # opacity of a cell: ink on the darkest is still read

#: The numbers by row and column, counted from 0; a cell that is not there is empty.
Cells = Mapping[tuple[int, int], float]


def svg(title: str, description: str, rows: Sequence[str], columns: Sequence[str], cells: Cells) -> Markup:
    """Return the table as an SVG element on one line, the same bytes on every machine; of many rows or columns those that fit."""
    return _drawn(speaking.words(), tuple(rows), tuple(columns), tuple(sorted(cells.items()))).titled(title, description)


@lru_cache(maxsize=1024)
def _drawn(book: Wordbook, rows: tuple[str, ...], columns: tuple[str, ...], cells: tuple[tuple[tuple[int, int], float], ...]) -> Drawing:
    first = max(0, len(columns) - MOST_COLUMNS)
    shown = {(row, column - first): n for (row, column), n in cells if row < MOST_ROWS and column >= first}
    frame = Frame(_COLUMN * len(columns[first:]), _ROW * len(rows[:MOST_ROWS]), _HEADS, 2, _LABELS, 2)
    return drawing(_marks(book, rows[:MOST_ROWS], columns[first:], shown), frame)


def _marks(book: Wordbook, rows: Sequence[str], columns: Sequence[str], cells: Cells) -> Iterator[str]:
    most = max(cells.values(), default=0)
    for column, name in enumerate(columns):
        yield words(_COLUMN * (column + 0.5), -6, name)
    for row, name in enumerate(rows):
        yield label(-8, _ROW * (row + 0.5) + 4, name)
    for (row, column), n in cells.items():
        opacity = _PALEST + (_DARKEST - _PALEST) * (n / most if most else 0)
        yield cell(_COLUMN * column, _ROW * row, _COLUMN - _GAP, _ROW - _GAP, "--ky-chart-1", opacity)
        yield words(_COLUMN * (column + 0.5) - 1, _ROW * (row + 0.5) + 3, book.number(n), size=11)
