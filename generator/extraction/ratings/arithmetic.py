"""Chooses between readings of a sentence by arithmetic: parts add up to a whole, a share is its count of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.ratings.assignment import Assignment
from generator.extraction.ratings.pieces import Number

_NEAR = 6.0  # readings up to this much more expensive than the cheapest are compared
_ROUNDING = 0.06  # percentage points lost by rounding


def judged(found: Sequence[Assignment], numbers: Sequence[Number]) -> Assignment:
    """Return the reading whose numbers agree best with the sentence's own sums, among those nearly as cheap as the cheapest."""
    best = min(reading.cost for reading in found)
    near = [reading for reading in found if reading.cost <= best + _NEAR]
    return max(near, key=lambda reading: (agreement(reading, numbers), -reading.cost)) if len(near) > 1 else near[0]


def agreement(reading: Assignment, numbers: Sequence[Number]) -> int:
    """Count the sums of the reading that are correct: its parts against a whole in the text, its percentages together, each share."""
    parts = [part for part in (_part(bound.before, bound.behind) for bound in reading.bound) if part is not None]
    counts = [count for count, _ in parts if count is not None]
    shares = [share for _, share in parts if share is not None]
    used = {used_number for bound in reading.bound for used_number in (bound.before, bound.behind)}
    wholes = {number.count for number in numbers if number not in used and number.count} | {number.of for number in numbers if number.of}
    agrees = int(len(counts) > 1 and sum(counts) in wholes) + int(len(shares) > 1 and abs(sum(shares) - 100) < 0.2)
    both = [(count, share) for count, share in parts if count is not None and share is not None]
    agrees += sum(any(whole and abs(100 * count / whole - share) < _ROUNDING for whole in wholes) for count, share in both[:12])
    return agrees


def _part(before: Number | None, behind: Number | None) -> tuple[int | None, float | None] | None:
    given = [number for number in (before, behind) if number is not None]
    if not given:
        return None
    return next((number.count for number in given if number.count is not None), None), next(
        (number.percent for number in given if number.percent is not None), None
    )
