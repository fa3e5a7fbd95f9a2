"""The invented articles measured against their facts by hand."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from generator.inspection import evaluate

_HERE = Path(__file__).resolve().parent
GOLD, ARTICLES, FLOORS = _HERE / "gold", _HERE / "articles", _HERE / "floors.yml"
_HEAD = "# The least right and the most wrong facts of each kind. Only `python -m tests.invented` writes this file; see README.md.\n"

Counts = dict[str, dict[str, dict[str, int]]]  #: match (default, strict) → kind → right, wrong


@lru_cache(maxsize=1)
def measured() -> Counts:
    """Return the right and the wrong facts of each kind, measured now. Raises AssertionError for an article that cannot be read."""
    result = evaluate(GOLD, ARTICLES)
    assert result.errors == ()
    return {
        match: {kind: {"right": score.right, "wrong": score.found - score.right} for kind, score in evaluation.scores.items()}
        for match, evaluation in (("default", result.default), ("strict", result.strict))
    }


def floors() -> Counts:
    """Return the counts as committed; nothing where there are none."""
    return (yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}) if FLOORS.exists() else {}


def fallen(now: Counts, least: Counts) -> list[str]:
    """Return what is worse than its floor, one line each."""
    return [
        f"{match} {kind}: {now[match][kind]}, floor {floor}"
        for match, kinds in least.items()
        for kind, floor in kinds.items()
        if now[match][kind]["right"] < floor["right"] or now[match][kind]["wrong"] > floor["wrong"]
    ]


def write(now: Counts) -> None:
    """Save ``now`` as the floors."""
    FLOORS.write_text(_HEAD + yaml.safe_dump(now, sort_keys=False, default_flow_style=None), encoding="utf-8", newline="\n")
