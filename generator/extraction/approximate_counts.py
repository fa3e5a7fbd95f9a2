"""Hedged counts, and the exact numbers that they may mean."""

from __future__ import annotations

from generator.model.facts import Approximation, Award

#: The lower and upper limit, as shares of the number stated. Nobody writes "hơn 100" for 200.
_RANGES = {Approximation.AT_LEAST: (1.0, 1.25), Approximation.NEARLY: (0.8, 1.0), Approximation.ABOUT: (0.85, 1.15)}
_OVER_TIME = (Approximation.PER_YEAR, Approximation.RUNNING)


def over_time(award: Award) -> str | None:
    """Return how the count covers more than the event: each year, or all that was granted since; None if it was granted at once."""
    return award.approximate if award.approximate in _OVER_TIME else None


def may_count(award: Award, number: int) -> bool:
    """Return whether the number that ``award`` states, hedged or not, may mean ``number``."""
    if award.count is None or over_time(award) is not None:
        return False
    if award.approximate is None:
        return award.count == number
    least, most = _RANGES[Approximation(award.approximate)]
    return least * award.count <= number <= most * award.count


def counts_agree(left: Award, right: Award) -> bool:
    """Return whether two counts, at least one hedged, may mean the same number; if both are hedged, their numbers must be equal."""
    if left.count is None or right.count is None or over_time(left) != over_time(right):
        return False
    if left.approximate is None:
        return right.approximate is not None and may_count(right, left.count)
    return may_count(left, right.count) if right.approximate is None else left.count == right.count
