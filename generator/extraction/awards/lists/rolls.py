"""Whom a list honours: the kinds and numbers of its heading, and the names and numbers of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.extraction.awards.acts.frames import Frame, Item
from generator.extraction.awards.lists.entries import Entry
from generator.extraction.awards.standards import NO_MERIT, Merit, merit
from generator.extraction.engine import Passage
from generator.extraction.names.recipients import Group, groups_in
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span

_BOTH = {"tap-the-va-ca-nhan", "khac"}
_REASON = re.compile(
    r"[\s,:–(-]*(?:vì|do|đã\s+có|có\s+(?:nhiều\s+)?thành\s+tích|đạt|hoàn\s+thành|về\s+thành\s+tích|tiêu\s+biểu|xuất\s+sắc)(?!\w)"
)
_BRACKET = re.compile(r"\s*\(([^()]{4,80})\)")
_AND = re.compile(r"\s+và\s+|[,;]\s*")


@dataclass(frozen=True, slots=True)
class Honoured:
    """Recipients of one kind that a list tells, with what they are honoured for. ``count`` is what the list states, ``listed`` how many
    its rows name where that is another number; ``rows`` are the rows' words."""

    kind: str
    count: int | None
    names: tuple[str, ...]
    merit: Merit
    rows: tuple[Span, ...]
    listed: int | None = None
    rank: int | None = None  # the honour's, where the rows tell it


@dataclass(frozen=True, slots=True)
class _Head:
    """A kind of recipients that the heading tells."""

    kind: str
    personal: bool | None
    count: int | None
    merit: Merit


def roll(passage: Passage, frame: Frame, told: Sequence[tuple[Item, Merit]], around: Merit, rows: Sequence[Entry]) -> list[Honoured]:
    """Join the ``rows`` of a list to what its heading tells: ``told``, its counted or bare groups each with its merit, and ``around``,
    the merit where it names no group. A number that the heading states stays; the rows add names."""
    heads = [_head(item.element.value, about) for item, about in told if isinstance(item.element.value, Group)]
    if not heads:
        heads = [_head(group, around) for group in groups_in(passage.within(frame.form.end, passage.stop)) if group.counted]
    if not heads and frame.form.count is not None and len({row.personal for row in rows}) == 1 and all(row.names for row in rows):
        heads = [_Head(_default(frame, rows[0]), rows[0].personal, frame.form.count, around)]
    if len(heads) == 1 and heads[0].personal is None and heads[0].count is not None:
        if heads[0].count == sum(len(row.names) for row in rows):
            heads = [replace(heads[0], kind="khac", count=None)]  # as many named as counted: each under his own kind
        else:
            return [_of_both(heads[0], rows)]
    groups: dict[tuple[str, int | None, Merit, int], list[Entry]] = {}
    for at, row in enumerate(rows):
        head = _head_of(heads, row)
        about = around if head is None else head.merit
        kind = _kind(frame, head, row)
        for one in _own_merits(passage, row, about):
            groups.setdefault((kind, row.rank, one, 0 if row.names else at + 1), []).append(row)
    result = [_honoured(heads, kind, about, members) for (kind, _, about, _), members in groups.items()]
    seen = {row.personal for row in rows}
    silent = [one for one in heads if one.count is not None and one.personal not in seen and None not in seen]
    return [*result, *(Honoured(one.kind, one.count, (), one.merit, ()) for one in silent)]


def _head(group: Group, about: Merit) -> _Head:
    return _Head(group.kind, None if group.kind in _BOTH else group.kind in PERSONS, group.count, about)


def _of_both(head: _Head, rows: Sequence[Entry]) -> Honoured:
    names = _distinct(rows)
    return Honoured(head.kind, head.count, names, head.merit, _spans(rows), len(names) or None)


def _head_of(heads: list[_Head], row: Entry) -> _Head | None:
    alike = [one for one in heads if one.personal is row.personal]
    exact = [one for one in alike if one.kind == row.kind]
    return next(iter([*exact, *alike, *(one for one in heads if one.personal is None)]), None)


def _kind(frame: Frame, head: _Head | None, row: Entry) -> str:
    if frame.form.type == "huy-hieu-dang":
        return "dang-vien"
    if not row.names and row.kind is not None:
        return row.kind
    if head is not None and head.kind not in _BOTH:
        return head.kind
    return row.kind or _default(frame, row)


def _default(frame: Frame, row: Entry) -> str:
    own = lexicon("award-types").by_id[frame.form.type].get("recipient")
    if own is not None and row.personal in {None, str(own) in PERSONS}:
        return str(own)
    if row.personal is None:
        return "khac"
    return "ca-nhan" if row.personal else "tap-the"


def _own_merits(passage: Passage, row: Entry, about: Merit) -> list[Merit]:
    """The merit of a row: the heading's, with what the words behind the recipient say of reason and years; one each where a bracket
    tells of several."""
    canonical = passage.views.canonical
    bracket = _BRACKET.match(canonical, row.end, row.about)
    if bracket is not None and row.names:
        start, stop = bracket.span(1)
        told = [merit(passage.within(first, last)) for first, last in _pieces(canonical, start, stop)]
        dated = [replace(one, standard=about.standard) for one in told if one.years or one.period or one.consecutive_years]
        return dated or [about]
    if not row.names or _REASON.match(canonical, row.end, row.about):
        own = merit(passage.within(row.end, row.about))
        return [own if own.standard or own != NO_MERIT else about]
    return [about]


def _pieces(canonical: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    for match in _AND.finditer(canonical, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def _honoured(heads: list[_Head], kind: str, about: Merit, rows: list[Entry]) -> Honoured:
    names = _distinct(rows)
    stated = next((one.count for one in heads if one.kind == kind and one.count is not None and rows[0].rank is None), None)
    if len(rows) == 1 or not names:
        stated = rows[0].count if not names or (rows[0].count or 0) > len(names) else stated
    count = stated if stated is not None else len(names)
    return Honoured(kind, count, names, about, _spans(rows), len(names) if names and len(names) != count else None, rows[0].rank)


def _distinct(rows: Iterable[Entry]) -> tuple[str, ...]:
    """The names in order, those of a list printed twice once."""
    return tuple(dict.fromkeys(name for row in rows for name in row.names))


def _spans(rows: Iterable[Entry]) -> tuple[Span, ...]:
    return tuple(Span(row.start, max(row.end, row.about)) for row in rows)
