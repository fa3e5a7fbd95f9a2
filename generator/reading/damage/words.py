"""The words of a text that may be damaged, and the stretch of them in which evidence of damage lies thickest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

#: No other space parts words here: damaged letters look like no-break spaces and next-line controls. What has no end is cut.
TOKEN = re.compile(r"[^ \t\r\n]{1,200}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part ``[start, end)`` of a text with the highest sum of evidence."""

    score: float
    start: int
    end: int


@lru_cache(maxsize=1)
def different_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, each once, in the order of their first use; several kinds of damage are sought among them."""
    return tuple(dict.fromkeys(TOKEN.findall(text)))


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
