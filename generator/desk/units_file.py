"""Decisions about organisations as changes of ``seeds/units.yml``: only the entry that is meant is written anew, with its comments."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.error import YAMLError

from generator.desk.problems import DeskError
from generator.desk.yaml_lists import YamlList
from generator.messages import message
from generator.resolution.units.authority import authority_in
from generator.yaml_documents import compose

_WIDE = 10_000  # columns: a line that a person wrote on one line stays on one


def with_entry(data: bytes | None, entry: Mapping[str, Any], path: Path) -> bytes:
    """Return the file with a new unit at its end. Raises AuthorityError for one that does not fit."""
    return _valid(YamlList.of(data).appended(entry).data, path)


def with_variants(data: bytes | None, unit: str, names: tuple[str, ...], path: Path) -> bytes:
    """Return the file in which the unit with the id ``unit`` bears ``names`` too. Raises AuthorityError, or DeskError without it."""
    return _with_more(data, unit, "variants", names, path)


def with_sites(data: bytes | None, unit: str, sites: tuple[str, ...], path: Path) -> bytes:
    """Return the file in which short names in the sources ``sites`` mean the unit with the id ``unit``. Raises as :func:`with_variants`."""
    return _with_more(data, unit, "sites", sites, path)


def _with_more(data: bytes | None, unit: str, key: str, more: tuple[str, ...], path: Path) -> bytes:
    def edit(entry: Any) -> None:
        there = entry.get(key)
        if there is None:
            there = CommentedSeq()
            there.fa.set_flow_style()
            after = next((at for at, name in enumerate(entry, 1) if name in {"name", "variants"}), len(entry))
            entry.insert(max(after, list(entry).index("variants") + 1 if "variants" in entry else after), key, there)
        there.extend(each for each in more if each not in there and each != entry.get("name"))

    return _valid(_edited(data, unit, edit), path)


def _edited(data: bytes | None, unit: str, edit: Callable[[Any], None]) -> bytes | None:
    units = YamlList.of(data)
    for place, (start, end) in enumerate(units.places):
        text = "".join(units.lines[start:end])
        if unit in text and _id_of(text) == unit:
            return units.with_text(place, _rewritten(text, edit)).data
    raise DeskError(message("desk.no_unit", unit=unit), fix=message("desk.fix.stale"))


def _id_of(text: str) -> str | None:
    node: Any = compose(text)
    pairs = {key.value: value.value for key, value in node.value[0].value}
    return pairs.get("id")


def _rewritten(text: str, edit: Callable[[Any], None]) -> str:
    """Return the entry ``text``, which our own reader has accepted, after ``edit``."""
    editor = YAML(typ="rt", pure=True)
    editor.preserve_quotes = True
    editor.width = _WIDE
    editor.allow_unicode = True
    try:
        loaded = editor.load(text)
    except YAMLError as error:
        raise DeskError(message("desk.no_block_list"), fix=message("desk.fix.by_hand")) from error
    edit(loaded[0])
    out = io.StringIO()
    editor.dump(loaded, out)
    return out.getvalue()


def _valid(data: bytes | None, path: Path) -> bytes:
    authority_in(data or b"", path)
    return data or b""
