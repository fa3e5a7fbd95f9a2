"""The province of an article, as far as its own words and the list of units state it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.archive import Entry
from generator.model.facts import AwardStatus
from generator.model.unit import Unit, with_those_above

_PROVINCES = frozenset({"tinh", "thanh-pho"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A ``province``, the id of a listed unit, with its ``name``, and whose it is: that of the ``host``, or, where no host has one, of all
    that grant (``granter``). All None where nothing states one, or several are stated."""

    province: str | None = None
    name: str | None = None
    of: str | None = None


def place_of(entry: Entry, units: Mapping[str, Unit]) -> Placed:
    """Return the province of the event that ``entry`` reports: of its first host that has one, else the only one of those who grant."""
    hosts = [found for unit in entry.units if (found := _province(unit.id, units))]
    if hosts:
        return Placed(hosts[0].id, hosts[0].name, "host")
    granted = (award.granted_by for award in entry.facts.awards if award.status == AwardStatus.GRANTED and award.granted_by)
    granters = {found.id: found for unit in _units(granted, entry) if (found := _province(unit, units))}
    if len(granters) == 1:
        ((identifier, unit),) = granters.items()
        return Placed(identifier, unit.name, "granter")
    return Placed()


def _units(names: Iterable[str], entry: Entry) -> list[str]:
    meanings = (entry.names.get(name) for name in names)
    return [meaning.unit for meaning in meanings if meaning is not None and meaning.unit is not None]


def _province(identifier: str, units: Mapping[str, Unit]) -> Unit | None:
    """Return the province that a unit is or lies in, by its place and what it belongs to."""
    return next((unit for unit in with_those_above(identifier, units) if unit.listed and unit.kind in _PROVINCES), None)
