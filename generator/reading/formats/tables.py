"""Tables: those that hold rows of values stay tables; those that only place text on a page become the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.document import Part, PartKind

_PROSE = 250  #: characters; a cell that is longer holds text, not a value


def table(rows: Sequence[Sequence[str]]) -> Iterator[Part]:
    """Yield the parts of a table: itself, or its cells as paragraphs where it has one row or column or its cells are prose."""
    kept = [tuple(cell.strip() for cell in row) for row in rows if any(cell.strip() for cell in row)]
    if not kept:
        return
    widest = max(sum(1 for cell in row if cell) for row in kept)
    if len(kept) == 1 or widest == 1 or any(len(cell) > _PROSE and "\n" in cell for row in kept for cell in row):
        yield from (Part(PartKind.PARAGRAPH, cell) for row in kept for cell in row if cell)
        return
    yield Part(PartKind.TABLE, rows=tuple(tuple(" ".join(cell.split()) for cell in row) for row in kept))
