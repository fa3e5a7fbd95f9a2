"""The order in which the lines of a PDF's page are read: columns one after another, and what repeats at the edges left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from generator.reading.formats.pdf.lines import Line, on_one_row

_FEWEST = 3  #: lines on either side that make two columns
_MIDDLE = (0.2, 0.8)  #: between which parts of the width the gap between two columns lies
_NARROWEST = 8.0  #: points of the gap between two columns
_SMALL = 0.85  #: times the size of the text; running heads are smaller
_SHORTEST = 15  #: characters of the usual line of a column
_EDGE = 3  #: rows at the top and at the bottom of a page among which running heads are
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—|\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without lines at their edges that come on most pages, numbers aside."""
    rows = [_rows(page) for page in pages]
    met = Counter(key for edges in map(_edges, rows) for key in {_key(line) for row in edges for line in row})
    most = max(2, (len(pages) + 1) // 2)

    def is_head(line: Line) -> bool:
        return met[_key(line)] >= most or _PAGE_NUMBER.fullmatch(line.text) is not None

    kept = []
    for page, of in zip(pages, rows, strict=True):
        heads = _set_apart(page)
        for edge in (of[:_EDGE], of[: -_EDGE - 1 : -1]):
            for row in takewhile(lambda row: all(map(is_head, row)), edge):  # from the edge inwards
                heads |= {id(line) for line in row}
        kept.append([line for line in page if id(line) not in heads])
    return kept


def _set_apart(page: Sequence[Line]) -> set[int]:
    """Return the first and the last row of a page where they are small and far from the text: the heads of a single page."""
    rows = _rows(page)
    if len(rows) < _FEWEST + 2:
        return set()
    usual = median(line.size for line in page)
    distances = [above[0].bottom - below[0].top for above, below in pairwise(rows)]
    usual_gap = max(median(distances), usual / 2)
    found: set[int] = set()
    for row, gap in ((rows[0], distances[0]), (rows[-1], distances[-1])):
        if gap > 2 * usual_gap and all(line.size < _SMALL * usual for line in row):
            found |= {id(line) for line in row}
    return found


def _edges(rows: Sequence[list[Line]]) -> list[list[Line]]:
    return [*rows[:_EDGE], *(rows[-_EDGE:] if len(rows) > 2 * _EDGE else rows[_EDGE:])]


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that are beside one another, from the top of the page."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda line: -line.top):
        if rows and on_one_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / 10)


def columns_of(pages: Sequence[Sequence[Line]]) -> list[list[list[Line]]]:
    """Return the lines of each page by column, in the order in which they are read; lines above and below columns are a column of their
    own. A page with too few lines to show its columns has those of the other pages."""
    found = [gap for page in pages if (gap := _gap(page)) is not None]
    usual = sorted(found)[len(found) // 2] if 2 * len(found) >= len(pages) - 1 and found else None
    return [_in_order(page, usual) for page in pages]


def _in_order(lines: Sequence[Line], usual: float | None = None) -> list[list[Line]]:
    if not lines:
        return []
    gap = _gap(lines)
    if gap is None and usual is not None and any(line.right <= usual for line in lines) and any(line.left >= usual for line in lines):
        gap = usual
    if gap is None:
        return [sorted(lines, key=lambda line: (-round(line.top / 2), line.left))]
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        crossing = line.left < gap < line.right
        if crossing and (left or right):
            columns += [*_in_order(left), *_in_order(right)]
            left, right = [], []
        if crossing:
            across.append(line)
            continue
        if across:
            columns.append(across)
            across = []
        (left if line.right <= gap else right).append(line)
    columns += [*_in_order(left), *_in_order(right), *([across] if across else [])]
    return columns


def _gap(lines: Sequence[Line]) -> float | None:
    """Return where the gap between two columns lies, or None where there is one column."""
    begin, end = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    width = end - begin
    narrow = [line for line in lines if line.width < 0.6 * width]
    if width <= 0 or len(narrow) < 2 * _FEWEST:
        return None
    cuts = sorted({line.right for line in narrow if _MIDDLE[0] < (line.right - begin) / width < _MIDDLE[1]})
    best: tuple[float, float] | None = None
    for cut in cuts:
        if any(line.left < cut + 1 < line.right for line in narrow):
            continue
        after = [line.left for line in narrow if line.left > cut]
        space = min(after) - cut if after else 0
        before = [line for line in narrow if line.right <= cut + 1]
        enough = (
            min(len(before), len(after)) >= _FEWEST and _high(before, lines) and _high([line for line in narrow if line.left > cut], lines)
        )
        if space >= _NARROWEST and enough and (best is None or space > best[0]):
            best = (space, cut + space / 2)
    return None if best is None or _is_table(narrow, best[1]) or not _is_text(narrow, best[1]) else best[1]


def _high(column: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Return whether a column's lines are as dense as a text's, and not single values far apart."""
    height = max(line.top for line in column) - min(line.bottom for line in column)
    return sum(line.top - line.bottom for line in column) > 0.3 * height and len(column) > len(lines) / 12


def _is_text(lines: Sequence[Line], gap: float) -> bool:
    """Return whether the lines on both sides of a gap are long enough to be a text's, and not values."""
    sides = ([len(line.text) for line in lines if line.right <= gap], [len(line.text) for line in lines if line.left >= gap])
    return all(side and median(side) >= _SHORTEST for side in sides)


def _is_table(lines: Sequence[Line], gap: float) -> bool:
    """Return whether the two sides of a gap are cells of rows: short, and beside one another."""
    left, right = [line for line in lines if line.right <= gap], [line for line in lines if line.left >= gap]
    few, many = sorted((left, right), key=len)
    paired = sum(any(on_one_row(line, other) for other in many) for line in few)
    short = sum(len(line.text) < 30 for line in few)
    return paired >= 0.9 * len(few) and short >= 0.8 * len(few)
