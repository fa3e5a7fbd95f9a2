"""The measured accuracy over two corpora, and what it may not fall below.

``tests/gold/`` holds the facts of the five seeds by hand, ``tests/invented/`` 36 invented articles with theirs. Each has a file
``floors.yml``: the least number of right and the greatest number of wrong facts of each kind, with a digest of gold and articles.
``docs/do-chinh-xac.md`` is the page that readers see. Nothing changes them but these:

    python -m tests.accuracy --raise             every floor to what is measured now; refuses where something fell
    python -m tests.accuracy --lower KIND        the floors of one kind to what is measured now: say why in the commit
    python -m tests.accuracy --accept-corpus     gold or articles were changed on purpose
    python -m tests.accuracy --page              the seeds' table of the page
    python -m tests.accuracy --page GOLD ARTICLES  its second table, over other articles that are not in the repository

The first three are about the seeds, and with ``--corpus invented`` about the invented articles.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.evaluation.scores import Evaluation
from generator.inspection import Measured, evaluate

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "do-chinh-xac.md"

Counts = dict[str, dict[str, dict[str, int]]]  # match (default, strict) → kind → right, wrong


@dataclass(frozen=True)
class Corpus:
    """Articles with their facts by hand, and the file of their floors."""

    name: str
    gold: Path
    articles: Path
    floors: Path


SEEDS = Corpus("seeds", ROOT / "tests" / "gold", ROOT / "seeds", ROOT / "tests" / "floors.yml")
_INVENTED = ROOT / "tests" / "invented"
INVENTED = Corpus("invented", _INVENTED / "gold", _INVENTED / "articles", _INVENTED / "floors.yml")
CORPORA = (SEEDS, INVENTED)

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


@cache
def measured(corpus: Corpus = SEEDS) -> Measured:
    """Return the articles against their gold, measured now."""
    return evaluate(corpus.gold, corpus.articles)


def digest(corpus: Corpus = SEEDS) -> str:
    """Return the SHA-256 over names and bytes of gold and articles; line ends count as LF, whatever the checkout made of them."""
    sha = hashlib.sha256()
    for path in (*sorted(corpus.gold.glob("*.yml")), *sorted(corpus.articles.rglob("*.txt"))):
        sha.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return sha.hexdigest()


def counts(corpus: Corpus = SEEDS) -> Counts:
    """Return the right and the wrong facts of each kind, measured now."""
    result = measured(corpus)
    return {
        match: {kind: {"right": score.right, "wrong": score.found - score.right} for kind, score in evaluation.scores.items()}
        for match, evaluation in (("default", result.default), ("strict", result.strict))
    }


def floors(corpus: Corpus = SEEDS) -> dict[str, Any]:
    """Return the floors as committed."""
    data: dict[str, Any] = yaml.safe_load(corpus.floors.read_text(encoding="utf-8"))
    return data


def fallen(now: Counts, least: Mapping[str, Any]) -> list[str]:
    """Return what is worse than its floor, one line each."""
    return [
        f"{match} {kind}: {now[match][kind]}, floor {floor}"
        for match in ("default", "strict")
        for kind, floor in least[match].items()
        if now[match][kind]["right"] < floor["right"] or now[match][kind]["wrong"] > floor["wrong"]
    ]


def _write_floors(corpus: Corpus, data: Mapping[str, Any]) -> None:
    head = "# The least right and the most wrong facts of each kind. Only `python -m tests.accuracy` writes this file; see there.\n"
    corpus.floors.write_text(head + yaml.safe_dump(dict(data), sort_keys=False, default_flow_style=None), encoding="utf-8", newline="\n")


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


def main(arguments: Sequence[str] | None = None, corpora: Sequence[Corpus] = CORPORA) -> int:
    """Run the commands of the module's docstring and return the exit code."""
    cli = argparse.ArgumentParser(prog="python -m tests.accuracy", description=str(__doc__).split("\n", maxsplit=1)[0])
    chosen = cli.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--raise", dest="up", action="store_true", help="every floor to what is measured now")
    chosen.add_argument("--lower", metavar="KIND", choices=list(LABELS), help="the floors of one kind to what is measured now")
    chosen.add_argument("--accept-corpus", action="store_true", help="gold or articles were changed on purpose")
    chosen.add_argument("--page", nargs="*", type=Path, metavar="DIR", help="the seeds' table, or that of GOLD and ARTICLES")
    cli.add_argument("--corpus", choices=[corpus.name for corpus in corpora], default=SEEDS.name)
    options = cli.parse_args(arguments)
    if options.page is not None:
        if options.page and len(options.page) != 2:
            cli.error("--page takes no folder, or GOLD and ARTICLES")
        write_part("development" if options.page else "seeds", table(evaluate(*options.page) if options.page else measured()))
        return 0
    (corpus,) = (corpus for corpus in corpora if corpus.name == options.corpus)
    now, least = counts(corpus), floors(corpus)
    if options.accept_corpus:
        _write_floors(corpus, {**least, "digest": digest(corpus)})
    elif options.lower:
        _write_floors(corpus, {**least, **{match: {**least[match], options.lower: now[match][options.lower]} for match in now}})
    elif below := fallen(now, least):
        sys.stderr.write("\n".join([*below, "lower these one by one, on purpose: --lower KIND", ""]))
        return 1
    else:
        _write_floors(corpus, {**least, **now})
    return 0


if __name__ == "__main__":
    sys.exit(main())
