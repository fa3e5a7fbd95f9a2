"""The rules of ratings, each with what it must find and what it must leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.rules.award_rules import text_of_lines
from generator.extraction.rules.ratings import ratings


def _by(name: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        for one in ratings(text_of_lines(passage)):
            if one.rule == f"rating.{name}":
                for span in one.evidence:
                    yield Finding(span, (one.subject, one.level, one.count, one.percent, one.kind))

    return find


rule(
    "rating.quantity_and_level",
    examples=[
        Example("Có [[8 chi bộ hoàn thành xuất sắc nhiệm vụ]].", ("chi-bo", "hoan-thanh-xuat-sac", 8, None, "result")),
        Example("[[Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ có 41]].", ("to-chuc-co-so-dang", "hoan-thanh-tot", 41, None, "result")),
        Example("Phấn đấu [[90% đảng viên hoàn thành tốt nhiệm vụ]].", ("dang-vien", "hoan-thanh-tot", None, 90, "target")),
    ],
    counterexamples=[
        "Các chi bộ hoàn thành tốt nhiệm vụ được giao.",
        "Công ty hoàn thành 105% kế hoạch.",
        "Trường có 30 lớp học tốt.",
    ],
    source="grammar.md §6 patterns 13-17; domain/ratings.yml figure_forms",
)(_by("quantity_and_level"))

rule(
    "rating.norm",
    examples=[
        Example(
            "Tỷ lệ [[đảng viên hoàn thành tốt nhiệm vụ là 97% (Nghị quyết đề ra ít nhất 95%]]).",
            ("dang-vien", "hoan-thanh-tot", None, 95, "target"),
        )
    ],
    counterexamples=["Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ là 97%."],
    source="grammar.md §6 pattern 14, §7.3",
)(_by("norm"))
