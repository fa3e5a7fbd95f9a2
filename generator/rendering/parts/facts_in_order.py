"""The facts of an article in the order in which its page reports them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.archive import Entry
from generator.model.facts import Fact
from generator.rendering.words.labels import FactKind, labels


def facts_in_order(entry: Entry) -> Iterator[tuple[FactKind, Fact]]:
    """Yield every fact of ``entry`` with its kind, kind by kind."""
    for kind in labels().facts:
        for fact in _facts(entry, kind.key):
            yield kind, fact


def _facts(entry: Entry, key: str) -> Sequence[Fact]:
    found: Any = getattr(entry.facts, key)
    if key == "event":
        return () if found is None else (found,)
    if key == "awards":  # what was granted first; proposals and past awards after it
        order = labels().order("statuses")
        return sorted(found, key=lambda item: order.get(item.status, len(order)))
    if key in ("ratings", "figures"):
        return sorted(found, key=lambda item: bool(item.kind == "target"))
    return tuple(found)
