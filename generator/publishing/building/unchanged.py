"""Whether anything of an archive has changed since its site was built whole: when nothing has, there is nothing to do.

Every file below the archive's folder is known by its size, its time of change and its place on the disk, and the program and the
environment of the configuration by a digest. A system's clock is coarse, so a build during which, or just before which, a file was changed
is not remembered.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.cache.program import program
from generator.cache.store import Store
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.lock import FOLDER
from generator.publishing.writing.ownership import ownership

_KIND, _KEY = "site", "whole"
_COARSEST = 50_000_000  #: nanoseconds by which a file's time may be behind the clock (Linux: a tick, at most 10 ms)
_VARIABLES = re.compile(r"!ENV\s*(?:\[([^\]]*)\]|(\S+))")
_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class _Seen:
    """``digest`` of all that is there; ``newest``: when the last of the files that we did not write changed (ns)."""

    digest: str
    newest: int


class _NotKnownError(Exception):
    """A link, a device or what cannot be read: what is behind it may change unseen."""


def unchanged(folder: ArchiveFolder, store: Store) -> Mapping[str, int] | None:
    """Return the numbers remembered of the last whole build of ``folder``, if nothing has changed since; else None."""
    packed = store.get(_KIND, _KEY)
    if packed is None:
        return None
    kept = json.loads(packed)
    seen = _seen(folder)
    return kept["numbers"] if seen is not None and seen.digest == kept["digest"] else None


def remember(folder: ArchiveFolder, store: Store, began: int, numbers: Mapping[str, int]) -> None:
    """Remember that the site of ``folder`` is whole, with the ``numbers`` to report; the build ``began`` then (:func:`now`)."""
    seen = _seen(folder)
    if seen is not None and seen.newest < began - _COARSEST:
        store.put(_KIND, _KEY, json.dumps({"digest": seen.digest, "numbers": dict(numbers)}).encode())
        store.commit()


def now() -> int:
    """Return the time, in nanoseconds, by the clock that files have."""
    return time.time_ns()


def _seen(folder: ArchiveFolder) -> _Seen | None:
    try:
        ours = ownership(folder.docs, iter(())).digests.keys()
        generated = {os.path.join(folder.docs, *path.split("/")) for path in ours}  # noqa: PTH118 - thousands of paths
        generated.add(str(folder.docs / ".generated"))
        below_site = f"{folder.site}{os.sep}"
        digest, newest = hashlib.blake2b(digest_size=16), 0
        for line in (program(), *_environment(folder)):
            digest.update(line.encode("utf-8", "surrogateescape") + b"\0")
        for path, stat in _files(str(folder.root), []):
            digest.update(os.fsencode(path) + f"\0{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}\n".encode())
            if not path.startswith(below_site) and path not in generated:
                newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
    except (OSError, _NotKnownError):
        return None
    return _Seen(digest.hexdigest(), newest)


def _files(here: str, found: list[tuple[str, os.stat_result]]) -> list[tuple[str, os.stat_result]]:
    """Add every file below ``here`` to ``found``, in one order, but for folders whose names begin with a dot, and return it."""
    with os.scandir(here) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_symlink():
            raise _NotKnownError
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name != FOLDER:
                _files(entry.path, found)
        elif entry.is_file(follow_symlinks=False):
            found.append((entry.path, entry.stat(follow_symlinks=False)))
        else:
            raise _NotKnownError
    return found


def _environment(folder: ArchiveFolder) -> Iterator[str]:
    """Yield the variables that the configuration names, with their values."""
    names: set[str] = set()
    yield os.environ.get("SOURCE_DATE_EPOCH", "0")  # the hook sets it where it is not
    for path in sorted(folder.root.glob("mkdocs*.yml")):
        words = path.read_text(encoding="utf-8", errors="replace")
        if ".." in words:  # it may inherit from outside
            raise _NotKnownError
        for several, single in _VARIABLES.findall(words):
            names.update(_NAME.findall(several or single))
    yield from (f"{name}={os.environ.get(name)}" for name in sorted(names))
