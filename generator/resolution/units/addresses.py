"""The addresses of units that no one has listed, and what becomes of them.

Such an address is made of the key of the unit's name and of its province, which make it one unit in all articles. Once the authority
file lists the unit, by this name or with it among its variants, the address leads to the id given there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.archive import Pointer
from generator.model.unit import Unit
from generator.resolution.addresses import marked
from generator.resolution.units.article_places import lies_in, official
from generator.resolution.units.authority import Authority
from generator.resolution.units.completeness import Whole, completeness
from generator.resolution.units.readings import Identity
from generator.text.slugs import slug


def unlisted_address(identity: Identity) -> str:
    """Return the address of the unlisted unit that ``identity`` makes one in all articles."""
    words = " ".join(identity.key)
    return marked(slug(words) or "don-vi", words, identity.province or "", " ".join(identity.bare or ()))


def former_addresses(units: Mapping[str, Unit], authority: Authority) -> Iterator[Pointer]:
    """Give the addresses that the listed among ``units`` had before they were listed. One that several may have had (a name borne one after
    the other, or by places of which the articles did not state the province) leads to none by itself; one that an unlisted unit has still
    is left out."""
    owners: dict[str, list[str]] = {}
    unsure: set[str] = set()
    for unit in units.values():
        if unit.listed:
            for place, sure in dict.fromkeys(_addresses(unit, authority)):
                owners.setdefault(place, []).append(f"don-vi/{unit.id}")
                unsure.update(() if sure else (place,))
    for place, ids in sorted(owners.items()):
        if place not in units:
            yield Pointer(f"don-vi/{place}", tuple(dict.fromkeys(ids)), moved=len(set(ids)) == 1 and place not in unsure)


def _addresses(unit: Unit, authority: Authority) -> Iterator[tuple[str, bool]]:
    """Yield the addresses, each with whether its name and province are this unit's alone."""
    provinces = sorted(lies_in(authority, unit))
    for key in authority.keys(unit):
        own = official(authority, key)
        bare = key[: len(key) - len(own)]
        for local in (None, bare):
            yield unlisted_address(Identity(key, None, local)), completeness(key, authority.places) is not Whole.PLACE
            for province in provinces:
                for identifier in sorted(listed.id for listed in authority.places.levelled.get(province, ())):
                    yield unlisted_address(Identity(key if own else (*key, *province), identifier, local)), True
