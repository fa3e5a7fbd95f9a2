"""Changes of files in ``seeds/``: whole or not at all, never over what another wrote meanwhile, and each can be undone.

A change is made of the files as they are now, while no other desk may change them (the lock of ``seeds/``; a build has another, so that
nobody waits for it). Where a file is not as this desk left it, an editor or another desk has saved since: the change is made to that
newer file, and the version that it replaced is kept in ``.desk/kept/``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.desk.problems import DeskError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace_all
from generator.publishing.safe_changes.durability import sync_folder
from generator.publishing.safe_changes.staging import refused, working
from generator.yaml_documents.files import regular_bytes

#: The content of files by path; None for one that is not there, or is to go.
Contents = Mapping[Path, bytes | None]
KEPT = ".desk/kept"  #: below the archive's folder
_MOST = 200 * 2**20  # bytes
_WATCHED = frozenset({".yml", ".yaml"})  #: files that others edit too
_STEPS = 1000  #: how many changes can be undone, at most
_HELD = 100 * 2**20  #: bytes of files that are held for that


@dataclass(frozen=True, slots=True)
class Step:
    """One change: what it was (a key of the desk's words), what it was about, and the files before and after."""

    what: str
    about: str
    before: Contents
    after: Contents


@dataclass(slots=True)
class Saver:
    """Saves to the archive in ``folder``. ``kept`` are the versions laid aside because another had saved meanwhile, newest last."""

    folder: ArchiveFolder
    steps: list[Step] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    _last: dict[Path, bytes | None] = field(default_factory=dict)

    def change(
        self, paths: Sequence[Path], edit: Callable[[Contents], Contents], what: str, about: str = "", *, undoable: bool = True
    ) -> Contents:
        """Replace the files ``paths`` by what ``edit`` makes of them, and return that; only files that it returns are touched.

        Raises DeskError for a path outside ``seeds/``, what ``edit`` raises, and PublishingError when the disk refuses; nothing is changed
        then.
        """
        with working(self.folder.seeds):
            before = {path: self._read(path) for path in paths}
            self._keep_ours(before)
            after = {path: data for path, data in edit(before).items() if data != before.get(path)}
            before = {path: before[path] if path in before else self._read(path) for path in after}
            self._write(after)
            if after and undoable:
                self.steps = _few([*self.steps, Step(what, about, before, after)])
            return after

    def undo(self) -> Step | None:
        """Put back the files of the last change, and return it; None without any.

        Raises DeskError where one of them was changed since; then all stay.
        """
        if not self.steps:
            return None
        with working(self.folder.seeds):
            step = self.steps[-1]
            for path, data in step.after.items():
                if self._read(path) != data:
                    raise DeskError(message("desk.changed_since", file=self._shown(path)), fix=message("desk.fix.by_hand"))
            self._write(step.before)
            self.steps.pop()
            return step

    def _write(self, contents: Contents) -> None:
        for path in contents:
            self._check_inside(path)
        replace_all({path: data for path, data in contents.items() if data is not None}, self.folder.seeds)
        try:
            for path, data in contents.items():
                if data is None:
                    path.unlink(missing_ok=True)
                    sync_folder(path.parent)
        except OSError as error:
            raise refused(error, self.folder.seeds) from error
        self._last |= {path: data for path, data in contents.items() if path.suffix in _WATCHED}

    def _read(self, path: Path) -> bytes | None:
        self._check_inside(path)
        try:
            return regular_bytes(path, _MOST)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise refused(error, path) from error

    def _keep_ours(self, now: Contents) -> None:
        """Lay aside what this desk wrote last where another has replaced it."""
        for path, data in now.items():
            ours = self._last.get(path)
            if path in self._last and ours != data and ours is not None:
                mark = hashlib.sha256(ours).hexdigest()[:8]
                place = self.folder.root / KEPT / path.relative_to(self.folder.seeds).with_name(f"{path.name}.{mark}")
                replace_all({place: ours}, self.folder.seeds)
                self.kept.append(place)
            if path in self._last:
                self._last[path] = data

    def _check_inside(self, path: Path) -> None:
        """Raise DeskError unless ``path`` lies below ``seeds/``, also after links are followed, and is no link itself."""
        seeds = Path(os.path.realpath(self.folder.seeds))
        real = Path(os.path.realpath(path.parent)) / path.name
        if not real.is_relative_to(seeds) or path.is_symlink() or path.name.startswith(".") or real == seeds:
            raise DeskError(message("desk.outside", file=self._shown(path)), fix=message("desk.fix.outside"))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.folder.root).as_posix() if path.is_relative_to(self.folder.root) else str(path)


def _few(steps: list[Step]) -> list[Step]:
    """Return the last of ``steps``, as many as may be held; the very last in any case."""
    held, first = 0, len(steps)
    while first > max(0, len(steps) - _STEPS):
        step = steps[first - 1]
        held += sum(len(data or b"") for contents in (step.before, step.after) for data in contents.values())
        if held > _HELD and first < len(steps):
            break
        first -= 1
    return steps[first:]
