"""The rule of events without a date, with texts in which it must find an event and texts in which it must not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.events.names import name_of, words_as_one


@rule(
    "event.named",
    examples=[
        Example("Đảng ủy xã Tân Phú tổ chức [[hội nghị sơ kết quý I]].", "hội nghị sơ kết quý I"),
        Example("[[Lễ trao Huy hiệu Đảng]] được tổ chức tại Huyện ủy.", "Lễ trao Huy hiệu Đảng"),
    ],
    counterexamples=["Xã tổ chức tốt các phong trào.", "Đảng viên đọc tài liệu của hội nghị."],
    source="architecture/grammar.md §1.1; architecture/facts.md event",
)
def named_events(passage: Passage) -> Iterator[Finding]:
    """Yield the names of events that a sentence states as held, with or without the day."""
    name = name_of(passage, held_only=True)
    if name is not None:
        yield Finding(name, words_as_one(passage.views, name))
