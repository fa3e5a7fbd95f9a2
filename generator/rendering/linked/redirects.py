"""Addresses that have no page of their own any more, and where they lead.

What a file was named, or ``seeds/redirects.yml`` says, has a page that leads on: plain HTML, so that it is in no navigation, search or site
map; with a script the reader's ``#fragment`` goes along, without one a refresh leads to the page's beginning. All others follow from names
and articles, and are far more than the pages. They are in a table (:mod:`generator.rendering.parts.files.shards`), in which the script of
the page for wrong addresses (``docs/assets/javascripts/lost.js``) looks: an
address whose meaning has its page elsewhere leads there, one of a
person who has no page leads to the search, and one that is only a name lists what has it and leads nowhere by itself.
"""

from __future__ import annotations

import html
from collections.abc import Mapping

from generator.messages import fill
from generator.model.archive import Archive, Pointer
from generator.model.settings import SiteSettings
from generator.rendering.escaping import attribute
from generator.rendering.parts.files.front_matter import MARK
from generator.rendering.parts.files.shards import sharded
from generator.rendering.parts.links.page_addresses import address_from, page_address
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.provenance.missing_page import missing_title
from generator.rendering.parts.records.index_values import KINDS
from generator.rendering.words import wording
from generator.rendering.words.speaking import say, words
from generator.resolution.pointers import ARTICLES, DOCUMENTS, EVENTS, PERSONS, UNITS, pointers, sought_persons

#: The table. The record of an address (``nguoi/x``) is an address from the site's root, a list of [address, name], or begins with a sign.
FOLDER = "du-lieu/dia-chi"
MOST = 64_000  #: bytes of one file of the table, before it is packed
SOUGHT, SAME_AS = "?", "="  #: before a name to search for, before another address whose record is this one's too
_HEAD = f"<!doctype html>\n<!-- {MARK.removeprefix('# ')} -->\n"
#: These pages are outside the theme, so that any builder copies them as they are; they are read in light and dark.
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;background:#fdfcf9;color:#221d1a}"
    "h1{font-size:1.6rem;line-height:1.3}a{color:#7a1712;text-underline-offset:.15em}"
    "@media (prefers-color-scheme:dark){body{background:#1c1817;color:#ece6df}a{color:#f0a9a2}}"
)
SCRIPT = "assets/javascripts/moved.js"  #: takes the fragment along


def redirect_files(archive: Archive, settings: SiteSettings) -> dict[str, bytes]:
    """Return the pages and the table: path below docs/ → bytes."""
    names, declared = _names(archive), _declared(archive)
    pages: dict[str, str] = {}
    named = {f"{UNITS}/{unit.id}": unit.name for unit in archive.units.values()}
    sought = sought_persons(archive) | {unit: name for unit, name in named.items() if unit not in names}
    records: dict[str, str | list[list[str]]] = {old: f"{SOUGHT}{name}" for old, name in sought.items()}
    listed: dict[tuple[str, ...], str] = {}
    local = SiteSettings(directory_urls=settings.directory_urls)
    for pointer in pointers(archive):
        there = tuple(new for new in pointer.new if new in names)
        if pointer.moved and there and pointer.old in declared:
            path, page = _page(pointer, names[there[0]], settings)
            pages[path] = page
        elif pointer.moved and there:
            records[pointer.old] = page_address(local, f"{there[0]}.md")
        elif there:
            same = listed.setdefault(there, pointer.old)
            shown = [[page_address(local, f"{new}.md"), names[new]] for new in there]
            records[pointer.old] = shown if same == pointer.old else f"{SAME_AS}{same}"
        elif bare := next((named[new] for new in pointer.new if new in named), None):
            records[pointer.old] = f"{SOUGHT}{bare}"
    return {path: page.encode() for path, page in pages.items()} | sharded(FOLDER, records, MOST)


def _declared(archive: Archive) -> frozenset[str]:
    """Return the former addresses of articles, and the units' that ``seeds/redirects.yml`` states."""
    former = (f"{ARTICLES}/{old}" for entry in archive.entries for old in entry.former)
    stated = (redirect.old if redirect.old.startswith(f"{UNITS}/") else f"{ARTICLES}/{redirect.old}" for redirect in archive.redirects)
    return frozenset([*former, *stated])


def _path(old: str, settings: SiteSettings) -> str:
    return f"{old}/index.html" if settings.directory_urls else f"{old}.html"


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
        roles = (wording.role(role) for _, person in named.mentions for role in person.roles[:1])
        first = min(archive.by_slug[slug].article.published or "" for slug in named.articles)[:10]  # distinguishes namesakes of one post
        dated = f" ({wording.date(first)})" if first else ""
        names[f"{PERSONS}/{named.id}"] = wording.joined((named.name, next(roles, None))) + dated
    return names


def _page(pointer: Pointer, name: str, settings: SiteSettings) -> tuple[str, str]:
    path, there = _path(pointer.old, settings), f"{pointer.new[0]}.md"
    local = SiteSettings(directory_urls=settings.directory_urls)
    link, title, home = (attribute(value) for value in (address_from(local, there, path), name, address_from(local, "index.md", path)))
    known = attribute(page_address(settings, there)) if settings.site_url else link
    script = attribute(address_from(local, SCRIPT, path))
    shown = known if settings.site_url else attribute(address_from(local, there, "index.html"))
    moved = fill(html.escape(words().pattern("linked.moved")), {"link": f'<a href="{link}">{shown}</a>'})
    return path, (
        f'{_HEAD}<html lang="{words().language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<meta name="description" content="{title}">\n<link rel="canonical" href="{known}">\n'
        f'<script src="{script}" data-to="{link}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript>\n'
        f'<link rel="icon" href="data:,">\n<style>{_STYLE}</style>\n<meta name="robots" content="noindex">\n</head>\n'
        f'<body data-search="off">\n<main>\n<h1>{title}</h1>\n<p>{moved}</p>\n'
        f'<p><a href="{home}">{attribute(say("pages.home"))}</a></p>\n</main>\n</body>\n</html>\n'
    )
