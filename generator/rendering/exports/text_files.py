"""Tables as CSV, as Excel opens it at once, and as JSON Lines.

CSV: UTF-8 with a byte order mark, CRLF, and the decimal sign of the language, as its Excel reads it. Several values of a cell are parted
by `` | ``, with ``\\`` before a ``|`` or ``\\`` of their own. Every cell is quoted. What a spreadsheet could take for a formula has a
``'`` before it, at the start of a text and, where a spreadsheet parts the columns at semicolons, tabs or lines, behind each of these;
and so has what begins with ``'`` there: to read it back, take one ``'`` away at each of these places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from generator.rendering.exports.tables import Cell, Row, Table
from generator.rendering.words.speaking import say

SEPARATOR = " | "
#: What may begin a formula, in its wide forms too, and the guard itself; spaces before it are passed over by some programs.
#: Source: OWASP, "CSV Injection". Behind a separator within a text the quotation marks of CSV are no longer in step.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠'\t\r]")
_FORMULA_WITHIN = re.compile(r"[;\t\r\n](?=[\s\"]*[=+\-@＝＋－＠'])")


def csv_file(table: Table, rows: Iterable[Row]) -> bytes:
    """``rows`` with a line of the columns' names before them."""
    lines = [_line(column.name for column in table.columns)]
    lines += [_line(cell(row[column.name]) for column in table.columns) for row in rows]
    return "".join(lines).encode("utf-8-sig")


def _line(cells: Iterable[str]) -> str:
    return ",".join([f'"{text}"' if '"' not in text else '"' + text.replace('"', '""') + '"' for text in cells]) + "\r\n"


def jsonl_lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield one object a line; ``null`` where nothing is stated."""
    for row in rows:
        yield f"{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def cell(value: Cell) -> str:
    """``value`` as a cell of the CSV file says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(value).replace(".", say("numbers.decimal"))
    text = value if isinstance(value, str) else SEPARATOR.join(_escaped(str(item)) for item in value)
    guarded = _FORMULA_WITHIN.sub(r"\g<0>'", text)
    return f"'{guarded}" if _FORMULA.match(text) else guarded


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|")
