"""Packing of dataclasses by :mod:`pickle` in a third of the time: what is kept, digested and passed between processes is made of thousands.

What Python gives a frozen dataclass with slots asks for its fields each time.
"""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

_Class = TypeVar("_Class", bound=type[Any])


def packed(cls: _Class) -> _Class:
    """Let the objects of the dataclass ``cls``, which has slots and more than one field, be packed by the values of its fields."""
    names = [field.name for field in fields(cls)]
    values, places = attrgetter(*names), [getattr(cls, name) for name in names]

    def state(packed: Any) -> object:
        return values(packed)

    def fill(made: Any, state: tuple[Any, ...]) -> None:
        for place, value in zip(places, state, strict=True):
            place.__set__(made, value)  # past the dataclass, which is frozen

    of: Any = cls
    of.__getstate__, of.__setstate__ = state, fill
    return cls
