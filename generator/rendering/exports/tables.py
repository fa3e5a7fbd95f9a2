"""Which tables one can download and what their columns are, from ``columns.yml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from generator.yaml_documents import load_packaged

FOLDER = "du-lieu"  #: the folder of the data and of the page that reports it

#: What a column may hold; an empty list means no value, a missing value for what is not stated.
Cell = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | None
Row = Mapping[str, Cell]


#: The forms in which a table is given: a file of each, but one database.
FORMS = ("csv", "jsonl", "sqlite", "parquet")


class Type(StrEnum):
    """Type of a column's values."""

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "texts"
    INTEGERS = "integers"

    @property
    def several(self) -> bool:
        return self in (Type.TEXTS, Type.INTEGERS)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``refers`` is the key of the table whose ``id`` it holds, ``lines`` whether its texts keep their line ends.
    What it means: ``tables.TABLE.columns.NAME`` of the words."""

    name: str
    type: Type
    refers: str | None = None
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``file`` is the name of its files without ending, ``overviews`` the folders whose overview offers all of it, ``forms``
    in which it is given. What it is
    called and what a row is: ``tables.KEY.title`` and ``tables.KEY.row`` of the words."""

    key: str
    file: str
    overviews: tuple[str, ...]
    columns: tuple[Column, ...]
    forms: tuple[str, ...] = FORMS


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Table]:
    """Return every table by its key, in the order of ``columns.yml``."""
    said = load_packaged((files("generator.rendering.exports") / "columns.yml").read_bytes())
    return {table["key"]: _table(**table) for table in said["tables"]}


def _table(*, key: str, file: str, overviews: list[str], columns: list[dict[str, Any]], forms: Sequence[str] = FORMS) -> Table:
    made = tuple(Column(column["name"], Type(column["type"]), column.get("refers"), column.get("lines", False)) for column in columns)
    return Table(key, file, tuple(overviews), made, tuple(forms))
