"""The one place that writes pages and data: atomically, only what changed, and never over what a person wrote.

A page is ours when its front matter bears :data:`~generator.rendering.front_matter.MARK`. A file of data can bear no mark, so
each folder lists its own in ``.generated`` (``publishing/ownership.py``), before the first of them is written. What is new or
changed is written first, what is stale is removed last, so that nothing is lost when something fails on the way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType

from generator.errors import PublishingError
from generator.publishing.atomic import replace, replace_all
from generator.publishing.folder import ArchiveFolder
from generator.publishing.ownership import LIST, listed, listing
from generator.rendering.front_matter import MARK
from generator.rendering.pages import files, folders, shared_files

#: The endings of files of data.
DATA = (".bib", ".csv", ".html", ".json", ".jsonl", ".sqlite", ".txt", ".xml")
PAGES = (".md",)
_HEAD = f"---\n{MARK}\n".encode()


@dataclass(frozen=True, slots=True)
class Written:
    """What :func:`write` did, as counts of pages and files."""

    changed: int
    unchanged: int
    removed: int


def write(folder: ArchiveFolder, pages: Mapping[str, str], data: Mapping[str, bytes] = MappingProxyType({})) -> Written:
    """Makes the generated pages of ``folder`` be ``pages`` (path below docs/ → text) and its files be ``data`` (path → bytes),
    and removes those no longer there.

    Raises PublishingError for a path outside the generated folders, for a page or file that a person put there and that stands
    in the way, and when the disk refuses; every path is checked before the first page is written.
    """
    texts = {_target(folder.docs, path, PAGES): text.encode("utf-8") for path, text in pages.items()}
    others = {_target(folder.docs, path, DATA): content for path, content in data.items()}
    now: dict[Path, set[Path]] = {
        folder.docs / name: set() for name in (*folders(), *(PurePosixPath(one).parts[0] for one in shared_files()))
    }
    for name, target in zip(data, others, strict=True):
        now[folder.docs / PurePosixPath(name).parts[0]].add(target)
    ours = {here: _listed(here) for here in now}
    targets = texts | others
    old = {target: _read(target) for target in targets}
    known = frozenset[Path]().union(*ours.values())
    for target, content in old.items():
        if content is None or content == targets[target]:
            continue
        if target in texts and not content.startswith(_HEAD):
            raise PublishingError("a page written by hand has the place of a generated one", path=target, fix="rename or move it")
        if target in others and target not in known:
            raise PublishingError("a file of your own has the place of a generated one", path=target, fix="rename or move it")
    for here, found in ours.items():  # listed before it is written: what a crash leaves behind is still known as ours
        _list(here, found | now[here], found)
    changed = [target for target in targets if old[target] != targets[target]]
    replace_all({target: targets[target] for target in changed}, folder.root)
    stale = [path for path in _generated(folder.docs) if path not in targets]
    stale += [path for here, found in ours.items() for path in sorted(found - now[here]) if _inside(path, here)]
    for path in stale:
        _remove(path, folder.docs)
    for here, found in ours.items():
        _list(here, now[here], found | now[here])
    return Written(len(changed), len(targets) - len(changed), len(stale))


def _target(docs: Path, path: str, endings: tuple[str, ...]) -> Path:
    """The file for ``path``. Raises PublishingError unless it lies in a generated folder below ``docs`` and ends so."""
    pure = PurePosixPath(path)
    shared = endings == DATA and path in shared_files()
    inside = shared or path in files() or (pure.parts[:1] and pure.parts[0] in folders() and len(pure.parts) > 1)
    if (
        not inside
        or (pure.suffix not in endings and not shared)
        or pure.name.startswith(".")
        or pure.as_posix() != path
        or ".." in pure.parts
        or "\\" in path
        or "\0" in path
        or PureWindowsPath(path).drive
    ):
        raise PublishingError(f"{path!r} is no place for a generated page or file")
    target = docs.joinpath(*pure.parts)
    real = docs.resolve()
    if not target.resolve().is_relative_to(real):  # a symbolic link leads out of docs/
        raise PublishingError("this page would be written outside docs/", path=target, fix="remove the symbolic link")
    return target


def _generated(docs: Path) -> Iterator[Path]:
    """The pages on disk that bear our mark."""
    candidates: list[Path] = [docs / name for name in files()]
    for name in folders():
        for here, below, names in os.walk(docs / name):
            below.sort()
            candidates += [Path(here, file) for file in sorted(names) if file.endswith(".md") and not file.startswith(".")]
    return (path for path in candidates if _is_ours(path))


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


def _listed(here: Path) -> frozenset[Path]:
    """The files of data in ``here`` that are ours. What the list names outside ``here``, or what is no data, is not believed."""
    content = _read(here / LIST)
    shared = [PurePosixPath(one) for one in shared_files()]
    known = {one.relative_to(here.name) for one in shared if one.parts[0] == here.name}  # beside which all else is the owner's
    names = [PurePosixPath(name) for name in listed(content or b"")]
    ours = [one for one in names if (one in known if known else one.suffix in DATA)]
    return frozenset(here.joinpath(*one.parts) for one in ours if not one.is_absolute() and ".." not in one.parts)


def _inside(path: Path, here: Path) -> bool:
    """Whether there is such a file, and no symbolic link leads out of ``here`` to it."""
    return path.is_file() and path.resolve().is_relative_to(here.resolve())


def _list(here: Path, files: AbstractSet[Path], before: AbstractSet[Path]) -> None:
    """Lists ``files`` as ours; without any there is no list."""
    if files and files != before:
        replace(here / LIST, listing(path.relative_to(here).as_posix() for path in files), here.parents[1])
    elif before and not files:
        _remove(here / LIST, here.parent)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PublishingError(f"cannot be read: {error.strerror}", path=path) from error


def _remove(path: Path, docs: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        here = path.parent
        while here != docs and here.is_dir() and not any(here.iterdir()):
            here.rmdir()
            here = here.parent
    except OSError as error:
        raise PublishingError(f"what is stale cannot be removed: {error.strerror}", path=path) from error
