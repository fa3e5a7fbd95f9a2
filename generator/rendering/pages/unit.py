"""The page of a unit: where it is, and by year what it received, what it granted, how it and its organisations were rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from generator.model.archive import Archive, Entry, LedgerRow
from generator.model.unit import Unit
from generator.rendering.charts.by_year import ChartView, ratings_by_year, recipients_by_year, with_years
from generator.rendering.parts.article_lines import Line, Told, Total, line, told
from generator.rendering.parts.ceremonies import Timeline, ceremonies, timeline
from generator.rendering.parts.ledger_rows import RowView, newest_first, row_view
from generator.rendering.parts.paging import LINES, Pager, paged
from generator.rendering.parts.places import Places, Value
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.rendering.words.translation import basis
from generator.resolution.addresses import UNKNOWN
from generator.text.collation import alphabetical, alphabetical_key

T = TypeVar("T")

#: So many awards and ratings are on a unit's own page; of more, each year has a page of its own.
MOST_ROWS = 250
_MOST_MENTIONS = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """Context of a unit. ``years`` are those of its existence; ``inferred`` are fields that no article states, with reasons."""

    crumbs: tuple[Value, ...]
    kind: str | None
    years: str | None
    place: Value | None
    parts: tuple[Value, ...]
    placed: tuple[Value, ...]
    before: tuple[Value, ...]
    after: tuple[Value, ...]
    variants: tuple[str, ...]
    written: tuple[str, ...]
    inferred: tuple[str, ...]

    @property
    def note(self) -> str:
        """What tells the unit from its namesakes in a list: kind, place, years of existence."""
        return " · ".join(told for told in (self.kind, self.place and self.place.name, self.years) if told)


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating stated by an article about the unit."""

    told: Told
    date: str | None


@dataclass(frozen=True, slots=True)
class YearSection:
    """Facts about the unit in one year. ``within``: awards received by the unit's members, or whose recipient is not stated."""

    title: str
    address: str
    received: tuple[RowView, ...]
    within: tuple[RowView, ...]
    granted: tuple[RowView, ...]
    ratings: tuple[Rated, ...]

    @property
    def size(self) -> int:
        return len(self.received) + len(self.within) + len(self.granted) + len(self.ratings)


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit's page, or a further page of its articles. ``linked``: the years have pages of their own."""

    unit: Unit
    standing: Standing
    total: Total
    charts: tuple[ChartView, ...]
    timeline: Timeline | None
    years: tuple[YearSection, ...]
    linked: bool
    lines: tuple[Line, ...]
    mentions: tuple[Line, ...]
    more_mentions: int
    pager: Pager


@dataclass(frozen=True, slots=True)
class UnitYearPage:
    """A year of a unit of which much is stated."""

    unit: Unit
    year: YearSection
    pager: Pager


@dataclass(frozen=True)
class UnitPages:
    """The pages of all units of ``places.archive``; what units share is sought once."""

    places: Places

    @property
    def archive(self) -> Archive:
        return self.places.archive

    def pages(self, unit: Unit) -> Iterator[UnitPage | UnitYearPage]:
        """Yield the pages of ``unit``, first its own."""
        hosted = self._hosted.get(unit.id, ())
        years = tuple(self._years(unit))
        linked = sum(year.size for year in years) > MOST_ROWS
        mentions = [entry for entry in self._mentioning.get(unit.id, ()) if unit not in entry.units]
        whole = UnitPage(
            unit=unit,
            standing=self._standing(unit),
            total=Total.of(len(hosted), self._about(unit)),
            charts=self._charts(unit),
            timeline=timeline(ceremonies(self.archive, hosted), unit.name),
            years=years,
            linked=linked,
            lines=(),
            mentions=tuple(line(entry, ()) for entry in mentions[:_MOST_MENTIONS]),
            more_mentions=len(mentions[_MOST_MENTIONS:]),
            pager=Pager(),
        )
        for pager, entries in paged(hosted, unit.id, LINES):  # without their facts: the years show them
            yield replace(whole, lines=tuple(line(entry, ()) for entry in entries), pager=pager)
        if linked:
            for year in years:
                for pager, part in _parts(year):
                    yield UnitYearPage(unit, part, pager)

    def _about(self, unit: Unit) -> list[LedgerRow]:
        """Return the awards that it or its organisations received."""
        return [row for row in self._rows.get(unit.id, ()) if unit.id in row.hosts or unit.id in row.recipients]

    def _charts(self, unit: Unit) -> tuple[ChartView, ...]:
        about = self._about(unit)
        granted = [row for row in self._rows.get(unit.id, ()) if row.granter == unit.id]
        charts = recipients_by_year(about, say("charts.with_parts", unit=unit.name))
        if granted != about:
            charts += recipients_by_year(granted, say("charts.by_unit", unit=unit.name), "charts.granted")
        return charts + ratings_by_year(
            ((year, one) for entry in self._hosted.get(unit.id, ()) for year, one in with_years(entry)), unit.name
        )

    def _years(self, unit: Unit) -> Iterator[YearSection]:
        rows: dict[int | None, list[LedgerRow]] = {}
        rated: dict[int | None, list[Rated]] = {}
        for row in newest_first(self._rows.get(unit.id, ())):
            for year in row.years or (None,):
                rows.setdefault(year, []).append(row)
        for entry in self._hosted.get(unit.id, ()):
            for year, one in sorted(with_years(entry), key=lambda pair: pair[1].kind == "target"):
                (words,) = told(self.places, entry.slug, [one], wording.rating)
                rated.setdefault(year, []).append(Rated(words, entry.date and wording.date(entry.date)))
        for year in sorted(rows.keys() | rated.keys(), key=lambda key: -(key or 0)):
            received, granted, within = [], [], []
            for row in rows.get(year, ()):
                if unit.id in row.recipients:
                    received.append(row)
                if row.granter == unit.id:
                    granted.append(row)
                elif unit.id not in row.recipients:
                    within.append(row)
            yield YearSection(
                wording.year_name(year),
                f"{unit.id}--{year or UNKNOWN}",
                tuple(row_view(row, self.places) for row in received),
                tuple(row_view(row, self.places) for row in within),
                tuple(row_view(row, self.places) for row in granted),
                tuple(rated.get(year, ())),
            )

    def _standing(self, unit: Unit) -> Standing:
        value = self.places.unit
        crumbs: list[str] = []
        at = unit.parent
        while at and at not in crumbs and at != unit.id:
            crumbs.append(at)
            at = self.archive.units[at].parent if at in self.archive.units else None
        written = [name for name in self._written.get(unit.id, ()) if name not in (unit.name, *unit.variants)]
        return Standing(
            crumbs=tuple(value(unit_id) for unit_id in reversed(crumbs)),
            kind=labels().of("unit_kinds", unit.kind) if unit.kind else None,
            years=wording.validity(unit),
            place=value(unit.place) if unit.place else None,
            parts=tuple(value(unit_id) for unit_id in self._parts.get(unit.id, ())),
            placed=tuple(value(unit_id) for unit_id in self._placed.get(unit.id, ()) if unit_id not in self._parts.get(unit.id, ())),
            before=tuple(self._dated(unit_id) for unit_id in self._before.get(unit.id, ())),
            after=tuple(self._dated(unit_id) for unit_id in unit.successors),
            variants=unit.variants,
            written=tuple(alphabetical(written, key=str)),
            inferred=tuple(
                say("inference.told", field=labels().of("unit_fields", one.field), basis=wording.with_dates(basis(one.basis)))
                for one in unit.inferred
            ),
        )

    def _dated(self, id: str) -> Value:
        """Return a predecessor or successor with the years it existed in."""
        value, unit = self.places.unit(id), self.archive.units.get(id)
        years = wording.validity(unit) if unit else None
        return Value(value.id, say("unit.dated", unit=value.name, years=years) if years else value.name)

    @cached_property
    def _hosted(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped((unit.id, entry) for entry in self.archive.entries for unit in entry.units)

    @cached_property
    def _mentioning(self) -> dict[str, tuple[Entry, ...]]:
        pairs = ((entry, dict.fromkeys(name.unit for name in entry.names.values() if name.unit)) for entry in self.archive.entries)
        return _grouped((one, entry) for entry, ids in pairs for one in ids)

    @cached_property
    def _rows(self) -> dict[str, tuple[LedgerRow, ...]]:
        """The awards a unit has part in: as the one an article is about, as recipient, as granter."""
        rows = (row for row in self.archive.ledger if row.award.type not in labels().gifts)
        return _grouped((fromkey, row) for row in rows for fromkey in dict.fromkeys((*row.hosts, *row.recipients, row.granter)) if fromkey)

    @cached_property
    def _written(self) -> dict[str, tuple[str, ...]]:
        pairs = ((one.unit, name) for entry in self.archive.entries for name, one in entry.names.items() if one.unit)
        return _grouped(dict.fromkeys((unit, " ".join(name.split())) for unit, name in pairs))

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        return _grouped((unit.parent, unit.id) for unit in self._by_name if unit.parent)

    @cached_property
    def _placed(self) -> dict[str, tuple[str, ...]]:
        return _grouped((unit.place, unit.id) for unit in self._by_name if unit.place)

    @cached_property
    def _before(self) -> dict[str, tuple[str, ...]]:
        every = sorted(self.archive.units.values(), key=lambda unit: alphabetical_key(unit.name))
        return _grouped((successor, unit.id) for unit in every for successor in unit.successors)

    @cached_property
    def _by_name(self) -> list[Unit]:
        return sorted(self.places.units, key=lambda unit: alphabetical_key(unit.name))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _parts(year: YearSection) -> Iterator[tuple[Pager, YearSection]]:
    """Yield a year in portions: at most so many of each kind on a page."""
    groups: Sequence[Sequence[object]] = (year.received, year.within, year.granted, year.ratings)
    pages = max(-(-len(group) // MOST_ROWS) for group in groups)
    addresses = tuple(year.address if not at else f"{year.address}--trang-{at + 1}" for at in range(pages))
    for at in range(pages):
        some = slice(at * MOST_ROWS, (at + 1) * MOST_ROWS)
        part = replace(year, received=year.received[some], within=year.within[some], granted=year.granted[some], ratings=year.ratings[some])
        yield Pager(addresses, at), part
