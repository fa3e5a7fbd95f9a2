"""Statements about facts, kept as a key with parameters until rendering writes them out in a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.model.packing import packed

#: A parameter of a statement: text of an article or a name, a number, a term of ours, another statement, or several of these.
Part: TypeAlias = "str | float | Term | Statement | tuple[Term | Statement, ...]"


@packed
@dataclass(frozen=True, slots=True)
class Term:
    """A term of ours: the ``id`` of a text in a ``table`` of the words of rendering. Of the table ``days`` the id is the date itself, ISO
    8601; ``--09-17`` is a day without its year."""

    table: str
    id: str


@packed
@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence to be written out: the ``key`` of its pattern in the words of rendering, and its ``parts`` by name."""

    key: str
    parts: tuple[tuple[str, Part], ...] = ()

    @property
    def id(self) -> str:
        """The key within its table: ``published`` of ``bases.published``."""
        return self.key.partition(".")[2]


#: Why something is so: a statement of ours, or the words of a person.
Reason: TypeAlias = Statement | str
#: Writes out a reason in a language.
Written: TypeAlias = Callable[[Reason], str]


def statement(key: str, /, **parts: Part) -> Statement:
    """Return the statement at ``key`` with its parts."""
    return Statement(key, tuple(parts.items()))


def basis(id: str, /, **parts: Part) -> Statement:
    """Return the basis of inference ``id`` (``bases`` in the words of rendering)."""
    return statement(f"bases.{id}", **parts)


def year_basis(date: str, by: Statement) -> Statement:
    """Return the basis of the full ``date`` of which only the year was inferred, ``by`` something else in the text or its publication."""
    return basis("year", day=day(f"-{date[4:]}"), year=date[:4], by=by)


def day(iso: str) -> Term:
    """Return the date ``iso`` as a part of a statement."""
    return Term("days", iso)


def in_order(reason: Reason) -> tuple[str, str]:
    """Return a key to sort reasons by: the same order in every run and language."""
    return ("", reason) if isinstance(reason, str) else (reason.key, repr(reason.parts))


def statement_to_data(of: Statement) -> dict[str, Any]:
    """Return a statement as plain data: its key without the table, then its parts; of a term its id."""
    return {"key": of.id, **{name: _part_to_data(part) for name, part in of.parts}}


def reasons_to_data(reasons: Mapping[str, Reason]) -> dict[str, Any]:
    """Return those of ``reasons`` that are statements as plain data; the words of a person have no key."""
    return {name: statement_to_data(reason) for name, reason in reasons.items() if isinstance(reason, Statement)}


def _part_to_data(part: Part) -> Any:
    if isinstance(part, Statement):
        return statement_to_data(part)
    if isinstance(part, Term):
        return part.id
    return [_part_to_data(each) for each in part] if isinstance(part, tuple) else part
