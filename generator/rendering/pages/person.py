"""The page of a person: the honours received by year, the offices held, the articles that name the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, LedgerRow
from generator.rendering.parts.article_text.sentences import sentence
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.parts.lists.article_lines import Line, line
from generator.rendering.parts.lists.ceremonies import FOLDER as EVENTS
from generator.rendering.parts.lists.ledger_rows import RowView, newest_first, rows_in_page
from generator.rendering.parts.records.streaks import hints, runs
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.events.totals import is_received
from generator.resolution.records.person_identity import role_unit
from generator.resolution.records.persons import PersonRecord
from generator.text.collation import alphabetical_key

_ANYONE = "ca-nhan"  #: a recipient of whom no more is known than that it is a person
KEY = "person"  #: of the index of persons among those of ``labels.py``


@dataclass(frozen=True, slots=True)
class Honour:
    """An award of the person: ``sentence`` is the one that states it, ``event`` the page of the event or article that it is known from."""

    row: RowView
    sentence: str | None
    event: Value | None


@dataclass(frozen=True, slots=True)
class HonoursOfYear:
    """The awards that count for one year."""

    title: str
    honours: tuple[Honour, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office as articles write it: the unit's page where there is one, the days of the first and the last article that gives it, and
    the addresses of its words."""

    title: str
    unit: Value | None
    since: str | None
    until: str | None
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person's page. ``received`` counts the awards that the person has; ``runs`` are years in a row, ``hints``
    what they are a condition of in law; ``mentions`` are the articles that
    neither report an award of the person nor give an office."""

    id: str
    name: str
    posts: tuple[str, ...]
    received: int
    years: tuple[HonoursOfYear, ...]
    runs: tuple[str, ...]
    hints: tuple[str, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Line, ...]
    alike: tuple[Value, ...]
    variants: tuple[str, ...]


def person_pages(places: Places) -> Iterator[PersonPage]:
    """Yield the page of each person to whom one is due, by address."""
    index = places.index
    for person in index.persons:
        if person.id in index.persons_with_page:
            yield _page(person, places)


def post(person: PersonRecord) -> str | None:
    """Return the office that the newest article gives ``person``; None where none does."""
    return next((wording.capital(wording.role(fact.roles[0])) for _, fact in person.mentions if fact.roles), None)


def _page(person: PersonRecord, places: Places) -> PersonPage:
    index, archive = places.index, places.archive
    rows = newest_first(index.honours.get(person.id, ()))
    honoured_in = {citation.slug for row in rows for citation in row.citations}
    offices = tuple(_offices(person, places))
    with_office = {slug for slug, fact in person.mentions if fact.roles}
    rest = [slug for slug in person.articles if slug not in honoured_in | with_office]
    alike = [index.person[other] for other in person.alike if other in index.persons_with_page]
    written = dict.fromkeys(" ".join(fact.name.split()) for _, fact in person.mentions)
    return PersonPage(
        id=person.id,
        name=person.name,
        posts=tuple(dict.fromkeys(filter(None, (post(person),)))),
        received=sum(map(is_received, rows)),
        years=_years(rows, places),
        runs=runs(rows),
        hints=hints(rows),
        offices=offices,
        mentions=tuple(line(archive.by_slug[slug], ()) for slug in rest),
        alike=tuple(Value(other.id, wording.joined((other.name, post(other)))) for other in alike),
        variants=tuple(name for name in written if name != person.name),
    )


def _years(rows: Sequence[LedgerRow], places: Places) -> tuple[HonoursOfYear, ...]:
    by_year: dict[int | None, list[LedgerRow]] = {}
    for row in rows:
        by_year.setdefault(max(row.years, default=None), []).append(row)
    return tuple(
        HonoursOfYear(
            wording.year_name(year), tuple(_honour(row, places) for row in sorted(by_year[year], key=lambda row: not is_received(row)))
        )
        for year in sorted(by_year, key=lambda key: -(key or 0))
    )


def _honour(row: LedgerRow, places: Places) -> Honour:
    entry = places.archive.by_slug[row.slug]
    event = places.index.events.get(entry.event or "")
    if event is not None:
        at = Value(f"{EVENTS}/{event.id}.md", wording.capital(event.name))
    elif entry.facts.event and entry.facts.event.name:
        at = Value(f"bai/{entry.slug}.md", wording.capital(entry.facts.event.name))
    else:
        at = Value(f"bai/{entry.slug}.md", entry.article.title)
    (shown,) = rows_in_page([row], places)
    return Honour(shown, sentence(entry, row.citations[0].evidence), at)


def _offices(person: PersonRecord, places: Places) -> Iterator[Office]:
    """Yield each office once, those of the newest article first."""
    found: dict[tuple[str, str | None, str | None], list[tuple[str, str | None]]] = {}
    shown: dict[tuple[str, str | None, str | None], tuple[str, Value | None]] = {}
    for slug, fact in person.mentions:
        entry = places.archive.by_slug[slug]
        for role in fact.roles:
            unit = role_unit(entry, role)
            key = (role.title.casefold(), unit, None if unit else role.unit and role.unit.casefold())
            found.setdefault(key, []).append((places.words(slug, fact.evidence), entry.date))
            value = places.unit(unit) if unit else Value(None, role.unit) if role.unit else None
            shown.setdefault(key, (wording.capital(role.title), value))
    for key, reports in found.items():
        days = sorted(day for _, day in reports if day)
        since, until = (wording.date(days[0]), wording.date(days[-1])) if days else (None, None)
        title, value = shown[key]
        yield Office(title, value, since, until if until != since else None, tuple(dict.fromkeys(at for at, _ in reports)))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the index: what the person received last and how many awards in all, the office, the years."""

    value: Value
    award: str
    received: int
    post: str
    years: str


def honoured(places: Places) -> list[PersonRow]:
    """Return the persons who were honoured, the most recent first, those of one day by name."""
    index = places.index
    found = [(person, newest_first(_standing(index, person))) for person in index.persons if index.is_honoured(person.id)]
    found.sort(key=lambda pair: _order(pair[0]))
    found.sort(key=lambda pair: pair[1][0].date or "", reverse=True)
    return [
        PersonRow(
            Value(person.id, person.name),
            wording.award_name(rows[0].award),
            len(rows),
            post(person) or _about(places.archive, rows[0]),
            ", ".join(str(year) for year in sorted({year for row in rows for year in row.years}, reverse=True)),
        )
        for person, rows in found
    ]


def officials(places: Places) -> list[PersonRow]:
    """Return the others who have a page, by given name as Vietnamese lists go."""
    index = places.index
    found = [person for person in index.persons if person.id in index.persons_with_page and not index.is_honoured(person.id)]
    return [
        PersonRow(Value(person.id, person.name), "", len(person.articles), post(person) or "", "") for person in sorted(found, key=_order)
    ]


def _standing(index: ArchiveIndex, person: PersonRecord) -> list[LedgerRow]:
    rows = index.honours[person.id]
    return [row for row in rows if is_received(row)] or list(rows)


def _about(archive: Archive, row: LedgerRow) -> str:
    """Return the kind of recipient (not that it is a person) and the first unit that the article is about, for one whose office no article
    gives."""
    host = archive.units.get(row.hosts[0]) if row.hosts else None
    if row.award.kind == _ANYONE:
        return say("people.about_unit", unit=host.name) if host else ""
    kind = labels().of("kinds", row.award.kind)
    return say("people.about", kind=wording.capital(kind), unit=host.name) if host else wording.capital(kind)


def _order(person: PersonRecord) -> tuple[object, object, str]:
    return (alphabetical_key(person.name.split()[-1]), alphabetical_key(person.name), person.id)
