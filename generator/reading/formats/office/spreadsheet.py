"""Spreadsheets (.xlsx, .xls, .ods): lists of recipients, each visible sheet a table with the lines above it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document, Part, PartKind
from generator.reading.formats.packages import check_xml, damaged, package, without_text

MOST_ROWS, MOST_COLUMNS = 20_000, 64


def document(data: bytes, path: Path) -> Document:
    """Return the document in a spreadsheet. Raises ReadingError for one that is damaged, has a password, or too many rows, and for an empty
    one."""
    import python_calamine as calamine  # noqa: PLC0415 (other formats need it not)

    if data.startswith(b"PK"):
        with package(data, path) as opened:
            check_xml(opened, path)
    parts: list[Part] = []
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible]
            for name in visible:
                sheet = book.get_sheet_by_name(name)
                if sheet.height > MOST_ROWS or sheet.width > 16 * MOST_COLUMNS:
                    raise ReadingError(message("formats.many_rows", limit=MOST_ROWS), path=path, fix=message("formats.fix.many_pages"))
                rows = [[_cell(value) for value in row[:MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=True)]
                found = list(_sheet([row for row in rows if any(row)]))
                if found and len(visible) > 1 and parts:
                    parts.append(Part(PartKind.HEADING, name, 2))
                parts += found
    except calamine.PasswordError as error:
        raise ReadingError(message("formats.encrypted"), path=path, fix=message("formats.fix.encrypted")) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(path) from error
    if not parts:
        raise without_text(path)
    return Document(tuple(parts))


def _sheet(rows: Sequence[Sequence[str]]) -> Iterator[Part]:
    """Yield the rows with one value as lines of text, and the runs of rows between them as tables, without columns that are empty."""
    table: list[Sequence[str]] = []
    for row in (*rows, ()):
        if sum(map(bool, row)) > 1:
            table.append(row)
            continue
        if table:
            used = [at for at in range(max(map(len, table))) if any(at < len(cells) and cells[at] for cells in table)]
            yield Part(PartKind.TABLE, rows=tuple(tuple(cells[at] if at < len(cells) else "" for at in used) for cells in table))
            table = []
        if row:
            yield Part(PartKind.PARAGRAPH, next(filter(None, row)))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float):
        return (
            f"{value:g}"
            if value.is_integer() and abs(value) < 1e6
            else str(int(value))
            if value.is_integer()
            else f"{value:.10g}".replace(".", ",")
        )
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y") if value.time() == dt.time() else value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return " ".join(str(value).split())
