"""Merges the figures that an article states twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model.facts import Figure
from generator.model.span import Span
from generator.text.folding import folded

_NEAR = 40  # figures of the same amounts that a figure is compared with


def merged(found: list[Figure]) -> tuple[Figure, ...]:
    """Return the figures, with repetitions joined into one with more evidence: equal amounts whose measures begin alike."""
    mentioned: list[_Mentioned] = []
    places: dict[tuple[float | None, float | None, float | None, str], list[_Mentioned]] = {}
    for figure in found:
        alike = places.setdefault((figure.value, figure.of, figure.percent, figure.kind), [])
        home = next((other for other in reversed(alike[-_NEAR:]) if _begin_alike(folded(figure.measure), other.measure)), None)
        if home is None:
            home = _Mentioned(figure)
            alike.append(home)
            mentioned.append(home)
        home.evidence.extend(figure.evidence)
        home.year = home.year or figure.year
    return tuple(replace(figure.first, year=figure.year, evidence=tuple(figure.evidence)) for figure in mentioned)


@dataclass(slots=True)
class _Mentioned:
    """A figure as first stated, with the evidence and the year of all its mentions."""

    first: Figure
    evidence: list[Span] = field(default_factory=list)
    year: int | None = None

    @property
    def measure(self) -> str:
        """The measure, folded."""
        return folded(self.first.measure)


def _begin_alike(measure: str, other: str) -> bool:
    """Return whether two figures of the same amounts have measures that begin alike."""
    return measure.startswith(other) or other.startswith(measure)
