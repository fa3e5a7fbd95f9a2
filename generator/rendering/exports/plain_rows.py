"""Values as the tables hold them, and rows that are too large to be held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, overload

from generator.rendering.escaping import clean
from generator.rendering.exports.tables import Cell, Row


class Remade(Sequence[Row]):
    """Rows, ``length`` of them, that ``make`` makes anew each time they are asked for, so that one at a time is in memory."""

    def __init__(self, make: Callable[[], Iterator[Row]], length: int) -> None:
        self._make = make
        self._length = length

    def __iter__(self) -> Iterator[Row]:
        return self._make()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        return next(islice(self, range(len(self))[at], None))


def plain(value: Cell, *, lines: bool = False) -> Cell:
    """Return texts without controls and, but for those that keep their ``lines``, on one line, nothing for an empty one; a whole number
    without a fraction."""
    if value is None or value is True or value is False:  # most values of most tables
        return value
    if isinstance(value, str):
        return (clean(value) if lines else _on_one_line(value)) or None
    if isinstance(value, tuple):
        plain: list[Any] = [_on_one_line(item) if isinstance(item, str) else item for item in value]
        return tuple(item for item in plain if item != "")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _on_one_line(text: str) -> str:
    return clean(" ".join(text.split()))
