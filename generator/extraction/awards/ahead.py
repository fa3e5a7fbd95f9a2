"""What an award's frame opens onto behind its form: the granter told right there, and where its recipients begin."""

from __future__ import annotations

import re
from typing import cast

from generator.extraction.awards.elements import Element, Piece
from generator.extraction.awards.forms import Form
from generator.extraction.awards.frames import Frame, is_counted
from generator.extraction.awards.right import is_aside, is_attribute, is_object
from generator.extraction.awards.rows import hands_to
from generator.extraction.engine import Passage

_RECIPIENTS = {Piece.GROUP, Piece.PERSON, Piece.BODY}


def granter_after(passage: Passage, elements: list[Element], at: int) -> tuple[int, str | None]:
    """The granter told right after the form: ``Bằng khen của Bộ Y tế``, ``Bằng khen Thủ tướng Chính phủ``."""
    if at >= len(elements) or elements[at].piece is not Piece.BODY:
        return at, None
    words = passage.views.canonical[elements[at - 1].end : elements[at].start].replace('"', " ").split()
    if not words and isinstance(form := elements[at - 1].value, Form) and form.group == "verb":
        return at, None  # khen thưởng Đội A: the object
    if not words or (words[-1] in {"của", "do", "từ"} and len(words) <= 3):
        return at + 1, cast(str, elements[at].value)
    return at, None


def holder_after(passage: Passage, elements: list[Element], form: int, granter: str | None) -> Element | None:
    """Who held what is withdrawn: ``tước danh hiệu F của ông A``. A body only where another is told as the granter."""
    following = elements[form + 1 : form + 2]
    if any(one.piece in {Piece.GIVE, Piece.TO} for one in elements[form + 2 : form + 3]):
        return None  # thu hồi F của G đã tặng cho A
    if not following or following[0].piece not in _RECIPIENTS or (following[0].piece is Piece.BODY and granter is None):
        return None
    words = passage.views.canonical[elements[form].end : following[0].start].replace('"', " ").split()
    return following[0] if words[:1] == ["của"] and len(words) <= 4 else None


_LONGEST_GAP = 12  # words between a form and its recipients


def look_right(passage: Passage, elements: list[Element], at: int, frame: Frame) -> int:
    """Opens the frame to the right where recipients follow the form; returns the next element to read."""
    if (behind := _behind_reason(passage, elements, at, frame)) is not None:
        frame.open, frame.items, frame.object = True, [], elements[behind].end
        return behind + 1
    loose = 0
    for index in range(at, min(at + 5, len(elements))):
        element = elements[index]
        gap = passage.views.canonical[elements[index - 1].end : element.start].split()
        loose += len(gap)
        if loose > _LONGEST_GAP:
            return at
        if element.piece is Piece.TO:
            if len(gap) > _LONGEST_GAP or (frame.mode in {"passive", "receive"} and frame.items):
                return at
            frame.open, frame.items, frame.object = True, [], element.end
            return index + 1
        if element.piece is Piece.GIVE and hands_to(passage, elements, index, gap):
            frame.open, frame.items = True, []
            return index + 1
        if element.piece is Piece.GIVE or element.piece is Piece.PASSIVE:
            if len(gap) > 6 or (frame.items and frame.mode in {"passive", "receive"}):
                return at
            continue
        if element.piece is Piece.FORM and cast(Form, element.value).group == "verb" and not gap and frame.mode == "active":
            continue  # giấy khen biểu dương em A
        if element.piece is Piece.GROUP and is_attribute(passage, elements, index):
            continue  # giải Nhất tập thể cho A
        if element.piece is Piece.COLON or (
            element.piece is Piece.COMMA and ((frame.form.group == "verb" and element.value != "và") or is_aside(passage, elements, index))
        ):
            continue
        if element.piece is Piece.GROUP and is_counted(element) and _told_by_colon(elements, index, frame):
            frame.open, frame.items = True, []
            return index
        if element.piece in _RECIPIENTS and is_object(element, frame, gap):
            frame.open = True
            return index
        return at
    return at


#: A reason told before whom it is for: Giấy khen về thành tích …, Bằng khen đơn vị hoàn thành xuất sắc nhiệm vụ năm 2015 cho A.
_REASON = re.compile(
    r"\s+(?:và\s+[^,.;]{3,30}?\s)?(?:vì|do|về)\s|\s+(?:có|đã|đạt|tập\s+thể|cá\s+nhân|đơn\s+vị|đảng\s+viên|chi\s+bộ)(?!\w)[^.;:]{0,20}?"
    r"(?:hoàn\s+thành|thành\s+tích|có\s+nhiều|xuất\s+sắc|tiêu\s+biểu)(?!\w)"
)
_LONGEST_REASON = 30  # words
_ANOTHER_ACT = {Piece.FORM, Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE, Piece.SEMICOLON, Piece.COLON, Piece.PERSON}


def _behind_reason(passage: Passage, elements: list[Element], at: int, frame: Frame) -> int | None:
    """The ``cho`` behind a reason that stands between form and recipients: ``giấy khen (và phần thưởng) vì hành động … cho A``."""
    if frame.mode not in {"active", "nominal"} or frame.form.group != "form":
        return None
    if _REASON.match(passage.views.canonical, frame.end, passage.stop) is None:
        return None
    for index in range(at, len(elements)):
        element = elements[index]
        words = passage.views.canonical[frame.end : element.start].split()
        if len(words) > _LONGEST_REASON or element.piece in _ANOTHER_ACT or is_counted(element):
            return None
        if element.piece is Piece.TO:
            return index if element.value == "cho" else None
    return None


def _told_by_colon(elements: list[Element], index: int, frame: Frame) -> bool:
    """``70 năm: 2 đồng chí; 60 năm: 7 đồng chí``."""
    return frame.form.group != "verb" and frame.mode == "nominal" and elements[index - 1].piece is Piece.COLON
