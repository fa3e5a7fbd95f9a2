"""Who gave to whom: names on two sides, joined by lines as thick as the number of times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from markupsafe import Markup

from generator.rendering.charts.drawing import Drawing, Frame, curve, dot, drawing, label

_ROW, _BETWEEN, _LABELS = 24, 130, 200
_THINNEST, _THICKEST = 1.5, 9.0

#: How many times, by the numbers of a name on the left and one on the right.
Links = Mapping[tuple[int, int], int]


def svg(title: str, description: str, left: Sequence[str], right: Sequence[str], links: Links) -> Markup:
    """Return the picture as an SVG element on one line, the same bytes on every machine."""
    return _drawn(tuple(left), tuple(right), tuple(sorted(links.items()))).titled(title, description)


@lru_cache(maxsize=64)
def _drawn(left: tuple[str, ...], right: tuple[str, ...], links: tuple[tuple[tuple[int, int], int], ...]) -> Drawing:
    frame = Frame(_BETWEEN, _ROW * max(len(left), len(right)), 4, 4, _LABELS, _LABELS)
    return drawing(_marks(left, right, dict(links), frame.height), frame)


def _marks(left: Sequence[str], right: Sequence[str], links: Links, height: int) -> Iterator[str]:
    sides = [[height * (at + 0.5) / len(names) for at in range(len(names))] for names in (left, right)]
    most = max(links.values())
    for (giver, other), n in links.items():
        width = _THINNEST + (_THICKEST - _THINNEST) * sqrt((n - 1) / most)
        yield curve((6, sides[0][giver]), (_BETWEEN - 6, sides[1][other]), width, "--ky-chart-1")
    for x, names, places, anchor in ((0, left, sides[0], "end"), (_BETWEEN, right, sides[1], "start")):
        for name, y in zip(names, places, strict=True):
            yield dot(x, y, 3.5, "--ky-chart-1")
            yield label(x - 9 if anchor == "end" else x + 9, y + 4, name, anchor=anchor)
