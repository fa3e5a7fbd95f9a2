"""CPU time of texts made to be slow: repeated phrases, and random combinations of them, at growing sizes.

Each also varied: with other numbers and names at each repetition. A text must cost in proportion: at most ``--limit``
seconds for each MB (of UTF-8, 1,000,000 bytes) begun, at every size, and no more than linearly from the first size to the
last. (A text of facts only costs more a MB while it is small: beyond the limits of :mod:`generator.extraction.limits` none
is recorded.) Each
is tried at all of ``--sizes``; the ``--worst`` of them, and those over half the limit or that grow by more than
:data:`STEEP`, then at all of ``--deep``. Each measurement is stopped at :data:`BUDGET` times the limit, and one stopped is
not tried at a larger size. Prints the slowest of all, and a verdict that is the exit code too. A busy machine takes up to twice
the CPU for the same work: the seconds of a fixed loop, measured before each text, are printed too, from the least to the most.

With ``--record`` each measurement is added to a file as soon as it is made, and one that is there is not made again: a run
that was interrupted goes on where it ended. Remove the file to measure another state of the program.

    python benchmarks/hostile.py                                        # the phrases and 100 combinations, extracted
    python benchmarks/hostile.py --combinations 0 --sizes 250 1000 4000 # every phrase at 4 MB
    python benchmarks/hostile.py --convert                              # all files of the site too, but for MkDocs
    python benchmarks/hostile.py --convert --combinations 1000 --sizes 64 --record hostile.jsonl   # half an hour
    python benchmarks/hostile.py --phrases mine.tsv --combinations 50 --seed 3
"""

from __future__ import annotations

import argparse
import json
import math
import signal
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.growth.measure import PHRASES, combinations, converted, extracted, read_phrases, repeated, seconds, varied, warm  # noqa: E402

MB = 1_000_000  # bytes of UTF-8
STEEP = 1.3  # exponent: 1 is linear, log 6 / log 4 = 1.29 is six times the time for four times the text
SMALLEST = 0.05  # seconds; growth from less than that is noise
BUDGET = 10  # times the limit after which a measurement is stopped


class OverBudgetError(BaseException):
    """Raised in a measurement that took its budget of CPU time. No rule catches it."""


@dataclass
class Tried:
    """A text's name and words, and the CPU seconds at each size in bytes; those of one stopped are its budget."""

    name: str
    words: str
    fill: Callable[[str, int], str]
    took: dict[int, float] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Seconds a MB begun, the worst of the sizes."""
        return max(time / max(size, MB) * MB for size, time in self.took.items())

    @property
    def exponent(self) -> float:
        """Growth exponent of time over size, from the two largest sizes that took long enough to measure."""
        long_enough = sorted((size, time) for size, time in self.took.items() if time >= SMALLEST)[-2:]
        if len(long_enough) < 2:
            return 1.0
        (small, short), (large, long) = long_enough
        return math.log(long / short) / math.log(large / small)


@dataclass
class Record:
    """The measurements made before, by text and size, and the file that new ones are added to; without a file, none are kept."""

    path: Path | None
    made: dict[tuple[str, int, str], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.path is not None and self.path.exists():
            for line in self.path.read_text(encoding="utf-8").splitlines():
                name, size, work, time = json.loads(line)
                self.made[name, size, work] = time

    def add(self, key: tuple[str, int, str], time: float) -> None:
        self.made[key] = time
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([*key, round(time, 4)], ensure_ascii=False) + "\n")


def within(budget: float, work: Callable[[str], object], text: str) -> float:
    """Measure the CPU seconds of ``work`` on ``text``; ``budget`` if it takes longer."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise OverBudgetError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, budget)
    try:
        return seconds(work, text)
    except OverBudgetError:
        return budget
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def calibrated() -> float:
    """Measure the CPU seconds of a fixed loop: how fast the machine is now."""
    start, seen = time.process_time(), dict[int, int]()
    for number in range(200_000):
        seen[number % 977] = seen.get(number % 977, 0) + len(str(number))
    return time.process_time() - start


def main() -> int:
    """Measures, prints the slowest and the verdict, and gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phrases", type=Path, default=PHRASES, help="a file of phrases: name, tab, JSON string (default: the tests')")
    parser.add_argument("--only", nargs="*", help="names of phrases (default: all; none: only combinations)")
    parser.add_argument("--combinations", type=int, default=100, metavar="N", help="how many random combinations (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="of the combinations (default: 1)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 240], metavar="KB", help="(default: 60 240)")
    parser.add_argument("--deep", type=int, nargs="*", default=[1000, 4000], metavar="KB", help="(default: 1000 4000)")
    parser.add_argument("--worst", type=int, default=20, metavar="N", help="how many are tried at the deep sizes (default: 20)")
    parser.add_argument("--convert", action="store_true", help="measure reading, extraction and conversion, not only the first two")
    parser.add_argument("--limit", type=float, default=3.0, metavar="S", help="CPU seconds a MB (default: 3)")
    parser.add_argument("--show", type=int, default=25, metavar="N", help="how many are printed (default: 25)")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep each measurement here, and go on from those made before")
    asked = parser.parse_args()
    phrases = read_phrases(asked.phrases)
    chosen = {name: words for name, words in phrases.items() if asked.only is None or name in asked.only}
    every = chosen | combinations(phrases, asked.combinations, asked.seed)
    tried = [Tried(name, words, repeated) for name, words in every.items()]
    tried += [Tried(f"{name}, varied", words, varied) for name, words in every.items() if varied(words, 2000) != repeated(words, 2000)]
    work = converted if asked.convert else extracted
    record = Record(asked.record)
    warm(work, phrases)
    loops = [calibrated()]

    def measure(tried: Tried, sizes: list[int]) -> None:
        for size in (1000 * size for size in sizes):
            if tried.took and max(time / size for size, time in tried.took.items()) * MB >= BUDGET * asked.limit:
                return
            key = (tried.name, size, work.__name__)
            if key not in record.made:
                loops.append(calibrated())
                text = tried.fill(tried.words, size)
                # Ever longer numbers make a text longer than was asked for.
                longer = max(1.0, len(text.encode()) / size)
                record.add(key, within(BUDGET * asked.limit * size / MB * longer, work, text) / longer)
            tried.took[size] = record.made[key]

    for one in tried:
        measure(one, asked.sizes)
    order = sorted(tried, key=lambda item: -item.rate)
    for at, one in enumerate(order):
        if at < asked.worst or one.rate > asked.limit / 2 or one.exponent > STEEP:
            measure(one, asked.deep)
    order = sorted(tried, key=lambda item: -item.rate)
    print(f"{len(tried)} texts, {'converted' if asked.convert else 'read and extracted'}; CPU s a MB at each size, and growth (1: linear)")
    for one in order[: asked.show]:
        cells = "  ".join(f"{size / MB:g} MB {time / size * MB:6.2f}" for size, time in sorted(one.took.items()))
        print(f"{one.rate:7.2f} ^{one.exponent:4.2f}  {cells}  {one.name}")
    slow = [one for one in order if one.rate > asked.limit]
    steep = [one for one in order if one.exponent > STEEP]
    print(f"{len(slow)} above {asked.limit:g} s a MB, {len(steep)} grow faster than the text; the slowest {order[0].rate:.2f} s a MB")
    print(f"the fixed loop: {min(loops):.3f} to {max(loops):.3f} s, median {statistics.median(loops):.3f}")
    return 1 if slow or steep else 0


if __name__ == "__main__":
    sys.exit(main())
