"""Awards that articles on one event report differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.archive import Entry, LedgerRow, ReviewItem, ReviewTopic
from generator.model.facts import Award
from generator.model.statement import Part, Statement, Term
from generator.resolution.review.items import correct, item, place, uncorrected
from generator.resolution.review.reasons import award_type, because

KIND = ReviewTopic.CONTRADICTION


def contradictions(ledger: Sequence[LedgerRow], by_slug: Mapping[str, Entry]) -> Iterator[ReviewItem]:
    """Yield one item for each report that differs from the row's, at its quote; none if a person has corrected one of the two."""
    for row in ledger:
        for slug, award in row.disagrees:
            if slug not in by_slug or not uncorrected((row.award, award)):
                continue
            differences = _differences(award, row.award)
            if differences:
                other = by_slug[row.slug].article.title if row.slug in by_slug else row.slug
                fix = correct(*(by_slug[address] for address in (slug, row.slug) if address in by_slug))
                why = because("differs", award=award_type(row.award.type), differences=differences, other=other)
                yield item(KIND, by_slug[slug], place(award), why, fix)


def _differences(award: Award, other: Award) -> tuple[Statement, ...]:
    """Return the differences of the two: ``số lượng 12 và 15``."""
    found = []
    for field in ("count", "granted_by", "standard", "rank", "status"):
        here, there = getattr(award, field), getattr(other, field)
        if here != there and here is not None and there is not None:
            found.append(because("difference", field=Term("fields", field), one=_value(field, here), two=_value(field, there)))
    return tuple(found)


def _value(field: str, value: str | int) -> Part:
    if isinstance(value, int):
        return value
    return because("quoted", words=Term("statuses", value) if field == "status" else value)
