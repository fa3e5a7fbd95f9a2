"""Messages of the program by key, with one file per language beside this module.

Errors, fixes, reports and help are a :class:`Message`, a key with values, until a command writes them out in the archive's language.
``en.yml`` states which keys there are; ``vi.yml`` has the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from generator.yaml_documents import load_packaged

LANGUAGES = ("en", "vi")  #: The first is used where no archive has said its language.
FORMS = ("one", "other")  #: of a message that depends on a number ``n``, where the language has such
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_language: ContextVar[str] = ContextVar("language of messages", default=LANGUAGES[0])


@dataclass(frozen=True, slots=True)
class Message:
    """The message at ``key`` of the message files with ``values`` for its placeholders; ``str()`` gives its text in the current
    language."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        words, values = _words(_language.get()), dict(self.values)
        pattern = words.get(self.key)
        if pattern is None:
            pattern = words[f"{self.key}.{FORMS[0] if values.get('n') == 1 else FORMS[1]}"]
        return fill(pattern, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values in a message, joined by ``separator``."""

    items: tuple[object, ...]
    separator: str = ", "

    def __str__(self) -> str:
        return self.separator.join(str(item) for item in self.items)


def message(key: str, /, **values: object) -> Message:
    """Return the message at ``key``; a value may be a message itself. A key or placeholder that is not in the message files raises KeyError
    when it is worded."""
    return Message(key, tuple(values.items()))


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Use ``language`` for all messages within the block; a language without a message file counts as English."""
    token = _language.set(language if language in LANGUAGES else LANGUAGES[0])
    try:
        yield
    finally:
        _language.reset(token)


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """Replace each ``{name}`` of ``pattern`` in one pass, so that no value is taken for a placeholder."""
    pieces = _pieces(pattern)
    return "".join([values[piece] if at % 2 else piece for at, piece in enumerate(pieces)]) if len(pieces) > 1 else pattern


@lru_cache(maxsize=4096)
def _pieces(pattern: str) -> tuple[str, ...]:
    """Return the text before, between and behind the placeholders of ``pattern``, and at each second place a placeholder's name."""
    return tuple(_PLACEHOLDER.split(pattern))


def placeholders(pattern: str) -> frozenset[str]:
    """Return the names between braces."""
    return frozenset(_PLACEHOLDER.findall(pattern))


def flat(table: Mapping[Any, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of nested mappings, each with the names that lead to it joined by dots."""
    for name, value in table.items():
        key = f"{above}{name}"
        if isinstance(value, Mapping):
            yield from flat(value, f"{key}.")
        else:
            yield key, value


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Mapping[str, str]:
    return dict(flat(load_packaged((files("generator.messages") / f"{language}.yml").read_bytes())))
