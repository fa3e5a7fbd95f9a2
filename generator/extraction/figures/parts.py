"""Parts into which a text divides a whole, proved by their sum: ``25 thành viên mới, trong đó huyện Hoa 16, huyện Mai 9``.

The counted words need no list, because the sum proves them. Source: architecture/grammar.md §2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.figures.forms import ANY_NOUN, Amount, measure_to, not_counted, written
from generator.text.numbers import QUANTITY, quantity
from generator.text.views import Views

_WHOLE = re.compile(rf"(?P<value>{QUANTITY})\s+(?P<noun>[^\W\d_]{{2,12}})(?!\w)")
_DEALT = re.compile(r"[^;:.()\d]{0,90}?(?:,\s+|\(|:\s+|\s)(?:trong đó|bao gồm|gồm|cụ thể)(?::|\s+có|\s+là)?(?=\s)")
_CUES = ("gồm", "trong đó", "cụ thể")  # one of them is in each such row
_PART = re.compile(rf"\s*(?:[,;]|,?\s?và|,?\s?còn)?\s*(?P<who>[^;:.()\d]{{0,80}}?)\s?(?<!\w)(?P<value>{QUANTITY})(?!\s?[%/])")
_REST = re.compile(r"[^;:.()\d,]{0,90}?(?=[,;]|\s(?:và|còn|cùng)\s|$)")
MOST_PARTS = 16
_AS_MANY = re.compile(r"(?<!\w)(?:ngày|tháng|năm|số|khóa|lần|quý|điều|thứ)$")


def dealt_out(views: Views, start: int, stop: int) -> Iterator[Amount]:
    """Yield a whole and its parts, at least two, if the parts add up to it."""
    view = views.canonical
    if all(view.find(cue, start, stop) < 0 for cue in _CUES):
        return
    for whole in _WHOLE.finditer(view, start, stop):
        dealt = _DEALT.match(view, whole.end(), stop)
        if dealt is None:
            continue
        total, parts = quantity(whole["value"]), _parts(view, dealt.end(), stop, quantity(whole["value"]))
        if parts:
            end = measure_to(views, whole.end(), stop)
            measure = written(views, whole.start("noun"), end)
            yield Amount(whole.start(), end, measure, total)
            for part in parts:
                yield _part(views, part, stop, measure)


def _part(views: Views, part: re.Match[str], stop: int, whole: str) -> Amount:
    """Return the amount of a part; its measure is the words before its number, else those behind, else the whole's."""
    who, what = written(views, part.start("who"), part.end("who")), ANY_NOUN.match(views.canonical, part.end(), stop)
    if what is None or not_counted().match(what["noun"]):
        return Amount(part.start("value"), part.end("value"), who or whole, quantity(part["value"]))
    end = measure_to(views, what.end(), stop)
    return Amount(part.start("value"), end, written(views, what.start("noun"), end), quantity(part["value"]))


def _parts(view: str, at: int, stop: int, total: float) -> list[re.Match[str]]:
    """Return the numbers from ``at`` on that add up to ``total``; empty if they don't."""
    found: list[re.Match[str]] = []
    left = total
    while left > 0 and len(found) < MOST_PARTS and (part := _PART.match(view, at, stop)) is not None:
        if _AS_MANY.search(part["who"]):
            return []
        found.append(part)
        left -= quantity(part["value"])
        rest = _REST.match(view, part.end(), stop)
        at = part.end() if rest is None else rest.end()
    return found if left == 0 and len(found) > 1 else []
