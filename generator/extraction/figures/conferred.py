"""Counts of ceremonies and congresses (graduates, members admitted, those elected), and plans in brackets behind what was reached.

``trao bằng tốt nghiệp cho 894 cử nhân``, ``trao quyết định kết nạp Đảng cho 2 đoàn viên``, ``bầu Ban Chấp hành gồm 15 đồng chí``,
``còn 4,87% (kế hoạch 5,02%)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.figures.forms import APPROX, Amount, measure_to, written
from generator.lexicon.load import lexicon
from generator.text.numbers import QUANTITY, quantity
from generator.text.views import Views

_GIVEN = r"(?:bằng tốt nghiệp|quyết định kết nạp|quyết định bổ nhiệm|thẻ đảng(?: viên)?|chứng chỉ|chứng nhận tốt nghiệp)"
_BODY = r"(?:ban chấp hành|bch|ban thường vụ|btv|ủy ban|ban kiểm tra|ban chỉ huy|ban giám hiệu|hội đồng|cấp ủy|chi ủy|đảng ủy)"
_HINTS = ("tốt nghiệp", "kết nạp", "thẻ đảng", "bổ nhiệm", "chứng chỉ", "bầu ")
_PLANS = ("(kế hoạch", "(chỉ tiêu", "(mục tiêu", "(nghị quyết", "(kh ", "(dự toán")


@lru_cache(maxsize=1)
def _conferred() -> re.Pattern[str]:
    people = lexicon("recipients").alternatives
    given = rf"(?:trao|cấp|công bố)\s+{_GIVEN}(?!\w)[^;.:\d]{{0,40}}?\scho\s"
    ceremony = r"lễ (?:tốt nghiệp|bế giảng)(?!\w)[^;.:]{0,80}?\scho\s"
    elected = rf"(?<!\w)bầu\s(?:ra\s)?[^;.:\d]{{0,12}}{_BODY}(?!\w)[^;.:]{{0,60}}?\s(?:gồm|gồm có|với|có)\s"
    noun = rf"(?P<noun>ủy viên|{people}|cử nhân|kỹ sư|tân [^\W\d_]+)"
    return re.compile(rf"(?:{given}|{ceremony}|{elected})\s*(?:{APPROX})?(?P<value>{QUANTITY})\s+{noun}")


_PLANNED = re.compile(
    r"(?<=[\w%])\s?\((?P<lead>(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|kh|dự toán)(?:\s(?:năm(?:\s\d{4})?"
    r"|được|giao|đề|ra|đại|hội|là|đặt|của|tỉnh|huyện|xã|cấp|trên)){0,5})\s*:?\s*(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*\)"
)


def conferred(views: Views, start: int, stop: int) -> Iterator[Amount]:
    """Yield the counts of those who graduated, were admitted or elected, and the plan's own shares in brackets."""
    view = views.canonical
    if any(view.find(hint, start, stop) >= 0 for hint in _HINTS):
        for match in _conferred().finditer(view, start, stop):
            end = measure_to(views, match.end(), stop)
            yield Amount(match.start("value"), end, written(views, match.start("noun"), end), quantity(match["value"]))
    if any(view.find(plan, start, stop) >= 0 for plan in _PLANS):
        for match in _PLANNED.finditer(view, start, stop):
            share = float(match["value"].replace(",", "."))
            value = int(share) if share.is_integer() else share
            words = written(views, match.start("lead"), match.end("lead"))
            yield Amount(match.start("lead"), match.end() - 1, words, percent=value, planned=True)
