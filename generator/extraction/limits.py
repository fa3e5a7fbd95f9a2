"""How many facts of a kind one article gives.

No article known comes near: the most are 109 honours in 2,300. Beyond that a text is a register or made to be slow, and each
fact may cost a page. What is left out is reported for review.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.facts import Fact, Facts

#: The facts recorded of each kind, by the field of :class:`Facts`, in the order of the text.
MOST_FACTS = {"units": 300, "awards": 600, "ratings": 300, "people": 600, "documents": 300, "figures": 300}
#: The places recorded that state one fact; the most in an article known are 21, of a unit.
MOST_EVIDENCE = 50
#: The statements read for them: one fact is often stated twice or more.
STATEMENTS = 2
#: The levels, the numbers of sentences that may state a figure, and the names of persons and bodies, that are tried for them.
TRIES = 2


def most_read(kind: str) -> int:
    """Return how many statements of facts of ``kind`` are read before the rest of an article is left out."""
    return STATEMENTS * MOST_FACTS[kind]


def most_tried(kind: str) -> int:
    """Return how many levels, numbers or names that may state a fact of ``kind`` are tried before the rest of an article is left out."""
    return TRIES * MOST_FACTS[kind]


def within_limits(facts: Facts) -> Facts:
    """Return ``facts`` without those beyond :data:`MOST_FACTS`, and each with the first :data:`MOST_EVIDENCE` of its places."""
    over = {kind: getattr(facts, kind)[:most] for kind, most in MOST_FACTS.items() if len(getattr(facts, kind)) > most}
    facts = replace(facts, **over) if over else facts
    return facts.mapped(_with_few) if any(len(fact.evidence) > MOST_EVIDENCE for _, fact in facts.walk()) else facts


def _with_few(fact: Fact) -> Fact:
    return replace(fact, evidence=fact.evidence[:MOST_EVIDENCE]) if len(fact.evidence) > MOST_EVIDENCE else fact
