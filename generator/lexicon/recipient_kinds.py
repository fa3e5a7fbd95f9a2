"""The kinds of recipients and subjects by who is meant: persons, collectives, Party bodies (lexicon ``recipients``, ``class``)."""

from __future__ import annotations

from generator.lexicon.load import lexicon


def _of(*classes: str) -> frozenset[str]:
    return frozenset(entry.id for entry in lexicon("recipients").entries if entry.get("class") in classes)


#: Kinds of which one is a person.
PERSONS = _of("person")
#: Kinds of Party bodies.
PARTY = _of("party")
#: Kinds of which one is a collective; a Party body is one.
COLLECTIVES = PARTY | _of("collective")
#: Kinds of which one is a person or a family.
PEOPLE = PERSONS | _of("household")
#: Kinds that include others: what one telling sums up where another splits.
_WIDER = {
    "tap-the-va-ca-nhan": COLLECTIVES | PEOPLE | _of("other"),
    "tap-the": COLLECTIVES,
    "don-vi": COLLECTIVES,
    "to-chuc-dang": PARTY,
    "chi-dang-bo": PARTY,
    "to-chuc-co-so-dang": PARTY,
    "ca-nhan": PERSONS,
}


def alike(one: str, other: str) -> bool:
    """Return whether two kinds may name the same recipients: both are collectives, or both persons."""
    return one == other or {one, other} <= COLLECTIVES or {one, other} <= PERSONS


def covers(whole: str, part: str) -> bool:
    """Return whether ``whole`` is ``part`` or a kind that includes it."""
    return whole == part or part in _WIDER.get(whole, ())


def one_covers(one: str, other: str) -> bool:
    """Return whether one of two kinds is the other or includes it."""
    return covers(one, other) or covers(other, one)
