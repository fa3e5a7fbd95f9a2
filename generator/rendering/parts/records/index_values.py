"""Contents of each index: its values in reading order, and the articles of each with the facts that concern it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.model.archive import Archive, Entry, LedgerRow
from generator.model.facts import Aim, Award, Document
from generator.model.unit import Unit
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.article_lines import Line, awards_line, line, stated_facts
from generator.rendering.parts.records.records import Record, record
from generator.rendering.words import wording
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.speaking import say
from generator.resolution.addresses import UNKNOWN
from generator.resolution.archive_index import ArchiveIndex, UnitRows
from generator.resolution.records.documents import DocumentRecord, documents
from generator.text.collation import alphabetical_key


@dataclass(frozen=True, slots=True)
class Subject:
    """A value of an index. ``section`` is the group of the overview it is in; ``rows`` are its awards, None if the index is not about
    awards; ``head`` gives details; ``record`` has the numbers of a unit, ``latest`` the day of the
    newest article about it or an award of it, ``province`` where it is."""

    id: str
    name: str
    articles: int
    lines: Callable[[], tuple[Line, ...]]
    rows: tuple[LedgerRow, ...] | None = None
    section: str = ""
    head: tuple[str, ...] = ()
    record: Record | None = None
    latest: str | None = None
    province: str = ""


def units(archive: Archive, places: Places, unknown: str) -> list[Subject]:
    """Return every unit that has a page, whether an article is about it or it only granted, received or lies around."""
    index = places.index
    names = Counter(unit.name for unit in places.units)
    found = [
        Subject(unit.id, unit.name, len(index.hosted.get(unit.id, ())), tuple, (),
                labels().of("unit_kinds", unit.kind) if unit.kind else say("lists.other_kinds"), head=_years_of_existence(unit, names),
                record=record(index.rows_of_unit.get(unit.id, UnitRows())), latest=_latest(index, unit.id),
                province=", ".join(places.provinces([unit.id])))
        for unit in sorted(places.units, key=lambda unit: alphabetical_key(unit.name))
    ]  # fmt: skip
    left = [entry for entry in archive.entries if not entry.units]
    if left:
        found.append(_awarded(UNKNOWN, unknown, left, [row for row in archive.ledger if not row.hosts], section=unknown))
    return found


def _latest(index: ArchiveIndex, unit: str) -> str | None:
    """Return the newest day of the articles about ``unit`` and of the awards that it received, granted or announced."""
    rows = index.rows_of_unit.get(unit, UnitRows())
    days = [entry.date for entry in index.hosted.get(unit, ())]
    days += [row.date for some in (rows.received, rows.granted, rows.announced, rows.people) for row in some]
    return max(filter(None, days), default=None)


def _years_of_existence(unit: Unit, names: Mapping[str, int]) -> tuple[str, ...]:
    """Return the qualifier that distinguishes a unit from another of the same name: a province before and after July 2025."""
    qualifier = wording.validity(unit) if names[unit.name] > 1 else None
    return (qualifier,) if qualifier else ()


def years(archive: Archive, _places: Places, unknown: str) -> list[Subject]:
    """Return the years the achievements concern, and those of the awards in an article, newest first."""
    by_year = entries_by_year(archive)
    found = []
    for year in sorted(by_year, key=lambda item: -(item or 0)):
        rows = [row for row in archive.ledger if (year in row.years if year else not row.years)]
        name = wording.year_name(year) if year else unknown
        found.append(_awarded(str(year) if year else UNKNOWN, name, by_year[year], rows, partial(_in_year, year)))
    return found


def types(archive: Archive, _places: Places, unknown: str) -> list[Subject]:
    """Return the forms of award, by alphabet."""
    by_form = entries_by_form(archive)
    names = {form: unknown if form == UNKNOWN else labels().of("award_types", form) for form in by_form}
    found = []
    for form in sorted(by_form, key=lambda item: (item == UNKNOWN, alphabetical_key(names[item]))):
        rows = [row for row in archive.ledger if row.award.type == form]
        found.append(_awarded(form, names[form], by_form[form], rows, partial(_of_form, form)))
    return found


def ratings(archive: Archive, places: Places, _unknown: str) -> list[Subject]:
    """Return the levels of the yearly appraisal, the highest first."""
    by_level: dict[str, list[Entry]] = {}
    for entry in archive.entries:
        for level in dict.fromkeys(rating.level for rating in entry.facts.ratings):
            by_level.setdefault(level, []).append(entry)
    order = labels().order("levels")

    def lines(level: str) -> tuple[Line, ...]:
        return tuple(_rated(places, entry, level) for entry in by_level[level])

    return [
        Subject(level, wording.capital(labels().of("levels", level)), len(by_level[level]), partial(lines, level))
        for level in sorted(by_level, key=lambda item: (order.get(item, len(order)), item))
    ]


def cited_documents(archive: Archive, places: Places, _unknown: str) -> list[Subject]:
    """Return the documents that articles cite, by kind and number."""
    found = [(document_kind(document.kind), _document_name(document), document) for document in documents(archive)]
    found.sort(key=lambda row: (alphabetical_key(row[0]), alphabetical_key(row[1]), row[2].id))
    return [
        Subject(
            id=document.id,
            name=name,
            articles=len({slug for slug, _ in document.mentions}),
            lines=partial(_cited, archive, places, document.mentions, wording.document),
            section=kind,
            head=(wording.capital(document.title),) if document.title and document.number else (),
        )
        for kind, name, document in found
    ]


def people(_archive: Archive, places: Places, _unknown: str) -> list[Subject]:
    """Return the persons who have a page, by given name as Vietnamese lists go."""
    found = [person for person in places.index.persons if person.id in places.index.persons_with_page]
    found.sort(key=lambda person: (alphabetical_key(person.name.split()[-1]), alphabetical_key(person.name), person.id))
    return [Subject(id=person.id, name=person.name, articles=len(person.articles), lines=tuple) for person in found]


def entries_by_year(archive: Archive) -> dict[int | None, list[Entry]]:
    """Return the articles of each year, those without a year under None."""
    by_year: dict[int | None, list[Entry]] = {}
    rows_of = _rows_of(archive)
    for entry in archive.entries:
        stated = {*years_of(entry), *(year for row in rows_of.get(entry.slug, ()) for year in row.years)}
        for year in sorted(stated) or (None,):
            by_year.setdefault(year, []).append(entry)
    return by_year


def entries_by_form(archive: Archive) -> dict[str, list[Entry]]:
    """Return the articles with each award type, those without an award under ``chua-ro``."""
    by_form: dict[str, list[Entry]] = {}
    rows_of = _rows_of(archive)
    for entry in archive.entries:
        own = [award.type for award in entry.facts.awards] + [row.award.type for row in rows_of.get(entry.slug, ())]
        for form in dict.fromkeys(kind for kind in own if kind not in labels().gifts) or (UNKNOWN,):
            by_form.setdefault(form, []).append(entry)
    return by_form


def _rows_of(archive: Archive) -> dict[str, list[LedgerRow]]:
    """Return the awards of each article as the ledger has them: if several report an award, as the first does."""
    found: dict[str, list[LedgerRow]] = {}
    for row in archive.ledger:
        for citation in row.citations:
            found.setdefault(citation.slug, []).append(row)
    return found


def years_of(entry: Entry) -> tuple[int, ...]:
    """Return the years the achievements concern, or else the year of the event or of the publication."""
    return tuple(sorted(set(entry.facts.years or ((int(entry.date[:4]),) if entry.date else ()))))


def _awarded(
    id: str, name: str, entries: list[Entry], rows: Iterable[LedgerRow], keep: Callable[[Award], bool] = lambda _: True, section: str = ""
) -> Subject:
    return Subject(id, name, len(entries), lambda: tuple(awards_line(entry, keep) for entry in entries), tuple(rows), section)


def _cited(
    archive: Archive, places: Places, cites: Iterable[tuple[str, Document]], words: Callable[..., wording.Words]
) -> tuple[Line, ...]:
    by_slug: dict[str, list[Document]] = {}
    for where, fact in cites:
        by_slug.setdefault(where, []).append(fact)
    return tuple(line(archive.by_slug[where], stated_facts(places, where, facts, words)) for where, facts in by_slug.items())


def _document_name(document_record: DocumentRecord) -> str:
    if document_record.number is None:
        return wording.joined((document_kind(document_record.kind), f"“{wording.capital(document_record.title or '')}”"), " ")
    where = wording.joined((document_record.session, document_record.issuer))
    return wording.joined((document_kind(document_record.kind), document_record.number, where and f"({where})"), " ")


def _rated(places: Places, entry: Entry, level: str) -> Line:
    """Return an article with its ratings of one level, results before targets."""
    found = sorted((rating for rating in entry.facts.ratings if rating.level == level), key=lambda rating: rating.kind == Aim.TARGET)
    return line(entry, stated_facts(places, entry.slug, found, wording.rating))


def _of_form(form: str, award: Award) -> bool:
    return award.type == form


def _in_year(year: int | None, award: Award) -> bool:
    """Return the years of an award: its own, or else those of its article."""
    own = award.years or (award.period[1:] if award.period else ())
    return year is None or not own or year in own


#: Of each index of ``labels.py``: its values.
KINDS: Mapping[str, Callable[[Archive, Places, str], list[Subject]]] = {
    "unit": units,
    "year": years,
    "type": types,
    "rating": ratings,
    "document": cited_documents,
    "person": people,
}
