"""Tables as a page's text leaves them: rows of cells between tabs or bars. What their cells mean each kind of fact decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.clauses import ArticleText

_MARK = re.compile(r"[\t|]")
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold a cell's words (canonical) and where they stand."""

    start: int
    end: int
    words: str


def cell(canonical: str, start: int, end: int) -> Cell | None:
    """Return the cell in ``[start, end)`` without white space and marks around it, None where nothing is left."""
    words = canonical[start:end]
    inner = words.strip(" \t\r|*•-–")
    if not inner:
        return None
    start += words.index(inner)
    return Cell(start, start + len(inner), inner)


def cells(text: ArticleText, start: int, end: int) -> list[Cell]:
    """Return the cells between tabs or bars of the line ``[start, end)``; none where the line has neither."""
    written, words = text.article.text, text.views.canonical  # the canonical view has no tabs
    if _MARK.search(written, start, end) is None:
        return []
    found = (cell(words, match.start(), match.end()) for match in _CELL.finditer(written, start, end))
    return [one for one in found if one is not None]


def lines_of(text: ArticleText) -> list[Cell]:
    """Return the lines of the text that hold words, without white space and marks around them."""
    words = text.views.canonical
    return [one for match in _LINE.finditer(words) if (one := cell(words, match.start(), match.end())) is not None]
