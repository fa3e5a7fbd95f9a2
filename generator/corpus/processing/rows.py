"""An article with its facts as one row of a part: plain data, a function of the article's content and the rules alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.corpus.processing.provinces import place_of
from generator.corpus.store.schema import FACTS
from generator.model.archive import Entry
from generator.model.article import Article, BlockKind
from generator.model.facts import Award, Fact, FactKind, Facts, Person
from generator.model.record import fact_to_data
from generator.model.span import Span
from generator.model.statement import Written
from generator.model.unit import Resolution, Standing
from generator.resolution.events.copies import body_words, sketch
from generator.resolution.records.recipients import persons_honoured
from generator.resolution.units.authority import Authority
from generator.resolution.units.resolve import resolve
from generator.text.folding import spelling_key

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_NOT_KEPT = frozenset({"reasons", "corrections", "checked"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What a reading depends on beside the article: the known units, and the language in which reasons are written out."""

    authority: Authority
    written: Written


def row_of(article: Article, facts: Facts, place: str, rules: Rules) -> dict[str, Any]:
    """Return the row of ``article``, which lies at ``place`` in the sources. Its units are resolved by the article alone."""
    resolved = resolve([(article, facts)], rules.authority)
    hosts, names = resolved.hosts(0), resolved.names(0)
    entry = Entry(article.source.path, article, facts, hosts, names)
    placed = place_of(entry, resolved.units)
    year = int(entry.date[:4]) if entry.date else None
    source = article.source
    event = facts.event
    own = {
        "id": source.path,
        "date": entry.date,
        "date_of": None if entry.date is None else "event" if event and event.date else "published",
        "province": placed.province,
        "province_name": placed.name,
        "province_of": placed.of,
        "place": place,
        "format": source.format,
        "url": source.url,
        "publisher": source.publisher,
        "retrieved": source.retrieved,
        "archived": source.archived,
        "title": article.title,
        "title_is_headline": article.title_is_headline,
        "published": article.published,
        "byline": article.byline,
        "years": list(facts.years),
        "event": None if event is None else _kept(fact_to_data(event, rules.written)),
        "hosts": [{"id": unit.id, "name": unit.name, "listed": unit.listed} for unit in hosts],
        "facts": facts.count,
        "body": _spans(block.span for block in article.blocks if block.kind in _BODY),
        "sketch": sketch(body_words(article)),
        "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "text": article.text,
    }
    honoured: dict[int, list[dict[str, str]]] = {}
    for award, name in persons_honoured(entry):
        honoured.setdefault(id(award), []).append({"name": name, "key": spelling_key(name)})
    lists = {table: [_fact(fact, names, rules.written, honoured) for fact in facts.of_kind(FactKind(table))] for table in FACTS}
    return {"id": source.path, "place": place, "year": year, "error": None, "article": own, **lists}


def _fact(fact: Fact, names: Mapping[str, Resolution], written: Written, honoured: Mapping[int, list[dict[str, str]]]) -> dict[str, Any]:
    data = _kept(fact_to_data(fact, written))
    if isinstance(fact, Award):
        meaning = names.get(fact.granted_by or "")
        data["granter"] = meaning.unit if meaning else None
        data["persons"] = honoured.get(id(fact), [])
    if isinstance(fact, Person):
        data["key"] = spelling_key(fact.name)
        for role in data["roles"]:
            meaning = names.get(role["unit"] or "")
            role["unit_id"] = meaning.unit if meaning else None
            role["is_body"] = None if meaning is None else meaning.standing is not Standing.NO_UNIT
    return data


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _NOT_KEPT}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]
