"""Hedged counts against exact ones, told by several articles of one event."""

from __future__ import annotations

import pytest

from generator.extraction.approximate_counts import counts_agree, may_count
from generator.model.span import Span
from generator.resolution.events.agreement import Agreement, agreement, sums_up
from tests.rendering.made import award

HERE = (Span(0, 1),)


@pytest.mark.parametrize(
    ("how", "stated", "fits", "fits_not"),
    [
        (None, 100, [100], [99, 101]),
        ("at-least", 100, [100, 115], [99, 180]),
        ("nearly", 100, [100, 92], [101, 60]),
        ("about", 100, [90, 100, 110], [70, 140]),
        ("per-year", 100, [], [100]),
        ("running", 100, [], [100]),
    ],
)
def test_what_a_number_may_stand_for(how: str | None, stated: int, fits: list[int], fits_not: list[int]) -> None:
    one = award(HERE, count=stated, approximate=how)
    assert [number for number in (*fits, *fits_not) if may_count(one, number)] == fits


@pytest.mark.parametrize(
    ("one", "two", "how"),
    [
        ((100, "at-least"), (115, None), Agreement.SAME),
        ((115, None), (100, "at-least"), Agreement.SAME),
        ((100, "at-least"), (100, None), Agreement.SAME_COUNT),
        ((100, "at-least"), (400, None), Agreement.DIFFERENT_COUNT),
        ((100, "at-least"), (90, "nearly"), Agreement.DIFFERENT_COUNT),
        ((100, "running"), (100, None), Agreement.NONE),
        ((100, "running"), (100, "running"), Agreement.SAME_COUNT),
        ((100, "running"), (100, "per-year"), Agreement.NONE),
    ],
)
def test_agreement(one: tuple[int, str | None], two: tuple[int, str | None], how: Agreement) -> None:
    first, second = (award(HERE, count=count, approximate=hedge) for count, hedge in (one, two))
    assert agreement(first, second) is how


def test_a_hedged_number_is_no_part_of_a_sum() -> None:
    whole = award(HERE, count=30, kind="tap-the-va-ca-nhan", standard=None)
    assert sums_up(whole, award(HERE, count=12, kind="ca-nhan"))
    assert not sums_up(whole, award(HERE, count=12, kind="ca-nhan", approximate="nearly"))


def test_counts_that_are_not_stated_agree_with_nothing() -> None:
    assert not counts_agree(award(HERE, count=None), award(HERE, count=3, approximate="about"))
