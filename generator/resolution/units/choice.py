"""Which of the listed units with one name is meant: by when the article was written, by its place, by its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.lexicon.load import lexicon
from generator.model.statement import basis, day
from generator.model.unit import Unit
from generator.resolution.periods import first_day, last_day, overlap
from generator.resolution.units.article_places import Surroundings, lies_in
from generator.resolution.units.authority import Authority
from generator.resolution.units.names import Words
from generator.resolution.units.readings import Read, Reading


def choose(authority: Authority, keys: Iterable[Words], around: Surroundings, province: Words, *, local: bool) -> Read | None:
    """Return the listed unit with one of ``keys``; the candidates where several may be meant; None where none can be.

    ``province`` is the one that the name or the article states; ``local`` that others of its name may lie elsewhere.
    """
    units = list(dict.fromkeys(unit for key in keys for unit in authority.by_key.get(key, ())))
    if local and province:
        units = [unit for unit in units if not lies_in(authority, unit) or province in lies_in(authority, unit)]
    there = _there(units, around.when)
    if not there:
        return None
    if len(there) == 1:
        only = there[0]
        if local and not province and not _is_district(only) and only not in around.sites:
            return Read(candidates=(Reading(only),))  # another of its name may be meant
        return Read(Reading(only, basis=basis("time", when=day(around.when)) if len(units) > 1 and around.when is not None else None))
    here = [candidate for candidate in there if around.province and around.province in lies_in(authority, candidate)]
    if len(here) == 1:
        return Read(Reading(here[0], basis=around.basis))
    own = [candidate for candidate in there if candidate in around.sites]
    if len(own) == 1:
        return Read(Reading(own[0], basis=basis("site", unit=own[0].name)))
    return Read(candidates=tuple(map(Reading, there)))


def _there(units: Sequence[Unit], when: str | None) -> list[Unit]:
    """Return those that were there at ``when``, else those that had been; never one that was yet to come."""
    there = [unit for unit in units if overlap((when, when), (unit.valid_from, unit.valid_until))]
    return there or [unit for unit in units if unit.valid_until and last_day(unit.valid_until) < first_day(when)]


def _is_district(unit: Unit) -> bool:
    kind = lexicon("unit-kinds").by_id.get(unit.kind or "")
    return kind is not None and kind.get("level") in ("district", "province")
