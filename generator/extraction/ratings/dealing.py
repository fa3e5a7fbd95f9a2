"""Distributes numbers over their subjects: ``chi bộ và đảng viên … là 90% và 95%``, ``tỷ lệ … của chi bộ là 18%``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.engine import Passage
from generator.extraction.ratings.levels import Level
from generator.extraction.ratings.pieces import ROW_OF_YEARS, Number, RatedSubject

_JOINED = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:tỷ lệ\s+|của\s+|số\s+|các\s+)*")
_OWNER = re.compile(r"[\"']?\s*(?:đối với|của|ở|trong)\s+(?:các\s+|số\s+|toàn bộ\s+)?")
_CLOSED = re.compile(r"\s*(?:[;.)\n]|$)")
_FAR = 120  # code points between years in a row and the numbers assigned to them
_MOST = 4  # subjects that share a level


def owner(text: str, level: Level, subjects: Sequence[RatedSubject]) -> RatedSubject | None:
    """Return the subject that follows a level as its owner (``… của chi bộ``), or None."""
    behind = _OWNER.match(text, level.end)
    return None if behind is None else next((subject for subject in subjects if subject.start == behind.end()), None)


def dealt(text: str, first: Number, numbers: Sequence[Number], row: Sequence[RatedSubject]) -> list[tuple[Number, str]]:
    """Return the numbers from ``first`` on with their subjects in order; empty if there are not as many of each."""
    place = numbers.index(first)
    found = [first]
    for number in numbers[place + 1 : place + _MOST]:
        if (
            number.kinds
            or number.none
            or (number.percent is None) != (first.percent is None)
            or not _JOINED.fullmatch(text, found[-1].end, number.start)
        ):
            break
        found.append(number)
    if first.kinds or len(found) < 2 or len(found) != len(row):
        return []
    return list(zip(found, (subject.kind for subject in row), strict=True))


def row_behind(text: str, first: Number, numbers: Sequence[Number], used: set[int]) -> list[Number]:
    """Return ``first`` and the numbers of other kinds joined to it that belong to no level: ``… có 4 chi bộ, 26 đảng viên;``."""
    row = [first]
    for number in numbers[numbers.index(first) + 1 :]:
        joined = len(first.kinds) == 1 and len(number.kinds) == 1 and (number.percent is None) == (first.percent is None)
        if not joined or id(number) in used or number.none or number.whole or not _JOINED.fullmatch(text, row[-1].end, number.start):
            break
        if number.kinds in [other.kinds for other in row[:_MOST]]:
            break
        row.append(number)
    return row if len(row) <= _MOST and (len(row) == 1 or _CLOSED.match(text, row[-1].end)) else row[:1]


def by_year(passage: Passage, level: Level, first: Number, numbers: Sequence[Number]) -> list[tuple[Number, int]]:
    """Return the numbers from ``first`` on with their years in order: ``các năm 2020, 2021 lần lượt là 90%, 92%``."""
    text = passage.views.canonical
    rows = list(passage.within(passage.start, first.start).matches(ROW_OF_YEARS))
    if not rows or level.end - rows[-1].end() > _FAR:
        return []
    years = [int(digits) for digits in re.findall(r"\d{4}", rows[-1].group())]
    found = list(_joined_to(text, first, numbers))
    return list(zip(found, years, strict=True)) if len(found) == len(years) else []


def _joined_to(text: str, first: Number, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield ``first`` and the numbers of its sort that commas and ``và`` join to it."""
    last = first
    yield first
    for number in numbers[numbers.index(first) + 1 :]:
        if number.none or (number.percent is None) != (first.percent is None) or not _JOINED.fullmatch(text, last.end, number.start):
            return
        last = number
        yield number


def row_before(text: str, level: Level, subjects: Sequence[RatedSubject], edge: int) -> list[RatedSubject]:
    """Return the last subjects before a level that are joined by commas and ``và``."""
    before = [subject for subject in subjects if edge <= subject.start and subject.end <= level.start]
    row = before[-1:]
    for subject in reversed(before[-_MOST:-1]):
        if not _JOINED.fullmatch(text, subject.end, row[0].start):
            break
        row.insert(0, subject)
    return row
