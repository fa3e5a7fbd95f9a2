"""Relations between the acts of a sentence: a grade after a grade, a badge held by the recipients just counted, a verb that
only hands over what the verb before it names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode, element_name, is_counted, is_of_both
from generator.extraction.awards.acts.sides.left import Left
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass
from generator.model.facts import AwardStatus

_YEAR = re.compile(
    r"\(?(?:đợt\s+(?:\d{1,2}|[ivx]{1,4})\s*(?:-\s*|,\s*)?)?(?:trong\s+)?(?:các\s+)?(?:năm\s+)?(?:19|20)\d\d(?:\s*[,-]\s*(?:19|20)\d\d){0,3}\)?"
)


def is_badge_of(passage: Passage, previous: Frame, form: Form) -> bool:
    """Return whether a badge is that of the recipients just read: ``trong đó 1 đảng viên 75 năm tuổi Đảng``."""
    if form.type != "huy-hieu-dang" or previous.form.type != form.type or not previous.items:
        return False
    last = previous.items[-1].element
    return last.piece is Piece.GROUP and passage.views.canonical[last.end : form.start].strip() in {"", "có", "nhận"}


def wears(passage: Passage, elements: list[Element], at: int, mode: str) -> bool:
    """Return whether the recipients counted right before a badge or a title hold it: ``2 đảng viên 65 năm tuổi Đảng``, ``4 giáo
    viên dạy giỏi cấp quận``."""
    form = cast(Form, elements[at].value)
    badge = (form.type == "huy-hieu-dang" and form.rank is not None and mode == Mode.NOMINAL) or (
        form.type == "danh-hieu" and (" cấp " in form.words or form.words.startswith(("giỏi", "xuất sắc", "tiên tiến", "khá")))
    )
    before = elements[at - 1] if at else None
    if not badge or before is None or not is_counted(before):
        return False
    return not passage.views.canonical[before.end : elements[at].start].strip()


#: “A” trong 3 năm liên tiếp, “B”
_RUNNING = re.compile(r"\s*(?:trong\s+)?(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|mười)\s+năm\s+(?:liền|liên\s+tục|liên\s+tiếp)(?!\w)")


def in_a_row(passage: Passage, previous: Frame, form: Form) -> bool:
    """Return whether an award shares verb and recipients with the previous: ``được tặng F1 (1995), F2 (2000) và F3``."""
    between = _TITLE.sub("", _YEAR.sub("", _RUNNING.sub("", passage.views.canonical[previous.end : form.start])).strip())
    if (
        form.group == AwardClass.TITLE
        and previous.form.group == AwardClass.FORM
        and any(is_counted(item.element) for item in previous.items)
    ):
        return False  # 1.205 cá nhân được tặng giấy khen và lao động tiên tiến: a sum of both
    if form.group == previous.form.group == AwardClass.PRIZE:
        between = _WHERE.sub("", between).strip()  # giải A tại liên hoan B và giải C
        if all(item.element.piece in {Piece.PERSON, Piece.BODY} for item in previous.items):
            between = _WHAT.sub("", between).strip()  # giải nhất khóa 27, giải nhì cấp trường
        several = form.count is not None and all(item.element.piece is Piece.PERSON for item in previous.items)
        return previous.mode in RECIPIENT_FIRST and (form.count is None or several) and between in _JOINS
    if form.group == previous.form.group == AwardClass.FORM:
        between = _WHY.sub("", between).strip()  # giấy khen của A về thành tích B, giấy khen
    uncounted = form.count is None or all(is_of_both(item.element) for item in previous.items)
    return previous.mode in RECIPIENT_FIRST and uncounted and between in _JOINS


_TITLE = re.compile(r"\s*danh\s+hiệu[\s\"]*$")
_JOINS = {",", "và", ", và", "cùng", "cùng với"}
#: The place or the subject of a prize.
_WHERE = re.compile(r"^(?:tại|ở|của|cho|hạng\s+mục|nội\s+dung|môn)\s+[^,;.:()]{1,80}?(?=\s*(?:,|\svà$|\scùng$))")


#: The merit of a certificate before the next.
_WHY = re.compile(
    r"^(?:về|vì|do|cho)\s+(?:đã\s+)?(?:có\s+)?(?:thành\s+tích|đóng\s+góp|những\s+đóng\s+góp|hành\s+động)\s[^,;.:()]{3,120}(?=,|\svà$)"
)


#: What a prize is for, without a preposition.
_WHAT = re.compile(
    r"^(?!(?:và|,)\s)(?:(?!(?:đã|được|trao|tặng|có|là|cho|thuộc|với|khi|sau|nhưng|vượt|do|thắng|trước|đội|em|ông|bà|anh|chị)\s)[^\s,;.:()]+\s*){1,8}?"
    r"(?=\s*(?:,|(?:^|\s)và$|\scùng$))"
)


def is_sum_of_both(passage: Passage, previous: Frame, form: Form) -> bool:
    """Return whether a number is the sum for two titles, so that the number of each is unknown: ``38 đồng chí được tuyên dương
    danh hiệu A, B``."""
    if form.group != AwardClass.TITLE or previous.form.group != AwardClass.TITLE or form.count is not None:
        return False
    if not any(is_counted(item.element) for item in previous.items):
        return False
    return passage.views.canonical[previous.end : form.start].strip() == ","


def opens_bracket(passage: Passage, previous: Frame, frame: Frame) -> bool:
    """Return whether an award is in brackets that opened behind the previous award."""
    between = passage.views.canonical[previous.form.end : frame.form.start]
    return between.count("(") > between.count(")")


def joined_to(passage: Passage, previous: Frame, form: Element) -> bool:
    """Return whether the clause of an award continues with the recipients of the previous clause."""
    between = passage.views.canonical[previous.end : form.start]
    if previous.form.group == AwardClass.PRIZE and all(item.element.piece is Piece.PERSON for item in previous.items):
        between = _FOR_WHAT.sub("", between)
    if (elided := _ELIDED.match(between)) is not None and not (elided["wins"] and any(is_counted(item.element) for item in previous.items)):
        return True  # ông A được G tặng F; được H tặng F
    return ";" not in between or re.fullmatch(r"[\s;]*năm \d{4}(?: \w+){1,4} ", between) is not None  # …; năm 2015 được tặng F


#: What the prize before was for: đoạt giải nhất cấp trường; tham gia hội thi B đoạt giải nhì.
_FOR_WHAT = re.compile(r"^\s+(?!(?:và|được|đã)\s)[^,;.:()]{1,60}?(?=[,;])")
#: A clause that begins with its verb: its subject is that of the clause before.
_ELIDED = re.compile(
    r"\s*(?:\(?(?:vào\s+)?(?:các\s+)?năm\s+(?:19|20)\d\d(?:\s*[,-]\s*(?:19|20)\d\d){0,3}\)?\s*)?[;,]?\s*(?:và\s+|đồng\s+thời\s+|sau\s+đó\s+|ngoài\s+ra\s+)?(?:(?:đã|còn|cũng|vừa|lại|vinh\s+dự|\d+\s+lần|hai\s+lần|ba\s+lần|nhiều\s+lần)\s+){0,2}"
    r"(?:(?:tham\s+gia|tham\s+dự|dự)\s[^;,]{3,90}?\s(?:và\s+)?)?"
    r"(?:\d{1,2}\s+năm\s+(?:liền|liên\s+tục|liên\s+tiếp)\s*(?:\([\d\s,–-]{4,30}\)\s*)?,?\s*)?(?:được|đón\s+nhận|nhận|(?P<wins>đạt|đoạt|giành))(?!\w)[^;]*$"
)


_YEAR_BETWEEN = r"(?:\(?\s*(?:vào\s+)?(?:các\s+)?năm(?:\s+học)?\s+(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)\d\d){0,3}\s*\)?)?"
_NEXT_GRANTER = re.compile(rf"\s*{_YEAR_BETWEEN}\s*(?:,|;|và|, và)\s*{_YEAR_BETWEEN},?\s*")


def take_over(passage: Passage, previous: Frame, frame: Frame, between: list[Element]) -> None:
    """Give a frame without recipients those of the previous frame, if both share them."""
    closed = frame.mode == Mode.NOMINAL and not frame.open and not previous.open
    if closed and is_sum_of_both(passage, previous, frame.form):
        previous.items = []
    elif closed and in_a_row(passage, previous, frame.form):
        frame.mode = previous.mode  # được tặng Huân chương … và Huân chương …
        frame.items = [Item(item.element, item.end, list(item.names)) for item in previous.items]
    elif _receives_too(passage, previous, frame, between):
        frame.mode, frame.status = Mode.PASSIVE, frame.status or previous.status
        frame.items = [Item(item.element, item.end, list(item.names)) for item in previous.items]


def _receives_too(passage: Passage, previous: Frame, frame: Frame, between: list[Element]) -> bool:
    """Return whether another granter's act continues the passive before it: ``được G tặng F năm 2015, H tặng F năm 2018``."""
    if (
        previous.mode != Mode.PASSIVE
        or frame.mode != Mode.ACTIVE
        or None in {previous.granter, frame.granter}
        or frame.form.count is not None
    ):
        return False
    if frame.items or frame.open or not previous.items:
        return False
    acting = [element for element in between if element.piece is not Piece.COMMA]
    if [element.piece for element in acting] != [Piece.BODY, Piece.GIVE] or frame.granter != acting[0].value:
        return False
    if any(is_counted(item.element) for item in previous.items) and ";" in passage.views.canonical[previous.end : acting[0].start]:
        return False
    return _NEXT_GRANTER.fullmatch(passage.views.canonical, previous.end, acting[0].start) is not None


def name_the_counted(items: list[Item], elements: list[Element]) -> None:
    """Take the names as those of the counted, if there are as many: ``Hai đồng chí Lê Thị Vân và Cao Văn Sửu được …``."""
    if len(items) != 1 or not is_counted(items[0].element):
        return
    names = [element_name(element) for element in elements if element.piece is Piece.PERSON and element.start > items[0].element.start]
    if len(names) == cast(Group, items[0].element.value).count:
        items[0].names = names


def is_act_of_giving(left: Left, previous: Frame | None, form: Form) -> bool:
    """Return whether a form is given by a body that its clause or the act before it names: ``G biểu dương A, tặng Giấy khen B``."""
    gave = left.granter or (previous.granter if previous is not None and previous.mode == Mode.ACTIVE else None)
    return left.mode == Mode.ACTIVE and gave is not None and form.group == AwardClass.FORM


def as_withdrawn_too(frame: Frame, previous: Frame | None, left: Left) -> tuple[str | None, Left]:
    """Return status and left side of an award in a row of withdrawn ones: ``thu hồi F1 của A và F2 của B``."""
    if frame.status is not None or previous is None or previous.status != AwardStatus.REVOKED or left.mode != Mode.NOMINAL:
        return frame.status, left
    frame.status = AwardStatus.REVOKED
    return frame.status, replace(left, granter=previous.granter)


#: Behind a winner, the name of the next prize up to its colon.
_LABEL = re.compile(r"[^;,:]{0,60}[;,]\s+(?P<label>[^;:]{2,80}):\s*")


def has_label_behind(elements: list[Element], at: int) -> bool:
    """Return whether the prize at ``at`` is the label of a row: its colon follows."""
    form, colon = elements[at], elements[at + 1] if at + 1 < len(elements) else None
    prize = isinstance(form.value, Form) and form.value.group == AwardClass.PRIZE
    return prize and colon is not None and colon.piece is Piece.COLON and colon.start == form.end


def has_label_of_its_own(passage: Passage, frame: Frame, element: Element) -> bool:
    """Return whether a recipient of a prize follows the name of another prize: ``giải X thuộc về A; Đạo diễn xuất sắc: B``."""
    if not frame.items or frame.form.group != AwardClass.PRIZE:
        return False
    return _LABEL.fullmatch(passage.views.canonical, frame.items[-1].element.end, element.start) is not None
