"""Persons, units and awards as JSON-LD, in few files with stable addresses.

``v1/nguoi/7.json`` holds all persons whose id has a SHA-256 that begins with 7: whoever knows an id knows its file, whatever else comes
into the archive. Each is plain JSON too. ``v1/index.json`` describes the data as a whole, ``v1/schema.json`` is the JSON Schema of a line
of each table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.rendering.exports.json_schema import json_schema
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, Row, tables
from generator.rendering.exports.versions import SCHEMA, licence_of, version
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.words.speaking import say

ROOT = "v1"  #: rises with the first number of the schema, and the addresses before stay
_SHARDS = "0123456789abcdef"

Node = dict[str, Any]


def shard_of(id: str) -> str:
    """Return the name of the file, without ending, that holds the record ``id``: the first digit of the SHA-256 of its UTF-8."""
    return hashlib.sha256(id.encode()).hexdigest()[0]


def linked_data(data: Data) -> dict[str, bytes]:
    """Return the files by their path below the folder of the data."""
    files: dict[str, bytes] = {f"{ROOT}/schema.json": _json(json_schema(data))}
    for folder, key, node in _KINDS:
        sharded: dict[str, list[Node]] = {shard: [] for shard in _SHARDS}
        for row in sorted(_of(data, key), key=lambda row: str(row["id"])):
            sharded[shard_of(str(row["id"]))].append(node(row, data))
        files |= {
            f"{ROOT}/{folder}/{shard}.json": _json({"@context": _context(data), "@graph": nodes})
            for shard, nodes in sharded.items()
            if nodes
        }
    files[f"{ROOT}/index.json"] = _json(_dataset(data, sorted(files)))
    return files


def _of(data: Data, key: str) -> Iterable[Row]:
    rows = data.rows[key]
    return [row for row in rows if row["address"]] if key in ("persons", "units") else [row for row in rows if not row["gift"]]


def _person(row: Row, data: Data) -> Node:
    return _some(
        {
            "@type": "Person",
            "@id": _id("nguoi", row, data),
            "identifier": row["id"],
            "name": row["name"],
            "jobTitle": row["roles"],
            "affiliation": [_ref("don-vi", unit, data) for unit in _several(row["units"])],
            "url": _absolute(row["address"], data),
            "kyyeu:awards": [_ref("khen-thuong", award, data) for award in _several(row["awards"])],
            "subjectOf": [_page("bai", slug, data) for slug in _several(row["articles"])],
        }
    )


def _unit(row: Row, data: Data) -> Node:
    return _some(
        {
            "@type": "Organization",
            "@id": _id("don-vi", row, data),
            "identifier": row["id"],
            "name": row["name"],
            "alternateName": row["variants"],
            "additionalType": row["kind"],
            "parentOrganization": _ref("don-vi", str(row["parent"]), data) if row["parent"] else None,
            "foundingDate": row["valid_from"],
            "dissolutionDate": row["valid_until"],
            "url": _absolute(row["address"], data),
            "kyyeu:successors": [_ref("don-vi", unit, data) for unit in _several(row["successors"])],
        }
    )


def _award(row: Row, data: Data) -> Node:
    people = [_ref("nguoi", identifier, data) for identifier in _several(row["persons"])]
    units = [_ref("don-vi", identifier, data) for identifier in _several(row["recipients"])]
    return _some(
        {
            "@type": "GiveAction",
            "@id": _id("khen-thuong", row, data),
            "identifier": row["id"],
            "name": row["award"],
            "startTime": row["date"],
            "agent": _ref("don-vi", str(row["granter"]), data) if row["granter"] else _some({"name": row["granted_by"]}) or None,
            "recipient": [*people, *units],
            "kyyeu:type": row["type"],
            "kyyeu:rank": row["rank"],
            "kyyeu:count": row["count"],
            "kyyeu:approximate": row["approximate"],
            "kyyeu:counted": row["counted"],
            "kyyeu:recipientKind": row["kind"],
            "kyyeu:recipientNames": row["names"],
            "kyyeu:standard": row["standard"],
            "kyyeu:years": row["years"],
            "kyyeu:status": row["status"],
            "kyyeu:revokedBy": row["revoked_by"],
            "kyyeu:sure": row["sure"],
            "kyyeu:inferred": row["inferred"],
            "kyyeu:decision": _some({"number": row["decision_number"], "date": row["decision_date"], "document": row["decision"]}) or None,
            "kyyeu:evidence": [
                {"quote": quote, "url": _absolute(where, data)}
                for where, quote in zip(_several(row["evidence"]), _several(row["quotes"]), strict=True)
            ],
            "subjectOf": [_page("bai", slug, data) for slug in _several(row["articles"])],
        }
    )


_KINDS: tuple[tuple[str, str, Callable[[Row, Data], Node]], ...] = (
    ("nguoi", "persons", _person),
    ("don-vi", "units", _unit),
    ("khen-thuong", "awards", _award),
)


def _dataset(data: Data, files: Iterable[str]) -> Node:
    settings = data.settings
    licence = licence_of(settings)
    encodings = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
    downloads = [
        {
            "@type": "DataDownload",
            "name": f"{table.file}.{form}",
            "encodingFormat": encodings[form],
            "contentUrl": _file(f"{table.file}.{form}", data),
        }
        for table in tables().values()
        for form in table.forms
        if form in encodings
    ]
    return _some(
        {
            "@context": _context(data),
            "@type": "Dataset",
            "@id": f"{_file(ROOT, data)}/index.json",
            "name": say("data.package"),
            "description": say("data.package_described"),
            "url": settings.site_url,
            "version": version(data.archive),
            "schemaVersion": _file(f"{ROOT}/schema.json", data),
            "license": licence["path"] if licence else None,
            "inLanguage": settings.language,
            "distribution": downloads,
            "kyyeu:schema": SCHEMA,
            "kyyeu:shard": "sha256(identifier)[0] of ['nguoi', 'don-vi', 'khen-thuong']",
            "kyyeu:files": [_file(name, data) for name in files],
        }
    )


def _context(data: Data) -> Node:
    """Return the context: terms of schema.org, and those of the archive's own tables, which the schema describes."""
    return {"@vocab": "https://schema.org/", "kyyeu": f"{_file(f'{ROOT}/schema.json', data)}#"}


def _id(folder: str, row: Row, data: Data) -> str:
    return _record(folder, str(row["id"]), data)


def _record(folder: str, id: str, data: Data) -> str:
    return f"{_file(f'{ROOT}/{folder}/{shard_of(id)}.json', data)}#{id}"


def _ref(folder: str, id: str, data: Data) -> Node:
    return {"@id": _record(folder, id, data), "identifier": id}


def _file(path: str, data: Data) -> str:
    return page_address(data.settings, f"{FOLDER}/{path}")


def _page(folder: str, id: str, data: Data) -> str:
    return page_address(data.settings, f"{folder}/{id}.md")


def _absolute(address: object, data: Data) -> str | None:
    return f"{data.settings.site_url or ''}{address}" if address else None


def _several(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _some(node: Mapping[str, Any]) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
