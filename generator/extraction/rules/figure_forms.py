"""The forms in which results and targets are counted: done of planned, share, plain count.

``23/15 đồng chí (đạt 153% chỉ tiêu)``, ``116% kế hoạch``, ``100% chi bộ …``, ``kết nạp 108 đảng viên mới``. A plain count
is a result only behind a verb of work (or ``có`` before a strong measure), or in a row with such a one.
Source: domain/grammar.md §2, §6, §7.2-7.4; facts.md figures; lexicon ``measures``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.load import Entry, alternatives, lexicon
from generator.text.numbers import QUANTITY, number_in_digits, quantity
from generator.text.views import Views


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts. ``start``/``end`` cover its words; ``sure`` is False where only its neighbours can
    tell that it is a result; ``planned`` is True for a number called the plan's own (``chỉ tiêu là 2``).
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


_N = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
_PERCENT = r"(?:\d{1,3}(?:[.,]\d{1,2})?)\s?%"
_APPROX = r"(?:hơn|gần|trên|khoảng|ước|ước khoảng|tổng số|tổng cộng|ít nhất|tối thiểu|đến|tới|được|thêm|mới|cả)\s+"
_OF_PLAN = r"(?:so với\s+)?(?:các\s+|tổng số\s+)?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|kh(?!\w)|mục tiêu|pháp lệnh|yêu cầu kế hoạch)"

_RATIO = re.compile(rf"(?<![\w/.,-])(?P<done>{_N})\s?/\s?(?P<whole>{_N})(?![\d/%]|[.,-]\d)(?=\s+[^\W\d_])")
_OUT_OF = re.compile(rf"(?<![\w/.,-])(?P<done>{_N})\s+(?:trong số|trên tổng số|trong tổng số)\s+(?P<whole>{_N})(?=\s)")
_DATE_BEFORE = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|tháng|đợt|hôm|dịp|lễ|khánh|và|bậc|tỷ số|số|[(])\s?\(?$")
_RATIO_STOP = re.compile(r"\s+(?:giờ|ngày|tháng|năm|tuổi|đến|tổ chức|và|tại|của|là|do|cho|để|với|đã|tới|theo|được)(?!\w)")
_SHARE = re.compile(rf"(?<![\w/.,-])(?P<percent>{_PERCENT})(?!\s?-\s?\d)")
_PLAN_NEXT = re.compile(rf"\s+{_OF_PLAN}")
_LINK = re.compile(
    rf"(?:\s?[(,]\s?|\s?-\s|\s)(?:(?<=[(])|(?:nhưng\s+)?(?=(?:bằng|đạt|chiếm|tương|vượt|tỷ lệ)\s))(?:(?:bằng|đạt|chiếm|tương đương"
    rf"|tương ứng|vượt)\s+)?"
    rf"(?:tỷ lệ\s+)?(?:chỉ\s+)?(?:(?:là|đạt|chiếm|bằng)\s+)?(?:{_APPROX})?(?P<percent>{_PERCENT})"
)
#: Words between what was counted and its share in brackets: 3/2 chi bộ trong doanh nghiệp (đạt 150%).
_ASIDE = re.compile(r"(?:\s+[^\W\d_]+){1,8}\s?(?=\((?:đạt|bằng|chiếm|tỷ lệ|\d))")
_COUNT_IN_BRACKETS = re.compile(rf"\s?\(\s?(?:{_APPROX})?(?P<value>{_N})(?=\s)")
#: What must stand before a share that nothing else makes a result.
_REACHED = re.compile(
    rf"(?:đạt(?:\s+(?:tỷ lệ|mức|được))?|tỷ lệ(?:\s[^\W\d_]+){{0,8}}?\s(?:là|đạt|còn|lên)|là|đến|còn|tăng(?: trưởng| thêm)?"
    rf"|giảm(?: còn)?|vượt|hoàn thành|lên|phấn đấu|bảo đảm|đảm bảo|có|ít nhất|gồm|với)\s+(?:{_APPROX}){{0,2}}$"
)
_CHANGE = re.compile(rf"(?:tăng(?: trưởng| thêm)?|giảm|vượt)\s+(?:{_APPROX})?$")
_SINCE = re.compile(r"\s+(?:so với|số|kế hoạch|chỉ tiêu|mỗi năm|hàng năm)(?!\w)")

_VERBS = (
    r"kết nạp|phát triển (?:mới|được|thêm)|thực hiện|triển khai|phát huy|đề xuất|áp dụng|(?<!ban )tổ chức(?! (?:đảng|đoàn|hội"
    r"|công đoàn|cơ sở|chính trị|sẽ)(?!\w))"
    r"|mở|xây dựng|xây|sửa chữa|phụng dưỡng|thành lập|ban hành|công bố|duy trì|tuyên truyền|phổ biến|vận động|quyên góp|ủng hộ"
    r"|hỗ trợ|giúp đỡ|giúp"
    r"|(?<!cây )trồng|hiến|khám|cấp phát|tạo việc làm|giải quyết|tiếp nhận|xử lý|kiểm tra|giám sát|đào tạo|bồi dưỡng|tập huấn"
    r"|sản xuất|đón|phục vụ"
    r"|(?<!truyền )(?<!diễn )đạt|hoàn thành|huy động|cải tạo|lắp đặt|khởi công|khánh thành|biểu diễn|phát hành|xuất bản|biên soạn"
    r"|nghiên cứu|chuyển giao"
    r"|khám phá|điều tra|thu được|thu ngân sách|nộp|giảm|tiết kiệm|làm lợi|đóng góp|trợ cấp|giới thiệu|cử|chuyển|nâng cấp|nạo vét"
    r"|bê tông hóa|ứng dụng"
    r"|nhân rộng|ra mắt|thu thập|rà soát|đỡ đầu|chăm lo|tư vấn|dạy nghề|thu hút|quán triệt|củng cố|cứu(?: sống)?|nghiệm thu|bàn giao"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)(?P<gap>(?:(?! (?:giữa|với|từ|thuộc|tại|ở|như|nhằm|để|mà) )[^\d;:.!?,()\"]){{0,75}})$")
#: With these verbs only the measure itself may stand behind the verb, not an object of its own.
_NEAR = 26
_FOR = re.compile(rf"(?:cho|được|của|đến)\s+(?:{_APPROX})?$")
_HAVE = re.compile(rf"(?<!\w)(?:có|gồm|gồm có|còn có|phát hiện|ghi nhận)\s+(?:{_APPROX}){{0,2}}$")
_PLANNED = re.compile(
    rf"(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm \d{{4}}|cả nhiệm kỳ|được giao|doanh thu|lợi nhuận|lợi nhuận trước thuế"
    rf"|kết nạp)){{0,2}}\s+(?:là\s+)?(?:{_APPROX})?$"
)
_DONE_FIRST = re.compile(r"(?<!\w)đã\s+(?:tổ chức(?: thành công)?|hoàn thành)(?!\w)")


_JOINT = rf"\s?(?:,|;|\svà|\scùng|\svới|\sgồm(?: có)?|\strong đó(?: có)?)\s+(?:{_APPROX})?"
_ROW = re.compile(r"(?:\s+[^\W\d_]+){0,9}" + _JOINT)
_ROW_OF_STRONG = re.compile(r"(?:,?\s+[^\W\d_]+){0,9}" + _JOINT)
_UP_TO_STANDARD = re.compile(r"[^,;.:]{0,30}\sđạt (?:tiêu )?chuẩn(?!\w)")


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{QUANTITY})\s+(?P<noun>{lexicon('measures').alternatives})")


_MADE = ("ban hành", "kết nạp", "thành lập", "phụng dưỡng", "phát huy", "biên soạn", "khánh thành", "ra mắt", "sửa chữa")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    return re.compile(
        rf"{alternatives(_MADE, space=' ')}\s+(?:mới\s+)?(?:{_APPROX}){{0,2}}"
        rf"(?P<value>{QUANTITY})\s+(?!(?:năm|tháng|ngày|tuổi|giờ|phút|lần|tuần|quý|phần|đến|và|trong)(?!\w))(?P<noun>[^\W\d_]{{2,12}})"
    )


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:các|số|tổng số|toàn bộ)\s+)?(?P<noun>{lexicon('measures').alternatives})")


def entry_of(noun: str) -> Entry:
    """The lexicon's entry for a measure's words (canonical view)."""
    return lexicon("measures").entry_of(noun)


def percent_of(words: str) -> int | float:
    """``98,45%`` is 98.45."""
    return number_in_digits(words.rstrip(" %"))


#: More words of a measure; none that opens something else.
_MORE_WORDS = re.compile(
    r"(?:\s+(?!(?:và|với|cùng|gồm|đạt|được|đã|bằng|làm|là|có|trong|tại|của|cho|để|so|từ|do|như|nhằm|trên|ở|năm|trước|sau|nhưng"
    r"|vào|đến|theo|thuộc|tham|đang|mà)(?!\w))[^\W\d_]+){1,5}"
)


def measure_to(views: Views, noun_end: int, stop: int) -> int:
    """The end of the words counted that begin with a noun: up to six more words, none that opens something else."""
    match = _MORE_WORDS.match(views.canonical, noun_end, stop)
    return match.end() if match else noun_end


def _written(views: Views, start: int, end: int) -> str:
    return " ".join(views.text[start:end].split())


def ratios(views: Views, start: int, stop: int) -> list[Amount]:
    """``23/15 đồng chí (đạt 153%)``, ``31 trong số 66 trường học``."""
    view = views.canonical
    found: list[Amount] = []
    if view.find("/", start, stop) < 0 and view.find("tổng số", start, stop) < 0 and view.find("trong số", start, stop) < 0:
        return found
    for pattern in (_RATIO, _OUT_OF):
        for match in pattern.finditer(view, start, stop):
            noun = _noun().match(view, match.end(), stop)
            if noun is None or noun["noun"].startswith(("huy chương", "hcv")) or _RATIO_STOP.match(view, match.end(), stop):
                continue
            if pattern is _RATIO and _DATE_BEFORE.search(view, max(start, match.start() - 8), match.start()):
                continue
            end = measure_to(views, noun.end(), stop)
            percent, last = _linked(views, end, noun.end(), stop)
            measure = _written(views, noun.start("noun"), end)
            done, whole = number_in_digits(match["done"]), number_in_digits(match["whole"])
            found.append(Amount(match.start(), max(end, last), measure, done, whole, percent))
    return found


def _linked(views: Views, end: int, noun_end: int, stop: int) -> tuple[int | float | None, int]:
    """The share told right behind an amount, and where its words end."""
    for at in (end, noun_end):
        aside = _ASIDE.match(views.canonical, at, min(stop, at + 60))
        link = _LINK.match(views.canonical, aside.end() if aside else at, min(stop, at + 110))
        if link is not None and not re.search(r"tăng|giảm", link.group()):
            return percent_of(link["percent"]), _after_plan(views, link.end(), stop)
    return None, 0


def _after_plan(views: Views, at: int, stop: int) -> int:
    plan = _PLAN_NEXT.match(views.canonical, at, stop)
    end = plan.end() if plan else at
    bracket = re.compile(r"[^;:.()\d]{0,40}\)").match(views.canonical, end, stop)
    return bracket.end() if bracket and views.canonical.count("(", max(0, at - 60), at) else end


def shares(views: Views, start: int, stop: int) -> list[Amount]:
    """``116% kế hoạch``, ``100% chi bộ triển khai``, ``tỷ lệ … đạt trên 97%``, ``9,03% (227 đảng viên)``."""
    view = views.canonical
    found: list[Amount] = []
    if view.find("%", start, stop) < 0:
        return found
    for match in _SHARE.finditer(view, start, stop):
        left = view[max(start, match.start() - 70) : match.start()]
        percent = percent_of(match["percent"])
        noun = _noun().match(view, match.end(), stop)
        begin = _phrase_start(view, start, match.start())
        if inside := _COUNT_IN_BRACKETS.match(view, match.end(), stop):
            counted = _noun().match(view, inside.end(), stop)
            if counted is not None:
                measure = _written(views, counted.start("noun"), counted.end())
                found.append(Amount(begin, counted.end() + 1, measure, number_in_digits(inside["value"]), None, percent))
                continue
        if plan := _PLAN_NEXT.match(view, match.end(), stop):
            found.append(Amount(begin, plan.end(), _written(views, begin, match.start()) or "kế hoạch", None, None, percent))
        elif _CHANGE.search(left):
            if _SINCE.match(view, match.end(), stop) or "tỷ lệ" in left or "trưởng" in left:
                found.append(Amount(begin, match.end(), _written(views, begin, match.start()), None, None, percent))
        elif noun is not None:
            end = _clause_end(view, noun.end(), stop)
            found.append(Amount(match.start(), end, _written(views, noun.start("noun"), end), None, None, percent))
        elif _REACHED.search(left):
            found.append(Amount(begin, match.end(), _written(views, begin, match.start()), None, None, percent))
        elif (
            reach := re.compile(r"\s+(?:đạt|được|có|tham gia|hoàn thành|thực hiện)\s[^;:.,]{2,40}").match(view, match.end(), stop)
        ) and found:
            found.append(Amount(match.start(), reach.end(), _written(views, match.end(), reach.end()), None, None, percent))
    return found


def _phrase_start(view: str, start: int, at: int) -> int:
    """Where the phrase before ``at`` begins: behind the last comma, colon or bracket, at most 90 characters back."""
    left = max(start, at - 90)
    cut = max(view.rfind(mark, left, at) for mark in (",", ";", ":", "(", ".", "\n", '"'))
    begin = cut + 1 if cut >= 0 else (left if left == start else view.find(" ", left, at) + 1)
    while begin < at and view[begin].isspace():
        begin += 1
    return min(at, begin)


def _clause_end(view: str, at: int, stop: int) -> int:
    end = min(stop, at + 110)
    mark = re.compile(r"[;:.\n(]|,\s+(?=\d|trong đó|gần|trên|hơn)").search(view, at, end)
    if mark is not None:
        end = mark.start()
    elif end < stop:
        end = max(view.rfind(" ", at, end), at)
    return end


def counts(views: Views, start: int, stop: int) -> list[Amount]:
    """``kết nạp 108 đảng viên mới``, ``có 225 công trình … và 186 sáng kiến``, ``12 chi bộ … đã tổ chức … đại hội``."""
    view, found = views.canonical, []
    last: Amount | None = None
    for match in _count().finditer(view, start, stop):
        noun = entry_of(match["noun"])
        left = view[max(start, match.start() - 110) : match.start()]
        end = measure_to(views, match.end(), stop)
        percent, linked = _linked(views, end, match.end(), stop)
        verb = _VERB.search(left)
        direct = verb is not None and (len(verb["gap"]) <= _NEAR or not noun.get("people") or _FOR.search(verb["gap"]) is not None)
        planned = _PLANNED.search(left) is not None
        row = last is not None and match.start() - last.end < 60 and _in_row(view, last, match.start(), bool(noun.get("strong")))
        sure = (
            direct
            or percent is not None
            or planned
            or (bool(noun.get("strong")) and _HAVE.search(left) is not None)
            or (bool(noun.get("body")) and _DONE_FIRST.search(view, end, min(stop, end + 420)) is not None)
            or (bool(noun.get("body")) and _HAVE.search(left) is not None and _UP_TO_STANDARD.match(view, match.end(), stop) is not None)
            or bool(row)
        )
        begin = match.start() if verb is None else match.start() - len(verb.group())
        measure, unit = _written(views, match.start("noun"), end), None
        if noun.id == "tien":
            end, unit = match.end(), match["noun"] if match["noun"] not in {"đ", "đồng tiền mặt"} else "đồng"
            begin = _phrase_start(view, start, match.start()) if verb is None else begin
            measure = _written(views, begin, match.start()) or measure
        amount = Amount(begin, max(end, linked), measure, quantity(match["value"]), None, percent, unit, sure, planned)
        found.append(amount)
        last = amount if sure else None
    return found


def made(views: Views, start: int, stop: int) -> list[Amount]:
    """Numbers right behind a verb that makes things (``ban hành 02 …``, ``kết nạp 5 …``), whatever they count."""
    found = []
    for match in _made().finditer(views.canonical, start, stop):
        end = measure_to(views, match.end(), stop)
        measure = _written(views, match.start("noun"), end)
        found.append(Amount(match.start(), end, measure, quantity(match["value"])))
    return found


def _in_row(view: str, last: Amount, at: int, strong: bool) -> bool:
    """Whether only words of the last measure and a comma or ``và`` stand between the last amount and ``at``.

    Before a strong measure the words may hold commas of their own (``9 công trình, đề tài; 12 sáng kiến``).
    """
    between = view[last.end : at]
    return (_ROW_OF_STRONG if strong else _ROW).fullmatch(between) is not None
