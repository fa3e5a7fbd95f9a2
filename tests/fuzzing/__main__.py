"""Fuzz the program: ``python -m tests.fuzzing [--target NAME] [--executions N | --seconds N] [--seed N] [--keep DIR]``. Needs atheris.

Each target runs in a process of its own, from the kept corpus and the seeds. An input that breaks the program is written to DIR
(default: build/fuzz) and the exit code is 1; put it into tests/fuzzing/corpus/TARGET/ when it is fixed, and it stays fixed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT

CORPUS = Path(__file__).parent / "corpus"
#: How many of all executions each target gets: an article takes a thousand times as long as a small file.
SHARES = {"article": 0.3, "fragments": 0.2, "archive-files": 0.5}


def fuzz(target: str, executions: int, seconds: int, kept: Path, seed: int = 1) -> int:
    """Run ``target`` from ``seed`` until either limit (0: none) and return the exit code: 0 where nothing broke."""
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as found:
        known = [str(CORPUS / target)] + ([str(ROOT / "seeds")] if target == "article" else [])
        flags = [
            f"-runs={executions or -1}",
            f"-max_total_time={seconds}",
            "-max_len=20000",
            "-timeout=60",
            "-rss_limit_mb=4096",
            f"-seed={seed}",
        ]
        command = [sys.executable, "-m", "tests.fuzzing.run", target, *flags, f"-artifact_prefix={kept}/{target}-", found, *known]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


def main() -> int:
    """Fuzz what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--target", choices=SHARES, help="only this one")
    parser.add_argument("--executions", type=int, default=0, help="of all targets together")
    parser.add_argument("--seconds", type=int, default=0, help="for all targets together; a minute when nothing is said")
    parser.add_argument("--seed", type=int, default=1, help="of the search: another one tries other inputs (default: 1)")
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz", help="where inputs that break the program are written")
    told = parser.parse_args()
    seconds = told.seconds or (0 if told.executions else 60)
    codes = []
    for target, share in {told.target: 1.0}.items() if told.target else SHARES.items():
        codes.append(fuzz(target, round(told.executions * share), round(seconds * share), told.keep, told.seed))
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
