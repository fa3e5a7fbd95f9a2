"""Tables in a page's text: rows of cells between tabs or bars. Each kind of fact interprets the cells itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.clauses import ArticleText

#: The mark between the cells of a row.
MARK = re.compile(r"[\t|]")
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words (canonical) and their offsets."""

    start: int
    end: int
    words: str


def cell(canonical: str, start: int, end: int) -> Cell | None:
    """Return the cell in ``[start, end)`` without white space and marks around it, or None if nothing is left."""
    words = canonical[start:end]
    inner = words.strip(" \t\r|*•-–")
    if not inner:
        return None
    start += words.index(inner)
    return Cell(start, start + len(inner), inner)


def cells(text: ArticleText, start: int, end: int) -> list[Cell]:
    """Return the cells between tabs or bars of the line ``[start, end)``; empty without either."""
    written, words = text.article.text, text.views.canonical  # the canonical view has no tabs
    if written.find("\t", start, end) < 0 and written.find("|", start, end) < 0:
        return []
    found = (cell(words, match.start(), match.end()) for match in _CELL.finditer(written, start, end))
    return [read for read in found if read is not None]


def row_of(text: ArticleText, start: int, end: int) -> list[Cell | None]:
    """Return the cells of the row ``[start, end)``, None for each empty one; empty without tabs and bars. Bars around it are its border."""
    written, words = text.article.text, text.views.canonical
    marks = [match.start() for match in MARK.finditer(written, start, end)]
    if not marks:
        return []
    found = [cell(words, first, last) for first, last in zip([start, *(at + 1 for at in marks)], [*marks, end], strict=True)]
    bordered = written[start:end].strip().startswith("|") and written[start:end].strip().endswith("|")
    return found[1:-1] if bordered and found[0] is None and found[-1] is None else found


def lines_of(text: ArticleText) -> list[Cell]:
    """Return the lines of the text that have words, without white space and marks around them."""
    words = text.views.canonical
    return [line for match in _LINE.finditer(words) if (line := cell(words, match.start(), match.end())) is not None]
