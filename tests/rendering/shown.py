"""Renders Markdown as the site does, and reads the result as a reader does."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

import markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from tests.conftest import ROOT

#: Every extension that an archive is likely to switch on. Snippets read files: they must not be reached.
MANY = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "sane_lists", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.snippets",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.blocks.admonition",
]  # fmt: skip


@lru_cache(maxsize=1)
def _site() -> tuple[list[str], dict[str, Any]]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


def html_of(source: str, *, many: bool = False) -> str:
    """``source`` as HTML, with the site's own Markdown extensions or with many more. Front matter is taken off."""
    extensions, configs = (MANY, {}) if many else _site()
    return markdown.markdown(get_data(source)[0], extensions=extensions, extension_configs=configs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("br", "p", "li", "div", "h1", "h2", "details", "summary", "td", "tr", "section", "aside"):
            self.text.append(" ")


def read(html: str) -> tuple[str, list[tuple[str, dict[str, str | None]]]]:
    """Return the words that a reader sees, white space as one space, and the elements that carry them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.text).split()), reader.tags


def bare_cells(text: str) -> str:
    """Return a page of Markdown with the numbers of its tables as a wide screen shows them: without what only a phone says of each."""
    return re.sub(r'<span class="ky-what">[^<]*</span>|</?span[^>]*>', "", text)
