"""Taking an article out of the archive, and putting it back.

An address that readers may have met never becomes empty: an entry of ``seeds/hidden.yml`` gives it a page that says when and why the
article was taken out, and what the article stated counts no more. A copy whose file goes leads to the article that stays. Only an article
that nobody can have seen goes without a trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.adding.known import originals
from generator.desk.checking.deciding import Person
from generator.desk.checking.shelf import Shelf
from generator.desk.files.saving import Contents
from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.messages import message
from generator.model.article import Source
from generator.resolution.assembly import source_address
from generator.resolution.hiding.entries import hidden_in
from generator.resolution.redirects import parse_redirects
from generator.resolution.sources import without_source
from generator.yaml_documents.files import regular_bytes

_MOST = 4_000_000  # bytes


class Way(StrEnum):
    """How an article is taken out: ``hide`` keeps its files, ``delete`` does not, ``lead`` deletes a copy and leads to the other,
    ``forget`` deletes what was never published."""

    HIDE = "hide"
    DELETE = "delete"
    LEAD = "lead"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done with an article: the ``ways``, the names of its ``copies``, and the names of the ``files`` that deleting takes."""

    ways: tuple[Way, ...]
    copies: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An article that was taken out: its name and title, when and why; ``is_there`` if its file is, so that it can be put back."""

    name: str
    title: str
    on: str
    why: str
    is_there: bool


def offer_of(room: Room, name: str) -> Offer:
    """Return how the article ``name`` can be taken out. Raises KeyError for a name that is no article's."""
    path = room.desk.shelf.path(name)
    copies = _copies(room, name)
    ways = [Way.LEAD] if copies else []
    ways += [Way.HIDE, Way.DELETE]
    if not copies and not _may_be_known(room, name):
        ways.append(Way.FORGET)
    files = tuple(file.relative_to(room.folder.seeds).as_posix() for file in _files(room.desk.shelf, name, path))
    return Offer(tuple(ways), copies, files)


def take_out(room: Room, name: str, way: Way, reason: str, person: Person) -> None:
    """Take the article ``name`` out for ``reason``. Raises KeyError for a name that is no article's or a way that it does not have,
    HiddenError or RedirectError for a file that does not take the entry, and what saving raises."""
    if way not in offer_of(room, name).ways:
        raise KeyError(way)
    path = room.desk.shelf.path(name)
    files = _files(room.desk.shelf, name, path) if way is not Way.HIDE else []
    hidden, redirects, sources = room.folder.hidden, room.folder.redirects, room.folder.sources
    stays = [file for file in room.folder.seed_files() if file not in files]

    def edit(now: Contents) -> Contents:
        made: dict[Path, bytes | None] = {}
        if way in {Way.HIDE, Way.DELETE}:
            entry: dict[str, Any] = {"article": name, "on": person.now[:10], "why": reason, "by": person.name}
            entry |= {"gone": True} if way is Way.DELETE else {}
            made[hidden] = _with_entry(now[hidden], entry, room)
            hidden_in(made[hidden] or b"", hidden, stays, room.folder.root)
        if way is Way.LEAD:
            made[redirects] = _leading(now[redirects], name, _copies(room, name)[0], redirects)
        if files and (table := now[sources]) is not None:
            made[sources] = without_source(table, f"seeds/{name}")
        return {**made, **dict.fromkeys(files)}  # the article's own file last: what a crash leaves is still an article

    title = room.title_of(name)
    room.desk.saver.change([hidden, redirects, sources, *files], edit, "taken_out", title)


def put_back(room: Room, name: str) -> None:
    """Let the article ``name``, whose file is still there, be in the archive again. Raises DeskError if it was not taken out."""
    hidden = room.folder.hidden

    def edit(now: Contents) -> Contents:
        lines = _lines(now[hidden], name, room)
        if not lines:
            raise DeskError(message("desk.stale"), fix=message("desk.fix.stale"))
        known = YamlList.of(now[hidden])
        return {hidden: known.replaced({known.at_line(line): None for line in lines}).data}

    room.desk.saver.change([hidden], edit, "put_back", room.title_of(name))


def taken_out(room: Room) -> tuple[TakenOut, ...]:
    """Return the articles that were taken out, last first; none while the file that states them cannot be read."""
    known = {path.relative_to(room.folder.seeds).as_posix() for path in room.folder.seed_files()}
    found = []
    for entry in room.desk.shelf.hidden():
        if entry.article is not None:
            name = entry.article.removeprefix("seeds/")
            title = room.title_of(name) if name in known else name
            found.append(TakenOut(name, title, entry.on, entry.why, name in known))
    return tuple(reversed(found))


def _with_entry(data: bytes | None, entry: Mapping[str, Any], room: Room) -> bytes | None:
    """Return ``data`` with ``entry``, in the place of the one that there is about the same article."""
    known, lines = YamlList.of(data), _lines(data, entry["article"], room)
    return known.replaced({known.at_line(lines[0]): entry}).data if lines else known.appended(entry).data


def _lines(data: bytes | None, name: str, room: Room) -> list[int]:
    """Return the lines of the entries that hide the article ``name``."""
    entries = () if data is None else hidden_in(data, room.folder.hidden, room.folder.seed_files(), room.folder.root)
    return [entry.line for entry in entries if entry.article == f"seeds/{name}"]


def _files(shelf: Shelf, name: str, path: Path) -> list[Path]:
    """Return the files of the article ``name`` that there are: what persons decided about its facts, its original, itself."""
    decided = [shelf.decision_file(kind, name) for kind in ("corrections", "checks")]
    return [file for file in (*decided, *originals(path), path) if file.is_file()]


def _copies(room: Room, name: str) -> tuple[str, ...]:
    """Return the names of the other files of the same article, the one that readers see first."""
    whole, place = room.whole.last(), f"seeds/{name}"
    for entry in whole.archive.entries if whole is not None else ():
        places = [entry.article.source.path, *(copy.path for copy in entry.copies)]
        if place in places:
            return tuple(other.removeprefix("seeds/") for other in places if other != place)
    return ()


def _may_be_known(room: Room, name: str) -> bool:
    """Return whether readers may have met the article's address, or a decision about others names the article."""
    slug = source_address(Source(f"seeds/{name}", "", "text"))
    if (room.folder.site / "bai" / slug).exists() or room.publication.has(f"seeds/{name}"):
        return True
    words = (slug.encode(), name.encode())
    return any(word in _bytes(file) for file in (room.folder.units, room.folder.people, room.folder.redirects) for word in words)


def _bytes(path: Path) -> bytes:
    try:
        return regular_bytes(path, _MOST)
    except FileNotFoundError:
        return b""


def _leading(data: bytes | None, name: str, other: str, path: Path) -> bytes | None:
    """Return the file of redirects in which the address of ``name`` leads to that of ``other``."""
    old, new = (source_address(Source(f"seeds/{each}", "", "text")) for each in (name, other))
    entry: Mapping[str, Any] = {"old": old, "new": new}
    known = () if data is None else parse_redirects(data, path)
    if old == new or any((each.old, each.new) == (old, new) for each in known):
        return data
    made = YamlList.of(data).appended(entry).data
    parse_redirects(made or b"", path)
    return made
