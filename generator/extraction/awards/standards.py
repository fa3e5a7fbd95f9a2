"""The merit of an award: the standard or reason, the years, the period and the number of consecutive years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.engine import Example, Passage, pattern_rule
from generator.text.folding import canonical as canonical_of
from generator.text.periods import SCHOOL_YEARS, YEARS, period

_PERIOD = re.compile(rf"(?:giai\s+đ\S+n|từ\s+năm(?:\s+học)?|kể\s+từ\s+năm(?:\s+học)?|\(|,|liền|qua|năm)\s*\(?\s*{SCHOOL_YEARS}")
_BARE_PERIOD = re.compile(rf"\s*{YEARS}\s*")
CONSECUTIVE = re.compile(r"(?<!\w)(?P<n>0?\d{1,2}|hai|ba|bốn|năm|mười)\s+năm(?:\s+học)?\s+(?:liền|liên\s+tục|liên\s+tiếp)")
_YEAR = re.compile(r"(?<!\w)(?<!sinh )năm(?:\s+học)?\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*(?:19|20)?\d\d)(?!\d)")
_SCHOOL_YEAR = re.compile(rf"năm\s+học\s+{YEARS}")
#: Further years of a row: các năm 2015, 2016 và 2017.
_MORE_YEARS = re.compile(r"(?:\s*(?:,|và|, và)\s*(?:năm\s+)?(?:19|20)\d\d(?!\d|\s*[-/]\s*\d)(?!\s*(?:,\s*)?(?:được|đạt|nhận|đoạt)))+")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}

#: Everything up to the beginning of the reason, with the words that introduce it.
_OPENING = re.compile(
    r"^[\s,.:;\"'(-]*(?:(?:chi\s+bộ|đảng\s+bộ|tập\s+thể|cá\s+nhân|đơn\s+vị|đảng\s+viên)\s+(?=đạt|có|vì|đã|hoàn))?(?:(?:của|thuộc|trực\s+thuộc|trong\s+toàn|toàn|tại|ở)\s[^,;]{0,60}?\s)??(?:(?:trong\s+)?(?:0?\d{1,2}|hai|ba|bốn|năm|mười)\s+năm(?:\s+học)?\s+(?:liền|liên\s+tục|liên\s+tiếp)[\s,]*(?:\([^()]{0,40}\)[\s,]*)?(?:đều\s+)?|(?:trong\s+)?năm(?:\s+học)?\s+(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?[\s,]+(?:đều\s+)?)?(?=(?:đã\s+)?(?:có\s+|đạt\s+|lập\s+|vì\s+|về\s+|do\s+|với\s+|hoàn\s+thành|tiêu\s+biểu|xuất\s+sắc|điển\s+hình|thực\s+hiện|đoạt|giỏi|tích\s+cực|thành\s+tích|(?:đóng\s+góp|cống\s+hiến|công\s+lao|công\s+trạng)\s|ghi\s+nhận|\"|trong\s+(?:phong|phòng|việc|công|thực|quá|các)\s))"
)
_LEAD_IN = re.compile(
    r"(?:[\s,.:;(-]|(?:trong(?=\s+(?:phong|phòng|việc|công|thực|quá))|trực\s+thuộc|đã|vì|về|do|với|có|đạt\s+được|đạt|tiêu\s+chuẩn|danh\s+hiệu|lập|ghi\s+nhận|những|thành\s+tích(?=\s+(?:đạt)\s)|là|được\s+xếp\s+loại|xếp\s+loại|kịp\s+thời)(?!\w))*"
)
_TAIL = re.compile(
    r"(?:[\s,.:;(/-]|(?<!\w)(?:trong\s+)?(?:năm(?:\s+học)?\s+(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?|giai\s+đoạn\s+(?:19|20)\d\d\s*-\s*(?:19|20)\d\d|giai\s+đoạn|0?\d{1,2}\s+năm(?:\s+học)?\s+(?:liền|liên\s+tục|liên\s+tiếp)"
    r"|(?:19|20)\d\d\s*-\s*(?:19|20)\d\d|liên\s+tục|nhân\s+dịp\s+này|dịp\s+này|từ\s+năm\s+(?:19|20)\d\d\s+đến\s+(?:năm\s+)?(?:19|20)\d\d|trong\s+đó\s+có[^;]*|của\s+(?:19|20)\d\d)|\))*$"
)


@dataclass(frozen=True, slots=True)
class Merit:
    """The merit of an award: ``standard`` in the text's words, and the ``years``, ``period`` (first, last) and ``consecutive_years`` that
    it names. ``describes``: the standard is what the recipients are called, so that another mention may call them otherwise."""

    standard: str | None
    years: tuple[int, ...]
    period: tuple[int, int] | None
    consecutive_years: int | None
    describes: bool = False


def consecutive(match: re.Match[str]) -> int:
    """Return the number of consecutive years in a match of :data:`CONSECUTIVE`."""
    return _NUMBERS.get(match["n"]) or int(match["n"])


NO_MERIT = Merit(None, (), None, None)
_REASON = re.compile(r"(?<!\w)(?:vì|do)\s+(?=(?:đã|có|những|hành|thành|tích|lập|hoàn|dũng|cứu))")


_ANNIVERSARY = re.compile(r"(?:thành\s+lập|truyền\s+thống|kỷ\s+niệm|ra\s+đời|ngày\s+giải\s+phóng)[^;]{0,60}$")


def _period(canonical: str, low: int, high: int) -> re.Match[str] | None:
    """Return a period of merit: not an anniversary's years, nor years inside a quoted name."""
    for match in _PERIOD.finditer(canonical, low, high):
        before = canonical[low : match.start()]
        if before.count('"') % 2 == 0 and _ANNIVERSARY.search(before) is None and not before.rstrip().endswith("đề án"):
            return match
    return None


def _years(canonical: str, low: int, high: int) -> Iterator[int]:
    for match in _YEAR.finditer(canonical, low, high):
        yield int(match["year"])
        more = _MORE_YEARS.match(canonical, match.end(), high)
        yield from map(int, _ANY_YEAR.findall(more.group()) if more else ())


def merit(passage: Passage) -> Merit:
    """Read the merit in the words after a group of recipients, or after the award type in a passive sentence."""
    canonical = passage.views.canonical
    low, high = passage.start, passage.stop
    run = None
    if (match := CONSECUTIVE.search(canonical, low, high)) is not None:
        run = consecutive(match)
    stated = period(_period(canonical, low, high) or _BARE_PERIOD.fullmatch(canonical, low, high))
    if stated is None and (school := period(_SCHOOL_YEAR.search(canonical, low, high))) is not None:
        return Merit(_standard(passage), (school[1],), school, run)
    years = [] if stated else sorted(set(_years(canonical, low, high)))
    return Merit(_standard(passage), tuple(years), stated, run)


#: A reason that only refers back: vì thành tích trên, với những đóng góp đó.
_SAID_BEFORE = re.compile(
    r"(?:thành\s+tích|đóng\s+góp|cống\s+hiến|công\s+lao|kết\s+quả|nỗ\s+lực|hành\s+động|việc\s+làm)(?:\s+(?:to\s+lớn|xuất\s+sắc|dũng\s+cảm))?"
    r"\s+(?:đó|ấy|này|trên|nói\s+trên|nêu\s+trên|kể\s+trên|đã\s+nêu)"
)
#: A verb behind the reason, which belongs to what it is about: học sinh đoạt giải quốc gia | được tổ chức sáng nay.
_NEXT_VERB = re.compile(r"\s(?:đã\s+|sẽ\s+|vừa\s+)?(?:được\s+(?:tổ\s+chức|trao)|diễn\s+ra)(?!\w)")
_CLOSED = re.compile(r"['‘]")
_STOP = re.compile(r";|\s(?:gồm|bao\s+gồm|trong\s+đó|cụ\s+thể)(?!\w)")


def _clause(canonical: str, passage: Passage) -> int:
    stop = _STOP.search(canonical, passage.start, passage.stop)
    return passage.stop if stop is None else stop.start()


def _standard(passage: Passage) -> str | None:
    canonical = passage.views.canonical
    window = canonical[passage.start : _clause(canonical, passage)]
    opening = _OPENING.match(window)
    if opening is None:
        opening = _REASON.search(window)
    if opening is None:
        return None
    start = passage.start + opening.end()
    lead = _LEAD_IN.match(window, start - passage.start)
    return worded(passage, passage.start + lead.end() if lead else start, passage.start + len(window))


def worded(passage: Passage, start: int, end: int) -> str | None:
    """Return the words from ``start`` to ``end`` as a standard: on one line, without quotes, without the times that end them; None
    where nothing is left, or they only point back (``thành tích trên``)."""
    canonical, text = passage.views.canonical, passage.views.text
    verb = _NEXT_VERB.search(canonical, start, end)
    end = end if verb is None else verb.start()
    tail = _TAIL.search(canonical[start:end])
    end = start + tail.start() if tail else end
    words = " ".join(text[start:end].replace("“", "").replace("”", "").replace('"', "").split())
    words = words.strip(" ,;.:-–|")
    if _CLOSED.search(words[:-1].rstrip("'’")) is None:
        words = words.rstrip("'’ ")  # the quote was opened before the reason
    if words.count("(") > words.count(")"):
        words += ")"
    return words if words and _SAID_BEFORE.fullmatch(canonical_of(words)) is None else None


pattern_rule(
    "merit.consecutive_years",
    r"(?<!\w)(?P<n>0?\d{1,2}|hai|ba|bốn|năm|mười)\s+năm(?:\s+học)?\s+(?:liền|liên\s+tục|liên\s+tiếp)",
    lambda match: _NUMBERS.get(match["n"]) or int(match["n"]),
    examples=[Example("hoàn thành xuất sắc nhiệm vụ [[5 năm liền]] (2018 - 2022)", 5), Example("[[05 năm liên tục]]", 5)],
    counterexamples=["nhiều năm liền", "kỷ niệm 5 năm thành lập"],
    source="architecture/facts.md consecutive_years",
)
