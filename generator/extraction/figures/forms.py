"""The forms of results and targets: done of planned, share, plain count.

``23/15 đồng chí (đạt 153% chỉ tiêu)``, ``116% kế hoạch``, ``100% chi bộ …``, ``kết nạp 108 đảng viên mới``. A plain count is a
result only behind a verb of work (or ``có`` before a strong measure), or in a row with such a count. Sources:
architecture/grammar.md §2, §6, §7.2-7.4; architecture/facts.md, figures; lexicon ``measures``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.load import Entry, alternatives, lexicon, prefix_tree
from generator.text.folding import canonical
from generator.text.numbers import number_in_digits
from generator.text.views import Views


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts.

    ``start`` and ``end`` cover its words. ``sure`` is False if only its context can show that it is a result. ``planned``: the
    number is the plan's own (``chỉ tiêu là 2``).
    """

    start: int
    end: int
    measure: str
    value: int | float | None = None
    of: int | float | None = None
    percent: float | int | None = None
    unit: str | None = None
    sure: bool = True
    planned: bool = False


DIGITS_OF_COUNT = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
PERCENT = r"(?:\d{1,3}(?:[.,]\d{1,2})?)\s?%"
APPROX = r"(?:hơn|gần|trên|dưới|khoảng|ước|ước khoảng|tổng số|tổng cộng|ít nhất|tối thiểu|đến|tới|được|thêm|mới|cả)\s+"
_OF_PLAN = r"(?:so với\s+)?(?:các\s+|tổng số\s+)?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|kh(?!\w)|mục tiêu|pháp lệnh|yêu cầu kế hoạch)"

PLAN_NEXT = re.compile(rf"\s+{_OF_PLAN}")

HAVE = re.compile(rf"(?<!\w)(?:có|gồm|gồm có|còn có|phát hiện|ghi nhận)\s+(?:{APPROX}){{0,2}}$")


ANY_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]{2,12})(?!\w)")


@lru_cache(maxsize=1)
def not_counted() -> re.Pattern[str]:
    """Match words behind a number that it does not count: units of time, ages, persons of a lawsuit, function words."""
    by_id = lexicon("count-slots").by_id
    return re.compile(alternatives([*by_id["no-noun"].variants, *by_id["neither"].variants, *by_id["aspect"].variants]))


@lru_cache(maxsize=1)
def noun_behind() -> re.Pattern[str]:
    """Match a listed measure right behind a number."""
    return re.compile(rf"\s+(?:(?:các|số|tổng số|toàn bộ)\s+)?(?P<noun>{lexicon('measures').alternatives})")


def entry_of(noun: str) -> Entry:
    """Return the lexicon's entry for a measure's words (canonical view)."""
    return lexicon("measures").entry_of(noun)


def percent_of(words: str) -> int | float:
    """Return the number in words such as ``98,45%``: 98.45."""
    return number_in_digits(words.rstrip(" %"))


#: Further words of a measure, except words that begin something else.
_MORE_WORDS = re.compile(
    r"(?:\s+(?!(?:và|với|cùng|gồm|đạt|được|đã|bằng|làm|là|có|trong|tại|của|cho|để|so|từ|do|như|nhằm|trên|ở|năm|trước|sau|nhưng"
    r"|vào|đến|theo|thuộc|tham|đang|mà)(?!\w))[^\W\d_]+){1,5}"
)


@lru_cache(maxsize=8)
def words_of(group: str) -> tuple[str, ...]:
    """Return the words of a group of lexicon ``figure-cues``."""
    return lexicon("figure-cues").by_id[group].variants


@lru_cache(maxsize=1)
def _gift() -> re.Pattern[str]:
    return re.compile(alternatives(words_of("thing")))


def is_gift(measure: str) -> bool:
    """Return whether a gift is a thing for people in need, which counts as a result and not as an award."""
    return _gift().match(canonical(measure)) is not None


_HOLDINGS = {"tien", "cong-trinh-nha", "don-vi-do", "don-vi"}


def is_deed(measure: str) -> bool:
    """Return whether a measure counts a person's work for others (people or works), not possessions."""
    noun = measured().match(canonical(measure))
    return noun is not None and entry_of(noun.group()).id not in _HOLDINGS


def counts_people(measure: str) -> bool:
    """Return whether a measure begins with a listed word for people."""
    noun = measured().match(canonical(measure))
    return noun is not None and bool(entry_of(noun.group()).get("people"))


@lru_cache(maxsize=1)
def measured() -> re.Pattern[str]:
    """Match a listed measure, or a unit written to its number."""
    return re.compile(rf"(?:{lexicon('measures').alternatives}|(?<=\d){unit_written_to_it()})")


@lru_cache(maxsize=1)
def unit_written_to_it() -> str:
    """Return a pattern of the units of measure that are often written to their number without a space: ``36.000m2``."""
    units = [word for entry in lexicon("measures").entries if entry.get("glued") for word in (entry.label, *entry.variants)]
    return rf"(?:{prefix_tree(units)})(?!\w)"


_DIGIT = re.compile(r"\d")
_EACH = re.compile(r"(?<!\w)mỗi\s+(?!năm|tháng|quý|vụ)[^\W\d_]+(?:\s+(?!năm|tháng)[^\W\d_]+)?\s+(?:trị\s+giá\s+|là\s+)?$")
_BEFORE_EACH = 40  # code points before a number
_RATE = re.compile(r"\s?/\s?(?!năm)[^\W\d_]")


def is_rate(views: Views, amount: Amount) -> bool:
    """Return whether the count is a rate by day, head or hectare: ``8 tấn/ha``; or an amount for each: ``mỗi nhà 50 triệu đồng``."""
    if _RATE.match(views.canonical, amount.end) is not None:
        return True
    if amount.unit != "đồng":
        return False
    number = _DIGIT.search(views.canonical, amount.start, amount.end)
    return number is not None and _EACH.search(views.canonical, max(0, number.start() - _BEFORE_EACH), number.start()) is not None


def measure_to(views: Views, noun_end: int, stop: int) -> int:
    """Return the end of the counted words that begin with a noun: up to five more words, except words that begin something else."""
    match = _MORE_WORDS.match(views.canonical, noun_end, stop)
    return match.end() if match else noun_end


def written(views: Views, start: int, end: int) -> str:
    """Return the article's own words from ``start`` to ``end``, single-spaced."""
    return " ".join(views.text[start:end].split())


_PHRASE_ENDS = re.compile(r"[;:(\n\"]|[,.](?!\d)")


def phrase_start(view: str, start: int, at: int) -> int:
    """Return where the phrase before ``at`` begins: behind the last comma, colon or bracket, at most 90 characters back."""
    left = max(start, at - 90)
    cut = max((mark.end() for mark in _PHRASE_ENDS.finditer(view, left, at)), default=-1)
    begin = cut if cut >= 0 else (left if left == start else view.find(" ", left, at) + 1)
    while begin < at and view[begin].isspace():
        begin += 1
    return min(at, begin)
