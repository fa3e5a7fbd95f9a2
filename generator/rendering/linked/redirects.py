"""The page that an article leaves at its old address: plain HTML of its own, so that it is in no navigation, search or site map."""

from __future__ import annotations

import html

from generator.messages import fill
from generator.model.archive import Archive, Redirect
from generator.model.settings import SiteSettings
from generator.rendering.escaping import attribute
from generator.rendering.front_matter import MARK
from generator.rendering.missing_page import missing_title
from generator.rendering.page_addresses import address_from, page_address
from generator.rendering.words.speaking import words

_HEAD = f"<!doctype html>\n<!-- {MARK.removeprefix('# ')} -->\n"


def redirect_pages(archive: Archive, settings: SiteSettings) -> dict[str, str]:
    """A page for every redirect of ``archive``: path below docs/ → HTML."""
    return dict(_page(one, _title(archive, one.new), settings) for one in archive.redirects)


def _title(archive: Archive, slug: str) -> str:
    entry = archive.by_slug.get(slug)
    return missing_title(archive.missing[slug]) if entry is None else entry.article.title


def _page(one: Redirect, title: str, settings: SiteSettings) -> tuple[str, str]:
    path = f"bai/{one.old}/index.html" if settings.directory_urls else f"bai/{one.old}.html"
    new = f"bai/{one.new}.md"
    there = attribute(address_from(SiteSettings(directory_urls=settings.directory_urls), new, path))
    known = attribute(page_address(settings, new)) if settings.site_url else there
    moved = fill(html.escape(words().pattern("linked.moved")), {"link": f'<a href="{there}">{there}</a>'})
    return path, (
        f'{_HEAD}<html lang="{words().language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{attribute(title)}</title>\n<link rel="canonical" href="{known}">\n<meta http-equiv="refresh" content="0; url={there}">\n'
        '<meta name="robots" content="noindex">\n</head>\n<body data-search="off">\n'
        f"<h1>{attribute(title)}</h1>\n<p>{moved}</p>\n</body>\n</html>\n"
    )
