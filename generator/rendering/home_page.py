"""The home page: what the archive holds, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.archive import Archive
from generator.rendering.index_pages import Index, Line, Total, ValuePage, line
from generator.resolution.addresses import UNKNOWN

LATEST = 6  #: how many articles the home page shows
_AWARDS = 3  #: how many awards of each
_MOST = 8  #: how many values of each index


@dataclass(frozen=True, slots=True)
class Way:
    """An index on the home page: how many values it has, and those with most articles."""

    index: Index
    count: int
    top: tuple[ValuePage, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the template of the home page shows; ``events`` are those that several articles report."""

    total: Total
    latest: tuple[Line, ...]
    ways: tuple[Way, ...]
    events: int = 0


def home_page(archive: Archive, indexes: Sequence[Index]) -> HomePage:
    """The home page of ``archive``. Totals count each award once and none that was only proposed."""
    return HomePage(
        Total.of(len(archive.entries), archive.ledger),
        tuple(line(entry, most=_AWARDS) for entry in archive.entries[:LATEST]),
        tuple(_way(index) for index in indexes),
        len(archive.events),
    )


def _way(index: Index) -> Way:
    known = [page for page in index.pages if page.value.id != UNKNOWN]
    top = known if index.kind.key == "year" else sorted(known, key=lambda page: -page.total.articles)  # years: newest first
    return Way(index, len(known), tuple(top[:_MOST]))
