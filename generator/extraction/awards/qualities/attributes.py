"""What recipients are honoured for, where the words behind them say it without a word that introduces a reason.

``7 công dân dũng cảm cứu người`` · ``12 hộ sản xuất giỏi`` · ``5 tài xế đã trả lại tài sản`` ·
``Trung đoàn 95, đơn vị dẫn đầu khối thi đua``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.standards import worded
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import groups_in
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span

_REACH = 300  # code points of such words
_LONGEST = 200  # of a reason
#: The words between those about recipients and the next statement.
_ENDS = re.compile(
    r"[;:.(]|,(?!\d)(?!\s+(?:bắt|cứu|thu|phá|góp|giúp|sáng)\s)|\s(?:và\s+(?:trao|tặng|thưởng|khen|\d)|cùng\s|đồng\s+thời|nhân\s+dịp"
    r"|với\s+(?:số\s+tiền|tổng|mức))(?!\w)"
)
_WHOSE = r"(?:\s+(?:của|thuộc|trực\s+thuộc|ở|tại|ngành|khối|trên\s+địa\s+bàn)\s[^,;:.()]{1,60}?)?"
_HAS = re.compile(r"\s+(?:đã\s+)?(?:luôn\s+)?có\s+(?=nhiều|những|thành\s+tích|công|sáng\s+kiến|đóng\s+góp)")
_NO_DEED = r"(?:được|nhận|đón|đến|dự|trao|tặng|có\s+mặt|ký|ban\s+hành|quyết\s+định|khen|là)(?!\w)"
#: Up to three words that say who the recipients are, before what they did: 3 tài xế taxi đã …
_WHO = r"(?:\s+(?!(?:và|được|đã|trao|tặng|khen|là|của|cho|có)\s)[^\s,;:.()\d\"']+){0,3}?"
#: Behind a name: …, đơn vị dẫn đầu …; …, Bí thư Chi bộ 3, (người) đã …
_APPOSED = re.compile(
    r"\s*[,–-]\s+(?:[^,;.()]{2,70}?[\s,]\s*)?(?:(?:cũng\s+)?(?:là\s+)?(?:một\s+)?(?:trong\s+)?(?:những\s+)?"
    r"(?:người|đơn\s+vị|tập\s+thể|cá\s+nhân|doanh\s+nghiệp|trường|xã|phường)(?=\s)|(?=đã\s))"
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """``words`` as the text has them at ``start``; ``quality`` is the adjective that ends them, which holds for all of a row."""

    start: int
    words: str
    quality: str | None = None


@lru_cache(maxsize=1)
def _deed() -> re.Pattern[str]:
    deeds = alternatives(lexicon("merit-words").by_id["deed"].variants)
    return re.compile(rf"{_WHOSE}{_WHO}\s+(?P<deed>(?:đã|vừa)\s+(?!{_NO_DEED})|(?:đã\s+|cùng\s+)?(?={deeds}))")


@lru_cache(maxsize=1)
def _quality() -> re.Pattern[str]:
    qualities = alternatives(lexicon("merit-words").by_id["quality"].variants)
    word = r"(?!(?:và|được|đã|trao|tặng|khen|là|của|cho)\s)(?:[\"'][^\"'.;]{1,40}[\"']|[^\s,;:.()\d\"']+)"
    return re.compile(
        rf"\s+(?P<words>(?:{word}\s+(?:{word},?\s+){{0,6}}?)?(?P<quality>{qualities}))"
        r"(?=\s*$|\s*[,;.(]|\s+(?:năm|giai\s+đoạn|trên|của|trong|về|tại|toàn|cấp|thuộc|ngành|khối|và|lần)(?!\w))"
    )


def attribute(passage: Passage, *, named: bool = False) -> Attribute | None:
    """Return what the words of the passage, right behind recipients, say that these are honoured for: a deed, or a quality that ends
    them. With ``named`` the recipient is named, and the words describe it behind a comma. None where they say whose or where
    it is, or nothing."""
    canonical, start, stop = passage.views.canonical, passage.start, min(passage.stop, passage.start + _REACH)
    if named:
        apposed = _APPOSED.match(canonical, start, stop)
        if apposed is None:
            return None
        start = apposed.end() - canonical.startswith("đã", apposed.end())
        if (had := _HAS.match(canonical, start, stop)) is not None:
            words = worded(passage, had.end(), _end(canonical, had.end(), stop))
            return None if words is None else Attribute(had.end(), words)
    if (match := _deed().match(canonical, start, stop)) is not None:
        begins = match.end("deed")
        words = worded(passage, begins, _end(canonical, begins, stop))
        return None if words is None else Attribute(begins, words)
    if (match := _quality().match(canonical, start, stop)) is None:
        return None
    end = match.end()
    if re.match(r"\s+(?:trong|về)\s", canonical[end : end + 8]):
        end = _end(canonical, end, stop)
    words = worded(passage, match.start("words"), end)
    quality = " ".join(passage.views.text[slice(*match.span("quality"))].split())
    return None if words is None else Attribute(match.start("words"), words, quality)


def _end(canonical: str, start: int, stop: int) -> int:
    match = _ENDS.search(canonical, start, min(stop, start + _LONGEST))
    return stop if match is None else match.start()


@rule(
    "award.attribute",
    examples=[
        Example("tặng giấy khen cho 7 công dân [[dũng cảm cứu người]].", "dũng cảm cứu người"),
        Example("tặng bằng khen cho 4 tập thể [[đi đầu trong phong trào thi đua]]", "đi đầu trong phong trào thi đua"),
        Example("tặng giấy khen cho 5 tài xế đã [[trả lại tài sản cho khách]], mỗi người 1 triệu đồng", "trả lại tài sản cho khách"),
        Example("biểu dương 12 hộ [[trồng sắn giỏi]] trên địa bàn huyện", "trồng sắn giỏi"),
        Example("khen thưởng 25 gia đình [[hội viên hiếu học tiêu biểu]].", "hội viên hiếu học tiêu biểu"),
    ],
    counterexamples=[
        "tặng giấy khen cho 6 tập thể của Bệnh viện tỉnh",
        "tặng giấy khen cho 3 đơn vị thành viên",
        "khen thưởng 10 cá nhân và thưởng nóng 20 triệu đồng",
        "7 công dân đã đến dự",
    ],
    source="architecture/facts.md standard",
)
def attributes(passage: Passage) -> Iterator[Finding]:
    """Return the reason that the words behind a number of recipients state."""
    for group in groups_in(passage):
        stated = attribute(passage.within(group.end, passage.stop)) if group.counted else None
        if stated is not None:
            yield Finding(Span(stated.start, stated.start + len(stated.words)), stated.words)
