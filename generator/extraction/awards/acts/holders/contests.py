"""Contests: distinguishes entrants from winners, and finds teams by their names."""

from __future__ import annotations

import re

from generator.extraction.awards.acts.clause.element import Element, Piece
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


#: The prizes between the first of a row and its winner: Đoạt 6 HCV, 5 HCB, | Việt Nam tạm dẫn đầu.
_ROW = re.compile(r"(?:(?:,|\s+và)\s+\d{1,3}\s+(?:hc[vbđ]|huy\s+chương\s+\w+|giải\s+\w+))*\s*,\s+")
_DOES = re.compile(r"(?:\s+(?:đã|tạm|đang|cũng|tiếp|vươn|xếp|dẫn|đứng|giành|về|kết|hoàn|bảo|là)\s)")


def team_behind(passage: Passage, at: int) -> Element | None:
    """Return the team or place named behind a row of prizes whose first ends at ``at``, with what it does; None if there is none."""
    row = _ROW.match(passage.views.canonical, at, passage.stop)
    if row is None:
        return None
    does = _DOES.search(passage.views.canonical, row.end(), min(row.end() + _LONGEST_TEAM, passage.stop))
    found = () if does is None else team_before(passage.within(row.end(), passage.stop), does.start())
    return found[0] if found and found[0].start == row.end() else None


_LONGEST_TEAM = 60  # code points


def team_before(passage: Passage, predicate: int) -> tuple[Element, ...]:
    """Return the team or place that wins, right before the verb: ``Đoàn Bình Định đoạt 6 HCV``, ``Việt Nam giành 1 HCV``."""
    match = _TEAM.search(passage.views.text, max(passage.start, predicate - REACH), predicate)
    if match is not None:
        return (Element(Piece.BODY, match.start("name"), match.end("name"), match["name"]),)
    winner = winner_before(passage, predicate)
    return () if winner is None else (Element(Piece.BODY, *winner),)
