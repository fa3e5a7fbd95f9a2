"""A built page as the search sees it: title, text, and what the page says of itself.

A page states its kind and facts in one element with ``data-search`` (JSON, written by the templates), and excludes a part with
``data-search-skip``; ``chi-ten`` in the JSON leaves all but the title out. A page without it is an ordinary page, found by its text.
``data-search="off"`` excludes the page.
"""

from __future__ import annotations

import json
import pickle
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Elements that are never text of the page.
_NO_TEXT = "script, style, template, svg, nav, form, [hidden], [data-search-skip], [data-search]"
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "dt",
        "dd",
        "summary",
        "figcaption",
        "blockquote",
        "pre",
        "div",
        "section",
        "article",
        "aside",
        "details",
        "table",
        "tr",
        "ul",
        "ol",
    ]
)
ORDINARY = "trang"  #: the kind of a page that says nothing of itself


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page. ``url`` is relative to the site. ``blocks`` are the texts of its paragraphs, list items, cells in order.

    ``facts`` is what its ``data-search`` says: kind (``loai``), date (``ngay``), and lists of [id, label] for the filters.
    """

    url: str
    title: str
    blocks: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return str(self.facts.get("loai", ORDINARY))


class PackedPages(Sequence[SearchPage]):
    """Pages of which only the one in hand takes up memory as such; the others are as :mod:`pickle` packs them."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self.packed = packed

    def __len__(self) -> int:
        return len(self.packed)

    @overload
    def __getitem__(self, at: int) -> SearchPage: ...
    @overload
    def __getitem__(self, at: slice) -> PackedPages: ...
    def __getitem__(self, at: int | slice) -> SearchPage | PackedPages:
        if isinstance(at, slice):
            return PackedPages(self.packed[at])
        page: SearchPage = pickle.loads(self.packed[at])  # noqa: S301 - packed by this user's program
        return page


@dataclass(frozen=True, slots=True)
class Pages(Sequence[SearchPage]):
    """Some neighbours of ``pages``: from the ``first`` to before the ``end``."""

    pages: Sequence[SearchPage]
    first: int
    end: int

    def __len__(self) -> int:
        return self.end - self.first

    @overload
    def __getitem__(self, at: int) -> SearchPage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[SearchPage]: ...
    def __getitem__(self, at: int | slice) -> SearchPage | Sequence[SearchPage]:
        return self.pages[self.first : self.end][at]

    def packed(self) -> Sequence[bytes]:
        """Return the pages as :mod:`pickle` packs them."""
        some = self.pages[self.first : self.end]
        return some.packed if isinstance(some, PackedPages) else [pickle.dumps(page, pickle.HIGHEST_PROTOCOL) for page in some]


def search_page(url: str, html: str) -> SearchPage | None:
    """Return the page at ``url``, or None for one that is not to be found."""
    tree = LexborHTMLParser(_main(html))
    element = tree.css_first("[data-search]")
    said = element.attributes.get("data-search") if element else None
    if said == "off":
        return None
    heading = tree.css_first("h1")
    if heading is None:
        return None
    for node in tree.css(_NO_TEXT):
        node.decompose()
    title = _plain(heading.text())
    heading.decompose()
    body = tree.body
    facts = json.loads(said) if said else {}
    blocks = tuple(_blocks(body)) if body and not facts.get("chi-ten") else ()
    return SearchPage(url, title, blocks, facts)


def _main(html: str) -> str:
    """Return the part of a page that is the page: parsing the rest of the theme's frame would take most of the time."""
    start = html.find("<article")
    end = html.rfind("</article>")
    return html[start:end] if 0 <= start < end else html


def _blocks(root: LexborNode) -> list[str]:
    """Return the text of each block, in order; a block inside another is one of its own."""
    found: list[str] = []
    parts: list[str] = []

    def close() -> None:
        words = _plain("".join(parts))
        parts.clear()
        if words:
            found.append(words)

    def walk(node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.is_text_node:
                parts.append(child.text(deep=False) or "")
            elif child.tag == "br":
                parts.append(" ")
            elif child.tag in _BLOCKS:
                close()
                walk(child)
                close()
            else:
                walk(child)

    walk(root)
    close()
    return found


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())
