"""Which persons the archive tells of. Nothing is inferred: a name alone says nothing about who bears it.

Two articles mean one person only when they write the same name and place it in the same organisation, one that the
archive knows (a written ``Quận ủy`` is not), or in the same office of state of which there is one holder at a time.
All others are persons of their own, however alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.model.facts import Person
from generator.model.unit import Resolution
from generator.resolution.addresses import address
from generator.resolution.likeness import connected
from generator.text.folding import spelling_key
from generator.text.slugs import slug

#: Offices that one person at a time holds. Source: Hiến pháp 2013, chương V, VI, VII; Điều lệ Đảng, điều 17.
_SOLE = frozenset({"tổng bí thư", "chủ tịch nước", "chủ tịch quốc hội", "thủ tướng", "thủ tướng chính phủ"})


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person: an ASCII address, the name, and where articles tell of the person (slug and fact, newest first).

    ``alike`` are the addresses of other persons with this name; the articles don't tell whether they are the same.
    """

    id: str
    name: str
    told: tuple[tuple[str, Person], ...]
    alike: tuple[str, ...]


def persons(archive: Archive) -> tuple[PersonRecord, ...]:
    """Every person of the archive, each mention once; the order is that of the addresses."""
    by_name: dict[str, list[tuple[Entry, Person]]] = {}
    for entry in archive.entries:
        for person in entry.facts.people:
            if key := spelling_key(person.name):
                by_name.setdefault(key, []).append((entry, person))
    by_slug: dict[str, list[tuple[str, list[tuple[Entry, Person]]]]] = {}
    for name, told in sorted(by_name.items()):
        for group in connected(told, lambda one: _keys(*one)):
            by_slug.setdefault(slug(name) or "nguoi", []).append((name, group))
    found: list[tuple[str, str, list[tuple[Entry, Person]]]] = []
    taken = set(by_slug)
    for base, groups in sorted(by_slug.items()):
        groups.sort(
            key=lambda one: (one[0], min((entry.date or "9999", entry.slug) for entry, _ in one[1]))
        )  # who is told of first keeps the plain address
        for at, (name, group) in enumerate(groups):
            found.append((address(base) if not at else _numbered(base, at + 1, taken), name, group))
    same: dict[str, list[str]] = {}
    for place, name, _ in found:
        same.setdefault(name, []).append(place)
    return tuple(
        PersonRecord(
            place, _spelling(person.name for _, person in group), tuple((entry.slug, person) for entry, person in group),
            tuple(one for one in same[name] if one != place),
        )
        for place, name, group in sorted(found, key=lambda one: one[0])
    )  # fmt: skip


def _keys(entry: Entry, person: Person) -> Iterable[tuple[str, str]]:
    """What a mention shares with others of the same person: its article, its organisations, a sole office."""
    yield ("article", entry.slug)
    for role in person.roles:
        if unit := _unit(entry.names, role.unit):
            yield ("unit", unit)
        if role.unit is None and spelling_key(role.title) in _SOLE:
            yield ("office", spelling_key(role.title).removesuffix(" chính phủ"))


def _unit(names: Mapping[str, Resolution], written: str | None) -> str | None:
    resolution = names.get(written) if written else None
    return resolution.unit if resolution else None


def _numbered(base: str, number: int, taken: set[str]) -> str:
    while f"{base}-{number}" in taken:
        number += 1
    taken.add(f"{base}-{number}")
    return f"{base}-{number}"


def _spelling(names: Iterable[str]) -> str:
    """As most articles write it."""
    written = [" ".join(name.split()) for name in names]
    return min(written, key=lambda name: (-written.count(name), name))
