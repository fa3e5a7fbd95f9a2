"""Facts that the reading is not sure of, each with what weighs most against it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import FactKind, is_sure
from generator.model.statement import Reason, Statement
from generator.resolution.review.items import item, place
from generator.resolution.review.reasons import because

KIND = ReviewTopic.DOUBTFUL

#: The kinds of fact whose reading may be doubtful, as the reasons call them.
_NAMES = {FactKind.AWARDS: "award", FactKind.RATINGS: "rating", FactKind.PEOPLE: "person"}


def doubtful(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the doubtful awards, ratings and people of ``entry``, those too that a person marked so."""
    for kind, fact in entry.facts.walk(*_NAMES):
        if not is_sure(fact):
            yield item(KIND, entry, place(fact), _why(_NAMES[kind], getattr(fact, "doubt", None)))


def _why(name: str, doubt: Reason | None) -> Statement:
    return because(f"doubtful-{name}") if doubt is None else because(f"doubtful-{name}-because", doubt=doubt)
