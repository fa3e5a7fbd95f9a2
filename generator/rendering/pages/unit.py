"""The page of a unit: where it is, its record in numbers, and by year what it received, granted and announced, and how it was rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.archive import Archive, LedgerRow
from generator.model.unit import Unit
from generator.rendering.charts.by_year import ChartView, awards_by_year, ratings_by_year, recipients_by_year, with_years
from generator.rendering.charts.grids import record_by_year
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.parts.lists.article_lines import Line, StatedFact, line, stated_facts
from generator.rendering.parts.lists.ceremonies import Timeline, ceremonies, timeline
from generator.rendering.parts.lists.ledger_rows import RowView, newest_first, rows_in_page
from generator.rendering.parts.lists.paging import LINES, Pager, paged
from generator.rendering.parts.records.other_names import other_names
from generator.rendering.parts.records.records import Record, Sum, record, sums
from generator.rendering.parts.records.streaks import runs
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.rendering.words.statements import inferred
from generator.resolution.addresses import UNKNOWN
from generator.resolution.archive_index import ArchiveIndex, UnitRows, grouped
from generator.text.collation import alphabetical, alphabetical_key
from generator.text.slugs import slug

_NO_ROWS = UnitRows()

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
        """Details that distinguish the unit from its namesakes in a list: kind, place, years of existence."""
        return " · ".join(detail for detail in (self.kind, self.place and self.place.name, self.years) if detail)


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating stated by an article about the unit."""

    fact: StatedFact
    date: str | None


@dataclass(frozen=True, slots=True)
class YearSection:
    """Facts about the unit in one year, the awards as in :class:`~generator.resolution.archive_index.UnitRows`."""

    title: str
    address: str
    received: tuple[RowView, ...]
    granted: tuple[RowView, ...]
    announced: tuple[RowView, ...]
    people: tuple[RowView, ...]
    ratings: tuple[Rated, ...]

    @property
    def size(self) -> int:
        return sum(map(len, (self.received, self.granted, self.announced, self.people, self.ratings)))


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit's page, or a further page of its articles. ``linked``: the years have pages of their own."""

    unit: Unit
    standing: Standing
    articles: int
    record: Record
    sums: tuple[Sum, ...]
    runs: tuple[str, ...]
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
        hosted, rows = self.index.hosted.get(unit.id, ()), self._rows(unit)
        years = tuple(self._years(unit))
        linked = sum(year.size for year in years) > MOST_ROWS
        mentions = [entry for entry in self.index.naming.get(unit.id, ()) if unit not in entry.units]
        whole = UnitPage(
            unit=unit,
            standing=self._standing(unit),
            articles=len(hosted),
            record=record(rows),
            sums=sums(rows, {year: _address(unit, year) if linked else f"{unit.id}.md#{_heading(year)}" for year in self._of_years(unit)}),
            runs=runs(rows.received),
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

    @property
    def index(self) -> ArchiveIndex:
        return self.places.index

    def _rows(self, unit: Unit) -> UnitRows:
        return self.index.rows_of_unit.get(unit.id, _NO_ROWS)

    def _charts(self, unit: Unit) -> tuple[ChartView, ...]:
        rows = self._rows(unit)
        names = ("received", "granted", "announced", "people")
        parts = {say(f"unit.{name}"): getattr(rows, name) for name in names}
        return (
            *record_by_year(parts, unit.name),
            *awards_by_year(rows.received, say("charts.to_unit", unit=unit.name), "charts.received"),
            *recipients_by_year(rows.granted, say("charts.by_unit", unit=unit.name), "charts.granted"),
            *recipients_by_year(rows.announced, say("charts.at_unit", unit=unit.name), "charts.announced"),
            *ratings_by_year(
                ((year, rating) for entry in self.index.hosted.get(unit.id, ()) for year, rating in with_years(entry)), unit.name
            ),
        )

    def _of_years(self, unit: Unit) -> dict[int | None, UnitRows]:
        """Return the awards of ``unit`` by year, newest first."""
        found: dict[int | None, tuple[list[LedgerRow], ...]] = {}
        rows = self._rows(unit)
        for number, part in enumerate((rows.received, rows.granted, rows.announced, rows.people)):
            for row in newest_first(part):
                for year in row.years or (None,):
                    found.setdefault(year, ([], [], [], []))[number].append(row)
        return {year: UnitRows(*map(tuple, parts)) for year, parts in found.items()}

    def _years(self, unit: Unit) -> Iterator[YearSection]:
        rows = self._of_years(unit)
        rated: dict[int | None, list[Rated]] = {}
        for entry in self.index.hosted.get(unit.id, ()):
            for year, rating in sorted(with_years(entry), key=lambda pair: pair[1].kind == "target"):
                (words,) = stated_facts(self.places, entry.slug, [rating], wording.rating)
                rated.setdefault(year, []).append(Rated(words, entry.date and wording.date(entry.date)))
        for year in sorted(rows.keys() | rated.keys(), key=lambda key: -(key or 0)):
            of = rows.get(year, _NO_ROWS)
            yield YearSection(
                title=wording.year_name(year),
                address=_address(unit, year).removesuffix(".md"),
                received=self._views(of.received),
                granted=self._views(of.granted),
                announced=self._views(of.announced),
                people=self._views(of.people),
                ratings=tuple(rated.get(year, ())),
            )

    def _views(self, rows: Iterable[LedgerRow]) -> tuple[RowView, ...]:
        return rows_in_page(rows, self.places)

    def _standing(self, unit: Unit) -> Standing:
        value = self.places.unit
        crumbs: list[str] = []
        at = unit.parent
        while at and at not in crumbs and at != unit.id:
            crumbs.append(at)
            at = self.archive.units[at].parent if at in self.archive.units else None
        variants = tuple(other_names(unit.name, unit.variants))
        written = [name for name in self.index.written.get(unit.id, ()) if name not in (unit.name, *unit.variants)]
        return Standing(
            crumbs=tuple(value(unit_id) for unit_id in reversed(crumbs)),
            kind=labels().of("unit_kinds", unit.kind) if unit.kind else None,
            years=wording.validity(unit),
            place=value(unit.place) if unit.place else None,
            parts=tuple(value(unit_id) for unit_id in self._parts.get(unit.id, ())),
            placed=tuple(value(unit_id) for unit_id in self._placed.get(unit.id, ()) if unit_id not in self._parts.get(unit.id, ())),
            before=tuple(self._dated(unit_id) for unit_id in self.index.before.get(unit.id, ())),
            after=tuple(self._dated(unit_id) for unit_id in unit.successors),
            variants=variants,
            written=tuple(other_names(unit.name, alphabetical(written, key=str))),
            inferred=tuple(inferred(labels().of("unit_fields", inference.field), inference) for inference in unit.inferred),
        )

    def _dated(self, id: str) -> Value:
        """Return a predecessor or successor with the years it existed in."""
        value, unit = self.places.unit(id), self.archive.units.get(id)
        years = wording.validity(unit) if unit else None
        return Value(value.id, say("unit.dated", unit=value.name, years=years) if years else value.name)

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        return grouped((unit.parent, unit.id) for unit in self._by_name if unit.parent)

    @cached_property
    def _placed(self) -> dict[str, tuple[str, ...]]:
        return grouped((unit.place, unit.id) for unit in self._by_name if unit.place)

    @cached_property
    def _by_name(self) -> list[Unit]:
        return sorted(self.places.units, key=lambda unit: alphabetical_key(unit.name))


def _address(unit: Unit, year: int | None) -> str:
    """Return the page of a year of which much is stated."""
    return f"{unit.id}--{year or UNKNOWN}.md"


def _heading(year: int | None) -> str:
    """Return the anchor of the heading of a year on the unit's page."""
    return slug(wording.year_name(year))


def _parts(year: YearSection) -> Iterator[tuple[Pager, YearSection]]:
    """Yield a year in portions: at most so many of each kind on a page."""
    groups: Sequence[Sequence[object]] = (year.received, year.granted, year.announced, year.people, year.ratings)
    pages = max(-(-len(group) // MOST_ROWS) for group in groups)
    addresses = tuple(year.address if not at else f"{year.address}--trang-{at + 1}" for at in range(pages))
    for at in range(pages):
        some = slice(at * MOST_ROWS, (at + 1) * MOST_ROWS)
        part = replace(
            year,
            received=year.received[some],
            granted=year.granted[some],
            announced=year.announced[some],
            people=year.people[some],
            ratings=year.ratings[some],
        )
        yield Pager(addresses, at), part
