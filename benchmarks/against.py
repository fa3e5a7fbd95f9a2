"""CPU time of reading articles and extracting their facts, in this tree and in another, as a ratio in one run.

    python benchmarks/against.py ../older [FOLDER …] [--rounds 5]

Both programs are loaded into one process and take turns at each article; the least time of the rounds counts, so that neither
the machine nor its load matters much. ``../older`` is a checkout of another commit. Prints the seconds of both and their ratio,
for extraction alone and with reading.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "generator"


@dataclass
class Program:
    """The program of one tree, with its modules, which are put in place for as long as it runs."""

    modules: dict[str, ModuleType]
    read: Callable[[Path, Path], Any]
    extract: Callable[[Any], Any]

    def enter(self) -> None:
        """Put the modules of this program in the place of those of the other."""
        _leave()
        sys.modules.update(self.modules)


def _ours() -> dict[str, ModuleType]:
    return {name: module for name, module in sys.modules.items() if name.partition(".")[0] == PACKAGE}


def _leave() -> None:
    for name in _ours():
        del sys.modules[name]


def loaded(tree: Path, files: Sequence[Path]) -> Program:
    """Load the program of ``tree``, and run it once, so that lexicons are read and patterns compiled."""
    _leave()
    sys.path.insert(0, str(tree))
    read, extract = import_module("generator.reading").read, import_module("generator.extraction.extract").extract
    for file in files:
        extract(read(file, file.parent))
    sys.path.pop(0)
    return Program(_ours(), read, extract)


def timed(program: Program, file: Path) -> tuple[float, float]:
    """Return the CPU seconds of extraction, and of reading and extraction together."""
    program.enter()
    start = time.process_time()
    article = program.read(file, file.parent)
    between = time.process_time()
    program.extract(article)
    end = time.process_time()
    return end - between, end - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, nargs="?", help="a checkout of another commit")
    parser.add_argument("folders", type=Path, nargs="*", default=[ROOT / "seeds"], help="folders of articles (*.txt; default: seeds/)")
    parser.add_argument("--rounds", type=int, default=5, help="(default: 5)")
    asked = parser.parse_args()
    if asked.other is None:
        print("nothing to compare with: name a checkout of another commit")
        return
    files = sorted(file for folder in asked.folders for file in folder.glob("*.txt"))
    programs = [loaded(asked.other.resolve(), files), loaded(ROOT, files)]
    least = {(at, file): (float("inf"), float("inf")) for at in range(len(programs)) for file in files}
    gc.collect()
    gc.disable()
    for _ in range(asked.rounds):
        for file in files:
            for at, program in enumerate(programs):
                alone, both = timed(program, file)
                least[at, file] = (min(alone, least[at, file][0]), min(both, least[at, file][1]))
        gc.collect()
    for part, name in enumerate(("extraction", "reading and extraction")):
        theirs, ours = (sum(least[at, file][part] for file in files) for at in range(len(programs)))
        print(f"{name}: {theirs:.3f} s there, {ours:.3f} s here, ratio {ours / theirs:.2f} ({len(files)} articles)")


if __name__ == "__main__":
    main()
