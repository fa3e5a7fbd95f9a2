"""Entries put into a YAML list, replaced or taken out, with every other line of the file as its writer left it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import yaml

from generator.desk.problems import DeskError
from generator.errors import yaml_words
from generator.messages import message
from generator.yaml_documents import YamlError, compose, entries

#: PyYAML writes this key between quotes, since it means `true` to it; our reader takes keys as they are written.
_ON = re.compile(r"\A'on':")


@dataclass(frozen=True, slots=True)
class YamlList:
    """A file that holds a list: its lines with their ends, and of each entry the first line and the one after its last (0-based)."""

    lines: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    indent: int = 0

    @classmethod
    def of(cls, data: bytes | None) -> YamlList:
        """Return the list in ``data``, a file's bytes (None: no file). Raises DeskError if it is no list with an entry a line."""
        text = (data or b"").decode("utf-8-sig", "strict") if _is_text(data) else ""
        known = entries(data or b"")
        if known is not None:
            return cls._with_places(tuple(text.splitlines(keepends=True)), [entry.above for entry in known], 0)
        try:
            root = compose(data or b"")
        except YamlError as error:
            words, fix = yaml_words(error)
            raise DeskError(words, line=error.line, fix=fix) from error
        lines = tuple(text.splitlines(keepends=True))
        if root is None:
            return cls(lines, ())
        if not isinstance(root, yaml.SequenceNode) or root.flow_style:
            raise DeskError(message("desk.no_block_list"), fix=message("desk.fix.no_block_list"))
        starts = [int(node.start_mark.line) for node in root.value]
        if len(set(starts)) < len(starts) or any("-" not in lines[start][: node.start_mark.column] for start, node in
                                                  zip(starts, root.value, strict=True)):  # fmt: skip
            raise DeskError(message("desk.no_block_list"), fix=message("desk.fix.no_block_list"))
        return cls._with_places(lines, starts, int(root.start_mark.column))

    @classmethod
    def _with_places(cls, lines: tuple[str, ...], starts: Sequence[int], indent: int) -> YamlList:
        ends = [_end(lines, start, until, indent) for start, until in zip(starts, [*starts[1:], len(lines)], strict=True)]
        return cls(lines, tuple(zip(starts, ends, strict=True)), indent)

    def at_line(self, line: int) -> int:
        """Return the place of the entry that begins in ``line`` (1-based). Raises KeyError without one."""
        for place, (start, _) in enumerate(self.places):
            if start == line - 1:
                return place
        raise KeyError(line)

    def appended(self, entry: Mapping[str, Any]) -> YamlList:
        """Return the list with ``entry`` at its end."""
        lines = list(self.lines)
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += self._end_of_line
        return YamlList((*lines, *self._written(entry)), (*self.places, (len(lines), len(lines) + 1)), self.indent)

    def replaced(self, changes: Mapping[int, Mapping[str, Any] | None]) -> YamlList:
        """Return the list with the entries at some places replaced, or taken out where None. Its places are those of before."""
        lines = list(self.lines)
        for place in sorted(changes, reverse=True):
            start, end = self.places[place]
            entry = changes[place]
            lines[start:end] = [] if entry is None else self._written(entry)
        return YamlList(tuple(lines), self.places, self.indent)

    def with_text(self, place: int, text: str) -> YamlList:
        """Return the list with the lines of the entry at ``place`` replaced by those of ``text``, which ends as the file's lines do."""
        start, end = self.places[place]
        lines = [line.rstrip("\r\n") + self._end_of_line for line in text.splitlines()]
        return YamlList((*self.lines[:start], *lines, *self.lines[end:]), self.places, self.indent)

    @property
    def data(self) -> bytes | None:
        """The file's bytes; None if nothing is left in it, not even a comment."""
        text = "".join(self.lines)
        return text.encode("utf-8") if text.strip() else None

    @property
    def _end_of_line(self) -> str:
        return "\r\n" if any(line.endswith("\r\n") for line in self.lines) else "\n"

    def _written(self, entry: Mapping[str, Any]) -> list[str]:
        """Return the lines of an entry: each key on its own, the values below one on the same line where they fit."""
        lines = [line for key, value in entry.items() for line in _dumped(key, value)]
        marked = (f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
        return [" " * self.indent + line + self._end_of_line for line in marked]


def _dumped(key: str, value: Any) -> list[str]:
    flow = None if isinstance(value, dict | list) else False
    text = yaml.safe_dump({key: _plain(value)}, allow_unicode=True, sort_keys=False, width=120, default_flow_style=flow)
    return _ON.sub("on:", text).splitlines()


def _plain(value: Any) -> Any:
    """Return a value without our own classes: files hold the values of closed sets."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def _is_text(data: bytes | None) -> bool:
    try:
        (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _end(lines: tuple[str, ...], start: int, until: int, indent: int) -> int:
    """Return the line after the last of an entry: blank lines and comments before the next entry are that one's."""
    end = until
    while end > start + 1 and _is_between(lines[end - 1], indent):
        end -= 1
    return end


def _is_between(line: str, indent: int) -> bool:
    words = line.strip()
    return not words or words.startswith(("---", "...")) or (words.startswith("#") and len(line) - len(line.lstrip()) <= indent)
