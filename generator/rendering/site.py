"""An archive as pages: ``{path below docs/: Markdown}``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Archive
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.processes import fan_out
from generator.rendering.article_pages import ARTICLES, ARTICLES_INDEX, article_pages, beside_in_front
from generator.rendering.exports.files import DATABASE
from generator.rendering.exports.package import NAME as DESCRIPTION
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER as DATA
from generator.rendering.exports.tables import tables
from generator.rendering.exports.versions import SCHEMA, licence_of, version
from generator.rendering.handouts.files import Handouts
from generator.rendering.linked.feeds import feeds
from generator.rendering.page_text import Download, Foot, PageView, keep_templates, page_text, prepare
from generator.rendering.pages import hidden as hidden_pages
from generator.rendering.pages import ledger as ledger_pages
from generator.rendering.pages.article_index import articles_pages
from generator.rendering.pages.checked import checked_part, doubtful_count
from generator.rendering.pages.event_index import events_pages
from generator.rendering.pages.events import event_pages
from generator.rendering.pages.home import home_page
from generator.rendering.pages.honour_roll import honour_rolls
from generator.rendering.pages.indexes import Index, indexes
from generator.rendering.pages.people import people_pages
from generator.rendering.pages.person import KEY as PERSONS
from generator.rendering.pages.person import person_pages
from generator.rendering.pages.review import review_page
from generator.rendering.pages.unit import UnitPages, UnitYearPage
from generator.rendering.parts.files.search_facts import named_facts
from generator.rendering.parts.links.breadcrumbs import HOME, Trail, trail
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.ceremonies import FOLDER as EVENTS
from generator.rendering.parts.lists.ceremonies import Ceremony, ceremonies
from generator.rendering.parts.provenance.missing_page import missing_pages
from generator.rendering.words.files import SCRIPT, TEMPLATE
from generator.rendering.words.labels import IndexKind, labels
from generator.rendering.words.speaking import say, speaking

REVIEW = "can-xem-lai.md"  #: what a person should look at
CHECKED = f"{DATA}/da-kiem.md"  #: what persons checked, and how right the program was there
CHANGES = f"{DATA}/thay-doi.md"  #: how the data changed
STYLESHEET = "assets/stylesheets/kyyeu.css"  #: put together by generator/publishing/building/stylesheet.py
_AT_ONCE = 512  #: pages whose views are held at once


def folders() -> tuple[str, ...]:
    """Return the folders below docs/ that hold what is generated and nothing else."""
    return (ARTICLES, EVENTS, *(kind.folder for kind in labels().indexes), ledger_pages.FOLDER, DATA)


def shared_files() -> tuple[str, ...]:
    """Return the generated files that are in folders of the site's owner, below docs/."""
    return (TEMPLATE, SCRIPT, STYLESHEET)


def files() -> tuple[str, ...]:
    """Return the generated pages that are in docs/ itself, beside those written by hand."""
    return (HOME, REVIEW)


def render(archive: Archive, settings: SiteSettings = NO_SETTINGS, portions: Portions | None = None) -> dict[str, str]:
    """Return every page of :func:`each_page`."""
    return dict(each_page(archive, settings, portions))


def each_page(
    archive: Archive, settings: SiteSettings = NO_SETTINGS, portions: Portions | None = None, keeping: Keeping = NOTHING_KEPT
) -> Iterator[tuple[str, str]]:
    """Yield every generated page of ``archive`` with its path below docs/. Depends on nothing but ``archive`` and ``settings``;
    ``portions`` is the data that the pages offer, where it is made already; ``keeping`` has what the last run made of the same."""
    with speaking(settings):
        keep_templates(keeping)
        portions, places = portions or Portions(Data(archive, settings)), Places(archive)
        fed = {feed.page: feed.name for feed in feeds(archive, settings).values()}
        yield from article_pages(archive, places, settings, fed.get(HOME), keeping)
        handouts, by = Handouts(portions), partial(fan_out, prepare=prepare)
        views = ((path, _with_foot(path, view, portions, handouts, fed)) for path, view in _views(portions, places, settings, fed))
        while some := list(islice(views, _AT_ONCE)):  # nothing holds all views
            yield from zip((path for path, _ in some), keeping.made("page", partial(_text, settings), some, _itself, by), strict=True)


def _itself(page: tuple[str, PageView]) -> object:
    return page


def _text(settings: SiteSettings, page: tuple[str, PageView]) -> str:
    return page_text(page[1], settings)


def _with_foot(path: str, view: PageView, portions: Portions, handouts: Handouts, fed: Mapping[str, str]) -> PageView:
    files = tuple(Download(download.key, download.table.key, download.path, len(download.rows)) for download in portions.of(path))
    return replace(view, foot=Foot(path, files, handouts.of(path), fed.get(path)))


def _views(portions: Portions, places: Places, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, PageView]]:
    """Yield all pages but those of articles."""
    archive, every, data = portions.data.archive, say("pages.articles"), (say("pages.data"), f"{DATA}/index.md")
    for slug, missing in missing_pages(archive).items():
        path = f"{ARTICLES}/{slug}.md"
        front = {"title": missing.title, "robots": "noindex"}
        yield path, _page("missing", front, trail(path, missing.title, (every, ARTICLES_INDEX)), page=missing)
    for slug, hiding in hidden_pages.hidden_articles(archive).items():
        path, title = f"{ARTICLES}/{slug}.md", say("hidden.title")
        front = {"title": title, "robots": "noindex"}
        yield path, _page("hidden_article", front, trail(path, title, (every, ARTICLES_INDEX)), hiding=hiding, title=title)
    if archive.hidden:
        title, way = say("hidden.all"), trail(hidden_pages.PAGE, say("hidden.all"), data)
        yield hidden_pages.PAGE, _page("hidden", {"title": title}, way, lines=hidden_pages.hidden_lines(archive), title=title)
    if archive.changes:
        title, way = say("changes.title"), trail(CHANGES, say("changes.title"), data)
        titles = {key: say(f"tables.{key}.title") for key in tables()}
        yield CHANGES, _page("changes", {"title": title}, way, title=title, titles=titles, changes=archive.changes)
    for listed in articles_pages(archive):
        path = f"{ARTICLES}/{listed.pager.address}.md"
        front = {"title": every, **_feed(fed, HOME), **beside_in_front(settings, ARTICLES, listed.pager)}
        yield path, _page("articles", front, trail(path, every, *([(every, ARTICLES_INDEX)] if listed.pager.at else [])), page=listed)
    ways = indexes(archive, places)
    for index in ways:
        yield from _people(places, index.kind, settings, fed) if index.kind.key == PERSONS else _index(index, settings, fed)
    yield from _units(places, settings, fed)
    yield from _ledger(archive, places, settings)
    events = ceremonies(archive, archive.entries)
    yield from _events(archive, events, settings)
    home = home_page(archive, ways, events, settings)
    yield HOME, _page("home", {"title": say("pages.home"), **_feed(fed, HOME)}, home=home, ledger=say("pages.ledger"))
    front = {"title": say("pages.review"), "robots": "noindex"}  # for the owner of the archive
    yield REVIEW, _page("review", front, trail(REVIEW, say("pages.review")), page=review_page(archive))
    title, way = say("checked.title"), trail(CHECKED, say("checked.title"), data)
    part, doubtful = checked_part(archive), doubtful_count(archive)
    yield CHECKED, _page("checked", {"title": title}, way, title=title, part=part, doubtful=doubtful)
    yield data[1], _data(portions, settings)


def _page(
    template: str, front: Mapping[str, Any], way: Trail | None = None, found: Mapping[str, Any] | None = None, **views: Any
) -> PageView:
    return PageView(template, front, way, found, views=views)


def _data(portions: Portions, settings: SiteSettings) -> PageView:
    every = tables()
    counted = [(table, len(portions.data.rows[key])) for key, table in every.items()]
    views: dict[str, Any] = {"tables": counted, "database": DATABASE, "description": DESCRIPTION}
    archive = portions.data.archive
    views |= {"hidden": len(archive.hidden), "changes": bool(archive.changes), "version": version(archive), "schema": SCHEMA}
    views["licence"] = licence_of(settings)
    title = say("pages.data")
    return _page("data", {"title": title}, trail(f"{DATA}/index.md", title), **views)


def _feed(fed: Mapping[str, str], path: str) -> dict[str, str]:
    """For the front matter: which feed the page at ``path`` has."""
    return {"feed": fed[path]} if path in fed else {}


def _index(index: Index, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, PageView]]:
    folder, top = index.kind.folder, (index.kind.title, f"{index.kind.folder}/index.md")
    for overview in index.overviews():
        path = f"{folder}/{overview.pager.address}.md"
        way = trail(path, overview.title, *([] if path == top[1] else [top]))
        yield path, _page("index", {"title": overview.title, **beside_in_front(settings, folder, overview.pager)}, way, page=overview)
    for page in index.value_pages():
        also = [page.value.id or ""] if index.kind.key == "year" else []
        found = named_facts(folder, page.total.articles, " · ".join(page.head), also) if page.pager.at == 0 else None
        path = f"{folder}/{page.pager.address}.md"
        front = {"title": page.value.name, **_feed(fed, path), **beside_in_front(settings, folder, page.pager)}
        yield path, _page("value", front, trail(path, page.value.name, top), found, page=page)


def _people(places: Places, kind: IndexKind, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, PageView]]:
    folder, top = kind.folder, (kind.title, f"{kind.folder}/index.md")
    for overview in people_pages(places, kind):
        path = f"{folder}/{overview.pager.address}.md"
        way = trail(path, overview.title, *([] if path == top[1] else [top]))
        yield path, _page("people", {"title": overview.title, **beside_in_front(settings, folder, overview.pager)}, way, page=overview)
    for page in person_pages(places):
        path = f"{folder}/{page.id}.md"
        found = named_facts(folder, len(places.index.person[page.id].articles), " · ".join(page.posts), page.variants)
        yield path, _page("person", {"title": page.name, **_feed(fed, path)}, trail(path, page.name, top), found, page=page)


def _units(places: Places, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, PageView]]:
    kind = next(kind for kind in labels().indexes if kind.key == "unit")
    folder, top = kind.folder, (kind.title, f"{kind.folder}/index.md")
    made = UnitPages(places)
    for unit in places.units:
        for page in made.pages(unit):
            path = f"{folder}/{page.pager.address}.md"
            beside = beside_in_front(settings, folder, page.pager)
            if isinstance(page, UnitYearPage):
                title = say("unit.year_page", unit=unit.name, year=page.year.title.lower())
                way = trail(path, title, top, (unit.name, f"{folder}/{unit.id}.md"))
                yield path, _page("unit_year", {"title": title, **beside}, way, page=page)
            else:
                own, also = page.standing, (*page.standing.variants, *page.standing.written)
                found = named_facts(folder, page.articles, own.note, also) if page.pager.at == 0 else None
                above = [(crumb.name, crumb.id and f"{folder}/{crumb.id}.md") for crumb in page.standing.crumbs]
                front = {"title": unit.name, **_feed(fed, path), **beside}
                yield path, _page("unit", front, trail(path, unit.name, top, *above), found, page=page)


def _ledger(archive: Archive, places: Places, settings: SiteSettings) -> Iterator[tuple[str, PageView]]:
    title, folder = say("pages.ledger"), ledger_pages.FOLDER
    top = f"{folder}/index.md"
    overview, found = ledger_pages.overview(archive), named_facts(folder, 0, by_name_only=True)
    yield top, _page("ledger", {"title": title}, trail(top, title), found, page=overview, title=title)
    for page in ledger_pages.year_pages(archive, places):
        path = f"{folder}/{page.pager.address}.md"
        front = {"title": page.title, **beside_in_front(settings, folder, page.pager)}
        yield path, _page("ledger_year", front, trail(path, page.title, (title, top)), page=page)
    for roll in honour_rolls(places):
        path = f"{folder}/{roll.address}.md"
        yield (
            path,
            _page("honour_roll", {"title": roll.title}, trail(path, roll.title, (title, top)), {"loai": folder}, page=roll),
        )


def _events(archive: Archive, events: Sequence[Ceremony], settings: SiteSettings) -> Iterator[tuple[str, PageView]]:
    title, top = say("pages.all_events"), f"{EVENTS}/index.md"
    pages_of_events = event_pages(archive)
    for event in pages_of_events:
        path = f"{EVENTS}/{event.id}.md"
        way = trail(path, event.name, (title, top))
        yield path, _page("event", {"title": event.name}, way, {"loai": EVENTS}, page=event)
    for overview in events_pages(events, {f"{EVENTS}/{event.id}.md": event.contradictions for event in pages_of_events}):
        path = f"{EVENTS}/{overview.pager.address}.md"
        front = {"title": title, **beside_in_front(settings, EVENTS, overview.pager)}
        yield (
            path,
            _page("events", front, trail(path, title, *([(title, top)] if path != top else [])), page=overview, title=title),
        )
