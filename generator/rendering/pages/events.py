"""The page of an event that several articles report: common facts once, contradictions side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.extraction.sameness import TWO_WRITERS, plain, reasons_agree
from generator.model.archive import Archive, Entry, EventGroup, LedgerRow
from generator.model.article import Article
from generator.model.facts import GIFTS, Document, Fact, FactKind, Person, Rating
from generator.model.span import Span
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.parts.article_text.body import body_of
from generator.rendering.parts.links.places import Value
from generator.rendering.parts.lists.article_lines import Total
from generator.rendering.parts.lists.ledger_rows import award_of
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.rendering.words.wording import Words
from generator.resolution.events.totals import adds_up
from generator.text.collation import alphabetical_key

_MOST = 3  #: to how many places of one article a fact leads; its own page leads to all


@dataclass(frozen=True, slots=True)
class Report:
    """An article about the event; ``number`` is how the page calls it: bài 1, bài 2."""

    number: int
    slug: str
    title: str
    published: str | None
    byline: str | None


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Place where an article states a fact: its number and address, and the anchors of the quotes (none outside the text)."""

    number: int
    slug: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A value that some articles report differently from others. ``counts``: the totals follow it."""

    words: str
    reports: tuple[ReportPlace, ...]
    counts: bool = False


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact of the event, shown once with the places of all its reports. ``contrary`` is empty unless they contradict each other; else it
    holds each report, and ``words`` omit the differing parts."""

    words: Words
    reports: tuple[ReportPlace, ...]
    contrary: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind; ``key`` and ``label`` as in the table of facts."""

    key: str
    label: str
    facts: tuple[SharedFact, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that the template of an event shows."""

    id: str
    name: str
    date: str | None
    unit: Value | None
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    total: Total

    @property
    def contradictions(self) -> int:
        """Number of facts that the articles report differently."""
        return sum(bool(fact.contrary) for section in self.sections for fact in section.facts)


def event_pages(archive: Archive) -> tuple[EventPage, ...]:
    """Return the page of each event of ``archive``, newest first."""
    rows = {row.id: row for row in archive.ledger}
    return tuple(_page(archive, event, [rows[row] for row in event.rows]) for event in archive.events)


def _page(archive: Archive, event: EventGroup, rows: Sequence[LedgerRow]) -> EventPage:
    entries = [archive.by_slug[slug] for slug in event.slugs]
    unit = archive.units.get(event.unit) if event.unit else None
    found = {
        "event": _circumstances(entries),
        "awards": tuple(_award(entries, row) for row in rows if row.award.type not in GIFTS),
        "ratings": _merged(entries, FactKind.RATINGS, _rating_key, _rating_values, wording.rating),
        "people": _shared(_merged(entries, FactKind.PEOPLE, _person_key, _no_values, wording.person)),
        "documents": _shared(_merged(entries, FactKind.DOCUMENTS, _document_key, _no_values, wording.document)),
    }
    return EventPage(
        id=event.id,
        name=wording.capital(event.name),
        date=event.date and wording.days(event.date, event.date_end),
        unit=Value(unit.id, unit.name) if unit else None,
        reports=tuple(_report(number, entry) for number, entry in enumerate(entries, 1)),
        sections=tuple(Section(kind.key, kind.label, found[kind.key]) for kind in labels().facts if found.get(kind.key)),
        total=Total.of(len(entries), rows),
    )


def _report(number: int, entry: Entry) -> Report:
    article = entry.article
    return Report(number, entry.slug, article.title, article.published and wording.date(article.published), article.byline)


def _circumstances(entries: Sequence[Entry]) -> tuple[SharedFact, ...]:
    """Name, last day, part of the day and place: each once where the articles agree or only some report it."""
    facts = []
    for label in ("name", "date_end", "part_of_day", "place"):
        values: list[tuple[str, list[ReportPlace]]] = []
        for number, entry in enumerate(entries, 1):
            event = entry.facts.event
            value: str | None = getattr(event, label, None)
            if event and value:
                value = _circumstance(label, value)
                report = _stated_at(number, entry, [event])
                same = next((known for known in values if _one_circumstance(label, known[0], value)), None)
                if same:
                    same[1].append(report)
                else:
                    values.append((value, [report]))
        if values:
            contrary = tuple(Version(value, tuple(reports)) for value, reports in values) if len(values) > 1 and label != "name" else ()
            everyone = tuple(report for _, reports in values for report in reports)
            facts.append(SharedFact(Words(wording.capital(labels().of("fields", label)), values[0][0]), everyone, contrary))
    return tuple(facts)


def _one_circumstance(label: str, first: str, second: str) -> bool:
    return first == second if label == "date_end" else reasons_agree(first, second, TWO_WRITERS)


def _circumstance(label: str, value: str) -> str:
    if label == "date_end":
        return wording.date(value)
    return wording.capital(value) if label == "name" else labels().of("parts_of_day", value) if label == "part_of_day" else value


def _award(entries: Sequence[Entry], row: LedgerRow) -> SharedFact:
    place = {entry.slug: (number, entry) for number, entry in enumerate(entries, 1)}
    here = [citation for citation in row.citations if citation.slug in place]  # articles of another event may report it too
    reports = tuple(sorted((_at(*place[citation.slug], citation.evidence) for citation in here), key=lambda item: item.number))
    words = wording.award(award_of(row), withdrawn=row.revoked_by is not None)
    disagrees = [(slug, award) for slug, award in row.disagrees if slug in place]
    if not disagrees:
        return SharedFact(words, reports)
    versions = [Version(wording.recipients(row.award), reports, counts=adds_up(row))]
    versions += [Version(wording.recipients(award), (_stated_at(*place[slug], [award]),)) for slug, award in disagrees]
    words = replace(words, body=say("award.to", recipients=labels().of("kinds", row.award.kind)))
    return SharedFact(words, reports, tuple(sorted(versions, key=lambda version: version.reports[0].number)))


@dataclass(slots=True)
class _Cluster:
    """One fact as reported by several articles, each at most once."""

    versions: list[tuple[int, Entry, Any]] = field(default_factory=list)


def _merged(
    entries: Sequence[Entry],
    kind: FactKind,
    key_of: Callable[[Any], Hashable],
    values_of: Callable[[Any], tuple[object, ...]],
    words_of: Callable[[Any], Words],
) -> tuple[SharedFact, ...]:
    """Return the facts of one kind, those with one key and no contrary values once. Where each article has one fact of a key at most,
    contrary values are a contradiction; where one has several, they are several facts."""
    clusters: dict[Hashable, list[_Cluster]] = {}
    several: set[Hashable] = set()
    for entry in entries:
        keys = Counter(key_of(fact) for fact in entry.facts.of_kind(kind))
        several.update(key for key, times in keys.items() if times > 1)
    for number, entry in enumerate(entries, 1):
        for fact in entry.facts.of_kind(kind):
            key = key_of(fact)
            known = clusters.setdefault(key, [])
            free = [candidate for candidate in known if all(other is not entry for _, other, _ in candidate.versions)]
            fit = [candidate for candidate in free if key not in several or _agree(values_of(candidate.versions[0][2]), values_of(fact))]
            if not fit:
                known.append(_Cluster())
            (fit or known[-1:])[0].versions.append((number, entry, fact))
    return tuple(_fact(cluster, values_of, words_of) for of in clusters.values() for cluster in of)


def _fact(cluster: _Cluster, values_of: Callable[[Any], tuple[object, ...]], words_of: Callable[[Any], Words]) -> SharedFact:
    groups: list[list[tuple[int, Entry, Any]]] = []
    for version in cluster.versions:
        same = next((group for group in groups if _agree(values_of(group[0][2]), values_of(version[2]))), None)
        if same is None:
            groups.append([version])
        else:
            same.append(version)
    versions = tuple(
        Version(words_of(group[0][2]).head, tuple(_stated_at(number, entry, [fact]) for number, entry, fact in group)) for group in groups
    )
    everyone = tuple(report for version in versions for report in version.reports)
    first = cluster.versions[0][2]
    if len(groups) == 1:
        return SharedFact(words_of(first), everyone)
    return SharedFact(words_of(replace(first, count=None, percent=None)), everyone, versions)


def _shared(facts: Iterable[SharedFact]) -> tuple[SharedFact, ...]:
    """Return only facts that two articles report; the rest is on their own pages."""
    return tuple(sorted((fact for fact in facts if len(fact.reports) > 1), key=lambda fact: alphabetical_key(fact.words.head)))


def _agree(left: Sequence[object], right: Sequence[object]) -> bool:
    return all(first is None or second is None or first == second for first, second in zip(left, right, strict=True))


def _rating_key(rating: Rating) -> Hashable:
    return (rating.subject, rating.level, rating.at_least, rating.kind, rating.year)


def _rating_values(rating: Rating) -> tuple[object, ...]:
    return (rating.count, rating.percent)


def _person_key(person: Person) -> Hashable:
    return plain(person.name)


def _document_key(document: Document) -> Hashable:
    return (document.kind, plain(document.number or document.title or ""), document.session)


def _no_values(_fact: object) -> tuple[object, ...]:
    return ()


def _stated_at(number: int, entry: Entry, facts: Sequence[Fact]) -> ReportPlace:
    return _at(number, entry, [span for fact in facts for span in fact.evidence])


def _at(number: int, entry: Entry, spans: Iterable[Span]) -> ReportPlace:
    found = anchors_of(entry)
    return ReportPlace(number, entry.slug, tuple(found[span] for span in dict.fromkeys(spans) if _stands(entry.article, span))[:_MOST])


def _stands(article: Article, span: Span) -> bool:
    """Return whether the words are in the text of the article's page, so that one can link to them (as in ``MarkedText.shows``)."""
    return body_of(article).shows(span)
