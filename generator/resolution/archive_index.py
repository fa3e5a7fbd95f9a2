"""What pages, tables and reports ask of a whole archive, sought once: who and what each article, award, person and unit is connected with.

:meth:`ArchiveIndex.of` makes it of an archive, and gives the same one whenever it is asked for the same archive again. Nothing in it can be
changed; each part is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from generator.lexicon.recipient_kinds import either_covers
from generator.model.archive import Archive, Entry, EventGroup, LedgerRow
from generator.model.facts import GIFTS, Award, AwardStatus
from generator.model.span import Span
from generator.model.unit import Unit
from generator.resolution.records.documents import DocumentRecord, documents
from generator.resolution.records.person_identity import role_unit
from generator.resolution.records.persons import PersonRecord, persons
from generator.resolution.records.recipients import persons_honoured
from generator.resolution.records.withheld import withheld
from generator.text.collation import alphabetical_key
from generator.text.folding import spelling_key

T = TypeVar("T")
_OFFICE_IN = 2  #: articles that give a person an office, from which on the person has a page
_FORMER = "nguyên "  #: opens the title of an office that a person no longer holds


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The awards of a unit, each in one of the lists where it is the unit's part in it: ``received``, those in which articles name it as a
    recipient; ``granted``, those that it gave; ``announced``, those that articles about it report and that it neither received nor gave;
    ``people``, those of persons whom an article places in the unit where it reports the award."""

    received: tuple[LedgerRow, ...] = ()
    granted: tuple[LedgerRow, ...] = ()
    announced: tuple[LedgerRow, ...] = ()
    people: tuple[LedgerRow, ...] = ()


@dataclass(frozen=True)
class ArchiveIndex:
    """The connections within ``archive``."""

    archive: Archive

    @classmethod
    def of(cls, archive: Archive) -> ArchiveIndex:
        """Return the index of ``archive``, made once."""
        if cls not in archive.memory:
            archive.memory[cls] = cls(archive)
        found: ArchiveIndex = archive.memory[cls]
        return found

    # Articles

    @cached_property
    def hosted(self) -> Mapping[str, tuple[Entry, ...]]:
        """The articles about each unit, newest first."""
        return grouped((unit.id, entry) for entry in self.archive.entries for unit in entry.units)

    @cached_property
    def naming(self) -> Mapping[str, tuple[Entry, ...]]:
        """The articles that name each unit, newest first."""
        pairs = ((entry, dict.fromkeys(name.unit for name in entry.names.values() if name.unit)) for entry in self.archive.entries)
        return grouped((unit, entry) for entry, ids in pairs for unit in ids)

    @cached_property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """The names that articles write for each unit."""
        pairs = ((meaning.unit, name) for entry in self.archive.entries for name, meaning in entry.names.items() if meaning.unit)
        return grouped(dict.fromkeys((unit, " ".join(name.split())) for unit, name in pairs))

    @cached_property
    def events(self) -> Mapping[str, EventGroup]:
        """The events that several articles report, by id."""
        return {event.id: event for event in self.archive.events}

    # Awards

    @cached_property
    def awards(self) -> tuple[LedgerRow, ...]:
        """The rows of the ledger without gifts, which are no awards."""
        return tuple(row for row in self.archive.ledger if row.award.type not in GIFTS)

    @cached_property
    def row(self) -> Mapping[str, LedgerRow]:
        """The rows of the ledger by id."""
        return {row.id: row for row in self.archive.ledger}

    @cached_property
    def rows_of_article(self) -> Mapping[str, tuple[LedgerRow, ...]]:
        """The awards that each article reports, as the ledger has them."""
        return grouped((citation.slug, row) for row in self.archive.ledger for citation in row.citations)

    @cached_property
    def rows_of_unit(self) -> Mapping[str, UnitRows]:
        """The awards of each unit that has part in any."""
        received = grouped((unit, row) for row in self.awards for unit in row.recipients)
        granted = grouped((row.granter, row) for row in self.awards if row.granter)
        announced = grouped((unit, row) for row in self.awards for unit in row.hosts if unit not in row.recipients and unit != row.granter)
        people = grouped((unit, row) for row in self.awards for unit in self._units_of_persons.get(row.id, ()))
        ids = dict.fromkeys((*received, *granted, *announced, *people))
        return {
            unit: UnitRows(received.get(unit, ()), granted.get(unit, ()), announced.get(unit, ()), people.get(unit, ())) for unit in ids
        }

    # Persons

    @cached_property
    def persons(self) -> tuple[PersonRecord, ...]:
        """Every person, by address."""
        return persons(self.archive)

    @cached_property
    def person(self) -> Mapping[str, PersonRecord]:
        """The persons by id."""
        return {person.id: person for person in self.persons}

    @cached_property
    def person_named(self) -> Mapping[tuple[str, str], str]:
        """The id of the person whom a name means in an article: by the article's slug and the key of the name."""
        return {(slug, name): person.id for person in self.persons for slug in person.articles for name in person.names}

    @cached_property
    def persons_of_row(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the persons who received each award of the ledger, as far as articles name them."""
        found: dict[str, dict[str, None]] = {}
        for row in self.awards:
            for citation in row.citations:
                evidence = frozenset(citation.evidence)
                for award, name in self._honoured_at(citation.slug, evidence):
                    same = award.type == row.award.type and evidence.issuperset(award.evidence)
                    person = self.person_named.get((citation.slug, spelling_key(name)))
                    if same and person and either_covers(award.kind, row.award.kind):
                        found.setdefault(row.id, {})[person] = None
        return {row: tuple(ids) for row, ids in found.items()}

    @cached_property
    def honours(self) -> Mapping[str, tuple[LedgerRow, ...]]:
        """The awards of each person, by the person's id, in the order of the ledger."""
        return grouped((person, row) for row in self.awards for person in self.persons_of_row.get(row.id, ()))

    @cached_property
    def persons_with_page(self) -> frozenset[str]:
        """The persons to whom a page is due: who was honoured, holds an office in two articles or is in ``seeds/people.yml``. Those
        whom articles accuse or call a victim have none unless they were honoured; what was only proposed or revoked is no honour."""
        return frozenset(person.id for person in self.persons if self.is_honoured(person.id) or self._has_office(person))

    def is_honoured(self, person: str) -> bool:
        """Return whether ``person`` (an id) received an award that was not withdrawn."""
        given = (AwardStatus.GRANTED, AwardStatus.PAST)
        return any(row.award.status in given and row.revoked_by is None for row in self.honours.get(person, ()))

    def _has_office(self, person: PersonRecord) -> bool:
        if withheld(self.archive, person):
            return False
        return person.decided or len({slug for slug, fact in person.mentions if fact.roles}) >= _OFFICE_IN

    def _honoured_at(self, slug: str, evidence: Collection[Span]) -> Iterator[tuple[Award, str]]:
        """Yield the awards that an article states in some of ``evidence`` with the persons honoured, in the article's order."""
        honoured = self._honoured.get(slug, {})
        numbered = (pair for span in (None, *evidence) for pair in honoured.get(span, ()))
        return (found for _, found in sorted(numbered, key=itemgetter(0)))

    @cached_property
    def _honoured(self) -> Mapping[str, Mapping[Span | None, list[tuple[int, tuple[Award, str]]]]]:
        """The persons honoured in each article with their awards, numbered, by the first evidence of the award."""
        found: dict[str, dict[Span | None, list[tuple[int, tuple[Award, str]]]]] = {}
        for entry in self.archive.entries:
            for number, (award, name) in enumerate(persons_honoured(entry)):
                first = next(iter(award.evidence), None)
                found.setdefault(entry.slug, {}).setdefault(first, []).append((number, (award, name)))
        return found

    @cached_property
    def _units_of_persons(self) -> Mapping[str, tuple[str, ...]]:
        """The units in which an article that reports an award places its recipients, by the row's id."""
        roles: dict[tuple[str, str], dict[str, None]] = {}
        for person in self.persons:
            for slug, fact in person.mentions:
                entry = self.archive.by_slug[slug]
                for unit in (role_unit(entry, role) for role in fact.roles if not role.title.casefold().startswith(_FORMER)):
                    if unit is not None:
                        roles.setdefault((person.id, slug), {})[unit] = None
        found: dict[str, dict[str, None]] = {}
        for row in self.awards:
            for person_id in self.persons_of_row.get(row.id, ()):
                for citation in row.citations:
                    for unit in roles.get((person_id, citation.slug), ()):
                        found.setdefault(row.id, {})[unit] = None
        return {row: tuple(units) for row, units in found.items()}

    # Units and documents

    @cached_property
    def units_by_name(self) -> tuple[Unit, ...]:
        """Every unit of the archive, by alphabet."""
        return tuple(sorted(self.archive.units.values(), key=lambda unit: alphabetical_key(unit.name)))

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """The units that became each unit."""
        return grouped((successor, unit.id) for unit in self.units_by_name for successor in unit.successors)

    @cached_property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every document that articles cite, by address."""
        return documents(self.archive)


def grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Return the values of each key, in their order."""
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
