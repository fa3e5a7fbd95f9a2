"""Every file for machines and for citing: ``{path below docs/: bytes}``. What is of one article is in files of many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Archive, Entry
from generator.model.settings import SiteSettings
from generator.rendering.linked import citations, feeds, web_annotations
from generator.rendering.linked.redirects import redirect_files
from generator.rendering.parts import reports
from generator.rendering.parts.shards import compact_json, places, sharded_json
from generator.rendering.parts.source_line import archived_text
from generator.rendering.words.speaking import speaking

_MOST_TEXT = 160_000  #: bytes of one file of archived texts, before it is packed to about a third
_MOST_REPORTS = 400_000  #: and of reports, packed to about a tenth


@dataclass(frozen=True, slots=True)
class _OfArticle:
    """What the files hold of one article: ``reports`` as JSON."""

    citation: citations.Citation
    annotations: web_annotations.Annotations
    reports: str


def linked_files(archive: Archive, settings: SiteSettings, keeping: Keeping = NOTHING_KEPT) -> dict[str, bytes]:
    """Citations, annotations, archived text and reports of each article, the feeds, the redirects. Depends on nothing but ``archive`` and
    ``settings``; ``keeping`` has what the last run made of the same."""
    with speaking(settings):
        return _files(archive, settings, keeping)


def _files(archive: Archive, settings: SiteSettings, keeping: Keeping) -> dict[str, bytes]:
    texts = {entry.slug: compact_json(archived_text(entry.article).decode("utf-8")) for entry in archive.entries}
    kept = places(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT)
    pieces = [(entry, kept[entry.slug]) for entry in archive.entries]
    made = keeping.made("files of an article", partial(_of_article, settings), pieces, lambda piece: (keeping.once(piece[0]), piece[1]))
    of = {entry.slug: found for entry, found in zip(archive.entries, made, strict=True)}
    files = citations.citation_files([found.citation for found in of.values()])
    files |= sharded_json(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT, keeping)
    files |= web_annotations.annotation_files({slug: found.annotations for slug, found in of.items()}, settings, keeping)
    if settings.issue_tracker:
        files |= sharded_json(reports.FOLDER, {slug: found.reports for slug, found in of.items()}, _MOST_REPORTS, keeping)
    every = list(feeds.feeds(archive, settings).values())
    atoms = keeping.made("feed", partial(_atom, settings), every, partial(_of_feed, keeping))
    files |= {f"{feeds.FOLDER}/{feed.name}.xml": atom for feed, atom in zip(every, atoms, strict=True)}
    return files | redirect_files(archive, settings)


def _of_article(settings: SiteSettings, piece: tuple[Entry, str]) -> _OfArticle:
    entry, kept = piece
    path = f"bai/{entry.slug}.md"
    return _OfArticle(
        citations.citation(entry, path, settings),
        web_annotations.article_annotations(entry, path, settings, kept),
        compact_json(reports.fact_reports(settings, path, entry)),
    )


def _atom(settings: SiteSettings, feed: feeds.Feed) -> bytes:
    return feeds.atom(feed, settings).encode()


def _of_feed(keeping: Keeping, feed: feeds.Feed) -> object:
    return feed.name, feed.title, feed.page, [keeping.once(entry) for entry in feed.entries]
