"""The ceremony or conference that an article reports: date, place and name.

The event's day is the first day bound to a verb of holding, in the headline or the first paragraphs. Dates of documents, feasts
and anniversaries are excluded before (``text/dates.py``). Sources: architecture/grammar.md §1.1, §1.2.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.events.announced import announced, is_to_come
from generator.extraction.events.funerals import funeral
from generator.extraction.events.lead import is_late, lead_of
from generator.extraction.events.names import name_of, place_of, words_as_one
from generator.extraction.events.words import (
    ANOTHER_TIME,
    BESIDE,
    HELD,
    LEADS_TO_DAY,
    NAMED_AFTER,
    NOT_ITS_DAY,
    OTHER,
    TOOK_PART,
)
from generator.extraction.events.years import EventYear, inferred_year
from generator.model.facts import Event, Inference
from generator.model.span import Span
from generator.model.statement import Statement, day, year_basis
from generator.model.statement import basis as basis_of
from generator.text.dates import DateMention, dates, day_before, iso_date, year_not_before
from generator.text.folding import canonical

_FARTHEST_BELOW = 40  # sentences in which an event with the headline's words is sought
_AT_HEAD = 12  # code points before a day that opens its sentence
_ALIKE = 0.8  # share of the headline's words in the event's name
_SURE_NAME = 5  # words of a name that is in another sentence than the day
_EARLIEST = 1995  # no web page reports an event of its own day from before; anything older is history
_LEADS = 220  # characters before a day to search for a verb or a name that leads to it
_LONGEST_AGO = 400  # days between an event and its report
_PART = re.compile(r"(?<!\w)(?:vào )?buổi (?P<part>sáng|trưa|chiều|tối)(?!\w)")


@dataclass(frozen=True, slots=True)
class Held:
    """An event as stated in a sentence.

    ``day`` and ``month`` are None if only a relative word gives the day. ``place_span`` is the span of the place. ``to_come``:
    the event is announced and not yet held.
    """

    day: int | None
    month: int | None
    year: int | None = None
    part: str | None = None
    relative: str | None = None
    place: str | None = None
    name: str | None = None
    place_span: Span | None = field(default=None, compare=False)
    to_come: bool = field(default=False, compare=False)


@rule(
    "event.held",
    examples=[
        Example(
            "[[Ngày 12/4]], Đảng ủy xã Tân Phú tổ chức hội nghị sơ kết quý I.",
            Held(12, 4, name="hội nghị sơ kết quý I"),
        ),
        Example(
            "Thực hiện Kế hoạch số 9-KH/QU ngày 1/2/2021 của Quận ủy, [[chiều ngày 5/3/2021]], tại hội trường A, Chi bộ 2 tiến hành họp.",
            Held(5, 3, 2021, "chiều", place="hội trường A"),
        ),
        Example(
            "[[Ngày 8/12/2022]], tại phòng họp số 2 Quận ủy, Đảng ủy Khối họp kiểm điểm.",
            Held(8, 12, 2022, place="phòng họp số 2 Quận ủy"),
        ),
        Example("Lễ trao Huy hiệu Đảng được Huyện ủy tổ chức [[sáng 30/5]].", Held(30, 5, part="sáng", name="Lễ trao Huy hiệu Đảng")),
        Example("[[Sáng nay]], Sở Y tế họp tổng kết.", Held(None, None, part="sáng", relative="nay")),
        Example("[[Ngày 2-9-2020]], buổi tối, Đoàn trường tổ chức giao lưu.", Held(2, 9, 2020, "tối")),
        Example("Đoàn công tác [[hôm qua (16-1)]] đã kiểm tra Đảng ủy xã.", Held(16, 1, relative="qua")),
    ],
    counterexamples=[
        "Ngày 29-5, Tỉnh đoàn cho biết đang hoàn tất hồ sơ.",
        "Ngày 23/5, Chính phủ ban hành nghị định về thi đua.",
        "Trước đó, ngày 12/5, trường tổ chức thi.",
        "Lễ kỷ niệm ngày thành lập Đảng (3/2/1930 - 3/2/2020) được tổ chức trọng thể.",
        "Kết quả có 8/8 chỉ tiêu hoàn thành, tổ chức tốt các phong trào.",
    ],
    source="architecture/grammar.md §1.1",
)
def held(passage: Passage) -> Iterator[Finding]:
    """Yield the first day in a sentence on which something is held, with place and name of the event."""
    canonical, start, stop = passage.views.canonical, passage.start, passage.stop
    if ANOTHER_TIME.match(canonical, start, stop):
        return
    for mention in dates(canonical, start, stop):
        if (mention.year is None or mention.year >= _EARLIEST) and _is_its_day(canonical, mention, start, stop):
            yield Finding(Span(mention.start, _closed(canonical, mention)), _held(passage, mention))
            return


def _held(passage: Passage, mention: DateMention) -> Held:
    """Return the event of the sentence on the day ``mention``."""
    views = passage.views
    place, name = place_of(passage, mention.end) or _place_before(passage, mention), name_of(passage)
    return Held(
        mention.day,
        mention.month,
        mention.year,
        mention.part or _part_of_day(views.canonical, mention, passage.stop),
        mention.relative,
        None if place is None else words_as_one(views, place),
        None if name is None else words_as_one(views, name),
        place,
        is_to_come(views.canonical, mention, passage.start, passage.stop),
    )


def event(text: ArticleText) -> Event | None:
    """Return the event reported, or None.

    Its evidence is first the quote with the day, then its name. A year that is not written is inferred, with the basis.
    """
    lead = tuple(lead_of(text))
    if (last_rites := _funeral(text)) is not None:
        return last_rites
    beside: Event | None = None
    for sentence in lead:
        for finding in held(text.passage(sentence)):
            found = _dated(text, sentence, finding)
            late = finding.span.start > sentence.start + _AT_HEAD and is_late(text, sentence)
            if late or _is_history(found.date, text.article.published):
                continue
            if found.name is None:
                return _with_name(text, found, lead)
            if BESIDE.match(found.name.lower()) is None:
                return found
            beside = beside or found
    if beside is not None:
        return beside
    if (below := _of_headline(text, lead)) is not None:
        return below
    if (ahead := _still_to_come(text, lead)) is not None:
        return ahead
    for sentence in lead:
        passage = text.passage(sentence)
        name = name_of(passage, held_only=True)
        if name is not None:
            return Event(name=words_as_one(text.views, name), date=None, part_of_day=None, place=None, evidence=(name,), rule="event.named")
    return None


def _of_headline(text: ArticleText, lead: tuple[Sentence, ...]) -> Event | None:
    """Return the event below the lead whose name has the words of the headline, or None."""
    if not text.article.title_is_headline:
        return None
    wanted = set(canonical(text.article.title).split())
    below = text.sentences[lead[-1].index + 1 : _FARTHEST_BELOW] if lead and len(wanted) >= _SURE_NAME else ()
    for sentence in below:
        for finding in held(text.passage(sentence)):
            found = _dated(text, sentence, finding)
            named = set() if found.name is None else set(canonical(found.name).split())
            alike = found.date is not None and len(wanted & named) >= _ALIKE * len(wanted)
            if alike and not _is_history(found.date, text.article.published):
                return found
    return None


def _still_to_come(text: ArticleText, lead: tuple[Sentence, ...]) -> Event | None:
    """Return the event that the lead announces, or None."""
    for sentence in lead:
        passage = text.passage(sentence)
        for finding in announced(passage):
            return _dated(text, sentence, replace(finding, value=_held(passage, finding.value)))
    return None


def _funeral(text: ArticleText) -> Event | None:
    """Return the funeral of a death notice, wherever its day is given; or None."""
    dated = funeral(text)
    if dated is None:
        return None
    finding, passage = dated
    value = replace(_held(passage, finding.value), to_come=True)
    return _dated(text, next(sentence for sentence in text.sentences if sentence.start == passage.start), replace(finding, value=value))


def _with_name(text: ArticleText, found: Event, lead: tuple[Sentence, ...]) -> Event:
    """Return the event with the name from another sentence of headline or lead, if it is capitalised as a name."""
    for sentence in lead:
        passage = text.passage(sentence)
        name = name_of(passage)
        if name is None or len(name.of(text.article.text).split()) < _SURE_NAME or not text.article.text[name.start].isupper():
            continue
        if NAMED_AFTER.search(passage.views.canonical[max(sentence.start, name.start - 70) : name.start]):
            evidence = (*found.evidence, name) if not any(name.overlaps(span) for span in found.evidence) else found.evidence
            return replace(found, name=words_as_one(text.views, name), evidence=evidence)
    return found


def _dated(text: ArticleText, sentence: Sentence, finding: Finding) -> Event:
    said: Held = finding.value
    published = text.article.published
    date: str | None = None
    basis: Statement | None = None
    if said.day is None or said.month is None:
        if published is not None:
            date = published[:10] if said.relative == "nay" else day_before(published)
            basis = basis_of("today" if said.relative == "nay" else "yesterday", date=day(published[:10]))
            date = date if date is not None and len(date) == 10 else None
    elif said.year is not None:
        date = iso_date(said.day, said.month, said.year)
    elif said.to_come and published is not None and (ahead := year_not_before(said.day, said.month, published)) is not None:
        date = iso_date(said.day, said.month, ahead)
        basis = basis_of("ahead", date=day(published[:10]))
    else:
        year: EventYear | None = inferred_year(text, sentence, said.day, said.month)
        if year is not None:
            date = iso_date(said.day, said.month, year.year)
            basis = year.basis
    if date is not None and basis is not None and said.day is not None:
        basis = year_basis(date, basis)
    passage = text.passage(sentence)
    name = name_of(passage)
    spans = [finding.span]
    if name is not None and not name.overlaps(finding.span):
        spans.append(name)
    if said.place_span is not None and not any(said.place_span.overlaps(span) for span in spans):
        spans.append(said.place_span)
    return Event(
        name=said.name,
        date=date,
        part_of_day=said.part,
        place=said.place,
        evidence=tuple(spans),
        rule=finding.rule,
        inferred=(Inference("date", basis),) if date is not None and basis is not None else (),
    )


def _is_history(date: str | None, published: str | None) -> bool:
    """Return whether a day is too long before the publication to be the event reported."""
    if date is None or published is None or len(published) < 10:
        return False
    return (dt.date.fromisoformat(published[:10]) - dt.date.fromisoformat(date)).days > _LONGEST_AGO


def _place_before(passage: Passage, mention: DateMention) -> Span | None:
    """Return a town between the verb and the day (``tổ chức tại Hà Nội chiều 27/5``), or None."""
    leads = LEADS_TO_DAY.search(passage.views.canonical, max(passage.start, mention.start - _LEADS), mention.start)
    if leads is None or leads["place"] is None or not passage.views.text[leads.start("place")].isupper():
        return None
    return Span(*leads.span("place"))


def _is_its_day(canonical: str, mention: DateMention, start: int, stop: int) -> bool:
    if mention.relative == "mai":
        return is_to_come(canonical, mention, start, stop)
    before = canonical[max(start, mention.start - 40) : mention.start]
    if NOT_ITS_DAY.search(before) and mention.until is None:
        return False
    leads = LEADS_TO_DAY.search(canonical, max(start, mention.start - _LEADS), mention.start)
    if leads is not None:
        return TOOK_PART.search(canonical, max(start, leads.start() - _LEADS), leads.start()) is None
    ahead = HELD.search(canonical, mention.end, stop)
    other = OTHER.search(canonical, mention.end, stop)
    if ahead is not None and (other is None or ahead.start() < other.start()):
        return True
    # The verb precedes the day: ``… được Huyện ủy tổ chức sáng 30/5``.
    verb = HELD.search(canonical, start, mention.start)
    behind = OTHER.search(canonical, start, mention.start)
    return verb is not None and behind is None


def _part_of_day(canonical: str, mention: DateMention, stop: int) -> str | None:
    match = _PART.search(canonical, mention.end, min(stop, mention.end + 120))
    return None if match is None else match["part"]


def _closed(canonical: str, mention: DateMention) -> int:
    """Return the end of the mention, including the bracket that closes it: ``hôm qua (16-1)``."""
    inside = canonical[mention.start : mention.end]
    return mention.end + 1 if "(" in inside and ")" not in inside and canonical.startswith(")", mention.end) else mention.end
