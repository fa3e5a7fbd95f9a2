"""CPU time of extracting the facts of an article, beside underthesea's ``ner`` on the same articles in the same run.

    python benchmarks/extraction.py [FOLDER]     the articles of FOLDER, and of the folders below it (default: seeds/)

Prints the time of the median article and what that makes for one of 5 KB, the ratio to the peer, how the time grows with the
length (the median article two, four and eight times over), and what 1 MB of one repetition costs. underthesea finds words,
chunks and names (persons, places, organisations), no award; its models come in its wheels. Without it our own figures
are printed alone.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.model.article import Article, Source
from generator.reading import FORMATS, read
from generator.reading.text import article_from_text

KB = 5  # of UTF-8: the article that the budget of 10 ms is for
BUDGET, HOSTILE_BUDGET = 10.0, 5.0  # ms of CPU for such an article; seconds for 1 MB of one repetition
ROUNDS = 3
HOSTILE = (
    "tặng giấy khen cho ",
    "tặng giấy khen cho 2 chi bộ và 3 cá nhân; ",
    "Đảng ủy tặng giấy khen cho 15 đảng viên. ",
    "có 13 tập thể hoàn thành tốt nhiệm vụ, ",
    "Nguyễn Văn An, Bí thư Đảng ủy, ",
    "10-NQ/TW, ",
    "“Hoàn thành xuất sắc nhiệm vụ” ",
    "ngày 10/2 ",
    "A",
    ", ",
    "\n",
)


def seconds(work: Callable[[Any], object], subject: Any) -> float:
    """CPU seconds of one run of ``work`` on ``subject``."""
    start = time.process_time()
    work(subject)
    return time.process_time() - start


def each(articles: list[Article], work: Callable[[Article], object], rounds: int) -> list[float]:
    """Milliseconds of CPU for each article: the least of the rounds, since whatever else the machine does only adds."""
    best = [float("inf")] * len(articles)
    for _ in range(rounds):
        for index, article in enumerate(articles):
            best[index] = min(best[index], 1000 * seconds(work, article))
    return best


def made(text: str) -> Article:
    """Return an article from ``text``."""
    return article_from_text(text, Source("benchmark.txt", "0" * 64, "text"))


def peer() -> Callable[[Article], object] | None:
    """Return the peer, underthesea's ``ner``, over the paragraphs of an article, or None where it isn't installed."""
    try:
        ner = import_module("underthesea").ner
    except ImportError:
        return None
    return lambda article: [ner(line) for line in article.text.splitlines() if line.strip()]


def main() -> None:
    """Measures and prints."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "seeds"
    articles: list[Article] = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in FORMATS):
        try:
            articles.append(read(path, folder))
        except KyYeuError as error:
            print(f"left out: {error}")
    if not articles:
        raise SystemExit(f"no article in {folder}")
    for article in articles:
        extract(article)  # lexicons are read and patterns compiled
    ours = each(articles, extract, ROUNDS)
    sizes = [len(article.text.encode()) / 1024 for article in articles]
    rates = [KB * time_ / size for time_, size in zip(ours, sizes, strict=True)]
    print(f"{len(articles)} articles, the median one of {statistics.median(sizes):.1f} KB; CPU ms an article, best of {ROUNDS}")
    print(f"{'extract':18}{statistics.median(ours):9.2f}   {statistics.median(rates):6.2f} for {KB} KB (budget {BUDGET:g})")
    if (named := peer()) is None:
        print("underthesea is not installed (requirements/bench.txt), so there is nothing to compare with")
    else:
        named(articles[0])
        theirs = each(articles, named, 1)
        print(f"{'underthesea ner':18}{statistics.median(theirs):9.2f}   {sum(theirs) / sum(ours):6.1f} times as long over all articles")
    growth(articles[sorted(range(len(articles)), key=lambda index: (sizes[index], index))[len(articles) // 2]])
    hostile()


def growth(article: Article) -> None:
    """Growth of time with length: two, four, eight times the text should cost two, four, eight times as much."""
    print("\nlength   CPU ms   to the single one")
    single = 0.0
    for times in (1, 2, 4, 8):
        longer = made("\n\n".join([article.text] * times))
        took = min(each([longer], extract, 5))
        single = single or took
        print(f"{times:5}x{took:10.2f}{took / single:10.2f}")


def hostile() -> None:
    """Measure the cost of 1 MB of one repetition, including reading."""
    print(f"\n1 MB of          CPU s (budget {HOSTILE_BUDGET:g})")
    for words in HOSTILE:
        text = "Tin\n\nHội nghị " + words * (1_000_000 // len(words.encode()))
        print(f"{words.strip()[:24] or repr(words):26}{seconds(lambda one: extract(made(one)), text):6.2f}")


if __name__ == "__main__":
    main()
