"""The kinds of recipients and subjects by class: persons, collectives, Party bodies (lexicon ``recipients``, ``class``)."""

from __future__ import annotations

from enum import StrEnum

from generator.lexicon.load import lexicon


class RecipientClass(StrEnum):
    """Class of a kind of recipients in the lexicon."""

    PERSON = "person"
    COLLECTIVE = "collective"
    PARTY = "party"
    HOUSEHOLD = "household"
    MIXED = "mixed"
    OTHER = "other"


def _of(*classes: RecipientClass) -> frozenset[str]:
    return frozenset(entry.id for entry in lexicon("recipients").entries if entry.get("class") in classes)


#: Kinds whose members are persons.
PERSONS = _of(RecipientClass.PERSON)
#: Kinds of Party bodies.
PARTY = _of(RecipientClass.PARTY)
#: Kinds whose members are collectives; a Party body is one.
COLLECTIVES = PARTY | _of(RecipientClass.COLLECTIVE)
#: Kinds whose members are persons or families.
PEOPLE = PERSONS | _of(RecipientClass.HOUSEHOLD)
#: Kinds that include others, for a mention that sums up what another divides.
_WIDER = {
    "tap-the-va-ca-nhan": COLLECTIVES | PEOPLE | _of(RecipientClass.OTHER),
    "tap-the": COLLECTIVES,
    "don-vi": COLLECTIVES,
    "to-chuc-dang": PARTY,
    "chi-dang-bo": PARTY,
    "to-chuc-co-so-dang": PARTY,
    "ca-nhan": PERSONS,
}


def alike(kind: str, other: str) -> bool:
    """Return whether two kinds may name the same recipients: both are collectives, or both persons."""
    return kind == other or {kind, other} <= COLLECTIVES or {kind, other} <= PERSONS


def covers(whole: str, part: str) -> bool:
    """Return whether ``whole`` is ``part`` or a kind that includes it."""
    return whole == part or part in _WIDER.get(whole, ())


def either_covers(kind: str, other: str) -> bool:
    """Return whether one of two kinds is the other or includes it."""
    return covers(kind, other) or covers(other, kind)
