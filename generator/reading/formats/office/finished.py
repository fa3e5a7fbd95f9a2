"""The document that results from reading the body of an office file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from lxml import etree

from generator.model.document import Document, Part
from generator.reading.formats.fonts import notes_on
from generator.reading.formats.packages import damaged, without_text
from generator.reading.formats.titles import title_in


class BodyReading(Protocol):
    """A document being read; ``met`` are encodings that were undone, ``title`` the first paragraph that its style calls one."""

    met: set[str]
    title: str | None

    def parts(self, parent: etree._Element) -> Iterator[Part]:
        """Yield the parts in ``parent``."""


def finished(reading: BodyReading, body: etree._Element | None, path: Path) -> Document:
    """Return the document with the text of ``body``. Raises ReadingError for a file without a body or without text."""
    if body is None:
        raise damaged(path)
    parts = tuple(reading.parts(body))
    if not parts:
        raise without_text(path)
    return Document(parts, title=title_in(parts, reading.title), notes=notes_on(reading.met))
