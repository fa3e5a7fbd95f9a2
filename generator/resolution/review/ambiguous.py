"""Names that may mean several organisations, or that are too short to identify one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.span import Span
from generator.model.statement import Statement
from generator.model.unit import Resolution, Standing, Unit
from generator.resolution.review.items import item, place
from generator.resolution.review.reasons import because, either
from generator.text.folding import canonical

KIND = ReviewTopic.AMBIGUOUS_UNIT


def ambiguous(entry: Entry, units: Mapping[str, Unit]) -> Iterator[ReviewItem]:
    """Yield the names of ``entry`` whose unit is open. ``units`` gives the candidates' names."""
    for name, resolution in entry.names.items():
        if resolution.standing is Standing.AMBIGUOUS:
            span = _place(entry, name)
            if span is not None:
                yield item(KIND, entry, span, _why(name, resolution, units), _fix(name, resolution))


def _why(name: str, resolution: Resolution, units: Mapping[str, Unit]) -> Statement:
    candidates = [f"{units[candidate].name} ({candidate})" if candidate in units else candidate for candidate in resolution.candidates]
    if candidates:
        return because("may-mean", name=name, candidates=either(candidates))
    return because("not-told-which", name=name)


def _fix(name: str, resolution: Resolution) -> Statement:
    if resolution.candidates:
        return because("list-with-one", name=name)
    return because("list-anew", name=name)


def _place(entry: Entry, name: str) -> Span | None:
    """Return where the article writes the name: as evidence of a unit, or else its first place in the text."""
    units = [unit for unit in entry.facts.units if unit.name == name]
    if units:
        return min(place(unit) for unit in units)
    words = r"\s+".join(map(re.escape, canonical(name).split()))
    match = re.search(rf"(?<!\w){words}(?!\w)", canonical(entry.article.text)) if words else None
    return Span(*match.span()) if match is not None else None
