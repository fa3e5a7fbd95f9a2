"""Sentences made in Vietnamese below rendering that can be translated later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, TypeAlias

#: What is put into a sentence: words of an article or a name, a number, a term of ours, a part that is itself made so, or several.
Part: TypeAlias = "str | float | Term | Sentence | tuple[Term | Sentence, ...]"


@dataclass(frozen=True, slots=True)
class Term:
    """A term within a sentence: its Vietnamese ``text``, its ``id`` and the ``table`` with its text in every language."""

    table: str
    id: str
    text: str


class Sentence(str):
    """A Vietnamese sentence that keeps the ``key`` of its pattern and the ``parts`` it is made of (name and part)."""

    __slots__ = ("key", "parts")

    key: str
    parts: tuple[tuple[str, Part], ...]

    def __new__(cls, text: str, key: str, parts: tuple[tuple[str, Part], ...]) -> Self:
        made = super().__new__(cls, text)
        made.key, made.parts = key, parts
        return made
