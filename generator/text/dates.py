"""Dates as Vietnamese writes them: finds them in text, excludes what only looks like a date, and completes the year.

Source of the forms and of the inference of years: architecture/grammar.md §1. All functions read the canonical view (lower
case, plain dashes); offsets are those of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PART = r"rạng sáng|sáng sớm|sáng|giữa trưa|trưa|đầu giờ chiều|chiều tối|chiều|tối|đêm"
_PARTS = {"rạng sáng": "sáng", "sáng sớm": "sáng", "giữa trưa": "trưa", "đầu giờ chiều": "chiều", "chiều tối": "chiều", "đêm": "tối"}
_SEP = r"(?:\s?/\s?|\.\s?|-|\s-\s)"
_YEAR = r"(?:1[89]|20)\d{2}"
# A year belongs to a date only behind the same kind of separator; four digits.
_NUMERIC = rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?:{_SEP}(?P<y>{_YEAR}))?"
_LONG = rf"(?P<ld>\d{{1,2}})\s{{1,2}}tháng\s{{1,2}}(?P<lm>\d{{1,2}})(?:\s{{0,2}},?\s{{0,2}}(?:năm\s{{1,2}})?(?P<ly>{_YEAR}))?"
_SPAN = (
    rf"(?P<sd>\d{{1,2}})(?:{_SEP}(?P<sm>\d{{1,2}})(?:{_SEP}(?P<sy>{_YEAR}))?"
    rf"|\s{{1,2}}tháng\s{{1,2}}(?P<slm>\d{{1,2}})(?:\s{{1,2}}năm\s{{1,2}}(?P<sly>{_YEAR}))?)?(?:\s{{0,2}},\s{{0,2}}\d{{1,2}}){{0,6}}"
    rf"\s{{0,2}}(?:(?(sy)(?:-|và|đến|tới|đến hết)|(?:-|,|và|đến|tới|đến hết))\s{{0,2}}(?:hết\s)?|(?:-|và|đến|tới)\s{{1,2}}(?:{_PART})\s)"
    rf"(?:(?:ngày|mồng|mùng)\s{{1,2}})?(?P<ed>\d{{1,2}})(?:{_SEP}"
    rf"|\s{{1,2}}tháng\s{{1,2}})(?P<em>\d{{1,2}})"
    rf"(?:(?:{_SEP}|\s{{1,2}}năm\s{{1,2}})(?P<ey>{_YEAR}))?"
)
_TAIL = r"(?![\d%]|[.,/\-]\d|\s?/\s?\d)"
_DATE = re.compile(
    rf"""(?<![\w/.,\-])(?:(?=\D)|(?<!giờ\ ))
    (?:(?P<part>{_PART})\s{{1,2}})?
    (?:(?P<rel>hôm\ nay|hôm\ qua|ngày\ mai|nay|qua|mai)\s{{0,2}},?\s{{0,2}}\(?\s?)?
    (?:(?P<word>(?:(?:vào|trong|từ|các|suốt)\ )?(?:(?:hai|ba|bốn|2|3|4|các)\ )?ngày(?:\ từ)?|(?:(?:vào|trong|từ)\ )?(?:mồng|mùng)
        |từ(?=\s\d{{1,2}}\s?-\s?\d{{1,2}}[./]\d)|hôm)\s{{1,2}}
      |(?P<several>(?:(?:vào|trong|suốt)\ )?(?:hai|ba|bốn|năm|sáu|\d)\ ngày(?:\ [^\W\d]+){{0,3}}
        (?:\s{{0,2}}[,(:]\s{{0,2}}(?:từ\ )?|\ từ\ )(?:ngày\ )?
        (?=\d{{1,2}}(?:[./]\d{{1,2}})?\s{{0,2}}(?:-|,|và|đến)\s{{0,2}}\D{{0,5}}\d)))?
    (?:{_SPAN}|{_LONG}|{_NUMERIC}){_TAIL}
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
#: The words with which a date can begin. Their first letter precedes the look behind, so that the search jumps from letter to letter.
_OPENERS = (
    "rạng", "sáng", "giữa", "trưa", "đầu", "chiều", "tối", "đêm", "hôm", "ngày", "nay", "qua", "mai", "vào", "trong", "từ", "các", "suốt",
    "hai", "ba", "bốn", "năm", "sáu", "mồng", "mùng", *"0123456789",
)  # fmt: skip
_OPENS = re.compile("|".join(rf"{word[0]}(?<![\w/.,\-].){word[1:]}" for word in _OPENERS))
#: What is in every date: a day and a month.
_DAY_AND_MONTH = re.compile(r"\d(?:\s?[/.\-]\s?|\s{1,2}tháng\s{1,2})\d")
_LEAD = 60  # characters; the words of a date before its first digit are at most 50
_RELATIVE = re.compile(
    rf"(?<!\w)(?:(?P<part>{_PART}) (?P<rel>nay|qua)(?! (?:mới|đã từng|cũng là))|(?P<day>hôm nay"
    rf"|hôm qua))(?!\w)(?!\s{{0,2}},?\s{{0,2}}\(?\s?(?:ngày\s)?\d)"
)
_MONTH = re.compile(r"(?<!\w)tháng\s{1,2}(?P<m>\d{1,2})(?:\s?[-/.]\s?|\s{1,2}năm\s{1,2})(?P<y>(?:19|20)\d{2})(?!\d|[./-]\d)")
#: Nouns of a count, not a date: ``8/8 chỉ tiêu``, ``23/15 đồng chí``.
_COUNTED = re.compile(
    r"\s(?:chi bộ|đồng chí|chỉ tiêu|đảng viên|nội dung|đơn vị|tập thể|cá nhân|hộ|xã|phường|tổ chức|mục tiêu|tiêu chí|km|tỷ|triệu|điểm)"
)
_FEAST_BEFORE = re.compile(
    r"(?:đợt|dịp|quốc khánh|quốc tế [\w ]{2,20}|phụ nữ|nhà giáo việt nam|thương binh[\w ,-]{0,20}|liệt sĩ|thành lập (?:đảng|đoàn|ngành"
    r"|hội|công đoàn|quân đội"
    r"|nước)[\w ]{0,30}|kỷ niệm(?: \d{1,3} năm)?(?: ngày)?|truyền thống[\w ]{0,40}|chào mừng|mừng|lễ|tết|nghỉ lễ|chiến thắng"
    r"|giải phóng[\w ]{0,20}|ngày sinh[\w ]{0,30}"
    r"|cách mạng tháng tám[\w ]{0,20}|phát động)\s?(?:ngày\s)?\(?\s?$"
)
_DOCUMENT_BEFORE = re.compile(
    r"(?:(?:\d\s?[-/]\s?[\d./\-]{0,8}[a-zđ][\w.\-/]{1,25}|\bsố\s?[\d\w./-]{1,25})(?:\s?,?|\s(?:của|về)\s[^,;:]{0,80})|(?:chỉ thị"
    r"|nghị quyết|quyết định|kế hoạch|công văn|nghị định|thông tư|hướng dẫn|quy định|kết luận|đề án"
    r"|thông báo|văn bản|pháp lệnh|luật thi đua, khen thưởng|luật phòng, chống|luật"
    r"|sắc lệnh)[^,;:]{0,60})\s?\(?(?:ký\s|ban hành\s)?(?:ng[aà]y\s{1,2})?$"
)
#: What follows a time, not an amount: ``từ 28-29.5, tổ chức …``.
_ENDS_A_TIME = re.compile(r"\s{0,2}(?:[,;.)]|tại(?!\w)|ở(?!\w)|$)")
_LONGEST_EVENT = 400  # days between the two ends of a span; more is an anniversary
_FARTHEST_AHEAD = 300  # days; a day further ahead is one in the recent past
_REACH = 110  # characters before a date that may show that it is a feast's or a document's


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    ``year`` is None if it isn't written. ``relative`` is ``nay``, ``qua`` or ``mai`` (counted from the date of publication); a
    mention of that alone has no day and no month. ``until`` is the last day of a span.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None = None
    part: str | None = None
    relative: str | None = None
    until: tuple[int, int, int | None] | None = None


def iso_date(day: int, month: int, year: int) -> str | None:
    """Return the date in ISO 8601 (``2023-02-10``), or None if there is no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def is_day(day: int, month: int, year: int | None = None) -> bool:
    """Return whether there is such a day (29 February counts if the year isn't known)."""
    return iso_date(day, month, 2024 if year is None else year) is not None


def dates(canonical: str, start: int = 0, stop: int | None = None) -> Iterator[DateMention]:
    """Return the dates in ``canonical[start:stop]`` in reading order: days, spans of days, and relative words.

    Excluded are counts (``8/8 chỉ tiêu``), dates of documents (``số 5-CT/TW ngày 1/2/2020``), feasts that name a batch or an
    occasion (``đợt 19/5``), and anniversaries (``3/2/1930 - 3/2/2020``). A day and month without year count only with a word of
    time: ngày, a part of day, hôm nay.
    """
    end = len(canonical) if stop is None else stop
    found: list[DateMention] = []
    if (digit := _DIGIT.search(canonical, start, end)) is not None and _DAY_AND_MONTH.search(canonical, digit.start(), end) is not None:
        first = max(start, digit.start() - _LEAD)
        found += [mention for match in _written(canonical, first, end) if (mention := _mention(canonical, match, start)) is not None]
    found += [
        DateMention(match.start(), match.end(), None, None, part=_part(match["part"]), relative=match["rel"] or match["day"].split()[-1])
        for match in (
            _RELATIVE.finditer(canonical, start, end)
            if canonical.find("nay", start, end) >= 0 or canonical.find("qua", start, end) >= 0
            else ()
        )
        if not canonical.startswith((" nay ", " là"), match.end())
    ]
    return iter(sorted(found, key=lambda found_date: found_date.start))


def _written(canonical: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what ``_DATE.finditer`` would, tried only at the words with which a date can begin."""
    done = start
    for opening in _OPENS.finditer(canonical, start, end):
        if opening.start() >= done and (match := _DATE.match(canonical, opening.start(), end)) is not None:
            done = match.end()
            yield match


def months(canonical: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Yield months with their year, ``tháng 6/2023``: start, end, ``2023-06``."""
    for match in _MONTH.finditer(canonical, start, len(canonical) if stop is None else stop):
        if 1 <= int(match["m"]) <= 12:
            yield match.start(), match.end(), f"{match['y']}-{int(match['m']):02d}"


def _part(word: str | None) -> str | None:
    return None if word is None else _PARTS.get(word, word)


def _mention(canonical: str, match: re.Match[str], start: int) -> DateMention | None:
    until: tuple[int, int, int | None] | None = None
    if match["sd"]:
        until = (int(match["ed"]), int(match["em"]), _number(match["ey"]))
        day, month = int(match["sd"]), int(match["sm"] or match["slm"] or match["em"])
        year = _number(match["sy"] or match["sly"])
        if year is None and until[2] is not None:
            year = until[2] - ((month, day) > (until[1], until[0]))  # 30/12 đến 2/1/2023
        if not is_day(*until):
            return None
    elif match["ld"]:
        day, month, year = int(match["ld"]), int(match["lm"]), _number(match["ly"])
    else:
        day, month, year = int(match["d"]), int(match["m"]), _number(match["y"])
    if not is_day(day, month, year) or _COUNTED.match(canonical, match.end()):
        return None
    marked = match["part"] or match["rel"] or match["word"] or match["several"] or match["ld"]
    if year is None and not marked:
        return None
    if until is not None and (not marked or _is_anniversary(match)):
        return None
    if match["word"] == "từ" and not _ENDS_A_TIME.match(canonical, match.end()):
        return None  # từ 2-3.5 lần: an amount
    before = canonical[max(start, match.start() - _REACH) : match.start("word") if match["word"] else match.start()]
    if not match["part"] and (_FEAST_BEFORE.search(before) or _DOCUMENT_BEFORE.search(before)):
        return None
    return DateMention(match.start(), match.end(), day, month, year, _part(match["part"]), _relative(match["rel"]), until)


def _relative(word: str | None) -> str | None:
    return None if word is None else word.split()[-1]


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _is_anniversary(match: re.Match[str]) -> bool:
    if not (match["sy"] and match["ey"]):
        return False
    return abs(int(match["ey"]) - int(match["sy"])) * 365 > _LONGEST_EVENT


def year_before(day: int, month: int, published: str) -> int | None:
    """Return the year of the last such day that is not after ``published`` (ISO, day or month or year); None if no year has such a day."""
    year = int(published[:4])
    if len(published) >= 10:
        late = (month, day) > (int(published[5:7]), int(published[8:10]))
    elif len(published) >= 7:
        late = month > int(published[5:7])
    else:
        late = False
    for candidate in range(year - late, year - late - 5, -1):
        if is_day(day, month, candidate):
            return candidate
    return None


def year_not_before(day: int, month: int, published: str) -> int | None:
    """Return the year of the first such day that is not before ``published`` (ISO).

    None if ``published`` has no day or the day is too far ahead to be announced.
    """
    if len(published) < 10:
        return None
    written = dt.date.fromisoformat(published[:10])
    for year in (written.year, written.year + 1):
        if is_day(day, month, year) and 0 <= (dt.date(year, month, day) - written).days <= _FARTHEST_AHEAD:
            return year
    return None


def day_before(published: str) -> str | None:
    """Return the day before ``published``, or None if it has no day."""
    if len(published) < 10:
        return None
    return (dt.date.fromisoformat(published[:10]) - dt.timedelta(days=1)).isoformat()


def nearest_year(day: int, month: int, anchor: tuple[int, int, int]) -> int:
    """Return the year in which the day is nearest to ``anchor`` (day, month, year)."""
    try:
        fixed = dt.date(anchor[2], anchor[1], anchor[0])
    except ValueError:
        return anchor[2]
    years = [year for year in (anchor[2] - 1, anchor[2], anchor[2] + 1) if is_day(day, month, year)]
    return min(years, key=lambda year: (abs((dt.date(year, month, day) - fixed).days), year), default=anchor[2])
