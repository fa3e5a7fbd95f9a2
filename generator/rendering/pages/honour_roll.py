"""A page a year to put on a wall: who received what, the highest awards first, by the level that granted them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import lexicon
from generator.model.archive import LedgerRow
from generator.model.facts import AwardStatus
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.ledger_rows import RowView, newest_first, rows_in_page
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.resolution.events.totals import counts

#: The levels in the order of the page, each with those of the lexicon ``granter-levels`` that it holds; of the last are all others.
_LEVELS = {
    "state": {"state", "national-assembly"},
    "government": {"government"},
    "province": {"ministry", "military", "central-organisation", "province", "party-province", "province-organisation"},
    "others": set[str](),
}

_NO_RANK = 1000


@dataclass(frozen=True, slots=True)
class Form:
    """The awards of one form and rank: first those whose recipients are named."""

    name: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The awards of one level."""

    title: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class HonourRoll:
    """A year's page; ``awards`` counts the awards on it."""

    title: str
    year: int
    awards: int
    groups: tuple[Group, ...]

    @property
    def address(self) -> str:
        return address(self.year)


def address(year: int) -> str:
    """Return the page of ``year`` in the folder of the ledger."""
    return f"bang-vang-{year}"


def honour_rolls(places: Places) -> Iterator[HonourRoll]:
    """Yield the page of each year for which an award was granted, newest first. Doubtful awards, parts and sums of others are left out."""
    rows = [row for row in newest_first(places.index.awards) if counts(row) and row.award.status == AwardStatus.GRANTED]
    for year in sorted({year for row in rows for year in row.years}, reverse=True):
        of_year = [row for row in rows if year in row.years]
        yield HonourRoll(say("roll.title", year=str(year)), year, len(of_year), tuple(_groups(of_year, places)))


def years(places: Places) -> frozenset[int]:
    """Return the years that have such a page."""
    return frozenset(year for row in places.index.awards if counts(row) and row.award.status == AwardStatus.GRANTED for year in row.years)


def _groups(rows: Iterable[LedgerRow], places: Places) -> Iterator[Group]:
    by_level: dict[str, dict[tuple[str, int], list[LedgerRow]]] = {}
    for row in rows:
        by_level.setdefault(_level(row), {}).setdefault((row.award.type, row.award.rank or 0), []).append(row)
    order = labels().order("award_types")
    for level in _LEVELS:
        if forms := by_level.get(level):
            keys = sorted(forms, key=lambda key: (order.get(key[0], len(order)), key[0], _rank(*key)))
            yield Group(say(f"roll.{level}"), tuple(_form(forms[key], places) for key in keys))


def _rank(form: str, rank: int) -> int:
    """Sort key: the first rank before the second, the longest membership first, no rank last."""
    return _NO_RANK if not rank else -rank if form == "huy-hieu-dang" else rank


def _form(rows: list[LedgerRow], places: Places) -> Form:
    named_first = sorted(rows, key=lambda row: not row.award.names)
    return Form(wording.award_name(rows[0].award), rows_in_page(named_first, places))


def _level(row: LedgerRow) -> str:
    """Return the level of an award: what the President grants is the State's whoever handed it over."""
    entry = lexicon("award-types").by_id.get(row.award.type)
    if entry is not None and entry.get("grade") == "state":
        return "state"
    level = level_of(row.award.granted_by) if row.award.granted_by else None
    return next((name for name, ids in _LEVELS.items() if level is not None and level.id in ids), "others")
