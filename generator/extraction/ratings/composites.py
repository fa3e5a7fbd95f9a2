"""Joins a count with its percentage: ``8 chi bộ (17,4%)``, ``91 CĐCS, tức 68,9%,``, ``9/52 = 17,31%``."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.ratings.levels import Level
from generator.extraction.ratings.pieces import Number

_LINKS = r"(?:(?:chiếm|đạt|bằng|là|tỷ\s+lệ|tức|tương\s+đương|hay|với|khoảng|gần|hơn|trên)\s+)*"
_IN_BRACKETS = re.compile(rf"(?:\s+[^\W\d]+){{0,4}}\s*\(\s*(?:=\s*)?{_LINKS}")
_APPOSED = re.compile(rf"\s*(?:,\s*(?=\w)|[=\-–]\s*|(?=chiếm|đạt|bằng|tỷ|tương|tức)){_LINKS}")
_CLOSED = re.compile(r"\s*\)")
_COUNT_IN_BRACKETS = re.compile(r"\s*\(\s*(?:là\s+|tức\s+)?")


def joined(text: str, numbers: list[Number], levels: list[Level]) -> list[Number]:
    """Join each count with the percentage behind it, and each percentage with the count in brackets behind it."""
    edges = sorted(level.start for level in levels)
    found: list[Number] = []
    for number in numbers:
        last = found[-1] if found else None
        joint = None if last is None or any(last.end <= edge < number.start for edge in edges) else _joint(text, last, number)
        if joint is None:
            found.append(number)
        else:
            found[-1] = joint
    return found


def _joint(text: str, first: Number, second: Number) -> Number | None:
    between = text[first.end : second.start]
    if len(between) > 60 or first.none or second.none:
        return None
    if first.count is not None and first.percent is None and second.count is None and not second.kinds:
        if (_IN_BRACKETS.fullmatch(between)) is not None:
            closed = _CLOSED.match(text, second.end)
            return _with(first, first.count, second.percent, second.end if closed is None else closed.end())
        if _APPOSED.fullmatch(between) is not None and (between.strip() not in {",", "-", "–"}):
            comma = text.startswith(",", second.end) and between.lstrip().startswith(",")
            return _with(first, first.count, second.percent, second.end + (1 if comma else 0))
    if first.percent is not None and first.count is None and second.percent is None and _COUNT_IN_BRACKETS.fullmatch(between):
        closed = _CLOSED.match(text, second.end)
        if closed is not None:
            return replace(_with(first, second.count, first.percent, closed.end()), kinds=first.kinds or second.kinds)
    return None


def _with(first: Number, count: int | None, percent: float | None, end: int) -> Number:
    return replace(first, end=end, count=count, percent=percent)
