"""One page of the site, from its Markdown to its finished HTML, as MkDocs makes it: in whichever process."""

from __future__ import annotations

import datetime as dt
import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.publishing.building.page_frame import PageFrame
from generator.publishing.search.pages import search_page

_LOG = "mkdocs"
_SINGLE = (str, int, float, dt.date, type(None))


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one page: its place in the site (``dest``), what MkDocs ``said`` (logger, level, words) and whether that ended it
    (``failed``: its words, or the refusal of the system); on what else it depends: whether the files that it looked up are there; its
    anchors, and those of others that it leads to (by source, as written); its part of the search, packed, None for a page that is not to be
    found; and the single values of its front matter (``meta``), for the map of the site."""

    dest: str
    said: tuple[tuple[str, int, str], ...] = ()
    failed: str | OSError | None = None
    looked_up: tuple[tuple[str, bool], ...] = ()
    anchors: frozenset[str] = frozenset()
    leads_to: dict[str, dict[str, str]] = field(default_factory=dict)
    meta: tuple[tuple[str, Any], ...] = ()
    search: bytes | None = None
    size: int = 0
    time: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a build share. ``around``: what is done to each at its end; None while it is not known."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    pages: Sequence[File]
    around: PageFrame | None

    def made(self, file: File) -> Made:
        """Make the page of ``file`` and write it to its place."""
        looking = _LookingUp(self.files)
        failed: str | OSError | None = None
        written: tuple[bytes | None, int, int] = (None, 0, 0)
        with collected() as said:
            try:
                if file.is_documentation_page():
                    self._build(file, looking)
                else:
                    file.copy_file()
                written = self._finish(file)
            except Exception as error:  # noqa: BLE001 - whatever it is, it passes between processes, as words but for the system's refusal
                failed = f"{type(error).__name__}: {error}"
                if isinstance(error, OSError) and error.errno is not None:
                    failed = OSError(error.errno, error.strerror, error.filename)
        page = file.page
        leads_to = {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()} if page else {}
        anchors = frozenset((page.present_anchor_ids or ()) if page else ())
        meta = tuple((name, value) for name, value in page.meta.items() if isinstance(value, _SINGLE)) if page else ()
        if page:
            page.content, page.markdown, page.toc = None, None, ()  # type: ignore[assignment] # nothing holds all texts
        return Made(file.dest_uri, tuple(said), failed, tuple(sorted(looking.found.items())), anchors, leads_to, meta, *written)

    def populate(self, file: File) -> None:
        """Read the page of ``file``, so that what the navigation shows of it is known; what MkDocs says of it, it says when it is made.
        Only a title that the page does not state must be sought in it."""
        with collected():
            if file.page is not None:
                file.page.read_source(self.config)
                if "title" in file.page.meta:
                    return
            mkdocs_build._populate_page(file.page, self.config, self.files)  # type: ignore[arg-type] # noqa: SLF001

    def _build(self, file: File, looking: _LookingUp) -> None:
        page, excluded = file.page, file.inclusion.value <= InclusionLevel.DRAFT.value
        assert page is not None
        mkdocs_build._populate_page(page, self.config, looking)  # type: ignore[arg-type] # noqa: SLF001
        mkdocs_build._build_page(page, self.config, self.pages, self.nav, self.env, excluded=excluded)  # noqa: SLF001

    def _finish(self, file: File) -> tuple[bytes | None, int, int]:
        """Finish the page; return its part of the search and what its file is known by."""
        path = Path(file.abs_dest_path)
        if not path.is_file():
            return None, 0, 0
        html = path.read_bytes().decode("utf-8", "surrogateescape")
        secured = self.around.finished(html) if self.around else html
        if secured != html:
            path.write_bytes(secured.encode("utf-8", "surrogateescape"))
        found = search_page(file.dest_uri.removesuffix("index.html"), html) if file.dest_uri != "404.html" else None
        stat = path.stat()
        return None if found is None else pickle.dumps(found, pickle.HIGHEST_PROTOCOL), stat.st_size, stat.st_mtime_ns


class _LookingUp:
    """The files of the site, noting which are sought: the page depends on whether they are there."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.found: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """See MkDocs."""
        file = self._files.get_file_from_path(path)
        self.found[path] = file is not None
        return file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


@contextmanager
def collected() -> Iterator[list[tuple[str, int, str]]]:
    """Collect what MkDocs says instead of showing it: whoever has the result says it again, in the order of the pages."""
    said: list[tuple[str, int, str]] = []
    log = logging.getLogger(_LOG)
    handlers, propagate = log.handlers, log.propagate

    class Collecting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append((record.name, record.levelno, record.getMessage()))

    log.handlers, log.propagate = [Collecting(logging.INFO)], False
    try:
        yield said
    finally:
        log.handlers, log.propagate = handlers, propagate


def say_again(said: Sequence[tuple[str, int, str]]) -> None:
    """Log what was collected."""
    for name, level, words in said:
        logging.getLogger(name).log(level, "%s", words)


def is_web_page(file: File) -> bool:
    """Return whether ``file`` becomes a page that a browser opens, made by MkDocs or as it is."""
    return file.is_documentation_page() or os.path.splitext(file.dest_uri)[1] == ".html"  # noqa: PTH122 - an address
