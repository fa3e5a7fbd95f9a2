"""The JSON Schema of a line of each table, made from ``columns.yml``."""

from __future__ import annotations

from typing import Any

from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, Column, Table, Type, tables
from generator.rendering.exports.versions import SCHEMA
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.words.speaking import say

_DIALECT = "http://json-schema.org/draft-07/schema#"
DATE = r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$"
_TYPES = {Type.TEXT: "string", Type.DATE: "string", Type.INTEGER: "integer", Type.NUMBER: "number", Type.BOOLEAN: "boolean"}


def json_schema(data: Data) -> dict[str, Any]:
    """Return the schema: one definition for a line of each table's JSON Lines, by the table's key."""
    return {
        "$schema": _DIALECT,
        "$id": page_address(data.settings, f"{FOLDER}/v1/schema.json"),
        "title": say("data.package"),
        "version": SCHEMA,
        "definitions": {key: _line(table) for key, table in tables().items()},
    }


def _line(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "title": say(f"tables.{table.key}.title"),
        "description": say(f"tables.{table.key}.row"),
        "additionalProperties": False,
        "required": [column.name for column in table.columns],
        "properties": {column.name: _property(table, column, key=column == table.columns[0]) for column in table.columns},
    }


def _property(table: Table, column: Column, *, key: bool) -> dict[str, Any]:
    described = {"description": say(f"tables.{table.key}.columns.{column.name}")}
    if column.type.several:
        return {"type": "array", "items": {"type": "string" if column.type is Type.TEXTS else "integer"}} | described
    kind = _TYPES[column.type]
    return {"type": kind if key else [kind, "null"]} | ({"pattern": DATE} if column.type is Type.DATE else {}) | described
