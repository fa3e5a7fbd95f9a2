"""Spans of an article's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points of :attr:`Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)  # a third of the time: of nothing else are so many kept and digested

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class DisjointSpans:
    """Half-open ranges of which no two overlap, so that a new range is compared with its two neighbours only."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Add ``[start, end)`` unless it overlaps an existing range; return whether it was added. An empty range overlaps one around it."""
        at = bisect_left(self._starts, end)
        if at > 0 and self._ends[at - 1] > start:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


class Coverage:
    """The places that some spans cover, as disjoint stretches in order: places and spans are looked up by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            elif len(span):
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, place: int) -> bool:
        """Return whether any of the spans covers ``place``."""
        at = bisect_right(self._starts, place)
        return at > 0 and place < self._ends[at - 1]

    def meets(self, span: Span) -> bool:
        """Return whether any of the spans covers a place of ``span``; False for an empty span."""
        at = bisect_left(self._starts, span.end)
        return len(span) > 0 and at > 0 and self._ends[at - 1] > span.start


class InOrder:
    """Spans in reading order of which no two overlap, such as an article's blocks."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def over(self, span: Span) -> tuple[Span, ...]:
        """Return the spans that overlap ``span``, in order."""
        return self._spans[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def meet(self, span: Span) -> bool:
        """Return whether any span overlaps ``span``."""
        return bisect_right(self._ends, span.start) < bisect_left(self._starts, span.end)


def overlapping(spans: Iterable[Span], stretches: Iterable[Span]) -> Iterator[list[Span]]:
    """Yield for each of ``stretches`` (in order, without overlap) the ``spans`` that overlap it, by start and end.

    The cost is that of sorting the spans and of the output, however many stretches there are.
    """
    waiting = sorted(spans, reverse=True)
    near: list[tuple[int, Span]] = []  # those begun, by their ends
    for stretch in stretches:
        while waiting and waiting[-1].start < stretch.end:
            span = waiting.pop()
            heappush(near, (span.end, span))
        while near and near[0][0] <= stretch.start:
            heappop(near)
        yield sorted(span for _, span in near if span.overlaps(stretch))
