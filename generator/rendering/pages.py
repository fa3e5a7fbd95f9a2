"""An archive as pages: ``{path below docs/: Markdown}``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model.archive import Archive, Entry
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering import ledger_pages, wording
from generator.rendering.article_lines import awards_line
from generator.rendering.article_page import article_page
from generator.rendering.ceremonies import FOLDER as EVENTS
from generator.rendering.ceremonies import ceremonies
from generator.rendering.escaping import markdown, script_data, verbatim
from generator.rendering.event_index import events_pages
from generator.rendering.event_pages import event_pages
from generator.rendering.exports.files import DATABASE
from generator.rendering.exports.package import NAME as DESCRIPTION
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER as DATA
from generator.rendering.exports.tables import tables
from generator.rendering.front_matter import front_matter
from generator.rendering.home_page import home_page
from generator.rendering.index_pages import Index, indexes
from generator.rendering.labels import labels
from generator.rendering.linked.feeds import feeds
from generator.rendering.paging import LINES, paged
from generator.rendering.places import Places
from generator.rendering.reports import page_report
from generator.rendering.review_page import review_page
from generator.rendering.search_facts import article_facts, search_mark
from generator.rendering.unit_page import UnitPages, UnitYearPage
from generator.rendering.words.files import SCRIPT, TEMPLATE
from generator.rendering.words.speaking import say, speaking, told

ARTICLES = "bai"  #: the folder of the articles' pages
HOME = "index.md"
REVIEW = "can-xem-lai.md"  #: what a person should look at


def folders() -> tuple[str, ...]:
    """The folders below docs/ that hold what is generated and nothing else."""
    return (ARTICLES, EVENTS, *(kind.folder for kind in labels().indexes), ledger_pages.FOLDER, DATA)


def shared_files() -> tuple[str, ...]:
    """The generated files that stand in folders of the site's owner, below docs/."""
    return (TEMPLATE, SCRIPT)


def files() -> tuple[str, ...]:
    """The generated pages that stand in docs/ itself, beside those written by hand."""
    return (HOME, REVIEW)


def render(archive: Archive, settings: SiteSettings = NO_SETTINGS, portions: Portions | None = None) -> dict[str, str]:
    """Every generated page of ``archive``. Depends on nothing but ``archive`` and ``settings``; ``portions`` is the data that the
    pages offer, where it is made already."""
    with speaking(settings):
        return _pages(archive, settings, portions)


def _pages(archive: Archive, settings: SiteSettings, portions: Portions | None) -> dict[str, str]:
    portions = portions or Portions(Data(archive, settings))
    places = Places(archive)
    ways = indexes(archive, places)
    fed = {feed.page: feed.name for feed in feeds(archive, settings).values()}
    pages: dict[str, str] = {}
    for entry in archive.entries:
        path = f"{ARTICLES}/{entry.slug}.md"
        pages[path] = _article(entry, path, settings, fed)
    for pager, entries in paged(archive.entries, "index", LINES):
        front = {"title": say("pages.articles"), **_feed(fed, HOME)}
        pages[f"{ARTICLES}/{pager.address}.md"] = _page("articles", front, lines=[awards_line(entry) for entry in entries], of=pager)
    for index in ways:
        pages.update(_index(index, fed))
    pages.update(_units(places, fed))
    pages.update(_ledger(archive, places))
    told = event_pages(archive)
    for event in told:
        pages[f"{EVENTS}/{event.id}.md"] = _page("event", {"title": event.name}, {"loai": EVENTS}, page=event)
    events = ceremonies(archive, archive.entries)
    for overview in events_pages(events, {f"{EVENTS}/{event.id}.md": event.contradictions for event in told}):
        pages[f"{EVENTS}/{overview.pager.address}.md"] = _page("events", {"title": say("pages.all_events")}, page=overview)
    home = home_page(archive, ways, events, settings)
    pages[HOME] = _page("home", {"title": say("pages.home"), **_feed(fed, HOME)}, home=home, ledger=say("pages.ledger"))
    pages[REVIEW] = _page("review", {"title": say("pages.review")}, page=review_page(archive))
    pages[f"{DATA}/index.md"] = _data(portions)
    articles = {f"{ARTICLES}/{entry.slug}.md" for entry in archive.entries}  # these have a link of their own
    return {path: text if path in articles else text + _foot(path, settings, portions, fed) for path, text in pages.items()}


def _foot(path: str, settings: SiteSettings, portions: Portions, fed: Mapping[str, str]) -> str:
    """The page's rows as files, its feed, and the link by which one tells that something is wrong; nothing without any."""
    up = Markup("../" * path.count("/"))  # noqa: S704
    views: dict[str, dict[str, Any]] = {
        "downloads": {"files": portions.of(path)},
        "report": {"report": page_report(settings, path), "feed": fed.get(path), "up": up},
    }
    made = (_environment().get_template(f"{name}.md.jinja").render(view).strip() for name, view in views.items())
    return "".join(f"\n{text}\n" for text in made if text)


def _data(portions: Portions) -> str:
    every = tables()
    counted = [(table, len(portions.data.rows[key])) for key, table in every.items()]
    return _page("data", {"title": say("pages.data")}, tables=counted, database=DATABASE, description=DESCRIPTION)


def _feed(fed: Mapping[str, str], path: str) -> dict[str, str]:
    """For the front matter: which feed the page at ``path`` has."""
    return {"feed": fed[path]} if path in fed else {}


def _article(entry: Entry, path: str, settings: SiteSettings, fed: Mapping[str, str]) -> str:
    page = article_page(entry, path, settings)
    return _page("article", page.front | _feed(fed, HOME), article_facts(entry), page=page)


def _index(index: Index, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folder = index.kind.folder
    for overview in index.overviews():
        yield f"{folder}/{overview.pager.address}.md", _page("index", {"title": overview.title}, page=overview)
    for page in index.value_pages():
        found = {"loai": folder} if page.pager.at == 0 else None
        path = f"{folder}/{page.pager.address}.md"
        yield path, _page("value", {"title": page.value.name, **_feed(fed, path)}, found, page=page)


def _units(places: Places, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folder = next(kind.folder for kind in labels().indexes if kind.key == "unit")
    made = UnitPages(places)
    for unit in places.units:
        for page in made.pages(unit):
            if isinstance(page, UnitYearPage):
                front = {"title": say("unit.year_page", unit=unit.name, year=page.year.title.lower())}
                yield f"{folder}/{page.pager.address}.md", _page("unit_year", front, page=page)
            else:
                found = {"loai": folder} if page.pager.at == 0 else None
                path = f"{folder}/{page.pager.address}.md"
                yield path, _page("unit", {"title": unit.name, **_feed(fed, path)}, found, page=page)


def _ledger(archive: Archive, places: Places) -> Iterator[tuple[str, str]]:
    title = say("pages.ledger")
    front = {"title": title}
    yield f"{ledger_pages.FOLDER}/index.md", _page("ledger", front, page=ledger_pages.overview(archive), title=title)
    for page in ledger_pages.year_pages(archive, places):
        front = {"title": page.title}
        yield f"{ledger_pages.FOLDER}/{page.pager.address}.md", _page("ledger_year", front, page=page, title=title)


def _page(template: str, front: dict[str, Any], found: dict[str, Any] | None = None, **views: Any) -> str:
    """``found``: what the search is told of the page. Without it the page is not sought: lists repeat what the articles say."""
    body = _environment().get_template(f"{template}.md.jinja").render(**views)
    return f"{front_matter(front)}\n{body.strip()}\n\n{search_mark(found)}\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Whatever a template puts out passes through `markdown`, so that no text can reach a page unescaped by oversight.
    environment = Environment(
        loader=PackageLoader("generator.rendering"),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else markdown(value),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"number": wording.number, "script_data": script_data, "verbatim": verbatim}
    environment.globals |= {"labels": labels, "say": say, "t": told}
    return environment
