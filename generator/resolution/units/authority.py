"""The authority file ``seeds/units.yml``: which organisations the archive knows, by which names, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import AuthorityError
from generator.lexicon.load import lexicon
from generator.model.article import Source
from generator.model.facts import Inference
from generator.model.unit import Unit
from generator.reading.files import contents_if_any
from generator.resolution.units.authority_checks import checks
from generator.resolution.units.names import Words
from generator.resolution.units.places import PlaceNames
from generator.resolution.yaml_rows import Error, Row, read_rows, refusal, slug_id
from generator.resolution.yaml_values import Field, date, many, one_of, words


@dataclass(frozen=True)
class Authority:
    """The units listed, by id. ``sites`` are for each the sources whose short names mean it: globs of paths, or host names."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    sites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def places(self) -> PlaceNames:
        """The provinces and cities among the units."""
        return PlaceNames.of(self.units.values())

    @cached_property
    def by_key(self) -> Mapping[Words, tuple[Unit, ...]]:
        """The units that bear a name, by its key."""
        found: dict[Words, dict[str, Unit]] = {}
        for unit in self.units.values():
            for key in self.keys(unit):
                found.setdefault(key, {})[unit.id] = unit
        return {key: tuple(units.values()) for key, units in found.items()}

    def keys(self, unit: Unit) -> tuple[Words, ...]:
        """Return the keys of the names of ``unit``."""
        return tuple(dict.fromkeys(self.places.key(name) for name in (unit.name, *unit.variants)))

    def of_source(self, source: Source) -> tuple[Unit, ...]:
        """Return the units whose site ``source`` comes from."""
        return tuple(self.units[identifier] for identifier, sites in self.sites.items() if any(_is_from(source, site) for site in sites))

    def chain(self, unit: Unit) -> Iterator[Unit]:
        """Yield the places of ``unit``, from the nearest outward; its parents' where it has none of its own."""
        seen: set[str] = set()
        current: Unit | None = unit
        while current is not None and current.id not in seen:
            seen.add(current.id)
            if current is not unit and self.is_place(current):
                yield current
            current = self.units.get(current.place or current.parent or "")

    @staticmethod
    def is_place(unit: Unit) -> bool:
        """Return whether ``unit`` is itself a province, a district or a commune."""
        kind = lexicon("unit-kinds").by_id.get(unit.kind or "")
        return kind is not None and bool(kind.get("place"))


def read_authority(path: Path, *, again: bool = False) -> Authority:
    """Return the authority file at ``path``; an empty authority without the file. ``again``: it is read after each small change.

    Raises AuthorityError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, AuthorityError)
    return Authority() if data is None else authority_in(data, path, again=again)


def authority_in(data: bytes, path: Path, *, again: bool = False) -> Authority:
    """Return the authority file with the content ``data`` at ``path``. Raises as :func:`read_authority`."""
    rows, errors = read_rows(data, _fields(), again=again)
    if not errors:
        errors = checks(rows)
    if errors:
        raise _all(path, errors)
    return Authority({row.values["id"]: _unit(row) for row in rows}, {row.values["id"]: row.values.get("sites", ()) for row in rows})


def _fields() -> Mapping[str, Field]:
    return {
        "id": Field(slug_id, required=True),
        "name": Field(words, required=True),
        "variants": Field(many(words)),
        "kind": Field(one_of(lambda: lexicon("unit-kinds").by_id)),
        "parent": Field(slug_id),
        "place": Field(slug_id),
        "place_basis": Field(words),
        "valid_from": Field(date),
        "valid_until": Field(date),
        "successor": Field(many(slug_id, or_one=True)),
        "sites": Field(many(words)),
        "source": Field(words, required=True),
    }


def _unit(row: Row) -> Unit:
    get = row.values.get
    basis = get("place_basis")
    return Unit(
        id=row.values["id"],
        name=row.values["name"],
        kind=get("kind"),
        variants=get("variants", ()),
        parent=get("parent"),
        place=get("place"),
        valid_from=get("valid_from"),
        valid_until=get("valid_until"),
        successors=get("successor", ()),
        listed=True,
        inferred=(Inference("place", basis),) if basis else (),
        source=row.values["source"],
    )


def _all(path: Path, errors: list[Error]) -> AuthorityError:
    in_order = sorted(errors, key=lambda error: (error.line or 0, str(error.message)))
    return refusal(in_order, path, AuthorityError)


def _is_from(source: Source, site: str) -> bool:
    if "/" in site:
        return fnmatchcase(source.path, site)
    host = (urlsplit(source.url).hostname or "") if source.url else ""
    return host == site.lower() or host.endswith("." + site.lower())
