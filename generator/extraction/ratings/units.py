"""The named organisation of a level without a number: ``Chi bộ Viện: hoàn thành tốt nhiệm vụ``."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.engine import Passage
from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import Level
from generator.extraction.ratings.pieces import RatedSubject

_OWN = {"dang-bo", "chi-bo"}
_RATED = re.compile(r"(?:ở\s+mức|xếp\s+loại|đánh\s+giá|xếp|đạt|công\s+nhận)\s*(?:là\s+)?[\"']?\s*$")
_OWN_RATED = re.compile(r"\s+(?:\S+\s+){0,3}được\s+(?:\S+\s+){0,8}?(?:xếp|đánh|công)\s+\S+\s*(?:chất\s+lượng\s+)?(?:là\s+|mức\s+)?[\"']?")
_OPENS = re.compile(r"\s*(?:[-–+•*]\s*)?(?:\w[).]\s*)?(?:năm\s+\d{4}\s*,\s*)?(?:riêng\s+|còn\s+|và\s+)?")
_SAME = re.compile(r"(?:\s+(?!được|đạt)[^\s,;.]+){0,8}\s*(?:,|\svà)\s*")
_LEADS = re.compile(r"[\"']?\s*(?:(?:năm\s+\d{4}\s*)?(?::|gồm|là|có)\s*:?)\s*(?:các\s+)?")
#: What comes before a level that heads a list of units, from the beginning of its clause: an item's mark, a year, what is rated.
_HEADS = re.compile(
    r"(?:\A|[.;:\n])\s*(?:[-–+•*]\s*)?(?:\w[).]\s*)?(?:năm\s+\d{4}\s*,?\s*)?(?:(?:các|số|những)\s+)?"
    r"(?:(?:chi|đảng)\s+bộ\s+|đơn\s+vị\s+|tập\s+thể\s+)?(?:(?:được\s+)?xếp\s+loại\s+)?(?:loại\s+|mức\s+)?[\"']?$"
)
_CLAUSE_ENDS = re.compile(r"[.;:\n(]|(?<=\s)\d{2,}(?=\s)")
_LAST = re.compile(r"(?:\s+(?!được|đạt)[^\s,;.]+){0,8}\s*")
_DIRECT = re.compile(r"(?:\s+(?:[^\s,;.:\d]+|\d{1,3}(?!\s+năm))){0,8}?\s*(?P<mark>:)?\s*[\"']?\s*")


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
    if (behind := _named_behind(text, level, subjects, edge, passage.stop)) is not None:
        return behind
    if not before:
        return None
    last = next((subject for subject in reversed(before) if subject.named), before[-1])
    if last.named or _is_own(passage, last, level):
        if _RATED.search(text, max(edge, level.start - 40), level.start):
            row = _row(text, before, last)
            return last.kind, len(row), row[0].start
        if not last.named:
            return None
        direct, row = _DIRECT.fullmatch(text, last.end, level.start), _row(text, before, last)
        opens = _OPENS.fullmatch(text, max(edge, text.rfind(":", edge, row[0].start) + 1), row[0].start) is not None
        if direct is not None and opens and (direct["mark"] is not None or listed):
            return last.kind, len(row), row[0].start
    return None


def _named_behind(text: str, level: Level, subjects: list[RatedSubject], edge: int, stop: int) -> tuple[str, int, int] | None:
    """Return the units named behind a level that opens its clause: ``Hoàn thành xuất sắc nhiệm vụ: Chi bộ A, Chi bộ B.``"""
    led = _LEADS.match(text, level.end, stop)
    if led is None or _HEADS.search(text[max(edge, level.start - 60) : level.start]) is None:
        return None
    closed = _CLAUSE_ENDS.search(text, led.end(), stop)
    end = stop if closed is None else closed.start()
    row = [subject for subject in subjects if led.end() <= subject.start < end and subject.named]
    if not row or row[0].start != led.end() or any(subject.kind != row[0].kind for subject in row):
        return None
    joined = all(_SAME.fullmatch(text, left.end, right.start) for left, right in pairwise(row))
    return (row[0].kind, len(row), level.start) if joined and _LAST.fullmatch(text, row[-1].end, end) else None


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
