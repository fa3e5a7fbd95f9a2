"""The pages of the articles: each depends on its article and on the little that it shows of the others, and is kept by these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Archive, Entry
from generator.model.settings import SiteSettings
from generator.processes import fan_out
from generator.rendering.page_text import PageView, page_text, prepare
from generator.rendering.pages import hidden as hidden_pages
from generator.rendering.pages.article import NO_SURROUNDINGS, Surroundings, article_page
from generator.rendering.pages.decisions import decision_pages
from generator.rendering.parts.article_text.facts_in_order import facts_in_order
from generator.rendering.parts.files.search_facts import article_facts
from generator.rendering.parts.links.breadcrumbs import trail
from generator.rendering.parts.links.neighbours import Beside, neighbours
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.links.record_links import record_links
from generator.rendering.parts.lists.paging import Pager
from generator.rendering.words.speaking import say

ARTICLES = "bai"  #: the folder of the articles' pages
ARTICLES_INDEX = f"{ARTICLES}/index.md"


@dataclass(frozen=True, slots=True)
class _Piece:
    """All that the pages of an article depend on, but for the settings. ``feed`` is the archive's."""

    entry: Entry
    surroundings: Surroundings = NO_SURROUNDINGS
    provinces: tuple[str, ...] = ()
    beside: Beside = Beside()  # noqa: RUF009 (frozen)
    feed: str | None = None


def article_pages(
    archive: Archive, places: Places, settings: SiteSettings, feed: str | None = None, keeping: Keeping = NOTHING_KEPT
) -> Iterator[tuple[str, str]]:
    """Yield the pages of every article of ``archive``, and those of facts that are too many for one; ``feed`` is the archive's."""
    decisions, hidden, beside = decision_pages(archive), hidden_pages.names_hidden(archive), neighbours(archive)
    pieces = [
        _Piece(
            entry,
            Surroundings(
                decisions.get(entry.slug, {}),
                tuple(record_links(places, entry, fact) for _, fact in facts_in_order(entry)),
                hidden.get(entry.slug, ()),
            ),
            places.provinces(unit.id for unit in entry.units),
            beside[entry.slug],
            feed,
        )
        for entry in archive.entries
    ]
    by = partial(fan_out, prepare=prepare)
    for pages in keeping.made("pages of an article", partial(_pages, settings), pieces, partial(_depends, keeping), by):
        yield from pages.items()


def _depends(keeping: Keeping, piece: _Piece) -> object:
    return keeping.once(piece.entry), piece.surroundings, piece.provinces, piece.beside, piece.feed


def _pages(settings: SiteSettings, piece: _Piece) -> dict[str, str]:
    """Return the article's page, and those of the facts that are too many for it."""
    entry, beside = piece.entry, piece.beside
    path = f"{ARTICLES}/{entry.slug}.md"
    page = article_page(entry, path, settings, piece.surroundings)
    title, top = entry.article.title, (say("pages.articles"), ARTICLES_INDEX)
    near = Pager(tuple(neighbour.slug if neighbour else "" for neighbour in (beside.before, entry, beside.after)), 1)
    front = page.front | ({"feed": piece.feed} if piece.feed else {}) | beside_in_front(settings, ARTICLES, near)
    facts = article_facts(entry, piece.provinces)
    made = {path: PageView("article", front, trail(path, title, top), facts, [page.data], {"page": page, "beside": beside})}
    for of in page.facts[1:]:
        there, name = f"{ARTICLES}/{of.pager.address}.md", say("facts_pages.title", page=of.pager.at + 1)
        way = trail(there, name, top, (title, path))
        front = {"title": name, **beside_in_front(settings, ARTICLES, of.pager)}
        made[there] = PageView("further_facts", front, way, views={"page": page, "of": of, "title": name})
    return {place: page_text(view, settings) for place, view in made.items()}


def beside_in_front(settings: SiteSettings, folder: str, pager: Pager) -> dict[str, str]:
    """Return, for the front matter, the addresses, from the site's root, of the pages before and after in a list."""
    near = {"before": pager.before, "after": pager.after}
    return {name: page_address(replace(settings, site_url=None), f"{folder}/{address}.md") for name, address in near.items() if address}
