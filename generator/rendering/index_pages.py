"""The ways into the archive: overviews of values, and a page each. Which there are stands in ``labels.py``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.archive import Archive
from generator.rendering.article_lines import Line, Total
from generator.rendering.charting import ChartView, recipients_by_year
from generator.rendering.index_values import KINDS, Subject
from generator.rendering.labels import IndexKind, labels
from generator.rendering.paging import LINES, ROWS, Pager, paged
from generator.rendering.places import Places, Value
from generator.rendering.words.speaking import say
from generator.resolution.addresses import UNKNOWN
from generator.text.slugs import distinct_slugs


@dataclass(frozen=True, slots=True)
class Row:
    """A value in an overview."""

    value: Value
    total: Total
    head: tuple[str, ...]


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
    """An overview, or the part of it that holds one section."""

    kind: IndexKind
    title: str
    sections: tuple[Section, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ValuePage:
    """A page of one value; the first of several has its totals and charts."""

    kind: IndexKind
    value: Value
    head: tuple[str, ...]
    total: Total
    alike: tuple[Value, ...]
    charts: tuple[ChartView, ...]
    lines: tuple[Line, ...]
    pager: Pager


@dataclass(frozen=True)
class Index:
    """An index: its values in reading order."""

    kind: IndexKind
    subjects: tuple[Subject, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(Row(Value(one.id, one.name), Total.of(one.articles, one.rows or ()), one.head) for one in self.subjects)

    def overviews(self) -> Iterator[OverviewPage]:
        """One page, or for many values one that leads to the pages of the sections."""
        by_section: dict[str, list[Row]] = {}
        for subject, row in zip(self.subjects, self.rows, strict=True):
            by_section.setdefault(subject.section, []).append(row)
        sections = tuple(Section(name, tuple(rows)) for name, rows in by_section.items())
        if len(self.rows) <= ROWS or len(sections) == 1:
            for pager, rows in paged(self.rows, "index", ROWS):
                shown = sections if len(self.rows) <= ROWS else (Section("", tuple(rows)),)
                yield OverviewPage(self.kind, self.kind.title, shown, pager)
            return
        slugs = distinct_slugs(by_section, fallback="khac")
        placed = tuple(replace(one, address=f"nhom--{slugs[one.name]}") for one in sections)
        yield OverviewPage(self.kind, self.kind.title, placed, Pager(("index",)))
        for one in placed:
            for pager, rows in paged(one.rows, str(one.address), ROWS):
                yield OverviewPage(self.kind, say("pages.part", title=self.kind.title, part=one.name), (Section("", tuple(rows)),), pager)

    def value_pages(self) -> Iterator[ValuePage]:
        """Each value's page or pages; a unit's are made by ``unit_page``, but for what tells no unit."""
        for subject, row in zip(self.subjects, self.rows, strict=True):
            if self.kind.key == "unit" and subject.id != UNKNOWN:
                continue
            charts = recipients_by_year(subject.rows or (), subject.name) if self.kind.key == "type" else ()
            for pager, lines in paged(subject.lines(), subject.id, LINES):
                first = pager.at == 0
                yield ValuePage(self.kind, row.value, subject.head, row.total, subject.alike, charts if first else (), tuple(lines), pager)


def indexes(archive: Archive, places: Places) -> tuple[Index, ...]:
    """Every index of the archive. Those with a page for what tells no value (``chua-ro``) lead to every article."""
    return tuple(Index(kind, tuple(KINDS[kind.key](archive, places, kind.unknown or ""))) for kind in labels().indexes)


def known(rows: Sequence[Row]) -> list[Row]:
    """The values without the one for what tells none."""
    return [row for row in rows if row.value.id != UNKNOWN]
