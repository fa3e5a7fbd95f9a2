"""Places of an article's organisations: the provinces and districts that it states, with their basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.statement import Reason, Statement, basis
from generator.model.unit import Unit
from generator.resolution.units.authority import Authority
from generator.resolution.units.names import Words, name_words
from generator.resolution.units.places import at, level_of, phrases
from generator.resolution.units.readings import Reading


@dataclass(frozen=True)
class Surroundings:
    """Context of a name: its date, its site, and the places around it.

    ``province`` is its official name as words, where the article leaves no doubt, ``basis`` says why; ``levels`` the districts, communes
    and provinces (without their level word) of the organisations that the article is about.
    """

    when: str | None
    sites: tuple[Unit, ...] = ()
    province: Words = ()
    basis: Reason | None = None
    levels: Mapping[Words, frozenset[Words]] = field(default_factory=dict)
    about: str = ""


def around(
    authority: Authority, when: str | None, sites: tuple[Unit, ...], hosts: Iterable[Reading], stated: Iterable[Words]
) -> Surroundings:
    """Return the surroundings of an article whose hosts are read as ``hosts`` and which reports the provinces ``stated``."""
    levels: dict[Words, set[Words]] = {}
    provinces: dict[Words, Reason] = {}
    about: list[str] = []
    for reading in hosts:
        about.append(reading.unit.name if reading.unit else reading.name)
        for words in _place_words(authority, reading):
            for level, proper in phrases(words).items():
                levels.setdefault(level, set()).add(proper)
            if province := official(authority, words):
                provinces.setdefault(province, _about(about[-1], reading))
    for unit in sites:
        for container in (unit, *authority.chain(unit)):
            for level, proper in phrases(name_words(container.name)).items():
                levels.setdefault(level, {proper})
    if not provinces:
        provinces = {words: basis("site", unit=unit.name) for unit in sites for words in lies_in(authority, unit)}
    if not provinces:
        provinces = {words: basis("only-place", place=_called(authority, words)) for words in stated}
    ((province, why),) = provinces.items() if len(provinces) == 1 else (((), None),)
    return Surroundings(
        when, sites, province, why, {level: frozenset(found) for level, found in levels.items()}, ", ".join(dict.fromkeys(about))
    )


def official(authority: Authority, words: Words) -> Words:
    """Return the official name of the province in which ``words`` end; empty where they end in none."""
    units = authority.places.tail(words)[1]
    return name_words(units[0].name) if units else ()


def province_at(authority: Authority, words: Words, when: str | None) -> Unit | None:
    """Return the province with the official name ``words``, as it was then."""
    return at(authority.places.levelled.get(words, ()), when)


def lies_in(authority: Authority, unit: Unit) -> frozenset[Words]:
    """Return the official names of the provinces in which ``unit`` lies, as far as the authority states them."""
    found = {official(authority, name_words(container.name)) for container in (unit, *authority.chain(unit))}
    return frozenset(found - {()})


def _place_words(authority: Authority, reading: Reading) -> list[Words]:
    """Return the keys of a reading's places: its own, and those of the places that contain it."""
    if reading.unit is not None:
        return [authority.places.key(reading.unit.name), *(name_words(unit.name) for unit in authority.chain(reading.unit))]
    own = [reading.identity.key] if reading.identity else []
    return own + (_place_words(authority, reading.owner) if reading.owner else [])


def _about(host: str, reading: Reading) -> Statement:
    """Return the basis that the article is about ``host``, and why that lies in its place where the text does not state it."""
    inferred = reading.unit.inferred if reading.unit else ()
    further = next((each.basis for each in inferred if each.field == "place"), None) if reading.unit else reading.place_basis
    about = basis("about", unit=host)
    return basis("further", basis=about, further=further) if further else about


def _called(authority: Authority, words: Words) -> str:
    units = authority.places.levelled.get(words, ())
    name = units[0].name if units else " ".join(words)
    return name[0].lower() + name[1:] if level_of(words) else name
