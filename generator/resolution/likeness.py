"""Groups of what is surely one thing: two that share a key are one, and so is whatever hangs together by such pairs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def connected(items: Sequence[T], keys: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Group ``items``, in the order of each group's first; an item without a key is alone."""
    leader = list(range(len(items)))

    def of(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    first: dict[Hashable, int] = {}
    for at, item in enumerate(items):
        for key in keys(item):
            root, other = sorted((of(first.setdefault(key, at)), of(at)))
            leader[other] = root
    groups: dict[int, list[T]] = {}
    for at, item in enumerate(items):
        groups.setdefault(of(at), []).append(item)
    return list(groups.values())
