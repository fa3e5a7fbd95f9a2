"""The scopes of a sentence: aims and results over the words that follow, reasons of awards, conditions, the nearest year."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter

from generator.extraction.engine import Passage, remembered
from generator.extraction.ratings.asides import Aside
from generator.extraction.ratings.cues import cue, right_before
from generator.extraction.ratings.levels import Level

_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_YEAR_BEHIND = re.compile(r"[\"']?\s*(?:trong\s+|của\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_SCHOOL_YEAR = re.compile(r"năm(?<!\wnăm)\s+học\s+(?:19|20)\d\d\s*-\s*(?P<year>(?:19|20)\d\d)(?!\d)")


_SKIPPED = {"chỉ tiêu", "mục tiêu", "đề ra"}
_MET = re.compile(r"(?:\d\s*|vượt\s+|đạt\s+|hoàn thành\s+(?:\S+\s+){0,3}|so với\s+)$")
_BRACKETED = re.compile(r"[^.;:,()\d]{0,80}\((?=[^()]{0,12}\d{1,3}(?:[.,]\d+)?\s?%\s+\w)")
_PASSIVE = {"được xếp loại"}
_REPORTED_ANEW = re.compile(r"(?<!\w)(?:đã|kết quả|thực tế|qua|đến nay)(?!\w)")
_MENTIONED = re.compile(r"(?:các|nhiều)\s+$")
_LISTS = re.compile(r"[^.;,:()\n]{0,60}:")
_MEETS = re.compile(r"(?:vượt|đạt|hoàn thành|thực hiện)\s+(?:tốt\s+|và\s+vượt\s+|cơ\s+bản\s+)?(?:các|nhiều)\s+$")
_RELATIVE = re.compile(r"(?:được|có)?\s*(?:,|và\s)|\s*(?:nêu|đề\s+ra)")
_YIELDS = re.compile(r"\s*(?:[:,]|xếp|đánh|phân|năm|như|có\s)")
_ENDS = re.compile(r"\s*[,;.)]")
_BEGINS = re.compile(r"(?:\A|[.,;:(\n])\s*$")
_STATES = re.compile(r"\s*(?:là|:|từ|ít\s+nhất|có)\s")


def aims(passage: Passage, masked: list[Aside]) -> list[tuple[int, bool]]:
    """Return the places from which aims (True) and results (False) are stated, in reading order; masked words are ignored."""
    text = passage.views.canonical
    found: list[tuple[int, bool]] = []
    for match in cue("aim").finditer(text, passage.start, passage.stop):
        word = match.group()
        met = word in _SKIPPED and _is_met(text, max(passage.start, match.start() - 32), match)
        if word == "đề ra" and _ENDS.match(text, match.end(), passage.stop):
            continue  # vượt chỉ tiêu 95% mà Nghị quyết đề ra, …
        if met and (held := _BRACKETED.match(text, match.end(), passage.stop)) is not None:
            found.append((held.end(), True))  # so với chỉ tiêu Nghị quyết (90% chi bộ …), năm nay …
            continue
        if met and not (word == "đề ra" and _STATES.match(text, match.end(), passage.stop)):
            continue
        found.append((match.start(), True))
    aimed = sorted(found)
    results = cue("result").finditer(text, passage.start, passage.stop)
    found.extend((match.start(), False) for match in results if _states_result(passage, match) and not _is_aimed_at(text, match, aimed))
    return sorted(place for place in found if not any(mask.start <= place[0] < mask.end for mask in masked))


def _is_met(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether a norm is only mentioned, as one met or among others: not in ``thông qua các chỉ tiêu nhiệm kỳ: …``."""
    before = text[start : match.start()]
    if _MENTIONED.search(before):
        return _MEETS.search(before) is not None or _LISTS.match(text, match.end()) is None
    return _MET.search(before) is not None


def _is_aimed_at(text: str, match: re.Match[str], found: list[tuple[int, bool]]) -> bool:
    """Return whether a bare passive belongs to an aim of its clause: ``Mục tiêu: 90% chi bộ được xếp loại …``."""
    if match.group() not in _PASSIVE:
        return False
    last = next((place for place, _ in reversed(found) if place < match.start()), None)
    if last is None or _REPORTED_ANEW.search(text, last, match.start()) is not None:
        return False
    return ";" not in text[last : match.start()] or _LISTS.match(text, last, match.start()) is not None


def _states_result(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether results follow: not in ``phát huy kết quả đã đạt được``, ``các danh hiệu đã được nêu``."""
    text = passage.views.canonical
    if match.group() == "kết quả" and not _BEGINS.search(text[max(passage.start, match.start() - 4) : match.start()]):
        return _YIELDS.match(text, match.end(), passage.stop) is not None
    return _RELATIVE.match(text, match.end(), passage.stop) is None


def bracket_of(text: str, start: int, at: int) -> tuple[int, bool]:
    """Return where the bracket that contains ``at`` opens and True, or ``start`` and False without a bracket."""
    opened = text.rfind("(", start, at)
    return (opened, True) if opened >= 0 and text.find(")", opened, at) < 0 else (start, False)


@lru_cache(maxsize=1)
def _honoured() -> re.Pattern[str]:
    """Match the words behind a level that is the reason of an honour: ``… vinh dự được Huyện ủy tặng``."""
    led = r"[\"']?\s*(?:tiêu\s+biểu\s+)?(?:năm\s+\d{4}\s+)?(?:\d+\s+năm\s+liền\s+)?(?:đã|vừa|cũng|vinh\s+dự)?\s*được\s+"
    return re.compile(rf"{led}(?:[^\s,;.]+\s+){{0,8}}?(?:{cue('honour').pattern}|khen(?!\w))")


@lru_cache(maxsize=1)
def _appraised() -> re.Pattern[str]:
    """Match words of an appraisal between an honour and a level, which show that the level is not a reason."""
    return re.compile(rf"{cue('appraised').pattern}|(?<!\w)có(?=\s+\d)")


_SHARE = re.compile(r"(?:[^\W\d]+\s+){0,2}\d{1,3}(?:[.,]\d{1,2})?\s?%")
_SHARE_OF = re.compile(r"\d\s?%\s[^;.,\n]{0,60}$")


def is_of_share(text: str, start: int, level: int) -> bool:
    """Return whether a percentage counts those of the level at ``level``, which no award's words can hold then."""
    return _SHARE_OF.search(text, max(start, level - 70), level) is not None


def is_reason(passage: Passage, at: int, level: Level) -> bool:
    """Return whether the level is the reason of an award: an award's word governs the counted, with no appraisal between.

    Awards are counted by numbers, so a share is none: ``biểu dương các đơn vị; yêu cầu có từ 95% đảng viên …``.
    """
    text = passage.views.canonical
    if _SHARE.match(text, at, passage.stop) is not None:
        return False
    last = None
    for last in cue("honour").finditer(text, max(passage.start, at - 400), at):  # noqa: B007  only the last is used
        pass
    if last is not None and _appraised().search(text, last.end(), at) is None and re.search(r"(?<!\w)cho\s|\d", text[last.end() : at + 6]):
        return True
    return _honoured().match(text, level.end, passage.stop) is not None


def is_conditional(passage: Passage, at: int) -> bool:
    """Return whether the level is stated as a condition: law, rules, fiction."""
    text = passage.views.canonical
    conditions = cue("condition").finditer(text, max(passage.start, at - 120), at)
    return any(_CASES.search(text, max(passage.start, condition.start() - 12), condition.start()) is None for condition in conditions)


#: Cases that are counted, or denied, state none: không có trường hợp nào.
_CASES = re.compile(r"(?:\d|(?<!\w)(?:không|có|còn|một))\s+$")


def year_near(passage: Passage, at: int, behind: int, masked: list[Aside]) -> int | None:
    """Return the year right at ``behind``, else the nearest before ``at`` in the sentence, else the first after it, else None."""
    own = _YEAR_BEHIND.match(passage.views.canonical, behind, passage.stop)
    if own is not None:
        return int(own["year"])
    years = [(place, year) for place, year in _stated_years(passage) if not any(aside.start <= place < aside.end for aside in masked)]
    before = bisect_left(years, at, key=itemgetter(0))
    return years[max(before - 1, 0)][1] if years else None


@remembered
def _stated_years(passage: Passage) -> list[tuple[int, int]]:
    """Return where the sentence names years that nothing is compared with, and the years, in order."""
    text = passage.views.canonical
    return sorted(
        (match.start(), int(match["year"]))
        for pattern in (_YEAR, _SCHOOL_YEAR)
        for match in pattern.finditer(text, passage.start, passage.stop)
        if right_before("than", r"(?:\s+cùng\s+kỳ)?").search(text, max(passage.start, match.start() - 24), match.start()) is None
    )


_SIZE = re.compile(r"\(\s*\d[\d.]{0,8}\s+[^()\d]{2,40}\)")


def sizes(passage: Passage) -> list[tuple[int, int]]:
    """Return the brackets that give the size of a subject (``Chi bộ cơ sở (40 chi bộ)``): they name no other subject."""
    return [match.span() for match in passage.matches(_SIZE)]
