"""From the facts of an article to the records of the persons and units that they name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.archive import Entry
from generator.model.facts import Award, Fact, Person, UnitMention
from generator.rendering.parts.links.places import Places, Value
from generator.text.folding import spelling_key

_PARTS = ("host", "granter", "recipient")  #: the roles of an organisation whose page the fact leads to


def record_links(places: Places, entry: Entry, fact: Fact) -> tuple[Value, ...]:
    """Return the pages (``nguoi/x``, ``don-vi/y``) of those whom ``fact`` of ``entry`` is about, each once: the recipients
    of an award, a person, an organisation that has part in the event."""
    return tuple(dict.fromkeys(_links(places, entry, fact)))


def _links(places: Places, entry: Entry, fact: Fact) -> Iterator[Value]:
    if isinstance(fact, Award):
        for name in fact.names:
            units = list(_unit(places, entry, name))
            yield from units or _person(places, entry, name)
    elif isinstance(fact, Person):
        yield from _person(places, entry, fact.name)
    elif isinstance(fact, UnitMention) and fact.role in _PARTS:
        yield from _unit(places, entry, fact.name)


def _unit(places: Places, entry: Entry, name: str) -> Iterator[Value]:
    meaning = entry.names.get(name)
    if meaning and meaning.unit and (value := places.unit(meaning.unit)).id:
        yield Value(f"don-vi/{value.id}", value.name)


def _person(places: Places, entry: Entry, name: str) -> Iterator[Value]:
    person = places.index.person_named.get((entry.slug, spelling_key(name)))
    if person and (value := places.person(person)).id:
        yield Value(f"nguoi/{value.id}", value.name)
