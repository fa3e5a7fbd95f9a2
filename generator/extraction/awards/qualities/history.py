"""Honours mentioned as history: a unit's own among the achievements of earlier years, as opposed to those of the day
(architecture/grammar.md §6.21)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import cast

from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode
from generator.extraction.awards.acts.clause.heads import years_at_head
from generator.extraction.awards.acts.holders.holders import is_of_a_year
from generator.extraction.awards.forms.form import triggers
from generator.extraction.awards.qualities.honour_years import LEAD_YEAR, OF_A_YEAR, last_year
from generator.extraction.clauses import Sentence
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import BlockKind
from generator.model.facts import AwardStatus

_HISTORY = re.compile(
    r"nhiều\s+năm|(?:ba|bốn|năm|sáu|bảy|mười)\s+năm\s+(?:gần\s+đây|qua)|trong\s+nhiệm\s+kỳ"
    r"|nhiệm\s+kỳ\s+(?:qua|vừa|20)|\d\s+năm\s+qua|những\s+năm\s+qua"
    r"|(?<!ngày )(?<!năm )(?<!ôn lại )truyền\s+thống(?!\s+\d)|quá\s+trình|năm\s+qua"
    r"|(?:trong|qua|sau)\s+\d+\s+năm\s+(?:xây\s+dựng|hình\s+thành|phát\s+triển)"
)
#: Years in a row, of the honours or the merit of their own sentence only.
_IN_A_ROW = re.compile(r"(?<!\w)(?:\d|ba|bốn|năm|sáu|bảy|mười)\s+năm\s+(?:liền|liên\s+tục)(?!\w)")
_TIMES = re.compile(r"(?<![\w/.,])(?:\d{1,2}|hai|ba|bốn|năm)\s+lần\s+(?:được|đón|vinh\s+dự)(?!\w)")
#: Thầy A, người đã hai lần được G tặng F, nói: an aside about somebody of whom something else is stated.
_WHO_HAD = re.compile(
    r",\s+(?:là\s+)?người\s+(?:đã\s+|từng\s+|cũng\s+){0,2}(?:(?:\d{1,2}|hai|ba|bốn|năm|nhiều)\s+lần\s+)?(?:vinh\s+dự\s+)?$"
)
#: vào năm 1996, đợt 1 năm 1996, vào tháng 9/2012
_IN_A_YEAR = re.compile(
    r'["”]?(?:\s+(?:đợt|lần)\s+(?:thứ\s+)?\w{1,5})?(?:\s+vào)?\s+(?:năm\s+|tháng\s+\d{1,2}\s?[/-]\s?)'
    r"(?P<year>(?:19|20)\d\d)(?!\s*[-–]|\d)"
)
#: giành giải “X” tại cuộc thi Siêu mẫu châu Á 2011
_AT_A_CONTEST = re.compile(
    r'["”]?\s+(?:[^,.;:()]{2,60}?\s(?P<shown>(?:19|20)\d\d)\)|(?:(?:tại|ở|trong|của)\s+)?(?:cuộc\s+thi|hội\s+thi|kỳ\s+thi|liên\s+hoan|lhp|chương\s+trình|giải|đại\s+hội|hội\s+diễn|hội\s+chợ|olympic)'
    r"(?!\w)[^,.;:()]{0,70}?\s(?P<year>(?:19|20)\d\d)(?!\d|\s*[-–]\s*\d))"
)
#: A prize that only says who somebody is: cô được biết đến khi giành giải X.
_KNOWN_FOR = re.compile(r"được\s+biết\s+đến\s+(?:(?:khi|nhờ|sau\s+khi|với\s+việc|là\s+người)\s+)(?:đã\s+)?$")
#: All that somebody has received: đạt được những danh hiệu cao quý như “A”, “B”.
_RESUME = re.compile(
    r"(?<!\w)(?:những|nhiều|các)\s+(?:danh\s+hiệu|phần\s+thưởng|giải\s+thưởng)(?!\w)[^.;:\"]{0,40}?"
    r"(?:như|:|trong\s+đó\s+có)"
)
_FOREVER = 9999  # a year after any other, for an article that dates nothing
#: Đầu năm 2012 ông được phong tặng …: a year before a pronoun, in the account of a life.
_LIFE = re.compile(
    r"(?<!\w)(?:năm\s+|tháng\s+\d{1,2}\s?[/.-]\s?)(?P<year>(?:19|20)\d\d)(?:\s*,)?\s+(?:khi\s+)?(?:ông|bà|anh|chị|cô|thầy)"
    r"\s+(?:(?:đã|còn|vừa|mới|vinh\s+dự)\s+){0,3}(?:được|nhận|đón\s+nhận)(?!\w)"
)
_TODAY = re.compile(r"(?<!\w)(?:lễ|tổ\s+chức)(?!\w)[^.;]{0,160}đón\s+nhận")
_REASON_FIRST = re.compile(r"(?:với|vì|do|ghi\s+nhận|nhờ)\s")
_NOW = re.compile(
    r"dịp\s+này|tại\s+đây|tại\s+(?:hội\s+nghị|buổi|lễ|đại\s+hội)|buổi\s+lễ|hôm\s+nay|vừa\s+(?:được|qua)|trong\s+đợt|năm\s+nay"
)


#: A war at the head of the sentence, to which all of its clauses refer.
_WAR = re.compile(
    r"(?:[^,;.]{0,40},\s*)?(?:trong|qua|suốt|sau|thời|ở)\s+(?:[^,;.]{0,30}\s)?"
    r"(?:kháng\s+chiến|chiến\s+tranh|thời\s+chiến|chống\s+mỹ|chống\s+pháp|chống\s+thực\s+dân)(?!\w)(?:[^,;.]{0,60},|\s+(?:ông|bà|cụ|bác|anh|chị)\s)"
)
_BRACKET_OF_A_YEAR = re.compile(r"\(\s*(?:vào\s+|trong\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\d)[^()]*$")
_LONGEST_BRACKET = 200  # code points


#: Qua 14 năm …, tỉnh đã khen 7.605 lượt gia đình: all that was granted since.
_YEARS_GONE = re.compile(r"từ(?<!\wtừ)\s+năm\s+(?:19|20)\d\d\s+đến\s+năm\s+(?P<last>(?:19|20)\d\d),\s+qua\s+\d+\s+(?:lần|đợt)(?!\w)")
_OVER_YEARS = re.compile(r"(?:qua|trong|sau|từ)\s+(?:hơn\s+|gần\s+|suốt\s+)?(?:\d{1,2}\s+năm|năm\s+\d{4}\s+đến\s+nay)(?!\w)")


def _is_turns(passage: Passage, item: Item) -> bool:
    return re.search(r"(?<!\w)lượt\s", passage.views.canonical[item.element.start : item.element.end]) is not None


def set_past(passage: Passage, sentence: Sentence, frame: Frame) -> None:
    """Mark an act as past if the sentence recalls it from earlier years."""
    if frame.status is None and is_past(passage, sentence, frame):
        frame.status = AwardStatus.PAST
    if frame.status is None and frame.items and is_of_a_year(passage, [item.element for item in frame.items]):
        frame.status = AwardStatus.PAST
    if frame.status is None and (span := passage.first(_YEARS_GONE, passage.start, frame.form.start)) is not None:
        frame.status = AwardStatus.PAST if int(span["last"]) < last_year(passage) or frame.form.count is not None else None
    if frame.status is None and frame.mode == Mode.ACTIVE and _OVER_YEARS.match(passage.views.canonical, sentence.start):
        frame.status = AwardStatus.PAST if any(_is_turns(passage, item) for item in frame.items) else None


def is_past(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """Return whether the award is mentioned as one of an earlier time."""
    return (
        is_history(passage, sentence, frame)
        or goes_on(passage, frame)
        or is_of_a_life(passage, sentence, frame)
        or is_of_another_day(passage, frame)
        or is_in_row_of_past(passage, frame)
    )


def is_of_another_day(passage: Passage, frame: Frame) -> bool:
    """Return whether the award is of an earlier time, whoever received it.

    That is the case in a war, in a year in brackets (``duy trì thành tích (năm 2016 đoạt …)``), and in a year at the head of
    the clause that is two years or more before the article's.
    """
    canonical, form = passage.views.canonical, frame.form.start
    if passage.first(_NOW, passage.start, frame.end) is not None:
        return False
    if _WAR.match(canonical, passage.start, form) is not None or _is_long_ago(passage, frame):
        return True
    bracket = _BRACKET_OF_A_YEAR.search(canonical, max(passage.start, form - _LONGEST_BRACKET), form)
    if bracket is not None and int(bracket["year"]) < (last_year(passage) or _FOREVER):
        return True
    years = years_at_head(passage, form).years
    return bool(years) and years[0] <= last_year(passage) - 2


def is_in_row_of_past(passage: Passage, frame: Frame) -> bool:
    """Return whether an honour is joined to a past one of the same holder by a mere comma or ``và``: ``năm 2003 nhận F1, F2 và F3``."""
    before = frame.follows
    if before is None or before.status != AwardStatus.PAST or frame.mode not in RECIPIENT_FIRST or not (before.items and frame.items):
        return False
    if passage.views.canonical[before.end : frame.form.start].strip() not in {",", "và", ", và"}:
        return False
    return before.items[0].element == frame.items[0].element and OF_A_YEAR.match(passage.views.canonical, frame.form.end) is None


def is_history(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """Return whether the honours are a unit's own, mentioned among the achievements of earlier years (architecture/grammar.md §6.21)."""
    if frame.mode not in RECIPIENT_FIRST or frame.open or not frame.items:
        return False
    if OF_A_YEAR.match(passage.views.canonical, frame.form.end) or _is_long_ago(passage, frame):
        return True
    if _is_dated_in_a_life(passage, sentence, frame):
        return True
    if of_today(passage, sentence, frame):
        return False
    before = max(passage.start, frame.predicate - REACH)
    if passage.first(_RESUME, sentence.start, frame.form.start) is not None and passage.first(_NOW, sentence.start, sentence.end) is None:
        return True
    if _WHO_HAD.search(passage.views.canonical, before, frame.predicate) or _KNOWN_FOR.search(
        passage.views.canonical, before, frame.predicate
    ):
        return True
    if any(
        item.element.piece is Piece.PERSON or (item.element.piece is Piece.GROUP and cast(Group, item.element.value).counted)
        for item in frame.items
    ):
        return False
    canonical = passage.views.canonical
    if passage.first(_TIMES, sentence.start, frame.form.start):
        return True  # hai lần được phong tặng
    if passage.first(_NOW, sentence.start, sentence.end) or _REASON_FIRST.match(canonical, sentence.start):
        return False
    block = sentence.block.span
    if passage.first(_IN_A_ROW, sentence.start, frame.end) is not None:
        return True
    return passage.within(block.start, block.end).first(_HISTORY, block.start, frame.end) is not None


def is_of_a_life(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """Return whether an honour belongs to a life that the article recounts.

    Its recipient is named only by a pronoun or a given name, birth or career are stated before, nothing in the sentence refers
    to today, and the headline mentions no honour.
    """
    if frame.mode not in RECIPIENT_FIRST:
        return False  # a scene: somebody hands it over
    named = [item.element.value for item in frame.items if isinstance(item.element.value, Named)]
    if named and _YEARS_RUNNING.search(passage.views.canonical, max(sentence.start, frame.predicate - REACH), frame.predicate):
        return passage.first(_NOW, sentence.start, sentence.end) is None
    if not any(person.stated_as is not None for person in named):
        return False
    if passage.first(_NOW, sentence.start, sentence.end) or of_today(passage, sentence, frame):
        return False
    if not (_recounts_a_life(passage, sentence.start) or _is_portrait(passage, sentence.start)):
        return False
    article = passage.context.article
    headline = next((block.span for block in article.blocks if block.kind is BlockKind.TITLE), None)
    return headline is None or not triggers(passage.views, headline.start, headline.end)


#: Suốt 4 năm liền anh được bình chọn là …: the years are of the honours, not of the merit behind them. Năm nào thầy cũng đạt; 3 lần được.
_YEARS_RUNNING = re.compile(
    r"(?<!\w)(?:(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|mười)\s+(?:năm\s+(?:liền|liên\s+tục|liên\s+tiếp)|lần(?:\s+(?:vinh\s+dự|đã|đều))?\s*$)"
    r"|năm\s+(?:học\s+)?nào\s+(?:[^,;.]{0,40}\s)?cũng)(?!\w)"
)
#: Words with which a report of an event opens.
_CEREMONY = re.compile(
    r"(?<!\w)(?:lễ|hội\s+nghị|đại\s+hội|tổng\s+kết|sơ\s+kết|tuyên\s+dương|khen\s+thưởng|trao\s+(?:tặng|giải)|vừa\s+(?:được|ký|trao))(?!\w)"
)
_HEAD_OF_ARTICLE = 800  # code points
_LIFE_WITHIN = 3_000  # code points before the honour


def _recounts_a_life(passage: Passage, before: int) -> bool:
    """Return whether birth, origin or career are stated before the offset."""
    return _stands_near(passage, "life", before)


def _is_portrait(passage: Passage, before: int) -> bool:
    """Return whether work and career are stated before the offset, in an article that does not open with a ceremony or a conference."""
    head = passage.within(0, min(_HEAD_OF_ARTICLE, len(passage.views.canonical)))
    return head.first(_CEREMONY, 0, head.stop) is None and _stands_near(passage, "career", before)


def _stands_near(passage: Passage, cue: str, before: int) -> bool:
    """Return whether a cue of the lexicon precedes the offset within reach; the cues are searched once an article."""
    memory, key = passage.views.memory, (_stands_near, cue)
    if key not in memory:
        words = re.compile(alternatives(lexicon("award-cues").by_id[cue].variants))
        memory[key] = [match.start() for match in words.finditer(passage.views.canonical)]
    places: list[int] = memory[key]
    at = bisect_left(places, before)
    return at > 0 and before - places[at - 1] <= _LIFE_WITHIN


def _is_long_ago(passage: Passage, frame: Frame) -> bool:
    """Return whether the year behind the award type or before the verb is two years or more before the last year that the article dates."""
    canonical = passage.views.canonical
    match = _IN_A_YEAR.match(canonical, frame.end) or LEAD_YEAR.search(
        canonical, max(passage.start, frame.predicate - REACH), frame.predicate
    )
    if match is None and frame.form.group == AwardClass.PRIZE:
        match = _AT_A_CONTEST.match(canonical, frame.end, passage.stop)
    if match is None or any(isinstance(item.element.value, Group) and item.element.value.counted for item in frame.items):
        return False
    return int(match.groupdict().get("shown") or match["year"]) <= last_year(passage) - 2


def _is_dated_in_a_life(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """Return whether a year before the article's, given with ``ông``, ``bà``, dates the honour: ``đầu năm 2012 ông được phong tặng``."""
    if passage.first(_LIFE, sentence.start, frame.form.start) is None:
        return False
    dated = [*_LIFE.finditer(passage.views.canonical, sentence.start, frame.form.start)]
    return bool(dated) and int(dated[-1]["year"]) < last_year(passage)


def goes_on(passage: Passage, frame: Frame) -> bool:
    """Return whether an honour follows history in its sentence: ``hai lần được phong …, 8 tập thể được …``."""
    before = frame.follows
    if before is None or before.status != AwardStatus.PAST or frame.mode != Mode.PASSIVE or before.mode not in RECIPIENT_FIRST:
        return False
    return _NOW.search(passage.views.canonical, before.end, frame.form.start) is None


def of_today(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """Return whether the honour is received at the ceremony that the sentence mentions."""
    return passage.first(_TODAY, sentence.start, frame.end) is not None
