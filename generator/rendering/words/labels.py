"""The names of what facts hold by id, and the tables that drive panels, index pages and the review; their words: ``words/*.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.model.archive import ReviewTopic
from generator.model.facts import GIFTS, FactKind
from generator.rendering.words.speaking import words
from generator.rendering.words.wordbook import Wordbook

#: What an article's panel shows, in this order; of each group whether it is closed until opened.
_FACTS = (
    (FactKind.EVENT, False),
    (FactKind.AWARDS, False),
    (FactKind.RATINGS, False),
    (FactKind.FIGURES, True),
    (FactKind.PEOPLE, True),
    (FactKind.UNITS, True),
    (FactKind.DOCUMENTS, True),
)
#: The ways into the archive: key, folder, whether overviews count recipients, whether the home page leads there.
_INDEXES = (
    ("unit", "don-vi", True, True),
    ("year", "nam", True, True),
    ("type", "hinh-thuc", True, True),
    ("rating", "xep-loai", False, False),
    ("document", "van-ban", False, False),
    ("person", "nguoi", False, False),
)


@dataclass(frozen=True, slots=True)
class FactGroup:
    """A group of the fact panel. ``folded``: closed until the reader opens it."""

    key: FactKind
    label: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class IndexKind:
    """A way into the archive: pages below ``folder``, one a value; ``unknown`` names the page of what states no value, where such articles
    are listed. ``sums``: whether overviews count recipients too; ``main``: whether the home page leads there."""

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
    """A kind of item on the page of what needs review; ``lead`` states what it is and what to make of it."""

    key: ReviewTopic
    label: str
    lead: str


@dataclass(frozen=True)
class Labels:
    """The tables in the words of one language. A lookup of an id that has no label gives the id with spaces, never an error."""

    book: Wordbook

    @cached_property
    def facts(self) -> tuple[FactGroup, ...]:
        return tuple(FactGroup(key, self.book.say(f"facts.{key}"), folded) for key, folded in _FACTS)

    @cached_property
    def indexes(self) -> tuple[IndexKind, ...]:
        return tuple(self._index(*row) for row in _INDEXES)

    @cached_property
    def reviews(self) -> tuple[ReviewKind, ...]:
        return tuple(ReviewKind(key, self.book.say(f"reviews.{key}.label"), self.book.say(f"reviews.{key}.lead")) for key in ReviewTopic)

    @property
    def gifts(self) -> frozenset[str]:
        """Handed over at ceremonies, but no award: recorded, in no total."""
        return GIFTS

    def of(self, table: str, id: str, n: float | None = None) -> str:
        """Return the label of ``id`` in ``table`` (award_types, kinds, levels, statuses, roles, aims, fields, article_fields …), in the
        plural form for ``n``."""
        return self.book.pattern(f"{table}.{id}", n) if self.has(table, id) else id.replace("-", " ").replace("_", " ")

    def has(self, table: str, id: str) -> bool:
        """Return whether ``table`` has a label for ``id``."""
        return self.book.has(f"{table}.{id}")

    def order(self, table: str) -> Mapping[str, int]:
        """Return the place of each id in ``table``."""
        if table not in self._orders:
            self._orders[table] = {name: number for number, name in enumerate(self.book.ids(table))}
        return self._orders[table]

    @cached_property
    def _orders(self) -> dict[str, Mapping[str, int]]:
        return {}

    def _index(self, key: str, folder: str, sums: bool, main: bool) -> IndexKind:
        label, title, lead = (self.book.say(f"indexes.{key}.{name}") for name in ("label", "title", "lead"))
        unknown = self.book.say(f"indexes.{key}.unknown") if self.book.has(f"indexes.{key}.unknown") else None
        return IndexKind(key, folder, label, title, lead, unknown, sums, main)


def labels() -> Labels:
    """Return the labels in the words of this build."""
    return _labels(words())


@lru_cache(maxsize=16)
def _labels(book: Wordbook) -> Labels:
    return Labels(book)


def document_kind(id: str) -> str:
    """Return the label of a kind of document."""
    return labels().of("document_kinds", id) if labels().has("document_kinds", id) else id.replace("-", " ").capitalize()
