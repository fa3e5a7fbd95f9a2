"""Contests: distinguishes entrants from winners, and finds teams by their names."""

from __future__ import annotations

import re

from generator.extraction.awards.acts.clause.elements import Element, Piece
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.bodies.teams import winner_before
from generator.text.sentences import UPPER

_ENTERED = re.compile(r"\s+(?:dự\s+thi|tham\s+gia|tham\s+dự)(?!\w)")
_OVERCOME = re.compile(r"(?<!\w)(?:vượt\s+(?:qua|lên)|từ|trong\s+(?:tổng\s+)?số)\s+(?:hơn\s+|gần\s+|trên\s+)?$")


def is_entrant(passage: Passage, element: Element) -> bool:
    """Return whether a group entered a contest, which does not make them winners: ``từ 4.310 bài dự thi``, ``vượt qua 40 đội``."""
    if element.piece is not Piece.GROUP:
        return False
    canonical = passage.views.canonical
    before = _OVERCOME.search(canonical, max(passage.start, element.start - REACH), element.start)
    return before is not None or _ENTERED.match(canonical, element.end) is not None


_TEAM = re.compile(
    r"(?<!\w)(?P<name>(?:[Đđ]oàn|[Đđ]ội|[Đđ]ội tuyển|Tuyển|CLB|[Cc]âu lạc bộ)"
    rf"(?: (?:thể thao|tuyển|bóng đá|học sinh giỏi|vận động viên|trẻ|nam|nữ)){{0,3}}"
    rf" [{UPPER}]\w*(?: [{UPPER}]\w*){{0,5}})(?: (?:đã|cũng|vừa|xuất sắc|lần lượt|còn)){{0,3}}\s*$"
)


def team_before(passage: Passage, predicate: int) -> tuple[Element, ...]:
    """Return the team or place that wins, right before the verb: ``Đoàn Bình Định đoạt 6 HCV``, ``Việt Nam giành 1 HCV``."""
    match = _TEAM.search(passage.views.text, max(passage.start, predicate - REACH), predicate)
    if match is not None:
        return (Element(Piece.BODY, match.start("name"), match.end("name"), match["name"]),)
    winner = winner_before(passage, predicate)
    return () if winner is None else (Element(Piece.BODY, *winner),)
