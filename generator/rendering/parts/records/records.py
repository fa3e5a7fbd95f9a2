"""The numbers of a record: what a unit or a person received, granted, announced, and the sums by year and form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.archive import LedgerRow
from generator.model.facts import AwardStatus
from generator.rendering.parts.lists.article_lines import Total
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.resolution.archive_index import UnitRows
from generator.resolution.events.totals import counts, is_received


@dataclass(frozen=True, slots=True)
class Record:
    """The numbers of a unit, each of its own kind: ``received`` counts awards, one for each in which articles name the unit as a recipient;
    ``granted`` and ``announced`` have the totals of what the unit gave and of what others gave at its events; ``people`` counts the
    awards of its people; ``doubtful`` counts the awards that are in none of these, because their reading is not certain."""

    received: int
    granted: Total
    announced: Total
    people: int
    doubtful: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is no award in it."""
        return not (self.received or self.people or self.doubtful or _some(self.granted) or _some(self.announced))


@dataclass(frozen=True, slots=True)
class Sum:
    """The numbers of one year and form in a unit's record."""

    year: str
    address: str | None
    form: str
    received: int
    granted: Total
    announced: Total


def record(rows: UnitRows) -> Record:
    """Return the numbers of a unit with ``rows``."""
    parts = (*rows.received, *rows.granted, *rows.announced, *rows.people)
    return Record(
        sum(map(is_received, rows.received)),
        _total(rows.granted),
        _total(rows.announced),
        sum(map(is_received, rows.people)),
        len({row.id for row in parts if not row.sure}),
    )


def sums(rows: UnitRows, addresses: dict[int | None, str]) -> tuple[Sum, ...]:
    """Return the numbers of ``rows`` by year, newest first, and form; ``addresses`` lead to the rows of each year. An award for several
    years is in each of them."""
    keys: dict[tuple[int | None, str], tuple[list[LedgerRow], list[LedgerRow], list[LedgerRow]]] = {}
    for number, part in enumerate((rows.received, rows.granted, rows.announced)):
        for row in part:
            for year in row.years or (None,):
                if counts(row) or is_received(row):
                    keys.setdefault((year, row.award.type), ([], [], []))[number].append(row)
    order = labels().order("award_types")
    found = (
        Sum(wording.year_name(year), addresses.get(year), labels().of("award_types", form), sum(map(is_received, received)),
            _total(granted), _total(announced))
        for (year, form), (received, granted, announced) in sorted(
            keys.items(), key=lambda item: (-(item[0][0] or 0), order.get(item[0][1], len(order)), item[0][1])
        )
    )  # fmt: skip
    return tuple(each for each in found if each.received or each.granted.articles or each.announced.articles)


def _some(total: Total) -> bool:
    return bool(total.articles or total.proposed)


def _total(rows: Iterable[LedgerRow]) -> Total:
    rows = tuple(rows)
    return Total.of(sum(counts(row) and row.award.status == AwardStatus.GRANTED for row in rows), rows)
