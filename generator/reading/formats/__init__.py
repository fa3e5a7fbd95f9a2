"""Formats: one module each with a function ``document`` that makes a :class:`~generator.model.document.Document` of a file's bytes.

The bytes are asked first what they are, since a name may be wrong (a page saved as ``.doc``); then the name, then the media type.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document
from generator.reading.formats.signatures import suffix_in
from generator.reading.limits import LARGEST, LARGEST_DOCUMENT, LARGEST_PAGE


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its ``name``, its ``module`` within this package, the modules that it ``needs`` besides the program's own libraries, and
    the ``largest`` file in bytes."""

    name: str
    module: str
    needs: tuple[str, ...] = ()
    largest: int = LARGEST_DOCUMENT


#: The formats that can be read, by suffix (lower case).
FORMATS: dict[str, Format] = {
    ".txt": Format("text", "plain", largest=LARGEST),
    ".md": Format("Markdown", "web.marked_text", largest=LARGEST),
    ".markdown": Format("Markdown", "web.marked_text", largest=LARGEST),
    ".docx": Format("Word", "office.word"),
    ".odt": Format("OpenDocument", "office.open_document"),
    ".html": Format("HTML", "web.page", ("trafilatura",), LARGEST_PAGE),
    ".htm": Format("HTML", "web.page", ("trafilatura",), LARGEST_PAGE),
    ".xhtml": Format("HTML", "web.page", ("trafilatura",), LARGEST_PAGE),
    ".pdf": Format("PDF", "pdf.document", ("pypdfium2",)),
    ".xlsx": Format("Excel", "office.spreadsheet", ("python_calamine",)),
    ".xls": Format("Excel", "office.spreadsheet", ("python_calamine",)),
    ".ods": Format("OpenDocument", "office.spreadsheet", ("python_calamine",)),
    ".doc": Format("Word 97", "office.converted"),
    ".rtf": Format("RTF", "office.converted"),
    ".mhtml": Format("MHTML", "web.saved_page", ("trafilatura",)),
    ".mht": Format("MHTML", "web.saved_page", ("trafilatura",)),
}
#: What a server calls a format, where the name of the file does not say it.
_MEDIA_TYPES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "multipart/related": ".mhtml",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_EXTRA = "pip install 'ky-yeu[add]'"


def suffix_of(data: bytes, path: Path, media_type: str | None = None) -> str:
    """Return the suffix of the format that ``data`` has: by its first bytes, by the name, by the media type; else the name's own."""
    own = path.suffix.lower()
    found = suffix_in(data, own)
    if found is not None:
        return found
    if own in FORMATS:
        return own
    return _MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower(), own)


def document_of(data: bytes, path: Path, media_type: str | None = None) -> Document:
    """Return the document in ``data``, which came under the name ``path``.

    Raises ReadingError for a format that cannot be read or whose library is not installed, a file that is too large for it or damaged,
    and one that holds no text.
    """
    suffix = suffix_of(data, path, media_type)
    if suffix not in FORMATS:
        reason = message("left_out.no_reader", suffix=suffix) if suffix else message("left_out.no_suffix")
        raise ReadingError(reason, path=path, fix=message("left_out.fix.no_reader"))
    format = FORMATS[suffix]  # noqa: A001 (the field's word)
    if len(data) > format.largest:
        limit = format.largest // 1_000_000
        raise ReadingError(message("left_out.too_large", limit=limit), path=path, fix=message("left_out.fix.too_large"))
    missing = [name for name in format.needs if find_spec(name) is None]
    if missing:
        raise ReadingError(message("formats.needs", suffix=suffix), path=path, fix=message("formats.fix.needs", command=_EXTRA))
    module: Any = import_module(f"generator.reading.formats.{format.module}")
    try:
        document: Document = module.document(data, path)
    except RecursionError as error:
        raise ReadingError(message("formats.deep"), path=path, fix=message("formats.fix.damaged")) from error
    return document
