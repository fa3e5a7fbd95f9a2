"""A page's view as its text: front matter, breadcrumbs, what its template shows, and what is below it.

The text depends on the view, the settings and the program alone, so that a page of which all that is the same need not be written anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.cache.keeping import Keeping
from generator.model.settings import SiteSettings
from generator.rendering.escaping import markdown, script_data, verbatim
from generator.rendering.linked.json_ld import Node
from generator.rendering.parts.files.front_matter import front_matter
from generator.rendering.parts.files.search_facts import search_mark
from generator.rendering.parts.links.breadcrumbs import Trail
from generator.rendering.parts.provenance.reports import page_report
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import language, say, translated

#: Templates that show the links to a page's reports themselves, where a reader looks first; on other pages they are at the foot.
_REPORTS_FIRST = {"unit", "ledger", "ledger_year"}


@dataclass(frozen=True, slots=True)
class Download:
    """Rows of a page as a file: the key of the record that holds them, if one does, the key of their table, the file's path below docs/,
    their number."""

    key: str | None
    table: str
    path: str
    rows: int


@dataclass(frozen=True, slots=True)
class Foot:
    """What is below the page at ``path`` (below docs/): its rows as files, its reports (path without ending), its feed, and always the
    link by which one states that something is wrong."""

    path: str
    files: tuple[Download, ...] = ()
    handout: str | None = None
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """All that a page shows: ``views`` by their names in ``template``. ``way``: its breadcrumbs. ``found``: search metadata; None keeps the
    page out of the search index (lists only repeat articles). ``linked``: its nodes of JSON-LD; its place among the pages is one more where
    the site has an address."""

    template: str
    front: Mapping[str, Any]
    way: Trail | None = None
    found: Mapping[str, Any] | None = None
    linked: Sequence[Node] = ()
    views: Mapping[str, Any] = field(default_factory=dict)
    foot: Foot | None = None


def prepare() -> None:
    """Compile the templates, so that processes begun after it need not."""
    for name in _environment().list_templates(["jinja"]):
        _environment().get_template(name)


def keep_templates(keeping: Keeping) -> None:
    """Take the compiled templates from ``keeping``, and keep them there."""
    _environment().bytecode_cache = keeping.templates()


def page_text(page: PageView, settings: SiteSettings) -> str:
    """Return ``page`` as Markdown."""
    handout = _handout(page.foot) if page.foot and page.template in _REPORTS_FIRST else ""
    body = _environment().get_template(f"{page.template}.md.jinja").render(settings=settings, handout=Markup(handout), **page.views)  # noqa: S704
    crumbs = _environment().get_template("crumbs.md.jinja").render(way=page.way).strip() + "\n\n" if page.way else ""
    nodes = [*page.linked, *([page.way.data(settings)] if page.way and (settings.site_url or page.linked) else [])]
    stated = {"json_ld": script_data({"@context": "https://schema.org", "@graph": nodes})} if nodes else {}
    foot = _foot(page.foot, page.template, settings) if page.foot else ""
    return f"{front_matter({**page.front, **stated})}\n{crumbs}{body.strip()}\n\n{search_mark(page.found)}\n{foot}"


def _handout(foot: Foot) -> str:
    """Return the links to a page's reports, which its template shows where the reader looks first."""
    return _environment().get_template("handout.md.jinja").render(handout=foot.handout, up=_up(foot)).strip()


def _up(foot: Foot) -> Markup:
    return Markup("../" * foot.path.count("/"))  # noqa: S704


def _foot(foot: Foot, template: str, settings: SiteSettings) -> str:
    views: dict[str, dict[str, Any]] = {
        "handout": {"handout": None if template in _REPORTS_FIRST else foot.handout, "up": _up(foot)},
        "downloads": {"files": foot.files},
        "report": {"report": page_report(settings, foot.path), "feed": foot.feed, "up": _up(foot)},
    }
    made = (_environment().get_template(f"{name}.md.jinja").render(view).strip() for name, view in views.items())
    return "".join(f"\n{text}\n" for text in made if text)


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
        auto_reload=False,  # the templates are part of the program: no look at their files for each page
    )
    environment.filters |= {"number": wording.number, "day": wording.date, "verbatim": verbatim}
    environment.globals |= {"labels": labels, "language": language, "say": say, "t": translated}
    return environment
