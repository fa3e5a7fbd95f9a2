"""The stretch of a text's words in which evidence of damage lies thickest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part ``[start, end)`` of a text with the highest sum of evidence."""

    score: float
    start: int
    end: int


def thickest(evidence: Iterable[tuple[int, int, float]]) -> Stretch | None:
    """Return the stretch of words with the highest sum, or None where no word speaks for damage.

    ``evidence`` gives each word's start, end and weight in reading order: above zero for damage, below it against.
    """
    best: Stretch | None = None
    running, begin = 0.0, 0
    for start, end, weight in evidence:
        if running <= 0:
            running, begin = 0.0, start
        running += weight
        if weight > 0 and (best is None or running > best.score):
            best = Stretch(running, begin, end)
    return best
