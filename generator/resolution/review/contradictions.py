"""Awards of which articles on one event tell different things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.lexicon.load import lexicon
from generator.model.archive import Entry, LedgerRow, ReviewItem
from generator.model.facts import Award
from generator.resolution.review.items import correct, item, place, uncorrected
from generator.text.numbers import written

KIND = "contradiction"


def contradictions(ledger: Sequence[LedgerRow], by_slug: Mapping[str, Entry]) -> Iterator[ReviewItem]:
    """One item a telling that differs from the row's, at its words; none where a person has put one of the two right."""
    for row in ledger:
        for slug, award in row.disagrees:
            if slug not in by_slug or not uncorrected((row.award, award)):
                continue
            differences = _differences(award, row.award)
            if differences:
                other = by_slug[row.slug].article.title if row.slug in by_slug else row.slug
                label = _label(row.award)
                mend = correct(*(by_slug[one] for one in (slug, row.slug) if one in by_slug))
                yield item(KIND, by_slug[slug], place(award), f"{label}: {differences}, khác với bài “{other}”", mend)


def _label(award: Award) -> str:
    entry = lexicon("award-types").by_id.get(award.type)
    return entry.label if entry is not None else award.type


def _differences(award: Award, other: Award) -> str:
    """What the two tell differently, in words: ``số lượng 12 và 15``."""
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
            told.append(f"{name} {_written(one)} và {_written(two)}")
    return "; ".join(told)


def _written(value: object) -> str:
    return written(value) if isinstance(value, int | float) else f"“{_STATUSES.get(str(value), str(value))}”"


_STATUSES = {"granted": "đã trao", "proposed": "đề nghị", "past": "đã được trao trước đây"}
