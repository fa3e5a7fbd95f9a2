"""What a certificate or flag is about, between its words and its recipients: ``Bằng khen chuyên đề “X”``, ``Bằng công nhận xã đạt
chuẩn nông thôn mới cho A``, ``Cờ thi đua đơn vị dẫn đầu năm 2019``."""

from __future__ import annotations

import re

_THEME = re.compile(r'\s+chuyên\s+đề(?=\s*")')
_LEADER = r"(?:dẫn\s+đầu|xuất\s+sắc|tiêu\s+biểu)(?:\s+(?:trong\s+)?(?:phong\s+trào|khối|cụm)\s+thi\s+đua)?"
_OF_TYPE = {
    "bang-khen": _THEME,
    "giay-khen": _THEME,
    "bang-cong-nhan": re.compile(r"\s+(?:[^\W\d]+\s+){0,4}?đạt\s+[^,;.:]{3,80}?(?=\s+cho\s)"),
    "co-thi-dua": re.compile(rf"\s+(?:đơn\s+vị\s+)?(?:{_LEADER}|phong\s+trào\s+thi\s+đua)(?=\s+năm\s+\d)"),
}


def with_theme(canonical: str, type: str, end: int, stop: int) -> tuple[int, bool]:
    """Return where the words of an award of ``type`` end with what it is about, and whether a theme in quotes follows.

    ``end`` is where the words for the type end; ``stop`` bounds the search.
    """
    pattern = _OF_TYPE.get(type)
    match = None if pattern is None else pattern.match(canonical, end, stop)
    return (end, False) if match is None else (match.end(), pattern is _THEME)
