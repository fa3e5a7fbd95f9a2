"""The facts of an article, as ``shared/facts/facts.md`` defines them. Each carries its evidence and its rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.correction import Correction
from generator.model.span import Span

#: Award types that are gifts: handed over at ceremonies, recorded, in no score and no total. Source: facts.md.
GIFTS = frozenset({"tang-hoa", "tang-qua", "tien-thuong"})


class AwardStatus(StrEnum):
    """What became of an award. The values are the contract's; labels, corrections and data files name these and no other."""

    GRANTED = "granted"
    PROPOSED = "proposed"
    PAST = "past"  # granted earlier, and only recalled
    REVOKED = "revoked"  # withdrawn: it ends the one granted earlier


@dataclass(frozen=True, slots=True)
class Inference:
    """A value that the words do not state: which field it fills and on what basis it was inferred."""

    field: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries.

    ``evidence`` is never empty; each span's text is the words that say so. ``rule`` is the id of the rule that gave
    the fact; ``inferred`` lists the fields that the words do not state (none: all is stated); ``corrections`` what a
    person put right in it.
    """

    evidence: tuple[Span, ...]
    rule: str
    inferred: tuple[Inference, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """The ceremony or conference reported. ``date`` is ISO 8601, ``part_of_day`` one of sáng, trưa, chiều, tối."""

    name: str | None
    date: str | None
    part_of_day: str | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMention(Fact):
    """An organisation. ``id`` is an ASCII slug; ``role`` one of host, granter, recipient, mentioned."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Fact):
    """One award per recipients' kind, standard and period; ids and meanings as in facts.md.

    ``count`` is None where the text names none. ``period`` is (first year, last year). ``status`` is a value of
    :class:`AwardStatus`. ``posthumous``: to somebody who died before (``truy tặng``). ``listed`` is how many the rows of a list name
    where its heading states another number, else None.
    """

    type: str
    rank: int | None
    kind: str
    count: int | None
    names: tuple[str, ...]
    standard: str | None
    granted_by: str | None
    years: tuple[int, ...]
    period: tuple[int, int] | None
    consecutive_years: int | None
    status: str
    posthumous: bool = False
    listed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Fact):
    """A level of the yearly appraisal. ``percent`` is 0 to 100; ``kind`` is result or target."""

    subject: str
    level: str
    count: int | None
    percent: float | None
    at_least: bool
    year: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Role:
    """A position. ``written`` is the form in the text where ``title`` expands an abbreviation."""

    title: str
    unit: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A person of the event; the honorific is no part of the name."""

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Fact):
    """A document cited. ``number`` as written; ``date`` ISO 8601; ``session`` such as ``khóa XII``."""

    kind: str
    number: str | None
    title: str | None
    issuer: str | None
    session: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A counted result or target. ``measure`` is the words counted, ``of`` the target or whole; ``kind`` result or target."""

    measure: str
    value: float | int | None
    of: float | int | None
    percent: float | None
    unit: str | None
    year: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was extracted from one article."""

    event: Event | None = None
    units: tuple[UnitMention, ...] = ()
    years: tuple[int, ...] = ()
    awards: tuple[Award, ...] = ()
    ratings: tuple[Rating, ...] = ()
    people: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def count(self) -> int:
        """How many there are; the years, which follow from others, are not counted."""
        listed = (self.units, self.awards, self.ratings, self.people, self.documents, self.figures)
        return sum(map(len, listed)) + (self.event is not None)
