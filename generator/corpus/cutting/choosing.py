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
        connection.create_function("plainly", plainly, ["VARCHAR"], "VARCHAR")
        words = quoted_text(f"% {plainly(choice.unit)} %")
        connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE of_unit AS
            WITH names AS (SELECT DISTINCT name FROM units WHERE role IN {_ROLES}),
            fitting AS (SELECT name FROM names WHERE ' ' || plainly(name) || ' ' LIKE {words})
            SELECT DISTINCT article FROM units SEMI JOIN fitting USING (name) WHERE role IN {_ROLES}
            """
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
