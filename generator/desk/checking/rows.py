"""What a person decides about one article, row by row: its own fields, its facts, and those taken away."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.desk.checking.shelf import Judged
from generator.model.check import Check
from generator.model.correction import ADDED, ARTICLE_FIELDS, Action, Correction
from generator.model.facts import Fact, FactKind, is_sure
from generator.model.record import fact_to_data
from generator.model.statement import Reason


class Standing(StrEnum):
    """What was decided about a row."""

    OPEN = "open"
    CHECKED = "checked"
    CORRECTED = "corrected"
    ADDED = "added"
    REMOVED = "removed"


#: What a fact holds besides what it states.
_JUDGED = frozenset({"corrections", "checked", "sure", "doubt", "inferred", "reasons"})


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, or a field of the article, with what was decided.

    ``key`` names it as long as the program reads it alike, ``state`` changes with each decision about it. ``kind`` is a kind of fact or a
    field. ``fact`` is as it is now (None for a field), ``before`` as the program read it (None where a person added it). ``value`` is the
    field's. ``corrections`` are the entries that made it so; ``checked`` the name and time of who confirmed it. ``changed``: it was
    confirmed, and its words or reading have changed since.
    """

    key: str
    state: str
    kind: str
    standing: Standing
    fact: Fact | None = None
    before: Fact | None = None
    value: Any = None
    corrections: tuple[Correction, ...] = ()
    checked: tuple[str, str] | None = None
    changed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a person has still to decide."""
        return self.standing is Standing.OPEN

    @property
    def is_doubtful(self) -> bool:
        """Whether the program itself doubts its reading."""
        return self.fact is not None and not is_sure(self.fact)


def rows_of(judged: Judged) -> tuple[Row, ...]:
    """Return every row of an article: doubtful facts first, then what was inferred, then the rest in the order of the text."""
    fields = dict(judged.confirmed.fields)
    rows = [_of_field(judged, name, fields.get(name)) for name in ARTICLE_FIELDS if _field_of(judged, name)]
    for kind in FactKind:
        rows += _of_kind(judged, kind.value)
    return tuple(sorted(_distinct(rows), key=_order))


def row_with(judged: Judged, key: str) -> Row | None:
    """Return the row that ``key`` names."""
    return next((row for row in rows_of(judged) if row.key == key), None)


def _of_kind(judged: Judged, kind: str) -> Iterator[Row]:
    lapsed = [check for check in judged.confirmed.lapsed if check.kind == kind]
    for fact in judged.confirmed.facts.of_kind(FactKind(kind)):
        seal = (fact.checked.by, fact.checked.on) if fact.checked else None
        before = None if fact.rule == ADDED else (fact.corrections[0].before if fact.corrections else _unsealed(judged, kind, fact))
        standing = Standing.OPEN
        if fact.corrections:
            standing = Standing.ADDED if fact.rule == ADDED else Standing.CORRECTED
        elif fact.checked:
            standing = Standing.CHECKED
        changed = standing is Standing.OPEN and any(_overlap(judged, check, fact) for check in lapsed)
        yield _row(kind, standing, fact, before, fact.corrections, seal, changed=changed)
    for correction in judged.corrected.applied:
        if correction.kind == kind and correction.action is Action.REMOVE:
            yield _row(kind, Standing.REMOVED, correction.before, correction.before, (correction,), None, changed=False)


def _unsealed(judged: Judged, kind: str, fact: Fact) -> Fact:
    """Return ``fact`` as it was before it was confirmed, which made it sure."""
    if not fact.checked:
        return fact
    same = [each for each in judged.corrected.facts.of_kind(FactKind(kind)) if each.evidence == fact.evidence and each.rule == fact.rule]
    return next((each for each in same if _identity(kind, each) == _identity(kind, fact)), fact)


def _row(
    kind: str, standing: Standing, fact: Fact | None, before: Fact | None, corrections: tuple[Correction, ...],
    seal: tuple[str, str] | None, *, changed: bool,
) -> Row:  # fmt: skip
    subject = before or fact
    assert subject is not None
    key = _mark(kind, *_identity(kind, subject))
    state = _mark(standing, *(_told(each) for each in corrections), *(seal or ()))
    return Row(key, state, kind, standing, fact, before, None, corrections, seal, changed)


def _of_field(judged: Judged, name: str, seal: Any) -> Row:
    applied = tuple(each for each in judged.corrected.applied if each.kind == name)
    standing = Standing.CORRECTED if applied else Standing.CHECKED if seal else Standing.OPEN
    value = _field_of(judged, name)
    said = (seal.by, seal.on) if seal else None
    changed = standing is Standing.OPEN and any(check.kind == name for check in judged.confirmed.lapsed)
    before = judged.extracted.years if name == "years" else getattr(judged.article, name)
    state = _mark(standing, *(_told(each) for each in applied), *(said or ()))
    return Row(_mark(name, str(before)), state, name, standing, None, None, value, applied, said, changed)


def _field_of(judged: Judged, name: str) -> Any:
    return judged.confirmed.facts.years if name == "years" else getattr(judged.corrected.article, name)


def _overlap(judged: Judged, check: Check, fact: Fact) -> bool:
    words = " ".join((check.quote or "").split())
    text = judged.article.text
    return any(words in (quote := " ".join(span.of(text).split())) or quote in words for span in fact.evidence)


def _identity(kind: str, fact: Fact) -> tuple[str, ...]:
    data = {key: value for key, value in fact_to_data(fact, _written).items() if key not in _JUDGED}
    return (kind, json.dumps(data, ensure_ascii=False, sort_keys=True, default=str))


def _written(reason: Reason) -> str:
    return repr(reason)


def _told(correction: Correction) -> str:
    return repr((correction.action, correction.expected, correction.right, correction.right_quote, correction.by, correction.on))


def _mark(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _distinct(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, with numbered keys where nothing distinguishes several facts."""
    times: dict[str, int] = {}
    for row in rows:
        times[row.key] = times.get(row.key, 0) + 1
        if times[row.key] == 1:
            yield row
        else:
            yield Row(f"{row.key}-{times[row.key]}", row.state, row.kind, row.standing, row.fact, row.before, row.value,
                      row.corrections, row.checked, row.changed)  # fmt: skip


def _order(row: Row) -> tuple[int, int, int]:
    kinds = (*ARTICLE_FIELDS, *(kind.value for kind in FactKind))
    fact = row.before or row.fact
    doubtful = fact is not None and not is_sure(fact)
    rank = 0 if doubtful or row.changed else 1 if fact is not None and fact.inferred else 2
    if row.fact is None:
        rank = 2
    return (rank, kinds.index(row.kind), min(fact.evidence).start if fact is not None else 0)
