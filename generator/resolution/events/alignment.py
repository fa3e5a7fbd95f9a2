"""Alignment of two texts word by word, in time linear in their length (difflib's grows with its square).

Runs of three words that occur once in each text align the two; the text between them was changed. The same idea as the "patience diff" of
version control.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LENGTH = 3  #: words in a run

Words = tuple[str, ...]


class Run(NamedTuple):
    """Words ``start`` to ``stop`` (excluded) of a text."""

    start: int
    stop: int


def runs(words: Sequence[str]) -> Iterator[Words]:
    """Return all runs of three words, in order."""
    return zip(*(words[start:] for start in range(_LENGTH)), strict=False)


def aligned(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[Run, Run]]:
    """Yield the places where ``first`` and ``second`` differ, in order: which words of the one mean which of the other.

    Either may be empty: inserted or omitted words. A common beginning or end is not part of a place.
    """
    at, also = 0, 0
    for here, there in (*_anchors(first, second), (len(first), len(second))):
        if here > at or there > also:
            run, two = _trimmed(first, Run(at, max(at, here)), second, Run(also, max(also, there)))
            if run.start < run.stop or two.start < two.stop:
                yield run, two
        at, also = max(at, here + _LENGTH), max(also, there + _LENGTH)


def _trimmed(first: Sequence[str], run: Run, second: Sequence[str], two: Run) -> tuple[Run, Run]:
    (start, stop), (begin, end) = run, two
    while start < stop and begin < end and first[start] == second[begin]:
        start, begin = start + 1, begin + 1
    while start < stop and begin < end and first[stop - 1] == second[end - 1]:
        stop, end = stop - 1, end - 1
    return Run(start, stop), Run(begin, end)


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the runs that occur once in each text, as many as keep their order: the longest increasing row of them."""
    here, two = _once(first), _once(second)
    pairs = sorted((at, two[run]) for run, at in here.items() if run in two)
    ends: list[int] = []  # the least last place of a row of each length
    last: list[int] = []  # the pair that ends it
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [number]
    row: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _once(words: Sequence[str]) -> dict[Words, int]:
    places: dict[Words, int] = {}
    for at, run in enumerate(runs(words)):
        places[run] = -1 if run in places else at
    return {run: at for run, at in places.items() if at >= 0}
