"""The measured accuracy, and what it may not fall below.

``tests/gold/`` holds the facts of the five seeds by hand, ``tests/floors.yml`` the least precision, recall and F1 of each kind
of fact with a digest of gold and seeds, ``docs/do-chinh-xac.md`` the page that readers see. Nothing changes them but these:

    python -m tests.accuracy --raise             every floor to what is measured now; refuses where something fell
    python -m tests.accuracy --lower KIND        the floors of one kind to what is measured now: say why in the commit
    python -m tests.accuracy --accept-corpus     gold or seeds were changed on purpose
    python -m tests.accuracy --page              the seeds' table of the page
    python -m tests.accuracy --page GOLD ARTICLES  its second table, over other articles that are not in the repository
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.evaluation.scores import Evaluation
from generator.inspection import Measured, evaluate

ROOT = Path(__file__).resolve().parent.parent
GOLD, SEEDS, FLOORS, PAGE = ROOT / "tests" / "gold", ROOT / "seeds", ROOT / "tests" / "floors.yml", ROOT / "docs" / "do-chinh-xac.md"

Floors = dict[str, dict[str, dict[str, float]]]  # match (default, strict) → kind → measure → floor

LABELS = {
    "title": "Nhan đề",
    "published": "Ngày đăng",
    "event date": "Ngày diễn ra sự kiện",
    "hosts": "Đơn vị tổ chức",
    "years": "Năm được xét",
    "awards": "Khen thưởng",
    "ratings": "Xếp loại",
    "people": "Người",
    "documents": "Văn bản",
    "figures": "Con số",
}
_HEADING = """\
| Loại dữ kiện | Người ghi | Máy tìm | Chính xác | Đầy đủ | F1 | F1 xét kỹ |
|---|--:|--:|--:|--:|--:|--:|
"""


@lru_cache(maxsize=1)
def measured() -> Measured:
    """Return the seeds against their gold, measured now."""
    return evaluate(GOLD, SEEDS)


def digest() -> str:
    """SHA-256 over names and bytes of gold and seeds; line ends count as LF, whatever the checkout made of them."""
    sha = hashlib.sha256()
    for path in (*sorted(GOLD.glob("*.yml")), *sorted(SEEDS.rglob("*.txt"))):
        sha.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return sha.hexdigest()


def ratios() -> Floors:
    """Return what is measured now, in the shape of the floors; rounded down, so that a floor is never above its measure."""
    return {
        match: {
            kind: {name: int(getattr(score, name) * 10_000) / 10_000 for name in ("precision", "recall", "f1")}
            for kind, score in evaluation.scores.items()
        }
        for match, evaluation in (("default", measured().default), ("strict", measured().strict))
    }


def floors() -> dict[str, Any]:
    """Return the floors as committed."""
    data: dict[str, Any] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return data


def fallen(now: Floors, least: Mapping[str, Any]) -> list[str]:
    """Return what lies below its floor, one line each."""
    return [
        f"{match} {kind}: {measure} {now[match][kind][measure]} is below its floor {floor}"
        for match in ("default", "strict")
        for kind, measures in least[match].items()
        for measure, floor in measures.items()
        if now[match][kind][measure] < floor
    ]


def _write_floors(data: Mapping[str, Any]) -> None:
    head = "# Least accuracy on the five seeds. Only `python -m tests.accuracy` writes this file; see there.\n"
    FLOORS.write_text(head + yaml.safe_dump(dict(data), sort_keys=False, default_flow_style=None), encoding="utf-8", newline="\n")


def table(result: Measured) -> str:
    """Return the table of the page: a kind without any fact has no line."""
    return _HEADING + "".join(
        _row(kind, result.default, result.strict) for kind in result.default.scores if result.default.scores[kind].gold
    )


def _row(kind: str, default: Evaluation, strict: Evaluation) -> str:
    one = default.scores[kind]
    shares = (one.precision, one.recall, one.f1, strict.scores[kind].f1)
    return f"| {LABELS[kind]} | {one.gold} | {one.found} | {' | '.join(map(_percent, shares))} |\n"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def part(page: str, name: str) -> str:
    """Return the generated part ``name`` of the page, between its marks. Raises ValueError when the marks are not there."""
    return _parts(page, name)[1]


def _parts(page: str, name: str) -> tuple[str, str, str]:
    """Return the page up to the part ``name``, the part, and what follows it."""
    before, opening, rest = page.partition(f"<!-- {name} -->\n")
    body, closing, after = rest.partition(f"<!-- /{name} -->")
    if not closing:
        raise ValueError(f"{PAGE.name} has no part {name}")
    return before + opening, body, closing + after


def write_part(name: str, body: str) -> None:
    """Put ``body`` between the marks of the part ``name`` of the page. Raises ValueError when the marks are not there."""
    before, _, after = _parts(PAGE.read_text(encoding="utf-8"), name)
    PAGE.write_text(before + body + after, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the commands of the module's docstring; returns the exit code."""
    cli = argparse.ArgumentParser(prog="python -m tests.accuracy", description=str(__doc__).split("\n", maxsplit=1)[0])
    chosen = cli.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--raise", dest="up", action="store_true", help="every floor to what is measured now")
    chosen.add_argument("--lower", metavar="KIND", choices=list(LABELS), help="the floors of one kind to what is measured now")
    chosen.add_argument("--accept-corpus", action="store_true", help="gold or seeds were changed on purpose")
    chosen.add_argument("--page", nargs="*", type=Path, metavar="DIR", help="the seeds' table, or that of GOLD and ARTICLES")
    options = cli.parse_args(arguments)
    now, least = ratios(), floors()
    if options.page is not None:
        if options.page and len(options.page) != 2:
            cli.error("--page takes no folder, or GOLD and ARTICLES")
        write_part("development" if options.page else "seeds", table(evaluate(*options.page) if options.page else measured()))
        return 0
    if options.accept_corpus:
        _write_floors({**least, "digest": digest()})
    elif options.lower:
        _write_floors({**least, **{match: {**least[match], options.lower: now[match][options.lower]} for match in now}})
    elif below := fallen(now, least):
        sys.stderr.write("\n".join([*below, "lower these one by one, on purpose: --lower KIND", ""]))
        return 1
    else:
        _write_floors({**least, **now})
    return 0


if __name__ == "__main__":
    sys.exit(main())
