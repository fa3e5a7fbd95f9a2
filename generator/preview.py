"""The pages of articles that were just edited, made of these articles alone: what is shown while the whole archive is built."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.gathering import gather
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.article_pages import article_pages
from generator.rendering.linked.feeds import feeds
from generator.rendering.parts.links.breadcrumbs import HOME
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.words.speaking import speaking


def preview(folder: ArchiveFolder, paths: Collection[Path]) -> Mapping[str, str]:
    """Return the pages, by path below docs/, of the articles in the files ``paths`` of ``folder``.

    They depend on these articles and on what a person stated, not on the other articles: what connects them with those (neighbours, events,
    records of persons) follows with the next conversion. They lead to pages that lie in docs/ alone. Where names or articles are hidden
    there are none, because copies of a hidden article are known only among all. Raises what :func:`~generator.gathering.gather` raises.
    """
    if folder.hidden.exists():
        return {}
    settings = site_settings(folder)
    gathered = gather(folder, only=frozenset(paths))
    if not gathered.articles:
        return {}
    archive, _ = replace(gathered, redirects=(), people=(), left_out=(), changes=()).assembled()
    with speaking(settings):
        feed = next((feed.name for feed in feeds(archive, settings).values() if feed.page == HOME), None)
        return dict(article_pages(archive, _PlacesInDocs(archive, folder.docs), settings, feed))


@dataclass(frozen=True)
class _PlacesInDocs(Places):
    """Places of an archive whose other pages are those that lie in ``docs``."""

    docs: Path

    @cached_property
    def with_page(self) -> frozenset[str]:
        return frozenset(unit for unit in super().with_page if (self.docs / "don-vi" / f"{unit}.md").is_file())

    def person(self, id: str) -> Value:
        """Return the person, with an address where ``docs`` has the page."""
        value = super().person(id)
        return value if (self.docs / "nguoi" / f"{id}.md").is_file() else Value(None, value.name)
