"""The probability that a fact is right, from its signs: a logistic model whose weights are data.

``weights.yml`` is written by ``python -m tests.certainty`` from labelled articles. No weight is above zero, so each sign only
lowers the probability; a sign without evidence against it in the labelled articles has no weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from math import exp
from typing import Any

from generator.yaml_documents import load_packaged

_DIGITS = 6  # rounding that hides the last bits of a machine's exponential


@dataclass(frozen=True)
class Model:
    """The weights of a kind of fact; a fact is sure if its probability reaches ``threshold``."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    @cached_property
    def lowering(self) -> frozenset[str]:
        """The signs that lower the probability; the others need not be looked for to judge a fact."""
        return frozenset(sign for sign, weight in self.weights.items() if weight < 0)

    def probability(self, signs: Iterable[str]) -> float:
        """Return the probability, from 0 to 1, that a fact with ``signs`` is right. Raises KeyError for a sign without a weight."""
        total = self.intercept + sum(self.weights[sign] for sign in sorted(signs))
        return round(1 / (1 + exp(-total)), _DIGITS)

    def is_sure(self, signs: Iterable[str]) -> bool:
        """Return whether a fact with ``signs`` is considered right. Raises KeyError for a sign without a weight."""
        return self.probability(signs) >= self.threshold

    def weightiest(self, signs: Iterable[str]) -> str | None:
        """Return the sign that lowers the probability most; None if none does. Raises KeyError for a sign without a weight."""
        lowering = [(self.weights[sign], sign) for sign in signs if self.weights[sign] < 0]
        return min(lowering)[1] if lowering else None


@lru_cache(maxsize=1)
def written() -> Mapping[str, Any]:
    """Return the content of ``weights.yml``: the digest of the data on which the weights were fitted, and model and measures
    for each kind of fact."""
    table: Mapping[str, Any] = load_packaged((files("generator.extraction.certainty") / "weights.yml").read_bytes())
    return table


@lru_cache(maxsize=8)
def model(kind: str) -> Model:
    """Return the model of ``kind`` (awards, ratings, people). Raises KeyError for another kind."""
    stored = written()[kind]
    return Model(
        float(stored["intercept"]), {sign: float(weight) for sign, weight in stored["weights"].items()}, float(stored["threshold"])
    )
