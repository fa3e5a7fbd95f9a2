"""Atom feeds (RFC 4287) of the archive, of each unit and of each form of award: the newest articles.

Ids and links are the addresses of pages, so there is no feed without ``site_url``. ``updated`` is the article's own date, or that of its
last correction, never the clock's; an article without a date is in no feed. RFC 4287 requires a moment: if less is known, it is the first
of the day, month or year, in Vietnam's time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.model.archive import Archive, Entry
from generator.model.settings import SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.linked.moments import moment
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.parts.lists.article_lines import awards_line
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import language, say

FOLDER = "du-lieu/nguon-tin"
ALL = "tat-ca"  #: the name of the archive's own feed
MOST = 50  #: how many articles a feed holds
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its file's name below :data:`FOLDER` without ``.xml``, what it is of, the page it belongs to, its articles."""

    name: str
    title: str
    page: str
    entries: tuple[Entry, ...]


def feeds(archive: Archive, settings: SiteSettings) -> Mapping[str, Feed]:
    """Return every feed by its name (``tat-ca``, ``don-vi/ID``, ``hinh-thuc/ID``), newest article first; none without ``site_url``."""
    if settings.site_url is None:
        return {}
    dated = sorted((entry for entry in archive.entries if _updated(entry)), key=lambda entry: entry.slug)
    dated.sort(key=_updated, reverse=True)
    found: dict[str, list[Entry]] = {}
    titles = {ALL: (settings.site_name, "index.md")}
    for entry in dated:
        found.setdefault(ALL, []).append(entry)
        for unit in entry.units:
            titles[f"don-vi/{unit.id}"] = (say("linked.feed", site=settings.site_name, of=unit.name), f"don-vi/{unit.id}.md")
            found.setdefault(f"don-vi/{unit.id}", []).append(entry)
        for form in _forms(entry):
            titles[f"hinh-thuc/{form}"] = (
                say("linked.feed", site=settings.site_name, of=labels().of("award_types", form)),
                f"hinh-thuc/{form}.md",
            )
            found.setdefault(f"hinh-thuc/{form}", []).append(entry)
    return {name: Feed(name, *titles[name], tuple(found[name][:MOST])) for name in sorted(found)}


def atom(feed: Feed, settings: SiteSettings) -> str:
    """``feed`` as Atom."""
    address = page_address(settings, f"{FOLDER}/{feed.name}.xml")
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language()})
    _add(root, "id", address)
    _add(root, "title", feed.title)
    _add(root, "updated", max(_updated(entry) for entry in feed.entries))
    _add(_add(root, "author"), "name", settings.site_name)
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", href=page_address(settings, feed.page))
    for entry in feed.entries:
        _entry(root, entry, settings)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, entry: Entry, settings: SiteSettings) -> None:
    address = page_address(settings, f"bai/{entry.slug}.md")
    node = _add(root, "entry")
    _add(node, "id", address)
    title = _add(node, "title", entry.article.title)
    if language() != "vi":
        title.set("xml:lang", "vi")
    _add(node, "updated", _updated(entry))
    published = entry.article.published or ""
    if len(published) >= len("2022-01-15"):
        _add(node, "published", moment(published))
    if entry.article.byline:
        _add(_add(node, "author"), "name", entry.article.byline)
    _add(node, "link", rel="alternate", type="text/html", href=address)
    for form in _forms(entry):
        _add(node, "category", term=form, label=labels().of("award_types", form))
    summary = [
        wording.joined((fact.words.head, fact.words.body, fact.words.note and say("linked.note", note=fact.words.note)), " ")
        for fact in awards_line(entry).facts
    ]
    _add(node, "summary", "; ".join(summary) or say("linked.no_award"))


def _forms(entry: Entry) -> Sequence[str]:
    return list(dict.fromkeys(award.type for award in entry.facts.awards if award.type not in labels().gifts))


def _updated(entry: Entry) -> str:
    """Return the moment of the article, or of its last correction; empty where no date is known."""
    days = [entry.article.published or entry.date or "", *(correction.on for correction in entry.corrections)]
    return max((moment(day) for day in days if day), default="") if days[0] else ""


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    node = ET.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items()})
    node.text = None if text is None else clean(" ".join(text.split()))
    return node
