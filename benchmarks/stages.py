"""CPU time of each stage, in milliseconds an article, over the archive's own articles.

Run by ``make bench``. Prints the median of the repetitions, beside the time that Python-Markdown alone takes for the
same pages, which is the larger part of what ``mkdocs build`` does with them: a ratio to trust where the seconds of one
machine say little.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import markdown

from generator.extraction.extract import extract
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import read
from generator.rendering.site import render
from generator.resolution.assembly import assemble

REPETITIONS = 20


def milliseconds(work: Callable[[], object], articles: int) -> float:
    """Median CPU time of ``work`` over the repetitions, an article; once before them, so that caches are warm."""
    work()
    times = []
    for _ in range(REPETITIONS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times) / articles


def main() -> None:
    """Measures and prints the table."""
    folder = ArchiveFolder.at(Path(__file__).resolve().parent.parent)
    paths = folder.articles()
    articles = [read(path, folder.root) for path in paths]
    pairs = [(article, extract(article)) for article in articles]
    archive = assemble(pairs)
    pages = render(archive)
    bodies = [text.split("\n---\n", 1)[1] for name, text in pages.items() if name.startswith("bai/") and name != "bai/index.md"]

    count = len(paths)
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [read(path, folder.root) for path in paths],
        "extract": lambda: [extract(article) for article in articles],
        "assemble": lambda: assemble(pairs),
        "render": lambda: render(archive),
        "(Python-Markdown)": lambda: [markdown.markdown(body, extensions=["md_in_html", "tables", "toc"]) for body in bodies],
    }
    size = sum(path.stat().st_size for path in paths) / count / 1024
    print(f"{count} articles of {size:.1f} KB on average; CPU ms an article, median of {REPETITIONS}")
    for name, work in stages.items():
        print(f"{name:18} {milliseconds(work, count):7.2f}")


if __name__ == "__main__":
    main()
