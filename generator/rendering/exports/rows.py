"""The rows of each table of ``columns.yml``: the archive's data as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator.model.archive import Archive, Citation, Entry, LedgerRow
from generator.model.facts import Decision, Event, Fact, FactKind, Inference
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.model.unit import Unit
from generator.rendering.exports.plain_rows import Remade, plain
from generator.rendering.exports.record_rows import (
    decision_document,
    decision_of,
    decisions_in,
    decisions_rows,
    events_rows,
    persons_rows,
    texts_rows,
)
from generator.rendering.exports.tables import Cell, Row, Table, tables
from generator.rendering.parts.article_text.anchors import fact_ids
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.ledger_rows import award_of, newest_first
from generator.rendering.parts.provenance.source_line import publisher_of, text_hash
from generator.rendering.words import wording
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.speaking import speaking
from generator.rendering.words.statements import doubt, written
from generator.resolution.archive_index import grouped
from generator.resolution.events.totals import counts


@dataclass(frozen=True)
class Data:
    """The tables of ``archive``; each row has the columns of its table in their order, texts on one line."""

    archive: Archive
    settings: SiteSettings = NO_SETTINGS

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Row]]:
        """The rows by the table's key; those that hold whole texts, one of each article, are made anew each time they are asked for."""
        with speaking(self.settings):
            return {
                key: Remade(partial(self._made, table), len(self.archive.entries)) if table.key in _OF_TEXTS else tuple(self._made(table))
                for key, table in tables().items()
            }

    def _made(self, table: Table) -> Iterator[Row]:
        columns = [(column.name, column.lines) for column in table.columns]
        for row in _ROWS[table.key](self):
            yield {name: plain(row[name], lines=lines) for name, lines in columns}

    @cached_property
    def places(self) -> Places:
        return Places(self.archive)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Every unit that a row may name, by id."""
        return {**{unit.id: unit for entry in self.archive.entries for unit in entry.units}, **self.archive.units}

    @cached_property
    def fact_ids(self) -> Mapping[str, Mapping[FactKind, tuple[str, ...]]]:
        """The ids of the facts of each article, by kind. What they and the anchors are made of is found once for all of an article's."""
        found = {}
        for entry in self.archive.entries:
            found[entry.slug] = {kind: fact_ids(entry.article, getattr(entry.facts, kind)) for kind in _WITH_ID}
            self.places.marked(entry.slug)
        return found

    def address(self, page: str) -> str:
        """Return where the page ``bai/x.md`` (``#anchor``) is read, from the root of the site."""
        path, mark, anchor = page.partition("#")
        return path.removesuffix(".md") + ("/" if self.settings.directory_urls else ".html") + mark + anchor

    def provenance(self, slug: str, fact: Fact) -> dict[str, Cell]:
        """Return the columns common to all facts: quotes and their addresses, inferred fields, whether it was corrected."""
        return {
            **self.cited([Citation(slug, fact.evidence)]),
            "inferred": _inferred(fact.inferred),
            "corrected": bool(fact.corrections),
        }

    def cited(self, citations: Iterable[Citation]) -> dict[str, Cell]:
        """Return the addresses of the words and the words."""
        pairs = [
            (self.address(self.places.words(citation.slug, [span])), span.of(self.archive.by_slug[citation.slug].article.text))
            for citation in citations
            if citation.slug in self.archive.by_slug
            for span in citation.evidence
        ]
        shown = [(where, words) for where, words in dict.fromkeys(pairs) if words.strip()]
        return {"evidence": tuple(where for where, _ in shown), "quotes": tuple(words for _, words in shown)}

    def hosts(self, ids: Iterable[str]) -> dict[str, Cell]:
        """Return the units that an article is about."""
        ids = tuple(ids)
        return {"hosts": ids, "host_names": self.names(ids)}

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of units."""
        return tuple(self.units[identifier].name if identifier in self.units else identifier for identifier in ids)

    def about(self, entry: Entry) -> dict[str, Cell]:
        return {"article": entry.slug, "date": entry.date, **self.hosts(unit.id for unit in entry.units)}


_OF_TEXTS = frozenset(["texts"])  #: tables that hold whole texts
_WITH_ID = (FactKind.RATINGS, FactKind.FIGURES, FactKind.PEOPLE, FactKind.DOCUMENTS)
_OF_AWARD = ("type", "rank", "kind", "count", "names", "standard", "consecutive_years", "status", "granted_by", "posthumous", "approximate")


def _awards(data: Data) -> Iterator[Row]:
    table = labels()
    cited_as = _ids(data, FactKind.DOCUMENTS)
    for row in newest_first(data.archive.ledger):
        award, decision = row.award, row.award.decision or Decision()
        document, record = decision_document(data.archive, row.slug, award.decision), decision_of(data.archive, row.slug, award.decision)
        yield {
            **_values(award, *_OF_AWARD),
            "decision_number": decision.number,
            "decision_date": decision.date,
            "decision_issuer": decision.issuer,
            "decision": record.id if record else None,
            "decision_document": f"{row.slug}/{cited_as[row.slug, id(document)]}" if document else None,
            **_values(row, "id", "date", "years", "granter", "recipients", "revoked_by", "within"),
            "aside": row.aside and row.aside.value,
            "award": wording.award_name(award),
            "kind_label": table.of("kinds", award.kind),
            "status_label": table.of("statuses", award.status),
            "recipient_names": data.names(row.recipients),
            "persons": data.places.index.persons_of_row.get(row.id, ()),
            "period_start": award.period[0] if award.period else None,
            "period_end": award.period[1] if award.period else None,
            "counted": counts(row) and award.approximate is None,
            "gift": is_gift(row),
            "sure": row.sure,
            "doubt": doubt(award_of(row)),
            **data.hosts(row.hosts),
            "articles": tuple(citation.slug for citation in row.citations),
            "disagrees": tuple(f"{slug}: {award.head} {award.body}" for slug, award in _others(row)),
            **data.cited(row.citations),
            "inferred": _inferred(award.inferred),
            "corrected": bool(award.corrections),
        }


def is_gift(row: LedgerRow) -> bool:
    """Return whether it is a gift, which the pages' tables leave out."""
    return row.award.type in labels().gifts


def _others(row: LedgerRow) -> Iterator[tuple[str, wording.Words]]:
    return ((slug, wording.award(award, granter=False)) for slug, award in row.disagrees)


def _ratings(data: Data) -> Iterator[Row]:
    for entry in data.archive.entries:
        for name, fact in zip(data.fact_ids[entry.slug][FactKind.RATINGS], entry.facts.ratings, strict=True):
            yield {
                "id": f"{entry.slug}/{name}",
                **data.about(entry),
                **_values(fact, "subject", "level", "at_least", "count", "percent", "year", "kind", "sure"),
                "doubt": doubt(fact),
                "subject_label": labels().of("kinds", fact.subject),
                "level_label": labels().of("levels", fact.level),
                "kind_label": labels().of("aims", fact.kind),
                **data.provenance(entry.slug, fact),
            }


def _figures(data: Data) -> Iterator[Row]:
    for entry in data.archive.entries:
        for name, fact in zip(data.fact_ids[entry.slug][FactKind.FIGURES], entry.facts.figures, strict=True):
            yield {
                "id": f"{entry.slug}/{name}",
                **data.about(entry),
                **_values(fact, "measure", "value", "of", "percent", "unit", "year", "kind"),
                "kind_label": labels().of("aims", fact.kind),
                **data.provenance(entry.slug, fact),
            }


def _people(data: Data) -> Iterator[Row]:
    ids = _ids(data, FactKind.PEOPLE)
    for record in data.places.index.persons:
        for slug, fact in record.mentions:
            entry = data.archive.by_slug[slug]
            known = (entry.names.get(role.unit) for role in fact.roles if role.unit)
            yield {
                **data.about(entry),
                "id": f"{slug}/{ids[slug, id(fact)]}",
                "person": record.id,
                "name": fact.name,
                "sure": fact.sure,
                "doubt": doubt(fact),
                "roles": tuple(wording.role(role) for role in fact.roles),
                "units": tuple(dict.fromkeys(person.unit for person in known if person and person.unit)),
                **data.provenance(slug, fact),
            }


def _documents(data: Data) -> Iterator[Row]:
    ids = _ids(data, FactKind.DOCUMENTS)
    for record in data.places.index.documents:
        for slug, fact in record.mentions:
            yield {
                "id": f"{slug}/{ids[slug, id(fact)]}",
                "document": record.id,
                **data.about(data.archive.by_slug[slug]),
                **_values(fact, "kind", "number", "title", "issuer", "session", "date"),
                "kind_label": document_kind(fact.kind),
                **data.provenance(slug, fact),
            }


def _units(data: Data) -> Iterator[Row]:
    about: dict[str, int] = {}
    for entry in data.archive.entries:
        for unit in entry.units:
            about[unit.id] = about.get(unit.id, 0) + 1
    said = ("name", "kind", "variants", "parent", "place", "valid_from", "valid_until", "successors", "listed", "source")
    for unit_id, unit in sorted(data.units.items()):
        yield {
            "id": unit_id,
            **_values(unit, *said),
            "kind_label": labels().of("unit_kinds", unit.kind) if unit.kind else None,
            "parent_name": unit.parent and data.names([unit.parent])[0],
            "place_name": unit.place and data.names([unit.place])[0],
            "address": data.address(f"don-vi/{unit_id}.md") if unit_id in data.places.with_page else None,
            "articles": about.get(unit_id, 0),
            "inferred": _inferred(unit.inferred),
        }


def _articles(data: Data) -> Iterator[Row]:
    nothing: dict[str, Cell] = dict.fromkeys(("event", "event_date", "event_date_end", "part_of_day", "place"))
    persons_of = grouped((slug, person) for person in data.places.index.persons for slug in person.articles)
    for entry in data.archive.entries:
        article, event = entry.article, entry.facts.event
        yield {
            **data.about(entry),
            "id": entry.slug,
            "address": data.address(f"bai/{entry.slug}.md"),
            **_values(article, "title", "title_is_headline", "published", "byline"),
            "years": entry.facts.years,
            **(nothing if event is None else _event(event)),
            "event_group": entry.event,
            "awards": tuple(row.id for row in data.places.index.rows_of_article.get(entry.slug, ())),
            "persons": tuple(person.id for person in persons_of.get(entry.slug, ())),
            "documents": decisions_in(data.archive, entry),
            **data.cited([Citation(entry.slug, event.evidence)] if event else []),
            "inferred": _inferred(event.inferred) if event else (),
            "corrected": bool(entry.corrections),
            "source": article.source.path,
            "sha256": article.source.sha256,
            "url": article.source.url,
            "publisher": publisher_of(article),
            "retrieved": article.source.retrieved,
            "archived": article.source.archived,
            "text_sha256": text_hash(article),
            "copies": tuple(copy.path for copy in entry.copies),
        }


def _event(event: Event) -> dict[str, Cell]:
    return {"event": event.name, "event_date": event.date, "event_date_end": event.date_end, **_values(event, "part_of_day", "place")}


#: Of each table of ``columns.yml``: its rows, with more values than it may show.
_ROWS: Mapping[str, Callable[[Data], Iterator[Row]]] = {
    "awards": _awards,
    "ratings": _ratings,
    "figures": _figures,
    "people": _people,
    "documents": _documents,
    "units": _units,
    "articles": _articles,
    "persons": persons_rows,
    "events": events_rows,
    "decisions": decisions_rows,
    "texts": texts_rows,
}


def _values(of: object, *names: str) -> dict[str, Cell]:
    return {name: getattr(of, name) for name in names}


def _inferred(inferences: Iterable[Inference]) -> tuple[str, ...]:
    return tuple(f"{inference.field}: {written(inference.basis)}" for inference in inferences)


def _ids(data: Data, kind: FactKind) -> Mapping[tuple[str, int], str]:
    """Return the id of each fact of ``kind``, by its article and its identity."""
    return {
        (entry.slug, id(fact)): name
        for entry in data.archive.entries
        for fact, name in zip(getattr(entry.facts, kind), data.fact_ids[entry.slug][kind], strict=True)
    }
