"""What an archive remembers of feeds and sitemaps (``seeds/feeds.yml``), so that only what is new since last time is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from generator.errors import AddingError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace
from generator.publishing.safe_changes.staging import exclusively
from generator.reading.files import contents_if_any
from generator.yaml_documents import YamlError, load

_HEAD = "# Feeds and sitemaps that articles were taken from, and which of their addresses are done. Written by `kyyeu add`.\n"


@dataclass(frozen=True, slots=True)
class Feeds:
    """The addresses that are done, by the address of their feed or sitemap."""

    done: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, folder: ArchiveFolder) -> Feeds:
        """Read what is remembered. Raises AddingError for a file that is damaged."""
        path = folder.feeds
        data = contents_if_any(path, AddingError)
        if data is None:
            return cls({})
        try:
            rows = load(data)
        except YamlError as error:
            raise AddingError.of_yaml(error, path) from error
        if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("feed"), str) for row in rows):
            raise AddingError(message("adding.feeds_broken"), path=path, fix=message("adding.fix.feeds_broken"))
        return cls({row["feed"]: frozenset(map(str, row.get("done") or ())) for row in rows})

    def with_done(self, feed: str, addresses: Iterable[str]) -> Feeds:
        """Return the same with ``addresses`` done of ``feed``, and no others: what a feed lists no more does not come again."""
        return Feeds({**self.done, feed: frozenset(addresses)})


@exclusively
def remember(folder: ArchiveFolder, feed: str, addresses: Iterable[str]) -> None:
    """Write that ``addresses`` of ``feed`` are done. Raises AddingError for a damaged file, PublishingError when the disk refuses."""
    feeds = Feeds.of(folder).with_done(feed, addresses)
    rows = [{"feed": address, "done": sorted(done)} for address, done in sorted(feeds.done.items())]
    replace(folder.feeds, (_HEAD + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000)).encode(), folder.root)
