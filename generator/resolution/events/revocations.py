"""Awards of the ledger that other articles of the archive report as withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.extraction.sameness import granters_agree, plain
from generator.model.archive import Entry, LedgerRow
from generator.model.facts import Award, AwardStatus


def with_revocations(rows: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Mark each row that a row of status revoked ends: same type and rank, a recipient in common, no other granter, and not
    granted after the withdrawal."""
    rows = tuple(rows)
    ends = [row for row in rows if row.award.status == AwardStatus.REVOKED]
    if not ends:
        return rows
    return tuple(replace(row, revoked_by=next((end.id for end in ends if _ends(end, row)), None)) for row in rows)


def with_withdrawn(entries: Iterable[Entry], rows: Iterable[LedgerRow]) -> tuple[Entry, ...]:
    """Return ``entries`` with those of their awards that a row withdraws."""
    ended: dict[str, list[LedgerRow]] = {}
    for row in rows:
        for citation in row.citations if row.revoked_by is not None else ():
            ended.setdefault(citation.slug, []).append(row)
    return tuple(replace(entry, withdrawn=_withdrawn(entry, ended[entry.slug])) if entry.slug in ended else entry for entry in entries)


def _withdrawn(entry: Entry, rows: Sequence[LedgerRow]) -> tuple[Award, ...]:
    ended = {
        (row.award.type, span) for row in rows for citation in row.citations if citation.slug == entry.slug for span in citation.evidence
    }
    return tuple(award for award in entry.facts.awards if any((award.type, span) in ended for span in award.evidence))


def _ends(end: LedgerRow, row: LedgerRow) -> bool:
    ending, other = end.award, row.award
    if other.status not in (AwardStatus.GRANTED, AwardStatus.PAST) or ending.type != other.type:
        return False
    if ending.rank is not None and other.rank is not None and ending.rank != other.rank:
        return False
    if end.date and row.date and row.date > end.date:
        return False  # granted anew
    if (other.count or 0) > len(other.names):
        return False  # one of many: the others keep it
    names, others = ({plain(name) for name in award.names} for award in (ending, other))
    shared = bool(others) and (others <= names or (bool(row.recipients) and set(row.recipients) <= set(end.recipients)))
    return shared and (end.granter == row.granter if end.granter and row.granter else granters_agree(ending.granted_by, other.granted_by))
