"""The part of a sentence behind an award type: its object, the further recipients of a list, the subject of the next clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import Frame, Item, Mode
from generator.extraction.awards.acts.holders.holders import office_of
from generator.extraction.awards.acts.sides.status import NONE
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.recipient_kinds import PERSONS
from generator.text.sentences import UPPER

_PREDICATES = {Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE}


def is_further(passage: Passage, element: Element, last: Item, before: Piece | None, *, separated: bool, broken_down: bool) -> bool:
    """Return whether a recipient continues the list rather than belonging to the reason or a position.

    ``before`` is the piece before it, ``separated`` whether that is a separator, ``broken_down`` whether a total is being
    broken down.
    """
    if element.piece is Piece.GROUP:
        counted = cast(Group, element.value).counted
        if not separated:
            return counted and passage.views.canonical[last.element.end : element.start].strip() == ""
        if counted:
            return before is not Piece.TO or _OTHER_THING.search(passage.views.text, last.element.end, element.start) is None
        if last.element.piece is not Piece.GROUP and _is_apposed(passage, cast(Group, element.value)):
            return False  # Trung đoàn 95, đơn vị dẫn đầu …
        if not cast(Group, element.value).several and isinstance(last.element.value, Group) and last.element.value.counted:
            return False  # 85 cán bộ và đoàn viên: a shared number
        loose = last.element.piece is Piece.GROUP and not cast(Group, last.element.value).counted
        apposition = cast(Group, element.value).words == "học sinh"
        return not loose and not apposition and last.element.piece is not Piece.PERSON and before is not Piece.PART
    if not separated or (last.element.piece is Piece.PERSON and element.piece is Piece.BODY):
        return False  # an office of the person just named
    if element.piece is Piece.PERSON and before is Piece.COMMA and _is_one_body(last.element):
        return True  # cho tập thể nhà hát, anh A và cô B
    if last.element.piece is Piece.GROUP and not broken_down:
        listed = passage.views.canonical.startswith(":", last.element.end)  # các đơn vị: PC45, Công an huyện A
        return before is Piece.COLON or bool(last.names) or listed or _is_one_more(passage, last, element)
    return True


def _is_one_body(element: Element) -> bool:
    group = element.value
    return isinstance(group, Group) and not (group.counted or group.several or group.names) and group.words in _ONE_BODY


_NAME = re.compile(rf"(?<!\w)[{UPPER}]\w*\s+[{UPPER}]")
#: Another thing that is given, which is no award: …; Giấy chứng nhận cho 5 mô hình.
_OTHER_THING = re.compile(rf"[;,]\s+(?:và\s+)?[{UPPER}][^,;:]{{2,60}}\scho\s+$")
#: Behind one more recipient, and not behind the subject of another clause.
_CLOSES = re.compile(r"\s*(?:[,;.)(-]|$|(?:vì|do|đã|có|về|với|kèm|cùng|và|mỗi)\s)")


#: The link to one more person, with the calling: và | trưởng bản Sùng A Tủa.
_AND_A = re.compile(r"\s(?:và|cùng)\s(?:[^\W\d]+\s){0,2}$")


def _is_one_more(passage: Passage, last: Item, element: Element) -> bool:
    """Whether a person joined by ``và`` to a group receives as well: ``cho hai học sinh và thầy Huấn``; of ``hai học sinh A và B``
    both belong to the group."""
    if _NAME.search(passage.views.text, last.element.end, element.start):
        return False
    if element.piece is not Piece.PERSON or _AND_A.search(passage.views.canonical, last.element.end, element.start) is None:
        return False
    return _CLOSES.match(passage.views.canonical, element.end, passage.stop) is not None


_MONEY = re.compile(
    r"(?<!\w)(?:\d[\d.,]*\s+(?:triệu\s+|nghìn\s+|ngàn\s+|tỷ\s+)?đồng|(?:suất|phần)\s+(?:quà|học\s+bổng)|tiền|thưởng\s+nóng)(?!\w)"
)


def is_of_a_gift(passage: Passage, frame: Frame, element: Element) -> bool:
    """Return whether money or a gift comes before a further recipient, who gets that: ``…, kèm 50 triệu đồng cho em Trí``."""
    last = frame.items[-1].element if frame.items else None
    return (
        last is not None
        and passage.first(_MONEY, last.end, element.start) is not None
        and passage.views.canonical.endswith(" cho ", passage.start, element.start)
    )


_IS_NAMED = re.compile(rf"\s+(?:[{UPPER}]|\d)")
_ONE_NAMED = {"người", "đơn vị", "tập thể", "cá nhân", "doanh nghiệp", "trường", "xã", "phường", "chi bộ", "đảng bộ"}


def _is_apposed(passage: Passage, group: Group) -> bool:
    """Whether a bare kind behind a name's comma says who that is: ``Trung đoàn 95, đơn vị dẫn đầu khối thi đua``."""
    if group.several or group.words not in _ONE_NAMED or not passage.views.canonical.endswith(", ", 0, group.start):
        return False
    behind = passage.views.text[group.end : group.end + 2].strip()
    return behind not in {"", ",", ";", "."} and _IS_NAMED.match(passage.views.text, group.end) is None


def is_titled_anew(elements: list[Element], at: int, frame: Frame) -> bool:
    """Return whether a number behind a semicolon opens an act of its own with a title: ``F được trao cho 10 hộ; 4 thôn đạt danh hiệu D``.

    Not where the recipients before hold titles too: ``cho 3 cá nhân đạt danh hiệu C; 4 tập thể đạt danh hiệu D``.
    """
    if frame.mode == Mode.ACTIVE or not frame.items or elements[at - 1].piece is not Piece.SEMICOLON:
        return False
    pieces = [element.piece for element in elements[at : at + 3]]
    first = elements.index(frame.items[0].element) if frame.items[0].element in elements else at
    return pieces == [Piece.GROUP, Piece.RECEIVE, Piece.FORM] and all(element.piece is not Piece.RECEIVE for element in elements[first:at])


_PROVINCE = re.compile(r"(?:tỉnh|thành phố|tp\.?)\s")


#: A collective, followed by the body to which it belongs: cho tập thể Đội Cảnh sát hình sự, Công an quận A.
_PART_OF_ONE = re.compile(r"(?:đội|phòng|tổ|ban|khoa|đồn|trạm|phân\s+xưởng)\s")


def is_whereabouts(passage: Passage, elements: list[Element], at: int) -> bool:
    """Return whether a body only gives the location or the owner of the body before it.

    ``Phòng Y tế huyện A, tỉnh B``: the province gives the location. ``tập thể Đội A, Công an quận B``: the second body is the
    owner.
    """
    if at < 2 or elements[at].piece is not Piece.BODY or elements[at - 1].value != "," or elements[at - 2].piece is not Piece.BODY:
        return False
    canonical = passage.views.canonical
    if canonical[elements[at - 2].end : elements[at].start].strip() != ",":
        return False
    if _PART_OF_ONE.match(canonical, elements[at - 2].start) and canonical.endswith("tập thể ", passage.start, elements[at - 2].start):
        return True
    return _PROVINCE.match(canonical, elements[at].start) is not None and _PROVINCE.match(canonical, elements[at - 2].start) is None


_DEPUTY = re.compile(r"(?<!\w)(?:thay\s+mặt|đại\s+diện|con\s+trai|con\s+gái|vợ|chồng|thân\s+nhân)(?!\w)[^;.]{0,60}$")


def is_deputy(passage: Passage, after: int, element: Element) -> bool:
    """Return whether a person only takes the award for the recipient: ``…; thay mặt gia đình, bà A đón nhận``."""
    return element.piece is Piece.PERSON and _DEPUTY.search(passage.views.canonical, after, element.start) is not None


_ONE_BODY = {"tập thể", "đơn vị", "tập thể đơn vị", "tập thể lãnh đạo", "công ty"}


def names_one_of(passage: Passage, last: Item, element: Element) -> bool:
    """Return whether a name right behind a bare kind or an office identifies it: ``thí sinh A``, ``tập thể Trường B``."""
    gap = passage.views.canonical[last.element.end : element.start].strip()
    if gap == "," and isinstance(element.value, Named) and isinstance(kind := last.element.value, Group):
        bare = not (kind.counted or kind.several or kind.names) and kind.kind in PERSONS
        return bare and element.start < element.value.first  # cho Phòng A và cá nhân, ông B, bà C
    if gap:
        return False
    if last.element.piece is Piece.BODY:
        return element.piece is Piece.PERSON and office_of(passage, last.element) is not None
    if last.element.piece is not Piece.GROUP:
        return False
    group = cast(Group, last.element.value)
    if group.counted or group.several:
        return group.several and element.piece is Piece.PERSON  # các tài xế Lê Văn A, Trần Văn B
    return element.piece is Piece.PERSON or group.words in _ONE_BODY


_CALLING = 2  # words of a calling before a name
_OTHER_ACTS = {"cử", "bầu", "mời", "chọn", "thăm", "điều"}


def touches(passage: Passage, elements: list[Element], at: int) -> bool:
    """Return whether an element directly follows the element before it."""
    gap = passage.views.canonical[elements[at - 1].end : elements[at].start].split()
    if elements[at].piece is Piece.PERSON and elements[at - 1].value == "và" and len(gap) == _CALLING:
        return True  # và | trưởng bản | Sùng A Tủa
    return not gap or (len(gap) == 1 and gap[0] not in _OTHER_ACTS) or " ".join(gap) == "gồm có"


def after_colon(elements: list[Element], at: int, last: Element) -> bool:
    """Return whether there is a colon between the recipient ``last`` and the element at ``at``."""
    for index in range(at - 1, -1, -1):
        if elements[index] is last:
            return False
        if elements[index].piece is Piece.COLON:
            return True
    return False


def begins_clause(passage: Passage, elements: list[Element], at: int) -> bool:
    """Return whether a recipient is the subject of a following clause (``…; 26 cá nhân được B tặng bằng khen``)."""
    for index in range(at + 1, min(at + 8, len(elements))):
        element = elements[index]
        if element.piece in _PREDICATES:
            if element.piece is Piece.RECEIVE and _is_their_prize(elements, at, index):
                return False  # cho 86 học sinh và 24 giáo viên đoạt giải
            if element.piece is Piece.GIVE and (elements[at].piece is not Piece.BODY or index > at + 1):
                return False
            gap = passage.views.canonical[elements[index - 1].end : element.start].split()
            return len(gap) <= 8 and _form_ahead(elements, index, titles=element.piece is Piece.PASSIVE)
        if element.piece not in {Piece.GROUP, Piece.COMMA, Piece.BODY, Piece.PERSON}:
            return False
    return False


def _is_their_prize(elements: list[Element], at: int, verb: int) -> bool:
    """Return whether a prize won is a recipient's reason: the recipient is joined by ``và``, or a body behind it is its unit."""
    joined = elements[at - 1].value == "và" and elements[at].piece is Piece.GROUP
    if at < 2 or not (joined or (elements[at].piece is Piece.BODY and elements[at - 1].piece is Piece.GROUP)):
        return False
    form = next((element for element in elements[verb : verb + 3] if element.piece is Piece.FORM), None)
    return form is not None and cast(Form, form.value).group == AwardClass.PRIZE


def _form_ahead(elements: list[Element], at: int, *, titles: bool) -> bool:
    for index in range(at, min(at + 7, len(elements))):
        element = elements[index]
        if element.piece is Piece.FORM:
            return titles or cast(Form, element.value).group != AwardClass.TITLE
        if element.piece in {Piece.SEMICOLON, Piece.COLON, Piece.TO} or (element.piece is Piece.GROUP and index > at):
            return False
    return False


def _is_named(frame: Frame) -> bool:
    return all(item.element.piece is not Piece.GROUP for item in frame.items)


_ROW = {"", ",", "và", ", và"}


def _deal_out(found: list[Frame], passage: Passage) -> None:
    """Distribute names over a row of as many award types, one to each in order (``giải nhất, giải nhì cho ông A và bà B``)."""
    for last, frame in enumerate(found):
        first = last
        while (
            first and not found[first - 1].items and found[first - 1].form.count is None and _joins(found[first - 1], found[first], passage)
        ):
            first -= 1
        row = found[first : last + 1]
        if len(row) < 2 or len(frame.items) != len(row) or not _is_named(frame) or any(item.part_of for item in frame.items):
            continue
        for act, item in zip(row, frame.items, strict=True):
            act.items = [item]


def _joins(frame: Frame, other: Frame, passage: Passage) -> bool:
    return passage.views.canonical[frame.end : other.form.start].strip() in _ROW


def _is_of_both(frame: Frame, other: Frame) -> bool:
    """Return whether two ranks of an award type share a single number of recipients."""
    counted = [item.element.value for item in other.items if isinstance(item.element.value, Group) and item.element.value.counted]
    return frame.form.type == other.form.type and frame.form.rank != other.form.rank and other.form.count is None and bool(counted)


#: The words between one granter's award and the next granter: Trung ương Đoàn đã tặng bằng khen, Tỉnh đoàn đã tặng giấy khen cho A.
_NEXT_GIVER = re.compile(r"\s*(?:,|và|còn|,\s*còn)\s*$")


def _is_act_of_another(frame: Frame, other: Frame, passage: Passage) -> bool:
    """Return whether the acts of two granters are adjacent and only the second has recipients, by name."""
    if (
        frame.mode != Mode.ACTIVE
        or other.mode != Mode.ACTIVE
        or frame.form.count is not None
        or frame.granter is None
        or other.granter is None
    ):
        return False
    if frame.granter == other.granter or frame.form.group != AwardClass.FORM or frame.status == NONE:
        return False
    between = passage.views.canonical[frame.end : other.start]
    return _NEXT_GIVER.match(between) is not None and any(item.element.piece is not Piece.GROUP for item in other.items)


def share_recipients(found: list[Frame], passage: Passage) -> None:
    """Share recipients among award types named in a row: ``Huy hiệu 40 năm, 30 năm tuổi Đảng cho các đồng chí``."""
    _deal_out(found, passage)
    for frame, other in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if not frame.items and not frame.open and other.items and _is_act_of_another(frame, other, passage):
            frame.items = [Item(item.element, item.end, list(item.names)) for item in other.items if item.element.piece is not Piece.GROUP]
        if not frame.items and other.items and _joins(frame, other, passage):
            if frame.form.rank != other.form.rank and other.form.type.startswith("huan-chuong") and _is_named(other):
                other.form = replace(other.form, rank=None)  # hạng Nhì, hạng Ba cho A (và B): whose is which is not stated
                continue
            if frame.form.count is None and _is_of_both(frame, other):
                other.form = replace(other.form, rank=None)  # hạng Nhì và hạng Ba cho 4 cá nhân: how many of each is not stated
                continue
            loose = all(item.element.piece is not Piece.GROUP or not cast(Group, item.element.value).counted for item in other.items)
            if loose and (frame.form.count is None or other.form.count is not None):
                frame.items = [Item(item.element, item.end, list(item.names)) for item in other.items]
