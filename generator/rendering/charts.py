"""Charts of counts by year, as static SVG: the one module that knows the library which draws them.

Vega (through vl-convert, https://github.com/vega/vl-convert) lays out the bars. It is given no text but years and
numbers and asked for no axis that would need the width of letters, so the bytes don't depend on the fonts of a
machine. Colours are variables of the style sheet: one picture serves light, dark and print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.rendering.escaping import markdown
from generator.rendering.words.speaking import words
from generator.rendering.words.wordbook import Wordbook

#: The style sheet has a colour for each of so many series (``--ky-chart-1`` …); a chart with more is a fault of the caller.
MOST_SERIES = 6
_MOST_YEARS = 24  # of a longer span the latest
_HEIGHT, _ABOVE, _BELOW, _BESIDE = 120, 18, 20, 12
_WIDEST, _NARROWEST, _A_YEAR = 340, 140, 52
_LABEL, _NUMBER = 34, 32  # what the four digits of a year need, and those of a total; where they crowd, only peaks are told
_OPENING = re.compile(r"\A<svg [^>]*>")
# The page's own font is meant, and no hundredth of a pixel is seen.
_FONT = re.compile(r' (?:font-family|xmlns:xlink)="[^"]*"')
_LONG = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_TAG = re.compile(r"<[^>]*>")
# What Vega says to programs that read a picture part by part; ours is one picture with a title and a description.
_PARTS = re.compile(r' (?:role|aria-\w+|class|pointer-events)="[^"]*"')


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
    bare = _drawn(words(), chart.years, tuple(one.values for one in chart.series))
    return Markup(f"{bare[0]}<title>{markdown(chart.title)}</title><desc>{markdown(chart.description)}</desc>{bare[1]}")  # noqa: S704


@lru_cache(maxsize=4096)
def _drawn(book: Wordbook, years: tuple[int, ...], series: tuple[tuple[float, ...], ...]) -> tuple[str, str]:
    """The opening of the element, and what follows it."""
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series in a chart of at most {MOST_SERIES}")
    import vl_convert  # noqa: PLC0415 (a second to load: not in a site without charts)

    shown = range(max(min(years), max(years) - _MOST_YEARS + 1), max(years) + 1)
    width = max(_NARROWEST, min(_WIDEST, _A_YEAR * len(shown)))
    counted = {year: tuple(one[at] for one in series) for at, year in enumerate(years)}
    drawn = vl_convert.vega_to_svg(_specification(book, shown, counted, width), allowed_base_urls=[])
    drawn = _TAG.sub(_short, drawn)
    size = f"{-_BESIDE} {-_ABOVE} {width + 2 * _BESIDE} {_ABOVE + _HEIGHT + _BELOW}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width + 2 * _BESIDE}" viewBox="{size}">'
    return opening, _OPENING.sub("", drawn)


def _short(tag: re.Match[str]) -> str:
    return _LONG.sub(_rounded, _PARTS.sub("", _FONT.sub("", tag.group())))


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match.group()):.2f}".rstrip("0").rstrip(".")


def _specification(book: Wordbook, shown: Sequence[int], counted: dict[int, tuple[float, ...]], width: int) -> dict[str, Any]:
    """The chart in Vega's words (https://vega.github.io/vega/docs/specification/)."""
    step = -(-_LABEL * len(shown) // width)  # so that years don't run into each other, every so many bears its label
    parts = [{"year": year, "series": at, "n": n} for year in shown for at, n in enumerate(counted.get(year, ())) if n]
    sums = [round(sum(counted.get(year, ())), 2) for year in shown]
    crowded = len(shown) * _NUMBER > width
    totals: list[dict[str, Any]] = []
    for place, year in enumerate(reversed(shown)):
        at = len(shown) - 1 - place
        lower = sums[at] < max(sums[at - 1 : at] + sums[at + 1 : at + 2], default=0)  # than the bar before or behind it
        total = "" if not sums[at] or (crowded and lower) else book.number(sums[at])
        totals.append({"year": year, "n": sums[at], "total": total, "label": "" if place % step else str(year)})
    stacked = {"type": "stack", "groupby": ["year"], "field": "n", "sort": {"field": "series"}}
    x, y = {"scale": "x", "field": "year"}, {"scale": "y"}
    text = {"fill": {"value": "currentColor"}, "align": {"value": "center"}, "fontSize": {"value": 11}, "x": {**x, "band": 0.5}}
    return {
        "$schema": "https://vega.github.io/schema/vega/v6.json",
        "width": width,
        "height": _HEIGHT,
        "padding": 0,
        "autosize": "none",
        "data": [
            {"name": "parts", "values": parts, "transform": [stacked]},
            {"name": "totals", "values": totals},
        ],
        "scales": [
            {"name": "x", "type": "band", "domain": list(shown), "range": [0, width], "paddingInner": 0.4, "paddingOuter": 0.2},
            {"name": "y", "type": "linear", "domain": {"data": "totals", "field": "n"}, "range": [_HEIGHT, 0], "zero": True},
        ],
        "marks": [
            {"type": "rule", "encode": {"enter": {
                "x": {"value": 0}, "x2": {"value": width}, "y": {"value": _HEIGHT}, "y2": {"value": _HEIGHT},
                "stroke": {"value": "currentColor"}, "strokeOpacity": {"value": 0.4}}}},
            {"type": "rect", "from": {"data": "parts"}, "encode": {"enter": {
                "x": x, "width": {"scale": "x", "band": 1}, "y": {**y, "field": "y1"}, "y2": {**y, "field": "y0"},
                "fill": {"signal": "'var(--ky-chart-' + (datum.series + 1) + ')'"}}}},
            {"type": "text", "from": {"data": "totals"}, "encode": {"enter": {
                **text, "text": {"field": "total"}, "y": {**y, "field": "n", "offset": -5}}}},
            {"type": "text", "from": {"data": "totals"}, "encode": {"enter": {
                **text, "text": {"field": "label"}, "y": {"value": _HEIGHT + 15}}}},
        ],
    }  # fmt: skip
