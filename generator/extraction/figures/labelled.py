"""Results that an item of a list gives behind its label: ``- Phát triển đảng viên: 12 đồng chí``, ``Số sáng kiến: 45``.

The label names what is counted, or the words behind the number do. A label that names neither work, nor a yield, nor a listed measure
(``Điện thoại: …``, ``Thời gian: …``) is that of a form. Sources: architecture/grammar.md §2 tables and lists; lexicons ``measures``,
``work-verbs``, ``figure-cues`` yield.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.figures.forms import APPROX, Amount, entry_of, measured, words_of, written
from generator.extraction.figures.links import linked
from generator.extraction.figures.verbs import verb_opens
from generator.lexicon.load import alternatives
from generator.text.numbers import QUANTITY, quantity
from generator.text.views import Views

_LONGEST = 90  # characters of a label
#: An item up to its number: a mark, a label of at most ten words, a colon.
_LABEL = re.compile(
    rf"\s*(?:(?:[-+*•–]|\d{{1,2}}[.)]|[a-zđ][.)])\s*)?(?P<label>[^\W\d_][\w/-]*(?:,?\s[\w/%-]+){{1,10}})"
    rf"(?:\s?\([^()]{{1,30}}\))?\s?:\s?(?:{APPROX})?(?P<value>{QUANTITY})(?P<rest>\s?[^\W\d_]*)"
)
_ENDS = re.compile(r"(?:\s(?!và\s)[^\W\d_]+){0,6}\s*(?:[;,.(\n]|$)")
_NO_LABEL = re.compile(
    r"(?<!\w)(?:giải|thưởng|điểm|hạng|phạt|giá|lương|điện thoại|tuổi|sinh|thứ|ngày|giờ|truy cập|trực tuyến|lượt xem)(?!\w)"
)


def labelled(views: Views, start: int, stop: int) -> Iterator[Amount]:
    """Yield the count of an item of a list, with its label as the measure; and its share of the plan."""
    view = views.canonical
    if view.find(":", start, min(stop, start + _LONGEST + 40)) < 0:
        return
    item = _LABEL.match(view, start, min(stop, start + _LONGEST + 40))
    if item is None or _OPENS.search(view[max(0, start - 8) : start]) is None:
        return
    value_end = item.end("value")
    noun = measured().match(view, item.start("rest") + (item["rest"][:1].isspace()), stop)
    end = noun.end() if noun else value_end
    if _NO_LABEL.search(item["label"]) or _ENDS.match(view, end, stop) is None or (noun is None and item["rest"].strip()):
        return
    if noun is None and not _of_work(item["label"]):
        return
    unit = "đồng" if noun and entry_of(noun.group()).id == "tien" else None
    percent, link_end = linked(views, end, end, stop)
    label = written(views, item.start("label"), item.end("label"))
    yield Amount(item.start("label"), max(end, link_end), label, quantity(item["value"]), None, percent, unit)


def _of_work(label: str) -> bool:
    return _work().search(label) is not None


@lru_cache(maxsize=1)
def _work() -> re.Pattern[str]:
    """Match what a label of a result has: a verb of work, a yield, a listed measure."""
    return re.compile(rf"{verb_opens().pattern}|{alternatives(words_of('yield'))}|{measured().pattern}")


#: The beginning of a line, before or behind the item's mark.
_OPENS = re.compile(r"(?:^|\n)\s*(?:[-+*•–]\s*|\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?$")
