"""The ways into the archive: by unit, by year, by form of award. Which there are stands in ``labels.yml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, Entry, LedgerRow
from generator.model.facts import Award
from generator.rendering import wording
from generator.rendering.labels import IndexKind, labels
from generator.rendering.wording import Words
from generator.resolution.addresses import UNKNOWN
from generator.resolution.totals import counts, totals
from generator.text.collation import alphabetical_key


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an index: its address below the index's folder, its name, and its place among the others."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """An article in a list: its address, title, date, units, and its awards in words. ``more`` awards are not shown."""

    slug: str
    title: str
    date: str | None
    units: tuple[Value, ...]
    awards: tuple[Words, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Total:
    """What some articles add up to: how many they are, and of the ledger's rows what :class:`Totals` says."""

    articles: int
    granted: int
    proposed: int
    uncounted: int

    @classmethod
    def of(cls, articles: int, rows: Iterable[LedgerRow]) -> Total:
        found = totals(rows)
        return cls(articles, found.granted, found.proposed, found.uncounted)


@dataclass(frozen=True, slots=True)
class ValuePage:
    """The page of one value."""

    kind: IndexKind
    value: Value
    lines: tuple[Line, ...]
    total: Total


@dataclass(frozen=True, slots=True)
class Index:
    """An index: its values in reading order, each with its page."""

    kind: IndexKind
    pages: tuple[ValuePage, ...]


def indexes(archive: Archive) -> tuple[Index, ...]:
    """Every index of the archive. Each leads to every article: what tells no value is under the value ``chua-ro``."""
    rows = [row for row in archive.ledger if counts(row)]
    return tuple(_index(kind, archive.entries, rows) for kind in labels().indexes)


def line(entry: Entry, keep: Callable[[Award], bool] = lambda _: True, most: int | None = None) -> Line:
    """An article in a list, with those of its awards that ``keep`` lets through, ``most`` of them; gifts stay out."""
    awards = [one for one in entry.facts.awards if one.type not in labels().gifts and keep(one)]
    order = labels().order("statuses")
    awards.sort(key=lambda one: order.get(one.status, len(order)))
    told = tuple(wording.award(one, granter=False) for one in awards[:most])
    units = tuple(Value(unit.id, unit.name) for unit in entry.units)
    return Line(entry.slug, entry.article.title, entry.date and wording.date(entry.date), units, told, len(awards) - len(told))


def _index(kind: IndexKind, entries: Sequence[Entry], rows: Sequence[LedgerRow]) -> Index:
    values_of, concerns, ids_of, order = _KINDS[kind.key]
    by_slug: dict[str, list[LedgerRow]] = {}
    by_id: dict[str, list[LedgerRow]] = {}
    for row in rows:
        for citation in row.citations:
            by_slug.setdefault(citation.slug, []).append(row)
        for one in ids_of(row) or (UNKNOWN,):
            by_id.setdefault(one, []).append(row)
    by_value: dict[Value, list[Entry]] = {}
    for entry in entries:
        for value in values_of(entry, by_slug.get(entry.slug, ())) or (Value(UNKNOWN, kind.unknown),):
            by_value.setdefault(value, []).append(entry)
    pages = []
    for value in sorted(by_value, key=lambda one: (one.id == UNKNOWN, order(one))):
        found = by_value[value]
        lines = tuple(line(entry, lambda one, value=value: concerns(one, value)) for entry in found)  # type: ignore[misc]
        pages.append(ValuePage(kind, value, lines, Total.of(len(found), by_id.get(value.id, ()))))
    return Index(kind, tuple(pages))


def _units(entry: Entry, _rows: Iterable[LedgerRow]) -> tuple[Value, ...]:
    return tuple(Value(unit.id, unit.name) for unit in entry.units)


def _years(entry: Entry, rows: Iterable[LedgerRow]) -> tuple[Value, ...]:
    """The years the achievements concern, or else the year of the event or of the publication; and those its awards count for."""
    years = entry.facts.years or ((int(entry.date[:4]),) if entry.date else ())
    told = {*years, *(year for row in rows for year in row.years)}
    return tuple(Value(str(year), f"Năm {year}") for year in sorted(told))


def _types(entry: Entry, rows: Iterable[LedgerRow]) -> tuple[Value, ...]:
    types = dict.fromkeys([one.type for one in entry.facts.awards if one.type not in labels().gifts] + [row.award.type for row in rows])
    return tuple(Value(one, labels().of("award_types", one)) for one in types)


def _in_year(award: Award, value: Value) -> bool:
    """An award counts for its own years; one that tells none for every year of its article."""
    years = award.years or (award.period[1:] if award.period else ())
    return value.id == UNKNOWN or not years or value.id in map(str, years)


def _of_type(award: Award, value: Value) -> bool:
    return award.type == value.id


def _any(_award: Award, _value: Value) -> bool:
    return True


#: Of each index: the values of an article and its rows, whether an award concerns a value, the values that a row counts for,
#: and the order of the values.
_KINDS: dict[
    str,
    tuple[
        Callable[[Entry, Iterable[LedgerRow]], tuple[Value, ...]],
        Callable[[Award, Value], bool],
        Callable[[LedgerRow], tuple[str, ...]],
        Callable[[Value], object],
    ],
] = {
    "unit": (_units, _any, lambda row: row.hosts, lambda value: alphabetical_key(value.name)),
    "year": (_years, _in_year, lambda row: tuple(map(str, row.years)), lambda value: -int(value.id) if value.id.isdigit() else 0),
    "type": (_types, _of_type, lambda row: (row.award.type,), lambda value: alphabetical_key(value.name)),
}
