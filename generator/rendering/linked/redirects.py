"""The pages at addresses that have none of their own any more: plain HTML, so that they are in no navigation, search or site map.

One whose meaning now has its page elsewhere leads there: with a script the reader's ``#fragment`` goes along, without one a refresh leads
to the page's beginning. One that is only a name lists what bears it and leads nowhere by itself.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from urllib.parse import quote_plus

from generator.messages import fill
from generator.model.archive import Archive, Pointer
from generator.model.settings import SiteSettings
from generator.rendering.escaping import attribute
from generator.rendering.parts.front_matter import MARK
from generator.rendering.parts.index_values import KINDS
from generator.rendering.parts.missing_page import missing_title
from generator.rendering.parts.page_addresses import address_from, page_address
from generator.rendering.parts.places import Places
from generator.rendering.words import wording
from generator.rendering.words.speaking import say, words
from generator.resolution.pointers import ARTICLES, DOCUMENTS, EVENTS, PERSONS, UNITS, pointers, sought_persons

_HEAD = f"<!doctype html>\n<!-- {MARK.removeprefix('# ')} -->\n"
#: These pages are outside the theme, so that any builder copies them as they are; they are read in light and dark.
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;background:#fdfcf9;color:#221d1a}"
    "h1{font-size:1.6rem;line-height:1.3}ul{padding-left:1.3rem}li{margin:.4rem 0}a{color:#7a1712;text-underline-offset:.15em}"
    "@media (prefers-color-scheme:dark){body{background:#1c1817;color:#ece6df}a{color:#f0a9a2}}"
)
_SEARCH = "tra-cuu.md"  #: the search page, which takes a query as ``tk``
SCRIPT = "assets/javascripts/moved.js"  #: takes the fragment along
_FROM_DISK = "assets/javascripts/from-disk.js"  # links of a page opened by double click


def redirect_pages(archive: Archive, settings: SiteSettings) -> dict[str, str]:
    """Return a page for every pointer of ``archive``: path below docs/ → HTML."""
    names = _names(archive)
    found = ((pointer, [new for new in pointer.new if new in names]) for pointer in pointers(archive))
    pages = dict(_page(pointer, {new: names[new] for new in there}, settings) for pointer, there in found if there)
    return pages | dict(_sought(old, name, settings) for old, name in sought_persons(archive).items())


def _sought(old: str, name: str, settings: SiteSettings) -> tuple[str, str]:
    """Return the page at the address of a person who has no page of one's own: it leads to what the search finds by the name."""
    path = _path(old, settings)
    local = SiteSettings(directory_urls=settings.directory_urls)
    to = attribute(f"{address_from(local, _SEARCH, path)}?tk={quote_plus(_quoted(name))}")
    head = _leading(to, attribute(address_from(local, SCRIPT, path)))
    home = attribute(address_from(local, "index.md", path))
    title = attribute(say("people.no_page", name=name))
    link = f'<a href="{to}">{attribute(say("people.no_page_search", name=name))}</a>'
    return path, _html(title, head, f'<p>{link}</p>\n<p><a href="{home}">{attribute(say("pages.home"))}</a></p>')


def _quoted(name: str) -> str:
    """Return ``name`` as the search takes an exact phrase."""
    return '"' + name.replace('"', " ") + '"'


def _path(old: str, settings: SiteSettings) -> str:
    return f"{old}/index.html" if settings.directory_urls else f"{old}.html"


def _leading(link: str, script: str) -> str:
    """Return the elements of the head that lead on to ``link``."""
    return f'<script src="{script}" data-to="{link}"></script>\n<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript>\n'


def _names(archive: Archive) -> Mapping[str, str]:
    """Return the title of the page at each address that a pointer may lead to."""
    places = Places(archive)
    names = {f"{ARTICLES}/{entry.slug}": entry.article.title for entry in archive.entries}
    names |= {f"{ARTICLES}/{slug}": missing_title(named) for slug, named in archive.missing.items()}
    names |= {f"{UNITS}/{unit.id}": wording.joined((unit.name, wording.validity(unit) or ""), " · ") for unit in places.units}
    names |= {
        f"{EVENTS}/{event.id}": wording.joined((wording.capital(event.name), wording.date(event.date or "")), " · ")
        for event in archive.events
    }
    names |= {f"{DOCUMENTS}/{named.id}": named.name for named in KINDS["document"](archive, places, "")}
    for named in places.index.persons:
        roles = (wording.role(role) for _, person in named.told for role in person.roles[:1])
        first = min(archive.by_slug[slug].article.published or "" for slug in named.articles)[:10]  # distinguishes namesakes of one post
        dated = f" ({wording.date(first)})" if first else ""
        names[f"{PERSONS}/{named.id}"] = wording.joined((named.name, next(roles, None))) + dated
    return names


def _page(pointer: Pointer, there: Mapping[str, str], settings: SiteSettings) -> tuple[str, str]:
    path = _path(pointer.old, settings)
    local = SiteSettings(directory_urls=settings.directory_urls)
    links = {attribute(address_from(local, f"{new}.md", path)): attribute(name) for new, name in there.items()}
    home = attribute(address_from(local, "index.md", path))
    back = f'<p><a href="{home}">{attribute(say("pages.home"))}</a></p>'
    if pointer.moved:
        (link, title), (new, _) = next(iter(links.items())), next(iter(there.items()))
        known = attribute(page_address(settings, f"{new}.md")) if settings.site_url else link
        script = attribute(address_from(local, SCRIPT, path))
        head = f'<link rel="canonical" href="{known}">\n{_leading(link, script)}'
        shown = known if settings.site_url else attribute(address_from(local, f"{new}.md", "index.html"))
        moved = _worded("linked.moved", f'<a href="{link}">{shown}</a>')
        return path, _html(title, head, f"<p>{moved}</p>\n{back}")
    title = attribute(say("linked.named", n=len(there)))
    items = "".join(f'<li><a href="{link}">{name}</a></li>\n' for link, name in links.items())
    head = f'<script src="{attribute(address_from(local, _FROM_DISK, path))}" defer></script>\n'
    return path, _html(title, head, f"<p>{attribute(say('linked.named_note'))}</p>\n<ul>\n{items}</ul>\n{back}")


def _worded(key: str, link: str) -> str:
    return fill(html.escape(words().pattern(key)), {"link": link})


def _html(title: str, head: str, body: str) -> str:
    return (
        f'{_HEAD}<html lang="{words().language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<meta name="description" content="{title}">\n{head}<link rel="icon" href="data:,">\n'
        f'<style>{_STYLE}</style>\n<meta name="robots" content="noindex">\n</head>\n'
        f'<body data-search="off">\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n'
    )
