"""The index of persons: first those who were honoured, then those who hold an office; whoever is only named is found by the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.rendering.pages.person import PersonRow, honoured, officials
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.paging import ROWS, Pager, paged
from generator.rendering.words.labels import IndexKind
from generator.rendering.words.speaking import say

_OFFICIALS = "nhom--chuc-vu"  #: address of the page of those who hold an office, where they are too many for the first


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of the index. ``others`` counts the names of persons who have no page, ``officials_at`` is where those who hold an office are
    listed if not here, ``officials_count`` their number."""

    kind: IndexKind
    title: str
    honoured: tuple[PersonRow, ...]
    officials: tuple[PersonRow, ...]
    pager: Pager
    others: int = 0
    officials_at: str | None = None
    officials_count: int = 0

    @property
    def first(self) -> bool:
        """Whether the page opens the index."""
        return self.pager.address == "index"

    @property
    def nothing(self) -> bool:
        """Whether no person is named at all."""
        return self.first and not (self.honoured or self.officials or self.officials_at or self.others)


def people_pages(places: Places, kind: IndexKind) -> Iterator[PeoplePage]:
    """Yield the pages of the index."""
    received, held = honoured(places), officials(places)
    others = len({person.plain for person in places.index.persons if person.id not in places.index.persons_with_page})
    together = len(received) + len(held) <= ROWS
    at = None if together or not held else _OFFICIALS
    for pager, rows in paged(received, "index", ROWS):
        yield PeoplePage(kind, kind.title, tuple(rows), tuple(held) if together else (), pager, others, at, len(held))
    if not together:
        for pager, rows in paged(held, _OFFICIALS, ROWS):
            yield PeoplePage(kind, say("pages.part", title=kind.title, part=say("people.officials")), (), tuple(rows), pager)
