"""The recipients of a list: the kinds and numbers of its heading joined with the names and numbers of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.extraction.awards.acts.clause.frames import Frame, Item
from generator.extraction.awards.lists.entries import RowEntry
from generator.extraction.awards.standards import NO_MERIT, Merit, merit
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group, groups_in
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
    """Recipients of one kind in a list, with their merit.

    ``count`` is the number that the list states; ``listed`` is how many its rows name, if that is another number. ``rows`` are
    the spans of the rows.
    """

    kind: str
    count: int | None
    names: tuple[str, ...]
    merit: Merit
    rows: tuple[Span, ...]
    listed: int | None = None
    rank: int | None = None  # the honour's, if the rows state it


@dataclass(frozen=True, slots=True)
class _Head:
    """A kind of recipients that the heading states."""

    kind: str
    personal: bool | None
    count: int | None
    merit: Merit


def roll(passage: Passage, frame: Frame, stated: Sequence[tuple[Item, Merit]], around: Merit, rows: Sequence[RowEntry]) -> list[Honoured]:
    """Join the ``rows`` of a list to its heading.

    ``stated`` are the heading's counted or bare groups, each with its merit; ``around`` is the merit if it names no group. A
    number that the heading states is kept; the rows add names.
    """
    heads = [_head(item.element.value, about) for item, about in stated if isinstance(item.element.value, Group)]
    if not heads:
        heads = [_head(group, around) for group in groups_in(passage.within(frame.form.end, passage.stop)) if group.counted]
    if not heads and (kind := _opening_kind(passage, frame)) is not None:
        heads = [_Head(kind, None if kind in _BOTH else kind in PERSONS, None, around)]
    if not heads and frame.form.count is not None and len({row.personal for row in rows}) == 1 and all(row.names for row in rows):
        heads = [_Head(_default(frame, rows[0]), rows[0].personal, frame.form.count, around)]
    if len(heads) == 1 and heads[0].personal is None and heads[0].count is not None:
        if heads[0].count == sum(len(row.names) for row in rows):
            heads = [replace(heads[0], kind="khac", count=None)]  # as many names as counted: each has its own kind
        else:
            return [_of_both(heads[0], rows)]
    groups: dict[tuple[str, int | None, Merit, int], list[RowEntry]] = {}
    for at, row in enumerate(rows):
        head = _head_of(heads, row)
        about = around if head is None else head.merit
        kind = _kind(frame, head, row)
        for reason in _own_merits(passage, row, about):
            groups.setdefault((kind, row.rank, reason, 0 if row.names else at + 1), []).append(row)
    result = [_honoured(heads, kind, about, members) for (kind, _, about, _), members in groups.items()]
    seen = {row.personal for row in rows}
    silent = [kind_head for kind_head in heads if kind_head.count is not None and kind_head.personal not in seen and None not in seen]
    return [*result, *(Honoured(kind_head.kind, kind_head.count, (), kind_head.merit, ()) for kind_head in silent)]


@cache
def _opening() -> re.Pattern[str]:
    kinds = lexicon("recipients").alternatives
    return re.compile(rf"(?:[\W\d_]|[ivx]+\.|[a-e]\)|danh\s+sách\s|các\s|những\s){{0,12}}(?<!\w)(?P<kind>{kinds})(?=\s)")


def _opening_kind(passage: Passage, frame: Frame) -> str | None:
    """Return the kind with which a heading begins: ``2. Đảng viên được tặng Giấy khen:``; None for ``Tập thể``, ``cá nhân``, which
    leave it to the rows."""
    match = _opening().match(passage.views.canonical, passage.start, frame.form.start)
    kind = None if match is None or passage.views.text[match.start("kind")].islower() else lexicon("recipients").entry_of(match["kind"]).id
    return None if kind in {"ca-nhan", "tap-the", "don-vi", *_BOTH} else kind


def _head(group: Group, about: Merit) -> _Head:
    return _Head(group.kind, None if group.kind in _BOTH else group.kind in PERSONS, group.count, about)


def _of_both(head: _Head, rows: Sequence[RowEntry]) -> Honoured:
    names = _distinct(rows)
    return Honoured(head.kind, head.count, names, head.merit, _spans(rows), len(names) or None)


def _head_of(heads: list[_Head], row: RowEntry) -> _Head | None:
    alike = [head for head in heads if head.personal is row.personal]
    exact = [head for head in alike if head.kind == row.kind]
    return next(iter([*exact, *alike, *(head for head in heads if head.personal is None)]), None)


def _kind(frame: Frame, head: _Head | None, row: RowEntry) -> str:
    if frame.form.type == "huy-hieu-dang":
        return "dang-vien"
    if not row.names and row.kind is not None:
        return row.kind
    if head is not None and head.kind not in _BOTH:
        return head.kind
    return row.kind or _default(frame, row)


def _default(frame: Frame, row: RowEntry) -> str:
    own = lexicon("award-types").by_id[frame.form.type].get("recipient")
    if own is not None and row.personal in {None, str(own) in PERSONS}:
        return str(own)
    if row.personal is None:
        return "khac"
    return "ca-nhan" if row.personal else "tap-the"


def _own_merits(passage: Passage, row: RowEntry, about: Merit) -> list[Merit]:
    """Return the merits of a row: the heading's, with reason and years from the words behind the recipient; several if a
    bracket names several."""
    canonical = passage.views.canonical
    bracket = _BRACKET.match(canonical, row.end, row.about)
    if bracket is not None and row.names:
        start, stop = bracket.span(1)
        listed = [merit(passage.within(first, last)) for first, last in _pieces(canonical, start, stop)]
        dated = [replace(reason, standard=about.standard) for reason in listed if reason.years or reason.period or reason.consecutive_years]
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


def _honoured(heads: list[_Head], kind: str, about: Merit, rows: list[RowEntry]) -> Honoured:
    names = _distinct(rows)
    stated = next((head.count for head in heads if head.kind == kind and head.count is not None and rows[0].rank is None), None)
    if len(rows) == 1 or not names:
        stated = rows[0].count if not names or (rows[0].count or 0) > len(names) else stated
    count = stated if stated is not None else len(names)
    return Honoured(kind, count, names, about, _spans(rows), len(names) if names and len(names) != count else None, rows[0].rank)


def _distinct(rows: Iterable[RowEntry]) -> tuple[str, ...]:
    """Return the names in order, without repetitions."""
    return tuple(dict.fromkeys(name for row in rows for name in row.names))


def _spans(rows: Iterable[RowEntry]) -> tuple[Span, ...]:
    return tuple(Span(row.start, max(row.end, row.about)) for row in rows)
