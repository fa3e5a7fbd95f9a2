"""Articles to read next: the neighbours in the list of all articles, and others about the same units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.rendering.parts.links.places import Value
from generator.rendering.words import wording

_MOST_UNITS = 2
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article."""

    slug: str
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class OfUnit:
    """Other articles about a unit, those nearest in the list; ``more`` that it has besides."""

    unit: Value
    others: tuple[Neighbour, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Beside:
    """``before`` and ``after`` are its neighbours in the list of all articles, newest first."""

    before: Neighbour | None = None
    after: Neighbour | None = None
    units: tuple[OfUnit, ...] = ()


def neighbours(archive: Archive) -> Mapping[str, Beside]:
    """Return the text of each article, by its slug."""
    entries = archive.entries
    of_unit: dict[str, list[Entry]] = {}
    for entry in entries:
        for unit in entry.units:
            of_unit.setdefault(unit.id, []).append(entry)
    at = {known: {entry.slug: number for number, entry in enumerate(of)} for known, of in of_unit.items()}
    return {
        entry.slug: Beside(
            _neighbour(entries[number - 1]) if number else None,
            _neighbour(entries[number + 1]) if number + 1 < len(entries) else None,
            tuple(
                _others(Value(unit.id, unit.name), of_unit[unit.id], at[unit.id][entry.slug])
                for unit in entry.units[:_MOST_UNITS]
                if len(of_unit[unit.id]) > 1
            ),
        )
        for number, entry in enumerate(entries)
    }


def _others(unit: Value, entries: Sequence[Entry], at: int) -> OfUnit:
    near = sorted((place for place in range(max(0, at - _MOST_OTHERS), min(len(entries), at + _MOST_OTHERS + 1)) if place != at),
                  key=lambda item: (abs(item - at), item))[:_MOST_OTHERS]  # fmt: skip
    return OfUnit(unit, tuple(_neighbour(entries[place]) for place in sorted(near)), len(entries) - 1 - len(near))


def _neighbour(entry: Entry) -> Neighbour:
    return Neighbour(entry.slug, entry.article.title, entry.date and wording.date(entry.date))
