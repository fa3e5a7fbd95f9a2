"""The whole archive: every article with its facts, its address and its unit."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Archive:
    """All entries, newest event first (ties by slug)."""

    entries: tuple[Entry, ...]
