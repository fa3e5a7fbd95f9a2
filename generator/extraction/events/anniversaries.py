"""The year of an event from a count of years: ``kỷ niệm 89 năm thành lập Đảng``, or ``Huy hiệu 30 năm tuổi Đảng`` of a member
admitted on a known day.

Sources: lexicon ``anniversaries``; architecture/grammar.md §1.2.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.model.statement import Statement, basis
from generator.model.statement import day as day_part
from generator.text.dates import iso_date, nearest_year

_STILL_TO_COME = re.compile(r"(?<!\w)(?:hướng tới|tiến tới|hướng đến|chuẩn bị|đón)\s(?:\w+\s){0,3}$")
_BADGE = re.compile(r"huy hiệu(?: đảng)?(?: loại)? (?P<n>[3-9]\d) năm(?! tù)(?: tuổi đảng)?(?!\w)")
_ADMITTED = re.compile(
    r"(?:vào|kết nạp (?:vào )?|gia nhập|đứng trong hàng ngũ của) ?đảng(?: cộng sản việt nam)?,? (?:vào )?(?:từ )?(?:ngày )?"
    r"(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<y>(?:19|20)\d{2})(?!\d)"
)
_EARLY = 60  # days before the age is reached; a badge is given on the next of the four feasts, or later


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"kỷ niệm(?: lần thứ)? (?P<n>\d{{1,3}})(?: năm)?,? (?:ngày |năm )?(?P<feast>{lexicon('anniversaries').alternatives})"
        r"(?!\s(?:tỉnh|huyện|xã|thành phố|cơ sở))"
    )


def feast_year(canonical: str, start: int, stop: int, day: int, month: int) -> tuple[int, Statement] | None:
    """Return the year in which ``day``/``month`` is nearest to the first feast counted in ``canonical[start:stop]``, with the
    basis; None without a counted feast."""
    if canonical.find("kỷ niệm", start, stop) < 0:
        return None
    for match in _counted().finditer(canonical, start, stop):
        if _STILL_TO_COME.search(canonical, max(start, match.start() - 40), match.start()):
            continue
        year, month_since, day_since = map(int, str(lexicon("anniversaries").entry_of(match["feast"]).get("since")).split("-"))
        anchor = (day_since, month_since, year + int(match["n"]))
        return nearest_year(day, month, anchor), basis("period", words=match.group())
    return None


def badge_year(canonical: str, day: int, month: int) -> tuple[int, Statement] | None:
    """Return the year of the only badge of the article, from the day on which its only holder was admitted; None if there are
    more, or none."""
    ranks = {int(match["n"]) for match in _BADGE.finditer(canonical)} if "huy hiệu" in canonical else set()
    admitted = {(int(match["d"]), int(match["m"]), int(match["y"])) for match in _ADMITTED.finditer(canonical)} if ranks else set()
    if len(ranks) != 1 or len(admitted) != 1:
        return None
    (rank,), ((at, in_month, since),) = ranks, admitted
    if (joined := iso_date(at, in_month, since)) is None:
        return None
    for year in range(since + rank - 1, since + rank + 2):
        if iso_date(day, month, year) is not None and iso_date(at, in_month, since + rank) is not None:
            late = (dt.date(year, month, day) - dt.date(since + rank, in_month, at)).days
            if -_EARLY <= late < 365 - _EARLY:
                return year, basis("badge", years=rank, date=day_part(joined))
    return None
