"""Awards that articles on one event report differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.archive import Entry, LedgerRow, ReviewItem
from generator.model.facts import Award
from generator.model.sentence import Part, Sentence, Term
from generator.resolution.review.items import correct, item, place, uncorrected
from generator.resolution.review.sentences import award as form
from generator.resolution.review.sentences import said

KIND = "contradiction"


def contradictions(ledger: Sequence[LedgerRow], by_slug: Mapping[str, Entry]) -> Iterator[ReviewItem]:
    """Yield one item for each report that differs from the row's, at its quote; none if a person has corrected one of the two."""
    for row in ledger:
        for slug, award in row.disagrees:
            if slug not in by_slug or not uncorrected((row.award, award)):
                continue
            differences = _differences(award, row.award)
            if differences:
                other = by_slug[row.slug].article.title if row.slug in by_slug else row.slug
                fix = correct(*(by_slug[one] for one in (slug, row.slug) if one in by_slug))
                why = said("differs", award=form(row.award.type), differences=differences, other=other)
                yield item(KIND, by_slug[slug], place(award), why, fix)


def _differences(award: Award, other: Award) -> tuple[Sentence, ...]:
    """Return the differences of the two: ``số lượng 12 và 15``."""
    told = []
    for field, name in (
        ("count", "số lượng"),
        ("granted_by", "nơi khen thưởng"),
        ("standard", "thành tích"),
        ("rank", "hạng"),
        ("status", "tình trạng"),
    ):
        one, two = getattr(award, field), getattr(other, field)
        if one != two and one is not None and two is not None:
            told.append(said("difference", field=Term("fields", field, name), one=_told(one), two=_told(two)))
    return tuple(told)


def _told(value: object) -> Part:
    if isinstance(value, int | float):
        return value
    words = str(value)
    return said("quoted", words=Term("statuses", words, _STATUSES[words]) if words in _STATUSES else words)


_STATUSES = {"granted": "đã trao", "proposed": "đề nghị", "past": "đã được trao trước đây", "revoked": "đã thu hồi"}
