"""Ranges of text: what one is, what two have in common, and that none overlaps another in a set of disjoint ones."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import DisjointSpans, Span

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


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda one: Span(one[0], one[0] + one[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: {start}..{end}"):
        Span(start, end)


def test_a_span_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Span(0, 1).start = 1  # type: ignore[misc]


def test_a_span_counts_code_points() -> None:
    assert Span(1, 3).of("a😀ệb") == "😀ệ"
    assert len(Span(1, 3)) == 2


@given(SPANS, SPANS)
def test_property_spans_are_the_places_that_they_hold(one: Span, other: Span) -> None:
    held, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert len(one) == len(held)
    if held and others:
        assert one.overlaps(other) is bool(held & others)
        assert one.overlaps(other) is other.overlaps(one)
        assert one.covers(other) is (others <= held)
    assert one.covers(one)


@given(st.lists(SPANS))
def test_property_spans_are_ordered_as_they_are_read(spans: list[Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda one: (one.start, one.end))
