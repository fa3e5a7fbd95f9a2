"""The home page: what the archive holds, how to ask it, what it looks like over the years, and the indexes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote_plus

from markupsafe import Markup

from generator.model.archive import Archive
from generator.model.facts import AwardStatus, FactKind, is_sure
from generator.model.settings import SiteSettings
from generator.rendering.charts.by_year import ChartView, awards_by_year, ratings_told_by_year, with_years
from generator.rendering.pages.indexes import Index, Row, known
from generator.rendering.parts.lists.article_lines import Line, Total, awards_line
from generator.rendering.parts.lists.ceremonies import Ceremony, Timeline, timeline
from generator.rendering.words import wording
from generator.rendering.words.labels import IndexKind, Labels
from generator.rendering.words.speaking import say
from generator.rendering.words.wordbook import wordbook
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.events.totals import counts
from generator.resolution.records.persons import persons
from generator.resolution.records.withheld import withheld

LATEST = 6  #: how many articles the home page shows
_AWARDS = 3  #: how many awards of each
_MOST = 8  #: how many values of each index
_MOST_YEARS = 16
_SHORT = 45  # characters of a query that is still an example
_TELLING = re.compile(r"\d.*[-/]")  # a document's number that is not a mere 18


@dataclass(frozen=True, slots=True)
class Way:
    """An index on the home page: how many values it has, and those with most articles; of the years the latest."""

    kind: IndexKind
    count: int
    top: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A search that finds something; ``asked`` is it as the query of an address."""

    words: str
    asked: Markup


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the template of the home page shows. ``years`` are the first and the last; ``search`` is the address of the search page;
    ``awards`` is how many times awards were granted, to however many; ``other`` are the indexes that it only names; ``events`` is how many
    events articles report; ``only_year`` the one year that all awards are for, which makes no chart; ``doubtful`` how many awards, ratings
    and people are in no total."""

    total: Total
    awards: int
    people: int
    years: tuple[str, ...]
    search: str
    queries: tuple[Query, ...]
    ways: tuple[Way, ...]
    other: tuple[IndexKind, ...]
    charts: tuple[ChartView, ...]
    timeline: Timeline | None
    latest: tuple[Line, ...]
    events: int
    only_year: str | None
    doubtful: int


def home_page(archive: Archive, indexes: Sequence[Index], events: Sequence[Ceremony], settings: SiteSettings) -> HomePage:
    """Return the home page of ``archive``. Totals count each award once and none that was only proposed or is doubtful."""
    by_key = {index.kind.key: index for index in indexes}
    award_years = {year for row in archive.ledger if counts(row) for year in row.years}
    years = sorted(row.value.id or "" for row in known(by_key["year"].rows))
    whole = say("charts.whole_archive")
    return HomePage(
        total=Total.of(len(archive.entries), archive.ledger),
        awards=sum(counts(row) and row.award.status == AwardStatus.GRANTED for row in archive.ledger),
        people=sum(any(fact.sure for _, fact in record.mentions) for record in persons(archive)),
        years=tuple(dict.fromkeys((years[0], years[-1]))) if years else (),
        search="tra-cuu/" if settings.directory_urls else "tra-cuu.html",
        queries=tuple(Query(words, Markup(quote_plus(words))) for words in _queries(archive, by_key["unit"])),  # noqa: S704
        ways=tuple(_way(index) for index in indexes if index.kind.main),
        other=tuple(index.kind for index in indexes if not index.kind.main),
        charts=(
            *awards_by_year(archive.ledger, whole),
            *ratings_told_by_year((pair for entry in archive.entries for pair in with_years(entry)), whole),
        ),
        timeline=timeline(events, whole),
        latest=tuple(awards_line(entry, most=_AWARDS) for entry in archive.entries[:LATEST]),
        events=len(events),
        doubtful=sum(not is_sure(fact) for entry in archive.entries for _, fact in entry.facts.walk(FactKind.RATINGS, FactKind.PEOPLE))
        + sum(not row.sure for row in archive.ledger),
        only_year=wording.years(award_years) if len(award_years) == 1 else None,
    )


def _way(index: Index) -> Way:
    rows = known(index.rows)
    if index.kind.key == "year":
        return Way(index.kind, len(rows), tuple(rows[:_MOST_YEARS]))
    top = sorted(rows, key=lambda row: -row.total.articles)
    return Way(index.kind, len(rows), tuple(row for row in top[:_MOST] if row.total.articles))


def _queries(archive: Archive, units: Index) -> Iterator[str]:
    """Yield example queries that the archive can answer: an award in a year, a unit, a person, a document by its number."""
    as_articles_say = Labels(wordbook())  # whatever the language of the interface
    counted = Counter(
        (as_articles_say.of("award_types", row.award.type).lower(), row.years[0])
        for row in archive.ledger
        if row.years and row.award.status == AwardStatus.GRANTED and counts(row)
    )
    if counted:
        form, year = min(counted, key=lambda item: (-counted[item], -item[1], item[0]))
        yield f"{form} {year}"
    short = [row for row in known(units.rows) if row.total.articles and len(row.value.name) <= _SHORT]
    if short:
        yield max(short, key=lambda row: row.total.articles).value.name
    index = ArchiveIndex.of(archive)
    in_office = [person for person in index.persons if any(fact.roles for _, fact in person.mentions) and not withheld(archive, person)]
    people = [person for person in index.persons if person.id in index.persons_with_page] or in_office
    if named := [person for person in people if len(person.name) <= _SHORT]:
        yield min(named, key=lambda person: (-len(person.articles), person.id)).name
    numbers = (document.number for entry in archive.entries for document in entry.facts.documents if document.number)
    yield from islice((number for number in numbers if _TELLING.search(number) and len(number) <= _SHORT), 1)
