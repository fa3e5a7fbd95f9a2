"""The position of a prize's or title's name, as a row of a table."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass


@dataclass(frozen=True, slots=True)
class NamePosition:
    """A position in which a name is that of a prize or title.

    ``words``: a pattern for the text; its group ``form`` is the award type, ``{name}`` in it is replaced by a name's pattern.
    ``type`` and ``group`` are the award type's id and class. In ``example`` brackets mark the award type.
    """

    id: str
    words: str
    type: str
    group: AwardClass
    cues: tuple[str, ...]
    example: Example
    counterexample: str
