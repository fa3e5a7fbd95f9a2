"""Assignment and arithmetic: each number once, the cheapest whole, sums as the judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.engine import Passage
from generator.extraction.ratings.arithmetic import agreement, judged
from generator.extraction.ratings.assignment import Assignment, readings
from generator.extraction.ratings.composites import joined
from generator.extraction.ratings.levels import levels_in
from generator.extraction.ratings.pieces import numbers_in, subjects_in
from generator.text.views import Views


def readings_of(text: str) -> tuple[list[Assignment], Assignment]:
    passage = Passage(Views(text))
    levels = list(levels_in(passage))
    numbers = joined(passage.views.canonical, numbers_in(passage, levels), levels)
    found = readings(passage.views.canonical, levels, numbers, [subject for subject in subjects_in(passage) if not subject.named])
    return found, judged(found, numbers)


def bound(text: str) -> list[tuple[int | float | None, int | float | None]]:
    """Return the numbers before and behind each level; a composite shows its count."""
    shown = []
    for number in readings_of(text)[1].bound:
        pair = [
            None if number is None else number.percent if number.count is None else number.count
            for number in (number.before, number.behind)
        ]
        shown.append((pair[0], pair[1]))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 chi bộ hoàn thành tốt nhiệm vụ, 2 chi bộ hoàn thành nhiệm vụ", [(8, None), (2, None)]),
        ("hoàn thành tốt nhiệm vụ 8 chi bộ, hoàn thành nhiệm vụ 2 chi bộ", [(None, 8), (None, 2)]),
        ("12 chi bộ: hoàn thành tốt nhiệm vụ 8, hoàn thành nhiệm vụ 4", [(None, 8), (None, 4)]),
        ("8 chi bộ hoàn thành tốt nhiệm vụ (80%), 2 chi bộ hoàn thành nhiệm vụ (20%)", [(8, 80.0), (2, 20.0)]),
        ("8 chi bộ (80%) hoàn thành tốt nhiệm vụ; 2 chi bộ (20%) hoàn thành nhiệm vụ", [(8, None), (2, None)]),
        ("8 chi bộ hoàn thành tốt nhiệm vụ; đảng viên hoàn thành nhiệm vụ chiếm 3%", [(8, None), (None, 3.0)]),
        ("kết nạp 75 đảng viên, tỷ lệ chi bộ hoàn thành tốt nhiệm vụ từ 92%", [(None, 92.0)]),
        ("8 chi bộ; hoàn thành tốt nhiệm vụ", [(None, None)]),
        ("hoàn thành tốt nhiệm vụ; 8 chi bộ mới thành lập", [(None, None)]),
        ("hoàn thành tốt nhiệm vụ và 8 chi bộ hoàn thành nhiệm vụ", [(None, None), (8, None)]),
        ("Sư đoàn 330 đạt hoàn thành tốt nhiệm vụ", [(None, None)]),
        ("12 chi bộ, trong đó hoàn thành tốt nhiệm vụ 8 chi bộ", [(None, 8)]),
    ],
)
def test_numbers_go_where_the_whole_is_cheapest(text: str, expected: list[tuple[int | None, int | None]]) -> None:
    assert bound(text) == expected


_PARTS = st.sampled_from(
    [
        "8 chi bộ",
        "12",
        "40%",
        "(20%)",
        "hoàn thành tốt nhiệm vụ",
        "hoàn thành nhiệm vụ",
        "hoàn thành xuất sắc nhiệm vụ",
        ",",
        ";",
        ":",
        "và",
        "có",
    ]
)


@given(st.lists(_PARTS, min_size=1, max_size=24))
def test_no_number_is_used_twice_and_order_is_kept(parts: list[str]) -> None:
    found, _ = readings_of(" ".join(parts))
    for reading in found:
        used = [number for one in reading.bound for number in (one.before, one.behind) if number is not None]
        assert len(set(used)) == len(used)
        assert [number.start for number in used] == sorted(number.start for number in used)
        for number in reading.bound:
            assert number.before is None or number.before.end <= number.level.start
            assert number.behind is None or number.behind.start >= number.level.end


def test_sums_and_shares_speak_for_a_reading() -> None:
    passage = Passage(Views("Trong 10 chi bộ, hoàn thành tốt nhiệm vụ 8 (80%), hoàn thành nhiệm vụ 2 (20%)"))
    levels = list(levels_in(passage))
    numbers = joined(passage.views.canonical, numbers_in(passage, levels), levels)
    right = readings(passage.views.canonical, levels, numbers, [])[0]
    assert agreement(right, numbers) == 4  # 8 + 2 of 10, 80 % + 20 %, 8 of 10, 2 of 10
    assert agreement(Assignment(0.0, right.bound[:1]), numbers) == 1


def test_the_judge_prefers_the_reading_whose_sum_comes_out_among_near_ones_only() -> None:
    passage = Passage(Views("Trong 10 chi bộ, hoàn thành tốt nhiệm vụ 8, hoàn thành nhiệm vụ 2"))
    levels = list(levels_in(passage))
    numbers = numbers_in(passage, levels)
    right = readings(passage.views.canonical, levels, numbers, [])[0]
    wrong = Assignment(right.cost - 1, right.bound[:1])
    assert judged([wrong, right], numbers) is right
    assert judged([Assignment(right.cost - 100, wrong.bound), right], numbers) is not right
