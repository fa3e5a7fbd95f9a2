"""The columns of a corpus' tables (``tables.yml``), as DuckDB's types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from generator.yaml_documents import load_packaged

ARTICLES, SET_ASIDE = "articles", "set_aside"
#: The tables of facts, in the order of the contract; the event is a column of the articles.
FACTS = ("units", "awards", "ratings", "people", "documents", "figures")
#: What each table of facts has of its article, so that questions need no join, by the article's own name for it.
OF_ARTICLE = {"date": "article_date", "province": "province", "province_name": "province_name"}
#: Columns of facts that bear another name on the disk, because `year` is there that of the article.
RENAMED = {"year": "for_year"}


@cache
def columns(table: str) -> Mapping[str, str]:
    """Return the columns of ``table`` with their types: of a table of facts those of its kind and what each fact has."""
    given = load_packaged((files("generator.corpus.store") / "tables.yml").read_bytes())
    span = given["span"]
    own = {**given[table], **(given["fact"] if table in FACTS else {})}
    return {name: type_.replace("span", span) for name, type_ in own.items()}


@cache
def row_columns() -> Mapping[str, str]:
    """Return the columns of a part: one row an article, its facts as lists; ``error`` instead of all else where it was set aside."""
    lists = {table: f"{_struct(columns(table))}[]" for table in FACTS}
    error = 'STRUCT("reason" VARCHAR, "message" VARCHAR, "fix" VARCHAR, "line" BIGINT)'
    return {"id": "VARCHAR", "place": "VARCHAR", "year": "BIGINT", "error": error, "article": _struct(columns(ARTICLES)), **lists}


def _struct(of: Mapping[str, str]) -> str:
    return f"STRUCT({', '.join(f'{quoted_name(name)} {type_}' for name, type_ in of.items())})"


def quoted_name(name: str) -> str:
    """Return ``name`` as a name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def quoted_text(text: object) -> str:
    """Return ``text`` as a text in SQL."""
    return "'" + str(text).replace("'", "''") + "'"
