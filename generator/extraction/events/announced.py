"""Events that are announced: a day in the future when the article was written, with ``sẽ``, ``dự kiến``, ``sắp``.

A deadline is not the date of an event, nor is the day of something else that is only planned. Sources: architecture/grammar.md
§1.1; architecture/facts.md, event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.events.words import NOUNS, OTHER
from generator.model.span import Span
from generator.text.dates import DateMention, dates

_CLAUSE = 150  # characters on each side of a day within which its verb is
_TO_COME = r"(?:sẽ|dự kiến|sắp)"
#: Verbs that announce a ceremony; others (``triển khai``, ``kiểm tra``) state what a body intends to do.
_HOLDS = (
    r"(?:tổ chức|diễn ra|khai mạc|bắt đầu|tiến hành|họp|trao|tuyên dương|biểu dương|tôn vinh|vinh danh|tổng kết|sơ kết|kỷ niệm|khánh thành"
    r"|khởi công|ra mắt|ra quân|công bố)"
)
#: ``Lễ trao giải sẽ diễn ra (vào) …``, ``sẽ tổ chức tổng kết … vào tối …``: the future, its verb, then the day.
_BEFORE = re.compile(
    rf"(?<!\w){_TO_COME}(?!\w)[^.;:\n\d]{{0,40}}?(?<!\w){_HOLDS}(?!\w)"
    r"(?:[^.;:\n\d]|\d(?!\d?\s?[/.-]\s?\d)){0,150}$"
)
#: ``Ngày 3/6, Sở sẽ tổ chức …``: the day, the future, then the verb.
_AFTER = re.compile(rf"[^.;:\n]{{0,110}}?(?<!\w){_TO_COME}(?!\w)\s(?:\w+\s){{0,3}}?{_HOLDS}(?!\w)")
_TOMORROW = re.compile(rf"[^.;:\n]{{0,110}}?(?<!\w){_HOLDS}(?!\w)")
#: A ceremony planned for a day without a verb: ``Lễ trao giải dự kiến vào ngày 3/6``.
_PLANNED = re.compile(rf"(?<!\w){NOUNS}(?!\w)[^.;:\n]{{0,110}}?(?<!\w)dự kiến\s(?:vào\s|là\s)?$")
#: Words before a day that only ends or begins a period.
_DEADLINE = re.compile(
    r"(?<!\w)(?:trước|hết|đến|chậm nhất|muộn nhất|hạn(?: chót| cuối)?|từ|kể từ|hoàn thành|hiệu lực|nộp|nhận (?:bài|hồ sơ)|đăng ký)"
    r"(?: vào| là| trong)?\s{1,2}$"
)


def is_to_come(canonical: str, mention: DateMention, start: int, stop: int) -> bool:
    """Return whether the clause of a day states what will be held on it."""
    if mention.relative == "mai":
        return _TOMORROW.match(canonical, mention.end, min(stop, mention.end + _CLAUSE)) is not None
    left = max(start, mention.start - _CLAUSE)
    if _DEADLINE.search(canonical, left, mention.start) and mention.until is None:
        return False
    if _BEFORE.search(canonical, left, mention.start) or _PLANNED.search(canonical, left, mention.start):
        return True
    after = _AFTER.match(canonical, mention.end, min(stop, mention.end + _CLAUSE))
    # Ngày 3/6, Sở cho biết sẽ tổ chức …: the day of the news.
    return after is not None and OTHER.search(canonical, mention.end, after.end()) is None


@rule(
    "event.announced",
    examples=[
        Example("Dự kiến, lễ trao giải sẽ diễn ra [[tối 30/5]] tại Hà Nội.", None),
        Example("Ban tổ chức sẽ tổng kết và trao giải cho 10 tác giả [[vào ngày 3/6]].", None),
        Example("[[Ngày 3/6]] tới, Sở Y tế sẽ tổ chức hội thi.", None),
    ],
    counterexamples=[
        "Bài dự thi sẽ được nhận đến hết ngày 3/6.",
        "Công trình dự kiến hoàn thành trước ngày 2/9.",
        "Ngày 3/6, Sở Y tế tổ chức hội thi.",
        "Ngày 3/6, Sở Y tế cho biết sẽ tổ chức hội thi.",
    ],
    source="architecture/facts.md Settled cases, Events",
)
def announced(passage: Passage) -> Iterator[Finding]:
    """Yield the first day in a sentence on which something will be held."""
    canonical, start, stop = passage.views.canonical, passage.start, passage.stop
    if not passage.holds("sẽ", "dự kiến", "sắp"):
        return
    for mention in dates(canonical, start, stop):
        if mention.day is not None and is_to_come(canonical, mention, start, stop):
            yield Finding(Span(mention.start, mention.end), mention, "event.announced")
            return
