"""When things happened: a row a year, a column a month, a dot where something was, larger the more there was."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import pi, sqrt
from typing import Any

from markupsafe import Markup

from generator.rendering.vega import Drawing, Frame, drawn
from generator.rendering.words.speaking import words
from generator.rendering.words.wordbook import Wordbook

MOST_YEARS = 24  #: rows of a grid; of a longer span the latest
_MONTH, _YEAR = 22, 24  # pixels of a column, of a row
_YEAR_WORDS, _SUM_WORDS, _MONTH_WORDS = 42, 32, 20
_LEAST, _NUMBERED, _MOST = 4.0, 7.5, 10.5  # radius of a dot for one, of the least that bears a number, of the greatest
_MONTHS = tuple(range(1, 13))

#: How many there were, by year and month; month 0 where only the year is told.
Counts = Mapping[tuple[int, int], int]


def svg(title: str, description: str, counts: Counts) -> Markup:
    """``counts`` (at least one) as an SVG element on one line, the same bytes on every machine. Years between the first and the last
    stand there though nothing was in them."""
    return _drawn(words(), tuple(sorted(counts.items()))).told(title, description)


@lru_cache(maxsize=4096)
def _drawn(book: Wordbook, counted: tuple[tuple[tuple[int, int], int], ...]) -> Drawing:
    latest = max(year for (year, _), _ in counted)
    first = max(min(year for (year, _), _ in counted), latest - MOST_YEARS + 1)
    shown = {key: n for key, n in counted if key[0] >= first}
    years = range(latest, first - 1, -1)
    months = (*_MONTHS, 0) if any(not month for _, month in shown) else _MONTHS
    frame = Frame(_MONTH * len(months), _YEAR * len(years), _MONTH_WORDS, 2, _YEAR_WORDS, _SUM_WORDS)
    return drawn(_specification(book, shown, years, months, frame), frame)


def _specification(book: Wordbook, counts: Counts, years: range, months: tuple[int, ...], frame: Frame) -> dict[str, Any]:
    """The grid in Vega's words."""
    most = max(counts.values())
    dots = [
        {"year": year, "month": month, "size": round(pi * _radius(n, most) ** 2, 2), "n": book.number(n) if n > 1 else ""}
        for (year, month), n in counts.items()
    ]
    sums = {year: sum(n for (of, _), n in counts.items() if of == year) for year in years}
    numbered = [dot for dot in dots if dot["n"]]
    rows = [{"year": year, "n": book.number(n) if n else ""} for year, n in sums.items()]
    columns = [{"month": month, "label": str(month) if month else "?"} for month in months]
    x, y = {"scale": "x", "field": "month", "band": 0.5}, {"scale": "y", "field": "year", "band": 0.5}
    text = {"fill": {"value": "currentColor"}, "fontSize": {"value": 12}}
    middle = {"align": {"value": "center"}, "baseline": {"value": "middle"}}
    right = {"align": {"value": "right"}, "baseline": {"value": "middle"}}
    line = {"stroke": {"value": "currentColor"}, "strokeOpacity": {"value": 0.18}}
    return {
        "data": [
            {"name": name, "values": values}
            for name, values in (("dots", dots), ("numbered", numbered), ("rows", rows), ("columns", columns))
        ],
        "scales": [
            {"name": "x", "type": "band", "domain": list(months), "range": [0, frame.width]},
            {"name": "y", "type": "band", "domain": list(years), "range": [0, frame.height]},
        ],
        "marks": [
            {"type": "rule", "from": {"data": "rows"}, "encode": {"enter": {
                **line, "x": {"value": 0}, "x2": {"value": frame.width}, "y": y}}},
            {"type": "text", "from": {"data": "columns"}, "encode": {"enter": {
                **text, "align": {"value": "center"}, "text": {"field": "label"}, "x": x, "y": {"value": -7}}}},
            {"type": "text", "from": {"data": "rows"}, "encode": {"enter": {
                **text, **right, "text": {"field": "year"}, "x": {"value": -8}, "y": y}}},
            {"type": "text", "from": {"data": "rows"}, "encode": {"enter": {
                **text, **right, "fillOpacity": {"value": 0.75},
                "text": {"field": "n"}, "x": {"value": frame.width + _SUM_WORDS - 2}, "y": y}}},
            {"type": "symbol", "from": {"data": "dots"}, "encode": {"enter": {
                "x": x, "y": y, "size": {"field": "size"}, "fill": {"value": "var(--ky-chart-1)"}}}},
            {"type": "text", "from": {"data": "numbered"}, "encode": {"enter": {
                **middle, "fill": {"value": "var(--ky-chart-ink)"}, "fontSize": {"value": 10}, "text": {"field": "n"}, "x": x, "y": y}}},
        ],
    }  # fmt: skip


def _radius(n: int, most: int) -> float:
    """So that areas grow with the numbers, within what a cell holds."""
    if n == 1:
        return _LEAST
    return max(_NUMBERED, _MOST * sqrt(n / most)) if most > 1 else _LEAST
