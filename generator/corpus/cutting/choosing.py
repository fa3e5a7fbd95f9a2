"""Which articles of a corpus become an archive: those of a province, of a unit, of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import duckdb

from generator.corpus.store.schema import quoted_text
from generator.errors import CorpusError
from generator.messages import Listed, message
from generator.text.folding import folded

_LEVELS = ("thanh pho ", "tinh ", "tp ")
_NAMES_AT_ONCE = 10_000
_ROLES = "('host', 'granter', 'recipient')"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the articles have in common: the ``province`` of the event, a ``unit`` that holds it, grants or receives (part of its name, as
    whole words), and the ``year`` of the event. None: any. ``undated``: only those without a year."""

    province: str | None = None
    unit: str | None = None
    year: int | None = None
    undated: bool = False

    @property
    def name(self) -> str:
        """What an archive of these articles is called."""
        return " ".join(str(part) for part in (self.unit, self.province, self.year) if part is not None)


def chosen(connection: duckdb.DuckDBPyConnection, choice: Choice) -> str:
    """Return the SQL condition on ``articles`` that ``choice`` means. Raises CorpusError where no article fits, with what is near."""
    conditions = ["true"]
    if choice.province is not None:
        ids = _provinces(connection, choice.province)
        conditions.append(f"province IN ({', '.join(map(quoted_text, ids))})")
    if choice.unit is not None:
        fitting = _units(connection, plainly(choice.unit))
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE of_unit AS "
            f"SELECT DISTINCT article FROM units WHERE role IN {_ROLES} AND list_contains($names, name)",
            {"names": fitting},
        )
        conditions.append("id IN (SELECT article FROM of_unit)")
    if choice.year is not None:
        conditions.append(f"year = {int(choice.year)}")
    if choice.undated:
        conditions.append("year IS NULL")
    condition = " AND ".join(conditions)
    ((number,),) = connection.execute(f"SELECT count(*) FROM articles WHERE {condition}").fetchall()
    if not number:
        raise CorpusError(message("corpus.nothing_to_cut"), fix=message("corpus.fix.nothing_to_cut"))
    return condition


def plainly(name: str) -> str:
    """Return ``name`` folded, with one space between words and nothing else."""
    return " ".join("".join(char if char.isalnum() else " " for char in folded(name)).split())


def _units(connection: duckdb.DuckDBPyConnection, words: str) -> list[str]:
    """Return the names of units that hold ``words``. (They are folded here: a function of ours within DuckDB would need numpy.)"""
    names = connection.execute(f"SELECT DISTINCT name FROM units WHERE role IN {_ROLES}")
    found: list[str] = []
    while rows := names.fetchmany(_NAMES_AT_ONCE):
        found += [name for (name,) in rows if f" {words} " in f" {plainly(name)} "]
    return sorted(found)


def _provinces(connection: duckdb.DuckDBPyConnection, asked: str) -> Sequence[str]:
    rows = connection.execute("SELECT DISTINCT province, province_name FROM articles WHERE province IS NOT NULL ORDER BY ALL").fetchall()
    found = [identifier for identifier, name in rows if asked == identifier or _bare(asked) == _bare(name)]
    if not found:
        names = sorted({name for _, name in rows})
        near = get_close_matches(_bare(asked), [_bare(name) for name in names], 3, 0.5)
        shown = [name for name in names if _bare(name) in near] or names[:9]
        raise CorpusError(message("corpus.no_province", name=asked), fix=message("corpus.fix.no_province", names=Listed(tuple(shown))))
    return found


def _bare(name: str) -> str:
    """Return the name of a province folded, without what it is."""
    plain = plainly(name)
    return next((plain.removeprefix(level) for level in _LEVELS if plain.startswith(level)), plain)
