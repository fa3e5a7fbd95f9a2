"""The year of an honour, and the year from which an article looks back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.frames import Frame
from generator.extraction.engine import REACH, Passage
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import AwardStatus

#: Huân chương Lao động hạng Ba (1995): the year given with each item of a row.
OF_A_YEAR = re.compile(r'["”]?\s*\((?:năm\s+)?(?P<year>(?:19|20)\d\d)[,)]')
#: A year before the verb of an honour, in its clause.
LEAD_YEAR = re.compile(
    r"(?<!\w)(?:năm\s+|tháng\s+\d{1,2}\s?[/.-]\s?|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?)(?P<year>(?:19|20)\d\d)"
    r"(?!\s*[-–,]?\s*\d),?[^;.,]{0,80}$"
)
#: A year behind a past honour in a row of such: giải ba cấp trường năm 2012, giải nhì cấp tỉnh năm 2013.
_YEAR_BEHIND = re.compile(r"[^,;.:()\d]{0,40}?\snăm\s+(?P<year>(?:19|20)\d\d)(?=\s*[,;.)]|\s+và\s|$)")
_FULL_DATE = re.compile(r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>20\d\d|[12]\d)(?!\d)")
#: A year that the text mentions as past; not đến năm 2030, kế hoạch năm 2030.
_A_YEAR = re.compile(r"năm(?<!đến năm)(?<!tới năm)(?<!hoạch năm)(?<!vụ năm)\s+(?:học\s+)?(?P<year>(?:19|20)\d\d)(?!\d|\s*[-–]\s*\d)")


def year_of(passage: Passage, frame: Frame) -> int | None:
    """Return the year of an honour: in brackets behind it, or before the clause of a past honour (``Năm 2009, chị nhận F``); else None."""
    match = OF_A_YEAR.match(passage.views.canonical, frame.form.end)
    if match is None and frame.status == AwardStatus.PAST:
        match = _YEAR_BEHIND.match(passage.views.canonical, frame.form.end, passage.stop)
    if match is None and frame.status == AwardStatus.PAST:
        match = LEAD_YEAR.search(passage.views.canonical, max(passage.start, frame.predicate - REACH), frame.predicate)
        if match is not None and _dates_else(passage, match.start()):
            return None
    return None if match is None else int(match["year"])


def _dates_else(passage: Passage, at: int) -> bool:
    """Return whether the year at ``at`` closes words that it dates itself: ``tốt nghiệp năm 1975, từng được …``."""
    canonical = passage.views.canonical
    start = max(passage.start, *(canonical.rfind(sign, passage.start, at) + 1 for sign in ",;("))
    return _life_events().search(canonical, start, at + len("năm ")) is not None


@lru_cache(maxsize=1)
def _life_events() -> re.Pattern[str]:
    cues = lexicon("award-cues").by_id
    return re.compile(alternatives([word for cue in ("life", "career", "dates-else") for word in cues[cue].variants]))


def last_year(passage: Passage) -> int:
    """Return the last year that the article dates in full, else the last year that it mentions as past; 0 if there is neither."""
    memory = passage.views.memory
    if last_year not in memory:
        dated = (match["year"] for match in _FULL_DATE.finditer(passage.views.canonical))
        years = [int(year) if len(year) > 2 else 2000 + int(year) for year in dated]
        memory[last_year] = max(years or [int(match["year"]) for match in _A_YEAR.finditer(passage.views.canonical)], default=0)
    return cast(int, memory[last_year])
