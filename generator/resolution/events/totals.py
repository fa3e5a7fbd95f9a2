"""Totals of the ledger: recipients of granted awards, each award once; proposals separately.

Gifts, awards of the past (mentioned as background) and withdrawn awards are in no total. A number that is hedged (``hơn 120``, ``gần 120``,
a running total) is in no sum either: the awards that have one are counted apart. Likewise doubtful awards. Nor is a row set aside, because
it is a part or the sum of others (``wholes.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.archive import LedgerRow
from generator.model.facts import GIFTS, AwardStatus

Key = TypeVar("Key", bound=Hashable)


_COUNTED = {AwardStatus.GRANTED, AwardStatus.PROPOSED}
_RECEIVED = {AwardStatus.GRANTED, AwardStatus.PAST}


@dataclass(frozen=True, slots=True)
class Totals:
    """``granted`` and ``proposed`` count recipients; ``uncounted`` the awards granted whose articles name no number, ``approximate``
    those that have only a hedged one; ``doubtful`` the awards that would count if they were sure: these are in none of the others."""

    granted: int = 0
    proposed: int = 0
    uncounted: int = 0
    approximate: int = 0
    doubtful: int = 0

    @property
    def open(self) -> bool:
        """Whether more awards were granted than ``granted`` counts."""
        return bool(self.uncounted or self.approximate)


def counts(row: LedgerRow) -> bool:
    """Return whether a row is in the totals at all."""
    return row.sure and _would_count(row)


def _would_count(row: LedgerRow) -> bool:
    return row.award.type not in GIFTS and row.award.status in _COUNTED and row.revoked_by is None and row.aside is None


def adds_up(row: LedgerRow) -> bool:
    """Return whether a row's number is in a sum: it is in the totals and states an exact number."""
    return counts(row) and row.award.count is not None and row.award.approximate is None


def totals(rows: Iterable[LedgerRow]) -> Totals:
    """Return the totals of ``rows``. If articles disagree, the first report's number counts."""
    given = [row for row in rows if _would_count(row)]
    counted = [row for row in given if row.sure]
    granted = [row.award for row in counted if row.award.status == AwardStatus.GRANTED]
    sums = {
        status: sum(row.award.count or 0 for row in counted if row.award.status == status and adds_up(row))
        for status in (AwardStatus.GRANTED, AwardStatus.PROPOSED)
    }
    return Totals(
        sums[AwardStatus.GRANTED],
        sums[AwardStatus.PROPOSED],
        sum(award.count is None for award in granted),
        sum(award.count is not None and award.approximate is not None for award in granted),
        sum(not row.sure for row in given),
    )


def totals_by(rows: Iterable[LedgerRow], keys: Callable[[LedgerRow], Iterable[Key]]) -> Mapping[Key, Totals]:
    """Return the totals for each key; a row counts under each of its keys, so these need not add up to the whole."""
    found: dict[Key, list[LedgerRow]] = {}
    for row in rows:
        if _would_count(row):
            for key in keys(row):
                found.setdefault(key, []).append(row)
    return {key: totals(of) for key, of in found.items()}


def years_of(row: LedgerRow) -> tuple[int, ...]:
    """Return the years a row counts for."""
    return row.years


def is_received(row: LedgerRow) -> bool:
    """Return whether a row is an award that its recipients have: granted, now or before, not withdrawn, read without doubt."""
    return row.sure and row.award.type not in GIFTS and row.award.status in _RECEIVED and row.revoked_by is None
