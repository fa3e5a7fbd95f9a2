"""The rows of the tables that are not of facts: persons, events, decisions, and the articles' texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.model.archive import Archive, Entry
from generator.model.facts import Decision, Document
from generator.rendering.exports.tables import Row
from generator.rendering.parts.provenance.source_line import archived_text, text_hash
from generator.rendering.words import wording
from generator.rendering.words.labels import document_kind
from generator.resolution.records.decisions import CitedDecisions
from generator.resolution.records.documents import DocumentRecord, documents

if TYPE_CHECKING:  # which gives these rows as well
    from generator.rendering.exports.rows import Data


def persons_rows(data: Data) -> Iterator[Row]:
    """Yield a row for each person of the archive."""
    index = data.places.index
    for person in index.persons:
        roles = [role for _, fact in person.mentions for role in fact.roles]
        entries = [data.archive.by_slug[slug] for slug, _ in person.mentions]
        known = (
            entry.names.get(role.unit)
            for entry, (_, fact) in zip(entries, person.mentions, strict=True)
            for role in fact.roles
            if role.unit
        )
        yield {
            "id": person.id,
            "name": person.name,
            "roles": tuple(dict.fromkeys(wording.role(role) for role in roles)),
            "units": tuple(dict.fromkeys(name.unit for name in known if name and name.unit)),
            "awards": tuple(row.id for row in index.honours.get(person.id, ())),
            "articles": person.articles,
            "alike": person.alike,
            "decided": person.decided,
            "address": data.address(f"nguoi/{person.id}.md") if person.id in index.persons_with_page else None,
        }


def events_rows(data: Data) -> Iterator[Row]:
    """Yield a row for each event: one that several articles report has their rows of the ledger together."""
    rows_of = data.places.index.rows_of_article
    grouped = {slug for event in data.archive.events for slug in event.slugs}
    for event in data.archive.events:
        yield {
            "id": event.id,
            "name": event.name,
            "date": event.date,
            "date_end": event.date_end,
            "unit": event.unit,
            "articles": event.slugs,
            "awards": event.rows,
            "address": data.address(f"su-kien/{event.id}.md"),
        }
    for entry in data.archive.entries:
        own = entry.facts.event
        if own is not None and entry.slug not in grouped:
            yield {
                "id": f"{entry.slug}/event",
                "name": own.name,
                "date": own.date,
                "date_end": own.date_end,
                "unit": entry.units[0].id if entry.units else None,
                "articles": (entry.slug,),
                "awards": tuple(row.id for row in rows_of.get(entry.slug, ())),
                "address": data.address(f"bai/{entry.slug}.md"),
            }


def decisions_rows(data: Data) -> Iterator[Row]:
    """Yield a row for each decision that grants an award of the archive, as far as articles cite it."""
    granted: dict[str, list[str]] = {}
    for row in data.archive.ledger:
        if decision := decision_of(data.archive, row.slug, row.award.decision):
            granted.setdefault(decision.id, []).append(row.id)
    for record in documents(data.archive):
        if record.id in granted:
            facts = [fact for _, fact in record.mentions]
            yield {
                "id": record.id,
                "kind": facts[0].kind,
                "kind_label": document_kind(facts[0].kind),
                **{
                    name: next((value for fact in facts if (value := getattr(fact, name))), None)
                    for name in ("number", "title", "issuer", "date")
                },
                "awards": tuple(granted[record.id]),
                "articles": tuple(dict.fromkeys(slug for slug, _ in record.mentions)),
                "address": data.address(f"van-ban/{record.id}.md"),
            }


def texts_rows(data: Data) -> Iterator[Row]:
    """Yield the archived text of each article, to which all offsets refer."""
    for entry in data.archive.entries:
        text = archived_text(entry.article).decode()
        yield {"id": entry.slug, "title": entry.article.title, "sha256": text_hash(entry.article), "text": text}


def decision_document(archive: Archive, slug: str, decision: Decision | None) -> Document | None:
    """Return the document cited by the article ``slug`` that is the granting ``decision``."""
    cited = _decisions(archive).get(slug)
    return cited.meant(decision) if cited else None


def decision_of(archive: Archive, slug: str, decision: Decision | None) -> DocumentRecord | None:
    """Return the record of the document that is the granting ``decision`` which the article ``slug`` states."""
    document = decision_document(archive, slug, decision)
    return None if document is None else _records(archive).get((slug, id(document)))


def decisions_in(archive: Archive, entry: Entry) -> tuple[str, ...]:
    """Return the ids of the documents that ``entry`` cites, each once."""
    found = (_records(archive).get((entry.slug, id(document))) for document in entry.facts.documents)
    return tuple(dict.fromkeys(record.id for record in found if record))


def _decisions(archive: Archive) -> Mapping[str, CitedDecisions]:
    if _decisions not in archive.memory:
        archive.memory[_decisions] = {entry.slug: CitedDecisions.of(entry) for entry in archive.entries}
    found: Mapping[str, CitedDecisions] = archive.memory[_decisions]
    return found


def _records(archive: Archive) -> Mapping[tuple[str, int], DocumentRecord]:
    """Return the record of each cited document, by article and identity of the fact."""
    if _records not in archive.memory:
        archive.memory[_records] = {(slug, id(fact)): record for record in documents(archive) for slug, fact in record.mentions}
    found: Mapping[tuple[str, int], DocumentRecord] = archive.memory[_records]
    return found
