"""The list of corrections in one file, from its YAML; every error has its line, and all errors are stated at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.errors import CorrectionError
from generator.messages import Listed, Message, message
from generator.model.correction import ARTICLE_FIELDS, Action, Correction
from generator.resolution.corrections.fields import ARTICLE_VALUES, FACT_FIELDS
from generator.resolution.yaml_values import Field, Unfit, flag, full_date, text, whole
from generator.yaml_documents import YamlError, compose, line_of

_SAID = ("by", "on", "why")
_OF_FACT = {
    Action.CHANGE: {"quote", "occurrence", "expected", "right", "right_quote", "right_occurrence"},
    Action.REMOVE: {"quote", "occurrence", "expected", "remove"},
    Action.ADD: {"quote", "occurrence", "add"},
}
_KEYS = {"fact", *_SAID, *set[str]().union(*_OF_FACT.values())}


def entries(source: bytes | str, path: str) -> tuple[tuple[Correction, ...], tuple[CorrectionError, ...]]:
    """Return the corrections that ``source`` (the file ``path``) holds, and what is wrong with the others.

    A file without a word holds none.
    """
    nodes, unreadable = listed(source, path, message("entries.fix.begin"))
    if unreadable is not None:
        return (), (unreadable,)
    read = [_Entry(node, path) for node in nodes]
    found = [entry.correction() for entry in read]
    errors = sorted((error for entry in read for error in entry.errors), key=lambda error: error.line or 0)
    return tuple(entry for entry in found if entry is not None), tuple(errors)


def listed(source: bytes | str, path: str, fix: Message) -> tuple[Sequence[yaml.Node], CorrectionError | None]:
    """Return the entries of the YAML list ``source`` (the file ``path``), or the error of a file that holds no list; an empty file has no
    entry. ``fix`` states how a list begins."""
    try:
        root = compose(source)
    except YamlError as error:
        return (), CorrectionError.of_yaml(error, path)
    if root is None:
        return (), None
    if not isinstance(root, yaml.SequenceNode):
        return (), CorrectionError(message("entries.not_a_list"), path=path, line=line_of(root), fix=fix)
    return root.value, None


class _Entry:
    """One entry of the list, as it is read."""

    def __init__(self, node: yaml.Node, path: str) -> None:
        self.node, self.path = node, path
        self.errors: list[CorrectionError] = []
        self.keys: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self.named: dict[str, frozenset[str]] = {}  # the fields below a key, also those whose values are wrong

    def error(self, node: yaml.Node, reason: Message, fix: Message) -> None:
        self.errors.append(CorrectionError(reason, path=self.path, line=line_of(node), fix=fix))

    def correction(self) -> Correction | None:
        """Return the correction, or None when there are errors."""
        if not isinstance(self.node, yaml.MappingNode):
            self.error(self.node, message("entries.not_a_correction"), message("entries.fix.begin"))
            return None
        self.keys = self._pairs(self.node)
        for key, (at, _) in self.keys.items():
            if key not in _KEYS:
                self.error(
                    at, message("entries.unknown_key", key=repr(key)), message("entries.fix.keys", keys=Listed(tuple(sorted(_KEYS))))
                )
        said = {key: self._value(key, full_date if key == "on" else text, needed=True) for key in _SAID}
        kind = self._value("fact", text, needed=True)
        if kind is not None and kind not in FACT_FIELDS and kind not in ARTICLE_VALUES:
            fix = message("values.fix.one_of", known=Listed((*FACT_FIELDS, *ARTICLE_FIELDS)))
            self.error(self.keys["fact"][1], message("entries.unknown_fact", fact=repr(kind)), fix)
            kind = None
        stated = None if kind is None else self._of_article(kind) if kind in ARTICLE_VALUES else self._of_fact(kind)
        if self.errors or stated is None:
            return None
        return Correction(kind=kind or "", path=self.path, line=line_of(self.node), **stated, **said)

    def _of_article(self, kind: str) -> dict[str, Any] | None:
        self._only({"expected", "right"}, message("entries.only_values", field=kind))
        field = ARTICLE_VALUES[kind]
        expected, right = (self._value(key, field.read, needed=True) for key in ("expected", "right"))
        if not self.errors and expected == right:
            self.error(self.keys["right"][0], message("entries.right_as_expected"), message("entries.fix.right"))
        return {"action": Action.CHANGE, "quote": None, "expected": ((kind, expected),), "right": ((kind, right),)}

    def _of_fact(self, kind: str) -> dict[str, Any] | None:
        action = self._action()
        if action is None:
            return None
        self._only(_OF_FACT[action], message("entries.not_with", key=_verb(action)))
        stated: dict[str, Any] = {"action": action, "quote": self._value("quote", text, needed=True)}
        stated |= {key: self._value(key, _place) for key in ("occurrence", "right_occurrence")}
        stated["right_quote"] = self._value("right_quote", text)
        fields = FACT_FIELDS[kind]
        expected = {} if action is Action.ADD else self._values("expected", fields)
        right = self._values("add" if action is Action.ADD else "right", fields)
        if action is Action.ADD:
            lacking = [name for name, field in fields.items() if field.required and name not in self.named.get("add", right)]
            if lacking and "add" in self.named:
                self.error(
                    self.keys["add"][0], message("entries.new_fact_needs", fields=Listed(tuple(lacking))), message("entries.fix.add")
                )
            right = {name: right.get(name, field.empty) for name, field in fields.items()}
        elif not expected and "expected" not in self.keys:
            self.error(self.node, message("entries.no_key", key="expected"), message("entries.fix.expected"))
        if action is Action.REMOVE and not self._value("remove", flag):
            self.error(self.keys["remove"][1], message("entries.remove"), message("entries.fix.remove"))
        if action is Action.CHANGE:
            self._compare(expected, right)
        return stated | {"expected": tuple(expected.items()), "right": tuple(right.items())}

    def _action(self) -> Action | None:
        given = [action for action in Action if _verb(action) in self.keys]
        if not given and "right_quote" in self.keys:
            return Action.CHANGE
        if len(given) == 1:
            return given[0]
        self.error(self.node, message("entries.action"), message("entries.fix.action"))
        return None

    def _compare(self, expected: Mapping[str, Any], right: Mapping[str, Any]) -> None:
        for name, value in right.items():
            if name not in self.named.get("expected", ()):
                self.error(self.keys["right"][0], message("entries.not_in_expected", field=name), message("entries.fix.now"))
            elif name in expected and value == expected[name]:
                self.error(self.keys["right"][0], message("entries.field_as_expected", field=name), message("entries.fix.leave_out"))

    def _only(self, keys: set[str], why: Message) -> None:
        for key, (at, _) in self.keys.items():
            if key in _KEYS and key not in keys and key != "fact" and key not in _SAID:
                self.error(at, message("entries.no_place", key=key, why=why), message("corrections.fix.remove"))

    def _value(self, key: str, read: Any, *, needed: bool = False) -> Any:
        if key not in self.keys:
            if needed:
                self.error(self.node, message("entries.no_key", key=key), message("entries.fix.add"))
            return None
        return self._read(self.keys[key][1], read, key)

    def _values(self, key: str, fields: Mapping[str, Field]) -> dict[str, Any]:
        """Return the fields and values below ``key``, those that are right."""
        if key not in self.keys:
            return {}
        at, node = self.keys[key]
        if not isinstance(node, yaml.MappingNode) or not node.value:
            self.error(at, message("entries.no_values", key=key), message("entries.fix.values", key=key, field=next(iter(fields))))
            return {}
        values: dict[str, Any] = {}
        pairs = self._pairs(node)
        self.named[key] = frozenset(pairs)
        for name, (place, value) in pairs.items():
            if name not in fields:
                self.error(
                    place, message("entries.unknown_field", field=repr(name)), message("entries.fix.fields", fields=Listed(tuple(fields)))
                )
            else:
                errors = len(self.errors)
                read = self._read(value, fields[name].read, name)
                if len(self.errors) == errors:
                    values[name] = read
        return values

    def _read(self, node: yaml.Node, read: Any, name: str) -> Any:
        try:
            return read(node)
        except Unfit as error:
            self.error(error.node, message("entries.in_field", field=name, what=error.message), error.fix)
            return None

    def _pairs(self, node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in pairs:
                self.error(key, message("entries.twice", key=repr(name)), message("entries.fix.one"))
            pairs[name] = (key, value)
        return pairs


def _verb(action: Action) -> str:
    return "right" if action is Action.CHANGE else action.value


def _place(node: yaml.Node) -> int:
    if (value := whole(node)) < 1:
        raise Unfit(node, message("entries.occurrence"), message("entries.fix.occurrence"))
    return value
