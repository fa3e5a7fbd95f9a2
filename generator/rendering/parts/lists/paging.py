"""Long lists on several pages: the first at the list's own address, the others beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.packing import packed

T = TypeVar("T")

LINES = 80  #: articles with their facts on one page
FACTS = 250  #: facts of one article on one page: some 90 KB as HTML, beside the marks in its text
ROWS = 300  #: rows of a table on one page: some 300 KB as HTML


@packed
@dataclass(frozen=True, slots=True)
class Pager:
    """Position of a page in its series. ``addresses`` are those of all its pages, in order; ``at`` counts from 0."""

    addresses: tuple[str, ...] = ("",)
    at: int = 0

    @property
    def address(self) -> str:
        return self.addresses[self.at]

    @property
    def several(self) -> bool:
        return len(self.addresses) > 1

    @property
    def before(self) -> str | None:
        return self.addresses[self.at - 1] if self.at else None

    @property
    def after(self) -> str | None:
        return self.addresses[self.at + 1] if self.at + 1 < len(self.addresses) else None


def paged(items: Sequence[T], address: str, size: int) -> Iterator[tuple[Pager, Sequence[T]]]:
    """``items`` in portions of ``size`` with the address of each page; without any item one empty page.

    No slug has two hyphens in a row, so no other page has these addresses.
    """
    portions = [items[at : at + size] for at in range(0, len(items), size)] or [items]
    addresses = tuple(address if not at else f"{address}--trang-{at + 1}" for at in range(len(portions)))
    for at, portion in enumerate(portions):
        yield Pager(addresses, at), portion
