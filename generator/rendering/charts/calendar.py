"""When things happened: a row a year, a column a month, a dot where something was, larger the more there was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import sqrt

from markupsafe import Markup

from generator.rendering.charts.drawing import Drawing, Frame, dot, drawing, line, words
from generator.rendering.words import speaking
from generator.rendering.words.wordbook import Wordbook

MOST_YEARS = 24  #: rows of a grid; of a longer span the latest
_MONTH, _YEAR = 22, 24  # pixels of a column, of a row
_YEAR_WORDS, _SUM_WORDS, _MONTH_WORDS = 42, 32, 20
_LEAST, _NUMBERED, _MOST = 3.54, 6.65, 9.31  # radius of a dot for one, of the least that has a number, of the greatest
_MONTHS = tuple(range(1, 13))

#: How many there were, by year and month; month 0 where only the year is stated.
Counts = Mapping[tuple[int, int], int]


def svg(title: str, description: str, counts: Counts) -> Markup:
    """Return ``counts`` (at least one) as an SVG element on one line, the same bytes on every machine. Years between the first and the last
    are shown even if empty."""
    return _drawn(speaking.words(), tuple(sorted(counts.items()))).titled(title, description)


@lru_cache(maxsize=4096)
def _drawn(book: Wordbook, counted: tuple[tuple[tuple[int, int], int], ...]) -> Drawing:
    latest = max(year for (year, _), _ in counted)
    first = max(min(year for (year, _), _ in counted), latest - MOST_YEARS + 1)
    shown = {key: n for key, n in counted if key[0] >= first}
    years = range(latest, first - 1, -1)
    months = (*_MONTHS, 0) if any(not month for _, month in shown) else _MONTHS
    frame = Frame(_MONTH * len(months), _YEAR * len(years), _MONTH_WORDS, 2, _YEAR_WORDS, _SUM_WORDS)
    return drawing(_marks(book, shown, years, months, frame), frame)


def _marks(book: Wordbook, counts: Counts, years: range, months: tuple[int, ...], frame: Frame) -> Iterator[str]:
    middle = {year: _YEAR * (at + 0.5) for at, year in enumerate(years)}
    centre = {month: _MONTH * (at + 0.5) for at, month in enumerate(months)}
    for y in middle.values():
        yield line((0, y), (frame.width, y), 0.18)
    for month, x in centre.items():
        yield words(x, -7, str(month) if month else "?")
    for year, y in middle.items():
        total = sum(n for (of, _), n in counts.items() if of == year)
        yield words(-8, y + 4, str(year), anchor="end")
        yield words(frame.width + _SUM_WORDS - 2, y + 4, book.number(total) if total else "", anchor="end", opacity=0.75)
    most = max(counts.values())
    for (year, month), n in counts.items():
        yield dot(centre[month], middle[year], _radius(n, most), "--ky-chart-1")
        if n > 1:
            yield words(centre[month], middle[year] + 3, book.number(n), size=10, colour="--ky-chart-ink")


def _radius(n: int, most: int) -> float:
    """So that areas grow with the numbers, within what a cell holds."""
    if n == 1:
        return _LEAST
    return max(_NUMBERED, _MOST * sqrt(n / most)) if most > 1 else _LEAST
