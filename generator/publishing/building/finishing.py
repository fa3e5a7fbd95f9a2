"""Final steps on a built site, whichever program built it: the index of the search, the content security policy, and robots.txt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.cache.keeping import Keeping
from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.page_policy import NO_ADDITIONS, Additions
from generator.publishing.building.page_frame import finish_frames
from generator.publishing.search.index import index_pages, index_site
from generator.publishing.search.pages import SearchPage


def finish(site: Path, allowed: Additions = NO_ADDITIONS) -> int:
    """Index the pages below ``site`` for the search, put the content security policy into each (with what the owner ``allowed``
    besides), write ``robots.txt`` unless the archive has one of its own, and give the number of pages.

    Raises what :func:`~generator.publishing.search.index.index_site` raises, and PublishingError when the disk refuses.
    """
    pages = index_site(site)
    finish_frames(site, allowed)
    _add_robots(site)
    return pages


def finish_pages(site: Path, pages: Sequence[SearchPage], keeping: Keeping) -> None:
    """As :func:`finish`, for a site whose pages have their policy already: index ``pages``, which are sorted by address."""
    index_pages(site, pages, keeping)
    _add_robots(site)


def _add_robots(site: Path) -> None:
    robots = site / "robots.txt"
    try:
        if not robots.exists() and not robots.is_symlink():  # through a link that leads nowhere it would be written elsewhere
            robots.write_text(_robots(site), encoding="utf-8", newline="\n")
    except OSError as error:
        raise PublishingError(message("disk.unwritable", reason=refusal(error)), path=robots, fix=message("disk.fix.unwritable")) from error


def _robots(site: Path) -> str:
    """Everything may be read; if the site has an address, which its home page states, the site map is named too."""
    home = site / "index.html"
    canonical = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]") if home.is_file() else None
    address = canonical.attributes.get("href") if canonical else None
    sitemap = f"\nSitemap: {address.rstrip('/')}/sitemap.xml\n" if address and (site / "sitemap.xml").is_file() else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
