"""A text with its folded views, made once an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.text.folding import canonical, folded


@dataclass(frozen=True)
class Views:
    """``text`` and the views of it that patterns run on; all have the same length and offsets."""

    text: str

    @cached_property
    def canonical(self) -> str:
        return canonical(self.text)

    @cached_property
    def folded(self) -> str:
        return folded(self.text)
