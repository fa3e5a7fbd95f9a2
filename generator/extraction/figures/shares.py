"""Shares that are figures: of a plan, of those concerned, of a state reached (``dừng ở 64%``), of a norm in brackets.

Sources: architecture/grammar.md §2, §6.14; architecture/facts.md, figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.extraction.figures.clauses import actor_acts
from generator.extraction.figures.forms import (
    ANY_NOUN,
    APPROX,
    DIGITS_OF_COUNT,
    PERCENT,
    PLAN_NEXT,
    Amount,
    not_counted,
    noun_behind,
    percent_of,
    phrase_start,
    written,
)
from generator.extraction.figures.verbs import acts
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import number_in_digits
from generator.text.views import Views

_SHARE = re.compile(rf"(?<![\w/.,-])(?P<percent>{PERCENT})(?!\s?-\s?\d)")
_COUNT_IN_BRACKETS = re.compile(rf"\s?\(\s?(?:{APPROX})?(?P<value>{DIGITS_OF_COUNT})(?=\s)")
#: The words required before a share that nothing else makes a result.
_REACHED = re.compile(
    rf"(?:đạt(?:\s+(?:tỷ lệ|mức|được))?|tỷ lệ(?:\s[^\W\d_]+){{0,8}}?\s(?:là|đạt|còn|lên)|là|đến|còn|tăng(?: trưởng| thêm)?"
    rf"|giảm(?: còn)?|vượt|hoàn thành|lên|phấn đấu|bảo đảm|đảm bảo|có|ít nhất|gồm|với)\s+(?:{APPROX}){{0,2}}$"
)
_HEDGES = re.compile(rf"(?:(?:{APPROX})|(?:từ|ở|mức|ở mức|khá|cao|thấp|tỷ lệ)\s+)+$")
#: A verb of state before a share, with at most a short complement: chiếm 71%, dừng ở 64%.
_STATE = re.compile(
    r"(?<!\w)(?:chiếm|dừng(?: lại)?|giữ(?: vững)?|duy trì|đạt|còn|xuống|nâng|tăng lên|giảm xuống|bằng|có)(?:\s[^\W\d_]+){0,1}\s*$"
)
_RATE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tốc độ|nợ xấu|độ che phủ|bình quân)(?!\w)")
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|chỉ tiêu|mục tiêu)(?!\w)")
_OF_THEM = re.compile(rf"trong đó(?: có)?\s+(?:{APPROX})?")
#: The words that make a share the plan's own, not the result.
_NORM_BEFORE = re.compile(
    rf"(?:\(\s?(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)[^;:,()%]{{0,30}}"
    rf"|(?:mức khống chế|mức cho phép|chỉ tiêu là|kế hoạch là)\s+(?:{APPROX})?)$"
)
#: A rate brought down or up by points, what it is of behind: giảm 3,2% hộ nghèo.
_POINTS = re.compile(rf"(?:^|[;,.:]|(?<!\w)(?:đã|và|được|phấn đấu|năm))\s*(?:tăng(?: thêm)?|giảm(?: được)?)\s+(?:{APPROX})?$")
_CHANGE = re.compile(rf"(?:tăng(?: trưởng| thêm)?|giảm|vượt)\s+(?:{APPROX})?$")
#: A change right behind the result that changed: 3,4 triệu lượt hành khách, tăng 8,5%.
_OF_A_RESULT = re.compile(r"(?<![\w/.,])\d[\d.,]*\s(?!%)[^\d;:.()]{3,50},\s+(?:tăng|giảm|vượt)\s+$")
_SINCE = re.compile(r"\s+(?:so với|số|kế hoạch|chỉ tiêu|mỗi năm|hàng năm)(?!\w)")


def shares(views: Views, start: int, stop: int) -> list[Amount]:
    """Return shares such as ``116% kế hoạch``, ``100% chi bộ triển khai``, ``tỷ lệ … đạt trên 97%``, ``9,03% (227 đảng viên)``."""
    view = views.canonical
    found: list[Amount] = []
    if view.find("%", start, stop) < 0:
        return found
    for match in _SHARE.finditer(view, start, stop):
        left = view[max(start, match.start() - 70) : match.start()]
        percent = percent_of(match["percent"])
        noun = noun_behind().match(view, match.end(), stop)
        begin = phrase_start(view, start, match.start())
        if inside := _COUNT_IN_BRACKETS.match(view, match.end(), stop):
            counted = noun_behind().match(view, inside.end(), stop)
            if counted is not None:
                measure = written(views, counted.start("noun"), counted.end())
                found.append(Amount(begin, counted.end() + 1, measure, number_in_digits(inside["value"]), None, percent))
                continue
        if plan := PLAN_NEXT.match(view, match.end(), stop):
            found.append(Amount(begin, plan.end(), written(views, begin, match.start()) or "kế hoạch", None, None, percent))
        elif _CHANGE.search(left):
            aimed = _AIM.search(view, start, match.start()) is not None
            stated = aimed or _SINCE.match(view, match.end(), stop) or "tỷ lệ" in left or "trưởng" in left
            stated = stated or (noun is not None and _POINTS.search(left) is not None)
            stated = stated or (_ENDS.match(view, match.end()) is not None and _OF_A_RESULT.search(left) is not None)
            if stated or _grows(view, start, begin, match.start()):
                found.append(Amount(begin, match.end(), written(views, begin, match.start()), None, None, percent))
        elif noun is not None or (noun := _done_of(views, start, match, stop) or _who_did(view, start, match, stop)) is not None:
            end = _clause_end(view, noun.end(), stop)
            found.append(Amount(match.start(), end, written(views, noun.start("noun"), end), None, None, percent))
        elif (other := _otherwise(views, start, begin, match, stop, found)) is not None:
            found.append(other)
    return found


def _otherwise(views: Views, start: int, begin: int, share: re.Match[str], stop: int, before: Sequence[Amount]) -> Amount | None:
    """Return the share that neither a plan, nor a change, nor a listed measure behind it makes a result; None if nothing does.

    ``begin`` is where its phrase begins; ``before`` are the shares of the sentence before it.
    """
    view, at, end = views.canonical, share.start(), share.end()
    percent = percent_of(share["percent"])
    if (of := _item_of(view, start, share)) is not None:
        return Amount(of, end, written(views, of, at).rstrip(" :"), None, None, percent)
    left = view[max(start, at - 70) : at]
    if _REACHED.search(left) or _is_state(view[begin:at], view[max(start, begin - 90) : begin]):
        measure = written(views, begin, at)
        if _OF_THEM.fullmatch(view, begin, at):
            measure = written(views, end, _clause_end(view, end, stop)) or measure
        return Amount(begin, end, measure, None, None, percent, planned=_NORM_BEFORE.search(left) is not None)
    if _AIM.search(view, start, at) is not None and (aim := ANY_NOUN.match(view, end, stop)) is not None:
        last = _clause_end(view, aim.end(), stop)
        return Amount(at, last, written(views, aim.start("noun"), last), None, None, percent)
    if _PREDICATED.match(view, end, stop) and _HEADS_CLAUSE.search(view[max(start, at - 40) : at]):
        last = _clause_end(view, end, stop)
        return Amount(at, last, written(views, end, last), None, None, percent)
    if before and (reach := _REACH.match(view, end, stop)) is not None:
        return Amount(at, reach.end(), written(views, end, reach.end()), None, None, percent)
    if before and (named := _NAMED.fullmatch(views.text, before[-1].end, at)) and _ENDS.match(view, end):
        return Amount(named.start("name"), end, written(views, named.start("name"), at), None, None, percent)
    return None


#: What those concerned are or did: 85,6% khá, giỏi; 100% hoàn thành chương trình lớp học.
_PREDICATED = re.compile(
    r"\s+(?:khá|giỏi|tốt(?! nghiệp)|tốt nghiệp|hoàn thành (?:chương trình|kế hoạch)|lên lớp"
    r"|trúng tuyển|đậu|đỗ|đúng hạn|đạt (?:loại|yêu cầu|chuẩn|khá|giỏi|tốt))(?!\w)"
)
_REACH = re.compile(r"\s+(?:đạt|được|có|tham gia|hoàn thành|thực hiện)\s[^;:.,]{2,40}")
#: What a share in a row of results, or an item of a list, is of: ``; công suất giường bệnh 121%``, ``- Tiêm phòng mũi 4: 76,5%``.
_OF_WHAT = re.compile(r"(?:[-+*•–]\s*)?(?P<of>[^\W\d_][\w./-]*(?:,?\s+[\w./-]+){0,9}\s?:?\s*)")
_ITEM = re.compile(r"(?:^|\n)\s*(?:[-+*•–]|\d{1,2}[.)])\s*$")
_HAS_RESULT = re.compile(r"\d[\d.,]*\s?(?:%|[^\W\d_])[^;\n]*;\s+$")
#: The next in a row of shares, each with a name: ``; Công an huyện Hoa Mai 82%``.
_NAMED = re.compile(r"[;,]\s+(?P<name>[A-ZĐ][^:;,()\d%]{2,60}\s)")
_ENDS = re.compile(r"\s*(?:[;,.)\n]|$)")
_GROWS = re.compile(
    rf"(?P<who>(?:[^\W\d_][\w./-]*\s+){{1,8}}?)(?P<aspect>(?:đã|đều|cũng)\s+)?(?:tăng|giảm)(?: trưởng| thêm)?\s+(?:{APPROX}){{0,2}}"
)
_COMPARED = re.compile(r"(?<!\w)(?:mức|(?:cao|thấp|nhiều|ít) hơn)(?!\w)")
_ANOTHER = re.compile(r"(?<!\w)(?:tăng|giảm)(?: trưởng| thêm)?\s+(?:[^\W\d_]+\s+){0,2}\d[\d.,]*\s?%")


@lru_cache(maxsize=1)
def _market() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("figure-cues").by_id["market"].variants) + r"(?! trị)")


def _grows(view: str, start: int, begin: int, at: int) -> bool:
    """Return whether the words before a change name what grew, as a completed act or in a row of such: ``lượng việc đã tăng
    60%, tiền tăng 22%``."""
    change = _GROWS.fullmatch(view, begin, at)
    if change is None or _market().search(view, begin, at) or _COMPARED.search(view, begin, at):
        return False
    return change["aspect"] is not None or len(_ANOTHER.findall(view, max(start, begin - 200), at + 200)) > 1


def _item_of(view: str, start: int, share: re.Match[str]) -> int | None:
    """Return where the words begin that name what a share is of, if with it they are a whole item of a list or of a row; else None."""
    low = max(start, share.start() - 100)
    begin = max((mark.end() for mark in _ITEM_BEGINS.finditer(view, low, share.start())), default=start if low == start else None)
    named = None if begin is None else _OF_WHAT.fullmatch(view, begin, share.start())
    if begin is None or named is None or _ITEM_ENDS.match(view, share.end()) is None:
        return None
    in_row = _HAS_RESULT.search(view[start:begin]) is not None
    return named.start("of") if in_row or _ITEM.search(view[max(0, begin - 8) : named.start("of")]) is not None else None


_ITEM_BEGINS = re.compile(r"[\n;]\s*")
_ITEM_ENDS = re.compile(r"(?:\s[^\W\d_]+){0,4}\s*(?:[;.)\n]|$)")
#: Who reached what, at the head of a clause: 92,4% chiến sĩ đạt khá, giỏi.
_WHO_DID = re.compile(r"\s+(?P<noun>[^\W\d_]{2,12})(?:\s[^\W\d_]+){0,3}?\s(?:đạt|được|tham gia|hoàn thành|thực hiện|ký kết|đăng ký)\s")
_HEADS_CLAUSE = re.compile(r"(?:^|[;:,.]\s|\n|(?<!\w)(?:có|và|đã có)|(?<!\w)kết quả(?:\s[^\W\d_]+){1,4})\s*$")


def _who_did(view: str, start: int, share: re.Match[str], stop: int) -> re.Match[str] | None:
    """Return the noun behind a share that heads its clause and whose holders did something."""
    if _HEADS_CLAUSE.search(view[max(start, share.start() - 12) : share.start()]) is None:
        return None
    found = _WHO_DID.match(view, share.end(), stop)
    return None if found is None or not_counted().match(found["noun"]) else found


def _done_of(views: Views, start: int, share: re.Match[str], stop: int) -> re.Match[str] | None:
    """Return the noun behind a share that a verb of work governs: ``điều tra làm rõ 100% trọng án``; else None."""
    noun = ANY_NOUN.match(views.canonical, share.end(), stop)
    if noun is None or not_counted().match(noun["noun"]):
        return None
    acting = acts(views.canonical, start, share.start()) or actor_acts(views.canonical, start, share.start())
    return noun if acting else None


def _is_state(phrase: str, before: str) -> bool:
    """Return whether the words before a share describe a state: ``chiếm``, ``dừng ở``, a rate, a norm in brackets."""
    words = _HEDGES.sub("", phrase)
    return (
        _STATE.search(words) is not None
        or _RATE.search(words) is not None
        or _NORM_BEFORE.search(phrase) is not None
        or (not words.strip() and _RATE.search(before) is not None)
        or (_AIM.search(before + phrase) is not None and len(words.split()) > 1)
        or _OF_THEM.fullmatch(phrase) is not None
    )


_CLAUSE_ENDS = re.compile(rf"[;:.\n(]|,\s+(?=\d|trong đó|gần|trên|hơn|có \d|có ít nhất|ít nhất)|\svà\s(?:có\s)?(?:{APPROX})?\d[\d,.]*%")
#: A new verb with its own number, behind a comma.
_NEXT_ACT = re.compile(r",\s+(?!(?:được|đạt|xếp|đã|có)(?!\w))(?=(?:[^\W\d_]+\s+){1,6}\d)")


def _clause_end(view: str, at: int, stop: int) -> int:
    end = min(stop, at + 110)
    mark = _CLAUSE_ENDS.search(view, at, end)
    if mark is not None:
        end = mark.start()
    cut = _NEXT_ACT.search(view, at, end)
    if cut is not None:
        end = cut.start()
    elif mark is not None:
        pass
    elif end < stop:
        end = max(view.rfind(" ", at, end), at)
    return end
