"""A text with its folded views, computed once an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.text.folding import canonical, folded


@dataclass(frozen=True)
class Views:
    """``text`` and its views for patterns; all have the same length and offsets."""

    text: str

    @cached_property
    def canonical(self) -> str:
        return canonical(self.text)

    @cached_property
    def folded(self) -> str:
        return folded(self.text)

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """Results found in this text, by function and place: rules often ask for the same names of a sentence."""
        return {}
