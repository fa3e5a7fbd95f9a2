"""The engine: how rules are declared, what they are given, and which of two overlapping findings stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.engine import Example, Finding, Passage, Registry, longest_first, pattern_rule, remembered, rule
from generator.model.span import Span
from generator.text.views import Views

TEXT = "Đảng ủy xã tặng Giấy Khen. Xã khác tặng giấy khen."


@pytest.mark.parametrize(
    ("marked", "text", "words"),
    [("a [[bc]] d", "a bc d", "bc"), ("[[Đảng ủy]] họp", "Đảng ủy họp", "Đảng ủy"), ("nói [[“được”]]", "nói “được”", "“được”")],
)
def test_an_example_is_a_text_and_the_span_marked_in_it(marked: str, text: str, words: str) -> None:
    plain, span = Example(marked).parts()
    assert plain == text
    assert span.of(plain) == words


def test_a_passage_is_a_part_of_the_text_with_the_text_s_own_offsets() -> None:
    views = Views(TEXT)
    whole, second = Passage(views), Passage(views, 27, None, "context")
    assert (whole.text, second.text) == (TEXT, "Xã khác tặng giấy khen.")
    assert second.stop == len(TEXT)
    assert second.within(30, 34).text == "khác"
    assert second.within(30, 34).context == "context"
    assert [match.span() for match in second.matches(re.compile("giấy khen"))] == [(40, 49)]
    assert [match.start() for match in whole.matches(re.compile("giấy khen"))] == [16, 40]
    assert [match.start() for match in whole.matches(re.compile("giấy khen"), "text")] == [40]
    assert [match.start() for match in whole.matches(re.compile("giay khen"), "folded")] == [16, 40]


def test_a_passage_holds_words_of_its_own_whatever_their_case() -> None:
    second = Passage(Views(TEXT), 27)
    assert second.holds("không đâu", "xã khác")
    assert not Passage(Views(TEXT), 0, 27).holds("xã khác")
    assert not second.holds()


def declared(registry: Registry, id: str = "form.any") -> None:
    @rule(id, examples=[Example("[[a]]")], counterexamples=["b"], source="s", registry=registry)
    def find(passage: Passage) -> Iterator[Finding]:
        """Two findings, of which one names another rule."""
        yield Finding(Span(passage.start, passage.start + 1), 1)
        yield Finding(Span(passage.start, passage.start + 2), 2, "form.other")


def test_two_rules_of_one_id_are_refused() -> None:
    registry = Registry()
    declared(registry)
    with pytest.raises(ValueError, match=r"two rules with the id form\.any"):
        declared(registry)
    declared(registry, "form.second")
    assert list(registry.rules) == ["form.any", "form.second"]


def test_a_finding_names_the_rule_that_gave_it_unless_it_names_another() -> None:
    registry = Registry()
    declared(registry)
    found = registry.rules["form.any"](Passage(Views("abc"), 1))
    assert [(finding.span, finding.value, finding.rule) for finding in found] == [
        (Span(1, 2), 1, "form.any"),
        (Span(1, 3), 2, "form.other"),
    ]


def test_a_pattern_is_a_rule_whose_value_may_turn_a_match_down() -> None:
    made = pattern_rule(
        "count.even",
        r"(?P<n>\d+)[ ]người",
        lambda match: int(match["n"]) if int(match["n"]) % 2 == 0 else None,
        examples=[Example("[[2]] người", 2)],
        counterexamples=["3 người"],
        group="n",
        registry=Registry(),
    )
    assert [(one.span, one.value, one.rule) for one in made(Passage(Views("Có 4 NGƯỜI và 5 người, 6 người")))] == [
        (Span(3, 4), 4, "count.even"),
        (Span(23, 24), 6, "count.even"),
    ]


def test_a_passage_is_searched_once() -> None:
    asked: list[int] = []

    @remembered
    def find(passage: Passage) -> Iterator[int]:
        asked.append(passage.start)
        yield passage.start

    views = Views(TEXT)
    assert find(Passage(views, 2)) == find(Passage(views, 2)) == (2,)
    assert find(Passage(views, 3)) == (3,)
    assert find(Passage(Views(TEXT), 2)) == (2,)
    assert asked == [2, 3, 2]


def finding(start: int, end: int, value: int = 0) -> Finding:
    return Finding(Span(start, end), value)


def test_the_longer_stays_then_the_earlier_then_the_first_told() -> None:
    assert longest_first([finding(0, 3), finding(2, 7)]) == [finding(2, 7)]
    assert longest_first([finding(4, 6), finding(3, 5)]) == [finding(3, 5)]
    assert longest_first([finding(1, 4, 1), finding(1, 4, 2)]) == [finding(1, 4, 1)]
    assert longest_first([finding(5, 9), finding(0, 5)]) == [finding(0, 5), finding(5, 9)]


RANGES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=12)


@given(RANGES)
def test_property_what_stays_overlaps_nothing_and_what_goes_overlaps_something_as_long(ranges: list[tuple[int, int]]) -> None:
    findings = [finding(start, start + size, number) for number, (start, size) in enumerate(ranges)]
    kept = longest_first(findings)
    assert kept == sorted(kept, key=lambda one: one.span)
    assert not any(one.span.overlaps(other.span) for one in kept for other in kept if one is not other)
    for gone in findings:
        if gone not in kept:
            assert any(gone.span.overlaps(one.span) and len(one.span) >= len(gone.span) for one in kept)
