"""Which persons the archive reports. Nothing is inferred: a name alone says nothing about who bears it.

Two articles mean one person only when they write the same name and place it in the same organisation, one that the archive knows (a written
``Quận ủy`` is not), or in the same office of state of which there is one holder at a time. All others are persons of their own, however
alike.

A person's address is made of the name and an article: "the person of this name in this article" is one person and stays so, whatever other
articles report. A person named by several articles has such an address from each. The oldest article's has the page, so that newer ones
leave it where it is, and the others lead to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.model.facts import Person
from generator.model.unit import Resolution
from generator.resolution.addresses import marked
from generator.resolution.likeness import connected
from generator.text.folding import spelling_key
from generator.text.slugs import slug

#: Offices that one person at a time holds. Source: Hiến pháp 2013, chương V, VI, VII; Điều lệ Đảng, điều 17.
_SOLE = frozenset({"tổng bí thư", "chủ tịch nước", "chủ tịch quốc hội", "thủ tướng", "thủ tướng chính phủ"})


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person: an ASCII address, the name, and where articles report the person (slug and fact, newest first).

    ``alike`` are the addresses of other persons with this name; the articles don't state whether they are the same. ``former`` are the
    addresses that mean this person too. ``plain`` is the name as a slug, which others may share.
    """

    id: str
    name: str
    told: tuple[tuple[str, Person], ...]
    alike: tuple[str, ...]
    former: tuple[str, ...] = ()
    plain: str = ""


def persons(archive: Archive) -> tuple[PersonRecord, ...]:
    """Return every person of the archive, each mention once; the order is that of the addresses."""
    if persons not in archive.memory:
        archive.memory[persons] = _persons(archive)
    found: tuple[PersonRecord, ...] = archive.memory[persons]
    return found


def _persons(archive: Archive) -> tuple[PersonRecord, ...]:
    by_name: dict[str, list[tuple[Entry, Person]]] = {}
    for entry in archive.entries:
        for person in entry.facts.people:
            if key := spelling_key(person.name):
                by_name.setdefault(key, []).append((entry, person))
    found: list[tuple[tuple[str, ...], str, list[tuple[Entry, Person]]]] = []
    for name, told in sorted(by_name.items()):
        found += [(_addresses(name, group), name, group) for group in connected(told, lambda item: _keys(*item))]
    meant = {place for places, _, _ in found for place in places}
    same: dict[str, list[str]] = {}
    for (place, *_), name, _ in sorted(found, key=lambda item: item[0]):
        same.setdefault(name, []).append(place)
    return tuple(
        PersonRecord(
            places[0], _spelling(person.name for _, person in group), tuple((entry.slug, person) for entry, person in group),
            tuple(one for one in same[name] if one != places[0]),
            (*places[1:], *(place for place in _before_corrections(group) if place not in meant)), _plain(name),
        )
        for places, name, group in sorted(found, key=lambda item: item[0])
    )  # fmt: skip


def _addresses(name: str, group: Iterable[tuple[Entry, Person]]) -> tuple[str, ...]:
    """Return all addresses of the person ``name`` in ``group``, the one with the page first."""
    entries = sorted((entry for entry, _ in group), key=lambda entry: (entry.date or "9999", entry.slug))
    articles = [*(entry.slug for entry in entries), *(former for entry in entries for former in entry.former)]
    return tuple(dict.fromkeys(marked(_plain(name), name, article) for article in articles))


def _before_corrections(group: Iterable[tuple[Entry, Person]]) -> tuple[str, ...]:
    """Return the addresses under names that were corrected."""
    names = [
        (spelling_key(correction.before.name), place)
        for entry, person in group
        for correction in person.corrections
        if isinstance(correction.before, Person)
        for place in (entry.slug, *entry.former)
    ]
    return tuple(dict.fromkeys(marked(_plain(name), name, place) for name, place in names))


def _plain(name: str) -> str:
    return slug(name) or "nguoi"


def _keys(entry: Entry, person: Person) -> Iterable[tuple[str, str]]:
    """Yield what a mention shares with others of the same person: its article, its organisations, a sole office."""
    yield ("article", entry.slug)
    for role in person.roles:
        if unit := _unit(entry.names, role.unit):
            yield ("unit", unit)
        if role.unit is None and spelling_key(role.title) in _SOLE:
            yield ("office", spelling_key(role.title).removesuffix(" chính phủ"))


def _unit(names: Mapping[str, Resolution], written: str | None) -> str | None:
    resolution = names.get(written) if written else None
    return resolution.unit if resolution else None


def _spelling(names: Iterable[str]) -> str:
    """As most articles write it."""
    written = [" ".join(name.split()) for name in names]
    return min(written, key=lambda name: (-written.count(name), name))
