"""An award as one sentence tells it, before what several tell of one is brought together."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.awards.standards import Merit
from generator.extraction.clauses import Sentence
from generator.model.article import BlockKind
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An award as one sentence tells it, before repetitions are merged."""

    type: str
    rank: int | None
    kind: str
    count: int | None
    names: tuple[str, ...]
    merit: Merit
    granted_by: str | None
    status: str | None
    span: Span
    sentence: Sentence
    group: str  # the form's class: form, title, verb, prize
    title: str | None
    rule: str
    ceremony: bool = False  # told of who held the ceremony: A tổ chức lễ đón nhận F
    member: bool = False  # one of a number told elsewhere: A, một trong hai trường nhận …
    posthumous: bool = False
    rows: tuple[Span, ...] = ()  # the rows of the list that tell it, apart from ``span``
    listed: int | None = None  # how many these name, where the heading states another number
    stated_as: str | None = None  # a pronoun or given name under which the sentence names the one recipient

    @property
    def from_caption(self) -> bool:
        return self.sentence.block.kind is BlockKind.CAPTION

    @property
    def from_title(self) -> bool:
        return self.sentence.block.kind is BlockKind.TITLE
