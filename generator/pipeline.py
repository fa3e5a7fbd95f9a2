"""The whole flow: a folder of articles becomes a site. Read this first.

    seeds/*  ──read──▶ Article ──extract──▶ Facts        one article at a time, pure
             ──assemble──▶ Archive                       all of them: addresses given, units resolved
             ──render──▶ {path: text} ──write──▶ docs/   pages, then the one place that writes them
             ──mkdocs build──▶ site/

Each arrow is one call below, and imports run the same way, never back: this module knows every stage, a stage knows
only those before it. A file that cannot become a page is a fault in the report, and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import EvaluationError, KyYeuError
from generator.evaluation import scores
from generator.evaluation.explanation import Explanation
from generator.evaluation.explanation import explain as explanation_of
from generator.evaluation.gold import articles_for, name_of, read_gold
from generator.extraction.extract import extract
from generator.model.archive import ReviewItem
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.record import record
from generator.publishing import site
from generator.publishing.folder import ArchiveFolder
from generator.publishing.writer import write
from generator.reading import FORMATS, read
from generator.rendering.pages import render
from generator.resolution.archive import assemble
from generator.resolution.review.queue import review as review_queue

#: Hands on the files it is given, one by one, and may show how far it has come.
Track = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a conversion did: how many articles have a page, and what stands in the way of the others."""

    articles: int
    faults: tuple[KyYeuError, ...]


def read_and_extract(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[tuple[Article, Facts] | KyYeuError]:
    """Each file's article with its facts, or what stands in the way, in the order of ``paths``."""
    for path in track(paths):
        try:
            article = read(path, root)
            yield article, extract(article)
        except KyYeuError as fault:
            yield fault


def records(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[dict[str, Any] | KyYeuError]:
    """What ``kyyeu extract`` prints for each file, or its fault; the source's path is told from ``root``."""
    for one in read_and_extract(paths, root, track):
        yield one if isinstance(one, KyYeuError) else record(*one)


@dataclass(frozen=True, slots=True)
class Measured:
    """The extraction against a gold standard, by the default match and the strict one; ``faults`` as in :class:`Report`."""

    default: scores.Evaluation
    strict: scores.Evaluation
    faults: tuple[KyYeuError, ...]


def evaluate(gold_folder: Path, articles_folder: Path, track: Track = iter) -> Measured:
    """Extracts from the articles of a gold standard and compares. An article that is not there or cannot be read is a fault,
    and all its facts count as missed.

    Raises EvaluationError for a gold standard that cannot be read, or folders that don't fit together.
    """
    gold = read_gold(gold_folder)
    paths = articles_for(list(gold), articles_folder, list(FORMATS))
    faults: list[KyYeuError] = [
        EvaluationError("no article for this gold standard", path=gold_folder / f"{name}.yml", mend=f"put it into {articles_folder}")
        for name in gold
        if name not in paths
    ]
    found: dict[str, dict[str, Any]] = {}
    for one in records(list(paths.values()), articles_folder, track):
        if isinstance(one, KyYeuError):
            faults.append(one)
        else:
            found[name_of(one["source"]["path"])] = one
    pairs = [(name, one, found.get(name, {})) for name, one in gold.items()]
    return Measured(scores.evaluate(pairs), scores.evaluate(pairs, strict=True), tuple(faults))


def explain(path: Path, root: Path) -> Explanation:
    """What the article in ``path`` tells, sentence by sentence, by which rules, and what no rule explained.

    Raises ReadingError when it cannot be read.
    """
    article = read(path, root)
    return explanation_of(article, extract(article))


def convert(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Articles to Markdown pages and index pages. When not one can be read, the last pages stay as they are.

    Raises ConfigurationError without any article, PublishingError when a page cannot be written.
    """
    results = list(read_and_extract(folder.articles(), folder.root, track))
    faults = [one for one in results if isinstance(one, KyYeuError)]
    articles = [one for one in results if not isinstance(one, KyYeuError)]
    if not articles:
        return Report(0, tuple(faults))
    archive = assemble(articles)
    write(folder, render(archive))
    return Report(len(archive.entries), (*faults, *(_placed(fault, folder.root) for fault in archive.faults)))


def build(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Converts and builds the site. When not one article can be read, the last site stays as it is.

    Raises what :func:`convert` raises, and PublishingError when MkDocs finds fault; then too the last site stays.
    """
    report = convert(folder, track)
    if report.articles:
        site.build(folder)
    return report


def serve(folder: ArchiveFolder, address: str) -> None:
    """Serves the site at ``address`` (host:port) until interrupted; every change is converted and shown.

    Raises PublishingError when the address is taken or the first build fails.
    """
    site.serve(folder, address)


def _placed(fault: KyYeuError, root: Path) -> KyYeuError:
    """The archive knows its files from its own folder; whoever reads the fault may stand elsewhere."""
    if fault.path is not None:
        fault.path = root / fault.path
    return fault


@dataclass(frozen=True, slots=True)
class Found:
    """Something to look at, with the article's file (from the archive's folder) and the line of the words (1-based)."""

    item: ReviewItem
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The review queue of an archive; ``faults`` as in :class:`Report`."""

    found: tuple[Found, ...]
    faults: tuple[KyYeuError, ...]


def review(folder: ArchiveFolder, track: Track = iter) -> Reviewed:
    """What a person should look at in the articles of ``folder``, and which of them could not be read.

    Raises ConfigurationError without any article.
    """
    results = list(read_and_extract(folder.articles(), folder.root, track))
    archive = assemble([one for one in results if not isinstance(one, KyYeuError)])
    items = review_queue(archive.entries, archive.ledger, archive.units)
    faults = [one for one in results if isinstance(one, KyYeuError)]
    return Reviewed(
        tuple(_found(one, archive.by_slug[one.slug].article) for one in items if one.slug is not None),
        (*faults, *(_placed(fault, folder.root) for fault in archive.faults)),
    )


def _found(one: ReviewItem, article: Article) -> Found:
    return Found(one, article.source.path, article.text.count("\n", 0, one.span.start if one.span else 0) + 1)
