"""The whole flow: a folder of articles becomes a site. Read this first.

    seeds/*  ──read──▶ Article ──extract──▶ Facts ──apply──▶ Facts corrected   one article at a time, pure
             ──assemble──▶ Archive      all of them: copies merged, addresses given, units resolved, events, ledger, review
             ──render──▶ {path: text}, {path: data} ──write──▶ docs/   pages and tables, then the one place that writes them
             ──mkdocs build──▶ site/ ──index──▶ site/search/

Each arrow is one call, those of the first two lines in :mod:`generator.gathering` and the others below; imports run the same way, never
back. Read-only commands, such as ``kyyeu review``, are in :mod:`generator.inspection`. A file that cannot become a page is an error in the
report, and the others go on; an error in the authority file or a correction stops the run before anything is written, because no page may
state known errors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.cache.keeping import Keeping
from generator.cache.program import program
from generator.cache.store import opened
from generator.errors import KyYeuError
from generator.gathering import gather, put_together
from generator.model.archive import Archive
from generator.publishing.archive_folder.configuration import configuration, site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder, root_of
from generator.publishing.archive_folder.links import check_pages
from generator.publishing.archive_folder.page_policy import additions
from generator.publishing.building import site
from generator.publishing.building.finishing import finish
from generator.publishing.building.stylesheet import stylesheet
from generator.publishing.building.unchanged import now, remember, unchanged
from generator.publishing.safe_changes.staging import exclusively, working
from generator.publishing.writing.addressing import Addressing
from generator.publishing.writing.renaming import with_renamed
from generator.publishing.writing.writer import write
from generator.readings import Track
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.handouts.files import Handouts
from generator.rendering.linked.files import linked_files
from generator.rendering.site import render
from generator.rendering.words.files import word_files


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
    gathered = gather(folder, track)
    redirects, renames = with_renamed(folder, gathered.texts, gathered.unread, gathered.redirects)
    gathered = replace(gathered, redirects=redirects)
    with opened(folder.root) as store:
        keeping = Keeping(store, program(), settings)

        def rendered(archive: Archive) -> tuple[dict[str, str], dict[str, bytes]]:
            portions = Portions(Data(archive, settings))
            files = data_files(portions, keeping) | dict(Handouts(portions, keeping).files) | linked_files(archive, settings, keeping)
            return render(archive, settings, portions, keeping), files

        made, errors = put_together(gathered, rendered)
        keeping.finish()
    if made is None:
        return Report(0, errors)
    archive, (pages, data) = made
    written = write(folder, pages, data | word_files(settings) | stylesheet(folder), Addressing.of(folder))
    facts = sum(entry.facts.count for entry in archive.entries)
    return Report(len(archive.entries), errors, (*renames, *written.notes), len(pages), written.changed, facts)


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
    report = convert(folder, track)
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
    """Serve the site at ``address`` (host:port) until interrupted; every change is converted and shown.

    Raises PublishingError when the address is taken or the first build fails.
    """
    site.serve(folder, address)
