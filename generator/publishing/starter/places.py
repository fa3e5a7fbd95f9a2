"""Places of the program's files in an archive: an update replaces and removes files only there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.errors import StartingError
from generator.messages import message
from generator.publishing.archive_folder.links import is_inside
from generator.publishing.starter.contents import OWNERS_PICTURES

_OURS_ALONE = "generator/"
_SHARED = (".github/workflows/", "docs/assets/", "docs/overrides/", "requirements/", "tests/")  #: folders in which the owner has files too
_FILES = frozenset({".gitignore", "LICENSE", "Makefile", "docs/tra-cuu.md", "mkdocs.base.yml", "pyproject.toml"})


def can_be_the_programs(name: str) -> bool:
    """Return whether the program, of this or another version, can have a file ``name``, whatever the list in the archive says."""
    return (name.startswith((_OURS_ALONE, *_SHARED)) or name in _FILES) and name not in OWNERS_PICTURES


def may_be_the_owners(name: str) -> bool:
    """Return whether the owner can have a file ``name`` too, which the list may name by mistake."""
    return not name.startswith(_OURS_ALONE)


def check_links(target: Path, names: Iterable[str]) -> None:
    """Check that no link leads from the place of one of the files ``names`` of the archive ``target`` to another.

    Raises StartingError for a folder that is a link, since all below it would be written or removed elsewhere, and for a file that is
    a link out of the archive, since what it names would be laid aside.
    """
    for folder in sorted({above for name in names for above in PurePosixPath(name).parents}):
        path = target / folder
        if folder.parts and path.is_symlink():
            what = "folder" if is_inside(path, target) else "outside"
            raise StartingError(message(f"links.{what}"), path=path, fix=message(f"links.fix.{what}"))
    for name in sorted(names):
        if (target / name).is_symlink() and not is_inside(target / name, target):
            raise StartingError(message("links.outside"), path=target / name, fix=message("links.fix.outside"))
