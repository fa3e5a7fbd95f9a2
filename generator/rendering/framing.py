"""What every generated page has: the front matter, the way from the home page, its text by a template, what the search needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering.escaping import markdown, script_data, verbatim
from generator.rendering.linked.json_ld import Node
from generator.rendering.parts.breadcrumbs import Trail
from generator.rendering.parts.front_matter import front_matter
from generator.rendering.parts.page_addresses import page_address
from generator.rendering.parts.paging import Pager
from generator.rendering.parts.search_facts import search_mark
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import language, say, told


def feed_of(fed: Mapping[str, str], path: str) -> dict[str, str]:
    """Return, for the front matter, which feed the page at ``path`` has."""
    return {"feed": fed[path]} if path in fed else {}


def before_and_after(settings: SiteSettings, folder: str, pager: Pager) -> dict[str, str]:
    """Return, for the front matter, the addresses, from the site's root, of the pages before and after in a list."""
    told = {"before": pager.before, "after": pager.after}
    return {name: page_address(replace(settings, site_url=None), f"{folder}/{one}.md") for name, one in told.items() if one}


def page_text(
    template: str,
    front: Mapping[str, Any],
    way: Trail | None = None,
    settings: SiteSettings = NO_SETTINGS,
    found: dict[str, Any] | None = None,
    linked: Sequence[Node] = (),
    **views: Any,
) -> str:
    """Return the page that ``template`` makes of ``views``, with its front matter. ``way``: its breadcrumbs. ``found``: search metadata;
    omit it to keep the page out of the search index (lists only repeat articles). ``linked``: its nodes of JSON-LD; its place among the
    pages is one more where the site has an address."""
    body = environment().get_template(f"{template}.md.jinja").render(settings=settings, **views)
    crumbs = environment().get_template("crumbs.md.jinja").render(way=way).strip() + "\n\n" if way else ""
    nodes = [*linked, *([way.data(settings)] if way and (settings.site_url or linked) else [])]
    told = {"json_ld": script_data({"@context": "https://schema.org", "@graph": nodes})} if nodes else {}
    return f"{front_matter({**front, **told})}\n{crumbs}{body.strip()}\n\n{search_mark(found)}\n"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return what makes texts of templates."""
    # Whatever a template puts out passes through `markdown`, so that no text can reach a page unescaped by oversight.
    made = Environment(
        loader=PackageLoader("generator.rendering"),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else markdown(value),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # the templates are part of the program: no look at their files for each page
    )
    made.filters |= {"number": wording.number, "day": wording.date, "verbatim": verbatim}
    made.globals |= {"labels": labels, "language": language, "say": say, "t": told}
    return made
