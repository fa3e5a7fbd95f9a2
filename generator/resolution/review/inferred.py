"""Values that no words of the article state, each with the basis on which it was inferred."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Fact
from generator.model.span import Span
from generator.model.statement import Part, Reason, Term, day
from generator.resolution.review.items import item, place
from generator.resolution.review.reasons import because

KIND = ReviewTopic.INFERRED
#: The fields that ``reason_fields`` of the words of rendering name; others are called a value.
FIELDS = frozenset({"date", "granted_by", "standard", "issuer", "roles", "year", "years", "name", "place", "names"})
_PLAIN_VALUES = frozenset({"date", "granted_by", "standard", "issuer", "year", "name", "place"})


def inferred(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the inferred values of ``entry``; a value that several facts share on one basis is one item."""
    groups: dict[tuple[str, Part | None, Reason], list[Span]] = {}
    for _, fact in entry.facts.walk():
        corrected = {field for correction in fact.corrections for field, _ in correction.right}
        for inference in fact.inferred:
            if inference.field not in corrected:
                groups.setdefault((inference.field, _value(fact, inference.field), inference.basis), []).append(place(fact))
    for (field, value, basis), spans in groups.items():
        key = "inferred" + ("" if value is None else "-value") + ("-often" if len(spans) > 1 else "")
        parts: dict[str, Part] = {"field": Term("reason_fields", field if field in FIELDS else "value")}
        parts |= {} if value is None else {"value": value}
        parts |= {"count": len(spans)} if len(spans) > 1 else {}
        yield item(KIND, entry, min(spans), because(key, **parts, basis=basis))


def _value(fact: Fact, field: str) -> Part | None:
    value = getattr(fact, field, None) if field in _PLAIN_VALUES else None
    return None if value is None else day(value) if field == "date" else str(value)
