"""Numbers and shares that go together: when a share as printed can be the share of the numbers, with the rounding of the press."""

from __future__ import annotations

import re

from generator.model.facts import Fact

#: "over 80 %", "nearly 2 billion": the numbers are not exact, so nothing follows from them.
_ABOUT = re.compile(r"(?<!\w)(?:hơn|gần|trên|khoảng|dưới|xấp\s+xỉ|ít\s+nhất|tối\s+thiểu)(?!\w)", re.IGNORECASE)


def tolerance(percent: float) -> float:
    """By how much a share may differ from the exact one: one unit of its last decimal, since some round and some cut."""
    for decimals in range(3):
        if abs(percent * 10**decimals - round(percent * 10**decimals)) < 1e-6:
            return float(1.01 / 10**decimals)
    return 0.0101


def agree(percent: float, part: float, whole: float) -> bool:
    """Whether ``percent`` can be the share of ``part`` in ``whole``."""
    return whole > 0 and abs(100 * part / whole - percent) <= tolerance(percent)


def exact(fact: Fact, text: str) -> bool:
    """Whether the words of ``fact`` give its numbers as exact."""
    return not any(_ABOUT.search(text, max(0, span.start - 8), span.end) for span in fact.evidence)
