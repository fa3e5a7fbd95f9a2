"""Facts that the reading is not sure of, each with what weighs most against it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry, ReviewItem
from generator.model.facts import Fact, is_sure
from generator.model.statement import Reason, Statement
from generator.resolution.review.items import item, place
from generator.resolution.review.reasons import because

KIND = "doubtful"


def doubtful(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the doubtful awards, ratings and people of ``entry``, those too that a person marked so."""
    for fact in (*entry.facts.awards, *entry.facts.ratings, *entry.facts.people):
        if not is_sure(fact):
            yield item(KIND, entry, place(fact), _why(fact, getattr(fact, "doubt", None)))


def _why(fact: Fact, doubt: Reason | None) -> Statement:
    key = "award" if hasattr(fact, "granted_by") else "rating" if hasattr(fact, "level") else "person"
    return because(f"doubtful-{key}") if doubt is None else because(f"doubtful-{key}-because", doubt=doubt)
