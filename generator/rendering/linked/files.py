"""Every file for machines and for citing: ``{path below docs/: bytes}``. What is of one article is in files of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.linked import citations, feeds, web_annotations
from generator.rendering.linked.redirects import redirect_files
from generator.rendering.parts import reports
from generator.rendering.parts.shards import places, sharded
from generator.rendering.words.speaking import speaking

_MOST_TEXT = 160_000  #: bytes of one file of archived texts, before it is packed to about a third
_MOST_REPORTS = 400_000  #: and of reports, packed to about a tenth


def linked_files(archive: Archive, settings: SiteSettings) -> dict[str, bytes]:
    """Return every file of :func:`each_linked_file`."""
    return dict(each_linked_file(archive, settings))


def each_linked_file(archive: Archive, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Yield citations, annotations, archived text and reports of each article, the feeds, the redirects, by path below docs/. Depends on
    nothing but its arguments."""
    with speaking(settings):
        for files in _files(archive, settings):
            yield from files.items()


def _files(archive: Archive, settings: SiteSettings) -> Iterator[Mapping[str, bytes]]:
    paths = {entry.slug: f"bai/{entry.slug}.md" for entry in archive.entries}
    yield citations.citation_files([citations.citation(entry, paths[entry.slug], settings) for entry in archive.entries])
    texts = {entry.slug: clean(entry.article.text) for entry in archive.entries}  # as :func:`archived_text`
    yield sharded(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT)
    at = places(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT)
    del texts
    yield web_annotations.annotation_files(archive, settings, at)
    if settings.issue_tracker:
        filled = {entry.slug: reports.fact_reports(settings, paths[entry.slug], entry) for entry in archive.entries}
        yield sharded(reports.FOLDER, filled, _MOST_REPORTS)
        del filled
    yield {f"{feeds.FOLDER}/{feed.name}.xml": feeds.atom(feed, settings).encode() for feed in feeds.feeds(archive, settings).values()}
    yield redirect_files(archive, settings)
