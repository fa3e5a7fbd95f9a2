"""Messages of any text, for tests of what becomes of a message whatever it says."""

from __future__ import annotations

from generator.messages import Message


class Verbatim(Message):
    """A message whose key is its words, in every language."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.key
