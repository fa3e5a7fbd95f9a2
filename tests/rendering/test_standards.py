"""Machine-readable output follows its standards: schema.org, Web Annotation, CSL-JSON, Atom. It uses no unknown terms. Checked beside
these: jing with RFC 4287's grammar, pyld with the W3C's context, citation.js, biblatex-csl-converter."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import fastjsonschema
import pytest
from mkdocs.utils.meta import get_data

from generator.gathering import gather
from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.linked.files import linked_files
from generator.rendering.site import render
from tests.conftest import ROOT
from tests.rendering.corrected import corrected

SITE = SiteSettings("https://a.test/k/", "https://t.test/issues/new")
_ADDRESS = {"type": "string", "pattern": "^https://a\\.test/k/"}
_TEXT = {"type": "string", "minLength": 1}

#: Of each type of schema.org that we use, the properties that it has there (version 29), as far as we use them. None: a node whose
#: type the facts do not state, a Thing.
SCHEMA_ORG: dict[str | None, set[str]] = {
    None: {"name"},
    "NewsArticle": {"about", "author", "citation", "correction", "datePublished", "headline", "inLanguage", "isBasedOn", "mentions", "name",
                    "url"},
    "MediaObject": {"name", "sha256", "url"},
    "Event": {"description", "location", "name", "organizer", "startDate"},
    "Place": {"name"},
    "Organization": {"award", "description", "name", "url"},
    "Person": {"award", "description", "jobTitle", "memberOf", "name"},
    "OrganizationRole": {"memberOf", "roleName"},
    "GiveAction": {"actionStatus", "agent", "description", "name", "object", "recipient"},
    "CreativeWork": {"datePublished", "description", "name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"item", "name", "position"},
}  # fmt: skip


def _object(required: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"type": "object", "properties": required | others, "required": list(required), "additionalProperties": False}


_BODY = _object(
    {
        "type": {"const": "TextualBody"},
        "value": _TEXT,
        "format": {"enum": ["text/plain", "application/json"]},
        "purpose": {"enum": ["describing", "tagging", "commenting"]},
    },
    language={"const": "vi"},
)
_QUOTE = _object({"type": {"const": "TextQuoteSelector"}, "exact": _TEXT}, prefix={"type": "string"}, suffix={"type": "string"})
_FRAGMENT = _object({"type": {"const": "FragmentSelector"}, "conformsTo": {"const": "http://tools.ietf.org/rfc/rfc3236"}, "value": _TEXT})
_OFFSET = {"type": "integer", "minimum": 0}
_POSITION = _object({"type": {"const": "TextPositionSelector"}, "start": _OFFSET, "end": _OFFSET})
_TARGET = _object({"source": _ADDRESS, "selector": {"type": "array", "items": {"oneOf": [_QUOTE, _FRAGMENT, _POSITION]}, "minItems": 1}})
_ANNOTATION = _object(
    {
        "id": _ADDRESS,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {"type": "array", "items": _BODY, "minItems": 1},
        "target": {"type": "array", "items": _TARGET, "minItems": 1},
    }
)
#: https://www.w3.org/TR/annotation-model/
ANNOTATIONS = _object(
    {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _ADDRESS,
        "type": {"const": "AnnotationPage"},
        "partOf": _ADDRESS,
        "items": {"type": "array", "items": _ANNOTATION},
    },
    next=_ADDRESS,
)
#: https://github.com/citation-style-language/schema, version 1.0.2
_CITED = {"title": _TEXT, "archive": _TEXT, "URL": _ADDRESS, "language": {"const": "vi"}}
_DAY = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
CSL = {
    "type": "array",
    "minItems": 1,
    "items": _object(
        {
            "id": _TEXT,
            "type": {"const": "article-newspaper"},
            "title": _TEXT,
            "archive": _TEXT,
            "URL": _ADDRESS,
            "language": {"const": "vi"},
        },
        author={"type": "array", "items": _object({"literal": _TEXT}), "minItems": 1},
        issued=_object({"date-parts": {"type": "array", "items": _DAY, "minItems": 1, "maxItems": 1}}),
        note=_TEXT,
    ),
}
#: Of each element of a feed: how often each child may are in it (RFC 4287).
_PERSON = {"name": "1"}
ATOM = {
    "feed": {"id": "1", "title": "1", "updated": "1", "author": "1", "link": "+", "entry": "+"},
    "entry": {"id": "1", "title": "1", "updated": "1", "published": "?", "author": "?", "link": "+", "category": "*", "summary": "1"},
    "author": _PERSON,
}
_ATTRIBUTES = {"link": {"rel", "type", "href"}, "category": {"term", "label"}}
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"


@lru_cache
def _archive(name: str) -> Archive:
    if name == "corrected":
        return corrected()
    return gather(ArchiveFolder.at(ROOT) if name == "seeds" else ArchiveFolder(ROOT / "tests" / "archive")).assembled()[0]


every_archive = pytest.mark.parametrize("name", ["seeds", "archive", "corrected"])


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _nodes(value)


@every_archive
def test_types_and_properties_are_schema_org_s(name: str) -> None:
    seen = set()
    for path, page in render(_archive(name), SITE).items():
        written = get_data(page)[1].get("json_ld")
        assert (written is None) == (path == "index.md")
        for node in _nodes(json.loads(written)["@graph"] if written else []):
            kind = node.get("@type")
            seen.add(kind)
            assert {key for key in node if not key.startswith("@")} <= SCHEMA_ORG[kind], (path, kind)
            for key in ("url", "item", "@id"):
                assert str(node.get(key, "https://a.test/k/")).startswith(("https://a.test/k/", "http")), (path, node)
    assert seen >= {"NewsArticle", "Event", "Organization", "Person", "GiveAction", "BreadcrumbList"}


@every_archive
def test_annotations_and_citations(name: str) -> None:
    annotations, csl = fastjsonschema.compile(ANNOTATIONS), fastjsonschema.compile(CSL)
    items, cited = set[str](), 0
    for path, content in linked_files(_archive(name), SITE).items():
        if path.startswith("du-lieu/chu-thich/") and path.endswith(".gz"):
            page = annotations(json.loads(gzip.decompress(content)))
            ids = {one["id"] for one in page["items"]}
            assert len(ids) == len(page["items"])
            assert not ids & items
            items |= ids
        elif path.startswith("du-lieu/trich-dan/") and path.endswith(".json"):
            cited += len(csl(json.loads(content)))
    assert cited == len(_archive(name).entries)
    assert {item.partition("#")[2].partition(".")[0] for item in items} == {entry.slug for entry in _archive(name).entries}


@every_archive
def test_feeds(name: str) -> None:
    feeds = [content for path, content in linked_files(_archive(name), SITE).items() if path.endswith(".xml")]
    assert feeds
    for content in feeds:
        root = ET.fromstring(content)
        assert root.tag == "{http://www.w3.org/2005/Atom}feed"
        for element in root.iter():
            tag = element.tag.removeprefix("{http://www.w3.org/2005/Atom}")
            children = [one.tag.removeprefix("{http://www.w3.org/2005/Atom}") for one in element]
            allowed = ATOM.get(tag, {})
            assert set(children) <= set(allowed), tag
            for child, times in allowed.items():
                assert {"1": (1, 1), "?": (0, 1), "+": (1, 999), "*": (0, 999)}[times][0] <= children.count(child)
                assert times in "+*" or children.count(child) <= 1, (tag, child)
            if tag in ("updated", "published"):
                assert re.fullmatch(_MOMENT, element.text or "")
            if tag in _ATTRIBUTES:
                assert set(element.attrib) <= _ATTRIBUTES[tag]
