"""First half of the flow: from the files of an archive's folder to articles with their corrected facts.

Up to here articles are processed one at a time, without side effects; :meth:`Gathered.assembled` makes one archive of all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.cache.store import Store, opened
from generator.containment import contained, defect, named
from generator.errors import DefectError, HiddenError, KyYeuError, together
from generator.messages import message
from generator.model.archive import Archive, Change, Hidden, LeftOut, Redirect
from generator.model.article import Article, Source
from generator.model.check import Check, Checked
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.model.person import PersonDecision
from generator.model.review_decision import ReviewDecision
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.links import check_seeds
from generator.readings import Track, read_and_extract
from generator.resolution.assembly import article_address, assemble, source_address
from generator.resolution.changes import read_changes
from generator.resolution.checks.entries import entries as check_entries
from generator.resolution.checks.matching import with_checks
from generator.resolution.corrections.apply import Corrected, apply
from generator.resolution.corrections.files import address_of, by_article, read_corrections
from generator.resolution.hiding.entries import read_hidden
from generator.resolution.hiding.hide import hide, without_hidden
from generator.resolution.records.people_file import read_people, with_people
from generator.resolution.redirects import read_redirects, with_redirects
from generator.resolution.review.memory import read_reviews, undecided
from generator.resolution.sources import read_sources
from generator.resolution.units.authority import Authority, read_authority

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All articles of the archive in ``root`` with their facts corrected; ``corrections`` by the source's path; ``errors`` are those of
    skipped files, ``left_out`` the same for the archive's pages; ``checked`` who confirmed a whole article, by the source's path;
    ``reviews`` what persons decided about items for review."""

    root: Path
    articles: tuple[tuple[Article, Facts], ...]
    authority: Authority
    corrections: Mapping[str, tuple[Correction, ...]]
    errors: tuple[KyYeuError, ...]
    redirects: tuple[Redirect, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    people: tuple[PersonDecision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    checked: Mapping[str, Checked] = field(default_factory=dict)
    reviews: tuple[ReviewDecision, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each article by its address."""
        return {article_address(article): article.text for article, _ in self.articles}

    @property
    def unread(self) -> frozenset[str]:
        """The addresses of skipped and of hidden articles."""
        hidden = (address for hiding in self.hidden if hiding.kind == "article" for address in hiding.addresses)
        return frozenset((*(omission.slug for omission in self.left_out if omission.slug), *hidden))

    def assembled(self, keeping: Keeping = NOTHING_KEPT) -> tuple[Archive, tuple[KyYeuError, ...]]:
        """Assemble the archive; also return the errors of articles that have no place in it. ``keeping`` has what the last run made."""
        archive = assemble(self.articles, self.authority, self.corrections, self.checked, keeping)
        review = undecided(archive.review, self.reviews)
        archive = replace(archive, left_out=self.left_out, hidden=self.hidden, changes=self.changes, review=review)
        archive = with_redirects(archive, self.redirects, "seeds/redirects.yml")
        archive = with_people(archive, self.people, "seeds/people.yml")
        others = tuple(LeftOut(str(error.path), error.line, error.message, error.fix) for error in archive.errors)
        archive = replace(archive, left_out=(*archive.left_out, *others))
        return archive, tuple(_placed(error, self.root) for error in archive.errors)

    def without(self, failed: Mapping[str, KyYeuError]) -> Gathered:
        """Return a copy without the articles in ``failed``, which maps source paths to errors."""
        kept = tuple(article for article in self.articles if article[0].source.path not in failed)
        left_out = (_left_out(error, path, self.corrections.get(path, ())) for path, error in failed.items())
        errors = (_placed(error, self.root) for error in failed.values())
        return replace(self, articles=kept, errors=(*self.errors, *errors), left_out=(*self.left_out, *left_out))


def gather(folder: ArchiveFolder, track: Track = iter, only: Collection[Path] | None = None) -> Gathered:
    """Read and extract every article of ``folder``, or those in the files ``only``, of which nothing is kept, and apply the corrections.

    Raises ConfigurationError without any article, for a folder that cannot be read and for links in ``seeds/`` that cannot be followed,
    AuthorityError (units, people), RedirectError, SourceError, HiddenError or ChangesError for files that break their schema, and
    CorrectionError for corrections, checks and decisions about reviews that cannot be read, and for corrections that no longer fit; all
    errors are reported at once.
    """
    led_out = check_seeds(folder)
    authority, people, redirects = read_authority(folder.units), read_people(folder.people), read_redirects(folder.redirects)
    reviews = read_reviews(folder.reviews)
    paths = folder.articles()
    sources = read_sources(folder.sources, paths, folder.root)
    entries, changes = read_hidden(folder.hidden, paths, folder.root), read_changes(folder.changes)
    chosen = paths if only is None else [path for path in paths if path in only]
    files = read_corrections(folder.root, folder.seeds, chosen)
    checks, unreadable = by_article(folder.root, folder.seeds, "checks", chosen, check_entries)
    wrong = (*files.errors, *unreadable) if only is None else ()  # those of other articles' files have no article then
    stale: list[KyYeuError] = [_placed(error, folder.root) for error in wrong]
    articles, errors, left_out, applied, checked = [], [], [], {}, {}
    readable = [path for path in chosen if path not in led_out]
    with opened(folder.root) if only is None else nullcontext(Store()) as store:
        reading = list(read_and_extract(readable, folder.root, track, sources, store))
    results = iter(reading)
    for path in chosen:
        result = led_out[path] if path in led_out else next(results)
        own = files.by_article.get(path, ())
        judged = result if isinstance(result, KyYeuError) else contained(path, partial(_judged, *result, own, checks.get(path, ())))
        if isinstance(judged, KyYeuError):
            errors.append(judged)
            left_out.append(_left_out(judged, path.relative_to(folder.root).as_posix(), own))
            continue
        corrected, whole = judged
        stale += [_placed(error, folder.root) for error in corrected.errors]
        articles.append((corrected.article, corrected.facts))
        if whole:
            checked[corrected.article.source.path] = whole
        if corrected.applied:
            applied[corrected.article.source.path] = corrected.applied
    if stale:
        raise together([*stale, *errors])
    try:
        kept = hide(articles, applied, left_out, entries, lambda path: source_address(Source(path, "", "")))
    except HiddenError as error:
        for result in error.errors:
            result.path = folder.hidden
        raise
    return Gathered(
        folder.root, kept.articles, authority, kept.corrections, tuple(errors), redirects, kept.left_out, without_hidden(people, entries),
        kept.hidden, checked, reviews, changes,
    )  # fmt: skip


def _judged(article: Article, facts: Facts, corrections: Sequence[Correction], checks: Sequence[Check]) -> tuple[Corrected, Checked | None]:
    """Return the article with what persons corrected and confirmed, and who confirmed the whole of it."""
    corrected = apply(article, facts, corrections)
    confirmed = with_checks(corrected.article, corrected.facts, checks)
    return replace(corrected, facts=confirmed.facts), confirmed.whole


def put_together(
    gathered: Gathered, make: Callable[[Archive], _Made], keeping: Keeping = NOTHING_KEPT
) -> tuple[tuple[Archive, _Made] | None, tuple[KyYeuError, ...]]:
    """Assemble the archive of ``gathered`` and call ``make`` with it; return both (None without articles) and the errors of skipped
    articles.

    If the program fails, try each article alone and skip those on which it fails. Raises DefectError if it fails on none of them alone,
    because then no page can be trusted.
    """
    while gathered.articles:
        try:
            archive, errors = gathered.assembled(keeping)
            return (archive, make(archive)), (*gathered.errors, *errors)
        except KyYeuError:
            raise
        except Exception as error:
            keeping.stop()
            failed = _failing(gathered, make)
            if not failed:
                reason, fix = message("left_out.stage_failed", error=named(error)), message("left_out.fix.stage_failed")
                raise DefectError(reason, path=gathered.root, fix=fix) from error
            gathered = gathered.without(failed)
    return None, gathered.errors


def _failing(gathered: Gathered, make: Callable[[Archive], object]) -> dict[str, KyYeuError]:
    """Return the errors of the articles on which the program fails even alone, by source path."""
    failed: dict[str, KyYeuError] = {}
    for article in gathered.articles:
        alone = replace(gathered, articles=(article,), redirects=(), left_out=(), errors=(), people=())
        path = article[0].source.path
        try:
            make(alone.assembled()[0])
        except KyYeuError:
            continue
        except Exception as error:  # noqa: BLE001 - further tries show whether it is this article's
            failed[path] = defect(error, Path(path))
    return failed


def _left_out(error: KyYeuError, path: str, corrections: tuple[Correction, ...]) -> LeftOut:
    """Describe, for the archive's pages, the skipped article in the file ``path`` (relative to the archive's folder)."""
    below = PurePosixPath(*PurePosixPath(path).parts[1:])
    return LeftOut(path, error.line, error.message, error.fix, address_of(below) or None, corrections)


def _placed(error: KyYeuError, root: Path) -> KyYeuError:
    """Make the path of ``error`` absolute: it is relative to the archive's folder ``root``, readers may be elsewhere."""
    if error.path is not None:
        error.path = root / error.path
    return error
