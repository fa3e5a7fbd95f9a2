"""The one place that writes pages: atomically, only what changed, and never over what a person wrote.

A page is ours when it bears :data:`~generator.rendering.front_matter.MARK` in its front matter, or in HTML in its first
comment; in the folder of data all is ours. New and changed pages are
written first, stale ones are removed last, so that nothing is lost when something fails on the way.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.errors import PublishingError
from generator.publishing.folder import ArchiveFolder
from generator.rendering.front_matter import MARK
from generator.rendering.linked.redirects import HEAD
from generator.rendering.pages import ARTICLES, DATA, files, folders

_HEADS = {".md": f"---\n{MARK}\n".encode(), ".html": HEAD.encode()}
_DATA_SUFFIXES = frozenset({".json", ".bib", ".txt", ".xml"})


@dataclass(frozen=True, slots=True)
class Written:
    """What :func:`write` did, as counts of pages."""

    changed: int
    unchanged: int
    removed: int


def write(folder: ArchiveFolder, pages: Mapping[str, str]) -> Written:
    """Makes the generated pages of ``folder`` be ``pages`` (path below docs/ → text), and removes those no longer there.

    Raises PublishingError for a path outside the generated folders, for a page that a person wrote and that stands in
    the way, and when the disk refuses; every path is checked before the first page is written.
    """
    targets = {_target(folder.docs, path): text.encode("utf-8") for path, text in pages.items()}
    old = {target: _read(target) for target in targets}
    for target, content in old.items():
        if content is not None and not content.startswith(_head(target, folder.docs)):
            raise PublishingError("a page written by hand has the place of a generated one", path=target, mend="rename or move it")
    changed = [target for target in targets if old[target] != targets[target]]
    for target in changed:
        _replace(target, targets[target])
    stale = [path for path in _generated(folder.docs) if path not in targets]
    for path in stale:
        _remove(path, folder.docs)
    return Written(len(changed), len(targets) - len(changed), len(stale))


def _target(docs: Path, path: str) -> Path:
    """The file for ``path``. Raises PublishingError unless it lies in a generated folder below ``docs``."""
    pure = PurePosixPath(path)
    inside = path in files() or (pure.parts[:1] and pure.parts[0] in folders() and len(pure.parts) > 1)
    if (
        not inside
        or not _fits(pure)
        or pure.as_posix() != path
        or ".." in pure.parts
        or "\\" in path
        or "\0" in path
        or PureWindowsPath(path).drive
    ):
        raise PublishingError(f"{path!r} is no place for a generated page")
    target = docs.joinpath(*pure.parts)
    real = docs.resolve()
    if not target.resolve().is_relative_to(real):  # a symbolic link leads out of docs/
        raise PublishingError("this page would be written outside docs/", path=target, mend="remove the symbolic link")
    return target


def _fits(path: PurePosixPath) -> bool:
    """Pages are Markdown; beside the articles' stand the redirects from their old addresses, in HTML; data is of several kinds."""
    if path.parts[:1] == (DATA,):
        return path.suffix in _DATA_SUFFIXES
    return path.suffix == ".md" or (path.suffix == ".html" and path.parts[0] == ARTICLES)


def _head(target: Path, docs: Path) -> bytes:
    """How a file of ours begins."""
    return b"" if target.is_relative_to(docs / DATA) else _HEADS.get(target.suffix, b"")


def _generated(docs: Path) -> Iterator[Path]:
    """The pages on disk that bear our mark."""
    candidates: list[Path] = [docs / name for name in files()]
    for name in folders():
        for here, below, names in os.walk(docs / name):
            below.sort()
            candidates += [Path(here, file) for file in sorted(names) if _fits(PurePosixPath(name, file)) and not file.startswith(".")]
    return (path for path in candidates if _is_ours(path, docs))


def _is_ours(path: Path, docs: Path) -> bool:
    head = _head(path, docs)
    try:
        with path.open("rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise PublishingError(f"cannot be read: {fault.strerror}", path=path) from fault


def _replace(path: Path, content: bytes) -> None:
    """Writes ``content`` beside ``path`` and puts it in its place in one step: a reader sees the old page or the new."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".new")
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            temporary.chmod(0o644)  # mkstemp gives 0600, which a web server may not read
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise PublishingError(f"cannot be written: {fault.strerror}", path=path, mend="free space or change the permissions") from fault


def _remove(path: Path, docs: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == docs or any(folder.iterdir()):
                break
            folder.rmdir()
    except OSError as fault:
        raise PublishingError(f"stale page cannot be removed: {fault.strerror}", path=path) from fault
