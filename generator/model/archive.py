"""The whole archive: every article with its facts, its address and its units."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import ArchiveError
from generator.model.article import Article
from generator.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation of the archive. ``id`` is its address: ASCII, unique in the archive."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the archive. ``slug`` is its address: ASCII, unique. ``units`` are its hosts, first the main one."""

    slug: str
    article: Article
    facts: Facts
    units: tuple[Unit, ...]

    @property
    def date(self) -> str | None:
        """When it happened, or else when it was published: ISO 8601, cut short where less is known."""
        event = self.facts.event
        return (event.date if event else None) or (self.article.published or "")[:10] or None


@dataclass(frozen=True, slots=True)
class Archive:
    """All entries, newest first (ties by slug). ``faults`` tells of the articles that were left out, and why."""

    entries: tuple[Entry, ...]
    faults: tuple[ArchiveError, ...] = ()
