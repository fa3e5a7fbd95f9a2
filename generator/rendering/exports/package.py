"""``datapackage.json``: what the files hold, for programs (Frictionless Data Package 1).

Only the CSV files are stated column by column: validators read these without anything further. The other files hold the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import Column, Table, Type
from generator.rendering.exports.versions import SCHEMA, licence_of, version
from generator.rendering.words.speaking import say

NAME = "datapackage.json"
_DATE = r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$"
_TYPES = {Type.INTEGER: "integer", Type.NUMBER: "number", Type.BOOLEAN: "boolean"}
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "sqlite": "application/vnd.sqlite3", "parquet": "application/vnd.apache.parquet"}


@dataclass(frozen=True, slots=True)
class Described:
    """What the description states of a file's content: its length in bytes and its SHA-256."""

    length: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> Described:
        """Describe ``content``."""
        return cls(len(content), hashlib.sha256(content).hexdigest())


def package(tables: Iterable[Table], files: Mapping[str, Described], data: Data) -> bytes:
    """Return the description of ``files``, by name: each table's CSV, JSON Lines and Parquet, and what holds all tables."""
    by_key = {table.key: table for table in tables}
    forms = ("csv", "jsonl", "parquet")
    of_tables = {f"{table.file}.{form}": table for form in forms for table in by_key.values() if form in table.forms}
    settings = data.settings
    described: dict[str, Any] = {
        "profile": "data-package",
        "name": "ky-yeu",
        "title": say("data.package"),
        "description": say("data.package_described"),
        **({"homepage": settings.site_url} if settings.site_url else {}),
        "version": version(data.archive),
        "kyyeu:schema": SCHEMA,
        **({"licenses": [licence]} if (licence := licence_of(settings)) else {}),
        "resources": [
            *(_resource(path, files[path], table, by_key) for path, table in of_tables.items()),
            *(
                _file(path, content) | {"type": "file", "description": say("data.whole")}
                for path, content in files.items()
                if path not in of_tables
            ),
        ],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(path: str, content: Described, table: Table, by_key: Mapping[str, Table]) -> dict[str, Any]:
    file = _file(path, content) | {"title": say(f"tables.{table.key}.title"), "description": say(f"tables.{table.key}.row")}
    if not path.endswith(".csv"):
        return file | {"type": "file"} | ({"encoding": "utf-8"} if path.endswith(".jsonl") else {})
    return file | {
        "profile": "tabular-data-resource",
        "encoding": "utf-8-sig",  # the mark at the beginning belongs to no column's name
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table, by_key),
    }


def _file(path: str, content: Described) -> dict[str, Any]:
    form = path.rpartition(".")[2]
    return {
        "profile": "data-resource",
        "name": path.removesuffix(".csv").replace(".", "-"),
        "path": path,
        "format": form,
        "mediatype": _MEDIA[form],
        "bytes": content.length,
        "hash": f"sha256:{content.sha256}",
    }


def _schema(table: Table, by_key: Mapping[str, Table]) -> dict[str, Any]:
    foreign = [
        # A table that refers to itself is named by nothing. Source: Table Schema, "Foreign Keys".
        {"fields": column.name, "reference": {"resource": "" if column.refers == table.key else by_key[column.refers].file, "fields": "id"}}
        for column in table.columns
        if column.refers
    ]
    return {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": table.columns[0].name,
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        "title": say(f"tables.{table.key}.columns.{column.name}"),
    }
    if column.type.several:
        field["description"] = say("data.several_values")
    if column.type is Type.DATE:
        field["constraints"] = {"pattern": _DATE}
    if column.type is Type.NUMBER:
        field["decimalChar"] = say("numbers.decimal")
    return field
