"""Letters in pictures of pages (OCR), by an installed Tesseract: only where a person asks for it, since it guesses.

Tesseract states where each word is; lines, columns and paragraphs are put together of them as those of a PDF with text are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document
from generator.reading.formats.packages import damaged, without_text
from generator.reading.formats.pdf.document import heading_in, opened
from generator.reading.formats.pdf.lines import Line
from generator.reading.formats.pdf.order import columns_of, without_running_heads
from generator.reading.formats.pdf.parts import parts_of

_INCH = 72  #: points
_SCALE = 300 / _INCH  #: 300 dots an inch
_LARGEST = 40_000_000  #: dots of a page
_LONGEST = 180  #: seconds a page
_GAP = 2.2  #: times the height of the line; a wider gap parts cells or columns
_USUAL = (0.78, 1.25)  #: times the size of the text, or of the line above, that is still that size
_UNSURE = 20.0  #: percent; a line less sure is a stamp, a signature, dirt


class _Word(NamedTuple):
    text: str
    left: int
    top: int
    width: int
    height: int
    sure: float

    @property
    def right(self) -> int:
        return self.left + self.width


def is_installed() -> bool:
    """Return whether there is a Tesseract."""
    return shutil.which("tesseract") is not None


def recognised(data: bytes, path: Path) -> Document:
    """Return what Tesseract reads on the pages of a PDF, with a note that says so.

    Raises ReadingError where Tesseract or its Vietnamese is not installed, and where no page has a word.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise ReadingError(message("formats.no_tesseract"), path=path, fix=message("formats.fix.no_tesseract"))
    with opened(data, path) as pdf:
        pages = [_lines(*_words(pdf[number], program, path)) for number in range(len(pdf))]
    parts = tuple(parts_of(columns_of(without_running_heads(_in_usual_sizes(pages)))))
    if not parts:
        raise without_text(path)
    return Document(parts, title=heading_in(parts), notes=(message("formats.recognised"),))


def _words(page: Any, program: str, path: Path) -> tuple[list[list[_Word]], float, float]:
    """Return the words of each line on ``page``, in dots from its upper left, the dots of a point, and the page's height in points."""
    width, height = page.get_size()
    scale = min(_SCALE, (_LARGEST / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = b"".join(bytes(bitmap.buffer[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
    picture = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + rows
    page.close()
    command = [program, "stdin", "stdout", "-l", "vie", "--dpi", str(max(70, round(scale * _INCH))), "tsv"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # several threads wait for one another, and take five times as long
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_LONGEST, check=True, env=alone)
    except subprocess.CalledProcessError as error:
        if b"vie" in error.stderr:
            raise ReadingError(message("formats.no_tesseract"), path=path, fix=message("formats.fix.no_tesseract")) from error
        raise damaged(path) from error
    except (subprocess.SubprocessError, OSError) as error:
        raise damaged(path) from error
    return list(_rows(done.stdout.decode("utf-8", "replace"))), scale, height


def _rows(table: str) -> Iterator[list[_Word]]:
    """Yield the words of each line in Tesseract's table: a row for each word, after its level, four numbers of its line, and its own."""
    last, row = None, list[_Word]()
    for line in table.splitlines():
        fields = line.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip():
            continue
        if fields[1:5] != last and row:
            yield row
            row = []
        last = fields[1:5]
        left, top, width, height = map(int, fields[6:10])
        row.append(_Word(fields[11].strip(), left, top, width, height, float(fields[10])))
    if row:
        yield row


def _lines(rows: Sequence[Sequence[_Word]], scale: float, height: float) -> list[Line]:
    """Return the lines, cut at wide gaps, in points from the page's lower left."""
    found = []
    for row in rows:
        tall = median(word.height for word in row)
        cuts = [0, *(at for at, (word, after) in enumerate(pairwise(row), 1) if after.left - word.right > _GAP * tall), len(row)]
        for start, end in pairwise(cuts):
            words = row[start:end]
            text = " ".join(word.text for word in words)
            if any(map(str.isalnum, text)) and sum(word.sure for word in words) >= _UNSURE * len(words):
                bottom, top = median(word.top + word.height for word in words), min(word.top for word in words)
                box = (words[0].left / scale, height - bottom / scale, max(word.right for word in words) / scale, height - top / scale)
                found.append(Line(text, *box, tall / scale))
    return found


def _in_usual_sizes(pages: list[list[Line]]) -> list[list[Line]]:
    """Give the lines of one size of letters one size: how high a line is differs with its marks, how wide with its letters."""
    every = [line for page in pages for line in page]
    high, wide = median([line.size for line in every] or [1.0]), median([_letter(line) for line in every] or [1.0])
    return [list(_sized(page, high, wide)) for page in pages]


def _sized(page: Sequence[Line], high: float, wide: float) -> Iterator[Line]:
    before = 0.0
    for line in page:
        size = (line.size * high * _letter(line) / wide) ** 0.5
        if _USUAL[0] * high <= size <= _USUAL[1] * high:
            size = high
        elif _USUAL[0] * before <= size <= _USUAL[1] * before:
            size = before
        before = size
        yield replace(line, size=size)


def _letter(line: Line) -> float:
    return line.width / len(line.text)
