"""How many facts of a kind one article gives.

No article known comes near: the most are 109 honours in 2,300. Beyond that a text is a register or made to be slow, and each
fact may cost a page. What is left out is reported for review.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.facts import Facts

#: The facts recorded of each kind, by the field of :class:`Facts`, in the order of the text.
MOST_FACTS = {"units": 500, "awards": 1_000, "ratings": 500, "people": 1_000, "documents": 500, "figures": 500}
#: The statements read for them: one fact is often stated twice or more.
STATEMENTS = 2


def most_read(kind: str) -> int:
    """Return how many statements of facts of ``kind`` are read before the rest of an article is left out."""
    return STATEMENTS * MOST_FACTS[kind]


def within_limits(facts: Facts) -> Facts:
    """Return ``facts`` without those beyond :data:`MOST_FACTS`."""
    over = {kind: getattr(facts, kind)[:most] for kind, most in MOST_FACTS.items() if len(getattr(facts, kind)) > most}
    return replace(facts, **over) if over else facts
