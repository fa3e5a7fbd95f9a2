"""CPU time of texts made to be slow: repeated phrases, and random combinations of them, at growing sizes.

Each also varied: with other numbers and names at each repetition. A text must cost in proportion: at most ``--limit``
seconds a MB (of UTF-8, 1,000,000 bytes) at every size, and no more than linearly from the first size to the last. Each
is tried at all of ``--sizes``; the ``--worst`` of them, and those over half the limit or that grow by more than
:data:`STEEP`, then at all of ``--deep``. One over five times the limit is not tried at a larger size. Prints the
slowest of all, and a verdict that is the exit code too.

    python benchmarks/hostile.py                                        # the phrases and 100 combinations, extracted
    python benchmarks/hostile.py --combinations 0 --sizes 250 1000 4000 # every phrase at 4 MB
    python benchmarks/hostile.py --combinations 1000 --worst 100        # an hour
    python benchmarks/hostile.py --convert                              # all files of the site too, but for MkDocs
    python benchmarks/hostile.py --phrases mine.tsv --combinations 50 --seed 3
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.growth.measure import PHRASES, combinations, converted, extracted, read_phrases, repeated, seconds, varied, warm  # noqa: E402

STEEP = 1.3  # exponent: 1 is linear, log 6 / log 4 = 1.29 is six times the time for four times the text
SMALLEST = 0.05  # seconds; growth from less than that is noise


@dataclass
class Tried:
    """A text's name and words, and the CPU seconds at each size in bytes."""

    name: str
    words: str
    fill: Callable[[str, int], str]
    took: dict[int, float] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Seconds a MB, the worst of the sizes."""
        return max(time / size * 1e6 for size, time in self.took.items())

    @property
    def exponent(self) -> float:
        """Growth exponent of time over size, from the two largest sizes that took long enough to measure."""
        told = sorted((size, time) for size, time in self.took.items() if time >= SMALLEST)[-2:]
        if len(told) < 2:
            return 1.0
        (small, short), (large, long) = told
        return math.log(long / short) / math.log(large / small)


def main() -> int:
    """Measures, prints the slowest and the verdict, and gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phrases", type=Path, default=PHRASES, help="a file of phrases: name, tab, JSON string (default: the tests')")
    parser.add_argument("--only", nargs="*", help="names of phrases (default: all)")
    parser.add_argument("--combinations", type=int, default=100, metavar="N", help="how many random combinations (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="of the combinations (default: 1)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 240], metavar="KB", help="(default: 60 240)")
    parser.add_argument("--deep", type=int, nargs="*", default=[1000, 4000], metavar="KB", help="(default: 1000 4000)")
    parser.add_argument("--worst", type=int, default=20, metavar="N", help="how many are tried at the deep sizes (default: 20)")
    parser.add_argument("--convert", action="store_true", help="measure reading, extraction and conversion, not only the first two")
    parser.add_argument("--limit", type=float, default=3.0, metavar="S", help="CPU seconds a MB (default: 3)")
    parser.add_argument("--show", type=int, default=25, metavar="N", help="how many are printed (default: 25)")
    asked = parser.parse_args()
    phrases = read_phrases(asked.phrases)
    chosen = {name: words for name, words in phrases.items() if not asked.only or name in asked.only}
    every = chosen | combinations(phrases, asked.combinations, asked.seed)
    tried = [Tried(name, words, repeated) for name, words in every.items()]
    tried += [Tried(f"{name}, varied", words, varied) for name, words in every.items() if varied(words, 2000) != repeated(words, 2000)]
    work = converted if asked.convert else extracted
    warm(work, phrases)

    def measure(tried: Tried, sizes: list[int]) -> None:
        for size in sizes:
            if not tried.took or tried.rate <= 5 * asked.limit:
                text = tried.fill(tried.words, 1000 * size)
                # Ever longer numbers make a text longer than was asked for.
                tried.took[1000 * size] = seconds(work, text) * 1000 * size / max(1000 * size, len(text.encode()))

    for one in tried:
        measure(one, asked.sizes)
    order = sorted(tried, key=lambda item: -item.rate)
    for at, one in enumerate(order):
        if at < asked.worst or one.rate > asked.limit / 2 or one.exponent > STEEP:
            measure(one, asked.deep)
    order = sorted(tried, key=lambda item: -item.rate)
    print(f"{len(tried)} texts, {'converted' if asked.convert else 'read and extracted'}; CPU s a MB at each size, and growth (1: linear)")
    for one in order[: asked.show]:
        cells = "  ".join(f"{size / 1e6:g} MB {time / size * 1e6:6.2f}" for size, time in sorted(one.took.items()))
        print(f"{one.rate:7.2f} ^{one.exponent:4.2f}  {cells}  {one.name}")
    slow = [one for one in order if one.rate > asked.limit]
    steep = [one for one in order if one.exponent > STEEP]
    print(f"{len(slow)} above {asked.limit:g} s a MB, {len(steep)} grow faster than the text; the slowest {order[0].rate:.2f} s a MB")
    return 1 if slow or steep else 0


if __name__ == "__main__":
    sys.exit(main())
