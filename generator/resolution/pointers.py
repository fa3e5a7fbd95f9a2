"""Addresses that have no page of their own, and where they lead.

Some mean just what has its page elsewhere: they lead there. Others are a name or a description, as all addresses of persons, events,
documents and unlisted units once were. These list what they fit now and lead to none by themselves, not even when there is only
one: what they were written down for may be another that has left the archive since.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Archive, Pointer
from generator.resolution.archive_index import ArchiveIndex

UNITS, PERSONS, DOCUMENTS, EVENTS, ARTICLES = "don-vi", "nguoi", "van-ban", "su-kien", "bai"


def pointers(archive: Archive) -> tuple[Pointer, ...]:
    """Give every pointer of ``archive``, each address once and none that has a page, by address."""
    index = ArchiveIndex.of(archive)
    people = [person for person in index.persons if person.id in index.persons_with_page]
    cited = index.documents
    pages = {f"{ARTICLES}/{slug}" for slug in (*archive.by_slug, *archive.missing)} | {f"{UNITS}/{unit}" for unit in archive.units}
    pages |= {f"{EVENTS}/{event.id}" for event in archive.events} | {f"{PERSONS}/{person.id}" for person in people}
    pages |= {f"{DOCUMENTS}/{citation.id}" for citation in cited}
    found: dict[str, Pointer] = {}
    for pointer in (*_articles(archive), *_redirected_units(archive), *archive.unit_pointers):
        found.setdefault(pointer.old, pointer)
    for folder, records in ((PERSONS, people), (DOCUMENTS, cited)):
        for record in records:
            for old in record.former:
                found.setdefault(f"{folder}/{old}", Pointer(f"{folder}/{old}", (f"{folder}/{record.id}",)))
    named: dict[str, list[str]] = {}
    for person in people:
        named.setdefault(f"{PERSONS}/{person.plain}", []).append(f"{PERSONS}/{person.id}")
    for document in cited:
        named.setdefault(f"{DOCUMENTS}/{document.plain}", []).append(f"{DOCUMENTS}/{document.id}")
    for event in archive.events:
        named.setdefault(f"{EVENTS}/{event.plain}", []).append(f"{EVENTS}/{event.id}")
    for old, new in named.items():
        numbers = ("", *(f"-{number}" for number in range(2, len(new) + 1)))  # as they once were numbered
        for number in numbers:
            found.setdefault(f"{old}{number}", Pointer(f"{old}{number}", tuple(new), moved=False))
    return tuple(pointer for old, pointer in sorted(found.items()) if old not in pages)


def sought_persons(archive: Archive) -> dict[str, str]:
    """Return the addresses (``nguoi/x``) of persons who have no page, with the name by which the search finds them; and the bare names
    that no page has."""
    index = ArchiveIndex.of(archive)
    taken = {pointer.old for pointer in pointers(archive)} | {f"{PERSONS}/{person}" for person in index.persons_with_page}
    found: dict[str, str] = {}
    for person in index.persons:
        if person.id not in index.persons_with_page:
            for old in (person.id, *person.former, person.plain):
                found.setdefault(f"{PERSONS}/{old}", person.name)
    return {old: name for old, name in sorted(found.items()) if old not in taken}


def _articles(archive: Archive) -> Iterator[Pointer]:
    """Yield the former addresses of articles; and for each address of an article, that of the event that it reports."""
    for entry in archive.entries:
        there = f"{EVENTS}/{entry.event}" if entry.event else f"{ARTICLES}/{entry.slug}"
        yield Pointer(f"{EVENTS}/{entry.slug}", (there,))
        for former in entry.former:
            yield Pointer(f"{ARTICLES}/{former}", (f"{ARTICLES}/{entry.slug}",))
            yield Pointer(f"{EVENTS}/{former}", (there,))
    for redirect in archive.redirects:
        if redirect.new in archive.missing:
            yield Pointer(f"{ARTICLES}/{redirect.old}", (f"{ARTICLES}/{redirect.new}",))


def _redirected_units(archive: Archive) -> Iterator[Pointer]:
    """Yield what ``seeds/redirects.yml`` says of units."""
    for redirect in archive.redirects:
        if redirect.old.startswith(f"{UNITS}/"):
            yield Pointer(redirect.old, (redirect.new,))
