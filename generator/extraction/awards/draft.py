"""An award as one sentence states it, before the statements of several sentences are merged."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.awards.standards import Merit
from generator.extraction.clauses import Sentence
from generator.lexicon.award_classes import AwardClass
from generator.model.article import BlockKind
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An award as a single sentence states it, before repetitions are merged."""

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
    group: AwardClass
    title: str | None
    rule: str
    ceremony: bool = False  # stated of the body that held the ceremony: A tổ chức lễ đón nhận F
    member: bool = False  # one of a number stated elsewhere: A, một trong hai trường nhận …
    posthumous: bool = False
    rows: tuple[Span, ...] = ()  # the rows of the list that states it, apart from ``span``
    listed: int | None = None  # how many recipients these name, if the heading states another number
    kind_of: str | None = None  # the contest whose name states the recipients' kind, if nothing else does
    stated_as: str | None = None  # the pronoun or given name by which the sentence refers to the only recipient

    @property
    def from_caption(self) -> bool:
        return self.sentence.block.kind is BlockKind.CAPTION

    @property
    def from_title(self) -> bool:
        return self.sentence.block.kind is BlockKind.TITLE
