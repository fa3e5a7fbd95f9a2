"""Awards that articles of different events report, made one row each.

Two rows are one award when form, rank and status agree, nothing else contradicts, and either both name the same recipients and all of them,
in reports not far apart, or both give the same day and the same number, too great to be alike by chance, of one granter. Rows that share an
article stay two: within an article two facts are two awards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.extraction.sameness import TWO_WRITERS, granters_agree, plain, reasons_agree, runs_contradict, times_contradict
from generator.lexicon.recipient_kinds import alike
from generator.model.archive import Citation, Entry, LedgerRow
from generator.model.facts import GIFTS, Award
from generator.model.span import Span

_RARE = 10  #: two numbers of this size on one day are hardly alike by chance
_NEAR = 60  #: days within which two reports of one person's or body's award are taken for one
_DAY = len("2022-01-15")


def one_award_each(rows: Iterable[LedgerRow], entries: Mapping[str, Entry]) -> tuple[LedgerRow, ...]:
    """Return ``rows`` with those made one that report one award, in the order of each one's first; ``entries`` are the articles by slug."""
    found: list[list[LedgerRow]] = []
    by_key: dict[tuple[object, ...], list[list[LedgerRow]]] = {}
    for row in rows:
        keys = list(_keys(row, entries))
        others = [group for key in keys for group in by_key.get(key, ())]
        same = next((group for group in others if all(_one(row, other, entries) for other in group)), None)
        if same is None:
            same = []
            found.append(same)
        same.append(row)
        for key in keys:
            groups = by_key.setdefault(key, [])
            if not any(group is same for group in groups):
                groups.append(same)
    return tuple(group[0] if len(group) == 1 else _joined(group, entries) for group in found)


def _keys(row: LedgerRow, entries: Mapping[str, Entry]) -> Iterable[tuple[object, ...]]:
    """Yield what rows of one award share."""
    award = row.award
    if award.type in GIFTS:
        return
    if recipients := _recipients(row, entries):
        yield (award.type, award.rank, award.status, recipients)
    if award.count is not None and award.count >= _RARE and award.approximate is None and row.date and len(row.date) == _DAY:
        yield (award.type, award.rank, award.status, award.count, row.date)


def _recipients(row: LedgerRow, entries: Mapping[str, Entry]) -> frozenset[str]:
    """Return who received it, units by id and others by name, where the article names all of them; else nothing."""
    award = row.award
    if not award.names or award.count != len(award.names):
        return frozenset()
    meanings = entries[row.slug].names
    return frozenset(meanings[name].unit or plain(name) if name in meanings else plain(name) for name in award.names)


def _one(row: LedgerRow, other: LedgerRow, entries: Mapping[str, Entry]) -> bool:
    first, second = row.award, other.award
    if {citation.slug for citation in row.citations} & {citation.slug for citation in other.citations}:
        return False
    if not (first.kind == second.kind or alike(first.kind, second.kind)) or first.posthumous != second.posthumous:
        return False
    if times_contradict(first, second) or runs_contradict(first, second):
        return False
    if not granters_agree(first.granted_by, second.granted_by):
        return False
    named = _recipients(row, entries)
    if named and named == _recipients(other, entries):
        return _near(row, other, entries) and _reasons(first, second)
    both = first.granted_by is not None and second.granted_by is not None
    return both and first.count == second.count and row.date == other.date and _reasons(first, second)


def _reasons(first: Award, second: Award) -> bool:
    return reasons_agree(first.standard, second.standard, TWO_WRITERS)


def _near(row: LedgerRow, other: LedgerRow, entries: Mapping[str, Entry]) -> bool:
    """Return whether two reports are near in time; by the years where a day is not known."""
    days = [_day(each, entries) for each in (row, other)]
    if days[0] is not None and days[1] is not None:
        return abs((days[0] - days[1]).days) <= _NEAR
    return bool(set(row.years) & set(other.years)) or not (row.years and other.years)


def _day(row: LedgerRow, entries: Mapping[str, Entry]) -> dt.date | None:
    for written in (row.date, *(entries[citation.slug].article.published for citation in row.citations)):
        if written and len(written) >= _DAY:
            return dt.date.fromisoformat(written[:_DAY])
    return None


def _joined(group: Sequence[LedgerRow], entries: Mapping[str, Entry]) -> LedgerRow:
    """Return the rows of one award as one: as the surest and most detailed report has it, with the id of the first published."""
    best = sorted(group, key=lambda row: (not row.sure, -_detail(row.award), row.id))
    spans: dict[str, list[Span]] = {}
    for row in best:
        for citation in row.citations:
            spans.setdefault(citation.slug, []).extend(citation.evidence)
    dated = next((row.date for row in best if row.date), None)
    return replace(
        best[0],
        id=min(group, key=lambda row: (_published(row, entries), row.id)).id,
        date=best[0].date or dated,
        hosts=tuple(dict.fromkeys(host for row in best for host in row.hosts)),
        granter=next((row.granter for row in best if row.granter), None),
        recipients=tuple(dict.fromkeys(unit for row in best for unit in row.recipients)),
        citations=tuple(Citation(slug, tuple(dict.fromkeys(evidence))) for slug, evidence in spans.items()),
        disagrees=tuple(reading for row in best for reading in row.disagrees),
        sure=any(row.sure for row in best),
    )


def _detail(award: Award) -> int:
    values = (award.standard, award.granted_by, award.period, award.consecutive_years, award.decision, award.years or None)
    return sum(value is not None for value in values)


def _published(row: LedgerRow, entries: Mapping[str, Entry]) -> str:
    return min(entries[citation.slug].article.published or "9999" for citation in row.citations)
