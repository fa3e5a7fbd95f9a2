"""The folder that a build replaces: whose it is, and where it really lies."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.folder import ArchiveFolder

#: What only a built site has: our search, and the word of MkDocs or Zensical in its pages.
_INDEXES = ("search/manifest.json", "search/search_index.json", "search.json")
_PAGES = ("index.html", "404.html")
_GENERATOR = re.compile(rb"""<meta[^>]*\bname=["']?generator["']?[^>]*\bcontent=["']?(?:mkdocs|zensical)-""", re.IGNORECASE)


def replaceable(folder: ArchiveFolder) -> Path:
    """Return the folder that the new site of ``folder`` replaces: ``site/``, or the one that a link ``site`` leads to.

    Raises PublishingError where there is anything else than a built site or an empty folder, on another disk, or where another disk is
    mounted: what is there stays.
    """
    site = folder.site
    try:
        target = Path(os.path.realpath(site))
        if site.is_symlink() and not target.is_dir():
            raise PublishingError(message("building.link_nowhere"), path=site, fix=message("building.fix.link_nowhere"))
        if not os.path.lexists(target):
            return target
        if not target.is_dir():
            raise PublishingError(message("building.no_folder"), path=site, fix=message("building.fix.not_ours"))
        if target in {folder.root, *folder.root.parents} or not _is_built(target):
            raise PublishingError(message("building.not_ours"), path=site, fix=message("building.fix.not_ours"))
        if target.is_mount() or target.parent.stat().st_dev != folder.root.stat().st_dev:
            raise on_another_disk(folder)
    except OSError as error:
        raise PublishingError(message("disk.unreadable", reason=refusal(error)), path=site, fix=message("disk.fix.unreadable")) from error
    return target


def on_another_disk(folder: ArchiveFolder) -> PublishingError:
    """Make the error that says that ``site/`` cannot change places with a folder beside it."""
    return PublishingError(message("building.other_disk"), path=folder.site, fix=message("building.fix.other_disk"))


def _is_built(site: Path) -> bool:
    """Return whether nothing in ``site`` is lost with it: it is a built one, or has nothing but hidden files, which stay."""
    if all(entry.name.startswith(".") for entry in site.iterdir()):
        return True
    if any((site / name).is_file() for name in _INDEXES):
        return True
    return any(_GENERATOR.search((site / name).read_bytes()) for name in _PAGES if (site / name).is_file())
