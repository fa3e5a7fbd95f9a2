"""The facts of an article in the order in which its page reports them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.archive import Entry
from generator.model.facts import Aim, Fact, FactKind, Figure, Rating
from generator.rendering.words.labels import FactGroup, labels


def facts_in_order(entry: Entry) -> Iterator[tuple[FactGroup, Fact]]:
    """Yield every fact of ``entry`` with its group, group by group."""
    for group in labels().facts:
        for fact in _facts(entry, group.key):
            yield group, fact


def _facts(entry: Entry, kind: FactKind) -> Sequence[Fact]:
    facts = entry.facts
    if kind is FactKind.AWARDS:  # what was granted first; proposals and past awards after it
        order = labels().order("statuses")
        return sorted(facts.awards, key=lambda award: order.get(award.status, len(order)))
    if kind in (FactKind.RATINGS, FactKind.FIGURES):
        return sorted(facts.of_kind(kind), key=_is_target)
    return facts.of_kind(kind)


def _is_target(fact: Fact) -> bool:
    return isinstance(fact, Rating | Figure) and fact.kind == Aim.TARGET
