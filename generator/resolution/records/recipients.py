"""Which names among an award's recipients are persons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon.recipient_kinds import PERSONS
from generator.model.archive import Entry
from generator.model.facts import GIFTS, Award
from generator.model.unit import Standing
from generator.text.folding import spelling_key


def persons_honoured(entry: Entry) -> Iterator[tuple[Award, str]]:
    """Yield each award of ``entry`` with each person named as its recipient; gifts are no awards."""
    known = {spelling_key(person.name) for person in entry.facts.people}
    for award in entry.facts.awards:
        if award.type not in GIFTS:
            for name in award.names:
                if is_person(entry, award, name, known):
                    yield award, name


def is_person(entry: Entry, award: Award, name: str, known: set[str]) -> bool:
    """Return whether ``name`` among the recipients of ``award`` is a person's; ``known`` are the keys of the persons that the article
    names. A family that is honoured is no person, nor is an organisation."""
    meaning = entry.names.get(name)
    if meaning is not None and meaning.standing is not Standing.NO_UNIT:
        return False
    if award.kind not in PERSONS:
        return False
    return spelling_key(name) in known or _like_a_name(name)


def _like_a_name(name: str) -> bool:
    """Return whether a name that the article's persons lack has two words or more, each with a capital, and no figure."""
    words = name.split()
    return len(words) >= 2 and all(word[:1].isupper() for word in words) and not any(char.isdigit() for char in name)
