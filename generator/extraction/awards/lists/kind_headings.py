"""Headings within a list that only state the kind of the recipients below: ``Tập thể:``, ``Về cá nhân``, ``Cá nhân (3 người):``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extraction.awards.lists.entries import RowEntry
from generator.extraction.engine import Passage
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PERSONS


@cache
def _pattern() -> re.Pattern[str]:
    kinds = lexicon("recipients").alternatives
    return re.compile(
        rf"(?:(?:về|đối với|danh sách|khen thưởng|khen)\s+)?(?:các\s+)?(?:(?P<count>\d{{1,4}})\s+)?(?P<kind>{kinds})"
        rf"(?:\s+(?:được khen thưởng|được tặng|gồm|sau|tiêu biểu|xuất sắc))?\s*"
        rf"(?:\((?:gồm\s+)?(?P<bracketed>\d{{1,4}})(?:\s+{kinds})?\)\s*)?(?:gồm)?\s*[:.]?"
    )


def kind_heading(row: Passage) -> RowEntry | None:
    """Read a row that is such a heading: its kind, and its number if it states one; None for any other row."""
    match = _pattern().fullmatch(row.views.canonical, row.start, row.stop)
    if match is None:
        return None
    kind = lexicon("recipients").entry_of(match["kind"]).id
    count = match["count"] or match["bracketed"]
    personal = None if kind in {"tap-the-va-ca-nhan", "khac"} else kind in PERSONS
    return RowEntry(kind, personal, None if count is None else int(count), (), row.start, row.stop, row.stop)


def of_kind(kind: RowEntry | None, rows: list[RowEntry]) -> list[RowEntry]:
    """Return the rows below the heading of a kind; if it counts them, they become a single entry, and so does its number alone."""
    if kind is None or not rows:
        return rows if kind is None or not kind.count else [kind]
    if kind.count is None or not all(row.names for row in rows):
        return [replace(row, kind=row.kind or kind.kind) for row in rows]
    names = tuple(name for row in rows for name in row.names)
    return [RowEntry(kind.kind, rows[0].personal, kind.count, names, kind.start, rows[-1].end, rows[-1].end)]
