"""Documents made of a text by the libraries and programs of their formats."""

from __future__ import annotations

import re
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
    return next(one.redo for one in misreadings() if one.stored.startswith(name) and one.shown == "Windows-1252")
