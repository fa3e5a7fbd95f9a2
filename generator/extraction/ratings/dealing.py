"""Deal numbers out to the subjects they are told of: ``chi bộ và đảng viên … là 90% và 95%``, ``tỷ lệ … của chi bộ là 18%``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.ratings.pieces import Level, Number, Subject

_JOINED = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:tỷ lệ\s+|của\s+|số\s+|các\s+)*")
_OWNER = re.compile(r"[\"']?\s*(?:đối với|của|ở|trong)\s+(?:các\s+|số\s+|toàn bộ\s+)?")
_MOST = 4  # subjects that share one level


def owner(text: str, level: Level, subjects: Sequence[Subject]) -> Subject | None:
    """Return the subject that follows a level as its owner (``… của chi bộ``); None where none does."""
    behind = _OWNER.match(text, level.end)
    return None if behind is None else next((one for one in subjects if one.start == behind.end()), None)


def dealt(text: str, first: Number, numbers: Sequence[Number], row: Sequence[Subject]) -> list[tuple[Number, str]]:
    """Return each of the numbers from ``first`` on with its subject in order; nothing where they are not as many."""
    place = numbers.index(first)
    found = [first]
    for one in numbers[place + 1 : place + _MOST]:
        if (
            one.kinds
            or one.none
            or (one.percent is None) != (first.percent is None)
            or not _JOINED.fullmatch(text, found[-1].end, one.start)
        ):
            break
        found.append(one)
    if first.kinds or len(found) < 2 or len(found) != len(row):
        return []
    return list(zip(found, (one.kind for one in row), strict=True))


def row_before(text: str, level: Level, subjects: Sequence[Subject], edge: int) -> list[Subject]:
    """Return the subjects joined by commas and ``và`` that stand last before a level."""
    before = [one for one in subjects if edge <= one.start and one.end <= level.start]
    row = before[-1:]
    for one in reversed(before[-_MOST:-1]):
        if not _JOINED.fullmatch(text, one.end, row[0].start):
            break
        row.insert(0, one)
    return row
