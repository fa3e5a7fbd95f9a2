"""Write sheets as ``.xlsx``: real numbers and days, a head that stays, a filter, links; the same sheets always give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.rendering.escaping import clean
from generator.rendering.handouts.sheets import Cell, Jump, Link, Sheet, Unanswered

_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (spreadsheets know no zone; a build has no clock)
_LONGEST = 32_767  #: characters of a cell. Source: Microsoft, "Excel specifications and limits"
_MOST_LINKS = 60_000  #: of the 65,530 that a sheet may hold; further ones are words
_LONGEST_LINK = 2_079
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Return ``sheets`` as a workbook called ``title``."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": clean(title), "created": _CREATED})
    written = _Written(book)
    for sheet in sheets:
        written.add(sheet)
    book.close()
    return file.getvalue()


class _Written:
    """The workbook under way."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        top = {"valign": "top", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.line = book.add_format({"italic": True})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#F3E9E2", "border": 1})
        self.text = book.add_format(top)
        self.number = book.add_format({"num_format": "#,##0.##", "valign": "top"})
        self.whole = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.date = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
        self.link = book.add_format({**top, "font_color": "#7A1712", "underline": 1})
        self.total = book.add_format({"bold": True, "num_format": "#,##0", "top": 1})
        self.jump = book.add_format({"num_format": "#,##0", "font_color": "#7A1712", "underline": 1, "valign": "top"})
        self.unanswered = book.add_format({"bg_color": "#D9D9D9", "pattern": 1})
        self.links = 0

    def add(self, sheet: Sheet) -> None:
        page = self.book.add_worksheet(_NOT_IN_NAME.sub(" ", sheet.name)[:31])
        self.links = 0
        for at, line in enumerate(sheet.lines):
            page.write_string(at, 0, clean(line), self.line if at else self.title)
        first = len(sheet.lines) + bool(sheet.lines)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            page.write_string(first, at, clean(column.head), self.head)
        for place, row in enumerate(sheet.rows, first + 1):
            for at, cell in enumerate(row):
                self._write(page, place, at, cell)
        last = first + len(sheet.rows)
        if sheet.rows:
            if sheet.filtered:
                page.autofilter(first, 0, last, len(sheet.columns) - 1)
            self._totals(page, sheet, first, last)
        page.freeze_panes(first + 1, 0)
        for at, note in enumerate(sheet.notes, last + 3):
            page.write_string(at, 0, clean(note))
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(first)

    def _totals(self, page: Worksheet, sheet: Sheet, first: int, last: int) -> None:
        """Write below the table the sums of the rows that the filter leaves; their values are there before anything is computed."""
        for at, column in enumerate(sheet.columns):
            if column.summed:
                value = sum(cell for row in sheet.rows if isinstance(cell := row[at], int | float))
                letter = xlsxwriter.utility.xl_col_to_name(at)
                page.write_formula(last + 1, at, f"=SUBTOTAL(109,{letter}{first + 2}:{letter}{last + 1})", self.total, value)

    def _write(self, page: Worksheet, row: int, column: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, Link):
            self._link(page, row, column, cell)
        elif isinstance(cell, Jump):
            page.write_url(row, column, f"internal:'{cell.sheet}'!A{cell.line}", self.jump)
            page.write_number(row, column, cell.number, self.jump)  # the link stays
        elif isinstance(cell, Unanswered):
            page.write_blank(row, column, None, self.unanswered)
        elif isinstance(cell, dt.date):
            page.write_datetime(row, column, cell, self.date)
        elif isinstance(cell, int | float):
            page.write_number(row, column, cell, self._format(cell))
        else:
            page.write_string(row, column, clean(cell)[:_LONGEST], self.text)

    def _format(self, number: float) -> Format:
        return self.whole if isinstance(number, int) or number.is_integer() else self.number

    def _link(self, page: Worksheet, row: int, column: int, link: Link) -> None:
        words = clean(link.words)[:_LONGEST]
        if link.address and len(link.address) <= _LONGEST_LINK and self.links < _MOST_LINKS:
            self.links += 1
            page.write_url(row, column, link.address, self.link, words)
        else:
            page.write_string(row, column, words, self.text)
