"""One run of adding: sources are taken one after another, each article is written before the next, and no error stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.adding.accepting import accept
from generator.adding.feeds import Feeds, remember
from generator.adding.fetched import Fetched
from generator.adding.known import Duplicate, Known, address_key
from generator.adding.listings import Listing, listing_of
from generator.adding.proposals import Changes, Proposal, propose
from generator.adding.unpacking import can_be_read, found_in
from generator.adding.web.addresses import is_address
from generator.adding.web.client import Web
from generator.containment import contained
from generator.errors import AddingError, KyYeuError, ReadingError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder

_MOST_MAPS = 200  #: sitemaps of one index


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article or source, ``shown`` as a message names it: one of ``proposal`` (``added`` unless it was only asked),
    ``duplicate``, ``error``; none of them for a file that cannot hold an article."""

    shown: str
    proposal: Proposal | None = None
    added: bool = False
    duplicate: Duplicate | None = None
    error: KyYeuError | None = None


@dataclass
class Adding:
    """A run on the archive in ``folder``. ``dry`` only reports what would be added; ``ocr`` reads scans where Tesseract is installed;
    ``encoding`` is that of text files, which are recognised where it is None."""

    folder: ArchiveFolder
    web: Web
    known: Known
    dry: bool = False
    ocr: bool = False
    encoding: str | None = None
    below: str = ""
    _taken: list[str] = field(default_factory=list)

    def outcomes(self, given: Iterable[str], here: Path) -> Iterator[Outcome]:
        """Yield what becomes of each source of ``given``: addresses, and paths relative to ``here``."""
        for source in given:
            if is_address(source):
                yield from self._address(source.strip())
                continue
            path = here / source
            if not path.exists() and not path.is_symlink():
                yield Outcome(source, error=AddingError(message("left_out.absent"), path=source, fix=message("adding.fix.absent")))
                continue
            yield from self._path(path)

    def _path(self, path: Path) -> Iterator[Outcome]:
        named = not path.is_dir()
        for found in found_in(path):
            if isinstance(found, KyYeuError):
                yield Outcome(str(found.path or path), error=found)
            elif isinstance(found, str):
                yield from self._address(found)
            elif not can_be_read(found.name) and not (named and not found.within):
                yield Outcome(found.shown)
            else:
                yield self.article(found)

    def _address(self, address: str) -> Iterator[Outcome]:
        """Fetch one address, which may turn out to be a feed or sitemap."""
        outcome, listing = self._page(address)
        if listing is None:
            yield outcome
        else:
            yield from self._listing(address, listing)

    def _page(self, address: str) -> tuple[Outcome, Listing | None]:
        duplicate = self.known.address(address)
        if duplicate is not None:
            return Outcome(address, duplicate=duplicate), None
        try:
            fetched = self.web.get(address)
        except AddingError as error:
            error.path = address
            return Outcome(address, error=error), None
        listing = listing_of(fetched)
        return (Outcome(address), listing) if listing is not None else (self.article(fetched), None)

    def _listing(self, feed: str, listing: Listing) -> Iterator[Outcome]:
        """Take what a feed or sitemap lists that is not done; what failed is tried again the next time."""
        done_before = {address_key(address) for address in Feeds.of(self.folder).done.get(feed, ())}
        addresses, errors = list(listing.addresses), []
        for number, place in enumerate(listing.maps):
            if number >= _MOST_MAPS:
                errors.append(Outcome(place, error=AddingError(message("adding.many_maps", n=_MOST_MAPS), path=feed)))
                break
            try:
                inner = listing_of(self.web.get(place))
            except AddingError as error:
                errors.append(Outcome(place, error=error))
                continue
            addresses += inner.addresses if inner is not None else ()
        yield from errors
        done: list[str] = [address for address in addresses if address_key(address) in done_before]
        try:
            for address in dict.fromkeys(addresses):
                if address_key(address) in done_before:
                    continue
                outcome, inner = self._page(address)
                if inner is not None:
                    continue  # a feed in a feed
                if outcome.error is None:
                    done.append(address)
                yield outcome
        finally:
            if not self.dry:
                remember(self.folder, feed, done)

    def article(self, fetched: Fetched) -> Outcome:
        """Return what becomes of one article that was fetched: it is written unless it is there already, damaged, or the run is dry."""
        changes = Changes(folder=self.below, encoding=self.encoding, ocr=self.ocr)
        made = contained(Path(fetched.shown), lambda: propose(fetched, self.known, changes, self._taken))
        if isinstance(made, KyYeuError):
            made.path = fetched.shown
            return Outcome(fetched.shown, error=made)
        if made.duplicates:
            return Outcome(fetched.shown, made, duplicate=made.duplicates[0])
        if made.damage is not None:
            return Outcome(fetched.shown, error=ReadingError(made.damage, path=fetched.shown, fix=message("damage.fix.encoding")))
        self._taken.append(made.place)
        if self.dry:
            self.known.note(made.place, made.article)
            return Outcome(fetched.shown, made)
        try:
            accept(self.folder, [made], self.known)
        except KyYeuError as error:
            return Outcome(fetched.shown, error=error)
        return Outcome(fetched.shown, made, added=True)
