"""Web pages (.html): the article in them, found by trafilatura, with what the page states of title, date, author, publisher and address.

trafilatura finds which text is the article's, better than anything else that was measured. It leaves out captions, the numbers of lists and
what is said twice, so that the part of the page in which its text lies is then walked through element by element.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree, html

from generator.model.document import Document, Part, PartKind
from generator.reading.formats.fonts import notes_on
from generator.reading.formats.packages import damaged, without_text
from generator.reading.formats.titles import title_in
from generator.reading.formats.web.dates import moment_in, stamp_above
from generator.reading.formats.web.letters import page_text
from generator.reading.formats.web.parts import Walk

_MOST_AROUND = 1.5  #: times the letters of the article that may be in the element with its title
_ENOUGH = 0.9  #: share of the article's letters that the part of the page which is walked through must hold
_LINKS = 0.25  #: share of a page's letters in links; above it the page is one of a site
_MANY_LINKS = 8  #: links of a page; a document has fewer
_FRAME = ("nav", "aside", "footer", "header", "main", "article")
_MOST_LINES = 1000  #: lines of an article among which a part of one is sought
_BEGINNING = 2000  #: characters in which a NUL shows that a file is no page
_FIRST = 6  #: parts at the beginning among which a title is
_LEAST = 20  #: letters of a line by which its element is known
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")


def document(data: bytes, path: Path, address: str | None = None) -> Document:
    """Return the article of a web page that came from ``address``. Raises ReadingError for a page without text."""
    text, notes = page_text(data)
    if "\0" in text[:_BEGINNING]:
        raise damaged(path)
    root = _root(text)
    if root is None:
        raise without_text(path)
    of_site = _is_of_site(root)
    stated = _stated(text, address) if of_site else None
    body = root.find("body") if root.find("body") is not None else root
    place = body
    if stated is not None and stated.body is not None:
        place = _with_title(_place(body, stated.body), stated.title)
    walk = Walk(of_site, whole=sum(map(len, place.itertext())))
    parts = tuple(walk.parts(place))
    if not any(part.text or part.rows for part in parts):
        parts = tuple(Walk(of_site=False).parts(body))
    if not parts:
        raise without_text(path)
    notes = (*notes, *notes_on(walk.met))
    published = moment_in(root, None if stated is None else stated.date, address)
    if place is not body and "T" not in (published or ""):
        near = stamp_above(body, place)
        published = near if near and near.startswith(published or "") else published
    canonical = root.find(".//link[@rel='canonical']")
    own = None if canonical is None else canonical.get("href")
    own = own if own and own.startswith(("http://", "https://")) else None
    if stated is None:
        return Document(parts, title=_own_title(root, parts), published=published, address=own, notes=notes)
    return Document(
        parts,
        title=_headline(root, stated.title, parts) or title_in(parts),
        published=published,
        author=_author(stated.author, stated.sitename),
        publisher=stated.sitename or None,
        address=own,
        notes=notes,
    )


def _root(text: str) -> etree._Element | None:
    try:
        return html.document_fromstring(_DECLARATION.sub("", text, count=1).replace("\0", ""), parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _is_of_site(root: etree._Element) -> bool:
    """Return whether a page is part of a site, with menus and links around its article; a saved Word file does not."""
    if any(next(root.iter(tag), None) is not None for tag in _FRAME):
        return True
    letters = sum(len(text) for text in root.itertext())
    linked = sum(len(text) for link in root.iter("a") for text in link.itertext())
    links, stated = root.xpath("count(//a[@href])"), root.xpath("count(//meta[starts-with(@property, 'og:')])")
    return linked > _LINKS * letters or links >= _MANY_LINKS or stated > 0 or len(root.xpath("//script[@src]")) > 1


def _stated(text: str, address: str | None) -> Any:
    import trafilatura  # noqa: PLC0415 (half a second that other formats need not)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            text,
            url=address,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=True,
            favor_recall=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):  # of odd pages; the page is read without it
        return None


def _place(body: etree._Element, article: etree._Element) -> etree._Element:
    """Return the smallest element of ``body`` that holds nearly all of the text that trafilatura found."""
    wanted = [line for element in article.iter() for line in (element.text, element.tail) if line and len(_plain(line)) >= _LEAST]
    keys = {_plain(line) for line in wanted}
    weights: dict[etree._Element, int] = {}
    whole = 0
    for element in body.iter():
        for words, owner in ((element.text, element), (element.tail, element.getparent())):
            plain = _plain(words or "")
            if len(plain) < _LEAST or not (plain in keys or (len(keys) < _MOST_LINES and any(plain in key for key in keys))):
                continue
            keys.discard(plain)
            whole += len(plain)
            while owner is not None:
                weights[owner] = weights.get(owner, 0) + len(plain)
                owner = owner.getparent()
    if not whole:
        return body
    place = found = body
    while True:
        deeper = next((child for child in found if weights.get(child, 0) >= _ENOUGH * whole), None)
        if deeper is None or deeper.tag in {"p", "ul", "ol", "h1"}:
            return place
        found = deeper
        if deeper.tag not in {"table", "tbody", "tr"}:  # a cell that holds all of it is a layout's; a table of values stays whole
            place = deeper


def _with_title(place: etree._Element, title: str | None) -> etree._Element:
    """Return the element around ``place`` that holds the title too, if little more is in it: between them is the lead."""
    if not title:
        return place
    own = _letters(place)
    for around in place.iterancestors():
        if _letters(around) > _MOST_AROUND * own + len(title):
            return place
        headings = [_plain("".join(heading.itertext())) for heading in around.iter("h1", "h2")]
        if any(heading in title or heading.startswith(title) for heading in headings if len(heading) >= _LEAST):
            return around
    return place


def _letters(element: etree._Element) -> int:
    """Return how many letters outside links an element has."""
    skipped = {"a", "script", "style", "nav", "aside", "footer"}
    count, waiting = 0, [element]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner.tag, str) and inner.tag not in skipped:
            count += len((inner.text or "").strip())
            waiting += inner
        if inner is not element:
            count += len((inner.tail or "").strip())
    return count


def _plain(words: str) -> str:
    return " ".join(words.split())


def _headline(root: etree._Element, found: str | None, parts: Sequence[Part]) -> str | None:
    """Return the title that the page shows: the heading or line that one of its names, such as that in its head, says in full.

    ``found`` is what trafilatura takes for the title, which may lack what follows a dash in it.
    """
    names = [_plain(name) for name in (found, *_names(root)) if name and name.strip()]
    headings = [_plain("".join(heading.itertext())) for heading in root.iter("h1", "h2")]
    lines = [_plain(line) for part in parts[:_FIRST] for line in part.text.split("\n")]
    shown = [line for line in (*headings, *lines) if len(line) >= _LEAST]
    for line in shown:
        if any(line.casefold() == name.casefold() for name in names[1:]):
            return line
    body = root.find("body")
    everywhere = set(map(_plain, () if body is None else body.itertext()))
    whole = next((name for name in names[1:] if name in everywhere and len(name) >= _LEAST), None)
    if whole is not None:
        return whole
    for line in shown:
        if any(line.casefold() in name.casefold() for name in names):
            return line
    return names[0] if names else None


def _names(root: etree._Element) -> list[str]:
    """Return the names of the page that are for machines."""
    metas = root.xpath("//meta[@property='og:title' or @name='title' or @name='twitter:title']/@content")
    return [*metas, *("".join(title.itertext()) for title in root.findall(".//title"))]


def _own_title(root: etree._Element, parts: Sequence[Part]) -> str | None:
    """Return the title of a page outside a site: what its head names, if a line of it says the same; else its only main heading."""
    words = next((_plain(name) for name in _names(root)), "")
    first = [part.text for part in parts[:_FIRST] if part.kind is not PartKind.TABLE]
    return words if words and words in map(_plain, first) else title_in(parts)


def _author(found: str | None, site: str | None) -> str | None:
    names = [name.strip() for name in (found or "").split(";") if name.strip()]
    names = [name for name in names if name.casefold() not in {(site or "").casefold(), "admin", "administrator"}]
    return ", ".join(dict.fromkeys(names)) or None
