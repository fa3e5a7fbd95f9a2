"""The addresses that pages and files have on the site."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

from generator.model.settings import SiteSettings


def page_address(settings: SiteSettings, path: str) -> str:
    """Return the address of the page or file at ``path`` below docs/; from the site's root where the site has no address of its own."""
    return (settings.site_url or "") + _place(settings, path)


def address_from(settings: SiteSettings, path: str, at: str) -> str:
    """Return the address of ``path`` for use in the page or file ``at`` (both below docs/): absolute, or relative without ``site_url``."""
    if settings.site_url:
        return page_address(settings, path)
    here, there = _place(settings, at), _place(settings, path)
    relative = posixpath.relpath(there or ".", posixpath.dirname(here) or ".")
    return f"{relative}/" if not there or there.endswith("/") else relative


def _place(settings: SiteSettings, path: str) -> str:
    if not path.endswith(".md"):
        return path
    place = path.removesuffix(".md")
    if not settings.directory_urls:
        return f"{place}.html"
    return place.removesuffix("index") if PurePosixPath(place).name == "index" else f"{place}/"
