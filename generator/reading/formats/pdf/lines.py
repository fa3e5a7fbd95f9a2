"""The lines of a PDF's page: letters with their places, put together; fonts from before Unicode decoded."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.reading.formats.fonts import decoded_runs, encoding_of

_GAP = 2.2  #: times the size of the letters; a wider gap parts cells or columns
_HYPHEN = "\ufffe\x02"  #: what pdfium gives for a hyphen that parts a word at the end of a line
_ODD = re.compile("[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_SYMBOL = re.compile("[\uf020-\uf0ff]")  #: signs of symbol fonts: bullets, ticks
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one between wide gaps: its place in points (from the page's lower left) and the size of its letters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def width(self) -> float:
        """The width in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    left: float
    bottom: float
    right: float
    top: float
    at: int


def lines_of(page: Any, met: set[str]) -> list[Line]:
    """Return the lines of a page of pypdfium2, in the order in which they are stored; encodings that are undone go into ``met``."""
    import pypdfium2.raw as raw  # noqa: PLC0415 (loads a library of several MB)

    text_page = page.get_textpage()
    try:
        found = [line for letters in _rows(text_page, raw) for line in _split(letters, text_page, raw, met)]
    finally:
        text_page.close()
    return found


def _rows(text_page: Any, raw: Any) -> Iterator[list[_Letter]]:
    """Yield the letters between the line ends that pdfium sees."""
    row: list[_Letter] = []
    boxes = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = boxes
    for at in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, at)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if char in "\r\n":
            if row:
                yield row
            row = []
            continue
        raw.FPDFText_GetCharBox(text_page, at, left, right, bottom, top)
        row.append(_Letter("\u00ad" if char in _HYPHEN else char, left.value, bottom.value, right.value, top.value, at))
    if row:
        yield row


def _split(letters: Sequence[_Letter], text_page: Any, raw: Any, met: set[str]) -> Iterator[Line]:
    piece: list[_Letter] = []
    before: _Letter | None = None
    size = 0.0
    for letter in letters:
        if not letter.char.isspace():
            if before is None or not size:
                size = raw.FPDFText_GetFontSize(text_page, letter.at) or 10.0
            far = before is not None and (letter.left - before.right > _GAP * size or letter.left < before.left - 3 * size)
            if far or (before is not None and abs(letter.bottom - before.bottom) > 1.5 * size):
                yield from _line(piece, size, text_page, raw, met)
                piece = []
                size = raw.FPDFText_GetFontSize(text_page, letter.at) or 10.0
            before = letter
        piece.append(letter)
    yield from _line(piece, size, text_page, raw, met)


def _line(letters: Sequence[_Letter], size: float, text_page: Any, raw: Any, met: set[str]) -> Iterator[Line]:
    seen = [letter for letter in letters if not letter.char.isspace()]
    if not seen:
        return
    text = "".join(letter.char for letter in letters)
    if _ODD.search(text):
        text = decoded_runs(((letter.char, _font(text_page, raw, letter.at)) for letter in letters), met)
    left, bottom = min(letter.left for letter in seen), min(letter.bottom for letter in seen)
    box = (left, bottom, max(letter.right for letter in seen), max(letter.top for letter in seen))
    yield Line(" ".join(_SYMBOL.sub("•", text).split()), *box, size)


def _font(text_page: Any, raw: Any, at: int) -> str | None:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    if not raw.FPDFText_GetFontInfo(text_page, at, buffer, 128, flags):
        return None
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    return name if encoding_of(name) else None


def on_one_row(first: Line, second: Line) -> bool:
    """Return whether two lines are beside each other."""
    return abs((first.bottom + first.top) / 2 - (second.bottom + second.top) / 2) < 0.5 * max(first.size, second.size)


def beside(first: Line, second: Line) -> Line:
    """Return one line of two that are beside each other, the left one first."""
    left, right = sorted((first, second), key=lambda line: line.left)
    whole = f"{left.text} {right.text}"
    return replace(left, text=whole, right=right.right, bottom=min(left.bottom, right.bottom), top=max(left.top, right.top))
