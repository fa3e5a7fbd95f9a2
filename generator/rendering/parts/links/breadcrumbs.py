"""Breadcrumbs: the path to a page from the home page, for readers and, if the site has an address, for machines."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.settings import SiteSettings
from generator.rendering.parts.links.page_addresses import address_from
from generator.rendering.words.speaking import say

HOME = "index.md"  #: the home page, below docs/


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way; ``page`` is its path below docs/, None where it has none."""

    name: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Trail:
    """The way to the page at ``path`` (below docs/), called ``title``. ``crumbs`` lead to it, without the home page and itself."""

    path: str
    title: str
    crumbs: tuple[Crumb, ...] = ()

    def links(self) -> Iterator[tuple[str, str | None]]:
        """Yield every page on the way with its path from this one."""
        here = posixpath.dirname(self.path)
        for crumb in (Crumb(say("pages.home"), HOME), *self.crumbs):
            yield crumb.name, crumb.page and posixpath.relpath(crumb.page, here or ".")

    def data(self, settings: SiteSettings) -> dict[str, Any]:
        """Return the way as schema.org's BreadcrumbList, this page at its end."""
        way = [(settings.site_name, HOME), *((crumb.name, crumb.page) for crumb in self.crumbs if crumb.page), (self.title, self.path)]
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": address_from(settings, place, self.path)}
            for number, (name, place) in enumerate(way, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}


def trail(path: str, title: str, *crumbs: tuple[str, str | None]) -> Trail:
    """Return the way to ``path`` over ``crumbs``: names and paths below docs/."""
    return Trail(path, title, tuple(Crumb(*crumb) for crumb in crumbs))
