"""Every file below a folder that a person gives, and whatever cannot be looked into: nothing is skipped in silence but what is hidden
or another program's debris (``debris.yml``).
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.messages import Message, message
from generator.reading.files import why
from generator.yaml_documents import load_packaged


@dataclass(frozen=True, slots=True)
class Closed:
    """Something in a folder that cannot be looked into, so that nobody knows what would be in it."""

    path: Path
    reason: Message
    fix: Message


def files_below(top: Path, apart: Collection[str] = (), endings: Collection[str] = ()) -> tuple[list[Path], list[Closed]]:
    """List every file below ``top``, in one order on every machine, and what cannot be looked into.

    ``apart`` are names in ``top`` itself that are left out. Links to folders are followed (who calls has checked where they lead), but not
    round in a circle: such a link is stated. A link that leads nowhere counts as a file if its name has one of ``endings``: whoever opens
    it says what is wrong.
    """
    found: list[Path] = []
    closed: list[Closed] = []
    folders = [top]
    while folders:  # no recursion: folders may lie deeper in each other than calls may
        here = folders.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    path = here / entry.name
                    if entry.name.startswith(".") or (here == top and entry.name in apart):
                        continue
                    linked = entry.is_symlink() and os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for links in a circle)
                    if linked or entry.is_dir(follow_symlinks=False):
                        if linked and _leads_back(path):
                            closed.append(Closed(path, message("left_out.loop"), message("left_out.fix.loop")))
                        elif not any(fnmatchcase(entry.name.casefold(), debri["name"]) for debri in _debris()["folders"]):
                            folders.append(path)
                    elif not is_debris(path):
                        shut = _shut(path, endings) if entry.is_symlink() else None
                        if shut is None:
                            found.append(path)
                        else:
                            closed.append(shut)
        except OSError as refused:
            closed.append(Closed(here, *why(refused)))
    return sorted(found, key=lambda path: path.relative_to(top).parts), sorted(closed, key=lambda item: item.path.parts)


def is_debris(path: Path) -> bool:
    """Return whether the file at ``path`` is another program's debris, by its name and, where that could be a person's, its size."""
    name = path.name.casefold()
    return any(fnmatchcase(name, debri["name"]) and ("most" not in debri or _size(path) <= debri["most"]) for debri in _debris()["files"])


def _size(path: Path) -> float:
    try:
        return path.lstat().st_size
    except OSError:
        return float("inf")


def _leads_back(link: Path) -> bool:
    """Return whether ``link`` leads to a folder that it lies in."""
    return Path(os.path.realpath(link.parent)).is_relative_to(os.path.realpath(link))


def _shut(link: Path, endings: Collection[str]) -> Closed | None:
    """Return the error of a symbolic link that leads neither to a folder nor to a file."""
    try:
        link.stat()
    except OSError as refused:
        return None if link.suffix.lower() in endings else Closed(link, *why(refused))
    return None


@lru_cache(maxsize=1)
def _debris() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    table: Mapping[str, Sequence[Mapping[str, Any]]] = load_packaged((files("generator.reading") / "debris.yml").read_bytes())
    return table
