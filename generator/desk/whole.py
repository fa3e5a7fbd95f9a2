"""What follows from all articles together: unknown organisations, items for review, totals. Computed aside, while pages show the last."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field

from generator.desk.checking.shelf import Judged, Shelf
from generator.errors import KyYeuError
from generator.gathering import Gathered, put_together
from generator.model.archive import Archive, LeftOut, ReviewItem
from generator.model.article import Source
from generator.model.check import Checked
from generator.model.correction import Correction
from generator.model.settings import SiteSettings
from generator.rendering.words.speaking import speaking
from generator.resolution.assembly import source_address
from generator.resolution.hiding.entries import read_hidden
from generator.resolution.hiding.hide import hide, without_hidden
from generator.resolution.people_proposals import Namesakes, namesakes
from generator.resolution.records.people_file import read_people
from generator.resolution.redirects import read_redirects
from generator.resolution.review.memory import read_reviews
from generator.resolution.units.authority import Authority, read_authority
from generator.resolution.units.proposals import Unsettled, unsettled


@dataclass(frozen=True, slots=True)
class Whole:
    """The archive as it is: ``found`` and ``namesakes`` are the units and persons about whom nobody has decided.

    ``stamp`` changes with every file of ``seeds/``; ``error`` is what keeps it from being put together.
    """

    stamp: int
    archive: Archive
    authority: Authority
    found: Unsettled
    error: KyYeuError | None = None
    namesakes: tuple[Namesakes, ...] = ()

    @property
    def review(self) -> tuple[ReviewItem, ...]:
        """The items about which nobody has decided."""
        return self.archive.review


@dataclass
class WholeArchive:
    """Puts the archive of ``shelf`` together whenever something has changed."""

    shelf: Shelf
    settings: SiteSettings
    _last: Whole | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def last(self) -> Whole | None:
        """Return the archive as it was put together last; None before the first time."""
        return self._last

    def is_fresh(self) -> bool:
        """Return whether nothing has changed since."""
        return self._last is not None and self._last.stamp == self.stamp()

    def now(self) -> Whole:
        """Return the archive as it is now, which may take seconds."""
        with self._lock:
            stamp = self.stamp()
            if self._last is None or self._last.stamp != stamp:
                self._last = self._made(stamp)
            return self._last

    def stamp(self) -> int:
        """Return a number that changes with every file below ``seeds/``."""
        seen = []
        for path in sorted(self.shelf.folder.seeds.rglob("*")):
            with contextlib.suppress(OSError):
                found = path.stat()
                if not any(part.startswith(".") for part in path.relative_to(self.shelf.folder.seeds).parts):
                    seen.append((str(path), found.st_mtime_ns if path.is_file() else 0, found.st_size if path.is_file() else 0))
        return hash(tuple(seen))

    def _made(self, stamp: int) -> Whole:
        folder = self.shelf.folder
        try:
            authority, reviews = read_authority(folder.units, again=True), read_reviews(folder.reviews, again=True)
            people, redirects = read_people(folder.people, again=True), read_redirects(folder.redirects)
            names = self.shelf.names()
            entries = read_hidden(folder.hidden, folder.articles(), folder.root)
        except KyYeuError as error:
            return Whole(stamp, Archive(()), Authority(), Unsettled((), ()), error)
        articles, corrections, checked = [], dict[str, tuple[Correction, ...]](), dict[str, Checked]()
        errors: list[KyYeuError] = []
        left_out: list[LeftOut] = []
        for name in names:
            try:
                judged = self.shelf.judged(name)
            except KeyError:  # it went meanwhile
                continue
            if not isinstance(judged, Judged):
                errors.append(judged)
                left_out.append(LeftOut(f"seeds/{name}", judged.line, judged.message, judged.fix))
                continue
            errors += judged.errors
            path = judged.article.source.path
            articles.append((judged.corrected.article, judged.confirmed.facts))
            if judged.corrected.applied:
                corrections[path] = judged.corrected.applied
            if judged.confirmed.whole:
                checked[path] = judged.confirmed.whole
        try:
            kept = hide(articles, corrections, left_out, entries, lambda path: source_address(Source(path, "", "")))
        except KyYeuError as error:
            return Whole(stamp, Archive(()), authority, Unsettled((), ()), error)
        gathered = Gathered(
            folder.root, kept.articles, authority, kept.corrections, tuple(errors), redirects, people=without_hidden(people, entries),
            hidden=kept.hidden, checked=checked, reviews=reviews,
        )  # fmt: skip

        def settled(archive: Archive) -> tuple[Unsettled, tuple[Namesakes, ...]]:
            names = {entry.article.source.path: entry.names for entry in archive.entries}
            return unsettled(names, archive.units, authority), namesakes(archive)

        try:
            with speaking(self.settings):
                made, _ = put_together(gathered, settled)
        except KyYeuError as error:
            return Whole(stamp, Archive(()), authority, Unsettled((), ()), error)
        if made is None:
            return Whole(stamp, Archive(()), authority, Unsettled((), ()))
        archive, (found, people_found) = made
        return Whole(stamp, archive, authority, found, namesakes=people_found)
