"""The merit of a frame's award, from the words behind each recipient, around the award type, or of the act before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode
from generator.extraction.awards.acts.clause.heads import next_year_follows, years_at_head
from generator.extraction.awards.qualities.attributes import attribute
from generator.extraction.awards.standards import CONSECUTIVE, NO_MERIT, Merit, consecutive, merit
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass
from generator.model.facts import AwardStatus
from generator.text.periods import YEARS, period


def merits(passage: Passage, frame: Frame) -> list[Merit]:
    """Return the merit of each item: its own words, else those of the item joined to it, else those around the award type, else
    those of the act before it in the sentence."""
    around = around_form(passage, frame)
    own: list[Merit] = []
    shared: list[Merit] = []  # what each states for those of its row before it
    for item in frame.items:
        behind = passage.within(item.element.end, max(item.end, item.element.end))
        stated = NO_MERIT if not words_follow(frame) else merit(behind)
        of_all = stated
        if isinstance(item.element.value, Group) and (stated.standard is None or stated.standard in _ADJECTIVES):
            stated = replace(stated, standard=_quality(passage, item, stated.standard))
        if stated.standard is None and words_follow(frame):
            described = attribute(behind, named=not isinstance(item.element.value, Group))
            if described is not None:
                stated = replace(stated, standard=described.words, describes=True)
                of_all = stated if described.quality is None else NO_MERIT
                if described.quality is not None and described.quality.lower() in _ADJECTIVES - {"giỏi"}:
                    of_all = replace(stated, standard=described.quality)  # 12 tập thể, 25 gia đình hiếu học tiêu biểu
        own.append(stated)
        shared.append(of_all)
    for index in range(len(own) - 2, -1, -1):
        if own[index] == NO_MERIT and frame.items[index].joined:
            own[index] = shared[index] = shared[index + 1]
    return [_filled(reason, around) for reason in own]


def words_follow(frame: Frame) -> bool:
    """Return whether the words about a recipient follow it; before a verb they end where the verb begins."""
    if frame.items and frame.items[-1].element.end <= frame.form.start:
        return False
    return frame.mode not in RECIPIENT_FIRST or frame.open


_ADJECTIVES = {"xuất sắc", "tiêu biểu", "điển hình", "giỏi", "tiên tiến", "xuất sắc, tiêu biểu", "tiêu biểu, xuất sắc"}


def _quality(passage: Passage, item: Item, adjective: str | None) -> str | None:
    """Return the standard in the name of a kind: ``50 LĐXS``, ``47 lao động giỏi``, ``80 CNLĐ tiêu biểu``; None without one."""
    group = cast(Group, item.element.value)
    if adjective is not None and group.kind in {"ca-nhan", "tap-the", "don-vi", "tap-the-va-ca-nhan"}:
        return adjective
    if adjective is not None:
        words = " ".join(passage.views.text[item.element.end - len(group.words) : item.element.end].split())
        return f"{words} {adjective}"
    if not re.search(r"giỏi|xs$|xuất sắc|tiêu biểu", group.words):
        return None
    return " ".join(passage.views.text[item.element.end - len(group.words) : item.element.end].split())


def _filled(own: Merit, around: Merit) -> Merit:
    if own is NO_MERIT:
        return around
    if around is NO_MERIT and own.standard is not None:
        return own
    if own.standard is None:
        return replace(
            around,
            years=own.years or around.years,
            period=own.period or around.period,
            consecutive_years=own.consecutive_years or around.consecutive_years,
        )
    if not own.years and own.period is None and own.consecutive_years is None:
        return replace(own, years=around.years, period=around.period, consecutive_years=around.consecutive_years)
    return own


_BEFORE = re.compile(
    r"(?:với|ghi nhận|vì|do|nhờ)\s+(?:những\s+|các\s+)?"
    r"(?=(?:(?:đã\s+)?có\s+)?(?:thành\s+tích|đóng\s+góp|cống\s+hiến|công\s+lao|công\s+trạng)(?!\w))"
)
_AFTER = re.compile(
    r"[\s,]*(?:(?:đột\s+xuất|toàn\s+diện|chuyên\s+đề)\s+)?(?:vì|do|về|đã\s+có|có|với|ghi\s+nhận|trong|nhờ|giai\s+đoạn|(?:các\s+|những\s+)?năm|(?:0?\d{1,2}|hai|ba|bốn)\s+năm\s+(?:liền|liên\s+t)\w*|liên\s+tục|từ\s+năm\s+\d{4}\s*(?:-|đến)|hoàn\s+thành|xuất\s+sắc|đạt|\(|chi\s+bộ\s+đạt|tập\s+thể\s+đạt)(?!\w)"
)
#: The occasion, if nothing nearer gives the reason: Trong đợt tổng kết phong trào …, đơn vị được tặng ….
_OCCASION = re.compile(
    r"(?:trong|tại|nhân)\s+(?:đợt|dịp)\s+(?:sơ|tổng)\s+kết\s+(?:\d+\s+năm\s+)?"
    r"(?P<what>(?:thực\s+hiện\s+)?(?:phong\s+trào|cuộc\s+vận\s+động|đợt\s+thi\s+đua)[^,;:.()]{4,120}?)\s*,"
)
_SPAN_OF_YEARS = re.compile(rf"giai\s+đ\S+n\s+{YEARS}")


#: Behind a number of years, which they were: 3 năm liền (2016-2018).
_YEARS_RUN = re.compile(rf"\s*,?\s*\(?\s*(?:từ\s+(?:năm\s+)?)?{YEARS}")
#: A run of years at the head of the sentence: Từ năm 2014 đến năm 2018, Chi bộ luôn đạt …
_LED_BY_YEARS = re.compile(rf"(?:\W{{0,3}}|[^,;.]{{0,60}},\s+)(?:trong\s+)?(?:\d{{1,2}}\s+năm\s*\(?)?(?:từ\s+)?(?:năm\s+)?{YEARS}\)?,?\s")


def around_form(passage: Passage, frame: Frame) -> Merit:
    """Return the merit before the recipients (``Với thành tích …, 10 tập thể …``), between them and the verb, or after the
    award type (``… vì đã có …``), and set it on the frame."""
    canonical = passage.views.canonical
    found = _behind_form(passage, frame) if words_follow(frame) else NO_MERIT
    if not words_follow(frame):
        if _AFTER.match(canonical, frame.end, frame.limit) and not next_year_follows(passage, frame.end):
            found = merit(passage.within(frame.end, clause_end(canonical, frame.end, frame.limit)))
        between = max((item.element.end for item in frame.items), default=frame.predicate)
        counted = any(isinstance(item.element.value, Group) and item.element.value.counted for item in frame.items)
        if found == NO_MERIT and counted and between < frame.predicate and (frame.follows is None or between > frame.follows.end):
            found = merit(passage.within(between, frame.predicate))
    if found.standard is None and (match := passage.first(_BEFORE, passage.start, frame.end)) is not None:
        stop = canonical.find(",", match.end(), frame.end)
        if stop > 0:
            found = _filled(found, merit(passage.within(match.end(), stop)))
    if found.standard is None and (match := _OCCASION.match(canonical, passage.start, frame.end)) is not None:
        span = passage.views.text[match.start("what") : match.end("what")]
        found = replace(found, standard=" ".join(span.split()))
    head = years_at_head(passage, frame.form.start)
    if found.standard is None and (carried := _carried(frame)) is not None:
        found = _filled(found, carried if head == NO_MERIT else replace(head, standard=carried.standard))
    if found.consecutive_years is None and not words_follow(frame):
        run = passage.first(CONSECUTIVE, max(canonical.rfind(",", passage.start, frame.predicate), passage.start), frame.end)
        if run is not None:
            within = period(_YEARS_RUN.match(canonical, run.end(), frame.end))
            found = replace(found, consecutive_years=consecutive(run), period=found.period or within)
    if found.period is None and not found.years:
        found = replace(found, period=period(passage.first(_SPAN_OF_YEARS, passage.start, _first(frame).form.start)))
    if frame.mode == Mode.RECEIVE and not found.years and found.period is None and head == NO_MERIT:
        led = None if frame.follows is not None else _LED_BY_YEARS.match(canonical, passage.start, frame.form.start)
        found = replace(found, period=period(led))
    if not found.years and found.period is None:
        found = replace(found, years=head.years, period=head.period)
    frame.merit = found
    return found


def _carried(frame: Frame) -> Merit | None:
    """Return the merit of the act before it, if both are alike; a title, a prize, or a proposal after a grant has its own."""
    before = frame.follows
    if before is None or frame.form.title is not None or frame.form.group in {AwardClass.TITLE, AwardClass.PRIZE}:
        return None
    if frame.status == AwardStatus.PROPOSED and before.status != AwardStatus.PROPOSED:
        return None
    return None if before.merit is None or before.merit.describes else before.merit


def _behind_form(passage: Passage, frame: Frame) -> Merit:
    """Return the merit between the award type and its recipients: ``Cờ thi đua giai đoạn 2016 - 2020 cho 2 tập thể``."""
    canonical, first = passage.views.canonical, min((item.element.start for item in frame.items), default=frame.end)
    stop = canonical.rfind(" cho ", frame.end, first)
    return merit(passage.within(frame.end, stop)) if stop > frame.end else NO_MERIT


def _first(frame: Frame) -> Frame:
    """Return the frame that opens the row; remembered, so that a long row is walked once."""
    first = frame
    while first.follows is not None:
        first = first.opening or first.follows
    frame.opening = None if first is frame else first
    return first


def clause_end(canonical: str, at: int, stop: int) -> int:
    """Return where the clause that continues at ``at`` ends: at a semicolon, at most ``stop``."""
    index = canonical.find(";", at, stop)
    return stop if index < 0 else index


def reason_end(passage: Passage, frame: Frame, item: Item) -> int:
    """Return where the words of a passive award end: after its reason, if one follows the award type."""
    canonical = passage.views.canonical
    if _AFTER.match(canonical, frame.end, frame.limit) and frame.limit > frame.end:
        return max(clause_end(canonical, frame.end, frame.limit), item.end)
    return max(frame.end, item.end)
