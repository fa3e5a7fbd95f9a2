"""Articles about one event are brought together: one host, one day, and one type of event or a common fact.

The event's address is that of the article that was published first: "the event that this article reports" stays one event when it is
re-dated, and when articles are added that were published later. Those of its other articles lead there.

A day that is not known to the day brings nothing together. One host may hold two events a day; articles of different types are one event
only when they state the same award, and an article that does not name its event joins one by an award or a person of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.model.archive import Entry, EventGroup, LedgerRow
from generator.model.facts import GIFTS, Award, AwardStatus
from generator.text.folding import canonical
from generator.text.slugs import slug

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEAD = r"(?:\w+[ ]){0,4}?"  # hội nghị trực tuyến toàn tỉnh …
_ON = r"(?:,|(?<!\w)(?:và|kết hợp|gắn với|đồng thời|nhân dịp|[-–]))\s+(?:lễ\s|hội nghị\s)?"


def group_events(entries: Iterable[Entry]) -> tuple[EventGroup, ...]:
    """Return the events that two articles or more report, newest first; ``rows`` are left empty. The order of ``entries`` is
    indifferent."""
    dated = sorted((entry for entry in entries if _day(entry) and entry.units), key=lambda entry: entry.slug)
    groups = _joined_by_persons(_joined_by_keys(dated))
    found = [_event(group) for group in groups if len(group) > 1]
    return tuple(sorted(sorted(found, key=lambda event: event.id), key=lambda event: event.date or "", reverse=True))


def with_events(entries: Iterable[Entry], events: Iterable[EventGroup]) -> tuple[Entry, ...]:
    """``entries`` with the id of the event that each belongs to."""
    of = {slug: event.id for event in events for slug in event.slugs}
    return tuple(replace(entry, event=of.get(entry.slug)) for entry in entries)


def with_rows(events: Iterable[EventGroup], rows: Sequence[LedgerRow]) -> tuple[EventGroup, ...]:
    """Return ``events`` with the ledger rows of their articles."""
    by_slug: dict[str, list[str]] = {}
    for row in rows:
        for citation in row.citations:
            by_slug.setdefault(citation.slug, []).append(row.id)
    return tuple(
        replace(event, rows=tuple(dict.fromkeys(row for slug in event.slugs for row in by_slug.get(slug, ())))) for event in events
    )


@lru_cache(maxsize=4096)
def event_types(name: str | None) -> tuple[str, ...]:
    """Return the types of the event called ``name``, in the order of the lexicon: ``lễ kỷ niệm … và đón nhận …`` has two."""
    if name is None:
        return ()
    words = " ".join(canonical(name).split())
    head, on = _patterns()
    found = [*([match] if (match := head.match(words)) else []), *on.finditer(words)]
    types = {lexicon("event-types").entry_of(match["type"]).id for match in found}
    return tuple(event_type for event_type in lexicon("event-types").by_id if event_type in types)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = lexicon("event-types").alternatives
    return re.compile(rf"{_HEAD}(?P<type>{known})"), re.compile(rf"{_ON}(?P<type>{known})")


def _day(entry: Entry) -> str | None:
    date = entry.facts.event.date if entry.facts.event else None
    return date if date and _DAY.fullmatch(date) else None


def _types(entry: Entry) -> tuple[str, ...]:
    return event_types(entry.facts.event.name if entry.facts.event else None)


def _keys(entry: Entry) -> list[Hashable]:
    """Return the keys that articles of one event share: host and day with a type of event, or with an award reported alike."""
    signs: set[Hashable] = {*_types(entry), *(sign for award in entry.facts.awards for sign in _signs(award))}
    return [(_day(entry), unit.id, sign) for unit in entry.units for sign in signs]


def _signs(award: Award) -> Iterable[Hashable]:
    """Yield what makes an award known again. One without a number or a name, or for one recipient not named, is too common."""
    if award.type not in GIFTS and award.status != AwardStatus.PAST:
        if award.count is not None and award.count > 1:
            yield (award.type, award.rank, award.kind, award.count)
        if award.names:
            yield (award.type, award.rank, frozenset(map(_plain, award.names)))


def _joined_by_keys(entries: Sequence[Entry]) -> list[list[Entry]]:
    """``entries`` in groups that shared keys hold together."""
    group_of: dict[str, list[Entry]] = {entry.slug: [entry] for entry in entries}
    first: dict[Hashable, str] = {}
    for entry in entries:
        for key in _keys(entry):
            _join(group_of, first.setdefault(key, entry.slug), entry.slug)
    return _distinct(group_of)


def _joined_by_persons(groups: Sequence[list[Entry]]) -> list[list[Entry]]:
    """Articles that name no event join by a person: first each other, then the one named event where that person is named too."""
    nameless, _ = _parted(groups)
    group_of = {entry.slug: group for group in groups for entry in group}
    for group, other in _with_one_person(nameless, nameless):
        _join(group_of, other[0].slug, group[0].slug)
    nameless, named = _parted(_distinct(group_of))
    group_of = {entry.slug: group for group in (*nameless, *named) for entry in group}
    met: dict[str, list[list[Entry]]] = {}
    for group, other in _with_one_person(nameless, named):
        met.setdefault(group[0].slug, []).append(other)
    for place, others in met.items():
        if len(others) == 1:  # of two events on one day, it may be either
            _join(group_of, others[0][0].slug, place)
    return _distinct(group_of)


def _parted(groups: Iterable[list[Entry]]) -> tuple[list[list[Entry]], list[list[Entry]]]:
    """Return the groups in which no article names a type of event, and the others."""
    parted: tuple[list[list[Entry]], list[list[Entry]]] = ([], [])
    for group in groups:
        parted[any(_types(entry) for entry in group)].append(group)
    return parted


def _with_one_person(groups: Sequence[list[Entry]], others: Sequence[list[Entry]]) -> list[tuple[list[Entry], list[Entry]]]:
    """Return each pair of a group and another one with the same host, day and person, unless they state different parts of the day."""
    by_key: dict[Hashable, list[list[Entry]]] = {}
    for other in others:
        for key in _person_keys(other):
            by_key.setdefault(key, []).append(other)
    pairs = []
    for group in groups:
        met = {other[0].slug: other for key in _person_keys(group) for other in by_key.get(key, ()) if other is not group}
        pairs += [(group, met[slug]) for slug in sorted(met) if _same_part_of_day(group, met[slug])]
    return pairs


def _person_keys(group: Iterable[Entry]) -> set[Hashable]:
    return {(_day(entry), unit.id, _plain(person.name)) for entry in group for unit in entry.units for person in entry.facts.people}


def _same_part_of_day(group: Iterable[Entry], other: Iterable[Entry]) -> bool:
    parts, others = (
        {entry.facts.event.part_of_day for entry in side if entry.facts.event and entry.facts.event.part_of_day} for side in (group, other)
    )
    return not parts or not others or bool(parts & others)


def _join(group_of: dict[str, list[Entry]], first: str, second: str) -> None:
    kept, gone = sorted((group_of[first], group_of[second]), key=len, reverse=True)
    if kept is not gone:
        kept += gone
        group_of.update(dict.fromkeys((entry.slug for entry in gone), kept))


def _distinct(group_of: Mapping[str, list[Entry]]) -> list[list[Entry]]:
    groups = {id(group): group for group in group_of.values()}
    return sorted((sorted(group, key=lambda entry: entry.slug) for group in groups.values()), key=lambda group: group[0].slug)


def _event(group: Sequence[Entry]) -> EventGroup:
    names = Counter(" ".join(entry.facts.event.name.split()) for entry in group if entry.facts.event and entry.facts.event.name)
    name = min(names, key=lambda name: (-names[name], -len(name), name)) if names else group[0].article.title
    order = sorted(group, key=lambda entry: (entry.article.published or "9999", entry.slug))
    slugs = tuple(entry.slug for entry in order)
    return EventGroup(order[0].slug, name, _day(group[0]), _host(group), slugs, plain=_plainly(group), date_end=_last_day(group))


def _last_day(group: Sequence[Entry]) -> str | None:
    """Return the last day that most articles state (the earliest of equals); None if none states it."""
    days = Counter(entry.last_day for entry in group if entry.last_day)
    return min(days, key=lambda day: (-days[day], day)) if days else None


def _host(group: Sequence[Entry]) -> str:
    """Return the unit that most articles are about, and first."""
    hosts = Counter(unit.id for entry in group for unit in entry.units)
    place = {unit.id: at for entry in reversed(group) for at, unit in reversed(list(enumerate(entry.units)))}
    return min(hosts, key=lambda unit: (-hosts[unit], place[unit], unit))


def _plainly(group: Sequence[Entry]) -> str:
    """Day, host and type: a description that may come to fit another event."""
    counts = Counter(type_ for entry in group for type_ in _types(entry))
    most = max(lexicon("event-types").by_id, key=lambda item: counts[item])  # of the most frequent, the lexicon's first
    host = next(unit for entry in group for unit in entry.units if unit.id == _host(group))
    called = host.id if host.listed else slug(host.name)
    return "-".join((str(_day(group[0])), called, *([most] if counts[most] else [])))


def _plain(name: str) -> str:
    return " ".join(canonical(name).split())
