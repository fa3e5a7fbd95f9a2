"""Decisions about organisations as changes of ``seeds/units.yml``: only the entry that is meant is written anew, with its comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.desk.files.yaml_edits import edited, extend
from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError
from generator.messages import message
from generator.resolution.units.authority import authority_in


def with_entry(data: bytes | None, entry: Mapping[str, Any], path: Path) -> bytes:
    """Return the file with a new unit at its end. Raises AuthorityError for one that does not fit."""
    return _valid(YamlList.of(data).appended(entry).data, path)


def with_variants(data: bytes | None, unit: str, names: tuple[str, ...], path: Path) -> bytes:
    """Return the file in which the unit with the id ``unit`` has ``names`` too. Raises AuthorityError, or DeskError without it."""
    return _with_more(data, unit, "variants", names, path)


def with_sites(data: bytes | None, unit: str, sites: tuple[str, ...], path: Path) -> bytes:
    """Return the file in which short names in the sources ``sites`` mean the unit with the id ``unit``. Raises as :func:`with_variants`."""
    return _with_more(data, unit, "sites", sites, path)


def _with_more(data: bytes | None, unit: str, key: str, more: tuple[str, ...], path: Path) -> bytes:
    def edit(entry: Any) -> None:
        extend(entry, key, [each for each in more if each != entry.get("name")], after=("name", "variants"))

    made = edited(data, lambda entry: entry.get("id") == unit, edit, [unit])
    if made is None:
        raise DeskError(message("desk.no_unit", unit=unit), fix=message("desk.fix.stale"))
    return _valid(made, path)


def _valid(data: bytes | None, path: Path) -> bytes:
    authority_in(data or b"", path, again=True)
    return data or b""
