"""The years that a paragraph is about, for the awards in it that name none: ``Giai đoạn này, 2 tập thể được tặng F; …``.

Such a head (``Nhiệm kỳ 2018 - 2023, …``, ``Năm học qua, …``, ``5 năm qua, …``) holds for the sentences behind it, up to the next time that
opens a sentence. One without figures means the years last written before it that fit: of a school year, a term, a period of so many years.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.qualities.honour_years import last_year
from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.model.facts import AwardStatus
from generator.model.span import Span
from generator.text.numbers import WORDS, number_in_words
from generator.text.periods import YEARS, period

_NUMBER = rf"(?P<number>\d{{1,2}}|{WORDS})"
_HEAD = re.compile(
    r"(?<!\w)(?P<within>(?:trong|suốt|qua|trải\s+qua)\s+)?(?:"
    rf"(?P<named>năm\s+học|giai\s+đ\S+n|nhiệm\s+kỳ|{_NUMBER}\s+năm(?:\s+qua|\s+gần\s+đây)?)\s*,?\s*\(?{YEARS}\)?"
    rf"|(?P<kind>năm\s+học|giai\s+đ\S+n|nhiệm\s+kỳ)\s+(?:này|qua|vừa\s+qua|đó)"
    rf"|(?:{_NUMBER.replace('number', 'count')})\s+năm\s+(?:qua|vừa\s+qua)"
    r")(?=\s*[,:]|\s+(?:trường|toàn|các|đơn\s+vị|ngành|tỉnh|huyện|xã|thành\s+phố|công\s+ty|chi\s+bộ|đảng\s+bộ|nhà\s+trường|\d))"
)
#: Another time, or what the day itself brought.
_OTHER = re.compile(
    r"[\s*•+-]*(?:(?:trong|vào|đến|sang|bước\s+(?:vào|sang)|đầu|cuối|riêng)\s+)?(?:năm\s+(?:19|20)\d\d(?!\s*[-–])|tháng\s|ngày\s|sáng\s|chiều\s|tối\s"
    r"|(?:nhân\s+)?dịp\s+này|nhân\s+dịp|tại\s+(?:hội\s+nghị|buổi|lễ|đại\s+hội|đây)|thời\s+gian\s+tới|\S+\s+năm\s+tới|trước\s+đó|hiện\s+nay|phát\s+huy)(?!\w)"
)
_WRITTEN = re.compile(rf"(?P<kind>năm\s+học|giai\s+đ\S+n|nhiệm\s+kỳ|năm\s*\()\s*\(?{YEARS}")
_AHEAD = re.compile(r"(?:nhiệm\s+vụ|phương\s+hướng|kế\s+hoạch|triển\s+khai|mục\s+tiêu|hướng\s+tới|chào\s+mừng)\s+(?:\S+\s+){0,3}$")
#: The term that a congress opens: Đại hội Đoàn phường lần thứ X, nhiệm kỳ 2022 - 2027.
_BEGINS = re.compile(r"(?<!\w)(?:đại\s+hội|khóa|bầu)(?!\w)")
_SCHOOL = "năm học"


@dataclass(frozen=True, slots=True)
class _Era:
    """Years ``first`` to ``last``, which the text is about from ``start`` on."""

    start: int
    first: int
    last: int
    school: bool


def with_years_of_paragraph(found: Sequence[Draft], text: ArticleText) -> list[Draft]:
    """Return the drafts, those without years dated by the head of their paragraph."""
    heads: dict[int, list[_Era | int]] = {}
    result: list[Draft] = []
    for draft in found:
        block = draft.sentence.block.span
        if _is_dated(draft):
            result.append(draft)
            continue
        if block.start not in heads:
            heads[block.start] = list(_times(text, block))
        result.append(_of(heads[block.start], draft))
    return result


def _is_dated(draft: Draft) -> bool:
    about = draft.merit
    stated = about.years or about.period or about.consecutive_years
    return (
        bool(stated)
        or draft.status not in {None, AwardStatus.GRANTED}
        or draft.type == "huy-hieu-dang"
        or draft.from_title
        or draft.from_caption
    )


def _of(times: list[_Era | int], draft: Draft) -> Draft:
    at = bisect_right(times, draft.span.end, key=lambda time: time if isinstance(time, int) else time.start) - 1
    era = times[at] if at >= 0 else None
    if not isinstance(era, _Era):
        return draft
    return replace(draft, merit=replace(draft.merit, period=(era.first, era.last), years=(era.last,) if era.school else ()))


def _times(text: ArticleText, block: Span) -> Iterator[_Era | int]:
    """Return the heads in a block, in reading order; the offset alone where another time begins."""
    sentences = text.sentences
    at = bisect_left(sentences, block.start, key=lambda item: item.start)
    while at < len(sentences) and sentences[at].start < block.end:
        sentence, at = sentences[at], at + 1
        passage = text.passage(sentence)
        other = _OTHER.match(passage.views.canonical, sentence.start, sentence.end)
        if other is not None:
            yield sentence.start
        yield from _heads(passage)


def _heads(passage: Passage) -> Iterator[_Era]:
    for match in _matches(passage):
        if match["first"] is not None:
            era = _era(match.start(), match, school=match["named"].startswith("năm học"))
        else:
            era = _meant(passage, match)
        if era is not None:
            yield era


def _matches(passage: Passage) -> Iterator[re.Match[str]]:
    """Return the heads at the beginning of a sentence or a clause; behind a comma only those that can be nothing else."""
    for match in _HEAD.finditer(passage.views.canonical, passage.start, passage.stop) if passage.holds("năm", "giai đ", "nhiệm kỳ") else ():
        before = passage.views.canonical[max(passage.start, match.start() - 4) : match.start()].strip(" *•+-")
        if before == "" or before[-1] in ":;." or (before[-1] == "," and (match["within"] or match["first"] is None)):
            yield match


def _era(start: int, match: re.Match[str], *, school: bool) -> _Era | None:
    years = period(match)
    return None if years is None else _Era(start, *years, school)


def _meant(passage: Passage, head: re.Match[str]) -> _Era | None:
    """Return the years that a head without figures means."""
    count, kind = head["count"], " ".join((head["kind"] or "").split())
    number = None if count is None else int(count) if count.isdigit() else number_in_words(" ".join(count.split()))
    for written in reversed(_written(passage)):
        if written.start() >= head.start():
            continue
        school = written["kind"].startswith("năm học")
        era = _era(head.start(), written, school=school)
        if era is None or (kind == _SCHOOL) != school or 0 < last_year(passage) < era.last:
            continue  # a term that begins is not the one gone by
        if number is None or number - 1 <= era.last - era.first <= number:
            return era
    return None


def _written(passage: Passage) -> list[re.Match[str]]:
    """Return the periods written in the article, except those in the future; searched once per article."""
    memory, canonical = passage.views.memory, passage.views.canonical
    if _written not in memory:
        gone = [
            match for match in _WRITTEN.finditer(canonical) if _AHEAD.search(canonical, max(0, match.start() - 40), match.start()) is None
        ]
        memory[_written] = [
            match
            for match in gone
            if match["kind"] != "nhiệm kỳ" or _BEGINS.search(canonical, max(0, match.start() - 100), match.start()) is None
        ]
    found: list[re.Match[str]] = memory[_written]
    return found


@rule(
    "award.paragraph_years",
    examples=[
        Example("Đại hội thi đua giai đoạn 2015 - 2020. [[Giai đoạn này]], hai tập thể được tặng Huân chương.", (2015, 2020)),
        Example("Tổng kết năm học 2021-2022, triển khai nhiệm vụ năm học 2022-2023. [[Năm học qua]], trường có 9 giải.", (2021, 2022)),
        Example("[[Nhiệm kỳ 2018 - 2023]], hội có 12 tập thể được khen.", (2018, 2023)),
        Example("Báo cáo công tác giai đoạn 2015-2020 cho thấy: [[5 năm qua]], ngành có 7 đơn vị được tặng cờ.", (2015, 2020)),
    ],
    counterexamples=[
        "Giai đoạn này, hai tập thể được tặng Huân chương.",
        "Trong 5 năm tới, ngành phấn đấu có 7 cờ.",
        "tổng kết nhiệm kỳ 2018 - 2023",
    ],
    source="architecture/facts.md awards period; settled cases, school years",
)
def paragraph_years(passage: Passage) -> Iterator[Finding]:
    """Heads of a paragraph that state its years."""
    for match in _matches(passage):
        era = _era(match.start(), match, school=False) if match["first"] is not None else _meant(passage, match)
        if era is not None:
            yield Finding(Span(*match.span()), (era.first, era.last))
