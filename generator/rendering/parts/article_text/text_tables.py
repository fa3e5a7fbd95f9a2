"""Tables in an article's text, rows of cells between bars (``| 1 | Lê Thị Lụa | Giấy khen |``): shown as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.article import Article, Block, BlockKind
from generator.model.span import Span
from generator.rendering.parts.article_text.evidence import MarkedText

_ROW = re.compile(r"\|[^\n]*\|[^\n]*\|")
_FEWEST = 2  #: rows, all of as many cells, that make a table
_NUMBER = re.compile(r"\d+[.)]?")

#: The cells of a row; None where a cell is empty.
Row = tuple[Block | None, ...]


@dataclass(frozen=True, slots=True)
class Tabled:
    """An article whose rows of tables are cut into cells, each a block of its own; ``tables`` are by their first cell."""

    article: Article
    tables: Mapping[Block, Sequence[Row]]


def tabled(article: Article) -> Tabled:
    """Return ``article`` with the cells of its tables as blocks; itself where it has none."""
    blocks: list[Block] = []
    tables: dict[Block, Sequence[Row]] = {}
    for run in _runs(article):
        rows = [] if isinstance(run, Block) else [_cells(article, block) for block in run]
        first = next((cell for row in rows for cell in row if cell is not None), None)
        if isinstance(run, Block) or first is None:
            blocks += [run] if isinstance(run, Block) else run
            continue
        tables[first] = rows
        blocks += [cell for row in rows for cell in row if cell is not None]
    return Tabled(replace(article, blocks=tuple(blocks)), tables) if tables else Tabled(article, {})


def table(rows: Sequence[Row], marked: MarkedText) -> Markup:
    """Return a table as Markdown, with its marks. Its first row is the head, unless that begins with a number."""
    written = ["| " + " | ".join("" if cell is None else marked.block(cell).replace("\n", " ") for cell in row) + " |" for row in rows]
    first = rows[0][0]
    is_head = first is None or not _NUMBER.fullmatch(first.span.of(marked.article.text))
    head = written[:1] if is_head else ["|" + " |" * len(rows[0])]
    lines = [*head, "|" + " --- |" * len(rows[0]), *written[is_head:]]
    return Markup("\n".join(lines))  # noqa: S704 (every cell is ours or escaped)


def _runs(article: Article) -> Iterator[Block | list[Block]]:
    """Yield the blocks, those that are rows of one table together."""
    waiting: list[Block] = []
    for block in article.blocks:
        words = block.span.of(article.text)
        is_row = block.kind is BlockKind.PARAGRAPH and _ROW.fullmatch(words) is not None
        if waiting and not (is_row and words.count("|") == waiting[0].span.of(article.text).count("|")):
            yield from _table_or_lines(waiting)
            waiting = []
        if is_row:
            waiting.append(block)
        else:
            yield block
    yield from _table_or_lines(waiting)


def _table_or_lines(waiting: list[Block]) -> Iterator[Block | list[Block]]:
    if len(waiting) >= _FEWEST:
        yield waiting
    else:
        yield from waiting


def _cells(article: Article, block: Block) -> Row:
    cells: list[Block | None] = []
    at = block.span.start + 1
    for cell in article.text[at : block.span.end - 1].split("|"):
        start = at + len(cell) - len(cell.lstrip())
        end = at + len(cell.rstrip())
        cells.append(Block(block.kind, Span(start, end)) if end > start else None)
        at += len(cell) + 1
    return tuple(cells)
