"""The list of checks in one file, from its YAML; every error has its line, and all errors are stated at once. An example::

- fact: awards                          # a kind of fact, or a field of the article: title, published, byline, years
  quote: 12 đảng viên                   # words of the fact's evidence; white space doesn't matter
  occurrence: 2                         # which, where the text has these words several times
  is: {type: giay-khen, kind: dang-vien, count: 12}    # the reading confirmed: every value that is not empty
  text: 5f1c0b6d2a9e4f38                # the text that was read (:func:`generator.resolution.checks.matching.text_digest`)
  by: Lê Thị Lụa
  on: 2024-05-01T09:30
- fact: article                         # the article was read to its end: it states nothing else
  text: 5f1c0b6d2a9e4f38
  by: Lê Thị Lụa
  on: 2024-05-01T09:34
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from generator.errors import CorrectionError
from generator.messages import Listed, Message, message
from generator.model.check import WHOLE, Check
from generator.model.facts import CERTAINTY
from generator.resolution.corrections.entries import listed
from generator.resolution.corrections.fields import ARTICLE_VALUES, FACT_FIELDS
from generator.resolution.yaml_values import Field, Unfit, moment, text, whole
from generator.yaml_documents import line_of

_SAID: Mapping[str, Callable[[yaml.Node], Any]] = {"text": text, "by": text, "on": moment}


def entries(source: bytes | str, path: str) -> tuple[tuple[Check, ...], tuple[CorrectionError, ...]]:
    """Return the checks that ``source`` (the file ``path``) holds, and what is wrong with the others. A file without a word holds none."""
    nodes, unreadable = listed(source, path, message("checks.fix.begin"))
    if unreadable is not None:
        return (), (unreadable,)
    found: list[Check] = []
    errors: list[CorrectionError] = []
    for node in nodes:
        try:
            found.append(_check(node, path))
        except Unfit as error:
            errors.append(CorrectionError(error.message, path=path, line=line_of(error.node), fix=error.fix))
    return tuple(found), tuple(errors)


def fields_of(kind: str) -> Mapping[str, Field]:
    """Return the fields of which a reading of ``kind`` consists; a field of the article has one, by its own name."""
    if kind in ARTICLE_VALUES:
        return {kind: ARTICLE_VALUES[kind]}
    return {name: field for name, field in FACT_FIELDS[kind].items() if name not in CERTAINTY}


def _check(node: yaml.Node, path: str) -> Check:
    pairs = _pairs(node, "checks.fix.begin")
    kind = _needed(node, pairs, "fact", text)
    if kind != WHOLE and kind not in FACT_FIELDS and kind not in ARTICLE_VALUES:
        known = Listed((*FACT_FIELDS, *ARTICLE_VALUES, WHOLE))
        raise Unfit(pairs["fact"], message("entries.unknown_fact", fact=repr(kind)), message("values.fix.one_of", known=known))
    said = {key: _needed(node, pairs, key, read) for key, read in _SAID.items()}
    allowed = {"fact", *_SAID} | ({"is"} if kind != WHOLE else set()) | ({"quote", "occurrence"} if kind in FACT_FIELDS else set())
    for key, value in pairs.items():
        if key not in allowed:
            raise Unfit(
                value, message("entries.unknown_key", key=repr(key)), message("entries.fix.keys", keys=Listed(tuple(sorted(allowed))))
            )
    quote = _needed(node, pairs, "quote", text) if kind in FACT_FIELDS else None
    occurrence = whole(pairs["occurrence"]) if "occurrence" in pairs else None
    values = () if kind == WHOLE else _needed(node, pairs, "is", lambda value: _values(value, fields_of(kind)))
    return Check(kind, quote, occurrence, values, path=path, line=line_of(node), **said)


def _values(node: yaml.Node, fields: Mapping[str, Field]) -> tuple[tuple[str, Any], ...]:
    values: dict[str, Any] = {}
    for name, value in _pairs(node, "checks.fix.is").items():
        if name not in fields:
            fix = message("entries.fix.fields", fields=Listed(tuple(fields)))
            raise Unfit(value, message("entries.unknown_field", field=repr(name)), fix)
        try:
            values[name] = fields[name].read(value)
        except Unfit as error:
            raise Unfit(error.node, message("entries.in_field", field=name, what=error.message), error.fix) from error
    return tuple(values.items())


def _needed(node: yaml.Node, pairs: Mapping[str, yaml.Node], key: str, read: Callable[[yaml.Node], Any]) -> Any:
    if key not in pairs:
        raise Unfit(node, message("entries.no_key", key=key), message("entries.fix.add"))
    return read(pairs[key])


def _pairs(node: yaml.Node, fix: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise Unfit(node, message("checks.no_check"), _fix(fix))
    pairs: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name in pairs:
            raise Unfit(key, message("entries.twice", key=repr(name)), message("entries.fix.one"))
        pairs[name] = value
    return pairs


def _fix(key: str) -> Message:
    return message("checks.fix.begin") if key == "checks.fix.begin" else message("checks.fix.is")
