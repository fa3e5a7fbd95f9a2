"""Bars by year, one upon another: counts of each kind in each year.

A bar many times as high as all others would leave them too low to see: it is cut, has its number all the same and is marked
by two strokes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator.rendering.charts.drawing import Drawing, Frame, bar, drawing, line, stroke, words
from generator.rendering.words import speaking
from generator.rendering.words.wordbook import Wordbook

#: The style sheet has a colour for each of so many series (``--ky-chart-1`` …); a chart with more is an error of the caller.
MOST_SERIES = 6
_MOST_YEARS = 24  # of a longer span the latest
_HEIGHT, _ABOVE, _BELOW, _BESIDE = 120, 18, 20, 12
_WIDEST, _NARROWEST, _A_YEAR = 312, 140, 52
_GAP = 0.4  # between two bars, as a share of a year's column
_STROKES = 10, 15  # where a cut bar is struck through
_DWARFS = 10  # a bar so many times as high as the next is cut …
_CUT = 1.35  # … at so many times the next one's height
_LABEL, _NUMBER = 36, 34  # what the four digits of a year need, and those of a total; where they crowd, only peaks are stated


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing counted: a number for each year of the chart, in the same order."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by year, one upon another. ``title`` and ``description`` are what someone who cannot see it is stated."""

    title: str
    description: str
    years: tuple[int, ...]
    series: tuple[Series, ...]


def svg(chart: Chart) -> Markup:
    """``chart`` as an SVG element on one line, the same bytes on every machine. Years between the first and the last are shown even without
    counts."""
    return _drawn(speaking.words(), chart.years, tuple(layer.values for layer in chart.series)).titled(chart.title, chart.description)


def cut(chart: Chart) -> tuple[int, ...]:
    """Return the years whose bars are drawn shorter than their numbers."""
    sums = {year: sum(layer.values[at] for layer in chart.series) for at, year in enumerate(chart.years)}
    shown = _shown(chart.years)
    top = _top([sums.get(year, 0) for year in shown])
    return tuple(year for year in shown if sums.get(year, 0) > top)


def _shown(years: Sequence[int]) -> range:
    return range(max(min(years), max(years) - _MOST_YEARS + 1), max(years) + 1)


def _top(sums: Sequence[float]) -> float:
    """Return the value at full height: the greatest sum, or less if it dwarfs the next."""
    most, *others = sorted(sums, reverse=True)
    return others[0] * _CUT if others and others[0] and most > _DWARFS * others[0] else most


@lru_cache(maxsize=4096)
def _drawn(book: Wordbook, years: tuple[int, ...], series: tuple[tuple[float, ...], ...]) -> Drawing:
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series in a chart of at most {MOST_SERIES}")
    shown = _shown(years)
    width = max(_NARROWEST, min(_WIDEST, _A_YEAR * len(shown)))
    counted = {year: tuple(layer[at] for layer in series) for at, year in enumerate(years)}
    return drawing(_marks(book, shown, counted, width), Frame(width, _HEIGHT, _ABOVE, _BELOW, _BESIDE, _BESIDE))


def _marks(book: Wordbook, shown: Sequence[int], counted: dict[int, tuple[float, ...]], width: int) -> Iterator[str]:
    sums = [round(sum(counted.get(year, ())), 2) for year in shown]
    top = _top(sums)
    column = width / len(shown)
    yield line((0, _HEIGHT), (width, _HEIGHT), 0.4)
    for at, (year, total) in enumerate(zip(shown, sums, strict=True)):
        fit = min(1, top / total) if total else 1  # a cut bar shows the shares of its parts
        height = _HEIGHT * fit / top if top else 0  # pixels for each that is counted
        below = 0.0
        for series, n in enumerate(counted.get(year, ())):
            if n:
                below += n
                yield bar(column * (at + _GAP / 2), _HEIGHT - below * height, column * (1 - _GAP), n * height, f"--ky-chart-{series + 1}")
    for y in _STROKES:
        for at, total in enumerate(sums):
            if total > top:
                yield stroke((column * (at + _GAP / 2) - 2, y + 4), (column * (at + 1 - _GAP / 2) + 2, y), "--ky-paper")
    crowded = len(shown) * _NUMBER > width
    for at, total in enumerate(sums):
        lower = total < max(sums[max(0, at - 1) : at] + sums[at + 1 : at + 2], default=0)  # than the bar before or behind it
        if total and not (crowded and lower):
            yield words(column * (at + 0.5), _HEIGHT * (1 - min(1, total / top)) - 5, book.number(total))
    step = -(-_LABEL * len(shown) // width)  # so that years don't run into each other, every so many has its label
    for at, year in enumerate(shown):
        if not (len(shown) - 1 - at) % step:
            yield words(column * (at + 0.5), _HEIGHT + 15, str(year))
