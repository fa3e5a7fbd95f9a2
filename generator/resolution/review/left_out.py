"""Articles with so many facts of a kind that the rest is left out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extraction.limits import MOST_FACTS
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.statement import Term
from generator.resolution.review.items import item, place
from generator.resolution.review.reasons import because

KIND = ReviewTopic.LEFT_OUT


def left_out(entry: Entry) -> Iterator[ReviewItem]:
    """Yield an item for each kind of which ``entry`` has all the facts that one article may have, at the last of them."""
    for kind, most in MOST_FACTS.items():
        facts = getattr(entry.facts, kind)
        if len(facts) >= most:
            last = max(place(fact) for fact in facts)
            why = because("left-out", kind=Term("facts", kind), most=most)
            yield item(KIND, entry, last, why, because("split", file=entry.article.source.path))
