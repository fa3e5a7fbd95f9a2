"""What the tests of words share."""

from __future__ import annotations

from generator.rendering.words.wordbook import FORMS


def bare(key: str) -> str:
    """``key`` without the form of a number."""
    base, _, form = key.rpartition(".")
    return base if form in FORMS else key
