"""The ways into the archive: overviews of values, and a page each. Which there are is in ``labels.py``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.archive import Archive
from generator.model.packing import packed
from generator.rendering.charts.by_year import ChartView, awards_by_year, ratings_told_by_year, recipients_by_year, with_years
from generator.rendering.charts.grids import ratings_of_units
from generator.rendering.charts.tiles import awards_by_province
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.parts.lists.article_lines import Line, Total
from generator.rendering.parts.lists.ceremonies import Timeline, ceremonies, timeline
from generator.rendering.parts.lists.paging import LINES, ROWS, Pager, paged
from generator.rendering.parts.records.index_values import KINDS, Subject
from generator.rendering.parts.records.records import Record
from generator.rendering.words import wording
from generator.rendering.words.labels import IndexKind, labels
from generator.rendering.words.speaking import say
from generator.resolution.addresses import UNKNOWN
from generator.text.slugs import distinct_slugs

_FILTERED = 10  # as MANY in tables.js
_TIMED = ("type", "rating", "year")  # what is stated at events


@packed
@dataclass(frozen=True, slots=True)
class Row:
    """A value in an overview."""

    value: Value
    total: Total
    head: tuple[str, ...]
    record: Record | None = None
    section: str = ""
    latest: str | None = None
    province: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of an overview. With an ``address`` it has a page of its own, and the overview only leads there."""

    name: str
    rows: tuple[Row, ...]
    address: str | None = None

    @property
    def articles(self) -> int:
        return sum(row.total.articles for row in self.rows)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """An overview, or the part of it that holds one section; the first page has the charts."""

    kind: IndexKind
    title: str
    sections: tuple[Section, ...]
    pager: Pager
    charts: tuple[ChartView, ...] = ()

    @property
    def long(self) -> bool:
        """Whether there are so many rows that a script adds a filter above the tables, for which room is kept."""
        return len(self.sections if self.sections and self.sections[0].address else self.rows) >= _FILTERED

    @property
    def nothing(self) -> bool:
        """Whether no value is stated: there is none, or only the one for unknown."""
        return not known(self.rows)

    @property
    def proposed(self) -> bool:
        """Whether anything was only proposed."""
        return any(row.total.proposed for row in self.rows)

    @property
    def doubtful(self) -> bool:
        """Whether any award is doubtful."""
        return any(row.total.doubtful for row in self.rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for section in self.sections for row in section.rows)


@dataclass(frozen=True, slots=True)
class ValuePage:
    """A page of one value; the first of several has its totals and charts."""

    kind: IndexKind
    value: Value
    head: tuple[str, ...]
    total: Total
    charts: tuple[ChartView, ...]
    timeline: Timeline | None
    lines: tuple[Line, ...]
    pager: Pager


@dataclass(frozen=True)
class Index:
    """An index of ``archive``: its values in reading order."""

    kind: IndexKind
    subjects: tuple[Subject, ...]
    archive: Archive

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                Value(subject.id, subject.name),
                Total.of(subject.articles, subject.rows or ()),
                subject.head,
                subject.record,
                subject.section,
                wording.date(subject.latest) if subject.latest else None,
                subject.province,
            )
            for subject in self.subjects
        )

    def overviews(self) -> Iterator[OverviewPage]:
        """Yield one page, or for many values one that leads to the pages of the sections."""
        by_section: dict[str, list[Row]] = {}
        for subject, row in zip(self.subjects, self.rows, strict=True):
            by_section.setdefault(subject.section, []).append(row)
        if self.kind.key == "unit" and len(self.rows) <= ROWS:
            yield OverviewPage(self.kind, self.kind.title, _by_part(self.rows), Pager(("index",)), self._overview_charts())
            return
        sections = tuple(Section(name, tuple(rows)) for name, rows in by_section.items())
        if len(self.rows) <= ROWS or len(sections) == 1:
            for pager, rows in paged(self.rows, "index", ROWS):
                shown = sections if len(self.rows) <= ROWS else (Section("", tuple(rows)),)
                yield OverviewPage(self.kind, self.kind.title, shown, pager, self._overview_charts() if pager.at == 0 else ())
            return
        slugs = distinct_slugs(by_section, fallback="khac")
        placed = tuple(replace(section, address=f"nhom--{slugs[section.name]}") for section in sections)
        yield OverviewPage(self.kind, self.kind.title, placed, Pager(("index",)), self._overview_charts())
        for part in placed:
            for pager, rows in paged(part.rows, str(part.address), ROWS):
                yield OverviewPage(self.kind, say("pages.part", title=self.kind.title, part=part.name), (Section("", tuple(rows)),), pager)

    def value_pages(self) -> Iterator[ValuePage]:
        """Yield each value's page or pages; a unit's are made by ``unit_page``, but for what states no unit."""
        for subject, row in zip(self.subjects, self.rows, strict=True):
            if self.kind.key == "unit" and subject.id != UNKNOWN:
                continue
            every = subject.lines()
            whole = ValuePage(
                kind=self.kind,
                value=row.value,
                head=subject.head,
                total=row.total,
                charts=self._charts(subject, every),
                timeline=self._timeline(subject, every),
                lines=(),
                pager=Pager(),
            )
            for pager, lines in paged(every, subject.id, LINES):
                yield replace(whole, lines=tuple(lines), pager=pager)

    def _overview_charts(self) -> tuple[ChartView, ...]:
        """Return the charts beside the table in the overviews of ratings and units."""
        if self.kind.key == "unit":
            return awards_by_province(self.archive.ledger, self.archive.units)
        if self.kind.key != "rating":
            return ()
        ratings = [(entry, *pair) for entry in self.archive.entries for pair in with_years(entry)]
        of_units = ((entry.units[0].name, year, rating) for entry, year, rating in ratings if len(entry.units) == 1)
        return (
            *ratings_told_by_year(((year, rating) for _, year, rating in ratings), say("charts.whole_archive")),
            *ratings_of_units(of_units),
        )

    def _charts(self, subject: Subject, lines: Sequence[Line]) -> tuple[ChartView, ...]:
        if self.kind.key == "type":
            rows = subject.rows or ()
            return (*awards_by_year(rows, subject.name), *recipients_by_year(rows, subject.name))
        if self.kind.key == "rating":
            ratings = (pair for line in lines for pair in with_years(self.archive.by_slug[line.slug]) if pair[1].level == subject.id)
            return ratings_told_by_year(ratings, subject.name)
        return ()

    def _timeline(self, subject: Subject, lines: Sequence[Line]) -> Timeline | None:
        """Return the dates of the events at which such facts were reported."""
        if self.kind.key not in _TIMED or subject.id == UNKNOWN:
            return None
        return timeline(ceremonies(self.archive, [self.archive.by_slug[line.slug] for line in lines]), subject.name)


def indexes(archive: Archive, places: Places) -> tuple[Index, ...]:
    """Return every index of the archive. Those with a page for what states no value (``chua-ro``) lead to every article."""
    return tuple(Index(kind, tuple(KINDS[kind.key](archive, places, kind.unknown or "")), archive) for kind in labels().indexes)


def _by_part(rows: Sequence[Row]) -> tuple[Section, ...]:
    """Return the units that received, granted or announced an award or that an article is about in one table, the others in another."""
    active = tuple(row for row in rows if row.total.articles or (row.record and not row.record.empty))
    rest = tuple(row for row in rows if row not in active)
    return tuple(section for section in (Section("", active), Section(say("lists.only_named"), rest)) if section.rows)


def known(rows: Sequence[Row]) -> list[Row]:
    """Return the values without the one for unknown."""
    return [row for row in rows if row.value.id != UNKNOWN]
