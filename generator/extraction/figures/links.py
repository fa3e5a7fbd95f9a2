"""Links between amounts: a share behind its count, and the next count of a row."""

from __future__ import annotations

import re

from generator.extraction.figures.forms import APPROX, PERCENT, PLAN_NEXT, Amount, percent_of
from generator.text.views import Views

_LINK = re.compile(
    rf"(?:\s?[(,]\s?|\s?-\s|\s)(?:(?<=[(])|(?:nhưng\s+)?(?=(?:bằng|đạt|chiếm|tương|vượt|tỷ lệ)\s))(?:(?:bằng|đạt|chiếm|tương đương"
    rf"|tương ứng|vượt)\s+)?"
    rf"(?:tỷ lệ\s+)?(?:chỉ\s+)?(?:(?:là|đạt|chiếm|bằng)\s+)?(?:{APPROX})?(?P<percent>{PERCENT})"
)
#: Words between the counted and its share in brackets: 3/2 chi bộ trong doanh nghiệp (đạt 150%).
_ASIDE = re.compile(r"(?:\s+(?:[^\W\d_]+|\d{1,2}(?=\s(?:tuổi|tháng tuổi|tháng|năm)(?!\w)))){1,8}\s?(?=\((?:đạt|bằng|chiếm|tỷ lệ|\d))")
_JOINT = rf"\s?(?:,|;|\svà|\scùng(?: tang vật)?|\svới|\sgồm(?: có)?|\strong đó(?: có)?)\s+(?:{APPROX})?"
_ROW = re.compile(r"(?:\s+[^\W\d_]+){0,9}" + _JOINT)
_ROW_OF_STRONG = re.compile(r"(?:,?\s+[^\W\d_]+){0,9}" + _JOINT)


def linked(views: Views, end: int, noun_end: int, stop: int) -> tuple[int | float | None, int]:
    """Return the share right behind an amount, and where its words end; (None, 0) without one."""
    for at in (end, noun_end):
        aside = _ASIDE.match(views.canonical, at, min(stop, at + 60))
        link = _LINK.match(views.canonical, aside.end() if aside else at, min(stop, at + 110))
        if link is not None and not re.search(r"tăng|giảm", link.group()):
            return percent_of(link["percent"]), _after_plan(views, link.end(), stop)
    return None, 0


def _after_plan(views: Views, at: int, stop: int) -> int:
    plan = PLAN_NEXT.match(views.canonical, at, stop)
    end = plan.end() if plan else at
    bracket = re.compile(r"[^;:.()\d]{0,40}\)").match(views.canonical, end, stop)
    return bracket.end() if bracket and views.canonical.count("(", max(0, at - 60), at) else end


def in_row(view: str, last: Amount, at: int, strong: bool) -> bool:
    """Return whether only words of the last measure and a comma or ``và`` come between the last amount and ``at``.

    Before a strong measure the words may contain commas of their own (``9 công trình, đề tài; 12 sáng kiến``).
    """
    between = view[last.end : at]
    return (_ROW_OF_STRONG if strong else _ROW).fullmatch(between) is not None
