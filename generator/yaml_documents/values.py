"""From the nodes of a document to plain values: text, numbers, dates, lists and tables, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import yaml
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.resolver import Resolver

from generator.yaml_documents.composing import CORE, compose, compose_packaged, line_of
from generator.yaml_documents.documents import LIMITS, Limits, YamlError

#: Returns the value of a node with a custom tag; the first argument constructs and resolves the nodes below it.
Construct = Callable[[Any, yaml.Node], Any]


def load(source: bytes | str, tags: Mapping[str, Construct] = MappingProxyType({}), limits: Limits = LIMITS) -> Any:
    """Return the value of the document ``source``; None for an empty one. ``tags`` are allowed beside YAML's own.

    Raises what :func:`compose` raises, and YamlError for a key that occurs twice or a value that is not what its tag says.
    """
    return _value(compose(source, tags, limits), tags)


def value(root: yaml.Node | None) -> Any:
    """Return the value of a composed document. Raises YamlError for a key that occurs twice or a value that is not what its tag says."""
    return _value(root, {})


def load_packaged(source: bytes | str) -> Any:
    """Return the value of a document that comes with the program: a lexicon, words, messages. Raises what :func:`load` raises."""
    text = source if isinstance(source, str) else source.decode("utf-8")
    try:
        text.encode("utf-8")  # halves of pairs, which the fast scanner refuses with an error of its own
    except UnicodeEncodeError as error:
        raise YamlError("encoding", text.count("\n", 0, error.start) + 1) from None
    return _value(compose_packaged(text), {})


def _value(root: yaml.Node | None, tags: Mapping[str, Construct]) -> Any:
    if root is None:
        return None
    values = _Values(tags)
    try:
        return values.construct_document(root)
    except ConstructorError as error:
        mark = error.problem_mark or error.context_mark or root.start_mark
        raise YamlError("syntax", mark.line + 1, problem=error.problem or error.context) from None


class _Values(SafeConstructor, Resolver):
    def __init__(self, tags: Mapping[str, Construct]) -> None:
        SafeConstructor.__init__(self)
        Resolver.__init__(self)
        self._tags = tags
        self._flat: set[int] = set()  # id() of the nodes that were looked at

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        own = self._tags.get(node.tag)
        try:
            return super().construct_object(node, deep=deep) if own is None else own(self, node)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError):  # "2022-13-45", "!!int word"
            shown = node.value[:60] if isinstance(node, yaml.ScalarNode) else ""
            raise YamlError("value", line_of(node), value=shown, tag=node.tag.replace(CORE, "!!", 1)) from None

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Refuse a key that occurs twice, as long as what is merged has not been put among the node's own keys."""
        if id(node) not in self._flat:
            self._flat.add(id(node))
            lines: dict[tuple[str, str], int] = {}
            for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
                if (key.tag, key.value) in lines:
                    raise YamlError("twice", line_of(key), key=key.value[:60], first=lines[key.tag, key.value])
                lines[key.tag, key.value] = line_of(key)
        super().flatten_mapping(node)
