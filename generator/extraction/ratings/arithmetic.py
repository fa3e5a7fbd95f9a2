"""Chooses between readings of a sentence by arithmetic: parts add up to a whole, a share is its count of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.ratings.assignment import Reading
from generator.extraction.ratings.pieces import Number

_NEAR = 6.0  # readings up to this much more expensive than the cheapest are compared
_ROUNDING = 0.06  # percentage points lost by rounding


def judged(found: Sequence[Reading], numbers: Sequence[Number]) -> Reading:
    """Return the reading whose numbers agree best with the sentence's own sums, among those nearly as cheap as the cheapest."""
    best = min(one.cost for one in found)
    near = [one for one in found if one.cost <= best + _NEAR]
    return max(near, key=lambda one: (agreement(one, numbers), -one.cost)) if len(near) > 1 else near[0]


def agreement(reading: Reading, numbers: Sequence[Number]) -> int:
    """Count the sums of the reading that are correct: its parts against a whole in the text, its percentages together, each share."""
    parts = [part for part in (_part(one.before, one.behind) for one in reading.bound) if part is not None]
    counts = [count for count, _ in parts if count is not None]
    shares = [share for _, share in parts if share is not None]
    used = {one for bound in reading.bound for one in (bound.before, bound.behind)}
    wholes = {one.count for one in numbers if one not in used and one.count} | {one.of for one in numbers if one.of}
    agrees = int(len(counts) > 1 and sum(counts) in wholes) + int(len(shares) > 1 and abs(sum(shares) - 100) < 0.2)
    both = [(count, share) for count, share in parts if count is not None and share is not None]
    agrees += sum(any(whole and abs(100 * count / whole - share) < _ROUNDING for whole in wholes) for count, share in both[:12])
    return agrees


def _part(before: Number | None, behind: Number | None) -> tuple[int | None, float | None] | None:
    told = [one for one in (before, behind) if one is not None]
    if not told:
        return None
    return next((one.count for one in told if one.count is not None), None), next(
        (one.percent for one in told if one.percent is not None), None
    )
