"""Organisations of the archive, and the meaning of written names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.facts import Inference
from generator.model.packing import packed
from generator.model.statement import Reason


@packed
@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation of the archive. ``id`` is its address: ASCII, unique in the archive.

    ``listed`` states whether it is in the authority file (``seeds/units.yml``) or only in articles. ``variants`` are its other names.
    ``parent``, ``place`` and ``successors`` are ids of units. ``valid_from`` and ``valid_until`` are ISO 8601, shortened where less is
    known; both days count. ``inferred`` lists the fields that no article states.
    """

    id: str
    name: str
    kind: str | None = None
    variants: tuple[str, ...] = ()
    parent: str | None = None
    place: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    successors: tuple[str, ...] = ()
    listed: bool = False
    inferred: tuple[Inference, ...] = ()
    source: str | None = None


def with_those_above(identifier: str, units: Mapping[str, Unit]) -> Iterator[Unit]:
    """Yield the unit, then those that it lies in or belongs to, its place first, and those above these; each that ``units`` knows once."""
    waiting, seen = [identifier], set[str]()
    while waiting:
        at = waiting.pop(0)
        unit = units.get(at)
        if unit is None or at in seen:
            continue
        seen.add(at)
        yield unit
        waiting += [above for above in (unit.place, unit.parent) if above]


class Standing(StrEnum):
    """Certainty of the unit that a name means."""

    LISTED = "listed"  # the authority file knows it
    UNLISTED = "unlisted"  # a full name that the authority file does not know: it has a page and is proposed
    AMBIGUOUS = "ambiguous"  # short, or several units bear it: never guessed, listed for review
    NO_UNIT = "no-unit"  # no organisation of its own: a common noun ("chi bộ", "đơn vị"), a person, a central body's generic name


@packed
@dataclass(frozen=True, slots=True)
class Resolution:
    """Meaning of a name written in an article.

    ``unit`` is a unit's id, None unless listed or unlisted. ``candidates`` are the ids that an ambiguous name may mean. ``basis`` states
    the reason if the text alone does not determine the unit; it is then inferred.
    """

    written: str
    standing: Standing
    unit: str | None = None
    candidates: tuple[str, ...] = ()
    basis: Reason | None = None
