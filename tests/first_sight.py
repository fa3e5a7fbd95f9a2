"""Figures on articles never seen: from ``tests/first-sight.yml`` onto the page ``docs/do-chinh-xac.md``.

    python -m tests.first_sight

Each share has its 95 % interval (Wilson's), for the sets are small.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy import LABELS, ROOT, write_part

FILE = ROOT / "tests" / "first-sight.yml"
_Z = 1.959964  # the normal quantile of 95 %, two-sided
_KEYS = {"set", "articles", "commit", "kinds"}
_NUMBERS = {"gold", "found", "right"}


def rows(file: Path = FILE) -> list[Mapping[str, Any]]:
    """Return the rows of the file. Raises ValueError, naming the row, for one of another shape or with numbers that cannot be."""
    told: list[Mapping[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["rows"]
    for row in told:
        if set(row) != _KEYS or not set(row["kinds"]) <= set(LABELS):
            raise ValueError(f"a row has {sorted(_KEYS)} and the kinds {sorted(LABELS)}: {row}")
        for kind, counts in row["kinds"].items():
            sure = counts.get("sure", {"found": 0, "right": 0})
            if set(counts) - {"sure"} != _NUMBERS or not (
                counts["right"] <= min(counts["gold"], counts["found"]) and sure["right"] <= sure["found"] <= counts["found"]
            ):
                raise ValueError(f"{row['set']}, {kind}: more right than there are, or a number that is missing: {counts}")
    return told


def interval(part: int, whole: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of the share ``part`` of ``whole``: 0 to 1 of nothing."""
    if not whole:
        return 0.0, 1.0
    share, z2 = part / whole, _Z * _Z
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = _Z * sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return max(0.0, middle - half), min(1.0, middle + half)


def table(told: list[Mapping[str, Any]]) -> str:
    """Return the page's part: a table for each set, or that nothing was measured yet."""
    if not told:
        return "Bản này chưa được đo trên bài lạ.\n"
    return "\n".join(map(_set, told))


def _set(row: Mapping[str, Any]) -> str:
    lines = [
        f"**{row['set']}**: {row['articles']} bài, phần mềm `{row['commit']}`",
        "",
        "| Loại dữ kiện | Người ghi | Máy tìm | Chính xác | Đầy đủ | F1 | Phần được coi là chắc: chính xác |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind, counts in row["kinds"].items():
        gold, found, right, sure = counts["gold"], counts["found"], counts["right"], counts.get("sure")
        f1 = 2 * right / (gold + found) if gold + found else 1.0
        of_sure = _share(sure["right"], sure["found"]) if sure else "–"
        cells = (str(gold), str(found), _share(right, found), _share(right, gold), _percent(f1), of_sure)
        lines.append(f"| {LABELS[kind]} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    low, high = interval(part, whole)
    return f"{_percent(part / whole)} ({_percent(low)}–{_percent(high)})"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


if __name__ == "__main__":
    write_part("first-sight", table(rows()))
    sys.exit(0)
