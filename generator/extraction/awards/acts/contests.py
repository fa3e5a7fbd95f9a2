"""Contests: distinguishes entrants from winners, and finds teams by their names."""

from __future__ import annotations

import re

from generator.extraction.awards.acts.elements import Element, Piece
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.teams import winner_before
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


#: Words that no name of a team holds.
_NO_NAME = (
    r"(?:được|đã|là|có|với|và|của|tại|ở|từ|để|khi|thì|mà|do|bị|cho|về|trong|vào|trên|đến|thắng|thua|gặp|dự|tham|vượt|vừa|cũng|còn|xuất"
    r"|không)"
)
#: A team by a head and any words with a name among them, as the subject that opens a clause: Đội làng trẻ em SOS Việt Trì đoạt giải.
_ANY_TEAM = re.compile(
    rf"(?:^|(?<=[,;:.*+-] )|(?<=khi )|(?<=còn )|(?<=quả ))(?P<name>(?:[Đđ]ội|[Đđ]oàn|[Nn]hóm|CLB|[Cc]âu lạc bộ|[Ll]iên quân|[Tt]ập thể)"
    rf"(?= (?:[^\s.,;:()]+ )*?[{UPPER}])(?: (?!{_NO_NAME}(?!\w))[\w&’-]+){{1,10}}?)"
    r"(?: (?:đã|cũng|vừa|xuất sắc|lần lượt|còn|cùng)){0,3}\s*$"
)


def team_before(passage: Passage, predicate: int) -> tuple[Element, ...]:
    """Return the team or place that wins, right before the verb: ``Đoàn Bình Định đoạt 6 HCV``, ``Việt Nam giành 1 HCV``."""
    low = max(passage.start, predicate - REACH)
    match = _TEAM.search(passage.views.text, low, predicate) or _ANY_TEAM.search(passage.views.text[low:predicate])
    low = low if match is not None and match.re is _ANY_TEAM else 0
    if match is not None:
        return (Element(Piece.BODY, low + match.start("name"), low + match.end("name"), " ".join(match["name"].split())),)
    winner = winner_before(passage, predicate)
    return () if winner is None else (Element(Piece.BODY, *winner),)
