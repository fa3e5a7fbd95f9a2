"""An archive as pages: ``{path below docs/: Markdown}``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model.archive import Archive
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering import wording
from generator.rendering.article_page import article_page
from generator.rendering.escaping import markdown
from generator.rendering.event_pages import FOLDER as EVENTS
from generator.rendering.event_pages import event_pages
from generator.rendering.front_matter import front_matter
from generator.rendering.home_page import home_page
from generator.rendering.index_pages import indexes, line
from generator.rendering.labels import labels
from generator.rendering.reports import page_report
from generator.rendering.review_page import review_page

ARTICLES = "bai"  #: the folder of the articles' pages
HOME = "index.md"
REVIEW = "can-xem-lai.md"  #: what a person should look at
# Lists repeat what the articles say; a search should find the articles. A value's page is found by its name.
_NOT_SOUGHT = {"search": {"exclude": True}}


def folders() -> tuple[str, ...]:
    """The folders below docs/ that hold generated pages and nothing else."""
    return (ARTICLES, EVENTS, *(kind.folder for kind in labels().indexes))


def files() -> tuple[str, ...]:
    """The generated pages that stand in docs/ itself, beside those written by hand."""
    return (HOME, REVIEW)


def render(archive: Archive, settings: SiteSettings = NO_SETTINGS) -> dict[str, str]:
    """Every generated page of ``archive``. Depends on nothing but ``archive`` and ``settings``."""
    pages: dict[str, str] = {}
    for entry in archive.entries:
        path = f"{ARTICLES}/{entry.slug}.md"
        page = article_page(entry, path, settings)
        pages[path] = _page("article", page.front, page=page)
    pages[f"{ARTICLES}/index.md"] = _page(
        "articles", {"title": "Tất cả bài", **_NOT_SOUGHT}, lines=[line(entry) for entry in archive.entries]
    )
    ways = indexes(archive)
    for index in ways:
        pages[f"{index.kind.folder}/index.md"] = _page("index", {"title": index.kind.title, **_NOT_SOUGHT}, index=index)
        for value_page in index.pages:
            path = f"{index.kind.folder}/{value_page.value.id}.md"
            pages[path] = _page("value", {"title": value_page.value.name}, page=value_page)
    events = event_pages(archive)
    for event in events:
        pages[f"{EVENTS}/{event.id}.md"] = _page("event", {"title": event.name}, page=event)
    if events:
        pages[f"{EVENTS}/index.md"] = _page("events", {"title": "Sự kiện nhiều bài cùng nêu", **_NOT_SOUGHT}, events=events)
    pages[HOME] = _page("home", {"title": "Trang chủ", **_NOT_SOUGHT}, home=home_page(archive, ways))
    pages[REVIEW] = _page("review", {"title": "Cần xem lại", **_NOT_SOUGHT}, page=review_page(archive))
    articles = {f"{ARTICLES}/{entry.slug}.md" for entry in archive.entries}  # these have a link of their own
    return {path: text if path in articles else text + _foot(path, settings) for path, text in pages.items()}


def _foot(path: str, settings: SiteSettings) -> str:
    """The link by which one tells that something on the page is wrong; nothing without a tracker."""
    report = page_report(settings, path)
    return "" if report is None else f"\n{_environment().get_template('report.md.jinja').render(report=report).strip()}\n"


def _page(template: str, front: dict[str, Any], **views: Any) -> str:
    body = _environment().get_template(f"{template}.md.jinja").render(**views)
    return f"{front_matter(front)}\n{body.strip()}\n"


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
    environment.filters["number"] = wording.number
    environment.globals["labels"] = labels()
    return environment
