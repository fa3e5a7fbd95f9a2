"""Tables of ratings, read by their layout before any sentence is read.

There are three layouts: rows of cells between tabs or bars, a cell on each line, and levels down the page. A head names at
least two levels; a row names a subject and gives a number for each level. A column of totals before or behind the levels is
recognised by its sum, shares by their signs or by the head of their column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import level_spans
from generator.extraction.ratings.register import GENERIC, NO_SUBJECT
from generator.extraction.ratings.short_levels import bare_levels
from generator.extraction.ratings.table_cells import (
    count_column,
    count_of,
    kind_of,
    kinds_named,
    level_of,
    members_of,
    number_of,
    share_column,
)
from generator.extraction.tables import MARK, Cell, cells, lines_of
from generator.model.facts import Aim, Rating
from generator.model.span import Span
from generator.text.numbers import number_in_digits

#: A year that is not only compared with: tăng 9,4% so với năm 2022.
_YEAR = re.compile(r"(?<!so với )(?<!cùng kỳ )(?<![(])năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_SHARE_CELL = re.compile(r"(?:100(?:[.,]0{1,2})?|\d{1,2}(?:[.,]\d{1,2})?)\s?%?")
LEAST = 2  # levels of a table
_BASIC = {"hoan-thanh", "khong-hoan-thanh"}  # cut short, the others are marks of anything
_APPRAISED = re.compile(r"xếp\s+loại|đánh\s+giá|phân\s+loại")
_MARKS_AT_SCHOOL = re.compile(r"học\s+lực|hạnh\s+kiểm|môn\s+học|đề\s+tài|học\s+tập|rèn\s+luyện")
_MOST_COLUMNS = 16
_LONGEST_HEADING = 50
_TOTAL = re.compile(r"(?:tổng|cộng|toàn)(?!\w)")


def table_ratings(text: ArticleText) -> tuple[list[Rating], list[Span]]:
    """Return the ratings in tables, and the spans that the tables cover."""
    if len(level_spans(text.views)) < LEAST and not _may_be_cut(text):
        return [], []
    lines = lines_of(text)
    found: list[Rating] = []
    spans: list[Span] = []
    at = 0
    while at < len(lines):
        rows, after = _delimited(text, lines, at)
        if not rows:
            rows, after = _one_a_line(lines, at)
        if not rows:
            rows, after = _levels_down(lines, at)
        if rows:
            year = year_before(lines, at)
            found.extend(_rating(row, year) for row in rows)
            spans.append(Span(lines[at].start, lines[after - 1].end))
        at = max(after, at + 1)
    return found, spans


def _may_be_cut(text: ArticleText) -> bool:
    """Return whether a table's levels may all be cut short: ``Xuất sắc | Tốt | Hoàn thành``."""
    return MARK.search(text.article.text) is not None and "hoàn thành" in text.views.canonical


def _levels_of(row: list[Cell], lines: list[Cell], at: int) -> list[str | None]:
    """Return the level of each cell of a row; those cut short count beside a full one, or below a heading of appraisal."""
    levels = [level_of(cell) for cell in row]
    cut = [None if level else bare_levels().get(cell.words.rstrip(":. ")) for cell, level in zip(row, levels, strict=True)]
    beside = any(level is not None and level != "hoan-thanh" for level in levels)
    if not beside and not (set(cut) & _BASIC and _is_appraisal(lines, at)):
        return levels
    return [level or short for level, short in zip(levels, cut, strict=True)]


def _is_appraisal(lines: list[Cell], at: int) -> bool:
    """Return whether the lines before a row, or the row, speak of the yearly appraisal, and not of marks at school."""
    cell = " ".join(words.words[-200:] for words in lines[max(0, at - 3) : at + 1])
    return _APPRAISED.search(cell) is not None and _MARKS_AT_SCHOOL.search(cell) is None


@dataclass(frozen=True, slots=True)
class _TableRating:
    """A rating of a table: the subject's cell and kind, the number's cell, the level, the cell of its share if any."""

    subject: Cell
    kind: str
    number: Cell
    level: str
    share: Cell | None = None


def _delimited(text: ArticleText, lines: list[Cell], at: int) -> tuple[list[_TableRating], int]:
    """Read a table whose rows are lines with tabs or bars, beginning with line ``at``."""
    head = cells(text, lines[at].start, lines[at].end)
    levels = _levels_of(head, lines, at)
    kinds = [None if level else kind_of(cell) for cell, level in zip(head, levels, strict=True)]
    shares = [share_column().match(cell.words) is not None for cell in head]
    counted = None if any(kind and kind != "ca-nhan" for kind in kinds[1:]) else _counts(head)
    if counted is not None and (captioned := _caption(lines, at) or _heading(text, lines, at + 1)) is not None:
        kinds[counted] = captioned  # | Mức xếp loại | Số lượng | below Kết quả xếp loại đảng viên
    if sum(known is not None for known in levels) < LEAST and sum(known is not None for known in kinds[1:]) < 1:
        return [], at + 1
    rows: list[_TableRating] = []
    after = at + 1
    appraised = _is_appraisal(lines, at)
    members = next((place for place, cell in enumerate(head) if members_of(cell) is not None), None)
    units = _caption(lines, at) if members is None and any(levels) else None  # Bảng tổng hợp xếp loại chi bộ: rows of places
    while after < len(lines):
        if counted is not None and (heading := _heading(text, lines, after)) is not None:
            kinds[counted], after = heading, after + 1
            continue
        row = cells(text, lines[after].start, lines[after].end)
        if not row:
            break
        if (members is not None or units is not None) and len(row) == len(head) - 1 and _TOTAL.match(row[0].words):
            row = [row[0], *row]  # a total leaves the column of numbers empty
        if len(row) == len(head):
            if units is not None and not rows and (summed := _sums(row, levels, units)):
                rows.extend(summed)
            elif units is not None and any(kind_of(cell) == "don-vi" for cell in row[:2]):
                pass  # a place, whose units the caption names
            elif members is not None and _adds_up(row, members, levels):
                rows.extend(_total(row, levels, head[members]))
            else:
                rows.extend(_row(row, levels, head, kinds, shares, cut=appraised or bool(rows)))
        elif not re.search(r"\d|^[-=:]+$", lines[after].words):
            break
        after += 1
    return rows, after if rows else at + 1


def _adds_up(row: list[Cell], members: int, levels: list[str | None]) -> bool:
    """Return whether the levels of a row divide the members that its column ``members`` counts."""
    counts = [count_of(cell) for cell, level in zip(row, levels, strict=True) if level is not None]
    return len(counts) >= LEAST and count_of(row[members]) == sum(counts) > 0


def _total(row: list[Cell], levels: list[str | None], head: Cell) -> Iterator[_TableRating]:
    """Yield the ratings of a body's members in its row of totals; rows of single bodies, which a rating cannot name, give none."""
    kind = members_of(head)
    if kind is None or not any(_TOTAL.match(cell.words) for cell in row[:2]):
        return
    for cell, level in zip(row, levels, strict=True):
        if level is not None:
            yield _TableRating(head, kind, cell, level)


def _sums(row: list[Cell], levels: list[str | None], kind: str) -> list[_TableRating]:
    """Return the ratings of a row of totals over the units of ``kind`` in several places; empty for another row."""
    total = next((cell for cell in row[:2] if _TOTAL.match(cell.words)), None)
    if total is None:
        return []
    return [_TableRating(total, kind, cell, level) for cell, level in zip(row, levels, strict=True) if level and number_of(cell)]


def _row(
    row: list[Cell], levels: list[str | None], head: list[Cell], kinds: list[str | None], shares: list[bool], *, cut: bool
) -> Iterator[_TableRating]:
    """Yield the ratings of a row; ``cut``: a level may be cut short (``Hoàn thành | 15 | 5%``)."""
    own = next((level for cell in row[:2] if (level := level_of(cell)) is not None), None)
    if own is None and cut and not any(levels):
        own = bare_levels().get(row[0].words.rstrip(":. "))
    subject = next(((cell, kind) for cell in row[:2] if (kind := kind_of(cell)) is not None), None)
    for place, (cell, top, level, kind) in enumerate(zip(row, head, levels, kinds, strict=True)):
        if number_of(cell) is None or shares[place]:
            continue
        share = row[place + 1] if place + 1 < len(row) and shares[place + 1] and _SHARE_CELL.fullmatch(row[place + 1].words) else None
        if own is not None and kind is not None:  # levels down, subjects across
            yield _TableRating(top, kind, cell, own, share)
        elif own is None and subject is not None and level is not None:
            yield _TableRating(*subject, cell, level, share)


def _counts(head: list[Cell]) -> int | None:
    """Return the only column that counts without a subject (``Số lượng``); None if there is none, or several."""
    places = [place for place, cell in enumerate(head) if count_column().fullmatch(cell.words)]
    return places[0] if len(places) == 1 and places[0] > 0 else None


def _heading(text: ArticleText, lines: list[Cell], at: int) -> str | None:
    """Return the kind that a line within a table announces for the rows below (``Đảng viên``), or None."""
    if at + 1 >= len(lines) or len(lines[at].words) > _LONGEST_HEADING:
        return None
    row = cells(text, lines[at].start, lines[at].end) or [lines[at]]
    named = [kind for cell in row if (kind := kind_of(cell)) is not None and kind not in NO_SUBJECT]
    below = cells(text, lines[at + 1].start, lines[at + 1].end)[:2]
    plain = all(number_of(cell) is None and level_of(cell) is None for cell in row)
    return named[0] if len(named) == 1 and plain and any(level_of(cell) is not None for cell in below) else None


def _caption(lines: list[Cell], at: int) -> str | None:
    """Return the only kind that the line before a table appraises, or None."""
    if at == 0 or cue("appraisal").search(lines[at - 1].words[-200:]) is None:
        return None
    pattern, known = kinds_named()
    named = {known[" ".join(match.group().split())] for match in pattern.finditer(lines[at - 1].words[-200:])} - NO_SUBJECT - GENERIC
    return named.pop() if len(named) == 1 else None


def _one_a_line(lines: list[Cell], at: int) -> tuple[list[_TableRating], int]:
    """Read a table with a cell on each line whose levels begin with line ``at``."""
    after = at
    levels: list[str] = []
    while after < len(lines) and (level := level_of(lines[after])) is not None:
        levels.append(level)
        after += 1
    if len(levels) < 2:
        return [], at + 1
    rows: list[_TableRating] = []
    end = after
    while end < len(lines):
        kind = kind_of(lines[end])
        stop = end + 1
        while stop < len(lines) and stop - end <= _MOST_COLUMNS and number_of(lines[stop]) is not None:
            stop += 1
        numbers = lines[end + 1 : stop]
        if number_of(lines[end]) is not None or not numbers:
            break
        columns = _columns(numbers, len(levels))
        if columns is None:
            break
        if kind is not None:
            rows.extend(_TableRating(lines[end], kind, cell, level) for cell, level in zip(columns, levels, strict=True))
        end = stop
    return rows, end if rows else at + 1


def _levels_down(lines: list[Cell], at: int) -> tuple[list[_TableRating], int]:
    """Read levels one below another, each with its number and perhaps its share on lines of their own."""
    rows: list[_TableRating] = []
    after = at
    while after + 1 < len(lines) and (level := level_of(lines[after])) is not None and number_of(lines[after + 1]) is not None:
        shared = after + 2 < len(lines) and "%" in lines[after + 2].words and _SHARE_CELL.fullmatch(lines[after + 2].words) is not None
        rows.append(_TableRating(lines[after], "", lines[after + 1], level, lines[after + 2] if shared else None))
        after += 3 if shared else 2
    subject = _caption(lines, at) if len(rows) > 1 else None
    return ([replace(row, kind=subject) for row in rows], after) if subject is not None else ([], at + 1)


def _columns(numbers: list[Cell], levels: int) -> list[Cell] | None:
    """Return the cells below the levels, without a total; None if they cannot be identified."""
    if len(numbers) == levels:
        return numbers
    if len(numbers) != levels + 1:
        return None
    values = [count_of(cell) for cell in numbers]
    if values[0] == sum(values[1:]):
        return numbers[1:]
    return numbers[:-1] if values[-1] == sum(values[:-1]) else None


def year_before(lines: list[Cell], at: int) -> int | None:
    """Return the last year in the few lines up to ``at``, or None."""
    for cell in reversed(lines[max(0, at - 4) : at + 1]):
        years = _YEAR.findall(cell.words[-600:])
        if years:
            return int(years[-1])
    return None


def _rating(row: _TableRating, year: int | None) -> Rating:
    match = number_of(row.number)
    assert match is not None
    share = match["share"] or match["p"] or (None if row.share is None else row.share.words.rstrip("% "))
    value = None if share is None else float(share.replace(",", "."))
    cells_of = [row.subject, row.number] if row.share is None else [row.subject, row.number, row.share]
    return Rating(
        subject=row.kind, level=row.level, count=None if match["n"] is None else int(number_in_digits(match["n"])),
        percent=int(value) if value is not None and value.is_integer() else value, at_least=False, year=year, kind=Aim.RESULT,
        evidence=tuple(Span(cell.start, cell.end) for cell in cells_of), rule="rating.table",
    )  # fmt: skip
