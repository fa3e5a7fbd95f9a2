"""Rolls of named units, each with its level: rows of a table (``| 1 | Chi bộ Khối 1 | Hoàn thành tốt nhiệm vụ |``).

A roll gives a rating for each kind of unit and level; its count is the number of rows.
"""

from __future__ import annotations

import re

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.register import NO_SUBJECT
from generator.extraction.ratings.table_cells import kind_of, level_of
from generator.extraction.ratings.tables import year_before
from generator.extraction.tables import Cell, cells, lines_of
from generator.model.facts import Aim, Rating
from generator.model.span import Span

LEAST = 2
_NAMED = re.compile(r"\w[^\n]{0,60}\s\S")
_Row = tuple[Cell, Cell, str, str]  # the unit's cell, the level's, the kind, the level


def rolls(text: ArticleText) -> tuple[list[Rating], list[Span]]:
    """Return the ratings of the rolls, and the spans that the rolls cover."""
    found: list[Rating] = []
    spans: list[Span] = []
    rows: list[_Row] = []
    lines = lines_of(text)
    for place, line in enumerate([*lines, None]):
        row = None if line is None else _row(text, line)
        if row is not None:
            rows.append(row)
            continue
        if len(rows) >= LEAST:
            found.extend(_ratings(rows, year_before(lines, max(place - len(rows) - 1, 0))))
            spans.append(Span(rows[0][0].start, rows[-1][1].end))
        rows = []
    return found, spans


def _row(text: ArticleText, line: Cell) -> _Row | None:
    """Return the unit and the level of a line; None unless it has exactly one of each."""
    row = cells(text, line.start, line.end)
    levels = [(cell, level) for cell in row if (level := level_of(cell)) is not None]
    units = [(cell, kind) for cell in row[:3] if (kind := kind_of(cell)) is not None and kind not in NO_SUBJECT and _is_named(text, cell)]
    if len(levels) != 1 or len(units) != 1 or levels[0][0].start < units[0][0].end:
        return None
    return units[0][0], levels[0][0], units[0][1], levels[0][1]


def _is_named(text: ArticleText, cell: Cell) -> bool:
    return text.article.text[cell.start].isupper() and _NAMED.fullmatch(cell.words) is not None and len(cell.words.split()) > LEAST


def _ratings(rows: list[_Row], year: int | None) -> list[Rating]:
    spans_of: dict[tuple[str, str], list[Span]] = {}
    for unit, level, kind, rating in rows:
        spans_of.setdefault((kind, rating), []).append(Span(unit.start, level.end))
    return [
        Rating(
            subject=kind,
            level=level,
            count=len(spans),
            percent=None,
            at_least=False,
            year=year,
            kind=Aim.RESULT,
            evidence=tuple(spans),
            rule="rating.roll",
        )
        for (kind, level), spans in spans_of.items()
    ]
