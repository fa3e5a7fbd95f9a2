"""Which persons the archive reports. Nothing is inferred: a name alone says nothing about who has it.

Whom the article honours is a person of it too, even where the name is only in the award. When two articles mean one person is decided
in :mod:`generator.resolution.records.person_identity`.

A person's address is made of the name and an article: "the person of this name in this article" is one person and stays so, whatever other
articles report. A person named by several articles has such an address from each. The oldest article's has the page, so that newer ones
leave it where it is, and the others lead to it. A person who was given an address in ``seeds/people.yml`` has the page there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.model.facts import Person
from generator.model.person import PersonDecision
from generator.resolution.addresses import marked
from generator.resolution.records.person_identity import Mention, decisions_by_name, grouped
from generator.resolution.records.recipients import persons_honoured
from generator.text.folding import spelling_key
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person: an ASCII address, the name, and where articles report the person (slug and fact, newest first).

    ``articles`` are the slugs of all articles that name the person, also of those that do so only as the recipient of an award; ``names``
    the keys of the names that they write. ``alike`` are the addresses of other persons with this name; the articles don't state whether
    they are the same. ``former`` are the addresses that mean this person too. ``plain`` is the name as a slug, which others may share.
    ``decided``: ``seeds/people.yml`` identifies the person.
    """

    id: str
    name: str
    mentions: tuple[tuple[str, Person], ...]
    alike: tuple[str, ...]
    former: tuple[str, ...] = ()
    plain: str = ""
    articles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    addresses: tuple[str, ...]
    name: str
    group: tuple[Mention, ...]
    decision: PersonDecision | None


def persons(archive: Archive) -> tuple[PersonRecord, ...]:
    """Return every person of the archive, each mention once; the order is that of the addresses."""
    if persons not in archive.memory:
        archive.memory[persons] = _persons(archive)
    found: tuple[PersonRecord, ...] = archive.memory[persons]
    return found


def mentions_by_name(archive: Archive) -> dict[tuple[str, ...], list[Mention]]:
    """Return every person named in an article by the key of the name, or the keys of the names that ``seeds/people.yml`` calls one."""
    together = decisions_by_name(archive.people)
    by_name: dict[tuple[str, ...], list[Mention]] = {}
    for entry in archive.entries:
        known = [Mention(entry, person.name, person) for person in entry.facts.people]
        keys = {spelling_key(person.name) for person in known}
        for _, name in persons_honoured(entry):
            if spelling_key(name) not in keys:
                keys.add(spelling_key(name))
                known.append(Mention(entry, name))
        for mention in known:
            if key := spelling_key(mention.name):
                by_name.setdefault(together.get(key, (key,)), []).append(mention)
    return by_name


def decisions_about(archive: Archive, names: Sequence[str]) -> tuple[PersonDecision, ...]:
    """Return the entries of ``seeds/people.yml`` about one of ``names`` (keys), in the file's order."""
    return tuple(person for person in archive.people if {spelling_key(name) for name in (person.name, *person.variants)} & set(names))


def _persons(archive: Archive) -> tuple[PersonRecord, ...]:
    found: list[_Found] = []
    for names, mentions in sorted(mentions_by_name(archive).items()):
        for decision, group in grouped(mentions, decisions_about(archive, names), archive.units):
            found.append(_Found(_addresses(group, decision), names[0], tuple(group), decision))
    meant = {place for person in found for place in person.addresses}
    same: dict[str, list[str]] = {}
    for person in sorted(found, key=lambda item: item.addresses):
        same.setdefault(person.name, []).append(person.addresses[0])
    return tuple(_record(person, same[person.name], meant) for person in sorted(found, key=lambda person: person.addresses))


def _record(found: _Found, same: Sequence[str], meant: set[str]) -> PersonRecord:
    name = found.decision.name if found.decision else _spelling(mention.name for mention in found.group)
    return PersonRecord(
        id=found.addresses[0],
        name=name,
        mentions=tuple((mention.entry.slug, mention.fact) for mention in found.group if mention.fact is not None),
        alike=tuple(place for place in same if place != found.addresses[0]),
        former=(*found.addresses[1:], *(place for place in _before_corrections(found.group) if place not in meant)),
        plain=_plain(spelling_key(name)),
        articles=tuple(dict.fromkeys(mention.entry.slug for mention in found.group)),
        names=tuple(dict.fromkeys(spelling_key(mention.name) for mention in found.group)),
        decided=found.decision is not None,
    )


def _addresses(group: Iterable[Mention], decision: PersonDecision | None) -> tuple[str, ...]:
    """Return all addresses of the person in ``group``, the one with the page first."""
    given = (decision.id,) if decision and decision.id else ()
    mentions = sorted(((mention.entry, spelling_key(mention.name)) for mention in group), key=lambda pair: (*_age(pair[0]), pair[1]))
    articles = [(name, entry.slug) for entry, name in mentions]
    articles += [(name, former) for entry, name in mentions for former in entry.former]
    return tuple(dict.fromkeys((*given, *(marked(_plain(name), name, article) for name, article in articles))))


def _age(entry: Entry) -> tuple[str, str]:
    return (entry.date or "9999", entry.slug)


def _before_corrections(group: Iterable[Mention]) -> tuple[str, ...]:
    """Return the addresses under names that were corrected."""
    names = [
        (spelling_key(correction.before.name), place)
        for mention in group
        for correction in (mention.fact.corrections if mention.fact else ())
        if isinstance(correction.before, Person)
        for place in (mention.entry.slug, *mention.entry.former)
    ]
    return tuple(dict.fromkeys(marked(_plain(name), name, place) for name, place in names))


def _plain(name: str) -> str:
    return slug(name) or "nguoi"


def _spelling(names: Iterable[str]) -> str:
    """As most articles write it."""
    written = [" ".join(name.split()) for name in names]
    return min(written, key=lambda name: (-written.count(name), name))
