"""The place and the name of an event, read from its sentence.

Sources: architecture/grammar.md §1.1; articles of the genre.
"""

from __future__ import annotations

import re

from generator.extraction.engine import Passage
from generator.extraction.events.words import GENERIC, HAS_HELD, HOLDS, NOUNS, SEVERAL, WAS_HELD
from generator.model.span import Span
from generator.text.opened import Opened
from generator.text.sentences import UPPER
from generator.text.views import Views

_PLACE = re.compile(r"(?<!\w)tại\s(?P<place>[^,;:()\n]{2,90})")
_PLACE_AFTER = re.compile(
    r"(?:[\s,.)]{0,4}|[\s,)]{0,4}(?:vào )?buổi \w+[,\s]{1,3}|.{0,200}(?<!\w)(?:tổ chức|diễn ra|khai mạc|họp|gặp mặt)\s)$"
)
_NO_PLACE = re.compile(
    r"(?:hội nghị|đại hội|buổi|lễ|đây|chương trình|cuộc|phiên|kỳ|các|nhiều|một số|những|kết luận|nghị quyết|chỉ thị|quyết định|công văn"
    r"|khoản|điều|thông báo)(?!\w)"
)
_HALL = re.compile(
    r"(?:phòng họp|hội trường|nhà|trụ sở|sân|trung tâm|khách sạn|quảng trường|thành phố|tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|khu"
    r"|bệnh viện|trường|điểm cầu)(?!\w)"
)
_PLACE_ENDS = re.compile(
    rf"(?!(?<=phòng)\shọp)\s(?:đã|vừa|long trọng|trọng thể|chính thức|sẽ|diễn ra|tổ chức|phối hợp|được|do|để|nhằm|với"
    rf"|và (?:trao|bà|ông|đồng chí)|trao|khai mạc|nhân|vào|trong|đồng chí|có|{HOLDS})(?!\w)"
)
_NAME = Opened(
    rf"(?<!\w)(?<!trung tâm ){NOUNS}(?!\w)(?![,.;:)]|\s(?:này|trên|đã|có|được|do|và cho|diễn ra|vinh dự)(?!\w))"
    r"(?:[\"“][^\"”“\n]{1,160}[\"”]|[^;:.\n]|\.(?=\w)){3,260}",
    NOUNS,
)
_NAME_ENDS = re.compile(
    r"(?:,\s(?:với|nhằm|trao|có|do|để|đồng thời|tuyên dương|qua đó|nhân|dưới|tại|đã|và trao|thu hút|vào)"
    r"|\s(?:diễn ra|bắt đầu|sẽ|dự kiến|đã (?:được|diễn|khai|bế|kết)"
    r"|được (?:tổ chức|bộ|ubnd|đảng|ban|[\w ]{2,30} tổ chức)"
    r"|(?<!tự )do(?= (?:\w+ ủy|ban|sở|ubnd|hội|ldld|lđlđ|công đoàn|đoàn|bộ|cục|tổng|chi|công|vụ|viện|trường|báo|đài|tập))"
    r"|[-–] (?:phần thưởng|đây|sự kiện|hoạt động|dịp)|\(ảnh\)?|tổ chức (?:sáng|chiều|tối|ngày|vào|tại)"
    r"|vào (?:sáng|chiều|tối|ngày)|với (?:sự|một|hơn|gần)"
    r"|có sự|dưới sự|nhằm|khai mạc|long trọng|(?:sáng|chiều|tối)(?= \d)"
    r"|(?:cho|tặng) (?:đồng chí|ông|bà|\d{1,6}|gần|hơn|trên|các|\w+ đảng viên)))(?!\w)|[.!?…]\s"
)


def place_of(passage: Passage, start: int) -> Span | None:
    """Return the place of the event: a town or a hall after ``tại``, in the same sentence after offset ``start``; or None."""
    text, canonical = passage.views.text, passage.views.canonical
    for match in _PLACE.finditer(canonical, start, passage.stop):
        begin, end = match.span("place")
        if (
            _PLACE_AFTER.match(canonical, start, match.start()) is None
            or _NO_PLACE.match(canonical, begin, end)
            or not (re.match(rf"[{UPPER}]", text[begin:end]) or _HALL.match(canonical, begin, end))
        ):
            continue
        over = _PLACE_ENDS.search(canonical, begin, end)
        span = _trim(text, begin, over.start() if over else end)
        return span if len(span) else None
    return None


def name_of(passage: Passage, *, held_only: bool = False) -> Span | None:
    """Return the event's name in a sentence, from its noun to its end; or None.

    ``held_only``: only if the words beside it show that it was held.
    """
    canonical = passage.views.canonical
    for match in _NAME.finditer(canonical, passage.start, passage.stop):
        over = _NAME_ENDS.search(canonical, match.start() + 3, match.end())
        span = _trim(passage.views.text, match.start(), over.start() if over else match.end())
        words = span.of(canonical)
        if len(span) < 12 or len(words.split()) < 3 or not _is_closed(span.of(passage.views.text)):
            continue
        before = canonical[max(passage.start, span.start - 110) : span.start]
        if GENERIC.search(words) or SEVERAL.search(before):
            continue
        if not held_only or HAS_HELD.search(before) or WAS_HELD.match(canonical, span.end, min(passage.stop, span.end + 60)):
            return span
    return None


def _is_closed(words: str) -> bool:
    """Return whether each quotation mark and bracket that closes in a name also opens in it."""
    return words.count("”") <= words.count("“") and words.count(")") <= words.count("(")


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.-–:;/…"):
        end -= 1
    return Span(start, end)


def words_as_one(views: Views, span: Span) -> str:
    """Return the words of a span as one line, with single spaces."""
    return " ".join(span.of(views.text).split())
