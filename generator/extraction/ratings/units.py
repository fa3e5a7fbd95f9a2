"""The named organisation of a level without a number: ``Chi bộ Viện: hoàn thành tốt nhiệm vụ``."""

from __future__ import annotations

import re

from generator.extraction.engine import Passage
from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import Level
from generator.extraction.ratings.pieces import RatedSubject

_OWN = {"dang-bo", "chi-bo"}
_RATED = re.compile(r"(?:ở\s+mức|xếp\s+loại|đánh\s+giá|xếp|đạt|công\s+nhận)\s*(?:là\s+)?[\"']?\s*$")
_OWN_RATED = re.compile(r"\s+(?:\S+\s+){0,3}được\s+(?:\S+\s+){0,8}?(?:xếp|đánh|công)\s+\S+\s*(?:chất\s+lượng\s+)?(?:là\s+|mức\s+)?[\"']?")
_OPENS = re.compile(r"\s*(?:[-–+•*]\s*)?(?:\w[).]\s*)?(?:năm\s+\d{4}\s*,\s*)?(?:riêng\s+|còn\s+|và\s+)?")
_SAME = re.compile(r"(?:\s+(?!được|đạt)[^\s,;.]+){0,8}\s*(?:,|\svà)\s*")
_DIRECT = re.compile(r"(?:\s+[^\s,;.:\d]+){0,8}?\s*(?P<mark>:)?\s*[\"']?\s*")


def named_units(passage: Passage, level: Level, subjects: list[RatedSubject], edge: int, listed: bool) -> tuple[str, int, int] | None:
    """Return kind, number and start of the named units rated ``level``, or None.

    They are named units or the article's own ('Đảng bộ được xếp loại …'), a unit before a colon, or, beside other ratings
    (``listed``), the unit that opens the clause: 'Chi bộ Kho vận hoàn thành nhiệm vụ'.
    """
    text = passage.views.canonical
    if cue("claimed").search(text, max(edge, level.start - 60), level.start):
        return None
    edge = max(edge, text.rfind(";", passage.start, level.start) + 1)
    before = [subject for subject in subjects if edge <= subject.start and subject.end <= level.start]
    if not before:
        return None
    last = next((subject for subject in reversed(before) if subject.named), before[-1])
    if last.named or _is_own(passage, last, level):
        if _RATED.search(text, max(edge, level.start - 40), level.start):
            row = _row(text, before, last)
            return last.kind, len(row), row[0].start
        if not last.named:
            return None
        direct = _DIRECT.fullmatch(text, last.end, level.start)
        opens = _OPENS.fullmatch(text, max(edge, text.rfind(":", edge, last.start) + 1), last.start) is not None
        if direct is not None and opens and (direct["mark"] is not None or listed):
            return last.kind, 1, last.start
    return None


def _is_own(passage: Passage, subject: RatedSubject, level: Level) -> bool:
    text = passage.views
    return (
        text.text[subject.start].isupper()
        and subject.kind in _OWN
        and _OWN_RATED.fullmatch(text.canonical, subject.end, level.start) is not None
    )


def _row(text: str, before: list[RatedSubject], last: RatedSubject) -> list[RatedSubject]:
    row = [last]
    for subject in reversed(before[: before.index(last)]):
        if not (subject.named and subject.kind == last.kind and _SAME.fullmatch(text, subject.end, row[0].start)):
            break
        row.insert(0, subject)
    return row
