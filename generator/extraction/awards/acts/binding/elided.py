"""Recipients of a sentence without a subject: ``Năm 2014 được tặng Kỷ niệm chương`` continues with the recipient of the sentence before.

That holds only if the sentence opens with its verb, or with a time and its verb (architecture/grammar.md §5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, element_name
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.references.named import Named
from generator.model.facts import AwardStatus
from generator.model.span import Span

#: The words that may precede a verb of receiving without a subject of its own.
_OPENING = re.compile(
    r"[\s*+•-]*(?:(?:đặc\s+biệt|ngoài\s+ra|bên\s+cạnh\s+đó|đồng\s+thời|tiếp\s+đó|sau\s+đó|trước\s+đó|gần\s+đây(?:\s+nhất)?|mới\s+đây(?:\s+nhất)?),?\s+)?"
    r"(?:(?:và\s+|rồi\s+)?(?:(?:vào|đến|sang|trong|từ)\s+)?(?:đầu\s+|cuối\s+|giữa\s+)?(?:các\s+)?năm\s+(?:học\s+)?(?:19|20)\d\d(?:\s*(?:-|,|và|đến)\s*(?:năm\s+)?(?:19|20)\d\d){0,5},?\s+"
    r"|(?:19|20)\d\d\s*:\s*)?"
    r"(?:(?:đã|còn|cũng|lại|tiếp\s+tục|vinh\s+dự|từng|liên\s+tục|nhiều\s+lần|\d{1,2}\s+lần|hai\s+lần|ba\s+lần)\s+){0,3}"
    r"(?P<verb>được(?!\s+(?:biết|sự|xem|cho))|đón\s+nhận|nhận|đạt|đoạt|giành)(?!\w)"
)


def opens_without_subject(passage: Passage) -> bool:
    """Return whether the passage opens with a verb of receiving, or a time and such a verb."""
    return _OPENING.match(passage.views.canonical, passage.start, passage.stop) is not None


def carry_subject(passage: Passage, read: Sequence[Frame], carried: Frame | None) -> None:
    """Give the honours of a sentence without a subject to the only recipient of ``carried``, the last act before, if it is named."""
    if carried is None or not read or carried.mode not in RECIPIENT_FIRST or len(carried.items) != 1:
        return
    element = carried.items[0].element
    if element.piece not in {Piece.PERSON, Piece.BODY} or not opens_without_subject(passage):
        return
    for frame in read:
        if frame.mode not in RECIPIENT_FIRST or frame.items:
            return
        at = frame.predicate
        value = replace(element.value, start=at, first=at, end=at) if isinstance(element.value, Named) else element.value
        frame.items = [Item(Element(element.piece, at, at, value), at)]


_BARE_VERB = re.compile(r"[\s,]*(?:và\s+)?(?:(?:đã|còn|cũng|từng|vinh\s+dự|nhiều\s+lần|hai\s+lần|ba\s+lần)\s+){0,3}")
_NEAR_HEAD = 60  # code points before the subject: a time, an adverb


def share_subject(passage: Passage, elements: Sequence[Element], read: Sequence[Frame]) -> None:
    """Give an honour whose clause opens with its verb behind a semicolon to the person who is the sentence's subject, if it names no
    other: ``Bà A là thành viên Viện B; được G tặng F``."""
    persons = [element for element in elements if element.piece is Piece.PERSON]
    first = next((element for element in elements if element.piece is not Piece.COMMA), None)
    if len({element_name(element) for element in persons}) != 1 or first is not persons[0] or first.start - passage.start > _NEAR_HEAD:
        return
    for frame in read:
        if frame.mode not in RECIPIENT_FIRST or frame.items or frame.follows is not None:
            continue
        mark = passage.views.canonical.rfind(";", first.end, frame.predicate)
        if mark >= 0 and _BARE_VERB.fullmatch(passage.views.canonical, mark + 1, frame.predicate) is not None:
            frame.items = [Item(first, first.end)]


_ALSO = re.compile(
    r"[\s*+•-]*(?:ngoài\s+ra|bên\s+cạnh\s+đó|cùng\s+với\s+đó|đồng\s+thời|(?:ông|bà|anh|chị|cô|thầy|cụ)\s+(?:còn|cũng|lại))(?!\w)"
)
_TODAY = re.compile(r"(?<!\w)(?:vừa|mới|nay|này|hôm|sáng|chiều|tối|lễ|dịp|đợt|hội\s+nghị|đại\s+hội|kỷ\s+niệm(?!\s+chương))(?!\w)")


def carry_past(passage: Passage, read: Sequence[Frame], carried: Frame) -> None:
    """Mark as past the honours of a sentence that continues the past honours of a person in the sentence before."""
    if carried.status != AwardStatus.PAST or len(carried.items) != 1 or carried.items[0].element.piece is not Piece.PERSON:
        return
    if _ALSO.match(passage.views.canonical, passage.start) is None or passage.first(_TODAY, passage.start, passage.stop) is not None:
        return
    name = element_name(carried.items[0].element)
    for frame in read:
        held = [element_name(item.element) for item in frame.items if item.element.piece is Piece.PERSON]
        if frame.mode in RECIPIENT_FIRST and frame.status is None and held == [name]:
            frame.status = AwardStatus.PAST


@rule(
    "award.elided_subject",
    examples=[
        Example("[[Năm 2014 được]] tặng Kỷ niệm chương.", None),
        Example("[[Đặc biệt, năm 2020 vinh dự được]] phong tặng.", None),
    ],
    counterexamples=["Năm 2014, xã được tặng cờ.", "Được biết, huyện có 3 trường."],
    source="architecture/grammar.md §5 who is spoken of",
)
def elided_subjects(passage: Passage) -> Iterator[Finding]:
    """Yield openings of a sentence without a subject."""
    match = _OPENING.match(passage.views.canonical, passage.start, passage.stop)
    if match is not None:
        yield Finding(Span(*match.span()), None)
