"""Acts without a named recipient, whose parts the next sentences state: ``Giám đốc Sở Y tế ký quyết định khen thưởng các tập thể, cá
nhân có thành tích chống dịch. Theo đó, 12 tập thể được tặng Giấy khen``. Who grants and why is stated once, for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.extraction.awards.acts.binding.binding import frames
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import Frame
from generator.extraction.awards.forms.form import triggers
from generator.extraction.awards.qualities.merits import around_form, merits
from generator.extraction.awards.standards import NO_MERIT, Merit, merit
from generator.extraction.clauses import Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import Block, BlockKind
from generator.model.span import Span

_DECISION = re.compile(r"(?<!\w)quyết\s+định(?!\w)")
_LATER = 2  # blocks on which the parts of what was announced may begin


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who grants and why, stated at ``span`` without a recipient who is counted or named. ``block`` is where its parts are sought, ``left``
    in how many blocks behind; ``holds`` once one of them has begun."""

    granter: str | None
    merit: Merit
    span: Span
    block: Block
    left: int = _LATER
    holds: bool = False

    def of(self, own: Merit) -> Merit:
        """Return the merit of one of its parts, which may state one of its own."""
        if own.standard is not None:
            return own
        timed = own if own.years or own.period or own.consecutive_years else self.merit
        return replace(timed, standard=self.merit.standard, describes=self.merit.describes)


def announced(passage: Passage, sentence: Sentence, read: Sequence[Frame]) -> Announcement | None:
    """Return what the sentence announces; None where each of its acts is of somebody, or is not done."""
    if sentence.block.kind in {BlockKind.TITLE, BlockKind.CAPTION}:
        return None
    for frame in read:
        if frame.status is not None or not _is_of_nobody(frame):
            continue
        if not frame.items and (frame.granter is None or frame.form.group != AwardClass.VERB):
            continue
        about = next(iter(merits(passage, frame)), NO_MERIT) if frame.items else around_form(passage, frame)
        if about.standard is None and not frame.items:
            about = merit(passage.within(frame.end, frame.limit))
        decided = frame.granter is not None and (
            bool(frame.items) or _DECISION.search(passage.views.canonical, passage.start, frame.form.start)
        )
        if about.standard is not None or decided:
            end = max([frame.form.end, *(item.element.end for item in frame.items)])  # the reason's numbers may be results
            return Announcement(frame.granter, about, Span(frame.start, end), sentence.block)
    return None


def _is_of_nobody(frame: Frame) -> bool:
    """Whether nobody is counted or named: ``khen thưởng các tập thể``."""
    return frame.form.count is None and all(
        isinstance(item.element.value, Group) and item.element.value.several and not item.names for item in frame.items
    )


def following(announced: Announcement | None, passage: Passage, sentence: Sentence) -> Announcement | None:
    """Return what was announced as it holds for the next sentence; None where it is over."""
    if announced is None:
        return None
    if goes_on(passage):
        return replace(announced, block=sentence.block, holds=True)
    if sentence.block is announced.block:
        return announced
    return None if announced.holds or not announced.left else replace(announced, block=sentence.block, left=announced.left - 1)


def goes_on(passage: Passage) -> bool:
    """Whether the sentence states a part of what the one before announced: ``Theo đó, …``."""
    return _continues().match(passage.views.canonical, passage.start, passage.stop) is not None


@lru_cache(maxsize=1)
def _continues() -> re.Pattern[str]:
    cues = lexicon("award-cues").by_id
    parts = (variant for variant in cues["part"].variants if variant.startswith(("trong", "cụ thể")))  # Riêng ông A: another statement
    return re.compile(r"[\s*•+-]*" + alternatives([*parts, *cues["continues"].variants]))


@rule(
    "award.announcement",
    examples=[
        Example("[[Công ty đã khen thưởng các tập thể]] có thành tích.", ("Công ty", "thành tích")),
        Example("[[Sở Y tế khen thưởng]] thành tích phòng, chống dịch.", ("Sở Y tế", "thành tích phòng, chống dịch")),
    ],
    counterexamples=["Sở Y tế khen thưởng 12 tập thể có thành tích.", "Công ty sẽ khen thưởng các phân xưởng có thành tích."],
    source="architecture/grammar.md §6 pattern 10; architecture/facts.md granted_by, standard",
)
def announcements(passage: Passage) -> Iterator[Finding]:
    """Acts of nobody in particular."""
    if not triggers(passage.views, passage.start, passage.stop):
        return
    block = Block(BlockKind.PARAGRAPH, Span(passage.start, passage.stop))
    found = announced(passage, Sentence(0, passage.start, passage.stop, block), frames(passage, award_elements(passage)))
    if found is not None:
        yield Finding(found.span, (found.granter, found.merit.standard))
