"""Ranges of text: none may overlap another in a set of disjoint ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import DisjointSpans

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=25)


@given(RANGES)
def test_property_what_is_taken_in_is_what_overlaps_nothing(ranges: list[tuple[int, int]]) -> None:
    spans = DisjointSpans()
    taken: list[tuple[int, int]] = []
    for start, end in ranges:
        free = not any(start < other_end and other_start < end for other_start, other_end in taken)
        assert spans.add(start, end) is free
        if free:
            taken.append((start, end))
