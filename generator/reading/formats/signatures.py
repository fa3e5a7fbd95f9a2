"""Which format the bytes themselves say that they have."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MIME = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\r\n]{0,300}\r?\n(?:[ \t][^\r\n]{0,300}\r?\n)*){1,20}", re.DOTALL)
#: The first bytes of a compound file: .doc, .xls.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A file in a package that only one format has.
_INSIDE = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("ppt/presentation.xml", ".pptx"))
_OPEN = {b"application/vnd.oasis.opendocument.text": ".odt", b"application/vnd.oasis.opendocument.spreadsheet": ".ods"}


def suffix_in(data: bytes, named: str) -> str | None:
    """Return the suffix of the format that ``data`` surely has; None where only its name, whose suffix is ``named``, can say it."""
    head = data[:4096]
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _package(data)
    if head.startswith(OLE):
        return ".xls" if b"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00" in data and named != ".doc" else ".doc"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if named not in {".txt", ".md", ".markdown"} and _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    mime = _MIME.match(head)
    if mime and b"mime-version:" in mime.group().lower() and b"multipart/" in mime.group().lower():
        return ".mhtml"
    return None


def _package(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            for inside, suffix in _INSIDE:
                if inside in names:
                    return suffix
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                return _OPEN.get(package.read("mimetype").strip())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return None
    return ".zip"
