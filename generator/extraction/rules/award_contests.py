"""Contests: who entered is not who won, and a team is told by what it is called."""

from __future__ import annotations

import re

from generator.extraction.engine import REACH, Passage
from generator.extraction.rules.award_elements import Element, Piece

_ENTERED = re.compile(r"\s+(?:dự\s+thi|tham\s+gia|tham\s+dự)(?!\w)")
_OVERCOME = re.compile(r"(?<!\w)(?:vượt\s+(?:qua|lên)|từ|trong\s+(?:tổng\s+)?số)\s+(?:hơn\s+|gần\s+|trên\s+)?$")


def is_entrant(passage: Passage, element: Element) -> bool:
    """Those who entered a contest are not those who won it: ``từ 4.310 bài dự thi``, ``vượt qua 40 đội``."""
    if element.piece is not Piece.GROUP:
        return False
    canonical = passage.views.canonical
    before = _OVERCOME.search(canonical, max(passage.start, element.start - REACH), element.start)
    return before is not None or _ENTERED.match(canonical, element.end) is not None
