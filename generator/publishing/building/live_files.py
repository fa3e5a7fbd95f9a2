"""What persons write in an archive that is served, looked at again and again: which of it has changed since the last look.

Only size, time and place of each file are asked for, and not of what the program writes itself, so that a look at ten thousand articles is
short. It works on every disk, as notices of the system do not on network drives.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import files, folders, shared_files

_Known = tuple[int, int, int]
_SETTLES = 0.1  #: seconds in which a file that is being written changes again
_LOOKS = 20  #: at most, until all has settled


class LiveFiles:
    """The files of ``folder`` that persons write, and others that are named to it."""

    def __init__(self, folder: ArchiveFolder) -> None:
        self._others: dict[Path, None] = {}
        self.cost = 0.0  #: seconds of the last look
        self._folder = folder
        generated = (*folders(), *files(), *shared_files())
        self._ours = {str(folder.docs / name) for name in generated}
        self._known = self._look()

    def watch(self, path: Path) -> None:
        """Look at ``path`` too, a file or a folder that may be outside the archive."""
        if not path.is_relative_to(self._folder.seeds) and not path.is_relative_to(self._folder.docs):
            self._others[path] = None
            self._known = {**self._look(), **self._known}

    def unwatch(self, path: Path) -> None:
        """Look at ``path`` no more, unless it belongs to the archive."""
        self._others.pop(path, None)
        self._known = {place: known for place, known in self._known.items() if not Path(place).is_relative_to(path)}
        self._known = {**self._look(), **self._known}

    def changed(self) -> frozenset[Path]:
        """Return the files that were added, changed or removed since it was last asked, once they rest."""
        found = self._look()
        for _ in range(_LOOKS):
            if found == self._known:
                break
            time.sleep(_SETTLES)
            before, found = found, self._look()
            if before == found:
                break
        known, self._known = self._known, found
        differ = (path for path in known.keys() | found.keys() if known.get(path) != found.get(path))
        return frozenset(map(Path, differ))

    def _look(self) -> dict[str, _Known]:
        began = time.monotonic()
        root = self._folder.root
        settings = [path for path in root.glob("mkdocs*.yml") if path.is_file()]
        found = {str(path): _known_by(path.stat()) for path in settings}
        for place in (self._folder.seeds, self._folder.docs, *self._others):
            if place.is_dir():
                found.update(self._below(str(place), set()))
            elif place.is_file():
                found[str(place)] = _known_by(place.stat())
        self.cost = time.monotonic() - began
        return found

    def _below(self, here: str, above: Collection[tuple[int, int]]) -> Iterator[tuple[str, _Known]]:
        """Yield what is below ``here`` and not ours; a link that leads to a folder ``above`` is not followed."""
        try:
            status = os.stat(here)  # noqa: PTH116 - thousands of files
            if (status.st_dev, status.st_ino) in above:
                return
            with os.scandir(here) as scanned:
                for entry in scanned:
                    if entry.name.startswith(".") or entry.path in self._ours:
                        continue
                    if entry.is_dir():
                        yield from self._below(entry.path, {*above, (status.st_dev, status.st_ino)})
                    elif entry.is_file():
                        yield entry.path, _known_by(entry.stat())
        except OSError:  # gone meanwhile, or not to be read: the build says so
            return


def _known_by(status: os.stat_result) -> _Known:
    return status.st_size, status.st_mtime_ns, status.st_ino
