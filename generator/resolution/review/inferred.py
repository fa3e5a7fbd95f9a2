"""Values that no words of the article state, each with the basis on which it was inferred."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry, ReviewItem
from generator.model.facts import Fact
from generator.model.sentence import Part, Term
from generator.model.span import Span
from generator.resolution.review.items import item, place
from generator.resolution.review.sentences import said

KIND = "inferred"
_FIELDS = {
    "date": "Ngày", "granted_by": "Cơ quan khen thưởng", "standard": "Thành tích", "issuer": "Nơi ban hành", "roles": "Chức vụ",
    "year": "Năm", "years": "Năm", "name": "Tên", "place": "Nơi", "names": "Tên người, tập thể",
}  # fmt: skip
_PLAIN_VALUES = frozenset({"date", "granted_by", "standard", "issuer", "year", "name", "place"})


def inferred(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the inferred values of ``entry``; a value that several facts share on one basis is one item."""
    groups: dict[tuple[str, str | None, str], list[Span]] = {}
    for fact in _facts(entry):
        corrected = {field for correction in fact.corrections for field, _ in correction.right}
        for one in fact.inferred:
            if one.field not in corrected:
                groups.setdefault((one.field, _value(fact, one.field), one.basis), []).append(place(fact))
    for (field, value, basis), spans in groups.items():
        key = "inferred" + ("" if value is None else "-value") + ("-often" if len(spans) > 1 else "")
        parts: dict[str, Part] = {"field": Term("reason_fields", field if field in _FIELDS else "value", _FIELDS.get(field, "Giá trị"))}
        parts |= {} if value is None else {"value": value}
        parts |= {"count": len(spans)} if len(spans) > 1 else {}
        yield item(KIND, entry, min(spans), said(key, **parts, basis=Term("bases", "", basis)))


def _facts(entry: Entry) -> Iterator[Fact]:
    facts = entry.facts
    if facts.event is not None:
        yield facts.event
    for group in (facts.units, facts.awards, facts.ratings, facts.people, facts.documents, facts.figures):
        yield from group


def _value(fact: Fact, field: str) -> str | None:
    value = getattr(fact, field, None) if field in _PLAIN_VALUES else None
    return None if value is None else str(value)
