"""An archive as pages: ``{path below docs/: Markdown}``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from markupsafe import Markup

from generator.model.archive import Archive, Entry
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.processes import fan_out
from generator.rendering.exports.files import DATABASE
from generator.rendering.exports.package import NAME as DESCRIPTION
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER as DATA
from generator.rendering.exports.tables import tables
from generator.rendering.exports.versions import SCHEMA, licence_of, version
from generator.rendering.framing import before_and_after, environment, feed_of, page_text
from generator.rendering.handouts.files import Handouts
from generator.rendering.linked.feeds import feeds
from generator.rendering.pages import hidden as hidden_pages
from generator.rendering.pages import ledger as ledger_pages
from generator.rendering.pages.article import ArticlePage, article_page
from generator.rendering.pages.article_index import articles_pages
from generator.rendering.pages.checked import checked_part, doubtful_count
from generator.rendering.pages.decisions import DecisionPages
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
from generator.rendering.parts.breadcrumbs import HOME, trail
from generator.rendering.parts.ceremonies import FOLDER as EVENTS
from generator.rendering.parts.ceremonies import Ceremony, ceremonies
from generator.rendering.parts.missing_page import missing_pages
from generator.rendering.parts.neighbours import Beside, neighbours
from generator.rendering.parts.paging import Pager
from generator.rendering.parts.places import Places
from generator.rendering.parts.reports import page_report
from generator.rendering.parts.search_facts import article_facts, named_facts
from generator.rendering.words.files import SCRIPT, TEMPLATE
from generator.rendering.words.labels import IndexKind, labels
from generator.rendering.words.speaking import say, speaking

ARTICLES = "bai"  #: the folder of the articles' pages
REVIEW = "can-xem-lai.md"  #: what a person should look at
CHECKED = f"{DATA}/da-kiem.md"  #: what persons checked, and how right the program was there
CHANGES = f"{DATA}/thay-doi.md"  #: how the data changed
STYLESHEET = "assets/stylesheets/kyyeu.css"  #: put together by generator/publishing/building/stylesheet.py
_INDEX = f"{ARTICLES}/index.md"


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


def each_page(archive: Archive, settings: SiteSettings = NO_SETTINGS, portions: Portions | None = None) -> Iterator[tuple[str, str]]:
    """Yield every generated page of ``archive`` with its path below docs/. Depends on nothing but ``archive`` and ``settings``;
    ``portions`` is the data that the pages offer, where it is made already."""
    with speaking(settings):
        portions = portions or Portions(Data(archive, settings))
        handouts, places = Handouts(portions), Places(archive)
        fed = {feed.page: feed.name for feed in feeds(archive, settings).values()}
        yield from _articles(archive, places, settings, fed)  # these have a report link of their own
        for path, text in chain(_instead_of_articles(archive, settings), _others(archive, places, portions, settings, fed)):
            yield path, text + _foot(path, settings, portions, handouts, fed)


def _articles(archive: Archive, places: Places, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    beside, decisions, unnamed = neighbours(archive), DecisionPages.of(archive), hidden_pages.names_hidden(archive)

    def of_article(entry: Entry) -> dict[str, str]:
        path = f"{ARTICLES}/{entry.slug}.md"
        page = article_page(entry, path, settings, decisions, places, unnamed.get(entry.slug, ()))
        facts = article_facts(entry, places.provinces(unit.id for unit in entry.units))
        return _article(entry, page, path, settings, facts, fed, beside[entry.slug])

    for made in fan_out(of_article, archive.entries):
        yield from made.items()


def _instead_of_articles(archive: Archive, settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """Yield the pages at the addresses of articles that cannot be shown, or may not."""
    top = (say("pages.articles"), _INDEX)
    for slug, missing in missing_pages(archive).items():
        path = f"{ARTICLES}/{slug}.md"
        front = {"title": missing.title, "robots": "noindex"}
        yield path, page_text("missing", front, trail(path, missing.title, top), settings, page=missing)
    for slug, one in hidden_pages.hidden_articles(archive).items():
        path, title = f"{ARTICLES}/{slug}.md", say("hidden.title")
        front = {"title": title, "robots": "noindex"}
        yield path, page_text("hidden_article", front, trail(path, title, top), settings, one=one, title=title)


def _others(
    archive: Archive, places: Places, portions: Portions, settings: SiteSettings, fed: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    every, data = say("pages.articles"), (say("pages.data"), f"{DATA}/index.md")
    if archive.hidden:
        title, way = say("hidden.all"), trail(hidden_pages.PAGE, say("hidden.all"), data)
        lines = hidden_pages.hidden_lines(archive)
        yield hidden_pages.PAGE, page_text("hidden", {"title": title}, way, settings, lines=lines, title=title)
    if archive.changes:
        title = say("changes.title")
        titles = {key: say(f"tables.{key}.title") for key in tables()}
        way = trail(CHANGES, title, data)
        yield CHANGES, page_text("changes", {"title": title}, way, settings, title=title, titles=titles, changes=archive.changes)
    for listed in articles_pages(archive):
        path = f"{ARTICLES}/{listed.pager.address}.md"
        front = {"title": every, **feed_of(fed, HOME), **before_and_after(settings, ARTICLES, listed.pager)}
        way = trail(path, every, *([(every, _INDEX)] if listed.pager.at else []))
        yield path, page_text("articles", front, way, settings, page=listed)
    ways = indexes(archive, places)
    for index in ways:
        yield from _people(places, index.kind, settings, fed) if index.kind.key == PERSONS else _index(index, settings, fed)
    yield from _units(places, settings, fed)
    yield from _ledger(archive, places, settings)
    events = ceremonies(archive, archive.entries)
    yield from _events(archive, events, settings)
    home = home_page(archive, ways, events, settings)
    yield HOME, page_text("home", {"title": say("pages.home"), **feed_of(fed, HOME)}, home=home, ledger=say("pages.ledger"))
    front = {"title": say("pages.review"), "robots": "noindex"}  # for the owner of the archive
    yield REVIEW, page_text("review", front, trail(REVIEW, say("pages.review")), settings, page=review_page(archive))
    title, way = say("checked.title"), trail(CHECKED, say("checked.title"), data)
    part, doubtful = checked_part(archive), doubtful_count(archive)
    yield CHECKED, page_text("checked", {"title": title}, way, settings, title=title, part=part, doubtful=doubtful)
    yield f"{DATA}/index.md", _data(portions, settings)


def _foot(path: str, settings: SiteSettings, portions: Portions, handouts: Handouts, fed: Mapping[str, str]) -> str:
    """Return the page's rows as files, its feed, and the link by which one states that something is wrong; nothing without any."""
    up = Markup("../" * path.count("/"))  # noqa: S704
    views: dict[str, dict[str, Any]] = {
        "downloads": {"files": portions.of(path), "handout": handouts.of(path), "up": up},
        "report": {"report": page_report(settings, path), "feed": fed.get(path), "up": up},
    }
    made = (environment().get_template(f"{name}.md.jinja").render(view).strip() for name, view in views.items())
    return "".join(f"\n{text}\n" for text in made if text)


def _data(portions: Portions, settings: SiteSettings) -> str:
    every = tables()
    counted = [(table, len(portions.data.rows[key])) for key, table in every.items()]
    views: dict[str, Any] = {"tables": counted, "database": DATABASE, "description": DESCRIPTION}
    archive = portions.data.archive
    views |= {"hidden": len(archive.hidden), "changes": bool(archive.changes), "version": version(archive), "schema": SCHEMA}
    views["licence"] = licence_of(settings)
    title = say("pages.data")
    return page_text("data", {"title": title}, trail(f"{DATA}/index.md", title), settings, **views)


def _article(
    entry: Entry, page: ArticlePage, path: str, settings: SiteSettings, facts: dict[str, Any], fed: Mapping[str, str], beside: Beside
) -> dict[str, str]:
    """Return the article's page with its search metadata ``facts``, and those of the facts that are too many for it."""
    title, top = entry.article.title, (say("pages.articles"), _INDEX)
    near = Pager(tuple(one.slug if one else "" for one in (beside.before, entry, beside.after)), 1)
    front = page.front | feed_of(fed, HOME) | before_and_after(settings, ARTICLES, near)
    made = {path: page_text("article", front, trail(path, title, top), settings, facts, [page.data], page=page, beside=beside)}
    for of in page.facts[1:]:
        there, name = f"{ARTICLES}/{of.pager.address}.md", say("facts_pages.title", page=of.pager.at + 1)
        way = trail(there, name, top, (title, path))
        front = {"title": name, **before_and_after(settings, ARTICLES, of.pager)}
        made[there] = page_text("further_facts", front, way, settings, page=page, of=of, title=name)
    return made


def _index(index: Index, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folder, top = index.kind.folder, (index.kind.title, f"{index.kind.folder}/index.md")
    for overview in index.overviews():
        path = f"{folder}/{overview.pager.address}.md"
        way = trail(path, overview.title, *([] if path == top[1] else [top]))
        yield (
            path,
            page_text(
                "index", {"title": overview.title, **before_and_after(settings, folder, overview.pager)}, way, settings, page=overview
            ),
        )
    for page in index.value_pages():
        also = [page.value.id or ""] if index.kind.key == "year" else []
        found = named_facts(folder, page.total.articles, " · ".join(page.head), also) if page.pager.at == 0 else None
        path = f"{folder}/{page.pager.address}.md"
        front = {"title": page.value.name, **feed_of(fed, path), **before_and_after(settings, folder, page.pager)}
        yield path, page_text("value", front, trail(path, page.value.name, top), settings, found, page=page)


def _people(places: Places, kind: IndexKind, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folder, top = kind.folder, (kind.title, f"{kind.folder}/index.md")
    for overview in people_pages(places, kind):
        path = f"{folder}/{overview.pager.address}.md"
        way = trail(path, overview.title, *([] if path == top[1] else [top]))
        yield (
            path,
            page_text(
                "people", {"title": overview.title, **before_and_after(settings, folder, overview.pager)}, way, settings, page=overview
            ),
        )
    for page in person_pages(places):
        path = f"{folder}/{page.id}.md"
        found = named_facts(folder, len(places.index.person[page.id].articles), " · ".join(page.posts), page.variants)
        yield path, page_text("person", {"title": page.name, **feed_of(fed, path)}, trail(path, page.name, top), settings, found, page=page)


def _units(places: Places, settings: SiteSettings, fed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    kind = next(kind for kind in labels().indexes if kind.key == "unit")
    folder, top = kind.folder, (kind.title, f"{kind.folder}/index.md")
    made = UnitPages(places)
    for unit in places.units:
        for page in made.pages(unit):
            path = f"{folder}/{page.pager.address}.md"
            around = before_and_after(settings, folder, page.pager)
            if isinstance(page, UnitYearPage):
                title = say("unit.year_page", unit=unit.name, year=page.year.title.lower())
                way = trail(path, title, top, (unit.name, f"{folder}/{unit.id}.md"))
                yield path, page_text("unit_year", {"title": title, **around}, way, settings, page=page)
            else:
                own, also = page.standing, (*page.standing.variants, *page.standing.written)
                found = named_facts(folder, page.articles, own.note, also) if page.pager.at == 0 else None
                above = [(crumb.name, crumb.id and f"{folder}/{crumb.id}.md") for crumb in page.standing.crumbs]
                front = {"title": unit.name, **feed_of(fed, path), **around}
                yield path, page_text("unit", front, trail(path, unit.name, top, *above), settings, found, page=page)


def _ledger(archive: Archive, places: Places, settings: SiteSettings) -> Iterator[tuple[str, str]]:
    title, folder = say("pages.ledger"), ledger_pages.FOLDER
    top = f"{folder}/index.md"
    overview, found = ledger_pages.overview(archive), named_facts(folder, 0, by_name_only=True)
    yield top, page_text("ledger", {"title": title}, trail(top, title), settings, found, page=overview, title=title)
    for page in ledger_pages.year_pages(archive, places):
        path = f"{folder}/{page.pager.address}.md"
        front = {"title": page.title, **before_and_after(settings, folder, page.pager)}
        yield path, page_text("ledger_year", front, trail(path, page.title, (title, top)), settings, page=page)
    for roll in honour_rolls(places):
        path = f"{folder}/{roll.address}.md"
        yield (
            path,
            page_text("honour_roll", {"title": roll.title}, trail(path, roll.title, (title, top)), settings, {"loai": folder}, page=roll),
        )


def _events(archive: Archive, events: Sequence[Ceremony], settings: SiteSettings) -> Iterator[tuple[str, str]]:
    title, top = say("pages.all_events"), f"{EVENTS}/index.md"
    told = event_pages(archive)
    for event in told:
        path = f"{EVENTS}/{event.id}.md"
        way = trail(path, event.name, (title, top))
        yield path, page_text("event", {"title": event.name}, way, settings, {"loai": EVENTS}, page=event)
    for overview in events_pages(events, {f"{EVENTS}/{event.id}.md": event.contradictions for event in told}):
        path = f"{EVENTS}/{overview.pager.address}.md"
        front = {"title": title, **before_and_after(settings, EVENTS, overview.pager)}
        yield (
            path,
            page_text("events", front, trail(path, title, *([(title, top)] if path != top else [])), settings, page=overview, title=title),
        )
