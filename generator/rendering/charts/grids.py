"""Pictures of values in rows and columns, each with its numbers as a table: the ladder of forms by year, ratings of units by year, a
unit's record by year, who honoured whom. There is none of a single year or a single line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model.archive import LedgerRow
from generator.model.facts import Aim, AwardStatus, Rating
from generator.rendering.charts import flow, grid
from generator.rendering.charts.by_year import ChartView
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.resolution.events.totals import counts as counts_in_totals
from generator.resolution.events.totals import is_received

_MOST_RATED = 16  #: units whose ratings are shown, those with most years first
_MOST_GRANTERS, _MOST_RECIPIENTS = 8, 12
_HELD = (0, 3)  #: parts of a record that are of who received: the unit, its people
_BEST = "hoan-thanh-xuat-sac"


def ladder(rows: Iterable[LedgerRow], of: str) -> tuple[ChartView, ...]:
    """Return how many times each form was granted for each year, the highest form first. Empty without two forms and two years."""
    counts = Counter((row.award.type, year) for row in rows if _granted(row) for year in row.years)
    order = labels().order("award_types")
    forms = sorted({form for form, _ in counts}, key=lambda form: (order.get(form, len(order)), form))
    years = sorted({year for _, year in counts})
    if len(forms) < 2 or len(years) < 2:
        return ()
    names = [labels().of("award_types", form) for form in forms]
    cells = {(forms.index(form), years.index(year)): float(n) for (form, year), n in counts.items()}
    return (_view(say("charts.ladder"), of, names, [str(year) for year in years], cells, say("heads.type"), "charts.times"),)


def ratings_of_units(ratings: Iterable[tuple[str, int | None, Rating]]) -> tuple[ChartView, ...]:
    """Return the share rated best in each unit and year; ``ratings`` are each with the unit's name and the year. A unit and year for which
    articles or kinds of subject differ is left out. Empty without two units."""
    shares: dict[tuple[str, int], set[float]] = {}
    for unit, year, rating in ratings:
        if (
            year
            and rating.kind == Aim.RESULT
            and rating.level == _BEST
            and rating.percent is not None
            and not rating.at_least
            and rating.sure
        ):
            shares.setdefault((unit, year), set()).add(rating.percent)
    sure = {key: next(iter(values)) for key, values in shares.items() if len(values) == 1}
    by_unit = Counter(unit for unit, _ in sure)
    units = sorted(by_unit, key=lambda unit: (-by_unit[unit], unit))[:_MOST_RATED]
    years = sorted({year for unit, year in sure if unit in units})
    if len(units) < 2:
        return ()
    cells = {(units.index(unit), years.index(year)): share for (unit, year), share in sure.items() if unit in units}
    return (_view(say("charts.best_rated"), "", units, [str(year) for year in years], cells, say("heads.unit"), "charts.percent"),)


def record_by_year(parts: Mapping[str, Sequence[LedgerRow]], of: str) -> tuple[ChartView, ...]:
    """Return how many awards of each part of a unit's record are of each year, those that it received or that somebody of it received also
    where an article recalls them. Empty without two years or two parts with any."""
    counts = {
        name: Counter(year for row in rows if (is_received(row) if at in _HELD else _granted(row)) for year in row.years)
        for at, (name, rows) in enumerate(parts.items())
    }
    names = [name for name in parts if counts[name]]
    years = sorted({year for name in names for year in counts[name]})
    if len(names) < 2 or len(years) < 2:
        return ()
    cells = {(at, years.index(year)): float(n) for at, name in enumerate(names) for year, n in counts[name].items()}
    return (_view(say("charts.record"), of, names, [str(year) for year in years], cells, say("record.part"), "charts.times"),)


def granters_and_recipients(rows: Iterable[LedgerRow], names: Mapping[str, str], of: str) -> tuple[ChartView, ...]:
    """Return how many times each granter honoured each unit; ``names`` are those of units by id. Of many the most frequent. Empty without
    two pairs."""
    pairs = Counter(
        (row.granter, recipient)
        for row in rows
        if _granted(row) and row.granter in names
        for recipient in row.recipients
        if recipient in names and recipient != row.granter
    )
    givers = _most((giver for giver, _ in pairs.elements()), _MOST_GRANTERS)
    takers = _most((taker for giver, taker in pairs.elements() if giver in givers), _MOST_RECIPIENTS)
    links = {(givers.index(giver), takers.index(taker)): n for (giver, taker), n in pairs.items() if giver in givers and taker in takers}
    givers = [giver for at, giver in enumerate(givers) if any(source == at for source, _ in links)]
    if len(links) < 2:
        return ()
    links = {(givers.index(giver), takers.index(taker)): pairs[giver, taker] for giver in givers for taker in takers if pairs[giver, taker]}
    flows = [(names[givers[giver]], names[takers[other]], n) for (giver, other), n in sorted(links.items())]
    title = say("charts.who_whom")
    described = "; ".join(f"{giver} → {taker}: {wording.number(n)}" for giver, taker, n in flows)
    picture = flow.svg(title, f"{of}. {described}.", [names[giver] for giver in givers], [names[taker] for taker in takers], links)
    rows_told = tuple((giver, taker, wording.number(n)) for giver, taker, n in flows)
    return (
        ChartView(
            title, picture, (say("heads.received_by"), say("heads.times")), rows_told, False, head=say("heads.granter"), legend=False
        ),
    )


def _granted(row: LedgerRow) -> bool:
    return counts_in_totals(row) and row.award.status == AwardStatus.GRANTED


def _most(values: Iterable[str | None], most: int) -> list[str]:
    counts = Counter(value for value in values if value is not None)
    return sorted(counts, key=lambda value: (-counts[value], value))[:most]


def _view(title: str, of: str, names: Sequence[str], columns: Sequence[str], cells: grid.Cells, head: str, cell_words: str) -> ChartView:
    described = "; ".join(
        f"{name}: " + ", ".join(say(cell_words, year=columns[at], n=cells[row, at]) for at in range(len(columns)) if (row, at) in cells)
        for row, name in enumerate(names)
    )
    picture = grid.svg(title, f"{of}. {described}." if of else f"{described}.", names, columns, cells)
    shown = [[wording.number(cells[row, at]) if (row, at) in cells else "–" for at in range(len(columns))] for row in range(len(names))]
    rows = tuple((name, *numbers) for name, numbers in zip(names, shown, strict=True))
    return ChartView(title, picture, tuple(columns), rows, False, head=head, legend=False)
