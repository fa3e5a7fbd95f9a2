"""Puts an archive on the disk, whole or not at all, and brings the program in one up to date.

``program.sha256`` in the archive lists the program's files with their digests, so that an update
knows what is the program's, and what of it somebody changed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import StartingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace
from generator.publishing.safe_changes.durability import sync_tree
from generator.publishing.safe_changes.laying_aside import FOLDER, aside
from generator.publishing.safe_changes.recovery import ARCHIVE
from generator.publishing.safe_changes.staging import cleared, remove, working
from generator.publishing.starter.contents import Wishes, own_files, program_files
from generator.publishing.starter.places import can_be_the_programs, check_links, may_be_the_owners
from generator.publishing.starter.sources import source

LIST = "program.sha256"
KEPT = FOLDER  #: the folder in the archive for what somebody had changed and an update replaced


@dataclass(frozen=True, slots=True)
class Updated:
    """Result of an update, as paths in the archive: ``changed`` and ``added`` are now as in the newer program, ``removed`` are gone,
    ``kept`` had been changed by the owner, or may be the owner's; copies are in ``before-update/``."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def make(target: Path, wishes: Wishes) -> None:
    """Make an archive in ``target``, a folder that is empty or not there yet.

    Raises StartingError for any other target, for the program in an archive (see :func:`~generator.publishing.starter.sources.source`), and
    when the disk refuses; then nothing is left behind.
    """
    origin = source()
    try:
        _check_empty(target)
    except OSError as error:  # a name that is too long, or a folder that may not be looked at
        raise _refused(target, error) from error
    program = program_files(origin, wishes.language)
    files = {**program, **own_files(origin, wishes), LIST: _listing(program)}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with working(target.parent) as ours:
            staging = ours / ARCHIVE
            try:
                _check_empty(target)  # the one we waited for may have made it
                cleared(staging)
                for name, content in files.items():
                    _write(staging / name, content)
                sync_tree(staging)
                _move_in(staging, target)
            finally:
                remove(staging)
    except OSError as error:
        raise _refused(target, error) from error


def update(target: Path) -> Updated:
    """Brings the program in the archive ``target`` to this one's version; settings, articles and pages of the owner stay as they are.

    Only what the program can own is removed, whatever the list says, and nothing is written through a link.

    Raises ConfigurationError when ``target`` is not an archive or its settings have an error, StartingError when it is not one that
    :func:`make` made, for links in the program's places, for the program in an archive, and when the disk refuses. Files are replaced one
    by one, so an update that broke off can be run again.
    """
    folder = ArchiveFolder.at(target)
    with working(folder.root):
        return _updated(folder, target)


def _updated(folder: ArchiveFolder, target: Path) -> Updated:
    origin = source()
    before = {name: digest for name, digest in _listed(target).items() if can_be_the_programs(name)}
    program = program_files(origin, site_settings(folder).language)
    changed: list[str] = []
    added: list[str] = []
    removed: list[str] = []
    kept: list[str] = []
    names = program.keys() | before.keys()
    check_links(target, {LIST, *names, *(f"{KEPT}/{name}" for name in names)})
    try:
        for name in sorted(names):
            path = target / name
            old = path.read_bytes() if path.is_file() else None
            new = program.get(name)
            if old is not None and new is not None and _plain(old) == _plain(new):
                continue
            if old is None and new is None:
                continue
            if old is not None and (_digest(old) != before.get(name) or (new is None and may_be_the_owners(name))):
                place = aside(target, name, old)
                if place is not None:
                    replace(place, old, folder.root)
                kept.append(name)
            if new is None:
                path.unlink()
                removed.append(name)
            else:
                replace(path, new, folder.root)
                (added if old is None else changed).append(name)
        replace(target / LIST, _listing(program), folder.root)
        for name in removed:
            _remove_empty((target / name).parent, target)
    except OSError as error:
        raise _refused(target, error) from error
    return Updated(tuple(changed), tuple(added), tuple(removed), tuple(kept))


def _check_empty(target: Path) -> None:
    if target.is_dir():
        if any(target.iterdir()):
            raise StartingError(message("starting.not_empty"), path=target, fix=message("starting.fix.empty"))
    elif target.exists() or target.is_symlink():
        raise StartingError(message("starting.no_folder"), path=target, fix=message("starting.fix.empty"))


def _move_in(staging: Path, target: Path) -> None:
    """One step where ``target`` is not there; else entry by entry, so that a folder somebody is in stays the same folder."""
    staging.chmod(0o755)  # mkdtemp gives 0700
    if not target.exists():
        staging.rename(target)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(staging.iterdir()):
            moved.append(entry.rename(target / entry.name))  # noqa: PERF401 (what was moved counts when one fails)
    except OSError:
        for entry in moved:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _plain(content: bytes) -> bytes:
    """Replace CRLF by LF, because git may change line ends on Windows; harmless for images and fonts, because both sides are converted."""
    return content.replace(b"\r\n", b"\n")


def _digest(content: bytes) -> str:
    return hashlib.sha256(_plain(content)).hexdigest()


def _listing(program: Mapping[str, bytes]) -> bytes:
    return "".join(f"{_digest(program[name])}  {name}\n" for name in sorted(program)).encode("utf-8")


def _listed(target: Path) -> dict[str, str]:
    """Return the program's files by the list in the archive. Raises StartingError without a list, or for one that leads out of the
    archive."""
    path = target / LIST
    try:
        return dict(_lines(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise StartingError(message("starting.no_list"), path=path, fix=message("starting.fix.no_list")) from error


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        found = re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line)
        if found is None or PurePosixPath(found[2]).is_absolute() or ".." in PurePosixPath(found[2]).parts or "\\" in found[2]:
            raise ValueError(line)
        yield found[2], found[1]


def _refused(target: Path, error: OSError) -> StartingError:
    where = error.filename if isinstance(error.filename, str | os.PathLike) else target
    fix = message("refused.fix.shorter" if error.errno == errno.ENAMETOOLONG else "disk.fix.unwritable")
    return StartingError(message("disk.unwritable", reason=refusal(error)), path=Path(where), fix=fix)
