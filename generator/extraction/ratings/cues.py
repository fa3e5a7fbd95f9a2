"""Patterns of the words of lexicon ``rating-cues``, by group."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon.load import alternatives, lexicon
from generator.text.folding import canonical


@lru_cache(maxsize=16)
def cue(group: str) -> re.Pattern[str]:
    """Compile the words of a group of lexicon ``rating-cues``."""
    return re.compile(alternatives(words_of(group)))


def words_of(group: str) -> tuple[str, ...]:
    """Return the words of a group of lexicon ``rating-cues``, on the canonical view."""
    entry = lexicon("rating-cues").by_id[group]
    return (*entry.variants, *(canonical(word) for word in entry.get("words")))


@lru_cache(maxsize=8)
def right_before(group: str, tail: str = "", head: str = "") -> re.Pattern[str]:
    """Compile the words that must come right before: a group of lexicon ``rating-cues``, or ``head``, then ``tail``."""
    words = alternatives(words_of(group))
    return re.compile(rf"(?:{head}|{words}){tail}\s*$" if head else rf"{words}{tail}\s*$")
