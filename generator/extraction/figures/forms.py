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


DIGITS_OF_COUNT = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
PERCENT = r"(?:\d{1,3}(?:[.,]\d{1,2})?)\s?%"
APPROX = r"(?:hơn|gần|trên|dưới|khoảng|ước|ước khoảng|tổng số|tổng cộng|ít nhất|tối thiểu|đến|tới|được|thêm|mới|cả)\s+"
_OF_PLAN = r"(?:so với\s+)?(?:các\s+|tổng số\s+)?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|kh(?!\w)|mục tiêu|pháp lệnh|yêu cầu kế hoạch)"

_RATIO = re.compile(rf"(?<![\w/.,-])(?P<done>{DIGITS_OF_COUNT})\s?/\s?(?P<whole>{DIGITS_OF_COUNT})(?![\d/%]|[.,-]\d)(?=\s+[^\W\d_])")
_OUT_OF = re.compile(
    rf"(?<![\w/.,-])(?P<done>{DIGITS_OF_COUNT})\s+(?:trong số|trên tổng số|trong tổng số)\s+(?P<whole>{DIGITS_OF_COUNT})(?=\s)"
)
_DATE_BEFORE = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|tháng|đợt|hôm|dịp|lễ|khánh|và|bậc|tỷ số|số|[(])\s?\(?$")
_RATIO_STOP = re.compile(
    r"\s+(?:giờ|ngày|tháng|năm|tuổi|đến|tổ chức(?! (?:đảng|cơ sở|hội|đoàn|công đoàn))|và|tại|của|là|do|cho|để|với|đã|tới|theo|được)(?!\w)"
)
PLAN_NEXT = re.compile(rf"\s+{_OF_PLAN}")
_LINK = re.compile(
    rf"(?:\s?[(,]\s?|\s?-\s|\s)(?:(?<=[(])|(?:nhưng\s+)?(?=(?:bằng|đạt|chiếm|tương|vượt|tỷ lệ)\s))(?:(?:bằng|đạt|chiếm|tương đương"
    rf"|tương ứng|vượt)\s+)?"
    rf"(?:tỷ lệ\s+)?(?:chỉ\s+)?(?:(?:là|đạt|chiếm|bằng)\s+)?(?:{APPROX})?(?P<percent>{PERCENT})"
)
#: Words between what was counted and its share in brackets: 3/2 chi bộ trong doanh nghiệp (đạt 150%).
_ASIDE = re.compile(r"(?:\s+[^\W\d_]+){1,8}\s?(?=\((?:đạt|bằng|chiếm|tỷ lệ|\d))")
_VERBS = (
    r"kết nạp|phát triển (?:mới|được|thêm)|thực hiện|triển khai|phát huy|đề xuất|áp dụng|(?<!ban )tổ chức(?! (?:đảng|đoàn|hội"
    r"|công đoàn|cơ sở|chính trị|sẽ)(?!\w))"
    r"|mở|xây dựng|xây|sửa chữa|phụng dưỡng|thành lập|ban hành|công bố|duy trì|tuyên truyền|phổ biến|vận động|quyên góp|ủng hộ"
    r"|hỗ trợ|giúp đỡ|giúp"
    r"|(?<!cây )trồng|hiến|khám|cấp phát|tạo việc làm|giải quyết|tiếp nhận|xử lý|(?<!ban )kiểm tra|giám sát|đào tạo|bồi dưỡng|tập huấn"
    r"|sản xuất|đón|phục vụ"
    r"|(?<!truyền )(?<!diễn )đạt|hoàn thành|huy động|cải tạo|lắp đặt|khởi công|khánh thành|biểu diễn|phát hành|xuất bản|biên soạn"
    r"|nghiên cứu|chuyển giao"
    r"|khám phá|điều tra|thu được|thu ngân sách|nộp|giảm|tiết kiệm|làm lợi|đóng góp|trợ cấp|giới thiệu|cử|chuyển|nâng cấp|nạo vét"
    r"|bê tông hóa|ứng dụng"
    r"|nhân rộng|ra mắt|thu thập|rà soát|đỡ đầu|chăm lo|tư vấn|dạy nghề|thu hút|quán triệt|củng cố|cứu(?: sống)?|nghiệm thu|bàn giao"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)(?P<gap>(?:(?! (?:giữa|với|từ|thuộc|tại|ở|như|nhằm|để|mà) )[^\d;:.!?,()\"]){{0,75}})$")
#: A listed verb of work right before a number.
KNOWN_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})\s*$")
VERB_OPENS = re.compile(rf"(?:{_VERBS})(?!\w)")
#: With these verbs only the measure itself may stand behind the verb, not an object of its own.
_NEAR = 26
_FOR = re.compile(rf"(?:cho|được|của|đến)\s+(?:{APPROX})?$")
_HAVE = re.compile(rf"(?<!\w)(?:có|gồm|gồm có|còn có|phát hiện|ghi nhận)\s+(?:{APPROX}){{0,2}}$")
_PLANNED = re.compile(
    rf"(?:kế hoạch|chỉ tiêu)(?:\s+(?:năm \d{{4}}|cả nhiệm kỳ|được giao|doanh thu|lợi nhuận|lợi nhuận trước thuế"
    rf"|kết nạp)){{0,2}}\s+(?:là\s+)?(?:{APPROX})?$"
)
_DONE_FIRST = re.compile(r"(?<!\w)đã\s+(?:tổ chức(?: thành công)?|hoàn thành)(?!\w)")


_JOINT = rf"\s?(?:,|;|\svà|\scùng|\svới|\sgồm(?: có)?|\strong đó(?: có)?)\s+(?:{APPROX})?"
_ROW = re.compile(r"(?:\s+[^\W\d_]+){0,9}" + _JOINT)
_ROW_OF_STRONG = re.compile(r"(?:,?\s+[^\W\d_]+){0,9}" + _JOINT)
_UP_TO_STANDARD = re.compile(r"[^,;.:]{0,30}\sđạt (?:tiêu )?chuẩn(?!\w)")


ANY_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]{2,12})(?!\w)")
_LAST_MONTH = 12  # a whole that is larger makes no date


@lru_cache(maxsize=1)
def not_counted() -> re.Pattern[str]:
    """What stands behind a number without being counted: units of time, ages, persons of a lawsuit, function words."""
    by_id = lexicon("count-slots").by_id
    return re.compile(alternatives([*by_id["no-noun"].variants, *by_id["neither"].variants, *by_id["aspect"].variants]))


@lru_cache(maxsize=1)
def _other_verb() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("count-slots").by_id["other-verb"].variants) + r"\s*$")


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{QUANTITY})\s+(?P<noun>{lexicon('measures').alternatives})")


_MADE = ("ban hành", "kết nạp", "thành lập", "phụng dưỡng", "phát huy", "biên soạn", "khánh thành", "ra mắt", "sửa chữa")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    return re.compile(
        rf"{alternatives(_MADE, space=' ')}\s+(?:mới\s+)?(?:{APPROX}){{0,2}}"
        rf"(?P<value>{QUANTITY})\s+(?!(?:năm|tháng|ngày|tuổi|giờ|phút|lần|tuần|quý|phần|đến|và|trong)(?!\w))(?P<noun>[^\W\d_]{{2,12}})"
    )


@lru_cache(maxsize=1)
def noun_behind() -> re.Pattern[str]:
    """Match a listed measure right behind a number."""
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


GIVES = ("trao", "tặng", "trao tặng")
_GIFT = re.compile(r"(?:suất|phần quà|học bổng|căn nhà|ngôi nhà|nhà|mái ấm|sổ tiết kiệm|thẻ bhyt|xe đạp|xe lăn|tấn|máy)(?!\w)")


def is_gift(measure: str) -> bool:
    """Return whether what is given is a thing for people in need, which is counted as a result and is no award."""
    return _GIFT.match(measure.casefold()) is not None


def measure_to(views: Views, noun_end: int, stop: int) -> int:
    """The end of the words counted that begin with a noun: up to six more words, none that opens something else."""
    match = _MORE_WORDS.match(views.canonical, noun_end, stop)
    return match.end() if match else noun_end


def written(views: Views, start: int, end: int) -> str:
    """Return the article's own words from ``start`` to ``end``, single-spaced."""
    return " ".join(views.text[start:end].split())


def ratios(views: Views, start: int, stop: int) -> list[Amount]:
    """``23/15 đồng chí (đạt 153%)``, ``31 trong số 66 trường học``."""
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
            percent, last = _linked(views, end, noun.end(), stop)
            measure = written(views, noun.start("noun"), end)
            done, whole = number_in_digits(match["done"]), number_in_digits(match["whole"])
            found.append(Amount(match.start(), max(end, last), measure, done, whole, percent))
    return found


def _any_noun(views: Views, ratio: re.Match[str], stop: int) -> re.Match[str] | None:
    """The word behind a ratio that no date and no fraction can be (``27/30 cấp ủy``): any noun is counted so."""
    view = views.canonical
    noun = ANY_NOUN.match(view, ratio.end(), stop)
    if noun is None or not_counted().match(view, noun.start("noun")) or views.text[noun.start("noun")].isupper():
        return None
    have = _HAVE.search(view[max(0, ratio.start() - 20) : ratio.start()]) is not None
    return noun if have or number_in_digits(ratio["whole"]) > _LAST_MONTH else None


def _linked(views: Views, end: int, noun_end: int, stop: int) -> tuple[int | float | None, int]:
    """The share told right behind an amount, and where its words end."""
    for at in (end, noun_end):
        aside = _ASIDE.match(views.canonical, at, min(stop, at + 60))
        link = _LINK.match(views.canonical, aside.end() if aside else at, min(stop, at + 110))
        if link is not None and not re.search(r"tăng|giảm", link.group()):
            return percent_of(link["percent"]), _after_plan(views, link.end(), stop)
    return None, 0


def _after_plan(views: Views, at: int, stop: int) -> int:
    plan = PLAN_NEXT.match(views.canonical, at, stop)
    end = plan.end() if plan else at
    bracket = re.compile(r"[^;:.()\d]{0,40}\)").match(views.canonical, end, stop)
    return bracket.end() if bracket and views.canonical.count("(", max(0, at - 60), at) else end


_PHRASE_ENDS = re.compile(r"[;:(\n\"]|[,.](?!\d)")


def phrase_start(view: str, start: int, at: int) -> int:
    """Where the phrase before ``at`` begins: behind the last comma, colon or bracket, at most 90 characters back."""
    left = max(start, at - 90)
    cut = max((mark.end() for mark in _PHRASE_ENDS.finditer(view, left, at)), default=-1)
    begin = cut if cut >= 0 else (left if left == start else view.find(" ", left, at) + 1)
    while begin < at and view[begin].isspace():
        begin += 1
    return min(at, begin)


def counts(views: Views, start: int, stop: int) -> list[Amount]:
    """``kết nạp 108 đảng viên mới``, ``có 225 công trình … và 186 sáng kiến``, ``12 chi bộ … đã tổ chức … đại hội``."""
    view, found = views.canonical, []
    last: Amount | None = None
    for match in _count().finditer(view, start, stop):
        noun = entry_of(match["noun"])
        left = view[max(start, match.start() - 110) : match.start()]
        end = measure_to(views, match.end(), stop)
        percent, linked = _linked(views, end, match.end(), stop)
        verb = _nearest_verb(left)
        direct = verb is not None and (len(verb["gap"]) <= _NEAR or not noun.get("people") or _FOR.search(verb["gap"]) is not None)
        planned = _PLANNED.search(left) is not None
        row = last is not None and match.start() - last.end < 60 and in_row(view, last, match.start(), bool(noun.get("strong")))
        sure = (
            direct
            or percent is not None
            or planned
            or (bool(noun.get("strong")) and _HAVE.search(left) is not None)
            or (bool(noun.get("body")) and _DONE_FIRST.search(view, end, min(stop, end + 420)) is not None)
            or (bool(noun.get("body")) and _HAVE.search(left) is not None and _UP_TO_STANDARD.match(view, match.end(), stop) is not None)
            or bool(row)
        )
        begin = match.start() if verb is None else match.start() - len(left) + _first_verb(left)
        measure, unit = written(views, match.start("noun"), end), None
        if noun.id == "tien":
            end, unit = match.end(), match["noun"] if match["noun"] not in {"đ", "đồng tiền mặt"} else "đồng"
            begin = phrase_start(view, start, match.start()) if verb is None else begin
            measure = written(views, begin, match.start()) or measure
        amount = Amount(begin, max(end, linked), measure, quantity(match["value"]), None, percent, unit, sure, planned)
        found.append(amount)
        last = amount if sure else None
    return found


def _nearest_verb(left: str) -> re.Match[str] | None:
    """The verb of work next to the number, none where another verb has come between."""
    verb = _VERB.search(left)
    while verb is not None and (nearer := _VERB.search(left, verb.start("gap"))) is not None:
        verb = nearer
    return None if verb is None or _other_verb().search(verb["gap"]) else verb


def _first_verb(left: str) -> int:
    """Where the row of verbs before a number begins: ``vận động xây dựng 42 mô hình``."""
    verb = _VERB.search(left)
    return len(left) if verb is None else verb.start()


def made(views: Views, start: int, stop: int) -> list[Amount]:
    """Numbers right behind a verb that makes things (``ban hành 02 …``, ``kết nạp 5 …``), whatever they count."""
    found = []
    for match in _made().finditer(views.canonical, start, stop):
        end = measure_to(views, match.end(), stop)
        measure = written(views, match.start("noun"), end)
        found.append(Amount(match.start(), end, measure, quantity(match["value"])))
    return found


def in_row(view: str, last: Amount, at: int, strong: bool) -> bool:
    """Whether only words of the last measure and a comma or ``và`` stand between the last amount and ``at``.

    Before a strong measure the words may hold commas of their own (``9 công trình, đề tài; 12 sáng kiến``).
    """
    between = view[last.end : at]
    return (_ROW_OF_STRONG if strong else _ROW).fullmatch(between) is not None
