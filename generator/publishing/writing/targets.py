"""Places for generated pages and files: below docs/, in a folder of ours, under a name valid on every file system."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.errors import PublishingError
from generator.messages import message
from generator.rendering.site import files, folders, shared_files
from generator.resolution.addresses import DEVICES

#: The endings of files of data.
DATA = (".bib", ".csv", ".docx", ".gz", ".html", ".json", ".jsonl", ".parquet", ".sqlite", ".txt", ".xlsx", ".xml")
PAGES = (".md",)
LONGEST_NAME = 255  #: bytes of one name, on every file system in use
_ADDED = 40  #: what MkDocs adds to a path: its working folder's name and `/index.html`


@dataclass(frozen=True, slots=True)
class PathLimit:
    """How long a whole path may be: ``most``, in bytes, or ``in_characters`` (of UTF-16, as Windows counts)."""

    most: int
    in_characters: bool = False

    def holds(self, path: Path) -> bool:
        """Return whether ``path`` is no longer than may be."""
        return (len(str(path).encode("utf-16-le", "surrogatepass")) // 2 if self.in_characters else len(os.fsencode(path))) <= self.most


def path_limit(platform: str = sys.platform) -> PathLimit:
    """Return the limit of ``platform``, a value of ``sys.platform``, less what MkDocs adds. Sources: Microsoft, "Maximum Path Length
    Limitation"; PATH_MAX of macOS and of Linux, each with a zero at its end."""
    if platform == "win32":
        return PathLimit(259 - _ADDED, in_characters=True)
    return PathLimit((1023 if platform == "darwin" else 4095) - _ADDED)


LIMIT = path_limit()


def target_of(docs: Path, path: str, endings: tuple[str, ...]) -> Path:
    """Return the file for ``path``. Raises PublishingError unless it lies in a generated folder below ``docs``, ends so, and can be
    made on every system"""
    if not is_place(path, endings):
        raise PublishingError(message("kept.no_place", path=repr(path[:200])))
    parts = PurePosixPath(path).parts
    target = docs.joinpath(*parts)
    long = max(parts, key=lambda part: len(part.encode()))
    if len(long.encode()) > LONGEST_NAME:
        fix = message("kept.fix.shorter_name")
        raise PublishingError(message("kept.name_too_long", name=f"{long[:60]}…", limit=LONGEST_NAME), fix=fix)
    if not LIMIT.holds(target.absolute()):
        raise PublishingError(message("kept.path_too_long", path=path, limit=LIMIT.most), path=docs, fix=message("kept.fix.shorter_path"))
    if any(part.split(".")[0].lower() in DEVICES for part in parts):
        raise PublishingError(message("kept.device", path=path), fix=message("kept.fix.another_id"))
    return target


def is_place(path: str, endings: tuple[str, ...]) -> bool:
    """Return whether a generated file with one of ``endings`` may lie at ``path`` below docs/."""
    pure = PurePosixPath(path)
    shared = endings == DATA and path in shared_files()
    inside = shared or path in files() or (pure.parts[:1] and pure.parts[0] in folders() and len(pure.parts) > 1)
    return bool(
        inside
        and (pure.suffix in endings or shared)
        and not pure.name.startswith(".")
        and pure.as_posix() == path
        and ".." not in pure.parts
        and "\\" not in path
        and "\0" not in path
        and not PureWindowsPath(path).drive
    )


def in_the_way(docs: Path, targets: Iterable[Path]) -> Iterator[PublishingError]:
    """Yield an error for each thing on the disk where no page can be written: a file for a folder, a folder for a file, a
    symbolic link, which would have it written elsewhere."""
    known: dict[Path, bool] = {docs: True}  # whether each folder is reached without a link, as far as it is sought
    for target in targets:
        new = target.parents if target.parent not in known else ()
        above = [parent for parent in new if parent not in known and parent.is_relative_to(docs)]
        blocked = [obstacle for obstacle in above if obstacle.exists() and not obstacle.is_dir()]
        known.update((parent, lies_there(docs, parent.relative_to(docs).as_posix())) for parent in above)
        for obstacle in blocked:
            yield PublishingError(message("kept.file_for_folder"), path=obstacle, fix=message("kept.fix.rename"))
        if blocked:
            continue
        mode = _mode(target)
        if not known[target.parent] or stat.S_ISLNK(mode):
            yield PublishingError(message("kept.link"), path=target, fix=message("kept.fix.no_link"))
        elif mode and not stat.S_ISREG(mode):
            yield PublishingError(message("kept.folder_for_file"), path=target, fix=message("kept.fix.rename"))


def _mode(path: Path) -> int:
    """Return what lies at ``path``, as its mode; 0 for nothing."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def lies_there(docs: Path, path: str) -> bool:
    """Return whether ``path`` below ``docs`` is reached without a symbolic link."""
    return (docs / path).resolve() == docs.resolve() / path
