"""The words of a text between its spaces: a text contains nothing that none of its words contains."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

#: No other space parts words here: damaged letters look like no-break spaces and next-line controls. What has no end is cut.
TOKEN = re.compile(r"[^ \t\r\n]{1,200}")
_LONGEST = 200
_LONG = 100_000  # code points; the words of a longer text are too many to be kept
_MOST = 65536  # words that a sieve remembers


def words_of_text(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in order; several searches begin with them. Where two spaces follow each other, one is empty."""
    return _kept(text) if len(text) < _LONG else _words(text)


@lru_cache(maxsize=1)
def _kept(text: str) -> tuple[str, ...]:
    return _words(text)


def _words(text: str) -> tuple[str, ...]:
    # Split at one character: several times as quick as a pattern.
    words = text.replace("\n", " ").replace("\r", " ").replace("\t", " ").split(" ")
    return tuple(words if max(map(len, words)) <= _LONGEST else TOKEN.findall(text))


@lru_cache(maxsize=1)
def different_words(text: str) -> frozenset[str]:
    """Return the words of ``text``, each once."""
    return frozenset(words_of_text(text)) - {""}


class Sieve:
    """A test of words that remembers those that it passed over: the words of one text are mostly those of another."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test
        self._passed: set[str] = set()

    def caught(self, words: frozenset[str]) -> frozenset[str]:
        """Return those of ``words`` for which the test is true."""
        fresh = words.difference(self._passed)
        caught = frozenset(filter(self._test, fresh))
        if len(self._passed) > _MOST:
            self._passed.clear()
        self._passed.update(fresh.difference(caught))
        return caught
