"""The Vietnamese words of the pages, from ``labels.yml``, and the tables that drive panels and index pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from generator.lexicon.load import lexicon


@dataclass(frozen=True, slots=True)
class FactKind:
    """A group of the fact panel. ``folded``: closed until the reader opens it."""

    key: str
    label: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class IndexKind:
    """A way into the archive: pages below ``folder``, one a value; ``unknown`` names the page of what tells no value, where such
    articles are listed. ``sums``: whether overviews count recipients too; ``main``: whether the home page leads there."""

    key: str
    folder: str
    label: str
    title: str
    lead: str
    unknown: str | None = None
    sums: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class ReviewKind:
    """A kind of item on the page of what needs review; ``lead`` tells what it is and what to make of it."""

    key: str
    label: str
    lead: str


@dataclass(frozen=True)
class Labels:
    """What ``labels.yml`` says. A lookup of an id that has no label gives the id with spaces, never an error."""

    table: Mapping[str, Any]

    @cached_property
    def facts(self) -> tuple[FactKind, ...]:
        return tuple(FactKind(**row) for row in self.table["facts"])

    @cached_property
    def indexes(self) -> tuple[IndexKind, ...]:
        return tuple(IndexKind(**row) for row in self.table["indexes"])

    @cached_property
    def reviews(self) -> tuple[ReviewKind, ...]:
        return tuple(ReviewKind(**row) for row in self.table["reviews"])

    @cached_property
    def gifts(self) -> frozenset[str]:
        return frozenset(self.table["gifts"])

    def of(self, table: str, id: str) -> str:
        """The label of ``id`` in ``table`` (award_types, kinds, levels, statuses, roles, aims, fields, article_fields)."""
        return str(self.table[table].get(id, id.replace("-", " ").replace("_", " ")))

    def order(self, table: str) -> Mapping[str, int]:
        """The place of each id in ``table``."""
        return {name: number for number, name in enumerate(self.table[table])}


@lru_cache(maxsize=1)
def labels() -> Labels:
    """The labels of the pages."""
    return Labels(yaml.safe_load((files("generator.rendering") / "labels.yml").read_text(encoding="utf-8")))


def document_kind(id: str) -> str:
    """The label of a kind of document, from the lexicon by which such documents are recognised."""
    entry = lexicon("document-kinds").by_id.get(id)
    return entry.label if entry else id.replace("-", " ").capitalize()
