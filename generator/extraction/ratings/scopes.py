"""Read the scopes of a sentence: norms and comparisons apart, aims and results over what follows them, reasons of awards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.ratings.pieces import Level, cue, words_of
from generator.lexicon.load import alternatives

_PERCENT = r"(?P<p>\d{1,3}(?:,\d{1,2})?)\s?%(?P<up>\s+trở\s+lên)?"
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_YEAR_BEHIND = re.compile(r"[\"']?\s*(?:trong\s+|của\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_SCHOOL_YEAR = re.compile(r"năm(?<!\wnăm)\s+học\s+(?:19|20)\d\d\s*-\s*(?P<year>(?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Aside:
    """Hold a percentage told beside a rating: its norm (``kind`` target) or the same in another year (``kind`` result)."""

    start: int
    end: int
    percent: float
    at_least: bool
    kind: str
    year: int | None


@lru_cache(maxsize=1)
def _norm() -> re.Pattern[str]:
    words = alternatives(words_of("norm"))
    return re.compile(
        rf"(?:[(;,]\s*(?:so\s+với\s+)?|[\s,(;]\s*(?:so\s+với|vượt|cao\s+hơn|thấp\s+hơn|bằng)\s+)(?:\w+\s+){{0,2}}{words}"
        r"[^()%;\d]{0,80}(?:lần\s+thứ\s+\w+[^()%;\d]{0,60})?(?:năm\s+(?P<year>\d{4})[^()%;\d]{0,30}|(?:giai\s+đoạn|nhiệm\s+kỳ)\s+\d{4}\s*-\s*\d{4}[^()%;\d]{0,40})?"
        rf"\(?\s*(?P<least>ít\s+nhất\s+|tối\s+thiểu\s+|trên\s+|từ\s+)?{_PERCENT}"
    )


_OTHER_YEAR = re.compile(rf"\(\s*năm\s+(?P<year>(?:19|20)\d\d)\s*(?:là|đạt|chiếm|:)?\s*{_PERCENT}\s*\)")
_COUNTS_ON = re.compile(
    r"\s*(?:số\s+|các\s+)?(?:đảng|chi|tổ\s+chức|tccs|công|viên|cán|đoàn|cơ\s+sở|tập|đơn|cá|đồng|hoàn|được|đạt|xếp|ht|cđ)"
)


def asides(passage: Passage, levels: list[Level]) -> list[Aside]:
    """Find the norms and comparisons that follow a level; their numbers belong to no level."""
    if not levels:
        return []
    found: list[Aside] = []
    text, first = passage.views.canonical, levels[0].end
    found.extend(
        Aside(match.start(), match.end(), _value(match["p"]), False, "result", int(match["year"]))
        for match in _OTHER_YEAR.finditer(text, first, passage.stop)
    )
    for match in _norm().finditer(text, first, passage.stop):
        if match["up"] is None and _COUNTS_ON.match(text, match.end(), passage.stop) is not None:
            continue  # chỉ tiêu năm 2022: 100% chi bộ …: what follows is no norm of what was told, but aims
        year = None if match["year"] is None else int(match["year"])
        found.append(
            Aside(match.start(), match.end(), _value(match["p"]), match["least"] is not None or match["up"] is not None, "target", year)
        )
    return sorted(found, key=lambda one: one.start)


def _value(words: str) -> float:
    return float(words.replace(",", "."))


_SKIPPED = {"chỉ tiêu", "mục tiêu", "đề ra"}
_MET = re.compile(r"(?:\d\s*|vượt\s+|đạt\s+|hoàn thành\s+(?:\S+\s+){0,3}|các\s+|nhiều\s+|so với\s+)$")
_RELATIVE = re.compile(r"(?:được|có)?\s*(?:,|và\s)|\s*(?:nêu|đề\s+ra)")
_YIELDS = re.compile(r"\s*(?:[:,]|xếp|đánh|phân|năm|như|có\s)")
_ENDS = re.compile(r"\s*[,;.)]")
_BEGINS = re.compile(r"(?:\A|[.,;:(\n])\s*$")
_STATES = re.compile(r"\s*(?:là|:|từ|ít\s+nhất|có)\s")


def aims(passage: Passage, masked: list[Aside]) -> list[tuple[int, bool]]:
    """Return the places from which aims (True) and results (False) are told, in reading order; what is masked says nothing."""
    text = passage.views.canonical
    found: list[tuple[int, bool]] = []
    for match in cue("aim").finditer(text, passage.start, passage.stop):
        word = match.group()
        met = word in _SKIPPED and _MET.search(text[max(passage.start, match.start() - 24) : match.start()]) is not None
        if word == "đề ra" and _ENDS.match(text, match.end(), passage.stop):
            continue  # vượt chỉ tiêu 95% mà Nghị quyết đề ra, …
        if met and not (word == "đề ra" and _STATES.match(text, match.end(), passage.stop)):
            continue
        found.append((match.start(), True))
    results = cue("result").finditer(text, passage.start, passage.stop)
    found.extend((match.start(), False) for match in results if _states_result(passage, match))
    return sorted(one for one in found if not any(mask.start <= one[0] < mask.end for mask in masked))


def _states_result(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether results follow: not in ``phát huy kết quả đã đạt được``, ``các danh hiệu đã được nêu``."""
    text = passage.views.canonical
    if match.group() == "kết quả" and not _BEGINS.search(text[max(passage.start, match.start() - 4) : match.start()]):
        return _YIELDS.match(text, match.end(), passage.stop) is not None
    return _RELATIVE.match(text, match.end(), passage.stop) is None


def bracket_of(text: str, start: int, at: int) -> tuple[int, bool]:
    """Return where the bracket that holds ``at`` opens, and whether one does."""
    opened = text.rfind("(", start, at)
    return (opened, True) if opened >= 0 and text.find(")", opened, at) < 0 else (start, False)


@lru_cache(maxsize=1)
def _honoured() -> re.Pattern[str]:
    """Match what follows a level that an honour is given for: ``… vinh dự được Huyện ủy tặng``."""
    led = r"[\"']?\s*(?:tiêu\s+biểu\s+)?(?:năm\s+\d{4}\s+)?(?:\d+\s+năm\s+liền\s+)?(?:đã|vừa|cũng|vinh\s+dự)?\s*được\s+"
    return re.compile(rf"{led}(?:[^\s,;.]+\s+){{0,8}}?(?:{cue('honour').pattern}|khen(?!\w))")


@lru_cache(maxsize=1)
def _appraised() -> re.Pattern[str]:
    """Match words of an appraisal between an honour and a level: the level is then no reason."""
    return re.compile(rf"{cue('appraised').pattern}|(?<!\w)có(?=\s+\d)")


def is_reason(passage: Passage, at: int, level: Level) -> bool:
    """Say whether the level is what an award is given for: an award's word governs the counted, with no appraisal between."""
    text = passage.views.canonical
    last = None
    for last in cue("honour").finditer(text, max(passage.start, at - 400), at):  # noqa: B007  the last one is asked for
        pass
    if last is not None and _appraised().search(text, last.end(), at) is None and re.search(r"(?<!\w)cho\s|\d", text[last.end() : at + 6]):
        return True
    return _honoured().match(text, level.end, passage.stop) is not None


def is_conditional(passage: Passage, at: int) -> bool:
    """Say whether the level is told as a condition: law, rules, fiction."""
    return cue("condition").search(passage.views.canonical, max(passage.start, at - 120), at) is not None


def year_near(passage: Passage, at: int, behind: int, masked: list[Aside]) -> int | None:
    """Return the year told right at ``behind``, else nearest before ``at`` in the sentence, else the first after it, else None."""
    text = passage.views.canonical
    years = sorted(
        (match.start(), int(match["year"]))
        for pattern in (_YEAR, _SCHOOL_YEAR)
        for match in pattern.finditer(text, passage.start, passage.stop)
        if not any(one.start <= match.start() < one.end for one in masked)
    )
    own = _YEAR_BEHIND.match(text, behind, passage.stop)
    if own is not None:
        return int(own["year"])
    before = [year for place, year in years if place < at]
    return before[-1] if before else years[0][1] if years else None


_SIZE = re.compile(r"\(\s*\d[\d.]{0,8}\s+[^()\d]{2,40}\)")


def sizes(passage: Passage) -> list[tuple[int, int]]:
    """Return the brackets that tell how many a subject is, ``Chi bộ cơ sở (40 chi bộ)``: they name no other subject."""
    return [match.span() for match in passage.matches(_SIZE)]
