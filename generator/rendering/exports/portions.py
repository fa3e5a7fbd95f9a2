"""The rows that a page of an index is about, to download: few of them as records of a shared file, many as a file of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, Row, Table, tables
from generator.rendering.parts.records.index_values import entries_by_form, entries_by_year
from generator.resolution.addresses import UNKNOWN

#: Of each folder of pages: the table that its files hold; a file of another has the table's name at its end.
_MAIN = {"don-vi": "awards", "nam": "articles", "hinh-thuc": "awards", "khen-thuong": "awards", "su-kien": "awards",
         "xep-loai": "ratings", "van-ban": "documents", "nguoi": "people"}  # fmt: skip
MANY = 300  #: rows that are worth a file; about 100 KB
RECORDS = f"{FOLDER}/bang"  #: the folder of the records


@dataclass(frozen=True, slots=True)
class Portion:
    """Rows of a table: the whole one, or those of ``page`` (``don-vi/x``, with the table's name behind it unless it is the main one)."""

    page: str | None
    table: Table
    rows: Sequence[Row]

    @property
    def key(self) -> str | None:
        """The key of its record in :data:`RECORDS`; None if it has a file."""
        return self.page if self.page and len(self.rows) < MANY else None

    @property
    def path(self) -> str:
        """The file below docs/ that holds the rows, or, without script, all of the table."""
        return f"{FOLDER}/{self.page if self.page and not self.key else self.table.file}.csv"


@dataclass(frozen=True)
class Portions:
    """Downloads of each page of ``data``."""

    data: Data

    def of(self, page: str) -> tuple[Portion, ...]:
        """Return the downloads of the page at ``page`` (below docs/); the pages of one list offer the same, an overview its whole table."""
        folder, _, stem = page.removesuffix(".md").partition("/")
        base = stem
        while base:
            if found := self._by_page.get(f"{folder}/{base}"):
                return tuple(found.values())
            base, several, _ = base.rpartition("--")
            if not several:
                break
        return self._wholes.get(folder, ()) if stem.split("--")[0] in ("index", "nhom") else ()

    @property
    def files(self) -> Mapping[str, Portion]:
        """All portions except whole tables, by page and table (``don-vi/x--xep-loai``)."""
        return {page: portion for of in self._by_page.values() for page, portion in of.items()}

    @cached_property
    def _wholes(self) -> Mapping[str, tuple[Portion, ...]]:
        return {folder: (Portion(None, table, self.data.rows[key]),) for key, table in tables().items() for folder in table.overviews}

    @cached_property
    def _by_page(self) -> Mapping[str, Mapping[str, Portion]]:
        found = _Gathered()
        with_page = self.data.places.index.persons_with_page
        for row in self.data.rows["awards"]:
            if not row["gift"]:
                _award(found, row, with_page)
        for row in self.data.rows["ratings"]:
            for unit in _several(row["hosts"]) or (UNKNOWN,):
                found.add("don-vi", unit, "ratings", row)
            found.add("xep-loai", row["level"], "ratings", row)
        for row in self.data.rows["figures"]:
            for unit in _several(row["hosts"]) or (UNKNOWN,):
                found.add("don-vi", unit, "figures", row)
        for row in self.data.rows["people"]:
            if row["person"] in with_page:
                found.add("nguoi", row["person"], "people", row)
        for row in self.data.rows["documents"]:
            found.add("van-ban", row["document"], "documents", row)
        self._articles(found)
        self._events(found)
        return found.by_page

    def _events(self, found: _Gathered) -> None:
        """Add the awards of each event, and the other facts of its articles, article by article."""
        of_row = {row: event.id for event in self.data.archive.events for row in event.rows}
        of_article = {slug: event.id for event in self.data.archive.events for slug in event.slugs}
        for row in self.data.rows["awards"]:
            if row["id"] in of_row and not row["gift"]:
                found.add("su-kien", of_row[str(row["id"])], "awards", row)
        for key, column in (("ratings", "article"), ("figures", "article"), ("people", "article"), ("articles", "id")):
            for row in self.data.rows[key]:
                if row[column] in of_article:
                    found.add("su-kien", of_article[str(row[column])], key, row)

    def _articles(self, found: _Gathered) -> None:
        """Add the articles of each unit and of each year, and those without an award."""
        rows = {row["id"]: row for row in self.data.rows["articles"]}
        for entry in self.data.archive.entries:
            for unit in dict.fromkeys(unit.id for unit in entry.units) or (UNKNOWN,):
                found.add("don-vi", unit, "articles", rows[entry.slug])
        for year, entries in entries_by_year(self.data.archive).items():
            for entry in entries:
                found.add("nam", year or UNKNOWN, "articles", rows[entry.slug])
        for entry in entries_by_form(self.data.archive).get(UNKNOWN, ()):
            found.add("hinh-thuc", UNKNOWN, "articles", rows[entry.slug])


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Portions by page, and by page and table, as rows are added to them."""

    by_page: dict[str, dict[str, Portion]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, folder: str, id: object, key: str, row: Row) -> None:
        """Add ``row`` to what the page ``id`` in ``folder`` offers of the table ``key``."""
        table = tables()[key]
        name = f"{folder}/{id}{'' if _MAIN[folder] == key else f'--{table.file}'}"
        self.rows.setdefault(name, []).append(row)
        self.offer(f"{folder}/{id}", name, Portion(name, table, self.rows[name]))

    def offer(self, page: str, name: str, portion: Portion) -> None:
        self.by_page.setdefault(page, {})[name] = portion


def _award(found: _Gathered, row: Row, with_page: frozenset[str]) -> None:
    parts = (*_several(row["hosts"]), *_several(row["recipients"]), *([row["granter"]] if row["granter"] else []))
    for unit in dict.fromkeys(parts):
        found.add("don-vi", unit, "awards", row)
    for person in _several(row["persons"]):
        if person in with_page:
            found.add("nguoi", person, "awards", row)
    if not row["hosts"]:
        found.add("don-vi", UNKNOWN, "awards", row)
    found.add("hinh-thuc", row["type"], "awards", row)
    for year in _several(row["years"]) or (UNKNOWN,):
        found.add("khen-thuong", year, "awards", row)
        for name, portion in tuple(found.by_page[f"khen-thuong/{year}"].items()):
            found.offer(f"nam/{year}", name, portion)
            found.offer(f"khen-thuong/bang-vang-{year}", name, portion)


def _several(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()
