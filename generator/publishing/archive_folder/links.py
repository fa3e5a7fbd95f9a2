"""Symbolic links in an archive: they may lead from one place of it to another, never out of it.

What a link names is read and published under the link's own name. A link that leads out would publish a file of this machine, write into a
foreign folder, and name files that no copy of the archive has; likewise if ``seeds`` itself is the link.
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from generator.errors import ConfigurationError, KyYeuError, ReadingError, together
from generator.messages import message
from generator.publishing.archive_folder.configuration import configuration
from generator.publishing.archive_folder.folder import NOT_ARTICLES, ArchiveFolder

_Kind = TypeVar("_Kind", bound=KyYeuError)


def is_inside(path: Path, root: Path) -> bool:
    """Return whether ``path``, all links followed, is ``root`` or lies in it. It need not be there."""
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


def check_seeds(folder: ArchiveFolder) -> Mapping[Path, ReadingError]:
    """Return the articles that are links out of the archive or to nothing, each with its error: they alone are left out.

    Raises ConfigurationError, with all errors of its kind, for other links in ``seeds/`` that lead so, or in a circle: those of folders,
    of the authority file, the redirects and the corrections. Once it has returned, every link below ``seeds/`` may be followed.
    """
    wrong = dict(_wrong([folder.seeds], folder.root, pages=False))
    articles = {path for path in wrong if path != folder.seeds and not _is_set_apart(path, folder.seeds) and not _is_folder(path)}
    others = [_error(ConfigurationError, path, what) for path, what in wrong.items() if path not in articles]
    if others:
        raise together(others)
    return {path: _error(ReadingError, path, what) for path, what in wrong.items()}


def check_pages(folder: ArchiveFolder) -> None:
    """Check the links among pages, pictures, styles and templates, which MkDocs would follow and publish, and that there are no pipes,
    sockets and devices, which it would wait for.

    Raises ConfigurationError with all that lead out of the archive, to nothing, or in a circle, and all that are no files.
    """
    settings = configuration(folder)
    theme = settings.get("theme")
    named = [settings.get("docs_dir"), theme.get("custom_dir") if isinstance(theme, dict) else None]
    others = {Path(os.path.normpath(folder.root / target)) for target in named if isinstance(target, str) and "\0" not in target}
    places = {folder.docs, *others} - {Path(os.path.normpath(folder.root))}
    wrong = dict(_wrong(sorted(places), folder.root, pages=True))
    if wrong:
        raise together([_error(ConfigurationError, path, what) for path, what in wrong.items()])


def _error(kind: type[_Kind], path: Path, what: str) -> _Kind:
    return kind(message(f"links.{what}"), path=path, fix=message(f"links.fix.{what}"))


def _is_set_apart(path: Path, seeds: Path) -> bool:
    return path.relative_to(seeds).parts[0] in NOT_ARTICLES


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises where the target may not be looked at)


def _wrong(places: Iterable[Path], root: Path, *, pages: bool) -> Iterator[tuple[Path, str]]:
    """Yield the links at and below ``places`` that cannot be followed, each with the key of what is wrong, in one order on every machine;
    among ``pages`` also what is hidden, and what is no file."""
    waiting = deque((place, False) for place in places)
    while waiting:
        here, linked = waiting.popleft()
        if os.path.islink(here):  # noqa: PTH114 (Path.is_symlink raises for a path that is too long, which is reported where it is read)
            if (what := _what(here, root, linked=linked)) is not None and (pages or what != "special"):
                yield here, what
                continue
            linked = True
        try:
            with os.scandir(here) as entries:
                found = sorted((entry.name, _is_special(entry)) for entry in entries if not entry.is_file(follow_symlinks=False))
        except OSError:  # a file, or a folder that may not be read; that is stated where it is read
            continue
        if pages:
            yield from ((here / name, "special") for name, special in found if special and not name.startswith("."))
        waiting.extend((here / name, linked) for name, special in found if not special and (pages or not name.startswith(".")))


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Return whether it is neither folder nor link nor file."""
    return not (entry.is_symlink() or entry.is_dir() or entry.is_file())


def _what(link: Path, root: Path, *, linked: bool) -> str | None:
    """Return what is wrong with ``link``; ``linked``: it is in a folder that is itself reached by a link, so that links to folders could
    multiply without end."""
    if not is_inside(link, root):
        return "outside"
    try:
        mode = link.stat().st_mode
    except PermissionError:  # reported where it is read
        return None
    except (OSError, RuntimeError):  # not there, or links in a circle
        return "nowhere"
    is_folder = stat.S_ISDIR(mode)
    if not (is_folder or stat.S_ISREG(mode)):
        return "special"
    if is_folder and is_inside(link.parent, link):
        return "circle"
    return "twice" if is_folder and linked else None
