"""A row of the ledger as pages show it: in a table of all, in a unit's year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from generator.cache.keeping import digest
from generator.model.archive import LedgerRow
from generator.model.facts import Award
from generator.model.packing import packed
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.words import wording
from generator.rendering.words.speaking import say
from generator.rendering.words.wording import Words
from generator.text.folding import spelling_key


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Report of the same award by another article."""

    words: Words
    at: str


@packed
@dataclass(frozen=True, slots=True)
class RowView:
    """An award: date, host units, award type, recipients, granter; ``at`` links to the quotes of all reports. ``recipients`` are the units
    among them, ``persons`` those persons that have a page, ``others`` the names that have none;
    ``who`` says in words how many of which kind they are."""

    date: str | None
    hosts: tuple[Value, ...]
    words: Words
    standard: str
    granter: Value | None
    recipients: tuple[Value, ...]
    at: tuple[str, ...]
    disagrees: tuple[Disagreement, ...]
    persons: tuple[Value, ...] = ()
    others: tuple[str, ...] = ()
    who: str = ""


class _RowInPage:
    """A row as the view of a page holds it: a page is the same while its rows are, and these are known by digests, each made once for all
    pages with the row. It is put into words only where a template asks for them."""

    __slots__ = ("_places", "_row", "_view")

    def __init__(self, row: LedgerRow, places: Places) -> None:
        self._row, self._places = row, places
        self._view: RowView | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        view = self._view
        if view is None:
            view = self._view = row_view(self._row, self._places)
        return getattr(view, name)

    def __reduce__(self) -> tuple[object, ...]:
        """Pack the digest alone, which stands for the row in that of a page."""
        known: dict[str, bytes] = self._places.archive.memory.setdefault(_RowInPage, {})
        found = known.get(self._row.id)
        if found is None:
            found = known[self._row.id] = bytes.fromhex(digest(self._view or row_view(self._row, self._places)))
        return bytes, (found,)


def rows_in_page(rows: Iterable[LedgerRow], places: Places) -> tuple[RowView, ...]:
    """Return ``rows`` as :func:`row_view` does, each put into words when a template asks for it."""
    return tuple(cast("RowView", _RowInPage(row, places)) for row in rows)


def row_view(row: LedgerRow, places: Places) -> RowView:
    """``row`` in words. A name that is linked as a unit is not said again."""
    whole = award_of(row)
    recipients = tuple(places.unit(unit_id) for unit_id in row.recipients)
    persons = tuple(places.person(person) for person in places.index.persons_of_row.get(row.id, ()))
    linked = bool(recipients or persons)
    others = tuple(name for name in row.award.names if not _is_linked(row, name, places)) if linked else ()
    award = wording.award(whole, granter=False, withdrawn=row.revoked_by is not None)
    standard = wording.standard(row.award)
    named = "; ".join(row.award.names)
    details = tuple(detail for detail in award.details if detail != standard and not (linked and detail == named))
    alone = row.award.count == 1 and len(row.award.names) == 1 and len(recipients) + len(persons) == 1
    body = "" if alone and award.body == say("award.to", recipients=row.award.names[0]) else award.body
    granter = places.unit(row.granter) if row.granter else Value(None, row.award.granted_by) if row.award.granted_by else None
    other = tuple(
        Disagreement(wording.award(award_reported, granter=False), places.words(slug, award_reported.evidence))
        for slug, award_reported in row.disagrees
        if slug in places.archive.by_slug
    )
    last = places.archive.by_slug[row.slug].last_day if row.slug in places.archive.by_slug else None
    return RowView(
        row.date and wording.days(row.date, last),
        tuple(places.unit(unit_id) for unit_id in row.hosts),
        Words(award.head, body, details, wording.joined((award.note, _aside(row, places)))),
        standard,
        granter,
        recipients,
        places.citations(row.citations),
        other,
        persons,
        others,
        wording.capital(wording.recipients(row.award)),
    )


def _aside(row: LedgerRow, places: Places) -> str:
    """Return why the number of ``row`` is in no sum although it is exact."""
    if row.aside is None:
        return ""
    whole = places.index.row.get(row.within or "")
    return say(f"ledger.aside.{row.aside}", n=whole.award.count or 0 if whole else 0)


def _is_linked(row: LedgerRow, name: str, places: Places) -> bool:
    """Return whether ``name`` among the recipients is that of a unit or of a person among them."""
    entry = places.archive.by_slug.get(row.slug)
    meaning = entry.names.get(name) if entry else None
    return bool(meaning and meaning.unit) or (row.slug, spelling_key(name)) in places.index.person_named


def award_of(row: LedgerRow) -> Award:
    """Return the award of ``row``, as sure as those who report it alike are together."""
    return replace(row.award, sure=row.sure, doubt=None if row.sure else row.award.doubt)


def newest_first(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    """``rows`` by date, those without one last, then in one order."""
    found = sorted(rows, key=lambda row: row.id)
    found.sort(key=lambda row: row.date or "", reverse=True)
    return found
