"""A record of a table becomes an article: which of its fields is the text, and what the others state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from generator.corpus.sources.given import STATED, Damaged, Given
from generator.messages import Listed, message
from generator.yaml_documents import load_packaged

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d)?)?)?")
_DAYS = frozenset({"published", "retrieved"})
_SEVERAL = re.compile(r"\s+")


@cache
def known_names() -> Mapping[str, tuple[str, ...]]:
    """Return for each field the names by which records have it."""
    return {field: tuple(names) for field, names in load_packaged((files(__package__) / "fields.yml").read_bytes()).items()}


def given_of(record: Mapping[str, Any], source: str, place: str, own: Mapping[str, str]) -> Given | Damaged:
    """Return the article in ``record``; ``own`` are the names that the user gave for fields, which go before ours.

    Text goes before HTML. A record with neither is an error, as is one whose text is no text.
    """
    values = {field: _first(record, (*([own[field]] if field in own else []), *names)) for field, names in known_names().items()}
    content = values["text"] if values["text"] is not None else values["html"]
    if not isinstance(content, str) or not content.strip():
        names = Listed(tuple(sorted(map(str, record))[:12]))
        return Damaged(source, place, message("corpus.no_text", fields=names), message("corpus.fix.no_text"))
    stated = {field: words for field in STATED if (words := _words(field, values[field]))}
    suffix = ".txt" if values["text"] is not None else ".html"
    return Given(place, suffix, content.encode("utf-8", "surrogatepass"), stated, is_text=True)


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((value for name in names if (value := record.get(name)) not in (None, "", [])), None)


def _words(field: str, value: Any) -> str | None:
    """Return what a field states, on one line; of a day only what is a date. A number of seconds or an object states nothing."""
    if isinstance(value, dt.datetime | dt.date):
        value = value.isoformat()
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return None
    if field in _DAYS:
        found = _ISO.match(value.strip())
        return found.group().replace(" ", "T") if found else None
    return _SEVERAL.sub(" ", value).strip() or None
