"""The list of all articles: a line each below the heading of its year, with ways to every year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.rendering.parts.lists.article_lines import Line, awards_line
from generator.rendering.parts.lists.paging import Pager, paged
from generator.rendering.words import wording
from generator.rendering.words.speaking import say

ROWS = 250  #: articles on one page: some 150 KB as HTML
_AWARDS = 2  #: how many awards a line shows


@dataclass(frozen=True, slots=True)
class YearOfArticles:
    """The articles of one year on a page. ``anchor`` is the heading's."""

    title: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A way to the heading of a year: the year's name, the page's address and the heading's anchor there."""

    name: str
    address: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """A page of the list; ``jumps`` lead to the years of all pages."""

    years: tuple[YearOfArticles, ...]
    jumps: tuple[Jump, ...]
    pager: Pager


def articles_pages(archive: Archive) -> Iterator[ArticlesPage]:
    """Yield the pages of the list, newest articles first."""
    portions = [(pager, _by_year(entries)) for pager, entries in paged(archive.entries, "index", ROWS)]
    jumps: dict[str, Jump] = {}
    for pager, years in portions:
        for year in years:
            jumps.setdefault(year.anchor, Jump(year.title, pager.address, year.anchor))
    for pager, years in portions:
        yield ArticlesPage(years, tuple(jumps.values()), pager)


def _by_year(entries: Sequence[Entry]) -> tuple[YearOfArticles, ...]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.date or "")[:4], []).append(entry)
    return tuple(
        YearOfArticles(
            wording.year_name(int(year)) if year else say("lists.undated"),
            f"nam-{year}" if year else "khong-ngay",
            tuple(awards_line(entry, most=_AWARDS) for entry in some),
        )
        for year, some in found.items()
    )
