"""From the files of an archive's folder to articles with their facts, put right by a person's corrections: the first half of the flow.

One article at a time and pure up to here; :meth:`Gathered.assembled` then makes one archive of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.containment import contained, defect, named
from generator.errors import DefectError, KyYeuError, together
from generator.extraction.extract import extract
from generator.messages import message
from generator.model.archive import Archive, LeftOut, Redirect
from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.links import check_seeds
from generator.reading import read
from generator.resolution.assembly import article_address, assemble
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.files import address_of, read_corrections
from generator.resolution.redirects import read_redirects, with_redirects
from generator.resolution.units.authority import Authority, read_authority

#: Hands on the files it is given, one by one, and may show how far it has come.
Track = Callable[[Sequence[Path]], Iterable[Path]]
_Made = TypeVar("_Made")


def read_and_extract(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[tuple[Article, Facts] | KyYeuError]:
    """Each file's article with its facts, or what stands in the way, whatever it is, in the order of ``paths``."""
    for path in track(paths):
        yield contained(path, partial(_read_and_extract, path, root))


def _read_and_extract(path: Path, root: Path) -> tuple[Article, Facts]:
    article = read(path, root)
    return article, extract(article)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All articles of the archive in ``root`` with their facts put right; ``corrections`` by the source's path; ``errors`` are what
    stands in the way of the others, ``left_out`` the same for the archive's pages."""

    root: Path
    articles: tuple[tuple[Article, Facts], ...]
    authority: Authority
    corrections: Mapping[str, tuple[Correction, ...]]
    errors: tuple[KyYeuError, ...]
    redirects: tuple[Redirect, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each article by its address."""
        return {article_address(article): article.text for article, _ in self.articles}

    @property
    def unread(self) -> frozenset[str]:
        """The addresses of the articles that are left out."""
        return frozenset(one.slug for one in self.left_out if one.slug)

    def assembled(self) -> tuple[Archive, tuple[KyYeuError, ...]]:
        """What the articles are together, and the errors of those that have no place in it."""
        archive = replace(assemble(self.articles, self.authority, self.corrections), left_out=self.left_out)
        archive = with_redirects(archive, self.redirects, "seeds/redirects.yml")
        others = tuple(LeftOut(str(one.path), one.line, one.message, one.fix) for one in archive.errors)
        archive = replace(archive, left_out=(*archive.left_out, *others))
        return archive, tuple(_placed(error, self.root) for error in archive.errors)

    def without(self, failed: Mapping[str, KyYeuError]) -> Gathered:
        """The same without the articles that ``failed`` has an error for, by the source's path."""
        kept = tuple(one for one in self.articles if one[0].source.path not in failed)
        left_out = (_left_out(error, path, self.corrections.get(path, ())) for path, error in failed.items())
        errors = (_placed(error, self.root) for error in failed.values())
        return replace(self, articles=kept, errors=(*self.errors, *errors), left_out=(*self.left_out, *left_out))


def gather(folder: ArchiveFolder, track: Track = iter) -> Gathered:
    """Reads and extracts every article of ``folder`` and applies the corrections.

    Raises ConfigurationError without any article, where a folder cannot be looked into and for links in ``seeds/`` that cannot be
    followed, AuthorityError for an authority file that breaks its schema, RedirectError for redirects that do, and CorrectionError for
    corrections that cannot be read or no longer fit; all errors of these are told at once.
    """
    led_out = check_seeds(folder)
    authority, redirects = read_authority(folder.units), read_redirects(folder.redirects)
    paths = folder.articles()
    files = read_corrections(folder.root, folder.seeds, paths)
    stale: list[KyYeuError] = [_placed(error, folder.root) for error in files.errors]
    articles, errors, left_out, applied = [], [], [], {}
    reading = iter(read_and_extract([path for path in paths if path not in led_out], folder.root, track))
    for path in paths:
        one = led_out[path] if path in led_out else next(reading)
        own = files.by_article.get(path, ())
        corrected = one if isinstance(one, KyYeuError) else contained(path, partial(apply, *one, own))
        if isinstance(corrected, KyYeuError):
            errors.append(corrected)
            left_out.append(_left_out(corrected, path.relative_to(folder.root).as_posix(), own))
            continue
        stale += [_placed(error, folder.root) for error in corrected.errors]
        articles.append((corrected.article, corrected.facts))
        if corrected.applied:
            applied[corrected.article.source.path] = corrected.applied
    if stale:
        raise together([*stale, *errors])
    return Gathered(folder.root, tuple(articles), authority, applied, tuple(errors), redirects, tuple(left_out))


def put_together(gathered: Gathered, make: Callable[[Archive], _Made]) -> tuple[tuple[Archive, _Made] | None, tuple[KyYeuError, ...]]:
    """The archive of ``gathered`` with what ``make`` makes of it (None without one article), and the errors of what is left out.

    Should the program fail, each article is tried alone, and those on which it fails are left out. Raises DefectError when it fails on
    none of them alone: then no page is to be believed.
    """
    while gathered.articles:
        try:
            archive, errors = gathered.assembled()
            return (archive, make(archive)), (*gathered.errors, *errors)
        except KyYeuError:
            raise
        except Exception as error:
            failed = _failing(gathered, make)
            if not failed:
                reason, fix = message("left_out.stage_failed", error=named(error)), message("left_out.fix.stage_failed")
                raise DefectError(reason, path=gathered.root, fix=fix) from error
            gathered = gathered.without(failed)
    return None, gathered.errors


def _failing(gathered: Gathered, make: Callable[[Archive], object]) -> dict[str, KyYeuError]:
    """The articles on which the program fails when they are alone, and the error of each, by the source's path."""
    failed: dict[str, KyYeuError] = {}
    for one in gathered.articles:
        alone = replace(gathered, articles=(one,), redirects=(), left_out=(), errors=())
        path = one[0].source.path
        try:
            make(alone.assembled()[0])
        except KyYeuError:
            continue
        except Exception as error:  # noqa: BLE001 - the next tries tell whether it is this article's
            failed[path] = defect(error, Path(path))
    return failed


def _left_out(error: KyYeuError, path: str, corrections: tuple[Correction, ...]) -> LeftOut:
    """What the archive's pages tell of the article in the file ``path`` (from the archive's folder)."""
    below = PurePosixPath(*PurePosixPath(path).parts[1:])
    return LeftOut(path, error.line, error.message, error.fix, address_of(below) or None, corrections)


def _placed(error: KyYeuError, root: Path) -> KyYeuError:
    """The archive knows its files from its own folder; whoever reads the error may stand elsewhere."""
    if error.path is not None:
        error.path = root / error.path
    return error
