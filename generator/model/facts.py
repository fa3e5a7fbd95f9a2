"""The facts of an article, as ``architecture/facts.md`` defines them. Each carries its evidence and its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from generator.model.check import Checked
from generator.model.correction import Correction
from generator.model.packing import packed
from generator.model.span import Span
from generator.model.statement import Reason

#: Award types that are gifts: handed over at ceremonies, recorded, in no score and no total. Source: architecture/facts.md.
GIFTS = frozenset({"tang-hoa", "tang-qua", "tien-thuong"})


class FactKind(StrEnum):
    """Kind of fact; the value is its key in :class:`Facts` and in all data, and this their order."""

    EVENT = "event"
    UNITS = "units"
    AWARDS = "awards"
    RATINGS = "ratings"
    PEOPLE = "people"
    DOCUMENTS = "documents"
    FIGURES = "figures"


class UnitRole(StrEnum):
    """Role of an organisation in what an article reports."""

    HOST = "host"
    GRANTER = "granter"
    RECIPIENT = "recipient"
    MENTIONED = "mentioned"


class Aim(StrEnum):
    """Whether a rating or a figure was reached or is aimed at."""

    RESULT = "result"
    TARGET = "target"


class AwardStatus(StrEnum):
    """Status of an award. The values are the contract's; labels, corrections and data files use only these."""

    GRANTED = "granted"
    PROPOSED = "proposed"
    PAST = "past"  # granted earlier, and only recalled
    REVOKED = "revoked"  # withdrawn: it ends the one granted earlier


class Approximation(StrEnum):
    """Hedge of an award's count. The values are the contract's; exact totals exclude such counts."""

    AT_LEAST = "at-least"  # hơn, trên, ít nhất
    NEARLY = "nearly"  # gần
    ABOUT = "about"  # khoảng, chừng
    PER_YEAR = "per-year"  # mỗi năm
    RUNNING = "running"  # từ đầu năm đến nay, 5 năm qua: all that was granted since


@packed
@dataclass(frozen=True, slots=True)
class Decision:
    """The decision by which an award is granted, as far as the text states it: ``number`` and ``issuer`` as written, ``date`` ISO 8601."""

    number: str | None = None
    date: str | None = None
    issuer: str | None = None


@packed
@dataclass(frozen=True, slots=True)
class Inference:
    """An inferred value: the field and the basis of the inference."""

    field: str
    basis: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Base class of facts.

    ``evidence`` is never empty; each span's text is the words that say so. ``rule`` is the id of the rule that gave the fact; ``inferred``
    lists the fields that the words do not state (none: all is stated); ``corrections`` what a person corrected in it; ``checked`` who
    confirmed it as it is.
    """

    evidence: tuple[Span, ...]
    rule: str
    inferred: tuple[Inference, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())
    checked: Checked | None = field(default=None)


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """The ceremony or conference reported. ``date`` is ISO 8601, ``part_of_day`` one of sáng, trưa, chiều, tối. ``date_end`` is the last
    day of an event of several days, which begins on ``date``; None where the text states no last day."""

    name: str | None
    date: str | None
    date_end: str | None = None
    part_of_day: str | None
    place: str | None


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMention(Fact):
    """An organisation. ``id`` is an ASCII slug; ``role`` one of host, granter, recipient, mentioned."""

    id: str
    name: str
    role: UnitRole


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Fact):
    """One award per recipients' kind, standard and period; ids and meanings as in architecture/facts.md.

    ``count`` is None where the text names none. ``period`` is (first year, last year). ``status`` is a value of :class:`AwardStatus`.
    ``approximate`` is a value of :class:`Approximation` where the text hedges ``count``; ``decision`` is the one that grants it, where the
    text states its number or date. ``posthumous``: to somebody who died before (``truy tặng``). ``sure``, ``doubt``: see :func:`is_sure`.
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
    status: AwardStatus
    approximate: Approximation | None = None
    decision: Decision | None = None
    posthumous: bool = False
    sure: bool = True
    doubt: Reason | None = None


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Fact):
    """A level of the yearly appraisal. ``percent`` is 0 to 100; ``kind`` is result or target. ``sure``, ``doubt``: see :func:`is_sure`."""

    subject: str
    level: str
    count: int | None
    percent: float | None
    at_least: bool
    year: int | None
    kind: Aim
    sure: bool = True
    doubt: Reason | None = None


@packed
@dataclass(frozen=True, slots=True)
class Role:
    """A position. ``written`` is the form in the text where ``title`` expands an abbreviation."""

    title: str
    unit: str | None = None
    written: str | None = None


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A person of the event; the honorific is not part of the name. ``sure`` and ``doubt``: see :func:`is_sure`."""

    name: str
    roles: tuple[Role, ...]
    sure: bool = True
    doubt: Reason | None = None


#: The fields of an award, a rating and a person that state the certainty of the reading, not its content.
CERTAINTY = ("sure", "doubt")


def is_sure(fact: Fact) -> bool:
    """Return whether the reading of ``fact`` is certain.

    An award, a rating or a person whose probability of being right is below a threshold is not ``sure``; ``doubt`` is then the
    strongest sign against it (None if a person doubts it without a reason). Other kinds of fact are always certain.
    """
    return bool(getattr(fact, "sure", True))


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Fact):
    """A document cited. ``number`` as written; ``date`` ISO 8601; ``session`` such as ``khóa XII``."""

    kind: str
    number: str | None
    title: str | None
    issuer: str | None
    session: str | None
    date: str | None


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A counted result or target. ``measure`` is the words counted, ``of`` the target or whole; ``kind`` result or target."""

    measure: str
    value: float | int | None
    of: float | int | None
    percent: float | None
    unit: str | None
    year: int | None
    kind: Aim


@packed
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

    def of_kind(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind; the event as one or none."""
        found: Any = getattr(self, kind)
        if kind is FactKind.EVENT:
            return () if found is None else (found,)
        return tuple(found)

    def walk(self, *kinds: FactKind) -> Iterator[tuple[FactKind, Fact]]:
        """Yield every fact of ``kinds``, by default of all, with its kind: kind by kind, then in the order of the text."""
        for kind in kinds or FactKind:
            for fact in self.of_kind(kind):
                yield kind, fact

    def evidence(self, *kinds: FactKind) -> Iterator[Span]:
        """Yield the evidence of every fact of ``kinds``, by default of all."""
        for _, fact in self.walk(*kinds):
            yield from fact.evidence

    def mapped(self, change: Callable[[Any], Any]) -> Facts:
        """Return the facts, each as ``change`` returns it."""
        lists: dict[str, Any] = {kind: tuple(map(change, getattr(self, kind))) for kind in FactKind if kind is not FactKind.EVENT}
        return replace(self, event=None if self.event is None else change(self.event), **lists)

    @property
    def count(self) -> int:
        """Number of facts, without the years, which follow from others."""
        return sum(1 for _ in self.walk())
