"""What takes an amount away from the figures: an award, a rating, attendance or study around it, a starting value, a limit.

Sources: architecture/facts.md, figures; architecture/grammar.md §7; lexicon ``figure-cues``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.figures.forms import APPROX, Amount, counts_people, is_gift, words_of
from generator.extraction.figures.scope import Scoped
from generator.extraction.figures.verbs import verb_opens
from generator.lexicon.load import alternatives
from generator.model.span import Span
from generator.text.numbers import number_in_digits
from generator.text.views import Views

_RATING = re.compile(
    r"hoàn thành (?:xuất sắc |tốt )(?:chức trách,? )?nhiệm vụ|(?<!và )(?<!để )(?<!phần )hoàn thành nhiệm vụ|trong sạch,? vững mạnh"
    r"|tsvm|trong sạch|xếp loại (?!(?:học lực|văn hóa|hạnh kiểm|chất lượng[,;.:]|giỏi|khá|cấp|[abc])(?!\w))"
    r"|yếu kém|đủ tư cách|htxsnv|htxs|httnv"
)
_AWARD_BEFORE = re.compile(
    r"(?<!\w)(?:(?<!hỏi, )(?<!thăm, )(?<!hỏi và )tặng(?: thưởng)?"
    r"|trao(?! quyết định kết nạp)|khen|khen thưởng|tuyên dương|biểu dương|tôn vinh|vinh danh"
    r"|phong tặng|truy tặng|(?<!sáng kiến được )(?<!đề tài được )(?<!giải pháp được )công nhận(?! (?:chính thức|lưu hành|cấp))"
    r"|(?<!chiếm )(?<!tước )đoạt|giành|nhận (?:bằng|giấy|huân|cờ|huy)"
    r"|(?<!hòa )giải(?! (?:quyết|phóng|ngân|pháp|tỏa|trình|đáp|thể|cứu|phẫu|mã|thích)))(?!\w)[^;.]{0,160}$"
)
_AWARD_NEAR = re.compile(
    r"bằng khen|giấy khen|huân chương|huy hiệu|kỷ niệm chương|cờ thi đua|chiến s[iĩỹ] thi đua|lao động tiên tiến|lao động xuất sắc"
    r"|lao động giỏi|danh hiệu|được (?:tặng|khen|tuyên dương|biểu dương|tôn vinh|vinh danh|trao)|(?<!mô hình, )điển hình|tiêu biểu"
    r"|gương mặt|thợ giỏi|giải (?:nhất|nhì|ba|khuyến khích|thưởng|a|b|c)(?!\w)|năm tuổi đảng"
)
_AWARD_FORM = re.compile(r"huy hiệu|huân chương|bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|(?<!\w)thưởng(?!\w)")
#: The beginning of another clause behind an amount, which is not about the amount.
_OTHER_CLAUSE = re.compile(
    rf":|,\s+(?:trong đó|qua đó|từ đó|có|với|gồm|giảm|tăng|vượt|thu hút)(?!\w)|\svà\s(?:đã\s)?(?:có\s)?(?:{APPROX})?\d"
)


@lru_cache(maxsize=4)
def _any(group: str) -> re.Pattern[str]:
    """Match the words of a group of lexicon ``figure-cues``."""
    return re.compile(alternatives(words_of(group)))


@lru_cache(maxsize=1)
def _gives() -> re.Pattern[str]:
    """Match a verb of giving right before a number."""
    return re.compile(rf"{alternatives(words_of('gives'))}\s+(?:{APPROX})?$")


_IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
#: A verb of work behind a comma: an award before it belongs to another clause.
_ACTS_ANEW = re.compile(r"[,;]\s+(?:(?:và|đồng thời|đã|cũng),?\s+)*(?P<lead>[^,;]{2,60})$")
#: The merit of an award, up to the number: a verb and few words.
_MERIT = re.compile(r"(?<!\w)(?:trong việc|về việc|(?:vì|do|nhờ) đã)\s+(?:đã\s+)?(?P<lead>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s*$")
#: The starting value of a change, which is not a result: giảm từ 1,6% xuống 1,4%.
_FROM = re.compile(r"(?<!\w)(?:tăng|giảm|nâng|hạ|rút)(?:\s[^\W\d_]+){0,4}\stừ\s+(?:hơn |gần |trên )?$")
#: What is allowed at most, not reached.
_CAP = re.compile(r"(?<!\w)không quá\s$")
_TO = re.compile(r"[^;:.]{0,60}?(?<!trở )(?<!\w)(?:xuống|lên|còn|đến|tới)(?!\w)")
_SEEN_MERIT = 80  # characters searched for a merit and its verb
_SEEN = 300  # characters searched on either side of an amount; the longest clause in the development articles has 280
#: Another amount behind a comma, whose words are its own: kết nạp 20 đảng viên, 90% chi bộ hoàn thành tốt nhiệm vụ.
_NEXT_AMOUNT = re.compile(r",\s+(?:và\s+)?(?:(?:trên|hơn|gần|từ|ít nhất|tối thiểu|có)\s+){0,2}(?=\d)")
_SEMICOLON = re.compile(r"[;.]")
_NUMBER = re.compile(r"\d[\d.,/]*")


def number_span(views: Views, amount: Amount) -> Span:
    """Return the span of an amount's digits (those of its value, else the first), which must not overlap with other facts."""
    matches = list(_NUMBER.finditer(views.canonical, amount.start, amount.end))
    value = amount.percent if amount.value is None else amount.value
    own = next((match for match in matches if _is_number(match.group(), value)), matches[0] if matches else None)
    return Span(amount.start, amount.end) if own is None else Span(*own.span())


def _is_number(digits: str, value: float | None) -> bool:
    try:
        return number_in_digits(digits.rstrip(".,/")) == value
    except ValueError:
        return False  # two numbers with a slash between


def is_figure(views: Views, scope: Scoped, amount: Amount, form: str) -> bool:
    """Return whether nothing around the amount makes it an award, a rating, an attendance or a study course."""
    view = views.canonical
    start = max(scope.sentence.start, amount.start - _SEEN)
    end = min(scope.sentence.end, amount.end + _SEEN)
    marks = [mark.start() for mark in _SEMICOLON.finditer(view, start, end) if not view[mark.start() - 1].isdigit()]
    left = max([mark for mark in marks if mark < amount.start], default=start)
    right = min([mark for mark in marks if mark >= amount.end], default=end)
    before, inside, after = view[left : amount.start], view[amount.start : amount.end], view[amount.end : right]
    target = scope.target_from is not None and amount.start >= scope.target_from
    after = _OTHER_CLAUSE.split(_IN_BRACKETS.sub("", after))[0]
    after = _NEXT_AMOUNT.split(after)[0] if form == "count" else after
    near = inside + after[:90]
    number = number_span(views, amount)
    head = view[amount.start : number.start]
    if _CAP.search(view[left : number.start]):
        return False
    if _FROM.search(view[left : number.start]) and _TO.match(view, number.end, right):
        return False
    if form == "share":
        plan = re.search(r"%\s+(?:so với\s+)?(?:các\s+)?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|nội dung)", inside) is not None
        if not plan and (_RATING.search(inside) or _RATING.search(before[-110:]) or _RATING.search(_own(inside, near))):
            return False
        if not plan and re.match(r"[^,;]{0,60}trở lên", after) and not target:
            return False
        if _any("study").search(inside):
            return False
        return target or _AWARD_BEFORE.search(before) is None or _acts_anew(before, head)
    if _RATING.search(near if form == "count" else inside + after[:40]):
        return False
    if form == "count" and (
        (
            _AWARD_BEFORE.search(before)
            and not _is_aimed_gift(target, before, amount)
            and not _acts_anew(before, head)
            and not (_gives().search(before) and is_gift(amount.measure))
        )
        or (_AWARD_FORM.search(before[-80:]) and not _acts_anew(before, head))
        or any(not _is_of_the_counted(match.group(), amount, target=target) for match in _AWARD_NEAR.finditer(near))
        or _attended(near[:70], amount)
    ):
        return False
    return form == "ratio" or _any("study").search(near) is None


def _is_aimed_gift(target: bool, before: str, amount: Amount) -> bool:
    """Return whether a verb of giving before a count states what is to be given: ``sẽ trao ít nhất 4 mái ấm``."""
    return target and not counts_people(amount.measure) and _AWARD_FORM.search(before[-80:]) is None


#: Words that praise persons, and only describe things: 5.730 mô hình, điển hình.
_DESCRIBING = frozenset({"điển hình", "tiêu biểu"})


def _is_of_the_counted(words: str, amount: Amount, *, target: bool) -> bool:
    """Return whether words near an amount that may belong to an award only describe what is counted."""
    return (target and words == "danh hiệu") or (words in _DESCRIBING and not counts_people(amount.measure) and "mô hình" in amount.measure)


def _attended(near: str, amount: Amount) -> bool:
    """Return whether the counted only attend; works entered in a contest (``bài dự thi``) do not."""
    attend = _any("attend").search(near)
    return attend is not None and (attend.group() != "dự thi" or counts_people(amount.measure))


def _acts_anew(before: str, head: str) -> bool:
    """Return whether a verb of work opens the amount's own clause, behind a comma or as the merit of an award (``trong việc phá 2 vụ``).

    ``head`` is the part of the amount before its number, usually its verb.
    """
    clause = _ACTS_ANEW.search(f"{before}{head}")
    if clause is not None and verb_opens().match(clause["lead"]) is not None:
        return True
    return _MERIT.search(f"{before[-_SEEN_MERIT:]}{head}") is not None


def _own(inside: str, near: str) -> str:
    """Return the words about a share: up to the next share, unless both have the same predicate (``96% chi bộ, 83% đảng viên đạt …``)."""
    if (not inside.endswith("%") and re.match(r",\s+(?:gần |trên |hơn )?\d", near[len(inside) :])) or re.search(
        r"%\s+[^,%]{0,40},\s+\d", inside
    ):
        return near
    return re.split(r",\s+(?=\D{0,40}\d)", near)[0]
