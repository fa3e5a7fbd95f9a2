"""The whole flow: a folder of articles becomes a site. Read this first.

    seeds/*  ──read──▶ Article ──extract──▶ Facts ──apply──▶ Facts put right   one article at a time, pure
             ──assemble──▶ Archive      all of them: copies merged, addresses given, units resolved, events, ledger, review
             ──render──▶ {path: text}, {path: data} ──write──▶ docs/   pages and tables, then the one place that writes them
             ──mkdocs build──▶ site/ ──index──▶ site/search/

Each arrow is one call below, and imports run the same way, never back: this module knows every stage, a stage knows
only those before it. A file that cannot become a page is a fault in the report, and the others go on; an authority file or
a correction at fault stops all before anything is written, for no page may say what is known to be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import EvaluationError, KyYeuError
from generator.evaluation import scores
from generator.evaluation.explanation import Explanation
from generator.evaluation.explanation import explain as explanation_of
from generator.evaluation.gold import articles_for, name_of, read_gold
from generator.extraction.extract import extract
from generator.model.archive import Archive, Redirect, ReviewItem
from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.model.record import record
from generator.publishing import site
from generator.publishing.configuration import site_settings
from generator.publishing.folder import ArchiveFolder
from generator.publishing.search.index import index_site
from generator.publishing.writer import write
from generator.reading import FORMATS, read
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.linked.files import linked_files
from generator.rendering.pages import render
from generator.resolution.archive import assemble
from generator.resolution.authority import Authority, read_authority
from generator.resolution.correction_files import read_corrections
from generator.resolution.corrections import apply
from generator.resolution.proposals import Unsettled, unsettled
from generator.resolution.redirects import read_redirects, with_redirects
from generator.resolution.resolve import resolve

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


@dataclass(frozen=True, slots=True)
class Gathered:
    """All articles of a folder with their facts put right; ``corrections`` by the source's path; ``faults`` as in :class:`Report`."""

    articles: tuple[tuple[Article, Facts], ...]
    authority: Authority
    corrections: Mapping[str, tuple[Correction, ...]]
    faults: tuple[KyYeuError, ...]
    redirects: tuple[Redirect, ...] = ()

    def assembled(self) -> Archive:
        """What the articles are together."""
        return with_redirects(assemble(self.articles, self.authority, self.corrections), self.redirects, "seeds/redirects.yml")


def gather(folder: ArchiveFolder, track: Track = iter) -> Gathered:
    """Reads and extracts every article of ``folder`` and applies the corrections.

    Raises ConfigurationError without any article, AuthorityError for an authority file that breaks its schema, RedirectError
    for redirects that do, and CorrectionError for corrections that cannot be read or no longer fit; all faults of these are told at once.
    """
    authority, redirects = read_authority(folder.units), read_redirects(folder.redirects)
    paths = folder.articles()
    files = read_corrections(folder.root, folder.seeds, paths)
    stale: list[KyYeuError] = [_placed(fault, folder.root) for fault in files.faults]
    articles, faults, applied = [], [], {}
    for path, one in zip(paths, read_and_extract(paths, folder.root, track), strict=True):
        if isinstance(one, KyYeuError):
            faults.append(one)
            continue
        corrected = apply(*one, files.by_article.get(path, ()))
        stale += [_placed(fault, folder.root) for fault in corrected.faults]
        articles.append((corrected.article, corrected.facts))
        if corrected.applied:
            applied[corrected.article.source.path] = corrected.applied
    if stale:
        first, *others = (*stale, *faults)
        first.others = tuple(others)
        raise first
    return Gathered(tuple(articles), authority, applied, tuple(faults), redirects)


def convert(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Articles to Markdown pages and index pages. When not one can be read, the last pages stay as they are.

    Raises what :func:`gather` raises, and PublishingError when a page cannot be written; then too the last pages stay.
    """
    gathered = gather(folder, track)
    if not gathered.articles:
        return Report(0, gathered.faults)
    archive = gathered.assembled()
    settings = site_settings(folder)
    portions = Portions(Data(archive, settings))
    write(folder, render(archive, settings, portions), {**data_files(portions), **linked_files(archive, settings)})
    return Report(len(archive.entries), (*gathered.faults, *(_placed(fault, folder.root) for fault in archive.faults)))


def build(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Converts and builds the site. When not one article can be read, the last site stays as it is.

    Raises what :func:`convert` raises, and PublishingError when MkDocs finds fault; then too the last site stays.
    """
    report = convert(folder, track)
    if report.articles:
        site.build(folder)
    return report


def index(site_folder: Path) -> int:
    """Indexes the built pages in ``site_folder`` for the search and gives their number; the hook does it after every build.

    Raises PublishingError for a folder without pages, or when the disk refuses.
    """
    return index_site(site_folder)


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

    Raises what :func:`gather` raises.
    """
    gathered = gather(folder, track)
    archive = gathered.assembled()
    return Reviewed(
        tuple(_found(one, archive.by_slug[one.slug].article) for one in archive.review if one.slug is not None),
        (*gathered.faults, *(_placed(fault, folder.root) for fault in archive.faults)),
    )


def _found(one: ReviewItem, article: Article) -> Found:
    return Found(one, article.source.path, article.text.count("\n", 0, one.span.start if one.span else 0) + 1)


def units(folder: ArchiveFolder, track: Track = iter) -> tuple[Unsettled, tuple[KyYeuError, ...]]:
    """What is unsettled about the archive's organisations, and the faults of articles that cannot be read.

    Raises what :func:`gather` raises.
    """
    gathered = gather(folder, track)
    resolved = resolve(gathered.articles, gathered.authority)
    return unsettled(resolved, [article.source.path for article, _ in gathered.articles], gathered.authority), gathered.faults
