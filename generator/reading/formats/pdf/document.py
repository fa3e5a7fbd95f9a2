"""PDF with text, by PDFium: columns, running heads and broken words are undone. A scan has no text, and that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document, Part, PartKind
from generator.reading.formats.fonts import notes_on
from generator.reading.formats.packages import damaged
from generator.reading.formats.pdf.lines import Line, lines_of
from generator.reading.formats.pdf.order import columns_of, without_running_heads
from generator.reading.formats.pdf.parts import parts_of

MOST_PAGES = 500
_LEAST = 20  #: letters of a page that has text


def document(data: bytes, path: Path) -> Document:
    """Return the document in a PDF. Raises ReadingError for one that is damaged, has a password or too many pages, and for a scan."""
    met: set[str] = set()
    with opened(data, path) as pdf:
        pages: list[list[Line]] = []
        for number in range(len(pdf)):
            page = pdf[number]
            pages.append(lines_of(page, met))
            page.close()
    empty = [number for number, page in enumerate(pages, 1) if sum(len(line.text) for line in page) < _LEAST]
    if len(empty) == len(pages) or not any(pages):
        raise ReadingError(message("formats.scan"), path=path, fix=message("formats.fix.scan"))
    parts = tuple(parts_of(columns_of(without_running_heads(pages))))
    if not parts:
        raise ReadingError(message("formats.scan"), path=path, fix=message("formats.fix.scan"))
    notes = list(notes_on(met))
    if empty:
        notes.append(message("formats.pages_without_text", n=len(empty), first=empty[0]))
    return Document(parts, title=heading_in(parts), notes=tuple(notes))


def heading_in(parts: Sequence[Part]) -> str | None:
    """Return the only heading near the beginning; None where there is none or several."""
    heads = [part for part in parts[:3] if part.kind is PartKind.HEADING]
    return heads[0].text if len(heads) == 1 else None


@contextmanager
def opened(data: bytes, path: Path) -> Iterator[Any]:
    """Open the PDF in ``data`` for the block. Raises ReadingError for one that is damaged, has a password or too many pages."""
    import pypdfium2  # noqa: PLC0415 (loads a library of several MB)

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadingError(message("formats.encrypted"), path=path, fix=message("formats.fix.encrypted")) from error
        raise damaged(path) from error
    try:
        if len(pdf) > MOST_PAGES:
            raise ReadingError(message("formats.many_pages", limit=MOST_PAGES), path=path, fix=message("formats.fix.many_pages"))
        yield pdf
    except pypdfium2.PdfiumError as error:
        raise damaged(path) from error
    finally:
        pdf.close()
