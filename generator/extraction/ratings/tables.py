"""Read tables of ratings by their layout, before any sentence is read.

Two layouts: rows of cells between tabs or bars, and one cell a line. A head names at least two levels; a row names a subject and
gives a number for each level. A column of totals before or behind the levels is known by its sum, shares by their signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.pieces import level_pattern, level_written
from generator.extraction.tables import Cell, cell, cells
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import Rating
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.numbers import number_in_digits

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s*\(\s*(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*\))?"
    r"|(?P<p>\d{1,3}(?:[.,]\d{1,2})?)\s?%"
)
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_LONGEST_CELL = 80
_MOST_COLUMNS = 16


@lru_cache(maxsize=1)
def _kinds() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = lexicon("recipients").entries
    known = {variant: entry.id for entry in entries for variant in entry.variants}
    known.update({canonical(words): entry.id for entry in entries for words in entry.get("row", ())})
    return re.compile(alternatives(known)), known


def table_ratings(text: ArticleText) -> tuple[list[Rating], list[Span]]:
    """Return the ratings that tables tell, and the stretches of text that the tables cover."""
    words = text.views.canonical
    if len(level_pattern().findall(words)) < 2:
        return [], []
    lines = [one for match in _LINE.finditer(words) if (one := cell(words, match.start(), match.end())) is not None]
    found: list[Rating] = []
    spans: list[Span] = []
    at = 0
    while at < len(lines):
        rows, after = _delimited(text, lines, at)
        if not rows:
            rows, after = _one_a_line(lines, at)
        if rows:
            year = _year_before(lines, at)
            found.extend(_rating(*row, year) for row in rows)
            spans.append(Span(lines[at].start, lines[after - 1].end))
        at = max(after, at + 1)
    return found, spans


def _level(cell: Cell) -> str | None:
    match = level_pattern().fullmatch(cell.words.rstrip(":. ")) if len(cell.words) < _LONGEST_CELL else None
    return None if match is None else level_written(match)


def _kind(cell: Cell) -> str | None:
    pattern, known = _kinds()
    if len(cell.words) > _LONGEST_CELL or (match := pattern.search(cell.words)) is None or re.match(r"tổng|toàn|cộng", cell.words):
        return None
    return known.get(" ".join(match.group().split()))


def _number(cell: Cell) -> re.Match[str] | None:
    return _NUMBER.fullmatch(cell.words) if len(cell.words) < 24 else None


_Row = tuple[Cell, str, Cell, str]  # subject's cell and kind, number's cell, level


def _delimited(text: ArticleText, lines: list[Cell], at: int) -> tuple[list[_Row], int]:
    """Read a table whose rows are lines with tabs or bars, that begins with line ``at``."""
    head = cells(text, lines[at].start, lines[at].end)
    levels = [_level(one) for one in head]
    kinds = [None if level else _kind(one) for one, level in zip(head, levels, strict=True)]
    if sum(one is not None for one in levels) < 2 and sum(one is not None for one in kinds[1:]) < 1:
        return [], at + 1
    rows: list[_Row] = []
    after = at + 1
    while after < len(lines) and (row := cells(text, lines[after].start, lines[after].end)):
        if len(row) == len(head):
            rows.extend(_row(row, levels, head, kinds))
        elif not re.search(r"\d|^[-=:]+$", lines[after].words):
            break
        after += 1
    return rows, after if rows else at + 1


def _row(row: list[Cell], levels: list[str | None], head: list[Cell], kinds: list[str | None]) -> Iterator[_Row]:
    own = next((level for one in row[:2] if (level := _level(one)) is not None), None)
    subject = next(((one, kind) for one in row[:2] if (kind := _kind(one)) is not None), None)
    for one, top, level, kind in zip(row, head, levels, kinds, strict=True):
        if _number(one) is None:
            continue
        if own is not None and kind is not None:  # levels down, subjects across
            yield top, kind, one, own
        elif own is None and subject is not None and level is not None:
            yield (*subject, one, level)


def _one_a_line(lines: list[Cell], at: int) -> tuple[list[_Row], int]:
    """Read a table of one cell a line whose levels begin with line ``at``."""
    after = at
    levels: list[str] = []
    while after < len(lines) and (level := _level(lines[after])) is not None:
        levels.append(level)
        after += 1
    if len(levels) < 2:
        return [], at + 1
    rows: list[_Row] = []
    end = after
    while end < len(lines):
        kind = _kind(lines[end])
        stop = end + 1
        while stop < len(lines) and stop - end <= _MOST_COLUMNS and _number(lines[stop]) is not None:
            stop += 1
        numbers = lines[end + 1 : stop]
        if _number(lines[end]) is not None or not numbers:
            break
        columns = _columns(numbers, len(levels))
        if columns is None:
            break
        if kind is not None:
            rows.extend((lines[end], kind, one, level) for one, level in zip(columns, levels, strict=True))
        end = stop
    return rows, end if rows else at + 1


def _columns(numbers: list[Cell], levels: int) -> list[Cell] | None:
    """Return the cells that stand below the levels, without a total; None where they cannot be told."""
    if len(numbers) == levels:
        return numbers
    if len(numbers) != levels + 1:
        return None
    values = [_count(one) for one in numbers]
    if values[0] == sum(values[1:]):
        return numbers[1:]
    return numbers[:-1] if values[-1] == sum(values[:-1]) else None


def _count(cell: Cell) -> float:
    match = _number(cell)
    return -1 if match is None or match["n"] is None else number_in_digits(match["n"])


def _year_before(lines: list[Cell], at: int) -> int | None:
    for one in reversed(lines[max(0, at - 4) : at + 1]):
        years = _YEAR.findall(one.words[-600:])
        if years:
            return int(years[-1])
    return None


def _rating(subject: Cell, kind: str, number: Cell, level: str, year: int | None) -> Rating:
    match = _number(number)
    assert match is not None
    share = match["share"] or match["p"]
    value = None if share is None else float(share.replace(",", "."))
    return Rating(
        subject=kind, level=level, count=None if match["n"] is None else int(number_in_digits(match["n"])),
        percent=int(value) if value is not None and value.is_integer() else value, at_least=False, year=year, kind="result",
        evidence=(Span(subject.start, subject.end), Span(number.start, number.end)), rule="rating.table",
    )  # fmt: skip
