"""The last day of an event of several days: ``từ ngày 5 đến 7/8/2023``, ``trong hai ngày, 7 và 8/8``.

It is in the quote that dates the event, or in a sentence nearby that names the same first day or states how long the event
lasts. Sources: architecture/facts.md, event, date_end; architecture/grammar.md §1.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.extraction.clauses import ArticleText, Sentence
from generator.model.facts import Event
from generator.model.span import Span
from generator.text.dates import DateMention, dates, iso_date

_LONGEST = 100  # days; a longer period is a campaign or a time in review
_SENTENCES = 6  # from the sentence that dates the event
_FAR = 20  # the same, for a span of days that begins on the same day
_UNTIL = re.compile(
    r"(?<!\w)(?:kéo dài|diễn ra|tiếp tục|làm việc)\s(?:[^.;:\d]{0,30}\s)?(?:đến|tới)\s(?=(?:hết\s)?(?:(?:sáng|trưa|chiều|tối)\s)?ngày\s\d)"
    r"|(?<!\w)(?:sẽ\s)?bế mạc\s(?:vào\s)?(?=(?:(?:sáng|trưa|chiều|tối)\s)?ngày\s\d)"
)


def with_last_day(event: Event | None, text: ArticleText) -> Event | None:
    """Return ``event`` with its last day, whose quote is added to the evidence.

    The event is unchanged if its first day is unknown or no last day is stated.
    """
    if event is None or event.date is None or len(event.date) < len("2023-08-05"):
        return event
    first, canonical = dt.date.fromisoformat(event.date), text.views.canonical
    own = event.evidence[0]
    near = [other_sentence for other_sentence in text.sentences if other_sentence.end > own.start][:_FAR]
    for mention in dates(canonical, own.start, own.end):
        if (last := _last(mention, first)) is not None:
            return replace(event, date_end=last)
    for at, sentence in enumerate(near):
        found = _stated(canonical, sentence, first, near=at < _SENTENCES)
        if found is not None:
            last, span = found
            covered = any(place.covers(span) for place in event.evidence)
            return replace(event, date_end=last, evidence=event.evidence if covered else (*event.evidence, span))
    return event


def _stated(canonical: str, sentence: Sentence, first: dt.date, *, near: bool) -> tuple[str, Span] | None:
    """Return the last day in a sentence of an event that began on ``first``, and its span; a day alone only ``near`` the event."""
    day = near and canonical.find("ngày", sentence.start, sentence.end) >= 0
    until = _UNTIL.search(canonical, sentence.start, sentence.end) if day else None
    if until is None and canonical.find(str(first.day), sentence.start, sentence.end) < 0:
        return None  # no span of days begins on that day
    for mention in dates(canonical, sentence.start, sentence.end):
        same = (mention.day, mention.month) == (first.day, first.month) and mention.year in (None, first.year)
        last = _last(mention, first) if same else None
        if last is not None:
            return last, Span(mention.start, mention.end)
        if until is not None and mention.start <= until.end() + len("hết ") and until.end() <= mention.end and mention.until is None:
            last = _after(first, mention.day, mention.month, mention.year)
            return (last, Span(until.start(), mention.end)) if last is not None else None
    return None


def _last(mention: DateMention, first: dt.date) -> str | None:
    """Return the last day of a span of days that begins on ``first``, or None."""
    if mention.until is None or (mention.day, mention.month) != (first.day, first.month):
        return None
    return _after(first, *mention.until)


def _after(first: dt.date, day: int | None, month: int | None, year: int | None) -> str | None:
    """Return a day at most :data:`_LONGEST` days after ``first``, in its year or the next if none is written; or None."""
    if day is None or month is None:
        return None
    found = iso_date(day, month, year if year is not None else first.year + ((month, day) < (first.month, first.day)))
    if found is None or not 0 < (dt.date.fromisoformat(found) - first).days <= _LONGEST:
        return None
    return found
