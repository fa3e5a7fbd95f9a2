"""Check of completeness: every page and file that MkDocs had to make exists, and the search index has the pages."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel

from generator.errors import PublishingError
from generator.messages import message
from generator.publishing.search.index import FOLDER as SEARCH

_NAMED_AT_MOST = 3  #: names of missing files in a message


class _NoSettings(Config):  # type: ignore[no-untyped-call] # MkDocs types its classes in part
    """What mkdocs.yml says of it: nothing."""


class Listed(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Hears from MkDocs which pages and files belong to the site."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.files: list[str] = []

    def on_env(self, env: object, /, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Note the addresses of what is to be built."""
        self.pages = [documentation_page.dest_uri for documentation_page in files.documentation_pages()]
        self.files = [
            file.dest_uri for file in files if not file.is_documentation_page() and file.inclusion.value > InclusionLevel.DRAFT.value
        ]


def check_whole(site: Path, listed: Listed) -> None:
    """Raise PublishingError unless all that is ``listed`` is in ``site``, no page is empty, and the index of the search is whole."""
    missing = [*_missing(site, listed), *_missing_of_search(site)]
    if not listed.pages:
        raise PublishingError(message("building.no_page"), fix=message("building.fix.not_whole"))
    if missing:
        names = ", ".join(missing[:_NAMED_AT_MOST]) + (" …" if len(missing) > _NAMED_AT_MOST else "")
        raise PublishingError(message("building.not_whole", n=len(missing), names=names), fix=message("building.fix.not_whole"))


def _missing(site: Path, listed: Listed) -> Iterator[str]:
    for name in listed.pages:
        if not _size(f"{site}/{name}"):
            yield name
    yield from (name for name in listed.files if _size(f"{site}/{name}") is None)


def _size(path: str) -> int | None:
    """Return the bytes of the file at ``path``; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of files
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _missing_of_search(site: Path) -> Iterator[str]:
    """Yield the index files that the manifest states: one per pack of pages, per bucket of words and per letter, and the columns."""
    manifest = f"{SEARCH}/manifest.json"
    try:
        stated = json.loads((site / manifest).read_text(encoding="utf-8"))
        names = ["facets", *(f"t/{number}" for number in range(stated["files"])), *(f"d/{number}" for number in range(stated["packs"]))]
        names += [f"{kind}/{letter}" for kind, letters in stated["letters"].items() for letter in letters]
        paths = [f"{SEARCH}/{stated['folder']}/{name}.bin" for name in names]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        yield manifest
        return
    yield from (path for path in paths if not (site / path).is_file())
