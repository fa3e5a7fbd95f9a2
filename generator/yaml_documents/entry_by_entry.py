"""The entries of a YAML list, composed one by one: of a long list that is read again after each change, only what changed is composed.

An entry begins in a line with ``- `` at its start. Composed alone it has the nodes that it has in the list, unless something in it
reaches beyond it: an anchor, the mark of a document, a quote or bracket that is not closed. Then, and for every document with an error,
there is no answer, and the document must be composed whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import yaml

from generator.yaml_documents.composing import compose
from generator.yaml_documents.documents import LIMITS, YamlError, decoded

_REMEMBERED = 4096  # entries, with their nodes some kilobytes each
_START = re.compile(r"^- ", re.MULTILINE)
_BEYOND = re.compile(r"^(?:---|\.\.\.|%)|(?<![^\s\[{,])&\S", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ ]*(?:#[^\n\r\x85\u2028\u2029]*)?\r?\n)*")
#: What PyYAML counts as the end of a line.
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's ``node``, whose own lines count from its start, and the number of lines ``above`` it. Nobody may change the node."""

    node: yaml.Node
    above: int


def entries(source: bytes | str) -> tuple[Entry, ...] | None:
    """Return the entries of the list ``source``; None for a document that must be composed whole."""
    try:
        text = decoded(source)
    except YamlError:
        return None
    starts = [match.start() for match in _START.finditer(text)]
    if not starts or _BEYOND.search(text) or not _NOTHING.fullmatch(text, 0, starts[0]):
        return None
    found: list[Entry] = []
    above, nodes = text.count("\n", 0, starts[0]), 1
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        alone = _alone(text[start:end])
        if alone is None:
            return None
        node, count, lines = alone
        found.append(Entry(node, above))
        above, nodes = above + lines, nodes + count
    return tuple(found) if nodes <= LIMITS.nodes else None


@lru_cache(_REMEMBERED)
def _alone(text: str) -> tuple[yaml.Node, int, int] | None:
    """Return the node of the one entry ``text``, the number of nodes in it, and of lines; None where it is not complete by itself."""
    try:
        root = compose(text)
    except YamlError:
        return None
    if not isinstance(root, yaml.SequenceNode) or root.flow_style or len(root.value) != 1:
        return None
    return root.value[0], _count(root.value[0]), len(_BREAK.findall(text))


def _count(root: yaml.Node) -> int:
    count, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        count += 1
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
    return count
