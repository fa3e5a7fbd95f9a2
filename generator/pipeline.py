"""The whole flow: a folder of articles becomes a site. Read this first.

    seeds/*  ──read──▶ Article ──extract──▶ Facts          one article at a time, pure
             ──assemble──▶ Archive                         all of them: units resolved, addresses given
             ──render──▶ {path: text} ──write──▶ docs/     views, then the only place that touches the disk
             ──mkdocs build──▶ site/

Each arrow is one call below, and imports run the same way, never back: this module knows every stage, a stage knows
only those before it. An article that cannot be read becomes a fault in the report, and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.record import record
from generator.publishing.folder import ArchiveFolder
from generator.reading import read
from generator.rendering.pages import render
from generator.resolution.archive import assemble

#: Hands on the files it is given, one by one, and may show how far it has come.
Track = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a conversion did: how many articles have a page, and what went wrong with the others."""

    articles: int
    faults: tuple[KyYeuError, ...]


def read_and_extract(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[tuple[Article, Facts] | KyYeuError]:
    """Each file's article with its facts, or the fault that stands in the way, in the order of ``paths``."""
    for path in track(paths):
        try:
            article = read(path, root)
            yield article, extract(article)
        except KyYeuError as fault:
            yield fault


def facts_of(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[dict[str, Any] | KyYeuError]:
    """What ``kyyeu extract`` prints for each file, or its fault; the source's path is relative to ``root``."""
    for one in read_and_extract(paths, root, track):
        yield one if isinstance(one, KyYeuError) else record(*one)


def convert(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Articles to Markdown pages and index pages. Raises KyYeuError when not one article can be read."""
    results = list(read_and_extract(folder.articles(), folder.root, track))
    faults = tuple(one for one in results if isinstance(one, KyYeuError))
    archive = assemble([one for one in results if not isinstance(one, KyYeuError)])
    write(folder, render(archive))
    return Report(len(archive.entries), faults)
