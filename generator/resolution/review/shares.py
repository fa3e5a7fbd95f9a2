"""Numbers and shares that go together: when a share as printed can be the share of the numbers, with the rounding of the press."""

from __future__ import annotations

from generator.model.facts import Fact
from generator.resolution.review.items import cue
from generator.text.folding import canonical


def tolerance(percent: float) -> float:
    """Return by how much a share may differ from the exact one: one unit of its last decimal, since some round and some cut."""
    for decimals in range(3):
        if abs(percent * 10**decimals - round(percent * 10**decimals)) < 1e-6:
            return float(1.01 / 10**decimals)
    return 0.0101


def agree(percent: float, part: float, whole: float) -> bool:
    """Return whether ``percent`` can be the share of ``part`` in ``whole``."""
    return whole > 0 and abs(100 * part / whole - percent) <= tolerance(percent)


def exact(fact: Fact, text: str) -> bool:
    """Return whether the words of ``fact`` give its numbers as exact: from "over 80 %" or "nearly 2 billion" nothing follows."""
    return not any(cue("about").search(canonical(text[max(0, span.start - 8) : span.end])) for span in fact.evidence)
