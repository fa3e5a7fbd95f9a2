"""The year of an event that the text gives only by day and month, and the basis on which it was inferred.

Order of trust: a jubilee in the same sentence (``1965-2025``); the date of publication; the same day written in full elsewhere;
a full date of an anniversary; the year that a review (``tổng kết … năm Y``) or a school year implies; the first year of a
congress's term; a counted feast or a badge's age; a count of years since something with its own year; the latest day or month
that the text gives with its year, if no later year is named and the year is given twice or the day is near. A deadline or a
future day never counts. Sources: architecture/grammar.md §1.2; architecture/facts.md, event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.events.anniversaries import badge_year, feast_year
from generator.model.statement import Statement, basis
from generator.model.statement import day as day_part
from generator.text.dates import dates, iso_date, months, nearest_year, year_before

_ANNIVERSARY = re.compile(
    r"(?:1[89]|20)\d{2}\)?\s?(?:-|đến|/)\s?\(?(?:(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?)(?P<y>20\d{2})(?!\d)"
)
_REVIEW = re.compile(
    r"(?:tổng kết|kiểm điểm|đánh giá|xếp loại|sơ kết)[^.;\n]{0,160}?(?<!đầu )(?<!cuối )năm (?P<y>20\d{2})(?!\s?-)|(?:nhiệm vụ"
    r"|phương hướng|công tác) (?:năm )(?P<next>20\d{2})(?!\s?-)"
)
_HALF = re.compile(
    r"(?:(?:6|sáu) tháng (?:đầu|cuối)|(?:9|chín) tháng(?: đầu)?|quý (?P<q>i{1,3}|iv|[1-4]))\s?[/.,-]?\s?"
    r"(?:năm )?(?P<y>20\d{2})(?!\d)"
)
_SCHOOL = re.compile(r"(?<!từ )(?<!đến )(?<!đoạn )năm học (?P<y>20\d{2})\s?-\s?20\d{2}(?!\s?(?:đến|-))")
_ENDED = re.compile(r"(?<!\w)(?:tổng kết|bế giảng|kết thúc|tốt nghiệp|ra trường)(?!\w)[^.;\n]{0,60}$")
#: The term that a congress opens, and the term that a review closes.
_TERM = re.compile(r"đại hội(?!\w)(?:(?!tổng kết|đánh giá|kiểm điểm|tiến tới)[^.;\n]){0,160}?nhiệm kỳ (?P<y>20\d{2})\s?-\s?20\d{2}")
_TERM_ENDED = re.compile(r"(?<!\w)(?:tổng kết|kiểm điểm|kết thúc)(?!\w)[^.;\n]{0,100}?nhiệm kỳ 20\d{2}\s?-\s?(?P<y>20\d{2})")
_JUBILEE = re.compile(r"(?:kỷ niệm|thành lập|truyền thống)[^.;\n]{0,90}\((?:1[89]|20)\d{2}\s?-\s?(?P<y>20\d{2})\)")
_OPENS = re.compile(
    r"(?<!\w)(?:khai giảng|bế giảng|phát động|khai mạc|bế mạc|trao giải|cuộc thi|kỳ thi|hội thi|hội thao|hội diễn|hội trại|hội khỏe"
    r"|ngày hội|liên hoan|vòng chung kết|ra quân|chiến dịch|giải (?:bóng|cầu|quần|chạy|cờ|marathon|thể thao)|lớp (?:bồi dưỡng|tập huấn)"
    r"|khóa (?:huấn luyện|bồi dưỡng|đào tạo|học)|giao nhận quân|hội nghị người lao động)(?!\w)[^.;\n]{0,120}?(?<![\d/.\-])(?<!\d )(?<!- )"
    r"(?P<y>20\d{2})(?!\s?[-/]|\.?\d)"
)
_GIVEN = re.compile(r"(?:trao giải|bế mạc)")
_SINCE = re.compile(r"(?<!\w)(?:từ|sinh|lập|đời|trước|đến|hành|mục tiêu|giai đoạn|hướng tới)\s(?:năm\s|tháng\s)?$")
#: A year that is not the end of a term or a plan; the words before a future year or the year in which something began.
_YEAR = re.compile(r"(?<![\d/.\-–])(?<!\d\s[-–]\s)20[0-4]\d(?!\s?[-–/]\s?\d|\d|\.\d)")
_NOT_NOW = re.compile(
    r"(?:nhiệm kỳ|giai đoạn|khóa|đến (?:hết )?(?:cuối )?(?:năm|ngày|tháng)?|trước (?:năm|ngày)?|tầm nhìn|năm học|sinh năm|sinh ngày"
    r"|mục tiêu|hiệu lực[\w ]{0,20}|dự kiến[\w ]{0,20}|(?:chậm|muộn) nhất[\w ]{0,20}|hoàn thành[\w ]{0,20}|phấn đấu[\w ]{0,20}"
    r"|hạn[\w ]{0,20}|kế hoạch[\w ]{0,16})[\s\d–-]{0,14}$"
)
#: Words that mark a day as future if they precede it in a clause, unlike ``Đến tháng 4-2025, …`` at its beginning.
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|phấn đấu|mục tiêu|chậm nhất|muộn nhất|hướng tới|tiến tới)(?!\w)[^.;\n]{0,80}$")
_UNTIL_NOW = re.compile(r"(?:^|[.!?\n]\s?)đến (?:cuối |đầu )?(?:tháng |ngày )?$")
_COUNTED = re.compile(r"(?:(?P<review>tổng kết|sơ kết)|kỷ niệm) (?P<n>\d{1,3}) năm (?P<what>[^.;\n]{0,80})")
_SPAN_REVIEWED = re.compile(r"(?:tổng kết|sơ kết) \d{1,2} năm[^.;\n()]{0,60}\(\s?(?P<first>(?:19|20)\d{2})\s?-\s?(?P<y>20\d{2})\s?\)")
_TURN_OF_YEAR = 3  # the last month in which a span that ended with the previous year is reviewed
_SIGNED = re.compile(r"(?<!\w)(?:ký kết|ban hành)(?: vào| từ)? năm (?P<y>(?:19|20)\d{2})(?![\d\s]*-)")
_FOUNDED = re.compile(r"(?<!\w)(?:thành lập|ra đời)(?: vào| từ)? năm (?P<y>(?:19|20)\d{2})(?![\d\s]*-)")
_EARLIEST = 2000
_NEAR = 80  # days between the event and a day whose year is given only once


@dataclass(frozen=True, slots=True)
class EventYear:
    """A year and the basis from which it was inferred."""

    year: int
    basis: Statement


def inferred_year(text: ArticleText, sentence: Sentence, day: int, month: int) -> EventYear | None:
    """Return the year of ``day``/``month`` in ``sentence``; None if nothing implies it."""
    canonical = text.views.canonical
    jubilee = _JUBILEE.search(canonical, sentence.start, sentence.end)
    if jubilee is not None:
        return EventYear(int(jubilee["y"]), basis("jubilee", date=jubilee.group()[-11:].strip("( )")))
    published = text.article.published
    if published is not None:
        year = year_before(day, month, published)
        return None if year is None else EventYear(year, basis("published", date=day_part(published[:10])))
    for mention in dates(canonical):
        if mention.year is not None and (mention.day, mention.month) == (day, month):
            return EventYear(mention.year, basis("elsewhere", words=_quoted(canonical, mention.start, mention.end)))
    for match in _ANNIVERSARY.finditer(canonical):
        anchor = (int(match["d"]), int(match["m"]), int(match["y"]))
        if (since := iso_date(*anchor)) is not None:
            return EventYear(nearest_year(day, month, anchor), basis("anniversary", date=day_part(since)))
    own = canonical[sentence.start : sentence.end]
    lead = canonical[: min(len(canonical), max(sentence.end, 1500))]
    return (
        _from_feast(canonical, sentence, day, month)
        or _from_review(own, own, month)
        or _from_span_reviewed(own, month)
        or _from_count(canonical, own)
        or _from_latest_date(canonical, day, month)
        or _from_review(own, lead, month)
    )


def _from_feast(canonical: str, sentence: Sentence, day: int, month: int) -> EventYear | None:
    """Return the year from a counted feast in the sentence or the lead, or from a badge's age; or None."""
    counted = (
        feast_year(canonical, sentence.start, sentence.end, day, month)
        or feast_year(canonical, 0, min(len(canonical), 1500), day, month)
        or badge_year(canonical, day, month)
    )
    return None if counted is None else EventYear(*counted)


def _from_span_reviewed(sentence: str, month: int) -> EventYear | None:
    """Return the last of the years reviewed (``tổng kết 10 năm (2011 - 2021)``), or None; at the turn of a year it may be the next."""
    match = _SPAN_REVIEWED.search(sentence) if month > _TURN_OF_YEAR else None
    return None if match is None else EventYear(int(match["y"]), basis("span-reviewed", first=match["first"], last=match["y"]))


def _from_count(canonical: str, sentence: str) -> EventYear | None:
    """Return the year from a beginning and a count, or None: ``tổng kết 10 năm thực hiện quy chế`` that was ``ký kết vào năm
    2015``, ``kỷ niệm 60 năm thành lập``."""
    count = _COUNTED.search(sentence)
    if count is None or (not count["review"] and "thành lập" not in count["what"]):
        return None
    begun = {int(match["y"]) for match in (_SIGNED if count["review"] else _FOUNDED).finditer(canonical)}
    if len(begun) != 1:
        return None
    year = begun.pop() + int(count["n"])
    if year < _EARLIEST:
        return None
    words = count.group().removesuffix(count["what"]).strip()
    return EventYear(year, basis("counted", words=words, year=str(year - int(count["n"]))))


def _from_latest_date(canonical: str, day: int, month: int) -> EventYear | None:
    """Return the year nearest to the latest day or month with its year, if no later year is named; or None."""
    named = [int(match.group()) for match in _YEAR.finditer(canonical) if not _is_ahead(canonical, match.start())]
    full_dates = [
        (mention.year, mention.month, mention.day, mention.start, mention.end)
        for mention in dates(canonical)
        if mention.year and mention.month and mention.day
    ]
    full_dates += [(int(iso[:4]), int(iso[5:]), 15, start, end) for start, end, iso in months(canonical)]
    full_dates = [dated for dated in full_dates if not _is_ahead(canonical, dated[3])]
    if not full_dates:
        return None
    latest = max(full_dates)
    year = latest[0]
    if year < _EARLIEST or max(named, default=year) > year or nearest_year(day, month, (latest[2], latest[1], year)) != year:
        return None
    often = len({dated[3] for dated in full_dates if dated[0] == year}) + named.count(year) > 1
    if not often and abs((month - latest[1]) * 30 + day - latest[2]) > _NEAR:
        return None
    return EventYear(year, basis("latest", date=_quoted(canonical, latest[3], latest[4])))


def _quoted(canonical: str, start: int, end: int) -> str:
    return " ".join(canonical[start:end].split())


def _term(match: re.Match[str]) -> str:
    """Return the term at the end of ``match``: ``nhiệm kỳ 2025-2030``."""
    return match.group()[match.group().rindex("nhiệm kỳ") :]


def _is_ahead(canonical: str, at: int) -> bool:
    """Return whether a day or year at ``at`` ends a period, or is in the future."""
    if _TO_COME.search(canonical, max(0, at - 100), at) is not None:
        return True
    near = canonical[max(0, at - 30) : at]
    return _NOT_NOW.search(near) is not None and _UNTIL_NOW.search(near) is None


def _from_review(sentence: str, where: str, month: int) -> EventYear | None:
    """Return the year that a review in ``where`` implies, or None; a term and an opening are read in the event's own sentence."""
    half = _HALF.search(where)
    if half is not None and month >= 3:
        year = int(half["y"])
        ahead = half["q"] in {"i", "1"} and month >= 10  # the first quarter's tasks, stated at the end of the previous year
        return EventYear(year - ahead, basis("half", words=half.group()))
    ended = _TERM_ENDED.search(sentence)
    if ended is not None and "đại hội" not in sentence[: ended.start()]:
        return EventYear(int(ended["y"]), basis("term-ended", words=_term(ended)))
    review = _REVIEW.search(where)
    # A year's review is held between October of that year and June of the next.
    if review is not None and (month >= 10 or month <= 6):
        year = int(review["y"]) if review["y"] else int(review["next"]) - 1
        return EventYear(year if month >= 10 else year + 1, basis("review", year=str(year)))
    return _from_school_year(where, month) or _from_opening(sentence, where, month)


def _from_school_year(where: str, month: int) -> EventYear | None:
    """Return the year from the only school year; if there are two, from the first; or None."""
    school_years = list(_SCHOOL.finditer(where))
    if not school_years or len({match["y"] for match in school_years}) > 2:
        return None
    school = school_years[0]
    year = int(school["y"])
    ended = _ENDED.search(where, max(0, school.start() - 70), school.start()) is not None and month <= 9
    return EventYear(year if month >= 7 and not ended else year + 1, basis("period", words=school.group()))


def _from_opening(sentence: str, where: str, month: int) -> EventYear | None:
    """Return the year in the name of an event opened, held or closed, or the first of the term that a congress begins; or None."""
    opens = _OPENS.search(sentence)
    if opens is not None and _SINCE.search(sentence, max(0, opens.start("y") - 30), opens.start("y")):
        opens = None
    # Something given at the turn of the year may be of either year.
    if opens is not None and not (month <= 2 and _GIVEN.match(opens.group())):
        return EventYear(int(opens["y"]), basis("opens", year=opens["y"]))
    if "đại hội" in sentence and (term := _TERM.search(where)) is not None:
        return EventYear(int(term["y"]), basis("term", words=_term(term)))
    return None
