"""The awards found so far, indexed by type, number and name, so that a draft is compared only with those that it may repeat.

Of more than :data:`NEAR` with the same type and number only the latest are compared, and those that name the same recipient. No
article in the development set has as many.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator

from generator.extraction.awards.draft import Draft
from generator.text.folding import folded

NEAR = 100


class AwardGroups:
    """Drafts grouped by award, the fullest of each group first, in the order in which the groups were added."""

    def __init__(self, groups: Iterable[list[Draft]] = ()) -> None:
        self.all: list[list[Draft]] = []
        self._of_type: dict[str, list[int]] = {}
        self._of_number: dict[tuple[str, int | None], list[int]] = {}
        self._of_count: dict[int | None, list[int]] = {}
        self._of_name: dict[str, list[int]] = {}
        for group in groups:
            self.add(group)

    def add(self, group: list[Draft]) -> None:
        """Add a group that is a further award."""
        place = len(self.all)
        self.all.append(group)
        self._of_type.setdefault(group[0].type, []).append(place)
        self._number(place)
        self._name(place, group[0])

    def join(self, place: int, draft: Draft, *, first: bool) -> None:
        """Add ``draft`` to the group at ``place``, as its ``first`` if it is the fullest."""
        group = self.all[place]
        if not first:
            group.append(draft)
            return
        if group[0].count != draft.count:
            self._of_number[group[0].type, group[0].count].remove(place)
            self._of_count[group[0].count].remove(place)
            group.insert(0, draft)
            self._number(place)
        else:
            group.insert(0, draft)
        self._name(place, draft)

    def places(self, draft: Draft, *, any_number: bool) -> list[int]:
        """Return the places of the groups of the draft's type, in order: those with its number or none, or with ``any_number`` all."""
        if any_number:
            lists = [self._of_type.get(draft.type, [])]
        else:
            lists = [self._of_number.get((draft.type, number), []) for number in {draft.count, None}]
        named = (place for name in draft.names[:NEAR] for place in self._of_name.get(folded(name), ())[-NEAR:])
        near = {place for places in lists for place in places[-NEAR:]}
        if any(len(places) > NEAR for places in lists):
            near.update(place for place in named if self.all[place][0].type == draft.type)
        return sorted(near)

    def of_type(self, kind: str) -> Iterator[list[Draft]]:
        """Return the groups of a type of award, at most the latest :data:`NEAR`."""
        return (self.all[place] for place in self._of_type.get(kind, [])[-NEAR:])

    def of_count(self, count: int | None) -> Iterator[list[Draft]]:
        """Return the groups of a number of recipients, at most the latest :data:`NEAR`."""
        return (self.all[place] for place in self.places_of_count(count))

    def places_of_count(self, count: int | None) -> list[int]:
        """Return the places of the groups of a number of recipients, in order."""
        return self._of_count.get(count, [])[-NEAR:]

    def naming(self, name: str) -> Iterator[list[Draft]]:
        """Return the groups that name a recipient with this name."""
        return (self.all[place] for place in self._of_name.get(folded(name), [])[-NEAR:])

    def _number(self, place: int) -> None:
        head = self.all[place][0]
        insort(self._of_number.setdefault((head.type, head.count), []), place)
        insort(self._of_count.setdefault(head.count, []), place)

    def _name(self, place: int, draft: Draft) -> None:
        for name in draft.names:
            places = self._of_name.setdefault(folded(name), [])
            if not places or places[-1] != place:
                places.append(place)
