"""The ledger: every award of the archive in one table, a page a year, and what it adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, LedgerRow
from generator.rendering.charts.by_year import ChartView, awards_by_year, recipients_by_year
from generator.rendering.charts.grids import granters_and_recipients, ladder
from generator.rendering.pages import honour_roll
from generator.rendering.pages.indexes import Row
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.parts.lists.article_lines import Total
from generator.rendering.parts.lists.ledger_rows import RowView, newest_first, rows_in_page
from generator.rendering.parts.lists.paging import ROWS, Pager, paged
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.rendering.words.wording import year_name
from generator.resolution.addresses import UNKNOWN

FOLDER = "khen-thuong"  #: the folder of the ledger's pages


@dataclass(frozen=True, slots=True)
class Sums:
    """A table of totals: what its rows are (``year``, ``type``, ``kind``), and the rows (their ``articles`` count
    the rows of the ledger that are sure)."""

    of: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LedgerOverview:
    """All years together."""

    total: Total
    sums: tuple[Sums, ...]
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """A year's awards, or a part of them; the first part has the totals of the year and leads to its honour
    roll (``roll``)."""

    title: str
    total: Total
    sums: tuple[Sums, ...]
    rows: tuple[RowView, ...]
    pager: Pager
    roll: str | None = None


def awards(archive: Archive) -> tuple[LedgerRow, ...]:
    """Return the rows without gifts, which are not awards."""
    return tuple(row for row in archive.ledger if row.award.type not in labels().gifts)


def by_year(rows: Sequence[LedgerRow]) -> Mapping[int | None, list[LedgerRow]]:
    """Return the rows of each year, newest first; a row is in each of the years it counts for, one without any under None."""
    found: dict[int | None, list[LedgerRow]] = {}
    for row in rows:
        for year in row.years or (None,):
            found.setdefault(year, []).append(row)
    return {year: found[year] for year in sorted(found, key=lambda item: -(item or 0))}


def overview(archive: Archive) -> LedgerOverview:
    """Return the ledger's first page."""
    rows = awards(archive)
    years = tuple(Row(Value(_address(year), year_name(year)), _total(of), ()) for year, of in by_year(rows).items())
    names = {unit.id: unit.name for unit in archive.units.values()}
    return LedgerOverview(_total(rows), (Sums("year", years), *_sums(rows)), _charts(rows, names))


def _total(rows: Sequence[LedgerRow]) -> Total:
    """Return the totals of ``rows``; ``articles`` counts the certain rows."""
    return Total.of(sum(row.sure for row in rows), rows)


def _charts(rows: Sequence[LedgerRow], names: Mapping[str, str]) -> tuple[ChartView, ...]:
    """Return the charts of ``rows``; ``names`` are those of units by id."""
    of = say("charts.whole_archive")
    return (*awards_by_year(rows, of), *recipients_by_year(rows, of), *ladder(rows, of), *granters_and_recipients(rows, names, of))


def year_pages(archive: Archive, places: Places) -> Iterator[LedgerYear]:
    """Yield the pages of each year."""
    with_roll = honour_roll.years(places)
    for year, rows in by_year(awards(archive)).items():
        title = say("pages.ledger_year", year=str(year)) if year else say("pages.ledger_unknown")
        for pager, portion in paged(newest_first(rows), _address(year), ROWS):
            sums = _sums(rows) if pager.at == 0 else ()
            roll = honour_roll.address(year) if year is not None and year in with_roll and pager.at == 0 else None
            yield LedgerYear(title, _total(rows), sums, rows_in_page(portion, places), pager, roll)


def _address(year: int | None) -> str:
    return str(year) if year else UNKNOWN


def _sums(rows: Sequence[LedgerRow]) -> tuple[Sums, ...]:
    return (
        Sums("type", _by(rows, lambda row: row.award.type, "award_types")),
        Sums("kind", _by(rows, lambda row: row.award.kind, "kinds")),
    )


def _by(rows: Sequence[LedgerRow], key: Callable[[LedgerRow], str], table: str) -> tuple[Row, ...]:
    found: dict[str, list[LedgerRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    sums = {group: _total(of) for group, of in found.items()}
    return tuple(
        Row(Value(None, wording.capital(labels().of(table, group))), sums[group], ())
        for group in sorted(found, key=lambda item: (-sums[item].granted, -sums[item].articles, item))
    )
