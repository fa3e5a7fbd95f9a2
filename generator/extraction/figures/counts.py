"""Plain counts behind a listed verb of work, or ``có`` before a strong measure, or in a row with such a count.

Sources: architecture/grammar.md §2, §6, §7.2-7.4; architecture/facts.md, figures; lexicons ``measures``, ``work-verbs``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.figures.forms import APPROX, HAVE, Amount, entry_of, measure_to, measured, phrase_start, written
from generator.extraction.figures.links import in_row, linked
from generator.extraction.figures.verbs import NEAR, first_verb, makers, nearest_verb, verb_opens
from generator.lexicon.load import Entry, alternatives, lexicon
from generator.text.numbers import QUANTITY, WORDS, number_in_words, quantity
from generator.text.views import Views

_FOR = re.compile(rf"(?:cho|được|của|đến)\s+(?:{APPROX})?$")
_PLANNED = re.compile(
    rf"(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm \d{{4}}|cả nhiệm kỳ|được giao|doanh thu|lợi nhuận|lợi nhuận trước thuế"
    rf"|kết nạp)){{0,2}}\s+(?:là\s+)?(?:{APPROX})?$"
)
#: Words of duty; something that must be done is not a result: phải nộp 150.000 đồng.
_OWED = re.compile(r"(?<!\w)(?:phải|cần|bị)\s+$")
#: A count with its change is a result: 120 vụ, giảm 14 vụ so với năm trước.
_COMPARED = re.compile(r"[^\d;:.,()]{0,60}[,(]\s?(?:tăng|giảm)\s(?:[^\W\d_]+\s){0,2}\d[^;:.()]{0,30}(?:so với|cùng kỳ)")
_OPENS = re.compile(rf"(?:^|[;:,.(]|(?<!\w)(?:có|với|nhiều|hàng năm))\s*(?:{APPROX}){{0,2}}$")
_DONE_TO = re.compile(
    r"[^\d;:.,()]{0,60}\s(?:đã\s|đang\s)?được\s"
    r"(?!(?:tặng|trao|khen|tuyên|biểu|vinh|tôn|nhận|phong|công nhận|xếp|đánh giá|mời|cử)(?!\w))"
)
_REACHES = re.compile(rf"(?:ước\s+)?(?:đạt|thực hiện|tăng lên|lên)(?:\s+(?:{APPROX})*)?")  # a verb that names nothing
_ROW_GAP = 60  # letters between two counts of a row
#: Money that the counted things cost, or that was raised: 74 công trình trị giá 820 triệu đồng; ủng hộ Quỹ vắc xin được 342 triệu đồng.
_WORTH = re.compile(rf"(?:(?<!mỗi )trị giá|với (?:tổng )?(?:kinh phí|số tiền|giá trị))(?:\s(?:là|lên tới|lên đến))?\s+(?:{APPROX}){{0,2}}$")
_RAISED = re.compile(
    rf"(?<!\w)(?:vận động|ủng hộ|quyên góp|huy động|đóng góp|gây quỹ|thu|tiết kiệm)(?!\w)"
    rf"(?:[^;.:\d]|(?<=-)\d\d?){{2,80}}\sđược\s+(?:{APPROX}){{0,2}}$"
)
_DONE_FIRST = re.compile(r"(?<!\w)đã\s+(?:tổ chức(?: thành công)?|hoàn thành)(?!\w)")
#: Up to the verb of those counted: 11 bệnh viện đã triển khai …
_ACTING = re.compile(r"\s+(?:trực thuộc\s+|cơ sở\s+)?(?:(?:đã|đều|đang)\s+)?")
_UP_TO_STANDARD = re.compile(r"[^,;.:]{0,30}\sđạt (?:tiêu )?chuẩn(?!\w)")


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{QUANTITY})\s*(?P<noun>{measured().pattern})")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    return re.compile(
        rf"{makers()}\s+(?:mới\s+)?(?:{APPROX}){{0,2}}"
        rf"(?P<value>{QUANTITY})\s+(?!(?:năm|tháng|ngày|tuổi|giờ|phút|lần|tuần|quý|phần|đến|và|trong)(?!\w))(?P<noun>[^\W\d_]{{2,12}})"
    )


def counts(views: Views, start: int, stop: int) -> list[Amount]:
    """Return counts such as ``kết nạp 108 đảng viên mới``, ``có 225 công trình … và 186 sáng kiến``, ``12 chi bộ … đã tổ chức …
    đại hội``."""
    view, found = views.canonical, []
    last: Amount | None = None
    for match in _count().finditer(view, start, stop):
        if _numbered().search(view, max(start, match.start() - 12), match.start()):
            continue
        noun = entry_of(match["noun"])
        left = view[max(start, match.start() - 110) : match.start()]
        end = measure_to(views, match.end(), stop)
        percent, link_end = linked(views, end, match.end(), stop)
        money = noun.id == "tien"
        gained = _yields().search(left) if money else None
        near = last is not None and match.start() - last.end < _ROW_GAP
        row = near and last is not None and in_row(view, last, match.start(), bool(noun.get("strong")))
        if money and gained is None:
            gained = (_WORTH.search(left) if near else None) or _RAISED.search(left)
        planned = _PLANNED.search(left) is not None
        sure = planned or percent is not None or gained is not None or row or _governed(left, noun)
        sure = sure or (not money and _is_result_behind(view, left, noun, match.end(), end, stop))
        begin = match.start() - len(left) + first_verb(left)
        measure, unit = written(views, match.start("noun"), end), None
        if money:
            end, unit = match.end(), match["noun"] if match["noun"] not in {"đ", "đồng tiền mặt"} else "đồng"
            if gained is not None:
                begin = match.start() - len(left) + gained.start()
            elif nearest_verb(left) is None or _REACHES.fullmatch(view, begin, match.start()) is not None:
                begin = phrase_start(view, start, match.start())
            measure = written(views, begin, match.start()) or measure
        amount = Amount(begin, max(end, link_end), measure, quantity(match["value"]), None, percent, unit, sure, planned)
        found.append(amount)
        last = amount if sure else None
    return found


def _governed(left: str, noun: Entry) -> bool:
    """Return whether a verb before the number counts it: a verb of work near enough, or ``có`` before a strong measure."""
    verb = nearest_verb(left)
    if verb is not None and _OWED.search(left, 0, verb.start()) is None:
        gap = verb["gap"]
        if len(gap) <= NEAR or not noun.get("people") or _FOR.search(gap) is not None:
            return True
    return bool(noun.get("strong")) and HAVE.search(left) is not None


def _is_result_behind(view: str, left: str, noun: Entry, noun_end: int, end: int, stop: int) -> bool:
    """Return whether the words behind a count make it a result: done by the counted, done to it, or compared with another year's."""
    if noun.get("body"):
        if _DONE_FIRST.search(view, end, min(stop, end + 420)) is not None:
            return True
        if _OPENS.search(left) is not None and (done := _ACTING.match(view, noun_end, stop)) and verb_opens().match(view, done.end(), stop):
            return True
        if HAVE.search(left) is not None and _UP_TO_STANDARD.match(view, noun_end, stop) is not None:
            return True
    if noun.get("strong") and _OPENS.search(left) is not None and _DONE_TO.match(view, noun_end, stop) is not None:
        return True
    return _COMPARED.match(view, end, stop) is not None


def made(views: Views, start: int, stop: int) -> list[Amount]:
    """Return numbers right behind a verb of making (``ban hành 02 …``, ``kết nạp 5 …``), whatever they count."""
    found = []
    for match in _made().finditer(views.canonical, start, stop):
        end = measure_to(views, match.end(), stop)
        found.append(Amount(match.start(), end, written(views, match.start("noun"), end), quantity(match["value"])))
    return [*found, *in_words(views, start, stop)]


def in_words(views: Views, start: int, stop: int) -> list[Amount]:
    """Return numbers in words that count a listed measure; sure behind a verb of making."""
    found: list[Amount] = []
    if SPELT.search(views.canonical, start, stop) is None:
        return found
    for match in _in_words().finditer(views.canonical, start, stop):
        low = max(start, match.start() - _VERB_BEFORE)
        verb = _verb_before().search(views.canonical[low : match.start()])
        if verb is None and match["scale"] is None:
            continue
        end = measure_to(views, match.end(), stop)
        value = number_in_words(match["value"]) * (quantity(f"1 {match['scale']}") if match["scale"] else 1)
        begins = match.start() if verb is None else low + verb.start()
        found.append(Amount(begins, end, written(views, match.start("noun"), end), value, sure=verb is not None))
    return found


#: A word of a number that may count.
SPELT = re.compile(
    alternatives(("hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "nghìn", "ngàn", "vạn", "triệu")) + r"\s"
)
_VERB_BEFORE = 60  # code points of a verb and the words behind it that hedge the number


@lru_cache(maxsize=1)
def _verb_before() -> re.Pattern[str]:
    """Match a verb of making at the end, with words that hedge the number behind it."""
    return re.compile(rf"(?:{verb_opens().pattern})\s+(?:{APPROX}){{0,2}}$")


@lru_cache(maxsize=1)
def _in_words() -> re.Pattern[str]:
    """Match a number in words with a listed measure: ``khai trương hai phòng khám``, ``hơn một nghìn hộ``."""
    return re.compile(
        rf"(?<!\w)(?P<value>(?!(?:một|năm)\s(?!(?:nghìn|ngàn|vạn|triệu)\s)){WORDS})"
        rf"(?:\s(?P<scale>nghìn|ngàn|vạn|triệu))?\s+(?P<noun>{lexicon('measures').alternatives})"
    )


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Match words behind which a number belongs to a name or an order: ``quận 1``."""
    return re.compile(alternatives(lexicon("figure-cues").by_id["numbered"].variants) + r"\s+$")


@lru_cache(maxsize=1)
def _yields() -> re.Pattern[str]:
    """Match the subject of an amount of money, up to the number: ``lợi nhuận hàng năm lên tới``."""
    return re.compile(alternatives(lexicon("figure-cues").by_id["yield"].variants) + r"(?:\s[^\W\d_]+){0,8}\s*$")
