"""The page's own date line, such as ``Ngày đăng 09/12/2022 | 15:50 | Lượt xem: 483``.

A line is a stamp when it holds a date and nothing but dates, clock times, weekdays, labels and counters, or other fields by their shape
(``stamp_fields``); a name (the author) may be at one end. Sources of the forms: the seeds, portals of Vietnamese districts and newspapers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span
from generator.reading.bylines import byline_line
from generator.reading.stamp_fields import has_fields
from generator.text.dates import iso_date
from generator.text.folding import canonical

#: Months in words, in order, as blogs write them (``15 Tháng Mười Hai, 2023``).
_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_MONTH = "|".join(month.replace(" ", r"\s") for month in reversed(_MONTHS))
_DATE = re.compile(
    rf"""(?<!\d)(?:
      (?:ngày\s{1, 3})?(?P<d1>\d{{1,2}})\s{{1,3}}tháng\s{{1,3}}(?P<m1>\d{{1,2}})(?:,)?\s{{1,3}}(?:năm\s{{1,3}})?(?P<y1>(?:19|20)\d{{2}})
    | (?P<y2>(?:19|20)\d{{2}})[-/.](?P<m2>\d{{1,2}})[-/.](?P<d2>\d{{1,2}})
    | (?P<d3>\d{{1,2}})\s?(?P<sep>[-/.\s])\s?(?P<m3>\d{{1,2}})\s?(?P=sep)\s?(?P<y3>(?:19|20)\d{{2}}|\d{{2}})
    | (?P<y4>(?:19|20)\d{{2}})(?P<m4>\d{{2}})(?P<d4>\d{{2}})
    | (?P<d5>\d{{1,2}})\s{{1,3}}tháng\s{{1,3}}(?P<m5>{_MONTH}),?\s{{1,3}}(?:năm\s{{1,3}})?(?P<y5>(?:19|20)\d{{2}})
    | (?<!\w)tháng\s{{1,3}}(?P<m6>{_MONTH})\s{{1,3}}(?P<d6>\d{{1,2}}),\s{{1,3}}(?P<y6>(?:19|20)\d{{2}})
    )(?!\d)(?!\s?:\s?\d{{2}})""",
    re.VERBOSE,
)
_TIME = re.compile(
    r"(?<![\d:])(?P<h>[01]?\d|2[0-4])\s?(?::|h|g|giờ)\s?(?P<min>[0-5]\d)(?:\s?(?::|p|phút)\s?(?:[0-5]\d)?)?(?:\.\d{1,6})?['′]?\s?"
    r"(?P<half>am|pm|sa|ch)?(?![\w:])"
)
_NOISE = re.compile(
    r"""(?<!\w)(?:
      thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật|cn|t[2-7]
    | (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    | gmt\s?[+]\s?0?7(?:[:]?00)?|utc\s?[+]\s?7
    | (?:ngày|lúc|giờ)\s(?:đăng|cập\snhật|xuất\sbản|tạo|viết|gửi|đưa\stin)|(?:được\s)?(?:đăng|cập\snhật|xuất\sbản|tạo|gửi|viết)(?:\s(?:tin
      |bài|thông\stin))?(?:\s(?:ngày|lúc|vào|vào\slúc))?
    | cập\snhật\s(?:lần\scuối|mới\snhất)|thời\sgian(?:\sđăng)?|vào\slúc|lúc|ngày|sáng|trưa|chiều|tối|date|posted(?:\son)?|published
      |updated|last\supdated|on|at
    | (?:số\s)?(?:lượt|lần)\s(?:xem|đọc|người\sxem)\s?:?\s?[\d.,]{0,12}|đã\sxem\s?:?\s?[\d.,]{0,12}|(?:views?|hits?|xem
      |đọc)\s?:?\s?[\d.,]{1,12}
    | [\d.,]{1,12}\s(?:lượt\s(?:xem|đọc)|lượt|views?)|(?:bình\sluận|phản\shồi|comments?)\s?:?\s?\d{0,6}|\d{1,6}\s(?:bình\sluận|comments?)
    | admin|administrator|quản\strị(?:\sviên)?|cỡ\schữ|font\ssize|bản\sin|in\sbài\sviết|email|chia\ssẻ|a[+-]
    )(?!\w)""",
    re.VERBOSE,
)
_AUTHOR = re.compile(r"(?<!\w)(?:(?:tác giả|người đăng|đăng bởi|người viết|người gửi|biên tập|nguồn tin|nguồn)\s?:\s?|(?:bởi|by)\s)")
_EDGE = " \t\u00a0|,.;:-–—()[]/•·*#="
_SETTING = re.compile(
    r"[#\s]{0,8}(?P<key>[a-z_ ][a-z_ \d]{1,19}?|địa chỉ|nguồn|ngày đăng|ngày truy cập|bản lưu)\s{0,3}[:=]\s{0,3}(?P<value>\S.*)"
)
_WRITTEN = re.compile(r"(?P<year>(?:19|20)\d{2})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?")
_PREFIX = re.compile(r"\s*date\s(?P<iso>(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?=\s|$)")
_DIGIT = re.compile(r"\d")
_LONGEST = 160  # characters; a longer line is prose


@dataclass(frozen=True)
class Stamp:
    """A date line: ISO date (with time when given), the span of those words, and what of the line may be the author's name.

    ``fielded``: the line is made of fields, so that it is a date line whoever ``rest`` names.
    """

    published: str
    span: Span
    rest: Span | None = None
    fielded: bool = False


def stamp_of(text: str, line: Span) -> Stamp | None:
    """Return the stamp that ``line`` of ``text`` is, or None. ``rest`` is an author's name at one end of it."""
    if len(line) > _LONGEST:
        return None
    if _DIGIT.search(text, line.start, line.end) is None:
        return None
    view = canonical(line.of(text))
    date = next((match for match in _DATE.finditer(view) if _iso(match) is not None), None)
    if date is None:
        return None
    left = [" " if start <= at < end else char for start, end in [date.span()] for at, char in enumerate(view)]
    time = _TIME.search("".join(left))
    residue = "".join(left)
    for pattern in (_DATE, _TIME):
        residue = _blanked(pattern, residue)
    author = _AUTHOR.search(residue)  # before the labels: “Người viết” holds one
    if author:
        residue = residue[: author.start()] + " " * len(author.group()) + residue[author.end() :]
    residue = _blanked(_NOISE, residue)
    kept = residue.strip(_EDGE)
    rest: Span | None = None
    fielded = bool(kept) and (
        has_fields(view, residue, Span(*date.span()), timed=time is not None)
        or _is_publisher(line.of(text), kept, timed=time is not None)
        or (author is not None and time is not None and not residue[: author.start()].strip(_EDGE))  # … bởi Văn phòng
    )
    if kept:
        begin = residue.index(kept)
        rest = Span(line.start + begin, line.start + begin + len(kept))
        outside = residue[:begin] + residue[begin + len(kept) :]
        whole = view[begin : begin + len(kept)]
        at_edge = not view[:begin].strip(_EDGE) or not view[begin + len(kept) :].strip(_EDGE) or author is not None
        if outside.strip(_EDGE) or whole != kept or not at_edge:
            if not fielded:
                return None
            rest = None
    published = _iso(date)
    assert published is not None
    begin, end = date.span()
    if time is not None:
        published += _clock(time)
        begin, end = min(begin, time.start()), max(end, time.end())
    while view[end - 1].isspace():
        end -= 1
    return Stamp(published, Span(line.start + begin, line.start + end), rest, fielded)


#: The publisher beside the date: Chuyên trang Nông dân, QK9 Online.
_PUBLISHER = re.compile(
    r"(?:báo|tạp chí|cổng|trang|chuyên trang|bản tin|website|đài|ban biên tập)(?!\w)[^.:;!?]{2,50}"
    r"|[^.:;!?]{1,40}(?<!\w)(?:online|news|tv|media)"
)
_LONGEST_PUBLISHER = 6  # words


def _is_publisher(line: str, kept: str, *, timed: bool) -> bool:
    """Return whether the words beside a date, at one end of its line, are a publisher's name: by a noun of the press or, beside a clock
    time too, by their shape (``Quân đội & Cuộc sống, 26/04/2015 06:00``)."""
    if len(kept.split()) > _LONGEST_PUBLISHER or kept[0].isdigit():
        return False
    at = canonical(line).find(kept)
    if at < 0 or not line[at].isupper():
        return False
    if _PUBLISHER.fullmatch(kept) is not None:
        return True
    if not timed or at != len(line) - len(line.lstrip()):
        return False
    behind = line[at + len(kept) : at + len(kept) + 3].strip()
    return behind[:1] in {",", "-", "–", "|"} and not any(mark in kept for mark in ".:;!?,")


def _blanked(pattern: re.Pattern[str], line: str) -> str:
    """``line`` with spaces in the place of what matches."""
    return pattern.sub(lambda match: " " * len(match.group()), line)


def is_date_line(text: str, line: Span) -> bool:
    """Return whether ``line`` is the page's date line, with or without its author's name."""
    stamp = stamp_of(text, line)
    return stamp is not None and (stamp.rest is None or stamp.fielded or byline_line(text, stamp.rest) is not None)


def setting_of(text: str, line: Span) -> tuple[str, str] | None:
    """Key and value of a line such as ``# date = 20201101``, as crawlers put above an article; else None."""
    written = line.of(text)
    if not written.startswith("#"):
        return None
    match = _SETTING.fullmatch(written.lower()) if "=" in written else None
    return None if match is None else (match["key"].strip(), written[match.start("value") : match.end("value")])


def date_of_setting(value: str) -> str | None:
    """Return the ISO date in a setting's value, or None."""
    match = _DATE.search(value)
    return None if match is None else _iso(match)


def iso_of_setting(value: str) -> str | None:
    """Return the ISO date in a setting's value, with the time or without month and day where it is written so; or None."""
    match = _WRITTEN.fullmatch(value.strip())
    if match is None:
        return date_of_setting(value)
    year, month, day = (int(match[name] or 1) for name in ("year", "month", "day"))
    return match.group() if iso_date(day, month, year) is not None else None


def prefix_of(text: str) -> tuple[str, Span] | None:
    """Return the `` date 2023-03 `` that some exports put before the article: the date and where it is, or None."""
    match = _PREFIX.match(text)
    if match is None:
        return None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return match["iso"], Span(start, match.end())


def _iso(match: re.Match[str]) -> str | None:
    parts = next((match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]) for n in range(1, 7) if match[f"y{n}"])
    year, day = int(parts[0]), int(parts[2])
    words = " ".join(parts[1].split())
    month = _MONTHS.index(words) + 1 if words in _MONTHS else int(words)
    return iso_date(day, month, year + 2000 if year < 100 else year)


def _clock(match: re.Match[str]) -> str:
    hour = int(match["h"])
    if match["half"] in ("pm", "ch") and hour < 12:
        hour += 12
    return f"T{hour % 24:02d}:{match['min']}"
