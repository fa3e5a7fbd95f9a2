"""An archive as pages: ``{path below docs/: Markdown}``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model.archive import Archive
from generator.rendering import wording
from generator.rendering.article_page import article_page
from generator.rendering.escaping import markdown
from generator.rendering.front_matter import front_matter
from generator.rendering.home_page import home_page
from generator.rendering.index_pages import indexes, line
from generator.rendering.labels import labels
from generator.rendering.search_facts import article_facts, search_mark

ARTICLES = "bai"  #: the folder of the articles' pages
HOME = "index.md"


def folders() -> tuple[str, ...]:
    """The folders below docs/ that hold generated pages and nothing else."""
    return (ARTICLES, *(kind.folder for kind in labels().indexes))


def render(archive: Archive) -> dict[str, str]:
    """Every generated page of ``archive``. Depends on nothing but ``archive``."""
    pages: dict[str, str] = {}
    for entry in archive.entries:
        page = article_page(entry)
        pages[f"{ARTICLES}/{entry.slug}.md"] = _page("article", page.front, article_facts(entry), page=page)
    pages[f"{ARTICLES}/index.md"] = _page("articles", {"title": "Tất cả bài"}, lines=[line(entry) for entry in archive.entries])
    ways = indexes(archive)
    for index in ways:
        pages[f"{index.kind.folder}/index.md"] = _page("index", {"title": index.kind.title}, index=index)
        for value_page in index.pages:
            path = f"{index.kind.folder}/{value_page.value.id}.md"
            found = {"loai": index.kind.folder, "bai": value_page.total.articles}
            pages[path] = _page("value", {"title": value_page.value.name}, found, page=value_page)
    pages[HOME] = _page("home", {"title": "Trang chủ"}, home=home_page(archive, ways))
    return pages


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
    environment.filters["number"] = wording.number
    environment.globals["labels"] = labels()
    return environment
