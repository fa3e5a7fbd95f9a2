"""Spans looked up by place say what a walk over all of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Coverage, InOrder, Span, overlapping

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span(pair[0], sum(pair))), max_size=12)


def in_order(spans: list[Span]) -> list[Span]:
    """Return those of ``spans`` that begin where the last one kept ended, or later."""
    kept: list[Span] = []
    for span in sorted(spans):
        if len(span) and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


@given(SPANS, SPANS)
def test_property_coverage_is_that_of_every_span(spans: list[Span], asked: list[Span]) -> None:
    places = {place for span in spans for place in range(span.start, span.end)}
    coverage = Coverage(spans)
    assert [coverage.holds(place) for place in range(60)] == [place in places for place in range(60)]
    assert [coverage.meets(span) for span in asked] == [any(place in places for place in range(span.start, span.end)) for span in asked]


@given(SPANS, SPANS)
def test_property_blocks_in_order_are_found_by_overlap(spans: list[Span], asked: list[Span]) -> None:
    blocks = in_order(spans)
    for span in asked:
        expected = tuple(block for block in blocks if block.overlaps(span))
        assert (InOrder(blocks).over(span), InOrder(blocks).meet(span)) == (expected, bool(expected))


@given(SPANS, SPANS)
def test_property_each_stretch_gets_the_spans_that_overlap_it(spans: list[Span], stretches: list[Span]) -> None:
    blocks = in_order(stretches)
    assert list(overlapping(spans, blocks)) == [sorted(span for span in spans if span.overlaps(block)) for block in blocks]
