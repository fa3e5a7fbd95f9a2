"""Bars by year, one upon another: counts of each kind in each year.

A bar many times as high as all others would leave them too low to see: it is cut, bears its number all the same and is marked
by two strokes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.rendering.vega import Drawing, Frame, drawn
from generator.rendering.words.speaking import words
from generator.rendering.words.wordbook import Wordbook

#: The style sheet has a colour for each of so many series (``--ky-chart-1`` …); a chart with more is an error of the caller.
MOST_SERIES = 6
_MOST_YEARS = 24  # of a longer span the latest
_HEIGHT, _ABOVE, _BELOW, _BESIDE = 120, 18, 20, 12
_WIDEST, _NARROWEST, _A_YEAR = 312, 140, 52
_DWARFS = 10  # a bar so many times as high as the next is cut …
_CUT = 1.35  # … at so many times the next one's height
_LABEL, _NUMBER = 36, 34  # what the four digits of a year need, and those of a total; where they crowd, only peaks are told


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing counted: a number for each year of the chart, in the same order."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by year, one upon another. ``title`` and ``description`` are what someone who cannot see it is told."""

    title: str
    description: str
    years: tuple[int, ...]
    series: tuple[Series, ...]


def svg(chart: Chart) -> Markup:
    """``chart`` as an SVG element on one line, the same bytes on every machine. Years between the first and the last stand
    there though nothing is counted in them."""
    return _drawn(words(), chart.years, tuple(one.values for one in chart.series)).told(chart.title, chart.description)


def cut(chart: Chart) -> tuple[int, ...]:
    """The years whose bars are drawn shorter than their numbers."""
    sums = {year: sum(one.values[at] for one in chart.series) for at, year in enumerate(chart.years)}
    shown = _shown(chart.years)
    top = _top([sums.get(year, 0) for year in shown])
    return tuple(year for year in shown if sums.get(year, 0) > top)


def _shown(years: Sequence[int]) -> range:
    return range(max(min(years), max(years) - _MOST_YEARS + 1), max(years) + 1)


def _top(sums: Sequence[float]) -> float:
    """What the full height stands for: the greatest sum, or less where it dwarfs the next."""
    most, *others = sorted(sums, reverse=True)
    return others[0] * _CUT if others and others[0] and most > _DWARFS * others[0] else most


@lru_cache(maxsize=4096)
def _drawn(book: Wordbook, years: tuple[int, ...], series: tuple[tuple[float, ...], ...]) -> Drawing:
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series in a chart of at most {MOST_SERIES}")
    shown = _shown(years)
    width = max(_NARROWEST, min(_WIDEST, _A_YEAR * len(shown)))
    counted = {year: tuple(one[at] for one in series) for at, year in enumerate(years)}
    return drawn(_specification(book, shown, counted, width), Frame(width, _HEIGHT, _ABOVE, _BELOW, _BESIDE, _BESIDE))


def _specification(book: Wordbook, shown: Sequence[int], counted: dict[int, tuple[float, ...]], width: int) -> dict[str, Any]:
    """The chart in Vega's words."""
    step = -(-_LABEL * len(shown) // width)  # so that years don't run into each other, every so many bears its label
    sums = [round(sum(counted.get(year, ())), 2) for year in shown]
    top = _top(sums)
    fit = {year: min(1, top / n) if n else 1 for year, n in zip(shown, sums, strict=True)}  # a cut bar shows the shares of its parts
    parts = [{"year": year, "series": at, "n": n * fit[year]} for year in shown for at, n in enumerate(counted.get(year, ())) if n]
    crowded = len(shown) * _NUMBER > width
    totals: list[dict[str, Any]] = []
    for place, year in enumerate(reversed(shown)):
        at = len(shown) - 1 - place
        lower = sums[at] < max(sums[at - 1 : at] + sums[at + 1 : at + 2], default=0)  # than the bar before or behind it
        total = "" if not sums[at] or (crowded and lower) else book.number(sums[at])
        totals.append({"year": year, "n": sums[at], "total": total, "label": "" if place % step else str(year)})
    stacked = {"type": "stack", "groupby": ["year"], "field": "n", "sort": {"field": "series"}}
    x, y = {"scale": "x", "field": "year"}, {"scale": "y"}
    text = {"fill": {"value": "currentColor"}, "align": {"value": "center"}, "fontSize": {"value": 12}, "x": {**x, "band": 0.5}}
    return {
        "data": [
            {"name": "parts", "values": parts, "transform": [stacked]},
            {"name": "totals", "values": totals},
            {"name": "cut", "values": [{"year": year} for year, n in zip(shown, sums, strict=True) if n > top]},
        ],
        "scales": [
            {"name": "x", "type": "band", "domain": list(shown), "range": [0, width], "paddingInner": 0.4, "paddingOuter": 0.2},
            {"name": "y", "type": "linear", "domain": [0, top], "range": [_HEIGHT, 0], "clamp": True},
        ],
        "marks": [
            {"type": "rule", "encode": {"enter": {
                "x": {"value": 0}, "x2": {"value": width}, "y": {"value": _HEIGHT}, "y2": {"value": _HEIGHT},
                "stroke": {"value": "currentColor"}, "strokeOpacity": {"value": 0.4}}}},
            {"type": "rect", "from": {"data": "parts"}, "encode": {"enter": {
                "x": x, "width": {"scale": "x", "band": 1}, "y": {**y, "field": "y1"}, "y2": {**y, "field": "y0"},
                "fill": {"signal": "'var(--ky-chart-' + (datum.series + 1) + ')'"}}}},
            *({"type": "rule", "from": {"data": "cut"}, "encode": {"enter": {
                "x": {**x, "offset": -2}, "x2": {**x, "band": 1, "offset": 2}, "y": {"value": at + 4}, "y2": {"value": at},
                "stroke": {"value": "var(--ky-paper)"}, "strokeWidth": {"value": 2}}}} for at in (10, 15)),
            {"type": "text", "from": {"data": "totals"}, "encode": {"enter": {
                **text, "text": {"field": "total"}, "y": {**y, "field": "n", "offset": -5}}}},
            {"type": "text", "from": {"data": "totals"}, "encode": {"enter": {
                **text, "text": {"field": "label"}, "y": {"value": _HEIGHT + 15}}}},
        ],
    }  # fmt: skip
