"""Documents made of a text by the libraries and programs of their formats."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from generator.reading.damage.misreadings import misreadings

DATE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d\d")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that have words."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def word(lines: Sequence[str], *, title: str = "", styled: bool = False, change: Callable[[str], str] = str, font: str = "") -> bytes:
    """Make a Word document of one paragraph a line; ``change`` stores the letters as ``font`` shows them."""
    made: Any = docx.Document()
    for line in lines:
        style = "Title" if styled and line == title else "Normal"
        paragraph = made.add_paragraph(style=style)
        # in pieces, as Word leaves them after editing
        for piece in re.findall(r"\S+\s*", line):
            run = paragraph.add_run(change(piece))
            if font:
                run.font.name = font
                run._element.rPr.rFonts.set(qn("w:hAnsi"), font)
    return saved(made)


def saved(made: Any) -> bytes:
    """Return the bytes of a document of python-docx."""
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def stored_as(name: str) -> Callable[[str], str]:
    """Return how letters become those of an encoding from before Unicode, shown as Windows-1252."""
    return next(
        misreading.redo for misreading in misreadings() if misreading.stored.startswith(name) and misreading.shown == "Windows-1252"
    )


def in_bytes(text: str, encoding: str) -> bytes:
    """Return the bytes of ``text`` in an encoding of Python's or, for ``tcvn3``, ``viscii`` and ``vni``, one from before Unicode."""
    stored = {"tcvn3": "TCVN3", "viscii": "VISCII", "vni": "VNI", "cp1258": "Windows-1258"}.get(encoding)
    if stored is None:
        return text.encode(encoding)
    shown = stored_as(stored)(text)
    return b"".join(bytes([ord(char)]) if char <= "\xff" else char.encode("cp1252") for char in shown)


_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


def open_document(body: str) -> bytes:
    """Make an OpenDocument text of the XML of its body; ``P1`` is a paragraph in .VnTime, ``T1`` a run in a Unicode font, ``L1`` a list."""
    styles = (
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name=".VnTime"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Arial"/></style:style>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:automatic-styles>'
        f"{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
    return file.getvalue()
