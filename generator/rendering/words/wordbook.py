"""The words of one language: every word that pages, data and scripts show of their own, by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from generator.errors import ConfigurationError
from generator.messages import FORMS, Listed, Message, fill, flat, message, placeholders
from generator.yaml_documents import load_packaged

LANGUAGES = ("vi", "en")  #: the first is the default, and the one whose file states which keys there are


@dataclass(frozen=True, eq=False)
class Wordbook:
    """``words`` by key (``count.articles``); a text with plural forms is under ``KEY.one`` and ``KEY.other``. ``replaced`` are the keys
    whose texts the archive replaces."""

    language: str
    words: Mapping[str, str]
    replaced: frozenset[str] = frozenset()

    def say(self, key: str, /, **values: object) -> str:
        """Return the word at ``key`` with ``values`` in the place of its placeholders; numbers are written as the language writes them.

        Raises KeyError for a key or a placeholder that there is not.
        """
        return fill(self.pattern(key, values.get("n")), {name: str(self.written(value)) for name, value in values.items()})

    def pattern(self, key: str, n: object = None) -> str:
        """Return the word at ``key`` as it is in the file, in the form for ``n``; without a number the form for several."""
        words = self.words.get(key)
        return words if words is not None else self.words[f"{key}.{FORMS[0] if n == 1 else FORMS[1]}"]

    def has(self, key: str) -> bool:
        """Return whether there is a text at ``key``."""
        return key in self.words or f"{key}.{FORMS[1]}" in self.words

    def number(self, value: float) -> str:
        """``value`` as the language writes it, at most four decimals."""
        whole, _, part = f"{value:,.4f}".rstrip("0").rstrip(".").partition(".")
        return whole.replace(",", self.words["numbers.group"]) + (self.words["numbers.decimal"] + part if part else "")

    def ids(self, table: str) -> tuple[str, ...]:
        """Return the keys below ``table``, in the order of the file."""
        found = (key[len(table) + 1 :] for key in self.words if key.startswith(f"{table}."))
        return tuple(dict.fromkeys(key.rpartition(".")[0] if key.endswith(tuple(f".{form}" for form in FORMS)) else key for key in found))

    def written(self, value: object) -> object:
        """Return a number as :meth:`number` writes it; anything else as it is."""
        return self.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@lru_cache(maxsize=16)
def wordbook(language: str = LANGUAGES[0], own: tuple[tuple[str, str], ...] = ()) -> Wordbook:
    """Return the words of ``language``, with the archive's ``own`` (key and word) in the place of some.

    Raises ConfigurationError for a language, a key or a placeholder that there is not.
    """
    if language not in LANGUAGES:
        fix = message("words.fix.language", languages=Listed(LANGUAGES))
        raise ConfigurationError(message("words.language", language=language), fix=fix)
    words = _file(language)
    for key, word in own:
        _check(words, key, word)
    return Wordbook(language, MappingProxyType(words | dict(own)), frozenset(_base(key) for key, _ in own))


def _check(words: Mapping[str, str], key: str, word: str) -> None:
    if key not in words:
        raise ConfigurationError(message("words.unknown_key", key=repr(key)), fix=_nearest(key, words))
    known = frozenset[str]().union(*(placeholders(words[sibling]) for sibling in (key, *_siblings(key)) if sibling in words))
    for name in sorted(placeholders(word) - known):
        fix = _nearest(name, known) if known else message("words.fix.no_placeholder")
        raise ConfigurationError(message("words.unknown_placeholder", key=key, name=f"{{{name}}}"), fix=fix)


def _nearest(key: str, known: Iterable[str]) -> Message:
    near = get_close_matches(key, sorted(known), n=1, cutoff=0)
    return message("words.fix.nearest", word=repr(near[0]))


def _base(key: str) -> str:
    base, _, form = key.rpartition(".")
    return base if form in FORMS else key


def _siblings(key: str) -> tuple[str, ...]:
    return tuple(f"{_base(key)}.{form}" for form in FORMS) if _base(key) != key else ()


@lru_cache(maxsize=len(LANGUAGES))
def _file(language: str) -> dict[str, str]:
    return dict(flat(load_packaged((files("generator.rendering.words") / f"{language}.yml").read_bytes())))
