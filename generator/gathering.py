"""From the files of an archive's folder to articles with their facts, put right by a person's corrections: the first half of the flow.

One article at a time and pure up to here; :meth:`Gathered.assembled` then makes one archive of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import KyYeuError, together
from generator.extraction.extract import extract
from generator.model.archive import Archive, Redirect
from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.publishing.folder import ArchiveFolder
from generator.publishing.links import check_seeds
from generator.reading import read
from generator.resolution.archive import assemble
from generator.resolution.authority import Authority, read_authority
from generator.resolution.correction_files import read_corrections
from generator.resolution.corrections import apply
from generator.resolution.redirects import read_redirects, with_redirects

#: Hands on the files it is given, one by one, and may show how far it has come.
Track = Callable[[Sequence[Path]], Iterable[Path]]


def read_and_extract(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[tuple[Article, Facts] | KyYeuError]:
    """Each file's article with its facts, or what stands in the way, in the order of ``paths``."""
    for path in track(paths):
        try:
            article = read(path, root)
            yield article, extract(article)
        except KyYeuError as error:
            yield error


@dataclass(frozen=True, slots=True)
class Gathered:
    """All articles of the archive in ``root`` with their facts put right; ``corrections`` by the source's path; ``errors`` are what
    stands in the way of the others."""

    root: Path
    articles: tuple[tuple[Article, Facts], ...]
    authority: Authority
    corrections: Mapping[str, tuple[Correction, ...]]
    errors: tuple[KyYeuError, ...]
    redirects: tuple[Redirect, ...] = ()

    def assembled(self) -> tuple[Archive, tuple[KyYeuError, ...]]:
        """What the articles are together, and the errors of those that have no place in it."""
        archive = with_redirects(assemble(self.articles, self.authority, self.corrections), self.redirects, "seeds/redirects.yml")
        return archive, tuple(_placed(error, self.root) for error in archive.errors)


def gather(folder: ArchiveFolder, track: Track = iter) -> Gathered:
    """Reads and extracts every article of ``folder`` and applies the corrections.

    Raises ConfigurationError without any article and for links in ``seeds/`` that cannot be followed, AuthorityError for an authority
    file that breaks its schema, RedirectError for redirects that do, and CorrectionError for corrections that cannot be read or no
    longer fit; all errors of these are told at once.
    """
    led_out = check_seeds(folder)
    authority, redirects = read_authority(folder.units), read_redirects(folder.redirects)
    paths = folder.articles()
    inside = [path for path in paths if path not in led_out]
    files = read_corrections(folder.root, folder.seeds, paths)
    stale: list[KyYeuError] = [_placed(error, folder.root) for error in files.errors]
    articles, applied = [], {}
    errors: list[KyYeuError] = [*led_out.values()]
    for path, one in zip(inside, read_and_extract(inside, folder.root, track), strict=True):
        if isinstance(one, KyYeuError):
            errors.append(one)
            continue
        corrected = apply(*one, files.by_article.get(path, ()))
        stale += [_placed(error, folder.root) for error in corrected.errors]
        articles.append((corrected.article, corrected.facts))
        if corrected.applied:
            applied[corrected.article.source.path] = corrected.applied
    if stale:
        raise together([*stale, *errors])
    return Gathered(folder.root, tuple(articles), authority, applied, tuple(errors), redirects)


def _placed(error: KyYeuError, root: Path) -> KyYeuError:
    """The archive knows its files from its own folder; whoever reads the error may stand elsewhere."""
    if error.path is not None:
        error.path = root / error.path
    return error
