"""Facts as far as words state them: what was inferred or is doubtful is left out, for a machine would take it for said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from generator.model.facts import Event, Fact, is_sure

F = TypeVar("F", bound=Fact)
#: Without these a fact says nothing.
_NEEDED = frozenset({"id", "role", "type", "kind", "status", "subject", "level", "measure"})


def stated(facts: Iterable[F]) -> Iterator[F]:
    """``facts`` without their inferred values: None or empty in their place. One that is doubtful, or whose very kind was inferred, is
    left out."""
    for fact in filter(is_sure, facts):
        inferred = {inference.field for inference in fact.inferred}
        if not inferred & (_NEEDED if isinstance(fact, Event) else _NEEDED | {"name"}):
            blank: Any = {name: () if isinstance(getattr(fact, name), tuple) else None for name in sorted(inferred) if hasattr(fact, name)}
            yield replace(fact, **blank) if blank else fact
