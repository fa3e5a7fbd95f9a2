"""Values that no words of the article state, each with the basis on which it was inferred."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry, ReviewItem
from generator.model.facts import Fact
from generator.model.span import Span
from generator.resolution.review.items import item, place

KIND = "inferred"
_FIELDS = {
    "date": "Ngày", "granted_by": "Nơi khen thưởng", "standard": "Thành tích", "issuer": "Nơi ban hành", "roles": "Chức vụ", "year": "Năm",
    "years": "Năm", "name": "Tên", "place": "Nơi", "names": "Tên người, tập thể",
}  # fmt: skip
_PLAIN_VALUES = frozenset({"date", "granted_by", "standard", "issuer", "year", "name", "place"})


def inferred(entry: Entry) -> Iterator[ReviewItem]:
    """The inferred values of ``entry``; a value that several facts share on one basis is one item."""
    groups: dict[tuple[str, str, str], list[Span]] = {}
    for fact in _facts(entry):
        corrected = {field for one in fact.corrections for field, _ in one.right}
        for one in fact.inferred:
            if one.field not in corrected:
                groups.setdefault((one.field, _value(fact, one.field), one.basis), []).append(place(fact))
    for (field, value, basis), spans in groups.items():
        many = f" (cho {len(spans)} dữ kiện)" if len(spans) > 1 else ""
        yield item(KIND, entry, min(spans), f"{_FIELDS.get(field, 'Giá trị')}{value} là suy ra: {basis}{many}")


def _facts(entry: Entry) -> Iterator[Fact]:
    facts = entry.facts
    if facts.event is not None:
        yield facts.event
    for group in (facts.units, facts.awards, facts.ratings, facts.people, facts.documents, facts.figures):
        yield from group


def _value(fact: Fact, field: str) -> str:
    value = getattr(fact, field, None) if field in _PLAIN_VALUES else None
    return f" “{value}”" if value is not None else ""
