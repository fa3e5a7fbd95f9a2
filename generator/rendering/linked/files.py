"""Every file for machines and for citing: ``{path below docs/: bytes}``. What is of one article is in files of many."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Archive, Entry
from generator.model.settings import SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.linked import citations, feeds, web_annotations
from generator.rendering.linked.redirects import redirect_files
from generator.rendering.parts.files.shards import OnDemand, compact_json, places, sharded_json
from generator.rendering.parts.provenance import reports
from generator.rendering.words.speaking import speaking

_MOST_TEXT = 160_000  #: bytes of one file of archived texts, before it is packed to about a third
_MOST_REPORTS = 400_000  #: and of reports, packed to about a tenth


def linked_files(archive: Archive, settings: SiteSettings) -> dict[str, bytes]:
    """Return every file of :func:`each_linked_file`."""
    return dict(each_linked_file(archive, settings))


def each_linked_file(archive: Archive, settings: SiteSettings, keeping: Keeping = NOTHING_KEPT) -> Iterator[tuple[str, bytes]]:
    """Yield citations, annotations, archived text and reports of each article, the feeds, the redirects, by path below docs/. Depends on
    nothing but ``archive`` and ``settings``; ``keeping`` has what the last run made of the same."""
    with speaking(settings):
        for files in _files(archive, settings, keeping):
            yield from files.items()


def _files(archive: Archive, settings: SiteSettings, keeping: Keeping) -> Iterator[Mapping[str, bytes]]:
    slugs = [entry.slug for entry in archive.entries]
    cited = keeping.made("citation", partial(_cited, settings), archive.entries, keeping.once)
    yield citations.citation_files(list(cited))
    texts = OnDemand(slugs, lambda slug: compact_json(clean(archive.by_slug[slug].article.text)))  # as :func:`archived_text`
    yield sharded_json(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT, keeping, lambda slug: ("text", keeping.once(archive.by_slug[slug])))
    at = places(web_annotations.TEXT_FOLDER, texts, _MOST_TEXT)
    pieces = [(entry, at[entry.slug]) for entry in archive.entries]
    noted = keeping.made("annotations", partial(_noted, settings), pieces, lambda piece: (keeping.once(piece[0]), piece[1]))
    yield web_annotations.annotation_files(dict(zip(slugs, noted, strict=True)), settings, keeping)
    if settings.issue_tracker:
        filled = keeping.made("fact reports", partial(_filled, settings), archive.entries, keeping.once)
        of = dict(zip(slugs, filled, strict=True))
        made = OnDemand(slugs, lambda slug: zlib.decompress(of[slug][1]).decode(), {slug: size for slug, (size, _) in of.items()})
        yield sharded_json(reports.FOLDER, made, _MOST_REPORTS, keeping, lambda slug: of[slug])
        del of
    every = list(feeds.feeds(archive, settings).values())
    atoms = keeping.made("feed", partial(_atom, settings), every, partial(_of_feed, keeping))
    yield {f"{feeds.FOLDER}/{feed.name}.xml": atom for feed, atom in zip(every, atoms, strict=True)}
    yield redirect_files(archive, settings)


def _page(entry: Entry) -> str:
    return f"bai/{entry.slug}.md"


def _cited(settings: SiteSettings, entry: Entry) -> citations.Citation:
    return citations.citation(entry, _page(entry), settings)


def _noted(settings: SiteSettings, piece: tuple[Entry, str]) -> web_annotations.Annotations:
    entry, kept = piece
    return web_annotations.article_annotations(entry, _page(entry), settings, kept)


def _filled(settings: SiteSettings, entry: Entry) -> tuple[int, bytes]:
    """Return the reports of ``entry`` as JSON, packed by zlib, and their size: those of all articles are as large as all texts."""
    made = compact_json(reports.fact_reports(settings, _page(entry), entry)).encode()
    return len(made), zlib.compress(made, level=1)


def _atom(settings: SiteSettings, feed: feeds.Feed) -> bytes:
    return feeds.atom(feed, settings).encode()


def _of_feed(keeping: Keeping, feed: feeds.Feed) -> object:
    return feed.name, feed.title, feed.page, [keeping.once(entry) for entry in feed.entries]
