"""The Party's badge as it is written: ``Huy hiệu 40 năm tuổi Đảng``, ``HHĐ 55 năm``, a bare ``Huy hiệu``, ``30 năm tuổi Đảng``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.engine import Passage
from generator.text.views import Views

_BADGE_YEARS = {30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90}  # from the regulation on the badge; 35 signals an error

_BADGE = re.compile(
    r"(?<!\w)(?:huy\s+hiệu|hhđ?)(?:\s+cao\s+quý)?(?:\s+đảng)?(?:\s+loại)?\s+(?P<years>\d\d(?:\s*(?:,|và|-|;)\s*\d\d){0,12})\s+(?:năm(?:\s+tuổi\s+đảng)?|tuổi\s+đảng)(?!\w)(?!\s+vì)"
)
_BADGE_BARE = re.compile(
    r"(?<!\w)huy\s+hiệu(?!\s+(?:đảng|đoàn|bác|tp|thành\s+phố|tuổi\s+trẻ|\"|lao\s+động|chiến|vì|thanh|công|hội|của))(?!\w)"
)
_BADGE_YEARS_ONLY = re.compile(
    r"(?<![\w/.,-])(?P<years>\d\d)\s+năm(?:\s+tuổi\s+đảng)?(?!\w)(?!\s+(?:qua|trước|nay|ngày|thành|truyền|thực|xây|liền|liên|kể|gắn|công|hoạt|tù|học|chiến))"
)
_PARTY_BADGE = re.compile(r"huy\s+hiệu[^.;]{0,60}đảng")

#: Badges listed by their years: Trong đó, 30 năm tuổi Đảng có 24 đảng viên.
_YEARS_HAVE = re.compile(r"\d\d\s+năm\s+tuổi\s+đảng\s*(?:có|:|gồm|là)\s+\d")


def _on_badges(views: Views) -> bool:
    """Return whether the article mentions Party badges; searched once an article."""
    if _on_badges not in views.memory:
        views.memory[_on_badges] = _PARTY_BADGE.search(views.canonical) is not None
    return bool(views.memory[_on_badges])


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge in ``[start, end)``.

    ``years`` if it has a single valid number; ``title`` if several are named together; ``headed`` if the words Huy hiệu, which
    a number may count, are present.
    """

    start: int
    end: int
    years: int | None
    title: str | None
    headed: bool


def badges(passage: Passage) -> Iterator[Badge]:
    """Yield the badges in the passage."""
    if not passage.holds("hiệu", "hh", "tuổi đảng"):
        return
    for match in passage.matches(_BADGE):
        years = [int(digits) for digits in re.findall(r"\d\d", match["years"])]
        rank = years[0] if len(years) == 1 and years[0] in _BADGE_YEARS else None
        title = None if len(years) == 1 else f"{match['years']} năm tuổi Đảng"
        yield Badge(match.start(), match.end(), rank, title, headed=True)
    if _on_badges(passage.views):  # a bare 'Huy hiệu' in an article on Party badges
        for match in passage.matches(_BADGE_BARE):
            yield Badge(match.start(), match.end(), None, None, headed=True)
        broken_down = _YEARS_HAVE.search(passage.views.canonical, passage.start, passage.stop) is not None
        if broken_down or re.search(r"huy\s+hiệu", passage.views.canonical[passage.start : passage.stop]):
            for match in passage.matches(_BADGE_YEARS_ONLY):
                if int(match["years"]) in _BADGE_YEARS:
                    yield Badge(match.start(), match.end(), int(match["years"]), None, headed=False)
