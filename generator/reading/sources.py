"""Recognise a source named before the date of a page: ``Bản tin nội bộ số 37, ngày 22/10/2019``, ``Tin nhà trường - 01/06/2024``."""

from __future__ import annotations

import re

from generator.model.span import Span

_LONGEST = 7  # words
#: Behind a name: a dash, a bar or a bracket parts it from the date; a comma does so behind an issue's number or a paper's own word.
_PARTED = re.compile(r"\s*[-–—|•·(/]\s*(?:(?:ngày|thứ\s\w+|chủ\s+nhật|số\s+ra)\s*,?\s*){0,2}", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:(?:số\s+ra\s+)?ngày\s+)?", re.IGNORECASE)
_ISSUE = re.compile(r"\s(?:số|kỳ|tập)\s+\d{1,4}(?:\s?[-/(]\s?\d{1,4}\)?)?$", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:báo|bản tin|tạp chí|tin|đặc san|nội san|nguyệt san|tập san|chuyên san|cổng|trang|đài|website|chuyên mục)\s", re.IGNORECASE
)
_PROSE = re.compile(r"[.!?:;\"“”\d]|(?<!\w)(?:là|đã|được|tại|vào|từ|đến|diễn ra|khai mạc|bế mạc|sáng|chiều|tối)(?!\w)", re.IGNORECASE)


def names_source(text: str, line: Span, date: Span) -> bool:
    """Return whether the words of ``line`` before its ``date`` are a source's name, parted from it, and nothing follows the date."""
    before, behind = text[line.start : date.start], text[date.end : line.end]
    if behind.strip(" )|.-–—,/") or not before[:1].isupper():
        return False
    for pattern, any_name in ((_PARTED, True), (_COMMA, False)):
        for mark in pattern.finditer(before):
            if mark.end() == len(before):
                return _is_name(before[: mark.start()].rstrip(), any_name=any_name)
    return False


def _is_name(words: str, *, any_name: bool) -> bool:
    issue = _ISSUE.search(words)
    name = words if issue is None else words[: issue.start()]
    known = any_name or issue is not None or _PAPER.match(f"{name} ") is not None
    return known and 0 < len(name.split()) <= _LONGEST and _PROSE.search(name) is None
