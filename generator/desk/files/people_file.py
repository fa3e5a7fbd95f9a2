"""Decisions about persons as changes of ``seeds/people.yml``: only the entry that is meant is written anew, with its comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from generator.desk.files.yaml_edits import edited, extend, take_out
from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError
from generator.messages import message
from generator.resolution.records.people_file import people_in
from generator.text.folding import spelling_key

#: What may be decided about another person of a name, and the list of the entry that states it.
LISTS = {"same": "same", "apart": "not_same", "new": "not_same", "unsure": "unsure"}
_AFTER = ("name", "id", "variants", "same", "not_same", "unsure")


@dataclass(frozen=True, slots=True)
class Bearer:
    """The persons with ``name`` in ``articles`` (addresses below ``bai/``)."""

    name: str
    articles: tuple[str, ...]


def decided(data: bytes | None, person: Bearer, former: Iterable[str], others: Sequence[Bearer], what: str, path: Path) -> bytes:
    """Return the file in which ``others`` are ``what`` (of :data:`LISTS`) to ``person``: in the entry that identifies the person by an
    article or by one of the ``former`` addresses, or in a new one. ``new`` gives each of the others an entry too.

    Raises AuthorityError for what does not fit the file, KeyError for another ``what``.
    """
    key, places = LISTS[what], {*person.articles, *former}

    def edit(entry: Any) -> None:
        if what == "same":
            extend(entry, "variants", _other_names(entry, others), _AFTER[:2])
        for other in others:
            for each in LISTS.values():
                if each != key:
                    take_out(entry, each, other.articles)
            extend(entry, key, other.articles, _AFTER)

    made = edited(data, lambda entry: _bears(entry, person.name) and bool(places & set(entry["same"])), edit, places)
    if made is None:
        entry = CommentedMap({"name": person.name, "same": list(person.articles)})
        edit(entry)
        made = _appended(data, entry)
    if what == "new":
        for other in others:
            made = _appended(made, {"name": other.name, "same": list(other.articles), "not_same": list(person.articles)})
    return _valid(made, path)


def with_person(data: bytes | None, person: Bearer, path: Path) -> bytes:
    """Return the file with an entry for ``person``. Raises AuthorityError for one that does not fit."""
    return _valid(_appended(data, {"name": person.name, "same": list(person.articles)}), path)


def with_bearer(data: bytes | None, name: str, article: str, bearer: Bearer, path: Path) -> bytes:
    """Return the file in which ``bearer`` is the person of the entry ``name`` that begins its ``same`` with ``article``.

    Raises AuthorityError for what does not fit the file, DeskError without such an entry.
    """

    def edit(entry: Any) -> None:
        extend(entry, "variants", _other_names(entry, [bearer]), _AFTER[:2])
        for each in ("not_same", "unsure"):
            take_out(entry, each, bearer.articles)
        extend(entry, "same", bearer.articles, _AFTER)

    made = edited(data, lambda entry: entry.get("name") == name and entry["same"][:1] == [article], edit, [article])
    if made is None:
        raise DeskError(message("desk.no_person", name=name), fix=message("desk.fix.stale"))
    return _valid(made, path)


def _bears(entry: Mapping[str, Any], name: str) -> bool:
    return spelling_key(name) in {spelling_key(each) for each in (entry["name"], *entry.get("variants", ()))}


def _other_names(entry: Mapping[str, Any], others: Sequence[Bearer]) -> list[str]:
    return [other.name for other in others if not _bears(entry, other.name)]


def _appended(data: bytes | None, entry: Mapping[str, Any]) -> bytes:
    return YamlList.of(data).appended(entry).data or b""


def _valid(data: bytes, path: Path) -> bytes:
    people_in(data, path, again=True)
    return data
