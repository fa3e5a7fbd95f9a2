"""Long lists in pages, so that each is there at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST = 40  #: rows of a page


@dataclass(frozen=True, slots=True)
class Part:
    """One page of rows: ``at`` is its number (1-based) of ``pages``."""

    rows: tuple[Any, ...]
    total: int
    at: int
    pages: int


def part(rows: Sequence[Any], page: str) -> Part:
    """Return the rows of the page asked for, or of the nearest that there is."""
    pages = max(1, -(-len(rows) // MOST))
    at = min(max(int(page) if page.isdigit() else 1, 1), pages)
    return Part(tuple(rows[(at - 1) * MOST : at * MOST]), len(rows), at, pages)
