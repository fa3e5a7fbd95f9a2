"""The overview of all events: when they were, and each with its articles, on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.rendering.parts.lists.ceremonies import Ceremony, Timeline, timeline
from generator.rendering.parts.lists.paging import ROWS, Pager, paged
from generator.rendering.words.speaking import say


@dataclass(frozen=True, slots=True)
class EventsPage:
    """A page of the overview; the first has the picture. ``shared`` events are reported by several articles; ``differences`` counts, by
    address, the places where their reports differ."""

    total: int
    shared: int
    timeline: Timeline | None
    rows: tuple[Ceremony, ...]
    differences: Mapping[str, int]
    pager: Pager


def events_pages(events: Sequence[Ceremony], differences: Mapping[str, int]) -> Iterator[EventsPage]:
    """Yield the pages of the overview of ``events``, one without any."""
    shared = sum(event.reports > 1 for event in events)
    for pager, rows in paged(events, "index", ROWS):
        picture = timeline(events, say("charts.whole_archive")) if pager.at == 0 else None
        yield EventsPage(len(events), shared, picture, tuple(rows), differences, pager)
