"""The home page: what the archive holds, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.archive import Archive
from generator.rendering.article_lines import Line, Total, awards_line
from generator.rendering.index_pages import Index, Row, known
from generator.rendering.labels import IndexKind

LATEST = 6  #: how many articles the home page shows
_AWARDS = 3  #: how many awards of each
_MOST = 8  #: how many values of each index


@dataclass(frozen=True, slots=True)
class Way:
    """An index on the home page: how many values it has, and those with most articles."""

    index: Index
    count: int
    top: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the template of the home page shows; ``other`` are the ways in that it only names, ``events`` how many events several
    articles report."""

    total: Total
    latest: tuple[Line, ...]
    ways: tuple[Way, ...]
    other: tuple[IndexKind, ...]
    events: int = 0


def home_page(archive: Archive, indexes: Sequence[Index]) -> HomePage:
    """The home page of ``archive``. Totals count each award once and none that was only proposed."""
    return HomePage(
        Total.of(len(archive.entries), archive.ledger),
        tuple(awards_line(entry, most=_AWARDS) for entry in archive.entries[:LATEST]),
        tuple(_way(index) for index in indexes if index.kind.main),
        tuple(index.kind for index in indexes if not index.kind.main),
        len(archive.events),
    )


def _way(index: Index) -> Way:
    rows = known(index.rows)
    top = rows if index.kind.key == "year" else sorted(rows, key=lambda row: -row.total.articles)  # years: newest first
    return Way(index, len(rows), tuple(row for row in top[:_MOST] if row.total.articles))
