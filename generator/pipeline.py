"""The whole flow: a folder of articles becomes a site. Read this first.

    seeds/*  ──read──▶ Article ──extract──▶ Facts ──apply──▶ Facts corrected   one article at a time, pure
             ──assemble──▶ Archive      all of them: copies merged, addresses given, units resolved, events, ledger, review
             ──render──▶ (path, text)…, (path, data)… ──write──▶ docs/   pages and tables, one by one, then the one place that writes them
             ──mkdocs build──▶ site/ ──index──▶ site/search/

Each arrow is one call, those of the first two lines in :mod:`generator.gathering` and the others below; imports run the same way, never
back. Read-only commands, such as ``kyyeu review``, are in :mod:`generator.inspection`. A file that cannot become a page is an error in the
report, and the others go on; an error in the authority file or a correction stops the run before anything is written, because no page may
state known errors.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator.cache.keeping import Keeping
from generator.cache.program import program
from generator.cache.store import opened
from generator.errors import KyYeuError
from generator.gathering import gather, put_together
from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.preview import preview
from generator.processes import apart
from generator.publishing.archive_folder.configuration import configuration, site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder, root_of
from generator.publishing.archive_folder.links import check_pages
from generator.publishing.archive_folder.page_policy import additions
from generator.publishing.building import site
from generator.publishing.building.finishing import finish
from generator.publishing.building.stylesheet import stylesheet
from generator.publishing.building.unchanged import now, remember, unchanged
from generator.publishing.safe_changes.lock import FOLDER
from generator.publishing.safe_changes.staging import exclusively, working
from generator.publishing.writing.addressing import Addressing
from generator.publishing.writing.renaming import with_renamed
from generator.publishing.writing.spool import Spool
from generator.publishing.writing.writer import write
from generator.publishing.writing.written_before import WrittenBefore
from generator.readings import Track
from generator.rendering.exports.files import each_data_file
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.handouts.files import Handouts
from generator.rendering.linked.files import each_linked_file
from generator.rendering.site import each_page
from generator.rendering.words.files import word_files

_OBJECTS = 50_000  #: made since the last look for circles


@dataclass(frozen=True, slots=True)
class Report:
    """Result of a conversion: number of ``articles`` with a page, ``errors`` of the others, ``notes`` on user files that it left alone,
    each with the fix; numbers of generated ``pages``, of ``changed`` pages and files, and of ``facts``; whether nothing was to do
    (``unchanged``)."""

    articles: int
    errors: tuple[KyYeuError, ...]
    notes: tuple[KyYeuError, ...] = ()
    pages: int = 0
    changed: int = 0
    facts: int = 0
    unchanged: bool = False


@exclusively
def convert(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Convert articles to Markdown pages and index pages. If none can be read, the last pages stay.

    Raises what :func:`gather` raises, ConfigurationError for links in ``docs/`` that cannot be followed, and PublishingError when a page
    cannot be written, or a person's work would be lost or left out; then too the last pages stay.
    """
    check_pages(folder)
    settings = site_settings(folder)
    with _seldom_collecting():
        return _converted(folder, settings, track)


def _converted(folder: ArchiveFolder, settings: SiteSettings, track: Track) -> Report:
    gathered = gather(folder, track)
    redirects, renames = with_renamed(folder, gathered.texts, gathered.unread, gathered.redirects)
    gathered = replace(gathered, redirects=redirects)
    with opened(folder.root) as store:
        keeping = Keeping(store, program(), settings)

        def rendered(archive: Archive) -> tuple[Spool, Spool]:
            portions, pages, data = Portions(Data(archive, settings)), Spool(folder.root / FOLDER), Spool(folder.root / FOLDER)
            reports = Handouts(portions, keeping).each_file()
            for path, content in chain(each_data_file(portions, keeping), reports, each_linked_file(archive, settings, keeping)):
                data.put(path, content)
            for path, text in each_page(archive, settings, portions, keeping):
                pages.put(path, text)
            return pages, data

        made, errors = put_together(gathered, rendered, keeping)
        keeping.finish()
    if made is None:
        return Report(0, errors)
    archive, (pages, data) = made
    for path, content in (word_files(settings) | stylesheet(folder)).items():
        data.put(path, content)
    with opened(folder.root) as store:
        written = write(folder, pages, data, Addressing.of(folder), WrittenBefore(store, folder.docs))
    facts = sum(entry.facts.count for entry in archive.entries)
    return Report(len(archive.entries), errors, (*renames, *written.notes), len(pages), written.changed, facts)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look seldom for circles of objects that nothing needs: a conversion makes millions of objects, and hardly any circle."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@exclusively
def build(folder: ArchiveFolder, track: Track = iter) -> Report:
    """Convert and build the site; where nothing has changed since the last build, leave it as it is. If no article can be read, the last
    site stays.

    Raises what :func:`convert` raises, and PublishingError when MkDocs finds an error; then too the last site stays.
    """
    with opened(folder.root) as store:
        began, kept = now(), unchanged(folder, store)
        if kept is not None:
            return Report(kept["articles"], (), pages=kept["pages"], facts=kept["facts"], unchanged=True)
    report = apart(partial(convert, folder, track))  # MkDocs begins with nothing of the archive in memory
    if report.articles and site.build(folder) and not (report.errors or report.notes):
        with opened(folder.root) as store:
            remember(folder, store, began, {"articles": report.articles, "pages": report.pages, "facts": report.facts})
    return report


def index(site_folder: Path, folder: ArchiveFolder | None = None) -> int:
    """Index the built pages in ``site_folder`` for the search, add the content security policy of ``folder``, and return their number; the
    hook does this after every build.

    Raises PublishingError for a folder without pages, or on an error of the disk, and ConfigurationError for invalid settings.
    """
    settings = configuration(folder) if folder is not None and folder.configuration.is_file() else {}
    allowed = additions(settings.get("extra"), folder.configuration if folder else None)
    with working(root_of(site_folder)):
        return finish(site_folder, allowed)


def serve(folder: ArchiveFolder, address: str) -> None:
    """Serve the site at ``address`` (host:port) until interrupted; every change is converted and shown, the edited article first.

    Raises PublishingError when the address is taken or the first build fails.
    """
    site.serve(folder, address, partial(preview, folder))
