"""The year at the head of a clause, for the awards of the clause: ``Năm 2021, Bộ Y tế tặng …; năm 2023, …``."""

from __future__ import annotations

import re

from generator.extraction.awards.standards import NO_MERIT, Merit
from generator.extraction.engine import Passage
from generator.text.periods import YEAR, YEARS, period

_YEAR = re.compile(
    rf"năm(?<!\wnăm)\s+(?:học\s+)?(?:{YEARS}|(?P<year>{YEAR}))(?:\s*,|(?=\s+(?:có|đã|được|nhận|đạt|đoạt|giành)\s)|(?=\s+(?:ông|bà|anh|chị|cô|thầy|em|đơn\s+vị)\s+(?:được|nhận|đạt|đoạt|giành)))"
)
#: The heading of what follows it in the sentence: Kết quả thi đua, khen thưởng năm 2018: …
_LISTED = re.compile(
    r"[\s*+•-]{0,4}(?:\d{1,2}[.)]\s+)?(?:kết\s+quả|danh\s+sách|thành\s+tích|về)\s[^:;.]{0,60}?(?:thi\s+đua|khen\s+thưởng)\s+(?:trong\s+)?năm\s+"
    r"(?P<year>(?:19|20)\d\d)\s*:"
)
#: The words before the year at the head: only a bullet or words of time.
_HEAD = re.compile(r"(?:^|[;•])[\s*+-]*(?:(?:cũng\s+|riêng\s+|và\s+)?(?:trong|vào|đến|sang)\s+|riêng\s+)?$")
#: A further year in a sentence, right before its verb.
_THEN = re.compile(r",\s+(?:(?:và\s+|rồi\s+)?(?:đến|sang|vào)\s+)?$")
_TAKES = re.compile(r"năm\s+(?:học\s+)?(?:19|20)\d\d\s+(?:[^\W\d]+\s+){0,2}(?:được|nhận|đạt|đoạt|giành|đón\s+nhận)(?!\w)")
_NEXT = re.compile(rf"\s*[,;]\s+(?:(?:và|rồi)\s+)?(?:(?:đến|sang|vào)\s+)?{_TAKES.pattern}")
#: Words to which the year may refer instead: Năm 1995, công ty được thành lập, đến nay …
_OTHERWISE = re.compile(
    r"(?<!\w)(?:đến\s+nay|cho\s+đến|sau\s+đó|từ\s+đó|thành\s+lập|ra\s+đời|sinh\s+ra|tốt\s+nghiệp|nghỉ\s+hưu|nhập\s+ngũ)(?!\w)"
)
_REACH = 20  # code points before a year
_FAR = 400  # code points between the year and the award


def next_year_follows(passage: Passage, at: int) -> bool:
    """Return whether the words at ``at``, behind an award, are the year and verb of the next: ``…, năm 2014 được tặng``."""
    return _NEXT.match(passage.views.canonical, at, passage.stop) is not None


def years_at_head(passage: Passage, at: int) -> Merit:
    """Return the years at the head of the clause of the award at ``at``; none if the year may belong to something else."""
    match = next((hit for hit in reversed(_heads(passage)) if hit.end() <= at), None)
    if match is None and (listed := _LISTED.match(passage.views.canonical, passage.start, at)) is not None:
        return Merit(None, (int(listed["year"]),), None, None)
    if match is None or at - match.end() > _FAR or _OTHERWISE.search(passage.views.canonical, match.end(), at):
        return NO_MERIT
    return Merit(None, (int(match["year"] or match["last"]),), period(match), None)


def _heads(passage: Passage) -> list[re.Match[str]]:
    """Return the years at the heads of the passage's clauses; remembered by passage."""
    memory, key = passage.views.memory, (_heads, passage.start, passage.stop)
    if key not in memory:
        memory[key] = [match for match in passage.matches(_YEAR) if _opens_clause(passage, match.start())]
    heads: list[re.Match[str]] = memory[key]
    return heads


def _opens_clause(passage: Passage, at: int) -> bool:
    start = max(passage.start, at - _REACH)
    before = passage.views.canonical[start:at]
    if _THEN.search(before) is not None and _TAKES.match(passage.views.canonical, at) is not None:
        return True  # năm 2010 được công nhận D, năm 2014 được tặng F
    match = _HEAD.search(before)
    return match is not None and (start == passage.start or match.start() > 0 or before[:1] in ";•")
