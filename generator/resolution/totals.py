"""What the rows of the ledger add up to: recipients of what was granted, each award once; what was only proposed beside it.

Gifts, awards of the past (told as background) and what was withdrawn are in no total; what is doubtful is counted apart.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.archive import LedgerRow
from generator.model.facts import GIFTS, AwardStatus

Key = TypeVar("Key", bound=Hashable)


_COUNTED = {AwardStatus.GRANTED, AwardStatus.PROPOSED}


@dataclass(frozen=True, slots=True)
class Totals:
    """``granted`` and ``proposed`` count recipients; ``uncounted`` the awards granted whose articles name no number; ``doubtful`` the
    awards that would count if they were sure: these are in none of the others."""

    granted: int = 0
    proposed: int = 0
    uncounted: int = 0
    doubtful: int = 0


def counts(row: LedgerRow) -> bool:
    """Whether a row is in the totals at all."""
    return row.sure and _would_count(row)


def _would_count(row: LedgerRow) -> bool:
    return row.award.type not in GIFTS and row.award.status in _COUNTED and row.revoked_by is None


def totals(rows: Iterable[LedgerRow]) -> Totals:
    """The totals of ``rows``. Where articles disagree, the first teller's number counts."""
    told = [row for row in rows if _would_count(row)]
    awards = [row.award for row in told if row.sure]
    granted = [award.count for award in awards if award.status == "granted"]
    return Totals(
        sum(count for count in granted if count is not None),
        sum(award.count for award in awards if award.status == "proposed" and award.count is not None),
        sum(count is None for count in granted),
        sum(not row.sure for row in told),
    )


def totals_by(rows: Iterable[LedgerRow], keys: Callable[[LedgerRow], Iterable[Key]]) -> Mapping[Key, Totals]:
    """The totals for each key; a row counts under each of its keys, so these need not add up to the whole."""
    found: dict[Key, list[LedgerRow]] = {}
    for row in rows:
        if _would_count(row):
            for key in keys(row):
                found.setdefault(key, []).append(row)
    return {key: totals(of) for key, of in found.items()}


def years_of(row: LedgerRow) -> tuple[int, ...]:
    """The years a row counts for."""
    return row.years


def units_of(row: LedgerRow) -> tuple[str, ...]:
    """The units that received it where they are known, else those whose article tells it."""
    return row.recipients or row.hosts


def types_of(row: LedgerRow) -> tuple[str, ...]:
    """The form of the award."""
    return (row.award.type,)


def kinds_of(row: LedgerRow) -> tuple[str, ...]:
    """The kind of its recipients."""
    return (row.award.kind,)
