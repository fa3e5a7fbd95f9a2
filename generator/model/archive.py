"""The archive: articles with their facts, addresses and units, and what follows from them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from generator.errors import KyYeuError
from generator.messages import Message
from generator.model.article import Article, Source
from generator.model.check import Checked
from generator.model.correction import Correction
from generator.model.facts import Award, Facts
from generator.model.packing import packed
from generator.model.person import PersonDecision
from generator.model.span import Span
from generator.model.statement import Reason
from generator.model.unit import Resolution, Unit


@packed
@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the archive. ``slug`` is its address: ASCII, unique. ``units`` are its hosts, first the main one.

    ``facts`` are those extracted with ``corrections`` applied. ``names`` states what each organisation's name written in the article means.
    ``copies`` are the other sources of the same article. ``event`` is the id of the :class:`EventGroup` it belongs to, where several
    articles report one event. ``former`` are the other addresses under ``bai/`` that mean this article: those of its copies, and those that
    its file had under another name. ``withdrawn`` are those of its awards that are withdrawn, as another article states. ``checked`` is who
    read the whole article and confirmed that its facts are all there.
    """

    slug: str
    article: Article
    facts: Facts
    units: tuple[Unit, ...]
    names: Mapping[str, Resolution] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    copies: tuple[Source, ...] = ()
    event: str | None = None
    former: tuple[str, ...] = ()
    withdrawn: tuple[Award, ...] = ()
    checked: Checked | None = None

    @property
    def date(self) -> str | None:
        """Date of the event, or else of publication: ISO 8601, shortened where less is known."""
        event = self.facts.event
        return (event.date if event else None) or (self.article.published or "")[:10] or None

    @property
    def last_day(self) -> str | None:
        """The last day of an event of several days, which begins on ``date``."""
        event = self.facts.event
        return event.date_end if event and event.date else None


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence in one article: the article's slug and the spans of its text."""

    slug: str
    evidence: tuple[Span, ...]


class Aside(StrEnum):
    """Why a row's number is in no sum although it is exact."""

    PART = "part"  # a part of what another row counts
    SUM = "sum"  # the sum of what other rows count
    POPULATION = "population"  # a title that most households of a place hold


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One award of the archive, reported by one article or several, and counted once.

    ``award`` is as the first of ``citations`` reports it. ``granter`` and ``recipients`` are ids of units where known. ``hosts`` are the
    units the articles are about. ``disagrees`` are the other reports if articles contradict each other (each with its slug). ``date`` is
    the event's, ISO 8601; ``years`` the years it counts for (its own, or the article's). ``revoked_by`` is the id of the row that withdraws
    it: it no longer counts. ``sure``: one of those who report it alike is read without doubt. ``aside`` states why its number is in no sum,
    ``within`` is the id of a row that counts instead.
    """

    id: str
    award: Award
    date: str | None
    years: tuple[int, ...]
    hosts: tuple[str, ...]
    granter: str | None
    recipients: tuple[str, ...]
    quote: str
    citations: tuple[Citation, ...]
    disagrees: tuple[tuple[str, Award], ...] = ()
    revoked_by: str | None = None
    sure: bool = True
    aside: Aside | None = None
    within: str | None = None

    @property
    def slug(self) -> str:
        """The article that reports it first."""
        return self.citations[0].slug


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event that several articles report. ``slugs`` are the articles, ``rows`` the ids of its awards in the ledger. ``plain`` is a
    description as a slug, which may fit others. ``date_end`` is the last day of an event of several days."""

    id: str
    name: str
    date: str | None
    unit: str | None
    slugs: tuple[str, ...]
    rows: tuple[str, ...] = ()
    plain: str = ""
    date_end: str | None = None


class ReviewTopic(StrEnum):
    """What an item for review is about: first the topics whose facts are in no total until checked, then the most informative."""

    DOUBTFUL = "doubtful"
    CONTRADICTION = "contradiction"
    SUMS = "sums"
    LEVEL_CONFLICT = "level-conflict"
    ANACHRONISM = "anachronism"
    UNEXPLAINED = "unexplained"
    AMBIGUOUS_UNIT = "ambiguous-unit"
    UNSEEN = "unseen"
    LEFT_OUT = "left-out"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An item for review by a person.

    ``slug`` and ``span`` lead to the text, which ``words`` quotes; ``why`` states what is odd, ``fix`` what one can do about it.
    """

    kind: ReviewTopic
    why: Reason
    slug: str | None = None
    span: Span | None = None
    words: str | None = None
    fix: Reason | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """The address that an article or unit had under another name, and the one it has now; ``line`` is its line in the file.

    Both are slugs of articles, or begin with ``don-vi/`` where they are a unit's.
    """

    old: str
    new: str
    line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of the archive, or a line of one, that could not be used. ``path`` is relative to the archive's folder.

    ``slug`` is the address that its article has by the file's name, as long as no other article has it; None for what never had one.
    ``corrections`` are those of that article.
    """

    path: str
    line: int | None
    reason: Message
    fix: Message | None
    slug: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something hidden on request: an ``article`` or a ``person`` (``kind``), the day ``on`` which it was (ISO 8601) and ``why``.

    ``addresses`` are those of the hidden articles, or of the articles in which the person's name is replaced, without any that would name
    the person.
    """

    kind: str
    on: str
    why: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the log of the data's changes: the ``version`` published ``on`` a day (ISO 8601), that of its ``schema``, a ``note`` of a
    person, and of
    each table, by its key, how many rows were added, removed and changed. ``removed`` are ids that are gone."""

    version: str
    on: str
    schema: str
    note: str | None
    tables: tuple[tuple[str, tuple[int, int, int]], ...]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """An address (``nguoi/x``) without a page of its own. ``moved``: it means just what now is at ``new[0]``. Otherwise it is a name
    or description that meant, means or may come to mean several: ``new`` are those that it fits now, and it leads to none by itself."""

    old: str
    new: tuple[str, ...]
    moved: bool = True


@dataclass(frozen=True)
class Archive:
    """All entries, newest first (ties by slug). ``errors`` are those of entries skipped while assembling; ``left_out`` lists these and
    files that could not become articles. ``unit_pointers`` are the addresses that units had before they were listed, or before articles
    stated their province. ``people`` are the decisions of ``seeds/people.yml``; ``hidden`` states what is hidden on
    request, ``changes`` how the data changed, the latest first."""

    entries: tuple[Entry, ...]
    errors: tuple[KyYeuError, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    events: tuple[EventGroup, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    review: tuple[ReviewItem, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unit_pointers: tuple[Pointer, ...] = ()
    people: tuple[PersonDecision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    changes: tuple[Change, ...] = ()

    @cached_property
    def by_slug(self) -> Mapping[str, Entry]:
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """Cache of records computed from the whole archive, by function: several pages and tables use the same records."""
        return {}

    @cached_property
    def hidden_articles(self) -> Mapping[str, Hidden]:
        """The addresses of hidden articles."""
        return {slug: hidden for hidden in self.hidden if hidden.kind == "article" for slug in hidden.addresses if slug not in self.by_slug}

    @cached_property
    def missing(self) -> Mapping[str, tuple[LeftOut, ...]]:
        """The addresses kept for articles that cannot be read now, and the files that have them by their names."""
        found: dict[str, tuple[LeftOut, ...]] = {}
        for file in self.left_out:
            if file.slug is not None and file.slug not in self.by_slug and file.slug not in self.hidden_articles:
                found[file.slug] = (*found.get(file.slug, ()), file)
        return found
