"""From the text of a document to its nodes. PyYAML's own composer calls itself once a level and expands aliases without end."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml
from yaml._yaml import CParser
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import Resolver
from yaml.scanner import Scanner

from generator.yaml_documents.documents import LIMITS, Limits, YamlError, decoded

CORE = "tag:yaml.org,2002:"
#: The tags of YAML itself; all of them mean plain values.
_PLAIN = frozenset(
    CORE + name
    for name in ("null", "bool", "int", "float", "binary", "timestamp", "omap", "pairs", "set", "str", "seq", "map", "merge", "value")
)
_TEXT = CORE + "str"


def compose(source: bytes | str, tags: Container[str] = (), limits: Limits = LIMITS) -> yaml.Node | None:
    """Return the root node of the document ``source``; None for an empty one. ``tags`` are allowed beside YAML's own.

    Raises YamlError, with the line, for a document that is not YAML, has another tag, refers to itself, or exceeds ``limits``.
    """
    text = decoded(source, limits)
    try:
        events = _Events(text)
    except ReaderError as error:
        raise YamlError("syntax", text.count("\n", 0, error.position) + 1, problem=error.reason) from None
    return _Composer(events, tags, limits).root()


def compose_packaged(text: str) -> yaml.Node | None:
    """Return the root node of a document that comes with the program, in a fraction of the time of :func:`compose`.

    libyaml reads it; what it refuses is read again by :func:`compose`, for the sake of its errors. Raises what that raises.
    """
    try:
        return _Composer(_FastEvents(text), (), LIMITS).root()
    except _RefusedError:
        return compose(text)


def line_of(node: yaml.Node) -> int:
    """Return the line in which ``node`` begins, 1-based."""
    return int(node.start_mark.line) + 1


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _RefusedError(Exception):
    """libyaml cannot read a document."""


class _Stream(Protocol):
    def following(self) -> Any:
        """Return the next event; Any, since PyYAML's types do not know their fields."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:
        """Return the tag of a node that states none."""


class _FastEvents(CParser, Resolver):
    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        Resolver.__init__(self)

    def following(self) -> Any:
        try:
            return self.get_event()
        except yaml.YAMLError:
            raise _RefusedError from None


class _Events(Reader, Scanner, Parser, Resolver):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Resolver.__init__(self)

    def following(self) -> Any:
        try:
            return self.get_event()  # type: ignore[no-untyped-call]
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line if mark else self.line
            raise YamlError("syntax", line + 1, problem=error.problem or error.context) from None
        except (ValueError, OverflowError):  # an escape beyond Unicode, a version of a thousand digits
            raise YamlError("syntax", self.line + 1, problem="a number here is out of range") from None


@dataclass(slots=True)
class _Open:
    """A collection that is not closed yet; ``size`` counts its nodes so far, itself included."""

    node: yaml.CollectionNode
    size: int = 1
    key: yaml.Node | None = None
    children: list[yaml.Node] = field(default_factory=list)

    def add(self, node: yaml.Node, size: int) -> None:
        self.size += size
        self.children.append(node)


class _Composer:
    def __init__(self, events: _Stream, tags: Container[str], limits: Limits) -> None:
        self._events, self._tags, self._limits = events, tags, limits
        self._anchors: dict[str, yaml.Node] = {}
        self._sizes: dict[int, int] = {}  # of the anchored nodes that are closed, by id()
        self._open: list[_Open] = []
        self._root: yaml.Node | None = None
        self._count = 0

    def root(self) -> yaml.Node | None:
        while not isinstance(event := self._events.following(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
                raise YamlError("second", _line(event))
            if isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.NodeEvent):
                self._begin(event)
        return self._root

    def _begin(self, event: Any) -> None:
        node = self._node(event)
        if event.anchor is not None:
            if event.anchor in self._anchors:
                raise YamlError("anchor", line_of(node), name=event.anchor)
            self._anchors[event.anchor] = node
        if isinstance(node, yaml.CollectionNode):
            if len(self._open) >= self._limits.depth:
                raise YamlError("deep", line_of(node), limit=self._limits.depth)
            self._open.append(_Open(node))
        else:
            self._sizes[id(node)] = 1
            self._put(node, 1)
        self._grow(1, event)

    def _node(self, event: Any) -> yaml.Node:
        scalar = isinstance(event, yaml.ScalarEvent)
        collection = yaml.SequenceNode if isinstance(event, yaml.SequenceStartEvent) else yaml.MappingNode
        kind, value = (yaml.ScalarNode, str(event.value)) if scalar else (collection, None)
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._events.resolve(kind, value, event.implicit)
        line = _line(event)
        if tag not in _PLAIN and tag not in self._tags:
            raise YamlError("tag", line, tag=tag.replace(CORE, "!!", 1))
        if value is not None:
            if len(value) > (self._limits.scalar if tag == _TEXT else self._limits.digits):
                raise YamlError("long", line, n=len(value))
            if any("\ud800" <= char <= "\udfff" for char in value):
                raise YamlError("syntax", line, problem="half of a character pair is no text")
            return yaml.ScalarNode(tag, value, event.start_mark, event.end_mark, event.style)
        return collection(tag, [], event.start_mark, event.end_mark, event.flow_style)

    def _alias(self, event: Any) -> None:
        line = _line(event)
        node = self._anchors.get(event.anchor)
        if node is None:
            raise YamlError("alias", line, name=event.anchor)
        size = self._sizes.get(id(node))
        if size is None:  # it is still open
            raise YamlError("cycle", line, name=event.anchor)
        self._put(node, size)
        self._grow(size, event)

    def _close(self, event: Any) -> None:
        closed = self._open.pop()
        node, children = closed.node, closed.children
        node.end_mark = event.end_mark
        node.value = list(zip(children[::2], children[1::2], strict=True)) if isinstance(node, yaml.MappingNode) else children
        self._sizes[id(node)] = closed.size
        self._put(node, closed.size)

    def _put(self, node: yaml.Node, size: int) -> None:
        if self._open:
            self._open[-1].add(node, size)
        else:
            self._root = node

    def _grow(self, by: int, event: Any) -> None:
        self._count += by
        if self._count > self._limits.nodes:
            raise YamlError("many", _line(event), n=self._limits.nodes)
