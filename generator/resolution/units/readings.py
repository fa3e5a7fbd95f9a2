"""Possible readings of a name, before the archive's units are built from all articles together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.statement import Reason
from generator.model.unit import Unit
from generator.resolution.units.names import Words


@dataclass(frozen=True, slots=True)
class Identity:
    """Identity of an unlisted organisation across articles: its key, and the province (its id) that it lies in.

    ``key`` ends in the province's official name where it is known; ``bare`` is the key without it where the name itself leaves it out (``xã
    hòa bình``), so that its like without a known province are recognised.
    """

    key: Words
    province: str | None = None
    bare: Words | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One organisation that a name means: a listed ``unit``, or else an ``identity``.

    ``name`` is its name; ``owner`` is the organisation it is a part of. ``basis`` states why it is this organisation, ``place_basis`` why
    it lies in its province, if the text doesn't.
    """

    unit: Unit | None = None
    identity: Identity | None = None
    name: str = ""
    owner: Reading | None = None
    basis: Reason | None = None
    place_basis: Reason | None = None

    @property
    def what(self) -> str | Identity | None:
        """Equal for readings of one organisation."""
        return self.unit.id if self.unit else self.identity


@dataclass(frozen=True, slots=True)
class Read:
    """A written name: ``reading`` is what it means; None where it names no organisation or may mean several ``candidates``."""

    reading: Reading | None = None
    candidates: tuple[Reading, ...] = ()
    names_none: bool = False


def distinct(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings, of each organisation the first."""
    found: dict[str | Identity | None, Reading] = {}
    for reading in readings:
        found.setdefault(reading.what, reading)
    return tuple(found.values())
