"""The contest of a prize, named behind it, before it in the sentence, or in the sentences before.

``giải Nhì Hội thi Sáng tạo kỹ thuật tỉnh`` · ``Tại cuộc thi “Toán học lý thú”, em A đoạt giải nhất``
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from generator.extraction.awards.draft import Draft
from generator.extraction.clauses import ArticleText
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import lexicon
from generator.text.folding import canonical as canonical_of

_PLACE = re.compile(r"(?:giải|huy\s+chương|hc)(?!\w|\s+thưởng)|hc[vbđ](?!\w)")
#: The end of a contest's name: a mark, a verb, the winner, the year.
_END = re.compile(
    r"\s*[,;:.()\n|]|\s[-–]\s|\s+(?:đã|được|do|với|vào|diễn|tổ\s+chức|cho|thuộc\s+về|về\s+tay|đạt|đoạt|giành|trao|có|và|là|em|thì|anh|chị|ông|bà|thầy|cô"
    r"|này|đó|ấy|nói\s+trên|lần\s+này|trong\s+năm|trong\s+đó|gồm|(?:trong\s+)?năm(?:\s+học)?\s+\d|vừa|đang|sẽ|thu\s+hút|quy\s+tụ|nhận|kéo\s+dài|khép|kết\s+thúc|bắt\s+đầu|khai\s+mạc|bế\s+mạc|còn|cũng|đều|toàn\s+đoàn|tại|ở|\d+\s)(?!\w)"
)
#: Words before the contest that a sentence is about.
_ENTERED = re.compile(r"(?<!\w)(?:dự|tham\s+(?:gia|dự)|tại|trong|đội\s+tuyển|tổ\s+chức|tổng\s+kết)\s+(?:các\s+|buổi\s+)?$")
_LONGEST = 110  # code points of a contest's name
_BEFORE = 300  # code points of the same paragraph, before the sentence


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(lexicon("contest-heads").alternatives)


def with_contests(found: Iterable[Draft], text: ArticleText) -> list[Draft]:
    """Return the drafts; prizes have the contest's name as their standard, if there is one."""
    return [_dated(_with_contest(draft, text)) for draft in found]


_ENDS_IN_YEAR = re.compile(r"(?P<name>.{8,}?),?\s+[Nn]ăm\s+(?P<year>(?:19|20)\d\d)")


def _dated(draft: Draft) -> Draft:
    """Return a prize with the year that its contest's name ends in as its year."""
    match = _ENDS_IN_YEAR.fullmatch(draft.merit.standard or "") if draft.group == AwardClass.PRIZE else None
    if match is None or draft.merit.period or draft.merit.years not in ((), (int(match["year"]),)):
        return draft
    return replace(draft, merit=replace(draft.merit, standard=match["name"], years=(int(match["year"]),)))


def _with_contest(draft: Draft, text: ArticleText) -> Draft:
    if draft.group != AwardClass.PRIZE or draft.title is None or _PLACE.match(canonical_of(draft.title)) is None:
        return draft
    sentence, start = draft.sentence, draft.span.start
    block = max(sentence.block.span.start, sentence.start - _BEFORE)
    behind = next(iter(_names(text, start, sentence.end)), None)
    before = behind or next(reversed(_names(text, sentence.start, start)), None)
    name = before or next(reversed(_names(text, block, sentence.start, entered=True)), None)
    if name is None:
        return draft
    return replace(draft, merit=replace(draft.merit, standard=name, years=draft.merit.years or _year_of(draft, text, behind)))


_OF_YEAR = re.compile(r"\s+(?:trong\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?![\d]|\s*[-–])")


def _year_of(draft: Draft, text: ArticleText, contest: str | None) -> tuple[int, ...]:
    """Return the year right behind the name of the contest, which is behind the prize."""
    if contest is None or draft.merit.period:
        return ()
    words = re.compile(r"[\s\"“”«»]+".join(map(re.escape, canonical_of(contest).split())))
    named = words.search(text.views.canonical, draft.span.start, draft.sentence.end)
    year = None if named is None else _OF_YEAR.match(text.views.canonical, named.end(), draft.sentence.end)
    return () if year is None else (int(year["year"]),)


def _names(text: ArticleText, start: int, stop: int, *, entered: bool = False) -> list[str]:
    """Return the contests named in ``[start, stop)``, in order; with ``entered`` only those that somebody took part in.
    Remembered by stretch."""
    memory, key, canonical = text.views.memory, (_names, start, stop, entered), text.views.canonical
    if key not in memory:
        heads = (
            match for match in _heads().finditer(canonical, start, stop) if not entered or _ENTERED.search(canonical, start, match.start())
        )
        found = (_name_at(text, match, stop) for match in heads)
        memory[key] = [name for name in found if name is not None]
    names: list[str] = memory[key]
    return names


def _name_at(text: ArticleText, head: re.Match[str], stop: int) -> str | None:
    """Return the name that ``head`` opens, as written, without quotes; None for a bare head."""
    limit = min(stop, head.end() + _LONGEST)
    end = _END.search(text.views.canonical, head.end(), limit)
    words = " ".join(re.sub(r"[\"“”«»]", "", text.article.text[head.start() : limit if end is None else end.start()]).split())
    alone = lexicon("contest-heads").entry_of(head.group()).get("alone")
    bare = _DEICTIC.fullmatch(canonical_of(words)[len(head.group()) :]) is not None
    return words if alone or not bare else None


#: What points at a contest named elsewhere instead of naming it: hội thi năm nay.
_DEICTIC = re.compile(r"(?:\s+(?:năm nay|năm ngoái|năm trước|năm qua|lần này|này|trên|nói trên|vừa qua|đã|là|có))?\s*")
