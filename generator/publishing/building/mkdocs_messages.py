"""Messages of MkDocs during a build: its warnings and errors as our errors, each with its page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import KyYeuError, PublishingError, together
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder

#: How MkDocs names a page and a link in it. Source: MkDocs 1.6, ``structure/pages.py``.
_LINK = re.compile(r"Doc file '(?P<page>.+?)' contains an? (?:unrecognized relative |absolute )?link (?:to )?'(?P<link>.+?)'(?=[, .]|$)")
_LONGEST_PAGE = 8_000_000  #: bytes of a page in which the line of a link is sought


class Heard(logging.Handler):
    """Keeps the warnings and errors of MkDocs, each once, in their order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what it says."""
        self.lines[record.getMessage()] = None


@contextmanager
def hearing() -> Iterator[Heard]:
    """Keep what MkDocs says within the block."""
    log, heard = logging.getLogger("mkdocs"), Heard()
    log.addHandler(heard)
    try:
        yield heard
    finally:
        log.removeHandler(heard)


def stopped(folder: ArchiveFolder, reason: BaseException, heard: Heard) -> KyYeuError:
    """Make the error of a build of ``folder`` that MkDocs stopped for ``reason``: that it stopped, and what it said, a line each; or
    the error of ours that our hook handed on."""
    cause: BaseException | None = reason
    while cause is not None:
        if isinstance(cause, KyYeuError):
            return cause
        cause = cause.__cause__ or cause.__context__
    said = [_said(folder, line) for line in heard.lines if line != str(reason)]
    if not said:
        return PublishingError(message("mkdocs.stopped", reason=reason), path=folder.configuration)
    return together([PublishingError(message("mkdocs.stopped_at", n=len(said)), path=folder.configuration), *said])


def _said(folder: ArchiveFolder, line: str) -> PublishingError:
    words = message("mkdocs.says", words=line)
    if (found := _LINK.match(line)) is None:
        return PublishingError(words, path=folder.configuration if line.startswith("Config value ") else None)
    page = folder.docs / found["page"]
    return PublishingError(words, path=page, line=_line_of(page, found["link"]), fix=message("mkdocs.fix.link"))


def _line_of(page: Path, link: str) -> int | None:
    """Return the first line of ``page`` that holds ``link`` as it is written; None where it is written in another way."""
    try:
        if not page.is_file() or page.stat().st_size > _LONGEST_PAGE:
            return None
        lines = page.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    as_target = re.compile(rf"""[(<"'\s:]{re.escape(link)}(?=[)>"'\s#]|$)""")
    return next((number for number, words in enumerate(lines, 1) if as_target.search(words)), None)
