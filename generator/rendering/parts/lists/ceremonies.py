"""The ceremonies and conferences of an archive, each once however many articles report it; and the pictures of when they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.archive import Archive, Entry
from generator.rendering.charts import calendar
from generator.rendering.parts.links.places import Value
from generator.rendering.words import wording
from generator.rendering.words.speaking import say

FOLDER = "su-kien"  #: the folder of the events' pages
_FEWEST = 3  # events, in at least two months: of fewer a list says more than a picture
_LISTED = 40  # so many events the table below a picture names; of more it counts them by month


@dataclass(frozen=True, slots=True)
class Ceremony:
    """An event. ``at`` is the address, from the archive's root, of its own page where several articles report it, else of the article;
    ``day`` is ISO 8601, shortened where less is known, None where no article reports it, ``last`` the last day of an event of several;
    ``reports`` is how many articles report it."""

    name: str
    day: str | None
    units: tuple[Value, ...]
    at: str
    slugs: tuple[str, ...]
    last: str | None = None

    @property
    def date(self) -> str | None:
        return self.day and wording.days(self.day, self.last)

    @property
    def reports(self) -> int:
        return len(self.slugs)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture of when events were, and the same as a table: each event, or for many a row a year: its number, and how many in
    which month."""

    title: str
    svg: Markup
    events: tuple[Ceremony, ...]
    years: tuple[tuple[str, str, str], ...]


def ceremonies(archive: Archive, entries: Iterable[Entry]) -> tuple[Ceremony, ...]:
    """Return the events that ``entries`` of ``archive`` report, newest first, those without a date last."""
    groups = {event.id: event for event in archive.events}
    found: dict[str, Ceremony] = {}
    for entry in entries:
        reported = entry.facts.event
        group = groups.get(entry.event or "")
        if group:
            unit = archive.units.get(group.unit) if group.unit else None
            units: tuple[Value, ...] = (Value(unit.id, unit.name),) if unit else ()
            at = f"{FOLDER}/{group.id}.md"
            found[group.id] = Ceremony(wording.capital(group.name), group.date, units, at, group.slugs, group.date_end)
        elif reported and (reported.name or reported.date):
            name = wording.capital(reported.name) if reported.name else entry.article.title
            units = tuple(Value(unit.id, unit.name) for unit in entry.units)
            found[f"{entry.slug}.md"] = Ceremony(name, reported.date, units, f"bai/{entry.slug}.md", (entry.slug,), entry.last_day)
    every = sorted(found.values(), key=lambda item: item.at)
    return tuple(sorted(every, key=lambda item: item.day or "", reverse=True))


def timeline(events: Sequence[Ceremony], of: str) -> Timeline | None:
    """Return the chart of the dates of ``events``; ``of`` is the subject of the page. None if a list of them is clearer."""
    dated = [(event, *_month(event.day)) for event in events if event.day]
    counts: dict[tuple[int, int], int] = {}
    for _, year, month in dated:
        counts[year, month] = counts.get((year, month), 0) + 1
    if len(dated) < _FEWEST or len(counts) < 2:
        return None
    latest = max(year for year, _ in counts)
    shown = {key: n for key, n in counts.items() if key[0] > latest - calendar.MOST_YEARS}
    years = tuple(_year(year, shown) for year in sorted({year for year, _ in shown}, reverse=True))
    totals = {year: sum(n for (of_year, _), n in shown.items() if of_year == year) for year, _ in sorted(shown, reverse=True)}
    by_year = "; ".join(say("charts.events_in_year", year=str(year), n=total) for year, total in totals.items())
    title = say("charts.events")
    listed = tuple(ceremony for ceremony, *_ in dated) if len(dated) <= _LISTED else ()
    return Timeline(title, calendar.svg(title, f"{of}. {by_year}.", shown), listed, () if listed else years)


def _month(day: str) -> tuple[int, int]:
    return int(day[:4]), int(day[5:7] or 0)


def _year(year: int, counts: calendar.Counts) -> tuple[str, str, str]:
    months = sorted((month or 13, n) for (of, month), n in counts.items() if of == year)
    words = (
        say("charts.in_month", month=say(f"month_names.{month}"), n=n) if month < 13 else say("charts.in_no_month", n=n)
        for month, n in months
    )
    return str(year), wording.number(sum(n for _, n in months)), "; ".join(words)
