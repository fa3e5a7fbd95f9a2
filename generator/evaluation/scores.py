"""Precision, recall and F1 of each kind of fact, over all articles of a gold standard, with the facts missed and invented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from generator.evaluation.matching import KINDS, Data, largest_matching
from generator.messages import Message, message
from generator.messages.terminal import printable

_Z = 1.96  #: of a 95 % interval. Source: standard normal distribution
_NOT_SHOWN = frozenset({"evidence", "rule", "inferred", "checked"})


@dataclass(frozen=True, slots=True)
class Score:
    """``right`` of ``found`` facts are among the ``gold`` ones. Without any found, precision is 1 if there was nothing to find."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 if both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of the gold that was missed, or a fact found that is not in the gold."""

    article: str
    kind: str
    sort: Literal["missed", "invented"]
    fact: Any

    def __str__(self) -> str:
        return f"{'-' if self.sort == 'missed' else '+'} {self.article} {_worded(self.kind)}: {self.fact}"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores by the name of the kind, in the order of :data:`~generator.evaluation.matching.KINDS`."""

    strict: bool
    scores: Mapping[str, Score]
    differences: tuple[Difference, ...] = field(default=())


def evaluate(pairs: Iterable[tuple[str, Data, Data]], *, strict: bool = False) -> Evaluation:
    """Return the scores over articles, each given by its name, its gold and its record (empty if it has no facts).

    Facts are counted over all articles, not averaged by article. A fact that the gold marks ``optional`` counts neither way.
    """
    scores = {kind.name: Score() for kind in KINDS}
    differences: list[Difference] = []
    for article, gold, record in pairs:
        for kind in KINDS:
            wanted, given = kind.of_gold(gold), kind.of_record(record)
            if not wanted and kind.unblamed:
                continue
            pairing = largest_matching(wanted, given, partial(_same, kind.same, strict))
            spare = {index for index, fact in enumerate(wanted) if isinstance(fact, Mapping) and fact.get("optional")}
            scores[kind.name] += Score(
                right=len(pairing.keys() - spare), gold=len(wanted) - len(spare), found=len(given) - len(pairing.keys() & spare)
            )
            missed = (fact for index, fact in enumerate(wanted) if index not in pairing and index not in spare)
            paired = set(pairing.values())
            invented = (_shown(fact) for index, fact in enumerate(given) if index not in paired)
            differences += [Difference(article, kind.name, "missed", fact) for fact in missed]
            differences += [Difference(article, kind.name, "invented", fact) for fact in invented]
    return Evaluation(strict, scores, tuple(differences))


def _same(same: Any, strict: bool, gold: Any, found: Any) -> bool:
    return bool(same(gold, found, strict))


def _shown(fact: Any) -> Any:
    if not isinstance(fact, Mapping):
        return fact
    hidden = _NOT_SHOWN | ({"sure", "doubt"} if fact.get("sure", True) else set())
    return {key: value for key, value in fact.items() if key not in hidden}


def interval(part: int, whole: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of the share ``part`` of ``whole``: 0 to 1 of nothing."""
    if not whole:
        return 0.0, 1.0
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _Z * ((share * (1 - share) / whole + square / (4 * whole * whole)) ** 0.5) / (1 + square / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def table(evaluation: Evaluation, *, differences: bool = False, intervals: bool = False) -> str:
    """Return the scores as a table for a terminal, with a line for each kind; below it the differences, on request. With ``intervals``
    precision and recall have their 95 % intervals."""
    rows = [[str(message(f"scores.{item}")) for item in ("kind", "gold", "found", "precision", "recall", "f1")]]
    for name, score in evaluation.scores.items():
        ratios = [f"{ratio:.3f}" for ratio in (score.precision, score.recall, score.f1)]
        if intervals:
            ratios[0] += _within(score.right, score.found)
            ratios[1] += _within(score.right, score.gold)
        rows.append([str(_worded(name)), str(score.gold), str(score.found), *ratios])
    first, *widths = (max(map(len, column)) for column in zip(*rows, strict=True))
    lines = [f"{row[0]:<{first}}" + "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], widths, strict=True)) for row in rows]
    return "\n".join([*lines, *(printable(str(difference)) for difference in (evaluation.differences if differences else ()))])


def _within(part: int, whole: int) -> str:
    low, high = interval(part, whole)
    return f" ({low:.3f}-{high:.3f})"


def _worded(kind: str) -> Message:
    return message(f"scores.kinds.{kind.replace(' ', '_')}")


def to_data(evaluation: Evaluation, *, differences: bool = False) -> dict[str, Any]:
    """Return the scores as plain data: ``kinds`` by name, ratios with four decimals, and ``differences`` on request."""
    kinds = {
        name: {
            "gold": score.gold,
            "found": score.found,
            "right": score.right,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
        }
        for name, score in evaluation.scores.items()
    }
    listed = [
        {"article": difference.article, "kind": difference.kind, "sort": difference.sort, "fact": difference.fact}
        for difference in evaluation.differences
    ]
    return {"kinds": kinds, "differences": listed} if differences else {"kinds": kinds}
