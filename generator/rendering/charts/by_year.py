"""Charts by year: awards, recipients and ratings, each with the same numbers as a table. There is no chart of a single year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.archive import Entry, LedgerRow
from generator.model.facts import Aim, AwardStatus, Rating
from generator.rendering.charts import bars
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.resolution.events.totals import counts as counts_in_totals
from generator.resolution.events.totals import totals_by

_MOST_FORMS = bars.MOST_SERIES - 1  # and one for all others


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart, its series (in the order of their colours) and its numbers, a row a year, newest first. ``cut`` are the years whose
    bars are drawn shorter than their numbers. Where rows are not years, ``head`` says what they are; without ``legend`` the series are
    columns without colours."""

    title: str
    svg: Markup
    series: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool
    cut: tuple[int, ...] = ()
    head: str | None = None
    legend: bool = True


def recipients_by_year(rows: Iterable[LedgerRow], of: str, title: str = "charts.honoured") -> tuple[ChartView, ...]:
    """Return how many were honoured in each year, by form of award; ``of`` is the subject of the page, ``title`` the key of the chart's
    name. Empty without two years."""
    found = totals_by(rows, lambda row: [(year, row.award.type) for year in row.years])
    counts = {key: sums.granted for key, sums in found.items() if sums.granted}
    return _by_form(title, of, "charts.honoured_in_year", counts, {year for (year, _), sums in found.items() if sums.open})


def awards_by_year(rows: Iterable[LedgerRow], of: str, title: str = "charts.awards") -> tuple[ChartView, ...]:
    """Return how many times awards were granted for each year, by form: each time counts one, to however many recipients. Empty without two
    years."""
    counts = Counter(
        (year, row.award.type) for row in rows if counts_in_totals(row) and row.award.status == AwardStatus.GRANTED for year in row.years
    )
    return _by_form(title, of, "charts.times_in_year", counts)


def _by_form(
    title: str, of: str, in_year: str, counts: Mapping[tuple[int, str], int], open_years: Iterable[int] = ()
) -> tuple[ChartView, ...]:
    """Return ``counts`` by year and form of award; ``title`` and ``in_year`` are keys of words; beyond the greatest forms the others are
    one."""
    years = sorted({year for year, _ in counts})
    if len(years) < 2:
        return ()
    sums: dict[str, int] = {}
    for (_, form), count in counts.items():
        sums[form] = sums.get(form, 0) + count
    forms = sorted(sums, key=lambda form: (-sums[form], form))
    named = forms if len(forms) <= bars.MOST_SERIES else forms[:_MOST_FORMS]
    series = [bars.Series(labels().of("award_types", form), tuple(counts.get((year, form), 0) for year in years)) for form in named]
    if len(forms) > len(named):
        rest = tuple(sum(counts.get((year, form), 0) for form in forms[_MOST_FORMS:]) for year in years)
        series.append(bars.Series(say("charts.rest"), rest))
    return (_view(say(title), of, years, series, in_year, total=len(series) > 1, open_years=open_years),)


def ratings_told_by_year(ratings: Iterable[tuple[int | None, Rating]], of: str) -> tuple[ChartView, ...]:
    """Return the number of certain results of each level for each year, over all subjects. Empty without two years."""
    counts = Counter((year, rating.level) for year, rating in ratings if year and rating.kind == Aim.RESULT and rating.sure)
    years = sorted({year for year, _ in counts})
    if len(years) < 2:
        return ()
    order = labels().order("levels")
    levels = sorted({level for _, level in counts}, key=lambda level: (order.get(level, len(order)), level))
    series = [
        bars.Series(wording.capital(labels().of("levels", level)), tuple(counts.get((year, level), 0) for year in years))
        for level in levels[: bars.MOST_SERIES]
    ]
    return (_view(say("charts.ratings_told"), of, years, series, "charts.times_in_year", total=len(series) > 1),)


def ratings_by_year(ratings: Iterable[tuple[int | None, Rating]], of: str, most: int = 2) -> tuple[ChartView, ...]:
    """Return how the organisations were rated, for each kind of subject with two years of percentages; each rating is given with its year.

    Only results of a single level are charted, and none that is doubtful. A year for which articles differ, or whose levels make more than
    the whole, is left out: the list below states what each says.
    """
    shares: dict[str, dict[int, dict[str, set[float]]]] = {}
    for year, rating in ratings:
        if year and rating.kind == Aim.RESULT and rating.percent is not None and not rating.at_least and rating.sure:
            shares.setdefault(rating.subject, {}).setdefault(year, {}).setdefault(rating.level, set()).add(rating.percent)
    views = []
    for subject, by_year in sorted(shares.items(), key=lambda item: (-len(item[1]), item[0])):
        sure = {year: agreed for year, levels in by_year.items() if (agreed := _agreed(levels))}
        if len(sure) > 1:
            order = labels().order("levels")
            found = {level for shares_of in sure.values() for level in shares_of}
            levels = sorted(found, key=lambda level: (order.get(level, len(order)), level))
            years = sorted(sure)
            series = [
                bars.Series(wording.capital(labels().of("levels", level)), tuple(sure[year].get(level, 0) for year in years))
                for level in levels[: bars.MOST_SERIES]
            ]
            title = say("charts.ratings", subject=labels().of("kinds", subject))
            views.append(_view(title, of, years, series, "charts.percent_in_year", total=False))
    return tuple(views[:most])


def with_years(entry: Entry) -> list[tuple[int | None, Rating]]:
    """Return an article's ratings with their year: their own, or of results the one year the article is about. A target may be of the
    next."""
    years = entry.facts.years
    only = years[0] if len(years) == 1 else None
    return [(rating.year or (only if rating.kind == Aim.RESULT else None), rating) for rating in entry.facts.ratings]


def _agreed(levels: Mapping[str, set[float]]) -> dict[str, float]:
    single = {level: next(iter(values)) for level, values in levels.items() if len(values) == 1}
    return single if len(single) == len(levels) and sum(single.values()) <= 100.5 else {}


def _view(
    title: str, of: str, years: Sequence[int], series: Sequence[bars.Series], in_year: str, *, total: bool, open_years: Iterable[int] = ()
) -> ChartView:
    sentences = [say(in_year, year=str(year), n=sum(part.values[at] for part in series)) for at, year in enumerate(years)]
    description = f"{of}. {'; '.join(sentences)}."
    chart = bars.Chart(title, description, tuple(years), tuple(series))
    rows = []
    for at, year in reversed(list(enumerate(years))):
        values = [part.values[at] for part in series]
        cells = [wording.number(value) if value else "–" for value in values]
        more = "+" if year in set(open_years) else ""
        rows.append((str(year), *cells, *([f"{wording.number(sum(values))}{more}"] if total else [])))
    return ChartView(title, bars.svg(chart), tuple(part.name for part in series), tuple(rows), total, bars.cut(chart))
