"""Draw mutants of modules by a seed and run tests against each.

    python -m tests.mutants [--seed N] [--number N] [--seconds N] [MODULE_OR_FOLDER…] [-- TEST…]

Of each folder as many mutants are drawn. Against a mutant run the tests that execute its line, the quickest first, until one fails or the
seconds of CPU for it are used up: then it survives. A mutant that hangs is killed. The folders take turns; Ctrl-C ends with what is known.
Prints for each folder and for all the share killed with its interval of 95 % (Wilson); the exit code is 1 below 85 %.

Without names, the six packages from text to rendering are drawn from, and all quick tests run that need no browser. A changed file of tests
is measured anew; ``--again`` measures all.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from itertools import groupby, zip_longest
from pathlib import Path

from tests.mutants.changes import ROOT, Mutant, drawn, interval
from tests.mutants.judging import Judge
from tests.mutants.tracing import KEPT, traced

ENOUGH = 0.85
FOLDERS = ["text", "reading", "extraction", "resolution", "publishing", "rendering"]
BESIDE = ["adding", "cache", "evaluation", "lexicon", "model", "search", "yaml_documents"]
ALONE = ["accuracy", "cli", "pipeline", "reproduced_faults", "sentences", "unreadable"]
TESTS = [*(f"tests/{folder}" for folder in (*FOLDERS, *BESIDE)), *(f"tests/test_{name}.py" for name in ALONE)]


def _share(killed: Sequence[bool]) -> str:
    low, high = interval(sum(killed), len(killed))
    return f"{sum(killed)} of {len(killed)} killed, {sum(killed) / len(killed):.1%} ({low:.1%} to {high:.1%})"


def _said(mutant: Mutant, killed: bool, tests: int) -> None:
    sys.stdout.write(f"{'killed  ' if killed else 'survived'} {mutant.label} [{tests} tests]\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """Draw, run, print; the exit code says whether enough were killed."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--seed", 1), ("--number", 80), ("--seconds", 60)):
        cli.add_argument(name, type=int, default=default)
    cli.add_argument("--again", action="store_true")
    cli.add_argument("modules", nargs="*", type=Path)
    own, *groups = [list(group) for split, group in groupby(["--seed=1", *arguments], "--".__eq__) if not split]
    given = cli.parse_args(own)
    if given.again:
        shutil.rmtree(KEPT, ignore_errors=True)
    folders = [path.resolve() for path in given.modules] or [ROOT / "generator" / name for name in FOLDERS]
    of = {folder: drawn(folder, given.number, given.seed) for folder in folders}
    judge = Judge(traced([test for group in groups for test in group] or TESTS, ROOT / "generator", print), given.seconds)
    in_turn = [mutant for row in zip_longest(*(some for some, _ in of.values())) for mutant in row if mutant is not None]
    killed = judge.killed(in_turn, _said)
    for folder, (some, every) in of.items():
        if known := [killed[mutant] for mutant in some if mutant in killed]:
            sys.stdout.write(f"{folder.relative_to(ROOT)}: {_share(known)} of {every}\n")
    sys.stdout.write(f"{_share([*killed.values()])} of {sum(every for _, every in of.values())}, by seed {given.seed}\n")
    return int(sum(killed.values()) / len(killed) < ENOUGH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
