"""Recovery from a run that died: restore its site if it is missing, remove its temporary files.

Called with the lock held, so that nothing here is a living run's.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.publishing.safe_changes.lock import FOLDER
from generator.rendering.site import files, folders, shared_files

SITE = "site"  #: the new site while it is built; once names are exchanged, the old one
OLD = "old-site"  #: the old site while the new one takes its place, where names cannot be exchanged
FILES = "files"  #: pages and data before they are renamed into docs/
ARCHIVE = "archive"  #: a new archive before it is in its place
#: What versions before 1.0 left: `.site-` folders, closed to others until they took their place, and `.name-xxxxxxxx.new` files.
_FORMER_FOLDER = re.compile(r"\.site-[a-z0-9_]{8}")
_TEMPORARY = re.compile(r"\..{0,40}-[a-z0-9_]{8}\.new", re.DOTALL)


def recover(root: Path) -> None:
    """Repair what a dead run left in ``root``. Raises OSError when a site cannot be put back."""
    ours = root / FOLDER
    site = Path(os.path.realpath(root / SITE))
    former = list(_former(root))
    for old in (ours / OLD, *(folder / SITE for folder in former)):
        if old.is_dir() and not old.is_symlink() and not site.exists():
            old.rename(site)
    for whole in (ours / SITE, ours / OLD):
        if whole.is_dir() and site.is_dir():
            keep_hidden(whole, site)
    for leftover in (*(ours / name for name in (SITE, OLD, FILES, ARCHIVE)), *former):
        shutil.rmtree(leftover, ignore_errors=True)
    for path in _temporary(root / "docs"):
        path.unlink(missing_ok=True)


def keep_hidden(old: Path, site: Path) -> None:
    """Move what begins with a dot (a `.git`, a `.well-known`) from the old site to the new one: MkDocs leaves it alone, so do we."""
    for entry in sorted(old.iterdir()):
        if entry.name.startswith(".") and not os.path.lexists(site / entry.name):
            entry.rename(site / entry.name)


def _former(root: Path) -> Iterator[Path]:
    if not hasattr(os, "getuid") or not (root / "mkdocs.yml").is_file():  # Windows has no modes to know them by
        return
    for path in sorted(root.glob(".site-*")):
        if _FORMER_FOLDER.fullmatch(path.name):
            found = path.lstat()
            if stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700 and found.st_uid == os.getuid():
                yield path


def _temporary(docs: Path) -> Iterator[Path]:
    """Files of ours beside those they were to replace: where generated pages and data lie, and nowhere else."""
    generated = set(folders())
    single = {(docs / name).parent for name in (*files(), *shared_files())}
    single |= {docs / Path(name).parts[0] for name in shared_files() if len(Path(name).parts) > 1}
    for here in (*single, *(Path(here) for name in generated for here, _, _ in os.walk(docs / name))):
        if here.is_dir():
            for entry in os.scandir(here):
                if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)
