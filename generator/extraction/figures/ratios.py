"""Done of planned and part of whole: ``23/15 đồng chí (đạt 153%)``, ``31 trong số 66 trường học``. Source: architecture/grammar.md §2."""

from __future__ import annotations

import re

from generator.extraction.figures.forms import (
    ANY_NOUN,
    APPROX,
    DIGITS_OF_COUNT,
    HAVE,
    PERCENT,
    Amount,
    measure_to,
    not_counted,
    noun_behind,
    percent_of,
    written,
)
from generator.extraction.figures.links import linked
from generator.text.numbers import number_in_digits
from generator.text.views import Views

_RATIO = re.compile(rf"(?<![\w/.,-])(?P<done>{DIGITS_OF_COUNT})\s?/\s?(?P<whole>{DIGITS_OF_COUNT})(?![\d/%]|[.,-]\d)(?=\s+[^\W\d_])")
_OUT_OF = re.compile(
    rf"(?<![\w/.,-])(?P<done>{DIGITS_OF_COUNT})\s+(?:trong số|trên tổng số|trong tổng số)\s+(?P<whole>{DIGITS_OF_COUNT})(?=\s)"
)
_DATE_BEFORE = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|tháng|đợt|hôm|dịp|lễ|khánh|và|bậc|tỷ số|số|[(])\s?\(?$")
_RATIO_STOP = re.compile(
    r"\s+(?:giờ|ngày|tháng|năm|tuổi|đến|tổ chức(?! (?:đảng|cơ sở|hội|đoàn|công đoàn))|và|tại|của|là|do|cho|để|với|đã|tới|theo|được)(?!\w)"
)
_LAST_MONTH = 12  # with a larger whole it cannot be a date


def ratios(views: Views, start: int, stop: int) -> list[Amount]:
    """Return ratios such as ``23/15 đồng chí (đạt 153%)``, ``31 trong số 66 trường học``."""
    view = views.canonical
    found: list[Amount] = []
    if view.find("/", start, stop) < 0 and view.find("tổng số", start, stop) < 0 and view.find("trong số", start, stop) < 0:
        return found
    for pattern in (_RATIO, _OUT_OF):
        for match in pattern.finditer(view, start, stop):
            noun = noun_behind().match(view, match.end(), stop) or _any_noun(views, match, stop)
            if noun is None or noun["noun"].startswith(("huy chương", "hcv")) or _RATIO_STOP.match(view, match.end(), stop):
                continue
            if pattern is _RATIO and _DATE_BEFORE.search(view, max(start, match.start() - 8), match.start()):
                continue
            end = measure_to(views, noun.end(), stop)
            percent, last = linked(views, end, noun.end(), stop)
            measure = written(views, noun.start("noun"), end)
            done, whole = number_in_digits(match["done"]), number_in_digits(match["whole"])
            if percent is None:
                percent, last = _quotient(view, end, stop, done, whole)
            found.append(Amount(match.start(), max(end, last), measure, done, whole, percent))
    return found


#: A share in the clauses behind a ratio.
_SHARE_BEHIND = re.compile(
    rf"[^;.:%\d]{{0,90}}?[,(]\s?(?:đạt|chiếm|bằng|tương ứng)?\s?(?:(?:với )?(?:tỷ lệ|tỉ lệ)\s)?(?:là\s)?(?:{APPROX})?(?P<percent>{PERCENT})"
)
_ROUNDED = 1.0  # points between a share as rounded in an article and the quotient


def _quotient(view: str, at: int, stop: int, done: float, whole: float) -> tuple[float | None, int]:
    """Return the share behind a ratio if it is the quotient of the two, and where it ends; (None, 0) otherwise."""
    share = _SHARE_BEHIND.match(view, at, min(stop, at + 130))
    if share is None or not whole or abs(percent_of(share["percent"]) - 100 * done / whole) >= _ROUNDED:
        return None, 0
    return percent_of(share["percent"]), share.end()


def _any_noun(views: Views, ratio: re.Match[str], stop: int) -> re.Match[str] | None:
    """Return the noun behind a ratio that cannot be a date or a fraction (``27/30 cấp ủy``), or None."""
    view = views.canonical
    noun = ANY_NOUN.match(view, ratio.end(), stop)
    if noun is None or not_counted().match(view, noun.start("noun")) or views.text[noun.start("noun")].isupper():
        return None
    have = HAVE.search(view[max(0, ratio.start() - 20) : ratio.start()]) is not None
    return noun if have or number_in_digits(ratio["whole"]) > _LAST_MONTH else None
