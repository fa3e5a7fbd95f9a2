"""Sources of the files of a new archive: the repository itself, or its copy in the wheel.

Files shared with the repository are copied from there, never stored twice; ``archive/`` beside this module holds only those that differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import StartingError
from generator.messages import Listed, message

#: What of the repository an archive is made from, beside the package; the wheel holds it below ``repository/`` (pyproject.toml).
SHIPPED = (
    ".github/workflows/pages.yml",
    ".github/workflows/test.yml",
    ".gitignore",
    "LICENSE",
    "Makefile",
    "docs/assets",
    "docs/cac-cach-tra.md",
    "docs/do-chinh-xac.md",
    "docs/gioi-thieu.md",
    "docs/overrides",
    "docs/tra-cuu.md",
    "mkdocs.base.yml",
    "pyproject.toml",
    "requirements/desk.txt",
    "requirements/dev.txt",
    "requirements/site.txt",
    "seeds/units.yml",
)
_HERE = Path(__file__).resolve().parent
_PACKAGE = _HERE.parents[1]
#: Parts of the package that an archive has no use for: it makes no others.
_NOT_COPIED = (_HERE / "archive", _HERE / "repository")


@dataclass(frozen=True, slots=True)
class Source:
    """``package`` is the program's folder, ``rest`` the folder that holds what is :data:`SHIPPED`, ``own`` what only archives have."""

    package: Path
    rest: Path
    own: Path

    def text(self, name: str) -> str:
        """Return a text file of the repository."""
        return (self.rest / name).read_text(encoding="utf-8")

    def program(self) -> Iterator[tuple[str, bytes]]:
        """Yield the package, as ``generator/...``."""
        for path in _files(self.package):
            if not any(path.is_relative_to(left_out) for left_out in _NOT_COPIED):
                yield f"generator/{path.relative_to(self.package).as_posix()}", path.read_bytes()

    def folder(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Yield all that is in a folder of the repository."""
        for path in _files(self.rest / name):
            yield path.relative_to(self.rest).as_posix(), path.read_bytes()


def source() -> Source:
    """Return the files of this installation.

    Raises StartingError for the program in an archive that was made so: it has been put to that archive's use.
    """
    bundled = _HERE / "repository"
    found = Source(_PACKAGE, bundled if bundled.is_dir() else _PACKAGE.parent, _HERE / "archive")
    if not found.own.is_dir():
        raise StartingError(message("starting.in_archive"), fix=message("starting.fix.in_archive"))
    missing = [name for name in SHIPPED if not (found.rest / name).exists()]
    if missing:
        why = message("starting.not_whole", missing=Listed(tuple(missing)))
        raise StartingError(why, path=found.rest, fix=message("starting.fix.not_whole"))
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder).parts
        if path.is_file() and "__pycache__" not in below and not below[-1].startswith(".") and path.suffix != ".pyc":
            yield path
